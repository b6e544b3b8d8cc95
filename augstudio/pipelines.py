"""What pipelines are for: they change pictures, and are read from and written to files."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Final

import augstudio.transforms  # noqa: F401  (registers the catalogue)
from augstudio.assets import pinned
from augstudio.core.image import Image, check_image, size_of
from augstudio.core.label_classes import label_class_names
from augstudio.core.labels import Categories, Labels
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.pipeline import Images, LabelledImages, Pipeline, provide
from augstudio.core.step import Step
from augstudio.errors import Message, PipelineError, message_of
from augstudio.render.labels import relabel
from augstudio.render.partners import GivenPartners, Partners
from augstudio.render.pixels import render
from augstudio.render.planned import planned
from augstudio.render.resolve import Resolved, resolve
from augstudio.render.step_results import StepResults
from augstudio.saving import save
from augstudio.transforms import GaussianNoise, HorizontalFlip, Rotate, Scale, Translate

__all__ = ["MAX_FILE_BYTES", "Pipeline"]

MAX_FILE_BYTES = 4_000_000
"""A pipeline file larger than this is surely something else."""

_NO_KEY: Final = (
    'a key must name the picture, as in pipeline(image, seed=0, copy=1, key="cat/7.jpg"), got {0!r}: draws '
    "follow from seed, copy and key, so pictures without one would all be changed in the same way"
)


_NONE_GIVEN: Final = GivenPartners({})


class _Use:
    """What :class:`~augstudio.core.pipeline.PipelineUse` asks for."""

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
        picture = check_image(image)
        classes = label_class_names(labels, categories) if pipeline.is_limited else ()
        others = _given(partners, categories)
        resolved = _resolved(pipeline, picture, seed, copy, key, classes, others)
        relabelled = relabel(labels, resolved, pipeline.labels, categories, others)
        return render(picture, resolved, results=self._results, partners=others), relabelled.labels

    def default(self) -> Pipeline:
        return Pipeline(
            steps=(
                Step(id=1, transform=HorizontalFlip(), probability=0.5),
                Step(id=2, transform=Rotate()),
                Step(id=3, transform=Scale()),
                Step(id=4, transform=Translate()),
                Step(id=5, transform=GaussianNoise()),
            ),
            padding=Padding(mode=PaddingMode.REFLECT),
        )

    def load(self, path: str | os.PathLike[str]) -> Pipeline:
        file = Path(path)
        try:
            if not file.is_file():
                raise PipelineError("{0}: {1}", file, _why_no_file(file))
            if file.stat().st_size > MAX_FILE_BYTES:
                raise PipelineError("{0}: too large for a pipeline file", file)
            read = Pipeline.from_json(file.read_text(encoding="utf-8-sig"))
            return read.with_references(lambda item: pinned(item.anchored(file.parent)))
        except PipelineError as error:
            named = str(error).startswith(str(file))
            raise error if named else PipelineError("{0}: {1}", file, message_of(error)) from None
        except UnicodeDecodeError:
            raise PipelineError("{0}: not a pipeline file: it is not UTF-8 text", file) from None
        except (OSError, ValueError) as error:
            raise PipelineError("{0}: cannot be read: {1}", file, message_of(error)) from None

    def save(self, pipeline: Pipeline, path: str | os.PathLike[str]) -> None:
        file = Path(path)
        text = pipeline.with_references(lambda item: item.relative_to(file.parent)).to_json()
        try:
            save(file, text.encode())
        except (OSError, ValueError) as error:
            raise PipelineError("{0}: cannot be written: {1}", file, message_of(error)) from None


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


def _why_no_file(path: Path) -> Message:
    if path.is_dir():
        return Message("is a folder; name a pipeline file")
    if path.exists():
        return Message("is not a regular file; name a pipeline file")
    return Message("there is no such file")


provide(_Use())
Pipeline.__module__ = __name__  # so that one that comes from another process brings along what uses it
