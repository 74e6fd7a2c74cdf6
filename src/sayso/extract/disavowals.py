"""What a page says beside a telling of whether it is so: labels, verdicts, "There was no such interview.", notices that take back.

``stance`` reads the words within a telling; here what stands around it decides, and only where those said nothing. A page
that opens with a denial denies what it negates after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.extract.stance import Telling, judge
from sayso.lexicon import vocabulary
from sayso.lexicon.tables import rows
from sayso.model import Document, Span, Stance, Statement
from sayso.text.months import ENGLISH_MONTHS, WEEKDAY_OF
from sayso.text.tokens import tokens

OPENING = 2  # sentences after the title that say what a page is about
LABEL = 40  # code points of a label before its colon
_LABELLED = re.compile(r"\s*([^\W\d_][^:\n]{0,38}?)\s*:\s*")
_OWN_TEXT = re.compile(rf"(?:the|our|this|an?) (?:\w+ )?{vocabulary.one_of('tellings', 'own text')}\b", re.IGNORECASE)
_LEAD = re.compile(rf"(?:\bwe|{_OWN_TEXT.pattern})[^.;]*?\s(?:said|reported|wrote|stated)\s(?:that\s)?\Z", re.IGNORECASE)
_NOT_IN_TITLE = re.compile(r"\b(?:did|does|do|has|have|was|were|is|are) (?:not|never)\b|\b(?:did|does|was|were|is|are)n[’']t\b")
# "What the list did not say" denies nothing; "What the press got wrong: 12 mills closed" does.
_ASKING = re.compile(r"\W*(?:What|Why|How|Who|Whom|Where|When|Which)\b[^:]*\Z")
_IS = re.compile(r"\s+(?:is|are|was|were|has been|have been)\s")
_DENIES: frozenset[Stance] = frozenset({"deny", "correct", "retract"})


@cache
def _words(language: str, where: str, key: str = "words") -> tuple[tuple[str, Stance | None], ...]:
    """The words of one place in a language, with what they make of a telling."""
    return tuple(
        (w.strip(), row.get("kind"))
        for row in rows("verdicts")
        if row["lang"] == language and row["where"] == where
        for w in row[key].split(",")
    )


def weighed(document: Document, sentences: Sequence[Span], statements: Sequence[Statement], language: str) -> list[Statement]:
    """The statements with what the page says of them beside them; ``sentences`` are its own, in order."""
    page = _Page(document, sentences, language)
    out: list[Statement] = []
    for s in statements:
        act = page.act(s, out)
        for n in page.denied_before(s, out):
            out[n] = replace(out[n], stance="deny")
        out.append(s if act is None else replace(s, stance=act))
    return out


def notice(document: Document, opening: Sequence[Span], language: str) -> Stance | None:
    """What a page does that says in its heading, its title or its first sentences that it puts right or takes back what it told."""
    heading = document.text.lstrip().partition("\n")[0]  # often the name of a column, which is no title
    head = " ".join([heading, *(s.of(document.text) for s in (document.title_span, *opening[:OPENING]) if s)])
    kinds = {kind for word, kind in _words(language, "notice") if _found(head, [word])}
    title = document.title_span.of(document.text) if document.title_span else ""
    labels = [m[1].lower() for line in (heading, title) if (m := _LABELLED.match(line))]  # "Correction: the weir at Orvik"
    kinds |= {kind for word, kind in _words(language, "label") if word in labels}
    return next((kind for kind in ("retract", "correct") if kind in kinds), None)


def own_text(name: str) -> bool:
    """Whether a phrase is what a page calls a text of its own ("an article on 25 May"), not one of another house."""
    bare = re.sub(r"\([^)]*\)|[“\"][^”\"]*[”\"]", " ", name)
    first = _OWN_TEXT.match(bare)
    rest = [*tokens(first.group())[1:], *tokens(bare, first.end(), len(bare))] if first else []
    return first is not None and all(not t.capital or t.text in ENGLISH_MONTHS or t.low in WEEKDAY_OF for t in rest)


def _found(words: str, listed: Sequence[str]) -> bool:
    forms = "|".join(re.escape(w) for w in listed)
    return bool(listed) and re.search(rf"(?<!\w)(?:{forms})(?!\w)", words.lower()) is not None


class _Page:
    def __init__(self, document: Document, sentences: Sequence[Span], language: str) -> None:
        self.text, self.title, self.language = document.text, document.title_span, language
        self.sentences = list(sentences)
        self.denied: set[str] = set()  # statements that the page itself says are not so
        self.verdict = self._verdict()
        body = [s for s in self.sentences if self.title is None or not self.title.overlaps(s)]
        self.opening = body[:OPENING]
        self.notice = notice(document, self.opening, language)
        headline = self.title.of(self.text) if self.title else ""
        negated = _NOT_IN_TITLE.search(headline) and not _ASKING.match(headline)
        self.denying: Stance | None = "deny" if self.verdict == "deny" or negated else None

    def act(self, s: Statement, before: Sequence[Statement]) -> Stance | None:
        """What the surroundings make of a statement; None where they say nothing or its own words have."""
        titled = self.title is not None and self.title.overlaps(s.span)
        if titled and s.stance == "deny" and len(s.chain) == 1 and _ASKING.match(s.span.of(self.text)):
            return "assert"
        if titled and s.stance in _DENIES:
            self.denying = self.denying or (s.stance if s.stance != "retract" else None)  # it does so where it negates
        if self.notice and not titled:
            if s.stance in ("report", "assert", "deny") and self._own(s):
                return self.notice
            if s.stance == "assert" and s.voice == "own":
                return "correct"
        if s.stance not in ("report", "assert"):
            return None
        sentence = self._sentence(s.span)
        if titled:
            return self.verdict if sentence.of(self.text).rstrip().endswith("?") else None
        label = self._label(sentence, s.span)
        if label in dict(_words(self.language, "claimed")):
            return self.verdict
        if label is not None and (kind := dict(_words(self.language, "label")).get(label)):
            return kind
        if self._said_false(s, sentence):
            self.denied.add(s.id)
            return "deny"
        if not self._negated(s):
            return None
        return self.denying or ("deny" if self._goes_on(s, before) else None)

    def denied_before(self, s: Statement, before: Sequence[Statement]) -> list[int]:
        """The statements of the sentence before that this one denies as a whole ("There was no such interview.")."""
        words = s.span.of(self.text).lower()
        if s.voice != "own" or not any(words.startswith(w) for w, _ in _words(self.language, "back")):
            return []
        n = self.sentences.index(self._sentence(s.span)) if self._sentence(s.span) in self.sentences else 0
        last = self.sentences[n - 1] if n else None
        return [k for k, b in enumerate(before) if last and last.overlaps(b.span) and b.stance in ("report", "assert")]

    def _verdict(self) -> Stance | None:
        """What a check says came out, in a line with a label."""
        for row in rows("verdicts"):
            if row["where"] != "verdict" or row["lang"] != self.language:
                continue
            labels = {w.strip() for w in row["words"].split(",")}
            for m in re.finditer(r"(?m)^" + _LABELLED.pattern + r"(.{1,80})", self.text):
                value = m[2].lower()
                if m[1].lower() in labels and any(re.match(re.escape(v.strip()) + r"\b", value) for v in row["values"].split(",")):
                    kind: Stance = row["kind"]
                    return kind
        return None

    def _sentence(self, span: Span) -> Span:
        return next((s for s in self.sentences if s.overlaps(span)), span)

    def _label(self, sentence: Span, span: Span) -> str | None:
        """The label before a statement in its sentence, in lower case."""
        m = _LABELLED.match(self.text, sentence.start, min(sentence.end, sentence.start + LABEL + 2))
        return m[1].lower() if m and m.start(1) <= span.start else None

    def _said_false(self, s: Statement, sentence: Span) -> bool:
        """Whether what is told is the subject of its sentence, which calls it untrue ("Reports that C are false")."""
        rest = Span(s.span.end, sentence.end)
        return (
            _IS.match(self.text, *rest) is not None
            and judge(self.text, Telling(rest, None, (), "own", False), self.language) == "deny"
        )

    def _own(self, s: Statement) -> bool:
        """Whether the page tells what it told itself ("we reported that C", "the article said that C", "… said that S told C")."""
        if s.cue is None:
            return False
        lead = self.text[self._sentence(s.span).start : s.span.start]
        return len(s.chain) == 1 or _LEAD.search(lead) is not None or bool(_OWN_TEXT.match(s.chain[1].name or ""))

    def _negated(self, s: Statement) -> bool:
        """Whether what is told is negated; a source "who took no part" is not what is told."""
        words = " ".join(c.of(self.text) for c in s.content).lower()
        return self._stands(words, "negated") and not self._stands(words, "kept")

    def _stands(self, words: str, where: str) -> bool:
        return _found(words, [w for w, _ in _words(self.language, where)])

    def _goes_on(self, s: Statement, before: Sequence[Statement]) -> bool:
        """Whether the same teller denied something in the sentence before, in the same paragraph."""
        if not before or before[-1].stance != "deny":
            return False
        b = before[-1]
        near = "\n" not in self.text[b.span.end : s.span.start]
        return near and (b.id in self.denied or [k.source for k in b.chain[1:]] == [k.source for k in s.chain[1:]])
