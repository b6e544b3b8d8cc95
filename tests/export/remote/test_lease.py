"""One export at a time in a place of a store, also after one was ended by force."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from augstudio.errors import ExportError
from augstudio.export import RunOptions, run_export
from augstudio.export.files import JOURNAL, LOCK, PARTS
from augstudio.export.part import Part
from augstudio.export.remote import lease
from augstudio.export.remote.batches import batch_names, number_of
from augstudio.export.remote.lease import leased
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects
from tests.export.jobs import job_for

ONE = RunOptions(workers=1)


def held_by(**others: object) -> bytes:
    holder = {
        "process": os.getpid(),
        "host": "elsewhere",
        "started": "2026-01-01",
        "space": 0,
    }
    return json.dumps(holder | others).encode()


def test_the_second_one_is_refused_and_told_who_runs(any_place: StoreAddress, dataset: Path) -> None:
    job = replace(job_for(dataset, Path()), store=any_place)
    with leased(Objects(any_place)):
        for refused in (job, replace(job, part=Part(2, 1))):
            with pytest.raises(ExportError, match=f"is running in {any_place} .process {os.getpid()} on"):
                run_export(refused, ONE)
    with leased(Objects(any_place), f"{PARTS}/0-of-2"):
        with pytest.raises(ExportError, match="another export is running"):
            run_export(job, ONE)
        run_export(replace(job, part=Part(2, 1)), ONE)
    assert not [name for name, _, _ in Objects(any_place).listed() if LOCK in name]


def test_of_many_one_holds_the_place(any_place: StoreAddress) -> None:
    entered, left = [], []
    together = threading.Barrier(4)
    done = threading.Event()

    def hold() -> None:
        together.wait()
        try:
            with leased(Objects(any_place)):
                entered.append(1)
                done.wait()
        except ExportError:
            left.append(1)
            if len(left) == 3:
                done.set()

    threads = [threading.Thread(target=hold) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(entered), len(left)) == (1, 3)


def test_a_process_of_this_machine_that_is_gone_holds_nothing(place: StoreAddress) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    objects = Objects(place)
    objects.put(LOCK, held_by(process=gone.pid, host=platform.node(), space=lease._space()))
    with leased(objects):
        assert json.loads(objects.get(LOCK) or b"")["process"] == os.getpid()
    assert objects.get(LOCK) is None


def test_one_of_another_machine_holds_until_it_shows_no_life(
    place: StoreAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    objects = Objects(place)
    objects.put(LOCK, held_by())
    with pytest.raises(ExportError, match=r"on elsewhere, since 2026-01-01.*its place is free 90 seconds"):
        leased(objects).__enter__()
    monkeypatch.setattr(lease, "LOST_SECONDS", -1.0)
    with leased(objects):
        assert [name for name, _, _ in objects.listed()] == [LOCK]
    assert not list(objects.listed())


def test_a_lock_is_put_again_while_it_is_held(place: StoreAddress, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lease, "RENEWED_SECONDS", 0.001)
    objects, renewed = Objects(place), threading.Event()
    put: Callable[..., object] = objects.replace

    def replaced(*arguments: object) -> object:
        renewed.set()
        return put(*arguments)

    monkeypatch.setattr(objects, "replace", replaced)
    with leased(objects):
        before = objects.head(LOCK)
        renewed.clear()
        assert renewed.wait(60)
    assert before is not None
    assert objects.head(LOCK) is None


def test_a_lock_that_another_one_has_by_now_stays_its_own(place: StoreAddress) -> None:
    objects = Objects(place)
    with leased(objects):
        objects.put(LOCK, held_by())
    assert objects.get(LOCK) == held_by()


def test_who_was_taken_for_lost_does_not_write_over_the_others_journal(
    place: StoreAddress, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("augstudio.export.remote.batches.SPACING_SECONDS", 0.0)
    objects = Objects(place)

    def other_goes_on(_progress: object) -> None:
        numbers = [number_of(name) for name in batch_names(objects, JOURNAL)]
        if numbers:
            objects.create(f"{JOURNAL}/{max(numbers) + 1:08d}.jsonl", b"")

    with pytest.raises(ExportError, match=r"another run of the export in memory://.* has gone on meanwhile"):
        run_export(replace(job_for(dataset, Path()), store=place), ONE, on_progress=other_goes_on)
