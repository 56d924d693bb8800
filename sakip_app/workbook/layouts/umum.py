"""The words that forms of all bodies share: what stands above an indicator, a target, a realisasi.

A form (``layouts/__init__.py``) is these columns, the roles it must have, and words of its own. Order matters: the
first column that fits is taken, judged by the text nearest to the data.
"""

from __future__ import annotations

from sakip_app.workbook.columns import Kolom

JANGKAR = (
    r"(^|nama |uraian |/ ?)(indikator|i ?k ?[uspk]\b|kpi\b)|^ukuran (kinerja|keberhasilan)|^tolok ukur"
    r"|^kinerja utama$|^key performance"
)
_INDIKATOR = rf"{JANGKAR}|^parameter\b"
_BUKAN_INDIKATOR = (
    r"/ (no|kode|satuan|target|bobot)\b|(^|/ )(kode|no|nomor|id|satuan|sat|jenis|karakter|bobot|formula|rumus|"
    r"definisi|cara|metode|sumber|jumlah|status|capaian|realisasi|target|program|sasaran|tujuan|kegiatan)\b[^/]*$"
)
_UANG = r"anggaran|pagu|\brp\b|rupiah|keuangan|alokasi|\bdpa\b|\bdipa\b|biaya|belanja"
_RENSTRA = r"renstra|rpjmd|rpjmn|rpjpd|akhir periode|jangka menengah|(5|lima) ?\(?(lima)?\)? ?tahun|target akhir$"
_LALU = r"\blalu\b|sebelum(nya)?|n ?- ?[12]\b|\bawal\b|baseline|kondisi awal|tahun dasar|data dasar"
_LAIN = (
    r"^(ket|keterangan|catatan|status\w*|kategori|predikat|kriteria|output|renaksi|rencana aksi|peringkat|warna|"
    r"notifikasi|validated at|has lampiran|lampiran count|nilai (validasi|kualitas)|selisih|deviasi|gap|"
    r"formula\w*|formulasi|rumus\w*|definisi\w*|cara (pengukuran|perhitungan|menghitung)|metode\w*|sumber data|"
    r"alasan\w*|jadwal|waktu\w*|lokasi|nilai|skor|score|kontrol|analisis\w*|"
    r"faktor pendorong|inovasi|rekomendasi|efisiensi)\b"
)
_CAPAIAN = (
    r"^(%|\( ?% ?\)|persen(tase)?( ?\(.*\))?$|persentase (capaian|realisasi|pencapaian)|"
    r"tingkat (capaian|pencapaian|ketercapaian)|"
    r"capaian|pencapaian|% ?(capaian|pencapaian|realisasi|kinerja)|kinerja ?\(? ?%|nilai capaian|capkin|"
    r"prosentase|% progress|r ?/ ?t\b)|capaian( kinerja)? ?\(? ?%"
)
_TARGET = (
    r"^sasaran (fisik|setahun|tahun|tw|triwulan)|"
    r"^(target|rencana|t|sasaran target|tvro)\b(?!.*\b(tindak|aksi|kerja hasil)\b)|"
    r"\btarget\b"
)
_REALISASI = r"^(realisasi|r|pelaksanaan|rvro|hasil|terealisasi)\b|\brealisasi\b"
_BUKAN_REALISASI = rf"^target|proyeksi|prognosis|perkiraan|{_LALU}"
_KONTEKS = (
    ("tujuan", r"^tujuan|^misi\b"),
    (
        "sasaran",
        r"^(ss\b|sasaran(?! (target|fisik|setahun|tahun|tw|triwulan|anggaran))|kinerja utama|outcome|"
        r"kondisi yang diharapkan|perspektif)|^hasil kerja",
    ),
    ("program", r"^program|urusan ?/|^bidang urusan"),
    ("kegiatan", r"^(kegiatan|aktivitas|kro$|kro\b)|^rencana hasil kerja diintervensi|^aksi|^renaksi"),
    ("subkegiatan", r"^(sub ?-?kegiatan|ro$|rincian output)|^rencana hasil kerja$"),
)


def _both(peran: str, kepala: str, label: str, *, bukan: str | None, sub: str = "k") -> tuple[Kolom, ...]:
    """A measure for the year, for each quarter and each month, as it grew or up to then."""
    return (
        Kolom(f"{peran}_sd_bulan", kepala, f"{label} s.d. {{bln}}", sub, bukan, per_bulan=True, sd=True),
        Kolom(f"{peran}_bulan", kepala, f"{label} {{bln}}", sub, bukan, per_bulan=True, sd=False),
        Kolom(f"{peran}_sd_triwulan", kepala, f"{label} s/d TW {{tw}}", sub, bukan, per_triwulan=True, sd=True),
        Kolom(peran, kepala, f"{label} TW {{tw}}", sub, bukan, per_triwulan=True, sd=False),
    )


UMUM: tuple[Kolom, ...] = (
    Kolom("nomor", r"^(no|nomor|no urut|#|urutan)\b\.?$", "Nomor"),
    Kolom("baris_ukuran", r"^(t ?/ ?r|target ?/ ?realisasi|uraian t/r)$", "Target atau realisasi"),
    Kolom("tahun_baris", r"^tahun( anggaran)?$", "Tahun", bukan="/"),
    Kolom("triwulan_baris", r"^(triwulan|tw|kuartal|quarter|periode triwulan)$", "Triwulan"),
    Kolom("satuan", r"^(satuan|sat\b\.?$|ukuran$)", "Satuan"),
    Kolom("kode", r"^(kode|code|id|i id|indikator id|id indikator|kode\b.*)$", "Kode", bukan="^sasaran /|^program /"),
    Kolom("karakter", r"^karakter|^pol ?/ ?kp|^jenis indikator$|^sifat", "Karakter indikator", berbagi=True),
    Kolom("polaritas", r"^(polari[st]a[st]i?|polarisasi|tren\b|trend|arah\b|pol\b)", "Polaritas"),
    Kolom("konsolidasi", r"^(jenis )?konsolidasi|^kp$|^akumulasi|^(jenis|metode) (perhitungan|hitung|akumulasi)",
          "Konsolidasi"),
    Kolom("bobot", r"^(bobot|weight)", "Bobot"),
    Kolom("pic", r"^pic\b.*(tl|tindak)|^pic$|penanggung ?jawab (tl|tindak|rtl)", "PIC tindak lanjut"),
    Kolom("penanggung_jawab", r"penanggung ?jawab|unit kerja|^opd|^skpd|^pelaksana|^unit penanggung|^perangkat daerah",
          "Penanggung jawab"),
    Kolom("batas_waktu", r"batas waktu|tenggat|^due\b|target waktu", "Batas waktu"),
    Kolom("bukti", r"bukti|data dukung|^evidence|^link|^tautan|^lampiran$", "Bukti dukung",
          bukan=r"rencana tindak|\brtl\b|count|triwulan sebelumnya"),
    Kolom("kendala", r"kendala|hambatan|penghambat|permasalahan|^masalah", "Kendala"),
    Kolom("solusi", r"solusi|^upaya|^langkah", "Solusi"),
    Kolom("rencana_tindak_lanjut", r"tindak lanjut|^rtl", "Rencana tindak lanjut",
          bukan="link|bukti"),
    Kolom("indikator", _INDIKATOR, "Indikator", bukan=_BUKAN_INDIKATOR, teks=True),
    *(Kolom(peran, kepala, peran.capitalize(), bukan=r"\b(target|realisasi|capaian)\b.*$|^kode|^no\b", teks=True)
      for peran, kepala in _KONTEKS),
    # money
    Kolom("capaian_anggaran", r"%|capaian|persen|penyerapan|serapan", "Capaian anggaran (%)", "rp"),
    Kolom("realisasi_rp_sd_triwulan", _REALISASI, "Realisasi Rp s/d TW {tw}", "rp", per_triwulan=True, sd=True),
    Kolom("realisasi_anggaran", _REALISASI, "Realisasi Rp TW {tw}", "rp", per_triwulan=True, sd=False),
    Kolom("realisasi_rp_bulan", _REALISASI, "Realisasi Rp {bln}", "rp", per_bulan=True),
    Kolom("realisasi_lalu_rp", _REALISASI, "Realisasi Rp tahun lalu", "rp", bukan=rf"(?!.*({_LALU}))^"),
    Kolom("realisasi_tahun_rp", _REALISASI, "Realisasi Rp {tahun}", "rp"),
    Kolom("anggaran_kas", rf"target|rencana|{_UANG}", "Anggaran kas TW {tw}", "rp", "realisasi", per_triwulan=True),
    Kolom("anggaran_kas_bulan", rf"target|rencana|{_UANG}", "Anggaran kas {bln}", "rp", per_bulan=True),
    Kolom("target_renstra_rp", _RENSTRA, "Target Renstra Rp", "rp"),
    Kolom("pagu", _UANG, "Pagu {tahun}", "rp", bukan="realisasi"),
    Kolom("pagu", "^target", "Pagu {tahun}", "rp", bukan="realisasi"),
    # performance
    Kolom("capaian_tercetak", _CAPAIAN, "Capaian (%)", bukan=rf"s ?/ ?d tahun|{_LALU}", terakhir=True),
    Kolom("persen", _CAPAIAN, "Capaian TW {tw} (%)", per_triwulan=True),
    Kolom("persen_bulan", _CAPAIAN, "Capaian {bln} (%)", per_bulan=True),
    Kolom("renstra", rf"{_TARGET}|{_RENSTRA}", "Target {th}", per_tahun=True, bukan="realisasi"),
    Kolom("realisasi_per_tahun", _REALISASI, "Realisasi {th}", per_tahun=True),
    Kolom("realisasi_lalu", rf"realisasi.*({_LALU}|tahun lalu)|realisasi s ?/ ?d 20\d\d", "Realisasi s/d tahun lalu"),
    Kolom("awal", rf"^(target|kondisi|capaian|data|nilai)?\s?.*({_LALU})", "Kondisi awal",
          bukan="^realisasi|bukti|rtl|dievaluasi|berjalan"),
    Kolom("target_renstra", rf"^target.*({_RENSTRA})|^({_RENSTRA})", "Target Renstra", bukan="realisasi"),
    *_both("realisasi", _REALISASI, "Realisasi", bukan=_BUKAN_REALISASI),
    Kolom("realisasi_sd_triwulan", r"^(jumlah|total)$", "Realisasi s/d TW {tw}", "k", "target", per_triwulan=True,
          sd=True),
    Kolom("realisasi_ini", _REALISASI, "Realisasi periode ini", "k", bukan=_BUKAN_REALISASI, sd=False, ini=True),
    Kolom("realisasi_sd", _REALISASI, "Realisasi s.d. periode ini", "k", bukan=_BUKAN_REALISASI, sd=True),
    Kolom("realisasi_tahun", _REALISASI, "Realisasi {tahun}", "k", bukan=_BUKAN_REALISASI, sd=False),
    Kolom("realisasi_tahun", r"^(jumlah|total)( realisasi)?$", "Jumlah realisasi", "k", bukan="target", sd=False),
    *_both("target", _TARGET, "Target", bukan="realisasi|waktu|^sisa|selisih"),
    Kolom("target_ini", _TARGET, "Target periode ini", "k", bukan="realisasi|waktu|^sisa|selisih", sd=False, ini=True),
    Kolom("target_sd", _TARGET, "Target s.d. periode ini", "k", bukan="realisasi|waktu|^sisa|selisih", sd=True),
    Kolom("target_tahunan", _TARGET, "Target {tahun}", "k", bukan="realisasi|waktu|^sisa|selisih", sd=False),
    Kolom("target_tahunan", r"^vol(ume)?\.?$", "Target {tahun}", bukan="/"),
    Kolom("lain", _LAIN, "Lainnya"),
    # nothing but a period: what it holds is told by the rows (T/R) or by the form
    Kolom("periode_sd_bulan", "^$", "s.d. {bln}", per_bulan=True, sd=True),
    Kolom("periode_bulan", "^$", "{bln}", per_bulan=True, sd=False),
    Kolom("periode_sd_triwulan", "^$", "s.d. TW {tw}", per_triwulan=True, sd=True),
    Kolom("periode", "^$", "TW {tw}", per_triwulan=True, sd=False),
    Kolom("periode_tahun", r"^$|^(tahun|setahun|y ?-? ?\d*|total)$", "Tahun",
          bukan="target|realisasi|rencana|capaian"),
)  # fmt: skip
