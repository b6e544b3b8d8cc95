"""What results of Label Studio are, which classes they name, and which points belong to a region.

Points that have a region as their parent (``parentID``) are keypoints of the object that it shows; their
class is then the keypoint's name, as in Label Studio's own export of poses as YOLO.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

LABEL_KINDS: Final = (
    "rectanglelabels",
    "polygonlabels",
    "brushlabels",
    "ellipselabels",
    "keypointlabels",
    "labels",
)
"""Types of results whose value names classes."""

_POINTS: Final = ("keypoint", "keypointlabels")
_GEOMETRY: Final = frozenset(("x", "points", "rle", "imageDataURL", "vertices"))


def is_region(result: Mapping[str, Any]) -> bool:
    """Whether a result has a place in the picture."""
    value = result.get("value")
    return isinstance(value, dict) and not _GEOMETRY.isdisjoint(value)


def id_of(result: Mapping[str, Any]) -> str:
    """What the results of one region have in common."""
    return str(result.get("id"))


def texts_of(result: Mapping[str, Any], key: str) -> list[str]:
    """The texts that a result lists under a key of its value."""
    value = result.get("value")
    found = value.get(key) if isinstance(value, dict) else None
    return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []


def names_of(result: Mapping[str, Any]) -> list[str]:
    """The classes that a result of a region names."""
    return [text for kind in LABEL_KINDS for text in texts_of(result, kind)]


def classes_of(results: Sequence[Any]) -> list[str]:
    """The classes that results name, in their order; those of choices are said of the whole picture."""
    found: dict[str, None] = {}
    items = [item for item in results if isinstance(item, dict)]
    regions, keypoints = {id_of(item) for item in items if is_region(item)}, linked_points(items)
    for item in items:
        whole = item.get("type") == "choices" and item.get("id") not in regions
        names = texts_of(item, "choices") if whole else names_of(item)
        if id_of(item) not in keypoints:
            found.update(dict.fromkeys(names))
    return list(found)


def linked_points(results: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The regions to which points with a name belong, both by their ids; a point has no points of its own."""
    named = {id_of(item) for item in results if names_of(item)}
    regions = [item for item in results if is_region(item) and id_of(item) in named]
    points = {id_of(item) for item in regions if item.get("type") in _POINTS}
    shapes = {id_of(item) for item in regions} - points
    parents = ((id_of(item), item.get("parentID")) for item in results if id_of(item) in points)
    return {name: parent for name, parent in parents if isinstance(parent, str) and parent in shapes}


def keypoints_of(results: Sequence[Any]) -> Iterator[tuple[str, str, str]]:
    """The classes of regions that have points, each with the name of one of these and its control."""
    items = [item for item in results if isinstance(item, dict)]
    linked = linked_points(items)
    if linked:
        names = {id_of(item): found[0] for item in reversed(items) if (found := names_of(item))}
        controls = {id_of(item): str(item.get("from_name")) for item in items if id_of(item) in linked}
        yield from ((names[parent], names[point], controls[point]) for point, parent in linked.items())
