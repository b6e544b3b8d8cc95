"""The views of the centre: one file each, one line here for each."""

from __future__ import annotations

from augstudio.ui.preview.views.base import Arrangement, Space, View
from augstudio.ui.preview.views.padding import PaddingView
from augstudio.ui.preview.views.side_by_side import SideBySideView
from augstudio.ui.preview.views.variations import VariationsView

ALL_VIEWS: tuple[type[View], ...] = (SideBySideView, PaddingView, VariationsView)

__all__ = ["ALL_VIEWS", "Arrangement", "PaddingView", "SideBySideView", "Space", "VariationsView", "View"]
