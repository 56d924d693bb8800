"""Units that are misspelt, and units that hold a number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches

from sakip_app.workbook.numbers import SATUAN_DIKENAL
from sakip_app.workbook.odd.row import Amatan, Pengamatan
from sakip_app.workbook.words import normal

# Real units and words of units beside SATUAN_DIKENAL: right as they are, and what a misspelt one may have meant.
_KATA_SATUAN = """
    agenda akun alat ampul anak anggota apotek artikel atlet balita bangunan batang bendung benih bibit bidan bidang
    botol box butir cabang cabor dapur demplot detik dokter doktor dokumentasi dosis drum ekor embung event fasilitas
    forum galeri galon gapoktan gedung hasil hektare hibah ijin indeks informasi instansi instrumen irigasi item
    jabatan jalan jaringan jembatan jurnal kader kajian kamar kampung kapal karya kasur kawasan kejadian kelas
    keluarga kendaraan kepala keping kerjasama kesepakatan klaster klinik klub kolam komoditas komunitas konten
    kontrak koperasi korban koridor kotak kubik kuesioner kunjungan kuota kursi kursus lahan lampu langganan lansia
    layar link lokus lomba lubang mahasiswa majalah masyarakat medali media meja merek mesin mitra modul monitoring
    narasumber naskah negara nomor norma nota objek operator organisasi pagelaran pakan pakar panel paragraf partai
    pasal pejabat pekerja pelaku pelanggan pelapor pelatihan pelayanan peluang pemilih pemuda pengaduan pengguna
    pengunjung penyuluh peraga peralatan perangkat peraturan perkara permohonan persil person personel personil
    perusahaan petani petugas piala pohon pokja pos posko produk profil program proposal proyek publikasi putaran
    qanun ranperda raperda rapat rapor regu rekening rekomendasi rencana resep responden rim rit ritase roll rombel
    ruang ruangan rujukan rute saluran sambungan sampel sarana sasaran satuan sediaan sertifikasi sesi siaran siklus
    sosialisasi spesimen stand standar stasiun sumur surat survei swadaya tablet tabung tahap tahapan talenta taman
    tamu tanaman tempat tenaga terminal ternak tiang tim tipe toko transaksi triwulan trotoar ulasan umkm undangan
    universitas urusan usaha versi vial video volume wajib warga website wilayah wisatawan zona
"""
_DIKENAL = frozenset(k for k in SATUAN_DIKENAL if len(k) >= 4) | frozenset(re.findall(r"\w+", _KATA_SATUAN))
# Close enough to have been meant: one slip in six letters. Shorter words are real ones too often (pakan, paket):
# they count only where the sheet itself uses the other word more.
_MIRIP = 0.83
_MIRIP_PENDEK = 0.75
_PANJANG = 6
_KATA_TERBANYAK = 300  # more different words than this are not units
_DIPAKAI_SENDIRI = 20  # a word in so many rows is the body's own


def check_units(amat: Pengamatan, indikator: Sequence[Amatan]) -> None:
    """Units that are misspelt, and units that hold a number."""
    satuan = Counter(s.satuan for s in indikator if s.satuan)
    kata_satuan = {teks: _words(teks) for teks in satuan}
    pakai = Counter[str]()
    for teks, n in satuan.items():
        for kata in kata_satuan[teks]:
            pakai[kata] += n
    asing = [k for k in pakai if len(k) >= 4 and k not in _DIKENAL]
    usul = {}
    if len(asing) <= _KATA_TERBANYAK:
        usul = {k: mirip for k in asing if (mirip := _meant(k, pakai)) is not None}
    for satu in indikator:
        if not satu.satuan:
            continue
        if _numbered(satu):
            amat.catat("satuan-berangka", amat.sel(satu, "satuan"), nilai=satu.satuan)
        elif usul and (salah := next((k for k in kata_satuan[satu.satuan] if k in usul), None)):
            tulis = _put_right(satu.satuan, salah, usul[salah])
            amat.catat("satuan-salah-ketik", amat.sel(satu, "satuan"), nilai=satu.satuan, usul_satuan=tulis)


def _words(satuan: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", normal(satuan))


def _meant(kata: str, pakai: Counter[str]) -> str | None:
    """The word that was meant: one that the sheet uses more, else a well-known one."""
    batas = _MIRIP if len(kata) >= _PANJANG else _MIRIP_PENDEK
    calon = {k for k in pakai if pakai[k] > pakai[kata] and k[0] == kata[0] and len(k) >= 4}
    if len(kata) >= _PANJANG and pakai[kata] <= _DIPAKAI_SENDIRI:
        calon |= {k for k in _DIKENAL if k[0] == kata[0]}
    cocok = get_close_matches(kata, sorted(calon), n=3, cutoff=batas)
    return next((satu for satu in cocok if abs(len(satu) - len(kata)) <= 1), None)


def _put_right(satuan: str, salah: str, benar: str) -> str:
    """The unit with one word put right, in the letters it was written in."""
    i = satuan.casefold().find(salah)
    ditulis = satuan[i : i + len(salah)] if i >= 0 else satuan
    if ditulis.isupper():
        benar = benar.upper()
    elif ditulis[:1].isupper():
        benar = benar.capitalize()
    return satuan[:i] + benar + satuan[i + len(salah) :] if i >= 0 else benar


def _numbered(satu: Amatan) -> bool:
    """A unit that is a number, or that repeats its own target: ``"1"``, ``"1 Laporan"`` with a target of 1."""
    teks = (satu.satuan or "").strip()
    m = re.fullmatch(r"([0-9]+)(\s+[^\W\d_].*)?", teks) if teks[:1].isdigit() else None
    if m is None:
        return False
    return m.group(2) is None or float(m.group(1)) in (satu.target_tahunan, *satu.target.values())
