"""Formulir E.81, Evaluasi Hasil Renja/RKPD (Permendagri 86/2017), in the shapes that regions give it.

Numbered as printed: 5 satuan, 6 target Renstra, 7 realisasi s/d tahun lalu, 8 target tahun berjalan, 9–12
realisasi triwulan I–IV, 13 realisasi tahun = 9+10+11+12, 14 realisasi Renstra = 7+13, 15 = 14/6 × 100.
"""

from __future__ import annotations

from sakip_app.workbook.header import Kolom, TataLetak

_RENSTRA = r"renstra|rpjmd|rpjpd|akhir periode"
_TAHUN = r"renja|rkpd|tahun berjalan|dievaluasi|apbd"
_SD = r"s ?[/.] ?d\b|sampai dengan|kumulatif"
_LALU = r"lalu|n ?- ?[12]|(sampai dengan|s ?[/.] ?d\.?) (renja|rkpd)"

E81 = TataLetak(
    kode="e81",
    nama="Formulir E.81 (evaluasi Renja/RKPD)",
    jangkar=r"^(nama )?indikator|^tolok ukur",
    kolom=(
        Kolom("satuan", r"^satuan", "Satuan"),
        Kolom("kode", r"^(kode|nomor) ?rek|^kode$|^kode (program|urusan|nomenklatur)", "Kode", berbagi=True),
        Kolom("indikator", r"^(nama )?indikator|^tolok ukur", "Indikator", wajib=True),
        Kolom("penanggung_jawab", r"penanggung ?jawab|unit kerja|^opd|^skpd|^perangkat daerah$", "Penanggung jawab"),
        Kolom("capaian_tercetak", r"tingkat capaian|^capaian|% capaian", "Tingkat capaian (%)", sub="k", terakhir=True),
        Kolom("capaian_tercetak", r"tingkat capaian|^capaian|% capaian", "Tingkat capaian (%)", sub="persen",
              terakhir=True),
        Kolom("capaian_anggaran", r"tingkat capaian|^capaian|% capaian", "Tingkat capaian Rp (%)", sub="rp",
              terakhir=True),
        Kolom("realisasi_sd_triwulan", rf"realisasi.*({_SD})", "Realisasi s/d TW {tw}", sub="k", per_triwulan=True),
        Kolom("realisasi_rp_sd_triwulan", rf"realisasi.*({_SD})", "Realisasi Rp s/d TW {tw}", sub="rp",
              per_triwulan=True),
        Kolom("target", r"target|rencana", "Target TW {tw}", sub="k", bukan="realisasi", per_triwulan=True),
        Kolom("anggaran_kas", r"target|rencana", "Anggaran kas TW {tw}", sub="rp", bukan="realisasi",
              per_triwulan=True),
        Kolom("realisasi", r"realisasi|triwulan|\btw\b", "Realisasi TW {tw}", sub="k", bukan=_SD, per_triwulan=True,
              wajib=True),
        Kolom("realisasi_anggaran", r"realisasi|triwulan|\btw\b", "Realisasi Rp TW {tw}", sub="rp", bukan=_SD,
              per_triwulan=True),
        Kolom("persen", r"realisasi|triwulan|\btw\b", "Capaian kumulatif TW {tw} (%)", sub="persen",
              per_triwulan=True),
        Kolom("realisasi_renstra", r"realisasi.*akhir tahun pelaksanaan", "Realisasi Renstra s/d tahun ini", sub="k"),
        Kolom("realisasi_renstra_rp", r"realisasi.*akhir tahun pelaksanaan", "Realisasi Renstra Rp s/d tahun ini",
              sub="rp"),
        Kolom("realisasi_lalu", rf"realisasi.*({_LALU})", "Realisasi s/d tahun lalu", sub="k"),
        Kolom("realisasi_lalu_rp", rf"realisasi.*({_LALU})", "Realisasi Rp s/d tahun lalu", sub="rp"),
        Kolom("realisasi_renstra", rf"realisasi.*({_RENSTRA})", "Realisasi Renstra s/d tahun ini", sub="k"),
        Kolom("realisasi_renstra_rp", rf"realisasi.*({_RENSTRA})", "Realisasi Renstra Rp s/d tahun ini", sub="rp"),
        Kolom("realisasi_tahun", rf"realisasi.*({_TAHUN}|tahun)|(jumlah|total).*realisasi|^realisasi",
              "Realisasi {tahun}", sub="k"),
        Kolom("realisasi_tahun_rp", rf"realisasi.*({_TAHUN}|tahun)|(jumlah|total).*realisasi|^realisasi",
              "Realisasi Rp {tahun}", sub="rp"),
        Kolom("target_renstra", rf"target.*({_RENSTRA})", "Target Renstra", sub="k", bukan=_TAHUN),
        Kolom("target_renstra_rp", rf"target.*({_RENSTRA})", "Target Renstra Rp", sub="rp", bukan=_TAHUN),
        Kolom("target_tahunan", r"target", "Target {tahun}", sub="k", wajib=True),
        Kolom("pagu", r"target|pagu|anggaran", "Pagu {tahun}", sub="rp", bukan="realisasi"),
        Kolom("pagu", r"^(pagu|anggaran)", "Pagu {tahun}", sub="k", bukan="realisasi"),
        Kolom("kendala", r"penghambat|kendala|hambatan|permasalahan", "Kendala"),
        Kolom("solusi", r"^solusi|upaya", "Solusi"),
        Kolom("rencana_tindak_lanjut", r"tindak lanjut", "Rencana tindak lanjut"),
        Kolom("bukti", r"^evidence|bukti|data dukung", "Bukti dukung", bukan=r"indikator"),
        Kolom("nama", r"program|kegiatan|urusan", "Program/Kegiatan", bukan=r"indikator", wajib=True),
    ),
)  # fmt: skip
