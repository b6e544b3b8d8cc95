"""The ends of all ranges, and the worst case."""

from __future__ import annotations

from typing import ClassVar

from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.comparison import Pane
from augstudio.ui.pipeline_panel.field import translated
from augstudio.ui.preview.views.base import AvailableSpace, PreviewView

# Wide panes have room for captions; narrow ones must show the pictures that much larger to be worth it.
_COLUMNS_GAIN = 1.25


class ExtremesView(PreviewView):
    """Lowest, middle and highest of every step with a range, then of all together; other draws stay."""

    NAME: ClassVar[str] = "extremes"
    ICON: ClassVar[str] = "extremes"
    SHORTCUT: ClassVar[str] = "F6"
    FIXES_VALUES: ClassVar[bool] = True

    def title(self) -> str:
        return self.tr("Extremes")

    def arrangement(self, space: AvailableSpace) -> Arrangement:
        panes = comparison.extremes(self.session.shown_pipeline, self.session.copy)
        if not panes:
            reason = self.tr("No extremes: no enabled step has a range")
            return Arrangement((Pane("original", self.session.pipeline, 0),), (reason,), 1)
        order = list(range(len(panes)))
        groups = len(panes) // 3
        if space.picture_width(groups, 3) > _COLUMNS_GAIN * space.picture_width(3, groups):
            # A column for each step shows the pictures larger than a row for each.
            order = [3 * group + level for level in range(3) for group in range(groups)]
            columns = groups
        else:
            columns = 3
        captions = self._captions(panes)
        return Arrangement(
            tuple(panes[index] for index in order), tuple(captions[index] for index in order), columns
        )

    def _captions(self, panes: tuple[Pane, ...]) -> list[str]:
        return [
            *(_step_caption(pane) for pane in panes[:-3]),
            self.tr("Original"),
            self.tr("All at their middle"),
            self.tr("Worst case"),
        ]


def _step_caption(pane: Pane) -> str:
    title = translated(pane.settings[0].target.step.transform.TITLE)
    return f"{title}: {comparison.describe(pane.settings, translated)}"
