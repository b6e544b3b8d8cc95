"""Values and pure functions: no Qt, no files, no image library."""
