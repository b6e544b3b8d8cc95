"""Tests of AugStudio; ``python -m tests`` runs them with every other check."""
