"""Groups as formats write them in which outlines of one class and group are parts of one object."""

from __future__ import annotations

from augstudio.core.labels import Labels, Outline
from augstudio.datasets.shapes import parts_and_holes


def groups_as_written(labels: Labels, kind: str) -> list[int | None]:
    """The group of each instance as it is written.

    Outlines of one class and group would be read as parts of one object: of several, the first keeps the
    group. One with several parts has a group in any case.

    Args:
        labels: The labels.
        kind: Attribute of outlines that are written as shapes of another kind, which are never parts.
    """
    last = max((item.group for item in labels.instances if item.group is not None), default=0)
    taken: set[tuple[int, int]] = set()
    groups: list[int | None] = []
    for item in labels.instances:
        group = item.group
        if isinstance(item.shape, Outline) and kind not in item.attributes:
            if group is not None and (item.category, group) in taken:
                group = None
            if group is None and len(parts_and_holes(item.shape.rings)[0]) > 1:
                last += 1
                group = last
            if group is not None:
                taken.add((item.category, group))
        groups.append(group)
    return groups
