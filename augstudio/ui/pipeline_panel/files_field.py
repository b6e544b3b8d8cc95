"""The editor of files that a step uses: chosen, dropped, or taken from those that come with the program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPalette, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from augstudio.assets import pinned, reference_file, shipped_references
from augstudio.core.parameters import Files, Parameter
from augstudio.core.reference import Reference
from augstudio.errors import PipelineError
from augstudio.ui import icons
from augstudio.ui.dropping import named
from augstudio.ui.messages import explained
from augstudio.ui.mnemonics import mark_menu, marked
from augstudio.ui.pipeline_panel.field import Field, field_row, translated
from augstudio.ui.qimage import fitted_size, qimage_from_image
from augstudio.ui.theme import GRID

PICTURE = QSize(6 * GRID, 4 * GRID)
"""Room for a reference picture in logical pixels."""


class FilesField(Field):
    """The chosen files, one below the other, and a button that offers more; files can be dropped on it."""

    def __init__(self, parameter: Parameter, marker: Files, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._marker = marker
        self._value: tuple[Reference, ...] = ()
        self.rows: list[FileRow] = []
        self.setAcceptDrops(True)
        self.add_button = QToolButton()
        self.add_button.setIcon(icons.icon("add"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add_button.setAccessibleName(f"{self.label}: {self.tr('Choose…')}")
        self.menu = self._menu()
        self.add_button.setMenu(self.menu)
        self._hint = QLabel()
        self._hint.setObjectName("Muted")
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(self.name_label, 1)
        head.addWidget(self.add_button)
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID // 2)
        column.addLayout(self._column)
        column.addWidget(self._hint)
        self._show()

    def controls(self) -> list[QWidget]:
        return [self.add_button, *(row.remove_button for row in self.rows)]

    def set_value(self, value: tuple[Reference, ...]) -> None:
        if value != self._value:
            self._value = value
            self._show()

    def add_files(self, paths: Iterable[Path]) -> bool:
        """Take more files, or another one where one alone is allowed; says why where it cannot."""
        try:
            self._add([Reference.of(path) for path in paths])
        except PipelineError as error:
            self._say(explained(error))
            return False
        return True

    # -- choosing -----------------------------------------------------------------------------------

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(icons.icon("open"), marked(self.tr("Choose a file…"), "C"), self._on_choose_triggered)
        shipped = shipped_references(self._marker)
        if shipped:
            menu.addSection(self.tr("Comes with the program"))
        for reference in shipped:
            action = menu.addAction(title_of(reference))
            action.triggered.connect(lambda _=False, chosen=reference: self._on_shipped_triggered(chosen))
        mark_menu(menu)
        return menu

    def _on_choose_triggered(self) -> None:
        kinds = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in self._marker.suffixes)
        title = self.tr("Choose files for {0}").format(self.label)
        names, _ = QFileDialog.getOpenFileNames(self, title, self._folder(), f"{self.label} ({kinds})")
        if names:
            self._take([Path(name) for name in names])

    def _on_shipped_triggered(self, reference: Reference) -> None:
        try:
            self._add([pinned(reference)])
        except PipelineError as error:
            self._say(explained(error))

    def _folder(self) -> str:
        own = [reference for reference in self._value if not reference.shipped]
        return str(Path(own[-1].path).parent if own else Path.home())

    def _add(self, added: list[Reference]) -> None:
        kept = self._value if self._marker.several else ()
        self._tell(tuple(dict.fromkeys((*kept, *added))))

    def _remove(self, reference: Reference) -> None:
        self._tell(tuple(other for other in self._value if other != reference))

    # -- dropping -----------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self._take([Path(url.toLocalFile() if url.isLocalFile() else url.toDisplayString()) for url in urls])

    def _dropped(self, event: QDropEvent) -> list[Path]:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return [path for path in paths if path.suffix.lower() in self._marker.suffixes]

    def _take(self, paths: list[Path]) -> None:
        """Take what is of the right kind, as much of it as is allowed; says what was left out."""
        fitting = [path for path in paths if path.suffix.lower() in self._marker.suffixes]
        taken = fitting if self._marker.several else fitting[:1]
        left_out = [path.name for path in paths if path not in taken]
        if self.add_files(taken) and left_out:
            self._say(self.tr("Not added: {0}.").format(named(left_out)))

    # -- showing ------------------------------------------------------------------------------------

    def _show(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for reference in self._value:
            row = FileRow(reference, pictured=".onnx" not in self._marker.suffixes)
            row.remove_button.clicked.connect(lambda _=False, shown=reference: self._remove(shown))
            self._column.addWidget(row)
            self.rows.append(row)
        text = self.tr("Replace…") if self._value and not self._marker.several else self.tr("Choose…")
        self.add_button.setText(text)
        needless = bool(self._value) or self._marker.optional
        self._say(
            "" if needless else self.tr("Nothing chosen yet, so the step changes nothing. Drop files here.")
        )

    def _say(self, text: str) -> None:
        self._hint.setText(text)
        self._hint.setVisible(bool(text))


class FileRow(QWidget):
    """One chosen file: its picture, its name, whether it is still there, and a button that takes it out."""

    def __init__(self, reference: Reference, *, pictured: bool, parent: QWidget | None = None) -> None:
        from augstudio.transforms.reference_images import reference_picture

        super().__init__(parent)
        self.reference = reference
        row = field_row(self)
        self.problem = _problem(reference, pictured=pictured)
        if self.problem:
            row.addWidget(icons.IconLabel("warning", 2 * GRID, QPalette.ColorRole.WindowText))
        elif pictured:
            picture = QLabel()
            image = qimage_from_image(reference_picture(reference))
            mode = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            picture.setPixmap(QPixmap.fromImage(image.scaled(PICTURE * 2, *mode)))
            picture.setScaledContents(True)
            picture.setFixedSize(fitted_size(image.size(), PICTURE, self.devicePixelRatioF()))
            row.addWidget(picture)
        name = QLabel(title_of(reference))
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        name.setToolTip(self.problem or str(reference_file(reference)))
        row.addWidget(name, 1)
        self.remove_button = QToolButton()
        self.remove_button.setAutoRaise(True)
        self.remove_button.setIcon(icons.icon("remove"))
        text = QCoreApplication.translate("FilesField", "Remove {0}").format(title_of(reference))
        self.remove_button.setToolTip(text)
        self.remove_button.setAccessibleName(text)
        row.addWidget(self.remove_button)
        self.setAccessibleName(self.problem or title_of(reference))


def title_of(reference: Reference) -> str:
    """A file's name for people: without its suffix where it comes with the program."""
    return translated(shipped_title(reference)) if reference.shipped else reference.name


def shipped_title(reference: Reference) -> str:
    """The English name of a file that comes with the program."""
    return Path(reference.name).stem.replace("_", " ").capitalize()


def _problem(reference: Reference, *, pictured: bool) -> str:
    """Why a file cannot be used, in the user's language; "" where it can."""
    from augstudio.transforms.reference_images import reference_picture

    try:
        if pictured:
            reference_picture(reference)
        elif not reference_file(reference).is_file():
            text = QCoreApplication.translate("FilesField", "The file {0} is missing.")
            return text.format(reference.path)
    except PipelineError as error:
        return explained(error)
    return ""
