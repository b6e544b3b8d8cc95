"""The labelling interface of Label Studio: which controls there are, and what can be said by each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from augstudio.core.labels import Categories
from augstudio.datasets.label_text import label_bytes
from augstudio.datasets.xml_reading import Element, escaped, parsed_xml
from augstudio.errors import DatasetError

INTERFACE: Final = "label-config.xml"
"""The file that it is kept in beside tasks."""
POINT: Final = "keypoint"
"""The control for points of the classes; those for keypoints of a class end in its number."""

_POINTS: Final = "KeyPointLabels"
_CONTROLS: Final = {
    "rectangle": "RectangleLabels",
    "polygon": "PolygonLabels",
    "brush": "BrushLabels",
    "ellipse": "EllipseLabels",
}


def interface_of(categories: Categories, points: Mapping[str, Iterable[tuple[str, int]]]) -> str:
    """The interface for some classes.

    Label Studio's own export as COCO makes one category, "default", of all classes that controls for points
    name, and fails where these have no ``model_index``, which says the order of all keypoints; its export as
    YOLO leaves out what is no rectangle. There are such controls only where there are points.

    Args:
        categories: The classes.
        points: For each control what its points are called, with the class in whose colour they are drawn.
    """
    lines = ["<View>", '  <Image name="image" value="$image"/>']
    classes = [(item.name, position) for position, item in enumerate(categories.all)]
    for name, control in _CONTROLS.items() if classes else ():
        lines.append(f'  <{control} name="{name}" toName="image">')
        lines += [f"    <Label {_said(categories, item)}/>" for item in classes]
        lines.append(f"  </{control}>")
    numbers: dict[str, int] = {}
    for name, listed in points.items():
        lines.append(f'  <{_POINTS} name="{name}" toName="image">')
        for item in listed:
            number = numbers.setdefault(item[0], len(numbers))
            lines.append(f'    <Label {_said(categories, item)} model_index="{number}"/>')
        lines.append(f"  </{_POINTS}>")
    lines.append('  <Choices name="choice" toName="image" choice="multiple">')
    lines += [f'    <Choice value="{escaped(name)}"/>' for name, _ in classes]
    return "\n".join((*lines, "  </Choices>", "</View>\n"))


def _said(categories: Categories, item: tuple[str, int]) -> str:
    name, position = item
    colour = "#{:02x}{:02x}{:02x}".format(*categories.colour(position))
    return f'value="{escaped(name)}" background="{colour}"'


def points_named(file: Path) -> dict[str, tuple[str, ...]]:
    """What each control of an interface calls points; none where there is no interface to read.

    A single control has them in the order of ``model_index``; several have names in common, whose order
    is not the same in all, and theirs is that of the file.
    """
    try:
        root = parsed_xml(label_bytes(file, file.name), file.name)
    except DatasetError:  # it only says an order
        return {}
    controls = [item for item in _inside(root) if item.tag == _POINTS]
    found = {}
    for control in controls:
        labels = control.children if len(controls) > 1 else sorted(control.children, key=_place)
        names = dict.fromkeys(label.attributes.get("value", "") for label in labels)
        found[control.attributes.get("name", "")] = tuple(names)
    return found


def _place(label: Element) -> float:
    """Where a label stands; the file's order counts for those that do not say."""
    said = label.attributes.get("model_index", "")
    return int(said) if said.isdecimal() else float("inf")


def _inside(root: Element) -> Iterator[Element]:
    """An element and all in it."""
    yield root
    for child in root.children:
        yield from _inside(child)
