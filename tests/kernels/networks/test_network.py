"""What is run as a network, and what is refused with a reason."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import ModelProto, SparseTensorProto, TensorProto, helper, numpy_helper

from augstudio.core.allowance import Allowance, allowing
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.core.reference import Reference
from augstudio.errors import PipelineError
from augstudio.kernels.networks.network import Network, network_of
from augstudio.kernels.networks.onnx_file import BadModelError, check_model
from augstudio.transforms.model_files import model_file
from tests import networks
from tests.__main__ import ROOT
from tests.networks import FREE, made, node, stored_file

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

    for _ in range(2):  # the second one is refused unless the first has come to its end
        asked.clear()
        with interruptible(needless), pytest.raises(Interrupted):
            network.run(picture())


def test_a_file_is_loaded_once_and_again_when_it_changes(tmp_path: Path) -> None:
    first = stored_file(networks.identity(), tmp_path)
    assert network_of(first) is network_of(first)
    unpinned = Reference(first.path)
    assert network_of(model_file(unpinned)) is network_of(first)
    second = stored_file(networks.swapped(), tmp_path)
    assert network_of(second) is not network_of(first)
    assert network_of(model_file(unpinned)) is network_of(second)


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
        assert refused(data) == "it is not an ONNX file, or its end is missing"


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
    ("shape", "named"),
    [
        ((1, 2, "h", "w"), "1 × 2 × ? × ?"),
        ((1, 4, "h", "w"), "1 × 4 × ? × ?"),
        ((2, 3, "h", "w"), "2 × 3 × ? × ?"),
        ((1, 3), "1 × 3"),
        ((), "of a single number"),
        ((3, 64, 64), "3 × 64 × 64"),
        ((1, 3, 4, 64, 64), "1 × 3 × 4 × 64 × 64"),
        ((0, 3, "h", "w"), "0 × 3 × ? × ?"),
    ],
)
def test_inputs_that_are_no_pictures(shape: networks.Shape, named: str) -> None:
    model = networks.identity(inputs={"x": shape}, outputs={"y": shape})
    reason = f"its input 'x' has the shape {named}; expected pictures of three channels or of one"
    assert refused(model.SerializeToString()) == reason


def test_reasons_are_in_plain_words() -> None:
    newer, unknown, foreign, broken = (networks.identity() for _ in range(4))
    newer.ir_version = 99
    unknown.graph.node[0].op_type = "Frobnicate"
    foreign.graph.node[0].domain = "com.acme"
    foreign.opset_import.append(helper.make_opsetid("com.acme", 1))
    broken.graph.node[0].input[0] = "nowhere"
    reasons = [refused(model.SerializeToString()) for model in (newer, unknown, foreign, broken)]
    assert reasons == [
        "it was made for a newer onnxruntime; update onnxruntime here",
        "onnxruntime does not know its operator Frobnicate",
        "onnxruntime does not know its operator com.acme:Identity",
        "it cannot be loaded: Invalid model. Node input 'nowhere' is not a graph input, initializer, or "
        "output of a previous node.",
    ]


def test_a_failing_run_is_told_in_plain_words() -> None:
    model = made([node("Add", "x w")], weights={"w": np.zeros((1, 3, 64, 64), np.float32)})
    with pytest.raises(BadModelError) as caught:
        Network(model.SerializeToString()).run(np.zeros((68, 76, 3), np.float32))
    assert str(caught.value) == "its operator Add fails for a picture of 76 × 68 pixels"


@pytest.mark.parametrize(
    ("height", "width", "named"),
    [
        (1, 1, "1 × 1"),
        (7, 64, "64 × 7"),
        (0, 0, "0 × 0"),
        (0, "w", "? × 0"),
        (100_000, 100_000, "100000 × 100000"),
        (1 << 40, "w", "? × 1099511627776"),
    ],
)
@pytest.mark.parametrize("last", [False, True])
def test_sides_that_no_picture_has(height: int, width: int, named: str, last: bool) -> None:
    shape = (1, height, width, 3) if last else (1, 3, height, width)
    model = networks.identity(inputs={"x": shape}, outputs={"y": shape})
    assert refused(model.SerializeToString()) == (
        f"its input 'x' holds pictures of {named} pixels; expected sides of at least 8 and at most "
        "100,000,000 "
        "pixels in all"
    )


def test_sides_below_zero_stand_for_any_side() -> None:
    shape = (-1, 3, -1, -1)
    model = plain_model([node("Identity", "x")])
    for port in (model.graph.input[0], model.graph.output[0]):
        port.CopyFrom(value(port.name, shape=shape))
    np.testing.assert_array_equal(tried(model.SerializeToString()), picture())


def test_other_kinds_of_values() -> None:
    for kind, name in (
        (TensorProto.STRING, "string"),
        (TensorProto.INT8, "int8"),
        (TensorProto.BOOL, "bool"),
    ):
        whole = networks.identity(kind=kind)
        assert refused(whole.SerializeToString()) == f"its input 'x' holds tensor({name}); expected pictures"
    listed = plain_model([helper.make_node("SequenceAt", ["x", "first"], ["y"])], ir_version=8)
    listed.graph.input[0].CopyFrom(helper.make_tensor_sequence_value_info("x", 1, list(FREE)))
    listed.graph.initializer.append(numpy_helper.from_array(np.array(0), "first"))
    assert refused(listed.SerializeToString()) == "its input 'x' holds seq(tensor(float)); expected pictures"


def test_other_types_and_numbers_of_inputs() -> None:
    whole = networks.identity(kind=TensorProto.INT64)
    assert refused(whole.SerializeToString()) == "its input 'x' holds tensor(int64); expected pictures"
    three = made([node("Sum", "x a b")], inputs=dict.fromkeys("xab", FREE))
    assert refused(three.SerializeToString()).startswith("it takes 3 inputs; ")


def test_results_that_are_no_pictures() -> None:
    pooled = [node("ReduceMean", "x", axes=[2, 3], keepdims=0)]
    assert refused(made(pooled, outputs={"y": (1, 3)}).SerializeToString()) == (
        "its output 'y' has the shape 1 × 3; expected pictures of three channels or of one"
    )
    nodes = [
        node("ReduceMin", "x", "least", keepdims=1),
        node("Mul", "least zero", "none"),
        node("Cast", "none", "count", to=TensorProto.INT64),
        node("Reshape", "count flat", "some"),
        node("Add", "some two", "end"),
        node("Slice", "x start end one"),
    ]
    weights = {
        "zero": np.float32(0),
        "start": np.array([0]),
        "one": np.array([1]),
        "two": np.array([2]),
        "flat": np.array([1]),
    }
    unknown = made(nodes, weights=weights, outputs={"y": ("a", "b", "c", "d")})
    assert (
        refused(unknown.SerializeToString()) == "its result is not a picture but has the shape (1, 2, 8, 12)"
    )
    endless = made([node("Div", "x zero")], weights={"zero": np.float32(0)})
    assert refused(endless.SerializeToString()).startswith("its results are not numbers")


@pytest.mark.parametrize("place", ["weights.bin", "../weights.bin", "/etc/passwd"])
def test_weights_in_other_files_are_never_read(tmp_path: Path, place: str) -> None:
    reference = networks.with_weights_outside(tmp_path, place)
    text = refused(Path(reference.path).read_bytes())
    assert text == "it keeps its weights in another file; save it as a single file"


def test_weights_in_other_files_are_found_wherever_they_are_named() -> None:
    hidden = TensorProto(name="w", data_type=1, dims=[1], data_location=TensorProto.EXTERNAL)
    told = TensorProto(name="w", data_type=1, dims=[1])
    told.external_data.add(key="location", value="weights.bin")
    for tensor in (hidden, told):
        constant = helper.make_node("Constant", [], ["c"], value=tensor)
        several = helper.make_node("Own", [], ["c"], domain="own", tensors=[tensor])
        sparse = SparseTensorProto(values=tensor, indices=numpy_helper.from_array(np.array([0])), dims=[1])
        thin = helper.make_node("Constant", [], ["c"], sparse_value=sparse)
        models = [plain_model([constant]), plain_model([thin]), plain_model([several])]
        models += [place(constant) for place in (in_a_branch, in_a_loop, in_a_scan, in_a_function)]
        models += [plain_model([], tensors=[tensor]), plain_model([]), plain_model([]), plain_model([])]
        models[-3].graph.sparse_initializer.append(sparse)
        models[-2].training_info.add().initialization.initializer.append(tensor)
        models[-1].training_info.add().algorithm.node.append(constant)
        for model in models:
            with pytest.raises(BadModelError, match="another file"):
                checked(model)


# -- random numbers ---------------------------------------------------------------------------------


def value(name: str, kind: int = TensorProto.FLOAT, shape: networks.Shape = FREE) -> Any:
    return helper.make_tensor_value_info(name, kind, list(shape))


def drawing(operation: str) -> Any:
    """A node that draws numbers of the shape of ``x``."""
    if operation in ("RandomNormal", "RandomUniform"):
        return node(operation, "", "y", shape=[1, 3, 8, 8])
    return node(operation, "x", "y", **({"sample_size": 4} if operation == "Multinomial" else {}))


def in_a_branch(inner: Any) -> ModelProto:
    branch = helper.make_graph([inner], "branch", [], [value("y")])
    choice = helper.make_node("If", ["on"], ["y"], then_branch=branch, else_branch=branch)
    return plain_model([choice])


def in_a_loop(inner: Any) -> ModelProto:
    body = helper.make_graph([inner], "body", [value("step", 7, ())], [value("y")])
    return plain_model([helper.make_node("Loop", ["times", ""], ["y"], body=body)])


def in_a_scan(inner: Any) -> ModelProto:
    body = helper.make_graph([inner], "body", [value("s")], [value("y")])
    return plain_model([helper.make_node("Scan", ["x"], ["y"], body=body, num_scan_inputs=1)])


def in_a_function(inner: Any) -> ModelProto:
    opset = [helper.make_opsetid("", 17)]
    function = helper.make_function("own", "f", ["x"], ["y"], [inner], opset)
    return plain_model([helper.make_node("f", ["x"], ["y"], domain="own")], functions=[function])


def plain_model(nodes: Any, *, opset: int = 17, tensors: Any = (), **more: Any) -> ModelProto:
    graph = helper.make_graph(nodes, "g", [value("x")], [value("y")], list(tensors))
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], **more)


def checked(model: ModelProto) -> None:
    check_model(model.SerializeToString())


@pytest.mark.parametrize("place", [None, in_a_branch, in_a_loop, in_a_scan, in_a_function])
@pytest.mark.parametrize(
    "operation",
    [
        "RandomNormal",
        "RandomNormalLike",
        "RandomUniform",
        "RandomUniformLike",
        "Multinomial",
        "Bernoulli",
    ],
)
def test_operators_that_draw_random_numbers(operation: str, place: Any) -> None:
    model = place(drawing(operation)) if place else plain_model([drawing(operation)])
    with pytest.raises(BadModelError, match=rf"^its operator {operation} draws random numbers"):
        checked(model)


def constant(held: bool) -> Any:
    return numpy_helper.from_array(np.array(held), "training")


def test_dropout_that_is_on() -> None:
    dropout = node("Dropout", "x ratio training")
    tensor = node("Constant", "", "training", value=constant(True))
    listed = helper.make_tensor("training", TensorProto.BOOL, [], [True])
    given_from_outside = in_a_function(dropout)
    given_from_outside.graph.initializer.append(constant(False))
    for model in (
        plain_model([dropout], tensors=[constant(True)]),
        plain_model([dropout], tensors=[listed]),
        plain_model([tensor, dropout]),
        plain_model([node("Not", "off", "training"), dropout]),
        plain_model([dropout]),
        plain_model([node("Dropout", "x")], opset=6),
        plain_model([node("Dropout", "x", is_test=0)], opset=6),
        in_a_branch(dropout),
        in_a_function(dropout),
        in_a_loop(dropout),
    ):
        with pytest.raises(BadModelError, match="its operator Dropout draws random numbers"):
            checked(model)


def test_dropout_that_is_off() -> None:
    dropout = node("Dropout", "x ratio training")
    without = helper.make_node("Dropout", ["x", "ratio", ""], ["y"])
    listed = helper.make_tensor("training", TensorProto.BOOL, [], [False])
    for model in (
        plain_model([dropout], tensors=[constant(False)]),
        plain_model([dropout], tensors=[listed]),
        plain_model([node("Constant", "", "training", value=constant(False)), dropout]),
        plain_model([without]),
        plain_model([node("Dropout", "x")]),
        plain_model([node("Dropout", "x")], opset=7),
        plain_model([node("Dropout", "x", is_test=1)], opset=6),
    ):
        check_model(model.SerializeToString())  # raises where it is refused


# -- bytes that may be read in two ways -------------------------------------------------------------


def varint(number: int, length: int = 0) -> bytes:
    """A number in 7 bits per byte, in at least so many bytes."""
    held = [number >> shift & 0x7F for shift in range(0, max(7, number.bit_length()), 7)]
    held += [0] * (length - len(held))
    return bytes([*(part | 0x80 for part in held[:-1]), held[-1]])


MODEL_VERSION = 5  # a field of a model that nothing depends on


@pytest.mark.parametrize(
    "field",
    [
        varint(MODEL_VERSION << 3, 2) + varint(1),  # a tag with a byte too many
        varint(MODEL_VERSION << 3, 5) + varint(1),
        varint(MODEL_VERSION << 3, 9) + varint(1),
        varint((1 << 32) + (MODEL_VERSION << 3)) + varint(1),  # more bits than any tag has
        varint((1 << 60) + (MODEL_VERSION << 3)) + varint(1),
        varint(1 << 32) + varint(1),
        varint(MODEL_VERSION << 3) + varint(1, 2),  # a value with a byte too many
        varint(MODEL_VERSION << 3) + varint(1 << 64),
        varint(MODEL_VERSION << 3) + b"\xff" * 11,
        varint(2 << 3 | 2) + varint(1, 3) + b"x",  # a length with bytes too many
    ],
)
def test_numbers_that_are_written_in_an_odd_way(field: bytes) -> None:
    check_model(BLURRING + varint(MODEL_VERSION << 3) + varint(1))
    for data in (BLURRING + field, field + BLURRING):
        with pytest.raises(BadModelError, match="its bytes may be read in more than one way"):
            check_model(data)


# -- without onnxruntime, and who is told -----------------------------------------------------------


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
        network_of(model_file(Reference.of(file)))
    assert str(caught.value) == (
        f"the model {file} cannot be used: it is not an ONNX file, or its end is missing; choose another "
        "file in the step"
    )


# -- runs without an end ----------------------------------------------------------------------------


def test_a_run_that_does_not_end_is_given_up() -> None:
    endless, picture = (
        Network(networks.endless(above=70).SerializeToString()),
        np.ones((80, 64, 3), np.float32),
    )
    with (
        allowing(Allowance(seconds=0.3)),
        pytest.raises(BadModelError, match=r"^it gave no result within 0\.3 s$"),
    ):
        endless.run(picture)
    np.testing.assert_array_equal(endless.run(picture[:64]), picture[:64])


INTERRUPTED = """
import signal, sys
import numpy as np
from augstudio.core.allowance import Allowance, allowing
from augstudio.kernels.networks.network import Network
network = Network(sys.stdin.buffer.read())
signal.signal(signal.SIGALRM, signal.default_int_handler)
try:
    with allowing(Allowance(seconds=3600)):
        signal.setitimer(signal.ITIMER_REAL, float(sys.argv[1]))
        network.run(np.ones((80, 64, 3), np.float32))
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such alarm")
@pytest.mark.parametrize("seconds", ["0.001", "0.003", "0.2"])  # it depends on the moment
def test_a_run_that_is_interrupted_ends_before_the_program(seconds: str) -> None:
    data = networks.endless(above=70).SerializeToString()
    command = [sys.executable, "-c", INTERRUPTED, seconds]
    result = subprocess.run(command, input=data, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"interrupted\n", b"")


def test_a_run_can_be_interrupted_in_any_line_and_is_never_taken_for_a_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An interruption raised before each line in turn, of what waits and of what it waits with."""
    endless = Network(networks.endless(above=70).SerializeToString())
    tall = np.ones((80, 64, 3), np.float32)
    monkeypatch.setattr("augstudio.kernels.networks.network._POLL_SECONDS", 1e-4)
    places: list[str] = []
    left = 0

    def trace(frame: FrameType, event: str, _value: object) -> Callable[..., Any] | None:
        nonlocal left
        name = Path(frame.f_code.co_filename).name
        if name not in ("network.py", "threading.py"):
            return None
        left -= event == "line"
        if left < 0:
            places.append(f"{name}:{frame.f_lineno}")
            raise KeyboardInterrupt
        return trace

    def run_traced() -> None:
        before = sys.gettrace()
        sys.settrace(trace)
        try:
            endless.run(tall)
        finally:
            sys.settrace(before)

    for count in range(150):
        left = count
        with pytest.raises(KeyboardInterrupt):
            run_traced()
        np.testing.assert_array_equal(endless.run(tall[:64]), tall[:64], err_msg=places[-1])
    waiting = Counter(places).most_common(1)[0]
    assert waiting[0].startswith("network.py"), "the line that waits is come to again and again"
    assert waiting[1] > 3


def test_nothing_is_kept_or_told_of_this_machine(tmp_path: Path) -> None:
    code = "from augstudio.kernels.networks.network import runtime_version; assert runtime_version()"
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    homes = dict.fromkeys(("HOME", "LOCALAPPDATA", "APPDATA", "USERPROFILE"), str(tmp_path))
    subprocess.run(
        [sys.executable, "-c", code], check=True, cwd=ROOT, env={**clean, **homes, "PYTHONPATH": str(ROOT)}
    )
    assert list(tmp_path.rglob("*")) == []
