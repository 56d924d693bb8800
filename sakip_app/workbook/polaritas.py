"""Proposals for polaritas, each with the word that hints at it. A person decides; nothing is assumed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sakip_app.workbook.result import BarisIndikator, Pertanyaan
from sakip_app.workbook.words import normal

# Words that hint at "minimal" (lower is better), with the words that turn each of them back beside the common ones.
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
KATA_STABIL = (("inflasi", "sering stabil (mendekati sasaran), kadang minimal"), ("occupancy", "sering stabil"))
# Openings and words that say "more is better" clearly enough to propose it.
KATA_MAKSIMAL: tuple[tuple[str, str], ...] = (
    (r"^(?:jumlah|jumalh|banyaknya)\b.*?\b(dokumen|laporan|berita acara|kegiatan|paket|unit|orang|peserta|usulan|kajian|"
     r"telaahan|mebel|gedung|sarana|peralatan|kendaraan|barang|kerja sama|data|inovasi|desa|layanan|lembaga)\b", "Jumlah … {0}"),
    (r"^(?:persentase|prosentase|persen|tingkat|cakupan|proporsi)\b.*?\b(tertib|tercapai|terlaksana|terpenuhi|terpelihara|"
     r"pemenuhan|ketersediaan|tersedia|keselarasan|selaras|kepuasan|pemanfaatan|dimanfaatkan|tepat waktu|disiplin|"
     r"terlayani|kepatuhan|partisipati\w+|partisipasi|berbasis|memiliki|terakreditasi|bersertifikat|sesuai|pemetaan|"
     r"ditindak ?lanjuti|terselesaikan|tertangani|diselesaikan)\b", "… {0}"),
    (r"\b(indeks (?:kepuasan|inovasi|pembangunan|reformasi|profesionalitas|kualitas|spbe|pelayanan|kematangan))\b", "{0}"),
    (r"\b(nilai (?:lhe )?(?:a|s)akip|nilai (?:lhe )?akip|nilai sakip|nilai ikpa|nilai evaluasi|opini bpk|opini|maturitas|"
     r"harapan lama sekolah|rata-rata lama sekolah|angka partisipasi|produksi|partisipasi pemilih|nilai realisasi investasi)\b",
     "{0}"),
)  # fmt: skip


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
    for kata, pembalik in KATA_MINIMAL:
        if not re.search(rf"\b{kata}\b", teks):
            continue
        balik = re.search(rf"\b(?:{KATA_PEMBALIK}{'|' + pembalik if pembalik else ''})\b", teks.replace(kata, " "))
        if balik:
            return "maksimal", f"kata “{kata}” dibalik oleh “{balik.group()}”"
        return "minimal", f"kata “{kata}”"
    for kata, alasan in KATA_STABIL:
        if re.search(rf"\b{kata}\b", teks):
            return None, f"kata “{kata}”: {alasan}"
    for pola, nama in KATA_MAKSIMAL:
        m = re.search(pola, teks)
        if m:
            return "maksimal", f"kata “{nama.format(m.group(1))}”"
    return None, "tidak ada kata yang mengisyaratkan arah"


def ask_polaritas(indikator: Iterable[BarisIndikator]) -> tuple[Pertanyaan, ...]:
    """One question for each proposal and reason, over all indicators whose polaritas the sheet does not state."""
    kelompok: dict[tuple[str | None, str], list[str]] = {}
    for satu in indikator:
        if satu.polaritas is None:
            kelompok.setdefault(propose(satu.uraian), []).append(satu.kunci)
    urut = {"minimal": 0, None: 1, "maksimal": 2}
    return tuple(
        Pertanyaan("polaritas", tuple(kunci), usul, alasan)
        for (usul, alasan), kunci in sorted(kelompok.items(), key=lambda k: (urut[k[0][0]], k[0][1]))
    )
