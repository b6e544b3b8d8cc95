"""Fair timing of several ways of doing the same thing."""

from __future__ import annotations

import importlib
import os
import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

Way = Callable[[], object]


def measured(
    ways: Mapping[str, Way], rounds: int, *, repeats: int = 1, between: Way = lambda: None
) -> dict[str, float]:
    """Median milliseconds of processor time of each way; they take turns, so all meet the same machine.

    Args:
        ways: What is measured, by its name.
        rounds: How often each has its turn.
        repeats: How often each is done in a turn.
        between: What is done after each turn and not counted, such as removing what was written.
    """
    times: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way()
        between()
    for _ in range(rounds):
        for name, way in ways.items():
            begun = time.process_time()
            for _ in range(repeats):
                way()
            times[name].append((time.process_time() - begun) * 1000 / repeats)
            between()
    return {name: statistics.median(values) for name, values in times.items()}


def print_table(title: str, times: Mapping[str, float], base: str, unit: str = "ms") -> None:
    """The times, and each as a multiple of the time of ``base``."""
    print(f"\n{title:<46}{unit:>10}{'x ' + base[:24]:>28}")
    for name, value in times.items():
        print(f"  {name:<44}{value:>10.4g}{value / times[base]:>28.2f}")


def optional(name: str) -> Any:
    """A module, or None with a note where it is not installed."""
    os.environ.setdefault("NO_ALBUMENTATIONS_UPDATE", "1")
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"{name} is not installed: its rows are left out")
        return None
