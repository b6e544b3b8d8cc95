"""Says what keeps pictures from being put together in a batch."""

from __future__ import annotations


def check_alike(first: tuple[int, ...], other: tuple[int, ...]) -> None:
    """Accept two pictures for one batch.

    Args:
        first: The shape of one, ``(H, W, C)``.
        other: The shape of the other.

    Raises:
        ValueError: They differ in size or in the number of channels.
    """
    if first == other:
        return
    remedy = "let OnlineDataset make all pictures rgb=True"
    if first[:2] != other[:2]:
        remedy = "end the pipeline with a resize, or give OnlineDataset a size"
    raise ValueError(f"pictures of {first} and {other} cannot be put together: {remedy}")
