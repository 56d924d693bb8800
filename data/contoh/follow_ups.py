"""What the fictional evaluation meetings of TW II 2026 decided, and what became of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import NamedTuple

import sqlalchemy as sa

from data.contoh.body import KABUPATEN, KPU, Badan
from sakip_app.store import add_langkah, add_tindak_lanjut, load_tahun

TAHUN, TRIWULAN = 2026, 2
RAPAT = datetime(2026, 7, 22, 3, 30, tzinfo=UTC)


class Kabar(NamedTuple):
    """A later word on a follow-up."""

    tanggal: date
    keadaan: str
    catatan: str
    bukti: str | None = None


class Janji(NamedTuple):
    """A follow-up: of which unit and indicator, what, who, by when, measured by what, and what became of it."""

    kode_unit: str
    indikator: str | None
    apa: str
    siapa: str
    tenggat: date
    ukuran: str | None
    kabar: tuple[Kabar, ...] = ()


def _done(day: int, month: int, catatan: str, bukti: str | None = None) -> tuple[Kabar, ...]:
    return (Kabar(date(2026, month, day), "selesai", catatan, bukti),)


def _running(day: int, month: int, catatan: str) -> tuple[Kabar, ...]:
    return (Kabar(date(2026, month, day), "berjalan", catatan),)


SEPTEMBER, AGUSTUS = date(2026, 9, 30), date(2026, 8, 31)
DESEMBER = date(2026, 12, 15)

JANJI_KABUPATEN = (
    Janji("2.11.01", "Sampah terkelola", "Sewa dua truk sampah", "Sekretaris Dinas LH", SEPTEMBER,
          "Sampah terkelola 78,0 %", _running(2, 9, "Dana belum digeser")),
    Janji("1.04.01", "Rumah tidak layak huni diperbaiki", "Tetapkan 148 penerima bantuan rumah", "Kabid Perumahan",
          SEPTEMBER, "260 unit s.d. TW IV", _running(25, 9, "Verifikasi 61 dari 148")),
    Janji("1.03.01", "Jalan kabupaten kondisi mantap", "Kontrak lima paket jalan", "Kabid Bina Marga", DESEMBER,
          None, _running(10, 10, "Tiga sudah kontrak")),
    Janji("7.01.11", "Aduan warga selesai paling lama 5 hari", "Tambah dua petugas loket Gununglarang",
          "Kepala BKPSDM", DESEMBER, None, _running(5, 10, "Satu sudah bertugas")),
    Janji("1.02.01", "Penderita hipertensi dilayani sesuai standar", "Skrining hipertensi di 48 posbindu",
          "Kabid P2P Dinas Kesehatan", DESEMBER, "35.000 penderita", _running(12, 10, "29 dari 48 posbindu")),
    Janji("2.12.01", "Kepemilikan kartu identitas anak", "Cetak KIA di 30 sekolah dasar", "Kabid Pencatatan Sipil",
          AGUSTUS, None, _done(24, 8, "31 sekolah selesai", "https://contoh.example/kia")),
    Janji("1.01.01", "Anak tidak sekolah yang kembali belajar", "Data anak tidak sekolah per desa",
          "Sekretaris Dinas Pendidikan", AGUSTUS, None, _done(28, 8, "212 desa terdata")),
    Janji("6.01.01", "Tindak lanjut temuan BPK selesai", "Selesaikan 14 temuan yang lewat setahun", "Inspektur",
          SEPTEMBER, None, _done(29, 9, "14 temuan disetujui selesai")),
    Janji("2.09.01", "Cadangan pangan pemerintah daerah", "Beli 40 ton beras cadangan", "Kepala Dinas Ketahanan Pangan",
          SEPTEMBER, None, _done(18, 9, "42 ton di gudang")),
    Janji("3.27.01", "Kasus penyakit hewan menular strategis", "Vaksinasi 12.000 sapi", "Kabid Peternakan", SEPTEMBER,
          None, _done(21, 9, "12.140 ekor")),
    Janji("2.19.01", "Destinasi dengan standar kebersihan", "Pasang toilet di empat destinasi", "Kabid Destinasi",
          AGUSTUS, None, _done(30, 8, "Empat destinasi selesai")),
    Janji("7.01.06", "Desa dengan laporan tepat waktu", "Dampingi lima desa menyusun laporan", "Camat Karangjati",
          AGUSTUS, None, _done(26, 8, "Lima desa tepat waktu pada bulan Agustus")),
    Janji("5.03.01", "Indeks sistem merit", "Isi 22 jabatan pengawas yang kosong", "Kepala BKPSDM", SEPTEMBER, None,
          _done(30, 9, "22 jabatan terisi")),
    Janji("1.02.01", "Kasus TBC ditemukan dan diobati", "Operasikan dua alat TCM", "Kepala Dinas Kesehatan", SEPTEMBER,
          None, _done(14, 9, "Dua alat beroperasi", "Berita acara uji fungsi 12/BA/2026")),
)  # fmt: skip
JANJI_KPU = (
    Janji("990103", "Permohonan informasi publik yang dijawab tepat waktu", "Tunjuk petugas PPID pengganti",
          "Sekretaris KPU Kab. Samudranila", SEPTEMBER, None, _running(15, 9, "Surat tugas belum terbit")),
    Janji("990105", "Kegiatan pendidikan pemilih bagi kelompok rentan", "Susun jadwal dua kegiatan TW III",
          "Kasubbag Teknis KPU Kota Senjakala", AGUSTUS, None, _done(20, 8, "Dua kegiatan terjadwal")),
    Janji("990100", "Indeks partisipasi pemilih", "Kumpulkan data indeks dari enam satker", "Kabag Perencanaan",
          DESEMBER, None, _running(9, 10, "Empat dari enam satker mengirim")),
)  # fmt: skip


def add_follow_ups(engine: sa.Engine, badan: Badan) -> None:
    """Write down what was decided and said later; run again it adds nothing."""
    known, _ = load_tahun(engine, badan.kode, TAHUN)
    codes = {(row.kode_unit, row.uraian): row.kode_indikator for row in known.itertuples()}
    for nomor, janji in enumerate({KABUPATEN.kode: JANJI_KABUPATEN, KPU.kode: JANJI_KPU}[badan.kode], 1):
        uid = f"contoh-{badan.kode}-{nomor}"
        kept = add_tindak_lanjut(
            engine,
            badan.kode,
            uid=uid,
            apa=janji.apa,
            penanggung_jawab=janji.siapa,
            tenggat=janji.tenggat,
            tahun=TAHUN,
            triwulan=TRIWULAN,
            kode_unit=janji.kode_unit,
            kode_indikator=codes[janji.kode_unit, janji.indikator] if janji.indikator else None,
            ukuran_berhasil=janji.ukuran,
            pelaku="Notulis rapat",
            waktu=RAPAT,
        )
        for place, kabar in enumerate(janji.kabar, 1):
            add_langkah(
                engine,
                kept,
                uid=f"{uid}-{place}",
                keadaan=kabar.keadaan,
                catatan=kabar.catatan,
                bukti=kabar.bukti,
                pelaku=janji.siapa,
                waktu=datetime(kabar.tanggal.year, kabar.tanggal.month, kabar.tanggal.day, 4, tzinfo=UTC),
            )
