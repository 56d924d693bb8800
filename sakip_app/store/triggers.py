"""What a migration adds to a table to which rows are only ever added."""

from __future__ import annotations

from alembic import op


def append_only(table: str) -> None:
    """Let the database itself refuse what no code of ours does: changing or removing an accepted row."""
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_tanpa_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'tabel {table} hanya boleh ditambah'); END"
            )
    elif dialect == "postgresql":
        op.execute(
            f"CREATE FUNCTION {table}_hanya_tambah() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION 'tabel {table} hanya boleh ditambah'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_hanya_tambah BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_hanya_tambah()"
        )
        op.execute(  # emptying a table touches no row
            f"CREATE TRIGGER {table}_tanpa_truncate BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_hanya_tambah()"
        )
