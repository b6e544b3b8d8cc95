"""A stand-in for Amazon S3 on this machine, and stores to try things on."""

from __future__ import annotations

import itertools
import logging
import os
import urllib.request
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects

BUCKET = "pictures"
KEY = "AKIASTANDIN0EXAMPLE0"
SECRET = "stand-in/secret+key/that/nobody/may/print"
_places = itertools.count()


def environment(endpoint: str) -> dict[str, str]:
    """What leads obstore to a stand-in."""
    return {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_REGION": "us-east-1",
        "AWS_ALLOW_HTTP": "true",
    }


@contextmanager
def s3_server() -> Iterator[str]:
    """Run a stand-in in a thread of this process, with a bucket; gives its address."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from moto.server import ThreadedMotoServer

        server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        server.start()
        try:
            host, port = server.get_host_and_port()
            make_bucket(f"http://{host}:{port}")
            yield f"http://{host}:{port}"
        finally:
            server.stop()


def make_bucket(endpoint: str) -> None:
    """Make the bucket that tests use."""
    assert endpoint.startswith("http://127.0.0.1:")
    asked = urllib.request.Request(f"{endpoint}/{BUCKET}", method="PUT")
    urllib.request.urlopen(asked, timeout=60).close()


def mark_folder(endpoint: str, place: StoreAddress, folder: str) -> None:
    """Put an empty object whose name ends with a slash, as Amazon's console does for a folder."""
    assert endpoint.startswith("http://127.0.0.1:")
    address = f"{endpoint}/{BUCKET}/{quote(place.key(folder))}/"
    urllib.request.urlopen(urllib.request.Request(address, b"", method="PUT"), timeout=60).close()


def new_place(scheme: str) -> StoreAddress:
    """A place where nothing is."""
    return StoreAddress(scheme, BUCKET, f"exports/{os.getpid()}/{next(_places)}")


def objects_in(place: StoreAddress) -> dict[str, bytes]:
    """All objects in a place."""
    objects = Objects(place)
    return {name: objects.get(name) or b"" for name, _, _ in objects.listed()}
