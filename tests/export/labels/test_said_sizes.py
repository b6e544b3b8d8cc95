"""Tables that say how large their pictures are say of each copy how large that is."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from augstudio.core.step import Step
from augstudio.datasets.said_sizes import size_columns
from augstudio.export import run_export
from augstudio.pipelines import Pipeline
from augstudio.transforms import Resize
from tests.export.jobs import job_for
from tests.folders import encoded, with_orientation, write_files
from tests.pictures import noise_picture

TO_20 = Pipeline(steps=(Step(id=1, transform=Resize(width=20, height=10)),))
UPRIGHT = encoded(noise_picture(40, 30), "PNG")
TURNED = with_orientation(noise_picture(30, 40), "JPEG", 6)
"""Of 40 x 30 pixels, which lie in the file as 30 x 40."""


def exported(tmp_path: Path, name: str, text: str) -> dict[str, dict[str, Any]]:
    """The rows of what a resizing export writes, by their pictures."""
    root = write_files(tmp_path / "in", {"a.png": UPRIGHT, "b.jpg": TURNED, name: text.encode()})
    run_export(job_for(root, tmp_path / "out", TO_20, copies=1))
    if name.endswith(".csv"):
        with (tmp_path / "out" / name).open(newline="") as stream:
            return {row.pop("filename"): row for row in csv.DictReader(stream)}
    rows = map(json.loads, (tmp_path / "out" / name).read_text().splitlines())
    return {row.pop("file_name"): row for row in rows}


def test_a_table_says_the_sizes_of_copies(tmp_path: Path) -> None:
    text = "filename,Image_Width,label,Image_Height\na.png,40,cat,30\nb.jpg,30,dog,40\n"
    rows = exported(tmp_path, "labels.csv", text)
    cat, dog = {"label": "cat"}, {"label": "dog"}
    whole = {"Image_Width": "40", "Image_Height": "30"}
    small = {"Image_Width": "20", "Image_Height": "10"}
    assert rows == {
        "a.png": cat | whole,
        "a__aug001.png": cat | small,
        "b.jpg": dog | whole,
        "b__aug001.jpg": dog | small,
    }


def test_metadata_says_the_sizes_of_copies_and_carries_what_is_no_size(tmp_path: Path) -> None:
    lines = [
        {"file_name": "a.png", "width": 40, "height": 30, "label": "fig"},
        {"file_name": "b.jpg", "width": 21.5, "height": 18, "label": "plum"},
    ]
    rows = exported(tmp_path, "metadata.jsonl", "".join(f"{json.dumps(line)}\n" for line in lines))
    fig, plum = ({"label": line["label"]} for line in lines)
    assert rows == {
        "a.png": fig | {"width": 40, "height": 30},
        "a__aug001.png": fig | {"width": 20, "height": 10},
        "b.jpg": plum | {"width": 21.5, "height": 18},
        "b__aug001.jpg": plum | {"width": 21.5, "height": 18},
    }


def test_numbers_that_are_no_sizes_are_carried_in_a_table(tmp_path: Path) -> None:
    text = "filename,width,height,label\na.png,40,31,fig\nb.jpg,,5,plum\n"
    rows = exported(tmp_path, "labels.csv", text)
    fig = {"width": "40", "height": "31", "label": "fig"}
    assert rows["a.png"] == rows["a__aug001.png"] == fig


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (("file", "width", "x", "height"), ("width", "height")),
        (("W", "h", "img_width", "picture-h"), ("W", "h")),
        (("imageWidth", "imageHeight", "width"), ("imageWidth", "imageHeight")),
        (("width", "image_height", "petal width", "petal height"), ()),
    ],
)
def test_sizes_are_told_by_two_columns(names: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    assert size_columns(names) == wanted
