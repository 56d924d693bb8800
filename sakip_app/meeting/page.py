"""The page itself: slides, a list of them for jumping, the script, and a policy that lets nothing else run."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from sakip_app.narration.phrases import achievement
from sakip_app.reports.html import draw_slides, gaya
from sakip_app.reports.slides import (
    Dek,
    Slaid,
    SlaidAgenda,
    SlaidInstansi,
    SlaidJanji,
    SlaidKeputusan,
    SlaidMerah,
    SlaidPeringkat,
    SlaidSorotan,
    SlaidUnit,
)
from sakip_app.snapshot.follow_up import KEADAAN
from sakip_app.snapshot.model import Rekam
from sakip_app.store.follow_up_fields import BATAS_APA, BATAS_CATATAN, BATAS_ORANG, TAHUN_TERAKHIR
from sakip_app.text.words import kata_status

_SINI: Final = Path(__file__).parent
# In this order they make one script; each speaks only to those before it.
NASKAH: Final = (
    "dasar",
    "tanggal",
    "antrean",
    "keadaan",
    "deret",
    "panel",
    "keputusan",
    "daftar",
    "lompat",
    "mulai",
)
JENIS: Final[dict[type[Slaid], str]] = {
    SlaidAgenda: "agenda",
    SlaidJanji: "janji",
    SlaidInstansi: "instansi",
    SlaidSorotan: "sorotan",
    SlaidPeringkat: "peringkat",
    SlaidMerah: "merah",
    SlaidUnit: "unit",
    SlaidKeputusan: "keputusan",
}
BATAS: Final = {"apa": BATAS_APA, "orang": BATAS_ORANG, "catatan": BATAS_CATATAN, "tahun": TAHUN_TERAKHIR}
"""What the store takes at most, so that the page takes no more."""
_TW: Final = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it is sent, with the policy that goes with it."""

    html: str
    csp: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page of a meeting in two parts: between them comes how the meeting stands now."""

    depan: str
    belakang: str
    csp: str


def draw_page(dek: Dek, rekam: Rekam) -> Sheet:
    """Everything of the page that stays the same as long as the snapshot does."""
    style, script = gaya() + _read("tayang.css"), _script()
    depan = (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(dek.judul)} · {escape(dek.instansi)}</title>"
        '<link rel="icon" href="../app/static/logo.svg" type="image/svg+xml">'
        f"{_preload()}<style>{style}</style></head><body>"
        "<noscript><p>Halaman rapat memerlukan JavaScript.</p></noscript>"
        f'<main id="panggung"><div id="kanvas"><div id="deret">{draw_slides(dek, _figures(rekam))}</div></div></main>'
        f"{_json('data-rapat', _index(dek, rekam))}"
    )
    return Sheet(depan, f"<script>{script}</script></body></html>", _policy((script,), (style,)))


def _figures(rekam: Rekam) -> dict[str, str]:
    """What an opened sentence shows of each indicator: its unit, its name, its figures."""
    place = rekam.triwulan - 1
    return {
        satu.kode: f"{unit.nama_pendek} · {satu.uraian}"
        + (f": {achievement(rekam, satu)}" if satu.capaian[place] is not None else "")
        for unit in rekam.unit
        for satu in unit.indikator
    }


def with_state(sheet: Sheet, keadaan: dict[str, Any]) -> Shown:
    """The page with the decisions and follow-ups as they stand at this moment."""
    return Shown(f"{sheet.depan}{_json('data-keadaan', keadaan)}{sheet.belakang}", sheet.csp)


def without_meeting(judul: str, saran: str) -> Shown:
    """A page that says why there is nothing to show."""
    style = _read("kosong.css")
    html = (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(judul)}</title><style>{style}</style></head><body><main><h1>{escape(judul)}</h1>"
        f'<p>{escape(saran)}</p><p><a href="/rapat">Ke halaman Rapat</a></p></main></body></html>'
    )
    return Shown(html, _policy((), (style,)))


def _index(dek: Dek, rekam: Rekam) -> dict[str, Any]:
    """What the script must know of the slides: their names for jumping, their indicators for decisions."""
    pendek = {unit.kode: unit.nama_pendek for unit in rekam.unit}
    look = {"instansi": rekam.kode_instansi, "tahun": str(dek.tahun), "tw": _TW[dek.triwulan - 1]}
    return {
        "kode": dek.kode,
        "judul": dek.judul,
        "instansi": dek.instansi,
        "sebutan": dek.sebutan,
        "batas": BATAS,
        "kata": {state: kata_status(state) for state in (*KEADAAN, "lewat")},
        "tutup": f"../rapat?{urlencode({**look, 'ukuran': rekam.ukuran})}",
        "slaid": [_slide(slaid, pendek) for slaid in dek.slaid],
        "unit": [
            {"kode": slaid.kode_unit, "nama": slaid.nama, "pilihan": [list(satu) for satu in slaid.pilihan]}
            for slaid in dek.unit()
        ],
    }


def _slide(slaid: Slaid, pendek: dict[str, str]) -> dict[str, Any]:
    common = {"kunci": slaid.kunci, "judul": slaid.judul, "jenis": JENIS[type(slaid)]}
    if isinstance(slaid, SlaidUnit):
        return {
            **common,
            "kode_unit": slaid.kode_unit,
            "nama": slaid.nama,
            "pendek": pendek.get(slaid.kode_unit, ""),
        }
    if isinstance(slaid, SlaidJanji):
        return {**common, "janji": [baris.id for baris in slaid.baris]}
    return common


def _json(nama: str, isi: dict[str, Any]) -> str:
    """Data for the script; ``<`` is written so that no text in it can end the element."""
    teks = json.dumps(isi, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="{nama}">{teks}</script>'


def _preload() -> str:
    fonts = ("plus-jakarta-sakip", "plus-jakarta-judul")
    return "".join(
        f'<link rel="preload" href="../app/static/{font}.woff2" as="font" type="font/woff2" crossorigin>'
        for font in fonts
    )


@cache
def _read(nama: str) -> str:
    return (_SINI / nama).read_text("utf-8")


@cache
def _script() -> str:
    parts = "\n".join(_read(f"{nama}.js") for nama in NASKAH)
    return f"(() => {{\n'use strict';\n{parts}\n}})();"


def _policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Nothing runs but these scripts, and nothing is fetched from elsewhere.

    Attributes ``style`` are let through: marks of a slide stand where their figures say.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hashes(scripts)}",
            f"style-src-elem {_hashes(styles)}",
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
        )
    )


def _hashes(texts: Iterable[str]) -> str:
    return " ".join(f"'sha256-{b64encode(sha256(teks.encode()).digest()).decode()}'" for teks in texts) or "'none'"
