"""What a user's seed may be."""

from __future__ import annotations

from typing import Final

MAX_SEED: Final = 2**53 - 1
"""A user's seed lies between this and its negative where it is kept in files: JSON readers keep it whole."""
