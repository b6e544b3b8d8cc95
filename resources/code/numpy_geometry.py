"""Parts of generated scripts: geometry in plain NumPy."""

import math

import numpy as np

from numpy_colour import as_levels


def centred(matrix, change, size, new_size=None):
    """``matrix`` followed by ``change`` about the picture's centre, which stays the centre."""
    new_width, new_height = new_size or size
    to_centre = np.array([[1, 0, -(size[0] - 1) / 2], [0, 1, -(size[1] - 1) / 2], [0, 0, 1]])
    back = np.array([[1, 0, (new_width - 1) / 2], [0, 1, (new_height - 1) / 2], [0, 0, 1]])
    return back @ change @ to_centre @ matrix


def mirror_x(matrix, size):
    """Mirror left to right."""
    return centred(matrix, np.diag([-1, 1, 1]), size), size


def mirror_y(matrix, size):
    """Mirror top to bottom."""
    return centred(matrix, np.diag([1, -1, 1]), size), size


def turning(angle):
    """The matrix that turns counter-clockwise, as seen on the screen, by degrees; y points down."""
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return np.array([[cosine, sine, 0], [-sine, cosine, 0], [0, 0, 1]])


def quarter_turn(matrix, size, turns):
    """Turn counter-clockwise by quarters; odd turns swap width and height."""
    new_size = size if turns % 2 == 0 else (size[1], size[0])
    return centred(matrix, np.round(turning(90 * turns)), size, new_size), new_size


def rotate(matrix, size, angle):
    """Turn counter-clockwise by degrees; the size stays."""
    return centred(matrix, turning(angle), size), size


def rotate_grow(matrix, size, angle):
    """Turn counter-clockwise by degrees on a canvas that holds the whole picture."""
    cosine, sine = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    width, height = size
    new_width = math.ceil(width * cosine + height * sine - 1e-6)
    new_height = math.ceil(width * sine + height * cosine - 1e-6)
    return centred(matrix, turning(angle), size, (new_width, new_height)), (new_width, new_height)


def rotate_crop(matrix, size, angle):
    """Turn counter-clockwise by degrees and keep the largest rectangle without padding."""
    cosine, sine = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    width, height = size[0] - 1, size[1] - 1
    if min(width, height) <= 2 * sine * cosine * max(width, height) or cosine == sine:
        half = min(width, height) / 2
        across = half / sine if sine else max(width, height)
        down = half / cosine if cosine else max(width, height)
        across, down = (across, down) if width >= height else (down, across)
    else:
        double = cosine * cosine - sine * sine
        across = (width * cosine - height * sine) / double
        down = (height * cosine - width * sine) / double
    new_size = math.floor(across + 1e-6) + 1, math.floor(down + 1e-6) + 1
    return centred(matrix, turning(angle), size, new_size), new_size


def scale(matrix, size, factor, stretch):
    """Zoom about the centre; ``stretch`` is the height relative to the width, at the same area."""
    root = math.sqrt(stretch)
    return centred(matrix, np.diag([factor / root, factor * root, 1]), size), size


def translate(matrix, size, x, y):
    """Shift by shares of width and height, to whole pixels."""
    across, down = round(x * size[0]), round(y * size[1])
    return np.array([[1, 0, across], [0, 1, down], [0, 0, 1]]) @ matrix, size


def shear(matrix, size, x, y):
    """Lean the top to the right by ``x`` degrees, then lower the right side by ``y`` degrees."""
    across, down = math.tan(math.radians(x)), math.tan(math.radians(y))
    change = np.array([[1, -across, 0], [down, 1 - across * down, 0], [0, 0, 1]])
    return centred(matrix, change, size), size


def perspective(matrix, size, distortion, rng):
    """Move each corner inwards by a random part of ``distortion`` times half the sides."""
    width, height = size
    x, y = rng.uniform(0, distortion / 2, (2, 4)) * np.array([[width], [height]])
    edges = np.array([[0, width, width, 0], [0, 0, height, height]]) - 0.5
    moved = edges + np.array([[1, -1, -1, 1] * x, [1, 1, -1, -1] * y])
    rows, goals = [], []
    for (u, v), (goal_x, goal_y) in zip(edges.T, moved.T, strict=True):
        rows += [[u, v, 1, 0, 0, 0, -goal_x * u, -goal_x * v]]
        rows += [[0, 0, 0, u, v, 1, -goal_y * u, -goal_y * v]]
        goals += [goal_x, goal_y]
    change = np.append(np.linalg.solve(np.array(rows), np.array(goals)), 1).reshape(3, 3)
    return change @ matrix, size


def random_crop(matrix, size, area, aspect, rng):
    """Enlarge a random part to the picture's size, outermost pixel centres onto outermost ones."""
    across, down = min(1, math.sqrt(area * aspect)), min(1, math.sqrt(area / aspect))
    left = rng.uniform() * (1 - across) * (size[0] - 1)
    top = rng.uniform() * (1 - down) * (size[1] - 1)
    change = np.array([[1 / across, 0, -left / across], [0, 1 / down, -top / down], [0, 0, 1]])
    return change @ matrix, size


def resize(matrix, size, width, height, method):
    """Another size: "fit" pads the rest, "crop" cuts it off, "stretch" changes proportions."""
    shown = [width, height]
    if method != "stretch":
        choose = min if method == "fit" else max
        factor = choose(width / size[0], height / size[1])
        shown = [max(1, int(side * factor + 0.5)) for side in size]
    x, y = shown[0] / size[0], shown[1] / size[1]
    left, top = (width - shown[0]) // 2, (height - shown[1]) // 2
    change = np.array([[x, 0, (x - 1) / 2 + left], [0, y, (y - 1) / 2 + top], [0, 0, 1]])
    return change @ matrix, (width, height)


def padded(places, side, padding):
    """The pixel of a line of ``side`` that is seen at each whole place; -1 where there is none."""
    if padding == "constant":
        return np.where((places >= 0) & (places < side), places, -1)
    if padding == "edge":
        return np.clip(places, 0, side - 1)
    if padding == "wrap":
        return places % side
    if padding == "symmetric":
        places = places % (2 * side)
        return np.minimum(places, 2 * side - 1 - places)
    period = max(1, 2 * side - 2)  # reflect: the outermost pixels are not repeated
    places = places % period
    return np.minimum(places, period - places)


def sample(image, x, y, padding, fill):
    """The picture at the places ``x``, ``y`` (bilinear), as float64."""
    left, top = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    shares = x - left, y - top
    total = np.zeros((*left.shape, image.shape[2]))
    for right, lower in ((0, 0), (1, 0), (0, 1), (1, 1)):
        columns = padded(left + right, image.shape[1], padding)
        rows = padded(top + lower, image.shape[0], padding)
        colours = image[rows, columns].astype(np.float64)
        colours[(rows < 0) | (columns < 0)] = fill
        weight = (shares[0] if right else 1 - shares[0]) * (shares[1] if lower else 1 - shares[1])
        total += weight[..., np.newaxis] * colours
    return total


def warp(image, matrix, size, padding, fill):
    """The picture seen through ``matrix``, from its pixels to those of an output of ``size``.

    Every output pixel is looked up where it comes from. Where the picture shrinks, several places
    of a pixel are averaged, so that nothing aliases.
    """
    width, height = size
    back = np.linalg.inv(matrix)
    smallest = np.linalg.svd(matrix[:2, :2] / matrix[2, 2], compute_uv=False)[-1]
    count = max(1, min(8, math.ceil(1 / max(smallest, 0.125) - 0.25)))
    total = np.zeros((height, width, image.shape[2]))
    for step in np.ndindex(count, count):
        across, down = (np.array(step) + 0.5) / count - 0.5
        rows, columns = np.mgrid[0:height, 0:width] + np.array([down, across]).reshape(2, 1, 1)
        x, y, weight = np.tensordot(back, np.stack([columns, rows, np.ones_like(rows)]), axes=1)
        total += sample(image, np.round(x / weight, 6), np.round(y / weight, 6), padding, fill)
    return as_levels(total / count**2)


def spline_weights(places, count):
    """How much each of ``count`` nodes weighs at each place, by the uniform cubic B-spline."""
    first = np.floor(places).astype(np.int64)
    t = places - first
    shares = (1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, 3 * (t + t**2 - t**3) + 1, t**3
    weights = np.zeros((len(places), count))
    for node, share in enumerate(shares):
        weights[np.arange(len(places)), first + node] += share / 6
    return weights


def elastic(image, alpha, sigma, rng, padding, fill):
    """Move every pixel along smooth random surfaces, at most by ``alpha`` of the shorter side."""
    height, width = image.shape[:2]
    distance = max(1.0, sigma * min(width, height))
    # Nodes moved by less than 0.48 of their distance never fold the picture.
    reach = min(alpha * min(width, height), 0.48 * distance)
    counts = int(height / distance) + 5, int(width / distance) + 5
    down = spline_weights((np.arange(height) + 0.5) / distance, counts[0])
    across = spline_weights((np.arange(width) + 0.5) / distance, counts[1])
    moved_x, moved_y = (reach * (down @ rng.uniform(-1, 1, counts) @ across.T) for _ in range(2))
    rows, columns = np.mgrid[0:height, 0:width]
    return as_levels(sample(image, columns + moved_x, rows + moved_y, padding, fill))


def moved_lines(side, cells, distortion, move_edges, rng):
    """Where the pixels of a line come from if a grid's lines are moved over it."""
    moves = rng.uniform(-1, 1, cells + 1) * distortion / 2
    if not move_edges:
        moves[[0, -1]] = 0
    lines = (np.arange(cells + 1) + moves) * (side - 1) / cells
    places = np.arange(side)
    cell = np.clip(np.searchsorted(lines, places, side="right") - 1, 0, cells - 1)
    share = (places - lines[cell]) / (lines[cell + 1] - lines[cell]) if side > 1 else 0.0 * places
    origin = (cell + share) * (side - 1) / cells
    return origin if move_edges else np.clip(origin, 0, side - 1)


def grid_distortion(image, cells, distortion, move_edges, rng, padding, fill):
    """Move the lines of a grid by up to ``distortion`` of half a cell; pixels follow."""
    x = moved_lines(image.shape[1], cells, distortion, move_edges, rng)
    y = moved_lines(image.shape[0], cells, distortion, move_edges, rng)
    columns, rows = np.meshgrid(x, y)
    return as_levels(sample(image, columns, rows, padding, fill))


def lens_distortion(image, k, fill_frame, padding, fill):
    """A pixel comes from 1 + k r² times its distance from the centre; r is 1 at the corners."""
    height, width = image.shape[:2]
    zoom = 1 + max(k, 0) if fill_frame else 1
    rows, columns = np.mgrid[0:height, 0:width]
    across, down = columns - (width - 1) / 2, rows - (height - 1) / 2
    stretch = (1 + k * 4 * (across**2 + down**2) / (width**2 + height**2)) / zoom
    x, y = (width - 1) / 2 + across * stretch, (height - 1) / 2 + down * stretch
    if fill_frame:
        x, y = np.clip(x, 0, width - 1), np.clip(y, 0, height - 1)
    return as_levels(sample(image, x, y, padding, fill))
