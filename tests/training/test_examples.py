"""What the network is shown: labels by piece, from our records and from rows in PolNeAR's form. Nothing is trained here."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from resources.labels import build
from sayso.analyzers.tagging import KINDS, ROLES, STANCES
from training import examples

MARKED = "{s1 official|The warden} {c1 deny|denied} {t1|the leak}. Nobody else denied it."
IGNORE = examples.IGNORE


@pytest.fixture
def maker() -> examples.Maker:
    known = "[UNK] the warden denied leak nobody else it .".split()
    tokenizer = Tokenizer(models.WordPiece({w: n for n, w in enumerate(known)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made = examples.Maker(tokenizer, 1)
    made.learn_words([build.parse("x", MARKED).record()])
    return made


def labelled(text: str, example: examples.Example, head: str) -> dict[str, int]:
    row = zip(example.window.spans, example.labels[head], strict=True)
    return {s.of(text).lower(): n for s, n in row if s is not None and n not in (0, IGNORE)}


def test_first_pass_marks_cues_and_second_what_belongs_to_one(maker: examples.Maker) -> None:
    record = build.parse("x", MARKED).record()
    made = list(maker.examples(record))
    firsts = [e for e in made if "cue" in e.labels]
    assert [labelled(record["text"], e, "cue") for e in firsts] == [{"denied": 1}, {}]
    second = next(e for e in made if "role" in e.labels and labelled(record["text"], e, "role"))
    roles = {w: ROLES[n] for w, n in labelled(record["text"], second, "role").items()}
    assert roles == {"warden": "S", "denied": "C", "leak": "T", "the": "T"}  # "the" stands twice, the later one shows
    assert labelled(record["text"], second, "stance") == {"denied": STANCES.index("deny")}
    assert set(labelled(record["text"], second, "kind").values()) == {KINDS.index("official")}


def test_a_cue_that_is_none_here_is_shown_as_such(maker: examples.Maker) -> None:
    maker.random.random = lambda: 0.0
    record = build.parse("x", MARKED).record()
    wrong = [e for e in maker.examples(record) if "role" in e.labels and not labelled(record["text"], e, "role")]
    assert len(wrong) == 1 and sum(wrong[0].window.kinds) == 1


def test_a_row_in_polnears_form_is_a_record() -> None:
    record = build.parse("x", MARKED).record()
    row = build.gold(record)
    (a,) = examples.from_polnear(row)["attributions"]
    assert {p: a[p] for p in ("source", "cue", "content")} == {
        p: record["attributions"][0][p] for p in ("source", "cue", "content")
    }
    assert examples.from_polnear(record) is record
