"""Sets and maps of digests hold what plain ones hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from augstudio.export.digests import _FIRST_PLACES, DigestMap

texts = st.text(max_size=3)


@given(st.lists(st.tuples(texts, st.binary(max_size=5)), max_size=60), st.lists(texts, max_size=20))
def test_a_map_is_a_dictionary(items: list[tuple[str, bytes]], others: list[str]) -> None:
    found, expected = DigestMap(), dict(items)
    for text, data in items:
        found.put(text, data)
    assert len(found) == len(expected)
    for text in (*expected, *others):
        assert found.get(text) == expected.get(text)


def test_a_map_grows() -> None:
    found = DigestMap()
    count = 5 * _FIRST_PLACES
    for number in range(count):
        found.put(str(number), b"old")
        found.put(str(number), number.to_bytes(4, "little"))
    assert len(found) == count
    assert [found.get(str(number)) for number in range(count)] == [
        number.to_bytes(4, "little") for number in range(count)
    ]
    assert found.get(str(count)) is None
