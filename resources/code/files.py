"""Parts of generated scripts: reading, writing and the command line."""

import argparse
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

SUFFIXES = (".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp")


def read(file):
    """A picture as it is looked at, upright: ``(H, W, 3)`` uint8, RGB; alpha is dropped."""
    with Image.open(file) as opened:
        return np.array(ImageOps.exif_transpose(opened).convert("RGB"))


def main(augment):
    """Write copies of a picture, or of all pictures of a folder and the folders in it."""
    parser = argparse.ArgumentParser(description="Writes augmented copies of pictures.")
    parser.add_argument("source", type=Path, help="a picture, or a folder of pictures")
    parser.add_argument("output", type=Path, help="folder for the copies")
    parser.add_argument("--copies", type=int, default=4, help="how many of each picture")
    parser.add_argument("--seed", type=int, default=0, help="other seeds give other copies")
    options = parser.parse_args()
    root = options.source if options.source.is_dir() else options.source.parent
    files = sorted(root.rglob("*")) if options.source.is_dir() else [options.source]
    files = [file for file in files if file.suffix.lower() in SUFFIXES]
    for number, file in enumerate(files):
        image = read(file)
        for copy in range(1, options.copies + 1):
            seed = np.random.SeedSequence([options.seed, number, copy]).generate_state(1)[0]
            folder = options.output / file.parent.relative_to(root)
            folder.mkdir(parents=True, exist_ok=True)
            result = Image.fromarray(augment(image, int(seed)))
            result.save(folder / f"{file.name.replace('.', '-')}_{copy}.png")
    print(f"{len(files) * options.copies} written")
