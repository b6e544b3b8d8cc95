"""How near generated scripts come to the program: ``python -m tests.benchmarks.parity``.

For every step and target: the step with pinned ranges is applied to a picture by the program and by the
script that ``augstudio code`` writes for it, and the largest and the mean difference of levels are told.
Steps that place something at random, such as noise, cannot be compared pixel by pixel; of them the spread of
what they change is told, by the program and by the script.

Frameworks are asked of other interpreters, as in ``--python torchvision=/place/bin/python``; those that have
none are asked of this one, and left out where it lacks them. ``--write`` puts the table into
``resources/docs/code.md``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from augstudio.assets import sample_dataset
from augstudio.core.image import Image
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import parameters_of
from augstudio.core.step import Step
from augstudio.core.transform import Selector, Transform
from augstudio.datasets.base import only_samples
from augstudio.datasets.formats import open_dataset
from augstudio.images.codec import decode
from augstudio.interop.code.script import Likeness
from augstudio.interop.code.target import Target
from augstudio.interop.code.writers import as_code
from augstudio.pipelines import Pipeline
from augstudio.transforms import CATALOGUE

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = ROOT / "resources" / "docs" / "code.md"
RUNNER: Final = Path(__file__).with_name("parity_runner.py")
BEGIN: Final = "<!-- written by python -m tests.benchmarks.parity --write -->"
END: Final = "<!-- to here -->"

RANDOM: Final = frozenset(
    (
        *("perspective", "elastic", "grid_distortion", "random_crop", "cutout", "grid_mask"),
        *("gaussian_noise", "salt_and_pepper", "speckle", "shot_noise", "iso_noise"),
        *("rain", "snow", "fog", "shadow", "sun_flare"),
    )
)
"""Steps whose pixels no range pins."""

CHANCE: Final = frozenset(("rand_augment", "trivial_augment"))
"""Steps that do something else each time, of which nothing can be compared."""

PLACES: Final = ("rotate", "scale", "translate", "shear")
"""Steps that are compared with other padding, too."""

PACKAGES: Final[dict[Target, tuple[str, ...]]] = {
    Target.ALBUMENTATIONS: ("albumentations", "opencv-python-headless"),
    Target.TORCHVISION: ("torchvision", "torch"),
    Target.KERAS: ("keras", "tensorflow-cpu"),
    Target.TENSORFLOW: ("tensorflow-cpu",),
    Target.SCIKIT_IMAGE: ("scikit-image", "scipy"),
    Target.NUMPY: ("numpy",),
}
"""What is told of versions."""

GREY: Final = (90, 90, 90)

PINNED: Final[dict[str, dict[str, Any]]] = {
    "rotate": {"angle_range": (12.0, 12.0)},
    "random_crop": {"area_range": (0.6, 0.6)},
    "resize": {"width": 200, "height": 160},
    "hue": {"angle_range": (20.0, 20.0)},
    "solarize": {"threshold_range": (128, 128)},
    "equalize": {"strength_range": (1.0, 1.0)},
    "autocontrast": {"cutoff_range": (0.02, 0.02)},
}
"""What is set besides the upper ends of the ranges."""


@dataclass(frozen=True)
class Case:
    """A step as it is compared."""

    name: str
    pipeline: Pipeline
    wanted: Image
    is_random: bool


def pinned(kind: type[Transform]) -> Transform:
    """A transform whose ranges all have the upper end of the default."""
    fields: dict[str, Any] = {}
    for item in parameters_of(kind):
        if item.is_range:
            fields[item.name] = item.fixed_at(item.default[1])
        elif isinstance(item.default, tuple) and kind.NAME in ("quarter_turn", "channel_shuffle"):
            fields[item.name] = item.default[:1]
    return kind(**{**fields, **PINNED.get(kind.NAME, {})})


def picture() -> Image:
    """A photograph of the sample, 240 x 180 or so."""
    dataset = open_dataset(sample_dataset())
    sample = next(only_samples(dataset.samples()))
    image = decode(dataset.read_bytes(sample)).image[:, :, :3]
    return np.ascontiguousarray(image[:180, :240])


def cases(image: Image, mode: PaddingMode, names: Sequence[str] = ()) -> Iterator[Case]:
    """All steps that work on one picture by themselves, pinned."""
    for kind in CATALOGUE:
        if issubclass(kind, Selector) or (names and kind.NAME not in names):
            continue
        step = Step(id=1, transform=pinned(kind))
        pipeline = Pipeline(steps=(step,), padding=Padding(mode=mode, fill=GREY))
        if not pipeline.mixes and kind.GROUP != "Style":
            yield Case(kind.NAME, pipeline, pipeline(image, key="parity"), kind.NAME in RANDOM | CHANCE)


def run(python: str, scripts: dict[str, str], image: Image) -> tuple[dict[str, Image | str], dict[str, str]]:
    """What scripts make of the picture, or why they failed; and the versions of what they import."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        np.save(place / "image.npy", image)
        for name, text in scripts.items():
            (place / f"{name}.py").write_text(text, encoding="utf-8")
        done = subprocess.run(
            [python, str(RUNNER), folder], capture_output=True, text=True, check=False, timeout=1200
        )
        if done.returncode:
            raise RuntimeError(done.stderr[-2000:])
        told = json.loads((place / "told.json").read_text(encoding="utf-8"))
        results: dict[str, Image | str] = {
            name: told["failed"].get(name) or np.load(place / f"{name}.npy") for name in scripts
        }
        return results, told["versions"]


def compared(case: Case, image: Image, result: Image | str) -> str:
    """The cell of the table for a step and target."""
    if isinstance(result, str):
        return f"failed: {result}"
    if result.shape != case.wanted.shape:
        return f"size {result.shape[1]}x{result.shape[0]}, not {case.wanted.shape[1]}x{case.wanted.shape[0]}"
    if case.name in CHANCE:
        return "by chance"
    if case.is_random:
        spreads = [float(np.std(part.astype(float) - image)) for part in (case.wanted, result)]
        return f"spread {spreads[0]:.1f}, {spreads[1]:.1f}"
    difference = np.abs(result.astype(int) - case.wanted)
    return f"{difference.max()}, {difference.mean():.2f}"


def table(
    targets: Sequence[Target], pythons: dict[str, str], mode: PaddingMode, names: Sequence[str]
) -> Iterator[str]:
    """Lines of the table for one padding."""
    image = picture()
    chosen = list(cases(image, mode, names))
    cells: dict[str, list[str]] = {case.name: [] for case in chosen}
    heads = []
    for target in targets:
        scripts, marks = {}, {}
        for case in chosen:
            script = as_code(case.pipeline, target, case.name)
            scripts[case.name] = script.text
            marks[case.name] = script.reports[0]
        here = {name: text for name, text in scripts.items() if marks[name].likeness is not Likeness.MISSING}
        results, versions = run(pythons.get(target, sys.executable), here, image)
        used = ", ".join(f"{name} {versions[name]}" for name in PACKAGES[target] if name in versions)
        heads.append(f"{target}: {used}")
        for case in chosen:
            known = case.name in here
            code = marks[case.name].code
            cells[case.name].append(f"`{code}` {compared(case, image, results[case.name])}" if known else "-")
    yield from (f"- {head}" for head in heads)
    yield ""
    yield f"| {mode} | {' | '.join(targets)} |"
    yield "|---" * (len(heads) + 1) + "|"
    for case in chosen:
        yield f"| `{case.name}` | {' | '.join(cells[case.name])} |"


def main() -> int:
    """Compare, print, and with ``--write`` put the table into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", action="append", default=[], metavar="TARGET=PATH")
    parser.add_argument("--target", action="append", default=[], choices=list(Target))
    parser.add_argument("--step", action="append", default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    pythons = dict(item.split("=", 1) for item in options.python)
    targets = [Target(name) for name in options.target] or list(Target)
    lines = list(table(targets, pythons, PaddingMode.REFLECT, options.step))
    for mode in (PaddingMode.CONSTANT, PaddingMode.SYMMETRIC, PaddingMode.WRAP):
        names = [name for name in PLACES if name in (options.step or PLACES)]
        lines += ["", *list(table(targets, pythons, mode, names))[len(targets) + 1 :]] if names else []
    print("\n".join(lines))
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN)
        PAGE.write_text(
            f"{before}{BEGIN}\n\n{chr(10).join(lines)}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
