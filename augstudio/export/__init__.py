"""Writing all copies of a dataset: planned, rendered by a pure function, resumable."""

from __future__ import annotations

from augstudio.export.control import Limits
from augstudio.export.engines.subprocess import run_export_apart
from augstudio.export.estimate import Estimate, estimate_export
from augstudio.export.job import ExportJob
from augstudio.export.options import ExportOptions
from augstudio.export.plan import plan
from augstudio.export.progress import Progress, Report
from augstudio.export.run import run_export
from augstudio.export.tasks import PlannedFile, Task

__all__ = [
    "Estimate",
    "ExportJob",
    "ExportOptions",
    "Limits",
    "PlannedFile",
    "Progress",
    "Report",
    "Task",
    "estimate_export",
    "plan",
    "run_export",
    "run_export_apart",
]
