"""A grid whose lines are moved."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Size
from augstudio.core.parameters import IntRange, IntSlider, Range, Slider, Toggle
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Distortion
from augstudio.kernels.geometry.lattice import node_values

_NUM_STEPS: Final = IntSlider(
    1,
    20,
    label="Cells",
    help="Cells of the grid along the width and the height.",
)
_DISTORTION: Final = Slider(
    0,
    0.9,
    step=0.01,
    unit="%",
    shown_as=100,
    help="How far lines may move, as a share of half a cell; they never meet.",
)


class GridDistortionDraw(Draw):
    """The number of cells, how far lines may move, and the lines' seed."""

    num_steps: Annotated[int, _NUM_STEPS.drawn]
    distortion: Annotated[float, _DISTORTION.drawn]
    noise_seed: NoiseSeed


class GridDistortion(Distortion[GridDistortionDraw]):
    """Lay a grid over the picture and move its lines, so that some cells grow and others shrink."""

    NAME = "grid_distortion"
    TITLE = "Grid distortion"
    FACTOR = "2-4x"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"distortion_range": (0, 0)}

    num_steps_range: Annotated[IntRange, _NUM_STEPS] = IntRange(4, 7)
    distortion_range: Annotated[Range, _DISTORTION] = Range(0.3, 0.8)
    move_edges: Annotated[
        bool, Toggle(help="Move the picture's edges like the other lines; padding fills what they leave.")
    ] = False

    def draw(self, stream: Stream, size: Size) -> GridDistortionDraw:
        """Draw the number of cells, how far lines may move, and the lines' seed."""
        return GridDistortionDraw(
            num_steps=stream.integer(*self.num_steps_range),
            distortion=stream.uniform(*self.distortion_range),
            noise_seed=stream.noise_seed(),
        )

    def source_coordinates(
        self, draw: GridDistortionDraw, size: Size, x: Float64Array, y: Float64Array
    ) -> tuple[Float64Array, Float64Array]:
        """Stretch every cell onto the place between its moved lines.

        The grid lies on the outermost pixels' centres, so that edges that stay never need padding.
        """
        return self._origin(draw, 0, size[0], x), self._origin(draw, 1, size[1], y)

    def target(
        self, draw: GridDistortionDraw, size: Size, x: Float64Array, y: Float64Array
    ) -> tuple[Float64Array, Float64Array]:
        """Squeeze the place between two moved lines back onto its cell."""
        return self._target(draw, 0, size[0], x), self._target(draw, 1, size[1], y)

    def _origin(self, draw: GridDistortionDraw, lane: int, side: int, places: Float64Array) -> Float64Array:
        if side == 1:
            return places
        cells, span = draw.num_steps, side - 1
        lines = _lines(draw, lane, self.move_edges)
        place = places * (cells / span)
        cell = np.clip(np.searchsorted(lines, place, side="right") - 1, 0, cells - 1)
        widths = lines[1:] - lines[:-1]
        moved = cell + (place - lines[cell]) / widths[cell] - place
        origin: Float64Array = places + moved * (span / cells)
        return origin if self.move_edges else np.clip(origin, 0, span)

    def _target(self, draw: GridDistortionDraw, lane: int, side: int, places: Float64Array) -> Float64Array:
        if side == 1:
            return places
        cells, span = draw.num_steps, side - 1
        lines = _lines(draw, lane, self.move_edges)
        place = places * (cells / span)
        cell = np.clip(np.floor(place), 0, cells - 1)
        first = cell.astype(np.intp)
        widths = lines[1:] - lines[:-1]
        moved = lines[first] + (place - cell) * widths[first] - place
        target: Float64Array = places + moved * (span / cells)
        return target


@lru_cache(maxsize=64)
def _lines(draw: GridDistortionDraw, lane: int, move_edges: bool) -> Float64Array:
    """Where the lines across one way are seen, in cells; all parts of a picture ask for them."""
    cells = draw.num_steps
    moves = node_values(draw.noise_seed, lane, Region(0, 0, cells + 1, 1))[0]
    moves *= draw.distortion / 2
    if not move_edges:
        moves[[0, -1]] = 0.0
    lines: Float64Array = np.arange(cells + 1) + moves
    lines.flags.writeable = False
    return lines
