"""What steps draw: for each kind of step a small value that says exactly what happens to one picture.

A transform declares its model beside its parameters and names it in its base class::

    class RotateDraw(Draw):
        angle: Annotated[float, _ANGLE.drawn]


    class Rotate(Geometric[RotateDraw]): ...

A draw that can be built can be rendered: kinds are strict and numbers finite and within the limits of what
they were drawn from, wherever they come from.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from typing_extensions import TypeVar

from augstudio.core.randomness import NOISE_SEEDS, Stream
from augstudio.core.refused_values import reason_of
from augstudio.errors import Message


class Draw(BaseModel):
    """The parameters drawn for one (sample, copy, step); JSON-able, and enough to repeat the step exactly.

    Whole numbers are integers and never 3.0, numbers are finite, and no field may be missing or added.
    """

    # Built where it is first used: of the catalogue's models, a run uses a few.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, defer_build=True)

    @classmethod
    def parse(cls, values: Any) -> Self:
        """Check what a file says was drawn.

        Args:
            values: The fields by name as JSON has them.

        Raises:
            ValueError: It cannot have been drawn; the message names the field and what is wrong.
        """
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise ValueError(_first_problem(error)) from None

    def to_dict(self) -> dict[str, Any]:
        """The fields by name as JSON has them; tuples become lists."""
        return self.model_dump(mode="json")


class NoDraw(Draw):
    """Of steps that always do the same."""


DrawT = TypeVar("DrawT", bound=Draw, default=Any)
"""The draw of a transform; Any where it does not matter which transform it is."""

Share: TypeAlias = Annotated[float, Field(ge=0, lt=1, description="A share, from 0 up to, but not, 1.")]
"""What :meth:`~augstudio.core.randomness.Stream.unit` draws."""

NoiseSeed: TypeAlias = Annotated[int, Field(ge=0, lt=NOISE_SEEDS, description="Names a noise field.")]
"""What :meth:`~augstudio.core.randomness.Stream.noise_seed` draws."""

Index: TypeAlias = Annotated[int, Field(ge=0, description="A place in a list, counted from 0.")]
"""What :meth:`~augstudio.core.randomness.Stream.index` draws."""


class Point(Draw):
    """A place as shares of the way across and down."""

    x: Share
    y: Share


def drawn_point(stream: Stream) -> Point:
    """Any place, evenly: first across, then down."""
    return Point(x=stream.unit(), y=stream.unit())


def single_values(drawn: Any) -> Iterator[tuple[str, Any]]:
    """What was drawn as single values with names of their own, as a table has them.

    A place becomes two values, ``upper_left_x`` and ``upper_left_y``; entries of lists are numbered from 1:
    ``x1``, ``y1``, ``x2``, ``y2``.

    Args:
        drawn: A draw as JSON has it, which may be damaged.
    """
    for name, value in drawn.items() if isinstance(drawn, dict) else ():
        if isinstance(value, dict):
            yield from ((f"{name}_{field}", single) for field, single in value.items())
        elif isinstance(value, list):
            entries = (entry if isinstance(entry, dict) else {name: entry} for entry in value)
            for number, entry in enumerate(entries, start=1):
                yield from ((f"{field}{number}", single) for field, single in entry.items())
        else:
            yield name, value


def check_index(name: str, index: int, count: int) -> None:
    """Check that a drawn place is one of those in a list.

    Raises:
        ValueError: The list has fewer entries.
    """
    if index >= count:
        raise ValueError(Message("{0}: must be less than {1}, got {2}", name, count, index))


def _first_problem(error: ValidationError) -> Message:
    """The first thing that is wrong with a draw: the field and why."""
    problem = error.errors()[0]
    path = ".".join(str(part) for part in problem["loc"])
    reason = reason_of(problem)
    return Message("{0}: {1}", path, reason) if path else reason
