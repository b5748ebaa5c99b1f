"""System checks: what must hold before the site serves anybody. Each error says how to mend it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.urls import URLPattern, URLResolver, get_resolver

from billing_access.api.rate_limit_store import MEMORY
from billing_access.routes import FAILED_CREDENTIALS, RATES, ROUTES, Route
from billing_access.scopes import ALL_SCOPES, BILLING_SCOPES
from billing_access.settings import access_settings
from billing_audit.event_types import BY_ACTION

_SAFE = {"get", "head"}


def register_checks() -> None:
    """Register the checks of this module; ``BillingAccessConfig.ready`` calls it."""
    register(check_views, Tags.urls)
    register(check_routes, Tags.security)
    register(check_settings, Tags.security)
    register(check_rate_limit_storage, Tags.security, deploy=True)


def check_views(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Every view under /v1 (and the probes) stands in the route table at its own path, and only reads."""
    found: list[CheckMessage] = []
    served: set[str] = set()
    for path, callback in _patterns(get_resolver()):
        view = getattr(callback, "cls", None) or getattr(callback, "view_class", None)
        route = getattr(view, "route", None)
        if route is None and not path.startswith("v1"):
            continue
        if not isinstance(route, Route) or route not in ROUTES:
            found.append(
                Error(
                    f"The view at /{path} is not in the route table.",
                    hint="Add a Route to billing_access/routes.py and name it as the view's `route`.",
                    id="billing_access.E001",
                )
            )
            continue
        served.add(route.name)
        found += _faults_of_view(path, view, route)
    found += [
        Error(
            f"The route {route.name} has no view.",
            hint="Serve it in billing_access/api/urls.py, or take it out of billing_access/routes.py.",
            id="billing_access.E002",
        )
        for route in ROUTES
        if route.name not in served
    ]
    return found


def check_routes(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Each route names registered scopes and events, and opens billing data only behind scope and opt-in."""
    found: list[CheckMessage] = []
    for route in ROUTES:
        billing = bool(route.scopes & BILLING_SCOPES)
        if not route.scopes <= ALL_SCOPES:
            found.append(_route_error(route, "names an unknown scope", "Use a scope of billing_access/scopes.py.", 3))
        if billing != route.needs_opt_in:
            found.append(
                _route_error(route, "has a billing scope without the opt-in, or the reverse", "Set both or none.", 4)
            )
        if billing and route.event not in BY_ACTION:
            found.append(
                _route_error(
                    route, "reads billing data without an event", "Register one in billing_access/event_types.py.", 5
                )
            )
        if route.public and (route.scopes or route.needs_opt_in):
            found.append(_route_error(route, "is public and has scopes", "Choose one.", 6))
        if route.rate not in RATES or route.rate == FAILED_CREDENTIALS:
            found.append(_route_error(route, "is counted in an unknown rate", "Use a class of RATES in routes.py.", 11))
    return found


def check_settings(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The settings that a promise rests on."""
    found: list[CheckMessage] = []
    if any(database.get("ATOMIC_REQUESTS") for database in settings.DATABASES.values()):
        found.append(
            Error(
                "ATOMIC_REQUESTS is on: the record of a refusal would be rolled back with it.",
                hint="Turn it off; services open their own transactions.",
                id="billing_access.E007",
            )
        )
    if getattr(settings, "ANONYMOUS_USER_NAME", "") is not None:
        found.append(
            Error(
                "django-guardian would make an anonymous user who can hold permissions.",
                hint="Set ANONYMOUS_USER_NAME = None.",
                id="billing_access.E008",
            )
        )
    return found


def check_rate_limit_storage(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Rates are shared by every process. Asked by ``check --deploy`` alone: a single process needs no server."""
    if access_settings.RATE_LIMIT_STORAGE != MEMORY:
        return []
    return [
        Warning(
            "Each process counts rates by itself: with n of them, a key may ask up to n times as often as its rate.",
            hint="Set RATE_LIMIT_STORAGE to a Redis or Valkey server, unless one process serves everything.",
            id="billing_access.W001",
        )
    ]


def _faults_of_view(path: str, view: Any, route: Route) -> Iterator[CheckMessage]:
    shown = "/" + path.replace("<str:run_id>", "{run_id}")
    if route.name != "unknown-route" and shown != route.path:
        yield Error(
            f"The view at {shown} names the route of {route.path}.",
            hint="One route, one path: correct the view's `route` or the path.",
            id="billing_access.E009",
        )
    if set(view.http_method_names) - _SAFE:
        yield Error(
            f"The view at {shown} accepts more than GET and HEAD.",
            hint='Derive it from ReadView, or set http_method_names = ["get", "head"]: keys only read.',
            id="billing_access.E010",
        )


def _route_error(route: Route, fault: str, hint: str, number: int) -> Error:
    return Error(f"The route {route.name} {fault}.", hint=hint, id=f"billing_access.E{number:03}")


def _patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for entry in resolver.url_patterns:
        path = prefix + str(entry.pattern).removeprefix("^")
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, path)
        elif isinstance(entry, URLPattern):
            yield path, entry.callback
