INSERT INTO public.billing_accounts_user (id, password, last_login, is_superuser, is_staff, is_active, date_joined, email, name, held_until, password_is_preset) VALUES
	(1, 'pbkdf2_sha256$1000000$zJVSgY1ziY8oOjZzMnd9Hb$SY6cFLaCY1FDJavIldzc1P9SqUE6LrT0hM1gaxB39IY=', NULL, true, true, true, '2026-11-30 19:51:48.15342+00', 'staff@platform.example', 'Platform staff', NULL, false),
	(2, 'pbkdf2_sha256$1000000$zJVSgY1ziY8oOjZzMnd9Hb$SY6cFLaCY1FDJavIldzc1P9SqUE6LrT0hM1gaxB39IY=', NULL, false, false, true, '2026-11-30 19:51:50.313914+00', 'owner@acme-robotics.example', 'Acme Robotics''s owner', NULL, false),
	(3, 'pbkdf2_sha256$1000000$zJVSgY1ziY8oOjZzMnd9Hb$SY6cFLaCY1FDJavIldzc1P9SqUE6LrT0hM1gaxB39IY=', NULL, false, false, true, '2026-11-30 19:51:51.650479+00', 'admin@acme-robotics.example', 'Acme Robotics''s admin', NULL, false),
	(4, 'pbkdf2_sha256$1000000$zJVSgY1ziY8oOjZzMnd9Hb$SY6cFLaCY1FDJavIldzc1P9SqUE6LrT0hM1gaxB39IY=', NULL, false, false, true, '2026-11-30 19:51:51.737895+00', 'billing@acme-robotics.example', 'Acme Robotics''s billing', NULL, false),
	(5, 'pbkdf2_sha256$1000000$zJVSgY1ziY8oOjZzMnd9Hb$SY6cFLaCY1FDJavIldzc1P9SqUE6LrT0hM1gaxB39IY=', NULL, false, false, true, '2026-11-30 19:51:51.860227+00', 'auditor@acme-robotics.example', 'Acme Robotics''s auditor', NULL, false),
	(6, 'pbkdf2_sha256$1000000$zJVSgY1ziY8oOjZzMnd9Hb$SY6cFLaCY1FDJavIldzc1P9SqUE6LrT0hM1gaxB39IY=', NULL, false, false, true, '2026-11-30 19:51:51.997671+00', 'member@acme-robotics.example', 'Acme Robotics''s member', NULL, false),
	(7, 'pbkdf2_sha256$1000000$zJVSgY1ziY8oOjZzMnd9Hb$SY6cFLaCY1FDJavIldzc1P9SqUE6LrT0hM1gaxB39IY=', NULL, false, false, true, '2026-11-30 19:51:52.251531+00', 'owner@borealis-labs.example', 'Borealis Labs''s owner', NULL, false),
	(8, 'pbkdf2_sha256$1000000$zJVSgY1ziY8oOjZzMnd9Hb$SY6cFLaCY1FDJavIldzc1P9SqUE6LrT0hM1gaxB39IY=', NULL, false, false, true, '2026-11-30 19:51:53.668558+00', 'admin@borealis-labs.example', 'Borealis Labs''s admin', NULL, false),
	(9, 'pbkdf2_sha256$1000000$zJVSgY1ziY8oOjZzMnd9Hb$SY6cFLaCY1FDJavIldzc1P9SqUE6LrT0hM1gaxB39IY=', NULL, false, false, true, '2026-11-30 19:51:53.772413+00', 'billing@borealis-labs.example', 'Borealis Labs''s billing', NULL, false),
	(10, 'pbkdf2_sha256$1000000$zJVSgY1ziY8oOjZzMnd9Hb$SY6cFLaCY1FDJavIldzc1P9SqUE6LrT0hM1gaxB39IY=', NULL, false, false, true, '2026-11-30 19:51:53.897748+00', 'auditor@borealis-labs.example', 'Borealis Labs''s auditor', NULL, false),
	(11, 'pbkdf2_sha256$1000000$zJVSgY1ziY8oOjZzMnd9Hb$SY6cFLaCY1FDJavIldzc1P9SqUE6LrT0hM1gaxB39IY=', NULL, false, false, true, '2026-11-30 19:51:53.967515+00', 'member@borealis-labs.example', 'Borealis Labs''s member', NULL, false);

INSERT INTO public.billing_orgs_organization (id, public_id, name, slug, external_id, time_zone, requires_second_factor, created_at, closed_at) VALUES
	(1, 'o_orYHK1KRWByRbXGT', 'Acme Robotics', 'acme-robotics', NULL, 'UTC', false, '2026-11-30 19:51:50.406737+00', NULL),
	(2, 'o_5oEnva8ZbGhWfXYN', 'Borealis Labs', 'borealis-labs', NULL, 'UTC', false, '2026-11-30 19:51:52.329016+00', NULL);

INSERT INTO public.billing_account (organization_id, billing_tier, billing_mode, low_balance_threshold_usd, period_start_day, revision, fed_at, usage_through, balance_reconciled_at, entries_total_usd, usage_total_usd, revision_token, stale_after_hours) VALUES
	(2, 'team', 'prepaid', 100.0000000000, 1, 3, '2026-11-30 19:51:54.281826+00', '2026-11-30 00:00:00+00', NULL, 11750.0000000000, 36.0182400000, 'b02d2077-2c6c-47b7-881e-21c099f595da', NULL),
	(1, 'pro', 'prepaid', 500.0000000000, 1, 6, '2026-11-30 19:51:54.281826+00', '2026-11-30 00:00:00+00', '2026-04-06 00:00:00+00', 15001.2473600000, 40.0115800000, '988e461c-bdec-4b21-a27b-78a4c2da77e2', NULL);

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
	('63c1611d-65d2-43b5-86d0-86a67869e79a', 'low_balance', NULL, NULL, NULL, '', NULL, '2026-11-30 19:51:52.143119+00', '2026-11-30 19:51:52.143119+00', 'unknown', '2026-11-30 19:51:52.143119+00', NULL, NULL, NULL, '2026-11-30 19:51:52.143119+00', 1),
	('7e5b2258-ff83-4129-bf63-707bf4c8e35e', 'low_balance', NULL, NULL, NULL, '', NULL, '2026-11-30 19:51:54.088326+00', '2026-11-30 19:51:54.088326+00', 'unknown', '2026-11-30 19:51:54.088326+00', NULL, NULL, NULL, '2026-11-30 19:51:54.088326+00', 2);

INSERT INTO public.billing_api_key (id, name, digest, first_characters, last_characters, scopes, created_at, created_by_kind, expires_at, revoked_at, allowed_networks, is_platform_key, last_used_at, last_used_address, expiry_notice, form_token, created_by_id, organization_id, predecessor_id) VALUES
	('d5a719cc-f598-4ebc-a504-30b7f7291f54', 'Kept', '\x52b1dede09de7ff56e2e4c2378750d65cff255de7b582ad5bf13efbc3e7a2124', 'bak_live_sfh', 'ea6v', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 19:51:54.869903+00', 'system', '2027-11-30 19:51:54.869903+00', '2026-11-30 19:51:54.893956+00', '{}', false, NULL, NULL, NULL, NULL, NULL, 1, NULL),
	('eecb3edc-7c19-41a1-af32-a1ed9d0dc9f5', 'Kept', '\x1c3ef143c751cd8d25b4da6b03776af784bebcc1f9e3548852ccef553e9ab242', 'bak_live_MYT', 'ezwt', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 19:51:54.836364+00', 'system', '2027-11-30 19:51:54.836364+00', NULL, '{}', false, '2026-11-30 19:51:55.144882+00', '127.0.0.1', NULL, NULL, NULL, 1, NULL),
	('dc74e491-ec2c-49f1-b3ce-d55093da0706', 'Kept', '\x9990b308bca88f3fdc73bbb7389c02779ffce19a4405e0c46c6a72ef0e416ee4', 'bak_live_VaY', 'TkjK', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 19:51:54.855463+00', 'system', '2027-11-30 19:51:54.855463+00', NULL, '{}', false, '2026-11-30 19:51:55.403603+00', '127.0.0.1', NULL, NULL, NULL, 2, NULL);

INSERT INTO public.billing_audit_checkpoint (log, size, note) VALUES
	('o_5oEnva8ZbGhWfXYN', 18, 'tests/o_5oEnva8ZbGhWfXYN
18
LdwiUBCQp43pNNfB3WeLqW3rdxR+IMRC6DP8wnn+3RA=
sealed 2026-11-30T19:51:55.646371Z

— tests/o_5oEnva8ZbGhWfXYN GOIzKro/rc67FwCuP4uxjcbQ84JZqPpwAFN6Md4Shd83d4Exy7cNvhAUvn7bxjU3iXkVfqLVF6b4kdqx+x4LO/izQAA=
'),
	('o_orYHK1KRWByRbXGT', 29, 'tests/o_orYHK1KRWByRbXGT
29
Ej+PtAZpB30eOm0vPF3xHf+Z+Z7Wbf0coQukpMlvbro=
sealed 2026-11-30T19:51:55.658345Z

— tests/o_orYHK1KRWByRbXGT J4b3sMG2OxtzfRZE+Stw3B+o0t/1Fb/mVAYCr3GZ3dzE6KTwxG2F3cYanyyl3AzVQDIi67L6B8gD3rg4+Lg2pLF3vgk=
'),
	('platform', 12, 'tests/platform
12
JEbwRJ3MDwnseA6+1pnGhQxsRrepA4sGJD3zCOCsO8Y=
sealed 2026-11-30T19:51:55.667015Z

— tests/platform YCmUNpEekZYOmB5JupoBDJDlG3MkirKgb4iceHdrXmRK8LUzSKmr1akWGlY9aYQ5Ywr65WQHDVyJRFo2H+TjE66rrgc=
');

INSERT INTO public.billing_audit_event (id, organization_id, recorded_at, action, outcome, reason_code, actor_kind, actor_id, target_kind, target_id, request_id, body) VALUES
	('01a22e03-788e-7874-8d08-5217528bd432', NULL, '2026-11-30 19:51:49.13694+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"bf7a1d484a24aa79e8a65ebe381f88efad33bd3b9258218b6ab7b0b0c3a0d00b"},"details":{},"id":"01a22e03-788e-7874-8d08-5217528bd432","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:49.136940Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22e03-7d11-7317-beb3-dcb62f14e78b', NULL, '2026-11-30 19:51:50.290306+00', 'user.changed', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.changed","actor_id":"keep_release","actor_kind":"system","changes":{"is_staff":[false,true],"is_superuser":[false,true]},"commitments":{"personal":"d46fa021d38ba4df6d0c1b1eb2150fb9a19d3fee7836616b53a8330eaf12dc68"},"details":{},"id":"01a22e03-7d11-7317-beb3-dcb62f14e78b","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:50.290306Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22e03-7d4c-74c6-b1fd-46e1834e0603', NULL, '2026-11-30 19:51:50.348607+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"c6e5c84e470c8cae31de3e8d042278507571fa07c3a6721b12fb57c93631a13f"},"details":{},"id":"01a22e03-7d4c-74c6-b1fd-46e1834e0603","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:50.348607Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22e03-7d8c-7dc2-aa9c-33c38aa47745', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:50.418293+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_orYHK1KRWByRbXGT', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"339bd0605c6b45490cce92788fcc0f3448958a268fa894920eaf61c49a4e58c8","texts":"7660ee3b773c2107342678fb76c7674e0adf0dfcbaafcb3c6751f0c5bebb43eb"},"details":{},"id":"01a22e03-7d8c-7dc2-aa9c-33c38aa47745","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:50.418293Z","request_id":"","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-7dfa-7833-bf70-72b0eb1daed0', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:50.525471+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"afe2d905cf9e473fad796b3450ec237922a762a517bf27bb1d0d98c210c31105"},"details":{},"id":"01a22e03-7dfa-7833-bf70-72b0eb1daed0","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:50.525471Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22e03-8278-7702-a7e3-8c8ee6108764', NULL, '2026-11-30 19:51:51.67273+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"a8786250636cd7bd1a71aedd4b3c40268077ddf7d4c5bed7fc929671b1db354a"},"details":{},"id":"01a22e03-8278-7702-a7e3-8c8ee6108764","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:51.672730Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22e03-82a4-7c00-8b46-1a58fe1d60e1', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:51.722213+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"cdb262748091fe781b9f06f22e40bf6ff6411a020b495838eb3b31ec512652d3"},"details":{},"id":"01a22e03-82a4-7c00-8b46-1a58fe1d60e1","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:51.722213Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22e03-82ea-748b-ba1d-7096137b2874', NULL, '2026-11-30 19:51:51.787379+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"630d14b814cc6aac52a23134a6d8f730226961d9103da1fac60b02bc0c835549"},"details":{},"id":"01a22e03-82ea-748b-ba1d-7096137b2874","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:51.787379Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22e03-8324-707c-b3af-776004f02b8c', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:51.844438+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"2d608498a7577a8d3c1a7ebfd7c0be55e206dd8d01fcff030dcf3a594db9adaa"},"details":{},"id":"01a22e03-8324-707c-b3af-776004f02b8c","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:51.844438Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22e03-835b-7878-8bbe-076b777bdb4a', NULL, '2026-11-30 19:51:51.899804+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"5ca4937da478977e0cd1e2c2ac70ff36834c6bb8f2d9109246526e343ad66928"},"details":{},"id":"01a22e03-835b-7878-8bbe-076b777bdb4a","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:51.899804Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22e03-83a4-70ea-af36-86e26fc63e93', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:51.972317+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"0e0ef03363ae078bbfc7fbc5554c6f03df0eb6af830b552c348ac6ad05c08e78"},"details":{},"id":"01a22e03-83a4-70ea-af36-86e26fc63e93","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:51.972317Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22e03-8417-7793-be51-f22af4b587b9', NULL, '2026-11-30 19:51:52.08797+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"2297cd1eb78223f6af1b6b6777cf7f77c970749852413fa9857a1650d51c73d9"},"details":{},"id":"01a22e03-8417-7793-be51-f22af4b587b9","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:52.087970Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22e03-8435-72b6-99d3-dfff545be424', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:52.117893+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"69120445607b6ce24d45027e18e5c35ee7ee6cea666311a330558841ce42b41d"},"details":{},"id":"01a22e03-8435-72b6-99d3-dfff545be424","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:52.117893Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22e03-8bcf-7e7b-95e5-3a1c6adcd3cc', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:54.066313+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"03b78ae17fbce5f2c17f47f1eac05282015c849838942a7738d50cff34fb003b"},"details":{},"id":"01a22e03-8bcf-7e7b-95e5-3a1c6adcd3cc","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.066313Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22e03-8450-7ad1-a037-283dde90f1c2', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:52.145942+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_orYHK1KRWByRbXGT', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"72999bb2043bf406fa263cb9143b7eac69fcf2a84e96fec9a4a148a0a2c3e81b","personal":"99e2c24edc3f4cf0b8b991acff0434e76555e4ea12bb16e539201d1ca9d02013","texts":"3a8345e76c08c815b3b5ed49b879929d9618c97f0a365697c207dd3b385d364e"},"details":{},"id":"01a22e03-8450-7ad1-a037-283dde90f1c2","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:52.145942Z","request_id":"","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-8473-7cbd-88ce-5916eb4f5012', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:52.182083+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_orYHK1KRWByRbXGT', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"8e316e4b6176f1b47bfa09c2ca727591d5542ad455c9e3882038fd632ce39253","texts":"873e01e5174bdb74c36962e85bca92382ee5d66d9a99daf63f4860092102bd65"},"details":{},"id":"01a22e03-8473-7cbd-88ce-5916eb4f5012","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:52.182083Z","request_id":"","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-84aa-74fd-a9f0-8e0c7709c146', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:52.236743+00', 'billing_reads.enabled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_orYHK1KRWByRbXGT', '', '{"action":"billing_reads.enabled","actor_id":"keep_release","actor_kind":"system","changes":{"billing_reads":["off","on"]},"commitments":{"personal":"bf7fb344a7c4373177146905ebaf7ab4b585e24a295fa3da4affbd1be603497e","texts":"10b059bc759107c2bfe2119dd1c57519bb30ba32396f87f7c829c05cc6458811"},"details":{"key_count":0},"id":"01a22e03-84aa-74fd-a9f0-8e0c7709c146","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:52.236743Z","request_id":"","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-84df-7d82-b8c3-3c941c385c8a', NULL, '2026-11-30 19:51:52.288232+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"c9f608390df4391e93ade40775ea75c0b80122dc73f6a4465e7257e70539cff3"},"details":{},"id":"01a22e03-84df-7d82-b8c3-3c941c385c8a","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:52.288232Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22e03-8509-7ea8-9763-cd53e211d0b3', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:52.330509+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_5oEnva8ZbGhWfXYN', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"25a45af3e55a93e09dd835b0ae01428b465511497ea49ddfad6144a29d711d4e","texts":"ee02279385474ffede76e33054305a908d2f51279bd15d42c59debedee2b06cd"},"details":{},"id":"01a22e03-8509-7ea8-9763-cd53e211d0b3","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:52.330509Z","request_id":"","target_id":"o_5oEnva8ZbGhWfXYN","target_kind":"organization","version":2}'),
	('01a22e03-8521-7201-91ae-2440549609ec', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:52.353465+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"048090120157c1a9bd2f85636adbee5ded723cf88b142af88ab5b9a3eaba6c1c"},"details":{},"id":"01a22e03-8521-7201-91ae-2440549609ec","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:52.353465Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22e03-8a71-7f5f-8d85-931d903b60e2', NULL, '2026-11-30 19:51:53.714926+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"1005d4c6fd3c024c749dbdb40023d2b46d1a83b3fd6bdeaa277afa736bf05689"},"details":{},"id":"01a22e03-8a71-7f5f-8d85-931d903b60e2","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:53.714926Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22e03-8a99-708f-81ad-59a5ec186cda', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:53.754978+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"2660533005f6900a9c2b2ec5e319303a5e868a85650119ce9aa5170ec6428f66"},"details":{},"id":"01a22e03-8a99-708f-81ad-59a5ec186cda","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:53.754978Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22e03-8ad2-767e-907f-63f7dcf00f8f', NULL, '2026-11-30 19:51:53.811792+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"9a20161fa37250663cc024d60d30820cf0546eeb15c1979c8c9c0d477d0e1427"},"details":{},"id":"01a22e03-8ad2-767e-907f-63f7dcf00f8f","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:53.811792Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22e03-8b1a-7d2e-bdf9-6cb83d1b2b96', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:53.883133+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"d5904c94801b4a60e1201af73a56828f7d5d7d0283a81d3c4c6842dd38873104"},"details":{},"id":"01a22e03-8b1a-7d2e-bdf9-6cb83d1b2b96","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:53.883133Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22e03-8b3c-7779-8d7c-744b162fa6d1', NULL, '2026-11-30 19:51:53.916729+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"aad6cc36ef6d36dc5d7b0557161ab726ded3749073c60b0789091df234e5756a"},"details":{},"id":"01a22e03-8b3c-7779-8d7c-744b162fa6d1","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:53.916729Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22e03-8b59-7f51-8fb8-152d7090be25', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:53.946251+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"cc2ca6ebe17ef2b98803602649428275932a1e12a08c555eb76e51f2c449368e"},"details":{},"id":"01a22e03-8b59-7f51-8fb8-152d7090be25","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:53.946251Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22e03-8b93-72fd-975d-5b1ed0aab8d6', NULL, '2026-11-30 19:51:54.004448+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"7defd1d72fa8458613ab1dfdb7227edf6aeb68651bcfb79e820c239b72a409da"},"details":{},"id":"01a22e03-8b93-72fd-975d-5b1ed0aab8d6","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.004448Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22e03-8beb-73af-935c-0a8a7754ef80', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:54.091703+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_5oEnva8ZbGhWfXYN', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"c166d59a90fbb170c149539c742c5d9404c7f42eea36c84b4787e8592b4a732c","personal":"502f634a2b3c9b5fceaeec1c3e600b3578f7ee13906a42aabd3775d06aed72a7","texts":"04a03915a493b8a0bd98dfa8ffdd9755ccbd11d10a23158d5f217d320312ed4f"},"details":{},"id":"01a22e03-8beb-73af-935c-0a8a7754ef80","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.091703Z","request_id":"","target_id":"o_5oEnva8ZbGhWfXYN","target_kind":"organization","version":2}'),
	('01a22e03-8c0c-7dfe-95c3-89479aa34951', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:54.127196+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_5oEnva8ZbGhWfXYN', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"9c025abbe324cbc3243df720f5a62f35f7c93373d12ce6c60bc1cd6bc7182d45","texts":"0affc3d87509e2f6dc45b32c03b52f25a646f1774ac71cfd522201d77c9bb647"},"details":{},"id":"01a22e03-8c0c-7dfe-95c3-89479aa34951","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.127196Z","request_id":"","target_id":"o_5oEnva8ZbGhWfXYN","target_kind":"organization","version":2}'),
	('01a22e03-8c3d-7f7e-8ea8-1d65fb6a7b38', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:54.182415+00', 'member.invited', 'allowed', '', 'system', 'keep_release', 'invitation', '1', '', '{"action":"member.invited","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"b98475ed3491e57cabd5a5033e9db60b7236d46af12068c761645972237392b8"},"details":{},"id":"01a22e03-8c3d-7f7e-8ea8-1d65fb6a7b38","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.182415Z","request_id":"","target_id":"1","target_kind":"invitation","version":2}'),
	('01a22e03-8cee-7ed0-aeb9-18ee5da90f09', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:54.369292+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_orYHK1KRWByRbXGT', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"c1d2041e6783b928fdee8c29ae4c4a73029af5cc32461344a9dc1ab190f904a0","personal":"ea9145b4bd665ca5baeefe0bea0f8145ea1926b76a8a2f8aefa49b971103d7df"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22e03-8cee-7ed0-aeb9-18ee5da90f09","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.369292Z","request_id":"","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-8cef-7076-bfdb-b143979dfa03', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:54.369923+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_5oEnva8ZbGhWfXYN', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"0f64ab8f40f4599d53a7af6451da7524ba60380d84765c5c56bc829eb13ec82a","personal":"e894ec553350911ca2adbc41ce6e66c64c77719404a1e341fe9d583e0930fec9"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22e03-8cef-7076-bfdb-b143979dfa03","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.369923Z","request_id":"","target_id":"o_5oEnva8ZbGhWfXYN","target_kind":"organization","version":2}'),
	('01a22e03-8dd9-793c-8cf8-2897a583ca7c', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:54.586234+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_orYHK1KRWByRbXGT', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"b2b4e8744c4c86cae12ee1dd157f3b09feca4d6fdb086e6a1d02b1a59005850e","personal":"ed30d976b776c4664deb4b125d15aaf7a00519ee267d327ae163cfcbc61741d0","texts":"9aa4e43e1837f98cb58eb6d4d410ec41982e85a2c00f1aaf1f19c2be822b61aa"},"details":{"kind":"top_up"},"id":"01a22e03-8dd9-793c-8cf8-2897a583ca7c","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.586234Z","request_id":"","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-8e8a-7805-8fe6-06058a8ed6f4', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:54.762956+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_orYHK1KRWByRbXGT', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"5379286cabe705cb3b51b680895d4329be6b5627e397e7a8bfea6b13d98d20a0"},"details":{},"id":"01a22e03-8e8a-7805-8fe6-06058a8ed6f4","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.762956Z","request_id":"","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-8e96-777e-be4f-6b7144916c5e', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:54.774866+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_5oEnva8ZbGhWfXYN', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"3d07b7f0709b80d30c0229f6a94e8cf2edb08965a10322e5a27ecb52a41ff510","personal":"8a37023f5ecc3f3d8e07715ca10cb9415e2ebbfcf73ef0e2d66d62037fd5af2f","texts":"9297368617e65742cbb6c9c3c6343021e3aec8a564bfa825359013f2eebe5876"},"details":{"kind":"top_up"},"id":"01a22e03-8e96-777e-be4f-6b7144916c5e","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.774866Z","request_id":"","target_id":"o_5oEnva8ZbGhWfXYN","target_kind":"organization","version":2}'),
	('01a22e03-8e9d-7a41-9b82-faea00b19a8f', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:54.781991+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_5oEnva8ZbGhWfXYN', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"c8b170d1a29ccfc081a8709f5b5b0e7ded55b90f78ad68f86d28e2c66d2e64f6"},"details":{},"id":"01a22e03-8e9d-7a41-9b82-faea00b19a8f","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.781991Z","request_id":"","target_id":"o_5oEnva8ZbGhWfXYN","target_kind":"organization","version":2}'),
	('01a22e03-8eab-7535-8835-a27b0a57cfdd', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:54.795668+00', 'run.credited', 'allowed', '', 'system', 'keep_release', 'organization', 'o_orYHK1KRWByRbXGT', '', '{"action":"run.credited","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"1e0f4d7ef316bfa10d91107ec50d766cd3d659ce44e74f3b7f51207d552a440c","personal":"e5f8cf1c97f456eb670837ab3f04c281b479dce786aa5e0d11b5449f34bec2cd","texts":"78efa3f0fb72381562bba6c711f030a2cd3ff803f32a9e12bda01c195cb1d222"},"details":{},"id":"01a22e03-8eab-7535-8835-a27b0a57cfdd","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.795668Z","request_id":"","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-8eb3-7e61-a5ac-ecba0ed3856d', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:54.804153+00', 'runs.voided', 'allowed', '', 'system', 'keep_release', 'organization', 'o_orYHK1KRWByRbXGT', '', '{"action":"runs.voided","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"522f5a5903859b62f77b8c5986b21b14743563f3fde5c0f33293fcd758e3cf1b","personal":"ae59ebd6ddd437b706ecb5b501e9e52e17d805838150e3685646f80dec4fafa3","texts":"adb22e1f7318f9b81d9eb4b35d73b4625979bb37e330d789f50100b2900cb935"},"details":{"revision":5},"id":"01a22e03-8eb3-7e61-a5ac-ecba0ed3856d","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.804153Z","request_id":"","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-8ebe-70c1-b878-f11cbd670590', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:54.814334+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_orYHK1KRWByRbXGT', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"98774ac897b70e76e38ae8f9d9381af8c6d266eacbbb0145df73a5061b4567ca","personal":"519206d297df22eea5da9260b1fdd1740bd73fb8e156f8920b6f86abde270e42","texts":"52e80fddcd2fb6dcd969e70d986c977f4206550abea4b699e3326cc22167a349"},"details":{"kind":"adjustment"},"id":"01a22e03-8ebe-70c1-b878-f11cbd670590","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.814334Z","request_id":"","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-8ec0-71ac-a056-014dcb65a189', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:54.816312+00', 'balance.reconciled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_orYHK1KRWByRbXGT', '', '{"action":"balance.reconciled","actor_id":"keep_release","actor_kind":"system","changes":{"balance_reconciled_at":[null,"2026-04-06T00:00:00Z"]},"commitments":{"figures":"10b78a5ac66e1c8ae8ccbbc7de1fd2bc428c5fcfc5ca148cd73051cb1432c2a2","personal":"02196ccbdb18724b5c3b2ecc79f986e5544901f074db8c82a3757ea4eddd15db","texts":"a96e717338b0349d8cc8616db35a54ab5d09d00cdd83e16799c84f60f8afa0cd"},"details":{},"id":"01a22e03-8ec0-71ac-a056-014dcb65a189","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.816312Z","request_id":"","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-8eda-73f6-8c7b-713786a54f92', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:54.842494+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', 'eecb3edc-7c19-41a1-af32-a1ed9d0dc9f5', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T19:51:54.836364Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"fc0ea73ee01264eb7da2c51f450fe415eb70ab34e425a0debc1c81e8e549a4ff"},"details":{},"id":"01a22e03-8eda-73f6-8c7b-713786a54f92","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.842494Z","request_id":"","target_id":"eecb3edc-7c19-41a1-af32-a1ed9d0dc9f5","target_kind":"api_key","version":2}'),
	('01a22e03-8eec-7200-9773-eeaee26e429e', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:54.860398+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', 'dc74e491-ec2c-49f1-b3ce-d55093da0706', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T19:51:54.855463Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"425d8f1709740ef92d1111032967793066bb3f09083b49035c5749cbfd5190fa"},"details":{},"id":"01a22e03-8eec-7200-9773-eeaee26e429e","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.860398Z","request_id":"","target_id":"dc74e491-ec2c-49f1-b3ce-d55093da0706","target_kind":"api_key","version":2}'),
	('01a22e03-8efb-7c26-957f-18722632524c', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:54.87598+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', 'd5a719cc-f598-4ebc-a504-30b7f7291f54', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T19:51:54.869903Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"701eab0f4ddbecc1b7de92001066c2cc2718029280c9d63aab6b740827254e49"},"details":{},"id":"01a22e03-8efb-7c26-957f-18722632524c","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:54.875980Z","request_id":"","target_id":"d5a719cc-f598-4ebc-a504-30b7f7291f54","target_kind":"api_key","version":2}'),
	('01a22e03-8f77-7452-abdb-cd99d73367fc', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:55.000001+00', 'api_key.revoked', 'allowed', '', 'system', 'keep_release', 'api_key', 'd5a719cc-f598-4ebc-a504-30b7f7291f54', '', '{"action":"api_key.revoked","actor_id":"keep_release","actor_kind":"system","changes":{"revoked":[false,true]},"commitments":{"personal":"91f15669b1bd8292f46996490b5337b5d11ea9c0793ccd39685a648dcd3fe807","texts":"007fdeda0ba3404d8af467763b0787db744c2b8b519fad528a9d4a526d842d7f"},"details":{},"id":"01a22e03-8f77-7452-abdb-cd99d73367fc","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:55.000001Z","request_id":"","target_id":"d5a719cc-f598-4ebc-a504-30b7f7291f54","target_kind":"api_key","version":2}'),
	('01a22e03-9028-7914-bb1a-d3609875bb1c', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:55.182424+00', 'billing.usage.read', 'allowed', '', 'api_key', 'eecb3edc-7c19-41a1-af32-a1ed9d0dc9f5', 'organization', 'o_orYHK1KRWByRbXGT', 'req_01a22e038fe38d70af093cc20e53d6b7', '{"action":"billing.usage.read","actor_id":"eecb3edc-7c19-41a1-af32-a1ed9d0dc9f5","actor_kind":"api_key","changes":{},"commitments":{"personal":"88bfdd0ad272cc9d36ca76bf283931747a24200c8e2ba8fed896bac92aef0ec2"},"details":{"copied":false,"from":"2026-04-01T00:00:00Z","limit":500,"paged":false,"route":"/v1/billing/usage","rows":14,"run_type":null,"status":null,"tags":[],"to":"2026-05-01T00:00:00Z"},"id":"01a22e03-9028-7914-bb1a-d3609875bb1c","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:55.182424Z","request_id":"req_01a22e038fe38d70af093cc20e53d6b7","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-904d-7697-b9db-6cd1e4e4fefc', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:55.269935+00', 'billing.usage.read', 'allowed', '', 'api_key', 'eecb3edc-7c19-41a1-af32-a1ed9d0dc9f5', 'organization', 'o_orYHK1KRWByRbXGT', 'req_01a22e039034897f6d67cbe95a878ad6', '{"action":"billing.usage.read","actor_id":"eecb3edc-7c19-41a1-af32-a1ed9d0dc9f5","actor_kind":"api_key","changes":{},"commitments":{"personal":"e55b95cec1d9b0b5f02b9dbaae07e8d837dffba25551470aa0a7a57ec3418d65","texts":"5e1b7682f484534ded211c8c2215d6952bcccf9cc5628a2638deb1d9fef0bc5f"},"details":{"bucket":"day","from":"2026-04-01T00:00:00Z","route":"/v1/billing/usage/summary","rows":14,"timezone":"UTC","to":"2026-05-01T00:00:00Z"},"id":"01a22e03-904d-7697-b9db-6cd1e4e4fefc","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:55.269935Z","request_id":"req_01a22e039034897f6d67cbe95a878ad6","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-90b2-7c0d-9b3f-4288b9d667fe', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:55.315252+00', 'billing.usage.read', 'allowed', '', 'api_key', 'eecb3edc-7c19-41a1-af32-a1ed9d0dc9f5', 'organization', 'o_orYHK1KRWByRbXGT', 'req_01a22e03908a19d623366a8c4005fc44', '{"action":"billing.usage.read","actor_id":"eecb3edc-7c19-41a1-af32-a1ed9d0dc9f5","actor_kind":"api_key","changes":{},"commitments":{"personal":"312b31a71fcd3dcd81ee36cf83b64c9b0f9465b7e80862374ea3e44e81526a23"},"details":{"bucket":"month","from":"2026-04-01T00:00:00Z","group_by":[],"route":"/v1/billing/usage/summary","rows":2,"timezone":"America/Denver","to":"2026-05-01T00:00:00Z"},"id":"01a22e03-90b2-7c0d-9b3f-4288b9d667fe","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:55.315252Z","request_id":"req_01a22e03908a19d623366a8c4005fc44","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-90c6-79b4-9752-c07f5612e12d', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:55.335347+00', 'billing.entries.read', 'allowed', '', 'api_key', 'eecb3edc-7c19-41a1-af32-a1ed9d0dc9f5', 'organization', 'o_orYHK1KRWByRbXGT', 'req_01a22e0390b51d2632526a37db5a7817', '{"action":"billing.entries.read","actor_id":"eecb3edc-7c19-41a1-af32-a1ed9d0dc9f5","actor_kind":"api_key","changes":{},"commitments":{"personal":"40d63ca747b80de83e81262df9795ee85f71a1b83175ac9d07ac8ce72bcf82d6"},"details":{"from":null,"limit":100,"paged":false,"route":"/v1/billing/entries","rows":2,"to":null},"id":"01a22e03-90c6-79b4-9752-c07f5612e12d","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:55.335347Z","request_id":"req_01a22e0390b51d2632526a37db5a7817","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-90ec-78d1-a0d3-9a041768b04f', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:55.375472+00', 'run.read', 'allowed', '', 'api_key', 'eecb3edc-7c19-41a1-af32-a1ed9d0dc9f5', 'organization', 'o_orYHK1KRWByRbXGT', 'req_01a22e0390cab355f41f95de00983c94', '{"action":"run.read","actor_id":"eecb3edc-7c19-41a1-af32-a1ed9d0dc9f5","actor_kind":"api_key","changes":{},"commitments":{"personal":"0edee51ff61387206f1fccf6486e84c31df7c2d70b8089d7b29ca6ab833a58de","texts":"0b23294d2454812202a96ace3442f64b7d422317e0c20c09e82eba9dc20e4f3b"},"details":{"route":"/v1/runs/{run_id}","rows":1},"id":"01a22e03-90ec-78d1-a0d3-9a041768b04f","organization_id":"o_orYHK1KRWByRbXGT","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T19:51:55.375472Z","request_id":"req_01a22e0390cab355f41f95de00983c94","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-910c-700d-9bca-4adfc89b0677', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:55.404636+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'dc74e491-ec2c-49f1-b3ce-d55093da0706', 'organization', 'o_5oEnva8ZbGhWfXYN', 'req_01a22e0390ff29f72cc3d36b93fa19cc', '{"action":"billing.usage.read","actor_id":"dc74e491-ec2c-49f1-b3ce-d55093da0706","actor_kind":"api_key","changes":{},"commitments":{"personal":"66ea0efb3e07e394f90a542e581010e7e6395eabc84691f681de1270887f3a8c"},"details":{"route":"/v1/billing/usage"},"id":"01a22e03-910c-700d-9bca-4adfc89b0677","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T19:51:55.404636Z","request_id":"req_01a22e0390ff29f72cc3d36b93fa19cc","target_id":"o_5oEnva8ZbGhWfXYN","target_kind":"organization","version":2}'),
	('01a22e03-911e-7dfb-adb4-db7900a211a6', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:55.428064+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'dc74e491-ec2c-49f1-b3ce-d55093da0706', 'organization', 'o_5oEnva8ZbGhWfXYN', 'req_01a22e039113b9baefa70eeeb9cdc874', '{"action":"billing.usage.read","actor_id":"dc74e491-ec2c-49f1-b3ce-d55093da0706","actor_kind":"api_key","changes":{},"commitments":{"personal":"dcf86a73f8b57e1b46f288efe131590b02dd7682a5efd51090f2dbc4fb1186d6"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e03-911e-7dfb-adb4-db7900a211a6","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T19:51:55.428064Z","request_id":"req_01a22e039113b9baefa70eeeb9cdc874","target_id":"o_5oEnva8ZbGhWfXYN","target_kind":"organization","version":2}'),
	('01a22e03-913a-7f7d-b7db-6f0ebb7b2561', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:55.451611+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'dc74e491-ec2c-49f1-b3ce-d55093da0706', 'organization', 'o_5oEnva8ZbGhWfXYN', 'req_01a22e03912e1b1da45e91d0dc54d4a5', '{"action":"billing.usage.read","actor_id":"dc74e491-ec2c-49f1-b3ce-d55093da0706","actor_kind":"api_key","changes":{},"commitments":{"personal":"1c548ae88a0851ac232f1f6fc1f5ecf7781ce4f3dfd233fb3f34ae33ff899246"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e03-913a-7f7d-b7db-6f0ebb7b2561","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T19:51:55.451611Z","request_id":"req_01a22e03912e1b1da45e91d0dc54d4a5","target_id":"o_5oEnva8ZbGhWfXYN","target_kind":"organization","version":2}'),
	('01a22e03-914d-70b4-ae05-625368c804c7', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:55.474299+00', 'billing.entries.read', 'denied', 'org_opt_in_required', 'api_key', 'dc74e491-ec2c-49f1-b3ce-d55093da0706', 'organization', 'o_5oEnva8ZbGhWfXYN', 'req_01a22e03913e1313d21569c11ba6e284', '{"action":"billing.entries.read","actor_id":"dc74e491-ec2c-49f1-b3ce-d55093da0706","actor_kind":"api_key","changes":{},"commitments":{"personal":"cf31c99a1a7da7f5c1120e1d60393a867993d4a841fd8c97ae62158aecc6c235"},"details":{"route":"/v1/billing/entries"},"id":"01a22e03-914d-70b4-ae05-625368c804c7","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T19:51:55.474299Z","request_id":"req_01a22e03913e1313d21569c11ba6e284","target_id":"o_5oEnva8ZbGhWfXYN","target_kind":"organization","version":2}'),
	('01a22e03-9169-7563-8b77-832decf3c236', 'o_5oEnva8ZbGhWfXYN', '2026-11-30 19:51:55.49766+00', 'run.read', 'denied', 'not_found', 'api_key', 'dc74e491-ec2c-49f1-b3ce-d55093da0706', 'organization', 'o_5oEnva8ZbGhWfXYN', 'req_01a22e03915c5d87847e1959c798847c', '{"action":"run.read","actor_id":"dc74e491-ec2c-49f1-b3ce-d55093da0706","actor_kind":"api_key","changes":{},"commitments":{"personal":"b98a644baa725d720caa80096497a6f6213a1e5dff01dd8c3da249a6c2e7a425","texts":"d2077292ff3c6d1cf5a414a8eab81850e039f87c2e040f60832c37ec034a7c06"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22e03-9169-7563-8b77-832decf3c236","organization_id":"o_5oEnva8ZbGhWfXYN","outcome":"denied","reason_code":"not_found","recorded_at":"2026-11-30T19:51:55.497660Z","request_id":"req_01a22e03915c5d87847e1959c798847c","target_id":"o_5oEnva8ZbGhWfXYN","target_kind":"organization","version":2}'),
	('01a22e03-917e-7642-81d0-628bea58af63', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:55.530575+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', 'd5a719cc-f598-4ebc-a504-30b7f7291f54', 'organization', 'o_orYHK1KRWByRbXGT', 'req_01a22e03916c3124fa92f7ead78d2ce9', '{"action":"billing.usage.read","actor_id":"d5a719cc-f598-4ebc-a504-30b7f7291f54","actor_kind":"api_key","changes":{},"commitments":{"personal":"aafa94d1e8ba84a38b432d5bf021243e6132a89c72dd562b1cb44c026c2ff8e2"},"details":{"route":"/v1/billing/usage"},"id":"01a22e03-917e-7642-81d0-628bea58af63","organization_id":"o_orYHK1KRWByRbXGT","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T19:51:55.530575Z","request_id":"req_01a22e03916c3124fa92f7ead78d2ce9","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-919c-7178-a4e1-55a0f8cf40ae', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:55.548345+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', 'd5a719cc-f598-4ebc-a504-30b7f7291f54', 'organization', 'o_orYHK1KRWByRbXGT', 'req_01a22e039196d0dace32166302b83ae7', '{"action":"billing.usage.read","actor_id":"d5a719cc-f598-4ebc-a504-30b7f7291f54","actor_kind":"api_key","changes":{},"commitments":{"personal":"8aba53ee4b96507b975bdad0429b2a4378040208fbf488438ff2d845835cc2dd"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e03-919c-7178-a4e1-55a0f8cf40ae","organization_id":"o_orYHK1KRWByRbXGT","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T19:51:55.548345Z","request_id":"req_01a22e039196d0dace32166302b83ae7","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-91b0-7f4b-bd2d-a1a2ba647122', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:55.569794+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', 'd5a719cc-f598-4ebc-a504-30b7f7291f54', 'organization', 'o_orYHK1KRWByRbXGT', 'req_01a22e0391a32864c4d5c71bb87f72ff', '{"action":"billing.usage.read","actor_id":"d5a719cc-f598-4ebc-a504-30b7f7291f54","actor_kind":"api_key","changes":{},"commitments":{"personal":"89254e4bb5b1e7ab3b470359be46837ea0b2ff2900187b8f52a71d7144d8539b"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e03-91b0-7f4b-bd2d-a1a2ba647122","organization_id":"o_orYHK1KRWByRbXGT","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T19:51:55.569794Z","request_id":"req_01a22e0391a32864c4d5c71bb87f72ff","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-91bb-79c8-a5ff-e07fc8185a67', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:55.579851+00', 'billing.entries.read', 'denied', 'key_revoked', 'api_key', 'd5a719cc-f598-4ebc-a504-30b7f7291f54', 'organization', 'o_orYHK1KRWByRbXGT', 'req_01a22e0391b30f29c4b7322b650379e1', '{"action":"billing.entries.read","actor_id":"d5a719cc-f598-4ebc-a504-30b7f7291f54","actor_kind":"api_key","changes":{},"commitments":{"personal":"a44adece902f21dea26e0638214972752a95e09738d950fef332aee296366427"},"details":{"route":"/v1/billing/entries"},"id":"01a22e03-91bb-79c8-a5ff-e07fc8185a67","organization_id":"o_orYHK1KRWByRbXGT","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T19:51:55.579851Z","request_id":"req_01a22e0391b30f29c4b7322b650379e1","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}'),
	('01a22e03-91cb-7521-b1b6-8d1971b29949', 'o_orYHK1KRWByRbXGT', '2026-11-30 19:51:55.595578+00', 'run.read', 'denied', 'key_revoked', 'api_key', 'd5a719cc-f598-4ebc-a504-30b7f7291f54', 'organization', 'o_orYHK1KRWByRbXGT', 'req_01a22e0391c6190fb50e70d3bab050be', '{"action":"run.read","actor_id":"d5a719cc-f598-4ebc-a504-30b7f7291f54","actor_kind":"api_key","changes":{},"commitments":{"personal":"dc254cc7e5f05bad2a5574ea59ca953d6132c2c15467b84ef9a15207455e9864","texts":"fe79c502f3cc0c8fa2ce071d86afd7aaabb779d1e5e80a39f4f718d02a382904"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22e03-91cb-7521-b1b6-8d1971b29949","organization_id":"o_orYHK1KRWByRbXGT","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T19:51:55.595578Z","request_id":"req_01a22e0391c6190fb50e70d3bab050be","target_id":"o_orYHK1KRWByRbXGT","target_kind":"organization","version":2}');

INSERT INTO public.billing_audit_leaf (log, place, event_id, hash) VALUES
	('o_5oEnva8ZbGhWfXYN', 0, '01a22e03-8509-7ea8-9763-cd53e211d0b3', '\xad863ef1225fe94991607fece26ee5aeb6adbbb899e5dc625eb489b98b297a28'),
	('o_5oEnva8ZbGhWfXYN', 1, '01a22e03-8521-7201-91ae-2440549609ec', '\x0b7bf8e8fcb6bfbf8be142424232fb7e3e8dfbdb4978ea1e68b29f91fdb36baf'),
	('o_5oEnva8ZbGhWfXYN', 2, '01a22e03-8a99-708f-81ad-59a5ec186cda', '\x928a807ba0d4ffb00a58d4bd60deabd9871ca535fa7b41e7d30a0a96df47b99e'),
	('o_5oEnva8ZbGhWfXYN', 3, '01a22e03-8b1a-7d2e-bdf9-6cb83d1b2b96', '\x424b8bc5772892bddd26154461631fd32e4e932cc137d7736ec3e70b7297bcc9'),
	('o_5oEnva8ZbGhWfXYN', 4, '01a22e03-8b59-7f51-8fb8-152d7090be25', '\xb1d75f2b87818cd0827dd3859eba72b2f1f3ee009ad4ba4a653952fa6a8eb662'),
	('o_5oEnva8ZbGhWfXYN', 5, '01a22e03-8bcf-7e7b-95e5-3a1c6adcd3cc', '\xed31a229b97548ea0cf045211b94e74fa45515757bbd3c298bf8e5f5e2925731'),
	('o_5oEnva8ZbGhWfXYN', 6, '01a22e03-8beb-73af-935c-0a8a7754ef80', '\xd952b2a134e1ff5ad75350fc048539cda23c8bb9801ee8ac31dd353bfe55f0e1'),
	('o_5oEnva8ZbGhWfXYN', 7, '01a22e03-8c0c-7dfe-95c3-89479aa34951', '\xe54258db32985d27245b47e75e5f1e5bae9af5048cb7536fea1932793e1554f3'),
	('o_5oEnva8ZbGhWfXYN', 8, '01a22e03-8c3d-7f7e-8ea8-1d65fb6a7b38', '\x1f8853fc1e999811f29f3e4f0d42315cb4bd1a576a93d800aa5dfe8c5c43070e'),
	('o_5oEnva8ZbGhWfXYN', 9, '01a22e03-8cef-7076-bfdb-b143979dfa03', '\xc74146b16fd30ff14b4627f89fe16841569f3a8dbd11629d8a85d9b279064f9f'),
	('o_5oEnva8ZbGhWfXYN', 10, '01a22e03-8e96-777e-be4f-6b7144916c5e', '\x84dc708bf43522ca46671ac9365d9b1056ddb93d8956b73ffae3659c3074c56e'),
	('o_5oEnva8ZbGhWfXYN', 11, '01a22e03-8e9d-7a41-9b82-faea00b19a8f', '\x51d3b013a4df7850cd68905631d067d43b557336c0677a62aee48d07b5aa2bde'),
	('o_5oEnva8ZbGhWfXYN', 12, '01a22e03-8eec-7200-9773-eeaee26e429e', '\xa4a0d2495a2176e0d43a06d6bea541d2ece2c5f97e36ca0e6870dc997fc3475b'),
	('o_5oEnva8ZbGhWfXYN', 13, '01a22e03-910c-700d-9bca-4adfc89b0677', '\xa04ff8bd0b26b1f2ec9a1b8a41edef4176cb38986bb4e9e140f48b21e523d82c'),
	('o_5oEnva8ZbGhWfXYN', 14, '01a22e03-911e-7dfb-adb4-db7900a211a6', '\xd84161ce2795ec92a0ae48f60eff735bafb54a5e600834283a6b03356b58acfe'),
	('o_5oEnva8ZbGhWfXYN', 15, '01a22e03-913a-7f7d-b7db-6f0ebb7b2561', '\xd08062819fab479cc1debe480f658f5f7836c13c5220d280386d00132c545957'),
	('o_5oEnva8ZbGhWfXYN', 16, '01a22e03-914d-70b4-ae05-625368c804c7', '\x52f590eb008298edb442fc97200cf8953526b2044505b6928fec30ad9a4d25b5'),
	('o_5oEnva8ZbGhWfXYN', 17, '01a22e03-9169-7563-8b77-832decf3c236', '\xf53647ce10bc890902a8cea04d8fea5a300d984162f8c98c8887ec8ce215bf85'),
	('o_orYHK1KRWByRbXGT', 0, '01a22e03-7d8c-7dc2-aa9c-33c38aa47745', '\x0f15f93a66459fb0bc4db32e7073b4ffd18c2b026f01cfab17423a7bf9edad54'),
	('o_orYHK1KRWByRbXGT', 1, '01a22e03-7dfa-7833-bf70-72b0eb1daed0', '\x083ba4c1c91130a7913db249c7f393c48db0bc87f396dfe6b12b22211506e69d'),
	('o_orYHK1KRWByRbXGT', 2, '01a22e03-82a4-7c00-8b46-1a58fe1d60e1', '\xcc173895ab615f2bb2a41522306172fe09c6174eb54ff8f66e3c2bdc119d819e'),
	('o_orYHK1KRWByRbXGT', 3, '01a22e03-8324-707c-b3af-776004f02b8c', '\xddf4c2e6e38b6fefcf6d89e54fed2e9bc49e3b982b5c06d6855767c68cb32c43'),
	('o_orYHK1KRWByRbXGT', 4, '01a22e03-83a4-70ea-af36-86e26fc63e93', '\xf49a400650cd3f5300ad941f839801f199c0d406aec054110abe4a11375a816b'),
	('o_orYHK1KRWByRbXGT', 5, '01a22e03-8435-72b6-99d3-dfff545be424', '\x4bf1f182ead83bb15ce5148f1b304b2aba5af4d3987283d7f5f7613d3d2c1cff'),
	('o_orYHK1KRWByRbXGT', 6, '01a22e03-8450-7ad1-a037-283dde90f1c2', '\x4e759d30faede2396d05064f023d7ed6b35bdd4a4438296b7ecc124dba774acf'),
	('o_orYHK1KRWByRbXGT', 7, '01a22e03-8473-7cbd-88ce-5916eb4f5012', '\x85b603e9df847c5d1c7f45ac4d691ce68aaa02edb2047e848b2e546b8c311376'),
	('o_orYHK1KRWByRbXGT', 8, '01a22e03-84aa-74fd-a9f0-8e0c7709c146', '\x7a1fa68da578c2e8a3919f5348e5a8c5d4860571990d41d95eb5cc49f6acfbb5'),
	('o_orYHK1KRWByRbXGT', 9, '01a22e03-8cee-7ed0-aeb9-18ee5da90f09', '\xf3c5143da6725c71939f9b95b01f19b8e130aaac9845ac31ac33e891a9a7db94'),
	('o_orYHK1KRWByRbXGT', 10, '01a22e03-8dd9-793c-8cf8-2897a583ca7c', '\xe7b94665f103bd252dd1557e0873009aa425204f47f89fed32b509b20fde06a8'),
	('o_orYHK1KRWByRbXGT', 11, '01a22e03-8e8a-7805-8fe6-06058a8ed6f4', '\x8cc5ba82690787058f9a2d72e474233a3569161f86e925bdd8c0cb70194bdb1b'),
	('o_orYHK1KRWByRbXGT', 12, '01a22e03-8eab-7535-8835-a27b0a57cfdd', '\x9827d56e0040cc4ed461d09aa97f7037736d925b8c5d7c970d2f2c28f50aa167'),
	('o_orYHK1KRWByRbXGT', 13, '01a22e03-8eb3-7e61-a5ac-ecba0ed3856d', '\xcfaa91fd3ca95865b1fb8681df5af5c4488f166d7daa3dacafe5faa44635e9a7'),
	('o_orYHK1KRWByRbXGT', 14, '01a22e03-8ebe-70c1-b878-f11cbd670590', '\x2387a26ed0c367c0ecb67ca183b42f56523e24b8c2193e78f1ec3790e7c635a7'),
	('o_orYHK1KRWByRbXGT', 15, '01a22e03-8ec0-71ac-a056-014dcb65a189', '\xe4a58ceeafa2334df0ceb7cfb4733db76fe65d9a054ade543d55fca2ebf248c3'),
	('o_orYHK1KRWByRbXGT', 16, '01a22e03-8eda-73f6-8c7b-713786a54f92', '\x4de0be58a177ce9afe67814a87e1c1cfc0af88999a8fd86dcc0d61760ae1d4c1'),
	('o_orYHK1KRWByRbXGT', 17, '01a22e03-8efb-7c26-957f-18722632524c', '\xf6bac0436ab5ee6355d971d4308df3a2dd02eea95e1fdec597538ca395646a3b'),
	('o_orYHK1KRWByRbXGT', 18, '01a22e03-8f77-7452-abdb-cd99d73367fc', '\xb8e43ee1bc7509bfc57cc518929d23900d240a928debf487db5a58332038e7a7'),
	('o_orYHK1KRWByRbXGT', 19, '01a22e03-9028-7914-bb1a-d3609875bb1c', '\x7bbf80ef533b8e83b4a70f82e3c4644fa6619bebdae8f2d19bbb8e63390a4e9c'),
	('o_orYHK1KRWByRbXGT', 20, '01a22e03-904d-7697-b9db-6cd1e4e4fefc', '\x960521e11e12ce109f9bf6ca3b6d9e1cf3fab00213c4c320d97409820459aeb8'),
	('o_orYHK1KRWByRbXGT', 21, '01a22e03-90b2-7c0d-9b3f-4288b9d667fe', '\x2686a4e25caa71056fc82157eb7fcf652dcc143e2c29fb6f348354aaa3c258d6'),
	('o_orYHK1KRWByRbXGT', 22, '01a22e03-90c6-79b4-9752-c07f5612e12d', '\xf064f6600a98dd79803e800f569e57bfa7b5e70c307238e8004a6ba0b4e86efa'),
	('o_orYHK1KRWByRbXGT', 23, '01a22e03-90ec-78d1-a0d3-9a041768b04f', '\x555552e52092fe224b1c2619b234818b244f306b79b1a7d65017e6881d72993d'),
	('o_orYHK1KRWByRbXGT', 24, '01a22e03-917e-7642-81d0-628bea58af63', '\x712d877034fbf3de236c6c41470fdc0a443bcd3074448555ad075aecb1f892fd'),
	('o_orYHK1KRWByRbXGT', 25, '01a22e03-919c-7178-a4e1-55a0f8cf40ae', '\x84ed8eed92879bdcc14a68015a9ed2f9a214e514606a253083ea58a7ccdb5829'),
	('o_orYHK1KRWByRbXGT', 26, '01a22e03-91b0-7f4b-bd2d-a1a2ba647122', '\x4b507267530c3608fa3df7e9a3e6eb045783eb1cace4ed9f99b78a552927c5cd'),
	('o_orYHK1KRWByRbXGT', 27, '01a22e03-91bb-79c8-a5ff-e07fc8185a67', '\xc99f7245b23eb431d35347ca002b1bc786054db3a09e2e296d86162a8ee640da'),
	('o_orYHK1KRWByRbXGT', 28, '01a22e03-91cb-7521-b1b6-8d1971b29949', '\x5675812c8d494d2fea335141b2c5886e5eec1d9bd8bd8b71b602ef39213e3946'),
	('platform', 0, '01a22e03-788e-7874-8d08-5217528bd432', '\x799e2ded862efc15049e869753443a851c9c4dbf54f4237dae477cd0c4ed8eeb'),
	('platform', 1, '01a22e03-7d11-7317-beb3-dcb62f14e78b', '\xd657daad22cbc432225f9e391c13a5d368ba159d42d446a75cead18ff9cc253d'),
	('platform', 2, '01a22e03-7d4c-74c6-b1fd-46e1834e0603', '\x6ff0f8c5253d533d37b5f09c0c011991ffb3c36b28c03503b4a9df84a34c40a2'),
	('platform', 3, '01a22e03-8278-7702-a7e3-8c8ee6108764', '\x470fc37c2b6a972274af8470ad290f78119055090a2bb8ea6e0e04181a2264f9'),
	('platform', 4, '01a22e03-82ea-748b-ba1d-7096137b2874', '\x72c3c6d287835d6f4fb32bf3decd70c5ba2a83a9b988a0be549970e8f60422e1'),
	('platform', 5, '01a22e03-835b-7878-8bbe-076b777bdb4a', '\x06e55b8cfa03232666fe7fed818277d6a23edd2ee86e644a856c8c64d3a21fb0'),
	('platform', 6, '01a22e03-8417-7793-be51-f22af4b587b9', '\xfe1a1246c0511642fc81a4f06862dd14ea0631c48c6715dbe4210f2fa8505738'),
	('platform', 7, '01a22e03-84df-7d82-b8c3-3c941c385c8a', '\x38fd2ae8ccd7ed27cf0c1576de6f0a9855b042168744a6e9ac869d4bae8a7991'),
	('platform', 8, '01a22e03-8a71-7f5f-8d85-931d903b60e2', '\x18fb1bdf4f10e8661beaf0fae41f753c1626506607e73afb6534a6eae0090ede'),
	('platform', 9, '01a22e03-8ad2-767e-907f-63f7dcf00f8f', '\xf7047e5f15f5ca4223310b881eeea12377d7086a2ed7e0ccc1e6b7853c97b0b8'),
	('platform', 10, '01a22e03-8b3c-7779-8d7c-744b162fa6d1', '\x82c68e82600759fe434350cf279694f4772b8d6485103f2ddbb1bb97b7f55e81'),
	('platform', 11, '01a22e03-8b93-72fd-975d-5b1ed0aab8d6', '\x859aeb75a589a3a99f3a1680df76f553a97d67075dce20dd94671142d860ae31');

INSERT INTO public.billing_audit_part (event_id, kind, organization_id, salt, data, erased_by) VALUES
	('01a22e03-788e-7874-8d08-5217528bd432', 'personal', NULL, '\xaf7d62281dcebe24607959bca9fe051a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22e03-7d11-7317-beb3-dcb62f14e78b', 'personal', NULL, '\x177d08ec0ed4479c897666395310667c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22e03-7d4c-74c6-b1fd-46e1834e0603', 'personal', NULL, '\x469fbe37c4f0d15d60784a74b9635084', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22e03-7d8c-7dc2-aa9c-33c38aa47745', 'personal', 'o_orYHK1KRWByRbXGT', '\x0c13fe81c85a6b2170b60ae57041420e', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-7d8c-7dc2-aa9c-33c38aa47745', 'texts', 'o_orYHK1KRWByRbXGT', '\xea04f0fcfc9bff0b1d61c875de8c6795', '{"changes": {"name": [null, "Acme Robotics"], "slug": [null, "acme-robotics"], "external_id": [null, null]}}', NULL),
	('01a22e03-7dfa-7833-bf70-72b0eb1daed0', 'personal', 'o_orYHK1KRWByRbXGT', '\x89278ef62cdc2fa0442f5e00bbe33acb', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22e03-8278-7702-a7e3-8c8ee6108764', 'personal', NULL, '\xa48d9527e40a589fe4c75fedb38f2333', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22e03-82a4-7c00-8b46-1a58fe1d60e1', 'personal', 'o_orYHK1KRWByRbXGT', '\xf4921b2ed3423c552f25e4bbf2531854', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22e03-82ea-748b-ba1d-7096137b2874', 'personal', NULL, '\x60e1bceee8bc8485b855118d54afbe25', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22e03-8324-707c-b3af-776004f02b8c', 'personal', 'o_orYHK1KRWByRbXGT', '\x3eac1079384c3d23b748685a22e8ac10', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22e03-835b-7878-8bbe-076b777bdb4a', 'personal', NULL, '\x4318e45ab6a3d8f6bb2a46d70175d8cc', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22e03-83a4-70ea-af36-86e26fc63e93', 'personal', 'o_orYHK1KRWByRbXGT', '\x117406ba109be0e0f47e02d6325cf9bb', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22e03-8417-7793-be51-f22af4b587b9', 'personal', NULL, '\x57446bde7d5e8dd39cb37daedae93aac', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22e03-8435-72b6-99d3-dfff545be424', 'personal', 'o_orYHK1KRWByRbXGT', '\x6a36882647b4868ed9d961141bb5e665', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22e03-8450-7ad1-a037-283dde90f1c2', 'personal', 'o_orYHK1KRWByRbXGT', '\x117f43271e9934ebdbf7c97dead0a659', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-8450-7ad1-a037-283dde90f1c2', 'texts', 'o_orYHK1KRWByRbXGT', '\x71c8df0117898ce2d54c2a2fe575dc2d', '{"changes": {"billing_tier": [null, "pro"]}}', NULL),
	('01a22e03-8450-7ad1-a037-283dde90f1c2', 'figures', 'o_orYHK1KRWByRbXGT', '\xad7c98cfd3b3ef9a3b39c8f15bd46137', '{"changes": {"low_balance_threshold_usd": [null, "500.00"]}}', NULL),
	('01a22e03-8473-7cbd-88ce-5916eb4f5012', 'personal', 'o_orYHK1KRWByRbXGT', '\x9ef8f1245895cb91b7adb2baf820e805', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-8473-7cbd-88ce-5916eb4f5012', 'texts', 'o_orYHK1KRWByRbXGT', '\xda3081206c7af9054f1d4fbb8d59eebe', '{"details": {"tag": "session"}}', NULL),
	('01a22e03-84aa-74fd-a9f0-8e0c7709c146', 'personal', 'o_orYHK1KRWByRbXGT', '\xb8003c5c69c58310de573e8685eeca9f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-84aa-74fd-a9f0-8e0c7709c146', 'texts', 'o_orYHK1KRWByRbXGT', '\x075f073cecebe468fbb7d60b2e6726d8', '{"details": {"reason": "Demo"}}', NULL),
	('01a22e03-84df-7d82-b8c3-3c941c385c8a', 'personal', NULL, '\x662c5b5897fc6438a25faf8ce74f62dc', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22e03-8509-7ea8-9763-cd53e211d0b3', 'personal', 'o_5oEnva8ZbGhWfXYN', '\x2e41728c4b9cc249382854b661c285e5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e03-8509-7ea8-9763-cd53e211d0b3', 'texts', 'o_5oEnva8ZbGhWfXYN', '\x095430ccd1ff4e5ecc067a6f9edf856d', '{"changes": {"name": [null, "Borealis Labs"], "slug": [null, "borealis-labs"], "external_id": [null, null]}}', NULL),
	('01a22e03-8521-7201-91ae-2440549609ec', 'personal', 'o_5oEnva8ZbGhWfXYN', '\xe0a8dde6333544b6b64c5e9b2babf2ca', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22e03-8a71-7f5f-8d85-931d903b60e2', 'personal', NULL, '\xe44220b202570d8afbca288de396e9c8', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22e03-8a99-708f-81ad-59a5ec186cda', 'personal', 'o_5oEnva8ZbGhWfXYN', '\xc4d0919507ae7aef3554d07d09d7e12a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22e03-8ad2-767e-907f-63f7dcf00f8f', 'personal', NULL, '\x9a168e197d868cb9635dd3c27516400d', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22e03-8b1a-7d2e-bdf9-6cb83d1b2b96', 'personal', 'o_5oEnva8ZbGhWfXYN', '\x96ad963b2376f1147ce40f1c6f156f5a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22e03-8b3c-7779-8d7c-744b162fa6d1', 'personal', NULL, '\xaacba26b56e9ecfe011430c1428f7838', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22e03-8b59-7f51-8fb8-152d7090be25', 'personal', 'o_5oEnva8ZbGhWfXYN', '\xe3822a1de7676a9989d335a7edf0cc59', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22e03-8b93-72fd-975d-5b1ed0aab8d6', 'personal', NULL, '\xbe926ade20f2a76804face76e007b53c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22e03-8bcf-7e7b-95e5-3a1c6adcd3cc', 'personal', 'o_5oEnva8ZbGhWfXYN', '\x9d618abc0447ab51e330d11704708d12', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22e03-8beb-73af-935c-0a8a7754ef80', 'personal', 'o_5oEnva8ZbGhWfXYN', '\xd9020c2925918fcd18b9a0007b64b50f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e03-8beb-73af-935c-0a8a7754ef80', 'texts', 'o_5oEnva8ZbGhWfXYN', '\x5720e11161af117cea678e42d2024edd', '{"changes": {"billing_tier": [null, "team"]}}', NULL),
	('01a22e03-8beb-73af-935c-0a8a7754ef80', 'figures', 'o_5oEnva8ZbGhWfXYN', '\x0816153adabf57a654f24ffc3d4c2edb', '{"changes": {"low_balance_threshold_usd": [null, "100.00"]}}', NULL),
	('01a22e03-8c0c-7dfe-95c3-89479aa34951', 'personal', 'o_5oEnva8ZbGhWfXYN', '\x0e873097a6766317a7ac75de0b8cda22', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e03-8c0c-7dfe-95c3-89479aa34951', 'texts', 'o_5oEnva8ZbGhWfXYN', '\xdf5b6748abf79ff4f368f0c45d6b83a6', '{"details": {"tag": "session"}}', NULL),
	('01a22e03-8c3d-7f7e-8ea8-1d65fb6a7b38', 'personal', 'o_5oEnva8ZbGhWfXYN', '\x58abdb9940b2ed592db50d07e98d8321', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "new-auditor@borealis-labs.example"}', NULL),
	('01a22e03-8cee-7ed0-aeb9-18ee5da90f09', 'personal', 'o_orYHK1KRWByRbXGT', '\x0cd7df5227056bed4454a63e9f4a1828', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22e03-91bb-79c8-a5ff-e07fc8185a67', 'personal', 'o_orYHK1KRWByRbXGT', '\xbbfe01a52edfca9d07bcd3fb4c8ec6cd', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-8cee-7ed0-aeb9-18ee5da90f09', 'figures', 'o_orYHK1KRWByRbXGT', '\x5d14f0fc1f0afbff7f389d05ea556f03', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "45.02205"}}', NULL),
	('01a22e03-8cef-7076-bfdb-b143979dfa03', 'personal', 'o_5oEnva8ZbGhWfXYN', '\x7ccc8db533cf75a26e5414134084ae4f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22e03-8cef-7076-bfdb-b143979dfa03', 'figures', 'o_5oEnva8ZbGhWfXYN', '\x8bd8f390c918b0b95cb3aeef5e4dbeb8', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "36.01824"}}', NULL),
	('01a22e03-8dd9-793c-8cf8-2897a583ca7c', 'personal', 'o_orYHK1KRWByRbXGT', '\x2cde67a0ee284d11a61542222b84c943', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-8dd9-793c-8cf8-2897a583ca7c', 'texts', 'o_orYHK1KRWByRbXGT', '\x9b234d265228cebd72027bd483f38d21', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22e03-8dd9-793c-8cf8-2897a583ca7c', 'figures', 'o_orYHK1KRWByRbXGT', '\xa80893a469ebc96a09755effd6f9f10a', '{"details": {"amount_usd": "15000.00"}}', NULL),
	('01a22e03-8e8a-7805-8fe6-06058a8ed6f4', 'personal', 'o_orYHK1KRWByRbXGT', '\x8b57c1b88f06d8ea75825a2aefb1b856', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-8e96-777e-be4f-6b7144916c5e', 'personal', 'o_5oEnva8ZbGhWfXYN', '\x9d3acc9b1c68c47a4be0b75f9ea87c9a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e03-8e96-777e-be4f-6b7144916c5e', 'texts', 'o_5oEnva8ZbGhWfXYN', '\x60b521621ca9832b9bfec86c8bc55c2d', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22e03-8e96-777e-be4f-6b7144916c5e', 'figures', 'o_5oEnva8ZbGhWfXYN', '\xf2009cb0dba55250dc35b986bd63939b', '{"details": {"amount_usd": "11750.00"}}', NULL),
	('01a22e03-8e9d-7a41-9b82-faea00b19a8f', 'personal', 'o_5oEnva8ZbGhWfXYN', '\xf0df825f818642c76e1f54fa3a5c9569', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e03-8eab-7535-8835-a27b0a57cfdd', 'personal', 'o_orYHK1KRWByRbXGT', '\xa7e7a52e5c37bf93323b1bd37b2d7903', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-8eab-7535-8835-a27b0a57cfdd', 'texts', 'o_orYHK1KRWByRbXGT', '\x8abc66414801813cefc0ecf21648c3cb', '{"details": {"run_id": "run-002", "reference": "credit-1"}}', NULL),
	('01a22e03-8eab-7535-8835-a27b0a57cfdd', 'figures', 'o_orYHK1KRWByRbXGT', '\x5c4abeb6b33ce70a20156134bb7da6cb', '{"details": {"amount_usd": "0.01"}}', NULL),
	('01a22e03-8eb3-7e61-a5ac-ecba0ed3856d', 'personal', 'o_orYHK1KRWByRbXGT', '\x874d202b05f30c1dad762876d34d62a9', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-8eb3-7e61-a5ac-ecba0ed3856d', 'texts', 'o_orYHK1KRWByRbXGT', '\x1b083d076ec677d62bccce7219a9b589', '{"details": {"reason": "Fed by mistake"}}', NULL),
	('01a22e03-8eb3-7e61-a5ac-ecba0ed3856d', 'figures', 'o_orYHK1KRWByRbXGT', '\x3eeaa666761d73c304b3490b13438b78', '{"details": {"run_ids": ["run-004"], "run_count": 1, "total_cost_usd": "5.00047"}}', NULL),
	('01a22e03-8ebe-70c1-b878-f11cbd670590', 'personal', 'o_orYHK1KRWByRbXGT', '\x963edf440b1d81299feab08d60873f3e', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-8ebe-70c1-b878-f11cbd670590', 'texts', 'o_orYHK1KRWByRbXGT', '\xdf109d381eb2ef11327d25019aad9075', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22e03-8ebe-70c1-b878-f11cbd670590', 'figures', 'o_orYHK1KRWByRbXGT', '\xea7c672dac588400b11543752cce5a0f', '{"details": {"amount_usd": "1.24736"}}', NULL),
	('01a22e03-8ec0-71ac-a056-014dcb65a189', 'personal', 'o_orYHK1KRWByRbXGT', '\xc11f7a999b1eb71d2b89eb110c260d6d', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-8ec0-71ac-a056-014dcb65a189', 'texts', 'o_orYHK1KRWByRbXGT', '\x5be3360edbfd51d27c474f807c107ce5', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22e03-8ec0-71ac-a056-014dcb65a189', 'figures', 'o_orYHK1KRWByRbXGT', '\xb59cf6203766d8f0c6a74dacc56018be', '{"details": {"balance_usd": "14980.25", "difference_usd": "1.24736"}}', NULL),
	('01a22e03-8eda-73f6-8c7b-713786a54f92', 'personal', 'o_orYHK1KRWByRbXGT', '\xc48d97de7159a092f305dd38c8f3ece1', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e03-8eec-7200-9773-eeaee26e429e', 'personal', 'o_5oEnva8ZbGhWfXYN', '\x4a1b24503852674e0fb68e329045137b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e03-8efb-7c26-957f-18722632524c', 'personal', 'o_orYHK1KRWByRbXGT', '\x523af5dfb7ca7c911b1a7b629b1c7444', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e03-8f77-7452-abdb-cd99d73367fc', 'personal', 'o_orYHK1KRWByRbXGT', '\x5929cd47ef0f1993cfdd7021f156d59d', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e03-8f77-7452-abdb-cd99d73367fc', 'texts', 'o_orYHK1KRWByRbXGT', '\x2baadda05e381b15d7266b1ae923eb3c', '{"details": {"reason": "Kept as a revoked one"}}', NULL),
	('01a22e03-9028-7914-bb1a-d3609875bb1c', 'personal', 'o_orYHK1KRWByRbXGT', '\xb5259db7ca9384d5a0bbf3b56c74031b', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-904d-7697-b9db-6cd1e4e4fefc', 'personal', 'o_orYHK1KRWByRbXGT', '\xd9c6ff79be1cae752893d15c017c1254', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-904d-7697-b9db-6cd1e4e4fefc', 'texts', 'o_orYHK1KRWByRbXGT', '\x6ba01dada34c3276298e1f4abe77e63b', '{"details": {"group_by": ["tag:session"]}}', NULL),
	('01a22e03-90b2-7c0d-9b3f-4288b9d667fe', 'personal', 'o_orYHK1KRWByRbXGT', '\xa97387a25224a5001c347dd97414898f', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-90c6-79b4-9752-c07f5612e12d', 'personal', 'o_orYHK1KRWByRbXGT', '\x5597544c7cd8b0c2219dda7713ac69dc', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-90ec-78d1-a0d3-9a041768b04f', 'personal', 'o_orYHK1KRWByRbXGT', '\xb6d7b8fc73e4b080b3199fbfc108e425', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-90ec-78d1-a0d3-9a041768b04f', 'texts', 'o_orYHK1KRWByRbXGT', '\x13b2acafba21c83e825256a69dc931e4', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22e03-910c-700d-9bca-4adfc89b0677', 'personal', 'o_5oEnva8ZbGhWfXYN', '\x41e183951759a4fe29fbb2fc2151a145', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e03-911e-7dfb-adb4-db7900a211a6', 'personal', 'o_5oEnva8ZbGhWfXYN', '\xf2ac08304f94988d1e7f12e39123605f', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e03-913a-7f7d-b7db-6f0ebb7b2561', 'personal', 'o_5oEnva8ZbGhWfXYN', '\x7b7ca96eeebc2641997c3472fd1c7776', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e03-914d-70b4-ae05-625368c804c7', 'personal', 'o_5oEnva8ZbGhWfXYN', '\xc704693f3309419a2756941e159b366f', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e03-9169-7563-8b77-832decf3c236', 'personal', 'o_5oEnva8ZbGhWfXYN', '\xa31db98d9f188b13732a4c84f7f07667', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e03-9169-7563-8b77-832decf3c236', 'texts', 'o_5oEnva8ZbGhWfXYN', '\x3eedfc7ef2b0f20a85f5efd452ee1ec9', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22e03-917e-7642-81d0-628bea58af63', 'personal', 'o_orYHK1KRWByRbXGT', '\x9ab3daf0978bf506a05215a1644ab796', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-919c-7178-a4e1-55a0f8cf40ae', 'personal', 'o_orYHK1KRWByRbXGT', '\x01b2a0dfad47159b59c79327bd8fc0cc', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-91b0-7f4b-bd2d-a1a2ba647122', 'personal', 'o_orYHK1KRWByRbXGT', '\xf3296ca119732cf0a03670fe3dd908ad', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-91cb-7521-b1b6-8d1971b29949', 'personal', 'o_orYHK1KRWByRbXGT', '\x662ac241556be953e57e812b37dc3f86', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e03-91cb-7521-b1b6-8d1971b29949', 'texts', 'o_orYHK1KRWByRbXGT', '\x0d302136cbe1dacb5e090e81f368aaa5', '{"details": {"run_id": "run-002"}}', NULL);

INSERT INTO public.billing_audit_repeat (fingerprint, minute, organization_id, first_event_id, count) VALUES
	('\x2db90049f2f68325682d8b59f1c3f2fc9b6e39b80b69d1de2ae1208ddd14524a', '2026-11-30 19:51:00+00', 'o_5oEnva8ZbGhWfXYN', '01a22e03-910c-700d-9bca-4adfc89b0677', 1),
	('\x268143f7828c12e5c7b4cda9e9bc77e5f422d5816b25240f0ff5bc7eb6ed47c6', '2026-11-30 19:51:00+00', 'o_5oEnva8ZbGhWfXYN', '01a22e03-911e-7dfb-adb4-db7900a211a6', 2),
	('\xc32fdedfbca2a9b98b7409258c37d208ab78e92bc36faec03610f1acf05803b2', '2026-11-30 19:51:00+00', 'o_5oEnva8ZbGhWfXYN', '01a22e03-914d-70b4-ae05-625368c804c7', 1),
	('\xa962ada1b3eac6f95177865a90989cef4f9d7fec4ca5d43f3a9f2c629593f5ec', '2026-11-30 19:51:00+00', 'o_5oEnva8ZbGhWfXYN', '01a22e03-9169-7563-8b77-832decf3c236', 1),
	('\xc2db6af821073dae503602080ada3e9bf2a9385b3e41f2f732b3c73150425284', '2026-11-30 19:51:00+00', 'o_orYHK1KRWByRbXGT', '01a22e03-917e-7642-81d0-628bea58af63', 1),
	('\x8c0145707fa5a1331f23db1a37654d86684698eacccf6022658f11e91d624be1', '2026-11-30 19:51:00+00', 'o_orYHK1KRWByRbXGT', '01a22e03-919c-7178-a4e1-55a0f8cf40ae', 2),
	('\x612a8a59d05b2b5549cb717fe1b1edf751f18d743f4cc34d953823aff1fb0db2', '2026-11-30 19:51:00+00', 'o_orYHK1KRWByRbXGT', '01a22e03-91bb-79c8-a5ff-e07fc8185a67', 1),
	('\x82245c4ff07981582d955ed13abb21e0d19fc9e0a4e7c7108937dc80350bde2d', '2026-11-30 19:51:00+00', 'o_orYHK1KRWByRbXGT', '01a22e03-91cb-7521-b1b6-8d1971b29949', 1);

INSERT INTO public.billing_audit_tree (log, size, edge) VALUES
	('o_5oEnva8ZbGhWfXYN', 18, '\x7b9f8df9079e9b7c9b8d09fd6e9409a39c18aa9a29645190f1adc73471fd791095a5a3c93ffb0e8df5913859cf3c6479cc3bbef641e18b0c573e57c04aea8682'),
	('o_orYHK1KRWByRbXGT', 29, '\x45e31ecedeef7a1291b87e22c3ad17894e5c3a93d140bfbd701bfcedb9105f8ba9a98573537036e4906e75826e3c423ecd5a8e164661c37c1781fdf1619739bb504f8e85bd83bdd5816036b4257e2dcfe957a9e0bd63a9effc8d711698aac51b5675812c8d494d2fea335141b2c5886e5eec1d9bd8bd8b71b602ef39213e3946'),
	('platform', 12, '\x488bdac77af6ba90424a774ff556d8444245fe4aa02b7889d533ea1de8fabe48b8ffd3b3a52d31da0997890cdf35b3a868bd863fdd96cec6e815f4220771c4ff');

INSERT INTO public.billing_balance_entry (id, kind, amount_usd, reference, occurred_at, note, revision, created_at, organization_id) VALUES
	(1, 'top_up', 15000.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 19:51:54.538329+00', 1),
	(2, 'top_up', 11750.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 19:51:54.772025+00', 2),
	(3, 'adjustment', 1.2473600000, 'biller-1', '2026-04-06 00:00:00+00', '', 6, '2026-11-30 19:51:54.813846+00', 1);

INSERT INTO public.billing_batch (id, started_at, finished_at, started_by, file, options, read, inserted, updated, unchanged, repeated, stale, refused, corrected, rounded, unpriced, total_cost_usd, llm_tokens_in, llm_tokens_out, usage_moved_usd, offset_usd, llm_tokens_cached) VALUES
	(1, '2026-11-30 19:51:54.188404+00', '2026-11-30 19:51:54.423471+00', 'system keep_release', '', '{}', 30, 30, 0, 0, 0, 0, 0, 0, 0, 3, 81.0402900000, 30435, 6435, 81.0402900000, 0.0000000000, 435);

INSERT INTO public.billing_orgs_invitation (id, email, role, token_digest, sending, sent_at, expires_at, accepted_at, revoked_at, invited_by_id, organization_id) VALUES
	(1, 'new-auditor@borealis-labs.example', 'auditor', NULL, 1, '2026-11-30 19:51:54.162045+00', '2026-12-07 19:51:54.162045+00', NULL, NULL, NULL, 2);

INSERT INTO public.billing_orgs_invitationsending (id, sent_at, invitation_id, sent_by_id) VALUES
	(1, '2026-11-30 19:51:54.166531+00', 1, NULL);

INSERT INTO public.billing_orgs_membership (id, role, created_at, user_id, organization_id, hold_confirmed_until) VALUES
	(1, 'owner', '2026-11-30 19:51:50.446519+00', 2, 1, NULL),
	(2, 'admin', '2026-11-30 19:51:51.696507+00', 3, 1, NULL),
	(3, 'billing', '2026-11-30 19:51:51.815876+00', 4, 1, NULL),
	(4, 'auditor', '2026-11-30 19:51:51.938831+00', 5, 1, NULL),
	(5, 'member', '2026-11-30 19:51:52.111041+00', 6, 1, NULL),
	(6, 'owner', '2026-11-30 19:51:52.341262+00', 7, 2, NULL),
	(7, 'admin', '2026-11-30 19:51:53.733725+00', 8, 2, NULL),
	(8, 'billing', '2026-11-30 19:51:53.851007+00', 9, 2, NULL),
	(9, 'auditor', '2026-11-30 19:51:53.936934+00', 10, 2, NULL),
	(10, 'member', '2026-11-30 19:51:54.046567+00', 11, 2, NULL);

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
	(1, true, NULL, 1, 'Demo', '2026-11-30 19:51:52.208142+00', 'system', NULL);

INSERT INTO public.billing_reconciliation (id, reference, balance_usd, observed_at, difference_usd, revision, created_at, organization_id) VALUES
	(1, 'biller-1', 14980.2500000000, '2026-04-06 00:00:00+00', 1.2473600000, 6, '2026-11-30 19:51:54.815655+00', 1);

INSERT INTO public.billing_registered_tag (id, key, registered_at, filled_through, ready_at, organization_id) VALUES
	(1, 'session', '2026-11-30 19:51:52.176378+00', NULL, '2026-11-30 19:51:52.175629+00', 1),
	(2, 'session', '2026-11-30 19:51:54.116357+00', NULL, '2026-11-30 19:51:54.115729+00', 2);

INSERT INTO public.billing_revision (revision, token, organization_id) VALUES
	(1, '42d486a0-058d-461d-bac7-9680a1d70f65', 1),
	(1, '8ce85901-aa41-40dc-ba72-9a831a79611f', 2),
	(2, 'cc9494b1-06ce-46c5-85ac-55a14b07da2f', 1),
	(2, '6127f4b6-c1de-4f83-a465-c4a522f06af9', 2),
	(3, 'd938d1f9-529e-45b8-87b1-a264f2013b88', 1),
	(3, 'b02d2077-2c6c-47b7-881e-21c099f595da', 2),
	(4, 'e199ace7-9175-4c04-89f1-853e2611f71f', 1),
	(5, 'e5c55e70-b40f-45bf-9f0b-0eec62c49201', 1),
	(6, '988e461c-bdec-4b21-a27b-78a4c2da77e2', 1);

INSERT INTO public.billing_run (id, run_id, run_type, status, created_at, modified_at, queued_at, started_at, finished_at, total_cost_usd, unit_price_usd, cost_status, cost_updated_at, llm_tokens_in, llm_tokens_out, tags, first_revision, revision, organization_id, batch_id, llm_tokens_cached, credited_usd, cached_unit_price_usd, cached_units, units) VALUES
	(1, 'run-000', 'workflow_run', 'completed', '2026-04-01 00:00:00+00', NULL, NULL, '2026-04-01 00:00:00+00', '2026-04-01 00:03:00+00', 1.0000700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1000, 200, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 0, 0.0000000000, NULL, NULL, NULL),
	(4, 'run-006', 'workflow_run', 'completed', '2026-04-02 18:06:00+00', NULL, NULL, '2026-04-02 18:06:00+00', '2026-04-02 18:09:00+00', 2.0006700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1006, 206, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 6, 0.0000000000, NULL, NULL, NULL),
	(5, 'run-008', 'workflow_run', 'completed', '2026-04-03 08:08:00+00', NULL, NULL, '2026-04-03 08:08:00+00', '2026-04-03 08:11:00+00', 4.0008700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1008, 208, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 8, 0.0000000000, NULL, NULL, NULL),
	(6, 'run-010', 'workflow_run', 'completed', '2026-04-03 22:10:00+00', NULL, NULL, '2026-04-03 22:10:00+00', '2026-04-03 22:13:00+00', 1.0010700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1010, 210, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 10, 0.0000000000, NULL, NULL, NULL),
	(7, 'run-012', 'workflow_run', 'completed', '2026-04-04 12:12:00+00', NULL, NULL, '2026-04-04 12:12:00+00', '2026-04-04 12:15:00+00', 3.0012700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1012, 212, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 12, 0.0000000000, NULL, NULL, NULL),
	(8, 'run-014', 'workflow_run', 'completed', '2026-04-05 02:14:00+00', NULL, NULL, '2026-04-05 02:14:00+00', '2026-04-05 02:17:00+00', 5.0014700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1014, 214, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 14, 0.0000000000, NULL, NULL, NULL),
	(9, 'run-016', 'workflow_run', 'completed', '2026-04-05 16:16:00+00', NULL, NULL, '2026-04-05 16:16:00+00', '2026-04-05 16:19:00+00', 2.0016700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1016, 216, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 16, 0.0000000000, NULL, NULL, NULL),
	(10, 'run-018', 'workflow_run', 'completed', '2026-04-06 06:18:00+00', NULL, NULL, '2026-04-06 06:18:00+00', '2026-04-06 06:21:00+00', 4.0018700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1018, 218, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 18, 0.0000000000, NULL, NULL, NULL),
	(11, 'run-020', 'workflow_run', 'completed', '2026-04-06 20:20:00+00', NULL, NULL, '2026-04-06 20:20:00+00', '2026-04-06 20:23:00+00', 1.0020700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1020, 220, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 20, 0.0000000000, NULL, NULL, NULL),
	(12, 'run-022', 'workflow_run', 'completed', '2026-04-07 10:22:00+00', NULL, NULL, '2026-04-07 10:22:00+00', '2026-04-07 10:25:00+00', 3.0022700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1022, 222, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 22, 0.0000000000, NULL, NULL, NULL),
	(13, 'run-024', 'workflow_run', 'completed', '2026-04-08 00:24:00+00', NULL, NULL, '2026-04-08 00:24:00+00', '2026-04-08 00:27:00+00', 5.0024700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1024, 224, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 24, 0.0000000000, NULL, NULL, NULL),
	(14, 'run-026', 'workflow_run', 'completed', '2026-04-08 14:26:00+00', NULL, NULL, '2026-04-08 14:26:00+00', '2026-04-08 14:29:00+00', 2.0026700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1026, 226, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 26, 0.0000000000, NULL, NULL, NULL),
	(15, 'run-028', 'workflow_run', 'completed', '2026-04-09 04:28:00+00', NULL, NULL, '2026-04-09 04:28:00+00', '2026-04-09 04:31:00+00', 4.0028700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1028, 228, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 28, 0.0000000000, NULL, NULL, NULL),
	(16, 'run-001', 'workflow_run', 'completed', '2026-04-01 07:01:00+00', NULL, NULL, '2026-04-01 07:01:00+00', '2026-04-01 07:04:00+00', 2.0001700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1001, 201, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 1, 0.0000000000, NULL, NULL, NULL),
	(17, 'run-003', 'workflow_run', 'completed', '2026-04-01 21:03:00+00', NULL, NULL, '2026-04-01 21:03:00+00', '2026-04-01 21:06:00+00', 4.0003700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1003, 203, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 3, 0.0000000000, NULL, NULL, NULL),
	(18, 'run-005', 'workflow_run', 'completed', '2026-04-02 11:05:00+00', NULL, NULL, '2026-04-02 11:05:00+00', '2026-04-02 11:08:00+00', 1.0005700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1005, 205, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 5, 0.0000000000, NULL, NULL, NULL),
	(19, 'run-007', 'workflow_run', 'completed', '2026-04-03 01:07:00+00', NULL, NULL, '2026-04-03 01:07:00+00', '2026-04-03 01:10:00+00', NULL, NULL, 'unpriced', '2026-11-30 19:51:54.281826+00', 1007, 207, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 7, 0.0000000000, NULL, NULL, NULL),
	(20, 'run-009', 'workflow_run', 'running', '2026-04-03 15:09:00+00', NULL, NULL, '2026-04-03 15:09:00+00', NULL, 5.0009700000, NULL, 'accruing', '2026-11-30 19:51:54.281826+00', 1009, 209, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 9, 0.0000000000, NULL, NULL, NULL),
	(21, 'run-011', 'workflow_run', 'completed', '2026-04-04 05:11:00+00', NULL, NULL, '2026-04-04 05:11:00+00', '2026-04-04 05:14:00+00', 2.0011700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1011, 211, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 11, 0.0000000000, NULL, NULL, NULL),
	(22, 'run-013', 'workflow_run', 'completed', '2026-04-04 19:13:00+00', NULL, NULL, '2026-04-04 19:13:00+00', '2026-04-04 19:16:00+00', 4.0013700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1013, 213, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 13, 0.0000000000, NULL, NULL, NULL),
	(23, 'run-015', 'workflow_run', 'completed', '2026-04-05 09:15:00+00', NULL, NULL, '2026-04-05 09:15:00+00', '2026-04-05 09:18:00+00', 1.0015700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1015, 215, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 15, 0.0000000000, NULL, NULL, NULL),
	(24, 'run-017', 'workflow_run', 'completed', '2026-04-05 23:17:00+00', NULL, NULL, '2026-04-05 23:17:00+00', '2026-04-05 23:20:00+00', NULL, NULL, 'unpriced', '2026-11-30 19:51:54.281826+00', 1017, 217, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 17, 0.0000000000, NULL, NULL, NULL),
	(25, 'run-019', 'workflow_run', 'running', '2026-04-06 13:19:00+00', NULL, NULL, '2026-04-06 13:19:00+00', NULL, 5.0019700000, NULL, 'accruing', '2026-11-30 19:51:54.281826+00', 1019, 219, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 19, 0.0000000000, NULL, NULL, NULL),
	(26, 'run-021', 'workflow_run', 'completed', '2026-04-07 03:21:00+00', NULL, NULL, '2026-04-07 03:21:00+00', '2026-04-07 03:24:00+00', 2.0021700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1021, 221, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 21, 0.0000000000, NULL, NULL, NULL),
	(27, 'run-023', 'workflow_run', 'completed', '2026-04-07 17:23:00+00', NULL, NULL, '2026-04-07 17:23:00+00', '2026-04-07 17:26:00+00', 4.0023700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1023, 223, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 23, 0.0000000000, NULL, NULL, NULL),
	(28, 'run-025', 'workflow_run', 'completed', '2026-04-08 07:25:00+00', NULL, NULL, '2026-04-08 07:25:00+00', '2026-04-08 07:28:00+00', 1.0025700000, NULL, 'final', '2026-11-30 19:51:54.281826+00', 1025, 225, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 25, 0.0000000000, NULL, NULL, NULL),
	(29, 'run-027', 'workflow_run', 'completed', '2026-04-08 21:27:00+00', NULL, NULL, '2026-04-08 21:27:00+00', '2026-04-08 21:30:00+00', NULL, NULL, 'unpriced', '2026-11-30 19:51:54.281826+00', 1027, 227, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 27, 0.0000000000, NULL, NULL, NULL),
	(30, 'run-029', 'workflow_run', 'running', '2026-04-09 11:29:00+00', NULL, NULL, '2026-04-09 11:29:00+00', NULL, 5.0029700000, NULL, 'accruing', '2026-11-30 19:51:54.281826+00', 1029, 229, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 29, 0.0000000000, NULL, NULL, NULL),
	(2, 'run-002', 'workflow_run', 'completed', '2026-04-01 14:02:00+00', NULL, NULL, '2026-04-01 14:02:00+00', '2026-04-01 14:05:00+00', 3.0002700000, NULL, 'final', '2026-11-30 19:51:54.792442+00', 1002, 202, '{"county": "Añasco", "session": "s2"}', 2, 4, 1, 1, 2, 0.0100000000, NULL, NULL, NULL);

INSERT INTO public.billing_run_credit (id, run_id, amount_usd, reference, occurred_at, revision, void_revision, created_at, organization_id) VALUES
	(1, 'run-002', 0.0100000000, 'credit-1', '2026-04-01 12:00:00+00', 4, NULL, '2026-11-30 19:51:54.794922+00', 1);

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
	(1, 'workflow_run', 'completed', '2026-04-02 04:04:00+00', NULL, NULL, '2026-04-02 04:04:00+00', '2026-04-02 04:07:00+00', 5.0004700000, NULL, 'final', 1004, 204, '{"county": "Añasco", "session": "s0"}', 'run-004', '2026-11-30 19:51:54.281826+00', 2, 2, 5, '2026-11-30 19:51:54.801638+00', 1, 1, 4, 0.0000000000, NULL, NULL, NULL);

INSERT INTO public.procrastinate_jobs (id, queue_name, task_name, lock, args, status, scheduled_at, attempts, queueing_lock, priority, abort_requested, worker_id) VALUES
	(1, 'billing_access.email', 'orgs.send_invitation', NULL, '{"message": "279ad430-0d13-466e-9da7-d4dbe59ba7bc", "sending": 1, "invitation_id": 1}', 'todo', NULL, 0, NULL, 0, false, NULL);

INSERT INTO public.procrastinate_events (id, job_id, type, at) VALUES
	(1, 1, 'deferred', '2026-11-30 19:51:54.137131+00');

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

