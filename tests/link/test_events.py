from sayso.analyzers import by_name
from sayso.extract import extract
from sayso.link.events import events, habitual
from sayso.model import Document, Span


def spoken_of(text: str, title: str | None = None) -> list[bool]:
    span = Span(0, len(title)) if title else None
    text = f"{title}\n\n{text}" if title else text
    reading = extract(Document("d", "p.txt", None, "0", text, "en", "Post", title=title, title_span=span), by_name("rules"))
    found = events(text, list(reading.statements))
    return [s.id in found for s in reading.statements]


def test_a_definite_event_noun_goes_back_to_the_event_brought_on_before() -> None:
    assert spoken_of(
        "Jets bombed a depot near Varn, a guard said. The strike was the work of drones, a driver told Radio Ost. "
        "The reported raid hit a barn, a farmer said. Bread costs more this year."
    ) == [True, True, True, False]


def test_a_headline_speaks_of_the_event_that_its_text_goes_back_to() -> None:
    told = "Jets bombed a depot near Varn, a guard said. The strike was the work of drones, a driver told Radio Ost."
    assert spoken_of(told, "Raid on a depot near Varn") == [True, True, True]
    assert spoken_of(told, "Raid on a depot near Varn kills 12 men")[0] is False
    assert spoken_of(told, "Bread is dear in Varn")[0] is False


def test_figures_are_left_to_the_figures() -> None:
    assert spoken_of("Jets bombed a depot near Varn, a guard said. The strike killed 12 men, a clerk said.") == [False, False]


def test_an_event_nobody_brought_on_is_none() -> None:
    assert spoken_of("The blast shook the town, a guard said.") == [False]


def test_habitual() -> None:
    text = "The mayor has repeatedly accused the yard."
    assert habitual(text, Span(0, len(text)))
    assert not habitual(text, Span(0, 13))
