"""A pipeline as a transform of torchvision's second kind, for pictures with boxes, masks and keypoints."""

from __future__ import annotations

import operator
from typing import Any

from augstudio.core.labels import Categories
from augstudio.core.pipeline import Pipeline
from augstudio.interop.mixing import refuse_mixing
from augstudio.interop.tv_images import as_given, pixels_of
from augstudio.interop.tv_labels import TargetLabels
from augstudio.interop.tv_parts import ROWS
from augstudio.kernels.threads import end_threads_before_forks

_NO_CATEGORIES = Categories()
_ALONE = ""


class TorchvisionTransform:
    """Makes one copy of a picture with its target.

    >>> transform = TorchvisionTransform(pipeline, seed=0)    # doctest: +SKIP
    >>> image, target = transform(image, target, key="cat/7.jpg", copy=3)    # doctest: +SKIP

    The pixels and labels are those of an export with the same key, copy and seed.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        *,
        seed: int = 0,
        categories: Categories = _NO_CATEGORIES,
        rows: tuple[str, ...] = ROWS,
        ignore: int = 255,
    ) -> None:
        """Take a pipeline.

        Args:
            pipeline: What happens to copies.
            seed: Seeds the draws.
            categories: Classes by the numbers that ``labels`` hold, for steps that are limited to some and
                for those that change sides in a mirror.
            rows: Names of the target's tensors and lists that have a value for each object.
            ignore: Value of a class map's pixels that count for nothing, such as those beyond the picture.

        Raises:
            PipelineError: A step mixes pictures, which is not done while training.
        """
        refuse_mixing(pipeline)
        end_threads_before_forks()
        self.pipeline, self.seed, self._categories = pipeline, seed, categories
        self._rows, self._ignore = rows, ignore

    def __call__(self, image: Any, target: Any = None, *, key: str, copy: int) -> Any:
        """One copy; copy 0 is the original.

        Args:
            image: A ``tv_tensors.Image``, a tensor ``(C, H, W)`` uint8 or a Pillow picture, and comes back
                as such.
            target: A dictionary with at most one each of ``BoundingBoxes``, ``Mask`` and ``KeyPoints``, a
                ``Mask`` of classes alone, or anything else, which stays as it is.
            key: Names the picture; pictures of one key get one draw.
            copy: Number of the copy.

        Returns:
            The picture, with the target where there is one. Objects that are no longer seen are gone from
            all parts, and those that padding repeats are there once more.

        Raises:
            TypeError: The picture is not one of 8 bits.
            ValueError: Parts of the target do not have equally many objects.
        """
        from torchvision.tv_tensors import Mask

        pixels = pixels_of(image)
        given = {_ALONE: target} if isinstance(target, Mask) else target
        if not isinstance(given, dict):
            changed = self.pipeline(pixels, self.seed, copy, key, self._classes(target))
        else:
            size = pixels.shape[1], pixels.shape[0]
            labels = TargetLabels(given, size, self._rows, self._ignore)
            changed, after = self.pipeline.sample(
                pixels, labels.read(), self.seed, copy, key, self._categories
            )
            given = labels.written(after, (changed.shape[1], changed.shape[0]))
        made = as_given(changed, image)
        if target is None:
            return made
        return made, given[_ALONE] if isinstance(target, Mask) else given

    def _classes(self, target: Any) -> tuple[str, ...]:
        """The name of the class that a whole picture has, where its target is a number."""
        try:
            return (self._categories[operator.index(target)].name,)
        except (TypeError, IndexError):
            return ()
