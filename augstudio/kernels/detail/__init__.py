"""Loss and gain of detail; alpha stays as it is."""
