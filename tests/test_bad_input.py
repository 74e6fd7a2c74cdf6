"""What no page should be and some are: no crash, bounded time, every offset in the text."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso import casebook
from sayso.analyzers.tagger import Tagger
from sayso.model import Reading
from sayso.read import ReadOptions
from sayso.settings import Settings
from sayso.text.quotations import overlapping, quotations
from sayso.text.sentences import LONG, paragraphs, sentences

ENOUGH = 0.4  # CPU seconds in which growth shows, beside those of the network
GROWTH = 12.0  # CPU for four times the text; 4 is linear, 16 quadratic; measured 8.5 at most
LOOKED = 5.0  # tokens that the network looks at for four times the text: its time grows with them; measured 4.4 at most
MANY = 4_000  # tokens that are text enough

PIECES = {
    "one sentence": "the harbour master and the crane near Alden and a guard of the port ",
    "one word": "aaaaaaaaaa",
    "only cues": "said ",
    "relative clauses": "Alden, who said ",
    "according": "according to ",
    "emoji": "🙂🔥 said 👩‍👩‍👧 ",
    "Arabic inside English": "The minister قال إن الجسر مغلق said that الجسر is closed. ",
    "right to left marks": "\u202e\u200fabc said\u202c ",
    "OCR noise": "Th e m1n ister s aid th- at t|he br1dge wa5 c1osed.\n",
    "capitals": "THE MINISTER SAID THAT THE BRIDGE WAS CLOSED. ",
    "code": 'def f(x):\n    return {"a": x[\'b\'] + "c"}  # said\n',
    "table": "Alden\t12\t13.5\t2,000\nBern | 4 | 5 | 6\n",
    "NULs": "The minister said\0 that \0 it was closed. ",
    "half characters": "The minister \ud800 said that \udfff it was closed. ",
    "straight marks": '"',
    "opening marks": "“ ",
    "short quotations": "“a” ",
    "inverted marks": "»a ",
    "apostrophes": "'a ",
    "opening brackets": "(",
    "closing brackets": ")] ",
    "digits": "1,",
    "figures": "12 people and 13 tanks, ",
    "dates": "on 3 May 2021 at 10:30 ",
    "dashes": "- ",
    "names": "Ida Volk and ",
    "combining marks": "e\u0301\u0301\u0301",
    "lines": "a\n",
    "blanks": " ",
}


def exact(reading: Reading) -> None:
    """Every span lies in the text and holds something."""
    size = len(reading.document.text)
    for s in reading.statements:
        marks = [x.span for part in (s.hedges, s.quantities, s.places, s.times) for x in part]
        links = [x for link in s.chain for x in (link.span, link.cue) if x]
        for span in (s.span, *s.content, *marks, *links, *([s.cue] if s.cue else [])):
            assert 0 <= span.start < span.end <= size


class Watched(Tagger):
    """One that remembers no text, so that reading one again takes as long, but what its network made of a window.

    The network takes nine tenths of the time: what the rest takes could grow for long before it showed.
    """

    def __init__(self) -> None:
        super().__init__(copies=0)
        self.within, self.tokens = 0.0, 0
        run, known = self._run, dict[tuple[bytes, bytes], Any]()

        def watched(ids: Any, kinds: Any) -> Any:
            before, key = time.process_time(), (ids.tobytes(), kinds.tobytes())
            if key not in known:
                known[key] = run(ids, kinds)
            self.tokens += ids.size
            self.within += time.process_time() - before
            return known[key]

        self._run = watched


@cache
def reader() -> Watched:
    return Watched()


def spent(text: str) -> float:
    """CPU seconds that a text takes beside those of the network."""
    watched = reader()
    watched.within, watched.tokens = 0.0, 0
    before = time.process_time()
    exact(casebook.attributions(text, analyzer=watched))
    return time.process_time() - before - watched.within


def grows(text_of: Callable[[int], str], size: int, most: float = GROWTH) -> None:
    """Four times the text takes about four times as long: the least of three each, as a machine may do something else meanwhile.

    Where a sixteenth, an eighth … of ``size`` takes ``ENOUGH`` already, or ``MANY`` tokens, so much is text enough.
    """
    spent("Ann Roe said that it rained.")
    while_short = (size // 2**k for k in (4, 3, 2, 1))
    size = next((n for n in while_short if spent(text_of(n)) >= ENOUGH or reader().tokens >= MANY), size)
    one, looked, fours = min(spent(text_of(size)) for _ in range(3)), reader().tokens, list[float]()
    while len(fours) < 3 and not (fours and min(fours) < most * max(one, 0.05)):
        fours.append(spent(text_of(4 * size)))
    assert min(fours) < most * max(one, 0.05), f"{one:.2f} s, then {min(fours):.2f} s"
    assert reader().tokens <= LOOKED * max(looked, 500), f"{looked} tokens, then {reader().tokens}"
    print(f"{size}: {one:.2f} s, {min(fours) / max(one, 0.05):.1f} times; {looked} tokens, then {reader().tokens}")


@pytest.mark.parametrize("name", PIECES)
def test_more_of_the_same_takes_that_much_longer(name: str) -> None:
    piece = PIECES[name]
    grows(lambda n: piece * (n // len(piece)), LONG)


LONG_RUNS = {
    "straight marks": (lambda n: '"' * n, 2_500),
    "quotation marks": (lambda n: "“" * n + "”" * n, 2_500),
    "deep brackets": (lambda n: "The mayor said (" + "(" * n + "a" + ")" * n + ") that it rained.", 5_000),
    "strangers": (
        lambda n: "\n\n".join(map(stranger, range(n))),
        100,
        8.0,
    ),  # 4.3; 10.2 where each was held against all who spoke before
}


def stranger(n: int) -> str:
    """A paragraph with somebody of whom no other one speaks."""
    syllables = [("ba", "mi", "ko", "te", "lu", "sa", "ne", "ro", "di", "vu")[n // 10**k % 10] for k in range(3)]
    first, last = "".join(syllables).capitalize(), "".join(reversed(syllables)).capitalize()
    said = f"Councillor {first} {last}, head of the well board, said it would cost {n + 2} million."
    return f"{said} “There is none,” he added. {last} left."


@pytest.mark.parametrize("name", LONG_RUNS)
def test_a_long_run_takes_that_much_longer(name: str) -> None:
    grows(*LONG_RUNS[name])


def test_a_megabyte_of_one_sentence(tmp_path: Path) -> None:
    def traced(words: int) -> float:
        file = tmp_path / f"{words}.txt"
        file.write_text("grey rain fell on the long pier and " * words, encoding="utf-8")
        before = time.process_time()
        report = casebook.trace([str(file)])
        assert not report.rejected
        for reading in report.readings:
            exact(reading)
        return time.process_time() - before

    part, whole = traced(28_000 // 16), traced(28_000)
    assert whole < 2 * GROWTH * part, f"{part:.2f} s, then {whole:.2f} s"


def test_a_sentence_without_an_end_is_cut_at_blanks() -> None:
    text = "word " * 3000 + "x" * (2 * LONG)
    found = [s for p in paragraphs(text) for s in sentences(text, p)]
    assert max(s.end - s.start for s in found) <= LONG
    assert "".join(s.of(text) for s in found).replace(" ", "") == text.replace(" ", "")
    assert all(not s.of(text)[0].isspace() and not s.of(text)[-1].isspace() for s in found)


WORDS = ["The mayor", "said", "that", "told", "Radio Ost", "according to", "denied", "it", "12 people", "rained", "on Monday", "he"]
MARKS = [
    "“",
    "”",
    '"',
    "'",
    "«",
    "»",
    "„",
    "(",
    ")",
    ",",
    ".",
    "?",
    "!",
    "\n",
    "\n\n",
    " ",
    ":",
    "—",
    "\0",
    "\ud800",
    "🙂",
    "قال",
    "''",
    "``",
]
scraps = st.lists(st.sampled_from(WORDS + MARKS) | st.text(max_size=6), max_size=40).map(" ".join)
glued = st.lists(st.sampled_from(WORDS + MARKS), max_size=40).map("".join)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scraps | glued | st.text(st.characters(), max_size=200))
def test_any_text(text: str) -> None:
    exact(casebook.attributions(text))


@settings(max_examples=60, deadline=None)
@given(glued)
def test_quotations_near_a_place_are_those_that_overlap_it(text: str) -> None:
    for p in paragraphs(text):
        quotes = quotations(text, p)
        for s in sentences(text, p):
            assert list(overlapping(quotes, s)) == [q for q in quotes if q.span.overlaps(s)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(scraps.map(lambda s: s.encode("utf-8", "surrogatepass")) | st.binary(max_size=100), max_size=3))
def test_any_pile(tmp_path: Path, pages: list[bytes]) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").unlink(missing_ok=True)
    for n, data in enumerate(pages):
        (tmp_path / f"{n}.txt").write_bytes(data)
    for reading in casebook.trace([str(tmp_path)], Settings(read=ReadOptions())).readings:
        exact(reading)
