"""System checks of the route table, its views and the settings. Each error says how to fix it."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.urls import URLPattern, URLResolver, get_resolver

from billing_access import deploy_checks
from billing_access.routes import FAILED_CREDENTIALS, RATES, ROUTES, Route
from billing_access.scopes import ALL_SCOPES, BILLING_SCOPES
from billing_audit.event_types import BY_ACTION

_SAFE = {"get", "head"}
_PARAMETER = re.compile(r"<\w+:(\w+)>")


def register_checks() -> None:
    """Register the checks of this module; ``BillingAccessConfig.ready`` calls it."""
    register(check_views, Tags.urls)
    register(check_routes, Tags.security)
    register(check_settings, Tags.security)
    for check in (
        deploy_checks.check_demo,
        deploy_checks.check_site,
        deploy_checks.check_audit_log,
        deploy_checks.check_rate_limit_storage,
    ):
        register(check, Tags.security, deploy=True)


def check_views(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that every view under /v1 (and each probe) names its route, serves it at the route's path and only reads.

    Also checks that every route has a view.
    """
    found: list[CheckMessage] = []
    served: set[str] = set()
    for path, callback in _patterns(get_resolver()):
        view = getattr(callback, "cls", None) or getattr(callback, "view_class", None)
        route = getattr(view, "route", None)
        if isinstance(route, Route) and route in ROUTES:
            served.add(route.name)
            found += _view_errors(path, view, route)
        elif route is not None or path.startswith("v1"):
            hint = "Add a Route to billing_access/routes.py and name it as the view's `route`."
            found.append(_error(1, f"The view at /{path} is not in the route table.", hint))
    hint = "Add its view to billing_access/api/urls.py, or remove the route from billing_access/routes.py."
    found += [_error(2, f"The route {each.name} has no view.", hint) for each in ROUTES if each.name not in served]
    return found


def check_routes(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that each route names registered scopes and events, and needs the opt-in if it reads billing data."""
    return [
        _error(number, f"The route {route.name} {fault}.", hint)
        for route in ROUTES
        for number, is_wrong, fault, hint in _route_faults(route)
        if is_wrong
    ]


def _route_faults(route: Route) -> Iterator[tuple[int, bool, str, str]]:
    """Yield the number of each check of a route, whether the route fails it, what is wrong then, and how to fix it."""
    billing = bool(route.scopes & BILLING_SCOPES)
    yield 3, not route.scopes <= ALL_SCOPES, "names an unknown scope", "Use a scope of billing_access/scopes.py."
    fault = "has a billing scope without needs_opt_in, or needs_opt_in without a billing scope"
    yield 4, billing != route.needs_opt_in, fault, "Set both or neither."
    hint = "Register one in billing_access/event_types.py."
    yield 5, billing and route.event not in BY_ACTION, "reads billing data without an event", hint
    is_closed = bool(route.scopes) or route.needs_opt_in
    hint = "Remove public, or remove scopes and needs_opt_in."
    yield 6, route.public and is_closed, "is public, and yet has scopes or needs the opt-in", hint
    hint = "Use a class of RATES in billing_access/routes.py."
    yield 11, route.rate not in RATES or route.rate == FAILED_CREDENTIALS, "names an unknown rate limit", hint


def check_settings(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check the host project's settings that would break a promise of this app."""
    found: list[CheckMessage] = []
    if any(database.get("ATOMIC_REQUESTS") for database in settings.DATABASES.values()):
        fault = "ATOMIC_REQUESTS is on: a refused request would roll back its own audit event."
        hint = "Set ATOMIC_REQUESTS = False for every database; the services open their own transactions."
        found.append(_error(7, fault, hint))
    if getattr(settings, "ANONYMOUS_USER_NAME", "") is not None:
        fault = "ANONYMOUS_USER_NAME is not None, so django-guardian makes an anonymous user who can hold permissions."
        found.append(_error(8, fault, "Set ANONYMOUS_USER_NAME = None."))
    return found


def _view_errors(path: str, view: Any, route: Route) -> Iterator[CheckMessage]:
    url_path = "/" + _PARAMETER.sub(r"{\1}", path)
    if route.name != "unknown-route" and url_path != route.path:
        hint = "Correct the view's `route`, or its path in billing_access/api/urls.py."
        yield _error(9, f"The view at {url_path} names the route of {route.path}.", hint)
    if set(view.http_method_names) - _SAFE:
        hint = 'Derive it from ReadView, or set http_method_names = ["get", "head"].'
        yield _error(10, f"The view at {url_path} accepts other methods than GET and HEAD.", hint)


def _error(number: int, fault: str, hint: str) -> Error:
    return Error(fault, hint=hint, id=f"billing_access.E{number:03}")


def _patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the path and the view of every URL pattern below the resolver."""
    for entry in resolver.url_patterns:
        path = prefix + str(entry.pattern).removeprefix("^")
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, path)
        elif isinstance(entry, URLPattern):
            yield path, entry.callback
