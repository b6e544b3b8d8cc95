"""What can be undone: pipelines as they were before and after an edit."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import NamedTuple

from PySide6.QtGui import QUndoCommand

from augstudio.pipelines import Pipeline

_origins = count(1)


def new_origin() -> int:
    """A number for a pipeline that takes the place of another one."""
    return next(_origins)


def same_steps(before: Pipeline, after: Pipeline) -> set[int]:
    """Ids of the steps that are still there after an edit."""
    known = {(step.id, step.name) for step in before.steps}
    return {step.id for step in after.steps if (step.id, step.name) in known}


class Version(NamedTuple):
    """A pipeline of the history, its file, and which pipeline it is, however it has been edited."""

    pipeline: Pipeline
    file: str | None
    origin: int


class PipelineEdit(QUndoCommand):
    """One step of the history: the pipeline before and after."""

    def __init__(
        self,
        take_back: Callable[[Version], None],
        before: Version,
        after: Version,
        text: str,
        gesture: int | None,
    ) -> None:
        # The history lists the first line as a sentence; the menu reads "Undo" and the second.
        super().__init__(f"{text[:1].upper()}{text[1:]}\n{text}")
        self._take_back, self._before, self._after = take_back, before, after
        self._gesture = gesture

    def id(self) -> int:
        return -1 if self._gesture is None else self._gesture

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, PipelineEdit) or other._gesture != self._gesture:
            return False
        self._after = other._after
        self.setObsolete(self._after.pipeline == self._before.pipeline)
        return True

    def undo(self) -> None:
        self._take_back(self._before)

    def redo(self) -> None:
        self._take_back(self._after)
