"""Parts of generated scripts: colours, blur and noise in TensorFlow, of float32 levels 0..255."""

import math

import tensorflow as tf
from tensorflow_parts import square, tf_as_levels

TF_LUMA = (0.299, 0.587, 0.114)


def tf_brightness(image, shift):
    """Add a share of white."""
    return tf_as_levels(image + 255 * shift)


def tf_contrast(image, factor):
    """Make differences from mid grey so many times as large."""
    return tf_as_levels(127.5 + factor * (image - 127.5))


def tf_gamma(image, exponent):
    """Levels as shares of white to the power of ``exponent``."""
    return tf_as_levels(255 * (image / 255) ** exponent)


def tf_tone_curve(image, shadows, highlights):
    """Follow a cubic Bezier curve through black and white."""
    t = image / 255
    low, high = (1 + shadows) / 3, (2 + highlights) / 3
    return tf_as_levels(255 * (3 * t * (1 - t) ** 2 * low + 3 * t**2 * (1 - t) * high + t**3))


def tf_mixed(image, matrix):
    """Make every colour a mixture of red, green and blue."""
    return tf_as_levels(tf.tensordot(image, tf.transpose(matrix), 1))


def tf_saturation_matrix(factor):
    """Colours so many times as far from grey of the same luma."""
    return factor * tf.eye(3) + (1 - factor) * tf.constant([TF_LUMA] * 3)


def tf_hue_matrix(angle):
    """Colours turned about the grey axis, as by hueRotate of SVG."""
    radians = tf.cast(angle, tf.float32) * (math.pi / 180)
    still = square([[0.213, 0.715, 0.072]] * 3)
    turned = square([[-0.213, -0.715, 0.928], [0.143, 0.140, -0.283], [-0.787, 0.715, 0.072]])
    return still + tf.cos(radians) * (tf.eye(3) - still) + tf.sin(radians) * turned


def tf_saturation(image, factor):
    """Make colours stronger or paler at the same luma."""
    return tf_mixed(image, tf_saturation_matrix(factor))


def tf_grayscale(image, strength):
    """Take a share of the colour away."""
    return tf_mixed(image, tf_saturation_matrix(1 - strength))


def tf_hue(image, angle):
    """Turn all colours by degrees about the grey axis."""
    return tf_mixed(image, tf_hue_matrix(angle))


def tf_color_jitter(image, brightness, contrast, saturation, hue):
    """Scale levels, then contrast about mid grey, then saturation, then turn the hue."""
    bright = tf.minimum(brightness * image, 255.0)
    toned = tf_as_levels(127.5 + contrast * (bright - 127.5))
    return tf_mixed(toned, tf_hue_matrix(hue) @ tf_saturation_matrix(saturation))


def tf_invert(image):
    """The negative."""
    return 255 - image


def tf_posterize(image, bits):
    """Keep the highest bits of every level."""
    step = 2.0 ** (8 - tf.cast(bits, tf.float32))
    return tf.floor(image / step) * step


def tf_solarize(image, threshold):
    """Turn levels from ``threshold`` on into their negative; 256 turns none."""
    return tf.where(image >= tf.cast(threshold, tf.float32), 255 - image, image)


def tf_gaussian_blur(image, sigma):
    """Average with Gaussian weights of a standard deviation in pixels."""
    sigma = tf.maximum(tf.cast(sigma, tf.float32), 0.05)
    reach = tf.cast(tf.math.ceil(3 * sigma), tf.int32)
    places = tf.cast(tf.range(-reach, reach + 1), tf.float32)
    weights = tf.nn.softmax(-(places**2) / (2 * sigma**2))
    values = image
    for axis in (0, 1):  # tf.pad's "REFLECT" refuses pictures smaller than its reach
        side = tf.shape(image)[axis]
        period = tf.maximum(1, 2 * side - 2)
        nearest = tf.range(-reach, side + reach) % period
        values = tf.gather(values, tf.minimum(nearest, period - nearest), axis=axis)
    values = values[tf.newaxis]
    down = tf.tile(weights[:, tf.newaxis, tf.newaxis, tf.newaxis], [1, 1, 3, 1])
    values = tf.nn.depthwise_conv2d(values, down, [1, 1, 1, 1], "VALID")
    across = tf.transpose(down, [1, 0, 2, 3])
    return tf_as_levels(tf.nn.depthwise_conv2d(values, across, [1, 1, 1, 1], "VALID")[0])


def tf_jpeg_compression(image, quality):
    """What a JPEG with colours at half resolution leaves of the picture."""
    levels = tf.cast(image, tf.uint8)
    return tf.cast(tf.image.adjust_jpeg_quality(levels, quality), tf.float32)


def tf_gaussian_noise(image, sigma, per_channel, rng):
    """Add normal noise of a standard deviation in levels."""
    shape = tf.shape(image) if per_channel else tf.concat([tf.shape(image)[:2], [1]], 0)
    return tf_as_levels(image + tf.round(sigma * tf.random.normal(shape)))


def tf_salt_and_pepper(image, amount, salt_share, rng):
    """Turn a share of the pixels white or black, all three colours together."""
    place = tf.random.uniform(tf.concat([tf.shape(image)[:2], [1]], 0))
    image = tf.where(place < amount, 0.0, image)
    return tf.where(place < amount * salt_share, 255.0, image)


def tf_speckle(image, sigma, rng):
    """Add normal noise whose standard deviation is a share of each level."""
    return tf_as_levels(image + sigma * image * tf.random.normal(tf.shape(image)))


def tf_shot_noise(image, photons, rng):
    """Replace levels by Poisson counts; white stands for ``photons``."""
    counts = tf.random.poisson((), image * (photons / 255))
    return tf_as_levels(counts * (255 / photons))
