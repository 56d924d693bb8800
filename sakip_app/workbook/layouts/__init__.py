"""The forms that are known, each in a file of its own. A new one is a file here with a ``FORM`` and one example.

``FORM`` is a ``TataLetak``: the words of its columns and what it must have; nothing else has to be told about it.
Where two forms fit a sheet alike, the one whose title words stand on the sheet wins, then the one that explains more
of its columns, then the one that comes first by name.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from sakip_app.workbook.columns import TataLetak
from sakip_app.workbook.layouts.e81 import E81
from sakip_app.workbook.layouts.tabel import FORM as TABEL
from sakip_app.workbook.layouts.templat import TEMPLAT


def _forms() -> tuple[TataLetak, ...]:
    modules = sorted(satu.name for satu in pkgutil.iter_modules(__path__))
    found = (getattr(import_module(f"{__name__}.{name}"), "FORM", None) for name in modules)
    return tuple(form for form in found if isinstance(form, TataLetak))


FORMS = _forms()
TATA_LETAK: tuple[TataLetak, ...] = (TEMPLAT, E81, *FORMS)

__all__ = ["E81", "FORMS", "TABEL", "TATA_LETAK", "TEMPLAT"]
