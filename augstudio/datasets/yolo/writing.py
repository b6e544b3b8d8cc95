"""Writes YOLO datasets: rows of one kind, and the file that names folders and classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Bitmap, Box, Categories, Instance, Labels, OrientedBox, Outline, Shape
from augstudio.core.outline_rows import OutlineRows
from augstudio.core.sides import pairs_by_names
from augstudio.core.text import quoted
from augstudio.datasets.base import Dataset
from augstudio.datasets.label_writing import EncodedLabels, Entries, Loss, Losses, WrittenImage
from augstudio.datasets.picture_places import image_place, split_prefixes, with_suffix
from augstudio.datasets.shapes import is_nowhere, outline_of, parts_and_holes
from augstudio.datasets.splits import Split
from augstudio.datasets.yolo.decimals import joined_rows, padded_rows
from augstudio.datasets.yolo.encoding import lines_together, rows_of_labels
from augstudio.datasets.yolo.rows import Task
from augstudio.errors import DatasetError, Message

DESCRIPTION: Final = "data.yaml"
"""Name of the file that names folders and classes."""

_ONE_LINE: Final = 2**31
_REGIONS: Final = (Outline, Bitmap)
_HELD: Final[dict[Task, type[Shape]]] = {
    Task.DETECT: Box,
    Task.SEGMENT: Outline,
    Task.OBB: OrientedBox,
    Task.POSE: Box,
}
"""The shape that a row holds; of an outline one part without holes."""
_KEYS: Final = {Split.TRAIN: "train", Split.VAL: "val", Split.TEST: "test", Split.OTHER: "other"}
_ONE_FOR_ALL: Final = "# {0} names the pictures of {1}, as there are no others and readers ask for it.\n"


@dataclass(frozen=True, slots=True)
class YoloWriter:
    """Writes rows of one kind.

    Attributes:
        task: What the rows hold.
        names: The classes' names.
        keypoints: Names of the keypoints of each row; none but for :attr:`Task.POSE`.
        swaps: Pairs of them that change places in a mirror.
        prefixes: Folders of the source that are splits, whose pictures move to the split's folder.
    """

    TELLS_UNLABELLED: ClassVar[bool] = False

    task: Task
    names: tuple[str, ...]
    keypoints: tuple[str, ...] = ()
    swaps: tuple[tuple[int, int], ...] = ()
    prefixes: tuple[str, ...] = ()

    def image_file(self, key: str, split: Split | None) -> str:
        """The picture's place: ``images/SPLIT/…``, without the source's own folder for the split.

        A folder called ``images`` further inside gets another name, as readers would look for the labels
        beside it.
        """
        return image_place(key, split, self.prefixes)

    def label_files(self, image_file: str) -> tuple[str, ...]:
        """The text file of a picture, by the rule of readers: the last ``images`` becomes ``labels``."""
        path = "/labels/".join(f"/{image_file}".rsplit("/images/", 1))[1:]
        return (with_suffix(path, ".txt"),)

    def encode(self, image: WrittenImage, labels: Labels | None) -> EncodedLabels:
        """The rows of a picture; one without instances has an empty file, one that is not labelled none."""
        if labels is None:
            return EncodedLabels((None,))
        found = None
        if self.task is Task.SEGMENT and labels.outlines is not None:
            found = lines_together(labels.outlines, image.size)
        if found is None:
            rows = rows_of_labels(labels, image.size, self.task, len(self.keypoints))
            numbers = padded_rows(rows.numbers, rows.counts)
            found = [b"%d %b" % row for row in zip(rows.categories, numbers, strict=True)]
        return EncodedLabels((joined_rows(found),))

    def shared_files(self, entries: Entries) -> Iterator[tuple[str, Iterable[bytes]]]:
        """``data.yaml`` with the splits that were written."""
        splits = {image.split for image, _ in entries()}
        yield DESCRIPTION, [self._description(splits).encode()]

    def class_numbers(self) -> tuple[int, ...]:
        """Their positions."""
        return tuple(range(len(self.names)))

    def losses(self, labels: Labels) -> Losses:
        """What of a picture's labels rows of this kind cannot hold."""
        losses: Losses = Counter()
        outlines = labels.outlines
        if outlines is not None and self.task is Task.SEGMENT:
            self._count_at_once(losses, outlines)
        else:
            self._count(losses, labels)
        if labels.tags is not None:
            losses[Loss.TAGS] += len(labels.tags.weights)
            losses[Loss.NUMBERS] += len(labels.tags.numbers)
            losses[Loss.ATTRIBUTES] += len(labels.tags.attributes)
        losses[Loss.CLASS_MAPS] += labels.semantic is not None
        return +losses

    def _count(self, losses: Losses, labels: Labels) -> None:
        """Count what is lost of instances."""
        flags, held = 0, _HELD[self.task]
        for instance in labels.instances:
            shape = instance.shape
            if instance.crowd or instance.ignored:
                losses[Loss.CROWDS if instance.crowd else Loss.IGNORED] += 1
                continue
            flags += instance.difficult + instance.truncated + instance.occluded
            if type(shape) is not held or (isinstance(shape, Outline) and len(shape.rings) > 1):
                for kind, count in self._losses_of_shape(instance, labels):
                    losses[kind] += count
            if instance.group is not None:
                losses[Loss.GROUPS] += 1
            if instance.attributes:
                losses[Loss.ATTRIBUTES] += len(instance.attributes)
            if instance.keypoints is not None and self.task is not Task.POSE:
                losses[Loss.KEYPOINTS] += instance.has_keypoints
        losses[Loss.FLAGS] += flags

    def _count_at_once(self, losses: Losses, outlines: OutlineRows) -> None:
        """As :meth:`_count`, without looking at each outline."""
        facts, left_out = outlines.facts, set(outlines.unwanted)
        crowds = [facts.crowds[outlines.owners[place]] for place in left_out].count(True)
        losses[Loss.CROWDS] += crowds
        losses[Loss.IGNORED] += len(left_out) - crowds
        owners, truncated = outlines.owners, outlines.truncated
        if left_out:
            kept = [place for place in range(len(owners)) if place not in left_out]
            owners, truncated = [owners[place] for place in kept], [truncated[place] for place in kept]
        for place, rings in outlines.several.items():
            if place in left_out:
                continue
            holes = outlines.holes[place]
            losses[Loss.HOLES] += holes
            losses[Loss.PARTS] += max(len(rings) - holes - 1, 0)
        if any(facts.truncated):
            losses[Loss.FLAGS] += sum(
                here or facts.truncated[owner] for owner, here in zip(owners, truncated, strict=True)
            )
        else:
            losses[Loss.FLAGS] += truncated.count(True)
        kinds = (Loss.FLAGS, facts.flags), (Loss.GROUPS, facts.groups), (Loss.ATTRIBUTES, facts.attributes)
        for kind, counts in kinds:
            if any(counts):
                losses[kind] += sum(map(counts.__getitem__, owners))

    def refusal(self, policy: LabelPolicy) -> Message | None:
        """That rows cannot be marked to be ignored."""
        if policy.padding != "ignore":
            return None
        return Message(
            "{0} cannot mark regions to be ignored, which the policy ignore makes of copies; choose the "
            "policy replicate or drop, or padding that makes no copies",
            self.task.value,
        )

    def _losses_of_shape(self, instance: Instance, labels: Labels) -> Iterator[tuple[Loss, int]]:
        """What is lost of a shape that is not simply what a row holds."""
        shape = instance.shape
        if shape is None:
            yield Loss.NOWHERE, is_nowhere(instance)
        elif self.task is not Task.SEGMENT:
            yield Loss.OUTLINES, isinstance(shape, _REGIONS)
            yield Loss.ANGLES, isinstance(shape, OrientedBox) and self.task is not Task.OBB
        elif not isinstance(shape, _REGIONS):
            yield Loss.FRAMED, 1
        else:
            parts, holes = parts_and_holes(outline_of(shape, labels.layers))
            yield Loss.HOLES, len(holes)
            yield Loss.PARTS, max(len(parts) - 1, 0)

    def _description(self, splits: Iterable[Split | None]) -> str:
        import yaml

        folders = {_KEYS[split]: f"images/{split.value}" for split in Split if split in set(splits)}
        comment = ""
        for key, other in (("train", "val"), ("val", "train")):
            if key not in folders:
                named = other if other in folders else next(iter(folders), "")
                folders[key] = folders.get(named, "images")
                comment += _ONE_FOR_ALL.format(key, named or "all")
        # Without a path, places are relative to this file; "." would be where Ultralytics is started.
        said: dict[str, Any] = {key: folders[key] for key in _KEYS.values() if key in folders}
        keypoints = self._keypoint_keys() if self.task is Task.POSE else {}
        names = {"names": dict(enumerate(self.names))}
        parts = ((said, False), (keypoints, None), (names, False))  # only lists stand in one line
        return comment + "".join(
            yaml.safe_dump(
                part, allow_unicode=True, sort_keys=False, default_flow_style=style, width=_ONE_LINE
            )
            for part, style in parts
            if part
        )

    def _keypoint_keys(self) -> dict[str, Any]:
        count = len(self.keypoints)
        partners = list(range(count))
        for one, other in self.swaps or pairs_by_names(self.keypoints):
            partners[one], partners[other] = other, one
        keys: dict[str, Any] = {"kpt_shape": [count, 3]}
        are_named = self.keypoints != tuple(map(str, range(count)))
        if are_named or self.swaps:  # else who trains had better not mirror, as Ultralytics says then
            keys["flip_idx"] = partners
        if are_named:
            keys["kpt_names"] = {number: list(self.keypoints) for number in range(len(self.names))}
        return keys


def writer_for(dataset: Dataset, task: Task) -> YoloWriter:
    """What writes a dataset's labels as rows of a kind.

    Raises:
        DatasetError: It has no classes, or its classes have different keypoints.
    """
    categories = dataset.categories or Categories()
    prefixes = split_prefixes(dataset)
    names = tuple(category.name for category in categories.all)
    if task is not Task.POSE:
        return YoloWriter(task, names, prefixes=prefixes)
    keypoints, swaps = _keypoints_of(categories)
    return YoloWriter(task, names, keypoints, swaps, prefixes)


def _keypoints_of(categories: Categories) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The keypoints that all classes with keypoints have.

    Raises:
        DatasetError: None has any, or they differ.
    """
    having: Sequence[Any] = [item for item in categories.all if item.keypoints]
    if not having:
        raise DatasetError("yolo-pose needs keypoints, and none of the classes has any; choose yolo")
    first = having[0]
    for other in having[1:]:
        if (other.keypoints, other.swaps) != (first.keypoints, first.swaps):
            raise DatasetError(
                "the classes {0} and {1} have different keypoints, which yolo-pose cannot hold; choose coco, "
                "or yolo, which leaves keypoints out",
                quoted(first.name),
                quoted(other.name),
            )
    return first.keypoints, first.swaps
