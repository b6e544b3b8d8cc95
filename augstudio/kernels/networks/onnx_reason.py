"""Puts what onnxruntime says of a network into words for people."""

from __future__ import annotations

import re
from typing import Final

from augstudio.errors import Message

NO_MEMORY: Final = Message("there is not enough memory for it")
"""Why a network cannot be used; see :class:`~augstudio.kernels.networks.onnx_file.BadModelError`."""

_LONGEST: Final = 120
_WITHOUT_MEMORY: Final = re.compile(r"bad.?alloc|failed to allocate|out of memory", re.IGNORECASE)
_NEWER: Final = re.compile(r"Unsupported model IR version|Opset \d+ is under development")
_UNKNOWN: Final = (
    re.compile(r"No Op registered for (\S+)"),
    re.compile(r"Fatal error: (\S+?)\(-?\d+\) is not a registered"),
    re.compile(r"Could not find an implementation for (\w+)"),
)
_FAILING: Final = re.compile(r"while running (\w+) node")
_CODE: Final = re.compile(r"^\[ONNXRuntimeError\] : \d+ : \w+ : |\S*/?\w+\.(?:cc|h|cpp):\d+ (?:.*?\) )?")


def why_not_loaded(error: Exception) -> Message:
    """Why a file cannot be loaded as a network."""
    text = _one_line(error)
    if _is_without_memory(error, text):
        return NO_MEMORY
    if _NEWER.search(text):
        return Message("it was made for a newer onnxruntime; update onnxruntime here")
    for pattern in _UNKNOWN:
        if found := pattern.search(text):
            return Message("onnxruntime does not know its operator {0}", found[1])
    return Message("it cannot be loaded: {0}", _cut(_CODE.sub("", text) or type(error).__name__))


def why_not_run(error: Exception, width: int, height: int) -> Message:
    """Why a network fails for a picture of so many pixels."""
    text = _one_line(error)
    if _is_without_memory(error, text):
        return NO_MEMORY
    found = _FAILING.search(text)
    if found is None:
        return Message("it fails for a picture of {0} × {1} pixels", width, height)
    return Message("its operator {0} fails for a picture of {1} × {2} pixels", found[1], width, height)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def _is_without_memory(error: Exception, text: str) -> bool:
    return isinstance(error, MemoryError) or _WITHOUT_MEMORY.search(text) is not None


def _cut(text: str) -> str:
    """A text without end, cut between two words."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + " …"
