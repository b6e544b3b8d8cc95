"""What there is to open, save to and export to; all in one folder that may be thrown away."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from augstudio.assets import labelled_sample
from augstudio.core.padding import Padding, PaddingMode
from augstudio.export import ExportJob, ExportOptions, RunOptions, run_export
from augstudio.pipelines import Pipeline
from augstudio.transforms import GaussianNoise, HorizontalFlip, Rotate, Season, StyleTransfer
from tests.commands import told
from tests.folders import contents, encoded, write_files
from tests.pictures import noise_picture, smooth_picture

PIPELINES: Final = {
    "quick": Pipeline.of((Rotate(), HorizontalFlip()), Padding(mode=PaddingMode.REFLECT)),
    "slow": Pipeline.of((Rotate(), StyleTransfer(), GaussianNoise()), Padding(mode=PaddingMode.WRAP)),
    "slow twice": Pipeline.of((StyleTransfer(), Season())),
}


@dataclass(frozen=True)
class Places:
    """Paths in one folder.

    Attributes:
        root: The folder; nothing outside of it is written to.
        datasets: Folders and files that can be opened as a dataset.
        pipelines: Files of pipelines.
        rest: What cannot be opened.
    """

    root: Path
    datasets: tuple[Path, ...]
    pipelines: tuple[Path, ...]
    rest: tuple[Path, ...]

    @property
    def everything(self) -> tuple[Path, ...]:
        """All that a user may try to open, exports that were made meanwhile too."""
        return (*self.datasets, *self.pipelines, *self.rest, *self.exports)

    @property
    def exports(self) -> tuple[Path, ...]:
        """Folders that exports were written to."""
        return tuple(sorted(file.parent for file in self.root.glob("*/augstudio.json")))

    def sources(self) -> dict[str, str]:
        """Digests of all files that nothing may change."""
        folders = (folder for folder in self.datasets if folder.is_dir())
        return {
            f"{folder.name}/{name}": digest
            for folder in folders
            if folder not in self.exports
            for name, digest in contents(folder).items()
        }


def small_places(root: Path) -> Places:
    """Few and small things of every kind; quick to make."""
    plain = _plain(root / "宠物 plain")
    labelled = root / "labelled"
    shutil.copytree(labelled_sample(), labelled)
    files = []
    for name, pipeline in PIPELINES.items():
        files.append(root / f"{name}.json")
        pipeline.save(files[-1])
    (root / "broken.json").write_text("{", encoding="utf-8")
    (root / "notes.txt").write_text("nothing to see", encoding="utf-8")
    (root / "empty").mkdir()
    rest = tuple(root / name for name in ("broken.json", "notes.txt", "empty", "gone"))
    annotations = labelled / "annotations" / "instances_train.json"
    return Places(root, (plain, labelled, annotations), tuple(files), rest)


def all_places(root: Path) -> Places:
    """The small ones, and large pictures, other formats of labels and a finished export."""
    small = small_places(root)
    large = root / "large"
    tile = smooth_picture(600, 400)
    pictures = {"24 MP.jpg": (10, 10), "1800 x 1200.jpg": (3, 3), "tall.png": (1, 6)}
    for name, times in pictures.items():
        kind = "PNG" if name.endswith("png") else "JPEG"
        write_files(large, {name: encoded(np.tile(tile, (*times[::-1], 1)), kind)})
    made = [large]
    for name in ("yolo-segment",):
        result = told("labels", small.datasets[1], "--to", name, root / name, "--accept-loss")
        if result.exit_code:
            raise RuntimeError(result.output)
        made.append(root / name)
    job = ExportJob(small.datasets[0], root / "export", PIPELINES["quick"], ExportOptions(copies=2))
    run_export(job, RunOptions(workers=1))
    return Places(root, (*small.datasets, *made, job.out), small.pipelines, small.rest)


def _plain(root: Path) -> Path:
    """Three classes of small pictures of several kinds, and some that are odd or broken."""
    files = {
        f"{kind}/{name}{number}.png": encoded(smooth_picture(90 + 31 * number, 70 + 23 * number), "PNG")
        for number in range(4)
        for kind, name in (("cat", "cat "), ("狗", "狗"), ("bird", "b"))
    }
    whole = encoded(noise_picture(64, 48), "JPEG")
    files |= {
        "cat/broken.jpg": whole[: len(whole) // 2],
        "cat/one.png": encoded(smooth_picture(1, 1), "PNG"),
        "狗/grey.png": encoded(smooth_picture(120, 80, 1), "PNG"),
        "bird/alpha.png": encoded(noise_picture(80, 60, 4), "PNG"),
        "bird/photo.jpg": encoded(smooth_picture(640, 480), "JPEG"),
    }
    return write_files(root, files)
