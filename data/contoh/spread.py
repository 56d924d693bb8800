"""How an annual target spreads over the quarters, and the realisasi that gives an intended score."""

from __future__ import annotations

from random import Random

from data.contoh.row import KONSOLIDASI, Baris, Indikator, Triwulanan


def shape(ind: Indikator, year: float, *, late: bool = False) -> Triwulanan:
    """The quarterly targets; with ``late`` nothing is planned for TW I."""
    d = ind.desimal
    if ind.konsolidasi == "B":
        return {1: 0.0, 2: 0.0, 3: 0.0, 4: year}
    if ind.konsolidasi == "T":
        return {4: year}
    if ind.konsolidasi == "P":
        shares = {q: round(year * q / 4, d) for q in range(1, 5)}
    elif ind.konsolidasi == "R":
        shares = dict.fromkeys(range(1, 5), year)
    elif ind.konsolidasi == "A":
        steps = {"+": (0.96, 0.98, 0.99, 1.0), "-": (1.08, 1.05, 1.02, 1.0)}.get(ind.polaritas, (1.0,) * 4)
        shares = {q: round(year * step, d) for q, step in enumerate(steps, 1)}
    else:
        upto = (0.0, 0.0, 0.4, 0.7, 1.0) if late else (0.0, 0.22, 0.48, 0.75, 1.0)
        upto = (0.0, 0.25, 0.5, 0.75, 1.0) if year == 12 else upto
        marks = [round(year * u, d) for u in upto]
        shares = {q: round(marks[q] - marks[q - 1], d) for q in range(1, 5)}
    return {q: None if late and q == 1 else value for q, value in shares.items()}


def put(row: Baris, quarter: int, wanted: float, rng: Random) -> float:
    """Write the realisasi that gives the skor ``wanted``; return the skor that rounding left."""
    ind = row.ind
    if wanted >= 100 and rng.random() < 0.4:
        wanted += rng.uniform(0.5, 6)
    ratio = 2 - wanted / 100 if ind.polaritas in "-=" else wanted / 100
    way = KONSOLIDASI[ind.konsolidasi]
    quarters = range(1, quarter + 1) if way != "nilai_akhir" else (quarter,)
    planned = [t for q in quarters if isinstance(t := row.target.get(q), float)]
    earlier = [r for q in quarters if q < quarter and isinstance(r := row.realisasi.get(q), float)]
    goal = sum(planned) * ratio - sum(earlier)
    value = round(max(0.0, goal) if sum(planned) >= 0 else goal, ind.desimal)
    row.realisasi[quarter] = value + 0.0
    total, plan = sum(earlier) + value, sum(planned)
    if plan <= 0:
        return 100.0 if total == 0 else 0.0
    raw = {"-": (2 * plan - total) / plan, "=": 1 - abs(total - plan) / plan}.get(ind.polaritas, total / plan)
    row.capaian[quarter] = raw * 100
    return min(100.0, max(0.0, raw * 100))
