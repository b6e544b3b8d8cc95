"""Seen from another place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.image import Size
from augstudio.core.matrix import onto_corners
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Draw, Geometric, Placement

_CORNERS: Final = ("upper_left", "upper_right", "lower_right", "lower_left")


class Perspective(Geometric):
    """Move each corner inwards by its own amount, as if the picture were seen from another place."""

    NAME: ClassVar[str] = "perspective"
    TITLE: ClassVar[str] = "Perspective"
    FACTOR: ClassVar[str] = "2-4x"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"distortion_scale_range": (0, 0)}

    # Above two thirds, one corner could pass the line between its neighbours.
    distortion_scale_range: Annotated[
        Range,
        Slider(
            0,
            0.6,
            step=0.01,
            unit="%",
            shown_as=100,
            help="How far corners may move towards the centre, as a share of half the width and half the "
            "height; each moves by a random part of that.",
        ),
    ] = Range(0.2, 0.5)

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw how far corners may move, and the part of it for each corner and way."""
        drawn: dict[str, float] = {"distortion_scale": stream.uniform(*self.distortion_scale_range)}
        for corner in _CORNERS:
            drawn |= {f"{corner}_x": stream.unit(), f"{corner}_y": stream.unit()}
        return drawn

    def placement(self, draw: Draw, size: Size) -> Placement:
        """Map the picture's outline onto the moved corners."""
        width, height = size
        half = float(draw["distortion_scale"]) / 2

        def moved(corner: str) -> tuple[float, float]:
            x, y = (
                half * side * float(draw[f"{corner}_{way}"]) for way, side in zip("xy", size, strict=True)
            )
            return (
                width - 0.5 - x if corner.endswith("right") else x - 0.5,
                height - 0.5 - y if corner.startswith("lower") else y - 0.5,
            )

        upper_left, upper_right, lower_right, lower_left = map(moved, _CORNERS)
        return Placement(onto_corners(size, (upper_left, upper_right, lower_right, lower_left)), size)
