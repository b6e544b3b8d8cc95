"""Chooses what becomes of labels where the picture ends."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from augstudio.core.label_policy import DEFAULT, MAX_MIN_PIXELS, LabelPolicy
from augstudio.core.parameters import IntSlider, Slider
from augstudio.ui import icons
from augstudio.ui.pipeline_panel.sliders import NumberBox
from augstudio.ui.theme import GRID

_VISIBLE: Final = Slider(low=0, high=1, step=0.05, unit="%", shown_as=100)
_PIXELS: Final = IntSlider(low=0, high=MAX_MIN_PIXELS, step=1, unit="px")


class LabelPolicyEditor(QWidget):
    """One choice for the whole pipeline; what is needed less often opens below it.

    Signals:
        edited: The new policy, and the number of the gesture (None for an edit that stands alone).
    """

    edited = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = DEFAULT
        self.padding_box = self._choice(self.tr("Labels in padding"), self._ghosts())
        self.boxes_box = self._choice(self.tr("Boxes of turned objects"), self._box_rules())
        self.visible = NumberBox(_VISIBLE, self.tr("Minimum visible"))
        self.pixels = NumberBox(_PIXELS, self.tr("Minimum area"))
        self.more_button = QToolButton()
        self._more = QWidget()
        self._build()
        self.padding_box.activated.connect(lambda _: self._tell("padding", self.padding_box.currentData()))
        self.boxes_box.activated.connect(lambda _: self._tell("boxes", self.boxes_box.currentData()))
        self.visible.valueChanged.connect(
            lambda shown: self._tell("min_visible", round(shown / 100, 3), self.visible.gesture)
        )
        self.pixels.valueChanged.connect(
            lambda shown: self._tell("min_pixels", round(shown), self.pixels.gesture)
        )
        self.more_button.toggled.connect(self.set_expanded)
        self.set_expanded(False)
        self._show(DEFAULT)

    def set_policy(self, policy: LabelPolicy) -> None:
        """Show a policy without telling anyone."""
        if policy is not self._policy:  # every edit of a step comes here
            self._policy = policy
            self._show(policy)

    def _show(self, policy: LabelPolicy) -> None:
        for box, value in ((self.padding_box, policy.padding), (self.boxes_box, policy.boxes)):
            box.setCurrentIndex(box.findData(value))
        for number, shown in ((self.visible, 100 * policy.min_visible), (self.pixels, policy.min_pixels)):
            with QSignalBlocker(number):
                number.setValue(shown)

    def set_expanded(self, expanded: bool) -> None:
        """Show or hide what is needed less often."""
        with QSignalBlocker(self.more_button):
            self.more_button.setChecked(expanded)
        self.more_button.setIcon(icons.icon("expanded" if expanded else "collapsed"))
        self._more.setVisible(expanded)

    def _tell(self, field: str, value: Any, gesture: int | None = None) -> None:
        self.edited.emit(self._policy.model_copy(update={field: value}), gesture)

    # -- parts --------------------------------------------------------------------------------------

    def _choice(self, name: str, options: dict[str, tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for value, (text, explanation) in options.items():
            box.addItem(text, value)
            box.setItemData(box.count() - 1, explanation, Qt.ItemDataRole.ToolTipRole)
        return box

    def _build(self) -> None:
        self.more_button.setCheckable(True)
        self.more_button.setAutoRaise(True)
        self.more_button.setAccessibleName(self.tr("More about labels"))
        self.more_button.setToolTip(self.tr("What is too small to be labelled, and what turned boxes become"))
        label = QLabel(self.padding_box.accessibleName())
        label.setToolTip(self.tr("What happens to copies of objects made by padding."))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 0, GRID, 0)
        column.setSpacing(GRID // 2)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(label)
        row.addStretch()
        row.addWidget(self.padding_box)
        row.addWidget(self.more_button)
        grid = QGridLayout(self._more)
        grid.setContentsMargins(2 * GRID, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        self.visible.setToolTip(
            self.tr("The share of an object that must remain in the picture for it to be labelled.")
        )
        self.pixels.setToolTip(self.tr("The area that must remain of an object for it to be labelled."))
        for number, control in enumerate((self.visible, self.pixels, self.boxes_box)):
            grid.addWidget(QLabel(control.accessibleName()), number, 0)
            grid.addWidget(control, number, 1, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._more)

    def _ghosts(self) -> dict[str, tuple[str, str]]:
        return {
            "replicate": (
                self.tr("Replicate"),
                self.tr("Copies of objects made by padding are labelled like the objects themselves."),
            ),
            "ignore": (
                self.tr("Ignore"),
                self.tr("Copies become regions for training to ignore, in formats that have such regions."),
            ),
            "drop": (
                self.tr("Drop"),
                self.tr("Copies get no labels, so training treats them as background."),
            ),
        }

    def _box_rules(self) -> dict[str, tuple[str, str]]:
        return {
            "hull": (
                self.tr("Around corners"),
                self.tr(
                    "A turned box becomes the upright box around its corners, which is sure to contain it."
                ),
            ),
            "ellipse": (
                self.tr("Around ellipse"),
                self.tr(
                    "A turned box becomes the upright box around the ellipse inside it, "
                    "which is tighter for round objects."
                ),
            ),
        }
