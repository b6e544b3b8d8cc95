"""Measurements, outside the test command: ``python -m tests.benchmarks.preview`` and ``….export``."""
