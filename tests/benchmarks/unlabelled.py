"""What pictures without labels cost in this checkout, beside another one: exports and frames of the preview.

    python -m tests.benchmarks.unlabelled --against FOLDER [--rounds 12] [--images 12]

Processor time of two processes, one for each checkout, which take turns: 640x480 JPEGs with four copies
each, and frames of a picture of 1920x1080 at 24 % while a slider moves, as far as it is painted. The other
checkout may be as old as the build before there were labels (bf9868d3; it needs superqt).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from augstudio.images.codec import encode
from tests.benchmarks.rivals import QUALITY
from tests.pictures import smooth_picture

_WARMING: Final = 2
_CHILD: Final = """
import os, resource, shutil, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
import cv2
from PySide6.QtCore import QEventLoop, QSettings
from PySide6.QtWidgets import QApplication
from augstudio.core.padding import Padding, PaddingMode
from augstudio.export import ExportJob, ExportOptions, RunOptions, run_export
from augstudio.pipelines import Pipeline
from augstudio.transforms import GaussianNoise, Rotate, Scale, Translate
from augstudio.ui.state import State
from augstudio.ui.theme import Theme, apply_theme
try:
    from augstudio.ui.make_window import make_window
except ImportError:
    from augstudio.ui.opening import make_window
try:
    from augstudio.processes import starting
except ImportError:
    from contextlib import nullcontext as starting

root, frames = Path(sys.argv[1]), int(sys.argv[2])
out = root / f"out{os.getpid()}"
geometry = Rotate(angle_range=(5, 25)), Scale(factor_range=(0.8, 1.2)), Translate()
reflected = Padding(mode=PaddingMode.REFLECT)
noisy = Pipeline.of((*geometry, GaussianNoise(sigma_range=(10, 10))), reflected)


def export(pipeline):
    run_export(ExportJob(root / "in", out, pipeline, ExportOptions(copies=4)), RunOptions(workers=1))


application = QApplication(sys.argv[:1])
apply_theme(application, Theme.DARK)
settings = QSettings(str(root / f"{os.getpid()}.ini"), QSettings.Format.IniFormat)
with starting():  # as the program does, where it does
    window = make_window(State(settings), root / "shown", None)
window.resize(1920, 1080)
window.show()
window.session.restore_pipeline(noisy)
if hasattr(window.preview, "updates"):
    # Else a busy machine has panes say that they wait, and shows each by itself.
    window.preview.updates._timer.setInterval(60_000)


def spin(done):
    while not done():
        application.processEvents()


def show(view):
    window.preview.set_view(view)
    spin(lambda: window.session.sample is not None)
    # Panes have not always been as large, so the picture must not be as large as they are.
    window.preview.viewport.set_zoom(0.24)
    spin(lambda: not window.preview.controller.busy)


loop = QEventLoop()


def on_result_shown(result):
    if result.request.panes == window.preview.arrangement.panes:
        window.preview.panes[1].repaint()
        loop.quit()


def drag():
    slider = window.pipeline_panel.card(1).fields["angle_range"].slider
    move = getattr(slider, "set_numbers", None) or slider.setValue
    for number in range(frames):
        move((5, 30 + number))
        loop.exec()
    move((5, 25))
    loop.exec()


def spent():
    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return 1000 * sum(each.ru_utime + each.ru_stime for each in both)


window.preview.result_shown.connect(on_result_shown)
for line in sys.stdin:
    task = line.strip()
    if task in ("side_by_side", "padding"):
        show(task)
    before = spent()
    if task in ("side_by_side", "padding"):
        drag()
        each = frames + 1
    else:
        export(noisy if task == "noise" else Pipeline.of(geometry, reflected))
        each = 1
    print((spent() - before) / each, flush=True)
    shutil.rmtree(out, ignore_errors=True)
os._exit(0)
"""
_TASKS: Final = {
    "export of geometry": "geometry",
    "export of geometry and noise": "noise",
    "a frame, side by side": "side_by_side",
    "a frame, padding modes": "padding",
}


def write_pictures(root: Path, images: int) -> None:
    """What is exported, and what is shown."""
    for folder, count, size in (("in", images, (640, 480)), ("shown", 1, (1920, 1080))):
        (root / folder).mkdir()
        data = encode(smooth_picture(*size), "jpeg", quality=QUALITY)
        for number in range(count):
            (root / folder / f"{number}.jpg").write_bytes(data)


@contextmanager
def measuring(checkout: Path, root: Path, frames: int) -> Iterator[Callable[[str], float]]:
    """What does a task in a process of a checkout, and tells its processor time in milliseconds."""
    script = root / "child.py"
    script.write_text(_CHILD, encoding="utf-8")
    with subprocess.Popen(
        (sys.executable, str(script), str(root), str(frames)),
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": str(checkout)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        told, asked = process.stdout, process.stdin

        def measure(task: str) -> float:
            print(task, file=asked, flush=True)
            return float(told.readline())

        yield measure
        asked.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Pictures without labels, beside another checkout.")
    parser.add_argument("--against", type=Path, required=True, help="another checkout")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--images", type=int, default=12)
    parser.add_argument("--frames", type=int, default=30)
    arguments = parser.parse_args()
    checkouts = Path(__file__).parents[2], arguments.against.resolve()
    print(f"{'milliseconds, least and median':<32}{'this':>18}{'other':>18}{'this / other':>28}")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        root = Path(folder)
        write_pictures(root, arguments.images)
        ways = [stack.enter_context(measuring(each, root, arguments.frames)) for each in checkouts]
        for name, task in _TASKS.items():
            rounds = [[way(task) for way in ways] for _ in range(_WARMING + arguments.rounds)][_WARMING:]
            own, other = (sorted(times) for times in zip(*rounds, strict=True))
            ratio = statistics.median(one / two for one, two in rounds)
            pair = "".join(f"{min(each):>9.1f}{statistics.median(each):>9.1f}" for each in (own, other))
            print(f"{name:<32}{pair}{own[0] / other[0]:>14.3f}{ratio:>14.3f}", flush=True)


if __name__ == "__main__":
    main()
