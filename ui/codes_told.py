"""What the Codes page says in the place of the tree: not asked, could not ask, none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..core.errors import Cancelled, InputError, KlasskartError, NoCodesOnDate, UnknownVariant
from .code_questions import OtherTime
from .context import COUNTRY, Context
from .empty_state import EmptyState
from .notes import NoteAction
from .wording import day_text, period_text


class CodesTold(EmptyState):
    """Each state with its next step; days and areas are changed in the context."""

    def __init__(self, context: Context, show_lineage: Callable[[str], None], parent=None):
        super().__init__(parent)
        self._context = context
        self._show_lineage = show_lineage

    def tell_not_asked(self, ask: Callable[[], None]) -> None:
        self.tell(
            self.tr("No codes are fetched yet"),
            self.tr("Choose a classification and a date above."),
            (NoteAction(self.tr("Fetch Codes"), ask),),
        )

    def tell_failed(self, error: KlasskartError, ask: Callable[[], None], cures: Sequence[NoteAction] = ()) -> None:
        """Cancelling is an outcome; what was asked for in vain has its cures, or needs another date; a service may be asked
        again."""
        from ..gis import messages

        message = messages.sentence(error)
        if isinstance(error, Cancelled):
            self.tell(message.text, "", (NoteAction(self.tr("Fetch Codes"), ask),))
        elif isinstance(error, InputError):
            self.tell(message.text, "", (*cures, *self._use_today(error)), "mIconWarning")
        else:
            again = NoteAction(self.tr("Try Again"), ask)
            self.tell(self.tr("The codes could not be fetched"), message.text, (again,), "mIconWarning", message.details)

    def tell_none(
        self, text: str, when: str, of_places: bool, other_time: OtherTime | None, cures: Sequence[NoteAction] = ()
    ) -> None:
        """Nothing matches `text` (or nothing at all is there, ""); perhaps a code of another time does."""
        area = self._context.area_label() if of_places else ""
        actions = list(cures)
        if area:
            actions.append(NoteAction(self.tr("Search Whole Country"), lambda: self._context.set_area(COUNTRY)))
        words = ""
        if other_time:
            words, use = self._other_time(other_time)
            lineage = NoteAction(self.tr("Show Lineage"), lambda: self._show_lineage(other_time.code.code))
            actions = [lineage, use, *actions]
        self.tell(self._none_words(text, when, area), words, actions)

    def _none_words(self, text: str, when: str, area: str) -> str:
        if text and area:
            return self.tr("No codes {} in {} match “{}”.").format(when, area, text)
        if text:
            return self.tr("No codes {} match “{}”.").format(when, text)
        if area:
            return self.tr("{} has no codes here {}.").format(area, when)
        return self.tr("There are no codes {}.").format(when)

    def _other_time(self, found: OtherTime) -> tuple[str, NoteAction]:
        name = f"{found.code.code} {found.code.name}"
        if found.earlier:
            words = self.tr("{} applied {}.").format(name, period_text(found.code.valid_from, found.code.valid_to))
        else:
            words = self.tr("{} applies from {}.").format(name, day_text(found.code.valid_from))
        use = self.tr("Use {}").format(day_text(found.use))
        return words, NoteAction(use, lambda: self._context.set_day(found.use))

    def _use_today(self, error: InputError) -> tuple[NoteAction, ...]:
        """Today helps where the date was the trouble."""
        if not isinstance(error, (NoCodesOnDate, UnknownVariant)) or self._context.day == self._context.today:
            return ()
        return (NoteAction(self.tr("Use Today"), lambda: self._context.set_day(self._context.today)),)
