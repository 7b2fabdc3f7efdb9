"""The user's jobs as plain functions: they fetch, keep, convert and compare, and know neither Qt nor QGIS."""
