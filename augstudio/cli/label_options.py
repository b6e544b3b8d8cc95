"""Options that say what becomes of labels."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from pydantic import ValidationError

from augstudio.core.label_policy import LabelPolicy
from augstudio.core.text import quoted
from augstudio.errors import ExportError, message_of
from augstudio.export.labels.labelling import writable_formats
from augstudio.pipelines import Pipeline

ToFormat = Annotated[
    str,
    typer.Option("--to", metavar="FORMAT", help="Format to write labels in; without it, that of DATASET."),
]
PaddingLabels = Annotated[
    str | None,
    typer.Option(
        "--padding-labels",
        metavar="replicate|ignore|drop",
        help="What copies that padding makes of objects become; without it, as the pipeline says.",
    ),
]
MinVisible = Annotated[
    float | None, typer.Option(help="Share of its area, 0 to 1, that must be left of an object to label it.")
]
MinPixels = Annotated[float | None, typer.Option(help="Area in pixels that must be left of it.")]
Boxes = Annotated[
    str | None, typer.Option(metavar="hull|ellipse", help="How turned boxes become upright ones.")
]
Swap = Annotated[
    str | None,
    typer.Option(metavar="auto|none|A:B,...", help="Which keypoints change sides in a mirror."),
]
AcceptLoss = Annotated[
    bool, typer.Option("--accept-loss", help="Leave out of the labels what the format cannot hold.")
]


def with_policy(pipeline: Pipeline, *given: Any) -> Pipeline:
    """A pipeline with the policy for labels that options say; what they leave out stays.

    Args:
        pipeline: The pipeline.
        given: Padding, least visible share, least pixels, rule for boxes and swaps; None for one that is left
            out.

    Raises:
        ExportError: A value is not allowed; the text names the option.
    """
    named = zip(("padding", "min_visible", "min_pixels", "boxes", "swap"), given, strict=True)
    values = {name: value for name, value in named if value is not None}
    for name, value in values.items():
        try:
            LabelPolicy(**{name: value})
        except ValidationError as error:
            option = "--padding-labels" if name == "padding" else f"--{name.replace('_', '-')}"
            cause = error.errors()[0].get("ctx", {}).get("error")
            reason = message_of(cause) if isinstance(cause, ValueError) else str(error.errors()[0]["msg"])
            raise ExportError("{0}: {1}", option, reason) from None
    return (
        pipeline.with_labels(LabelPolicy(**{**pipeline.labels.to_dict(), **values})) if values else pipeline
    )


def chosen_target(text: str) -> str:
    """The format that ``--to`` names, or "".

    Raises:
        ExportError: Labels cannot be written in it.
    """
    if text and text not in writable_formats():
        raise ExportError("--to: must be one of {0}, got {1}", ", ".join(writable_formats()), quoted(text))
    return text
