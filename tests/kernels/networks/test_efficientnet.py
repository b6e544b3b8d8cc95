"""A network that describes pictures: its file is read, it is built and run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import pytest

from augstudio.kernels.networks.efficientnet import SIDE, EfficientNet, graph_of
from augstudio.kernels.networks.onnx_file import BadModelError, check_model
from augstudio.kernels.networks.torch_file import tensors_of
from augstudio.kernels.sampling.square import squeezed
from tests.pictures import noise_picture, smooth_picture
from tests.torch_files import SMALL, saved, small_network

Array = npt.NDArray[Any]


# -- an implementation of its own, with the normalisation apart -------------------------------------------


def convolved(values: Array, weights: Array, stride: int) -> Array:
    """``(C, H, W)`` by TensorFlow's "SAME"; filters of one channel take one channel each."""
    kernel, side = weights.shape[2], values.shape[1]
    padding = max((-(-side // stride) - 1) * stride + kernel - side, 0)
    before = padding // 2
    padded = np.pad(values, ((0, 0), (before, padding - before), (before, padding - before)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kernel, kernel), (1, 2))
    windows = windows[:, ::stride, ::stride]
    if weights.shape[1] == 1 != values.shape[0]:
        return np.asarray(np.einsum("chwij,cij->chw", windows, weights[:, 0]))
    return np.asarray(np.einsum("chwij,ocij->ohw", windows, weights, optimize=True))


def expected(tensors: dict[str, Array], image: Array) -> Array:
    def layer(values: Array, name: str, norm: str, stride: int = 1, bounded: bool = True) -> Array:
        found = convolved(values, tensors[f"{name}.weight"].astype(np.float64), stride)
        gamma, beta, mean, variance = (
            tensors[f"{norm}.{part}"][:, None, None]
            for part in ("weight", "bias", "running_mean", "running_var")
        )
        found = (found - mean) / np.sqrt(variance + 0.001) * gamma + beta
        return found.clip(0, 6) if bounded else found

    now = layer(np.moveaxis((image.astype(np.float64) - 127) / 128, 2, 0), "_conv_stem", "_bn0", 2)
    for number in range(len(SMALL)):
        name, given = f"_blocks.{number}", now
        if number:
            now = layer(now, f"{name}._expand_conv", f"{name}._bn0")
        now = layer(now, f"{name}._depthwise_conv", f"{name}._bn1", 2 if number in (1, 3, 5, 11) else 1)
        now = layer(now, f"{name}._project_conv", f"{name}._bn2", bounded=False)
        now = now + given if now.shape == given.shape else now
    return np.asarray(layer(now, "_conv_head", "_bn1").mean(axis=(1, 2)))


def test_a_picture_is_described_as_another_implementation_does() -> None:
    tensors = small_network()
    network = EfficientNet(tensors_of(saved(tensors)))
    image = smooth_picture(300, 250)
    found = network(image)
    assert found.shape == (12,)
    assert found.dtype == np.float32
    assert np.ptp(found) > 0.5
    assert np.array_equal(network(image), found)
    np.testing.assert_allclose(found, expected(tensors, squeezed(image, SIDE)), rtol=0, atol=1e-3)


def test_the_file_is_one_that_others_read() -> None:
    data = graph_of(tensors_of(saved(small_network())))
    check_model(data)
    onnx.checker.check_model(onnx.load_from_string(data), full_check=True)


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_pictures_of_every_kind_become_squares_of_colours(channels: int) -> None:
    for image in (noise_picture(9, 40, channels), noise_picture(300, 7, channels)):
        assert squeezed(image, 16).shape == (16, 16, 3)


def test_parameters_that_do_not_fit_are_refused() -> None:
    tensors = small_network()
    del tensors["_blocks.3._bn1.bias"]
    with pytest.raises(BadModelError, match=r"^_blocks\.3\._bn1\.bias is missing from it$"):
        graph_of(tensors)
    tensors = small_network()
    tensors["_blocks.3._expand_conv.weight"] = tensors["_blocks.3._expand_conv.weight"][:, :-1]
    with pytest.raises(BadModelError, match=r"shape of _blocks\.3\._expand_conv does not fit"):
        graph_of(tensors)


# -- the file of the weights ------------------------------------------------------------------------------


def test_tensors_are_read_without_pytorch() -> None:
    tensors = small_network()
    found = tensors_of(saved(tensors))
    assert list(found) == list(tensors)
    for name, tensor in tensors.items():
        assert found[name].dtype == tensor.dtype
        np.testing.assert_array_equal(found[name], tensor)


def test_a_pickle_that_names_anything_else_is_refused_and_runs_nothing(tmp_path: Path) -> None:
    made = tmp_path / "made"
    call = b"cos\nmkdir\n(X" + len(str(made)).to_bytes(4, "little") + str(made).encode() + b"tR"
    with pytest.raises(BadModelError, match=r"it names os\.mkdir, which is no part of a tensor"):
        tensors_of(saved(small_network(), call))
    assert not made.exists()


def test_damaged_files_are_refused() -> None:
    whole = saved({"a": np.ones((2, 3), np.float32)})
    assert list(tensors_of(whole)) == ["a"]
    wrong = [whole[:end] for end in (0, 1, 40, len(whole) // 2, len(whole) - 1)]
    wrong += [b"PK\x03\x04" + whole, whole.replace(b"K\x02K\x03", b"K\x02K\x09"), whole[:-32] + whole]
    for data in wrong:
        assert data != whole
        with pytest.raises(BadModelError, match="not a file of tensors"):
            tensors_of(data)
