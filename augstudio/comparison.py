"""What a comparison shows: panes in which only what is compared differs.

The window and the command line show the same panes; each says which pipeline and which copy to render.
"""

from __future__ import annotations

from dataclasses import dataclass

from augstudio.core.padding import PaddingMode
from augstudio.core.pipeline import Pipeline


@dataclass(frozen=True)
class Pane:
    """One picture of a comparison.

    Attributes:
        caption: Short name, in English.
        pipeline: What to render with.
        copy: Number of the copy; 0 is the original.
    """

    caption: str
    pipeline: Pipeline
    copy: int


def original_and_result(pipeline: Pipeline, copy: int) -> tuple[Pane, ...]:
    """The untouched picture beside one copy."""
    return Pane("original", pipeline, 0), Pane(f"copy {copy}", pipeline, copy)


def padding_modes(pipeline: Pipeline, copy: int) -> tuple[Pane, ...]:
    """One copy in every padding mode, on the same draw."""
    return tuple(
        Pane(mode.value, pipeline.with_padding(pipeline.padding.model_copy(update={"mode": mode})), copy)
        for mode in PaddingMode
    )


def copies(pipeline: Pipeline, count: int) -> tuple[Pane, ...]:
    """Copies 1 .. count of the same picture."""
    return tuple(Pane(f"copy {number}", pipeline, number) for number in range(1, count + 1))
