"""Cutting many closed lines at once, each by a line of its own."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.cached import cached_property
from augstudio.core.polygon import chains_joined

Places: TypeAlias = npt.NDArray[np.intp]
Bits: TypeAlias = npt.NDArray[np.bool_]

# Fewer corners enclose nothing.
_LEAST: Final = 3


@dataclass(frozen=True)
class ManyRings:
    """Closed lines, each by itself.

    Attributes:
        columns: ``(2, N)`` columns and rows of all corners.
        bounds: ``(R + 1,)`` where each line begins in them, and the end.
    """

    columns: Float64Array
    bounds: Places

    def taken(self, rings: Places) -> ManyRings:
        """Some of them, in this order."""
        starts = self.bounds.take(rings)
        places, bounds = gathered(starts, self.bounds.take(rings + 1) - starts)
        return ManyRings(self.columns.take(places, axis=1), bounds)


def gathered(starts: Places, lengths: Places) -> tuple[Places, Places]:
    """The positions of parts of an array, one after the other; and where each begins then, and the end."""
    bounds = np.zeros(lengths.size + 1, np.intp)
    np.cumsum(lengths, out=bounds[1:])
    places = np.arange(bounds[-1])
    places += (starts - bounds[:-1]).repeat(lengths)
    return places, bounds


@dataclass(frozen=True)
class Borders:
    """Vertical or horizontal lines, one for each of many rings.

    Attributes:
        axis: ``(R,)`` 0 for a line of all points of one column, 1 for one of all points of one row.
        place: ``(R,)`` where it is.
        way: ``(R,)`` 1 keeps what lies after it, -1 what lies before.
    """

    axis: Places
    place: Float64Array
    way: Float64Array


@dataclass(frozen=True)
class CutRings:
    """What is left of rings.

    Attributes:
        rings: All that is left, and some that are not.
        firsts: ``(R,)`` which of them is the first one that is left of each ring,
        counts: ``(R,)`` and how many are.
    """

    rings: ManyRings
    firsts: Places
    counts: Places


def cut_each(rings: ManyRings, borders: Borders) -> CutRings:
    """What :func:`~augstudio.core.polygon.cut` makes of each ring, to the last bit.

    Args:
        rings: The rings.
        borders: By what each is cut.
    """
    crossing = _Crossing.of(rings, borders)
    chains, many = crossing.chains()
    made = chains.made(rings.columns)
    crossing.put(made, chains)
    firsts = np.zeros(many.size, np.intp)
    firsts[chains.owners[::-1]] = np.arange(chains.owners.size - 1, -1, -1)
    counts = np.zeros(many.size, np.intp)
    counts[chains.owners] = (chains.lengths >= _LEAST) | ~chains.cut
    left = CutRings(made, firsts, counts)
    return _with_parts(left, chains, borders, many) if (many > 1).any() else left


def _with_parts(left: CutRings, chains: _Chains, borders: Borders, many: Places) -> CutRings:
    """With chains of one ring put together to rings.

    Args:
        left: Each chain as a ring.
        chains: The chains.
        borders: What cut the rings.
        many: ``(R,)`` how many chains each ring gave.
    """
    made, firsts, counts = left.rings, left.firsts, left.counts
    ends = np.array((made.bounds[:-1], made.bounds[1:] - 1))
    along = made.columns[1 - borders.axis.take(chains.owners), ends].T.tolist()
    lengths, parted = chains.lengths.tolist(), (many > 1).nonzero()[0]
    members: list[int] = []
    sizes: list[int] = []
    for owner, first, count in zip(
        *(values.tolist() for values in (parted, firsts.take(parted), many.take(parted))), strict=True
    ):
        joined = chains_joined([*chain.from_iterable(along[first : first + count])])
        kept = [ring for ring in joined if sum(lengths[first + number] for number in ring) >= _LEAST]
        firsts[owner], counts[owner] = chains.owners.size + len(sizes), len(kept)
        members += [first + number for ring in kept for number in ring]
        sizes += map(len, kept)
    together = np.array(members, np.intp)
    places, bounds = gathered(made.bounds.take(together), chains.lengths.take(together))
    last = made.bounds[-1] + bounds.take(np.cumsum(sizes, dtype=np.intp))
    columns = np.concatenate((made.columns, made.columns.take(places, axis=1)), axis=1)
    return CutRings(ManyRings(columns, np.concatenate((made.bounds, last))), firsts, counts)


@dataclass(frozen=True)
class _Chains:
    """What is left of rings in pieces from one crossing of the border to the next, and rings that stay whole.

    Attributes:
        owners: ``(C,)`` which ring each is a part of, in the order of these.
        base: ``(C,)`` where the ring begins in the corners.
        counts: ``(C,)`` how many corners the ring has.
        first: ``(C,)`` the first corner that is kept, counted from the ring's first one.
        last: ``(C,)`` the last one.
        early: ``(C,)`` whether a crossing stands before them,
        late: ``(C,)`` and after them.
        cut: ``(C,)`` which are not whole rings.
    """

    owners: Places
    base: Places
    counts: Places
    first: Places
    last: Places
    early: Bits
    late: Bits
    cut: Bits

    @cached_property
    def lengths(self) -> Places:
        """``(C,)`` how many corners each has, with crossings."""
        kept = self.last - self.first
        kept += np.where(kept < 0, self.counts, 0) + 1
        lengths: Places = kept + self.early + self.late
        return lengths

    def made(self, columns: Float64Array) -> ManyRings:
        """The corners of each, with room for crossings."""
        lengths = self.lengths
        bounds = np.zeros(lengths.size + 1, np.intp)
        np.cumsum(lengths, out=bounds[1:])
        places = np.arange(bounds[-1]) + (self.first - self.early - bounds[:-1]).repeat(lengths)
        counts = self.counts.repeat(lengths)
        places -= np.where(places >= counts, counts, 0)
        places += self.base.repeat(lengths)
        return ManyRings(columns.take(places, axis=1, mode="clip"), bounds)


@dataclass(frozen=True)
class _Crossing:
    """Where rings lie beside their borders.

    Attributes:
        bounds: ``(R + 1,)`` where each ring begins in the corners, and the end.
        borders: The borders.
        own: ``(N,)`` the column or row of each corner that tells on which side it is.
        other: ``(N,)`` the other one.
        inside: ``(N,)`` which corners lie on the kept side.
    """

    bounds: Places
    borders: Borders
    own: Float64Array
    other: Float64Array
    inside: Bits

    @classmethod
    def of(cls, rings: ManyRings, borders: Borders) -> _Crossing:
        counts = np.diff(rings.bounds)
        down = borders.axis.astype(np.bool_).repeat(counts)
        x, y = rings.columns
        own, other = np.where(down, y, x), np.where(down, x, y)
        inside = (own - borders.place.repeat(counts)) * borders.way.repeat(counts) >= 0
        return cls(rings.bounds, borders, own, other, inside)

    def chains(self) -> tuple[_Chains, Places]:
        """What is left, in pieces; and ``(R,)`` of how many crossings on the way in there are."""
        firsts, counts = self.bounds[:-1], np.diff(self.bounds)
        entries, leavings = self._changes(firsts)
        owners = self.bounds.searchsorted(entries, side="right") - 1
        many = np.bincount(owners, minlength=counts.size)
        if owners.size and many.max() > 1:
            leavings = _each_next(entries, leavings, owners, many)
        whole = (self.inside.take(firsts) & (many == 0)).nonzero()[0]
        begin = entries + 1
        begin -= np.where(begin == self.bounds.take(owners + 1), counts.take(owners), 0)
        place = self.borders.place.take(owners)
        early, late = self.own.take(begin) != place, self.own.take(leavings) != place
        cut = np.ones(owners.size, np.bool_)
        if whole.size:
            no = np.zeros(whole.size, np.bool_)
            owners = np.concatenate((owners, whole))
            order = owners.argsort(kind="stable")
            owners = owners.take(order)
            begin = np.concatenate((begin, firsts.take(whole))).take(order)
            leavings = np.concatenate((leavings, self.bounds.take(whole + 1) - 1)).take(order)
            early, late, cut = (np.concatenate((bits, no)).take(order) for bits in (early, late, cut))
        base = firsts.take(owners)
        first, last = begin - base, leavings - base
        return _Chains(owners, base, counts.take(owners), first, last, early, late, cut), many

    def _changes(self, firsts: Places) -> tuple[Places, Places]:
        """The corners before edges that come in, and before those that go out."""
        inside = self.inside
        following = np.empty_like(inside)
        following[:-1] = inside[1:]
        following[self.bounds[1:] - 1] = inside.take(firsts)
        return (following & ~inside).nonzero()[0], (inside & ~following).nonzero()[0]

    def put(self, made: ManyRings, chains: _Chains) -> None:
        """Write where edges cross borders, from a kept corner to one that is not."""
        which = np.concatenate((chains.early, chains.late)).nonzero()[0]
        count = chains.owners.size
        outer = np.concatenate((chains.first - 1, chains.last + 1))
        base = np.tile(chains.base, 2)
        outer[:count] += np.where(outer[:count] < 0, chains.counts, 0)
        outer[count:] -= np.where(outer[count:] == chains.counts, chains.counts, 0)
        at = np.concatenate((made.bounds[:-1], made.bounds[1:] - 1)).take(which)
        inner = (np.concatenate((chains.first, chains.last)) + base).take(which)
        outer = (outer + base).take(which)
        rings = chains.owners.take(which % count)
        place, axis = self.borders.place.take(rings), self.borders.axis.take(rings)
        above, along = self.own.take(inner) - place, self.other.take(inner)
        below = self.own.take(outer) - place
        columns = made.columns
        columns[1 - axis, at] = along + above / (above - below) * (self.other.take(outer) - along)
        columns[axis, at] = place


def _each_next(entries: Places, leavings: Places, owners: Places, many: Places) -> Places:
    """For each corner before an edge that comes in the next one before an edge that goes out."""
    begins = (many.cumsum() - many).take(owners)
    rank = np.arange(entries.size) - begins
    goes_out_first = leavings.take(begins) < entries.take(begins)
    turned: Places = np.remainder(rank + goes_out_first.astype(np.intp), many.take(owners))
    return leavings.take(begins + turned)
