"""The site's worker with less patience, for tests."""

from config import web_worker
from config.web_worker import BufferedWorker as ImpatientWorker

web_worker.RECEIVE_SECONDS = web_worker.STALLED_SECONDS = 2  # type: ignore[misc]
__all__ = ["ImpatientWorker"]
