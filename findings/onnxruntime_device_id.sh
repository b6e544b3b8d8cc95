#!/usr/bin/env bash
# onnxruntime 1.32.0; Python 3.11, Linux x86-64
#
# Since 1.29 the wheels from PyPI tell Microsoft how they are used on Linux and macOS, too. disable_telemetry_events(), which
# has been the way to say no, comes too late there: "import onnxruntime" alone puts a number for this machine and user and a
# store of what is to be sent into the user's cache folder, and that stays. Nothing is asked or said. Only
# ORT_DISABLE_TELEMETRY=1 in the environment, before the import, keeps it from doing so.
#
# Seen, files in an empty home folder after the import
#   and disable_telemetry_events(): deviceid, onnxruntime.db
#   with ORT_DISABLE_TELEMETRY=1:   none
# Nothing is sent from here: the script goes to no server itself, and a proxy that is not there is named.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check onnxruntime==1.32.0
cd "$place"

left() {
    home=$(mktemp -d "$place/home-XXXX")
    env -u ORT_DISABLE_TELEMETRY -u XDG_CACHE_HOME HOME="$home" https_proxy=nowhere "$@" \
        "$place/venv/bin/python" -c "import onnxruntime; onnxruntime.disable_telemetry_events()"
    find "$home" -type f ! -name '*-wal' ! -name '*-shm' -printf '%f\n' | sort | tr '\n' ' '
}

usual=$(left)
kept_out=$(left ORT_DISABLE_TELEMETRY=1)
echo "and disable_telemetry_events(): ${usual:-none}"
echo "with ORT_DISABLE_TELEMETRY=1:   ${kept_out:-none}"
[ "$usual" = "deviceid onnxruntime.db " ] && [ -z "$kept_out" ]
