"""Proposals for polaritas, each with the word that hints at it. A person decides; nothing is assumed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sakip_app.workbook.result import BarisIndikator, Pertanyaan
from sakip_app.workbook.words import normal

# Words that hint at "minimal" (lower is better), each with words of its own that turn it back.
KATA_MINIMAL: tuple[tuple[str, str], ...] = (
    ("kematian", ""), ("kesakitan", ""), ("kasus", ""), ("prevalensi", ""), ("stunting", ""), ("gizi buruk", ""),
    ("kemiskinan", ""), ("miskin", ""), ("pengangguran", ""), ("putus sekolah", ""), ("kumuh", ""),
    ("pelanggaran", ""), ("temuan", ""), ("aduan", ""), ("pengaduan", ""), ("kecelakaan", ""), ("kehilangan", ""),
    ("susut", ""), ("saidi", ""), ("saifi", ""), ("waktu tunggu", ""), ("lama penyelesaian", ""),
    ("waktu tanggap", ""), ("waktu penerbitan", ""), ("waktu penyelesaian", ""), ("death rate", ""), ("gini", ""),
    ("ketimpangan", ""), ("emisi", ""), ("timbulan", ""), ("deviasi", ""), ("tunggakan", ""),
    ("tidak terdaftar", ""), ("tidak layak huni", "diperbaiki|dibangun|ditangani"),
)  # fmt: skip
KATA_PEMBALIK = (
    r"menurunnya|penurunan|pengurangan|berkurangnya|tertangani|ditangani|penanganan|terselesaikan|diselesaikan|"
    r"penyelesaian|ditindak ?lanjuti|tindak lanjut|bebas|terlayani|dilayani|mendapat\w*|pencegahan|penanggulangan|"
    r"diperbaiki|dientaskan|pengentasan|pendampingan|diverifikasi|teratasi"
)
KATA_STABIL = (("inflasi", "sering stabil, kadang minimal"), ("occupancy", "sering stabil"))
# Openings and words that say "more is better" clearly enough to propose it; the group names the kind of reason.
_HASIL = (
    "dokumen|laporan|berita acara|kegiatan|paket|unit|orang|peserta|usulan|kajian|telaahan|mebel|gedung|sarana|"
    "peralatan|kendaraan|barang|kerja sama|data|inovasi|desa|layanan|lembaga"
)
_BAIK = (
    "tertib|tercapai|terlaksana|terpenuhi|terpelihara|pemenuhan|ketersediaan|tersedia|keselarasan|selaras|kepuasan|"
    "pemanfaatan|dimanfaatkan|tepat waktu|disiplin|terlayani|kepatuhan|partisipatif|partisipasi|berbasis|memiliki|"
    "terakreditasi|bersertifikat|sesuai|pemetaan|ditindak ?lanjuti|terselesaikan|tertangani|diselesaikan"
)
_MUTU = (
    "indeks (?:kepuasan|inovasi|pembangunan|reformasi|profesionalitas|kualitas|spbe|pelayanan|kematangan)|"
    "nilai (?:lhe )?akip|nilai sakip|nilai ikpa|nilai evaluasi|opini|maturitas|harapan lama sekolah|"
    "rata-rata lama sekolah|angka partisipasi|produksi|nilai realisasi investasi"
)
KATA_MAKSIMAL: tuple[tuple[str, str], ...] = (
    ("keluaran yang dihitung", rf"^(?:jumlah|jumalh|banyaknya)\b.*?\b({_HASIL})\b"),
    ("bagian yang baik", rf"^(?:persentase|prosentase|persen|tingkat|cakupan|proporsi)\b.*?\b({_BAIK})\b"),
    ("ukuran mutu", rf"\b({_MUTU})\b"),
)


# A document about slums is a document; the time it takes to settle a complaint is time.
_DOKUMEN = re.compile(r"^(?:jumlah |jumalh |banyaknya )?(dokumen|laporan|kajian|telaahan|berita acara|naskah)\b")
_LAMA = re.compile(r"\b(?:waktu|lama|durasi) (?:tunggu|tanggap|penyelesaian|penerbitan|penanganan|pelayanan)\b")
_ADA_MINIMAL = re.compile(rf"\b(?:{'|'.join(kata for kata, _ in KATA_MINIMAL)})\b")


def propose(uraian: str) -> tuple[str | None, str]:
    """What the words of an indicator hint at.

    Returns:
        ``(usul, alasan)``: ``"minimal"``, ``"maksimal"`` or ``None``; the reason names the word.

    Example:
        >>> propose("Angka Kematian Ibu")
        ('minimal', 'kata “kematian”')
        >>> propose("Persentase temuan BPK yang ditindaklanjuti")
        ('maksimal', 'kata “temuan” dibalik oleh “ditindaklanjuti”')
    """
    teks = normal(uraian)
    if m := _DOKUMEN.match(teks):
        return "maksimal", f"keluaran yang dihitung: kata “{m.group(1)}”"
    if m := _LAMA.search(teks):
        return "minimal", f"kata “{m.group()}”"
    for kata, pembalik in KATA_MINIMAL if _ADA_MINIMAL.search(teks) else ():
        if not re.search(rf"\b{kata}\b", teks):
            continue
        balik = re.search(rf"\b(?:{KATA_PEMBALIK}{'|' + pembalik if pembalik else ''})\b", teks.replace(kata, " "))
        if balik:
            return "maksimal", f"kata “{kata}” dibalik oleh “{balik.group()}”"
        return "minimal", f"kata “{kata}”"
    for kata, alasan in KATA_STABIL:
        if re.search(rf"\b{kata}\b", teks):
            return None, f"kata “{kata}” ({alasan})"
    for golongan, pola in KATA_MAKSIMAL:
        m = re.search(pola, teks)
        if m:
            return "maksimal", f"{golongan}: kata “{m.group(1)}”"
    return None, "tidak ada kata yang mengisyaratkan arah"


def ask_polaritas(indikator: Iterable[BarisIndikator]) -> tuple[Pertanyaan, ...]:
    """One question for each proposal and kind of reason, over the indicators without a stated polaritas.

    The words that hint at ``maksimal`` are many: they are asked a kind at a time, all words named.
    """
    kelompok: dict[tuple[str | None, str], dict[str, list[str]]] = {}
    for satu in indikator:
        if satu.polaritas is None:
            usul, alasan = propose(satu.uraian)
            golongan, _, kata = alasan.partition(": ")
            kelompok.setdefault((usul, golongan), {}).setdefault(kata, []).append(satu.kunci)
    urut = {"minimal": 0, None: 1, "maksimal": 2}
    hasil = []
    for (usul, golongan), isi in sorted(kelompok.items(), key=lambda k: (urut[k[0][0]], k[0][1])):
        kata = ", ".join(k.removeprefix("kata ") for k in isi if k)
        kunci = tuple(k for satu in isi.values() for k in satu)
        hasil.append(Pertanyaan("polaritas", kunci, usul, f"{golongan}: kata {kata}" if kata else golongan))
    return tuple(hasil)
