"""Exporting from the window: options, progress beside the work, and a report."""
