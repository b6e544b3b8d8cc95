"""Leaves out class maps that a format cannot hold before steps have to move them, and remembers that."""

from __future__ import annotations

from dataclasses import dataclass, replace

from augstudio.core.labels import Categories, Labels
from augstudio.core.mixing import InstanceDraw, PartnerDraw
from augstudio.datasets.label_writing import LabelWriter, Loss
from augstudio.kernels.sampling.pyramid import Pyramid
from augstudio.render.partners import Partners


def has_lost_map(writer: LabelWriter, labels: Labels | None) -> bool:
    """Whether labels have a class map that the format cannot hold."""
    if labels is None or labels.semantic is None:
        return False
    return writer.losses(Labels(semantic=labels.semantic))[Loss.CLASS_MAPS] > 0


def without_lost_map(writer: LabelWriter, labels: Labels | None) -> Labels | None:
    """Labels without the class map that the format cannot hold.

    Nothing that is written depends on it, and steps that cannot mix class maps would refuse the picture.
    """
    if labels is None or not has_lost_map(writer, labels):
        return labels
    return replace(labels, semantic=None)


@dataclass
class HeldPartners:
    """Pictures that are mixed in, with what the format can hold of their labels.

    Attributes:
        partners: What gives them.
        writer: The format.
        lost_map: Whether a class map has been left out so far.
    """

    partners: Partners
    writer: LabelWriter
    lost_map: bool = False

    @property
    def categories(self) -> Categories | None:
        """See :attr:`~augstudio.render.partners.Partners.categories`."""
        return self.partners.categories

    def chosen(self, seed: int, key: str, copy: int, step_id: int, count: int) -> tuple[PartnerDraw, ...]:
        """See :meth:`~augstudio.render.partners.Partners.chosen`."""
        return self.partners.chosen(seed, key, copy, step_id, count)

    def picture(self, partner: PartnerDraw) -> Pyramid:
        """See :meth:`~augstudio.render.partners.Partners.picture`."""
        return self.partners.picture(partner)

    def labels(self, partner: PartnerDraw) -> Labels | None:
        """See :meth:`~augstudio.render.partners.Partners.labels`."""
        labels = self.partners.labels(partner)
        self.lost_map |= has_lost_map(self.writer, labels)
        return without_lost_map(self.writer, labels)

    def instances(self, partner: PartnerDraw, classes: tuple[str, ...]) -> tuple[InstanceDraw, ...]:
        """See :meth:`~augstudio.render.partners.Partners.instances`."""
        return self.partners.instances(partner, classes)
