"""Arguments that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from augstudio.core.seeds import MAX_SEED

PipelineFile = Annotated[
    Path | None, typer.Option("--pipeline", help="Pipeline file; without it, a sensible default.")
]
DatasetPlace = Annotated[
    str,
    typer.Argument(metavar="DATASET", help="Folder of a dataset, or its address in an object store."),
]
ExportFolder = Annotated[Path, typer.Argument(metavar="OUT", help="Folder of a finished export.")]
ExportPlace = Annotated[
    str,
    typer.Argument(metavar="OUT", help="Folder of a finished export, or its address in an object store."),
]
Seed = Annotated[int, typer.Option(min=-MAX_SEED, max=MAX_SEED, help="Seed of all draws.")]
