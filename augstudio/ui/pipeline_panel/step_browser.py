"""Chooses a step to add, by what each transform does to the current picture."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from augstudio.core.transform import catalogue
from augstudio.transforms.names_elsewhere import NAMES_ELSEWHERE, NamesElsewhere
from augstudio.ui.pipeline_panel.browser import Browser, Entry
from augstudio.ui.pipeline_panel.field import description, translated
from augstudio.ui.pipeline_panel.thumbnails import PipelineThumbnails, thumbnail_source
from augstudio.ui.session import Session


class StepBrowser(Browser):
    """Every transform under its group; chosen is a transform class."""

    def __init__(self, session: Session, thumbnails: PipelineThumbnails, parent: QWidget) -> None:
        super().__init__("", parent)
        self.search.setPlaceholderText(self.tr("Search steps"))
        for widget in (self, self.search, self.list):
            widget.setAccessibleName(self.tr("Search steps"))
        self._session = session
        self._thumbnails = thumbnails
        thumbnails.made.connect(self._on_thumbnails_made)

    def open_below(self, button: QWidget) -> None:
        """Show all transforms below a button; their pictures follow."""
        from augstudio.preview.thumbnails import demonstration

        entries = [
            Entry(
                name=kind.NAME,
                value=kind,
                group=translated(kind.GROUP),
                title=translated(kind.TITLE),
                text=translated(description(kind)).partition("\n\n")[0],
                badge=translated(kind.FACTOR).replace("-", "–").replace("x", "×"),
                also=_elsewhere(kind.NAME),
            )
            for kind in catalogue()
        ]
        self.open_at(button, entries)
        source = thumbnail_source(self._session, self.devicePixelRatioF())
        if source is not None:
            padding = self._session.pipeline.padding
            self._thumbnails.ask(
                source,
                {kind.NAME: demonstration(kind, padding) for kind in catalogue()},
            )

    @Slot(str, QPixmap)
    def _on_thumbnails_made(self, name: str, picture: QPixmap) -> None:
        self.set_picture(name, picture)


def _elsewhere(name: str) -> tuple[str, ...]:
    return NAMES_ELSEWHERE.get(name, NamesElsewhere()).all
