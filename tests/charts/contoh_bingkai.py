"""Frames for the charts, typed by hand: every state once, a zero, a value above 100, a very long name."""

import pandas as pd

from sakip_metrics import ATURAN_BAKU

LIMA = ATURAN_BAKU["lima-peringkat"]
TIGA = ATURAN_BAKU["kemenkeu"]
KOSONG = float("nan")
PANJANG = "Dinas " + "Pemberdayaan Masyarakat " * 12  # 294 characters


def peringkat():
    """Eight units on TW III of a year whose TW IV has not begun; in order, the three without a rank last."""
    st, t, s, r, sr = (p.label for p in LIMA.predikat)
    k, lapor, sebagian = KOSONG, "belum lapor", "3 dari 5 dinilai"
    baris = [
        (1, "Inspektorat", None, [90.2, 93.5, 96.1], [t, st, st], [None] * 3, None, "↑ 2,6"),
        (2, "Bappeda", "program", [k, 87.7, 90.96], [None, t, t], ["belum dijadwalkan", None, None], None, "↑ 3,3"),
        (3, "Disdagperin", None, [75.8, 73.6, 71.2], [s, s, s], [None] * 3, None, "↓↓ 4,6"),
        (4, PANJANG, "kegiatan", [88.1, 90.9, 61.5], [t, t, r], [None] * 3, None, "↓ 29,4"),
        (5, "Dinas Nol", None, [66.0, 55.1, 0.0], [s, r, sr], [None] * 3, None, "↓↓ 66,0"),
        (None, "Dinas Sepi", None, [k, k, 88.0], [None, None, t], ["tanpa target", lapor, None], sebagian, ""),
        (None, "Kec. <b>Muaratiga</b>", None, [k] * 3, [None] * 3, [lapor, "perlu penilaian manual", lapor], lapor, ""),
        (None, "Dinas Perikanan", None, [0.0, 76.1, k], [sr, t, None], [None, None, "terlambat"], "terlambat", ""),
    ]  # fmt: skip
    data = []
    for urutan, nama, jenjang, nilai, predikat, kata, keterangan, arah in baris:
        b = {"peringkat": urutan, "nama": nama, "jenjang": jenjang, "keterangan": keterangan, "arah": arah}
        for q in range(1, 5):
            b[f"nilai_{q}"] = nilai[q - 1] if q < 4 else KOSONG
            b[f"predikat_{q}"] = predikat[q - 1] if q < 4 else None
            b[f"keterangan_{q}"] = kata[q - 1] if q < 4 else "belum berjalan"
        data.append(b)
    f = pd.DataFrame(data)
    return f.assign(peringkat=f["peringkat"].astype("Int64"))


def kuadran():
    return pd.DataFrame(
        [
            ("Inspektorat", 96.1, 71.0, "Sangat Tinggi"),
            ("Dinas Koperasi", 80.2, 51.7, "Tinggi"),
            ("Dinas Kesehatan", 64.9, 70.9, "Rendah"),
            ("Tepat di Tepi", 76.0, 60.0, "Tinggi"),
            ("Dinas PUPR", 48.2, 31.4, "Sangat Rendah"),
            ("Tanpa Serapan", 80.0, KOSONG, "Tinggi"),
            ("Tanpa Skor", KOSONG, 40.0, None),
        ],
        columns=["nama", "nilai", "penyerapan", "predikat"],
    )


def peluru():
    def baris(nama, satuan, pol, kon, status, r, t, target, sd, tahunan, cap, pred, ubah):
        b = {
            "nama": nama,
            "satuan": satuan,
            "kata": {},
            "polaritas": pol,
            "konsolidasi": kon,
            "status": status,
            "realisasi_sd": r,
            "target_sd": t,
            "target_tahunan": tahunan,
            "capaian": cap,
            "predikat": pred,
            "perubahan": ubah,
        }
        for q in range(1, 5):
            b[f"target_sd_{q}"] = target[q - 1]
            b[f"realisasi_sd_{q}"] = sd[q - 1]
        return b

    k = KOSONG
    return pd.DataFrame(
        [
            # 18.6 + 17.2 + 8.9 = 44.7 of 22 + 25 + 25 = 72: 62.08 %
            baris(
                "Imunisasi dasar lengkap", "%", "maksimal", "jumlah", "dinilai", 44.7, 72.0,
                [22, 47, 72, 95], [18.6, 35.8, 44.7, k], 95.0, 62.0833, "Rendah", -14.1,
            ),
            # (2·86 − 131) / 86 = 47.67 %
            baris(
                "Angka kematian ibu", "per 100 rb", "minimal", "nilai_akhir", "dinilai", 131.0, 86.0,
                [90, 88, 86, 84], [96, 118, 131, k], 84.0, 47.6744, "Sangat Rendah", k,
            ),
            baris(
                "Nol yang dilaporkan", "desa", "maksimal", "jumlah", "dinilai", 0.0, 28.0,
                [6, 16, 28, 36], [0, 0, 0, k], 36.0, 0.0, "Sangat Rendah", 0.0,
            ),
            baris(
                "Nilai SAKIP", "nilai", "maksimal", "nilai_akhir", "belum_dijadwalkan", k, k,
                [k, k, k, 78], [k] * 4, 78.0, k, None, k,
            ),
            baris(
                "Penduduk JKN", "%", "maksimal", "nilai_akhir", "tanpa_target", 81.2, k,
                [k] * 4, [79.9, 80.4, 81.2, k], k, k, None, k,
            ),
            baris(
                "Belum dikirim", "dok", "maksimal", "jumlah", "belum_lapor", k, 3.0,
                [1, 2, 3, 4], [1, 2, k, k], 4.0, k, None, k,
            ),
            baris(
                PANJANG, None, None, None, "belum_ditetapkan", 4.0, 3.0,
                [1, 2, 3, 4], [1, 2, 4, k], 4.0, k, None, k,
            ),
        ]
    )  # fmt: skip


def garis():
    return pd.DataFrame(
        {
            "triwulan": [1, 2, 3, 4],
            "realisasi": [0.0, KOSONG, 44.7, KOSONG],
            "target": [22.0, 47.0, 72.0, 95.0],
            "realisasi_lalu": [20.9, KOSONG, 66.5, 90.8],
            "keterangan": [None, "belum lapor", None, "belum berjalan"],
        }
    )
