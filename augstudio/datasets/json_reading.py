"""JSON from outside: told in words what is wrong with it."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from augstudio.datasets.label_reading import LabelFileError
from augstudio.datasets.label_text import label_text
from augstudio.errors import Message


def parsed_json(data: bytes, name: str) -> Any:
    """What a JSON file holds.

    Args:
        data: The file.
        name: Its path relative to the dataset, for errors.

    Raises:
        LabelFileError: It is no JSON, or nested too deeply.
    """
    try:
        return json.loads(label_text(data, name), parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise LabelFileError(name, error.lineno, Message("not valid JSON: {0}", error.msg)) from None
    except RecursionError:
        raise LabelFileError(name, 0, Message("not valid JSON: nested too deeply")) from None
    except ValueError as error:
        raise LabelFileError(name, 0, Message("not valid JSON: {0}", error)) from None


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number in JSON")
