"""The briefing: a dossier becomes a site in which every sentence can be checked."""

from foedus.briefing.cite import Checked, Desk, check
from foedus.briefing.compose import Briefing, brief
from foedus.briefing.page import Page
from foedus.briefing.site import Site, to_site

__all__ = ["Briefing", "Checked", "Desk", "Page", "Site", "brief", "check", "to_site"]
