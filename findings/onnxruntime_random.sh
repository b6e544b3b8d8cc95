#!/bin/sh
# onnxruntime 1.32.0, onnx 1.23.2, numpy 2.4.6; Python 3.11, Linux x86-64
#
# RandomNormal without a seed: two sessions that are made one after the other in the same process begin with the
# SAME numbers. A second run of one session gives others, and so does the first run in another process. So who
# looks whether a network gives the same twice by loading it twice and running each session once takes a network
# that draws random numbers for one that does not; the same session has to be run twice.
#
# Seen:
#   as described: the same in two sessions of a process, others in its second run and in another process
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check "onnxruntime==1.32.0" "onnx==1.23.2" "numpy==2.4.6"
cat > "$place/draw.py" <<'END'
import numpy as np
import onnxruntime
from onnx import TensorProto, helper

drawn = helper.make_node("RandomNormal", [], ["y"], shape=[2, 3])
output = helper.make_tensor_value_info("y", TensorProto.FLOAT, [2, 3])
graph = helper.make_graph([drawn], "draws", [], [output])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8).SerializeToString()
one, other = (onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"]) for _ in range(2))
first, new, second = one.run(None, {})[0], other.run(None, {})[0], one.run(None, {})[0]
assert np.array_equal(first, new), "two new sessions differ"
assert not np.array_equal(first, second), "two runs of a session are the same"
print(first.tobytes().hex())
END
here=$("$place/venv/bin/python" "$place/draw.py")
there=$("$place/venv/bin/python" "$place/draw.py")
if [ "$here" = "$there" ]; then
    echo "changed: two processes draw the same" >&2
    exit 1
fi
echo "as described: the same in two sessions of a process, others in its second run and in another process"
