"""The dateline at the head of an article ("TEHRAN (House) –", "VARN, June 9. /VNA/."): where it ends, no more."""

from __future__ import annotations

import re

from sayso.model import Span
from sayso.text.months import MONTH_OF

_PLACE = r"[A-Z][\w.’'-]*(?:[ /][A-Z][\w.’'-]*){0,4}"
_DATE = r"(?:,\s*[A-Z]?[\w. ]{2,20}?\d{1,2}(?:st|nd|rd|th)?(?:,\s*\d{4})?)?"
_FORMS = tuple(
    re.compile(p)
    for p in (
        rf"{_PLACE}(?:, {_PLACE})?{_DATE}\s*\([^)\n]{{2,60}}\)\s*[–—:-]+\s+",  # PLACE, date (HOUSE) –
        rf"{_PLACE}(?:, {_PLACE})?,\s*\d{{1,2}}\.?\s(?:de\s|di\s)?(?P<month>[^\W\d_]{{3,12}})\.?(?:,?\s(?:de\s|del\s)?\d{{4}})?"
        r"\s*\([^)\n]{2,60}\)\s*\.?\s*[–—:-]+\s*",  # Place, 9 de junio de 2031 (HOUSE).–
        rf"(?:[A-Z]{{3,}}(?:[ /][A-Z]{{2,}})*|{_PLACE}, [A-Z][\w. ]{{2,20}}?)?{_DATE}\s?\([A-Z][^)\n]{{1,60}}\)\s*(?=[A-Z“\"])",
        rf"{_PLACE}{_DATE}\.\s*/[^/\n]{{2,20}}/\.?\s+",  # PLACE, date. /HOUSE/.
        rf"{_PLACE},\s*[A-Z]?[a-z]{{2,8}}\.? \d{{1,2}}\s*[:–—-]+\s+",  # PLACE, Feb 26 :
        r"[A-Z][\w’']+(?: [A-Z][\w’']+)?, [A-Z]{3,8}\s?[-–—]\s?(?=[A-Z“\"])",  # Place, HOUSE-The
        rf"{_PLACE}\s+[–—-]{{1,2}}\s+(?=[A-Z“\"‘])",  # PLACE – The
        r"[A-Z][\w’']+--?\s+(?=[A-Z“\"‘])",  # House- The
    )
)
REACH = 160  # code points; the longest dateline among the 159 clustered agency pages has 71


def after_dateline(text: str, sentence: Span) -> int:
    """Offset of the first word after the dateline that opens ``sentence``, or the sentence's start where there is none."""
    piece = text[sentence.start : min(sentence.end, sentence.start + REACH)]
    found = (m for form in _FORMS if (m := form.match(piece)))
    end = next((m.end() for m in found if m.groupdict().get("month", "may").casefold() in MONTH_OF), 0)
    return sentence.start + (end if end < sentence.end - sentence.start - 10 else 0)
