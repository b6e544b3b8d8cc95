"""Everything that knows a dataset's format on disk."""
