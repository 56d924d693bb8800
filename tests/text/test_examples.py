"""The examples in docstrings hold."""

import doctest
import importlib

import pytest

MODUL = [
    "text.bands",
    "text.numbers",
    "text.dates",
    "text.words",
    "text.sentences",
    "text.explain",
    "text.fit",
    "markup.safe",
]


@pytest.mark.parametrize("nama", MODUL)
def test_docstring_examples(nama):
    hasil = doctest.testmod(importlib.import_module(f"sakip_app.{nama}"))
    assert hasil.attempted
    assert hasil.failed == 0
