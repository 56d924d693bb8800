"""Example data, and where the default database lies."""
