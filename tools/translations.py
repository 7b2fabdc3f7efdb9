"""Brings the words of the sources into resources/i18n/*.ts:  translations.py [--check]

Reads the sources as Python does. Qt's own pylupdate5 leaves out every call with a comma after its last argument, which is
how our formatter writes the long ones. The files carry no line numbers, so that they change only where words do.
"""

from __future__ import annotations

import argparse
import ast
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
I18N = ROOT / "resources" / "i18n"
LANGUAGES = ("nb", "nn", "en")
FORMS = 2  # of a plural: one, and all else; the same in all three languages


@dataclass(frozen=True, order=True)
class Text:
    """A text of the sources, under the name by which Qt looks it up."""

    context: str
    source: str
    plural: bool = False


Words = dict[Text, tuple[str, ...]]  # one form, or FORMS of them; "" where none is written yet


class Sources:
    """The texts of the sources, and the calls of which Qt would never find a translation."""

    def __init__(self, root: Path = ROOT):
        self.texts: set[Text] = set()
        self.faults: list[str] = []
        trees = {path: ast.parse(path.read_text("utf-8")) for path in source_files(root)}
        bases = {base.id for tree in trees.values() for base in _bases(tree) if isinstance(base, ast.Name)}
        for path, tree in trees.items():
            for call, owner in _calls(tree):
                self._take(call, owner, bases, f"{path.relative_to(root)}:{call.lineno}")

    def _take(self, call: ast.Call, owner: str, bases: set[str], place: str) -> None:
        name, arguments = _called(call), list(call.args)
        plural = name == "counted"
        if name == "tr":
            # PyQt looks under the name of the instance's own class, and there only.
            if owner in bases:
                self.faults.append(f"{place}: {owner} has subclasses: name the context by translate()")
            arguments.insert(0, ast.Constant(owner))
        literals = [one.value if isinstance(one, ast.Constant) else None for one in arguments[:2]]
        if len(literals) < 2 or not all(isinstance(one, str) for one in literals):
            self.faults.append(f"{place}: context and text must be literals")
        elif len(arguments) != (3 if plural else 2):
            self.faults.append(f"{place}: a number goes through counted(), and no other argument is used")
        else:
            self.texts.add(Text(literals[0], literals[1], plural))


def source_files(root: Path) -> list[Path]:
    """Give the files that hold words for users."""
    return [root / "plugin.py", *sorted((root / "gis").rglob("*.py")), *sorted((root / "ui").rglob("*.py"))]


def _bases(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from node.bases


def _calls(node: ast.AST, owner: str = "") -> Iterator[tuple[ast.Call, str]]:
    """Yield every call of tr, translate and counted with the name of the class that it stands in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and _called(child) in ("tr", "translate", "counted"):
            yield child, owner
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else owner)


def _called(call: ast.Call) -> str:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    own = not isinstance(function, ast.Attribute) or ast.unparse(function.value) in ("self", "QCoreApplication")
    return name if own else ""


def needed(texts: set[Text], language: str) -> list[Text]:
    """Give what a language has to translate: English only its plurals."""
    return sorted(text for text in texts if text.plural or language != "en")


def read(path: Path) -> Words:
    """Read a .ts file; one that is missing is empty."""
    words: Words = {}
    if not path.exists():
        return words
    for context in ElementTree.parse(path).getroot().iter("context"):  # a file of ours, not from the net
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            plural = message.get("numerus") == "yes"
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
            words[Text(name, message.findtext("source") or "", plural)] = tuple(forms)
    return words


def write(path: Path, language: str, words: Words) -> None:
    """Write a .ts file, sorted by context and source."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{language}">']
    for context in sorted({text.context for text in words}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for text in sorted(text for text in words if text.context == context):
            lines += _message(text, words[text])
        lines.append("</context>")
    path.write_text("\n".join([*lines, "</TS>", ""]), "utf-8")


def _message(text: Text, forms: tuple[str, ...]) -> list[str]:
    state = "" if all(forms) else ' type="unfinished"'
    source = f"        <source>{escape(text.source)}</source>"
    if not text.plural:
        return ["    <message>", source, f"        <translation{state}>{escape(forms[0])}</translation>", "    </message>"]
    written = [f"            <numerusform>{escape(form)}</numerusform>" for form in forms]
    return [
        '    <message numerus="yes">',
        source,
        *(f"        <translation{state}>", *written, "        </translation>"),
        "    </message>",
    ]


def merged(texts: set[Text], language: str, before: Words) -> Words:
    """Keep what is translated, drop what the sources no longer have, and leave room for what is new."""
    return {text: before.get(text, ("",) * (FORMS if text.plural else 1)) for text in needed(texts, language)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; fail where something is missing")
    options = parser.parse_args()
    sources = Sources()
    missing = 0
    for language in LANGUAGES:
        path = I18N / f"klasskart_{language}.ts"
        before = read(path)
        words = merged(sources.texts, language, before)
        open_texts = [text for text, forms in words.items() if not all(forms)]
        missing += len(open_texts)
        print(f"{path.name}: {len(words)} texts, {len(open_texts)} to translate, {len(before.keys() - words.keys())} gone")
        for text in open_texts:
            print(f"    {text.context}: {text.source!r}")
        if not options.check and words != before:
            write(path, language, words)
    print("\n".join(sources.faults), end="\n" if sources.faults else "")
    return 1 if sources.faults or (options.check and missing) else 0


if __name__ == "__main__":
    sys.exit(main())
