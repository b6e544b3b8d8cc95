"""All padding modes on the same draw."""

from __future__ import annotations

from typing import ClassVar

from augstudio.core.padding import PaddingMode
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.comparison import Pane
from augstudio.ui.preview.views.base import AvailableSpace, PreviewView

_MODES = tuple(PaddingMode)


class PaddingView(PreviewView):
    """The five padding modes and the original; a click chooses a mode."""

    NAME: ClassVar[str] = "padding"
    ICON: ClassVar[str] = "padding"
    SHORTCUT: ClassVar[str] = "F3"

    def title(self) -> str:
        return self.tr("Padding modes")

    def arrangement(self, space: AvailableSpace) -> Arrangement:
        pipeline = self.session.result_pipeline
        panes = (
            *comparison.padding_modes(pipeline, self.session.copy),
            Pane("original", pipeline, 0),
        )
        # The modes have numpy's names in every language, so that files and books agree.
        captions = (*(self.at_held_end(mode.value.capitalize()) for mode in _MODES), self.tr("Original"))
        chosen = _MODES.index(pipeline.padding.mode)
        return Arrangement(panes, captions, space.best_columns(len(panes)), chosen, pickable=True)

    def pick(self, index: int) -> None:
        if index < len(_MODES):
            pipeline = self.session.pipeline
            padding = pipeline.padding.model_copy(update={"mode": _MODES[index]})
            self.session.edit_pipeline(pipeline.with_padding(padding), self.tr("change padding"))
