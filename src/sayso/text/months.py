"""Names of the twelve months and seven weekdays, as they stand beside figures on pages.

They are numerals rather than words with a meaning, so they stand here and not in the lexicon. Forms follow Unicode CLDR 46 (wide
and abbreviated, "format" and "stand-alone"), plus the older Levantine month names of Arabic. Short forms that are words of their
own ("mar", "set", "may") count only beside a day or a year, which ``text.dates`` sees to.
"""

from __future__ import annotations

# One line a language, twelve months; "/" parts forms of one month.
_MONTHS = {
    "en": "January/Jan February/Feb March/Mar April/Apr May June/Jun July/Jul August/Aug September/Sept/Sep October/Oct "
    "November/Nov December/Dec",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo junio/jun julio/jul agosto/ago septiembre/setiembre/sept octubre/oct "
    "noviembre/nov diciembre/dic",
    "pt": "janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out "
    "novembro/nov dezembro/dez",
    "fr": "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre/sept octobre/oct novembre/nov "
    "décembre/déc",
    "it": "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set ottobre/ott "
    "novembre/nov dicembre/dic",
    "de": "Januar/Jänner/Jan Februar/Feber/Feb März/Mär/Mrz April/Apr Mai Juni/Jun Juli/Jul August/Aug September/Sept/Sep "
    "Oktober/Okt November/Nov Dezember/Dez",
    "id": "Januari/Jan Februari/Feb Maret/Mar April/Apr Mei Juni/Jun Juli/Jul Agustus/Agu/Agt September/Sep Oktober/Okt "
    "November/Nov Desember/Des",
    "tr": "Ocak/Oca Şubat/Şub Mart/Mar Nisan/Nis Mayıs/May Haziran/Haz Temmuz/Tem Ağustos/Ağu Eylül/Eyl Ekim/Eki Kasım/Kas "
    "Aralık/Ara",
    "ru": "января/январь/январе/янв февраля/февраль/феврале/фев марта/март/марте/мар апреля/апрель/апреле/апр мая/май/мае "
    "июня/июнь/июне/июн июля/июль/июле/июл августа/август/августе/авг сентября/сентябрь/сентябре/сен/сент "
    "октября/октябрь/октябре/окт ноября/ноябрь/ноябре/ноя декабря/декабрь/декабре/дек",
    "uk": "січня/січень/січні/січ лютого/лютий/лютому/лют березня/березень/березні/бер квітня/квітень/квітні/квіт "
    "травня/травень/травні/трав червня/червень/червні/черв липня/липень/липні/лип серпня/серпень/серпні/серп "
    "вересня/вересень/вересні/вер жовтня/жовтень/жовтні/жовт листопада/листопад/листопаді/лист грудня/грудень/грудні/груд",
    "ar": "يناير/كانون_الثاني فبراير/شباط مارس/آذار/اذار أبريل/ابريل/إبريل/نيسان مايو/أيار/ايار يونيو/حزيران يوليو/تموز "
    "أغسطس/اغسطس/آب سبتمبر/أيلول/ايلول أكتوبر/اكتوبر/تشرين_الأول نوفمبر/تشرين_الثاني ديسمبر/كانون_الأول",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "el": "Ιανουαρίου/Ιανουάριος/Ιαν Φεβρουαρίου/Φεβρουάριος/Φεβ Μαρτίου/Μάρτιος/Μαρ Απριλίου/Απρίλιος/Απρ Μαΐου/Μάιος/Μαΐ "
    "Ιουνίου/Ιούνιος/Ιουν Ιουλίου/Ιούλιος/Ιουλ Αυγούστου/Αύγουστος/Αυγ Σεπτεμβρίου/Σεπτέμβριος/Σεπ Οκτωβρίου/Οκτώβριος/Οκτ "
    "Νοεμβρίου/Νοέμβριος/Νοε Δεκεμβρίου/Δεκέμβριος/Δεκ",
    "nl": "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep oktober/okt november/nov "
    "december/dec",
    "pl": "stycznia/styczeń/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecień/kwi maja/maj czerwca/czerwiec/cze "
    "lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis "
    "grudnia/grudzień/gru",
    "da": "januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug september/sep oktober/okt november/nov "
    "december/dec",
    "sv": "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul augusti/aug september/sep oktober/okt november/nov "
    "december/dec",
    "nb": "januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug september/sep oktober/okt november/nov "
    "desember/des",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
}
_WEEKDAYS = {
    "en": "Monday/Mon Tuesday/Tues/Tue Wednesday/Weds/Wed Thursday/Thurs/Thu Friday/Fri Saturday/Sat Sunday/Sun",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag/Sonnabend Sonntag",
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
    "tr": "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "pl": "poniedziałek wtorek środa/środę czwartek piątek sobota/sobotę niedziela/niedzielę",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "el": "Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή",
    "ar": "الاثنين/الإثنين الثلاثاء الأربعاء/الاربعاء الخميس الجمعة السبت الأحد/الاحد",
    "ru": "понедельник вторник среда/среду четверг пятница/пятницу суббота/субботу воскресенье",
}


def _forms(table: dict[str, str]) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for language, line in table.items():
        for number, forms in enumerate(line.split(), 1):
            for form in forms.split("/"):
                found.setdefault(form.replace("_", " ").casefold(), (number, language))
    return found


MONTH_OF = {form: number for form, (number, _) in _forms(_MONTHS).items()}
"""Case-folded form -> 1…12. No form means two different months in two of these languages (a test sees to it)."""

WEEKDAY_OF = {form: number - 1 for form, (number, _) in _forms(_WEEKDAYS).items()}
"""Case-folded form -> 0 (Monday) … 6."""

ENGLISH_WEEKDAYS = tuple(_forms({"en": _WEEKDAYS["en"]}))
"""English forms, case-folded."""

WEEKDAYS_BY_LANGUAGE = {
    language: {form: number - 1 for form, (number, _) in _forms({language: line}).items()}
    for language, line in _WEEKDAYS.items()
    if language != "en"
}
"""Language other than English -> case-folded form -> 0 (Monday) … 6."""

LONG_MONTHS = tuple(
    sorted(
        {
            form.replace("_", " ")
            for line in _MONTHS.values()
            for forms in line.split()
            for form in forms.split("/")
            if len(form) > 3 or form == "May"
        }
    )
)
"""Forms that name a month without a figure beside them ("in May", "в апреле")."""


def _languages() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for language, line in _MONTHS.items():
        for form in line.replace("/", " ").split():
            found.setdefault(form.replace("_", " ").casefold(), set()).add(language)
    return {form: frozenset(languages) for form, languages in found.items()}


LANGUAGES_OF = _languages()
"""Case-folded form -> the languages that write it."""

ENGLISH_MONTHS = frozenset(form for forms in _MONTHS["en"].split() for form in forms.split("/"))
"""English forms with their capital."""


MONTHS = tuple(forms.split("/")[0] for forms in _MONTHS["en"].split())
"""The English months in full, with their capital, in order."""

WEEKDAYS = tuple(forms.split("/")[0] for forms in _WEEKDAYS["en"].split())
"""The English weekdays in full, with their capital, in order."""
