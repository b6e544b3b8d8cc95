"""Parts of generated scripts: colours and tones in plain NumPy."""

import math

import numpy as np

LUMA = np.array([0.299, 0.587, 0.114])


def as_levels(values):
    """Numbers as levels of 8 bits: rounded and clipped to 0..255."""
    return np.clip(np.floor(values + 0.5), 0, 255).astype(np.uint8)


def brightness(image, shift):
    """Add a share of white."""
    return as_levels(np.arange(256) + 255 * shift)[image]


def contrast(image, factor):
    """Make differences from mid grey so many times as large."""
    return as_levels(127.5 + factor * (np.arange(256) - 127.5))[image]


def gamma(image, exponent):
    """Levels as shares of white to the power of ``exponent``."""
    return as_levels(255 * (np.arange(256) / 255) ** exponent)[image]


def tone_curve(image, shadows, highlights):
    """Follow a cubic Bezier curve through black and white."""
    t = np.arange(256) / 255
    low, high = (1 + shadows) / 3, (2 + highlights) / 3
    return as_levels(255 * (3 * t * (1 - t) ** 2 * low + 3 * t**2 * (1 - t) * high + t**3))[image]


def mixed(image, matrix):
    """Make every colour a mixture of red, green and blue."""
    return as_levels(image @ matrix.T)


def saturation_matrix(factor):
    """Colours so many times as far from grey of the same luma."""
    return factor * np.eye(3) + (1 - factor) * np.tile(LUMA, (3, 1))


def hue_matrix(angle):
    """Colours turned about the grey axis, as by hueRotate of SVG."""
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    still = np.tile([0.213, 0.715, 0.072], (3, 1))
    turned = np.array([[-0.213, -0.715, 0.928], [0.143, 0.140, -0.283], [-0.787, 0.715, 0.072]])
    return still + cosine * (np.eye(3) - still) + sine * turned


def saturation(image, factor):
    """Make colours stronger or paler at the same luma."""
    return mixed(image, saturation_matrix(factor))


def grayscale(image, strength):
    """Take a share of the colour away."""
    return mixed(image, saturation_matrix(1 - strength))


def hue(image, angle):
    """Turn all colours by degrees about the grey axis."""
    return mixed(image, hue_matrix(angle))


def color_jitter(image, brightness, contrast, saturation, hue):
    """Scale levels, then contrast about mid grey, then saturation, then turn the hue."""
    bright = np.clip(brightness * np.arange(256), 0, 255)
    toned = as_levels(127.5 + contrast * (bright - 127.5))[image]
    return mixed(toned, hue_matrix(hue) @ saturation_matrix(saturation))


def light(kelvin):
    """Linear sRGB of a black body (Kim's approximation of the Planckian locus)."""
    k = 1000 / kelvin
    if kelvin <= 4000:
        x = ((-0.2661239 * k - 0.2343589) * k + 0.8776956) * k + 0.179910
    else:
        x = ((-3.0258469 * k + 2.1070379) * k + 0.2226347) * k + 0.240390
    if kelvin <= 2222:
        y = ((-1.1063814 * x - 1.34811020) * x + 2.18555832) * x - 0.20219683
    elif kelvin <= 4000:
        y = ((-0.9549476 * x - 1.37418593) * x + 2.09137015) * x - 0.16748867
    else:
        y = ((3.0817580 * x - 5.87338670) * x + 3.75112997) * x - 0.37001483
    xyz = np.array([x / y, 1.0, (1 - x - y) / y])
    to_srgb = [[3.2406, -1.5372, -0.4986], [-0.9689, 1.8758, 0.0415], [0.0557, -0.2040, 1.0570]]
    return np.maximum(np.array(to_srgb) @ xyz, 1e-4)


def color_temperature(image, kelvin):
    """Multiply linear light by the colour of another light than 6500 K; luminance stays."""
    gains = light(kelvin) / light(6500)
    gains /= gains @ np.array([0.2126, 0.7152, 0.0722])
    shares = np.arange(256) / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    lit = np.outer(linear, gains)
    encoded = np.where(lit <= 0.0031308, lit * 12.92, 1.055 * lit ** (1 / 2.4) - 0.055)
    return as_levels(255 * encoded)[image, np.arange(3)]


def channel_shuffle(image, order):
    """Take red, green and blue from the channels that ``order`` names, such as "bgr"."""
    return image[:, :, ["rgb".index(letter) for letter in order]]


def invert(image):
    """The negative."""
    return 255 - image


def posterize(image, bits):
    """Keep the highest bits of every level."""
    return image & np.uint8(0xFF00 >> bits & 0xFF)


def solarize(image, threshold):
    """Turn levels from ``threshold`` on into their negative; 256 turns none."""
    return np.where(image.astype(np.int64) >= threshold, 255 - image, image)


def luma(image):
    """Brightness as whole levels, ``(H, W)``."""
    return as_levels(image @ LUMA)


def blended(curve, strength):
    """A table of levels that goes a part of the way to ``curve``."""
    levels = np.arange(256)
    return as_levels(levels + strength * (curve - levels))


def stretching(plane, cutoff):
    """The table that stretches the levels of ``plane`` without a share at each end."""
    counts = np.bincount(plane.ravel(), minlength=256)
    skipped = int(plane.size * cutoff + 1e-6)
    low = int(np.argmax(np.cumsum(counts) > skipped))
    high = 255 - int(np.argmax(np.cumsum(counts[::-1]) > skipped))
    levels = np.arange(256)
    return levels if high <= low else np.trunc(np.clip((levels - low) * 255 / (high - low), 0, 255))


def equalizing(plane):
    """The table that makes the levels of ``plane`` about equally frequent."""
    counts = np.bincount(plane.ravel(), minlength=256)
    below = np.cumsum(counts) - counts[np.flatnonzero(counts)[0]]
    return np.round(255 * np.clip(below, 0, None) / below[-1]) if below[-1] else np.arange(256)


def by_histogram(image, curve, strength, per_channel):
    """Change levels by a curve made of each colour's histogram, or for all of that of the luma."""
    if not per_channel:
        return blended(curve(luma(image)), strength)[image]
    planes = [blended(curve(image[:, :, c]), strength)[image[:, :, c]] for c in range(3)]
    return np.stack(planes, axis=2)


def autocontrast(image, cutoff, strength, per_channel):
    """Stretch the levels over the full range."""
    return by_histogram(image, lambda plane: stretching(plane, cutoff), strength, per_channel)


def equalize(image, strength, per_channel):
    """Make all levels about equally frequent."""
    return by_histogram(image, equalizing, strength, per_channel)


def clipped_curves(plane, clip, tiles):
    """The tables of all tiles of ``plane``, ``(tiles, tiles, 256)``: equalizing, with a limit."""
    height, width = plane.shape[0] // tiles, plane.shape[1] // tiles
    limit = max(1, int(clip * height * width / 256))
    curves = np.empty((tiles, tiles, 256))
    for row, column in np.ndindex(tiles, tiles):
        tile = plane[row * height : (row + 1) * height, column * width : (column + 1) * width]
        counts = np.bincount(tile.ravel(), minlength=256)
        excess = int(np.sum(np.maximum(counts - limit, 0)))
        counts = np.minimum(counts, limit) + excess // 256
        rest = excess % 256
        if rest:
            counts[:: max(1, 256 // rest)][:rest] += 1
        curves[row, column] = np.round(np.cumsum(counts) * 255 / tile.size)
    return np.clip(curves, 0, 255)


def clahe(image, clip, strength, tiles):
    """Contrast-limited adaptive histogram equalisation of the luma; the colours move along."""
    before = luma(image)
    height, width = before.shape
    below, beside = 0, 0
    if height % tiles or width % tiles:  # then OpenCV widens both ways, one by a whole tile count
        below, beside = tiles - height % tiles, tiles - width % tiles
    mirrored = "reflect" if min(before.shape) > max(below, beside) else "symmetric"
    whole = np.pad(before, ((0, below), (0, beside)), mirrored)
    curves = clipped_curves(whole, clip, tiles)
    rows = np.arange(height) * tiles / whole.shape[0] - 0.5
    columns = np.arange(width) * tiles / whole.shape[1] - 0.5
    top, left = np.floor(rows).astype(np.int64), np.floor(columns).astype(np.int64)
    after = np.zeros((height, width))
    for lower, right in np.ndindex(2, 2):
        row = np.clip(top + lower, 0, tiles - 1)[:, np.newaxis]
        column = np.clip(left + right, 0, tiles - 1)[np.newaxis]
        down = (rows - top if lower else 1 - (rows - top))[:, np.newaxis]
        across = (columns - left if right else 1 - (columns - left))[np.newaxis]
        after += down * across * curves[row, column, before]
    return as_levels(image + (strength * (np.round(after) - before))[..., np.newaxis])
