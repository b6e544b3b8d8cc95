"""Stretched here and squeezed there."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Distortion
from augstudio.kernels.geometry.lattice import UNFOLDED, surfaces

_ALPHA: Final = Slider(
    0,
    0.2,
    step=0.005,
    unit="%",
    shown_as=100,
    label="Strength",
    help="How far pixels move at most, as a share of the picture's shorter side; never so far that "
    "the picture would fold, which is just under half the coarseness.",
)
_SIGMA: Final = Slider(
    0.02,
    0.5,
    step=0.01,
    unit="%",
    shown_as=100,
    label="Coarseness",
    help="Distance over which the movement changes, as a share of the picture's shorter side.",
)


class ElasticDraw(Draw):
    """Strength and coarseness as shares of the shorter side, and the surfaces' seed."""

    alpha: Annotated[float, _ALPHA.drawn]
    sigma: Annotated[float, _SIGMA.drawn]
    noise_seed: NoiseSeed


class Elastic(Distortion[ElasticDraw]):
    """Move every pixel a little, neighbours alike, as if the picture were printed on rubber.

    The movements are smooth random surfaces (cubic B-splines); after Simard et al., 2003.
    """

    NAME = "elastic"
    TITLE = "Elastic distortion"
    FACTOR = "2-4x"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"alpha_range": (0, 0)}

    alpha_range: Annotated[Range, _ALPHA] = Range(0.03, 0.08)
    sigma_range: Annotated[Range, _SIGMA] = Range(0.1, 0.25)

    def draw(self, stream: Stream, size: Size) -> ElasticDraw:
        """Draw strength and coarseness as shares of the shorter side, and the surfaces' seed."""
        return ElasticDraw(
            alpha=stream.uniform(*self.alpha_range),
            sigma=stream.uniform(*self.sigma_range),
            noise_seed=stream.noise_seed(),
        )

    def source_coordinates(
        self, draw: ElasticDraw, size: Size, x: Float64Array, y: Float64Array
    ) -> tuple[Float64Array, Float64Array]:
        """Move every place by two surfaces; outside the picture as at its edge."""
        distance = max(1.0, draw.sigma * min(size))
        reach = min(draw.alpha * min(size), UNFOLDED * distance)
        column, row = (
            np.clip(places + 0.5, 0, side) / distance for places, side in zip((x, y), size, strict=True)
        )
        moved = surfaces(draw.noise_seed, 2, column, row)
        moved *= reach
        moved[0] += x
        moved[1] += y
        return moved[0], moved[1]
