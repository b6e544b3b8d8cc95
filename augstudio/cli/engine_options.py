"""Options that say what runs an export's tasks."""

from __future__ import annotations

from typing import Annotated

import typer

from augstudio.core.text import quoted
from augstudio.errors import ExportError
from augstudio.export import Engine

EngineName = Annotated[
    str,
    typer.Option(
        "--engine",
        metavar="NAME",
        help="What runs the tasks: pool, processes of this computer, or dask, the workers of a cluster.",
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="With --engine dask, its scheduler: tls://HOST:PORT with certificates by dask's own "
        "configuration, or tcp://127.0.0.1:PORT on this computer.",
    ),
]
Local = Annotated[
    int | None,
    typer.Option(
        min=1, metavar="N", help="With --engine dask, start a cluster of N workers on this computer instead."
    ),
]


def chosen_engine(name: str, scheduler: str | None, local: int | None, workers: int | None) -> Engine | None:
    """The engine that options name; None for the pool.

    Raises:
        ExportError: There is none of that name, or the options do not go together.
    """
    if name == "pool":
        if scheduler is not None or local is not None:
            option = "--local" if scheduler is None else "--scheduler"
            raise ExportError("{0}: only with --engine dask", option)
        return None
    if name != "dask":
        raise ExportError("--engine: must be pool or dask, got {0}", quoted(name))
    if workers is not None:
        raise ExportError(
            "--workers: with --engine dask they are those of the cluster; give --local N instead"
        )
    if (scheduler is None) == (local is None):
        raise ExportError("--engine: dask needs either --scheduler ADDRESS or --local N")
    from augstudio.export.engines.cluster import Cluster

    return Cluster(scheduler or "", local or 0)
