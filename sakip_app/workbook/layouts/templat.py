"""This product's own template: one row an indicator, each row saying itself what it is (``workbook/templat``).

Its header is two rows: groups over sub-heads, or one text over both.
"""

from __future__ import annotations

from sakip_app.workbook.header import Kolom, TataLetak

_RENSTRA = "^target renstra"

# Order matters: the first column that fits is taken.
TEMPLAT = TataLetak(
    kode="templat",
    nama="templat SAKIP triwulanan",
    jangkar=r"^indikator kinerja$",
    tinggi=2,
    berciri=frozenset({"kunci", "tanda", "polaritas", "konsolidasi"}),
    kolom=(
        Kolom("kunci", r"^kunci$", "Kunci"),
        Kolom("tanda", r"^tanda$", "Tanda"),
        Kolom("tanda_isi", r"^tanda isi$", "Tanda isi"),
        Kolom("kode", r"^kode$", "Kode"),
        Kolom("indikator", r"^indikator kinerja$", "Indikator kinerja", wajib=True),
        Kolom("satuan", r"^satuan", "Satuan", wajib=True),
        Kolom("polaritas", r"^polaritas", "Polaritas", wajib=True),
        Kolom("konsolidasi", r"^konsolidasi", "Konsolidasi", wajib=True),
        Kolom("cara_isi", r"(^|/ )cara isi$", "Cara isi"),
        Kolom("cara_isi_anggaran", r"(^|/ )cara isi anggaran$", "Cara isi anggaran"),
        Kolom("target_renstra", rf"{_RENSTRA}.*akhir periode", "Target Renstra akhir periode"),
        Kolom("renstra", _RENSTRA, "Target Renstra {th}", per_tahun=True),
        Kolom("target", r"^target", "Target TW {tw}", bukan="renstra", per_triwulan=True, wajib=True),
        Kolom("target_bawah", r"^target.*batas bawah", "Batas bawah target"),
        Kolom("target_atas", r"^target.*batas atas", "Batas atas target"),
        Kolom(
            "target_tahunan",
            r"^target[^/]*(/| )\s?(setahun|tahunan)$",
            "Target {tahun}",
            bukan="renstra",
            wajib=True,
        ),
        Kolom(
            "realisasi_anggaran",
            r"^anggaran|^realisasi (anggaran|rp)",
            "Realisasi anggaran TW {tw}",
            per_triwulan=True,
        ),
        Kolom("realisasi", r"^realisasi", "Realisasi TW {tw}", per_triwulan=True, wajib=True),
        Kolom("realisasi_lalu", r"^realisasi tahun lalu", "Realisasi tahun lalu"),
        Kolom("pagu", r"^anggaran", "Pagu {tahun}", sub="rp"),
        Kolom("pagu", r"^pagu", "Pagu {tahun}"),
        Kolom("kendala", r"^(kendala|hambatan|permasalahan)", "Kendala"),
        Kolom("solusi", r"^(solusi|upaya)", "Solusi"),
        Kolom("tindak_lanjut_lalu", r"^tindak lanjut.*lalu", "Tindak lanjut triwulan lalu"),
        Kolom("rencana_tindak_lanjut", r"^(tindak lanjut / )?rencana", "Rencana tindak lanjut"),
        Kolom("pic", r"^tindak lanjut / penanggung ?jawab|^pic$", "Penanggung jawab tindak lanjut"),
        Kolom("batas_waktu", r"batas waktu|tenggat", "Batas waktu"),
        Kolom("bukti", r"^bukti|^data dukung", "Bukti dukung"),
        Kolom("penanggung_jawab", r"penanggung ?jawab", "Penanggung jawab indikator"),
        Kolom("skala", r"(^|/ )skala", "Skala"),
        Kolom("bobot", r"(^|/ )bobot", "Bobot"),
        Kolom("kode_pk", r"(^|/ )kode pk", "Kode PK"),
        Kolom("jenjang", r"(^|/ )jenjang", "Jenjang"),
        Kolom("nama", r"(^|/ )(program/kegiatan|nama)", "Program/kegiatan"),
        Kolom("induk", r"(^|/ )(bagian dari|induk)", "Bagian dari"),
    ),
)
