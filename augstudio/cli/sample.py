"""The command that writes the datasets that ship with the program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from augstudio.cli.output import say
from augstudio.core.text import counted, printable
from augstudio.datasets.shipped_benchmark import write_benchmark
from augstudio.datasets.shipped_sample import write_sample_dataset
from augstudio.errors import DatasetError

_BENCHMARK = "The pictures of 'augstudio evaluate --benchmark' instead: 1,500 of Fashion-MNIST."


def sample(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="New or empty folder.")],
    labels: Annotated[
        bool,
        typer.Option("--labels", help="The one with labels (COCO): boxes, outlines, masks and keypoints."),
    ] = False,
    benchmark: Annotated[bool, typer.Option("--benchmark", help=_BENCHMARK)] = False,
) -> int:
    """Write the sample dataset that ships with the program to DIR."""
    if labels and benchmark:
        raise DatasetError("--labels and --benchmark stand for different pictures; leave one out")
    count = write_benchmark(folder) if benchmark else write_sample_dataset(folder, labels=labels)
    say(counted(count, "wrote 1 picture to {1}", "wrote {0} pictures to {1}", printable(str(folder))))
    return 0
