"""How unlikely a count is.

All random numbers in the tests come from fixed seeds, so a test's outcome never changes; the bounds say how
surprising it would be if the claim were true: beyond 4 standard deviations, about one case in 16,000.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

SURPRISING = 4.0
"""Standard deviations that a true claim stays within."""


def chi_square_score(observed: npt.NDArray[Any], expected: npt.NDArray[Any], least: float = 20) -> float:
    """Standard score of Pearson's chi-square (Wilson and Hilferty's approximation).

    Classes with fewer than ``least`` expected counts are merged into one. Large means that the counts do not
    fit, very negative that they fit too well to be random.
    """
    rare = expected < least
    counts = np.append(observed[~rare], observed[rare].sum()).astype(np.float64)
    wanted = np.append(expected[~rare], expected[rare].sum())
    kept = wanted >= 5
    freedom = int(kept.sum()) - 1
    statistic = float((((counts - wanted) ** 2) / np.where(kept, wanted, 1))[kept].sum())
    spread = 2 / (9 * freedom)
    return float(((statistic / freedom) ** (1 / 3) - (1 - spread)) / math.sqrt(spread))


def share_score(hits: int, trials: int, share: float) -> float:
    """Standard score of a binomial count."""
    return (hits - trials * share) / math.sqrt(trials * share * (1 - share))


def correlation_score(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> float:
    """Standard score of the correlation of two fields of independent values."""
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1]) * math.sqrt(one.size)
