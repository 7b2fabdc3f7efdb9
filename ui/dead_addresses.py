"""Repairing layers whose map service is gone, and the old entry of Geonorge's catalogue in MetaSearch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import QObject

from ..core.dead_addresses import Repair
from ..core.errors import Cancelled, KlasskartError
from .notes import Note, NoteAction
from .wording import counted

KEY = "dead addresses"  # of jobs and notes


def try_all(repairs: Mapping[str, Repair], feedback) -> dict[str, KlasskartError]:
    """Open every new source once; give the errors by layer id."""
    from ..gis import dead_layers

    answers: dict[str, KlasskartError | None] = {}
    for repair in repairs.values():
        feedback.check()
        if repair.source and repair.source not in answers:
            try:
                dead_layers.try_source(repair.source)
                answers[repair.source] = None
            except Cancelled:
                raise
            except KlasskartError as error:
                answers[repair.source] = error
    return {layer_id: answers[one.source] for layer_id, one in repairs.items() if answers.get(one.source) is not None}


class DeadAddresses(QObject):
    """The Map page's part that puts today's addresses behind layers."""

    def __init__(self, page):
        super().__init__(page)
        self._page, self._desk = page, page.desk

    @property
    def is_possible(self) -> bool:
        from ..gis import dead_layers

        return bool(self._found()) or bool(dead_layers.old_catalogues(self._addresses))

    def repair(self, layer_ids: Sequence[str] | None = None) -> None:
        """Repair some layers; all of the project, and the catalogue, where None."""
        repairs = self._found(layer_ids)
        self._page.notes.clear(KEY)
        catalogues = self._mend_catalogues() if layer_ids is None else 0
        if not repairs:
            words = self._catalogue_words(catalogues) or self.tr("No address of these layers is known to be dead.")
            self._page.show_note(Note(words, "success" if catalogues else "info", key=KEY))
            self._page.paint()
            return
        self._desk.start(
            lambda services, feedback: try_all(repairs, feedback),
            lambda problems, error: self._on_tried(layer_ids, repairs, catalogues, problems, error),
            title=self.tr("Asking the services that took their place …"),
            key=KEY,
        )

    def cancel(self) -> None:
        self._desk.jobs.cancel(KEY)

    @property
    def _addresses(self):
        return self._desk.config.addresses

    def _found(self, layer_ids: Sequence[str] | None = None) -> dict[str, Repair]:
        from ..gis import dead_layers

        layers = self._desk.project.mapLayers()
        chosen = layers if layer_ids is None else [one for one in layer_ids if one in layers]
        return dead_layers.dead_layers((layers[one] for one in chosen), self._addresses)

    def _mend_catalogues(self) -> int:
        from ..gis import dead_layers

        found = dead_layers.old_catalogues(self._addresses)
        dead_layers.mend_catalogues(found)
        return len(found)

    def _on_tried(self, layer_ids, repairs: Mapping[str, Repair], catalogues: int, problems, error) -> None:
        if error is not None:
            self._page.show_problem(error, lambda: self.repair(layer_ids), key=KEY)
            return
        mended = self._mend({one: repair for one, repair in repairs.items() if repair.source and one not in problems})
        words = (
            [counted("DeadAddresses", "%n layer(s) have a new address: {}.", len(mended)).format(", ".join(mended))]
            if mended
            else []
        )
        words += [one for one in (self._catalogue_words(catalogues),) if one]
        if words:
            self._page.show_note(Note(" ".join(words), "success", key=KEY))
        self._tell_gone([one for one, repair in repairs.items() if not repair.source], bool(words))
        if problems:
            first = next(iter(problems.values()))
            self._page.show_problem(first, lambda: self.repair(tuple(problems)), key="dead problem")
        self._page.paint()

    def _mend(self, repairs: Mapping[str, Repair]) -> list[str]:
        """Put new sources behind layers that are still there; give their names."""
        from ..gis import dead_layers

        layers = self._desk.project.mapLayers()
        there = [layers[one] for one in repairs if one in layers]
        for layer in there:
            dead_layers.mend(layer, repairs[layer.id()])
        return [layer.name() for layer in there]

    def _tell_gone(self, layer_ids: Sequence[str], others: bool) -> None:
        """Name the layers that nothing takes the place of."""
        layers = self._desk.project.mapLayers()
        gone = [layers[one] for one in layer_ids if one in layers]
        if not gone:
            return
        names = ", ".join(layer.name() for layer in gone)
        words = counted("DeadAddresses", "The map of %n layer(s) is no longer offered: {}.", len(gone)).format(names)
        ids = [layer.id() for layer in gone]
        remove = NoteAction(self.tr("Remove from Project"), lambda: self._desk.project.removeMapLayers(ids))
        self._page.show_note(Note(words, "problem", (remove,), key="gone" if others else KEY))

    def _catalogue_words(self, count: int) -> str:
        return self.tr("MetaSearch now asks Geonorge's catalogue at its new address.") if count else ""
