"""Steps that mix a picture with others of its dataset, its partners."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import Field
from typing_extensions import TypeVar

from augstudio.core.draws import Draw, Index
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


class InstanceDraw(Draw):
    """A labelled object of a partner: its position among the picture's instances, and its extent's edges.

    They are columns and rows of the partner, upright; pixel centres are whole numbers.
    """

    number: Index
    left: float
    top: float
    right: float
    bottom: float


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
        instance: Position of the labelled object of which alone the pixels are seen; None for all of it.
    """

    partner: PartnerDraw | None
    source: Size
    place: Region
    matrix: Matrix = IDENTITY
    weight: float = 1.0
    resizes: bool = False
    instance: int | None = None

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
        PASTES: Whether it takes labelled objects of one partner instead of all that it shows.
    """

    GROUP: ClassVar[str] = "Mixing"
    PARTNERS: ClassVar[int] = 1
    PASTES: ClassVar[bool] = False

    @abstractmethod
    def composition(self, draw: MixingDrawT, size: Size) -> Composition:
        """How the pictures are put together; pure.

        Args:
            draw: What :meth:`draw` gave, with the partners.
            size: Width and height of the picture that enters the step.
        """

    @property
    def wanted_classes(self) -> tuple[str, ...]:
        """Names, in Unicode's form NFC, of the classes of objects that it takes; none for all."""
        return ()

    def with_instances(self, draw: MixingDrawT, instances: Sequence[InstanceDraw]) -> MixingDrawT:
        """The draw, once the objects are known that the partner has to be pasted; pure.

        Args:
            draw: What :meth:`draw` gave, with the partner.
            instances: The partner's objects with an outline or pixels of their own, in its order.
        """
        return draw
