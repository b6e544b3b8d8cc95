"""JSON from outside: told in words what is wrong with it."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from augstudio.core.text import printable
from augstudio.datasets.label_text import label_text
from augstudio.errors import DatasetError


def parsed_json(data: bytes, name: str) -> Any:
    """What a JSON file holds.

    Args:
        data: The file.
        name: Its path relative to the dataset, for errors.

    Raises:
        DatasetError: It is no JSON, or nested too deeply.
    """
    shown = printable(name)
    try:
        return json.loads(label_text(data, name), parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise DatasetError("{0}, line {1}: not valid JSON: {2}", shown, error.lineno, error.msg) from None
    except RecursionError:
        raise DatasetError("{0}: not valid JSON: nested too deeply", shown) from None
    except ValueError as error:
        raise DatasetError("{0}: not valid JSON: {1}", shown, error) from None


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")
