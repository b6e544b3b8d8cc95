"""Makes picture files and folders of them, and looks at what a folder holds."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from PIL import Image as Pillow

from augstudio.core.image import Image
from tests.pictures import smooth_picture

# What Pillow writes only with another package's help.
_PLUGINS = {"HEIF": "pillow_heif.HeifImagePlugin", "JXL": "pillow_jxl.JpegXLImagePlugin"}


def encoded(image: Image, kind: str, **options: Any) -> bytes:
    """A picture file by Pillow; ``kind`` is Pillow's name of the format."""
    if kind in _PLUGINS:
        import_module(_PLUGINS[kind])
    buffer = io.BytesIO()
    Pillow.fromarray(image[:, :, 0] if image.shape[2] == 1 else image).save(buffer, kind, **options)
    return buffer.getvalue()


def with_orientation(image: Image, kind: str, orientation: int) -> bytes:
    """A picture file whose EXIF says how it must be turned."""
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    return encoded(image, kind, exif=exif)


def write_files(root: Path, files: Mapping[str, bytes]) -> Path:
    """Write files with their folders; gives the root."""
    root.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def small_dataset(root: Path, count: int = 6) -> Path:
    """Two classes of small pictures of several kinds and sizes, each different."""
    kinds = [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP"), ("bmp", "BMP")]
    files = {}
    for number in range(count):
        suffix, kind = kinds[number % len(kinds)]
        picture = smooth_picture(40 + 7 * number, 30 + 5 * number)
        picture[0, 0] = number
        files[f"{'ab'[number % 2]}/{number}.{suffix}"] = encoded(picture, kind)
    return write_files(root, files)


def contents(root: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
