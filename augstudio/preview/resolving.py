"""What happens to a picture in a pane: drawn anew, or as an export recorded it; and its whole result."""

from __future__ import annotations

from collections.abc import Collection

from augstudio.core.image import Image, Size
from augstudio.datasets.base import Sample
from augstudio.errors import ImageError
from augstudio.export.reading.reader import RecordedDraws
from augstudio.kernels.sampling.pyramid import Pyramid
from augstudio.preview.comparison import Pane
from augstudio.preview.frame_making import ShownPicture
from augstudio.preview.requests import PreviewRequest
from augstudio.render.partners import Partners
from augstudio.render.pixels import render
from augstudio.render.resolve import Resolved, resolve, resolve_recorded
from augstudio.render.step_results import StepResults


def resolved_pane(
    pane: Pane,
    size: Size,
    sample: Sample,
    seed: int,
    recorded: RecordedDraws | None,
    classes: Collection[str],
    partners: Partners | None = None,
) -> Resolved:
    """What happens to a picture of this size and of these classes for a pane.

    An output's recorded draws are taken where they fit.

    Raises:
        AugStudioError: The picture would become too large, or the recorded draws are damaged.
    """
    if recorded is not None and recorded.fit(pane.pipeline, seed, pane.copy):
        return resolve_recorded(pane.pipeline, size, recorded.draws)
    key, copy = sample.origin, pane.copy
    return resolve(pane.pipeline, size, seed=seed, key=key, copy=copy, classes=classes, partners=partners)


def resolved_for(
    request: PreviewRequest, pane: Pane, picture: ShownPicture | ImageError
) -> Resolved | ImageError:
    """What happens in a pane; of several pictures, the reason where one has none.

    Args:
        request: What to show.
        pane: One of its panes.
        picture: The pane's picture, or why there is none.

    Raises:
        AugStudioError: The only picture would become too large, or cannot be mixed.
    """
    if isinstance(picture, ImageError):
        return picture
    # What is recorded is of the request's own picture.
    recorded = request.recorded if pane.sample is None else None
    given = picture.sample, request.seed, recorded, picture.classes, picture.partners
    try:
        return resolved_pane(pane, picture.size, *given)
    except ImageError as error:
        if not request.shows_several:
            raise
        return error


def exported(
    pyramid: Pyramid,
    pane: Pane,
    resolved: Resolved,
    results: StepResults | None = None,
    partners: Partners | None = None,
) -> Image:
    """The whole result of a pane, with every pixel that an export writes; not to be written into.

    Raises:
        PipelineError: A file that a step uses cannot be used, or recorded draws are damaged.
    """
    if not pane.copy:
        return pyramid.image
    return render(pyramid, resolved, results=results, partners=partners, shared=True)
