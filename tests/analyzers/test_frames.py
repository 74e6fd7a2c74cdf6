"""What is told without a verb of telling."""

import pytest

from sayso.analyzers import frames
from sayso.analyzers.view import View
from sayso.model import Span


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        ("The Tarn Post published an article on the wet flour.", "The Tarn Post", "the wet flour"),
        ("Radio Orvik has carried two short pieces about the mill", "Radio Orvik", "the mill"),
        ("Both Tide and Ebb ran almost identical stories on the fire.", "Both Tide and Ebb", "the fire"),
        ("The museum of Orvik published a catalogue about the painter.", None, None),
        ("The Tarn Post published, an article on the wet flour.", None, None),
        ("she ran a story on the fire.", None, None),
    ],
)
def test_who_carried_a_piece_tells_what_it_is_on(text: str, source: str | None, told: str | None) -> None:
    view = View(text, Span(0, len(text)), "en", (), False)
    made = next((m for i in range(len(view.tokens)) if (m := frames.carried(view, i))), None)
    assert (made.source.of(text) if made and made.source else None) == source
    assert (made.content[0].of(text) if made else None) == told


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        ("The lake authority now counts 52 pupils who fell ill.", "The lake authority", "52 pupils who fell ill"),
        ("By Monday the Tarn ministry had counted 13 dead.", "the Tarn ministry", "13 dead"),
        ("She counted six dead, among them a midwife.", "She", "six dead, among them a midwife"),
        ("The union documented 14 falls at the mill.", "The union", "14 falls at the mill"),
        ("The villa is let to his aunt, registers seen by the Post show.", "registers", "The villa is let to his aunt"),
        ("Orvik Marine, which saw the tanks, measured 5,400 barrels.", "Orvik Marine", "5,400 barrels"),
        ("The gauge of the Lake Office recorded up to 16 metres.", "The gauge of the Lake Office", "up to 16 metres"),
        ("The union counts more than 40 boats.", "The union", "more than 40 boats"),
        ("The pond measured 40 metres.", None, None),
        ("740: the Orvik guild counts callers to its line.", "the Orvik guild", "740"),
        ("The clerk counted on 52 friends.", None, None),
        ("The clerk counted friends.", None, None),
        ("The Tarn terrace is noted three stars.", None, None),
        ("In the yard someone counts 52 sheep.", None, None),
        ("The mill lost a third of its flour, papers seen by the Tarn Post show.", "papers", "The mill lost a third of its flour"),
        ("The mill closed at noon, before the half-time show.", None, None),
    ],
)
def test_who_counts_and_what_papers_show(text: str, source: str | None, told: str | None) -> None:
    view = View(text, Span(0, len(text)), "en", (), False)
    both = (m for i in range(len(view.tokens)) for m in (frames.shown(view, i), frames.counted(view, i)) if m)
    made = next(both, None)
    assert (made.source.of(text) if made and made.source else None) == source
    assert (made.content[0].of(text) if made else None) == told


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The lake ministry has raised the number of pupils injured to nine.", "The lake ministry"),
        ("The Orvik Guild, which had put the toll at 19, lowered it to 16 on Friday.", "The Orvik Guild"),
        ("The Orvik Guild cut its estimate to about 30 boats.", "The Orvik Guild"),
        ("The mill has cut the number of boats to nine.", None),
        ("The toll was raised to nine.", None),
        ("The guild raised the toll to great heights.", None),
    ],
)
def test_who_gives_another_figure_tells_it(text: str, source: str | None) -> None:
    view = View(text, Span(0, len(text)), "en", (), False)
    made = next((m for i in range(len(view.tokens)) if (m := frames.revised(view, i))), None)
    assert (made.source.of(text) if made and made.source else None) == source


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Reports that the weir leaked are false.", "the weir leaked"),
        ("Claims by the guild that the weir was shut are a fabrication, it says.", None),
        ("Reports that the gates are open came in.", "the gates are open came in"),
    ],
)
def test_a_verdict_is_no_part_of_what_it_is_on(text: str, told: str | None) -> None:
    view = View(text, Span(0, len(text)), "en", (), False)
    made = frames.noun(view, 0)
    assert told is None or (made and made.content[0].of(text)) == told
