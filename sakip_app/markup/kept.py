"""What was kept and a person may change: a file or evidence as a line, a change before it is saved, a refusal."""

from __future__ import annotations

from sakip_app.markup.safe import Html, isi


def butir(
    nama: str | Html, rincian: str | Html, *, cip: Html | None = None, ditarik: str | Html | None = None
) -> Html:
    """One kept thing: its name, a smaller line about it, and a chip.

    Args:
        nama: what it is called.
        rincian: kind and size, who, when.
        cip: a chip beside the name.
        ditarik: who withdrew it, when and why; its name is then struck through.
    """
    judul = Html(f"<s>{isi(nama)}</s>") if ditarik is not None else Html(f"<b>{isi(nama)}</b>")
    akhir = f'<p class="sk-ditarik">{isi(ditarik)}</p>' if ditarik is not None else ""
    return Html(f'<div class="sk-simpanan"><p>{judul}{isi(cip)}</p><small>{isi(rincian)}</small>{akhir}</div>')


def perubahan(semula: str, menjadi: str | None, satuan: str = "", catatan: str = "") -> Html:
    """A value before and after; a dotted place where the new one is not known yet. ``catatan``: how it was read."""
    baru = f"<b>{isi(menjadi)}</b>" if menjadi is not None else '<b class="sk-samar">…</b>'
    ekor = f" <small>{isi(' · '.join(kata for kata in (satuan, catatan) if kata))}</small>"
    return Html(
        f'<p class="sk-ubah" aria-live="polite"><small>Semula</small> <span>{isi(semula)}</span> '
        f'<i aria-hidden="true">→</i> <small>menjadi</small> {baru}{ekor}</p>'
    )


def pesan_galat(pesan: str, saran: str = "") -> Html:
    """Why something was not done, and what to do; where the person is looking."""
    return Html(f'<p class="sk-galat" role="alert"><b>{isi(pesan)}</b> {isi(saran)}</p>')
