#!/usr/bin/env bash
# PySide6-Essentials 6.11.3; Python 3.11, Linux x86-64
#
# Once PySide6 is imported, every module from which something is imported for the first time is read again as a text, as
# a whole, to see whether "PySide6" occurs in it (for "from __feature__ import ..."), also in programs that use no such
# feature, and all these texts stay in linecache for as long as the process lives. Expected: a module with a .pyc costs
# the same before and after. A program with some hundred modules starts faster if it imports those first that need no Qt.
#
# Seen, of 100 modules of 400 lines each, all of them with a .pyc:
#   before PySide6: 0 sources read, 0 kept
#   after PySide6: 100 sources read, 100 kept
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check PySide6-Essentials==6.11.3
mkdir "$place/before" "$place/after"
for part in before after; do
    touch "$place/$part/__init__.py"
    for number in $(seq 100); do
        seq 400 | sed 's/.*/name_& = "a text that fills a line"/' >"$place/$part/m$number.py"
    done
done
"$place/venv/bin/python" -m compileall -q "$place/before" "$place/after"
cat >"$place/show.py" <<'PYTHON'
import linecache
import sys

read = set()


def noted(event, arguments):
    if event == "open" and str(arguments[0]).endswith(".py"):
        read.add(str(arguments[0]))


def imported(part):
    for number in range(1, 101):
        exec(f"from {part}.m{number} import name_1")
    sources = [name for name in read if f"/{part}/m" in name]
    kept = [name for name in linecache.cache if f"/{part}/m" in name]
    print(f"{part} PySide6: {len(sources)} sources read, {len(kept)} kept")
    return len(sources), len(kept)


sys.addaudithook(noted)
first = imported("before")
import PySide6.QtCore

second = imported("after")
sys.exit(0 if first == (0, 0) and second == (100, 100) else 1)
PYTHON
cd "$place" && "$place/venv/bin/python" "$place/show.py"
