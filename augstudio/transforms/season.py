"""Another time of the year."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final, Literal

from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Choice, Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.kernels.weather.looks import LOOKS
from augstudio.kernels.weather.season import in_season

_STRENGTH: Final = Slider(
    0, 1, step=0.01, unit="%", shown_as=100, help="How far to go; 0 leaves the picture."
)


class SeasonDraw(Draw):
    """The strength and the pattern of what is irregular."""

    strength: Annotated[float, _STRENGTH.drawn]
    noise_seed: NoiseSeed


class Season(Pixel[SeasonDraw]):
    """Repaint a landscape as another season or the night shows it, by guesses of where sky and plants are."""

    NAME = "season"
    TITLE = "Season"
    FACTOR = "2-4x"
    GROUP = "Weather and season"
    COSTLY: ClassVar[bool] = True
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"strength_range": (0, 0)}

    season: Annotated[
        Literal["winter", "autumn", "summer", "night"],
        Choice(
            {"winter": "Winter", "autumn": "Autumn", "summer": "Summer", "night": "Night"},
            help="What the picture turns to: snow, coloured leaves, fresh green, or moonlight.",
        ),
    ] = "winter"
    strength_range: Annotated[Range, _STRENGTH] = Range(0.6, 1)

    def draw(self, stream: Stream, size: Size) -> SeasonDraw:
        """Draw the strength and the pattern of what is irregular."""
        return SeasonDraw(strength=stream.uniform(*self.strength_range), noise_seed=stream.noise_seed())

    def apply(self, image: Image, draw: SeasonDraw, view: View) -> Image:
        """Look over the picture and repaint it."""
        return in_season(image, LOOKS[self.season], draw.strength, draw.noise_seed)

    def needs(self, part: Region, draw: SeasonDraw, view: View) -> Region:
        """The whole picture: what a part shows depends on all of it."""
        return view.frame
