"""Whether the records of an export are those that it wrote."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from augstudio.errors import ExportError
from augstudio.export.files import IDENTITY, JOURNAL, MANIFEST, SKIPPED
from augstudio.export.identity import mark_of
from augstudio.export.manifest import Output, State
from augstudio.export.recorded import identity_fault, read_identity
from augstudio.export.regular import MISSING, NoFileError, opened
from augstudio.export.strict import lines_of

_DAMAGED: Final = "the line is damaged"
_REASONS: Final = {
    State.RIGHT: "",
    State.REWRITTEN: "the line says the same as before, but in other bytes",
    State.CHANGED: "the line was changed: its checksum is not that of its contents",
    State.DAMAGED: _DAMAGED,
}
_OTHER_BYTES: Final = "its bytes are not those that the export wrote"


@dataclass(frozen=True)
class Line:
    """A line of the manifest.

    Attributes:
        number: From 1.
        output: Its record, if it holds one.
        fault: What is wrong with it, for people; "" where nothing is.
    """

    number: int
    output: Output | None
    fault: str


class RecordCheck:
    """The records of an export, read once and compared with what they say of each other.

    Attributes:
        old: Whether the export is of the first format, which says nothing of its records.
        has_manifest: Whether there is a manifest to be read, once :meth:`lines` is exhausted.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        self._fault, reliable = identity_fault(out)
        self._described: dict[str, Any] | None = None
        self._mark: str | None = None
        if reliable:
            try:
                self._described = read_identity(out)
                self._mark = mark_of(self._described)
            except (ExportError, KeyError, TypeError, AttributeError, ValueError):
                self._described = None
        self.old = self._mark == ""
        self.has_manifest = False
        self._manifest_faults: list[str] = []

    def identity_faults(self) -> Iterator[tuple[str, str]]:
        """What is wrong with the file that says which export it is: name and reason."""
        if self._fault:
            yield IDENTITY, self._fault
        elif self._described is None:
            yield IDENTITY, "it is damaged: fields are missing"
        elif not self.old and self._records is None and not (self._out / JOURNAL).exists():
            yield IDENTITY, "it says that the export is not finished; run the same export again, it goes on"

    def lines(self) -> Iterator[Line]:
        """The manifest's lines; damaged ones, and such as stand where they do not belong, say so."""
        whole = hashlib.sha256()
        last: tuple[tuple[str, ...], int] = ((), -1)
        number = samples = faults = 0
        try:
            with opened(self._out, self._out / MANIFEST) as stream:
                self.has_manifest = True
                for number, data in enumerate(lines_of(stream), start=1):
                    whole.update(data)
                    output, fault = self._examined(data)
                    if output is not None:
                        place = (tuple(output.key.split("/")), output.copy)
                        samples += place[0] != last[0]
                        if place < last:
                            fault = fault or "the line stands where it does not belong"
                        last = place
                    faults += bool(fault)
                    yield Line(number, output, fault)
        except NoFileError as error:
            unfinished = str(error) == MISSING and (self._out / JOURNAL).exists()
            hint = "; the export is not finished: run the same export again, it goes on"
            self._manifest_faults.append(f"{error}{hint if unfinished else ''}")
            return
        except OSError as error:
            self._manifest_faults.append(f"cannot be read: {error.strerror or error}")
            return
        self._compare(whole.hexdigest(), number, samples, faults)

    def file_faults(self) -> Iterator[tuple[str, str]]:
        """What is wrong with the records as a whole, once :meth:`lines` is exhausted: name and reason."""
        yield from ((MANIFEST, fault) for fault in self._manifest_faults)
        if self._records is not None:
            fault = self._skipped_fault(self._records.get("skipped"))
            if fault:
                yield SKIPPED, fault

    @property
    def _records(self) -> dict[str, Any] | None:
        records = None if self._described is None else self._described.get("records")
        return records if isinstance(records, dict) else None

    def _examined(self, data: bytes) -> tuple[Output | None, str]:
        if self._mark is None:
            output = Output.from_line(data)
            return output, _DAMAGED if output is None else ""
        output, state = Output.examined(data, self._mark)
        return output, _REASONS[state]

    def _compare(self, sha256: str, lines: int, samples: int, faults: int) -> None:
        """Compare the manifest with what the identity says of it."""
        written = None if self._records is None else self._records.get("manifest")
        if not isinstance(written, dict) or written.get("sha256") == sha256:
            return
        if written.get("lines") != lines:
            fault = f"it has {lines:,} lines, the export wrote {written.get('lines')}"
            self._manifest_faults.append(fault)
        elif not faults:
            self._manifest_faults.append(_OTHER_BYTES)

    def _skipped_fault(self, written: Any) -> str:
        whole = hashlib.sha256()
        try:
            with opened(self._out, self._out / SKIPPED) as stream:
                for data in lines_of(stream):
                    whole.update(data)
        except NoFileError as error:
            return "" if written is None and str(error) == MISSING else str(error)
        except OSError as error:
            return f"cannot be read: {error.strerror or error}"
        if written is None:
            return "the export wrote none, as it left nothing out"
        expected = written.get("sha256") if isinstance(written, dict) else None
        return "" if whole.hexdigest() == expected else _OTHER_BYTES
