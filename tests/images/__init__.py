"""Tests of reading and writing picture files."""
