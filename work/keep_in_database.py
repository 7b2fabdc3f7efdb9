"""Boundaries kept as a table of a PostGIS database."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace as changed

from ..core.errors import BadFile, DatabaseRefused, TableTaken
from ..core.feedback import SILENT, Feedback
from ..core.keep_targets import DatabaseTarget
from .gdal_session import open_vector
from .keep_file import table_name
from .keep_in_file import Content
from .postgres import Database, literal, quoted
from .table_copy import copy_table

GEOMETRY, KEY = "geom", "fid"
_LONGEST_EVER, _LONGEST = 63, 55  # bytes of a name, as PostgreSQL has it, and where a number may follow
_WAIT = "10s"  # for others who use a table that is to be replaced
_STYLES = (
    "CREATE TABLE {} (id serial PRIMARY KEY, f_table_catalog varchar, f_table_schema varchar, f_table_name varchar, "
    "f_geometry_column varchar, stylename text, styleqml xml, stylesld xml, useasdefault boolean, description text, "
    "owner varchar(63) DEFAULT CURRENT_USER, ui xml, update_time timestamp DEFAULT CURRENT_TIMESTAMP)"
)  # as QGIS makes it


def schemas(name: str, login: str) -> list[str]:
    """Give the schemas of a database in which tables may be made, public first. Raises DatabaseRefused."""
    with Database(name, login) as database:
        _require_postgis(database)
        found = database.rows(
            "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' "
            "AND has_schema_privilege(oid, 'CREATE') ORDER BY nspname <> 'public', nspname"
        )
    return [str(row[0]) for row in found]


def free_table(login: str, target: DatabaseTarget, title: str, *, replace: bool = False) -> str:
    """Give the table that a target means: the one chosen, else one named as the layer that no other has.

    Raises TableTaken where the chosen one is there and is not to be replaced, and DatabaseRefused.
    """
    with Database(target.connection, login) as database:
        _require_postgis(database)
        return _free_table(database, target, title, replace)


def keep_in_database(
    content: Content, login: str, target: DatabaseTarget, *, replace: bool = False, feedback: Feedback = SILENT
) -> str:
    """Write a table with its indexes, comment and style in one transaction; give its name.

    Raises as `free_table`, and BadFile or Cancelled. The database is then as it was.
    """
    with Database(target.connection, login) as database:
        _require_postgis(database)
        return _keep(database, content, target, replace, feedback)


def _keep(database: Database, content: Content, target: DatabaseTarget, replace: bool, feedback: Feedback) -> str:
    source = open_vector(content.path, "GPKG")
    layer = source.GetLayerByName(content.layer) if source is not None else None
    if layer is None:
        raise BadFile(content.path, "unreadable")
    with database.transaction():
        # Others who look for a free name wait until this one is seen by all.
        database.run(f"SELECT pg_advisory_xact_lock(hashtext({literal(f'klasskart {target.schema}')}))")
        table = _free_table(database, target, content.title, replace)
        _write(database, layer, content, changed(target, table=table), replace, feedback)
        feedback.check()
    return table


def _write(database: Database, layer, content: Content, place: DatabaseTarget, replace: bool, feedback: Feedback) -> None:
    name = f"{quoted(place.schema)}.{quoted(place.table)}"
    database.run(f"SET LOCAL lock_timeout = '{_WAIT}'")
    if replace:
        _remove(database, place, name)
    options = [f"SCHEMA={place.schema}", f"GEOMETRY_NAME={GEOMETRY}", f"FID={KEY}", "LAUNDER=NO", "SPATIAL_INDEX=NONE"]
    copy_table(layer, database.dataset, place.table, options, feedback)
    database.run(f"CREATE INDEX ON {name} USING gist ({GEOMETRY})")
    if content.field:
        database.run(f"CREATE INDEX ON {name} ({quoted(content.field)})")
    database.run(f"COMMENT ON TABLE {name} IS {literal(content.comment)}")
    database.run(f"ANALYZE {name}")
    if content.style:
        _store_style(database, place, content.style)


def _store_style(database: Database, place: DatabaseTarget, style: str) -> None:
    """Make a style the one that QGIS gives the table. Who has no right to it has a table without: the layer has its own."""
    database.run("SAVEPOINT klasskart_style")
    try:
        if not database.rows("SELECT 1 WHERE to_regclass('layer_styles') IS NOT NULL"):
            database.run(_STYLES.format("layer_styles"))
        columns = ("f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column")
        values = ("current_database()", literal(place.schema), literal(place.table), literal(GEOMETRY))
        of_table = " AND ".join(f"{column} = {value}" for column, value in zip(columns, values))
        database.run(f"DELETE FROM layer_styles WHERE {of_table}")  # nosec B608
        database.run(
            f"INSERT INTO layer_styles ({', '.join(columns)}, stylename, styleqml, useasdefault, description) VALUES "  # nosec B608
            f"({', '.join(values)}, {literal(place.table)}, XMLPARSE(DOCUMENT {literal(style)}), true, 'Klasskart')"
        )
    except DatabaseRefused:
        database.run("ROLLBACK TO SAVEPOINT klasskart_style")


def _remove(database: Database, place: DatabaseTarget, name: str) -> None:
    """Remove the table that is to be replaced. What depends on it, such as a view, keeps it: PostgreSQL refuses."""
    owned = database.rows(
        "SELECT CASE WHEN pg_has_role(relowner, 'USAGE') THEN 1 ELSE 0 END FROM pg_class WHERE relnamespace = "  # nosec B608
        f"(SELECT oid FROM pg_namespace WHERE nspname = {literal(place.schema)}) AND relname = {literal(place.table)}"
    )
    if not owned:
        return
    if not owned[0][0]:
        raise database.refused("rights", f"{place.schema}.{place.table}")
    try:
        database.run(f"LOCK TABLE {name} IN ACCESS EXCLUSIVE MODE")
    except DatabaseRefused as error:
        raise database.refused("busy", error.words) from error
    database.run(f"DROP TABLE {name}")


def _free_table(database: Database, target: DatabaseTarget, title: str, replace: bool) -> str:
    taken = _tables(database, target.schema)
    if not target.table:
        return table_name(_cut(title), taken)
    chosen = _cut(target.table, _LONGEST_EVER)
    if chosen in taken and not replace:
        raise TableTaken(chosen, target.title, table_name(_cut(chosen), taken))
    return chosen


def _tables(database: Database, schema: str) -> Collection[str]:
    """Give what has a name in a schema. Raises DatabaseRefused where the schema is not there, or no table may be made."""
    found = database.rows(
        "SELECT CASE WHEN has_schema_privilege(oid, 'CREATE') THEN 1 ELSE 0 END FROM pg_namespace "  # nosec B608
        f"WHERE nspname = {literal(schema)}"
    )
    if not found:
        raise database.refused("schema", schema)
    if not found[0][0]:
        raise database.refused("rights", schema)
    named = database.rows(
        f"SELECT relname FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = {literal(schema)})"  # nosec B608
    )
    return {str(row[0]) for row in named}


def _require_postgis(database: Database) -> None:
    if not database.rows("SELECT 1 FROM pg_extension WHERE extname = 'postgis'"):
        raise database.refused("postgis", "PostGIS")


def _cut(name: str, longest: int = _LONGEST) -> str:
    return name.encode("utf-8")[:longest].decode("utf-8", "ignore")
