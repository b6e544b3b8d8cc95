"""Steps that mix a picture with others of its dataset, its partners."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import Field
from typing_extensions import TypeVar

from augstudio.core.draws import Draw
from augstudio.core.image import Size
from augstudio.core.matrix import IDENTITY, Matrix
from augstudio.core.region import Region
from augstudio.core.transform import Transform


class PartnerDraw(Draw):
    """A picture that is mixed in: its key, the SHA-256 of its file, and its width and height, upright.

    ``labels`` is the SHA-256 of what its labels are read from, empty where they are not asked for.
    """

    key: Annotated[str, Field(min_length=1)]
    sha256: str
    width: Annotated[int, Field(ge=1)]
    height: Annotated[int, Field(ge=1)]
    labels: str = ""

    @property
    def size(self) -> Size:
        """Width and height."""
        return self.width, self.height


class MixingDraw(Draw):
    """What steps that mix draw at least: their partners, which are found after all else is drawn."""

    partners: Annotated[tuple[PartnerDraw, ...], Field(strict=False)] = ()


MixingDrawT = TypeVar("MixingDrawT", bound=MixingDraw, default=Any)


@dataclass(frozen=True)
class Layer:
    """One picture as it lies in a mixed one.

    Attributes:
        partner: The picture; None for the one that enters the step.
        source: Its width and height.
        place: The part of the result that it fills.
        matrix: Maps its pixel coordinates to those of ``place``, counted from its first pixel.
        weight: How much it covers what lies beneath it, 0..1.
        resizes: As in :class:`~augstudio.core.transform.Placement`.
    """

    partner: PartnerDraw | None
    source: Size
    place: Region
    matrix: Matrix = IDENTITY
    weight: float = 1.0
    resizes: bool = False

    @property
    def area(self) -> int:
        """Pixels that it fills."""
        return self.place.width * self.place.height


@dataclass(frozen=True)
class Composition:
    """How pictures are put together.

    Attributes:
        size: Width and height of the result.
        layers: From the lowest to the uppermost.
        on_picture: Whether they lie on the picture that enters the step; else on the colour of constant
            padding, and the picture is one of them.
    """

    size: Size
    layers: tuple[Layer, ...]
    on_picture: bool


class Mixing(Transform[MixingDrawT]):
    """Mixes the picture with partners: others of its dataset, of the same split.

    Attributes:
        PARTNERS: How many partners it takes.
    """

    GROUP: ClassVar[str] = "Mixing"
    PARTNERS: ClassVar[int] = 1

    @abstractmethod
    def composition(self, draw: MixingDrawT, size: Size) -> Composition:
        """How the pictures are put together; pure.

        Args:
            draw: What :meth:`draw` gave, with the partners.
            size: Width and height of the picture that enters the step.
        """
