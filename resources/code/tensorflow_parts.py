"""Parts of generated scripts: TensorFlow; pictures are float32 with whole levels 0..255."""

import math

import numpy as np
import tensorflow as tf


class Draws:
    """Draws from TensorFlow's own generator, also within a graph."""

    def uniform(self, low, high):
        """A number between two ends."""
        return tf.random.uniform((), low, high)

    def integers(self, low, high, endpoint=True):
        """A whole number, with both ends."""
        return tf.random.uniform((), low, high + int(endpoint), tf.int32)

    def random(self):
        """A number of 0..1."""
        return tf.random.uniform(())

    def choice(self, options, p=None):
        """One of some options, or the number of one with its probability."""
        if p is not None:
            place = tf.random.uniform(())
            return tf.reduce_sum(tf.cast(place >= tf.cumsum(p)[:-1], tf.int32))
        return tf.gather(options, tf.random.uniform((), 0, len(options), tf.int32))


def in_numpy(image, function):
    """Call a function of NumPy with the picture and a generator; slower, as it leaves the graph."""

    def change(values, seed):
        rng = np.random.default_rng(int(seed))
        return function(values.astype(np.uint8), rng).astype(np.float32)

    seed = tf.random.uniform((), 0, 2**31 - 1, tf.int32)
    result = tf.numpy_function(change, [image, seed], tf.float32)
    result.set_shape([None, None, 3])
    return result


def tf_as_levels(values):
    """Numbers as whole levels: rounded and clipped to 0..255."""
    return tf.clip_by_value(tf.floor(values + 0.5), 0.0, 255.0)


def size_of(image):
    """Width and height, as a tensor."""
    return tf.cast(tf.shape(image)[1::-1], tf.float32)


def square(rows):
    """A matrix of numbers and tensors."""
    return tf.stack([tf.stack([tf.cast(value, tf.float32) for value in row]) for row in rows])


def tf_centred(matrix, change, size, new_size=None):
    """``matrix`` followed by ``change`` about the picture's centre, which stays the centre."""
    (x, y), end = tf.unstack((size - 1) / 2), size if new_size is None else new_size
    new_x, new_y = tf.unstack((end - 1) / 2)
    to_centre = square([[1, 0, -x], [0, 1, -y], [0, 0, 1]])
    back = square([[1, 0, new_x], [0, 1, new_y], [0, 0, 1]])
    return back @ change @ to_centre @ matrix


def tf_mirror_x(matrix, size):
    """Mirror left to right."""
    return tf_centred(matrix, square([[-1, 0, 0], [0, 1, 0], [0, 0, 1]]), size), size


def tf_mirror_y(matrix, size):
    """Mirror top to bottom."""
    return tf_centred(matrix, square([[1, 0, 0], [0, -1, 0], [0, 0, 1]]), size), size


def tf_turning(angle):
    """The matrix that turns counter-clockwise, as seen on the screen, by degrees; y points down."""
    radians = tf.cast(angle, tf.float32) * (math.pi / 180)
    cosine, sine = tf.cos(radians), tf.sin(radians)
    return square([[cosine, sine, 0], [-sine, cosine, 0], [0, 0, 1]])


def tf_quarter_turn(matrix, size, turns):
    """Turn counter-clockwise by quarters; odd turns swap width and height."""
    new_size = tf.where(tf.equal(turns % 2, 0), size, size[::-1])
    return tf_centred(matrix, tf.round(tf_turning(90 * turns)), size, new_size), new_size


def tf_rotate(matrix, size, angle):
    """Turn counter-clockwise by degrees; the size stays."""
    return tf_centred(matrix, tf_turning(angle), size), size


def tf_rotate_grow(matrix, size, angle):
    """Turn counter-clockwise by degrees on a canvas that holds the whole picture."""
    turn = tf_turning(angle)
    new_size = tf.math.ceil(tf.linalg.matvec(tf.abs(turn[:2, :2]), size) - 1e-3)
    return tf_centred(matrix, turn, size, new_size), new_size


def tf_rotate_crop(matrix, size, angle):
    """Turn counter-clockwise by degrees and keep the largest rectangle without padding."""
    turn = tf_turning(angle)
    cosine, sine = tf.abs(turn[0, 0]) + 1e-9, tf.abs(turn[0, 1]) + 1e-9
    width, height = tf.unstack(size - 1)
    half = tf.minimum(width, height) / 2
    thin = tf.stack([half / sine, half / cosine])
    thin = tf.where(width >= height, thin, thin[::-1])
    double = cosine * cosine - sine * sine
    double = tf.where(tf.abs(double) < 1e-6, 1e-6, double)
    wide = tf.stack([width * cosine - height * sine, height * cosine - width * sine]) / double
    is_thin = 2 * half <= 2 * sine * cosine * tf.maximum(width, height)
    new_size = tf.floor(tf.where(is_thin, thin, wide) + 1e-3) + 1
    return tf_centred(matrix, turn, size, new_size), new_size


def tf_scale(matrix, size, factor, stretch):
    """Zoom about the centre; ``stretch`` is the height relative to the width, at the same area."""
    root = tf.sqrt(tf.cast(stretch, tf.float32))
    return tf_centred(
        matrix, square([[factor / root, 0, 0], [0, factor * root, 0], [0, 0, 1]]), size
    ), size


def tf_translate(matrix, size, x, y):
    """Shift by shares of width and height, to whole pixels."""
    across, down = tf.unstack(tf.round(tf.stack([1.0 * x, 1.0 * y]) * size))
    return square([[1, 0, across], [0, 1, down], [0, 0, 1]]) @ matrix, size


def tf_shear(matrix, size, x, y):
    """Lean the top to the right by ``x`` degrees, then lower the right side by ``y`` degrees."""
    across, down = tf.unstack(tf.tan(tf.stack([1.0 * x, 1.0 * y]) * (math.pi / 180)))
    change = square([[1, -across, 0], [down, 1 - across * down, 0], [0, 0, 1]])
    return tf_centred(matrix, change, size), size


def tf_perspective(matrix, size, distortion, rng):
    """Move each corner inwards by a random part of ``distortion`` times half the sides."""
    edges = tf.constant([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    moved = edges + (1 - 2 * edges) * tf.random.uniform((4, 2)) * distortion / 2
    rows = []
    for corner in range(4):
        (u, v), (x, y) = tf.unstack(edges[corner]), tf.unstack(moved[corner])
        rows += [[u, v, 1, 0, 0, 0, -x * u, -x * v], [0, 0, 0, u, v, 1, -y * u, -y * v]]
    solved = tf.linalg.solve(square(rows), tf.reshape(moved, (8, 1)))
    change = tf.reshape(tf.concat([solved[:, 0], [1.0]], 0), (3, 3))
    width, height = tf.unstack(size)
    to_shares = square([[1 / width, 0, 0.5 / width], [0, 1 / height, 0.5 / height], [0, 0, 1]])
    return tf.linalg.inv(to_shares) @ change @ to_shares @ matrix, size


def tf_random_crop(matrix, size, area, aspect, rng):
    """Enlarge a random part to the picture's size, outermost pixel centres onto outermost ones."""
    shares = tf.stack([tf.cast(area * aspect, tf.float32), tf.cast(area / aspect, tf.float32)])
    across, down = tf.unstack(tf.minimum(1.0, tf.sqrt(shares)))
    left = rng.random() * (1 - across) * (size[0] - 1)
    top = rng.random() * (1 - down) * (size[1] - 1)
    return square(
        [[1 / across, 0, -left / across], [0, 1 / down, -top / down], [0, 0, 1]]
    ) @ matrix, size


def tf_resize(matrix, size, width, height, method):
    """Another size: "fit" pads the rest, "crop" cuts it off, "stretch" changes proportions."""
    new_size = tf.constant([width, height], tf.float32)
    shown = new_size
    if method != "stretch":
        factor = (
            tf.reduce_min(new_size / size) if method == "fit" else tf.reduce_max(new_size / size)
        )
        shown = tf.maximum(1.0, tf.floor(size * factor + 0.5))
    (x, y), (left, top) = tf.unstack(shown / size), tf.unstack((new_size - shown) // 2)
    change = square([[x, 0, (x - 1) / 2 + left], [0, y, (y - 1) / 2 + top], [0, 0, 1]])
    return change @ matrix, new_size


def tf_padded(places, side, padding):
    """The pixel of a line of ``side`` that is seen at each whole place; -1 where there is none."""
    if padding == "constant":
        return tf.where((places >= 0) & (places < side), places, -1)
    if padding == "edge":
        return tf.clip_by_value(places, 0, side - 1)
    if padding == "wrap":
        return places % side
    if padding == "symmetric":
        places = places % (2 * side)
        return tf.minimum(places, 2 * side - 1 - places)
    period = tf.maximum(1, 2 * side - 2)  # reflect: the outermost pixels are not repeated
    places = places % period
    return tf.minimum(places, period - places)


def tf_sample(image, x, y, padding, fill):
    """The picture at the places ``x``, ``y`` (bilinear)."""
    left, top = tf.floor(x), tf.floor(y)
    height, width = tf.unstack(tf.shape(image)[:2])
    total = tf.zeros((tf.shape(x)[0], tf.shape(x)[1], 3))
    for right, lower in ((0, 0), (1, 0), (0, 1), (1, 1)):
        columns = tf_padded(tf.cast(left, tf.int32) + right, width, padding)
        rows = tf_padded(tf.cast(top, tf.int32) + lower, height, padding)
        colours = tf.gather_nd(image, tf.stack([tf.maximum(rows, 0), tf.maximum(columns, 0)], 2))
        outside = (rows < 0) | (columns < 0)
        colours = tf.where(outside[..., tf.newaxis], tf.constant(fill, tf.float32), colours)
        weight = (x - left if right else left + 1 - x) * (y - top if lower else top + 1 - y)
        total += weight[..., tf.newaxis] * colours
    return total


def tf_warp(image, matrix, size, padding, fill):
    """The picture seen through ``matrix``, from its pixels to those of an output of ``size``."""
    columns, rows = tf.meshgrid(tf.range(size[0]), tf.range(size[1]))
    places = tf.stack([columns, rows, tf.ones_like(rows)])
    x, y, weight = tf.unstack(tf.tensordot(tf.linalg.inv(matrix), places, 1))
    # Rounded to 1/1024 pixel, so that whole places are whole.
    x, y = tf.round(x / weight * 1024) / 1024, tf.round(y / weight * 1024) / 1024
    return tf_as_levels(tf_sample(image, x, y, padding, fill))
