"""Every window of the plugin, in every language, as narrow as a dock may be: nothing cut, nameless, or out of Tab's reach."""

import datetime

import looking
import pytest
from fake_desk import served_desk, wait_for
from klasskart.core.opendata import Dataset, Distribution
from klasskart.gis.settings import Settings
from klasskart.ui.dock import KlasskartDock
from klasskart.ui.help_window import HelpWindow
from klasskart.ui.history_window import HistoryWindow
from klasskart.ui.options_page import OptionsPage
from klasskart.work.boundaries import BoundaryRequest
from klasskart.work.history import History
from qgis.core import QgsApplication, QgsFeature, QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QSettings, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

USUAL, DARK = "default", "Night Mapping"
# Theme, points of text, and the width in pixels that a dock may have then: all of them in bokmål, whose words are the longest.
LOOKS = [(USUAL, 9, 280), (USUAL, 11.25, 320), (USUAL, 13.5, 340), (DARK, 9, 280)]
CASES = [*(("nb", look) for look in LOOKS), *((language, look) for language in ("nn", "en") for look in (LOOKS[0], LOOKS[2]))]
NEW_YEAR = datetime.date(2024, 1, 1)
JOIN = {"INPUT": "/tmp/a.gpkg|layername=a", "FIELD": "knr", "DATE": "2024-01-01", "PREFIX": "klass_"}


@pytest.fixture
def dock(qgis_app, qgis_new_project, standin, tmp_path, speak, language, look):
    """The dock in the language of the test, at its narrowest."""
    speak(language)
    standin.datanorge_limit.left = 20.0
    desk = served_desk(standin, tmp_path / "cache", KLASSKART_TODAY="2026-11-21", KLASSKART_READ_TIMEOUT="120")
    desk._history = History(tmp_path / "history.jsonl")
    desk.services().http._sleep = lambda seconds: None
    desk.settings.values["map/folder"] = str(tmp_path / "files")
    shown = KlasskartDock(desk)
    shown.setFloating(True)
    shown.resize(look[2], 900)
    shown.show()
    wait_for(lambda: len(shown.pages) == 4 and not desk.jobs.busy)
    desk.context.set_day(NEW_YEAR)
    yield shown
    desk.close()
    shown.hide()
    shown.deleteLater()


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}, {case[1][0]}, {case[1][1]} pt")
def case(request):
    return request.param


@pytest.fixture
def language(case):
    return case[0]


@pytest.fixture
def look(case, qgis_app):
    """How the application looks: theme, points of text, width of a dock."""
    theme, size, _ = case[1]
    before, font, sheet = QApplication.font(), QApplication.font(), qgis_app.styleSheet()
    font.setPointSizeF(size)
    QApplication.setFont(font)
    if theme != USUAL:
        assert theme in QgsApplication.uiThemes()
        QgsApplication.setUITheme(theme)
    yield case[1]
    QgsApplication.setUITheme(USUAL)
    qgis_app.setStyleSheet(sheet)
    QApplication.setFont(before)


class Looker:
    """Looks at the dock whenever something new stands there, and keeps what it finds."""

    def __init__(self, dock):
        self.dock, self.found, self.width = dock, [], dock.width()
        self.is_usual_size = QApplication.font().pointSizeF() == LOOKS[0][1]

    def page(self, name):
        self.dock.open_page(name)
        self.settle()
        return self.dock.current_page

    def settle(self):
        for _ in range(3):
            wait_for(lambda: not self.dock.desk.jobs.busy, 90)
            QTest.qWait(20)

    def look(self, scene):
        self.settle()
        for box in looking.collapsed_boxes(self.dock):
            if box.isVisible():
                box.setCollapsed(False)
                self.settle()
        QTest.qWait(50)
        if self.dock.width() > self.width:
            self.found.append(f"{scene}: the dock is {self.dock.width()} px wide")
        QTest.keyClick(self.dock.history_button, Qt.Key.Key_Tab)
        met = looking.strays(self.dock.context_bar.date, self.dock.current_page.primary)
        unseen = looking.unseen_focus(self.dock) if self.is_usual_size else []
        self.found += [f"{scene}: {fault}" for fault in (*looking.faults(self.dock), *met, *unseen)]


def nothing(found):
    assert not found, "\n" + "\n".join(found)


def test_the_codes_page_and_what_opens_from_it(dock):
    looker = Looker(dock)
    page = looker.page("KlasskartCodesPage")
    looker.look("codes")
    page.more.setChecked(True)
    looker.look("filter")
    page.more.setChecked(False)
    page.search.setText("xyz")
    looker.look("nothing found")
    page.search.setText("")
    page.drills.find.open("inndeling")
    looker.look("find")
    page.close_panels()
    page.about.click()
    looker.look("about")
    page.close_panels()
    page.drills.changes_button.click()
    looker.settle()
    page.drills.changes.panel.period.show_days(datetime.date(2019, 1, 1), NEW_YEAR)
    page.drills.changes.panel.period_wanted.emit()
    looker.look("changes")
    page.close_panels()
    page.drills.show_lineage("1507")
    looker.look("lineage")
    page.drills.lineage.show_large()
    looker.settle()
    looker.found += [f"large lineage: {fault}" for fault in looking.faults(page.drills.lineage.window)]
    page.drills.lineage.window.close()
    nothing(looker.found)


def test_the_map_page_and_what_opens_from_it(dock):
    looker = Looker(dock)
    page = looker.page("KlasskartLayersPage")
    looker.look("map")
    page.boundaries.keep.show_connections(["Kartbasen"])
    page.boundaries.keep.show_schemas("Kartbasen", ["public", "grenser"])
    page.read_service("administrative")
    looker.look("map services")
    page.get(BoundaryRequest("kommune", ("0301",), 2024))
    looker.look("boundaries got")
    page.renew_button.click()
    looker.look("newer boundaries")
    page.files.open()
    looker.look("as delivered")
    nothing(looker.found)


def layer_of(codes, name="Folketall 2015–2022"):
    layer = QgsVectorLayer("NoGeometry?field=kommune:string&field=folk:integer&field=andel:double", name, "memory")
    rows = []
    for number, code in enumerate(codes):
        row = QgsFeature(layer.fields())
        row.setAttributes([code, 1000 * number, number / 7])
        rows.append(row)
    layer.dataProvider().addFeatures(rows)
    QgsProject.instance().addMapLayer(layer)
    return layer


OLD = ("0101", "0104", "1504", "1507", "3001", "4601", "301", "K-4601", "Halden", "Herøy", "9999", "12345")


def test_the_join_page_and_what_opens_from_it(dock):
    looker = Looker(dock)
    page = looker.page("KlasskartJoinPage")
    looker.look("no layer")
    layer = layer_of(OLD)
    page.show_layer(layer)
    looker.look("join")
    page.run_primary()
    looker.look("report")
    page.close_panels()
    page.open_with((layer.id(), "check"))
    looker.look("check")
    page.close_panels()
    page.open_with((layer.id(), "change"))
    looker.look("change")
    nothing(looker.found)


def test_figures_of_a_join(dock):
    looker = Looker(dock)
    page = looker.page("KlasskartLayersPage")
    page.get(BoundaryRequest("kommune", ("0000",), 2024))
    looker.settle()
    (boundaries,) = QgsProject.instance().mapLayers().values()
    numbers = sorted(feature["kommunenummer"] for feature in boundaries.getFeatures())
    table = layer_of(numbers, "Tall")
    page = looker.page("KlasskartJoinPage")
    page.show_layer(boundaries)
    looker.settle()
    page.use_table(table)
    looker.settle()
    page.run_primary()
    looker.look("joined")
    page.open_with((boundaries.id(), "figures"))
    looker.look("figures")
    nothing(looker.found)


def test_the_open_data_page_and_what_opens_from_it(dock, standin):
    looker = Looker(dock)
    page = looker.page("KlasskartOpenDataPage")
    looker.look("no kommune")
    dock.desk.context.set_area(("0301",))
    looker.look("open data")
    page.more.setChecked(True)
    looker.look("limits")
    page.view.go_to_first()
    page.open_details()
    looker.look("details")
    page.close_panels()
    way = Distribution(standin.environment()["KLASSKART_WMS_URL"] + "/skwms1/wms.adm_enheter2?service=WMS", "wms")
    page.adding.add(Dataset("Administrative enheter WMS", ("geonorge",), distributions=(way,)), way, "0301")
    looker.look("layers of a service")
    page.close_panels()
    dock.desk.context.set_area(("1151",))
    looker.look("nothing published")
    nothing(looker.found)


def test_the_history(qgis_app, tmp_path, speak, language, look):
    speak(language)
    history = History(tmp_path / "history.jsonl")
    window = HistoryWindow(history, None)
    window.show_now()
    QTest.qWait(20)
    found = [f"empty: {fault}" for fault in looking.faults(window)]
    for algorithm, count in (("boundaries", 357), ("codes", 16368), ("join", 357), ("recode", 12345)):
        history.add(algorithm, JOIN, layer="Kommuner 2024", count=count)
    window.show_now()
    window.resize(look[2], window.minimumSizeHint().height())
    QTest.qWait(20)
    found += [f"small: {fault}" for fault in looking.faults(window)]
    window.close()
    window.deleteLater()
    nothing(found)


def test_the_help(qgis_app, speak, language, look):
    speak(language)
    window = HelpWindow()
    window.open_page("index")
    window.resize(window.minimumSize())
    QTest.qWait(50)
    found = looking.faults(window)
    window.close()
    window.deleteLater()
    nothing(found)


def test_the_options(qgis_iface, qgis_new_project, tmp_path, speak, language, look):
    speak(language)
    store = QgsSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings = Settings(store, {"KLASSKART_CACHE_DIR": str(tmp_path / "cache")})
    page = OptionsPage(settings, lambda: None)
    page.resize(round(560 * look[1] / 9), 700)  # QGIS's dialog leaves as much where it is at its smallest
    page.show()
    QTest.qWait(300)
    found = looking.faults(page)
    page.hide()
    page.deleteLater()
    nothing(found)
