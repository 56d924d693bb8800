"""Codes and words made comparable, and how alike two wordings of an indicator are.

Likeness is rapidfuzz's (MIT, in C++, released several times a year): its token ratios over a thousand rows cost
what one page costs, and are better tried than any of our own. It only ever proposes; a person decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

_BAGIAN = re.compile(r"\d+|[^\W\d_]+")
_TAHUN = re.compile(r"(?:19|20)\d\d")
#: Below this likeness nothing is offered; the words of two indicators that are not the same mostly stay under it.
AMBANG = 66.0
# Words that may come and go without another thing being said.
_SAMBUNG = frozenset({"yang", "pada", "di", "dari", "dan", "atas"})
# Whole texts less alike than this are no pair; of one row only so many are looked at, the most alike first.
_TERENDAH, _TERDEKAT = 45, 8


def plain_code(kode: str | None) -> str:
    """A code as it is compared: its parts without leading zeros, whatever stands between them.

    A zero at the end of a number stays, for 1.10 is another code than 1.1.

    Examples:
        >>> plain_code("1.01.02"), plain_code("1 01 02"), plain_code("01-01.02."), plain_code("1.10")
        ('1.1.2', '1.1.2', '1.1.2', '1.10')
        >>> plain_code("IKU-01") == plain_code("iku 1"), plain_code(None)
        (True, '')
    """
    return ".".join(
        part.lstrip("0") or "0" if part.isdecimal() else part
        for part in _BAGIAN.findall(unicodedata.normalize("NFKC", kode or "").casefold())
    )


def solid_code(kode: str | None) -> str | None:
    """A code written without anything between its parts, as ``"10102"``; ``None`` where it has parts.

    Examples:
        >>> solid_code("010102"), solid_code("1.01.02"), solid_code("7")
        ('10102', None, '7')
    """
    parts = _BAGIAN.findall((kode or "").casefold())
    return parts[0].lstrip("0") if len(parts) == 1 and parts[0].isdecimal() else None


def joined_code(kode: str | None) -> str:
    """A code of several parts with what stands between them left out, zeros kept: ``"1.01.02"`` → ``"10102"``."""
    return "".join(_BAGIAN.findall((kode or "").casefold())).lstrip("0")


def words(teks: str | None) -> str:
    """A text as it is compared: small letters, digits and ``%``, single spaces.

    Examples:
        >>> words("  Persentase Balita-Stunting (%) ")
        'persentase balita stunting %'
    """
    return " ".join(re.findall(r"[^\W_]+|%", unicodedata.normalize("NFKC", teks or "").casefold()))


def likeness(satu: Sequence[str], lain: Sequence[str]) -> dict[tuple[int, int], float]:
    """How alike the words of each pair are, 0–100, for the few pairs of each text of ``satu`` that come near.

    Half the whole text with its words in order of the alphabet, half the words both have: neither an inserted
    phrase nor another order makes an indicator another one. Texts with different numbers in them are no pair
    (kelas 1, kelas 2); a year is no such number.

    Args:
        satu: texts as :func:`words` gives them.
        lain: the same.

    Returns:
        ``{(position in satu, position in lain): likeness}``.

    Examples:
        >>> likeness(["prevalensi balita stunting"], ["prevalensi stunting pada balita", "jumlah rapat"]).keys()
        dict_keys([(0, 0)])
    """
    if not satu or not lain:
        return {}
    ordered = [[" ".join(sorted(text.split())) for text in texts] for texts in (satu, lain)]
    matrix = process.cdist(*ordered, scorer=fuzz.ratio, score_cutoff=_TERENDAH, dtype=np.float32)
    nearest = np.argsort(-matrix, axis=1, kind="stable")[:, :_TERDEKAT]
    numbers = [[_numbers(text) for text in texts] for texts in (satu, lain)]
    result: dict[tuple[int, int], float] = {}
    for row, columns in enumerate(nearest.tolist()):
        for column in columns:
            if matrix[row, column] > 0 and not _differ(numbers[0][row], numbers[1][column]):
                result[row, column] = _weighed(float(matrix[row, column]), satu[row], lain[column])
    return result


def _weighed(ratio: float, a: str, b: str) -> float:
    return 0.5 * ratio + 0.5 * fuzz.token_set_ratio(a, b)


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(sorted(n.lstrip("0") for n in re.findall(r"\d+", text) if not _TAHUN.fullmatch(n)))


def _differ(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return bool(a and b) and a != b


def alike(a: str, b: str) -> float:
    """Likeness of one pair of texts as they are written, whatever numbers stand in them."""
    plain = words(a), words(b)
    ordered = (" ".join(sorted(text.split())) for text in plain)
    return _weighed(fuzz.ratio(*ordered), *plain)


def same_wording(a: str, b: str) -> bool:
    """Whether two texts say the same in the same words: slips of typing and small joining words are no difference.

    A slip is one letter of a word of four or more (added, lost, another, two that changed places), two of nine or
    more; or a blank too many or too few. Short words and numbers are what tells indicators apart (vitamin A, kelas 2).

    Examples:
        >>> same_wording("Persentase balita yang ditimbang", "Presentase balita ditimbang")
        True
        >>> same_wording("Balita mendapat vitamin A", "Balita mendapat vitamin B")
        False
        >>> same_wording("Persentase balita ditimbang", "Persentase balita ditimbang rutin")
        False
    """
    one, other = ([w for w in words(text).split() if w not in _SAMBUNG] for text in (a, b))
    if "".join(one) == "".join(other):
        return True
    return len(one) == len(other) and all(map(_slip, one, other))


def _slip(a: str, b: str) -> bool:
    if a == b:
        return True
    shorter = min(len(a), len(b))
    if shorter < 4 or not (a.isalpha() and b.isalpha()):
        return False
    return OSA.distance(a, b) <= (1 if shorter < 9 else 2)


def mark_words(lama: str, baru: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Two texts cut at blanks, each word with whether the other text lacks it; another order is no difference.

    Examples:
        >>> mark_words("Persentase balita stunting", "Prevalensi stunting balita")[1]
        [('Prevalensi', True), ('stunting', False), ('balita', False)]
    """
    sides = [[(word, words(word)) for word in text.split()] for text in (lama, baru)]
    marked = []
    for own, other in (sides, sides[::-1]):
        left = Counter(plain for _, plain in other)
        result = []
        for word, plain in own:
            result.append((word, bool(plain) and not left[plain]))
            left[plain] -= bool(left[plain])
        marked.append(result)
    return marked[0], marked[1]
