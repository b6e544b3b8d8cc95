"""What is said of whole pictures that are put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from augstudio.core.labels import Tags
from augstudio.core.mixing import Composition

# Shares are told to so many digits.
_DIGITS: Final = 6


def mixed_tags(own: Tags | None, layers: Sequence[Tags | None], composition: Composition) -> Tags | None:
    """The tags of a mixed picture: each class with the share of the picture that its pictures have.

    A class of several of the pictures has the sum of their shares; objects that are pasted have none. Numbers
    are means, weighed in the same way, of those that all pictures have. All else is the picture's own.

    Args:
        own: Tags of the picture that enters the step; None where its format has none, and so the result.
        layers: Those of the layers' pictures.
        composition: How the pictures are put together.
    """
    if own is None:
        return None
    shares = shares_of(composition)
    pictures = [own, *layers] if composition.on_picture else list(layers)
    weights: dict[int, float] = {}
    for tags, share in zip(pictures, shares, strict=True):
        for position, weight in () if tags is None else tags.weights:
            weights[position] = weights.get(position, 0.0) + share * weight
    kept = tuple((position, round(weight, _DIGITS)) for position, weight in sorted(weights.items()))
    return Tags(
        tuple(pair for pair in kept if pair[1] > 0), _mean_numbers(own, pictures, shares), own.attributes
    )


def shares_of(composition: Composition) -> list[float]:
    """How much of the result each picture makes up: the one beneath the layers, if any, then the layers."""
    whole = composition.size[0] * composition.size[1]
    shares = [
        layer.weight * layer.area / whole if layer.instance is None else 0.0 for layer in composition.layers
    ]
    return [1.0 - sum(shares), *shares] if composition.on_picture else shares


def _mean_numbers(
    own: Tags, pictures: Sequence[Tags | None], shares: Sequence[float]
) -> tuple[tuple[str, float], ...]:
    known = [{} if tags is None else dict(tags.numbers) for tags in pictures]
    return tuple(
        (name, round(sum(each[name] * share for each, share in zip(known, shares, strict=True)), _DIGITS))
        for name, _ in own.numbers
        if all(name in each for each in known)
    )
