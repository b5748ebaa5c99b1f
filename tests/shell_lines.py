"""The shell lines of README.md, the docs, the scripts' descriptions and the pages, and the reason for those not run."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).parents[1]
READ: Final = [
    page
    for page in sorted([*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/*.md"), *CHECKOUT.glob("[!.]*/README.md")])
    if page.name != "CHANGELOG.md"
]
# Pages whose lines a shell runs, and pages whose lines of manage.py are run here.
IN_A_SHELL: Final = {"README.md", "docs/alerts.md", "docs/api.md", "docs/audit.md", "docs/try.md"}
BY_COMMAND: Final = {"docs/adopting.md", "docs/feeding.md", "docs/operations.md"}
# Lines that this module does not run, with the reason.
LISTED: Final = {
    # They install packages from the network; what they start is tested.
    "make run": "tests/dev/test_run.py starts what it starts",
    "make test": "it is this suite",
    "make check": "CI runs it (.ci/run)",
    'make test ARGS="tests/orgs/test_access.py -k owner"': "it is this suite",
    ".venv/bin/python -m benchmarks.estimate_coverage": "tests/docs/test_estimate.py computes its table",
    # Services and secrets outside.
    "until=$(date -u -d '-5 minutes' +%Y-%m-%dT%H:%M:%SZ)": "belongs to the next line",
    'psql "$PLATFORM_DATABASE_URL" -XqAt -v since="$last" -f examples/platform/export_runs.sql |': (
        "a platform's database; tests/billing_access/examples/test_export_runs.py runs it and the import"
    ),
    'manage.py import_runs - --organization-column organization --complete-through "$until" --complete-for all': (
        "belongs to the line before"
    ),
    '.venv/bin/python manage.py database_roles --sql | psql "$OWNER_DATABASE_URL"': (
        "the owner's connection; tests/billing_audit/storage/test_postgres_roles.py runs the SQL"
    ),
    ".venv/bin/python manage.py migrate": "tests/test_upgrades.py runs it on what earlier releases have kept",
    ".venv/bin/python manage.py collectstatic --noinput": "writes the site's static files; `make run` runs it",
    ".venv/bin/python -m dev.move_data /usr/lib/postgresql/15/bin": "tests/dev/test_run.py runs it",
    # tests/promises/test_10_after_a_failover.py runs these lines of docs/operations.md.
    **dict.fromkeys(
        (
            'pg_basebackup --dbname="$OWNER_DATABASE_URL" --pgdata=/mnt/base --wal-method=stream --checkpoint=fast',
            'pg_dump --dbname="$OWNER_DATABASE_URL" --format=custom --file=/mnt/site.dump',
            'pg_restore --dbname="$OWNER_DATABASE_URL" --exit-on-error --no-owner /mnt/site.dump',
            '.venv/bin/python manage.py record_restore --against "$AUDIT_CHECKPOINTS" --reason "Incident 12"',
            '.venv/bin/python manage.py record_failover --nothing-lost --reason "Failover 12"',
        ),
        "another server; tests/promises/test_10_after_a_failover.py runs it",
    ),
    "manage.py verify_audit --against /mnt/checkpoints": (
        "a folder on another machine; tests/orgs/management/test_verify_audit.py runs it with one here"
    ),
    'manage.py delete_organization --organization o_5Jq0f2Zt8Lw1xYb3 --reason "Ticket 9"': (
        "a real organization's id is its own: tests/orgs/management/test_delete_organization.py"
    ),
    # tests/test_uninstall.py runs these lines of docs/embedding.md.
    **dict.fromkeys(
        (
            "manage.py uninstall_billing_access",
            "manage.py uninstall_billing_access --database NAME",
            "manage.py database_roles --sql --remove | psql",
        ),
        "a database of its own",
    ),
    "manage.py export_audit --organization org_3kTq9 --to acme.ndjson": (
        "a sealed log; tests/billing_audit/transparency/test_export.py runs it"
    ),
    "python3 examples/verify_audit_export.py acme.ndjson @acme-keys.txt --head last_month.txt": (
        "a customer's files; tests/billing_audit/transparency/test_export.py runs it"
    ),
    "python3 examples/verify_audit_export.py acme-pushed.ndjson @acme-keys.txt"
    " --head heads-2026-11-30T10-00-00.000000Z.ndjson": (
        "a receiver's files; tests/billing_access/webhooks/test_audit_push.py runs it"
    ),
    ".venv/bin/python manage.py import_runs sample_data/claude_code_dev.csv.gz --organization SLUG"
    " --tag-column org=session": ("tests/billing_access/management/test_import_of_the_sample.py runs it"),
    # systemd, as the first process of a machine.
    **dict.fromkeys(
        (
            "systemd-run --pipe --wait --collect --quiet --setenv=SUDO_USER --uid=billing-access-worker"
            " --property=EnvironmentFile=/etc/billing-access/worker.env --working-directory=/opt/billing-access"
            " /opt/billing-access/.venv/bin/python manage.py check_figures",
            "cp -r deploy/systemd/*.service deploy/systemd/*.socket deploy/systemd/*.timer deploy/systemd/*.d"
            " /etc/systemd/system",
            "install -D -m 0644 deploy/systemd/sysusers.conf /etc/sysusers.d/billing-access.conf",
            "systemd-sysusers && systemctl daemon-reload",
            "install -d -o billing-access-worker -g billing-access-worker -m 0755 /var/lib/billing-access/checkpoints",
            "systemctl enable --now billing-access-site.socket"
            " billing-access-site billing-access-worker billing-access-sealer billing-access-webhooks"
            " billing-access-metrics billing-access-partitions.timer",
        ),
        "a machine with systemd; tests/deploy checks the units and starts each process with its environment",
    ),
    # The scripts' descriptions.
    "export BILLING_URL=https://billing.example.com BILLING_KEY=bak_live_…": "no such site",
    "low_balance_guard.py --runs 500 --tag county:adams && ./dispatch_batch": (
        "tests/billing_access/examples/test_low_balance_guard.py runs it"
    ),
    "cost_by_tag.py county --from 2026-01-01T00:00:00Z --to 2026-07-01T00:00:00Z --bucket month": (
        "tests/billing_access/examples/test_cost_by_tag.py runs it"
    ),
    'alert=$(daily_spike.py --limit 250 --timezone America/Denver) || notify "$alert"': (
        "tests/billing_access/examples/test_daily_spike.py runs it"
    ),
    'alert=$(daily_spike.py --limit 250 --since "$(cat told)"); code=$?; [ $code = 0 ] || notify "$alert"': (
        "tests/billing_access/examples/test_daily_spike.py runs it"
    ),
    '[ $code != 1 ] || echo "$alert" | tail -n 1 | cut -c 1-10 > told': (
        "tests/billing_access/examples/test_daily_spike.py runs it"
    ),
    "verify_audit_export.py acme.ndjson @acme-keys.txt --head last_month.txt": (
        "a customer's files; tests/billing_audit/transparency/test_export.py runs it"
    ),
    **dict.fromkeys(
        ("webhook_receiver.py", "WEBHOOK_SECRET=whsec_... .venv/bin/python examples/webhook_receiver.py"),
        "serves until it is stopped; tests/billing_access/examples/test_webhook_receiver.py starts it",
    ),
    # The pages.
    'curl -H "x-api-key: $BILLING_KEY" {{ address }}': "tests/billing_access/ui/test_key_create.py runs it",
    # In sentences.
    ".venv/bin/gunicorn --config python:config.web_server config.wsgi:application": (
        "serves until it is stopped; tests/config/test_web_worker.py starts it"
    ),
    ".venv/bin/python manage.py serve_metrics": (
        "serves until it is stopped; tests/config/test_watched_site.py starts it"
    ),
    "make manage ARGS=serve_metrics": "serves until it is stopped; tests/config/test_watched_site.py starts it",
    ".venv/bin/python -m dev.run": "serves until it is stopped; tests/dev/test_run.py starts it",
}
PROGRAMS: Final = r"(?:curl|jq|psql|make|python3|gunicorn|manage\.py|export|\.venv/bin/\S+)"


def name_of(page: Path) -> str:
    return str(page.relative_to(CHECKOUT))


def blocks(page: Path) -> list[str]:
    """The fenced blocks of a page that are typed into a shell."""
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", page.read_text(), re.MULTILINE | re.DOTALL)
    return [text for kind, text in fenced if kind == "sh" or (not kind and re.match(PROGRAMS, text))]


def lines_of(block: str) -> list[str]:
    """Its lines, without comments."""
    return [line for each in block.splitlines() if (line := re.sub(r"(^|\s+)#\s.*", "", each).strip())]


def in_sentences(page: Path) -> list[str]:
    """The lines that stand between backticks in a page's sentences."""
    prose = re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.MULTILINE | re.DOTALL)
    return [" ".join(line.split()) for line in re.findall(rf"`({PROGRAMS} [^`]+)`", prose)]


def in_descriptions() -> Iterator[str]:
    """The indented lines of the scripts' descriptions."""
    for file in sorted((CHECKOUT / "examples").rglob("*.py")):
        yield from re.findall(r"^    (\S.*)$", ast.get_docstring(ast.parse(file.read_text()), clean=False) or "", re.M)


def in_pages() -> Iterator[str]:
    """The lines that pages show."""
    for file in sorted((CHECKOUT / "templates").rglob("*.html")):
        yield from (line for line in re.findall(r"<code>(.*?)</code>", file.read_text()) if re.match(PROGRAMS, line))
