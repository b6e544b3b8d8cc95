"""Where an export puts pictures whose format has a folder of its own for them."""

from __future__ import annotations

from pathlib import PurePosixPath

from augstudio.datasets.base import Dataset
from augstudio.datasets.splits import Split, split_of


def split_prefixes(dataset: Dataset) -> tuple[str, ...]:
    """Folders of a dataset that are splits, the innermost first: an export has its own for them."""
    found = (path for path, split in dataset.layout.splits if path and split is not None)
    return tuple(sorted(found, key=len, reverse=True))


def has_several_splits(dataset: Dataset) -> bool:
    """Whether a dataset is divided, as far as its folders say; where they do not, having splits is enough."""
    return dataset.has_splits and len({split for _, split in dataset.layout.splits if split}) != 1


def image_place(key: str, split: Split | None, prefixes: tuple[str, ...]) -> str:
    """``images/SPLIT/…`` for the picture of a sample, without the source's folders for the same.

    A folder called ``images`` further inside gets another name, as some readers would take it for the outer.

    Args:
        key: The sample's key.
        split: Its split, if any.
        prefixes: What :func:`split_prefixes` gives.
    """
    *folders, name = PurePosixPath(inner_place(key, split, prefixes)).parts
    inner = (f"{part}_" if part == "images" else part for part in folders)
    return "/".join(("images", *(() if split is None else (split.value,)), *inner, name))


def inner_place(key: str, split: Split | None, prefixes: tuple[str, ...]) -> str:
    """A sample's key without the folders that only say that pictures are inside, or of which split.

    Where annotations say the split, a folder may say it once more: ``images/train/1.jpg`` gives ``1.jpg``.

    Args:
        key: The sample's key.
        split: Its split, if any.
        prefixes: What :func:`split_prefixes` gives.
    """
    prefix = next((path for path in prefixes if key.startswith(f"{path}/")), None)
    parts = PurePosixPath(key if prefix is None else key[len(prefix) + 1 :]).parts
    if len(parts) > 1 and parts[0] in ("images", "JPEGImages"):
        parts = parts[1:]
    if prefix is None and len(parts) > 1 and split is not None and split_of(parts[0]) is split:
        parts = parts[1:]
    return "/".join(parts)


def with_suffix(file: str, suffix: str) -> str:
    """A file's POSIX path with another suffix, such as that of the labels beside a picture.

    As :meth:`pathlib.PurePath.with_suffix`, in a tenth of its time: a dot at the beginning or the end of the
    name begins no suffix.

    Args:
        file: The path.
        suffix: What stands for the suffix, with its dot; "" leaves the suffix out.
    """
    name_at = file.rfind("/") + 1
    dot = file.rfind(".", name_at)
    has_suffix = name_at < dot < len(file) - 1
    return (file[:dot] if has_suffix else file) + suffix
