"""The reference pages of the documentation, written from the code: settings, commands, events and errors.

``reference_checks`` writes the page of system checks.
"""

import argparse
import inspect
import re
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Any, Final

from django.conf import settings
from django.core.management import BaseCommand, get_commands, load_command_class

from billing_access.errors import REFUSALS
from billing_audit.conf import AppSettings, Setting
from billing_audit.event_types import EventType
from dev import reference_checks

# The apps in the order of the pages; `dev` has only what is not on a real site.
APPS: Final = {
    "billing_audit": "The audit log",
    "orgs": "Organizations and members",
    "billing_access": "Keys, billing reads and figures",
    "accounts": "Sign-in to the stand-alone site",
    "config": "The stand-alone site",
}
OF_THE_CHANGELOG: Final = "After this page you know what each release changed, and what an upgrade to it needs."
_OPENINGS: Final = {
    "settings": "After this page you can configure the apps, in a project of your own or as a service.",
    "commands": "After this page you know every command of `manage.py`, and what each option does.",
    "checks": "After this page you can mend whatever `manage.py check` reports about the apps.",
    "events": "After this page you know every event of the audit log, and which fields it may hold.",
    "errors": "After this page you can handle every refusal of the API by its `code`.",
}
_NAMES: Final = {
    "settings": "Settings", "commands": "Commands", "checks": "System checks", "events": "Events", "errors": "Errors",
}  # fmt: skip


def pages() -> dict[str, str]:
    """Return each reference page by its path in the site. Django must be set up."""
    contents: dict[str, Callable[[], Iterator[str]]] = {
        "settings": _settings,
        "commands": _commands,
        "checks": partial(reference_checks.lines, APPS),
        "events": _events,
        "errors": _errors,
    }
    return {
        f"reference/{name}.md": "\n".join([f"# {_NAMES[name]}", "", _OPENINGS[name], "", *write(), ""])
        for name, write in contents.items()
    }


def opened(text: str, opening: str) -> str:
    """Return a page with this opening below its title."""
    title, _, rest = text.partition("\n")
    return f"{title}\n\n{opening}\n{rest}"


def declared() -> Iterator[tuple[str, Setting[Any], str]]:
    """Yield the app, each of its settings in ``BILLING_ACCESS``, and what it means."""
    explained = {name: meaning for name, _, meaning in variables()}
    by_app = {each.__module__.partition(".")[0]: each for each in AppSettings.__subclasses__()}
    for app in APPS:
        if app in by_app:
            comments = _comments(inspect.getsource(by_app[app]))
            for name in by_app[app].names():
                yield app, getattr(by_app[app], name), explained.get(name) or comments.get(name, "")


def variables() -> list[tuple[str, str, str]]:
    """Return the stand-alone site's variables of .env.example: the name, the default and what it means."""
    found = []
    for paragraph in (settings.BASE_DIR / ".env.example").read_text().split("\n\n"):
        meaning = " ".join(line[2:] for line in paragraph.splitlines() if line.startswith("# "))
        found += [(name, default, meaning) for name, default in re.findall(r"^(\w+)=(.*)$", paragraph, re.MULTILINE)]
    return found


def _comments(source: str) -> dict[str, str]:
    """Return the comment above each setting of a class."""
    found, lines = {}, []
    for line in map(str.strip, source.splitlines()):
        if line.startswith("# "):
            lines.append(line[2:])
            continue
        if begins := re.match(r"([A-Z_]+) = Setting\(", line):
            found[begins[1]] = " ".join(lines)
        lines = []
    return found


def _settings() -> Iterator[str]:
    yield (
        "A project that installs the apps sets them in one dict, `BILLING_ACCESS = {…}`, in its settings; unknown names"
        " are refused. The [stand-alone site](#the-stand-alone-site) reads them, and its own, from the environment."
    )
    last = None
    for app, setting, meaning in declared():
        if app != last:
            yield from ["", f"## {APPS[app]}: `{app}`"]
        last = app
        yield from _setting(setting.name, setting.default, _code_in(meaning), f"Accepted: {setting.accepted}.")
    settings_above = {setting.name for _, setting, _ in declared()}
    shared = [name for name, *_ in variables() if name in settings_above]
    yield from [
        "",
        "## The stand-alone site",
        "",
        f"It reads these of the settings above: {_listed(shared)}. And its own:",
    ]
    for name, default, meaning in variables():
        if name not in settings_above:
            yield from _setting(name, default, _code_in(meaning))


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _setting(title: str, default: object, *sentences: str) -> list[str]:
    shown = "" if default in {"", None} else f"Default: `{default}`."
    return ["", f"### {title}", "", " ".join(_text(each) for each in (*sentences, shown) if each)]


def commands() -> Iterator[tuple[str, str, BaseCommand]]:
    """Yield the app, the name and each command of the apps."""
    own = {name: app for name, app in get_commands().items() if app in APPS}
    for app in APPS:
        for name in sorted(name for name in own if own[name] == app):
            yield app, name, load_command_class(app, name)


def _commands() -> Iterator[str]:
    yield (
        "Run a command as `.venv/bin/python manage.py COMMAND` with the site's environment, or as"
        ' `make manage ARGS="COMMAND"` while `make run` runs. Each also takes the options of every command of Django.'
    )
    last = None
    for app, name, command in commands():
        if app != last:
            yield from ["", f"## {APPS[app]}: `{app}`"]
        last = app
        usage = _usage(name, command)
        yield from ["", f"### {name}", "", _text(command.help), "", "```text", usage.strip(), "```"]


def _usage(name: str, command: BaseCommand) -> str:
    """Return the command's usage and options, without those that every command of Django has."""
    formatter: Any = partial(argparse.HelpFormatter, width=84)
    parser = argparse.ArgumentParser(f"manage.py {name}", add_help=False, formatter_class=formatter)
    # Django's own parser, which the command's arguments are written for, says more in an error.
    command.add_arguments(parser)  # type: ignore[arg-type]
    return parser.format_help()


def _events() -> Iterator[str]:
    yield (
        "A field is in `details`, or in `changes` with its value before and after. *Figures* are in italics: only who"
        " may read billing data sees them. **Texts** are in bold: somebody typed them, and they can be erased."
    )
    for app in (app for app in APPS if app != "config"):
        types: tuple[EventType, ...] = import_module(f"{app}.event_types").EVENT_TYPES
        yield from ["", f"## {APPS[app]}", "", "| event | | details | changes |", "| --- | --- | --- | --- |"]
        for each in types:
            shown = [", ".join(_field(each, name) for name in sorted(names)) for names in (each.details, each.changes)]
            yield _row(f"`{each.action}`", each.title, *shown)


def _field(event_type: EventType, name: str) -> str:
    mark = "*" if name in event_type.figures else "**" if name in event_type.texts else ""
    return f"{mark}`{name}`{mark}"


def _errors() -> Iterator[str]:
    yield (
        "A refusal is `application/problem+json` (RFC 9457) with these fields and a `request_id`. If several apply, the"
        " answer has the first that [the order of refusals](../api.md#refusals) names."
    )
    for refusal in REFUSALS.values():
        yield from ["", f"## {refusal.code}", "", f"**{refusal.status}** {refusal.title}. {_text(refusal.detail)}"]


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _code_in(text: str) -> str:
    """Mark the names of settings in a comment as code."""
    return re.sub(r"(?<![`\w<])([A-Z]+_[A-Z_]+)(?![`\w])", r"`\1`", text)


def _text(text: str) -> str:
    """Return a text whose angle brackets are not taken for HTML."""
    return text.replace("<", "&lt;")
