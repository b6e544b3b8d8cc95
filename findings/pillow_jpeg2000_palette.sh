#!/usr/bin/env bash
# Pillow 13.0.0 (OpenJPEG 2.5.4), imagecodecs 2026.3.6 (OpenJPEG), numpy 2.4.6 (Linux, x86-64)
#
# JPEG 2000 files (.jp2) with a palette get other colours in Pillow than in OpenJPEG itself, without a word:
# - Where a colour stands twice in the palette, Pillow's palette holds it once, so that all later indices give the
#   colour behind the right one. Class maps, whose unused indices are all black, are such files.
# - What the file says of the order of its channels (cdef) is passed over: blue, green, red is shown as red, green,
#   blue.
#
# Seen, share of pixels with a wrong colour in Pillow and in imagecodecs: palette with all colours different 0 and 0;
# one colour twice .50 and 0; channels reversed 1.00 and 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    pillow==13.0.0 imagecodecs==2026.3.6 numpy==2.4.6
cat >"$folder/show.py" <<'PYTHON'
import io
import struct
import sys

import imagecodecs
import numpy as np
from PIL import Image


def box(kind, *parts):
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + kind + body


def bare(pixels):
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "JPEG2000", no_jp2=True)
    return stream.getvalue()


def file(pixels, *more):
    channels = 1 if pixels.ndim == 2 else 3
    head = struct.pack(">IIHBBBB", *pixels.shape[:2], channels, 7, 7, 0, 0)
    return (
        box(b"jP  ", b"\r\n\x87\n")
        + box(b"ftyp", b"jp2 \0\0\0\0jp2 ")
        + box(b"jp2h", box(b"ihdr", head), box(b"colr", struct.pack(">BBBI", 1, 0, 0, 16)), *more)
        + box(b"jp2c", bare(pixels))
    )


def with_palette(indices, colours):
    palette = box(b"pclr", struct.pack(">HB", len(colours), 3), b"\7\7\7", colours.tobytes())
    mapping = box(b"cmap", *(struct.pack(">HBB", 0, 1, column) for column in range(3)))
    return file(indices, palette, mapping)


def wrong(data, wanted):
    by_pillow = np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))
    others = imagecodecs.jpeg2k_decode(data)
    return tuple(round(float((found != wanted).any(axis=2).mean()), 2) for found in (by_pillow, others))


random = np.random.default_rng(0)
indices = random.integers(0, 8, (64, 64), np.uint8)
colours = np.arange(24, dtype=np.uint8).reshape(8, 3) * 10
twice = colours.copy()
twice[4] = twice[3]
rgb = random.integers(0, 256, (64, 64, 3), np.uint8)
rgb[:, :, 2] = rgb[:, :, 0] ^ 1
reversed_channels = box(b"cdef", struct.pack(">H", 3), *(struct.pack(">HHH", n, 0, 3 - n) for n in range(3)))
seen = {
    "palette": wrong(with_palette(indices, colours), colours[indices]),
    "one colour twice": wrong(with_palette(indices, twice), twice[indices]),
    "channels reversed": wrong(file(rgb, reversed_channels), rgb[:, :, ::-1]),
}
for name, shares in seen.items():
    print(f"{name}: wrong in Pillow {shares[0]}, in imagecodecs {shares[1]}")
pillow = [shares[0] for shares in seen.values()]
ok = pillow[0] == 0 and pillow[1] > 0.3 and pillow[2] == 1
sys.exit(0 if ok and all(shares[1] == 0 for shares in seen.values()) else 1)
PYTHON
"$folder/venv/bin/python" "$folder/show.py"
