"""Label files are read with care, and pictures are found by what annotations call them."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

from augstudio.datasets.label_frame import label_frame
from augstudio.datasets.label_reading import ImageInfo, LabelFileError, LabelProblem, problem_of
from augstudio.datasets.label_text import finite, label_bytes, label_text, number
from augstudio.datasets.named_pictures import NamedPictures
from augstudio.errors import DatasetError, Message
from augstudio.images.orientation import upright_picture
from tests.folders import write_files


@pytest.mark.parametrize(
    ("text", "value"), [("0.5", 0.5), ("-1", -1.0), (".5", 0.5), ("5.", 5.0), ("1e-3", 0.001), ("+2", 2.0)]
)
def test_numbers_are_read(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["nan", "inf", "1_0", "", "0x1", "1,5", "1e999", "٣", "1 "])
def test_what_is_no_finite_number_is_told(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize("value", [True, "1", None, float("nan"), float("inf"), 10**400, [1]])
def test_json_that_is_no_finite_number_is_told(value: object) -> None:
    assert finite(value) is None
    assert finite(3) == 3.0


def test_label_files_are_read_up_to_a_size(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"")
    assert label_bytes(file, "a.txt") == b""
    file.write_bytes(b"12345")
    assert label_bytes(file, "a.txt", 5) == b"12345"
    with pytest.raises(DatasetError, match=r"a\.txt: is larger than 0 MB"):
        label_bytes(file, "a.txt", 4)
    with pytest.raises(DatasetError, match=r"a/b\.txt: there is no such file"):
        label_bytes(tmp_path / "b.txt", "a/b.txt")
    with pytest.raises(DatasetError, match="cannot be read: not a regular file but a folder"):
        label_bytes(tmp_path, "folder")


def test_label_files_are_text(tmp_path: Path) -> None:
    assert label_text("\ufeffä".encode(), "a.txt") == "ä"
    for data in (b"\xff\xfe1\x000\x00", b"a\0b"):
        with pytest.raises(DatasetError, match=r"a\.txt: is not UTF-8 text; save it as UTF-8"):
            label_text(data, "a.txt")


@pytest.mark.parametrize(("line", "text"), [(0, "a\\x1b.txt: is bad"), (3, "a\\x1b.txt, line 3: is bad")])
def test_what_is_wrong_with_a_file_goes_with_its_place_to_other_processes(line: int, text: str) -> None:
    error = pickle.loads(pickle.dumps(LabelFileError("a\x1b.txt", line, Message("is {0}", "bad"))))
    assert str(error) == text
    assert problem_of(error, "picture.png") == LabelProblem("a\\x1b.txt", line, "is bad")
    assert problem_of(DatasetError("no file"), "picture.png") == LabelProblem("picture.png", 0, "no file")


@pytest.mark.parametrize("orientation", range(1, 9))
def test_labels_of_the_stored_picture_turn_with_it(orientation: int) -> None:
    stored = np.zeros((2, 3, 1), np.uint8)
    stored[1, 2] = 1
    upright = upright_picture(stored, orientation)
    size = (upright.shape[1], upright.shape[0])
    frame = label_frame((3, 2), ImageInfo(size, orientation))
    if orientation < 5 and orientation > 1:
        assert frame.oddity == (
            "the picture is turned by its EXIF data, and its size 3x2 does not tell whether its labels are, "
            "too; they are taken as upright"
        )
        return
    row, column, _ = np.argwhere(upright)[0]
    assert frame.upright(np.array([(2.0, 1.0)])).tolist() == [[column, row]]
    assert frame.oddity is None
    assert label_frame(size, ImageInfo(size, orientation)).orientation == 1


def test_a_size_that_is_not_the_pictures_is_told() -> None:
    frame = label_frame((640, 480), ImageInfo((320, 240)))
    assert (frame.size, frame.orientation) == ((320, 240), 1)
    assert frame.oddity == (
        "the labels are for a picture of 640x480 pixels, but it has 320x240; they are not scaled"
    )
    assert label_frame(None, ImageInfo((3, 2), 6)).oddity is None


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("1.jpg", "images/1.jpg"),
        ("train/2.jpg", "images/train/2.jpg"),
        ("2.jpg", "images/train/2.jpg"),
        (r"C:\data\train\2.jpg", "images/train/2.jpg"),
        ("/content/x/train/2.jpg", "images/train/2.jpg"),
        ("x/../1.jpg", "images/1.jpg"),
        ("3.jpg", None),
        ("a/3.jpg", "images/a/3.jpg"),
        ("../outside.jpg", None),
        ("missing.jpg", None),
        ("", None),
        ("a\0b.jpg", None),
    ],
)
def test_pictures_are_found_by_what_annotations_call_them(
    tmp_path: Path, name: str, found: str | None
) -> None:
    names = (
        "images/1.jpg",
        "images/train/2.jpg",
        "images/a/3.jpg",
        "images/b/3.jpg",
        "images/.h/missing.jpg",
    )
    root = write_files(tmp_path / "in", dict.fromkeys(names, b"x"))
    write_files(tmp_path, {"outside.jpg": b"x"})
    path = NamedPictures(str(root), ("", "images")).path(name)
    assert path == (None if found is None else str(root / found))
