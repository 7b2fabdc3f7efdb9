"""Help in a window of its own: the Markdown pages of docs/ with their pictures, read without a network."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt, QUrl
from qgis.PyQt.QtGui import QImage, QKeySequence, QTextCursor, QTextFrameFormat, QTextLength, QTextTable
from qgis.PyQt.QtWidgets import QAction, QDialog, QTextBrowser, QToolBar, QVBoxLayout, QWidget

from ..gis.help_pages import CONTENTS, path_of
from .icons import theme_icon
from .measures import em, margin

_USUAL, _LEAST = QSize(860, 760), QSize(320, 280)


class HelpWindow(QDialog):
    """Back, forward, contents, and the page. Not modal, so that one can do what it says."""

    def __init__(self, parent: QWidget | None = None, language: str = "en"):
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("KlasskartHelpWindow")
        self.setModal(False)
        self.pages = HelpPages(self, language)
        bar = QToolBar(self)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        keys = QKeySequence.StandardKey
        self.back = self._action(bar, "mActionArrowLeft", keys.Back, self.tr("Back"), self.tr("To the page before"))
        self.forward = self._action(
            bar, "mActionArrowRight", keys.Forward, self.tr("Forward"), self.tr("To the page that was left")
        )
        self.contents = self._action(
            bar, "mActionHelpContents", "Alt+Home", self.tr("Contents"), self.tr("To the list of all pages")
        )
        self.back.triggered.connect(self.pages.backward)
        self.forward.triggered.connect(self.pages.forward)
        self.contents.triggered.connect(lambda: self.pages.open_page(CONTENTS))
        self.pages.backwardAvailable.connect(self.back.setEnabled)
        self.pages.forwardAvailable.connect(self.forward.setEnabled)
        self.pages.sourceChanged.connect(lambda _: self._show_title())
        self.back.setEnabled(False)
        self.forward.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.pages)
        self.setMinimumSize(_LEAST.expandedTo(QSize(bar.sizeHint().width(), 0)))  # else buttons go where no Tab comes
        self.resize(_USUAL)
        self.pages.setFocus()

    def open_page(self, page: str) -> None:
        """Show a page, by its name without the ending, and come into sight."""
        self.pages.open_page(page)
        self.show()
        self.raise_()
        self.activateWindow()

    def _action(self, bar: QToolBar, icon: str, keys, words: str, tip: str) -> QAction:
        action = QAction(theme_icon(icon), words, self)
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(f"{tip} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        bar.addAction(action)
        bar.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return action

    def _show_title(self) -> None:
        title = self.pages.title() or "Klasskart"
        self.setWindowTitle(self.tr("Help: {}").format(title))


class HelpPages(QTextBrowser):
    """Shows one page, in a language if it is there in it; links lead to others, those to the web to the user's browser."""

    def __init__(self, parent: QWidget | None = None, language: str = "en"):
        super().__init__(parent)
        self._language = language
        self.setObjectName("KlasskartHelpPages")
        self.setAccessibleName(QCoreApplication.translate("HelpWindow", "Help"))
        self.setOpenExternalLinks(True)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(2 * margin(self) + em(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else it takes room from a picture that fits
        self._fitted = 0  # the width for which pictures were scaled
        self.sourceChanged.connect(lambda _: self._arrange())

    def open_page(self, page: str) -> None:
        self.setSource(QUrl.fromLocalFile(str(path_of(page, self._language))))

    def title(self) -> str:
        """Give the first heading of the page."""
        return self.document().firstBlock().text()

    def loadResource(self, kind: int, url: QUrl):
        """Give pictures no wider than the page; all else as Qt does."""
        if not url.path().endswith(".png"):
            return super().loadResource(kind, url)
        image = QImage(self.source().resolved(url).toLocalFile())
        room = self._room()
        if image.width() <= room:
            return image
        ratio = self.devicePixelRatioF()
        image = image.scaledToWidth(min(image.width(), int(room * ratio)), Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(max(1.0, image.width() / room))
        return image

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if self._fitted and abs(self._room() - self._fitted) > em(self):
            at = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
            self.reload()
            self._arrange()
            self.verticalScrollBar().setValue(round(at * self.verticalScrollBar().maximum()))

    def _room(self) -> int:
        return max(em(self) * 10, self.viewport().width() - 2 * int(self.document().documentMargin()) - 2)

    def _arrange(self) -> None:
        """Give tables lines and air, which Qt's Markdown leaves out."""
        self._fitted = self._room()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                format_ = frame.format()
                format_.setCellPadding(em(self) // 3)
                format_.setCellSpacing(0)
                format_.setBorderCollapse(True)
                format_.setBorder(1)
                format_.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                format_.setBorderBrush(self.palette().mid())
                format_.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                format_.setTopMargin(em(self) // 2)
                format_.setBottomMargin(em(self) // 2)
                frame.setFormat(format_)
        self.moveCursor(QTextCursor.MoveOperation.Start)
