"""Class maps and layers of bitmaps on their way through the stages."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeAlias

import numpy as np

from augstudio.core.arrays import ClassMap, Float64Array, Int32Array
from augstudio.core.cached import cached_property
from augstudio.core.image import Size
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Categories, Labels, SemanticMask
from augstudio.core.lattice import Cell
from augstudio.core.matrix import Matrix, compose, inverse, is_affine, on_grid, resizing, translation
from augstudio.core.padding import PaddingMode
from augstudio.core.polygon import Rings
from augstudio.kernels.geometry.nearest import nearest
from augstudio.kernels.geometry.projection import projection
from augstudio.kernels.geometry.stretch import Origin
from augstudio.kernels.sampling.tiled import Map, PackedMaps, TiledMap
from augstudio.render.labelling.moving import Copies
from augstudio.render.labelling.pieces import BITMAP, Bits, Indices, Pieces
from augstudio.render.labelling.runs import Runs, runs_of
from augstudio.render.labelling.tiles import Tiles
from augstudio.render.labelling.ways import Way
from augstudio.render.resolve import Remapping, Resampling

# The sides of a box, of which left, top, right and bottom are given, at its corners.
_ROUND: Final = (0, 1, 2, 1, 2, 3, 0, 3)
# Where a picture without size lies.
_AWAY: Final = float(1 << 24)


_Spots: TypeAlias = tuple[bool, Indices]


@dataclass(frozen=True)
class Maps:
    """The maps of one picture.

    Attributes:
        layers: Those of bitmaps.
        semantic: The classes of all pixels, if there are any.
        policy: What becomes of what padding repeats.
        ignore: The value for pixels that count for nothing.
        spacing: Pixels of the picture, across and down, from one pixel of the maps to the next: more than one
            where they are reduced.
    """

    layers: tuple[Int32Array, ...]
    semantic: SemanticMask | None
    policy: LabelPolicy
    ignore: int
    spacing: tuple[float, float] = (1.0, 1.0)

    @classmethod
    def of(cls, labels: Labels, policy: LabelPolicy, categories: Categories) -> Maps:
        """The maps of labels."""
        semantic = labels.semantic
        return cls(labels.layers, semantic, policy, 0 if semantic is None else _ignored(semantic, categories))

    @cached_property
    def runs(self) -> tuple[Runs, ...]:
        """The runs of all layers."""
        return tuple(map(runs_of, self.layers))

    @cached_property
    def _most(self) -> tuple[int, ...]:
        """The greatest number in each layer."""
        return tuple(int(layer.max(initial=0)) for layer in self.layers)

    def count(self, layer: int, number: int) -> float:
        """How many pixels of the picture have a number in a layer; about so many where maps are reduced."""
        return self.runs[layer].count(number) * self.spacing[0] * self.spacing[1]

    def counts(self, layers: Indices, numbers: Indices) -> Float64Array:
        """``(N,)`` as :meth:`count`, for each of several numbers."""
        found = np.zeros(numbers.size)
        for layer, runs in enumerate(self.runs):
            rows = layers == layer
            found[rows] = runs.counts_of(numbers[rows]) * self.spacing[0] * self.spacing[1]
        return found

    def counts_under(self, hidden: Bits) -> tuple[Float64Array, ...]:
        """Of each layer how many pixels of each number are hidden."""
        return tuple(np.bincount(layer[hidden]).astype(np.float64) for layer in self.layers)

    def moved(
        self,
        stage: Resampling | Remapping,
        mode: PaddingMode,
        tiles: Tiles,
        copies: Copies,
        reduced: Size | None = None,
    ) -> Maps:
        """The maps in the result of a stage.

        Args:
            stage: The stage.
            mode: The padding mode.
            tiles: The cells that it sees.
            copies: The pieces in them.
            reduced: Which size the maps shall have instead, no larger: for a draft, in which single pixels do
                not count.
        """
        if not self.layers and self.semantic is None:
            return self
        whole = stage.target if isinstance(stage, Resampling) else stage.size
        size = reduced or whole
        spacing = whole[0] / size[0], whole[1] / size[1]
        if not tiles.all:
            return self._nothing(size)
        across, down, places = _grid(tiles)
        planes = [
            TiledMap(layer, across, down, self._numbers(number, copies, (tiles.all[0].real, places)), 0)
            for number, layer in enumerate(self.layers)
        ]
        if self.semantic is not None:
            names = self._classes(mode, tiles, places, (len(down), len(across)))
            planes.append(TiledMap(self.semantic.classes, across, down, names, self.ignore))
        coarseness = max(0, int(math.log2(min(spacing))))
        made = self._seen(planes, _back_from(size, whole, _back(stage)), size, coarseness)
        for values in made:
            values.flags.writeable = False
        layers = tuple(made[: len(self.layers)])
        semantic = None if self.semantic is None else self._mask(self.semantic, made[-1])
        return replace(self, layers=layers, semantic=semantic, spacing=spacing)

    def _seen(
        self, planes: Sequence[TiledMap], back: Matrix | Origin, size: Size, coarseness: int
    ) -> Sequence[Map]:
        """The planes of the layers and of the classes, seen through a way back from a result."""
        pair = self._packed.tiled(*planes) if len(planes) == 2 and self._packed is not None else None
        if pair is None:
            return nearest(planes, back, size, coarseness)
        return pair.apart(nearest([pair], back, size, coarseness)[0])

    @cached_property
    def _packed(self) -> PackedMaps | None:
        """A single layer and the classes in one map."""
        if len(self.layers) != 1 or self.semantic is None:
            return None
        return PackedMaps.of(self.layers[0], self.semantic.classes, self.ignore)

    def _nothing(self, size: Size) -> Maps:
        """Where nothing of the picture or its padding is seen."""
        shape = size[1], size[0]
        layers = tuple(np.zeros(shape, np.int32) for _ in self.layers)
        if self.semantic is None:
            return replace(self, layers=layers)
        classes = np.full(shape, self.ignore, self.semantic.classes.dtype)
        return replace(self, layers=layers, semantic=self._mask(self.semantic, classes))

    def framed(self, pieces: Pieces) -> Pieces:
        """Bitmaps with the boxes around their pixels; without those that have none."""
        framed: dict[int, Rings] = {}
        facts = pieces.facts
        bitmaps = (facts.kind == BITMAP).nonzero()[0]
        for layer, runs in enumerate(self.runs if bitmaps.size else ()):
            rows = bitmaps[facts.layer.take(bitmaps) == layer]
            numbers = facts.number.take(rows)
            shown = runs.counts_of(numbers) > 0
            framed |= dict.fromkeys(rows[~shown].tolist(), ())
            boxes = self._corners(runs.extents.take(numbers[shown], axis=0))
            framed |= {row: (box,) for row, box in zip(rows[shown].tolist(), boxes, strict=True)}
        return pieces.with_some(dict(sorted(framed.items())))[0]

    def _corners(self, extents: Float64Array) -> Float64Array:
        """``(N, 4, 2)`` the corners around pixels of the maps, in pixel coordinates of the picture."""
        edges = (extents + 0.5) * (*self.spacing, *self.spacing) - 0.5
        return edges.take(_ROUND, axis=1).reshape(-1, 4, 2)

    def settled(self, pieces: Pieces, copies: Copies, before: Maps, way: Way) -> Pieces:
        """Pieces of the result whose bitmaps are what these maps show of them.

        Args:
            pieces: Those of the result, bitmaps with boxes somewhere around them.
            copies: What they were made of.
            before: The maps before the stage.
            way: The stage.
        """
        bitmaps = np.flatnonzero(pieces.facts.kind == BITMAP)
        if not bitmaps.size:
            return pieces
        wholes = {
            (int(layer), int(number)): (int(old), place)
            for place, (layer, number, old) in enumerate(
                zip(copies.pieces.facts.layer, copies.pieces.facts.number, copies.before, strict=True)
            )
        }
        visible = pieces.facts.visible.copy()
        for row in bitmaps[pieces.facts.truncated[bitmaps]].tolist():
            layer, number = int(pieces.facts.layer[row]), int(pieces.facts.number[row])
            old, place = wholes[layer, number]
            runs = before.runs[layer]
            if way.grows_evenly:
                grown = _grown(copies.pieces.facts.linear[place], pieces.facts.linear[row])
                area = runs.count(old) * grown
            else:
                area = runs.area(old, partial(_placed, way, copies.moves[place]))
            left = self.count(layer, number)
            visible[row] = copies.pieces.facts.visible[place] * (min(1.0, left / area) if area > 0 else 1.0)
        return self.framed(replace(pieces, facts=replace(pieces.facts, visible=visible)))

    def _numbers(self, position: int, copies: Copies, grid: tuple[bool, Indices]) -> Indices:
        """What each number of a layer is called in each cell."""
        real, places = grid
        most = self._most[position]
        rows, columns = int(places[:, 0].max(initial=0)) + 1, int(places[:, 1].max(initial=0)) + 1
        names = np.zeros((rows, columns, max(2, most + 1)), np.int64)
        if real:
            names[places[0, 0], places[0, 1]] = np.arange(names.shape[2])
        facts = copies.pieces.facts
        own = (facts.kind == BITMAP) & (facts.layer == position)
        spots = places[copies.cells[own]]
        names[spots[:, 0], spots[:, 1], copies.before[own]] = facts.number[own]
        return names

    def _classes(self, mode: PaddingMode, tiles: Tiles, places: Indices, shape: tuple[int, int]) -> Indices:
        """What becomes of classes in each cell: the value to be ignored, or -1 where they stay."""
        names = np.full((*shape, 1), -1, np.int64)
        for tile, (row, column) in zip(tiles.all, places.tolist(), strict=True):
            repeated = self.policy.padding == "replicate" and mode is not PaddingMode.EDGE
            if not tile.real and not repeated:
                names[row, column] = self.ignore
        return names

    def _mask(self, before: SemanticMask, classes: ClassMap) -> SemanticMask:
        ignore = before.ignore
        if ignore is None and bool(np.any(classes == self.ignore)):
            ignore = self.ignore
        return SemanticMask(classes, ignore, before.palette)


def _grown(before: Float64Array, after: Float64Array) -> float:
    """By how much a stage has made areas larger."""
    (a, b, c, d), (p, q, r, s) = before.tolist(), after.tolist()
    return float(abs((p * s - q * r) / (a * d - b * c)))


def _placed(way: Way, moves: Float64Array, points: Float64Array) -> Float64Array:
    """Where a stage shows points of the picture that lie in a cell."""
    return way.places(points * moves[0] + moves[1])


def _ignored(semantic: SemanticMask, categories: Categories) -> int:
    """The value of pixels that count for nothing: the mask's own, or else the greatest that is no class's."""
    if semantic.ignore is not None:
        return semantic.ignore
    used = {category.source_id for category in categories.all}
    most = int(np.iinfo(semantic.classes.dtype).max)
    return next((value for value in range(most, 0, -1) if value not in used), most)


def _grid(tiles: Tiles) -> tuple[list[Cell], list[Cell], Indices]:
    """The cells of both axes in order, and the row and column of each tile among them."""
    across = sorted({tile.across for tile in tiles.all}, key=lambda cell: cell.number)
    down = sorted({tile.down for tile in tiles.all}, key=lambda cell: cell.number)
    columns, rows = ({cell.number: place for place, cell in enumerate(cells)} for cells in (across, down))
    places = [(rows[tile.down.number], columns[tile.across.number]) for tile in tiles.all]
    return across, down, np.array(places, np.intp).reshape(-1, 2)


def _back_from(size: Size, whole: Size, back: Matrix | Origin) -> Matrix | Origin:
    """A way back from a result of size ``whole``, from where it is reduced to another size."""
    if size == whole:
        return back
    if not callable(back):
        return on_grid(compose(resizing(size, whole), back))
    origin, ((across, _, right), (_, down, below), _) = back, resizing(size, whole)
    return lambda x, y: origin(x * across + right, y * down + below)


def _back(stage: Resampling | Remapping) -> Matrix | Origin:
    """The way back from a result, as its pixels are made."""
    if isinstance(stage, Remapping):
        transform, draw, size = stage.transform, stage.draw, stage.size
        return lambda x, y: transform.source_coordinates(draw, size, x, y)
    matrix = stage.matrix
    if not is_affine(matrix):
        shown = projection(matrix, stage.source)
        if callable(shown):
            return shown
        matrix = shown
    try:
        return on_grid(inverse(matrix))
    except ValueError:
        return translation(_AWAY, _AWAY)
