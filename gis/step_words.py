"""The words for what a job does now."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qgis.PyQt.QtCore import QCoreApplication

from .wording import area_text, classification_text, decimal_text, route_text, service_text, size_text

translate = QCoreApplication.translate


def _fetching(facts: Mapping[str, object]) -> str:
    units = classification_text(facts.get("classification", ""))
    return translate("Messages", "Fetching {} …").format(units)


def _downloading(facts: Mapping[str, object]) -> str:
    got, total = int(facts.get("bytes") or 0), int(facts.get("total") or 0)
    if not got:
        return translate("Messages", "Downloading …")
    if total:
        return translate("Messages", "Downloading {} of {} …").format(size_text(got), size_text(total))
    return translate("Messages", "Downloading … {}").format(size_text(got))


STEPS: dict[str, Callable[[Mapping[str, object]], str]] = {
    "fetching_codes": _fetching,
    "fetching_changes": lambda facts: translate("Messages", "Fetching what became of old codes …"),
    "asking_geonorge": lambda facts: translate("Messages", "Asking Geonorge …"),
    "fetching_area": lambda facts: translate("Messages", "Fetching {area} through {route} …").format(
        area=area_text(facts.get("area", "")), route=route_text(facts.get("route", ""))
    ),
    "waiting_for_other": lambda facts: translate("Messages", "Waiting for another window that fetches the same …"),
    "downloading": _downloading,
    "retrying": lambda facts: translate("Messages", "{} does not answer well. Trying again in {} s …").format(
        service_text(facts.get("service", "")), decimal_text(facts.get("seconds") or 0)
    ),
    "unpacking": lambda facts: translate("Messages", "Unpacking …"),
    "converting": lambda facts: translate("Messages", "Making a layer of the file …"),
    "reading_layer": lambda facts: translate("Messages", "Reading the layer …"),
    "matching": lambda facts: translate("Messages", "Matching …"),
    "recoding": lambda facts: translate("Messages", "Changing codes …"),
    "diagnosing": lambda facts: translate("Messages", "Trying the codes on each year …"),
    "cutting_coast": lambda facts: translate("Messages", "Cutting at the coast …"),
    "choosing_seen": lambda facts: translate("Messages", "Choosing what the map shows …"),
    "dissolving": lambda facts: translate("Messages", "Joining shapes …"),
    "asking_catalogue": lambda facts: translate("Messages", "Asking {} …").format(service_text(facts.get("catalogue", ""))),
    "fetching_list": lambda facts: translate("Messages", "Fetching the list of classifications …"),
    "writing": lambda facts: translate("Messages", "Writing …"),
}
