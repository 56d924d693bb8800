"""What the example's units measure: sasaran, indicators and programmes, as lines of text.

An indicator reads ``uraian | satuan | polaritas | konsolidasi | target 2026 | decimals``; the signs are those of
:class:`data.contoh.row.Indikator`.
"""

from __future__ import annotations

from typing import NamedTuple

from data.contoh.row import Indikator


class Isi(NamedTuple):
    """What one unit pursues: its tujuan, its sasaran with indicators, its own programme and two kegiatan."""

    tujuan: str
    sasaran: tuple[tuple[str, tuple[Indikator, ...]], ...]
    program: str
    kegiatan: tuple[str, str]


def of_unit(kode: str, *, kecamatan: bool) -> Isi:
    """The catalogue entry of one unit; kecamatan share one."""
    return _parse(KECAMATAN if kecamatan else TEKS[kode])


def _parse(text: str) -> Isi:
    tujuan = program = ""
    kegiatan: list[str] = []
    sasaran: list[tuple[str, list[Indikator]]] = []
    for line in text.strip().splitlines():
        mark, _, rest = line.strip().partition(" ")
        if mark == "T":
            tujuan = rest
        elif mark == "S":
            sasaran.append((rest, []))
        elif mark == "P":
            program = rest
        elif mark == "K":
            kegiatan.append(rest)
        else:
            uraian, satuan, pol, kons, target, desimal = (part.strip() for part in line.split("|"))
            sasaran[-1][1].append(Indikator(uraian, satuan, pol, kons, target, int(desimal)))
    return Isi(tujuan, tuple((n, tuple(rows)) for n, rows in sasaran), program, (kegiatan[0], kegiatan[1]))


KECAMATAN = """
T Pelayanan kecamatan yang cepat dan dipercaya warga
S Mutu pelayanan warga meningkat
Indeks Kepuasan Masyarakat kecamatan | indeks | + | A | 86 | 1
Aduan warga selesai paling lama 5 hari | % | + | R | 90 | 1
S Tata kelola desa tertib
PBB-P2 tertagih | % | + | J | 100 | 1
Desa dengan laporan tepat waktu | desa | + | A | 14 | 0
Temuan pemeriksaan dana desa yang berulang | temuan | - | J | 12 | 0
P Program Pembinaan dan Pengawasan Pemerintahan Desa
K Fasilitasi Administrasi Tata Pemerintahan Desa
K Koordinasi Pelayanan Publik Kecamatan
"""

TEKS: dict[str, str] = {
    "4.01.01": """
T Tata kelola pemerintahan yang berdampak
S Akuntabilitas dan reformasi birokrasi meningkat
Indeks Reformasi Birokrasi | indeks | + | A | 82 | 1
Indeks SPBE | indeks | + | A | 3.6 | 2
Predikat AKIP kabupaten | predikat | + | A | BB:akip | 0
Unit pelayanan berpredikat pelayanan prima | unit | + | B | 5 | 0
S Produk hukum dan layanan pimpinan tepat waktu
Rancangan perda selesai sesuai jadwal | % | + | R | 95 | 1
Indeks tata kelola pengadaan | indeks | + | A | 80 | 1
P Program Pemerintahan dan Kesejahteraan Rakyat
K Pelaksanaan Kebijakan Kesejahteraan Rakyat
K Fasilitasi Penataan Organisasi
""",
    "4.02.01": """
T Dukungan kepada DPRD yang tepat waktu
S Layanan persidangan dan keuangan DPRD meningkat
Risalah rapat selesai paling lama 7 hari | % | + | R | 95 | 1
Indeks kepuasan anggota DPRD | indeks | + | A | 84 | 1
Rapat paripurna terlaksana sesuai jadwal | rapat | + | J | 36 | 0
Aspirasi reses yang ditindaklanjuti | % | + | J | 80 | 1
Kunjungan warga ke gedung DPRD terlayani | kunjungan | + | J | 2400 | 0
P Program Dukungan Pelaksanaan Tugas dan Fungsi DPRD
K Pembentukan Peraturan Daerah dan Peraturan DPRD
K Penyerapan dan Penghimpunan Aspirasi Masyarakat
""",
    "6.01.01": """
T Pengawasan intern yang mencegah penyimpangan
S Kapabilitas pengawasan dan tindak lanjut meningkat
Tindak lanjut temuan BPK selesai | % | + | A | 88 | 1
Level kapabilitas APIP | level | + | A | 3 | 0
Nilai maturitas SPIP | nilai | + | A | 3.4 | 2
Temuan kerugian yang berulang | temuan | - | J | 16 | 0
Unit yang dievaluasi AKIP-nya | unit | + | J | 48 | 0
P Program Penyelenggaraan Pengawasan
K Penyelenggaraan Pengawasan Internal
K Pendampingan dan Asistensi
""",
    "1.01.01": """
T Warga belajar lebih lama dan lebih baik
S Akses pendidikan dasar merata
Angka Partisipasi Sekolah 7–12 tahun | % | + | A | 99.6 | 2
Angka putus sekolah SD | % | - | A | 0.12 | 2
Harapan lama sekolah | tahun | + | A | 13.2 | 2
Anak tidak sekolah yang kembali belajar | anak | + | J | 640 | 0
S Mutu guru dan sekolah meningkat
Guru bersertifikat pendidik | % | + | A | 78 | 1
Rata-rata nilai literasi asesmen nasional | nilai | + | A | 68 | 1
Rasio murid per guru SD | murid | ? | A | 18 | 1
P Program Pengelolaan Pendidikan
K Pengelolaan Pendidikan Sekolah Dasar
K Pengelolaan Pendidikan Anak Usia Dini
""",
    "1.02.01": """
T Derajat kesehatan masyarakat meningkat
S Kematian dan kesakitan ibu dan anak menurun
Imunisasi dasar lengkap, anak 12 bulan | % | + | J | 95 | 1
Prevalensi stunting balita | % | - | A | 14 | 1
Ibu hamil diperiksa enam kali (K6) | % | + | J | 95 | 1
Angka kematian ibu | per 100 rb KH | - | A | 84 | 0
S Penyakit menular dan tidak menular terkendali
Kasus TBC ditemukan dan diobati | % | + | J | 90 | 1
Penderita hipertensi dilayani sesuai standar | % | + | J | 100 | 1
Desa berhenti buang air besar sembarangan | desa | + | J | 36 | 0
S Mutu layanan puskesmas meningkat
Puskesmas terakreditasi paripurna | % | + | A | 52 | 1
Indeks Kepuasan Masyarakat puskesmas | indeks | + | A | 86 | 1
Nilai SAKIP Dinas Kesehatan | nilai | + | A | 78 | 1
Penduduk dengan JKN aktif | % | + | A | | 1
P Program Pemenuhan Upaya Kesehatan Perorangan dan Masyarakat
K Penyediaan Layanan Kesehatan untuk UKM dan UKP
K Penyelenggaraan Sistem Informasi Kesehatan
""",
    "1.02.02": """
T Layanan rujukan yang aman dan memuaskan
S Mutu layanan rumah sakit meningkat
Bed occupancy rate | % | = | R | 75 | 1
Net death rate | ‰ | - | R | 22 | 1
Indeks Kepuasan Masyarakat rumah sakit | indeks | + | A | 87 | 1
Lama rawat inap rata-rata | hari | = | A | 3..6 | 1
Waktu tunggu rawat jalan | menit | - | R | 55 | 0
Pasien pulih sesuai jalur klinis | % | + | R | 90 | 1
P Program Peningkatan Pelayanan BLUD Rumah Sakit
K Pelayanan dan Penunjang Pelayanan BLUD
K Peningkatan Mutu Pelayanan Kesehatan Rujukan
""",
    "1.03.01": """
T Infrastruktur yang menghubungkan dan mengairi
S Konektivitas jalan meningkat
Jalan kabupaten kondisi mantap | % | + | A | 74 | 1
Panjang jalan yang ditingkatkan | km | + | J | 48 | 1
Jembatan dalam kondisi baik | % | + | A | 82 | 1
S Air dan tata ruang terlayani
Rumah tangga berakses air minum layak | % | + | A | 91 | 1
Luas daerah irigasi yang terlayani | ha | + | A | 6200 | 0
Pelanggaran tata ruang | kasus | - | J | 24 | 0
P Program Penyelenggaraan Jalan
K Pembangunan dan Rehabilitasi Jalan Kabupaten
K Pemeliharaan Berkala Jembatan
""",
    "1.04.01": """
T Permukiman yang layak huni
S Rumah dan kawasan kumuh tertangani
Rumah tidak layak huni diperbaiki | unit | + | J | 360 | 0
Luas kawasan kumuh | ha | - | A | 42 | 1
Rumah tangga dengan sanitasi layak | % | + | A | 88 | 1
Prasarana umum perumahan yang diserahkan | lokasi | + | J | 24 | 0
P Program Kawasan Permukiman
K Penataan dan Peningkatan Kualitas Kawasan Kumuh
K Pembangunan Rumah Swadaya
""",
    "1.05.01": """
T Ketenteraman dan keselamatan warga
S Gangguan ketenteraman dan kebakaran tertangani
Pelanggaran perda terselesaikan | % | + | R | 92 | 1
Waktu tanggap kebakaran | menit | - | R | 14 | 1
Kasus gangguan ketenteraman | kasus | - | J | 160 | 0
Relawan pemadam terlatih | orang | + | J | 240 | 0
Pos pemadam siap siaga | pos | + | A | 7 | 0
P Program Peningkatan Ketenteraman dan Ketertiban Umum
K Penanganan Gangguan Ketenteraman dan Ketertiban
K Pencegahan dan Pengendalian Kebakaran
""",
    "1.05.02": """
T Risiko bencana menurun
S Kesiapsiagaan dan tanggap darurat meningkat
Indeks ketahanan daerah | indeks | + | A | 0.62 | 2
Waktu tanggap darurat | menit | - | R | 45 | 0
Desa tangguh bencana terbentuk | desa | + | B | 5 | 0
Warga terlatih siaga bencana | orang | + | J | 900 | 0
Korban terdampak mendapat bantuan | % | + | R | 100 | 1
P Program Penanggulangan Bencana
K Pelayanan Pencegahan dan Kesiapsiagaan
K Pelayanan Penyelamatan dan Evakuasi Korban
""",
    "1.06.01": """
T Warga miskin dan rentan terlindungi
S Penanganan PPKS dan kemiskinan meningkat
PPKS yang terlayani | % | + | J | 85 | 1
Penduduk miskin | % | - | A | 8.6 | 2
Data terpadu yang dimutakhirkan | % | + | A | 98 | 1
Keluarga penerima yang lulus mandiri | keluarga | + | J | 520 | 0
Aduan bantuan sosial terselesaikan | % | + | R | 95 | 1
P Program Pemberdayaan Sosial
K Pengembangan Potensi Sumber Kesejahteraan Sosial
K Perlindungan dan Jaminan Sosial
""",
    "2.07.01": """
T Kesempatan kerja meluas
S Pencari kerja terampil dan terserap
Tingkat Pengangguran Terbuka | % | - | A | 4.8 | 2
Pencari kerja yang ditempatkan | orang | + | J | 3200 | 0
Lulusan pelatihan bersertifikat | orang | + | J | 640 | 0
Perselisihan hubungan industrial | kasus | - | J | 20 | 0
Perusahaan dengan struktur skala upah | % | + | A | 72 | 1
P Program Pelatihan Kerja dan Produktivitas
K Pelatihan Kerja Berdasarkan Unit Kompetensi
K Pelayanan Antarkerja di Daerah
""",
    "2.08.01": """
T Keluarga sejahtera dan setara
S Perlindungan perempuan, anak dan keluarga meningkat
Indeks Pembangunan Gender | indeks | + | A | 93.4 | 2
Kasus kekerasan terhadap anak | kasus | - | J | 48 | 0
Korban kekerasan yang terdampingi | % | + | R | 100 | 1
Peserta KB aktif modern | % | + | A | 66 | 1
Desa ramah perempuan dan peduli anak | desa | + | J | 32 | 0
P Program Perlindungan Perempuan
K Penyediaan Layanan bagi Perempuan Korban Kekerasan
K Pelembagaan Pengarusutamaan Gender
""",
    "2.09.01": """
T Pangan cukup, aman dan terjangkau
S Ketersediaan dan keamanan pangan meningkat
Skor Pola Pangan Harapan | skor | + | A | 92 | 1
Cadangan pangan pemerintah daerah | ton | + | A | 180 | 0
Pangan segar aman dikonsumsi | % | + | R | 94 | 1
Kejadian keracunan pangan | kejadian | - | J | 0 | 0
Desa rawan pangan | desa | - | A | 16 | 0
P Program Peningkatan Diversifikasi dan Ketahanan Pangan
K Penyediaan dan Penyaluran Pangan Pokok
K Pemeriksaan Keamanan Pangan Segar
""",
    "2.11.01": """
T Lingkungan yang bersih dan lestari
S Kualitas lingkungan dan pengelolaan sampah meningkat
Indeks Kualitas Lingkungan Hidup | indeks | + | A | 71 | 2
Sampah terkelola | % | + | R | 78 | 1
Volume sampah ke TPA | ton | - | J | 62000 | 0
Bank sampah aktif | unit | + | A | 96 | 0
Usaha yang taat izin lingkungan | % | + | R | 84 | 1
P Program Pengelolaan Persampahan
K Pengelolaan Sampah Kabupaten
K Pembinaan dan Pengawasan Izin Lingkungan
""",
    "2.12.01": """
T Setiap warga tercatat
S Kepemilikan dokumen kependudukan lengkap
Kepemilikan akta kelahiran anak | % | + | A | 98.5 | 2
Waktu penerbitan KTP-el | hari | - | R | 2 | 1
Perekaman KTP-el wajib KTP | % | + | A | 99.4 | 2
Kepemilikan kartu identitas anak | % | + | A | 62 | 1
Aktivasi identitas digital | orang | + | J | 48000 | 0
P Program Pendaftaran Penduduk
K Pelayanan Pendaftaran Penduduk
K Pelayanan Pencatatan Sipil
""",
    "2.13.01": """
T Desa yang mandiri
S Tata kelola dan ekonomi desa menguat
Desa mandiri | desa | + | A | 118 | 0
BUM Desa berkembang | unit | + | A | 140 | 0
Desa dengan APBDes tepat waktu | % | + | A | 96 | 1
Kader posyandu terlatih | orang | + | J | 1250 | 0
Sengketa batas desa | kasus | - | J | 8 | 0
P Program Administrasi Pemerintahan Desa
K Pembinaan dan Pengawasan Administrasi Desa
K Pemberdayaan Lembaga Kemasyarakatan Desa
""",
    "2.15.01": """
T Perjalanan yang selamat dan lancar
S Keselamatan dan layanan angkutan meningkat
Kecelakaan lalu lintas | kejadian | - | J | 320 | 0
Kendaraan lulus uji berkala | % | + | R | 94 | 1
Ruas jalan dengan perlengkapan lengkap | % | + | A | 70 | 1
Penumpang angkutan perintis | orang | + | J | 86000 | 0
P Program Penyelenggaraan Lalu Lintas dan Angkutan Jalan
K Penyediaan Perlengkapan Jalan
K Pengujian Berkala Kendaraan Bermotor
""",
    "2.16.01": """
T Pemerintahan digital yang terbuka
S Layanan digital dan informasi publik meningkat
Layanan publik berbasis elektronik terhubung | layanan | + | J | 24 | 0
Nilai keterbukaan informasi publik | nilai | + | A | 88 | 1
Ketersediaan jaringan | % | + | R | 99.5 | 2
Insiden keamanan siber | insiden | - | J | 24 | 0
Indeks literasi digital | indeks | ? | A | 3.7 | 2
P Program Aplikasi Informatika
K Pengelolaan e-Government
K Pengelolaan Informasi dan Komunikasi Publik
""",
    "2.17.01": """
T Usaha kecil naik kelas
S Koperasi dan usaha mikro berkembang
Koperasi sehat | % | + | A | 58 | 1
Usaha mikro naik kelas | unit | + | J | 420 | 0
Volume usaha koperasi | Rp miliar | + | J | 310 | 1
Wirausaha baru | orang | + | J | 360 | 0
P Program Pemberdayaan Usaha Menengah, Kecil dan Mikro
K Pemberdayaan Usaha Mikro melalui Pendataan dan Kemitraan
K Pengawasan dan Pemeriksaan Koperasi
""",
    "2.18.01": """
T Investasi tumbuh, izin mudah
S Investasi dan mutu perizinan meningkat
Nilai realisasi investasi | Rp miliar | + | J | 4200 | 1
Izin terbit tepat waktu | % | + | R | 97 | 1
Indeks Kepuasan Masyarakat perizinan | indeks | + | A | 89 | 1
Aduan perizinan | aduan | - | J | 60 | 0
Penanam modal yang didampingi | usaha | + | J | 180 | 0
P Program Pelayanan Penanaman Modal
K Pelayanan Perizinan dan Nonperizinan
K Promosi Penanaman Modal
""",
    "2.19.01": """
T Pemuda berdaya dan wisata berkembang
S Kunjungan wisata dan prestasi pemuda meningkat
Kunjungan wisatawan | kunjungan | + | J | 520000 | 0
Lama tinggal wisatawan | hari | + | A | 1.9 | 1
Medali tingkat provinsi | medali | + | J | 64 | 0
Pemuda berwirausaha yang dibina | orang | + | J | 240 | 0
Destinasi dengan standar kebersihan | destinasi | + | A | 18 | 0
P Program Peningkatan Daya Tarik Destinasi Pariwisata
K Pengelolaan Destinasi Pariwisata Kabupaten
K Pembinaan dan Pengembangan Olahraga Prestasi
""",
    "2.23.01": """
T Warga gemar membaca, arsip terjaga
S Literasi dan tata arsip meningkat
Tingkat Gemar Membaca | nilai | + | A | 68 | 1
Pengunjung perpustakaan | orang | + | J | 72000 | 0
Arsip yang ditata sesuai ketentuan | % | + | P | 100 | 1
Perpustakaan desa aktif | unit | + | A | 120 | 0
P Program Pembinaan Perpustakaan
K Pengelolaan Perpustakaan Tingkat Kabupaten
K Pengelolaan Arsip Dinamis Daerah
""",
    "3.25.01": """
T Hasil perikanan meningkat
S Produksi dan konsumsi ikan meningkat
Produksi perikanan budi daya | ton | + | J | 18400 | 0
Produksi perikanan tangkap | ton | + | J | 9600 | 0
Angka konsumsi ikan | kg/kapita | + | J | 32 | 1
Kelompok pembudi daya bersertifikat | kelompok | + | J | 48 | 0
P Program Pengelolaan Perikanan Budidaya
K Pemberdayaan Pembudi Daya Ikan Kecil
K Pengelolaan Penangkapan Ikan di Perairan Darat
""",
    "3.27.01": """
T Petani produktif, pangan melimpah
S Produksi dan kesehatan ternak meningkat
Produksi padi | ton GKG | + | J | 286000 | 0
Produksi jagung | ton | + | J | 74000 | 0
Kasus penyakit hewan menular strategis | kasus | - | J | 80 | 0
Nilai Tukar Petani | indeks | + | R | 108 | 2
Kelompok tani naik kelas | kelompok | + | J | 96 | 0
Luas lahan pertanian beralih fungsi | ha | - | J | 24 | 1
P Program Penyediaan dan Pengembangan Sarana Pertanian
K Pengawasan Penggunaan Sarana Pertanian
K Pengendalian Penyakit Hewan Menular
""",
    "3.30.01": """
T Perdagangan dan industri kecil tumbuh
S Harga stabil dan industri berkembang
Inflasi | % (yoy) | = | A | 2.5 | 2
Pasar rakyat tertib ukur | pasar | + | J | 16 | 0
Industri kecil yang difasilitasi | unit | + | J | 260 | 0
Pertumbuhan impor barang konsumsi | % | + | A | -0.5 | 1
Omzet pasar rakyat | Rp miliar | + | J | 640 | 1
P Program Stabilisasi Harga Barang Kebutuhan Pokok
K Menjamin Ketersediaan Barang Kebutuhan Pokok
K Pembangunan Sarana Distribusi Perdagangan
""",
    "5.01.01": """
T Perencanaan yang selaras dan berbasis data
S Mutu perencanaan dan pengendalian meningkat
Keselarasan RKPD dengan RPJMD | % | + | A | 97 | 1
Indeks Perencanaan Pembangunan | indeks | + | A | 84 | 1
Usulan musrenbang yang terakomodasi | % | + | A | 62 | 1
Laporan pengendalian tepat waktu | laporan | + | J | 4 | 0
Kajian yang dimanfaatkan | kajian | + | J | 8 | 0
P Program Perencanaan, Pengendalian dan Evaluasi Pembangunan Daerah
K Penyusunan Perencanaan dan Pendanaan
K Analisis Data dan Informasi Pembangunan
""",
    "5.02.01": """
T Keuangan dan aset daerah tertib
S Mutu laporan keuangan dan aset meningkat
Opini BPK atas LKPD | opini | + | A | WTP:opini-bpk | 0
Aset tanah bersertifikat | % | + | P | 100 | 1
SP2D terbit paling lama 2 hari | % | + | R | 98 | 1
Indeks pengelolaan keuangan daerah | indeks | + | A | 82 | 1
Deviasi anggaran kas | % | - | R | 10 | 1
P Program Pengelolaan Keuangan Daerah
K Koordinasi Pengelolaan Perbendaharaan Daerah
K Pengelolaan Barang Milik Daerah
""",
    "5.02.02": """
T Pendapatan asli daerah kuat
S Penerimaan pajak daerah meningkat
Realisasi PAD | Rp miliar | + | J | 612 | 1
Kepatuhan wajib pajak | % | + | R | 88 | 1
Tunggakan pajak daerah | Rp miliar | - | A | 46 | 1
Objek pajak baru terdata | objek | + | J | 5200 | 0
Transaksi pajak nontunai | % | + | A | 74 | 1
P Program Pengelolaan Pendapatan Daerah
K Kegiatan Pengelolaan Pendapatan Daerah
K Penagihan dan Pemeriksaan Pajak Daerah
""",
    "5.03.01": """
T ASN yang profesional
S Profesionalitas dan disiplin ASN meningkat
Indeks Profesionalitas ASN | indeks | + | A | 84 | 1
Indeks sistem merit | indeks | + | A | 320 | 0
Pelanggaran disiplin ASN | kasus | - | J | 16 | 0
ASN yang mengikuti pengembangan kompetensi | orang | + | J | 2600 | 0
Layanan kepegawaian tepat waktu | % | + | R | 96 | 1
P Program Kepegawaian Daerah
K Pengadaan, Pemberhentian dan Informasi Kepegawaian
K Pengembangan Kompetensi ASN
""",
    "8.01.01": """
T Kerukunan dan demokrasi terjaga
S Konflik sosial tercegah
Potensi konflik yang tertangani | % | + | R | 96 | 1
Indeks kerukunan umat beragama | indeks | + | A | 78 | 1
Organisasi kemasyarakatan yang dibina | organisasi | + | J | 64 | 0
Warga mengikuti pendidikan politik | orang | + | J | 1800 | 0
P Program Pembinaan Kerukunan dan Penanganan Konflik Sosial
K Perumusan Kebijakan Kewaspadaan Nasional
K Pembinaan Organisasi Kemasyarakatan
""",
}
