"""The middleware of ``/v1`` caches how a path resolves only for paths without an id."""

import pytest

from config import data_middleware as middleware

pytestmark = pytest.mark.django_db


def test_no_address_with_an_id_is_remembered(acme, make_key, api):
    """A cached path resolves faster, which would tell another organization that somebody asked for that run."""
    secret = make_key(acme).secret
    api("/v1/key", secret)
    before = middleware._resolve_cached.cache_info().currsize
    assert before > 0
    for path in ("/v1/runs/wr_1", "/v1/runs/none", "/v1/none"):
        assert api(path, secret).status_code == 404
    assert middleware._resolve_cached.cache_info().currsize == before
