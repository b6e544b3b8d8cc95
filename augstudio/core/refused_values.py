"""Why pydantic refuses a value, in our words."""

from __future__ import annotations

from typing import Any, Final

from pydantic_core import ErrorDetails

from augstudio.core.text import quoted
from augstudio.errors import Message, message_of

_NOT_WHOLE: Final = ("int_type", "int_parsing", "int_from_float", "int_parsing_size")
_NOT_A_NUMBER: Final = ("float_type", "float_parsing", "finite_number")


def reason_of(problem: ErrorDetails) -> Message:
    """What is wrong with a value, in the words in which the parameters say it.

    Args:
        problem: One of those that a validation error lists.
    """
    got, limits = quoted(problem["input"]), problem.get("ctx", {})
    reasons: dict[str, Message] = {
        "missing": Message("is missing"),
        "extra_forbidden": Message("is nothing that this step draws"),
        "model_type": Message("must be an object, got {0}", got),
        "tuple_type": Message("must be a list, got {0}", got),
        **dict.fromkeys(_NOT_WHOLE, Message("must be a whole number, got {0}", got)),
        **dict.fromkeys(_NOT_A_NUMBER, Message("must be a finite number, got {0}", got)),
        "greater_than_equal": Message("must be at least {0}, got {1}", _plain(limits.get("ge")), got),
        "less_than_equal": Message("must be at most {0}, got {1}", _plain(limits.get("le")), got),
        "less_than": Message("must be less than {0}, got {1}", _plain(limits.get("lt")), got),
        "too_long": Message("must have at most {0} entries, got {1}", limits.get("max_length"), got),
        "literal_error": Message("must be {0}, got {1}", limits.get("expected"), got),
    }
    cause = limits.get("error")
    if isinstance(cause, ValueError):
        return message_of(cause)
    return reasons.get(problem["type"]) or Message("{0}", problem["msg"])


def _plain(limit: Any) -> Any:
    """A limit as people write it, 180 and not 180.0."""
    return int(limit) if isinstance(limit, float) and limit.is_integer() else limit
