"""Original beside result."""

from __future__ import annotations

from typing import ClassVar

from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.ui.preview.views.base import AvailableSpace, PreviewView

# Stacked only where that makes the pictures so much larger, as for panoramas.
_STACKED_GAIN = 1.6


class SideBySideView(PreviewView):
    """The untouched picture beside the copy in use."""

    NAME: ClassVar[str] = "side_by_side"
    ICON: ClassVar[str] = "side_by_side"
    SHORTCUT: ClassVar[str] = "F2"

    def title(self) -> str:
        return self.tr("Side by side")

    def arrangement(self, space: AvailableSpace) -> Arrangement:
        panes = comparison.original_and_result(self.session.result_pipeline, self.session.copy)
        captions = (self.tr("Original"), self._name_of_result())
        return Arrangement(panes, captions, space.best_columns(2, _STACKED_GAIN))

    def _name_of_result(self) -> str:
        copy, exported = self.session.copy, self.session.as_exported
        if not copy:
            return self.tr("Original, as exported") if exported else self.tr("Original")
        name = self.tr("Copy {0}, as exported") if exported else self.tr("Copy {0}")
        return self.at_held_end(name.format(copy))
