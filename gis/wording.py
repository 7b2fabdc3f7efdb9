"""Days, sizes and names as the sentences of errors and layers have them."""

from __future__ import annotations

import datetime
import math
from urllib.parse import urlsplit

from qgis.PyQt.QtCore import QCoreApplication, QLocale

from ..core import dates, places
from ..core.addresses import SERVICES
from ..core.codes import BYDEL, FYLKE, GRUNNKRETS, KOMMUNE
from ..core.errors import BadDates
from ..core.units import WHOLE_COUNTRY

translate = QCoreApplication.translate
_in_its_form = QCoreApplication.translate  # of a text that the caller names


def date_text(day: datetime.date | str) -> str:
    """Write a day as Norwegians do, `1.1.2024`; ISO text is taken too, and what is no day comes back as it is."""
    try:
        found = day if isinstance(day, datetime.date) else dates.parse(day)
    except BadDates:
        return str(day)
    return f"{found.day}.{found.month}.{found.year}"


def number_text(number: int) -> str:
    """Write a whole number as the locale does: `14 462`."""
    return _locale().toString(int(number))


def fixed_text(number: float, decimals: int) -> str:
    """Write a number as the locale does, with so many decimals: `1 234,50`."""
    return _locale().toString(float(number), "f", decimals)


def decimal_text(number: float, decimals: int = 1) -> str:
    """Write a number as the locale does, with at most so many decimals and none at the end that say nothing: `1,5`."""
    rounded = round(float(number), decimals)
    needed = next(some for some in range(decimals + 1) if round(rounded, some) == rounded)
    return fixed_text(rounded, needed)


def counted(context: str, text: str, number: int) -> str:
    """Translate a text with %n, in its form for the number, and the number as the locale writes it."""
    plain = _in_its_form(context, text, None, number)
    return plain.replace(str(number), number_text(number), 1)


def size_text(count: int) -> str:
    """Write a number of bytes as kB or MB, as the locale does."""
    if count < 1_000_000:
        return translate("Words", "{} kB").format(number_text(math.ceil(count / 1000)))
    return translate("Words", "{} MB").format(fixed_text(count / 1e6, 1))


def _locale() -> QLocale:
    """Give the user's locale, in groups of three even where QGIS leaves the gaps out, which it does unless told."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return locale


def service_text(service: object) -> str:
    """Give the title of a service, or the host as it is."""
    known = SERVICES.get(str(service))
    return known.title if known else str(service)


def classification_text(classification: object, level: str = "") -> str:
    """Name the units of a classification (of one level, where it is given) in the plural, or give its number in Klass."""
    if (classification, level) == (GRUNNKRETS, "1"):
        return translate("Words", "delområder")
    names = {
        GRUNNKRETS: translate("Words", "grunnkretser"),
        BYDEL: translate("Words", "bydeler"),
        FYLKE: translate("Words", "fylker"),
        KOMMUNE: translate("Words", "kommuner"),
    }
    return names.get(classification) or f"Klass {classification}"


def unit_text(unit: str) -> str:
    """Name a kind of unit (a key of `units.UNITS`) in the plural, as a title."""
    names = {
        "kommune": translate("Words", "Kommuner"),
        "fylke": translate("Words", "Fylker"),
        "fylkesgrense": translate("Words", "Borders of fylker"),
        "kommunegrense": translate("Words", "Borders of kommuner"),
        "delomrade": translate("Words", "Delområder"),
        "grunnkrets": translate("Words", "Grunnkretser"),
        "bydel": translate("Words", "Bydeler"),
    }
    return names.get(unit, unit)


def route_text(route: object) -> str:
    """Name a route of `work.routes`."""
    names = {
        "files": translate("Words", "Geonorge's files"),
        "order": translate("Words", "Geonorge's order service"),
        "feed": translate("Words", "Geonorge's ATOM feeds"),
    }
    return names.get(str(route), str(route))


def area_text(area: object) -> str:
    """Name an area by its number, `46 Vestland`; a number of former days stands alone."""
    if area == WHOLE_COUNTRY:
        return translate("Words", "the whole country")
    known = places.shipped()
    found = known.by_number.get(str(area))
    return known.label(found) if found else str(area)


def host_text(address: object) -> str:
    return urlsplit(str(address)).hostname or str(address)


def file_text(path: object) -> str:
    """Give the name of a file without its folder."""
    return str(path).replace("\\", "/").rstrip("/").rpartition("/")[2] or str(path)


def quoted(words: object) -> str:
    """Put words of others in quotation marks, on one line and without a full stop at the end; "" for none."""
    text = " ".join(str(words).split()).rstrip(".")
    return translate("Words", "“{}”").format(text) if text else ""


def layer_fault_text(layer) -> str:
    """Say what QGIS says about a layer that is not valid; asking an empty QgsError for its summary would end QGIS."""
    error = layer.error()
    return "" if error.isEmpty() else error.summary()
