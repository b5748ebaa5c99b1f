INSERT INTO public.billing_accounts_user (id, password, last_login, is_superuser, is_staff, is_active, date_joined, email, name, held_until, password_is_preset) VALUES
	(1, 'pbkdf2_sha256$1000000$L67W9ByTqJaibLVimujDCL$qgaFRQitJzMnyoioKiiQnyIWO+ei9Npd7g7Wc21UKIo=', NULL, true, true, true, '2026-11-30 18:08:13.675962+00', 'staff@platform.example', 'Platform staff', NULL, false),
	(2, 'pbkdf2_sha256$1000000$L67W9ByTqJaibLVimujDCL$qgaFRQitJzMnyoioKiiQnyIWO+ei9Npd7g7Wc21UKIo=', NULL, false, false, true, '2026-11-30 18:08:14.372157+00', 'owner@acme-robotics.example', 'Acme Robotics''s owner', NULL, false),
	(3, 'pbkdf2_sha256$1000000$L67W9ByTqJaibLVimujDCL$qgaFRQitJzMnyoioKiiQnyIWO+ei9Npd7g7Wc21UKIo=', NULL, false, false, true, '2026-11-30 18:08:14.714932+00', 'admin@acme-robotics.example', 'Acme Robotics''s admin', NULL, false),
	(4, 'pbkdf2_sha256$1000000$L67W9ByTqJaibLVimujDCL$qgaFRQitJzMnyoioKiiQnyIWO+ei9Npd7g7Wc21UKIo=', NULL, false, false, true, '2026-11-30 18:08:14.758325+00', 'billing@acme-robotics.example', 'Acme Robotics''s billing', NULL, false),
	(5, 'pbkdf2_sha256$1000000$L67W9ByTqJaibLVimujDCL$qgaFRQitJzMnyoioKiiQnyIWO+ei9Npd7g7Wc21UKIo=', NULL, false, false, true, '2026-11-30 18:08:14.783626+00', 'auditor@acme-robotics.example', 'Acme Robotics''s auditor', NULL, false),
	(6, 'pbkdf2_sha256$1000000$L67W9ByTqJaibLVimujDCL$qgaFRQitJzMnyoioKiiQnyIWO+ei9Npd7g7Wc21UKIo=', NULL, false, false, true, '2026-11-30 18:08:14.8056+00', 'member@acme-robotics.example', 'Acme Robotics''s member', NULL, false),
	(7, 'pbkdf2_sha256$1000000$L67W9ByTqJaibLVimujDCL$qgaFRQitJzMnyoioKiiQnyIWO+ei9Npd7g7Wc21UKIo=', NULL, false, false, true, '2026-11-30 18:08:14.893457+00', 'owner@borealis-labs.example', 'Borealis Labs''s owner', NULL, false),
	(8, 'pbkdf2_sha256$1000000$L67W9ByTqJaibLVimujDCL$qgaFRQitJzMnyoioKiiQnyIWO+ei9Npd7g7Wc21UKIo=', NULL, false, false, true, '2026-11-30 18:08:15.233032+00', 'admin@borealis-labs.example', 'Borealis Labs''s admin', NULL, false),
	(9, 'pbkdf2_sha256$1000000$L67W9ByTqJaibLVimujDCL$qgaFRQitJzMnyoioKiiQnyIWO+ei9Npd7g7Wc21UKIo=', NULL, false, false, true, '2026-11-30 18:08:15.288378+00', 'billing@borealis-labs.example', 'Borealis Labs''s billing', NULL, false),
	(10, 'pbkdf2_sha256$1000000$L67W9ByTqJaibLVimujDCL$qgaFRQitJzMnyoioKiiQnyIWO+ei9Npd7g7Wc21UKIo=', NULL, false, false, true, '2026-11-30 18:08:15.306421+00', 'auditor@borealis-labs.example', 'Borealis Labs''s auditor', NULL, false),
	(11, 'pbkdf2_sha256$1000000$L67W9ByTqJaibLVimujDCL$qgaFRQitJzMnyoioKiiQnyIWO+ei9Npd7g7Wc21UKIo=', NULL, false, false, true, '2026-11-30 18:08:15.327116+00', 'member@borealis-labs.example', 'Borealis Labs''s member', NULL, false);

INSERT INTO public.billing_orgs_organization (id, public_id, name, slug, external_id, time_zone, requires_second_factor, created_at, closed_at) VALUES
	(1, 'o_hxPfL6tnQWw8YjF9', 'Acme Robotics', 'acme-robotics', NULL, 'UTC', false, '2026-11-30 18:08:14.402613+00', NULL),
	(2, 'o_ek0RTnSpGeXfht6E', 'Borealis Labs', 'borealis-labs', NULL, 'UTC', false, '2026-11-30 18:08:14.912945+00', NULL);

INSERT INTO public.billing_account (organization_id, billing_tier, billing_mode, low_balance_threshold_usd, period_start_day, revision, fed_at, usage_through, balance_reconciled_at, entries_total_usd, usage_total_usd, revision_token, stale_after_hours) VALUES
	(2, 'team', 'prepaid', 100.0000000000, 1, 3, '2026-11-30 18:08:15.466496+00', '2026-11-30 00:00:00+00', NULL, 11750.0000000000, 36.0182400000, '392f98de-c227-4bd8-b749-a2ace0046e6c', NULL),
	(1, 'pro', 'prepaid', 500.0000000000, 1, 6, '2026-11-30 18:08:15.466496+00', '2026-11-30 00:00:00+00', '2026-04-06 00:00:00+00', 15001.2473600000, 40.0115800000, 'c9798aa9-557d-4fe5-bd10-6cc71bb97ea7', NULL);

INSERT INTO public.billing_api_key (id, name, digest, first_characters, last_characters, scopes, created_at, created_by_kind, expires_at, revoked_at, allowed_networks, is_platform_key, last_used_at, last_used_address, expiry_notice, form_token, created_by_id, organization_id, predecessor_id) VALUES
	('a5c3e13b-520b-4ba1-89c6-c41f228b25a1', 'Kept', '\x660e40847ea9951cba5498f30c778e1b5deff91b3e4910f765566f4097218ac8', 'bak_live_Qr3', 'i6xR', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 18:08:15.586549+00', 'system', '2027-11-30 18:08:15.586549+00', '2026-11-30 18:08:15.595594+00', '{}', false, NULL, NULL, NULL, NULL, NULL, 1, NULL),
	('c9227051-776c-4fb1-b9e1-21860df465da', 'Kept', '\xd09ee7f042ff9b09c0a8f87e57380c5dfa5d4abca546d4d5c6afdbd56fb195a5', 'bak_live_7SB', 'R47A', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 18:08:15.570226+00', 'system', '2027-11-30 18:08:15.570226+00', NULL, '{}', false, '2026-11-30 18:08:15.748324+00', '127.0.0.1', NULL, NULL, NULL, 1, NULL),
	('148cb654-0deb-4368-82e5-6e9fe644287b', 'Kept', '\x611db992a05abeceab65904ed8e8b9a0ae10b5b4a1d4e2323550cc9552cb36a9', 'bak_live_lHL', 'YIcL', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 18:08:15.580742+00', 'system', '2027-11-30 18:08:15.580742+00', NULL, '{}', false, '2026-11-30 18:08:16.295706+00', '127.0.0.1', NULL, NULL, NULL, 2, NULL);

INSERT INTO public.billing_audit_checkpoint (log, size, note) VALUES
	('o_ek0RTnSpGeXfht6E', 18, 'tests/o_ek0RTnSpGeXfht6E
18
CzZIIthWwGFncbS39BgtSuUvq35RlRLp2BjQFdQyBlY=
sealed 2026-11-30T18:08:17.035121Z

— tests/o_ek0RTnSpGeXfht6E /2w2IVX3K0kOjsXQMp1DfVedSZHow6pAAccWg8qd1DAgEAYoSEihC0cwB77r+6s68fkeHpKLQTKZGKRsCs7liKoqzg4=
'),
	('o_hxPfL6tnQWw8YjF9', 29, 'tests/o_hxPfL6tnQWw8YjF9
29
drhfiZltbIBAzRysBsdDZA8hFyUoLvNT+sFOO0GO7tA=
sealed 2026-11-30T18:08:17.039051Z

— tests/o_hxPfL6tnQWw8YjF9 ROJtpeqdyhnZ9zfg5UpOq49Fizf9gNOrKt0plmlke66iY4sCVrZ4A6oxAYwxtZQ3EhmazNKg2GBhS52TaqaGkQ8LggI=
'),
	('platform', 12, 'tests/platform
12
K6UpZE+0GZtIjL4N6YWYR6m/ltHWHm7vysb7zLFAzPc=
sealed 2026-11-30T18:08:17.040230Z

— tests/platform aHvwFJsno01lNR0jx+6kTm6VH1KkkRDLtjLQOhUj5dNhPgqkHrMLVKqVWxhr/WH3QAh4uQeEzKL5+av5ZBbc5LCIugw=
');

INSERT INTO public.billing_audit_event (id, organization_id, recorded_at, action, outcome, reason_code, actor_kind, actor_id, target_kind, target_id, request_id, body) VALUES
	('01a22da4-a2e3-7b3a-92af-7cc0c092acab', NULL, '2026-11-30 18:08:14.0533+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"1df71c870bbdb3ae2afdcd916d50a5563e2c5a775c033344d5084d4afe998f62"},"details":{},"id":"01a22da4-a2e3-7b3a-92af-7cc0c092acab","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.053300Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22da4-a419-7050-86c8-58d896d9d46d', NULL, '2026-11-30 18:08:14.362191+00', 'user.changed', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.changed","actor_id":"keep_release","actor_kind":"system","changes":{"is_staff":[false,true],"is_superuser":[false,true]},"commitments":{"personal":"422464db6f9d4d995f73abf516c8c799d5e17b6e4effdb301fc40bf1f6b770a1"},"details":{},"id":"01a22da4-a419-7050-86c8-58d896d9d46d","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.362191Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22da4-a432-7536-97d3-a04701858ac9', NULL, '2026-11-30 18:08:14.38659+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"57e95d22994dc187e7d84a7aa8b0f4473e915113f20d447ffd4ba2a05de746f7"},"details":{},"id":"01a22da4-a432-7536-97d3-a04701858ac9","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.386590Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22da4-a447-7bb9-b181-afe4b9d36a27', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:14.408218+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_hxPfL6tnQWw8YjF9', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"c712ea1694bfe9e0e0472f423e29c00a109741373d7fc0a1dce22e444c7a91be","texts":"822fe700eb5619358e39e6c6f2558a9331e29f3c59acb10902ae1bb6f1908560"},"details":{},"id":"01a22da4-a447-7bb9-b181-afe4b9d36a27","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.408218Z","request_id":"","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-a455-7348-ac2e-ee3206289b40', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:14.422376+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"5f543fbbab64baf5b44c6239bb869461ad43f6a334648be4dd3f80380c1515a6"},"details":{},"id":"01a22da4-a455-7348-ac2e-ee3206289b40","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.422376Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22da4-a58c-7810-b240-40c0c9e2fbec', NULL, '2026-11-30 18:08:14.732969+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"da6801156916c0e944e5ce560c9b6fa1851ca13a988fe6af2402a7a1ad108707"},"details":{},"id":"01a22da4-a58c-7810-b240-40c0c9e2fbec","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.732969Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22da4-a5a0-7fc4-95c1-73f29580f6c9', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:14.753445+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"de083a295395afe0be354fe6b889fb2a43d232499bc2732c8a3b76e654728a28"},"details":{},"id":"01a22da4-a5a0-7fc4-95c1-73f29580f6c9","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.753445Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22da4-a5af-7bb8-9bb9-eb157c9607b3', NULL, '2026-11-30 18:08:14.768007+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"be7f0e79e1282cd7f26b8e42bd03eecefb5f99002161369bb3381a004db98360"},"details":{},"id":"01a22da4-a5af-7bb8-9bb9-eb157c9607b3","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.768007Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22da4-a5bb-77cc-ac0f-9fbbf3ebd0f9', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:14.77976+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"657f52074517b2f002ac25b43642cfc09f2e9137c3e65970de9335c0b0ec09f4"},"details":{},"id":"01a22da4-a5bb-77cc-ac0f-9fbbf3ebd0f9","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.779760Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22da4-a5c6-7031-9a27-34fe0496e09e', NULL, '2026-11-30 18:08:14.790418+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"896be278fe3f19276ac3d929e49bed6d8d8dd62e31540608c37dc2352d0dce9b"},"details":{},"id":"01a22da4-a5c6-7031-9a27-34fe0496e09e","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.790418Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22da4-a5d1-7a9d-a83c-da42fa563754', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:14.801892+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"5a6a9712ff65c873c5b4b2f59ee549c9f1421aedc3bea0d4000d4fa71314f6db"},"details":{},"id":"01a22da4-a5d1-7a9d-a83c-da42fa563754","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.801892Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22da4-a5df-7710-91c8-9f7f83943c9e', NULL, '2026-11-30 18:08:14.815689+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"f8450d106b70e9c76b6148f9bd1a28e023dee086d996841205fb0438ee0d1c2b"},"details":{},"id":"01a22da4-a5df-7710-91c8-9f7f83943c9e","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.815689Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22da4-a5e8-7c9b-909f-40aecbf51e80', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:14.825139+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"9cb3cf871c5c41acfba12632088efcf46155e09c7a083cc634c21e8bcdd9f818"},"details":{},"id":"01a22da4-a5e8-7c9b-909f-40aecbf51e80","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.825139Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22da4-a7ef-740d-9ee0-3882654164d4', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:15.343484+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"b1f9149216f49413131585586b797003ce13bf3f1f76179d9120e71d3ee2ff06"},"details":{},"id":"01a22da4-a7ef-740d-9ee0-3882654164d4","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.343484Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22da4-a5f4-70c1-b21d-8a7fb43ed75f', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:14.837353+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_hxPfL6tnQWw8YjF9', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"07aaf9435172107aa0eeb30f4bb7fa509320dbba595d9fabeaa9c20d436fe5d2","personal":"cb380ffe674b5fe268f26b596881efcfb95701cf4f7851877359c96319f9f5de","texts":"b8a6b3247f3dfbcf3f6ef70ae97e737731855a65f889450cffb87a9dcf50bcab"},"details":{},"id":"01a22da4-a5f4-70c1-b21d-8a7fb43ed75f","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.837353Z","request_id":"","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-a60a-7d77-bac6-3aa97f174981', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:14.859088+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_hxPfL6tnQWw8YjF9', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"0d9d307854d64fc0bfe79a796cae3e43096373ae3579447ace056491203e981c","texts":"8c03068a8efa971fc38d7020e006d3fdb5f8529e045995941d53feb6154614e6"},"details":{},"id":"01a22da4-a60a-7d77-bac6-3aa97f174981","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.859088Z","request_id":"","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-a628-7dee-921e-6c6f7c7c42d5', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:14.889683+00', 'billing_reads.enabled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_hxPfL6tnQWw8YjF9', '', '{"action":"billing_reads.enabled","actor_id":"keep_release","actor_kind":"system","changes":{"billing_reads":["off","on"]},"commitments":{"personal":"ead5404ae3fd1352eceb68bf8af6389452834c99f7d651ae0d163ba68d286208","texts":"0bf3b67cad34def2a16c30882eab71830789eaca2618659700b84828ea76e2fe"},"details":{"key_count":0},"id":"01a22da4-a628-7dee-921e-6c6f7c7c42d5","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.889683Z","request_id":"","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-a637-72e6-ad5a-447f23120337', NULL, '2026-11-30 18:08:14.903425+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"e3ff89ef3717da2c65db4ca7383427da09bc3ed9a8c164a7525a23c35c4e6dae"},"details":{},"id":"01a22da4-a637-72e6-ad5a-447f23120337","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.903425Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22da4-a642-7754-a01c-2c4a85bb58ae', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:14.914698+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ek0RTnSpGeXfht6E', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"f354a3eb29e2e536ccff60d491af510e796a24231772fcdb7bcb374695c4f52f","texts":"12a771f09184f9f56a9b06d42677fe20177712b5930419c05087cff25eda613d"},"details":{},"id":"01a22da4-a642-7754-a01c-2c4a85bb58ae","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.914698Z","request_id":"","target_id":"o_ek0RTnSpGeXfht6E","target_kind":"organization","version":2}'),
	('01a22da4-a64a-73a2-935e-af8aaad67ff3', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:14.922535+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"19d7fbeb5b372e4cfe5d06ce165579ada617e6d44a6119b40079086ded5cfed2"},"details":{},"id":"01a22da4-a64a-73a2-935e-af8aaad67ff3","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:14.922535Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22da4-a799-7de9-a390-2994068787ff', NULL, '2026-11-30 18:08:15.25884+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"79308f866d4b096213667f8b48d64cb7049d1d1756d4b0ccf8b17f079899fad3"},"details":{},"id":"01a22da4-a799-7de9-a390-2994068787ff","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.258840Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22da4-a7b3-71af-8644-a40af937107b', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:15.283399+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"7dd36c470519ab419abdd7d8fc0462a1c5b9b57e99c6eb77b577bd860575c85e"},"details":{},"id":"01a22da4-a7b3-71af-8644-a40af937107b","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.283399Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22da4-a7c0-75f3-bb32-66ab1cef95d0', NULL, '2026-11-30 18:08:15.296596+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"e2c41eb23b83d9667c356876763d0eeb42f97a6e32f55fc30cc06e408262314f"},"details":{},"id":"01a22da4-a7c0-75f3-bb32-66ab1cef95d0","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.296596Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22da4-a7c7-7d5a-b9d0-e27f70af10ab', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:15.304034+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"f2d0a71be3e74261be49dfead02fca802573e194743154af46ce210e5df4deee"},"details":{},"id":"01a22da4-a7c7-7d5a-b9d0-e27f70af10ab","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.304034Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22da4-a7d1-758e-963f-f9d1a7f77af5', NULL, '2026-11-30 18:08:15.313815+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"349536c6a927c9ed37ade8e841dd7e21841a6585c39ccc7aa15c03dfdb4d1ee0"},"details":{},"id":"01a22da4-a7d1-758e-963f-f9d1a7f77af5","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.313815Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22da4-a7db-75a1-b1f0-54fa39b5545a', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:15.323572+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"2eb7a6b66bf1d74062b89ad86f20cfe670c07eeb282db82c1c7cd727a02214ff"},"details":{},"id":"01a22da4-a7db-75a1-b1f0-54fa39b5545a","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.323572Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22da4-a7e6-75ef-b774-e614abec0d69', NULL, '2026-11-30 18:08:15.334663+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"e1e5592d5709232b8db661ed036cf73162358001ca0d81368df15f63e94530cc"},"details":{},"id":"01a22da4-a7e6-75ef-b774-e614abec0d69","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.334663Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22da4-a7f7-79c1-ab05-1239c65e2cfe', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:15.352192+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ek0RTnSpGeXfht6E', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"4fea1c1c4b604720de1a2a369068793f0274cb536ce2f917f419f7f46604350c","personal":"c5b1a61cbb119573e0b66fc06fb5323c8c5402f6769d165da92adba2f935e772","texts":"3239f445b78bbda7e559ebe3075e015fafaab99f1c729a4088b1c51d03d314af"},"details":{},"id":"01a22da4-a7f7-79c1-ab05-1239c65e2cfe","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.352192Z","request_id":"","target_id":"o_ek0RTnSpGeXfht6E","target_kind":"organization","version":2}'),
	('01a22da4-a807-7e15-b48a-c7f3350e38fe', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:15.36837+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ek0RTnSpGeXfht6E', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"c81e3296d6354d4e38fe6338ca9c5d29d5d985d8f99b11cd3055fa1fd6fa6a2f","texts":"52372fb7c2d9c1829fa7a879494872893867cdc5196186fbd83c79cce48600d4"},"details":{},"id":"01a22da4-a807-7e15-b48a-c7f3350e38fe","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.368370Z","request_id":"","target_id":"o_ek0RTnSpGeXfht6E","target_kind":"organization","version":2}'),
	('01a22da4-a82e-7d2d-be62-8fcfdd5921b7', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:15.407528+00', 'member.invited', 'allowed', '', 'system', 'keep_release', 'invitation', '1', '', '{"action":"member.invited","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"0b9b0e7107868cd8bd4f2871cf90a5c2cb1e99771a15fb0a60e83b057f83cca8"},"details":{},"id":"01a22da4-a82e-7d2d-be62-8fcfdd5921b7","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.407528Z","request_id":"","target_id":"1","target_kind":"invitation","version":2}'),
	('01a22da4-a87b-7117-a86d-e543ba7d0a76', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:15.48486+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_hxPfL6tnQWw8YjF9', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"91b84d9e234e23167c452f617e7fda18e2234352e2498f5b9d9ec94a28e2c68e","personal":"5d2c7c63e5826442b3a05ea829a1d3749f5f4f91fa5d9e9a60cab16269e4b22b"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22da4-a87b-7117-a86d-e543ba7d0a76","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.484860Z","request_id":"","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-a87b-72d1-9e60-3ed3473db3e2', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:15.486562+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ek0RTnSpGeXfht6E', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"608dfea54fb92b5ab75fa3ad9f5566a24f5be7c6741ef1cc5d1277d46f0b6f6d","personal":"e768f2457099bbab0be7c9a34e83d7f3282466d48f186f07fe4d11f991b202d3"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22da4-a87b-72d1-9e60-3ed3473db3e2","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.486562Z","request_id":"","target_id":"o_ek0RTnSpGeXfht6E","target_kind":"organization","version":2}'),
	('01a22da4-a894-7d4a-ba88-f6e1173c7151', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:15.509127+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_hxPfL6tnQWw8YjF9', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"c24b2941d5ae120641d455e4f58f95864961083e4ea4e78739a98247f1e718e0","personal":"bc7bad6d557cc278247cf2980a7d7ba910ea81b4f80cbb6ffd0e153642ddeb83","texts":"3aa07c60589811f69d893f7512d76a80cba838d751109eaeb71d12332aa0827b"},"details":{"kind":"top_up"},"id":"01a22da4-a894-7d4a-ba88-f6e1173c7151","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.509127Z","request_id":"","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-a89a-7c49-a827-819f72cc7cb1', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:15.515195+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_hxPfL6tnQWw8YjF9', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"bbf8bc36031763efdb84a2024eda60cf2237cbe0d4cc2ef618c9f58c034363a6"},"details":{},"id":"01a22da4-a89a-7c49-a827-819f72cc7cb1","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.515195Z","request_id":"","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-a8a1-79a1-9feb-284b182b5009', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:15.522064+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ek0RTnSpGeXfht6E', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"eea7ed7692c02bc4e02eec24acc839e4294e2f1cd636e4cfa53131ada986ae11","personal":"74e2243ab3750ed11c21cf09ede22c6de25e3734c72aef0409bb4af108fbcde5","texts":"537443b986fdbb5034f571981c7239587388c56d9958b235d2a980262b132b15"},"details":{"kind":"top_up"},"id":"01a22da4-a8a1-79a1-9feb-284b182b5009","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.522064Z","request_id":"","target_id":"o_ek0RTnSpGeXfht6E","target_kind":"organization","version":2}'),
	('01a22da4-a8a5-7bd2-bc9f-f4a380d085b0', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:15.525942+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ek0RTnSpGeXfht6E', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"a96f8788ffa0679db5aca5dae5e70565dc40a7e3f0a72a5d482b346160883c10"},"details":{},"id":"01a22da4-a8a5-7bd2-bc9f-f4a380d085b0","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.525942Z","request_id":"","target_id":"o_ek0RTnSpGeXfht6E","target_kind":"organization","version":2}'),
	('01a22da4-a8b8-76ca-837f-ebfae4f6848c', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:15.544824+00', 'run.credited', 'allowed', '', 'system', 'keep_release', 'organization', 'o_hxPfL6tnQWw8YjF9', '', '{"action":"run.credited","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"2e6d643dc049f55cd3458fa632d2c0617e87e8a1f03e4986dbb1f53d667bcd87","personal":"547f44af8c428b0446855acaa6f807e97208de46510c231083812ab56e5dd369","texts":"1b2d3a45981ec8bc1daa9be81f76df78f70bbcb737e6884d6a3696e9287938a6"},"details":{},"id":"01a22da4-a8b8-76ca-837f-ebfae4f6848c","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.544824Z","request_id":"","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-a8c0-7c63-bf1d-a4ad83ecd0d2', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:15.553039+00', 'runs.voided', 'allowed', '', 'system', 'keep_release', 'organization', 'o_hxPfL6tnQWw8YjF9', '', '{"action":"runs.voided","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"d4b0ad4edf5c5434710abae8e77bcc5154e59a30eaa8a314cce5df7cd42e5c99","personal":"e09d0817067e9915ef8304474c76f8f2a90892b212fb7eb73cf565bf07ed2bf8","texts":"e3f6bddb338d8d71c5efb0615bff8056c71d391ee246705f74cd51bec6bca5ca"},"details":{"revision":5},"id":"01a22da4-a8c0-7c63-bf1d-a4ad83ecd0d2","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.553039Z","request_id":"","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-a8ca-79d0-a237-f8ab3b3f7227', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:15.562974+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_hxPfL6tnQWw8YjF9', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"9c7a10186813fd72291869ae03367ddf7c0209a193a7d6c6afd8323ee5782eff","personal":"832133f5aa209303063bc01341d55e19ddcb77f1e7a9d33072b709a38c78b595","texts":"39d5626b4465d67a4899388a07ee2b9c7a7b7d276789bf9ccea86901da28ae7b"},"details":{"kind":"adjustment"},"id":"01a22da4-a8ca-79d0-a237-f8ab3b3f7227","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.562974Z","request_id":"","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-a8ce-7644-9285-410db5ffe8e8', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:15.566618+00', 'balance.reconciled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_hxPfL6tnQWw8YjF9', '', '{"action":"balance.reconciled","actor_id":"keep_release","actor_kind":"system","changes":{"balance_reconciled_at":[null,"2026-04-06T00:00:00Z"]},"commitments":{"figures":"e8d6915ceceea51777d4fd7e7b7b6009c786252223650640a4e7bc5f1d4abd7c","personal":"e8f84433dfe974e89d191569623af65a52a48ad45b0d21aacb84c52f41200d25","texts":"be645da68da1b8e3c053969326e4fd3709d6419813ec17811ce31ae98a62fbfc"},"details":{},"id":"01a22da4-a8ce-7644-9285-410db5ffe8e8","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.566618Z","request_id":"","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-a8d8-7949-9b54-0816861eb78e', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:15.576874+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', 'c9227051-776c-4fb1-b9e1-21860df465da', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T18:08:15.570226Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"ece338cb3e0b56b651b398a7d76cff5dc86afc406b0b54eb78e78baca274ff5b"},"details":{},"id":"01a22da4-a8d8-7949-9b54-0816861eb78e","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.576874Z","request_id":"","target_id":"c9227051-776c-4fb1-b9e1-21860df465da","target_kind":"api_key","version":2}'),
	('01a22da4-a8df-70a5-a07f-bd6b7351166c', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:15.583575+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '148cb654-0deb-4368-82e5-6e9fe644287b', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T18:08:15.580742Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"577ab883d7e425103d05f83701fd3920256a3cb2af63d5eb9b5354eec6c083c0"},"details":{},"id":"01a22da4-a8df-70a5-a07f-bd6b7351166c","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.583575Z","request_id":"","target_id":"148cb654-0deb-4368-82e5-6e9fe644287b","target_kind":"api_key","version":2}'),
	('01a22da4-a8e4-78ef-9486-16fec4e6c483', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:15.588796+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', 'a5c3e13b-520b-4ba1-89c6-c41f228b25a1', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T18:08:15.586549Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"2a0291405bccea4a1dead24fe2d70636f8d7c8dc05242cfe30b3b7a4ab995ed7"},"details":{},"id":"01a22da4-a8e4-78ef-9486-16fec4e6c483","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.588796Z","request_id":"","target_id":"a5c3e13b-520b-4ba1-89c6-c41f228b25a1","target_kind":"api_key","version":2}'),
	('01a22da4-a8ec-7cd0-ba58-9eb0e0ea821e', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:15.597456+00', 'api_key.revoked', 'allowed', '', 'system', 'keep_release', 'api_key', 'a5c3e13b-520b-4ba1-89c6-c41f228b25a1', '', '{"action":"api_key.revoked","actor_id":"keep_release","actor_kind":"system","changes":{"revoked":[false,true]},"commitments":{"personal":"f8a104c8c306ed776e7e3f7a2bae25a594c55d394c7984ba6a60dc3d608f79bb","texts":"867092cf0bddbfba48dfeaa677306c7bd2a9891a1fec32c94f6138790050facf"},"details":{},"id":"01a22da4-a8ec-7cd0-ba58-9eb0e0ea821e","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.597456Z","request_id":"","target_id":"a5c3e13b-520b-4ba1-89c6-c41f228b25a1","target_kind":"api_key","version":2}'),
	('01a22da4-a98f-77b6-8acd-a97faa09deb9', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:15.760359+00', 'billing.usage.read', 'allowed', '', 'api_key', 'c9227051-776c-4fb1-b9e1-21860df465da', 'organization', 'o_hxPfL6tnQWw8YjF9', 'req_01a22da4a97736541c1c71a1d0935d00', '{"action":"billing.usage.read","actor_id":"c9227051-776c-4fb1-b9e1-21860df465da","actor_kind":"api_key","changes":{},"commitments":{"personal":"386ed71470ff73f57d005600555a47e7e85c7354a96542a2da3da91af84ee627"},"details":{"copied":false,"from":"2026-04-01T00:00:00Z","limit":500,"paged":false,"route":"/v1/billing/usage","rows":14,"run_type":null,"status":null,"tags":[],"to":"2026-05-01T00:00:00Z"},"id":"01a22da4-a98f-77b6-8acd-a97faa09deb9","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:15.760359Z","request_id":"req_01a22da4a97736541c1c71a1d0935d00","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-aaca-7825-889f-0ebac52f9ff6', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:16.074899+00', 'billing.usage.read', 'allowed', '', 'api_key', 'c9227051-776c-4fb1-b9e1-21860df465da', 'organization', 'o_hxPfL6tnQWw8YjF9', 'req_01a22da4aabbcf7260ee729b131ff1b1', '{"action":"billing.usage.read","actor_id":"c9227051-776c-4fb1-b9e1-21860df465da","actor_kind":"api_key","changes":{},"commitments":{"personal":"2d1b7d95f98899bba77e4745930e12e33d3c93fb8949ef61641a82e3e7e0a3c8","texts":"33451f3595125b9763643117d10af71d342384eaec63cc9cee4a7449f5de2e92"},"details":{"bucket":"day","from":"2026-04-01T00:00:00Z","route":"/v1/billing/usage/summary","rows":14,"timezone":"UTC","to":"2026-05-01T00:00:00Z"},"id":"01a22da4-aaca-7825-889f-0ebac52f9ff6","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:16.074899Z","request_id":"req_01a22da4aabbcf7260ee729b131ff1b1","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-ab05-77ef-940f-71987d610d47', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:16.133883+00', 'billing.usage.read', 'allowed', '', 'api_key', 'c9227051-776c-4fb1-b9e1-21860df465da', 'organization', 'o_hxPfL6tnQWw8YjF9', 'req_01a22da4aaf975e612021cc52c49d320', '{"action":"billing.usage.read","actor_id":"c9227051-776c-4fb1-b9e1-21860df465da","actor_kind":"api_key","changes":{},"commitments":{"personal":"0a546ced63c697e0adf3e1179714b613cc51d93e52e6834c635d21d68fbfea33"},"details":{"bucket":"month","from":"2026-04-01T00:00:00Z","group_by":[],"route":"/v1/billing/usage/summary","rows":2,"timezone":"America/Denver","to":"2026-05-01T00:00:00Z"},"id":"01a22da4-ab05-77ef-940f-71987d610d47","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:16.133883Z","request_id":"req_01a22da4aaf975e612021cc52c49d320","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-ab3e-730b-b0a5-c230961831ea', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:16.19097+00', 'billing.entries.read', 'allowed', '', 'api_key', 'c9227051-776c-4fb1-b9e1-21860df465da', 'organization', 'o_hxPfL6tnQWw8YjF9', 'req_01a22da4ab34d3880c154f5b20f3904c', '{"action":"billing.entries.read","actor_id":"c9227051-776c-4fb1-b9e1-21860df465da","actor_kind":"api_key","changes":{},"commitments":{"personal":"01e58a64c913de453610c0cc91d1b0801a328459b845a2eefc645b88a458d574"},"details":{"from":null,"limit":100,"paged":false,"route":"/v1/billing/entries","rows":2,"to":null},"id":"01a22da4-ab3e-730b-b0a5-c230961831ea","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:16.190970Z","request_id":"req_01a22da4ab34d3880c154f5b20f3904c","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-ab71-7752-b1e3-d8c9260c0e8b', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:16.241769+00', 'run.read', 'allowed', '', 'api_key', 'c9227051-776c-4fb1-b9e1-21860df465da', 'organization', 'o_hxPfL6tnQWw8YjF9', 'req_01a22da4ab6a9da6b282312855fbcb9d', '{"action":"run.read","actor_id":"c9227051-776c-4fb1-b9e1-21860df465da","actor_kind":"api_key","changes":{},"commitments":{"personal":"574346d429baa9474a12657ce74f70a8b518e9bbbc7404a2d8e980450016871b","texts":"54ed8198b0c68a5ae3093a117c0eab209af10fed90f1625231f0db56b580f48d"},"details":{"route":"/v1/runs/{run_id}","rows":1},"id":"01a22da4-ab71-7752-b1e3-d8c9260c0e8b","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T18:08:16.241769Z","request_id":"req_01a22da4ab6a9da6b282312855fbcb9d","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-aba8-797d-8738-9c2c2b43e9c6', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:16.297722+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', '148cb654-0deb-4368-82e5-6e9fe644287b', 'organization', 'o_ek0RTnSpGeXfht6E', 'req_01a22da4aba1b65445fe0335e5618b68', '{"action":"billing.usage.read","actor_id":"148cb654-0deb-4368-82e5-6e9fe644287b","actor_kind":"api_key","changes":{},"commitments":{"personal":"f27d3ddbbe2bb0422495f1d2698dc915e247d3d36fd94cd43a6e82df90e694b9"},"details":{"route":"/v1/billing/usage"},"id":"01a22da4-aba8-797d-8738-9c2c2b43e9c6","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T18:08:16.297722Z","request_id":"req_01a22da4aba1b65445fe0335e5618b68","target_id":"o_ek0RTnSpGeXfht6E","target_kind":"organization","version":2}'),
	('01a22da4-abde-7eae-9199-a51053445e18', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:16.351567+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', '148cb654-0deb-4368-82e5-6e9fe644287b', 'organization', 'o_ek0RTnSpGeXfht6E', 'req_01a22da4abda5e1fdc57c5ee71b29be6', '{"action":"billing.usage.read","actor_id":"148cb654-0deb-4368-82e5-6e9fe644287b","actor_kind":"api_key","changes":{},"commitments":{"personal":"ddaa66804a9819426bf9a4a3533e116f81ae15bc0b8d53a0006259a98c655e49"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22da4-abde-7eae-9199-a51053445e18","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T18:08:16.351567Z","request_id":"req_01a22da4abda5e1fdc57c5ee71b29be6","target_id":"o_ek0RTnSpGeXfht6E","target_kind":"organization","version":2}'),
	('01a22da4-ac11-7a3a-852f-e5cde44fac67', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:16.402598+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', '148cb654-0deb-4368-82e5-6e9fe644287b', 'organization', 'o_ek0RTnSpGeXfht6E', 'req_01a22da4ac0ba8d0283ff4bd6bf29eb3', '{"action":"billing.usage.read","actor_id":"148cb654-0deb-4368-82e5-6e9fe644287b","actor_kind":"api_key","changes":{},"commitments":{"personal":"93c72efb9f2219dc42b00be2d937f0996eb4b9d6acf932298b13fa0a760ab4b9"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22da4-ac11-7a3a-852f-e5cde44fac67","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T18:08:16.402598Z","request_id":"req_01a22da4ac0ba8d0283ff4bd6bf29eb3","target_id":"o_ek0RTnSpGeXfht6E","target_kind":"organization","version":2}'),
	('01a22da4-ac49-7f59-a084-84ac9df01d61', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:16.458798+00', 'billing.entries.read', 'denied', 'org_opt_in_required', 'api_key', '148cb654-0deb-4368-82e5-6e9fe644287b', 'organization', 'o_ek0RTnSpGeXfht6E', 'req_01a22da4ac43ac2b3c155170f320a819', '{"action":"billing.entries.read","actor_id":"148cb654-0deb-4368-82e5-6e9fe644287b","actor_kind":"api_key","changes":{},"commitments":{"personal":"1b7c1707f7de08a1c1f4a757932ee7ddf374a15b2e5b04186755a174cd17d4ff"},"details":{"route":"/v1/billing/entries"},"id":"01a22da4-ac49-7f59-a084-84ac9df01d61","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T18:08:16.458798Z","request_id":"req_01a22da4ac43ac2b3c155170f320a819","target_id":"o_ek0RTnSpGeXfht6E","target_kind":"organization","version":2}'),
	('01a22da4-ac80-7b4d-91d9-4220b39664da', 'o_ek0RTnSpGeXfht6E', '2026-11-30 18:08:16.513223+00', 'run.read', 'denied', 'not_found', 'api_key', '148cb654-0deb-4368-82e5-6e9fe644287b', 'organization', 'o_ek0RTnSpGeXfht6E', 'req_01a22da4ac779ea77c8e6e1f0989d1fc', '{"action":"run.read","actor_id":"148cb654-0deb-4368-82e5-6e9fe644287b","actor_kind":"api_key","changes":{},"commitments":{"personal":"4ad4192b987299ead3140d634fcce887e6e27b6a0f946017f8fde5968504fe59","texts":"911117905b2b425929a8a01904314258d475009486f66a211c87a2c23fa59940"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22da4-ac80-7b4d-91d9-4220b39664da","organization_id":"o_ek0RTnSpGeXfht6E","outcome":"denied","reason_code":"not_found","recorded_at":"2026-11-30T18:08:16.513223Z","request_id":"req_01a22da4ac779ea77c8e6e1f0989d1fc","target_id":"o_ek0RTnSpGeXfht6E","target_kind":"organization","version":2}'),
	('01a22da4-acb2-79da-b22f-be6ee61e0fc2', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:16.563768+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', 'a5c3e13b-520b-4ba1-89c6-c41f228b25a1', 'organization', 'o_hxPfL6tnQWw8YjF9', 'req_01a22da4acac47a71b725887fd0715e8', '{"action":"billing.usage.read","actor_id":"a5c3e13b-520b-4ba1-89c6-c41f228b25a1","actor_kind":"api_key","changes":{},"commitments":{"personal":"0aa28e0317ed92990f364e801a1ff87b2eab6c196c14e4a55939ac999959a003"},"details":{"route":"/v1/billing/usage"},"id":"01a22da4-acb2-79da-b22f-be6ee61e0fc2","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T18:08:16.563768Z","request_id":"req_01a22da4acac47a71b725887fd0715e8","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-ace3-7c5c-92a0-1e0a961c34ef', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:16.613165+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', 'a5c3e13b-520b-4ba1-89c6-c41f228b25a1', 'organization', 'o_hxPfL6tnQWw8YjF9', 'req_01a22da4acdf9ffb4fbf8453e967fd19', '{"action":"billing.usage.read","actor_id":"a5c3e13b-520b-4ba1-89c6-c41f228b25a1","actor_kind":"api_key","changes":{},"commitments":{"personal":"a63f3256ef17e9cbcbcc3ea5c659164af405c09f3b350a4625eb0390ff65ccad"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22da4-ace3-7c5c-92a0-1e0a961c34ef","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T18:08:16.613165Z","request_id":"req_01a22da4acdf9ffb4fbf8453e967fd19","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-ad1b-725f-8127-64529dac2b77', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:16.667672+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', 'a5c3e13b-520b-4ba1-89c6-c41f228b25a1', 'organization', 'o_hxPfL6tnQWw8YjF9', 'req_01a22da4ad150fe140b71e6f789423c0', '{"action":"billing.usage.read","actor_id":"a5c3e13b-520b-4ba1-89c6-c41f228b25a1","actor_kind":"api_key","changes":{},"commitments":{"personal":"187bb73bf2d8a6efa8acb3e243ddd6c29bee6cc80abd3ca600f879c3558cc6cc"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22da4-ad1b-725f-8127-64529dac2b77","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T18:08:16.667672Z","request_id":"req_01a22da4ad150fe140b71e6f789423c0","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-ae47-7466-9d83-c4a46e1bb016', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:16.9682+00', 'billing.entries.read', 'denied', 'key_revoked', 'api_key', 'a5c3e13b-520b-4ba1-89c6-c41f228b25a1', 'organization', 'o_hxPfL6tnQWw8YjF9', 'req_01a22da4ae42b272a6855c8dfa54e57a', '{"action":"billing.entries.read","actor_id":"a5c3e13b-520b-4ba1-89c6-c41f228b25a1","actor_kind":"api_key","changes":{},"commitments":{"personal":"7526b4fafec0f75adae0ca91d344413d9f25b0f84d748c4585c608ce779a3c90"},"details":{"route":"/v1/billing/entries"},"id":"01a22da4-ae47-7466-9d83-c4a46e1bb016","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T18:08:16.968200Z","request_id":"req_01a22da4ae42b272a6855c8dfa54e57a","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}'),
	('01a22da4-ae79-7982-9281-a4066ededdd8', 'o_hxPfL6tnQWw8YjF9', '2026-11-30 18:08:17.018307+00', 'run.read', 'denied', 'key_revoked', 'api_key', 'a5c3e13b-520b-4ba1-89c6-c41f228b25a1', 'organization', 'o_hxPfL6tnQWw8YjF9', 'req_01a22da4ae75c329dcb2fac867d33926', '{"action":"run.read","actor_id":"a5c3e13b-520b-4ba1-89c6-c41f228b25a1","actor_kind":"api_key","changes":{},"commitments":{"personal":"b8559b5d331cc9668566b4530614e8c6c29ea096113f3c4319c31e330ea4b17e","texts":"cdc0f605034beeec348c60d6ec24430c3768a92a0bbed52d373867542dc4e104"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22da4-ae79-7982-9281-a4066ededdd8","organization_id":"o_hxPfL6tnQWw8YjF9","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T18:08:17.018307Z","request_id":"req_01a22da4ae75c329dcb2fac867d33926","target_id":"o_hxPfL6tnQWw8YjF9","target_kind":"organization","version":2}');

INSERT INTO public.billing_audit_leaf (log, place, event_id, hash) VALUES
	('o_ek0RTnSpGeXfht6E', 0, '01a22da4-a642-7754-a01c-2c4a85bb58ae', '\x99b44802a9ae3bf1f94082821e93cf7f6952bc918e03ff7abdd05ccf5143d9f3'),
	('o_ek0RTnSpGeXfht6E', 1, '01a22da4-a64a-73a2-935e-af8aaad67ff3', '\xcb84895e8a6abae0c0b78fe7f5f5556491fe6adca588fb33b3559acd04c898da'),
	('o_ek0RTnSpGeXfht6E', 2, '01a22da4-a7b3-71af-8644-a40af937107b', '\xf32320b92fa10f5bf8a5987374b16f0d49bd1f36900dea68a27648ef099d6307'),
	('o_ek0RTnSpGeXfht6E', 3, '01a22da4-a7c7-7d5a-b9d0-e27f70af10ab', '\x6ef579c50380df6a839b2f7c001677addfe45400798d07214fe00379aa6023c0'),
	('o_ek0RTnSpGeXfht6E', 4, '01a22da4-a7db-75a1-b1f0-54fa39b5545a', '\xf1666a694585f82a851762eef6393042f64e6029e227ad9bd967877c39ce4947'),
	('o_ek0RTnSpGeXfht6E', 5, '01a22da4-a7ef-740d-9ee0-3882654164d4', '\x3d978bd6c626e4ce579e3a796f08e67033ce375c3c3633a4154905cd528f446e'),
	('o_ek0RTnSpGeXfht6E', 6, '01a22da4-a7f7-79c1-ab05-1239c65e2cfe', '\xb30f6390fa17e067f0f9f7888a06e8b4d0597fbc8c9f95bd4c4b39be2d42e157'),
	('o_ek0RTnSpGeXfht6E', 7, '01a22da4-a807-7e15-b48a-c7f3350e38fe', '\x3f0081e4cefc4903aece0939816e39f835c4bb87ec826ce874ff9128d2b4b084'),
	('o_ek0RTnSpGeXfht6E', 8, '01a22da4-a82e-7d2d-be62-8fcfdd5921b7', '\x4d53847a6cb4a13180f67ce1400839249d533d7d6b30582dc44238cf0d2969c4'),
	('o_ek0RTnSpGeXfht6E', 9, '01a22da4-a87b-72d1-9e60-3ed3473db3e2', '\xee3f1c7f6fb9270c52678df721a65ecd47835c8292ae4ffe3f6716659a44077d'),
	('o_ek0RTnSpGeXfht6E', 10, '01a22da4-a8a1-79a1-9feb-284b182b5009', '\x1377f18763fa084353ce94ef992424050b2fca08a383ddd4acf1699ee332be04'),
	('o_ek0RTnSpGeXfht6E', 11, '01a22da4-a8a5-7bd2-bc9f-f4a380d085b0', '\x256e66e3a9b3e1e41a2e8a042d5a4d0496d7de2606d7b0b0fc087f83b0c3041e'),
	('o_ek0RTnSpGeXfht6E', 12, '01a22da4-a8df-70a5-a07f-bd6b7351166c', '\xa084713577b3f78cc880d697762c2889b4ae4416b1231008d868aa4a6f23bca9'),
	('o_ek0RTnSpGeXfht6E', 13, '01a22da4-aba8-797d-8738-9c2c2b43e9c6', '\x1b73ef2d9b8211667956c32a4e7c9913dfaefa4ccf73601b5399851a873888f4'),
	('o_ek0RTnSpGeXfht6E', 14, '01a22da4-abde-7eae-9199-a51053445e18', '\x65384176263cf1b6db77b2b12cbe84d2e73eb5738531f1c906707e9398a5b1b7'),
	('o_ek0RTnSpGeXfht6E', 15, '01a22da4-ac11-7a3a-852f-e5cde44fac67', '\x75fd9af6853d677555dee8a26e07dd5b158090c1c62704ad5f37e61f7c4f86ba'),
	('o_ek0RTnSpGeXfht6E', 16, '01a22da4-ac49-7f59-a084-84ac9df01d61', '\x30ca17bb3b8bd27b4f5e5ff036578e1e89ce1e7d36cc7298b92dc6675ed6cb0e'),
	('o_ek0RTnSpGeXfht6E', 17, '01a22da4-ac80-7b4d-91d9-4220b39664da', '\xcf0a0a3cf4db7058c19e801ee24d33e8356686dd38411cb1da8acf0b0da8b84b'),
	('o_hxPfL6tnQWw8YjF9', 0, '01a22da4-a447-7bb9-b181-afe4b9d36a27', '\x55d98015b1ffb3ea9eea1119e77183eb1d92ccf69e42eb9218e88e520675f759'),
	('o_hxPfL6tnQWw8YjF9', 1, '01a22da4-a455-7348-ac2e-ee3206289b40', '\x11db4639d64b655891e28a4044df90b8e7d1a593492b41639a6b8700a93d6975'),
	('o_hxPfL6tnQWw8YjF9', 2, '01a22da4-a5a0-7fc4-95c1-73f29580f6c9', '\xc09ea66b73202a1d5d63bb7db98da9e820d199f66fa36375676aae718e12ae2f'),
	('o_hxPfL6tnQWw8YjF9', 3, '01a22da4-a5bb-77cc-ac0f-9fbbf3ebd0f9', '\x948f655c20354e97dae695155d69cce98089da23bec6fa333c5bd7cf4aab39e3'),
	('o_hxPfL6tnQWw8YjF9', 4, '01a22da4-a5d1-7a9d-a83c-da42fa563754', '\xc0f0296ab2774b5f2bbff704f0ab67d0c778ab3767ebab877770f8af2a4923bf'),
	('o_hxPfL6tnQWw8YjF9', 5, '01a22da4-a5e8-7c9b-909f-40aecbf51e80', '\x0ab4cecdb1309739d89bc019784f9dcd51bfc9cd19d5f11c0e839f48accc679f'),
	('o_hxPfL6tnQWw8YjF9', 6, '01a22da4-a5f4-70c1-b21d-8a7fb43ed75f', '\x0fddfa76327254731f248102bb212de53eae0649e4f406047d7dbd9e7ceeea4a'),
	('o_hxPfL6tnQWw8YjF9', 7, '01a22da4-a60a-7d77-bac6-3aa97f174981', '\xb7d1cfb7b58e482f63bc222f1c2a1ed8fc98c6c9f8651676c6e8377a030a1f14'),
	('o_hxPfL6tnQWw8YjF9', 8, '01a22da4-a628-7dee-921e-6c6f7c7c42d5', '\x2d4a25ada6e16797b6beafd4b281881af92dbe392d9c02264be106a2de306027'),
	('o_hxPfL6tnQWw8YjF9', 9, '01a22da4-a87b-7117-a86d-e543ba7d0a76', '\xfe8cd6f4666a652044cba0076302f01a7fc6d07cdd14687291316d25c14e597e'),
	('o_hxPfL6tnQWw8YjF9', 10, '01a22da4-a894-7d4a-ba88-f6e1173c7151', '\x83daa4a11969535f192ea2fb2f401ed588f2c45cd9467424a3c0cd72d37a44cc'),
	('o_hxPfL6tnQWw8YjF9', 11, '01a22da4-a89a-7c49-a827-819f72cc7cb1', '\xafeba3d1ba49ea553736d382abdc23046528873c39f03ffc75f3f3b37ca7ebf6'),
	('o_hxPfL6tnQWw8YjF9', 12, '01a22da4-a8b8-76ca-837f-ebfae4f6848c', '\x4085cccdbfc3e4015c48f2e108ff4fc1f954f0db38a8cf54d1458d25735c6b43'),
	('o_hxPfL6tnQWw8YjF9', 13, '01a22da4-a8c0-7c63-bf1d-a4ad83ecd0d2', '\xf9e0fc7651566fca067cb7df30d679191552a97d9383bd198d8ceb4cee24b11d'),
	('o_hxPfL6tnQWw8YjF9', 14, '01a22da4-a8ca-79d0-a237-f8ab3b3f7227', '\xc2e1ad5512227dfd145a2e0d0869b9df5c9c0808f649179ff4527054373fa2bd'),
	('o_hxPfL6tnQWw8YjF9', 15, '01a22da4-a8ce-7644-9285-410db5ffe8e8', '\x728da885bfe727ce7904627b132ca003474055d5083d55d54fc8df9cbcb04eeb'),
	('o_hxPfL6tnQWw8YjF9', 16, '01a22da4-a8d8-7949-9b54-0816861eb78e', '\xb48f7926d4178eeacb02145ad62871887cc356658ee6c49446a561e9acbc90f8'),
	('o_hxPfL6tnQWw8YjF9', 17, '01a22da4-a8e4-78ef-9486-16fec4e6c483', '\x7b17880fae8420fcc5a3dfc8800545368d0c862a4b0dbfd1d1fe166d126c7860'),
	('o_hxPfL6tnQWw8YjF9', 18, '01a22da4-a8ec-7cd0-ba58-9eb0e0ea821e', '\xc966a2bb16051179c0940113cfd401084b74bc71b1d60749662582254bea7c75'),
	('o_hxPfL6tnQWw8YjF9', 19, '01a22da4-a98f-77b6-8acd-a97faa09deb9', '\x7cab74351adf2111cbc2dcbbdc4fca4689fa37c637b4a3da699a53a11d313a59'),
	('o_hxPfL6tnQWw8YjF9', 20, '01a22da4-aaca-7825-889f-0ebac52f9ff6', '\x4e504abd0486f725c1871ab7f64e9dc353a2092f26a7ebbcd3ebe613a3fbdb9f'),
	('o_hxPfL6tnQWw8YjF9', 21, '01a22da4-ab05-77ef-940f-71987d610d47', '\xf178a330a2000d0cae0123327905c7ccec42a70a6a377e5fe91ce6fc44db80d7'),
	('o_hxPfL6tnQWw8YjF9', 22, '01a22da4-ab3e-730b-b0a5-c230961831ea', '\x28ac1b07fb984ebe8f6b361844a10d9cbe04c17b934badd0115e96ac35a7aa42'),
	('o_hxPfL6tnQWw8YjF9', 23, '01a22da4-ab71-7752-b1e3-d8c9260c0e8b', '\x57e986b5ed00629f8fb61fa0a7cb2e031747e6f77fdf5dc44c99d95bfb0cc326'),
	('o_hxPfL6tnQWw8YjF9', 24, '01a22da4-acb2-79da-b22f-be6ee61e0fc2', '\x1c104bea8be8fb2c1b67a9dda932f714a1c9ddc837f1b437b3d0c06b93c0cefc'),
	('o_hxPfL6tnQWw8YjF9', 25, '01a22da4-ace3-7c5c-92a0-1e0a961c34ef', '\x816940db8d3097bea7cb986176646520fc86fe0ac22f3d31bb146cd16103b9d3'),
	('o_hxPfL6tnQWw8YjF9', 26, '01a22da4-ad1b-725f-8127-64529dac2b77', '\x7ff90c4f3f41672638ee85a62d97f7ad4e18a99b5e1500c0bcf1fb14f2179d36'),
	('o_hxPfL6tnQWw8YjF9', 27, '01a22da4-ae47-7466-9d83-c4a46e1bb016', '\x238bbd29eabf60e601208b429127d20f3b9c68398e7a3b096e27276ad6617a6d'),
	('o_hxPfL6tnQWw8YjF9', 28, '01a22da4-ae79-7982-9281-a4066ededdd8', '\xc24f6a5f3ae9fd42f8487aae18d4ef295d39ba7390d63e01a7ef90decd9ebc31'),
	('platform', 0, '01a22da4-a2e3-7b3a-92af-7cc0c092acab', '\x74159d85ce0002fefa0144de1495179a3be2cf28a37999a3070c2d198b952247'),
	('platform', 1, '01a22da4-a419-7050-86c8-58d896d9d46d', '\x952ce8c2c824a6f50e6e8cdf3fde0edfbd11b340b67960dcecbf53d00489b061'),
	('platform', 2, '01a22da4-a432-7536-97d3-a04701858ac9', '\x426ef7b114df1133986fed91af35058bfb353730f1c3d345b4a52fc05e169dfe'),
	('platform', 3, '01a22da4-a58c-7810-b240-40c0c9e2fbec', '\x441c0a7044f4dc8911e949905c801313392d1eb29f13f3091947ddd5cb38bc2a'),
	('platform', 4, '01a22da4-a5af-7bb8-9bb9-eb157c9607b3', '\x4e228d7b1728c6819ace0326a5ceba93666b5e1b7127c989ea53fab741f422cf'),
	('platform', 5, '01a22da4-a5c6-7031-9a27-34fe0496e09e', '\x3173b0cee8d469992ff11be771383d47f5ddb1db1f3771bbbebf3083d9c2cec1'),
	('platform', 6, '01a22da4-a5df-7710-91c8-9f7f83943c9e', '\x6d5daf3ed287c222758827001458bf82c513e8f1813ab56141c0fecbb9f41d43'),
	('platform', 7, '01a22da4-a637-72e6-ad5a-447f23120337', '\xcb1c9a069568552ed4b5405e3cc7042fd3d6f422219ff87e365e4ea99057ffa9'),
	('platform', 8, '01a22da4-a799-7de9-a390-2994068787ff', '\xb918961f6f5b11a335d40cdeffaa711e0c69ede27845db67f3dc63fc92f34648'),
	('platform', 9, '01a22da4-a7c0-75f3-bb32-66ab1cef95d0', '\x0540af33b3d009def4a6ee263c1f3e3bfca27e21ff04d0cd9f192c1337b16505'),
	('platform', 10, '01a22da4-a7d1-758e-963f-f9d1a7f77af5', '\x4735caf3c2a09b8c0a9cf2a54923bc254dda1a43551c1cc481030241ba0efdb6'),
	('platform', 11, '01a22da4-a7e6-75ef-b774-e614abec0d69', '\xacaed38667279722aa74b0a860531121443dd33291c43bb3f2ad7602a2a00d94');

INSERT INTO public.billing_audit_part (event_id, kind, organization_id, salt, data, erased_by) VALUES
	('01a22da4-a2e3-7b3a-92af-7cc0c092acab', 'personal', NULL, '\xd4d0a3720d3415440ef6eeb8f7c11d7b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22da4-a419-7050-86c8-58d896d9d46d', 'personal', NULL, '\x90029d2ed1ea33e632ea3d4a6412932b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22da4-a432-7536-97d3-a04701858ac9', 'personal', NULL, '\x26604d58ecba47baec9d80589521dc4f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22da4-a447-7bb9-b181-afe4b9d36a27', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x5f6e7ed3a6345ea6c3284c8725256469', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-a447-7bb9-b181-afe4b9d36a27', 'texts', 'o_hxPfL6tnQWw8YjF9', '\xf7e62ef636350558a2703b6d1c5145ed', '{"changes": {"name": [null, "Acme Robotics"], "slug": [null, "acme-robotics"], "external_id": [null, null]}}', NULL),
	('01a22da4-a455-7348-ac2e-ee3206289b40', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x59113b985c107b7abd2348ec986e852e', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22da4-a58c-7810-b240-40c0c9e2fbec', 'personal', NULL, '\x5f753c401e17fc742ec9a24ef2bea7d1', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22da4-a5a0-7fc4-95c1-73f29580f6c9', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x878062af5d324e8f67590cae541a7465', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22da4-a5af-7bb8-9bb9-eb157c9607b3', 'personal', NULL, '\x97221b5122a93d71d7c1f89b75f49798', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22da4-a5bb-77cc-ac0f-9fbbf3ebd0f9', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x836d2af4359a6dc27e48165234e2836b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22da4-a5c6-7031-9a27-34fe0496e09e', 'personal', NULL, '\x6917455cb2e2e235f2f5ec3208c03be8', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22da4-a5d1-7a9d-a83c-da42fa563754', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x4ece15e0d8c165fd12fc3ea2b8907449', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22da4-a5df-7710-91c8-9f7f83943c9e', 'personal', NULL, '\x16f43b36e3303fe8629bd7c292475cb8', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22da4-a5e8-7c9b-909f-40aecbf51e80', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x03c66898173ce36a6025c7a37ffcf25d', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22da4-a5f4-70c1-b21d-8a7fb43ed75f', 'personal', 'o_hxPfL6tnQWw8YjF9', '\xc95debe901c38a56c86abdb9bb75ea8f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-a5f4-70c1-b21d-8a7fb43ed75f', 'texts', 'o_hxPfL6tnQWw8YjF9', '\xe6e8171d42d7c5c66ecbb66ba71ef341', '{"changes": {"billing_tier": [null, "pro"]}}', NULL),
	('01a22da4-a5f4-70c1-b21d-8a7fb43ed75f', 'figures', 'o_hxPfL6tnQWw8YjF9', '\x90af3696ae2b76d20e8cb2b8d200d620', '{"changes": {"low_balance_threshold_usd": [null, "500.00"]}}', NULL),
	('01a22da4-a60a-7d77-bac6-3aa97f174981', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x38e79292fe12672e4e8d8183bcf1b528', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-a60a-7d77-bac6-3aa97f174981', 'texts', 'o_hxPfL6tnQWw8YjF9', '\x4b6f674a139fbf97d593bf888a1c9e0c', '{"details": {"tag": "session"}}', NULL),
	('01a22da4-a628-7dee-921e-6c6f7c7c42d5', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x440f0df019af0a4294f1b2ce6abc1314', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-a628-7dee-921e-6c6f7c7c42d5', 'texts', 'o_hxPfL6tnQWw8YjF9', '\x1dc9b8be4a843dc9397d23b1a492340d', '{"details": {"reason": "Demo"}}', NULL),
	('01a22da4-a637-72e6-ad5a-447f23120337', 'personal', NULL, '\x2cbf73103c79ec37fa345394299cad50', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22da4-a642-7754-a01c-2c4a85bb58ae', 'personal', 'o_ek0RTnSpGeXfht6E', '\x5cd93cfc0d893d0bfd8ac8dc4e8b3f27', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22da4-a642-7754-a01c-2c4a85bb58ae', 'texts', 'o_ek0RTnSpGeXfht6E', '\xf04b9cc51d5fb2bd3858d1ce1d326701', '{"changes": {"name": [null, "Borealis Labs"], "slug": [null, "borealis-labs"], "external_id": [null, null]}}', NULL),
	('01a22da4-a64a-73a2-935e-af8aaad67ff3', 'personal', 'o_ek0RTnSpGeXfht6E', '\x334e0a5fe77332b6e3daa70998381022', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22da4-a799-7de9-a390-2994068787ff', 'personal', NULL, '\x62b9ed940bfd9b838f115d238ffd8dab', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22da4-a7b3-71af-8644-a40af937107b', 'personal', 'o_ek0RTnSpGeXfht6E', '\x41c446cc60f43521b20fa40c2dbc6d5d', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22da4-a7c0-75f3-bb32-66ab1cef95d0', 'personal', NULL, '\x2c9cdef5b346c1cfba7f5122d20ce9ba', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22da4-a7c7-7d5a-b9d0-e27f70af10ab', 'personal', 'o_ek0RTnSpGeXfht6E', '\x80f89c32a7ea2ae953f792d5b6c094c7', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22da4-a7d1-758e-963f-f9d1a7f77af5', 'personal', NULL, '\xcb203c66c71e8b18985535843328febf', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22da4-a7db-75a1-b1f0-54fa39b5545a', 'personal', 'o_ek0RTnSpGeXfht6E', '\xf7bfcfc4f07176b89f9880520b712983', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22da4-a7e6-75ef-b774-e614abec0d69', 'personal', NULL, '\x374abdf703a83038bca0fd0c7c8b663c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22da4-a7ef-740d-9ee0-3882654164d4', 'personal', 'o_ek0RTnSpGeXfht6E', '\x73ae13850b6bb5b47c28e1c211d7f398', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22da4-a7f7-79c1-ab05-1239c65e2cfe', 'personal', 'o_ek0RTnSpGeXfht6E', '\xc39030e6cb0a6ea2a464f7b30684a20a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22da4-a7f7-79c1-ab05-1239c65e2cfe', 'texts', 'o_ek0RTnSpGeXfht6E', '\xfe82c454aecef871e5d1c1d893a92615', '{"changes": {"billing_tier": [null, "team"]}}', NULL),
	('01a22da4-a7f7-79c1-ab05-1239c65e2cfe', 'figures', 'o_ek0RTnSpGeXfht6E', '\x6414ddaf126b0c6b588e87197f5d043e', '{"changes": {"low_balance_threshold_usd": [null, "100.00"]}}', NULL),
	('01a22da4-a807-7e15-b48a-c7f3350e38fe', 'personal', 'o_ek0RTnSpGeXfht6E', '\xa40b1a281242d7906ac623a360efd89d', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22da4-a807-7e15-b48a-c7f3350e38fe', 'texts', 'o_ek0RTnSpGeXfht6E', '\xf06018c28e8aaf911fc707d3ddce5f3b', '{"details": {"tag": "session"}}', NULL),
	('01a22da4-a82e-7d2d-be62-8fcfdd5921b7', 'personal', 'o_ek0RTnSpGeXfht6E', '\x080cfe3e804c3e616d59505a723dbfb1', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "new-auditor@borealis-labs.example"}', NULL),
	('01a22da4-a87b-7117-a86d-e543ba7d0a76', 'personal', 'o_hxPfL6tnQWw8YjF9', '\xb380ad65225e3dc2d3b34e56350e1d7d', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22da4-ae47-7466-9d83-c4a46e1bb016', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x5b44605715d1d29f8769ab6cbe5eed75', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-a87b-7117-a86d-e543ba7d0a76', 'figures', 'o_hxPfL6tnQWw8YjF9', '\xcc94c300d363e8e93d40155142338e47', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "45.02205"}}', NULL),
	('01a22da4-a87b-72d1-9e60-3ed3473db3e2', 'personal', 'o_ek0RTnSpGeXfht6E', '\xcc7a0e1bbaac30249d2356325219b86f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22da4-a87b-72d1-9e60-3ed3473db3e2', 'figures', 'o_ek0RTnSpGeXfht6E', '\x6d2fd0e9026e26d1634930a6722c4010', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "36.01824"}}', NULL),
	('01a22da4-a894-7d4a-ba88-f6e1173c7151', 'personal', 'o_hxPfL6tnQWw8YjF9', '\xa0ea9731295b00b85a5698698da93e9f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-a894-7d4a-ba88-f6e1173c7151', 'texts', 'o_hxPfL6tnQWw8YjF9', '\xd22b0d7b448948d80fed4222c4346765', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22da4-a894-7d4a-ba88-f6e1173c7151', 'figures', 'o_hxPfL6tnQWw8YjF9', '\x343d29ff8a0d88e3484e3f74d250e693', '{"details": {"amount_usd": "15000.00"}}', NULL),
	('01a22da4-a89a-7c49-a827-819f72cc7cb1', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x0ebb44b3ec2796c2959269e743aaca39', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-a8a1-79a1-9feb-284b182b5009', 'personal', 'o_ek0RTnSpGeXfht6E', '\xe1407f6f841dcbf6e4f04184f79e19e9', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22da4-a8a1-79a1-9feb-284b182b5009', 'texts', 'o_ek0RTnSpGeXfht6E', '\x0a109bae12ff38e87daf49540d39c3f6', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22da4-a8a1-79a1-9feb-284b182b5009', 'figures', 'o_ek0RTnSpGeXfht6E', '\x72b980eb243feb46565ba88fbe21da95', '{"details": {"amount_usd": "11750.00"}}', NULL),
	('01a22da4-a8a5-7bd2-bc9f-f4a380d085b0', 'personal', 'o_ek0RTnSpGeXfht6E', '\x1a44e869e1f7395174b0de2b2fa2c355', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22da4-a8b8-76ca-837f-ebfae4f6848c', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x6eccc1dfaeb1c72dd9162a731e0514d0', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-a8b8-76ca-837f-ebfae4f6848c', 'texts', 'o_hxPfL6tnQWw8YjF9', '\x336f324f0a126d4d7653a2fb9e63cb7f', '{"details": {"run_id": "run-002", "reference": "credit-1"}}', NULL),
	('01a22da4-a8b8-76ca-837f-ebfae4f6848c', 'figures', 'o_hxPfL6tnQWw8YjF9', '\xd6a383e200985e8900545d03b09ba4a9', '{"details": {"amount_usd": "0.01"}}', NULL),
	('01a22da4-a8c0-7c63-bf1d-a4ad83ecd0d2', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x80c8edb51674ccbaf94000187ceadae5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-a8c0-7c63-bf1d-a4ad83ecd0d2', 'texts', 'o_hxPfL6tnQWw8YjF9', '\xc52ad0dbe025042e1cb3083fb4235eb0', '{"details": {"reason": "Fed by mistake"}}', NULL),
	('01a22da4-a8c0-7c63-bf1d-a4ad83ecd0d2', 'figures', 'o_hxPfL6tnQWw8YjF9', '\x9a810d22a34316092e20c2adc1ad894e', '{"details": {"run_ids": ["run-004"], "run_count": 1, "total_cost_usd": "5.00047"}}', NULL),
	('01a22da4-a8ca-79d0-a237-f8ab3b3f7227', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x04f41044ec983fff6de6a2c30215d5c4', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-a8ca-79d0-a237-f8ab3b3f7227', 'texts', 'o_hxPfL6tnQWw8YjF9', '\x363f005b3f1db1e6dd61ce1585a643a7', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22da4-a8ca-79d0-a237-f8ab3b3f7227', 'figures', 'o_hxPfL6tnQWw8YjF9', '\xa7ab6e5e8c8cbeaafb46e3331b3a3658', '{"details": {"amount_usd": "1.24736"}}', NULL),
	('01a22da4-a8ce-7644-9285-410db5ffe8e8', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x6412b3594d6cdd4b7bc099bae99fd758', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-a8ce-7644-9285-410db5ffe8e8', 'texts', 'o_hxPfL6tnQWw8YjF9', '\x22b1798384f84ff71fee71098f56affc', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22da4-a8ce-7644-9285-410db5ffe8e8', 'figures', 'o_hxPfL6tnQWw8YjF9', '\x330e57f3018bc8e23985f6235de57032', '{"details": {"balance_usd": "14980.25", "difference_usd": "1.24736"}}', NULL),
	('01a22da4-a8d8-7949-9b54-0816861eb78e', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x7eed9a29df2b823689a1f8dff5fc4bf2', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22da4-a8df-70a5-a07f-bd6b7351166c', 'personal', 'o_ek0RTnSpGeXfht6E', '\xa566601e33028ebfcad951e631e7913c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22da4-a8e4-78ef-9486-16fec4e6c483', 'personal', 'o_hxPfL6tnQWw8YjF9', '\xfbd24918b313127dfe248c726907102d', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22da4-a8ec-7cd0-ba58-9eb0e0ea821e', 'personal', 'o_hxPfL6tnQWw8YjF9', '\xbee1497770db21e5573121298c2a1a98', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22da4-a8ec-7cd0-ba58-9eb0e0ea821e', 'texts', 'o_hxPfL6tnQWw8YjF9', '\x901ca84e85ce49ea805a934ea34e77cf', '{"details": {"reason": "Kept as a revoked one"}}', NULL),
	('01a22da4-a98f-77b6-8acd-a97faa09deb9', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x08131a440181596bb62173ef7ed86dfb', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-aaca-7825-889f-0ebac52f9ff6', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x67d8cb32ed9e9f5c264aac4b24ce5e27', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-aaca-7825-889f-0ebac52f9ff6', 'texts', 'o_hxPfL6tnQWw8YjF9', '\x5a6c973346f6822f459f946ef6d0f4e3', '{"details": {"group_by": ["tag:session"]}}', NULL),
	('01a22da4-ab05-77ef-940f-71987d610d47', 'personal', 'o_hxPfL6tnQWw8YjF9', '\xb13c0837e29731c5d16a08c083b50828', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-ab3e-730b-b0a5-c230961831ea', 'personal', 'o_hxPfL6tnQWw8YjF9', '\xa5bc1a95fa149726c6884e6a54292dbe', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-ab71-7752-b1e3-d8c9260c0e8b', 'personal', 'o_hxPfL6tnQWw8YjF9', '\xf6d6accfbb60e65717bfbb7b2fd04e95', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-ab71-7752-b1e3-d8c9260c0e8b', 'texts', 'o_hxPfL6tnQWw8YjF9', '\x1f0589ca83775e99eb5d009ea041c680', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22da4-aba8-797d-8738-9c2c2b43e9c6', 'personal', 'o_ek0RTnSpGeXfht6E', '\xf3a8e43f505c8f54680970303df2a0ff', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22da4-abde-7eae-9199-a51053445e18', 'personal', 'o_ek0RTnSpGeXfht6E', '\x55e3f16ec776c9bbbcc593fa017bcff6', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22da4-ac11-7a3a-852f-e5cde44fac67', 'personal', 'o_ek0RTnSpGeXfht6E', '\x7adbadaf5333785c97cc6edc84ee300a', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22da4-ac49-7f59-a084-84ac9df01d61', 'personal', 'o_ek0RTnSpGeXfht6E', '\x397dc4070e313399c557ea2eabca0dc2', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22da4-ac80-7b4d-91d9-4220b39664da', 'personal', 'o_ek0RTnSpGeXfht6E', '\x3908814a03da8ec0baca2ad0b15ed3e8', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22da4-ac80-7b4d-91d9-4220b39664da', 'texts', 'o_ek0RTnSpGeXfht6E', '\xf5a16b8c9c500cbc66d5ee6b54308223', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22da4-acb2-79da-b22f-be6ee61e0fc2', 'personal', 'o_hxPfL6tnQWw8YjF9', '\xe4eb5780a25ef09d0e31b5f47c96133a', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-ace3-7c5c-92a0-1e0a961c34ef', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x280b292ed073db7d33e0226d872a2ef8', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-ad1b-725f-8127-64529dac2b77', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x6d05c18adc997534e4b3aae0187b35d1', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-ae79-7982-9281-a4066ededdd8', 'personal', 'o_hxPfL6tnQWw8YjF9', '\x9ed081150190000a32afbaa2981f0035', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22da4-ae79-7982-9281-a4066ededdd8', 'texts', 'o_hxPfL6tnQWw8YjF9', '\x1ce26b515923ceca41d38d8a3bf8b146', '{"details": {"run_id": "run-002"}}', NULL);

INSERT INTO public.billing_audit_repeat (fingerprint, minute, organization_id, first_event_id, count) VALUES
	('\x2d70ab1ceff55859a1dc97b11881eb8468d41b5e7db4c7d486203ffbafb3b425', '2026-11-30 18:08:00+00', 'o_ek0RTnSpGeXfht6E', '01a22da4-aba8-797d-8738-9c2c2b43e9c6', 1),
	('\xd9f60c8bf8fd57dfff676519ee7d764e8b5167f72ec3713e7dd00bf3eada50ac', '2026-11-30 18:08:00+00', 'o_ek0RTnSpGeXfht6E', '01a22da4-abde-7eae-9199-a51053445e18', 2),
	('\xbfa5b9e4de888799b7e2af930fbecf0ea24c4e9591f9136638860265ef3c8f21', '2026-11-30 18:08:00+00', 'o_ek0RTnSpGeXfht6E', '01a22da4-ac49-7f59-a084-84ac9df01d61', 1),
	('\x09dbdbe5e2c90421f100f574e59b7a979f723416bd09e587031be7260d669aac', '2026-11-30 18:08:00+00', 'o_ek0RTnSpGeXfht6E', '01a22da4-ac80-7b4d-91d9-4220b39664da', 1),
	('\x0f10e43ea58099bfa2d42bc0029a09fa2e99da272944e9717eeefa5476ddb6b1', '2026-11-30 18:08:00+00', 'o_hxPfL6tnQWw8YjF9', '01a22da4-acb2-79da-b22f-be6ee61e0fc2', 1),
	('\x96436ab5ff4b3bb4d0b723fad74312262465344477932512ea75375291b6dcbb', '2026-11-30 18:08:00+00', 'o_hxPfL6tnQWw8YjF9', '01a22da4-ace3-7c5c-92a0-1e0a961c34ef', 2),
	('\x565fc974f6711236581def9af87c4b3ce5c0ebe0f2f498fec232a6a3d179f7f5', '2026-11-30 18:08:00+00', 'o_hxPfL6tnQWw8YjF9', '01a22da4-ae47-7466-9d83-c4a46e1bb016', 1),
	('\x091a4b1ca434db9e0c87e5f125efe1d7b4c92110a0df75d9e331544da283186a', '2026-11-30 18:08:00+00', 'o_hxPfL6tnQWw8YjF9', '01a22da4-ae79-7982-9281-a4066ededdd8', 1);

INSERT INTO public.billing_audit_tree (log, size, edge) VALUES
	('o_ek0RTnSpGeXfht6E', 18, '\xd5f2be98cc896fc1437fe545ec2835538512687bbe0656aa5764fe2253d390b17e31e6039c53a3f9153ce2d933a89ea5cd0b5b926e606fcf3a42327d0e9952de'),
	('o_hxPfL6tnQWw8YjF9', 29, '\xa047f94889a2d5a024b12df6e2afa5c7061795917cab7c276172990a605a0f1207c3525b2d0e139cc6ca76a50a2f1454aa8601885c46824166e016432d3b31225804988bed4582e50fe334291ce497d06e29bb1d10743aa2efdd1b0eeefb49fec24f6a5f3ae9fd42f8487aae18d4ef295d39ba7390d63e01a7ef90decd9ebc31'),
	('platform', 12, '\x8662f5e0494ddcbb413c27ca736cc84bf620f17df3e40f9acee006361f2736d855c987f4d9e3f82982192f4b369159482c5c1113cee6b5d548f30f530a3f3cf1');

INSERT INTO public.billing_balance_entry (id, kind, amount_usd, reference, occurred_at, note, revision, created_at, organization_id) VALUES
	(1, 'top_up', 15000.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 18:08:15.506638+00', 1),
	(2, 'top_up', 11750.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 18:08:15.521395+00', 2),
	(3, 'adjustment', 1.2473600000, 'biller-1', '2026-04-06 00:00:00+00', '', 6, '2026-11-30 18:08:15.562412+00', 1);

INSERT INTO public.billing_batch (id, started_at, finished_at, started_by, file, options, read, inserted, updated, unchanged, repeated, stale, refused, corrected, rounded, unpriced, total_cost_usd, llm_tokens_in, llm_tokens_out, usage_moved_usd, offset_usd, llm_tokens_cached) VALUES
	(1, '2026-11-30 18:08:15.413463+00', '2026-11-30 18:08:15.488554+00', 'system keep_release', '', '{}', 30, 30, 0, 0, 0, 0, 0, 0, 0, 3, 81.0402900000, 30435, 6435, 81.0402900000, 0.0000000000, 435);

INSERT INTO public.billing_orgs_invitation (id, email, role, token_digest, sending, sent_at, expires_at, accepted_at, revoked_at, invited_by_id, organization_id) VALUES
	(1, 'new-auditor@borealis-labs.example', 'auditor', NULL, 1, '2026-11-30 18:08:15.376871+00', '2026-12-07 18:08:15.376871+00', NULL, NULL, NULL, 2);

INSERT INTO public.billing_orgs_invitationsending (id, sent_at, invitation_id, sent_by_id) VALUES
	(1, '2026-11-30 18:08:15.382259+00', 1, NULL);

INSERT INTO public.billing_orgs_membership (id, role, created_at, user_id, organization_id, hold_confirmed_until) VALUES
	(1, 'owner', '2026-11-30 18:08:14.411806+00', 2, 1, NULL),
	(2, 'admin', '2026-11-30 18:08:14.744878+00', 3, 1, NULL),
	(3, 'billing', '2026-11-30 18:08:14.774888+00', 4, 1, NULL),
	(4, 'auditor', '2026-11-30 18:08:14.797847+00', 5, 1, NULL),
	(5, 'member', '2026-11-30 18:08:14.822131+00', 6, 1, NULL),
	(6, 'owner', '2026-11-30 18:08:14.916508+00', 7, 2, NULL),
	(7, 'admin', '2026-11-30 18:08:15.27336+00', 8, 2, NULL),
	(8, 'billing', '2026-11-30 18:08:15.300847+00', 9, 2, NULL),
	(9, 'auditor', '2026-11-30 18:08:15.319131+00', 10, 2, NULL),
	(10, 'member', '2026-11-30 18:08:15.34084+00', 11, 2, NULL);

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
	(1, true, NULL, 1, 'Demo', '2026-11-30 18:08:14.86856+00', 'system', NULL);

INSERT INTO public.billing_reconciliation (id, reference, balance_usd, observed_at, difference_usd, revision, created_at, organization_id) VALUES
	(1, 'biller-1', 14980.2500000000, '2026-04-06 00:00:00+00', 1.2473600000, 6, '2026-11-30 18:08:15.565273+00', 1);

INSERT INTO public.billing_registered_tag (id, key, registered_at, filled_through, ready_at, organization_id) VALUES
	(1, 'session', '2026-11-30 18:08:14.855284+00', NULL, '2026-11-30 18:08:14.854124+00', 1),
	(2, 'session', '2026-11-30 18:08:15.365708+00', NULL, '2026-11-30 18:08:15.364835+00', 2);

INSERT INTO public.billing_revision (revision, token, organization_id) VALUES
	(1, '54e7db3f-0bed-481e-a388-6dc95a820285', 1),
	(1, 'dc755d04-d3d1-4e6b-a0fe-5279e51717e8', 2),
	(2, '7d1b8fd6-59ba-4e68-a67e-0003ad123240', 1),
	(2, '98db4180-83fd-4ac3-a923-2d31631b3cb0', 2),
	(3, '5e79cff9-3049-4186-9f03-0880deab3744', 1),
	(3, '392f98de-c227-4bd8-b749-a2ace0046e6c', 2),
	(4, 'fd27a8ca-a338-4e59-997d-f48d8cf54866', 1),
	(5, '2613b1d9-e43d-490e-bee3-5d65fd6ef3b1', 1),
	(6, 'c9798aa9-557d-4fe5-bd10-6cc71bb97ea7', 1);

INSERT INTO public.billing_run (id, run_id, run_type, status, created_at, modified_at, queued_at, started_at, finished_at, total_cost_usd, unit_price_usd, cost_status, cost_updated_at, llm_tokens_in, llm_tokens_out, tags, first_revision, revision, organization_id, batch_id, llm_tokens_cached, credited_usd, cached_unit_price_usd, cached_units, units) VALUES
	(1, 'run-000', 'workflow_run', 'completed', '2026-04-01 00:00:00+00', NULL, NULL, '2026-04-01 00:00:00+00', '2026-04-01 00:03:00+00', 1.0000700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1000, 200, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 0, 0.0000000000, NULL, NULL, NULL),
	(4, 'run-006', 'workflow_run', 'completed', '2026-04-02 18:06:00+00', NULL, NULL, '2026-04-02 18:06:00+00', '2026-04-02 18:09:00+00', 2.0006700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1006, 206, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 6, 0.0000000000, NULL, NULL, NULL),
	(5, 'run-008', 'workflow_run', 'completed', '2026-04-03 08:08:00+00', NULL, NULL, '2026-04-03 08:08:00+00', '2026-04-03 08:11:00+00', 4.0008700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1008, 208, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 8, 0.0000000000, NULL, NULL, NULL),
	(6, 'run-010', 'workflow_run', 'completed', '2026-04-03 22:10:00+00', NULL, NULL, '2026-04-03 22:10:00+00', '2026-04-03 22:13:00+00', 1.0010700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1010, 210, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 10, 0.0000000000, NULL, NULL, NULL),
	(7, 'run-012', 'workflow_run', 'completed', '2026-04-04 12:12:00+00', NULL, NULL, '2026-04-04 12:12:00+00', '2026-04-04 12:15:00+00', 3.0012700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1012, 212, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 12, 0.0000000000, NULL, NULL, NULL),
	(8, 'run-014', 'workflow_run', 'completed', '2026-04-05 02:14:00+00', NULL, NULL, '2026-04-05 02:14:00+00', '2026-04-05 02:17:00+00', 5.0014700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1014, 214, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 14, 0.0000000000, NULL, NULL, NULL),
	(9, 'run-016', 'workflow_run', 'completed', '2026-04-05 16:16:00+00', NULL, NULL, '2026-04-05 16:16:00+00', '2026-04-05 16:19:00+00', 2.0016700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1016, 216, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 16, 0.0000000000, NULL, NULL, NULL),
	(10, 'run-018', 'workflow_run', 'completed', '2026-04-06 06:18:00+00', NULL, NULL, '2026-04-06 06:18:00+00', '2026-04-06 06:21:00+00', 4.0018700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1018, 218, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 18, 0.0000000000, NULL, NULL, NULL),
	(11, 'run-020', 'workflow_run', 'completed', '2026-04-06 20:20:00+00', NULL, NULL, '2026-04-06 20:20:00+00', '2026-04-06 20:23:00+00', 1.0020700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1020, 220, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 20, 0.0000000000, NULL, NULL, NULL),
	(12, 'run-022', 'workflow_run', 'completed', '2026-04-07 10:22:00+00', NULL, NULL, '2026-04-07 10:22:00+00', '2026-04-07 10:25:00+00', 3.0022700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1022, 222, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 22, 0.0000000000, NULL, NULL, NULL),
	(13, 'run-024', 'workflow_run', 'completed', '2026-04-08 00:24:00+00', NULL, NULL, '2026-04-08 00:24:00+00', '2026-04-08 00:27:00+00', 5.0024700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1024, 224, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 24, 0.0000000000, NULL, NULL, NULL),
	(14, 'run-026', 'workflow_run', 'completed', '2026-04-08 14:26:00+00', NULL, NULL, '2026-04-08 14:26:00+00', '2026-04-08 14:29:00+00', 2.0026700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1026, 226, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 26, 0.0000000000, NULL, NULL, NULL),
	(15, 'run-028', 'workflow_run', 'completed', '2026-04-09 04:28:00+00', NULL, NULL, '2026-04-09 04:28:00+00', '2026-04-09 04:31:00+00', 4.0028700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1028, 228, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 28, 0.0000000000, NULL, NULL, NULL),
	(16, 'run-001', 'workflow_run', 'completed', '2026-04-01 07:01:00+00', NULL, NULL, '2026-04-01 07:01:00+00', '2026-04-01 07:04:00+00', 2.0001700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1001, 201, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 1, 0.0000000000, NULL, NULL, NULL),
	(17, 'run-003', 'workflow_run', 'completed', '2026-04-01 21:03:00+00', NULL, NULL, '2026-04-01 21:03:00+00', '2026-04-01 21:06:00+00', 4.0003700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1003, 203, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 3, 0.0000000000, NULL, NULL, NULL),
	(18, 'run-005', 'workflow_run', 'completed', '2026-04-02 11:05:00+00', NULL, NULL, '2026-04-02 11:05:00+00', '2026-04-02 11:08:00+00', 1.0005700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1005, 205, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 5, 0.0000000000, NULL, NULL, NULL),
	(19, 'run-007', 'workflow_run', 'completed', '2026-04-03 01:07:00+00', NULL, NULL, '2026-04-03 01:07:00+00', '2026-04-03 01:10:00+00', NULL, NULL, 'unpriced', '2026-11-30 18:08:15.466496+00', 1007, 207, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 7, 0.0000000000, NULL, NULL, NULL),
	(20, 'run-009', 'workflow_run', 'running', '2026-04-03 15:09:00+00', NULL, NULL, '2026-04-03 15:09:00+00', NULL, 5.0009700000, NULL, 'accruing', '2026-11-30 18:08:15.466496+00', 1009, 209, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 9, 0.0000000000, NULL, NULL, NULL),
	(21, 'run-011', 'workflow_run', 'completed', '2026-04-04 05:11:00+00', NULL, NULL, '2026-04-04 05:11:00+00', '2026-04-04 05:14:00+00', 2.0011700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1011, 211, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 11, 0.0000000000, NULL, NULL, NULL),
	(22, 'run-013', 'workflow_run', 'completed', '2026-04-04 19:13:00+00', NULL, NULL, '2026-04-04 19:13:00+00', '2026-04-04 19:16:00+00', 4.0013700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1013, 213, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 13, 0.0000000000, NULL, NULL, NULL),
	(23, 'run-015', 'workflow_run', 'completed', '2026-04-05 09:15:00+00', NULL, NULL, '2026-04-05 09:15:00+00', '2026-04-05 09:18:00+00', 1.0015700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1015, 215, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 15, 0.0000000000, NULL, NULL, NULL),
	(24, 'run-017', 'workflow_run', 'completed', '2026-04-05 23:17:00+00', NULL, NULL, '2026-04-05 23:17:00+00', '2026-04-05 23:20:00+00', NULL, NULL, 'unpriced', '2026-11-30 18:08:15.466496+00', 1017, 217, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 17, 0.0000000000, NULL, NULL, NULL),
	(25, 'run-019', 'workflow_run', 'running', '2026-04-06 13:19:00+00', NULL, NULL, '2026-04-06 13:19:00+00', NULL, 5.0019700000, NULL, 'accruing', '2026-11-30 18:08:15.466496+00', 1019, 219, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 19, 0.0000000000, NULL, NULL, NULL),
	(26, 'run-021', 'workflow_run', 'completed', '2026-04-07 03:21:00+00', NULL, NULL, '2026-04-07 03:21:00+00', '2026-04-07 03:24:00+00', 2.0021700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1021, 221, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 21, 0.0000000000, NULL, NULL, NULL),
	(27, 'run-023', 'workflow_run', 'completed', '2026-04-07 17:23:00+00', NULL, NULL, '2026-04-07 17:23:00+00', '2026-04-07 17:26:00+00', 4.0023700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1023, 223, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 23, 0.0000000000, NULL, NULL, NULL),
	(28, 'run-025', 'workflow_run', 'completed', '2026-04-08 07:25:00+00', NULL, NULL, '2026-04-08 07:25:00+00', '2026-04-08 07:28:00+00', 1.0025700000, NULL, 'final', '2026-11-30 18:08:15.466496+00', 1025, 225, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 25, 0.0000000000, NULL, NULL, NULL),
	(29, 'run-027', 'workflow_run', 'completed', '2026-04-08 21:27:00+00', NULL, NULL, '2026-04-08 21:27:00+00', '2026-04-08 21:30:00+00', NULL, NULL, 'unpriced', '2026-11-30 18:08:15.466496+00', 1027, 227, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 27, 0.0000000000, NULL, NULL, NULL),
	(30, 'run-029', 'workflow_run', 'running', '2026-04-09 11:29:00+00', NULL, NULL, '2026-04-09 11:29:00+00', NULL, 5.0029700000, NULL, 'accruing', '2026-11-30 18:08:15.466496+00', 1029, 229, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 29, 0.0000000000, NULL, NULL, NULL),
	(2, 'run-002', 'workflow_run', 'completed', '2026-04-01 14:02:00+00', NULL, NULL, '2026-04-01 14:02:00+00', '2026-04-01 14:05:00+00', 3.0002700000, NULL, 'final', '2026-11-30 18:08:15.538936+00', 1002, 202, '{"county": "Añasco", "session": "s2"}', 2, 4, 1, 1, 2, 0.0100000000, NULL, NULL, NULL);

INSERT INTO public.billing_run_credit (id, run_id, amount_usd, reference, occurred_at, revision, void_revision, created_at, organization_id) VALUES
	(1, 'run-002', 0.0100000000, 'credit-1', '2026-04-01 12:00:00+00', 4, NULL, '2026-11-30 18:08:15.54345+00', 1);

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
	(1, 'workflow_run', 'completed', '2026-04-02 04:04:00+00', NULL, NULL, '2026-04-02 04:04:00+00', '2026-04-02 04:07:00+00', 5.0004700000, NULL, 'final', 1004, 204, '{"county": "Añasco", "session": "s0"}', 'run-004', '2026-11-30 18:08:15.466496+00', 2, 2, 5, '2026-11-30 18:08:15.551224+00', 1, 1, 4, 0.0000000000, NULL, NULL, NULL);

INSERT INTO public.procrastinate_jobs (id, queue_name, task_name, lock, args, status, scheduled_at, attempts, queueing_lock, priority, abort_requested, worker_id) VALUES
	(1, 'email', 'orgs.send_invitation', NULL, '{"message": "a10bf304-9b84-4352-8852-71214936fa06", "sending": 1, "invitation_id": 1}', 'todo', NULL, 0, NULL, 0, false, NULL);

INSERT INTO public.procrastinate_events (id, job_id, type, at) VALUES
	(1, 1, 'deferred', '2026-11-30 18:08:15.371172+00');

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

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);

SELECT pg_catalog.setval('public.django_content_type_id_seq', 57, true);

SELECT pg_catalog.setval('public.django_migrations_id_seq', 109, true);

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

