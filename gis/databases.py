"""PostGIS databases that QGIS has connections to: what they are called, how they are reached, and logins that QGIS asks for."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsCredentials, QgsDataSourceUri, QgsProviderRegistry

from ..core.errors import DatabaseRefused

PROVIDER = "postgres"
_logins: dict[str, tuple[str, str]] = {}  # that the user was asked for, by realm: QGIS gives what it knows only once


@dataclass(frozen=True)
class Access:
    """How a database is reached: `uri` by a layer of QGIS, `login` by libpq, and `realm`, by which QGIS knows its login."""

    name: str
    uri: str
    login: str
    realm: str


def names() -> list[str]:
    """Give the names of QGIS's connections. On the GUI thread, as all here; none of it asks a server."""
    metadata = QgsProviderRegistry.instance().providerMetadata(PROVIDER)
    return sorted(metadata.connections(False), key=str.casefold) if metadata is not None else []


def access(name: str) -> Access:
    """Tell how a connection of QGIS is reached. QGIS may ask for its master password. Raises DatabaseRefused."""
    if name not in names():
        raise DatabaseRefused(name, "gone", "")
    metadata = QgsProviderRegistry.instance().providerMetadata(PROVIDER)
    return _access(name, QgsDataSourceUri(metadata.createConnection(name).uri()))


def access_of(layer) -> Access:
    """Tell how the database of a layer is reached."""
    uri = QgsDataSourceUri(layer.source())
    return _access(uri.database() or uri.service(), uri)


def ask_login(database: Access, words: str) -> bool:
    """Have QGIS ask for user and password, which are then known until it is closed; False where the user gives none."""
    uri = QgsDataSourceUri(database.uri)
    known = QgsCredentials.instance()
    given, user, password = known.get(database.realm, uri.username(), uri.password(), words)
    if given and _logins.get(database.realm) == (user, password):  # that QGIS knew, and that was not taken
        given, user, password = known.get(database.realm, user, "", words)
    if given:
        known.put(database.realm, user, password)  # for QGIS's own connections
        _logins[database.realm] = (user, password)
    return given


def layer_uri(database: Access, schema: str, table: str, geometry: str, key: str) -> str:
    uri = QgsDataSourceUri(database.uri)
    uri.setDataSource(schema, table, geometry, "", key)
    return uri.uri(False)


def _access(name: str, uri: QgsDataSourceUri) -> Access:
    realm = uri.connectionInfo(False)
    return Access(name, uri.uri(False), _login(uri, realm), realm)


def _login(uri: QgsDataSourceUri, realm: str) -> str:
    """Write what libpq needs, with the login that the user was asked for, if any."""
    whole = QgsDataSourceUri(uri)
    if realm in _logins:
        user, password = _logins[realm]
        whole.setUsername(user)
        whole.setPassword(password)
    return whole.connectionInfo(True)
