"""Resampling through matrices and maps, with padding."""
