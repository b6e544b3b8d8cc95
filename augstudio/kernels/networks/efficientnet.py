"""Describes pictures by the network EfficientNet-Lite0: what it finds in them before it names a class.

The network is that of M. Tan and Q. Le, "EfficientNet: Rethinking model scaling for convolutional neural
networks" (ICML 2019), in the form for small devices of ``efficientnet/lite`` in TensorFlow's TPU repository:
without squeeze and excitation, with ReLU6, and with a stem and a head of fixed widths. The weights are of
others; batch normalisation is part of the convolutions here.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from augstudio.core.arrays import Float32Array, Float64Array
from augstudio.core.image import Image
from augstudio.kernels.networks.network import session
from augstudio.kernels.networks.onnx_file import BadModelError
from augstudio.kernels.networks.onnx_writing import Graph
from augstudio.kernels.networks.torch_file import Tensors
from augstudio.kernels.sampling.square import squeezed

SIDE: Final = 224
"""Pictures are squeezed into a square of so many pixels a side, for which the network was trained."""

_MEAN, _DEVIATION = 127.0, 128.0  # of levels, as the network was trained with
_EPSILON: Final = 1e-3
_STRIDES: Final = (1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1)  # of the 16 blocks
_INPUT: Final = "picture"


class EfficientNet:
    """The network, ready to describe pictures."""

    def __init__(self, tensors: Tensors) -> None:
        """Load it.

        Args:
            tensors: The parameters of the network, by the names of the package efficientnet-lite-pytorch.

        Raises:
            BadModelError: A parameter is missing, or its shape does not fit.
            PipelineError: onnxruntime is not installed.
        """
        self._session = session(graph_of(tensors))

    def __call__(self, image: Image) -> Float32Array:
        """What the network finds in a picture.

        Args:
            image: ``(H, W, C)`` uint8, grey or RGB, with alpha or without.

        Returns:
            ``(p,)`` float32, p = 1280 with the original's weights: the mean of each channel of the head.
        """
        levels = squeezed(image, SIDE).astype(np.float32)
        batch = np.moveaxis((levels - _MEAN) / _DEVIATION, 2, 0)[np.newaxis]
        (found,) = self._session.run(None, {_INPUT: np.ascontiguousarray(batch)})
        return np.asarray(found, np.float32).ravel()


def graph_of(tensors: Tensors) -> bytes:
    """The network as an ONNX file: takes ``(1, 3, 224, 224)``, gives ``(1, p, 1, 1)``, both float32.

    Raises:
        BadModelError: A parameter is missing, or its shape does not fit.
    """
    made = _Layers(tensors)
    now = made.convolution(_INPUT, "_conv_stem", "_bn0", stride=2, is_bounded=True)
    for number, stride in enumerate(_STRIDES):
        now = made.block(now, f"_blocks.{number}", stride, is_expanded=number > 0)
    now = made.convolution(now, "_conv_head", "_bn1", is_bounded=True)
    now = made.graph.add("GlobalAveragePool", [now])
    return made.graph.file({_INPUT: (1, 3, SIDE, SIDE)}, {now: (1, made.channels, 1, 1)})


class _Layers:
    """The graph, and how large what it gives is so far."""

    def __init__(self, tensors: Tensors) -> None:
        self.graph = Graph()
        self.channels = 3
        self._tensors = tensors
        self._side = SIDE
        self._bounds = [self.graph.constant(bound) for bound in (0.0, 6.0)]

    def block(self, given: str, name: str, stride: int, *, is_expanded: bool) -> str:
        """More channels, then each by itself over its neighbourhood, then fewer channels.

        The block's input is added where that has the same shape.
        """
        channels, now = self.channels, given
        if is_expanded:
            now = self.convolution(now, f"{name}._expand_conv", f"{name}._bn0", is_bounded=True)
        now = self.convolution(
            now, f"{name}._depthwise_conv", f"{name}._bn1", stride=stride, is_bounded=True, is_apart=True
        )
        now = self.convolution(now, f"{name}._project_conv", f"{name}._bn2")
        same = stride == 1 and self.channels == channels
        return self.graph.add("Add", [now, given]) if same else now

    def convolution(
        self,
        given: str,
        name: str,
        norm: str,
        *,
        stride: int = 1,
        is_bounded: bool = False,
        is_apart: bool = False,
    ) -> str:
        """A convolution with its normalisation, and with ReLU6 where it ``is_bounded``.

        The border is padded with 0 so that the side is divided by the stride; of an odd number of pixels
        there is one more below and to the right, as TensorFlow has it.
        """
        weights = self._tensor(f"{name}.weight", 4)
        count, depth, kernel = weights.shape[:3]
        gamma, beta, mean, variance = (
            self._tensor(f"{norm}.{part}", 1) for part in ("weight", "bias", "running_mean", "running_var")
        )
        fits = depth == (1 if is_apart else self.channels) and weights.shape[3] == kernel
        if not fits or any(len(part) != count for part in (gamma, beta, mean, variance)):
            raise BadModelError("the shape of {0} does not fit its network", name)
        gain = gamma / np.sqrt(variance + _EPSILON)
        inputs = [given, self.graph.constant(weights * gain[:, None, None, None])]
        side = -(-self._side // stride)
        padding = max((side - 1) * stride + kernel - self._side, 0)
        before, after = padding // 2, padding - padding // 2
        now = self.graph.add(
            "Conv",
            [*inputs, self.graph.constant(beta - mean * gain)],
            strides=(stride, stride),
            pads=(before, before, after, after),
            group=count if is_apart else 1,
        )
        self.channels, self._side = count, side
        return self.graph.add("Clip", [now, *self._bounds]) if is_bounded else now

    def _tensor(self, name: str, dimensions: int) -> Float64Array:
        """A parameter, in 64 bits."""
        found = self._tensors.get(name)
        if found is None or found.ndim != dimensions:
            raise BadModelError("{0} is missing from it", name)
        return found.astype(np.float64)
