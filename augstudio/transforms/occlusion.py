"""What transforms that hide boxes have in common."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from typing_extensions import TypeVar

from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Choice
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.kernels.masks import cover

Fill: TypeAlias = Annotated[
    Literal["black", "grey", "white", "noise", "mean"],
    Choice(
        {"black": "Black", "grey": "Grey", "white": "White", "noise": "Noise", "mean": "Mean colour"},
        help="What covers the picture: a plain grey, noise, or the picture's mean colour.",
    ),
]
"""The declaration of the field ``fill``, which stands last in each transform."""


class OcclusionDraw(Draw):
    """What hiding boxes draws at least: the seed of the noise that may cover them."""

    noise_seed: NoiseSeed


OcclusionDrawT = TypeVar("OcclusionDrawT", bound=OcclusionDraw, default=Any)


class Occlusion(Pixel[OcclusionDrawT]):
    """Covers boxes."""

    GROUP = "Occlusion"

    if TYPE_CHECKING:  # declared here it would become the first field in editors and files
        fill: Fill

    @abstractmethod
    def boxes(self, draw: OcclusionDrawT, size: Size) -> list[Region]:
        """What is covered, in pixels of the whole picture of this width and height; pure."""

    def hidden(self, draw: OcclusionDrawT, size: Size) -> tuple[Region, ...]:
        """The boxes."""
        return tuple(self.boxes(draw, size))

    def apply(self, image: Image, draw: OcclusionDrawT, view: View) -> Image:
        """Cover the boxes."""
        return cover(
            image,
            self.boxes(draw, view.size_for(image)),
            self.fill,
            draw.noise_seed,
            calm=min(1.0, view.scale),
            corner=view.corner,
        )

    def needs(self, part: Region, draw: OcclusionDrawT, view: View) -> Region:
        """The part alone, or the whole picture for its mean colour."""
        return view.frame if self.fill == "mean" else part
