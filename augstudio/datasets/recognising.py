"""Recognises from a folder's tree alone how it is divided, and says what was assumed.

Every decision depends on the names of folders and on which of them hold pictures, never on the order in
which a file system lists them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from augstudio.core.text import printable, quoted
from augstudio.datasets.entries import is_folder, is_utf8
from augstudio.datasets.layout import Layout, Stated
from augstudio.datasets.left_out import has_picture_suffix, is_export_folder, is_foreign
from augstudio.datasets.splits import Split, hugging_face_sees, is_container, nfc, split_of
from augstudio.errors import DatasetError

_DEEPEST: Final = 4


@dataclass(frozen=True)
class Assumption:
    """How a dataset's folders are taken.

    Attributes:
        layout: What they mean.
        beside: Folders that hold pictures and are in no split, so that they are not augmented unless asked.
        loose: Whether pictures beside the folders are not augmented for the same reason.
        taken_as_classes: Folders with the name of a split that are taken as classes.
        named: Whether any folder names a class.
        format: Name of the format whose annotations say all of this; empty where the folders do.
        categories: How many classes such a format has.
        divided: Whether its annotations say the splits, though no folder does.
    """

    layout: Layout
    beside: tuple[str, ...] = ()
    loose: bool = False
    taken_as_classes: tuple[str, ...] = ()
    named: bool = False
    format: str = ""
    categories: int = 0
    divided: bool = False

    @property
    def unseen_splits(self) -> tuple[str, ...]:
        """Splits' folders that Hugging Face datasets does not take for what they are."""
        pairs = ((path, split) for path, split in self.layout.splits if path and split is not None)
        return tuple(path for path, split in pairs if not hugging_face_sees(path, split))


def layout_of(root: str, stated: Stated) -> Layout:
    """What the folders in ``root`` mean: as stated, all else by their names."""
    layout = recognised(root, include_copies=stated.include_copies)
    if stated.roles:
        layout = _with_roles(root, layout, dict(stated.roles))
    return layout if stated.classes is None else replace(layout, classes=stated.classes)


def recognised(root: str, *, include_copies: bool = False) -> Layout:
    """How the folder ``root`` is divided, by its folders' names.

    Args:
        root: The dataset's folder.
        include_copies: Whether exports of this program in it are part of it.
    """
    tree = _Tree(root, include_copies=include_copies)
    wrappers: list[str] = []
    splits: dict[str, Split | None]
    folders = tree.with_pictures("")
    while True:
        splits = _divided(tree, folders)
        if splits or len(folders) != 1 or len(wrappers) == _DEEPEST:
            break
        wrappers.append(folders[0])
        folders = tree.with_pictures(folders[0])
    unnamed = wrappers if splits else [path for path in wrappers if all(map(is_container, path.split("/")))]
    if not splits:
        splits = _divided_inside(tree, folders)
        if splits:
            inner = {path.rpartition("/")[0] for path in splits if path}
            unnamed = [*wrappers, *(path for path in inner if is_container(_name(path)))]
    return Layout(
        tuple(splits.items()), (*unnamed, *_inner_containers(tree, splits)), include_copies=include_copies
    )


def _with_roles(root: str, layout: Layout, roles: Mapping[str, str]) -> Layout:
    """A layout with what some folders are said to be; what they hold is looked at anew."""
    stated = layout.with_roles(roles)
    tree = _Tree(root, include_copies=layout.include_copies)
    inner = _inner_containers(
        tree, {path: Split(role) for path, role in roles.items() if role in tuple(Split)}
    )
    return Layout(
        stated.splits, (*stated.unnamed, *inner), stated.left_out, stated.classes, stated.include_copies
    )


def assumption(root: str, layout: Layout) -> Assumption:
    """What a layout comes to in a folder."""
    tree = _Tree(root, include_copies=layout.include_copies)
    divided = {path: split for path, split in layout.splits if path and split is not None}
    beside: list[str] = []
    loose = False
    if layout.elsewhere is Split.OTHER:
        above = sorted({path for split in divided for path in _ancestors(split)})
        loose = any(tree.glance(path).loose for path in above)
        named = {path for path, _ in layout.splits} | set(layout.left_out) | set(above)
        for path in above:
            inner = layout.place(tuple(path.split("/"))).split if path else layout.elsewhere
            if inner is Split.OTHER:
                beside += (child for child in tree.with_pictures(path) if child not in named)
    beside += (path for path, split in divided.items() if split is Split.OTHER)
    classes = () if layout.classes == () else tuple(_classes(tree, layout))
    return Assumption(
        layout,
        tuple(beside),
        loose,
        tuple(path for path in classes if split_of(_name(path)) is not None),
        bool(classes),
    )


def check_stated(root: str, stated: Stated) -> None:
    """Refuse what is said about folders and classes that are not there.

    Raises:
        DatasetError: The text names the first one.
    """
    tree = _Tree(root, include_copies=True)
    for path, _ in stated.roles:
        if not tree.has(path):
            raise DatasetError(
                "split folders: there is no folder {0} in {1}", printable(path), printable(root)
            )
    if stated.classes:
        known = class_names(root, layout_of(root, stated))
        missing = [name for name in stated.classes if name not in known]
        if missing:
            raise DatasetError(
                "classes: there is no class {0}; there are {1}",
                quoted(missing[0]),
                ", ".join(map(printable, sorted(known)[:20])) or "none",
            )


def without_missing(root: str, stated: Stated) -> Stated:
    """What is said about folders and classes that are there; all else is left out."""
    tree = _Tree(root, include_copies=True)
    roles = tuple((path, role) for path, role in stated.roles if tree.has(path))
    kept = replace(stated, roles=roles)
    if not stated.classes:
        return kept
    known = class_names(root, layout_of(root, kept))
    return replace(kept, classes=tuple(name for name in stated.classes if name in known) or None)


def folders_of(root: str, layout: Layout) -> tuple[str, ...]:
    """The folders whose roles people may choose: those of the splits and those beside them."""
    tree = _Tree(root, include_copies=layout.include_copies)
    stated = {path for path, _ in layout.splits if path} | set(layout.left_out)
    above = {"", *layout.unnamed} | {path for folder in stated for path in _ancestors(folder)}
    above -= {path for path in layout.unnamed if any(path.startswith(f"{folder}/") for folder in stated)}
    found = {child for path in above for child in tree.with_pictures(path)} | stated
    return tuple(sorted(found - above))


def class_names(root: str, layout: Layout) -> frozenset[str]:
    """The names of the classes that a folder's layout gives it."""
    return frozenset(
        _name(path) for path in _classes(_Tree(root, include_copies=layout.include_copies), layout)
    )


class _Glance(NamedTuple):
    folders: tuple[tuple[str, str], ...]  # names in NFC and on disk
    loose: bool


class _Tree:
    """A folder's tree, each part of which is looked at once; paths are relative and in NFC."""

    def __init__(self, root: str, *, include_copies: bool) -> None:
        self._include_copies = include_copies
        self._places = {"": root}
        self._glances: dict[str, _Glance] = {}
        self._pictures: dict[str, tuple[str, ...]] = {}

    def glance(self, path: str) -> _Glance:
        """The folders in a folder, and whether pictures lie directly in it."""
        if path not in self._places:
            self.with_pictures(path.rpartition("/")[0])
        if path not in self._glances:
            place = self._places.get(path)
            self._glances[path] = _Glance((), loose=False) if place is None else _glance(place)
        return self._glances[path]

    def has(self, path: str) -> bool:
        """Whether there is a folder of this path."""
        above, _, name = path.rpartition("/")
        return (not above or self.has(above)) and name in dict(self.glance(above).folders)

    def with_pictures(self, path: str) -> tuple[str, ...]:
        """Paths of the folders in a folder that hold pictures, at whatever depth."""
        if path not in self._pictures:
            found = []
            for name, raw in self.glance(path).folders:
                place = os.path.join(self._places[path], raw)  # noqa: PTH118  (Path objects are too slow here)
                if self._include_copies or not is_export_folder(place):
                    inner = f"{path}/{name}" if path else name
                    self._places[inner] = place
                    if _holds_pictures(place):
                        found.append(inner)
            self._pictures[path] = tuple(found)
        return self._pictures[path]


def _divided(tree: _Tree, folders: tuple[str, ...]) -> dict[str, Split | None]:
    """Those of some sibling folders that are splits; none where the siblings are classes.

    A single kind of split divides a dataset only if all folders are such, or if one holds folders of its
    own: else it may as well be a class, as ``train`` is among vehicles.
    """
    splits: dict[str, Split | None] = {
        path: split for path in folders if (split := split_of(_name(path))) is not None
    }
    several = len(set(splits.values())) > 1 or len(splits) == len(folders)
    return splits if several or any(tree.with_pictures(path) for path in splits) else {}


def _divided_inside(tree: _Tree, folders: tuple[str, ...]) -> dict[str, Split | None]:
    """Splits one floor below, as in ``images/train`` or, class by class, ``cat/train``."""
    splits: dict[str, Split | None] = {}
    for folder in folders:
        if any(split_of(name) is not None for name, _ in tree.glance(folder).folders):
            splits |= {
                path: split
                for path in tree.with_pictures(folder)
                if (split := split_of(_name(path))) is not None
            }
    kinds = set(splits.values())
    if kinds == {Split.TRAIN}:
        return {}
    if kinds and Split.TRAIN not in kinds:
        splits[""] = None  # what lies elsewhere is what there is to train on
    return splits


def _inner_containers(tree: _Tree, splits: Mapping[str, Split | None]) -> Iterator[str]:
    """Folders in splits that name no class: the only one there, as in ``train/images`` or ``train/train``."""
    for path, split in splits.items():
        if not path or split is None:
            continue
        here = path
        for _ in range(2):
            folders = tree.with_pictures(here)
            if len(folders) != 1 or not (
                is_container(_name(folders[0])) or split_of(_name(folders[0])) is split
            ):
                break
            here = folders[0]
            yield here


def _classes(tree: _Tree, layout: Layout) -> Iterator[str]:
    """Some of the folders that name classes."""
    stated = {path for path, split in layout.splits if split is not None}
    above = {path for folder in stated for path in _ancestors(folder)} - {""}
    without = {"", *layout.unnamed, *stated}
    yield from sorted(above - without)
    for path in sorted(without):
        for child in tree.with_pictures(path):
            if child not in without | above and not layout.place(tuple(child.split("/"))).left_out:
                yield child


def _ancestors(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(len(parts))]


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _glance(place: str) -> _Glance:
    folders, loose = [], False
    try:
        with os.scandir(place) as entries:
            for item in entries:
                try:
                    is_inner = item.is_dir()
                except OSError:  # as :func:`is_folder`, without a call for each picture
                    is_inner = False
                if is_inner:
                    name = item.name
                    if name[0] != "." and not is_foreign(name) and is_utf8(name):
                        folders.append((nfc(name), name))
                elif not loose and item.name[0] != ".":
                    loose = has_picture_suffix(item.name)
    except OSError:
        return _Glance((), loose=False)
    return _Glance(tuple(sorted(folders)), loose)


def _holds_pictures(place: str) -> bool:
    """Whether a picture lies in a folder, at whatever depth; ends with the first one."""
    stack, seen = [place], set()
    while stack:
        here = stack.pop()
        try:
            status = os.stat(here)  # noqa: PTH116
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(here) as entries:
                for item in entries:
                    name = item.name
                    if name[0] == ".":
                        continue
                    if has_picture_suffix(name) and not is_folder(item):
                        return True
                    if is_folder(item) and not is_foreign(name):
                        stack.append(item.path)
        except OSError:
            continue
    return False
