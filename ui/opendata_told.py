"""What stands where the list of data sets would: no kommune chosen, nothing published, nothing left, nobody to ask."""

from __future__ import annotations

import re

from ..core.errors import Cancelled, KlasskartError, SeveralKommuner, UnknownKommune
from ..core.opendata_list import Limits
from .empty_state import EmptyState
from .notes import NoteAction
from .opendata_asked import OpenDataAsked
from .opendata_questions import Found

_CANDIDATE = re.compile(r"(\d{4}) [^,]+")


class OpenDataTold(EmptyState):
    """Words for each state that has no rows."""

    def __init__(self, page):
        super().__init__()
        self._page = page

    def tell_state(self, asked: OpenDataAsked, limits: Limits, has_rows: bool) -> bool:
        """Tell why there is no row; False where the list stands, also while it is waited for."""
        if has_rows:
            return False
        if asked.found and len(asked.found.datasets):
            self._tell_none_left(limits)
        elif asked.waiting:
            return False
        elif asked.found and asked.found.answers:
            self._tell_answers(asked.found)
        elif asked.error is not None:
            self._tell_error(asked.error)
        else:
            self._tell_choose()
        return True

    def _tell_choose(self) -> None:
        choice = self._page.choice
        actions = [NoteAction(self.tr("Point in the Map"), choice.start)] if choice.can_point else []
        if choice.has_selected:
            actions.append(NoteAction(self.tr("From the Selected Feature"), choice.take_selected))
        headline = self.tr("Whose data?")
        words = (
            self.tr("Choose one kommune in the area above: several are chosen now.")
            if choice.holds_several
            else self.tr("Write a kommune's number or name in the area above, or point at it in the map.")
        )
        self.tell(headline, words, actions)

    def _tell_none_left(self, limits: Limits) -> None:
        words = self.tr("No data set matches “{}”.").format(limits.words) if limits.words else self.tr("No data set is left.")
        self.tell(words, "", (NoteAction(self.tr("Show All"), self._page.show_all),))

    def _tell_answers(self, found: Found) -> None:
        from ..gis import messages

        name, failed = found.kommune.name, [answer for answer in found.answers if answer.error is not None]
        if failed and len(failed) == len(found.answers):
            message = messages.sentence(failed[0].error)
            again = NoteAction(self.tr("Ask All Again"), self._page.ask)
            self.tell(self.tr("No catalogue could be asked"), message.text, (again,), "mIconWarning", message.details)
        elif found.question.covering:
            self.tell(self.tr("Geonorge has nothing that covers {}.").format(name))
        elif failed or len(found.answers) < len(found.sources):
            self.tell(self.tr("Nothing of {} in the catalogues that answered.").format(name))
        else:
            covering = NoteAction(self.tr("Show What Covers It"), self._page.show_covering)
            words = self.tr("Others may have data that cover the kommune.")
            self.tell(self.tr("{} has published nothing here.").format(name), words, (covering,))

    def _candidate(self, words: str, number: str) -> NoteAction:
        return NoteAction(words, lambda: self._page.choice.choose(number))

    def _tell_error(self, error: KlasskartError) -> None:
        """Nobody was asked: the kommune is not told, or it was stopped before."""
        from ..gis import messages

        message = messages.sentence(error)
        if isinstance(error, SeveralKommuner):
            actions = [self._candidate(*told.group(0, 1)) for told in _CANDIDATE.finditer(str(error.candidates))]
            self.tell(self.tr("Which one?"), message.text, actions)
        elif isinstance(error, UnknownKommune):
            self.tell(self.tr("Whose data?"), message.text)
        elif isinstance(error, Cancelled):
            self.tell(message.text, "", (NoteAction(self.tr("Ask the Catalogues"), self._page.ask),))
        else:
            again = NoteAction(self.tr("Try Again"), self._page.ask)
            self.tell(self.tr("The catalogues could not be asked"), message.text, (again,), "mIconWarning", message.details)
