"""What a format would lose, in words."""

from __future__ import annotations

import re

from augstudio.datasets.label_reading import ImageInfo
from augstudio.datasets.label_writing import Loss, Losses, loss_texts


def test_every_loss_has_words_with_its_number_in_a_fixed_order() -> None:
    losses = Losses({kind: 1000 + number for number, kind in enumerate(reversed(Loss))})
    texts = loss_texts(losses)
    assert [int(re.sub(r"\D", "", text)) for text in texts] == [losses[kind] for kind in Loss]
    assert loss_texts(Losses({Loss.HOLES: 0, Loss.PARTS: 2})) == (
        "further parts of outlines that would become objects of their own: 2",
    )


def test_a_turned_picture_is_stored_the_other_way_round() -> None:
    assert [ImageInfo((40, 20), way).stored for way in range(1, 9)] == [(40, 20)] * 4 + [(20, 40)] * 4
