"""All padding modes on the same draw."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from augstudio.core.padding import PaddingMode
from augstudio.core.randomness import fresh_seed
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.comparison import Pane
from augstudio.preview.requests import Frame, PreviewResult
from augstudio.ui.padding_names import mode_name, mode_use
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.preview.views.base import AvailableSpace, PreviewView
from augstudio.ui.session import Session

_MODES = tuple(PaddingMode)

_FEW_PIXELS: Final = 64
"""Up to this shorter side it is told how far reflect and symmetric are apart, as one pixel is much there."""


class PaddingView(PreviewView):
    """The five padding modes and the original; a click chooses a mode.

    Each mode says what it is good for. Where the draw pads nothing, so that all modes are alike, a button
    takes another one, and where none could, that is told.
    """

    NAME: ClassVar[str] = "padding"
    ICON: ClassVar[str] = "padding"
    SHORTCUT: ClassVar[str] = "F3"
    NOTES: ClassVar[bool] = True

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.shuffle_button = QPushButton(self.tr("Nothing padded: shuffle"))
        self.shuffle_button.setToolTip(
            self.tr("In this draw nothing is padded, so all modes look the same. Take another seed.")
        )
        self.shuffle_button.hide()
        self.never_label = QLabel(self.tr("No step leaves gaps to pad"))
        self.never_label.setToolTip(
            self.tr(
                "Whatever is drawn, all modes look the same. Steps such as Rotate or Translate leave gaps."
            )
        )
        self.never_label.hide()
        self.shuffle_button.clicked.connect(self._on_shuffle_button_clicked)
        self.tools = QWidget()  # the toolbar shows and hides it by itself
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.shuffle_button)
        row.addWidget(self.never_label)
        self._few_pixels = ""

    def title(self) -> str:
        return self.tr("Padding modes")

    def arrangement(self, space: AvailableSpace) -> Arrangement:
        pipeline = self.session.result_pipeline
        panes = (
            *comparison.padding_modes(pipeline, self.session.copy),
            Pane("original", pipeline, 0),
        )
        captions = (*(self.at_held_end(mode_name(mode)) for mode in _MODES), self.tr("Original"))
        chosen = _MODES.index(pipeline.padding.mode)
        return Arrangement(panes, captions, space.best_columns(len(panes)), chosen, pickable=True)

    def pick(self, index: int) -> None:
        if index < len(_MODES):
            pipeline = self.session.pipeline
            padding = pipeline.padding.model_copy(update={"mode": _MODES[index]})
            self.session.edit_pipeline(pipeline.with_padding(padding), self.tr("change padding"))

    # -- what is told -------------------------------------------------------------------------------

    def prepare(self, panes: tuple[ImagePane, ...]) -> None:
        chosen = self.session.shown_pipeline.padding.mode
        # While the original is held, there is nothing to choose.
        for mode, pane in zip(_MODES, panes, strict=False):
            use = self.tr("In use") if mode is chosen else self.tr("Click to use")
            note = "" if self.held else f"{use} · {self._suits(mode)}"
            pane.set_note(note, tells_padding=not self.held)
        panes[-1].set_note("", tells_padding=False)

    def shown(self, result: PreviewResult, panes: tuple[ImagePane, ...]) -> None:
        from augstudio.preview.padding_chance import can_pad

        modes = result.frames[: len(_MODES)]
        same = not self.held and not any(frame.padded_fraction for frame in modes)
        other = same and can_pad(self.session.result_pipeline, result.source)
        if self.shuffle_button.hasFocus() and not other and panes:
            panes[0].setFocus()  # Qt would give it to the box of the seed
        self.shuffle_button.setVisible(other)
        self.never_label.setVisible(same and not other)
        few = self._apart(modes) if not self.held and min(result.source) <= _FEW_PIXELS else ""
        if few != self._few_pixels:
            self._few_pixels = few
            self.prepare(panes)

    def leave(self) -> None:
        self._few_pixels = ""
        self.shuffle_button.hide()
        self.never_label.hide()

    def _apart(self, modes: tuple[Frame, ...]) -> str:
        """Words for how far reflect and symmetric are apart."""
        one, other = (modes[_MODES.index(mode)] for mode in (PaddingMode.REFLECT, PaddingMode.SYMMETRIC))
        if not (one.exact and other.exact) or one.pixels.shape != other.pixels.shape:
            return self._few_pixels
        share = 100 * np.any(one.pixels != other.pixels, axis=2).mean()
        return self.tr("few pixels: Reflect and Symmetric differ in {0} %").format(f"{share:.1f}")

    def _suits(self, mode: PaddingMode) -> str:
        """What a mode is good for, and what for a picture of few pixels must be known."""
        return ", ".join(self._words(mode))

    def _words(self, mode: PaddingMode) -> Iterator[str]:
        yield mode_use(mode)
        if self._few_pixels and mode in (PaddingMode.REFLECT, PaddingMode.SYMMETRIC):
            yield self._few_pixels

    @Slot()
    def _on_shuffle_button_clicked(self) -> None:
        self.session.set_seed(fresh_seed())
