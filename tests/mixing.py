"""Pictures with labels to be mixed."""

from __future__ import annotations

import numpy as np

from augstudio.core.image import Image
from augstudio.core.labels import Bitmap, Instance, Labels, Outline, SemanticMask, Tags
from augstudio.render.partners import GivenPartners
from tests.labelled import drawn_map, outline
from tests.pictures import noise_picture

SIZES = {"a.png": (53, 41), "b.png": (31, 64), "c.png": (90, 20), "d.png": (17, 17), "e.png": (40, 47)}


def painted(number: int) -> tuple[Image, Labels]:
    """A picture with an outline and the bitmaps of two others, a class map, and a tag of its own."""
    size = list(SIZES.values())[number]
    shapes = [outline(10 * number + each, size) for each in (1, 3, 4)]
    layer = drawn_map(shapes[1:], size)
    image = noise_picture(*size, seed=number)
    instances = (
        Instance(category=0, shape=shapes[0], group=3),
        *(Instance(category=1, shape=Bitmap(0, each), origin=each) for each in (1, 2)),
    )
    classes = np.where(layer > 0, layer + 10 * (number + 1), 0).astype(np.uint8)
    return image, Labels(instances, (layer,), SemanticMask(classes, 255), Tags(((number, 1.0),)))


PICTURES = {name: painted(number) for number, name in enumerate(SIZES)}
IMAGES = {name: image for name, (image, _) in PICTURES.items()}
OTHERS = GivenPartners(PICTURES)


def shape_of(labels: Labels) -> Outline:
    """The outline of a painted picture."""
    shape = labels.instances[0].shape
    assert isinstance(shape, Outline)
    return shape
