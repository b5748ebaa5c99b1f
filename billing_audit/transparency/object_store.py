"""Object stores (s3://, gs:// and az://), through the package obstore, which the extra ``s3`` installs.

Without that package the setting AUDIT_CHECKPOINTS accepts folders alone. Credentials come from each store's usual
environment variables, such as AWS_ACCESS_KEY_ID.
"""

from collections.abc import Iterator
from typing import Any, Final

from billing_audit.settings import OBJECT_STORES_INSTALLED

if OBJECT_STORES_INSTALLED:
    import obstore
    from obstore.exceptions import BaseError
    from obstore.store import from_url

    # What every function of this module raises where the store fails.
    StoreError: type[Exception] = BaseError
else:
    StoreError = OSError
SCHEMES: Final = ("s3://", "gs://", "az://")


def put(url: str, name: str, data: bytes) -> None:
    """Write a new object. Raises StoreError, also where an object of this name exists."""
    obstore.put(_store(url), name, data, mode="create")


def names(url: str) -> list[str]:
    """Return the names of all objects, in order. Raises StoreError."""
    return sorted(each["path"] for batch in obstore.list(_store(url)) for each in batch)


def read(url: str, wanted: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each of these objects. Raises StoreError."""
    store = _store(url)
    for name in wanted:
        yield name, bytes(obstore.get(store, name).bytes())


def _store(url: str) -> Any:
    return from_url(url, retry_config={"max_retries": 3})
