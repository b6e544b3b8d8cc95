"""The proof that exports survive whatever happens to them: ``python -m tests.faults``.

Runs everything in this folder: ``test_*.py``, the short proofs that are part of every test run, and
``long_*.py``, which take minutes:

- ``long_calls.py``: each single call by which an export changes its folder fails (EIO, ENOSPC; once, or from
  then on) or is the last one (killed, power cut), with one worker and with several;
- ``long_kills.py``: 50 workers, 50 whole programs and 50 programs without their workers are killed at random
  times, 50 programs are asked to end;
- ``long_disk.py``: disks of every size that is too small;
- ``long_notes.py``: 90,000 picture files with odd notes;
- ``long_state.py``: 10,000 odd files of settings, 50,000 of kept work and 50,000 of pipelines;
- ``long_records.py``: 10,000 times records damaged at random;
- ``long_corpus.py``: all pictures of Pillow's own tests, which pip fetches.

Further arguments go to pytest, as in ``python -m tests.faults -k corpus``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest


def main() -> int:
    """Run all proofs; pytest's exit code."""
    here = Path(__file__).parent
    return int(pytest.main([str(here), "-o", "python_files=test_*.py long_*.py", *sys.argv[1:]]))


if __name__ == "__main__":
    sys.exit(main())
