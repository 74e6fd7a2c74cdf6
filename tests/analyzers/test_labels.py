"""Speakers without a verb."""

from sayso.analyzers.labels import speakers
from sayso.text.sentences import paragraphs


def found(text: str) -> list[tuple[str, str]]:
    return [(a.source.of(text), a.content[0].of(text)) for a in speakers(text, paragraphs(text)) if a.source]


def test_labels_that_recur_are_speakers():
    text = "ODUYA: The mill was shut.\nSome own words.\n“ODUYA: Nobody asked us.\nBackground: The mill was built in 1900."
    assert found(text) == [("ODUYA", "The mill was shut."), ("ODUYA", "Nobody asked us.")]


def test_a_label_that_stands_once_is_a_heading():
    assert found("Orvik: The town and its mill.\nThe mill was shut.") == []


def test_a_signed_quotation():
    text = "“The flour was wet and nobody said a word.” ― Ann Roe, 34, Orvik\nThe end."
    assert found(text) == [("Ann Roe", "The flour was wet and nobody said a word.")]
    assert found("“The flour was wet.” – and nobody said a word\nThe end.") == []


def test_a_note_names_who_wrote_it():
    assert found("Note from the bakers of Orvik: no flour was wet.\nThe end.") == [("the bakers of Orvik", "no flour was wet.")]
    assert found("Note that the mill was shut: nobody asked.\nNotes from the mill\nThe end.") == []


def test_a_post_is_told_by_who_posted_it():
    own = "The pier is shut. No barge will pass! pic.twitter.com/x9A2 — Ida Volk (@idavolk) December 28, 2037"
    assert found(own) == [("Ida Volk", "The pier is shut. No barge will pass!")]
    apart = "BREAKING: the pier is shut.\n\n— Harbour Guard (@orleguard) 3 October 2037\n\nThe guard was asked for more."
    assert found(apart) == [("Harbour Guard", "BREAKING: the pier is shut.")]
    assert found("The guard — led by Ida Volk (@idavolk) — met on December 28, 2037.") == []
    assert found("— Ida Volk (@idavolk) December 28, 2037") == []


def test_a_transcript_presents_its_speakers():
    lines = (
        "IDA VOLK, HOST: The ferry of Orle has sunk.",
        "JON TARN, BYLINE: Forty people were on board.",
        "VOLK: What do they say of it?",
        "TARN: They say that nobody was hurt.",
        "VOLK: And the boats?",
        "TARN: They are safe.",
        "MIRA TARN: My boat is lost.",
    )
    text = "\n\n".join(lines)
    found = [a.source.of(text) for a in speakers(text, paragraphs(text)) if a.source]
    assert found == ["IDA VOLK", "JON TARN", "VOLK", "TARN", "VOLK", "TARN", "MIRA TARN"]


def test_headings_in_capitals_are_no_speakers():
    text = "THE PIER: The port will open it.\n\nFUTURE PLANS: The port buys a ferry.\n\nIDA VOLK, ORLE: The pier is shut."
    assert not speakers(text, paragraphs(text))


def test_several_in_a_debate_are_told_by_name_and_seat():
    assert found("Ida Volk (Centre): “The mill is shut.” Not so.\nThe end.") == [("Ida Volk", "The mill is shut.")]
    assert found("Ola Rask (Orv East): “The flour was wet.”\nThe end.") == [("Ola Rask", "The flour was wet.")]
    assert found("Dr. Roe (Left): “Open the mill.” She did not say when.") == [("Dr. Roe", "Open the mill.")]
    assert found("Ida Volk (Centre) met Ola Rask: “The mill is shut.”\nThe end.") == []
    assert found("Mill (Orvik): a walk along the lake.\nThe end.") == []
    assert found("Ida Volk (Centre): The mill is shut.\nThe end.") == []


def test_minutes_of_a_house():
    lines = (
        "The Minister for Works (Ms Volk): The weir is safe. It was mended in May.",
        "The Speaker: Order.",
        "Mr Tarn (Orvik): It leaks.",
        "The Plan: A new weir is built.",
    )
    text = "\n\n".join(lines)
    assert found(text) == [
        ("The Minister for Works (Ms Volk)", "The weir is safe. It was mended in May."),
        ("The Speaker", "Order."),
        ("Mr Tarn", "It leaks."),
    ]
    assert found("Mr Tarn (Orvik): It leaks.\n\nThe Plan: A new weir is built.") == []
