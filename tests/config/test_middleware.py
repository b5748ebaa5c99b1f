"""A query string is read as UTF-8, whatever charset the request's Content-Type names."""

import pytest

pytestmark = pytest.mark.django_db
# Half a surrogate pair in UTF-7.
HALF = "%2B2AA-"
SAID = {"CONTENT_TYPE": "text/plain; charset=utf-7"}


@pytest.mark.parametrize("tag", [None, '"known"'])
def test_the_api_reads_it_as_utf_8(acme, make_key, opt_in, client, tag):
    opt_in(acme)
    headers = {"x-api-key": make_key(acme).secret, **({"if-none-match": tag} if tag else {})}
    query = f"from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z&tag=county:{HALF}"
    answer = client.get(f"/v1/billing/usage?{query}", headers=headers, **SAID)
    assert (answer.status_code, answer.json()["runs"]) == (200, [])


def test_the_pages_read_it_as_utf_8(acme, alice, sign_in):
    answer = sign_in(alice).get(f"/o/{acme.slug}/audit-log/?actor={HALF}", **SAID)
    assert answer.status_code == 400
    assert 'value="+2AA-"' in answer.content.decode()
