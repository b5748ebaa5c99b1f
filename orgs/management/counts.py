"""Writes counts in the output of commands."""


def counted(number: int, noun: str) -> str:
    """Return the number and the noun, in the plural unless it is one: ``1 run``, ``0 runs``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
