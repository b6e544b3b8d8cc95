"""Moved outlines and masks, as pycocotools reads and rates them, are where the pixels of their objects are.

Each object is a picture of its own, too, white on black, with the key of the picture that it is labelled in:
what an export makes of these pixels is the truth for the labels; nothing of it comes from what moves labels.
"""

from __future__ import annotations

import contextlib
import io
import json
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest
from PIL import Image as Pillow
from pycocotools import mask as coco_masks
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from shapely import Polygon, contains_xy

from augstudio.core.parameters import Range
from augstudio.core.step import Step
from augstudio.export import RunOptions, run_export
from augstudio.pipelines import Pipeline
from augstudio.transforms import Elastic, HorizontalFlip, Perspective, Rotate
from tests.export.jobs import job_for
from tests.folders import encoded, write_files
from tests.labelled import Bits
from tests.pictures import smooth_picture

WIDTH, HEIGHT, PARTS = 120, 90, 8
KINDS: Final = ("polygon", "parts", "hole", "mask")


def _ring(x: float, y: float, radius: float) -> np.ndarray:
    angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    return np.stack((x + radius * np.cos(angles), y + 0.8 * radius * np.sin(angles)), axis=1)


def _shape(kind: str, picture: int) -> Any:
    """An object as polygons by the pixels' edges."""
    x, y = 18 + 28 * KINDS.index(kind) + 3 * picture, 45 - 9 * picture
    if kind == "parts":
        return Polygon(_ring(x, y - 14, 9)).union(Polygon(_ring(x, y + 12, 10)))
    hole = [_ring(x, y, 6)] if kind == "hole" else []
    return Polygon(_ring(x, y, 13), hole)


def _covered(shape: Any) -> np.ndarray:
    """The share of each pixel that a shape covers."""
    rows, columns = ((np.arange(length * PARTS) + 0.5) / PARTS for length in (HEIGHT, WIDTH))
    fine: np.ndarray = contains_xy(shape, columns[None, :], rows[:, None])
    share: np.ndarray = fine.reshape(HEIGHT, PARTS, WIDTH, PARTS).mean(axis=(1, 3))
    return share


def _packed(mask: np.ndarray) -> dict[str, Any]:
    found = coco_masks.encode(np.asfortranarray(mask.astype(np.uint8)))
    return {"size": found["size"], "counts": found["counts"].decode()}


def _sources(root: Path) -> None:
    """Labelled pictures, and for each kind of object a folder of these alone."""
    images, rows = list[dict[str, Any]](), list[dict[str, Any]]()
    for picture in range(2):
        images.append({"id": picture + 1, "file_name": f"{picture}.png", "width": WIDTH, "height": HEIGHT})
        files = {f"labelled/{picture}.png": encoded(smooth_picture(WIDTH, HEIGHT), "PNG")}
        for kind in KINDS:
            shape = _shape(kind, picture)
            share = _covered(shape)
            seen = share if kind in KINDS[:2] else np.round(share)
            picture_of = np.repeat(np.round(seen * 255).astype(np.uint8)[:, :, None], 3, axis=2)
            files[f"{kind}/{picture}.png"] = encoded(picture_of, "PNG")
            polygons = getattr(shape, "geoms", [shape])
            outline = [np.array(item.exterior.coords)[:-1].ravel().tolist() for item in polygons]
            where = {"image_id": picture + 1, "category_id": KINDS.index(kind) + 1, "bbox": [0, 0, 0, 0]}
            region = outline if kind in KINDS[:2] else _packed(seen > 0.5)
            rows.append({"id": len(rows) + 1, **where, "iscrowd": 0, "segmentation": region})
        write_files(root, files)
    categories = [{"id": number, "name": name} for number, name in enumerate(KINDS, 1)]
    text = json.dumps({"images": images, "categories": categories, "annotations": rows}).encode()
    write_files(root, {f"{folder}/instances.json": text for folder in ("labelled", *KINDS)})


def _rated(truth: dict[tuple[str, int], Bits], found: COCO) -> tuple[float, float]:
    """Average precision of the labels, and the smallest overlap with the truth."""
    objects: dict[tuple[str, int], Bits] = defaultdict(lambda: np.zeros((HEIGHT, WIDTH), np.bool_))
    for row in found.anns.values():
        objects[found.imgs[row["image_id"]]["file_name"], row["category_id"]] |= found.annToMask(row) > 0
    numbers = {item["file_name"]: item["id"] for item in found.dataset["images"]}
    shared = [
        {"image_id": numbers[file], "category_id": category, "segmentation": _packed(mask), "iscrowd": 0}
        for (file, category), mask in truth.items()
    ]
    given = COCO()
    given.dataset = {
        **found.dataset,
        "annotations": [{**row, "id": n, "area": 1} for n, row in enumerate(shared, 1)],
    }
    given.createIndex()
    guesses = [
        {"image_id": numbers[file], "category_id": category, "segmentation": _packed(mask), "score": 1.0}
        for (file, category), mask in objects.items()
    ]
    rating = COCOeval(given, given.loadRes(guesses), "segm")
    rating.evaluate()
    rating.accumulate()
    rating.summarize()
    overlaps = [(mask & objects[key]).sum() / (mask | objects[key]).sum() for key, mask in truth.items()]
    return float(rating.stats[0]), float(min(overlaps))


@pytest.mark.parametrize("step", [Rotate(angle_range=Range(low=20, high=40)), Perspective(), Elastic()])
def test_labels_are_rated_as_the_pixels_of_their_objects(step: Any, tmp_path: Path) -> None:
    _sources(tmp_path)
    steps = Step(id=1, transform=HorizontalFlip()), Step(id=2, transform=step)
    for folder in ("labelled", *KINDS):
        job = job_for(tmp_path / folder, tmp_path / f"{folder}-out", Pipeline(steps=steps))
        run_export(job, RunOptions(workers=1))
    truth = {
        (file.name, category): np.asarray(Pillow.open(file).convert("L")) > 127
        for category, kind in enumerate(KINDS, 1)
        for file in sorted((tmp_path / f"{kind}-out").rglob("*.png"))
    }
    with contextlib.redirect_stdout(io.StringIO()):
        (file,) = (tmp_path / "labelled-out").rglob("instances*.json")
        precision, overlap = _rated(truth, COCO(str(file)))
    assert precision == 1
    assert overlap > 0.95
