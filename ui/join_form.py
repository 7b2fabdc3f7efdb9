"""The form of a join: which layer and field, columns from where, which of them, and how. It asks and changes nothing."""

from __future__ import annotations

from qgis.core import QgsFieldProxyModel, QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.codes import KOMMUNE
from .forms import Rows, narrow, tell_whole
from .icons import theme_icon
from .join_columns import ColumnsBox
from .join_source import OTHER, Source, SourceBox, is_join_table
from .measures import em, icon_size, spacing
from .notes import wrapped_label

_HIGHEST_ID = 9999

Kind = QgsFieldProxyModel.Filter


class JoinForm(QWidget):
    """What the user chooses. Only what the user does is signalled, not what the page sets.

    `layer_chosen`, `field_chosen`, `source_chosen` and `key_chosen` (the table's field of codes) need another look at the
    codes; `options_changed` does not.
    """

    layer_chosen = pyqtSignal(object)
    field_chosen = pyqtSignal(str)
    source_chosen = pyqtSignal(object)
    key_chosen = pyqtSignal(str)
    options_changed = pyqtSignal()
    table_wanted = pyqtSignal()

    def __init__(self, project: QgsProject, prefix: str, parent: QWidget | None = None):
        super().__init__(parent)
        self._project = project
        self.layer_box = QgsMapLayerComboBox()
        self.layer_box.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.field_box = _field_box()
        self.source_box = SourceBox()
        self.number_box = QSpinBox()
        self.number_box.setRange(1, _HIGHEST_ID)
        self.number_box.setValue(KOMMUNE)
        self.number_box.setKeyboardTracking(False)
        self.key_box = _field_box()
        self.columns = ColumnsBox(prefix)
        self.table_button = QToolButton()
        self.table_button.setText(self.tr("Add Table…"))
        self.table_button.setToolTip(self.tr("Read a CSV or Excel file with codes and figures"))
        self.table_button.setIcon(theme_icon("mActionAddTable"))
        self.table_button.setIconSize(QSize(icon_size(), icon_size()))
        self.table_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.table_button.setAutoRaise(True)
        self.table_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.live = QRadioButton(self.tr("Live joi&n in the project"))
        self.written = QRadioButton(self.tr("New la&yer with the columns"))
        self.live.setChecked(True)
        self.verdict = Verdict()
        for box in (self.layer_box, self.field_box, self.source_box, self.key_box):
            narrow(box, 6)
            tell_whole(box)
            box.setMinimumWidth(7 * em(self))  # else the style adds what does not fit beside the labels
        self.field_box.setLayer(self.layer)
        self._arrange()
        self._connect()

    # --- what is chosen ---------------------------------------------------------------

    @property
    def layer(self) -> QgsVectorLayer | None:
        return self.layer_box.currentLayer()

    @property
    def source(self) -> Source:
        """The chosen source; "other number" with the number typed."""
        chosen = self.source_box.source
        return Source(self.number_box.value()) if chosen == OTHER else chosen

    @property
    def is_live(self) -> bool:
        return self.live.isChecked()

    def set_layer(self, layer: QgsVectorLayer | None) -> None:
        self._quietly(self.layer_box, lambda: self.layer_box.setLayer(layer))
        self._quietly(self.field_box, lambda: self.field_box.setLayer(self.layer))

    def set_field(self, name: str) -> None:
        self._quietly(self.field_box, lambda: self.field_box.setField(name))

    def set_source(self, source: Source, table: QgsVectorLayer | None = None, key: str = "") -> None:
        """Show where the columns come from; for a table also its field of codes."""
        self._quietly(self.source_box, lambda: self.source_box.set_source(source))
        self._quietly(self.key_box, lambda: self.key_box.setLayer(table))
        self._quietly(self.key_box, lambda: self.key_box.setField(key))
        self._show_details()

    def show_tables(self) -> None:
        """List the other vector layers of the project as sources; tables of joins stand in neither list."""
        layers = self._project.mapLayers().values()
        ours = [layer for layer in layers if is_join_table(layer)]
        self._quietly(self.layer_box, lambda: self.layer_box.setExceptedLayerList(ours))
        self.source_box.show_tables([other for other in layers if other is not self.layer and other not in ours])

    # --- building -------------------------------------------------------------------

    def _arrange(self) -> None:
        """Mnemonics keep clear of those of QGIS's menus (J E V L S P O R D W M C H), which are everywhere at hand."""
        rows = Rows()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(spacing(self))
        self._add_row(rows, self.tr("L&ayer"), self.layer_box)
        self._add_row(rows, self.tr("F&ield"), self.field_box)
        self._add_row(rows, self.tr("&From"), self.source_box)
        self.source_box.setAccessibleName(self.tr("Columns from"))
        self.source_box.setToolTip(self.tr("Where the columns come from: Klass, or a table of the project"))
        self._number_label = self._add_row(rows, self.tr("N&umber"), self.number_box)
        self._key_label = self._add_row(rows, self.tr("I&ts field"), self.key_box)
        add = QHBoxLayout()
        add.addStretch(1)
        add.addWidget(self.table_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(self))
        column.addLayout(rows)
        column.addLayout(add)
        column.addWidget(self.verdict)
        column.addWidget(self.columns)
        self._ways = QButtonGroup(self)
        for way in (self.live, self.written):
            self._ways.addButton(way)
            column.addWidget(way)
        self._show_details()

    def _add_row(self, rows: Rows, words: str, widget: QWidget) -> QLabel:
        label = QLabel(words)
        label.setBuddy(widget)
        widget.setAccessibleName(words.replace("&", ""))
        rows.addRow(label, widget)
        return label

    def _connect(self) -> None:
        self.layer_box.layerChanged.connect(self._on_layer)
        self.field_box.fieldChanged.connect(self.field_chosen)
        self.source_box.source_chosen.connect(self._on_source)
        self.number_box.valueChanged.connect(lambda _: self.source_chosen.emit(self.source))
        self.key_box.fieldChanged.connect(self.key_chosen)
        self.columns.changed.connect(self.options_changed)
        self.columns.prefix_line.textChanged.connect(lambda _: self.options_changed.emit())
        self.live.toggled.connect(lambda _: self.options_changed.emit())
        self.table_button.clicked.connect(self.table_wanted)

    def _on_layer(self, layer) -> None:
        self._quietly(self.field_box, lambda: self.field_box.setLayer(layer))
        self.layer_chosen.emit(layer)

    def _on_source(self, source: Source) -> None:
        table = self._project.mapLayer(source.table) if source.table else None
        self._quietly(self.key_box, lambda: self.key_box.setLayer(table))
        self._quietly(self.key_box, lambda: self.key_box.setField(""))
        self._show_details()
        self.source_chosen.emit(self.source)

    def _show_details(self) -> None:
        """Show the row that only some sources need."""
        chosen = self.source_box.source
        for widgets, shown in (
            ((self._number_label, self.number_box), chosen == OTHER),
            ((self._key_label, self.key_box), bool(chosen.table)),
        ):
            for widget in widgets:
                widget.setVisible(shown)

    @staticmethod
    def _quietly(widget: QWidget, change) -> None:
        before = widget.blockSignals(True)
        change()
        widget.blockSignals(before)


class Verdict(QWidget):
    """One line on what would match: an icon, a sentence, how it was found, and a way to see more."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.words = wrapped_label()
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.found = wrapped_label()
        self.button = QPushButton()
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._icon = QLabel()
        self._icon.setFixedSize(icon_size(), icon_size())
        column = QVBoxLayout()
        column.setSpacing(spacing(self))
        column.addWidget(self.words)
        column.addWidget(self.found)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, spacing(self), 0, spacing(self))
        row.setSpacing(spacing(self))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_words(self, words: str, icon: str = "", found: str = "", button: str = "", tip: str = "") -> None:
        """Say the verdict; `icon` is one of QGIS's theme, `button` the words of the way to see more."""
        size = icon_size()
        self._icon.setPixmap(theme_icon(icon).pixmap(QSize(size, size)) if icon else theme_icon("").pixmap(1, 1))
        self._icon.setVisible(bool(icon))
        for label, text in ((self.words, words), (self.found, found)):
            label.setText(text)
            label.setVisible(bool(text))
        self.found.setToolTip(tip)
        self.button.setText(button)
        self.button.setVisible(bool(button))


def _field_box() -> QgsFieldComboBox:
    box = QgsFieldComboBox()
    box.setFilters(Kind.String | Kind.Int | Kind.LongLong | Kind.Double)
    box.setAllowEmptyFieldName(True)
    return box
