"""The token counts of a run, declared once: what reads, merges, sums and answers them is made from this list.

The models, the typed rows and the serializers name each count as well, since a type checker and Django read those;
``tests/billing_access/billing/test_columns.py`` fails for a count that one of them lacks.
"""

from collections.abc import Iterable
from typing import Final

# Column of a run -> what other systems call it. The last one is a part of the first: what a model read from its cache.
TOKEN_ALIASES: Final = {
    "llm_tokens_in": "tokens_in input_tokens prompt_tokens llm_input_tokens input_token_count",
    "llm_tokens_out": "tokens_out output_tokens completion_tokens llm_output_tokens output_token_count",
    "llm_tokens_cached": "tokens_cached cached_tokens cached_token_count cached_input_tokens cache_read_tokens "
    "cache_read_input_tokens llm_cached_tokens",
}
TOKEN_COUNTS: Final = tuple(TOKEN_ALIASES)
MORE_CACHED: Final = "llm_tokens_cached is more than llm_tokens_in, of which it is a part"


def each_count(form: str, between: str = ", ", counts: Iterable[str] = TOKEN_COUNTS) -> str:
    """Return SQL of every token count, each formatted as ``form``."""
    return between.join(form.format(name) for name in counts)
