"""Unggah, drawn: the polaritas and konsolidasi a person settles, and what keeping the file would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from sakip_app.markup.frame import seksi
from sakip_app.markup.marks import cip_sel
from sakip_app.markup.safe import Html, isi
from sakip_app.markup.tables import Kolom, dua_baris, tabel
from sakip_app.screens import upload
from sakip_app.screens.upload import Tujuan
from sakip_app.store.stated import RENSTRA
from sakip_app.text.numbers import format_nilai
from sakip_app.text.words import KATA_KONSOLIDASI, KATA_POLARITAS, bilangan_awal, tw
from sakip_app.workbook.result import HasilBaca
from sakip_metrics import POLARITAS

BEDA_DITAMPILKAN = 40
_PANJANG = 22
KEADAAN = ("baru", "berubah", "sama", "ditolak")
#: What a person may look at: all that changes, or one group of it; what stays the same is shown only when asked for.
_KELOMPOK = ("berubah", "baru", "dihapus", "ditolak", "sama")
#: Who an indicator is, told after its values; of a new one only when asked for.
_IDENTITAS = {
    "uraian": "Redaksi",
    "satuan": "Satuan",
    "kode": "Kode",
    "induk": "Letak",
    "nama": "Nama di lembar",
    "jenjang": "Jenjang",
    "dicabut": "Dihitung pada tahun ini",
    "target_bawah": "Batas bawah target",
    "target_atas": "Batas atas target",
}


def settle_polaritas(hasil: HasilBaca, tujuan: Tujuan, kept: Mapping[str, str]) -> dict[str, str]:
    """One table for the whole file: proposals with their reasons, accepted or changed by a person."""
    table = upload.polaritas_table(hasil, kept)
    if table.empty:
        st.html(seksi("Polaritas", "Semua sudah ditetapkan."))
        return {}
    edition = _edition(hasil, tujuan)
    accepted = st.session_state.setdefault("polaritas_dipilih", {}).setdefault(edition, {})
    table["polaritas"] = [accepted.get(kunci, now) for kunci, now in table["polaritas"].items()]
    open_ones = int(table["polaritas"].isna().sum())
    st.html(
        seksi(
            f"{bilangan_awal(open_ones)} indikator belum punya polaritas"
            if open_ones
            else "Polaritas sudah lengkap",
            "Makin tinggi makin baik, atau sebaliknya? Kami mengusulkan dari kata-katanya; Anda yang menetapkan. "
            "Tanpa polaritas, indikator disimpan tetapi belum dinilai.",
        )
    )
    proposed = table["usul"].notna() & table["polaritas"].isna()
    if proposed.any() and st.button(f"Terima {int(proposed.sum())} usul", key="terima_usul"):
        accepted.update(table.loc[proposed, "usul"].to_dict())
        st.session_state["edisi_polaritas"] = st.session_state.get("edisi_polaritas", 0) + 1
        st.rerun()
    edited = st.data_editor(
        table,
        key=f"tabel_polaritas_{edition}_{st.session_state.get('edisi_polaritas', 0)}",
        hide_index=True,
        num_rows="fixed",
        height=38 + 35 * min(len(table), 10),
        disabled=["baris", "uraian", "satuan", "usul", "alasan"],
        column_config={
            "baris": st.column_config.NumberColumn("Baris", width=60, format="%d"),
            "uraian": st.column_config.TextColumn("Indikator", width="large"),
            "satuan": st.column_config.TextColumn("Satuan", width=80),
            "usul": st.column_config.TextColumn("Usul", width=90),
            "alasan": st.column_config.TextColumn("Alasan", width="medium"),
            "polaritas": st.column_config.SelectboxColumn("Polaritas", options=list(POLARITAS), width=130),
        },
        placeholder="",
        alt="Tabel polaritas: usul dan alasannya, dengan kolom terakhir untuk diisi",
    )
    st.caption(" · ".join(f"{word}: {meaning}" for word, meaning in KATA_POLARITAS.items()))
    chosen = edited["polaritas"]
    return {str(kunci): str(word) for kunci, word in chosen.items() if word in POLARITAS}


def settle_konsolidasi(hasil: HasilBaca, tujuan: Tujuan, kept: Mapping[str, str]) -> dict[str, str]:
    """One choice for all indicators whose sheet does not say how quarters make the year.

    What was decided before stays; only where nothing is open may the choice change it, and the table of
    differences then shows it.
    """
    asked = upload.asked_konsolidasi(hasil)
    decided = {kunci: kept[kunci] for kunci in asked if kunci in kept}
    undecided = [kunci for kunci in asked if kunci not in decided]
    if not asked:
        return {}
    counts = Counter(decided.values())
    with st.container(key="seksi_konsolidasi"):
        st.html(
            seksi(
                f"{bilangan_awal(len(undecided))} indikator belum punya konsolidasi"
                if undecided
                else "Konsolidasi sudah lengkap",
                "Lembar ini tidak menyatakan bagaimana angka triwulan menjadi angka tahun. "
                "Tanpa itu, indikator disimpan tetapi belum dinilai.",
            )
        )
        if counts:
            told = ", ".join(f"{n} indikator {KATA_KONSOLIDASI[word]}" for word, n in counts.items())
            st.caption(f"Sudah ditetapkan: {told}.")
        if not undecided and len(counts) > 1:
            return decided
        options = list(KATA_KONSOLIDASI)
        chosen = st.selectbox(
            "Triwulan digabung dengan cara",
            options,
            index=None if undecided else options.index(next(iter(counts))),
            format_func=lambda word: KATA_KONSOLIDASI[word],
            placeholder="Pilih cara",
            key=f"konsolidasi_{_edition(hasil, tujuan)}",
        )
        st.caption(
            "jumlah: semua triwulan dijumlahkan · rata-rata: dari triwulan yang terisi · "
            "nilai akhir: triwulan terakhir yang terisi · nilai tertinggi: triwulan yang paling tinggi"
        )
    return decided if chosen is None else decided | dict.fromkeys(undecided or asked, chosen)


def _edition(hasil: HasilBaca, tujuan: Tujuan) -> str:
    """Decisions belong to one file for one unit and year."""
    return f"{hasil.sha256[:12]}-{tujuan.kode_unit}-{tujuan.tahun}"


def count_differences(beda: pd.DataFrame) -> str:
    """How many values are new, changed, the same, refused; how many go over a correction, are removed, wait."""
    counts = beda["keadaan"].value_counts()
    told = [f"{format_nilai(int(counts.get(word, 0)))} {word}" for word in KEADAAN]
    over = int((beda["koreksi"] & (beda["keadaan"] == "berubah")).sum())
    gone, asked = (int(counts.get(word, 0)) for word in ("dihapus", "ditanya"))
    return " · ".join([
        *told,
        *([f"{over} menimpa koreksi"] if over else []),
        *([f"{gone} indikator dihapus"] if gone else []),
        *([f"{asked} menunggu jawaban di atas"] if asked else []),
    ])  # fmt: skip


def press_label(beda: pd.DataFrame, n_lanjut: int = 0) -> str | None:
    """What the button that keeps the file will do; ``None`` where nothing differs.

    ``n_lanjut`` counts the follow-ups of which the file says something new.

    Examples:
        >>> press_label(pd.DataFrame({"keadaan": ["baru", "berubah", "dihapus", "sama"]}))
        'Simpan 2 nilai, 1 indikator dihapus'
        >>> press_label(pd.DataFrame({"keadaan": ["sama"]}), 2)
        'Simpan 2 tindak lanjut'
    """
    n, gone = int(beda["keadaan"].isin(["baru", "berubah"]).sum()), int((beda["keadaan"] == "dihapus").sum())
    counts = ((n, "nilai"), (n_lanjut, "tindak lanjut"), (gone, "indikator dihapus"))
    parts = [f"{format_nilai(count)} {what}" for count, what in counts if count]
    return f"Simpan {', '.join(parts)}" if parts else None


def draw_differences(beda: pd.DataFrame, edition: str) -> None:
    """What keeping the file would change: counts by kind, then value by value, all of it or one group.

    ``edition`` keeps the choice to one file.
    """
    if (beda["keadaan"] == "sama").all():
        return
    st.html(difference_summary(beda))
    counts = beda["keadaan"].value_counts()
    groups = [word for word in _KELOMPOK if counts.get(word, 0)]
    chosen = st.pills(
        "Tampilkan",
        groups,
        format_func=lambda word: f"{word.capitalize()} {format_nilai(int(counts[word]))}",
        key=f"kelompok_beda_{edition}",
        label_visibility="collapsed",
    )
    st.html(difference_table(beda, chosen))


def difference_summary(beda: pd.DataFrame) -> Html:
    """For each kind of value how many are new, changed, the same, refused."""
    counts = (
        beda[_shown(beda)]
        .groupby(["jenis", "triwulan"], dropna=False, sort=False)["keadaan"]
        .value_counts()
        .unstack(fill_value=0)
        .reindex(columns=list(KEADAAN), fill_value=0)
        .reset_index()
        .assign(
            order=lambda frame: frame["jenis"].map({jenis: n for n, jenis in enumerate(upload.JENIS)}).fillna(99)
        )
        .sort_values(["order", "triwulan"], kind="stable")
    )
    lines = [
        (_what(row), *(str(row[word]) if row[word] else "–" for word in KEADAAN))
        for row in counts.to_dict("records")
        if any(row[word] for word in KEADAAN if word != "sama")
    ]
    heads = [Kolom("Yang dibaca"), *(Kolom(word.capitalize(), kanan=True, lebar="110px") for word in KEADAAN)]
    return tabel(heads, lines, tebal_pertama=False)


def _shown(beda: pd.DataFrame) -> pd.Series:
    """Values people know by name; an indicator's own words and path are not listed one by one."""
    return beda["jenis"].isin(upload.JENIS) | beda["jenis"].str.startswith(RENSTRA).fillna(value=False)


def difference_table(beda: pd.DataFrame, kelompok: str | None = None) -> Html:
    """What would change, the gravest first: refused, over a correction, removed, changed, new; or one group alone."""
    own = beda["jenis"].isin(_IDENTITAS)
    changes = ~beda["keadaan"].isin(["sama", "ditanya"]) & ~(own & (beda["keadaan"] == "baru"))
    told = beda[changes if kelompok is None else beda["keadaan"] == kelompok]
    if told.empty:
        return Html("")
    order = told["keadaan"].map({"ditolak": 0, "dihapus": 2, "berubah": 3, "baru": 4, "sama": 5})
    order = order.mask(told["koreksi"] & (told["keadaan"] != "sama"), 1)
    told = told.assign(order=order, own=own[told.index]).sort_values(["order", "own"], kind="stable")
    lines = [
        (
            cip_sel(str(row["sel"]).rpartition("!")[2]) if isinstance(row["sel"], str) else "",
            dua_baris(_name(row), _what(row)),
            _value(row, "lama"),
            _value(row, "baru"),
            _change(row),
        )
        for row in told.head(BEDA_DITAMPILKAN).to_dict("records")
    ]
    heads = [
        Kolom("Sel", lebar="80px"),
        Kolom("Indikator"),
        Kolom("Tersimpan", kanan=True, lebar="190px"),
        Kolom("Berkas ini", kanan=True, lebar="190px"),
        Kolom("", lebar="130px"),
    ]
    rest = told.iloc[BEDA_DITAMPILKAN:]
    over = int(rest["koreksi"].sum())
    over_told = f", {over} di antaranya menimpa koreksi" if over else ""
    more = f'<p class="sk-redup">… dan {len(rest)} nilai lain{over_told}.</p>' if len(rest) else ""
    return Html(f'<div class="sk-beda">{tabel(heads, lines, tebal_pertama=False)}</div>{more}')


def _name(row: dict[Hashable, Any]) -> str:
    name = str(row["uraian"]) if isinstance(row["uraian"], str) else "Sel di luar indikator"
    return f"{row['unit']}: {name}" if "unit" in row else name


def _change(row: dict[Hashable, Any]) -> str:
    if row["koreksi"] and row["keadaan"] != "sama":
        return "menimpa koreksi"
    return "kembali" if (row["jenis"], row["keadaan"]) == ("dicabut", "berubah") else str(row["keadaan"])


def _what(row: dict[Hashable, Any]) -> str:
    jenis = str(row["jenis"])
    if jenis in _IDENTITAS:
        return _IDENTITAS[jenis]
    year = jenis.removeprefix(RENSTRA)
    what = f"Target Renstra {year}" if year != jenis else upload.JENIS.get(jenis, "")
    quarter = row["triwulan"]
    return what if pd.isna(quarter) else f"{what} {tw(int(quarter))}"


def _value(row: dict[Hashable, Any], side: str) -> str | Html:
    """A value as it is kept or as the file has it; words of some length read from the left."""
    told = _written(row, side)
    return Html(f'<span class="sk-kalimat">{isi(told)}</span>') if len(told) > _PANJANG else told


def _written(row: dict[Hashable, Any], side: str) -> str:
    text = row[f"{side}_teks"]
    if row["jenis"] == "dicabut":
        return f"tidak: {text}" if isinstance(text, str) else "ya"
    if isinstance(text, str) and text:
        return KATA_KONSOLIDASI.get(text, text) if row["jenis"] == "konsolidasi" else text
    number = row[side]
    return format_nilai(number, None) if isinstance(number, float) else "–"
