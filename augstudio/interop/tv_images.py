"""Pictures as torchvision takes them: tensors and Pillow's, and back."""

from __future__ import annotations

from typing import Any

import numpy as np

from augstudio.core.image import Image
from augstudio.images.pillow import as_pillow
from augstudio.kernels.sampling.layout import channels_first


def pixels_of(image: Any) -> Image:
    """A ``tv_tensors.Image``, a tensor ``(C, H, W)`` uint8 or a Pillow picture as ``(H, W, C)`` uint8.

    Raises:
        TypeError: The picture is not one of 8 bits.
    """
    import torch
    from torchvision.transforms.v2 import functional

    tensor = image if isinstance(image, torch.Tensor) else functional.pil_to_tensor(image)
    if tensor.dtype != torch.uint8 or tensor.ndim != 3:
        raise TypeError(
            f"a picture is (C, H, W) uint8, got {tuple(tensor.shape)} {tensor.dtype}: "
            f"convert to float and put pictures together after this transform"
        )
    return np.ascontiguousarray(tensor.permute(1, 2, 0).numpy())


def as_given(pixels: Image, image: Any) -> Any:
    """Pixels, ``(H, W, C)`` uint8, as a picture of the kind of another one."""
    import torch

    return like(image, channels_first(pixels)) if isinstance(image, torch.Tensor) else as_pillow(pixels)


def like(tensor: Any, values: Any, **facts: Any) -> Any:
    """Values as a tv_tensor of the kind of another one, with its numbers' type."""
    import torch
    from torchvision import tv_tensors

    return tv_tensors.wrap(torch.from_numpy(np.array(values)).to(tensor.dtype), like=tensor, **facts)
