"""One sentence of a language other than English, word by word: elided articles apart, word classes, and noun phrases.

No parser and no lexicon of all verbs: marks, closed classes (resources/grammar.yml), capitals and roles decide where a phrase ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sayso.analyzers import endings
from sayso.analyzers.signs import abbreviated, numbered
from sayso.analyzers.view import View
from sayso.lexicon.roles import role_of
from sayso.lexicon.words import Cue, cues, phrases, words
from sayso.model import Span
from sayso.text.quotations import Quotation, overlapping
from sayso.text.tokens import Token

LONGEST = 24  # words of a source phrase
APPOSED = 7  # words of an apposition ("Ana Roe, farmer in the valley"); a longer one is a clause
Part = tuple[int, int]  # words [first, last) of a line
BRACKET = frozenset({"de", "nl"})  # languages in which the participle stands at the end of its clause
_ELIDED = re.compile(r"(\w{1,5}['’])(?=\w)|(-t-)(?=\w)|(-)(?=(?:il|elle|ils|elles|on)\b)")
_ENCLITIC = re.compile(r"-(?:[oa]s?|lhes?|me|nos)$")  # the pronoun that Portuguese writes behind a verb ("negou-o")
_WHOLE = frozenset("aujourd'hui aujourd’hui d'après d’après".split())
_INFINITIVE = {"it": ("are", "ere", "ire", "aver", "esser", "arsi", "ersi", "irsi"), "fr": ("voir", "être")}
_JOINING = {  # whether a finite verb is plural: then "and" joins its subjects
    "pt": ("m",), "es": ("n",), "fr": ("nt",), "it": ("no",), "de": ("n",), "nl": ("n",), "el": ("ν",), "pl": ("li", "ły", "ją"),
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """The words of one sentence; indices below count them."""

    view: View

    @property
    def language(self) -> str:
        """The language whose rows are read."""
        return self.view.language

    @cached_property
    def words(self) -> list[Token]:
        """The words, with "l'", "qu'" and the "-t-il" of an inversion as words of their own."""
        out: list[Token] = []
        for t in self.view.tokens:
            if self.language not in ("fr", "it") or t.low in _WHOLE:
                out.append(t)
                continue
            at = 0
            for m in _ELIDED.finditer(t.text):
                piece = t.text[at : m.end()].rstrip("-")
                piece = piece.removesuffix("-t")
                if piece:
                    out.append(Token(piece, t.start + at, t.start + at + len(piece)))
                at = m.end()
            out.append(Token(t.text[at:], t.start + at, t.end))
        return out

    @cached_property
    def lows(self) -> list[str]:
        """The words in lower case; an elided word without its apostrophe."""
        return [t.text.lower().rstrip("'’") or t.text for t in self.words]

    @cached_property
    def speech(self) -> list[Quotation]:
        """Quotations that can be speech; a short one too where it opens the sentence or follows a colon and a mark comes next."""
        text, span = self.view.text, self.view.span
        out = list(self.view.speech)
        for q in overlapping(self.view.quotes, span):
            before, after = text[span.start : q.span.start].rstrip(), text[q.span.end : span.end].lstrip()
            if q not in out and not q.single and (not before or before.endswith(":")) and (not after or after[0] in ",.–—"):
                out.append(q)
        return sorted(out, key=lambda q: q.span)

    @cached_property
    def quoted(self) -> list[bool]:
        """For each word whether it stands in speech, marks included."""
        return [any(q.span.start <= t.start < q.span.end for q in self.speech) for t in self.words]

    def __len__(self) -> int:
        return len(self.words)

    def low(self, i: int) -> str:
        """Word i in lower case, "" outside."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def isa(self, i: int, *names: str) -> bool:
        """Whether word i belongs to one of these closed classes."""
        low = self.low(i)
        return any(low in words(self.language, name) for name in names) and not endings.named(self, i)

    def mark(self, i: int) -> bool:
        """Whether a mark stands at i, or speech, or nothing."""
        return not (0 <= i < len(self.words)) or not self.words[i].word or self.quoted[i]

    def infinitive(self, i: int) -> bool:
        """Whether word i is an infinitive behind a preposition ("di aver visto", "d'avoir vu"), as far as its ending tells."""
        low, endings = self.low(i), _INFINITIVE.get(self.language, ())
        return self.isa(i - 1, "genitive") and not self.capital(i) and len(low) > 3 and low.endswith(endings)

    def hyphen(self, i: int) -> bool:
        """A hyphen inside a word is no mark, nor the sign before an account's name."""
        t = self.words
        return t[i].text == "@" or (t[i].text == "-" and 0 < i < len(t) - 1 and t[i - 1].end == t[i].start == t[i + 1].start - 1)

    def capital(self, i: int) -> bool:
        """Whether word i begins with a capital letter."""
        return 0 <= i < len(self.words) and self.words[i].capital

    def role(self, i: int) -> str | None:
        """What kind of source the word at i names."""
        return role_of(self.words[i], self.language) if 0 <= i < len(self.words) else None

    def phrase(self, i: int, kind: str) -> int:
        """How many words a fixed expression of this kind has that stands from i on, 0 for none."""
        rows = phrases(self.language, kind).get(self.low(i), ())
        return next((len(p) for p in rows if tuple(self.lows[i : i + len(p)]) == p), 0)

    def cue(self, i: int) -> Cue | None:
        """The verb of telling at i, outside speech."""
        cue = None if not (0 <= i < len(self.words)) or self.quoted[i] else cues(self.language).get(_ENCLITIC.sub("", self.lows[i]))
        if cue is None or not cue.others:
            return None if cue and cue.unless and self._barred(i, cue) else cue
        return max((c for c in (cue, *cue.others) if self.particle(i, c)), key=lambda c: bool(c.particles), default=cue)

    def particle(self, i: int, cue: Cue) -> int:
        """Where the verb at i ends: after the word that it needs ("fait savoir"); 0 where that word is missing.

        Where the word ends the clause ("teilte … mit"), the verb is its own form alone.
        """
        if not cue.particles:
            return i + 1
        if self.language not in BRACKET:
            k = i + 1 + self.isa(i + 1, "adverb")
            fixed = (p.split("_") for p in cue.particles)  # "met en_doute"
            return max((k + len(p) for p in fixed if self.lows[k : k + len(p)] == p), default=0)
        return i + 1 if self.bracketed(i, cue) else 0

    def bracketed(self, i: int, cue: Cue) -> int:
        """Where the word stands that ends the clause of the verb at i ("teilte S mit"); 0 where none does."""
        if not cue.particles:
            return 0
        ties = cue.tone == "doubt" or cue.particles == ("op",)  # "hoopt op N"
        return endings.particle(self.lows, i, cue.particles, lambda k, behind: self._within(k, behind, ties))

    def _within(self, k: int, behind: bool, ties: bool) -> bool | None:
        """Whether word k belongs to the clause, behind a comma or not: None for speech and for "an", "aan" before its own noun."""
        leads = not ties and self.low(k) in endings.LEADING and self.isa(k + 1, "determiner")
        if self.quoted[k] or (leads and self.isa(k, "preposition")):
            return None
        return not (self.isa(k, "that") or (behind and (self.cue(k) or self.isa(k, "auxiliary", "clause"))))

    def _barred(self, i: int, cue: Cue) -> bool:
        """Whether the clause of the verb at i ends with a word that makes it another verb ("vindt plaats", "meldet an")."""
        end = next((k for k in range(i + 1, len(self)) if self.words[k].text in ",;:" or self.quoted[k]), len(self))
        return any(
            self.low(k) in cue.unless and (self.mark(k + 1) or self.low(k) not in endings.LEADING) for k in range(i + 1, end)
        )

    def part(self, first: int, last: int) -> Span | None:
        """The span of words [first, last) without marks at its ends; None when no word is left."""
        first, last = max(first, 0), min(last, len(self.words))
        while first < last and not self.words[first].word and self.words[first].text not in "([$€£":
            first += 1
        while last > first and not self.words[last - 1].word and self.words[last - 1].text not in ")]%":
            if (self.opening(last) or -1) >= first:  # a name in quotation marks
                break
            last -= 1
        return Span(self.words[first].start, self.words[last - 1].end) if first < last else None

    def count(self, first: int, last: int) -> int:
        """How many words stand in [first, last)."""
        return sum(1 for t in self.words[max(first, 0) : last] if t.word)

    def relative(self, i: int) -> bool:
        """Whether a relative clause begins at i; German articles do so only after a comma."""
        return self.isa(i, "relative") and (not self.isa(i, "determiner") or self.low(i - 1) == ",")

    def label(self, i: int) -> int:
        """Where a name in quotation marks ends that opens at i (the magazine "Mill"), 0 where none does."""
        if not (0 <= i < len(self.words)) or self.words[i].text not in '"“„«‘' or self.quoted[i] or not self.capital(i + 1):
            return 0
        return next((k + 1 for k in range(i + 2, min(i + 7, len(self.words))) if self.words[k].text in '"”“»’'), 0)

    def opening(self, end: int) -> int | None:
        """Where a name in quotation marks begins that ends before ``end``."""
        if end < 1 or self.words[end - 1].text not in '"”“»’':
            return None
        return next((k for k in range(end - 2, max(end - 7, -1), -1) if self.label(k) == end), None)

    def closing(self, i: int) -> int:
        """Where a short insertion in brackets ends that opens at i, 0 where none does."""
        return next((k + 1 for k in range(i, min(i + 10, len(self.words))) if self.words[k].text == ")"), 0)

    # Noun phrases

    def nominal(self, i: int) -> bool:
        """Whether a noun phrase that can be a teller may begin at i."""
        if self.mark(i) or self.isa(i, "that", "auxiliary", "preposition", "clause", "relative"):
            return self.isa(i, "determiner") and not self.mark(i) and not self.isa(i, "that")
        # "komendant Ana Roe": bare titles, in languages that have no article or leave it out there
        shown = self.capital(i + 1) or (self.language == "pl" and self.role(i + 1) is not None)  # "lokalne media"
        small = self.cue(i) or self.isa(i, "time", "adverb", "ours", "clitic", "pronoun")
        titled = self.language in ("nl", "pl", "id") and shown and not small
        return self.isa(i, "determiner", "quantity") or self.capital(i) or self.role(i) is not None or titled

    def right(self, first: int) -> int:
        """End of the noun phrase that begins at ``first``."""
        i = (endings.attribute(self, first) if self.language in BRACKET else 0) or first
        while i < len(self.words) and i - first < LONGEST:
            if end := self.label(i):
                return end
            if i > first and self.words[i].text == "(" and (close := self.closing(i)):
                i = close
                continue
            if (self.mark(i) and not self.hyphen(i) and not numbered(self.words, i)) or (i > first and self._ends(i, first)):
                break
            i += 1
        return i

    def _ends(self, i: int, first: int) -> bool:
        if (
            self.relative(i)
            or (self.isa(i, "negation") and not numbered(self.words, i + 1))  # "communiqué n° 3"
            or self.isa(i, "that", "time", "adverb", "to", *(() if self.capital(i) else ("auxiliary",)))  # "l'agenzia di Stato"
            or (self.cue(i) and not self.capital(i) and not self._noun(i) and not self._opens(i, first))
        ):
            return not (self.isa(i, "auxiliary", "to") and self.isa(i, "genitive"))
        if self.isa(i, "join"):
            return not (self.capital(i - 1) and self.capital(i + 1) and not self.role(i + 1)) and not self.role(i + 1)
        if self.isa(i, "preposition", "clause") and not self.isa(i, "genitive"):
            return not abbreviated(self.words, i)
        if any(self.phrase(i, kind) for kind in ("citing", "carrier", "anonymity", "addressee")):
            return True
        if (
            self.isa(i, "determiner")
            and not self.capital(i)
            and not self.isa(i, "genitive")
            and not self.isa(i - 1, "genitive", "preposition", "to", "join")
        ):
            return not self.isa(i - 1, "determiner", "quantity")
        return self.language in BRACKET and endings.noun_ended(self, i, first)

    def _opens(self, i: int, first: int) -> bool:
        """Behind the article that begins a phrase stands its noun ("secondo l'accusa")."""
        return i == first + 1 and self.language not in BRACKET and self.isa(first, "determiner")

    def _noun(self, i: int) -> bool:
        """Whether a word that can tell is a noun here ("een bericht van S"): behind an article that begins no clause."""
        return self.isa(i, "piece") and not self.relative(i - 1) and any(self.isa(k, "determiner") for k in (i - 1, i - 2))

    def apposed(self, end: int) -> int:
        """Take in an apposition after a comma: a name ("its head, Ana Roe") or a role ("Ana Roe, farmer")."""
        if end >= len(self.words) or self.words[end].text != "," or self.mark(end + 1):
            return end
        first = end + 1
        last = self.right(first)
        own = first + self.isa(first, "determiner")  # "l'autrice, la dott. Ana Roe", "le gérant, le docteur Ana Roe"
        own += own > first and not self.capital(own) and self.capital(own + 1)
        named = all(self.capital(k) or self.isa(k, "genitive") for k in range(own, last)) and not self.isa(first, "time")
        titled = any(self.role(k) for k in range(first, first + 1 + self.isa(first, "determiner")))
        if last <= first or last - first > APPOSED or self.phrase(first, "citing") or self.phrase(first, "carrier"):
            return end
        closed = last >= len(self.words) or (self.mark(last) and not self.quoted[last])
        name = any(self.capital(k) and not self.role(k) for k in range(first, last)) or self.capital(end - 1)
        return last if closed and ((named and last - own > 1) or (titled and name)) else end

    def left(self, last: int, plural: bool) -> Part | None:
        """The noun phrase that ends before ``last``; ``plural``: its verb is, so that "and" may join two subjects."""
        if last <= 0:
            return None
        if self.words[last - 1].text == "," and not self.quoted[last - 1]:
            return self._before_insertion(last - 1, plural)
        if self.words[last - 1].text == ")":
            opening = next((k for k in range(last - 2, max(last - 11, 0), -1) if self.words[k].text == "("), 0)
            named = self.left(opening, plural) if opening else None
            return (named[0], last) if named else None
        titled = self.opening(last) is not None and (self.language in BRACKET or not self.quoted[last - 1])
        if self.mark(last - 1) and not titled and not numbered(self.words, last - 1):  # "Die „Talpost“ berichtete, C"
            return None
        first = self.back(last, plural)
        return self.narrowed(first, last)

    def back(self, last: int, plural: bool) -> int:
        """First word of what stands before ``last`` in its clause."""
        i = last
        while i > 0 and last - i < LONGEST:
            k = i - 1
            if (opened := self.opening(i)) is not None:
                i = opened
                continue
            if (self.mark(k) and not self.hyphen(k) and not numbered(self.words, k)) or self.isa(k, "clause"):
                break
            if self.isa(k, "join") and not plural and (self.isa(i, "determiner", "pronoun") or any(map(self.cue, range(k)))):
                break
            if self.isa(k, "that") and not self.isa(k, "relative"):
                break
            if self.relative(k) and i < last and (any(self.cue(m) for m in range(k)) or self.isa(i, "determiner")):
                break
            i = k
        return i

    def narrowed(self, first: int, last: int) -> Part | None:
        """A phrase without the adverbials before its head and the relative clause after it."""
        while first < last and (
            self.isa(first, "adverb", "time", "join", "clause") or self.words[first].text.isdigit() or self._dated(first, last)
        ):
            if self.isa(first, "preposition") and self.isa(first + 1, "determiner"):  # "Gegenüber der Zeitung S"
                break
            first += 1
        first = endings.led(self, first, last) if self.language == "pl" else first
        if first < last and self.isa(first, "preposition") and not self.isa(first, "determiner"):
            heads = [
                k for k in range(first + 2, last) if self.isa(k, "determiner") and not self.isa(k - 1, "preposition", "genitive")
            ]
            timed = [k for k in range(first + 1, last - 1) if self.isa(k, "time") or (self.isa(k, "venue") and self._free(k + 1))]
            polish = range(first + 2, last - 1) if self.language == "pl" else range(0)
            timed += [k - 1 for k in polish if self.role(k) and self.capital(k + 1) and self._free(k)]
            first = heads[-1] if heads else max(timed) + 1 if timed else last
        for k in range(first + 1, last):
            ends = self.relative(k) or any(self.phrase(k, kind) for kind in ("carrier", "anonymity", "citing"))
            if ends or endings.set_apart(self, (first, last), k):
                last = k
                break
        while last > first and self.isa(last - 1, "time", "adverb"):
            last -= 1
        last -= last - first > 1 and self.isa(last - 1, "preposition")  # "de agosto", without its time
        if last - first > 2 and self.isa(last - 1, "join"):  # "Ana Roe sonríe y dice"
            kept = min(self.right(first), last - 1)
            while kept - first > 1 + self.isa(first, "determiner") and not self.capital(kept - 1) and not self.role(kept - 1):
                kept -= 1
            last = kept
        return (first, last) if first < last else None

    def _dated(self, i: int, last: int) -> bool:
        """Read "deze week", "Vergangene Woche" before a verb: a time and no subject."""
        dated = self.language in BRACKET and i + 1 < last and self.isa(i + 1, "time")
        return dated and not self.isa(i, "preposition") and not self.role(i)

    def _free(self, i: int) -> bool:
        """Whether a phrase of its own begins at i: a name, or a noun that no small word ties to what stands before."""
        return (self.capital(i) or self.role(i) is not None) and not self.isa(i, "preposition", "genitive", "to", "by")

    def _before_insertion(self, comma: int, plural: bool) -> Part | None:
        """Read "S, who …, said", "S, head of the guild, said": where S stands, with an apposition, without a clause."""
        near = range(comma - 1, max(comma - 30, 0), -1)
        opening = next((k for k in near if self.words[k].text in ",;" or self.quoted[k]), None)
        if opening is None:
            who = (k for k in range(2, comma) if self.language == "nl" and self.isa(k, "relative") and not self.isa(k, "that"))
            last = next(who, comma)  # "a clerk who wrote the letters, said"
            head = self.narrowed(self.back(last, plural), last)
            relative = head is not None and head[1] < comma and self.isa(head[1], "relative")  # "a clerk who …, said"
            return head if head and relative and self.language == "nl" and self.nominal(head[0]) else None
        if self.quoted[opening] or opening == 0 or self.words[opening].text == ";":  # "S lo niega; las bombas, dijo, sonaron"
            return None
        head = self.narrowed(self.back(opening, plural), opening)
        if head is None or not self.nominal(head[0]):
            return None
        first = opening + 1
        small = self.isa(first, "relative", "preposition", "adverb", "pronoun", "time", "clause")
        loose = (
            (small and not self.isa(first, "determiner"))
            or any(self.phrase(first, kind) for kind in ("according", "citing", "carrier", "anonymity", "addressee", "aside"))
            or (
                self.relative(first)
                and self.language in ("de", "nl")
                and not self.capital(first + 1)
                and not self.capital(first + 2)
            )
        )
        apposition = self.isa(first, "determiner") or self.role(first) or self.capital(first)
        if not loose and not apposition:
            return head
        return (head[0], comma) if apposition and not loose and comma - first <= APPOSED else head

    def somebody(self, first: int, last: int) -> bool:
        """Whether words [first, last) can be a teller: a name, a role or an article stands in them, and they are no pronoun."""
        ours = self.language == "id" and self.isa(last - 1, "ours")  # "penelusuran kami"
        if ours or (last - first == 1 and self.isa(first, "pronoun", "clitic", "determiner")) or self.isa(first, "question"):
            return False
        shown = any(self.capital(k) or self.role(k) or self.isa(k, "determiner", "quantity") for k in range(first, last))
        return shown and (self.isa(first, "determiner") or not self.isa(first, "auxiliary", "preposition", "negation"))

    def opened(self, first: int) -> bool:
        """Whether a clause begins at ``first``: the head of the sentence, a comma, the end of speech before it."""
        return first == 0 or self.quoted[first - 1] or self.words[first - 1].text in ',–—-:;!?»”"…('

    def plural(self, first: int, last: int) -> bool:
        """Whether the finite word of the verb in [first, last) is plural."""
        finite = next((k for k in range(first, last) if self.isa(k, "auxiliary") or self.cue(k)), last - 1)
        return self.low(finite).endswith(_JOINING.get(self.language, ())) if self.language in _JOINING else True

    def anonymous(self, first: int, last: int) -> bool:
        """Whether a formula of anonymity stands in [first, last)."""
        return any(self.phrase(k, "anonymity") for k in range(first, min(last, len(self.words))))
