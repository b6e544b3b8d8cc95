"""Parts of generated scripts: what scikit-image does as the program does it."""

import math

import numpy as np
from numpy_colour import as_levels
from skimage import exposure, filters, transform, util


def warp(image, matrix, size, padding, fill):
    """The picture seen through ``matrix``, from its pixels to those of an output of ``size``.

    scikit-image names padding as numpy.pad does; levels keep their range only if it is told so.
    """
    planes = [
        transform.warp(
            image[:, :, channel],
            transform.ProjectiveTransform(matrix=matrix).inverse,
            output_shape=(size[1], size[0]),
            order=1,
            mode=padding,
            cval=fill[channel],
            preserve_range=True,
        )
        for channel in range(3)
    ]
    return as_levels(np.stack(planes, axis=2))


def gamma(image, exponent):
    """Levels as shares of white to the power of ``exponent``."""
    return as_levels(255 * exposure.adjust_gamma(image / 255, exponent))


def invert(image):
    """The negative."""
    return util.invert(image)


def gaussian_blur(image, sigma):
    """Average with Gaussian weights; "mirror" is what numpy.pad calls "reflect"."""
    if sigma < 0.2:
        return image.copy()
    reach = math.ceil(3 * sigma) / sigma
    smooth = filters.gaussian(
        image, sigma, mode="mirror", preserve_range=True, truncate=reach, channel_axis=2
    )
    return as_levels(smooth)


def sharpen(image, amount, sigma):
    """Add a share of the difference from a blur."""
    sharp = filters.unsharp_mask(
        image.astype(np.float64), sigma, amount, preserve_range=True, channel_axis=2
    )
    return as_levels(sharp)


def median_blur(image, radius):
    """The median of the square of ``radius`` pixels to each side, colour by colour."""
    return filters.median(image, np.ones((2 * radius + 1, 2 * radius + 1, 1)), mode="mirror")


def gaussian_noise(image, sigma, per_channel, rng):
    """Add normal noise of a deviation in levels; scikit-image counts in shares of white."""
    grey = np.full((*image.shape[:2], 3 if per_channel else 1), 0.5)
    noisy = util.random_noise(grey, "gaussian", rng=rng, clip=False, var=(sigma / 255) ** 2)
    return as_levels(image + np.round(255 * (noisy - 0.5)))


def speckle(image, sigma, rng):
    """Add normal noise whose standard deviation is a share of each level."""
    return as_levels(255 * util.random_noise(image, "speckle", rng=rng, var=sigma**2))
