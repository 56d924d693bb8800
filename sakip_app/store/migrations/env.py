"""Alembic's entry point; the application hands over its connection, the command line opens its own."""

from alembic import context
from sqlalchemy import Connection

from sakip_app.store.tables import metadata


def migrate(connection: Connection) -> None:
    """Run what is outstanding inside the transaction of ``connection``, whole or not at all."""
    context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is None:
    message = "run migrations with `python -c 'from sakip_app.store import open_store; open_store()'`"
    raise SystemExit(message)
migrate(given)
