"""Parts of generated scripts: operations chosen at random, in plain NumPy."""

import math

import numpy as np

from numpy_colour import (
    autocontrast,
    brightness,
    contrast,
    equalize,
    posterize,
    saturation,
    solarize,
)
from numpy_detail import gaussian_blur, sharpen
from numpy_geometry import rotate, shear, translate, warp


def sharpness(image, change):
    """Sharper for more than nothing, softer for less."""
    if change > 0:
        return sharpen(image, change, 1)
    return gaussian_blur(image, -change)


def moved(image, change, padding, fill):
    """The picture after one change of geometry."""
    matrix, size = change(np.eye(3), image.shape[1::-1])
    return warp(image, matrix, size, padding, fill)


def random_operation(image, magnitude, space, rng, padding, fill):
    """One of fourteen operations at a magnitude of 0..30.

    Args:
        image: The picture.
        magnitude: How strong it is.
        space: At 30: degrees of turning, offset of shearing, share of shifting, factor, bits.
        rng: Chooses the operation, and the way it goes.
        padding: How pixels outside the picture are filled.
        fill: The colour of "constant".
    """
    degrees, offset, share, factor, bits = space
    name = rng.integers(14)
    strength = magnitude / 30
    signed = strength * (-1 if rng.random() < 0.5 else 1)
    lean = math.degrees(math.atan(offset)) * signed
    shift = share * signed
    geometry = {
        1: lambda matrix, size: shear(matrix, size, lean, 0),
        2: lambda matrix, size: shear(matrix, size, 0, lean),
        3: lambda matrix, size: translate(matrix, size, shift, 0),
        4: lambda matrix, size: translate(matrix, size, 0, shift),
        5: lambda matrix, size: rotate(matrix, size, degrees * signed),
    }
    pixels = {
        6: lambda: brightness(image, factor * signed / 2),
        7: lambda: saturation(image, 1 + factor * signed),
        8: lambda: contrast(image, 1 + factor * signed),
        9: lambda: sharpness(image, factor * signed),
        10: lambda: posterize(image, 8 - round(bits * strength)),
        11: lambda: solarize(image, math.ceil(256 - 256 * strength)),
        12: lambda: autocontrast(image, 0, 1, True),
        13: lambda: equalize(image, 1, True),
    }
    if name in geometry:
        return moved(image, geometry[name], padding, fill)
    return pixels[name]() if name else image


def rand_augment(image, count, magnitude, rng, padding, fill):
    """Some operations one after the other, each at a magnitude from a range."""
    space = (30, 0.3, 150 / 331, 0.9, 4)
    for _ in range(count):
        image = random_operation(image, rng.uniform(*magnitude), space, rng, padding, fill)
    return image


def trivial_augment(image, magnitude, rng, padding, fill):
    """One operation at a magnitude from a range; they can be much stronger."""
    space = (135, 0.99, 32 / 224, 0.99, 6)
    return random_operation(image, rng.uniform(*magnitude), space, rng, padding, fill)
