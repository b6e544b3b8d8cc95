"""Why pictures are refused, where several kinds of file share the reason."""

from __future__ import annotations

from typing import Final

DEEP: Final = "pictures with more than 8 bits per channel are not supported yet; convert it to 8 bits"
FLOATS: Final = (
    "its levels are floating-point numbers, which is more than 8 bits per channel; convert it to 8 bits"
)
SIGNED: Final = "it has signed levels, which can be below zero; convert it to unsigned levels of 8 bits"
SHALLOW: Final = "its channels have fewer than 8 bits, which are read wrongly from this kind; save it as PNG"
ODD: Final = "its colours are held in a way that is read wrongly from this kind; save it as PNG"
UNSTATED: Final = "it has a channel of no stated meaning, which would be lost; save it without"
SEVERAL: Final = "animated or of several pages; save the page you want as a picture of its own"
UNREADABLE: Final = "the file is damaged, or of a kind that is not supported; save it anew as PNG or JPEG"
