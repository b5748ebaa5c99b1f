INSERT INTO public.billing_accounts_user (id, password, last_login, is_superuser, is_staff, is_active, date_joined, email, name, held_until, password_is_preset) VALUES
	(1, 'pbkdf2_sha256$1000000$DosPGSNAq4TGQyt33j2EEy$bh+yKPNBbTAaOs1jD9ZRAK0Ht0STfJgKpjaGLExnH1w=', NULL, true, true, true, '2026-11-30 16:04:44.402038+00', 'staff@platform.example', 'Platform staff', NULL, false),
	(2, 'pbkdf2_sha256$1000000$DosPGSNAq4TGQyt33j2EEy$bh+yKPNBbTAaOs1jD9ZRAK0Ht0STfJgKpjaGLExnH1w=', NULL, false, false, true, '2026-11-30 16:04:45.687543+00', 'owner@acme-robotics.example', 'Acme Robotics''s owner', NULL, false),
	(3, 'pbkdf2_sha256$1000000$DosPGSNAq4TGQyt33j2EEy$bh+yKPNBbTAaOs1jD9ZRAK0Ht0STfJgKpjaGLExnH1w=', NULL, false, false, true, '2026-11-30 16:04:46.379798+00', 'admin@acme-robotics.example', 'Acme Robotics''s admin', NULL, false),
	(4, 'pbkdf2_sha256$1000000$DosPGSNAq4TGQyt33j2EEy$bh+yKPNBbTAaOs1jD9ZRAK0Ht0STfJgKpjaGLExnH1w=', NULL, false, false, true, '2026-11-30 16:04:46.436704+00', 'billing@acme-robotics.example', 'Acme Robotics''s billing', NULL, false),
	(5, 'pbkdf2_sha256$1000000$DosPGSNAq4TGQyt33j2EEy$bh+yKPNBbTAaOs1jD9ZRAK0Ht0STfJgKpjaGLExnH1w=', NULL, false, false, true, '2026-11-30 16:04:46.480896+00', 'auditor@acme-robotics.example', 'Acme Robotics''s auditor', NULL, false),
	(6, 'pbkdf2_sha256$1000000$DosPGSNAq4TGQyt33j2EEy$bh+yKPNBbTAaOs1jD9ZRAK0Ht0STfJgKpjaGLExnH1w=', NULL, false, false, true, '2026-11-30 16:04:46.567206+00', 'member@acme-robotics.example', 'Acme Robotics''s member', NULL, false),
	(7, 'pbkdf2_sha256$1000000$DosPGSNAq4TGQyt33j2EEy$bh+yKPNBbTAaOs1jD9ZRAK0Ht0STfJgKpjaGLExnH1w=', NULL, false, false, true, '2026-11-30 16:04:46.762954+00', 'owner@borealis-labs.example', 'Borealis Labs''s owner', NULL, false),
	(8, 'pbkdf2_sha256$1000000$DosPGSNAq4TGQyt33j2EEy$bh+yKPNBbTAaOs1jD9ZRAK0Ht0STfJgKpjaGLExnH1w=', NULL, false, false, true, '2026-11-30 16:04:47.439496+00', 'admin@borealis-labs.example', 'Borealis Labs''s admin', NULL, false),
	(9, 'pbkdf2_sha256$1000000$DosPGSNAq4TGQyt33j2EEy$bh+yKPNBbTAaOs1jD9ZRAK0Ht0STfJgKpjaGLExnH1w=', NULL, false, false, true, '2026-11-30 16:04:47.489312+00', 'billing@borealis-labs.example', 'Borealis Labs''s billing', NULL, false),
	(10, 'pbkdf2_sha256$1000000$DosPGSNAq4TGQyt33j2EEy$bh+yKPNBbTAaOs1jD9ZRAK0Ht0STfJgKpjaGLExnH1w=', NULL, false, false, true, '2026-11-30 16:04:47.527105+00', 'auditor@borealis-labs.example', 'Borealis Labs''s auditor', NULL, false),
	(11, 'pbkdf2_sha256$1000000$DosPGSNAq4TGQyt33j2EEy$bh+yKPNBbTAaOs1jD9ZRAK0Ht0STfJgKpjaGLExnH1w=', NULL, false, false, true, '2026-11-30 16:04:47.572927+00', 'member@borealis-labs.example', 'Borealis Labs''s member', NULL, false);

INSERT INTO public.billing_orgs_organization (id, public_id, name, slug, external_id, time_zone, requires_second_factor, created_at, closed_at) VALUES
	(1, 'o_eBFZNF1eIEfNj2iK', 'Acme Robotics', 'acme-robotics', NULL, 'UTC', false, '2026-11-30 16:04:45.7437+00', NULL),
	(2, 'o_9AtvijudlbFJIMc4', 'Borealis Labs', 'borealis-labs', NULL, 'UTC', false, '2026-11-30 16:04:46.814022+00', NULL);

INSERT INTO public.billing_account (organization_id, billing_tier, billing_mode, low_balance_threshold_usd, period_start_day, revision, fed_at, usage_through, balance_reconciled_at, entries_total_usd, usage_total_usd, revision_token, stale_after_hours) VALUES
	(2, 'team', 'prepaid', 100.0000000000, 1, 3, '2026-11-30 16:04:47.712499+00', '2026-11-30 00:00:00+00', NULL, 11750.0000000000, 36.0182400000, '29aa02d7-5553-4e9b-bb2e-ce92bdc96bd7', NULL),
	(1, 'pro', 'prepaid', 500.0000000000, 1, 6, '2026-11-30 16:04:47.712499+00', '2026-11-30 00:00:00+00', '2026-04-06 00:00:00+00', 15001.2473600000, 40.0115800000, 'e4456c10-489f-46df-8500-ce1b9022a91a', NULL);

INSERT INTO public.billing_api_key (id, name, digest, first_characters, last_characters, scopes, created_at, created_by_kind, expires_at, revoked_at, allowed_networks, is_platform_key, last_used_at, last_used_address, expiry_notice, form_token, created_by_id, organization_id, predecessor_id) VALUES
	('8ef4297c-12d1-436e-8ebf-f2b9a43ba1df', 'Kept', '\x936f7bfa4a090c741025b0fcb4c767bbc1450ef7457475f150cfa2b06a5aa7d3', 'bak_live_PSf', 'Nffr', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 16:04:47.962539+00', 'system', '2027-11-30 16:04:47.962539+00', '2026-11-30 16:04:47.982302+00', '{}', false, NULL, NULL, NULL, NULL, NULL, 1, NULL),
	('9ede3088-ea6e-4af8-b24e-733fc71cd298', 'Kept', '\x4d31bd102f3988e217d8c40d67e33c0a2f3fbe3cf143791bd9c046c32a71123e', 'bak_live_HFS', 'rh0l', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 16:04:47.930456+00', 'system', '2027-11-30 16:04:47.930456+00', NULL, '{}', false, '2026-11-30 16:04:48.103928+00', '127.0.0.1', NULL, NULL, NULL, 1, NULL),
	('655edfa8-6abb-4b8a-a364-c3b2e0921cb6', 'Kept', '\x6da970079869d102e083634a68c2da0e98cd4ca3ffd528bcb4ab74e8c61346d2', 'bak_live_AXW', 'eGh4', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 16:04:47.944909+00', 'system', '2027-11-30 16:04:47.944909+00', NULL, '{}', false, '2026-11-30 16:04:49.054881+00', '127.0.0.1', NULL, NULL, NULL, 2, NULL);

INSERT INTO public.billing_audit_checkpoint (log, size, note) VALUES
	('o_9AtvijudlbFJIMc4', 18, 'tests/o_9AtvijudlbFJIMc4
18
j+JiKwKhzC5toqCy3HEvfZdZ9c6rM0IW2Mx9SeIAnwY=
sealed 2026-11-30T16:04:50.009859Z

— tests/o_9AtvijudlbFJIMc4 zTO0RHaVClhpFqeKYJd8IG8ZA9A2IccFGQN3Xu/VVNkCpM8HacMdjMTAehR4/WenWHVlGb4YUQBxLZxOgI2dpAYYIAA=
'),
	('o_eBFZNF1eIEfNj2iK', 29, 'tests/o_eBFZNF1eIEfNj2iK
29
8rAqKULDE5aqZ2F8KW0iKXgZg33ySbuUv3SMWaG3TKQ=
sealed 2026-11-30T16:04:50.012662Z

— tests/o_eBFZNF1eIEfNj2iK DCsj7Je7RoKIuFhytS/b5XgLIjB9Lt9rc4d+ZHDCYdM9wRikAlVh4GtUDHMbKyM3z/XLKFBH9w14/cYKK59QfeXP7QY=
'),
	('platform', 12, 'tests/platform
12
rX4obAPw0N4/oWKhsZ7VwoHdY0GBR8h4zY0zB79Bmpo=
sealed 2026-11-30T16:04:50.013519Z

— tests/platform GRVIttnUV76k1L7hs7Vv/7pCthQ+OkV6SAJQUQKPo0Q/eswOiDoS2SjdnRNgqV4QtzyPa0JhLkjVCUnMOvVfZeElEws=
');

INSERT INTO public.billing_audit_event (id, organization_id, recorded_at, action, outcome, reason_code, actor_kind, actor_id, target_kind, target_id, request_id, body) VALUES
	('01a22d33-95da-7d5d-9976-192a4fc65f68', NULL, '2026-11-30 16:04:45.149293+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"515ecc24ada9ac00c1263a22d356a90a742c56c1a5cc195936652b47a7221d4c"},"details":{},"id":"01a22d33-95da-7d5d-9976-192a4fc65f68","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:45.149293Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22d33-97e9-7bae-8352-9a08776d6d80', NULL, '2026-11-30 16:04:45.674254+00', 'user.changed', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.changed","actor_id":"keep_release","actor_kind":"system","changes":{"is_staff":[false,true],"is_superuser":[false,true]},"commitments":{"personal":"d316f345de04a8c00ba125b59d1aa77ed2060a8cb2d7566719e2b944b67dd49b"},"details":{},"id":"01a22d33-97e9-7bae-8352-9a08776d6d80","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:45.674254Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22d33-9810-7214-acaf-088b1fcc96be', NULL, '2026-11-30 16:04:45.714288+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"39961673288cea0c2945104796ac20f0940b49d31d29d8a21f5aef5c9951e63c"},"details":{},"id":"01a22d33-9810-7214-acaf-088b1fcc96be","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:45.714288Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22d33-9836-7795-897f-64d989f3d3f4', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:45.751172+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_eBFZNF1eIEfNj2iK', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"d06fa6958aa5ac4bc78d27fd259134bdeb7f97ac69568b8e5e50fb15579b8457","texts":"5b3aab59296b6c3095b98b1f596c0ce23d50bc71b29f0fd71cb704c1cdfe130c"},"details":{},"id":"01a22d33-9836-7795-897f-64d989f3d3f4","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:45.751172Z","request_id":"","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-984b-763a-9fa7-6b7128c9ab4b', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:45.772528+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"2dbc410bd0e7bcb717cdd8a45f85e918f9e3610edfb225d5744929f36d5543bd"},"details":{},"id":"01a22d33-984b-763a-9fa7-6b7128c9ab4b","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:45.772528Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22d33-9ac3-7386-80bd-f32bf1f835b5', NULL, '2026-11-30 16:04:46.403506+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"b43e004440082de1aa7f555d7989d3f5a9fef5c6fc306e30b0487e4121ca9154"},"details":{},"id":"01a22d33-9ac3-7386-80bd-f32bf1f835b5","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.403506Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22d33-9add-7c98-9f0c-c9b5d2051d32', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:46.430066+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"1f8c3af2fb0afd4688dc014fd1706258b944693101b17ba59963b544ae21f8e5"},"details":{},"id":"01a22d33-9add-7c98-9f0c-c9b5d2051d32","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.430066Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22d33-9af2-78af-aa13-c09b31db6cab', NULL, '2026-11-30 16:04:46.454291+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"9dd4f8f0db1ab1edd7616f12984ac7b10c4371015eb6a8a6ccb95d77de1dc6c4"},"details":{},"id":"01a22d33-9af2-78af-aa13-c09b31db6cab","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.454291Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22d33-9b0a-7085-b2d2-b6e272a26343', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:46.474331+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"de44887ee8febbbaed95db75593c13a9265673a41ac5d3d11687f74355f55800"},"details":{},"id":"01a22d33-9b0a-7085-b2d2-b6e272a26343","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.474331Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22d33-9b22-761f-ac9b-8eea79837245', NULL, '2026-11-30 16:04:46.498881+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"4fb8a4abec0770f16a62483ecf6e9c882b6cf150843d04ed6f334aa895f4660c"},"details":{},"id":"01a22d33-9b22-761f-ac9b-8eea79837245","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.498881Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22d33-9b42-772c-854b-237d07a9d55a', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:46.542292+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"c6201bf3cb497554c6c7ef0127eac9717992e274e5a1166be49701c1f8399dec"},"details":{},"id":"01a22d33-9b42-772c-854b-237d07a9d55a","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.542292Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22d33-9b7e-7609-8a96-34162c9f1755', NULL, '2026-11-30 16:04:46.590921+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"56561584e6254fb1a86f06cc9edca045b424beb24021ff4e4f0cbb623e2beaa2"},"details":{},"id":"01a22d33-9b7e-7609-8a96-34162c9f1755","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.590921Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22d33-9b9a-7b33-8ac9-184953d5534f', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:46.619013+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"c3d55d0fab622136c3a172d84342ead9153e4350afe250eb3b11e35d199a1d5d"},"details":{},"id":"01a22d33-9b9a-7b33-8ac9-184953d5534f","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.619013Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22d33-9f7a-71d9-8d22-3d2a1729a458', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:47.610642+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"52d578d8af97bef29cfaa7b737f2b36d79488c13e8e6b4a0572c3c1b60ffb011"},"details":{},"id":"01a22d33-9f7a-71d9-8d22-3d2a1729a458","organization_id":"o_9AtvijudlbFJIMc4","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.610642Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22d33-9baf-748c-9d5c-3b518642f39f', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:46.639737+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_eBFZNF1eIEfNj2iK', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"947ca8505316918e5e65f950ad3eab3acc36c7a35e38d3e8b09e6f72292779cf","personal":"7c5d1ce1c11f92304d5bf43178e30d8c462ca8ea8d793a187e1ea9ca7e6d1af8","texts":"5df4e26ed6251029e8ca4ba963c8c32b58b153b9a22c7bd4c8b82fbba7b6dd6b"},"details":{},"id":"01a22d33-9baf-748c-9d5c-3b518642f39f","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.639737Z","request_id":"","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-9bd7-7585-960f-1b40190b369c', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:46.679718+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_eBFZNF1eIEfNj2iK', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"816a3b2b4beabd329e491a2ca32a75f77753b0db1d1f417d8e9a177ad3f0d7de","texts":"e79399238375d1d6f10935f10cc249b54b005772944d4466a6e79e6faaf49d71"},"details":{},"id":"01a22d33-9bd7-7585-960f-1b40190b369c","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.679718Z","request_id":"","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-9c13-79e9-9371-b7e832e845eb', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:46.740424+00', 'billing_reads.enabled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_eBFZNF1eIEfNj2iK', '', '{"action":"billing_reads.enabled","actor_id":"keep_release","actor_kind":"system","changes":{"billing_reads":["off","on"]},"commitments":{"personal":"60343fe7813d407301687e96f972c6c8614d1cc900b88a37dd61c81a69463b22","texts":"707de5f271c9ebb2697e0c300b3a0ceae94c98286e76f1f7d84921ba3d583f5b"},"details":{"key_count":0},"id":"01a22d33-9c13-79e9-9371-b7e832e845eb","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.740424Z","request_id":"","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-9c3f-74a8-8746-b712be828166', NULL, '2026-11-30 16:04:46.783608+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"3d92469de4aafe6519814a1ad2d6227e7b460c8b9dd272fa6867c68286210f2f"},"details":{},"id":"01a22d33-9c3f-74a8-8746-b712be828166","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.783608Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22d33-9c5f-76da-8077-04d6e2ab1709', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:46.815721+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_9AtvijudlbFJIMc4', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"a2e4351d953f0517089b70c5d1fee2baae99f5b28c0c1ab40760b7e9c1f3e7dc","texts":"a45aa22a881687c44afb84f593e824ca5b73220b6df5164ff2fd97503a33bb1b"},"details":{},"id":"01a22d33-9c5f-76da-8077-04d6e2ab1709","organization_id":"o_9AtvijudlbFJIMc4","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.815721Z","request_id":"","target_id":"o_9AtvijudlbFJIMc4","target_kind":"organization","version":2}'),
	('01a22d33-9c82-7885-a095-6b303507eed5', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:46.851976+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"49a2654fce69961f85c9fc939d3b45d5c1a9010c5ca2977f103a9e86f88fe281"},"details":{},"id":"01a22d33-9c82-7885-a095-6b303507eed5","organization_id":"o_9AtvijudlbFJIMc4","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:46.851976Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22d33-9ee4-75f3-a1c8-53638c1dfc17', NULL, '2026-11-30 16:04:47.46306+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"e72a6793c3cb4f1840c677dd83e2e6c26382751d552f6ca219f18453ef49f452"},"details":{},"id":"01a22d33-9ee4-75f3-a1c8-53638c1dfc17","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.463060Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22d33-9efe-76b6-9f9b-851ee429e06e', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:47.486856+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"3f736ece7d00702ae2bcca976f8e1e860cedf385cad8a16c79cc873cb04065e8"},"details":{},"id":"01a22d33-9efe-76b6-9f9b-851ee429e06e","organization_id":"o_9AtvijudlbFJIMc4","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.486856Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22d33-9f0c-72c8-8dc6-5d99427c6b57', NULL, '2026-11-30 16:04:47.500414+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"e697260f4a3a345c9284b3b6108443a3ed54f5c94a82d14a4ead239bf95587bc"},"details":{},"id":"01a22d33-9f0c-72c8-8dc6-5d99427c6b57","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.500414Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22d33-9f1f-7c8a-b6e7-89c316404695', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:47.520031+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"269ae60c8ad0279a6f43c082cbae304c0b74356d013e9f162d607b6939e971ad"},"details":{},"id":"01a22d33-9f1f-7c8a-b6e7-89c316404695","organization_id":"o_9AtvijudlbFJIMc4","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.520031Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22d33-9f31-7c8e-832d-dc9c268645a4', NULL, '2026-11-30 16:04:47.53801+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"d25f0102424a25023c69eb9dab1884b08c9820352ba05c58a9b00bd795d22293"},"details":{},"id":"01a22d33-9f31-7c8e-832d-dc9c268645a4","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.538010Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22d33-9f4c-7407-bc5d-b95950e46209', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:47.564518+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"6803d479f24d7bb196f208acd0f6b4b89bd4b42266d6aa881ae26a0651761cd9"},"details":{},"id":"01a22d33-9f4c-7407-bc5d-b95950e46209","organization_id":"o_9AtvijudlbFJIMc4","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.564518Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22d33-9f65-7c46-b832-0fb0e7904840', NULL, '2026-11-30 16:04:47.590485+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"b629d92ad34d9cdf189ade414ad9b7c06b7a16a461fe7fb8699c5fa4e6527739"},"details":{},"id":"01a22d33-9f65-7c46-b832-0fb0e7904840","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.590485Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22d33-9f86-7543-bb87-79138082419f', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:47.622829+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_9AtvijudlbFJIMc4', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"ef8be0e007729e89197ffb128a6d8dad176bb8c6120543d08e2ec08f26a83136","personal":"d7e7b8fd47be771d9105eb06ce5b70f760cbf01c34d9e1dc1cfe2565c9e8b614","texts":"cf60e351e296d41fbd182e623fcecbd2b1d46251cc946200ae59a4c480351887"},"details":{},"id":"01a22d33-9f86-7543-bb87-79138082419f","organization_id":"o_9AtvijudlbFJIMc4","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.622829Z","request_id":"","target_id":"o_9AtvijudlbFJIMc4","target_kind":"organization","version":2}'),
	('01a22d33-9f96-7be7-9f9a-1d0b433982f4', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:47.63924+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_9AtvijudlbFJIMc4', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"1c683ad7cfcadd9bba37419df566f4f3daf234b83f51091597c4a6fa4d20fb95","texts":"3bc2c5b492dab997759b6b8b6164867fc0d328dd3633152fbddb0682e9b538b3"},"details":{},"id":"01a22d33-9f96-7be7-9f9a-1d0b433982f4","organization_id":"o_9AtvijudlbFJIMc4","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.639240Z","request_id":"","target_id":"o_9AtvijudlbFJIMc4","target_kind":"organization","version":2}'),
	('01a22d33-9fb6-7e22-8f6a-4ca7dcc32758', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:47.67153+00', 'member.invited', 'allowed', '', 'system', 'keep_release', 'invitation', '1', '', '{"action":"member.invited","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"b71cbb32118b40acb7fc795b64a96722a09c7f099ce5cd09a748ab4cb2c73e3c"},"details":{},"id":"01a22d33-9fb6-7e22-8f6a-4ca7dcc32758","organization_id":"o_9AtvijudlbFJIMc4","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.671530Z","request_id":"","target_id":"1","target_kind":"invitation","version":2}'),
	('01a22d33-9fee-7be7-99ff-6f9dccc0c5b3', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:47.734237+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_eBFZNF1eIEfNj2iK', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"5ad7f7aca147c4340082f31094d5f3fe7452ae58aaf50dc73503f8f4b640a67d","personal":"0cafb500c31012278fd40128219c11305a737b3df6eb65d45b3a9ad8d65853d6"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22d33-9fee-7be7-99ff-6f9dccc0c5b3","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.734237Z","request_id":"","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-9fee-7d6c-b710-076548264919', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:47.73599+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_9AtvijudlbFJIMc4', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"7670fd61f6ec3e96eb28a1b1ee758a5bc91216677a054493d11f3bf28960bbe1","personal":"89e5f8c0268937db4ab21208eb95effb14adf3a5b064be45b2d7bc9f5cb7b2e5"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22d33-9fee-7d6c-b710-076548264919","organization_id":"o_9AtvijudlbFJIMc4","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.735990Z","request_id":"","target_id":"o_9AtvijudlbFJIMc4","target_kind":"organization","version":2}'),
	('01a22d33-a01e-7af8-803a-68c855639da6', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:47.774984+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_eBFZNF1eIEfNj2iK', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"ae08195ab23ab85a67776ad8f4bfd68cef9bd11b40c08a6a05dd86b1789a20df","personal":"5391bc8642c0d58153c3e2920e6ee66434a52f615cc555f7b3ef27906e61b666","texts":"7f9ed300d793bc7c916d52864e813d973c6f5285dd5af3b73b8d8955669835da"},"details":{"kind":"top_up"},"id":"01a22d33-a01e-7af8-803a-68c855639da6","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.774984Z","request_id":"","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a035-7f12-91fe-5f0e8d89dc18', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:47.798268+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_eBFZNF1eIEfNj2iK', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"209306161965442360b2b258d43091132e440fdb91f8dc262ed590b4e9e34d5f"},"details":{},"id":"01a22d33-a035-7f12-91fe-5f0e8d89dc18","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.798268Z","request_id":"","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a043-71ef-b8f0-e50247e017c7', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:47.814256+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_9AtvijudlbFJIMc4', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"f7972d1ce66fbbe1cb9b5767c5a01bbddd546ebdd27406ce2d814e8781302c72","personal":"a81eba9b43a6d020c7b7883dbd21ca232a7250dfb909a8e22dd5d2d1f01cd4cb","texts":"368dcba857a0bdb3e32d6b12bc8fb78d49873ddd35f224e5fd251b8ba1544311"},"details":{"kind":"top_up"},"id":"01a22d33-a043-71ef-b8f0-e50247e017c7","organization_id":"o_9AtvijudlbFJIMc4","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.814256Z","request_id":"","target_id":"o_9AtvijudlbFJIMc4","target_kind":"organization","version":2}'),
	('01a22d33-a04d-7c27-a51c-165636ce6843', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:47.822114+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_9AtvijudlbFJIMc4', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"34a2100806fa3465edfd37ba152e0578b37da9b8122a90517b83ba0b2e94d634"},"details":{},"id":"01a22d33-a04d-7c27-a51c-165636ce6843","organization_id":"o_9AtvijudlbFJIMc4","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.822114Z","request_id":"","target_id":"o_9AtvijudlbFJIMc4","target_kind":"organization","version":2}'),
	('01a22d33-a076-7915-92d4-a3d338600b0d', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:47.863043+00', 'run.credited', 'allowed', '', 'system', 'keep_release', 'organization', 'o_eBFZNF1eIEfNj2iK', '', '{"action":"run.credited","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"b8dcdd5ee1c0c604462c0ad0b2ad82418eaf5737b43fa0092ff6bc868ca32235","personal":"3bd788aa5654cb2046ba4a38246113759da8e78a114817622fe802c6bba6f2f0","texts":"335523bd16e5dab8ca919ecf4444000a2f473ab0d1d666f6b2183cceffd6d1c4"},"details":{},"id":"01a22d33-a076-7915-92d4-a3d338600b0d","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.863043Z","request_id":"","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a08e-750f-8ba9-25c15c10c0ff', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:47.886756+00', 'runs.voided', 'allowed', '', 'system', 'keep_release', 'organization', 'o_eBFZNF1eIEfNj2iK', '', '{"action":"runs.voided","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"09d65acd5b310aaba967cb50f9732d57c3d66f96b7f9be03686beef5a50ff997","personal":"69a0e00006fcb522cf866b35bc2b9fdfabed8a56a032696b877752bcdd11b647","texts":"f1d6493d1f06cc8c2a31d1a8518b1c99138bd2689bb5e97ea042247356251559"},"details":{"revision":5},"id":"01a22d33-a08e-750f-8ba9-25c15c10c0ff","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.886756Z","request_id":"","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a0a3-7696-b85c-fb7228ba7373', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:47.916276+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_eBFZNF1eIEfNj2iK', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"3b4db09d2e0237c1edfb6c2052e0b30308a157432d368a62471cbd57686ba396","personal":"9652d9824629e60200ebb6c6d7577ced40598efa8f9a07d8a67154a720056e40","texts":"150d5aa89076df75c7588f2ff34221cdb8afccd347e79b69c4b906b7ba0d34d4"},"details":{"kind":"adjustment"},"id":"01a22d33-a0a3-7696-b85c-fb7228ba7373","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.916276Z","request_id":"","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a0b4-7235-9f64-28a15c4de91b', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:47.924426+00', 'balance.reconciled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_eBFZNF1eIEfNj2iK', '', '{"action":"balance.reconciled","actor_id":"keep_release","actor_kind":"system","changes":{"balance_reconciled_at":[null,"2026-04-06T00:00:00Z"]},"commitments":{"figures":"5812ab87cfc310106cef8c8057963ca465fcff94a5dfadddb10f11ea29d73e65","personal":"b30a6ec1aa8e78d3f6399abd04aaca669be3f3ea1831f67ad249486ec31e8e95","texts":"1745caa950b389903e3e6ea42b22c60499b485484fa91288df01c7b8f62c345b"},"details":{},"id":"01a22d33-a0b4-7235-9f64-28a15c4de91b","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.924426Z","request_id":"","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a0c3-70d0-9d29-eab68794a121', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:47.941604+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '9ede3088-ea6e-4af8-b24e-733fc71cd298', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T16:04:47.930456Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"a5232ef06a5dc89f8cf6148728fcf1139273d6b035451830ef27463bd75d25d5"},"details":{},"id":"01a22d33-a0c3-70d0-9d29-eab68794a121","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.941604Z","request_id":"","target_id":"9ede3088-ea6e-4af8-b24e-733fc71cd298","target_kind":"api_key","version":2}'),
	('01a22d33-a0d2-7995-aafb-4e261a2507cd', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:47.954873+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '655edfa8-6abb-4b8a-a364-c3b2e0921cb6', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T16:04:47.944909Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"69ba2b26bb8522018f307f7ba4dd8f4641c263f3d0283d9cca503a3d62f806cd"},"details":{},"id":"01a22d33-a0d2-7995-aafb-4e261a2507cd","organization_id":"o_9AtvijudlbFJIMc4","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.954873Z","request_id":"","target_id":"655edfa8-6abb-4b8a-a364-c3b2e0921cb6","target_kind":"api_key","version":2}'),
	('01a22d33-a0df-70be-af9d-1f3e8b4b281b', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:47.968637+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '8ef4297c-12d1-436e-8ebf-f2b9a43ba1df', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T16:04:47.962539Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"0607bf48296f39b0e3d25a8b277f67b8f0f52e38bd456f9aebb2cf2f9d9e2ef8"},"details":{},"id":"01a22d33-a0df-70be-af9d-1f3e8b4b281b","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.968637Z","request_id":"","target_id":"8ef4297c-12d1-436e-8ebf-f2b9a43ba1df","target_kind":"api_key","version":2}'),
	('01a22d33-a0f1-7be0-b05d-859dc3296f6a', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:47.986874+00', 'api_key.revoked', 'allowed', '', 'system', 'keep_release', 'api_key', '8ef4297c-12d1-436e-8ebf-f2b9a43ba1df', '', '{"action":"api_key.revoked","actor_id":"keep_release","actor_kind":"system","changes":{"revoked":[false,true]},"commitments":{"personal":"e95a817f60e51abb8437300af52148459cc998f799b99c76ea21fd07c793474b","texts":"126f492b58731f2ad1d1ecdf3189a6cb228397f341d0a4f18c9f3f3cc17b3a13"},"details":{},"id":"01a22d33-a0f1-7be0-b05d-859dc3296f6a","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:47.986874Z","request_id":"","target_id":"8ef4297c-12d1-436e-8ebf-f2b9a43ba1df","target_kind":"api_key","version":2}'),
	('01a22d33-a174-722d-a59a-a02c67701b2a', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:48.121246+00', 'billing.usage.read', 'allowed', '', 'api_key', '9ede3088-ea6e-4af8-b24e-733fc71cd298', 'organization', 'o_eBFZNF1eIEfNj2iK', 'req_01a22d33a15eab3e2d676c13d4c407c4', '{"action":"billing.usage.read","actor_id":"9ede3088-ea6e-4af8-b24e-733fc71cd298","actor_kind":"api_key","changes":{},"commitments":{"personal":"06206fa9e98e157ee7841585c180253a6faa7a4692569903c72ecf90785b50c8"},"details":{"copied":false,"from":"2026-04-01T00:00:00Z","limit":500,"paged":false,"route":"/v1/billing/usage","rows":14,"run_type":null,"status":null,"tags":[],"to":"2026-05-01T00:00:00Z"},"id":"01a22d33-a174-722d-a59a-a02c67701b2a","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:48.121246Z","request_id":"req_01a22d33a15eab3e2d676c13d4c407c4","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a1e7-74ad-9b3d-67e677d5b017', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:48.232093+00', 'billing.usage.read', 'allowed', '', 'api_key', '9ede3088-ea6e-4af8-b24e-733fc71cd298', 'organization', 'o_eBFZNF1eIEfNj2iK', 'req_01a22d33a1c9689ad8e756e1b1f9e929', '{"action":"billing.usage.read","actor_id":"9ede3088-ea6e-4af8-b24e-733fc71cd298","actor_kind":"api_key","changes":{},"commitments":{"personal":"bd9e748b4d36fec249436f6671bbf461277f65138ae5e6d4f2f7827c75123e00","texts":"1886cff46459d751d95577685d2f521e246783425f6a6ac73d94db7db3b17328"},"details":{"bucket":"day","from":"2026-04-01T00:00:00Z","route":"/v1/billing/usage/summary","rows":14,"timezone":"UTC","to":"2026-05-01T00:00:00Z"},"id":"01a22d33-a1e7-74ad-9b3d-67e677d5b017","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:48.232093Z","request_id":"req_01a22d33a1c9689ad8e756e1b1f9e929","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a3af-7e3d-8922-5cd1bcdef6a2', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:48.688324+00', 'billing.usage.read', 'allowed', '', 'api_key', '9ede3088-ea6e-4af8-b24e-733fc71cd298', 'organization', 'o_eBFZNF1eIEfNj2iK', 'req_01a22d33a3914ea7b6c370a43e1f7662', '{"action":"billing.usage.read","actor_id":"9ede3088-ea6e-4af8-b24e-733fc71cd298","actor_kind":"api_key","changes":{},"commitments":{"personal":"751012d89d7bd097ff4f731f6aec23090a7adba201c77bf694c91205b2148d47"},"details":{"bucket":"month","from":"2026-04-01T00:00:00Z","group_by":[],"route":"/v1/billing/usage/summary","rows":2,"timezone":"America/Denver","to":"2026-05-01T00:00:00Z"},"id":"01a22d33-a3af-7e3d-8922-5cd1bcdef6a2","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:48.688324Z","request_id":"req_01a22d33a3914ea7b6c370a43e1f7662","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a433-7f9c-afc7-663251432ed9', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:48.826386+00', 'billing.entries.read', 'allowed', '', 'api_key', '9ede3088-ea6e-4af8-b24e-733fc71cd298', 'organization', 'o_eBFZNF1eIEfNj2iK', 'req_01a22d33a42f1e663d0cdb1f19e3bb4d', '{"action":"billing.entries.read","actor_id":"9ede3088-ea6e-4af8-b24e-733fc71cd298","actor_kind":"api_key","changes":{},"commitments":{"personal":"dd707462bedf8db70ad5e8bfd8d3237ef4773a016c1d3fc7a414afea3f7da958"},"details":{"from":null,"limit":100,"paged":false,"route":"/v1/billing/entries","rows":2,"to":null},"id":"01a22d33-a433-7f9c-afc7-663251432ed9","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:48.826386Z","request_id":"req_01a22d33a42f1e663d0cdb1f19e3bb4d","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a4c1-7365-85f5-f0294db9948c', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:48.963344+00', 'run.read', 'allowed', '', 'api_key', '9ede3088-ea6e-4af8-b24e-733fc71cd298', 'organization', 'o_eBFZNF1eIEfNj2iK', 'req_01a22d33a4ba7b07fe4a2d7e12c5ba29', '{"action":"run.read","actor_id":"9ede3088-ea6e-4af8-b24e-733fc71cd298","actor_kind":"api_key","changes":{},"commitments":{"personal":"0875d8e502f665fd45ba7f853a2f7216453c40cd332b74347f86d959fa5d1bfa","texts":"32e1420d87b655977320232c3e6613726e83e472b707ed739bb4d919b1105dee"},"details":{"route":"/v1/runs/{run_id}","rows":1},"id":"01a22d33-a4c1-7365-85f5-f0294db9948c","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:04:48.963344Z","request_id":"req_01a22d33a4ba7b07fe4a2d7e12c5ba29","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a51f-7acc-8570-dd8424945335', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:49.056257+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', '655edfa8-6abb-4b8a-a364-c3b2e0921cb6', 'organization', 'o_9AtvijudlbFJIMc4', 'req_01a22d33a517ff48fff771ae6bc946dd', '{"action":"billing.usage.read","actor_id":"655edfa8-6abb-4b8a-a364-c3b2e0921cb6","actor_kind":"api_key","changes":{},"commitments":{"personal":"265b748e7ec8885c80ebf711a34767831f27895a99d4c42b15cd68a015a60178"},"details":{"route":"/v1/billing/usage"},"id":"01a22d33-a51f-7acc-8570-dd8424945335","organization_id":"o_9AtvijudlbFJIMc4","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T16:04:49.056257Z","request_id":"req_01a22d33a517ff48fff771ae6bc946dd","target_id":"o_9AtvijudlbFJIMc4","target_kind":"organization","version":2}'),
	('01a22d33-a58d-7be4-8f5c-87291e8485f0', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:49.166273+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', '655edfa8-6abb-4b8a-a364-c3b2e0921cb6', 'organization', 'o_9AtvijudlbFJIMc4', 'req_01a22d33a5868986d550af6cc6cc6bbf', '{"action":"billing.usage.read","actor_id":"655edfa8-6abb-4b8a-a364-c3b2e0921cb6","actor_kind":"api_key","changes":{},"commitments":{"personal":"44e98a9269443ab9c3af7030d50a8606b5745dc4e284e48dddbace5f224fef38"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22d33-a58d-7be4-8f5c-87291e8485f0","organization_id":"o_9AtvijudlbFJIMc4","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T16:04:49.166273Z","request_id":"req_01a22d33a5868986d550af6cc6cc6bbf","target_id":"o_9AtvijudlbFJIMc4","target_kind":"organization","version":2}'),
	('01a22d33-a5e8-7a54-afa2-a1d49cae0362', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:49.258612+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', '655edfa8-6abb-4b8a-a364-c3b2e0921cb6', 'organization', 'o_9AtvijudlbFJIMc4', 'req_01a22d33a5e286e819c3163b37360cdd', '{"action":"billing.usage.read","actor_id":"655edfa8-6abb-4b8a-a364-c3b2e0921cb6","actor_kind":"api_key","changes":{},"commitments":{"personal":"b9ede489e0f87e0cf128fce58850e4737155a739797989c1cb9c5a69cdf8ff26"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22d33-a5e8-7a54-afa2-a1d49cae0362","organization_id":"o_9AtvijudlbFJIMc4","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T16:04:49.258612Z","request_id":"req_01a22d33a5e286e819c3163b37360cdd","target_id":"o_9AtvijudlbFJIMc4","target_kind":"organization","version":2}'),
	('01a22d33-a640-76ad-83f4-d787e53e6c39', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:49.345054+00', 'billing.entries.read', 'denied', 'org_opt_in_required', 'api_key', '655edfa8-6abb-4b8a-a364-c3b2e0921cb6', 'organization', 'o_9AtvijudlbFJIMc4', 'req_01a22d33a63e268920089479e1cc826a', '{"action":"billing.entries.read","actor_id":"655edfa8-6abb-4b8a-a364-c3b2e0921cb6","actor_kind":"api_key","changes":{},"commitments":{"personal":"356436c15c7e1a7a63e22542851a2cda8c11aa4ae01346632f727b159134567d"},"details":{"route":"/v1/billing/entries"},"id":"01a22d33-a640-76ad-83f4-d787e53e6c39","organization_id":"o_9AtvijudlbFJIMc4","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T16:04:49.345054Z","request_id":"req_01a22d33a63e268920089479e1cc826a","target_id":"o_9AtvijudlbFJIMc4","target_kind":"organization","version":2}'),
	('01a22d33-a6b0-71f8-9f01-9cd804d80fc2', 'o_9AtvijudlbFJIMc4', '2026-11-30 16:04:49.456562+00', 'run.read', 'denied', 'not_found', 'api_key', '655edfa8-6abb-4b8a-a364-c3b2e0921cb6', 'organization', 'o_9AtvijudlbFJIMc4', 'req_01a22d33a6a4c02e27346761ba6a5cda', '{"action":"run.read","actor_id":"655edfa8-6abb-4b8a-a364-c3b2e0921cb6","actor_kind":"api_key","changes":{},"commitments":{"personal":"04505155497e61b8487c168459899e09e508a630cc9e18b60db77958bbce5ef4","texts":"d9713afff7d52cd18245412fc2ee697fed932815bf134c4c8f2e042a7e45b3f8"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22d33-a6b0-71f8-9f01-9cd804d80fc2","organization_id":"o_9AtvijudlbFJIMc4","outcome":"denied","reason_code":"not_found","recorded_at":"2026-11-30T16:04:49.456562Z","request_id":"req_01a22d33a6a4c02e27346761ba6a5cda","target_id":"o_9AtvijudlbFJIMc4","target_kind":"organization","version":2}'),
	('01a22d33-a705-7c58-b4d2-06f236de29e8', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:49.546327+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '8ef4297c-12d1-436e-8ebf-f2b9a43ba1df', 'organization', 'o_eBFZNF1eIEfNj2iK', 'req_01a22d33a702838659aeb3de326ed7e6', '{"action":"billing.usage.read","actor_id":"8ef4297c-12d1-436e-8ebf-f2b9a43ba1df","actor_kind":"api_key","changes":{},"commitments":{"personal":"6d844e506354f2e05920646790faaa93b270046989dc92b339ca93597f4860f3"},"details":{"route":"/v1/billing/usage"},"id":"01a22d33-a705-7c58-b4d2-06f236de29e8","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T16:04:49.546327Z","request_id":"req_01a22d33a702838659aeb3de326ed7e6","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a792-7c64-8e1f-34ad06d87e8c', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:49.683411+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '8ef4297c-12d1-436e-8ebf-f2b9a43ba1df', 'organization', 'o_eBFZNF1eIEfNj2iK', 'req_01a22d33a78e70262b056a1109b89400', '{"action":"billing.usage.read","actor_id":"8ef4297c-12d1-436e-8ebf-f2b9a43ba1df","actor_kind":"api_key","changes":{},"commitments":{"personal":"588a78459afa9bee9f55dad74e75b591b237d640d01a3d2bc71b00b94e480ea0"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22d33-a792-7c64-8e1f-34ad06d87e8c","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T16:04:49.683411Z","request_id":"req_01a22d33a78e70262b056a1109b89400","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a801-75cc-b02e-f72efb5beed5', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:49.793815+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '8ef4297c-12d1-436e-8ebf-f2b9a43ba1df', 'organization', 'o_eBFZNF1eIEfNj2iK', 'req_01a22d33a7f7ae65afd9995ae1897e8d', '{"action":"billing.usage.read","actor_id":"8ef4297c-12d1-436e-8ebf-f2b9a43ba1df","actor_kind":"api_key","changes":{},"commitments":{"personal":"d6aa215ba94b75524ecdabbb72c1250bfeefcbea6752c57459fe1b63ed944740"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22d33-a801-75cc-b02e-f72efb5beed5","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T16:04:49.793815Z","request_id":"req_01a22d33a7f7ae65afd9995ae1897e8d","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a871-708e-a9c6-2661ef20c448', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:49.905415+00', 'billing.entries.read', 'denied', 'key_revoked', 'api_key', '8ef4297c-12d1-436e-8ebf-f2b9a43ba1df', 'organization', 'o_eBFZNF1eIEfNj2iK', 'req_01a22d33a86afc3942ed1390f8b61fef', '{"action":"billing.entries.read","actor_id":"8ef4297c-12d1-436e-8ebf-f2b9a43ba1df","actor_kind":"api_key","changes":{},"commitments":{"personal":"6f9db74e827c393bd6a5950e5da9324417f5c5c37068083404840d5eeec3d813"},"details":{"route":"/v1/billing/entries"},"id":"01a22d33-a871-708e-a9c6-2661ef20c448","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T16:04:49.905415Z","request_id":"req_01a22d33a86afc3942ed1390f8b61fef","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}'),
	('01a22d33-a8c3-701c-9f8d-adad432d4611', 'o_eBFZNF1eIEfNj2iK', '2026-11-30 16:04:49.987484+00', 'run.read', 'denied', 'key_revoked', 'api_key', '8ef4297c-12d1-436e-8ebf-f2b9a43ba1df', 'organization', 'o_eBFZNF1eIEfNj2iK', 'req_01a22d33a8bab1e80265ef70e2bf6edf', '{"action":"run.read","actor_id":"8ef4297c-12d1-436e-8ebf-f2b9a43ba1df","actor_kind":"api_key","changes":{},"commitments":{"personal":"48d392f9479306bcdf8b29ba2241e4035a523f30caf494f849fc8270eafe8f72","texts":"7314543839dd388c69907c5e54b704a79753c1be8e9386b06fdcd542ecb1800c"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22d33-a8c3-701c-9f8d-adad432d4611","organization_id":"o_eBFZNF1eIEfNj2iK","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T16:04:49.987484Z","request_id":"req_01a22d33a8bab1e80265ef70e2bf6edf","target_id":"o_eBFZNF1eIEfNj2iK","target_kind":"organization","version":2}');

INSERT INTO public.billing_audit_leaf (log, place, event_id, hash) VALUES
	('o_9AtvijudlbFJIMc4', 0, '01a22d33-9c5f-76da-8077-04d6e2ab1709', '\x3dedf90baf13975855c9fc15e15b99da509a63507881c04b403531e11d8d482d'),
	('o_9AtvijudlbFJIMc4', 1, '01a22d33-9c82-7885-a095-6b303507eed5', '\x7e025d08fb6a6568a4d3854801d42df7ba2dae1ed5848269e60fbb2d3bc610f8'),
	('o_9AtvijudlbFJIMc4', 2, '01a22d33-9efe-76b6-9f9b-851ee429e06e', '\xee503dd1fcfb1b653a5088254ca1dadf104e9b8954c59ddc43ece258cb1fc271'),
	('o_9AtvijudlbFJIMc4', 3, '01a22d33-9f1f-7c8a-b6e7-89c316404695', '\x376f1fcbc5c51f95b9d5b679eebf51a4ed36beb8f1300f55076f09fecd1bf2a4'),
	('o_9AtvijudlbFJIMc4', 4, '01a22d33-9f4c-7407-bc5d-b95950e46209', '\x7ee8b9e0dbee7e6b880a5523ba9dd45d535002b6d668a714617a2d2509d10444'),
	('o_9AtvijudlbFJIMc4', 5, '01a22d33-9f7a-71d9-8d22-3d2a1729a458', '\x9d0a5b3fdb25e6749b10bba4f8008cad93219308e4dd6198cb9b9a30ad7d3ce6'),
	('o_9AtvijudlbFJIMc4', 6, '01a22d33-9f86-7543-bb87-79138082419f', '\xba684fad8b7920aae48e72228c4c6197df19e5b2cf816818a2091ad0912e78fb'),
	('o_9AtvijudlbFJIMc4', 7, '01a22d33-9f96-7be7-9f9a-1d0b433982f4', '\xdb86e82d2d65588eee6d951b2b8f8068a09600672dfa5afcecaa3e34036da432'),
	('o_9AtvijudlbFJIMc4', 8, '01a22d33-9fb6-7e22-8f6a-4ca7dcc32758', '\x3f49edd085c53cd9251156b1dbc1db8b1e13ab66e5f033b355efedc961019689'),
	('o_9AtvijudlbFJIMc4', 9, '01a22d33-9fee-7d6c-b710-076548264919', '\x5e83dab76ee6b7288d9c3735a1b6691eddbe45e01231ed19b490cefca83ae081'),
	('o_9AtvijudlbFJIMc4', 10, '01a22d33-a043-71ef-b8f0-e50247e017c7', '\x1e9f7657f89e36378dc2d18eb3db2d8b2128146df22d52120abcbd3a28c7391d'),
	('o_9AtvijudlbFJIMc4', 11, '01a22d33-a04d-7c27-a51c-165636ce6843', '\x4b7560bb41bac28877361f78e856136c782b307bbca7c8bdd9ad359789038036'),
	('o_9AtvijudlbFJIMc4', 12, '01a22d33-a0d2-7995-aafb-4e261a2507cd', '\x8ebf058b31081ebe8eaf79afaf2851c94810f513a046b010eebf3c21a7744f21'),
	('o_9AtvijudlbFJIMc4', 13, '01a22d33-a51f-7acc-8570-dd8424945335', '\x9e388b75a0c60ecf912aad8b62cc5f241e9cc6607181b6c26151a9d9cb5f3b2d'),
	('o_9AtvijudlbFJIMc4', 14, '01a22d33-a58d-7be4-8f5c-87291e8485f0', '\x65234a2426e037b7ffa6da89a1cbb562fa3c728d8de4e6d6d72b86b466b19979'),
	('o_9AtvijudlbFJIMc4', 15, '01a22d33-a5e8-7a54-afa2-a1d49cae0362', '\x2ee19d6e89bd032ded25d1b00ea764c775f6ba8b8dc19e5b065ef3bb7585f59a'),
	('o_9AtvijudlbFJIMc4', 16, '01a22d33-a640-76ad-83f4-d787e53e6c39', '\xc03b80164a2733435df0add8876e5e38544b3063843d3cfc218818803fbd4d82'),
	('o_9AtvijudlbFJIMc4', 17, '01a22d33-a6b0-71f8-9f01-9cd804d80fc2', '\x4daf3ad7994c50907648a69c603ad507951e49e5cff568f7c97f0154dcc6acf7'),
	('o_eBFZNF1eIEfNj2iK', 0, '01a22d33-9836-7795-897f-64d989f3d3f4', '\x3fcde1baf5ca6e77053ca74808408e3d5751f7c96a04bac392a2f447023c34f5'),
	('o_eBFZNF1eIEfNj2iK', 1, '01a22d33-984b-763a-9fa7-6b7128c9ab4b', '\x8767a99f5520441e159d3c76ca40e09bc94f34f8f669f4f323d6888e4416c348'),
	('o_eBFZNF1eIEfNj2iK', 2, '01a22d33-9add-7c98-9f0c-c9b5d2051d32', '\xe924245f226558ec81cef07860a9b91ef74d3956a699d3e8dbcae667c4e4de59'),
	('o_eBFZNF1eIEfNj2iK', 3, '01a22d33-9b0a-7085-b2d2-b6e272a26343', '\xf494bd1548073ff30c7ef976973580973ef71fea9ce21a83a61264e6b3c378f5'),
	('o_eBFZNF1eIEfNj2iK', 4, '01a22d33-9b42-772c-854b-237d07a9d55a', '\x93899862e34723b8a12b4ff9f680150e0789b50073a3ef2db1f0eaa635efa5b3'),
	('o_eBFZNF1eIEfNj2iK', 5, '01a22d33-9b9a-7b33-8ac9-184953d5534f', '\x519ff8046ac1d0406e0e15ca783fb151c2dd8c4b661e965a4809e37109afedb6'),
	('o_eBFZNF1eIEfNj2iK', 6, '01a22d33-9baf-748c-9d5c-3b518642f39f', '\x5eb742397a96eddf2532665e243e6915dd1757de974b3ed3557e6621cf9a306b'),
	('o_eBFZNF1eIEfNj2iK', 7, '01a22d33-9bd7-7585-960f-1b40190b369c', '\xa2e2c4414e190cc501e6f8d09ff0710c59b98900df3e6f20cf11f400749d19f1'),
	('o_eBFZNF1eIEfNj2iK', 8, '01a22d33-9c13-79e9-9371-b7e832e845eb', '\x122dc78b7a785588d9825236a344250694e5364f90c3b2f2b086321bf4b56924'),
	('o_eBFZNF1eIEfNj2iK', 9, '01a22d33-9fee-7be7-99ff-6f9dccc0c5b3', '\x50b54fdcccd836948b00b778e6938ca16cd521728a82f9a77d9d45132c811306'),
	('o_eBFZNF1eIEfNj2iK', 10, '01a22d33-a01e-7af8-803a-68c855639da6', '\x919a890a4d6511245f56b8a7c7d636127172d42cc6e5d9f390bc46f05cdfd650'),
	('o_eBFZNF1eIEfNj2iK', 11, '01a22d33-a035-7f12-91fe-5f0e8d89dc18', '\x8f2b5ef302f81ef21c32ef7ebbc6170902e32294382ce51c324f0cb526444e77'),
	('o_eBFZNF1eIEfNj2iK', 12, '01a22d33-a076-7915-92d4-a3d338600b0d', '\xbb15c2d3abb52e6be1ff915afa31ab47635f0d40c027a21829d6966c94be6e44'),
	('o_eBFZNF1eIEfNj2iK', 13, '01a22d33-a08e-750f-8ba9-25c15c10c0ff', '\x08ad6cf2ae785305530a7dbc72817f2b02e2268c3ae5812290aac5751191c812'),
	('o_eBFZNF1eIEfNj2iK', 14, '01a22d33-a0a3-7696-b85c-fb7228ba7373', '\xb3642d381f4a2d58431400a25094593f486f7d33824a2209c6bbbb31fe7170d4'),
	('o_eBFZNF1eIEfNj2iK', 15, '01a22d33-a0b4-7235-9f64-28a15c4de91b', '\x7a8b9417752a66851f5d11526833773f76e6f1cc55dca89817aa0496b3c3a561'),
	('o_eBFZNF1eIEfNj2iK', 16, '01a22d33-a0c3-70d0-9d29-eab68794a121', '\x45e49c6f2c7071f7367cc18e75a6aaa2313b3edba7f2401a10bbad5412fe257b'),
	('o_eBFZNF1eIEfNj2iK', 17, '01a22d33-a0df-70be-af9d-1f3e8b4b281b', '\xcb7afe95c1b6070839e314d980273e50bc44aa293fe8863cd3b5833762510b25'),
	('o_eBFZNF1eIEfNj2iK', 18, '01a22d33-a0f1-7be0-b05d-859dc3296f6a', '\x5ffecdd6328cd5d158337af182cb1b59a3163ee510d217cf1dc1fdd24656af29'),
	('o_eBFZNF1eIEfNj2iK', 19, '01a22d33-a174-722d-a59a-a02c67701b2a', '\x233794573c388c0c2832dfa9bc179caf31d4017cd202559b41ed7d7118d4a9c4'),
	('o_eBFZNF1eIEfNj2iK', 20, '01a22d33-a1e7-74ad-9b3d-67e677d5b017', '\x348074003bff9e73899cbc42da6b45caec7f3e31d29996ce00fa26d7305950f1'),
	('o_eBFZNF1eIEfNj2iK', 21, '01a22d33-a3af-7e3d-8922-5cd1bcdef6a2', '\xbf5b4e6bfbec313e3a05f629ae0d0f4acb677baee184c92d4d170f151dc3a478'),
	('o_eBFZNF1eIEfNj2iK', 22, '01a22d33-a433-7f9c-afc7-663251432ed9', '\xa3b573fd5d1c33f599e09635167ebaeb9086d4faffcaae237af8ebc0dad4bc19'),
	('o_eBFZNF1eIEfNj2iK', 23, '01a22d33-a4c1-7365-85f5-f0294db9948c', '\x2c5b8a83d3c38d898ac83c69bc6241c01966beb5de0e007ee9f8e66c1e885903'),
	('o_eBFZNF1eIEfNj2iK', 24, '01a22d33-a705-7c58-b4d2-06f236de29e8', '\xb2ce9cadf0e4e0f09fd3d36bc43c0862b90970ce650b4118fce707eabc41e89f'),
	('o_eBFZNF1eIEfNj2iK', 25, '01a22d33-a792-7c64-8e1f-34ad06d87e8c', '\xc289c5d322c74c2f09533be4b4f485ec122641417044cab07e4d811780aa277c'),
	('o_eBFZNF1eIEfNj2iK', 26, '01a22d33-a801-75cc-b02e-f72efb5beed5', '\xb5e50037dfbb76b17f0986a15e23a275bc8562d371b1c32809bb0de881f07ddf'),
	('o_eBFZNF1eIEfNj2iK', 27, '01a22d33-a871-708e-a9c6-2661ef20c448', '\xf019dd8e80098f366d1042e3d666eeec95b4e3e969d3071e1f00e68969ee4ee5'),
	('o_eBFZNF1eIEfNj2iK', 28, '01a22d33-a8c3-701c-9f8d-adad432d4611', '\xa5e30dad46a74ba02c65d4b9950e65a93fcbae413f9726810a14511acc86ae1e'),
	('platform', 0, '01a22d33-95da-7d5d-9976-192a4fc65f68', '\xb8e5a093a4953d21ac2431b8f3540617e58e84d9580efacd8913a10afc53f2ce'),
	('platform', 1, '01a22d33-97e9-7bae-8352-9a08776d6d80', '\xf21725b5814c1e304ff8f86ec60836d30e9578b303bd18cd08481652c43467c3'),
	('platform', 2, '01a22d33-9810-7214-acaf-088b1fcc96be', '\xb2944f253b5d5acac32ec1f966d97ba99e00d513890f27372e6dd55a3a07f9bd'),
	('platform', 3, '01a22d33-9ac3-7386-80bd-f32bf1f835b5', '\xe8eb974150b3dd4cfd8bf5d04b1e2576234d131906e10a6a95631a4f3ab215cd'),
	('platform', 4, '01a22d33-9af2-78af-aa13-c09b31db6cab', '\xdf6cfa5008661fbe3348c8c02f6508b2758ae515565f043c465f7bee9f8c79c5'),
	('platform', 5, '01a22d33-9b22-761f-ac9b-8eea79837245', '\x45c77311bf928dd3ba1182cda466e253c6a5f5b286c47f9128a62a9499fbaf74'),
	('platform', 6, '01a22d33-9b7e-7609-8a96-34162c9f1755', '\x674800fd21cd4b28c45a799bffe5629c24584b772753ae752a0ede07e4085700'),
	('platform', 7, '01a22d33-9c3f-74a8-8746-b712be828166', '\x01d1da885d3a85b4761cdd4c22732de191128e7ae6e2a9239dd54f1b05233a78'),
	('platform', 8, '01a22d33-9ee4-75f3-a1c8-53638c1dfc17', '\xbc88ee8158e4e0bfba04e763230f3af318a027992d09d605b351130801116d39'),
	('platform', 9, '01a22d33-9f0c-72c8-8dc6-5d99427c6b57', '\x7073c183f0ae85fd60d7f449c6bfe97365938e49f250d149bbe3f7912b3744ad'),
	('platform', 10, '01a22d33-9f31-7c8e-832d-dc9c268645a4', '\xef4311ae1f7ab7b5dfa97150c2cad9986eb864868b823e9c8c110d50ab91c6a5'),
	('platform', 11, '01a22d33-9f65-7c46-b832-0fb0e7904840', '\xcc29c7ad0763d2de36604fa9f2a70bbab3a84d82b92b50e1c315cbcd6dda3130');

INSERT INTO public.billing_audit_part (event_id, kind, organization_id, salt, data, erased_by) VALUES
	('01a22d33-95da-7d5d-9976-192a4fc65f68', 'personal', NULL, '\x678bf68396e22b8be4cc8bd6e4349000', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22d33-97e9-7bae-8352-9a08776d6d80', 'personal', NULL, '\x2408f3ee2fd84c4e36ebe464447b4b70', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22d33-9810-7214-acaf-088b1fcc96be', 'personal', NULL, '\x2963fab9dd69ab29a3b837b4ab44ac0b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22d33-9836-7795-897f-64d989f3d3f4', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x14f240ad35e45335ce17f56a3c1b08d5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-9836-7795-897f-64d989f3d3f4', 'texts', 'o_eBFZNF1eIEfNj2iK', '\x9c5759a6dc40a5b64869238e5d5a7fb8', '{"changes": {"name": [null, "Acme Robotics"], "slug": [null, "acme-robotics"], "external_id": [null, null]}}', NULL),
	('01a22d33-984b-763a-9fa7-6b7128c9ab4b', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x50fa6eb87ec06a14feeadfb65b69c6b7', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22d33-9ac3-7386-80bd-f32bf1f835b5', 'personal', NULL, '\xa3a8177fd89f09f3410240b3e9ab59e4', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22d33-9add-7c98-9f0c-c9b5d2051d32', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x5cce1c80f9598803dcf492da1d31804e', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22d33-9af2-78af-aa13-c09b31db6cab', 'personal', NULL, '\xc2df7a728473e6a0c3f9ca5f2dd0e624', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22d33-9b0a-7085-b2d2-b6e272a26343', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x39278babde81fa56da107d590ac54c8a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22d33-9b22-761f-ac9b-8eea79837245', 'personal', NULL, '\x600c4b6050798065e4963a9653135e9c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22d33-9b42-772c-854b-237d07a9d55a', 'personal', 'o_eBFZNF1eIEfNj2iK', '\xc9b587f8cf8fba3202767433a7ac409c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22d33-9b7e-7609-8a96-34162c9f1755', 'personal', NULL, '\xa02448f7196bde7b2074a9fa5225b39e', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22d33-9b9a-7b33-8ac9-184953d5534f', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x8b4ab222d3c3d2be9a7a43ca020dedf7', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22d33-9baf-748c-9d5c-3b518642f39f', 'personal', 'o_eBFZNF1eIEfNj2iK', '\xd0047ba1209cab0bdea16649638463a5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-9baf-748c-9d5c-3b518642f39f', 'texts', 'o_eBFZNF1eIEfNj2iK', '\x530d695c109425d31c7f50b3795f9188', '{"changes": {"billing_tier": [null, "pro"]}}', NULL),
	('01a22d33-9baf-748c-9d5c-3b518642f39f', 'figures', 'o_eBFZNF1eIEfNj2iK', '\xe92c4bc6d4c22736df0fa5db54dab79d', '{"changes": {"low_balance_threshold_usd": [null, "500.00"]}}', NULL),
	('01a22d33-9bd7-7585-960f-1b40190b369c', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x7cabdeabf3b2fa4cd7cd7e1d89fcf525', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-9bd7-7585-960f-1b40190b369c', 'texts', 'o_eBFZNF1eIEfNj2iK', '\x8c2e490dd24b16f96d7f0429a5324836', '{"details": {"tag": "session"}}', NULL),
	('01a22d33-9c13-79e9-9371-b7e832e845eb', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x4f4a045f41f234d90c6441237cc42462', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-9c13-79e9-9371-b7e832e845eb', 'texts', 'o_eBFZNF1eIEfNj2iK', '\x5796a75fdcb6479dc0e3477a26d21dd8', '{"details": {"reason": "Demo"}}', NULL),
	('01a22d33-9c3f-74a8-8746-b712be828166', 'personal', NULL, '\x1fec9a732bd622bf077ec9c6ab6666a0', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22d33-9c5f-76da-8077-04d6e2ab1709', 'personal', 'o_9AtvijudlbFJIMc4', '\x8f020311521f9fd27a97cc225d44db76', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d33-9c5f-76da-8077-04d6e2ab1709', 'texts', 'o_9AtvijudlbFJIMc4', '\x5e35e3688b96ec9f3c1b812f2df33797', '{"changes": {"name": [null, "Borealis Labs"], "slug": [null, "borealis-labs"], "external_id": [null, null]}}', NULL),
	('01a22d33-9c82-7885-a095-6b303507eed5', 'personal', 'o_9AtvijudlbFJIMc4', '\x5995e3b8835ddc4a7fd244690978e155', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22d33-9ee4-75f3-a1c8-53638c1dfc17', 'personal', NULL, '\x1f071095046537a17974521c00e1ab11', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22d33-9efe-76b6-9f9b-851ee429e06e', 'personal', 'o_9AtvijudlbFJIMc4', '\x8c16ca58e7ac9a53604d9eb2f00326d2', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22d33-9f0c-72c8-8dc6-5d99427c6b57', 'personal', NULL, '\x1374a9e6a64bdc066aaea0888d74e4ee', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22d33-9f1f-7c8a-b6e7-89c316404695', 'personal', 'o_9AtvijudlbFJIMc4', '\xd2df95b29a14d31d577ff2527f07e500', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22d33-9f31-7c8e-832d-dc9c268645a4', 'personal', NULL, '\xde0377f94f62f152fb591f7f2df359fb', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22d33-9f4c-7407-bc5d-b95950e46209', 'personal', 'o_9AtvijudlbFJIMc4', '\x48a521e220a1e0bbc50944a26b84b282', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22d33-9f65-7c46-b832-0fb0e7904840', 'personal', NULL, '\x7a9e7987922ccf8cc908c2de014f68b8', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22d33-9f7a-71d9-8d22-3d2a1729a458', 'personal', 'o_9AtvijudlbFJIMc4', '\xb18a70c78ccf6bc733134e2e213eb6fa', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22d33-9f86-7543-bb87-79138082419f', 'personal', 'o_9AtvijudlbFJIMc4', '\xd7a33a1cc0ecdd08c75155fcf538dbbf', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d33-9f86-7543-bb87-79138082419f', 'texts', 'o_9AtvijudlbFJIMc4', '\x22c50761b4ce231145a8c6029d65e67f', '{"changes": {"billing_tier": [null, "team"]}}', NULL),
	('01a22d33-9f86-7543-bb87-79138082419f', 'figures', 'o_9AtvijudlbFJIMc4', '\x3fce8a7eb13ba3405adfddb6806c8bf8', '{"changes": {"low_balance_threshold_usd": [null, "100.00"]}}', NULL),
	('01a22d33-9f96-7be7-9f9a-1d0b433982f4', 'personal', 'o_9AtvijudlbFJIMc4', '\x7e037d2052bfa2bee7e08c13dd86a9f4', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d33-9f96-7be7-9f9a-1d0b433982f4', 'texts', 'o_9AtvijudlbFJIMc4', '\x2a68335959a954621beeae3d84b69f93', '{"details": {"tag": "session"}}', NULL),
	('01a22d33-9fb6-7e22-8f6a-4ca7dcc32758', 'personal', 'o_9AtvijudlbFJIMc4', '\x55230fb6f15ab08d7f951a6cc2046f68', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "new-auditor@borealis-labs.example"}', NULL),
	('01a22d33-9fee-7be7-99ff-6f9dccc0c5b3', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x41a06f180d193378f67b182f919939b5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22d33-a871-708e-a9c6-2661ef20c448', 'personal', 'o_eBFZNF1eIEfNj2iK', '\xe77a7a1bb693b0f229ff1bfd8380b47c', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-9fee-7be7-99ff-6f9dccc0c5b3', 'figures', 'o_eBFZNF1eIEfNj2iK', '\xdc9509cfc167546caf4e2295e8b8ce31', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "45.02205"}}', NULL),
	('01a22d33-9fee-7d6c-b710-076548264919', 'personal', 'o_9AtvijudlbFJIMc4', '\x0edc0834e1414c21f21de233627f519f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22d33-9fee-7d6c-b710-076548264919', 'figures', 'o_9AtvijudlbFJIMc4', '\x8964024b2cf77cf931c8d608bc9a7767', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "36.01824"}}', NULL),
	('01a22d33-a01e-7af8-803a-68c855639da6', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x88ac2981fe59d81640dfa33b08557694', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a01e-7af8-803a-68c855639da6', 'texts', 'o_eBFZNF1eIEfNj2iK', '\x0a3e27d69411c155ddbe985e6d4ed3f9', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22d33-a01e-7af8-803a-68c855639da6', 'figures', 'o_eBFZNF1eIEfNj2iK', '\x6b286c34112f4bbe7f815bc1cdbb1ab4', '{"details": {"amount_usd": "15000.00"}}', NULL),
	('01a22d33-a035-7f12-91fe-5f0e8d89dc18', 'personal', 'o_eBFZNF1eIEfNj2iK', '\xc5ffe798fd5a90060dd32ea4a85a9615', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a043-71ef-b8f0-e50247e017c7', 'personal', 'o_9AtvijudlbFJIMc4', '\x80febc9497153963c8cf20480df6f0f5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d33-a043-71ef-b8f0-e50247e017c7', 'texts', 'o_9AtvijudlbFJIMc4', '\x8b9dfe98683438a1bdebd3cf9e6296f2', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22d33-a043-71ef-b8f0-e50247e017c7', 'figures', 'o_9AtvijudlbFJIMc4', '\x0b9afd0eb5e9825cf8f68c9f6790697b', '{"details": {"amount_usd": "11750.00"}}', NULL),
	('01a22d33-a04d-7c27-a51c-165636ce6843', 'personal', 'o_9AtvijudlbFJIMc4', '\xb2daa0755f508eee29fd380cae7ead6b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d33-a076-7915-92d4-a3d338600b0d', 'personal', 'o_eBFZNF1eIEfNj2iK', '\xd5d3e092631d2034df975de95472d7b7', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a076-7915-92d4-a3d338600b0d', 'texts', 'o_eBFZNF1eIEfNj2iK', '\x63603964966b44fe7828178b1cd6a1d6', '{"details": {"run_id": "run-002", "reference": "credit-1"}}', NULL),
	('01a22d33-a076-7915-92d4-a3d338600b0d', 'figures', 'o_eBFZNF1eIEfNj2iK', '\x177dabd4b5182c2f27df71097c0a9755', '{"details": {"amount_usd": "0.01"}}', NULL),
	('01a22d33-a08e-750f-8ba9-25c15c10c0ff', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x6c7b4e79a78487d51c082a6fd1f2b986', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a08e-750f-8ba9-25c15c10c0ff', 'texts', 'o_eBFZNF1eIEfNj2iK', '\x36e0fe39a5abba2300b03d380336fe32', '{"details": {"reason": "Fed by mistake"}}', NULL),
	('01a22d33-a08e-750f-8ba9-25c15c10c0ff', 'figures', 'o_eBFZNF1eIEfNj2iK', '\x8f513c8d58dfe461fa0556e911d6a45e', '{"details": {"run_ids": ["run-004"], "run_count": 1, "total_cost_usd": "5.00047"}}', NULL),
	('01a22d33-a0a3-7696-b85c-fb7228ba7373', 'personal', 'o_eBFZNF1eIEfNj2iK', '\xf9cf2140be39a44dca6f9be0166f4831', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a0a3-7696-b85c-fb7228ba7373', 'texts', 'o_eBFZNF1eIEfNj2iK', '\x540723bd96139de8d3d660ed2f0621ca', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22d33-a0a3-7696-b85c-fb7228ba7373', 'figures', 'o_eBFZNF1eIEfNj2iK', '\x5c5bd5be51520e678f624a21e69ac460', '{"details": {"amount_usd": "1.24736"}}', NULL),
	('01a22d33-a0b4-7235-9f64-28a15c4de91b', 'personal', 'o_eBFZNF1eIEfNj2iK', '\xda8bb6dcb60d2df7fe04c4c09c8de86a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a0b4-7235-9f64-28a15c4de91b', 'texts', 'o_eBFZNF1eIEfNj2iK', '\x852eed80b0ab1a4bcb137a410bc536be', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22d33-a0b4-7235-9f64-28a15c4de91b', 'figures', 'o_eBFZNF1eIEfNj2iK', '\xe42921f06927538aa59bea021620f474', '{"details": {"balance_usd": "14980.25", "difference_usd": "1.24736"}}', NULL),
	('01a22d33-a0c3-70d0-9d29-eab68794a121', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x7acfe61dc432a4efe4689de72633400d', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22d33-a0d2-7995-aafb-4e261a2507cd', 'personal', 'o_9AtvijudlbFJIMc4', '\x1e6f9be56d31847370072fc7089aff23', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22d33-a0df-70be-af9d-1f3e8b4b281b', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x888a0354dbff023a2131641fbbf15944', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22d33-a0f1-7be0-b05d-859dc3296f6a', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x4646e1d6f5828195a2fcbea9879aa991', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22d33-a0f1-7be0-b05d-859dc3296f6a', 'texts', 'o_eBFZNF1eIEfNj2iK', '\xda2f4545858efcbde45ea1cdd1775b1b', '{"details": {"reason": "Kept as a revoked one"}}', NULL),
	('01a22d33-a174-722d-a59a-a02c67701b2a', 'personal', 'o_eBFZNF1eIEfNj2iK', '\xfab129c6116dcc9d732d65b29d5e4bce', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a1e7-74ad-9b3d-67e677d5b017', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x57e87abf6badb320dd319500286907bf', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a1e7-74ad-9b3d-67e677d5b017', 'texts', 'o_eBFZNF1eIEfNj2iK', '\x9560bb6a3456efbb78613c9a7e650b82', '{"details": {"group_by": ["tag:session"]}}', NULL),
	('01a22d33-a3af-7e3d-8922-5cd1bcdef6a2', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x103ebc799b7b7a14dd89dc601b9a0006', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a433-7f9c-afc7-663251432ed9', 'personal', 'o_eBFZNF1eIEfNj2iK', '\xf8caea03e631a30861bca3ad8933d8aa', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a4c1-7365-85f5-f0294db9948c', 'personal', 'o_eBFZNF1eIEfNj2iK', '\xeefca55da1cf1219cd3a6f6523f6c273', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a4c1-7365-85f5-f0294db9948c', 'texts', 'o_eBFZNF1eIEfNj2iK', '\xb931aedd67e10aab3425499012cd507d', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22d33-a51f-7acc-8570-dd8424945335', 'personal', 'o_9AtvijudlbFJIMc4', '\x7536036e7dab7d007a21b9f2670bf7e7', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d33-a58d-7be4-8f5c-87291e8485f0', 'personal', 'o_9AtvijudlbFJIMc4', '\x3427e30deb90776ab861965fbebc27be', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d33-a5e8-7a54-afa2-a1d49cae0362', 'personal', 'o_9AtvijudlbFJIMc4', '\xe5625089fb1bbfee81cf8ae2f4451f85', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d33-a640-76ad-83f4-d787e53e6c39', 'personal', 'o_9AtvijudlbFJIMc4', '\x4a39faacfef06e8362f969279d4dd53c', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d33-a6b0-71f8-9f01-9cd804d80fc2', 'personal', 'o_9AtvijudlbFJIMc4', '\xe7f39888fad59e0ad94a8c229d40f1e5', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d33-a6b0-71f8-9f01-9cd804d80fc2', 'texts', 'o_9AtvijudlbFJIMc4', '\xdd9d5dca1bdaca3b133ae37740e9a088', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22d33-a705-7c58-b4d2-06f236de29e8', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x29b31fe999fd37c309666a7f3943fdf7', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a792-7c64-8e1f-34ad06d87e8c', 'personal', 'o_eBFZNF1eIEfNj2iK', '\xf2fddfa2a46475fd6a14f3c2c0d492c0', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a801-75cc-b02e-f72efb5beed5', 'personal', 'o_eBFZNF1eIEfNj2iK', '\xba6244081e647c01771ffbb3e297da1b', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a8c3-701c-9f8d-adad432d4611', 'personal', 'o_eBFZNF1eIEfNj2iK', '\x42351d3f0b84feb1a2576fe061b51910', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d33-a8c3-701c-9f8d-adad432d4611', 'texts', 'o_eBFZNF1eIEfNj2iK', '\x958a806dd1dcafcd8f996529dbced272', '{"details": {"run_id": "run-002"}}', NULL);

INSERT INTO public.billing_audit_repeat (fingerprint, minute, organization_id, first_event_id, count) VALUES
	('\xc3dc6cbdd8601422b3388b5e8785e0cbe30601ef5639f7e3187d253333891173', '2026-11-30 16:04:00+00', 'o_9AtvijudlbFJIMc4', '01a22d33-a51f-7acc-8570-dd8424945335', 1),
	('\xe0102ecc08219145317bfebdf4fb1c759ffbd15b20264b5e3c8ed80a0779e9f7', '2026-11-30 16:04:00+00', 'o_9AtvijudlbFJIMc4', '01a22d33-a58d-7be4-8f5c-87291e8485f0', 2),
	('\xfac9853c56bfc93165eca9f018b0817cdb31d7bcbaf2034323640173cf492c0d', '2026-11-30 16:04:00+00', 'o_9AtvijudlbFJIMc4', '01a22d33-a640-76ad-83f4-d787e53e6c39', 1),
	('\x8911502e4fe7e0f02638ead57167065d4bd13f89f67300999326c8113f4b7f07', '2026-11-30 16:04:00+00', 'o_9AtvijudlbFJIMc4', '01a22d33-a6b0-71f8-9f01-9cd804d80fc2', 1),
	('\x433ba3a0445c35de9092a5dd7f7fe3737e5e609afe9ef4d65f36c209315772d2', '2026-11-30 16:04:00+00', 'o_eBFZNF1eIEfNj2iK', '01a22d33-a705-7c58-b4d2-06f236de29e8', 1),
	('\x85439d3b4ed3874c3f9a167060e5982564ef7ef23c7564828f3d73c673b65d2d', '2026-11-30 16:04:00+00', 'o_eBFZNF1eIEfNj2iK', '01a22d33-a792-7c64-8e1f-34ad06d87e8c', 2),
	('\x2aa7015af8d25c6b054da0370b99c42419d19a016991d3bd8d04c0baf580a72c', '2026-11-30 16:04:00+00', 'o_eBFZNF1eIEfNj2iK', '01a22d33-a871-708e-a9c6-2661ef20c448', 1),
	('\x0f1c7546f9f4d5c41d90da4c55422da4a0095aaa230addffadff66acba074653', '2026-11-30 16:04:00+00', 'o_eBFZNF1eIEfNj2iK', '01a22d33-a8c3-701c-9f8d-adad432d4611', 1);

INSERT INTO public.billing_audit_tree (log, size, edge) VALUES
	('o_9AtvijudlbFJIMc4', 18, '\x4481ac21298b3719c2dcdf62163fa94cd7bd085bc53c7ecd61986b4d85bf9560be6bae6dec4d94ae2e18c131bbf811a47a9691fe9c9996e791e1a81e036be3bd'),
	('o_eBFZNF1eIEfNj2iK', 29, '\x8ba3dd3b88d905458c22d97e5a25d6058696aeea7fcf9cf638f9186564f67fe143d840c81cc9b0b002914f45a9cc67a67fd8012c67c154ed7a068212a5cafe1546a8b723af418e663e87de20fb5100049719877aa6beaf1a4e423d8cf3b0aa9fa5e30dad46a74ba02c65d4b9950e65a93fcbae413f9726810a14511acc86ae1e'),
	('platform', 12, '\x5d885fd05095e21bc0a7478a6e3f18ed516682ea3c6e85f0dba6e406f2e830b72001d137629535c771f6380f2328bb6e8f4dda2133b7f40b04698279d4f38031');

INSERT INTO public.billing_balance_entry (id, kind, amount_usd, reference, occurred_at, note, revision, created_at, organization_id) VALUES
	(1, 'top_up', 15000.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 16:04:47.773828+00', 1),
	(2, 'top_up', 11750.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 16:04:47.80995+00', 2),
	(3, 'adjustment', 1.2473600000, 'biller-1', '2026-04-06 00:00:00+00', '', 6, '2026-11-30 16:04:47.906901+00', 1);

INSERT INTO public.billing_batch (id, started_at, finished_at, started_by, file, options, read, inserted, updated, unchanged, repeated, stale, refused, corrected, rounded, unpriced, total_cost_usd, llm_tokens_in, llm_tokens_out, usage_moved_usd, offset_usd, llm_tokens_cached) VALUES
	(1, '2026-11-30 16:04:47.67323+00', '2026-11-30 16:04:47.746436+00', 'system keep_release', '', '{}', 30, 30, 0, 0, 0, 0, 0, 0, 0, 3, 81.0402900000, 30435, 6435, 81.0402900000, 0.0000000000, 435);

INSERT INTO public.billing_orgs_invitation (id, email, role, token_digest, sending, sent_at, expires_at, accepted_at, revoked_at, invited_by_id, organization_id) VALUES
	(1, 'new-auditor@borealis-labs.example', 'auditor', NULL, 1, '2026-11-30 16:04:47.656939+00', '2026-12-07 16:04:47.656939+00', NULL, NULL, NULL, 2);

INSERT INTO public.billing_orgs_invitationsending (id, sent_at, invitation_id, sent_by_id) VALUES
	(1, '2026-11-30 16:04:47.65907+00', 1, NULL);

INSERT INTO public.billing_orgs_membership (id, role, created_at, user_id, organization_id, hold_confirmed_until) VALUES
	(1, 'owner', '2026-11-30 16:04:45.753713+00', 2, 1, NULL),
	(2, 'admin', '2026-11-30 16:04:46.418784+00', 3, 1, NULL),
	(3, 'billing', '2026-11-30 16:04:46.464633+00', 4, 1, NULL),
	(4, 'auditor', '2026-11-30 16:04:46.514921+00', 5, 1, NULL),
	(5, 'member', '2026-11-30 16:04:46.610566+00', 6, 1, NULL),
	(6, 'owner', '2026-11-30 16:04:46.833668+00', 7, 2, NULL),
	(7, 'admin', '2026-11-30 16:04:47.475843+00', 8, 2, NULL),
	(8, 'billing', '2026-11-30 16:04:47.511674+00', 9, 2, NULL),
	(9, 'auditor', '2026-11-30 16:04:47.554911+00', 10, 2, NULL),
	(10, 'member', '2026-11-30 16:04:47.605154+00', 11, 2, NULL);

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
	(1, true, NULL, 1, 'Demo', '2026-11-30 16:04:46.717843+00', 'system', NULL);

INSERT INTO public.billing_reconciliation (id, reference, balance_usd, observed_at, difference_usd, revision, created_at, organization_id) VALUES
	(1, 'biller-1', 14980.2500000000, '2026-04-06 00:00:00+00', 1.2473600000, 6, '2026-11-30 16:04:47.923687+00', 1);

INSERT INTO public.billing_registered_tag (id, key, registered_at, filled_through, ready_at, organization_id) VALUES
	(1, 'session', '2026-11-30 16:04:46.674355+00', NULL, '2026-11-30 16:04:46.669979+00', 1),
	(2, 'session', '2026-11-30 16:04:47.637845+00', NULL, '2026-11-30 16:04:47.637388+00', 2);

INSERT INTO public.billing_revision (revision, token, organization_id) VALUES
	(1, 'e8eddc91-2012-4e71-acaa-18db2bb25f9d', 1),
	(1, '2ffce05f-53ec-443e-934c-e4055b2c8dfe', 2),
	(2, '4f2fe16a-fb5c-4a27-9e24-f8cd0ba93d73', 1),
	(2, 'b8aac031-2d23-45f3-8cb4-9fbda6d2e865', 2),
	(3, 'da541f2e-2f7d-4d82-9aae-966c9855b4ac', 1),
	(3, '29aa02d7-5553-4e9b-bb2e-ce92bdc96bd7', 2),
	(4, '1aa8a146-aa1c-4fb8-ad2d-580e35c33cdc', 1),
	(5, '0f1c6261-b027-4acc-808d-d31ce63e3ce8', 1),
	(6, 'e4456c10-489f-46df-8500-ce1b9022a91a', 1);

INSERT INTO public.billing_run (id, run_id, run_type, status, created_at, modified_at, queued_at, started_at, finished_at, total_cost_usd, unit_price_usd, cost_status, cost_updated_at, llm_tokens_in, llm_tokens_out, tags, first_revision, revision, organization_id, batch_id, llm_tokens_cached, credited_usd, cached_unit_price_usd, cached_units, units) VALUES
	(1, 'run-000', 'workflow_run', 'completed', '2026-04-01 00:00:00+00', NULL, NULL, '2026-04-01 00:00:00+00', '2026-04-01 00:03:00+00', 1.0000700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1000, 200, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 0, 0.0000000000, NULL, NULL, NULL),
	(4, 'run-006', 'workflow_run', 'completed', '2026-04-02 18:06:00+00', NULL, NULL, '2026-04-02 18:06:00+00', '2026-04-02 18:09:00+00', 2.0006700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1006, 206, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 6, 0.0000000000, NULL, NULL, NULL),
	(5, 'run-008', 'workflow_run', 'completed', '2026-04-03 08:08:00+00', NULL, NULL, '2026-04-03 08:08:00+00', '2026-04-03 08:11:00+00', 4.0008700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1008, 208, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 8, 0.0000000000, NULL, NULL, NULL),
	(6, 'run-010', 'workflow_run', 'completed', '2026-04-03 22:10:00+00', NULL, NULL, '2026-04-03 22:10:00+00', '2026-04-03 22:13:00+00', 1.0010700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1010, 210, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 10, 0.0000000000, NULL, NULL, NULL),
	(7, 'run-012', 'workflow_run', 'completed', '2026-04-04 12:12:00+00', NULL, NULL, '2026-04-04 12:12:00+00', '2026-04-04 12:15:00+00', 3.0012700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1012, 212, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 12, 0.0000000000, NULL, NULL, NULL),
	(8, 'run-014', 'workflow_run', 'completed', '2026-04-05 02:14:00+00', NULL, NULL, '2026-04-05 02:14:00+00', '2026-04-05 02:17:00+00', 5.0014700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1014, 214, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 14, 0.0000000000, NULL, NULL, NULL),
	(9, 'run-016', 'workflow_run', 'completed', '2026-04-05 16:16:00+00', NULL, NULL, '2026-04-05 16:16:00+00', '2026-04-05 16:19:00+00', 2.0016700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1016, 216, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 16, 0.0000000000, NULL, NULL, NULL),
	(10, 'run-018', 'workflow_run', 'completed', '2026-04-06 06:18:00+00', NULL, NULL, '2026-04-06 06:18:00+00', '2026-04-06 06:21:00+00', 4.0018700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1018, 218, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 18, 0.0000000000, NULL, NULL, NULL),
	(11, 'run-020', 'workflow_run', 'completed', '2026-04-06 20:20:00+00', NULL, NULL, '2026-04-06 20:20:00+00', '2026-04-06 20:23:00+00', 1.0020700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1020, 220, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 20, 0.0000000000, NULL, NULL, NULL),
	(12, 'run-022', 'workflow_run', 'completed', '2026-04-07 10:22:00+00', NULL, NULL, '2026-04-07 10:22:00+00', '2026-04-07 10:25:00+00', 3.0022700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1022, 222, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 22, 0.0000000000, NULL, NULL, NULL),
	(13, 'run-024', 'workflow_run', 'completed', '2026-04-08 00:24:00+00', NULL, NULL, '2026-04-08 00:24:00+00', '2026-04-08 00:27:00+00', 5.0024700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1024, 224, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 24, 0.0000000000, NULL, NULL, NULL),
	(14, 'run-026', 'workflow_run', 'completed', '2026-04-08 14:26:00+00', NULL, NULL, '2026-04-08 14:26:00+00', '2026-04-08 14:29:00+00', 2.0026700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1026, 226, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 26, 0.0000000000, NULL, NULL, NULL),
	(15, 'run-028', 'workflow_run', 'completed', '2026-04-09 04:28:00+00', NULL, NULL, '2026-04-09 04:28:00+00', '2026-04-09 04:31:00+00', 4.0028700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1028, 228, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 28, 0.0000000000, NULL, NULL, NULL),
	(16, 'run-001', 'workflow_run', 'completed', '2026-04-01 07:01:00+00', NULL, NULL, '2026-04-01 07:01:00+00', '2026-04-01 07:04:00+00', 2.0001700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1001, 201, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 1, 0.0000000000, NULL, NULL, NULL),
	(17, 'run-003', 'workflow_run', 'completed', '2026-04-01 21:03:00+00', NULL, NULL, '2026-04-01 21:03:00+00', '2026-04-01 21:06:00+00', 4.0003700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1003, 203, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 3, 0.0000000000, NULL, NULL, NULL),
	(18, 'run-005', 'workflow_run', 'completed', '2026-04-02 11:05:00+00', NULL, NULL, '2026-04-02 11:05:00+00', '2026-04-02 11:08:00+00', 1.0005700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1005, 205, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 5, 0.0000000000, NULL, NULL, NULL),
	(19, 'run-007', 'workflow_run', 'completed', '2026-04-03 01:07:00+00', NULL, NULL, '2026-04-03 01:07:00+00', '2026-04-03 01:10:00+00', NULL, NULL, 'unpriced', '2026-11-30 16:04:47.712499+00', 1007, 207, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 7, 0.0000000000, NULL, NULL, NULL),
	(20, 'run-009', 'workflow_run', 'running', '2026-04-03 15:09:00+00', NULL, NULL, '2026-04-03 15:09:00+00', NULL, 5.0009700000, NULL, 'accruing', '2026-11-30 16:04:47.712499+00', 1009, 209, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 9, 0.0000000000, NULL, NULL, NULL),
	(21, 'run-011', 'workflow_run', 'completed', '2026-04-04 05:11:00+00', NULL, NULL, '2026-04-04 05:11:00+00', '2026-04-04 05:14:00+00', 2.0011700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1011, 211, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 11, 0.0000000000, NULL, NULL, NULL),
	(22, 'run-013', 'workflow_run', 'completed', '2026-04-04 19:13:00+00', NULL, NULL, '2026-04-04 19:13:00+00', '2026-04-04 19:16:00+00', 4.0013700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1013, 213, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 13, 0.0000000000, NULL, NULL, NULL),
	(23, 'run-015', 'workflow_run', 'completed', '2026-04-05 09:15:00+00', NULL, NULL, '2026-04-05 09:15:00+00', '2026-04-05 09:18:00+00', 1.0015700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1015, 215, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 15, 0.0000000000, NULL, NULL, NULL),
	(24, 'run-017', 'workflow_run', 'completed', '2026-04-05 23:17:00+00', NULL, NULL, '2026-04-05 23:17:00+00', '2026-04-05 23:20:00+00', NULL, NULL, 'unpriced', '2026-11-30 16:04:47.712499+00', 1017, 217, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 17, 0.0000000000, NULL, NULL, NULL),
	(25, 'run-019', 'workflow_run', 'running', '2026-04-06 13:19:00+00', NULL, NULL, '2026-04-06 13:19:00+00', NULL, 5.0019700000, NULL, 'accruing', '2026-11-30 16:04:47.712499+00', 1019, 219, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 19, 0.0000000000, NULL, NULL, NULL),
	(26, 'run-021', 'workflow_run', 'completed', '2026-04-07 03:21:00+00', NULL, NULL, '2026-04-07 03:21:00+00', '2026-04-07 03:24:00+00', 2.0021700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1021, 221, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 21, 0.0000000000, NULL, NULL, NULL),
	(27, 'run-023', 'workflow_run', 'completed', '2026-04-07 17:23:00+00', NULL, NULL, '2026-04-07 17:23:00+00', '2026-04-07 17:26:00+00', 4.0023700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1023, 223, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 23, 0.0000000000, NULL, NULL, NULL),
	(28, 'run-025', 'workflow_run', 'completed', '2026-04-08 07:25:00+00', NULL, NULL, '2026-04-08 07:25:00+00', '2026-04-08 07:28:00+00', 1.0025700000, NULL, 'final', '2026-11-30 16:04:47.712499+00', 1025, 225, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 25, 0.0000000000, NULL, NULL, NULL),
	(29, 'run-027', 'workflow_run', 'completed', '2026-04-08 21:27:00+00', NULL, NULL, '2026-04-08 21:27:00+00', '2026-04-08 21:30:00+00', NULL, NULL, 'unpriced', '2026-11-30 16:04:47.712499+00', 1027, 227, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 27, 0.0000000000, NULL, NULL, NULL),
	(30, 'run-029', 'workflow_run', 'running', '2026-04-09 11:29:00+00', NULL, NULL, '2026-04-09 11:29:00+00', NULL, 5.0029700000, NULL, 'accruing', '2026-11-30 16:04:47.712499+00', 1029, 229, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 29, 0.0000000000, NULL, NULL, NULL),
	(2, 'run-002', 'workflow_run', 'completed', '2026-04-01 14:02:00+00', NULL, NULL, '2026-04-01 14:02:00+00', '2026-04-01 14:05:00+00', 3.0002700000, NULL, 'final', '2026-11-30 16:04:47.853613+00', 1002, 202, '{"county": "Añasco", "session": "s2"}', 2, 4, 1, 1, 2, 0.0100000000, NULL, NULL, NULL);

INSERT INTO public.billing_run_credit (id, run_id, amount_usd, reference, occurred_at, revision, void_revision, created_at, organization_id) VALUES
	(1, 'run-002', 0.0100000000, 'credit-1', '2026-04-01 12:00:00+00', 4, NULL, '2026-11-30 16:04:47.861032+00', 1);

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
	(1, 'workflow_run', 'completed', '2026-04-02 04:04:00+00', NULL, NULL, '2026-04-02 04:04:00+00', '2026-04-02 04:07:00+00', 5.0004700000, NULL, 'final', 1004, 204, '{"county": "Añasco", "session": "s0"}', 'run-004', '2026-11-30 16:04:47.712499+00', 2, 2, 5, '2026-11-30 16:04:47.877833+00', 1, 1, 4, 0.0000000000, NULL, NULL, NULL);

INSERT INTO public.procrastinate_jobs (id, queue_name, task_name, lock, args, status, scheduled_at, attempts, queueing_lock, priority, abort_requested, worker_id) VALUES
	(1, 'email', 'orgs.send_invitation', NULL, '{"message": "d539ce04-2de5-425d-a39d-91cc7445e7c1", "sending": 1, "invitation_id": 1}', 'todo', NULL, 0, NULL, 0, false, NULL);

INSERT INTO public.procrastinate_events (id, job_id, type, at) VALUES
	(1, 1, 'deferred', '2026-11-30 16:04:47.650207+00');

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

SELECT pg_catalog.setval('public.django_content_type_id_seq', 56, true);

SELECT pg_catalog.setval('public.django_migrations_id_seq', 108, true);

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

