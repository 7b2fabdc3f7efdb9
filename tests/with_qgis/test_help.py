"""Help opens on what is in sight, reads its pages without a network, and follows their links."""

import pytest
from fake_desk import make_desk, on_screen
from klasskart.gis import help_pages
from klasskart.gis.algorithms.join import JoinAlgorithm
from klasskart.gis.jobs import Jobs
from klasskart.gis.provider import KlasskartProvider
from klasskart.ui.check_panel import CheckPanel
from klasskart.ui.dock import KlasskartDock, page_entries
from klasskart.ui.help_window import HelpWindow
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QTextDocument, QTextTable
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QToolButton, QWidget

IMAGE = QTextDocument.ResourceType.ImageResource
PAGES = sorted(help_pages.FOLDER.rglob("*.md"))


@pytest.fixture
def window(qgis_app):
    made = HelpWindow()
    made.resize(700, 600)
    yield made
    made.hide()
    made.deleteLater()


@pytest.fixture
def dock(qgis_app, qgis_new_project, tmp_path):
    desk = make_desk(tmp_path, Jobs())
    with on_screen(KlasskartDock(desk)) as made:
        yield made
    desk.close()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(help_pages.FOLDER).as_posix())
def test_every_page_is_read_with_its_headings_and_pictures(window, page):
    window.show()
    window.pages.setSource(QUrl.fromLocalFile(str(page)))
    assert page.read_text("utf-8").startswith(f"# {window.pages.title()}\n")
    assert window.windowTitle().endswith(window.pages.title())
    heads = [table.cellAt(0, 0) for table in tables(window)]
    assert all(head.firstCursorPosition().block() == head.lastCursorPosition().block() for head in heads), (
        "Qt tears the first cell of a table apart right after a block of code: write a sentence between them"
    )
    images = [
        part.charFormat().toImageFormat().name()
        for block in blocks(window.pages.document())
        for part in fragments(block)
        if part.charFormat().isImageFormat()
    ]
    for name in images:
        image = window.pages.loadResource(getattr(IMAGE, "value", IMAGE), QUrl(name))
        assert 0 < image.width() / image.devicePixelRatio() <= window.pages.viewport().width(), name


def tables(window):
    return [frame for frame in window.pages.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]


def blocks(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block):
    part = block.begin()
    while not part.atEnd():
        yield part.fragment()
        part += 1


def test_links_lead_to_other_pages_and_back_again(window):
    window.open_page("index")
    window.pages.setSource(window.pages.source().resolved(QUrl("codes.md")))
    assert window.pages.title() == "Codes"
    assert window.back.isEnabled()
    window.back.trigger()
    assert window.pages.source().fileName() == "index.md"
    window.forward.trigger()
    assert window.pages.source().fileName() == "codes.md"
    window.contents.trigger()
    assert window.pages.source().fileName() == "index.md"


def test_tables_have_lines(window):
    window.open_page("codes-through-time")
    assert tables(window)
    assert all(table.format().cellPadding() > 0 for table in tables(window))


@pytest.mark.parametrize("asked", ["nothing-of-the-kind", "../metadata", "", "/etc/passwd"])
def test_a_page_that_is_not_there_is_the_contents(asked):
    assert help_pages.path_of(asked) == help_pages.FOLDER / "index.md"


@pytest.fixture
def in_two_languages(tmp_path, monkeypatch):
    """Pages of which only some are there in bokmål."""
    (tmp_path / "nb").mkdir()
    for page in ("index.md", "codes.md", "inside.md", "nb/index.md", "nb/codes.md"):
        (tmp_path / page).write_text(f"# {page}\n", "utf-8")
    monkeypatch.setattr(help_pages, "FOLDER", tmp_path)
    monkeypatch.setattr(help_pages, "_IN_NORWEGIAN", tmp_path / "nb")


@pytest.mark.parametrize(
    "language, asked, opened",
    [
        ("nb", "codes", "nb/codes.md"),
        ("nn", "codes", "nb/codes.md"),
        ("en", "codes", "codes.md"),
        ("nb", "inside", "inside.md"),
        ("nb", "nothing-of-the-kind", "nb/index.md"),
        ("nb", "../../metadata", "nb/index.md"),
    ],
)
def test_help_speaks_the_language_of_the_plugin_where_it_can(qgis_app, in_two_languages, language, asked, opened):
    window = HelpWindow(language=language)
    window.open_page(asked)
    assert window.pages.title() == opened
    window.contents.trigger()
    assert window.pages.title() == ("index.md" if language == "en" else "nb/index.md")
    window.hide()
    window.deleteLater()


def test_each_page_of_the_dock_asks_for_its_own_help(dock):
    wished = []
    dock.desk.help_wanted.connect(wished.append)
    button = dock.findChild(QToolButton, "KlasskartHelp")
    for index, entry in enumerate(page_entries()):
        dock.tabs.setCurrentIndex(index)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert wished[-1] == entry.help
        assert help_pages.path_of(entry.help).stem == entry.help
    assert len(wished) == 4


def test_a_drill_in_has_help_of_its_own(dock):
    wished = []
    dock.desk.help_wanted.connect(wished.append)
    check = QWidget()
    check.HELP = CheckPanel.HELP
    dock.current_page.open_panel(check, "Check")
    dock.current_page.open_panel(QWidget(), "something without help")
    dock.ask_for_help()
    dock.current_page.close_panels()
    dock.ask_for_help()
    assert wished == ["codes-through-time", "codes"]


def test_the_help_button_of_an_algorithm_opens_our_window_in_the_desktop(qgis_app, monkeypatch):
    monkeypatch.setattr("qgis.utils.iface", None)
    assert JoinAlgorithm().helpUrl() == "https://github.com/klasskart/klasskart/blob/main/docs/join.md"
    monkeypatch.setattr("qgis.utils.iface", object())
    opened, parent = [], QWidget()
    door = help_pages.HelpAddresses(opened.append, parent)
    assert QDesktopServices.openUrl(QUrl(JoinAlgorithm().helpUrl()))
    door.close()
    assert opened == ["join"]


def test_every_algorithm_has_a_page(qgis_app, monkeypatch):
    monkeypatch.setattr("qgis.utils.iface", object())
    provider = KlasskartProvider()
    provider.loadAlgorithms()
    for algorithm in provider.algorithms():
        page = algorithm.helpUrl().split(":")[1]
        assert help_pages.path_of(page).stem == page, algorithm.name()
