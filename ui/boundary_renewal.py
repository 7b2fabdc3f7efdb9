"""Looking for newer boundaries for layers of the project, and putting them behind the layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from ..core.errors import Cancelled, KlasskartError
from ..work import renewal
from ..work.boundary_file import BoundaryFile
from . import deeds
from .notes import Note, NoteAction
from .wording import counted

if TYPE_CHECKING:
    from ..gis.kept_elsewhere import Place

KEY = "renewal"  # of jobs and notes


@dataclass(frozen=True)
class Looked:
    """What came of it, by layer id: newer boundaries, None for those that are the newest, or why nobody could tell.

    `kept` are the new tables of layers that are kept elsewhere than in the cache.
    """

    found: Mapping[str, BoundaryFile | None]
    problems: Mapping[str, KlasskartError]
    kept: Mapping[str, Place]


def look_for_newer(services, files: Mapping[str, BoundaryFile], places: Mapping[str, Place | None], feedback) -> Looked:
    """Ask for each layer; layers that show the same are asked for once, and one that fails costs only itself.

    What is kept at a place gets a new table there, beside the old one.
    """
    found: dict[str, BoundaryFile | None] = {}
    problems: dict[str, KlasskartError] = {}
    kept: dict[str, Place] = {}
    answers: dict[tuple, tuple[BoundaryFile | None, Place | None] | KlasskartError] = {}
    for number, (layer_id, file) in enumerate(files.items()):
        place = places.get(layer_id)
        question = (renewal.request_of(file), file.sources, file.vintage, place)
        if question not in answers:
            part = feedback.part(number / len(files), (number + 1) / len(files))
            try:
                answers[question] = _newer(services, file, place, part)
            except Cancelled:
                raise
            except KlasskartError as error:
                answers[question] = error
        answer = answers[question]
        if isinstance(answer, KlasskartError):
            problems[layer_id] = answer
            continue
        found[layer_id], table = answer
        if table is not None:
            kept[layer_id] = table
    return Looked(found, problems, kept)


def _newer(services, file: BoundaryFile, place: Place | None, feedback) -> tuple[BoundaryFile | None, Place | None]:
    found = renewal.newer(services, file, feedback)
    if found is None or place is None:
        return found, None
    from ..gis import kept_elsewhere

    return found, kept_elsewhere.write(found, place, feedback=feedback)


class BoundaryRenewal(QObject):
    """The Map page's part that keeps boundaries current."""

    def __init__(self, page):
        super().__init__(page)
        self._page, self._desk = page, page.desk

    @property
    def is_possible(self) -> bool:
        return bool(self._files())

    def look(self, layer_ids: Sequence[str] | None = None) -> None:
        """Look for newer boundaries for some layers; for all of the project where None."""
        from ..gis import kept_elsewhere, renewing

        files = self._files(layer_ids)
        refused = renewing.refusals(self._desk.project, files)
        layers, cache = self._desk.project.mapLayers(), self._desk.config.cache_folder
        places = {layer_id: kept_elsewhere.place_of(layers[layer_id], cache) for layer_id in files}
        self._page.notes.clear(KEY)
        if not files:
            words = self.tr("None of the layers holds boundaries that Klasskart fetched from Geonorge.")
            self._page.show_note(Note(words, key=KEY))
            return
        asked = {layer_id: file for layer_id, file in files.items() if layer_id not in refused}
        if not asked:
            self._tell(refused)
            return
        self._desk.start(
            lambda services, feedback: look_for_newer(services, asked, places, feedback),
            lambda looked, error: self._on_looked(layer_ids, places, looked, error, refused),
            title=self.tr("Looking for newer boundaries …"),
            key=KEY,
        )

    def cancel(self) -> None:
        self._desk.jobs.cancel(KEY)

    def _files(self, layer_ids: Sequence[str] | None = None) -> dict[str, BoundaryFile]:
        from ..gis import renewing

        layers = self._desk.project.mapLayers()
        chosen = layers if layer_ids is None else [layer_id for layer_id in layer_ids if layer_id in layers]
        return renewing.boundary_layers(layers[layer_id] for layer_id in chosen)

    def _on_looked(
        self,
        layer_ids: Sequence[str] | None,
        places: Mapping[str, Place | None],
        looked: Looked | None,
        error: KlasskartError | None,
        refused: Mapping[str, KlasskartError],
    ) -> None:
        if error is not None:
            self._page.show_problem(error, lambda: self.look(layer_ids), key=KEY)
            return
        problems = {**looked.problems, **refused}
        if self._page.elsewhere.logged_in([(places.get(one), problem) for one, problem in problems.items()]):
            self.look(layer_ids)
            return
        renewed = self._replace(looked, problems)
        if renewed:
            count = counted("BoundaryRenewal", "%n layer(s) now show newer boundaries.", len(renewed))
            words = f"{count} {', '.join(renewed)}." if looked.kept else f"{count} {', '.join(renewed)}"
            tables = ", ".join(sorted({f"{place.title} ({place.target.table})" for place in looked.kept.values()}))
            beside = self.tr("New tables, the older ones stay: {}").format(tables) if tables else ""
            self._page.show_note(Note(" ".join(filter(None, [words, beside])), "success", key=KEY))
        elif not problems:
            self._page.show_note(Note(self.tr("There is nothing newer at Geonorge."), "success", key=KEY))
        if problems:
            self._tell(problems)

    def _replace(self, looked: Looked, problems: dict[str, KlasskartError]) -> list[str]:
        """Put newer boundaries behind their layers; give the names of these."""
        from ..gis import kept_elsewhere, renewing

        renewed, former = [], set()
        for layer_id, file in looked.found.items():
            if file is None:
                continue
            source = kept_elsewhere.source_of(looked.kept[layer_id]) if layer_id in looked.kept else ()
            try:
                former.add(renewing.replace_data(self._desk.project, layer_id, file, *source))
            except KlasskartError as error:
                problems[layer_id] = error
            else:
                layer = self._desk.project.mapLayer(layer_id)
                deeds.boundaries_fetched(self._desk, renewal.request_of(file), file, layer)
                renewed.append(layer.name())
        if former:
            self._desk.release(former)
        return renewed

    def _tell(self, problems: Mapping[str, KlasskartError]) -> None:
        """Say why some layers are as they were: one in a sentence of its own, several by name."""
        from ..gis import messages

        ids = tuple(problems)
        if len(ids) == 1:
            self._page.show_problem(problems[ids[0]], lambda: self.look(ids), key="renewal problem")
            return
        layers = self._desk.project.mapLayers()
        lines = [f"{layers[one].name()}: {messages.sentence(problems[one]).full}" for one in ids if one in layers]
        words = counted("BoundaryRenewal", "%n layer(s) could not be looked after and are as before.", len(lines))
        again = NoteAction(self.tr("Try Again"), lambda: self.look(ids))
        self._page.show_note(Note(words, "problem", (again,), "\n".join(lines), key="renewal problem"))
