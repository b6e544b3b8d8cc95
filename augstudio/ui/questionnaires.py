"""Opens the dialog of questions when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from augstudio.ui.dataset_panel.panel import DatasetPanel
from augstudio.ui.session import Session
from augstudio.ui.state import State

if TYPE_CHECKING:
    from augstudio.ui.questionnaire import QuestionnaireDialog


class Questionnaires:
    """Opens the dialog when it is first asked for."""

    def __init__(
        self,
        session: Session,
        state: State,
        panel: DatasetPanel,
        window: QWidget,
        failed: Callable[[Exception], None],
    ) -> None:
        self._owned = session, state, panel, window
        self._failed = failed
        self.dialog: QuestionnaireDialog | None = None

    def ask(self) -> None:
        """Show the dialog."""
        if self.dialog is None:
            from augstudio.ui.questionnaire import QuestionnaireDialog

            self.dialog = QuestionnaireDialog(*self._owned)
            self.dialog.calls.failed.connect(self._failed)
        self.dialog.prepare()
        self.dialog.show()
        self.dialog.raise_()

    def close(self) -> None:
        """Look at nothing any more, and join the thread."""
        if self.dialog is not None:
            self.dialog.calls.close()
