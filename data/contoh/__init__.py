"""The fictional Kabupaten Contoh: two years of 48 units, sent quarter by quarter. ``python -m data.contoh``."""

from data.contoh.create import KODE, create_example, has_example

__all__ = ["KODE", "create_example", "has_example"]
