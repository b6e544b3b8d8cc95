"""The few figures that rules judge by."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array, Int32Array

_Z: Final = 1.959964  # of a normal distribution, 95 % lie nearer to its mean than so many deviations


def surely_above(hits: int, count: int) -> float:
    """The lower end of the 95 % interval of a share (Wilson, 1927), 0..1.

    Args:
        hits: How often it was so.
        count: How often it was looked at; 0 gives 0.
    """
    if not count:
        return 0.0
    share = hits / count
    middle = share + _Z * _Z / (2 * count)
    reach = _Z * math.sqrt(share * (1 - share) / count + _Z * _Z / (4 * count * count))
    return (middle - reach) / (1 + _Z * _Z / count)


def told_apart(originals: Float64Array, changed: Float64Array) -> int:
    """How many pictures can be told from their changed versions by what the *other* pictures look like.

    Each picture is held against the mean difference between originals and changed versions of all others: it
    is told where the original lies further along it.

    Args:
        originals: ``(n, d)`` descriptions.
        changed: ``(n, d)`` descriptions of the same pictures, changed.

    Returns:
        0..n; n / 2 would be chance.
    """
    apart = originals - changed
    others = (apart.sum(axis=0) - apart) / max(1, len(apart) - 1)
    return int(((others * apart).sum(axis=1) > 0).sum())


def nearest_classes(
    known: Float64Array, classes: Int32Array, asked: Float64Array, own: Int32Array | None = None
) -> Int32Array:
    """The class whose mean is nearest to each description.

    Args:
        known: ``(n, d)`` descriptions of which the classes are known.
        classes: ``(n,)`` their classes, 0..k-1, each of at least two.
        asked: ``(m, d)`` descriptions.
        own: ``(m,)`` positions in ``known`` of the picture that each comes from, which is left out of the
            mean of its class; None where they come from no others.

    Returns:
        ``(m,)`` classes.
    """
    count = int(classes.max()) + 1
    sums = np.zeros((count, known.shape[1]))
    np.add.at(sums, classes, known)
    members = np.bincount(classes, minlength=count).astype(np.float64)
    means = sums / members[:, np.newaxis]
    distances = ((asked[:, np.newaxis, :] - means[np.newaxis]) ** 2).sum(axis=2)
    if own is not None:
        mine = classes[own]
        without = (sums[mine] - known[own]) / (members[mine] - 1)[:, np.newaxis]
        distances[np.arange(len(asked)), mine] = ((asked - without) ** 2).sum(axis=1)
    return np.asarray(distances.argmin(axis=1), np.int32)


def normalised(values: Float64Array) -> Float64Array:
    """Descriptions ``(n, d)`` with mean 0 and deviation 1 each; plain ones are 0."""
    centred = values - values.mean(axis=1, keepdims=True)
    spread = centred.std(axis=1, keepdims=True)
    return np.asarray(centred / np.where(spread > 1e-9, spread, 1.0))


def two_tones(values: Float64Array) -> float:
    """How much of the variance of brightness lies between two tones, 0..1 (Otsu, 1979).

    Ink on paper comes near 1, photographs lie below 0.8.

    Args:
        values: Brightness, 0..255, in any shape.
    """
    counts = np.bincount(values.astype(np.int64).ravel(), minlength=256).astype(np.float64)
    levels = np.arange(256.0)
    total, below = float(counts.sum()), counts.cumsum()
    first, whole = (counts * levels).cumsum(), float((counts * levels).sum())
    variance = float((counts * (levels - whole / total) ** 2).sum() / total)
    if variance < 1e-9:
        return 0.0
    inside = (below > 0) & (below < total)
    share = below[inside] / total
    gap = first[inside] / below[inside] - (whole - first[inside]) / (total - below[inside])
    return float((share * (1 - share) * gap * gap).max()) / variance
