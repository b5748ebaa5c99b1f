from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The stand-alone site."""

    name = "config"

    def ready(self) -> None:
        from config import checks  # noqa: F401  (it registers the check)
