"""Labelled objects that can be cut out of their pictures."""

from __future__ import annotations

from collections.abc import Collection
from unicodedata import normalize

import numpy as np

from augstudio.core.image import Size
from augstudio.core.labels import Bitmap, Categories, Instance, Labels, Outline
from augstudio.core.mixing import InstanceDraw
from augstudio.render.labelling.runs import Runs, runs_of


def positions_of(classes: Collection[str], categories: Categories | None) -> frozenset[int] | None:
    """The positions of classes, given by their names in Unicode's form NFC; None where none are given."""
    if not classes:
        return None
    known = () if categories is None else categories.all
    return frozenset(place for place, item in enumerate(known) if normalize("NFC", item.name) in classes)


def pasteable(labels: Labels, size: Size, wanted: frozenset[int] | None = None) -> tuple[InstanceDraw, ...]:
    """The objects of a picture that can be cut out: those with an outline or pixels of their own.

    Crowds and what is to be ignored are left where they are.

    Args:
        labels: The picture's labels.
        size: Its width and height.
        wanted: Positions of the classes of the objects that are wanted; None for all.
    """
    runs: dict[int, Runs] = {}
    found: list[InstanceDraw] = []
    for number, item in enumerate(labels.instances):
        is_wanted = wanted is None or item.category in wanted
        left_out = item.crowd or item.ignored or not is_wanted
        extent = None if left_out else _extent(labels, item, size, runs)
        if extent is not None:
            left, top, right, bottom = extent
            found.append(InstanceDraw(number=number, left=left, top=top, right=right, bottom=bottom))
    return tuple(found)


def _extent(
    labels: Labels, item: Instance, size: Size, runs: dict[int, Runs]
) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom edge of what a picture shows of an object; None where it has no form."""
    shape = item.shape
    if isinstance(shape, Bitmap):
        if shape.layer not in runs:
            runs[shape.layer] = runs_of(labels.layers[shape.layer])
        own = runs[shape.layer]
        return tuple(own.extents[shape.id].tolist()) if own.count(shape.id) else None
    rings = [ring for ring in shape.rings if len(ring) > 2] if isinstance(shape, Outline) else []
    if not rings:
        return None
    points = np.concatenate(rings)
    end = np.array(size) - 0.5
    low, high = np.maximum(points.min(axis=0), -0.5), np.minimum(points.max(axis=0), end)
    return (*low.tolist(), *high.tolist()) if (low < high).all() else None
