"""The database: tables, migrations, reading and writing with history."""
