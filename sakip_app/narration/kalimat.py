"""``Kalimat``: a sentence that knows which units and indicators it speaks of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kalimat:
    """One Indonesian sentence, or a few that belong together.

    Attributes:
        teks: ready to show; plain text, not escaped.
        jenis: the rule that made it, such as ``turun_tajam``.
        unit: codes of the units it speaks of.
        indikator: codes of the indicators its numbers come from.
        tanya: whether it asks something.
    """

    teks: str
    jenis: str
    unit: tuple[str, ...] = ()
    indikator: tuple[str, ...] = ()
    tanya: bool = False
