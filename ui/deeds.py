"""What the pages do, as parameters of Processing: for the history."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from qgis.core import QgsMapLayer, QgsProcessingUtils, QgsVectorLayer

from ..core.errors import StorageError
from ..core.history import table_source
from ..core.opendata import Dataset
from ..core.units import WHOLE_COUNTRY
from ..gis import log
from ..work.boundary_file import BoundaryFile, BoundaryRequest
from ..work.joining import Prepared
from ..work.recode_files import CHOICES, choice_rows
from .code_questions import Question
from .column_work import Changed


def boundaries_fetched(desk, request: BoundaryRequest, file: BoundaryFile, layer: QgsVectorLayer) -> None:
    extent = request.extent
    parameters = {
        "UNIT": request.unit,
        "AREA": ",".join(request.areas),
        "VINTAGE": str(file.vintage),
        "COAST": request.coast,
        "CRS": request.crs or file.crs,
        "EXTENT": f"{extent.west},{extent.east},{extent.south},{extent.north} [{extent.crs}]" if extent else None,
    }
    _note(desk, "boundaries", parameters, layer, file.features)


def codes_added(desk, question: Question, level: str, area: tuple[str, ...], layer: QgsVectorLayer, count: int) -> None:
    inside = "" if WHOLE_COUNTRY in area else ",".join(f"{one}*" for one in area)
    parameters = {
        "CLASSIFICATION": str(question.classification),
        "DATE": question.day.isoformat(),
        "TO_DATE": _text(question.end),
        "LANGUAGE": question.language,
        "LEVEL": level,
        "SELECT_CODES": question.select or inside,
        "VARIANT": question.variant,
        "INCLUDE_FUTURE": question.future,
        "PRESENTATION_NAMES": question.pattern,
    }
    _note(desk, "codes", parameters, layer, count)


def joined(desk, source: QgsVectorLayer, table: QgsVectorLayer | None, prepared: Prepared, prefix: str, layer) -> None:
    parameters = {
        "INPUT": _place(source),
        "FIELD": prepared.field,
        "CLASSIFICATION": str(prepared.classification or ""),
        "LEVEL": prepared.level,
        "DATE": prepared.day.isoformat(),
        "LANGUAGE": desk.context.language,
        "PREFIX": prefix,
    }
    names = [attribute.name for attribute in prepared.attributes]
    if table is not None:
        parameters.update(TABLE=_place(table), TABLE_FIELD=prepared.key_field, TABLE_COLUMNS=names)
    else:
        parameters["ATTRIBUTES"] = ",".join(_attributes(names))
    _note(desk, "join", parameters, layer, prepared.report.matched, (source, table))


def codes_changed(desk, source: QgsVectorLayer, changed: Changed, sum_fields: list[str], layer: QgsVectorLayer) -> None:
    recoding = changed.recoding
    parameters = {
        "INPUT": _place(source),
        "FIELD": changed.change.field,
        "CLASSIFICATION": _classification(recoding.classification, changed.change.level),
        "FROM_DATE": _text(recoding.since),
        "TO_DATE": recoding.until.isoformat(),
        "LANGUAGE": desk.context.language,
        "CHOICES": table_source(CHOICES, choice_rows(recoding)),
        "SUM_FIELDS": list(sum_fields),
    }
    _note(desk, "recode", parameters, layer, layer.featureCount(), (source,))


def changes_added(
    desk, classification: int, days: tuple[datetime.date, datetime.date], language: str, layer, count: int
) -> None:
    after, until = days
    parameters = {
        "CLASSIFICATION": str(classification),
        "FROM_DATE": after.isoformat(),
        "TO_DATE": until.isoformat(),
        "LANGUAGE": language,
    }
    _note(desk, "changes", parameters, layer, count)


def open_data_added(desk, kommune: str, dataset: Dataset, layers: Sequence[QgsMapLayer]) -> None:
    """A data set is found again by its title, in what its kommune publishes: an algorithm lists it with its address."""
    _note(desk, "opendata", {"KOMMUNE": kommune, "QUERY": dataset.title}, layers[0], len(layers))


def _note(desk, algorithm: str, parameters: dict, layer: QgsMapLayer, count: int, inputs: Sequence = ()) -> None:
    given = {name: value for name, value in parameters.items() if value not in (None, "", [], False)}
    in_memory = any(one is not None and one.providerType() == "memory" for one in inputs)
    try:
        desk.history.add(algorithm, given, layer.name(), count, in_memory=in_memory)
    except StorageError as error:  # what was done is done
        log.warning(str(error))


def _place(layer: QgsVectorLayer) -> str:
    """Give what finds a layer again: its source, without a password; the name of one that lives in memory only."""
    provider = layer.providerType()
    if provider == "memory":
        return layer.name()
    source = layer.publicSource()
    return source if provider == "ogr" else QgsProcessingUtils.encodeProviderKeyAndUri(provider, source)


def _text(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""


def _attributes(names: list[str]) -> list[str]:
    """Give columns as the algorithm takes them: those of another classification (to_104_code, to_104_name) as to:104."""
    return list(dict.fromkeys(f"to:{name.split('_')[1]}" if name.startswith("to_") else name for name in names))


def _classification(number: int, level: str) -> str:
    from ..core.codes import NAMED_CLASSIFICATIONS

    named = (name for name, meant in NAMED_CLASSIFICATIONS.items() if meant == (number, level))
    return next(named, str(number))
