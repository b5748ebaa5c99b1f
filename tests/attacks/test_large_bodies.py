"""The application writes no upload to the disk, and refuses bodies over 1 MB before it parses anything of them."""

import io
import tempfile
from typing import Any

import pytest
from django.core.files import uploadhandler
from django.http import multipartparser
from django.test import Client, RequestFactory

from billing_access.api.body_limit import BODY_LIMIT, body_is_too_large
from billing_access.routes import ROUTES
from config.site_views import SITE_ROUTES

pytestmark = pytest.mark.django_db
BOUNDARY = "limit"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


def _multipart(size: int) -> bytes:
    """A form with one file of so many bytes."""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    return head.encode() + b"a" * size + f"\r\n--{BOUNDARY}--\r\n".encode()


@pytest.fixture
def no_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of temporary files that are made, which is tried in every way that Django has."""
    made: list[str] = []

    def note(*arguments: object, **_: object) -> Any:
        made.append(repr(arguments))
        raise AssertionError("a temporary file was made")

    for name in ("NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, note)
    monkeypatch.setattr(uploadhandler, "TemporaryUploadedFile", note)
    return made


def test_no_page_or_route_parses_or_stores_a_large_body(
    all_pages: list[str],
    filled: Any,
    acme: Any,
    alice: Any,
    sign_in: Any,
    cells: Any,
    no_files: list[str],
    monkeypatch: Any,
) -> None:
    client: Client = sign_in(alice)
    paths = [filled(page, acme) for page in all_pages]
    paths += [route.path.replace("{run_id}", "r") for route in (*ROUTES, *SITE_ROUTES)] + ["/admin/login/", "/none/"]
    monkeypatch.setattr(multipartparser.MultiPartParser, "parse", lambda _: pytest.fail("the body was parsed"))
    body = _multipart(5 * BODY_LIMIT)
    for path in paths:
        with cells(path):
            answer = client.post(path, body, content_type=MULTIPART)
            assert answer.status_code == 413, path
            assert "1,048,576" in answer.content.decode() or "1048576" in answer.content.decode()
            if path.startswith("/v1/"):
                assert answer.json()["code"] == "body_too_large"
    assert len(paths) > 60
    assert not no_files


@pytest.mark.parametrize("path", ["/sign-in/", "/v1/billing/state"])
def test_a_body_of_a_megabyte_is_no_file_either(path: str, no_files: list[str]) -> None:
    answer = Client().post(path, _multipart(BODY_LIMIT - 1000), content_type=MULTIPART)
    assert answer.status_code in {200, 401}
    assert not no_files


@pytest.mark.parametrize(
    ("length", "is_too_large"),
    [
        (None, False),
        ("", False),
        ("0", False),
        (str(BODY_LIMIT), False),
        (str(BODY_LIMIT + 1), True),
        ("9" * 5000, True),
    ],
)
def test_the_length_that_a_client_names_decides(length: str | None, is_too_large: bool) -> None:
    request = RequestFactory().get("/")
    request.META.pop("CONTENT_LENGTH", None)
    if length is not None:
        request.META["CONTENT_LENGTH"] = length
    assert body_is_too_large(request) is is_too_large


@pytest.mark.parametrize(("size", "is_too_large"), [(10, False), (BODY_LIMIT, False), (BODY_LIMIT + 1, True)])
def test_a_body_in_chunks_is_read_as_far_as_the_limit(size: int, is_too_large: bool) -> None:
    request = RequestFactory().post("/", headers={"Transfer-Encoding": "chunked"})
    request.META["wsgi.input"] = io.BytesIO(b"a" * size)
    assert body_is_too_large(request) is is_too_large
