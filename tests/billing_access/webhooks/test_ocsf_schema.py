"""Every type of audit event is valid by OCSF's own schema, which a development dependency brings."""

from typing import Any

import jsonschema
import pytest
from ocsf_json_schema import OcsfJsonSchemaEmbedded, get_ocsf_schema

from billing_access.webhooks.audit_log import ocsf
from tests.billing_access.webhooks.ocsf_events import every_type_as_ocsf

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = OcsfJsonSchemaEmbedded(get_ocsf_schema(version=ocsf.VERSION)).get_class_schema("api_activity")
    return jsonschema.Draft202012Validator(schema)


def test_every_type_is_valid(validator, acme, seal_events):
    faults = {
        action: [f"{error.json_path}: {error.message}" for error in validator.iter_errors(event)]
        for action, event in every_type_as_ocsf(acme, seal_events).items()
    }
    assert len(faults) > 100
    assert {action: each for action, each in faults.items() if each} == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [("activity_id", "Read"), ("time", "2026-11-30"), ("surplus", 1), ("src_endpoint", {}), ("actor", {"user": {}})],
)
def test_the_schema_refuses_what_is_wrong(validator, acme, seal_events, name, value):
    event = every_type_as_ocsf(acme, seal_events)["billing.state.read"]
    assert validator.is_valid(event)
    assert not validator.is_valid({**event, name: value})
