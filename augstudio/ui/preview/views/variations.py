"""A wall of copies of one picture, or of different pictures."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from augstudio.core.text import printable
from augstudio.datasets.base import Sample
from augstudio.export.reading.reader import OpenedExport
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.draw_text import describe_draw
from augstudio.preview.requests import PreviewResult
from augstudio.ui.dataset_panel.model import SampleModel
from augstudio.ui.pipeline_panel.field import translated
from augstudio.ui.preview.frame_words import BETWEEN
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.preview.views.base import AvailableSpace, PreviewView
from augstudio.ui.session import Session
from augstudio.ui.theme import GRID

WALL_SIZES = (6, 9, 12, 16, 24)
"""How many pictures the wall may show."""


class Wall(StrEnum):
    """What the wall is of."""

    COPIES = "copies"
    PICTURES = "pictures"
    CLASSES = "classes"


class VariationsView(PreviewView):
    """Copies 1 to n of the picture, or one copy of n pictures; a click takes the copy or opens the picture.

    Different pictures are those of the list, n at a time: the part of it in which the picture in use lies.
    So they stay where they are while one after the other is opened.
    """

    NAME: ClassVar[str] = "variations"
    ICON: ClassVar[str] = "variations"
    SHORTCUT: ClassVar[str] = "F4"

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._list: SampleModel | None = None
        self._shown: tuple[Sample, ...] = ()
        self.wall_box = QComboBox()
        self.wall_box.setAccessibleName(self.tr("What the wall shows"))
        self.wall_box.addItem(self.tr("Copies of this picture"), Wall.COPIES)
        self.wall_box.addItem(self.tr("Different pictures"), Wall.PICTURES)
        self.wall_box.addItem(self.tr("One of each class"), Wall.CLASSES)
        self.count_box = QComboBox()
        for box in (self.wall_box, self.count_box):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for count in WALL_SIZES:
            self.count_box.addItem("", count)
        self.count_box.setCurrentIndex(WALL_SIZES.index(12))
        self.tools = QWidget()
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self.wall_box)
        row.addWidget(self.count_box)
        self.wall_box.currentIndexChanged.connect(self._on_wall_box_changed)
        self.count_box.currentIndexChanged.connect(self.changed)
        session.dataset_changed.connect(self._offer)
        self._offer()

    def title(self) -> str:
        return self.tr("Variations")

    def follow(self, listed: SampleModel) -> None:
        """Show different pictures of a list."""
        self._list = listed
        for changed in (listed.modelReset, listed.rowsInserted):
            changed.connect(self._on_list_changed)
        self._offer()

    @property
    def wall(self) -> Wall:
        """What the wall is of."""
        return Wall(self.wall_box.currentData())  # the box gives back a plain text

    def arrangement(self, space: AvailableSpace) -> Arrangement:
        self._shown = self._pictures()
        if self._shown:
            return self._of_pictures(space, self._shown)
        count = self.count_box.currentData()
        panes = comparison.copies(self.session.shown_pipeline, count)
        captions = tuple(self.tr("Copy {0}").format(pane.copy) for pane in panes)
        chosen = self.session.copy - 1 if self.session.copy <= count else None
        return Arrangement(panes, captions, space.best_columns(count), chosen, pickable=True)

    def _of_pictures(self, space: AvailableSpace, samples: tuple[Sample, ...]) -> Arrangement:
        session = self.session
        panes = comparison.pictures(session.shown_pipeline, session.copy, samples)
        captions = tuple(map(self._caption, samples))
        chosen = samples.index(session.sample) if session.sample in samples else None
        return Arrangement(panes, captions, space.best_columns(len(panes)), chosen, pickable=True)

    def _pictures(self) -> tuple[Sample, ...]:
        """The pictures of a wall of different ones, none for one of copies."""
        current, listed = self.session.sample, self._list
        if self.wall is Wall.COPIES or current is None or listed is None:
            return ()
        if self.wall is Wall.CLASSES:
            first = listed.first_of_classes
            names = [sample.class_name for sample in first]
            place = names.index(current.class_name) if current.class_name in names else 0
            return self._part(first, place) or (current,)
        return self._part(listed.listed, listed.row_of(current.key) or 0) or (current,)

    def _part(self, samples: Sequence[Sample], place: int) -> tuple[Sample, ...]:
        """As many samples as are wanted, of which one is at a place of all."""
        count: int = self.count_box.currentData()
        start = max(0, min(place - place % count, len(samples) - count))
        return tuple(samples[start : start + count])

    def _caption(self, sample: Sample) -> str:
        name = self._list.name_of(sample) if self._list is not None else sample.key
        if self.wall is Wall.CLASSES and sample.class_name is not None:
            name = sample.class_name + BETWEEN + name
        return printable(name)

    def shown(self, result: PreviewResult, panes: tuple[ImagePane, ...]) -> None:
        for pane in panes:
            draws = pane.frame.draws if pane.frame else ()
            pane.setToolTip("\n".join(describe_draw(draw, translated) for draw in draws))

    def pick(self, index: int) -> None:
        if self._shown:
            self.session.select_sample(self._shown[index])
        else:
            self.session.set_copy(index + 1)

    @Slot()
    def _on_wall_box_changed(self) -> None:
        self._offer()
        self.changed.emit()

    @Slot()
    def _on_list_changed(self) -> None:
        self._offer()
        before, self._shown = self._shown, self._pictures()
        if self._shown != before:
            self.changed.emit()

    @Slot()
    def _offer(self) -> None:
        """Offer what there can be a wall of, and name it."""
        of_export = isinstance(self.session.dataset, OpenedExport)
        if of_export:
            self.wall_box.setCurrentIndex(self.wall_box.findData(Wall.COPIES))
        self.wall_box.setEnabled(not of_export)
        self.wall_box.setToolTip(
            self.tr("Outputs of an export are looked at one by one; open the dataset for different pictures.")
            if of_export
            else self.tr("What the wall shows")
        )
        listed = self._list
        has_classes = listed is not None and bool(listed.classes)
        if self.wall is Wall.CLASSES and listed is not None and listed.total and not has_classes:
            self.wall_box.setCurrentIndex(self.wall_box.findData(Wall.PICTURES))
        items = cast(QStandardItemModel, self.wall_box.model())
        items.item(self.wall_box.findData(Wall.CLASSES)).setEnabled(has_classes)
        of_copies = self.wall is Wall.COPIES
        words = self.tr("{0} copies") if of_copies else self.tr("Up to {0} pictures")
        for index, count in enumerate(WALL_SIZES):
            self.count_box.setItemText(index, words.format(count))
        name = self.tr("Number of copies") if of_copies else self.tr("Number of pictures")
        self.count_box.setAccessibleName(name)
