# ruff: noqa: E501
"""The words of months, units, currencies and parts of the day in four languages."""

MONTHS = {
    "ro": ("ianuarie|ian\\.", "februarie|feb\\.", "martie|mar\\.", "aprilie|apr\\.", "mai", "iunie|iun\\.",
           "iulie|iul\\.", "august|aug\\.", "septembrie|sept?\\.", "octombrie|oct\\.", "noiembrie|noi\\.|nov\\.",
           "decembrie|dec\\."),
    "ru": ("январ[яьею]+|янв\\.", "феврал[яьею]+|фев(?:р)?\\.", "март(?:а|е|у)?|мар\\.", "апрел[яьею]+|апр\\.", "ма[яйею]",
           "июн[яьею]+", "июл[яьею]+", "август(?:а|е|у)?|авг\\.", "сентябр[яьею]+|сен(?:т)?\\.", "октябр[яьею]+|окт\\.",
           "ноябр[яьею]+|ноя(?:б)?\\.", "декабр[яьею]+|дек\\."),
    "nl": ("januari|jan\\.", "februari|feb\\.", "maart|mrt\\.", "april|apr\\.", "mei", "juni|jun\\.", "juli|jul\\.",
           "augustus|aug\\.", "september|sept?\\.", "oktober|okt\\.", "november|nov\\.", "december|dec\\."),
    "en": ("January|Jan\\.?", "February|Feb\\.?", "March|Mar\\.?", "April|Apr\\.?", "May", "June|Jun\\.?", "July|Jul\\.?",
           "August|Aug\\.?", "September|Sept?\\.?", "October|Oct\\.?", "November|Nov\\.?", "December|Dec\\.?"),
}  # fmt: skip
# unit: (basic unit, how many of it, words in ro, ru, nl, en). Working days count as days.
UNITS = {
    "year": ("month", 12, "ani(?:lor)?|an(?:ul|ului)?", "лет|год(?:а|у|ом|ам|ов)?", "jaar|jaren", "years?"),
    "month": ("month", 1, "lun[ăi](?:i|lor)?", "месяц(?:а|ев|у|ам|ах|е)?", "maand(?:en)?", "months?"),
    "week": ("day", 7, "săptămân(?:ă|i|a|ii|ilor)", "недел(?:я|и|ь|ю|е|ям)", "week|weken", "weeks?"),
    "day": ("day", 1, "zile(?:lor|le)?|zi(?:ua|lei)?", "(?:рабочи[хей]+ |календарны[хей]+ )?д(?:ень|ня|ней|нём|нями|ням)",
            "(?:werk|kalender)?dag(?:en)?", "(?:working |business |calendar )?days?"),
    "hour": ("minute", 60, "or[ăe](?:i|lor)?", "час(?:а|ов|у|ам|е)?", "uur|uren", "hours?"),
    "minute": ("minute", 1, "minut(?:e|ul|elor)?", "минут(?:а|ы|у|ам)?|мин\\.", "minuut|minuten|min\\.", "minutes?|min\\."),
    "kilometre": ("km", 1, "km|kilometr[iu]l?", "км|километр(?:а|ов)?", "km|kilometers?", "km|kilomet(?:re|er)s?"),
    "kilogram": ("kg", 1, "kg|kilograme?", "кг|килограмм(?:а|ов)?", "kg|kilo(?:gram)?", "kg|kilos?|kilograms?"),
}  # fmt: skip
ORDER = ("ro", "ru", "nl", "en")
# A number joined to a unit: "18-летний", "18-jarige", "a 3-month visa".
JOINED = {
    "month": r"(?:-|\s)?месячн\w+|-maands\w*|-month",
    "year": r"-летн\w+|-годичн\w+|-jarig\w*|-year(?:-old)?",
    "day": r"-дневн\w+|-daags\w*|-day",
    "hour": r"-часов\w+|-uurs\w*|-hour",
    "week": r"-недельн\w+|-weeks\w*|-week",
}
HALVES = {
    "ro": {"jumătate de oră": ("minute", 30), "jumătate de an": ("month", 6), "un sfert de oră": ("minute", 15)},
    "ru": {"полчаса": ("minute", 30), "полгода": ("month", 6), "четверть часа": ("minute", 15), "сутки": ("minute", 1440)},
    "nl": {"half uur": ("minute", 30), "halfuur": ("minute", 30), "half jaar": ("month", 6), "kwartier": ("minute", 15)},
    "en": {"half an hour": ("minute", 30), "half a year": ("month", 6), "quarter of an hour": ("minute", 15),
           "half-hour": ("minute", 30)},
}  # fmt: skip
CURRENCIES = {
    "EUR": r"€|EUR\b|euro(?:s|i|ul|ului)?\b|евро\b",
    "MDL": r"MDL\b|le[iu](?:i|lor|lui)?\b|ле[йяюе](?:в|м)?\b|леев\b",
    "USD": r"\$|USD\b|dolar\w*|доллар\w*|долл\.|dollars?\b",
    "CHF": r"CHF\b|franci?\b|франк\w*|frank(?:en)?\b|francs?\b",
    "RUB": r"₽|RUB\b|rubl\w+|рубл\w+|руб\.|roebels?\b|rou?bles?\b",
    "GBP": r"£|GBP\b|lire\b|фунт\w*|pond\b|pounds?\b",
}
# "Moldovan lei", "US dollars": said in one language, left out in another.
OF_COUNTRY = r"(?:(?:US|american\w*|молдавск\w+|американск\w+|Moldavische|Moldovan|Amerikaanse)\s+)?"
AND_A_HALF = r"\s+(?:și jumătate|с половиной|en een half|and a half)"
ALWAYS = (
    r"24 (?:de )?ore din 24|24\s?/\s?7|24 hours a day|24 uur per dag|24 часа в сутки|7 (?:de )?zile din 7|7 days a week"
    r"|7 dagen per week|7 дней в неделю"
)
PERCENT = r"%|la sută\b|процент\w*|procente?\b|per ?cent\b"
MORNING = r"утра|dimineața|'s (?:ochtends|morgens)|’s (?:ochtends|morgens)|in the morning|a\.?m\.?"
EVENING = (
    r"вечера|дня|seara|după-amiaza|după amiaza|'s (?:avonds|middags)|’s (?:avonds|middags)|in the (?:evening|afternoon)"
    r"|p\.?m\.?"
)
# What stands before an hour without minutes when a time of day is meant, not a duration.
BEFORE_HOUR = {
    "ro": r"(?:la |de la |până la |după |înainte de |între )?or(?:a|ele)\s+",
    "ru": r"(?:в|к|с|со|после)\s+",
    "nl": r"(?:om|vanaf|tot|na|voor|van|tussen)\s+",
    "en": r"(?:at|from|until|till|after|before|by)\s+",
}
AFTER_HOUR = {"ro": r"", "ru": r"\s+час(?:ов|а)?\b", "nl": r"\s+uur\b", "en": r"\s+o['’]clock\b"}
RANGE = r"-|și|и|en|and|по|до|la|până la|tot(?: en met)?|t/m|to|until"
# What stands before an age whose unit is left out ("under 18").
BEFORE_AGE = {"ro": r"sub|peste", "ru": r"до|старше|младше", "nl": r"onder(?: de)?|boven(?: de)?", "en": r"under|over"}
# Russian joins a number and a unit: "шестимесячный".
WRITTEN_TOGETHER = (
    r"(?P<number>двух|трёх|трех|четырёх|четырех|пяти|шести|семи|восьми|девяти|десяти|двенадцати)"
    r"(?P<unit>месячн|недельн|дневн|летн|часов)\w+"
)
TOGETHER_UNITS = {
    "месячн": ("month", 1),
    "летн": ("month", 12),
    "недельн": ("day", 7),
    "дневн": ("day", 1),
    "часов": ("minute", 60),
}
# Opening hours without minutes and without a word for the hour: nothing but a stop may follow.
_END = r"(?=\s*(?:[.,;:)!?]|$|uur\b|час|ч\b))"
BARE_HOURS = {
    "ro": rf"\bde la (?P<hour>\d{{1,2}}) (?:până )?la (?P<end>\d{{1,2}}){_END}",
    "ru": rf"\bс (?P<hour>\d{{1,2}}) до (?P<end>\d{{1,2}}){_END}",
    "nl": rf"\bvan (?P<hour>\d{{1,2}}) tot (?P<end>\d{{1,2}}){_END}",
    "en": rf"\bfrom (?P<hour>\d{{1,2}}) (?:to|until|till) (?P<end>\d{{1,2}}){_END}",
}
TIMES_OF_DAY = {
    "ro": {"amiază": (12, 0), "miezul nopții": (0, 0)},
    "ru": {"полдень": (12, 0), "полночь": (0, 0)},
    "nl": {"middernacht": (0, 0)},
    "en": {"noon": (12, 0), "midnight": (0, 0)},
}
