#!/bin/sh
# distributed 2026.8.0, dask 2026.8.0; Python 3.11, Linux x86-64
#
# One task ends its worker's process each time it is run; another one, which does nothing, waits behind it on the
# same worker. After four such ends BOTH fail with KilledWorker, and of both it is said that they were attempted
# on four workers "but all those workers died while running it". The second one was never begun. So KilledWorker
# does not tell which task was to blame: whoever leaves out what fails so loses harmless ones; they have to be
# tried again, each by itself.
#
# Seen:
#   as described: both fail with KilledWorker; the harmless one was begun 0 times
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check "distributed==2026.8.0" "dask==2026.8.0"
cat > "$place/blame.py" <<'END'
import logging
import os
import sys
from pathlib import Path

from distributed import Client, KilledWorker, LocalCluster

begun = Path(sys.argv[1])


def crash():
    (begun / f"crash-{os.getpid()}").touch()
    os._exit(1)


def harmless():
    (begun / f"harmless-{os.getpid()}").touch()


if __name__ == "__main__":
    begun.mkdir()
    quiet = {"dashboard_address": None, "silence_logs": logging.CRITICAL}
    with LocalCluster(n_workers=1, threads_per_worker=1, **quiet) as cluster, Client(cluster) as client:
        first = client.submit(crash, pure=False, priority=1)
        second = client.submit(harmless, pure=False)
        errors = [future.exception(timeout=200) for future in (first, second)]
        client.wait_for_workers(1, timeout=100)  # a cluster that closes while it starts a worker fails
    assert len(list(begun.glob("crash-*"))) == 4, "another number of attempts"
    times = len(list(begun.glob("harmless-*")))
    assert [type(error) for error in errors] == [KilledWorker, KilledWorker], errors
    assert times == 0, f"the harmless one was begun {times} times"
    assert "all those workers died while running it" in str(errors[1])
END
if ! "$place/venv/bin/python" "$place/blame.py" "$place/begun"; then
    echo "changed: see above" >&2
    exit 1
fi
echo "as described: both fail with KilledWorker; the harmless one was begun 0 times"
