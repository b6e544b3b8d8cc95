"""What the headers of picture files declare, before anything is unpacked."""

from __future__ import annotations

import io

from augstudio.core.image import Size
from augstudio.images.codec import quiet
from augstudio.images.formats import FORMATS, sniff


def declared_size(data: bytes) -> Size | None:
    """Width and height as a picture's header declares them, as they lie in the file.

    Args:
        data: The file's bytes.

    Returns:
        The size, at least 1 pixel each way; None where there is no valid header of a known kind.
    """
    try:
        with quiet():
            width, height = FORMATS[sniff(data)].opener(io.BytesIO(data)).size
    except Exception:  # decoding will say what is wrong
        return None
    return (width, height) if width > 0 < height else None
