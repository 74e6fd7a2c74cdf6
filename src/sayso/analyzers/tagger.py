"""The trained analyzer: a small transformer finds cues, then, cue by cue, who says what; typed rules see to what has no cue.

MiniLM-L6 (Wang et al. 2020, arXiv:2002.10957) fine-tuned on our own labels (docs/labels.md, docs/model-card.md), eight-bit ONNX,
run by onnxruntime on one thread. Sentences that cannot hold an attribution never reach it (``gate``).
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy
from tokenizers import Tokenizer

from sayso.analyzers import announced, closings, decoding, frames, headlines, holdings, pointing, silences
from sayso.analyzers.gate import Gate
from sayso.analyzers.hearers import heard
from sayso.analyzers.labels import speakers
from sayso.analyzers.quoters import owned, quoted
from sayso.analyzers.repair import repaired
from sayso.analyzers.rules import Rules
from sayso.analyzers.speech import speech
from sayso.analyzers.view import View
from sayso.analyzers.windows import Window, alone, around, batches, pieces
from sayso.contracts import Attributed
from sayso.errors import UsageError
from sayso.model import Document, Span
from sayso.text.quotations import Quotation, quotations, singly
from sayso.text.sentences import paragraphs

REACH = 300  # code points from a verb of telling to a participle that goes on with its teller
BATCH = 8  # windows a call; see bench/speed
COPIES = 64  # pages of which it is kept what was found: a crawl has the same text at several addresses, mostly near each other
Numbers = Any
Run = Callable[[Numbers, Numbers], Numbers]


class Tagger:
    """Finds attributions with the shipped model, or with the one at ``path``."""

    name = "model"

    def __init__(self, path: Path | None = None, gated: bool = True, copies: int = COPIES) -> None:
        """Load the model once; UsageError where there is none or it is no model of ours."""
        data = _bytes(path)
        self.model: str | None = hashlib.sha256(data).hexdigest()[:20]
        self._run, about = _session(data, path)
        self._tokenizer = Tokenizer.from_str(about["tokenizer"])
        self._rules = Rules()
        self.gate = Gate(about["gate"].split()) if gated else None
        self._known = lru_cache(copies)(self._read)

    def attributions(self, document: Document, sentences: Sequence[Span]) -> list[Attributed]:
        """Attributions in text order; every span lies in ``document.text`` and in one of ``sentences``."""
        if (document.language or "en").split("-")[0] != "en":
            return self._rules.attributions(document, sentences)
        return list(self._known(document.text, document.title_span, tuple(sentences)))

    def _read(self, text: str, title: Span | None, sentences: tuple[Span, ...]) -> tuple[Attributed, ...]:
        """What an English text says, and who says it."""
        rows = [r for r in pieces(self._tokenizer, text, sentences) if r.ids]
        open_ = [n for n, r in enumerate(rows) if self.gate is None or self.gate.opens(text, r.extent)]
        firsts = [alone(rows, n) for n in open_]
        cues: list[tuple[int, Span]] = []
        for n, window, logits in self._runs(firsts):
            cues += [(open_[n], c) for c in decoding.cues(text, window, logits)]
        cues.sort(key=lambda c: c[1])
        seconds = [around(text, rows, n, cue) for n, cue in cues]
        read = [decoding.frame(text, window, logits, cues[n][1]) for n, window, logits in self._runs(seconds)]
        mended = [r for f in read if f is not None and (r := repaired(text, _sentence(sentences, f), f)) is not None]
        found = decoding.own(text, decoding.united(mended), sentences)
        found = _elided(text, sentences, owned(text, sentences, quoted(text, sentences, heard(text, found))))
        return tuple(self._uncued(text, title, sentences, found))

    def _runs(self, windows: Sequence[Window]) -> list[tuple[int, Window, Numbers]]:
        """Each window's logits, in the order of the windows; what stands twice on the page is looked at once.

        Eight-bit numbers are scaled over a batch, so what shares a batch matters in the last digit: it depends on this page alone.
        """
        alike: dict[tuple[tuple[int, ...], tuple[int, ...]], list[int]] = {}
        for n, window in enumerate(windows):
            alike.setdefault((window.ids, window.kinds), []).append(n)
        different = [windows[ns[0]] for ns in alike.values()]
        out: list[tuple[int, Window, Numbers]] = []
        for chosen in batches(different, BATCH):
            width = max(len(different[n].ids) for n in chosen)
            ids = numpy.zeros((len(chosen), width), dtype=numpy.int64)
            kinds = numpy.zeros_like(ids)
            for row, n in enumerate(chosen):
                ids[row, : len(different[n].ids)] = different[n].ids
                kinds[row, : len(different[n].kinds)] = different[n].kinds
            logits = self._run(ids, kinds)
            for row, n in enumerate(chosen):
                seen = logits[row, : len(different[n].ids)]
                out += [(m, windows[m], seen) for m in alike[different[n].ids, different[n].kinds]]
        return sorted(out, key=lambda r: r[0])

    def _uncued(self, text: str, title: Span | None, sentences: Sequence[Span], found: Sequence[Attributed]) -> list[Attributed]:
        """Add what has no cue: headlines with a source, quotations that go on; join quotations with what governs them."""
        out: list[Attributed] = []
        listed = paragraphs(text)
        found = sorted([*found, *speakers(text, listed)], key=_head)
        heads = [_head(a) for a in found]
        spoken = singly(text, listed)
        for paragraph in listed:
            mine = list(sentences[bisect_left(sentences, paragraph[:1]) : bisect_left(sentences, (paragraph.end,))])
            if not mine:
                continue
            quotes = tuple(quotations(text, paragraph, spoken))
            here = found[bisect_left(heads, paragraph.start) : bisect_left(heads, paragraph.end)]
            if title is not None and not here:
                for s in mine:
                    titled = title.overlaps(s) and headlines.headline(View(text, s, "en", quotes, True))
                    here += [titled] if titled else []
            here += _nouns(text, mine, quotes, here)
            here = _behind(text, mine, quotes, here)
            here += _announced(text, mine, quotes, here)
            here = speech(text, mine, quotes, here)
            announced.doers(text, mine, quotes, here, "en")
            out += here
        return sorted(out, key=lambda a: (a.content[0], a.cue or a.content[0]))


def _head(a: Attributed) -> int:
    """Where an attribution belongs: its cue, or what is told."""
    return (a.cue or a.content[0]).start


def _nouns(text: str, sentences: Sequence[Span], quotes: tuple[Quotation, ...], found: list[Attributed]) -> list[Attributed]:
    """Read "S's version that C" where the model has no cue: a noun of telling, its teller and "that" leave no choice."""
    out: list[Attributed] = []
    for s in sentences:
        view = View(text, s, "en", quotes, False)
        found[:] = [
            frames.unjudged(view, closings.subjected(view, closings.recovered(view, a))) if a.cue and s.holds(a.cue) else a
            for a in found
        ]
        for i in range(len(view.tokens)):
            made = frames.noun(view, i) if not view.quoted[i] and view.phrase(i, "noun") else None
            for read in (frames.figure, frames.carried, frames.shown, frames.counted, frames.revised, *holdings.READ):
                made = made or (read(view, i) if not view.quoted[i] else None)
            if made and made.source and made.cue and not any(a.cue and a.cue.overlaps(made.cue) for a in found):
                out.append(made)
        if not any(p.overlaps(s) for a in (*found, *out) for p in (*a.content, a.cue) if p):
            out += [a for read in (closings.label, closings.closing, closings.inserted) if (a := read(view))][:1]
        if mute := silences.silence(view, [*found, *out]):
            out.append(mute)
    return out


def _announced(text: str, sentences: Sequence[Span], quotes: tuple[Quotation, ...], found: list[Attributed]) -> list[Attributed]:
    """Read "S raged: “C”" where the model has nothing: the colon says who speaks."""
    free = [s for s in sentences if not any(p.overlaps(s) for a in found for p in (*a.content, a.cue) if p)]
    made = [announced.announced(View(text, s, "en", quotes, False), True) for s in free]
    return [a for a in made if a]


def _behind(text: str, sentences: Sequence[Span], quotes: tuple[Quotation, ...], found: list[Attributed]) -> list[Attributed]:
    """Read "C. That is according to S": the sentence before is told, if nobody else tells it.

    With its teller included ("[page, Time, scientists]") one page of the six cases is read better, and two pages that have it from
    those scientists are no longer laid side by side: changes found .612 to .597. Left.
    """
    for before, s in pairwise(sentences):
        view = View(text, s, "en", quotes, False)
        made = pointing.back(view, before)
        if made and not any(c.overlaps(before) for a in found for c in (*a.content, a.cue) if c):
            found = [a for a in found if not s.holds(a.cue or a.content[0])]
            found.append(made)
    return found


def _sentence(sentences: Sequence[Span], a: Attributed) -> Span:
    """The sentence in which an attribution's cue stands."""
    return sentences[max(0, bisect_right(sentences, (_head(a), 1 << 62)) - 1)]


def _above(text: str, found: Sequence[Attributed], a: Attributed) -> Attributed | None:
    """Read "S denied that N had done it, calling C": a participle behind a comma goes on with S, not with N of whom S tells."""
    if a.cue is None or a.source is None or not a.cue.of(text).endswith("ing") or text[: a.cue.start].rstrip()[-1:] != ",":
        return None
    told = [b for b in found if b.source and b.cue and b.cue.end <= a.source.start and a.cue.start - b.cue.end < REACH]
    return next((b for b in reversed(told) if any(c.holds(a.source) for c in b.content) and not _tells(b, a)), None)


def _elided(text: str, sentences: Sequence[Span], found: Sequence[Attributed]) -> list[Attributed]:
    """Give an elided subject ("…, adding that C") the source of the attribution before it in its sentence."""
    out: list[Attributed] = []
    for a in found:
        if a.inherits and a.cue is not None:
            mine = _sentence(sentences, a)
            near = [b for b in out if b.source and b.cue and mine.holds(b.cue) and not _tells(b, a)]
            if near:
                a = replace(a, source=near[-1].source, kind=near[-1].kind, leanings=near[-1].leanings, inherits=False)
        elif (b := _above(text, out, a)) is not None:
            a = replace(a, source=b.source, kind=b.kind, leanings=b.leanings)
        out.append(a)
    return out


def _tells(outer: Attributed, inner: Attributed) -> bool:
    return inner.cue is not None and any(c.holds(inner.cue) for c in outer.content)


def _bytes(path: Path | None) -> bytes:
    try:
        if path is not None:
            return path.read_bytes()
        return (resources.files("sayso.analyzers") / "reader.onnx").read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path or 'the shipped model'}: cannot be read ({error.strerror}); name a file made by `make train`"
        ) from None


def _session(data: bytes, path: Path | None) -> tuple[Run, dict[str, str]]:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Processors without VNNI add two products in sixteen bits, which saturate: on one (AVX2) the six stories had B3 F1 0.771, with
    # exact sums 0.794, as on any other; the network takes 1.28 times as long there, and as long as before elsewhere.
    options.add_session_config_entry("session.x64quantprecision", "1")
    try:
        session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        about = dict(session.get_modelmeta().custom_metadata_map)
        about["tokenizer"], about["gate"]
    except Exception as error:
        raise UsageError(
            f"{path or 'the shipped model'}: not a model of sayso's ({error}); name a file made by `make train`"
        ) from None

    def run(ids: Numbers, kinds: Numbers) -> Numbers:
        return session.run(["logits"], {"ids": ids, "kinds": kinds})[0]

    return run, about
