"""The format of pipeline files: how their text is read, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from augstudio.core.label_policy import LabelPolicy
from augstudio.core.padding import Padding
from augstudio.core.step import Step
from augstudio.core.text import LONGEST_VALUE, quoted, shortened
from augstudio.core.transform import Transform, transform_named
from augstudio.errors import Message, PipelineError, message_of

SCHEMA_VERSION = 1
"""Version of the pipeline file that this program writes."""

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""Turns a file of version n into version n + 1; empty while there is one version."""

STEP_KEYS = ("id", "transform", "probability", "enabled", "classes", "not_classes")

MAX_STEPS: Final = 200
"""Steps that a pipeline can have."""

_MOST_DIGITS: Final = 4000
_ValueT = TypeVar("_ValueT", bound=BaseModel)


def parsed_json(text: str) -> Any:
    """What the text of a pipeline file holds; a key that stands twice and numbers without end are refused.

    Raises:
        PipelineError: It is not JSON.
    """
    try:
        return json.loads(
            text, parse_int=_bounded, parse_constant=_refuse_constant, object_pairs_hook=_unique_keys
        )
    except RecursionError:
        raise PipelineError("not a pipeline file: it is nested too deeply") from None
    except ValueError as error:
        raise PipelineError("not a pipeline file: {0}", message_of(error)) from None


def parsed_pipeline(data: Any) -> tuple[tuple[Step, ...], Padding, LabelPolicy]:
    """Steps, padding and policy for labels of a pipeline file's contents, of this version or an earlier one.

    Raises:
        PipelineError: The text names the step, the field and what is allowed.
    """
    contents = _migrated(data)
    _refuse_unknown(contents, ("augstudio", "padding", "labels", "steps"), "the pipeline")
    steps = contents.get("steps", [])
    if not isinstance(steps, list):
        raise PipelineError('"steps" must be a list, got {0}', type(steps).__name__)
    padding, labels = contents.get("padding", {}), contents.get("labels", {})
    if not isinstance(padding, dict):
        raise PipelineError("padding: must be an object with a mode and a fill, got {0}", quoted(padding))
    if not isinstance(labels, dict):
        raise PipelineError("labels: must be an object with a policy for labels, got {0}", quoted(labels))
    if len(steps) > MAX_STEPS:
        raise PipelineError(too_many_steps(len(steps)))
    checked = tuple(_step_from(item, number) for number, item in enumerate(steps, start=1))
    return checked, _value_from(Padding, padding, "padding"), _value_from(LabelPolicy, labels, "labels")


def too_many_steps(count: int) -> Message:
    """That a pipeline cannot have so many steps."""
    return Message("a pipeline has at most {0} steps, not {1}; take some out", MAX_STEPS, count)


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
        raise PipelineError("{0}: {1}", where, message_of(error)) from None
    where = Message("{0} ({1})", where, name)
    _refuse_unknown(fields, (*beside, *kind.model_fields), where)
    try:
        return kind.model_validate(dict(fields))
    except ValidationError as error:
        raise PipelineError(explained_problem(error, where)) from None


def _value_from(kind: type[_ValueT], item: Mapping[str, Any], name: str) -> _ValueT:
    """The value of a kind that stands in a file under a name."""
    _refuse_unknown(item, tuple(kind.model_fields), name)
    try:
        return kind.model_validate(item)
    except ValidationError as error:
        raise PipelineError(explained_problem(error, name)) from None


def _step_from(item: Any, number: int) -> Step:
    where = Message("step {0}", number)
    if not isinstance(item, dict):
        raise PipelineError("{0}: must be an object with a transform, got {1}", where, quoted(item))
    own = {key: item[key] for key in STEP_KEYS if key in item}
    fields = {key: value for key, value in item.items() if key not in STEP_KEYS}
    if "transform" not in own:
        raise PipelineError('{0}: has no "transform"', where)
    transform = make_transform(own["transform"], fields, where, beside=STEP_KEYS)
    where = Message("{0} ({1})", where, own["transform"])
    try:
        return Step(**{"id": None, **own, "transform": transform})
    except ValidationError as error:
        raise PipelineError(explained_problem(error, where)) from None


def _migrated(data: Any) -> dict[str, Any]:
    """The contents in today's version; checks that it is a pipeline file at all."""
    if not isinstance(data, dict) or "augstudio" not in data:
        raise PipelineError('not a pipeline file: it has no "augstudio" version')
    version = data["augstudio"]
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise PipelineError('"augstudio" must be the version of the file format, got {0}', quoted(version))
    if version > SCHEMA_VERSION:
        raise PipelineError(
            "the file has version {0}, this program knows {1}; please update AugStudio",
            quoted(version),
            SCHEMA_VERSION,
        )
    contents: dict[str, Any] = data
    for step in range(version, SCHEMA_VERSION):
        contents = MIGRATIONS[step](contents)
    return contents


def _refuse_unknown(given: Mapping[str, Any], allowed: Sequence[str], where: str) -> None:
    for key in given:
        if key not in allowed:
            listed = ", ".join(allowed) or Message("none")
            raise PipelineError("{0}: unknown field {1}; allowed are {2}", where, quoted(key), listed)


def explained_problem(error: ValidationError, where: str) -> Message:
    """The first problem that pydantic found, as one line."""
    problem = error.errors()[0]
    path = ".".join(str(part) for part in problem["loc"])
    cause = problem.get("ctx", {}).get("error")
    reason = message_of(cause) if isinstance(cause, ValueError) else Message("{0}", problem["msg"])
    return Message("{0}, {1}: {2}", where, path, reason) if path else Message("{0}: {1}", where, reason)


def _bounded(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:  # Python itself gives up at some thousands
        raise ValueError(
            Message("{0} is not a number that a pipeline may hold", shortened(digits, LONGEST_VALUE))
        )
    return int(digits)


def _refuse_constant(name: str) -> None:
    raise ValueError(Message("{0} is not a number that a pipeline may hold", name))


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(Message("the key {0} stands twice in one object", quoted(key)))
        found[key] = value
    return found
