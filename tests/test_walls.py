"""What import-linter cannot hold: pages are no package, so their walls are read from their imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "pages").glob("*.py"))
ALLOWED = {"streamlit", "sakip_app"}
PAGE_LINES = 150


def imported(file: Path) -> set[str]:
    """The top-level packages a file imports, anywhere in it."""
    tree = ast.parse(file.read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_reads_and_draws_and_nothing_else(page: Path) -> None:
    source = page.read_text("utf-8")
    assert imported(page) <= ALLOWED
    assert len(source.splitlines()) <= PAGE_LINES
    body = [node for node in ast.parse(source).body if not isinstance(node, ast.Import | ast.ImportFrom)]
    first = body[1]  # after the docstring
    call = first.value if isinstance(first, ast.Expr | ast.Assign) else None
    assert isinstance(call, ast.Call)
    assert isinstance(call.func, ast.Name)
    assert call.func.id == "guard"
