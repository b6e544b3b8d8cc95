"""Tests of reading and writing datasets."""
