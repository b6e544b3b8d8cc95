"""Writing all copies of a dataset: planned, rendered by a pure function, resumable."""

from __future__ import annotations

from augstudio.export.apart import run_export_apart
from augstudio.export.control import Limits
from augstudio.export.engine import run_export
from augstudio.export.options import ExportOptions
from augstudio.export.plan import ExportJob, PlannedFile, Task, plan
from augstudio.export.preflight import Preflight, preflight
from augstudio.export.progress import Progress, Report

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
