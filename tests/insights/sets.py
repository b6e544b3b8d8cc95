"""Datasets that rules are tried on: scenes, signs and colours, with what a rule looks for or without."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

from augstudio.core.image import Image
from augstudio.core.pipeline import Pipeline
from augstudio.core.transform import Transform
from augstudio.datasets.formats import open_dataset
from augstudio.insights.advice import Advice
from augstudio.insights.material import Material, gather
from augstudio.insights.relevance import advice_on
from tests.folders import encoded, write_files

SIDE = 32


def scene(number: int, *, sky: bool = True) -> Image:
    """A rough scene, with or without more light above."""
    random = np.random.default_rng(number)
    rough = np.repeat(np.repeat(random.uniform(60, 170, (8, 8, 3)), 4, axis=0), 4, axis=1)
    light = np.linspace(60, -50, SIDE)[:, np.newaxis, np.newaxis] if sky else 0.0
    return (rough + light).clip(0, 255).astype(np.uint8)


def sign(text: str, number: int) -> Image:
    """A sign in dark ink on light ground, a little shifted."""
    random = np.random.default_rng(number)
    picture = Pillow.new("L", (SIDE, SIDE), 235)
    font = ImageFont.load_default(26)
    left, top, right, bottom = ImageDraw.Draw(picture).textbbox((0, 0), text, font=font)
    across, down = (int(shift) for shift in random.integers(-1, 2, 2))
    place = (SIDE - left - right) / 2 + across, (SIDE - top - bottom) / 2 + down
    ImageDraw.Draw(picture).text(place, text, fill=25, font=font)
    grey = np.asarray(picture, np.int64) + random.integers(-9, 10, (SIDE, SIDE))
    return grey.clip(0, 255).astype(np.uint8)[:, :, np.newaxis]


def half(side: str, number: int) -> Image:
    """A bright picture with a dark field at the left or at the right, not always as wide."""
    picture = np.full((SIDE, SIDE, 1), 210, np.uint8) - scene(number, sky=False)[:, :, :1] // 8
    picture[:, : 10 + number % 3] = 30
    return picture if side == "left" else np.ascontiguousarray(picture[:, ::-1])


def coloured(colour: tuple[int, int, int], number: int) -> Image:
    """A rough picture in shades of one colour."""
    shade = scene(number, sky=False)[:, :, :1].astype(np.float64) / 170
    return (np.array(colour) * shade).clip(0, 255).astype(np.uint8)


def dataset(root: Path, pictures: Mapping[str, Image]) -> Path:
    """A folder of PNG pictures by their keys."""
    return write_files(root, {name: encoded(image, "PNG") for name, image in pictures.items()})


def scenes(root: Path, count: int = 30, *, sky: bool = True) -> Path:
    """Scenes without classes."""
    return dataset(root, {f"{number}.png": scene(number, sky=sky) for number in range(count)})


def signs(root: Path, texts: Mapping[str, str], each: int = 9) -> Path:
    """Signs by the names of their classes."""
    return dataset(
        root,
        {
            f"{name}/{number}.png": sign(text, 100 * place + number)
            for place, (name, text) in enumerate(texts.items())
            for number in range(each)
        },
    )


def seen(root: Path) -> Material:
    """What rules look at."""
    found = gather(open_dataset(root))
    assert found is not None
    return found


def said(material: Material, pipeline: Pipeline) -> dict[str, Advice]:
    """What is said about a pipeline, by rule."""
    found = advice_on(material, pipeline)
    assert found is not None
    return {item.rule: item for item in found}


def rules(root: Path, *transforms: Transform, pipeline: Pipeline | None = None) -> dict[str, Advice]:
    """What is said about the steps of a pipeline, by rule."""
    found = said(seen(root), pipeline or Pipeline.of(transforms))
    return {name: item for name, item in found.items() if item.step_id is not None}


def whole(root: Path, pipeline: Pipeline) -> dict[str, Advice]:
    """What is said about a pipeline as a whole, by rule."""
    return {name: item for name, item in said(seen(root), pipeline).items() if item.step_id is None}
