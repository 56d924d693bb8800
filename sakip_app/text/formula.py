"""The formula of one capaian with its numbers in it, as the rule in force computes it."""

from __future__ import annotations

import math
from typing import NamedTuple, Protocol

from sakip_app.text.numbers import format_angka, format_nilai


class AturanRumus(Protocol):
    """What of a rule set a formula depends on."""

    @property
    def rumus_minimal(self) -> str: ...  # noqa: D102
    @property
    def rasio_realisasi_nol(self) -> float: ...  # noqa: D102


class TeksRumus(NamedTuple):
    """A fraction in words and in numbers between ``awal`` and ``akhir``; or only a sentence, in ``kalimat``."""

    pecahan: tuple[str, str] = ("", "")
    angka: tuple[str, str] = ("", "")
    awal: str = ""
    akhir: str = "× 100"
    kalimat: str = ""


NAMA_RUMUS = {
    ("maksimal", "selisih"): "makin tinggi makin baik: realisasi ÷ target",
    ("maksimal", "rasio"): "makin tinggi makin baik: realisasi ÷ target",
    ("minimal", "selisih"): "makin rendah makin baik: (2 × target − realisasi) ÷ target",
    ("minimal", "rasio"): "makin rendah makin baik: target ÷ realisasi",
    ("stabil", "selisih"): "tepat pada target paling baik: 100 − simpangan",
    ("stabil", "rasio"): "tepat pada target paling baik: 100 − simpangan",
}


def formula(
    realisasi: float,
    target: float,
    polaritas: str,
    aturan: AturanRumus,
    *,
    bawah: float = math.nan,
    atas: float = math.nan,
    satuan: str | None = None,
) -> TeksRumus:
    """How this capaian is computed.

    Args:
        realisasi: the actual value that was compared.
        target: the planned value; not read where a range stands.
        polaritas: maksimal, minimal or stabil.
        aturan: the rule in force.
        bawah: lower bound of a range target, NaN for none.
        atas: upper bound of a range target, NaN for none.
        satuan: unit of measure, decides the decimals.

    Examples:
        >>> from sakip_metrics import Aturan
        >>> formula(131, 86, "minimal", Aturan("contoh")).angka
        ('2 × 86 − 131', '86')
        >>> formula(85, math.nan, "maksimal", Aturan("contoh"), bawah=80, atas=90).kalimat
        'Realisasi 85 berada di dalam rentang target 80–90: capaian 100.'
    """
    r = format_nilai(realisasi, satuan)
    word = "target"
    if not (math.isnan(bawah) and math.isnan(atas)):
        if not (realisasi < bawah or realisasi > atas):
            return TeksRumus(kalimat=f"Realisasi {r} berada di dalam {_range(bawah, atas, satuan)}: capaian 100.")
        word, target = ("batas atas", atas) if realisasi > atas else ("batas bawah", bawah)
    t = format_nilai(target, satuan)
    if polaritas == "minimal" and target == 0:
        result = "100" if realisasi == 0 else "0"
        return TeksRumus(kalimat=f"Target 0 dan makin rendah makin baik: realisasi {r} berarti capaian {result}.")
    if polaritas == "minimal" and aturan.rumus_minimal == "rasio":
        if realisasi == 0:
            at_zero = format_angka(aturan.rasio_realisasi_nol, 0)
            return TeksRumus(
                kalimat=f"Realisasi 0 tidak dapat menjadi pembagi; menurut aturan capaiannya {at_zero}."
            )
        return TeksRumus((word, "realisasi"), (t, r))
    if polaritas == "minimal":
        return TeksRumus((f"2 × {word} − realisasi", word), (f"2 × {t} − {r}", t))
    if polaritas == "stabil":
        return TeksRumus((f"|realisasi − {word}|", word), (f"|{r} − {t}|", t), awal="100 −")
    return TeksRumus(("realisasi", word), (r, t))


def _range(bawah: float, atas: float, satuan: str | None) -> str:
    if math.isnan(bawah):
        return f"rentang target (paling tinggi {format_nilai(atas, satuan)})"
    if math.isnan(atas):
        return f"rentang target (paling rendah {format_nilai(bawah, satuan)})"
    return f"rentang target {format_nilai(bawah, satuan)}–{format_nilai(atas, satuan)}"


def exact(value: float) -> str:
    """A result with enough digits to see that it was not rounded: "62,0833…".

    Examples:
        >>> exact(62.083333), exact(87.5), exact(100.0)
        ('62,0833…', '87,5', '100')
    """
    whole = (
        format_angka(math.trunc(value * 10_000 + math.copysign(1e-6, value)) / 10_000, 4).rstrip("0").rstrip(",")
    )
    return whole if abs(value * 10_000 - round(value * 10_000)) < 1e-6 else f"{whole}…"
