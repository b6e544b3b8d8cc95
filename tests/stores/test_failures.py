"""What is said where a store refuses."""

from __future__ import annotations

import pytest

from augstudio.stores.failures import reason_of


class PermissionDeniedError(Exception):
    """As obstore's."""


def test_an_answer_is_told_by_its_code_alone() -> None:
    answer = (
        "The operation lacked the necessary privileges: Error performing PUT http://h/b/k in 5ms - Server "
        "returned non-2xx status code: 403 Forbidden: <Error><Code>SignatureDoesNotMatch</Code>"
        "<AWSAccessKeyId>AKIA</AWSAccessKeyId><StringToSign>TOPSECRET</StringToSign></Error>\n\n"
        "Debug source: TOPSECRET"
    )
    assert reason_of(PermissionDeniedError(answer)) == (
        "the store does not permit it with the keys in the environment (SignatureDoesNotMatch)"
    )
    assert reason_of(ValueError(answer)) == (
        "The operation lacked the necessary privileges: Server returned non-2xx status code: 403 Forbidden "
        "(SignatureDoesNotMatch)"
    )


def test_secrets_of_the_environment_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_STORAGE_SAS_KEY", "sv=2&sig=TOPSECRET")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "TOPSECRET")
    assert reason_of(ValueError("bad key sv=2&sig=TOPSECRET, TOPSECRET")) == "bad key …, …"
