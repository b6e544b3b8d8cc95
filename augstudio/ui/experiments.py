"""Opens the dialog of experiments when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from augstudio.ui.session import Session

if TYPE_CHECKING:
    from augstudio.ui.experiment import ExperimentDialog


class Experiments:
    """Opens the dialog when it is first asked for."""

    def __init__(self, session: Session, window: QWidget, failed: Callable[[Exception], None]) -> None:
        self._session, self._window, self._failed = session, window, failed
        self.dialog: ExperimentDialog | None = None

    def ask(self) -> None:
        """Show the dialog."""
        if self.dialog is None:
            from augstudio.ui.experiment import ExperimentDialog

            self.dialog = ExperimentDialog(self._session, self._window)
            self.dialog.failed.connect(self._failed)
        self.dialog.prepare()
        self.dialog.show()
        self.dialog.raise_()

    def close(self) -> None:
        """Stop what runs, and join the threads."""
        if self.dialog is not None:
            self.dialog.close_threads()
