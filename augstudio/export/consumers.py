"""What is not as one may think in an export, most of it in the eyes of programs that train on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.layout import Layout
from augstudio.datasets.splits import Split
from augstudio.errors import Message
from augstudio.export.names import suffix_of
from augstudio.images.formats import written_suffix

SPLIT_WORDS: Final = {
    "train": Split.TRAIN, "training": Split.TRAIN,
    "val": Split.VAL, "valid": Split.VAL, "validation": Split.VAL, "dev": Split.VAL,
    "test": Split.TEST, "testing": Split.TEST, "eval": Split.TEST, "evaluation": Split.TEST,
}  # fmt: skip
"""Words that Hugging Face datasets takes for a split wherever they stand in a path, bounded as below."""

_SPLIT_WORD: Final = re.compile(rf"(?:^|[-_ ./])({'|'.join(SPLIT_WORDS)})(?=[-_ ./]|$)")
_UNREAD_BY_KERAS: Final = (".webp", ".tif", ".tiff")
_NETPBM: Final = (".ppm", ".pgm")
_RARE_JPEG: Final = (".jpe", ".jfif")
_NAMED: Final = 3
# Signs and words that names have no more on Windows, and ends that it cuts off.
_NOT_ON_WINDOWS: Final = re.compile(
    r"""[<>:"\\|?*\x00-\x1f]|[. ]\Z|\A(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?=\.|\Z)""", re.IGNORECASE
)
# Finds something wherever one of the two above does in one of several names with "/" between them.
_ODD: Final = re.compile(
    rf"""{_SPLIT_WORD.pattern}|[<>:"\\|?*\x00-\x1f]|[. ](?:/|\Z)"""
    r"""|(?:\A|/)(?i:con|prn|aux|nul|com[1-9]|lpt[1-9])(?=[./]|\Z)"""
)
# What names have, in lower case, in which one of the three finds something but a character that cannot be
# printed; it takes a fifth of the time.
_ODD_PARTS: Final = (
    "train", "val", "dev", "test",
    "con", "prn", "aux", "nul", "com", "lpt", "./", " /", *'<>:"\\|?*',
)  # fmt: skip
_BLOCK: Final = 256
_WHOLE_NUMBER: Final = re.compile(r"(\d+)")


@dataclass
class _Named:
    """The first few names of something, and how many there are."""

    first: list[str] = field(default_factory=list)
    count: int = 0

    def add(self, name: str) -> None:
        self.count += 1
        if len(self.first) < _NAMED:
            self.first.append(name)

    def __str__(self) -> str:
        more = self.count - len(self.first)
        return ", ".join(self.first) + (f" (+{more:,})" if more else "")


@dataclass
class Consumers:
    """Looks at samples as they are listed, many at a time; what it keeps does not grow with their number.

    Attributes:
        format: Kind of pictures that is written.
        layout: What the folders are.
        labels: Format in which labels are written; None where folders alone tell of classes.
    """

    format: str
    layout: Layout
    labels: str | None = None
    _folders: dict[str, None] = field(default_factory=dict)
    _waiting: list[Sample] = field(default_factory=list)
    _files: _Named = field(default_factory=_Named)
    _unheld: dict[str, None] = field(default_factory=dict)
    _unheld_files: _Named = field(default_factory=_Named)
    _nested: _Named = field(default_factory=_Named)
    _loose: _Named = field(default_factory=_Named)
    _unread: _Named = field(default_factory=_Named)
    _netpbm: _Named = field(default_factory=_Named)
    _rare: _Named = field(default_factory=_Named)
    _read_only: _Named = field(default_factory=_Named)
    _of_suffix: dict[str, tuple[_Named, ...]] = field(default_factory=dict)
    _classes: dict[Split | None, dict[str, None]] = field(default_factory=dict)

    def watch(self, found: Iterator[Sample | Skipped]) -> Iterator[Sample | Skipped]:
        """Pass on what is listed, and take note of it."""
        waiting = self._waiting
        for item in found:
            if isinstance(item, Sample):
                waiting.append(item)
                if len(waiting) == _BLOCK:
                    self._note_all()
            yield item

    def _note_all(self) -> None:
        """Take note of what waits for it."""
        folder, begins, name_class, split, suffix = "", -1, None, None, ""
        of_folder: tuple[_Named, ...] = ()
        kinds: tuple[_Named, ...] = ()
        of_suffix, names = self._kinds_of(""), []
        for sample in self._waiting:
            key, name_at = sample.key, sample.key.rfind("/") + 1
            is_neighbour = name_at == begins and key.startswith(folder)
            if not is_neighbour or sample.class_name != name_class or sample.split is not split:
                folder, begins, name_class, split = key[:name_at], name_at, sample.class_name, sample.split
                of_folder = self._kinds_of_folder(folder[:-1], name_class, split)
                kinds = (*of_folder, *of_suffix)
            names.append(key[name_at:])
            # Most have the suffix of the one before; a name that is nothing else has none.
            if not suffix or not key.endswith(suffix) or len(key) - name_at == len(suffix):
                suffix = suffix_of(key)
                of_suffix = self._kinds_of(suffix)
                kinds = (*of_folder, *of_suffix)
            for names_of_kind in kinds:
                names_of_kind.add(key)
        # No name has the sign that they are joined by; most often nothing is found in any of them.
        joined = "/".join(names)
        if _may_be_odd(joined) and _ODD.search(joined):
            self._note_names(names)
        self._waiting.clear()

    def _note_names(self, names: list[str]) -> None:
        """Take note of names of files, of which at least one is odd."""
        for sample, name in zip(self._waiting, names, strict=True):
            # Beside a split's own metadata, names of files are not looked at.
            by_name = self.labels is None or sample.split is None
            if by_name and _SPLIT_WORD.search(name.removesuffix(suffix_of(name))):
                self._files.add(sample.key)
            if _NOT_ON_WINDOWS.search(name):
                self._unheld_files.add(sample.key)

    def _misleads(self, folder: str) -> bool:
        """Whether a folder is taken for a split; one that exists takes in no rows but its own."""
        words = _SPLIT_WORD.findall(folder)
        return self.labels is None or not all(SPLIT_WORDS[word] in self._classes for word in words)

    def _kinds_of_folder(
        self, folder: str, class_name: str | None, split: Split | None
    ) -> tuple[_Named, ...]:
        """Take note of a folder's name; what to add its pictures of a class and a split to."""
        parts = tuple(folder.split("/")) if folder else ()
        self._unheld.update((part, None) for part in parts if _NOT_ON_WINDOWS.search(part))
        inner = self.layout.inner(parts)
        self._folders.update((part, None) for part in inner if _SPLIT_WORD.search(part))
        classes = self._classes.setdefault(split, {})
        if class_name is None:
            return (self._loose,)
        classes[class_name] = None
        return (self._nested,) if inner and inner[-1] != class_name else ()

    def _kinds_of(self, suffix: str) -> tuple[_Named, ...]:
        """What to add a file with this suffix to."""
        known = self._of_suffix.get(suffix)
        if known is not None:
            return known
        kinds = (_UNREAD_BY_KERAS, self._unread), (_NETPBM, self._netpbm), (_RARE_JPEG, self._rare)
        found = tuple(names for suffixes, names in kinds if suffix.lower() in suffixes)
        self._of_suffix[suffix] = found if written_suffix(suffix) == suffix else (self._read_only, *found)
        return self._of_suffix[suffix]

    def notes(self) -> tuple[str, ...]:
        """What should be known before an export of these samples is written, in English."""
        self._note_all()
        return tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        if self.format == "keep" and self._read_only.count:
            yield Message("kinds that are read, but not written, become PNG: {0}", self._read_only)
        if unheld := _listed(self._unheld, self._unheld_files):
            yield Message("Windows cannot hold these names: {0}; rename them for use there", unheld)
        split_words = _listed(filter(self._misleads, self._folders), self._files)
        if split_words and self.labels in (None, "hf"):
            yield (
                Message(
                    "Hugging Face datasets takes these names for those of a split, and drops or mixes "
                    "pictures: {0}; rename them",
                    split_words,
                )
            )
        if self.labels is None:
            yield from self._notes_on_folders()

    def _notes_on_folders(self) -> Iterator[str]:
        """Who takes pictures in folders of classes otherwise, or passes over them."""
        if any(self._classes.values()):
            yield from self._notes_on_classes()
        if self.format in ("webp", "tiff") or (self.format == "keep" and self._unread.count):
            yield (
                Message(
                    "Keras does not read WebP and TIFF files and leaves them out silently; for it, choose "
                    "PNG or JPEG"
                )
            )
        if self.format == "keep":
            yield from self._notes_on_suffixes()

    def _notes_on_suffixes(self) -> Iterator[str]:
        if self._netpbm.count:
            yield (
                Message(
                    "Keras does not read PPM and PGM files and leaves them out silently: {0}; for it, choose "
                    "PNG or JPEG",
                    self._netpbm,
                )
            )
        if self._rare.count:
            yield (
                Message(
                    "torchvision, Keras and Ultralytics leave out files that end in .jfif or .jpe "
                    "silently: {0}; rename them to .jpg, or choose JPEG",
                    self._rare,
                )
            )

    def _notes_on_classes(self) -> Iterator[str]:
        if self._nested.count:
            yield (
                Message(
                    "Hugging Face datasets takes the innermost folder for the class, other programs the "
                    "outermost: {0}",
                    self._nested,
                )
            )
        if self._loose.count:
            yield (
                Message(
                    "pictures outside the class folders take all labels away in Hugging Face datasets: {0}",
                    self._loose,
                )
            )
        everything = dict.fromkeys(
            name for split, classes in self._classes.items() if split is not Split.OTHER for name in classes
        )
        yield from _notes_on_numbers(everything)
        for split, classes in self._classes.items():
            missing = _Named()
            for name in everything:
                if name not in classes:
                    missing.add(name)
            if split not in (None, Split.OTHER) and classes and missing.count:
                yield (
                    Message(
                        "classes without pictures in {0}: {1}; torchvision numbers classes in each split by "
                        "itself, so give all splits the class_to_idx of one that has all classes",
                        split.value,
                        missing,
                    )
                )
        learnt = self._classes.get(Split.TRAIN, {})
        if len(learnt) == 1 and len(everything) > 1:
            yield (
                Message(
                    "Hugging Face datasets gives no labels to the pictures of a train split with a "
                    "single class: {0}",
                    next(iter(learnt)),
                )
            )


def _may_be_odd(names: str) -> bool:
    """Whether anything might be found in several names with "/" between them."""
    lower = names.lower()
    return lower.endswith((".", " ")) or not lower.isprintable() or any(part in lower for part in _ODD_PARTS)


def _listed(folders: Iterable[str], files: _Named) -> str:
    """The first few names of folders and of files; "" where there are none."""
    named = _Named()
    for name in folders:
        named.add(name)
    return "; ".join(str(names) for names in (named, files) if names.count)


def _notes_on_numbers(classes: Iterable[str]) -> Iterator[str]:
    renumbered = _renumbered_by_timm(classes)
    if renumbered.count:
        yield (
            Message(
                "timm numbers classes in another order than torchvision, Keras and others do (2 before "
                "10, a before B), so that these have two numbers: {0}; rename them, or train and rate "
                "with one library",
                renumbered,
            )
        )


def _renumbered_by_timm(classes: Iterable[str]) -> _Named:
    """The classes that have another place in natural order without regard to case, which is timm's."""
    differing = _Named()
    by_characters = sorted(classes)
    for usual, natural in zip(by_characters, sorted(by_characters, key=_natural), strict=True):
        if usual != natural:
            differing.add(usual)
    return differing


def _natural(name: str) -> tuple[str | int, ...]:
    # Texts and numbers take turns, so that only like is compared with like.
    parts = _WHOLE_NUMBER.split(name.lower())
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))
