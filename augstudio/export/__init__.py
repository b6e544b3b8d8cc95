"""Writing all copies of a dataset: planned, rendered by a pure function, resumable."""

from __future__ import annotations

from augstudio.export.control import Limits
from augstudio.export.engines.subprocess import run_export_apart
from augstudio.export.estimate import Preflight, preflight
from augstudio.export.job import ExportJob
from augstudio.export.options import ExportOptions
from augstudio.export.plan import plan
from augstudio.export.progress import Progress, Report
from augstudio.export.run import run_export
from augstudio.export.tasks import PlannedFile, Task

__all__ = [
    "ExportJob",
    "ExportOptions",
    "Limits",
    "PlannedFile",
    "Preflight",
    "Progress",
    "Report",
    "Task",
    "plan",
    "preflight",
    "run_export",
    "run_export_apart",
]
