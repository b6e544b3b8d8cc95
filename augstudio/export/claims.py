"""The names that an export's outputs take, so that no output replaces another.

Samples claim their names in the dataset's order; whoever comes first keeps a name, and a later sample that
would need it is left out whole. A sample that is left out claims nothing. The index holds to the following.

**What is claimed.** A sample claims its *base name*, which is the name of its copy 0 whether that is
written or not, together with the range of its copies' numbers. It claims the folders on the way to it as
well: no output may have the name of a folder in which others lie, nor lie below a name that is an output.

**Case.** All names are compared after ``str.casefold``. ``A.png`` and ``a.png`` are two files on most disks
of Linux, but one on those of Windows and macOS, and an export must hold the same files wherever it is
written or copied to. (Keys are NFC already, so two spellings of one accent do not come up.)

**Copies are ranges.** The names of copies follow from the base name and a number, ``stem__aug007.png``, so
a sample has one entry, not one for each copy: a million samples with a thousand copies each take a million
entries. Few ranges differ, so an entry holds the number of its range. To find who owns a name, it is looked
up as a base name whose range has 0 in it, and else taken apart: ``stem__aug007.png`` belongs to whoever
claims ``stem.png`` with a range that holds 7. Only the spelling that an export writes counts, three digits
or as many as are needed; ``stem__aug0007.png`` is a name like any other.

**Balanced classes.** How many copies such a sample gets is known only after all are counted, and which
samples are left out must not depend on it. So it claims every copy that it might get, up to
:data:`~augstudio.export.balance.MAX_COPIES`, and of these names only the first and the longest are looked
at.

**Labels.** Where a format keeps the labels of a picture in files of their own, their names are claimed like
the picture's: the entry of a base name has the same range. They follow from the picture's name by the
format's rule, so who owns one is looked up by taking the picture's name apart: ``stem.jpg`` and ``stem.png``
are two pictures, but may have one label file.

**Imitated names.** A source may itself be called ``stem__aug007.png``. If it is listed after ``stem.png``,
the range claimed there refuses it. If it is listed before, a sample whose copies are known looks up each of
their names and meets it; a sample of a balanced class does not look up each, so for those the index keeps,
by base name, that an earlier name imitates one of its copies.

**New folders.** Names in a folder can only be taken by samples of the same folder, but for names without a
suffix, and folders with one, which may be called alike. So where a folder is new and plain, its names are
kept apart, and each is only looked for among them; they come into the index when a name is met that has to
be looked up there.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from augstudio.errors import Message
from augstudio.export.balance import MAX_COPIES
from augstudio.export.digests import DigestMap
from augstudio.export.files import RESERVED
from augstudio.export.names import folders_of, suffix_of
from augstudio.export.options import ExportOptions
from augstudio.export.tasks import Task

_MAX_NAME_BYTES: Final = 255
# With "__aug", six digits and four bytes for each character.
_SURE_NAME_LENGTH: Final = 52
_MOST_WAITING: Final = 1 << 16  # of one folder
_COPY: Final = "__aug"
_COPY_NAME: Final = re.compile(r"(?P<stem>.*)__aug(?P<copy>\d{3,})(?P<suffix>\.[^./]*)", re.DOTALL)


LabelFiles: TypeAlias = Callable[[str], tuple[str, ...]]


def _no_label_files(_image_file: str) -> tuple[str, ...]:
    return ()


def _copy_parts(name: str) -> tuple[str, int] | None:
    """The base name and the number of a name that an export would give to a copy."""
    parts = _COPY_NAME.fullmatch(name) if "__aug" in name else None
    if parts is None or name != f"{parts['stem']}__aug{int(parts['copy']):03d}{parts['suffix']}":
        return None
    return parts["stem"] + parts["suffix"], int(parts["copy"])


class _Bases:
    """Base names with the sample that takes them and the copies that it has, for millions of samples."""

    def __init__(self) -> None:
        self._map = DigestMap()
        self._copies: list[range] = []  # few that differ
        self._places: dict[range, int] = {}
        self._latest, self._latest_place = (-1, -1), b""

    def put(self, name: str, key: str, copies: range) -> None:
        place = self._places.setdefault(copies, len(self._copies))
        if place == len(self._copies):
            self._copies.append(copies)
        self._map.put(name, place.to_bytes(2, "little") + key.encode())

    def put_new(self, name: str, key: str, first: int, last: int) -> bool:
        """The same for copies ``first`` to ``last`` where the name is free; whether it is."""
        if self._latest != (first, last):
            place = self._places.get(range(first, last + 1))
            if place is None:
                return False
            self._latest, self._latest_place = (first, last), place.to_bytes(2, "little")
        return self._map.put_new(name, self._latest_place + key.encode())

    def get(self, name: str) -> tuple[str | None, range]:
        """The sample's key and its copies; none where the name is free."""
        data = self._map.get(name)
        if data is None:
            return None, range(0)
        return data[2:].decode(), self._copies[int.from_bytes(data[:2], "little")]


class Claims:
    """The names that earlier samples take: one entry each, from which the names of its copies follow.

    A sample whose class is balanced takes the names of all copies that it might get, so that which samples
    are left out does not depend on how many it gets.
    """

    def __init__(
        self,
        options: ExportOptions,
        label_files: LabelFiles | None = None,
        reasons: dict[str, str] | None = None,
    ) -> None:
        """Begin with nothing taken.

        Args:
            options: How to export.
            label_files: The files that hold the labels of a picture alone, by the picture's; None where the
                export writes none.
            reasons: Gets what :meth:`refusal` tells, by the keys of the samples.
        """
        self._options = options
        self._reasons = {} if reasons is None else reasons
        self._label_files = label_files or _no_label_files
        self._bases = _Bases()
        self._folders: dict[str, str] = {}
        self._imitated: dict[str, str] = {}
        self._simple = label_files is None and not options.is_balanced
        self._is_odd = False  # whether a name was taken that copies, or other pictures, might have
        self._has_bare = False  # whether one without a suffix was taken, as folders have them
        # The folder of the last task, which is taken, with its slash, and where the name begins after it.
        self._latest, self._name_at = "", -1
        # Names in it, with the keys, that are not among the others yet; None where it was not new.
        self._names_here: dict[str, str] | None = None
        self._copies_here = (0, 0)
        self._waiting: list[bytes] = []  # those in folders before it, likewise

    def refusal(self, task: Task, base: str) -> str:
        """Why the task cannot be done, or "" after its names are taken.

        Args:
            task: The task.
            base: The name of its copy 0, whether it is written or not.
        """
        outputs, name_at, here = task.outputs, base.rfind("/") + 1, self._names_here
        if (  # one that is as its neighbours were, as most are
            here is not None
            and name_at == self._name_at > 0
            and base.startswith(self._latest)
            and outputs
            and (outputs[0].copy, outputs[-1].copy) == self._copies_here
            and len(here) < _MOST_WAITING
            and len(base) - name_at <= _SURE_NAME_LENGTH
            and base.find(".", name_at) >= 0
            and _COPY not in (name := base.casefold())
            and name not in here
        ):
            here[name] = task.sample.key
            return ""
        if not outputs or (self._simple and self._takes_simply(task, base)):
            return ""
        reason = self._found_out(task, base)
        if reason:
            self._reasons[task.key] = reason
        return reason

    def _found_out(self, task: Task, base: str) -> str:
        """Why a task cannot be done of which it is not plain that it can."""
        self._put_waiting()
        top = task.outputs[0].file.partition("/")[0]
        if top.casefold() in RESERVED:
            return Message(
                "an export keeps a file of its own under the name {0}; rename the dataset's folder", top
            )
        folders = self._parents(task.outputs[0].file, *self._label_files(base))
        reason = self._name_refusal(task, base, folders) or self._label_refusal(task, base)
        if not reason:
            self._take(task, base, folders)
            self._name_at = base.rfind("/") + 1
            self._latest = base[: self._name_at]
        return reason

    def _takes_simply(self, task: Task, base: str) -> bool:
        """Take the names of a task of which it is plain that they are free; False where it is not."""
        outputs, name_at, key = task.outputs, base.rfind("/") + 1, task.sample.key
        name = base.casefold()
        # A folder's name may have a suffix, and a source that of a copy; both are rare.
        if self._is_odd or _COPY in name or len(base) - name_at > _SURE_NAME_LENGTH:
            return False
        is_bare = base.find(".", name_at) < 0
        self._has_bare = self._has_bare or is_bare
        if (is_bare and name in self._folders) or (not name_at and outputs[0].file.casefold() in RESERVED):
            return False
        first, last = outputs[0].copy, outputs[-1].copy
        is_neighbour = name_at == self._name_at and base.startswith(self._latest)
        if not is_neighbour and not self._begin(base, key, (first, last)):
            return False
        here = self._names_here
        if here is not None and self._copies_here == (first, last) and len(here) < _MOST_WAITING:
            if name in here:
                return False
            here[name] = key
            return True
        self._put_waiting()
        return self._bases.put_new(name, key, first, last)

    def _begin(self, base: str, key: str, copies: tuple[int, int]) -> bool:
        """Take the folder of a base name if it is plain that it is new and free; whether it is.

        Then no name in it is taken: what was taken before lies in other folders. All names have suffixes, so
        that a folder without one has the name of none of them.
        """
        folder = base[: base.rfind("/") + 1]
        if self._has_bare or "." in folder or folder[:-1].casefold() in self._folders:
            return False
        for above in (*folders_of(base), *(() if folder else ("",))):
            self._folders.setdefault(above.casefold(), key)
        self._pack_names()
        self._latest, self._name_at = folder, len(folder)
        self._names_here, self._copies_here = {}, copies
        return True

    def _pack_names(self) -> None:
        """Set aside the names of the latest folder."""
        if self._names_here:
            self._waiting.append(
                pickle.dumps((range(self._copies_here[0], self._copies_here[1] + 1), self._names_here))
            )
        self._names_here = None

    def _put_waiting(self) -> None:
        """Put all names that wait for it among the others, so that they can be looked up."""
        self._pack_names()
        for packed in self._waiting:
            copies, names = pickle.loads(packed)
            for name, key in names.items():
                self._bases.put(name, key, copies)
        self._waiting.clear()

    def _name_refusal(self, task: Task, base: str, folders: tuple[str, ...]) -> str:
        """Why the names of a task's pictures cannot be taken, or ""."""
        for name in (*folders, *self._names(task, base)):
            if name in folders and name.casefold() in self._folders:
                continue  # no output has the name of a folder that was taken
            owner = self._owner(name.casefold())
            if name not in folders:
                owner = owner or self._folders.get(name.casefold())
                if len(name.rpartition("/")[2].encode()) > _MAX_NAME_BYTES:
                    return Message(
                        "the name of its output would be longer than {0} bytes; shorten it", _MAX_NAME_BYTES
                    )
            if owner is not None:
                return Message("its output {0} would replace that of {1}; rename one of them", name, owner)
        return ""

    def _label_refusal(self, task: Task, base: str) -> str:
        """Why the names of its labels, or of copies that it might get, cannot be taken, or ""."""
        taken = next(self._taken_labels(task, base), None)
        if taken is not None:
            return Message("its labels {0} would replace those of {1}; rename one of them", *taken)
        imitator = self._imitator(base) if self._is_open(task) else None
        if imitator is not None:
            return Message("a copy of it might replace {0}; rename one of them", imitator)
        return ""

    def _take(self, task: Task, base: str, folders: tuple[str, ...]) -> None:
        for folder in (*folders, *(() if "/" in base else ("",))):
            self._folders.setdefault(folder.casefold(), task.key)
        self._has_bare = self._has_bare or "." not in base.rpartition("/")[2]
        self._is_odd = self._is_odd or _COPY in base.casefold() or any("." in folder for folder in folders)
        first = task.outputs[0].copy
        last = MAX_COPIES if self._is_open(task) else task.outputs[-1].copy
        for name in (base, *self._label_files(base)):
            self._bases.put(name.casefold(), task.key, range(first, last + 1))
        if self._options.is_balanced:
            for name in (*folders, *((base,) if first == 0 else ())):
                parts = _COPY_NAME.fullmatch(name.casefold())
                if parts is not None:
                    imitated = parts["stem"] + parts["suffix"]
                    for taken in (imitated, *self._label_files(imitated)):
                        self._imitated.setdefault(taken.casefold(), task.key)

    def _imitator(self, base: str) -> str | None:
        """The key of a sample whose names are those of copies of a sample with this base name."""
        names = (base, *self._label_files(base))
        return next((key for name in names if (key := self._imitated.get(name.casefold()))), None)

    def _is_open(self, task: Task) -> bool:
        """Whether it is not known yet how many copies the task's sample gets."""
        return self._options.is_balanced and task.class_name is not None

    def _names(self, task: Task, base: str) -> Iterator[str]:
        """Names to be checked: all; of those that copies might get the first and the longest."""
        if not self._is_open(task):
            yield from (planned.file for planned in task.outputs)
            return
        suffix = suffix_of(task.outputs[0].file)
        yield task.outputs[0].file
        yield f"{base.removesuffix(suffix)}__aug{MAX_COPIES}{suffix}"

    def _owner(self, name: str) -> str | None:
        key, copies = self._bases.get(name)
        if 0 in copies:
            return key
        parts = _copy_parts(name)
        if parts is None:
            return None
        key, copies = self._bases.get(parts[0])
        return key if parts[1] in copies else None

    def _taken_labels(self, task: Task, base: str) -> Iterator[tuple[str, str]]:
        """The label files of a task that are another sample's already, each with that sample's key."""
        if self._label_files is _no_label_files:
            return
        for image in self._names(task, base):
            parts = _copy_parts(image)
            for place, name in enumerate(self._label_files(image)):
                key, copies = self._bases.get(name.casefold())
                if key is not None and 0 in copies:
                    yield name, key
                if parts is not None:
                    key, copies = self._bases.get(self._label_files(parts[0])[place].casefold())
                    if key is not None and parts[1] in copies:
                        yield name, key

    @staticmethod
    def _parents(*files: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(folder for file in files for folder in folders_of(file)))
