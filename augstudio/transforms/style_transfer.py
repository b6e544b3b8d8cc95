"""The brush strokes of another picture."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw, Index, NoiseSeed, check_index
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Choice, Files, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.reference import Reference
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.images.suffixes import ALL_SUFFIXES
from augstudio.kernels.style.sketch import Named
from augstudio.kernels.style.synthesis import Manner
from augstudio.kernels.style.transfer import Painting, style_sketch, styled
from augstudio.transforms.reference_images import reference_picture, reference_with_alpha

WHEAT_FIELD: Final = Reference(
    "shipped:gallery/wheat_field_with_cypresses.jpg",
    "e1d2c239399a92a858e5a0d26bf9f7b63c6b210bf6513d5f540530ca432784a4",
)
"""The picture of the gallery that steps begin with."""

# How little of the style picture is left out.
_COMPLETENESS: Final = 0.5


_STRENGTH: Final = Slider(
    0, 1, step=0.01, unit="%", shown_as=100, help="How opaque the paint is; 0 leaves the picture."
)
_FREEDOM: Final = Slider(
    0,
    1,
    step=0.01,
    unit="%",
    shown_as=100,
    help="How freely the strokes run: 0 follows every shape, 1 keeps only the coarsest.",
)
_BRUSH: Final = Slider(
    0.5,
    2,
    step=0.05,
    unit="×",
    help="How large the strokes are; at 1 the style picture counts as large as the picture.",
)


class StyleTransferDraw(Draw):
    """The picture, how to paint, and where to look for strokes."""

    strength: Annotated[float, _STRENGTH.drawn]
    freedom: Annotated[float, _FREEDOM.drawn]
    brush: Annotated[float, _BRUSH.drawn]
    reference: Index
    noise_seed: NoiseSeed


class StyleTransfer(Pixel[StyleTransferDraw]):
    """Paint the picture anew with the texture and the brush strokes of another one, without a network.

    Squares of 7 pixels of the reduced picture are replaced by similar ones of the style picture, from coarse
    to fine. Larger pictures get the painting enlarged.
    """

    NAME = "style_transfer"
    TITLE = "Style transfer"
    FACTOR = "any"
    GROUP = "Style"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"strength_range": (0, 0)}
    COSTLY: ClassVar[bool] = True

    references: Annotated[
        tuple[Reference, ...],
        Files(
            ALL_SUFFIXES,
            shipped="gallery",
            label="Pictures",
            help="Whose strokes to take; of several one is drawn for each copy.",
        ),
    ] = (WHEAT_FIELD,)
    strength_range: Annotated[Range, _STRENGTH] = Range(1, 1)
    freedom_range: Annotated[Range, _FREEDOM] = Range(0.25, 0.4)
    brush_range: Annotated[Range, _BRUSH] = Range(1, 1)
    resolution: Annotated[
        int,
        Choice(
            {128: "128 pixels", 256: "256 pixels", 512: "512 pixels"},
            help="Longest side of the picture that is painted; more shows finer strokes and takes longer.",
        ),
    ] = 256
    colours: Annotated[
        str,
        Choice(
            {"style": "Of the style", "picture": "Of the picture"},
            help="Whether the colours are the style picture's, or stay as they were.",
        ),
    ] = "style"

    def prepare(self) -> None:
        """Read the pictures.

        Raises:
            PipelineError: One of them cannot be used.
        """
        for reference in self.references:
            reference_picture(reference)

    def draw(self, stream: Stream, size: Size) -> StyleTransferDraw:
        """Draw the picture, how to paint, and where to look for strokes."""
        return StyleTransferDraw(
            strength=stream.uniform(*self.strength_range),
            freedom=stream.uniform(*self.freedom_range),
            brush=stream.uniform(*self.brush_range),
            reference=stream.index(max(1, len(self.references))),
            noise_seed=stream.noise_seed(),
        )

    def parse_draw(self, values: Any) -> StyleTransferDraw:
        """As everywhere; one of the pictures must be meant."""
        draw = super().parse_draw(values)
        check_index("reference", draw.reference, max(1, len(self.references)))
        return draw

    def apply(self, image: Image, draw: StyleTransferDraw, view: View) -> Image:
        """Paint the reduced picture and enlarge the painting; a draft is a sketch of that."""
        strength = draw.strength
        if not self.references or not strength:
            return image.copy()
        manner = Manner(
            freedom=draw.freedom,
            brush=draw.brush,
            completeness=_COMPLETENESS,
            noise_seed=draw.noise_seed,
        )
        painting = Painting(manner, self.resolution, keep_colours=self.colours == "picture")
        reference = self.references[draw.reference]
        if view.scale < 1:
            return style_sketch(image, Named(reference_picture(reference), reference), painting, strength)
        return styled(image, reference_with_alpha(reference), painting, strength)

    def needs(self, part: Region, draw: StyleTransferDraw, view: View) -> Region:
        """The whole picture: strokes are laid on all of it at once."""
        return view.frame
