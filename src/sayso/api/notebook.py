"""Small HTML for notebooks: no script, no style sheet, no link, nothing loaded; words of pages are text, set apart and escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from sayso.show import glyphs
from sayso.show.sentences import Foreign, Sentence

CELL = 'style="text-align:left;vertical-align:top"'


def foreign(text: str, language: str | None = None) -> str:
    """Words that a page may have steered: escaped, their direction kept to themselves, hidden characters named."""
    shown = "".join(f'<span title="{escape(what)}">[{escape(s)}]</span>' if what else escape(s) for s, what in glyphs.pieces(text))
    return f'<bdi dir="auto"{f" lang={chr(34)}{escape(language)}{chr(34)}" if language else ""}>{shown}</bdi>'


def sentence(parts: Sentence) -> str:
    """A sentence of the report."""
    return "".join(escape(p) if isinstance(p, str) else _foreign(p) for p in parts)


def _foreign(part: Foreign) -> str:
    set_ = foreign(part.text, part.language)
    return f"“{set_}”" if part.quoted else set_


def items(rows: Iterable[str]) -> str:
    """A list of HTML, or nothing."""
    made = "".join(f"<li>{row}</li>" for row in rows)
    return f"<ul>{made}</ul>" if made else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells are HTML."""
    made = "".join(f"<tr>{''.join(f'<td {CELL}>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{''.join(f'<th {CELL}>{escape(h)}</th>' for h in head)}</tr></thead><tbody>{made}</tbody></table>"


def box(*parts: str) -> str:
    """All of it, as one element; the language is ours where no other is named."""
    return f'<div lang="en">{"".join(parts)}</div>'
