"""System checks of the route table, its views and the settings. Each error says how to fix it."""

import re
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
_PARAMETER = re.compile(r"<\w+:(\w+)>")


def register_checks() -> None:
    """Register the checks of this module; ``BillingAccessConfig.ready`` calls it."""
    register(check_views, Tags.urls)
    register(check_routes, Tags.security)
    register(check_settings, Tags.security)
    register(check_rate_limit_storage, Tags.security, deploy=True)


def check_views(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that every view under /v1 (and each probe) names its route, serves it at the route's path and only reads.

    Also checks that every route has a view.
    """
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
        found += _view_errors(path, view, route)
    found += [
        Error(
            f"The route {route.name} has no view.",
            hint="Add its view to billing_access/api/urls.py, or remove the route from billing_access/routes.py.",
            id="billing_access.E002",
        )
        for route in ROUTES
        if route.name not in served
    ]
    return found


def check_routes(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that each route names registered scopes and events, and needs the opt-in if it reads billing data."""
    found: list[CheckMessage] = []
    for route in ROUTES:
        billing = bool(route.scopes & BILLING_SCOPES)
        if not route.scopes <= ALL_SCOPES:
            found.append(_route_error(route, "names an unknown scope", "Use a scope of billing_access/scopes.py.", 3))
        if billing != route.needs_opt_in:
            found.append(
                _route_error(
                    route,
                    "has a billing scope without needs_opt_in, or needs_opt_in without a billing scope",
                    "Set both or neither.",
                    4,
                )
            )
        if billing and route.event not in BY_ACTION:
            found.append(
                _route_error(
                    route, "reads billing data without an event", "Register one in billing_access/event_types.py.", 5
                )
            )
        if route.public and (route.scopes or route.needs_opt_in):
            found.append(
                _route_error(
                    route,
                    "is public, and yet has scopes or needs the opt-in",
                    "Remove public, or remove scopes and needs_opt_in.",
                    6,
                )
            )
        if route.rate not in RATES or route.rate == FAILED_CREDENTIALS:
            found.append(
                _route_error(
                    route, "names an unknown rate limit", "Use a class of RATES in billing_access/routes.py.", 11
                )
            )
    return found


def check_settings(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check the host project's settings that would break a promise of this app."""
    found: list[CheckMessage] = []
    if any(database.get("ATOMIC_REQUESTS") for database in settings.DATABASES.values()):
        found.append(
            Error(
                "ATOMIC_REQUESTS is on: a refused request would roll back its own audit event.",
                hint="Set ATOMIC_REQUESTS = False for every database; the services open their own transactions.",
                id="billing_access.E007",
            )
        )
    if getattr(settings, "ANONYMOUS_USER_NAME", "") is not None:
        found.append(
            Error(
                "ANONYMOUS_USER_NAME is not None, so django-guardian makes an anonymous user who can hold permissions.",
                hint="Set ANONYMOUS_USER_NAME = None.",
                id="billing_access.E008",
            )
        )
    return found


def check_rate_limit_storage(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Warn if each process counts rate limits alone. Only ``check --deploy`` runs this: one process needs no server."""
    if access_settings.RATE_LIMIT_STORAGE != MEMORY:
        return []
    return [
        Warning(
            "Each process counts rate limits alone: with n processes, a key may send up to n times its limit.",
            hint="Set RATE_LIMIT_STORAGE to the URL of a Redis or Valkey server, unless one process serves everything.",
            id="billing_access.W001",
        )
    ]


def _view_errors(path: str, view: Any, route: Route) -> Iterator[CheckMessage]:
    url_path = "/" + _PARAMETER.sub(r"{\1}", path)
    if route.name != "unknown-route" and url_path != route.path:
        yield Error(
            f"The view at {url_path} names the route of {route.path}.",
            hint="Correct the view's `route`, or its path in billing_access/api/urls.py.",
            id="billing_access.E009",
        )
    if set(view.http_method_names) - _SAFE:
        yield Error(
            f"The view at {url_path} accepts other methods than GET and HEAD.",
            hint='Derive it from ReadView, or set http_method_names = ["get", "head"].',
            id="billing_access.E010",
        )


def _route_error(route: Route, fault: str, hint: str, number: int) -> Error:
    return Error(f"The route {route.name} {fault}.", hint=hint, id=f"billing_access.E{number:03}")


def _patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the path and the view of every URL pattern below the resolver."""
    for entry in resolver.url_patterns:
        path = prefix + str(entry.pattern).removeprefix("^")
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, path)
        elif isinstance(entry, URLPattern):
            yield path, entry.callback
