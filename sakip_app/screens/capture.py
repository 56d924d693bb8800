"""The quarter in view as a ``Rekam``: what the screens show, put down as plain data, without measuring anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, cast

import pandas as pd
import streamlit as st

from sakip_app import store
from sakip_app.screens.context import TERTULIS, Konteks, engine, list_unit
from sakip_app.screens.measured import (
    TRIWULAN,
    TahunTerukur,
    at_quarter,
    body_budget,
    comparable,
    rolled,
    words,
    year,
)
from sakip_app.screens.spending import spent_until
from sakip_app.screens.standing import behind, reported, view
from sakip_app.screens.target_tahun import running_year
from sakip_app.snapshot.follow_up import TindakLanjut
from sakip_app.snapshot.model import (
    EmpatAngka,
    EmpatKata,
    EmpatRentang,
    IndikatorRekam,
    Rekam,
    Sumber,
    TemuanTerbuka,
    UnitRekam,
)
from sakip_app.text.words import stated
from sakip_metrics import Aturan, penyerapan, predikat, rekap_instansi
from sakip_metrics.skala import scale_values

_CATATAN = ("kendala", "solusi", "rencana_tindak_lanjut", "pic", "batas_waktu", "bukti")


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=TERTULIS)
def capture(k: Konteks, hari_ini: date) -> Rekam:
    """Everything of the quarter in view, read from what the screens read, so that each figure is the same."""
    frame, data = view(k, hari_ini), year(k)
    aturan = k.instansi.aturan
    judged = _judged(k)
    whole = [_mean_of_units(at_quarter(k, quarter)) if quarter <= k.triwulan else None for quarter in TRIWULAN]
    bands = [
        _band(value, k.instansi.pada(k.tahun, quarter)) if quarter in judged else None
        for quarter, value in zip(TRIWULAN, whole, strict=True)
    ]
    money, lapor = body_budget(k), reported(k, hari_ini)
    return Rekam(
        kode=None,
        waktu=datetime.now(UTC),
        pelaku=k.pelaku.nama,
        versi=k.versi,
        kode_instansi=k.instansi.kode,
        instansi=k.instansi.nama,
        sebutan=k.instansi.sebutan,
        contoh=k.instansi.contoh,
        tahun=k.tahun,
        triwulan=k.triwulan,
        ukuran=k.ukuran,
        berjalan=running_year(k) is not None,
        aturan=aturan,
        sebanding=cast("tuple[bool, bool, bool, bool]", tuple(q in _compared(k) for q in TRIWULAN)),
        aturan_lain=k.aturan_lain,
        nilai=_four(whole),
        predikat=_words(bands),
        hari=hari_ini,
        tenggat=lapor.tenggat,
        pagu=_number(money.pagu),
        realisasi_anggaran=_number(money.realisasi),
        penyerapan=_number(penyerapan(pd.Series([money.realisasi]), pd.Series([money.pagu])).iloc[0]),
        anggaran_sampai=spent_until(data.triwulanan, k.triwulan),
        tertinggal_lalu=_behind_before(k),
        aturan_sebelum=tuple(k.instansi.pada(k.tahun, quarter) for quarter in TRIWULAN[: k.triwulan - 1]),
        unit=_units(k, frame, _indicators(k, data), late=lapor.n_terlambat > 0),
        tindak_lanjut=_follow_ups(k),
        temuan=_findings(k),
    )


def _mean_of_units(k: Konteks) -> float | None:
    """The mean of the units there were in the quarter in view."""
    here = list_unit(k.instansi.kode, k.tahun, k.versi, k.triwulan).index
    return _number(rekap_instansi(rolled(k).reindex(here)).nilai)


def _behind_before(k: Konteks) -> int | None:
    """How many units were behind a quarter earlier, of those there were then."""
    if k.triwulan - 1 not in _judged(k) or k.triwulan - 1 not in _compared(k):
        return None
    before = at_quarter(k, k.triwulan - 1)
    here = list_unit(k.instansi.kode, k.tahun, k.versi, before.triwulan).index
    low = rolled(before)["nilai"].reindex(here).round(9) < before.instansi.aturan.batas_tertinggal
    return int(low.sum())


def _follow_ups(k: Konteks) -> tuple[TindakLanjut, ...]:
    """What the meeting looks back on; of a unit that ended, with the one unit that goes on for it."""
    following = store.list_pelanjut(engine(), k.instansi.kode, k.tahun, k.triwulan)
    return tuple(
        replace(satu, kode_unit=following.get(satu.kode_unit or "", satu.kode_unit))
        for satu in follow_ups_of(store.list_tindak_lanjut(engine(), k.instansi.kode), k.tahun, k.triwulan)
    )


def _judged(k: Konteks) -> tuple[int, ...]:
    """The quarters of which a band is said: part of a year against the target of the whole is no failure."""
    if k.ukuran == "tahun":
        return () if running_year(k) else (k.triwulan,)
    return TRIWULAN[: k.triwulan]


def _compared(k: Konteks) -> tuple[int, ...]:
    """The quarters between which there is a rise or a fall: against the target of the year every quarter rises."""
    return tuple(q for q in TRIWULAN if comparable(k, q) and (k.ukuran != "tahun" or q == k.triwulan))


def follow_ups_of(known: Iterable[TindakLanjut], tahun: int, triwulan: int) -> tuple[TindakLanjut, ...]:
    """What a meeting looks back on: the last one's follow-ups, all not done or done since, and its own decisions."""
    until = (tahun, triwulan)
    known = [satu for satu in known if (satu.tahun, satu.triwulan) <= until]
    earlier = {meeting for satu in known for meeting in _meetings(satu) if meeting < until}
    last = max(earlier, default=until)
    held = min((satu.waktu for satu in known if last in _meetings(satu) and satu.waktu), default=None)
    return tuple(
        satu
        for satu in known
        if satu.keadaan != "selesai" or {last, until}.intersection(_meetings(satu)) or _done_since(satu, held)
    )


def _done_since(satu: TindakLanjut, held: datetime | None) -> bool:
    """Whether it was done after the last meeting, which still met it open: then the next one hears of it."""
    done = [langkah.waktu for langkah in satu.riwayat if langkah.keadaan == "selesai"]
    return held is not None and bool(done) and done[-1] > held


def _meetings(satu: TindakLanjut) -> tuple[tuple[int, int], ...]:
    """The meetings that decided it or carried it on."""
    return ((satu.tahun, satu.triwulan), *satu.dibawa)


def _units(
    k: Konteks, frame: pd.DataFrame, indikator: dict[str, list[IndikatorRekam]], *, late: bool
) -> tuple[UnitRekam, ...]:
    low = {quarter: behind(k, frame, quarter) for quarter in _judged(k)}
    moves = k.ukuran != "tahun"
    made = []
    for kode, row in frame.sort_values("urutan", kind="stable").iterrows():
        seen = [quarter for quarter in TRIWULAN if quarter <= k.triwulan]
        band = [stated(row[f"predikat_{quarter}"]) if quarter in low else None for quarter in seen]
        fell = [quarter in low and bool(low[quarter].loc[str(kode)]) for quarter in TRIWULAN]
        rank = row["peringkat"]
        made.append(
            UnitRekam(
                kode=str(kode),
                nama=str(row["nama"]),
                nama_pendek=str(row["nama_pendek"]),
                urutan=int(row["urutan"]),
                jenjang=stated(row["jenjang_utama"]),
                nilai=_four([row[f"nilai_{quarter}"] for quarter in seen]),
                predikat=_words(band),
                tertinggal=cast("tuple[bool, bool, bool, bool]", tuple(fell)),
                keterangan=_words(
                    None if pd.notna(row[f"nilai_{quarter}"]) else _word(row[f"keterangan_{quarter}"])
                    for quarter in seen
                ),
                peringkat=None if pd.isna(rank) else int(rank),
                tanpa_peringkat=_word(row["keterangan"]) if pd.isna(rank) else None,
                n_dinilai=_count(row["n_dinilai"]),
                n_terjadwal=_count(row["n_terjadwal"]),
                n_total=_count(row["n_total"]),
                cakupan=_number(row["cakupan"]),
                lapor=bool(row["lapor"]),
                terlambat=late and not row["lapor"],
                selisih=_number(row["selisih"]) if moves else None,
                turun_beruntun=moves and bool(row["turun_beruntun"]),
                pagu=_number(row["pagu"]),
                realisasi_anggaran=_number(row["realisasi_anggaran"]),
                penyerapan=_number(row["penyerapan"]),
                indikator=tuple(indikator.get(str(kode), ())),
            )
        )
    return tuple(made)


def _word(value: object) -> str | None:
    """Why there is no value; a quarter that a meeting is held on has begun, also where nobody reported it yet."""
    word = stated(value)
    return "belum lapor" if word == "belum berjalan" else word


def _indicators(k: Konteks, data: TahunTerukur) -> dict[str, list[IndikatorRekam]]:
    """Every indicator by its unit, in the order of the sheets."""
    yearly = k.ukuran == "tahun"
    reached, planned = ("realisasi_tahun_sd", None) if yearly else ("realisasi_sd", "target_sd")
    now = data.terukur[k.triwulan]
    seen = TRIWULAN[: k.triwulan]
    per_quarter = {
        name: list(zip(*(data.terukur[q][column] for q in quarters), strict=True))
        for name, column, quarters in (
            ("realisasi_sd", reached, seen),
            ("capaian", f"capaian_{k.ukuran}", seen),
            ("skor", f"skor_{k.ukuran}", seen),
            ("predikat", f"predikat_{k.ukuran}", seen),
            ("status", f"status_{k.ukuran}", seen),
            ("target_sd", planned or "target_tahunan", TRIWULAN),
        )
    }
    bounds = [(data.terukur[q]["target_bawah_sd"], data.terukur[q]["target_atas_sd"]) for q in TRIWULAN]
    ranges = list(zip(*(zip(lower, upper, strict=True) for lower, upper in bounds), strict=True))
    alone = _each_quarter(k, data)
    judged = [quarter in _judged(k) for quarter in seen]
    sources = _sources(k)
    scales = words(k)
    made: dict[str, list[IndikatorRekam]] = {}
    for place, row in enumerate(now.to_dict("records")):
        kode = str(row["kode_indikator"])
        target_sd = per_quarter["target_sd"][place]
        own = IndikatorRekam(
            kode=kode,
            uraian=str(row["uraian"]),
            kunci=str(row["kunci"]),
            satuan=stated(row["satuan"]),
            jenjang=stated(row["jenjang"]),
            utama=row["jenjang"] == row["jenjang_utama"] or stated(row["jenjang_utama"]) is None,
            polaritas=stated(row["polaritas"]),
            konsolidasi=stated(row["konsolidasi"]),
            kata=tuple(sorted(scales.get(str(row["skala"]), {}).items())),
            target_tahunan=_number(row["target_tahunan"]),
            target_murni=_number(row["target_tahunan_murni"]),
            target=_four(alone["target"][place]),
            target_sd=_four((None, None, None, target_sd[-1]) if yearly else target_sd),
            target_bawah=_number(row["target_bawah"]),
            target_atas=_number(row["target_atas"]),
            rentang_sd=_ranges(ranges[place], year=(row["target_bawah"], row["target_atas"]) if yearly else None),
            realisasi=_four(alone["realisasi"][place][: k.triwulan]),
            realisasi_sd=_four(per_quarter["realisasi_sd"][place]),
            capaian=_four(per_quarter["capaian"][place]),
            skor=_four(per_quarter["skor"][place]),
            predikat=_words(
                stated(band) if said else None
                for band, said in zip(per_quarter["predikat"][place], judged, strict=True)
            ),
            status=_words(map(stated, per_quarter["status"][place])),
            sumber=sources.get(kode),
            **{note: stated(row[note]) for note in _CATATAN},
        )
        made.setdefault(str(row["kode_unit"]), []).append(own)
    return made


def _each_quarter(k: Konteks, data: TahunTerukur) -> dict[str, list[tuple[float, ...]]]:
    """Target and realisasi of each quarter alone, a word as its rank; rows as in ``data.terukur``."""
    scales = store.list_skala(engine(), k.instansi.kode)
    rows = data.triwulanan.merge(
        data.indikator[["kode_indikator", "skala"]], on="kode_indikator", validate="many_to_one"
    )
    made = {}
    for name in ("target", "realisasi"):
        told = rows[name].astype("object").where(rows[name].notna(), rows[f"{name}_teks"])
        ranks, _ = scale_values(told, rows["skala"], scales)
        table = rows.assign(angka=ranks).pivot(index="kode_indikator", columns="triwulan", values="angka")
        ordered = table.reindex(index=data.indikator["kode_indikator"], columns=list(TRIWULAN))
        made[name] = list(ordered.itertuples(index=False, name=None))
    return made


def _sources(k: Konteks) -> dict[str, Sumber]:
    rows = store.list_sumber(engine(), k.instansi.kode, k.tahun, k.triwulan)
    return {
        str(row["kode_indikator"]): Sumber(
            stated(row["berkas"]),
            stated(row["lembar"]),
            stated(row["sel"]),
            str(row["pelaku"]),
            row["waktu"].to_pydatetime(),
        )
        for row in rows.to_dict("records")
    }


def _findings(k: Konteks) -> tuple[TemuanTerbuka, ...]:
    rows = store.list_temuan(engine(), k.instansi.kode, k.tahun)
    return tuple(
        TemuanTerbuka(
            str(row["kode_unit"]), str(row["berkas"]), stated(row["lembar"]), stated(row["sel"]), str(row["pesan"])
        )
        for row in rows.to_dict("records")
    )


def _band(value: float | None, aturan: Aturan) -> str | None:
    return stated(predikat(pd.Series([value], dtype="float64"), aturan=aturan).iloc[0])


def _ranges(quarters: Sequence[tuple[Any, Any]], *, year: tuple[Any, Any] | None) -> EmpatRentang:
    """The bounds up to each quarter; of a year only its end has any."""
    told = quarters if year is None else (*((None, None),) * 3, year)
    pairs = [(_number(lower), _number(upper)) for lower, upper in told]
    return cast("EmpatRentang", tuple(None if pair == (None, None) else pair for pair in pairs))


def _number(value: Any) -> float | None:  # noqa: ANN401 - whatever a frame holds in a cell of a number
    return None if value is None or pd.isna(value) else float(value)


def _count(value: Any) -> int:  # noqa: ANN401 - a unit without indicators has no count
    return 0 if pd.isna(value) else int(value)


def _four(values: Sequence[float | None]) -> EmpatAngka:
    """As many quarters as there are, blanks after them."""
    return cast("EmpatAngka", tuple([*map(_number, values), None, None, None, None][:4]))


def _words(values: Iterable[str | None]) -> EmpatKata:
    return cast("EmpatKata", tuple([*values, None, None, None, None][:4]))
