"""How panes lie beside each other, as a value that requests and results carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from augstudio.preview.comparison import Pane


@dataclass(frozen=True)
class Arrangement:
    """Panes and how they lie.

    Attributes:
        panes: What to render.
        captions: Their names in the user's language.
        columns: Panes in a row.
        chosen: Index of the pane that is in use, or None.
        pickable: Whether a click on a pane picks it.
        former_captions: What they are called while they still stand there and others are wanted; empty where
            that is the same.
        per_widget: How many neighbouring panes are shown in one place: 1, or 2 that are laid on each other.
    """

    panes: tuple[Pane, ...]
    captions: tuple[str, ...]
    columns: int
    chosen: int | None = None
    pickable: bool = False
    per_widget: int = 1
    former_captions: tuple[str, ...] = ()

    @classmethod
    def in_columns(cls, panes: Sequence[Pane], columns: int) -> Arrangement:
        """Panes under their own captions, so many in a row."""
        return cls(tuple(panes), tuple(pane.caption for pane in panes), columns)

    @property
    def widgets(self) -> int:
        """How many places there are."""
        return len(self.panes) // self.per_widget

    def as_originals(self, caption: str) -> Arrangement:
        """The same panes with the untouched picture in each."""
        panes = tuple(replace(pane, copy=0) for pane in self.panes)
        return replace(self, panes=panes, captions=(caption,) * len(panes), former_captions=())
