"""What may stand in each content file (the table of docs/content-files.md, as data)."""

from core.languages import LANGUAGES
from home.loading.kinds import (
    Choice,
    Cost,
    Date,
    Decimal,
    Email,
    Fields,
    Flag,
    Items,
    Number,
    OneOf,
    Phone,
    Reference,
    Rich,
    Source,
    Span,
    Text,
    Url,
)

STAGES = ("pre-departure", "life-abroad", "return", "reintegration")
AUDIENCES = (
    "potential", "current", "returning", "families", "diaspora-experts", "providers", "public-bodies",
    "host-institutions",
)  # fmt: skip
SECTORS = (
    "migration-governance", "ict", "health-care", "agriculture", "local-government", "rule-of-law",
    "water-and-infrastructure", "private-sector",
)  # fmt: skip
COUNTRIES = ("moldova", "netherlands", "iraq", "nigeria", "somalia")
AREAS = ("cahul", "edinet", "ungheni", "chisinau")
SPOKEN = (
    "ro", "ru", "nl", "en", "uk", "gag", "bg", "ar", "ku", "so", "fr", "it", "de", "ha", "yo", "ig",
)  # fmt: skip
ROLES = ("counsellor", "editor", "provider")

Stages, Audiences, Sectors = Items(Choice(STAGES)), Items(Choice(AUDIENCES)), Items(Choice(SECTORS))
Countries, Areas, Spoken = Items(Choice(COUNTRIES)), Items(Choice(AREAS)), Items(Choice(SPOKEN))
Checked = Fields({"days_ago": Number, "role": Choice(ROLES), "due_in_days": Number})
SourceRows = Items(Fields({"url": Url, "read_on": Date}))
Contacts, Services, Claims = Items(Reference("contact")), Items(Reference("service")), Items(Reference("claim"))

Step = Fields(
    {"title": Text(120), "text": Rich()},
    {"cost": Text(160), "time": Text(160), "fee": Reference("fee")},
)
Helper = Fields({"name": Text(120), "text": Text(600)}, {"contact": Reference("contact")})
Body = Items(
    OneOf(
        {
            "heading": Text(100),
            "subheading": Text(100),
            "text": Rich(),
            "steps": Fields({"title": Text(100), "items": Items(Step, least=1)}),
            "checklist": Fields({"title": Text(100), "items": Items(Text(300), least=1)}),
            "warning": Fields({"level": Choice(("careful", "stop")), "title": Text(120), "text": Rich()}),
            "who_can_help": Fields({}, {"near": Items(Helper), "abroad": Items(Helper)}),
            "contact": Reference("contact"),
            "term": Reference("term"),
            "faq": Fields({"items": Items(Fields({"question": Text(160), "answer": Rich()}), least=1)}),
            "table": Fields({"caption": Text(160), "header": Items(Text(80), 2), "rows": Items(Items(Text(400)), 1)}),
        }
    )
)
Point = Fields({"title": Text(120), "text": Text(600)})

PAGE_COMMON = {
    "type": Text(),
    "original": Choice(LANGUAGES),
    "programme": Choice(("nexus", "cd4d2")),
    "order": Number,
}
WORDS_COMMON = {"title": Text(70), "summary": Text(180)}
WORDS_OPTIONAL = {"short_title": Text(40), "body": Body}

# type of page: (required in page.yml, optional in page.yml, required in a language file)
PAGE_TYPES: dict[str, tuple[dict, dict, dict]] = {
    "home": ({}, {}, {"headline": Text(80), "search_examples": Items(Text(40), 1)}),
    "stage": (
        {"stage": Choice(STAGES), "topics": Items(Items(Reference("slug"), 1), 1)},
        {},
        {"first_things": Items(Point, 3), "topics": Items(Text(60), 1)},
    ),
    "guide": (
        {"stages": Stages, "audiences": Audiences, "services": Services, "checked": Checked, "sources": SourceRows},
        {"origin": Countries, "destination": Countries, "sectors": Sectors},
        {"answer": Rich(), "for_whom": Text(400), "not_for_whom": Text(400), "sources": Items(Text(200)), "body": Body},
    ),
    "services": ({}, {}, {}),
    "service": (
        {
            "provider": Reference("provider"),
            "stages": Stages,
            "audiences": Audiences,
            "cost": Cost(),
            "languages": Spoken,
            "appointment": Choice(("none", "recommended", "needed")),
            "contact": Reference("contact"),
            "action": Fields({"kind": Choice(("call", "book", "apply", "visit"))}, {"url": Url}),
            "checked": Checked,
        },
        {
            "sectors": Sectors,
            "areas": Areas,
            "shop_fronts": Areas,
            "online": Flag,
            "abroad": Flag,
            "countries": Countries,
            "hours": Reference("hours"),
            "place": Reference("place"),
            "sources": SourceRows,
        },
        {
            "eligibility": Rich(),
            "documents": Items(Text(300)),
            "how_to_apply": Items(Point, 1),
            "processing_time": Text(300),
        },
    ),
    "countries": ({}, {}, {}),
    "country": (
        {"country": Choice(COUNTRIES), "contacts": Contacts},
        {"sectors": Sectors, "guides": Items(Reference("page")), "services": Services},
        {"facts": Items(Fields({"label": Text(60), "value": Text(200)}), 3), "body": Body},
    ),
    "areas": ({}, {}, {}),
    "area": (
        {"area": Choice(AREAS), "measures": Items(Choice(("done", "under-way", "planned")), 1)},
        {},
        {"measures": Items(Point, 1), "body": Body},
    ),
    "shop-front": (
        {"area": Choice(AREAS), "place": Reference("place"), "languages": Spoken, "checked": Checked},
        {},
        {
            "getting_there": Rich(),
            "can_do": Items(Text(200), 1),
            "accessibility": Items(Text(200), 1),
            "door": Text(300),
        },
    ),
    "sectors": ({}, {}, {}),
    "sector": ({"sector": Choice(SECTORS), "countries": Countries}, {"services": Services}, {"body": Body}),
    "standard": ({}, {}, {"body": Body}),
    "news-index": ({}, {}, {}),
    "news": ({"date_days_ago": Number}, {}, {"body": Body}),
    "help-index": ({}, {"contacts": Contacts}, {}),
    "help": ({"contacts": Contacts, "checked": Checked}, {}, {"body": Body}),
}
OPTIONAL_WORDS = {"service": {"cost_note": Text(300), "sources": Items(Text(200))}}

FourWords = Fields({language: Text(400) for language in LANGUAGES})
FACT_COMMON = {
    "area": Choice(AREAS),
    "example": Flag,
    "source": Source,
    "read_on": Date,
    "owner": Choice(ROLES),
    "checked": Checked,
    "note": FourWords,
}
FACT_KINDS = {
    "contacts": Fields(
        {"code": Reference("contact"), "name": FourWords},
        {**FACT_COMMON, "phone": Phone, "email": Email, "website": Url},
    ),
    "hours": Fields(
        {
            "code": Reference("hours"),
            "timezone": Choice(("Europe/Chisinau", "Europe/Amsterdam")),
            "holidays": Choice(("moldova", "netherlands", "none")),
            "week": Fields({}, {day: Items(Span) for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}),
        },
        {
            **FACT_COMMON,
            "exceptions": Items(
                Fields({"in_days": Number, "reason": FourWords}, {"closed": Flag, "spans": Items(Span)})
            ),
        },
    ),
    "places": Fields(
        {"code": Reference("place"), "country": Choice(COUNTRIES), "street": Text(120), "name": FourWords},
        {
            **FACT_COMMON,
            "locality": Text(80),
            "postal_code": Text(12),
            "latitude": Decimal,
            "longitude": Decimal,
            "contact": Reference("contact"),
            "hours": Reference("hours"),
        },
    ),
    "fees": Fields(
        {"code": Reference("fee"), "amount": Decimal, "currency": Choice(("MDL", "EUR", "USD")), "name": FourWords},
        FACT_COMMON,
    ),
}
FACTS = Fields({}, {kind: Items(fields) for kind, fields in FACT_KINDS.items()})

PROVIDER = Fields(
    {
        "kind": Choice(("public", "private", "civil-society")),
        "original": Choice(LANGUAGES),
        "contact": Reference("contact"),
    },
    {"website": Url, "example": Flag},
)
PROVIDER_WORDS = Fields({"name": Text(120), "description": Rich()}, {"short_name": Text(40)})
TERMS = Items(
    Fields({"code": Reference("term"), "definition": FourWords, **{language: Text(80) for language in LANGUAGES}})
)
LEDGER = Items(
    Fields(
        {
            "id": Reference("claim"),
            "claim": Text(500),
            "figures": Items(Decimal),
            "source": Source,
            "publisher": Text(200),
            "read_on": Date,
        }
    )
)


def page_fields(page_type: str) -> Fields:
    """Return what `page.yml` of a page type holds."""
    required, optional, _ = PAGE_TYPES[page_type]
    return Fields({**PAGE_COMMON, **required}, {**optional, "claims": Claims})


def words_fields(page_type: str) -> Fields:
    """Return what a language file of a page type holds."""
    required = PAGE_TYPES[page_type][2]
    optional = {**WORDS_OPTIONAL, **OPTIONAL_WORDS.get(page_type, {})}
    return Fields(
        {**WORDS_COMMON, **required},
        {name: kind for name, kind in optional.items() if name not in required},
    )
