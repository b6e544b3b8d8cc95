"""Damage to an export's records, and what becomes of it.

``python -m tests.faults.records`` writes the table in ``resources/docs/verify.md``.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from augstudio import __version__
from augstudio.errors import ExportError
from augstudio.export import RunOptions, run_export
from augstudio.export.files import JOURNAL, LOCK
from augstudio.export.reading.verify import Verification, shown
from tests.export.jobs import job_for
from tests.faults.checks import state, tiny_dataset

Damage = Callable[[Path], object]
Lines = list[bytes]

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "resources" / "docs" / "verify.md"
MANIFEST, IDENTITY, SKIPPED = "manifest.jsonl", "augstudio.json", "skipped.jsonl"


def in_bytes(name: str, change: Callable[[bytes], bytes], out: Path) -> None:
    """Change a record as a whole."""
    data = (out / name).read_bytes()
    changed = change(data)
    assert changed != data
    (out / name).write_bytes(changed)


def in_lines(change: Callable[[Lines], Lines], out: Path) -> None:
    """Change which lines the manifest has."""
    in_bytes(MANIFEST, lambda data: b"".join(change(data.splitlines(keepends=True))), out)


def in_field(number: int, name: str, value: Any, out: Path) -> None:
    """Change what one line of the manifest says."""

    def changed(lines: Lines) -> Lines:
        fields = json.loads(lines[number])
        fields[name] = value(fields[name]) if callable(value) else value
        text = json.dumps(fields, sort_keys=True, ensure_ascii=False) + "\n"
        return [*lines[:number], text.encode(), *lines[number + 1 :]]

    in_lines(changed, out)


def in_identity(path: str, change: Callable[[Any], Any], out: Path) -> None:
    """Change what the identity file says; None takes it away."""
    described = json.loads((out / IDENTITY).read_text(encoding="utf-8"))
    *folders, last = path.split(".")
    place = described
    for folder in folders:
        place = place[folder]
    value = change(place.pop(last, None))
    if value is not None:
        place[last] = value
    text = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
    (out / IDENTITY).write_text(text, encoding="utf-8")


def linked(name: str, out: Path) -> None:
    """Put a link to the same bytes in a file's place."""
    elsewhere = out.parent / "elsewhere" / name
    elsewhere.parent.mkdir(parents=True)
    shutil.move(out / name, elsewhere)
    (out / name).symlink_to(elsewhere)


def in_its_place(name: str, make: Callable[[Path], object], out: Path) -> None:
    """Put something else in a record's place."""
    (out / name).unlink()
    make(out / name)


def taken_away(part: bytes, out: Path) -> None:
    """Take outputs and their lines away together."""
    lines = (out / MANIFEST).read_bytes().splitlines(keepends=True)
    for line in lines:
        if part in line:
            (out / json.loads(line)["file"]).unlink()
    in_lines(lambda lines: [line for line in lines if part not in line], out)


WHOLE: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: b"",
    "cut by a byte": lambda data: data[:-1],
    "cut in half": lambda data: data[: len(data) // 2],
    "cut at its beginning": lambda data: data[1:],
    "with a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "with line ends of Windows": lambda data: data.replace(b"\n", b"\r\n"),
    "with a line more": lambda data: data + b"\n",
    "with a space more": lambda data: data.replace(b": ", b":  ", 1),
    "with zeros at its end": lambda data: data + bytes(512),
    "made of zeros": lambda data: bytes(len(data)),
    "with a bit turned": lambda data: bytes([data[0] ^ 1]) + data[1:],
    "with a bit turned in the middle": lambda data: data[:20] + bytes([data[20] ^ 1]) + data[21:],
    "in UTF-16": lambda data: data.decode().encode("utf-16"),
    "that is not UTF-8": lambda data: data.replace(b'"', b'"\xff', 1),
    "that is another text": lambda data: b"hello\n",
    "that is a list": lambda data: b"[]\n",
    "that is null": lambda data: b"null\n",
    "nested deeply": lambda data: b"[" * 100_000 + b"]" * 100_000,
    "doubled": lambda data: data + data,
}
LINES: dict[str, Callable[[Lines], Lines]] = {
    "first line gone": lambda lines: lines[1:],
    "last line gone": lambda lines: lines[:-1],
    "a line in the middle gone": lambda lines: lines[:3] + lines[4:],
    "lines turned around": lambda lines: lines[::-1],
    "two lines exchanged": lambda lines: [lines[1], lines[0], *lines[2:]],
    "a line twice": lambda lines: [lines[0], *lines],
    "its first line again at its end": lambda lines: [*lines, lines[0]],
    "a line of another kind": lambda lines: [*lines, b'{"a": 1}\n'],
    "an empty line": lambda lines: [lines[0], b"\n", *lines[1:]],
    "a key twice in a line": lambda lines: [lines[0].replace(b"{", b'{"copy": 9, ', 1), *lines[1:]],
    "a field more": lambda lines: [lines[0].replace(b"{", b'{"more": 9, ', 1), *lines[1:]],
    "a line torn": lambda lines: [lines[0][:40] + b"\n", *lines[1:]],
    "a line ended by a return": lambda lines: [lines[0].rstrip() + b"\r", *lines[1:]],
}
FIELDS: dict[str, tuple[str, Any]] = {
    "another key": ("key", "a/0b.jpg"),
    "a key of elsewhere": ("key", "../0.jpg"),
    "another copy": ("copy", 7),
    "a copy below zero": ("copy", -1),
    "a copy that is a text": ("copy", "1"),
    "another file": ("file", "a/9.jpg"),
    "a file outside": ("file", "../../a.jpg"),
    "an absolute file": ("file", "/a.jpg"),
    "a file without a name": ("file", ""),
    "another width": ("width", 99),
    "a height of nothing": ("height", None),
    "another hash": ("sha256", lambda text: text[::-1]),
    "a hash in capitals": ("sha256", str.upper),
    "an empty hash": ("sha256", ""),
    "other pixels": ("pixels", lambda text: text[::-1]),
    "another source": ("source", lambda text: text[::-1]),
    "no draws": ("draws", []),
    "draws that are none": ("draws", 5),
}
IDENTITIES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "other copies": ("options.copies", lambda _: 9),
    "another quality": ("options.quality", lambda _: 12),
    "another format": ("options.format", lambda _: "png"),
    "other splits": ("options.splits", lambda _: ["val"]),
    "no originals": ("options.originals", lambda _: False),
    "another seed": ("seed", lambda _: 99),
    "another number of pictures": ("dataset.samples", lambda _: 99),
    "another fingerprint": ("dataset.fingerprint", lambda _: "0"),
    "another version of Python": ("versions.python", lambda _: "2.7"),
    "another version of numpy": ("versions.numpy", lambda _: "1.0"),
    "fewer steps": ("pipeline.steps", lambda steps: steps[:-1]),
    "another digest of the manifest": ("records.manifest", lambda _: "0"),
    "no digest of what was skipped": ("records.skipped", lambda _: None),
    "something more": ("note", lambda _: "mine"),
    "another checksum": ("checksum", lambda _: "0"),
    "no checksum": ("checksum", lambda _: None),
    "no digests": ("records", lambda _: None),
    "no versions": ("versions", lambda _: None),
    "no options": ("options", lambda _: None),
    "no pipeline": ("pipeline", lambda _: None),
}
FILES: dict[str, Damage] = {
    "a manifest that is a link": partial(linked, MANIFEST),
    "a list of what was skipped that is a link": partial(linked, SKIPPED),
    "an output that is a link": partial(linked, "a/0.jpg"),
    "no manifest": lambda out: (out / MANIFEST).unlink(),
    "no list of what was skipped": lambda out: (out / SKIPPED).unlink(),
    "no identity": lambda out: (out / IDENTITY).unlink(),
    "one picture gone with its lines": partial(taken_away, b'"a/1.png"'),
    "all pictures gone with their lines": partial(taken_away, b"{"),
    "a manifest that is a folder": partial(in_its_place, MANIFEST, Path.mkdir),
    "a manifest that is a pipe": partial(in_its_place, MANIFEST, os.mkfifo),
}
DAMAGES: dict[str, Damage] = {
    **{f"manifest {name}": partial(in_bytes, MANIFEST, change) for name, change in WHOLE.items()},
    **{f"manifest, {name}": partial(in_lines, change) for name, change in LINES.items()},
    **{f"manifest with {name}": partial(in_field, 1, *change) for name, change in FIELDS.items()},
    **{f"skipped {name}": partial(in_bytes, SKIPPED, change) for name, change in WHOLE.items()},
    **{f"identity {name}": partial(in_bytes, IDENTITY, change) for name, change in WHOLE.items()},
    **{f"identity with {name}": partial(in_identity, *change) for name, change in IDENTITIES.items()},
    **FILES,
}


def whole_export(root: Path) -> Path:
    """A finished export in ``root``, with its dataset beside it."""
    run_export(job_for(tiny_dataset(root / "in"), root / "out"), RunOptions(workers=1))
    return root


def verdict(out: Path) -> list[str]:
    """What verify finds, or why it refuses."""
    try:
        return [shown(difference) for difference in Verification(out).differences()]
    except ExportError as error:
        return [str(error)]


def outcome(whole: Path, root: Path, name: str) -> tuple[str, str]:
    """The first thing that verify says of some damage, and what becomes of it when the export is run again.

    Args:
        whole: What :func:`whole_export` gave; it stays as it is.
        root: A folder that is not there yet.
        name: One of :data:`DAMAGES`.
    """
    out = Path(shutil.copytree(whole, root)) / "out"
    DAMAGES[name](out)
    found = verdict(out)
    before = state(out)
    try:
        report = run_export(job_for(root / "in", out), RunOptions(workers=1))
    except ExportError as error:
        left = {file: text for file, text in state(out).items() if file not in (LOCK, JOURNAL)}
        became = "refused: " + str(error) if left == before else "changed, then refused"
    else:
        unmended = [skipped.name for skipped in report.skipped if skipped.name != "b/3.png"]
        mended = not unmended and state(out) == state(whole / "out") and not verdict(out)
        became = "mended" if mended else f"left: {', '.join(unmended)}"
    known = {str(root / "out"): "OUT", np.__version__: "NUMPY", __version__: "AUGSTUDIO"}
    first = found[0] if found else "nothing"
    for text, sign in known.items():
        first, became = first.replace(text, sign), became.replace(text, sign)
    return first, became


def rows(whole: Path, folder: Path) -> list[str]:
    """The table's rows, one for each damage."""
    outcomes = {name: outcome(whole, folder / str(n), name) for n, name in enumerate(DAMAGES)}
    cells = ((name, *(text.replace("|", "\\|") for text in texts)) for name, texts in outcomes.items())
    return [f"| {' | '.join(row)} |" for row in cells]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        found = rows(whole_export(Path(place) / "whole"), Path(place))
    text = PAGE.read_text(encoding="utf-8")
    head = text[: text.index("| --- |")]
    PAGE.write_text(head + "| --- | --- | --- |\n" + "\n".join(found) + "\n", encoding="utf-8")
