"""The pictures that steps take colours or strokes from, read once per process, as they were chosen."""

from functools import lru_cache

from augstudio.assets import read_reference, reference_file
from augstudio.core.image import Image
from augstudio.core.reference import Reference
from augstudio.errors import ImageError, PipelineError, message_of
from augstudio.kernels.reference import as_reference


def reference_picture(reference: Reference) -> Image:
    """The picture in the file: ``(H, W, 3)`` uint8 RGB, upright, with a limited longest side.

    What surrounds all that is visible is cut off; other hidden pixels have its mean colour. It is read
    once and kept; do not write into it.

    Raises:
        PipelineError: The file cannot be used, is no picture, or shows nothing.
    """
    return _pictures(reference)[0]


def reference_with_alpha(reference: Reference) -> Image:
    """The same with its alpha, where it has transparency: ``(H, W, 3)`` or ``(H, W, 4)``.

    Raises:
        PipelineError: As :func:`reference_picture`.
    """
    return _pictures(reference)[1]


@lru_cache(maxsize=32)
def _pictures(reference: Reference) -> tuple[Image, Image]:
    from augstudio.images.codec import decode  # whoever only looks at what steps declare needs no decoders

    try:
        return as_reference(decode(read_reference(reference)).image)
    except ImageError as error:
        raise PipelineError(
            "the picture {0} cannot be used: {1}", reference_file(reference), message_of(error)
        ) from None
