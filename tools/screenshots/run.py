"""Pictures of the dock in the real desktop, for README and docs:  run.py [--language nb] [--out DIR] [--real DIR] [SCENE …]

Starts the stand-in of the services (fed with real data where a folder for them is given or lies beside the checkout) and
QGIS on a virtual screen, once per scene; story.py inside QGIS presses the buttons and takes the pictures.
"""

import argparse
import datetime
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from PIL import Image  # noqa: E402
from standin import Standin  # noqa: E402

PICTURES = ROOT / "resources" / "docs"  # in English; those of other languages are in folders of it

# Scene of the docs → settings of the desktop: language, theme, font size, width of the dock, and whether services answer.
SCENES = {
    "join": {},
    "codes": {},
    "layers": {},
    "country": {"width": "320"},
    "bydeler": {"width": "320"},
    "coastcut": {"width": "320"},
    "report": {},
    "lineage": {"width": "700"},
    "merge": {"width": "700"},
    "changes": {"width": "320"},
    "about": {"width": "320"},
    "mixed": {"width": "320"},
    "change": {"width": "320"},
    "opendata": {"width": "320", "portals": ""},  # our own list, of portals that can't be reached from here
    "opendata-details": {"width": "320"},
    "algorithm": {},
    "model": {},
    "centrality": {},
    "figures": {"width": "320"},
    "error": {"klass": "https://klass.example.org"},  # a name that nobody has
    "locator": {},
    "expression": {},
    "printed": {"width": "280"},
    "browser": {},
    "layer-menu": {},
    "history": {"width": "560"},
    "options": {"width": "820"},
    "options-verified": {"width": "820"},
    "dark": {"theme": "Night Mapping"},
    "narrow": {"width": "280"},
    "large": {"font": "12"},
}

# Scenes that are looked at while the dock is worked on; `make screenshots` leaves them out.
LOOKED_AT = {
    "newer": {"width": "320"},
    "coast": {"width": "320"},
    "columns": {"width": "320"},
    "check": {"width": "320"},
    "empty": {},
    "circles": {"width": "320"},
    "rates": {"width": "320"},
    "large-rates": {"width": "280", "font": "12"},
    "names-only": {"width": "280", "theme": "Night Mapping"},
    "dark-circles": {"width": "280", "theme": "Night Mapping"},
    "dark-live": {"theme": "Night Mapping"},
    "narrow-live": {"width": "280"},
    "large-live": {"font": "12"},
    "outage": {"nedlasting": "https://nedlasting.example.org"},
    "narrow-outage": {"width": "280", "nedlasting": "https://nedlasting.example.org"},
    "instead": {"nedlasting": "https://nedlasting.example.org"},
    "dark-browser": {"theme": "Night Mapping"},
    "dark-layer-menu": {"theme": "Night Mapping"},
    "dark-history": {"width": "560", "theme": "Night Mapping"},
    "narrow-history": {"width": "280"},
    "history-empty": {"width": "560"},
    "help": {},
    "dark-help": {"theme": "Night Mapping"},
    "dark-options": {"width": "820", "theme": "Night Mapping"},
    "dark-verified": {"width": "820", "theme": "Night Mapping"},
    "large-options": {"width": "820", "font": "13"},
}


def scenes_for(language: str) -> list[str]:
    """Give the scenes whose pictures are kept in a language: all in English, else those that the pages in it show."""
    if language == "en":
        return list(SCENES)
    pages = "".join(page.read_text("utf-8") for page in (ROOT / "docs" / language).glob("*.md"))
    return [scene for scene in SCENES if re.search(rf"/dock-{re.escape(scene)}\.png\)", pages)]


def make_small(picture: Path) -> None:
    """Write a picture anew with the 256 colours that suit it best: a quarter of the bytes, and no eye tells the difference."""
    with Image.open(picture) as taken:
        colours = taken.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    colours.save(picture, optimize=True)


def take(scene: str, out: Path, environment: dict[str, str], language: str, other: dict[str, str], cache: str) -> bool:
    """Run one scene, in `other` settings than its own; tell whether its picture was taken."""
    usual = {"theme": "default", "width": "340", "font": "9", "scale": "1"}
    settings = {**usual, **{**LOOKED_AT, **SCENES}.get(scene, {}), **other}
    locale = {"en": "en_US", "nb": "nb_NO", "nn": "nb_NO"}[language]
    lines = [
        *("[locale]", f"userLocale={locale}", f"globalLocale={locale}", "overrideFlag=true"),
        *("[UI]", f"UITheme={settings['theme']}"),
        *("[qgis]", f"stylesheet\\fontPointSize={settings['font']}", "stylesheet\\fontFamily=Open Sans"),
        *("[klasskart]", f"interface\\language={language}"),
    ]
    asked = {
        **os.environ,
        **environment,
        "QGIS_INI": "\n".join(lines),
        "SCENE": scene,
        "OUT": str(out / f"dock-{scene}.png"),
        "WIDTH": settings["width"],
        "SIZE": "x".join(str(int(float(settings["scale"]) * side)) for side in (1280, 940)),
        "QT_SCALE_FACTOR": settings["scale"],
        "SECONDS_LIMIT": "120",
        "KLASSKART_CACHE_DIR": cache,
    }
    if "portals" in settings:
        asked["KLASSKART_PORTALS_FILE"] = settings["portals"]
    for service in {"klass", "nedlasting"} & set(settings):
        asked[f"KLASSKART_{service.upper()}_URL"] = settings[service]
        asked["KLASSKART_CACHE_DIR"] += "/none"
    Path(asked["OUT"]).unlink(missing_ok=True)
    subprocess.run([str(ROOT / "tools" / "desktop"), str(ROOT / "tools" / "screenshots" / "story.py")], env=asked, check=False)
    picture = Path(asked["OUT"])
    if picture.is_file():
        make_small(picture)
    return picture.is_file()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, help="resources/docs, or the language's folder there")
    parser.add_argument("--real", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--language", default="en", choices=("en", "nb", "nn"))
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="theme, width, font (points), scale")
    parser.add_argument("scenes", nargs="*", help="else all that README and docs show in the language")
    options = parser.parse_args()
    out = options.out or (PICTURES if options.language == "en" else PICTURES / options.language)
    out.mkdir(parents=True, exist_ok=True)
    build = ROOT / "build"  # not the system's folder: QGIS marks layers in there as temporary
    build.mkdir(exist_ok=True)
    real = options.real if (options.real / "recordings").is_dir() else None
    with Standin(today=datetime.date(2026, 11, 21), real=real) as standin, tempfile.TemporaryDirectory(dir=build) as cache:
        other = dict(one.split("=", 1) for one in options.set)
        shared = (out, standin.environment(), options.language, other, cache)
        failed = [scene for scene in options.scenes or scenes_for(options.language) if not take(scene, *shared)]
    if failed:
        raise SystemExit(f"no picture of: {', '.join(failed)}")


if __name__ == "__main__":
    main()
