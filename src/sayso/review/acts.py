"""What somebody decides on a form, as a judgement in the book; the fields are those of ``show.screens.frame``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

from sayso.contracts import Judgement, Verdict
from sayso.errors import UsageError
from sayso.store import judgements
from sayso.store.book import Book
from sayso.store.judgements import LONGEST, Signature
from sayso.store.reports import Made

FIELDS = 3_000
"""Fields of a form at most: a claim of 2,000 tellings can be split."""
Form = Mapping[str, Sequence[str]]


def form(body: bytes) -> dict[str, list[str]]:
    """The fields of a form as it was posted."""
    try:
        return parse_qs(
            body.decode("ascii", "replace"), keep_blank_values=True, max_num_fields=FIELDS, encoding="utf-8", errors="replace"
        )
    except ValueError:
        raise UsageError(f"a form has at most {FIELDS} fields; choose fewer tellings at once") from None


def first(fields: Form, name: str) -> str:
    """The first value of a field, empty where there is none."""
    return (fields.get(name) or [""])[0].strip()


def judged(book: Book, run: Made, fields: Form, signature: Signature) -> int:
    """Write down what a form says; its number in the log.

    UsageError says what is wrong with it, StaleError that the book has changed meanwhile.
    """
    act = first(fields, "act")
    if act not in SAID:
        raise UsageError(f"there is no act “{act[:40]}”; send the form of the page as it is")
    return judgements.judge(book, _judgement(book, run, act, fields), signature)


def undone(book: Book, fields: Form, signature: Signature) -> int:
    """Undo a row of the log, or the last one that holds; the number of the row that says so."""
    number = first(fields, "number")
    if number and not (number.isascii() and number.isdecimal() and len(number) < 18):
        raise UsageError(f"“{number[:40]}” is no number of a judgement; send the form of the page as it is")
    judgements.undo(book, int(number) if number else None, signature)
    return judgements.log(book)[-1].number


def signature(fields: Form, by: str, at: str) -> Signature:
    """Who judges, when, with what remark, and what he has seen."""
    note = first(fields, "note") if first(fields, "act") != "note" else ""
    if len(note) > LONGEST:
        raise UsageError(f"the note has {len(note)} letters, {LONGEST} are the most; shorten it")
    return Signature(by, at, note, first(fields, "version") or "none")


def _judgement(book: Book, run: Made, act: str, fields: Form) -> Judgement:
    claims = [judgements.whole(book, c.strip(), ("claims",)) for c in fields.get("claim", ()) if c.strip()]
    if act == "merge":
        return judgements.merged(book, run.id, claims)
    if act == "split":
        if len(claims) != 1:
            raise UsageError("one claim is split at a time; send the form of the page as it is")
        return judgements.split(book, run.id, claims[0], fields.get("statement", ()))
    a, b = first(fields, "a"), first(fields, {"source": "name", "note": "note"}.get(act, "b"))
    if not b and act in ("source", "note"):
        raise UsageError("nothing was written into the field; write it and send again")
    return Judgement(_VERDICTS[act], a, b)


_VERDICTS: dict[str, Verdict] = {
    "same": "same",
    "not-same": "not-same",
    "from": "from",
    "not-from": "not-from",
    "source": "source",
    "person": "person",
    "not-person": "not-person",
    "note": "note",
}
SAID = {
    "merge": "these claims are one",
    "split": "the marked tellings tell something else",
    "same": "the two tell the same",
    "not-same": "the two do not tell the same",
    "from": "the first has it from the second",
    "not-from": "the first does not have it from the second",
    "source": "this is the innermost source",
    "person": "the two are one person",
    "not-person": "the two are two persons",
    "note": "a note",
}
"""What each act says, in words."""
