"""The pictures that steps may mix in: all of a dataset's, split by split, and what gives them to a task."""

from __future__ import annotations

import hashlib
import pickle
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from augstudio.core.byte_cache import ByteCache
from augstudio.core.labels import Categories, Labels
from augstudio.core.mixing import InstanceDraw, PartnerDraw
from augstudio.core.randomness import Digests, key_digests, partner_places
from augstudio.core.text import printable
from augstudio.datasets.base import Sample, SampleSource, Skipped
from augstudio.datasets.label_reading import ImageInfo
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError, ImageError, Message, message_of
from augstudio.export.labels.labelling import Labelling, labels_digest
from augstudio.export.listing import packed_item, unpacked_item
from augstudio.images.codec import decode, decoded_placement
from augstudio.kernels.sampling.pyramid import Pyramid
from augstudio.render.partners import Partners, repeated

CACHE_BYTES: Final = 64_000_000
"""Bytes of pictures that are kept for the next outputs, unless said otherwise."""

# Samples that are packed together; more save little, and each choice unpacks those around it.
_BLOCK: Final = 64
_FACT_BYTES: Final = 1000
_FACTS: Final = 16_000_000


@dataclass(frozen=True)
class _SplitPool:
    """The samples of one split, in the dataset's order.

    Attributes:
        digests: Of their keys.
        blocks: The samples, packed.
    """

    digests: Digests
    blocks: tuple[bytes, ...]

    @classmethod
    def of(cls, samples: list[Sample]) -> _SplitPool:
        starts = range(0, len(samples), _BLOCK)
        parts = ([packed_item(item) for item in samples[start : start + _BLOCK]] for start in starts)
        blocks = tuple(zlib.compress(pickle.dumps(part), 1) for part in parts)
        return cls(key_digests(item.key for item in samples), blocks)

    def sample(self, place: int) -> Sample:
        """The sample at a place."""
        found = unpacked_item(pickle.loads(zlib.decompress(self.blocks[place // _BLOCK]))[place % _BLOCK])
        assert isinstance(found, Sample)
        return found


@dataclass(frozen=True)
class PartnerPool:
    """All samples of a dataset, packed, so that they can be sent to other processes; split by split."""

    splits: dict[Split | None, _SplitPool]

    @classmethod
    def of(cls, listed: Iterable[Sample | Skipped]) -> PartnerPool:
        """The samples among what a dataset lists."""
        found: dict[Split | None, list[Sample]] = {}
        for item in listed:
            if isinstance(item, Sample):
                found.setdefault(item.split, []).append(item)
        return cls({split: _SplitPool.of(samples) for split, samples in found.items()})

    def chosen(
        self, split: Split | None, seed: int, key: str, copy: int, step_id: int, count: int
    ) -> tuple[Sample, ...]:
        """The partners of one copy of a sample; see :meth:`~augstudio.render.partners.Partners.chosen`."""
        pool = self.splits.get(split)
        if pool is None:
            return ()
        places = partner_places(seed, key, copy, step_id, pool.digests, count)
        return tuple(pool.sample(place) for place in repeated(places, count))

    def named(self, key: str) -> Sample | None:
        """The sample of a key, in any split; None where there is none."""
        digest = key_digests((key,))[0]
        found = (
            pool.sample(place)
            for pool in self.splits.values()
            for place in np.flatnonzero(pool.digests == digest).tolist()
        )
        return next((sample for sample in found if sample.key == key), None)


class PartnerReader:
    """Reads the pictures that steps mix in, and their labels, through their dataset.

    What was read is kept for other outputs within a budget; nothing that is written depends on that.
    """

    def __init__(
        self,
        dataset: SampleSource,
        labelling: Labelling | None,
        pool: PartnerPool | None = None,
        budget: int = CACHE_BYTES,
        listed: Callable[[], PartnerPool] | None = None,
    ) -> None:
        """Begin with nothing read.

        Args:
            dataset: Where the pictures come from.
            labelling: How their labels are written; None where they are only shown, and may change.
            pool: Its samples, where they have been listed.
            budget: Bytes of pictures that are kept.
            listed: Gives its samples where they have not been; None lists the dataset.
        """
        self._list = listed or (lambda: PartnerPool.of(dataset.samples()))
        self._dataset = dataset
        self._labelling = labelling
        self._pool = pool
        self._facts = ByteCache(_FACTS)
        self._pictures = ByteCache(budget, keeps_larger=False)
        self._labels = ByteCache(_FACTS)

    @property
    def pool(self) -> PartnerPool:
        """The dataset's samples; listed now where they have not been."""
        if self._pool is None:
            self._pool = self._list()
        return self._pool

    @property
    def categories(self) -> Categories | None:
        """The classes of the dataset's labels; None where it has none."""
        return self._dataset.categories

    def of_split(self, split: Split | None, side: int | None = None) -> Partners:
        """The partners of the samples of a split.

        Args:
            split: The split.
            side: Longest side in pixels of thumbnails that are taken for the pictures; None for themselves.
        """
        return _SplitPartners(self, split, side)

    def drawn(self, sample: Sample) -> PartnerDraw:
        """What a draw says of a sample.

        Raises:
            ImageError: It cannot be read.
        """
        key = sample.key, self._dataset.state(sample), self._label_state(sample)
        found: PartnerDraw = self._facts.get(key, lambda: self._drawn(sample), lambda _: _FACT_BYTES)
        return found

    def picture(self, sample: Sample, partner: PartnerDraw, side: int | None = None) -> Pyramid:
        """The pixels of a sample, which is as it was when it was drawn.

        Args:
            sample: The sample.
            partner: What was drawn.
            side: Longest side in pixels of a thumbnail that is taken for it; None for itself.

        Raises:
            ImageError: It cannot be read, or is another one now.
        """
        made: Pyramid = self._pictures.get(
            (sample.key, partner.sha256, side),
            lambda: self._picture(sample, partner, side),
            lambda pyramid: 2 * pyramid.image.nbytes,  # with its reductions
        )
        return made

    def labels(self, sample: Sample, partner: PartnerDraw) -> Labels | None:
        """The labels of a sample; None where it is not labelled.

        Raises:
            DatasetError: They cannot be used.
        """
        key = sample.key, partner.sha256, partner.labels, self._label_state(sample)
        read: Labels | None = self._labels.get(key, lambda: self._read_labels(sample, partner), _label_bytes)
        return read

    def instances(
        self, sample: Sample, partner: PartnerDraw, classes: tuple[str, ...]
    ) -> tuple[InstanceDraw, ...]:
        """The objects of a sample that can be cut out.

        Args:
            sample: The sample.
            partner: What was drawn.
            classes: Names of the classes of the objects that are wanted; none for all.

        Raises:
            DatasetError: Its labels cannot be used.
        """
        from augstudio.render.labelling.pasteable import pasteable, positions_of

        key = sample.key, partner.sha256, partner.labels, self._label_state(sample), classes
        wanted = positions_of(classes, self.categories)
        found: tuple[InstanceDraw, ...] = self._labels.get(
            key,
            lambda: pasteable(self.labels(sample, partner) or Labels(), partner.size, wanted),
            lambda found: _FACT_BYTES * (1 + len(found)),
        )
        return found

    def _read_labels(self, sample: Sample, partner: PartnerDraw) -> Labels | None:
        source = self._dataset.label_source(sample)
        try:
            if source is None:
                return None
            _, orientation = decoded_placement(self._dataset.read_bytes(sample))
            labels = source.read(ImageInfo(partner.size, orientation)).labels
            if self._labelling is not None and labels_digest(self._labelling, source) != partner.labels:
                raise DatasetError(CHANGED)
        except (DatasetError, ImageError) as error:
            raise DatasetError(_PARTNER, printable(sample.key), message_of(error)) from None
        return labels

    def _drawn(self, sample: Sample) -> PartnerDraw:
        try:
            data = self._dataset.read_bytes(sample)
            (width, height), _ = decoded_placement(data)
            labels = self._labels_digest(sample)
        except (DatasetError, ImageError) as error:
            raise ImageError(_PARTNER, printable(sample.key), message_of(error)) from None
        sha256 = hashlib.sha256(data).hexdigest()
        return PartnerDraw(key=sample.key, sha256=sha256, width=width, height=height, labels=labels)

    def _labels_digest(self, sample: Sample) -> str:
        """SHA-256 of what a sample's labels are read from; empty where the dataset has none."""
        if self.categories is None:
            return ""
        source = self._dataset.label_source(sample)
        if self._labelling is not None:
            return labels_digest(self._labelling, source)
        return "" if source is None else source.digest()

    def _label_state(self, sample: Sample) -> object:
        """What tells that a sample's labels have changed, where they may; an export asks for their digest."""
        if self._labelling is not None or self.categories is None:
            return None
        source = self._dataset.label_source(sample)
        return None if source is None else source.state()

    def _picture(self, sample: Sample, partner: PartnerDraw, side: int | None) -> Pyramid:
        try:
            if side is not None:
                return Pyramid(self._dataset.thumbnail(sample, side), partner.size)
            data = self._dataset.read_bytes(sample)
            if hashlib.sha256(data).hexdigest() != partner.sha256:
                raise ImageError(CHANGED)
            return Pyramid(decode(data).image)
        except ImageError as error:
            raise ImageError(_PARTNER, printable(sample.key), message_of(error)) from None


CHANGED: Final = Message("it is not what it was when it was drawn")
"""Why a picture is not mixed in that is another one now."""

_PARTNER: Final = "the picture {0}, which is mixed in, cannot be used: {1}"
_MISSING: Final = "the picture {0}, which is mixed in, is missing"


def _label_bytes(labels: Labels | None) -> int:
    """About what labels take."""
    if labels is None:
        return _FACT_BYTES
    maps = [*labels.layers, *(() if labels.semantic is None else (labels.semantic.classes,))]
    return _FACT_BYTES * (1 + len(labels.instances)) + sum(int(values.nbytes) for values in maps)


@dataclass(frozen=True)
class _SplitPartners:
    """Partners of the samples of one split."""

    reader: PartnerReader
    split: Split | None
    side: int | None = None

    @property
    def categories(self) -> Categories | None:
        return self.reader.categories

    def chosen(self, seed: int, key: str, copy: int, step_id: int, count: int) -> tuple[PartnerDraw, ...]:
        samples = self.reader.pool.chosen(self.split, seed, key, copy, step_id, count)
        return tuple(map(self.reader.drawn, samples))

    def picture(self, partner: PartnerDraw) -> Pyramid:
        return self.reader.picture(self._sample(partner), partner, self.side)

    def labels(self, partner: PartnerDraw) -> Labels | None:
        return self.reader.labels(self._sample(partner), partner)

    def instances(self, partner: PartnerDraw, classes: tuple[str, ...]) -> tuple[InstanceDraw, ...]:
        return self.reader.instances(self._sample(partner), partner, classes)

    def _sample(self, partner: PartnerDraw) -> Sample:
        sample = self.reader.pool.named(partner.key)
        if sample is None:
            raise ImageError(_MISSING, printable(partner.key))
        return sample
