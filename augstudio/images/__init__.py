"""Picture files in and out: bytes to pixels and back, and what the files say of themselves."""
