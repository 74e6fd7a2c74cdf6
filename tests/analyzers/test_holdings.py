"""What somebody holds, told without a verb of saying; all of it is invented."""

import pytest

from sayso.analyzers.holdings import READ
from sayso.analyzers.view import View
from sayso.model import Span


def told(text: str) -> tuple[str, str] | None:
    """Who tells what by the first of the readers that finds something."""
    view = View(text, Span(0, len(text)), "en", (), False)
    made = next((a for i in range(len(view.tokens)) for read in READ if (a := read(view, i))), None)
    return (made.source.of(text) if made.source else "", made.content[0].of(text)) if made else None


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The navy's toll is eleven.", ("The navy", "is eleven")),
        ("The council's own figure of 41 boats covers one pier.", ("The council", "of 41 boats covers one pier")),
        ("By noon, the ministry's latest count stood at 52; two are children.", ("the ministry", "stood at 52")),
        ("Ness's toll is 41.", None),  # a place has a toll and tells nothing
        ("The team's figure is 41.", None),
        ("The ministry's figure is contested.", None),
        ("He read the ministry's figure is 41.", None),
        ("That includes four deaths which the ministry had announced.", ("the ministry", "four deaths")),
        ("Add the 12 boats that the guild reported on Monday.", ("the guild", "the 12 boats")),
        ("They are among nine miners which the operator named earlier.", ("the operator", "nine miners")),
        ("The photo of barges published by Weir Watch was not taken at Orle.", ("Weir Watch", "The photo of barges")),
        ("The sum of 90 crowns quoted by an eel seller is invented.", ("an eel seller", "The sum of 90 crowns")),
        ("A video shared by Orvik Flash as a flood at the weir is old.", ("Orvik Flash", "A video")),
        ("The report published by the guild was not signed.", None),
        ("The list of nine names published by the guild was long.", None),
        ("That includes the pier which the ministry had announced.", None),
        ("That includes four ships which the ministry had announced to the guild.", None),
        ("That includes four deaths announced on Monday.", None),
        ("A tally sheet signed by the warden carries 17 names.", ("A tally sheet signed by the warden", "17 names")),
        ("The harbour plan gives the quay 310 metres.", ("The harbour plan", "the quay 310 metres")),
        ("The coroner's note puts the dose at 40 drops.", ("The coroner's note", "the dose at 40 drops")),
        ("The report gives little hope.", None),
        ("The warden gives the boys two apples.", None),
        ("The plan has three parts.", None),
        ("The infirmary has drawn up a list of 14 dead.", ("The infirmary", "list of 14 dead")),
        ("On Friday the observatory published the names of 13 sailors.", ("the observatory", "names of 13 sailors")),
        ("The guild released a new list of nine missing boats.", ("The guild", "list of nine missing boats")),
        ("The guild published a list of demands.", None),
        ("It published a list of 14 dead.", None),
        ("The guild published 14 lists of songs.", None),
        ("12: given by Ida Volk of the Dyke Board on the first day.", ("Ida Volk of the Dyke Board", "12")),
        ("19: given to the Tarn Press by one unnamed diver.", ("one unnamed diver", "19")),
        ("The toll was down from the 46 announced by the navy a week ago.", ("the navy", "the 46")),
        ("The nine boats reported by Monday were old.", None),
        ("Two men named by the court are free.", None),
        ("The figure came from Tarn Wire, which has taken it back.", ("Tarn Wire", "The figure")),
        ("The water came from Tarn Wire.", None),
        ("The Lake Monitor has 13, counted on the ground.", ("The Lake Monitor", "13, counted on the ground")),
        ("The union's report has 58 and 1,980.", None),
        ("The mill has 620 workers.", None),
        ("Volk has 13, Rask nine.", None),
        ("The team has 13.", None),
        ("Survivors have spoken of smoke on the stairs.", ("Survivors", "smoke on the stairs")),
        ("Few spoke of smoke on the stairs.", None),
        ("The survivors spoke of it.", None),
        ("The guild denies it.", ("The guild", "it")),
        ("The mayor disputed that on Monday.", ("The mayor", "that")),
        ("The warden rejects this;", ("The warden", "this")),
        ("The guild denies that boat to him.", None),
        ("The guild denied them entry.", None),
        ("Nobody denies it.", None),
    ],
)
def test_who_holds_a_count_a_list_or_a_denial_tells_it(text: str, want: tuple[str, str] | None) -> None:
    assert told(text) == want
