"""Formulir E.81, Evaluasi Hasil Renja/RKPD (Permendagri 86/2017), in the shapes that regions give it.

Numbered as printed: 5 satuan, 6 target Renstra, 7 realisasi s/d tahun lalu, 8 target tahun berjalan, 9–12
realisasi triwulan I–IV, 13 realisasi tahun = 9+10+11+12, 14 realisasi Renstra = 7+13, 15 = 14/6 × 100.
"""

from __future__ import annotations

from sakip_app.workbook.header import Kolom, TataLetak

_INDIKATOR = r"^(nama )?indikator|^tolok ukur"
_RENSTRA = r"renstra|rpjmd|rpjpd|akhir periode|(5|lima) tahun|jangka menengah"
_TAHUN = r"renja|rkpd|tahun berjalan|dievaluasi|apbd"
_SD = r"s ?[/.] ?d\b|sampai dengan|kumulatif"
_LALU = r"realisasi.*(lalu|n ?- ?[12]|(sampai dengan|s ?[/.] ?d\.?) (renja|rkpd|20\d\d))"
_KINI = r"dievaluasi|berjalan"  # "yang dievaluasi (tahun n-1)" is the year of the form
_SD_TRIWULAN = rf"realisasi.*({_SD})"
_SD_AKHIR = r"realisasi.*akhir tahun pelaksanaan"
_SD_RENSTRA = rf"realisasi.*({_RENSTRA})"
_TRIWULAN = r"realisasi|triwulan|\btw\b"
_SETAHUN = rf"realisasi.*({_TAHUN}|tahun)|(jumlah|total).*realisasi|^realisasi"
_CAPAIAN = r"tingkat capaian|^capaian|% capaian"
_PD = r"penanggung ?jawab|unit kerja|^opd|^skpd|^perangkat daerah$"
_KODE = r"^(kode|nomor) ?rek|^kode$|^kode (program|urusan|nomenklatur)"

# Order matters: the first column that fits is taken.
E81 = TataLetak(
    kode="e81",
    nama="Formulir E.81 (evaluasi Renja/RKPD)",
    jangkar=_INDIKATOR,
    judul=r"renja|rkpd|e ?\. ?81|evaluasi (terhadap )?hasil",
    punya=(frozenset({"realisasi", "realisasi_sd_triwulan", "realisasi_tahun"}),),
    kolom=(
        Kolom("satuan", r"(^|/ )satuan\b[^/]*$", "Satuan"),
        Kolom("karakter", r"^karakter|^pol ?/ ?kp", "Karakter indikator", berbagi=True),
        Kolom("polaritas", r"^polari[st]a[st]|^polarisasi|^tren\b", "Polaritas"),
        Kolom("kode", _KODE, "Kode", berbagi=True),
        Kolom("indikator", _INDIKATOR, "Indikator", wajib=True),
        Kolom("penanggung_jawab", _PD, "Penanggung jawab"),
        Kolom("capaian_tercetak", _CAPAIAN, "Tingkat capaian (%)", sub="k", terakhir=True),
        Kolom("capaian_tercetak", _CAPAIAN, "Tingkat capaian (%)", sub="persen", terakhir=True),
        Kolom("capaian_anggaran", _CAPAIAN, "Tingkat capaian Rp (%)", sub="rp", terakhir=True),
        Kolom("realisasi_sd_triwulan", _SD_TRIWULAN, "Realisasi s/d TW {tw}", sub="k", per_triwulan=True),
        Kolom("realisasi_rp_sd_triwulan", _SD_TRIWULAN, "Realisasi Rp s/d TW {tw}", sub="rp", per_triwulan=True),
        Kolom("target", "target|rencana", "Target TW {tw}", sub="k", bukan="realisasi", per_triwulan=True),
        Kolom(
            "anggaran_kas",
            "target|rencana",
            "Anggaran kas TW {tw}",
            sub="rp",
            bukan="realisasi",
            per_triwulan=True,
        ),
        Kolom("realisasi", _TRIWULAN, "Realisasi TW {tw}", sub="k", bukan=_SD, per_triwulan=True),
        Kolom("realisasi_anggaran", _TRIWULAN, "Realisasi Rp TW {tw}", sub="rp", bukan=_SD, per_triwulan=True),
        Kolom("persen", _TRIWULAN, "Capaian kumulatif TW {tw} (%)", sub="persen", per_triwulan=True),
        Kolom("realisasi_renstra", _SD_AKHIR, "Realisasi Renstra s/d tahun ini", sub="k"),
        Kolom("realisasi_renstra_rp", _SD_AKHIR, "Realisasi Renstra Rp s/d tahun ini", sub="rp"),
        Kolom("realisasi_lalu", _LALU, "Realisasi s/d tahun lalu", sub="k", bukan=_KINI),
        Kolom("realisasi_lalu_rp", _LALU, "Realisasi Rp s/d tahun lalu", sub="rp", bukan=_KINI),
        Kolom("realisasi_renstra", _SD_RENSTRA, "Realisasi Renstra s/d tahun ini", sub="k"),
        Kolom("realisasi_renstra_rp", _SD_RENSTRA, "Realisasi Renstra Rp s/d tahun ini", sub="rp"),
        Kolom("realisasi_tahun", _SETAHUN, "Realisasi {tahun}", sub="k"),
        Kolom("realisasi_tahun_rp", _SETAHUN, "Realisasi Rp {tahun}", sub="rp"),
        Kolom("target_renstra", rf"target.*({_RENSTRA})", "Target Renstra", sub="k", bukan=_TAHUN),
        Kolom("target_renstra_rp", rf"target.*({_RENSTRA})", "Target Renstra Rp", sub="rp", bukan=_TAHUN),
        Kolom("target_tahunan", "target", "Target {tahun}", sub="k", wajib=True),
        Kolom("pagu", "target|pagu|anggaran", "Pagu {tahun}", sub="rp", bukan="realisasi"),
        Kolom("pagu", "^(total )?(pagu|anggaran)", "Pagu {tahun}", sub="k", bukan="realisasi"),
        Kolom("kendala", "penghambat|kendala|hambatan|permasalahan", "Kendala"),
        Kolom("solusi", "^solusi|upaya", "Solusi"),
        Kolom("rencana_tindak_lanjut", "tindak lanjut", "Rencana tindak lanjut"),
        Kolom("bukti", "^evidence|bukti|data dukung", "Bukti dukung", bukan="indikator"),
        Kolom("nama", "program|kegiatan|urusan", "Program/Kegiatan", bukan="indikator", wajib=True),
    ),
)
