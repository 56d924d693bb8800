"""Words shown on screens: states, quarters, small numbers, lists."""

from __future__ import annotations

from collections.abc import Sequence

ROMAWI = ("I", "II", "III", "IV")

KATA_STATUS = {
    "dinilai": "dinilai",
    "belum_ditetapkan": "belum ditetapkan",
    "tanpa_target": "tanpa target",
    "belum_dijadwalkan": "belum dijadwalkan",
    "belum_lapor": "belum lapor",
    "terlambat": "terlambat",
    "belum_akhir_tahun": "belum akhir tahun",
    "perlu_penilaian_manual": "perlu penilaian manual",
    "belum_berjalan": "belum berjalan",
}
KATA_SEL_PENDEK = {
    "belum lapor": "belum",
    "belum dijadwalkan": "○",
    "tanpa target": "□",
    "belum ditetapkan": "?",
    "belum akhir tahun": "akhir tahun",
    "perlu penilaian manual": "manual",
    "belum berjalan": "–",
}
"""What stands for the words of a cell without value where the cell is too narrow; the key explains it."""

KATA_TINDAK_LANJUT = {
    "selesai": "selesai",
    "berjalan": "berjalan",
    "belum": "belum mulai",
    "lewat": "lewat tenggat",
    "tercatat": "rencana unit",
    "rencana_lewat": "rencana unit, lewat tenggat",
    "belum_mulai": "belum mulai",
    "lewat_tenggat": "lewat tenggat",
    "belum_ada": "belum ada tindak lanjut",
}
KATA_KONSOLIDASI = {
    "jumlah": "jumlah",
    "rata_rata": "rata-rata",
    "nilai_akhir": "nilai akhir",
    "maksimum": "nilai tertinggi",
}
KATA_POLARITAS = {
    "maksimal": "makin tinggi makin baik",
    "minimal": "makin rendah makin baik",
    "stabil": "tepat pada target paling baik",
}

_SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_BELASAN = ("sepuluh", "sebelas", *(f"{kata} belas" for kata in _SATUAN[2:]))


def kata_status(status: str) -> str:
    """The word of a state; an unknown code is shown with spaces rather than hidden.

    Examples:
        >>> kata_status("belum_lapor")
        'belum lapor'
    """
    return KATA_STATUS.get(status) or KATA_TINDAK_LANJUT.get(status) or status.replace("_", " ")


def kata_janji(keadaan: str, *, lewat: bool) -> str:
    """The state of a follow-up in words; one that is under way and overdue is both.

    Examples:
        >>> kata_janji("berjalan", lewat=True), kata_janji("belum", lewat=True), kata_janji("belum", lewat=False)
        ('berjalan, lewat', 'lewat tenggat', 'belum mulai')
    """
    if not lewat:
        return kata_status(keadaan)
    return f"{kata_status(keadaan)}, lewat" if keadaan == "berjalan" else kata_status("lewat")


def tw(triwulan: int) -> str:
    """Short label of a quarter 1–4.

    Examples:
        >>> tw(3)
        'TW III'
    """
    return f"TW {ROMAWI[_sah(triwulan) - 1]}"


def nama_triwulan(triwulan: int) -> str:
    """Long label of a quarter 1–4, for sentences.

    Examples:
        >>> nama_triwulan(2)
        'triwulan II'
    """
    return f"triwulan {ROMAWI[_sah(triwulan) - 1]}"


def _sah(triwulan: int) -> int:
    if triwulan not in (1, 2, 3, 4):
        raise ValueError(f"triwulan harus 1 sampai 4, bukan {triwulan!r}")
    return triwulan


def bilangan(n: int) -> str:
    """A count inside a sentence: a word below ten, digits from ten.

    Examples:
        >>> bilangan(7), bilangan(41)
        ('tujuh', '41')
    """
    return _SATUAN[n] if 0 <= n < 10 else f"{n:,}".replace(",", ".")


def bilangan_awal(n: int) -> str:
    """A count at the start of a sentence: a capitalised word below twenty, digits from twenty.

    Examples:
        >>> bilangan_awal(7), bilangan_awal(12), bilangan_awal(31)
        ('Tujuh', 'Dua belas', '31')
    """
    kata = (*_SATUAN, *_BELASAN)
    return kata[n].capitalize() if 0 <= n < len(kata) else bilangan(n)


def awal_besar(teks: str) -> str:
    """The text with its first letter capital and the rest untouched.

    Examples:
        >>> awal_besar("dinas PUPR")
        'Dinas PUPR'
    """
    return teks[:1].upper() + teks[1:]


def gabung(isi: Sequence[str], maks: int | None = None) -> str:
    """A list in words.

    Args:
        isi: the parts, in order.
        maks: name at most so many and count the rest.

    Examples:
        >>> gabung(["a"]), gabung(["a", "b"]), gabung(["a", "b", "c"])
        ('a', 'a dan b', 'a, b, dan c')
        >>> gabung(["a", "b", "c", "d"], maks=2)
        'a, b, dan dua lainnya'
    """
    bagian = list(isi)
    if maks is not None and len(bagian) > maks:
        bagian = [*bagian[:maks], f"{bilangan(len(bagian) - maks)} lainnya"]
    if len(bagian) < 3:
        return " dan ".join(bagian)
    return f"{', '.join(bagian[:-1])}, dan {bagian[-1]}"


def stated(value: object) -> str | None:
    """A text that stands somewhere, or ``None`` for a blank one however a frame writes it.

    Examples:
        >>> stated("Dok"), stated(""), stated(float("nan"))
        ('Dok', None, None)
    """
    return value if isinstance(value, str) and value else None
