"""Whole objects in stores, in memory and in a stand-in for S3."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from augstudio.errors import ExportError, message_of
from augstudio.stores import objects as module
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects, Tag
from tests.stand_in import KEY, SECRET, environment, new_place, s3_server


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with s3_server() as address:
        yield address


@pytest.fixture(params=["memory", "s3"])
def objects(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Objects:
    if request.param == "s3":
        for name, value in environment(request.getfixturevalue("endpoint")).items():
            monkeypatch.setenv(name, value)
    return Objects(new_place(request.param))


def test_an_object_is_put_only_where_none_is(objects: Objects) -> None:
    assert objects.create("a/b.jpg", b"first", "11")
    assert objects.create("a/b.jpg", b"second", "22") is None
    head = objects.head("a/b.jpg")
    assert head is not None
    assert (head.size, head.sha256, objects.get("a/b.jpg")) == (5, "11", b"first")


def test_of_many_who_put_one_object_one_succeeds(objects: Objects) -> None:
    won: list[int] = []
    together = threading.Barrier(4)

    def put(number: int) -> None:
        together.wait()
        if objects.create("lock", str(number).encode()):
            won.append(number)

    threads = [threading.Thread(target=put, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert objects.get("lock") == str(won[0]).encode()


def test_an_object_is_replaced_only_in_the_state_that_was_looked_at(objects: Objects) -> None:
    first = objects.create("lock", b"1")
    assert isinstance(first, Tag)
    second = objects.replace("lock", b"2", first)
    assert second is not None
    assert objects.replace("lock", b"3", first) is None
    objects.delete(("lock",))
    assert objects.replace("lock", b"4", second) is None
    assert objects.get("lock") is None


def test_names_are_listed_as_they_were_put(objects: Objects) -> None:
    names = ["a b.jpg", "a#b?c&d=e+f.jpg", "c/%20.png", "c/[x]~{y}.png", "猫/é.jpg", "*'\"\\.txt"]
    for name in names:
        objects.put(name, b"x")
    assert sorted(name for name, _, _ in objects.listed()) == sorted(names)
    assert sorted(name for name, _, _ in objects.listed("c")) == ["c/%20.png", "c/[x]~{y}.png"]
    objects.delete(names)
    assert not list(objects.listed())


@pytest.mark.parametrize("name", ["a\nb.jpg", "a\x7f.jpg", "x" * 1100])
def test_a_name_that_no_object_can_have_is_that_of_one_place(objects: Objects, name: str) -> None:
    for ask in (objects.head, lambda name: objects.create(name, b"x")):
        with pytest.raises(OSError, match=r"name") as refused:
            ask(name)
        assert refused.value.errno == 22


def test_what_is_not_there_is_nothing(objects: Objects) -> None:
    assert objects.head("no") is None
    assert objects.get("no") is None
    assert objects.digest("no") is None
    objects.delete(("no",))


def test_a_large_file_is_put_in_pieces_with_its_digest(
    objects: Objects, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_AT_ONCE", 1)
    file = tmp_path / "large"
    file.write_bytes(bytes(range(256)) * 24_000)
    objects.put_file("large", file, "33")
    head = objects.head("large")
    assert head is not None
    assert (head.size, head.sha256) == (256 * 24_000, "33")
    assert b"".join(objects.pieces("large")) == file.read_bytes()


def test_a_bucket_that_is_not_there_is_named(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment(endpoint).items():
        monkeypatch.setenv(name, value)
    nowhere = Objects(StoreAddress("s3", "no-such-bucket", "x"))
    for ask in (lambda: nowhere.put("a", b"x"), lambda: list(nowhere.listed())):
        with pytest.raises(OSError, match="there is no bucket no-such-bucket"):
            ask()


def test_a_store_that_does_not_answer_is_told_of_without_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment("http://127.0.0.1:9").items():
        monkeypatch.setenv(name, value)
    silent = Objects(StoreAddress("s3", "bucket", "x"), patient=False)
    with pytest.raises(OSError, match="the store does not answer") as refused:
        silent.put("a", b"x")
    said = f"{message_of(refused.value)} {refused.value!r} {refused.value.filename}"
    assert KEY not in said
    assert SECRET not in said
    assert "127.0.0.1" not in said


def test_without_obstore_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    assert not module.is_there()
    with pytest.raises(ExportError, match=r"install augstudio\[remote\]"):
        Objects(StoreAddress("s3", "bucket"))
