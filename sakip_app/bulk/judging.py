"""One file judged, and kept where nothing is left to ask: the store decides as it does for Unggah."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from concurrent.futures import Future

import pandas as pd
from sqlalchemy.exc import OperationalError

from sakip_app import store
from sakip_app.bulk.reading import Terbaca
from sakip_app.bulk.records import Acuan, Alasan, Baris, PerluDitanyaError, TidakTerpakaiError
from sakip_app.bulk.target import Tujuan, find_targets
from sakip_app.bulk.together import Bersama
from sakip_app.store import BedaTindakLanjut, Kiriman, Padanan, SimpanDitolakError
from sakip_app.store.current import in_force
from sakip_app.store.database import reading
from sakip_app.store.matching import require_decided
from sakip_app.store.stated import BERDOKUMEN
from sakip_app.text.numbers import format_nilai
from sakip_app.workbook.result import BerkasDitolakError

_UNGGAH = "Kirim berkas ini lewat halaman Unggah dan jawab di sana."
_CARA_HITUNG = ("polaritas", "konsolidasi", "cara_isi", "cara_isi_anggaran", "skala")
_CATATAN = logging.getLogger(__name__)


def judge(acuan: Acuan, berkas: str, terbaca: Future[Terbaca], bersama: Bersama) -> Baris:
    """What becomes of one file; never raises for what a file or the store holds against it."""
    baris = Baris(berkas)
    try:
        _keep(acuan, terbaca.result(), baris, bersama)
    except PerluDitanyaError as tanya:
        baris.putusan, baris.alasan = "ditanya", tanya.alasan
    except TidakTerpakaiError as galat:
        baris.putusan, baris.alasan = "ditolak", galat.alasan
    except (BerkasDitolakError, SimpanDitolakError) as galat:
        baris.putusan, baris.alasan = "ditolak", (Alasan(galat.kode, galat.pesan, galat.saran),)
    except OperationalError:
        baris.putusan = "ditolak"
        baris.alasan = (
            Alasan(
                "penyimpanan-sibuk",
                "Penyimpanan sedang dipakai atau tidak dapat ditulis; tidak ada yang disimpan.",
                "Jalankan lagi sebentar lagi.",
            ),
        )
    except Exception as galat:  # one file stops no other
        _CATATAN.exception("%s", berkas)
        baris.putusan = "ditolak"
        baris.alasan = (
            Alasan("galat-tak-terduga", f"Terjadi galat yang tidak terduga ({type(galat).__name__}).", _UNGGAH),
        )
    return baris


def _keep(acuan: Acuan, terbaca: Terbaca, baris: Baris, bersama: Bersama) -> None:
    baris.tell(terbaca.semua)
    if any(satu.kode == "kolom" for satu in terbaca.terbuka):  # reading stopped at the header: no more is known
        raise PerluDitanyaError(terbaca.terbuka)
    tujuan, tanya = find_targets(acuan, terbaca)
    tanya = [*terbaca.terbuka, *tanya]
    if tujuan and not tanya:
        baris.unit = ", ".join(dict.fromkeys(to.nama for to in tujuan))
        baris.unit_pendek = ", ".join(dict.fromkeys(to.nama_pendek for to in tujuan))
        baris.kode_unit = ", ".join(dict.fromkeys(to.kode_unit for to in tujuan))
        baris.tahun = ", ".join(dict.fromkeys(str(to.tahun) for to in tujuan))
        baris.dokumen = ", ".join(dict.fromkeys(to.dokumen for to in tujuan))
    if baris.galat:
        raise TidakTerpakaiError([_first_galat(terbaca, baris.galat), *tanya])
    if tanya:
        raise PerluDitanyaError(tanya)
    kembar = bersama.same_file(tujuan)
    beda: list[tuple[Tujuan, Padanan, pd.DataFrame]] = []
    kabar: list[BedaTindakLanjut] = []
    for to in tujuan:
        padanan = _match(acuan, to)
        frame = _compare(acuan, to, padanan)
        tanya += _about_rows(acuan, to, padanan, frame)
        tanya += bersama.against(to, frame)
        beda.append((to, padanan, frame))
        kabar += store.compare_follow_ups(acuan.engine, to.hasil, kode_instansi=acuan.kode, kode_unit=to.kode_unit)
    tanya += _about_follow_ups(kabar)
    if tanya:
        raise PerluDitanyaError(tanya)
    filled = any(to.hasil.templat is None or not frame["keadaan"].eq("sama").all() for to, _, frame in beda)
    if not filled and not any(satu.keadaan in ("berubah", "ditolak") for satu in kabar):
        baris.putusan, baris.n_sama = "sama", sum(len(frame) for _, _, frame in beda)
        baris.keterangan.append("Belum ada yang diisi di templat ini, atau semuanya sudah tersimpan.")
        return
    _count(acuan, terbaca, baris, tujuan)
    for to, padanan, frame in beda:
        _count_open(acuan, to, padanan, baris)
        if not kembar and (lain := bersama.before(to)):
            baris.keterangan.append(f"Berkas lain untuk {to.nama} {to.tahun} di folder ini, setelah {lain}.")
        if not acuan.simpan:
            n_sudah = bersama.already(to, frame)
            baris.n_baru, baris.n_sama = baris.n_baru - n_sudah, baris.n_sama + n_sudah
        bersama.add(baris.berkas, to, frame)
    bersama.add_file(baris.berkas, tujuan)
    if kembar:
        baris.putusan = "sama"
        baris.keterangan.append(f"Isinya sama persis dengan {kembar}.")


def _match(acuan: Acuan, to: Tujuan) -> Padanan:
    padanan = store.match_rows(
        acuan.engine, to.hasil, kode_instansi=acuan.kode, kode_unit=to.kode_unit, tahun=to.tahun
    )
    try:
        require_decided(padanan, to.hasil)
    except SimpanDitolakError as galat:
        if galat.kode == "padanan-terbuka":
            alasan = Alasan(galat.kode, galat.pesan, _UNGGAH + " Redaksi yang dijawab sama diingat.")
            raise PerluDitanyaError([alasan]) from galat
        raise
    return padanan


def _compare(acuan: Acuan, to: Tujuan, padanan: Padanan) -> pd.DataFrame:
    """What keeping it would change, under the keys that are kept."""
    beda = store.compare(
        acuan.engine,
        to.hasil,
        kode_instansi=acuan.kode,
        kode_unit=to.kode_unit,
        tahun=to.tahun,
        polaritas={},
    )
    return beda.assign(kunci=beda["kunci"].map(lambda kunci: padanan.peta.get(kunci, kunci)))


def _about_rows(acuan: Acuan, to: Tujuan, padanan: Padanan, beda: pd.DataFrame) -> list[Alasan]:
    """What a person has to see before it is kept: on Unggah it stands before the button."""
    tanya: list[Alasan] = []
    if padanan.hilang and not acuan.biarkan_hilang:
        tanya.append(
            Alasan(
                "indikator-hilang",
                f"{len(padanan.hilang)} indikator tersimpan tidak ada di berkas ini, mulai dari "
                f"“{padanan.hilang[0].uraian}”.",
                "Kirim lewat halaman Unggah bila ada yang tidak lagi diukur atau berganti nama; atau jalankan lagi "
                "dengan --biarkan-hilang agar semuanya tetap dihitung.",
            )
        )
    kembali = beda["jenis"].eq("dicabut") & beda["keadaan"].eq("berubah")
    berubah = beda["keadaan"].eq("berubah") & ~kembali
    for mask, kode, kata in (
        (kembali, "indikator-kembali", "indikator yang sudah dihapus dari tahun ini ada lagi"),
        (berubah & beda["koreksi"], "menimpa-koreksi", "nilai akan menimpa koreksi"),
        (
            berubah & beda["jenis"].isin(_CARA_HITUNG),
            "cara-hitung-berubah",
            "ketetapan cara menghitung akan berganti",
        ),
    ):
        if mask.any():
            tanya.append(Alasan(kode, f"{int(mask.sum())} {kata}{_first(beda[mask])}.", _UNGGAH))
    target = berubah & beda["jenis"].isin(BERDOKUMEN) & ~beda["koreksi"]
    if target.any() and acuan.dokumen is None:
        tanya.append(
            Alasan(
                "target-berubah",
                f"{int(target.sum())} target berbeda dari yang tersimpan{_first(beda[target])}.",
                "Menurut PK murni yang dibetulkan, atau PK perubahan? Jalankan lagi dengan --dokumen murni atau "
                "--dokumen perubahan, atau kirim lewat halaman Unggah.",
            )
        )
    return tanya


def _first(beda: pd.DataFrame) -> str:
    """Where the first of them stands, what is kept and what the file has."""
    row: Mapping[str, object] = {str(k): v for k, v in beda.iloc[0].items()}
    sel = f" {row['sel']}" if isinstance(row["sel"], str) else ""
    lama, baru = (_value(row[side], row[f"{side}_teks"]) for side in ("lama", "baru"))
    if row["jenis"] == "dicabut":
        return f", mulai dari{sel} “{row['uraian']}”"
    return f", mulai dari{sel} “{row['uraian']}”: {lama} menjadi {baru}"


def _value(angka: object, teks: object) -> str:
    if isinstance(teks, str) and teks:
        return teks
    return format_nilai(angka, None) if isinstance(angka, float) and angka == angka else "kosong"


def _about_follow_ups(kabar: Sequence[BedaTindakLanjut]) -> list[Alasan]:
    """Reports written before what a meeting said since: whether they count all the same is for a person to say."""
    late = [satu for satu in kabar if satu.ditanyakan]
    if not late:
        return []
    first, now = late[0].laporan, late[0].kini
    said = f"{first.semula} waktu templat diunduh, kini {now.keadaan if now else ''}"
    return [
        Alasan(
            "tindak-lanjut-didahului",
            f"{len(late)} tindak lanjut sudah berganti keadaan sejak templat diunduh, mulai dari {first.kode} di sel "
            f"{first.sel}: {said}; berkas ini menyatakan {first.keadaan or 'catatan atau bukti'}.",
            _UNGGAH,
        )
    ]


def _count(acuan: Acuan, terbaca: Terbaca, baris: Baris, tujuan: list[Tujuan]) -> None:
    """Keep the file, or see what keeping it would do."""
    hasil = store.commit_uploads(
        acuan.engine,
        [Kiriman(to.hasil, to.kode_unit, to.tahun, dokumen=to.dokumen) for to in tujuan],
        terbaca.isi,
        kode_instansi=acuan.kode,
        pelaku=acuan.pelaku,
        coba=not acuan.simpan,
    )
    baris.n_baru, baris.n_berubah, baris.n_sama = (
        sum(getattr(satu, nama) for satu in hasil) for nama in ("n_baru", "n_berubah", "n_sama")
    )
    if not any(satu.baru for satu in hasil):
        baris.putusan = "sama"
        return
    baris.putusan = "diambil" if acuan.simpan else "siap"
    if lanjut := sum(satu.n_tindak_lanjut for satu in hasil):
        baris.keterangan.append(f"{lanjut} tindak lanjut {'diperbarui' if acuan.simpan else 'akan diperbarui'}.")
    elif baris.n_baru + baris.n_berubah == 0:
        baris.keterangan.append("Semua nilainya sudah tersimpan; berkasnya sendiri belum.")


def _count_open(acuan: Acuan, to: Tujuan, padanan: Padanan, baris: Baris) -> None:
    """How many of its indicators stay without polaritas or konsolidasi: kept, but not judged."""
    with reading(acuan.engine) as connection:
        berlaku = in_force(connection, acuan.kode, to.kode_unit, to.tahun)
    for jenis, bidang in (("polaritas", "tanpa_polaritas"), ("konsolidasi", "tanpa_konsolidasi")):
        known = padanan.by_row(
            {kunci: one.teks for (kunci, apa, _), one in berlaku.items() if apa == jenis and one.teks}
        )
        n = sum(getattr(row, jenis) is None and row.kunci not in known for row in to.hasil.indikator)
        setattr(baris, bidang, getattr(baris, bidang) + n)


def _first_galat(terbaca: Terbaca, banyak: int) -> Alasan:
    satu = next(f for hasil in terbaca.semua for f in hasil.temuan if f.tingkat == "galat")
    lagi = f" Masih ada {banyak - 1} sel lain." if banyak > 1 else ""
    return Alasan(satu.kode, f"Sel {satu.lembar}!{satu.sel}: {satu.pesan}{lagi}", satu.saran)
