"""Whether a simple learner, having seen other pictures, tells pictures from their changed versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from augstudio.core.image import Image
from augstudio.core.interruption import checkpoint
from augstudio.insights import ridge
from augstudio.insights.learners import filters
from augstudio.insights.material import Floats, Look, Material
from augstudio.kernels.features import features, seen_picture

_PARTS: Final = 5


def learned_apart(
    material: Material, looks: Sequence[Look], name: str, change: Callable[[Image], Image]
) -> int:
    """How many pictures the learner tells from their changed versions.

    It is trained with four fifths of the pictures and asked about the others: which of the two is the
    picture? Fifths are neighbours by name, so that frames of one film, or parts of one scan, are seldom
    asked about by each other.

    Args:
        material: What the pictures are from; keeps what was found in them.
        looks: The pictures.
        name: Names the change.
        change: Changes a small version, ``(H, W, C)`` uint8.

    Returns:
        0..n; about n / 2 by chance. May end with :class:`~augstudio.core.interruption.Interrupted`.
    """
    ordered = sorted(looks, key=lambda look: look.sample.key)
    which = "\n".join(look.sample.key for look in ordered)
    found = material.kept(
        (which, f"told: {name}"), lambda: np.array([_told(material, ordered, name, change)])
    )
    return int(found[0])


def _told(material: Material, ordered: Sequence[Look], name: str, change: Callable[[Image], Image]) -> float:
    own = np.stack([_described(material, look, "", lambda image: image) for look in ordered])
    changed = np.stack([_described(material, look, name, change) for look in ordered])
    places = np.arange(len(ordered))
    told = 0.0
    for part in np.array_split(places, _PARTS):
        checkpoint()
        kept = np.setdiff1d(places, part)
        rows = np.concatenate((own[kept], changed[kept]))[:, np.newaxis]
        truth = np.repeat(np.arange(2, dtype=np.int64), len(kept))
        model = ridge.train(rows, truth, 2)
        likely, unlikely = (model.answers_for(table[part])[:, 0] for table in (own, changed))
        told += float((likely > unlikely).sum())
    return told


def _described(material: Material, look: Look, name: str, change: Callable[[Image], Image]) -> Floats:
    def describe() -> Floats:
        checkpoint()
        image = np.ascontiguousarray(change(look.small))
        return features(seen_picture(image), filters())

    return material.kept((look.sample.key, name), describe)
