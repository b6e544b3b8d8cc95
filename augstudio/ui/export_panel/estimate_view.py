"""What an export will come to, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QIcon, QPalette, QPixmap
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from augstudio.core.text import counted, printable, roughly
from augstudio.datasets.base import Skipped
from augstudio.datasets.label_writing import Loss, Losses, loss_texts
from augstudio.export.run_options import usable_processors
from augstudio.insights.advice import Advice, Severity
from augstudio.ui import icons
from augstudio.ui.dataset_panel.format_text import translated_title
from augstudio.ui.export_panel.amounts import size_text, time_text
from augstudio.ui.export_panel.class_table import ClassTable
from augstudio.ui.export_panel.note_list import NoteList
from augstudio.ui.export_panel.runner import WORKERS
from augstudio.ui.messages import explained, sentence
from augstudio.ui.theme import GRID

if TYPE_CHECKING:
    from augstudio.export import Estimate

_SHOWN_FILES: Final = 5


class _Note(NamedTuple):
    """Something to know, what it is about line by line, and whether it warns or only informs."""

    text: str
    lines: tuple[str, ...] = ()
    warns: bool = True


class EstimateView(QWidget):
    """Files, bytes, time and classes of an export; greyed while they are being found out.

    Attributes:
        notes: A list of warnings and of what is good to know; its room is to be placed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leak_notes: list[_Note] = []
        self._found_notes: list[_Note] = []
        self.title = QLabel(self.tr("Estimate"))
        self.title.setObjectName("Title")
        self.files, self.factor, self.room, self.time = QLabel(), QLabel(), QLabel(), QLabel()
        self.basis = QLabel()
        self.basis.setObjectName("Muted")
        self.basis.setWordWrap(True)
        self.notes = NoteList()
        self.classes = ClassTable()
        self._build()
        self.clear()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        facts = QFormLayout()
        column.addLayout(facts)
        facts.setHorizontalSpacing(2 * GRID)
        facts.setVerticalSpacing(GRID // 2)
        rows = (
            (self.tr("Files"), self.files),
            (self.tr("Factor"), self.factor),
            (self.tr("Size"), self.room),
            (self.tr("Time"), self.time),
        )
        for name, label in rows:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setAccessibleName(name)
            label.setMinimumWidth(32 * GRID)
            heading = QLabel(name)
            heading.setObjectName("Muted")
            facts.addRow(heading, label)
        column.addWidget(self.basis)
        column.addSpacing(GRID)
        column.addWidget(self.classes)
        column.addStretch()

    def clear(self) -> None:
        """Nothing is known."""
        for label in (self.files, self.factor, self.room, self.time):
            label.setText("–")
        self.basis.clear()
        self._found_notes = []
        self._show_notes(self._leak_notes)
        self.classes.show_shares(())

    def show_pending(self) -> None:
        """Something changed and is being looked at; the numbers before stay on show, greyed."""
        for label in (self.files, self.factor, self.room, self.time):
            label.setEnabled(False)
        self.basis.setText(self.tr("Looking at the dataset…"))

    def show_found(self, found: Estimate, *, replacing: bool) -> None:
        """Show what was found out for an export that may replace another one, or may not."""
        for label in (self.files, self.factor, self.room, self.time):
            label.setEnabled(True)
        one, many = self.tr("{1} from 1 picture"), self.tr("{1} from {0} pictures")
        files: str = counted(found.samples, one, many, f"{found.files:,}")
        if found.present_files:
            files += self.tr(", {0} there already").format(f"{found.present_files:,}")
        self.files.setText(files)
        factor = "" if found.factor is None else f"{found.factor:.3g}"
        told = self.tr("{0}× of what is augmented")
        if found.steps_factor != "any":
            told = self.tr("{0}× of what is augmented; the steps are good for {1}")
        good = found.steps_factor.replace("-", "–").replace("x", "×")
        self.factor.setText(told.format(factor, good) if factor else "–")
        self.room.setText(
            self.tr("about {0}, free space unknown").format(size_text(found.bytes))
            if found.free is None
            else self.tr("about {0}, {1} free").format(size_text(found.bytes), size_text(found.free))
        )
        seconds = found.seconds / min(WORKERS, usable_processors())
        one, many = self.tr("{1} with 1 process, roughly"), self.tr("{1} with {0} processes, roughly")
        self.time.setText(counted(WORKERS, one, many, time_text(seconds)))
        self.basis.setText(
            self.tr("Estimated from {0} of the pictures, augmented in memory.").format(f"{found.sampled:,}")
        )
        self._found_notes = self._notes(found, replacing=replacing)
        self._show_notes([*self._leak_notes, *self._found_notes])
        self.classes.show_shares(found.classes)

    @Slot(tuple)
    def show_leaks(self, found: tuple[Advice, ...]) -> None:
        """Show, before all other notes, what the splits have in common, what to do, and the first files."""
        self._leak_notes = [
            _Note(
                "\n".join(printable(sentence(explained(text))) for text in (item.reason, item.remedy)),
                _lines_of(map(_together, item.files[:_SHOWN_FILES])),
                item.severity is not Severity.NOTE,
            )
            for item in found
        ]
        self._show_notes([*self._leak_notes, *self._found_notes])

    def _notes(self, found: Estimate, *, replacing: bool) -> list[_Note]:
        """What should be known before it starts."""
        notes = list[_Note]()
        if found.losses.total() and found.labelling is not None:
            title = translated_title(found.labelling.title)
            lost = tuple(explained(kind) for kind in loss_texts(found.losses))
            notes.append(_Note(self.tr("What {0} cannot hold of the labels:").format(title), lost))
        notes += _notes_on_copies(found)
        if found.replaces and replacing:
            notes.append(_Note(self.tr("The export already in the folder will be removed first.")))
        if found.leak_hint:
            notes.append(_Note(sentence(explained(found.leak_hint))))
        if found.left_out_count:
            text = self.tr("Will be left out: {0}").format(f"{found.left_out_count:,}")
            notes.append(_Note(text, _lines_of(found.left_out)))
        if found.unreadable:
            one = self.tr("Unusable of 1 picture tried: {1}")
            many = self.tr("Unusable of {0} pictures tried: {1}")
            text = counted(found.sampled, one, many, f"{len(found.unreadable):,}")
            notes.append(_Note(text, _lines_of(found.unreadable)))
        hints = (found.online_hint,) if found.online_hint else ()
        told = (printable(sentence(explained(note))) for note in (*hints, *found.notes))
        return [*notes, *(_Note(text, warns=False) for text in told)]

    def _show_notes(self, notes: Sequence[_Note]) -> None:
        self.notes.clear()
        signs = {
            True: icons.icon("warning", QPalette.ColorRole.BrightText),
            False: icons.icon("information", QPalette.ColorRole.Highlight),
        }
        blank = QPixmap(self.notes.iconSize())
        blank.fill(Qt.GlobalColor.transparent)
        for note in notes:
            item = QListWidgetItem(signs[note.warns], note.text)
            # What the sign says, for those who cannot see it.
            said = self.tr("Warning: {0}") if note.warns else self.tr("Information: {0}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said.format(note.text))
            self.notes.addItem(item)
            for line in note.lines:
                self.notes.addItem(QListWidgetItem(QIcon(blank), line))
        self.notes.setVisible(bool(notes))
        self.notes.doItemsLayout()


def _notes_on_copies(found: Estimate) -> Iterator[_Note]:
    """What the labels of copies will come to, and what the format cannot hold of these alone."""
    copies, labelling = found.copy_labels, found.labelling
    if copies is None or labelling is None:
        return
    one = _tr("Labels of all copies, estimated from 1 copy that was tried:")
    many = _tr("Labels of all copies, estimated from {0} copies that were tried:")
    counts = copies.counts
    parts = (
        (counts.real, _tr("kept: about {0}")),
        (counts.ghosts, _tr("copies made by padding: about {0}")),
        (counts.ignored, _tr("to be ignored: about {0}")),
        (counts.dropped, _tr("dropped: about {0}")),
        (counts.too_small, _tr("too small, among those ignored or dropped: about {0}")),
        (counts.outside, _tr("outside the picture: about {0}")),
    )
    lines = tuple(text.format(f"{roughly(count):,}") for count, text in parts if count)
    if lines:
        yield _Note(counted(copies.tried, one, many), lines, warns=copies.loses_labels)
    new = Losses({kind: roughly(count) for kind, count in copies.losses.items() if not found.losses[kind]})
    if new.total():
        text = _tr("What {0} cannot hold of the labels of copies, about:")
        lost = tuple(map(explained, loss_texts(new)))
        title = translated_title(labelling.title)
        yield _Note(text.format(title), lost, warns=set(new) != {Loss.MADE_FLAGS})


def _tr(text: str) -> str:
    return QCoreApplication.translate("EstimateView", text)


def _lines_of(files: Iterable[Skipped]) -> tuple[str, ...]:
    """A line for each file, with what is said of it."""
    return tuple(
        printable(file.name) + (f": {explained(file.reason)}" if file.reason else "") for file in files
    )


def _together(keys: tuple[str, ...]) -> Skipped:
    """Pictures that belong together, as one file."""
    return Skipped(keys[0], ", ".join(map(printable, keys[1:])))
