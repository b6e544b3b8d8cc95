"""One parameter at several values, on one draw."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from augstudio.core.parameters import Slider
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.comparison import Pane, StepParameter
from augstudio.ui.pipeline_panel.field import translated
from augstudio.ui.preview.views.base import AvailableSpace, PreviewView
from augstudio.ui.session import Session
from augstudio.ui.theme import GRID

# A strip reads as one movement; a grid must show the pictures that much larger to be worth it.
_STRIP_GAIN = 1.2


class SweepView(PreviewView):
    """One parameter of one step from end to end of its range; all other draws stay as they are.

    A click picks nothing: the range is the user's to set, and a sweep only shows it.

    Its tools choose the parameter and the number of values. They follow the pipeline: a choice is kept, and
    comes back by undo, while its step is there and switched on.
    """

    NAME: ClassVar[str] = "sweep"
    ICON: ClassVar[str] = "sweep"
    SHORTCUT: ClassVar[str] = "F5"
    FIXES_VALUES: ClassVar[bool] = True

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._targets: list[StepParameter] = []
        self._wanted: tuple[int, str] | None = None
        self._offered: object = None
        self.parameter_box = QComboBox()
        self.parameter_box.setAccessibleName(self.tr("Parameter to sweep"))
        self.parameter_box.setToolTip(self.tr("Parameter to sweep"))
        self.parameter_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.count_box = QSpinBox()
        self.count_box.setAccessibleName(self.tr("Number of values"))
        self.count_box.setToolTip(self.tr("Number of values"))
        self.count_box.setRange(comparison.SWEEP_COUNTS[0], comparison.SWEEP_COUNTS[-1])
        self.count_box.setValue(5)
        prefix, _, suffix = self.tr("{0} values").partition("{0}")
        self.count_box.setPrefix(prefix)
        self.count_box.setSuffix(suffix)
        self.tools = QWidget()
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self.parameter_box)
        row.addWidget(self.count_box)
        self.parameter_box.activated.connect(self._on_parameter_box_activated)
        self.count_box.valueChanged.connect(self.changed)
        session.pipeline_changed.connect(self._follow)
        session.solo_changed.connect(self._follow)
        self._follow()

    def title(self) -> str:
        return self.tr("Sweep")

    @property
    def target(self) -> StepParameter | None:
        """What is swept, or None where no step that is switched on has a parameter."""
        index = self.parameter_box.currentIndex()
        return self._targets[index] if 0 <= index < len(self._targets) else None

    def arrangement(self, space: AvailableSpace) -> Arrangement:
        session, target = self.session, self.target
        if target is None:
            reason = self.tr("Nothing to sweep: no enabled step has a parameter")
            return Arrangement((Pane("original", session.pipeline, 0),), (reason,), 1)
        panes = comparison.sweep(session.visible_pipeline, session.copy, target, self.count_box.value())
        captions = tuple(comparison.describe(pane.settings, translated) for pane in panes)
        columns = space.best_columns(len(panes), _STRIP_GAIN)
        if len(panes) % columns:
            # A cell of the grid is free: the original stands there to compare with.
            panes = (*panes, Pane("original", session.pipeline, 0))
            captions = (*captions, self.tr("Original"))
        return Arrangement(panes, captions, columns)

    def choose(self, step_id: int, field: str) -> None:
        """Sweep another parameter."""
        self._wanted = (step_id, field)
        self._follow()
        self.changed.emit()

    def _on_parameter_box_activated(self, index: int) -> None:
        target = self._targets[index]
        self.choose(target.step.id, target.parameter.name)

    def _follow(self) -> None:
        """Offer the parameters that the pipeline has now."""
        self._targets = list(comparison.parameters_in_use(self.session.visible_pipeline))
        kinds = [(target.step.id, target.step.name, target.parameter.name) for target in self._targets]
        offered = kinds, self._wanted
        if offered != self._offered:  # no edit of a value changes it
            self._offered = offered
            self._offer()

    def _offer(self) -> None:
        names = _names(self._targets)
        with QSignalBlocker(self.parameter_box):
            if names != [self.parameter_box.itemText(index) for index in range(self.parameter_box.count())]:
                self.parameter_box.clear()
                self.parameter_box.addItems(names)
            keys = [(target.step.id, target.parameter.name) for target in self._targets]
            chosen = keys.index(self._wanted) if self._wanted in keys else 0
            self.parameter_box.setCurrentIndex(chosen if keys else -1)
        self.parameter_box.setEnabled(bool(self._targets))
        target = self.target
        self.count_box.setEnabled(target is not None and isinstance(target.parameter.marker, Slider))


def _names(targets: list[StepParameter]) -> list[str]:
    """Steps with their parameters; steps of the same kind are told apart by number."""
    alike: dict[str, list[int]] = {}
    for target in targets:
        ids = alike.setdefault(target.step.name, [])
        if target.step.id not in ids:
            ids.append(target.step.id)
    names = []
    for target in targets:
        ids, title = alike[target.step.name], translated(target.step.transform.TITLE)
        number = f" {ids.index(target.step.id) + 1}" if len(ids) > 1 else ""
        names.append(f"{title}{number}: {translated(target.parameter.label).lower()}")
    return names
