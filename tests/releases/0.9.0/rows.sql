INSERT INTO public.billing_accounts_user (id, password, last_login, is_superuser, is_staff, is_active, date_joined, email, name, held_until, password_is_preset) VALUES
	(1, 'pbkdf2_sha256$1000000$HTmBrDOWL51m3bxq7dBL0A$emA/wARk1KRHyezJE8g5z2TuveTKiD4+3017INgscwg=', NULL, true, true, true, '2026-11-30 16:23:46.180248+00', 'staff@platform.example', 'Platform staff', NULL, false),
	(2, 'pbkdf2_sha256$1000000$HTmBrDOWL51m3bxq7dBL0A$emA/wARk1KRHyezJE8g5z2TuveTKiD4+3017INgscwg=', NULL, false, false, true, '2026-11-30 16:23:47.977622+00', 'owner@acme-robotics.example', 'Acme Robotics''s owner', NULL, false),
	(3, 'pbkdf2_sha256$1000000$HTmBrDOWL51m3bxq7dBL0A$emA/wARk1KRHyezJE8g5z2TuveTKiD4+3017INgscwg=', NULL, false, false, true, '2026-11-30 16:23:48.846441+00', 'admin@acme-robotics.example', 'Acme Robotics''s admin', NULL, false),
	(4, 'pbkdf2_sha256$1000000$HTmBrDOWL51m3bxq7dBL0A$emA/wARk1KRHyezJE8g5z2TuveTKiD4+3017INgscwg=', NULL, false, false, true, '2026-11-30 16:23:48.938885+00', 'billing@acme-robotics.example', 'Acme Robotics''s billing', NULL, false),
	(5, 'pbkdf2_sha256$1000000$HTmBrDOWL51m3bxq7dBL0A$emA/wARk1KRHyezJE8g5z2TuveTKiD4+3017INgscwg=', NULL, false, false, true, '2026-11-30 16:23:49.003801+00', 'auditor@acme-robotics.example', 'Acme Robotics''s auditor', NULL, false),
	(6, 'pbkdf2_sha256$1000000$HTmBrDOWL51m3bxq7dBL0A$emA/wARk1KRHyezJE8g5z2TuveTKiD4+3017INgscwg=', NULL, false, false, true, '2026-11-30 16:23:49.058378+00', 'member@acme-robotics.example', 'Acme Robotics''s member', NULL, false),
	(7, 'pbkdf2_sha256$1000000$HTmBrDOWL51m3bxq7dBL0A$emA/wARk1KRHyezJE8g5z2TuveTKiD4+3017INgscwg=', NULL, false, false, true, '2026-11-30 16:23:49.165724+00', 'owner@borealis-labs.example', 'Borealis Labs''s owner', NULL, false),
	(8, 'pbkdf2_sha256$1000000$HTmBrDOWL51m3bxq7dBL0A$emA/wARk1KRHyezJE8g5z2TuveTKiD4+3017INgscwg=', NULL, false, false, true, '2026-11-30 16:23:49.923828+00', 'admin@borealis-labs.example', 'Borealis Labs''s admin', NULL, false),
	(9, 'pbkdf2_sha256$1000000$HTmBrDOWL51m3bxq7dBL0A$emA/wARk1KRHyezJE8g5z2TuveTKiD4+3017INgscwg=', NULL, false, false, true, '2026-11-30 16:23:49.983065+00', 'billing@borealis-labs.example', 'Borealis Labs''s billing', NULL, false),
	(10, 'pbkdf2_sha256$1000000$HTmBrDOWL51m3bxq7dBL0A$emA/wARk1KRHyezJE8g5z2TuveTKiD4+3017INgscwg=', NULL, false, false, true, '2026-11-30 16:23:50.040092+00', 'auditor@borealis-labs.example', 'Borealis Labs''s auditor', NULL, false),
	(11, 'pbkdf2_sha256$1000000$HTmBrDOWL51m3bxq7dBL0A$emA/wARk1KRHyezJE8g5z2TuveTKiD4+3017INgscwg=', NULL, false, false, true, '2026-11-30 16:23:50.094314+00', 'member@borealis-labs.example', 'Borealis Labs''s member', NULL, false);

INSERT INTO public.billing_orgs_organization (id, public_id, name, slug, external_id, time_zone, requires_second_factor, created_at, closed_at) VALUES
	(1, 'o_ZENO4nA9XcRwMRg7', 'Acme Robotics', 'acme-robotics', NULL, 'UTC', false, '2026-11-30 16:23:48.029027+00', NULL),
	(2, 'o_6QdrVhGmIT3bhLQe', 'Borealis Labs', 'borealis-labs', NULL, 'UTC', false, '2026-11-30 16:23:49.194639+00', NULL);

INSERT INTO public.billing_account (organization_id, billing_tier, billing_mode, low_balance_threshold_usd, period_start_day, revision, fed_at, usage_through, balance_reconciled_at, entries_total_usd, usage_total_usd, revision_token, stale_after_hours) VALUES
	(2, 'team', 'prepaid', 100.0000000000, 1, 3, '2026-11-30 16:23:50.245987+00', '2026-11-30 00:00:00+00', NULL, 11750.0000000000, 36.0182400000, 'b0af174b-e07e-4131-801d-4b3bf8332708', NULL),
	(1, 'pro', 'prepaid', 500.0000000000, 1, 6, '2026-11-30 16:23:50.245987+00', '2026-11-30 00:00:00+00', '2026-04-06 00:00:00+00', 15001.2473600000, 40.0115800000, '58aa1796-b371-45e7-9712-d43c2efa6504', NULL);

INSERT INTO public.billing_api_key (id, name, digest, first_characters, last_characters, scopes, created_at, created_by_kind, expires_at, revoked_at, allowed_networks, is_platform_key, last_used_at, last_used_address, expiry_notice, form_token, created_by_id, organization_id, predecessor_id) VALUES
	('1dd44a1c-0493-4aa9-8653-3a4dd9b0378c', 'Kept', '\x5862d479292089391aefcc20e43051edf3e8cf00ee93d344067d2cf77b2cab94', 'bak_live_8GZ', 'MlWs', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 16:23:50.461644+00', 'system', '2027-11-30 16:23:50.461644+00', '2026-11-30 16:23:50.483236+00', '{}', false, NULL, NULL, NULL, NULL, NULL, 1, NULL),
	('cd4148f7-e540-4ce1-a0b9-947923c8e59b', 'Kept', '\x3f7e78d649011703ea59b48d4a6216ba6982d149fd7bc7034dc97d9eb4ee907a', 'bak_live_Xaf', 'oKHt', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 16:23:50.430886+00', 'system', '2027-11-30 16:23:50.430886+00', NULL, '{}', false, '2026-11-30 16:23:50.70246+00', '127.0.0.1', NULL, NULL, NULL, 1, NULL),
	('8fc21227-c717-4922-b556-7dd04dd0182c', 'Kept', '\x5501892d82e02bd5abc7fa1f0a0b1ba05374235f706b36f27fafd91850741fa6', 'bak_live_OQt', 'ox9e', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 16:23:50.447933+00', 'system', '2027-11-30 16:23:50.447933+00', NULL, '{}', false, '2026-11-30 16:23:51.851388+00', '127.0.0.1', NULL, NULL, NULL, 2, NULL);

INSERT INTO public.billing_audit_checkpoint (log, size, note) VALUES
	('o_6QdrVhGmIT3bhLQe', 18, 'tests/o_6QdrVhGmIT3bhLQe
18
mkMcdKSNov/qnN0YciDohyqdAIJxV3crxnyiryoJbnk=
sealed 2026-11-30T16:23:53.213773Z

— tests/o_6QdrVhGmIT3bhLQe QcKwp9tjvd6VuX9aN1A4cRvAFT36KAbbfiX7b1D5J/YPZ5SOxpBTJVzoiK5112E6TBXr4TfcFNewRfhCRBk0YmZlJA0=
'),
	('o_ZENO4nA9XcRwMRg7', 29, 'tests/o_ZENO4nA9XcRwMRg7
29
Ae1ZFkEf1IQmOBCpLX9KTgeCLRVZMlfJDcPMcfCdcF4=
sealed 2026-11-30T16:23:53.223996Z

— tests/o_ZENO4nA9XcRwMRg7 u+g4VZJFkGlx9k4V0AaM6YgTBk1eRF3YuD1SclJlsCHJmKtKIX/rr0rbiCnlaWeordXZdVeB5ryUHzX3Sh5+Snqo9QA=
'),
	('platform', 12, 'tests/platform
12
5739D8Jy29Arm9ykWFlwauj8dnirl53nTc8jCxTO+5I=
sealed 2026-11-30T16:23:53.225581Z

— tests/platform ajQqZD9nLXxOLfGShxySkHOxEW0woQ9oVhbilCic6WM/TvL6rLjo9U9IJBzmWw3hTJAsG4REx92ZZ0l5vcEopXcJsA4=
');

INSERT INTO public.billing_audit_event (id, organization_id, recorded_at, action, outcome, reason_code, actor_kind, actor_id, target_kind, target_id, request_id, body) VALUES
	('01a22d45-02b4-76b4-a7b7-bbff04bdbafe', NULL, '2026-11-30 16:23:47.128215+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"081599e9bed9e188f8ffa679a4f346198c8d379ba68d2764c48f98acbd2368f9"},"details":{},"id":"01a22d45-02b4-76b4-a7b7-bbff04bdbafe","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:47.128215Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22d45-0601-76de-9bac-6c68710de93d', NULL, '2026-11-30 16:23:47.969887+00', 'user.changed', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.changed","actor_id":"keep_release","actor_kind":"system","changes":{"is_staff":[false,true],"is_superuser":[false,true]},"commitments":{"personal":"eac41204b885d3b3d4592218b4ddc739d3257afec4215acea6241ce32c79696c"},"details":{},"id":"01a22d45-0601-76de-9bac-6c68710de93d","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:47.969887Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22d45-0622-7897-901f-24fb2c2c5d2f', NULL, '2026-11-30 16:23:48.006381+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"4e19ed5f172984afb182c98b8b2a012a43e9735ab9075c81e9a533ddd5178f06"},"details":{},"id":"01a22d45-0622-7897-901f-24fb2c2c5d2f","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:48.006381Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22d45-0644-722b-8782-e6d925c28425', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:48.036656+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ZENO4nA9XcRwMRg7', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"07a84b1a2f7a83af25e4b2e3f9a1061cb4a21b14e0e1a23025f1004a5e856edc","texts":"4f5de27f6857cfaecf2e721d514bd50f3f1539b473e4a25f05498687adfed2ec"},"details":{},"id":"01a22d45-0644-722b-8782-e6d925c28425","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:48.036656Z","request_id":"","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-0657-7c1f-a3f1-12ac003328b6', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:48.058291+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"ee10248c017c4ba9ba4801e7cba4e1b93fd868a8f3227c0984fb4bb03cf0012e"},"details":{},"id":"01a22d45-0657-7c1f-a3f1-12ac003328b6","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:48.058291Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22d45-0994-7794-9040-c5ed46ccc8e0', NULL, '2026-11-30 16:23:48.884743+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"71f825d349d5b6ecea145d2c31ee356597f4df0445fe6f6801748c17c08afbcd"},"details":{},"id":"01a22d45-0994-7794-9040-c5ed46ccc8e0","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:48.884743Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22d45-09bf-7897-8639-1b45770c105e', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:48.928483+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"363e32a537a04c954da6268edc099e7fd2ddfefe9676357f0e62d8cc0b014f15"},"details":{},"id":"01a22d45-09bf-7897-8639-1b45770c105e","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:48.928483Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22d45-09de-7a28-a6ed-70a217a6e6a9', NULL, '2026-11-30 16:23:48.95906+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"171a32677b37bc2a86ca38f6e287f8ccce0555675e6df525ec22cbcee6d380a9"},"details":{},"id":"01a22d45-09de-7a28-a6ed-70a217a6e6a9","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:48.959060Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22d45-0a02-756f-aa94-66480a52ed1a', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:48.994619+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"932eb74350c765a6426bbc17224cf8b70b3362588f28e90213288e6cc3d622ad"},"details":{},"id":"01a22d45-0a02-756f-aa94-66480a52ed1a","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:48.994619Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22d45-0a22-7b2d-8ae6-5d876dbc5600', NULL, '2026-11-30 16:23:49.027251+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"dec3abefbc4805330abed8ab8176af7c54aee9e60dc7bf3f10c5ea23e52624a6"},"details":{},"id":"01a22d45-0a22-7b2d-8ae6-5d876dbc5600","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:49.027251Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22d45-0a3b-72d8-939b-71d77971d4f9', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:49.05143+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"bb0a77c539353ba3ffc9cf4a80fd77660bd036181c63989bfc76a3cb0c809e4a"},"details":{},"id":"01a22d45-0a3b-72d8-939b-71d77971d4f9","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:49.051430Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22d45-0a52-778b-909a-5c38a1342acb', NULL, '2026-11-30 16:23:49.075598+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"b1d29a0bf5b569d3e4410e3a5bbfc10c3e98d20c44b079308727c625e8451a97"},"details":{},"id":"01a22d45-0a52-778b-909a-5c38a1342acb","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:49.075598Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22d45-0a68-7e6e-ab19-ddc38c7a991c', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:49.097166+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"0ed5bd2b96cc369b73300c9c6c5e5abebd1253cb3b652ad881f47c48cfd86214"},"details":{},"id":"01a22d45-0a68-7e6e-ab19-ddc38c7a991c","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:49.097166Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22d45-0e7a-7fe3-bd10-84bc65ff09d2', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:50.139438+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"623231513dcc1721a534ea785b3762250ac694c15d65c5ec245b2c57a6a7be81"},"details":{},"id":"01a22d45-0e7a-7fe3-bd10-84bc65ff09d2","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.139438Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22d45-0a77-7143-915e-89b35abdb27b', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:49.111547+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ZENO4nA9XcRwMRg7', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"b8ed9d7ccd170bd877dd16cec5994a611974aba39bda8bd18fa54cfd9f7f80c8","personal":"1d8834c59cf06aac28ace67e34d9477532dbe26dd0248550611c9c0ce9d9b9d3","texts":"fac302c50ecd63bb293c536a73c238dd285714f98a2c61fd544451d2809d1df4"},"details":{},"id":"01a22d45-0a77-7143-915e-89b35abdb27b","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:49.111547Z","request_id":"","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-0a8d-72b7-8240-a3c981f2a4cc', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:49.133592+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ZENO4nA9XcRwMRg7', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"fa19e588130bf4a217f64654edf1fe1fea262da2c8980c7b7de05f18389cc8f5","texts":"fde38e20c89b5ab4cdaf48dd6cd73da4f5f3130be62df3d58f2ba7a477d38abc"},"details":{},"id":"01a22d45-0a8d-72b7-8240-a3c981f2a4cc","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:49.133592Z","request_id":"","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-0aa7-798f-a08e-87776af081ec', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:49.159865+00', 'billing_reads.enabled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ZENO4nA9XcRwMRg7', '', '{"action":"billing_reads.enabled","actor_id":"keep_release","actor_kind":"system","changes":{"billing_reads":["off","on"]},"commitments":{"personal":"860206f0bd9cf9fd47e48e438c233938d4fa062eb069b3d20e508f8a66ec3023","texts":"aeef0f1c3a0c741c7ef0c65c4dfbd34c52c0fcf86329728388244e305944f09a"},"details":{"key_count":0},"id":"01a22d45-0aa7-798f-a08e-87776af081ec","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:49.159865Z","request_id":"","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-0abb-72dc-8ee0-2e3f25233ddc', NULL, '2026-11-30 16:23:49.179439+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"66e21abbd27a0cce7421a8acf9380778041402ec4cd9a79ffc1d3bc7ec3186ea"},"details":{},"id":"01a22d45-0abb-72dc-8ee0-2e3f25233ddc","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:49.179439Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22d45-0acb-76b0-bdec-ee1fc781016b', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:49.197832+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_6QdrVhGmIT3bhLQe', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"610cf7916b56ad787b30b229bd70b2abb0624b2c0a009233383da27888ce465b","texts":"234e0b2e40685503ec50ef611e90c7e16894e4a44d77f90dd5d07e20decda8dd"},"details":{},"id":"01a22d45-0acb-76b0-bdec-ee1fc781016b","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:49.197832Z","request_id":"","target_id":"o_6QdrVhGmIT3bhLQe","target_kind":"organization","version":2}'),
	('01a22d45-0ada-7d93-b17c-610da5d14524', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:49.21144+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"b7bddf9352f00123b2cf76bddd393fd61452651ffff2d7565fe12c31f4987c8a"},"details":{},"id":"01a22d45-0ada-7d93-b17c-610da5d14524","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:49.211440Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22d45-0db7-79d2-82ca-72d742c5e024', NULL, '2026-11-30 16:23:49.944542+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"d03b9461896ddc0d9b13317892fa46d8a70f7555c02626bca180adf1c0032f4a"},"details":{},"id":"01a22d45-0db7-79d2-82ca-72d742c5e024","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:49.944542Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22d45-0dd6-7799-8b0a-4d9930cc66f9', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:49.974774+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"f44e0ca985a0e0a55dbdd8fd4ad8622004b170d580d119f963e4634f69b86bb0"},"details":{},"id":"01a22d45-0dd6-7799-8b0a-4d9930cc66f9","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:49.974774Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22d45-0df3-7b10-a293-2953d73ced21', NULL, '2026-11-30 16:23:50.00397+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"7867aa7fe637b2e8e8e7c53e08f8ee6cb70ad34310a47dca88df816d36e71cf7"},"details":{},"id":"01a22d45-0df3-7b10-a293-2953d73ced21","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.003970Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22d45-0e0f-72e4-bfc9-00982c2fa34f', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:50.031471+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"dd3faaa5ed00fb06306ad332a12c6d3c21a807b8059e90ebfca9140d27f0a825"},"details":{},"id":"01a22d45-0e0f-72e4-bfc9-00982c2fa34f","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.031471Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22d45-0e2e-7442-afdc-31464127ad3a', NULL, '2026-11-30 16:23:50.064992+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"a5051620b0a2bb406d17b787d8314cbb9d7de78d7e9e93250e246d745992f9ea"},"details":{},"id":"01a22d45-0e2e-7442-afdc-31464127ad3a","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.064992Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22d45-0e4b-7505-8347-6ff3f7b970d6', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:50.091636+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"346a6811af72ec55c82be113e1f7567463f32934ee3906689762e005813e025f"},"details":{},"id":"01a22d45-0e4b-7505-8347-6ff3f7b970d6","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.091636Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22d45-0e62-795a-b72c-8741f6aa9671', NULL, '2026-11-30 16:23:50.116971+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"389d69b6e84221fa789c94fdf93fbe756d61def2617a8050cecd9cef0274a372"},"details":{},"id":"01a22d45-0e62-795a-b72c-8741f6aa9671","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.116971Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22d45-0e87-7313-a999-5f8b065bf272', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:50.151564+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_6QdrVhGmIT3bhLQe', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"456436dec65f2872b3cb5866c985597db9fae3060248f1ed796f4763d029db88","personal":"0d6b04be0fc09191fb798ab8fe168e581f79d3e5ce94bb8129053340db713563","texts":"744c2f285cdf5dbdd74221c397c1aa6567b5ef0b9ff9dcc6c72252fcc5095140"},"details":{},"id":"01a22d45-0e87-7313-a999-5f8b065bf272","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.151564Z","request_id":"","target_id":"o_6QdrVhGmIT3bhLQe","target_kind":"organization","version":2}'),
	('01a22d45-0e96-7b00-afc1-75ee49ca0896', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:50.170281+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_6QdrVhGmIT3bhLQe', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"5e878320d261592fa9cbc5a20588e66f2ef961368c24879e4585918adc96bf70","texts":"5f58baf5923d8f2fbaa412c820b49f5939c150ac2a4a1a2848e2dc4862a5f1ff"},"details":{},"id":"01a22d45-0e96-7b00-afc1-75ee49ca0896","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.170281Z","request_id":"","target_id":"o_6QdrVhGmIT3bhLQe","target_kind":"organization","version":2}'),
	('01a22d45-0eb8-7ec8-9cf7-a7a2685cc079', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:50.206301+00', 'member.invited', 'allowed', '', 'system', 'keep_release', 'invitation', '1', '', '{"action":"member.invited","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"2b501b550c3c0ec0f5091380e6cdd19039d1f575d15f34f83128577ea8832cfe"},"details":{},"id":"01a22d45-0eb8-7ec8-9cf7-a7a2685cc079","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.206301Z","request_id":"","target_id":"1","target_kind":"invitation","version":2}'),
	('01a22d45-0ef8-76d1-8c90-6e2f5d41a59c', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:50.265067+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ZENO4nA9XcRwMRg7', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"a1c95403c4594d49814502272fd5c1ea1adf67e17df70ff067ba4847309b7dc5","personal":"7de0edc995b14e6a1f5d36378201d45d1c16be9badbc3efd51ce77de3472f4bb"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22d45-0ef8-76d1-8c90-6e2f5d41a59c","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.265067Z","request_id":"","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-0ef8-786c-9286-bb8a9c052611', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:50.265979+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_6QdrVhGmIT3bhLQe', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"23839ab43faa86835248fb576fe30532ca620c403a86a30d4c90279ce1f58ecf","personal":"3166f383dad0695f452ffdc4916912f6f9ce69b34e31600fbef09cd6dbb1b7ca"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22d45-0ef8-786c-9286-bb8a9c052611","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.265979Z","request_id":"","target_id":"o_6QdrVhGmIT3bhLQe","target_kind":"organization","version":2}'),
	('01a22d45-0f1a-7fe3-b4be-33e24cb679c9', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:50.299551+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ZENO4nA9XcRwMRg7', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"898c210c52e2a0005dbeb55d1efc773fb8c1f897017737bc90eafee7392ad5f6","personal":"88e56f8df73240e523fe361fce3fff7d146996c8b8ea7ead6f0ef9a68a52fe5d","texts":"07125ba65120470a2eee28ab4bcefb56787814eb31f837fd6f128fbd4fa0d636"},"details":{"kind":"top_up"},"id":"01a22d45-0f1a-7fe3-b4be-33e24cb679c9","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.299551Z","request_id":"","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-0f25-7914-b584-8869b137ab07', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:50.314263+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ZENO4nA9XcRwMRg7', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"063cc8ae62662cfc07489e2db1143d27264cc99f798c38074b7bee890093cf61"},"details":{},"id":"01a22d45-0f25-7914-b584-8869b137ab07","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.314263Z","request_id":"","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-0f3a-7812-9a51-9788a8f84fd9', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:50.330892+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_6QdrVhGmIT3bhLQe', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"d83de32bbcfb639b06e7eb8ad2922da5810ba2d9fd176a1a0731d5ba2fd7d191","personal":"7800bf7b299db5c2530cdc9491462fd2fa25ca204e1bae319f7524c8d82cc633","texts":"65a4fa9afde348394e4f9f5df604232bc4b3a04f677012737bb9842235e1127a"},"details":{"kind":"top_up"},"id":"01a22d45-0f3a-7812-9a51-9788a8f84fd9","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.330892Z","request_id":"","target_id":"o_6QdrVhGmIT3bhLQe","target_kind":"organization","version":2}'),
	('01a22d45-0f45-7013-9b9f-92d7ee5467a0', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:50.341347+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_6QdrVhGmIT3bhLQe', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"3591282c2469eec1db14378b7bc88ce3a40122d9c09e6ccb28aaf28bd6666d73"},"details":{},"id":"01a22d45-0f45-7013-9b9f-92d7ee5467a0","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.341347Z","request_id":"","target_id":"o_6QdrVhGmIT3bhLQe","target_kind":"organization","version":2}'),
	('01a22d45-0f63-7732-ab63-494e6121d9e3', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:50.371748+00', 'run.credited', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ZENO4nA9XcRwMRg7', '', '{"action":"run.credited","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"4894fa61a38adc3396c9eff746cc683dee6c52213854262e88a845b572ae577b","personal":"eca973cc50c468ff11c6fed27805dfb6ad9ba92c126283fa6d11c555584c110d","texts":"d7a58db1d9c340d2e2b5c96d53c85070cc593965e8b902b82b299c929412844c"},"details":{},"id":"01a22d45-0f63-7732-ab63-494e6121d9e3","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.371748Z","request_id":"","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-0f6f-74ca-883c-7b3cebd15c30', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:50.385497+00', 'runs.voided', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ZENO4nA9XcRwMRg7', '', '{"action":"runs.voided","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"6344913a0809713218f1fceaf0b3ecc2516fd9cab054dcb0dc6883f332707b66","personal":"cd1732e9423060641b20d2a38c3a2528047c8fd30e3e0258e96a184349f6d5df","texts":"9a03affe2dad149812e3cf29418e8c78f02f0212c4c24ea6a0894fa10789d71e"},"details":{"revision":5},"id":"01a22d45-0f6f-74ca-883c-7b3cebd15c30","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.385497Z","request_id":"","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-0f8b-7ae9-a9ec-1b27a4e140ce', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:50.411927+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ZENO4nA9XcRwMRg7', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"44137932ea7238b5e887d2e084eb5f287c2886120de797ccbc9661935552552b","personal":"0a99fff865ed858fd05137efc1d2b5525bad64d3fad749dc615e61e6fdfece79","texts":"3e3a8b7a4b780a7c7ec5c2bc89d4c77482c6c9eb77330a0b4d2d66f0dd7e5208"},"details":{"kind":"adjustment"},"id":"01a22d45-0f8b-7ae9-a9ec-1b27a4e140ce","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.411927Z","request_id":"","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-0f94-7dee-b16f-f3f13ca17233', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:50.421204+00', 'balance.reconciled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_ZENO4nA9XcRwMRg7', '', '{"action":"balance.reconciled","actor_id":"keep_release","actor_kind":"system","changes":{"balance_reconciled_at":[null,"2026-04-06T00:00:00Z"]},"commitments":{"figures":"547c30dee878e55d29b866a67924801ffd29016f51795c4485bc3a29c9439558","personal":"af98dbc4b7aafe0d4682cb6483603eb0db34d6bcf5faef366ddea6aa4a822b74","texts":"cd68d76fa741208bf42cb29929672e0a9ce8741b791288b9166c31e211c1899b"},"details":{},"id":"01a22d45-0f94-7dee-b16f-f3f13ca17233","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.421204Z","request_id":"","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-0fa7-7689-9cb6-17f7f602b593', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:50.440959+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', 'cd4148f7-e540-4ce1-a0b9-947923c8e59b', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T16:23:50.430886Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"2e862e072881e54b5240e940e98f09509b479632309284b1cadc16b5a9b4cec7"},"details":{},"id":"01a22d45-0fa7-7689-9cb6-17f7f602b593","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.440959Z","request_id":"","target_id":"cd4148f7-e540-4ce1-a0b9-947923c8e59b","target_kind":"api_key","version":2}'),
	('01a22d45-0fb5-7ae1-afdc-64a3780512dc', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:50.453937+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '8fc21227-c717-4922-b556-7dd04dd0182c', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T16:23:50.447933Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"2d708a251eb78e13b7fc268510692bb1ee7f4892de409b62e059c57b22abc4ea"},"details":{},"id":"01a22d45-0fb5-7ae1-afdc-64a3780512dc","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.453937Z","request_id":"","target_id":"8fc21227-c717-4922-b556-7dd04dd0182c","target_kind":"api_key","version":2}'),
	('01a22d45-0fc2-7c13-b5f4-b64d75c4d30f', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:50.467029+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '1dd44a1c-0493-4aa9-8653-3a4dd9b0378c', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T16:23:50.461644Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"d252b837ca2fd0185424e570a8ac439cdd305d1ba6f456b017842b39c35a7f82"},"details":{},"id":"01a22d45-0fc2-7c13-b5f4-b64d75c4d30f","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.467029Z","request_id":"","target_id":"1dd44a1c-0493-4aa9-8653-3a4dd9b0378c","target_kind":"api_key","version":2}'),
	('01a22d45-0fd5-7f89-98fe-245aefbf6ccb', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:50.487498+00', 'api_key.revoked', 'allowed', '', 'system', 'keep_release', 'api_key', '1dd44a1c-0493-4aa9-8653-3a4dd9b0378c', '', '{"action":"api_key.revoked","actor_id":"keep_release","actor_kind":"system","changes":{"revoked":[false,true]},"commitments":{"personal":"c608bc880f12889d2d073d55894a272d588bd70c91024921712da25ea3729366","texts":"88cf84796f2f54525658fa8220d6d555c5e67c06e16b788f463036940e1df713"},"details":{},"id":"01a22d45-0fd5-7f89-98fe-245aefbf6ccb","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.487498Z","request_id":"","target_id":"1dd44a1c-0493-4aa9-8653-3a4dd9b0378c","target_kind":"api_key","version":2}'),
	('01a22d45-10b4-7167-81f9-4585a28c115f', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:50.714871+00', 'billing.usage.read', 'allowed', '', 'api_key', 'cd4148f7-e540-4ce1-a0b9-947923c8e59b', 'organization', 'o_ZENO4nA9XcRwMRg7', 'req_01a22d45109f69a96f4765940f22d765', '{"action":"billing.usage.read","actor_id":"cd4148f7-e540-4ce1-a0b9-947923c8e59b","actor_kind":"api_key","changes":{},"commitments":{"personal":"c76316b37dc2516a444f0f0a80e6266a360b38ffd45ea26175041d57b36e4458"},"details":{"copied":false,"from":"2026-04-01T00:00:00Z","limit":500,"paged":false,"route":"/v1/billing/usage","rows":14,"run_type":null,"status":null,"tags":[],"to":"2026-05-01T00:00:00Z"},"id":"01a22d45-10b4-7167-81f9-4585a28c115f","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:50.714871Z","request_id":"req_01a22d45109f69a96f4765940f22d765","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-1345-7862-97d1-67b84e166fbb', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:51.372413+00', 'billing.usage.read', 'allowed', '', 'api_key', 'cd4148f7-e540-4ce1-a0b9-947923c8e59b', 'organization', 'o_ZENO4nA9XcRwMRg7', 'req_01a22d4513373b901c54409e1917ea39', '{"action":"billing.usage.read","actor_id":"cd4148f7-e540-4ce1-a0b9-947923c8e59b","actor_kind":"api_key","changes":{},"commitments":{"personal":"4b2105df972ccbb0a4aaba0281668fea60a02f345bc0aa9e93ff3d064b18979d","texts":"bfeec8934543e3767e2f8665ee06f722db291dd3a6680a00686f2903a5b74994"},"details":{"bucket":"day","from":"2026-04-01T00:00:00Z","route":"/v1/billing/usage/summary","rows":14,"timezone":"UTC","to":"2026-05-01T00:00:00Z"},"id":"01a22d45-1345-7862-97d1-67b84e166fbb","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:51.372413Z","request_id":"req_01a22d4513373b901c54409e1917ea39","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-13d1-7d60-b4f3-d905ac6130c6', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:51.508196+00', 'billing.usage.read', 'allowed', '', 'api_key', 'cd4148f7-e540-4ce1-a0b9-947923c8e59b', 'organization', 'o_ZENO4nA9XcRwMRg7', 'req_01a22d4513c5caabd92886c5875fc8f2', '{"action":"billing.usage.read","actor_id":"cd4148f7-e540-4ce1-a0b9-947923c8e59b","actor_kind":"api_key","changes":{},"commitments":{"personal":"b760e481056e73e4f659173dcc92d582a300ad8a8bfda2e90c4444d4626b8e32"},"details":{"bucket":"month","from":"2026-04-01T00:00:00Z","group_by":[],"route":"/v1/billing/usage/summary","rows":2,"timezone":"America/Denver","to":"2026-05-01T00:00:00Z"},"id":"01a22d45-13d1-7d60-b4f3-d905ac6130c6","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:51.508196Z","request_id":"req_01a22d4513c5caabd92886c5875fc8f2","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-1430-7f5d-980e-ac9b3de9656e', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:51.60133+00', 'billing.entries.read', 'allowed', '', 'api_key', 'cd4148f7-e540-4ce1-a0b9-947923c8e59b', 'organization', 'o_ZENO4nA9XcRwMRg7', 'req_01a22d45142513af3a53d6975fd8c44e', '{"action":"billing.entries.read","actor_id":"cd4148f7-e540-4ce1-a0b9-947923c8e59b","actor_kind":"api_key","changes":{},"commitments":{"personal":"ca05845d3d1d298777d10e9c2d98540e84e75facd5c2ef317d06a9bf550674d5"},"details":{"from":null,"limit":100,"paged":false,"route":"/v1/billing/entries","rows":2,"to":null},"id":"01a22d45-1430-7f5d-980e-ac9b3de9656e","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:51.601330Z","request_id":"req_01a22d45142513af3a53d6975fd8c44e","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-14b4-7b3a-b993-5aa8a563b9f4', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:51.735425+00', 'run.read', 'allowed', '', 'api_key', 'cd4148f7-e540-4ce1-a0b9-947923c8e59b', 'organization', 'o_ZENO4nA9XcRwMRg7', 'req_01a22d4514acf32403dcdc82b537d0bc', '{"action":"run.read","actor_id":"cd4148f7-e540-4ce1-a0b9-947923c8e59b","actor_kind":"api_key","changes":{},"commitments":{"personal":"7865dfdff6757643184d1b957318a76309f1a4fdc8e86f573ea76354e717429e","texts":"b5d2897095eef81b8b5ba5b0179bfe3389a4daa6677d19edb41e6de621180da2"},"details":{"route":"/v1/runs/{run_id}","rows":1},"id":"01a22d45-14b4-7b3a-b993-5aa8a563b9f4","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T16:23:51.735425Z","request_id":"req_01a22d4514acf32403dcdc82b537d0bc","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-152c-70b5-bb2c-9b7db450254f', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:51.854343+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', '8fc21227-c717-4922-b556-7dd04dd0182c', 'organization', 'o_6QdrVhGmIT3bhLQe', 'req_01a22d45151991d88dffbac6b2f55893', '{"action":"billing.usage.read","actor_id":"8fc21227-c717-4922-b556-7dd04dd0182c","actor_kind":"api_key","changes":{},"commitments":{"personal":"8834d496187e1648cb83d364c03920bcb705f47618f37078c8168cee4a0f2184"},"details":{"route":"/v1/billing/usage"},"id":"01a22d45-152c-70b5-bb2c-9b7db450254f","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T16:23:51.854343Z","request_id":"req_01a22d45151991d88dffbac6b2f55893","target_id":"o_6QdrVhGmIT3bhLQe","target_kind":"organization","version":2}'),
	('01a22d45-15e2-7ce1-8d45-7164c11bdeea', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:52.035251+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', '8fc21227-c717-4922-b556-7dd04dd0182c', 'organization', 'o_6QdrVhGmIT3bhLQe', 'req_01a22d4515d8d0977d0f5e245ea31861', '{"action":"billing.usage.read","actor_id":"8fc21227-c717-4922-b556-7dd04dd0182c","actor_kind":"api_key","changes":{},"commitments":{"personal":"745e5cfa152e6d24d17cf5e449112320bae420e391fe266d8c608cda4b42fe2a"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22d45-15e2-7ce1-8d45-7164c11bdeea","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T16:23:52.035251Z","request_id":"req_01a22d4515d8d0977d0f5e245ea31861","target_id":"o_6QdrVhGmIT3bhLQe","target_kind":"organization","version":2}'),
	('01a22d45-1664-74c1-9932-d8ee350d5982', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:52.164686+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', '8fc21227-c717-4922-b556-7dd04dd0182c', 'organization', 'o_6QdrVhGmIT3bhLQe', 'req_01a22d45165d8a96218808dc8c1a6f9e', '{"action":"billing.usage.read","actor_id":"8fc21227-c717-4922-b556-7dd04dd0182c","actor_kind":"api_key","changes":{},"commitments":{"personal":"7e6649ab78753ec3caba1a7d74e8de2e9b279c70ec762823c01c05267db829a2"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22d45-1664-74c1-9932-d8ee350d5982","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T16:23:52.164686Z","request_id":"req_01a22d45165d8a96218808dc8c1a6f9e","target_id":"o_6QdrVhGmIT3bhLQe","target_kind":"organization","version":2}'),
	('01a22d45-16de-7f91-8cff-b55a1a41551c', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:52.287607+00', 'billing.entries.read', 'denied', 'org_opt_in_required', 'api_key', '8fc21227-c717-4922-b556-7dd04dd0182c', 'organization', 'o_6QdrVhGmIT3bhLQe', 'req_01a22d4516d69eb5fa9ee42ce1411287', '{"action":"billing.entries.read","actor_id":"8fc21227-c717-4922-b556-7dd04dd0182c","actor_kind":"api_key","changes":{},"commitments":{"personal":"4e8f82e2e12bfe06a25ba03463c8b69dc76f8d79ea0fbde6829b7bf9b5568b52"},"details":{"route":"/v1/billing/entries"},"id":"01a22d45-16de-7f91-8cff-b55a1a41551c","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T16:23:52.287607Z","request_id":"req_01a22d4516d69eb5fa9ee42ce1411287","target_id":"o_6QdrVhGmIT3bhLQe","target_kind":"organization","version":2}'),
	('01a22d45-1758-76e2-af56-b97ec9d950d8', 'o_6QdrVhGmIT3bhLQe', '2026-11-30 16:23:52.409958+00', 'run.read', 'denied', 'not_found', 'api_key', '8fc21227-c717-4922-b556-7dd04dd0182c', 'organization', 'o_6QdrVhGmIT3bhLQe', 'req_01a22d4517457d1b7ae94e61e9d94156', '{"action":"run.read","actor_id":"8fc21227-c717-4922-b556-7dd04dd0182c","actor_kind":"api_key","changes":{},"commitments":{"personal":"23d409bda8808aab50c96430c780bafb7b6e45608bc32a6ef9fc7d6d850cc86d","texts":"60cfb173f0832664e1fa2ea51c9e40f0e059d69353856a2bfc7664a65012085a"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22d45-1758-76e2-af56-b97ec9d950d8","organization_id":"o_6QdrVhGmIT3bhLQe","outcome":"denied","reason_code":"not_found","recorded_at":"2026-11-30T16:23:52.409958Z","request_id":"req_01a22d4517457d1b7ae94e61e9d94156","target_id":"o_6QdrVhGmIT3bhLQe","target_kind":"organization","version":2}'),
	('01a22d45-17e1-707a-a828-4cabaeebc2f1', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:52.545705+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '1dd44a1c-0493-4aa9-8653-3a4dd9b0378c', 'organization', 'o_ZENO4nA9XcRwMRg7', 'req_01a22d4517d421d89ff63de57b7cda6d', '{"action":"billing.usage.read","actor_id":"1dd44a1c-0493-4aa9-8653-3a4dd9b0378c","actor_kind":"api_key","changes":{},"commitments":{"personal":"e760962a967c4a2396f05fe1a8a222238567e0f7b449e6772fed5041c75987b4"},"details":{"route":"/v1/billing/usage"},"id":"01a22d45-17e1-707a-a828-4cabaeebc2f1","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T16:23:52.545705Z","request_id":"req_01a22d4517d421d89ff63de57b7cda6d","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-1855-7b9f-9452-2019f8d47431', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:52.662062+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '1dd44a1c-0493-4aa9-8653-3a4dd9b0378c', 'organization', 'o_ZENO4nA9XcRwMRg7', 'req_01a22d451849f1101e5da7ba68179384', '{"action":"billing.usage.read","actor_id":"1dd44a1c-0493-4aa9-8653-3a4dd9b0378c","actor_kind":"api_key","changes":{},"commitments":{"personal":"6ea4f7cbaa3a064f01405968de0059a8d4011fd0e4d93471af0f58897751c168"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22d45-1855-7b9f-9452-2019f8d47431","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T16:23:52.662062Z","request_id":"req_01a22d451849f1101e5da7ba68179384","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-1909-7ebf-8cf3-3b649910b477', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:52.842479+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '1dd44a1c-0493-4aa9-8653-3a4dd9b0378c', 'organization', 'o_ZENO4nA9XcRwMRg7', 'req_01a22d4518f91d6d2d7ac568c7522d0f', '{"action":"billing.usage.read","actor_id":"1dd44a1c-0493-4aa9-8653-3a4dd9b0378c","actor_kind":"api_key","changes":{},"commitments":{"personal":"4559770dad360c9c79a5913b9c09322c566a3740432e62d1d2fef418f35f09fe"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22d45-1909-7ebf-8cf3-3b649910b477","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T16:23:52.842479Z","request_id":"req_01a22d4518f91d6d2d7ac568c7522d0f","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-19cb-73ba-a0ea-e4cbff6133da', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:53.035905+00', 'billing.entries.read', 'denied', 'key_revoked', 'api_key', '1dd44a1c-0493-4aa9-8653-3a4dd9b0378c', 'organization', 'o_ZENO4nA9XcRwMRg7', 'req_01a22d4519b83dfeeb57588a99fe90a4', '{"action":"billing.entries.read","actor_id":"1dd44a1c-0493-4aa9-8653-3a4dd9b0378c","actor_kind":"api_key","changes":{},"commitments":{"personal":"dc0b0a9278ad3558c33c27570ac89057ea7d93cb5735a3550e4083637848df72"},"details":{"route":"/v1/billing/entries"},"id":"01a22d45-19cb-73ba-a0ea-e4cbff6133da","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T16:23:53.035905Z","request_id":"req_01a22d4519b83dfeeb57588a99fe90a4","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}'),
	('01a22d45-1a4d-7672-a203-febfc03a4ada', 'o_ZENO4nA9XcRwMRg7', '2026-11-30 16:23:53.167063+00', 'run.read', 'denied', 'key_revoked', 'api_key', '1dd44a1c-0493-4aa9-8653-3a4dd9b0378c', 'organization', 'o_ZENO4nA9XcRwMRg7', 'req_01a22d451a3d691340f95f12a5f8e6fc', '{"action":"run.read","actor_id":"1dd44a1c-0493-4aa9-8653-3a4dd9b0378c","actor_kind":"api_key","changes":{},"commitments":{"personal":"716d46b5577e0e53a97e7c2e60a6e6058288754ad3f1029da08e5c38eb3d9738","texts":"aee40be116abb6b0b61c34842b152ff7d0fddfa3e6f42f7f5c6d23c2591843c9"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22d45-1a4d-7672-a203-febfc03a4ada","organization_id":"o_ZENO4nA9XcRwMRg7","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T16:23:53.167063Z","request_id":"req_01a22d451a3d691340f95f12a5f8e6fc","target_id":"o_ZENO4nA9XcRwMRg7","target_kind":"organization","version":2}');

INSERT INTO public.billing_audit_leaf (log, place, event_id, hash) VALUES
	('o_6QdrVhGmIT3bhLQe', 0, '01a22d45-0acb-76b0-bdec-ee1fc781016b', '\x0485ad87bc1b54e9065649005bf2e99bf548e4550c597815e10a8231ad49ea46'),
	('o_6QdrVhGmIT3bhLQe', 1, '01a22d45-0ada-7d93-b17c-610da5d14524', '\x4ad87fcc5b1ba7378ca3c149c8e14c0a8c6c858e7cc33e227261e0e1b84ffbff'),
	('o_6QdrVhGmIT3bhLQe', 2, '01a22d45-0dd6-7799-8b0a-4d9930cc66f9', '\x6f1b68e56837d4f4f84dfed5ec648e873d630d63bbfad349e469820d54751dcd'),
	('o_6QdrVhGmIT3bhLQe', 3, '01a22d45-0e0f-72e4-bfc9-00982c2fa34f', '\x1405c4e001c0c7601905e6657ae37d9a612cf9f59027ed2144fb5eae640ce596'),
	('o_6QdrVhGmIT3bhLQe', 4, '01a22d45-0e4b-7505-8347-6ff3f7b970d6', '\x45c700e45857defdf666b9e33cce116eec678f97e72666ce97737993de655cce'),
	('o_6QdrVhGmIT3bhLQe', 5, '01a22d45-0e7a-7fe3-bd10-84bc65ff09d2', '\xc3f88855260971877eaa15fa14751535a65a5467a6e753a3e3b75c6da21f052c'),
	('o_6QdrVhGmIT3bhLQe', 6, '01a22d45-0e87-7313-a999-5f8b065bf272', '\x3c79834ab1969352cb3ffdc1583b6a8d12c1fc0959c114fb82125c61b98176d4'),
	('o_6QdrVhGmIT3bhLQe', 7, '01a22d45-0e96-7b00-afc1-75ee49ca0896', '\xbf8b9d493b73ea69e01f1e8a258940bba004f04f971f28cc52402da875aab739'),
	('o_6QdrVhGmIT3bhLQe', 8, '01a22d45-0eb8-7ec8-9cf7-a7a2685cc079', '\x57d871cae38edd5208423e87dbc8643d002fd909a03a616bec4d0513eb2962c4'),
	('o_6QdrVhGmIT3bhLQe', 9, '01a22d45-0ef8-786c-9286-bb8a9c052611', '\xf589bbcdf2af85693ef4a279c1be143feec2d2ff8f190139e57b7c88a7bd94e5'),
	('o_6QdrVhGmIT3bhLQe', 10, '01a22d45-0f3a-7812-9a51-9788a8f84fd9', '\x9050afc16ed060a14e15d48fa34d3f6566217254c24606fedbd9650895a2118a'),
	('o_6QdrVhGmIT3bhLQe', 11, '01a22d45-0f45-7013-9b9f-92d7ee5467a0', '\x018c373d6410435f9c3b46b6d0339c51a016768d51da74e6f666b500e517da1a'),
	('o_6QdrVhGmIT3bhLQe', 12, '01a22d45-0fb5-7ae1-afdc-64a3780512dc', '\xfa27f074a6351d88278499e6320540a82a88523ebc708cdc475b291a26fe3115'),
	('o_6QdrVhGmIT3bhLQe', 13, '01a22d45-152c-70b5-bb2c-9b7db450254f', '\x454211988852af0b760b357092af346065e349d1b48d7cde7f94afe3c1d269f3'),
	('o_6QdrVhGmIT3bhLQe', 14, '01a22d45-15e2-7ce1-8d45-7164c11bdeea', '\x34dc47b69609346b7a3a089545662fd6224c8bb690e032a03ba03e7c3384b33c'),
	('o_6QdrVhGmIT3bhLQe', 15, '01a22d45-1664-74c1-9932-d8ee350d5982', '\x8dfe93701688feb4f885d7e4f147118a9d8bacb810cdc7ebbccb93f5cb8e9134'),
	('o_6QdrVhGmIT3bhLQe', 16, '01a22d45-16de-7f91-8cff-b55a1a41551c', '\xca5cdfd16b57efcdef3a87a84030ac48e1055330235850c368c3e0a24d75fa45'),
	('o_6QdrVhGmIT3bhLQe', 17, '01a22d45-1758-76e2-af56-b97ec9d950d8', '\x1b33cc1421f5055eff80252503628a07adf8d8fb1459dedc5b9f743c147b6954'),
	('o_ZENO4nA9XcRwMRg7', 0, '01a22d45-0644-722b-8782-e6d925c28425', '\xc4ef9f91913f3802ace31d1b7b30697639e6e40b0ceeb31458f5148d5cb83a2b'),
	('o_ZENO4nA9XcRwMRg7', 1, '01a22d45-0657-7c1f-a3f1-12ac003328b6', '\xc15512b2136932725a24822e85aaf833e60491dab989f6e037cedd4a4150263b'),
	('o_ZENO4nA9XcRwMRg7', 2, '01a22d45-09bf-7897-8639-1b45770c105e', '\x74ae6b3cdf94b599e8280ec8407ccc5cb23a9c6bd0c54dbe8c853c2562970e3d'),
	('o_ZENO4nA9XcRwMRg7', 3, '01a22d45-0a02-756f-aa94-66480a52ed1a', '\x24078b6603edef7d0adb002c42c2c85620331f8eb234837f7c8feaaa0cd40b6c'),
	('o_ZENO4nA9XcRwMRg7', 4, '01a22d45-0a3b-72d8-939b-71d77971d4f9', '\xb4bd651732c58bf6bcae7a4d29527edaea101175e798a8b3aa4929666c86908c'),
	('o_ZENO4nA9XcRwMRg7', 5, '01a22d45-0a68-7e6e-ab19-ddc38c7a991c', '\x4bb05f3c9f8aad670b6a76638a98c0eea41e9161e8ea893cc72a29db8e00ddff'),
	('o_ZENO4nA9XcRwMRg7', 6, '01a22d45-0a77-7143-915e-89b35abdb27b', '\x41d1d1c40d41e3533c4dcfcd4a9107935d36d521b58c6a70fd56e946f524b65e'),
	('o_ZENO4nA9XcRwMRg7', 7, '01a22d45-0a8d-72b7-8240-a3c981f2a4cc', '\x1c29d0ef46d3a8e5908cc93138967921400bdcf9d6d28270441dea0f21901b59'),
	('o_ZENO4nA9XcRwMRg7', 8, '01a22d45-0aa7-798f-a08e-87776af081ec', '\x238df1ea07e54b69fc5839d1de101672f9d0151f97c7ab686917d20b05463efa'),
	('o_ZENO4nA9XcRwMRg7', 9, '01a22d45-0ef8-76d1-8c90-6e2f5d41a59c', '\x8f9ff0875a607d3cfd717997fa5e078748421a8de8e00b6fea4773631f6e65b1'),
	('o_ZENO4nA9XcRwMRg7', 10, '01a22d45-0f1a-7fe3-b4be-33e24cb679c9', '\x82c4f5685a29d23d46bfa11ca1aae91f7fc21b6127c960d96349943f3b786014'),
	('o_ZENO4nA9XcRwMRg7', 11, '01a22d45-0f25-7914-b584-8869b137ab07', '\x6ffda4aee03bc2fffb0dc6a5c532ffe84d6acad7135d8a0e5f15c161d1f61573'),
	('o_ZENO4nA9XcRwMRg7', 12, '01a22d45-0f63-7732-ab63-494e6121d9e3', '\x3c215fc152ab744078584288f7b975e09157794baddb37f4b72e3a865afb6c51'),
	('o_ZENO4nA9XcRwMRg7', 13, '01a22d45-0f6f-74ca-883c-7b3cebd15c30', '\x9486948ebede7699ae145ae16f2e9665dd548282ab15d0d8bd4e05a0a12443e8'),
	('o_ZENO4nA9XcRwMRg7', 14, '01a22d45-0f8b-7ae9-a9ec-1b27a4e140ce', '\x6d15f164bcffde05530dc80baf833f8aed7382b368bc55743394918392b320e6'),
	('o_ZENO4nA9XcRwMRg7', 15, '01a22d45-0f94-7dee-b16f-f3f13ca17233', '\x83ffcc8530f0eeff92347f8444a80e85aa6657bac14637c7dc361c1750ccbc20'),
	('o_ZENO4nA9XcRwMRg7', 16, '01a22d45-0fa7-7689-9cb6-17f7f602b593', '\x0e88ccf3667da8ccd5000ad466e0a41e1d68655cdc16da7628ea543ad6792869'),
	('o_ZENO4nA9XcRwMRg7', 17, '01a22d45-0fc2-7c13-b5f4-b64d75c4d30f', '\xe8ec52e8c269832fb0d3f773fc458e91829224b44e9344d9ee3ebc24c9b2689d'),
	('o_ZENO4nA9XcRwMRg7', 18, '01a22d45-0fd5-7f89-98fe-245aefbf6ccb', '\x82858a0bd85f16c1fe0caef8f571e555c90a714718caadc9cceb1063ddf7267d'),
	('o_ZENO4nA9XcRwMRg7', 19, '01a22d45-10b4-7167-81f9-4585a28c115f', '\x8962cdec1991748d96c3776d714c9c5e10bf882b6a3f8be87f2ef6d7cb72262d'),
	('o_ZENO4nA9XcRwMRg7', 20, '01a22d45-1345-7862-97d1-67b84e166fbb', '\xc6558524c94ae1646e480c067478da8d333b98fe4f88d250d2b8c89362a0ed82'),
	('o_ZENO4nA9XcRwMRg7', 21, '01a22d45-13d1-7d60-b4f3-d905ac6130c6', '\x2200628fc7e688edd21e9c86c106ad1a7daa4b7e39e2c7dc23af9162acaf1d73'),
	('o_ZENO4nA9XcRwMRg7', 22, '01a22d45-1430-7f5d-980e-ac9b3de9656e', '\x97036e22c9242a7bd94ae4653d4a31add8a9a02c4ea40161ff25153a41f42ce3'),
	('o_ZENO4nA9XcRwMRg7', 23, '01a22d45-14b4-7b3a-b993-5aa8a563b9f4', '\x43e5982ca272fb3956493e2dfdd3d7ed7dc1c63cba107867c0622e531d8f32f8'),
	('o_ZENO4nA9XcRwMRg7', 24, '01a22d45-17e1-707a-a828-4cabaeebc2f1', '\x5fb11fc1cec22ef8c321a29cefd36a840ea22e4224e7f08a70c64b296a7b0953'),
	('o_ZENO4nA9XcRwMRg7', 25, '01a22d45-1855-7b9f-9452-2019f8d47431', '\xdbdc5a479300ec158a310cc3222168d34ba63280fab6567142e5628042111538'),
	('o_ZENO4nA9XcRwMRg7', 26, '01a22d45-1909-7ebf-8cf3-3b649910b477', '\xbf9d88b3592eb407c4387d254155f24699aeefb91e1b92af088537d3f68aec4e'),
	('o_ZENO4nA9XcRwMRg7', 27, '01a22d45-19cb-73ba-a0ea-e4cbff6133da', '\xa5d638f8238cdea465d46898232c4181930672768c0ae209db714302428ee7e1'),
	('o_ZENO4nA9XcRwMRg7', 28, '01a22d45-1a4d-7672-a203-febfc03a4ada', '\x50c558cc0ea9adc156bbe42f525f0edfbf29e9fcc7ceea1ad382669b43454eaf'),
	('platform', 0, '01a22d45-02b4-76b4-a7b7-bbff04bdbafe', '\x927221675996fb606db7a35cead793961afb40787de044300ebd045465a94dfe'),
	('platform', 1, '01a22d45-0601-76de-9bac-6c68710de93d', '\xc3ce4c7c610fb56e8981d06beaa47c0fc89eb71fdabf14d0017701693bb6ec3d'),
	('platform', 2, '01a22d45-0622-7897-901f-24fb2c2c5d2f', '\xd3ad5836f10f5947018ff8257dc6a2d213164ea68f8d2143776d31661aba15d2'),
	('platform', 3, '01a22d45-0994-7794-9040-c5ed46ccc8e0', '\x8e70745c980dcab2c8f2162a0164fab66f4fc65f46cfc5fd928a0c7bd2839a05'),
	('platform', 4, '01a22d45-09de-7a28-a6ed-70a217a6e6a9', '\xa130f911d8397c328b667b8ed3c60fed0bdbf9993d8fa590d2dc6b06d5faaa4f'),
	('platform', 5, '01a22d45-0a22-7b2d-8ae6-5d876dbc5600', '\xa397309382bec5d98c8bf3c0cbbe8d0cc6d5633896ae61ded3b54d796b3ffe2a'),
	('platform', 6, '01a22d45-0a52-778b-909a-5c38a1342acb', '\x9e7b4667067e8acd3ee9e7064e8bbe5249dda4880db2b147939c542724401d72'),
	('platform', 7, '01a22d45-0abb-72dc-8ee0-2e3f25233ddc', '\x62ff5ad2be6b4164a37f54fb1cf2bd2cd4e89d59e126c58d5b1f4931e29b93ee'),
	('platform', 8, '01a22d45-0db7-79d2-82ca-72d742c5e024', '\x899d72882b502ec66ff38938ab3a96f66faf74df26ee67f2deb9b113c01d38ce'),
	('platform', 9, '01a22d45-0df3-7b10-a293-2953d73ced21', '\x3d71f8209a0b867ce1de6ac5f4c5ad3ca027e6666dc31c570d5d33159f02b722'),
	('platform', 10, '01a22d45-0e2e-7442-afdc-31464127ad3a', '\x0afc325aedfaa50f9c7113ffc7d45abd4a8337b0d73a662a2997c47e62bafdb7'),
	('platform', 11, '01a22d45-0e62-795a-b72c-8741f6aa9671', '\x536fd1038aebdce25ae394e7d629249c646f64eb13d4e56633f76b9da049f238');

INSERT INTO public.billing_audit_part (event_id, kind, organization_id, salt, data, erased_by) VALUES
	('01a22d45-02b4-76b4-a7b7-bbff04bdbafe', 'personal', NULL, '\x3b9136921cb8ca2ee52d40d288364faa', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22d45-0601-76de-9bac-6c68710de93d', 'personal', NULL, '\xa46ac2e7da4bce2df41c39fc47a0d88c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22d45-0622-7897-901f-24fb2c2c5d2f', 'personal', NULL, '\x1df34baa8472664f7d6fd29ee6e855a2', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22d45-0644-722b-8782-e6d925c28425', 'personal', 'o_ZENO4nA9XcRwMRg7', '\xde16ebb71f7171081d73cad84629580a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-0644-722b-8782-e6d925c28425', 'texts', 'o_ZENO4nA9XcRwMRg7', '\x9a9533a7663641ef7936be01630fa45e', '{"changes": {"name": [null, "Acme Robotics"], "slug": [null, "acme-robotics"], "external_id": [null, null]}}', NULL),
	('01a22d45-0657-7c1f-a3f1-12ac003328b6', 'personal', 'o_ZENO4nA9XcRwMRg7', '\xc1ee9f093540d4c33650a93c17fccf05', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22d45-0994-7794-9040-c5ed46ccc8e0', 'personal', NULL, '\x50338b482c10e4368e059961b7eb622b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22d45-09bf-7897-8639-1b45770c105e', 'personal', 'o_ZENO4nA9XcRwMRg7', '\xffa649d56e5a713c620ff384addf46c8', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22d45-09de-7a28-a6ed-70a217a6e6a9', 'personal', NULL, '\x1568cdc7cd5a39974d4e8631de1686d7', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22d45-0a02-756f-aa94-66480a52ed1a', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x1b44249edf4ca3b3c3dc3fecb597b6f5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22d45-0a22-7b2d-8ae6-5d876dbc5600', 'personal', NULL, '\x213672f6e96ef3e3889c499c15713365', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22d45-0a3b-72d8-939b-71d77971d4f9', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x6ecae89157400975b42a3671be721059', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22d45-0a52-778b-909a-5c38a1342acb', 'personal', NULL, '\x4bab1e2bc639e91520684d6981c94f30', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22d45-0a68-7e6e-ab19-ddc38c7a991c', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x16b66e39d867a8ef9d01a903095b0702', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22d45-0a77-7143-915e-89b35abdb27b', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x477f45ba84b2e2daa568eb521d2f073d', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-0a77-7143-915e-89b35abdb27b', 'texts', 'o_ZENO4nA9XcRwMRg7', '\x6492f3c6e614216dcb1cf76bffe11186', '{"changes": {"billing_tier": [null, "pro"]}}', NULL),
	('01a22d45-0a77-7143-915e-89b35abdb27b', 'figures', 'o_ZENO4nA9XcRwMRg7', '\xb0e12d24ae11a4529da4a22d86a4615c', '{"changes": {"low_balance_threshold_usd": [null, "500.00"]}}', NULL),
	('01a22d45-0a8d-72b7-8240-a3c981f2a4cc', 'personal', 'o_ZENO4nA9XcRwMRg7', '\xfddd6d69c961e6b858e419d9fec4b597', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-0a8d-72b7-8240-a3c981f2a4cc', 'texts', 'o_ZENO4nA9XcRwMRg7', '\xa1a9b4f1559599017f12dc4d5211458e', '{"details": {"tag": "session"}}', NULL),
	('01a22d45-0aa7-798f-a08e-87776af081ec', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x72d5eb489ad58a017c8ba4345fcdeca0', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-0aa7-798f-a08e-87776af081ec', 'texts', 'o_ZENO4nA9XcRwMRg7', '\xae56a1e6d039c75617f0a34bc358ed4d', '{"details": {"reason": "Demo"}}', NULL),
	('01a22d45-0abb-72dc-8ee0-2e3f25233ddc', 'personal', NULL, '\x4f9ca3ae5d6ee4f77e101518ccd5a743', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22d45-0acb-76b0-bdec-ee1fc781016b', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x3246ecd8f56710b7b43683c2520e60d7', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d45-0acb-76b0-bdec-ee1fc781016b', 'texts', 'o_6QdrVhGmIT3bhLQe', '\x6c51b8c3dc910f9165cf7a7b7017f95e', '{"changes": {"name": [null, "Borealis Labs"], "slug": [null, "borealis-labs"], "external_id": [null, null]}}', NULL),
	('01a22d45-0ada-7d93-b17c-610da5d14524', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x2a769ed1d50c93f42db6abb5d5144db1', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22d45-0db7-79d2-82ca-72d742c5e024', 'personal', NULL, '\x6e3bfb0e35fa8c5ea7fcf8cb033edcc7', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22d45-0dd6-7799-8b0a-4d9930cc66f9', 'personal', 'o_6QdrVhGmIT3bhLQe', '\xc40367d4219581192827ae0bafb285dd', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22d45-0df3-7b10-a293-2953d73ced21', 'personal', NULL, '\xa8773f4f57c4e5704a2e255a0b846578', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22d45-0e0f-72e4-bfc9-00982c2fa34f', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x87820cd95771b3979969fc995d0bbb59', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22d45-0e2e-7442-afdc-31464127ad3a', 'personal', NULL, '\x438fdfa32bba5f058108bd73cb91d60f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22d45-0e4b-7505-8347-6ff3f7b970d6', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x967902a8aa1e6c229e752c5af36f6271', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22d45-0e62-795a-b72c-8741f6aa9671', 'personal', NULL, '\xfef8c8f94c868aee05923b12a45d89da', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22d45-0e7a-7fe3-bd10-84bc65ff09d2', 'personal', 'o_6QdrVhGmIT3bhLQe', '\xdf1ece7e65aba70eeaa5e0da4cc8f9a7', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22d45-0e87-7313-a999-5f8b065bf272', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x79194e3fa8d791953375a2e8a4c138e0', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d45-0e87-7313-a999-5f8b065bf272', 'texts', 'o_6QdrVhGmIT3bhLQe', '\x03ea301a5259875a600b84f0ec5859e7', '{"changes": {"billing_tier": [null, "team"]}}', NULL),
	('01a22d45-0e87-7313-a999-5f8b065bf272', 'figures', 'o_6QdrVhGmIT3bhLQe', '\x6921202aa70736618e7e062a3185e5ae', '{"changes": {"low_balance_threshold_usd": [null, "100.00"]}}', NULL),
	('01a22d45-0e96-7b00-afc1-75ee49ca0896', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x036e76472d6adfdf7c093716354b72e3', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d45-0e96-7b00-afc1-75ee49ca0896', 'texts', 'o_6QdrVhGmIT3bhLQe', '\x91feaea48c50ef42c9856090437ddd9c', '{"details": {"tag": "session"}}', NULL),
	('01a22d45-0eb8-7ec8-9cf7-a7a2685cc079', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x5264e7f8ac69e9d9c9b5005184c7644f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "new-auditor@borealis-labs.example"}', NULL),
	('01a22d45-0ef8-76d1-8c90-6e2f5d41a59c', 'personal', 'o_ZENO4nA9XcRwMRg7', '\xadf2ad697077274eb65e57fc62263e47', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22d45-19cb-73ba-a0ea-e4cbff6133da', 'personal', 'o_ZENO4nA9XcRwMRg7', '\xdde49bf4ee73f3d447fa6382febfb0ef', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-0ef8-76d1-8c90-6e2f5d41a59c', 'figures', 'o_ZENO4nA9XcRwMRg7', '\x36bff67488e51fe885845f7b21d98109', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "45.02205"}}', NULL),
	('01a22d45-0ef8-786c-9286-bb8a9c052611', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x18eaf35e01af721784c1157f410b73eb', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22d45-0ef8-786c-9286-bb8a9c052611', 'figures', 'o_6QdrVhGmIT3bhLQe', '\x41ce6dea91c81736b65ade5cd24f1f30', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "36.01824"}}', NULL),
	('01a22d45-0f1a-7fe3-b4be-33e24cb679c9', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x0ba5615586f63be1d49deb6018903850', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-0f1a-7fe3-b4be-33e24cb679c9', 'texts', 'o_ZENO4nA9XcRwMRg7', '\x538ec540664afac85b23e5bd40516ac7', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22d45-0f1a-7fe3-b4be-33e24cb679c9', 'figures', 'o_ZENO4nA9XcRwMRg7', '\x617175b4c5fafffec43ceb568dffbf5d', '{"details": {"amount_usd": "15000.00"}}', NULL),
	('01a22d45-0f25-7914-b584-8869b137ab07', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x5ca80f85c3fd308fcefb5b25bc039b41', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-0f3a-7812-9a51-9788a8f84fd9', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x23e3d41675ed2fa2eaaff1ee72935c4c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d45-0f3a-7812-9a51-9788a8f84fd9', 'texts', 'o_6QdrVhGmIT3bhLQe', '\x28f21287cab0e0e2066fb02dd2deae52', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22d45-0f3a-7812-9a51-9788a8f84fd9', 'figures', 'o_6QdrVhGmIT3bhLQe', '\x528cde893bb8430c702bba4ac1e9b936', '{"details": {"amount_usd": "11750.00"}}', NULL),
	('01a22d45-0f45-7013-9b9f-92d7ee5467a0', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x1012916324477a4e617b52b41932125a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d45-0f63-7732-ab63-494e6121d9e3', 'personal', 'o_ZENO4nA9XcRwMRg7', '\xe53f86cb4511a150a2efd08e03728408', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-0f63-7732-ab63-494e6121d9e3', 'texts', 'o_ZENO4nA9XcRwMRg7', '\xb93e0ebd3f10299f9d8bb2f460b3218d', '{"details": {"run_id": "run-002", "reference": "credit-1"}}', NULL),
	('01a22d45-0f63-7732-ab63-494e6121d9e3', 'figures', 'o_ZENO4nA9XcRwMRg7', '\x8d031b4d197bd32bbc345f2f5d5bd33d', '{"details": {"amount_usd": "0.01"}}', NULL),
	('01a22d45-0f6f-74ca-883c-7b3cebd15c30', 'personal', 'o_ZENO4nA9XcRwMRg7', '\xc44df690b0190826922ff9db8c31152f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-0f6f-74ca-883c-7b3cebd15c30', 'texts', 'o_ZENO4nA9XcRwMRg7', '\x0e6fd020526552a270410f82783bc74d', '{"details": {"reason": "Fed by mistake"}}', NULL),
	('01a22d45-0f6f-74ca-883c-7b3cebd15c30', 'figures', 'o_ZENO4nA9XcRwMRg7', '\x8111b6d8d27ec6c14a963a2caa7ceb29', '{"details": {"run_ids": ["run-004"], "run_count": 1, "total_cost_usd": "5.00047"}}', NULL),
	('01a22d45-0f8b-7ae9-a9ec-1b27a4e140ce', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x04bae0531f0af18665cb9ec871fe0e14', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-0f8b-7ae9-a9ec-1b27a4e140ce', 'texts', 'o_ZENO4nA9XcRwMRg7', '\x729216a92466b66c20920f49672680b1', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22d45-0f8b-7ae9-a9ec-1b27a4e140ce', 'figures', 'o_ZENO4nA9XcRwMRg7', '\x2ef24107b58f79c906768d068832a74d', '{"details": {"amount_usd": "1.24736"}}', NULL),
	('01a22d45-0f94-7dee-b16f-f3f13ca17233', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x9f197d8843dec10b30ac5b7b5279c8da', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-0f94-7dee-b16f-f3f13ca17233', 'texts', 'o_ZENO4nA9XcRwMRg7', '\x86a5e5ba3688a4194e4688d0bdee5972', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22d45-0f94-7dee-b16f-f3f13ca17233', 'figures', 'o_ZENO4nA9XcRwMRg7', '\xfc5ea986d6511d2a0312a50ca0ea8661', '{"details": {"balance_usd": "14980.25", "difference_usd": "1.24736"}}', NULL),
	('01a22d45-0fa7-7689-9cb6-17f7f602b593', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x35d71da8eba39ac12795103bb9f8d79b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22d45-0fb5-7ae1-afdc-64a3780512dc', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x87cc037848b0c21085aa63ca9a7b36ed', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22d45-0fc2-7c13-b5f4-b64d75c4d30f', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x72da1c2aee38407a818262aefd0fa164', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22d45-0fd5-7f89-98fe-245aefbf6ccb', 'personal', 'o_ZENO4nA9XcRwMRg7', '\xfd33e4a43fe00ab0a4c20437aa1f591c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22d45-0fd5-7f89-98fe-245aefbf6ccb', 'texts', 'o_ZENO4nA9XcRwMRg7', '\x84fbe9aa874de9422465a1675816fcc6', '{"details": {"reason": "Kept as a revoked one"}}', NULL),
	('01a22d45-10b4-7167-81f9-4585a28c115f', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x5d0d243e27761ee83462da42119ca067', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-1345-7862-97d1-67b84e166fbb', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x18c757c62746534b05fdab4e49cf23c5', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-1345-7862-97d1-67b84e166fbb', 'texts', 'o_ZENO4nA9XcRwMRg7', '\xeba3c2da6efb2b91de6551337f21ec2a', '{"details": {"group_by": ["tag:session"]}}', NULL),
	('01a22d45-13d1-7d60-b4f3-d905ac6130c6', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x9cdc327b8ac31b2663960869eba2a18c', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-1430-7f5d-980e-ac9b3de9656e', 'personal', 'o_ZENO4nA9XcRwMRg7', '\xcd99bb7b2f3f1117c2edea056736e70a', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-14b4-7b3a-b993-5aa8a563b9f4', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x3141d6b5d3809f721c02e244e54c46dd', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-14b4-7b3a-b993-5aa8a563b9f4', 'texts', 'o_ZENO4nA9XcRwMRg7', '\xc3a9d4927c87be71631d79278316a50a', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22d45-152c-70b5-bb2c-9b7db450254f', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x756c7f8bbcc32b72756cb5551380b260', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d45-15e2-7ce1-8d45-7164c11bdeea', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x8d0df03f11edb1b6f3c69dfea996bf8d', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d45-1664-74c1-9932-d8ee350d5982', 'personal', 'o_6QdrVhGmIT3bhLQe', '\xa739558e75e384b6765d9ad5424ec8e0', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d45-16de-7f91-8cff-b55a1a41551c', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x10488917dc99b90513c03bf671aa3b8d', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d45-1758-76e2-af56-b97ec9d950d8', 'personal', 'o_6QdrVhGmIT3bhLQe', '\x90dd28401a5b5abfb25dbcfb650ba0e5', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d45-1758-76e2-af56-b97ec9d950d8', 'texts', 'o_6QdrVhGmIT3bhLQe', '\xa4518e65e756f7f8c0f59cd2f94ace0b', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22d45-17e1-707a-a828-4cabaeebc2f1', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x40a0a1732a148d5aea55a77ac2f60d67', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-1855-7b9f-9452-2019f8d47431', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x8806e26b86950976b979bccb6630f61f', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-1909-7ebf-8cf3-3b649910b477', 'personal', 'o_ZENO4nA9XcRwMRg7', '\xc706645f6b97b35f410f2a22534e2d55', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-1a4d-7672-a203-febfc03a4ada', 'personal', 'o_ZENO4nA9XcRwMRg7', '\x68e498db8bdf112aad1d76731c9ca5e1', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d45-1a4d-7672-a203-febfc03a4ada', 'texts', 'o_ZENO4nA9XcRwMRg7', '\xd68ae27411b1f0814c488cd2e29687b4', '{"details": {"run_id": "run-002"}}', NULL);

INSERT INTO public.billing_audit_repeat (fingerprint, minute, organization_id, first_event_id, count) VALUES
	('\x8cf7eea683d46ebe26e5b8e12f69fddd0003e10d59c77c8a8f8a8bd0c72e8a90', '2026-11-30 16:23:00+00', 'o_6QdrVhGmIT3bhLQe', '01a22d45-152c-70b5-bb2c-9b7db450254f', 1),
	('\x0e18ffd79b528c7d5a7b2d0a2e69893545bbb5936d5cc1400e233f2a126d18c6', '2026-11-30 16:23:00+00', 'o_6QdrVhGmIT3bhLQe', '01a22d45-15e2-7ce1-8d45-7164c11bdeea', 2),
	('\x88dac1988c4cf884c47c20857c489aea2a58486d6d3c97c76d34e96bcd90a24c', '2026-11-30 16:23:00+00', 'o_6QdrVhGmIT3bhLQe', '01a22d45-16de-7f91-8cff-b55a1a41551c', 1),
	('\x0eb51366c9bc2dcaa2c399115c765960ad23c4db4171e66014ca603779985692', '2026-11-30 16:23:00+00', 'o_6QdrVhGmIT3bhLQe', '01a22d45-1758-76e2-af56-b97ec9d950d8', 1),
	('\xcd659015a62d8fa2ca834d8c6dded351ba094d793a828c9b5a4b7fbe02c09e90', '2026-11-30 16:23:00+00', 'o_ZENO4nA9XcRwMRg7', '01a22d45-17e1-707a-a828-4cabaeebc2f1', 1),
	('\x8f4a23a381569acf68d251397d392639bebcd15a65a101703366a0e1e790c9ff', '2026-11-30 16:23:00+00', 'o_ZENO4nA9XcRwMRg7', '01a22d45-1855-7b9f-9452-2019f8d47431', 2),
	('\xec7cf2693a5f9e29a5b594ff1786921aae504d143817388d3953b6c7c360d5a6', '2026-11-30 16:23:00+00', 'o_ZENO4nA9XcRwMRg7', '01a22d45-19cb-73ba-a0ea-e4cbff6133da', 1),
	('\x95141198b162f8a5cd9df6852455820d829503a18cf6a08046c08a0e824ddca5', '2026-11-30 16:23:00+00', 'o_ZENO4nA9XcRwMRg7', '01a22d45-1a4d-7672-a203-febfc03a4ada', 1);

INSERT INTO public.billing_audit_tree (log, size, edge) VALUES
	('o_6QdrVhGmIT3bhLQe', 18, '\x901f51d4191b019184aeea05499a500acfa2022acc6b5a15becdc1f997659e0f9d2fc915aca0c7b2e7ed1aeb6d379e153c1713777d792b34e15bec942328dc23'),
	('o_ZENO4nA9XcRwMRg7', 29, '\x9ead1a16c3f92879396de27b5cd310e7ac3a0f42111a8f1a63bc1f75454b023ade012a772ad8f145ab38dba793846f2a33d21613c58ee79f148958a157d7450986060536a64fbbaf17d45816044f7deadfc1db830eda5df2f30793e252dee22850c558cc0ea9adc156bbe42f525f0edfbf29e9fcc7ceea1ad382669b43454eaf'),
	('platform', 12, '\x3dc9391cd29ee9f1793aea17094cbc8dc9a9f63e859030cae556e33cb549cb4919c0e475725548ee06d66ff5a25ba27697decf9435d08b167dc336616b848281');

INSERT INTO public.billing_balance_entry (id, kind, amount_usd, reference, occurred_at, note, revision, created_at, organization_id) VALUES
	(1, 'top_up', 15000.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 16:23:50.293672+00', 1),
	(2, 'top_up', 11750.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 16:23:50.328022+00', 2),
	(3, 'adjustment', 1.2473600000, 'biller-1', '2026-04-06 00:00:00+00', '', 6, '2026-11-30 16:23:50.411437+00', 1);

INSERT INTO public.billing_batch (id, started_at, finished_at, started_by, file, options, read, inserted, updated, unchanged, repeated, stale, refused, corrected, rounded, unpriced, total_cost_usd, llm_tokens_in, llm_tokens_out, usage_moved_usd, offset_usd, llm_tokens_cached) VALUES
	(1, '2026-11-30 16:23:50.208789+00', '2026-11-30 16:23:50.267512+00', 'system keep_release', '', '{}', 30, 30, 0, 0, 0, 0, 0, 0, 0, 3, 81.0402900000, 30435, 6435, 81.0402900000, 0.0000000000, 435);

INSERT INTO public.billing_orgs_invitation (id, email, role, token_digest, sending, sent_at, expires_at, accepted_at, revoked_at, invited_by_id, organization_id) VALUES
	(1, 'new-auditor@borealis-labs.example', 'auditor', NULL, 1, '2026-11-30 16:23:50.190548+00', '2026-12-07 16:23:50.190548+00', NULL, NULL, NULL, 2);

INSERT INTO public.billing_orgs_invitationsending (id, sent_at, invitation_id, sent_by_id) VALUES
	(1, '2026-11-30 16:23:50.192554+00', 1, NULL);

INSERT INTO public.billing_orgs_membership (id, role, created_at, user_id, organization_id, hold_confirmed_until) VALUES
	(1, 'owner', '2026-11-30 16:23:48.039477+00', 2, 1, NULL),
	(2, 'admin', '2026-11-30 16:23:48.910852+00', 3, 1, NULL),
	(3, 'billing', '2026-11-30 16:23:48.976192+00', 4, 1, NULL),
	(4, 'auditor', '2026-11-30 16:23:49.038395+00', 5, 1, NULL),
	(5, 'member', '2026-11-30 16:23:49.091567+00', 6, 1, NULL),
	(6, 'owner', '2026-11-30 16:23:49.201432+00', 7, 2, NULL),
	(7, 'admin', '2026-11-30 16:23:49.96746+00', 8, 2, NULL),
	(8, 'billing', '2026-11-30 16:23:50.018908+00', 9, 2, NULL),
	(9, 'auditor', '2026-11-30 16:23:50.082712+00', 10, 2, NULL),
	(10, 'member', '2026-11-30 16:23:50.132441+00', 11, 2, NULL);

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
	(1, true, NULL, 1, 'Demo', '2026-11-30 16:23:49.146186+00', 'system', NULL);

INSERT INTO public.billing_reconciliation (id, reference, balance_usd, observed_at, difference_usd, revision, created_at, organization_id) VALUES
	(1, 'biller-1', 14980.2500000000, '2026-04-06 00:00:00+00', 1.2473600000, 6, '2026-11-30 16:23:50.417647+00', 1);

INSERT INTO public.billing_registered_tag (id, key, registered_at, filled_through, ready_at, organization_id) VALUES
	(1, 'session', '2026-11-30 16:23:49.130337+00', NULL, '2026-11-30 16:23:49.127978+00', 1),
	(2, 'session', '2026-11-30 16:23:50.165788+00', NULL, '2026-11-30 16:23:50.165025+00', 2);

INSERT INTO public.billing_revision (revision, token, organization_id) VALUES
	(1, 'b19b0af0-fd95-4149-9b14-db1292242f44', 1),
	(1, 'e21c2cfd-e505-4c90-a352-7010d4aaa3d8', 2),
	(2, '2ad938c1-7cf6-4477-96aa-42da111bd4c5', 1),
	(2, '0461aa3d-85b3-4123-8af0-7a920193da09', 2),
	(3, '11e1a139-9023-4267-a56c-193023f03048', 1),
	(3, 'b0af174b-e07e-4131-801d-4b3bf8332708', 2),
	(4, '805933db-bf80-4fad-ab25-edbca0b942dd', 1),
	(5, '6ebb5368-a5bc-44eb-a253-4631e08f27e0', 1),
	(6, '58aa1796-b371-45e7-9712-d43c2efa6504', 1);

INSERT INTO public.billing_run (id, run_id, run_type, status, created_at, modified_at, queued_at, started_at, finished_at, total_cost_usd, unit_price_usd, cost_status, cost_updated_at, llm_tokens_in, llm_tokens_out, tags, first_revision, revision, organization_id, batch_id, llm_tokens_cached, credited_usd, cached_unit_price_usd, cached_units, units) VALUES
	(1, 'run-000', 'workflow_run', 'completed', '2026-04-01 00:00:00+00', NULL, NULL, '2026-04-01 00:00:00+00', '2026-04-01 00:03:00+00', 1.0000700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1000, 200, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 0, 0.0000000000, NULL, NULL, NULL),
	(4, 'run-006', 'workflow_run', 'completed', '2026-04-02 18:06:00+00', NULL, NULL, '2026-04-02 18:06:00+00', '2026-04-02 18:09:00+00', 2.0006700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1006, 206, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 6, 0.0000000000, NULL, NULL, NULL),
	(5, 'run-008', 'workflow_run', 'completed', '2026-04-03 08:08:00+00', NULL, NULL, '2026-04-03 08:08:00+00', '2026-04-03 08:11:00+00', 4.0008700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1008, 208, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 8, 0.0000000000, NULL, NULL, NULL),
	(6, 'run-010', 'workflow_run', 'completed', '2026-04-03 22:10:00+00', NULL, NULL, '2026-04-03 22:10:00+00', '2026-04-03 22:13:00+00', 1.0010700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1010, 210, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 10, 0.0000000000, NULL, NULL, NULL),
	(7, 'run-012', 'workflow_run', 'completed', '2026-04-04 12:12:00+00', NULL, NULL, '2026-04-04 12:12:00+00', '2026-04-04 12:15:00+00', 3.0012700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1012, 212, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 12, 0.0000000000, NULL, NULL, NULL),
	(8, 'run-014', 'workflow_run', 'completed', '2026-04-05 02:14:00+00', NULL, NULL, '2026-04-05 02:14:00+00', '2026-04-05 02:17:00+00', 5.0014700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1014, 214, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 14, 0.0000000000, NULL, NULL, NULL),
	(9, 'run-016', 'workflow_run', 'completed', '2026-04-05 16:16:00+00', NULL, NULL, '2026-04-05 16:16:00+00', '2026-04-05 16:19:00+00', 2.0016700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1016, 216, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 16, 0.0000000000, NULL, NULL, NULL),
	(10, 'run-018', 'workflow_run', 'completed', '2026-04-06 06:18:00+00', NULL, NULL, '2026-04-06 06:18:00+00', '2026-04-06 06:21:00+00', 4.0018700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1018, 218, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 18, 0.0000000000, NULL, NULL, NULL),
	(11, 'run-020', 'workflow_run', 'completed', '2026-04-06 20:20:00+00', NULL, NULL, '2026-04-06 20:20:00+00', '2026-04-06 20:23:00+00', 1.0020700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1020, 220, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 20, 0.0000000000, NULL, NULL, NULL),
	(12, 'run-022', 'workflow_run', 'completed', '2026-04-07 10:22:00+00', NULL, NULL, '2026-04-07 10:22:00+00', '2026-04-07 10:25:00+00', 3.0022700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1022, 222, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 22, 0.0000000000, NULL, NULL, NULL),
	(13, 'run-024', 'workflow_run', 'completed', '2026-04-08 00:24:00+00', NULL, NULL, '2026-04-08 00:24:00+00', '2026-04-08 00:27:00+00', 5.0024700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1024, 224, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 24, 0.0000000000, NULL, NULL, NULL),
	(14, 'run-026', 'workflow_run', 'completed', '2026-04-08 14:26:00+00', NULL, NULL, '2026-04-08 14:26:00+00', '2026-04-08 14:29:00+00', 2.0026700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1026, 226, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 26, 0.0000000000, NULL, NULL, NULL),
	(15, 'run-028', 'workflow_run', 'completed', '2026-04-09 04:28:00+00', NULL, NULL, '2026-04-09 04:28:00+00', '2026-04-09 04:31:00+00', 4.0028700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1028, 228, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 28, 0.0000000000, NULL, NULL, NULL),
	(16, 'run-001', 'workflow_run', 'completed', '2026-04-01 07:01:00+00', NULL, NULL, '2026-04-01 07:01:00+00', '2026-04-01 07:04:00+00', 2.0001700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1001, 201, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 1, 0.0000000000, NULL, NULL, NULL),
	(17, 'run-003', 'workflow_run', 'completed', '2026-04-01 21:03:00+00', NULL, NULL, '2026-04-01 21:03:00+00', '2026-04-01 21:06:00+00', 4.0003700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1003, 203, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 3, 0.0000000000, NULL, NULL, NULL),
	(18, 'run-005', 'workflow_run', 'completed', '2026-04-02 11:05:00+00', NULL, NULL, '2026-04-02 11:05:00+00', '2026-04-02 11:08:00+00', 1.0005700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1005, 205, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 5, 0.0000000000, NULL, NULL, NULL),
	(19, 'run-007', 'workflow_run', 'completed', '2026-04-03 01:07:00+00', NULL, NULL, '2026-04-03 01:07:00+00', '2026-04-03 01:10:00+00', NULL, NULL, 'unpriced', '2026-11-30 16:23:50.245987+00', 1007, 207, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 7, 0.0000000000, NULL, NULL, NULL),
	(20, 'run-009', 'workflow_run', 'running', '2026-04-03 15:09:00+00', NULL, NULL, '2026-04-03 15:09:00+00', NULL, 5.0009700000, NULL, 'accruing', '2026-11-30 16:23:50.245987+00', 1009, 209, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 9, 0.0000000000, NULL, NULL, NULL),
	(21, 'run-011', 'workflow_run', 'completed', '2026-04-04 05:11:00+00', NULL, NULL, '2026-04-04 05:11:00+00', '2026-04-04 05:14:00+00', 2.0011700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1011, 211, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 11, 0.0000000000, NULL, NULL, NULL),
	(22, 'run-013', 'workflow_run', 'completed', '2026-04-04 19:13:00+00', NULL, NULL, '2026-04-04 19:13:00+00', '2026-04-04 19:16:00+00', 4.0013700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1013, 213, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 13, 0.0000000000, NULL, NULL, NULL),
	(23, 'run-015', 'workflow_run', 'completed', '2026-04-05 09:15:00+00', NULL, NULL, '2026-04-05 09:15:00+00', '2026-04-05 09:18:00+00', 1.0015700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1015, 215, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 15, 0.0000000000, NULL, NULL, NULL),
	(24, 'run-017', 'workflow_run', 'completed', '2026-04-05 23:17:00+00', NULL, NULL, '2026-04-05 23:17:00+00', '2026-04-05 23:20:00+00', NULL, NULL, 'unpriced', '2026-11-30 16:23:50.245987+00', 1017, 217, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 17, 0.0000000000, NULL, NULL, NULL),
	(25, 'run-019', 'workflow_run', 'running', '2026-04-06 13:19:00+00', NULL, NULL, '2026-04-06 13:19:00+00', NULL, 5.0019700000, NULL, 'accruing', '2026-11-30 16:23:50.245987+00', 1019, 219, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 19, 0.0000000000, NULL, NULL, NULL),
	(26, 'run-021', 'workflow_run', 'completed', '2026-04-07 03:21:00+00', NULL, NULL, '2026-04-07 03:21:00+00', '2026-04-07 03:24:00+00', 2.0021700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1021, 221, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 21, 0.0000000000, NULL, NULL, NULL),
	(27, 'run-023', 'workflow_run', 'completed', '2026-04-07 17:23:00+00', NULL, NULL, '2026-04-07 17:23:00+00', '2026-04-07 17:26:00+00', 4.0023700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1023, 223, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 23, 0.0000000000, NULL, NULL, NULL),
	(28, 'run-025', 'workflow_run', 'completed', '2026-04-08 07:25:00+00', NULL, NULL, '2026-04-08 07:25:00+00', '2026-04-08 07:28:00+00', 1.0025700000, NULL, 'final', '2026-11-30 16:23:50.245987+00', 1025, 225, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 25, 0.0000000000, NULL, NULL, NULL),
	(29, 'run-027', 'workflow_run', 'completed', '2026-04-08 21:27:00+00', NULL, NULL, '2026-04-08 21:27:00+00', '2026-04-08 21:30:00+00', NULL, NULL, 'unpriced', '2026-11-30 16:23:50.245987+00', 1027, 227, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 27, 0.0000000000, NULL, NULL, NULL),
	(30, 'run-029', 'workflow_run', 'running', '2026-04-09 11:29:00+00', NULL, NULL, '2026-04-09 11:29:00+00', NULL, 5.0029700000, NULL, 'accruing', '2026-11-30 16:23:50.245987+00', 1029, 229, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 29, 0.0000000000, NULL, NULL, NULL),
	(2, 'run-002', 'workflow_run', 'completed', '2026-04-01 14:02:00+00', NULL, NULL, '2026-04-01 14:02:00+00', '2026-04-01 14:05:00+00', 3.0002700000, NULL, 'final', '2026-11-30 16:23:50.359787+00', 1002, 202, '{"county": "Añasco", "session": "s2"}', 2, 4, 1, 1, 2, 0.0100000000, NULL, NULL, NULL);

INSERT INTO public.billing_run_credit (id, run_id, amount_usd, reference, occurred_at, revision, void_revision, created_at, organization_id) VALUES
	(1, 'run-002', 0.0100000000, 'credit-1', '2026-04-01 12:00:00+00', 4, NULL, '2026-11-30 16:23:50.370516+00', 1);

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
	(1, 'workflow_run', 'completed', '2026-04-02 04:04:00+00', NULL, NULL, '2026-04-02 04:04:00+00', '2026-04-02 04:07:00+00', 5.0004700000, NULL, 'final', 1004, 204, '{"county": "Añasco", "session": "s0"}', 'run-004', '2026-11-30 16:23:50.245987+00', 2, 2, 5, '2026-11-30 16:23:50.38068+00', 1, 1, 4, 0.0000000000, NULL, NULL, NULL);

INSERT INTO public.procrastinate_jobs (id, queue_name, task_name, lock, args, status, scheduled_at, attempts, queueing_lock, priority, abort_requested, worker_id) VALUES
	(1, 'email', 'orgs.send_invitation', NULL, '{"message": "3bc8e427-822b-40bf-b323-30731e67f86b", "sending": 1, "invitation_id": 1}', 'todo', NULL, 0, NULL, 0, false, NULL);

INSERT INTO public.procrastinate_events (id, job_id, type, at) VALUES
	(1, 1, 'deferred', '2026-11-30 16:23:50.174832+00');

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

