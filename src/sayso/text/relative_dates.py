"""Relative dates: "yesterday", "last week", "three days ago", "on Monday", and the commonest of them in two dozen other languages.

English ones are patterns tried around a word that only they hold; the others are set phrases, found by their longest word and
only on pages of their language ("hier" is yesterday in French and here in German).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sayso.model import Span
from sayso.text.date_forms import Candidate, DateExpression, Unit, Words, bound
from sayso.text.months import ENGLISH_WEEKDAYS, WEEKDAY_OF, WEEKDAYS_BY_LANGUAGE

_NUMBER = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_NUMBER |= {"a": 1, "an": 1}
_UNIT: dict[str, Unit] = {"day": "day", "night": "day", "week": "week", "month": "month", "year": "year"}
_HOW_MANY = rf"(?:\d{{1,3}}|{'|'.join(_NUMBER)})"
_PLAIN_UNIT = r"(?:day|night|week|month|year)"
_PAST = re.compile(
    r"(?<!\w)(?:(?:in|over|during|for|within)\s)?the\s(?:past|last|previous|preceding)\s"
    rf"(?:(?P<some>few|several|couple\sof)|(?P<count>{_HOW_MANY}))\s(?P<unit>{_PLAIN_UNIT})s?(?!\w)",
    re.I,
)
_ROW = re.compile(
    rf"(?<!\w)(?:for\s)?(?P<count>{_HOW_MANY})\s(?:consecutive\s|straight\s)?(?P<unit>{_PLAIN_UNIT})s?\s"
    r"(?:in\sa\srow|running|now)(?!\w)",
    re.I,
)
_AGO = re.compile(rf"(?<!\w)(?P<count>{_HOW_MANY})\s(?P<unit>{_PLAIN_UNIT})s?\sago(?!\w)", re.I)
_SPAN = re.compile(rf"(?<!\w)(?P<bound>earlier\s|later\s)?(?P<which>last|this|next|past)\s(?P<unit>{_PLAIN_UNIT})(?!\w)", re.I)
_WEEKDAY = re.compile(
    r"(?<!\w)(?P<lead>on|last|this|next|since|until|late|early|by)\s(?:(?P<which>last|this|next)\s)?"
    rf"(?P<weekday>{'|'.join(w for w in ENGLISH_WEEKDAYS if len(w) > 5)})(?!\w)",
    re.I,
)
_TODAY = re.compile(r"(?<!\w)(?:the\s)?(?P<which>day\sbefore\syesterday|yesterday|today|tonight|tomorrow)(?!\w)", re.I)
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "day before yesterday": -2}
_WHICH = {"last": -1, "past": -1, "this": 0, "next": 1}


def _count(m: re.Match[str]) -> int | None:
    word = m["count"]
    return None if word is None else int(word) if word.isdecimal() else _NUMBER[word.casefold()]


def _past(m: re.Match[str]) -> DateExpression:
    return DateExpression(Span(m.start(), m.end()), "relative", "past", unit=_UNIT[m["unit"].casefold()], count=_count(m))


def _ago(m: re.Match[str]) -> DateExpression:
    return DateExpression(Span(m.start(), m.end()), "relative", "ago", unit=_UNIT[m["unit"].casefold()], count=_count(m))


def _span(m: re.Match[str]) -> DateExpression:
    limit = (m["bound"] or "").strip().casefold()
    return DateExpression(
        Span(m.start(), m.end()),
        "relative",
        "span",
        unit=_UNIT[m["unit"].casefold()],
        count=_WHICH[m["which"].casefold()],
        bound="earlier" if limit == "earlier" else "later" if limit == "later" else None,
    )


def _weekday(m: re.Match[str]) -> DateExpression | None:
    if not m["weekday"][0].isupper():
        return None
    which = (m["which"] or m["lead"]).strip().casefold()
    return DateExpression(
        Span(m.start(), m.end()),
        "relative",
        "weekday",
        weekday=WEEKDAY_OF[m["weekday"].casefold()],
        count=1 if which == "next" else None,
        bound=bound(m["lead"]),
    )


def _today(m: re.Match[str]) -> DateExpression:
    count = _DAYS[" ".join(m["which"].casefold().split())]
    return DateExpression(Span(m.start(), m.end()), "relative", "span", unit="day", count=count)


class _English(NamedTuple):
    """A pattern, how many words before and after its key it may take, and what it makes."""

    pattern: re.Pattern[str]
    back: int
    on: int
    make: Callable[[re.Match[str]], DateExpression | None]


_KEYS: dict[str, tuple[_English, ...]] = {
    **dict.fromkeys(("last", "past"), (_English(_PAST, 2, 4, _past), _English(_SPAN, 1, 1, _span))),
    **dict.fromkeys(("previous", "preceding"), (_English(_PAST, 2, 4, _past),)),
    **dict.fromkeys(("this", "next"), (_English(_SPAN, 1, 1, _span),)),
    "row": (_English(_ROW, 6, 0, _past),),
    **dict.fromkeys(("running", "now"), (_English(_ROW, 4, 0, _past),)),
    "ago": (_English(_AGO, 2, 0, _ago),),
    **dict.fromkeys((w for w in ENGLISH_WEEKDAYS if len(w) > 5), (_English(_WEEKDAY, 2, 0, _weekday),)),
    **dict.fromkeys(("today", "tonight", "tomorrow"), (_English(_TODAY, 1, 0, _today),)),
    "yesterday": (_English(_TODAY, 3, 0, _today),),
}
_NUMBERS_OF = {
    "pt": "um uma=1 dois duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10",
    "es": "un una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10",
    "fr": "un une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10",
    "it": "un una=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10",
    "ru": "один одну=1 два две=2 три=3 четыре=4 пять=5 шесть=6 семь=7 восемь=8 девять=9 десять=10",
}
# One phrase an entry: words (n: a number), then form, unit and count, by language.
_PHRASES = {
    "pt": "hoje|span day 0;ontem|span day -1;anteontem|span day -2;amanhã|span day 1;semana passada|span week -1;"
    "mês passado|span month -1;"
    "ano passado|span year -1;esta semana|span week 0;nesta semana|span week 0;este mês|span month 0;neste mês|span month 0;"
    "este ano|span year 0;neste ano|span year 0;próxima semana|span week 1;próximo mês|span month 1;próximo ano|span year 1;"
    "há n dias|ago day n;há n dia|ago day n;há n semanas|ago week n;há n semana|ago week n;há n meses|ago month n;"
    "há n mês|ago month n;"
    "há n anos|ago year n;há n ano|ago year n;últimos n dias|past day n;últimas n semanas|past week n;últimos n meses|past month n;"
    "últimos n anos|past year n",
    "es": "hoy|span day 0;ayer|span day -1;anteayer|span day -2;semana pasada|span week -1;mes pasado|span month -1;"
    "año pasado|span year -1;"
    "esta semana|span week 0;este mes|span month 0;este año|span year 0;próxima semana|span week 1;próximo mes|span month 1;"
    "próximo año|span year 1;hace n días|ago day n;hace n día|ago day n;hace n semanas|ago week n;hace n semana|ago week n;"
    "hace n meses|ago month n;hace n mes|ago month n;hace n años|ago year n;hace n año|ago year n;últimos n días|past day n;"
    "últimas n semanas|past week n;últimos n meses|past month n;últimos n años|past year n",
    "fr": "aujourd'hui|span day 0;aujourd’hui|span day 0;hier|span day -1;avant-hier|span day -2;demain|span day 1;"
    "semaine dernière|span week -1;"
    "mois dernier|span month -1;année dernière|span year -1;an dernier|span year -1;cette semaine|span week 0;"
    "ce mois-ci|span month 0;"
    "cette année|span year 0;semaine prochaine|span week 1;mois prochain|span month 1;année prochaine|span year 1;"
    "il y a n jours|ago day n;il y a n semaines|ago week n;il y a n semaine|ago week n;il y a n mois|ago month n;"
    "il y a n ans|ago year n;"
    "il y a n an|ago year n;n derniers jours|past day n;n dernières semaines|past week n;n derniers mois|past month n",
    "it": "oggi|span day 0;ieri|span day -1;domani|span day 1;settimana scorsa|span week -1;scorsa settimana|span week -1;"
    "mese scorso|span month -1;"
    "anno scorso|span year -1;questa settimana|span week 0;n giorni fa|ago day n;n settimane fa|ago week n;"
    "n mesi fa|ago month n;n anni fa|ago year n",
    "de": "heute|span day 0;gestern|span day -1;vorgestern|span day -2;vergangene woche|span week -1;letzte woche|span week -1;"
    "vergangenen woche|span week -1;diese woche|span week 0;dieser woche|span week 0",
    "ru": "сегодня|span day 0;вчера|span day -1;позавчера|span day -2;завтра|span day 1;прошлой неделе|span week -1;"
    "прошлом месяце|span month -1;"
    "прошлом году|span year -1;этой неделе|span week 0;этом месяце|span month 0;этом году|span year 0;следующей неделе|span week 1;"
    "n дня назад|ago day n;n дней назад|ago day n;n недели назад|ago week n;неделю назад|ago week 1;n месяца назад|ago month n;"
    "n месяцев назад|ago month n;n года назад|ago year n;n лет назад|ago year n;год назад|ago year 1",
    "id": "hari ini|span day 0;kemarin|span day -1;besok|span day 1;pekan lalu|span week -1;minggu lalu|span week -1;"
    "bulan lalu|span month -1;"
    "tahun lalu|span year -1",
    "nl": "vandaag|span day 0;gisteren|span day -1;eergisteren|span day -2;vorige week|span week -1;afgelopen week|span week -1;"
    "deze week|span week 0;vorige maand|span month -1;vorig jaar|span year -1;n dagen geleden|ago day n;n weken geleden|ago week n;"
    "n maanden geleden|ago month n;n jaar geleden|ago year n",
    "pl": "dziś|span day 0;dzisiaj|span day 0;wczoraj|span day -1;przedwczoraj|span day -2;jutro|span day 1;"
    "zeszłym tygodniu|span week -1;ubiegłym tygodniu|span week -1;tym tygodniu|span week 0;zeszłym miesiącu|span month -1;"
    "ubiegłym miesiącu|span month -1;zeszłym roku|span year -1;ubiegłym roku|span year -1;tym roku|span year 0;"
    "n dni temu|ago day n;n tygodnie temu|ago week n;n miesiące temu|ago month n;n lat temu|ago year n;n lata temu|ago year n",
    "uk": "сьогодні|span day 0;вчора|span day -1;учора|span day -1;позавчора|span day -2;завтра|span day 1;"
    "минулого тижня|span week -1;цього тижня|span week 0;минулого місяця|span month -1;минулого року|span year -1;"
    "цього року|span year 0;n днів тому|ago day n;n дні тому|ago day n;n роки тому|ago year n;n років тому|ago year n",
    "tr": "bugün|span day 0;dün|span day -1;yarın|span day 1;geçen hafta|span week -1;bu hafta|span week 0;geçen ay|span month -1;"
    "geçen yıl|span year -1;bu yıl|span year 0;n gün önce|ago day n;n hafta önce|ago week n;n ay önce|ago month n;"
    "n yıl önce|ago year n",
    "el": "σήμερα|span day 0;χθες|span day -1;χτες|span day -1;προχθές|span day -2;αύριο|span day 1",
    "cs": "dnes|span day 0;včera|span day -1;předevčírem|span day -2;zítra|span day 1;minulý týden|span week -1",
    "sv": "i dag|span day 0;idag|span day 0;i går|span day -1;igår|span day -1;förra veckan|span week -1;förra året|span year -1",
    "da": "i dag|span day 0;i går|span day -1;i morgen|span day 1;sidste uge|span week -1;sidste år|span year -1",
    "no": "i dag|span day 0;i går|span day -1;i morgen|span day 1;forrige uke|span week -1;i fjor|span year -1",
    "hu": "ma|span day 0;tegnap|span day -1;tegnapelőtt|span day -2;holnap|span day 1;múlt héten|span week -1",
    "hr": "danas|span day 0;jučer|span day -1;sutra|span day 1;prošli tjedan|span week -1;prošlog tjedna|span week -1",
    "sr": "данас|span day 0;јуче|span day -1;сутра|span day 1;прошле недеље|span week -1",
    "ro": "astăzi|span day 0;azi|span day 0;ieri|span day -1;mâine|span day 1;săptămâna trecută|span week -1",
    "ca": "avui|span day 0;ahir|span day -1;demà|span day 1;setmana passada|span week -1",
    "fa": "امروز|span day 0;دیروز|span day -1;فردا|span day 1;هفته گذشته|span week -1",
    "he": "היום|span day 0;אתמול|span day -1;מחר|span day 1;בשבוע שעבר|span week -1",
    "ar": "أمس|span day -1;الأسبوع الماضي|span week -1;الشهر الماضي|span month -1;العام الماضي|span year -1",
}
# What stands before a weekday that says when something was; "-": nothing need. Where the bare word may be another thing ("cuma", a
# Friday or a prayer; "minggu", a week; "sábado" of "este sábado"), something must.
_WEEKDAY_LEADS = {
    "pt": "na no nesta neste desta deste",
    "es": "el este",
    "fr": "ce -",
    "it": "-",
    "nl": "op -",
    "sv": "i på",
    "ru": "в во",
    "uk": "в у",
    "pl": "w we",
    "de": "am zum auf",
    "id": "hari",
    "ar": "يوم",
    "fa": "روز",
    "el": "τη την το",
}
_WEEKDAY_TAILS = {"tr": "günü gecesi sabahı akşamı"}
# "Next Monday", by the word before it or behind it.
_WEEKDAY_NEXT = {
    "pt": "próxima próximo",
    "es": "próximo",
    "nl": "volgende aanstaande komende",
    "ru": "следующий следующую следующее ближайший ближайшую",
    "pl": "przyszły przyszłą następny następną najbliższy najbliższą",
    "de": "kommenden nächsten",
    "tr": "gelecek önümüzdeki",
    "el": "επόμενη επόμενο ερχόμενη ερχόμενο",
}
_NEXT_BEHIND = {"fr": "prochain", "it": "prossimo prossima", "id": "depan mendatang", "ar": "المقبل القادم المقبلة القادمة"}
_SPLIT = re.compile(r"\d+|[^\W\d_]+")


class _Phrase(NamedTuple):
    """A set phrase: its language, its words, which of them is looked for, and what it says."""

    language: str
    parts: tuple[str, ...]
    key: int
    made: DateExpression


def _numbers() -> dict[str, dict[str, int]]:
    return {
        language: {w: int(group[1]) for group in (g.split("=") for g in re.findall(r"[^=]+=\d+", line)) for w in group[0].split()}
        for language, line in _NUMBERS_OF.items()
    }


def _book() -> dict[str, list[_Phrase]]:
    found: dict[str, list[_Phrase]] = {}
    none = Span(0, 0)
    for language, line in _PHRASES.items():
        for entry in line.split(";"):
            words, _, meaning = entry.partition("|")
            form, unit, count = meaning.split()
            parts = tuple(_SPLIT.findall(words))
            key = max(range(len(parts)), key=lambda n: (len(parts[n]), -n))
            made = DateExpression(none, "relative", form, unit=unit, count=None if count == "n" else int(count))  # type: ignore[arg-type]
            found.setdefault(parts[key], []).append(_Phrase(language, parts, key, made))
    for language, days in WEEKDAYS_BY_LANGUAGE.items():
        for form, number in sorted(days.items()):
            for parts, key, ahead in _weekday_phrases(language, tuple(_SPLIT.findall(form))):
                made = DateExpression(none, "relative", "weekday", weekday=number, count=ahead)
                found.setdefault(parts[key], []).append(_Phrase(language, parts, key, made))
    return {word: sorted(phrases, key=lambda p: (-len(p.parts), p.language, p.parts)) for word, phrases in found.items()}


def _weekday_phrases(language: str, form: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int, int | None]]:
    """The phrases that a weekday stands in, with the place of its name and 1 where they say that it is to come."""
    for lead in _WEEKDAY_LEADS.get(language, "").split():
        yield (form, 0, None) if lead == "-" else ((lead, *form), 1, None)
    for tail in _WEEKDAY_TAILS.get(language, "").split():
        yield (*form, tail), 0, None
    for lead in _WEEKDAY_NEXT.get(language, "").split():
        yield (lead, *form), 1, 1
    for tail in _NEXT_BEHIND.get(language, "").split():
        yield (*form, tail), 0, 1


_NUMBERS = _numbers()
_BOOK = _book()
KEYS = frozenset(_KEYS) | frozenset(_BOOK)
"""The words beside which a relative date may stand."""


def around(text: str, row: Words, n: int) -> list[Candidate]:
    """The relative expressions that word ``n`` of the row belongs to."""
    found: list[Candidate] = []
    word = row.words[n]
    for english in _KEYS.get(word, ()):
        first, last = row.starts[max(n - english.back, 0)], row.ends[min(n + english.on, len(row.ends) - 1)]
        made = (english.make(m) for m in english.pattern.finditer(text, first, last))
        found += [Candidate(x, None) for x in made if x]
    for phrase in _BOOK.get(word, ()):
        stands = _stands(row, n - phrase.key, phrase)
        if stands:
            found.append(stands)
    return found


def _stands(row: Words, start: int, phrase: _Phrase) -> Candidate | None:
    end = start + len(phrase.parts)
    if start < 0 or end > len(row.words) or row.ends[end - 1] - row.starts[start] > 40:
        return None
    count = phrase.made.count
    for part, word in zip(phrase.parts, row.words[start:end], strict=True):
        if part == "n":
            count = int(word) if word.isdecimal() and len(word) < 4 else _NUMBERS.get(phrase.language, {}).get(word)
            if count is None:
                return None
        elif part != word:
            return None
    x = phrase.made
    made = DateExpression(Span(row.starts[start], row.ends[end - 1]), x.kind, x.form, weekday=x.weekday, unit=x.unit, count=count)
    return Candidate(made, frozenset({phrase.language}))
