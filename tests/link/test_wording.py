from sayso.link import LinkOptions, link
from sayso.link.wording import page_words, reuses
from tests.link.piles import page

PASSAGE = "The old mill on the river Sarn was bought by two sisters who had never baked a single loaf in all their lives before"
FOOTNOTE = "* The Brotherhood of the Lantern is an outlawed society in the duchy of Merrow and in many other duchies of the realm"


def worded(*pages):
    return [page_words(d) for d in sorted((p.document for p in pages), key=lambda d: d.id)]


def test_a_passage_inside_a_longer_page_is_found_with_its_place():
    a = page("a", "Snow fell for the ninth day.", PASSAGE + ", said nobody.", "The bridge stays closed.")
    b = page("b", "Prices for rye went up again in Merrow.", "It is known that " + PASSAGE.lower() + ".")
    (found,) = reuses(worded(a, b))
    texts = {p.document.id: p.document.text for p in (a, b)}
    assert found.words >= 20
    assert found.a_span.of(texts[found.a]).lower() == found.b_span.of(texts[found.b]).lower() == PASSAGE.lower()


def test_stock_phrases_are_no_derivation():
    a = page("a", "Snow fell for the ninth day.", furniture=(FOOTNOTE,))
    b = page("b", "Prices for rye went up again.", FOOTNOTE)
    assert reuses(worded(a, b)) == []


def test_a_shared_quotation_alone_is_no_derivation():
    a, b = (page(n, f"{n} heard this: “{PASSAGE}.”") for n in ("one", "two"))
    assert reuses(worded(a, b)) == []


def test_a_quotation_that_one_page_marks_is_one_on_all_pages():
    marked, a, b = page("marked", f"She said: “{PASSAGE}.”"), page("a", PASSAGE, "Snow fell."), page("b", PASSAGE, "Rye is dear.")
    assert [(r.a, r.b) for r in reuses(worded(a, b))] == [tuple(sorted((a.document.id, b.document.id)))]
    assert reuses(worded(marked, a, b)) == []


def test_a_page_is_tied_to_one_crawl_of_another_only():
    def crawl(name, clock):
        return page(name, PASSAGE + ".", clock, "The bridge over the Sarn stays closed until spring.", url="https://mill.example/1")

    other = page("other", PASSAGE + ".", "Prices for rye went up again in Merrow, where nobody has seen a cart since autumn.")
    found = link((crawl("first", "Read 12 times"), crawl("second", "Read 90 times"), other), LinkOptions()).derivations
    assert sorted(e.kind for e in found) == ["rewrite", "same_page"]


def test_shared_wording_without_dates_has_no_direction():
    a = page("a", PASSAGE + ".", "Snow fell for the ninth day and the children of the valley stayed at home.")
    b = page("b", PASSAGE + ".", "Prices for rye went up again in Merrow, where nobody has seen a cart since autumn.")
    (edge,) = link((a, b), LinkOptions()).derivations
    assert not edge.directed and not edge.declared and edge.kind == "rewrite"
    assert any(r.feature == "same wording" and r.span and r.from_span for r in edge.why)
    assert link((a, b), LinkOptions(wording=False)).derivations == ()


def test_dates_decide_who_follows():
    early = page("early", PASSAGE + ".", "Snow fell for the ninth day.", day="2030-01-01")
    late = page("late", PASSAGE + ".", "Prices for rye went up again in Merrow.", day="2030-02-01")
    (edge,) = link((late, early), LinkOptions()).derivations
    assert (edge.document, edge.from_, edge.directed) == (late.document.id, early.document.id, True)
