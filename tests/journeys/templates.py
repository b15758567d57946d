"""One address of every template, without the language."""

from core.languages import LANGUAGES

__all__ = ["LANGUAGES", "TEMPLATES"]

TEMPLATES = (
    "/", "/before-you-go/", "/before-you-go/having-your-diploma-recognised/", "/services/",
    "/services/pare-1-plus-1/", "/countries/", "/countries/nigeria/", "/pilot-areas/", "/pilot-areas/cahul/",
    "/pilot-areas/ungheni/shop-front/", "/sectors/", "/sectors/health-care/", "/news/", "/about/", "/get-help-now/",
    "/get-help-now/trafficking/", "/finder/?intent=back&here=netherlands&there=cahul", "/search/", "/search/?q=pensie",
    "/search/?q=zzzz", "/services/providers/", "/services/providers/anofm/", "/nothing-here/", "/offline/",
    "/mine/", "/mine/222222/", "/mine/p/a.b.c.d.e/", "/check/", "/check/2222-2222-2222/", "/check/report/",
)  # fmt: skip
