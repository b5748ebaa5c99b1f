"""How gunicorn serves the site: ``gunicorn --config python:config.web_server config.wsgi:application``.

The environment variable WEB_CONCURRENCY says how many processes it starts, and WEB_THREADS how many threads each has.
"""

import os

from dotenv import dotenv_values

from config.environment import DOTENV

worker_class = "config.web_worker.BufferedWorker"
threads = int({**dotenv_values(DOTENV), **os.environ}.get("WEB_THREADS") or 16)
# The site writes its own access log, which has no token of a link (config/access_log.py).
accesslog = None
loglevel = "warning"
control_socket_disable = True
