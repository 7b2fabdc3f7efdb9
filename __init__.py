"""Klasskart: statistical codes from Klass and boundaries from Geonorge, in QGIS."""


def classFactory(iface):
    """Build the plugin; QGIS calls this. Everything else is imported when it is first needed."""
    from .plugin import KlasskartPlugin

    return KlasskartPlugin(iface)
