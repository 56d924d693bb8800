"""Sentences made from a ``Rekam`` by plain rules: what stands out, what to say of a unit, what to ask it."""

from sakip_app.narration.body import sorotan
from sakip_app.narration.kalimat import Kalimat
from sakip_app.narration.unit_paragraph import paragraf_unit
from sakip_app.narration.unit_questions import pertanyaan_unit

__all__ = ["Kalimat", "paragraf_unit", "pertanyaan_unit", "sorotan"]
