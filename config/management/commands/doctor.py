"""``manage.py doctor``: what is well with the site and what is not, on one page."""

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from config.database.watchdog import watchdog
from config.doctor.checks import Line, State
from config.doctor.examination import examine


class Command(BaseCommand):
    """Changes nothing, and prints no secret. Run it in the environment of the web server."""

    help = (
        "Print what is well with the site and what is not, each with what to do. Exit code 0: nothing that would wake"
        " somebody; 1: something that would. Warnings do not change the exit code."
    )
    # It prints what they find.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def handle(self, *args: Any, json: bool, **options: Any) -> None:
        # The watchdog ends a wait for a database that does not answer.
        with watchdog.watching():
            lines = list(examine())
        (self._print_json if json else self._print)(lines)
        if any(each.state == State.FAIL for each in lines):
            sys.exit(1)

    def _print(self, lines: list[Line]) -> None:
        group = ""
        for each in lines:
            if group != (group := each.check.partition(".")[0]):
                self.stdout.write(group)
            self.stdout.write(f"  {each.state:4}  {each.check:22}  {each.found}")
            if each.do:
                self.stdout.write(f"        -> {each.do}")
        states = Counter(each.state for each in lines)
        self.stdout.write(", ".join(f"{states[state]} {state}" for state in reversed(State)))

    def _print_json(self, lines: list[Line]) -> None:
        self.stdout.write(json.dumps([asdict(each) for each in lines], indent=1))
