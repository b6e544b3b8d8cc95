"""Rectangles of whole pixels."""

from __future__ import annotations

from typing import NamedTuple

from augstudio.core.image import Size


class Region(NamedTuple):
    """A rectangle of whole pixels."""

    left: int
    top: int
    width: int
    height: int

    @classmethod
    def whole(cls, size: Size) -> Region:
        """All of a picture of this width and height."""
        return cls(0, 0, *size)

    @classmethod
    def between(cls, left: int, top: int, right: int, bottom: int) -> Region:
        """What lies before a column ``right`` and a row ``bottom``."""
        return cls(left, top, right - left, bottom - top)

    @property
    def right(self) -> int:
        """The first column beyond it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first row beyond it."""
        return self.top + self.height

    def grown(self, margin: int) -> Region:
        """The region with a margin on all four sides."""
        return Region(
            self.left - margin, self.top - margin, self.width + 2 * margin, self.height + 2 * margin
        )

    def aligned(self, grid: int) -> Region:
        """The smallest region around it whose edges lie on multiples of ``grid``."""
        left, top = self.left // grid * grid, self.top // grid * grid
        right, bottom = -(-self.right // grid) * grid, -(-self.bottom // grid) * grid
        return Region(left, top, right - left, bottom - top)

    def within(self, size: Size) -> Region:
        """The part of it that lies in a picture of this width and height."""
        left, top = max(0, self.left), max(0, self.top)
        return Region(left, top, min(self.right, size[0]) - left, min(self.bottom, size[1]) - top)

    def seen_from(self, other: Region) -> Region:
        """The same pixels, counted from the first pixel of another region."""
        return Region(self.left - other.left, self.top - other.top, self.width, self.height)
