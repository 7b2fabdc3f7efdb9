"""Values and rules: no Qt, no QGIS, no network. Only the standard library."""
