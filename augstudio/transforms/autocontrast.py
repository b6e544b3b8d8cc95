"""Levels stretched over the full range."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider, Toggle
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Draw, Pixel, View
from augstudio.kernels.colour.equalizing import autocontrast


class Autocontrast(Pixel):
    """Stretch the levels so that the darkest becomes black and the lightest white."""

    NAME: ClassVar[str] = "autocontrast"
    TITLE: ClassVar[str] = "Autocontrast"
    FACTOR: ClassVar[str] = "2x"
    GROUP: ClassVar[str] = "Colour"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"strength_range": (0, 0)}

    cutoff_range: Annotated[
        Range,
        Slider(
            0,
            0.4,
            step=0.001,
            unit="%",
            shown_as=100,
            help="Share of the pixels at each end that may become plain black or white.",
        ),
    ] = Range(0.002, 0.02)
    strength_range: Annotated[
        Range,
        Slider(0, 1, step=0.01, unit="%", shown_as=100, help="How far to go; 0 leaves the picture."),
    ] = Range(1, 1)
    per_channel: Annotated[
        bool,
        Toggle(help="Stretch each colour by itself, which also removes a tint; else all alike by the luma."),
    ] = True

    def draw(self, stream: Stream, size: Size) -> Draw:
        """Draw the share that is cut off and the strength."""
        return {
            "cutoff": stream.uniform(*self.cutoff_range),
            "strength": stream.uniform(*self.strength_range),
        }

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Stretch by the histogram."""
        return autocontrast(
            image, float(draw["strength"]), cutoff=float(draw["cutoff"]), per_channel=self.per_channel
        )

    def needs(self, part: Region, draw: Draw, view: View) -> Region:
        """The whole picture: its histogram counts."""
        return view.frame
