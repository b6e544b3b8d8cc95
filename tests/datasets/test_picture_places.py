"""Where an export puts pictures and what belongs to them."""

from pathlib import PurePosixPath

import pytest

from augstudio.datasets.picture_places import with_suffix


@pytest.mark.parametrize(
    "file", ["a.jpg", "images/train/a.b.jpeg", "a.b/c", ".jpg", "a.b/.jpg", "a b/ü.PNG", "a/b"]
)
@pytest.mark.parametrize("suffix", [".txt", ""])
def test_a_suffix_is_replaced_as_pathlib_does(file: str, suffix: str) -> None:
    assert with_suffix(file, suffix) == str(PurePosixPath(file).with_suffix(suffix))


def test_a_dot_at_the_end_of_a_name_begins_no_suffix() -> None:
    assert with_suffix("images/a.", ".txt") == "images/a..txt"  # what pathlib does differs between Pythons
