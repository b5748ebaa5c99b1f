"""The WSGI entry point: ``config.wsgi:application``."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# The application_name of the process's connections, unless DATABASE_URL has another.
os.environ.setdefault("PGAPPNAME", "billing_access site")
application = get_wsgi_application()
# Objects that exist now live as long as the process. Frozen, they are skipped by the garbage collector, which otherwise
# walks over them again and again: a tenth of each request's time.
gc.collect()
gc.freeze()
