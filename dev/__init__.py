"""What only `make run` and `make test` need: the supervisor, an embedded PostgreSQL and the demo."""
