"""Networks applied to pictures: values, sizes, tiles, reference pictures."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from onnx import ModelProto

from augstudio.core.image import Image
from augstudio.errors import PipelineError
from augstudio.kernels.networks.image_model import mixed_in, through_network
from augstudio.kernels.networks.model_file import ModelFile
from augstudio.kernels.networks.network import Network
from augstudio.kernels.networks.trial_process import trial_of
from augstudio.kernels.networks.values import AUTOMATIC, VALUES
from tests import networks
from tests.networks import FREE, made, node, stored_file
from tests.pictures import ODD_SIZES, distance, noise_picture, smooth_picture


def through(image: Image, model: ModelFile, **more: Any) -> Image:
    wanted: dict[str, Any] = {"style": None, "values": AUTOMATIC, "side": None, "keep_detail": True}
    return through_network(image, model, **(wanted | more))


def red_only(blue_first: bool) -> ModelProto:
    """Keeps what it takes for red."""
    kept = np.array([0, 0, 1] if blue_first else [1, 0, 0], np.float32).reshape(1, 3, 1, 1)
    return made([node("Mul", "x kept")], weights={"kept": kept})


# -- values -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (networks.inverted(1), "unit"),
        (networks.inverted(0), "cyclegan"),
        (networks.inverted(255), "fast_neural_style"),
        (networks.bounded(0), "cyclegan"),
        (networks.bounded(0.5, operation="Sigmoid"), "unit"),
    ],
)
def test_the_range_of_values_is_found_by_a_trial(model: ModelProto, name: str, tmp_path: Path) -> None:
    image, reference = smooth_picture(80, 64), stored_file(model, tmp_path)
    found = through(image, reference)
    np.testing.assert_array_equal(found, through(image, reference, values=name))
    for other in {"unit", "cyclegan", "fast_neural_style"} - {name}:
        assert distance(found, through(image, reference, values=other)).mean() > 10


@pytest.mark.parametrize("name", [name for name, values in VALUES.items() if values.made is None])
def test_values_go_there_and_back(name: str, tmp_path: Path) -> None:
    image = noise_picture(70, 66)
    np.testing.assert_array_equal(
        through(image, stored_file(networks.identity(), tmp_path), values=name), image
    )


def test_what_the_file_says_of_its_values_counts(tmp_path: Path) -> None:
    model = networks.inverted(1)
    entry = model.metadata_props.add()
    entry.key, entry.value = "augstudio.values", "fast_neural_style"
    image, reference = smooth_picture(80, 64), stored_file(model, tmp_path)
    assert not through(image, reference).any()
    np.testing.assert_array_equal(through(image, reference, values="unit"), 255 - image)


@pytest.mark.parametrize(("name", "blue_first"), [("unit", False), ("cartoongan", True), ("caffe", True)])
def test_order_of_colours(name: str, blue_first: bool, tmp_path: Path) -> None:
    image = noise_picture(64, 64)
    result = through(image, stored_file(red_only(blue_first), tmp_path), values=name)
    np.testing.assert_array_equal(result[:, :, 0], image[:, :, 0])
    assert len(np.unique(result[:, :, 1:])) <= 3


# -- shapes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", [None, 256])
@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("size", [*ODD_SIZES, (700, 530)])
def test_any_size_and_channels(
    size: tuple[int, int], channels: int, side: int | None, tmp_path: Path
) -> None:
    image = noise_picture(*size, channels)
    result = through(image, stored_file(networks.inverted(1), tmp_path), side=side, keep_detail=False)
    assert result.shape == image.shape
    if side is None or max(size) <= side:
        visible = image[:, :, -1] > 0 if channels == 4 else np.ones(image.shape[:2], bool)
        np.testing.assert_array_equal(result[visible][:, :3], 255 - image[visible][:, :3])
    if channels == 4:
        np.testing.assert_array_equal(result[:, :, 3], image[:, :, 3])


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize("side", [None, 512])
def test_fixed_sizes_are_respected(last: bool, side: int | None, tmp_path: Path) -> None:
    shape = (1, 96, 128, 3) if last else (1, 3, 96, 128)
    model = made(
        [node("Sub", "top x")], weights={"top": np.float32(1)}, inputs={"x": shape}, outputs={"y": shape}
    )
    reference = stored_file(model, tmp_path)
    small, large = smooth_picture(100, 70), smooth_picture(500, 333)
    np.testing.assert_array_equal(through(small, reference, side=side), 255 - small)
    result = through(large, reference, side=side, keep_detail=False)
    assert distance(result, 255 - large).max() <= (0 if side is None else 12)


@pytest.mark.parametrize(
    ("make", "multiple"),
    [
        *((networks.in_blocks, multiple) for multiple in (5, 14, 16, 20, 24, 48, 128, 256)),
        *((networks.pooled, multiple) for multiple in (13, 20)),
    ],
)
def test_networks_that_fail_for_other_sizes(
    make: Callable[[int], ModelProto], multiple: int, tmp_path: Path
) -> None:
    model = stored_file(make(multiple), tmp_path)
    for size in ((200, 150), (90, 70)):
        image = noise_picture(*size)
        assert distance(through(image, model, values="unit"), image).max() <= 1
    large = smooth_picture(560, 70)
    assert distance(through(large, model, values="unit", side=512), large).max() <= 1


@pytest.mark.parametrize("multiple", [5, 14, 20, 24])
def test_networks_that_cut_off_what_fills_no_patch(multiple: int, tmp_path: Path) -> None:
    image, model = noise_picture(200, 150), stored_file(networks.in_patches(multiple), tmp_path)
    assert distance(through(image, model), image).max() <= 1
    large = noise_picture(700, 530)
    assert distance(through(large, model), large).max() <= 1


@pytest.mark.parametrize("multiple", [5, 14, 20, 24, 48, 128, 256])
def test_what_is_cut_off_tells_the_multiple(multiple: int, tmp_path: Path) -> None:
    model, plain = stored_file(networks.coarse(multiple), tmp_path), np.full((150, 200, 3), 90, np.uint8)
    assert trial_of(model, None).grain == multiple
    np.testing.assert_array_equal(through(plain, model, values="unit"), plain)


def test_a_network_for_which_no_size_is_right_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("augstudio.kernels.networks.trial._USUAL", ())
    monkeypatch.setattr("augstudio.kernels.networks.trial._COARSEST", 40)
    model = stored_file(networks.in_blocks(257), tmp_path)
    reason = (
        "none of the sizes that were tried: its operator SpaceToDepth fails for a picture of 76 × 68 pixels"
    )
    with pytest.raises(PipelineError, match=reason):
        through(noise_picture(64, 64), model)


# -- one channel ------------------------------------------------------------------------------------

LUMA = (1, 1, "height", "width")
LUMA_LAST = (1, "height", "width", 1)


@pytest.mark.parametrize("shape", [LUMA, LUMA_LAST])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_a_network_for_luma_leaves_colours(shape: networks.Shape, channels: int, tmp_path: Path) -> None:
    image = smooth_picture(90, 70, channels) // 2 + 64
    ports: Any = {"inputs": {"x": shape}, "outputs": {"y": shape}}
    same = stored_file(networks.identity(**ports), tmp_path, "same.onnx")
    np.testing.assert_array_equal(through(image, same, values="unit"), image)
    darker = made([node("Sub", "x less")], weights={"less": np.float32(20 / 255)}, **ports)
    expected = image.copy()
    expected[:, :, :3] -= 20
    np.testing.assert_array_equal(through(image, stored_file(darker, tmp_path), values="unit"), expected)


def test_a_network_that_gives_luma_for_colours_makes_grey(tmp_path: Path) -> None:
    first = made([node("Gather", "x first", axis=1)], weights={"first": np.array([0])}, outputs={"y": LUMA})
    image = noise_picture(66, 70)
    result = through(image, stored_file(first, tmp_path), values="unit")
    np.testing.assert_array_equal(result, np.repeat(image[:, :, :1], 3, axis=2))


def test_a_network_that_gives_colours_for_luma(tmp_path: Path) -> None:
    tinted = made(
        [node("Mul", "x tint")],
        weights={"tint": np.array([1, 0.5, 0], np.float32).reshape(1, 3, 1, 1)},
        inputs={"x": LUMA},
    )
    image = noise_picture(66, 70, 1)
    colours = np.repeat(image, 3, axis=2)
    result = through(colours, stored_file(tinted, tmp_path), values="unit")
    np.testing.assert_array_equal(result[:, :, 0], image[:, :, 0])
    assert not result[:, :, 2].any()


# -- mean and standard deviation --------------------------------------------------------------------


@pytest.mark.parametrize(("values", "given_back"), [("imagenet", "x"), ("imagenet_unit", "levels")])
def test_values_of_imagenet(values: str, given_back: str, tmp_path: Path) -> None:
    """The network itself undoes what torchvision's Normalize does."""
    mean, std = np.array([0.485, 0.456, 0.406]), np.array([0.229, 0.224, 0.225])
    planes = {"mean": mean, "std": std}
    weights = {name: value.astype(np.float32).reshape(1, 3, 1, 1) for name, value in planes.items()}
    nodes = [node("Mul", "x std", "a"), node("Add", "a mean", "levels"), node("Identity", given_back)]
    image = noise_picture(66, 70)
    model = stored_file(made(nodes, weights=weights), tmp_path)
    np.testing.assert_array_equal(through(image, model, values=values), image)


@pytest.mark.parametrize("name", ["imagenet", "imagenet_unit"])
def test_the_numbers_of_imagenet(name: str) -> None:
    image = noise_picture(9, 7)
    numbers = VALUES[name].encode(image)
    expected = (image / 255 - [0.485, 0.456, 0.406]) / [0.229, 0.224, 0.225]
    np.testing.assert_allclose(numbers, expected, atol=1e-5)


def test_results_of_another_size_are_brought_back(tmp_path: Path) -> None:
    image = smooth_picture(90, 70)
    for factor in (2.0, 0.5):
        result = through(image, stored_file(networks.rescaling(factor), tmp_path), values="unit")
        assert distance(result, image).max() <= 12


def test_a_result_of_another_shape_is_refused(tmp_path: Path) -> None:
    model = made([node("Transpose", "x", perm=[0, 1, 3, 2])])
    with pytest.raises(PipelineError, match="its results have another shape than the picture"):
        through(noise_picture(80, 64), stored_file(model, tmp_path))


# -- large pictures ---------------------------------------------------------------------------------


def test_tiles_leave_no_seams(tmp_path: Path) -> None:
    image = noise_picture(1300, 900)
    result = through(image, stored_file(networks.blurring(), tmp_path), values="unit")
    expected = cv2.blur(image, (5, 5), borderType=cv2.BORDER_REFLECT_101)
    assert distance(result, expected).max() <= 1


def test_reduced_pictures_keep_their_detail_if_wanted(tmp_path: Path) -> None:
    image = noise_picture(1000, 700)
    reference = stored_file(networks.identity(), tmp_path)
    np.testing.assert_array_equal(through(image, reference, side=256), image)
    assert distance(through(image, reference, side=256, keep_detail=False), image).mean() > 40


@pytest.mark.parametrize("keep_detail", [True, False])
def test_a_reduced_picture_is_changed_as_a_whole(keep_detail: bool, tmp_path: Path) -> None:
    rows, columns = np.mgrid[0:700, 0:1000]
    image = np.stack((rows / 4, columns / 5, (rows + columns) / 8), axis=2).round().astype(np.uint8)
    result = through(image, stored_file(networks.inverted(1), tmp_path), side=256, keep_detail=keep_detail)
    assert distance(result, 255 - image).max() <= 4


def test_results_beyond_the_limit_are_refused_before_they_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = stored_file(networks.rescaling(24), tmp_path)
    image = through(smooth_picture(64, 64), model, values="unit")
    assert image.shape == (64, 64, 3)
    monkeypatch.setattr(Network, "run", lambda *given: pytest.fail("it was run"))
    with pytest.raises(PipelineError, match="it would make 12,288 × 12,288 pixels of 512 × 512, more than"):
        through(smooth_picture(512, 512), model, values="unit")


# -- reference pictures -----------------------------------------------------------------------------


def two_inputs(style: networks.Shape = FREE) -> ModelProto:
    """Gives everything the mean colour of the reference picture."""
    nodes = [
        node("ReduceMean", "style", "mean", axes=[2, 3]),
        node("Mul", "content none", "dark"),
        node("Add", "dark mean"),
    ]
    ports = {"content": FREE, "style": style}
    return made(nodes, weights={"none": np.float32(0)}, inputs=ports)


@pytest.mark.parametrize("shape", [FREE, (1, 3, 128, 96)])
def test_the_reference_picture_is_the_second_input(shape: networks.Shape, tmp_path: Path) -> None:
    plain = np.zeros((50, 80, 3), np.uint8) + np.array([200, 30, 90], np.uint8)
    model, image = stored_file(two_inputs(shape), tmp_path), noise_picture(64, 48)
    result = through(image, model, style=plain, values="unit")
    np.testing.assert_array_equal(result, np.zeros_like(image) + plain[0, 0])
    with pytest.raises(PipelineError, match=r"the model network\.onnx takes a second picture"):
        through(image, model)
    plain_model = stored_file(networks.identity(), tmp_path, "plain.onnx")
    np.testing.assert_array_equal(through(image, plain_model, style=plain), image)


# -- always the same --------------------------------------------------------------------------------


def test_threads_and_opencv_do_not_matter(tmp_path: Path) -> None:
    image, reference = noise_picture(700, 300), stored_file(networks.blurring(7), tmp_path)
    results, before = [], cv2.getNumThreads()

    def work() -> None:
        results.append(through(image, reference, side=512))

    try:
        for count in (1, 4):
            cv2.setNumThreads(count)
            threads = [threading.Thread(target=work) for _ in range(3)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
    finally:
        cv2.setNumThreads(before)
    assert len(results) == 6
    assert len({result.tobytes() for result in results}) == 1


def test_mixing() -> None:
    image, other = noise_picture(20, 30, 4), noise_picture(20, 30, 4, seed=1)
    np.testing.assert_array_equal(mixed_in(image, other, 0), image)
    np.testing.assert_array_equal(mixed_in(image, other, 1), other)
    half = (image.astype(int) + other) / 2
    assert distance(mixed_in(image, other, 0.5), half).max() <= 0.5


def test_errors_of_a_run_name_the_file_and_what_to_do_once(tmp_path: Path) -> None:
    model = stored_file(made([node("Div", "x zero")], weights={"zero": np.float32(0)}), tmp_path)
    with pytest.raises(PipelineError) as caught:
        through(noise_picture(64, 64), model)
    assert str(caught.value) == (
        f"the model {model.path} cannot be used: its results are not numbers; choose other values, or choose "
        "another file in the step"
    )


def test_networks_that_take_turns_are_tried_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    image = smooth_picture(64, 64)
    runs: list[Network] = []
    one, two = (stored_file(networks.inverted(top), tmp_path, f"{top}.onnx") for top in (1, 0))
    for reference in (one, two):
        through(image, reference)
    run = Network.run

    def counted(network: Network, *given: Any) -> Any:
        runs.append(network)
        return run(network, *given)

    monkeypatch.setattr(Network, "run", counted)
    for reference in (one, two, one):
        through(image, reference)
    assert len(runs) == 3
