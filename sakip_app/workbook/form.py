"""The shared engine of forms with a row an indicator: from a header and its sheet to indicators.

A layout says what its columns are; everything else is here: which rows are indicators, what stands above
them, where the table ends, which keys name them, what the sheet leaves open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sakip_app.workbook.cells import Pembaca, Sasaran
from sakip_app.workbook.checks import check_rows
from sakip_app.workbook.context import find_body, find_unit, find_year, money_unit
from sakip_app.workbook.findings import tolak
from sakip_app.workbook.grid import Grid, alamat
from sakip_app.workbook.header import Kepala, KolomTerbaca, declared_sum
from sakip_app.workbook.levels import DI_ATAS, BarisNama, tell_levels
from sakip_app.workbook.package import column_letter
from sakip_app.workbook.polaritas import ask_polaritas
from sakip_app.workbook.result import BarisIndikator, HasilBaca, Pertanyaan
from sakip_app.workbook.words import key_text, normal, short_hash, slug, tidy

TRIWULAN = (1, 2, 3, 4)
TEMUAN_TERBANYAK = 500
_BUKAN_INDIKATOR = re.compile(r"^(?:jumlah|total|rata\s*-?\s*rata|predikat|mengetahui|disusun|dievaluasi|catatan|keterangan)\b[^a-z]*$"
                              r"|^(?:rata-rata capaian|predikat kinerja|faktor pendorong|faktor penghambat|tindak lanjut yang)")  # fmt: skip
_JUMLAH_RUMUS = re.compile(r"^=\s*\+?(?:SUM\(([^()]*)\)|([A-Z$0-9+]+))$", re.IGNORECASE)
_FUNGSI = re.compile(r"^=\s*(AVERAGE|MAX)\(([^()]*)\)$", re.IGNORECASE)
_DUA = re.compile(r"(?:^|\s)1\s?[.)]\s*\S.*\s2\s?[.)]\s*\S")


@dataclass(frozen=True)
class _Konteks:
    """The named row an indicator stands in, and what is above it."""

    nama: str
    kode: str
    jenjang: str | None
    induk: tuple[str, ...]


def read_form(grid: Grid, kepala: Kepala, *, berkas: str, sha256: str) -> HasilBaca:
    """Read all rows below a header.

    Args:
        grid: the sheet, with its formulas.
        kepala: its header, complete.
        berkas: name of the file, as shown.
        sha256: of the bytes.

    Returns:
        Indicators, findings and questions.

    Raises:
        BerkasDitolakError: ``tidak-ada-baris-data`` when nothing stands below the header.
    """
    nama_uang, pengali = money_unit(grid, kepala)
    p = Pembaca(grid, pengali)
    if pengali != 1:
        p.catat("uang-dikalikan", nilai=nama_uang, dibaca=f"{pengali:,}".replace(",", "."))
    unit = find_unit(grid, kepala)
    tahun = find_year(grid, kepala, berkas)
    kolom_nama, kolom_indikator = kepala.satu("nama"), kepala.satu("indikator")
    nama = _named_rows(grid, kepala, kolom_nama, kolom_indikator)
    baris_indikator = [
        b for b in _data_rows(grid, kepala)
        if kolom_indikator and _is_indicator(p.teks_sendiri(b, kolom_indikator), grid, b, kolom_indikator)
    ]  # fmt: skip
    if not baris_indikator and not nama:
        raise tolak(
            "tidak-ada-baris-data",
            lembar=grid.lembar,
            bentuk=kepala.tata_letak.nama,
            awal=kepala.awal,
            akhir=kepala.akhir,
        )
    konteks = _contexts(grid, kepala, nama, baris_indikator)
    indikator, tanpa_tahun = _indicators(p, kepala, baris_indikator, konteks, unit or "")
    _tell_sheet(p, kepala, indikator, tanpa_tahun, nama)
    if tahun is None:
        p.catat("tahun-tak-ditemukan")
    if unit is None:
        p.catat("unit-tak-ditemukan")
    check_rows(p, kepala, indikator)
    semua = p.selesai()
    if len(semua) > TEMUAN_TERBANYAK:
        semua = sorted(semua, key=lambda t: ("galat", "peringatan", "catatan").index(t.tingkat))[:TEMUAN_TERBANYAK]
        p.temuan = semua
        p.catat("temuan-dibatasi", jumlah=TEMUAN_TERBANYAK)
    return HasilBaca(
        berkas=berkas,
        sha256=sha256,
        tata_letak=kepala.tata_letak.kode,
        lembar=grid.lembar,
        instansi=find_body(grid, kepala),
        unit=unit,
        tahun=tahun,
        sampai_bulan=None,
        indikator=tuple(indikator),
        temuan=tuple(p.temuan),
        pertanyaan=ask_polaritas(indikator) + _ask_konsolidasi(indikator),
        baris_kepala=(kepala.awal, kepala.akhir),
        kolom={
            column_letter(k.nomor): k.label.replace("{tahun}", str(tahun or "tahun ini")) for k in kepala.kolom
        },
    )


# --- rows --------------------------------------------------------------------------------------------


def _data_rows(grid: Grid, kepala: Kepala) -> list[int]:
    return [b for b in grid.baris_berisi() if b > kepala.akhir]


def _named_rows(
    grid: Grid, kepala: Kepala, kolom_nama: KolomTerbaca | None, kolom_indikator: KolomTerbaca | None
) -> list[BarisNama]:
    if kolom_nama is None:
        return []
    kode = kepala.semua("kode")
    hasil = []
    for baris in _data_rows(grid, kepala):
        isi = grid.nilai(baris, kolom_nama.nomor)
        teks = tidy(isi) if isinstance(isi, str) else ""
        if not teks or _BUKAN_INDIKATOR.match(normal(teks)):
            continue
        hasil.append(BarisNama(baris, teks, _code(grid, baris, kode), grid.rupa(baris, kolom_nama.nomor)))
    return hasil


def _code(grid: Grid, baris: int, kolom: Sequence[KolomTerbaca]) -> str:
    """Kode rekening, joined from its narrow columns: ``5 | 01 | 01 | 2.01`` → ``5.01.01.2.01``."""
    bagian = []
    for k in kolom:
        isi = grid.nilai(baris, k.nomor)
        if isinstance(isi, float) and isi.is_integer():
            isi = int(isi)
        teks = tidy(isi).strip(" .") if isi is not None and not isinstance(isi, bool) else ""
        if re.fullmatch(r"[\w.\-/ ]{1,40}", teks) and any(h.isdigit() or h in "xX" for h in teks):
            bagian.append(teks.replace(" ", ""))
    return ".".join(bagian)


def _is_indicator(teks: str, grid: Grid, baris: int, kolom: KolomTerbaca) -> bool:
    if not any(h.isalpha() for h in teks) or _BUKAN_INDIKATOR.match(normal(teks)):
        return False
    jangkar, ujung = grid.rentang(baris, kolom.nomor)
    return jangkar == (baris, kolom.nomor) and ujung[1] - jangkar[1] <= 2  # a wide merge is a heading or a footer


def _contexts(
    grid: Grid, kepala: Kepala, nama: Sequence[BarisNama], baris_indikator: Sequence[int]
) -> Mapping[int, _Konteks]:
    """For each indicator row the named row it belongs to: its own, or the nearest above."""
    kolom_rp = [k.nomor for peran in ("pagu", "realisasi_tahun_rp", "realisasi_anggaran", "target_renstra_rp")
                for k in kepala.semua(peran)]  # fmt: skip
    jenjang = tell_levels(grid, nama, kolom_rp)
    di_atas: dict[str, str] = {}
    terakhir = _Konteks("", "", None, ())
    konteks: dict[int, _Konteks] = {}
    bernama = {n.baris: n for n in nama}
    for baris in sorted({*bernama, *baris_indikator}):
        n = bernama.get(baris)
        if n is not None:
            tingkat = jenjang.get(baris)
            induk = tuple(di_atas[t] for t in DI_ATAS.get(tingkat or "", ()) if t in di_atas)
            terakhir = _Konteks(n.nama, n.kode, tingkat, induk)
            if tingkat is None and baris not in baris_indikator:
                di_atas.clear()  # a heading (urusan, bidang) starts afresh
            elif tingkat is not None:
                for bawah in [t for t, atas in DI_ATAS.items() if tingkat in atas]:
                    di_atas.pop(bawah, None)
                di_atas[tingkat] = n.nama
        konteks[baris] = terakhir
    return konteks


# --- indicators --------------------------------------------------------------------------------------


def _indicators(
    p: Pembaca, kepala: Kepala, baris_indikator: Sequence[int], konteks: Mapping[int, _Konteks], unit: str
) -> tuple[list[BarisIndikator], list[int]]:
    tahun_ini = [k for k in kepala.kolom if k.peran in ("target_tahunan", "pagu", "realisasi", "realisasi_anggaran",
                                                       "realisasi_sd_triwulan", "target", "realisasi_tahun")]  # fmt: skip
    hasil: list[BarisIndikator] = []
    tanpa: list[int] = []
    for baris in baris_indikator:
        if not any(p.berisi(baris, k) for k in tahun_ini):
            tanpa.append(baris)
            continue
        hasil.append(_one(p, kepala, baris, konteks[baris]))
    if not hasil:  # nothing of the year anywhere: an empty plan, all rows count
        hasil = [_one(p, kepala, baris, konteks[baris]) for baris in tanpa]
        tanpa = []
    return _with_keys(p, hasil, konteks, unit), tanpa


def _one(p: Pembaca, kepala: Kepala, baris: int, konteks: _Konteks) -> BarisIndikator:
    kolom_indikator = kepala.satu("indikator")
    uraian = p.teks_sendiri(baris, kolom_indikator)
    satuan = p.teks(baris, kepala.satu("satuan")) or None
    asal: dict[tuple[str, int | None], str] = {}

    def angka(
        jenis: str, kolom: KolomTerbaca | None, triwulan: int | None = None, *, rupiah: bool = False
    ) -> float | None:
        nilai = p.angka(baris, kolom, None if rupiah else satuan, rupiah=rupiah)
        if nilai is not None and kolom is not None:
            asal[jenis, triwulan] = f"{p.grid.lembar}!{alamat(baris, kolom.nomor)}"
        return nilai

    kumulatif = not kepala.semua("realisasi")
    peran_k, peran_rp = (
        ("realisasi_sd_triwulan", "realisasi_rp_sd_triwulan") if kumulatif else ("realisasi", "realisasi_anggaran")
    )
    kolom_target = kepala.satu("target_tahunan")
    sasaran: Sasaran = p.sasaran(baris, kolom_target, satuan)
    if kolom_target is not None and sasaran != Sasaran():
        jenis = "target_tahunan" if sasaran.nilai is not None else "target_teks"
        asal[jenis, None] = f"{p.grid.lembar}!{alamat(baris, kolom_target.nomor)}"
    konsolidasi = None if kumulatif else _konsolidasi(p.grid, kepala, baris)
    return BarisIndikator(
        kunci="",
        sel=f"{p.grid.lembar}!{alamat(baris, kolom_indikator.nomor if kolom_indikator else 1)}",
        baris=baris,
        uraian=uraian,
        kode=konteks.kode or None,
        nama=konteks.nama or None,
        jenjang=konteks.jenjang,
        induk=konteks.induk,
        satuan=satuan,
        konsolidasi=konsolidasi,
        target_tahunan=sasaran.nilai,
        target_teks=sasaran.teks,
        target_bawah=sasaran.bawah,
        target_atas=sasaran.atas,
        target_renstra=angka("target_renstra", kepala.satu("target_renstra")),
        realisasi_lalu=angka("realisasi_lalu", kepala.satu("realisasi_lalu")),
        target={t: angka("target", kepala.satu("target", t), t) for t in TRIWULAN},
        realisasi={t: angka("realisasi", kepala.satu(peran_k, t), t) for t in TRIWULAN},
        realisasi_tahun=angka("realisasi_tahun", kepala.satu("realisasi_tahun")),
        cara_isi="kumulatif"
        if kumulatif
        else {"jumlah": "tambahan", "nilai_akhir": "kumulatif"}.get(konsolidasi or ""),
        pagu=angka("pagu", kepala.satu("pagu"), rupiah=True),
        realisasi_anggaran={
            t: angka("realisasi_anggaran", kepala.satu(peran_rp, t), t, rupiah=True) for t in TRIWULAN
        },
        capaian_tercetak=angka("capaian_tercetak", kepala.satu("capaian_tercetak")),
        kendala=p.teks(baris, kepala.satu("kendala")) or None,
        solusi=p.teks(baris, kepala.satu("solusi")) or None,
        rencana_tindak_lanjut=p.teks(baris, kepala.satu("rencana_tindak_lanjut")) or None,
        bukti=p.teks(baris, kepala.satu("bukti")) or None,
        asal=asal,
    )


def _konsolidasi(grid: Grid, kepala: Kepala, baris: int) -> str | None:
    """How the sheet itself makes the year of its quarters: by the formula of the row, else by the numbering row."""
    tahun = kepala.satu("realisasi_tahun")
    triwulan = [kepala.satu("realisasi", t) for t in TRIWULAN]
    if tahun is None or any(k is None for k in triwulan):
        return None
    kolom = [k for k in triwulan if k is not None]
    sel = [alamat(baris, k.nomor) for k in kolom]
    rumus = grid.rumus.get((baris, tahun.nomor), "").replace("$", "").replace(" ", "").upper()
    if rumus == f"={sel[-1]}":
        return "nilai_akhir"
    fungsi = _FUNGSI.match(rumus)
    if fungsi and re.split(r"[,;]", fungsi.group(2)) == sel:
        return "rata_rata" if fungsi.group(1).upper() == "AVERAGE" else "maksimum"
    m = _JUMLAH_RUMUS.match(rumus)
    if m and sorted(re.split(r"[,;+]", m.group(1) or m.group(2))) == sorted(sel):
        return "jumlah"
    return "jumlah" if declared_sum(tahun.nomor_kolom, [k.nomor_kolom for k in kolom]) else None


def _with_keys(
    p: Pembaca, indikator: list[BarisIndikator], konteks: Mapping[int, _Konteks], unit: str
) -> list[BarisIndikator]:
    """Give each indicator the key that names it in the next file too; the same indicator twice is reported."""
    nama_kode: dict[str, dict[str, int]] = defaultdict(dict)
    for satu in indikator:
        if satu.kode:
            nama_kode[satu.kode].setdefault(normal(satu.nama or ""), satu.baris)
    for kode, menurut_nama in nama_kode.items():
        if len(menurut_nama) > 1:
            baris = sorted(menurut_nama.values())
            p.catat("kode-ganda", p.grid.lembar and f"{baris[1]}:{baris[1]}", nilai=kode, daftar=_numbers(baris))
    hasil: list[BarisIndikator] = []
    sidik: dict[str, list[int]] = defaultdict(list)
    terpakai: set[str] = set()
    for satu in indikator:
        isi = key_text(satu.uraian, satu.satuan or "")
        letak = satu.kode or key_text(unit, *satu.induk, satu.nama or "")
        penuh = f"{letak} | {isi}"
        sidik[penuh].append(satu.baris)
        if satu.kode and satu.kode not in terpakai:
            kunci = satu.kode  # the first indicator of a coded row is named by the code alone
        else:
            kunci = f"{satu.kode + '/' if satu.kode else ''}{slug(satu.uraian)}-{short_hash(penuh)}"
        dasar, ke = kunci, 2
        while kunci in terpakai:
            kunci, ke = f"{dasar}-{ke}", ke + 1
        terpakai.add(kunci)
        hasil.append(replace(satu, kunci=kunci))
    for baris in sidik.values():
        if len(baris) > 1:
            p.catat("kunci-ganda", next(s.sel.rsplit("!", 1)[1] for s in hasil if s.baris == baris[1]),
                    nilai=next(s.uraian for s in hasil if s.baris == baris[1]), daftar=_numbers(baris))  # fmt: skip
    return hasil


# --- what is told of the sheet as a whole --------------------------------------------------------------


def _tell_sheet(
    p: Pembaca,
    kepala: Kepala,
    indikator: Sequence[BarisIndikator],
    tanpa_tahun: Sequence[int],
    nama: Sequence[BarisNama],
) -> None:
    kolom_indikator = kepala.satu("indikator")
    nomor = kolom_indikator.nomor if kolom_indikator else 1
    if not indikator:
        p.catat(
            "indikator-belum-diisi",
            alamat(nama[0].baris, nomor),
            jumlah=len(nama),
            daftar=_numbers([n.baris for n in nama]),
        )
    tersembunyi = [s.baris for s in indikator if s.baris in p.grid.baris_tersembunyi]
    if tersembunyi:
        p.catat(
            "baris-tersembunyi",
            alamat(tersembunyi[0], nomor),
            jumlah=len(tersembunyi),
            daftar=_numbers(tersembunyi),
        )
    if tanpa_tahun:
        p.catat(
            "baris-tanpa-target-tahun",
            alamat(tanpa_tahun[0], nomor),
            jumlah=len(tanpa_tahun),
            daftar=_numbers(tanpa_tahun),
        )
    realisasi = kepala.semua("realisasi") or kepala.semua("realisasi_sd_triwulan")
    if not any(p.berisi(b, k) for k in realisasi for b in _data_rows(p.grid, kepala)):
        p.catat("belum-ada-realisasi", column_letter(realisasi[0].nomor) + str(kepala.akhir) if realisasi else "")
    kurang = [t for t in TRIWULAN if t not in {k.triwulan for k in realisasi}]
    if kurang:
        p.catat("kolom-triwulan-kurang", daftar=", ".join(("I", "II", "III", "IV")[t - 1] for t in kurang))
    for label, kolom, dipakai in kepala.ganda:
        p.catat("kolom-ganda", alamat(kepala.awal, dipakai), kolom=label.replace(" {tahun}", ""),
                daftar=", ".join(column_letter(k) for k in kolom), dibaca=column_letter(dipakai))  # fmt: skip
    for satu in indikator:
        if _DUA.search(satu.uraian):
            p.catat("dua-indikator-satu-sel", alamat(satu.baris, nomor), nilai=satu.uraian)


def _ask_konsolidasi(indikator: Sequence[BarisIndikator]) -> tuple[Pertanyaan, ...]:
    terbuka = tuple(s.kunci for s in indikator if s.konsolidasi is None)
    if not terbuka:
        return ()
    return (Pertanyaan("konsolidasi", terbuka, None, "lembar tidak menyatakan bagaimana triwulan menjadi tahun"),)


def _numbers(baris: Sequence[int]) -> str:
    """Row numbers for a sentence, runs shortened: ``40, 41, 82, 106–112``."""
    kelompok: list[list[int]] = []
    for b in baris:
        if kelompok and b == kelompok[-1][-1] + 1:
            kelompok[-1].append(b)
        else:
            kelompok.append([b])
    return ", ".join(f"{k[0]}–{k[-1]}" if len(k) > 2 else ", ".join(map(str, k)) for k in kelompok)
