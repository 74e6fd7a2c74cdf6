"""What stands round the tagger's numbers: windows of word pieces, the gate, and the way from probabilities to spans."""

from __future__ import annotations

import numpy
import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from sayso.analyzers import decoding
from sayso.analyzers.gate import Gate, gate_words
from sayso.analyzers.tagger import Tagger
from sayso.analyzers.tagging import HEADS, ROLES, SLICES, WIDTH
from sayso.analyzers.windows import CLS, LONGEST, NEAR, SEP, Window, alone, around, batches, pieces
from sayso.contracts import Attributed
from sayso.model import Document, Span
from sayso.text.sentences import paragraphs, sentences

WORDS = "[UNK] the baker said flour was dear . , “ ” : mill ##er he added that".split()


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    made = Tokenizer(models.WordPiece({w: n for n, w in enumerate(WORDS)}, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def spans_of(text: str) -> list[Span]:
    return [s for p in paragraphs(text) for s in sentences(text, p, "en")]


def rows_of(tokenizer: Tokenizer, text: str):
    return pieces(tokenizer, text, spans_of(text))


def words_of(text: str, window: Window) -> str:
    return " ".join(s.of(text) for s in window.spans if s is not None)


def test_pieces_keep_code_points(tokenizer):
    text = "The \U0001f956 miller said \ud800 flour was dear."
    (row,) = pieces(tokenizer, text, [Span(0, len(text))])
    assert [s.of(text) for s in row.spans if s.of(text) in ("flour", "dear")] == ["flour", "dear"]


def test_long_sentences_come_in_parts(tokenizer):
    text = "flour " * (2 * LONGEST + 5)
    rows = pieces(tokenizer, text, [Span(0, len(text))])
    assert [len(r.ids) for r in rows] == [LONGEST, LONGEST, 5]


def test_a_sentence_that_stands_for_itself_has_no_neighbours(tokenizer):
    text = "The mill was dear and the baker was there all day. The baker said the flour was dear and so the mill was too. No more."
    rows = rows_of(tokenizer, text)
    cue = Span(text.index("said"), text.index("said") + 4)
    assert words_of(text, around(text, rows, 1, cue)) == words_of(text, alone(rows, 1))


@pytest.mark.parametrize(
    "text",
    [
        "The baker added this: “The flour was dear.” That was all.",
        "“The flour was dear. The mill was too,” the baker added. That was all.",
    ],
)
def test_an_open_quotation_brings_its_neighbour(tokenizer, text):
    rows = rows_of(tokenizer, text)
    cue = Span(text.index("added"), text.index("added") + 5)
    n = next(i for i, r in enumerate(rows) if r.spans[0].start <= cue.start < r.spans[-1].end)
    window = around(text, rows, n, cue)
    assert "dear" in words_of(text, window) and "added" in words_of(text, window)


def test_only_the_cue_is_marked(tokenizer):
    text = "The baker said flour was dear."
    window = around(text, rows_of(tokenizer, text), 0, Span(10, 14))
    assert [s.of(text) for s, k in zip(window.spans, window.kinds, strict=True) if k and s] == ["said"]
    assert window.ids[0] == CLS and window.ids[-1] == SEP and NEAR < LONGEST


def test_batches_hold_every_window_once():
    windows = [Window((CLS,) * n, (0,) * n, (None,) * n) for n in (5, 1, 9, 3, 7)]
    assert sorted(n for b in batches(windows, 2) for n in b) == [0, 1, 2, 3, 4]


def test_the_gate_knows_forms_and_marks():
    gate = Gate(gate_words(["denied", "has told", "according to"]))
    for words in ("He denies it.", "She was telling us.", "According to the mill, no.", "Told so.", "It was “dear”."):
        assert gate.opens(words, Span(0, len(words))) == (words != "She was telling us.")
    assert not gate.opens("Flour was dear.", Span(0, 15))


def logits(window: Window, head: str, labels: dict[str, int], text: str) -> numpy.ndarray:
    """Sure numbers: each word gets the label that ``labels`` names, else 0."""
    out = numpy.zeros((len(window.ids), WIDTH), dtype=numpy.float32)
    for i, s in enumerate(window.spans):
        out[i, SLICES[head]][labels.get(s.of(text).lower(), 0) if s else 0] = 9.0
    return out


def test_cues_are_whole_words(tokenizer):
    text = "The baker miller said flour was dear."
    window = alone(rows_of(tokenizer, text), 0)
    found = decoding.cues(text, window, logits(window, "cue", {"mill": 1, "er": 2, "was": 1}, text))
    assert [s.of(text) for s in found] == ["miller", "was"]


def test_a_frame_gathers_what_belongs_to_one_cue(tokenizer):
    text = "The baker said, flour was, he added, dear."
    window = around(text, rows_of(tokenizer, text), 0, Span(10, 14))
    role = {"the": "S", "baker": "S", "said": "C", "flour": "T", "was": "T", "dear": "T"}
    numbers = logits(window, "role", {w: ROLES.index(r) for w, r in role.items()}, text)
    found = decoding.frame(text, window, numbers, Span(10, 14))
    assert found is not None and found.source is not None
    assert found.source.of(text) == "The baker" and [c.of(text) for c in found.content] == ["flour was", "dear"]


def test_marked_words_that_are_no_cue_give_nothing(tokenizer):
    text = "The baker said flour was dear."
    window = around(text, rows_of(tokenizer, text), 0, Span(10, 14))
    numbers = logits(window, "role", {"flour": ROLES.index("T")}, text)
    assert decoding.frame(text, window, numbers, Span(10, 14)) is None


def test_heads_fill_the_row():
    assert sum(HEADS.values()) == WIDTH and [s.stop - s.start for s in SLICES.values()] == list(HEADS.values())


SAID = (
    *(-0.13, 3.96, -3.7, 4.69, -4.67, 4.16, -4.06, 1.76, -1.97, 7.79, -4.43, -1.39, -4.79, -5.95, -3.9, -1.71, -3.68, 3.49),
    *(0.11, -3.45, -2.05, -2.27, -1.28, -0.69, -0.59, -0.1, -1.35, -0.59, -0.8, 0.43, -1.48, -0.01, 1.54, -1.07, 0.05, 0.58),
)
"""What the shipped network gives for “said” where sums are exact (frozen with the file; a new file has other numbers)."""


def test_sums_are_exact_on_every_processor():
    reader = Tagger()
    text = "A security source, who would give no name, said up to 22 fighters had been killed."
    ids = numpy.array([reader._tokenizer.encode(text).ids], dtype=numpy.int64)
    given = reader._run(ids, numpy.zeros_like(ids))[0, 11]
    # 0.2 away on average where products of two bytes are added in sixteen bits; rounding alone is a hundredth or two.
    assert numpy.abs(given - numpy.array(SAID)).mean() < 0.05


def test_pieces_of_a_sentence_that_another_tells_go() -> None:
    text = "Nine hurt, says the clinic. Two dead, says the mill."
    one, two = Span(0, 27), Span(28, len(text))
    a = Attributed((Span(0, 9),), Span(11, 15), Span(16, 26))
    b = Attributed((Span(0, 9), Span(28, 36)), Span(38, 42), Span(43, 51))
    assert [x.content for x in decoding.own(text, [a, b], [one, two])] == [(Span(0, 9),), (Span(28, 36),)]
    assert decoding.own(text, [b], [one, two])[0].content == (Span(28, 36),)  # less than the whole of one in no marks


def test_a_whole_sentence_before_stays_told() -> None:
    text = "Nine men are hurt. All are miners, says the mill."
    a = Attributed((Span(0, 17), Span(19, 33)), Span(35, 39), Span(40, 48))
    assert decoding.own(text, [a], [Span(0, 18), Span(19, len(text))])[0].content == a.content


def test_a_text_that_stands_at_two_addresses_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, asked = Tagger(), []
    network = reader._run
    monkeypatch.setattr(reader, "_run", lambda ids, kinds: asked.append(ids.shape) or network(ids, kinds))
    text = "Warden Ada Fenn said the lock was shut. The mayor denied it.\n\nWarden Ada Fenn said the lock was shut."
    first, second = (Document(d, f"{d}.txt", None, "0", text, "en") for d in "ab")
    listed = spans_of(text)
    found = reader.attributions(first, listed)
    rows = sum(shape[0] for shape in asked)
    assert reader.attributions(second, listed) == found
    assert sum(shape[0] for shape in asked) == rows
    assert rows < 2 * len(listed)  # the sentence that stands twice is given to the network once
    assert len({a.content[0].of(text) for a in found}) < len(found)  # and found in both places
