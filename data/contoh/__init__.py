"""Two fictional bodies, Kabupaten Contoh and KPU Provinsi Contoh, quarter by quarter: ``python -m data.contoh``."""

from data.contoh.body import KABUPATEN, KPU
from data.contoh.create import create_example, has_example
from data.contoh.large import create_large

KODE, KODE_KPU = KABUPATEN.kode, KPU.kode

__all__ = ["KABUPATEN", "KODE", "KODE_KPU", "KPU", "create_example", "create_large", "has_example"]
