"""docs/estimate.md: its table is what the script prints, its formula names the constants of the code."""

from django.conf import settings

from benchmarks.estimate_coverage import PARTS, covered, read_history, table, textbook_bound
from billing_access.billing.reports import estimate_sql
from billing_access.billing.reports.batch_bound import FEWEST_RUNS, STRETCHES, T_OF_CUT, upper_bound

TEXT = (settings.BASE_DIR / "docs" / "estimate.md").read_text()


def test_the_table_is_what_the_script_prints() -> None:
    assert table(read_history()) in TEXT


def test_by_session_the_bound_held_nine_times_in_ten_for_up_to_a_tenth_of_the_sample() -> None:
    history = read_history()
    starts = history.starts(lambda run: run.session)
    for part in [part for part in PARTS if part * 10 <= 1]:
        held = list(covered(history, starts, part, upper_bound))
        assert len(held) > 250
        assert sum(held) >= 0.9 * len(held)


def test_it_held_more_often_than_the_bound_for_independent_runs() -> None:
    history = read_history()
    for starts in (history.starts(lambda run: run.session), history.starts(lambda run: run.started_at[:10])):
        for part in PARTS:
            bounds = (upper_bound, textbook_bound)
            held, textbook = (sum(covered(history, starts, part, bound)) for bound in bounds)
            assert held > textbook


def test_the_constants_are_those_of_the_code() -> None:
    for cut, t in T_OF_CUT.items():
        assert f"| from {cut} stretches | {t} |" in TEXT
    assert max(T_OF_CUT) == STRETCHES
    for number, words in (
        (estimate_sql.SAMPLE_RUNS, "newest {:,} runs that match"),
        (estimate_sql.READ_RUNS, "newest {:,} runs that started"),
        (estimate_sql.WINDOW_DAYS, "last {} UTC days or today"),
        (FEWEST_RUNS, "fewer than {} runs there is none"),
    ):
        assert words.format(number) in TEXT.replace("\n", " ")
