"""How gunicorn serves the site: ``gunicorn --config python:config.web_server config.wsgi:application``.

The environment variable WEB_CONCURRENCY says how many processes it starts, and WEB_THREADS how many threads each has.
"""

import os

from dotenv import dotenv_values

from config.environment import DOTENV

worker_class = "config.web_worker.BufferedWorker"
_named = {**dotenv_values(DOTENV), **os.environ}.get("WEB_THREADS") or "16"
# As orgs/settings.py has it, which is read later.
if not _named.isdecimal() or not 4 <= int(_named) <= 1000:
    raise SystemExit(f"WEB_THREADS: {_named!r} is not accepted. Accepted: a whole number from 4 to 1000.")
threads = int(_named)
# The site writes its own access log, which has no token of a link (config/access_log.py).
accesslog = None
loglevel = "warning"
control_socket_disable = True
