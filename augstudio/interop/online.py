"""Copies of a dataset's pictures, made when training asks for them instead of before it by an export."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, SupportsIndex

from augstudio.core.cached import cached_property
from augstudio.core.image import Image, Size
from augstudio.core.labels import Categories, Labels
from augstudio.core.randomness import shuffled
from augstudio.core.text import printable, quoted
from augstudio.datasets.base import Dataset, Sample, only_samples
from augstudio.datasets.formats import open_dataset, reopened
from augstudio.datasets.label_reading import ImageInfo
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError, ImageError, message_of
from augstudio.images.background import Colour, as_rgb
from augstudio.images.codec import decode
from augstudio.interop.mixing import refuse_mixing
from augstudio.interop.picture_cache import DEFAULT_BYTES, Picture, PictureCache
from augstudio.interop.sizing import Sizing, sized_copy, sized_sample
from augstudio.kernels.threads import end_threads_before_forks
from augstudio.pipelines import Pipeline
from augstudio.transforms.resize import Resize

_EPOCH, _START = "epoch", "start"
_WHITE: Final = (255, 255, 255)
_PURPOSE: Final = "order of epoch {0}"
# So many pictures of a batch are drawn before their pixels are made.
_AHEAD: Final = 8


@dataclass(frozen=True, slots=True)
class OnlineSample:
    """One copy of one picture.

    Attributes:
        image: ``(H, W, C)`` uint8, contiguous and writable; nobody else holds it.
        target: Position of the picture's class among :attr:`OnlineDataset.classes`; None where it has not
            exactly one.
        labels: The labels that follow its pixels; None where it is not labelled.
        key: The sample's key.
        copy: Number of the copy; 0 is the picture itself.
    """

    image: Image
    target: int | None
    labels: Labels | None
    key: str
    copy: int

    @property
    def label(self) -> int:
        """The target as training takes it: -1 where there is none."""
        return -1 if self.target is None else self.target


class OnlineDataset:
    """The pictures of a dataset with as many copies of each as are asked for.

    Without ``size``, a copy has exactly the pixels and labels that an export with this pipeline and seed
    gives it, whoever asks, in whatever order and process. With ``size``, all copies have that size, and are
    made, for speed, of pictures that are reduced first: draws, geometry and labels are exactly those of an
    export with :attr:`pipeline`, into which a ``resize`` was put, and pixels differ from its as far as two
    ways of reducing a picture do. ``cache`` changes no pixel in either case.

    It can be sent to another process, where files are opened anew.

    Attributes:
        pipeline: What happens to copies. With ``size``, the one that was given with a ``resize`` behind the
            geometric steps that it begins with, which makes one resampling of them all; steps after it see
            pictures of that size.
        seed: The same seed as an export's gives the same copies.
        samples: The pictures.
        classes: Names of all classes of the dataset, sorted.
        cache: What keeps decoded pictures; None where nothing does.
    """

    def __init__(
        self,
        dataset: Dataset | str | os.PathLike[str],
        pipeline: Pipeline,
        *,
        seed: int = 0,
        split: Split | str | None = Split.TRAIN,
        size: int | Size | Resize | None = None,
        detail: float = 1.0,
        cache: bool | int | str | os.PathLike[str] = False,
        cache_bytes: int = DEFAULT_BYTES,
        rgb: bool | Colour = False,
    ) -> None:
        """List the pictures.

        Args:
            dataset: The dataset, or the folder or file that opens it.
            pipeline: What happens to copies.
            seed: The same seed as an export's gives the same copies.
            split: Which part is wanted; where the dataset is not divided, and with None, all of it.
            size: Brings all copies and originals to one size: the side of a square or width and height, which
                are filled and the rest cropped, or a ``Resize``. None leaves sizes to the pipeline.
            detail: With ``size``, how many pixels of a picture are kept for one of the result along each
                side, 1 or more: about as much as steps enlarge a part of it, as ``random_crop``.
            cache: Keeps decoded pictures, reduced where there is a ``size``, in a file for this dataset and
                size, for later epochs and runs: in this folder; with True in the system's place for caches,
                with a number there with so many bytes at most.
            cache_bytes: How large the file may get; what finds no room is decoded each time.
            rgb: Whether all pictures get three channels, when all else is done: grey ones three equal ones;
                transparent ones lie on white, or on the colour that is given instead of True, 0..255.

        Raises:
            DatasetError: It cannot be opened, that part of it has no picture, or the cache cannot be written.
            PipelineError: A step mixes pictures, which is not done while training.
            TypeError, ValueError: An argument is of another kind or out of range.
        """
        refuse_mixing(pipeline)
        opened = _opened(dataset)
        self._sizing = None if size is None else Sizing.of(size, detail)
        self.pipeline = pipeline if self._sizing is None else self._sizing.sized(pipeline)
        self.seed, self._dataset = seed, opened
        found = list(only_samples(opened.samples()))
        wanted = _wanted(split, opened)
        self.samples = tuple(sample for sample in found if wanted is None or sample.split is wanted)
        if not self.samples:
            raise DatasetError("the split {0} of {1} has no picture", wanted or "", str(opened.root))
        # Of all splits, so that a class that one of them lacks shifts no number.
        self.classes = tuple(sorted({name for sample in found for name in sample.classes}))
        self.cache = self._cache_of(found, cache, cache_bytes)
        self._background = _WHITE if rgb is True else rgb or None

    def __getstate__(self) -> dict[str, Any]:
        """All but the open dataset, which another process opens anew."""
        return {**self.__dict__, "_dataset": self._dataset.reference}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Take what :meth:`__getstate__` gave."""
        self.__dict__ |= {**state, "_dataset": reopened(state["_dataset"])}

    def __len__(self) -> int:
        """How many pictures there are, without copies."""
        return len(self.samples)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {name: number for number, name in enumerate(self.classes)}

    @property
    def categories(self) -> Categories:
        """The classes of labels; none where the dataset has no labels."""
        return self._dataset.categories or Categories()

    def __getitem__(self, place: object) -> OnlineSample:
        """Refused, as a framework that asks for items would neither say copies nor make tensors of them.

        Raises:
            TypeError: Always; it says what to use.
        """
        raise TypeError(
            "OnlineDataset gives no items itself: in PyTorch use augstudio.torch.loader(online, batch_size) "
            "or TorchDataset(online), else sample(index, copy)"
        )

    def sample(self, index: int, copy: int) -> OnlineSample:
        """One copy of one picture.

        Args:
            index: Position of the picture, 0 .. ``len(self) - 1``.
            copy: Number of the copy; 0 is the picture itself.

        Raises:
            DatasetError: Its labels cannot be read.
            ImageError: It cannot be read, or a step would make it too large.
            IndexError: There is no such picture.
        """
        return self._drawn(index, copy)()

    def batch(self, places: Sequence[tuple[int, int]]) -> Iterator[OnlineSample]:
        """Copies of several pictures, each as :meth:`sample` gives it.

        With ``size`` some pictures are drawn in a row before their pixels are made, which is faster: what
        draws stays in the processor's caches, out of which pixels drive it.

        Args:
            places: Position of a picture and number of its copy, for each.

        Raises:
            DatasetError: As :meth:`sample`.
            ImageError: As there.
            IndexError: As there.
        """
        for start in range(0, len(places), _AHEAD):
            for make in [self._drawn(*place) for place in places[start : start + _AHEAD]]:
                yield make()

    def _drawn(self, index: int, copy: int) -> Callable[[], OnlineSample]:
        """Draw a copy where that is possible before its pixels are made; what is returned makes it."""
        sample = self.samples[index]
        if self._sizing is None or self._dataset.label_source(sample) is not None:
            return partial(self._made, sample, copy)
        try:
            # Reduced, so that some of them may wait.
            picture = self._picture(sample)
            pipeline, number = self._sized_by(copy)
            pixels = sized_copy(pipeline, picture, self.seed, number, sample.key, sample.classes)
        except ImageError as error:
            raise _of_sample(error, sample) from error
        return lambda: self._given(sample, pixels(), None, copy)

    def _made(self, sample: Sample, copy: int) -> OnlineSample:
        try:
            picture, source = self._picture(sample), self._dataset.label_source(sample)
            info = ImageInfo(picture.size, picture.orientation)
            labels = None if source is None else source.read(info).labels
            image, labels = self._exact_or_sized(sample, picture, labels, copy)
        except ImageError as error:
            raise _of_sample(error, sample) from error
        return self._given(sample, image, labels, copy)

    def _exact_or_sized(
        self, sample: Sample, picture: Picture, labels: Labels | None, copy: int
    ) -> tuple[Image, Labels | None]:
        if self._sizing is None:
            return self._exact(sample, picture.image, labels, copy)
        pipeline, number = self._sized_by(copy)
        key, seed = sample.key, self.seed
        if labels is None:
            return sized_copy(pipeline, picture, seed, number, key, sample.classes)(), None
        return sized_sample(pipeline, picture, labels, seed, number, key, self.categories)

    def _given(self, sample: Sample, image: Image, labels: Labels | None, copy: int) -> OnlineSample:
        if self._background is not None:
            image = as_rgb(image, self._background)
        target = self._numbers[sample.classes[0]] if len(sample.classes) == 1 else None
        return OnlineSample(image, target, labels, sample.key, copy)

    def _picture(self, sample: Sample) -> Picture:
        def read() -> bytes:
            return self._dataset.read_bytes(sample)

        if self.cache is None:
            return self._decoded(read())
        return self.cache.get(sample.key, self._dataset.state(sample), read, self._decoded)

    def _decoded(self, data: bytes) -> Picture:
        if self._sizing is not None:
            return self._sizing.picture(data)
        decoded = decode(data)
        return Picture(decoded.image, decoded.size, decoded.orientation)

    def _exact(
        self, sample: Sample, image: Image, labels: Labels | None, copy: int
    ) -> tuple[Image, Labels | None]:
        key = sample.key
        if not copy:
            return image.copy(), labels
        if labels is None:
            return self.pipeline(image, self.seed, copy, key, sample.classes), None
        return self.pipeline.sample(image, labels, self.seed, copy, key, self.categories)

    def _sized_by(self, copy: int) -> tuple[Pipeline, int]:
        """The pipeline that makes a copy in the wanted size, and the number by which it draws."""
        return (self.pipeline, copy) if copy else (self._original, 1)

    @cached_property
    def _original(self) -> Pipeline:
        assert self._sizing is not None
        return self._sizing.original(self.pipeline)

    def _cache_of(
        self, found: Sequence[Sample], cache: bool | int | str | os.PathLike[str], limit: int
    ) -> PictureCache | None:
        if cache is False:
            return None
        if not isinstance(cache, int | str | os.PathLike):
            raise TypeError(f"cache is True, a folder or a whole number of bytes, got {cache!r}")
        folder = None if isinstance(cache, int) else Path(cache)
        limit = limit if isinstance(cache, bool) or not isinstance(cache, int) else cache
        made = {} if self._sizing is None else self._sizing.to_dict()
        keys = [sample.key for sample in found]
        return PictureCache(self._dataset.root, made, keys, folder=folder, limit=limit)


def _of_sample(error: ImageError, sample: Sample) -> ImageError:
    """What is wrong with one of many pictures, with its name."""
    return ImageError("{0}: {1}", printable(sample.key), message_of(error))


def _wanted(split: Split | str | None, dataset: Dataset) -> Split | None:
    """A split by its name; None for all of a dataset.

    Raises:
        ValueError: There is no such split.
    """
    try:
        named = None if split is None else Split(split)
    except ValueError:
        known = ", ".join(Split)
        raise ValueError(f"there is no split {quoted(split)}; there are {known}, or None for all") from None
    return named if dataset.has_splits else None


def _opened(dataset: Dataset | str | os.PathLike[str]) -> Dataset:
    """A dataset for training, whose loaders may fork."""
    end_threads_before_forks()
    return open_dataset(Path(dataset)) if isinstance(dataset, str | os.PathLike) else dataset


class CopySampler:
    """Says which copies of which pictures an epoch is made of: each picture once, with a copy of its own.

    The number of the copy stands beside the picture's in what is given, and not in the dataset: what a
    dataset is told after the workers of a loader have begun never reaches them. Epoch 0 has the copies 1,
    epoch 1 the copies 2, and so on; with several ``copies`` an epoch has each picture so many times.
    """

    def __init__(
        self,
        length: int,
        *,
        copies: int = 1,
        shuffle: bool = True,
        seed: int = 0,
        rank: int = 0,
        world_size: int = 1,
    ) -> None:
        """Begin with epoch 0.

        Args:
            length: How many pictures there are.
            copies: How many copies of each an epoch has.
            shuffle: Whether their order changes from epoch to epoch.
            seed: Seeds the order alone; the draws are seeded by the dataset.
            rank: Number of this process among those that train together.
            world_size: How many those are; all have equally many, for which the first ones come once more.

        Raises:
            TypeError: ``length`` is no number, as where a dataset is given.
            ValueError: A number is out of its range.
        """
        if not isinstance(length, SupportsIndex):
            raise TypeError(f"CopySampler takes how many pictures there are, len(online), got {length!r}")
        if length < 1 or copies < 1 or not 0 <= rank < world_size:
            raise ValueError(
                f"length and copies must be 1 or more and rank below world_size, "
                f"got {length}, {copies}, {rank} and {world_size}"
            )
        self._length, self._copies, self._shuffle, self._seed = length, copies, shuffle, seed
        self._rank, self._world = rank, world_size
        self.epoch = 0
        self._start = self._given = 0

    def __len__(self) -> int:
        """How many there are in a whole epoch of this process, also where one goes on in its middle."""
        return (self._length * self._copies + self._world - 1) // self._world

    def set_epoch(self, epoch: int) -> None:
        """Go on with another epoch, from its beginning unless it is the one that was begun.

        Args:
            epoch: Its number, from 0.
        """
        if epoch != self.epoch:
            self.epoch, self._start = epoch, 0

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Pairs of a picture's index and the number of its copy."""
        total = self._length * self._copies
        order = shuffled(self._seed, _PURPOSE.format(self.epoch), total) if self._shuffle else range(total)
        first = self.epoch * self._copies + 1
        self._given, self._start = self._start, 0
        for place in range(self._given, len(self)):
            number = int(order[(place * self._world + self._rank) % total])
            self._given += 1
            yield number % self._length, first + number // self._length

    def state_dict(self, used: int | None = None) -> dict[str, int]:
        """Where training stands, for a checkpoint.

        Args:
            used: How many of this epoch training has used; by default those that were given out, of which
                workers of a loader hold some that they fetched ahead. With all of them, this is the
                beginning of the next epoch.
        """
        start = self._given if used is None else used
        if start >= len(self):
            return {_EPOCH: self.epoch + 1, _START: 0}
        return {_EPOCH: self.epoch, _START: start}

    def load_state_dict(self, state: Mapping[str, int]) -> None:
        """Go on where :meth:`state_dict` was asked: the next iteration gives the rest of that epoch."""
        self.epoch, self._start = state[_EPOCH], state[_START]
