"""Finished exports: opened, checked, made again, as a table."""
