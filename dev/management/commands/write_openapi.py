"""``manage.py write_openapi``: write the document that ``GET /v1/openapi.json`` answers with (``make openapi``)."""

import json
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand
from django.urls import URLPattern, get_resolver, path
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import extend_schema_view

from billing_access.api import views
from dev.openapi import DECLARED

FILE: Final = Path(views.__file__).with_name("openapi.json")


class Command(BaseCommand):
    """The file is committed, so that a project needs no generator and its own settings change nothing."""

    help = "Write billing_access/api/openapi.json from the declarations in dev/openapi.py."

    def handle(self, *args: Any, **options: Any) -> None:
        FILE.write_text(text())


def text() -> str:
    """Return the document as JSON."""
    served = get_resolver("billing_access.api.urls").url_patterns
    patterns = [_declared(each) for each in served if isinstance(each, URLPattern) and each.name in DECLARED]
    document = SchemaGenerator(patterns=patterns).get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _declared(pattern: URLPattern) -> URLPattern:
    """Return the pattern with a view that has the declaration: the API's own views are in no document."""
    served: Any = pattern.callback
    view = type(served.cls.__name__, (served.cls,), {"schema": AutoSchema()})
    declared: Any = extend_schema_view(get=DECLARED[str(pattern.name)])(view)
    found: URLPattern = path(str(pattern.pattern), declared.as_view())
    return found
