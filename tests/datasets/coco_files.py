"""Makes small COCO datasets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.datasets.yolo_folders import PICTURE, SIZE
from tests.folders import write_files

CATEGORIES = [{"id": 3, "name": "cat", "supercategory": "animal"}, {"id": 90, "name": "dog"}]


def image(number: int = 7, name: str = "a.png", **more: Any) -> dict[str, Any]:
    """What a file says of a picture."""
    return {"id": number, "file_name": name, "width": SIZE[0], "height": SIZE[1], **more}


def annotation(number: int = 1, **more: Any) -> dict[str, Any]:
    """A box of the first category in the first picture."""
    return {"id": number, "image_id": 7, "category_id": 3, "bbox": [1, 2, 10, 5], "iscrowd": 0, **more}


def content(*annotations: Any, images: Any = None, **more: Any) -> bytes:
    """A file."""
    said = {
        "images": [image()] if images is None else images,
        "annotations": list(annotations),
        "categories": CATEGORIES,
        **more,
    }
    return json.dumps(said).encode()


def write_coco(root: Path, *annotations: Any, **more: Any) -> Path:
    """A dataset of one picture and one file."""
    return write_files(root, {"instances.json": content(*annotations, **more), "images/a.png": PICTURE})
