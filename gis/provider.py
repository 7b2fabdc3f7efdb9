"""The Processing provider `klasskart`."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.base import ICON
from .algorithms.boundaries import BoundariesAlgorithm
from .algorithms.codes import CodesAlgorithm
from .algorithms.diagnose import DiagnoseAlgorithm
from .algorithms.join import JoinAlgorithm
from .algorithms.recode import RecodeAlgorithm


class KlasskartProvider(QgsProcessingProvider):
    """Our algorithms, for the toolbox, models, batches and qgis_process."""

    def id(self) -> str:
        return "klasskart"

    def name(self) -> str:
        return "Klasskart"

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        return str(ICON)

    def loadAlgorithms(self) -> None:
        for algorithm in (CodesAlgorithm, BoundariesAlgorithm, JoinAlgorithm, DiagnoseAlgorithm, RecodeAlgorithm):
            self.addAlgorithm(algorithm())
