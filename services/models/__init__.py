from services.models.index import ServicesIndexPage
from services.models.provider import Provider
from services.models.sector import SectorPage, SectorsIndexPage
from services.models.service import ServicePage

__all__ = ["Provider", "SectorPage", "SectorsIndexPage", "ServicePage", "ServicesIndexPage"]
