"""Looks through an ONNX file before anything runs it.

An ONNX file may name other files that hold its weights, anywhere on the computer, while a pipeline only knows
the hash of the file it names. And it may draw random numbers, so that no two runs give the same. Both are
found here, wherever in the file they stand, and such a file is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from augstudio.errors import Message
from augstudio.kernels.networks.onnx_wire import AmbiguousError, MalformedError, WireMessage, parsed

_EXTERNAL_DATA, _DATA_LOCATION = 13, 14  # of a tensor
_INT32_DATA, _TENSOR_NAME, _RAW_DATA = 5, 8, 9  # of a tensor
_INPUT, _OUTPUT, _OPERATOR = 1, 2, 4  # of a node
_ATTRIBUTE_NAME, _ATTRIBUTE_INT = 1, 3
_VALUE_NAME, _PARAMETER = 1, 4  # of a graph's input, of a function
_OPSET_DOMAIN, _OPSET_VERSION = 1, 2

_RANDOM: Final = frozenset(
    {
        "RandomNormal",
        "RandomNormalLike",
        "RandomUniform",
        "RandomUniformLike",
        "Multinomial",
        "Bernoulli",
        "Sampling",
    }
)
# Operators that draw while a network is trained, and which of their inputs says that it is.
_TRAINED: Final = {"Dropout": 2, "BitmaskDropout": 2, "BiasDropout": 4, "BitmaskBiasDropout": 4}
_WITHOUT_TRAINING: Final = 7  # the version of the operators since which Dropout does nothing by default
_STANDARD: Final = ("", "ai.onnx")


class BadModelError(ValueError):
    """A file cannot be used as a network; the text says why, in a few words."""

    def __init__(self, template: str, *arguments: object) -> None:
        """Take a message, or what it is made of."""
        super().__init__(Message(template, *arguments))


def check_model(data: bytes) -> None:
    """Refuse what is no ONNX file, what keeps weights in other files, and what draws random numbers.

    Raises:
        BadModelError: The text says why.
    """
    if not data:
        raise BadModelError("it is empty")
    try:
        model = parsed("model", memoryview(data))
    except MalformedError:
        model = None
    except AmbiguousError:
        raise BadModelError(
            "its bytes may be read in more than one way; save it again with the program that made it"
        ) from None
    if model is None or not model.parts_of("graph"):
        raise BadModelError("it is not an ONNX file, or its end is missing")
    if any(_is_external(message) for message in model.everything()):
        raise BadModelError("it keeps its weights in another file; save it as a single file")
    drawing = next(_drawing(model), None)
    if drawing is not None:
        raise BadModelError(
            "its operator {0} draws random numbers, so that no two runs give the same; export it "
            "for use, not for training",
            drawing,
        )


def _is_external(message: WireMessage) -> bool:
    """Whether it is a tensor whose values lie in another file, by any sign of it."""
    return message.kind == "tensor" and (
        any(field == _EXTERNAL_DATA for field, _ in (*message.texts, *message.numbers))
        or any(field == _DATA_LOCATION and value != 0 for field, value in message.numbers)
        or any(field == _DATA_LOCATION for field, _ in message.texts)
    )


def _drawing(model: WireMessage) -> Iterator[str]:
    """The names of operators that draw random numbers when the network is used."""
    off = _known_to_be_off(model)
    for holder in (model, *model.parts_of("function")):
        old = _standard_version(holder) < _WITHOUT_TRAINING
        parts = (part for part in holder.parts if part.kind != "function")
        for node in (node for part in parts for node in part.everything() if node.kind == "node"):
            for name in node.strings(_OPERATOR):
                if name in _RANDOM or (name in _TRAINED and _trains(node, _TRAINED[name], off, old=old)):
                    yield name


def _trains(node: WireMessage, place: int, off: frozenset[str], *, old: bool) -> bool:
    """Whether an operator acts as in training, or may do so."""
    inputs = node.strings(_INPUT)
    if len(inputs) > place and inputs[place] and inputs[place] not in off:
        return True
    tests = [
        part.number(_ATTRIBUTE_INT)
        for part in node.parts_of("attribute")
        if "is_test" in part.strings(_ATTRIBUTE_NAME)
    ]
    return not all(tests) if tests else old


def _standard_version(holder: WireMessage) -> int:
    """Which version of the standard's operators a model or function uses; the newest where none is named."""
    versions = [
        part.number(_OPSET_VERSION)
        for part in holder.parts_of("opset")
        if (part.strings(_OPSET_DOMAIN) or ("",))[-1] in _STANDARD
    ]
    return min(versions, default=_WITHOUT_TRAINING)


def _known_to_be_off(model: WireMessage) -> frozenset[str]:
    """Names of constants that are false, in any part of the file; those that are not everywhere stay out."""
    off: set[str] = set()
    other: set[str] = set()
    for message in model.everything():
        for name, value in _constants(message):
            (off if _is_false(value) else other).add(name)
        if message.kind == "node" and "Constant" not in message.strings(_OPERATOR):
            other.update(message.strings(_OUTPUT))
        if message.kind == "function":
            other.update(message.strings(_PARAMETER))
        if (
            message.kind == "attribute"
        ):  # what a loop's body is given; a network's own input may have a default
            bodies = message.parts_of("graph")
            other.update(
                name
                for body in bodies
                for value in body.parts_of("value")
                for name in value.strings(_VALUE_NAME)
            )
    return frozenset(off - other)


def _constants(message: WireMessage) -> Iterator[tuple[str, WireMessage]]:
    """The constants that stand in a graph, or that a node gives, with their names."""
    if message.kind == "graph":
        for tensor in message.parts_of("tensor"):
            yield from ((name, tensor) for name in tensor.strings(_TENSOR_NAME))
    if message.kind == "node" and "Constant" in message.strings(_OPERATOR):
        for attribute in message.parts_of("attribute"):
            for name in message.strings(_OUTPUT):
                yield name, next(iter(attribute.parts_of("tensor")), attribute)


def _is_false(value: WireMessage) -> bool:
    """Whether it is a tensor that holds nothing but zeros."""
    held = [bytes(part) for field, part in value.texts if field in (_INT32_DATA, _RAW_DATA)]
    whole = [number for field, number in value.numbers if field == _INT32_DATA]
    return value.kind == "tensor" and bool(held or whole) and not any(map(any, held)) and not any(whole)
