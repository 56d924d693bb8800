"""What a satker of the example measures: sasaran with IKU, program, kegiatan and output, as lines of text.

``S`` names the PK and the sasaran; ``P``, ``K`` and ``O`` stand below it (``OP``: of the province alone), so each
sasaran has its own share of the program and the names above a row give its path. An indicator reads ``uraian |
satuan | polaritas | konsolidasi | target 2026 | decimals``, see :class:`data.contoh.row.Indikator`; an IKU goes on
with its bobot and the yearly step of its Renstra target, and each line ends with who answers for it.
"""

from __future__ import annotations

from typing import NamedTuple

from data.contoh.row import Indikator

KETUA, SEKRETARIS = "PK-KETUA", "PK-SEKRETARIS"
PROGRAM = {
    KETUA: "Program Penyelenggaraan Pemilu dalam Proses Konsolidasi Demokrasi",
    SEKRETARIS: "Program Dukungan Manajemen",
}
DATA = "Kasubbag Perencanaan, Data dan Informasi"
TEKNIS = "Kasubbag Teknis, Partisipasi dan Hubungan Masyarakat"
HUKUM = "Kasubbag Hukum dan Sumber Daya Manusia"
UMUM = "Kasubbag Keuangan, Umum dan Logistik"
_SIAPA = {"DATA": DATA, "TEKNIS": TEKNIS, "HUKUM": HUKUM, "UMUM": UMUM}


class Butir(NamedTuple):
    """One line of the catalogue; ``langkah`` is how the Renstra target moves from year to year."""

    jenjang: str
    kode_pk: str
    induk: tuple[str, ...]
    ind: Indikator
    penanggung_jawab: str
    kode: str | None = None
    bobot: float | None = None
    langkah: float = 0.0


def butir(tingkat: str) -> list[Butir]:
    """All lines for a satker of the given tingkat (provinsi, kabupaten, kota), the higher level before the lower."""
    result: list[Butir] = []
    pk = ""
    path: tuple[str, ...] = ()
    for line in TEKS.strip().splitlines():
        mark, _, rest = line.replace("{tingkat}", tingkat).partition(" ")
        parts = [part.strip() for part in rest.split("|")]
        who = _SIAPA.get(parts[-1], parts[-1])
        if mark == "S":
            pk, path = parts[0], (parts[1],)
        elif mark == "I":
            result.append(
                Butir("sasaran", pk, path, _ind(parts[:6]), who, bobot=float(parts[6]), langkah=float(parts[7]))
            )
        elif mark == "P":
            path = (path[0], PROGRAM[pk])
            result.append(Butir("program", pk, path, Indikator(parts[0], "%", "+", "P", "100", 1), who))
        elif mark == "K":
            path = (*path[:2], parts[1])
            ind = Indikator(parts[2], "%", "+", parts[3], "100", 1)
            result.append(Butir("kegiatan", pk, path, ind, who, parts[0]))
        elif mark == "O" or tingkat == "provinsi":
            result.append(Butir("subkegiatan", pk, path, _ind(parts[1:7]), who, parts[0]))
    return result


def _ind(parts: list[str]) -> Indikator:
    uraian, satuan, pol, kons, target, desimal = parts
    return Indikator(uraian, satuan, pol, kons, target, int(desimal))


DPB = "Persentase pemilih yang memenuhi syarat terdaftar dalam daftar pemilih berkelanjutan"
PENYERAPAN = "Persentase penyerapan anggaran"
KEPUASAN = "Indeks kepuasan masyarakat atas layanan KPU"
PENDIDIKAN = "Kegiatan pendidikan pemilih bagi kelompok rentan"
PELANGGARAN = "Pelanggaran kode etik penyelenggara yang terbukti"
KEPEGAWAIAN = "Kualitas layanan kepegawaian menurut penilaian sendiri"
PENGUNJUNG = "Pengunjung rumah pintar pemilu"
#: The sheets leave its polaritas open; the province declares it at the end.
KONSULTASI = "Konsultasi hukum yang dilayani"

TEKS = f"""
S {KETUA} | Daftar pemilih berkelanjutan yang akurat dan mutakhir
I {DPB} | % | + | A | 98.5 | 2 | 25 | 0.25 | DATA
I Persentase pemilih berhak memilih yang tidak terdaftar dalam daftar pemilih | % | - | A | 0.9 | 2 | 15 | -0.05 | DATA
P Keluaran pemutakhiran daftar pemilih sesuai rencana | DATA
K 6640 | Pemutakhiran Data Pemilih Berkelanjutan | Pemutakhiran terlaksana sesuai jadwal | R | DATA
O 6640.QDB.001 | Rekapitulasi daftar pemilih berkelanjutan ditetapkan | dokumen | + | J | 12 | 0 | DATA
O 6640.QDB.002 | Pencocokan data terbatas bersama instansi lain | kegiatan | + | J | 8 | 0 | DATA
S {KETUA} | Pendidikan pemilih dan partisipasi masyarakat meningkat
I {PENDIDIKAN} | kegiatan | + | J | 12 | 0 | 15 | 0 | TEKNIS
I Indeks partisipasi pemilih | indeks | + | T | 72 | 1 | 15 | 1.5 | TEKNIS
P Keluaran pendidikan pemilih sesuai rencana | TEKNIS
K 6641 | Partisipasi Masyarakat dan Pendidikan Pemilih | Pendidikan pemilih terlaksana sesuai jadwal | P | TEKNIS
O 6641.QDD.001 | Peserta pendidikan pemilih | orang | + | J | 600 | 0 | TEKNIS
O 6641.QDD.002 | {PENGUNJUNG} | orang | + | J | | 0 | TEKNIS
S {KETUA} | Tahapan dan penggantian antarwaktu yang tepat waktu dan bebas sengketa
I Hari penyelesaian verifikasi penggantian antarwaktu anggota DPRD {{tingkat}} | hari kerja | - | R | 7..8 | 1 | 10 \
| 0 | TEKNIS
I {PELANGGARAN} | kasus | - | J | 0 | 0 | 10 | 0 | HUKUM
P Keluaran teknis dan hukum sesuai rencana | TEKNIS
K 6642 | Teknis Penyelenggaraan dan Hukum | Layanan teknis dan hukum terlaksana sesuai jadwal | R | HUKUM
O 6642.QDB.001 | Berkas penggantian antarwaktu yang diverifikasi | berkas | + | J | 6 | 0 | TEKNIS
O 6642.QIA.002 | {KONSULTASI} | konsultasi | ? | J | 24 | 0 | HUKUM
S {KETUA} | Informasi kepemiluan yang terbuka
I Permohonan informasi publik yang dijawab tepat waktu | % | + | R | 95 | 2 | 10 | 0.5 | TEKNIS
P Keluaran kehumasan sesuai rencana | TEKNIS
K 6643 | Hubungan Masyarakat dan Informasi Publik | Layanan informasi terlaksana sesuai jadwal | P | TEKNIS
O 6643.QMA.001 | Berita kegiatan yang diterbitkan | berita | + | J | 96 | 0 | TEKNIS
OP 6643.QMA.002 | Persentase permohonan informasi, keberatan, dan permintaan dokumentasi dari masyarakat, \
peserta pemilu, pemantau, media massa, perguruan tinggi, serta lembaga lain yang dicatat, diteruskan kepada satker \
yang berwenang, dan ditutup dengan jawaban tertulis paling lambat sepuluh hari kerja sejak berkas dinyatakan lengkap \
| % | + | R | 90 | 1 | TEKNIS
S {SEKRETARIS} | Akuntabilitas kinerja dan keuangan yang meningkat
I Nilai akuntabilitas kinerja (SAKIP) | predikat | + | T | BB:akip | 0 | 20 | 0 | DATA
I Opini BPK atas laporan keuangan | opini | + | A | WTP:opini-bpk | 0 | 15 | 0 | UMUM
I Temuan pemeriksaan yang berulang | temuan | - | J | 2 | 0 | 10 | 0 | UMUM
P Keluaran perencanaan dan pengawasan sesuai rencana | DATA
K 3355 | Perencanaan, Evaluasi dan Pelaporan | Dokumen kinerja tersusun sesuai jadwal | R | DATA
O 3355.EBA.001 | Dokumen perencanaan dan evaluasi kinerja | dokumen | + | J | 8 | 0 | DATA
OP 3355.EBA.002 | Satker kabupaten/kota yang didampingi menyusun laporan kinerja | satker | + | B | 6 | 0 | DATA
S {SEKRETARIS} | Pelaksanaan anggaran yang berkualitas
I {PENYERAPAN} | % | + | A | 95 | 2 | 15 | 0 | UMUM
I Nilai indikator kinerja pelaksanaan anggaran (IKPA) | nilai | + | R | 95 | 2 | 10 | 0.5 | UMUM
P Keluaran pengelolaan keuangan sesuai rencana | UMUM
K 3356 | Pengelolaan Keuangan | Layanan keuangan terlaksana sesuai jadwal | P | UMUM
O 3356.EBA.001 | Pegawai yang menerima gaji dan tunjangan | orang | + | A | 32 | 0 | UMUM
O 3356.EBA.002 | Laporan keuangan bulanan | laporan | + | J | 12 | 0 | UMUM
S {SEKRETARIS} | Layanan dan reformasi birokrasi yang dirasakan masyarakat
I {KEPUASAN} | indeks | + | R | 84 | 2 | 15 | 0.75 | TEKNIS
I Indeks reformasi birokrasi | indeks | + | T | 78 | 2 | 10 | 1.25 | HUKUM
P Keluaran sumber daya manusia sesuai rencana | HUKUM
K 3357 | Sumber Daya Manusia dan Organisasi | Layanan kepegawaian terlaksana sesuai jadwal | R | HUKUM
O 3357.EBC.001 | Pegawai yang mengikuti pengembangan kompetensi | orang | + | J | 30 | 0 | HUKUM
O 3357.EBC.002 | {KEPEGAWAIAN} | nilai | + | T | 80 | 1 | HUKUM
S {SEKRETARIS} | Arsip dan sarana kerja yang tertata
I Arsip yang ditata sesuai ketentuan | % | + | P | 80 | 1 | 5 | 0 | UMUM
P Keluaran umum dan logistik sesuai rencana | UMUM
K 3360 | Umum, Arsip dan Logistik | Layanan perkantoran terlaksana sesuai jadwal | P | UMUM
O 3360.EBA.001 | Layanan perkantoran | bulan | + | J | 12 | 0 | UMUM
O 3360.EBB.002 | Sarana dan prasarana diadakan | unit | + | B | 5 | 0 | UMUM
"""
