"""Tests of requests, rendering and comparisons, without a window."""
