"""Names of shards and of what is in them, such as readers of WebDataset files take for one sample.

Readers cut a member's name at the first dot behind its last slash: what is before it is the sample, what is
behind it the field. They leave out names that begin with ``__``, and take one that begins with a dot for a
field without a sample. So dots, two leading underscores and, to be told from what stands for these, percent
signs are written as in URLs: ``a.b`` becomes ``a%2Eb``, and unquoting gives it back.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from augstudio.datasets.splits import Split
from augstudio.export.names import suffix_of

_NO_SPLIT: Final = "data"
_SHARD: Final = re.compile(r"([a-z]+)-(\d{6,})\.tar")


def member_stem(path: str) -> str:
    """A POSIX path without a suffix, as the name of a sample; no two give one, also regardless of case.

    ``urllib.parse.unquote`` gives the path again.
    """
    return "/".join(map(_escaped, path.split("/")))


def _escaped(part: str) -> str:
    text = part.replace("%", "%25").replace(".", "%2E")
    return f"%5F{text[1:]}" if text.startswith("__") else text


def label_member(image_file: str, label_file: str) -> str:
    """The name of a member with labels: that of its picture, and the folder of the format that it is from.

    ``labels/train/a.txt`` beside ``images/train/a.jpg`` becomes ``images/train/a.labels.txt``, what is in
    ``Annotations`` ends in ``.annotations.xml``. JSON ends as text, since some readers take the types of what
    is in it from the first few samples, and fail with, or change, what differs later.
    """
    folder, images = (PurePosixPath(name).parts[0] for name in (label_file, image_file))
    stem, suffix = image_file.removesuffix(suffix_of(image_file)), suffix_of(label_file).lower()
    kind = "labels" if folder == images else folder.lower().replace(".", "_")
    return f"{stem}.{kind}{'.json.txt' if suffix == '.json' else suffix}"


def shard_name(split: Split | None, number: int) -> str:
    """The file name of a split's shard of this number, from 0."""
    return f"{_prefix(split)}-{number:06d}.tar"


def shard_number(file: str, split: Split | None) -> int | None:
    """The number of a split's shard; None where a name is that of none."""
    found = _SHARD.fullmatch(file)
    number = None if found is None or found[1] != _prefix(split) else int(found[2])
    return number if number is not None and shard_name(split, number) == file else None


def is_shard(file: str) -> bool:
    """Whether a name is that of a shard of any split."""
    return any(shard_number(file, split) is not None for split in (None, *Split))


def split_of_shard(file: str) -> Split | None:
    """The split that a shard belongs to; None where the export has none, and for other names."""
    return next((split for split in Split if shard_number(file, split) is not None), None)


def _prefix(split: Split | None) -> str:
    return _NO_SPLIT if split is None else split.value
