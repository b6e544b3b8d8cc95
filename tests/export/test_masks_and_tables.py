"""Exports of masks, tables and metadata: copies have their labels, and what is written is a dataset again."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.images.label_map import encode_label_map
from augstudio.pipelines import Pipeline
from augstudio.transforms import HorizontalFlip, QuarterTurn
from tests.commands import told
from tests.datasets.rewriting import all_labels, opened
from tests.folders import encoded, write_files

CELL = np.ones((3, 3), np.uint8)
CLASSES = np.kron(np.array([[0, 1, 1, 2], [0, 1, 255, 2], [0, 0, 2, 2]], np.uint8), CELL)
NUMBERS = np.kron(np.array([[0, 1, 1, 9], [0, 1, 0, 9], [0, 0, 7, 9]], np.uint8), CELL)
X = encoded(CLASSES[:, :, np.newaxis], "PNG")


def exported(root: Path, out: Path) -> Path:
    """Two copies of each picture, flipped and turned; checked against their sources."""
    Pipeline.of((HorizontalFlip(), QuarterTurn())).save(root.parent / "p.json")
    result = told("export", root, out, "--pipeline", root.parent / "p.json", "--copies", 2, "--workers", 1)
    assert result.exit_code == 0, result.output
    result = told("verify", out, "--pixels", "--dataset", root)
    assert result.exit_code == 0, result.output
    return out


@pytest.mark.parametrize("palette", [None, ((0, 0, 0), (128, 0, 0), (0, 128, 0))])
def test_masks_go_where_the_pixels_go(
    palette: tuple[tuple[int, int, int], ...] | None, tmp_path: Path
) -> None:
    files = {
        "images/train/1.png": X,
        "masks/train/1.png": encode_label_map(CLASSES, "png", palette),
        "instances/train/1.png": encode_label_map(NUMBERS),
    }
    out = exported(write_files(tmp_path / "in", files), tmp_path / "out")
    of_numbers = dict(zip(CLASSES.ravel().tolist(), NUMBERS.ravel().tolist(), strict=True))
    turned = set()
    for name in ("1", "1__aug001", "1__aug002"):
        picture = np.asarray(Pillow.open(out / f"images/train/{name}.png"))
        mask = Pillow.open(out / f"masks/train/{name}.png")
        assert np.array_equal(np.asarray(mask), picture)
        assert (mask.getpalette() or [])[:9] == [part for colour in palette or () for part in colour]
        numbers = np.asarray(Pillow.open(out / f"instances/train/{name}.png"))
        assert np.count_nonzero(numbers) == np.count_nonzero(NUMBERS)
        assert (numbers[picture == 1] == of_numbers[1]).all()
        turned.add(picture.tobytes())
    assert len(turned) > 1
    assert len(all_labels(opened(out, "masks"))) == 1
    assert len(all_labels(opened(out, "image-folder"))) >= 1


def test_a_table_has_a_row_for_each_copy(tmp_path: Path) -> None:
    table = b"file;label;age\na.png;cat;40\nb.png;dog;3.5\n"
    out = exported(
        write_files(tmp_path / "in", {"a.png": X, "b.png": X, "labels.csv": table}), tmp_path / "out"
    )
    copies = [f"{name}{copy}.png" for name in "ab" for copy in ("", "__aug001", "__aug002")]
    said = {"a": "cat;40", "b": "dog;3.5"}
    assert (out / "labels.csv").read_text().splitlines() == [
        "file;label;age", *(f"{copy};{said[copy[0]]}" for copy in copies),
    ]  # fmt: skip


def test_metadata_has_the_moved_boxes_of_each_copy(tmp_path: Path) -> None:
    rows = [{"file_name": "a.png", "objects": {"bbox": [[3, 0, 6, 6]], "categories": ["cat"]}}]
    files = {"a.png": X, "metadata.jsonl": json.dumps(rows[0]).encode()}
    out = exported(write_files(tmp_path / "in", files), tmp_path / "out")
    lines = [json.loads(line) for line in (out / "metadata.jsonl").read_text().splitlines()]
    assert [line["file_name"] for line in lines] == ["a.png", "a__aug001.png", "a__aug002.png"]
    for line in lines:
        picture = np.asarray(Pillow.open(out / line["file_name"]))
        left, top, width, height = map(round, line["objects"]["bbox"][0])
        inside = picture[top : top + height, left : left + width]
        assert sorted(inside.ravel().tolist()) == sorted(CLASSES[0:6, 3:9].ravel().tolist())
