"""Whether what the window says of its pictures is true; by the library alone, with nothing kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from augstudio.core.image import Image
from augstudio.datasets.base import Sample
from augstudio.errors import AugStudioError
from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from augstudio.kernels.viewing.display import to_bgra
from augstudio.preview.comparison import Pane
from augstudio.preview.labelling import LabelReading, picture_classes
from augstudio.preview.partners import PartnerReading
from augstudio.preview.requests import Frame
from augstudio.preview.resolving import exported, resolved_pane
from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview.updates import Progress

MOST_PIXELS: Final = 3_000_000
"""Pictures with more are not rendered anew: that takes too long beside everything else."""


def says_exported(window: MainWindow) -> bool:
    """Whether the window says that its pictures are what an export writes."""
    return window.info.state.text() == QCoreApplication.translate("InfoBar", "as exported")


def lies(window: MainWindow) -> list[str]:
    """What is not so as the window says, where it says that pictures are as exported; for people."""
    return [*_lies(window)] if says_exported(window) else []


def _lies(window: MainWindow) -> Iterator[str]:
    preview, session = window.preview, window.session
    if preview.state.progress is not Progress.EXACT:
        yield f"'as exported' while pictures are {preview.state}"
        return
    if session.solo is not None or session.trying_out or session.held_setting is not None:
        yield "'as exported' beside what only is tried out"
    # Where nothing is rendered, as while the originals are looked at, no value is fixed.
    if preview.view.FIXES_VALUES and any(pane.copy for pane in preview.arrangement.panes):
        yield "'as exported' beside values that are fixed"
    arrangement = preview.arrangement
    each = arrangement.per_widget
    for index, pane in enumerate(preview.panes):
        places = slice(index * each, (index + 1) * each)
        if pane.pending or pane.captions != arrangement.captions[places]:
            yield f"caption {pane.captions} where {arrangement.captions[places]} is wanted"
        if pane.message:
            continue
        for caption, wanted, frame in zip(pane.captions, arrangement.panes[places], pane.frames, strict=True):
            problem = _difference(window, wanted, frame)
            if problem:
                yield f"pane {index} {caption!r}: {problem}"


def _difference(window: MainWindow, pane: Pane, frame: Frame) -> str:
    """How a frame differs from what an export writes; empty where it does not."""
    sample = pane.sample or window.session.sample
    if sample is None or frame.error or frame.size[0] * frame.size[1] > MOST_PIXELS:
        return ""
    try:
        image = export_of(window, pane, sample)
    except AugStudioError as error:
        return f"there is a picture, but an export says: {error}"
    height, width, _ = image.shape
    if (width, height) != frame.size:
        return f"size {frame.size} instead of {(width, height)}"
    rows, columns = frame.pixels.shape[:2]
    whole = to_bgra(shrink(image, frame.whole))
    part = whole[frame.top : frame.top + rows, frame.left : frame.left + columns]
    wrong = int(np.any(part != frame.pixels, axis=2).sum()) if part.shape == frame.pixels.shape else -1
    return f"{wrong} of {rows * columns} pixels differ from the export of {sample.key}" if wrong else ""


def export_of(window: MainWindow, pane: Pane, sample: Sample) -> Image:
    """The whole picture that an export writes for a pane."""
    session = window.session
    dataset = session.dataset
    assert dataset is not None
    pyramid = Pyramid(dataset.read(sample))
    labels = LabelReading().labels(dataset, sample, sample.key, pyramid.size)
    partners = PartnerReading().of(dataset, sample)
    recorded = session.recorded if pane.sample is None else None
    resolved = resolved_pane(
        pane, pyramid.size, sample, session.seed, recorded, picture_classes(sample, labels), partners
    )
    return exported(pyramid, pane, resolved, None, partners)
