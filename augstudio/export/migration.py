"""Manifests of earlier versions: what their lines become.

In version 1 a line named no version, and what a step drew stood beside its id, lists value by value:
``{"id": 3, "transform": "cutout", "count": 1, ..., "x1": 0.5, "y1": 0.25}``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

_STEP: Final = ("id", "transform")
_CORNERS: Final = ("upper_left", "upper_right", "lower_right", "lower_left")


def nested_draw(flat: Mapping[str, Any]) -> dict[str, Any]:
    """A draw of version 1 as it stands in version 2; what is damaged stays so."""
    step = {name: flat[name] for name in _STEP if name in flat}
    values = {name: value for name, value in flat.items() if name not in _STEP}
    unpack = _UNPACKED.get(str(step.get("transform")), dict)
    return {**step, "draw": unpack(values)}


def _listed(values: dict[str, Any], name: str, fields: tuple[str, ...]) -> dict[str, Any]:
    """What stood as ``x1, y1, x2, y2, ...`` as a list of objects."""
    found: list[dict[str, Any]] = []
    while entry := [field for field in fields if f"{field}{len(found) + 1}" in values]:
        found.append({field: values.pop(f"{field}{len(found) + 1}") for field in entry})
    return {**values, name: found}


def _corners(values: dict[str, Any]) -> dict[str, Any]:
    """What stood as ``upper_left_x, upper_left_y, ...`` as an object for each corner."""
    for corner in _CORNERS:
        ways = {way: f"{corner}_{way}" for way in "xy" if f"{corner}_{way}" in values}
        values[corner] = {way: values.pop(key) for way, key in ways.items()}
    return values


def _operations(values: dict[str, Any]) -> dict[str, Any]:
    return _listed(values, "operations", ("operation", "strength"))


_UNPACKED: Final[Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]]] = {
    "cutout": lambda values: _listed(values, "centres", ("x", "y")),
    "perspective": _corners,
    "rand_augment": _operations,
    "trivial_augment": _operations,
}
