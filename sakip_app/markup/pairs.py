"""Two wordings side by side, the words that only one of them has marked."""

from __future__ import annotations

from collections.abc import Iterable

from sakip_app.markup.safe import Html, isi


def berdampingan(
    lama: Iterable[tuple[str, bool]], baru: Iterable[tuple[str, bool]], lama_di: str, baru_di: str
) -> Html:
    """A kept wording beside that of a file.

    Args:
        lama: the words that are kept, each with whether the file lacks it.
        baru: the words of the file, each with whether what is kept lacks it.
        lama_di: what stands beside the kept wording: satuan, target, path.
        baru_di: where the other stands in the file, and the same.
    """
    left = _teks(lama, "del")
    right = _teks(baru, "ins")
    return Html(
        '<div class="sk-padan">'
        f"<div><small>Tersimpan</small><p>{left}</p><small>{isi(lama_di)}</small></div>"
        f"<div><small>Di berkas ini</small><p>{right}</p><small>{isi(baru_di)}</small></div>"
        "</div>"
    )


def _teks(kata: Iterable[tuple[str, bool]], tanda: str) -> Html:
    return Html(" ".join(f"<{tanda}>{isi(k)}</{tanda}>" if beda else isi(k) for k, beda in kata))
