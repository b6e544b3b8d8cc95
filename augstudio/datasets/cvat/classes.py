"""The classes that a CVAT file names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from augstudio.core.labels import Categories, Category
from augstudio.datasets.xml_reading import Element

_COLOUR: Final = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")


@dataclass(slots=True)
class Classes:
    """Classes as they are found, those of the head of the file first.

    Attributes:
        colours: The classes' names with their colours.
        slots: Names of the points of each skeleton, in order.
    """

    colours: dict[str, tuple[int, int, int] | None] = field(default_factory=dict)
    slots: dict[str, dict[str, None]] = field(default_factory=dict)

    def add_head(self, meta: Element) -> None:
        """Take in what the head of the file says, of a task, a job or a project."""
        waiting = list(meta.children)
        while waiting:
            here = waiting.pop(0)
            if here.tag != "labels":
                waiting += here.children
                continue
            for label in here.all("label"):
                self._add_label(label)

    def _add_label(self, label: Element) -> None:
        name, parent = label.value("name"), label.value("parent")
        if not name:
            return
        if parent:
            self.slots.setdefault(parent, {})[name] = None
        else:
            self.colours.setdefault(name, _colour(label.value("color")))
            if label.value("type") == "skeleton":
                self.slots.setdefault(name, {})

    def add_image(self, image: Element) -> None:
        """Take in the classes of one picture."""
        for shape in image.children:
            name = shape.attributes.get("label", "")
            if name:
                self.colours.setdefault(name, None)
            if shape.tag == "skeleton":
                slots = self.slots.setdefault(name, {})
                for point in shape.all("points"):
                    slots.setdefault(point.attributes.get("label", ""))

    @property
    def categories(self) -> Categories:
        """All of them."""
        return Categories(
            tuple(
                Category(name, number, colour, keypoints=tuple(self.slots.get(name, ())))
                for number, (name, colour) in enumerate(self.colours.items())
            )
        )


def _colour(text: str) -> tuple[int, int, int] | None:
    found = _COLOUR.fullmatch(text)
    return None if found is None else (int(found[1], 16), int(found[2], 16), int(found[3], 16))
