from __future__ import annotations

from sayso.show.grounds import NAMES, folded

WELL, MIRA, MAYOR = "“Well” (Post)", "“Mira Well” (Bell)", "“the mayor, Mira Well” (Tern)"


def test_names_of_one_source_stand_in_one_line() -> None:
    why = [f"{WELL} and {MIRA} are one source [identity]", f"{WELL} and {MAYOR} are one source [identity]"]
    assert folded(why) == [f"{WELL}, {MIRA} and {MAYOR} are one source"]


def test_two_groups_that_turn_out_to_be_one_are_joined() -> None:
    why = [f"{a} and {b} are one source" for a, b in ((WELL, MIRA), ("“she” (A)", MAYOR), (MIRA, MAYOR))]
    assert folded(why) == [f"{WELL}, {MIRA}, {MAYOR} and “she” (A) are one source"]


def test_what_is_named_twice_is_said_where_nothing_else_says_it() -> None:
    assert folded([f"{WELL} is one source, named more than once [identity]"]) == [f"{WELL} is one source, named more than once"]
    twice = [f"{WELL} is one source, named more than once", f"{WELL} and {MIRA} are one source"]
    assert folded(twice) == [f"{WELL} and {MIRA} are one source"]


def test_two_sources_stay_two_lines_and_rules_come_last() -> None:
    why = [
        "the count without one of the rules: identity 1 to 2",
        f"{WELL} and {MIRA} are one source",
        "“Ott” (A) and “J. Ott” (B) are one source",
    ]
    assert folded(why) == [*why[1:], why[0]]


def test_other_reasons_keep_their_words_and_place() -> None:
    why = ["Post names the Bell [relay]", "“a” and “b” (C) are one source"]
    assert folded(why) == ["Post names the Bell", "“a” and “b” (C) are one source"]


def test_a_long_list_of_names_is_cut_and_counted() -> None:
    names = [f"“n{n}” (P)" for n in range(NAMES + 3)]
    (line,) = folded([f"{names[0]} and {name} are one source" for name in names[1:]])
    assert line.endswith(" and 3 further names are one source")


def test_one_name_on_several_pages_is_said_once() -> None:
    why = [
        "“Mira Well” (Post) and “Mira Well” (Bell) are one source",
        "“Mira Well” (Bell) and “mira Well” (Tern (C)) are one source",
    ]
    assert folded(why) == ["“Mira Well” (Post, Bell and Tern (C)) is one source"]
    both = [*why, f"“Mira Well” (Post) and {MAYOR} are one source"]
    assert folded(both) == ["“Mira Well” (Post, Bell and Tern (C)) and “the mayor, Mira Well” (Tern) are one source"]


def test_the_count_without_a_rule_is_left_out_where_nobody_sets_rules() -> None:
    why = [f"{WELL} and {MIRA} are one source", "the count without one of the rules: identity 1 to 2"]
    assert folded(why, rules=False) == [why[0]] and folded(why) == why


def test_what_one_name_has_with_several_is_one_line_that_says_nothing_of_the_others() -> None:
    tail = " are told in two languages, and no name sets them apart"
    why = [f"{WELL} and {other}{tail} [tongue]" for other in (MIRA, MAYOR)]
    assert folded(why) == [f"{WELL} and each of {MIRA} and {MAYOR}{tail}"]
    spoke = ["“a” (Post (A)) and “b” (Bell (B)) both spoke to Tern", "“a” (Post (A)) and “b” (Hill (C)) both spoke to Tern"]
    assert folded(spoke) == ["“a” (Post (A)) and “b” (Bell (B) and Hill (C)) both spoke to Tern"]


def test_two_pairs_that_share_no_name_or_not_the_reason_stay_two_lines() -> None:
    why = [
        f"{WELL} and {MIRA} both spoke to Tern",
        f"{WELL} and {MAYOR} both spoke to Hill",
        f"{MIRA} and {MAYOR} both spoke to Tern",
    ]
    assert folded(why) == why
    assert folded(why[:1]) == why[:1]


def test_what_two_speak_through_all_speak_through() -> None:
    why = [f"{WELL} and {other} both speak through Tern" for other in (MIRA, MAYOR)]
    assert folded(why) == [f"{WELL}, {MIRA} and {MAYOR} all speak through Tern"]
