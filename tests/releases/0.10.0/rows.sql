INSERT INTO public.billing_accounts_user (id, password, last_login, is_superuser, is_staff, is_active, date_joined, email, name, held_until, password_is_preset) VALUES
	(1, 'pbkdf2_sha256$1000000$pIPlgOc1Sc9mG0hv58DlOy$PgFyQajqRAS3xMVjvGoJ9HIc+ejttlQQHzOS14qQk9w=', NULL, true, true, true, '2026-11-30 20:13:39.362239+00', 'staff@platform.example', 'Platform staff', NULL, false),
	(2, 'pbkdf2_sha256$1000000$pIPlgOc1Sc9mG0hv58DlOy$PgFyQajqRAS3xMVjvGoJ9HIc+ejttlQQHzOS14qQk9w=', NULL, false, false, true, '2026-11-30 20:13:40.159191+00', 'owner@acme-robotics.example', 'Acme Robotics''s owner', NULL, false),
	(3, 'pbkdf2_sha256$1000000$pIPlgOc1Sc9mG0hv58DlOy$PgFyQajqRAS3xMVjvGoJ9HIc+ejttlQQHzOS14qQk9w=', NULL, false, false, true, '2026-11-30 20:13:40.475866+00', 'admin@acme-robotics.example', 'Acme Robotics''s admin', NULL, false),
	(4, 'pbkdf2_sha256$1000000$pIPlgOc1Sc9mG0hv58DlOy$PgFyQajqRAS3xMVjvGoJ9HIc+ejttlQQHzOS14qQk9w=', NULL, false, false, true, '2026-11-30 20:13:40.509426+00', 'billing@acme-robotics.example', 'Acme Robotics''s billing', NULL, false),
	(5, 'pbkdf2_sha256$1000000$pIPlgOc1Sc9mG0hv58DlOy$PgFyQajqRAS3xMVjvGoJ9HIc+ejttlQQHzOS14qQk9w=', NULL, false, false, true, '2026-11-30 20:13:40.532894+00', 'auditor@acme-robotics.example', 'Acme Robotics''s auditor', NULL, false),
	(6, 'pbkdf2_sha256$1000000$pIPlgOc1Sc9mG0hv58DlOy$PgFyQajqRAS3xMVjvGoJ9HIc+ejttlQQHzOS14qQk9w=', NULL, false, false, true, '2026-11-30 20:13:40.557187+00', 'member@acme-robotics.example', 'Acme Robotics''s member', NULL, false),
	(7, 'pbkdf2_sha256$1000000$pIPlgOc1Sc9mG0hv58DlOy$PgFyQajqRAS3xMVjvGoJ9HIc+ejttlQQHzOS14qQk9w=', NULL, false, false, true, '2026-11-30 20:13:40.627546+00', 'owner@borealis-labs.example', 'Borealis Labs''s owner', NULL, false),
	(8, 'pbkdf2_sha256$1000000$pIPlgOc1Sc9mG0hv58DlOy$PgFyQajqRAS3xMVjvGoJ9HIc+ejttlQQHzOS14qQk9w=', NULL, false, false, true, '2026-11-30 20:13:41.002048+00', 'admin@borealis-labs.example', 'Borealis Labs''s admin', NULL, false),
	(9, 'pbkdf2_sha256$1000000$pIPlgOc1Sc9mG0hv58DlOy$PgFyQajqRAS3xMVjvGoJ9HIc+ejttlQQHzOS14qQk9w=', NULL, false, false, true, '2026-11-30 20:13:41.031071+00', 'billing@borealis-labs.example', 'Borealis Labs''s billing', NULL, false),
	(10, 'pbkdf2_sha256$1000000$pIPlgOc1Sc9mG0hv58DlOy$PgFyQajqRAS3xMVjvGoJ9HIc+ejttlQQHzOS14qQk9w=', NULL, false, false, true, '2026-11-30 20:13:41.057013+00', 'auditor@borealis-labs.example', 'Borealis Labs''s auditor', NULL, false),
	(11, 'pbkdf2_sha256$1000000$pIPlgOc1Sc9mG0hv58DlOy$PgFyQajqRAS3xMVjvGoJ9HIc+ejttlQQHzOS14qQk9w=', NULL, false, false, true, '2026-11-30 20:13:41.076124+00', 'member@borealis-labs.example', 'Borealis Labs''s member', NULL, false);

INSERT INTO public.billing_orgs_organization (id, public_id, name, slug, external_id, time_zone, requires_second_factor, created_at, closed_at) VALUES
	(1, 'o_CZsONw0A0DESXDBa', 'Acme Robotics', 'acme-robotics', NULL, 'UTC', false, '2026-11-30 20:13:40.177521+00', NULL),
	(2, 'o_sK1iySvYYgiz4HOw', 'Borealis Labs', 'borealis-labs', NULL, 'UTC', false, '2026-11-30 20:13:40.639793+00', NULL);

INSERT INTO public.billing_account (organization_id, billing_tier, billing_mode, low_balance_threshold_usd, period_start_day, revision, fed_at, usage_through, balance_reconciled_at, entries_total_usd, usage_total_usd, revision_token, stale_after_hours) VALUES
	(2, 'team', 'prepaid', 100.0000000000, 1, 3, '2026-11-30 20:13:41.136028+00', '2026-11-30 00:00:00+00', NULL, 11750.0000000000, 36.0182400000, '4d44d622-f5f6-4434-8a07-9ea8c7cf9182', NULL),
	(1, 'pro', 'prepaid', 500.0000000000, 1, 6, '2026-11-30 20:13:41.136028+00', '2026-11-30 00:00:00+00', '2026-04-06 00:00:00+00', 15001.2473600000, 40.0115800000, 'e274b037-4c59-44a9-952c-177ba395ec3b', NULL);

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
	('aa74b3ca-ab21-4027-9384-74f0236f3797', 'low_balance', NULL, NULL, NULL, '', NULL, '2026-11-30 20:13:40.585679+00', '2026-11-30 20:13:40.585679+00', 'unknown', '2026-11-30 20:13:40.585679+00', NULL, NULL, NULL, '2026-11-30 20:13:40.585679+00', 1),
	('87e95483-4ea7-4a57-9cf0-c2e61a28b663', 'low_balance', NULL, NULL, NULL, '', NULL, '2026-11-30 20:13:41.094827+00', '2026-11-30 20:13:41.094827+00', 'unknown', '2026-11-30 20:13:41.094827+00', NULL, NULL, NULL, '2026-11-30 20:13:41.094827+00', 2);

INSERT INTO public.billing_api_key (id, name, digest, first_characters, last_characters, scopes, created_at, created_by_kind, expires_at, revoked_at, allowed_networks, is_platform_key, last_used_at, last_used_address, expiry_notice, form_token, created_by_id, organization_id, predecessor_id) VALUES
	('127790bf-e66a-4d17-ace9-357fe65c3e8d', 'Kept', '\xc3a51fa315746b30e15b81926f29bfe7f07c2f788a983426014fde4e6d8516cd', 'bak_live_aIo', 'cVXb', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 20:13:41.220983+00', 'system', '2027-11-30 20:13:41.220983+00', '2026-11-30 20:13:41.226759+00', '{}', false, NULL, NULL, NULL, NULL, NULL, 1, NULL),
	('3ca86248-5f5d-4f44-b0e9-0a803af5e5f5', 'Kept', '\x6fc4895ca4caec8831eaf31ed8eca743ba52f0af481fdcc9a85622e2b6cdd661', 'bak_live_2ZV', 'OXfi', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 20:13:41.211578+00', 'system', '2027-11-30 20:13:41.211578+00', NULL, '{}', false, '2026-11-30 20:13:41.271467+00', '127.0.0.1', NULL, NULL, NULL, 1, NULL),
	('4d12cbbb-0738-47ff-bed7-8c5e78308e8e', 'Kept', '\x4e9dae0e25ffb640ebf0009e87fc0cf130cd65bca023be00676d838cf2ed9905', 'bak_live_dMY', 'cLib', '{audit:read,billing.state:read,billing.usage:read,runs:read}', '2026-11-30 20:13:41.216961+00', 'system', '2027-11-30 20:13:41.216961+00', NULL, '{}', false, '2026-11-30 20:13:41.326645+00', '127.0.0.1', NULL, NULL, NULL, 2, NULL);

INSERT INTO public.billing_audit_checkpoint (log, size, note) VALUES
	('o_CZsONw0A0DESXDBa', 29, 'tests/o_CZsONw0A0DESXDBa
29
aOC4ISiMOVR7vktN7GClshMIo3KIACWknJRCfsvx3KI=
sealed 2026-11-30T20:13:41.418246Z

— tests/o_CZsONw0A0DESXDBa YdmENkkV1gRETytxGTblkyXKRNbiLO23NUQCnsnXVgN2d2H5aYjrBnQ4CKXTLdvRqBBqLG7nNTwcSDe0RrnhXDEqrgY=
'),
	('o_sK1iySvYYgiz4HOw', 18, 'tests/o_sK1iySvYYgiz4HOw
18
VmTSow/ze0+qVUkE6LX8Za/Dsa7fGHy+EEbKycQbtB0=
sealed 2026-11-30T20:13:41.420317Z

— tests/o_sK1iySvYYgiz4HOw NP0UAsCEV8Bk/U5T+Wb13MvvbcGhuGTHnK0+181JuIMInO8xfhjGBDvbxkIFl1ngIfTZzWDn04j1An5GjhdD47cavgQ=
'),
	('platform', 12, 'tests/platform
12
2sbsu0ewxGTNeS/ouzPzy+0/B0s08rtmeteRt/DF09o=
sealed 2026-11-30T20:13:41.421931Z

— tests/platform JQuB/oznSky6kNuZU2v04lCctbsb8VsCEereZKNE+OeIXFQpgDjCmiKCtDMFsDUwKzGw1z20yBa2hR33PadVOCLF2gc=
');

INSERT INTO public.billing_audit_event (id, organization_id, recorded_at, action, outcome, reason_code, actor_kind, actor_id, target_kind, target_id, request_id, body) VALUES
	('01a22e17-78a6-7f1b-b9fb-0ab65db6d813', NULL, '2026-11-30 20:13:39.879384+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"5e2c73414e246c796c89e0d1fdb05c02d75c9154250a6304ac54d56855d443d6"},"details":{},"id":"01a22e17-78a6-7f1b-b9fb-0ab65db6d813","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:39.879384Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22e17-79bb-75e6-a230-ff704730e034', NULL, '2026-11-30 20:13:40.155726+00', 'user.changed', 'allowed', '', 'system', 'keep_release', 'user', '1', '', '{"action":"user.changed","actor_id":"keep_release","actor_kind":"system","changes":{"is_staff":[false,true],"is_superuser":[false,true]},"commitments":{"personal":"1b016a6263a624fe8f83f6f84e6d6dd58bd6e43b612cab6eb64c638765336ae3"},"details":{},"id":"01a22e17-79bb-75e6-a230-ff704730e034","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.155726Z","request_id":"","target_id":"1","target_kind":"user","version":2}'),
	('01a22e17-79c7-7cd5-af87-ea1302f9952e', NULL, '2026-11-30 20:13:40.168191+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"2b3e3ffd8171e4b88f2e8200a228687a32f21e6f9324b91ef04d42de08ad0964"},"details":{},"id":"01a22e17-79c7-7cd5-af87-ea1302f9952e","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.168191Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22e17-79d4-71b0-9958-49145b91d65b', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:40.180652+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_CZsONw0A0DESXDBa', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"83a9fe6acae89799a9f77a62ddf4573a9131ea39ce68942686b0caf3719f3b5a","texts":"c5a86ed2d40271ac360e3de4b5c94ee1c012925b359887aa7f2909b3959e3802"},"details":{},"id":"01a22e17-79d4-71b0-9958-49145b91d65b","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.180652Z","request_id":"","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-79de-7e59-b5d1-5db50aaec935', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:40.191883+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '2', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"814cee5dd99e3fac4c983e8e6625b59e91abdff29ab6d4cebf7fc4e55ee6166a"},"details":{},"id":"01a22e17-79de-7e59-b5d1-5db50aaec935","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.191883Z","request_id":"","target_id":"2","target_kind":"user","version":2}'),
	('01a22e17-7b07-7f84-b420-5b24baec4b8e', NULL, '2026-11-30 20:13:40.488368+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"8f6a3506787fbf7f1c91d47e751c5b91e071478e09fdf5b5c84a6d267f826f93"},"details":{},"id":"01a22e17-7b07-7f84-b420-5b24baec4b8e","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.488368Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22e17-7b15-7b2b-8941-6d19f78aa8b7', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:40.501924+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '3', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"b9be3c1affee259258d431161c125b5b4c2d8fb2c8dda9dc6e9347fbcc618a72"},"details":{},"id":"01a22e17-7b15-7b2b-8941-6d19f78aa8b7","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.501924Z","request_id":"","target_id":"3","target_kind":"user","version":2}'),
	('01a22e17-7b23-717e-91f1-5aabbb5ba254', NULL, '2026-11-30 20:13:40.515302+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"bddd06352f33bb5197861e312fd33e221e868715d00ce5590a6b674c1ccdce67"},"details":{},"id":"01a22e17-7b23-717e-91f1-5aabbb5ba254","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.515302Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22e17-7b31-7c45-aa95-3ca04eaae6e6', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:40.530097+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '4', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"362ec3590eeee5e209d3d81a13c074220ca7cf7400dcb53365d768cffea9d77d"},"details":{},"id":"01a22e17-7b31-7c45-aa95-3ca04eaae6e6","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.530097Z","request_id":"","target_id":"4","target_kind":"user","version":2}'),
	('01a22e17-7b3b-7e3e-ac31-036242d5433c', NULL, '2026-11-30 20:13:40.540166+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"64cc60725313d0d883ffe69522d12c2c7dd00633d76c65b392d99460ee485d36"},"details":{},"id":"01a22e17-7b3b-7e3e-ac31-036242d5433c","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.540166Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22e17-7b47-78a6-85ac-8fcecb0dce91', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:40.551711+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '5', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"eac233e415938b009543df2bd6b5a3c62f24371b4d22a0a30f5baf1e749e2e3a"},"details":{},"id":"01a22e17-7b47-78a6-85ac-8fcecb0dce91","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.551711Z","request_id":"","target_id":"5","target_kind":"user","version":2}'),
	('01a22e17-7b58-737b-8038-f5f254cf6a23', NULL, '2026-11-30 20:13:40.568423+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"34f71d26377d8226d475288bb7f3459dc742de255a20faf71735d354e000c779"},"details":{},"id":"01a22e17-7b58-737b-8038-f5f254cf6a23","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.568423Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22e17-7b61-7e0d-8199-4de4435da3f9', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:40.578051+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '6', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"9aa1a85b023dbaf0765eacee973edbe72afeaca83345b3c82988814432937d8e"},"details":{},"id":"01a22e17-7b61-7e0d-8199-4de4435da3f9","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.578051Z","request_id":"","target_id":"6","target_kind":"user","version":2}'),
	('01a22e17-7d61-7f8a-947c-395ade310315', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.090465+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"member"]},"commitments":{"personal":"ba7f57638cf602c7d172199f8db9c529b6a4bd4da6c841b2130152be3b2dab45"},"details":{},"id":"01a22e17-7d61-7f8a-947c-395ade310315","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.090465Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22e17-7b6c-7e87-91e4-c53996ae4edf', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:40.590698+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_CZsONw0A0DESXDBa', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"ee41330bb6d137384172926a7814fcf20bc919681fe0d613518c364e2f7eb6af","personal":"2064bb9e8e3f165cf2021547343893d3ff9cb0b3209d62f800dc234c7cba86a1","texts":"b7871b6c0c452aa22aed20e82a70c15e0640c2b714a0423514727c8021965047"},"details":{},"id":"01a22e17-7b6c-7e87-91e4-c53996ae4edf","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.590698Z","request_id":"","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7b82-73b7-b73f-d375f47e6caa', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:40.610458+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_CZsONw0A0DESXDBa', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"6d502c3ce8e46f114a2ba4174a6b261c635de120db0bf5310c96763a9dcef6ab","texts":"9cb3928087017106f242c4ab990c4abe0a401b886a0bd1672b9d699e074d1f77"},"details":{},"id":"01a22e17-7b82-73b7-b73f-d375f47e6caa","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.610458Z","request_id":"","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7b90-7d16-9c0f-4d2d1d54ec76', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:40.625039+00', 'billing_reads.enabled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_CZsONw0A0DESXDBa', '', '{"action":"billing_reads.enabled","actor_id":"keep_release","actor_kind":"system","changes":{"billing_reads":["off","on"]},"commitments":{"personal":"81de425a283597cd219dd5b68c73982ea83f155f2aa02841440328d12347345e","texts":"9cedf4009f39ff9ae64013edef6758dd1478425de2e3b45230a584c9976d68e8"},"details":{"key_count":0},"id":"01a22e17-7b90-7d16-9c0f-4d2d1d54ec76","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.625039Z","request_id":"","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7b99-7c34-95d5-e7b48ca1dff6', NULL, '2026-11-30 20:13:40.633941+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"0c599b090247e3900ce48aef70588107df0bf031a245ebbbfdb91ab8a1dc5205"},"details":{},"id":"01a22e17-7b99-7c34-95d5-e7b48ca1dff6","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.633941Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22e17-7ba0-745c-88b3-273745e622f5', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:40.640481+00', 'organization.created', 'allowed', '', 'system', 'keep_release', 'organization', 'o_sK1iySvYYgiz4HOw', '', '{"action":"organization.created","actor_id":"keep_release","actor_kind":"system","changes":{"time_zone":[null,"UTC"]},"commitments":{"personal":"11af6cf3ce9a5e087eae128a0d2c026d41f6583d23a09132156dae5a109149ad","texts":"599fb14de899651ec04bbef190eef1beb1d5c0f18946664475805cdf220e0e5d"},"details":{},"id":"01a22e17-7ba0-745c-88b3-273745e622f5","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.640481Z","request_id":"","target_id":"o_sK1iySvYYgiz4HOw","target_kind":"organization","version":2}'),
	('01a22e17-7ba9-7b7e-a122-e0d464f10d35', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:40.650104+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '7', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"owner"]},"commitments":{"personal":"5c20df840dd43e7ff154195f410588eefe543d8ff72ad1f751cad389ac1166d4"},"details":{},"id":"01a22e17-7ba9-7b7e-a122-e0d464f10d35","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:40.650104Z","request_id":"","target_id":"7","target_kind":"user","version":2}'),
	('01a22e17-7d14-7f11-9a07-ee94cbbc50fb', NULL, '2026-11-30 20:13:41.013155+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"2e644f1dd33d1ce54b5329a31299eea521ebd3f1fa687f2369fe8f9d73b7bdc3"},"details":{},"id":"01a22e17-7d14-7f11-9a07-ee94cbbc50fb","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.013155Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22e17-7d23-7c5c-8393-f43e1d3179b0', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.02799+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '8', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"admin"]},"commitments":{"personal":"afa30a5abc7831659ee9748bb5e56799bc41ee8c6a1861a47461edbb57357f47"},"details":{},"id":"01a22e17-7d23-7c5c-8393-f43e1d3179b0","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.027990Z","request_id":"","target_id":"8","target_kind":"user","version":2}'),
	('01a22e17-7d2e-7e43-a0e0-fae9ed0c65ae', NULL, '2026-11-30 20:13:41.039397+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"3eb2baa43370c9c16f7aee3added72350a418a44d63ad5ee6f5a1723c6dccf1a"},"details":{},"id":"01a22e17-7d2e-7e43-a0e0-fae9ed0c65ae","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.039397Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22e17-7d3d-7615-a1e4-cc7921d3ee00', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.053574+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '9', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"billing"]},"commitments":{"personal":"8aba5ebc89e326695ba1203819d21234187a3d014a88b52b45b3c17c45bd01a1"},"details":{},"id":"01a22e17-7d3d-7615-a1e4-cc7921d3ee00","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.053574Z","request_id":"","target_id":"9","target_kind":"user","version":2}'),
	('01a22e17-7d47-731f-9208-21b75fb89064', NULL, '2026-11-30 20:13:41.06337+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"b49d1c7f3354b5b5f37201a000f40ad08da37f7e5234a047084ae574d0d0f683"},"details":{},"id":"01a22e17-7d47-731f-9208-21b75fb89064","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.063370Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22e17-7d50-7d7a-ba91-cdee2701b2df', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.07302+00', 'member.added', 'allowed', '', 'system', 'keep_release', 'user', '10', '', '{"action":"member.added","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"7134edaa98a9b869e91354c09a12d2f0e5d6b9fb40d6083905a274cec033892a"},"details":{},"id":"01a22e17-7d50-7d7a-ba91-cdee2701b2df","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.073020Z","request_id":"","target_id":"10","target_kind":"user","version":2}'),
	('01a22e17-7d5a-7176-baee-c692103df28e', NULL, '2026-11-30 20:13:41.082342+00', 'user.created', 'allowed', '', 'system', 'keep_release', 'user', '11', '', '{"action":"user.created","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"7a3047ecba2c3b46b0314dcd951d3abbec95bf69b3036d86dfe1af3223dd292a"},"details":{},"id":"01a22e17-7d5a-7176-baee-c692103df28e","organization_id":null,"outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.082342Z","request_id":"","target_id":"11","target_kind":"user","version":2}'),
	('01a22e17-7d67-7659-bc72-778234bcf99d', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.095656+00', 'account.updated', 'allowed', '', 'system', 'keep_release', 'organization', 'o_sK1iySvYYgiz4HOw', '', '{"action":"account.updated","actor_id":"keep_release","actor_kind":"system","changes":{"billing_mode":[null,"prepaid"],"period_start_day":[null,1]},"commitments":{"figures":"8ecefb022232e993607c4f1d95d6b49261e0a982018f2d8c6ac5c4bafdb36639","personal":"d962786db9dde48f4d53d6e23d996ebae61c1018431583be39e29331ee9f4ccf","texts":"8ecf1a58df89132c138681c974b3cf0a8bddd8791e7ce00ae0b440bb76596e9c"},"details":{},"id":"01a22e17-7d67-7659-bc72-778234bcf99d","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.095656Z","request_id":"","target_id":"o_sK1iySvYYgiz4HOw","target_kind":"organization","version":2}'),
	('01a22e17-7d6d-7a40-aa61-863017dca17d', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.101832+00', 'tag.registered', 'allowed', '', 'system', 'keep_release', 'organization', 'o_sK1iySvYYgiz4HOw', '', '{"action":"tag.registered","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"personal":"7c88c0e926a8a9a44be26513b785546052c0709e0ee985f07037244c4429c954","texts":"b27d2b215c2e95f5a778d09858efa227d66d0a4245bf32076176bf203f9c27de"},"details":{},"id":"01a22e17-7d6d-7a40-aa61-863017dca17d","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.101832Z","request_id":"","target_id":"o_sK1iySvYYgiz4HOw","target_kind":"organization","version":2}'),
	('01a22e17-7d7b-7769-afd0-74d9d55ad8f3', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.115723+00', 'member.invited', 'allowed', '', 'system', 'keep_release', 'invitation', '1', '', '{"action":"member.invited","actor_id":"keep_release","actor_kind":"system","changes":{"role":[null,"auditor"]},"commitments":{"personal":"20d6176acd018c64dae46ace37f5297a8f50d913bde47feb1f3f90e905eeff2d"},"details":{},"id":"01a22e17-7d7b-7769-afd0-74d9d55ad8f3","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.115723Z","request_id":"","target_id":"1","target_kind":"invitation","version":2}'),
	('01a22e17-7d95-7f90-9baf-0dd63d3e847c', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.142527+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_CZsONw0A0DESXDBa', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"0c9bb9edee5ec67033d280d842701fb8123e7cb10bf550f2cabbbec4ea6f0ce8","personal":"6e890ffc5c0362b38db43273d926b5d127b0323a48c6995a1c0c9434b14a7272"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22e17-7d95-7f90-9baf-0dd63d3e847c","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.142527Z","request_id":"","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7d96-70c1-b279-887cb98d619f', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.147945+00', 'runs.imported', 'allowed', '', 'system', 'keep_release', 'organization', 'o_sK1iySvYYgiz4HOw', '', '{"action":"runs.imported","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"2638e73acd6ee41285abdb2e15e934e151b1bfd7ace4540322ac0dea0f22462f","personal":"d3fcf9bde1abbf2d0d4c44d3f3898eba5c7b2de5611091d398bf96850b950870"},"details":{"batch":1,"refused":0,"revision":2},"id":"01a22e17-7d96-70c1-b279-887cb98d619f","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.147945Z","request_id":"","target_id":"o_sK1iySvYYgiz4HOw","target_kind":"organization","version":2}'),
	('01a22e17-7dad-73f6-9095-6914b443b11b', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.165473+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_CZsONw0A0DESXDBa', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"9bb2ebd0f7b756a7290c4947f1bc2f65ec96707a6ccc25d46103ee24679a91eb","personal":"a020ac78360d192ec5a602a7e0f0782b8fe1eee481c689b7ad4ecd71bd9b4ea9","texts":"08f458f714b03977149ddca24721bacc2415b90138a4411efd12faa39e205a1c"},"details":{"kind":"top_up"},"id":"01a22e17-7dad-73f6-9095-6914b443b11b","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.165473Z","request_id":"","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7db1-7f5c-8a16-6cdde55223ec', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.170204+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_CZsONw0A0DESXDBa', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"e9f58f18119ae97e16d399d482b0acfa1792d53ee1b54ca782eff8f4c4e15fb6"},"details":{},"id":"01a22e17-7db1-7f5c-8a16-6cdde55223ec","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.170204Z","request_id":"","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7db7-7ed1-89f2-77f6faad6970', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.176106+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_sK1iySvYYgiz4HOw', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"2eee77a69734a1ecf936e8d8e7eb7e37857c5ae0f1325bbf241a448217196f42","personal":"75e76df7b89f96deb626c4356f88192a26b5767e5f9da48ca791100b44a511aa","texts":"592388cd5326513cddd03065010d13ede319fcd156006a210d9d0f8a9cd227fa"},"details":{"kind":"top_up"},"id":"01a22e17-7db7-7ed1-89f2-77f6faad6970","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.176106Z","request_id":"","target_id":"o_sK1iySvYYgiz4HOw","target_kind":"organization","version":2}'),
	('01a22e17-7dbb-7dad-a078-0420dbe0b69a', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.180148+00', 'usage.marked_complete', 'allowed', '', 'system', 'keep_release', 'organization', 'o_sK1iySvYYgiz4HOw', '', '{"action":"usage.marked_complete","actor_id":"keep_release","actor_kind":"system","changes":{"usage_through":[null,"2026-11-30T00:00:00Z"]},"commitments":{"personal":"8829d3f327b01101ffeb42048e8e846dbd25d375399ab0c1668c268d6889cb68"},"details":{},"id":"01a22e17-7dbb-7dad-a078-0420dbe0b69a","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.180148Z","request_id":"","target_id":"o_sK1iySvYYgiz4HOw","target_kind":"organization","version":2}'),
	('01a22e17-7dc7-767c-a7e0-3e35c6402d56', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.191629+00', 'run.credited', 'allowed', '', 'system', 'keep_release', 'organization', 'o_CZsONw0A0DESXDBa', '', '{"action":"run.credited","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"0815d92f82e956e5fb39869537e9310a6be29beb8214589bebf4ba4b72810889","personal":"3ce6079d5f6c7382c9fee51263167ff521499008251355adee881c311bececf9","texts":"31f4dd1717f5b55be3b1c237b88902d72b7192dd4f6271adaaee59caa3c6cb4d"},"details":{},"id":"01a22e17-7dc7-767c-a7e0-3e35c6402d56","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.191629Z","request_id":"","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7dcc-7a16-821b-949b40fe904d', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.197918+00', 'runs.voided', 'allowed', '', 'system', 'keep_release', 'organization', 'o_CZsONw0A0DESXDBa', '', '{"action":"runs.voided","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"bb42cffaba21623ab42ad1b7c56e58b6776c261d95ce5d9d552a20355df49d8a","personal":"21faa1d9422a08139974d8faea0ed96e972500af912ddcaecbb736868094d84a","texts":"f6ef16448ee0a854a82046a1f1b266a3a74129ab9fef6afcca6281d318255437"},"details":{"revision":5},"id":"01a22e17-7dcc-7a16-821b-949b40fe904d","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.197918Z","request_id":"","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7dd5-7bd8-8055-845fdef06dc0', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.205915+00', 'balance_entry.added', 'allowed', '', 'system', 'keep_release', 'organization', 'o_CZsONw0A0DESXDBa', '', '{"action":"balance_entry.added","actor_id":"keep_release","actor_kind":"system","changes":{},"commitments":{"figures":"d94bacd581bb23ba3453c4f7e21450b44cb22c9a424146dbff38ff8bbf8d2e3d","personal":"19fc307e993db9fac20fa21997aaaafa618ea68c820f4d690c1a3c5c84509b3a","texts":"5fbe844df686e165ff0144cd10964cb73f4659c4e49134efdd112d045058c9ea"},"details":{"kind":"adjustment"},"id":"01a22e17-7dd5-7bd8-8055-845fdef06dc0","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.205915Z","request_id":"","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7dd8-760a-85c0-d5aa23800cbc', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.208863+00', 'balance.reconciled', 'allowed', '', 'system', 'keep_release', 'organization', 'o_CZsONw0A0DESXDBa', '', '{"action":"balance.reconciled","actor_id":"keep_release","actor_kind":"system","changes":{"balance_reconciled_at":[null,"2026-04-06T00:00:00Z"]},"commitments":{"figures":"c193bcf76bdd32978ba33c9230ac0c0c64bc66719cfdcc2e4129cd0055331412","personal":"3dcc023a039bc93089df29304b451f41d668123568534cea37c0df5795ab38b2","texts":"e4bd54f8a04736d2e7f022343900a3a039d8b03458774bf7756a176e71b84834"},"details":{},"id":"01a22e17-7dd8-760a-85c0-d5aa23800cbc","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.208863Z","request_id":"","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7dde-70c9-abc5-55dc6eb45a11', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.214343+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '3ca86248-5f5d-4f44-b0e9-0a803af5e5f5', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T20:13:41.211578Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"c85fb549a42e1557728b813249ede9b57d25f4d5ae3c00768dacf036f15afba8"},"details":{},"id":"01a22e17-7dde-70c9-abc5-55dc6eb45a11","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.214343Z","request_id":"","target_id":"3ca86248-5f5d-4f44-b0e9-0a803af5e5f5","target_kind":"api_key","version":2}'),
	('01a22e17-7de2-7c04-84aa-91a456a1b24f', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.218955+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '4d12cbbb-0738-47ff-bed7-8c5e78308e8e', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T20:13:41.216961Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"d53cf03fe9c45400b8c65afbf2b12592109ec5783e02899ac9221da32b27841c"},"details":{},"id":"01a22e17-7de2-7c04-84aa-91a456a1b24f","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.218955Z","request_id":"","target_id":"4d12cbbb-0738-47ff-bed7-8c5e78308e8e","target_kind":"api_key","version":2}'),
	('01a22e17-7de6-7927-a87a-b1416817e9bf', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.223067+00', 'api_key.created', 'allowed', '', 'system', 'keep_release', 'api_key', '127790bf-e66a-4d17-ace9-357fe65c3e8d', '', '{"action":"api_key.created","actor_id":"keep_release","actor_kind":"system","changes":{"expires_at":[null,"2027-11-30T20:13:41.220983Z"],"scopes":[[],["audit:read","billing.state:read","billing.usage:read","runs:read"]]},"commitments":{"personal":"e040983122be3077388bd21f425a4b95e4bafc0cdc8a4d6016def8a69cc73eff"},"details":{},"id":"01a22e17-7de6-7927-a87a-b1416817e9bf","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.223067Z","request_id":"","target_id":"127790bf-e66a-4d17-ace9-357fe65c3e8d","target_kind":"api_key","version":2}'),
	('01a22e17-7deb-782b-ba81-01f02113a028', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.227685+00', 'api_key.revoked', 'allowed', '', 'system', 'keep_release', 'api_key', '127790bf-e66a-4d17-ace9-357fe65c3e8d', '', '{"action":"api_key.revoked","actor_id":"keep_release","actor_kind":"system","changes":{"revoked":[false,true]},"commitments":{"personal":"451e1c1c7d93693b05eec0270b27c114a4f56efacc1e78b188778f67415e5df7","texts":"eaebb5c13571b0963a073143bc86b19ec0ad8f95e5caf78f4cd25265c35b61fb"},"details":{},"id":"01a22e17-7deb-782b-ba81-01f02113a028","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.227685Z","request_id":"","target_id":"127790bf-e66a-4d17-ace9-357fe65c3e8d","target_kind":"api_key","version":2}'),
	('01a22e17-7e1e-7fb2-bf5e-1c81c5797e1a', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.279237+00', 'billing.usage.read', 'allowed', '', 'api_key', '3ca86248-5f5d-4f44-b0e9-0a803af5e5f5', 'organization', 'o_CZsONw0A0DESXDBa', 'req_01a22e177e1372f70fd592a25be0123a', '{"action":"billing.usage.read","actor_id":"3ca86248-5f5d-4f44-b0e9-0a803af5e5f5","actor_kind":"api_key","changes":{},"commitments":{"personal":"1aa9cff9f783027fc84f1fb64687eecd1127b3d65d9e47f35c59a51a6ce92373"},"details":{"copied":false,"from":"2026-04-01T00:00:00Z","limit":500,"paged":false,"route":"/v1/billing/usage","rows":14,"run_type":null,"status":null,"tags":[],"to":"2026-05-01T00:00:00Z"},"id":"01a22e17-7e1e-7fb2-bf5e-1c81c5797e1a","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.279237Z","request_id":"req_01a22e177e1372f70fd592a25be0123a","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7e33-7265-aa77-01cf4d021e4d', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.299384+00', 'billing.usage.read', 'allowed', '', 'api_key', '3ca86248-5f5d-4f44-b0e9-0a803af5e5f5', 'organization', 'o_CZsONw0A0DESXDBa', 'req_01a22e177e27ca778cc896e0e29de0ad', '{"action":"billing.usage.read","actor_id":"3ca86248-5f5d-4f44-b0e9-0a803af5e5f5","actor_kind":"api_key","changes":{},"commitments":{"personal":"cfdcee398908953db6fe105e1fa61c16d36f8bb925ad19234e119ca47c7726b8","texts":"7c2c1aa9d27f1fd02eca96b90bec0d919e88db2e4dda60955a9c5a1f15e7898f"},"details":{"bucket":"day","from":"2026-04-01T00:00:00Z","route":"/v1/billing/usage/summary","rows":14,"timezone":"UTC","to":"2026-05-01T00:00:00Z"},"id":"01a22e17-7e33-7265-aa77-01cf4d021e4d","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.299384Z","request_id":"req_01a22e177e27ca778cc896e0e29de0ad","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7e3e-7a9d-9237-6450fa66cd38', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.310896+00', 'billing.usage.read', 'allowed', '', 'api_key', '3ca86248-5f5d-4f44-b0e9-0a803af5e5f5', 'organization', 'o_CZsONw0A0DESXDBa', 'req_01a22e177e38fc4eb97c94b8bae0a484', '{"action":"billing.usage.read","actor_id":"3ca86248-5f5d-4f44-b0e9-0a803af5e5f5","actor_kind":"api_key","changes":{},"commitments":{"personal":"326d852536aabf9b493d33a4a0cadc4391fb4b4a8e2c44c8e4a4f25f795c6be4"},"details":{"bucket":"month","from":"2026-04-01T00:00:00Z","group_by":[],"route":"/v1/billing/usage/summary","rows":2,"timezone":"America/Denver","to":"2026-05-01T00:00:00Z"},"id":"01a22e17-7e3e-7a9d-9237-6450fa66cd38","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.310896Z","request_id":"req_01a22e177e38fc4eb97c94b8bae0a484","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7e45-7125-ad04-cd3aec6259d5', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.317278+00', 'billing.entries.read', 'allowed', '', 'api_key', '3ca86248-5f5d-4f44-b0e9-0a803af5e5f5', 'organization', 'o_CZsONw0A0DESXDBa', 'req_01a22e177e4082d1245f474907fa329a', '{"action":"billing.entries.read","actor_id":"3ca86248-5f5d-4f44-b0e9-0a803af5e5f5","actor_kind":"api_key","changes":{},"commitments":{"personal":"91418ece09ad9274d9a61a15a3bb5bbad2b6129f4bd17be2f07e88410dbb1641"},"details":{"from":null,"limit":100,"paged":false,"route":"/v1/billing/entries","rows":2,"to":null},"id":"01a22e17-7e45-7125-ad04-cd3aec6259d5","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.317278Z","request_id":"req_01a22e177e4082d1245f474907fa329a","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7e4b-7ff9-b873-11f5cb8ee8f5', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.324171+00', 'run.read', 'allowed', '', 'api_key', '3ca86248-5f5d-4f44-b0e9-0a803af5e5f5', 'organization', 'o_CZsONw0A0DESXDBa', 'req_01a22e177e47cab00b5eb99e5fc82d26', '{"action":"run.read","actor_id":"3ca86248-5f5d-4f44-b0e9-0a803af5e5f5","actor_kind":"api_key","changes":{},"commitments":{"personal":"2c7b76adb28b0e8fbd48d3eac7aab79f731c7c0789b497f23ffbbf6d608cc086","texts":"483a8ee01689e28999f0407a73d8741790e457e50564bbcf3fee2f6ada030b67"},"details":{"route":"/v1/runs/{run_id}","rows":1},"id":"01a22e17-7e4b-7ff9-b873-11f5cb8ee8f5","organization_id":"o_CZsONw0A0DESXDBa","outcome":"allowed","reason_code":"","recorded_at":"2026-11-30T20:13:41.324171Z","request_id":"req_01a22e177e47cab00b5eb99e5fc82d26","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7e50-7296-a46a-062f51ae0070', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.328643+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', '4d12cbbb-0738-47ff-bed7-8c5e78308e8e', 'organization', 'o_sK1iySvYYgiz4HOw', 'req_01a22e177e4d7a4a4a2da274bbc8e056', '{"action":"billing.usage.read","actor_id":"4d12cbbb-0738-47ff-bed7-8c5e78308e8e","actor_kind":"api_key","changes":{},"commitments":{"personal":"d0792caa19ebc9135cb5927948d62f751626ae1754e9762629ae2fe78692cd08"},"details":{"route":"/v1/billing/usage"},"id":"01a22e17-7e50-7296-a46a-062f51ae0070","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T20:13:41.328643Z","request_id":"req_01a22e177e4d7a4a4a2da274bbc8e056","target_id":"o_sK1iySvYYgiz4HOw","target_kind":"organization","version":2}'),
	('01a22e17-7e56-7a8d-be9e-96e774735b47', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.334972+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', '4d12cbbb-0738-47ff-bed7-8c5e78308e8e', 'organization', 'o_sK1iySvYYgiz4HOw', 'req_01a22e177e54c55b356f18ec486686cb', '{"action":"billing.usage.read","actor_id":"4d12cbbb-0738-47ff-bed7-8c5e78308e8e","actor_kind":"api_key","changes":{},"commitments":{"personal":"5c0aa401dac17ce7fb5e1526f4b00547cf7366c97d3c5bf853d62cec1a5ab5a4"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e17-7e56-7a8d-be9e-96e774735b47","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T20:13:41.334972Z","request_id":"req_01a22e177e54c55b356f18ec486686cb","target_id":"o_sK1iySvYYgiz4HOw","target_kind":"organization","version":2}'),
	('01a22e17-7e5b-7d3c-bb14-a70a14786681', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.340291+00', 'billing.usage.read', 'denied', 'org_opt_in_required', 'api_key', '4d12cbbb-0738-47ff-bed7-8c5e78308e8e', 'organization', 'o_sK1iySvYYgiz4HOw', 'req_01a22e177e59c6d368919819470e15de', '{"action":"billing.usage.read","actor_id":"4d12cbbb-0738-47ff-bed7-8c5e78308e8e","actor_kind":"api_key","changes":{},"commitments":{"personal":"0fcc670dc6ee63b3f25df68c7e684c9607997631f8050ebacf35edef54327464"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e17-7e5b-7d3c-bb14-a70a14786681","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T20:13:41.340291Z","request_id":"req_01a22e177e59c6d368919819470e15de","target_id":"o_sK1iySvYYgiz4HOw","target_kind":"organization","version":2}'),
	('01a22e17-7e77-71e1-9f0d-c3566788d8a7', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.367853+00', 'billing.entries.read', 'denied', 'org_opt_in_required', 'api_key', '4d12cbbb-0738-47ff-bed7-8c5e78308e8e', 'organization', 'o_sK1iySvYYgiz4HOw', 'req_01a22e177e638716c41a296475a9a4c7', '{"action":"billing.entries.read","actor_id":"4d12cbbb-0738-47ff-bed7-8c5e78308e8e","actor_kind":"api_key","changes":{},"commitments":{"personal":"4c4bdcd44fdd32dfa7623dd69691f3200e7e8979d9d847b217e8ac990a80b884"},"details":{"route":"/v1/billing/entries"},"id":"01a22e17-7e77-71e1-9f0d-c3566788d8a7","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"denied","reason_code":"org_opt_in_required","recorded_at":"2026-11-30T20:13:41.367853Z","request_id":"req_01a22e177e638716c41a296475a9a4c7","target_id":"o_sK1iySvYYgiz4HOw","target_kind":"organization","version":2}'),
	('01a22e17-7e84-7b91-aba0-ec6bf576e135', 'o_sK1iySvYYgiz4HOw', '2026-11-30 20:13:41.381034+00', 'run.read', 'denied', 'not_found', 'api_key', '4d12cbbb-0738-47ff-bed7-8c5e78308e8e', 'organization', 'o_sK1iySvYYgiz4HOw', 'req_01a22e177e7ebfd6fe9664f9d1bb3ebc', '{"action":"run.read","actor_id":"4d12cbbb-0738-47ff-bed7-8c5e78308e8e","actor_kind":"api_key","changes":{},"commitments":{"personal":"5431e9854a2f805eae8064ab3ca9d36c2ce6cc385e96ae05de1874a1a7637103","texts":"1d629b8840bce65354d137b22bd8f2a9c2f2f803b72a0c3f86fd4c716714ba38"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22e17-7e84-7b91-aba0-ec6bf576e135","organization_id":"o_sK1iySvYYgiz4HOw","outcome":"denied","reason_code":"not_found","recorded_at":"2026-11-30T20:13:41.381034Z","request_id":"req_01a22e177e7ebfd6fe9664f9d1bb3ebc","target_id":"o_sK1iySvYYgiz4HOw","target_kind":"organization","version":2}'),
	('01a22e17-7e8c-7ff8-b77d-85a46815ae0d', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.389222+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '127790bf-e66a-4d17-ace9-357fe65c3e8d', 'organization', 'o_CZsONw0A0DESXDBa', 'req_01a22e177e8828316ab796fede9cdf5c', '{"action":"billing.usage.read","actor_id":"127790bf-e66a-4d17-ace9-357fe65c3e8d","actor_kind":"api_key","changes":{},"commitments":{"personal":"546134f85ef61ffb50f1d595c8d61a8dad53578a00108cc883d9e26cc2add913"},"details":{"route":"/v1/billing/usage"},"id":"01a22e17-7e8c-7ff8-b77d-85a46815ae0d","organization_id":"o_CZsONw0A0DESXDBa","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T20:13:41.389222Z","request_id":"req_01a22e177e8828316ab796fede9cdf5c","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7e90-7479-80b5-d8e1079c9e1f', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.392563+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '127790bf-e66a-4d17-ace9-357fe65c3e8d', 'organization', 'o_CZsONw0A0DESXDBa', 'req_01a22e177e8e23b4817c2facbd7a54a3', '{"action":"billing.usage.read","actor_id":"127790bf-e66a-4d17-ace9-357fe65c3e8d","actor_kind":"api_key","changes":{},"commitments":{"personal":"f4cc5e31c492d207f1f88518edd00e889c564bebf398c3d70eab65bc0bf4dba2"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e17-7e90-7479-80b5-d8e1079c9e1f","organization_id":"o_CZsONw0A0DESXDBa","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T20:13:41.392563Z","request_id":"req_01a22e177e8e23b4817c2facbd7a54a3","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7e95-7699-a2a6-d5d4def5a8a7', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.397988+00', 'billing.usage.read', 'denied', 'key_revoked', 'api_key', '127790bf-e66a-4d17-ace9-357fe65c3e8d', 'organization', 'o_CZsONw0A0DESXDBa', 'req_01a22e177e92dfecb9e74aca2010f893', '{"action":"billing.usage.read","actor_id":"127790bf-e66a-4d17-ace9-357fe65c3e8d","actor_kind":"api_key","changes":{},"commitments":{"personal":"6b6210a6b859f2ef1a92cf00d30bbf2c5f1ef4c4675ef235d9ffc5a9a25906bd"},"details":{"route":"/v1/billing/usage/summary"},"id":"01a22e17-7e95-7699-a2a6-d5d4def5a8a7","organization_id":"o_CZsONw0A0DESXDBa","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T20:13:41.397988Z","request_id":"req_01a22e177e92dfecb9e74aca2010f893","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7e9a-74c1-bf0a-f227c043efa5', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.402536+00', 'billing.entries.read', 'denied', 'key_revoked', 'api_key', '127790bf-e66a-4d17-ace9-357fe65c3e8d', 'organization', 'o_CZsONw0A0DESXDBa', 'req_01a22e177e977794a1f17c4eb41a71e4', '{"action":"billing.entries.read","actor_id":"127790bf-e66a-4d17-ace9-357fe65c3e8d","actor_kind":"api_key","changes":{},"commitments":{"personal":"bffc1581b849be1687b42eeeda8fd1b4f0a6029ad46217768fc6e11a9cff405b"},"details":{"route":"/v1/billing/entries"},"id":"01a22e17-7e9a-74c1-bf0a-f227c043efa5","organization_id":"o_CZsONw0A0DESXDBa","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T20:13:41.402536Z","request_id":"req_01a22e177e977794a1f17c4eb41a71e4","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}'),
	('01a22e17-7e9c-7c7b-8314-a5f29faa0731', 'o_CZsONw0A0DESXDBa', '2026-11-30 20:13:41.404987+00', 'run.read', 'denied', 'key_revoked', 'api_key', '127790bf-e66a-4d17-ace9-357fe65c3e8d', 'organization', 'o_CZsONw0A0DESXDBa', 'req_01a22e177e9cb2805cfa8b5c32ab5a9b', '{"action":"run.read","actor_id":"127790bf-e66a-4d17-ace9-357fe65c3e8d","actor_kind":"api_key","changes":{},"commitments":{"personal":"5f591556606f82ceffb134b5582ecc3d073a7f635bf691b45f20834fa956ea67","texts":"50e76750e894ca7733955983e6d997e510579bed8389ace2b6e21908a0b33248"},"details":{"route":"/v1/runs/{run_id}"},"id":"01a22e17-7e9c-7c7b-8314-a5f29faa0731","organization_id":"o_CZsONw0A0DESXDBa","outcome":"denied","reason_code":"key_revoked","recorded_at":"2026-11-30T20:13:41.404987Z","request_id":"req_01a22e177e9cb2805cfa8b5c32ab5a9b","target_id":"o_CZsONw0A0DESXDBa","target_kind":"organization","version":2}');

INSERT INTO public.billing_audit_leaf (log, place, event_id, hash) VALUES
	('o_CZsONw0A0DESXDBa', 0, '01a22e17-79d4-71b0-9958-49145b91d65b', '\xa9be32bb18d5c1fedac78215a1c4ace808b4620666d61d50e0623031c9f72dd0'),
	('o_CZsONw0A0DESXDBa', 1, '01a22e17-79de-7e59-b5d1-5db50aaec935', '\x047a04f433422507c7eb2407eaf3e7b1fb99128a710f360e9ab753a7a779b41b'),
	('o_CZsONw0A0DESXDBa', 2, '01a22e17-7b15-7b2b-8941-6d19f78aa8b7', '\x9ad6afa8797b527b78ee920ea52dc50a577fe20d4f4ad7cf8b52ea032621e361'),
	('o_CZsONw0A0DESXDBa', 3, '01a22e17-7b31-7c45-aa95-3ca04eaae6e6', '\x0e719151f63a74bcbfaac9e4bbebb08931a1bd43a1406e9c6d3add5e323af131'),
	('o_CZsONw0A0DESXDBa', 4, '01a22e17-7b47-78a6-85ac-8fcecb0dce91', '\x4f04e431720f2ed1d7332d470b8675990472a164f4054dfde06b3678bccb7f3b'),
	('o_CZsONw0A0DESXDBa', 5, '01a22e17-7b61-7e0d-8199-4de4435da3f9', '\xc1b5bbd9d770236db0166f18de1b6b02c8ca04bd4961acd38dfaf445ded8def7'),
	('o_CZsONw0A0DESXDBa', 6, '01a22e17-7b6c-7e87-91e4-c53996ae4edf', '\x7841c1a86d6774e8370c10d03859646c5a4ba77e1a382700e187ff81a4ac2c8d'),
	('o_CZsONw0A0DESXDBa', 7, '01a22e17-7b82-73b7-b73f-d375f47e6caa', '\x12051674819af53a489db9fc14414be90d8658237b7e8e03164a6960c34f12c5'),
	('o_CZsONw0A0DESXDBa', 8, '01a22e17-7b90-7d16-9c0f-4d2d1d54ec76', '\x8c7c8ac9fe8283952ad80463b7d1caa3dd988ebd4b1a8298bb6ae5b655871fb8'),
	('o_CZsONw0A0DESXDBa', 9, '01a22e17-7d95-7f90-9baf-0dd63d3e847c', '\x744689ab92e89324b70f93054ed95beb2a875ca1ab774bb8eb0d8d16dbffd78f'),
	('o_CZsONw0A0DESXDBa', 10, '01a22e17-7dad-73f6-9095-6914b443b11b', '\xb9c77839fbe7b3d922cbab0e6b6b25ded90308416bec3e5dfb69bb0dc4401e8a'),
	('o_CZsONw0A0DESXDBa', 11, '01a22e17-7db1-7f5c-8a16-6cdde55223ec', '\x95042a9b003e70df420762e71965117b4dbd6c991e11dfb49ffc43a46c26ad03'),
	('o_CZsONw0A0DESXDBa', 12, '01a22e17-7dc7-767c-a7e0-3e35c6402d56', '\xbc88af66bd4f879af0a36aeeb669e42af8a341f3c4f92e9d06890372c062380c'),
	('o_CZsONw0A0DESXDBa', 13, '01a22e17-7dcc-7a16-821b-949b40fe904d', '\x705461b8d977890c527e0c8bf4299c504f5149b70de38bf8f5fe8892bf9dedae'),
	('o_CZsONw0A0DESXDBa', 14, '01a22e17-7dd5-7bd8-8055-845fdef06dc0', '\x044bee027d38ffc24fc887fc3a04a084f01828e16a35a54421b63c811e9e17b3'),
	('o_CZsONw0A0DESXDBa', 15, '01a22e17-7dd8-760a-85c0-d5aa23800cbc', '\xe8b0b0a5b267c48bdbd28fe33e45007da42efa054225db243e9b1ca82e0c7301'),
	('o_CZsONw0A0DESXDBa', 16, '01a22e17-7dde-70c9-abc5-55dc6eb45a11', '\x498f081a98355e78cf6749963b50220813b4e9e95bd9e55ffdef0a3695051bf4'),
	('o_CZsONw0A0DESXDBa', 17, '01a22e17-7de6-7927-a87a-b1416817e9bf', '\x60da09f159b9c76628d6a7126d23bbb36075ff80631257b92649fb07f551cd76'),
	('o_CZsONw0A0DESXDBa', 18, '01a22e17-7deb-782b-ba81-01f02113a028', '\x77da70d04500787438c58e289b5fdabbe21d46ee62eda616bd078f6f7a67c564'),
	('o_CZsONw0A0DESXDBa', 19, '01a22e17-7e1e-7fb2-bf5e-1c81c5797e1a', '\xacd119401e0aaf9e2613830995e9d8b47632c8873acb431fdb226c3bb1b6dc26'),
	('o_CZsONw0A0DESXDBa', 20, '01a22e17-7e33-7265-aa77-01cf4d021e4d', '\x18df716d60317dfda9e1d79dc8f74514ca5c65264e4cd5758a29e1505a118c02'),
	('o_CZsONw0A0DESXDBa', 21, '01a22e17-7e3e-7a9d-9237-6450fa66cd38', '\xb690aa9b78cde73deb185f75930d368304e0807ae32d73342c4d49d8fa803382'),
	('o_CZsONw0A0DESXDBa', 22, '01a22e17-7e45-7125-ad04-cd3aec6259d5', '\xcddc71fb5f257d18d7ccd3295ef0296e21de76a800f10af98af87c07f2710263'),
	('o_CZsONw0A0DESXDBa', 23, '01a22e17-7e4b-7ff9-b873-11f5cb8ee8f5', '\xb3711e1fa397eb28de5a3e0cdfaf13bd4aec6852e809a51911846649cb4eadaf'),
	('o_CZsONw0A0DESXDBa', 24, '01a22e17-7e8c-7ff8-b77d-85a46815ae0d', '\xf24ad9e6bc999612616039f58e45ff19cb3b80aaaf4a643a8b8b8d05913b4dbf'),
	('o_CZsONw0A0DESXDBa', 25, '01a22e17-7e90-7479-80b5-d8e1079c9e1f', '\x1b546b1069d2141fcacc3277952be860c988d7b065c3d543824fbbda2fd87456'),
	('o_CZsONw0A0DESXDBa', 26, '01a22e17-7e95-7699-a2a6-d5d4def5a8a7', '\xbd286fa480a8669f742a5684420152e1b726d84456c3fd4f72245ffd61a499c7'),
	('o_CZsONw0A0DESXDBa', 27, '01a22e17-7e9a-74c1-bf0a-f227c043efa5', '\x7f630e348e67309ab6643aab29aba9ca88f269f3dab33e46f9dbffb52822c973'),
	('o_CZsONw0A0DESXDBa', 28, '01a22e17-7e9c-7c7b-8314-a5f29faa0731', '\xed3f34b26d0be26b010a1d70e87fb253989bfceab7eb4ddecd50f36c51621578'),
	('o_sK1iySvYYgiz4HOw', 0, '01a22e17-7ba0-745c-88b3-273745e622f5', '\x7df68581f7b3aeeafea8aff7a48a990bc5a05cd2ac43483232d9f2373d72e887'),
	('o_sK1iySvYYgiz4HOw', 1, '01a22e17-7ba9-7b7e-a122-e0d464f10d35', '\x21501b48049b1443386b4e2476b7741e489ad49b5b3b1c7ef3d7bc2e0f793c09'),
	('o_sK1iySvYYgiz4HOw', 2, '01a22e17-7d23-7c5c-8393-f43e1d3179b0', '\x25514ea5e5a0845c2629937247fd9a7e8b517d4e7c3b79e7e8bf2b03d17ffa9a'),
	('o_sK1iySvYYgiz4HOw', 3, '01a22e17-7d3d-7615-a1e4-cc7921d3ee00', '\x1c64ef2b79ec2a95ea80eecd79d64ed9bd33d3f9358d54d827556ce83e06de8a'),
	('o_sK1iySvYYgiz4HOw', 4, '01a22e17-7d50-7d7a-ba91-cdee2701b2df', '\xf18b4770f30bad7769d8a805d71015ad711ffbdce5bf7dceb15632bfdc0293a4'),
	('o_sK1iySvYYgiz4HOw', 5, '01a22e17-7d61-7f8a-947c-395ade310315', '\xb64fd657dbbad563d4f6bcd9d57a5794d593a220607580183fadcea421c1907b'),
	('o_sK1iySvYYgiz4HOw', 6, '01a22e17-7d67-7659-bc72-778234bcf99d', '\x8a4a47253a35b7d54ce6e71dec349685dd67ca62b62fdae3011e53a721774809'),
	('o_sK1iySvYYgiz4HOw', 7, '01a22e17-7d6d-7a40-aa61-863017dca17d', '\x8f67eccc9443ea3c115e1e284d1f4a1be989da35b14934b928be0946f6d23a97'),
	('o_sK1iySvYYgiz4HOw', 8, '01a22e17-7d7b-7769-afd0-74d9d55ad8f3', '\xa05d7357a8785123ea1dae959199dafb5191664a03a1e37b7527e1b6ae7178b9'),
	('o_sK1iySvYYgiz4HOw', 9, '01a22e17-7d96-70c1-b279-887cb98d619f', '\xbfaefde9893a4a26a2fed10b29d2b27d7edb0d03f4dea5e34d79a87635eaea23'),
	('o_sK1iySvYYgiz4HOw', 10, '01a22e17-7db7-7ed1-89f2-77f6faad6970', '\x2d33f4d9f48fa8f391cee69e78691c943a5b7bee76f861d2f72e4fd9ce9c92ff'),
	('o_sK1iySvYYgiz4HOw', 11, '01a22e17-7dbb-7dad-a078-0420dbe0b69a', '\x5bbc2f42ba39f44e74cf5d111a3c9cf82d91097b60cc8572bf209ed32f87094b'),
	('o_sK1iySvYYgiz4HOw', 12, '01a22e17-7de2-7c04-84aa-91a456a1b24f', '\x70fe2c8ff83492727d8ff3349c09dcf8ce4ac1715be7592d203f52f54e02d390'),
	('o_sK1iySvYYgiz4HOw', 13, '01a22e17-7e50-7296-a46a-062f51ae0070', '\xade2d96204757696f3586f8e414795fdf5182016b5eecebe611c45f7b64d2dc5'),
	('o_sK1iySvYYgiz4HOw', 14, '01a22e17-7e56-7a8d-be9e-96e774735b47', '\xc3ddadc6c79b4cb1bc29f0ffa0c1d595fcfc6ce8ea866ee652ac598aeaa93014'),
	('o_sK1iySvYYgiz4HOw', 15, '01a22e17-7e5b-7d3c-bb14-a70a14786681', '\xd501820a3138030a6a1de29e044ca5a05312e6900273134f8fcf98e9f2390120'),
	('o_sK1iySvYYgiz4HOw', 16, '01a22e17-7e77-71e1-9f0d-c3566788d8a7', '\x2c88cc0c7c3ae9822d4f14466161bf99e7117d756944dbab564e9aeca5d5a499'),
	('o_sK1iySvYYgiz4HOw', 17, '01a22e17-7e84-7b91-aba0-ec6bf576e135', '\x2a75ece0d7046d883ae9c8a891a620bef46918ccfc789090b58fb1cace4032aa'),
	('platform', 0, '01a22e17-78a6-7f1b-b9fb-0ab65db6d813', '\x365739ee3f171851b4452ff5be19da462bec1b22c337540c349fabdc6728c5b0'),
	('platform', 1, '01a22e17-79bb-75e6-a230-ff704730e034', '\xb5767748a8ba5e1a899469a85b3ad36d85a6388da77168157218c0a295f35d09'),
	('platform', 2, '01a22e17-79c7-7cd5-af87-ea1302f9952e', '\xc72a518a9e9e4ce3603946e62319a7cca0a0f40014c767dc88e7038992f5ce7c'),
	('platform', 3, '01a22e17-7b07-7f84-b420-5b24baec4b8e', '\x48b4d640348f8c43f5de7917aff1422823e0d186b5d7f010e2c80bc278c22387'),
	('platform', 4, '01a22e17-7b23-717e-91f1-5aabbb5ba254', '\x16cf4a912162f6d2ef7afc6135729838b79bea418aa8c5ba8ca14068c3ba6b95'),
	('platform', 5, '01a22e17-7b3b-7e3e-ac31-036242d5433c', '\xbf374151390e8d1db3717cac68f747da956b440f97aaf8cecb44e410d3c98542'),
	('platform', 6, '01a22e17-7b58-737b-8038-f5f254cf6a23', '\xcd8ee9f1b64fd286ee87faa65c5b5a804f20eb1b33de81fcf7caebd188e1520e'),
	('platform', 7, '01a22e17-7b99-7c34-95d5-e7b48ca1dff6', '\xac08cc603a5be9fae9a2bbdd5e9df9e3539cd8d9f56fd3fc27aaa3c50fcc83a0'),
	('platform', 8, '01a22e17-7d14-7f11-9a07-ee94cbbc50fb', '\x640f31a28a1642781e550a689f14345155596db2e5003b6d0a269dc9fe086891'),
	('platform', 9, '01a22e17-7d2e-7e43-a0e0-fae9ed0c65ae', '\xe4ebbdcef7f1ab0451b5ce011b43d97f60b85b733498d49c6c6476cfad52b5ba'),
	('platform', 10, '01a22e17-7d47-731f-9208-21b75fb89064', '\xaad785fbcea38ef5a6033c4a97b4a886aa47d2c3f6caafb0ba3eccc5cbaf63e1'),
	('platform', 11, '01a22e17-7d5a-7176-baee-c692103df28e', '\xc5863c3b9c39323572626458cc461809f7b7786c83f3fd849b7b6ed8b98409a5');

INSERT INTO public.billing_audit_part (event_id, kind, organization_id, salt, data, erased_by) VALUES
	('01a22e17-78a6-7f1b-b9fb-0ab65db6d813', 'personal', NULL, '\x37a7483b30a5cb930b690e23d6a61998', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22e17-79bb-75e6-a230-ff704730e034', 'personal', NULL, '\xb3d4e1a0a651dc05a508ea62c02e94b4', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "staff@platform.example"}', NULL),
	('01a22e17-79c7-7cd5-af87-ea1302f9952e', 'personal', NULL, '\x7e939a57f57d540206f2cc1cdba697fc', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22e17-79d4-71b0-9958-49145b91d65b', 'personal', 'o_CZsONw0A0DESXDBa', '\xc3e85f3c6436e6c8a4d14b2774245b27', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-79d4-71b0-9958-49145b91d65b', 'texts', 'o_CZsONw0A0DESXDBa', '\xb8860492c92677782d9ef66bfd7b7458', '{"changes": {"name": [null, "Acme Robotics"], "slug": [null, "acme-robotics"], "external_id": [null, null]}}', NULL),
	('01a22e17-79de-7e59-b5d1-5db50aaec935', 'personal', 'o_CZsONw0A0DESXDBa', '\xb998f7ccb1e07e3ee10be5ebbce62b8f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@acme-robotics.example"}', NULL),
	('01a22e17-7b07-7f84-b420-5b24baec4b8e', 'personal', NULL, '\x7872c457ea1f103fa0d53e722aec3687', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22e17-7b15-7b2b-8941-6d19f78aa8b7', 'personal', 'o_CZsONw0A0DESXDBa', '\x0d9c3133bac30d8de4583ed73673bb82', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@acme-robotics.example"}', NULL),
	('01a22e17-7b23-717e-91f1-5aabbb5ba254', 'personal', NULL, '\xa288fab960e2346061f9e63f084df7b0', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22e17-7b31-7c45-aa95-3ca04eaae6e6', 'personal', 'o_CZsONw0A0DESXDBa', '\x687b2ddd19aa0803ea595b8fec4891c2', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@acme-robotics.example"}', NULL),
	('01a22e17-7b3b-7e3e-ac31-036242d5433c', 'personal', NULL, '\x0753963bd2275210495de6f53d9ad451', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22e17-7b47-78a6-85ac-8fcecb0dce91', 'personal', 'o_CZsONw0A0DESXDBa', '\x865240d85fd6b599da7fec7f2d0fc482', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@acme-robotics.example"}', NULL),
	('01a22e17-7b58-737b-8038-f5f254cf6a23', 'personal', NULL, '\xe45d67ed034671241755ff8b6b84eacb', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22e17-7b61-7e0d-8199-4de4435da3f9', 'personal', 'o_CZsONw0A0DESXDBa', '\x5cb35f0a0547c90c476b2244072e155b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@acme-robotics.example"}', NULL),
	('01a22e17-7b6c-7e87-91e4-c53996ae4edf', 'personal', 'o_CZsONw0A0DESXDBa', '\x901db3a4bbd1cf4e9196df675254ce4a', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7b6c-7e87-91e4-c53996ae4edf', 'texts', 'o_CZsONw0A0DESXDBa', '\x89dc4210712259adf7a04ca5435e6e33', '{"changes": {"billing_tier": [null, "pro"]}}', NULL),
	('01a22e17-7b6c-7e87-91e4-c53996ae4edf', 'figures', 'o_CZsONw0A0DESXDBa', '\x32cfdaefeb1b6f0d85464bce017676f8', '{"changes": {"low_balance_threshold_usd": [null, "500.00"]}}', NULL),
	('01a22e17-7b82-73b7-b73f-d375f47e6caa', 'personal', 'o_CZsONw0A0DESXDBa', '\x2634f4525f73df966d7c713f77b8d1b5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7b82-73b7-b73f-d375f47e6caa', 'texts', 'o_CZsONw0A0DESXDBa', '\x48bf4bc99e23eb0788d93dbe22d49b20', '{"details": {"tag": "session"}}', NULL),
	('01a22e17-7b90-7d16-9c0f-4d2d1d54ec76', 'personal', 'o_CZsONw0A0DESXDBa', '\x24ae32a778bc8c66cc99c05c17c3eeb2', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7b90-7d16-9c0f-4d2d1d54ec76', 'texts', 'o_CZsONw0A0DESXDBa', '\xd41e0c62eb6928e2c9f990f79ff612cc', '{"details": {"reason": "Demo"}}', NULL),
	('01a22e17-7b99-7c34-95d5-e7b48ca1dff6', 'personal', NULL, '\xa8b24b7fb72040dfa5e4e1217cd71590', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22e17-7ba0-745c-88b3-273745e622f5', 'personal', 'o_sK1iySvYYgiz4HOw', '\x7faa1310526a3ca97bb51ba959c34e34', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e17-7ba0-745c-88b3-273745e622f5', 'texts', 'o_sK1iySvYYgiz4HOw', '\xdfa47e690f53809bc24dc77bb7850186', '{"changes": {"name": [null, "Borealis Labs"], "slug": [null, "borealis-labs"], "external_id": [null, null]}}', NULL),
	('01a22e17-7ba9-7b7e-a122-e0d464f10d35', 'personal', 'o_sK1iySvYYgiz4HOw', '\xa816df5013aa086919bda590d01680cd', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "owner@borealis-labs.example"}', NULL),
	('01a22e17-7d14-7f11-9a07-ee94cbbc50fb', 'personal', NULL, '\xc9cb2e8155fd09a92a3c350beaf519c5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22e17-7d23-7c5c-8393-f43e1d3179b0', 'personal', 'o_sK1iySvYYgiz4HOw', '\xf6472c9f962ad6c6bbe9949b9c190d60', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "admin@borealis-labs.example"}', NULL),
	('01a22e17-7d2e-7e43-a0e0-fae9ed0c65ae', 'personal', NULL, '\x6d14954438b5a0e34a0f08805ee957b2', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22e17-7d3d-7615-a1e4-cc7921d3ee00', 'personal', 'o_sK1iySvYYgiz4HOw', '\xa1f22f1ab9d07081e6021dfec659b8ad', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "billing@borealis-labs.example"}', NULL),
	('01a22e17-7d47-731f-9208-21b75fb89064', 'personal', NULL, '\x9b5334c8ae599f9e6669182e2a05ef10', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22e17-7d50-7d7a-ba91-cdee2701b2df', 'personal', 'o_sK1iySvYYgiz4HOw', '\x4ca1645f23ac52b6267c62446f8287b3', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "auditor@borealis-labs.example"}', NULL),
	('01a22e17-7d5a-7176-baee-c692103df28e', 'personal', NULL, '\x97f71c47cd84b9d175e90bb78017935d', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22e17-7d61-7f8a-947c-395ade310315', 'personal', 'o_sK1iySvYYgiz4HOw', '\x35f79d19ff8aa99aa223381a8e4c28a5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "member@borealis-labs.example"}', NULL),
	('01a22e17-7d67-7659-bc72-778234bcf99d', 'personal', 'o_sK1iySvYYgiz4HOw', '\x1bbd9ca80fb97f00754e8a0329241198', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e17-7d67-7659-bc72-778234bcf99d', 'texts', 'o_sK1iySvYYgiz4HOw', '\x07b6e3cd03f6ca31bcd9daa6e816f82a', '{"changes": {"billing_tier": [null, "team"]}}', NULL),
	('01a22e17-7d67-7659-bc72-778234bcf99d', 'figures', 'o_sK1iySvYYgiz4HOw', '\xaf175b3f8df66dfa571e41d23b62c593', '{"changes": {"low_balance_threshold_usd": [null, "100.00"]}}', NULL),
	('01a22e17-7d6d-7a40-aa61-863017dca17d', 'personal', 'o_sK1iySvYYgiz4HOw', '\x1c6ca03c5bef0350609d3479c164abc5', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e17-7d6d-7a40-aa61-863017dca17d', 'texts', 'o_sK1iySvYYgiz4HOw', '\x1cac782524f7309990ba01186f2f6493', '{"details": {"tag": "session"}}', NULL),
	('01a22e17-7d7b-7769-afd0-74d9d55ad8f3', 'personal', 'o_sK1iySvYYgiz4HOw', '\x789a002c2385506be9703dbfe821b94c', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "new-auditor@borealis-labs.example"}', NULL),
	('01a22e17-7d95-7f90-9baf-0dd63d3e847c', 'personal', 'o_CZsONw0A0DESXDBa', '\x166ea4b84ff6f419749b50a33e89fd4f', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22e17-7e9a-74c1-bf0a-f227c043efa5', 'personal', 'o_CZsONw0A0DESXDBa', '\xf7bf068130ffb25911f14e42bc04bb91', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7d95-7f90-9baf-0dd63d3e847c', 'figures', 'o_CZsONw0A0DESXDBa', '\x6694d84aab833f2d454ba79456aff2d1', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "45.02205"}}', NULL),
	('01a22e17-7d96-70c1-b279-887cb98d619f', 'personal', 'o_sK1iySvYYgiz4HOw', '\x8c7db3de0b848cef170c1c0b8e185256', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": ""}', NULL),
	('01a22e17-7d96-70c1-b279-887cb98d619f', 'figures', 'o_sK1iySvYYgiz4HOw', '\xaaaa0cad200fe8a0cbdf63fe99ae23ff', '{"details": {"read": 15, "stale": 0, "updated": 0, "inserted": 15, "repeated": 0, "unchanged": 0, "total_cost_usd": "36.01824"}}', NULL),
	('01a22e17-7dad-73f6-9095-6914b443b11b', 'personal', 'o_CZsONw0A0DESXDBa', '\x7848d1e5519e08d197abafe51191c567', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7dad-73f6-9095-6914b443b11b', 'texts', 'o_CZsONw0A0DESXDBa', '\x59c2ed768a2b8ba1f30b8bca63a36942', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22e17-7dad-73f6-9095-6914b443b11b', 'figures', 'o_CZsONw0A0DESXDBa', '\x0f0cb41c7c38c5a1c47fd309fa9857a6', '{"details": {"amount_usd": "15000.00"}}', NULL),
	('01a22e17-7db1-7f5c-8a16-6cdde55223ec', 'personal', 'o_CZsONw0A0DESXDBa', '\xa6bcd13d451aa4c787eaac56851d8416', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7db7-7ed1-89f2-77f6faad6970', 'personal', 'o_sK1iySvYYgiz4HOw', '\x9e01847a8578e3e30993df4f5de1a388', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e17-7db7-7ed1-89f2-77f6faad6970', 'texts', 'o_sK1iySvYYgiz4HOw', '\x66335a1b79762bebf687002e85c88b4a', '{"details": {"reference": "demo-top-up-1"}}', NULL),
	('01a22e17-7db7-7ed1-89f2-77f6faad6970', 'figures', 'o_sK1iySvYYgiz4HOw', '\xbbb524e8bdaf06767d12105f6743d6cb', '{"details": {"amount_usd": "11750.00"}}', NULL),
	('01a22e17-7dbb-7dad-a078-0420dbe0b69a', 'personal', 'o_sK1iySvYYgiz4HOw', '\x2d617cdb576d7ca802f9ee26aad53e68', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e17-7dc7-767c-a7e0-3e35c6402d56', 'personal', 'o_CZsONw0A0DESXDBa', '\x88e0d3afef38b8cbf0dfb7bd0a32e54d', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7dc7-767c-a7e0-3e35c6402d56', 'texts', 'o_CZsONw0A0DESXDBa', '\xe31aebd28e2481e5eb8f656e25b4a425', '{"details": {"run_id": "run-002", "reference": "credit-1"}}', NULL),
	('01a22e17-7dc7-767c-a7e0-3e35c6402d56', 'figures', 'o_CZsONw0A0DESXDBa', '\x3ed69dda76d528ace660645d04541d85', '{"details": {"amount_usd": "0.01"}}', NULL),
	('01a22e17-7dcc-7a16-821b-949b40fe904d', 'personal', 'o_CZsONw0A0DESXDBa', '\xc04539b7236808820202028fc2776a38', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7dcc-7a16-821b-949b40fe904d', 'texts', 'o_CZsONw0A0DESXDBa', '\xc38687167026c87f91c4f6fff0caa65a', '{"details": {"reason": "Fed by mistake"}}', NULL),
	('01a22e17-7dcc-7a16-821b-949b40fe904d', 'figures', 'o_CZsONw0A0DESXDBa', '\x2e78096d97d81d2611110074f83d877c', '{"details": {"run_ids": ["run-004"], "run_count": 1, "total_cost_usd": "5.00047"}}', NULL),
	('01a22e17-7dd5-7bd8-8055-845fdef06dc0', 'personal', 'o_CZsONw0A0DESXDBa', '\x0d2e865f99a3ef7378a5d9dc5dc47f7e', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7dd5-7bd8-8055-845fdef06dc0', 'texts', 'o_CZsONw0A0DESXDBa', '\x5afe30a057977b69511f723c8950dfba', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22e17-7dd5-7bd8-8055-845fdef06dc0', 'figures', 'o_CZsONw0A0DESXDBa', '\x624227d5a52ce4db1de8fc1449f90f11', '{"details": {"amount_usd": "1.24736"}}', NULL),
	('01a22e17-7dd8-760a-85c0-d5aa23800cbc', 'personal', 'o_CZsONw0A0DESXDBa', '\x21f2bb9dc8079c7182fa827f768acbf8', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7dd8-760a-85c0-d5aa23800cbc', 'texts', 'o_CZsONw0A0DESXDBa', '\x6622f5b6ce41ab7751068a9f666bd100', '{"details": {"reference": "biller-1"}}', NULL),
	('01a22e17-7dd8-760a-85c0-d5aa23800cbc', 'figures', 'o_CZsONw0A0DESXDBa', '\x1b62a8137bf3d52e6651c2b48d55587c', '{"details": {"balance_usd": "14980.25", "difference_usd": "1.24736"}}', NULL),
	('01a22e17-7dde-70c9-abc5-55dc6eb45a11', 'personal', 'o_CZsONw0A0DESXDBa', '\x50fea0afe9b4acf09f00d7ff7fb9d1c8', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e17-7de2-7c04-84aa-91a456a1b24f', 'personal', 'o_sK1iySvYYgiz4HOw', '\xdc8728e33af05e23ed97779566128b29', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e17-7de6-7927-a87a-b1416817e9bf', 'personal', 'o_CZsONw0A0DESXDBa', '\xedde78efda20cd8e9dbe3066087c7307', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e17-7deb-782b-ba81-01f02113a028', 'personal', 'o_CZsONw0A0DESXDBa', '\x5272c2b3dae6937a677e85dde287055b', '{"address": "", "actor_name": "manage.py keep_release", "user_agent": "", "target_name": "Kept"}', NULL),
	('01a22e17-7deb-782b-ba81-01f02113a028', 'texts', 'o_CZsONw0A0DESXDBa', '\x49c5348aebda40f6afb4e213bb577ab5', '{"details": {"reason": "Kept as a revoked one"}}', NULL),
	('01a22e17-7e1e-7fb2-bf5e-1c81c5797e1a', 'personal', 'o_CZsONw0A0DESXDBa', '\xeb269c5c46981e60b319025a3bae2b6d', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7e33-7265-aa77-01cf4d021e4d', 'personal', 'o_CZsONw0A0DESXDBa', '\x3eb6cdc36a9b6ed27e878ace7bc5fa9e', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7e33-7265-aa77-01cf4d021e4d', 'texts', 'o_CZsONw0A0DESXDBa', '\xb5400b48f1034f23cb50076246fdafed', '{"details": {"group_by": ["tag:session"]}}', NULL),
	('01a22e17-7e3e-7a9d-9237-6450fa66cd38', 'personal', 'o_CZsONw0A0DESXDBa', '\xa853a4e3e8d4d65b16e1d606a2e54946', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7e45-7125-ad04-cd3aec6259d5', 'personal', 'o_CZsONw0A0DESXDBa', '\xeb200c4a065f6c6dd21907b0ebc19b9c', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7e4b-7ff9-b873-11f5cb8ee8f5', 'personal', 'o_CZsONw0A0DESXDBa', '\xe3557abca3626e651feb9751305bc2f0', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7e4b-7ff9-b873-11f5cb8ee8f5', 'texts', 'o_CZsONw0A0DESXDBa', '\x09fde1dde45a3bcb857b7378442d33b0', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22e17-7e50-7296-a46a-062f51ae0070', 'personal', 'o_sK1iySvYYgiz4HOw', '\x599af3d405e5cad267c2305541af56af', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e17-7e56-7a8d-be9e-96e774735b47', 'personal', 'o_sK1iySvYYgiz4HOw', '\x719b06c8c4144f7b72e99504c124f122', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e17-7e5b-7d3c-bb14-a70a14786681', 'personal', 'o_sK1iySvYYgiz4HOw', '\x5454f0e15ce3cf83ac32ec2395b9e834', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e17-7e77-71e1-9f0d-c3566788d8a7', 'personal', 'o_sK1iySvYYgiz4HOw', '\x73a0ea06e8b6b0125bf54c6eba8a0ee1', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e17-7e84-7b91-aba0-ec6bf576e135', 'personal', 'o_sK1iySvYYgiz4HOw', '\x0e5478caa8b6961d34ab44b8e40b7cca', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Borealis Labs"}', NULL),
	('01a22e17-7e84-7b91-aba0-ec6bf576e135', 'texts', 'o_sK1iySvYYgiz4HOw', '\xb780f33ec6d00f57da0d1e7f760af035', '{"details": {"run_id": "run-002"}}', NULL),
	('01a22e17-7e8c-7ff8-b77d-85a46815ae0d', 'personal', 'o_CZsONw0A0DESXDBa', '\xe5828d60d9ae2d86e549ff7880c8664c', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7e90-7479-80b5-d8e1079c9e1f', 'personal', 'o_CZsONw0A0DESXDBa', '\x1e22e7bfc95ae97d43ce6f2aa69e53c5', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7e95-7699-a2a6-d5d4def5a8a7', 'personal', 'o_CZsONw0A0DESXDBa', '\x7983d906b348749ffa958d4b6c25207c', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7e9c-7c7b-8314-a5f29faa0731', 'personal', 'o_CZsONw0A0DESXDBa', '\x74b3a9c395b6deb5c1a9cb3b83f462f3', '{"address": "127.0.0.1", "actor_name": "Kept", "user_agent": "", "target_name": "Acme Robotics"}', NULL),
	('01a22e17-7e9c-7c7b-8314-a5f29faa0731', 'texts', 'o_CZsONw0A0DESXDBa', '\xaf43edcb2fe241f9671185ba94045fbf', '{"details": {"run_id": "run-002"}}', NULL);

INSERT INTO public.billing_audit_repeat (fingerprint, minute, organization_id, first_event_id, count) VALUES
	('\x838d3551a8633ce935ba6649b9dc2fb5348c21a3f33906390aa75a84c496bbf5', '2026-11-30 20:13:00+00', 'o_sK1iySvYYgiz4HOw', '01a22e17-7e50-7296-a46a-062f51ae0070', 1),
	('\x6a9e7f0ef41bf71e6d4e2e1fba7e0e8103fa456aa8d5c62d8912ab2a8300df84', '2026-11-30 20:13:00+00', 'o_sK1iySvYYgiz4HOw', '01a22e17-7e56-7a8d-be9e-96e774735b47', 2),
	('\x09bf120ed509540f115edb12ee1c092a020a0794c1d6c3a51ec6ca69620e3ab4', '2026-11-30 20:13:00+00', 'o_sK1iySvYYgiz4HOw', '01a22e17-7e77-71e1-9f0d-c3566788d8a7', 1),
	('\x958fd5f935b17498e51ca2370ce54bf444a8ba54019b0068afdb64c086c57b27', '2026-11-30 20:13:00+00', 'o_sK1iySvYYgiz4HOw', '01a22e17-7e84-7b91-aba0-ec6bf576e135', 1),
	('\xd76051adc4f606eb0ce5d90cf97a2c448b20abc232edd99b14d5b8b3b9b19f8c', '2026-11-30 20:13:00+00', 'o_CZsONw0A0DESXDBa', '01a22e17-7e8c-7ff8-b77d-85a46815ae0d', 1),
	('\x6f64424da67d8f4c3f0bc60dcca0ffbb1c8c69ba84ccfd09d97d32b1dee39e58', '2026-11-30 20:13:00+00', 'o_CZsONw0A0DESXDBa', '01a22e17-7e90-7479-80b5-d8e1079c9e1f', 2),
	('\x4d7182375fe3010f83a987594a924b82aaf6bd3674ad8b5610c8a10f99e79832', '2026-11-30 20:13:00+00', 'o_CZsONw0A0DESXDBa', '01a22e17-7e9a-74c1-bf0a-f227c043efa5', 1),
	('\xc936d6ecbffbbbe63464946aaaea90f5e02075f519d305c6f17c627eaf1c65a2', '2026-11-30 20:13:00+00', 'o_CZsONw0A0DESXDBa', '01a22e17-7e9c-7c7b-8314-a5f29faa0731', 1);

INSERT INTO public.billing_audit_tree (log, size, edge) VALUES
	('o_CZsONw0A0DESXDBa', 29, '\xe4d87cae49e8da22efe3169ae9da522c324166b7a58a20790e2a3caba60c0ccf5d59223aef8b53b29838f32f182aed1c729e69175dfa524b5d8d01783b94e15cb37a4ca231ad1ee8ebe256308d367f4af57b62f0c2f8e8e9eab0d3a092c515c3ed3f34b26d0be26b010a1d70e87fb253989bfceab7eb4ddecd50f36c51621578'),
	('o_sK1iySvYYgiz4HOw', 18, '\xaa914f8980826aadb60d2a70e56978442517409aa34c68e8259ec34dcd00dca465f514db875d86bba1979943e355875dbf28db15fc01ec3c528331af20232272'),
	('platform', 12, '\x5411676c056df24989ebd86995c545118b14ee03c53a97f3bee36b8db574fbbfb88e801ef0d6c23f4f7edcdcba08b7e07e36eb975c8593d347eba2a08e65fc6d');

INSERT INTO public.billing_balance_entry (id, kind, amount_usd, reference, occurred_at, note, revision, created_at, organization_id) VALUES
	(1, 'top_up', 15000.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 20:13:41.164601+00', 1),
	(2, 'top_up', 11750.0000000000, 'demo-top-up-1', '2026-03-01 00:00:00+00', 'Demo', 3, '2026-11-30 20:13:41.175746+00', 2),
	(3, 'adjustment', 1.2473600000, 'biller-1', '2026-04-06 00:00:00+00', '', 6, '2026-11-30 20:13:41.205567+00', 1);

INSERT INTO public.billing_batch (id, started_at, finished_at, started_by, file, options, read, inserted, updated, unchanged, repeated, stale, refused, corrected, rounded, unpriced, total_cost_usd, llm_tokens_in, llm_tokens_out, usage_moved_usd, offset_usd, llm_tokens_cached) VALUES
	(1, '2026-11-30 20:13:41.11735+00', '2026-11-30 20:13:41.150221+00', 'system keep_release', '', '{}', 30, 30, 0, 0, 0, 0, 0, 0, 0, 3, 81.0402900000, 30435, 6435, 81.0402900000, 0.0000000000, 435);

INSERT INTO public.billing_orgs_invitation (id, email, role, token_digest, sending, sent_at, expires_at, accepted_at, revoked_at, invited_by_id, organization_id) VALUES
	(1, 'new-auditor@borealis-labs.example', 'auditor', NULL, 1, '2026-11-30 20:13:41.107621+00', '2026-12-07 20:13:41.107621+00', NULL, NULL, NULL, 2);

INSERT INTO public.billing_orgs_invitationsending (id, sent_at, invitation_id, sent_by_id) VALUES
	(1, '2026-11-30 20:13:41.110004+00', 1, NULL);

INSERT INTO public.billing_orgs_membership (id, role, created_at, user_id, organization_id, hold_confirmed_until) VALUES
	(1, 'owner', '2026-11-30 20:13:40.182417+00', 2, 1, NULL),
	(2, 'admin', '2026-11-30 20:13:40.496734+00', 3, 1, NULL),
	(3, 'billing', '2026-11-30 20:13:40.52544+00', 4, 1, NULL),
	(4, 'auditor', '2026-11-30 20:13:40.548376+00', 5, 1, NULL),
	(5, 'member', '2026-11-30 20:13:40.573242+00', 6, 1, NULL),
	(6, 'owner', '2026-11-30 20:13:40.641765+00', 7, 2, NULL),
	(7, 'admin', '2026-11-30 20:13:41.02148+00', 8, 2, NULL),
	(8, 'billing', '2026-11-30 20:13:41.047076+00', 9, 2, NULL),
	(9, 'auditor', '2026-11-30 20:13:41.06937+00', 10, 2, NULL),
	(10, 'member', '2026-11-30 20:13:41.087184+00', 11, 2, NULL);

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
	(1, true, NULL, 1, 'Demo', '2026-11-30 20:13:40.617531+00', 'system', NULL);

INSERT INTO public.billing_reconciliation (id, reference, balance_usd, observed_at, difference_usd, revision, created_at, organization_id) VALUES
	(1, 'biller-1', 14980.2500000000, '2026-04-06 00:00:00+00', 1.2473600000, 6, '2026-11-30 20:13:41.20784+00', 1);

INSERT INTO public.billing_registered_tag (id, key, registered_at, filled_through, ready_at, organization_id) VALUES
	(1, 'session', '2026-11-30 20:13:40.608918+00', NULL, '2026-11-30 20:13:40.608293+00', 1),
	(2, 'session', '2026-11-30 20:13:41.101015+00', NULL, '2026-11-30 20:13:41.100679+00', 2);

INSERT INTO public.billing_revision (revision, token, organization_id) VALUES
	(1, 'a2b4e9b3-522d-4d16-8595-59bdd3e99881', 1),
	(1, '1eccf466-f353-42ae-b166-f74bed0e2330', 2),
	(2, 'b6485d18-88c3-469d-9392-b3a17580815c', 1),
	(2, 'beaafc1d-ee74-4873-8416-a0f925bb1265', 2),
	(3, 'f19b0989-fd82-4e38-b21e-5fd7fb25a625', 1),
	(3, '4d44d622-f5f6-4434-8a07-9ea8c7cf9182', 2),
	(4, '8c293d93-8015-4b59-942e-28138d7b501e', 1),
	(5, 'dbb264db-8826-4c4c-8cf7-95bdaf90f570', 1),
	(6, 'e274b037-4c59-44a9-952c-177ba395ec3b', 1);

INSERT INTO public.billing_run (id, run_id, run_type, status, created_at, modified_at, queued_at, started_at, finished_at, total_cost_usd, unit_price_usd, cost_status, cost_updated_at, llm_tokens_in, llm_tokens_out, tags, first_revision, revision, organization_id, batch_id, llm_tokens_cached, credited_usd, cached_unit_price_usd, cached_units, units) VALUES
	(1, 'run-000', 'workflow_run', 'completed', '2026-04-01 00:00:00+00', NULL, NULL, '2026-04-01 00:00:00+00', '2026-04-01 00:03:00+00', 1.0000700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1000, 200, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 0, 0.0000000000, NULL, NULL, NULL),
	(4, 'run-006', 'workflow_run', 'completed', '2026-04-02 18:06:00+00', NULL, NULL, '2026-04-02 18:06:00+00', '2026-04-02 18:09:00+00', 2.0006700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1006, 206, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 6, 0.0000000000, NULL, NULL, NULL),
	(5, 'run-008', 'workflow_run', 'completed', '2026-04-03 08:08:00+00', NULL, NULL, '2026-04-03 08:08:00+00', '2026-04-03 08:11:00+00', 4.0008700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1008, 208, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 8, 0.0000000000, NULL, NULL, NULL),
	(6, 'run-010', 'workflow_run', 'completed', '2026-04-03 22:10:00+00', NULL, NULL, '2026-04-03 22:10:00+00', '2026-04-03 22:13:00+00', 1.0010700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1010, 210, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 10, 0.0000000000, NULL, NULL, NULL),
	(7, 'run-012', 'workflow_run', 'completed', '2026-04-04 12:12:00+00', NULL, NULL, '2026-04-04 12:12:00+00', '2026-04-04 12:15:00+00', 3.0012700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1012, 212, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 12, 0.0000000000, NULL, NULL, NULL),
	(8, 'run-014', 'workflow_run', 'completed', '2026-04-05 02:14:00+00', NULL, NULL, '2026-04-05 02:14:00+00', '2026-04-05 02:17:00+00', 5.0014700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1014, 214, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 14, 0.0000000000, NULL, NULL, NULL),
	(9, 'run-016', 'workflow_run', 'completed', '2026-04-05 16:16:00+00', NULL, NULL, '2026-04-05 16:16:00+00', '2026-04-05 16:19:00+00', 2.0016700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1016, 216, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 16, 0.0000000000, NULL, NULL, NULL),
	(10, 'run-018', 'workflow_run', 'completed', '2026-04-06 06:18:00+00', NULL, NULL, '2026-04-06 06:18:00+00', '2026-04-06 06:21:00+00', 4.0018700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1018, 218, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 18, 0.0000000000, NULL, NULL, NULL),
	(11, 'run-020', 'workflow_run', 'completed', '2026-04-06 20:20:00+00', NULL, NULL, '2026-04-06 20:20:00+00', '2026-04-06 20:23:00+00', 1.0020700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1020, 220, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 20, 0.0000000000, NULL, NULL, NULL),
	(12, 'run-022', 'workflow_run', 'completed', '2026-04-07 10:22:00+00', NULL, NULL, '2026-04-07 10:22:00+00', '2026-04-07 10:25:00+00', 3.0022700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1022, 222, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 22, 0.0000000000, NULL, NULL, NULL),
	(13, 'run-024', 'workflow_run', 'completed', '2026-04-08 00:24:00+00', NULL, NULL, '2026-04-08 00:24:00+00', '2026-04-08 00:27:00+00', 5.0024700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1024, 224, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 24, 0.0000000000, NULL, NULL, NULL),
	(14, 'run-026', 'workflow_run', 'completed', '2026-04-08 14:26:00+00', NULL, NULL, '2026-04-08 14:26:00+00', '2026-04-08 14:29:00+00', 2.0026700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1026, 226, '{"county": "Añasco", "session": "s2"}', 2, 2, 1, 1, 26, 0.0000000000, NULL, NULL, NULL),
	(15, 'run-028', 'workflow_run', 'completed', '2026-04-09 04:28:00+00', NULL, NULL, '2026-04-09 04:28:00+00', '2026-04-09 04:31:00+00', 4.0028700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1028, 228, '{"county": "Añasco", "session": "s0"}', 2, 2, 1, 1, 28, 0.0000000000, NULL, NULL, NULL),
	(16, 'run-001', 'workflow_run', 'completed', '2026-04-01 07:01:00+00', NULL, NULL, '2026-04-01 07:01:00+00', '2026-04-01 07:04:00+00', 2.0001700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1001, 201, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 1, 0.0000000000, NULL, NULL, NULL),
	(17, 'run-003', 'workflow_run', 'completed', '2026-04-01 21:03:00+00', NULL, NULL, '2026-04-01 21:03:00+00', '2026-04-01 21:06:00+00', 4.0003700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1003, 203, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 3, 0.0000000000, NULL, NULL, NULL),
	(18, 'run-005', 'workflow_run', 'completed', '2026-04-02 11:05:00+00', NULL, NULL, '2026-04-02 11:05:00+00', '2026-04-02 11:08:00+00', 1.0005700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1005, 205, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 5, 0.0000000000, NULL, NULL, NULL),
	(19, 'run-007', 'workflow_run', 'completed', '2026-04-03 01:07:00+00', NULL, NULL, '2026-04-03 01:07:00+00', '2026-04-03 01:10:00+00', NULL, NULL, 'unpriced', '2026-11-30 20:13:41.136028+00', 1007, 207, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 7, 0.0000000000, NULL, NULL, NULL),
	(20, 'run-009', 'workflow_run', 'running', '2026-04-03 15:09:00+00', NULL, NULL, '2026-04-03 15:09:00+00', NULL, 5.0009700000, NULL, 'accruing', '2026-11-30 20:13:41.136028+00', 1009, 209, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 9, 0.0000000000, NULL, NULL, NULL),
	(21, 'run-011', 'workflow_run', 'completed', '2026-04-04 05:11:00+00', NULL, NULL, '2026-04-04 05:11:00+00', '2026-04-04 05:14:00+00', 2.0011700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1011, 211, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 11, 0.0000000000, NULL, NULL, NULL),
	(22, 'run-013', 'workflow_run', 'completed', '2026-04-04 19:13:00+00', NULL, NULL, '2026-04-04 19:13:00+00', '2026-04-04 19:16:00+00', 4.0013700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1013, 213, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 13, 0.0000000000, NULL, NULL, NULL),
	(23, 'run-015', 'workflow_run', 'completed', '2026-04-05 09:15:00+00', NULL, NULL, '2026-04-05 09:15:00+00', '2026-04-05 09:18:00+00', 1.0015700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1015, 215, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 15, 0.0000000000, NULL, NULL, NULL),
	(24, 'run-017', 'workflow_run', 'completed', '2026-04-05 23:17:00+00', NULL, NULL, '2026-04-05 23:17:00+00', '2026-04-05 23:20:00+00', NULL, NULL, 'unpriced', '2026-11-30 20:13:41.136028+00', 1017, 217, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 17, 0.0000000000, NULL, NULL, NULL),
	(25, 'run-019', 'workflow_run', 'running', '2026-04-06 13:19:00+00', NULL, NULL, '2026-04-06 13:19:00+00', NULL, 5.0019700000, NULL, 'accruing', '2026-11-30 20:13:41.136028+00', 1019, 219, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 19, 0.0000000000, NULL, NULL, NULL),
	(26, 'run-021', 'workflow_run', 'completed', '2026-04-07 03:21:00+00', NULL, NULL, '2026-04-07 03:21:00+00', '2026-04-07 03:24:00+00', 2.0021700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1021, 221, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 21, 0.0000000000, NULL, NULL, NULL),
	(27, 'run-023', 'workflow_run', 'completed', '2026-04-07 17:23:00+00', NULL, NULL, '2026-04-07 17:23:00+00', '2026-04-07 17:26:00+00', 4.0023700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1023, 223, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 23, 0.0000000000, NULL, NULL, NULL),
	(28, 'run-025', 'workflow_run', 'completed', '2026-04-08 07:25:00+00', NULL, NULL, '2026-04-08 07:25:00+00', '2026-04-08 07:28:00+00', 1.0025700000, NULL, 'final', '2026-11-30 20:13:41.136028+00', 1025, 225, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 25, 0.0000000000, NULL, NULL, NULL),
	(29, 'run-027', 'workflow_run', 'completed', '2026-04-08 21:27:00+00', NULL, NULL, '2026-04-08 21:27:00+00', '2026-04-08 21:30:00+00', NULL, NULL, 'unpriced', '2026-11-30 20:13:41.136028+00', 1027, 227, '{"county": "Añasco", "session": "s3"}', 2, 2, 2, 1, 27, 0.0000000000, NULL, NULL, NULL),
	(30, 'run-029', 'workflow_run', 'running', '2026-04-09 11:29:00+00', NULL, NULL, '2026-04-09 11:29:00+00', NULL, 5.0029700000, NULL, 'accruing', '2026-11-30 20:13:41.136028+00', 1029, 229, '{"county": "Añasco", "session": "s1"}', 2, 2, 2, 1, 29, 0.0000000000, NULL, NULL, NULL),
	(2, 'run-002', 'workflow_run', 'completed', '2026-04-01 14:02:00+00', NULL, NULL, '2026-04-01 14:02:00+00', '2026-04-01 14:05:00+00', 3.0002700000, NULL, 'final', '2026-11-30 20:13:41.187627+00', 1002, 202, '{"county": "Añasco", "session": "s2"}', 2, 4, 1, 1, 2, 0.0100000000, NULL, NULL, NULL);

INSERT INTO public.billing_run_credit (id, run_id, amount_usd, reference, occurred_at, revision, void_revision, created_at, organization_id) VALUES
	(1, 'run-002', 0.0100000000, 'credit-1', '2026-04-01 12:00:00+00', 4, NULL, '2026-11-30 20:13:41.19054+00', 1);

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
	(1, 'workflow_run', 'completed', '2026-04-02 04:04:00+00', NULL, NULL, '2026-04-02 04:04:00+00', '2026-04-02 04:07:00+00', 5.0004700000, NULL, 'final', 1004, 204, '{"county": "Añasco", "session": "s0"}', 'run-004', '2026-11-30 20:13:41.136028+00', 2, 2, 5, '2026-11-30 20:13:41.195319+00', 1, 1, 4, 0.0000000000, NULL, NULL, NULL);

INSERT INTO public.procrastinate_jobs (id, queue_name, task_name, lock, args, status, scheduled_at, attempts, queueing_lock, priority, abort_requested, worker_id) VALUES
	(1, 'email', 'orgs.send_invitation', NULL, '{"message": "bf1e6ee0-d2df-46fb-a6db-831db7abb667", "sending": 1, "invitation_id": 1}', 'todo', NULL, 0, NULL, 0, false, NULL);

INSERT INTO public.procrastinate_events (id, job_id, type, at) VALUES
	(1, 1, 'deferred', '2026-11-30 20:13:41.103503+00');

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

SELECT pg_catalog.setval('public.django_content_type_id_seq', 61, true);

SELECT pg_catalog.setval('public.django_migrations_id_seq', 110, true);

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

