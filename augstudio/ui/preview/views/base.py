"""What a view is: which panes it shows, how they lie, and what a click on one does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from augstudio.preview.arrangement import Arrangement
from augstudio.preview.requests import PreviewResult
from augstudio.ui.pipeline_panel.field import translated
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.session import Session


@dataclass(frozen=True)
class AvailableSpace:
    """The room that a view has.

    Attributes:
        width: Width in logical pixels.
        height: Height in logical pixels.
        aspect: Width to height of the pictures, from the last one shown.
        words: Height in logical pixels that words take from each of more than two panes.
    """

    width: int
    height: int
    aspect: float
    words: int = 0

    def picture_width(self, columns: int, rows: int) -> float:
        """How wide pictures are in a grid of panes, in logical pixels."""
        words = self.words if columns * rows > 2 else 0
        return min(self.width / columns, max(1.0, self.height / rows - words) * self.aspect)

    def best_columns(self, count: int, in_one_row: float = 1.0) -> int:
        """The number of columns in which so many pictures are shown largest.

        One row is preferred until another arrangement shows them ``in_one_row`` times larger.
        """

        def worth(columns: int) -> float:
            rows = -(-count // columns)
            width = self.picture_width(columns, rows)
            return width * in_one_row if rows == 1 else width

        return max(range(1, count + 1), key=worth)


class PreviewView(QObject):
    """One way of looking at the picture.

    A new view is one file in this folder and one line in its ``__init__``: its action, shortcut and tools
    follow from it.

    Attributes:
        NAME: Name in settings.
        ICON: Name of its icon.
        SHORTCUT: Its keys.
        NOTES: Whether its panes have a line at their lower edge.
        FIXES_VALUES: Whether it shows values that an export would draw only by chance.

    Signals:
        changed: Something in its tools changed; the panes must be arranged anew.
        failed: An exception nobody expected.
    """

    NAME: ClassVar[str]
    ICON: ClassVar[str]
    SHORTCUT: ClassVar[str]
    NOTES: ClassVar[bool] = False
    FIXES_VALUES: ClassVar[bool] = False

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.tools: QWidget | None = None
        self.held = False

    def title(self) -> str:
        """The view's name for people."""
        raise NotImplementedError

    def arrangement(self, space: AvailableSpace) -> Arrangement:
        """The panes for the session as it is."""
        raise NotImplementedError

    def at_held_end(self, caption: str) -> str:
        """The caption of a result, with the end of a range that is shown while it is dragged."""
        setting = self.session.held_setting
        if setting is None:
            return caption
        value = translated(setting.target.parameter.text(setting.value))
        return QCoreApplication.translate("PreviewView", "{0} at {1}").format(caption, value)

    def pick(self, index: int) -> None:
        """A pane was clicked; views whose panes are not pickable are never asked."""

    def prepare(self, panes: tuple[ImagePane, ...]) -> None:
        """The panes have been arranged; set up those of the view's own kind."""
        for pane in panes:
            pane.set_note("", tells_padding=False)

    def shown(self, result: PreviewResult, panes: tuple[ImagePane, ...]) -> None:
        """The panes show a result."""

    def leave(self) -> None:
        """Another picture of a dataset is wanted: take back what the tools tell of the former one."""

    def hold(self, held: bool) -> None:
        """The key that shows another picture while it is held went down or up; here it is the original."""
        if held != self.held:
            self.held = held
            self.changed.emit()

    def close(self) -> None:
        """Join the view's own threads, if it has any."""
