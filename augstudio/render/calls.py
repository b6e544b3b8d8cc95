"""Pipelines called with pictures: what makes them callables."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from augstudio.assets import pinned
from augstudio.core.image import Image, check_image, size_of
from augstudio.core.label_classes import label_class_names
from augstudio.core.labels import Categories, Labels
from augstudio.core.pipeline import Images, LabelledImages, Pipeline
from augstudio.render.labels import relabel
from augstudio.render.partners import GivenPartners, Partners
from augstudio.render.pixels import render
from augstudio.render.planned import planned
from augstudio.render.resolve import Resolved, resolve
from augstudio.render.step_results import StepResults

_NO_KEY: Final = (
    'a key must name the picture, as in pipeline(image, seed=0, copy=1, key="cat/7.jpg"), got {0!r}: draws '
    "follow from seed, copy and key, so pictures without one would all be changed in the same way"
)


_NONE_GIVEN: Final = GivenPartners({})


class Calls:
    """Calls of any pipelines; they share what their steps have made."""

    def __init__(self) -> None:
        self._results = StepResults()

    def augmented(
        self,
        pipeline: Pipeline,
        image: Image,
        seed: int,
        copy: int,
        key: str | None,
        classes: Collection[str],
        partners: Images,
    ) -> Image:
        """See :meth:`augstudio.core.pipeline.Pipeline.__call__`."""
        picture = check_image(image)
        others = _given({name: _with_labels(other) for name, other in partners.items()})
        resolved = _resolved(pipeline, picture, seed, copy, key, classes, others)
        return render(picture, resolved, results=self._results, partners=others)

    def labelled(
        self,
        pipeline: Pipeline,
        image: Image,
        labels: Labels,
        seed: int,
        copy: int,
        key: str | None,
        categories: Categories,
        partners: LabelledImages,
    ) -> tuple[Image, Labels]:
        """See :meth:`augstudio.core.pipeline.Pipeline.sample`."""
        picture = check_image(image)
        classes = label_class_names(labels, categories) if pipeline.is_limited else ()
        others = _given(partners, categories)
        resolved = _resolved(pipeline, picture, seed, copy, key, classes, others)
        relabelled = relabel(labels, resolved, pipeline.labels, categories, others)
        return render(picture, resolved, results=self._results, partners=others), relabelled.labels


def _with_labels(other: Image | tuple[Image, Labels | None]) -> tuple[Image, Labels | None]:
    return other if isinstance(other, tuple) else (other, None)


def _given(partners: LabelledImages, categories: Categories | None = None) -> GivenPartners:
    """Pictures that may be mixed in, checked."""
    if not partners and categories is None:
        return _NONE_GIVEN
    return GivenPartners(
        {name: (check_image(other), own) for name, (other, own) in partners.items()}, categories
    )


def _resolved(
    pipeline: Pipeline,
    picture: Image,
    seed: int,
    copy: int,
    key: str | None,
    classes: Collection[str],
    partners: Partners,
) -> Resolved:
    if not isinstance(key, str):
        raise TypeError(_NO_KEY.format(key))
    if not planned(pipeline).pinned:
        pipeline = pipeline.with_references(pinned)
    size = size_of(picture)
    return resolve(pipeline, size, seed=seed, key=key, copy=copy, classes=classes, partners=partners)
