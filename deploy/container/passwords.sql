-- Gives the roles of `database_roles` the passwords of roles.env. A variable that is missing stops it.
\set ON_ERROR_STOP on
\getenv app APP_PASSWORD
\getenv worker WORKER_PASSWORD
\getenv sealer SEALER_PASSWORD
\getenv auditor AUDITOR_PASSWORD
ALTER ROLE billing_access_app PASSWORD :'app';
ALTER ROLE billing_access_worker PASSWORD :'worker';
ALTER ROLE billing_access_sealer PASSWORD :'sealer';
ALTER ROLE billing_access_auditor PASSWORD :'auditor';
