"""Opening a screen without a browser, and reading what stands on it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.serving import ROOT

ROUTER = str(ROOT / "sakip_app" / "navigation.py")
#: English words, and what a computer says where there is nothing; no screen holds any of them.
FOREIGN = re.compile(
    r"\b(the|and|or|of|with|not|no|yes|is|are|this|that|please|year|quarter|value|score|upload|"
    r"browse|drag|drop|file|files|choose|select|search|loading|running|error|warning|success|failed|save|cancel|"
    r"submit|delete|edit|next|previous|back|page|empty|missing|unknown|nan|nat|none|null|undefined|true|false)\b",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r'\b(?:alt|title|aria-label)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")


def open_page(page: str, **query: str) -> AppTest:
    """The page as somebody sees it who comes through a link, its script having run once."""
    at = AppTest.from_file(ROUTER, default_timeout=60)
    for key, value in query.items():
        at.query_params[key] = value
    return at.switch_page(f"../pages/{page}.py").run()


def address(at: AppTest) -> dict[str, str]:
    """The query of the address, one word a key."""
    return {key: value if isinstance(value, str) else value[-1] for key, value in at.query_params.items()}


def html(at: AppTest) -> str:
    """The bodies of all HTML elements, the style sheet left out."""
    bodies = [element.proto.body for element in at.get("html")]
    return "\n".join(body for body in bodies if not body.startswith("<style"))


def headline(at: AppTest) -> str:
    """The first h1 as text."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html(at), re.DOTALL)
    return plain(found.group(1)) if found else ""


def plain(fragment: str) -> str:
    """HTML as text: tags become spaces, entities their signs, no-break spaces stay."""
    return re.sub(r"[ \n]+", " ", unescape(_TAG.sub(" ", fragment))).strip()


def charts(at: AppTest) -> list[Any]:
    """The messages of the Plotly charts: ``spec``, ``alt``, ``theme``."""
    return [element.proto for element in at.get("plotly_chart")]


def chart_texts(at: AppTest) -> list[str]:
    """Every text that a chart draws or shows under the pointer, tags taken off."""
    return [plain(text) for chart in charts(at) for text in _strings(json.loads(chart.spec)["data"])]


def _strings(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for inner, part in value.items():
            yield from _strings(part, inner)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part, key)
    elif isinstance(value, str) and key in ("text", "hovertext", "ticktext", "name"):
        yield value


def all_texts(at: AppTest) -> list[str]:
    """Every text on the screen: HTML with its alternatives, Markdown, charts, widgets."""
    whole = html(at)
    texts = [plain(whole), *(unescape(text) for text in _ATTRIBUTE.findall(whole)), *chart_texts(at)]
    texts += [chart.alt for chart in charts(at)]
    for kind in ("markdown", "caption", "title", "header", "subheader", "text"):
        texts += [str(element.value) for element in at.get(kind)]
    for kind in ("error", "warning", "info", "success"):
        texts += [str(element.value) for element in at.get(kind)]
    for kind in ("selectbox", "button_group", "button", "text_input", "file_uploader", "page_link"):
        for element in at.get(kind):
            proto = element.proto
            texts += [getattr(proto, field, "") for field in ("label", "help", "placeholder")]
            for option in getattr(proto, "options", ()):
                texts.append(option if isinstance(option, str) else option.content)
    return [text for text in texts if text]
