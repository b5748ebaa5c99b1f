"""The project's own jobs, in a queue of its own."""

from procrastinate.contrib.django import app

DID: list[str] = []


@app.task(name="host.count_widgets")
def count_widgets() -> None:
    """Count widgets."""
    DID.append("counted")


@app.periodic(cron="* * * * *")
@app.task(name="host.every_minute")
def every_minute(timestamp: int) -> None:
    """Count widgets every minute."""
    DID.append("every minute")
