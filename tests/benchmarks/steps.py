"""How long each kind of step takes in the preview, while a slider is dragged and once it settles.

    python -m tests.benchmarks.steps [--rounds 7] [--settle] [--only NAME ...]

A photograph of 1920x1080 pixels is dragged in a pane of 690x388; every frame has another seed. With
``--settle``, one of 24 megapixels settles in the same pane. Times are of the processor, with one thread of
OpenCV, the median of all rounds; the table is in Markdown.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image as Pillow
from PIL import ImageOps

from augstudio.core.image import Size
from augstudio.core.transform import Selector, Transform, catalogue
from augstudio.datasets.base import Sample
from augstudio.datasets.formats import open_dataset
from augstudio.images.codec import encode
from augstudio.kernels.threads import use_one_thread
from augstudio.pipelines import Pipeline
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.comparison import Pane, demonstrated
from augstudio.preview.partners import ShownDataset
from augstudio.preview.renderer import PreviewRenderer
from augstudio.preview.requests import PreviewRequest
from augstudio.transforms import OneOf
from tests.__main__ import ROOT

PANE: Final = (690, 388)
DRAGGED: Final = (1920, 1080)
SETTLED: Final = (6000, 4000)
PHOTOGRAPH: Final = "landscapes/rocky-peaks.jpg"
ROWS: Final = "0 0.3 0.3 0.7 0.3 0.5 0.8\n"
SLOW_MS: Final = 12.0


def write_dataset(root: Path, size: Size) -> Path:
    """Three photographs of one size, each with an outline, as a folder that steps can mix from."""
    (root / "images" / "train").mkdir(parents=True)
    (root / "labels" / "train").mkdir(parents=True)
    with Pillow.open(ROOT / "resources" / "sample" / PHOTOGRAPH) as file:
        fitted = ImageOps.fit(file.convert("RGB"), size, Pillow.Resampling.BICUBIC)
    data = encode(np.asarray(fitted, np.uint8), "jpeg")
    for name in "abc":
        (root / "images" / "train" / f"{name}.jpg").write_bytes(data)
        (root / "labels" / "train" / f"{name}.txt").write_text(ROWS)
    (root / "data.yaml").write_text("path: .\ntrain: images/train\nval: images/train\nnames: [peak]\n")
    return root


class Measuring:
    """One picture of a dataset in one pane."""

    def __init__(self, root: Path) -> None:
        self._dataset: ShownDataset = open_dataset(root)
        self._sample = next(found for found in self._dataset.samples() if isinstance(found, Sample))
        self._renderer = PreviewRenderer()
        self._renderer.decode(self._dataset, self._sample)

    def milliseconds(self, pipeline: Pipeline, rounds: int, *, exact: bool) -> float:
        """Processor time of a frame; the median of some, each of another draw."""
        request = PreviewRequest(
            dataset=self._dataset,
            sample=self._sample,
            seed=0,
            arrangement=Arrangement.in_columns((Pane("copy 1", pipeline, 1),), 1),
            pane_size=PANE,
            zoom=None,
            exact=exact,
        )
        times = [self._once(replace(request, seed=seed)) for seed in range(1, rounds + (1 if exact else 2))]
        return statistics.median(times if exact else times[1:])

    def _once(self, request: PreviewRequest) -> float:
        begun = time.process_time()
        result = self._renderer(request)
        spent = time.process_time() - begun
        if result is None or result.error:
            raise RuntimeError(f"no picture: {result and result.error}")
        return spent * 1000


def shown(names: Iterable[str]) -> Sequence[type[Transform]]:
    """The kinds of steps that are measured, or those of some names."""
    wanted = set(names)
    return [kind for kind in catalogue() if not wanted or kind.NAME in wanted]


def pipeline_of(kind: type[Transform]) -> Pipeline:
    """A kind with its defaults; one that chooses, with two others to choose from."""
    steps: tuple[Transform, ...] = (demonstrated(kind),)
    if issubclass(kind, Selector):
        named = {found.NAME: found for found in catalogue()}
        steps = (OneOf(), named["rotate"](), named["brightness"]())
    return Pipeline.of(steps)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Frames of each kind of step, in milliseconds.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--settle", action="store_true")
    parser.add_argument("--only", nargs="*", default=())
    options = parser.parse_args()
    use_one_thread()
    kinds = shown(options.only)
    with tempfile.TemporaryDirectory() as folder:
        dragged = Measuring(write_dataset(Path(folder) / "dragged", DRAGGED))
        drafts = {
            kind: dragged.milliseconds(pipeline_of(kind), options.rounds, exact=False) for kind in kinds
        }
        whole: dict[type[Transform], float] = {}
        if options.settle:
            settled = Measuring(write_dataset(Path(folder) / "settled", SETTLED))
            whole = {kind: settled.milliseconds(pipeline_of(kind), 1, exact=True) for kind in kinds}
    print("| step | draft, ms | | settled at 24 MP, ms |\n| --- | --: | --- | --: |")
    for kind in kinds:
        slow = "slow" if drafts[kind] > SLOW_MS else ""
        settling = f"{whole[kind]:.0f}" if kind in whole else ""
        print(f"| `{kind.NAME}` | {drafts[kind]:.1f} | {slow} | {settling} |")
    print(f"\nslow drafts: {sum(time > SLOW_MS for time in drafts.values())} of {len(drafts)}")
    if whole:
        print(f"settled: median {statistics.median(whole.values()):.0f} ms")


if __name__ == "__main__":
    main()
