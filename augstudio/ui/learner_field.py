"""The choice of what learns in an experiment."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox

from augstudio.insights.evaluation import LearnerName
from augstudio.insights.learners import missing_package
from augstudio.insights.wording import LEARNER_TEXTS
from augstudio.ui.messages import explained, sentence


class LearnerField(QComboBox):
    """Offers all learners; one whose package is not installed cannot be chosen and says what to install."""

    def __init__(self) -> None:
        super().__init__()
        for name, text in LEARNER_TEXTS.items():
            self.addItem(explained(text), name)
            missing = missing_package(name)
            model = self.model()
            if missing is not None and isinstance(model, QStandardItemModel):
                item = model.item(self.count() - 1)
                item.setEnabled(False)
                item.setText(self.tr("{0} (not installed)").format(item.text()))
                item.setToolTip(sentence(explained(missing)))
        self.setAccessibleDescription(self.reasons)

    @property
    def reasons(self) -> str:
        """For each learner that cannot be chosen, what to install; in lines."""
        tips = (self.itemData(row, Qt.ItemDataRole.ToolTipRole) for row in range(self.count()))
        return "\n".join(tip for tip in tips if tip)

    @property
    def learner(self) -> LearnerName:
        """The one that is chosen."""
        return LearnerName(self.currentData())
