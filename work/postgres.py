"""A PostgreSQL database through GDAL's driver: questions, statements, and one transaction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from ..core.errors import DatabaseRefused
from .gdal_session import gdal_session, let_go
from .table_copy import last_words

_CONNECT_SECONDS = 10
_LOGIN = re.compile(r"password|passwort|passord|lösenord|authenti|role .* does not exist", re.IGNORECASE)


class Database:
    """A connection inside `with`; use it in one thread. `name` is what the user knows it by, `login` is libpq's text.

    Everything raises DatabaseRefused.
    """

    def __init__(self, name: str, login: str):
        self.name = name
        self.dataset: Any = None
        self._login = login if "connect_timeout" in login else f"{login} connect_timeout='{_CONNECT_SECONDS}'"
        self._session = gdal_session(PG_LIST_ALL_TABLES="NO")
        self._failures: list[str] = []

    def __enter__(self) -> Database:
        self._failures = self._session.__enter__()
        try:
            self._connect()
        except BaseException:
            self._session.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        let_go(error)
        self.dataset = None  # rolls back what was not committed
        self._session.__exit__(None, None, None)

    def rows(self, query: str) -> list[list[object]]:
        """Give what a query answers, the values of each row in order."""
        answer = self._executed(query)
        if answer is None:
            return []
        count = answer.GetLayerDefn().GetFieldCount()
        found = [[row.GetField(index) for index in range(count)] for row in answer]
        self.dataset.ReleaseResultSet(answer)
        return found

    def run(self, statement: str) -> None:
        answer = self._executed(statement)
        if answer is not None:
            self.dataset.ReleaseResultSet(answer)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all that is done inside, or none of it. GDAL's own complaints inside become ours."""
        try:
            if self.dataset.StartTransaction() != 0:
                raise self.refused()
            yield
            if self.dataset.CommitTransaction() != 0:
                raise self.refused()
        except BaseException as error:
            told = self.refused(words="; ".join(self._failures[-1:]) or str(error))
            with suppress(RuntimeError):  # a connection that is gone rolls back by itself
                self.dataset.RollbackTransaction()
            if isinstance(error, RuntimeError):
                raise told from error
            raise

    def refused(self, reason: str = "other", words: str = "") -> DatabaseRefused:
        """Give the error for what was said last."""
        said = words or "; ".join(self._failures[-1:]) or last_words()
        return DatabaseRefused(self.name, reason, " ".join(said.split()))

    def _connect(self) -> None:
        from osgeo import gdal

        if gdal.GetDriverByName("PostgreSQL") is None:
            raise self.refused("driver", "GDAL")
        try:
            flags = gdal.OF_VECTOR | gdal.OF_UPDATE
            self.dataset = gdal.OpenEx(f"PG:{self._login}", flags, allowed_drivers=["PostgreSQL"])
        except RuntimeError as error:
            self._failures.append(str(error))
        if self.dataset is None:
            said = "; ".join(self._failures[-1:])
            raise self.refused("login" if _LOGIN.search(said) else "contact")

    def _executed(self, statement: str):
        before = len(self._failures)
        try:
            answer = self.dataset.ExecuteSQL(statement)
        except RuntimeError as error:
            raise self.refused(words=str(error)) from error
        if len(self._failures) > before:
            raise self.refused()
        return answer


def quoted(name: str) -> str:
    """Write a name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Write a text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"
