"""Where QGIS begins: settings, network, layers, joins and Processing."""
