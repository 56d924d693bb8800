"""Decks made by hand: each kind of slide as a calm body shows it, and the same with texts that break layouts.

All names and figures are fictional. ``dek()`` is the ordinary deck, ``dek_ganas()`` the hostile one, ``dek_satu()`` a
body of one unit without an earlier quarter, ``dek_besar(n)`` a deck with ``n`` units.
"""

from __future__ import annotations

from dataclasses import replace

from sakip_app.narration.kalimat import Kalimat
from sakip_app.reports.slides import (
    AnggaranSlaid,
    BarisJanji,
    BarisKeputusan,
    BarisMerahSlaid,
    BarisPenahan,
    BarisPeringkat,
    ButirAgenda,
    ButirPercaya,
    Dek,
    KpiSlaid,
    LangkahJalur,
    PitaSlaid,
    Slaid,
    SlaidAgenda,
    SlaidInstansi,
    SlaidJanji,
    SlaidKeputusan,
    SlaidMerah,
    SlaidPeringkat,
    SlaidSorotan,
    SlaidUnit,
    Titik,
)

SUMBER = (
    "Sumber: berkas Capaian_TW3.xlsx, lembar Realisasi TW III, diunggah 14 Okt 2026 09.12 WIB",
    "Aturan: Permendagri 86/2017 (contoh), batas 100",
)
KAKI = (
    "41 dari 48 OPD sudah lapor; 3 terlambat · Permendagri 86/2017 · batas 100 · "
    "rekam beku 2026-TW3-0047 · 22 Okt 2026 09.12 WIB"
)

NAMA_300 = (
    "Persentase rumah tangga berpenghasilan rendah di kawasan permukiman kumuh perkotaan dan perdesaan yang memperoleh "
    "akses air minum layak, sanitasi aman, dan hunian tahan gempa melalui pendampingan kelompok swadaya masyarakat "
    "sesuai standar pelayanan minimal bidang perumahan rakyat di seluruh kecamatan"
)
NAMA_300 += " " + "dan desa binaan"[: max(0, 299 - len(NAMA_300))]
UNIT_60 = "Dinas Pemberdayaan Perempuan, Anak, dan Keluarga Berencana Kab"
KENDALA_3000 = (
    "Pengadaan bahan bangunan tertunda karena lelang diulang dua kali; penyedia pertama gugur pada evaluasi "
    "kualifikasi, penyedia kedua mengundurkan diri setelah harga semen naik. "
) * 18
JAHAT = (
    "=cmd|'/C calc'!A0",
    "+62 812 0000 0000",
    "-1+1",
    "@SUM(1+1)*cmd",
    "<script>alert(1)</script> & <b>tebal</b>",
    "Emoji 👩‍⚕️🇮🇩 tetap",
    "Kendali\x00\x0b\x1f di tengah\nbaris baru",
    "x" * 120,
)

PITA = (
    PitaSlaid("Sangat Rendah", 4, 40.0, 51.0, "2 OPD", "TW II: 0"),
    PitaSlaid("Rendah", 3, 51.0, 66.0, "5 OPD", "TW II: 1"),
    PitaSlaid("Sedang", 2, 66.0, 76.0, "3 OPD", "TW II: 9"),
    PitaSlaid("Tinggi", 1, 76.0, 91.0, "18 OPD", "TW II: 29"),
    PitaSlaid("Sangat Tinggi", 0, 91.0, 100.0, "13 OPD", "TW II: 7"),
)
_NAMA = {
    48.2: "PUPR",
    49.4: "Kec. Karangjati",
    58.9: "Kec. Gununglarang",
    59.7: "Perkim",
    61.5: "Lingkungan Hidup",
    64.9: "Dinas Kesehatan",
    65.1: "Disporapar",
}
_KINI = (
    48.2,
    49.4,
    58.9,
    59.7,
    61.5,
    64.9,
    65.1,
    71.2,
    73.6,
    74.8,
    76.5,
    80.2,
    81.3,
    84.1,
    85.4,
    85.9,
    86.3,
    86.8,
    87.1,
    87.4,
    88.5,
    88.9,
    89.1,
    89.6,
    90.0,
    90.1,
    90.2,
    90.5,
    91.1,
    91.3,
    91.5,
    91.7,
    92.3,
    92.6,
    93.2,
    93.9,
    94.3,
    94.8,
    95.0,
    96.1,
    97.8,
)
_LALU = (
    55.1,
    66.9,
    68.2,
    69.5,
    70.4,
    73.6,
    74.2,
    74.3,
    74.9,
    75.0,
    76.1,
    77.0,
    77.9,
    78.8,
    79.3,
    79.8,
    80.2,
    82.5,
    82.8,
    83.7,
    84.1,
    84.6,
    84.9,
    84.9,
    85.2,
    85.3,
    85.6,
    86.2,
    87.4,
    87.8,
    88.0,
    88.2,
    88.3,
    88.6,
    88.9,
    89.7,
    89.9,
    90.0,
    90.8,
    91.2,
    91.3,
    91.5,
    92.3,
    92.8,
    92.9,
    93.9,
)

TANYA = (
    Kalimat(
        "Angka kematian ibu naik dari 96 menjadi 131 per 100 ribu. Berapa kasus yang sudah diaudit, dan apa "
        "penyebab terbanyak?",
        "naik_buruk",
        ("1.02.01",),
        ("IK-03",),
        tanya=True,
    ),
    Kalimat(
        "Anggaran terserap 70,9 %, skor 64,9. Belanja mana yang tidak menggerakkan indikator?",
        "anggaran",
        ("1.02.01",),
        tanya=True,
    ),
    Kalimat(
        "Enam belas desa belum bebas BAB sembarangan. Desa mana yang selesai sebelum 31 Desember?",
        "belum",
        ("1.02.01",),
        ("IK-01",),
        tanya=True,
    ),
)


def koma(nilai: float) -> str:
    """As printed."""
    return f"{nilai:.1f}".replace(".", ",")


def posisi(nilai: float) -> int:
    """Step of the five bands."""
    return sum(nilai < batas for batas in (91, 76, 66, 51))


def predikat(nilai: float) -> str:
    """Word of the five bands."""
    return ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah")[posisi(nilai)]


def titik(nilai: tuple[float, ...], *, disebut: bool) -> tuple[Titik, ...]:
    """Units at these scores; those below 66 are named in the current row."""
    return tuple(
        Titik(f"U{urutan:02}", _NAMA.get(n, f"OPD {urutan + 1}"), n, koma(n), posisi(n), disebut and n < 66)
        for urutan, n in enumerate(nilai)
    )


def agenda() -> SlaidAgenda:
    """Six parts and the trust line."""
    return SlaidAgenda(
        "agenda",
        "Rapat evaluasi TW III 2026 · Kabupaten Contoh · 22 Oktober 2026",
        "Tujuh OPD perlu keputusan hari ini.",
        SUMBER,
        (
            ButirAgenda("Janji rapat TW II", "9 dari 14 selesai, 2 lewat tenggat", "janji"),
            ButirAgenda("Seluruh kabupaten", "82,9 %, Tinggi; naik 0,1 poin", "instansi"),
            ButirAgenda("Peringkat", "41 OPD, tujuh belum lapor", "peringkat-1"),
            ButirAgenda("Daftar merah", "Tujuh OPD di bawah 66", "merah-1"),
            ButirAgenda("Per OPD", "48 OPD, terendah lebih dulu", "unit-1.02.01"),
            ButirAgenda("Keputusan", "apa, siapa, kapan, diukur dengan apa", "keputusan"),
        ),
        (
            ButirPercaya("41 dari 48 OPD sudah lapor", "Belum lapor", ("Kecamatan Wanasari", "Dinas Pertanian")),
            ButirPercaya(
                "3 terlambat",
                "Terlambat",
                ("Dinas Sosial, 18 Okt 2026", "BKPSDM, 19 Okt 2026", "Satpol PP, 20 Okt 2026"),
                bahaya=True,
            ),
            ButirPercaya(
                "5 angka berubah sejak 14 Okt", "Angka yang berubah", ("PUPR: Jalan mantap 61,2 menjadi 60,8",)
            ),
            ButirPercaya("tidak ada temuan terbuka", "Temuan terbuka", ()),
        ),
    )


def janji() -> SlaidJanji:
    """Fourteen promises, five of them not done."""
    baris = (
        ("Sewa dua truk sampah", "Dinas LH", "Sekretaris Dinas LH", "30 Sep 2026", "Dana belum digeser", "lewat"),
        (
            "Tetapkan 148 penerima bantuan rumah",
            "Perkim",
            "Kabid Perumahan",
            "30 Sep 2026",
            "Verifikasi 61 dari 148",
            "lewat",
        ),
        ("Kontrak lima paket jalan", "PUPR", "Kabid Bina Marga", "31 Okt 2026", "Tiga sudah kontrak", "berjalan"),
        ("Tambah dua petugas loket", "Kec. Gununglarang", "Kepala BKPSDM", "31 Okt 2026", "", "belum"),
        (
            "Skrining hipertensi di 48 posbindu",
            "Dinas Kesehatan",
            "Kabid P2P",
            "31 Okt 2026",
            "29 dari 48 posbindu",
            "berjalan",
        ),
    )
    kata = {"lewat": "lewat tenggat", "berjalan": "berjalan", "belum": "belum mulai"}
    return SlaidJanji(
        "janji",
        "Rapat evaluasi TW III 2026 · Kabupaten Contoh",
        "Janji rapat TW II: 9 dari 14 selesai, 2 lewat tenggat.",
        ("Sumber: tindak lanjut tercatat s.d. 22 Okt 2026",),
        (
            ("selesai", "9 selesai", 9),
            ("berjalan", "2 berjalan", 2),
            ("belum", "1 belum mulai", 1),
            ("lewat", "2 lewat tenggat", 2),
        ),
        tuple(BarisJanji(i, *isi[:5], isi[5], kata[isi[5]]) for i, isi in enumerate(baris, 1)),
        "Lima yang belum selesai",
    )


def instansi() -> SlaidInstansi:
    """The whole body, now above 46 of a quarter ago."""
    return SlaidInstansi(
        "instansi",
        "Kabupaten Contoh · triwulan III 2026",
        "Capaian 82,9 %, Tinggi. Tujuh OPD tertinggal, TW II baru satu.",
        SUMBER,
        (
            KpiSlaid("Rata-rata 41 OPD", "82,9 %", "↑ 0,1 poin dari TW II"),
            KpiSlaid("Di bawah 66", "7 OPD", "TW II: 1 OPD"),
            KpiSlaid("Turun dua kali berturut-turut", "12 OPD", "7 di antaranya di bawah 66"),
            KpiSlaid("Penyerapan", "60,5 %", "rencana kas 68,0 %"),
        ),
        PITA,
        titik(_KINI, disebut=True),
        titik(_LALU, disebut=False),
        "TW III",
        "TW II",
        "41 OPD",
        "46 OPD",
    )


def sorotan() -> SlaidSorotan:
    """Four sentences."""
    teks = (
        "Capaian triwulan III 82,9 %, Tinggi. Tujuh OPD tertinggal; pada triwulan II baru satu.",
        "Dua belas OPD turun dua triwulan berturut-turut; tujuh di antaranya kini di bawah 66.",
        "Empat OPD sudah membelanjakan dana, kinerjanya belum ikut: penyerapan di atas 70 %, skor di bawah 66.",
        "Tujuh OPD belum lapor dan tidak diberi peringkat.",
    )
    return SlaidSorotan(
        "sorotan",
        "Kabupaten Contoh · triwulan III 2026",
        "Yang paling menonjol triwulan ini.",
        SUMBER,
        tuple(Kalimat(t, "sorot", ("U00",), ("IK-03",)) for t in teks),
    )


def peringkat(banyak: int = 48, lapor: int = 41) -> SlaidPeringkat:
    """``lapor`` ranked units, the others with their word."""
    nilai = sorted(_KINI, reverse=True)
    baris = tuple(
        BarisPeringkat(
            f"U{i:02}",
            str(i + 1),
            _NAMA.get(n := nilai[i % 41], f"Badan Pengelola Urusan {i + 1}"),
            n,
            koma(n),
            posisi(n),
            predikat(n),
            ("↓↓ 9,4", "↑ 0,3", "", "0,0")[i % 4],
        )
        if i < lapor
        else BarisPeringkat(f"U{i:02}", "–", f"Kecamatan Wanasari {i}", None, "belum lapor", None, "", "")
        for i in range(banyak)
    )
    return SlaidPeringkat(
        "peringkat-1",
        "Kabupaten Contoh · triwulan III 2026",
        "Tiga belas OPD Sangat Tinggi; tujuh di bawah 66.",
        SUMBER,
        baris,
        40.0,
        100.0,
        (51.0, 66.0, 76.0, 91.0),
        "Sumbu mulai dari 40 · garis tegak: batas predikat",
    )


def merah() -> SlaidMerah:
    """Six units, one of each state of a follow-up."""
    isi = (
        (
            "PUPR",
            48.2,
            "↓↓ 6,9",
            "Jalan dalam kondisi mantap: 60,8, target 78,0 %",
            "Lelang lima paket diulang.",
            "Kontrak lima paket jalan; Kabid Bina Marga, 31 Okt 2026",
            "berjalan",
            "berjalan",
        ),
        (
            "Kec. Karangjati",
            49.4,
            "↓ 17,5",
            "Desa dengan profil mutakhir: 3, target 14 desa",
            "Dua petugas pindah tugas.",
            "",
            "belum_ada",
            "belum ada tindak lanjut",
        ),
        (
            "Kec. Gununglarang",
            58.9,
            "↓ 9,3",
            "Layanan loket tepat waktu: 55,0, target 90,0 %",
            "",
            "Tambah dua petugas loket; Kepala BKPSDM, 31 Okt 2026",
            "belum",
            "belum mulai",
        ),
        (
            "Perkim",
            59.7,
            "↓↓ 10,7",
            "Rumah layak huni: 61, target 148 unit",
            "Verifikasi penerima lambat.",
            "Tetapkan 148 penerima; Kabid Perumahan, 30 Sep 2026",
            "lewat",
            "lewat tenggat",
        ),
        (
            "Lingkungan Hidup",
            61.5,
            "↓ 4,4",
            "Sampah terkelola: 58,1, target 78,0 %",
            "Dua truk rusak berat.",
            "Sewa dua truk sampah; Sekretaris Dinas LH, 30 Sep 2026",
            "selesai",
            "selesai",
        ),
        (
            "Dinas Kesehatan",
            64.9,
            "↓↓ 9,4",
            "Angka kematian ibu: 131, batas 86",
            "Rujukan terlambat di tiga puskesmas.",
            "Audit setiap kematian ibu; Kepala Dinas Kesehatan, 15 Nov 2026",
            "tercatat",
            "tercatat",
        ),
    )
    return SlaidMerah(
        "merah-1",
        "Daftar merah · triwulan III 2026",
        "Tujuh OPD di bawah 66; satu belum punya tindak lanjut.",
        SUMBER,
        tuple(
            BarisMerahSlaid(f"U{i:02}", n, koma(s), posisi(s), predikat(s), *sisa)
            for i, (n, s, *sisa) in enumerate(isi)
        ),
    )


def penahan() -> tuple[BarisPenahan, ...]:
    """Three bullets: a sum, a rate and one where lower is better."""
    return (
        BarisPenahan(
            "IK-01",
            "Desa berhenti buang air besar sembarangan",
            "",
            "12",
            "dari 28 desa",
            "capaian 42,9 %",
            42.9,
            4,
            "Sangat Rendah",
            "Enam belas desa menunggu stimulan jamban.",
            36.0,
            12.0,
            (6.0, 16.0, 28.0, 36.0),
        ),
        BarisPenahan(
            "IK-02",
            "Penderita hipertensi dilayani sesuai standar",
            "",
            "35,2",
            "dari 75,0 %",
            "capaian 46,9 %",
            46.9,
            4,
            "Sangat Rendah",
            "Obat kosong dua bulan.",
            100.0,
            35.2,
            (25.0, 50.0, 75.0, 100.0),
        ),
        BarisPenahan(
            "IK-03",
            "Angka kematian ibu",
            "makin rendah makin baik",
            "131",
            "batas 86",
            "capaian 47,7 %",
            47.7,
            4,
            "Sangat Rendah",
            "Rujukan terlambat di tiga puskesmas.",
            86.0,
            131.0,
            (84.0, 85.0, 86.0, 90.0),
        ),
    )


def unit(kode: str = "1.02.01", nama: str = "Dinas Kesehatan") -> SlaidUnit:
    """A unit with everything on it."""
    jalur = ((85.7, "TW I"), (74.3, "TW II"), (64.9, "TW III"))
    return SlaidUnit(
        f"unit-{kode}",
        "Peringkat 36 dari 41 · triwulan III 2026",
        nama,
        (*SUMBER, "Realisasi TW III!S15"),
        kode,
        nama,
        "64,9",
        3,
        "Rendah",
        (
            *(LangkahJalur(n, s, koma(s), posisi(s)) for s, n in jalur),
            LangkahJalur("TW IV", None, "belum berjalan", None),
        ),
        "Tiga indikator Sangat Rendah",
        penahan(),
        "9 dari 11 indikator dinilai · garis tebal: target s.d. TW III",
        AnggaranSlaid(
            64.9, "64,9", 70.9, "70,9 %", 60.0, "rencana kas 60,0 %", "Rp2,1 miliar dari Rp3,0 miliar s.d. TW III"
        ),
        TANYA,
        (
            ("IK-01", "Desa berhenti buang air besar sembarangan"),
            ("IK-02", "Penderita hipertensi dilayani sesuai standar"),
            ("IK-03", "Angka kematian ibu"),
            ("IK-04", "Balita stunting"),
        ),
    )


def unit_kosong() -> SlaidUnit:
    """A unit that has not reported: words, no figure."""
    jalur = (
        LangkahJalur("TW I", 81.0, "81,0", 1),
        LangkahJalur("TW II", None, "belum lapor", None),
        LangkahJalur("TW III", None, "belum lapor", None),
        LangkahJalur("TW IV", None, "belum berjalan", None),
    )
    return SlaidUnit(
        "unit-7.01.09",
        "Belum lapor · triwulan III 2026",
        "Kecamatan Wanasari",
        ("Belum ada berkas.",),
        "7.01.09",
        "Kecamatan Wanasari",
        "",
        None,
        "",
        jalur,
        "Belum ada indikator yang dinilai",
        (),
        "",
        None,
        (
            Kalimat(
                "Apa yang menahan laporan triwulan III, dan kapan dikirim?",
                "belum_lapor",
                ("7.01.09",),
                tanya=True,
            ),
        ),
        (("KC-01", "Desa dengan profil mutakhir"),),
        kosong="Belum lapor untuk triwulan III. Batas waktu 15 Okt 2026.",
    )


def keputusan() -> SlaidKeputusan:
    """Five decisions, two of them carried."""
    isi = (
        (
            "Audit setiap kematian ibu dalam 7 hari; hasil ke Sekda",
            "Dinas Kesehatan",
            "Kepala Dinas Kesehatan",
            "15 Nov 2026",
            "Angka kematian ibu ≤ 86",
            "baru",
            False,
        ),
        (
            "Dampingi 16 desa tanpa jamban bersama DPMD",
            "Dinas Kesehatan",
            "Kabid Kesmas",
            "15 Nov 2026",
            "28 desa s.d. TW IV",
            "baru",
            False,
        ),
        (
            "Sewa dua truk lewat pergeseran anggaran",
            "Lingkungan Hidup",
            "Sekretaris Dinas LH",
            "5 Nov 2026",
            "Sampah terkelola 78,0 %",
            "dibawa dari TW II",
            True,
        ),
        (
            "Tetapkan 148 penerima rumah layak huni",
            "Perkim",
            "Kabid Perumahan",
            "31 Okt 2026",
            "260 unit s.d. TW IV",
            "dibawa dari TW II",
            True,
        ),
        ("Buka akses sementara ke dua objek wisata", "Disporapar", "Kepala Dinas PUPR", "", "", "baru", False),
    )
    return SlaidKeputusan(
        "keputusan",
        "Keputusan rapat · 22 Oktober 2026",
        "Lima keputusan, dua di antaranya dibawa dari TW II.",
        ("Sumber: keputusan tercatat s.d. 22 Okt 2026 11.40 WIB",),
        tuple(BarisKeputusan(*baris) for baris in isi),
    )


def _dek(*slaid: Slaid, triwulan: int = 3) -> Dek:
    return Dek(
        "2026-TW3-0047", "Rapat evaluasi TW III 2026", "Kabupaten Contoh", True, "OPD", 2026, triwulan, KAKI, slaid
    )


def dek() -> Dek:
    """Each kind of slide once, the unit's twice (with figures and without)."""
    return _dek(agenda(), janji(), instansi(), sorotan(), peringkat(), merah(), unit(), unit_kosong(), keputusan())


def dek_satu() -> Dek:
    """One unit, TW I, nothing earlier, nothing red, nothing decided."""
    satu = replace(
        peringkat(1, 1),
        baris=(BarisPeringkat("U00", "1", "KPU Kota Contoh", 92.3, "92,3", 0, "Sangat Tinggi", ""),),
    )
    kosong_instansi = replace(
        instansi(),
        judul="Capaian 92,3 %, Sangat Tinggi.",
        kini=(Titik("U00", "KPU Kota Contoh", 92.3, "92,3", 0, False),),
        lalu=(),
        nama_kini="TW I",
        nama_lalu="",
        banyak_kini="1 satker",
        banyak_lalu="",
        pita=tuple(replace(p, teks="1 satker" if p.posisi == 0 else "0 satker", teks_lalu="") for p in PITA),
    )
    sepi = replace(
        unit("U00", "KPU Kota Contoh"),
        teks="92,3",
        posisi=0,
        predikat="Sangat Tinggi",
        tanya=(),
        anggaran=None,
        jalur=(LangkahJalur("TW I", 92.3, "92,3", 0),),
        penahan=penahan()[:1],
        pilihan=(),
    )
    return _dek(
        replace(agenda(), percaya=()),
        replace(janji(), hitungan=(), baris=(), judul_baris="", judul="Belum ada janji rapat."),
        kosong_instansi,
        replace(sorotan(), kalimat=sorotan().kalimat[:1]),
        satu,
        SlaidMerah(
            "merah-1", "Daftar merah", "Tidak ada satker di bawah 66.", (), (), "Tidak ada satker di bawah 66."
        ),
        sepi,
        SlaidKeputusan(
            "keputusan", "Keputusan rapat", "Belum ada keputusan.", (), (), "Belum ada keputusan dicatat."
        ),
        triwulan=1,
    )


def dek_kosong() -> Dek:
    """Nobody has reported."""
    return _dek(
        agenda(),
        replace(
            instansi(),
            judul="Belum ada OPD yang lapor.",
            pita=(),
            kini=(),
            lalu=(),
            kosong="Belum ada OPD yang lapor untuk triwulan III. Kirim pengingat ke 48 OPD.",
        ),
        replace(sorotan(), kalimat=()),
        peringkat(48, 0),
        unit_kosong(),
    )


def _janji_ganas() -> SlaidJanji:
    panjang = (
        "Sewa truk " + NAMA_300,
        UNIT_60,
        "Kepala Bidang Perencanaan, Pengendalian, dan Evaluasi Pembangunan Daerah",
        "30 September 2026",
        KENDALA_3000[:600],
    )
    baris = tuple(BarisJanji(i, *panjang, "lewat", "lewat tenggat") for i in range(3)) + tuple(
        BarisJanji(i + 3, JAHAT[i], JAHAT[i + 1], JAHAT[i + 2], "", JAHAT[i + 3], "berjalan", "berjalan")
        for i in range(3)
    )
    hitungan = (
        ("selesai", "61 selesai", 61),
        ("berjalan", "14 berjalan", 14),
        ("belum", "1 belum mulai", 1),
        ("lewat", "2 lewat tenggat", 2),
    )
    return replace(
        janji(),
        judul=f"Janji rapat: {UNIT_60} dan banyak lagi yang belum selesai, dua lewat tenggat.",
        baris=baris,
        hitungan=hitungan,
    )


def _unit_ganas() -> SlaidUnit:
    lama = penahan()
    baru = (
        replace(
            lama[0],
            nama=NAMA_300,
            kendala=KENDALA_3000,
            meta="makin rendah makin baik",
            pembanding="dari 1.234.567.890,5 kilometer jalan kabupaten",
        ),
        replace(lama[1], nama=JAHAT[0] + " " + NAMA_300[:270], kendala=KENDALA_3000),
        replace(
            lama[2], nama=JAHAT[7] + JAHAT[7], kendala=JAHAT[6], track=None, batang=0.0, target_sd=(None,) * 4
        ),
    )
    tanya = tuple(replace(k, teks=f"{k.teks} {NAMA_300}?") for k in TANYA)
    return replace(
        unit("1.02.02", UNIT_60),
        penahan=baru,
        tanya=tanya,
        judul=UNIT_60 + ", " + JAHAT[4],
        pilihan=(("IK-01", NAMA_300), ("IK-02", JAHAT[0])),
        judul_penahan=NAMA_300[:90],
    )


def dek_ganas() -> Dek:
    """Each kind of slide with texts that overflow, look like formulas or markup, or are illegal in XML."""
    mala = tuple(
        replace(
            b, penahan=f"{NAMA_300}: 131, batas 86", kendala=KENDALA_3000, tindak_lanjut=NAMA_300, nama=UNIT_60
        )
        for b in merah().baris[:3]
    ) + tuple(
        replace(b, nama=JAHAT[i], penahan=JAHAT[i + 1], kendala=JAHAT[i + 2], tindak_lanjut=JAHAT[i + 3])
        for i, b in enumerate(merah().baris[3:])
    )
    urut = tuple(
        replace(b, nama=JAHAT[i % 8] if i % 3 == 0 else UNIT_60, teks=b.teks if b.nilai else "belum lapor TW III")
        for i, b in enumerate(peringkat().baris)
    )
    sesak = tuple(
        replace(t, nama=UNIT_60 if i % 2 else JAHAT[i % 8], disebut=t.nilai < 76)
        for i, t in enumerate(instansi().kini)
    )
    putus = tuple(
        BarisKeputusan(
            NAMA_300 if i % 2 else JAHAT[i],
            UNIT_60,
            JAHAT[(i + 3) % 8],
            "15 Nov 2026",
            NAMA_300[:140],
            "dibawa dari TW II",
            dibawa=True,
        )
        for i in range(6)
    )
    return replace(
        _dek(
            replace(
                agenda(),
                judul=NAMA_300,
                butir=tuple(replace(b, keterangan=NAMA_300[:200]) for b in agenda().butir),
                percaya=tuple(replace(p, teks=p.teks + " " + UNIT_60, rincian=JAHAT) for p in agenda().percaya),
            ),
            _janji_ganas(),
            replace(instansi(), kini=sesak, kpi=tuple(replace(k, label=UNIT_60) for k in instansi().kpi)),
            replace(sorotan(), kalimat=tuple(Kalimat(f"{JAHAT[i]} {NAMA_300}.", "sorot") for i in range(6))),
            replace(peringkat(), baris=urut),
            replace(merah(), baris=mala),
            _unit_ganas(),
            replace(keputusan(), baris=putus),
        ),
        kaki=f"{KAKI} · {UNIT_60} · {UNIT_60}",
    )


def dek_besar(banyak: int = 48) -> Dek:
    """A deck of a kabupaten with ``banyak`` units, every one with a full slide."""
    units = tuple(unit(f"U{i:02}", f"Dinas Urusan Pemerintahan {i + 1}") for i in range(banyak))
    return _dek(agenda(), janji(), instansi(), sorotan(), peringkat(min(banyak, 48)), merah(), *units, keputusan())
