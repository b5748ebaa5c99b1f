from django.apps import AppConfig


class DevConfig(AppConfig):
    """The demo behind `make run`. Installed where DEMO=on only: its passwords are published."""

    name = "dev"
    label = "billing_dev"
