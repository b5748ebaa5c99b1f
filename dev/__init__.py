"""What `make run` and `make test` need and production does not: supervisor, embedded PostgreSQL, demo."""
