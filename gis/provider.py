"""The Processing provider `klasskart`."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms import base  # so, for QGIS forgets at an unload only packages that were imported by their own name
from .algorithms.boundaries import BoundariesAlgorithm
from .algorithms.changes import ChangesAlgorithm
from .algorithms.classifications import ClassificationsAlgorithm
from .algorithms.codes import CodesAlgorithm
from .algorithms.correspondence import CorrespondenceAlgorithm
from .algorithms.diagnose import DiagnoseAlgorithm
from .algorithms.join import JoinAlgorithm
from .algorithms.opendata import OpenDataAlgorithm
from .algorithms.opendatatable import OpenDataTableAlgorithm
from .algorithms.recode import RecodeAlgorithm
from .algorithms.table_map import MapAlgorithm

ALGORITHMS = (
    ClassificationsAlgorithm,
    CodesAlgorithm,
    ChangesAlgorithm,
    CorrespondenceAlgorithm,
    BoundariesAlgorithm,
    JoinAlgorithm,
    DiagnoseAlgorithm,
    RecodeAlgorithm,
    MapAlgorithm,
    OpenDataAlgorithm,
    OpenDataTableAlgorithm,
)


class KlasskartProvider(QgsProcessingProvider):
    """Our algorithms, for the toolbox, models, batches and qgis_process."""

    def id(self) -> str:
        return "klasskart"

    def name(self) -> str:
        return "Klasskart"

    def icon(self) -> QIcon:
        return QIcon(str(base.ICON))

    def svgIconPath(self) -> str:
        return str(base.ICON)

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
