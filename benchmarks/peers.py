"""The peers: a Django project like that of `startproject`, with other packages, in its own environment.

Each view except the last answers the same account row, read through the ORM: bare (0b), or behind the token check of
one package. The last is a page of runs by ModelSerializer and CursorPagination.
"""

import os
import sys
from datetime import timedelta
from typing import Any

import django
from django.conf import settings
from django.urls import path

ORGANIZATION = int(os.environ["BENCH_ORGANIZATION"])
DATABASE = {
    "ENGINE": "django.db.backends.postgresql",
    "CONN_MAX_AGE": 600,
    # The packages' own tables are in this schema; the models below name the schema of our own.
    "OPTIONS": {"options": "-c search_path=peers"},
    **{name: os.environ[f"BENCH_{name}"] for name in ("NAME", "HOST", "PORT", "USER", "PASSWORD")},
}
settings.configure(
    SECRET_KEY="only-for-benchmarks-only-for-benchmarks-only",  # noqa: S106
    ALLOWED_HOSTS=["localhost"],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
    DATABASES={"default": DATABASE},
    INSTALLED_APPS=[
        "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.messages",
        "rest_framework", "rest_framework_api_key", "knox", "oauth2_provider",
    ],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
)  # fmt: skip
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.utils import timezone  # noqa: E402
from knox.auth import TokenAuthentication  # noqa: E402
from knox.models import get_token_model  # noqa: E402
from oauth2_provider.contrib.rest_framework import OAuth2Authentication  # noqa: E402
from oauth2_provider.models import AccessToken, Application  # noqa: E402
from rest_framework import generics, pagination, serializers  # noqa: E402
from rest_framework.permissions import IsAuthenticated  # noqa: E402
from rest_framework.response import Response  # noqa: E402
from rest_framework.views import APIView  # noqa: E402
from rest_framework_api_key.models import APIKey  # noqa: E402
from rest_framework_api_key.permissions import HasAPIKey  # noqa: E402
from worker import get, serve  # noqa: E402


class Account(models.Model):
    """Our account table, mapped in the usual way."""

    organization_id = models.BigIntegerField(primary_key=True)
    billing_tier = models.CharField(max_length=40)
    billing_mode = models.CharField(max_length=10)
    low_balance_threshold_usd = models.DecimalField(max_digits=20, decimal_places=10, null=True)
    usage_through = models.DateTimeField(null=True)
    entries_total_usd = models.DecimalField(max_digits=30, decimal_places=10)
    usage_total_usd = models.DecimalField(max_digits=30, decimal_places=10)

    class Meta:
        app_label = "peers"
        managed = False
        db_table = '"public"."billing_account"'


class Run(models.Model):
    """Our table of runs, mapped in the usual way."""

    organization_id = models.BigIntegerField()
    run_id = models.CharField(max_length=100)
    run_type = models.CharField(max_length=20)
    status = models.CharField(max_length=12)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    total_cost_usd = models.DecimalField(max_digits=20, decimal_places=10, null=True)
    cost_status = models.CharField(max_length=8)
    cost_updated_at = models.DateTimeField()
    llm_tokens_in = models.BigIntegerField(null=True)
    llm_tokens_out = models.BigIntegerField(null=True)
    tags = models.JSONField()

    class Meta:
        app_label = "peers"
        managed = False
        db_table = '"public"."billing_run"'


class Bare(APIView):
    """0b: the row without any authentication."""

    authentication_classes: Any = ()
    permission_classes: Any = ()

    def get(self, request: Any) -> Response:
        """Read the row."""
        account = Account.objects.get(pk=ORGANIZATION)
        return Response({
            "organization_id": account.organization_id, "billing_tier": account.billing_tier,
            "billing_mode": account.billing_mode, "low_balance_threshold_usd": account.low_balance_threshold_usd,
            "current_balance_usd": account.entries_total_usd - account.usage_total_usd,
            "usage_through": account.usage_through,
        })  # fmt: skip


class WithApiKey(Bare):
    """The row behind djangorestframework-api-key."""

    permission_classes = (HasAPIKey,)


class WithKnox(Bare):
    """The row behind django-rest-knox."""

    authentication_classes = (TokenAuthentication,)
    permission_classes = (IsAuthenticated,)


class WithOAuth(Bare):
    """The row behind django-oauth-toolkit."""

    authentication_classes = (OAuth2Authentication,)
    permission_classes = (IsAuthenticated,)


class RunSerializer(serializers.ModelSerializer):
    """The fields that our own usage page has."""

    class Meta:
        model = Run
        exclude = ("id", "organization_id")


class Newest(pagination.CursorPagination):
    """Pages of a hundred, newest first."""

    page_size = 100
    ordering = "-started_at"


class Runs(generics.ListAPIView):
    """A page of runs."""

    authentication_classes = ()
    permission_classes = ()
    serializer_class = RunSerializer
    pagination_class = Newest

    def get_queryset(self) -> Any:
        """Return the organization's runs of the requested range."""
        query = self.request.query_params
        return Run.objects.filter(
            organization_id=ORGANIZATION, started_at__gte=query["from"], started_at__lt=query["to"]
        )


urlpatterns = [
    path("bare", Bare.as_view()),
    path("api-key", WithApiKey.as_view()),
    path("knox", WithKnox.as_view()),
    path("oauth", WithOAuth.as_view()),
    path("runs", Runs.as_view()),
]


def main(usage_query: str) -> None:
    """Create a token of each kind, then serve the actions."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA IF NOT EXISTS peers")
    call_command("migrate", verbosity=0)
    user, _ = User.objects.get_or_create(username="bench")
    _, key = APIKey.objects.create_key(name="bench")
    _, knox = get_token_model().objects.create(user=user)
    application = Application.objects.create(user=user, client_type="confidential")
    expires = timezone.now() + timedelta(days=1)
    AccessToken.objects.create(user=user, application=application, token="bench", expires=expires, scope="read")  # noqa: S106
    site = get_wsgi_application()
    serve(
        {
            "bare": get(site, "/bare", {}),
            "api-key": get(site, "/api-key", {"authorization": f"Api-Key {key}"}),
            "knox": get(site, "/knox", {"authorization": f"Token {knox}"}),
            "oauth": get(site, "/oauth", {"authorization": "Bearer bench"}),
            "runs": get(site, f"/runs?{usage_query}", {}),
        }
    )


if __name__ == "__main__":
    main(sys.argv[1])
