#!/usr/bin/env bash
# opencv-python-headless 4.12.0.88 and 4.14.0.94 (5.0.0.93 as the latter), numpy 2.2.6; Python 3.11, Linux x86-64
#
# cv2.minAreaRect names the same turned rectangle otherwise from one 4.x version to the next: 4.12 gives angles above 0 up to
# 90 degrees, 4.14 from -90 below 0, with width and height exchanged. The corners of cv2.boxPoints are the same ones but begin
# with another. What keeps (centre, size, angle) of turned boxes, or takes the first corner or "width" for the thing's own, as
# files of turned boxes and networks trained on them do, gets other numbers for the same corners, and nothing is said.
#
# Seen, width, height and angle for a rectangle of 40 x 20 turned by 30 degrees, and the first corner:
#   4.12: 40, 20, 30, corner 27.7, 48.7; 4.14: 20, 40, -60, corner 62.3, 68.7
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cat >"$place/turned.py" <<'PYTHON'
import cv2
import numpy as np

found = cv2.minAreaRect(cv2.boxPoints(((50, 50), (40, 20), 30)))
_, (width, height), angle = found
corners = cv2.boxPoints(found)
first = corners[0]
together = sorted(np.round(corners, 1).tolist())
print(f"{width:.0f} {height:.0f} {angle:.0f} corner {first[0]:.1f} {first[1]:.1f} of {together}")
PYTHON
for version in 4.12.0.88 4.14.0.94; do
    python3 -m venv "$place/$version"
    "$place/$version/bin/pip" install -q --disable-pip-version-check "opencv-python-headless==$version" numpy==2.2.6
    "$place/$version/bin/python" "$place/turned.py" >"$place/$version.txt"
    echo "$version: $(cat "$place/$version.txt")"
done
grep -q "^40 20 30 corner 27.7 48.7 of " "$place/4.12.0.88.txt"
grep -q "^20 40 -60 corner 62.3 68.7 of " "$place/4.14.0.94.txt"
test "$(sed 's/.* of //' "$place/4.12.0.88.txt")" = "$(sed 's/.* of //' "$place/4.14.0.94.txt")"
