"""Every service of the code: the functions that take the actor, by keyword only, on whose behalf they change something.

A new service is found without being listed here.
"""

import inspect
import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import Any

import accounts
from billing_access import billing, webhooks
from billing_access.access import services as access_services
from orgs import services as orgs_services


def services() -> dict[str, Callable[..., Any]]:
    """Return the services by module and name, without the package: ``{"keys.issue_key": issue_key, ...}``."""
    found = {}
    for package in (accounts, orgs_services, access_services, billing, webhooks):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            for name, function in inspect.getmembers(import_module(module.name), inspect.isfunction):
                own = function.__module__ == module.name and not name.startswith("_")
                actor = inspect.signature(function).parameters.get("actor")
                if own and actor is not None and actor.kind is inspect.Parameter.KEYWORD_ONLY:
                    found[f"{module.name.rpartition('.')[2]}.{name}"] = function
    return found
