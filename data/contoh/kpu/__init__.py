"""KPU Provinsi Contoh: the satker of a fictional province, each with two PK."""

from data.contoh.kpu.create import create

__all__ = ["create"]
