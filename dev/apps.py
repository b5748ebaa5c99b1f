from django.apps import AppConfig


class DevConfig(AppConfig):
    """The demo of `make run`. Installed only with DEMO=on, since its passwords are published."""

    name = "dev"
    label = "billing_dev"
