"""Recognises YOLO datasets by names; what describes one is read only where there is one."""

from __future__ import annotations

from augstudio.datasets.base import Likelihood
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.yolo.places import DESCRIPTIONS, class_list


def sniff(candidate: Candidate, task: str) -> Likelihood:
    """Whether a path is a YOLO dataset whose rows hold what a task says, or the file that describes one."""
    is_description = candidate.suffix in DESCRIPTIONS
    if not is_description and not candidate.files(*DESCRIPTIONS) and candidate.once(class_list) is None:
        return Likelihood.NO
    from augstudio.datasets.yolo.dataset import task_at

    return Likelihood.CERTAIN if candidate.once(task_at) == task else Likelihood.NO
