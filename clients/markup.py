"""XML from the net: no entities, no document type of its own, nothing fetched, whatever encoding it claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, TreeBuilder  # nosec B405
from xml.parsers import expat

DEEPEST = 100  # levels; a WMS with a handful of nested groups needs ten


class BadMarkup(ValueError):
    """What came is not XML, or XML that we will not read."""


def parse(content: bytes) -> Element:
    """Read XML into elements with local names (namespaces left out). Raises BadMarkup.

    A DOCTYPE that only names a file is let pass, since every WMS 1.1.1 has one; it is never fetched.
    """
    builder = TreeBuilder()
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise BadMarkup("nested too deeply")
        builder.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_local(name))

    parser = _parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(content, True)
        return builder.close()
    except BadMarkup:
        raise
    except (expat.ExpatError, LookupError, ValueError) as error:  # the last: encodings that can't be
        raise BadMarkup(str(error)) from error


def check_start(chunks: Iterable[bytes]) -> None:
    """Read as far as the first element: entities can only be declared before it. For files that something else reads.

    Raises BadMarkup where there are any, and for what begins as no XML.
    """
    begun = False

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal begun
        begun = True

    parser = _parser()
    parser.StartElementHandler = start
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            if begun:
                return
        parser.Parse(b"", True)
    except BadMarkup:
        raise
    except (expat.ExpatError, LookupError, ValueError) as error:
        if not begun:  # what is broken farther on is for the reader of it all
            raise BadMarkup(str(error)) from error


def _parser():
    """Make a parser that takes no document type of its own and no entities, and fetches nothing."""

    def doctype(_name: str, _system: str | None, _public: str | None, has_declarations: int) -> None:
        if has_declarations:
            raise BadMarkup("a document type of its own")

    def refuse(*_declaration: object) -> int:
        raise BadMarkup("entities")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = parser.ExternalEntityRefHandler = refuse
    return parser


def child(element: Element | None, *path: str) -> Element | None:
    """Follow child names; None where one is missing."""
    for name in path:
        element = element.find(name) if element is not None else None
    return element


def text(element: Element | None, *path: str) -> str:
    """Give the text of a child, white space collapsed; "" where there is none."""
    found = child(element, *path)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def texts(element: Element | None, *path: str) -> Iterator[str]:
    """Give the texts of all children with the last name of the path, empty ones left out."""
    parent = child(element, *path[:-1])
    for found in parent.iterfind(path[-1]) if parent is not None else ():
        words = text(found)
        if words:
            yield words


def href(element: Element | None, *path: str) -> str:
    """Give the address of a child's OnlineResource."""
    found = child(element, *path, "OnlineResource")
    return (found.get("href") or "").strip() if found is not None else ""


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
