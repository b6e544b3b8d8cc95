"""Damages an export's records at random; the damage is the same in every run."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from augstudio.errors import ExportError
from augstudio.export import RunOptions, run_export
from augstudio.export.files import JOURNAL, LOCK
from tests.export.jobs import job_for, unfinish
from tests.faults.checks import state
from tests.faults.records import IDENTITY, MANIFEST, SKIPPED, verdict

Edit = Callable[[bytearray, int, int, random.Random], None]

_MOST = 40
_SIGNS = (b'"', b"1", b"{", b"}", b"\n", b",", b":")
_OTHERS = (b"", b"-", b"1e999", b"NaN", b"null", b"\0", b"[", b"9" * 30, b"\\ud800", b"\r\n", b"\xff")


def _turn_bit(data: bytearray, start: int, end: int, chance: random.Random) -> None:
    if start < len(data):
        data[start] ^= 1 << chance.randrange(8)


def _cut(data: bytearray, start: int, end: int, chance: random.Random) -> None:
    del data[start:end]


def _put_in(data: bytearray, start: int, end: int, chance: random.Random) -> None:
    data[start:start] = chance.randbytes(1 + chance.randrange(9))


def _repeat(data: bytearray, start: int, end: int, chance: random.Random) -> None:
    data[start:start] = data[start:end]


def _move(data: bytearray, start: int, end: int, chance: random.Random) -> None:
    part = data[start:end]
    del data[start:end]
    place = chance.randrange(len(data) + 1)
    data[place:place] = part


def _replace_sign(data: bytearray, start: int, end: int, chance: random.Random) -> None:
    sign, other = chance.choice(_SIGNS), chance.choice(_OTHERS)
    data[start:] = data[start:].replace(sign, other, 1)


EDITS: tuple[Edit, ...] = (_turn_bit, _cut, _put_in, _repeat, _move, _replace_sign)


def check_records(whole: Path, root: Path, seed: int, rounds: int) -> int:
    """Damage records in so many rounds: each damage is found, and mended or refused with nothing touched.

    Args:
        whole: What :func:`~tests.faults.records.whole_export` gave; it stays as it is.
        root: A folder that is not there yet.
        seed: Of the damage.
        rounds: How many.

    Returns:
        How many rounds damaged anything.
    """
    chance = random.Random(seed)
    shutil.copytree(whole, root)
    right, damaged = state(whole / "out"), 0
    for number in range(rounds):
        shutil.rmtree(root / "out")
        shutil.copytree(whole / "out", root / "out")
        interrupted = not chance.randrange(4)
        if interrupted:
            unfinish(root / "out")
        records = (JOURNAL if interrupted else MANIFEST, IDENTITY, SKIPPED)
        names = chance.sample(records, chance.choice((1, 1, 1, 2)))
        for name in names:
            _damage(root / "out" / name, chance)
        if state(root / "out") != right:
            damaged += 1
            _check_round(root, right, f"seed {seed}, round {number}: {names}")
    return damaged


def _damage(place: Path, chance: random.Random) -> None:
    data = bytearray(place.read_bytes())
    for edit in chance.choices(EDITS, k=chance.randint(1, 3)):
        start = chance.randrange(len(data) + 1)
        edit(data, start, min(len(data), start + chance.randint(1, _MOST)), chance)
    place.write_bytes(data)


def _check_round(root: Path, right: dict[str, str], where: str) -> None:
    out = root / "out"
    assert verdict(out), where
    before = state(out)
    try:
        run_export(job_for(root / "in", out), RunOptions(workers=1))
    except ExportError:
        left = {
            file: text for file, text in state(out).items() if file in before or file not in (LOCK, JOURNAL)
        }
        assert left == before, where
    else:
        assert state(out) == right, where
        assert verdict(out) == [], where
