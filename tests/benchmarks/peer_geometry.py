"""Pairs of geometric transforms."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Size
from augstudio.core.matrix import compose as composed
from augstudio.core.matrix import inverse, translation
from augstudio.core.transform import Geometric, transform_named
from augstudio.transforms import Elastic, GridDistortion
from tests.benchmarks.peers import BLACK, Pair, ours, theirs_a, theirs_t

MIRRORED: dict[str, Any] = {"border_mode": cv2.BORDER_REFLECT_101}
SMOOTH: dict[str, Any] = {"interpolation": "bilinear"}
STILL: dict[str, Any] = {"angle": 0.0, "translate": [0, 0], "scale": 1.0, "shear": [0.0, 0.0]} | SMOOTH
EXACT_PLACES = "theirs computes places in floating point, ours through OpenCV to 1/32 of a pixel"
ROUNDED_PLACES = "some places fall to the other side of a 32nd of a pixel"
OUR_MAPS = "; ours makes the maps within its time"
CORNERS = {
    "upper_left": {"x": 0.25, "y": 0.5},
    "upper_right": {"x": 0.75, "y": 0.125},
    "lower_right": {"x": 0.125, "y": 0.25},
    "lower_left": {"x": 0.5, "y": 0.984375},
}
Field = npt.NDArray[np.float32]


def same(size: Size) -> list[Pair]:
    """Those that both define alike."""
    return [*_lossless(), *_affine(size), *_projective(size, 0.2), *_warped(size)]


def _lossless() -> list[Pair]:
    return [
        Pair(theirs_a("HorizontalFlip"), ours("horizontal_flip")),
        Pair(theirs_t("horizontal_flip"), ours("horizontal_flip")),
        Pair(theirs_a("VerticalFlip"), ours("vertical_flip")),
        Pair(theirs_t("vertical_flip"), ours("vertical_flip")),
        Pair(theirs_a("RandomRotate90", given={"factor": 1}), ours("quarter_turn", turns=1)),
        Pair(theirs_t("rotate", angle=90, expand=True), ours("quarter_turn", turns=1)),
    ]


def _affine(size: Size) -> list[Pair]:
    x, y = 64, -48
    shift = ours("translate", x=x / size[0], y=y / size[1])
    return [
        Pair(theirs_a("Rotate", limit=(11, 11), **MIRRORED), ours("rotate", angle=11.0), ROUNDED_PLACES),
        Pair(
            theirs_t("rotate", angle=11.0, **SMOOTH), ours("rotate", angle=11.0, padding=BLACK), EXACT_PLACES
        ),
        Pair(theirs_a("Affine", scale=(1.25, 1.25), **MIRRORED), ours("scale", factor=1.25, stretch=1.0)),
        Pair(
            theirs_t("affine", "scale=1.25", **STILL | {"scale": 1.25}),
            ours("scale", factor=1.25, stretch=1.0, padding=BLACK),
            EXACT_PLACES,
        ),
        Pair(theirs_a("Affine", translate_px={"x": (x, x), "y": (y, y)}, **MIRRORED), shift),
        Pair(
            theirs_t("affine", f"translate=[{x}, {y}]", **STILL | {"translate": [x, y]}),
            ours("translate", x=x / size[0], y=y / size[1], padding=BLACK),
        ),
        Pair(
            theirs_a("Affine", shear={"x": (12, 12), "y": (0, 0)}, **MIRRORED), ours("shear", x=12.0, y=0.0)
        ),
        Pair(
            theirs_t("affine", "shear=[12, 0]", **STILL | {"shear": [12.0, 0.0]}),
            ours("shear", x=12.0, y=0.0, padding=BLACK),
            EXACT_PLACES,
        ),
    ]


def _projective(size: Size, scale: float) -> list[Pair]:
    draw: dict[str, Any] = {"distortion_scale": scale, **CORNERS}
    step = transform_named("perspective")()
    assert isinstance(step, Geometric)
    matrix = step.placement(step.parse_draw(draw), size).matrix
    edges = composed(translation(-0.5, -0.5), matrix, translation(0.5, 0.5))
    (a, b, c), (d, e, f), (g, h, i) = inverse(edges)
    back = [value / i for value in (a, b, c, d, e, f, g, h)]
    given = {"matrix": np.array(matrix), "max_width": size[0], "max_height": size[1]}
    return [
        Pair(
            theirs_a("Perspective", "our matrix", given, **MIRRORED),
            ours("perspective", f"{scale}, corners", **draw),
            ROUNDED_PLACES,
        ),
        Pair(
            theirs_t(
                "perspective", "our corners", startpoints=None, endpoints=None, coefficients=back, **SMOOTH
            ),
            ours("perspective", f"{scale}, corners", padding=BLACK, **draw),
            EXACT_PLACES,
        ),
    ]


def _warped(size: Size) -> list[Pair]:
    rubber: dict[str, Any] = {"alpha": 0.04, "sigma": 0.15, "noise_seed": 7}
    grid: dict[str, Any] = {"num_steps": 5, "distortion": 0.5, "noise_seed": 7}
    bent, stretched = _maps(Elastic(), rubber, size), _maps(GridDistortion(), grid, size)
    return [
        Pair(
            theirs_a("ElasticTransform", "our maps", bent, **MIRRORED),
            ours("elastic", **rubber),
            ROUNDED_PLACES + OUR_MAPS,
        ),
        Pair(
            theirs_t("elastic", "our maps", displacement=_displacement(bent, size), **SMOOTH),
            ours("elastic", padding=BLACK, **rubber),
            EXACT_PLACES + OUR_MAPS,
        ),
        Pair(
            theirs_a("GridDistortion", "our maps", stretched, **MIRRORED),
            ours("grid_distortion", **grid),
            OUR_MAPS[2:],
        ),
    ]


def _maps(step: Any, draw: dict[str, Any], size: Size) -> dict[str, Field]:
    """Where each pixel comes from."""
    columns, rows = np.arange(size[0], dtype=np.float64)[np.newaxis], np.arange(size[1], dtype=np.float64)
    x, y = step.source_coordinates(step.parse_draw(draw), size, columns, rows[:, np.newaxis])
    shape = size[1], size[0]
    return {
        "map_x": np.broadcast_to(x, shape).astype(np.float32),
        "map_y": np.broadcast_to(y, shape).astype(np.float32),
    }


def _displacement(maps: dict[str, Field], size: Size) -> Field:
    """Movements in halves of the picture, as torchvision wants them."""
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
    x, y = (maps["map_x"] - columns) * (2 / size[0]), (maps["map_y"] - rows) * (2 / size[1])
    return np.stack([x, y], axis=2)[np.newaxis].astype(np.float32)


def alike(size: Size) -> list[Pair]:
    """Those that they define otherwise."""
    width, height = size
    box = {"crop_coords": (width // 4, height // 4, 3 * width // 4, 3 * height // 4)}
    part: dict[str, Any] = {"area": 0.25, "aspect": 1.0, "x": 0.5, "y": 0.5}
    small: dict[str, Any] = {"factor": 0.4, "stretch": 1.0}
    whole = {"size": [height, width], "antialias": True}
    corner = {"top": height // 4, "left": width // 4, "height": height // 2, "width": width // 2}
    cropped = "theirs cuts before it enlarges, so its edge repeats for half a pixel; inside at most 1"
    averaged = "ours averages what becomes smaller, theirs picks pixels"
    return [
        Pair(theirs_a("Affine", scale=(0.4, 0.4), **MIRRORED), ours("scale", **small), averaged),
        Pair(
            theirs_t("affine", "scale=0.4", **STILL | {"scale": 0.4}),
            ours("scale", padding=BLACK, **small),
            averaged,
        ),
        *(Pair(pair.there, pair.here, averaged) for pair in _projective(size, 0.4)),
        Pair(
            theirs_a("RandomResizedCrop", "the middle", box, size=(height, width)),
            ours("random_crop", **part),
            cropped,
        ),
        Pair(theirs_t("resized_crop", "the middle", **corner, **whole), ours("random_crop", **part), cropped),
        Pair(
            theirs_a("OpticalDistortion", mode="fisheye", distort_limit=(-0.2, -0.2), **MIRRORED),
            ours("lens_distortion", k=-0.2),
            "the centre: ours is (w - 1) / 2, theirs w / 2, half a pixel aside",
        ),
    ]
