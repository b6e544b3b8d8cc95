"""Which part of a result shows the picture, and which is invented by padding; pure geometry."""

from __future__ import annotations

from augstudio.core.polygon import Polygon, area, frame_of, intersection, mapped
from augstudio.render import Resampling, Resolved


def real_area(resolved: Resolved) -> Polygon:
    """The outline of what comes from the picture, in pixel coordinates of the result.

    Every resampling pads what lies outside the frame that enters it; what is real after all of them lies
    inside each of these frames.
    """
    real = frame_of(resolved.size)
    back: Polygon | None = None
    matrices = [stage for stage in resolved.stages if isinstance(stage, Resampling)]
    for place, stage in enumerate(matrices):
        back = frame_of(stage.source)
        for following in matrices[place:]:
            back = mapped(back, following.matrix)
        real = intersection(real, back)
    return real


def invented_share(resolved: Resolved) -> float:
    """The share of the result that padding has invented, 0..1."""
    whole = resolved.size[0] * resolved.size[1]
    return min(1.0, max(0.0, 1.0 - area(real_area(resolved)) / whole))
