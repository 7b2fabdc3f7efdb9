"""The walk's own eyes: what it says of the focus holds on a busy machine and in any order of tests."""

import looking
import pytest
from fake_desk import on_screen
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget


class Once(QObject):
    """Does something the first time that a widget gets the focus."""

    def __init__(self, widget, run):
        super().__init__(widget)
        self._run = run
        widget.installEventFilter(self)

    def eventFilter(self, widget, event):
        if event.type() == QEvent.Type.FocusIn:
            widget.removeEventFilter(self)
            self._run()
        return False


@pytest.fixture
def root(qgis_app):
    """A window with two buttons."""
    made = QWidget()
    column = QVBoxLayout(made)
    made.first, made.second = QPushButton("First"), QPushButton("Second")
    column.addWidget(made.first)
    column.addWidget(made.second)
    with on_screen(made, 200, 100):
        made.activateWindow()
        QTest.qWait(20)
        yield made


def test_buttons_show_their_focus(root):
    assert looking.unseen_focus(root) == []


def test_what_shows_nothing_is_found(root):
    bare = QWidget()
    bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    root.layout().addWidget(bare)
    QTest.qWait(20)
    assert looking.unseen_focus(root) == ["QWidget “”: nothing shows that it has the focus"]


def test_a_window_that_takes_the_keys_meanwhile_is_no_fault_of_the_next_widget(root):
    with on_screen(QWidget(), 50, 50) as other:
        other.hide()
        Once(root.first, lambda: (other.show(), other.activateWindow()))
        assert looking.unseen_focus(root) == []


def test_what_turns_grey_meanwhile_is_no_fault(root):
    Once(root.first, lambda: root.second.setEnabled(False))
    assert looking.unseen_focus(root) == []
