"""The pipeline as code for another library, on the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from augstudio.interop.code.target import Target
from augstudio.ui.notice import NoticeBar
from augstudio.ui.pipeline_panel.field import translated
from augstudio.ui.session import Session
from augstudio.ui.undo_keys import commit_typing


class CodeCopier(QObject):
    """Copies the session's pipeline as a script, and says what the script lacks."""

    def __init__(self, session: Session, notice: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._notice = notice

    def copy(self, target: Target) -> None:
        """Put a script for a library on the clipboard."""
        from augstudio.interop.code.script import Likeness
        from augstudio.interop.code.writers import as_code

        commit_typing()
        pipeline, file = self._session.pipeline, self._session.pipeline_file
        script = as_code(pipeline, target, Path(file).stem if file else "pipeline")
        QGuiApplication.clipboard().setText(script.text)
        lacking = [report.number for report in script.reports if report.likeness is Likeness.MISSING]
        titles = [translated(pipeline.steps[number - 1].transform.TITLE) for number in lacking]
        text = self.tr("Copied as code for {0}.").format(target.label)
        if titles:
            lacks = self.tr("It lacks these steps, and says why: {0}")
            text = f"{text} {lacks.format(', '.join(dict.fromkeys(titles)))}"
        self._notice.show_information(text)
