"""One size for all copies, made in the one resampling that a pipeline begins with, from a reduced picture."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, Final

from augstudio.assets import pinned
from augstudio.core.image import Image, Size, size_of
from augstudio.core.label_classes import label_class_names
from augstudio.core.labels import Categories, Labels
from augstudio.core.matrix import Matrix, compose
from augstudio.core.pipeline import Pipeline
from augstudio.core.transform import Geometric
from augstudio.images.codec import decode
from augstudio.images.orientation import mirrored
from augstudio.interop.picture_cache import Picture
from augstudio.kernels.sampling.pyramid import shrink
from augstudio.render.labels import relabel
from augstudio.render.pixels import render
from augstudio.render.resolve import Resampling, Resolved, resolve
from augstudio.transforms.resize import CROP, FIT, Resize, scaled_size

# A picture with up to so many times the pixels that are enough, each way, is left as it was decoded: to
# reduce it once more would cost more than it saves.
_ENOUGH: Final = 1.25
_SIZES_KEPT: Final = 1024


@dataclass(frozen=True)
class Sizing:
    """How pictures come to one size.

    Attributes:
        resize: The step that does it.
        detail: How many pixels of a picture are kept for one of the result, along each side.
    """

    resize: Resize
    detail: float = 1.0

    @classmethod
    def of(cls, size: int | Size | Resize, detail: float = 1.0) -> Sizing:
        """Take a side of a square, width and height, both filled and the rest cropped; or a step.

        Raises:
            ValueError: ``detail`` is below 1, or a side out of the step's range.
        """
        if not detail >= 1:
            raise ValueError(f"detail must be 1 or more, got {detail}")
        if isinstance(size, Resize):
            return cls(size, detail)
        width, height = (size, size) if isinstance(size, int) else size
        return cls(Resize(width=width, height=height, method=CROP), detail)

    def to_dict(self) -> dict[str, Any]:
        """All that decides how pictures are reduced."""
        return {"resize": self.resize.model_dump(mode="json"), "detail": self.detail, "enough": _ENOUGH}

    def enough(self, size: Size) -> Size:
        """The size to which a picture may be reduced; never larger than it is."""
        wanted = round(self.resize.width * self.detail), round(self.resize.height * self.detail)
        least = scaled_size(size, wanted, FIT if self.resize.method == FIT else CROP)
        return least if least[0] < size[0] and least[1] < size[1] else size

    def picture(self, data: bytes) -> Picture:
        """Decode a picture strictly, reduced as far as the result allows.

        A JPEG is decoded at eighths of its size. What is still much too large is reduced by averaging areas.

        Raises:
            ImageError: As :func:`~augstudio.images.codec.decode`.
        """
        decoded = decode(data, least=self.enough)
        image, enough = decoded.image, self.enough(decoded.size)
        eighths = _eighths(decoded.size, size_of(image))
        if image.shape[1] > enough[0] * _ENOUGH and image.shape[0] > enough[1] * _ENOUGH:
            image = shrink(image, enough)
        return Picture(image, decoded.size, decoded.orientation, eighths)

    def sized(self, pipeline: Pipeline) -> Pipeline:
        """The pipeline with the step behind the geometric steps that it begins with, all one resampling."""
        place = 0
        while place < len(pipeline.steps) and isinstance(pipeline.steps[place].transform, Geometric):
            place += 1
        longer = pipeline.adding(self.resize)
        return longer.moving(longer.steps[-1].id, place).with_references(pinned)

    def original(self, pipeline: Pipeline) -> Pipeline:
        """What makes of a picture the original in this size."""
        return pipeline.with_steps(()).adding(self.resize)


def sized_copy(
    pipeline: Pipeline, picture: Picture, seed: int, copy: int, key: str, classes: Collection[str]
) -> Callable[[], Image]:
    """Draw a copy, from a picture that may be reduced; what is returned makes its pixels.

    The pipeline moves all pixels first, as sized ones do.
    """
    resolved = resolve(pipeline, picture.size, seed=seed, key=key, copy=copy, classes=classes)
    return partial(render, picture.image, _from_reduced(resolved, picture))


def sized_sample(
    pipeline: Pipeline,
    picture: Picture,
    labels: Labels,
    seed: int,
    copy: int,
    key: str,
    categories: Categories,
) -> tuple[Image, Labels]:
    """A copy's pixels and labels, which are in pixels of the whole picture; as :func:`sized_copy`."""
    classes = label_class_names(labels, categories) if pipeline.is_limited else ()
    resolved = resolve(pipeline, picture.size, seed=seed, key=key, copy=copy, classes=classes)
    image = render(picture.image, _from_reduced(resolved, picture))
    return image, relabel(labels, resolved, pipeline.labels, categories).labels


def _from_reduced(resolved: Resolved, picture: Picture) -> Resolved:
    """The same done to a picture that is reduced, without a resampling more."""
    first, *others = resolved.stages
    assert isinstance(first, Resampling)
    known = size_of(picture.image)
    if known == picture.size:
        return resolved
    whole = _whole(picture.size, known, picture.orientation, picture.eighths)
    begun = Resampling(compose(whole, first.matrix), known, first.target, first.resizes)
    return Resolved(resolved.draws, (begun, *others), resolved.size, resolved.padding)


@lru_cache(_SIZES_KEPT)
def _whole(size: Size, known: Size, orientation: int, eighths: int) -> Matrix:
    """From the pixels of a reduced picture to those of the whole one."""
    sides = zip(size, known, mirrored(orientation), strict=True)
    (x, left), (y, top) = (_unreduced(full, now, eighths, turned) for full, now, turned in sides)
    return (x, 0.0, left), (0.0, y, top), (0.0, 0.0, 1.0)


def _unreduced(full: int, now: int, eighths: int, turned: bool) -> tuple[float, float]:
    """Pixels of the whole picture for one of the reduced along a side, and where its first centre lies."""
    covered = _decoded_side(full, eighths) * 8 / eighths
    share = covered / now
    # What lies beyond the picture comes first where the side was mirrored.
    return share, (share - 1) / 2 - (covered - full if turned else 0)


def _decoded_side(side: int, eighths: int) -> int:
    """A JPEG's side once it is decoded at so many eighths."""
    return -(-side * eighths // 8)


def _eighths(full: Size, decoded: Size) -> int:
    """At how many eighths of its size a picture was decoded; the fewest that give this size."""
    sizes = (tuple(_decoded_side(side, number) for side in full) for number in range(1, 9))
    return next(number for number, size in enumerate(sizes, start=1) if size == decoded)
