"""Parts of generated scripts: Keras 3 layers, of float32 batches 0..255."""

import math

import keras
import numpy as np


class Sometimes(keras.layers.Layer):
    """Another layer, for a share of the pictures."""

    def __init__(self, layer, p):
        super().__init__()
        self.layer, self.p = layer, p
        self.generator = keras.random.SeedGenerator()

    def call(self, images, training=True):
        """Change the pictures that are drawn."""
        acts = keras.random.uniform((len(images), 1, 1, 1), seed=self.generator) < self.p
        return keras.ops.where(acts, self.layer(images, training=training), images)


class Drawn(keras.layers.Layer):
    """A function of the pictures and of a number from each range, drawn for each picture."""

    def __init__(self, function, *ranges, p=1.0):
        super().__init__()
        self.function, self.ranges, self.p = function, ranges, p
        self.generator = keras.random.SeedGenerator()

    def call(self, images, training=True):
        """Change the pictures that are drawn."""
        shape = (len(images), 1, 1, 1)
        draws = [keras.random.uniform(shape, *ends, seed=self.generator) for ends in self.ranges]
        changed = keras_levels(self.function(images, *draws))
        acts = keras.random.uniform(shape, seed=self.generator) < self.p
        return keras.ops.where(acts, changed, images)


class WithNumpy(keras.layers.Layer):
    """A function of NumPy, picture by picture; not within a compiled model or tf.data's graph."""

    def __init__(self, function, p=1.0):
        super().__init__()
        self.function, self.p = function, p
        self.generator = keras.random.SeedGenerator()

    def call(self, images, training=True):
        """Change the pictures that are drawn."""
        changed = []
        for image in np.rint(keras.ops.convert_to_numpy(images)).clip(0, 255).astype(np.uint8):
            seed = int(keras.random.randint((), 0, 2**31 - 1, seed=self.generator))
            rng = np.random.default_rng(seed)
            changed.append(self.function(image, rng) if rng.random() < self.p else image)
        return keras.ops.convert_to_tensor(np.stack(changed).astype(np.float32))


class OneOf(keras.layers.Layer):
    """One of some layers for each batch, by weight."""

    def __init__(self, layers, weights, p=1.0):
        super().__init__()
        self.choices, self.shares, self.p = layers, weights, p
        self.generator = keras.random.SeedGenerator()

    def call(self, images, training=True):
        """Change the batch by the layer that is drawn."""
        place, acts = keras.ops.convert_to_numpy(keras.random.uniform((2,), seed=self.generator))
        if acts >= self.p:
            return images
        number = int(np.sum(place >= np.cumsum(self.shares)[:-1] / np.sum(self.shares)))
        return self.choices[number](images, training=training)


def keras_levels(values):
    """Numbers as whole levels: rounded and clipped to 0..255."""
    return keras.ops.clip(keras.ops.floor(values + 0.5), 0, 255)


def keras_horizontal_flip(images):
    """Mirror left to right."""
    return keras.ops.flip(images, axis=2)


def keras_vertical_flip(images):
    """Mirror top to bottom."""
    return keras.ops.flip(images, axis=1)


def keras_contrast(images, factor):
    """Make differences from mid grey so many times as large."""
    return 127.5 + factor * (images - 127.5)


def keras_gamma(images, exponent):
    """Levels as shares of white to the power of ``exponent``."""
    return 255 * (keras.ops.clip(images, 0, 255) / 255) ** exponent


def keras_tone_curve(images, shadows, highlights):
    """Follow a cubic Bezier curve through black and white."""
    t = images / 255
    low, high = (1 + shadows) / 3, (2 + highlights) / 3
    return 255 * (3 * t * (1 - t) ** 2 * low + 3 * t**2 * (1 - t) * high + t**3)


def keras_mixed(images, rows):
    """Make every colour a mixture of red, green and blue; ``(3, 3)``."""
    return keras.ops.matmul(images, keras.ops.convert_to_tensor(np.array(rows, np.float32).T))


def keras_saturation(images, factor):
    """Make colours stronger or paler at the same luma."""
    grey = keras_mixed(images, [[0.299, 0.587, 0.114]] * 3)
    return grey + factor * (images - grey)


def keras_grayscale(images, strength):
    """Take a share of the colour away."""
    return keras_saturation(images, 1 - strength)


def keras_hue(images, angle):
    """Turn all colours by degrees about the grey axis, as by hueRotate of SVG."""
    radians = angle * (math.pi / 180)
    still = keras_mixed(images, [[0.213, 0.715, 0.072]] * 3)
    rows = [[-0.213, -0.715, 0.928], [0.143, 0.140, -0.283], [-0.787, 0.715, 0.072]]
    turned = keras_mixed(images, rows)
    cosine, sine = keras.ops.cos(radians), keras.ops.sin(radians)
    return still + cosine * (images - still) + sine * turned


def keras_color_jitter(images, brightness, contrast, saturation, hue):
    """Scale levels, then contrast about mid grey, then saturation, then turn the hue."""
    bright = keras.ops.minimum(brightness * images, 255)
    toned = keras_levels(127.5 + contrast * (bright - 127.5))
    return keras_hue(keras_saturation(toned, saturation), hue)


def keras_gaussian_noise(images, sigma):
    """Add normal noise of a standard deviation in levels."""
    return images + sigma * keras.random.normal(keras.ops.shape(images))


def keras_grey_noise(images, sigma):
    """Add normal noise, the same to all colours."""
    return images + sigma * keras.random.normal((*keras.ops.shape(images)[:3], 1))


def keras_speckle(images, sigma):
    """Add normal noise whose standard deviation is a share of each level."""
    return images + sigma * images * keras.random.normal(keras.ops.shape(images))
