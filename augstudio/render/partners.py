"""Where the pictures come from that steps mix into others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from augstudio.core.cached import cached_property
from augstudio.core.image import Image, pixels_digest, size_of
from augstudio.core.labels import Categories, Labels
from augstudio.core.mixing import InstanceDraw, PartnerDraw
from augstudio.core.randomness import Digests, key_digests, partner_places
from augstudio.kernels.sampling.pyramid import Pyramid


class Partners(Protocol):
    """The other pictures of one picture's dataset and split."""

    @property
    def categories(self) -> Categories | None:
        """The classes of their labels; None where the dataset has no labels."""

    def chosen(self, seed: int, key: str, copy: int, step_id: int, count: int) -> tuple[PartnerDraw, ...]:
        """Those that one step mixes into one copy of a sample.

        Args:
            seed: The user's seed.
            key: The sample's key.
            copy: Number of the copy.
            step_id: The step's id.
            count: How many are wanted.

        Returns:
            So many; where there are not so many others, some several times; none where there is no other.

        Raises:
            ImageError: One cannot be read; the text names it.
        """

    def picture(self, partner: PartnerDraw) -> Pyramid:
        """The pixels of one.

        Raises:
            ImageError: It cannot be read, or is not what it was when it was chosen; the text names it.
        """

    def labels(self, partner: PartnerDraw) -> Labels | None:
        """The labels of one; None where it is not labelled.

        Raises:
            DatasetError: They cannot be used; the text names the picture.
        """

    def instances(self, partner: PartnerDraw, classes: tuple[str, ...]) -> tuple[InstanceDraw, ...]:
        """The objects of one that can be cut out.

        Args:
            partner: The picture.
            classes: Names of the classes of the objects that are wanted; none for all.

        Raises:
            DatasetError: As for :meth:`labels`.
        """


def repeated(places: tuple[int, ...], count: int) -> tuple[int, ...]:
    """So many of some places, from the first one again where there are too few; none of none."""
    return tuple(places[number % len(places)] for number in range(count)) if places else ()


class GivenPartners:
    """Pictures that are in memory."""

    def __init__(
        self, pictures: Mapping[str, tuple[Image, Labels | None]], categories: Categories | None = None
    ) -> None:
        """Take pictures by their keys, each ``(H, W, C)`` uint8 with its labels, if any.

        Args:
            pictures: The pictures.
            categories: The classes of their labels; where none are given, they have no names.
        """
        self._pictures = pictures
        self._categories = categories
        self._keys = tuple(pictures)

    @cached_property
    def _digests(self) -> Digests:
        return key_digests(self._keys)

    @property
    def categories(self) -> Categories | None:
        """See :attr:`Partners.categories`."""
        if self._categories is None and any(labels is not None for _, labels in self._pictures.values()):
            return Categories()
        return self._categories

    def chosen(self, seed: int, key: str, copy: int, step_id: int, count: int) -> tuple[PartnerDraw, ...]:
        """See :meth:`Partners.chosen`; a partner is known by the digest of its pixels."""
        places = partner_places(seed, key, copy, step_id, self._digests, count)
        return tuple(self._drawn(self._keys[place]) for place in repeated(places, count))

    def picture(self, partner: PartnerDraw) -> Pyramid:
        """See :meth:`Partners.picture`."""
        return Pyramid(self._pictures[partner.key][0])

    def labels(self, partner: PartnerDraw) -> Labels | None:
        """See :meth:`Partners.labels`."""
        return self._pictures[partner.key][1]

    def instances(self, partner: PartnerDraw, classes: tuple[str, ...]) -> tuple[InstanceDraw, ...]:
        """See :meth:`Partners.instances`."""
        from augstudio.render.labelling.pasteable import pasteable, positions_of

        wanted = positions_of(classes, self.categories)
        return pasteable(self.labels(partner) or Labels(), partner.size, wanted)

    def _drawn(self, key: str) -> PartnerDraw:
        image = self._pictures[key][0]
        width, height = size_of(image)
        return PartnerDraw(key=key, sha256=pixels_digest(image), width=width, height=height)
