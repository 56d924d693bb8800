"""Decks that break layouts: hostile texts, one unit, nobody who reported, and a large body.

``dek_ganas()`` the hostile one, ``dek_satu()`` a body of one unit without an earlier quarter, ``dek_kosong()`` a
quarter without any report, ``dek_besar(n)`` a deck with ``n`` full units. All names and figures are fictional.
"""

from __future__ import annotations

from dataclasses import replace

from sakip_app.narration.kalimat import Kalimat
from sakip_app.reports.slides import (
    BarisJanji,
    BarisKeputusan,
    BarisPeringkat,
    Dek,
    LangkahJalur,
    SlaidJanji,
    SlaidKeputusan,
    SlaidMerah,
    SlaidUnit,
    Titik,
)
from tests.reports.contoh_slaid import (
    KAKI,
    PITA,
    agenda,
    instansi,
    janji,
    keputusan,
    merah,
    peringkat,
    sorotan,
    susun,
)
from tests.reports.contoh_unit import TANYA, penahan, unit, unit_kosong

NAMA_300 = (
    "Persentase rumah tangga berpenghasilan rendah di kawasan permukiman kumuh perkotaan dan perdesaan yang memperoleh "
    "akses air minum layak, sanitasi aman, dan hunian tahan gempa melalui pendampingan kelompok swadaya masyarakat "
    "sesuai standar pelayanan minimal bidang perumahan rakyat di seluruh kecamatan"
)
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
    return susun(
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
    return susun(
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
        susun(
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
    return susun(
        agenda(), janji(), instansi(), sorotan(), peringkat(min(banyak, 48)), merah(), *units, keputusan()
    )
