"""What somebody is of whom a page tells for the first time, and under which names: outside English the whole page is asked.

"Rask said" is told by an official where the page calls him "ministra Ida Rask", and by a house where it has "la société Rask".
"""

from __future__ import annotations

from sayso.extract.fullnames import apposed, fullest, house
from sayso.extract.mentions import names_in
from sayso.lexicon.callings import REACH, public, standing
from sayso.model import PERSONS, SourceKind
from sayso.text.tokens import tokens

_APPOSED = PERSONS | {"organization", "ngo"}
_OPEN = frozenset({"person", "group", "organization"})  # kinds that a name has where no word of it says one


def brought_on(
    text: str, name: str, at: int, language: str, kinds: tuple[SourceKind, SourceKind | None]
) -> tuple[SourceKind, list[str]]:
    """The kind and the names of a newcomer, the fullest first; ``kinds``: what his words say, and what is known of him."""
    kind, opinion = kinds
    forms = [name]
    if opinion is None:
        kind = standing(name, kind, language, text[max(0, at - REACH) : at])
    form, body = house(text, name, language) if kind in _OPEN else ("", None)
    kind, forms = body or kind, [form, name] if form else forms
    full, said = fullest(text, tokens(name), language) if kind in PERSONS else (forms[0], "")
    if not said and kind in _APPOSED and names_in(name)[-1:] == name.split()[-1:]:
        said = apposed(text, full or name, language)
    if kind == "person" and any(public(beside, language) for beside in (full, said)):
        kind = "official"
    if len(tokens(full)) > len(tokens(forms[0])):
        forms.insert(0, full)
    return kind, forms + ([f"{forms[0]}, {said}"] if said and said not in name else [])
