"""One output of an export, made again from its line alone."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from augstudio.core.image import Image, pixels_digest, size_of
from augstudio.core.pipeline import Pipeline
from augstudio.core.text import counted, printable
from augstudio.errors import ExportError, Message
from augstudio.export.manifest import Output
from augstudio.export.reading.recorded import numbered_lines
from augstudio.images.codec import decode
from augstudio.images.reading import read_bytes
from augstudio.kernels.sampling.pyramid import Pyramid
from augstudio.render.partners import Partners
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve_recorded
from augstudio.render.step_results import StepResults


@dataclass(frozen=True)
class Reproduced:
    """An output made again.

    Attributes:
        image: ``(H, W, C)`` uint8.
        differences: In what it is not what the line says, for people; empty where it is the same.
    """

    image: Image
    differences: tuple[str, ...]


def reproduce(
    source: Path,
    output: Output,
    pipeline: Pipeline,
    results: StepResults | None = None,
    partners: Partners | None = None,
) -> Reproduced:
    """Render an output again from its source with the draws its line recorded, and compare the pixels.

    Args:
        source: The picture it was made from.
        output: Its line.
        pipeline: What it was made with.
        results: Results of costly steps that other renderings have, too; None keeps none.
        partners: What gives the pictures that were mixed in.

    Raises:
        ImageError: The source cannot be used, or a picture that was mixed in is not what it was.
        PipelineError: The draws are not of this pipeline.
    """
    data = read_bytes(source)
    pyramid = Pyramid(decode(data).image)
    resolved = resolve_recorded(pipeline, pyramid.size, output.draws)
    image = render(pyramid, resolved, results=results, partners=partners)
    differences: list[str] = []
    if hashlib.sha256(data).hexdigest() != output.source:
        differences.append(Message("the source is not the file it was made from"))
    if size_of(image) != (output.width, output.height) or pixels_digest(image) != output.pixels:
        differences.append(Message("the pixels are not those of the manifest"))
    return Reproduced(image, tuple(differences))


def line_of(path: Path, number: int) -> Output:
    """The record on one line of a manifest.

    Args:
        path: The manifest.
        number: Counted from 1.

    Raises:
        ExportError: There is no such line, or it is damaged.
    """
    last = 0
    for last, output in numbered_lines(path):
        if last == number:
            if output is None:
                raise ExportError("line {0} of {1} is damaged", number, printable(str(path)))
            return output
    raise ExportError(
        counted(
            last,
            "{1} has 1 line; there is no line {2}",
            "{1} has {0} lines; there is no line {2}",
            printable(str(path)),
            number,
        )
    )


def line_from_text(text: str) -> Output:
    """The record that a line's text holds.

    Raises:
        ExportError: It is not a line of a manifest.
    """
    output = Output.from_line(text.encode("utf-8", "surrogatepass"))
    if output is None:
        shown = json.dumps(text[:60], ensure_ascii=False)
        raise ExportError("{0} is not a line of a manifest; give the whole line, or FILE:NUMBER", shown)
    return output
