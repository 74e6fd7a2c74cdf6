"""Whom a phrase without a name takes up; all names are invented."""

import pytest

from sayso.extract.antecedents import body_before, brought_on, in_full, posted, told_by
from sayso.extract.cast import Cast
from sayso.extract.names import alias
from sayso.model import SourceKind, Span
from sayso.text.tokens import tokens


@pytest.mark.parametrize(
    ("before", "phrase", "language", "want"),
    [
        (["Ola Rask"], "the 51-year-old", "en", "Ola Rask"),
        (["Ola Rask"], "The 51-year-old from Ness", "en", "Ola Rask"),
        (["Ola Rask"], "the Norwegian", "en", "Ola Rask"),
        (["Ola Rask"], "the former Orvik boss", "en", "Ola Rask"),
        (["Orvik Rovers"], "the club", "en", "the club"),  # two capitals alone are a person's name to the rules
        (["the Ministry of Mills"], "the statement", "en", "the Ministry of Mills"),
        (["the Ministry of Mills"], "the report", "en", "the report"),
        (["Ola Rask"], "the warden", "en", "the warden"),
        (["three people familiar with the mill"], "One", "en", "three people familiar with the mill"),
        (["two residents of Ness"], "The other", "en", "two residents of Ness"),
        (["several millers"], "another", "en", "several millers"),
        (["Ola Rask"], "One", "en", "One"),
        (["a neighbour from Ness"], "the woman", "en", "a neighbour from Ness"),
        (["a council spokesperson"], "they", "en", "a council spokesperson"),
        (["a businessman from Ness"], "the woman", "en", "the woman"),
        (["the mills of Ness"], "the man", "en", "the man"),
        (["Ida Volk"], "they", "en", "they"),
        (["a person familiar with the mill"], "Another", "en", "Another"),
        (["two sources"], "another source", "en", "another source"),
        (["a police source", "the prefect, Ola Rask"], "the same source", "en", "a police source"),
        (["the prefect, Ola Rask"], "the same source", "en", "the prefect, Ola Rask"),
        (["le préfet, Ola Rask"], "la même source", "fr", "le préfet, Ola Rask"),
        (["der Präfekt Ola Rask"], "derselben Quelle", "de", "der Präfekt Ola Rask"),
        (["Anne Roe"], "la syndicaliste", "fr", "Anne Roe"),
        (["Anne Roe"], "la direction", "fr", "la direction"),
        (["um membro da tripulação"], "o tripulante", "pt", "um membro da tripulação"),
        (["um membro da tripulação"], "os sindicatos", "pt", "os sindicatos"),
        (["Anna Rossi"], "l'uomo", "it", "Anna Rossi"),
    ],
)
def test_taken_up(before: list[str], phrase: str, language: str, want: str) -> None:
    cast = Cast("d", None, language=language)
    for name in before:
        cast.find(name)
    assert cast.find(phrase).name == want


@pytest.mark.parametrize(
    ("before", "kind", "phrase", "want"),
    [
        ("Comedian Ida Volk", "person", "the comedian", "Comedian Ida Volk"),
        ("The boy's uncle, Ola Rask", "person", "The uncle", "The boy's uncle, Ola Rask"),
        ("the Lake Administration (LAKA)", "government", "the agency", "the Lake Administration (LAKA)"),
        ("Orvik Herons", "ngo", "The non-profit group", "Orvik Herons"),
        ("a friend of the cook", "person", "the cook", "the cook"),
        ("the weekly Tarn Lamp", "outlet", "the paper", "the weekly Tarn Lamp"),
        ("Radio Orle", "outlet", "The station", "Radio Orle"),
        ("the Tarn Lamp", "agency", "the newspaper", "the Tarn Lamp"),
        ("a paper on lake moss", "document", "the paper", "a paper on lake moss"),
        ("Ola Rask", "person", "the paper", "the paper"),
        ("the lake guild", "ngo", "the station", "the station"),
        ("the mill's statement", "document", "The statement", "the mill's statement"),
        ("Ola Rask", "person", "The comedian", "The comedian"),
        ("Ola Rask", "person", "the agency", "the agency"),
        ("the government", "government", "the agency", "the agency"),
        ("the deputy cook, Ola Rask", "person", "the cook", "the cook"),
    ],
)
def test_what_somebody_is_means_him(before: str, kind: SourceKind, phrase: str, want: str) -> None:
    cast = Cast("d", None)
    cast.find(before, opinion=kind)
    assert cast.find(phrase, opinion=kind).name == want


@pytest.mark.parametrize(
    ("page", "want"),
    [
        ("Ida Volk sang. The town loves singer Ida Volk. The singer", "Ida Volk"),
        ("Ida Volk, a folk singer, was there. The singer", "Ida Volk"),
        ("Singer Ida Volk and singer Ola Rask met. The singer", "The singer"),
        ("Singer Una Tarn was there. The singer", "Una Tarn"),
        ("Ida Volk was there. The singer", "The singer"),
    ],
)
def test_what_the_page_calls_somebody_means_him(page: str, want: str) -> None:
    cast = Cast("d", None, page)
    cast.find("Ida Volk", opinion="person", at=0)
    cast.find("Ola Rask", opinion="person", at=0)
    assert cast.find("The singer", opinion="person", at=page.rindex("The singer")).name == want


def test_a_club_is_a_body_brought_on_before() -> None:
    cast = Cast("d", None)
    cast.find("Orvik Rovers", opinion="organization")
    assert cast.find("the club", opinion="organization").name == "Orvik Rovers"


def test_a_surname_that_is_a_word_of_anonymity() -> None:
    cast = Cast("d", None)
    assert cast.find("Rui Fontes").kind == "person"
    assert cast.find("Fontes").name == "Rui Fontes"


def test_a_name_in_a_host_is_the_page_itself() -> None:
    cast = Cast("d", "dailylantern.example")
    assert cast.own("the Lantern") and not cast.own("the Beacon") and not cast.own("Mr Day")


@pytest.mark.parametrize(
    ("before", "phrase", "want"),
    [
        ("Queues stood before Tarn Savings. Depositors of Tarn Savings waited. ", "the lender", "Tarn Savings"),
        ("Orvik Rovers lost. Fans of Orvik Rovers left early. ", "the club", "Orvik Rovers"),
        (
            "Velm outflows slow. Velm Savings has counted. ",
            "the bank",
            "Velm Savings",
        ),  # its first word alone, once, in the headline
        ("Queues stood before Tarn Savings. ", "the lender", "the lender"),  # named once: it may be anybody's
        ("Tarn Savings met Velm Savings. Tarn Savings left Velm Savings. ", "the lender", "the lender"),  # two, equally often
        ("In Lisbon it rained. From Lisbon it went on. ", "the company", "the company"),  # a place
        ("It rained in October. It had rained in October before. ", "the firm", "the firm"),  # a month
        ("Then Ola Rask rose. With Ola Rask stood his wife. ", "the group", "the group"),  # a person
        ("Queues stood before Tarn Savings. Depositors of Tarn Savings waited. ", "the mayor", "the mayor"),
    ],
)
def test_a_firm_that_has_not_spoken_yet(before: str, phrase: str, want: str) -> None:
    text = f"{before}{phrase.capitalize()} said so."
    assert Cast("d", None, text).find(phrase.capitalize(), at=len(before)).name.casefold() == want.casefold()


@pytest.mark.parametrize(
    ("before", "want"),
    [
        ("Odo Blun spoke. Rokk Guosk, a spokesman for the navy, denied it. ", "Rokk Guosk"),
        ("Odo Blun spoke. Rokk Guosk, who runs the mill, denied it. ", "Rokk Guosk"),
        ("Odo Blun spoke. Rokk Guosk, the eel seller who got away, is not on the list. ", "Rokk Guosk"),
        ("Odo Blun spoke. Rokk Harbour, a port on the coast, was shut. ", "Odo Blun"),  # no person
        ("Odo Blun spoke. Anna Guosk, a spokeswoman for the navy, denied it. ", "Odo Blun"),  # she
    ],
)
def test_he_is_the_one_whom_the_sentence_before_brings_on(before: str, want: str) -> None:
    cast = Cast("d", None, f"{before}“It is not so,” he said.")
    cast.find("Odo Blun")
    assert cast.find("he", at=len(before) + 15).name == want


@pytest.mark.parametrize(
    ("told", "wanted", "want"),
    [
        ("Nurses at the mill clinic threw away 40 doses", "they", "Nurses"),
        ("The clerk who opened the envelopes found 212", "she", "The clerk"),
        ("Two young porters saw the door open", "they", "Two young porters"),
        ("The tremor near the porters lasted a minute", "they", ""),
        ("The clerk who opened the envelopes found 212", "they", ""),
        ("Its porters had warned of smoke", "they", ""),
        ("The mill closed at noon", "he", ""),
    ],
)
def test_who_stands_at_the_head_of_what_a_pronoun_tells(told: str, wanted: str, want: str) -> None:
    assert told_by(told, Span(0, len(told)), wanted) == want


@pytest.mark.parametrize(
    ("before", "wanted", "want"),
    [
        ("The agent who sold the mill received us. ", "he", "The agent"),
        ("Tarn Bank closed at noon. It rained. ", "it", "Tarn Bank"),
        ("Two nurses stood at the gate. ", "they", "Two nurses"),
        ("The tremor woke the nurses. ", "they", ""),
        ("The flour was wet. ", "it", ""),
        ("Two nurses stood at the gate. ", "she", ""),
    ],
)
def test_who_opens_a_sentence_before(before: str, wanted: str, want: str) -> None:
    assert brought_on(before + wanted, len(before), wanted) == want


@pytest.mark.parametrize(
    ("text", "pronoun", "want"),
    [
        ("Mayor Sefu Kalo calmed the crowd. He said", "he", "Sefu Kalo"),
        ("The lake bank's chair, Ebbe Torsk, was away. He said", "he", "Ebbe Torsk"),
        ("Spokeswoman Zuri Vell came late. She said", "she", "Zuri Vell"),
        ("Sefu Kalo calmed the crowd. He said", "he", ""),  # no post: it may be a street
        ("Warden Sefu Kalo met Mayor Zuri Vell. She said", "she", ""),  # two
        ("Warden Anna Kalo calmed the crowd. He said", "he", ""),
        ("Mayor Sefu Kalo's plan is old. He said", "he", ""),
        ("At the pier fish seller Sefu Kalo was back at his stall. He said", "he", "Sefu Kalo"),
        ("Local chemist Zuri Vell came late. She said", "she", "Zuri Vell"),
        ("The lorry passed under Sefu Kalo bridge. He said", "he", ""),
        ("After dinner Sefu Kalo left. He said", "he", ""),
    ],
)
def test_the_one_name_behind_a_post(text: str, pronoun: str, want: str) -> None:
    assert posted(text, text.lower().rindex(f" {pronoun} ") + 1, pronoun) == want


@pytest.mark.parametrize(
    ("before", "phrase", "want"),
    [
        ("The secretary, Benno Karst, was seen there. ", "Mr Karst", "Benno Karst"),
        ("Amela Vosk of the Lake Party lost. ", "Vosk", "Amela Vosk"),
        ("A letter from Dr Vell. It praised Zuri Vell. ", "Dr Vell", "Zuri Vell"),
        ("Benno Karst met his cousin Jon Karst. ", "Mr Karst", ""),  # two
        ("At Last Karst came. The last of them left. ", "Karst", ""),
        ("The Old Mill stood empty. ", "the mill", ""),
        ("He read of Storm Karst; no storm was as wet. ", "Mr Karst", ""),
        ("Nobody knows him. ", "Mr Karst", ""),
    ],
)
def test_the_full_name_of_whom_a_phrase_names_by_the_surname(before: str, phrase: str, want: str) -> None:
    assert in_full(before + phrase, len(before), tokens(phrase)) == want


@pytest.mark.parametrize(
    ("before", "want"),
    [
        ("Vorland Mills closed. Nobody at Vorland Mills spoke. ", "Vorland Mills"),
        ("Ships left Vorlund at noon. Rain fell in Vorlund. ", ""),  # where things happen is no firm
        ("Fish from Vorlund was sold near Orl. Rain fell in Orl. He left Vorlund. ", "Vorlund"),
    ],
)
def test_a_firm_is_not_where_things_happen(before: str, want: str) -> None:
    assert body_before(before, len(before), "operator", frozenset()) == want


@pytest.mark.parametrize(
    ("behind", "want"),
    [
        (", who asked to be called Otto, said", "Otto"),
        (" who gave his name only as Otto", "Otto"),
        (", who calls himself Old Otto, said", "Old Otto"),
        (", who asked to be called back, said", ""),
        (", who called Otto, said", ""),
        (" and Otto said", ""),
    ],
)
def test_by_which_name_somebody_is_to_be_called(behind: str, want: str) -> None:
    assert alias(f"The carter{behind}", len("The carter")) == want


def test_who_was_called_so_is_known_by_that_name() -> None:
    cast = Cast("d", None)
    carter = cast.find("a carter", opinion="anonymous")
    carter.kind = "anonymous"
    carter.aliases.add("Otto")
    assert cast.find("Otto", opinion="person") is carter
    assert cast.find("Ottoline", opinion="person") is not carter
