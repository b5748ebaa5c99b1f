INSERT INTO public.billing_accounts_user (id, password, last_login, is_superuser, is_staff, is_active, date_joined, email, name, held_until, password_is_preset) VALUES
	(1, 'pbkdf2_sha256$1000000$Dpedj3bOv6nfesMfPPfi4n$jzuFVi6Fo574fCE/iQh4wXGloCVNaZixXV9xKIuIFAc=', NULL, true, true, true, '2026-11-30 22:40:11.753952+00', 'staff@platform.example', 'Platform staff', NULL, false),
	(2, 'pbkdf2_sha256$1000000$Dpedj3bOv6nfesMfPPfi4n$jzuFVi6Fo574fCE/iQh4wXGloCVNaZixXV9xKIuIFAc=', NULL, false, false, true, '2026-11-30 22:40:12.994602+00', 'owner@acme-robotics.example', 'Acme Robotics''s owner', NULL, false),
	(3, 'pbkdf2_sha256$1000000$Dpedj3bOv6nfesMfPPfi4n$jzuFVi6Fo574fCE/iQh4wXGloCVNaZixXV9xKIuIFAc=', NULL, false, false, true, '2026-11-30 22:40:13.826994+00', 'admin@acme-robotics.example', 'Acme Robotics''s admin', NULL, false),
	(4, 'pbkdf2_sha256$1000000$Dpedj3bOv6nfesMfPPfi4n$jzuFVi6Fo574fCE/iQh4wXGloCVNaZixXV9xKIuIFAc=', NULL, false, false, true, '2026-11-30 22:40:13.947339+00', 'billing@acme-robotics.example', 'Acme Robotics''s billing', NULL, false),
	(5, 'pbkdf2_sha256$1000000$Dpedj3bOv6nfesMfPPfi4n$jzuFVi6Fo574fCE/iQh4wXGloCVNaZixXV9xKIuIFAc=', NULL, false, false, true, '2026-11-30 22:40:14.046736+00', 'auditor@acme-robotics.example', 'Acme Robotics''s auditor', NULL, false),
	(6, 'pbkdf2_sha256$1000000$Dpedj3bOv6nfesMfPPfi4n$jzuFVi6Fo574fCE/iQh4wXGloCVNaZixXV9xKIuIFAc=', NULL, false, false, true, '2026-11-30 22:40:14.148623+00', 'member@acme-robotics.example', 'Acme Robotics''s member', NULL, false),
	(7, 'pbkdf2_sha256$1000000$Dpedj3bOv6nfesMfPPfi4n$jzuFVi6Fo574fCE/iQh4wXGloCVNaZixXV9xKIuIFAc=', NULL, false, false, true, '2026-11-30 22:40:14.381687+00', 'owner@borealis-labs.example', 'Borealis Labs''s owner', NULL, false),
	(8, 'pbkdf2_sha256$1000000$Dpedj3bOv6nfesMfPPfi4n$jzuFVi6Fo574fCE/iQh4wXGloCVNaZixXV9xKIuIFAc=', NULL, false, false, true, '2026-11-30 22:40:15.740089+00', 'admin@borealis-labs.example', 'Borealis Labs''s admin', NULL, false),
	(9, 'pbkdf2_sha256$1000000$Dpedj3bOv6nfesMfPPfi4n$jzuFVi6Fo574fCE/iQh4wXGloCVNaZixXV9xKIuIFAc=', NULL, false, false, true, '2026-11-30 22:40:15.805379+00', 'billing@borealis-labs.example', 'Borealis Labs''s billing', NULL, false),
	(10, 'pbkdf2_sha256$1000000$Dpedj3bOv6nfesMfPPfi4n$jzuFVi6Fo574fCE/iQh4wXGloCVNaZixXV9xKIuIFAc=', NULL, false, false, true, '2026-11-30 22:40:15.861397+00', 'auditor@borealis-labs.example', 'Borealis Labs''s auditor', NULL, false),
	(11, 'pbkdf2_sha256$1000000$Dpedj3bOv6nfesMfPPfi4n$jzuFVi6Fo574fCE/iQh4wXGloCVNaZixXV9xKIuIFAc=', NULL, false, false, true, '2026-11-30 22:40:15.95258+00', 'member@borealis-labs.example', 'Borealis Labs''s member', NULL, false);

INSERT INTO public.billing_orgs_organization (id, public_id, name, slug, external_id, time_zone, requires_second_factor, created_at, closed_at) VALUES
	(1, 'o_ClcCe3QecKg6tpiv', 'Acme Robotics', 'acme-robotics', NULL, 'UTC', false, '2026-11-30 22:40:13.047863+00', NULL),
	(2, 'o_Jvajn8QaxO3rafn5', 'Borealis Labs', 'borealis-labs', NULL, 'UTC', false, '2026-11-30 22:40:14.464023+00', NULL);

INSERT INTO public.billing_account (organization_id, billing_tier, billing_mode, low_balance_threshold_usd, period_start_day, revision, fed_at, usage_through, balance_reconciled_at, entries_total_usd, usage_total_usd, revision_token, stale_after_hours) VALUES
	(2, 'team', 'prepaid', 100.0000000000, 1, 3, '2026-11-30 22:40:16.176764+00', '2026-11-30 00:00:00+00', NULL, 11750.0000000000, 36.0182400000, '826f0b7d-464d-471e-af2c-f21dfe9db905', NULL),
	(1, 'pro', 'prepaid', 500.0000000000, 1, 6, '2026-11-30 22:40:16.176764+00', '2026-11-30 00:00:00+00', '2026-04-06 00:00:00+00', 15001.2473600000, 40.0115800000, 'b1dd6dcb-d4c8-4887-9595-184b7b637d39', NULL);

INSERT INTO public.billing_alert_due (id, organization_id) VALUES
	(1, 1),
	(2, 1),
	(3, 2),
	(4, 2),
	(5, 1),
	(6, 2),
	(7, 1),
	(8, 1),
	(9, 2),
	(10, 2),
	(11, 1),
	(12, 1),
	(13, 1);

INSERT INTO public.billing_alert_rule (id, kind, amount_usd, number, factor, tag_key, tag_value, created_at, begins_at, state, state_since, figure, threshold, evaluated_at, evaluate_at, organization_id) VALUES
	('5e7397c6-4b3d-4b0a-a946-cc09efd3c485', 'low_balance', NULL, NULL, NULL, '', NULL, '2026-11-30 22:40:14.240955+00', '2026-11-30 22:40:14.240955+00', 'unknown', '2026-11-30 22:40:14.240955+00', NULL, NULL, NULL, '2026-11-30 22:40:14.240955+00', 1),
	('e8d4be96-b227-411c-a1a7-917a9677a185', 'low_balance', NULL, NULL, NULL, '', NULL, '2026-11-30 22:40:16.024007+00', '2026-11-30 22:40:16.024007+00', 'unknown', '2026-11-30 22:40:16.024007+00', NULL, NULL, NULL, '2026-11-30 22:40:16.024007+00', 2);

INSERT INTO public.billing_api_key (id, name, digest, first_characters, last_characters, scopes, created_at, created_by_kind, expires_at, revoked_at, allowed_networks, is_platform_key, last_used_at, last_used_address, expiry_notice, form_token, created_by_id, organization_id, predecessor_id) VALUES
	('16b174f0-fc17-4f7f-b9ae-b484870bb900', 'Kept', '\xa5a01c518ce5ba6097c0fefd666cf2ac862880af465b1868ff00f4c599bbde9b', 'bak_live_MzB', 'KkG9', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 22:40:16.512098+00', 'system', '2027-11-30 22:40:16.512098+00', '2026-11-30 22:40:16.535108+00', '{}', false, NULL, NULL, NULL, NULL, NULL, 1, NULL),
	('c339f0a2-6648-405d-a515-7ff3c640ff2a', 'Kept', '\xd2cea436d527d492998943a334a302f73fcb7b5fd169df706237f5aeea8aaa7f', 'bak_live_xTy', 'fUCu', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 22:40:16.474676+00', 'system', '2027-11-30 22:40:16.474676+00', NULL, '{}', false, '2026-11-30 22:40:17.354921+00', '127.0.0.1', NULL, NULL, NULL, 1, NULL),
	('d2a1e403-e8af-418c-99c3-689751e449cc', 'Kept', '\x4c0640b834672cb218a0b45dd8b36cb0fd141e9546e517a411ba2f4c7e9da11a', 'bak_live_YMc', 'QaKd', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 22:40:16.496166+00', 'system', '2027-11-30 22:40:16.496166+00', NULL, '{}', false, '2026-11-30 22:40:18.111996+00', '127.0.0.1', NULL, NULL, NULL, 2, NULL);

INSERT INTO public.billing_audit_checkpoint (log, size, note) VALUES
	('o_ClcCe3QecKg6tpiv', 29, 'tests/o_ClcCe3QecKg6tpiv
29
V3zdN5535Wj/TZGeEijO9PGUdisEqrsfp/nc55N80Is=
sealed 2026-11-30T22:40:20.250112Z

— tests/o_ClcCe3QecKg6tpiv J5MwE2asx46ijfNFVbq0o3oY40wm5J4l23vDugO4BcAEzyrZf8dshwNK41lN2muMg15lBzUQdGvVBXoIwMi47euNnAA=
'),
	('o_Jvajn8QaxO3rafn5', 18, 'tests/o_Jvajn8QaxO3rafn5
18
9HAC3WRN4Zah9fH7Q86r92wG3tCRk1iXhs5awPUwINg=
sealed 2026-11-30T22:40:20.274974Z

— tests/o_Jvajn8QaxO3rafn5 ZoKXJoKYWyJN/ZOQ9YejV2GKTqKVcXYuIA/oA33n8OeXshOhK8AIF2u+dY1bHwxh1/q9hCHyv/lZNMYN7Qm5ewAMaQw=
'),
	('platform', 12, 'tests/platform
12
m04zPuTtrzaLTLzL0g/IkcX8xGU0KbXlAcyGVC+hjE0=
sealed 2026-11-30T22:40:20.285020Z

— tests/platform Hju0cQ0S10/OQuT0NJ1b6KQyq4fzuQb+OcpVV6gSYMh1PoV05b78ULb6dPJGd4zc5lOv9VvpVtv/HG4ccG0Qc5K5yg0=
');

INSERT INTO public.billing_audit_event (id, organization_id, recorded_at, action, outcome, reason_code, actor_kind, actor_id, target_kind, target_id, request_id, body) VALUES
	('01a22e9d-a1e4-7d9a-873b-e5e871178760', NULL, '2026-11-30 22:40:12.263285+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"2aa3784ecab455aaef272c5ef791a3fb47cf9dae040e45ee895764a398c1cfb2"},"details":{},"id":"01a22e9d-a1e4-7d9a-873b-e5e871178760","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:12.263285Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22e9d-a4aa-7ef0-b6f4-538c53b2e9ce', NULL, '2026-11-30 22:40:12.977806+00', 'user.changed', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.changed","actor_id":"keep_release","actor_kind":"system","changes":{"is_staff":[false,true],"is_superuser":[false,true]},"commitments":{"personal":"818d0de9b16fa685aaf0c58bd346b1c6f7504bd0f01f850324c80216fa63e5b4"},"details":{},"id":"01a22e9d-a4aa-7ef0-b6f4-538c53b2e9ce","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:12.977806Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22e9d-a4d7-7ac4-9e3d-d99b30380dee', NULL, '2026-11-30 22:40:13.016003+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"e877abd351dc4f065ebd3c9f360f63ac3e963874c05add8b7fbca2b195e87c41"},"details":{},"id":"01a22e9d-a4d7-7ac4-9e3d-d99b30380dee","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:13.016003Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22e9d-a4f8-7fe6-8270-7eb166088f70', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:13.054389+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ClcCe3QecKg6tpiv', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"43c647aee25abb8984a061221c0bb72148e621382723180fd8de9b24a1a3cf08","texts":"c1b88c488b4c37384fcd0f54e0bc219814c336c5e06b2e085b2945a409309a85"},"details":{},"id":"01a22e9d-a4f8-7fe6-8270-7eb166088f70","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:13.054389Z","request_id":"","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-a51a-7504-960b-ea72ee897bcb', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:13.086251+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"6a3dce3b9efe778f17c9ab98bbe092fcdd9fd09405d1dd7a9650c41e0bd80825"},"details":{},"id":"01a22e9d-a51a-7504-960b-ea72ee897bcb","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:13.086251Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22e9d-a836-771d-98fa-cd4b81298ceb', NULL, '2026-11-30 22:40:13.882313+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"534a0aa6277752aaea06e5410a70420ab0b7f317cf8e494848972a50b61d9d39"},"details":{},"id":"01a22e9d-a836-771d-98fa-cd4b81298ceb","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:13.882313Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22e9d-a86e-7614-9bfe-6a3ed1e32a86', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:13.934865+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"a431a1d570317151b29f9ad627d508f255b8fa4e1b88b2cbdaccb279cbd277d7"},"details":{},"id":"01a22e9d-a86e-7614-9bfe-6a3ed1e32a86","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:13.934865Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22e9d-a8af-7bbf-82b4-6cd51b833368', NULL, '2026-11-30 22:40:13.999976+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"4f4d49b05dbfcca9e7a887aa4bf1eb2eb051584085c51528db938964dd64c88d"},"details":{},"id":"01a22e9d-a8af-7bbf-82b4-6cd51b833368","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:13.999976Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22e9d-a8ce-7750-a43c-cdfa865508d0', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:14.032173+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"c6635bd5010427a46134bdd373145983e47a2700d33ab61095d29b603c58d5d5"},"details":{},"id":"01a22e9d-a8ce-7750-a43c-cdfa865508d0","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:14.032173Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22e9d-a912-7c9f-9dbf-396af54477e5', NULL, '2026-11-30 22:40:14.099057+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"64e700b9e8e26349c44765ecb157ec6ee11fe8479e0b5c7aa5cb14039af7ef64"},"details":{},"id":"01a22e9d-a912-7c9f-9dbf-396af54477e5","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:14.099057Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22e9d-a93e-7585-b289-bcfa36a3d464', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:14.142623+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"436a141a02e59df04986ad8f5499767b6123c02e6b24166c4f19ba0d54c3aebf"},"details":{},"id":"01a22e9d-a93e-7585-b289-bcfa36a3d464","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:14.142623Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22e9d-a965-773f-8681-b04a41b0d725', NULL, '2026-11-30 22:40:14.181676+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"dfad1e60449437951d962a6a086679dff5f7c956148653bd10928ef92257075f"},"details":{},"id":"01a22e9d-a965-773f-8681-b04a41b0d725","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:14.181676Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22e9d-a978-720b-8f4e-6a9a6969a2c8', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:14.20036+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"e2b1b357ddc4c789dc8a4ab28c903dc554d21b816718deddd047f5c0822a347a"},"details":{},"id":"01a22e9d-a978-720b-8f4e-6a9a6969a2c8","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:14.200360Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22e9d-b086-755e-a6fd-a690834ebae8', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:16.006565+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"bb77ecbe59e9ef09d732b4c26d08abb65db829a5e186d7ecc2ea0a19d3eec7b5"},"details":{},"id":"01a22e9d-b086-755e-a6fd-a690834ebae8","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.006565Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22e9d-a9a5-73b0-8585-3dca10566cb3', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:14.246489+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ClcCe3QecKg6tpiv', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"2c4faaaa6a38771ad7764cf790d981c179915e38c115e389b2acfc597ce2d8eb","personal":"993386ff67a82203775d12322557b73e0e02fd77e1d7cd4195d02f575f285075","texts":"2a9ca0c4f14193c6fc06e30ae4d40136b855ac6ec0a62d0d176e2f0621846ef2"},"details":{},"id":"01a22e9d-a9a5-73b0-8585-3dca10566cb3","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:14.246489Z","request_id":"","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-a9c8-7645-8bd3-341f9fbcb7ab', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:14.281284+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ClcCe3QecKg6tpiv', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"47968a0657f40649b0306850434a08193581bf2ccfc0d9d09889e8eb54c692a3","texts":"72abc9b14eefe032dc1bbc275a37171c6bbb98ce9d05c3ee49a739ae554d7ddc"},"details":{},"id":"01a22e9d-a9c8-7645-8bd3-341f9fbcb7ab","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:14.281284Z","request_id":"","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-aa1a-7fb4-a0ca-1cec2127573d', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:14.365478+00', 'billing_reads.enabled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ClcCe3QecKg6tpiv', '', '{"action":"billing_reads.enabled","actor_id":"keep_release","actor_kind":"system","changes":{"billing_reads":["off","on"]},"commitments":{"personal":"34de2aec52440d66ea740ecc103a32eed5458d7a0e7ad1b67f72cc4fa0ff876a","texts":"bcda946e25e859aa24fb2580d3291243b08a143a421d834908eb9a9b80b67644"},"details":{"key_count":0},"id":"01a22e9d-aa1a-7fb4-a0ca-1cec2127573d","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:14.365478Z","request_id":"","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-aa59-7d95-9c10-ddede7a8a92c', NULL, '2026-11-30 22:40:14.426129+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"c76095f656e9bbe94db093e87c6380d7af48df4d58fcb13239512cb3da8bd03e"},"details":{},"id":"01a22e9d-aa59-7d95-9c10-ddede7a8a92c","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:14.426129Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22e9d-aa81-7164-a65e-92a0d62c7c1e', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:14.465485+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Jvajn8QaxO3rafn5', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"50b87cf932a225861b80e90d1e03216a56f413ef823756b0e5cbd091edf13198","texts":"6b14b411a3632cf82cb3fa2a2e12271a9438134b25ca5eddbada82acc4dd5b97"},"details":{},"id":"01a22e9d-aa81-7164-a65e-92a0d62c7c1e","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:14.465485Z","request_id":"","target_id":"o_Jvajn8QaxO3rafn5","target_kind":"organization","version":2}'),
	('01a22e9d-aa9d-7323-9ca8-8bc7607f44f6', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:14.506072+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"62a005e2af7279004463ebf219084aa170611a7a2d6658f6d184632806bff36c"},"details":{},"id":"01a22e9d-aa9d-7323-9ca8-8bc7607f44f6","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:14.506072Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22e9d-af98-7d0d-b787-92675720ca8b', NULL, '2026-11-30 22:40:15.769035+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"0be6ffc444739ada37c5a7dff969bfe6dea952943e0cab1fd54c6d4dc6a4809c"},"details":{},"id":"01a22e9d-af98-7d0d-b787-92675720ca8b","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:15.769035Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22e9d-afb7-71d5-bfca-210a465235f9', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:15.799338+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"bdc09ab14470d22105f7ed97f606b15c7feea17a866888a6fe22afad733946d4"},"details":{},"id":"01a22e9d-afb7-71d5-bfca-210a465235f9","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:15.799338Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22e9d-afd1-7a08-a6f1-81c09d80d80a', NULL, '2026-11-30 22:40:15.825854+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"c6c8b99279f4d3016620060499c998d6f494670b4e422a7a497ecd940b54c8ca"},"details":{},"id":"01a22e9d-afd1-7a08-a6f1-81c09d80d80a","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:15.825854Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22e9d-afee-793d-b907-1f4a346ca5e0', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:15.854801+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"c431d6c5032772daf54387d5e7cb4932fa5218f682d980b3c8f0bf870d25cb21"},"details":{},"id":"01a22e9d-afee-793d-b907-1f4a346ca5e0","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:15.854801Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22e9d-b006-761f-bd94-c19b318f1ac1', NULL, '2026-11-30 22:40:15.8787+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"d927c14ee13bdcc9689a381d1b9bb6810e3da88a214bb0e67fb60846177d2532"},"details":{},"id":"01a22e9d-b006-761f-bd94-c19b318f1ac1","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:15.878700Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22e9d-b03e-76e1-9356-a7b051f921c3', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:15.934665+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"6c0b4d8a223ca5936c8b35603fff1e279be1799d96e752b85da4e85ad15c304e"},"details":{},"id":"01a22e9d-b03e-76e1-9356-a7b051f921c3","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:15.934665Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22e9d-b06f-788f-bfa0-4ab34e3b6aab', NULL, '2026-11-30 22:40:15.983814+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"cd4583307644350fb20dd0a550537eaf31209232ab6b030f2fad7071615c448a"},"details":{},"id":"01a22e9d-b06f-788f-bfa0-4ab34e3b6aab","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:15.983814Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22e9d-b09c-782e-9f17-5424e45a5eb6', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:16.028894+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Jvajn8QaxO3rafn5', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"c3f4678f84c109a97baea575c7afedfd78bbf9e14fba5caf6a974e353519a97b","personal":"b6a98df6ba1128213ea28716dd8e7a8de1ec27aaf92b57f7739921f10126373d","texts":"9d73aec0044172b4122f4a3e4bfb9c80f1bd0bf6d163ac3264c1e1f517659009"},"details":{},"id":"01a22e9d-b09c-782e-9f17-5424e45a5eb6","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.028894Z","request_id":"","target_id":"o_Jvajn8QaxO3rafn5","target_kind":"organization","version":2}'),
	('01a22e9d-b0c1-7c62-9e29-04f24cc08ee1', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:16.065994+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Jvajn8QaxO3rafn5', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"e6971806591ae95ffcb13d7ad76a9a60926f513b95f61443cfc8ac1baeb0b2f5","texts":"b9823b22182af829a87deb39d7cc57348a81c031ed5adb3c8a19bf7b5d287c93"},"details":{},"id":"01a22e9d-b0c1-7c62-9e29-04f24cc08ee1","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.065994Z","request_id":"","target_id":"o_Jvajn8QaxO3rafn5","target_kind":"organization","version":2}'),
	('01a22e9d-b0e7-7336-9a74-879261d58054', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:16.106277+00', 'member.invited', 'allowed', '', 'system', 'keep_release', 'invitation', '1', '', '{"action":"member.invited","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"7d56037a90b18ae5c4a8c965d56a9e8542338a3ae36395326d0954a828737a50"},"details":{},"id":"01a22e9d-b0e7-7336-9a74-879261d58054","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.106277Z","request_id":"","target_id":"1","target_kind":"invitation","version":2}'),
	('01a22e9d-b155-736e-b7cc-718e82814522', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:16.213818+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ClcCe3QecKg6tpiv', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"14f4afc8ad38e9bf0b1b9f3efa71fc163f3e370bd5e8e5f63d86bc3cf6e2faf7","personal":"65e608a17c24e984df1808aa89852bbcbea04132b6e3ebd6db48b80da18d38f8"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22e9d-b155-736e-b7cc-718e82814522","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.213818Z","request_id":"","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-b155-74f2-8812-43ec17881b2f', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:16.215036+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Jvajn8QaxO3rafn5', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"d21b97f6d5be29fe5ce6d5ea197c96a03f3badc1e066c4bdff4b51fb14d23ff0","personal":"2b9d284f7929fc08b2fa63477e837ac117aabfee8c8e879c85ab8c60fc67c902"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22e9d-b155-74f2-8812-43ec17881b2f","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.215036Z","request_id":"","target_id":"o_Jvajn8QaxO3rafn5","target_kind":"organization","version":2}'),
	('01a22e9d-b1a6-76f5-8a51-05cd1c72e5f2', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:16.294717+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ClcCe3QecKg6tpiv', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"0473842c35481a22e8ea94d3a0ba3197ee39c81d1dbb1b8307002751cdb00899","personal":"92d00ef2790dc8670289e69fc4bca7f5024acc13115b5b01a58dd2ff9693d554","texts":"f76f5e981142a888d6de5f883f3bb8606fc7bead8fe7406714014abd23d60cff"},"details":{"kind":"top_up"},"id":"01a22e9d-b1a6-76f5-8a51-05cd1c72e5f2","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.294717Z","request_id":"","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-b1c2-747d-a321-6132fdf65c37', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:16.322524+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ClcCe3QecKg6tpiv', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"754e9fa6c11ec0c64fe9a80e5a1defd72aa86dc35756f4bcef2c924e008cad7e"},"details":{},"id":"01a22e9d-b1c2-747d-a321-6132fdf65c37","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.322524Z","request_id":"","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-b1d6-77f5-a118-f1936ddfffd2', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:16.342707+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Jvajn8QaxO3rafn5', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"2609a83b142d74eefdb58e0942b24d221d1f06522baad5435297c07a53a248a2","personal":"ea47b8d7a72599ffdaa1d331e33c57e5d07c9e5716e138e6e3661730601bd39e","texts":"89f59bcda115aa1f0f169080305c5a8906bb4faa1e725d4b7d6e3fad6ff32c95"},"details":{"kind":"top_up"},"id":"01a22e9d-b1d6-77f5-a118-f1936ddfffd2","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.342707Z","request_id":"","target_id":"o_Jvajn8QaxO3rafn5","target_kind":"organization","version":2}'),
	('01a22e9d-b1e7-73df-b03b-8612f948a407', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:16.359444+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Jvajn8QaxO3rafn5', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"96525dafe8a7dd679e51c2b1873b31a8a3d3fc549b49fd35bdc10fbf9b02ebc6"},"details":{},"id":"01a22e9d-b1e7-73df-b03b-8612f948a407","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.359444Z","request_id":"","target_id":"o_Jvajn8QaxO3rafn5","target_kind":"organization","version":2}'),
	('01a22e9d-b212-794a-9f57-fad478115fe0', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:16.402844+00', 'run.credited', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ClcCe3QecKg6tpiv', '', '{"action":"run.credited","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"411ffb2d82fba6f80911c6566105a99e2a4d0a93977c05ffb8b99bb0ac6d6a24","personal":"ac3459618123c60107752a994473429f5bac5bb87e235f2447e7cd8bc8c30519","texts":"f019f548279fd5e23d126cd4033acb42e5eb71dc4500847f37d017cc026bafd1"},"details":{},"id":"01a22e9d-b212-794a-9f57-fad478115fe0","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.402844Z","request_id":"","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-b22a-76c2-b252-84351807ed42', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:16.43427+00', 'runs.voided', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ClcCe3QecKg6tpiv', '', '{"action":"runs.voided","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"e5149fb4a9c88b872dac7fc3d9b8697a9e3b09ecb5619e10831f800e4cb2ca92","personal":"1a74dde22bcde70972d3f341eb5d370aa7fc94154b2dad98ebd37023d26bef9f","texts":"6c39eed20bb5f4b93a2aa587b31eb3e1817e7fc130e652e190b18f82ad538d7a"},"details":{"revision":5},"id":"01a22e9d-b22a-76c2-b252-84351807ed42","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.434270Z","request_id":"","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-b24b-7f08-824b-8c6d646a4862', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:16.460153+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ClcCe3QecKg6tpiv', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"fec06f582943550895864de41f6173a9c81ab804b981e91793a040534960fe6b","personal":"f429a48df8935964aff2f0a39268cddd39227a0e8a084185e2de490fb3356cae","texts":"219831af2b38711d99608e1034a37a627da03fd245ed3bf6667343b89f5eb5bd"},"details":{"kind":"adjustment"},"id":"01a22e9d-b24b-7f08-824b-8c6d646a4862","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.460153Z","request_id":"","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-b24f-790d-aa27-4e1f7267eff5', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:16.463786+00', 'balance.reconciled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ClcCe3QecKg6tpiv', '', '{"action":"balance.reconciled","actor_id":"keep_release","actor_kind":"system","changes":{"balance_reconciled_at":[null,"2026-04-06T00:00:00Z"]},"commitments":{"figures":"03e354ff5977e39959dbbdfdeb99accf9a4fb19d577fb16035ed8c7d1a4a475c","personal":"c06ae4598070f39b9ea9222886b20fc65e724eb8755188c60bd143bc782bd8c9","texts":"049d726b75fc561d08fb6d734436f25d5b878045a18993345157bc0506cbe6b0"},"details":{},"id":"01a22e9d-b24f-790d-aa27-4e1f7267eff5","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.463786Z","request_id":"","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-b262-78d2-a379-53519abe9c12', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:16.488154+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', 'c339f0a2-6648-405d-a515-7ff3c640ff2a', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T22:40:16.474676Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"3e8c245c34f65d6620beb24ba0a5f9bd2fecbe5659311fc441171b8a39da1c97"},"details":{},"id":"01a22e9d-b262-78d2-a379-53519abe9c12","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.488154Z","request_id":"","target_id":"c339f0a2-6648-405d-a515-7ff3c640ff2a","target_kind":"api_key","version":2}'),
	('01a22e9d-b279-7e88-96d6-01aef6024fc1', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:16.506196+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', 'd2a1e403-e8af-418c-99c3-689751e449cc', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T22:40:16.496166Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"d1ac12309d17d96cd8d6205f75946c72a2b42f2e5d51d44ee7b6463ecb9e8d5c"},"details":{},"id":"01a22e9d-b279-7e88-96d6-01aef6024fc1","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.506196Z","request_id":"","target_id":"d2a1e403-e8af-418c-99c3-689751e449cc","target_kind":"api_key","version":2}'),
	('01a22e9d-b282-79c9-9590-5b2108df0939', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:16.514821+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '16b174f0-fc17-4f7f-b9ae-b484870bb900', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T22:40:16.512098Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"69cce46c709a26ae31a3f3de36f500707934abe03cb43222a29c379afa2d1ec1"},"details":{},"id":"01a22e9d-b282-79c9-9590-5b2108df0939","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.514821Z","request_id":"","target_id":"16b174f0-fc17-4f7f-b9ae-b484870bb900","target_kind":"api_key","version":2}'),
	('01a22e9d-b29a-757a-a46a-f214e48e9646', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:16.538622+00', 'api_key.revoked', 'allowed', '', 'system', 'keep_release', 'api_key', '16b174f0-fc17-4f7f-b9ae-b484870bb900', '', '{"action":"api_key.revoked","actor_id":"keep_release","actor_kind":"system","changes":{"revoked":[false,true]},"commitments":{"personal":"96e6a626b5618f4ed94ddb3083f539e9bb450c70002d6a0f8e0a1738328197f2","texts":"a46602d68c70fd92259d4b7806a7858d62c169ca87a7a2128fb2805d6d03ac8e"},"details":{},"id":"01a22e9d-b29a-757a-a46a-f214e48e9646","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:16.538622Z","request_id":"","target_id":"16b174f0-fc17-4f7f-b9ae-b484870bb900","target_kind":"api_key","version":2}'),
	('01a22e9d-b5d6-796c-b884-6280b943e8e5', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:17.37424+00', 'billing.usage.read', 'allowed', '', 'api_key', 'c339f0a2-6648-405d-a515-7ff3c640ff2a', 'organization', 'o_ClcCe3QecKg6tpiv', 'req_01a22e9db5b58622336143824a45cc01', '{"action":"billing.usage.read","actor_id":"c339f0a2-6648-405d-a515-7ff3c640ff2a","actor_kind":"api_key","changes":{},"commitments":{"personal":"e3d1858f11e7fd5dcade69076e8b84368c9c93b91eed24e0d3aa4302d88e4bc5"},"details":{"copied":false,"from":"2026-04-01T00:00:00Z","limit":500,"paged":false,"route":"/v1/billing/usage","rows":14,"run_type":null,"status":null,"tags":[],"to":"2026-05-01T00:00:00Z"},"id":"01a22e9d-b5d6-796c-b884-6280b943e8e5","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:17.374240Z","request_id":"req_01a22e9db5b58622336143824a45cc01","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-b685-7bf6-9bac-071cd0664bb4', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:17.542895+00', 'billing.usage.read', 'allowed', '', 'api_key', 'c339f0a2-6648-405d-a515-7ff3c640ff2a', 'organization', 'o_ClcCe3QecKg6tpiv', 'req_01a22e9db668774cdfb282f9d4242a1b', '{"action":"billing.usage.read","actor_id":"c339f0a2-6648-405d-a515-7ff3c640ff2a","actor_kind":"api_key","changes":{},"commitments":{"personal":"5a144bea12e424293d4baf85f3b88ee874a87eede142bbfbc9d175b095bbc49f","texts":"b7596a2ad6c9e598a37878da07f31ddabaa8b93b62ea7ff155ed243bc660b575"},"details":{"bucket":"day","from":"2026-04-01T00:00:00Z","route":"/v1/billing/usage/summary","rows":14,"timezone":"UTC","to":"2026-05-01T00:00:00Z"},"id":"01a22e9d-b685-7bf6-9bac-071cd0664bb4","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:17.542895Z","request_id":"req_01a22e9db668774cdfb282f9d4242a1b","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-b730-7391-902a-2c4e5d6dad4d', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:17.712517+00', 'billing.usage.read', 'allowed', '', 'api_key', 'c339f0a2-6648-405d-a515-7ff3c640ff2a', 'organization', 'o_ClcCe3QecKg6tpiv', 'req_01a22e9db7118fbb8b40d59c807c1533', '{"action":"billing.usage.read","actor_id":"c339f0a2-6648-405d-a515-7ff3c640ff2a","actor_kind":"api_key","changes":{},"commitments":{"personal":"44891f500e2cd14345ffce86d78241ab348fd90b901248a19d1aaf610fdccda0"},"details":{"bucket":"month","from":"2026-04-01T00:00:00Z","group_by":[],"route":"/v1/billing/usage/summary","rows":2,"timezone":"America/Denver","to":"2026-05-01T00:00:00Z"},"id":"01a22e9d-b730-7391-902a-2c4e5d6dad4d","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:17.712517Z","request_id":"req_01a22e9db7118fbb8b40d59c807c1533","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-b7a7-7e5c-9c58-d3762fcfa654', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:17.832189+00', 'billing.entries.read', 'allowed', '', 'api_key', 'c339f0a2-6648-405d-a515-7ff3c640ff2a', 'organization', 'o_ClcCe3QecKg6tpiv', 'req_01a22e9db79e488d1832e61927b93f58', '{"action":"billing.entries.read","actor_id":"c339f0a2-6648-405d-a515-7ff3c640ff2a","actor_kind":"api_key","changes":{},"commitments":{"personal":"007e84f95af7e4f916f26b7a0f7a6b0f792c5dc88f4325bcf889012def4b6c21"},"details":{"from":null,"limit":100,"paged":false,"route":"/v1/billing/entries","rows":2,"to":null},"id":"01a22e9d-b7a7-7e5c-9c58-d3762fcfa654","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:17.832189Z","request_id":"req_01a22e9db79e488d1832e61927b93f58","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-b847-7168-b792-1bcec0ea5c04', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:17.991388+00', 'run.read', 'allowed', '', 'api_key', 'c339f0a2-6648-405d-a515-7ff3c640ff2a', 'organization', 'o_ClcCe3QecKg6tpiv', 'req_01a22e9db8376dda692e4bce574f3907', '{"action":"run.read","actor_id":"c339f0a2-6648-405d-a515-7ff3c640ff2a","actor_kind":"api_key","changes":{},"commitments":{"personal":"99f42c93b00a73bf95f1c6316cf9972ee7866a0a79a034514a0d14a922451502","texts":"3e4ca1c8d859dcc422e57008b7892cdb37a61891f3bc91518430c7276743aa0e"},"details":{"route":"/v1/runs/{run_id}","rows":1},"id":"01a22e9d-b847-7168-b792-1bcec0ea5c04","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T22:40:17.991388Z","request_id":"req_01a22e9db8376dda692e4bce574f3907","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-b8c0-75d4-b931-418aa6c7fabd', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:18.112713+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'd2a1e403-e8af-418c-99c3-689751e449cc', 'organization', 'o_Jvajn8QaxO3rafn5', 'req_01a22e9db8be7e3c1b88abc825da19bc', '{"action":"billing.usage.read","actor_id":"d2a1e403-e8af-418c-99c3-689751e449cc","actor_kind":"api_key","changes":{},"commitments":{"personal":"141eac6a4e415e79dac93e1d286f172debec767a3d0a64187bcf6a09a155029c"},"details":{"route":"/v1/billing/usage"},"id":"01a22e9d-b8c0-75d4-b931-418aa6c7fabd","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T22:40:18.112713Z","request_id":"req_01a22e9db8be7e3c1b88abc825da19bc","target_id":"o_Jvajn8QaxO3rafn5","target_kind":"organization","version":2}'),
	('01a22e9d-b955-7b20-8a33-baef2c372ac4', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:18.266277+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'd2a1e403-e8af-418c-99c3-689751e449cc', 'organization', 'o_Jvajn8QaxO3rafn5', 'req_01a22e9db94fb97bf902f9556a278e4c', '{"action":"billing.usage.read","actor_id":"d2a1e403-e8af-418c-99c3-689751e449cc","actor_kind":"api_key","changes":{},"commitments":{"personal":"09820a7c7c62a4ab45baf3f8759e5fce538e78fd962322d35caf6027b8e80a79"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e9d-b955-7b20-8a33-baef2c372ac4","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T22:40:18.266277Z","request_id":"req_01a22e9db94fb97bf902f9556a278e4c","target_id":"o_Jvajn8QaxO3rafn5","target_kind":"organization","version":2}'),
	('01a22e9d-b9d2-7a60-bf7f-9019e61163b1', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:18.39029+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'd2a1e403-e8af-418c-99c3-689751e449cc', 'organization', 'o_Jvajn8QaxO3rafn5', 'req_01a22e9db9c5d31237ac11f5afd3ce8f', '{"action":"billing.usage.read","actor_id":"d2a1e403-e8af-418c-99c3-689751e449cc","actor_kind":"api_key","changes":{},"commitments":{"personal":"6227f168f94e6508e290e868f705131459736fb93cb2999236c7ab13900d8d1f"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e9d-b9d2-7a60-bf7f-9019e61163b1","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T22:40:18.390290Z","request_id":"req_01a22e9db9c5d31237ac11f5afd3ce8f","target_id":"o_Jvajn8QaxO3rafn5","target_kind":"organization","version":2}'),
	('01a22e9d-ba60-7171-9943-5b7c92d84dcc', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:18.528464+00', 'billing.entries.read', 'denied', 'org_opt_in_required', 'api_key', 'd2a1e403-e8af-418c-99c3-689751e449cc', 'organization', 'o_Jvajn8QaxO3rafn5', 'req_01a22e9dba5805d81ac4dff4acdf99ca', '{"action":"billing.entries.read","actor_id":"d2a1e403-e8af-418c-99c3-689751e449cc","actor_kind":"api_key","changes":{},"commitments":{"personal":"1ad85be712bba32c19f00139870b49164022ef0495178a43e4d69aeb4bbeaa8d"},"details":{"route":"/v1/billing/entries"},"id":"01a22e9d-ba60-7171-9943-5b7c92d84dcc","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T22:40:18.528464Z","request_id":"req_01a22e9dba5805d81ac4dff4acdf99ca","target_id":"o_Jvajn8QaxO3rafn5","target_kind":"organization","version":2}'),
	('01a22e9d-baf0-79d5-b42a-998ec2b63934', 'o_Jvajn8QaxO3rafn5', '2026-11-30 22:40:18.673013+00', 'run.read', 'denied', 'not_found', 'api_key', 'd2a1e403-e8af-418c-99c3-689751e449cc', 'organization', 'o_Jvajn8QaxO3rafn5', 'req_01a22e9dbadccca4bf3a6a78b2ef3e11', '{"action":"run.read","actor_id":"d2a1e403-e8af-418c-99c3-689751e449cc","actor_kind":"api_key","changes":{},"commitments":{"personal":"13cc7db096cc5e26b969906e955fa9971b3c6b6079a11a8a56cf5fb63579a2cd","texts":"d8cb4e106de828675b2fedef9f9a2df78ad9076b77b10f2b17f0e443eb41c763"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22e9d-baf0-79d5-b42a-998ec2b63934","organization_id":"o_Jvajn8QaxO3rafn5","outcome":"denied","reason_code":"not_found","recorded_at":"2026-11-30T22:40:18.673013Z","request_id":"req_01a22e9dbadccca4bf3a6a78b2ef3e11","target_id":"o_Jvajn8QaxO3rafn5","target_kind":"organization","version":2}'),
	('01a22e9d-bb7a-79e3-a0c0-ec1ba364886a', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:18.810938+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '16b174f0-fc17-4f7f-b9ae-b484870bb900', 'organization', 'o_ClcCe3QecKg6tpiv', 'req_01a22e9dbb69e759185021df576571bf', '{"action":"billing.usage.read","actor_id":"16b174f0-fc17-4f7f-b9ae-b484870bb900","actor_kind":"api_key","changes":{},"commitments":{"personal":"4ccc69c3f29dd6d4b81f692707d47be27d2d63ff52249881aae67bdb43936d3e"},"details":{"route":"/v1/billing/usage"},"id":"01a22e9d-bb7a-79e3-a0c0-ec1ba364886a","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T22:40:18.810938Z","request_id":"req_01a22e9dbb69e759185021df576571bf","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-bc02-7587-bfa3-61834ad679f7', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:18.946726+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '16b174f0-fc17-4f7f-b9ae-b484870bb900', 'organization', 'o_ClcCe3QecKg6tpiv', 'req_01a22e9dbbfde8e73c1888a9d23c8a31', '{"action":"billing.usage.read","actor_id":"16b174f0-fc17-4f7f-b9ae-b484870bb900","actor_kind":"api_key","changes":{},"commitments":{"personal":"f6e28ffb1216b57c26e8b8897631a8770335332b1232a6c0d220700a12eafdfc"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e9d-bc02-7587-bfa3-61834ad679f7","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T22:40:18.946726Z","request_id":"req_01a22e9dbbfde8e73c1888a9d23c8a31","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-bc8e-79dc-acef-9edc605488be', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:19.086948+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '16b174f0-fc17-4f7f-b9ae-b484870bb900', 'organization', 'o_ClcCe3QecKg6tpiv', 'req_01a22e9dbc7f0ae57b4b06f4f61d4500', '{"action":"billing.usage.read","actor_id":"16b174f0-fc17-4f7f-b9ae-b484870bb900","actor_kind":"api_key","changes":{},"commitments":{"personal":"b207a6cf35c6613a8e2dc425b5b453a52dd31fd596c52050354441f33611aee4"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e9d-bc8e-79dc-acef-9edc605488be","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T22:40:19.086948Z","request_id":"req_01a22e9dbc7f0ae57b4b06f4f61d4500","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-c074-7b3c-93f1-f49d0c6bc4d1', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:20.085143+00', 'billing.entries.read', 'denied', 'key_revoked', 'api_key', '16b174f0-fc17-4f7f-b9ae-b484870bb900', 'organization', 'o_ClcCe3QecKg6tpiv', 'req_01a22e9dc05191d58ba45beeba021435', '{"action":"billing.entries.read","actor_id":"16b174f0-fc17-4f7f-b9ae-b484870bb900","actor_kind":"api_key","changes":{},"commitments":{"personal":"6e5afd02a2bad7d76a1a268fbbf1b0fe7b6e4f54e58f061672b303fdf821d944"},"details":{"route":"/v1/billing/entries"},"id":"01a22e9d-c074-7b3c-93f1-f49d0c6bc4d1","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T22:40:20.085143Z","request_id":"req_01a22e9dc05191d58ba45beeba021435","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}'),
	('01a22e9d-c0f3-7636-8f49-b517cafeec8d', 'o_ClcCe3QecKg6tpiv', '2026-11-30 22:40:20.214328+00', 'run.read', 'denied', 'key_revoked', 'api_key', '16b174f0-fc17-4f7f-b9ae-b484870bb900', 'organization', 'o_ClcCe3QecKg6tpiv', 'req_01a22e9dc0ed5522f568a42e721bad68', '{"action":"run.read","actor_id":"16b174f0-fc17-4f7f-b9ae-b484870bb900","actor_kind":"api_key","changes":{},"commitments":{"personal":"1b6118256bd2f966c08439b2abe882d61481787e9162772210e1a8af33af18b8","texts":"2fbc82429d3ec8c34a8aa262de9c697a76a004594d479ff021bf7f5884dd3c6a"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22e9d-c0f3-7636-8f49-b517cafeec8d","organization_id":"o_ClcCe3QecKg6tpiv","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T22:40:20.214328Z","request_id":"req_01a22e9dc0ed5522f568a42e721bad68","target_id":"o_ClcCe3QecKg6tpiv","target_kind":"organization","version":2}');

INSERT INTO public.billing_audit_leaf (log, place, event_id, hash) VALUES
	('o_ClcCe3QecKg6tpiv', 0, '01a22e9d-a4f8-7fe6-8270-7eb166088f70', '\x56bc8e1d1a3496dd6e52ebe8f7724497572bb7f1546444e7fab5cac0fde8aaee'),
	('o_ClcCe3QecKg6tpiv', 1, '01a22e9d-a51a-7504-960b-ea72ee897bcb', '\xa261cb7de05c281fe976b9cf0ebce144213140e0f79d9bbf5947f20256ed9acd'),
	('o_ClcCe3QecKg6tpiv', 2, '01a22e9d-a86e-7614-9bfe-6a3ed1e32a86', '\xa0e4ba2f87f3aa1e64177edebdbea73238495307d03371d194b7f95e4b44045d'),
	('o_ClcCe3QecKg6tpiv', 3, '01a22e9d-a8ce-7750-a43c-cdfa865508d0', '\x3476d00dd0a9c3556489d4de9cbff1e45a2ffaa98f50e52cfd84a31e3ef789ae'),
	('o_ClcCe3QecKg6tpiv', 4, '01a22e9d-a93e-7585-b289-bcfa36a3d464', '\xd530d8fffc65ced8464bf2a8dbd17327f3c8d322fe800e9f0334078fe0cfd952'),
	('o_ClcCe3QecKg6tpiv', 5, '01a22e9d-a978-720b-8f4e-6a9a6969a2c8', '\xde2d14d35ca91d36b7903bcfddf20d90fc49c239afcfa8ede61cf58ad9dbdbfd'),
	('o_ClcCe3QecKg6tpiv', 6, '01a22e9d-a9a5-73b0-8585-3dca10566cb3', '\x598dd6744285c0cb1235ef907d202c5081824d2147e9bc48ae796099c3b3e4cf'),
	('o_ClcCe3QecKg6tpiv', 7, '01a22e9d-a9c8-7645-8bd3-341f9fbcb7ab', '\x8cdbc6e37a945b7760a60afcbba9b6e22ee33d0bf8eb28ce9bde1a25dbf94242'),
	('o_ClcCe3QecKg6tpiv', 8, '01a22e9d-aa1a-7fb4-a0ca-1cec2127573d', '\xd49e5d684760721a6540c99856c7784dfbb9bd5a86ebf1c007c10eb78342ec2f'),
	('o_ClcCe3QecKg6tpiv', 9, '01a22e9d-b155-736e-b7cc-718e82814522', '\x6f3ead76c05d7880eca113b12b79c7efc5e459fe81fa37bbd407489820403958'),
	('o_ClcCe3QecKg6tpiv', 10, '01a22e9d-b1a6-76f5-8a51-05cd1c72e5f2', '\xb8d3b85f0f6c2f2ac403d121bcfff71e9aa65bfa7a2bed98a79749461f23b70e'),
	('o_ClcCe3QecKg6tpiv', 11, '01a22e9d-b1c2-747d-a321-6132fdf65c37', '\x78235412a03f09ebb0d340d9afcd8b91f61766f4bc04ac7bf40a7980e8e39a6d'),
	('o_ClcCe3QecKg6tpiv', 12, '01a22e9d-b212-794a-9f57-fad478115fe0', '\x46f98febf3b95362394f274292efc1ef0f157ffa92923fff712d7c3d0501719f'),
	('o_ClcCe3QecKg6tpiv', 13, '01a22e9d-b22a-76c2-b252-84351807ed42', '\xd79a3c8e6db0c6a120bbc2cab1c6ca06ab22949a607c18cd071a60c6e6b6d280'),
	('o_ClcCe3QecKg6tpiv', 14, '01a22e9d-b24b-7f08-824b-8c6d646a4862', '\xa4415dc35b89f4d4629682f55ed8b96e7aea1ac83fcd0419e80a05361790dc1b'),
	('o_ClcCe3QecKg6tpiv', 15, '01a22e9d-b24f-790d-aa27-4e1f7267eff5', '\x4eae11baf57746e542ae94bb083810302d39f8283c3807b0ece9fd7be3a1c61f'),
	('o_ClcCe3QecKg6tpiv', 16, '01a22e9d-b262-78d2-a379-53519abe9c12', '\x48e5c5fa7888e6bd145610414b66be594cbe110d42ff16aa6e923b30e028f638'),
	('o_ClcCe3QecKg6tpiv', 17, '01a22e9d-b282-79c9-9590-5b2108df0939', '\xea5445414e7aaf0a67f5ec4f436aba6d38152be859ed1baaca8b3964cfeb60bd'),
	('o_ClcCe3QecKg6tpiv', 18, '01a22e9d-b29a-757a-a46a-f214e48e9646', '\x56d5bae72a4d7ce162ce97f2ab0edcf7e3cad1a4553333f63f7c6012f9032f7d'),
	('o_ClcCe3QecKg6tpiv', 19, '01a22e9d-b5d6-796c-b884-6280b943e8e5', '\x9e71ce4d745c08c0dfd6acb62ab604b2ed022798b35b107e63c4293a320188c2'),
	('o_ClcCe3QecKg6tpiv', 20, '01a22e9d-b685-7bf6-9bac-071cd0664bb4', '\x55668bc14e47dba867b8700a081c30e9f9accca536d10d15695307f20f76a048'),
	('o_ClcCe3QecKg6tpiv', 21, '01a22e9d-b730-7391-902a-2c4e5d6dad4d', '\x1989b8fc1fddd3162adc1f42092e4de95a21b7c1d38de732ec6eb998a0903162'),
	('o_ClcCe3QecKg6tpiv', 22, '01a22e9d-b7a7-7e5c-9c58-d3762fcfa654', '\x78f5656af12d0fa3cdde78bed044b3afa1fb3e3c380bd48e9feec7f9b60f2088'),
	('o_ClcCe3QecKg6tpiv', 23, '01a22e9d-b847-7168-b792-1bcec0ea5c04', '\xfce3e61c9f90e09895afe3af5036b2707f75c155de7cfd774b2e709ba4ccd86c'),
	('o_ClcCe3QecKg6tpiv', 24, '01a22e9d-bb7a-79e3-a0c0-ec1ba364886a', '\x8ac4ec717fbaff6e776ba2c8bf4418addc0dd58d39e65250441cb501632f4780'),
	('o_ClcCe3QecKg6tpiv', 25, '01a22e9d-bc02-7587-bfa3-61834ad679f7', '\x055768fa7f09aceb1bd466550412949804b88dff01ae73597244b9fa29e29f96'),
	('o_ClcCe3QecKg6tpiv', 26, '01a22e9d-bc8e-79dc-acef-9edc605488be', '\xaf150c89becd2cc095c81eb26592445cfb7b0d83b77c40d089f6c44e7df283a1'),
	('o_ClcCe3QecKg6tpiv', 27, '01a22e9d-c074-7b3c-93f1-f49d0c6bc4d1', '\x8d8d92eaab9e733e4f3649f68c5fdd630fabe4b61cdbf5cf2d7f7faa33f8b2b1'),
	('o_ClcCe3QecKg6tpiv', 28, '01a22e9d-c0f3-7636-8f49-b517cafeec8d', '\x423b5430c0469cc2de6f419dd07b711e85107986f4aa8674530e0988f9fa1913'),
	('o_Jvajn8QaxO3rafn5', 0, '01a22e9d-aa81-7164-a65e-92a0d62c7c1e', '\x8a2c340686db96a07b8d2f59d9f1cb8b5693e2e108c0b564e5f1440d565dc595'),
	('o_Jvajn8QaxO3rafn5', 1, '01a22e9d-aa9d-7323-9ca8-8bc7607f44f6', '\x9b7fad496fc1a598246196d44666deb17550f617069c289f0d519d9b3a2b96e7'),
	('o_Jvajn8QaxO3rafn5', 2, '01a22e9d-afb7-71d5-bfca-210a465235f9', '\x1b2ca046def12315660f5e2fc6ac17a0f24e59179c102b24bf96087fe700e8fd'),
	('o_Jvajn8QaxO3rafn5', 3, '01a22e9d-afee-793d-b907-1f4a346ca5e0', '\x34bdd43be73312888c51ec72ed52208e1af9ede35fc6f58e03a29db4eec8e6d4'),
	('o_Jvajn8QaxO3rafn5', 4, '01a22e9d-b03e-76e1-9356-a7b051f921c3', '\x07c59681b2177503bc289a2c67a77f2b128cd9064cc31897b7dac76ceed2ce20'),
	('o_Jvajn8QaxO3rafn5', 5, '01a22e9d-b086-755e-a6fd-a690834ebae8', '\x2101d0b029bdd2088e93dc6b92a280dc19215ef7e5d9c1d8569c42ad234c7dcc'),
	('o_Jvajn8QaxO3rafn5', 6, '01a22e9d-b09c-782e-9f17-5424e45a5eb6', '\xf76e2832d6bd6da07c50dc39e616d2a264efce37e13b591b60d550465970be01'),
	('o_Jvajn8QaxO3rafn5', 7, '01a22e9d-b0c1-7c62-9e29-04f24cc08ee1', '\x75428f59b00f310aaa2c337c4e4076f2e44debc8786bbdd57d70a4fbde24749e'),
	('o_Jvajn8QaxO3rafn5', 8, '01a22e9d-b0e7-7336-9a74-879261d58054', '\xdbd41c05172a663804ab82d4b5ef3d10f91a8fa554aa27d1563fbec2bfcbadef'),
	('o_Jvajn8QaxO3rafn5', 9, '01a22e9d-b155-74f2-8812-43ec17881b2f', '\xb900b6a29550dcba5180e9cef28bc6cfafbb9250849ef8fc0cf6bae3df0550b1'),
	('o_Jvajn8QaxO3rafn5', 10, '01a22e9d-b1d6-77f5-a118-f1936ddfffd2', '\x418e10d6d49a018582411c3a9e64af49053e2c9007a8847ca84b3f212427afa3'),
	('o_Jvajn8QaxO3rafn5', 11, '01a22e9d-b1e7-73df-b03b-8612f948a407', '\xb2e8aa35689d79bfe054e3592d329a19bb7f92f0f4b65056e1d2fcb04ecd5cab'),
	('o_Jvajn8QaxO3rafn5', 12, '01a22e9d-b279-7e88-96d6-01aef6024fc1', '\xa5f86d7b97854675ea2699f30d0660cce81052067506adcd5542b94bcc6a748c'),
	('o_Jvajn8QaxO3rafn5', 13, '01a22e9d-b8c0-75d4-b931-418aa6c7fabd', '\x0e3af78617330ea5d7583922bffd4a7990b28c2daff479723b3a742266d4823d'),
	('o_Jvajn8QaxO3rafn5', 14, '01a22e9d-b955-7b20-8a33-baef2c372ac4', '\x5e591d1d59ba4a195b782e92e325f2abbe2824182a7c71af85e7a2a62d70f2bb'),
	('o_Jvajn8QaxO3rafn5', 15, '01a22e9d-b9d2-7a60-bf7f-9019e61163b1', '\x369578fb73d6a830204ddfd117f9644a31668f79545a3b54eed8385e69cec54c'),
	('o_Jvajn8QaxO3rafn5', 16, '01a22e9d-ba60-7171-9943-5b7c92d84dcc', '\x8a66cf2081b974cf003b1277de85725d53236f5f61a002fef3e7d3dc63a7fa04'),
	('o_Jvajn8QaxO3rafn5', 17, '01a22e9d-baf0-79d5-b42a-998ec2b63934', '\x5a2a513791d73234224e570880c082a257b917b713be134b40ddb4894c6428a8'),
	('platform', 0, '01a22e9d-a1e4-7d9a-873b-e5e871178760', '\xa3dc1edd09d398f260cb304fff913b9c32a7bd5dd932eed78ba8f34c909f8582'),
	('platform', 1, '01a22e9d-a4aa-7ef0-b6f4-538c53b2e9ce', '\x865e84929523024e5aadd6fd4748d390ef1080cfd5215f742eb215126cdaed46'),
	('platform', 2, '01a22e9d-a4d7-7ac4-9e3d-d99b30380dee', '\x898603a2f17dc7b7627834ca5cbc5b16c7fe77712e99f06a6bcad27a72b4775f'),
	('platform', 3, '01a22e9d-a836-771d-98fa-cd4b81298ceb', '\x48ce83972c47ca9e79fce1114b95ef25c62435530b8973dc23560040205d7625'),
	('platform', 4, '01a22e9d-a8af-7bbf-82b4-6cd51b833368', '\xe6d8ba28d67dae18651d646745364f1af864fe1d8f5045b4c009ef25745c2659'),
	('platform', 5, '01a22e9d-a912-7c9f-9dbf-396af54477e5', '\x7df01a5907206aa34596890385255ff8510ac9eadb2ed7e6dd512370b12a8ec9'),
	('platform', 6, '01a22e9d-a965-773f-8681-b04a41b0d725', '\xc588befa4c364e297efb47342a00eac75d235bf1a149bbef61fb0c84033f0f76'),
	('platform', 7, '01a22e9d-aa59-7d95-9c10-ddede7a8a92c', '\x0b8e06bdd926fa6ce4e23b2da14ecc4dd38a60c930c2023884e7976a280b5083'),
	('platform', 8, '01a22e9d-af98-7d0d-b787-92675720ca8b', '\x1cb203da7ec975602cabb3545a4e35f98b24f8d5f3f229af643032f041b58226'),
	('platform', 9, '01a22e9d-afd1-7a08-a6f1-81c09d80d80a', '\x4a6fc5e2ddd69becf9714f1ac677910e4dacffbb2704589c447047121d6656f4'),
	('platform', 10, '01a22e9d-b006-761f-bd94-c19b318f1ac1', '\xbb34363866bca2f55b4abb41cb4445af363cbe379b70cce78d5a14512b6e787c'),
	('platform', 11, '01a22e9d-b06f-788f-bfa0-4ab34e3b6aab', '\xeb2d9988e0038fe927b23177b9dfb96b0a0412b9facdad2753583c07f9335a11');

INSERT INTO public.billing_audit_part (event_id, kind, organization_id, salt, data, erased_by) VALUES
	('01a22e9d-a1e4-7d9a-873b-e5e871178760', 'personal', NULL, '\x7a924eb1ce2df0e221821b570964f43b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22e9d-a4aa-7ef0-b6f4-538c53b2e9ce', 'personal', NULL, '\x563ad92c60ca3b296331cb4f8d5f1613', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22e9d-a4d7-7ac4-9e3d-d99b30380dee', 'personal', NULL, '\x3abfbbbf888c413b2c33a16cd2975244', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22e9d-a4f8-7fe6-8270-7eb166088f70', 'personal', 'o_ClcCe3QecKg6tpiv', '\xf8642c9ab2bac53124535e98a33a6a3b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-a4f8-7fe6-8270-7eb166088f70', 'texts', 'o_ClcCe3QecKg6tpiv', '\x814c45f73efd7e71f4b9c63148499f99', '{"changes": {"name": [null, "Acme Robotics"], "slug": [null, "acme-robotics"], "external_id": [null, null]}}', NULL),
	('01a22e9d-a51a-7504-960b-ea72ee897bcb', 'personal', 'o_ClcCe3QecKg6tpiv', '\x39d192678721e79c4bd0f995796f298a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22e9d-a836-771d-98fa-cd4b81298ceb', 'personal', NULL, '\x8dc0687e8811b1d50c20e0d79ab95b76', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22e9d-a86e-7614-9bfe-6a3ed1e32a86', 'personal', 'o_ClcCe3QecKg6tpiv', '\x808792e9a7f71ec676da699903004f4b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22e9d-a8af-7bbf-82b4-6cd51b833368', 'personal', NULL, '\x0b78ca257d7ea1eda543a6193d9311f8', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22e9d-a8ce-7750-a43c-cdfa865508d0', 'personal', 'o_ClcCe3QecKg6tpiv', '\x094936010919f22e851b3fefa2fa5ecb', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22e9d-a912-7c9f-9dbf-396af54477e5', 'personal', NULL, '\x51237dd435eae284cf1c52b13c9324fc', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22e9d-a93e-7585-b289-bcfa36a3d464', 'personal', 'o_ClcCe3QecKg6tpiv', '\xecfcf741435b32ebe351a34d2a091fb2', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22e9d-a965-773f-8681-b04a41b0d725', 'personal', NULL, '\x9105975ca0074d75ab5e126495d379c6', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22e9d-a978-720b-8f4e-6a9a6969a2c8', 'personal', 'o_ClcCe3QecKg6tpiv', '\xf6e8816298efa0f13e2faf838b1e77de', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22e9d-a9a5-73b0-8585-3dca10566cb3', 'personal', 'o_ClcCe3QecKg6tpiv', '\x89da6beae6f8753e6a3750aeb90eb685', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-a9a5-73b0-8585-3dca10566cb3', 'texts', 'o_ClcCe3QecKg6tpiv', '\xdad92fcbdc0d37c5223bbc8c4eb80467', '{"changes": {"billing_tier": [null, "pro"]}}', NULL),
	('01a22e9d-a9a5-73b0-8585-3dca10566cb3', 'figures', 'o_ClcCe3QecKg6tpiv', '\x787194c08c659c441942130845687a4a', '{"changes": {"low_balance_threshold_usd": [null, "500.00"]}}', NULL),
	('01a22e9d-a9c8-7645-8bd3-341f9fbcb7ab', 'personal', 'o_ClcCe3QecKg6tpiv', '\x962f95ba196c1ba24c0622f2778b83d0', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-a9c8-7645-8bd3-341f9fbcb7ab', 'texts', 'o_ClcCe3QecKg6tpiv', '\x3e4e103027076aa57352985207e337ef', '{"details": {"tag": "session"}}', NULL),
	('01a22e9d-aa1a-7fb4-a0ca-1cec2127573d', 'personal', 'o_ClcCe3QecKg6tpiv', '\xc5aba61cd39f22ac3867ca7afb97a0f1', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-aa1a-7fb4-a0ca-1cec2127573d', 'texts', 'o_ClcCe3QecKg6tpiv', '\x2e99bab6ca29595b06cb54ef8fd31f57', '{"details": {"reason": "Demo"}}', NULL),
	('01a22e9d-aa59-7d95-9c10-ddede7a8a92c', 'personal', NULL, '\xf57f609cdf0974298791ee28b519685b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22e9d-aa81-7164-a65e-92a0d62c7c1e', 'personal', 'o_Jvajn8QaxO3rafn5', '\x17911f4f332c95fa5541f8236fc1fab1', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e9d-aa81-7164-a65e-92a0d62c7c1e', 'texts', 'o_Jvajn8QaxO3rafn5', '\x4b607ff10f97b30331d783937a127c94', '{"changes": {"name": [null, "Borealis Labs"], "slug": [null, "borealis-labs"], "external_id": [null, null]}}', NULL),
	('01a22e9d-aa9d-7323-9ca8-8bc7607f44f6', 'personal', 'o_Jvajn8QaxO3rafn5', '\x614c723d7a3e9eb8ae8ea4fc01e8e0e0', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22e9d-af98-7d0d-b787-92675720ca8b', 'personal', NULL, '\xdd8346f68b1d55e2ac985f4ee9a65713', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22e9d-afb7-71d5-bfca-210a465235f9', 'personal', 'o_Jvajn8QaxO3rafn5', '\xa24a21491a74f1a828707e807bfc1c06', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22e9d-afd1-7a08-a6f1-81c09d80d80a', 'personal', NULL, '\xe7530931f6ffb515cc89c90cc4478a5e', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22e9d-afee-793d-b907-1f4a346ca5e0', 'personal', 'o_Jvajn8QaxO3rafn5', '\x0144abc17b7ecb17abec4e17d80ad273', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22e9d-b006-761f-bd94-c19b318f1ac1', 'personal', NULL, '\xa5e13d1448cb0e4aedfcd809dffebabe', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22e9d-b03e-76e1-9356-a7b051f921c3', 'personal', 'o_Jvajn8QaxO3rafn5', '\xd8c963b5f25de0d6a8e3371ba494f318', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22e9d-b06f-788f-bfa0-4ab34e3b6aab', 'personal', NULL, '\x73c3fcd0aff71fa0eeec6d40e745d0c3', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22e9d-b086-755e-a6fd-a690834ebae8', 'personal', 'o_Jvajn8QaxO3rafn5', '\xfcbaebcef04c8650ebb2e1628d92dcee', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22e9d-b09c-782e-9f17-5424e45a5eb6', 'personal', 'o_Jvajn8QaxO3rafn5', '\xc8d93384d075c91f939cadcad65cafa7', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e9d-b09c-782e-9f17-5424e45a5eb6', 'texts', 'o_Jvajn8QaxO3rafn5', '\x9704d29678aa6fc940435f514a629733', '{"changes": {"billing_tier": [null, "team"]}}', NULL),
	('01a22e9d-b09c-782e-9f17-5424e45a5eb6', 'figures', 'o_Jvajn8QaxO3rafn5', '\x90eda16466989a172cd2150b0bc86b04', '{"changes": {"low_balance_threshold_usd": [null, "100.00"]}}', NULL),
	('01a22e9d-b0c1-7c62-9e29-04f24cc08ee1', 'personal', 'o_Jvajn8QaxO3rafn5', '\x42f64461345470640f4d29057504ebf5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e9d-b0c1-7c62-9e29-04f24cc08ee1', 'texts', 'o_Jvajn8QaxO3rafn5', '\x99cdf9049bfc3a211bf48c91e061af51', '{"details": {"tag": "session"}}', NULL),
	('01a22e9d-b0e7-7336-9a74-879261d58054', 'personal', 'o_Jvajn8QaxO3rafn5', '\x601b71f87fa7e2576687d10b939b53fd', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "new-auditor@borealis-labs.example"}', NULL),
	('01a22e9d-b155-736e-b7cc-718e82814522', 'personal', 'o_ClcCe3QecKg6tpiv', '\x61594e83b6a84e87b0df481d7f405bb1', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22e9d-c074-7b3c-93f1-f49d0c6bc4d1', 'personal', 'o_ClcCe3QecKg6tpiv', '\x841d241e2ffa411296b80e2afb081c3a', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-b155-736e-b7cc-718e82814522', 'figures', 'o_ClcCe3QecKg6tpiv', '\x0f198eac588cc93b084ed9e0e4afdfa8', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "45.02205"}}', NULL),
	('01a22e9d-b155-74f2-8812-43ec17881b2f', 'personal', 'o_Jvajn8QaxO3rafn5', '\x33446f862b4083b580bf6da3b8fd6cc8', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22e9d-b155-74f2-8812-43ec17881b2f', 'figures', 'o_Jvajn8QaxO3rafn5', '\x7ceb490578eb16e51b085f9fb5b9cd84', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "36.01824"}}', NULL),
	('01a22e9d-b1a6-76f5-8a51-05cd1c72e5f2', 'personal', 'o_ClcCe3QecKg6tpiv', '\x34aa9f018a4d495cb83213c4cea7f4c1', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-b1a6-76f5-8a51-05cd1c72e5f2', 'texts', 'o_ClcCe3QecKg6tpiv', '\x51acb2409d4902b55ee33e3044878f60', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22e9d-b1a6-76f5-8a51-05cd1c72e5f2', 'figures', 'o_ClcCe3QecKg6tpiv', '\xce9a9dbdcf2eae2537a3e2a3b1979c7a', '{"details": {"amount_usd": "15000.00"}}', NULL),
	('01a22e9d-b1c2-747d-a321-6132fdf65c37', 'personal', 'o_ClcCe3QecKg6tpiv', '\x29f86ff93d698ca94be73f3a22a97868', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-b1d6-77f5-a118-f1936ddfffd2', 'personal', 'o_Jvajn8QaxO3rafn5', '\x3861a89e71a952399eb080c11dbac2bd', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e9d-b1d6-77f5-a118-f1936ddfffd2', 'texts', 'o_Jvajn8QaxO3rafn5', '\x5c39fa5be4c612352d43d703b0367dc9', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22e9d-b1d6-77f5-a118-f1936ddfffd2', 'figures', 'o_Jvajn8QaxO3rafn5', '\xe7289290ba58f0501d6a9692c079c5b5', '{"details": {"amount_usd": "11750.00"}}', NULL),
	('01a22e9d-b1e7-73df-b03b-8612f948a407', 'personal', 'o_Jvajn8QaxO3rafn5', '\x573160888a377701e78d34e59644ec33', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e9d-b212-794a-9f57-fad478115fe0', 'personal', 'o_ClcCe3QecKg6tpiv', '\xbee4d80ffccf17ca149cc6b94a3a2658', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-b212-794a-9f57-fad478115fe0', 'texts', 'o_ClcCe3QecKg6tpiv', '\xb52147e2225a9f13495426d7219227a3', '{"details": {"run_id": "run-002", "reference": "credit-1"}}', NULL),
	('01a22e9d-b212-794a-9f57-fad478115fe0', 'figures', 'o_ClcCe3QecKg6tpiv', '\x2d74e79c959932bdc394db2dadcec697', '{"details": {"amount_usd": "0.01"}}', NULL),
	('01a22e9d-b22a-76c2-b252-84351807ed42', 'personal', 'o_ClcCe3QecKg6tpiv', '\x80c5ddc253a793af5fffe70e56a26102', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-b22a-76c2-b252-84351807ed42', 'texts', 'o_ClcCe3QecKg6tpiv', '\x582dcf67d3c84b76ab3339f3f86fee7b', '{"details": {"reason": "Fed by mistake"}}', NULL),
	('01a22e9d-b22a-76c2-b252-84351807ed42', 'figures', 'o_ClcCe3QecKg6tpiv', '\x0b9f3cf13b77405f057b3501c6bb3f09', '{"details": {"run_ids": ["run-004"], "run_count": 1, "total_cost_usd": "5.00047"}}', NULL),
	('01a22e9d-b24b-7f08-824b-8c6d646a4862', 'personal', 'o_ClcCe3QecKg6tpiv', '\x36cc5c9ee35872ac86bbc362530c212f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-b24b-7f08-824b-8c6d646a4862', 'texts', 'o_ClcCe3QecKg6tpiv', '\x0896a6e2a90809e0341c2f6c4a4a5135', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22e9d-b24b-7f08-824b-8c6d646a4862', 'figures', 'o_ClcCe3QecKg6tpiv', '\xab84a82edc18de3491bf0c37b14348d5', '{"details": {"amount_usd": "1.24736"}}', NULL),
	('01a22e9d-b24f-790d-aa27-4e1f7267eff5', 'personal', 'o_ClcCe3QecKg6tpiv', '\x431922b28eb79849722450bac5ffe27f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-b24f-790d-aa27-4e1f7267eff5', 'texts', 'o_ClcCe3QecKg6tpiv', '\xd40e276ed2bb7667c44bfc8d3359b070', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22e9d-b24f-790d-aa27-4e1f7267eff5', 'figures', 'o_ClcCe3QecKg6tpiv', '\x6ed94dd362e280efaea33ef478fc9afa', '{"details": {"balance_usd": "14980.25", "difference_usd": "1.24736"}}', NULL),
	('01a22e9d-b262-78d2-a379-53519abe9c12', 'personal', 'o_ClcCe3QecKg6tpiv', '\x4488fb34ff74f3f3dd221fb4a1e5b9ae', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e9d-b279-7e88-96d6-01aef6024fc1', 'personal', 'o_Jvajn8QaxO3rafn5', '\xcf44fb1201414e57550b14f00784cbda', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e9d-b282-79c9-9590-5b2108df0939', 'personal', 'o_ClcCe3QecKg6tpiv', '\x5cbf11a2b65c8b102a83a0f2983884ca', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e9d-b29a-757a-a46a-f214e48e9646', 'personal', 'o_ClcCe3QecKg6tpiv', '\x393d56b90cf4d9671629490aa8a919a1', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e9d-b29a-757a-a46a-f214e48e9646', 'texts', 'o_ClcCe3QecKg6tpiv', '\x1150efc779b10a36a3e998148dd66ad1', '{"details": {"reason": "Kept as a revoked one"}}', NULL),
	('01a22e9d-b5d6-796c-b884-6280b943e8e5', 'personal', 'o_ClcCe3QecKg6tpiv', '\xbca80f42e8f3aaa1cd7aaa7976369362', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-b685-7bf6-9bac-071cd0664bb4', 'personal', 'o_ClcCe3QecKg6tpiv', '\x0dcd634b99a9a1d7c6c18bc86b7951a3', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-b685-7bf6-9bac-071cd0664bb4', 'texts', 'o_ClcCe3QecKg6tpiv', '\x9981e501e74549b4ba42f986f32ef67f', '{"details": {"group_by": ["tag:session"]}}', NULL),
	('01a22e9d-b730-7391-902a-2c4e5d6dad4d', 'personal', 'o_ClcCe3QecKg6tpiv', '\xf6071f23e695430df18e7353e6214e82', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-b7a7-7e5c-9c58-d3762fcfa654', 'personal', 'o_ClcCe3QecKg6tpiv', '\xd0cb619d24a6f31616358fcd3870b475', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-b847-7168-b792-1bcec0ea5c04', 'personal', 'o_ClcCe3QecKg6tpiv', '\x75eac3258219c82e3971d1528cd91f0e', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-b847-7168-b792-1bcec0ea5c04', 'texts', 'o_ClcCe3QecKg6tpiv', '\x3c9682a2a7b2ecb486a1ffd2ff111153', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22e9d-b8c0-75d4-b931-418aa6c7fabd', 'personal', 'o_Jvajn8QaxO3rafn5', '\xd6856fe3e10c7e09cce292c105726bee', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e9d-b955-7b20-8a33-baef2c372ac4', 'personal', 'o_Jvajn8QaxO3rafn5', '\x492c59fd5840c80a394f9904328a4a29', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e9d-b9d2-7a60-bf7f-9019e61163b1', 'personal', 'o_Jvajn8QaxO3rafn5', '\x5e7ffedde6e7b625e9d6735c20c02102', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e9d-ba60-7171-9943-5b7c92d84dcc', 'personal', 'o_Jvajn8QaxO3rafn5', '\x8636fa24e155e4e332a0d5c92f1e15bd', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e9d-baf0-79d5-b42a-998ec2b63934', 'personal', 'o_Jvajn8QaxO3rafn5', '\x2bfabf1ba626a87551635b18dd001acf', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e9d-baf0-79d5-b42a-998ec2b63934', 'texts', 'o_Jvajn8QaxO3rafn5', '\x15d6fe35febef48bcdaf9d1763696e8f', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22e9d-bb7a-79e3-a0c0-ec1ba364886a', 'personal', 'o_ClcCe3QecKg6tpiv', '\xbc2949a4a146b0f8493b214230462b04', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-bc02-7587-bfa3-61834ad679f7', 'personal', 'o_ClcCe3QecKg6tpiv', '\xc172e7411016be32600afab979378b2b', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-bc8e-79dc-acef-9edc605488be', 'personal', 'o_ClcCe3QecKg6tpiv', '\x8216807767b2c9b3cfcfcb7210bed16a', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-c0f3-7636-8f49-b517cafeec8d', 'personal', 'o_ClcCe3QecKg6tpiv', '\xff26a35546bce0d66407af113ffe9cad', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e9d-c0f3-7636-8f49-b517cafeec8d', 'texts', 'o_ClcCe3QecKg6tpiv', '\x40049a07c9b735cd7bf58ea8d7a54f0c', '{"details": {"run_id": "run-002"}}', NULL);

INSERT INTO public.billing_audit_repeat (fingerprint, minute, organization_id, first_event_id, count) VALUES
	('\x525f8f1dba8f2eb3ed63e9532921269f3a151278b18a9a48da01e8cf1eb6edc6', '2026-11-30 22:40:00+00', 'o_Jvajn8QaxO3rafn5', '01a22e9d-b8c0-75d4-b931-418aa6c7fabd', 1),
	('\x4612e99f88d0961c0ca4e96f811cf28e19e21d5233d846c200d095ce3603dd53', '2026-11-30 22:40:00+00', 'o_Jvajn8QaxO3rafn5', '01a22e9d-b955-7b20-8a33-baef2c372ac4', 2),
	('\xa537d824163fdfecab028f5a738ec577c6e1ed9fee7c0464205b55d2c4bb5bdf', '2026-11-30 22:40:00+00', 'o_Jvajn8QaxO3rafn5', '01a22e9d-ba60-7171-9943-5b7c92d84dcc', 1),
	('\xfd40898a97eb78de61234609f93a1666dfb159b12f99c6a8397236a618e02d87', '2026-11-30 22:40:00+00', 'o_Jvajn8QaxO3rafn5', '01a22e9d-baf0-79d5-b42a-998ec2b63934', 1),
	('\xcb90352963796ef3a60de7cc3f1f6d66d1444b47b11e7d7a2a6274a758e4d43d', '2026-11-30 22:40:00+00', 'o_ClcCe3QecKg6tpiv', '01a22e9d-bb7a-79e3-a0c0-ec1ba364886a', 1),
	('\xfc2120b3278708a465b86b6eef8c7638086adccc3e3fb409615e79ac58dfb3a3', '2026-11-30 22:40:00+00', 'o_ClcCe3QecKg6tpiv', '01a22e9d-bc02-7587-bfa3-61834ad679f7', 2),
	('\x00cc8d061d863610f683fd9ea3d876542ae1eb5dcafcab602cdb3e73a0e1fdb1', '2026-11-30 22:40:00+00', 'o_ClcCe3QecKg6tpiv', '01a22e9d-c074-7b3c-93f1-f49d0c6bc4d1', 1),
	('\x316502950af11edf74d8a1c70a8961af734b920c589500c797e25e3a00bc61c8', '2026-11-30 22:40:00+00', 'o_ClcCe3QecKg6tpiv', '01a22e9d-c0f3-7636-8f49-b517cafeec8d', 1);

INSERT INTO public.billing_audit_tree (log, size, edge) VALUES
	('o_ClcCe3QecKg6tpiv', 29, '\xfaf82d78b203325d94b458872de469a45a2b5d5b2fff04e5584d986eb06a4e8bc33fdfbfdb0f6cc57b83078a9ea0922c0f705300c9d06143e74e59011564493ee6ddb0d00bebc91a526327699c1e23caf2d08806367d5b89189eaea524a852ea423b5430c0469cc2de6f419dd07b711e85107986f4aa8674530e0988f9fa1913'),
	('o_Jvajn8QaxO3rafn5', 18, '\xdfed24f5bb3a9862c2adf0910b648eeb1afb630363b7ab44250f81b665c86b23295de5c1a891d6df6f2b5231ec4f403e33b5954800b0a3cbf6de27a62d220d70'),
	('platform', 12, '\xfeb6b2dbf0aff6b135dd331abd5fc6cb38ad0791992a256b61584a348765e12e6a6e04686eed0c131a080107e5efc4ef52be6358bed3663f151fd255eb1d23de');

INSERT INTO public.billing_balance_entry (id, kind, amount_usd, reference, occurred_at, note, revision, created_at, organization_id) VALUES
	(1, 'top_up', 15000.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 22:40:16.291554+00', 1),
	(2, 'top_up', 11750.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 22:40:16.342272+00', 2),
	(3, 'adjustment', 1.2473600000, 'biller-1', '2026-04-06 00:00:00+00', '', 6, '2026-11-30 22:40:16.459743+00', 1);

INSERT INTO public.billing_batch (id, started_at, finished_at, started_by, file, options, read, inserted, updated, unchanged, repeated, stale, refused, corrected, rounded, unpriced, total_cost_usd, llm_tokens_in, llm_tokens_out, usage_moved_usd, offset_usd, llm_tokens_cached) VALUES
	(1, '2026-11-30 22:40:16.116452+00', '2026-11-30 22:40:16.226327+00', 'system keep_release', '', '{}', 30, 30, 0, 0, 0, 0, 0, 0, 0, 3, 81.0402900000, 30435, 6435, 81.0402900000, 0.0000000000, 435);

INSERT INTO public.billing_orgs_invitation (id, email, role, token_digest, sending, sent_at, expires_at, accepted_at, revoked_at, invited_by_id, organization_id) VALUES
	(1, 'new-auditor@borealis-labs.example', 'auditor', NULL, 1, '2026-11-30 22:40:16.087355+00', '2026-12-07 22:40:16.087355+00', NULL, NULL, NULL, 2);

INSERT INTO public.billing_orgs_invitationsending (id, sent_at, invitation_id, sent_by_id) VALUES
	(1, '2026-11-30 22:40:16.090313+00', 1, NULL);

INSERT INTO public.billing_orgs_membership (id, role, created_at, user_id, organization_id, hold_confirmed_until) VALUES
	(1, 'owner', '2026-11-30 22:40:13.060695+00', 2, 1, NULL),
	(2, 'admin', '2026-11-30 22:40:13.918524+00', 3, 1, NULL),
	(3, 'billing', '2026-11-30 22:40:14.018811+00', 4, 1, NULL),
	(4, 'auditor', '2026-11-30 22:40:14.122956+00', 5, 1, NULL),
	(5, 'member', '2026-11-30 22:40:14.194981+00', 6, 1, NULL),
	(6, 'owner', '2026-11-30 22:40:14.46871+00', 7, 2, NULL),
	(7, 'admin', '2026-11-30 22:40:15.782471+00', 8, 2, NULL),
	(8, 'billing', '2026-11-30 22:40:15.84251+00', 9, 2, NULL),
	(9, 'auditor', '2026-11-30 22:40:15.927309+00', 10, 2, NULL),
	(10, 'member', '2026-11-30 22:40:16.003135+00', 11, 2, NULL);

INSERT INTO public.billing_orgs_organizationuserpermission (id, content_object_id, permission_id, user_id) VALUES
	(1, 1, 51, 2),
	(2, 1, 50, 2),
	(3, 1, 52, 2),
	(4, 1, 53, 2),
	(5, 1, 49, 2),
	(6, 1, 51, 3),
	(7, 1, 50, 3),
	(8, 1, 52, 3),
	(9, 1, 53, 3),
	(10, 1, 49, 3),
	(11, 1, 53, 4),
	(12, 1, 49, 4),
	(13, 1, 53, 5),
	(14, 2, 51, 7),
	(15, 2, 50, 7),
	(16, 2, 52, 7),
	(17, 2, 53, 7),
	(18, 2, 49, 7),
	(19, 2, 51, 8),
	(20, 2, 50, 8),
	(21, 2, 52, 8),
	(22, 2, 53, 8),
	(23, 2, 49, 8),
	(24, 2, 53, 9),
	(25, 2, 49, 9),
	(26, 2, 53, 10);

INSERT INTO public.billing_reads_opt_in (organization_id, enabled, enabled_until, version, reason, changed_at, changed_by_kind, changed_by_id) VALUES
	(1, true, NULL, 1, 'Demo', '2026-11-30 22:40:14.322382+00', 'system', NULL);

INSERT INTO public.billing_reconciliation (id, reference, balance_usd, observed_at, difference_usd, revision, created_at, organization_id) VALUES
	(1, 'biller-1', 14980.2500000000, '2026-04-06 00:00:00+00', 1.2473600000, 6, '2026-11-30 22:40:16.463152+00', 1);

INSERT INTO public.billing_registered_tag (id, key, registered_at, filled_through, ready_at, organization_id) VALUES
	(1, 'session', '2026-11-30 22:40:14.277465+00', NULL, '2026-11-30 22:40:14.275062+00', 1),
	(2, 'session', '2026-11-30 22:40:16.062744+00', NULL, '2026-11-30 22:40:16.062242+00', 2);

INSERT INTO public.billing_revision (revision, token, organization_id) VALUES
	(1, 'a8f8c778-5f7e-47c5-b26a-60d432d1bbe8', 1),
	(1, '3bc416c5-e49a-4db9-be4d-e4e7bfd4ea30', 2),
	(2, 'ac10fdce-a755-4063-9d8c-a38e213a7dda', 1),
	(2, '50282ae7-58e6-4f31-add7-960e362ef546', 2),
	(3, '7330cf8c-9662-46fe-8d40-996cfd191d1c', 1),
	(3, '826f0b7d-464d-471e-af2c-f21dfe9db905', 2),
	(4, '7b050bae-47a7-4eca-9f9f-741c1f617a79', 1),
	(5, 'c2215150-c637-4b37-a19e-13853c50051d', 1),
	(6, 'b1dd6dcb-d4c8-4887-9595-184b7b637d39', 1);

INSERT INTO public.billing_run (id, run_id, run_type, status, created_at, modified_at, queued_at, started_at, finished_at, total_cost_usd, unit_price_usd, cost_status, cost_updated_at, llm_tokens_in, llm_tokens_out, tags, first_revision, revision, organization_id, batch_id, llm_tokens_cached, credited_usd, cached_unit_price_usd, cached_units, units) VALUES
	(1, 'run-000', 'workflow_run', 'completed', '2026-04-01 00:00:00+00', NULL, NULL, '2026-04-01 00:00:00+00', '2026-04-01 00:03:00+00', 1.0000700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1000, 200, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 0, 0.0000000000, NULL, NULL, NULL),
	(4, 'run-006', 'workflow_run', 'completed', '2026-04-02 18:06:00+00', NULL, NULL, '2026-04-02 18:06:00+00', '2026-04-02 18:09:00+00', 2.0006700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1006, 206, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 6, 0.0000000000, NULL, NULL, NULL),
	(5, 'run-008', 'workflow_run', 'completed', '2026-04-03 08:08:00+00', NULL, NULL, '2026-04-03 08:08:00+00', '2026-04-03 08:11:00+00', 4.0008700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1008, 208, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 8, 0.0000000000, NULL, NULL, NULL),
	(6, 'run-010', 'workflow_run', 'completed', '2026-04-03 22:10:00+00', NULL, NULL, '2026-04-03 22:10:00+00', '2026-04-03 22:13:00+00', 1.0010700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1010, 210, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 10, 0.0000000000, NULL, NULL, NULL),
	(7, 'run-012', 'workflow_run', 'completed', '2026-04-04 12:12:00+00', NULL, NULL, '2026-04-04 12:12:00+00', '2026-04-04 12:15:00+00', 3.0012700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1012, 212, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 12, 0.0000000000, NULL, NULL, NULL),
	(8, 'run-014', 'workflow_run', 'completed', '2026-04-05 02:14:00+00', NULL, NULL, '2026-04-05 02:14:00+00', '2026-04-05 02:17:00+00', 5.0014700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1014, 214, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 14, 0.0000000000, NULL, NULL, NULL),
	(9, 'run-016', 'workflow_run', 'completed', '2026-04-05 16:16:00+00', NULL, NULL, '2026-04-05 16:16:00+00', '2026-04-05 16:19:00+00', 2.0016700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1016, 216, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 16, 0.0000000000, NULL, NULL, NULL),
	(10, 'run-018', 'workflow_run', 'completed', '2026-04-06 06:18:00+00', NULL, NULL, '2026-04-06 06:18:00+00', '2026-04-06 06:21:00+00', 4.0018700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1018, 218, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 18, 0.0000000000, NULL, NULL, NULL),
	(11, 'run-020', 'workflow_run', 'completed', '2026-04-06 20:20:00+00', NULL, NULL, '2026-04-06 20:20:00+00', '2026-04-06 20:23:00+00', 1.0020700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1020, 220, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 20, 0.0000000000, NULL, NULL, NULL),
	(12, 'run-022', 'workflow_run', 'completed', '2026-04-07 10:22:00+00', NULL, NULL, '2026-04-07 10:22:00+00', '2026-04-07 10:25:00+00', 3.0022700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1022, 222, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 22, 0.0000000000, NULL, NULL, NULL),
	(13, 'run-024', 'workflow_run', 'completed', '2026-04-08 00:24:00+00', NULL, NULL, '2026-04-08 00:24:00+00', '2026-04-08 00:27:00+00', 5.0024700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1024, 224, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 24, 0.0000000000, NULL, NULL, NULL),
	(14, 'run-026', 'workflow_run', 'completed', '2026-04-08 14:26:00+00', NULL, NULL, '2026-04-08 14:26:00+00', '2026-04-08 14:29:00+00', 2.0026700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1026, 226, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 26, 0.0000000000, NULL, NULL, NULL),
	(15, 'run-028', 'workflow_run', 'completed', '2026-04-09 04:28:00+00', NULL, NULL, '2026-04-09 04:28:00+00', '2026-04-09 04:31:00+00', 4.0028700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1028, 228, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 28, 0.0000000000, NULL, NULL, NULL),
	(16, 'run-001', 'workflow_run', 'completed', '2026-04-01 07:01:00+00', NULL, NULL, '2026-04-01 07:01:00+00', '2026-04-01 07:04:00+00', 2.0001700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1001, 201, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 1, 0.0000000000, NULL, NULL, NULL),
	(17, 'run-003', 'workflow_run', 'completed', '2026-04-01 21:03:00+00', NULL, NULL, '2026-04-01 21:03:00+00', '2026-04-01 21:06:00+00', 4.0003700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1003, 203, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 3, 0.0000000000, NULL, NULL, NULL),
	(18, 'run-005', 'workflow_run', 'completed', '2026-04-02 11:05:00+00', NULL, NULL, '2026-04-02 11:05:00+00', '2026-04-02 11:08:00+00', 1.0005700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1005, 205, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 5, 0.0000000000, NULL, NULL, NULL),
	(19, 'run-007', 'workflow_run', 'completed', '2026-04-03 01:07:00+00', NULL, NULL, '2026-04-03 01:07:00+00', '2026-04-03 01:10:00+00', NULL, NULL, 'unpriced', '2026-11-30 22:40:16.176764+00', 1007, 207, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 7, 0.0000000000, NULL, NULL, NULL),
	(20, 'run-009', 'workflow_run', 'running', '2026-04-03 15:09:00+00', NULL, NULL, '2026-04-03 15:09:00+00', NULL, 5.0009700000, NULL, 'accruing', '2026-11-30 22:40:16.176764+00', 1009, 209, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 9, 0.0000000000, NULL, NULL, NULL),
	(21, 'run-011', 'workflow_run', 'completed', '2026-04-04 05:11:00+00', NULL, NULL, '2026-04-04 05:11:00+00', '2026-04-04 05:14:00+00', 2.0011700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1011, 211, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 11, 0.0000000000, NULL, NULL, NULL),
	(22, 'run-013', 'workflow_run', 'completed', '2026-04-04 19:13:00+00', NULL, NULL, '2026-04-04 19:13:00+00', '2026-04-04 19:16:00+00', 4.0013700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1013, 213, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 13, 0.0000000000, NULL, NULL, NULL),
	(23, 'run-015', 'workflow_run', 'completed', '2026-04-05 09:15:00+00', NULL, NULL, '2026-04-05 09:15:00+00', '2026-04-05 09:18:00+00', 1.0015700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1015, 215, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 15, 0.0000000000, NULL, NULL, NULL),
	(24, 'run-017', 'workflow_run', 'completed', '2026-04-05 23:17:00+00', NULL, NULL, '2026-04-05 23:17:00+00', '2026-04-05 23:20:00+00', NULL, NULL, 'unpriced', '2026-11-30 22:40:16.176764+00', 1017, 217, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 17, 0.0000000000, NULL, NULL, NULL),
	(25, 'run-019', 'workflow_run', 'running', '2026-04-06 13:19:00+00', NULL, NULL, '2026-04-06 13:19:00+00', NULL, 5.0019700000, NULL, 'accruing', '2026-11-30 22:40:16.176764+00', 1019, 219, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 19, 0.0000000000, NULL, NULL, NULL),
	(26, 'run-021', 'workflow_run', 'completed', '2026-04-07 03:21:00+00', NULL, NULL, '2026-04-07 03:21:00+00', '2026-04-07 03:24:00+00', 2.0021700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1021, 221, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 21, 0.0000000000, NULL, NULL, NULL),
	(27, 'run-023', 'workflow_run', 'completed', '2026-04-07 17:23:00+00', NULL, NULL, '2026-04-07 17:23:00+00', '2026-04-07 17:26:00+00', 4.0023700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1023, 223, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 23, 0.0000000000, NULL, NULL, NULL),
	(28, 'run-025', 'workflow_run', 'completed', '2026-04-08 07:25:00+00', NULL, NULL, '2026-04-08 07:25:00+00', '2026-04-08 07:28:00+00', 1.0025700000, NULL, 'final', '2026-11-30 22:40:16.176764+00', 1025, 225, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 25, 0.0000000000, NULL, NULL, NULL),
	(29, 'run-027', 'workflow_run', 'completed', '2026-04-08 21:27:00+00', NULL, NULL, '2026-04-08 21:27:00+00', '2026-04-08 21:30:00+00', NULL, NULL, 'unpriced', '2026-11-30 22:40:16.176764+00', 1027, 227, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 27, 0.0000000000, NULL, NULL, NULL),
	(30, 'run-029', 'workflow_run', 'running', '2026-04-09 11:29:00+00', NULL, NULL, '2026-04-09 11:29:00+00', NULL, 5.0029700000, NULL, 'accruing', '2026-11-30 22:40:16.176764+00', 1029, 229, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 29, 0.0000000000, NULL, NULL, NULL),
	(2, 'run-002', 'workflow_run', 'completed', '2026-04-01 14:02:00+00', NULL, NULL, '2026-04-01 14:02:00+00', '2026-04-01 14:05:00+00', 3.0002700000, NULL, 'final', '2026-11-30 22:40:16.390514+00', 1002, 202, '{"county": "Añasco", "session": "s2"}', 2, 4, 1, 1, 2, 0.0100000000, NULL, NULL, NULL);

INSERT INTO public.billing_run_credit (id, run_id, amount_usd, reference, occurred_at, revision, void_revision, created_at, organization_id) VALUES
	(1, 'run-002', 0.0100000000, 'credit-1', '2026-04-01 12:00:00+00', 4, NULL, '2026-11-30 22:40:16.395395+00', 1);

INSERT INTO public.billing_usage_day (id, bucket_start, tag_key, tag_value, total_cost_usd, run_count, unpriced_run_count, accruing_run_count, llm_tokens_in, llm_tokens_out, organization_id, llm_tokens_cached) VALUES
	(1, '2026-04-03 00:00:00+00', 'session', 's0', 4.0008700000, 1, 0, 0, 1008, 208, 1, 8),
	(2, '2026-04-03 00:00:00+00', 'session', 's2', 1.0010700000, 1, 0, 0, 1010, 210, 1, 10),
	(4, '2026-04-01 00:00:00+00', 'session', 's0', 1.0000700000, 1, 0, 0, 1000, 200, 1, 0),
	(5, '2026-04-04 00:00:00+00', '', NULL, 3.0012700000, 1, 0, 0, 1012, 212, 1, 12),
	(6, '2026-04-08 00:00:00+00', '', NULL, 1.0025700000, 2, 1, 0, 2052, 452, 2, 52),
	(7, '2026-04-09 00:00:00+00', 'session', 's0', 4.0028700000, 1, 0, 0, 1028, 228, 1, 28),
	(8, '2026-04-05 00:00:00+00', '', NULL, 1.0015700000, 2, 1, 0, 2032, 432, 2, 32),
	(10, '2026-04-02 00:00:00+00', 'session', 's2', 2.0006700000, 1, 0, 0, 1006, 206, 1, 6),
	(11, '2026-04-07 00:00:00+00', '', NULL, 3.0022700000, 1, 0, 0, 1022, 222, 1, 22),
	(12, '2026-04-06 00:00:00+00', 'session', 's3', 5.0019700000, 1, 0, 1, 1019, 219, 2, 19),
	(13, '2026-04-06 00:00:00+00', '', NULL, 5.0039400000, 2, 0, 0, 2038, 438, 1, 38),
	(14, '2026-04-07 00:00:00+00', 'session', 's1', 2.0021700000, 1, 0, 0, 1021, 221, 2, 21),
	(15, '2026-04-07 00:00:00+00', 'session', 's3', 4.0023700000, 1, 0, 0, 1023, 223, 2, 23),
	(16, '2026-04-02 00:00:00+00', '', NULL, 1.0005700000, 1, 0, 0, 1005, 205, 2, 5),
	(17, '2026-04-05 00:00:00+00', 'session', 's2', 5.0014700000, 1, 0, 0, 1014, 214, 1, 14),
	(18, '2026-04-05 00:00:00+00', 'session', 's0', 2.0016700000, 1, 0, 0, 1016, 216, 1, 16),
	(19, '2026-04-03 00:00:00+00', '', NULL, 5.0009700000, 2, 1, 1, 2016, 416, 2, 16),
	(20, '2026-04-09 00:00:00+00', '', NULL, 5.0029700000, 1, 0, 1, 1029, 229, 2, 29),
	(21, '2026-04-08 00:00:00+00', 'session', 's0', 5.0024700000, 1, 0, 0, 1024, 224, 1, 24),
	(22, '2026-04-08 00:00:00+00', 'session', 's2', 2.0026700000, 1, 0, 0, 1026, 226, 1, 26),
	(23, '2026-04-01 00:00:00+00', '', NULL, 6.0005400000, 2, 0, 0, 2004, 404, 2, 4),
	(24, '2026-04-04 00:00:00+00', 'session', 's1', 4.0013700000, 1, 0, 0, 1013, 213, 2, 13),
	(25, '2026-04-04 00:00:00+00', 'session', 's3', 2.0011700000, 1, 0, 0, 1011, 211, 2, 11),
	(26, '2026-04-06 00:00:00+00', 'session', 's0', 1.0020700000, 1, 0, 0, 1020, 220, 1, 20),
	(27, '2026-04-06 00:00:00+00', 'session', 's2', 4.0018700000, 1, 0, 0, 1018, 218, 1, 18),
	(28, '2026-04-02 00:00:00+00', 'session', 's1', 1.0005700000, 1, 0, 0, 1005, 205, 2, 5),
	(29, '2026-04-07 00:00:00+00', '', NULL, 6.0045400000, 2, 0, 0, 2044, 444, 2, 44),
	(30, '2026-04-05 00:00:00+00', '', NULL, 7.0031400000, 2, 0, 0, 2030, 430, 1, 30),
	(31, '2026-04-03 00:00:00+00', 'session', 's1', 5.0009700000, 1, 0, 1, 1009, 209, 2, 9),
	(32, '2026-04-03 00:00:00+00', 'session', 's3', 0.0000000000, 1, 1, 0, 1007, 207, 2, 7),
	(33, '2026-04-01 00:00:00+00', 'session', 's3', 4.0003700000, 1, 0, 0, 1003, 203, 2, 3),
	(34, '2026-04-01 00:00:00+00', 'session', 's1', 2.0001700000, 1, 0, 0, 1001, 201, 2, 1),
	(35, '2026-04-04 00:00:00+00', '', NULL, 6.0025400000, 2, 0, 0, 2024, 424, 2, 24),
	(36, '2026-04-09 00:00:00+00', 'session', 's1', 5.0029700000, 1, 0, 1, 1029, 229, 2, 29),
	(37, '2026-04-08 00:00:00+00', '', NULL, 7.0051400000, 2, 0, 0, 2050, 450, 1, 50),
	(38, '2026-04-03 00:00:00+00', '', NULL, 5.0019400000, 2, 0, 0, 2018, 418, 1, 18),
	(39, '2026-04-08 00:00:00+00', 'session', 's1', 1.0025700000, 1, 0, 0, 1025, 225, 2, 25),
	(40, '2026-04-08 00:00:00+00', 'session', 's3', 0.0000000000, 1, 1, 0, 1027, 227, 2, 27),
	(41, '2026-04-09 00:00:00+00', '', NULL, 4.0028700000, 1, 0, 0, 1028, 228, 1, 28),
	(43, '2026-04-04 00:00:00+00', 'session', 's0', 3.0012700000, 1, 0, 0, 1012, 212, 1, 12),
	(44, '2026-04-05 00:00:00+00', 'session', 's1', 0.0000000000, 1, 1, 0, 1017, 217, 2, 17),
	(45, '2026-04-05 00:00:00+00', 'session', 's3', 1.0015700000, 1, 0, 0, 1015, 215, 2, 15),
	(46, '2026-04-07 00:00:00+00', 'session', 's2', 3.0022700000, 1, 0, 0, 1022, 222, 1, 22),
	(48, '2026-04-06 00:00:00+00', '', NULL, 5.0019700000, 1, 0, 1, 1019, 219, 2, 19),
	(3, '2026-04-01 00:00:00+00', 'session', 's2', 2.9902700000, 1, 0, 0, 1002, 202, 1, 2),
	(42, '2026-04-01 00:00:00+00', '', NULL, 3.9903400000, 2, 0, 0, 2002, 402, 1, 2),
	(47, '2026-04-02 00:00:00+00', '', NULL, 2.0006700000, 1, 0, 0, 1006, 206, 1, 6);

INSERT INTO public.billing_usage_quarter_hour (id, bucket_start, tag_key, tag_value, total_cost_usd, run_count, unpriced_run_count, accruing_run_count, llm_tokens_in, llm_tokens_out, organization_id, llm_tokens_cached) VALUES
	(1, '2026-04-01 00:00:00+00', '', NULL, 1.0000700000, 1, 0, 0, 1000, 200, 1, 0),
	(2, '2026-04-01 00:00:00+00', 'session', 's0', 1.0000700000, 1, 0, 0, 1000, 200, 1, 0),
	(7, '2026-04-02 18:00:00+00', '', NULL, 2.0006700000, 1, 0, 0, 1006, 206, 1, 6),
	(8, '2026-04-02 18:00:00+00', 'session', 's2', 2.0006700000, 1, 0, 0, 1006, 206, 1, 6),
	(9, '2026-04-03 08:00:00+00', '', NULL, 4.0008700000, 1, 0, 0, 1008, 208, 1, 8),
	(10, '2026-04-03 08:00:00+00', 'session', 's0', 4.0008700000, 1, 0, 0, 1008, 208, 1, 8),
	(11, '2026-04-03 22:00:00+00', '', NULL, 1.0010700000, 1, 0, 0, 1010, 210, 1, 10),
	(12, '2026-04-03 22:00:00+00', 'session', 's2', 1.0010700000, 1, 0, 0, 1010, 210, 1, 10),
	(13, '2026-04-04 12:00:00+00', '', NULL, 3.0012700000, 1, 0, 0, 1012, 212, 1, 12),
	(14, '2026-04-04 12:00:00+00', 'session', 's0', 3.0012700000, 1, 0, 0, 1012, 212, 1, 12),
	(15, '2026-04-05 02:00:00+00', '', NULL, 5.0014700000, 1, 0, 0, 1014, 214, 1, 14),
	(16, '2026-04-05 02:00:00+00', 'session', 's2', 5.0014700000, 1, 0, 0, 1014, 214, 1, 14),
	(17, '2026-04-05 16:15:00+00', '', NULL, 2.0016700000, 1, 0, 0, 1016, 216, 1, 16),
	(18, '2026-04-05 16:15:00+00', 'session', 's0', 2.0016700000, 1, 0, 0, 1016, 216, 1, 16),
	(19, '2026-04-06 06:15:00+00', '', NULL, 4.0018700000, 1, 0, 0, 1018, 218, 1, 18),
	(20, '2026-04-06 06:15:00+00', 'session', 's2', 4.0018700000, 1, 0, 0, 1018, 218, 1, 18),
	(21, '2026-04-06 20:15:00+00', '', NULL, 1.0020700000, 1, 0, 0, 1020, 220, 1, 20),
	(22, '2026-04-06 20:15:00+00', 'session', 's0', 1.0020700000, 1, 0, 0, 1020, 220, 1, 20),
	(23, '2026-04-07 10:15:00+00', '', NULL, 3.0022700000, 1, 0, 0, 1022, 222, 1, 22),
	(24, '2026-04-07 10:15:00+00', 'session', 's2', 3.0022700000, 1, 0, 0, 1022, 222, 1, 22),
	(25, '2026-04-08 00:15:00+00', '', NULL, 5.0024700000, 1, 0, 0, 1024, 224, 1, 24),
	(26, '2026-04-08 00:15:00+00', 'session', 's0', 5.0024700000, 1, 0, 0, 1024, 224, 1, 24),
	(27, '2026-04-08 14:15:00+00', '', NULL, 2.0026700000, 1, 0, 0, 1026, 226, 1, 26),
	(28, '2026-04-08 14:15:00+00', 'session', 's2', 2.0026700000, 1, 0, 0, 1026, 226, 1, 26),
	(29, '2026-04-09 04:15:00+00', '', NULL, 4.0028700000, 1, 0, 0, 1028, 228, 1, 28),
	(30, '2026-04-09 04:15:00+00', 'session', 's0', 4.0028700000, 1, 0, 0, 1028, 228, 1, 28),
	(31, '2026-04-01 07:00:00+00', '', NULL, 2.0001700000, 1, 0, 0, 1001, 201, 2, 1),
	(32, '2026-04-01 07:00:00+00', 'session', 's1', 2.0001700000, 1, 0, 0, 1001, 201, 2, 1),
	(33, '2026-04-01 21:00:00+00', '', NULL, 4.0003700000, 1, 0, 0, 1003, 203, 2, 3),
	(34, '2026-04-01 21:00:00+00', 'session', 's3', 4.0003700000, 1, 0, 0, 1003, 203, 2, 3),
	(35, '2026-04-02 11:00:00+00', '', NULL, 1.0005700000, 1, 0, 0, 1005, 205, 2, 5),
	(36, '2026-04-02 11:00:00+00', 'session', 's1', 1.0005700000, 1, 0, 0, 1005, 205, 2, 5),
	(37, '2026-04-03 01:00:00+00', '', NULL, 0.0000000000, 1, 1, 0, 1007, 207, 2, 7),
	(38, '2026-04-03 01:00:00+00', 'session', 's3', 0.0000000000, 1, 1, 0, 1007, 207, 2, 7),
	(39, '2026-04-03 15:00:00+00', '', NULL, 5.0009700000, 1, 0, 1, 1009, 209, 2, 9),
	(40, '2026-04-03 15:00:00+00', 'session', 's1', 5.0009700000, 1, 0, 1, 1009, 209, 2, 9),
	(41, '2026-04-04 05:00:00+00', '', NULL, 2.0011700000, 1, 0, 0, 1011, 211, 2, 11),
	(42, '2026-04-04 05:00:00+00', 'session', 's3', 2.0011700000, 1, 0, 0, 1011, 211, 2, 11),
	(43, '2026-04-04 19:00:00+00', '', NULL, 4.0013700000, 1, 0, 0, 1013, 213, 2, 13),
	(44, '2026-04-04 19:00:00+00', 'session', 's1', 4.0013700000, 1, 0, 0, 1013, 213, 2, 13),
	(45, '2026-04-05 09:15:00+00', '', NULL, 1.0015700000, 1, 0, 0, 1015, 215, 2, 15),
	(46, '2026-04-05 09:15:00+00', 'session', 's3', 1.0015700000, 1, 0, 0, 1015, 215, 2, 15),
	(47, '2026-04-05 23:15:00+00', '', NULL, 0.0000000000, 1, 1, 0, 1017, 217, 2, 17),
	(48, '2026-04-05 23:15:00+00', 'session', 's1', 0.0000000000, 1, 1, 0, 1017, 217, 2, 17),
	(49, '2026-04-06 13:15:00+00', '', NULL, 5.0019700000, 1, 0, 1, 1019, 219, 2, 19),
	(50, '2026-04-06 13:15:00+00', 'session', 's3', 5.0019700000, 1, 0, 1, 1019, 219, 2, 19),
	(51, '2026-04-07 03:15:00+00', '', NULL, 2.0021700000, 1, 0, 0, 1021, 221, 2, 21),
	(52, '2026-04-07 03:15:00+00', 'session', 's1', 2.0021700000, 1, 0, 0, 1021, 221, 2, 21),
	(53, '2026-04-07 17:15:00+00', '', NULL, 4.0023700000, 1, 0, 0, 1023, 223, 2, 23),
	(54, '2026-04-07 17:15:00+00', 'session', 's3', 4.0023700000, 1, 0, 0, 1023, 223, 2, 23),
	(55, '2026-04-08 07:15:00+00', '', NULL, 1.0025700000, 1, 0, 0, 1025, 225, 2, 25),
	(56, '2026-04-08 07:15:00+00', 'session', 's1', 1.0025700000, 1, 0, 0, 1025, 225, 2, 25),
	(57, '2026-04-08 21:15:00+00', '', NULL, 0.0000000000, 1, 1, 0, 1027, 227, 2, 27),
	(58, '2026-04-08 21:15:00+00', 'session', 's3', 0.0000000000, 1, 1, 0, 1027, 227, 2, 27),
	(59, '2026-04-09 11:15:00+00', '', NULL, 5.0029700000, 1, 0, 1, 1029, 229, 2, 29),
	(60, '2026-04-09 11:15:00+00', 'session', 's1', 5.0029700000, 1, 0, 1, 1029, 229, 2, 29),
	(3, '2026-04-01 14:00:00+00', '', NULL, 2.9902700000, 1, 0, 0, 1002, 202, 1, 2),
	(4, '2026-04-01 14:00:00+00', 'session', 's2', 2.9902700000, 1, 0, 0, 1002, 202, 1, 2);

INSERT INTO public.billing_voided_run (id, run_type, status, created_at, modified_at, queued_at, started_at, finished_at, total_cost_usd, unit_price_usd, cost_status, llm_tokens_in, llm_tokens_out, tags, run_id, cost_updated_at, first_revision, revision, void_revision, voided_at, batch_id, organization_id, llm_tokens_cached, credited_usd, cached_unit_price_usd, cached_units, units) VALUES
	(1, 'workflow_run', 'completed', '2026-04-02 04:04:00+00', NULL, NULL, '2026-04-02 04:04:00+00', '2026-04-02 04:07:00+00', 5.0004700000, NULL, 'final', 1004, 204, '{"county": "Añasco", "session": "s0"}', 'run-004', '2026-11-30 22:40:16.176764+00', 2, 2, 5, '2026-11-30 22:40:16.418619+00', 1, 1, 4, 0.0000000000, NULL, NULL, NULL);

INSERT INTO public.procrastinate_jobs (id, queue_name, task_name, lock, args, status, scheduled_at, attempts, queueing_lock, priority, abort_requested, worker_id) VALUES
	(1, 'billing-access-email', 'orgs.send_invitation', NULL, '{"message": "fc55e7aa-44d9-4d06-8515-1110a576339d", "sending": 1, "invitation_id": 1}', 'todo', NULL, 0, NULL, 0, false, NULL);

INSERT INTO public.procrastinate_events (id, job_id, type, at) VALUES
	(1, 1, 'deferred', '2026-11-30 22:40:16.070904+00');

SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);

SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);

SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);

SELECT pg_catalog.setval('public.auth_permission_id_seq', 104, true);

SELECT pg_catalog.setval('public.billing_accounts_emailchange_id_seq', 1, false);

SELECT pg_catalog.setval('public.billing_accounts_endoflinks_id_seq', 1, false);

SELECT pg_catalog.setval('public.billing_accounts_user_groups_id_seq', 1, false);

SELECT pg_catalog.setval('public.billing_accounts_user_id_seq', 11, true);

SELECT pg_catalog.setval('public.billing_accounts_user_user_permissions_id_seq', 1, false);

SELECT pg_catalog.setval('public.billing_alert_due_id_seq', 13, true);

SELECT pg_catalog.setval('public.billing_alert_firing_id_seq', 1, false);

SELECT pg_catalog.setval('public.billing_alert_mute_id_seq', 1, false);

SELECT pg_catalog.setval('public.billing_balance_entry_id_seq', 3, true);

SELECT pg_catalog.setval('public.billing_batch_id_seq', 1, true);

SELECT pg_catalog.setval('public.billing_orgs_formerslug_id_seq', 1, false);

SELECT pg_catalog.setval('public.billing_orgs_invitation_id_seq', 1, true);

SELECT pg_catalog.setval('public.billing_orgs_invitationsending_id_seq', 1, true);

SELECT pg_catalog.setval('public.billing_orgs_membership_id_seq', 10, true);

SELECT pg_catalog.setval('public.billing_orgs_organization_id_seq', 2, true);

SELECT pg_catalog.setval('public.billing_orgs_organizationgrouppermission_id_seq', 1, false);

SELECT pg_catalog.setval('public.billing_orgs_organizationuserpermission_id_seq', 26, true);

SELECT pg_catalog.setval('public.billing_reads_suspension_id_seq', 1, false);

SELECT pg_catalog.setval('public.billing_reconciliation_id_seq', 1, true);

SELECT pg_catalog.setval('public.billing_registered_tag_id_seq', 2, true);

SELECT pg_catalog.setval('public.billing_run_credit_id_seq', 1, true);

SELECT pg_catalog.setval('public.billing_run_id_seq', 30, true);

SELECT pg_catalog.setval('public.billing_unit_price_id_seq', 1, false);

SELECT pg_catalog.setval('public.billing_usage_day_id_seq', 51, true);

SELECT pg_catalog.setval('public.billing_usage_quarter_hour_id_seq', 62, true);

SELECT pg_catalog.setval('public.billing_voided_run_id_seq', 1, true);

SELECT pg_catalog.setval('public.billing_webhook_attempt_id_seq', 1, false);

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);

SELECT pg_catalog.setval('public.django_content_type_id_seq', 66, true);

SELECT pg_catalog.setval('public.django_migrations_id_seq', 113, true);

SELECT pg_catalog.setval('public.guardian_groupobjectpermission_id_seq', 1, false);

SELECT pg_catalog.setval('public.guardian_userobjectpermission_id_seq', 1, false);

SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, true);

SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, true);

SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);

SELECT pg_catalog.setval('public.socialaccount_socialaccount_id_seq', 1, false);

SELECT pg_catalog.setval('public.socialaccount_socialapp_id_seq', 1, false);

SELECT pg_catalog.setval('public.socialaccount_socialtoken_id_seq', 1, false);

