"""What must hold after every fault."""

from __future__ import annotations

from pathlib import Path

from augstudio.export.files import IDENTITY, JOURNAL, LOCK, MANIFEST, UNFINISHED
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture

IN_THE_MAKING = (JOURNAL, LOCK, IDENTITY)


def tiny_dataset(root: Path) -> Path:
    """Three pictures in two folders and one that is damaged: hardly any work, and all kinds of it."""
    picture = smooth_picture(24, 16)
    files = {"a/0.jpg": encoded(picture, "JPEG"), "a/1.png": encoded(255 - picture, "PNG")}
    return write_files(root, {**files, "b/2.webp": encoded(picture[::-1], "WEBP"), "b/3.png": b"torn"})


def state(root: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder, and the folders that are empty."""
    folders = [place for place in root.rglob("*") if place.is_dir() and not any(place.iterdir())]
    return {**contents(root), **{f"{place.relative_to(root).as_posix()}/": "" for place in folders}}


def check_nothing_half(out: Path, whole: dict[str, str]) -> None:
    """Every file that stands in an interrupted export under a final name is what it will finally be.

    Args:
        out: The export's folder, be it there or not.
        whole: SHA-256 of every file of the undisturbed export.
    """
    for name, digest in contents(out).items() if out.is_dir() else ():
        if name not in IN_THE_MAKING and not name.startswith(UNFINISHED):
            assert whole.get(name) == digest, f"{name} is not what it must be"


def is_finished(out: Path) -> bool:
    """Whether an export's folder has all that stands in a finished one's top."""
    return (out / IDENTITY).is_file() and (out / MANIFEST).is_file() and not (out / JOURNAL).exists()
