"""What pipelines are for: they change pictures, and are read from and written to files."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import augstudio.transforms  # noqa: F401  (tells where the catalogue is)
from augstudio.assets import pinned
from augstudio.core.cached import cached_property
from augstudio.core.image import Image
from augstudio.core.labels import Categories, Labels
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.pipeline import Images, LabelledImages, Pipeline, provide
from augstudio.core.step import Step
from augstudio.errors import Message, PipelineError, message_of
from augstudio.saving import save

if TYPE_CHECKING:
    from augstudio.render.calls import Calls

__all__ = ["MAX_FILE_BYTES", "Pipeline"]

MAX_FILE_BYTES = 4_000_000
"""A pipeline file larger than this is surely something else."""


class _Use:
    """What :class:`~augstudio.core.pipeline.PipelineUse` asks for."""

    @cached_property
    def _calls(self) -> Calls:
        # Most processes that read pipelines call none.
        from augstudio.render.calls import Calls

        return Calls()

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
        return self._calls.augmented(pipeline, image, seed, copy, key, classes, partners)

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
        return self._calls.labelled(pipeline, image, labels, seed, copy, key, categories, partners)

    def default(self) -> Pipeline:
        from augstudio.transforms import GaussianNoise, HorizontalFlip, Rotate, Scale, Translate

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


def _why_no_file(path: Path) -> Message:
    if path.is_dir():
        return Message("is a folder; name a pipeline file")
    if path.exists():
        return Message("is not a regular file; name a pipeline file")
    return Message("there is no such file")


provide(_Use())
Pipeline.__module__ = __name__  # so that one that comes from another process brings along what uses it
