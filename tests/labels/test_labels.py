"""The marked articles follow their guidelines, and the checker catches what does not."""

import sys
from pathlib import Path

import pytest

LABELS = Path(__file__).parents[2] / "resources" / "labels"
sys.path.insert(0, str(LABELS))
import build  # noqa: E402

ARTICLES = build.articles()


def test_there_are_as_many_as_the_guidelines_say() -> None:
    records = [a.record() for a in ARTICLES]
    assert len(records) >= 200
    assert sum(len(r["attributions"]) for r in records) >= 3_000


@pytest.mark.parametrize("article", ARTICLES, ids=lambda a: a.name)
def test_offsets_lie_in_the_text_and_no_mark_is_left_in_it(article: build.Article) -> None:
    record = article.record()
    spans = [s for a in record["attributions"] for part in build.PARTS.values() for s in a.get(part, [])]
    assert all(0 <= s < e <= len(record["text"]) and record["text"][s:e].strip() for s, e in spans)
    assert not any(f"{{{letter}" in record["text"] for letter in "sctrvkhaj")


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("{s1 person|Ida Volk} {c1|said} {t1|the pier was safe.", "not closed"),
        ("{s1 person|Ida Volk} {c1|said} the pier was safe.", "no content"),
        ("{s1 wizard|Ida Volk} {c1|said} {t1|the pier was safe}.", "unknown word"),
        ("Ida Volk} said so.", "closing brace"),
        ("{x1|Ida Volk} said so.", "no mark begins"),
        ("{s|Ida Volk} {c1|said} {t1|so}.", "needs a number"),
    ],
)
def test_a_wrong_mark_is_named(source: str, why: str) -> None:
    with pytest.raises(build.LabelError, match=why):
        build.parse("x", source)


def test_nested_marks_and_escapes() -> None:
    record = build.parse("x", "{s1 person|Volk} {c1|said} {t1|{s2 group|guards} {c2|saw} {t2|a \\{sign\\}}}.").record()
    text = record["text"]
    assert text == "Volk said guards saw a {sign}.\n"
    assert [[text[s:e] for s, e in a["content"]] for a in record["attributions"]] == [["guards saw a {sign}"], ["a {sign}"]]


def test_agreement_is_one_with_itself_and_less_with_less() -> None:
    one = build.parse("x", "{s1 person|Volk} {c1|said} {t1|the pier fell}. {s2 person|Orr} {c2|said} {t2|it rained}.")
    other = build.parse("x", "{s1 person|Volk} {c1|said} {t1|the pier fell}. Orr said it rained.")
    assert build.agreement([one.record()], [one.record()]) == 1.0
    assert build.agreement([one.record()], [other.record()]) == pytest.approx(2 / 3)
