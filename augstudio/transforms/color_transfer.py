"""The colours of another picture."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw, Index, check_index
from augstudio.core.image import Image, Size, is_grey
from augstudio.core.parameters import Choice, Files, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.reference import Reference
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.images.suffixes import ALL_SUFFIXES
from augstudio.kernels.alpha.counting import colour_counts, nothing_visible
from augstudio.kernels.colour import cube, fourier, palette
from augstudio.kernels.colour.distribution import Colours, distribution_change
from augstudio.kernels.colour.lab import reinhard_change
from augstudio.kernels.colour.pixelwise import as_grey, look_up
from augstudio.transforms.reference_images import reference_picture, reference_with_alpha

BOATING: Final = Reference(
    "shipped:gallery/boating.jpg", "abbe016205feabecafc4d6f2d97f6547e57c374805d073d0a7a924c8081f7a2f"
)
"""The picture of the gallery that steps begin with."""


_STRENGTH: Final = Slider(
    0, 1, step=0.01, unit="%", shown_as=100, help="How far to go; 0 leaves the picture."
)


class ColorTransferDraw(Draw):
    """The strength and one of the pictures."""

    strength: Annotated[float, _STRENGTH.drawn]
    reference: Index


class ColorTransfer(Pixel[ColorTransferDraw]):
    """Give the picture the colours of another one; the shapes stay.

    Colours are measured in the whole picture, reduced to 256 pixels, but histograms in all of it. A grey
    picture gets the other one's brightness, by mean and spread, by the histogram or by the slowest waves.
    """

    NAME = "color_transfer"
    TITLE = "Colour transfer"
    FACTOR = "any"
    GROUP = "Style"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"strength_range": (0, 0)}

    references: Annotated[
        tuple[Reference, ...],
        Files(
            ALL_SUFFIXES,
            shipped="gallery",
            label="Pictures",
            help="Whose colours to take; of several one is drawn for each copy.",
        ),
    ] = (BOATING,)
    method: Annotated[
        str,
        Choice(
            {
                "monge_kantorovich": "Monge-Kantorovich",
                "reinhard": "Reinhard",
                "distribution": "Distribution",
                "histogram": "Histogram",
                "fourier": "Fourier",
            },
            help="How: mean and all spreads (the first), mean and spread in Lab, the whole distribution of "
            "colours, the histogram of each colour, or only the slowest waves of light and colour.",
        ),
    ] = "monge_kantorovich"
    strength_range: Annotated[Range, _STRENGTH] = Range(0.5, 1)
    beta: Annotated[
        float,
        Slider(
            0,
            0.01,
            step=0.001,
            unit="%",
            shown_as=100,
            label="Waves",
            help="For Fourier: up to which share of all frequencies; 0 takes the mean colour alone.",
        ),
    ] = 0.01

    def prepare(self) -> None:
        """Read the pictures.

        Raises:
            PipelineError: One of them cannot be used.
        """
        for reference in self.references:
            reference_picture(reference)

    def draw(self, stream: Stream, size: Size) -> ColorTransferDraw:
        """Draw the strength and one of the pictures."""
        strength = stream.uniform(*self.strength_range)
        return ColorTransferDraw(strength=strength, reference=stream.index(max(1, len(self.references))))

    def parse_draw(self, values: Any) -> ColorTransferDraw:
        """As everywhere; one of the pictures must be meant."""
        draw = super().parse_draw(values)
        check_index("reference", draw.reference, max(1, len(self.references)))
        return draw

    def apply(self, image: Image, draw: ColorTransferDraw, view: View) -> Image:
        """Measure both pictures, then move the colours."""
        strength = draw.strength
        if not self.references or not strength or nothing_visible(image):
            return image.copy()
        reference = self.references[draw.reference]
        if self.method == "histogram" or (self.method == "distribution" and is_grey(image)):
            wanted = colour_counts(_reference(reference, image))
            return palette.matched(image, wanted, strength)
        if self.method == "fourier":
            frequencies = fourier.reach(_full_size(image, view), self.beta)
            return fourier.adapted(image, _reference(reference, image), frequencies, strength)
        if is_grey(image):
            curve = palette.stretched_levels(palette.sampled(image), _grey_colours(reference), strength)
            return look_up(image, curve)
        return _recoloured(image, _colours(reference), self.method, strength)

    def needs(self, part: Region, draw: ColorTransferDraw, view: View) -> Region:
        """The whole picture: all its colours count."""
        return view.frame


def _recoloured(image: Image, wanted: Colours, method: str, strength: float) -> Image:
    found = palette.sampled(image)
    if method == "monge_kantorovich":
        before, after = palette.moments(found), palette.moments(wanted)
        matrix = palette.monge_kantorovich(before, after)
        return palette.moved(image, matrix, before.mean, after.mean, strength)
    change = {"reinhard": reinhard_change, "distribution": distribution_change}[method](found, wanted)
    return cube.add(image, change, strength)


def _reference(reference: Reference, image: Image) -> Image:
    """The reference as a picture with as many colours."""
    picture = reference_with_alpha(reference)
    return as_grey(picture) if is_grey(image) else picture


@lru_cache(maxsize=32)
def _colours(reference: Reference) -> Colours:
    return palette.sampled(reference_with_alpha(reference))


@lru_cache(maxsize=32)
def _grey_colours(reference: Reference) -> Colours:
    return palette.sampled(as_grey(reference_with_alpha(reference)))


def _full_size(image: Image, view: View) -> Size:
    """Width and height of the exported picture."""
    width, height = view.size_for(image)
    return max(1, round(width / view.scale)), max(1, round(height / view.scale))
