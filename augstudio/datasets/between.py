"""The background of masks: what is between objects, which is no class of theirs.

Masks have it at 0, and their lists of classes name it. Formats of objects number their classes without it, as
COCO's own files do and Ultralytics' converter of masks does; so it is no category of a dataset.
"""

from __future__ import annotations

from typing import Final

from augstudio.core.labels import Categories, Category

BACKGROUND: Final = "background"
"""What is between objects is called so in lists of classes."""

_BESIDE: Final = "_background_"  # as LabelMe has it
_NAMES: Final = frozenset((BACKGROUND, _BESIDE, "bg", "背景"))


def is_background(name: str) -> bool:
    """Whether a class is called what is between objects."""
    return name.casefold() in _NAMES


def background_beside(categories: Categories) -> Category:
    """The background at 0, by a name that no class of objects has, so that both can be told apart."""
    names = {item.name.casefold() for item in categories.all}
    return Category(_BESIDE if BACKGROUND in names else BACKGROUND, 0, (0, 0, 0))
