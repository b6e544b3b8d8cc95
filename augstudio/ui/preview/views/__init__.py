"""The views of the centre: one file each, one line here for each."""

from __future__ import annotations

from augstudio.ui.preview.views.ab import AbView
from augstudio.ui.preview.views.base import AvailableSpace, PreviewView
from augstudio.ui.preview.views.extremes import ExtremesView
from augstudio.ui.preview.views.padding import PaddingView
from augstudio.ui.preview.views.side_by_side import SideBySideView
from augstudio.ui.preview.views.sweep import SweepView
from augstudio.ui.preview.views.variations import VariationsView

ALL_VIEWS: tuple[type[PreviewView], ...] = (
    SideBySideView,
    PaddingView,
    VariationsView,
    SweepView,
    ExtremesView,
    AbView,
)

__all__ = [
    "ALL_VIEWS",
    "AbView",
    "AvailableSpace",
    "ExtremesView",
    "PaddingView",
    "PreviewView",
    "SideBySideView",
    "SweepView",
    "VariationsView",
]
