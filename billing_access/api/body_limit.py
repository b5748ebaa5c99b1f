"""How large the body of a request may be. What is larger is refused before anything of it is parsed or written."""

from typing import Final

from django.http import HttpRequest

# In bytes. No form of the site needs a tenth of it.
BODY_LIMIT: Final = 1024 * 1024


def body_is_too_large(request: HttpRequest) -> bool:
    """Tell whether the body has more bytes than ``BODY_LIMIT``.

    One of unknown length, in chunks, is read as far as the limit; Django reads nothing of such a body.
    """
    length = request.META.get("CONTENT_LENGTH") or "0"
    if "HTTP_TRANSFER_ENCODING" in request.META:
        return len(request.META["wsgi.input"].read(BODY_LIMIT + 1)) > BODY_LIMIT
    return length.isdecimal() and (len(length) > 12 or int(length) > BODY_LIMIT)
