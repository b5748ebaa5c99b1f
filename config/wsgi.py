"""The WSGI entry point: ``config.wsgi:application``."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
# What is loaded by now stays: the collector need not walk it again and again, which was a tenth of a request.
gc.collect()
gc.freeze()
