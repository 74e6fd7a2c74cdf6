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
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep/set "
    "octubre/oct noviembre/nov diciembre/dic",
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
    "no": "januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug september/sep oktober/okt november/nov "
    "desember/des",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "ca": "gener/gen febrer/febr març/març abril/abr maig juny juliol/jul agost/ag setembre/set octubre/oct novembre/nov "
    "desembre/des",
    "ro": "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sept octombrie/oct "
    "noiembrie/nov/noi decembrie/dec",
    "cs": "ledna/leden/led února/únor/úno března/březen/bře dubna/duben/dub května/květen/kvě června/červen/čvn "
    "července/červenec/čvc srpna/srpen/srp září/zář října/říjen/říj listopadu/listopad/lis prosince/prosinec",
    "sk": "januára/január/jan februára/február/feb marca/marec/mar apríla/apríl/apr mája/máj júna/jún júla/júl augusta/august/aug "
    "septembra/september/sep októbra/október/okt novembra/november/nov decembra/december/dec",
    "hu": "január/jan február/febr március/márc április/ápr május/máj június/jún július/júl augusztus/aug szeptember/szept "
    "október/okt november/nov december/dec",
    "hr": "siječnja/siječanj/sij veljače/veljača/velj ožujka/ožujak/ožu travnja/travanj/tra svibnja/svibanj/svi lipnja/lipanj/lip "
    "srpnja/srpanj/srp kolovoza/kolovoz/kol rujna/rujan/ruj listopada/listopad/lis studenoga/studenog/studeni/stu "
    "prosinca/prosinac",
    "sr": "јануара/јануар/јан фебруара/фебруар/феб марта/март/мар априла/април/апр маја/мај јуна/јун јула/јул августа/август/авг "
    "септембра/септембар/сеп октобра/октобар/окт новембра/новембар/нов децембра/децембар/дец",
    "sr-Latn": "januara/januar/jan februara/februar/feb marta/mart/mar aprila/april/apr maja/maj juna/jun jula/jul "
    "avgusta/avgust/avg septembra/septembar/sep oktobra/oktobar/okt novembra/novembar/nov decembra/decembar/dec",
    "bg": "януари/ян февруари/февр март април/апр май юни юли август/авг септември/септ октомври/окт ноември/ноем декември/дек",
    "fi": "tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu toukokuuta/toukokuu kesäkuuta/kesäkuu "
    "heinäkuuta/heinäkuu elokuuta/elokuu syyskuuta/syyskuu lokakuuta/lokakuu marraskuuta/marraskuu joulukuuta/joulukuu",
    "ms": "Januari/Jan Februari/Feb Mac April/Apr Mei Jun Julai/Jul Ogos September/Sep Oktober/Okt November/Nov Disember/Dis",
    "sw": "Januari/Jan Februari/Feb Machi Aprili/Apr Mei Juni/Jun Julai/Jul Agosti/Ago Septemba/Sep Oktoba/Okt Novemba/Nov "
    "Desemba/Des",
    "he": "ינואר/בינואר פברואר/בפברואר מרץ/במרץ אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר "
    "אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר",
    "ar-Maghreb": "جانفي فيفري/فيفرى مارس أفريل/افريل ماي جوان جويلية/جويليه أوت/اوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar-Morocco": "يناير فبراير مارس أبريل/ابريل ماي يونيو يوليوز غشت شتنبر أكتوبر/اكتوبر نونبر دجنبر",
    "fa": "ژانویه/ژانویهٔ فوریه/فوریهٔ مارس آوریل مه/مهٔ ژوئن ژوئیه/ژوئیهٔ اوت سپتامبر اکتبر نوامبر دسامبر",
}
_SOLAR_MONTHS = {
    "fa": "فروردین اردیبهشت خرداد تیر مرداد/امرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "prs": "حمل ثور جوزا سرطان اسد سنبله/سنبلهٔ میزان عقرب قوس جدی دلو حوت",
}
"""Months of the solar calendar of Iran and of Afghanistan, from Farvardin and Hamal on."""
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
    "uk": "понеділок вівторок середа/середу четвер п'ятниця/п’ятниця/п'ятницю/п’ятницю субота/суботу неділя/неділю",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "fa": "دوشنبه سه‌شنبه چهارشنبه پنجشنبه/پنج‌شنبه جمعه شنبه یکشنبه/یک‌شنبه",
}
_WEEKDAYS_IN_LINES = {
    "es": "lun mar mié/mie jue vie sáb/sab dom",
    "pt": "seg/segunda ter/terça qua/quarta qui/quinta sex/sexta sáb/sab dom",
    "fr": "lun mar mer jeu ven sam dim",
    "it": "lun mar mer gio ven sab dom",
    "de": "Mo Di Mi Do Fr Sa So",
    "nl": "ma di wo do vr za zo",
    "ca": "dilluns dimarts dimecres dijous divendres dissabte diumenge",
    "ro": "luni marți/marti miercuri joi vineri sâmbătă/sambata duminică/duminica",
    "id": "Sen Sel Rab Kam Jum Sab Min",
    "ms": "Isnin Selasa Rabu Khamis Jumaat Sabtu Ahad",
    "sw": "Jumatatu Jumanne Jumatano Alhamisi Ijumaa Jumamosi Jumapili",
    "tr": "Pzt Sal Çar Per Cum Cmt Paz",
    "ru": "пн вт ср чт пт сб вс",
    "uk": "понеділок/пн вівторок/вт середа/середу/ср четвер/чт п'ятниця/п’ятниця/пт субота/сб неділя/нд",
    "pl": "pon wt śr czw pt sob nd/niedz",
    "cs": "pondělí úterý středa čtvrtek pátek sobota neděle",
    "sk": "pondelok utorok streda štvrtok piatok sobota nedeľa",
    "hu": "hétfő kedd szerda csütörtök péntek szombat vasárnap",
    "hr": "ponedjeljak utorak srijeda četvrtak petak subota nedjelja",
    "sr": "понедељак уторак среда четвртак петак субота недеља",
    "bg": "понеделник вторник сряда четвъртък петък събота неделя",
    "sv": _WEEKDAYS["sv"],
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "fi": "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
    "ur": "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار",
    "fa": _WEEKDAYS["fa"],
    "he": "שני שלישי רביעי חמישי שישי שבת ראשון",
}
"""Short names and those of further languages, which are other words in a sentence: read in lines that hold a date, nowhere else."""


def _forms(table: dict[str, str]) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for language, line in table.items():
        for number, forms in enumerate(line.split(), 1):
            for form in forms.split("/"):
                found.setdefault(form.replace("_", " ").casefold(), (number, language))
    return found


MONTH_OF = {form: number for form, (number, _) in _forms(_MONTHS).items()}
"""Case-folded form -> 1…12: of a form that means two months the one of the language that stands first above."""

TWICE_NAMED = tuple(f.replace("_", " ") for forms in _MONTHS["ar"].split() for f in forms.split("/"))
"""Arabic forms: western and Levantine names of one month stand side by side for readers of both ("آذار/مارس")."""

ERAS = {"民國": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""Eras of Taiwan and Japan -> the year before their first (民國98年 is 2009)."""

ROMAN_MONTHS = tuple("I II III IV V VI VII VIII IX X XI XII".split())
"""The twelve months as Roman numerals ("12-X-2031")."""

SOLAR_MONTH_OF = {form: number for form, (number, _) in _forms(_SOLAR_MONTHS).items()}
"""Form -> 1…12 of the solar calendar."""

WEEKDAY_OF = {form: number - 1 for form, (number, _) in _forms(_WEEKDAYS).items()}
"""Case-folded form -> 0 (Monday) … 6."""

WEEKDAYS_IN_LINES = {
    language: {form: number - 1 for form, (number, _) in _forms({language: line}).items()}
    for language, line in _WEEKDAYS_IN_LINES.items()
}
"""Language -> case-folded short name, or name in a further language -> 0 (Monday) … 6."""

WEEKDAY_IN_LINE = {form: number - 1 for form, (number, _) in _forms(_WEEKDAYS_IN_LINES).items()}
"""The same for short names and further languages, which stand for a day only in a line that holds a date."""

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


def _told() -> dict[str, dict[int, frozenset[str]]]:
    found: dict[str, dict[int, set[str]]] = {}
    for name, line in _MONTHS.items():
        for number, forms in enumerate(line.split(), 1):
            for form in forms.split("/"):
                found.setdefault(form.replace("_", " ").casefold(), {}).setdefault(number, set()).add(name.split("-")[0])
    return {form: {n: frozenset(codes) for n, codes in sorted(months.items())} for form, months in found.items()}


_TOLD = _told()
LANGUAGES_OF = {form: frozenset().union(*months.values()) for form, months in _TOLD.items()}
"""Case-folded form -> the languages that write it."""

MEANINGS_OF = {form: months for form, months in _TOLD.items() if len(months) > 1}
"""Case-folded form that is one month in some languages and another in others -> each month with those languages."""

ENGLISH_MONTHS = frozenset(form for forms in _MONTHS["en"].split() for form in forms.split("/"))
"""English forms with their capital."""


MONTHS = tuple(forms.split("/")[0] for forms in _MONTHS["en"].split())
"""The English months in full, with their capital, in order."""

WEEKDAYS = tuple(forms.split("/")[0] for forms in _WEEKDAYS["en"].split())
"""The English weekdays in full, with their capital, in order."""
