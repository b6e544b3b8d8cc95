"""The catalogue beside Albumentations and torchvision v2: how far apart pictures are, and how fast they come.

    python -m tests.benchmarks.catalogue [--rounds 15] [--sheets FOLDER]

Prints tables in Markdown; what is in ``resources/docs/comparison.md`` came from here. Libraries that are not
installed are left out. Speed is the median processor time of theirs divided by that of ours, taken in turns
in one thread on a photograph of 640x480 pixels: above 1 ours is the faster one. With ``--sheets``, pictures
are written too: the original, theirs, ours and eight times their difference.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import platform
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageOps

from augstudio.core.image import Image, Size
from tests.__main__ import ROOT
from tests.benchmarks import peer_colour, peer_geometry, peer_noise
from tests.benchmarks.peers import Pair, Peer, use_one_thread
from tests.benchmarks.timing import measured
from tests.pictures import distance, plain_picture

SIZE = (640, 480)
PHOTOGRAPH = "food/spices.jpg"
LANDSCAPE = "landscapes/rocky-peaks.jpg"
VERSIONS = ("numpy", "opencv-python-headless", "pillow", "albumentations", "torch", "torchvision")
# A call that is shorter is repeated so often that the clock can tell.
LEAST_MS = 10.0
SHEET_ROWS = 6
THUMBNAIL = (400, 300)
CAPTION = 18
LOUDER: Final = 8

Row = tuple[str, ...]


def photograph(name: str, size: Size = SIZE) -> Image:
    """A sample picture, cut and resized to this width and height."""
    with Pillow.open(ROOT / "resources" / "sample" / name) as file:
        fitted = ImageOps.fit(file.convert("RGB"), size, Pillow.Resampling.LANCZOS)
    return np.asarray(fitted, np.uint8)


def made(peer: Peer, image: Image) -> Image:
    """What it makes of a picture."""
    return peer.pixels(peer.bound(image)())


def speed(pair: Pair, image: Image, rounds: int) -> float:
    """How many times as fast ours is."""
    ways = {"theirs": pair.there.bound(image), "ours": pair.here.bound(image)}
    quickest = min(measured(ways, 1).values())
    times = measured(ways, rounds, repeats=max(1, round(LEAST_MS / max(quickest, 0.01))))
    return times["theirs"] / times["ours"]


def exactly(pair: Pair, image: Image) -> Row:
    """Largest and mean difference in grey levels."""
    apart = distance(made(pair.there, image), made(pair.here, image))
    return f"{apart.max():.0f}", f"{apart.mean():.2f}"


def statistically(pair: Pair, image: Image) -> Row:
    """What noise does to plain mid grey: mean and standard deviation, theirs and ours."""
    grey = plain_picture(*SIZE)
    changes = [made(peer, grey).astype(np.float64) - grey for peer in (pair.there, pair.here)]
    means, deviations = [change.mean() for change in changes], [change.std() for change in changes]
    return f"{means[0]:+.2f} / {means[1]:+.2f}", f"{deviations[0]:.2f} / {deviations[1]:.2f}"


def by_picture(pair: Pair, image: Image) -> Row:
    """No numbers."""
    return ()


def installed(pairs: Iterable[Pair]) -> list[Pair]:
    """Those whose libraries are there."""
    return [pair for pair in pairs if importlib.util.find_spec(pair.there.module)]


def table(
    title: str,
    columns: Sequence[str],
    pairs: Sequence[Pair],
    numbers: Callable[[Pair, Image], Row],
    image: Image,
    rounds: int,
) -> None:
    """Measure and print."""
    heads = ["there", "here", *columns, "speed", "why they differ"]
    aligned = ["---" if head in ("there", "here", heads[-1]) else "--:" for head in heads]
    print(f"\n## {title}\n\n| {' | '.join(heads)} |\n| {' | '.join(aligned)} |")
    for pair in pairs:
        cells = [f"`{pair.there.text}`", pair.here.text, *numbers(pair, image)]
        cells += [f"{speed(pair, image, rounds):.2g}", pair.why]
        print(f"| {' | '.join(cells)} |", flush=True)


def sheets(folder: Path, name: str, pairs: Sequence[Pair], image: Image) -> None:
    """Pictures of a table: the original, theirs, ours, and the difference made louder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(0, len(pairs), SHEET_ROWS):
        group = pairs[number : number + SHEET_ROWS]
        sheet = Pillow.new("RGB", (4 * THUMBNAIL[0], len(group) * (THUMBNAIL[1] + CAPTION)), "white")
        for row, pair in enumerate(group):
            top = row * (THUMBNAIL[1] + CAPTION)
            words = f"original  |  {pair.there.text}  |  {pair.here.text}  |  difference x{LOUDER}"
            ImageDraw.Draw(sheet).text((4, top + 3), words, "black")
            for column, picture in enumerate(_four(pair, image)):
                small = Pillow.fromarray(picture).resize(THUMBNAIL, Pillow.Resampling.BOX)
                sheet.paste(small, (column * THUMBNAIL[0], top + CAPTION))
        sheet.save(folder / f"{name}-{number // SHEET_ROWS + 1}.png")


def _four(pair: Pair, image: Image) -> list[Image]:
    theirs, mine = made(pair.there, image), made(pair.here, image)
    return [image, theirs, mine, (distance(theirs, mine) * LOUDER).clip(0, 255).astype(np.uint8)]


def versions() -> str:
    """Of everything that counts."""
    known = []
    for name in VERSIONS:
        try:
            known.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            known.append(f"{name} is not installed")
    return f"Python {platform.python_version()}, {', '.join(known)}; {platform.machine()}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="The catalogue beside Albumentations and torchvision v2.")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--sheets", type=Path, help="folder for pictures")
    options = parser.parse_args()
    use_one_thread()
    photo, landscape = photograph(PHOTOGRAPH), photograph(LANDSCAPE)
    same = installed([*peer_geometry.same(SIZE), *peer_colour.same(SIZE)])
    alike = installed([*peer_geometry.alike(SIZE), *peer_colour.alike()])
    noise, related = installed(peer_noise.noise()), installed(peer_noise.related())
    print(versions())
    levels = ("largest", "mean")
    table("The same definition", levels, same, exactly, photo, options.rounds)
    table("Noise on plain mid grey", ("mean", "deviation"), noise, statistically, photo, options.rounds)
    table("Another definition", levels, alike, exactly, photo, options.rounds)
    table("By picture only", (), related, by_picture, landscape, options.rounds)
    if options.sheets:
        named = {"same": same, "noise": noise, "alike": alike, "related": related}
        for name, pairs in named.items():
            sheets(options.sheets, name, pairs, landscape if name == "related" else photo)


if __name__ == "__main__":
    main()
