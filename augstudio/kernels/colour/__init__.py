"""Colours and tones; alpha stays as it is."""
