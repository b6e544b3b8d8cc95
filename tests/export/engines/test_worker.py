"""A worker's end of its connection to the pool."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import TypeAlias

import pytest

from augstudio.datasets.base import Sample
from augstudio.export.engine import Assignment
from augstudio.export.engines import worker
from augstudio.export.engines.messages import (
    Alive,
    FromWorker,
    MemoryGranted,
    MemoryRequest,
    Pause,
    Resume,
    ToWorker,
)
from augstudio.export.engines.worker import WorkerChannel
from augstudio.export.rendering import StoppedError
from augstudio.export.tasks import Task

SHARE = 1000
Ends: TypeAlias = "tuple[Connection[ToWorker, FromWorker], WorkerChannel]"
ASSIGNMENT = Assignment(3, Task(Sample("a.png", "a.png"), ()))


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ends]:
    """The pool's end, and a worker that looks and beats whenever it is asked."""
    monkeypatch.setattr(worker, "_GLANCE_SECONDS", 0.0)
    monkeypatch.setattr(worker, "_BEAT_SECONDS", 0.0)
    ours, theirs = multiprocessing.Pipe()
    with ours, theirs:
        yield ours, WorkerChannel(theirs, SHARE)


def said(connection: Connection[ToWorker, FromWorker]) -> list[FromWorker]:
    """What the worker has said so far."""
    found = []
    while connection.poll():
        found.append(connection.recv())
    return found


def close(connection: Connection[ToWorker, FromWorker]) -> None:
    """Close the pool's end; where something in it is unread, systems say that it was reset instead."""
    said(connection)
    connection.close()


def test_an_assignment_is_given_as_it_was_sent(ends: Ends) -> None:
    pool, channel = ends
    pool.send(ASSIGNMENT)
    assert channel.next_assignment() == ASSIGNMENT
    close(pool)
    with pytest.raises(EOFError):
        channel.next_assignment()


def test_a_pause_that_came_before_an_assignment_holds_it_up(ends: Ends) -> None:
    pool, channel = ends
    for message in (Pause(), ASSIGNMENT, Resume()):
        pool.send(message)
    assert channel.next_assignment() == ASSIGNMENT
    for message in (Pause(), ASSIGNMENT):
        pool.send(message)
    close(pool)
    with pytest.raises(EOFError):  # and not the assignment: it is still paused
        channel.next_assignment()


def test_signs_of_life_are_shown_only_by_work_that_goes_on(ends: Ends) -> None:
    pool, channel = ends
    assert not channel.stopped_meanwhile()
    assert said(pool) == []
    assert not channel.stopped()
    assert said(pool) == [Alive()]
    close(pool)
    assert channel.stopped()
    assert channel.stopped_meanwhile()


def test_between_two_glances_nothing_is_said(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_GLANCE_SECONDS", 60.0)
    pool, channel = ends
    assert not channel.stopped()
    close(pool)
    assert not channel.stopped()


def test_memory_within_the_share_is_taken_without_asking(ends: Ends) -> None:
    pool, channel = ends
    channel.request_memory(SHARE, 10)
    assert said(pool) == []


def test_more_memory_is_asked_for_and_waited_for(ends: Ends) -> None:
    pool, channel = ends
    for message in (Pause(), Resume(), MemoryGranted()):
        pool.send(message)
    channel.request_memory(SHARE + 1, 10)
    assert said(pool) == [MemoryRequest(SHARE + 1, 10)]
    close(pool)
    with pytest.raises(StoppedError):
        channel.request_memory(SHARE + 1, 10)
