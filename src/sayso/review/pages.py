"""Pages of the app that the report does not have: what was found, what was refused, what is taken along."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup

from sayso.model import Analyzer, Origins, Report, Run
from sayso.review import box
from sayso.show import echoes, press, words
from sayso.show.ledger import Entry, Ledger, ledger
from sayso.show.screens.frame import Frame
from sayso.store.answers import Answer, Answers
from sayso.text.normal import HALVES

NOTHING = ledger(Report(Run("", "", Analyzer("")), (), (), (), (), (), (), (), ()))
"""The book of a page that shows none."""


def found(frame: Frame, asked: str, answers: Answers) -> str:
    """What a search found."""
    said = {"span_of": _origins, "folded": echoes.folded, "letters": echoes.letters, "way": echoes.way}
    return _printed("found.html.j2", frame, asked=asked, answers=answers, **said)


def refused(frame: Frame, title: str, why: str, **values: Any) -> str:
    """Why something was not done. ``changed``: lines of the log; ``sent``: fields of the form, ``told``: the same in words."""
    given = {"changed": (), "sent": (), "told": (), "action": "/judge", "back": "/"} | values
    return _printed("refused.html.j2", frame, title=title, why=why, **given)


def boxed(frame: Frame, book: Ledger, entry: Entry, judged: int) -> str:
    """The box of a claim with its button, to stand below the claim."""
    made = box.box(book, entry, judged)
    inner = Markup(as_html(made))
    return _printed("box.html.j2", frame, claim=entry.claim.id, text=box.text(made), html=inner, copy=Markup(copy()))


def turned(frame: Frame, start: int, size: int, total: int, query: dict[str, str]) -> str:
    """Links to the rows of a long ledger before and after these."""
    steps = [(at, words_) for at, words_ in ((start - size, "Earlier"), (start + size, "Later")) if 0 <= at < total]
    kept = {k: v for k, v in query.items() if k not in ("start", "done") and v}
    links = [(f"/?{urlencode({**kept, 'start': at})}", f"{words_} {size}") for at, words_ in steps]
    return _printed("turned.html.j2", frame, first=start + 1, last=min(total, start + size), total=total, links=links)


def as_html(made: box.Box) -> str:
    """The box as HTML that other programs take in: no style, no class, every word escaped."""
    return _environment().get_template("boxed.html.j2").render(box=made)


@cache
def copy() -> str:
    """The script of the button that copies."""
    return files("sayso.review").joinpath("copy.js").read_text(encoding="utf-8")


def policy() -> str:
    """The content security policy of the app: one style sheet and two scripts by their digests, and nothing else at all."""
    scripts = " ".join(f"'{press.digest(script)}'" for script in (press.script(), copy()))
    return (
        f"default-src 'none'; style-src '{press.digest(press.style())}'; script-src {scripts}; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )


def _printed(template: str, frame: Frame, **values: Any) -> str:
    return HALVES.sub("\ufffd", _environment().get_template(template).render(book=NOTHING, frame=frame, texts={}, **values))


def _origins(answer: Answer) -> str:
    return words.origins(Origins(answer.origins_low, answer.origins_high, (), ()))


@cache
def _environment() -> Environment:
    own = press.environment()
    return own.overlay(loader=ChoiceLoader([PackageLoader("sayso.review"), *([own.loader] if own.loader else [])]))
