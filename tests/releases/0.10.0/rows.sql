INSERT INTO public.billing_accounts_user (id, password, last_login, is_superuser, is_staff, is_active, date_joined, email, name, held_until, password_is_preset) VALUES
	(1, 'pbkdf2_sha256$1000000$geYhasuL6BOf5HMgvUjIXU$XB+xlMCi59Eb9AjiWPY5R3YAAB2pT9tyWpGFlEqVb9U=', NULL, true, true, true, '2026-11-30 20:21:48.651064+00', 'staff@platform.example', 'Platform staff', NULL, false),
	(2, 'pbkdf2_sha256$1000000$geYhasuL6BOf5HMgvUjIXU$XB+xlMCi59Eb9AjiWPY5R3YAAB2pT9tyWpGFlEqVb9U=', NULL, false, false, true, '2026-11-30 20:21:49.726673+00', 'owner@acme-robotics.example', 'Acme Robotics''s owner', NULL, false),
	(3, 'pbkdf2_sha256$1000000$geYhasuL6BOf5HMgvUjIXU$XB+xlMCi59Eb9AjiWPY5R3YAAB2pT9tyWpGFlEqVb9U=', NULL, false, false, true, '2026-11-30 20:21:50.538061+00', 'admin@acme-robotics.example', 'Acme Robotics''s admin', NULL, false),
	(4, 'pbkdf2_sha256$1000000$geYhasuL6BOf5HMgvUjIXU$XB+xlMCi59Eb9AjiWPY5R3YAAB2pT9tyWpGFlEqVb9U=', NULL, false, false, true, '2026-11-30 20:21:50.618319+00', 'billing@acme-robotics.example', 'Acme Robotics''s billing', NULL, false),
	(5, 'pbkdf2_sha256$1000000$geYhasuL6BOf5HMgvUjIXU$XB+xlMCi59Eb9AjiWPY5R3YAAB2pT9tyWpGFlEqVb9U=', NULL, false, false, true, '2026-11-30 20:21:50.685655+00', 'auditor@acme-robotics.example', 'Acme Robotics''s auditor', NULL, false),
	(6, 'pbkdf2_sha256$1000000$geYhasuL6BOf5HMgvUjIXU$XB+xlMCi59Eb9AjiWPY5R3YAAB2pT9tyWpGFlEqVb9U=', NULL, false, false, true, '2026-11-30 20:21:50.755151+00', 'member@acme-robotics.example', 'Acme Robotics''s member', NULL, false),
	(7, 'pbkdf2_sha256$1000000$geYhasuL6BOf5HMgvUjIXU$XB+xlMCi59Eb9AjiWPY5R3YAAB2pT9tyWpGFlEqVb9U=', NULL, false, false, true, '2026-11-30 20:21:50.933161+00', 'owner@borealis-labs.example', 'Borealis Labs''s owner', NULL, false),
	(8, 'pbkdf2_sha256$1000000$geYhasuL6BOf5HMgvUjIXU$XB+xlMCi59Eb9AjiWPY5R3YAAB2pT9tyWpGFlEqVb9U=', NULL, false, false, true, '2026-11-30 20:21:51.500519+00', 'admin@borealis-labs.example', 'Borealis Labs''s admin', NULL, false),
	(9, 'pbkdf2_sha256$1000000$geYhasuL6BOf5HMgvUjIXU$XB+xlMCi59Eb9AjiWPY5R3YAAB2pT9tyWpGFlEqVb9U=', NULL, false, false, true, '2026-11-30 20:21:51.51994+00', 'billing@borealis-labs.example', 'Borealis Labs''s billing', NULL, false),
	(10, 'pbkdf2_sha256$1000000$geYhasuL6BOf5HMgvUjIXU$XB+xlMCi59Eb9AjiWPY5R3YAAB2pT9tyWpGFlEqVb9U=', NULL, false, false, true, '2026-11-30 20:21:51.572504+00', 'auditor@borealis-labs.example', 'Borealis Labs''s auditor', NULL, false),
	(11, 'pbkdf2_sha256$1000000$geYhasuL6BOf5HMgvUjIXU$XB+xlMCi59Eb9AjiWPY5R3YAAB2pT9tyWpGFlEqVb9U=', NULL, false, false, true, '2026-11-30 20:21:51.599969+00', 'member@borealis-labs.example', 'Borealis Labs''s member', NULL, false);

INSERT INTO public.billing_orgs_organization (id, public_id, name, slug, external_id, time_zone, requires_second_factor, created_at, closed_at) VALUES
	(1, 'o_I82i1gTE6qoVb64g', 'Acme Robotics', 'acme-robotics', NULL, 'UTC', false, '2026-11-30 20:21:49.775601+00', NULL),
	(2, 'o_2yKwlaGiJZckgVCn', 'Borealis Labs', 'borealis-labs', NULL, 'UTC', false, '2026-11-30 20:21:50.993421+00', NULL);

INSERT INTO public.billing_account (organization_id, billing_tier, billing_mode, low_balance_threshold_usd, period_start_day, revision, fed_at, usage_through, balance_reconciled_at, entries_total_usd, usage_total_usd, revision_token, stale_after_hours) VALUES
	(2, 'team', 'prepaid', 100.0000000000, 1, 3, '2026-11-30 20:21:51.686083+00', '2026-11-30 00:00:00+00', NULL, 11750.0000000000, 36.0182400000, 'a8cc5385-ed54-453e-b301-6dea3855028d', NULL),
	(1, 'pro', 'prepaid', 500.0000000000, 1, 6, '2026-11-30 20:21:51.686083+00', '2026-11-30 00:00:00+00', '2026-04-06 00:00:00+00', 15001.2473600000, 40.0115800000, 'b6e99097-ea5b-4d67-bad3-179fc17a5305', NULL);

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
	('74888ff4-4ac4-4d6a-905f-3319128250bb', 'low_balance', NULL, NULL, NULL, '', NULL, '2026-11-30 20:21:50.823184+00', '2026-11-30 20:21:50.823184+00', 'unknown', '2026-11-30 20:21:50.823184+00', NULL, NULL, NULL, '2026-11-30 20:21:50.823184+00', 1),
	('dd3dc6d8-1d6d-4c82-a1bd-1c2e9c76978b', 'low_balance', NULL, NULL, NULL, '', NULL, '2026-11-30 20:21:51.630741+00', '2026-11-30 20:21:51.630741+00', 'unknown', '2026-11-30 20:21:51.630741+00', NULL, NULL, NULL, '2026-11-30 20:21:51.630741+00', 2);

INSERT INTO public.billing_api_key (id, name, digest, first_characters, last_characters, scopes, created_at, created_by_kind, expires_at, revoked_at, allowed_networks, is_platform_key, last_used_at, last_used_address, expiry_notice, form_token, created_by_id, organization_id, predecessor_id) VALUES
	('313bed24-e413-490f-9592-21d030fd41bc', 'Kept', '\xa178401121d6ba48f5c9aa61d402da43a00dca792d35092a5f3c70db0eb0f8ed', 'bak_live_VxA', '8Roa', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 20:21:51.827498+00', 'system', '2027-11-30 20:21:51.827498+00', '2026-11-30 20:21:51.839163+00', '{}', false, NULL, NULL, NULL, NULL, NULL, 1, NULL),
	('be65bdf4-cce2-453e-ac50-691e24045761', 'Kept', '\x618182214a5d277a758d6966703f85c8818f74c2d39b3752f3c57e99ac3b5399', 'bak_live_QHp', 'eFLu', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 20:21:51.807995+00', 'system', '2027-11-30 20:21:51.807995+00', NULL, '{}', false, '2026-11-30 20:21:51.952945+00', '127.0.0.1', NULL, NULL, NULL, 1, NULL),
	('a5ca8f79-a405-4557-8f3a-db2e8f759fb0', 'Kept', '\x1eeaacce0f20cb958df058a9cadd85c9a3afbe943bd8f2d10795c87c1ee629ca', 'bak_live_jJD', 'wMZB', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 20:21:51.820623+00', 'system', '2027-11-30 20:21:51.820623+00', NULL, '{}', false, '2026-11-30 20:21:52.266864+00', '127.0.0.1', NULL, NULL, NULL, 2, NULL);

INSERT INTO public.billing_audit_checkpoint (log, size, note) VALUES
	('o_2yKwlaGiJZckgVCn', 18, 'tests/o_2yKwlaGiJZckgVCn
18
cjzHnT9Won0qbjIaEyy3Dja3Nav+v/ts7XvOW5gfm+M=
sealed 2026-11-30T20:21:53.022267Z

— tests/o_2yKwlaGiJZckgVCn fi8QI8tgl86UaMApo4Kzf2oFqUXacvmdYMw9G9QrCRgL9V69HuY/sWeeheoy+tBUqxMACxg/FQv9n7t5WFMJhxFJCAw=
'),
	('o_I82i1gTE6qoVb64g', 29, 'tests/o_I82i1gTE6qoVb64g
29
pNtTYqD0VfGFM8Dns/RqM1NNoKFeQ0y8+ltikKeWeMs=
sealed 2026-11-30T20:21:53.024629Z

— tests/o_I82i1gTE6qoVb64g cHQOhedcjMVPiDxnERmZnAPXuo0OTHbXUXOSRs0SEJK2MDrnWtpr8Whfyr7v1qCInpscXhAw898D3DQlhOggqUfNgwA=
'),
	('platform', 12, 'tests/platform
12
J4Mi6Ej51PRbTmNuzMljiQJDvDEveVTPG6/L0Yhn28Y=
sealed 2026-11-30T20:21:53.025901Z

— tests/platform ZYajNuDyi3Fjd6bPlyzT8V8GWRZzm7zAVwucKwGsQbWtBWL5xY1UdxF/AYJItn+U+FtdaIHMvCOkRrZ1UUXV3LsQAg0=
');

INSERT INTO public.billing_audit_event (id, organization_id, recorded_at, action, outcome, reason_code, actor_kind, actor_id, target_kind, target_id, request_id, body) VALUES
	('01a22e1e-efdd-70e5-ab68-c7c0fc453590', NULL, '2026-11-30 20:21:49.149842+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"e88a5e792192839591ff8b0aafe16191eaf8e1592c33959c26a22acf4d6894b2"},"details":{},"id":"01a22e1e-efdd-70e5-ab68-c7c0fc453590","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:49.149842Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22e1e-f210-7297-b4cc-f5d6f0d58dc0', NULL, '2026-11-30 20:21:49.712581+00', 'user.changed', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.changed","actor_id":"keep_release","actor_kind":"system","changes":{"is_staff":[false,true],"is_superuser":[false,true]},"commitments":{"personal":"17c7ba7fc420354d8f363660e865ecafdbf711ef0ff244ab35a14fdb2d8c70d4"},"details":{},"id":"01a22e1e-f210-7297-b4cc-f5d6f0d58dc0","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:49.712581Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22e1e-f23a-7ac9-99c4-cd0aeddacddc', NULL, '2026-11-30 20:21:49.754924+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"c7434e5afd63b9e1cbb411e6b424705d637aefb14f2ac384c0d87779168217f0"},"details":{},"id":"01a22e1e-f23a-7ac9-99c4-cd0aeddacddc","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:49.754924Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22e1e-f254-7fcd-92d2-0be8aa2b184e', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:49.781701+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_I82i1gTE6qoVb64g', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"70cdf013e4348d9a825fe4c9f111bf379c02276fe1222ad9b760dc73092604c4","texts":"19f4dc6cb3bf1a68ebc57d62ab4152ab133c32015be06932b840a50bf2fd4d4a"},"details":{},"id":"01a22e1e-f254-7fcd-92d2-0be8aa2b184e","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:49.781701Z","request_id":"","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-f276-7813-a94c-16f1604b512c', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:49.815693+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"8601fbfad008108776da97a99bfa6d5b23632475e1fdef08866d3f7ae22c8b0a"},"details":{},"id":"01a22e1e-f276-7813-a94c-16f1604b512c","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:49.815693Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22e1e-f562-7bcc-ac86-96c8cae46d03', NULL, '2026-11-30 20:21:50.563646+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"6c30a56bf791011984175c9fa07e05bd9f9278b4b5075af9e56b357c7bd84581"},"details":{},"id":"01a22e1e-f562-7bcc-ac86-96c8cae46d03","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:50.563646Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22e1e-f583-719e-abca-5f8feb695149', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:50.595619+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"bb520f61e837adc4d9c31fcd4faa255ac748fd17bc1a7fed5a8790d588affa7e"},"details":{},"id":"01a22e1e-f583-719e-abca-5f8feb695149","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:50.595619Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22e1e-f5bc-7c90-9672-7212d91531cc', NULL, '2026-11-30 20:21:50.653344+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"329f7d02d284e64ada13f8652c5f498a42f2bd6698164bfe837bb45d0e99259b"},"details":{},"id":"01a22e1e-f5bc-7c90-9672-7212d91531cc","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:50.653344Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22e1e-f5d3-7701-9ce1-f85c3e847f10', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:50.675774+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"b3eaa474b0bacad6240299d4898275a590f8018ffccc751cdbb666de2143378d"},"details":{},"id":"01a22e1e-f5d3-7701-9ce1-f85c3e847f10","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:50.675774Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22e1e-f5fc-76fc-9735-b2bad5c9ef6a', NULL, '2026-11-30 20:21:50.716837+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"34a84a6a1a29156d0c55b595fbb0cb59567f11a533a23c3c4d1211520655d6f7"},"details":{},"id":"01a22e1e-f5fc-76fc-9735-b2bad5c9ef6a","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:50.716837Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22e1e-f61d-7a1b-9ad9-73e5d0807261', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:50.749964+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"cb83f7452e30a22258ee3a8a607e3b78d6836550c74f3c2980925797158174b8"},"details":{},"id":"01a22e1e-f61d-7a1b-9ad9-73e5d0807261","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:50.749964Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22e1e-f63b-7a9e-8eac-6d9e0480a5cb', NULL, '2026-11-30 20:21:50.779935+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"f92e0c872296b645fea82f9bdd227cf3cde38f5f9e13ee67199be12f97cbc301"},"details":{},"id":"01a22e1e-f63b-7a9e-8eac-6d9e0480a5cb","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:50.779935Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22e1e-f658-7742-b649-5ac908b6d55f', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:50.808782+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"f44b66f071e45b728e73f3e25a229621f1e588d3e8708dc55e51ff898ff6b7b2"},"details":{},"id":"01a22e1e-f658-7742-b649-5ac908b6d55f","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:50.808782Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22e1e-f97d-7c00-94c2-9343f1055f9e', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:51.614047+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"c6bd6e3d851bb91117d3e38c038677e852d0718fca22e459c164e56ee15ee050"},"details":{},"id":"01a22e1e-f97d-7c00-94c2-9343f1055f9e","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.614047Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22e1e-f669-70ce-b5de-94e33e22a261', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:50.825739+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_I82i1gTE6qoVb64g', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"32a4bf21dda1a4e5d938c7ba97f64ded281eef553eb27a87b1ad4c42cc876789","personal":"863d18cf03a84719ef6011ea9b2a5cac48723c38f870c94d15d429c67484de58","texts":"42a26cb47391f0dd5a39e6358f2ed5afbd457bbb26582c1f86a10fb068afc17e"},"details":{},"id":"01a22e1e-f669-70ce-b5de-94e33e22a261","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:50.825739Z","request_id":"","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-f68a-7bc4-9b97-d3af8d1e3d74', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:50.861024+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_I82i1gTE6qoVb64g', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"d468bed2a81f88893838a0172958329367af3c4edf2891345716f3c1c6a39f61","texts":"1e0a54ff5161ae91b6d08b55e928e64cd2b503fc9742fc8084fe9278ec08f7f4"},"details":{},"id":"01a22e1e-f68a-7bc4-9b97-d3af8d1e3d74","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:50.861024Z","request_id":"","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-f6cd-782e-8d20-ed244298cad8', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:50.92582+00', 'billing_reads.enabled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_I82i1gTE6qoVb64g', '', '{"action":"billing_reads.enabled","actor_id":"keep_release","actor_kind":"system","changes":{"billing_reads":["off","on"]},"commitments":{"personal":"f7c94357c692bf1344237a9fc86919e17c14f2b1fafafcb20360032ad4312fdd","texts":"b4bb9020341aa29c02ec9c97fd3b527c8fe7fd32f946b60e8180c3fa8512043f"},"details":{"key_count":0},"id":"01a22e1e-f6cd-782e-8d20-ed244298cad8","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:50.925820Z","request_id":"","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-f6fd-76cd-81f9-8f8d5d5df972', NULL, '2026-11-30 20:21:50.973702+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"435068573a8deab956ee52c0d2d710577da48db8ef6a5fed5a736e616c82a23d"},"details":{},"id":"01a22e1e-f6fd-76cd-81f9-8f8d5d5df972","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:50.973702Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22e1e-f712-731c-867d-c886c8877ed2', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:50.994479+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_2yKwlaGiJZckgVCn', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"ff041bbf5854f5bda33d32eeafbf748265ad30709006f56286011a51a3b16422","texts":"e355026ca0a3de1dbfaa010c5cbf40ca51388999f3a67d462965861de3b9b86c"},"details":{},"id":"01a22e1e-f712-731c-867d-c886c8877ed2","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:50.994479Z","request_id":"","target_id":"o_2yKwlaGiJZckgVCn","target_kind":"organization","version":2}'),
	('01a22e1e-f734-731f-9c2c-975b18fe7249', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:51.028718+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"f43f6594da7e4fb2b5b59905e9e3b87ddba40c89ea18f64aad8ddda1592261ff"},"details":{},"id":"01a22e1e-f734-731f-9c2c-975b18fe7249","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.028718Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22e1e-f913-7d43-a3a8-d1ae8a538f06', NULL, '2026-11-30 20:21:51.508047+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"b3d0628829619802d5c00bf5750071fb91bfbaa59e14269848930c11fd14fc19"},"details":{},"id":"01a22e1e-f913-7d43-a3a8-d1ae8a538f06","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.508047Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22e1e-f91c-7fa8-8c96-8cb08d47e9d6', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:51.517328+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"de44bbc6a3cce3981151e0a2e6579efc03348a4f7101bf128167024a0d0c338f"},"details":{},"id":"01a22e1e-f91c-7fa8-8c96-8cb08d47e9d6","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.517328Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22e1e-f925-73c7-b935-afd36628d5c0', NULL, '2026-11-30 20:21:51.525433+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"65da7328966c35abb37e8abdc70b5c5c83d8f7c19f1666d9114df460598ff2a6"},"details":{},"id":"01a22e1e-f925-73c7-b935-afd36628d5c0","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.525433Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22e1e-f949-7641-87de-aaf36764c0b9', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:51.561609+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"ed2f0e23576c898092b9ba8291405cf15be9ab981bd1bc870a29f586ac2587f8"},"details":{},"id":"01a22e1e-f949-7641-87de-aaf36764c0b9","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.561609Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22e1e-f960-7e51-a547-4a73a757c36c', NULL, '2026-11-30 20:21:51.585521+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"5ed62d8333e615983380216eb1c21cbbfdd5112125a2864532a754beabb5b8a5"},"details":{},"id":"01a22e1e-f960-7e51-a547-4a73a757c36c","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.585521Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22e1e-f96d-7808-94b3-7877aa4ec4df', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:51.597862+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"cff42c5506c3d579fc4380a37f255c75e1f66b87e629e736b1ee59c9519e0f53"},"details":{},"id":"01a22e1e-f96d-7808-94b3-7877aa4ec4df","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.597862Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22e1e-f975-7f58-854a-b9e9deeafb18', NULL, '2026-11-30 20:21:51.606243+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"b6003043e7eb35edf41c966ce37b2396169e23f58c4ba2fd48f4c0c9e32b84ba"},"details":{},"id":"01a22e1e-f975-7f58-854a-b9e9deeafb18","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.606243Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22e1e-f993-7332-9776-d3ee73f9ef6d', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:51.635916+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_2yKwlaGiJZckgVCn', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"eda8f5847ec753634deb1fded1c1baa82aff48fc47a06ef2fde278c1d9e3072e","personal":"a99cdab309461aa4d7f2e9172f7dabbee805b91bc70301dce32af2d5b281ee8f","texts":"4414187f04268eb7919b03dd2eda20e7a7fbf5ee9acd2b3f1d8b336569bc825d"},"details":{},"id":"01a22e1e-f993-7332-9776-d3ee73f9ef6d","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.635916Z","request_id":"","target_id":"o_2yKwlaGiJZckgVCn","target_kind":"organization","version":2}'),
	('01a22e1e-f99d-76e0-b1ef-7feeaa9b0d1d', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:51.64565+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_2yKwlaGiJZckgVCn', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"9176c94c1c60c952159a26d96023a4aeb187429a46d7e1292e5e0ba9e1419f7c","texts":"82936be22a053b56e09179d347741d9989e3105e15ddc5150dcd13cd8c6963f0"},"details":{},"id":"01a22e1e-f99d-76e0-b1ef-7feeaa9b0d1d","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.645650Z","request_id":"","target_id":"o_2yKwlaGiJZckgVCn","target_kind":"organization","version":2}'),
	('01a22e1e-f9b0-7729-90bb-50fa06208a78', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:51.664668+00', 'member.invited', 'allowed', '', 'system', 'keep_release', 'invitation', '1', '', '{"action":"member.invited","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"211303af66b79de71aa6ef8a2df168f991d697b1da5f552b9a4c1dda8ca42554"},"details":{},"id":"01a22e1e-f9b0-7729-90bb-50fa06208a78","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.664668Z","request_id":"","target_id":"1","target_kind":"invitation","version":2}'),
	('01a22e1e-f9d5-7c7a-a06c-cb479f4ec222', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:51.702277+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_I82i1gTE6qoVb64g', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"2b637be04faa6878e6d8154f6eb28b63ced944c3e2315dd3dd26819656854bf8","personal":"59155109589a6e05b5c9d89465903959f4150f31c77e650dab1c22d2786fae3d"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22e1e-f9d5-7c7a-a06c-cb479f4ec222","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.702277Z","request_id":"","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-f9d5-7da8-9a9e-6f953b0c54ad', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:51.70438+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_2yKwlaGiJZckgVCn', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"09c12b3288bbb4c47aff911b730b28e38d19967d762d9bbd3c4afa12b1bb3b45","personal":"d559fde5b5f985a08399a26057bb491011dcb60f8a44c149ead3cc05087b25e6"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22e1e-f9d5-7da8-9a9e-6f953b0c54ad","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.704380Z","request_id":"","target_id":"o_2yKwlaGiJZckgVCn","target_kind":"organization","version":2}'),
	('01a22e1e-f9e9-798d-8e4a-2b0201528e57', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:51.721804+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_I82i1gTE6qoVb64g', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"71ff681bfa92746cce4bb053b64466bc1cd36c481c8a9deec646bd73d8ed36a0","personal":"78a14cbe974a349a156b493b706c587f34a5745c02e6a3bfaacf5c8f3646dfba","texts":"90454684bc00d27913d846ed293a4785e5f676650e0413c6cc23ed0bf52c9d17"},"details":{"kind":"top_up"},"id":"01a22e1e-f9e9-798d-8e4a-2b0201528e57","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.721804Z","request_id":"","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-f9f0-737c-b53d-27b207fc49fe', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:51.728417+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_I82i1gTE6qoVb64g', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"03365b64360a665b91d4bc901b00d75e417b93ab5713768118d378981baef9a6"},"details":{},"id":"01a22e1e-f9f0-737c-b53d-27b207fc49fe","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.728417Z","request_id":"","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-f9f8-72c3-bb0a-44c58325d83d', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:51.736359+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_2yKwlaGiJZckgVCn', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"63372d2f6c73e8eecb68bf554a548ce0be6824158df852e4c0a0a97154b68a41","personal":"f2fd1ef8ce3a8044fe53847bf98e430a1018a35a731c5b2f651417211ce3fb8c","texts":"0ccfd1cf19a6983afb7a7e30ec753a385a050e89b13d11b313eadddcc7fe807e"},"details":{"kind":"top_up"},"id":"01a22e1e-f9f8-72c3-bb0a-44c58325d83d","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.736359Z","request_id":"","target_id":"o_2yKwlaGiJZckgVCn","target_kind":"organization","version":2}'),
	('01a22e1e-f9fc-73b1-b9ff-c903a6412eea', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:51.740418+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_2yKwlaGiJZckgVCn', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"1763a199e77549892fa6fc17626235dfc2c423988b45d16bb42b680608a19356"},"details":{},"id":"01a22e1e-f9fc-73b1-b9ff-c903a6412eea","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.740418Z","request_id":"","target_id":"o_2yKwlaGiJZckgVCn","target_kind":"organization","version":2}'),
	('01a22e1e-fa0b-71e9-8e93-18780e314f4f', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:51.758354+00', 'run.credited', 'allowed', '', 'system', 'keep_release', 'organization', 'o_I82i1gTE6qoVb64g', '', '{"action":"run.credited","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"f7d116bbf77b30e82a44921eb0e57f2377f4981773445fd37a63488d4ea29312","personal":"05d22e3980a52ea056c02e789b53ca78883e40ac16c7f31533dba991848faf42","texts":"51c16e9a265daf4bda0389f0a047fbe7d77ea5809f7648d53538753b70616cc7"},"details":{},"id":"01a22e1e-fa0b-71e9-8e93-18780e314f4f","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.758354Z","request_id":"","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-fa19-7aa5-8765-a2d61f992b1b', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:51.770542+00', 'runs.voided', 'allowed', '', 'system', 'keep_release', 'organization', 'o_I82i1gTE6qoVb64g', '', '{"action":"runs.voided","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"7b678b466d3577a0801fdf414d6fee4e9a34060279f86cfdc0ea359f06457877","personal":"8dc15124a8da49631ea6e387a4a81d1cbe84ffc58c622533e8d0261bf3dfaa7d","texts":"df2b2e5c8cdec1bb859821ac993486ad0ac7fd86126f84c9efaf5b05e502cfc9"},"details":{"revision":5},"id":"01a22e1e-fa19-7aa5-8765-a2d61f992b1b","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.770542Z","request_id":"","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-fa30-754d-8d39-bb28d7b68779', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:51.792721+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_I82i1gTE6qoVb64g', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"fec22f0607e6825934cece9339ac48b770a0e0bd6fafaeff6d1d6d4df4a25387","personal":"4fb6d6f1bbc3d81c82f03e69efa7461da042e69ebb945b05bac972ef09d45e5f","texts":"dbdb924defab300724a47ca98f472ffe88361805376b179b10fef4a3cd05b6e7"},"details":{"kind":"adjustment"},"id":"01a22e1e-fa30-754d-8d39-bb28d7b68779","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.792721Z","request_id":"","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-fa37-74da-8983-70e8d04bc3b9', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:51.799585+00', 'balance.reconciled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_I82i1gTE6qoVb64g', '', '{"action":"balance.reconciled","actor_id":"keep_release","actor_kind":"system","changes":{"balance_reconciled_at":[null,"2026-04-06T00:00:00Z"]},"commitments":{"figures":"4c0db7c06851e29d8b1b5e24c02514a291e136422c38c18ec6a11145770dd877","personal":"d1bed5510458c2506d58769990f0827c581184f2197d153cf41d814eee0b4dca","texts":"c69b909902ae5257e71b4cdf52f158e8811d6057ac2c6f700785daac87ae8a3b"},"details":{},"id":"01a22e1e-fa37-74da-8983-70e8d04bc3b9","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.799585Z","request_id":"","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-fa43-7ede-8851-e4efdcf92460', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:51.81217+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', 'be65bdf4-cce2-453e-ac50-691e24045761', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T20:21:51.807995Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"7b7b926e56f5e3e336ed81fbb4ff9590d21a279b74534aafbb1198c32cc1e283"},"details":{},"id":"01a22e1e-fa43-7ede-8851-e4efdcf92460","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.812170Z","request_id":"","target_id":"be65bdf4-cce2-453e-ac50-691e24045761","target_kind":"api_key","version":2}'),
	('01a22e1e-fa4f-7f44-bf56-3e25c32af1e4', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:51.824262+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', 'a5ca8f79-a405-4557-8f3a-db2e8f759fb0', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T20:21:51.820623Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"37178c64d212f561ac61eb279fd50faf5a8094768279566a47cc7fa788c38c86"},"details":{},"id":"01a22e1e-fa4f-7f44-bf56-3e25c32af1e4","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.824262Z","request_id":"","target_id":"a5ca8f79-a405-4557-8f3a-db2e8f759fb0","target_kind":"api_key","version":2}'),
	('01a22e1e-fa58-713a-ab6d-7adf1433b352', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:51.832286+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '313bed24-e413-490f-9592-21d030fd41bc', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T20:21:51.827498Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"6bf32c46327efe8d3db107911531afdc9faa974d3ebc0cf580d9e5c132c3e915"},"details":{},"id":"01a22e1e-fa58-713a-ab6d-7adf1433b352","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.832286Z","request_id":"","target_id":"313bed24-e413-490f-9592-21d030fd41bc","target_kind":"api_key","version":2}'),
	('01a22e1e-fa60-71a3-8777-2a77dfdf82d9', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:51.84054+00', 'api_key.revoked', 'allowed', '', 'system', 'keep_release', 'api_key', '313bed24-e413-490f-9592-21d030fd41bc', '', '{"action":"api_key.revoked","actor_id":"keep_release","actor_kind":"system","changes":{"revoked":[false,true]},"commitments":{"personal":"2084adb292e92453594c64650c04bbd308bbd7ce2fe060d811d64ae16cff3630","texts":"8737866c3f9b1335435ba1f61cc0189cbd343c7b213b78adc45c6fc592b8918b"},"details":{},"id":"01a22e1e-fa60-71a3-8777-2a77dfdf82d9","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.840540Z","request_id":"","target_id":"313bed24-e413-490f-9592-21d030fd41bc","target_kind":"api_key","version":2}'),
	('01a22e1e-fad6-7895-86a5-966a269057cf', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:51.958788+00', 'billing.usage.read', 'allowed', '', 'api_key', 'be65bdf4-cce2-453e-ac50-691e24045761', 'organization', 'o_I82i1gTE6qoVb64g', 'req_01a22e1efaccd0498003397fb8d21f1e', '{"action":"billing.usage.read","actor_id":"be65bdf4-cce2-453e-ac50-691e24045761","actor_kind":"api_key","changes":{},"commitments":{"personal":"572901f88552b8d0af03dfa8927b24e70ec6f5f5cec6e53d38371de409e3bc9a"},"details":{"copied":false,"from":"2026-04-01T00:00:00Z","limit":500,"paged":false,"route":"/v1/billing/usage","rows":14,"run_type":null,"status":null,"tags":[],"to":"2026-05-01T00:00:00Z"},"id":"01a22e1e-fad6-7895-86a5-966a269057cf","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:51.958788Z","request_id":"req_01a22e1efaccd0498003397fb8d21f1e","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-fb13-7372-8653-0c1c17af1e99', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:52.019599+00', 'billing.usage.read', 'allowed', '', 'api_key', 'be65bdf4-cce2-453e-ac50-691e24045761', 'organization', 'o_I82i1gTE6qoVb64g', 'req_01a22e1efb06b3273ff00969e9d4ef73', '{"action":"billing.usage.read","actor_id":"be65bdf4-cce2-453e-ac50-691e24045761","actor_kind":"api_key","changes":{},"commitments":{"personal":"53b4567a834e214967425928928a9cfa10adbb5916161fca95895cab51379b5d","texts":"fa7228b96ad4d6e923a31e15494482d1cdbd64b565411715535f0303106a79e1"},"details":{"bucket":"day","from":"2026-04-01T00:00:00Z","route":"/v1/billing/usage/summary","rows":14,"timezone":"UTC","to":"2026-05-01T00:00:00Z"},"id":"01a22e1e-fb13-7372-8653-0c1c17af1e99","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:52.019599Z","request_id":"req_01a22e1efb06b3273ff00969e9d4ef73","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-fb5d-7a48-9660-bdf43cfda639', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:52.093989+00', 'billing.usage.read', 'allowed', '', 'api_key', 'be65bdf4-cce2-453e-ac50-691e24045761', 'organization', 'o_I82i1gTE6qoVb64g', 'req_01a22e1efb52cf44146d2f76759d21da', '{"action":"billing.usage.read","actor_id":"be65bdf4-cce2-453e-ac50-691e24045761","actor_kind":"api_key","changes":{},"commitments":{"personal":"15b82117ac670cb53d5544646bbf52efdcd8251ba047321743e4efdd5375dd56"},"details":{"bucket":"month","from":"2026-04-01T00:00:00Z","group_by":[],"route":"/v1/billing/usage/summary","rows":2,"timezone":"America/Denver","to":"2026-05-01T00:00:00Z"},"id":"01a22e1e-fb5d-7a48-9660-bdf43cfda639","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:52.093989Z","request_id":"req_01a22e1efb52cf44146d2f76759d21da","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-fba0-72da-bcd1-8a65f960e55c', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:52.160464+00', 'billing.entries.read', 'allowed', '', 'api_key', 'be65bdf4-cce2-453e-ac50-691e24045761', 'organization', 'o_I82i1gTE6qoVb64g', 'req_01a22e1efb997f91f81cb3d1dccef2ad', '{"action":"billing.entries.read","actor_id":"be65bdf4-cce2-453e-ac50-691e24045761","actor_kind":"api_key","changes":{},"commitments":{"personal":"6c0b9a1a0590b7fbd473a63ebee20de246b8e22a1bf4339a795bf244f4f2f7cd"},"details":{"from":null,"limit":100,"paged":false,"route":"/v1/billing/entries","rows":2,"to":null},"id":"01a22e1e-fba0-72da-bcd1-8a65f960e55c","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:52.160464Z","request_id":"req_01a22e1efb997f91f81cb3d1dccef2ad","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-fbd4-7373-81d3-0363fd0bd22c', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:52.212447+00', 'run.read', 'allowed', '', 'api_key', 'be65bdf4-cce2-453e-ac50-691e24045761', 'organization', 'o_I82i1gTE6qoVb64g', 'req_01a22e1efbd09c41cefa18066e7b4a78', '{"action":"run.read","actor_id":"be65bdf4-cce2-453e-ac50-691e24045761","actor_kind":"api_key","changes":{},"commitments":{"personal":"706a69adc8f7eb29bbdbcfe77a6c038966841324e0e445b274fab0e6eca08440","texts":"e9c5f0ae34457cc4a3139090c454620d0a7498c2f5e732ac613ff6656ea5ada0"},"details":{"route":"/v1/runs/{run_id}","rows":1},"id":"01a22e1e-fbd4-7373-81d3-0363fd0bd22c","organization_id":"o_I82i1gTE6qoVb64g","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:21:52.212447Z","request_id":"req_01a22e1efbd09c41cefa18066e7b4a78","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-fc0b-77cc-8588-397e50624531', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:52.26798+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'a5ca8f79-a405-4557-8f3a-db2e8f759fb0', 'organization', 'o_2yKwlaGiJZckgVCn', 'req_01a22e1efc07fee1edaf4bcd5acd8726', '{"action":"billing.usage.read","actor_id":"a5ca8f79-a405-4557-8f3a-db2e8f759fb0","actor_kind":"api_key","changes":{},"commitments":{"personal":"d0105dfed9b27f2fa9618f897df4b656dedf47eb8134e1ba818f2295db1dd93a"},"details":{"route":"/v1/billing/usage"},"id":"01a22e1e-fc0b-77cc-8588-397e50624531","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T20:21:52.267980Z","request_id":"req_01a22e1efc07fee1edaf4bcd5acd8726","target_id":"o_2yKwlaGiJZckgVCn","target_kind":"organization","version":2}'),
	('01a22e1e-fd21-7479-bf76-4c7e1ee71c4b', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:52.54574+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'a5ca8f79-a405-4557-8f3a-db2e8f759fb0', 'organization', 'o_2yKwlaGiJZckgVCn', 'req_01a22e1efd1e3f64e1bc3e468c397e50', '{"action":"billing.usage.read","actor_id":"a5ca8f79-a405-4557-8f3a-db2e8f759fb0","actor_kind":"api_key","changes":{},"commitments":{"personal":"6d1c7de5aab491ed4077ff3650fcbd256791c1daa5007cd7bab0cae601244897"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e1e-fd21-7479-bf76-4c7e1ee71c4b","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T20:21:52.545740Z","request_id":"req_01a22e1efd1e3f64e1bc3e468c397e50","target_id":"o_2yKwlaGiJZckgVCn","target_kind":"organization","version":2}'),
	('01a22e1e-fd6c-7bb9-9bec-a9f82a277e15', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:52.621244+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'a5ca8f79-a405-4557-8f3a-db2e8f759fb0', 'organization', 'o_2yKwlaGiJZckgVCn', 'req_01a22e1efd68357b836c761d5fd6a7ec', '{"action":"billing.usage.read","actor_id":"a5ca8f79-a405-4557-8f3a-db2e8f759fb0","actor_kind":"api_key","changes":{},"commitments":{"personal":"8403f43ce6933e9db8eed6ae2394c9590846453e5917aaba72d67e3971ba6d3f"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e1e-fd6c-7bb9-9bec-a9f82a277e15","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T20:21:52.621244Z","request_id":"req_01a22e1efd68357b836c761d5fd6a7ec","target_id":"o_2yKwlaGiJZckgVCn","target_kind":"organization","version":2}'),
	('01a22e1e-fdaa-710d-8436-c06b849f53d7', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:52.682486+00', 'billing.entries.read', 'denied', 'org_opt_in_required', 'api_key', 'a5ca8f79-a405-4557-8f3a-db2e8f759fb0', 'organization', 'o_2yKwlaGiJZckgVCn', 'req_01a22e1efda7e434b81f1bf86b0f663f', '{"action":"billing.entries.read","actor_id":"a5ca8f79-a405-4557-8f3a-db2e8f759fb0","actor_kind":"api_key","changes":{},"commitments":{"personal":"9756b5cebc20dd51336d7f733a53432c15aafd724f0a1cc354eb03323a9e1432"},"details":{"route":"/v1/billing/entries"},"id":"01a22e1e-fdaa-710d-8436-c06b849f53d7","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T20:21:52.682486Z","request_id":"req_01a22e1efda7e434b81f1bf86b0f663f","target_id":"o_2yKwlaGiJZckgVCn","target_kind":"organization","version":2}'),
	('01a22e1e-fddc-706d-8e3b-774d2c3b0169', 'o_2yKwlaGiJZckgVCn', '2026-11-30 20:21:52.732787+00', 'run.read', 'denied', 'not_found', 'api_key', 'a5ca8f79-a405-4557-8f3a-db2e8f759fb0', 'organization', 'o_2yKwlaGiJZckgVCn', 'req_01a22e1efdd894c7dd94d93079af2b2f', '{"action":"run.read","actor_id":"a5ca8f79-a405-4557-8f3a-db2e8f759fb0","actor_kind":"api_key","changes":{},"commitments":{"personal":"982d342c031ac1d35a4ea4b66a02f6f75d69d87264372e94aa2986eefd9aff7a","texts":"dd05e101327cb81fd8138e0c20979890951a7d5ca13c27d27fc00c30d1a40f48"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22e1e-fddc-706d-8e3b-774d2c3b0169","organization_id":"o_2yKwlaGiJZckgVCn","outcome":"denied","reason_code":"not_found","recorded_at":"2026-11-30T20:21:52.732787Z","request_id":"req_01a22e1efdd894c7dd94d93079af2b2f","target_id":"o_2yKwlaGiJZckgVCn","target_kind":"organization","version":2}'),
	('01a22e1e-fe18-79b0-8e83-a469c1f5571c', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:52.792926+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '313bed24-e413-490f-9592-21d030fd41bc', 'organization', 'o_I82i1gTE6qoVb64g', 'req_01a22e1efe1555ef64a6a57c0f6443d3', '{"action":"billing.usage.read","actor_id":"313bed24-e413-490f-9592-21d030fd41bc","actor_kind":"api_key","changes":{},"commitments":{"personal":"df742763f2eef00a410abd5c4e7a64509df05cc1505e1ea3e5db25fdac1cd516"},"details":{"route":"/v1/billing/usage"},"id":"01a22e1e-fe18-79b0-8e83-a469c1f5571c","organization_id":"o_I82i1gTE6qoVb64g","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T20:21:52.792926Z","request_id":"req_01a22e1efe1555ef64a6a57c0f6443d3","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-fe50-7b34-bac8-3325fdef77e4', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:52.84914+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '313bed24-e413-490f-9592-21d030fd41bc', 'organization', 'o_I82i1gTE6qoVb64g', 'req_01a22e1efe4eb0dd5cd583b0927384e7', '{"action":"billing.usage.read","actor_id":"313bed24-e413-490f-9592-21d030fd41bc","actor_kind":"api_key","changes":{},"commitments":{"personal":"61714a7d16a1f10db1fe0b4b7fe0a4345471bb55f0617e8bb7fbf3e4bccba158"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e1e-fe50-7b34-bac8-3325fdef77e4","organization_id":"o_I82i1gTE6qoVb64g","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T20:21:52.849140Z","request_id":"req_01a22e1efe4eb0dd5cd583b0927384e7","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-fe7e-7961-b312-6fbb215d1b9a', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:52.895017+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '313bed24-e413-490f-9592-21d030fd41bc', 'organization', 'o_I82i1gTE6qoVb64g', 'req_01a22e1efe7c303fadc3fab0ef9207a0', '{"action":"billing.usage.read","actor_id":"313bed24-e413-490f-9592-21d030fd41bc","actor_kind":"api_key","changes":{},"commitments":{"personal":"72227a0b5124e556f133720b2259b9d882e2a6a2375b2f79d331fc21bff85e48"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e1e-fe7e-7961-b312-6fbb215d1b9a","organization_id":"o_I82i1gTE6qoVb64g","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T20:21:52.895017Z","request_id":"req_01a22e1efe7c303fadc3fab0ef9207a0","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-feaf-7fcb-bcd7-bde8ffc174d3', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:52.944579+00', 'billing.entries.read', 'denied', 'key_revoked', 'api_key', '313bed24-e413-490f-9592-21d030fd41bc', 'organization', 'o_I82i1gTE6qoVb64g', 'req_01a22e1efeadae4e7cfc7c42bd9722ef', '{"action":"billing.entries.read","actor_id":"313bed24-e413-490f-9592-21d030fd41bc","actor_kind":"api_key","changes":{},"commitments":{"personal":"45227a7d3878b0fb52080894dbb1d3d73613b2c2e21336d8960435902fa1743c"},"details":{"route":"/v1/billing/entries"},"id":"01a22e1e-feaf-7fcb-bcd7-bde8ffc174d3","organization_id":"o_I82i1gTE6qoVb64g","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T20:21:52.944579Z","request_id":"req_01a22e1efeadae4e7cfc7c42bd9722ef","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}'),
	('01a22e1e-fef4-7677-a997-bd712a8eddaa', 'o_I82i1gTE6qoVb64g', '2026-11-30 20:21:53.012805+00', 'run.read', 'denied', 'key_revoked', 'api_key', '313bed24-e413-490f-9592-21d030fd41bc', 'organization', 'o_I82i1gTE6qoVb64g', 'req_01a22e1efef2c37ab0d647a0546afdcf', '{"action":"run.read","actor_id":"313bed24-e413-490f-9592-21d030fd41bc","actor_kind":"api_key","changes":{},"commitments":{"personal":"e85ccf1c7836faf86174bd80b6fecc62ec585a80e22c10b71143676fdad6595d","texts":"4a9300df67d2c7c637c4dadf86ef8b37f82d83dbb0095027d8d174febc01defd"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22e1e-fef4-7677-a997-bd712a8eddaa","organization_id":"o_I82i1gTE6qoVb64g","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T20:21:53.012805Z","request_id":"req_01a22e1efef2c37ab0d647a0546afdcf","target_id":"o_I82i1gTE6qoVb64g","target_kind":"organization","version":2}');

INSERT INTO public.billing_audit_leaf (log, place, event_id, hash) VALUES
	('o_2yKwlaGiJZckgVCn', 0, '01a22e1e-f712-731c-867d-c886c8877ed2', '\x13278110fffbc6cdf01fa914d260a7b6ea68df91ccf07f12cc9ed17b5c4938c5'),
	('o_2yKwlaGiJZckgVCn', 1, '01a22e1e-f734-731f-9c2c-975b18fe7249', '\xca732a00dd38a20888c470a4d00b3e9ce43a391a1fc5d654d5998f52de259ee6'),
	('o_2yKwlaGiJZckgVCn', 2, '01a22e1e-f91c-7fa8-8c96-8cb08d47e9d6', '\x48047955366e3b5770ac5b5998fae394dd0615ab102e993e9e7dc71f1d8f56ed'),
	('o_2yKwlaGiJZckgVCn', 3, '01a22e1e-f949-7641-87de-aaf36764c0b9', '\x7b20a49aeb67034c7add39aeefd2aafe804dd4c06f86f5b829b4113de115f851'),
	('o_2yKwlaGiJZckgVCn', 4, '01a22e1e-f96d-7808-94b3-7877aa4ec4df', '\x95496662098e8c865b5f80bad88e51ddb9d466935a2f219a1f206cd736134969'),
	('o_2yKwlaGiJZckgVCn', 5, '01a22e1e-f97d-7c00-94c2-9343f1055f9e', '\x4ce23ef913143c9b05d1970ab5374674c5517195bd8e5bdb170c5c142e702983'),
	('o_2yKwlaGiJZckgVCn', 6, '01a22e1e-f993-7332-9776-d3ee73f9ef6d', '\x7cebd32c8d81d97c243b16e6b321fc4066fad71b969c14361843e1542612bcdf'),
	('o_2yKwlaGiJZckgVCn', 7, '01a22e1e-f99d-76e0-b1ef-7feeaa9b0d1d', '\x49f9be43925dd402cc46a91fc88bd7915a3bb4bd64f94f9e30cbb1d1d85f2af8'),
	('o_2yKwlaGiJZckgVCn', 8, '01a22e1e-f9b0-7729-90bb-50fa06208a78', '\xb38863f1cb7d4df36b2c6fb9d00b4bfff93fdffb929e5627e80888bc633e8ead'),
	('o_2yKwlaGiJZckgVCn', 9, '01a22e1e-f9d5-7da8-9a9e-6f953b0c54ad', '\x0853428c9e708b0930834873c750d3cb13e794c0c5cf5523dc09025c7dcee0b3'),
	('o_2yKwlaGiJZckgVCn', 10, '01a22e1e-f9f8-72c3-bb0a-44c58325d83d', '\xda6f10f90f7997e180c556feab30c5e69bb45ef80f04e4b22de4a301dfa67e63'),
	('o_2yKwlaGiJZckgVCn', 11, '01a22e1e-f9fc-73b1-b9ff-c903a6412eea', '\x83bd16a0363843077654faec72c6d7de9ec3e4c8e265172049186fde6c593761'),
	('o_2yKwlaGiJZckgVCn', 12, '01a22e1e-fa4f-7f44-bf56-3e25c32af1e4', '\x9ff54fe47e7c1d429666eddfe464205e17f85d27b9658ef5cc161cc9129e25f5'),
	('o_2yKwlaGiJZckgVCn', 13, '01a22e1e-fc0b-77cc-8588-397e50624531', '\x2213465a230c983f5e47df4275eac087e92bc575912b8b0d16b0d57301af2358'),
	('o_2yKwlaGiJZckgVCn', 14, '01a22e1e-fd21-7479-bf76-4c7e1ee71c4b', '\x50a2bd6c52757a01ccd661132b29a919187cf65d97828676429cff8f226bdfc5'),
	('o_2yKwlaGiJZckgVCn', 15, '01a22e1e-fd6c-7bb9-9bec-a9f82a277e15', '\x177f32ab97b3a6660108b1fd002eb71bceab2e3728ada4d1fd42758941bbec92'),
	('o_2yKwlaGiJZckgVCn', 16, '01a22e1e-fdaa-710d-8436-c06b849f53d7', '\xe03e0b89019e4b213f5a71a0171776dc1f639ee5ff89c91da3af9759887a5885'),
	('o_2yKwlaGiJZckgVCn', 17, '01a22e1e-fddc-706d-8e3b-774d2c3b0169', '\x8c8c16a924e8edecfd2ea13092523b23d3571e8151dd5fedd555fdab0e063b5a'),
	('o_I82i1gTE6qoVb64g', 0, '01a22e1e-f254-7fcd-92d2-0be8aa2b184e', '\xdfb5550859d5a5d426133bec2d282103980271bb128dd20ce55de90a18424b82'),
	('o_I82i1gTE6qoVb64g', 1, '01a22e1e-f276-7813-a94c-16f1604b512c', '\x8f72112f54c6bebc95da1ee44c73b72a2155a597a73ab84aaebaf8d4ceb2b274'),
	('o_I82i1gTE6qoVb64g', 2, '01a22e1e-f583-719e-abca-5f8feb695149', '\x15566e1c6e9bfd7f259becc41ecf669a0467ba84e9d1a3e693680b1a892bff7e'),
	('o_I82i1gTE6qoVb64g', 3, '01a22e1e-f5d3-7701-9ce1-f85c3e847f10', '\xeb142cca8aa235575841d5af16967e51afc7972845b12213227b8122a180ceba'),
	('o_I82i1gTE6qoVb64g', 4, '01a22e1e-f61d-7a1b-9ad9-73e5d0807261', '\x8c23b71d2b8155cdc27d68e0dfe8f74b1d2b15ffe4949922dbd495f6c3e4f8ad'),
	('o_I82i1gTE6qoVb64g', 5, '01a22e1e-f658-7742-b649-5ac908b6d55f', '\xc4dc86c4689b0b565fcddd0e3beeb13e754492683c3dc71bffbc167b272b83fc'),
	('o_I82i1gTE6qoVb64g', 6, '01a22e1e-f669-70ce-b5de-94e33e22a261', '\x50ba759badb677014af1e572d07ec045c002b52320c0c26bd4f14763438d841b'),
	('o_I82i1gTE6qoVb64g', 7, '01a22e1e-f68a-7bc4-9b97-d3af8d1e3d74', '\x43599d5b9eb5f7940ed06af01137f058e086e1d1e5c3c76762bbc9d969b37ffb'),
	('o_I82i1gTE6qoVb64g', 8, '01a22e1e-f6cd-782e-8d20-ed244298cad8', '\xc4119521ce715fb5f6d20f336590b8c09dfea95b3564e606343d7edfa2a4b0e6'),
	('o_I82i1gTE6qoVb64g', 9, '01a22e1e-f9d5-7c7a-a06c-cb479f4ec222', '\x2088c58cf9b64648f63aa4942663380e9f700e8be4a1c6130823426b3e1d8dbc'),
	('o_I82i1gTE6qoVb64g', 10, '01a22e1e-f9e9-798d-8e4a-2b0201528e57', '\x160f0587cda908a51a0d530ecb2ef3228e2f2cfa50a53623b939d28c914c0ca6'),
	('o_I82i1gTE6qoVb64g', 11, '01a22e1e-f9f0-737c-b53d-27b207fc49fe', '\x564f9ee3a4ec63f64527af8f695eeed23a7628aa418017feb31abca472ad07ef'),
	('o_I82i1gTE6qoVb64g', 12, '01a22e1e-fa0b-71e9-8e93-18780e314f4f', '\x13ab5cd21ed8a741c1a4a52226f8a80f955f9e4e15e40a4f1b16f6766f4e2ee8'),
	('o_I82i1gTE6qoVb64g', 13, '01a22e1e-fa19-7aa5-8765-a2d61f992b1b', '\xb8847f9b62d013ce65e28d7efdc72b131c946472bdb10a2114367fe4c0be0421'),
	('o_I82i1gTE6qoVb64g', 14, '01a22e1e-fa30-754d-8d39-bb28d7b68779', '\x586b76aed3cfb00bb335e4dbe1c7638f3db5f74bbf10de359d5e5c1f892c1977'),
	('o_I82i1gTE6qoVb64g', 15, '01a22e1e-fa37-74da-8983-70e8d04bc3b9', '\xc6a08fea4123835158d1f45a3f980a84bc9ac45a84d1cc661a4d14456f99db78'),
	('o_I82i1gTE6qoVb64g', 16, '01a22e1e-fa43-7ede-8851-e4efdcf92460', '\x2db9ceb407920ca596bbe189a054e01c6eef9a5aca10fb2a9f3af6e7141ee496'),
	('o_I82i1gTE6qoVb64g', 17, '01a22e1e-fa58-713a-ab6d-7adf1433b352', '\x97fdf6710fbc407ec623acb7f5d2d5ccc3973c4bb3cdba2f864ca3af7658e54e'),
	('o_I82i1gTE6qoVb64g', 18, '01a22e1e-fa60-71a3-8777-2a77dfdf82d9', '\x47d0431ce5d22c6efe1ff15f081b0bc93a5dfc980576518a6c7d1d823ad91902'),
	('o_I82i1gTE6qoVb64g', 19, '01a22e1e-fad6-7895-86a5-966a269057cf', '\x335d4da4c4c284c3bfca7f1553f703b5bd00bd010e2d2321bec912a8eff6cc5b'),
	('o_I82i1gTE6qoVb64g', 20, '01a22e1e-fb13-7372-8653-0c1c17af1e99', '\x7c6b9c06ce4dec9f98e0b0fe9ebe95fffb0c127fe3decb34668bbf0cb67bc5fa'),
	('o_I82i1gTE6qoVb64g', 21, '01a22e1e-fb5d-7a48-9660-bdf43cfda639', '\x73d049ddd26d72ddfed3664eec1dc0ed695c9e253f08ff634f83f7e4b454a23f'),
	('o_I82i1gTE6qoVb64g', 22, '01a22e1e-fba0-72da-bcd1-8a65f960e55c', '\xb37360a37810ec356d779f36d029acf3f05fcc8d26b22cc2b4d499ecc4a43a63'),
	('o_I82i1gTE6qoVb64g', 23, '01a22e1e-fbd4-7373-81d3-0363fd0bd22c', '\xdf74dd4c40f8537a1b922667d8eb575841e2a33cbebe4aa8fbafb1779ed0ce5a'),
	('o_I82i1gTE6qoVb64g', 24, '01a22e1e-fe18-79b0-8e83-a469c1f5571c', '\x892c8ccf85421df3f0d62416da7358be72f0df0d59b64c26171123d092268e4c'),
	('o_I82i1gTE6qoVb64g', 25, '01a22e1e-fe50-7b34-bac8-3325fdef77e4', '\x779a2a4ade1a85ea7beb77c8de403f2340d3771dddfcce8b041da77ef2e9b873'),
	('o_I82i1gTE6qoVb64g', 26, '01a22e1e-fe7e-7961-b312-6fbb215d1b9a', '\xd2ba3f87dbca36716571820c7cc2e676318fbb993d825ed8c5f2a3a88f378ed9'),
	('o_I82i1gTE6qoVb64g', 27, '01a22e1e-feaf-7fcb-bcd7-bde8ffc174d3', '\xdeb460fc2b0d6463ff7129ef2b87bc7fad350c8421ff0bc5fbe9c0b769a93b69'),
	('o_I82i1gTE6qoVb64g', 28, '01a22e1e-fef4-7677-a997-bd712a8eddaa', '\xfe085c19bc239521167a27eab4b884327e683637f2be1a895fcfc0648613d3e1'),
	('platform', 0, '01a22e1e-efdd-70e5-ab68-c7c0fc453590', '\x0c2ed32b3e3b4ac128907525398c2c8280502a948b686c6b1667345b2369d8ce'),
	('platform', 1, '01a22e1e-f210-7297-b4cc-f5d6f0d58dc0', '\xcbae035de5491df33544f49ec0b768bc6e5b3ebf5e0c62b5f695d69b7c233628'),
	('platform', 2, '01a22e1e-f23a-7ac9-99c4-cd0aeddacddc', '\x1b87b2f7afcceba9beeb9ef082e10baacf7e15f6bddbfac4270e7f535e609569'),
	('platform', 3, '01a22e1e-f562-7bcc-ac86-96c8cae46d03', '\xe3460300706394ea73da997256e394f7cac3f331a924f8ee5818f19cef2a03af'),
	('platform', 4, '01a22e1e-f5bc-7c90-9672-7212d91531cc', '\xe4f98ec1087872ffdd4832cdcb01f711cd47adc79512453019213a40486ef98f'),
	('platform', 5, '01a22e1e-f5fc-76fc-9735-b2bad5c9ef6a', '\x652c6309f67dafedcf854a7b6b80d17b12c202109449b6ad98bfd6aec9e48408'),
	('platform', 6, '01a22e1e-f63b-7a9e-8eac-6d9e0480a5cb', '\x6d916a4246dddd18ac5504c041f99dea6330ce2e6072a278ab6c2578fb3eef35'),
	('platform', 7, '01a22e1e-f6fd-76cd-81f9-8f8d5d5df972', '\x1570d34379b7e94f37ef038993b684100bb4d5aaba6fa872cd7e186e6f8622d3'),
	('platform', 8, '01a22e1e-f913-7d43-a3a8-d1ae8a538f06', '\xb779ebc020207e482f030dd283ea44f3ae734837199b1edd9a3174abb2a92508'),
	('platform', 9, '01a22e1e-f925-73c7-b935-afd36628d5c0', '\x40fa03658e56d22d5ed4d47fd37edb3d3783e9955c62029af4d84b361fc03a36'),
	('platform', 10, '01a22e1e-f960-7e51-a547-4a73a757c36c', '\x1fab23eed9f5ed29ff55b84de9f3792bcfc1646c8f6db022c29d4c83b13fd9c4'),
	('platform', 11, '01a22e1e-f975-7f58-854a-b9e9deeafb18', '\x2b7a8ed5e77ceb6ab86b65f28c19f3ba061aa80efe7725272c4f7f04c01e5856');

INSERT INTO public.billing_audit_part (event_id, kind, organization_id, salt, data, erased_by) VALUES
	('01a22e1e-efdd-70e5-ab68-c7c0fc453590', 'personal', NULL, '\x92c3d2bc5e7f8ef273b60162a21ab38b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22e1e-f210-7297-b4cc-f5d6f0d58dc0', 'personal', NULL, '\xd293e12053927cd71dddd094896ca65f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22e1e-f23a-7ac9-99c4-cd0aeddacddc', 'personal', NULL, '\x37b8f3d9ec72da7189641cb53ad407aa', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22e1e-f254-7fcd-92d2-0be8aa2b184e', 'personal', 'o_I82i1gTE6qoVb64g', '\x17b6bd80d66263f82c44c0f8a132f9be', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-f254-7fcd-92d2-0be8aa2b184e', 'texts', 'o_I82i1gTE6qoVb64g', '\xefb12913f490420d8359ab2d517eb13d', '{"changes": {"name": [null, "Acme Robotics"], "slug": [null, "acme-robotics"], "external_id": [null, null]}}', NULL),
	('01a22e1e-f276-7813-a94c-16f1604b512c', 'personal', 'o_I82i1gTE6qoVb64g', '\x888fe017e6244d6792cf61a9abdb991c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22e1e-f562-7bcc-ac86-96c8cae46d03', 'personal', NULL, '\xb13069809cc5e2f94d6eff5a6f48ac94', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22e1e-f583-719e-abca-5f8feb695149', 'personal', 'o_I82i1gTE6qoVb64g', '\x1c543d55cd2347a25af3315e0770a239', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22e1e-f5bc-7c90-9672-7212d91531cc', 'personal', NULL, '\x54847c3b69fb7feafd39a0bd2de2de6e', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22e1e-f5d3-7701-9ce1-f85c3e847f10', 'personal', 'o_I82i1gTE6qoVb64g', '\x6e430508adb2b361a131c39d6a3b68b9', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22e1e-f5fc-76fc-9735-b2bad5c9ef6a', 'personal', NULL, '\xacf0870106eda2f05a0debfc99c273c8', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22e1e-f61d-7a1b-9ad9-73e5d0807261', 'personal', 'o_I82i1gTE6qoVb64g', '\xc8bcc950f3c27726c998c764012538e2', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22e1e-f63b-7a9e-8eac-6d9e0480a5cb', 'personal', NULL, '\xea7d553de5fd93ceb0af2b6c4fa93aaf', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22e1e-f658-7742-b649-5ac908b6d55f', 'personal', 'o_I82i1gTE6qoVb64g', '\xb925876233e3f5dafd5fee4aba2ba2a5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22e1e-f669-70ce-b5de-94e33e22a261', 'personal', 'o_I82i1gTE6qoVb64g', '\xf7fc8dbc3e41b4e2f1870f3d9bebbf82', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-f669-70ce-b5de-94e33e22a261', 'texts', 'o_I82i1gTE6qoVb64g', '\x9e805ac28fd2a2ea7be3740a01b61926', '{"changes": {"billing_tier": [null, "pro"]}}', NULL),
	('01a22e1e-f669-70ce-b5de-94e33e22a261', 'figures', 'o_I82i1gTE6qoVb64g', '\xb3100808c37af73742a865817e67bbaa', '{"changes": {"low_balance_threshold_usd": [null, "500.00"]}}', NULL),
	('01a22e1e-f68a-7bc4-9b97-d3af8d1e3d74', 'personal', 'o_I82i1gTE6qoVb64g', '\x0ab151bf051cf40e0b2cb6a557327401', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-f68a-7bc4-9b97-d3af8d1e3d74', 'texts', 'o_I82i1gTE6qoVb64g', '\x637fefc0c6a9a09aa8472f9fd6bce8c3', '{"details": {"tag": "session"}}', NULL),
	('01a22e1e-f6cd-782e-8d20-ed244298cad8', 'personal', 'o_I82i1gTE6qoVb64g', '\x4617fc42fdf1b54358dd46b8108e6893', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-f6cd-782e-8d20-ed244298cad8', 'texts', 'o_I82i1gTE6qoVb64g', '\x70987dd4689cdad5063d8e610818a37b', '{"details": {"reason": "Demo"}}', NULL),
	('01a22e1e-f6fd-76cd-81f9-8f8d5d5df972', 'personal', NULL, '\xae2a3972f6aefad520f6db2b47e62d6f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22e1e-f712-731c-867d-c886c8877ed2', 'personal', 'o_2yKwlaGiJZckgVCn', '\xda4c4101585004187383deceac237a55', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e1e-f712-731c-867d-c886c8877ed2', 'texts', 'o_2yKwlaGiJZckgVCn', '\xbdfb46a2ffa0c219cda2e09f1ce15d9d', '{"changes": {"name": [null, "Borealis Labs"], "slug": [null, "borealis-labs"], "external_id": [null, null]}}', NULL),
	('01a22e1e-f734-731f-9c2c-975b18fe7249', 'personal', 'o_2yKwlaGiJZckgVCn', '\xbf6ed08a5bf38771ba1bb77c96dac6fd', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22e1e-f913-7d43-a3a8-d1ae8a538f06', 'personal', NULL, '\x212b56c4a6a1c71a0452b26fbc128686', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22e1e-f91c-7fa8-8c96-8cb08d47e9d6', 'personal', 'o_2yKwlaGiJZckgVCn', '\x649141f0e341bfe86bfe6528bfd68e44', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22e1e-f925-73c7-b935-afd36628d5c0', 'personal', NULL, '\x4be5c040f31ca02eae96a601d2c0510a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22e1e-f949-7641-87de-aaf36764c0b9', 'personal', 'o_2yKwlaGiJZckgVCn', '\x27e89dc68ad09fb7d8daa08bacd69c18', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22e1e-f960-7e51-a547-4a73a757c36c', 'personal', NULL, '\x1f16318612454a41383290dae4f1905c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22e1e-f96d-7808-94b3-7877aa4ec4df', 'personal', 'o_2yKwlaGiJZckgVCn', '\x08520126796e411b5ffe3dabc379a699', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22e1e-f975-7f58-854a-b9e9deeafb18', 'personal', NULL, '\x281fab0c88eadf98537b505fef10e928', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22e1e-f97d-7c00-94c2-9343f1055f9e', 'personal', 'o_2yKwlaGiJZckgVCn', '\x7d223034dbae2d222cf810d5a07ae988', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22e1e-f993-7332-9776-d3ee73f9ef6d', 'personal', 'o_2yKwlaGiJZckgVCn', '\x871941ce8a5d6a6eaaa5c10d20d492a9', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e1e-f993-7332-9776-d3ee73f9ef6d', 'texts', 'o_2yKwlaGiJZckgVCn', '\x58efc516e9dbe124722006acdc395dc7', '{"changes": {"billing_tier": [null, "team"]}}', NULL),
	('01a22e1e-f993-7332-9776-d3ee73f9ef6d', 'figures', 'o_2yKwlaGiJZckgVCn', '\xf53aabfa418b1a6e73ec171358160458', '{"changes": {"low_balance_threshold_usd": [null, "100.00"]}}', NULL),
	('01a22e1e-f99d-76e0-b1ef-7feeaa9b0d1d', 'personal', 'o_2yKwlaGiJZckgVCn', '\x8ea39381e700a4ef808bcbdf275e329c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e1e-f99d-76e0-b1ef-7feeaa9b0d1d', 'texts', 'o_2yKwlaGiJZckgVCn', '\xb73ddec0ca60326e502fd9b7bf00d87f', '{"details": {"tag": "session"}}', NULL),
	('01a22e1e-f9b0-7729-90bb-50fa06208a78', 'personal', 'o_2yKwlaGiJZckgVCn', '\x38202d056bace87d9be7c08140d990d1', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "new-auditor@borealis-labs.example"}', NULL),
	('01a22e1e-f9d5-7c7a-a06c-cb479f4ec222', 'personal', 'o_I82i1gTE6qoVb64g', '\x6d035807010941ba1e7c2ed8e4255e47', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22e1e-feaf-7fcb-bcd7-bde8ffc174d3', 'personal', 'o_I82i1gTE6qoVb64g', '\x5a2f3502b9d99e23b8a5aa4deea3d293', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-f9d5-7c7a-a06c-cb479f4ec222', 'figures', 'o_I82i1gTE6qoVb64g', '\xc42710fc4b6fa816065b0858ebcfcd86', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "45.02205"}}', NULL),
	('01a22e1e-f9d5-7da8-9a9e-6f953b0c54ad', 'personal', 'o_2yKwlaGiJZckgVCn', '\xf913f3af1d7b47045c5396a60d604151', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22e1e-f9d5-7da8-9a9e-6f953b0c54ad', 'figures', 'o_2yKwlaGiJZckgVCn', '\xe2420ac961680a51136e78a412380c5a', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "36.01824"}}', NULL),
	('01a22e1e-f9e9-798d-8e4a-2b0201528e57', 'personal', 'o_I82i1gTE6qoVb64g', '\xfe648166d8c3445dce9c8c4ed968a9d5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-f9e9-798d-8e4a-2b0201528e57', 'texts', 'o_I82i1gTE6qoVb64g', '\xe3174317e354a393a7255668914c5dce', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22e1e-f9e9-798d-8e4a-2b0201528e57', 'figures', 'o_I82i1gTE6qoVb64g', '\xb1d54714c1179c4f612a4c41cb1d3e34', '{"details": {"amount_usd": "15000.00"}}', NULL),
	('01a22e1e-f9f0-737c-b53d-27b207fc49fe', 'personal', 'o_I82i1gTE6qoVb64g', '\x1a2b75a29656d7a95997ef33fc724465', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-f9f8-72c3-bb0a-44c58325d83d', 'personal', 'o_2yKwlaGiJZckgVCn', '\x7086772adcfa11f7b4602be8ccb81edf', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e1e-f9f8-72c3-bb0a-44c58325d83d', 'texts', 'o_2yKwlaGiJZckgVCn', '\x63d161c5402deeb35ea787c5125fc313', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22e1e-f9f8-72c3-bb0a-44c58325d83d', 'figures', 'o_2yKwlaGiJZckgVCn', '\x5d39e10ecd7bd4adfb21a88266e21766', '{"details": {"amount_usd": "11750.00"}}', NULL),
	('01a22e1e-f9fc-73b1-b9ff-c903a6412eea', 'personal', 'o_2yKwlaGiJZckgVCn', '\x9e5fc630603e5bd7d28797b8de3a164e', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e1e-fa0b-71e9-8e93-18780e314f4f', 'personal', 'o_I82i1gTE6qoVb64g', '\x5d57fe2bd6cac040d88b70467e1ba118', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-fa0b-71e9-8e93-18780e314f4f', 'texts', 'o_I82i1gTE6qoVb64g', '\xfcea97ac3fde0a1ff87e703643097e0b', '{"details": {"run_id": "run-002", "reference": "credit-1"}}', NULL),
	('01a22e1e-fa0b-71e9-8e93-18780e314f4f', 'figures', 'o_I82i1gTE6qoVb64g', '\xdb5fb5646dcea44be65739367f3d7553', '{"details": {"amount_usd": "0.01"}}', NULL),
	('01a22e1e-fa19-7aa5-8765-a2d61f992b1b', 'personal', 'o_I82i1gTE6qoVb64g', '\x90961c3515ac31d43569fb9452eff20a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-fa19-7aa5-8765-a2d61f992b1b', 'texts', 'o_I82i1gTE6qoVb64g', '\xa272be3fdf99711441302aefddf4b282', '{"details": {"reason": "Fed by mistake"}}', NULL),
	('01a22e1e-fa19-7aa5-8765-a2d61f992b1b', 'figures', 'o_I82i1gTE6qoVb64g', '\x2ba56e9691dc00d5b08723b8ba1e32b4', '{"details": {"run_ids": ["run-004"], "run_count": 1, "total_cost_usd": "5.00047"}}', NULL),
	('01a22e1e-fa30-754d-8d39-bb28d7b68779', 'personal', 'o_I82i1gTE6qoVb64g', '\x360efa3ba73a8ac9ca853fdf8a4bf6d5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-fa30-754d-8d39-bb28d7b68779', 'texts', 'o_I82i1gTE6qoVb64g', '\xd7aa5138a17d437759db9ebf72113171', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22e1e-fa30-754d-8d39-bb28d7b68779', 'figures', 'o_I82i1gTE6qoVb64g', '\xec3fe144db43138e69bb3567103725e0', '{"details": {"amount_usd": "1.24736"}}', NULL),
	('01a22e1e-fa37-74da-8983-70e8d04bc3b9', 'personal', 'o_I82i1gTE6qoVb64g', '\x216bc1c51c4f89b9bf94a5b6ebb565db', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-fa37-74da-8983-70e8d04bc3b9', 'texts', 'o_I82i1gTE6qoVb64g', '\xc1b287beb2b2a48a1a733c3512c44272', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22e1e-fa37-74da-8983-70e8d04bc3b9', 'figures', 'o_I82i1gTE6qoVb64g', '\x8b0340d2a72d0bcab5a64b7be50b4a26', '{"details": {"balance_usd": "14980.25", "difference_usd": "1.24736"}}', NULL),
	('01a22e1e-fa43-7ede-8851-e4efdcf92460', 'personal', 'o_I82i1gTE6qoVb64g', '\x131110d0f1a64a835b3c50c4226555aa', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e1e-fa4f-7f44-bf56-3e25c32af1e4', 'personal', 'o_2yKwlaGiJZckgVCn', '\xf49cd0f035888bf8dc08d202299a3a44', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e1e-fa58-713a-ab6d-7adf1433b352', 'personal', 'o_I82i1gTE6qoVb64g', '\xe903b67b3c134d111348f6dd85d48118', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e1e-fa60-71a3-8777-2a77dfdf82d9', 'personal', 'o_I82i1gTE6qoVb64g', '\x5359da69056fed5fc6b2fe91c1c4e3e6', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e1e-fa60-71a3-8777-2a77dfdf82d9', 'texts', 'o_I82i1gTE6qoVb64g', '\x96ee37b5d5dbc128cc01e966eadc3e2f', '{"details": {"reason": "Kept as a revoked one"}}', NULL),
	('01a22e1e-fad6-7895-86a5-966a269057cf', 'personal', 'o_I82i1gTE6qoVb64g', '\xf294ce92e757f991f9a22410e930d806', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-fb13-7372-8653-0c1c17af1e99', 'personal', 'o_I82i1gTE6qoVb64g', '\xdfbab131bbde99543d18b465a96e8584', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-fb13-7372-8653-0c1c17af1e99', 'texts', 'o_I82i1gTE6qoVb64g', '\x5128c9deb6aa6f17b42723db58fcad32', '{"details": {"group_by": ["tag:session"]}}', NULL),
	('01a22e1e-fb5d-7a48-9660-bdf43cfda639', 'personal', 'o_I82i1gTE6qoVb64g', '\xdaeb8eb2ded7fffbb9f2c2d726f5e0a0', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-fba0-72da-bcd1-8a65f960e55c', 'personal', 'o_I82i1gTE6qoVb64g', '\x97f7585df32bea05ca1f26668b55ac49', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-fbd4-7373-81d3-0363fd0bd22c', 'personal', 'o_I82i1gTE6qoVb64g', '\x93cef4e354953e232d68517aa1e57538', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-fbd4-7373-81d3-0363fd0bd22c', 'texts', 'o_I82i1gTE6qoVb64g', '\xe1b6f69e4a12e392f81149ef750f5e1c', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22e1e-fc0b-77cc-8588-397e50624531', 'personal', 'o_2yKwlaGiJZckgVCn', '\x757ea179143a47f9ffb032519e2b289e', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e1e-fd21-7479-bf76-4c7e1ee71c4b', 'personal', 'o_2yKwlaGiJZckgVCn', '\x3c2af944336abd7a401482a2a32fdaf1', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e1e-fd6c-7bb9-9bec-a9f82a277e15', 'personal', 'o_2yKwlaGiJZckgVCn', '\x2b70be1c6c60853486c95dea4a1691c5', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e1e-fdaa-710d-8436-c06b849f53d7', 'personal', 'o_2yKwlaGiJZckgVCn', '\x3a1964f1fba7bc1474580fb57806bb63', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e1e-fddc-706d-8e3b-774d2c3b0169', 'personal', 'o_2yKwlaGiJZckgVCn', '\x467eb8e5d0718def19faa2cac8f88cd1', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e1e-fddc-706d-8e3b-774d2c3b0169', 'texts', 'o_2yKwlaGiJZckgVCn', '\xc37cc6d4a02c00c10494cf8b4d92df61', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22e1e-fe18-79b0-8e83-a469c1f5571c', 'personal', 'o_I82i1gTE6qoVb64g', '\x6f9dd8661cf9931ad3c9b1d04c5c6d92', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-fe50-7b34-bac8-3325fdef77e4', 'personal', 'o_I82i1gTE6qoVb64g', '\x269cb756976207a1d267cd8dc3667a0b', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-fe7e-7961-b312-6fbb215d1b9a', 'personal', 'o_I82i1gTE6qoVb64g', '\xd9e51db2e47d26d23272ff20cb96debf', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-fef4-7677-a997-bd712a8eddaa', 'personal', 'o_I82i1gTE6qoVb64g', '\x2d333fa44e4ee952c655c930a1ebc0a8', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e1e-fef4-7677-a997-bd712a8eddaa', 'texts', 'o_I82i1gTE6qoVb64g', '\xbb79da2b4592e1c23bf99eb9ebf10f2f', '{"details": {"run_id": "run-002"}}', NULL);

INSERT INTO public.billing_audit_repeat (fingerprint, minute, organization_id, first_event_id, count) VALUES
	('\xd709b230a068084710991a671cec3816efb131a63cdec7be3be4a8d9b688c934', '2026-11-30 20:21:00+00', 'o_2yKwlaGiJZckgVCn', '01a22e1e-fc0b-77cc-8588-397e50624531', 1),
	('\x6eca77ee018c483a70caf3fcd11237b44996da841b5f1912d52b96c8ad00fbcd', '2026-11-30 20:21:00+00', 'o_2yKwlaGiJZckgVCn', '01a22e1e-fd21-7479-bf76-4c7e1ee71c4b', 2),
	('\x4e602ae03e5d729b02d7bf2d212454f24e860fe481e6e0653f745ab5bf9cae60', '2026-11-30 20:21:00+00', 'o_2yKwlaGiJZckgVCn', '01a22e1e-fdaa-710d-8436-c06b849f53d7', 1),
	('\x0d8bebfca65194b117852e69f5c197ce1256a8e93bd7b73e0e2c458252d4cd46', '2026-11-30 20:21:00+00', 'o_2yKwlaGiJZckgVCn', '01a22e1e-fddc-706d-8e3b-774d2c3b0169', 1),
	('\x1de7c38451f45e69bb1c59a99be4d5dd36f05bb9f7e34ca94a93e98c848d2af9', '2026-11-30 20:21:00+00', 'o_I82i1gTE6qoVb64g', '01a22e1e-fe18-79b0-8e83-a469c1f5571c', 1),
	('\x0e8690a23f6acc2f036d2af640381a35c70063285a84ebdec7e376b7740b2ebf', '2026-11-30 20:21:00+00', 'o_I82i1gTE6qoVb64g', '01a22e1e-fe50-7b34-bac8-3325fdef77e4', 2),
	('\xb3a1d226091d6b9aeb476aae7a95da0578dc9893d5ed6350bc46adcdc9ce2996', '2026-11-30 20:21:00+00', 'o_I82i1gTE6qoVb64g', '01a22e1e-feaf-7fcb-bcd7-bde8ffc174d3', 1),
	('\x5201d80ce7745311ba01e120c69963eb7c4eaa38d01c1d04862a957362743a77', '2026-11-30 20:21:00+00', 'o_I82i1gTE6qoVb64g', '01a22e1e-fef4-7677-a997-bd712a8eddaa', 1);

INSERT INTO public.billing_audit_tree (log, size, edge) VALUES
	('o_2yKwlaGiJZckgVCn', 18, '\x53a6982a4796863f9e4fdea0c071887d43c1a7b5d13a57a24e81896a20534485658db74f34aff83cb7a11163d677c86127cdfa6bf5e3367eb243d4fc248b9269'),
	('o_I82i1gTE6qoVb64g', 29, '\x7714a5f701a3cb431b53dd9b3e5a52bf78cdcdda9d9eb115a29132b4e013a8d4ff9748b85f83f7e4a537f698c60589608b45d21a7b813307f041c515b86489983bc7946066f3facc30625877da059d156567cbcaeb6b286b54668cd85d0234c3fe085c19bc239521167a27eab4b884327e683637f2be1a895fcfc0648613d3e1'),
	('platform', 12, '\x22e6f39c1816969e92f816080b5ce9842756648e1fd4d6dc534f0cb2270b51041291dd1bc65736b4b6d1a6fafa1065df62cf7893436bfd0d29438846f0e97b82');

INSERT INTO public.billing_balance_entry (id, kind, amount_usd, reference, occurred_at, note, revision, created_at, organization_id) VALUES
	(1, 'top_up', 15000.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 20:21:51.72094+00', 1),
	(2, 'top_up', 11750.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 20:21:51.735989+00', 2),
	(3, 'adjustment', 1.2473600000, 'biller-1', '2026-04-06 00:00:00+00', '', 6, '2026-11-30 20:21:51.789944+00', 1);

INSERT INTO public.billing_batch (id, started_at, finished_at, started_by, file, options, read, inserted, updated, unchanged, repeated, stale, refused, corrected, rounded, unpriced, total_cost_usd, llm_tokens_in, llm_tokens_out, usage_moved_usd, offset_usd, llm_tokens_cached) VALUES
	(1, '2026-11-30 20:21:51.666641+00', '2026-11-30 20:21:51.706553+00', 'system keep_release', '', '{}', 30, 30, 0, 0, 0, 0, 0, 0, 0, 3, 81.0402900000, 30435, 6435, 81.0402900000, 0.0000000000, 435);

INSERT INTO public.billing_orgs_invitation (id, email, role, token_digest, sending, sent_at, expires_at, accepted_at, revoked_at, invited_by_id, organization_id) VALUES
	(1, 'new-auditor@borealis-labs.example', 'auditor', NULL, 1, '2026-11-30 20:21:51.656807+00', '2026-12-07 20:21:51.656807+00', NULL, NULL, NULL, 2);

INSERT INTO public.billing_orgs_invitationsending (id, sent_at, invitation_id, sent_by_id) VALUES
	(1, '2026-11-30 20:21:51.659053+00', 1, NULL);

INSERT INTO public.billing_orgs_membership (id, role, created_at, user_id, organization_id, hold_confirmed_until) VALUES
	(1, 'owner', '2026-11-30 20:21:49.795824+00', 2, 1, NULL),
	(2, 'admin', '2026-11-30 20:21:50.584958+00', 3, 1, NULL),
	(3, 'billing', '2026-11-30 20:21:50.668805+00', 4, 1, NULL),
	(4, 'auditor', '2026-11-30 20:21:50.740848+00', 5, 1, NULL),
	(5, 'member', '2026-11-30 20:21:50.802455+00', 6, 1, NULL),
	(6, 'owner', '2026-11-30 20:21:50.998854+00', 7, 2, NULL),
	(7, 'admin', '2026-11-30 20:21:51.513197+00', 8, 2, NULL),
	(8, 'billing', '2026-11-30 20:21:51.534197+00', 9, 2, NULL),
	(9, 'auditor', '2026-11-30 20:21:51.594238+00', 10, 2, NULL),
	(10, 'member', '2026-11-30 20:21:51.611944+00', 11, 2, NULL);

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
	(1, true, NULL, 1, 'Demo', '2026-11-30 20:21:50.895056+00', 'system', NULL);

INSERT INTO public.billing_reconciliation (id, reference, balance_usd, observed_at, difference_usd, revision, created_at, organization_id) VALUES
	(1, 'biller-1', 14980.2500000000, '2026-04-06 00:00:00+00', 1.2473600000, 6, '2026-11-30 20:21:51.798608+00', 1);

INSERT INTO public.billing_registered_tag (id, key, registered_at, filled_through, ready_at, organization_id) VALUES
	(1, 'session', '2026-11-30 20:21:50.849292+00', NULL, '2026-11-30 20:21:50.847499+00', 1),
	(2, 'session', '2026-11-30 20:21:51.644502+00', NULL, '2026-11-30 20:21:51.643639+00', 2);

INSERT INTO public.billing_revision (revision, token, organization_id) VALUES
	(1, 'e6a77f4a-9196-4afb-a4df-227394c4b7f7', 1),
	(1, 'aff66e7f-811b-4579-9def-ff6b90048066', 2),
	(2, 'e6c78921-12ad-497d-b8d1-c0088b503122', 1),
	(2, 'f3789f26-3154-4484-854b-58c35bc71ae1', 2),
	(3, '620abbf0-7a0b-44ee-9927-1db18ba7bc64', 1),
	(3, 'a8cc5385-ed54-453e-b301-6dea3855028d', 2),
	(4, 'c4cd4dad-0d2d-473c-9add-66746c12369f', 1),
	(5, '35fc7bc5-093b-45a4-95ac-2e4ce137a234', 1),
	(6, 'b6e99097-ea5b-4d67-bad3-179fc17a5305', 1);

INSERT INTO public.billing_run (id, run_id, run_type, status, created_at, modified_at, queued_at, started_at, finished_at, total_cost_usd, unit_price_usd, cost_status, cost_updated_at, llm_tokens_in, llm_tokens_out, tags, first_revision, revision, organization_id, batch_id, llm_tokens_cached, credited_usd, cached_unit_price_usd, cached_units, units) VALUES
	(1, 'run-000', 'workflow_run', 'completed', '2026-04-01 00:00:00+00', NULL, NULL, '2026-04-01 00:00:00+00', '2026-04-01 00:03:00+00', 1.0000700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1000, 200, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 0, 0.0000000000, NULL, NULL, NULL),
	(4, 'run-006', 'workflow_run', 'completed', '2026-04-02 18:06:00+00', NULL, NULL, '2026-04-02 18:06:00+00', '2026-04-02 18:09:00+00', 2.0006700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1006, 206, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 6, 0.0000000000, NULL, NULL, NULL),
	(5, 'run-008', 'workflow_run', 'completed', '2026-04-03 08:08:00+00', NULL, NULL, '2026-04-03 08:08:00+00', '2026-04-03 08:11:00+00', 4.0008700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1008, 208, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 8, 0.0000000000, NULL, NULL, NULL),
	(6, 'run-010', 'workflow_run', 'completed', '2026-04-03 22:10:00+00', NULL, NULL, '2026-04-03 22:10:00+00', '2026-04-03 22:13:00+00', 1.0010700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1010, 210, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 10, 0.0000000000, NULL, NULL, NULL),
	(7, 'run-012', 'workflow_run', 'completed', '2026-04-04 12:12:00+00', NULL, NULL, '2026-04-04 12:12:00+00', '2026-04-04 12:15:00+00', 3.0012700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1012, 212, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 12, 0.0000000000, NULL, NULL, NULL),
	(8, 'run-014', 'workflow_run', 'completed', '2026-04-05 02:14:00+00', NULL, NULL, '2026-04-05 02:14:00+00', '2026-04-05 02:17:00+00', 5.0014700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1014, 214, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 14, 0.0000000000, NULL, NULL, NULL),
	(9, 'run-016', 'workflow_run', 'completed', '2026-04-05 16:16:00+00', NULL, NULL, '2026-04-05 16:16:00+00', '2026-04-05 16:19:00+00', 2.0016700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1016, 216, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 16, 0.0000000000, NULL, NULL, NULL),
	(10, 'run-018', 'workflow_run', 'completed', '2026-04-06 06:18:00+00', NULL, NULL, '2026-04-06 06:18:00+00', '2026-04-06 06:21:00+00', 4.0018700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1018, 218, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 18, 0.0000000000, NULL, NULL, NULL),
	(11, 'run-020', 'workflow_run', 'completed', '2026-04-06 20:20:00+00', NULL, NULL, '2026-04-06 20:20:00+00', '2026-04-06 20:23:00+00', 1.0020700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1020, 220, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 20, 0.0000000000, NULL, NULL, NULL),
	(12, 'run-022', 'workflow_run', 'completed', '2026-04-07 10:22:00+00', NULL, NULL, '2026-04-07 10:22:00+00', '2026-04-07 10:25:00+00', 3.0022700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1022, 222, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 22, 0.0000000000, NULL, NULL, NULL),
	(13, 'run-024', 'workflow_run', 'completed', '2026-04-08 00:24:00+00', NULL, NULL, '2026-04-08 00:24:00+00', '2026-04-08 00:27:00+00', 5.0024700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1024, 224, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 24, 0.0000000000, NULL, NULL, NULL),
	(14, 'run-026', 'workflow_run', 'completed', '2026-04-08 14:26:00+00', NULL, NULL, '2026-04-08 14:26:00+00', '2026-04-08 14:29:00+00', 2.0026700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1026, 226, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 26, 0.0000000000, NULL, NULL, NULL),
	(15, 'run-028', 'workflow_run', 'completed', '2026-04-09 04:28:00+00', NULL, NULL, '2026-04-09 04:28:00+00', '2026-04-09 04:31:00+00', 4.0028700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1028, 228, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 28, 0.0000000000, NULL, NULL, NULL),
	(16, 'run-001', 'workflow_run', 'completed', '2026-04-01 07:01:00+00', NULL, NULL, '2026-04-01 07:01:00+00', '2026-04-01 07:04:00+00', 2.0001700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1001, 201, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 1, 0.0000000000, NULL, NULL, NULL),
	(17, 'run-003', 'workflow_run', 'completed', '2026-04-01 21:03:00+00', NULL, NULL, '2026-04-01 21:03:00+00', '2026-04-01 21:06:00+00', 4.0003700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1003, 203, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 3, 0.0000000000, NULL, NULL, NULL),
	(18, 'run-005', 'workflow_run', 'completed', '2026-04-02 11:05:00+00', NULL, NULL, '2026-04-02 11:05:00+00', '2026-04-02 11:08:00+00', 1.0005700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1005, 205, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 5, 0.0000000000, NULL, NULL, NULL),
	(19, 'run-007', 'workflow_run', 'completed', '2026-04-03 01:07:00+00', NULL, NULL, '2026-04-03 01:07:00+00', '2026-04-03 01:10:00+00', NULL, NULL, 'unpriced', '2026-11-30 20:21:51.686083+00', 1007, 207, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 7, 0.0000000000, NULL, NULL, NULL),
	(20, 'run-009', 'workflow_run', 'running', '2026-04-03 15:09:00+00', NULL, NULL, '2026-04-03 15:09:00+00', NULL, 5.0009700000, NULL, 'accruing', '2026-11-30 20:21:51.686083+00', 1009, 209, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 9, 0.0000000000, NULL, NULL, NULL),
	(21, 'run-011', 'workflow_run', 'completed', '2026-04-04 05:11:00+00', NULL, NULL, '2026-04-04 05:11:00+00', '2026-04-04 05:14:00+00', 2.0011700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1011, 211, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 11, 0.0000000000, NULL, NULL, NULL),
	(22, 'run-013', 'workflow_run', 'completed', '2026-04-04 19:13:00+00', NULL, NULL, '2026-04-04 19:13:00+00', '2026-04-04 19:16:00+00', 4.0013700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1013, 213, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 13, 0.0000000000, NULL, NULL, NULL),
	(23, 'run-015', 'workflow_run', 'completed', '2026-04-05 09:15:00+00', NULL, NULL, '2026-04-05 09:15:00+00', '2026-04-05 09:18:00+00', 1.0015700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1015, 215, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 15, 0.0000000000, NULL, NULL, NULL),
	(24, 'run-017', 'workflow_run', 'completed', '2026-04-05 23:17:00+00', NULL, NULL, '2026-04-05 23:17:00+00', '2026-04-05 23:20:00+00', NULL, NULL, 'unpriced', '2026-11-30 20:21:51.686083+00', 1017, 217, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 17, 0.0000000000, NULL, NULL, NULL),
	(25, 'run-019', 'workflow_run', 'running', '2026-04-06 13:19:00+00', NULL, NULL, '2026-04-06 13:19:00+00', NULL, 5.0019700000, NULL, 'accruing', '2026-11-30 20:21:51.686083+00', 1019, 219, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 19, 0.0000000000, NULL, NULL, NULL),
	(26, 'run-021', 'workflow_run', 'completed', '2026-04-07 03:21:00+00', NULL, NULL, '2026-04-07 03:21:00+00', '2026-04-07 03:24:00+00', 2.0021700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1021, 221, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 21, 0.0000000000, NULL, NULL, NULL),
	(27, 'run-023', 'workflow_run', 'completed', '2026-04-07 17:23:00+00', NULL, NULL, '2026-04-07 17:23:00+00', '2026-04-07 17:26:00+00', 4.0023700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1023, 223, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 23, 0.0000000000, NULL, NULL, NULL),
	(28, 'run-025', 'workflow_run', 'completed', '2026-04-08 07:25:00+00', NULL, NULL, '2026-04-08 07:25:00+00', '2026-04-08 07:28:00+00', 1.0025700000, NULL, 'final', '2026-11-30 20:21:51.686083+00', 1025, 225, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 25, 0.0000000000, NULL, NULL, NULL),
	(29, 'run-027', 'workflow_run', 'completed', '2026-04-08 21:27:00+00', NULL, NULL, '2026-04-08 21:27:00+00', '2026-04-08 21:30:00+00', NULL, NULL, 'unpriced', '2026-11-30 20:21:51.686083+00', 1027, 227, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 27, 0.0000000000, NULL, NULL, NULL),
	(30, 'run-029', 'workflow_run', 'running', '2026-04-09 11:29:00+00', NULL, NULL, '2026-04-09 11:29:00+00', NULL, 5.0029700000, NULL, 'accruing', '2026-11-30 20:21:51.686083+00', 1029, 229, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 29, 0.0000000000, NULL, NULL, NULL),
	(2, 'run-002', 'workflow_run', 'completed', '2026-04-01 14:02:00+00', NULL, NULL, '2026-04-01 14:02:00+00', '2026-04-01 14:05:00+00', 3.0002700000, NULL, 'final', '2026-11-30 20:21:51.75059+00', 1002, 202, '{"county": "Añasco", "session": "s2"}', 2, 4, 1, 1, 2, 0.0100000000, NULL, NULL, NULL);

INSERT INTO public.billing_run_credit (id, run_id, amount_usd, reference, occurred_at, revision, void_revision, created_at, organization_id) VALUES
	(1, 'run-002', 0.0100000000, 'credit-1', '2026-04-01 12:00:00+00', 4, NULL, '2026-11-30 20:21:51.752997+00', 1);

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
	(1, 'workflow_run', 'completed', '2026-04-02 04:04:00+00', NULL, NULL, '2026-04-02 04:04:00+00', '2026-04-02 04:07:00+00', 5.0004700000, NULL, 'final', 1004, 204, '{"county": "Añasco", "session": "s0"}', 'run-004', '2026-11-30 20:21:51.686083+00', 2, 2, 5, '2026-11-30 20:21:51.767164+00', 1, 1, 4, 0.0000000000, NULL, NULL, NULL);

INSERT INTO public.procrastinate_jobs (id, queue_name, task_name, lock, args, status, scheduled_at, attempts, queueing_lock, priority, abort_requested, worker_id) VALUES
	(1, 'billing-access-email', 'orgs.send_invitation', NULL, '{"message": "abc8f3a8-63d2-4f31-a743-52cd930ddb6b", "sending": 1, "invitation_id": 1}', 'todo', NULL, 0, NULL, 0, false, NULL);

INSERT INTO public.procrastinate_events (id, job_id, type, at) VALUES
	(1, 1, 'deferred', '2026-11-30 20:21:51.648483+00');

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

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);

SELECT pg_catalog.setval('public.django_content_type_id_seq', 62, true);

SELECT pg_catalog.setval('public.django_migrations_id_seq', 111, true);

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

