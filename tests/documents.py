"""Keeps what documents list in step with the program: ``python -m tests.documents``.

``resources/docs/transforms.md`` is written anew, and the table between two marks in ``README.md``; so is
``resources/docs/broken-labels.md``, from what the program says of broken annotations. With
``--check`` nothing is changed, and what is out of date is named; that is one of the checks of the whole test
command.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from augstudio.cli.transforms import described
from augstudio.core.transform import catalogue
from tests.datasets.broken_annotations import BROKEN, BrokenAnnotation, told

ROOT: Final = Path(__file__).resolve().parents[1]
README: Final = Path("README.md")
PAGE: Final = Path("resources/docs/transforms.md")
BROKEN_LABELS: Final = Path("resources/docs/broken-labels.md")

BEGIN: Final = "<!-- written by python -m tests.documents -->"
END: Final = "<!-- to here -->"

_MOST_SUFFIXES: Final = 3


def documents(root: Path = ROOT) -> dict[Path, str]:
    """What the documents should hold, by their paths in the project.

    Raises:
        ValueError: ``README.md`` lacks one of the two marks.
    """
    readme = (root / README).read_text(encoding="utf-8")
    pattern = re.compile(rf"{re.escape(BEGIN)}\n.*?{re.escape(END)}", re.DOTALL)
    if not pattern.search(readme):
        raise ValueError(f"{README}: there must be a table between the lines {BEGIN} and {END}")
    table = f"{BEGIN}\n{overview()}\n{END}"
    return {README: pattern.sub(lambda _: table, readme), PAGE: page(), BROKEN_LABELS: broken_labels()}


def out_of_date(root: Path = ROOT) -> list[Path]:
    """Documents that do not hold what they should."""
    wanted = documents(root)
    return [path for path, text in wanted.items() if not _holds(root / path, text)]


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


# -- what they say ----------------------------------------------------------------------------------


def overview() -> str:
    """How many transforms there are, and a row for each group."""
    rows = [f"| {group} | {', '.join(map(_link, items))} |" for group, items in _groups()]
    head = f"{len(catalogue())} transforms:\n\n| group | transforms |\n|---|---|\n"
    return "\n" + head + "\n".join(rows) + "\n"


def page() -> str:
    """Every transform with its parameters."""
    parts = [
        "# Transforms\n\nThis page is written by `python -m tests.documents` from what the program declares; "
        "`augstudio transforms` says the same in a terminal.\n\n"
        "The factor is how many times a transform can sensibly multiply a dataset. Numbers are drawn evenly "
        "between the two ends of their range; of whole numbers each is drawn equally often, both ends "
        "included.\n"
    ]
    for group, items in _groups():
        parts.append(f"## {group}\n")
        parts.extend(_section(item) for item in items)
    return "\n".join(parts)


@cache
def broken_labels() -> str:
    """What the user is told of each broken annotation."""
    parts = [
        "# Broken labels\n\nThis page is written by `python -m tests.documents` from what the program "
        "says.\n\n"
        "Each row is a dataset with one thing wrong in its annotations, and what the window and "
        "`augstudio labels` say of it. The rest of the dataset counts, nothing is corrected silently, and a "
        "picture whose labels cannot be read at all is left out, never written as one without labels.\n"
    ]
    with tempfile.TemporaryDirectory() as folder:
        for name, cases in BROKEN.items():
            rows = [_told(case, Path(folder, f"{name}-{number}")) for number, case in enumerate(cases)]
            parts.append(
                f"## `{name}`\n\n| what is wrong | what is said |\n|---|---|\n" + "\n".join(rows) + "\n"
            )
    return "\n".join(parts)


def _told(case: BrokenAnnotation, folder: Path) -> str:
    lines = (line.replace("|", "\\|").replace("<", "\\<") for line in told(folder, case))
    return f"| {case.wrong} | {'<br>'.join(lines)} |"


def _groups() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    order = list(dict.fromkeys(kind.GROUP for kind in catalogue()))
    items = sorted(map(described, catalogue()), key=lambda item: order.index(item["group"]))
    for group, found in groupby(items, key=lambda item: str(item["group"])):
        yield group, list(found)


def _link(item: Mapping[str, Any]) -> str:
    return f"[`{item['name']}`]({PAGE.as_posix()}#{item['name']})"


def _section(item: Mapping[str, Any]) -> str:
    lines = [f"### {item['name']}\n", f"**{item['title']}**, factor {item['factor']}. {item['summary']}\n"]
    if item["parameters"]:
        lines += ["| field | takes | default | meaning |", "|---|---|---|---|"]
        lines += [_row(parameter) for parameter in item["parameters"]]
        lines.append("")
    return "\n".join(lines)


def _row(parameter: Mapping[str, Any]) -> str:
    default = parameter["default"]
    if parameter["kind"] in ("file", "files"):
        default = [file["path"] for file in default]
    value = json.dumps(list(default) if isinstance(default, tuple) else default, ensure_ascii=False)
    cells = (f"`{parameter['name']}`", _takes(parameter), f"`{value}`", parameter["help"])
    return f"| {' | '.join(cell.replace('|', '∣') for cell in cells)} |"


def _takes(parameter: Mapping[str, Any]) -> str:
    """What a parameter can be given."""
    kind, allowed = parameter["kind"], str(parameter["allowed"])
    if kind in ("number", "range"):
        whole = ("whole number", "range of whole numbers") if parameter["whole"] else ("number", "range")
        return f"a {whole[kind == 'range']}, {allowed}"
    if kind in ("file", "files") and len(parameter["suffixes"]) > _MOST_SUFFIXES:
        return "a picture" if kind == "file" else "pictures"
    return allowed


def main(arguments: list[str]) -> int:
    """Write the documents, or with ``--check`` say which are out of date: then 1, else 0."""
    if arguments != ["--check"]:
        for path, text in documents().items():
            (ROOT / path).write_text(text, encoding="utf-8")
        return 0
    found = out_of_date()
    for path in found:
        print(f"{path} is out of date; run python -m tests.documents")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
