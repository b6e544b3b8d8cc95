"""Style transfer without a network."""
