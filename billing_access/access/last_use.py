"""When a key was last used, and from where: good to within ten minutes."""

from django.db import connection

from billing_access.access.decision import KeyFacts

# SKIP LOCKED: of fifty first uses at once one writes and the others go on; nobody waits for a change of the key.
_STAMP = """
UPDATE billing_api_key SET last_used_at = statement_timestamp(), last_used_address = %s
WHERE id = (SELECT id FROM billing_api_key
            WHERE id = %s AND (last_used_at IS NULL OR last_used_at < statement_timestamp() - interval '10 minutes')
            FOR NO KEY UPDATE SKIP LOCKED)
"""


def note_use(facts: KeyFacts) -> None:
    """Note that a living key was used from an allowed address: one statement, at most once in ten minutes."""
    if not facts.use_is_stale:
        return
    with connection.cursor() as cursor:
        cursor.execute(_STAMP, [facts.address, facts.key_id])
