"""What is run as a network, and what is refused with a reason."""

from __future__ import annotations

import builtins
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper

from augstudio.core.interruption import Interrupted, interruptible
from augstudio.core.reference import Reference
from augstudio.errors import PipelineError
from augstudio.kernels.network import Network, network_of
from augstudio.kernels.onnx_file import BadModelError, check_model
from tests import networks
from tests.networks import FREE, made, node, stored

BLURRING = networks.blurring().SerializeToString()


def picture(height: int = 8, width: int = 12) -> Any:
    return np.random.default_rng(0).random((height, width, 3), np.float32)


# -- running ----------------------------------------------------------------------------------------


def test_channels_first_and_last() -> None:
    for shape in (FREE, networks.FREE_LAST):
        model = networks.identity(inputs={"x": shape}, outputs={"y": shape})
        np.testing.assert_array_equal(Network(model.SerializeToString()).run(picture()), picture())


@pytest.mark.parametrize("kind", [TensorProto.FLOAT16, TensorProto.DOUBLE, TensorProto.UINT8])
def test_types_of_values(kind: int) -> None:
    given_levels = np.rint(picture() * 255)
    network = Network(networks.identity(kind=kind).SerializeToString())
    result = network.run(given_levels)
    assert result.dtype == np.float32
    np.testing.assert_array_equal(result, given_levels)


def test_weights_in_half_precision() -> None:
    weights = {"half": np.full((3, 1, 1, 1), 0.5, np.float16)}
    nodes = [node("Cast", "half", "w", to=TensorProto.FLOAT), node("Conv", "x w", group=3)]
    network = Network(made(nodes, weights=weights).SerializeToString())
    np.testing.assert_array_equal(network.run(picture()), picture() / 2)


def test_the_output_that_is_a_picture_is_taken() -> None:
    nodes = [node("ReduceMean", "x", "score", axes=[1, 2, 3], keepdims=0), node("Neg", "x")]
    model = made(nodes, outputs={"score": (1,), "y": FREE})
    np.testing.assert_array_equal(Network(model.SerializeToString()).run(picture()), -picture())


def test_two_inputs_and_which_is_the_reference() -> None:
    for names in (("style", "content"), ("content", "style"), ("a", "b")):
        first = names[0] if "style" not in names else "content"
        model = made([node("Identity", first)], inputs=dict.fromkeys(names, FREE))
        network = Network(model.SerializeToString())
        assert network.inputs[0].name == first
        np.testing.assert_array_equal(network.run(picture(), picture(4, 4)), picture())


def test_threads_get_the_same_result() -> None:
    network, results = Network(BLURRING), []
    threads = [threading.Thread(target=lambda: results.append(network.run(picture()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({result.tobytes() for result in results}) == 1


def test_work_that_nobody_waits_for_ends_early() -> None:
    # A loop that would take hours.
    port = helper.make_tensor_value_info
    inner = helper.make_graph(
        [node("Identity", "keep", "on"), node("Sin", "last", "next")],
        "body",
        [port("step", 7, []), port("keep", 9, []), port("last", 1, [1, 3, "h", "w"])],
        [port("on", 9, []), port("next", 1, [1, 3, "h", "w"])],
    )
    weights = {"times": np.int64(1 << 60), "go": np.array(True)}
    model = made([node("Loop", "times go x", body=inner)], weights=weights)
    network, asked = Network(model.SerializeToString()), []

    def needless() -> bool:
        asked.append(1)
        return len(asked) > 3

    with interruptible(needless), pytest.raises(Interrupted):
        network.run(picture())
    assert [thread for thread in threading.enumerate() if thread.name == "network"] == []


def test_a_file_is_loaded_once_and_again_when_it_changes(tmp_path: Path) -> None:
    first = stored(networks.identity(), tmp_path)
    assert network_of(first) is network_of(first)
    unpinned = Reference(first.path)
    assert network_of(unpinned) is network_of(first)
    second = stored(networks.swapped(), tmp_path)
    assert network_of(second) is not network_of(first)
    assert network_of(unpinned) is network_of(second)


# -- refusing ---------------------------------------------------------------------------------------


def tried(data: bytes) -> Any:
    network = Network(data)
    return network.run(*(picture() for _ in network.inputs))


def refused(data: bytes) -> str:
    with pytest.raises(BadModelError) as caught:
        tried(data)
    return str(caught.value)


def test_empty_truncated_and_other_files() -> None:
    assert refused(b"") == "it is empty"
    for data in (BLURRING[:-1], BLURRING[: len(BLURRING) // 2], b"\x89PNG\r\n\x1a\n" + bytes(99), b"hello"):
        assert refused(data) == "it is no ONNX file, or its end is missing"


@given(st.binary(max_size=60))
def test_random_bytes(data: bytes) -> None:
    assert refused(data)


@settings(max_examples=60)
@given(st.integers(0, len(BLURRING) - 1), st.integers(0, 255))
def test_damaged_files_never_do_worse_than_to_be_refused(place: int, value: int) -> None:
    damaged = bytearray(BLURRING)
    damaged[place] = value
    try:
        result = tried(bytes(damaged))
    except BadModelError:
        return
    assert result.shape[2] == 3


def test_unknown_operations() -> None:
    model = networks.identity()
    model.graph.node[0].domain = "com.example"
    model.graph.node[0].op_type = "Open"
    assert refused(model.SerializeToString()).startswith("it cannot be loaded: ")


@pytest.mark.parametrize(
    ("shape", "reason"),
    [
        ((1, 1, "h", "w"), "its input 'x' has the shape 1 × 1 × ? × ?; expected colour pictures"),
        ((1, 4, "h", "w"), "its input 'x' has the shape 1 × 4 × ? × ?; expected colour pictures"),
        ((2, 3, "h", "w"), "its input 'x' has the shape 2 × 3 × ? × ?; expected colour pictures"),
        ((1, 3), "its input 'x' has the shape 1 × 3; expected colour pictures"),
        ((), "its input 'x' has the shape of a single number; expected colour pictures"),
    ],
)
def test_inputs_that_are_no_pictures(shape: networks.Shape, reason: str) -> None:
    model = networks.identity(inputs={"x": shape}, outputs={"y": shape})
    assert refused(model.SerializeToString()) == reason


def test_other_types_and_numbers_of_inputs() -> None:
    whole = networks.identity(kind=TensorProto.INT64)
    assert refused(whole.SerializeToString()) == "its input 'x' holds tensor(int64); expected pictures"
    three = made([node("Sum", "x a b")], inputs=dict.fromkeys("xab", FREE))
    assert refused(three.SerializeToString()).startswith("it takes 3 inputs; ")


def test_results_that_are_no_pictures() -> None:
    pooled = [node("ReduceMean", "x", axes=[2, 3], keepdims=0)]
    assert refused(made(pooled, outputs={"y": (1, 3)}).SerializeToString()) == (
        "its output 'y' has the shape 1 × 3; expected colour pictures"
    )
    nodes = [
        node("ReduceMin", "x", "least", keepdims=1),
        node("Mul", "least zero", "none"),
        node("Cast", "none", "count", to=TensorProto.INT64),
        node("Reshape", "count flat", "some"),
        node("Add", "some one", "end"),
        node("Slice", "x start end one"),
    ]
    weights = {"zero": np.float32(0), "start": np.array([0]), "one": np.array([1]), "flat": np.array([1])}
    unknown = made(nodes, weights=weights, outputs={"y": ("a", "b", "c", "d")})
    assert refused(unknown.SerializeToString()) == "its result is no picture but has the shape (1, 1, 8, 12)"
    endless = made([node("Div", "x zero")], weights={"zero": np.float32(0)})
    assert refused(endless.SerializeToString()).startswith("its results are no numbers")


@pytest.mark.parametrize("place", ["weights.bin", "../weights.bin", "/etc/passwd"])
def test_weights_in_other_files_are_never_read(tmp_path: Path, place: str) -> None:
    reference = networks.with_weights_outside(tmp_path, place)
    text = refused(Path(reference.path).read_bytes())
    assert text == "it keeps its weights in another file; save it as a single file"


def test_weights_in_other_files_are_found_wherever_they_are_named() -> None:
    hidden = TensorProto(name="w", data_type=1, dims=[1], data_location=TensorProto.EXTERNAL)
    constant = helper.make_node("Constant", [], ["c"], value=hidden)
    branch = helper.make_graph([constant], "branch", [], [helper.make_tensor_value_info("c", 1, [1])])
    choice = helper.make_node("If", ["on"], ["y"], then_branch=branch, else_branch=branch)
    function = helper.make_function("own", "f", [], ["c"], [constant], [helper.make_opsetid("", 17)])
    for nodes, functions in (([constant], []), ([choice], []), ([], [function])):
        graph = helper.make_graph(nodes, "g", [], [])
        model = helper.make_model(graph, functions=functions)
        with pytest.raises(BadModelError, match="another file"):
            check_model(model.SerializeToString())


def test_without_onnxruntime_the_text_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name == "onnxruntime":
            raise ImportError(name)
        return original(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(PipelineError, match=r'run: pip install "augstudio\[models\]"'):
        Network(BLURRING)


def test_errors_name_the_file(tmp_path: Path) -> None:
    file = tmp_path / "bad.onnx"
    file.write_bytes(b"x")
    with pytest.raises(PipelineError) as caught:
        network_of(Reference.of(file))
    assert str(caught.value) == (
        f"the model {file} cannot be used: it is no ONNX file, or its end is missing; choose another file in "
        "the step"
    )
