"""What of a dataset's labels another format could not hold, counted before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Labels
from augstudio.datasets.base import Dataset, Sample, Skipped
from augstudio.datasets.label_writing import Losses, loss_texts, losses_of
from augstudio.errors import ExportError, Message
from augstudio.export.labels.labelling import Labelling
from augstudio.export.sample_classes import labels_of


def counted_losses(
    dataset: Dataset,
    samples: Iterable[Sample | Skipped],
    labelling: Labelling | None,
    cancelled: Callable[[], bool],
    look: Callable[[Labels], None] = lambda labels: None,
) -> Losses | None:
    """What the format that is written cannot hold of the labels as they are; None if cancelled.

    Nothing is read where the format stays. What cannot be used counts for nothing, as it is left out.

    Args:
        dataset: The dataset.
        samples: Its samples.
        labelling: How labels are written; None where there are none.
        cancelled: Asked at each sample.
        look: Called with the labels of each sample that has some.
    """
    losses = Losses()
    if labelling is None or labelling.keeps_format:
        return losses
    for sample in samples:
        if cancelled():
            return None
        if isinstance(sample, Sample):
            labels = labels_of(dataset, sample)
            losses += losses_of(labelling.writer, labels)
            if labels is not None:
                look(labels)
    return losses


def check_policy(labelling: Labelling | None, policy: LabelPolicy) -> None:
    """Refuse a policy for labels that a format cannot be written with.

    Raises:
        ExportError: The text says what to choose instead.
    """
    refusal = None if labelling is None else labelling.writer.refusal(policy)
    if refusal is not None:
        raise ExportError(refusal)


def check_accepted(losses: Losses, format_name: str) -> None:
    """Refuse to lose labels that nobody said may be lost.

    Raises:
        ExportError: Some would be; the text counts them.
    """
    if losses.total():
        raise ExportError(
            "{0} cannot hold all labels of this dataset ({1}); choose another format, or accept the loss: "
            "--accept-loss exports the rest",
            format_name,
            Message("{0}", "; ".join(loss_texts(losses))),
        )
