"""Parts of generated scripts: blur, noise and covering in plain NumPy."""

import io
import math

import numpy as np
from PIL import Image

from numpy_colour import as_levels


def bordered(image, reach):
    """The picture with a border in which it goes on mirrored about its outermost pixels."""
    widths = [(reach, reach), (reach, reach), (0, 0)]
    return np.pad(image, widths, "reflect" if min(image.shape[:2]) > 1 else "edge")


def gaussian_average(image, sigma):
    """Averages with Gaussian weights, as float64."""
    reach = math.ceil(3 * sigma)
    weights = np.exp(-((np.arange(-reach, reach + 1) / sigma) ** 2) / 2)
    weights /= weights.sum()
    values = bordered(image, reach).astype(np.float64)
    height, width = image.shape[:2]
    values = sum(w * values[place : place + height] for place, w in enumerate(weights))
    return sum(w * values[:, place : place + width] for place, w in enumerate(weights))


def gaussian_blur(image, sigma):
    """Average with Gaussian weights of a standard deviation in pixels."""
    return as_levels(gaussian_average(image, sigma)) if sigma >= 0.2 else image.copy()


def sharpen(image, amount, sigma):
    """Add a share of the difference from a blur."""
    smooth = as_levels(gaussian_average(image, sigma)).astype(np.float64)
    return as_levels(image + amount * (image - smooth))


def filtered(image, weights):
    """Average with a square of weights."""
    reach = len(weights) // 2
    height, width = image.shape[:2]
    values, total = bordered(image, reach), np.zeros(image.shape)
    for row, column in np.argwhere(weights):
        part = values[row : row + height, column : column + width]
        total += weights[row, column] / weights.sum() * part
    return as_levels(total)


def motion_blur(image, length, angle):
    """Average along a line of ``length`` pixels at an angle, counter-clockwise from the right."""
    half = max(0.0, length - 1) / 2
    reach = math.ceil(half) + 1
    weights = np.zeros((2 * reach + 1, 2 * reach + 1))
    for along in np.linspace(-half, half, 2 * math.ceil(16 * half) + 1):
        x = reach + along * math.cos(math.radians(angle))
        y = reach - along * math.sin(math.radians(angle))
        column, row = math.floor(x), math.floor(y)
        for right, lower in np.ndindex(2, 2):
            share = abs(1 - right - (x - column)) * abs(1 - lower - (y - row))
            if share:
                weights[row + lower, column + right] += share
    return filtered(image, weights)


def defocus(image, radius):
    """Average over a disk whose edge is soft over one pixel."""
    reach = max(0, math.ceil(radius - 0.5))
    rows, columns = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    if not reach:
        return image.copy()
    return filtered(image, np.clip(radius + 0.5 - np.hypot(rows, columns), 0, 1))


def median_blur(image, radius):
    """The median of the square of ``radius`` pixels to each side, colour by colour."""
    side = 2 * radius + 1
    values = bordered(image, radius)
    output = np.empty_like(image)
    for row in range(len(image)):
        windows = np.lib.stride_tricks.sliding_window_view(values[row : row + side], side, axis=1)
        output[row] = np.median(windows, axis=(0, 3))
    return output


def overlaps(side, small):
    """How much of each of ``side`` pixels lies in each of ``small`` larger ones; rows sum to 1."""
    edges = np.arange(small + 1) * side / small
    places = np.arange(side)
    ends = np.minimum(edges[1:, np.newaxis], places + 1)
    starts = np.maximum(edges[:-1, np.newaxis], places)
    return np.maximum(0, ends - starts) * small / side


def enlarging(small, side, smooth):
    """How much each of ``small`` pixels counts for each of ``side`` finer ones."""
    places = (np.arange(side) + 0.5) * small / side - 0.5
    if not smooth:
        return np.eye(small)[np.floor(places + 0.5).astype(np.int64).clip(0, small - 1)]
    first = np.floor(places).astype(np.int64)
    share = (places - first)[:, np.newaxis]
    unit = np.eye(small)
    before, after = first.clip(0, small - 1), (first + 1).clip(0, small - 1)
    return (1 - share) * unit[before] + share * unit[after]


def downscale(image, factor, smooth):
    """Average to a smaller size and enlarge again, smoothly or in blocks."""
    height, width = image.shape[:2]
    rows, columns = max(1, round(height * factor)), max(1, round(width * factor))
    small = np.einsum("ih,hwc,jw->ijc", overlaps(height, rows), image, overlaps(width, columns))
    down, across = enlarging(rows, height, smooth), enlarging(columns, width, smooth)
    small = as_levels(small).astype(np.float64)
    return as_levels(np.einsum("hi,ijc,wj->hwc", down, small, across, optimize=True))


def jpeg_compression(image, quality):
    """What a JPEG with colours at half resolution leaves of the picture."""
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "JPEG", quality=int(quality), subsampling="4:2:0")
    return np.array(Image.open(buffer))


def gaussian_noise(image, sigma, per_channel, rng):
    """Add normal noise of a standard deviation in levels."""
    shape = image.shape if per_channel else (*image.shape[:2], 1)
    return as_levels(image + np.round(sigma * rng.standard_normal(shape)))


def salt_and_pepper(image, amount, salt_share, rng):
    """Turn a share of the pixels white or black, all three colours together."""
    place = rng.random(image.shape[:2])
    output = image.copy()
    output[place < amount] = 0
    output[place < amount * salt_share] = 255
    return output


def speckle(image, sigma, rng):
    """Add normal noise whose standard deviation is a share of each level."""
    return as_levels(image + sigma * image * rng.standard_normal(image.shape))


def shot_noise(image, photons, rng):
    """Replace levels by Poisson counts; white stands for ``photons``."""
    return as_levels(rng.poisson(image * (photons / 255)) * (255 / photons))


def iso_noise(image, grain, color, rng):
    """Add grain to all colours together, then to each; stronger in the light."""
    for sigma, lanes in ((grain, 1), (color, 3)):
        if lanes == 1 or np.any(image != image[:, :, :1]):
            strength = sigma * np.sqrt(0.75 / 128 * image + 0.25)
            image = as_levels(image + strength * rng.standard_normal((*image.shape[:2], lanes)))
    return image


def cover(image, boxes, fill, rng):
    """Cover boxes (left, top, width, height), which may reach beyond the picture."""
    output = image.copy()
    plain = {"black": 0, "grey": 128, "white": 255}
    for left, top, width, height in boxes:
        rows = slice(max(0, top), max(0, top + height))
        part = output[rows, max(0, left) : max(0, left + width)]
        if fill == "noise":
            part[:] = rng.integers(0, 256, part.shape)
        else:
            part[:] = as_levels(image.mean(axis=(0, 1))) if fill == "mean" else plain[fill]
    return output


def cutout(image, count, size, aspect, fill, rng):
    """Cover boxes anywhere; ``size`` is the side of a square one, by the picture's shorter side."""
    side = size * min(image.shape[:2])
    width, height = round(side * math.sqrt(aspect)), round(side / math.sqrt(aspect))
    centres = rng.random((count, 2)) * (image.shape[1], image.shape[0])
    boxes = [(round(x - width / 2), round(y - height / 2), width, height) for x, y in centres]
    return cover(image, boxes, fill, rng)


def grid_mask(image, unit, hidden, fill, rng):
    """Cover a regular grid of squares that begins anywhere."""
    step = max(1.0, unit * min(image.shape[:2]))
    runs = []
    for length in (image.shape[1], image.shape[0]):
        starts = (np.arange(math.ceil(length / step) + 1) - rng.random()) * step
        ends = starts + step * hidden
        runs.append([(round(a), round(b) - round(a)) for a, b in zip(starts, ends, strict=True)])
    boxes = [(left, top, width, height) for left, width in runs[0] for top, height in runs[1]]
    return cover(image, boxes, fill, rng)
