"""The page for reviewers on who can read billing now: people by permission, keys by what they read, and why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from billing_access.access.decision import facts_for_organization
from billing_access.access.models import ApiKey
from billing_access.ui.preview import previews
from orgs.access import members_with_permissions, organization_for
from orgs.roles import MANAGE_API_KEYS, MANAGE_BILLING_ACCESS, VIEW_AUDIT_LOG, VIEW_BILLING
from orgs.ui.pages import signed_in


@signed_in("GET")
def readers(request: HttpRequest, slug: str) -> HttpResponse:
    """Show which people and keys can read billing, who can give further access, and why the other keys cannot."""
    access = organization_for(request.user, slug, VIEW_AUDIT_LOG)
    members = members_with_permissions(access.organization)
    keys = list(
        ApiKey.objects.filter(organization=access.organization)
        .select_related("created_by")
        .order_by("-created_at", "id")
    )
    shown = previews(keys, facts_for_organization(access.organization.pk), members)
    living = [each for each in shown if each.is_living]
    context = {
        "access": access,
        "people": [
            {
                "member": member,
                "reads": VIEW_BILLING in permissions,
                "flips": MANAGE_BILLING_ACCESS in permissions,
                "issues": MANAGE_API_KEYS in permissions,
            }
            for member, permissions in members
            if permissions & {VIEW_BILLING, MANAGE_BILLING_ACCESS, MANAGE_API_KEYS}
        ],
        "others": sum(
            not permissions & {VIEW_BILLING, MANAGE_BILLING_ACCESS, MANAGE_API_KEYS} for _, permissions in members
        ),
        "reading": [each for each in living if each.reads_now],
        "refused": [each for each in living if not each.reads_now],
        "ended": len(shown) - len(living),
        "reading_people": sum(VIEW_BILLING in permissions for _, permissions in members),
    }
    return render(request, "billing_access/ui/readers.html", context)
