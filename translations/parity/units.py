# ruff: noqa: E501
"""The words of units in four languages: plain (small letters, Romanian without its marks, ё as е)."""

# unit: its words after a number
UNITS = {
    "minute": {"ro": r"minut(?:e|ul|ului|elor|ele)?|min\.?", "ru": r"минут\w{0,3}|мин\.?",
               "nl": r"minuut|minuten|min\.?", "en": r"minutes?|mins?\.?"},
    "hour": {"ro": r"or[ae]|orele|orelor|orei|h", "ru": r"час(?:а|ов|у|ам|ами|ах|е|ом|ы)?|ч\.?", "nl": r"uur|uren",
             "en": r"hours?|hrs?\.?"},
    "working-day": {"ro": r"zile de lucru", "ru": r"будн\w+ дн\w+", "nl": r"werkdag(?:en)?", "en": r"weekdays?"},
    "day": {"ro": r"zi|zile|zilei|zilelor|zilele|ziua", "ru": r"ден[ьк]\w*|дн(?:я|ей|ю|ям|ями|ях|е|и|ем)|сут(?:ки|ок|кам|ках)",
            "nl": r"(?:kalender)?dag(?:en)?|etma(?:al|len)", "en": r"days?"},
    "week": {"ro": r"saptaman[ai]|saptamanilor|saptamanii|saptamanile", "ru": r"недел\w{0,3}|нед\.?",
             "nl": r"week|weken", "en": r"weeks?"},
    "month": {"ro": r"lun[ai]|lunii|lunilor|lunile", "ru": r"месяц\w{0,3}|мес\.?", "nl": r"maand(?:en)?",
              "en": r"months?"},
    "year": {"ro": r"ani|an|anii|anilor|anului|anul", "ru": r"лет|летам|год(?:а|у|ом|ам|ов|ы|ами|ах|е)?",
             "nl": r"jaar|jaren", "en": r"years?"},
    "km": {"ro": r"km|kilometr[iu]l?", "ru": r"км|километр\w{0,3}", "nl": r"km|kilometers?", "en": r"km|kilomet(?:re|er)s?"},
    "metre": {"ro": r"m|metr[iu]l?", "ru": r"м|метр(?:а|ов|ах|ам|е)?", "nl": r"m|meter", "en": r"m|met(?:re|er)s?"},
    "centimetre": {"ro": r"cm|centimetr[iu]", "ru": r"см|сантиметр\w{0,3}", "nl": r"cm|centimeter", "en": r"cm|centimet(?:re|er)s?"},
    "square-metre": {"ro": r"m²|m2|mp|metri patrati", "ru": r"м²|м2|кв\. ?м\.?|квадратн\w+ метр\w*", "nl": r"m²|m2|vierkante meter",
                     "en": r"m²|m2|sq\.? ?m|square met(?:re|er)s?"},
    "cubic-cm": {"ro": r"cm³|cm3|cmc|centimetri cubi", "ru": r"см³|см3|куб\. ?см\.?|кубическ\w+ сантиметр\w*",
                 "nl": r"cm³|cm3|cc|kubieke centimeter", "en": r"cm³|cm3|cc|cubic centimet(?:re|er)s?"},
    "hectare": {"ro": r"ha|hectar\w*", "ru": r"га|гектар\w*", "nl": r"ha|hectare[ns]?", "en": r"ha|hectares?"},
    "kg": {"ro": r"kg|kilogram\w*|kile", "ru": r"кг|килограмм\w{0,3}|кило", "nl": r"kg|kilo(?:gram)?s?", "en": r"kgs?|kilos?|kilogram(?:me)?s?"},
    "gram": {"ro": r"grame|gram", "ru": r"грамм\w{0,3}", "nl": r"gram", "en": r"gram(?:me)?s?"},
    "tonne": {"ro": r"ton[ae]|tonelor", "ru": r"тонн\w{0,3}", "nl": r"ton(?:nen)?", "en": r"tonnes?|tons?"},
    "litre": {"ro": r"litri|litru|l", "ru": r"литр\w{0,3}|л", "nl": r"liter|l", "en": r"lit(?:re|er)s?|l"},
    "degree": {"ro": r"°c|grade(?: celsius)?", "ru": r"°c|°с|градус\w{0,3}(?: цельсия)?", "nl": r"°c|grad(?:en)?(?: celsius)?",
               "en": r"°c|degrees?(?: celsius)?"},
}  # fmt: skip
# What makes days working days: before the unit, after the unit.
WORKING = {
    "ro": (r"(?!)", r" (?:lucratoare|lucratoarele|de lucru)"),
    "ru": (r"рабоч\w+ |будн\w+ ", r" рабочих"),
    "nl": (r"werkbare ", r"(?!)"),
    "en": (r"(?:working|business|work)[ -]", r"(?!)"),
}
# Words between a number and its unit that change nothing.
ADJECTIVES = {
    "ro": r"ultimele|ultimii|primele|primii|urmatoarele|urmatorii",
    "ru": r"последни\w+|перв\w+|следующи\w+|полн\w+|целы\w+|календарн\w+|ближайши\w+|подряд|учебн\w+",
    "nl": r"laatste|eerste|volgende|volle|hele|opeenvolgende|aaneengesloten|extra|komende",
    "en": r"last|first|next|full|whole|complete|consecutive|calendar|more|extra|school|further",
}
_RO_HALF = r"(?:\x02|o) jumatate de"
# Periods with a half or a quarter, or with a word of their own: (words, how many, unit).
HALVES = {
    "ro": (
        (rf"\x01{{0,12}}\x02? ?(?:{_RO_HALF}|jumatate de) ora", "30", "minute"), (r"(?:\x01{{0,12}}\x02 )?sfert de ora", "15", "minute"),
        (rf"(?:{_RO_HALF}|jumatate de) an", "6", "month"), (rf"(?:{_RO_HALF}|jumatate de) zi", "0.5", "day"),
        (r"\x01{0,12}3 sferturi de ora", "45", "minute"),
    ),
    "ru": (
        (r"полчаса|получаса", "30", "minute"), (r"четверть часа|четверти часа", "15", "minute"),
        (r"полгода|полугода", "6", "month"), (r"полдня", "0.5", "day"), (r"полмесяца", "0.5", "month"),
    ),
    "nl": (
        (r"\x01{0,12}3 kwartier", "45", "minute"), (r"(?:\x01{0,12}\x02 )?half ?uur|halve uur", "30", "minute"),
        (r"(?:\x01{0,12}\x02 )?kwartier", "15", "minute"),
        (r"(?:\x01{0,12}\x02 )?half ?jaar", "6", "month"), (r"(?:\x01{0,12}\x02 )?halve dag", "0.5", "day"),
    ),
    "en": (
        (r"half \x01{0,12}\x02 hour|(?:\x02 )?half[- ]hour", "30", "minute"),
        (r"(?:\x02 )?quarter of \x01{0,12}\x02 hour", "15", "minute"), (r"half \x01{0,12}\x02 year|half-year", "6", "month"),
        (r"half \x01{0,12}\x02 day|half-day", "0.5", "day"), (r"half \x01{0,12}\x02 month", "0.5", "month"),
        (r"(?:\x02 )?fortnight", "14", "day"), (r"\x01{0,12}3[- ]quarters of \x01{0,12}\x02 hour", "45", "minute"),
    ),
}  # fmt: skip
# A unit alone means one of it, where the other text says so.
BARE = {
    "ro": {"year": r"an|anul|anului", "month": r"luna|lunii", "week": r"saptamana|saptamanii", "day": r"zi|ziua|zilei",
           "hour": r"ora|orei", "minute": r"minut|minutul"},
    "ru": {"year": r"год|года|году|годом", "month": r"месяц|месяца|месяце", "week": r"неделя|неделю|недели|неделе",
           "day": r"день|дня|дню|сутки|суток", "hour": r"час|часа", "minute": r"минута|минуту|минуты"},
    "nl": {"year": r"jaar", "month": r"maand", "week": r"week", "day": r"dag|etmaal", "hour": r"uur", "minute": r"minuut"},
    "en": {"year": r"year", "month": r"month", "week": r"week", "day": r"day", "hour": r"hour", "minute": r"minute"},
}  # fmt: skip
# Ages without their unit.
AGES = {
    "ro": r"(?!)(?P<age>)",
    "ru": r"(?!)(?P<age>)",
    "nl": r"(?<!\w)(?:leeftijd van|boven de|onder de) \x01{0,12}(?P<age>\d{1,3})(?![\w%]|[.,]\d|[- ](?:jaar|maand))",
    "en": r"(?<!\w)(?:aged?(?: of| from| under| over| at least| between)?|turn(?:s|ed|ing)?|over|under)"
          r" \x01{0,12}(?P<age>\d{1,2})(?![\w%€]|[.,:/-]\d| ?[-a-z€%(])",
}  # fmt: skip
PREFIXES = {
    "ro": {},
    "ru": {"одно": 1, "двух": 2, "дву": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8,
           "девяти": 9, "десяти": 10, "одиннадцати": 11, "двенадцати": 12, "четырнадцати": 14, "пятнадцати": 15,
           "шестнадцати": 16, "восемнадцати": 18, "двадцати": 20, "тридцати": 30, "сорока": 40, "шестидесяти": 60,
           "девяносто": 90},
    "nl": {"één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
           "tien": 10, "elf": 11, "twaalf": 12, "zestien": 16, "achttien": 18, "dertig": 30},
    "en": {},
}  # fmt: skip
# A number and its unit in one word.
JOINED = {
    "ro": {},
    "ru": {"year": r"летн\w+|годичн\w+|годовал\w+", "month": r"месячн\w+", "week": r"недельн\w+", "day": r"дневн\w+|суточн\w+",
           "hour": r"часов(?:ой|ого|ому|ым|ом|ая|ую|ое|ые|ых|ыми)", "minute": r"минутн\w+"},
    "nl": {"year": r"jarigen?|jaars", "month": r"maands|maandse", "week": r"weekse?|wekelijkse?", "day": r"daagse?",
           "hour": r"urige?|uurs", "minute": r"minuten"},
    "en": {},
}  # fmt: skip
