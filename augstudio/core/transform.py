"""What a transform is: declared parameters, one method that draws, one that acts.

Adding a transform means one new file in ``augstudio/transforms``, called by its name, and one line in its
catalogue.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import GenericAlias
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, NamedTuple, cast, get_args

from pydantic import BaseModel, ConfigDict

from augstudio.core.arrays import Float64Array, LevelTable
from augstudio.core.draws import Draw, DrawT, NoDraw
from augstudio.core.image import Image, Size, size_of
from augstudio.core.inversion import solved
from augstudio.core.matrix import Matrix
from augstudio.core.randomness import Stream
from augstudio.core.region import Region
from augstudio.core.text import quoted
from augstudio.errors import PipelineError


class Placement(NamedTuple):
    """Where a geometric step puts the picture.

    Attributes:
        matrix: Maps input pixel coordinates to output pixel coordinates.
        size: Width and height of the output.
        resizes: Whether the picture is given another number of pixels, so that where its sides stay upright
            and fall between pixels, these are averages of areas, and none is mixed with constant padding.
    """

    matrix: Matrix
    size: Size
    resizes: bool = False


class View(NamedTuple):
    """Which part of a picture is being made, and how large.

    Attributes:
        left: Column of the part's first pixel, counted in pixels of this view.
        top: Row of the part's first pixel.
        scale: Pixels of this view per pixel of the exported picture; 1 is exact, less is a draft.
        whole: Width and height of the whole picture in pixels of this view; None where the part is all of it.
    """

    left: int = 0
    top: int = 0
    scale: float = 1.0
    whole: Size | None = None

    @property
    def frame(self) -> Region:
        """The whole picture as a region; for views whose ``whole`` is set."""
        if self.whole is None:
            raise ValueError("the view does not say how large the whole picture is")
        return Region.whole(self.whole)

    @property
    def corner(self) -> tuple[int, int]:
        """Column and row of the part's first pixel."""
        return self.left, self.top

    def size_for(self, image: Image) -> Size:
        """Width and height of the whole picture of which ``image`` is the part."""
        return self.whole or size_of(image)


if TYPE_CHECKING:

    class _Model(BaseModel, Generic[DrawT]):
        """Generic in its draws."""

else:

    class _Model(BaseModel):
        """Takes brackets without becoming another model for each, as pydantic's own would."""

        def __class_getitem__(cls, draw: Any) -> GenericAlias:
            return GenericAlias(cls, (draw,))


class Transform(_Model[DrawT]):
    """One kind of change to a picture with its declared parameters; a frozen value.

    A subclass names the model of its draws in brackets behind its base, so that type checkers know what its
    methods get.

    Attributes:
        DRAW: The model of its draws, as the brackets name it.
        NAME: Name in files and on the command line.
        TITLE: Name for people.
        FACTOR: How many times it can sensibly multiply a dataset, after the classic article; a hint.
        GROUP: Heading under which it is offered.
        NEUTRAL: Field values that change nothing, or None where the transform always acts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True, defer_build=True)

    DRAW: ClassVar[type[Draw]] = NoDraw
    NAME: ClassVar[str]
    TITLE: ClassVar[str]
    FACTOR: ClassVar[str]
    GROUP: ClassVar[str]
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = None

    def __init_subclass__(cls, **options: Any) -> None:
        """Take the model of the draws from the brackets."""
        super().__init_subclass__(**options)
        for base in cls.__dict__.get("__orig_bases__", ()):
            for argument in get_args(base):
                if isinstance(argument, type) and issubclass(argument, Draw):
                    cls.DRAW = argument

    def draw(self, stream: Stream, size: Size) -> DrawT:
        """Draw this step's parameters; all randomness of a transform is here.

        Args:
            stream: The step's own stream for this copy of this sample.
            size: Size of the picture that enters the step.
        """
        return cast(DrawT, _empty(self.DRAW))

    def parse_draw(self, values: Any) -> DrawT:
        """What :meth:`draw` gave, from what a file says of it.

        Args:
            values: Its fields by name as JSON has them.

        Raises:
            ValueError: It cannot have drawn that; the message names the field and what is wrong.
        """
        return cast(DrawT, self.DRAW.parse(values))

    def prepare(self) -> None:
        """Make ready what all pictures share, so that faults show before the first one.

        Raises:
            PipelineError: The step cannot be used here; the text says what to do.
        """

    def extra_bytes(self, size: Size) -> int:
        """Memory that the step takes for a picture of a size, beside picture and result, where that is much.

        Raises:
            PipelineError: As :meth:`prepare`.
        """
        return 0

    def version_info(self) -> Mapping[str, str]:
        """Versions of other programs, by name, that may change the result; those of every export stay out."""
        return {}


@cache
def _empty(kind: type[Draw]) -> Draw:
    return kind()


class Geometric(Transform[DrawT]):
    """Moves pixels. Neighbouring geometric steps are fused into one matrix and one resampling."""

    GROUP: ClassVar[str] = "Geometry"

    @abstractmethod
    def placement(self, draw: DrawT, size: Size) -> Placement:
        """The matrix and output size for what was drawn; pure."""


class Distortion(Transform[DrawT]):
    """Moves pixels as no matrix can; a resampling of its own that pads, and keeps the picture's size."""

    GROUP: ClassVar[str] = "Geometry"

    @abstractmethod
    def source_coordinates(
        self, draw: DrawT, size: Size, x: Float64Array, y: Float64Array
    ) -> tuple[Float64Array, Float64Array]:
        """Where the pixels of the result come from; pure.

        Only operations that are rounded exactly (sums, products, quotients, square roots) and look at each
        place by itself, so that all machines and all parts of a picture get the same numbers.

        Args:
            draw: What :meth:`draw` gave.
            size: Width and height of the picture.
            x: Columns in the result, in pixels of the full picture, of a shape that fits that of ``y``:
                ``(1, W)`` and ``(H, 1)`` for a whole grid, or the same shape for single places.
            y: Rows in the result.

        Returns:
            Columns and rows in the picture, finite, each of a shape that can be stretched to both.
        """

    def target(
        self, draw: DrawT, size: Size, x: Float64Array, y: Float64Array
    ) -> tuple[Float64Array, Float64Array]:
        """Where places of the picture are seen: the other way round than :meth:`source_coordinates`; pure.

        It solves that map by Newton's method, which finds places to a millionth of a pixel where the map is
        smooth. A transform whose map has kinks or can be undone at once has its own.

        Args:
            draw: What :meth:`draw` gave.
            size: Width and height of the picture.
            x: Columns in the picture, ``(N,)``; places may lie outside it.
            y: Rows in the picture, ``(N,)``.

        Returns:
            Columns and rows in the result, ``(N,)``; nan where a place is seen nowhere.
        """
        return solved(lambda *places: self.source_coordinates(draw, size, *places), x, y)


class Pixel(Transform[DrawT]):
    """Changes pixels where they are.

    Attributes:
        COSTLY: Whether it may take longer than a glance, more than about 0.1 s: results are then kept for a
            while, previews begin with a small draft, and its kernels ask
            :func:`~augstudio.core.interruption.checkpoint` now and then.
    """

    COSTLY: ClassVar[bool] = False

    def needs(self, part: Region, draw: DrawT, view: View) -> Region:
        """The part of the picture that must be known to make ``part`` of the result; pure.

        By default every pixel depends on itself alone. A transform that looks around grows the part by its
        reach, one that looks at everything asks for ``view.frame``. What it asks for may reach
        beyond the picture; there it must go on by itself, always by the same rule.

        Args:
            part: What shall be made, in pixels of the view.
            draw: What :meth:`draw` gave.
            view: The whole picture at the scale at which it is made; ``whole`` is set.
        """
        return part

    @abstractmethod
    def apply(self, image: Image, draw: DrawT, view: View) -> Image:
        """The changed picture; pure, and never writes into ``image``.

        Args:
            image: The part of the picture that ``view`` names.
            draw: What :meth:`draw` gave.
            view: Where the part lies, so that a part gets the noise it has in the whole.
        """

    def table(self, draw: DrawT) -> LevelTable | None:
        """By which table of levels the picture changes, where nothing else happens; None by default. Pure.

        Neighbouring steps with tables are done in one pass, with the same result.

        Args:
            draw: What :meth:`draw` gave.
        """
        return None

    def mixture(self, draw: DrawT) -> Matrix | None:
        """Of which shares of red, green and blue each colour is mixed, where nothing else happens. Pure.

        Neighbouring steps with mixtures are done as one, so that colours are rounded and clipped once.

        Args:
            draw: What :meth:`draw` gave.

        Returns:
            A row for each of red, green and blue, whose sum is 1; None by default.
        """
        return None

    def hidden(self, draw: DrawT, size: Size) -> tuple[Region, ...]:
        """Where nothing of the picture can be seen any more after the step; nowhere by default. Pure.

        Args:
            draw: What :meth:`draw` gave.
            size: Width and height of the picture.

        Returns:
            Rectangles in pixels of the whole picture; they may overlap and reach beyond it.
        """
        return ()


class Selector(Transform[DrawT]):
    """Decides which one of the steps that follow it takes part."""

    GROUP: ClassVar[str] = "Policies"

    @property
    @abstractmethod
    def members(self) -> int:
        """How many of the steps that follow belong to it; one that selects counts with all of its own."""

    @abstractmethod
    def chosen(self, draw: DrawT, weights: Sequence[float]) -> int | None:
        """Position of the member that takes part, or None where none can.

        Args:
            draw: What :meth:`draw` gave.
            weights: How often each member is wanted; 0 for those that cannot be chosen.
        """


class CompositeTransform(Transform[DrawT]):
    """Stands for other steps, which its draw names."""

    GROUP: ClassVar[str] = "Policies"

    @abstractmethod
    def parts(self, draw: DrawT) -> tuple[tuple[Transform, Draw], ...]:
        """The transforms that act, in order, each with its draw; pure."""


_REGISTRY: dict[str, type[Transform]] = {}
_FOUND: dict[str, type[Transform]] = {}  # those of the catalogue that were asked for before all of it was


class _Finder(NamedTuple):
    find: Callable[[str], type[Transform] | None]
    register_all: Callable[[], object]


_finders: Final[list[_Finder]] = []


def find_transforms(
    find: Callable[[str], type[Transform] | None], register_all: Callable[[], object]
) -> None:
    """Say how to find the transforms of the catalogue without importing all of them.

    Args:
        find: Gives the one with a ``NAME``, or None.
        register_all: Registers all of them, in the catalogue's order.
    """
    _finders.append(_Finder(find, register_all))


def register(transform: type[Transform]) -> None:
    """Make a transform known to pipelines, files and editors under its ``NAME``, after the catalogue's."""
    _complete()
    known = _REGISTRY.setdefault(transform.NAME, transform)
    if known is not transform:
        raise ValueError(f"two transforms are named {quoted(transform.NAME)}")


def catalogue() -> tuple[type[Transform], ...]:
    """Every registered transform, in catalogue order."""
    _complete()
    return tuple(_REGISTRY.values())


def transform_named(name: Any) -> type[Transform]:
    """The transform registered under ``name``.

    Raises:
        PipelineError: There is none; the text lists the known names.
    """
    if isinstance(name, str):
        found = _REGISTRY.get(name) or _FOUND.get(name) or _find(name)
        if found is not None:
            return found
    _complete()
    raise PipelineError("unknown transform {0}; known are {1}", quoted(name), ", ".join(_REGISTRY))


def _find(name: str) -> type[Transform] | None:
    for finder in _finders:
        found = finder.find(name)
        if found is not None:
            return _FOUND.setdefault(name, found)
    return None


def _complete() -> None:
    for finder in _finders:
        finder.register_all()
