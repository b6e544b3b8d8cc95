"""Fixtures for tests of the window."""

from tests.windows import dataset, labelled, no_leaks, open_window, state, window

__all__ = ["dataset", "labelled", "no_leaks", "open_window", "state", "window"]
