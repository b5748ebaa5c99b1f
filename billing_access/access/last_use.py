"""Stores when a key was last used and from which address, at most once in ten minutes."""

from django.db import connection

from billing_access.access.decision import KeyFacts

# SKIP LOCKED: if fifty requests use the key at once, one of them writes and the others skip it. No request waits for a
# transaction that changes the key.
_STAMP = """
UPDATE billing_api_key SET last_used_at = statement_timestamp(), last_used_address = %s
WHERE id = (SELECT id FROM billing_api_key
            WHERE id = %s AND (last_used_at IS NULL OR last_used_at < statement_timestamp() - interval '10 minutes')
            FOR NO KEY UPDATE SKIP LOCKED)
"""


def note_use(facts: KeyFacts) -> None:
    """Store this use of a live key from an allowed address. One statement; none if the stored use is recent enough."""
    if not facts.use_is_stale:
        return
    with connection.cursor() as cursor:
        cursor.execute(_STAMP, [facts.address, facts.key_id])
