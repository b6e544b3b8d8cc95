"""Names of folders that make them a split, and names that say nothing but that pictures are inside."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import Final


class Split(StrEnum):
    """The usual parts of a dataset, and what lies beside them."""

    TRAIN = "train"
    VAL = "val"
    TEST = "test"
    OTHER = "other"


SPLIT_WORDS: Final = {
    **dict.fromkeys(("train", "training", "訓練", "訓練集", "训练", "训练集"), Split.TRAIN),
    **dict.fromkeys(("val", "valid", "validation", "dev", "development"), Split.VAL),
    **dict.fromkeys(("驗證", "驗證集", "验证", "验证集"), Split.VAL),
    **dict.fromkeys(
        ("test", "testing", "eval", "evaluation", "測試", "測試集", "测试", "测试集"), Split.TEST
    ),
}
"""Words, in lower case, that make a folder a split; those that Hugging Face datasets knows are among them."""

_IMAGE_WORDS: Final = frozenset(
    ("images", "image", "imgs", "img", "pictures", "pics", "photos", "jpegimages", "frames", "rgb")
)
_PART_WORDS: Final = frozenset(
    ("set", "sets", "data", "dataset", "split", "splits", "folder", "subset", "part", "fold", "stage", "raw")
)
# Two domains of unpaired pictures are kept as trainA, trainB, testA and testB.
_FILLERS: Final = _IMAGE_WORDS | _PART_WORDS | {"a", "b"}
_JOINED: Final = ("images", "image", "imgs", "img", "dataset", "data", "set")

_LAST_NUMBER: Final = re.compile(r"[-_ .(]*\d+\)?$")

_HUGGING_FACE: Final = {
    Split.TRAIN: "train|training",
    Split.VAL: "validation|valid|dev|val",
    Split.TEST: "test|testing|eval|evaluation",
}


def nfc(name: str) -> str:
    """A name in the Unicode form in which keys are kept."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def nfc_order(name: str) -> str:
    """What sorts names by that form, and of those that have it in common the one in that form first."""
    form = nfc(name)
    return name if form == name else f"{form}\0{name}"


@lru_cache(maxsize=4096)
def split_of(name: str) -> Split | None:
    """The split that a folder's name says it is, or None.

    Exactly one word of it must be a split's; others may only say that pictures or a part of a dataset are
    inside, as in ``train_images``, ``Val2017``, ``test-set`` and ``trainA``.
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", nfc(name))
    words = [word for word in re.split(r"[-._ \d]+", spaced.casefold()) if word]
    telling = [word for word in map(_bare, words) if word not in _FILLERS]
    return SPLIT_WORDS.get(telling[0]) if len(telling) == 1 else None


def split_of_folders(key: str) -> Split | None:
    """The split that a folder above a picture says it is of, as in ``train/1.jpg``; None if none does."""
    found = (split_of(part) for part in key.split("/")[:-1])
    return next((split for split in found if split is not None), None)


def without_number(stem: str) -> str:
    """A file's name without the number at its end, by which pictures of one series differ; all of it if none.

    Args:
        stem: The name without its suffix, as ``patient12_03``, of which ``patient12`` is left.
    """
    return _LAST_NUMBER.sub("", stem) or stem


def is_container(name: str) -> bool:
    """Whether a folder's name says nothing but that pictures are inside, as ``images`` does."""
    return nfc(name).casefold() in _IMAGE_WORDS | {"data", "dataset"}


def hugging_face_sees(path: str, split: Split) -> bool:
    """Whether Hugging Face datasets takes a folder, by its path relative to the dataset, for this split."""
    words = _HUGGING_FACE.get(split)
    return words is None or re.search(rf"(?:^|[-._ 0-9/])(?:{words})(?:[-._ 0-9/]|$)", path) is not None


def _bare(word: str) -> str:
    """A split's word without what is joined to it, as in ``trainset`` and ``testdata``."""
    return next((rest for end in _JOINED if (rest := word.removesuffix(end)) in SPLIT_WORDS), word)
