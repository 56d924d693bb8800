"""The whole body: four numbers, and where its units stand now and a quarter ago."""

from __future__ import annotations

from sakip_app.charts.tokens import GARIS_KUAT, NILA, REDUP, SAMAR, TINTA
from sakip_app.markup.safe import Html, isi
from sakip_app.reports.html.body_zones import bagi_pita, kaki_pita, kepala_pita
from sakip_app.reports.html.fitting import TEBAL, bersih, gabung, lebar, muat, teks_muat
from sakip_app.reports.html.frame import BAWAH, LEBAR, badan, kepala
from sakip_app.reports.html.signs import bentuk
from sakip_app.reports.html.swarm import Papan, Titian, sarang, susun
from sakip_app.reports.slides import KpiSlaid, SlaidInstansi, Titik
from sakip_app.text.fit import potong
from sakip_app.text.numbers import format_angka, format_batas

_KIRI, _KANAN, _PUNCAK = 176, LEBAR - 6, 200
_JARI = (12.5, 11.0, 9.5, 8.0, 6.5, 5.0, 3.5)
_NAMA, _TINGGI_NAMA = 26, 30
_NAMA_TERPANJANG = 340
_NAMA_TERBANYAK = 24
"""More never find room."""


def instansi(slaid: SlaidInstansi) -> Html:
    """Numbers above, figure below; a sentence where there is nothing to draw."""
    atas = kepala(slaid)
    kpi, tinggi = _kpi(slaid.kpi)
    y = atas.atas + tinggi + 26
    bagian = [atas.html, badan("kpi", atas.atas, kpi, atas.atas + tinggi) if slaid.kpi else Html("")]
    if slaid.kosong is not None or not slaid.kini:
        bagian.append(badan("", y, f'<p class="kosong">{isi(slaid.kosong)}</p>'))
    else:
        bagian.append(badan("", y, _Gambar(slaid, BAWAH - y).svg()))
    return gabung(bagian)


def _kpi(kpi: tuple[KpiSlaid, ...]) -> tuple[Html, int]:
    kolom = LEBAR / max(1, len(kpi)) - 28
    kecil = ((26, 32), (24, 30), (22, 28))
    label = [muat(k.label, kolom, kecil, 32 if all(lebar(x.label, 22) < kolom for x in kpi) else 56) for k in kpi]
    nilai = [muat(k.nilai, kolom, ((60, 72), (48, 60), (36, 46), (28, 36)), 72, TEBAL) for k in kpi]
    catatan = [
        muat(k.catatan, kolom, kecil, 32 if all(lebar(x.catatan, 22) < kolom for x in kpi) else 56) for k in kpi
    ]
    baris = [max((u.tinggi for u in ukuran), default=0) for ukuran in (label, nilai, catatan)]
    html = gabung(
        Html(
            f'<div class="satu-kpi"><div style="height:{baris[0]}px">{teks_muat("span", "redup", k.label, a)}</div>'
            f'<div style="height:{baris[1]}px">{teks_muat("b", "nilai", k.nilai, b)}</div>'
            f'<div style="height:{baris[2]}px">{teks_muat("span", "redup", k.catatan, c)}</div></div>'
        )
        for k, a, b, c in zip(kpi, label, nilai, catatan, strict=True)
    )
    return html, sum(baris) + 22


class _Gambar:
    """The figure: zones, one row of dots or two, names of those behind."""

    def __init__(self, slaid: SlaidInstansi, tinggi: int) -> None:
        self.slaid, self.tinggi = slaid, tinggi
        nilai = [t.nilai for t in (*slaid.kini, *slaid.lalu)]
        self.awal = min([p.bawah for p in slaid.pita] or [min(0.0, *nilai)])
        self.akhir = max([p.atas for p in slaid.pita] or [max(100.0, *nilai)])
        # A band of one skor alone, such as 100 under a cap of 100, has no width on the axis: it gets its own place.
        sempit = bool(slaid.pita) and slaid.pita[-1].atas <= slaid.pita[-1].bawah
        self.puncak = slaid.pita[-1].bawah if sempit else float("inf")
        self.kanan = _KANAN - _PUNCAK if sempit else _KANAN
        self.pita = bagi_pita(slaid.pita, self._tepi, _KANAN)
        self.atas_pita = 70 if any(len(p.baris) > 1 for p in self.pita) else 42 if slaid.pita else 4
        self.bawah_pita = tinggi - 40
        kaki = (48 if all(p.sebaris for p in self.pita) else 78) if slaid.pita else 8
        self.dasar = self.bawah_pita - kaki
        ruang = self.dasar - self.atas_pita
        # Today's row has the names, so it gets more room.
        self.y_kini = self.atas_pita + ruang * (0.66 if slaid.lalu else 0.5)
        self.y_lalu = self.atas_pita + ruang * 0.2

    def _x(self, nilai: float) -> float:
        if nilai >= self.puncak:
            return _KANAN - _PUNCAK / 2
        bagian = (nilai - self.awal) / ((self.akhir - self.awal) or 1)
        return _KIRI + 20 + min(1.0, max(0.0, bagian)) * (self.kanan - _KIRI - 40)

    def _tepi(self, batas: float) -> float:
        """Where an edge of a zone stands."""
        return self.kanan if batas >= self.puncak else self._x(batas)

    def svg(self) -> Html:
        """The whole figure, with its finding as label."""
        s = self.slaid
        ruang = self.dasar - self.atas_pita
        paling_kini = ruang * (0.28 if s.lalu else 0.42)
        jari, kini, lalu = self._taruh(paling_kini, ruang * 0.18)
        papan = Papan(
            (_KIRI + 4, self.atas_pita + 4, _KANAN - 2, self.dasar),
            [(x, y) for x, y, _ in (*kini, *lalu)],
            jari * 1.15,
        )
        nama, disebut, perlu = self._nama(papan, kini, jari)
        bagian = [
            kepala_pita(self.pita, self.atas_pita, self.bawah_pita),
            self._baris(s.nama_lalu, s.banyak_lalu, self.y_lalu, REDUP) if s.lalu else "",
            self._baris(s.nama_kini, s.banyak_kini, self.y_kini, NILA),
            kaki_pita(self.pita, self.bawah_pita),
            "".join(self._titik(t, x, y, jari) for x, y, t in (*lalu, *kini)),
            nama,
            self._sumbu(disebut, perlu),
        ]
        label = f"{s.judul} " + ", ".join(f"{p.label}: {p.teks}" for p in s.pita)
        return Html(
            f'<svg width="{LEBAR}" height="{self.tinggi}" viewBox="0 0 {LEBAR} {self.tinggi}" role="img" '
            f'aria-label="{isi(bersih(label))}"><g stroke-width="2" stroke-linejoin="round">{"".join(bagian)}</g></svg>'
        )

    def _taruh(
        self, paling_kini: float, paling_lalu: float
    ) -> tuple[float, list[tuple[float, float, Titik]], list[tuple[float, float, Titik]]]:
        """The largest dots that stand beside each other in both rows."""
        kini = sorted(self.slaid.kini, key=lambda t: t.nilai)
        lalu = sorted(self.slaid.lalu, key=lambda t: t.nilai)
        xk, xl = [self._x(t.nilai) for t in kini], [self._x(t.nilai) for t in lalu]
        for jari in _JARI:
            a, b = sarang(xk, jari * 2.36, paling_kini), sarang(xl, jari * 2.36, paling_lalu)
            if a is not None and b is not None:
                break
        # Thousands of equal scores: they lie on one another at the rim rather than outside the zone.
        a = a if a is not None else [0.0] * len(kini)
        b = b if b is not None else [0.0] * len(lalu)
        return (
            jari,
            [(x, self.y_kini + y, t) for x, y, t in zip(xk, a, kini, strict=True)],
            [(x, self.y_lalu + y, t) for x, y, t in zip(xl, b, lalu, strict=True)],
        )

    def _titik(self, t: Titik, x: float, y: float, jari: float) -> str:
        posisi = t.posisi if self.slaid.pita else None
        return f"<g><title>{isi(bersih(f'{t.nama} {t.teks}'))}</title>{bentuk(x, y, jari, posisi)}</g>"

    def _nama(self, papan: Papan, kini: list[tuple[float, float, Titik]], jari: float) -> tuple[str, int, int]:
        """Names beside the worst dots, as many as find room; how many have one, and of how many."""
        disebut = [(x, y, t) for x, y, t in kini if t.disebut]
        langkah = _TINGGI_NAMA + 8
        batas_atas = self.y_lalu + jari * 2 if self.slaid.lalu else self.atas_pita
        tingkat = [self.y_kini + k * langkah * tanda - 4 for k in range(1, 9) for tanda in (-1, 1)]
        tingkat = [t for t in tingkat if batas_atas + 6 < t < self.dasar]
        teks = [f"{potong(bersih(t.nama), _NAMA_TERPANJANG, _NAMA, tebal=True)} {t.teks}" for _, _, t in disebut]
        calon = [
            papan.calon(x, y, lebar(kata, _NAMA, TEBAL), _TINGGI_NAMA, tingkat)
            for kata, (x, y, _) in zip(teks, disebut[:_NAMA_TERBANYAK], strict=False)
        ]
        tempat = susun(calon)
        bagian = [_label(kata, titian) for kata, titian in zip(teks, tempat, strict=False)]
        return "".join(bagian), len(tempat), len(disebut)

    def _baris(self, nama: str, banyak: str, y: float, warna: str) -> str:
        kecil = 26 if lebar(banyak, 26) <= _KIRI - 12 else 22
        return (
            f'<path d="M{_KIRI} {y:.1f}H{_KANAN}" stroke="{GARIS_KUAT}" stroke-width="1"/>'
            f'<text x="0" y="{y + 2:.0f}" font-size="40" font-weight="700" fill="{warna}">{isi(bersih(nama))}</text>'
            f'<text x="0" y="{y + 38:.0f}" font-size="{kecil}" fill="{REDUP}">{isi(bersih(banyak))}</text>'
        )

    def _sumbu(self, disebut: int, perlu: int) -> str:
        """The edges below the zones, where the axis starts, and how many names found no room."""
        y = self.tinggi - 8
        # Room drawn beyond the cap is no skor: its end is not written.
        tepi = sorted({p.bawah for p in self.slaid.pita} | {p.atas for p in self.slaid.pita if p.atas % 10 == 0})
        tepi = tepi or [self.awal + k * (self.akhir - self.awal) / 4 for k in range(5)]
        bagian, bebas = [], 0.0
        for batas in tepi:
            teks, x = format_batas(batas) if self.slaid.pita else format_angka(batas, 0), self._tepi(batas)
            separuh = lebar(teks, 22) / 2
            if x - separuh > bebas and x + separuh <= LEBAR + 4:
                bagian.append(
                    f'<text x="{x:.1f}" y="{y}" font-size="22" text-anchor="middle" fill="{SAMAR}">{teks}</text>'
                )
                bebas = x + separuh + 10
        bagian.append(
            f'<text x="0" y="{y}" font-size="22" fill="{SAMAR}">skor mulai {format_angka(self.awal, 0)}</text>'
        )
        if disebut < perlu:
            for n, kata in enumerate((f"{disebut} terendah", "disebut, dan", f"{perlu - disebut} lainnya")):
                bagian.append(
                    f'<text x="0" y="{self.y_kini + 76 + 28 * n:.0f}" font-size="22" fill="{SAMAR}">{kata}</text>'
                )
        return "".join(bagian)


def _label(teks: str, titian: Titian) -> str:
    x0, y0, _, y1 = titian.kotak
    return (
        f'<path d="M{titian.x:.1f} {titian.y_titik:.1f}V{titian.y_teks:.1f}" stroke="{TINTA}" stroke-width="1.5"/>'
        f'<text class="halo" x="{x0:.1f}" y="{(y0 + y1) / 2 + 9:.1f}" font-size="{_NAMA}" font-weight="700">'
        f"{isi(teks)}</text>"
    )
