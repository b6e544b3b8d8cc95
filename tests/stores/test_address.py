"""Addresses of places in object stores."""

from __future__ import annotations

import pytest

from augstudio.errors import ExportError
from augstudio.stores.address import StoreAddress


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("s3://bucket", "s3://bucket"),
        ("s3://bucket/", "s3://bucket"),
        ("S3://bucket/a/b c/", "s3://bucket/a/b c"),
        ("gs://bucket/ä", "gs://bucket/ä"),
        ("az://container/x", "az://container/x"),
        ("memory://trial", "memory://trial"),
    ],
)
def test_an_address_is_its_text(text: str, shown: str) -> None:
    address = StoreAddress.parsed(text)
    assert str(address) == shown
    assert StoreAddress.parsed(shown) == address


@pytest.mark.parametrize("path", ["/data/out", "out", "C:\\out", "C://out", "s3:/bucket", "a/b://c", ""])
def test_a_path_is_no_address(path: str) -> None:
    assert StoreAddress.parsed(path) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ftp://server/x", "not with ftp://"),
        ("s3://me:TOPSECRET@bucket/x", "holds no name and no password"),
        ("s3://TOPSECRET@bucket/x", "holds no name and no password"),
        ("s3://me:TOPSECRET/with+slash@bucket/x", "holds no name and no password"),
        ("s3://me:TOPSECRET", "the bucket's name after s3://"),
        ("az://container/x?sv=1&sig=TOPSECRET", "ends before ? or #"),
        ("s3://bucket?X-Amz-Signature=TOPSECRET", "ends before ? or #"),
        ("s3://bucket/x#TOPSECRET", "ends before ? or #"),
        ("s3://server:9000/bucket", "AWS_ENDPOINT_URL"),
        ("s3://", "the bucket's name after s3://"),
        ("s3://bucket//x", "single slashes"),
        ("s3://bucket/a/../b", "single slashes"),
        ("s3://bucket/a\nb", "single slashes"),
    ],
)
def test_what_cannot_be_used_is_refused_without_what_may_be_secret(text: str, reason: str) -> None:
    with pytest.raises(ExportError) as refused:
        StoreAddress.parsed(text)
    assert reason in str(refused.value)
    assert "TOPSECRET" not in str(refused.value)


def test_places_lie_in_one_another_by_whole_names() -> None:
    bucket, outer, inner = (StoreAddress("s3", "b", prefix) for prefix in ("", "a", "a/b"))
    assert inner.around() == (outer, bucket)
    assert bucket.holds(inner)
    assert outer.holds(inner)
    assert outer.holds(outer)
    assert not inner.holds(outer)
    assert not outer.holds(StoreAddress("s3", "b", "ab"))
    assert not outer.holds(StoreAddress("gs", "b", "a/b"))
