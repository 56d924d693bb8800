"""Kabupaten Contoh: 48 fictional units."""

from data.contoh.kabupaten.create import create

__all__ = ["create"]
