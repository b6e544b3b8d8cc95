"""The pipeline as a library user meets it: with files, and as a callable."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, Self

import augstudio.transforms  # noqa: F401  (registers the catalogue)
from augstudio.core.image import Image, check_image, size_of
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.pipeline import Pipeline as PipelineValue
from augstudio.errors import PipelineError
from augstudio.kernels.reference import pinned
from augstudio.render import render, resolve
from augstudio.saving import save
from augstudio.transforms import GaussianNoise, HorizontalFlip, Rotate, Scale, Translate

MAX_FILE_BYTES = 4_000_000
"""A pipeline file larger than this is surely something else."""

_NO_KEY: Final = (
    'a key must name the picture, as in pipeline(image, seed=0, copy=1, key="cat/7.jpg"), got {0!r}: draws '
    "follow from seed, copy and key, so pictures without one would all be changed in the same way"
)


class Pipeline(PipelineValue):
    """Ordered steps with a padding mode; loads, saves and augments pictures."""

    def __call__(self, image: Image, seed: int = 0, copy: int = 1, key: str | None = None) -> Image:
        """Augment one picture.

        Args:
            image: ``(H, W, C)`` uint8, grey or RGB, with alpha or without; not modified.
            seed: The same seed, key and copy give the same result on every machine.
            copy: Number of the variant; 0 is the original.
            key: Names the picture, and must be given: pictures of the same key get the same draw. With the
                key that a sample has in a dataset, the result equals its export.

        Returns:
            A new ``(H', W', C)`` uint8 array.

        Raises:
            ImageError: ``image`` is not such an array, or a step would make it too large.
            PipelineError: A file that a step uses is missing, was changed, or cannot be used.
            TypeError: There is no key.
        """
        if not isinstance(key, str):
            raise TypeError(_NO_KEY.format(key))
        picture = check_image(image)
        known = all(reference.sha256 for reference in self.references())
        pipeline = self if known else self.with_references(pinned)
        return render(picture, resolve(pipeline, size_of(picture), seed=seed, key=key, copy=copy))

    @classmethod
    def default(cls) -> Self:
        """The pipeline that the window opens with and that is used where none is named."""
        return cls.of(
            (HorizontalFlip(), Rotate(), Scale(), Translate(), GaussianNoise()),
            Padding(mode=PaddingMode.REFLECT),
        )._with_probability("horizontal_flip", 0.5)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """Read a pipeline file; files that its steps use are looked for beside it.

        Raises:
            PipelineError: It cannot be read or is not valid; the text names file, step and field.
        """
        file = Path(path)
        try:
            if not file.is_file():
                raise PipelineError(f"{file}: {_why_no_file(file)}")
            if file.stat().st_size > MAX_FILE_BYTES:
                raise PipelineError(f"{file}: too large for a pipeline file")
            read = cls.from_json(file.read_text(encoding="utf-8-sig"))
            return read.with_references(lambda item: pinned(item.anchored(file.parent)))
        except PipelineError as error:
            message = str(error)
            raise PipelineError(message if message.startswith(str(file)) else f"{file}: {message}") from None
        except UnicodeDecodeError:
            raise PipelineError(f"{file}: not a pipeline file: it is not UTF-8 text") from None
        except (OSError, ValueError) as error:
            raise PipelineError(f"{file}: cannot be read: {error}") from None

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write a pipeline file; an existing one is replaced only when the new one is complete.

        It keeps its permissions, and a link stays a link to the file that is written.

        Files that its steps use are named relative to it, so that they can be moved or sent together.

        Raises:
            PipelineError: It cannot be written.
        """
        file = Path(path)
        text = self.with_references(lambda item: item.relative_to(file.parent)).to_json()
        try:
            save(file, text.encode())
        except (OSError, ValueError) as error:
            raise PipelineError(
                f"{file}: cannot be written: {getattr(error, 'strerror', None) or error}"
            ) from None

    def _with_probability(self, name: str, probability: float) -> Self:
        return self.with_steps(
            step.model_copy(update={"probability": probability}) if step.name == name else step
            for step in self.steps
        )


def _why_no_file(path: Path) -> str:
    if path.is_dir():
        return "is a folder; name a pipeline file"
    return "is not a regular file; name a pipeline file" if path.exists() else "there is no such file"
