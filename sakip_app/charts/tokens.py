"""Colours, signs and shapes: the one table of the look, without plotly.

Colour is for judgement only, and never alone: each band has a word, a sign and a shape. The table has five
steps; a rule with fewer bands takes steps from the ends inward, one with more shares neighbouring steps (the
word still tells them apart).
"""

from __future__ import annotations

from dataclasses import dataclass

from sakip_app.text.bands import AturanPita

TINTA = "#13202F"  # text, target ticks, section rule, past quarters
REDUP = "#45566A"  # secondary text, axis titles
SAMAR = "#5C6C7F"  # captions, ticks, dashed outline of "belum lapor"
GARIS = "#DCE2E9"  # hairlines, grid
GARIS_KUAT = "#B9C3CF"  # control borders, rule below a table head
BIDANG = "#F3F5F8"  # secondary background, "belum dijadwalkan"
JALUR = "#E6EAF0"  # bullet track
LALU = "#C9D1DB"  # bars of earlier periods
LALU_TEPI = "#8B98A8"
NILA = "#2F3E9E"  # interaction and "now"
NILA_MUDA = "#ECEEFA"
PUTIH = "#FFFFFF"
TEKS_BAHAYA = "#8A1A12"  # the word "terlambat", "lewat tenggat"
TINT_BAHAYA = "#F9E2DF"

POSISI_TERTINGGAL = 3  # steps ◆ and ▼: drawn bold and signed


@dataclass(frozen=True, slots=True)
class GayaPita:
    """How one band looks.

    Attributes:
        posisi: step in the table, 0 = best, 4 = worst.
        isi: fill of a mark or cell.
        tepi: edge of a mark, at least 3:1 on white.
        teks: text on ``tint`` or on white.
        tint: light ground of a chip.
        teks_di_isi: text on ``isi``.
        tanda: the sign as a character.
        bentuk: the sign as a plotly symbol.
        nama: the Streamlit colour name that the theme maps to this step.
    """

    posisi: int
    isi: str
    tepi: str
    teks: str
    tint: str
    teks_di_isi: str
    tanda: str
    bentuk: str
    nama: str

    @property
    def tertinggal(self) -> bool:
        """True for the two low steps."""
        return self.posisi >= POSISI_TERTINGGAL


TANGGA = (
    GayaPita(0, "#0B5C70", "#0B5C70", "#084654", "#DCEEF1", PUTIH, "▲", "triangle-up", "green"),
    GayaPita(1, "#7CC0CC", "#2E8494", "#1B5C69", "#E6F3F5", TINTA, "●", "circle", "blue"),
    GayaPita(2, "#F5DE9A", "#A07D12", "#6A4F00", "#FBF3DA", TINTA, "■", "square", "yellow"),
    GayaPita(3, "#EB8F42", "#B85F12", "#8A3D00", "#FDEADA", TINTA, "◆", "diamond", "orange"),
    GayaPita(4, "#A12118", "#A12118", TEKS_BAHAYA, TINT_BAHAYA, PUTIH, "▼", "triangle-down", "red"),
)


def gaya_predikat(aturan: AturanPita) -> dict[str, GayaPita]:
    """The look of each predikat of a rule, best first.

    Args:
        aturan: rule in force; its bands stand from the highest.

    Examples:
        Five bands take all steps; four ▲ ● ◆ ▼; three ▲ ■ ▼; two ▲ ▼.
    """
    n = len(aturan.predikat)
    return {pita.label: gaya_urutan(urutan, n) for urutan, pita in enumerate(aturan.predikat)}


def gaya_urutan(urutan: int, n: int) -> GayaPita:
    """The look of one of ``n`` bands by its place, 0 = best.

    Examples:
        >>> [gaya_urutan(urutan, 4).tanda for urutan in range(4)]
        ['▲', '●', '◆', '▼']
    """
    return TANGGA[(2 * 4 * urutan + n - 1) // (2 * (n - 1)) if n > 1 else 0]
