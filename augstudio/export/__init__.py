"""Writing all copies of a dataset: planned, rendered by a pure function, resumable."""

from __future__ import annotations

from augstudio.export.control import Control, Limits
from augstudio.export.engine import Assignment, Engine, Result, run_assignment, skip_assignment
from augstudio.export.engines.subprocess import run_export_in_subprocess
from augstudio.export.estimate import Estimate, estimate_export
from augstudio.export.job import ExportJob
from augstudio.export.options import ExportOptions
from augstudio.export.plan import plan
from augstudio.export.progress import Progress, Report
from augstudio.export.rendering import TaskContext
from augstudio.export.run import run_export
from augstudio.export.run_options import RunOptions
from augstudio.export.tasks import PlannedOutput, Task

__all__ = [
    "Assignment",
    "Control",
    "Engine",
    "Estimate",
    "ExportJob",
    "ExportOptions",
    "Limits",
    "PlannedOutput",
    "Progress",
    "Report",
    "Result",
    "RunOptions",
    "Task",
    "TaskContext",
    "estimate_export",
    "plan",
    "run_assignment",
    "run_export",
    "run_export_in_subprocess",
    "skip_assignment",
]
