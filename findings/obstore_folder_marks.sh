#!/usr/bin/env bash
# obstore 0.12.1, moto 5.2.5, boto3 (any); Python 3.11, Linux x86-64
#
# Amazon's console marks a folder by an empty object whose name ends with a slash, such as "v1.2/". obstore's list
# gives it without the slash, so that it looks like a file "v1.2" beside a folder of the same name, and get and
# head of what was listed raise FileNotFoundError. The other way round, put of "v1.2/" replaces the object "v1.2"
# without a word. Expected: names as they are in the store, or an error, as for other names that obstore does not
# take ("a//b" raises ValueError).
#
# Seen, with objects "v1.2/" (0 bytes) and "v1.2/a.jpg" in a bucket:
#   listed: v1.2 (0 bytes), v1.2/a.jpg (3 bytes)
#   get of v1.2: FileNotFoundError
#   put of "file/" over "file": the bytes of "file" are now b'new'
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check obstore==0.12.1 'moto[s3,server]==5.2.5'
cat >"$place/show.py" <<'PYTHON'
import logging
import os
import sys

logging.getLogger("werkzeug").setLevel(logging.ERROR)
import boto3
import obstore
from moto.server import ThreadedMotoServer
from obstore.store import S3Store

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
endpoint = "http://{}:{}".format(*server.get_host_and_port())
os.environ.update(
    AWS_ENDPOINT_URL=endpoint,
    AWS_ALLOW_HTTP="true",
    AWS_ACCESS_KEY_ID="key",
    AWS_SECRET_ACCESS_KEY="secret",
    AWS_REGION="us-east-1",
    AWS_DEFAULT_REGION="us-east-1",
)
client = boto3.client("s3", endpoint_url=endpoint)
client.create_bucket(Bucket="bucket")
client.put_object(Bucket="bucket", Key="v1.2/", Body=b"")
client.put_object(Bucket="bucket", Key="v1.2/a.jpg", Body=b"abc")
store = S3Store("bucket")
listed = sorted((item["path"], item["size"]) for items in obstore.list(store) for item in items)
print("listed:", ", ".join(f"{path} ({size} bytes)" for path, size in listed))
try:
    obstore.get(store, "v1.2")
    got = "there"
except Exception as error:
    got = type(error).__name__
print("get of v1.2:", got)
obstore.put(store, "file", b"old")
obstore.put(store, "file/", b"new")
kept = client.get_object(Bucket="bucket", Key="file")["Body"].read()
print(f'put of "file/" over "file": the bytes of "file" are now {kept}')
server.stop()
same = listed == [("v1.2", 0), ("v1.2/a.jpg", 3)] and got == "FileNotFoundError" and kept == b"new"
sys.exit(0 if same else 1)
PYTHON
"$place/venv/bin/python" "$place/show.py"
