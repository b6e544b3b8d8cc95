"""Neural networks that turn pictures into pictures, run by onnxruntime on the processor.

This is the only place that knows onnxruntime, which comes with the extra ``models``. A network runs on one
thread: the share of the work that each thread gets could change the last bits of its sums. Whether another
processor gives the same bits is up to onnxruntime; results are rounded to whole levels, so most differences
vanish, but not all.
"""

from __future__ import annotations

import _thread
import os
import re
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from augstudio.core.allowance import allowance
from augstudio.core.arrays import Float32Array
from augstudio.core.image import MAX_PIXELS
from augstudio.core.interruption import checkpoint
from augstudio.core.text import quoted
from augstudio.errors import Message, PipelineError, message_of
from augstudio.kernels.networks.model_file import ModelFile
from augstudio.kernels.networks.onnx_file import BadModelError, check_model
from augstudio.kernels.networks.onnx_reason import NO_MEMORY, why_not_loaded, why_not_run

_TYPES: Final[Mapping[str, Any]] = {
    "tensor(float)": np.float32,
    "tensor(float16)": np.float16,
    "tensor(double)": np.float64,
    "tensor(uint8)": np.uint8,
}
_CHANNELS: Final = (3, 1)
_QUIET: Final = 4  # onnxruntime's name for: say nothing
_REMEDY: Final = re.compile("; (?:choose|export|save|update) ")
_POLL_SECONDS: Final = 0.01
# So long a run that was told to end may take to do so; a single operation of it cannot be ended.
_END_SECONDS: Final = 2.0

KEPT: Final = 2
"""Networks that are kept loaded."""

LEAST_SIDE: Final = 8
"""Smallest side of pictures, in pixels, that a network may ask for or give."""


class FailureError(BadModelError):
    """A network fails for a picture of this size; it may do with another."""


@dataclass(frozen=True)
class Port:
    """An input or output for pictures.

    Attributes:
        name: As the file names it.
        type: numpy's type of its values.
        last: Whether channels come last (NHWC), else first (NCHW).
        channels: 3, or 1 for luma.
        height: In pixels; None where any will do.
        width: In pixels; None where any will do.
    """

    name: str
    type: Any
    last: bool
    channels: int
    height: int | None
    width: int | None


class Network:
    """A network that is ready to run.

    Attributes:
        inputs: One port, or two: the picture's and the reference picture's.
        output: The port of the result.
        notes: What the file says about itself, name by name.
    """

    def __init__(self, data: bytes) -> None:
        """Load it.

        Raises:
            BadModelError: It cannot be loaded, or does not turn pictures into pictures.
            PipelineError: onnxruntime is not installed.
        """
        check_model(data)
        self._last = threading.Event()  # set once the last run that was given up has come to its end
        self._last.set()
        self._runtime = _onnxruntime()
        try:
            self._session = session(data)
            self.inputs = _inputs(self._session.get_inputs())
            self.output = _output(self._session.get_outputs())
            self.notes: Mapping[str, str] = dict(self._session.get_modelmeta().custom_metadata_map)
        except BadModelError:
            raise
        except Exception as error:  # whatever onnxruntime raises, names that are no text included
            raise BadModelError(why_not_loaded(error)) from None

    def run(self, *pictures: Float32Array) -> Float32Array:
        """The result for one picture per input; of any size that the network chooses.

        May end with :class:`~augstudio.core.interruption.Interrupted`.

        Raises:
            BadModelError: The network fails, takes longer than is allowed, or gives something that is no
                picture.
        """
        try:
            feeds = {
                port.name: _batch(picture, port) for port, picture in zip(self.inputs, pictures, strict=True)
            }
            result = np.asarray(self._finish(feeds))
        except BadModelError:
            raise
        except Exception as error:  # whatever onnxruntime raises
            height, width = pictures[0].shape[:2]
            reason = why_not_run(error, width, height)
            raise (BadModelError if reason == NO_MEMORY else FailureError)(reason) from None
        if result.ndim != 4 or result.shape[0] != 1 or result.size == 0:
            raise FailureError("its result is not a picture but has the shape {0}", result.shape)
        picture = result[0] if self.output.last else np.moveaxis(result[0], 0, 2)
        if picture.shape[2] not in _CHANNELS:
            raise BadModelError("its result is not a picture but has the shape {0}", result.shape)
        found = np.ascontiguousarray(picture, np.float32)
        if not np.isfinite(found).all():
            raise BadModelError("its results are not numbers; choose other values")
        return found

    def _finish(self, feeds: Mapping[str, Any]) -> Any:
        """Run it beside this thread, which asks meanwhile whether the result is still wanted."""
        if not self._last.is_set():
            raise BadModelError("an earlier run of it has not come to its end yet")
        options = self._runtime.RunOptions()
        options.log_severity_level = _QUIET
        done: list[Any] = []
        begun, ended, gate = threading.Event(), threading.Event(), threading.Lock()
        gate.acquire()

        def run() -> None:
            begun.set()
            try:
                if not options.terminate:
                    done.append(self._session.run([self.output.name], dict(feeds), options)[0])
            except Exception as error:  # whatever onnxruntime raises
                done.append(error)
            finally:
                ended.set()
                gate.release()

        seconds = allowance().seconds
        latest = time.monotonic() + seconds
        try:
            # Ctrl+C in the midst of Thread.start(), Thread.join() or Event.wait() can come out as another
            # error, or make a thread pass for ended. These two are done whole or not at all.
            _thread.start_new_thread(run, ())
            while not gate.acquire(timeout=_POLL_SECONDS):
                checkpoint(waiting=True)
                if time.monotonic() > latest:
                    raise BadModelError("it gave no result within {0} s", f"{seconds:g}")
        except BaseException:
            options.terminate = True  # a run that has not begun yet will not begin
            if begun.is_set() and not ended.is_set() and not gate.acquire(timeout=_END_SECONDS):
                self._last = ended
            raise
        if isinstance(done[0], Exception):
            raise done[0]
        return done[0]


def network_of(model: ModelFile) -> Network:
    """The network in a file; loaded once per process and kept.

    Raises:
        PipelineError: It cannot be used; the text names the file and says what to do.
    """
    with _LOADING:
        try:
            return _loaded(model)
        except BadModelError as error:
            raise unusable(model, error) from None


def unusable(model: ModelFile, error: BadModelError) -> PipelineError:
    """The error for people, for a file that cannot be used as a network."""
    if _REMEDY.search(str(error)):
        return PipelineError(
            "the model {0} cannot be used: {1}, or choose another file in the step",
            model.path,
            message_of(error),
        )
    return PipelineError(
        "the model {0} cannot be used: {1}; choose another file in the step", model.path, message_of(error)
    )


def runtime_version() -> str:
    """Version of onnxruntime, or "none" where it is not installed."""
    try:
        return str(_onnxruntime().__version__)
    except PipelineError:
        return "none"


_LOADING: Final = threading.Lock()


@lru_cache(maxsize=KEPT)
def _loaded(model: ModelFile) -> Network:
    return Network(model.read())


def _onnxruntime() -> Any:
    # From 1.29 on, the import alone stores a number for this machine and says to Microsoft that it is used.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    try:
        import onnxruntime
    except ImportError:
        raise PipelineError(
            'neural networks need onnxruntime, which is not installed; run: pip install "augstudio[models]"'
        ) from None
    return onnxruntime


def session(data: bytes) -> Any:
    """What onnxruntime runs a network by: on one thread, without a word.

    Args:
        data: An ONNX file's contents.

    Raises:
        PipelineError: onnxruntime is not installed.
    """
    runtime = _onnxruntime()
    runtime.set_default_logger_severity(_QUIET)
    if hasattr(runtime, "disable_telemetry_events"):
        runtime.disable_telemetry_events()
    options = runtime.SessionOptions()
    options.log_severity_level = _QUIET
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Pictures differ in size: memory kept for the largest would never be given back.
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    return runtime.InferenceSession(data, options, ["CPUExecutionProvider"], enable_fallback=0)


def _inputs(declared: Sequence[Any]) -> tuple[Port, ...]:
    ports = tuple(_port(value, is_input=True) for value in declared)
    if len(ports) not in (1, 2):
        raise BadModelError(
            "it takes {0} inputs; expected a picture, or a picture and a reference", len(ports)
        )
    styles = [port for port in ports if "style" in port.name.lower()]
    return tuple(sorted(ports, key=lambda port: port in styles)) if len(styles) == 1 else ports


def _output(declared: Sequence[Any]) -> Port:
    """The first output that may be a picture."""
    for number, value in enumerate(declared, start=1):
        try:
            return _port(value, is_input=False)
        except BadModelError:
            if number == len(declared):
                raise
    raise BadModelError("it has no output")


def _port(value: Any, *, is_input: bool) -> Port:
    name = quoted(value.name)
    what = Message("its input {0}", name) if is_input else Message("its output {0}", name)
    shape = [side if isinstance(side, int) and side >= 0 else None for side in value.shape or ()]
    if value.type not in _TYPES:
        raise BadModelError("{0} holds {1}; expected pictures", what, value.type)
    first = len(shape) == 4 and shape[1] in (None, *_CHANNELS)
    if len(shape) != 4 or shape[0] not in (None, 1) or not (first or shape[3] in _CHANNELS):
        sides = " × ".join("?" if side is None else str(side) for side in shape)
        raise BadModelError(
            "{0} has the shape {1}; expected pictures of three channels or of one",
            what,
            sides or Message("of a single number"),
        )
    last = (shape[3] == 3 != shape[1]) or (shape[3] == 1 and shape[1] not in _CHANNELS)
    channels = (shape[3] if last else shape[1]) or 3
    height, width = shape[1:3] if last else shape[2:4]
    known = [side for side in (height, width) if side is not None]
    smallest = (height or LEAST_SIDE) * (width or LEAST_SIDE)
    if min(known, default=LEAST_SIDE) < LEAST_SIDE or smallest > MAX_PIXELS:
        text = " × ".join("?" if side is None else str(side) for side in (width, height))
        raise BadModelError(
            "{0} holds pictures of {1} pixels; expected sides of at least {2} and at most {3} pixels in all",
            what,
            text,
            LEAST_SIDE,
            f"{MAX_PIXELS:,}",
        )
    return Port(value.name, _TYPES[value.type], last, channels, height, width)


def _batch(picture: Float32Array, port: Port) -> npt.NDArray[Any]:
    values = picture if port.last else np.moveaxis(picture, 2, 0)
    if port.type is np.uint8:
        values = np.rint(values).clip(0, 255)
    return np.ascontiguousarray(values[np.newaxis], port.type)
