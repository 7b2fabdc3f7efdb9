"""klasskart:boundaries – boundaries from Geonorge, of a year and an area."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsVectorLayer,
)

from ...core.choices import COASTS, UNIT_KEYS
from ...core.feedback import Feedback
from .base import KlasskartAlgorithm, translate

if TYPE_CHECKING:
    from ...core.extent import Extent
    from ...work.boundary_file import BoundaryFile


class BoundariesAlgorithm(KlasskartAlgorithm):
    section = drawing = "boundaries"
    page = "map"

    def name(self) -> str:
        return "boundaries"

    def displayName(self) -> str:
        return translate("Algorithms", "Boundaries of a year")

    def shortDescription(self) -> str:
        return translate("Algorithms", "Boundaries of fylker, kommuner, delområder, grunnkretser or bydeler from Geonorge.")

    def about(self) -> str:
        return translate(
            "Algorithms",
            "Gets boundaries from Geonorge: the division valid on 1 January of a year, for the whole country, fylker (2 "
            "digits) or kommuner (4 digits).\n\n"
            "Delområder and bydeler are put together from grunnkretser as Klass has it.\n\n"
            "Without a year it is the newest division that is valid today; next year's can be had once it is published. "
            "Without a CRS it is the UTM zone that suits the "
            "area. What has been fetched before is used again while nothing newer exists.\n\n"
            "As registered, units reach out to sea to the territorial limit: right for area and for places at sea. Without "
            "the sea they follow the coast: right for maps of land and people. Shapes that Geonorge has without sea are taken "
            "where there are any of the year; else the coastline of N250 or N1000 map data cuts.\n\n"
            "Data: © Kartverket, CC BY 4.0.",
        )

    def tags(self) -> list[str]:
        return [
            *("geonorge", "kartverket", "kommune", "fylke", "delområde", "grunnkrets", "bydel", "grenser", "norway", "norge")
        ]

    def initAlgorithm(self, configuration=None) -> None:
        self.add_choice(
            "UNIT",
            translate("Algorithms", "Unit"),
            UNIT_KEYS,
            "kommune",
            translate("Algorithms", "Units as areas; fylkesgrense and kommunegrense are the border lines between them."),
        )
        self.add_text(
            "AREA",
            translate("Algorithms", "Area"),
            "0000",
            translate("Algorithms", "Numbers of fylker and kommuner with commas between; 0000 is the whole country."),
        )
        self.add_text(
            "VINTAGE",
            translate("Algorithms", "Year (empty: the newest)"),
            "",
            translate("Algorithms", "The division valid on 1 January of this year, such as 2024."),
        )
        self.add_choice(
            "COAST",
            translate("Algorithms", "Coast"),
            COASTS,
            "sea",
            translate("Algorithms", "sea: as registered, to the territorial limit. coast: without the sea."),
        )
        self.add_advanced(
            QgsProcessingParameterCrs("CRS", translate("Algorithms", "CRS (empty: suited to the area)"), None, True),
            translate("Algorithms", "Any will do: what Geonorge does not offer is reprojected here."),
        )
        self.add_advanced(
            QgsProcessingParameterExtent("EXTENT", translate("Algorithms", "Extent (empty: all of the area)"), None, True),
            translate("Algorithms", "Only units that the extent meets, each of them whole."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", translate("Algorithms", "Boundaries"), QgsProcessing.SourceType.TypeVectorAnyGeometry
            ),
            translate(
                "Algorithms",
                "One feature for each unit, with its number and name in fields such as kommunenummer and kommunenavn.",
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", translate("Algorithms", "Number of features")))

    def check(self, parameters: dict, context: QgsProcessingContext) -> None:
        super().check(parameters, context)
        check_area(self.choice(parameters, "UNIT", context), self.text(parameters, "AREA", context))
        _year(self.text(parameters, "VINTAGE", context))
        self._crs(parameters, context)

    def work(self, services, parameters: dict, context: QgsProcessingContext, feedback: Feedback) -> dict:
        from ...core.units import parse_areas
        from ...work.boundaries import fetch
        from ...work.boundary_file import BoundaryRequest
        from ..layers import boundary_title, open_boundaries

        file = fetch(
            services,
            BoundaryRequest(
                self.choice(parameters, "UNIT", context),
                parse_areas(self.text(parameters, "AREA", context)),
                _year(self.text(parameters, "VINTAGE", context)),
                self._crs(parameters, context),
                self.choice(parameters, "COAST", context),
                self._extent(parameters, context),
            ),
            feedback=feedback.part(0.0, 0.9),
        )
        if file.is_to_come:
            from ...core.errors import NotYetValid

            feedback.warn(NotYetValid(f"{file.vintage}-01-01"))
        layer = open_boundaries(file)
        fields, places = _own_fields(layer)
        sink, output = self.sink(parameters, "OUTPUT", context, fields, layer.wkbType(), layer.crs())
        feedback.step("writing")
        count = _copy(layer, fields, places, sink, feedback)
        if context.willLoadLayerOnCompletion(output):
            details = context.layerToLoadOnCompletionDetails(output)
            details.name = boundary_title(file)
            details.setPostProcessor(_Finish.of(file))
        feedback.progress(1.0)
        return {"OUTPUT": output, "COUNT": count}

    def _extent(self, parameters: dict, context: QgsProcessingContext) -> Extent | None:
        extent = self.parameterAsExtent(parameters, "EXTENT", context)
        if extent.isNull():
            return None
        from ..map_extent import map_extent

        return map_extent(extent, self.parameterAsExtentCrs(parameters, "EXTENT", context))

    def _crs(self, parameters: dict, context: QgsProcessingContext) -> str | None:
        crs = self.parameterAsCrs(parameters, "CRS", context)
        if not crs.isValid():
            if parameters.get("CRS"):
                from ...core.errors import UnknownCrs

                raise UnknownCrs(str(parameters["CRS"]))
            return None
        return crs.authid() or crs.toWkt()


def check_area(unit: str, text: str) -> None:
    """Raise UnknownArea for what is no area, and AreaDoesNotFit for one that can't limit the unit."""
    from ...core.units import UNITS, parse_areas
    from ...work.boundaries import check_fit

    check_fit(UNITS[unit], parse_areas(text))


def _year(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        from ...core.errors import NotAYear

        raise NotAYear(text)
    return int(text)


def _own_fields(layer: QgsVectorLayer) -> tuple[QgsFields, list[int]]:
    """Give the fields without the number of the row, which is the file's and not the unit's."""
    own = set(layer.primaryKeyAttributes())
    places = [place for place in range(layer.fields().count()) if place not in own]
    fields = QgsFields()
    for place in places:
        fields.append(layer.fields().at(place))
    return fields, places


def _copy(layer: QgsVectorLayer, fields: QgsFields, places: list[int], sink: QgsFeatureSink, feedback: Feedback) -> int:
    """Copy the features with the fields at `places`; give how many."""
    total, number = layer.featureCount(), -1
    for number, feature in enumerate(layer.getFeatures()):
        if number % 100 == 0:
            feedback.check()
            feedback.progress(0.9 + 0.1 * number / max(total, 1))
        values = feature.attributes()
        made = QgsFeature(fields)
        made.setAttributes([values[place] for place in places])
        made.setGeometry(feature.geometry())
        if not sink.addFeature(made, QgsFeatureSink.Flag.FastInsert):
            from ...core.errors import NotWritable

            raise NotWritable("OUTPUT", sink.lastError())
    return number + 1


class _Finish(QgsProcessingLayerPostProcessorInterface):
    """Gives a loaded layer its style and metadata, and has it know where it came from, as the dock does."""

    _kept: ClassVar[list[_Finish]] = []  # QGIS does not keep the Python half of a post-processor

    def __init__(self, file: BoundaryFile):
        super().__init__()
        self._file = file

    @classmethod
    def of(cls, file: BoundaryFile) -> _Finish:
        made = cls(file)
        cls._kept.append(made)
        return made

    def postProcessLayer(self, layer, context, feedback) -> None:
        from .. import layers, styles

        if isinstance(layer, QgsVectorLayer):
            styles.apply(layer, self._file.unit)
            layers.describe_boundaries(layer, self._file)
            layer.triggerRepaint()
        self._kept.remove(self)
