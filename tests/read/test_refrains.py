"""Lines that a house repeats at the ends of its pages."""

from sayso.model import Document
from sayso.read.refrains import marked

LINE = "The Lantern is read by eleven thousand houses on the river."
TOLD = ("The ferry sank at noon.", "The mill burned for two days.", "A dam broke above the town.", "The school opens on Monday.")


def page(n: int, text: str, outlet: str = "Orle Lantern") -> Document:
    return Document(f"d{n}", f"p{n}.txt", None, "0", text, outlet=outlet)


def shown(pages: list[Document]) -> list[str]:
    return [f.span.of(d.text) for d in marked(pages) for f in d.furniture]


def test_a_refrain_of_three_pages():
    pages = [page(n, f"{TOLD[n]} Number {n}.\n\nNobody was hurt on day {n}.\n\n{LINE}") for n in range(3)]
    assert shown(pages) == [LINE] * 3 and [d.text for d in marked(pages)] == [d.text for d in pages]


def test_no_refrain():
    two = [page(n, f"{TOLD[n]}\n\nNobody was hurt on day {n}.\n\n{LINE}") for n in range(2)]
    assert not shown(two)
    others = [page(n, f"{TOLD[n]}\n\nNobody was hurt on day {n}.\n\n{LINE}", f"House {n}") for n in range(3)]
    assert not shown(others)
    same = [page(n, f"{TOLD[0]}\n\nNobody was hurt at all.\n\n{LINE}\n\nDay {n}.") for n in range(3)]
    assert not shown(same)
    within = "\n\n".join(f"Line number {n} of many." for n in range(6))
    middle = [
        page(n, f"{TOLD[n]} {within}".replace("Line", f"Row {n}") + f"\n\n{LINE}\n\n" + within.replace("Line", f"Part {n}"))
        for n in range(3)
    ]
    assert not shown(middle)
