"""Addresses of people's pages on billing access."""

from django.urls import path

from billing_access.ui import billing_reads, keys, low_balance, overview, readers, rotation, tags

urlpatterns = [
    path("o/<slug:slug>/overview/", overview.overview, name="overview"),
    path("o/<slug:slug>/billing-reads/", billing_reads.billing_reads, name="billing-reads"),
    path("o/<slug:slug>/billing-reads/turn-on/", billing_reads.turn_on, name="billing-reads-turn-on"),
    path("o/<slug:slug>/billing-reads/turn-off/", billing_reads.turn_off, name="billing-reads-turn-off"),
    path("o/<slug:slug>/keys/", keys.keys, name="keys"),
    path("o/<slug:slug>/keys/new/", keys.key_create, name="key-create"),
    path("o/<slug:slug>/keys/<uuid:key_id>/", keys.key, name="key"),
    path("o/<slug:slug>/keys/<uuid:key_id>/addresses/", keys.key_addresses, name="key-addresses"),
    path("o/<slug:slug>/keys/<uuid:key_id>/rotate/", rotation.key_rotate, name="key-rotate"),
    path("o/<slug:slug>/keys/<uuid:key_id>/cancel-rotation/", rotation.key_rotation_cancel, name="key-rotation-cancel"),
    path("o/<slug:slug>/settings/low-balance/", low_balance.low_balance, name="low-balance"),
    path("o/<slug:slug>/settings/tags/", tags.tags, name="tags"),
    path("o/<slug:slug>/settings/tags/remove/", tags.tag_remove, name="tag-remove"),
    path("o/<slug:slug>/readers/", readers.readers, name="readers"),
    path("o/<slug:slug>/keys/<uuid:key_id>/revoke/", keys.key_revoke, name="key-revoke"),
]
