"""Signs and chips: predikat, states of a figure, states of a follow-up, cell addresses."""

from __future__ import annotations

from sakip_app.charts.tokens import GayaPita
from sakip_app.markup.safe import Html, isi
from sakip_app.text.words import kata_status

_RUPA_STATUS = {
    "selesai": ("sk-hijau", "✓ "),
    "berjalan": ("sk-nila", ""),
    "belum_mulai": ("sk-garis", ""),
    "lewat_tenggat": ("sk-merah", "× "),
    "belum": ("sk-garis", ""),
    "lewat": ("sk-merah", "× "),
    "rencana_lewat": ("sk-merah", "× "),
    "belum_ada": ("sk-garis-merah", ""),
    "belum_lapor": ("sk-putus", ""),
    "terlambat": ("sk-putus sk-bahaya", ""),
    "diterima": ("sk-hijau", "✓ "),
    "dikembalikan": ("sk-merah", "× "),
    "menunggu": ("sk-nila", ""),
}


def tanda(gaya: GayaPita) -> Html:
    """The sign of a band, hidden from screen readers: its word stands beside it.

    A character with fill and edge, for ``st.html`` drops inline drawings.
    """
    return Html(f'<i class="sk-tanda sk-tanda-{gaya.posisi}" aria-hidden="true">{gaya.tanda}</i>')


def predikat(label: str, gaya: GayaPita) -> Html:
    """Sign and word on white."""
    return Html(f'<span class="sk-predikat sk-teks-{gaya.posisi}">{tanda(gaya)}{isi(label)}</span>')


def cip_predikat(label: str, gaya: GayaPita) -> Html:
    """Sign and word on the band's tint."""
    return Html(f'<span class="sk-cip sk-tint-{gaya.posisi}">{tanda(gaya)}{isi(label)}</span>')


def cip_status(status: str, teks: str | None = None) -> Html:
    """A state as a chip with its word.

    Args:
        status: code such as ``belum_lapor``, ``lewat_tenggat``, ``selesai``; an unknown one gets a plain chip.
        teks: another word to show.
    """
    kelas, awalan = _RUPA_STATUS.get(status, ("sk-abu", ""))
    return Html(f'<span class="sk-cip {kelas}">{awalan}{isi(teks or kata_status(status))}</span>')


def cip_sel(alamat: str) -> Html:
    """A cell address, such as ``Realisasi TW III!S15``."""
    return Html(f'<span class="sk-sel">{isi(alamat)}</span>')


def nomor_temuan(nomor: int, tingkat: str) -> Html:
    """The number of a finding: square and red for a galat, round and sand for a peringatan."""
    kelas = "sk-nomor-galat" if tingkat == "galat" else "sk-nomor-peringatan"
    return Html(f'<span class="sk-nomor {kelas}" title="{isi(tingkat)}">{nomor}</span>')
