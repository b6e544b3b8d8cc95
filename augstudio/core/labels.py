"""Labels of a picture: boxes, outlines, bitmaps, keypoints, class maps and tags, as frozen values.

Coordinates are those of pictures everywhere in this program: pixel centres are whole numbers, so that a
picture of ``w`` pixels covers -0.5 to ``w - 0.5``. Each format's reader and writer converts; nothing else
adds halves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, TypeAlias, TypeVar

import numpy as np

from augstudio.core.arrays import ClassMap, Float64Array, Int32Array
from augstudio.core.class_colours import class_colour
from augstudio.core.outline_rows import OutlineRows

Attributes: TypeAlias = Mapping[str, Any]
"""What a format says beyond the standard fields, as JSON has it; carried as it is."""

_ArrayT = TypeVar("_ArrayT", bound=np.ndarray[Any, Any])


class _Value:
    """Compares by contents, also where fields hold arrays."""

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        names = (item.name for item in fields(self) if item.compare)  # type: ignore[arg-type]  # of dataclasses
        return all(_same(getattr(self, name), getattr(other, name)) for name in names)

    __hash__ = None  # type: ignore[assignment]  # arrays have no hash


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return one.dtype == other.dtype and np.array_equal(one, other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


def _fixed(value: object, name: str, array: np.ndarray[Any, Any]) -> None:
    """Keep an array that nobody can write into."""
    object.__setattr__(value, name, _read_only(array))


def _read_only(array: _ArrayT) -> _ArrayT:
    kept = array.copy() if array.flags.writeable else array
    kept.flags.writeable = False
    return kept


def _points(values: Any) -> Float64Array:
    array = np.asarray(values, dtype=np.float64)
    if array.ndim != 2 or array.shape[1] != 2:
        raise ValueError(f"points must have the shape (n, 2), got {array.shape}")
    return array


@dataclass(frozen=True, slots=True)
class Box:
    """An axis-aligned rectangle by the outer edges of the pixels that it covers.

    Attributes:
        left: Least column; a box around the first pixel alone goes from -0.5 to 0.5.
        top: Least row.
        right: Greatest column.
        bottom: Greatest row.
    """

    left: float
    top: float
    right: float
    bottom: float

    @property
    def corners(self) -> Float64Array:
        """``(4, 2)`` float64 columns and rows, also of whole numbers, clockwise from the upper left one."""
        left, top, right, bottom = self.left, self.top, self.right, self.bottom
        return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float64)


@dataclass(frozen=True, eq=False, slots=True)
class OrientedBox(_Value):
    """A rectangle at any angle.

    Attributes:
        corners: ``(4, 2)`` float64 columns and rows, in order around it, as the source gives them.
    """

    corners: Float64Array

    def __post_init__(self) -> None:
        """Fix the corners."""
        corners = _points(self.corners)
        if corners.shape != (4, 2):
            raise ValueError(f"an oriented box has four corners, not {len(corners)}")
        _fixed(self, "corners", corners)


@dataclass(frozen=True, eq=False, slots=True)
class Outline(_Value):
    """A region of any form, in one or several parts, with or without holes.

    Attributes:
        rings: ``(n, 2)`` float64 columns and rows each, closed by themselves; those around holes run the
            other way round than the ring around the part that they are in.
    """

    rings: tuple[Float64Array, ...]

    def __post_init__(self) -> None:
        """Fix the rings."""
        object.__setattr__(self, "rings", tuple(_read_only(_points(ring)) for ring in self.rings))

    @classmethod
    def of_fixed(cls, rings: tuple[Float64Array, ...]) -> Outline:
        """An outline of rings of the right kind that nobody can write into: they are not looked at again."""
        made = object.__new__(cls)
        object.__setattr__(made, "rings", rings)
        return made


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A region by its pixels: those of one of the labels' layers that have a number.

    Attributes:
        layer: Position in :attr:`Labels.layers`.
        id: The pixels' number there, from 1.
    """

    layer: int
    id: int


Shape: TypeAlias = Box | OrientedBox | Outline | Bitmap
"""Where an instance is."""

NOT_LABELLED: Final = 0
"""Visibility of a keypoint that is missing; its coordinates mean nothing and are never read."""
HIDDEN: Final = 1
"""Visibility of a keypoint whose place is known though something covers it."""
VISIBLE: Final = 2
"""Visibility of a keypoint that is seen."""


@dataclass(frozen=True, eq=False, slots=True)
class Keypoints(_Value):
    """Named places of an instance; a missing one keeps its slot.

    Attributes:
        points: ``(n, 2)`` float64 columns and rows.
        visibility: ``(n,)`` int32 of :data:`NOT_LABELLED`, :data:`HIDDEN` and :data:`VISIBLE`.
    """

    points: Float64Array
    visibility: Int32Array

    def __post_init__(self) -> None:
        """Fix the arrays."""
        points, visibility = _points(self.points), np.asarray(self.visibility, dtype=np.int32)
        if visibility.shape != (len(points),):
            raise ValueError(f"{len(points)} keypoints have {visibility.shape} visibilities")
        _fixed(self, "points", points)
        _fixed(self, "visibility", visibility)


@dataclass(frozen=True, kw_only=True)  # without slots, as most are derived from others
class Instance:
    """One object in a picture.

    Attributes:
        category: Its class, as a position in :class:`Categories`.
        shape: Where it is; None where keypoints alone say it.
        keypoints: Its named places, if its format has them.
        group: Instances of one picture with the same number belong together.
        crowd: It stands for several objects that were not told apart.
        difficult: The annotator found it hard to tell.
        truncated: It goes on beyond the picture.
        occluded: Something covers part of it.
        ignored: Neither something to find nor background; writers say so as their format can.
        ghost: A copy that padding made.
        visible: The share of its area that is left, 0..1.
        origin: Its number in the source, from 0; all that comes of one instance has the same one.
        attributes: What its format says beyond this.
    """

    category: int
    shape: Shape | None = None
    keypoints: Keypoints | None = None
    group: int | None = None
    crowd: bool = False
    difficult: bool = False
    truncated: bool = False
    occluded: bool = False
    ignored: bool = False
    ghost: bool = False
    visible: float = 1.0
    origin: int = 0
    attributes: Attributes = field(default_factory=dict)

    @property
    def has_keypoints(self) -> bool:
        """Whether the place of any keypoint is known; formats have slots also for instances without any."""
        return self.keypoints is not None and bool(np.any(self.keypoints.visibility != NOT_LABELLED))


@dataclass(frozen=True, eq=False, slots=True)
class SemanticMask(_Value):
    """The class of every pixel.

    Attributes:
        classes: ``(H, W)`` uint8 or uint16, values of the source: a class's :attr:`Category.source_id`.
        ignore: The value of pixels that count for nothing; None where the format knows none.
        palette: Red, green and blue, 0..255, of each value from 0, where the source has a palette.
    """

    classes: ClassMap
    ignore: int | None = None
    palette: tuple[tuple[int, int, int], ...] | None = None

    def __post_init__(self) -> None:
        """Fix the map."""
        if self.classes.ndim != 2 or self.classes.dtype not in (np.uint8, np.uint16):
            raise ValueError(f"a class map is (H, W) uint8 or uint16, not {self.classes.dtype}")
        _fixed(self, "classes", self.classes)


@dataclass(frozen=True, slots=True)
class Tags:
    """What is said of a picture as a whole.

    Attributes:
        weights: Classes by their positions in :class:`Categories`, each with its weight: 1, or less where
            pictures were mixed.
        numbers: Values by their names, for regression; carried unchanged.
        attributes: What else the format says of the picture.
    """

    weights: tuple[tuple[int, float], ...] = ()
    numbers: tuple[tuple[str, float], ...] = ()
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True, eq=False, slots=True)
class Labels(_Value):
    """All labels of one picture; empty where somebody looked and found nothing.

    Attributes:
        instances: The objects in it, in the source's order.
        layers: ``(H, W)`` int32 maps of the picture's size whose pixels name :class:`Bitmap` ids, 0 for none;
            several where regions overlap.
        semantic: The class of every pixel, if the format has it.
        tags: What is said of the whole picture, if the format has it.
        outlines: The instances in arrays, where they were made so; else None.
    """

    instances: tuple[Instance, ...] = ()
    layers: tuple[Int32Array, ...] = ()
    semantic: SemanticMask | None = None
    tags: Tags | None = None
    outlines: OutlineRows | None = field(default=None, init=False, repr=False, compare=False)
    _make: Callable[[], tuple[Instance, ...]] = field(default=tuple, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Fix the layers."""
        for layer in self.layers:
            if layer.ndim != 2 or layer.dtype != np.int32:
                raise ValueError(f"a layer of instances is (H, W) int32, not {layer.dtype}")
        object.__setattr__(self, "layers", tuple(map(_read_only, self.layers)))

    @classmethod
    def later(
        cls, make: Callable[[], tuple[Instance, ...]], outlines: OutlineRows | None, tags: Tags | None
    ) -> Labels:
        """Labels without maps whose instances are made when somebody asks for them."""
        made = cls(tags=tags)
        object.__setattr__(made, "outlines", outlines)
        object.__setattr__(made, "_make", make)
        object.__delattr__(made, "instances")
        return made

    def __getattr__(self, name: str) -> tuple[Instance, ...]:
        """Make the instances of :meth:`later`; whatever else is asked for is not there."""
        if name != "instances":
            raise AttributeError(name)
        object.__setattr__(self, name, self._make())
        return self.instances

    def __reduce__(self) -> tuple[Any, ...]:
        """As it is made."""
        return Labels, (self.instances, self.layers, self.semantic, self.tags)


@dataclass(frozen=True, slots=True)
class Category:
    """One class.

    Attributes:
        name: For people.
        source_id: Its number in the source, which may leave gaps; None has its position taken.
        colour: Red, green and blue, 0..255, in which it is drawn; None takes one by its position.
        mirror: Position of the class that it becomes in a mirror, such as the right hand for the left one.
        direction: Degrees clockwise from the right in which objects of this class point.
        keypoints: Names of the slots of its keypoints.
        skeleton: Pairs of slots, from 0, that are joined by a line.
        swaps: Pairs of slots that change places in a mirror.
        supercategory: The group to which its format counts it.
    """

    name: str
    source_id: int | None = None
    colour: tuple[int, int, int] | None = None
    mirror: int | None = None
    direction: float | None = None
    keypoints: tuple[str, ...] = ()
    skeleton: tuple[tuple[int, int], ...] = ()
    swaps: tuple[tuple[int, int], ...] = ()
    supercategory: str = ""


@dataclass(frozen=True, slots=True)
class Categories:
    """The classes of a dataset; an instance names one by its position.

    Attributes:
        all: The classes.
    """

    all: tuple[Category, ...] = ()

    @classmethod
    def named(cls, names: Iterable[str]) -> Categories:
        """Classes of these names, numbered from 0."""
        return cls(tuple(Category(name, number) for number, name in enumerate(names)))

    def __len__(self) -> int:
        """How many there are."""
        return len(self.all)

    def __getitem__(self, position: int) -> Category:
        """The class at a position."""
        return self.all[position]

    def position(self, name: str) -> int | None:
        """The position of the first class of a name; None where there is none."""
        return next((number for number, item in enumerate(self.all) if item.name == name), None)

    def colour(self, position: int) -> tuple[int, int, int]:
        """Red, green and blue, 0..255, in which a class is drawn."""
        own = self.all[position].colour if position < len(self.all) else None
        return own or class_colour(position)


@dataclass(frozen=True, slots=True)
class LabelCounts:
    """What became of a picture's instances, counted where they are relabelled.

    Attributes:
        real: Labelled, in the picture itself.
        ghosts: Labelled copies that padding made.
        ignored: Kept as regions to be ignored.
        dropped: Copies and remains without a label, by choice of the policy.
        too_small: Those among the ignored and dropped that fell below a threshold.
        outside: Instances of which nothing is left in the picture.
        swapped: Instances whose class or keypoints changed sides.
    """

    real: int = 0
    ghosts: int = 0
    ignored: int = 0
    dropped: int = 0
    too_small: int = 0
    outside: int = 0
    swapped: int = 0

    def __add__(self, other: LabelCounts) -> LabelCounts:
        """The counts of several pictures together."""
        names = (item.name for item in fields(self))
        return LabelCounts(**{name: getattr(self, name) + getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True)
class Relabelled:
    """What :func:`augstudio.render.labels.relabel` gives.

    Attributes:
        labels: The labels of the result.
        counts: What became of the instances.
        warnings: What people should know, in words.
    """

    labels: Labels
    counts: LabelCounts = LabelCounts()
    warnings: tuple[str, ...] = field(default=())
