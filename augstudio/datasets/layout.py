"""How a folder of pictures is divided: which folders are splits, and which name classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeGuard

from augstudio.core.cached import cached_property
from augstudio.core.text import quoted
from augstudio.datasets.splits import SPLIT_WORDS, Split, nfc
from augstudio.errors import DatasetError, Message

CLASS: Final = "class"
"""Role of a folder that is a class, and in no split."""

LEAVE_OUT: Final = "leave-out"
"""Role of a folder that is no part of the dataset."""

_FOLDERS: Final = "folders"
_NONE: Final = "none"

ROLES: Final = (*Split, CLASS, LEAVE_OUT)
"""What a folder may be said to be."""


class Place(NamedTuple):
    """What a folder says about the pictures in it.

    Attributes:
        split: The part they belong to, or None where the dataset is not divided.
        class_name: Their class, or None.
        left_out: Whether they are no part of the dataset.
    """

    split: Split | None
    class_name: str | None
    left_out: bool = False


@dataclass(frozen=True)
class Layout:
    """What the folders of a dataset mean; paths are POSIX, in NFC, relative to its root.

    Attributes:
        splits: Folders with the split they are, None for one that is a class of its own, sorted. Where one
            is a split, pictures in none of them are of the split "other", which is not augmented unless
            asked; a path "" says what they are instead.
        unnamed: Folders that name no class: they only hold others, as ``images`` does.
        left_out: Folders that are no part of the dataset.
        classes: The classes that are augmented; None for all, () where folders name no classes.
        include_copies: Whether augmented copies and exports of this program, found in it, are part of it.
    """

    splits: tuple[tuple[str, Split | None], ...] = ()
    unnamed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    classes: tuple[str, ...] | None = None
    include_copies: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "splits", tuple(sorted(dict(self.splits).items(), key=lambda pair: pair[0])))
        for name in ("unnamed", "left_out"):
            object.__setattr__(self, name, tuple(sorted(set(getattr(self, name)))))

    @property
    def is_divided(self) -> bool:
        """Whether there are splits."""
        return any(split is not None for _, split in self.splits)

    @cached_property
    def _by_path(self) -> dict[str, Split | None]:
        return dict(self.splits)

    @property
    def elsewhere(self) -> Split | None:
        """The part of pictures that lie in none of the splits' folders."""
        return self._by_path.get("", Split.OTHER if self.is_divided else None)

    def place(self, parts: tuple[str, ...]) -> Place:
        """What a folder says about the pictures in it.

        Args:
            parts: The parts of its path relative to the root.
        """
        split, class_name, path = self.elsewhere, None, ""
        for part in parts:
            path = f"{path}/{part}" if path else part
            if path in self.left_out:
                return Place(None, None, left_out=True)
            is_class = path not in self.unnamed
            if path in self._by_path:
                split = self._by_path[path]
                is_class = split is None
            if is_class and class_name is None:
                class_name = part
        if self.classes is None:
            return Place(split, class_name)
        if not self.classes:
            return Place(split, None)
        chosen = class_name in self.classes or split in (Split.VAL, Split.TEST)
        return Place(split if chosen else Split.OTHER, class_name)

    def inner(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        """The parts of a folder's path below those that are splits, hold splits or name nothing."""
        paths = ["/".join(parts[: depth + 1]) for depth in range(len(parts))]
        stated = {path for path, split in self.splits if split is not None} | set(self.unnamed)
        depths = [
            depth
            for depth, path in enumerate(paths)
            if path in stated or any(known.startswith(f"{path}/") for known in stated)
        ]
        return parts[depths[-1] + 1 :] if depths else parts

    def role(self, path: str) -> str:
        """What a folder is: one of :data:`ROLES`."""
        place = self.place(tuple(path.split("/")))
        if place.left_out:
            return LEAVE_OUT
        return CLASS if place.split is None else place.split.value

    def with_roles(self, roles: Mapping[str, str]) -> Layout:
        """The same but for what some folders are, each one of :data:`ROLES`."""
        splits = {path: split for path, split in self.splits if path not in roles}
        splits |= {
            path: None if role == CLASS else Split(role) for path, role in roles.items() if role != LEAVE_OUT
        }
        out = {path for path in self.left_out if path not in roles}
        out |= {path for path, role in roles.items() if role == LEAVE_OUT}
        return Layout(tuple(splits.items()), self.unnamed, tuple(out), self.classes, self.include_copies)

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON."""
        return {
            "splits": dict(self.splits),
            "unnamed": list(self.unnamed),
            "left_out": list(self.left_out),
            "classes": None if self.classes is None else list(self.classes),
            "copies": self.include_copies,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Layout:
        """Read what :meth:`to_dict` gave.

        Raises:
            ValueError: It is nothing of that kind.
        """
        splits, unnamed, left_out = data.get("splits"), data.get("unnamed"), data.get("left_out")
        if not isinstance(splits, dict) or not _is_names(unnamed) or not _is_names(left_out):
            raise ValueError(Message("is no layout of folders: {0}", quoted(data)))
        return cls(
            tuple((path, None if split is None else Split(split)) for path, split in splits.items()),
            tuple(unnamed),
            tuple(left_out),
            *_classes_and_copies(data),
        )


@dataclass(frozen=True)
class Stated:
    """What people say about the folders of a dataset; all else is recognised by their names.

    Attributes:
        roles: Folders, by their paths relative to the dataset, with what they are: one of :data:`ROLES`.
        classes: The classes that are augmented; None for all, () where folders name no classes.
        include_copies: Whether augmented copies and exports of this program, found in it, are part of it.
    """

    roles: tuple[tuple[str, str], ...] = ()
    classes: tuple[str, ...] | None = None
    include_copies: bool = False

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON."""
        classes = None if self.classes is None else list(self.classes)
        return {"roles": dict(self.roles), "classes": classes, "copies": self.include_copies}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Stated:
        """Read what :meth:`to_dict` gave.

        Raises:
            ValueError: It is nothing of that kind.
        """
        roles = data.get("roles")
        if not isinstance(roles, dict) or not all(path and role in ROLES for path, role in roles.items()):
            raise ValueError(Message("says nothing about folders: {0}", quoted(data)))
        return cls(tuple(sorted(roles.items())), *_classes_and_copies(data))


def parsed_roles(text: str) -> dict[str, str]:
    """What folders are said to be: ``FOLDER=ROLE`` with commas, where a role is also any word for a split.

    Raises:
        DatasetError: The text is nothing of that kind.
    """
    roles = {}
    for pair in (pair.strip() for pair in text.split(",") if pair.strip()):
        folder, _, role = pair.rpartition("=")
        path, word = nfc(folder.strip().replace("\\", "/").strip("/")), role.strip().casefold()
        word = SPLIT_WORDS[word].value if word in SPLIT_WORDS else word
        if not path or word not in ROLES:
            raise DatasetError(
                "must be FOLDER=ROLE, as dev=val, with a role of {0}; got {1}", ", ".join(ROLES), quoted(pair)
            )
        roles[path] = word
    return roles


def parsed_classes(text: str) -> tuple[str, ...] | None:
    """Which classes are augmented: ``folders`` for all, ``none`` where there are no classes, or names."""
    word = text.strip()
    if word.lower() in (_FOLDERS, _NONE):
        return None if word.lower() == _FOLDERS else ()
    return tuple(dict.fromkeys(nfc(name.strip()) for name in word.split(",") if name.strip()))


def _classes_and_copies(data: Mapping[str, Any]) -> tuple[tuple[str, ...] | None, bool]:
    """Both, as they stand in JSON.

    Raises:
        ValueError: One is missing, or nothing of that kind.
    """
    classes, copies = data.get("classes"), data.get("copies")
    if not (classes is None or _is_names(classes)) or not isinstance(copies, bool):
        raise ValueError(Message("says nothing about classes and copies: {0}", quoted(data)))
    return None if classes is None else tuple(classes), copies


def _is_names(found: Any) -> TypeGuard[list[str]]:
    return isinstance(found, list) and all(isinstance(name, str) for name in found)
