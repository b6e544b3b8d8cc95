"""White and black specks."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw, NoiseSeed
from augstudio.core.image import Image, Size
from augstudio.core.parameters import Range, Slider
from augstudio.core.randomness import Stream
from augstudio.core.transform import Pixel, View
from augstudio.kernels.noise.tables import salt_and_pepper

_AMOUNT: Final = Slider(0, 0.5, step=0.001, unit="%", shown_as=100, help="Share of the pixels that are hit.")


class SaltAndPepperDraw(Draw):
    """The amount and the seed of the specks' places."""

    amount: Annotated[float, _AMOUNT.drawn]
    noise_seed: NoiseSeed


class SaltAndPepper(Pixel[SaltAndPepperDraw]):
    """Turn random pixels white or black, as dead pixels and dust do; alpha stays as it is."""

    NAME = "salt_and_pepper"
    TITLE = "Salt and pepper"
    FACTOR = "2x"
    GROUP = "Noise"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"amount_range": (0, 0)}

    amount_range: Annotated[Range, _AMOUNT] = Range(0, 0.02)
    salt_share: Annotated[
        float,
        Slider(0, 1, step=0.01, unit="%", shown_as=100, help="Share of the specks that are white."),
    ] = 0.5

    def draw(self, stream: Stream, size: Size) -> SaltAndPepperDraw:
        """Draw the amount and the seed of the specks' places."""
        return SaltAndPepperDraw(amount=stream.uniform(*self.amount_range), noise_seed=stream.noise_seed())

    def apply(self, image: Image, draw: SaltAndPepperDraw, view: View) -> Image:
        """Set the specks; in a draft each of its pixels shows the average of those it stands for."""
        return salt_and_pepper(
            image,
            draw.amount,
            self.salt_share,
            draw.noise_seed,
            covered=max(1.0, view.scale**-2),
            corner=view.corner,
        )
