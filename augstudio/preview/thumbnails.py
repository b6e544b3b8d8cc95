"""What thumbnails of pipelines are made of, as requests that the renderer takes."""

from __future__ import annotations

from dataclasses import dataclass

from augstudio.core.padding import Padding
from augstudio.core.parameters import parameters_of
from augstudio.core.transform import Transform
from augstudio.datasets.base import Sample
from augstudio.pipelines import Pipeline
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.comparison import Pane, demonstrated
from augstudio.preview.labelling import LabelledPictures
from augstudio.preview.partners import ShownDataset
from augstudio.preview.requests import WHOLE, PreviewRequest


@dataclass(frozen=True)
class ThumbnailSource:
    """What thumbnails are made of.

    Attributes:
        dataset: Where the sample is read from.
        sample: The picture on show.
        seed: The user's seed.
        copy: The copy on show.
        side: Longest side in pixels of the picture that pipelines are applied to.
        labelled: Where the picture's labels are read from, to which steps may be limited; None where it has
            none.
    """

    dataset: ShownDataset
    sample: Sample
    seed: int
    copy: int
    side: int
    labelled: LabelledPictures | None = None

    def request(self, name: str, pipeline: Pipeline, serial: int) -> PreviewRequest:
        """What one pipeline does to the picture, as exact as it is small.

        Args:
            name: Caption of the only pane.
            pipeline: What is shown.
            serial: Those that are wanted together have the same; higher ones replace all before them.
        """
        return PreviewRequest(
            dataset=self.dataset,
            sample=self.sample,
            seed=self.seed,
            arrangement=Arrangement.in_columns((Pane(name, pipeline, self.copy),), 1),
            pane_size=WHOLE,
            zoom=1.0,
            exact=True,
            serial=serial,
            thumbnail=self.side,
            labelled=self.labelled,
        )


def demonstration(transform: type[Transform], padding: Padding) -> Pipeline:
    """A pipeline of one step that shows what a transform does with its defaults.

    Every range is fixed at the end that changes more: the one farther from the value that changes nothing.
    """
    chosen = demonstrated(transform)
    for parameter in parameters_of(transform):
        if parameter.is_range:
            neutral = (transform.NEUTRAL or {}).get(parameter.name, (0.0, 0.0))[0]
            low, high = parameter.default
            end = low if abs(low - neutral) > abs(high - neutral) else high
            chosen = chosen.model_copy(update={parameter.name: parameter.fixed_at(end)})
    return Pipeline.of((chosen,), padding)
