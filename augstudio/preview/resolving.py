"""What happens to a picture in a pane: drawn anew, or as an export recorded it."""

from __future__ import annotations

from augstudio.core.image import Size
from augstudio.datasets.base import Sample
from augstudio.export.reading.reader import RecordedDraws
from augstudio.preview.comparison import Pane
from augstudio.render.resolve import Resolved, resolve, resolve_recorded


def resolved_pane(
    pane: Pane, size: Size, sample: Sample, seed: int, recorded: RecordedDraws | None
) -> Resolved:
    """What happens to a picture of this size for a pane: with an output's recorded draws where they fit.

    Raises:
        AugStudioError: The picture would become too large, or the recorded draws are damaged.
    """
    if recorded is not None and recorded.fit(pane.pipeline, seed, pane.copy):
        return resolve_recorded(pane.pipeline, size, recorded.draws)
    return resolve(pane.pipeline, size, seed=seed, key=sample.origin, copy=pane.copy)
