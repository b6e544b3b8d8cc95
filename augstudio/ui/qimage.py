"""The one place where arrays become Qt pictures."""

from __future__ import annotations

import math
import sys
from typing import Final

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from augstudio.core.image import Image

_THINNEST: Final = 2  # device pixels that are seen, however long and thin a picture is


def qimage_from_bgra(pixels: Image, *, opaque: bool = False) -> QImage:
    """A Qt picture over the memory of an ``(H, W, 4)`` BGRA array, without a copy.

    The picture keeps the array alive; nobody may write to it any more. Opaque ones are painted faster.
    """
    if sys.byteorder != "little":  # Qt's 32-bit formats are in the machine's byte order
        pixels = pixels[:, :, ::-1].copy()
    height, width = pixels.shape[:2]
    kind = QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32
    return QImage(pixels.data, width, height, pixels.strides[0], kind)


def bgra_from_qimage(picture: QImage) -> Image:
    """The pixels of a 32-bit Qt picture as an ``(H, W, 4)`` BGRA array of its own."""
    height, width = picture.height(), picture.width()
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(height, picture.bytesPerLine())
    pixels = rows[:, : 4 * width].reshape(height, width, 4).copy()
    return pixels if sys.byteorder == "little" else pixels[:, :, ::-1].copy()


def qimage_from_image(image: Image) -> QImage:
    """A Qt picture of its own from an ``(H, W, C)`` array."""
    from augstudio.kernels.viewing.display import to_bgra

    return qimage_from_bgra(to_bgra(image)).copy()


def fitted_size(picture: QSize, room: QSize, ratio: float) -> QSize:
    """The size at which a picture fits a room, in logical pixels; so thin that nothing is seen it never is.

    Args:
        picture: The picture's size.
        room: The room's size in logical pixels.
        ratio: Device pixels per logical pixel.
    """
    thinnest = math.ceil(_THINNEST / ratio)
    scaled = picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    return scaled.expandedTo(QSize(thinnest, thinnest))
