from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from augstudio.export import ExportOptions
from augstudio.export.sample_keys import SampleKeys


@given(st.lists(st.text(max_size=3), max_size=20))
def test_keys_are_in_order_and_each_once(names: list[str]) -> None:
    keys, wanted = SampleKeys(names), tuple(sorted(set(names)))
    assert keys == SampleKeys(reversed(names)) == wanted
    assert (len(keys), list(keys), keys[:1]) == (len(wanted), list(wanted), wanted[:1])
    assert hash(keys) == hash(wanted)
    assert pickle.loads(pickle.dumps(keys)) == keys
    assert keys != (*wanted, "one more")


def test_very_many_are_gone_through_only_when_they_are_needed() -> None:
    asked: list[str] = []

    def given_keys() -> Iterator[str]:
        for name in ("b", "a", "c"):
            asked.append(name)
            yield name

    keys = SampleKeys(given_keys(), 3)
    options = ExportOptions(only=keys)
    again = replace(options, copies=2)
    assert again.only is keys
    assert (len(keys), asked) == (3, [])
    assert again.to_dict()["only"] == ["a", "b", "c"]
    assert options == ExportOptions(only=("c", "b", "a"))
    assert asked == ["b", "a", "c"]
