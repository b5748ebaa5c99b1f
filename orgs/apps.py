from django.apps import AppConfig

from billing_audit.event_types import register_event_types
from billing_audit.required_apps import require_apps
from billing_audit.storage.personal_data import register_personal_data
from billing_audit.storage.postgres_roles import READ_AND_WRITE, grant
from orgs.event_types import EVENT_TYPES
from orgs.settings import org_settings


class OrgsConfig(AppConfig):
    """Organizations and who belongs to them."""

    name = "orgs"
    label = "billing_orgs"
    verbose_name = "Organizations"
    default_auto_field = "django.db.models.BigAutoField"

    def import_models(self) -> None:
        """Load the models, which need those of other apps."""
        require_apps("billing_audit", "guardian")
        super().import_models()

    def ready(self) -> None:
        # checks registers the system checks and the receiver of user_logged_in.
        from orgs import checks, erasure  # noqa: F401

        org_settings.read_all()
        register_event_types(*EVENT_TYPES)
        organization, tombstone = self.get_model("Organization"), self.get_model("Tombstone")
        others = [each for each in self.get_models(include_auto_created=True) if each not in (organization, tombstone)]
        grant(READ_AND_WRITE, others, "app")
        # Only the owner of the tables deletes an organization, and writes its tombstone (`delete_organization`).
        grant("SELECT, INSERT, UPDATE", [organization], "app")
        grant("SELECT", [tombstone], "app")
        # `verify_audit` and `export_audit` read which organizations there are.
        grant("SELECT", [self.get_model("Organization")], "auditor")
        register_personal_data(erasure.find_person, erasure.erase_person)
