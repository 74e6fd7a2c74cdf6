"""Whole invented pages through the extract room: voices, chains, who is meant by "the source"."""

from collections.abc import Sequence

import pytest

from sayso.analyzers import by_name
from sayso.contracts import Attributed
from sayso.extract import extract
from sayso.model import Document, Furniture, Reading, Span, Statement


def read(
    text: str,
    outlet: str | None = None,
    title: str | None = None,
    furniture: tuple[str, ...] = (),
    language: str = "en",
    analyzer: str = "rules",
) -> Reading:
    marked = tuple(Furniture(Span(text.index(f), text.index(f) + len(f)), "navigation") for f in furniture)
    span = Span(text.index(title), text.index(title) + len(title)) if title else None
    return extract(
        Document("d", "p.txt", None, "0", text, language, outlet, title=title, title_span=span, furniture=marked), by_name(analyzer)
    )


def chains(reading: Reading) -> list[list[str | None]]:
    return [[link.name for link in s.chain] for s in reading.statements]


def one(reading: Reading, words: str) -> Statement:
    (found,) = [s for s in reading.statements if words in s.span.of(reading.document.text)]
    return found


def test_a_chain_of_three() -> None:
    reading = read(
        "Two ships collided off Varn, state agency VNA reports, citing a naval source. One of them sank, the source added.",
        outlet="Harbour Post",
    )
    assert chains(reading) == [["Harbour Post", "state agency VNA", "a naval source"]] * 2
    assert [s.chain[-1].kind for s in reading.statements] == ["anonymous", "anonymous"]


def test_told_another_outlet_is_a_link_and_told_this_one_is_not() -> None:
    text = "The dam is full, engineer Ada Kern told Radio Ost. “We are not worried,” mayor Jon Lid told the Harbour Post."
    first, second = read(text, outlet="Harbour Post").statements
    assert [k.name for k in first.chain] == ["Harbour Post", "Radio Ost", "engineer Ada Kern"]
    assert [k.name for k in second.chain] == ["Harbour Post", "mayor Jon Lid"]
    assert second.addressee is not None and second.addressee.name == "the Harbour Post"


def test_another_service_of_the_house_is_a_link_of_its_own() -> None:
    text = "The gate was blown up, a source told Varna Arabic."
    assert chains(read(text, outlet="Varna International")) == [["Varna International", "Varna Arabic", "a source"]]
    assert chains(read(text.replace(" Arabic", ""), outlet="Varna International")) == [["Varna International", "a source"]]


def test_an_anonymous_source_brought_on_while_a_report_is_passed_on_belongs_to_it() -> None:
    text = (
        "The VNA news agency reported that the raid lasted three days.\n\n"
        "The camp was empty by then, according to a senior harbour source."
    )
    assert chains(read(text, outlet="Post"))[-1] == ["Post", "The VNA news agency", "a senior harbour source"]


def test_a_quotation_paragraph_without_a_cue_goes_on_with_the_speaker() -> None:
    text = (
        "A clerk, who asked not to be named, told us that the vault was open.\n\n"
        "“Over four days they moved two hundred crates. Nobody stopped them.”\n\nSo far 900 crates have been moved."
    )
    reading = read(text, outlet="Post")
    assert one(reading, "Over four days").voice == "direct"
    assert one(reading, "Over four days").chain[-1].name == "A clerk"
    assert [k.name for k in one(reading, "900 crates").chain] == ["Post"], "a total outside the marks stays with the page"


def test_unbalanced_marks_keep_the_speaker() -> None:
    text = "“Study the map of the valley.” All roads are closed,” Orr said."
    reading = read(text)
    assert {s.voice for s in reading.statements} == {"direct"}
    assert {s.attribution for s in reading.statements} == {reading.statements[0].attribution}


def test_two_attributions_in_one_sentence() -> None:
    text = (
        "Brigadier Ada Kern stated that the last posts stood only in the upper valley, in response to "
        "governor Jon Lid's claim that the militia was the only force that could hold the pass."
    )
    outer, inner = read(text, outlet="Post").statements
    assert "the last posts stood only in the upper valley" in " ".join(c.of(text) for c in outer.content)
    assert "only force" not in outer.span.of(text)
    assert [k.name for k in inner.chain][-1] == "governor Jon Lid"


class Marked:
    """An analyzer that finds what it was given: (source, cue, told words) each."""

    name, model = "marked", None

    def __init__(self, *rows: tuple[str, str, str]) -> None:
        self.rows = rows

    def attributions(self, document: Document, sentences: Sequence[Span]) -> list[Attributed]:
        at = lambda words: Span(n := document.text.index(words), n + len(words))  # noqa: E731
        return [Attributed((at(told),), cue=at(cue), source=at(source)) for source, cue, told in self.rows]


def test_who_tells_of_himself_tells_once() -> None:
    text = "Ada Kern said she hopes that the pier is safe."
    marked = Marked(("Ada Kern", "said", "she hopes that the pier is safe"), ("she", "hopes", "the pier is safe"))
    (only,) = extract(Document("d", "p.txt", None, "0", text, "en", "Post"), marked).statements
    assert ([k.name for k in only.chain], only.cue) == (["Post", "Ada Kern"], Span(9, 13))
    text = "Ada Kern said Jon Lid hopes that the pier is safe."
    marked = Marked(("Ada Kern", "said", "Jon Lid hopes that the pier is safe"), ("Jon Lid", "hopes", "the pier is safe"))
    (inner,) = extract(Document("d", "p.txt", None, "0", text, "en", "Post"), marked).statements
    assert [k.name for k in inner.chain] == ["Post", "Ada Kern", "Jon Lid"]


@pytest.mark.parametrize(
    ("told", "inner"),
    [
        ("she had told the bank that the pier is safe", ("she", "had told", "the pier is safe")),
        ("she warned the mayor that the pier may fall", ("she", "warned", "the pier may fall")),
        ("“I asked the bank for a new pier", ("I", "asked", "for a new pier")),
    ],
)
def test_what_somebody_says_he_once_told_is_told_twice(told: str, inner: tuple[str, str, str]) -> None:
    text = f"Ada Kern said {told}."
    statements = extract(
        Document("d", "p.txt", None, "0", text, "en", "Post"), Marked(("Ada Kern", "said", told.strip("“")), inner)
    ).statements
    assert sorted(s.cue.of(text) for s in statements if s.cue) == sorted(["said", inner[1]])
    assert {tuple(k.name for k in s.chain) for s in statements} == {("Post", "Ada Kern")}


@pytest.mark.parametrize(
    ("told", "inner"),
    [
        ("she believes that the pier is safe", ("she", "believes", "the pier is safe")),
        ("we recommend a study of the pier", ("we", "recommend", "a study of the pier")),
        ("she had asked for help", ("she", "had asked", "for help")),
    ],
)
def test_thoughts_acts_and_scraps_are_told_once(told: str, inner: tuple[str, str, str]) -> None:
    text = f"Ada Kern said {told}."
    (only,) = extract(Document("d", "p.txt", None, "0", text, "en", "Post"), Marked(("Ada Kern", "said", told), inner)).statements
    assert only.cue == Span(9, 13)


def test_pronouns_and_bare_roles_get_the_fullest_form() -> None:
    text = (
        "Ada Kern, the harbour master, said the pier was safe.\n\nShe added that boats may land.\n\n"
        "Kern said so twice, adding that nobody asked."
    )
    reading = read(text)
    names = {s.chain[-1].source for s in reading.statements}
    assert len(names) == 1, "one person, whatever the words"
    assert one(reading, "boats may land").chain[-1].name == "Ada Kern, the harbour master"


def test_a_source_nobody_is_given_for() -> None:
    (only,) = read("The ferry has reportedly sunk near the second pier.", outlet="Post").statements
    assert [(k.name, k.kind) for k in only.chain] == [("Post", "outlet"), (None, "unnamed")]


def test_furniture_makes_no_statement() -> None:
    text = "Share this story with a friend now\n\nThe bridge was closed, police said."
    reading = read(text, furniture=("Share this story with a friend now",))
    assert [s.span.of(text) for s in reading.statements] == ["The bridge was closed, police said"]


@pytest.mark.parametrize(
    ("title", "voice", "names"),
    [
        ("Ministry: Flood killed nine in the valley", "headline", ["Post", "Ministry"]),
        ("Flood killed nine in the valley", "headline", ["Post"]),
    ],
)
def test_titles(title: str, voice: str, names: list[str]) -> None:
    statement = read(f"{title}\n\nNine people died on Monday.", outlet="Post", title=title).statements[0]
    assert (statement.voice, [k.name for k in statement.chain]) == (voice, names)


def test_every_span_is_the_text_at_its_offsets_with_odd_spaces() -> None:
    text = "Kern\u00a0said the pier\u00a0was “safe\u00a0enough” for\u00a0boats."
    (only,) = read(text).statements
    assert only.cue is not None and only.cue.of(text) == "said"
    assert only.chain[-1].span is not None and only.chain[-1].span.of(text) == "Kern"
    assert only.voice == "mixed"


class Given:
    """An analyzer that finds what it was given."""

    name, model = "given", None

    def __init__(self, *found: Attributed) -> None:
        self.found = found

    def attributions(self, document: Document, sentences: object) -> tuple[Attributed, ...]:
        return self.found


def speakers(text: str, *rows: tuple[str, str | None, str | None]) -> dict[str, list[str | None]]:
    """The chain of each statement by its words; rows are what is told, the cue and the source (None, None: it goes on)."""

    def at(words: str | None) -> Span | None:
        return Span(text.index(words), text.index(words) + len(words)) if words else None

    given = [Attributed((span,), at(cue), at(source), inherits=cue is None) for told, cue, source in rows if (span := at(told))]
    reading = extract(Document("d", "p.txt", None, "0", text, "en", None), Given(*given))
    return {s.content[0].of(text): [k.name for k in s.chain[1:]] for s in reading.statements}


BAD = "we heard from Grellco that bad nets were on offer"
OUTER, INNER = (BAD, "wrote", "Ida Volk"), ("bad nets were on offer", "heard from", "Grellco")


def test_whoever_cites_somebody_in_a_quotation_goes_on_speaking() -> None:
    text = f"“{BAD},” Ida Volk wrote. “The shops will be back soon.”"
    assert speakers(text, OUTER, INNER, ("The shops will be back soon", None, None))["The shops will be back soon"] == ["Ida Volk"]


def test_marks_within_marks_end_the_words_of_the_cited_one() -> None:
    text = "Ida Volk wrote: “The warden told us: ‘I will go to the quay.’ That was all.”"
    rows = (
        ("The warden told us: ‘I will go to the quay", "wrote", "Ida Volk"),
        ("I will go to the quay", "told", "The warden"),
        ("That was all", None, None),
    )
    assert speakers(text, *rows)["That was all"] == ["Ida Volk"]
    open_ = text.replace(".’ That", ". That")
    assert speakers(open_, *rows)["That was all"][-1] == "The warden"


def test_outside_of_marks_the_inner_source_goes_on() -> None:
    text = "The Gazette wrote that the warden told its reporter the gate was shut. “Nobody came through it all night.”"
    said = speakers(
        text,
        ("the warden told its reporter the gate was shut", "wrote", "The Gazette"),
        ("the gate was shut", "told", "the warden"),
        ("Nobody came through it all night", None, None),
    )
    assert said["Nobody came through it all night"][-1] == "the warden"


@pytest.mark.parametrize(
    ("first", "then", "same"),
    [
        ("An Orvik military court", "The military", False),
        ("An Orvik military court", "The court", True),
        ("The Orvik state commission", "The state", False),
        ("The Orvik police department", "The police", True),
        ("The Foreign Ministry", "The ministry", True),
    ],
)
def test_a_body_is_not_the_one_that_owns_it(first: str, then: str, same: bool) -> None:
    text = f"{first} said the girl threw stones. {then} said the march was violent."
    said = speakers(text, ("the girl threw stones", "said", first), ("the march was violent", "said the march", then))
    names = {k for chain in said.values() for k in chain}
    assert (len(names) == 1) is same


@pytest.mark.parametrize("analyzer", ["rules", "model"])
@pytest.mark.parametrize("behind", ["That's according to the Tarn Water Board.", "So said the Tarn Water Board on Monday."])
def test_a_sentence_that_credits_the_one_before_tells_nothing_itself(behind: str, analyzer: str) -> None:
    reading = read(f"The dam lost a third of its water. {behind} Nobody was hurt in the village.", analyzer=analyzer)
    told = [(s.chain[-1].name, s.content[0].of(reading.document.text)) for s in reading.statements]
    assert told[0] == ("the Tarn Water Board", "The dam lost a third of its water")
    assert [c for _, c in told[1:]] == ["Nobody was hurt in the village"]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "La docteure Ida Volk dit n'avoir vu aucun cas.", ["La docteure Ida Volk"]),
        ("fr", "La directrice affirme ne pas avoir reçu de courrier.", ["La directrice"]),
        ("fr", "Le maire Jan Rask dit avoir prévenu le moulin en mai.", ["Le maire Jan Rask"]),
        ("fr", "La directrice n'affirme pas que le moulin ferme.", [None]),
        ("fr", "« Le pont est sûr », a dit Jan Rask. « Deux piles ont été refaites. »", ["Jan Rask", "Jan Rask"]),
        ("es", "Según el boletín n.º 3 del ministerio, 12 puentes están cerrados.", ["el boletín n.º 3 del ministerio"]),
        ("it", "Secondo il bollettino n. 3 della regione, 12 ponti sono chiusi.", ["il bollettino n. 3 della regione"]),
        ("nl", "Molenaar Jan Rask zei dat de brug veilig is. Volgens hem is het hout nieuw.", ["Molenaar Jan Rask"] * 2),
        ("nl", "Volgens haar man is de brug veilig.", ["haar man"]),
        ("pl", "Burmistrz Jan Kos powiedział, że most jest bezpieczny. Według niego filar jest nowy.", ["Burmistrz Jan Kos"] * 2),
        ("ru", "В мэрии сообщили, что мост закрыт. Там добавили, что опора новая.", ["мэрии", "мэрии"]),
        ("ru", "Там стоял мост.", [None]),
    ],
)
def test_who_goes_on_in_other_languages(language: str, text: str, names: list[str | None]) -> None:
    found = read(text, language=language)
    assert [c[-1] if len(c) > 1 else None for c in chains(found)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Mühle wies die Berichte zurück. Sie sei sicher.", ["Die Mühle"] * 2),
        ("Müllerin Ida Volk sagte, die Brücke sei sicher. Sie habe zwei Pfeiler prüfen lassen.", ["Müllerin Ida Volk"] * 2),
        ("Die Mühle wies Berichte zurück. Sie habe das Gegenteil gesagt: Kein Sack sei nass.", ["Die Mühle"] * 2),
        ("Müllerin Ida Volk sagte, die Brücke sei sicher. Ich habe das gesehen.", ["Müllerin Ida Volk", None]),
        ("Müllerin Ida Volk sagte, die Brücke sei sicher. Es sei denn, sie fällt.", ["Müllerin Ida Volk", None]),
        ("Die Brücke fiel. Wie dem auch sei, sie fehlt.", [None, None]),
    ],
)
def test_a_form_of_the_verb_says_that_the_speaker_goes_on(text: str, names: list[str | None]) -> None:
    assert [c[-1] if len(c) > 1 else None for c in chains(read(text, language="de"))] == names


@pytest.mark.parametrize(
    ("first", "via"),
    [
        ("The miller Rolf Amsel said that Inga Rohde had told him the dam was lost.", []),
        ("A neighbour said that Inga Rohde had told her the dam was lost.", []),
        ("The Lake Guild said that Inga Rohde had told it the dam was lost.", []),
        ("The Lake News Agency said that Inga Rohde had told it the dam was lost.", ["The Lake News Agency"]),
    ],
)
def test_whom_a_person_quotes_once_speaks_for_himself_later(first: str, via: list[str]) -> None:
    found = read(f"{first}\n\nInga Rohde said on Friday that the mill stood.")
    assert [link.name for link in one(found, "the mill stood").chain[1:]] == [*via, "Inga Rohde"]


def sources_of(reading: Reading) -> list[str | None]:
    return [s.chain[-1].name for s in reading.statements if len(s.chain) > 1]


@pytest.mark.parametrize(
    ("page", "furniture", "want"),
    [
        (
            "The dam will hold, said Nils Orr, a builder. Peter Rask Photos\n“It was built twice,” he said.",
            ("Peter Rask Photos",),
            "Nils Orr",
        ),
        ("Rask will hold on for a year, said Nils Orr. “He has nowhere to go,” he said.", (), "Nils Orr"),
        (
            "Nils Orr said the dam was full. Rask, who runs it, left early. Rask told nobody. Orr saw it. “It is dry,” he said.",
            (),
            "Nils Orr",
        ),
        (
            "Captain Jorn Velik saw the dam. It was wet. Velik has never liked it. “It is too old,” he said.",
            (),
            "Captain Jorn Velik",
        ),
        ("Nils Orr said the dam was full. Peter Rask left the hall. He said it was dry.", (), "Peter Rask"),
        ("Arle Vosk said the dam was full.\n\nMill director Ilar Desk came late. He said it was dry.", (), "Ilar Desk"),
        ("Arle Vosk said the dam was full. Mill director Ilar Desk came late.\n\nHe said it was dry.", (), "Arle Vosk"),
        ("Amparo Vosk, technical director of the mill, was away. She said it was dry.", (), "Amparo Vosk"),
    ],
)
def test_whom_he_means(page: str, furniture: tuple[str, ...], want: str) -> None:
    assert sources_of(read(page, furniture=furniture))[-1] == want


def test_a_speaker_goes_on_across_a_caption_but_not_across_the_pages_own_words() -> None:
    page = "“The dam is full,” Ada Kern said. “It is wet.”\n{}\n“We had to leave the house at noon.”"
    own = "The town lies below it."
    assert sources_of(read(page.format(own), furniture=(own,)))[-1] == "Ada Kern"
    assert sources_of(read(page.format(own)))[-1] is None


def test_speech_in_single_marks_is_direct_and_goes_on() -> None:
    page = "'The dam is full,' Ada Kern said.\n'We had to leave the house at noon.\n'Nobody has told us why it is so.'"
    reading = read(page, analyzer="model")
    assert [(s.voice, s.chain[-1].name) for s in reading.statements] == [("direct", "Ada Kern")] * 3


@pytest.mark.parametrize(
    ("between", "relayed"),
    [
        ("The VNA news agency reported that the raid lasted three days.\n\n", True),
        ("The VNA news agency reported that the raid lasted three days.\n\nIt rained all night.\n\n", False),
        (
            "The VNA news agency reported that the raid lasted three days.\n\nA Post reporter said the fence was down. ",
            False,
        ),
        ("The raid lasted three days.\n\n", False),
    ],
)
def test_nobody_is_passed_on_across_the_pages_own_words(between: str, relayed: bool) -> None:
    text = f"{between}The camp was empty by then, according to a senior harbour source."
    last = chains(read(text, outlet="Post"))[-1]
    assert (last[-1], "The VNA news agency" in last) == ("a senior harbour source", relayed)


@pytest.mark.parametrize(
    ("language", "text", "told", "want"),
    [
        ("es", "Su vocera, Ana Roe, mostró una lista. «El pozo está seco», aclaró.", "El pozo", "Ana Roe"),
        (
            "fr",
            "Présente hier au moulin, Anne Roe, meunière de Ness, en doute. « Le puits est sec », dit-elle.",
            "Le puits",
            "Anne Roe",
        ),
        ("it", "La portavoce, Anna Roe, ha mostrato una lista. «Il pozzo è secco», ha detto.", "Il pozzo", "Anna Roe"),
        ("es", "En el molino, ayer, llovía. «El pozo está seco», aclaró.", "El pozo", None),
        ("es", "La vocera, Ana, mostró una lista. «El pozo está seco», aclaró.", "El pozo", None),
        ("it", "Il pozzo è secco, si legge nella nota del mulino.", "Il pozzo", "nota del mulino"),
        ("it", "La mugnaia legge il libro nella nota stanza.", "La mugnaia", None),
        (
            "de",
            "Der Brunnen ist trocken. Das teilte das Institut laut der Nachrichtenagentur ORV mit.",
            "Der Brunnen",
            "das Institut",
        ),
        ("tr", 'Bakanlığın açıklamasında "Baraj sağlamdır" denildi.', "Baraj", "Bakanlığın"),
        ("tr", "Bekçi, barajın sağlam olduğunu belirtmişti.", "baraj", "Bekçi"),
    ],
)
def test_who_acts_speaks_in_other_tongues(language: str, text: str, told: str, want: str | None) -> None:
    found = [s for s in read(text, "Post", language=language).statements if told in s.span.of(text)]
    assert found and {s.chain[-1].name if len(s.chain) > 1 else None for s in found} == {want}


def test_whose_dispatch_a_telling_comes_in_stands_before_the_teller() -> None:
    text = "Der Brunnen ist trocken. Das teilte das Institut laut der Nachrichtenagentur ORV mit."
    first = read(text, "Post", language="de").statements[0]
    assert [k.name for k in first.chain] == ["Post", "der Nachrichtenagentur ORV", "das Institut"]
