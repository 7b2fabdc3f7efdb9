"""Is this a release? What has to be true before a version is uploaded:  release_check.py [CHECK-PLUGIN-ZIP]

Run it by `make release-check`, which builds the zip first. Exit status 1: something is missing.
"""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import scan
from make_zip import ROOT, target, version

LANGUAGES = ("en", "nb", "nn")
NEVER_IN = re.compile(r"/(tests|tools|build|__pycache__)/|/\.|\.(pyc|ts|so|dll|exe|sh)$")


def version_stands_once() -> Iterator[str]:
    """The version is X.Y.Z in metadata.txt, and no source has one of its own."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version()):
        yield f"metadata.txt: {version()} is not X.Y.Z"
    for path in _tracked():
        if path.suffix in {".py", ".toml"} and re.search(rf"version\W+{re.escape(version())}\b", path.read_text("utf-8")):
            yield f"{path.relative_to(ROOT)}: has the version as well"


def changelog_tells_it() -> Iterator[str]:
    """The changelog has the version with its day, and the metadata, which QGIS shows, a line about it."""
    headings = re.findall(r"^## \[?([^]\s]+)\]?(.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    told = dict(headings)
    if version() not in told:
        yield f"CHANGELOG.md: nothing about {version()}"
    elif not re.search(r"\d{4}-\d{2}-\d{2}", told[version()]):
        yield f"CHANGELOG.md: {version()} has no day yet"
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", "utf-8")
    if version() not in metadata["general"]["changelog"]:
        yield f"metadata.txt: its changelog says nothing about {version()}"


def words_are_translated() -> Iterator[str]:
    done = _run(sys.executable, ROOT / "tools" / "translations.py", "--check")
    if done.returncode:
        yield from done.stdout.splitlines() or done.stderr.splitlines()
    for line in done.stdout.splitlines():
        if re.search(r"\b[1-9]\d* to translate", line):
            yield line


def zip_is_clean() -> Iterator[str]:
    """One folder; what the repository demands, the licences of what is bundled, and every language."""
    with zipfile.ZipFile(target()) as packed:
        names = set(packed.namelist())
    yield from (f"{name}: outside the folder klasskart" for name in names if not name.startswith("klasskart/"))
    yield from (f"{name}: has no place in a zip" for name in names if NEVER_IN.search(f"/{name}"))
    needed = ["__init__.py", "metadata.txt", "LICENSE", *(f"resources/i18n/klasskart_{language}.qm" for language in LANGUAGES)]
    yield from (f"{name} is missing" for name in needed if f"klasskart/{name}" not in names)
    for bundled in sorted(
        {name.split("/")[2] for name in names if name.startswith("klasskart/_vendor/") and name.count("/") > 2}
    ):
        if not any(name.startswith(f"klasskart/_vendor/{bundled}/LICENSE") for name in names):
            yield f"_vendor/{bundled}: its licence is missing"


def repository_takes_it() -> Iterator[str]:
    """Ask a checker with the rules of QGIS's plugin repository, where there is one."""
    checker = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if checker is None or not checker.is_file():
        sys.stdout.write("   (no check-plugin-zip here: the repository's other rules are found out at the upload)\n")
        return
    done = _run(sys.executable, checker, "--no-scan", "--quiet", target())
    if done.returncode:
        yield from done.stdout.splitlines() or done.stderr.splitlines()


def tree_is_clean() -> Iterator[str]:
    """What is uploaded can be had again from the repository."""
    yield from _run("git", "status", "--porcelain").stdout.splitlines()


CHECKS = {
    "the version stands in one place": version_stands_once,
    "the changelog tells what is new": changelog_tells_it,
    "every word is translated": words_are_translated,
    "the zip holds what it should": zip_is_clean,
    "the security scan finds nothing": scan.findings,
    "the plugin repository would take it": repository_takes_it,
    "nothing is left uncommitted": tree_is_clean,
}


def _tracked() -> Iterable[Path]:
    return [ROOT / name for name in _run("git", "ls-files").stdout.splitlines() if (ROOT / name).is_file()]


def _run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )


def main() -> int:
    missing = 0
    for words, check in CHECKS.items():
        found = list(check())
        sys.stdout.write("".join([f"{'no' if found else 'ok'} {words}\n", *(f"   {one}\n" for one in found)]))
        missing += len(found)
    if missing:
        sys.stdout.write(f"\nNot yet a release: {missing} things to mend.\n")
        return 1
    sys.stdout.write(
        f"\n{target().relative_to(ROOT)} can be released. What is left for a person (CONTRIBUTING.md tells how):\n"
        "   make test, make test-matrix and, with internet, make live are green\n"
        "   the zip installs in a new profile, and the first five minutes of the docs work\n"
        f"   git tag v{version()}, upload, and a new heading in CHANGELOG.md\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
