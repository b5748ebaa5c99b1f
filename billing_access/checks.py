"""System checks of the route table, its views and the rows of guardian. Each error says how to fix it."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.apps import AppConfig, apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DEFAULT_DB_ALIAS, DatabaseError
from django.urls import URLPattern, URLResolver, get_resolver

from billing_access import deploy_checks, project_checks
from billing_access.routes import FAILED_CREDENTIALS, RATES, ROUTES, Route
from billing_access.scopes import ALL_SCOPES, BILLING_SCOPES
from billing_audit.event_types import BY_ACTION

# The name that django-guardian gives it where the project says nothing.
ANONYMOUS_USER: Final = "AnonymousUser"
_SAFE = {"get", "head"}
_PARAMETER = re.compile(r"<\w+:(\w+)>")


def register_checks() -> None:
    """Register the checks of this module; ``BillingAccessConfig.ready`` calls it."""
    register(check_views, Tags.urls)
    register(check_routes, Tags.security)
    register(check_anonymous_user, Tags.security)
    register(check_rows_of_anonymous_user, Tags.database)
    register(project_checks.check_middleware, Tags.compatibility)
    register(project_checks.check_templates, Tags.templates)
    register(project_checks.check_urls, Tags.urls)
    register(project_checks.check_database_settings, Tags.compatibility)
    for check in (
        deploy_checks.check_demo,
        deploy_checks.check_site,
        deploy_checks.check_audit_log,
        deploy_checks.check_rate_limit_storage,
    ):
        register(check, Tags.security, deploy=True)


def check_views(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check the views of ``billing_access.api.urls``. What else a project serves, also under /v1, is its own."""
    return view_faults(get_resolver("billing_access.api.urls"), ROUTES)


def view_faults(resolver: URLResolver, routes: Sequence[Route]) -> list[CheckMessage]:
    """Check that every view under /v1 names a route of these, serves it at the route's path and only reads.

    Also checks that every route has a view.
    """
    found: list[CheckMessage] = []
    served: set[str] = set()
    for path, callback in _patterns(resolver):
        view = getattr(callback, "cls", None) or getattr(callback, "view_class", None)
        route = getattr(view, "route", None)
        if isinstance(route, Route) and route in routes:
            served.add(route.name)
            found += _view_errors(path, view, route)
        elif route is not None or path.startswith("v1"):
            hint = "Add a Route to billing_access/routes.py and name it as the view's `route`."
            found.append(_error(1, f"The view at /{path} is not in the route table.", hint))
    hint = "Add its view to billing_access/api/urls.py, or remove the route from billing_access/routes.py."
    found += [_error(2, f"The route {each.name} has no view.", hint) for each in routes if each.name not in served]
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


def check_anonymous_user(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Warn of guardian's anonymous user, which a project may need for itself. Nothing here gives it a permission."""
    name = getattr(settings, "ANONYMOUS_USER_NAME", ANONYMOUS_USER)
    if name is None:
        return []
    fault = f"ANONYMOUS_USER_NAME is {name!r}: django-guardian makes a user who can hold permissions."
    hint = "Set ANONYMOUS_USER_NAME = None, or silence this warning if your project uses that user."
    return [Warning(fault, hint=hint, id="billing_access.W008")]


def check_rows_of_anonymous_user(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Check that guardian's anonymous user is no member and holds no permission on an organization. Two queries.

    Finds nothing where the tables are not there yet.
    """
    name = getattr(settings, "ANONYMOUS_USER_NAME", ANONYMOUS_USER)
    if name is None or DEFAULT_DB_ALIAS not in (databases or ()):
        return []
    is_anonymous = {f"user__{get_user_model().USERNAME_FIELD}": name}
    models = [apps.get_model("billing_orgs", each) for each in ("Membership", "OrganizationUserPermission")]
    try:
        if not any(model._default_manager.filter(**is_anonymous).exists() for model in models):
            return []
    except DatabaseError:
        return []
    fault = f"django-guardian's anonymous user, {name}, is a member of an organization or has a permission on one."
    return [_error(8, fault, "Remove that membership, then run `manage.py check_permissions --mend`.")]


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
