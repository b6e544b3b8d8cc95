"""Networks in ONNX files: looked through, tried out, run."""
