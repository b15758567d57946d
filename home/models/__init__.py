from home.models.articles import ArticlePage, ArticlesIndexPage
from home.models.guide import GuidePage
from home.models.help import HelpIndexPage, HelpPage
from home.models.home import HomePage
from home.models.menus import Menu, ProgrammeStatement
from home.models.news import NewsIndexPage, NewsPage
from home.models.notices import Notice
from home.models.stage import StagePage
from home.models.standard import StandardPage

__all__ = [
    "ArticlePage",
    "ArticlesIndexPage",
    "GuidePage",
    "HelpIndexPage",
    "HelpPage",
    "HomePage",
    "Menu",
    "NewsIndexPage",
    "NewsPage",
    "Notice",
    "ProgrammeStatement",
    "StagePage",
    "StandardPage",
]
