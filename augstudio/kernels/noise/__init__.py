"""Noise of every kind, from integer tables."""
