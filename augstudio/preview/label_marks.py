"""What is drawn of labels: lines, points and areas, before anybody says with which brush."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Image, Size
from augstudio.core.labels import (
    NOT_LABELLED,
    VISIBLE,
    Bitmap,
    Categories,
    Instance,
    Labels,
    Outline,
    SemanticMask,
)
from augstudio.core.outline_rows import OutlineRows
from augstudio.core.region import Region

_MOST_AREAS: Final = 255
_STRIPES: Final = 8  # pixels from one line of a hatching to the next
_DASH: Final = 6  # pixels of a dash, and from one to the next
_Map: TypeAlias = npt.NDArray[np.integer]
_Mask: TypeAlias = npt.NDArray[np.bool_]


class MarkKind(StrEnum):
    """How an instance is drawn."""

    REAL = "real"
    GHOST = "ghost"
    IGNORED = "ignored"


class MarkPoint(NamedTuple):
    """A keypoint: its column and row, and whether it is seen."""

    x: float
    y: float
    visible: bool


@dataclass(frozen=True)
class Mark:
    """The lines and points of one instance, in pixel coordinates of the picture.

    Attributes:
        category: Its class.
        kind: How it is drawn.
        rings: Closed lines, ``(n, 2)`` columns and rows each.
        points: The keypoints that have a place.
        bones: Pairs of places in ``points`` that the skeleton joins.
    """

    category: int
    kind: MarkKind
    rings: tuple[Float64Array, ...] = ()
    points: tuple[MarkPoint, ...] = ()
    bones: tuple[tuple[int, int], ...] = ()


class Area(NamedTuple):
    """Pixels that are drawn alike.

    Attributes:
        category: Their class; None for pixels to be ignored.
        kind: How they are drawn.
        edge: Whether a neighbour of theirs belongs to something else.
    """

    category: int | None
    kind: MarkKind
    edge: bool


@dataclass(frozen=True)
class Areas:
    """The pixels of masks, for the part of a picture that a frame shows.

    Attributes:
        codes: ``(H, W)`` uint8: 0 for nothing, else the place of an entry in ``entries``, from 1.
        entries: What is drawn.
    """

    codes: Image
    entries: tuple[Area, ...]


def kind_of(instance: Instance) -> MarkKind:
    """How an instance is drawn."""
    if instance.ignored:
        return MarkKind.IGNORED
    return MarkKind.GHOST if instance.ghost else MarkKind.REAL


def marks_of(labels: Labels, categories: Categories) -> tuple[Mark, ...]:
    """Lines and points of all instances, in their order; pixels of masks are :func:`areas_of`."""
    if labels.outlines is not None:
        return tuple(_outline_marks(labels.outlines))
    return tuple(_mark(item, categories) for item in labels.instances)


def _outline_marks(outlines: OutlineRows) -> Iterator[Mark]:
    """The marks of outlines, without making instances of them."""
    facts = outlines.facts
    columns = (outlines.owners, outlines.all_rings(), outlines.ignored, outlines.ghosts)
    for owner, rings, ignored, ghost in zip(*columns, strict=True):
        kind = MarkKind.GHOST if ghost else MarkKind.REAL
        if ignored or facts.ignored[owner]:
            kind = MarkKind.IGNORED
        yield Mark(facts.categories[owner], kind, rings)


def _mark(item: Instance, categories: Categories) -> Mark:
    shape = item.shape
    if shape is None or isinstance(shape, Bitmap):
        rings: tuple[Float64Array, ...] = ()
    else:
        rings = shape.rings if isinstance(shape, Outline) else (shape.corners,)
    points, bones = _figure(item, categories)
    return Mark(item.category, kind_of(item), rings, points, bones)


def _figure(
    item: Instance, categories: Categories
) -> tuple[tuple[MarkPoint, ...], tuple[tuple[int, int], ...]]:
    """The keypoints that have a place, and which of them are joined."""
    if item.keypoints is None:
        return (), ()
    slots = np.flatnonzero(item.keypoints.visibility != NOT_LABELLED).tolist()
    places = {slot: number for number, slot in enumerate(slots)}
    points, seen = item.keypoints.points.tolist(), item.keypoints.visibility.tolist()
    skeleton = categories[item.category].skeleton if item.category < len(categories) else ()
    bones = tuple((places[one], places[other]) for one, other in skeleton if {one, other} <= places.keys())
    found = (MarkPoint(points[slot][0], points[slot][1], seen[slot] == VISIBLE) for slot in slots)
    return tuple(found), bones


# -- masks ----------------------------------------------------------------------------------------------


def areas_of(labels: Labels, categories: Categories, whole: Size, part: Region) -> Areas | None:
    """The pixels of class maps and of instances that are given by their pixels.

    Args:
        labels: Those of a picture.
        categories: Their classes.
        whole: Width and height that the picture has at the scale at which it is shown.
        part: The part of it that is shown.

    Returns:
        None where there are no masks.
    """
    known = () if labels.outlines is not None else labels.instances
    bitmaps = [item for item in known if isinstance(item.shape, Bitmap)]
    if labels.semantic is None and not bitmaps:
        return None
    codes, entries = np.zeros((part.height, part.width), np.uint8), dict[Area, int]()
    if labels.semantic is not None:
        seen = _nearest(labels.semantic.classes, whole, part)
        values = np.flatnonzero(np.bincount(seen.ravel(), minlength=1)).tolist()
        found = _classes_of(labels.semantic, categories, values)
        _paint(codes, entries, seen, {value: _area(*item) for value, item in found.items()})
    for number, layer in enumerate(labels.layers):
        of_layer = {_id(item): item for item in bitmaps if _layer(item) == number}
        if of_layer:
            areas = {at: _area(item.category, kind_of(item)) for at, item in of_layer.items()}
            _paint(codes, entries, _nearest(layer, whole, part), areas)
    _hatch(codes, entries)
    return Areas(codes, tuple(entries))


def _hatch(codes: Image, entries: dict[Area, int]) -> None:
    """Leave only stripes of the pixels to be ignored."""
    plain = [code for area, code in entries.items() if area.kind is MarkKind.IGNORED and not area.edge]
    if plain:
        hatched = np.zeros(256, np.bool_)
        hatched[plain] = True
        codes[hatched.take(codes) & _between_stripes(*codes.shape)] = 0


def _area(category: int | None, kind: MarkKind) -> Area:
    return Area(category, kind, edge=False)


def _layer(item: Instance) -> int:
    assert isinstance(item.shape, Bitmap)
    return item.shape.layer


def _id(item: Instance) -> int:
    assert isinstance(item.shape, Bitmap)
    return item.shape.id


def _classes_of(
    mask: SemanticMask, categories: Categories, values: list[int]
) -> dict[int, tuple[int | None, MarkKind]]:
    """What the values of a class map mean; those of the background and of no class are left out."""
    known = {
        number if item.source_id is None else item.source_id: number
        for number, item in enumerate(categories.all)
    }
    found: dict[int, tuple[int | None, MarkKind]] = {}
    for value in values:
        if value == mask.ignore:
            found[value] = (None, MarkKind.IGNORED)
        elif value in known:
            found[value] = (known[value], MarkKind.REAL)
    return found


def _nearest(layer: _Map, whole: Size, part: Region) -> _Map:
    """The part of a map that is shown, by its nearest pixels."""
    height, width = layer.shape
    if whole == (width, height):
        return layer[part.top : part.bottom, part.left : part.right]
    rows = (2 * np.arange(part.top, part.bottom) + 1) * height // (2 * whole[1])
    columns = (2 * np.arange(part.left, part.right) + 1) * width // (2 * whole[0])
    near: _Map = layer.take(rows, axis=0).take(columns, axis=1)
    return near


def _paint(codes: Image, entries: dict[Area, int], seen: _Map, areas: dict[int, Area]) -> None:
    """Put areas, each with its edge, over what is painted already."""
    table = np.zeros((2, 1 + max((*areas, int(seen.max(initial=0))))), np.uint8)
    for value, area in areas.items():
        for edge in (False, True):
            wanted = area._replace(edge=edge)
            table[int(edge), value] = entries.setdefault(wanted, min(_MOST_AREAS, len(entries) + 1))
    level, steep = _edges(seen)
    edges = level | steep
    ghosts = [value for value, area in areas.items() if area.kind is MarkKind.GHOST]
    if ghosts:
        solid = np.ones(table.shape[1], np.bool_)
        solid[ghosts] = False
        edges &= _dashes(level) | solid.take(seen)
    painted = table[0].take(seen)
    painted[edges] = table[1].take(seen[edges])
    np.copyto(codes, painted, where=painted > 0)


def _edges(seen: _Map) -> tuple[_Mask, _Mask]:
    """Where the neighbour above or below has another value, and where the one at a side has."""
    level, steep = np.zeros(seen.shape, np.bool_), np.zeros(seen.shape, np.bool_)
    down, across = seen[1:] != seen[:-1], seen[:, 1:] != seen[:, :-1]
    level[1:] |= down
    level[:-1] |= down
    steep[:, 1:] |= across
    steep[:, :-1] |= across
    return level, steep


def _dashes(level: _Mask) -> _Mask:
    """Where edges are drawn that are dashed: by columns where they are level, else by rows."""
    rows, columns = np.ogrid[: level.shape[0], : level.shape[1]]
    drawn: _Mask = np.where(level, columns // _DASH % 2 == 0, rows // _DASH % 2 == 0)
    return drawn


@lru_cache(maxsize=4)
def _between_stripes(height: int, width: int) -> _Mask:
    """Which pixels a hatching leaves out; kept, as all frames of a size have the same."""
    rows, columns = np.ogrid[:height, :width]
    left_out: _Mask = (rows + columns) % _STRIPES > 0
    left_out.flags.writeable = False
    return left_out


def named(mark: Mark, categories: Categories) -> str:
    """The name of a mark's class."""
    return categories[mark.category].name if mark.category < len(categories) else str(mark.category)


def classes_shown(labels: Labels, areas: Areas | None) -> Iterator[int]:
    """The classes of what is on show, each once, in their order."""
    tags = () if labels.tags is None else (position for position, _ in labels.tags.weights)
    of_areas = () if areas is None else (area.category for area in areas.entries)
    outlines = labels.outlines
    if outlines is None:
        named_ones = {item.category for item in labels.instances}
    else:
        named_ones = set(map(outlines.facts.categories.__getitem__, outlines.owners))
    found = named_ones | {*tags} | {*of_areas}
    yield from sorted(position for position in found if position is not None)
