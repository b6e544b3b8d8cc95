"""The command that lists the catalogue."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from augstudio.cli.output import say
from augstudio.core.parameters import Choice, Files, IntSlider, Names, Parameter, Slider, parameters_of
from augstudio.core.transform import Transform
from augstudio.transforms import CATALOGUE

_WHOLE = {"number": "whole number", "range": "range of whole numbers"}


def transforms(
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> int:
    """Show all transforms with every parameter, unit, range and default."""
    if as_json:
        say(*json.dumps([described(item) for item in CATALOGUE], indent=2).splitlines())
    else:
        say(*"\n\n".join(_table(described(item)) for item in CATALOGUE).splitlines())
    return 0


def described(transform: type[Transform]) -> dict[str, Any]:
    """What a transform declares, for programs: JSON-able but for tuples."""
    return {
        "name": transform.NAME,
        "title": transform.TITLE,
        "group": transform.GROUP,
        "factor": transform.FACTOR,
        "summary": (transform.__doc__ or "").split("\n\n")[0].strip(),
        "parameters": [_described_parameter(parameter) for parameter in parameters_of(transform)],
    }


def _described_parameter(parameter: Parameter) -> dict[str, Any]:
    marker = parameter.marker
    about: dict[str, Any] = {"name": parameter.name, "label": parameter.label}
    default = parameter.default
    if isinstance(marker, Slider):
        about |= {
            "kind": "range" if parameter.is_range else "number",
            "whole": isinstance(marker, IntSlider),
            "low": marker.low,
            "high": marker.high,
            "step": marker.step,
            "unit": marker.unit,
            "shown_as": marker.shown_as,
        }
    elif isinstance(marker, Choice):
        about |= {"kind": "choices" if marker.several else "choice", "options": list(marker.options)}
    elif isinstance(marker, Files):
        about |= {"kind": "files" if marker.several else "file", "suffixes": list(marker.suffixes)}
        default = [file.to_dict() for file in default]
    elif isinstance(marker, Names):
        about |= {"kind": "names"}
    else:
        about |= {"kind": "toggle"}
    return about | {"allowed": marker.describe(), "default": default, "help": marker.help}


def _table(transform: dict[str, Any]) -> str:
    head = f"{transform['name']}  ({transform['group']}, factor {transform['factor']})"
    lines = [head, f"  {transform['summary']}"]
    for item in transform["parameters"]:
        default = item["default"]
        values = list(default) if isinstance(default, tuple) else default
        unit = f", shown in {item['unit']}" if item.get("unit") else ""
        kind = _WHOLE[item["kind"]] if item.get("whole") else item["kind"]
        lines.append(f"  {item['name']}: {kind}, {item['allowed']}{unit}; default {json.dumps(values)}")
        lines.append(f"      {item['help']}")
    return "\n".join(lines)
