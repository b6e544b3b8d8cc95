"""Pipelines: ordered steps with a padding, as frozen values, and their file format."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count
from typing import Any, Final, Self

from pydantic import BaseModel, ConfigDict, SerializeAsAny, ValidationError, model_validator

from augstudio.core.padding import Padding
from augstudio.core.parameters import Files, parameters_of
from augstudio.core.reference import Reference, Relocation
from augstudio.core.selection import switched_on
from augstudio.core.text import LONGEST_VALUE, quoted, shortened
from augstudio.core.transform import Transform, transform_named
from augstudio.errors import PipelineError

SCHEMA_VERSION = 1
"""Version of the pipeline file that this program writes."""

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""Turns a file of version n into version n + 1; empty while there is one version."""

STEP_KEYS = ("id", "transform", "probability", "enabled")
MAX_STEP_ID = 2**31 - 1


class Step(BaseModel):
    """A transform in a pipeline.

    Attributes:
        id: Names the step's random stream and stays with it when steps are moved or inserted.
        transform: What it does.
        probability: How often it does it, 0..1.
        enabled: Whether it takes part at all.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    transform: SerializeAsAny[Transform]
    probability: float = 1.0
    enabled: bool = True

    @property
    def name(self) -> str:
        """The transform's name in files."""
        return self.transform.NAME

    def to_dict(self) -> dict[str, Any]:
        """The step as it stands in a file: its own keys first, the transform's fields after them."""
        own = {
            "id": self.id,
            "transform": self.name,
            "probability": self.probability,
            "enabled": self.enabled,
        }
        return own | self.transform.model_dump(mode="json")


MAX_STEPS: Final = 200

_MOST_DIGITS: Final = 4000
"""Steps that a pipeline can have."""


class Pipeline(BaseModel):
    """Ordered steps, a padding mode and a fill colour; a value that is never changed, only replaced."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    steps: tuple[Step, ...] = ()
    padding: Padding = Padding()

    @model_validator(mode="after")
    def _check_ids(self) -> Self:
        if len(self.steps) > MAX_STEPS:
            raise ValueError(_too_many(len(self.steps)))
        known: set[int] = set()
        for step in self.steps:
            if step.id in known:
                raise ValueError(f"two steps have the id {step.id}; every step needs its own")
            known.add(step.id)
        return self

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
        raise PipelineError(f"there is no step with the id {step_id}")

    def switched_on(self) -> tuple[Step, ...]:
        """The steps that may take part: switched on, and below no selecting step that is switched off."""
        return switched_on(self.steps)

    def with_steps(self, steps: Iterable[Step]) -> Self:
        """The same padding with other steps."""
        return type(self)(steps=tuple(steps), padding=self.padding)

    def with_padding(self, padding: Padding) -> Self:
        """The same steps with another padding."""
        return type(self)(steps=self.steps, padding=padding)

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
            "steps": [step.to_dict() for step in self.steps],
        }

    def to_json(self) -> str:
        """The file's text: one line per step, so that it reads and compares well."""
        padding = json.dumps(self.padding.model_dump(mode="json"))
        steps = ",\n".join(f"    {json.dumps(step.to_dict())}" for step in self.steps)
        body = f"[\n{steps}\n  ]" if steps else "[]"
        return f'{{\n  "augstudio": {SCHEMA_VERSION},\n  "padding": {padding},\n  "steps": {body}\n}}\n'

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
        try:
            data = json.loads(
                text, parse_int=_bounded, parse_constant=_refuse_constant, object_pairs_hook=_unique_keys
            )
        except RecursionError:
            raise PipelineError("not a pipeline file: it is nested too deeply") from None
        except ValueError as error:
            raise PipelineError(f"not a pipeline file: {error}") from None
        return cls.from_dict(data)

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        """Read a pipeline from file contents that are already parsed.

        Raises:
            PipelineError: The text names the step, the field and what is allowed.
        """
        contents = _migrated(data)
        _refuse_unknown(contents, ("augstudio", "padding", "steps"), "the pipeline")
        steps = contents.get("steps", [])
        if not isinstance(steps, list):
            raise PipelineError(f'"steps" must be a list, got {type(steps).__name__}')
        padding = _padding_from(contents.get("padding", {}))
        if len(steps) > MAX_STEPS:
            raise PipelineError(_too_many(len(steps)))
        parsed = [_step_from(item, number) for number, item in enumerate(steps, start=1)]
        try:
            return cls(steps=tuple(parsed), padding=padding)
        except ValidationError as error:
            raise PipelineError(_explain(error, "steps")) from None


@cache
def _file_fields(kind: type[Transform]) -> tuple[str, ...]:
    return tuple(item.name for item in parameters_of(kind) if isinstance(item.marker, Files))


def _files_of(transform: Transform) -> Iterator[Reference]:
    for name in _file_fields(type(transform)):
        yield from getattr(transform, name)


def _with_files(transform: Transform, change: Relocation) -> Transform:
    fields = {name: tuple(map(change, getattr(transform, name))) for name in _file_fields(type(transform))}
    return transform.model_copy(update=fields) if fields else transform


def make_transform(
    name: Any, fields: Mapping[str, Any], where: str, *, beside: Sequence[str] = ()
) -> Transform:
    """Build a transform from its name and field values.

    Args:
        name: The transform's name.
        fields: Field values; what is missing takes its default.
        where: How messages name the place.
        beside: Other keys that may stand there, for the messages.

    Raises:
        PipelineError: Unknown transform or field, or a value that is not allowed.
    """
    try:
        kind = transform_named(name)
    except PipelineError as error:
        raise PipelineError(f"{where}: {error}") from None
    where = f"{where} ({name})"
    _refuse_unknown(fields, (*beside, *kind.model_fields), where)
    try:
        return kind.model_validate(dict(fields))
    except ValidationError as error:
        raise PipelineError(_explain(error, where)) from None


def _padding_from(item: Any) -> Padding:
    if not isinstance(item, dict):
        raise PipelineError(f"padding: must be an object with a mode and a fill, got {quoted(item)}")
    _refuse_unknown(item, tuple(Padding.model_fields), "padding")
    try:
        return Padding.model_validate(item)
    except ValidationError as error:
        raise PipelineError(_explain(error, "padding")) from None


def _step_from(item: Any, number: int) -> Step:
    where = f"step {number}"
    if not isinstance(item, dict):
        raise PipelineError(f"{where}: must be an object with a transform, got {quoted(item)}")
    own = {key: item[key] for key in STEP_KEYS if key in item}
    fields = {key: value for key, value in item.items() if key not in STEP_KEYS}
    if "transform" not in own:
        raise PipelineError(f'{where}: has no "transform"')
    transform = make_transform(own["transform"], fields, where, beside=STEP_KEYS)
    where = f"{where} ({own['transform']})"
    step_id, probability, enabled = own.get("id"), own.get("probability", 1.0), own.get("enabled", True)
    if isinstance(step_id, bool) or not isinstance(step_id, int) or not 1 <= step_id <= MAX_STEP_ID:
        got = quoted(step_id)
        raise PipelineError(f"{where}, id: must be a whole number from 1 to {MAX_STEP_ID}, got {got}")
    if isinstance(probability, bool) or not isinstance(probability, int | float) or not 0 <= probability <= 1:
        raise PipelineError(f"{where}, probability: must be a number from 0 to 1, got {quoted(probability)}")
    if not isinstance(enabled, bool):
        raise PipelineError(f"{where}, enabled: must be true or false, got {quoted(enabled)}")
    return Step(id=step_id, transform=transform, probability=float(probability), enabled=enabled)


def _migrated(data: Any) -> dict[str, Any]:
    """The contents in today's version; checks that it is a pipeline file at all."""
    if not isinstance(data, dict) or "augstudio" not in data:
        raise PipelineError('not a pipeline file: it has no "augstudio" version')
    version = data["augstudio"]
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise PipelineError(f'"augstudio" must be the version of the file format, got {quoted(version)}')
    if version > SCHEMA_VERSION:
        raise PipelineError(
            f"the file has version {quoted(version)}, this program knows {SCHEMA_VERSION}; please update "
            "AugStudio"
        )
    contents: dict[str, Any] = data
    for step in range(version, SCHEMA_VERSION):
        contents = MIGRATIONS[step](contents)
    return contents


def _too_many(count: int) -> str:
    return f"a pipeline has at most {MAX_STEPS} steps, not {count}; take some out"


def _refuse_unknown(given: Mapping[str, Any], allowed: Sequence[str], where: str) -> None:
    for key in given:
        if key not in allowed:
            listed = ", ".join(allowed) or "none"
            raise PipelineError(f"{where}: unknown field {quoted(key)}; allowed are {listed}")


def _explain(error: ValidationError, where: str) -> str:
    """The first problem that pydantic found, as one line."""
    problem = error.errors()[0]
    path = ".".join(str(part) for part in problem["loc"])
    reason = problem["msg"].removeprefix("Value error, ")
    return f"{where}, {path}: {reason}" if path else f"{where}: {reason}"


def _bounded(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:  # Python itself gives up at some thousands
        raise ValueError(f"{shortened(digits, LONGEST_VALUE)} is not a number that a pipeline may hold")
    return int(digits)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number that a pipeline may hold")


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {quoted(key)} stands twice in one object")
        found[key] = value
    return found
