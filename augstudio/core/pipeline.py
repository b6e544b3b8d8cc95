"""Pipelines: ordered steps with a padding, as frozen values."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import count
from typing import Any, Final, Protocol, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from augstudio.core.image import Image
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Categories, Labels
from augstudio.core.mixing import Mixing
from augstudio.core.padding import Padding
from augstudio.core.parameters import Files, parameters_of
from augstudio.core.pipeline_format import (
    MAX_STEPS,
    SCHEMA_VERSION,
    explained_problem,
    parsed_json,
    parsed_pipeline,
    too_many_steps,
)
from augstudio.core.reference import Reference, Relocation
from augstudio.core.selection import end_of_member, switched_on
from augstudio.core.step import MAX_STEP_ID, Step
from augstudio.core.transform import Transform
from augstudio.errors import Message, PipelineError

LabelledImages: TypeAlias = Mapping[str, tuple[Image, Labels | None]]
"""Pictures by their keys, with their labels."""

Images: TypeAlias = Mapping[str, Image | tuple[Image, Labels | None]]
"""Pictures by their keys, with their labels where steps want them."""


class PipelineUse(Protocol):
    """What the rooms above do with pipelines; :mod:`augstudio.pipelines` does it."""

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
        """See :meth:`Pipeline.__call__`."""

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
        """See :meth:`Pipeline.sample`."""

    def default(self) -> Pipeline:
        """See :meth:`Pipeline.default`."""

    def load(self, path: str | os.PathLike[str]) -> Pipeline:
        """See :meth:`Pipeline.load`."""

    def save(self, pipeline: Pipeline, path: str | os.PathLike[str]) -> None:
        """See :meth:`Pipeline.save`."""


_USES: Final[list[PipelineUse]] = []
_NO_CATEGORIES: Final = Categories()
_NO_PARTNERS: Final[Mapping[str, Any]] = {}


def provide(use: PipelineUse) -> None:
    """Let pipelines be called, read and written, for which this room may import nothing."""
    _USES[:] = [use]


def _use() -> PipelineUse:
    if not _USES:
        raise RuntimeError("augstudio.pipelines is not imported yet, by which pipelines are used")
    return _USES[0]


class Pipeline(BaseModel):
    """Ordered steps, a padding mode and a fill colour; a value that is never changed, only replaced.

    What padding means for labels is said by ``labels``; pictures without labels do not notice.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    steps: tuple[Step, ...] = ()
    padding: Padding = Padding()
    labels: LabelPolicy = LabelPolicy()

    @model_validator(mode="after")
    def _check_ids(self) -> Self:
        if len(self.steps) > MAX_STEPS:
            raise ValueError(too_many_steps(len(self.steps)))
        known: set[int] = set()
        for step in self.steps:
            if step.id in known:
                raise ValueError(Message("two steps have the id {0}; every step needs its own", step.id))
            known.add(step.id)
        return self

    # -- use ----------------------------------------------------------------------------------------

    def __call__(
        self,
        image: Image,
        seed: int = 0,
        copy: int = 1,
        key: str | None = None,
        classes: Collection[str] = (),
        partners: Images = _NO_PARTNERS,
    ) -> Image:
        """Augment one picture.

        Args:
            image: ``(H, W, C)`` uint8, grey or RGB, with alpha or without; not modified.
            seed: The same seed, key and copy give the same result on every machine.
            copy: Number of the variant; 0 is the original.
            key: Names the picture, and must be given: pictures of the same key get the same draw. With the
                key that a sample has in a dataset, and its classes, the result equals its export.
            classes: Names of the picture's classes, for steps that are limited to some.
            partners: Pictures by their keys, for steps that mix others in. Which of them, hangs on their
                keys: with all pictures of its split the result equals its export. The picture itself may be
                among them, and is never its own partner. Steps that paste objects want their labels, too.

        Returns:
            A new ``(H', W', C)`` uint8 array.

        Raises:
            ImageError: ``image`` is not such an array, a step would make it too large, or it mixes other
                pictures in and there are none.
            PipelineError: A file that a step uses is missing, was changed, or cannot be used.
            TypeError: There is no key.
        """
        return _use().augmented(self, image, seed, copy, key, classes, partners)

    def sample(
        self,
        image: Image,
        labels: Labels,
        seed: int = 0,
        copy: int = 1,
        key: str | None = None,
        categories: Categories = _NO_CATEGORIES,
        partners: LabelledImages = _NO_PARTNERS,
    ) -> tuple[Image, Labels]:
        """Augment one picture with its labels.

        What becomes of the copies that padding makes of objects is said by the pipeline's own ``labels``.

        Args:
            image: As for a call.
            labels: Its labels, in its pixel coordinates; pixel centres are whole numbers.
            seed: As for a call.
            copy: As for a call.
            key: As for a call.
            categories: The classes, which say what changes sides in a mirror, and whose names steps that are
                limited to classes look for among tags, instances and class map.
            partners: As for a call, each with its labels; None where it is not labelled.

        Returns:
            The picture that a call gives, and its labels.

        Raises:
            ImageError: As for a call, or a map of the labels is not as large as the picture.
            PipelineError: As for a call.
            TypeError: There is no key.
        """
        return _use().labelled(self, image, labels, seed, copy, key, categories, partners)

    @classmethod
    def default(cls) -> Pipeline:
        """The pipeline that the window opens with and that is used where none is named."""
        return _use().default()

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Pipeline:
        """Read a pipeline file; files that its steps use are looked for beside it.

        Raises:
            PipelineError: It cannot be read or is not valid; the text names file, step and field.
        """
        return _use().load(path)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write a pipeline file; an existing one is replaced only when the new one is complete.

        It keeps its permissions, and a link stays a link to the file that is written.

        Files that its steps use are named relative to it, so that they can be moved or sent together.

        Raises:
            PipelineError: It cannot be written.
        """
        _use().save(self, path)

    # -- steps --------------------------------------------------------------------------------------

    @classmethod
    def of(cls, transforms: Iterable[Transform], padding: Padding | None = None) -> Self:
        """A pipeline of these transforms, with ids counting from 1."""
        steps = tuple(Step(id=number, transform=item) for number, item in enumerate(transforms, start=1))
        return cls(steps=steps, padding=padding or Padding())

    def step(self, step_id: int) -> Step:
        """The step with this id.

        Raises:
            PipelineError: There is none.
        """
        for step in self.steps:
            if step.id == step_id:
                return step
        raise PipelineError("there is no step with the id {0}", step_id)

    def switched_on(self) -> tuple[Step, ...]:
        """The steps that may take part: switched on, and below no selecting step that is switched off."""
        return switched_on(self.steps)

    @property
    def is_limited(self) -> bool:
        """Whether steps are limited to pictures of some classes."""
        return any(step.classes or step.not_classes for step in self.steps)

    @property
    def mixes(self) -> bool:
        """Whether steps that may take part mix other pictures of the dataset in."""
        return any(isinstance(step.transform, Mixing) for step in self.switched_on())

    def with_steps(self, steps: Iterable[Step]) -> Self:
        """The same padding with other steps."""
        return type(self)(steps=tuple(steps), padding=self.padding, labels=self.labels)

    def with_padding(self, padding: Padding) -> Self:
        """The same steps with another padding."""
        return type(self)(steps=self.steps, padding=padding, labels=self.labels)

    def with_labels(self, labels: LabelPolicy) -> Self:
        """The same steps and padding, which means something else for labels."""
        return type(self)(steps=self.steps, padding=self.padding, labels=labels)

    def adding(self, transform: Transform) -> Self:
        """With one more step at the end, under an id not used yet: above all others while there is room."""
        used = {step.id for step in self.steps}
        above = max(used, default=0) + 1
        new_id = above if above <= MAX_STEP_ID else next(free for free in count(1) if free not in used)
        return self.with_steps((*self.steps, Step(id=new_id, transform=transform)))

    def replacing(self, changed: Step) -> Self:
        """With the step of the same id replaced."""
        self.step(changed.id)
        return self.with_steps(changed if step.id == changed.id else step for step in self.steps)

    def removing(self, step_id: int) -> Self:
        """Without the step of this id."""
        self.step(step_id)
        return self.with_steps(step for step in self.steps if step.id != step_id)

    def only(self, step_id: int) -> Self:
        """One step alone, always applied and to all pictures; one that selects keeps what it selects from.

        It draws for each copy what it draws among the others.

        Raises:
            PipelineError: There is no such step.
        """
        step = self.step(step_id)
        place = self.steps.index(step)
        whole: dict[str, Any] = {"enabled": True, "probability": 1.0, "classes": (), "not_classes": ()}
        members = self.steps[place + 1 : end_of_member(self.steps, place)]
        return self.with_steps((step.model_copy(update=whole), *members))

    def moving(self, step_id: int, index: int) -> Self:
        """With the step of this id at position ``index``; what it draws stays the same."""
        moved = self.step(step_id)
        others = [step for step in self.steps if step.id != step_id]
        others.insert(index, moved)
        return self.with_steps(others)

    # -- files that steps use ------------------------------------------------------------------------

    def references(self) -> tuple[Reference, ...]:
        """The files that the steps taking part use, each once, in order."""
        found = (file for step in self.switched_on() for file in _files_of(step.transform))
        return tuple(dict.fromkeys(found))

    def with_references(self, change: Relocation) -> Self:
        """With every file named otherwise, also in steps that are switched off."""
        return self.with_steps(
            step.model_copy(update={"transform": _with_files(step.transform, change)}) for step in self.steps
        )

    # -- file format --------------------------------------------------------------------------------

    def to_dict(self) -> dict[str, Any]:
        """The pipeline as it stands in a file."""
        return {
            "augstudio": SCHEMA_VERSION,
            "padding": self.padding.model_dump(mode="json"),
            **({} if self.labels.is_default else {"labels": self.labels.to_dict()}),
            "steps": [step.to_dict() for step in self.steps],
        }

    def to_json(self) -> str:
        """The file's text: one line per step, so that it reads and compares well."""
        padding = json.dumps(self.padding.model_dump(mode="json"))
        labels = "" if self.labels.is_default else f'  "labels": {json.dumps(self.labels.to_dict())},\n'
        steps = ",\n".join(f"    {json.dumps(step.to_dict())}" for step in self.steps)
        body = f"[\n{steps}\n  ]" if steps else "[]"
        return (
            f'{{\n  "augstudio": {SCHEMA_VERSION},\n  "padding": {padding},\n{labels}  "steps": {body}\n}}\n'
        )

    def fingerprint(self) -> str:
        """SHA-256 over the canonical file contents; equal pipelines have equal fingerprints.

        Files that steps use count by their contents, not by where they lie.
        """
        unplaced = self.with_references(lambda file: Reference("", file.sha256) if file.sha256 else file)
        canonical = json.dumps(unplaced.to_dict(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a pipeline from the text of a file.

        Raises:
            PipelineError: Not JSON, or not a valid pipeline.
        """
        return cls.from_dict(parsed_json(text))

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        """Read a pipeline from file contents that are already parsed.

        Raises:
            PipelineError: The text names the step, the field and what is allowed.
        """
        steps, padding, labels = parsed_pipeline(data)
        try:
            return cls(steps=steps, padding=padding, labels=labels)
        except ValidationError as error:
            raise PipelineError(explained_problem(error, "steps")) from None


@cache
def _file_fields(kind: type[Transform]) -> tuple[str, ...]:
    return tuple(item.name for item in parameters_of(kind) if isinstance(item.marker, Files))


def _files_of(transform: Transform) -> Iterator[Reference]:
    for name in _file_fields(type(transform)):
        yield from getattr(transform, name)


def _with_files(transform: Transform, change: Relocation) -> Transform:
    fields = {name: tuple(map(change, getattr(transform, name))) for name in _file_fields(type(transform))}
    return transform.model_copy(update=fields) if fields else transform
