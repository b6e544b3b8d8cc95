#!/usr/bin/env bash
# obstore 0.12.1; Python 3.11, Linux x86-64
#
# AWS_ALLOW_HTTP, which lets S3Store speak plain HTTP to a server such as MinIO, counts only as long as no option
# of the client is given: with client_options={"timeout": "5s"}, which says nothing of HTTP, the same request ends
# before anything is sent, with "builder error". Expected: what is given is put over what the environment says,
# as it is with the other values of the environment (the keys, the endpoint), which do count in both cases.
#
# Seen, of a server on this machine that answers each request with an empty object:
#   environment alone: answered
#   and a timeout: refused, builder error
#   and a timeout and allow_http: answered
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check obstore==0.12.1
cat >"$place/show.py" <<'PYTHON'
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.send_header("ETag", '"1"')
        self.send_header("Last-Modified", "Mon, 02 Nov 2026 10:00:00 GMT")
        self.end_headers()

    def log_message(self, *arguments):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
os.environ.update(
    AWS_ENDPOINT_URL=f"http://127.0.0.1:{server.server_port}",
    AWS_ALLOW_HTTP="true",
    AWS_ACCESS_KEY_ID="key",
    AWS_SECRET_ACCESS_KEY="secret",
    AWS_REGION="us-east-1",
)

import obstore
from obstore.store import S3Store

WAYS = {
    "environment alone": {},
    "and a timeout": {"client_options": {"timeout": "5s"}},
    "and a timeout and allow_http": {"client_options": {"timeout": "5s", "allow_http": True}},
}
found = []
for name, options in WAYS.items():
    try:
        obstore.get(S3Store("bucket", **options), "object").bytes()
        found.append("answered")
    except Exception as error:
        found.append("refused, builder error" if "builder error" in str(error) else f"refused: {error}")
    print(f"{name}: {found[-1]}")
sys.exit(0 if found == ["answered", "refused, builder error", "answered"] else 1)
PYTHON
"$place/venv/bin/python" "$place/show.py"
