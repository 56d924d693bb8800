"""What a cell format says: number format, whether that is a date, fill, weight, indent.

Read straight from ``styles.xml``: only these five things are asked of it, and the part may hold tens of thousands
of named styles, borders and conditional formats that copying between workbooks leaves behind.
"""

from __future__ import annotations

from typing import NamedTuple

from sakip_app.workbook.dates import is_date_format, is_duration_format
from sakip_app.workbook.findings import tolak
from sakip_app.workbook.xml_events import Sifat, parse_part

BATAS_GAYA = 65_500  # Excel itself holds at most 64,000 cell formats

# Number formats that Excel gives by number alone (ECMA-376 part 1, 18.8.30).
_BAWAAN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)', 6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)', 8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)', 42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip


class Rupa(NamedTuple):
    """How a cell looks, as far as forms say something with it."""

    isi: str
    tebal: bool
    inden: int


POLOS = Rupa("", tebal=False, inden=0)


class Gaya(NamedTuple):
    """One cell format."""

    format_angka: str
    tanggal: bool
    durasi: bool
    rupa: Rupa


def make_style(format_angka: str, rupa: Rupa) -> Gaya:
    """A cell format; whether it shows dates follows from its number format."""
    tanggal = is_date_format(format_angka)
    return Gaya(format_angka, tanggal, tanggal and is_duration_format(format_angka), rupa)


BIASA = make_style("General", POLOS)


def read_styles(xml: bytes | None) -> tuple[Gaya, ...]:
    """The cell formats in the order cells refer to them; one plain format where the workbook has no styles.

    Raises:
        BerkasDitolakError: when the part cannot be read or holds more formats than Excel does.
    """
    if xml is None:
        return (BIASA,)
    baca = _Pembaca()
    parse_part(xml, "gaya sel", baca.start, baca.end)
    return tuple(baca.gaya) or (BIASA,)


class _Pembaca:
    """Collects fonts, fills and number formats, which stand before the cell formats that use them."""

    def __init__(self) -> None:
        self.gaya: list[Gaya] = []
        self._jalur: list[str] = []
        self._format = dict(_BAWAAN)
        self._tebal: list[bool] = []
        self._isi: list[str] = []
        self._pola: str | None = None
        self._jadi: dict[tuple[str, Rupa], Gaya] = {}
        self._xf: tuple[str, str, bool] | None = None
        self._inden = 0

    def start(self, nama: str, sifat: Sifat) -> None:
        induk = self._jalur[-1] if self._jalur else ""
        self._jalur.append(nama)
        if nama == "numFmt" and induk == "numFmts":
            self._format[int(sifat["numFmtId"])] = sifat.get("formatCode", "General")
        elif nama == "font" and induk == "fonts":
            self._tebal.append(False)
        elif nama == "b" and induk == "font" and self._jalur[-3:-2] == ["fonts"]:
            self._tebal[-1] = sifat.get("val", "1") not in ("0", "false")
        elif nama == "fill" and induk == "fills":
            self._isi.append("")
        elif induk == "fill" and self._jalur[-3:-2] == ["fills"]:
            self._pola = sifat.get("patternType", "none") if nama == "patternFill" else "gradien"
            self._isi[-1] = "" if self._pola == "none" else "rgb:00000000:0.0"
        elif nama == "fgColor" and induk == "patternFill" and self._pola not in (None, "none") and self._isi:
            self._isi[-1] = _colour(sifat)
        elif nama == "xf" and induk == "cellXfs":
            self._xf = self._format.get(int(sifat.get("numFmtId", "0")), "General"), *self._look(sifat)
            self._inden = 0
        elif nama == "alignment" and self._xf is not None:
            self._inden = int(float(sifat.get("indent", "0")))

    def end(self, nama: str) -> None:
        self._jalur.pop()
        if nama == "fills":
            self._pola = None
        if nama == "xf" and self._xf is not None:
            kunci = self._xf[0], Rupa(*self._xf[1:], self._inden)
            self.gaya.append(self._jadi.setdefault(kunci, make_style(*kunci)))
            self._xf = None
            if len(self.gaya) > BATAS_GAYA:
                raise tolak("terlalu-rumit", jumlah=len(self.gaya), bagian="gaya sel", batas=BATAS_GAYA)

    def _look(self, sifat: Sifat) -> tuple[str, bool]:
        isi, huruf = int(sifat.get("fillId", "0")), int(sifat.get("fontId", "0"))
        return (
            self._isi[isi] if 0 <= isi < len(self._isi) else "",
            self._tebal[huruf] if 0 <= huruf < len(self._tebal) else False,
        )


def _colour(sifat: Sifat) -> str:
    """A colour as one word that is equal for equal colours: kind, value, tint."""
    for jenis in ("rgb", "indexed", "theme", "auto"):
        if jenis in sifat:
            nilai = sifat[jenis].upper() if jenis == "rgb" else sifat[jenis]
            if jenis == "rgb" and len(nilai) == 6:
                nilai = "00" + nilai
            return f"{jenis}:{nilai}:{round(float(sifat.get('tint', '0')), 2)}"
    return "rgb:00000000:0.0"
