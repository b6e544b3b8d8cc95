"""Fixtures for tests of the window."""

from tests.windows import dataset, no_leaks, open_window, state, window

__all__ = ["dataset", "no_leaks", "open_window", "state", "window"]
