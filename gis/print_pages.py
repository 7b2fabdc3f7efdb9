"""Print layouts that are filled in: title, map, legend, scale bar, north arrow, and the credit that the licences ask for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsLayerTreeLayer,
    QgsLayout,
    QgsLayoutItemLegend,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMapSettings,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsRuleBasedRenderer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import BadFile
from . import map_looks, map_styles, print_fit

translate = QCoreApplication.translate

PORTRAIT, LANDSCAPE = "portrait", "landscape"
_TEMPLATES = Path(__file__).resolve().parent.parent / "resources" / "layouts"
_FONT = "KLASSKART_FONT"  # in the templates: whatever QGIS writes in
_LEGEND_ROOM = {PORTRAIT: (122.0, 50.0), LANDSCAPE: (63.0, 122.0)}  # mm of width and height that the templates leave for it
_LEAST_TITLE, _LEAST_SUBTITLE, _LEAST_CREDIT = 9.0, 7.0, 5.0  # points
_KILOMETRES_FROM = 50_000  # scale
_AIR = 1.04  # around what is drawn


def better_page(settings: QgsMapSettings) -> str:
    """Tell which way a page should lie for what a map shows."""
    extent = _drawn(settings)
    return LANDSCAPE if extent.width() > extent.height() else PORTRAIT


def _drawn(settings: QgsMapSettings) -> QgsRectangle:
    """Give the part of what a map shows where there is something: a window is seldom shaped as a page."""
    visible, full = settings.visibleExtent(), settings.fullExtent()
    full.scale(_AIR)
    drawn = visible.intersect(full)
    return visible if drawn.isEmpty() else drawn


def new_page(project: QgsProject, settings: QgsMapSettings, page: str, subject: QgsMapLayer | None = None) -> QgsPrintLayout:
    """Put a print layout of what a map shows into the project, its title after `subject` or the uppermost layer.

    On the GUI thread. Raises BadFile where a template of ours can't be read.
    """
    layers = [layer for layer in settings.layers() if layer.isValid()]
    subject = subject if subject is not None and subject.isSpatial() else next(iter(layers), None)
    layout = QgsPrintLayout(project)
    _load(layout, page)
    title, below = _titles(project, subject)
    layout.setName(_free_name(project, title))
    _write(layout, "title", title, _LEAST_TITLE)
    _write(layout, "subtitle", below, _LEAST_SUBTITLE)
    lower = _write_credits(layout, credit_lines(layers))
    shown = layout.itemById("map")
    shown.setLayers(layers)  # legend and credits are about these: what is drawn later has a page of its own
    shown.setKeepLayerSet(True)
    shown.setCrs(settings.destinationCrs())
    shown.zoomToExtent(_drawn(settings))
    _fill_legend(layout.itemById("legend"), layers, subject)
    width, room = _LEGEND_ROOM[page]
    print_fit.fit_legend(layout.itemById("legend"), width, room - (lower if page == LANDSCAPE else 0.0))
    _fit_scale_bar(layout.itemById("scalebar"), shown.scale())
    project.layoutManager().addLayout(layout)
    return layout


# --- words --------------------------------------------------------------------------


def credit_lines(layers: Iterable[QgsMapLayer]) -> list[str]:
    """Say whose what is shown is, and on what terms: a line for each owner, with the layers that are from there.

    Layers that say nothing of themselves are the user's own; they are not named.
    """
    owners: dict[str, dict[str, None]] = {}
    for layer in layers:
        owners.setdefault(map_styles.credit_of(layer), {})[layer.name()] = None
    lines = [f"{', '.join(names)}: {owner}" for owner, names in owners.items() if owner]
    sources = dict.fromkeys(filter(None, (_figures_source(layer) for layer in layers)))
    return [*(translate("MapStyles", "Source: {}").format(source) for source in sources), *lines]


def _figures_source(layer: QgsMapLayer) -> str:
    field, _ = map_looks.shown(layer)
    return map_styles.source_of(layer, field) if field else ""


def _titles(project: QgsProject, subject: QgsMapLayer | None) -> tuple[str, str]:
    """Give the title and what stands below it: the figures and their units, else the layer."""
    if subject is None:
        return project.title() or translate("PrintPages", "Map"), ""
    field, title = map_looks.shown(subject)
    if field:
        return title, subject.name()
    return subject.name(), project.title()


def _free_name(project: QgsProject, name: str) -> str:
    taken = {layout.name() for layout in project.layoutManager().layouts()}
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} {number}"
    return free


# --- items --------------------------------------------------------------------------


def _load(layout: QgsLayout, page: str) -> None:
    """Read a template, with the font of QGIS and the place of our own picture in it."""
    path = _TEMPLATES / f"a4-{page}.qpt"
    document = QDomDocument()
    family = QgsApplication.font().family()
    try:
        read = document.setContent(path.read_text("utf-8").replace(_FONT, family))
    except OSError as error:
        raise BadFile(str(path), "unreadable", "", str(error)) from error
    _, loaded = layout.loadFromTemplate(document, QgsReadWriteContext(), True)
    if not (read and loaded):
        raise BadFile(str(path), "unreadable")
    layout.itemById("north").setPicturePath(str(_TEMPLATES / "north.svg"))


def _write(layout: QgsLayout, item: str, text: str, least: float) -> float:
    """Write into an item as large as it has room for; give the mm of height that are missing even so."""
    layout.itemById(item).setText(text)
    return print_fit.fit_label(layout.itemById(item), least)


def _write_credits(layout: QgsLayout, lines: list[str]) -> float:
    """Write a line each, or all of them into one paragraph where there are many: none may be missing.

    Gives the mm of height that the map had to leave for them.
    """
    if not _write(layout, "credits", "\n".join(lines), _LEAST_CREDIT):
        return 0.0
    missing = _write(layout, "credits", " · ".join(lines), _LEAST_CREDIT)
    if missing:
        _raise_credits(layout, missing)
    return missing


def _raise_credits(layout: QgsLayout, more: float) -> None:
    """Make the credits higher by some mm, and the map lower; what stands beside its foot or below it goes up with it."""
    shown, credit = layout.itemById("map"), layout.itemById("credits")
    foot = shown.positionWithUnits().y() + shown.sizeWithUnits().height() / 2
    for item in map(layout.itemById, ("legend", "scalebar", "north", "credits")):
        place = item.positionWithUnits()
        if place.y() > foot:
            item.attemptMove(QgsLayoutPoint(place.x(), place.y() - more))
    for item, change in ((shown, -more), (credit, more)):
        size = item.sizeWithUnits()
        item.attemptResize(QgsLayoutSize(size.width(), size.height() + change))


def _fill_legend(legend: QgsLayoutItemLegend, layers: list[QgsMapLayer], subject: QgsMapLayer | None) -> None:
    """List what is drawn of the user's and our vector layers; whose it is stands below the map."""
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    for layer in layers:
        if isinstance(layer, QgsVectorLayer):  # pictures of legends that a service draws are large, and asked for
            _leave_out_words(root.addLayer(layer), legend, layer is subject)


def _leave_out_words(node: QgsLayerTreeLayer, legend: QgsLayoutItemLegend, is_subject: bool) -> None:
    """Leave out the lines of a legend that say whose things are: they stand in the credits.

    Of the subject, whose name stands below the title, what the figures are is the heading.
    """
    renderer = node.layer().renderer()
    if not (isinstance(renderer, QgsRuleBasedRenderer) and map_looks.shown(node.layer())[0]):
        return
    rules = renderer.rootRule().descendants()
    kept = [place for place, rule in enumerate(rules) if (place == 0 and not is_subject) or rule.symbol() is not None]
    if is_subject:
        node.setCustomProperty("legend/title-label", rules[0].label())
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, kept)
    legend.model().refreshLayerLegend(node)


def _fit_scale_bar(bar: QgsLayoutItemScaleBar, scale: float) -> None:
    """Choose metres or kilometres, and a round length."""
    units = QgsUnitTypes.DistanceUnit
    bar.applyDefaultSize(units.DistanceKilometers if scale > _KILOMETRES_FROM else units.DistanceMeters)
