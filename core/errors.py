"""Everything that can go wrong, as fields. The words a user reads are made from them in one place, `gis/messages.py`.

    KlasskartError
    ├── Cancelled                the user stopped it: an outcome, not a failure
    ├── InternalFault            a fault of the plugin itself
    ├── ServiceError             a service; what was asked of it
    │   ├── Unreachable          no answer: time-out, name, connection, proxy, TLS, broken off
    │   ├── Refused              it said no, in its own words (4xx, or an order that it will not deliver)
    │   │   ├── LoginNeeded      it wants to know who asks
    │   │   └── DeadLink         a catalogue's address at which there is nothing any more
    │   ├── Faulty               it failed (5xx)
    │   ├── UnexpectedAnswer     something else than was asked for (a web page for JSON, a login page for a zip)
    │   ├── NoMapData            what a catalogue calls map data is none
    │   ├── TooLarge             more bytes than we are willing to take
    │   │   └── FileTooLarge     a catalogue's file of a size that nobody fetches without being asked
    │   └── FilterIgnored        everyone's data, where only some were asked for
    ├── UntrustedAddress         an address that we will not call
    ├── InputError               what was asked for does not exist or does not fit together
    │   ├── UnknownClassification, UnknownLevel, UnknownVariant, NoCodesOnDate, BadSelection, BadPattern, BadDates
    │   ├── UnknownArea, AreaDoesNotFit, NoUnits, NothingThere, NotOffered
    │   ├── BadChoice, SumRefused, NotNumbers, UnknownKommune, SeveralKommuner
    │   ├── NothingGiven, NotAmong, NotAYear, UnknownCrs
    │   ├── FieldMissing, NothingMatches, NoKeyFound, NoCorrespondence, UnreadableTable, LayerBusy, LayerGone,
    │   │   OwnColumns, OwnEdits
    │   └── TableTaken           a table that is not overwritten unasked
    ├── DatabaseRefused          a database of the user's that did not take what was to be kept in it
    ├── ChangesMissing, CodesLost, SplitOpen, ShapesNotShared, CorrespondenceMissing, SeveralCounterparts, LanguageMissing,
    │   KeptSince, NotKept, OtherRoute, NotYetValid, PartsLeftOut, RowsLeftOut, OneDay, AllSea, NoSea, NotAsked, NotAlone
    │                            warnings: the hole in an otherwise whole result
    └── StorageError             this machine's disk
        ├── DiskFull, NotWritable, NotGeoPackage, FileThere
        └── BadFile              a file that is damaged, dangerous or not what it should be

`str(error)` is a plain English sentence for logs and terminals, made from the same fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any


class KlasskartError(Exception):
    """Base of all our errors. Subclasses name their fields in `fields`; each is an attribute."""

    fields: tuple[str, ...] = ()
    sentence = ""

    def __init__(self, *args, **named):
        values = dict(zip(self.fields, args))
        values.update(named)
        unknown = set(values) - set(self.fields)
        if unknown or len(args) > len(self.fields):
            raise TypeError(f"{type(self).__name__} takes {self.fields}, got {sorted(values)}")
        for field in self.fields:
            setattr(self, field, values.get(field, ""))
        super().__init__(*args)

    if TYPE_CHECKING:

        def __getattr__(self, field: str) -> Any: ...  # the fields of each class

    def values(self) -> dict[str, object]:
        """Give the fields as a dictionary."""
        return {field: getattr(self, field) for field in self.fields}

    def __str__(self) -> str:
        return self.sentence.format(**self.values())


class Cancelled(KlasskartError):
    """The user stopped the job."""

    sentence = "Stopped. Nothing was changed."


class InternalFault(KlasskartError):
    """Something that nobody expected. `kind` is the class of the exception, `words` its text, `trace` its traceback."""

    fields = ("kind", "words", "trace")
    sentence = "A fault in the plugin: {kind} {words}"


# --- services -----------------------------------------------------------------


class ServiceError(KlasskartError):
    """A service could not do what it was asked. `service` is a name of `addresses.SERVICES`, or a host; `asked` a URL."""

    fields: tuple[str, ...] = ("service", "asked")


class Unreachable(ServiceError):
    """No answer. `reason` is timeout, name, connection, proxy, tls, login or broken; `seconds` is set for a time-out."""

    fields = ("service", "asked", "reason", "seconds", "words")
    sentence = "No contact with {service} ({reason}): {asked}. {words}"


class Refused(ServiceError):
    """The service said no. `words` are its own."""

    fields = ("service", "asked", "status", "words")
    sentence = '{service} said no ({status}): "{words}" to {asked}'


class LoginNeeded(Refused):
    """The service gives this only to those it knows. `status` may be one of ArcGIS's own: 498, 499."""

    sentence = '{service} asks for a log-in ({status}): "{words}" at {asked}'


class DeadLink(Refused):
    """A catalogue names an address at which there is nothing any more (404, 410)."""

    sentence = "There is nothing any more at {asked} ({status})"


class Faulty(ServiceError):
    """The service has a fault (5xx)."""

    fields = ("service", "asked", "status", "words")
    sentence = '{service} has a fault ({status}): "{words}" at {asked}'


class UnexpectedAnswer(ServiceError):
    """The answer is of another kind: `expected` and `got` are short nouns such as JSON, zip, web page, WMS capabilities."""

    fields = ("service", "asked", "expected", "got", "words")
    sentence = "{service} answered with {got} where {expected} was expected: {asked}. {words}"


class TooLarge(ServiceError):
    """The answer is larger than `limit` bytes."""

    fields: tuple[str, ...] = ("service", "asked", "limit")
    sentence = "The answer of {service} is larger than {limit} bytes: {asked}"


class FileTooLarge(TooLarge):
    """A file of `size` bytes (0: the service does not say), where `limit` are taken without asking."""

    fields = ("service", "asked", "limit", "size")
    sentence = "The file at {asked} has {size} bytes, more than {limit}"


class NoMapData(ServiceError):
    """What lies at an address is nothing that a layer can be made of. `got` is a short noun as in UnexpectedAnswer; `words`
    are the names of what is in it, or its own."""

    fields = ("service", "asked", "got", "words")
    sentence = "{service} has {got} at {asked}, which can't be put on the map: {words}"


class FilterIgnored(ServiceError):
    """The service lists everyone's data where only those of `owner` were asked for."""

    fields = ("service", "asked", "owner")
    sentence = "{service} listed everyone's data where those of {owner} were asked for: {asked}"


class UntrustedAddress(KlasskartError):
    """`reason` is scheme, private, credentials or malformed."""

    fields = ("address", "reason")
    sentence = "{address} is not called: {reason}"


# --- what was asked for ---------------------------------------------------------


class InputError(KlasskartError):
    """Base of the errors about what was asked for."""


class UnknownClassification(InputError):
    """`classification` is neither a known name nor an id in Klass."""

    fields = ("classification",)
    sentence = "Klass has no classification {classification}"


class UnknownLevel(InputError):
    """`known` lists the levels there are, as text."""

    fields = ("classification", "level", "known")
    sentence = "Classification {classification} has no level {level}; it has {known}"


class NoCodesOnDate(InputError):
    """No version is valid on `date`. `future` is the first day of a version that is published but not yet valid, or ""."""

    fields = ("classification", "date", "first", "last", "future")
    sentence = "Classification {classification} has no codes on {date}; it has from {first} to {last}"


class BadSelection(InputError):
    """A term of a code selection that the service would drop without a word. `reason` is malformed, empty or too_long."""

    fields = ("term", "reason")
    sentence = "The code selection {term} can't be used ({reason})"


class UnknownVariant(InputError):
    """The classification has no variant of that name on `date`."""

    fields = ("classification", "variant", "date")
    sentence = "Classification {classification} has no variant {variant} on {date}"


class BadPattern(InputError):
    """`term` of a pattern of presentation names is nothing that the service replaces."""

    fields = ("pattern", "term")
    sentence = "The pattern of names {pattern} can't be used: {term}"


class BadDates(InputError):
    """`reason` is order (start not before end) or malformed."""

    fields = ("start", "end", "reason")
    sentence = "The dates {start} and {end} don't fit together ({reason})"


class UnknownArea(InputError):
    """`area` names no unit in the division of `vintage`; `suggestions` are numbers that it could mean."""

    fields = ("area", "vintage", "suggestions")
    sentence = "There is no area {area} in the division of {vintage} {suggestions}"


class AreaDoesNotFit(InputError):
    """Units of kind `unit` can't be cut by `area` (fylke boundaries for one kommune)."""

    fields = ("unit", "area")
    sentence = "{unit} can't be limited to {area}"


class NoUnits(InputError):
    """`areas` (text) have no units of kind `unit`; `known` are the kommuner that do. A warning where other areas have some."""

    fields = ("unit", "areas", "known")
    sentence = "There is no {unit} in {areas}; there are in {known}"


class NothingThere(InputError):
    """The part of a map that was given shows no units of kind `unit` in the division of `vintage`."""

    fields = ("unit", "vintage")
    sentence = "There is no {unit} of {vintage} in the extent"


class NotOffered(InputError):
    """The service does not deliver `asked`; `offered` lists what it does. `what` is vintage, area, format or crs."""

    fields = ("what", "asked", "offered")
    sentence = "{what} {asked} is not offered; offered: {offered}"


class NothingGiven(InputError):
    """What can't be left out was left out. `name` is what its parameter is called."""

    fields = ("name",)
    sentence = "Nothing is given for {name}"


class NotAmong(InputError):
    """A choice that there is not. `name` is what its parameter is called; `offered` are the ones that there are."""

    fields = ("name", "given", "offered")
    sentence = "{name} can't be {given}; it may be: {offered}"


class NotAYear(InputError):
    """Text that is not the number of a year."""

    fields = ("given",)
    sentence = "{given} is not a year"


class UnknownCrs(InputError):
    """Text that QGIS does not know as a coordinate system."""

    fields = ("given",)
    sentence = "{given} is not a coordinate system"


class FieldMissing(InputError):
    """The layer has no such field."""

    fields = ("layer", "field")
    sentence = "The layer {layer} has no field {field}"


class NothingMatches(InputError):
    """A join that would give nothing. `report` is the MatchReport."""

    fields = ("layer", "field", "report")
    sentence = "No value of {field} in {layer} matches a code"


class NoKeyFound(InputError):
    """No column of the layer looks like codes; of `table`, where its columns were to be joined."""

    fields = ("layer", "table")
    sentence = "No field of {layer} holds codes that match"


class NoCorrespondence(InputError):
    """Klass has no table between two classifications on `date`, or from it to before `end`; `words` are its own."""

    fields = ("source", "target", "date", "end", "words")
    sentence = "Klass has no correspondence between {source} and {target} on {date}: {words}"


class UnreadableTable(InputError):
    """`reason` is empty, no_table, encoding or format."""

    fields = ("path", "reason", "words")
    sentence = "{path} can't be read as a table ({reason}) {words}"


class BadChoice(InputError):
    """A user's choice for a split code that can't be used. `reason` is not_successor, weight, twice or empty."""

    fields = ("old_code", "new_code", "reason", "successors")
    sentence = "The choice {old_code} → {new_code} can't be used ({reason}) {successors}"


class SumRefused(InputError):
    """Figures of `field` that can't be added up: `code` was split into `successors`, and nobody said how to share them."""

    fields = ("field", "code", "name", "successors", "chain")
    sentence = (
        "{field} can't be added up: {code} {name} became {successors} ({chain}), and its figure belongs to several places"
    )


class NotNumbers(InputError):
    """A field that is to be added up and holds no numbers."""

    fields = ("layer", "field")
    sentence = "The field {field} of {layer} holds no numbers"


class LayerBusy(InputError):
    """The layer is in edit mode, or another run is changing it."""

    fields = ("layer", "reason")
    sentence = "{layer} is busy ({reason})"


class OwnColumns(InputError):
    """The layer has `columns` (text) that its user made: they would be lost with the data behind it."""

    fields = ("layer", "columns")
    sentence = "{layer} has columns of its own: {columns}"


class OwnEdits(InputError):
    """The user has edited what the layer shows, in our cache: the edits would be lost with the file behind it."""

    fields = ("layer",)
    sentence = "{layer} has edits of its own"


class LayerGone(InputError):
    """The layer or its project was closed while the job ran."""

    fields = ("layer",)
    sentence = "{layer} is no longer in the project"


class UnknownKommune(InputError):
    """`kommune` (number or name) is none of today, and none that became one."""

    fields = ("kommune",)
    sentence = "There is no kommune {kommune}"


class SeveralKommuner(InputError):
    """`kommune` may mean several; `candidates` (text) are those."""

    fields = ("kommune", "candidates")
    sentence = "{kommune} may be {candidates}"


# --- holes: told by a warning, the rest is whole ------------------------------------


class ChangesMissing(KlasskartError):
    """Klass has no table of changes for a day; `words` are its own."""

    fields = ("classification", "date", "words")
    sentence = "Klass has no changes of classification {classification} for {date}: {words}"


class CodesLost(KlasskartError):
    """Codes that ended on a day, and no change says what became of them. `codes` is text; `count` how many there are."""

    fields = ("classification", "date", "codes", "count")
    sentence = "Klass does not say what became of {codes} of classification {classification} on {date}"


class SplitOpen(KlasskartError):
    """A code that was split into `successors`, and no choice says which it is now; or several codes, without the rest."""

    fields = ("code", "name", "successors", "chain")
    sentence = "{code} {name} was split into {successors}: which one is not said"


class ShapesNotShared(KlasskartError):
    """Figures of `codes` (text) were shared out by weights; their shapes can't be, and are left out."""

    fields = ("codes",)
    sentence = "The shapes of {codes} are left out: weights share out figures, not shapes"


class CorrespondenceMissing(KlasskartError):
    """No table between two classifications for the days from `start` to before `end`; `words` are the service's."""

    fields = ("source", "target", "start", "end", "words")
    sentence = "No correspondence between {source} and {target} from {start} to {end}: {words}"


class SeveralCounterparts(KlasskartError):
    """`count` codes of one classification have several in another, and all of them are given; `example` has `codes` (text)."""

    fields = ("source", "target", "count", "example", "codes")
    sentence = "{count} codes of {source} have several in {target}, such as {example}: {codes}"


class LanguageMissing(KlasskartError):
    """Names came in bokmål, because they are not published in `language`."""

    fields = ("classification", "language")
    sentence = "Classification {classification} has no names in {language}"


class PartsLeftOut(KlasskartError):
    """`count` units of kind `parts` that belong to no `unit`; `codes` (text) are some of them."""

    fields = ("unit", "parts", "codes", "count")
    sentence = "{count} {parts} belong to no {unit} and are left out: {codes}"


class AllSea(KlasskartError):
    """`count` units of which the coastline leaves nothing; `codes` (text) are some of them."""

    fields = ("unit", "codes", "count")
    sentence = "{count} {unit} are all sea and left out: {codes}"


class NoSea(KlasskartError):
    """The coastline of `map` touches none of the units: they are as registered."""

    fields = ("unit", "map")
    sentence = "By {map}, none of the {unit} reach the sea"


class NotAsked(KlasskartError):
    """A catalogue that could not be asked, so that what it lists is missing. `error` is why."""

    fields = ("catalogue", "kommune", "error")
    sentence = "{catalogue} could not be asked about {kommune}: {error}"


class NotAlone(KlasskartError):
    """`count` data sets of others came along with those of `owner`, and are left out."""

    fields = ("service", "asked", "owner", "count")
    sentence = "{service} listed {count} data sets of others than {owner}: {asked}"


class OneDay(KlasskartError):
    """A time that begins and ends on `date`: nothing can have taken effect in it."""

    fields = ("date",)
    sentence = "The time begins and ends on {date}"


class RowsLeftOut(KlasskartError):
    """A table has several rows for `count` codes, some of them in `codes`: of each the first was joined."""

    fields = ("table", "codes", "count")
    sentence = "{table} has several rows for {count} codes, such as {codes}"


class KeptSince(KlasskartError):
    """The service did not answer; what was kept since `date` serves instead."""

    fields = ("service", "date")
    sentence = "No answer from {service}: this was fetched on {date}"


class NotKept(KlasskartError):
    """What an expression would need to have been fetched before. `what` is codes (of `date`), parents (the codes above
    them), changes, or old: the codes are there, but of `date`, in an earlier year than the one that is asked about."""

    fields = ("what", "classification", "date")
    sentence = "Expressions can't tell {what} of classification {classification} on {date}: they were not fetched"


class NotYetValid(KlasskartError):
    """A division that is published, and does not apply before `date` (yyyy-MM-dd)."""

    fields = ("date",)
    sentence = "These boundaries are not valid before {date}"


class OtherRoute(KlasskartError):
    """The file of `area` came by the route `taken`, because `failed` was down; both of files, order and feed."""

    fields = ("failed", "taken", "area", "asked", "status", "words")
    sentence = "{area} came by {taken}, because {failed} was down: {asked} {status} {words}"


# --- this machine -----------------------------------------------------------------


class StorageError(KlasskartError):
    """Base of the errors about this machine's disk."""

    fields: tuple[str, ...] = ("path",)


class DiskFull(StorageError):
    """No room for what was to be written."""

    fields = ("path", "needed")
    sentence = "The disk of {path} is full"


class NotWritable(StorageError):
    """The folder or file can't be written."""

    fields = ("path", "words")
    sentence = "{path} can't be written: {words}"


class NotGeoPackage(StorageError):
    """A file that is to take a table, and is none that can."""

    sentence = "{path} is no GeoPackage"


class FileThere(StorageError):
    """A file of that name is there already, and was left as it is."""

    sentence = "{path} is there already"


class BadFile(StorageError):
    """`reason`: truncated, corrupt, path (leaves the folder), bomb, empty, no_layer, unreadable. `member`: of an archive.

    `asked` is the address that a delivered file came from.
    """

    fields = ("path", "reason", "member", "words", "asked")
    sentence = "{path} can't be used ({reason}) {member} {words} {asked}"


# --- where boundaries are kept --------------------------------------------------------


class TableTaken(InputError):
    """A table that is not overwritten unasked. `place` is a file, or a connection and schema; `free` a name nobody has."""

    fields = ("table", "place", "free")
    sentence = "{place} has a table {table} already; {free} is free"


class DatabaseRefused(KlasskartError):
    """A database of the user's did not do it. `words` are its own; `reason`: contact, login, rights, schema, postgis, busy,
    gone (a connection that QGIS has no more), driver, other. For rights and schema the words are a name.
    """

    fields = ("database", "reason", "words")
    sentence = "{database} did not take it ({reason}): {words}"
