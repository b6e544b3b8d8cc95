"""Tests of the array functions."""
