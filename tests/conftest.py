"""What every test shares."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING

# The tests share their machine, on which the threads of OpenBLAS would wait for each other at full speed: a
# thumbnail of the step style_transfer took up to 90 s. numpy reads it when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import cv2
import pytest
from hypothesis import settings

from augstudio import processes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# The same examples on every run and machine: a test that fails once fails again.
settings.register_profile("augstudio", deadline=None, derandomize=True, max_examples=60, database=None)
settings.load_profile("augstudio")

# The tests share their machine; results do not depend on it (see kernels/test_machine.py).
cv2.setNumThreads(1)

# A shell's background ignores Ctrl+C, and so would every program that a test starts and interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)

_HANDLED = (signal.SIGINT, signal.SIGTERM)

WINDOW_FIXTURES = frozenset(("qtbot", "qapp"))
SLOW_FOLDERS = frozenset(("e2e", "faults"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let somebody watch."""
    parser.addoption("--headed", action="store_true", help="show the windows of the tests on this display")


def pytest_configure(config: pytest.Config) -> None:
    """Choose where windows are drawn, before anything starts Qt; programs that tests start do the same."""
    if not config.getoption("--headed"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a window and those that take long, so that they can be left out."""
    for item in items:
        if WINDOW_FIXTURES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("window")
        if SLOW_FOLDERS.intersection(item.path.parts):
            item.add_marker("slow")


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """What drives windows, with more patience than pytest-qt's own."""
    from tests.patience import PatientBot

    return PatientBot(request)


@pytest.fixture(autouse=True)
def process_as_before() -> Iterator[None]:
    """Give back what a test of the program's entry changes in this process, so that no order matters."""
    handlers = {number: signal.getsignal(number) for number in _HANDLED}
    runs = processes.runs_the_program()
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)
    if not runs:
        processes._program.clear()
