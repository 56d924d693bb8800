"""Signs and chips: predikat, states of a figure, states of a follow-up, cell addresses."""

from __future__ import annotations

from sakip_app.charts.tokens import GayaPita
from sakip_app.html.safe import Html, isi
from sakip_app.text.words import kata_status

# One 12 × 12 outline per sign; drawn, not typed, so that a missing font cannot take the sign away.
_BENTUK = {
    "▲": '<path d="M.9 10.4h10.2L6 1.4z"/>',
    "●": '<circle cx="6" cy="6" r="4.6"/>',
    "■": '<path d="M1.8 1.8h8.4v8.4H1.8z"/>',
    "◆": '<path d="M6 .4 11.6 6 6 11.6.4 6z"/>',
    "▼": '<path d="M.9 1.6h10.2L6 10.6z"/>',
}
_RUPA_STATUS = {
    "selesai": ("sk-hijau", "✓ "),
    "berjalan": ("sk-nila", ""),
    "belum_mulai": ("sk-garis", ""),
    "lewat_tenggat": ("sk-merah", "× "),
    "belum_ada": ("sk-garis-merah", ""),
    "belum_lapor": ("sk-putus", ""),
    "terlambat": ("sk-putus sk-bahaya", ""),
    "diterima": ("sk-hijau", "✓ "),
    "dikembalikan": ("sk-merah", "× "),
    "menunggu": ("sk-nila", ""),
}


def tanda(gaya: GayaPita) -> Html:
    """The sign of a band as a small drawing, hidden from screen readers: its word stands beside it."""
    return Html(
        f'<svg class="sk-tanda" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" '
        f'fill="{gaya.isi}" stroke="{gaya.tepi}" stroke-linejoin="round">{_BENTUK[gaya.tanda]}</svg>'
    )


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
