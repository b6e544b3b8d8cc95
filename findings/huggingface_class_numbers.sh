#!/usr/bin/env bash
# datasets 5.2.0; Python 3.11, Linux x86-64
#
# class_encode_column, which makes numbers of classes from a column of names,
# - of a DatasetDict numbers each split by itself: where "bee" has no picture in the validation split, "cat" is 2 in training
#   and 1 in validation, and accuracy is that of other classes. Nothing is said;
# - sorts numbers as texts: of the numbers 0 to 11, 10 becomes 2, and 2 becomes 4, as "10" comes before "2".
# cast_column to a ClassLabel whose names stand in another order keeps the numbers, so that each cat is a dog from then on;
# align_labels_with_mapping is what changes them.
#
# Seen:
#   train ['ant', 'bee', 'cat'], a cat is 2; validation ['ant', 'cat'], a cat is 1
#   0 1 2 3 4 5 6 7 8 9 10 11 became 0 1 4 5 6 7 8 9 10 11 2 3
#   cats after cast_column: dog; after align_labels_with_mapping: cat
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check datasets==5.2.0
cat >"$place/encode.py" <<'PYTHON'
import sys

from datasets import ClassLabel, Dataset, DatasetDict, Features, disable_progress_bars

disable_progress_bars()
splits = DatasetDict(
    train=Dataset.from_dict({"class": ["ant", "bee", "cat"]}), validation=Dataset.from_dict({"class": ["ant", "cat"]})
).class_encode_column("class")
told = {name: (rows.features["class"].names, list(rows["class"])[-1]) for name, rows in splits.items()}
print("; ".join(f"{name} {names}, a cat is {number}" for name, (names, number) in told.items()))

numbers = list(range(12))
encoded = list(Dataset.from_dict({"class": numbers}).class_encode_column("class")["class"])
print(*numbers, "became", *encoded)

cats = Dataset.from_dict({"class": [0, 0]}, features=Features({"class": ClassLabel(names=["cat", "dog"])}))
other = cats.cast_column("class", ClassLabel(names=["dog", "cat"]))
aligned = cats.align_labels_with_mapping({"dog": 0, "cat": 1}, "class")
after = [rows.features["class"].int2str(list(rows["class"])[0]) for rows in (other, aligned)]
print(f"cats after cast_column: {after[0]}; after align_labels_with_mapping: {after[1]}")
apart = told == {"train": (["ant", "bee", "cat"], 2), "validation": (["ant", "cat"], 1)}
as_texts = encoded == [sorted(map(str, numbers)).index(str(number)) for number in numbers] != numbers
sys.exit(0 if apart and as_texts and after == ["dog", "cat"] else 1)
PYTHON
HF_HUB_OFFLINE=1 HF_HOME="$place/home" "$place/venv/bin/python" "$place/encode.py" 2>/dev/null
