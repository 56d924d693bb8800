"""A deck made by hand: each kind of slide once, as a calm body shows it. All names and figures are fictional."""

from __future__ import annotations

from sakip_app.narration.kalimat import Kalimat
from sakip_app.reports.slides import (
    BarisJanji,
    BarisKeputusan,
    BarisMerahSlaid,
    BarisPeringkat,
    ButirAgenda,
    ButirPercaya,
    Dek,
    KpiSlaid,
    PitaSlaid,
    Slaid,
    SlaidAgenda,
    SlaidInstansi,
    SlaidJanji,
    SlaidKeputusan,
    SlaidMerah,
    SlaidPeringkat,
    SlaidSorotan,
    Titik,
)
from tests.reports.contoh_unit import SUMBER, koma, posisi, predikat, unit, unit_kosong

KAKI = (
    "41 dari 48 OPD sudah lapor; 3 terlambat · Permendagri 86/2017 · batas 100 · "
    "rekam beku 2026-TW3-0047 · 22 Okt 2026 09.12 WIB"
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


def susun(*slaid: Slaid, triwulan: int = 3) -> Dek:
    """A deck of these slides."""
    return Dek(
        "2026-TW3-0047", "Rapat evaluasi TW III 2026", "Kabupaten Contoh", True, "OPD", 2026, triwulan, KAKI, slaid
    )


def dek() -> Dek:
    """Each kind of slide once, the unit's twice (with figures and without)."""
    return susun(
        agenda(), janji(), instansi(), sorotan(), peringkat(), merah(), unit(), unit_kosong(), keputusan()
    )
