"""Statements that are sent and not waited for, and those that go with the COMMIT."""

import pytest
from django.db import (
    DataError,
    IntegrityError,
    InternalError,
    OperationalError,
    ProgrammingError,
    connection,
    connections,
    transaction,
)
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from config.database import sending
from config.database.sending import Sender

pytestmark = pytest.mark.django_db(transaction=True)

LOCK = "SELECT pg_advisory_lock(%(number)s::int)"
SLEEP = "SELECT pg_sleep(%(seconds)s::int)"
NOTE = "INSERT INTO notes SELECT %(text)s WHERE 1 / length(%(text)s) >= 0"


@pytest.fixture
def held():
    """An advisory lock that another session has: waiting for it is a statement that has not ended."""
    connection.ensure_connection()
    with connections.create_connection("default").cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(7)")
        yield lambda: cursor.execute("SELECT pg_advisory_unlock(7)")
        cursor.db.close()
    ask("SELECT pg_advisory_unlock_all()")


@pytest.fixture
def notes():
    """A table for a test, with the texts that other sessions see in it."""
    with connections.create_connection("default").cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("CREATE TABLE notes (text text PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)")
        cursor.execute("GRANT ALL ON notes TO PUBLIC")

        def seen():
            cursor.execute("SELECT text FROM notes ORDER BY 1")
            return [text for (text,) in cursor.fetchall()]

        yield seen
        connection.close()
        cursor.execute("DROP TABLE notes")
        cursor.db.close()


@pytest.fixture(params=["prepared", "watched", "never prepared"])
def way(request, notes, monkeypatch):
    """How statements are sent: by the driver's own calls; by cursors, watched; by cursors, where none is prepared."""
    connection.ensure_connection()
    prepare(NOTE, {"text": "x"})
    ask("DELETE FROM notes RETURNING 1")
    if request.param == "never prepared":
        connection.connection.prepare_threshold = None
        connection.connection._prepared.clear()
    if request.param == "watched":
        monkeypatch.setattr(connections["default"], "force_debug_cursor", True)
    assert connection._can_send(NOTE) == (request.param == "prepared")
    return request.param


def prepare(statement, parameters):
    threshold, connection.connection.prepare_threshold = connection.connection.prepare_threshold, 0
    connection.run(statement, parameters)
    connection.connection.prepare_threshold = threshold
    assert connection._can_send(statement)


def ask(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def note(text):
    connection.run(NOTE, {"text": text})


def send(statement, parameters, meanwhile):
    with connection.sending(statement, parameters):
        meanwhile()


def fail():
    raise LookupError


def note_and(text, then):
    with transaction.atomic():
        ask("SELECT 1")
        note(text)
        then()


def end_on_the_server():
    with connections.create_connection("default").cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [connection.connection.info.backend_pid])
        cursor.db.close()


def test_a_statement_is_worked_on_while_the_block_goes_on_and_ends_with_it(held):
    ask("SELECT set_config('statement_timeout', '20s', false)")
    prepare(LOCK, {"number": "8"})
    send(LOCK, {"number": "7"}, held)
    assert ask("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7 AND granted") == [(1,)]


def test_a_statement_is_sent_so_once_the_driver_has_prepared_it(notes):
    seen = []
    for number in range(8):
        seen.append(connection.connection is not None and connection._can_send(NOTE))
        note(str(number))
    assert seen == [False] * 6 + [True] * 2
    assert notes() == list("01234567")


@pytest.mark.parametrize("drop", ["ROLLBACK", "DROP TABLE IF EXISTS nothing", "DEALLOCATE ALL", "DISCARD ALL"])
def test_a_statement_that_the_driver_dropped_is_sent_by_a_cursor_again(notes, drop):
    ask("SELECT 1")
    prepare(NOTE, {"text": "a"})
    with connection.cursor() as cursor:
        cursor.execute(drop)
    assert not connection._can_send(NOTE)
    note("b")
    assert notes() == ["a", "b"]


def test_a_statement_in_use_is_not_the_oldest(notes):
    ask("SELECT 1")
    connection.connection.prepared_max = 3
    prepare(NOTE, {"text": "a"})
    for number in range(6):
        prepare(f"SELECT %(text)s, {number}", {"text": "x"})
        note(str(number))
        assert connection._can_send(NOTE)


@pytest.mark.parametrize("meanwhile", [list, fail])
def test_the_error_of_a_statement_that_was_sent_is_raised_where_the_block_ends(way, notes, meanwhile):
    with pytest.raises(DataError, match="division by zero"):
        send(NOTE, {"text": ""}, meanwhile)
    assert ask("SELECT 1") == [(1,)]


def test_a_blocks_own_error_ends_no_statement_that_was_sent(way, notes):
    with pytest.raises(LookupError):
        send(NOTE, {"text": "a"}, fail)
    assert notes() == ["a"]


def test_no_other_statement_is_sent_before_the_first_has_ended(notes):
    ask("SELECT 1")
    prepare(NOTE, {"text": "b"})
    with pytest.raises(OperationalError, match="already in progress"):
        send(NOTE, {"text": "a"}, lambda: ask("SELECT 1"))
    assert ask("SELECT 1") == [(1,)]
    assert notes() == ["a", "b"]


def test_a_statement_whose_connection_ended_meanwhile_is_an_error():
    ask("SELECT 1")
    prepare(SLEEP, {"seconds": "0"})
    with pytest.raises(OperationalError):
        send(SLEEP, {"seconds": "20"}, end_on_the_server)
    connection.close()


def test_a_statement_that_cannot_be_sent_is_an_error_at_once():
    ask("SELECT 1")
    prepare(LOCK, {"number": "8"})
    end_on_the_server()
    with pytest.raises(OperationalError):
        send(LOCK, {"number": "7"}, lambda: pytest.fail("it was not sent"))
    connection.close()


def test_whoever_watches_statements_sees_those_that_were_sent_or_put_off(notes):
    with CaptureQueriesContext(connection) as seen:
        send(NOTE, {"text": "a"}, list)
        with transaction.atomic():
            note("b")
    told = [query["sql"] for query in seen.captured_queries]
    assert [sum(f"SELECT '{text}'" in each for each in told) for text in "ab"] == [1, 1]


def test_a_tracer_around_statements_sees_them_too(notes):
    told = []

    def trace(execute, sql, *rest):
        told.append(sql)
        return execute(sql, *rest)

    ask("SELECT 1")
    prepare(NOTE, {"text": "x"})
    with connection.execute_wrapper(trace):
        send(NOTE, {"text": "a"}, list)
        note_and("b", list)
    assert told.count(NOTE) == 2
    assert notes() == ["a", "b", "x"]


def test_in_a_transaction_a_statement_goes_with_the_commit(way, notes, monkeypatch):
    sent = []
    commit_with = Sender.commit_with
    monkeypatch.setattr(Sender, "commit_with", lambda *said: (sent.append(said[-1]), commit_with(*said)))
    with transaction.atomic():
        ask("SELECT 1")
        note("a")
        note("b")
        assert notes() == []
    assert notes() == ["a", "b"]
    assert sent == ([{"text": "b"}] if way == "prepared" else [])
    assert connection.get_autocommit()
    assert ask("SELECT 1") == [(1,)]


def test_alone_in_a_transaction_too(way, notes):
    with transaction.atomic():
        note("a")
        assert notes() == []
    assert notes() == ["a"]


def test_a_statement_stands_before_whatever_is_asked_next(way, notes):
    with transaction.atomic():
        note("a")
        assert ask("SELECT text FROM notes") == [("a",)]
        note("b")
    assert notes() == ["a", "b"]


def test_outside_a_transaction_a_statement_stands_at_once(way, notes):
    note("a")
    assert notes() == ["a"]


def test_without_autocommit_and_without_a_block_too(notes):
    connection.set_autocommit(False)
    try:
        note("a")
        assert notes() == []
        connection.commit()
        assert notes() == ["a"]
    finally:
        connection.set_autocommit(True)


def test_a_transaction_rolled_back_forgets_what_was_put_off(way, notes):
    with pytest.raises(LookupError):
        note_and("a", fail)
    note_and("b", list)
    assert notes() == ["b"]


def test_a_savepoint_rolled_back_forgets_its_own_alone(way, notes):
    with transaction.atomic():
        note("a")
        with pytest.raises(LookupError):
            note_and("b", fail)
        note_and("c", list)
    assert notes() == ["a", "c"]


def test_a_savepoint_whose_last_statement_failed_is_rolled_back_without_a_word(way, notes):
    with transaction.atomic(), connection.cursor() as cursor:
        note("a")
        with pytest.raises(DataError):
            note_and("b", lambda: cursor.execute("SELECT 1 / 0"))
    assert notes() == ["a"]


@pytest.mark.parametrize("texts", [["a", ""], ["", "a"]])
def test_a_statement_that_fails_with_the_commit_keeps_everything_from_being_committed(way, notes, texts):
    def change():
        with transaction.atomic():
            ask("INSERT INTO notes VALUES ('change') RETURNING 1")
            for text in texts:
                note(text)

    with pytest.raises(DataError, match="division by zero"):
        change()
    assert notes() == []
    assert connection.get_autocommit()
    assert ask("SELECT 1") == [(1,)]


def test_a_commit_that_fails_is_an_error(way, notes):
    with pytest.raises(IntegrityError, match="notes_pkey"):
        note_and("a", lambda: note("a"))
    assert notes() == []
    assert ask("SELECT 1") == [(1,)]


def test_a_connection_that_ended_before_the_commit_is_an_error(way, notes):
    def change():
        with transaction.atomic():
            ask("SELECT 1")
            note("a")
            end_on_the_server()

    with pytest.raises(OperationalError):
        change()
    assert notes() == []
    assert ask("SELECT 1") == [(1,)]


def test_an_interrupted_commit_leaves_no_connection_in_between(notes, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    ask("SELECT 1")
    prepare(NOTE, {"text": "b"})

    def change():
        with transaction.atomic():
            ask("SELECT 1")
            note("a")
            monkeypatch.setattr(sending, "fetch_many", interrupt)

    with pytest.raises(KeyboardInterrupt):
        change()
    assert ask("SELECT 1") == [(1,)]


def test_in_a_transaction_that_is_broken_nothing_is_put_off(notes):
    with transaction.atomic():
        connection.needs_rollback = True
        with pytest.raises(TransactionManagementError):
            note("a")


def test_the_parameters_are_texts_and_none_and_others_are_not_the_statements(way):
    values = {"text": "ü' \\ \"", "none": None, "other": 1}
    check = """
    SELECT 1 / (%(text)s::text = U&'\\00fc'' \\\\ "' AND %(none)s::text IS NULL)::int
    """
    connection.run(check, values)
    with pytest.raises(DataError):
        connection.run(check, values | {"text": "other"})


@pytest.mark.parametrize(
    ("value", "error"),
    [(1, TypeError), (1.5, TypeError), (b"a", TypeError), ("a\x00b", DataError), ("\ud800", UnicodeError)],
)
def test_what_would_be_another_value_in_the_database_is_not_sent(way, notes, value, error):
    with pytest.raises(error):
        note(value)
    assert ask("SELECT 1") == [(1,)]
    assert notes() == []


def test_a_statement_that_the_server_refuses_is_an_error(way):
    for _ in range(2):
        with pytest.raises(ProgrammingError):
            connection.run("INSERT INTO nowhere SELECT %(text)s", {"text": "a"})


def test_a_transaction_that_the_server_broke_takes_no_statement(way, notes):
    def change():
        with transaction.atomic():
            with pytest.raises(ProgrammingError):
                ask("SELECT * FROM nowhere")
            note("a")

    with pytest.raises(InternalError):
        change()
    assert notes() == []
