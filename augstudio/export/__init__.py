"""Writing all copies of a dataset: planned, rendered by a pure function, resumable.

What this package offers is imported when it is first used, so that a worker imports no more than its part.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from augstudio.export.control import Control, Limits
    from augstudio.export.engine import Assignment, Engine, Result, run_assignment, skip_assignment
    from augstudio.export.engines.cluster import Cluster
    from augstudio.export.engines.subprocess import run_export_in_subprocess
    from augstudio.export.estimate import Estimate, estimate_export
    from augstudio.export.job import ExportJob
    from augstudio.export.options import ExportOptions
    from augstudio.export.planning import plan
    from augstudio.export.progress import Progress, Report
    from augstudio.export.rendering import TaskContext
    from augstudio.export.run import run_export
    from augstudio.export.run_options import RunOptions
    from augstudio.export.tasks import PlannedOutput, Task

_HOMES: Final = {
    "Assignment": "engine",
    "Cluster": "engines.cluster",
    "Control": "control",
    "Engine": "engine",
    "Estimate": "estimate",
    "ExportJob": "job",
    "ExportOptions": "options",
    "Limits": "control",
    "PlannedOutput": "tasks",
    "Progress": "progress",
    "Report": "progress",
    "Result": "engine",
    "RunOptions": "run_options",
    "Task": "tasks",
    "TaskContext": "rendering",
    "estimate_export": "estimate",
    "plan": "planning",
    "run_assignment": "engine",
    "run_export": "run",
    "run_export_in_subprocess": "engines.subprocess",
    "skip_assignment": "engine",
}

__all__ = [
    "Assignment",
    "Cluster",
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


def __getattr__(name: str) -> Any:
    """Import a name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """All names, also those not used yet."""
    return sorted({*globals(), *__all__})
