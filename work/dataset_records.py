"""What Geonorge's catalogue says about a data set, kept with the boundaries that came from it."""

from __future__ import annotations

import time

from ..core.dataset_record import DatasetRecord, record_of
from ..core.errors import KlasskartError
from ..core.feedback import Feedback
from .services import Services

_KIND = "metadata"
_PATIENCE = 4.0  # seconds; boundaries that are ready don't wait any longer for words about them


def kept_record(services: Services, uuid: str) -> DatasetRecord | None:
    """Give what is in the cache; nobody is asked."""
    kept = services.cache.load(_KIND, uuid) if uuid else None
    return record_of(kept.value) if kept else None


def fetch_record(services: Services, uuid: str, feedback: Feedback) -> DatasetRecord | None:
    """Ask the catalogue and keep what it says; what was kept before where it does not answer, None where nothing was.

    Boundaries are whole without it: no failure comes out of here but Cancelled.
    """
    if not uuid:
        return None
    end = time.monotonic() + _PATIENCE
    short = Feedback(is_cancelled=lambda: feedback.cancelled() or time.monotonic() > end)
    try:
        found = services.catalogues.csw.dataset(uuid, patience=min(_PATIENCE, services.config.read_timeout), feedback=short)
    except KlasskartError:
        feedback.check()
        return kept_record(services, uuid)
    if found is None:
        return kept_record(services, uuid)
    services.cache.remember(_KIND, uuid, found.as_values(), feedback)
    return found
