"""The classes that a picture's labels name: those of the whole picture and of everything in it."""

from __future__ import annotations

import numpy as np

from augstudio.core.labels import Categories, Labels, SemanticMask


def label_classes(labels: Labels, categories: Categories) -> frozenset[int]:
    """Positions of the classes that labels name.

    A class counts where the whole picture has it, where one object is of it, a crowd or an ignored one
    included, and where a class map has a pixel of it that is not to be ignored.
    """
    found = {item.category for item in labels.instances}
    if labels.tags is not None:
        found.update(position for position, weight in labels.tags.weights if weight > 0)
    if labels.semantic is not None:
        found |= _classes_of_map(labels.semantic, categories)
    return frozenset(found)


def label_class_names(labels: Labels, categories: Categories) -> frozenset[str]:
    """Names of what :func:`label_classes` gives, as far as the classes are known."""
    known = categories.all
    return frozenset(
        known[position].name for position in label_classes(labels, categories) if position < len(known)
    )


def _classes_of_map(mask: SemanticMask, categories: Categories) -> set[int]:
    values = set(np.flatnonzero(np.bincount(mask.classes.ravel())).tolist()) - {mask.ignore}
    numbers = (
        number if item.source_id is None else item.source_id for number, item in enumerate(categories.all)
    )
    return {position for position, value in enumerate(numbers) if value in values}
