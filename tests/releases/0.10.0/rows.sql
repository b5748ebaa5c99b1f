INSERT INTO public.billing_accounts_user (id, password, last_login, is_superuser, is_staff, is_active, date_joined, email, name, held_until, password_is_preset) VALUES
	(1, 'pbkdf2_sha256$1000000$bjtXyKhlDY3H7iYYHomNcL$cnAyDfER9dGvMGtpawxIOPrFYc75oGzwkiML/W92pnc=', NULL, true, true, true, '2026-11-30 23:11:39.408417+00', 'staff@platform.example', 'Platform staff', NULL, false),
	(2, 'pbkdf2_sha256$1000000$bjtXyKhlDY3H7iYYHomNcL$cnAyDfER9dGvMGtpawxIOPrFYc75oGzwkiML/W92pnc=', NULL, false, false, true, '2026-11-30 23:11:39.752883+00', 'owner@acme-robotics.example', 'Acme Robotics''s owner', NULL, false),
	(3, 'pbkdf2_sha256$1000000$bjtXyKhlDY3H7iYYHomNcL$cnAyDfER9dGvMGtpawxIOPrFYc75oGzwkiML/W92pnc=', NULL, false, false, true, '2026-11-30 23:11:39.992483+00', 'admin@acme-robotics.example', 'Acme Robotics''s admin', NULL, false),
	(4, 'pbkdf2_sha256$1000000$bjtXyKhlDY3H7iYYHomNcL$cnAyDfER9dGvMGtpawxIOPrFYc75oGzwkiML/W92pnc=', NULL, false, false, true, '2026-11-30 23:11:40.008034+00', 'billing@acme-robotics.example', 'Acme Robotics''s billing', NULL, false),
	(5, 'pbkdf2_sha256$1000000$bjtXyKhlDY3H7iYYHomNcL$cnAyDfER9dGvMGtpawxIOPrFYc75oGzwkiML/W92pnc=', NULL, false, false, true, '2026-11-30 23:11:40.021663+00', 'auditor@acme-robotics.example', 'Acme Robotics''s auditor', NULL, false),
	(6, 'pbkdf2_sha256$1000000$bjtXyKhlDY3H7iYYHomNcL$cnAyDfER9dGvMGtpawxIOPrFYc75oGzwkiML/W92pnc=', NULL, false, false, true, '2026-11-30 23:11:40.034332+00', 'member@acme-robotics.example', 'Acme Robotics''s member', NULL, false),
	(7, 'pbkdf2_sha256$1000000$bjtXyKhlDY3H7iYYHomNcL$cnAyDfER9dGvMGtpawxIOPrFYc75oGzwkiML/W92pnc=', NULL, false, false, true, '2026-11-30 23:11:40.071499+00', 'owner@borealis-labs.example', 'Borealis Labs''s owner', NULL, false),
	(8, 'pbkdf2_sha256$1000000$bjtXyKhlDY3H7iYYHomNcL$cnAyDfER9dGvMGtpawxIOPrFYc75oGzwkiML/W92pnc=', NULL, false, false, true, '2026-11-30 23:11:40.308417+00', 'admin@borealis-labs.example', 'Borealis Labs''s admin', NULL, false),
	(9, 'pbkdf2_sha256$1000000$bjtXyKhlDY3H7iYYHomNcL$cnAyDfER9dGvMGtpawxIOPrFYc75oGzwkiML/W92pnc=', NULL, false, false, true, '2026-11-30 23:11:40.323761+00', 'billing@borealis-labs.example', 'Borealis Labs''s billing', NULL, false),
	(10, 'pbkdf2_sha256$1000000$bjtXyKhlDY3H7iYYHomNcL$cnAyDfER9dGvMGtpawxIOPrFYc75oGzwkiML/W92pnc=', NULL, false, false, true, '2026-11-30 23:11:40.337925+00', 'auditor@borealis-labs.example', 'Borealis Labs''s auditor', NULL, false),
	(11, 'pbkdf2_sha256$1000000$bjtXyKhlDY3H7iYYHomNcL$cnAyDfER9dGvMGtpawxIOPrFYc75oGzwkiML/W92pnc=', NULL, false, false, true, '2026-11-30 23:11:40.350019+00', 'member@borealis-labs.example', 'Borealis Labs''s member', NULL, false);

INSERT INTO public.billing_orgs_organization (id, public_id, name, slug, external_id, time_zone, requires_second_factor, created_at, closed_at) VALUES
	(1, 'o_Kts6ttHhzVkaLea8', 'Acme Robotics', 'acme-robotics', NULL, 'UTC', false, '2026-11-30 23:11:39.765565+00', NULL),
	(2, 'o_wlh9XCOnauunjCVf', 'Borealis Labs', 'borealis-labs', NULL, 'UTC', false, '2026-11-30 23:11:40.080693+00', NULL);

INSERT INTO public.billing_account (organization_id, billing_tier, billing_mode, low_balance_threshold_usd, period_start_day, revision, fed_at, usage_through, balance_reconciled_at, entries_total_usd, usage_total_usd, revision_token, stale_after_hours) VALUES
	(2, 'team', 'prepaid', 100.0000000000, 1, 3, '2026-11-30 23:11:40.385627+00', '2026-11-30 00:00:00+00', NULL, 11750.0000000000, 36.0182400000, 'c83ba53c-5e02-48de-a10e-d8426ae1ce2f', NULL),
	(1, 'pro', 'prepaid', 500.0000000000, 1, 6, '2026-11-30 23:11:40.385627+00', '2026-11-30 00:00:00+00', '2026-04-06 00:00:00+00', 15001.2473600000, 40.0115800000, '882c7076-a213-4ac2-b805-28c8c7d504cf', NULL);

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
	('7a74b040-267d-4e55-b5f7-ae32bdafb3fa', 'low_balance', NULL, NULL, NULL, '', NULL, '2026-11-30 23:11:40.049126+00', '2026-11-30 23:11:40.049126+00', 'unknown', '2026-11-30 23:11:40.049126+00', NULL, NULL, NULL, '2026-11-30 23:11:40.049126+00', 1),
	('94c38b0e-6414-4b76-bba0-984cb261d8f2', 'low_balance', NULL, NULL, NULL, '', NULL, '2026-11-30 23:11:40.362587+00', '2026-11-30 23:11:40.362587+00', 'unknown', '2026-11-30 23:11:40.362587+00', NULL, NULL, NULL, '2026-11-30 23:11:40.362587+00', 2);

INSERT INTO public.billing_api_key (id, name, digest, first_characters, last_characters, scopes, created_at, created_by_kind, expires_at, revoked_at, allowed_networks, is_platform_key, last_used_at, last_used_address, expiry_notice, form_token, created_by_id, organization_id, predecessor_id) VALUES
	('0bfbb84e-691c-4588-9b26-d747f19060e7', 'Kept', '\x418bc1cac4b13af77f1256743528a379be6239b8d6c405a05c6456e7423e8158', 'bak_live_hJa', 'RuEc', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 23:11:40.437786+00', 'system', '2027-11-30 23:11:40.437786+00', '2026-11-30 23:11:40.442282+00', '{}', false, NULL, NULL, NULL, NULL, NULL, 1, NULL),
	('7b7c125d-13aa-47b9-80b7-f7d87364b1fd', 'Kept', '\xc21c1c2a6b780c861b1a78ddfd16f43b7410328d1a5f653d10d9f11d9ea06a51', 'bak_live_3oh', 'SLvY', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 23:11:40.431126+00', 'system', '2027-11-30 23:11:40.431126+00', NULL, '{}', false, '2026-11-30 23:11:40.559141+00', '127.0.0.1', NULL, NULL, NULL, 1, NULL),
	('eeb22cd1-5239-4a7e-958f-c329fa47085d', 'Kept', '\x54d7d2a5eca9cbc329e2f75f10d3d82609a5cd8b6ff69d734942c8a268c8329b', 'bak_live_RCg', 'Ebot', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 23:11:40.434894+00', 'system', '2027-11-30 23:11:40.434894+00', NULL, '{}', false, '2026-11-30 23:11:40.687542+00', '127.0.0.1', NULL, NULL, NULL, 2, NULL);

INSERT INTO public.billing_audit_checkpoint (log, size, note) VALUES
	('o_Kts6ttHhzVkaLea8', 29, 'tests/o_Kts6ttHhzVkaLea8
29
DwHpT02yy3koPzSQ1xPvixRxN/4MlsSWuU2tUxQDZcE=
sealed 2026-11-30T23:11:40.967596Z

— tests/o_Kts6ttHhzVkaLea8 Y9wGxIv+jsTX7q4SGvWonXt/fX/4sEOuiURMV21B4J1tSe2gYLM7gtlTRas0amBfWtrtY0ZdddHG/tZKm4ccKuYq4gs=
'),
	('o_wlh9XCOnauunjCVf', 18, 'tests/o_wlh9XCOnauunjCVf
18
7YTu+f7wz4TjSeN0RSce/T8plUzOLMmpV0cYijeh2Wc=
sealed 2026-11-30T23:11:40.968895Z

— tests/o_wlh9XCOnauunjCVf AGqpsn5Bny//odJ9L+yUWW3BA8El79PUBEXz8YNmAP1sA6OE9J0ekdbRTFTF6rETxL+ftVOwMkMMHpFnPXLKw237LA8=
'),
	('platform', 12, 'tests/platform
12
EXZt3yjrPwieDh04BnZ0DM4g+97KhRWtWrs++GuhX7s=
sealed 2026-11-30T23:11:40.969538Z

— tests/platform kHCQdXxwEQdmEmmUw7RzMOZyIgsBtUj6G/kmjhW9KNbKmCivHiqqQqP3U+ukpq9WVG+TN7ABC6q6WO2x316uU1NAOws=
');

INSERT INTO public.billing_audit_event (id, organization_id, recorded_at, action, outcome, reason_code, actor_kind, actor_id, target_kind, target_id, request_id, body) VALUES
	('01a22eba-6e06-71de-b7c0-21444849a6ce', NULL, '2026-11-30 23:11:39.526512+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"258ff10908ddb367170aa8aeef33e68ee60d5408360000420f485dfc5d557215"},"details":{},"id":"01a22eba-6e06-71de-b7c0-21444849a6ce","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:39.526512Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22eba-6ee6-705f-910b-8cf43c97e4fa', NULL, '2026-11-30 23:11:39.750321+00', 'user.changed', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.changed","actor_id":"keep_release","actor_kind":"system","changes":{"is_staff":[false,true],"is_superuser":[false,true]},"commitments":{"personal":"201c13487bda826422496562721b46074247c648909a82f7523dc58eb5d2bcdd"},"details":{},"id":"01a22eba-6ee6-705f-910b-8cf43c97e4fa","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:39.750321Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22eba-6eee-707d-8bad-4ae0217766f1', NULL, '2026-11-30 23:11:39.758239+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"47c2806a8bf26491b492a528bb69b537fbade4e39500bdcecef16d7a13ec1af2"},"details":{},"id":"01a22eba-6eee-707d-8bad-4ae0217766f1","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:39.758239Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22eba-6ef6-7806-bee6-a6263eee0c17', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:39.766786+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Kts6ttHhzVkaLea8', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"82fb444993ca545966e90d358bf7e7269bac07e06dc45c3a2a3866f03bdf21f7","texts":"9ad92af41037f8291267af0340fc48857b2a658a7fbf7d9fe527c45942ef19c1"},"details":{},"id":"01a22eba-6ef6-7806-bee6-a6263eee0c17","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:39.766786Z","request_id":"","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-6efb-7f92-bc01-c85cc8398721', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:39.772503+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"68fce32570c10898b4932136e8c756f373b411b1336ba35fb03de4fe8152b05a"},"details":{},"id":"01a22eba-6efb-7f92-bc01-c85cc8398721","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:39.772503Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22eba-6fdd-7e80-b1f2-169934c70c77', NULL, '2026-11-30 23:11:39.998127+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"c874943d4a30b89ffb03afd40ef10a2ff6cecf2e3f38f70a16059fd50d4a1063"},"details":{},"id":"01a22eba-6fdd-7e80-b1f2-169934c70c77","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:39.998127Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22eba-6fe5-7aaf-b88d-932f0ab3837c', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.005856+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"e2abecfd96da5374a2a5df7e1963dff23a20f0ff9fb5a605dd8057af5417fe00"},"details":{},"id":"01a22eba-6fe5-7aaf-b88d-932f0ab3837c","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.005856Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22eba-6fec-7ae0-a9f3-66158f247829', NULL, '2026-11-30 23:11:40.012849+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"6b9fddd44f27f69db8ba4531f432fa441bcc164e5bde968ac9a89a644bee9bcf"},"details":{},"id":"01a22eba-6fec-7ae0-a9f3-66158f247829","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.012849Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22eba-6ff3-7717-b98f-b75fdd1af048', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.019617+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"07378ca4f1475a86d28420e4b0d505437e11eaf9eb92323315fd9ed7e1e31d0e"},"details":{},"id":"01a22eba-6ff3-7717-b98f-b75fdd1af048","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.019617Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22eba-6ffa-7107-9473-16aec5757c03', NULL, '2026-11-30 23:11:40.026287+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"51c92b2abf6f043faf977886d3216587cdd752767360f21dddca4685cc1bd6c6"},"details":{},"id":"01a22eba-6ffa-7107-9473-16aec5757c03","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.026287Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22eba-7000-73db-bab1-eb35dd467333', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.032399+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"9621dbdf91d0ffd7781bba7960229ca2c92cf3420fbc0eff98155c68de7fafa1"},"details":{},"id":"01a22eba-7000-73db-bab1-eb35dd467333","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.032399Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22eba-7007-7550-84df-fb81bcefe5e5', NULL, '2026-11-30 23:11:40.039503+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"f498d2438d62afcf82c9b78799e28ca2964cc040a668702c9b17fb2c40c352e5"},"details":{},"id":"01a22eba-7007-7550-84df-fb81bcefe5e5","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.039503Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22eba-700c-7ef7-9f23-e9691c969400', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.045109+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"d477423e558c7b567448b59313d7c9126cbef44ea249c68372c9e74a57040148"},"details":{},"id":"01a22eba-700c-7ef7-9f23-e9691c969400","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.045109Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22eba-7147-73a1-bf00-affb783e62b7', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.359391+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"0d26242685d31605cbc3528c10b8cbec8c5f97e848c8e74ea1dc584e66a74aa8"},"details":{},"id":"01a22eba-7147-73a1-bf00-affb783e62b7","organization_id":"o_wlh9XCOnauunjCVf","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.359391Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22eba-7011-7ca2-a1eb-872eff86ec99', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.050111+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Kts6ttHhzVkaLea8', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"abc8a7ee51773383423ed75e0f627e9e6b1551a3ff8359c5417ba3ecec3d24a0","personal":"a69579a3c2a86844e7dc08e0fe0d5a88100b4a14aecec97c575b8fc07749c887","texts":"a274e1a3add2a8a9db36750b55b173fd407de26218f10e271c7296b030a51fab"},"details":{},"id":"01a22eba-7011-7ca2-a1eb-872eff86ec99","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.050111Z","request_id":"","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-7018-7b9f-bb19-8c1ab8f2e8dd', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.056908+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Kts6ttHhzVkaLea8', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"7e7e981ead5aef93dd17689d6295465287234229c52650bee6e61e38743b5905","texts":"6bb98c85757eebdb75dddca950746657fc8768a42aacc3208c6bec72a9e316e3"},"details":{},"id":"01a22eba-7018-7b9f-bb19-8c1ab8f2e8dd","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.056908Z","request_id":"","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-7025-74a9-8cbe-6b6871ae77cc', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.069507+00', 'billing_reads.enabled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Kts6ttHhzVkaLea8', '', '{"action":"billing_reads.enabled","actor_id":"keep_release","actor_kind":"system","changes":{"billing_reads":["off","on"]},"commitments":{"personal":"674f0ede9f9fda0b5c88a1cdadc9c53edbd0f2179aa6b8ef8ec9076b4b9e3590","texts":"7449254cdcda68138f48db3b8133db95b688e2fea62b07f349eac9eb18d13e82"},"details":{"key_count":0},"id":"01a22eba-7025-74a9-8cbe-6b6871ae77cc","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.069507Z","request_id":"","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-702b-7e5b-a82d-c530e0c6e254', NULL, '2026-11-30 23:11:40.076064+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"06b7e636c545ac748c296966686524f1a77aacb841932cd3f5ab88c9d118f8ee"},"details":{},"id":"01a22eba-702b-7e5b-a82d-c530e0c6e254","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.076064Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22eba-7031-7164-860c-6e864dec3546', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.081253+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_wlh9XCOnauunjCVf', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"88463c49fae2a68c008ab8c848fbb3e8d23dda1a3697cea8d65f76a09b362166","texts":"843155eb0c11a4b0f95e4d8f40b26e5f6d841547877d9581256e0bc074307c14"},"details":{},"id":"01a22eba-7031-7164-860c-6e864dec3546","organization_id":"o_wlh9XCOnauunjCVf","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.081253Z","request_id":"","target_id":"o_wlh9XCOnauunjCVf","target_kind":"organization","version":2}'),
	('01a22eba-7034-7db8-aae3-feb069eca5c7', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.085076+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"17cbcaeacf24af5b5724f4a3b80f102dcbf85bf4beadcab2a0fb14af1fc5362a"},"details":{},"id":"01a22eba-7034-7db8-aae3-feb069eca5c7","organization_id":"o_wlh9XCOnauunjCVf","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.085076Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22eba-7119-75f4-b927-c1f26b35e900', NULL, '2026-11-30 23:11:40.313598+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"98cbd77d22d25aa4624dbc0da1d69b1e4f6e0a2500e40727d8dda4f79daba9dd"},"details":{},"id":"01a22eba-7119-75f4-b927-c1f26b35e900","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.313598Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22eba-7121-741b-8464-793fb64a2b33', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.321446+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"52148c6e2cf6be90e48bc12c26a23eae3fd38d42ede6213550a685487f57107e"},"details":{},"id":"01a22eba-7121-741b-8464-793fb64a2b33","organization_id":"o_wlh9XCOnauunjCVf","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.321446Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22eba-7128-7bfe-9ad2-c96c0fa78ec1', NULL, '2026-11-30 23:11:40.328933+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"658e02e08f580211f532148b4f9524aa4bd4bbfee916df6756578987082048c9"},"details":{},"id":"01a22eba-7128-7bfe-9ad2-c96c0fa78ec1","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.328933Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22eba-712f-7f1a-9d21-28ffeaf6d3bb', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.336114+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"23be3f1bfdfac4ac4c4ddeee5b83a61af6689b90370f889d3b750db0052cd184"},"details":{},"id":"01a22eba-712f-7f1a-9d21-28ffeaf6d3bb","organization_id":"o_wlh9XCOnauunjCVf","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.336114Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22eba-7136-731c-bf3b-ddfa0ff0aecb', NULL, '2026-11-30 23:11:40.342366+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"bd3aa0a7132035b616a6dbaa0c16e3298c9e1ca56d374db3e04b197bb4297af1"},"details":{},"id":"01a22eba-7136-731c-bf3b-ddfa0ff0aecb","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.342366Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22eba-713c-71bd-832e-df0eec580b23', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.348264+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"577cf118763b9d279cb30e94c971aa4e4cbc110df5cd744c52973b460fe270dc"},"details":{},"id":"01a22eba-713c-71bd-832e-df0eec580b23","organization_id":"o_wlh9XCOnauunjCVf","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.348264Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22eba-7141-7f8f-9c82-11bf8245ac05', NULL, '2026-11-30 23:11:40.354214+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"f55c4859e88a77ebd91054a081f9fb1d73a30ac370e415a5a0769389ef33d7c8"},"details":{},"id":"01a22eba-7141-7f8f-9c82-11bf8245ac05","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.354214Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22eba-714a-7f47-af60-8c0db6302add', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.363181+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_wlh9XCOnauunjCVf', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"c8cbefaf9ccf5baa5d14838cc6726e9c9c46a9240071751c1a5d0703899ba767","personal":"4578f78eb9ffa1a11d65e723b8ff019c31e49348a42fa4062fbe0d9b9b04bf5a","texts":"d292112c0c599c1ea9fed2673d8339fdbeafe12947a8af42d467957f56b24409"},"details":{},"id":"01a22eba-714a-7f47-af60-8c0db6302add","organization_id":"o_wlh9XCOnauunjCVf","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.363181Z","request_id":"","target_id":"o_wlh9XCOnauunjCVf","target_kind":"organization","version":2}'),
	('01a22eba-714f-760b-a886-a5c6595d2ebf', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.367532+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_wlh9XCOnauunjCVf', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"79e50311782e911a0e8f9f400f830619d08ac75b71961c548b22c71ced4cc7ca","texts":"97d28fe6450232a5c5d474df4eeea72959a867755de709bdffa162c53a5f648a"},"details":{},"id":"01a22eba-714f-760b-a886-a5c6595d2ebf","organization_id":"o_wlh9XCOnauunjCVf","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.367532Z","request_id":"","target_id":"o_wlh9XCOnauunjCVf","target_kind":"organization","version":2}'),
	('01a22eba-7157-70ee-8e00-b4810de12097', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.375246+00', 'member.invited', 'allowed', '', 'system', 'keep_release', 'invitation', '1', '', '{"action":"member.invited","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"9930c3d2019194fff4c149c08a7ae86d3069bf9ed21fd0600f7a0fa2aa1c198a"},"details":{},"id":"01a22eba-7157-70ee-8e00-b4810de12097","organization_id":"o_wlh9XCOnauunjCVf","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.375246Z","request_id":"","target_id":"1","target_kind":"invitation","version":2}'),
	('01a22eba-716b-7461-bbe7-8654bf1baa08', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.395604+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Kts6ttHhzVkaLea8', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"84f53f6a5b80db7d2b7e1e0a64aac6add7748e59cd3afad44a3c31c1d5de54d0","personal":"742d9d6ad5c35a3e055ae68eef7486a9121bd435b308742747b141cf7d87ee9c"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22eba-716b-7461-bbe7-8654bf1baa08","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.395604Z","request_id":"","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-716b-7549-af67-8dcdb4e95bf5', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.395888+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_wlh9XCOnauunjCVf', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"f233fb38cf9e077090c88f9c3359fa4c67be41bf92aac7669e8afe3320c8c51d","personal":"86f79560a7b469a43e2d406b75323160063738d4cace4666b6aa97f3348da08e"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22eba-716b-7549-af67-8dcdb4e95bf5","organization_id":"o_wlh9XCOnauunjCVf","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.395888Z","request_id":"","target_id":"o_wlh9XCOnauunjCVf","target_kind":"organization","version":2}'),
	('01a22eba-7172-7c0b-8063-5868e9508c98', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.402928+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Kts6ttHhzVkaLea8', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"781c5d451ce76f8de17f47300adb5ccd065e462fda75f8d71c288863b4fcb757","personal":"a5b02848e596a55af0ecdd89d5a861d941220be3ccc9e9b0918cc6c7f1ae408c","texts":"d095623a5ab1966caae829062ed10cc7a21586deba7ce18cd1796e9e92616b38"},"details":{"kind":"top_up"},"id":"01a22eba-7172-7c0b-8063-5868e9508c98","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.402928Z","request_id":"","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-7175-7b5a-ae1b-18c9b2e166f5', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.405864+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Kts6ttHhzVkaLea8', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"fd7bc90f8c5ca3632539157f27f1d9332c41f59f1442c5de1a8374d60f1cfbda"},"details":{},"id":"01a22eba-7175-7b5a-ae1b-18c9b2e166f5","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.405864Z","request_id":"","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-7179-778f-a003-4a0997b08053', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.409635+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_wlh9XCOnauunjCVf', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"3bd7f74cdc5a64d3be2b513b0932a628a5cbe844f7bdb66675e7c7bddc5b599b","personal":"61b0af74f213736265bced786b28bd76d383e075ce4fb86d1f2f562335e48b3e","texts":"111594bc71471a70f3edcaad06e8ef9f2b4fb278138bf49e97b1a3aa09d1f19b"},"details":{"kind":"top_up"},"id":"01a22eba-7179-778f-a003-4a0997b08053","organization_id":"o_wlh9XCOnauunjCVf","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.409635Z","request_id":"","target_id":"o_wlh9XCOnauunjCVf","target_kind":"organization","version":2}'),
	('01a22eba-717c-76d6-b56d-2d2d74244b07', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.412586+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_wlh9XCOnauunjCVf', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"c3e560bdaaffd792c1b99cc48e6f025b3e930261a80aa127495dbc18cdaff9e8"},"details":{},"id":"01a22eba-717c-76d6-b56d-2d2d74244b07","organization_id":"o_wlh9XCOnauunjCVf","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.412586Z","request_id":"","target_id":"o_wlh9XCOnauunjCVf","target_kind":"organization","version":2}'),
	('01a22eba-7183-797c-930a-6433245185bb', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.419767+00', 'run.credited', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Kts6ttHhzVkaLea8', '', '{"action":"run.credited","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"bd3b5afab32fdb33c0d7f5441e2a1c31a95b969fb744fcc12be5c94d4eaa26a2","personal":"fbd760567ea4bdd0143acda211df3ca474bc926ed90f26b38bba0ca93991091c","texts":"5b4fa876b5afb7e729dd2f2e2601aa3a631e7862b0b2311d046f0c3249165404"},"details":{},"id":"01a22eba-7183-797c-930a-6433245185bb","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.419767Z","request_id":"","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-7187-7228-97d2-ac20e037fd70', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.423318+00', 'runs.voided', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Kts6ttHhzVkaLea8', '', '{"action":"runs.voided","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"8af7c3b55def22a3e97d785b8d945526e6a4f8a2a0b33bb03014e72dd020af79","personal":"4c810c86aa800659a5282d1c90694ddc1f9272cd754a06b4bc31599cf21a9c73","texts":"c1517b9b3754f9eb5aa2625936d90dd7ec3b9b2d793dbd2f5272f0af230041ad"},"details":{"revision":5},"id":"01a22eba-7187-7228-97d2-ac20e037fd70","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.423318Z","request_id":"","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-718b-7c92-8539-86e25a27b6d4', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.427951+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Kts6ttHhzVkaLea8', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"fdd6e54ce724b1bf1e90528af8366cea4d73697a41908872a4c9c21c1eaae0df","personal":"42b5d231ca1c3c8dc1f02ee024242d50dedca34adf94579153d779a56dca2d6d","texts":"eb3f43d1bc4656619e74fe1e614c5d46c3441e6d980e273966a3a1686e3c7ac2"},"details":{"kind":"adjustment"},"id":"01a22eba-718b-7c92-8539-86e25a27b6d4","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.427951Z","request_id":"","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-718d-72e7-872b-9588f816382d', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.429346+00', 'balance.reconciled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_Kts6ttHhzVkaLea8', '', '{"action":"balance.reconciled","actor_id":"keep_release","actor_kind":"system","changes":{"balance_reconciled_at":[null,"2026-04-06T00:00:00Z"]},"commitments":{"figures":"4e3e97992561eb0797dc70f5b25f29bab7461bd2a41e81edef45d414e36a84c2","personal":"eaa98a7328da87097a8e3412b8bbeaaad3200c2c19396ff94ca65f857d926a79","texts":"a6862b341ae9bc3c21ff1f5b0e89f1bed9035608ddca35de2d7a6cceacff7a74"},"details":{},"id":"01a22eba-718d-72e7-872b-9588f816382d","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.429346Z","request_id":"","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-7190-7ea2-a7b5-efbb6dc4359b', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.433084+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '7b7c125d-13aa-47b9-80b7-f7d87364b1fd', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T23:11:40.431126Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"6c23e162c57b668f9cb694f9daef6a3d71cbc7b2d897203d7e2198f887ffe5cb"},"details":{},"id":"01a22eba-7190-7ea2-a7b5-efbb6dc4359b","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.433084Z","request_id":"","target_id":"7b7c125d-13aa-47b9-80b7-f7d87364b1fd","target_kind":"api_key","version":2}'),
	('01a22eba-7194-71b7-843c-bf80736aea04', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.436279+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', 'eeb22cd1-5239-4a7e-958f-c329fa47085d', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T23:11:40.434894Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"e30cf5d2427e39a46ca1599427f60f1d104de1819a2eaa7330e45c6e64233e6b"},"details":{},"id":"01a22eba-7194-71b7-843c-bf80736aea04","organization_id":"o_wlh9XCOnauunjCVf","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.436279Z","request_id":"","target_id":"eeb22cd1-5239-4a7e-958f-c329fa47085d","target_kind":"api_key","version":2}'),
	('01a22eba-7196-7fec-8b95-ff02188fee02', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.439175+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '0bfbb84e-691c-4588-9b26-d747f19060e7', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T23:11:40.437786Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"414c55b8fb8f529b3cef38fdc2a3833d0735bbe4b4411818030337e2883346eb"},"details":{},"id":"01a22eba-7196-7fec-8b95-ff02188fee02","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.439175Z","request_id":"","target_id":"0bfbb84e-691c-4588-9b26-d747f19060e7","target_kind":"api_key","version":2}'),
	('01a22eba-719a-7ed4-aa0d-1b61848d48f2', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.443083+00', 'api_key.revoked', 'allowed', '', 'system', 'keep_release', 'api_key', '0bfbb84e-691c-4588-9b26-d747f19060e7', '', '{"action":"api_key.revoked","actor_id":"keep_release","actor_kind":"system","changes":{"revoked":[false,true]},"commitments":{"personal":"a9a97ec57895f53aae123abb1d7199bbb5f34b2a20299e1d8785820bacba4948","texts":"4bd96a79d8450813ce38f84a59cd22274ece4635b66a171ec4783ef9b424304c"},"details":{},"id":"01a22eba-719a-7ed4-aa0d-1b61848d48f2","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.443083Z","request_id":"","target_id":"0bfbb84e-691c-4588-9b26-d747f19060e7","target_kind":"api_key","version":2}'),
	('01a22eba-7212-7041-a18c-5d0ff6c2a297', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.562262+00', 'billing.usage.read', 'allowed', '', 'api_key', '7b7c125d-13aa-47b9-80b7-f7d87364b1fd', 'organization', 'o_Kts6ttHhzVkaLea8', 'req_01a22eba720c785b5627a10bada4c44d', '{"action":"billing.usage.read","actor_id":"7b7c125d-13aa-47b9-80b7-f7d87364b1fd","actor_kind":"api_key","changes":{},"commitments":{"personal":"5e0aefa1a24c8582c54e5dd50115cd984756fca8c02242b20c21d970bd2d2f7d"},"details":{"copied":false,"from":"2026-04-01T00:00:00Z","limit":500,"paged":false,"route":"/v1/billing/usage","rows":14,"run_type":null,"status":null,"tags":[],"to":"2026-05-01T00:00:00Z"},"id":"01a22eba-7212-7041-a18c-5d0ff6c2a297","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.562262Z","request_id":"req_01a22eba720c785b5627a10bada4c44d","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-7230-7926-9157-179befbe283f', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.592786+00', 'billing.usage.read', 'allowed', '', 'api_key', '7b7c125d-13aa-47b9-80b7-f7d87364b1fd', 'organization', 'o_Kts6ttHhzVkaLea8', 'req_01a22eba722c1d359daa4f9140dc46fd', '{"action":"billing.usage.read","actor_id":"7b7c125d-13aa-47b9-80b7-f7d87364b1fd","actor_kind":"api_key","changes":{},"commitments":{"personal":"7b537989b174e0a715826fefbcde2d86c40758c84dce83f85c825d847365110b","texts":"acd82dda1a40a3451151e7b5353152bee030948e7c8d760cfcfb7a93ce88a33c"},"details":{"bucket":"day","from":"2026-04-01T00:00:00Z","route":"/v1/billing/usage/summary","rows":14,"timezone":"UTC","to":"2026-05-01T00:00:00Z"},"id":"01a22eba-7230-7926-9157-179befbe283f","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.592786Z","request_id":"req_01a22eba722c1d359daa4f9140dc46fd","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-7249-754a-a5de-e88c5f7b730a', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.61754+00', 'billing.usage.read', 'allowed', '', 'api_key', '7b7c125d-13aa-47b9-80b7-f7d87364b1fd', 'organization', 'o_Kts6ttHhzVkaLea8', 'req_01a22eba72468d6414ffa6c06f674359', '{"action":"billing.usage.read","actor_id":"7b7c125d-13aa-47b9-80b7-f7d87364b1fd","actor_kind":"api_key","changes":{},"commitments":{"personal":"40779b982083200c2d31475865aa4b23ead8acfcc27b65385a28d86019fec570"},"details":{"bucket":"month","from":"2026-04-01T00:00:00Z","group_by":[],"route":"/v1/billing/usage/summary","rows":2,"timezone":"America/Denver","to":"2026-05-01T00:00:00Z"},"id":"01a22eba-7249-754a-a5de-e88c5f7b730a","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.617540Z","request_id":"req_01a22eba72468d6414ffa6c06f674359","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-7261-753d-9e29-f3fe06eb05dc', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.641508+00', 'billing.entries.read', 'allowed', '', 'api_key', '7b7c125d-13aa-47b9-80b7-f7d87364b1fd', 'organization', 'o_Kts6ttHhzVkaLea8', 'req_01a22eba725fdb32196c63cf63da44a2', '{"action":"billing.entries.read","actor_id":"7b7c125d-13aa-47b9-80b7-f7d87364b1fd","actor_kind":"api_key","changes":{},"commitments":{"personal":"7b7b80a804b328d62b52d9a1a8fa6e24fb1d27bf85ae8ef7af5390e3d59593db"},"details":{"from":null,"limit":100,"paged":false,"route":"/v1/billing/entries","rows":2,"to":null},"id":"01a22eba-7261-753d-9e29-f3fe06eb05dc","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.641508Z","request_id":"req_01a22eba725fdb32196c63cf63da44a2","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-7278-79da-9bac-d09a00b2920f', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.664789+00', 'run.read', 'allowed', '', 'api_key', '7b7c125d-13aa-47b9-80b7-f7d87364b1fd', 'organization', 'o_Kts6ttHhzVkaLea8', 'req_01a22eba7277ac30a805653ebe95e7d7', '{"action":"run.read","actor_id":"7b7c125d-13aa-47b9-80b7-f7d87364b1fd","actor_kind":"api_key","changes":{},"commitments":{"personal":"4e0078756cc1fd6129d36b35e9656ef2b8d636cc07e3b560f2b0c7354a09d299","texts":"375ce0525f1a7751e28af084eaf03d900bee78f9b3089560c553f7b3fb419f83"},"details":{"route":"/v1/runs/{run_id}","rows":1},"id":"01a22eba-7278-79da-9bac-d09a00b2920f","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T23:11:40.664789Z","request_id":"req_01a22eba7277ac30a805653ebe95e7d7","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-728f-7cb0-98d3-760c8f624936', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.688057+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'eeb22cd1-5239-4a7e-958f-c329fa47085d', 'organization', 'o_wlh9XCOnauunjCVf', 'req_01a22eba728e845b2e4be5e920da52e2', '{"action":"billing.usage.read","actor_id":"eeb22cd1-5239-4a7e-958f-c329fa47085d","actor_kind":"api_key","changes":{},"commitments":{"personal":"040cb8ed94cbb3417183cf33e30f92cc856869b87387dcbfb00e19d817727454"},"details":{"route":"/v1/billing/usage"},"id":"01a22eba-728f-7cb0-98d3-760c8f624936","organization_id":"o_wlh9XCOnauunjCVf","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T23:11:40.688057Z","request_id":"req_01a22eba728e845b2e4be5e920da52e2","target_id":"o_wlh9XCOnauunjCVf","target_kind":"organization","version":2}'),
	('01a22eba-72a7-7225-8031-3717a34d7ccc', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.711336+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'eeb22cd1-5239-4a7e-958f-c329fa47085d', 'organization', 'o_wlh9XCOnauunjCVf', 'req_01a22eba72a636c2efc2e01b595819ca', '{"action":"billing.usage.read","actor_id":"eeb22cd1-5239-4a7e-958f-c329fa47085d","actor_kind":"api_key","changes":{},"commitments":{"personal":"f053989d54f9aecf401e6455bce92f3cac2191a14d74a9ce980e13c3fd52a2c1"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22eba-72a7-7225-8031-3717a34d7ccc","organization_id":"o_wlh9XCOnauunjCVf","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T23:11:40.711336Z","request_id":"req_01a22eba72a636c2efc2e01b595819ca","target_id":"o_wlh9XCOnauunjCVf","target_kind":"organization","version":2}'),
	('01a22eba-72bd-7619-8bce-3ead3bc6c5bb', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.733568+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', 'eeb22cd1-5239-4a7e-958f-c329fa47085d', 'organization', 'o_wlh9XCOnauunjCVf', 'req_01a22eba72bc61b58ce0bc7289651474', '{"action":"billing.usage.read","actor_id":"eeb22cd1-5239-4a7e-958f-c329fa47085d","actor_kind":"api_key","changes":{},"commitments":{"personal":"e6dbe87097d3a73f514b03424f6a16c0814ac7e0bf751e5e06ee0c03165fbf36"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22eba-72bd-7619-8bce-3ead3bc6c5bb","organization_id":"o_wlh9XCOnauunjCVf","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T23:11:40.733568Z","request_id":"req_01a22eba72bc61b58ce0bc7289651474","target_id":"o_wlh9XCOnauunjCVf","target_kind":"organization","version":2}'),
	('01a22eba-72d3-7f52-9b4e-10b8c2263b9c', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.75615+00', 'billing.entries.read', 'denied', 'org_opt_in_required', 'api_key', 'eeb22cd1-5239-4a7e-958f-c329fa47085d', 'organization', 'o_wlh9XCOnauunjCVf', 'req_01a22eba72d38c830c0ae94bece5890b', '{"action":"billing.entries.read","actor_id":"eeb22cd1-5239-4a7e-958f-c329fa47085d","actor_kind":"api_key","changes":{},"commitments":{"personal":"0f6495fd9665446dadfa8b6dca5350fe02e3a322fdd23d5b00d1981fb33ea535"},"details":{"route":"/v1/billing/entries"},"id":"01a22eba-72d3-7f52-9b4e-10b8c2263b9c","organization_id":"o_wlh9XCOnauunjCVf","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T23:11:40.756150Z","request_id":"req_01a22eba72d38c830c0ae94bece5890b","target_id":"o_wlh9XCOnauunjCVf","target_kind":"organization","version":2}'),
	('01a22eba-72ea-7a6b-991d-5970b4e0cc9e', 'o_wlh9XCOnauunjCVf', '2026-11-30 23:11:40.778887+00', 'run.read', 'denied', 'not_found', 'api_key', 'eeb22cd1-5239-4a7e-958f-c329fa47085d', 'organization', 'o_wlh9XCOnauunjCVf', 'req_01a22eba72e93cc9490ff8507d6aa7a3', '{"action":"run.read","actor_id":"eeb22cd1-5239-4a7e-958f-c329fa47085d","actor_kind":"api_key","changes":{},"commitments":{"personal":"7e751cf72e4c5325fa7a5fa1d936dd78f1b581cbe30ddd45ca041e4cd634b951","texts":"d28d386f14e1ec29f1aaeb88f738228def651df428d0d0c51c5b337e2a78ecc4"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22eba-72ea-7a6b-991d-5970b4e0cc9e","organization_id":"o_wlh9XCOnauunjCVf","outcome":"denied","reason_code":"not_found","recorded_at":"2026-11-30T23:11:40.778887Z","request_id":"req_01a22eba72e93cc9490ff8507d6aa7a3","target_id":"o_wlh9XCOnauunjCVf","target_kind":"organization","version":2}'),
	('01a22eba-7301-7180-80a9-a6515af5db33', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.801289+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '0bfbb84e-691c-4588-9b26-d747f19060e7', 'organization', 'o_Kts6ttHhzVkaLea8', 'req_01a22eba7300a2cb097ced3f32d3058a', '{"action":"billing.usage.read","actor_id":"0bfbb84e-691c-4588-9b26-d747f19060e7","actor_kind":"api_key","changes":{},"commitments":{"personal":"6ab1234bec56376c575690d02c8ee89564fbd6fb0ceed7d9df428ebd728d2a2f"},"details":{"route":"/v1/billing/usage"},"id":"01a22eba-7301-7180-80a9-a6515af5db33","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T23:11:40.801289Z","request_id":"req_01a22eba7300a2cb097ced3f32d3058a","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-7316-7ff1-a9ca-6a31f5915b02', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.823177+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '0bfbb84e-691c-4588-9b26-d747f19060e7', 'organization', 'o_Kts6ttHhzVkaLea8', 'req_01a22eba7316807f417ea751b25d3483', '{"action":"billing.usage.read","actor_id":"0bfbb84e-691c-4588-9b26-d747f19060e7","actor_kind":"api_key","changes":{},"commitments":{"personal":"bd65fe22ed101ff6d268c2696e7809a5a54dd53de6e5236e95773e90eee3b031"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22eba-7316-7ff1-a9ca-6a31f5915b02","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T23:11:40.823177Z","request_id":"req_01a22eba7316807f417ea751b25d3483","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-732c-7a7f-a06f-7b027e372e77', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.844839+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '0bfbb84e-691c-4588-9b26-d747f19060e7', 'organization', 'o_Kts6ttHhzVkaLea8', 'req_01a22eba732c6b3885a7f6690aab7f5a', '{"action":"billing.usage.read","actor_id":"0bfbb84e-691c-4588-9b26-d747f19060e7","actor_kind":"api_key","changes":{},"commitments":{"personal":"53c0bf3c7dc0352b030c7882c3b3e6c6645008cd45cff47ed190aed3c29c3711"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22eba-732c-7a7f-a06f-7b027e372e77","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T23:11:40.844839Z","request_id":"req_01a22eba732c6b3885a7f6690aab7f5a","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-738c-703b-a38d-50bb1f3d47d8', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.94025+00', 'billing.entries.read', 'denied', 'key_revoked', 'api_key', '0bfbb84e-691c-4588-9b26-d747f19060e7', 'organization', 'o_Kts6ttHhzVkaLea8', 'req_01a22eba738b13b8ab24d4b32892827c', '{"action":"billing.entries.read","actor_id":"0bfbb84e-691c-4588-9b26-d747f19060e7","actor_kind":"api_key","changes":{},"commitments":{"personal":"d9c3dc6b43895f311a715db8fc28c971c19f535768914b426e80868d11820e60"},"details":{"route":"/v1/billing/entries"},"id":"01a22eba-738c-703b-a38d-50bb1f3d47d8","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T23:11:40.940250Z","request_id":"req_01a22eba738b13b8ab24d4b32892827c","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}'),
	('01a22eba-73a2-76e2-8107-5e412010e5b5', 'o_Kts6ttHhzVkaLea8', '2026-11-30 23:11:40.96263+00', 'run.read', 'denied', 'key_revoked', 'api_key', '0bfbb84e-691c-4588-9b26-d747f19060e7', 'organization', 'o_Kts6ttHhzVkaLea8', 'req_01a22eba73a13434c8a7c2d429c036b0', '{"action":"run.read","actor_id":"0bfbb84e-691c-4588-9b26-d747f19060e7","actor_kind":"api_key","changes":{},"commitments":{"personal":"b4eeb0151f11f90c0d9a3bf70e04d736618619a1c252bb9915a782ac10797cfe","texts":"da8a40cea37f728e90e7a40339d06545c1281a69f734a1e4255a35cb14849514"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22eba-73a2-76e2-8107-5e412010e5b5","organization_id":"o_Kts6ttHhzVkaLea8","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T23:11:40.962630Z","request_id":"req_01a22eba73a13434c8a7c2d429c036b0","target_id":"o_Kts6ttHhzVkaLea8","target_kind":"organization","version":2}');

INSERT INTO public.billing_audit_leaf (log, place, event_id, hash) VALUES
	('o_Kts6ttHhzVkaLea8', 0, '01a22eba-6ef6-7806-bee6-a6263eee0c17', '\x61382b1804143f8fea1847e1c5ee9d0d13644560f64a23a9cb393cf575a7b4bc'),
	('o_Kts6ttHhzVkaLea8', 1, '01a22eba-6efb-7f92-bc01-c85cc8398721', '\xa325c4291213abe05709e4746b8f3e7d2b72dc1b76b2924c880c4d6dc965f01a'),
	('o_Kts6ttHhzVkaLea8', 2, '01a22eba-6fe5-7aaf-b88d-932f0ab3837c', '\xcd86d69e4489bdc5d7062247f75d89bc93a48f9e5aabfc211f1a19d5eb0ac27b'),
	('o_Kts6ttHhzVkaLea8', 3, '01a22eba-6ff3-7717-b98f-b75fdd1af048', '\x4087cc3a80916b72ee20ed4041f1f197b406a3da33e7775799ec9cedaca716ec'),
	('o_Kts6ttHhzVkaLea8', 4, '01a22eba-7000-73db-bab1-eb35dd467333', '\xfb13e521eaa5ea0530374edcc2a0013de59dc2c9cf1c22b90dac421a49507bb9'),
	('o_Kts6ttHhzVkaLea8', 5, '01a22eba-700c-7ef7-9f23-e9691c969400', '\xbec27a2ff0f75fedd600eb7e0f234f730e584e19385d109f599f61164b974a0e'),
	('o_Kts6ttHhzVkaLea8', 6, '01a22eba-7011-7ca2-a1eb-872eff86ec99', '\x8e9c29f672bf227500d157888e163ee29c6450c7b8d33f7210f068874e0aec4b'),
	('o_Kts6ttHhzVkaLea8', 7, '01a22eba-7018-7b9f-bb19-8c1ab8f2e8dd', '\x81dd4e91e5b50d5753addf3aaffbea2dc9f9535cf852dea42aab0a506e54f2c4'),
	('o_Kts6ttHhzVkaLea8', 8, '01a22eba-7025-74a9-8cbe-6b6871ae77cc', '\x98f9a97cf921a8240aac3741431720664d6190ab8b01892d7c54c6a4d1233de9'),
	('o_Kts6ttHhzVkaLea8', 9, '01a22eba-716b-7461-bbe7-8654bf1baa08', '\x5895aca24ef42d32493d3fc98ddc52154374d28306c49fbbe8bd4d13a15416d3'),
	('o_Kts6ttHhzVkaLea8', 10, '01a22eba-7172-7c0b-8063-5868e9508c98', '\x58802b674c37889cf6607085096da83aa28f82d5427d7204cedd2af5c70607d2'),
	('o_Kts6ttHhzVkaLea8', 11, '01a22eba-7175-7b5a-ae1b-18c9b2e166f5', '\x5499f99cbc6e6082070f5591bc2493b425e1139498428c4f5f72f48f169954ee'),
	('o_Kts6ttHhzVkaLea8', 12, '01a22eba-7183-797c-930a-6433245185bb', '\xa78e4e0f15e8aa3fb43609e92c7fe275a3766ea0e577a6bc65e551f4434b4462'),
	('o_Kts6ttHhzVkaLea8', 13, '01a22eba-7187-7228-97d2-ac20e037fd70', '\x3dd5e110fa798dc39963a00ef3448a528422e120adbe88b12d1a02d73a47e87b'),
	('o_Kts6ttHhzVkaLea8', 14, '01a22eba-718b-7c92-8539-86e25a27b6d4', '\x059fdb0ad3002a83605b8c188da13bf394cd775eac9b16da129115d88ecafc83'),
	('o_Kts6ttHhzVkaLea8', 15, '01a22eba-718d-72e7-872b-9588f816382d', '\xb8524859963e9570878e131f42a94926f609ffc42f166c1f5c848c17d0bded22'),
	('o_Kts6ttHhzVkaLea8', 16, '01a22eba-7190-7ea2-a7b5-efbb6dc4359b', '\x11458a6d561133b8ea94c8a5bccd37c199c6191e2b0c2ed5975be784c898a4cb'),
	('o_Kts6ttHhzVkaLea8', 17, '01a22eba-7196-7fec-8b95-ff02188fee02', '\x1208f905fb72bf5097a96b4df9c79cdac60b5802b9dad93f9417596620531f62'),
	('o_Kts6ttHhzVkaLea8', 18, '01a22eba-719a-7ed4-aa0d-1b61848d48f2', '\x18f5384afb708b3e3e7c5c50a75ba0468859c2f8cadc2beb723fc4828ead9351'),
	('o_Kts6ttHhzVkaLea8', 19, '01a22eba-7212-7041-a18c-5d0ff6c2a297', '\x4eb967b9e7e7543d70faf6d38d1b5223073749e94653202f46d9d4a122efbe53'),
	('o_Kts6ttHhzVkaLea8', 20, '01a22eba-7230-7926-9157-179befbe283f', '\xf882549d179c4a98ffe424a35f6f1788ff77a8c459b5e2701f56ac1a389792ac'),
	('o_Kts6ttHhzVkaLea8', 21, '01a22eba-7249-754a-a5de-e88c5f7b730a', '\x298dc173b865931ff5f92e994d8e070ea6ac30c7c3db907a480244cfa3eb7baf'),
	('o_Kts6ttHhzVkaLea8', 22, '01a22eba-7261-753d-9e29-f3fe06eb05dc', '\x56dfcbb84a53fb2022ae849caf56082afb5ee2a3a46746974533872d954e5122'),
	('o_Kts6ttHhzVkaLea8', 23, '01a22eba-7278-79da-9bac-d09a00b2920f', '\x8d9a478cbd1071b3ca9e94ace8d3bbaff6016e51aed440a4b727103d4522d6f8'),
	('o_Kts6ttHhzVkaLea8', 24, '01a22eba-7301-7180-80a9-a6515af5db33', '\xad59a4ab914931902936d526251f4500ed03f1583e2cb44907413a1a41d3b6df'),
	('o_Kts6ttHhzVkaLea8', 25, '01a22eba-7316-7ff1-a9ca-6a31f5915b02', '\x6d486e916b18b94adfe6871bf9fb95af6ea8679bf567430ad44f95c8bdebd105'),
	('o_Kts6ttHhzVkaLea8', 26, '01a22eba-732c-7a7f-a06f-7b027e372e77', '\xd76f780f88ade5e5c1d1a577160643237b7fc92c1460a32501eaa378f620cd2f'),
	('o_Kts6ttHhzVkaLea8', 27, '01a22eba-738c-703b-a38d-50bb1f3d47d8', '\x30f5e0550822811b8901b258de5c185f0addd19e868a40182e81509aa9302f57'),
	('o_Kts6ttHhzVkaLea8', 28, '01a22eba-73a2-76e2-8107-5e412010e5b5', '\x033d988ec5035037a2da1dabda92fe3fe2b32d4221373a7215484354faf48982'),
	('o_wlh9XCOnauunjCVf', 0, '01a22eba-7031-7164-860c-6e864dec3546', '\x27c36fcb617a66f09af58a8bff04473090a9f31b70e6404291fbdeffcaebc3bc'),
	('o_wlh9XCOnauunjCVf', 1, '01a22eba-7034-7db8-aae3-feb069eca5c7', '\x52889f258a99db0237a700f19f3c81c4858edec3838456a1bd8ceeb473694caf'),
	('o_wlh9XCOnauunjCVf', 2, '01a22eba-7121-741b-8464-793fb64a2b33', '\xc98a1a716040965af2f8e635cf14063b4c671217e5f8ff116e2b16260546d381'),
	('o_wlh9XCOnauunjCVf', 3, '01a22eba-712f-7f1a-9d21-28ffeaf6d3bb', '\xf1776f97a311a8583c8ded1d595495a9bb1595ac8b17a43c948a88602b8e1212'),
	('o_wlh9XCOnauunjCVf', 4, '01a22eba-713c-71bd-832e-df0eec580b23', '\x9f5119429a95cf60b3884d56f95e0bc7b8ae4ef3c57dd08f9404e8ad5673caa3'),
	('o_wlh9XCOnauunjCVf', 5, '01a22eba-7147-73a1-bf00-affb783e62b7', '\x185b95220520a66e22beef16c1d356a7561d39f7fba88255860ce4f3cdcd4f65'),
	('o_wlh9XCOnauunjCVf', 6, '01a22eba-714a-7f47-af60-8c0db6302add', '\xa34f016c854a9a98d5827ef6d67497c7b3beae037875f22f9ccda1245962e340'),
	('o_wlh9XCOnauunjCVf', 7, '01a22eba-714f-760b-a886-a5c6595d2ebf', '\xb14a3a93ef8e4c07d97518d1ed44a9e0693f37543fc9193007225e49d0362e1a'),
	('o_wlh9XCOnauunjCVf', 8, '01a22eba-7157-70ee-8e00-b4810de12097', '\x514883fe4f1a5d1479b195e13c33849d545483480b1a68ae1fbd5c082836caad'),
	('o_wlh9XCOnauunjCVf', 9, '01a22eba-716b-7549-af67-8dcdb4e95bf5', '\x05abf65cb170fd4df6efa1181abf5e8d368f37e46703255c935f868513aa0361'),
	('o_wlh9XCOnauunjCVf', 10, '01a22eba-7179-778f-a003-4a0997b08053', '\x11edeb8cc3d9069a9454e0f48ec1b50051ddd146e688bc1a7b720a485d8d6d91'),
	('o_wlh9XCOnauunjCVf', 11, '01a22eba-717c-76d6-b56d-2d2d74244b07', '\x77dcfd8797e28fe05f9be808d58f26bcbddfbe28602d601024838a30be0bfbec'),
	('o_wlh9XCOnauunjCVf', 12, '01a22eba-7194-71b7-843c-bf80736aea04', '\xbc45c3f94caef7011ce15560c0f17c28531306e6b24ae4e6be605a12153031bd'),
	('o_wlh9XCOnauunjCVf', 13, '01a22eba-728f-7cb0-98d3-760c8f624936', '\xd9c96ddffbcc84109bf08aa6a1f2dd3d2c6c8a9eab607e952ec8b45a99e36b95'),
	('o_wlh9XCOnauunjCVf', 14, '01a22eba-72a7-7225-8031-3717a34d7ccc', '\xfb3c96a12eadfeb1d065e389e0f4f569bc3d0eef0b64efabd188812e5cbb6c51'),
	('o_wlh9XCOnauunjCVf', 15, '01a22eba-72bd-7619-8bce-3ead3bc6c5bb', '\x5316fed1148489e4aff2072fa2b5ca3143131598e7c5f48153135d08845fbe2e'),
	('o_wlh9XCOnauunjCVf', 16, '01a22eba-72d3-7f52-9b4e-10b8c2263b9c', '\x9124bceacb707615384f27e83566c9b290266d6203dbd845dd6371e7aeb24dbb'),
	('o_wlh9XCOnauunjCVf', 17, '01a22eba-72ea-7a6b-991d-5970b4e0cc9e', '\x14a896b96175aa37af860fd980845ed2d39391ce4f6b436e2f18f1e0b54e6e51'),
	('platform', 0, '01a22eba-6e06-71de-b7c0-21444849a6ce', '\x2b9bb470ef9c1a7e7c4e4a5e4f22816067807ce73b2d08ee8ad8f4b4c84ab4f3'),
	('platform', 1, '01a22eba-6ee6-705f-910b-8cf43c97e4fa', '\x1acebdd38bb11ee071a339057517b99defa1814077b7657ccc589636e00aa546'),
	('platform', 2, '01a22eba-6eee-707d-8bad-4ae0217766f1', '\x9735df614f3b4d7c50d4d0da310d046b40b363af3ee530ec9c30698735eafe95'),
	('platform', 3, '01a22eba-6fdd-7e80-b1f2-169934c70c77', '\xbb976d146509528890c3787e85687ae4148fe44d9f6b47b89bfeea0879a15e07'),
	('platform', 4, '01a22eba-6fec-7ae0-a9f3-66158f247829', '\xa73ccdf6fddf516c2fac3bc436158e1a38f6df35619e87bf959e9c26c052780b'),
	('platform', 5, '01a22eba-6ffa-7107-9473-16aec5757c03', '\xfa233c499ad160c841714b5770b254d9b06862ed56c67a2396d5c338327a7b67'),
	('platform', 6, '01a22eba-7007-7550-84df-fb81bcefe5e5', '\x6c885e91ad9313635949666ed50f120e5a94db6ca771406be69be003fc81ddd3'),
	('platform', 7, '01a22eba-702b-7e5b-a82d-c530e0c6e254', '\x0a8515dfaa13add3fd2b4144c25214086bb338e823a4e97443924c20360d02bf'),
	('platform', 8, '01a22eba-7119-75f4-b927-c1f26b35e900', '\x26b312368945c43571ea5170ba982de637e4de48003770ae85bfcba9b6ed34e2'),
	('platform', 9, '01a22eba-7128-7bfe-9ad2-c96c0fa78ec1', '\x0a6aa35aade89b600d4828e111d83dbc555c778b1d5e5fee62cc5e3e5bafca22'),
	('platform', 10, '01a22eba-7136-731c-bf3b-ddfa0ff0aecb', '\x579719e7d5a4c70817e45f584315c645a0554a26a2a8398ad57744a1982bfc98'),
	('platform', 11, '01a22eba-7141-7f8f-9c82-11bf8245ac05', '\x1c0746cc9ae8135bd2529167ca78f58fecb160d79b2d00d20eba12f652728bfb');

INSERT INTO public.billing_audit_part (event_id, kind, organization_id, salt, data, erased_by) VALUES
	('01a22eba-6e06-71de-b7c0-21444849a6ce', 'personal', NULL, '\x1d333ffa43b8844fdd9d0a01d715df55', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22eba-6ee6-705f-910b-8cf43c97e4fa', 'personal', NULL, '\x3a8247add96fe692cfb649b803e5551c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22eba-6eee-707d-8bad-4ae0217766f1', 'personal', NULL, '\xc66b35aeb616d4bca173acef47d64a55', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22eba-6ef6-7806-bee6-a6263eee0c17', 'personal', 'o_Kts6ttHhzVkaLea8', '\x5e36958512e85838f1dab21e5e11f0a6', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-6ef6-7806-bee6-a6263eee0c17', 'texts', 'o_Kts6ttHhzVkaLea8', '\x4e1a6b862635ca7a7c5d7bfae0d73d96', '{"changes": {"name": [null, "Acme Robotics"], "slug": [null, "acme-robotics"], "external_id": [null, null]}}', NULL),
	('01a22eba-6efb-7f92-bc01-c85cc8398721', 'personal', 'o_Kts6ttHhzVkaLea8', '\xf75adff27753c5cf10658ee236fa3012', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22eba-6fdd-7e80-b1f2-169934c70c77', 'personal', NULL, '\x859407e76f151bff341f882553b6182c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22eba-6fe5-7aaf-b88d-932f0ab3837c', 'personal', 'o_Kts6ttHhzVkaLea8', '\x7211a868368d90c7ba9bac09801ae766', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22eba-6fec-7ae0-a9f3-66158f247829', 'personal', NULL, '\x5e6556b2c308e9509770031af78f21ad', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22eba-6ff3-7717-b98f-b75fdd1af048', 'personal', 'o_Kts6ttHhzVkaLea8', '\xf5520a2caed5795f1210e20814587b77', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22eba-6ffa-7107-9473-16aec5757c03', 'personal', NULL, '\x43d40f543d9e6e5744d3f24232db0bc4', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22eba-7000-73db-bab1-eb35dd467333', 'personal', 'o_Kts6ttHhzVkaLea8', '\x1c50cf6798c72eb047e6a773ce9963da', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22eba-7007-7550-84df-fb81bcefe5e5', 'personal', NULL, '\x45cb3c6c837673838c3da2b62ffdc09f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22eba-700c-7ef7-9f23-e9691c969400', 'personal', 'o_Kts6ttHhzVkaLea8', '\x9967c9927c9198e453ac72702eb14710', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22eba-7011-7ca2-a1eb-872eff86ec99', 'personal', 'o_Kts6ttHhzVkaLea8', '\x13c52ac4974cbbac3403517354d7b51f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-7011-7ca2-a1eb-872eff86ec99', 'texts', 'o_Kts6ttHhzVkaLea8', '\x8beafc3c99e7eee37b073d039132556a', '{"changes": {"billing_tier": [null, "pro"]}}', NULL),
	('01a22eba-7011-7ca2-a1eb-872eff86ec99', 'figures', 'o_Kts6ttHhzVkaLea8', '\x7f5d79530ea3ab36c02169ddf34170af', '{"changes": {"low_balance_threshold_usd": [null, "500.00"]}}', NULL),
	('01a22eba-7018-7b9f-bb19-8c1ab8f2e8dd', 'personal', 'o_Kts6ttHhzVkaLea8', '\x5d2a4039323e038b4434a5268d18758b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-7018-7b9f-bb19-8c1ab8f2e8dd', 'texts', 'o_Kts6ttHhzVkaLea8', '\x2a309c8e1eb1fd390916536a562f3d54', '{"details": {"tag": "session"}}', NULL),
	('01a22eba-7025-74a9-8cbe-6b6871ae77cc', 'personal', 'o_Kts6ttHhzVkaLea8', '\x1be62d7f3e35a6397be67c44da9a3f33', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-7025-74a9-8cbe-6b6871ae77cc', 'texts', 'o_Kts6ttHhzVkaLea8', '\x4e097c6f1f3f2fc05ce24f36ff2ecdfb', '{"details": {"reason": "Demo"}}', NULL),
	('01a22eba-702b-7e5b-a82d-c530e0c6e254', 'personal', NULL, '\x11f8edccdc256d26e1d8de56dc2201ac', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22eba-7031-7164-860c-6e864dec3546', 'personal', 'o_wlh9XCOnauunjCVf', '\xdc237bfeefc8441c937fd06b3b410379', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22eba-7031-7164-860c-6e864dec3546', 'texts', 'o_wlh9XCOnauunjCVf', '\xcc50f6cd33b29b5cf17dd4156486764c', '{"changes": {"name": [null, "Borealis Labs"], "slug": [null, "borealis-labs"], "external_id": [null, null]}}', NULL),
	('01a22eba-7034-7db8-aae3-feb069eca5c7', 'personal', 'o_wlh9XCOnauunjCVf', '\xc19016c674eb5e6c9848188db2597e29', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22eba-7119-75f4-b927-c1f26b35e900', 'personal', NULL, '\xed9169550ecee4735bc5452f665ef797', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22eba-7121-741b-8464-793fb64a2b33', 'personal', 'o_wlh9XCOnauunjCVf', '\xc078b53a9f74bf08ec96820fb5f85606', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22eba-7128-7bfe-9ad2-c96c0fa78ec1', 'personal', NULL, '\x25b69bfdac37f09f238b9e4d4a7e6dea', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22eba-712f-7f1a-9d21-28ffeaf6d3bb', 'personal', 'o_wlh9XCOnauunjCVf', '\x12403c990b115a6b850d8613b0a081f6', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22eba-7136-731c-bf3b-ddfa0ff0aecb', 'personal', NULL, '\xc9667442f8cbcf26e0c5f1558f7bf8ea', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22eba-713c-71bd-832e-df0eec580b23', 'personal', 'o_wlh9XCOnauunjCVf', '\x5ac85b324f3c58d1bfe1411a3f6ebcb6', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22eba-7141-7f8f-9c82-11bf8245ac05', 'personal', NULL, '\xcb4976a77285b7805bbd816d571e4a37', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22eba-7147-73a1-bf00-affb783e62b7', 'personal', 'o_wlh9XCOnauunjCVf', '\xbf233d483a2c0d20b4aca7b88766830a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22eba-714a-7f47-af60-8c0db6302add', 'personal', 'o_wlh9XCOnauunjCVf', '\x6f649305d08a6eff6b598d18ac12cb0e', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22eba-714a-7f47-af60-8c0db6302add', 'texts', 'o_wlh9XCOnauunjCVf', '\x99d184b9dd1f5c7c4ed9a08d683680f7', '{"changes": {"billing_tier": [null, "team"]}}', NULL),
	('01a22eba-714a-7f47-af60-8c0db6302add', 'figures', 'o_wlh9XCOnauunjCVf', '\x742d69a84c1cd1d8cefac20f5bd94737', '{"changes": {"low_balance_threshold_usd": [null, "100.00"]}}', NULL),
	('01a22eba-714f-760b-a886-a5c6595d2ebf', 'personal', 'o_wlh9XCOnauunjCVf', '\xaaec96d97bbcf187cbc9cfdd144d219c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22eba-714f-760b-a886-a5c6595d2ebf', 'texts', 'o_wlh9XCOnauunjCVf', '\x7e5d151940397a79f5b742bf0fa50c83', '{"details": {"tag": "session"}}', NULL),
	('01a22eba-7157-70ee-8e00-b4810de12097', 'personal', 'o_wlh9XCOnauunjCVf', '\x2d8966050dcdeaab0e7d39dc909bbf80', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "new-auditor@borealis-labs.example"}', NULL),
	('01a22eba-716b-7461-bbe7-8654bf1baa08', 'personal', 'o_Kts6ttHhzVkaLea8', '\xc8bc6a56898ba96c36c5fe50c51c1911', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22eba-738c-703b-a38d-50bb1f3d47d8', 'personal', 'o_Kts6ttHhzVkaLea8', '\x7a78ecb9b238f23da036b7d7508fbba1', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-716b-7461-bbe7-8654bf1baa08', 'figures', 'o_Kts6ttHhzVkaLea8', '\x6cc8d11b1474449124967763837bb784', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "45.02205"}}', NULL),
	('01a22eba-716b-7549-af67-8dcdb4e95bf5', 'personal', 'o_wlh9XCOnauunjCVf', '\x8cfc2e0e0b2cca4b78225fc814998159', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22eba-716b-7549-af67-8dcdb4e95bf5', 'figures', 'o_wlh9XCOnauunjCVf', '\x093c88006fdea532befa122b7847533b', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "36.01824"}}', NULL),
	('01a22eba-7172-7c0b-8063-5868e9508c98', 'personal', 'o_Kts6ttHhzVkaLea8', '\x5f5f012ab1d4e0bc7b3c2277fc07f5ad', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-7172-7c0b-8063-5868e9508c98', 'texts', 'o_Kts6ttHhzVkaLea8', '\xcabc25f15beccfa80f66f2370779d22e', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22eba-7172-7c0b-8063-5868e9508c98', 'figures', 'o_Kts6ttHhzVkaLea8', '\xda9a088d38925b04b0c4403e08d853e0', '{"details": {"amount_usd": "15000.00"}}', NULL),
	('01a22eba-7175-7b5a-ae1b-18c9b2e166f5', 'personal', 'o_Kts6ttHhzVkaLea8', '\x37e361934750942242573245e69a499e', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-7179-778f-a003-4a0997b08053', 'personal', 'o_wlh9XCOnauunjCVf', '\x33b86d0fd0c15c93742703847afc1af9', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22eba-7179-778f-a003-4a0997b08053', 'texts', 'o_wlh9XCOnauunjCVf', '\x9f8d67403de2fbb5f17c105475f5f1d4', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22eba-7179-778f-a003-4a0997b08053', 'figures', 'o_wlh9XCOnauunjCVf', '\x134fa3eb8cd73ba8130f847dd3dbe698', '{"details": {"amount_usd": "11750.00"}}', NULL),
	('01a22eba-717c-76d6-b56d-2d2d74244b07', 'personal', 'o_wlh9XCOnauunjCVf', '\xc75d34589ba1829d4ca94bdc6fd73d7b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22eba-7183-797c-930a-6433245185bb', 'personal', 'o_Kts6ttHhzVkaLea8', '\x8f58d00282a84f3d91fce275edf70fd0', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-7183-797c-930a-6433245185bb', 'texts', 'o_Kts6ttHhzVkaLea8', '\xa302ea2016bb904cdcd128634ac67473', '{"details": {"run_id": "run-002", "reference": "credit-1"}}', NULL),
	('01a22eba-7183-797c-930a-6433245185bb', 'figures', 'o_Kts6ttHhzVkaLea8', '\xef53b379ca3086462389c50a469b0073', '{"details": {"amount_usd": "0.01"}}', NULL),
	('01a22eba-7187-7228-97d2-ac20e037fd70', 'personal', 'o_Kts6ttHhzVkaLea8', '\x4d9e8ab7a3732f5de9543fd707f8f0d3', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-7187-7228-97d2-ac20e037fd70', 'texts', 'o_Kts6ttHhzVkaLea8', '\xd9d5525f72693e9c8fd5213b2f1a8fb7', '{"details": {"reason": "Fed by mistake"}}', NULL),
	('01a22eba-7187-7228-97d2-ac20e037fd70', 'figures', 'o_Kts6ttHhzVkaLea8', '\x9f4f106b4558dabd932e577f43ec9ea7', '{"details": {"run_ids": ["run-004"], "run_count": 1, "total_cost_usd": "5.00047"}}', NULL),
	('01a22eba-718b-7c92-8539-86e25a27b6d4', 'personal', 'o_Kts6ttHhzVkaLea8', '\xbcd16bd16eab1614db412b7074f00b97', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-718b-7c92-8539-86e25a27b6d4', 'texts', 'o_Kts6ttHhzVkaLea8', '\xf2b5a690cc723f707fa22addfdcb1806', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22eba-718b-7c92-8539-86e25a27b6d4', 'figures', 'o_Kts6ttHhzVkaLea8', '\xf13de86dec8d6e3f132686467f9872af', '{"details": {"amount_usd": "1.24736"}}', NULL),
	('01a22eba-718d-72e7-872b-9588f816382d', 'personal', 'o_Kts6ttHhzVkaLea8', '\x2ef8db975fe7de53dd804b8ab6d42c42', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-718d-72e7-872b-9588f816382d', 'texts', 'o_Kts6ttHhzVkaLea8', '\xd91873bcb26b9dc20cf6f1428f75018a', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22eba-718d-72e7-872b-9588f816382d', 'figures', 'o_Kts6ttHhzVkaLea8', '\x244be682fa4f9568b4ff952aca3e7d07', '{"details": {"balance_usd": "14980.25", "difference_usd": "1.24736"}}', NULL),
	('01a22eba-7190-7ea2-a7b5-efbb6dc4359b', 'personal', 'o_Kts6ttHhzVkaLea8', '\xc8ab23f5d1a5839ac1fa0cc885912988', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22eba-7194-71b7-843c-bf80736aea04', 'personal', 'o_wlh9XCOnauunjCVf', '\x95f16878f1b854911178525c71eee28e', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22eba-7196-7fec-8b95-ff02188fee02', 'personal', 'o_Kts6ttHhzVkaLea8', '\xa29452936b72bec1aa7b87d1e2080dcc', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22eba-719a-7ed4-aa0d-1b61848d48f2', 'personal', 'o_Kts6ttHhzVkaLea8', '\x5323befeee7dca325447f50a66bdcad7', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22eba-719a-7ed4-aa0d-1b61848d48f2', 'texts', 'o_Kts6ttHhzVkaLea8', '\xc6ce58244f1fd4511935253dbacbcb32', '{"details": {"reason": "Kept as a revoked one"}}', NULL),
	('01a22eba-7212-7041-a18c-5d0ff6c2a297', 'personal', 'o_Kts6ttHhzVkaLea8', '\x533fb6003398160254f7b972f350439f', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-7230-7926-9157-179befbe283f', 'personal', 'o_Kts6ttHhzVkaLea8', '\xfac9697ddc22a6c901b45ca3471ae6df', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-7230-7926-9157-179befbe283f', 'texts', 'o_Kts6ttHhzVkaLea8', '\xbaac1cd2e4bac46daadb902ecbccccff', '{"details": {"group_by": ["tag:session"]}}', NULL),
	('01a22eba-7249-754a-a5de-e88c5f7b730a', 'personal', 'o_Kts6ttHhzVkaLea8', '\x5f907673b6c998735c4b45aff8badc68', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-7261-753d-9e29-f3fe06eb05dc', 'personal', 'o_Kts6ttHhzVkaLea8', '\xf74030701721f1cee115894d811d0d80', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-7278-79da-9bac-d09a00b2920f', 'personal', 'o_Kts6ttHhzVkaLea8', '\xf89ef41d3b09f4142095e63beaff7926', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-7278-79da-9bac-d09a00b2920f', 'texts', 'o_Kts6ttHhzVkaLea8', '\x386e94019ebce2d910116f8968b43270', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22eba-728f-7cb0-98d3-760c8f624936', 'personal', 'o_wlh9XCOnauunjCVf', '\xa9cb3afca857712561beacce2ba79659', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22eba-72a7-7225-8031-3717a34d7ccc', 'personal', 'o_wlh9XCOnauunjCVf', '\x005cf2754579146e330e4b8751ec273d', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22eba-72bd-7619-8bce-3ead3bc6c5bb', 'personal', 'o_wlh9XCOnauunjCVf', '\x66c8b3b1c34869a1f88f11a857754cb4', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22eba-72d3-7f52-9b4e-10b8c2263b9c', 'personal', 'o_wlh9XCOnauunjCVf', '\x8c70d8118fe8caa8dd056f0f5e2c3a1d', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22eba-72ea-7a6b-991d-5970b4e0cc9e', 'personal', 'o_wlh9XCOnauunjCVf', '\xa34e3472d87e742f236c3651cdb337d4', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22eba-72ea-7a6b-991d-5970b4e0cc9e', 'texts', 'o_wlh9XCOnauunjCVf', '\x7bb55d690540e7a5282fde55110d102b', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22eba-7301-7180-80a9-a6515af5db33', 'personal', 'o_Kts6ttHhzVkaLea8', '\x4bc271b9ce13e8fdeb0d6103f93ff7fb', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-7316-7ff1-a9ca-6a31f5915b02', 'personal', 'o_Kts6ttHhzVkaLea8', '\x507a93ce90b094115b0c2213d668846c', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-732c-7a7f-a06f-7b027e372e77', 'personal', 'o_Kts6ttHhzVkaLea8', '\x88a10ae03def7d57e0ce8e92b6d30ede', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-73a2-76e2-8107-5e412010e5b5', 'personal', 'o_Kts6ttHhzVkaLea8', '\xa62a5fce1b2140229daf166dcbc5667f', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22eba-73a2-76e2-8107-5e412010e5b5', 'texts', 'o_Kts6ttHhzVkaLea8', '\x3e29ea316e9a7d646d18509ff3a3bf63', '{"details": {"run_id": "run-002"}}', NULL);

INSERT INTO public.billing_audit_repeat (fingerprint, minute, organization_id, first_event_id, count) VALUES
	('\xf254f2e9f551813704c742fc5159eda7047674159a2b4d2fd372dd3492bc8215', '2026-11-30 23:11:00+00', 'o_wlh9XCOnauunjCVf', '01a22eba-728f-7cb0-98d3-760c8f624936', 1),
	('\x9dcfe3d53ac9b2c07a21446bbc9baba59e3f7704130441a7b1852cc72e4b04aa', '2026-11-30 23:11:00+00', 'o_wlh9XCOnauunjCVf', '01a22eba-72a7-7225-8031-3717a34d7ccc', 2),
	('\xe991d365d3715d0ef749047cf7b6ad388bc6912e3b9c4742f7144561a4b28866', '2026-11-30 23:11:00+00', 'o_wlh9XCOnauunjCVf', '01a22eba-72d3-7f52-9b4e-10b8c2263b9c', 1),
	('\x15e5e66ea36958cea69ed65d69ffb576d0c6346bc066eb6c782ced6fa183b187', '2026-11-30 23:11:00+00', 'o_wlh9XCOnauunjCVf', '01a22eba-72ea-7a6b-991d-5970b4e0cc9e', 1),
	('\x8e03a7c0a2fdcf09b317e234106a601998d7137d3a5bae68d9b1678ee19940ca', '2026-11-30 23:11:00+00', 'o_Kts6ttHhzVkaLea8', '01a22eba-7301-7180-80a9-a6515af5db33', 1),
	('\x2e383249e2f0e92578c80fd6535e9c58a3564b4f43adad9ef3a4528d609004ba', '2026-11-30 23:11:00+00', 'o_Kts6ttHhzVkaLea8', '01a22eba-7316-7ff1-a9ca-6a31f5915b02', 2),
	('\x2666afc57c129868ee9bd820987bbd6a4175ee723984becd9afaf13db925234b', '2026-11-30 23:11:00+00', 'o_Kts6ttHhzVkaLea8', '01a22eba-738c-703b-a38d-50bb1f3d47d8', 1),
	('\x6b01f976864da41e9aa46cfa61962c6ba120e78ad7f2faccd09b3bcecf571c61', '2026-11-30 23:11:00+00', 'o_Kts6ttHhzVkaLea8', '01a22eba-73a2-76e2-8107-5e412010e5b5', 1);

INSERT INTO public.billing_audit_tree (log, size, edge) VALUES
	('o_Kts6ttHhzVkaLea8', 29, '\x7e6352181e90ea150566b1f80fca8d13416aadd578e0bc47ebfa5e17c0a656332e5a8252f0a9af00ad8bda599b7d61b029f4df2c8c4acab38f8015e68f4ca570d48dc59021d6ed1098923a18a26f673ea65494ac63aa7c2d8d1f680151425804033d988ec5035037a2da1dabda92fe3fe2b32d4221373a7215484354faf48982'),
	('o_wlh9XCOnauunjCVf', 18, '\xf6e865dea545eecf7f3f8f58a65240bf3f7f0eb564cd9baa08ea2ed152ea984ca87b6851cb5ea970f4aaec8a74c3c1e1a443bb96468cf23c1f5ae9f7be0e079d'),
	('platform', 12, '\xab54c1cbd9b86816122f4500173ea3f156a11c826988291f7b8d95a82382be7862a3d7be9cc4c77ec0d18b82f81edeadcd5ad76f481b9b7c1bd0f20f4431e13f');

INSERT INTO public.billing_balance_entry (id, kind, amount_usd, reference, occurred_at, note, revision, created_at, organization_id) VALUES
	(1, 'top_up', 15000.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 23:11:40.402478+00', 1),
	(2, 'top_up', 11750.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 23:11:40.409316+00', 2),
	(3, 'adjustment', 1.2473600000, 'biller-1', '2026-04-06 00:00:00+00', '', 6, '2026-11-30 23:11:40.427625+00', 1);

INSERT INTO public.billing_batch (id, started_at, finished_at, started_by, file, options, read, inserted, updated, unchanged, repeated, stale, refused, corrected, rounded, unpriced, total_cost_usd, llm_tokens_in, llm_tokens_out, usage_moved_usd, offset_usd, llm_tokens_cached) VALUES
	(1, '2026-11-30 23:11:40.376269+00', '2026-11-30 23:11:40.396933+00', 'system keep_release', '', '{}', 30, 30, 0, 0, 0, 0, 0, 0, 0, 3, 81.0402900000, 30435, 6435, 81.0402900000, 0.0000000000, 435);

INSERT INTO public.billing_orgs_invitation (id, email, role, token_digest, sending, sent_at, expires_at, accepted_at, revoked_at, invited_by_id, organization_id) VALUES
	(1, 'new-auditor@borealis-labs.example', 'auditor', NULL, 1, '2026-11-30 23:11:40.371686+00', '2026-12-07 23:11:40.371686+00', NULL, NULL, NULL, 2);

INSERT INTO public.billing_orgs_invitationsending (id, sent_at, invitation_id, sent_by_id) VALUES
	(1, '2026-11-30 23:11:40.372474+00', 1, NULL);

INSERT INTO public.billing_orgs_membership (id, role, created_at, user_id, organization_id, hold_confirmed_until) VALUES
	(1, 'owner', '2026-11-30 23:11:39.768103+00', 2, 1, NULL),
	(2, 'admin', '2026-11-30 23:11:40.002853+00', 3, 1, NULL),
	(3, 'billing', '2026-11-30 23:11:40.016922+00', 4, 1, NULL),
	(4, 'auditor', '2026-11-30 23:11:40.030065+00', 5, 1, NULL),
	(5, 'member', '2026-11-30 23:11:40.04347+00', 6, 1, NULL),
	(6, 'owner', '2026-11-30 23:11:40.082262+00', 7, 2, NULL),
	(7, 'admin', '2026-11-30 23:11:40.318339+00', 8, 2, NULL),
	(8, 'billing', '2026-11-30 23:11:40.333304+00', 9, 2, NULL),
	(9, 'auditor', '2026-11-30 23:11:40.345947+00', 10, 2, NULL),
	(10, 'member', '2026-11-30 23:11:40.357891+00', 11, 2, NULL);

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
	(1, true, NULL, 1, 'Demo', '2026-11-30 23:11:40.060727+00', 'system', NULL);

INSERT INTO public.billing_reconciliation (id, reference, balance_usd, observed_at, difference_usd, revision, created_at, organization_id) VALUES
	(1, 'biller-1', 14980.2500000000, '2026-04-06 00:00:00+00', 1.2473600000, 6, '2026-11-30 23:11:40.428938+00', 1);

INSERT INTO public.billing_registered_tag (id, key, registered_at, filled_through, ready_at, organization_id) VALUES
	(1, 'session', '2026-11-30 23:11:40.055895+00', NULL, '2026-11-30 23:11:40.055528+00', 1),
	(2, 'session', '2026-11-30 23:11:40.366837+00', NULL, '2026-11-30 23:11:40.366565+00', 2);

INSERT INTO public.billing_revision (revision, token, organization_id) VALUES
	(1, 'e76aa66e-233c-4b39-b4b1-26851ae5e1d4', 1),
	(1, '89b98127-8168-4876-adb7-9f073b43712a', 2),
	(2, 'ff9a88fb-f5d5-4601-8d84-36ef55dfd521', 1),
	(2, 'edc76d98-96bc-4c5b-9f37-aa2932636a88', 2),
	(3, '17ddb64c-9c7b-444c-840c-eebe907acad4', 1),
	(3, 'c83ba53c-5e02-48de-a10e-d8426ae1ce2f', 2),
	(4, '4d0fbad3-057a-4f43-94f5-6247931f186f', 1),
	(5, '35a33b51-d53c-4fb2-8275-cb11c9e07346', 1),
	(6, '882c7076-a213-4ac2-b805-28c8c7d504cf', 1);

INSERT INTO public.billing_run (id, run_id, run_type, status, created_at, modified_at, queued_at, started_at, finished_at, total_cost_usd, unit_price_usd, cost_status, cost_updated_at, llm_tokens_in, llm_tokens_out, tags, first_revision, revision, organization_id, batch_id, llm_tokens_cached, credited_usd, cached_unit_price_usd, cached_units, units) VALUES
	(1, 'run-000', 'workflow_run', 'completed', '2026-04-01 00:00:00+00', NULL, NULL, '2026-04-01 00:00:00+00', '2026-04-01 00:03:00+00', 1.0000700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1000, 200, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 0, 0.0000000000, NULL, NULL, NULL),
	(4, 'run-006', 'workflow_run', 'completed', '2026-04-02 18:06:00+00', NULL, NULL, '2026-04-02 18:06:00+00', '2026-04-02 18:09:00+00', 2.0006700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1006, 206, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 6, 0.0000000000, NULL, NULL, NULL),
	(5, 'run-008', 'workflow_run', 'completed', '2026-04-03 08:08:00+00', NULL, NULL, '2026-04-03 08:08:00+00', '2026-04-03 08:11:00+00', 4.0008700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1008, 208, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 8, 0.0000000000, NULL, NULL, NULL),
	(6, 'run-010', 'workflow_run', 'completed', '2026-04-03 22:10:00+00', NULL, NULL, '2026-04-03 22:10:00+00', '2026-04-03 22:13:00+00', 1.0010700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1010, 210, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 10, 0.0000000000, NULL, NULL, NULL),
	(7, 'run-012', 'workflow_run', 'completed', '2026-04-04 12:12:00+00', NULL, NULL, '2026-04-04 12:12:00+00', '2026-04-04 12:15:00+00', 3.0012700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1012, 212, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 12, 0.0000000000, NULL, NULL, NULL),
	(8, 'run-014', 'workflow_run', 'completed', '2026-04-05 02:14:00+00', NULL, NULL, '2026-04-05 02:14:00+00', '2026-04-05 02:17:00+00', 5.0014700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1014, 214, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 14, 0.0000000000, NULL, NULL, NULL),
	(9, 'run-016', 'workflow_run', 'completed', '2026-04-05 16:16:00+00', NULL, NULL, '2026-04-05 16:16:00+00', '2026-04-05 16:19:00+00', 2.0016700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1016, 216, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 16, 0.0000000000, NULL, NULL, NULL),
	(10, 'run-018', 'workflow_run', 'completed', '2026-04-06 06:18:00+00', NULL, NULL, '2026-04-06 06:18:00+00', '2026-04-06 06:21:00+00', 4.0018700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1018, 218, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 18, 0.0000000000, NULL, NULL, NULL),
	(11, 'run-020', 'workflow_run', 'completed', '2026-04-06 20:20:00+00', NULL, NULL, '2026-04-06 20:20:00+00', '2026-04-06 20:23:00+00', 1.0020700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1020, 220, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 20, 0.0000000000, NULL, NULL, NULL),
	(12, 'run-022', 'workflow_run', 'completed', '2026-04-07 10:22:00+00', NULL, NULL, '2026-04-07 10:22:00+00', '2026-04-07 10:25:00+00', 3.0022700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1022, 222, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 22, 0.0000000000, NULL, NULL, NULL),
	(13, 'run-024', 'workflow_run', 'completed', '2026-04-08 00:24:00+00', NULL, NULL, '2026-04-08 00:24:00+00', '2026-04-08 00:27:00+00', 5.0024700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1024, 224, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 24, 0.0000000000, NULL, NULL, NULL),
	(14, 'run-026', 'workflow_run', 'completed', '2026-04-08 14:26:00+00', NULL, NULL, '2026-04-08 14:26:00+00', '2026-04-08 14:29:00+00', 2.0026700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1026, 226, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 26, 0.0000000000, NULL, NULL, NULL),
	(15, 'run-028', 'workflow_run', 'completed', '2026-04-09 04:28:00+00', NULL, NULL, '2026-04-09 04:28:00+00', '2026-04-09 04:31:00+00', 4.0028700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1028, 228, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 28, 0.0000000000, NULL, NULL, NULL),
	(16, 'run-001', 'workflow_run', 'completed', '2026-04-01 07:01:00+00', NULL, NULL, '2026-04-01 07:01:00+00', '2026-04-01 07:04:00+00', 2.0001700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1001, 201, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 1, 0.0000000000, NULL, NULL, NULL),
	(17, 'run-003', 'workflow_run', 'completed', '2026-04-01 21:03:00+00', NULL, NULL, '2026-04-01 21:03:00+00', '2026-04-01 21:06:00+00', 4.0003700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1003, 203, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 3, 0.0000000000, NULL, NULL, NULL),
	(18, 'run-005', 'workflow_run', 'completed', '2026-04-02 11:05:00+00', NULL, NULL, '2026-04-02 11:05:00+00', '2026-04-02 11:08:00+00', 1.0005700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1005, 205, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 5, 0.0000000000, NULL, NULL, NULL),
	(19, 'run-007', 'workflow_run', 'completed', '2026-04-03 01:07:00+00', NULL, NULL, '2026-04-03 01:07:00+00', '2026-04-03 01:10:00+00', NULL, NULL, 'unpriced', '2026-11-30 23:11:40.385627+00', 1007, 207, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 7, 0.0000000000, NULL, NULL, NULL),
	(20, 'run-009', 'workflow_run', 'running', '2026-04-03 15:09:00+00', NULL, NULL, '2026-04-03 15:09:00+00', NULL, 5.0009700000, NULL, 'accruing', '2026-11-30 23:11:40.385627+00', 1009, 209, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 9, 0.0000000000, NULL, NULL, NULL),
	(21, 'run-011', 'workflow_run', 'completed', '2026-04-04 05:11:00+00', NULL, NULL, '2026-04-04 05:11:00+00', '2026-04-04 05:14:00+00', 2.0011700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1011, 211, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 11, 0.0000000000, NULL, NULL, NULL),
	(22, 'run-013', 'workflow_run', 'completed', '2026-04-04 19:13:00+00', NULL, NULL, '2026-04-04 19:13:00+00', '2026-04-04 19:16:00+00', 4.0013700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1013, 213, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 13, 0.0000000000, NULL, NULL, NULL),
	(23, 'run-015', 'workflow_run', 'completed', '2026-04-05 09:15:00+00', NULL, NULL, '2026-04-05 09:15:00+00', '2026-04-05 09:18:00+00', 1.0015700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1015, 215, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 15, 0.0000000000, NULL, NULL, NULL),
	(24, 'run-017', 'workflow_run', 'completed', '2026-04-05 23:17:00+00', NULL, NULL, '2026-04-05 23:17:00+00', '2026-04-05 23:20:00+00', NULL, NULL, 'unpriced', '2026-11-30 23:11:40.385627+00', 1017, 217, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 17, 0.0000000000, NULL, NULL, NULL),
	(25, 'run-019', 'workflow_run', 'running', '2026-04-06 13:19:00+00', NULL, NULL, '2026-04-06 13:19:00+00', NULL, 5.0019700000, NULL, 'accruing', '2026-11-30 23:11:40.385627+00', 1019, 219, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 19, 0.0000000000, NULL, NULL, NULL),
	(26, 'run-021', 'workflow_run', 'completed', '2026-04-07 03:21:00+00', NULL, NULL, '2026-04-07 03:21:00+00', '2026-04-07 03:24:00+00', 2.0021700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1021, 221, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 21, 0.0000000000, NULL, NULL, NULL),
	(27, 'run-023', 'workflow_run', 'completed', '2026-04-07 17:23:00+00', NULL, NULL, '2026-04-07 17:23:00+00', '2026-04-07 17:26:00+00', 4.0023700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1023, 223, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 23, 0.0000000000, NULL, NULL, NULL),
	(28, 'run-025', 'workflow_run', 'completed', '2026-04-08 07:25:00+00', NULL, NULL, '2026-04-08 07:25:00+00', '2026-04-08 07:28:00+00', 1.0025700000, NULL, 'final', '2026-11-30 23:11:40.385627+00', 1025, 225, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 25, 0.0000000000, NULL, NULL, NULL),
	(29, 'run-027', 'workflow_run', 'completed', '2026-04-08 21:27:00+00', NULL, NULL, '2026-04-08 21:27:00+00', '2026-04-08 21:30:00+00', NULL, NULL, 'unpriced', '2026-11-30 23:11:40.385627+00', 1027, 227, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 27, 0.0000000000, NULL, NULL, NULL),
	(30, 'run-029', 'workflow_run', 'running', '2026-04-09 11:29:00+00', NULL, NULL, '2026-04-09 11:29:00+00', NULL, 5.0029700000, NULL, 'accruing', '2026-11-30 23:11:40.385627+00', 1029, 229, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 29, 0.0000000000, NULL, NULL, NULL),
	(2, 'run-002', 'workflow_run', 'completed', '2026-04-01 14:02:00+00', NULL, NULL, '2026-04-01 14:02:00+00', '2026-04-01 14:05:00+00', 3.0002700000, NULL, 'final', '2026-11-30 23:11:40.417389+00', 1002, 202, '{"county": "Añasco", "session": "s2"}', 2, 4, 1, 1, 2, 0.0100000000, NULL, NULL, NULL);

INSERT INTO public.billing_run_credit (id, run_id, amount_usd, reference, occurred_at, revision, void_revision, created_at, organization_id) VALUES
	(1, 'run-002', 0.0100000000, 'credit-1', '2026-04-01 12:00:00+00', 4, NULL, '2026-11-30 23:11:40.419317+00', 1);

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
	(1, 'workflow_run', 'completed', '2026-04-02 04:04:00+00', NULL, NULL, '2026-04-02 04:04:00+00', '2026-04-02 04:07:00+00', 5.0004700000, NULL, 'final', 1004, 204, '{"county": "Añasco", "session": "s0"}', 'run-004', '2026-11-30 23:11:40.385627+00', 2, 2, 5, '2026-11-30 23:11:40.422479+00', 1, 1, 4, 0.0000000000, NULL, NULL, NULL);

INSERT INTO public.procrastinate_jobs (id, queue_name, task_name, lock, args, status, scheduled_at, attempts, queueing_lock, priority, abort_requested, worker_id) VALUES
	(1, 'billing-access-email', 'orgs.send_invitation', NULL, '{"message": "9012d426-0520-4a1f-8de9-f908867f2e2b", "sending": 1, "invitation_id": 1}', 'todo', NULL, 0, NULL, 0, false, NULL);

INSERT INTO public.procrastinate_events (id, job_id, type, at) VALUES
	(1, 1, 'deferred', '2026-11-30 23:11:40.36879+00');

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

