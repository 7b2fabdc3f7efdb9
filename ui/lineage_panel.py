"""The life of one code as a drill-in: a sentence, the picture, and what can be done with it."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..core.lineage import Lineage
from . import lineage_words
from .buttons import fit_words, icon_button
from .icons import own_icon, theme_icon
from .lineage_view import LineageView
from .measures import em, icon_size, spacing
from .notes import wrapped_label
from .wording import counted, number_text


class LineagePanel(QWidget):
    """Shows a lineage. It only tells what its user wants; doing it is the page's matter."""

    HELP = "codes-through-time"  # its page of help

    earlier_wanted = pyqtSignal()
    later_wanted = pyqtSignal()
    save_wanted = pyqtSignal()
    large_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.sentence = wrapped_label()
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.sentence.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # text that can be selected takes the Tab key away
        self.view = LineageView(self.sentence)
        self.earlier = QPushButton()
        self.later = QPushButton()
        self.fit = icon_button(theme_icon("mActionZoomFullExtent"), self.tr("Fit to the Panel"))
        self.save = icon_button(theme_icon("mActionFileSave"), self.tr("Save Picture…"))
        self.large = icon_button(own_icon("large"), self.tr("Show Large"))
        self.large.setText(self.tr("Show Large"))
        self.large.setToolTip(self.tr("Show the lineage in a window of its own"))
        self.large.setMinimumWidth(icon_size() + em(self) // 2)
        self.large.clicked.connect(self.large_wanted)
        self.earlier.clicked.connect(self.earlier_wanted)
        self.later.clicked.connect(self.later_wanted)
        self.fit.clicked.connect(self.view.fit)
        self.save.clicked.connect(self.save_wanted)
        self._arrange()

    def tab_order(self) -> list[QWidget]:
        return [self.sentence, self.view, self.earlier, self.later, self.large, self.fit, self.save]

    def show_life(self, life: Lineage) -> None:
        self.sentence.setText(lineage_words.sentence(life))
        self.earlier.setVisible(life.earlier > 0)
        self.earlier.setText(self.tr("Earlier ({})").format(number_text(life.earlier)))
        self.earlier.setToolTip(counted("LineagePanel", "Draw what changed on %n earlier day(s), too", life.earlier))
        self.later.setVisible(life.later > 0)
        self.later.setText(self.tr("Later ({})").format(number_text(life.later)))
        self.later.setToolTip(counted("LineagePanel", "Draw what changed on %n later day(s), too", life.later))
        self._fit_words()
        self.view.show_life(life)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Let the button of the window say its name where there is room for it."""
        others = [button for button in (self.earlier, self.later, self.fit, self.save) if not button.isHidden()]
        taken = sum(button.sizeHint().width() + spacing(self) for button in others)
        fit_words([self.large], self.width() - taken - em(self))

    def _arrange(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(spacing(self))
        for button in (self.earlier, self.later):
            actions.addWidget(button)
        actions.addStretch(1)
        for button in (self.large, self.fit, self.save):
            actions.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(self))
        layout.addWidget(self.sentence)
        layout.addWidget(self.view, 1)
        layout.addLayout(actions)
