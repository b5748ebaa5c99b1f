INSERT INTO public.billing_accounts_user (id, password, last_login, is_superuser, is_staff, is_active, date_joined, email, name, held_until, password_is_preset) VALUES
	(1, 'pbkdf2_sha256$1000000$359pW0csbsJpoNk5xHZZBK$8AxIFWxGLVceHAI8boQy/g7o5cUFJ9KofQFy3B4ZTIc=', NULL, true, true, true, '2026-11-30 15:49:06.76465+00', 'staff@platform.example', 'Platform staff', NULL, false),
	(2, 'pbkdf2_sha256$1000000$359pW0csbsJpoNk5xHZZBK$8AxIFWxGLVceHAI8boQy/g7o5cUFJ9KofQFy3B4ZTIc=', NULL, false, false, true, '2026-11-30 15:49:07.206916+00', 'owner@acme-robotics.example', 'Acme Robotics''s owner', NULL, false),
	(3, 'pbkdf2_sha256$1000000$359pW0csbsJpoNk5xHZZBK$8AxIFWxGLVceHAI8boQy/g7o5cUFJ9KofQFy3B4ZTIc=', NULL, false, false, true, '2026-11-30 15:49:07.463213+00', 'admin@acme-robotics.example', 'Acme Robotics''s admin', NULL, false),
	(4, 'pbkdf2_sha256$1000000$359pW0csbsJpoNk5xHZZBK$8AxIFWxGLVceHAI8boQy/g7o5cUFJ9KofQFy3B4ZTIc=', NULL, false, false, true, '2026-11-30 15:49:07.479851+00', 'billing@acme-robotics.example', 'Acme Robotics''s billing', NULL, false),
	(5, 'pbkdf2_sha256$1000000$359pW0csbsJpoNk5xHZZBK$8AxIFWxGLVceHAI8boQy/g7o5cUFJ9KofQFy3B4ZTIc=', NULL, false, false, true, '2026-11-30 15:49:07.494195+00', 'auditor@acme-robotics.example', 'Acme Robotics''s auditor', NULL, false),
	(6, 'pbkdf2_sha256$1000000$359pW0csbsJpoNk5xHZZBK$8AxIFWxGLVceHAI8boQy/g7o5cUFJ9KofQFy3B4ZTIc=', NULL, false, false, true, '2026-11-30 15:49:07.50733+00', 'member@acme-robotics.example', 'Acme Robotics''s member', NULL, false),
	(7, 'pbkdf2_sha256$1000000$359pW0csbsJpoNk5xHZZBK$8AxIFWxGLVceHAI8boQy/g7o5cUFJ9KofQFy3B4ZTIc=', NULL, false, false, true, '2026-11-30 15:49:07.541645+00', 'owner@borealis-labs.example', 'Borealis Labs''s owner', NULL, false),
	(8, 'pbkdf2_sha256$1000000$359pW0csbsJpoNk5xHZZBK$8AxIFWxGLVceHAI8boQy/g7o5cUFJ9KofQFy3B4ZTIc=', NULL, false, false, true, '2026-11-30 15:49:07.796687+00', 'admin@borealis-labs.example', 'Borealis Labs''s admin', NULL, false),
	(9, 'pbkdf2_sha256$1000000$359pW0csbsJpoNk5xHZZBK$8AxIFWxGLVceHAI8boQy/g7o5cUFJ9KofQFy3B4ZTIc=', NULL, false, false, true, '2026-11-30 15:49:07.823647+00', 'billing@borealis-labs.example', 'Borealis Labs''s billing', NULL, false),
	(10, 'pbkdf2_sha256$1000000$359pW0csbsJpoNk5xHZZBK$8AxIFWxGLVceHAI8boQy/g7o5cUFJ9KofQFy3B4ZTIc=', NULL, false, false, true, '2026-11-30 15:49:07.85031+00', 'auditor@borealis-labs.example', 'Borealis Labs''s auditor', NULL, false),
	(11, 'pbkdf2_sha256$1000000$359pW0csbsJpoNk5xHZZBK$8AxIFWxGLVceHAI8boQy/g7o5cUFJ9KofQFy3B4ZTIc=', NULL, false, false, true, '2026-11-30 15:49:07.871753+00', 'member@borealis-labs.example', 'Borealis Labs''s member', NULL, false);

INSERT INTO public.billing_orgs_organization (id, public_id, name, slug, external_id, time_zone, requires_second_factor, created_at, closed_at) VALUES
	(1, 'o_YtxLHNbYdSO5SZjP', 'Acme Robotics', 'acme-robotics', NULL, 'UTC', false, '2026-11-30 15:49:07.221368+00', NULL),
	(2, 'o_g6aKTkZg4534Rznb', 'Borealis Labs', 'borealis-labs', NULL, 'UTC', false, '2026-11-30 15:49:07.557089+00', NULL);

INSERT INTO public.billing_account (organization_id, billing_tier, billing_mode, low_balance_threshold_usd, period_start_day, revision, fed_at, usage_through, balance_reconciled_at, entries_total_usd, usage_total_usd, revision_token, stale_after_hours) VALUES
	(2, 'team', 'prepaid', 100.0000000000, 1, 3, '2026-11-30 15:49:07.93971+00', '2026-11-30 00:00:00+00', NULL, 11750.0000000000, 36.0182400000, '18b2eb3a-589f-4a3a-8d88-aa94e099b460', NULL),
	(1, 'pro', 'prepaid', 500.0000000000, 1, 6, '2026-11-30 15:49:07.93971+00', '2026-11-30 00:00:00+00', '2026-04-06 00:00:00+00', 15001.2473600000, 40.0115800000, '9c0211db-5353-450f-9e1d-94f8b683a1e5', NULL);

INSERT INTO public.billing_api_key (id, name, digest, first_characters, last_characters, scopes, created_at, created_by_kind, expires_at, revoked_at, allowed_networks, is_platform_key, last_used_at, last_used_address, expiry_notice, form_token, created_by_id, organization_id, predecessor_id) VALUES
	('0c6289fc-4e8a-4f5c-b267-a13d1967fabe', 'Kept', '\xc34b2958ebcdb8a4b05b359f41fe92d4519bfb1ef5b75636d0afc8ee975168bd', 'bak_live_NPY', 'ZMzK', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 15:49:08.023169+00', 'system', '2027-11-30 15:49:08.023169+00', '2026-11-30 15:49:08.030881+00', '{}', false, NULL, NULL, NULL, NULL, NULL, 1, NULL),
	('a079cb87-c78b-4fd6-b490-02a97bdeb13b', 'Kept', '\xbb88ee51f6942dc506d8a0f280225de53153a0633041cbf450238d2ae8c90244', 'bak_live_AMw', 'UzME', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 15:49:08.014552+00', 'system', '2027-11-30 15:49:08.014552+00', NULL, '{}', false, '2026-11-30 15:49:08.052074+00', '127.0.0.1', NULL, NULL, NULL, 1, NULL),
	('f9232e95-4f58-4bbd-ad25-5049b92884fe', 'Kept', '\xbd1f4ffd6bbf89c267b56d56e3b4b2d4dcf95dcd6b536e772b1f857fcf7f0ed2', 'bak_live_3vo', 'aXvN', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 15:49:08.019679+00', 'system', '2027-11-30 15:49:08.019679+00', NULL, '{}', false, '2026-11-30 15:49:08.095016+00', '127.0.0.1', NULL, NULL, NULL, 2, NULL);

INSERT INTO public.billing_audit_checkpoint (log, size, note) VALUES
	('o_YtxLHNbYdSO5SZjP', 29, 'tests/o_YtxLHNbYdSO5SZjP
29
s6Qr2R66G9DYqQgntG7Q9J4gUYEUr6AeLwcF+lVMlZA=
sealed 2026-11-30T15:49:08.130726Z

— tests/o_YtxLHNbYdSO5SZjP tlAFSQrUVaWHMneaaHlPmlXLxjzdQPE1LasZreS/0RHjLTEplNx3O9JFbpLJTLyg7h3t3S3ZoQe6KEQLAXDLwsduuA4=
'),
	('o_g6aKTkZg4534Rznb', 18, 'tests/o_g6aKTkZg4534Rznb
18
O3Ol77M80TH/M4JiV0bZl8YZCAT/xjkp4xmO+N5h7WM=
sealed 2026-11-30T15:49:08.132402Z

— tests/o_g6aKTkZg4534Rznb NpjmoUpwFyyU+IzdriUB2HPQ8HkEMMBz2GF6jhk9FX3aYKcZJdz9jpzIoBuYCqK3dyeUfFX5NgnYHq5fCy53B/iLLgs=
'),
	('platform', 12, 'tests/platform
12
5kq6aRckcpl9i82dNXT8Nbe/FQOd2VDR5xgXbTz7L+E=
sealed 2026-11-30T15:49:08.138450Z

— tests/platform FBQM7ppOrutc5uVJJCCODqbBmnfba4+WFYkoeRnKOYpsb8ELa/0XEsxub3jUdi6B2YG5jao+JzEU4oKFPbc3S9tNWQY=
');

INSERT INTO public.billing_audit_event (id, organization_id, recorded_at, action, outcome, reason_code, actor_kind, actor_id, target_kind, target_id, request_id, body) VALUES
	('01a22d25-451b-77d2-934b-5c64fa45ae7e', NULL, '2026-11-30 15:49:06.971895+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"ba0714c37735541dfc8fa36f376a6e1f960fe1989d97eb82dbc470bcc21ab5bb"},"details":{},"id":"01a22d25-451b-77d2-934b-5c64fa45ae7e","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:06.971895Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22d25-4603-7c53-afe5-50efca8f1bb6', NULL, '2026-11-30 15:49:07.20403+00', 'user.changed', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.changed","actor_id":"keep_release","actor_kind":"system","changes":{"is_staff":[false,true],"is_superuser":[false,true]},"commitments":{"personal":"775c0668cfa2c20fd2796693de43ce50f222e303d8703c15ef2ed124fb29b2e9"},"details":{},"id":"01a22d25-4603-7c53-afe5-50efca8f1bb6","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.204030Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22d25-460c-7e9c-bf10-3cbd88bbd512', NULL, '2026-11-30 15:49:07.213118+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"9327d57919e3d4bb346aa925858e792f3b7b115aaa3c773d3d4e7dc8e4c89702"},"details":{},"id":"01a22d25-460c-7e9c-bf10-3cbd88bbd512","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.213118Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22d25-4616-7b83-a012-c2d8a27a2006', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.223009+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_YtxLHNbYdSO5SZjP', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"59644e9663f6f4996f61eb5502b423ba83a98f888eb7aa33f777b0cdc91ca24b","texts":"df592f73cd1572ca0d0a0c986ba8fd43a8ab0227acb368cac5b968005ed2d291"},"details":{},"id":"01a22d25-4616-7b83-a012-c2d8a27a2006","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.223009Z","request_id":"","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-461d-7389-82d5-2b7fbc59b6b1', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.229851+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"96368eadecdf676511acec8164f3b1aa3f213d0c17f9d50af227df5b451c5a14"},"details":{},"id":"01a22d25-461d-7389-82d5-2b7fbc59b6b1","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.229851Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22d25-470d-7972-b002-6e497efc010c', NULL, '2026-11-30 15:49:07.469826+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"0df29cb48b4161809e92c830a60ef37c2a57f50bafa2b8cfbf9d8331c476b789"},"details":{},"id":"01a22d25-470d-7972-b002-6e497efc010c","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.469826Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22d25-4715-7558-bbf2-4d6d17c25916', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.477544+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"7709c52237e03d3448ca053ed6ee03dfa789beccb032f473993bdbc0a3bcbb4a"},"details":{},"id":"01a22d25-4715-7558-bbf2-4d6d17c25916","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.477544Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22d25-471c-7614-8ef3-fc948c4e5e2d', NULL, '2026-11-30 15:49:07.484636+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"82916e683789c9907c083f5deeb7a83c16d0311d9d1cafd46fde50e59d056221"},"details":{},"id":"01a22d25-471c-7614-8ef3-fc948c4e5e2d","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.484636Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22d25-4723-7a57-81ee-19c52221ffc9', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.491827+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"82fe39026557146843b8e9050cda3681fdf38faeb21344b6b04c9563b82f6259"},"details":{},"id":"01a22d25-4723-7a57-81ee-19c52221ffc9","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.491827Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22d25-472a-7a33-a98f-1b2bad1692f7', NULL, '2026-11-30 15:49:07.498947+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"c9a9362909d36806b0eb4150d657389f4cd5ff4b17f9c54080807ef6a0e80cbd"},"details":{},"id":"01a22d25-472a-7a33-a98f-1b2bad1692f7","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.498947Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22d25-4731-7372-a8e8-d6031baa90f0', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.505367+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"9326a87be6139671c6c3c2d555e2a00cdcab915259b5269534af251632c9dd17"},"details":{},"id":"01a22d25-4731-7372-a8e8-d6031baa90f0","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.505367Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22d25-4737-7dcf-8a0d-8b0fb3ddfea4', NULL, '2026-11-30 15:49:07.512033+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"7ee72824a4c66beec4d759a9b1a4a63f48cc558575a0a35368d80d7241eb60eb"},"details":{},"id":"01a22d25-4737-7dcf-8a0d-8b0fb3ddfea4","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.512033Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22d25-473d-7614-95b1-3257697c226e', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.517534+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"94cda3816071be68d050628981e0fdb79ed4c48f5cf20de64f3cee060a7b45d8"},"details":{},"id":"01a22d25-473d-7614-95b1-3257697c226e","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.517534Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22d25-48b6-75c4-8f76-07e0a894eac8', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:07.894592+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"6c159b76f542ca5af967733df72080900eb9c012ef8c164afdb17959ed0eb825"},"details":{},"id":"01a22d25-48b6-75c4-8f76-07e0a894eac8","organization_id":"o_g6aKTkZg4534Rznb","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.894592Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22d25-4742-711f-9c02-c2556a744603', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.52245+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_YtxLHNbYdSO5SZjP', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"22ca31f291bb6f24a2a7b0148cb0e00c5abe4b3e0b4b7068f8752218af5bd412","personal":"6458073997ca2a88d82f6a1ce1dad90c2bbc47012337525314b4e5d5fb5001e2","texts":"c962a6f537bbeda28ecd5f3abbca33b855992ffb9230bf36ce17aed7e6fb3992"},"details":{},"id":"01a22d25-4742-711f-9c02-c2556a744603","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.522450Z","request_id":"","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-474a-778b-91cc-5a471163cc17', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.530669+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_YtxLHNbYdSO5SZjP', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"884a8301cd9b39f1296a58666fa259f9a113168d1ce1add324af03dc5419e48f","texts":"036ce2bbf54585120f7bf127e09ac5bbee5ddf4f0a069cee0a52056261c92ab9"},"details":{},"id":"01a22d25-474a-778b-91cc-5a471163cc17","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.530669Z","request_id":"","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-4753-764b-9d2c-ad87ff9103be', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.539742+00', 'billing_reads.enabled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_YtxLHNbYdSO5SZjP', '', '{"action":"billing_reads.enabled","actor_id":"keep_release","actor_kind":"system","changes":{"billing_reads":["off","on"]},"commitments":{"personal":"1fc6c087a271377044efc741c76262f9834d5f861b157d8059b4fa909025f411","texts":"e2e1ddd184ec79dcf9858d6f0f89fa9dd93c433888021767a170b060641b4cc6"},"details":{"key_count":0},"id":"01a22d25-4753-764b-9d2c-ad87ff9103be","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.539742Z","request_id":"","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-475a-738d-9b39-b25c369f40f6', NULL, '2026-11-30 15:49:07.546416+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"7d3358ade422562781e0c344193daea1dd33757febeec4db50aebccbdca4ff3c"},"details":{},"id":"01a22d25-475a-738d-9b39-b25c369f40f6","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.546416Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22d25-4765-794e-bddb-20ca3ba3ac6d', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:07.557763+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_g6aKTkZg4534Rznb', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"835dcc35637425fc670675006df37af969c80afdbf7ade9062364a220e9d614c","texts":"2cb9fa6b77996a35eff000cb70c2ecfb8bbb5fd273b99744601f6269c226ad8e"},"details":{},"id":"01a22d25-4765-794e-bddb-20ca3ba3ac6d","organization_id":"o_g6aKTkZg4534Rznb","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.557763Z","request_id":"","target_id":"o_g6aKTkZg4534Rznb","target_kind":"organization","version":2}'),
	('01a22d25-476a-7201-9aa1-a44857142e1d', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:07.562416+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"068742198aabebbd35392b09f8077752d474060877aeb535d3fc8b911fcfce7e"},"details":{},"id":"01a22d25-476a-7201-9aa1-a44857142e1d","organization_id":"o_g6aKTkZg4534Rznb","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.562416Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22d25-4861-7dd6-88ed-ed3a8b8cbcef', NULL, '2026-11-30 15:49:07.810178+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"ae5eca50e4d7aecf338d9f520d1c184aa2b2064c4d46a4885ac2320c77e7e387"},"details":{},"id":"01a22d25-4861-7dd6-88ed-ed3a8b8cbcef","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.810178Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22d25-486c-7927-a427-56e4661f1428', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:07.820796+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"c1e7e269be923e7c2af30069cabe48c1ea4867a81e4f4883d7dc51d28214814d"},"details":{},"id":"01a22d25-486c-7927-a427-56e4661f1428","organization_id":"o_g6aKTkZg4534Rznb","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.820796Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22d25-4877-7c3d-b08a-e985778d9ad0', NULL, '2026-11-30 15:49:07.831989+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"90e65f96f7e38f897d20d6686e6c50b47fb2f793564d37859e33be53eedad0c5"},"details":{},"id":"01a22d25-4877-7c3d-b08a-e985778d9ad0","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.831989Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22d25-4887-77c2-8bf6-8fd8496cf59f', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:07.847716+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"0fa6fbc98c03483bb3c76d9d051086afe6d12e46684c48bb0d4be586167b82e5"},"details":{},"id":"01a22d25-4887-77c2-8bf6-8fd8496cf59f","organization_id":"o_g6aKTkZg4534Rznb","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.847716Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22d25-4893-73c2-aa09-39a86ad2f618', NULL, '2026-11-30 15:49:07.859473+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"b247ff8c85996e8b85c8e3c9aa1cff71d614a93709e316089c7ff12847988afe"},"details":{},"id":"01a22d25-4893-73c2-aa09-39a86ad2f618","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.859473Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22d25-489a-7fbb-bf13-a62bbd994116', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:07.867188+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"24cf19d5ccb3a7ebfef58a245559d7337a3b41495dce990ea41481e93a431593"},"details":{},"id":"01a22d25-489a-7fbb-bf13-a62bbd994116","organization_id":"o_g6aKTkZg4534Rznb","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.867188Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22d25-48ab-71b5-ad97-4d2944cde42d', NULL, '2026-11-30 15:49:07.883322+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"3dea97771001ef1533bb43667b00c75f6dc45ba7570807234b60b5d98c184119"},"details":{},"id":"01a22d25-48ab-71b5-ad97-4d2944cde42d","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.883322Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22d25-48ba-7bc8-aeac-1cb554fa25bd', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:07.899033+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_g6aKTkZg4534Rznb', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"2ff5677c3f67471f3c4f136e6b93dd8282e12682457d6985a48f703b3b98a39e","personal":"c337f922be080f1bb1dc504225a225c0a8f774533fab1a38d693c0d6b1a2af75","texts":"ec2aea78ff8c38500f49454751a4bdce0ace3c46373265ba565637b51d652312"},"details":{},"id":"01a22d25-48ba-7bc8-aeac-1cb554fa25bd","organization_id":"o_g6aKTkZg4534Rznb","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.899033Z","request_id":"","target_id":"o_g6aKTkZg4534Rznb","target_kind":"organization","version":2}'),
	('01a22d25-48c2-7384-a10f-ebf6de5253a5', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:07.906417+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_g6aKTkZg4534Rznb', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"cbfdb2699e2c323213b14493d3a6cbba98d745c415c450cbcd6cf3693963ced3","texts":"b481d05824963f91349bad894a99e5ac73431572ca7eeb7325c1bf50f176d8b9"},"details":{},"id":"01a22d25-48c2-7384-a10f-ebf6de5253a5","organization_id":"o_g6aKTkZg4534Rznb","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.906417Z","request_id":"","target_id":"o_g6aKTkZg4534Rznb","target_kind":"organization","version":2}'),
	('01a22d25-48cf-79ac-8624-529f67ecdc24', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:07.919838+00', 'member.invited', 'allowed', '', 'system', 'keep_release', 'invitation', '1', '', '{"action":"member.invited","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"2a333e843c84f06df7189442d1a7ceb58b696b2a4b68dcebb986831cab81787b"},"details":{},"id":"01a22d25-48cf-79ac-8624-529f67ecdc24","organization_id":"o_g6aKTkZg4534Rznb","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.919838Z","request_id":"","target_id":"1","target_kind":"invitation","version":2}'),
	('01a22d25-48e7-7ec0-95df-b87e7e4f4516', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.94447+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_YtxLHNbYdSO5SZjP', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"2b701aeb2ecfdb7df75230f9cbbc151a97c720ed8029cef8b06759d42b156e70","personal":"cec5ffb6fb0b9cb23f6069104de0e8ea103070066cb17c6a75e024e3d69de28b"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22d25-48e7-7ec0-95df-b87e7e4f4516","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.944470Z","request_id":"","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-48e8-7002-a5f6-a982ee35f3e0', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:07.946128+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_g6aKTkZg4534Rznb', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"0cca3b4c67db7c09903347b93dce44da4d00b126ab69c51cf5a838fbd00a9f21","personal":"cdd235d05a6fb14505272968a921e690c86a9644bf67b89906f9da34204e5721"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22d25-48e8-7002-a5f6-a982ee35f3e0","organization_id":"o_g6aKTkZg4534Rznb","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.946128Z","request_id":"","target_id":"o_g6aKTkZg4534Rznb","target_kind":"organization","version":2}'),
	('01a22d25-48f8-7fac-97a6-e4cdced7977a', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.961229+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_YtxLHNbYdSO5SZjP', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"08cca57cd99476bfa990d04cff39ee0681a1ec5b67fdb9e08fe9647ff35208d3","personal":"3fc6be0074a75f910e392839588390f551c91959a221a421c0148a9f1703054c","texts":"f6300ad0673c06784557d3086b1ceb4531fab0958370c0118bbc03c36d3c4729"},"details":{"kind":"top_up"},"id":"01a22d25-48f8-7fac-97a6-e4cdced7977a","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.961229Z","request_id":"","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-4900-7729-bb55-f3519f1008ef', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.968673+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_YtxLHNbYdSO5SZjP', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"a9beb05f52cd59ba4890e053b7676dd7ef3240645f99ec7bc51e3b1347027e3f"},"details":{},"id":"01a22d25-4900-7729-bb55-f3519f1008ef","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.968673Z","request_id":"","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-4909-7a4f-8f7d-444552258c68', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:07.977955+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_g6aKTkZg4534Rznb', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"55ab06e23e1414837412a6aa6f5c3479359a31f294302597a9cc28509fe03d73","personal":"5c888a4bd9ecfb5daa50d88af25566ff82284e2bd9362a4fc227ebc8e29d1560","texts":"e2f90d15b331a33efa1805752f213ed8e2cc97b2c0100025789cf3b8890c9d0c"},"details":{"kind":"top_up"},"id":"01a22d25-4909-7a4f-8f7d-444552258c68","organization_id":"o_g6aKTkZg4534Rznb","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.977955Z","request_id":"","target_id":"o_g6aKTkZg4534Rznb","target_kind":"organization","version":2}'),
	('01a22d25-4910-70ca-838b-feabb2adfea8', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:07.98434+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_g6aKTkZg4534Rznb', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"8f1fd23af8a72def0497c733ed019028cb2330103c71acff65f88c3d153ec743"},"details":{},"id":"01a22d25-4910-70ca-838b-feabb2adfea8","organization_id":"o_g6aKTkZg4534Rznb","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.984340Z","request_id":"","target_id":"o_g6aKTkZg4534Rznb","target_kind":"organization","version":2}'),
	('01a22d25-4918-7f4f-a7ba-7c0e9fe0ef11', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.993183+00', 'run.credited', 'allowed', '', 'system', 'keep_release', 'organization', 'o_YtxLHNbYdSO5SZjP', '', '{"action":"run.credited","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"68bb116e38e140bb8454a5194d87c45680951c04090dcc8e5759779f4284076d","personal":"6fb14c1a51e61fab9915bbb4af824043b456dcaa3a9a210c00d6c70e111b9970","texts":"30f640798a9bdb5d1827980ca0e2b558e8355f0654765498dd976822f9a3ee16"},"details":{},"id":"01a22d25-4918-7f4f-a7ba-7c0e9fe0ef11","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.993183Z","request_id":"","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-491d-75ba-8a05-218ffd4ee2ba', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:07.999809+00', 'runs.voided', 'allowed', '', 'system', 'keep_release', 'organization', 'o_YtxLHNbYdSO5SZjP', '', '{"action":"runs.voided","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"d0b98924d656fac9f24db092e04c15a79b28d3af9a9e5effcaa8beb1fee6c2b9","personal":"6a1e66ac67bcedc62dacd6718982ad0fe7fbff59a02201e55ef77e1770e10842","texts":"8d610c09ec49cdcf57372c3518f5749a91c05d136edd9c64e356b517296e97a2"},"details":{"revision":5},"id":"01a22d25-491d-75ba-8a05-218ffd4ee2ba","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:07.999809Z","request_id":"","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-4925-7cf1-a6de-02ecafef0297', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.006013+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_YtxLHNbYdSO5SZjP', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"78720403c6bbdf0dd77376d66376c03a6bc5aa26a1888960103629e4d9b89b3e","personal":"ff060b9ba41d76684ce988f39fc514d4965742dc628c2167c99fe9fe14cfd883","texts":"97b38a4e08c4d80bd113149cd0d6666fae5ca674853fc3132db739cf3db7d942"},"details":{"kind":"adjustment"},"id":"01a22d25-4925-7cf1-a6de-02ecafef0297","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:08.006013Z","request_id":"","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-4927-7d72-a226-bb09ab0d6003', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.008062+00', 'balance.reconciled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_YtxLHNbYdSO5SZjP', '', '{"action":"balance.reconciled","actor_id":"keep_release","actor_kind":"system","changes":{"balance_reconciled_at":[null,"2026-04-06T00:00:00Z"]},"commitments":{"figures":"73dcabae407361ad41e6af0afcd8387dbc01e8665d00e3f9470a14a0749425fa","personal":"67902892bbe0fefea7eb4f57e5a870b667977854d429aaebea7b7dc00c793605","texts":"a87224a8436dea6a11abab4616a03f8291b3a6e85146782810299f4b4891c6c2"},"details":{},"id":"01a22d25-4927-7d72-a226-bb09ab0d6003","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:08.008062Z","request_id":"","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-4930-7d28-857b-1741aea276c5', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.017068+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', 'a079cb87-c78b-4fd6-b490-02a97bdeb13b', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T15:49:08.014552Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"4b66b2da211f7f501515f38c8674fc96e26deab129501cd9ae676887d8c7f0df"},"details":{},"id":"01a22d25-4930-7d28-857b-1741aea276c5","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:08.017068Z","request_id":"","target_id":"a079cb87-c78b-4fd6-b490-02a97bdeb13b","target_kind":"api_key","version":2}'),
	('01a22d25-4935-736b-b97c-485276994805', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:08.021468+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', 'f9232e95-4f58-4bbd-ad25-5049b92884fe', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T15:49:08.019679Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"01c6939cf4dccdb253dac4620574e7e39984d2b765cfc48c3b47d45d9a9e40ab"},"details":{},"id":"01a22d25-4935-736b-b97c-485276994805","organization_id":"o_g6aKTkZg4534Rznb","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:08.021468Z","request_id":"","target_id":"f9232e95-4f58-4bbd-ad25-5049b92884fe","target_kind":"api_key","version":2}'),
	('01a22d25-4938-79b1-b325-30b649d89e42', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.024814+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '0c6289fc-4e8a-4f5c-b267-a13d1967fabe', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T15:49:08.023169Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"2ad80fdf27656833530593fcefb9ff3472cfeff1ea59f46ae002a273aac459a3"},"details":{},"id":"01a22d25-4938-79b1-b325-30b649d89e42","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:08.024814Z","request_id":"","target_id":"0c6289fc-4e8a-4f5c-b267-a13d1967fabe","target_kind":"api_key","version":2}'),
	('01a22d25-493f-7de1-badc-a831acaf865a', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.032069+00', 'api_key.revoked', 'allowed', '', 'system', 'keep_release', 'api_key', '0c6289fc-4e8a-4f5c-b267-a13d1967fabe', '', '{"action":"api_key.revoked","actor_id":"keep_release","actor_kind":"system","changes":{"revoked":[false,true]},"commitments":{"personal":"42f400383601e45cf07087c8e33fd539cc9bcefff6e256a438da4807e00642f2","texts":"55e63f5b1e53add99c26b26563f00d05693f444a052580dd1931a1763d836322"},"details":{},"id":"01a22d25-493f-7de1-badc-a831acaf865a","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:08.032069Z","request_id":"","target_id":"0c6289fc-4e8a-4f5c-b267-a13d1967fabe","target_kind":"api_key","version":2}'),
	('01a22d25-4957-7464-862a-a1a5b552d7f5', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.055497+00', 'billing.usage.read', 'allowed', '', 'api_key', 'a079cb87-c78b-4fd6-b490-02a97bdeb13b', 'organization', 'o_YtxLHNbYdSO5SZjP', 'req_01a22d25494dff44f3efc3a4c49b9c8c', '{"action":"billing.usage.read","actor_id":"a079cb87-c78b-4fd6-b490-02a97bdeb13b","actor_kind":"api_key","changes":{},"commitments":{"personal":"736717e79fc9e6ec2db94f33b27c70591bb5edfd0d1aaae9684280e62d8cdab1"},"details":{"copied":false,"from":"2026-04-01T00:00:00Z","limit":500,"paged":false,"route":"/v1/billing/usage","rows":14,"run_type":null,"status":null,"tags":[],"to":"2026-05-01T00:00:00Z"},"id":"01a22d25-4957-7464-862a-a1a5b552d7f5","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:08.055497Z","request_id":"req_01a22d25494dff44f3efc3a4c49b9c8c","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-4962-739a-976e-02552aa3e613', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.06645+00', 'billing.usage.read', 'allowed', '', 'api_key', 'a079cb87-c78b-4fd6-b490-02a97bdeb13b', 'organization', 'o_YtxLHNbYdSO5SZjP', 'req_01a22d25495c953b560fc741f43de505', '{"action":"billing.usage.read","actor_id":"a079cb87-c78b-4fd6-b490-02a97bdeb13b","actor_kind":"api_key","changes":{},"commitments":{"personal":"607baee0d854827d42d9bfb9a38380fdf43cc3734e6bd8327b160db0eb8e0ec3","texts":"81f11bfc3d7f661906f0065b415ad4147403a7986df0d8ecc6eac4094c1cdeb7"},"details":{"bucket":"day","from":"2026-04-01T00:00:00Z","route":"/v1/billing/usage/summary","rows":14,"timezone":"UTC","to":"2026-05-01T00:00:00Z"},"id":"01a22d25-4962-739a-976e-02552aa3e613","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:08.066450Z","request_id":"req_01a22d25495c953b560fc741f43de505","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-496d-724a-9c9e-c727f5306693', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.077393+00', 'billing.usage.read', 'allowed', '', 'api_key', 'a079cb87-c78b-4fd6-b490-02a97bdeb13b', 'organization', 'o_YtxLHNbYdSO5SZjP', 'req_01a22d25496397bb628ef8377e1bb268', '{"action":"billing.usage.read","actor_id":"a079cb87-c78b-4fd6-b490-02a97bdeb13b","actor_kind":"api_key","changes":{},"commitments":{"personal":"49ea854d571515fc2f6a54592ea71d13494abd48f4ef1e931ff75ca65acf2cd9"},"details":{"bucket":"month","from":"2026-04-01T00:00:00Z","group_by":[],"route":"/v1/billing/usage/summary","rows":2,"timezone":"America/Denver","to":"2026-05-01T00:00:00Z"},"id":"01a22d25-496d-724a-9c9e-c727f5306693","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:08.077393Z","request_id":"req_01a22d25496397bb628ef8377e1bb268","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-4975-7625-9bf7-72327f6f4ef5', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.085613+00', 'billing.entries.read', 'allowed', '', 'api_key', 'a079cb87-c78b-4fd6-b490-02a97bdeb13b', 'organization', 'o_YtxLHNbYdSO5SZjP', 'req_01a22d254972132477d9de100497164a', '{"action":"billing.entries.read","actor_id":"a079cb87-c78b-4fd6-b490-02a97bdeb13b","actor_kind":"api_key","changes":{},"commitments":{"personal":"9fba36c3e6ee37348cdb5136cc8dfe0394a6cae4d1b6acd1b3ec52fcc390b06e"},"details":{"from":null,"limit":100,"paged":false,"route":"/v1/billing/entries","rows":2,"to":null},"id":"01a22d25-4975-7625-9bf7-72327f6f4ef5","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:08.085613Z","request_id":"req_01a22d254972132477d9de100497164a","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-4978-7aae-b3f2-aecf2d48bb52', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.08888+00', 'run.read', 'allowed', '', 'api_key', 'a079cb87-c78b-4fd6-b490-02a97bdeb13b', 'organization', 'o_YtxLHNbYdSO5SZjP', 'req_01a22d254976eafc4ee86ba47cb206fd', '{"action":"run.read","actor_id":"a079cb87-c78b-4fd6-b490-02a97bdeb13b","actor_kind":"api_key","changes":{},"commitments":{"personal":"7f09336a49217053645ac6dff2a9573fab8e6468d6891fdbdc4746b95f677bd4","texts":"446b13cb3156dae6775263f842debbd071521a07ccc509672c73297a52e885fe"},"details":{"route":"/v1/runs/{run_id}","rows":1},"id":"01a22d25-4978-7aae-b3f2-aecf2d48bb52","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T15:49:08.088880Z","request_id":"req_01a22d254976eafc4ee86ba47cb206fd","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-497f-751d-be50-81d85c55f0df', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:08.095628+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'f9232e95-4f58-4bbd-ad25-5049b92884fe', 'organization', 'o_g6aKTkZg4534Rznb', 'req_01a22d254979418f29051bf402e74d66', '{"action":"billing.usage.read","actor_id":"f9232e95-4f58-4bbd-ad25-5049b92884fe","actor_kind":"api_key","changes":{},"commitments":{"personal":"84e23bd9f11c32ba9ed73f5cee0d277aa67c4d99aa57a7b6b175b65d8599fb94"},"details":{"route":"/v1/billing/usage"},"id":"01a22d25-497f-751d-be50-81d85c55f0df","organization_id":"o_g6aKTkZg4534Rznb","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T15:49:08.095628Z","request_id":"req_01a22d254979418f29051bf402e74d66","target_id":"o_g6aKTkZg4534Rznb","target_kind":"organization","version":2}'),
	('01a22d25-4982-7ea5-8cd7-81ec8fc0d381', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:08.099144+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'f9232e95-4f58-4bbd-ad25-5049b92884fe', 'organization', 'o_g6aKTkZg4534Rznb', 'req_01a22d25498134356f9e3358748bc73f', '{"action":"billing.usage.read","actor_id":"f9232e95-4f58-4bbd-ad25-5049b92884fe","actor_kind":"api_key","changes":{},"commitments":{"personal":"a6bc59aec718b1bf4181218e33486f7f6f404349265bdd68394582755823049a"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22d25-4982-7ea5-8cd7-81ec8fc0d381","organization_id":"o_g6aKTkZg4534Rznb","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T15:49:08.099144Z","request_id":"req_01a22d25498134356f9e3358748bc73f","target_id":"o_g6aKTkZg4534Rznb","target_kind":"organization","version":2}'),
	('01a22d25-4985-78f9-aab3-39286abb5424', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:08.101787+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'f9232e95-4f58-4bbd-ad25-5049b92884fe', 'organization', 'o_g6aKTkZg4534Rznb', 'req_01a22d25498473582e7e500f8f8e57b8', '{"action":"billing.usage.read","actor_id":"f9232e95-4f58-4bbd-ad25-5049b92884fe","actor_kind":"api_key","changes":{},"commitments":{"personal":"56579dd8910427887d45fb06f22715e810fbf3e1e1b5e5300d2fd6065c4ae8c9"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22d25-4985-78f9-aab3-39286abb5424","organization_id":"o_g6aKTkZg4534Rznb","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T15:49:08.101787Z","request_id":"req_01a22d25498473582e7e500f8f8e57b8","target_id":"o_g6aKTkZg4534Rznb","target_kind":"organization","version":2}'),
	('01a22d25-4987-7e8c-9653-dff2a5a9b306', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:08.104109+00', 'billing.entries.read', 'denied', 'org_opt_in_required', 'api_key', 'f9232e95-4f58-4bbd-ad25-5049b92884fe', 'organization', 'o_g6aKTkZg4534Rznb', 'req_01a22d254987b1c6518a4f935a6f0837', '{"action":"billing.entries.read","actor_id":"f9232e95-4f58-4bbd-ad25-5049b92884fe","actor_kind":"api_key","changes":{},"commitments":{"personal":"683ce3f1637b546470752d156374926b7ab5343f0f5ee8ce432bfc08553bb1ec"},"details":{"route":"/v1/billing/entries"},"id":"01a22d25-4987-7e8c-9653-dff2a5a9b306","organization_id":"o_g6aKTkZg4534Rznb","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T15:49:08.104109Z","request_id":"req_01a22d254987b1c6518a4f935a6f0837","target_id":"o_g6aKTkZg4534Rznb","target_kind":"organization","version":2}'),
	('01a22d25-498a-7c9d-ac3f-918b0953f2af', 'o_g6aKTkZg4534Rznb', '2026-11-30 15:49:08.107036+00', 'run.read', 'denied', 'not_found', 'api_key', 'f9232e95-4f58-4bbd-ad25-5049b92884fe', 'organization', 'o_g6aKTkZg4534Rznb', 'req_01a22d25498982189811cba5043fd603', '{"action":"run.read","actor_id":"f9232e95-4f58-4bbd-ad25-5049b92884fe","actor_kind":"api_key","changes":{},"commitments":{"personal":"f3c424e6d2eb938ef8a37c99473b122534cd5010bb23ca914bd6467e2f062d23","texts":"f6c3eff7d2793a735d8637320c571fdb408021b20e7142b805f95ab1a6708cda"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22d25-498a-7c9d-ac3f-918b0953f2af","organization_id":"o_g6aKTkZg4534Rznb","outcome":"denied","reason_code":"not_found","recorded_at":"2026-11-30T15:49:08.107036Z","request_id":"req_01a22d25498982189811cba5043fd603","target_id":"o_g6aKTkZg4534Rznb","target_kind":"organization","version":2}'),
	('01a22d25-498e-7e08-8d3d-aca2529c8808', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.11111+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '0c6289fc-4e8a-4f5c-b267-a13d1967fabe', 'organization', 'o_YtxLHNbYdSO5SZjP', 'req_01a22d25498c52faaa3637f60acb3b63', '{"action":"billing.usage.read","actor_id":"0c6289fc-4e8a-4f5c-b267-a13d1967fabe","actor_kind":"api_key","changes":{},"commitments":{"personal":"478e0b772c7e54848e32286c4c209489a299b7ee93bcf261c0e067e0895e9fdd"},"details":{"route":"/v1/billing/usage"},"id":"01a22d25-498e-7e08-8d3d-aca2529c8808","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T15:49:08.111110Z","request_id":"req_01a22d25498c52faaa3637f60acb3b63","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-4993-7efc-a36f-5d7ce6595811', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.116154+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '0c6289fc-4e8a-4f5c-b267-a13d1967fabe', 'organization', 'o_YtxLHNbYdSO5SZjP', 'req_01a22d2549936ba8185c4c53a3cc68d4', '{"action":"billing.usage.read","actor_id":"0c6289fc-4e8a-4f5c-b267-a13d1967fabe","actor_kind":"api_key","changes":{},"commitments":{"personal":"4a8ace124bc75776b4c2676e604f2897f8fc0c3a67c824f785b642b8159efff9"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22d25-4993-7efc-a36f-5d7ce6595811","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T15:49:08.116154Z","request_id":"req_01a22d2549936ba8185c4c53a3cc68d4","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-4995-7dac-b1ac-48cc5dec10f3', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.118048+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '0c6289fc-4e8a-4f5c-b267-a13d1967fabe', 'organization', 'o_YtxLHNbYdSO5SZjP', 'req_01a22d254995631f446b9d297ef75afa', '{"action":"billing.usage.read","actor_id":"0c6289fc-4e8a-4f5c-b267-a13d1967fabe","actor_kind":"api_key","changes":{},"commitments":{"personal":"0ace514aa4d051299db040a97c1fa61cca12d0da313d9e498dd3e5d99d6d48ab"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22d25-4995-7dac-b1ac-48cc5dec10f3","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T15:49:08.118048Z","request_id":"req_01a22d254995631f446b9d297ef75afa","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-499a-76cc-8edf-38140811a4c8', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.122653+00', 'billing.entries.read', 'denied', 'key_revoked', 'api_key', '0c6289fc-4e8a-4f5c-b267-a13d1967fabe', 'organization', 'o_YtxLHNbYdSO5SZjP', 'req_01a22d2549974405567df80f62d46ca0', '{"action":"billing.entries.read","actor_id":"0c6289fc-4e8a-4f5c-b267-a13d1967fabe","actor_kind":"api_key","changes":{},"commitments":{"personal":"2415293372a27b475d800a09042218ef63573a427113fd3463fb89cd6d42f9bd"},"details":{"route":"/v1/billing/entries"},"id":"01a22d25-499a-76cc-8edf-38140811a4c8","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T15:49:08.122653Z","request_id":"req_01a22d2549974405567df80f62d46ca0","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}'),
	('01a22d25-499c-7622-ac49-11bb8e5c685e', 'o_YtxLHNbYdSO5SZjP', '2026-11-30 15:49:08.124594+00', 'run.read', 'denied', 'key_revoked', 'api_key', '0c6289fc-4e8a-4f5c-b267-a13d1967fabe', 'organization', 'o_YtxLHNbYdSO5SZjP', 'req_01a22d25499bac35538ede9e45a011ca', '{"action":"run.read","actor_id":"0c6289fc-4e8a-4f5c-b267-a13d1967fabe","actor_kind":"api_key","changes":{},"commitments":{"personal":"73f7d18f29ecb6dd586999e35c77a8ef76aecfbe10a6106bfc76fdb60d87d142","texts":"7ba4fb309cb3aba8634b815e4d26f41383e6909a49c848719918f10451da6ea6"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22d25-499c-7622-ac49-11bb8e5c685e","organization_id":"o_YtxLHNbYdSO5SZjP","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T15:49:08.124594Z","request_id":"req_01a22d25499bac35538ede9e45a011ca","target_id":"o_YtxLHNbYdSO5SZjP","target_kind":"organization","version":2}');

INSERT INTO public.billing_audit_leaf (log, place, event_id, hash) VALUES
	('o_YtxLHNbYdSO5SZjP', 0, '01a22d25-4616-7b83-a012-c2d8a27a2006', '\xe2f623707e1bdfe9740c464282a58dc5d6c9cafce180fae89b92ca590463b0e1'),
	('o_YtxLHNbYdSO5SZjP', 1, '01a22d25-461d-7389-82d5-2b7fbc59b6b1', '\x5ec880bceb39592c44dc820ce1dc10728ad08011327491bfdd94ee2fcc364efa'),
	('o_YtxLHNbYdSO5SZjP', 2, '01a22d25-4715-7558-bbf2-4d6d17c25916', '\x3dab483757ce5deb163f470238cc5b728da435723a59f61545267ddcea74fc39'),
	('o_YtxLHNbYdSO5SZjP', 3, '01a22d25-4723-7a57-81ee-19c52221ffc9', '\x6432e0052f0f03960f215e03ebb6319c10032e2ef705ebab126eeedeb7d72bee'),
	('o_YtxLHNbYdSO5SZjP', 4, '01a22d25-4731-7372-a8e8-d6031baa90f0', '\x91e0331f2892bd02a2916c6788c394071d75d6b1ddd461da15629a5d10fdf32b'),
	('o_YtxLHNbYdSO5SZjP', 5, '01a22d25-473d-7614-95b1-3257697c226e', '\x1c3342c4aa8afe6588065347ccba82a7a38a73cf747697ef2ffac11bc834894e'),
	('o_YtxLHNbYdSO5SZjP', 6, '01a22d25-4742-711f-9c02-c2556a744603', '\x050e3f84fafd653055f48b9c0ef6acd151889ab03fde572eae2b7ee644e4234e'),
	('o_YtxLHNbYdSO5SZjP', 7, '01a22d25-474a-778b-91cc-5a471163cc17', '\xf3ec23b993232f7159b7eb1c0af4aaba518eb1ef0d2c14671774ee8b5656e79f'),
	('o_YtxLHNbYdSO5SZjP', 8, '01a22d25-4753-764b-9d2c-ad87ff9103be', '\x3f83f7a83fbf1384327d0a6090a917481adb4ab22fa2e4851b724184a18c96b7'),
	('o_YtxLHNbYdSO5SZjP', 9, '01a22d25-48e7-7ec0-95df-b87e7e4f4516', '\x338479bdce3f2d493c2e7718fc187da8f101c142b0baddb69997e76e99344ced'),
	('o_YtxLHNbYdSO5SZjP', 10, '01a22d25-48f8-7fac-97a6-e4cdced7977a', '\xc6c65183e60040d7d09c613275bf6ffdfb177301916dd56f91ae3970c2998d07'),
	('o_YtxLHNbYdSO5SZjP', 11, '01a22d25-4900-7729-bb55-f3519f1008ef', '\xaaf14940fc89251ee11aa977f2aa6d5a1ffb6edf187de18e218a87e459e74ce9'),
	('o_YtxLHNbYdSO5SZjP', 12, '01a22d25-4918-7f4f-a7ba-7c0e9fe0ef11', '\xb37be06a6319d1549b63a83a6c4b1ec3accf6f06bbe643dbfb7584fd0de3f6b5'),
	('o_YtxLHNbYdSO5SZjP', 13, '01a22d25-491d-75ba-8a05-218ffd4ee2ba', '\x439d7ea5899141f3055502bda249af38e820f3e3df4e1956dcd8159f52e7d410'),
	('o_YtxLHNbYdSO5SZjP', 14, '01a22d25-4925-7cf1-a6de-02ecafef0297', '\xcfd4b972f12a145246ca4a87e769f6a5363e6ced6b6cf8d365d4c2b07e058e15'),
	('o_YtxLHNbYdSO5SZjP', 15, '01a22d25-4927-7d72-a226-bb09ab0d6003', '\x4c6dda92661a43ebe1b9be8a8e156317e14dd4414245d0c94bb05f78390872e7'),
	('o_YtxLHNbYdSO5SZjP', 16, '01a22d25-4930-7d28-857b-1741aea276c5', '\xb433e3efde74d54abb85a49fad418c5a45220196ed7474a269bde6e804c74dce'),
	('o_YtxLHNbYdSO5SZjP', 17, '01a22d25-4938-79b1-b325-30b649d89e42', '\x4f5494555595b9c853838b1574017c630b7d15d213118830dc666e59256d52bc'),
	('o_YtxLHNbYdSO5SZjP', 18, '01a22d25-493f-7de1-badc-a831acaf865a', '\x2139d15a5e1b28dcb3639bff09d1ce2f743bbc7985cd909ce26d40375af6239a'),
	('o_YtxLHNbYdSO5SZjP', 19, '01a22d25-4957-7464-862a-a1a5b552d7f5', '\x4fc97b02c7f04c88b2311582dfe610f27c64c6790089db055fddb83c10621e60'),
	('o_YtxLHNbYdSO5SZjP', 20, '01a22d25-4962-739a-976e-02552aa3e613', '\x233b85c7311655863d5f9ac3bf7c0e240fba3535075d92673327e44ad6b3b075'),
	('o_YtxLHNbYdSO5SZjP', 21, '01a22d25-496d-724a-9c9e-c727f5306693', '\x08d4a2c528b7ee503eba4bf77d65616f249605e4ecaebc873e380f06b0ce4f9d'),
	('o_YtxLHNbYdSO5SZjP', 22, '01a22d25-4975-7625-9bf7-72327f6f4ef5', '\x5f73e8d3639c13b0997c038196dd6100c6a59d3b0211c14ddd9aa55ad045682e'),
	('o_YtxLHNbYdSO5SZjP', 23, '01a22d25-4978-7aae-b3f2-aecf2d48bb52', '\xab9379028eae94d9b3080ebd985343753a58df5aee93c1ce73587888fa8b00f6'),
	('o_YtxLHNbYdSO5SZjP', 24, '01a22d25-498e-7e08-8d3d-aca2529c8808', '\xde229f2bf9098a1616151e9c83b9952904166ff89550934a754edc9eb76155ac'),
	('o_YtxLHNbYdSO5SZjP', 25, '01a22d25-4993-7efc-a36f-5d7ce6595811', '\x01addcd0f9b4d293ab05bfa67bd08f13635e000a03858544c2fa450874fc2757'),
	('o_YtxLHNbYdSO5SZjP', 26, '01a22d25-4995-7dac-b1ac-48cc5dec10f3', '\xb52a7092a69121afcd585fefa157fd58548ae0f8a30db78ceb476ca5673b0320'),
	('o_YtxLHNbYdSO5SZjP', 27, '01a22d25-499a-76cc-8edf-38140811a4c8', '\x6f8a36af39ea85a0df4ff7b98cd26c31c16ef390501556c0ed4efad68acfd486'),
	('o_YtxLHNbYdSO5SZjP', 28, '01a22d25-499c-7622-ac49-11bb8e5c685e', '\xc4680dad84629c6e513a8aba7716e39faf173e7500b51d1f335c9b25b53708a2'),
	('o_g6aKTkZg4534Rznb', 0, '01a22d25-4765-794e-bddb-20ca3ba3ac6d', '\xa16290e8a82cd0aa3e4cfd61f62128ca890dc26b396f2154805de1141ee27db6'),
	('o_g6aKTkZg4534Rznb', 1, '01a22d25-476a-7201-9aa1-a44857142e1d', '\x02da3f23ab501d28c65fcfc30c9fc054a07bb9a6408aa9efff018821d9aa75ef'),
	('o_g6aKTkZg4534Rznb', 2, '01a22d25-486c-7927-a427-56e4661f1428', '\x782e3ed8c97eb29dda227bff7e5c09cbc42b42161a6064dc3ac43b202abf6bb4'),
	('o_g6aKTkZg4534Rznb', 3, '01a22d25-4887-77c2-8bf6-8fd8496cf59f', '\x331e0be3c2c17eddcac95d4e3bcc445c49dc0f4f9e5df4d234ace9f5cab24257'),
	('o_g6aKTkZg4534Rznb', 4, '01a22d25-489a-7fbb-bf13-a62bbd994116', '\xc225e4b989fbe9c612b3ecfa830390046c3b8119207c44f6330f40875f3a8666'),
	('o_g6aKTkZg4534Rznb', 5, '01a22d25-48b6-75c4-8f76-07e0a894eac8', '\xa67eeab7bb24bcd2e7d8fb75bab1a6116e98e98467099dd8c48038bb342e7479'),
	('o_g6aKTkZg4534Rznb', 6, '01a22d25-48ba-7bc8-aeac-1cb554fa25bd', '\xcfa1b923a1508c24b0d06c17f6b826163d5bfd57ff59847e4a552d200af60653'),
	('o_g6aKTkZg4534Rznb', 7, '01a22d25-48c2-7384-a10f-ebf6de5253a5', '\xfc511405478c2a01f141a01669300fe8561d5e3662ec1fdd21620bb0451ea66d'),
	('o_g6aKTkZg4534Rznb', 8, '01a22d25-48cf-79ac-8624-529f67ecdc24', '\xf7778283a99bdf2e97f1f09cfd2578530185c7eeb0ccae3ccbfe72fbc0589233'),
	('o_g6aKTkZg4534Rznb', 9, '01a22d25-48e8-7002-a5f6-a982ee35f3e0', '\xacabb45ce4baa5de7cde4620526910ec06d119aac8d25aef1c189a119de29aaf'),
	('o_g6aKTkZg4534Rznb', 10, '01a22d25-4909-7a4f-8f7d-444552258c68', '\xf161da58b5dbe3f6dba1f08edccd5ac4a32d3c129b5f7346e0246abdea01f93d'),
	('o_g6aKTkZg4534Rznb', 11, '01a22d25-4910-70ca-838b-feabb2adfea8', '\x6cc6e2a6c899baced997a58fcda6b552d792b01b560368a9ca44bdc4d310373e'),
	('o_g6aKTkZg4534Rznb', 12, '01a22d25-4935-736b-b97c-485276994805', '\xaee8243c682de423552055f012fd23f3a8a1a42144e69feaf508177c0cb1acd1'),
	('o_g6aKTkZg4534Rznb', 13, '01a22d25-497f-751d-be50-81d85c55f0df', '\xe68d4f7d66263b2d1b207ad9c49bc3c395a2e732e8a505c08a06116a3eea7b0d'),
	('o_g6aKTkZg4534Rznb', 14, '01a22d25-4982-7ea5-8cd7-81ec8fc0d381', '\xab08f09790838e5f7b69739cd904c273578ec1e79a079a01cd64c7281ae9317f'),
	('o_g6aKTkZg4534Rznb', 15, '01a22d25-4985-78f9-aab3-39286abb5424', '\x614f928ba3b40852e0115230c0beb68741974eb5179884a8ecd857c61dfbff9f'),
	('o_g6aKTkZg4534Rznb', 16, '01a22d25-4987-7e8c-9653-dff2a5a9b306', '\x7f8f56d5515590e8b220763df6ab4ab19351d4485518e6a3cf7d5ce7c688f2a6'),
	('o_g6aKTkZg4534Rznb', 17, '01a22d25-498a-7c9d-ac3f-918b0953f2af', '\x0feb86a701b740410a54872968f4717b629ed78eb841fa0fffbab205496e3aac'),
	('platform', 0, '01a22d25-451b-77d2-934b-5c64fa45ae7e', '\xbe398a8e334b490380d676121c1e53b1906207c48fbbb89174887acbd70e0dd1'),
	('platform', 1, '01a22d25-4603-7c53-afe5-50efca8f1bb6', '\xfe44260bcf47719fe74e89291cd51bd5e375d5128b4c3ece6f923dc57a53c106'),
	('platform', 2, '01a22d25-460c-7e9c-bf10-3cbd88bbd512', '\x7ab9114b9c81804bb7dfac717620d2dcc4f6b249ed3b8207cc3160d5c6d93ff4'),
	('platform', 3, '01a22d25-470d-7972-b002-6e497efc010c', '\xf7dfb9b889f07fc28a314f1314040d86f9ab0a0ea5983d5964e62eb60c23acf1'),
	('platform', 4, '01a22d25-471c-7614-8ef3-fc948c4e5e2d', '\x2adec177a1737a6759b16995dc0f3738de3e789ccff7ecd2ebe3ca669f9e7434'),
	('platform', 5, '01a22d25-472a-7a33-a98f-1b2bad1692f7', '\x73e9cbf7c3d86086a6c8c9ffcdb043bf9f25202101aa5d4b2a182a8b4c78b1c5'),
	('platform', 6, '01a22d25-4737-7dcf-8a0d-8b0fb3ddfea4', '\x1492d33ad91aaedf3f88328c5a42f7e030d28c4ae1062f4dcc8f4f76692445d8'),
	('platform', 7, '01a22d25-475a-738d-9b39-b25c369f40f6', '\x00336f82bd3b327bd06f7245bc1c420e7bfd4d365781e8f4ccf15f3b6df1b098'),
	('platform', 8, '01a22d25-4861-7dd6-88ed-ed3a8b8cbcef', '\x9c89c51e527e865136fb0bf5394f513a03295311daf91df74b116d500676e127'),
	('platform', 9, '01a22d25-4877-7c3d-b08a-e985778d9ad0', '\x29f1814d13719315e3be1e3a0a0d27a956d5cd3e920501da0e075a7f19f46eda'),
	('platform', 10, '01a22d25-4893-73c2-aa09-39a86ad2f618', '\x09ff201c2ca3dcdb6dbda484fa09d12e923d8c3fb7f3682957224436f7058a6e'),
	('platform', 11, '01a22d25-48ab-71b5-ad97-4d2944cde42d', '\x9926f7dd2e32be0762cda7ccca4c8882e62b03f39b6ba98854dd141796e027bb');

INSERT INTO public.billing_audit_part (event_id, kind, organization_id, salt, data, erased_by) VALUES
	('01a22d25-451b-77d2-934b-5c64fa45ae7e', 'personal', NULL, '\x6b3f68f22cc6e76faf8fc932ef760b00', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22d25-4603-7c53-afe5-50efca8f1bb6', 'personal', NULL, '\x4ebca61e6fc93f4ea8d7af106abc627a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22d25-460c-7e9c-bf10-3cbd88bbd512', 'personal', NULL, '\x3005f33f5cc4ea46f2a721f590b0be2d', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22d25-4616-7b83-a012-c2d8a27a2006', 'personal', 'o_YtxLHNbYdSO5SZjP', '\xeb14a1f93bd6f4cf7bb6282c2d41bb11', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4616-7b83-a012-c2d8a27a2006', 'texts', 'o_YtxLHNbYdSO5SZjP', '\x3bfd8cbbcfe271cfbefd0b0061c1e735', '{"changes": {"name": [null, "Acme Robotics"], "slug": [null, "acme-robotics"], "external_id": [null, null]}}', NULL),
	('01a22d25-461d-7389-82d5-2b7fbc59b6b1', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x759d04d024294c15fd4d963cc0dbfbe2', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22d25-470d-7972-b002-6e497efc010c', 'personal', NULL, '\xfb9afbff13d47e3b6be3fd6e13ad9003', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22d25-4715-7558-bbf2-4d6d17c25916', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x9ec0d13b6787eda1ab9bbc79e1a8573b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22d25-471c-7614-8ef3-fc948c4e5e2d', 'personal', NULL, '\x43c75cc1dde306415466c1816a7e7ed5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22d25-4723-7a57-81ee-19c52221ffc9', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x2b45c6d90a833861ab0074947c1d8138', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22d25-472a-7a33-a98f-1b2bad1692f7', 'personal', NULL, '\x33cf910a995b176ea694421a661cb704', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22d25-4731-7372-a8e8-d6031baa90f0', 'personal', 'o_YtxLHNbYdSO5SZjP', '\xd0b38d3abf3a0102a1e5e878413f6ee8', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22d25-4737-7dcf-8a0d-8b0fb3ddfea4', 'personal', NULL, '\xa7b8ced7f0cbb74fbe7f1325e03ece2b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22d25-473d-7614-95b1-3257697c226e', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x215cd4a9d8b52ad172c6ec9538e7e218', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22d25-4742-711f-9c02-c2556a744603', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x7a7e1b7cd46335ba528eaa0b8ba53381', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4742-711f-9c02-c2556a744603', 'texts', 'o_YtxLHNbYdSO5SZjP', '\xc9342e39ed582c3fbf984c96f8665e6b', '{"changes": {"billing_tier": [null, "pro"]}}', NULL),
	('01a22d25-4742-711f-9c02-c2556a744603', 'figures', 'o_YtxLHNbYdSO5SZjP', '\xb71b692cc1ef530c6c92c5034d690e11', '{"changes": {"low_balance_threshold_usd": [null, "500.00"]}}', NULL),
	('01a22d25-474a-778b-91cc-5a471163cc17', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x4f1856ffed16a127e21038f9fb315d36', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-474a-778b-91cc-5a471163cc17', 'texts', 'o_YtxLHNbYdSO5SZjP', '\x65838a5725c2c9886b2aaae81c0b6802', '{"details": {"tag": "session"}}', NULL),
	('01a22d25-4753-764b-9d2c-ad87ff9103be', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x0d2dd3726ae412ab7b494926b37e222f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4753-764b-9d2c-ad87ff9103be', 'texts', 'o_YtxLHNbYdSO5SZjP', '\x249eb50bd9d661766a3b463722774b06', '{"details": {"reason": "Demo"}}', NULL),
	('01a22d25-475a-738d-9b39-b25c369f40f6', 'personal', NULL, '\xdb933d3bf874827e852831c82dbdea33', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22d25-4765-794e-bddb-20ca3ba3ac6d', 'personal', 'o_g6aKTkZg4534Rznb', '\x9700e132d0173b57ea39a4f0f3a66db5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d25-4765-794e-bddb-20ca3ba3ac6d', 'texts', 'o_g6aKTkZg4534Rznb', '\x34331b4019affe695cfdeb98138cede6', '{"changes": {"name": [null, "Borealis Labs"], "slug": [null, "borealis-labs"], "external_id": [null, null]}}', NULL),
	('01a22d25-476a-7201-9aa1-a44857142e1d', 'personal', 'o_g6aKTkZg4534Rznb', '\x2fdb4664e471f8968d023e94d42cfcaa', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22d25-4861-7dd6-88ed-ed3a8b8cbcef', 'personal', NULL, '\xd01cece1fb0a343abd38fe998483ca8c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22d25-486c-7927-a427-56e4661f1428', 'personal', 'o_g6aKTkZg4534Rznb', '\xe0cd84e9001428c8243a40c17b1781d3', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22d25-4877-7c3d-b08a-e985778d9ad0', 'personal', NULL, '\xfb4d3af18e68335eb80c16e943dbc429', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22d25-4887-77c2-8bf6-8fd8496cf59f', 'personal', 'o_g6aKTkZg4534Rznb', '\x776bd6aee8e466b6221d0861ff484aeb', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22d25-4893-73c2-aa09-39a86ad2f618', 'personal', NULL, '\xe2901516538545dae2e965ba7cc51137', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22d25-489a-7fbb-bf13-a62bbd994116', 'personal', 'o_g6aKTkZg4534Rznb', '\xee8fba66ef0cdbfcd5cace9cbc41d0c0', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22d25-48ab-71b5-ad97-4d2944cde42d', 'personal', NULL, '\x9839a395c3ec42237f3312d694a35540', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22d25-48b6-75c4-8f76-07e0a894eac8', 'personal', 'o_g6aKTkZg4534Rznb', '\x474ff6be47fce34865b366c133546787', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22d25-48ba-7bc8-aeac-1cb554fa25bd', 'personal', 'o_g6aKTkZg4534Rznb', '\xb8d61a9f86020b1cc97a352fe580aad2', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d25-48ba-7bc8-aeac-1cb554fa25bd', 'texts', 'o_g6aKTkZg4534Rznb', '\x52cbb6ee0247ffd3a3ac126f8b9216b9', '{"changes": {"billing_tier": [null, "team"]}}', NULL),
	('01a22d25-48ba-7bc8-aeac-1cb554fa25bd', 'figures', 'o_g6aKTkZg4534Rznb', '\x1bcbf6c5d449e864f5dadcb29203b4a0', '{"changes": {"low_balance_threshold_usd": [null, "100.00"]}}', NULL),
	('01a22d25-48c2-7384-a10f-ebf6de5253a5', 'personal', 'o_g6aKTkZg4534Rznb', '\x0f7c8afe2d5ee83a8eb72f883deb860a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d25-48c2-7384-a10f-ebf6de5253a5', 'texts', 'o_g6aKTkZg4534Rznb', '\xd6f29617e41ecd6f7f0be50fcfbda75d', '{"details": {"tag": "session"}}', NULL),
	('01a22d25-48cf-79ac-8624-529f67ecdc24', 'personal', 'o_g6aKTkZg4534Rznb', '\x6f116c0b5a92d66f33a8748503419090', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "new-auditor@borealis-labs.example"}', NULL),
	('01a22d25-48e7-7ec0-95df-b87e7e4f4516', 'personal', 'o_YtxLHNbYdSO5SZjP', '\xab3f7e737c4f48174e9807817dc6b2fb', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22d25-499a-76cc-8edf-38140811a4c8', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x05996e530bffbd85d986dbcc948957fe', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-48e7-7ec0-95df-b87e7e4f4516', 'figures', 'o_YtxLHNbYdSO5SZjP', '\x12bd2581c32ec6439146a7f5eb4bb481', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "45.02205"}}', NULL),
	('01a22d25-48e8-7002-a5f6-a982ee35f3e0', 'personal', 'o_g6aKTkZg4534Rznb', '\x627500ac4f29f36ce457d1d84d13a4c4', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22d25-48e8-7002-a5f6-a982ee35f3e0', 'figures', 'o_g6aKTkZg4534Rznb', '\x4c17eb29e536a050cc0959e86071bb59', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "36.01824"}}', NULL),
	('01a22d25-48f8-7fac-97a6-e4cdced7977a', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x127606bbb8c393b501d87e1b22b63d75', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-48f8-7fac-97a6-e4cdced7977a', 'texts', 'o_YtxLHNbYdSO5SZjP', '\x5f1874a83ec7e75111e9016414ec859c', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22d25-48f8-7fac-97a6-e4cdced7977a', 'figures', 'o_YtxLHNbYdSO5SZjP', '\xf2f8ee1f912038067bcaabbd243e01c1', '{"details": {"amount_usd": "15000.00"}}', NULL),
	('01a22d25-4900-7729-bb55-f3519f1008ef', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x081cba2b497caa8697c29556ecea4fc6', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4909-7a4f-8f7d-444552258c68', 'personal', 'o_g6aKTkZg4534Rznb', '\x10ffab390e6179d2e0ce9159fd592f5a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d25-4909-7a4f-8f7d-444552258c68', 'texts', 'o_g6aKTkZg4534Rznb', '\x4d171c26c7e4edb79851540d6e6cca3e', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22d25-4909-7a4f-8f7d-444552258c68', 'figures', 'o_g6aKTkZg4534Rznb', '\x669d16dc3287ffc3f619b9a995189572', '{"details": {"amount_usd": "11750.00"}}', NULL),
	('01a22d25-4910-70ca-838b-feabb2adfea8', 'personal', 'o_g6aKTkZg4534Rznb', '\x3c3c82e27d8c6f1d3f4a6476a267d40c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d25-4918-7f4f-a7ba-7c0e9fe0ef11', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x8df6770fa111ac4f7ba5e915da01a69a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4918-7f4f-a7ba-7c0e9fe0ef11', 'texts', 'o_YtxLHNbYdSO5SZjP', '\xcb9c643ef9d916fd331fc03c9d3df3f7', '{"details": {"run_id": "run-002", "reference": "credit-1"}}', NULL),
	('01a22d25-4918-7f4f-a7ba-7c0e9fe0ef11', 'figures', 'o_YtxLHNbYdSO5SZjP', '\x8750ed6f47550b4a25d5bc25cc882f15', '{"details": {"amount_usd": "0.01"}}', NULL),
	('01a22d25-491d-75ba-8a05-218ffd4ee2ba', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x170b17a44b05654e5ca4405177431711', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-491d-75ba-8a05-218ffd4ee2ba', 'texts', 'o_YtxLHNbYdSO5SZjP', '\xb2cccb1af5dcfa65c100a7fadceb0a6c', '{"details": {"reason": "Fed by mistake"}}', NULL),
	('01a22d25-491d-75ba-8a05-218ffd4ee2ba', 'figures', 'o_YtxLHNbYdSO5SZjP', '\x9aff1b1be89f19d3e7f814ee9c1073cd', '{"details": {"run_ids": ["run-004"], "run_count": 1, "total_cost_usd": "5.00047"}}', NULL),
	('01a22d25-4925-7cf1-a6de-02ecafef0297', 'personal', 'o_YtxLHNbYdSO5SZjP', '\xa35dd5d096f1ac9aa0888fc8fe286608', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4925-7cf1-a6de-02ecafef0297', 'texts', 'o_YtxLHNbYdSO5SZjP', '\x3f84075011a507752356f98839027042', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22d25-4925-7cf1-a6de-02ecafef0297', 'figures', 'o_YtxLHNbYdSO5SZjP', '\x5b7604317dc1d78c2e057e3bcdc8b88e', '{"details": {"amount_usd": "1.24736"}}', NULL),
	('01a22d25-4927-7d72-a226-bb09ab0d6003', 'personal', 'o_YtxLHNbYdSO5SZjP', '\xaf3beaa96db856774ac6947bc5c36020', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4927-7d72-a226-bb09ab0d6003', 'texts', 'o_YtxLHNbYdSO5SZjP', '\xb0096a14bb020b9815daf804831d023d', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22d25-4927-7d72-a226-bb09ab0d6003', 'figures', 'o_YtxLHNbYdSO5SZjP', '\xc24bc456288225b9e64958f7c7cd20f5', '{"details": {"balance_usd": "14980.25", "difference_usd": "1.24736"}}', NULL),
	('01a22d25-4930-7d28-857b-1741aea276c5', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x52bd3ffaa5f4cc7c2fffa31a4d5b138b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22d25-4935-736b-b97c-485276994805', 'personal', 'o_g6aKTkZg4534Rznb', '\x8df00da112eb7cce94cdcda67fb3d6a7', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22d25-4938-79b1-b325-30b649d89e42', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x44351d45eb43910c7949086f72aa7699', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22d25-493f-7de1-badc-a831acaf865a', 'personal', 'o_YtxLHNbYdSO5SZjP', '\xa18b6904be9095c6ae79ba12d511131f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22d25-493f-7de1-badc-a831acaf865a', 'texts', 'o_YtxLHNbYdSO5SZjP', '\xc56ee166d0af2266aaefc5b930e41b68', '{"details": {"reason": "Kept as a revoked one"}}', NULL),
	('01a22d25-4957-7464-862a-a1a5b552d7f5', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x17ed865d616baf75f986d143c0013056', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4962-739a-976e-02552aa3e613', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x180b907a0c637038821d4f9208b43759', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4962-739a-976e-02552aa3e613', 'texts', 'o_YtxLHNbYdSO5SZjP', '\x7401cdb02bd1a65ee448e9204d8b37e1', '{"details": {"group_by": ["tag:session"]}}', NULL),
	('01a22d25-496d-724a-9c9e-c727f5306693', 'personal', 'o_YtxLHNbYdSO5SZjP', '\xbe15029973ae0235e7e7c50b2a042ecf', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4975-7625-9bf7-72327f6f4ef5', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x5353bca5037b468b06ca69b6632eb54c', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4978-7aae-b3f2-aecf2d48bb52', 'personal', 'o_YtxLHNbYdSO5SZjP', '\xa8e311e853befddd8497f8ef79761950', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4978-7aae-b3f2-aecf2d48bb52', 'texts', 'o_YtxLHNbYdSO5SZjP', '\x0a06196109fab564d5a6403c3a11e217', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22d25-497f-751d-be50-81d85c55f0df', 'personal', 'o_g6aKTkZg4534Rznb', '\x5cd6c931616cc66bca97e2b8769ad2b3', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d25-4982-7ea5-8cd7-81ec8fc0d381', 'personal', 'o_g6aKTkZg4534Rznb', '\x45d9307839a29b4be4ef6d9193288387', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d25-4985-78f9-aab3-39286abb5424', 'personal', 'o_g6aKTkZg4534Rznb', '\xeb5db4e168d6295f38af15ac70f7be9a', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d25-4987-7e8c-9653-dff2a5a9b306', 'personal', 'o_g6aKTkZg4534Rznb', '\x697e22e89c1c69fec4b3fcc20ebf192f', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d25-498a-7c9d-ac3f-918b0953f2af', 'personal', 'o_g6aKTkZg4534Rznb', '\x54d8a874cabe00f38ce2d268c0183328', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22d25-498a-7c9d-ac3f-918b0953f2af', 'texts', 'o_g6aKTkZg4534Rznb', '\x70df5d262fefe42627229c4a28b61038', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22d25-498e-7e08-8d3d-aca2529c8808', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x6445574852f8445fc1be0fa38ee7dc21', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4993-7efc-a36f-5d7ce6595811', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x69a167a16d1ff111fae2eac5058f04c9', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-4995-7dac-b1ac-48cc5dec10f3', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x4380ba1bf2fe3fd95db3c3f8ce4a688c', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-499c-7622-ac49-11bb8e5c685e', 'personal', 'o_YtxLHNbYdSO5SZjP', '\x5d8d5ce2a2ce08c06b9294bf5674aa5f', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22d25-499c-7622-ac49-11bb8e5c685e', 'texts', 'o_YtxLHNbYdSO5SZjP', '\x4b58fee34ebc4728f54ba70d3a13c364', '{"details": {"run_id": "run-002"}}', NULL);

INSERT INTO public.billing_audit_repeat (fingerprint, minute, organization_id, first_event_id, count) VALUES
	('\x94a3eaeb20bef64cb649b359d7a59a466be021267369fcce96758a9ec90e90a8', '2026-11-30 15:49:00+00', 'o_g6aKTkZg4534Rznb', '01a22d25-497f-751d-be50-81d85c55f0df', 1),
	('\x2cf955e8f1a47cc498231a5a79bb140dc86e0fab689afc605d54af368c242438', '2026-11-30 15:49:00+00', 'o_g6aKTkZg4534Rznb', '01a22d25-4982-7ea5-8cd7-81ec8fc0d381', 2),
	('\xb6e02bd54d533734b6f56256943069802c6daefbf7f27463a34572e2360a1a7f', '2026-11-30 15:49:00+00', 'o_g6aKTkZg4534Rznb', '01a22d25-4987-7e8c-9653-dff2a5a9b306', 1),
	('\x5477db0b8e99bb963279a9b125fc5e3205d13a3df1baeecaad8205d004425355', '2026-11-30 15:49:00+00', 'o_g6aKTkZg4534Rznb', '01a22d25-498a-7c9d-ac3f-918b0953f2af', 1),
	('\x086ca1e0ae510f5fe3400a523a9ec44f65a3a08f9d9335ea38bbfc9fb943d393', '2026-11-30 15:49:00+00', 'o_YtxLHNbYdSO5SZjP', '01a22d25-498e-7e08-8d3d-aca2529c8808', 1),
	('\x90588d0593b2165134ec550e2f0b5401fc8ece9c48cb3a8344fbc4aa589fb74e', '2026-11-30 15:49:00+00', 'o_YtxLHNbYdSO5SZjP', '01a22d25-4993-7efc-a36f-5d7ce6595811', 2),
	('\x617959af756f286579f600e75e5c4bf1d97a0a8e9f897dcf08e3dd5df820a9d8', '2026-11-30 15:49:00+00', 'o_YtxLHNbYdSO5SZjP', '01a22d25-499a-76cc-8edf-38140811a4c8', 1),
	('\x7d6a75c991c512bb68640de9030671110b635d08ab20bb45ebfa0d4f56679967', '2026-11-30 15:49:00+00', 'o_YtxLHNbYdSO5SZjP', '01a22d25-499c-7622-ac49-11bb8e5c685e', 1);

INSERT INTO public.billing_audit_tree (log, size, edge) VALUES
	('o_YtxLHNbYdSO5SZjP', 29, '\xdb9b34ace8dce789c133c75ddea60d406c2a0bcc4e1534fcb760ca0ee1c1f8247dcb6713e4a17a5b157550b38b6083bf51b2dcee7b59f53a768dca686ab96a9c7783c2bca397d479328ed080a4f8cbdef43602d4caa174c9cce7577b1845286ec4680dad84629c6e513a8aba7716e39faf173e7500b51d1f335c9b25b53708a2'),
	('o_g6aKTkZg4534Rznb', 18, '\x4ca1ae1b4ab0cfb245026c5d5664bf3e8484f738a65d04efb04a9b0403740ea35bebdb48e814b8f3964672aa4f03f99606e31a6e78535a85e4aeacf9d0bbb132'),
	('platform', 12, '\x4d80b0701449f66de8179d1b964467d8302927b49c3d1b00b9ed2326745152bf601907211ba66068bab0a7431a7abdd312b3708377c03169684ad06560262e4e');

INSERT INTO public.billing_balance_entry (id, kind, amount_usd, reference, occurred_at, note, revision, created_at, organization_id) VALUES
	(1, 'top_up', 15000.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 15:49:07.960575+00', 1),
	(2, 'top_up', 11750.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 15:49:07.977439+00', 2),
	(3, 'adjustment', 1.2473600000, 'biller-1', '2026-04-06 00:00:00+00', '', 6, '2026-11-30 15:49:08.005616+00', 1);

INSERT INTO public.billing_batch (id, started_at, finished_at, started_by, file, options, read, inserted, updated, unchanged, repeated, stale, refused, corrected, rounded, unpriced, total_cost_usd, llm_tokens_in, llm_tokens_out, usage_moved_usd, offset_usd, llm_tokens_cached) VALUES
	(1, '2026-11-30 15:49:07.921302+00', '2026-11-30 15:49:07.950753+00', 'system keep_release', '', '{}', 30, 30, 0, 0, 0, 0, 0, 0, 0, 3, 81.0402900000, 30435, 6435, 81.0402900000, 0.0000000000, 435);

INSERT INTO public.billing_orgs_invitation (id, email, role, token_digest, sending, sent_at, expires_at, accepted_at, revoked_at, invited_by_id, organization_id) VALUES
	(1, 'new-auditor@borealis-labs.example', 'auditor', NULL, 1, '2026-11-30 15:49:07.915239+00', '2026-12-07 15:49:07.915239+00', NULL, NULL, NULL, 2);

INSERT INTO public.billing_orgs_invitationsending (id, sent_at, invitation_id, sent_by_id) VALUES
	(1, '2026-11-30 15:49:07.916265+00', 1, NULL);

INSERT INTO public.billing_orgs_membership (id, role, created_at, user_id, organization_id, hold_confirmed_until) VALUES
	(1, 'owner', '2026-11-30 15:49:07.224531+00', 2, 1, NULL),
	(2, 'admin', '2026-11-30 15:49:07.474067+00', 3, 1, NULL),
	(3, 'billing', '2026-11-30 15:49:07.488355+00', 4, 1, NULL),
	(4, 'auditor', '2026-11-30 15:49:07.502679+00', 5, 1, NULL),
	(5, 'member', '2026-11-30 15:49:07.515784+00', 6, 1, NULL),
	(6, 'owner', '2026-11-30 15:49:07.559014+00', 7, 2, NULL),
	(7, 'admin', '2026-11-30 15:49:07.815337+00', 8, 2, NULL),
	(8, 'billing', '2026-11-30 15:49:07.843356+00', 9, 2, NULL),
	(9, 'auditor', '2026-11-30 15:49:07.864128+00', 10, 2, NULL),
	(10, 'member', '2026-11-30 15:49:07.890579+00', 11, 2, NULL);

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
	(1, true, NULL, 1, 'Demo', '2026-11-30 15:49:07.534487+00', 'system', NULL);

INSERT INTO public.billing_reconciliation (id, reference, balance_usd, observed_at, difference_usd, revision, created_at, organization_id) VALUES
	(1, 'biller-1', 14980.2500000000, '2026-04-06 00:00:00+00', 1.2473600000, 6, '2026-11-30 15:49:08.007501+00', 1);

INSERT INTO public.billing_registered_tag (id, key, registered_at, filled_through, ready_at, organization_id) VALUES
	(1, 'session', '2026-11-30 15:49:07.529389+00', NULL, '2026-11-30 15:49:07.528938+00', 1),
	(2, 'session', '2026-11-30 15:49:07.905591+00', NULL, '2026-11-30 15:49:07.905054+00', 2);

INSERT INTO public.billing_revision (revision, token, organization_id) VALUES
	(1, '0520db4d-f8d0-4869-a48a-fa4557982d36', 1),
	(1, '27659a45-47a9-4235-a5e6-a6191505e17d', 2),
	(2, 'fc5dfc38-2ff5-4b7f-8acf-0a38bb16ae20', 1),
	(2, '2dbb2647-433a-482d-aaef-c7b11ceed61a', 2),
	(3, 'b4ff7008-4898-4cf1-8614-dec5bbe6a27e', 1),
	(3, '18b2eb3a-589f-4a3a-8d88-aa94e099b460', 2),
	(4, '62a05068-693f-4eab-a4a3-792a4f05f6dd', 1),
	(5, '17d328bc-e419-4153-b768-761ae33dee7f', 1),
	(6, '9c0211db-5353-450f-9e1d-94f8b683a1e5', 1);

INSERT INTO public.billing_run (id, run_id, run_type, status, created_at, modified_at, queued_at, started_at, finished_at, total_cost_usd, unit_price_usd, cost_status, cost_updated_at, llm_tokens_in, llm_tokens_out, tags, first_revision, revision, organization_id, batch_id, llm_tokens_cached, credited_usd, cached_unit_price_usd, cached_units, units) VALUES
	(1, 'run-000', 'workflow_run', 'completed', '2026-04-01 00:00:00+00', NULL, NULL, '2026-04-01 00:00:00+00', '2026-04-01 00:03:00+00', 1.0000700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1000, 200, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 0, 0.0000000000, NULL, NULL, NULL),
	(4, 'run-006', 'workflow_run', 'completed', '2026-04-02 18:06:00+00', NULL, NULL, '2026-04-02 18:06:00+00', '2026-04-02 18:09:00+00', 2.0006700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1006, 206, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 6, 0.0000000000, NULL, NULL, NULL),
	(5, 'run-008', 'workflow_run', 'completed', '2026-04-03 08:08:00+00', NULL, NULL, '2026-04-03 08:08:00+00', '2026-04-03 08:11:00+00', 4.0008700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1008, 208, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 8, 0.0000000000, NULL, NULL, NULL),
	(6, 'run-010', 'workflow_run', 'completed', '2026-04-03 22:10:00+00', NULL, NULL, '2026-04-03 22:10:00+00', '2026-04-03 22:13:00+00', 1.0010700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1010, 210, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 10, 0.0000000000, NULL, NULL, NULL),
	(7, 'run-012', 'workflow_run', 'completed', '2026-04-04 12:12:00+00', NULL, NULL, '2026-04-04 12:12:00+00', '2026-04-04 12:15:00+00', 3.0012700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1012, 212, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 12, 0.0000000000, NULL, NULL, NULL),
	(8, 'run-014', 'workflow_run', 'completed', '2026-04-05 02:14:00+00', NULL, NULL, '2026-04-05 02:14:00+00', '2026-04-05 02:17:00+00', 5.0014700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1014, 214, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 14, 0.0000000000, NULL, NULL, NULL),
	(9, 'run-016', 'workflow_run', 'completed', '2026-04-05 16:16:00+00', NULL, NULL, '2026-04-05 16:16:00+00', '2026-04-05 16:19:00+00', 2.0016700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1016, 216, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 16, 0.0000000000, NULL, NULL, NULL),
	(10, 'run-018', 'workflow_run', 'completed', '2026-04-06 06:18:00+00', NULL, NULL, '2026-04-06 06:18:00+00', '2026-04-06 06:21:00+00', 4.0018700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1018, 218, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 18, 0.0000000000, NULL, NULL, NULL),
	(11, 'run-020', 'workflow_run', 'completed', '2026-04-06 20:20:00+00', NULL, NULL, '2026-04-06 20:20:00+00', '2026-04-06 20:23:00+00', 1.0020700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1020, 220, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 20, 0.0000000000, NULL, NULL, NULL),
	(12, 'run-022', 'workflow_run', 'completed', '2026-04-07 10:22:00+00', NULL, NULL, '2026-04-07 10:22:00+00', '2026-04-07 10:25:00+00', 3.0022700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1022, 222, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 22, 0.0000000000, NULL, NULL, NULL),
	(13, 'run-024', 'workflow_run', 'completed', '2026-04-08 00:24:00+00', NULL, NULL, '2026-04-08 00:24:00+00', '2026-04-08 00:27:00+00', 5.0024700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1024, 224, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 24, 0.0000000000, NULL, NULL, NULL),
	(14, 'run-026', 'workflow_run', 'completed', '2026-04-08 14:26:00+00', NULL, NULL, '2026-04-08 14:26:00+00', '2026-04-08 14:29:00+00', 2.0026700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1026, 226, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 26, 0.0000000000, NULL, NULL, NULL),
	(15, 'run-028', 'workflow_run', 'completed', '2026-04-09 04:28:00+00', NULL, NULL, '2026-04-09 04:28:00+00', '2026-04-09 04:31:00+00', 4.0028700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1028, 228, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 28, 0.0000000000, NULL, NULL, NULL),
	(16, 'run-001', 'workflow_run', 'completed', '2026-04-01 07:01:00+00', NULL, NULL, '2026-04-01 07:01:00+00', '2026-04-01 07:04:00+00', 2.0001700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1001, 201, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 1, 0.0000000000, NULL, NULL, NULL),
	(17, 'run-003', 'workflow_run', 'completed', '2026-04-01 21:03:00+00', NULL, NULL, '2026-04-01 21:03:00+00', '2026-04-01 21:06:00+00', 4.0003700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1003, 203, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 3, 0.0000000000, NULL, NULL, NULL),
	(18, 'run-005', 'workflow_run', 'completed', '2026-04-02 11:05:00+00', NULL, NULL, '2026-04-02 11:05:00+00', '2026-04-02 11:08:00+00', 1.0005700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1005, 205, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 5, 0.0000000000, NULL, NULL, NULL),
	(19, 'run-007', 'workflow_run', 'completed', '2026-04-03 01:07:00+00', NULL, NULL, '2026-04-03 01:07:00+00', '2026-04-03 01:10:00+00', NULL, NULL, 'unpriced', '2026-11-30 15:49:07.93971+00', 1007, 207, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 7, 0.0000000000, NULL, NULL, NULL),
	(20, 'run-009', 'workflow_run', 'running', '2026-04-03 15:09:00+00', NULL, NULL, '2026-04-03 15:09:00+00', NULL, 5.0009700000, NULL, 'accruing', '2026-11-30 15:49:07.93971+00', 1009, 209, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 9, 0.0000000000, NULL, NULL, NULL),
	(21, 'run-011', 'workflow_run', 'completed', '2026-04-04 05:11:00+00', NULL, NULL, '2026-04-04 05:11:00+00', '2026-04-04 05:14:00+00', 2.0011700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1011, 211, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 11, 0.0000000000, NULL, NULL, NULL),
	(22, 'run-013', 'workflow_run', 'completed', '2026-04-04 19:13:00+00', NULL, NULL, '2026-04-04 19:13:00+00', '2026-04-04 19:16:00+00', 4.0013700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1013, 213, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 13, 0.0000000000, NULL, NULL, NULL),
	(23, 'run-015', 'workflow_run', 'completed', '2026-04-05 09:15:00+00', NULL, NULL, '2026-04-05 09:15:00+00', '2026-04-05 09:18:00+00', 1.0015700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1015, 215, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 15, 0.0000000000, NULL, NULL, NULL),
	(24, 'run-017', 'workflow_run', 'completed', '2026-04-05 23:17:00+00', NULL, NULL, '2026-04-05 23:17:00+00', '2026-04-05 23:20:00+00', NULL, NULL, 'unpriced', '2026-11-30 15:49:07.93971+00', 1017, 217, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 17, 0.0000000000, NULL, NULL, NULL),
	(25, 'run-019', 'workflow_run', 'running', '2026-04-06 13:19:00+00', NULL, NULL, '2026-04-06 13:19:00+00', NULL, 5.0019700000, NULL, 'accruing', '2026-11-30 15:49:07.93971+00', 1019, 219, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 19, 0.0000000000, NULL, NULL, NULL),
	(26, 'run-021', 'workflow_run', 'completed', '2026-04-07 03:21:00+00', NULL, NULL, '2026-04-07 03:21:00+00', '2026-04-07 03:24:00+00', 2.0021700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1021, 221, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 21, 0.0000000000, NULL, NULL, NULL),
	(27, 'run-023', 'workflow_run', 'completed', '2026-04-07 17:23:00+00', NULL, NULL, '2026-04-07 17:23:00+00', '2026-04-07 17:26:00+00', 4.0023700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1023, 223, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 23, 0.0000000000, NULL, NULL, NULL),
	(28, 'run-025', 'workflow_run', 'completed', '2026-04-08 07:25:00+00', NULL, NULL, '2026-04-08 07:25:00+00', '2026-04-08 07:28:00+00', 1.0025700000, NULL, 'final', '2026-11-30 15:49:07.93971+00', 1025, 225, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 25, 0.0000000000, NULL, NULL, NULL),
	(29, 'run-027', 'workflow_run', 'completed', '2026-04-08 21:27:00+00', NULL, NULL, '2026-04-08 21:27:00+00', '2026-04-08 21:30:00+00', NULL, NULL, 'unpriced', '2026-11-30 15:49:07.93971+00', 1027, 227, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 27, 0.0000000000, NULL, NULL, NULL),
	(30, 'run-029', 'workflow_run', 'running', '2026-04-09 11:29:00+00', NULL, NULL, '2026-04-09 11:29:00+00', NULL, 5.0029700000, NULL, 'accruing', '2026-11-30 15:49:07.93971+00', 1029, 229, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 29, 0.0000000000, NULL, NULL, NULL),
	(2, 'run-002', 'workflow_run', 'completed', '2026-04-01 14:02:00+00', NULL, NULL, '2026-04-01 14:02:00+00', '2026-04-01 14:05:00+00', 3.0002700000, NULL, 'final', '2026-11-30 15:49:07.990331+00', 1002, 202, '{"county": "Añasco", "session": "s2"}', 2, 4, 1, 1, 2, 0.0100000000, NULL, NULL, NULL);

INSERT INTO public.billing_run_credit (id, run_id, amount_usd, reference, occurred_at, revision, void_revision, created_at, organization_id) VALUES
	(1, 'run-002', 0.0100000000, 'credit-1', '2026-04-01 12:00:00+00', 4, NULL, '2026-11-30 15:49:07.992577+00', 1);

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
	(1, 'workflow_run', 'completed', '2026-04-02 04:04:00+00', NULL, NULL, '2026-04-02 04:04:00+00', '2026-04-02 04:07:00+00', 5.0004700000, NULL, 'final', 1004, 204, '{"county": "Añasco", "session": "s0"}', 'run-004', '2026-11-30 15:49:07.93971+00', 2, 2, 5, '2026-11-30 15:49:07.996498+00', 1, 1, 4, 0.0000000000, NULL, NULL, NULL);

INSERT INTO public.procrastinate_jobs (id, queue_name, task_name, lock, args, status, scheduled_at, attempts, queueing_lock, priority, abort_requested, worker_id) VALUES
	(1, 'email', 'orgs.send_invitation', NULL, '{"message": "149769f6-a075-4a1b-a080-7a822d39b6b7", "sending": 1, "invitation_id": 1}', 'todo', NULL, 0, NULL, 0, false, NULL);

INSERT INTO public.procrastinate_events (id, job_id, type, at) VALUES
	(1, 1, 'deferred', '2026-11-30 15:49:07.911414+00');

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

