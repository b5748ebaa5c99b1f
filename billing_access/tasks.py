"""Periodic jobs of billing access. What they do was decided at read time already; they record it and tell people."""

from procrastinate.contrib.django import app

from billing_access.access.services.expiry import tell_of_expiring_keys
from billing_access.access.services.opt_in import note_ended_opt_ins


@app.periodic(cron="* * * * *")
@app.task(name="billing_access.note_ended_opt_ins", queue="upkeep", queueing_lock="billing_access.note_ended_opt_ins")
def note_ended(timestamp: int) -> None:
    """Record and tell of opt-ins whose time limit has passed."""
    note_ended_opt_ins()


@app.periodic(cron="*/10 * * * *")
@app.task(name="billing_access.tell_of_expiring", queue="upkeep", queueing_lock="billing_access.tell_of_expiring")
def tell_of_expiring(timestamp: int) -> None:
    """Tell owners and creators of keys that end."""
    tell_of_expiring_keys()
