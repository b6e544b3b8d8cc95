"""The end of an evaluation's page: how it was measured, and what of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Final

from augstudio.core.text import printable
from augstudio.errors import Message
from augstudio.insights.evaluation import EvaluatedOn, Evaluation, LearnerName
from augstudio.insights.wording import Tell, arm_text

_LEARNERS: Final = {
    LearnerName.FILTERS: Message(
        "A simple learner was trained with the pictures alone and with their copies, on the same parts of "
        "the pictures: 256 fixed filters describe each at 32 x 32 pixels, and ridge regression tells classes "
        "apart, with the penalty that predicts pictures best which are left out together with all of their "
        "copies. Nothing was tuned by hand. Tested pictures were never augmented."
    ),
    LearnerName.EFFICIENTNET: Message(
        "A simple learner was trained with the pictures alone and with their copies, on the same parts of "
        "the pictures: the network EfficientNet-Lite0, which knows the photographs of ImageNet, describes "
        "each at 224 x 224 pixels, and ridge regression tells classes apart, with the penalty that predicts "
        "pictures best which are left out together with all of their copies. Nothing was tuned by hand. "
        "Tested pictures were never augmented."
    ),
    LearnerName.CNN: Message(
        "A small convolutional network was trained from scratch with the pictures alone and with their "
        "copies, on the same parts of the pictures at 32 x 32 pixels, each time with the same first weights "
        "and for as long. Nothing was tuned by hand. Tested pictures were never augmented."
    ),
}
_FOLDS: Final = Message(
    "As the dataset has no pictures for testing, parts of it were tested in turn, with classes in even "
    "shares. Such splits share pictures; the interval is the corrected one of Nadeau and Bengio (2003)."
)
_HALVES: Final = Message(
    "Each split trained with half of the pictures for training, halves in pairs, and was tested with all "
    "pictures for testing. The interval holds what varies with the pictures for training, by Wang and "
    "Lindsay (2014), and with those for testing."
)
_YOURS: Final = Message(
    "Your network is another learner: it may gain more or less. With 50 pictures of each class and no others "
    "for testing, intervals reach 5 to 8 points to each side, so “cannot tell” is the usual verdict and no "
    "fault of the pipeline."
)


def report_method(found: Evaluation, tell: Tell = str) -> Iterator[str]:
    """The sections as HTML; names are escaped.

    Args:
        found: What was found.
        tell: Puts what is written into the reader's language.
    """
    yield f"<h2>{escape(tell(Message('How this was measured')))}</h2>"
    tested = _FOLDS if found.evaluated_on is EvaluatedOn.FOLDS else _HALVES
    for text in (_LEARNERS[found.learner], tested, _YOURS):
        yield f"<p>{escape(tell(text))}</p>"
    checked = Message(
        "As a check, identical copies were trained with, too: they came out at {0} points, and must at 0.",
        f"{found.self_check:+.1f}" if found.self_check else "0",
    )
    yield f"<p>{escape(tell(checked))}</p>"
    versions = ", ".join(f"{name} {version}" for name, version in found.versions.items())
    origin = Message(
        "Seed {0}; dataset {1}, fingerprint {2}; {3}.",
        found.seed,
        printable(found.dataset),
        found.fingerprint,
        versions,
    )
    yield f"<h2>{escape(tell(Message('What it was made of')))}</h2>"
    yield f"<p>{escape(tell(origin))}</p>"
    for arm in found.arms:
        if arm.pipeline is not None:
            whole = json.dumps(arm.pipeline.to_dict(), ensure_ascii=False, indent=1)
            name = escape(tell(arm_text(arm.name)))
            yield f"<details><summary>{name}</summary><pre>{escape(whole)}</pre></details>"
