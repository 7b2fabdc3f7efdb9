"""The main job without a screen: codes, map service, boundaries, join and report, against a stand-in of the services.

    demo.py [--real DIR] [--area 0000] [--vintage 2024] [--date 2024-01-01] [--out build/demo]

The stand-in runs in this process; the plugin's own functions ask it over real sockets, as they would the services. It
leaves a GeoPackage, a project that opens with the joined layer, a picture of the map and a report on one page.
"""

import argparse
import datetime
import html
import importlib.util
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def use_checkout() -> None:
    """Make `import klasskart` mean this checkout, and `import standin` its stand-in."""
    spec = importlib.util.spec_from_file_location("klasskart", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    sys.modules["klasskart"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.path.insert(0, str(ROOT / "tests"))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--real", type=Path, help="a folder that holds recordings/ and data/: real bodies and boundaries")
    parser.add_argument("--area", default="0000", help="0000, or fylke and kommune numbers with comma")
    parser.add_argument("--vintage", type=int, help="year of the boundaries; the newest where none is given")
    parser.add_argument("--date", help="day of the codes, yyyy-MM-dd; today where none is given")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "demo")
    return parser.parse_args()


class Demo:
    """The job, step by step; each step prints what it got."""

    def __init__(self, options: argparse.Namespace):
        from klasskart.core.dates import parse
        from klasskart.core.feedback import Feedback
        from klasskart.core.units import parse_areas
        from klasskart.gis import messages
        from klasskart.gis.settings import Settings
        from klasskart.gis.transport import QgisTransport
        from klasskart.work.services import open_services
        from qgis.core import QgsProject

        config = Settings().config()
        self.out = options.out
        self.vintage = options.vintage
        self.areas = parse_areas(options.area)
        self.day = parse(options.date) if options.date else config.today
        self.services = open_services(config, QgisTransport())
        self.project = QgsProject.instance()
        self.feedback = Feedback(on_warning=lambda error: say("!", messages.sentence(error).text))

    def run(self) -> None:
        self.show_codes()
        background = self.add_map_service()
        kommuner = self.add_boundaries("kommune", self.areas)
        outlines = self.add_boundaries("fylke", tuple(dict.fromkeys(a if a == "0000" else a[:2] for a in self.areas)))
        layer, prepared = self.join(kommuner)
        self.write_copy(layer, prepared)
        self.style(layer)
        self.draw([outlines, layer, background])
        # A project that opens anywhere: the map service of this run is gone afterwards.
        self.project.removeMapLayer(background.id())
        self.save()
        self.report(layer, prepared.report)
        self.services.close()

    def show_codes(self) -> None:
        from klasskart.core.codes import GRUNNKRETS, KOMMUNE
        from klasskart.work import registers

        for classification in (KOMMUNE, GRUNNKRETS):
            register = registers.codes(self.services, classification, self.day, feedback=self.feedback)
            levels = {level: len(register.codes.at_level(level).codes) for level in register.codes.levels}
            counts = ", ".join(f"{count} on level {level}" for level, count in levels.items())
            say("codes", f"classification {classification} on {self.day}: {counts}")

    def add_map_service(self):
        from klasskart.clients.wms import layer_choices
        from klasskart.gis.map_layers import wms_layer

        service = self.services.wms.capabilities(self.services.wms.administrative, feedback=self.feedback)
        leaf = next((one for one in layer_choices(service) if one.name == "kommuner_gjel"), layer_choices(service)[0])
        layer = wms_layer(service, leaf, self.project, crs="EPSG:25833")
        say("map service", f"{service.title}: «{leaf.title}» of {len(layer_choices(service))} layers")
        return layer

    def add_boundaries(self, unit: str, areas: tuple):
        from klasskart.gis.layers import boundary_layer
        from klasskart.work.boundaries import fetch
        from klasskart.work.boundary_file import BoundaryRequest

        request = BoundaryRequest(unit, areas, self.vintage)
        file = fetch(self.services, request, feedback=self.feedback)
        again = fetch(self.services, request, feedback=self.feedback)
        layer = boundary_layer(file, self.project)
        say("boundaries", f"{layer.name()}: {file.features} features in {file.crs}, from «{file.title}»")
        say("", f"a second time: {'nothing transferred' if again.reused else 'transferred again'}")
        return layer

    def join(self, layer):
        from klasskart.gis.columns import columns_of
        from klasskart.gis.joins import live_join, write_key_table
        from klasskart.work.joining import JoinChoice, prepare

        prepared = prepare(self.services, columns_of(layer), JoinChoice(day=self.day), self.feedback)
        report = prepared.report
        say(
            "join", f"found by overlap: {prepared.field} holds classification {prepared.classification}, level {prepared.level}"
        )
        say("", f"{report.matched} of {report.features} features matched, {report.unmatched_features} not")
        say("", f"{report.unused} codes without a feature")
        for miss in report.misses[:5]:
            say("", f"{miss.code} {miss.name}: {miss.kind or miss.reason} → {', '.join(miss.successors) or '–'}")
        if len(report.misses) > 5:
            say("", f"… and {len(report.misses) - 5} more, in the report")
        table = write_key_table(prepared, self.services.cache.folder, self.feedback)
        live_join(self.project, layer, prepared, "klass_", table)
        return layer, prepared

    def write_copy(self, layer, prepared) -> None:
        from klasskart.gis.joins import Source, written_join
        from qgis.core import QgsVectorLayer

        plain = QgsVectorLayer(layer.source(), layer.name(), "ogr")
        written_join(Source(plain), prepared, "klass_", self.out / "kommuner.gpkg", self.feedback)

    def style(self, layer) -> None:
        """Fill what matched and hatch what did not."""
        from qgis.core import QgsFillSymbol, QgsRuleBasedRenderer

        matched = QgsFillSymbol.createSimple({"color": "109,151,196,150", "outline_color": "#415a75", "outline_width": "0.1"})
        hatched = QgsFillSymbol.createSimple({"color": "#415a75", "style": "b_diagonal", "outline_color": "#415a75"})
        root = QgsRuleBasedRenderer.Rule(None)
        root.appendChild(QgsRuleBasedRenderer.Rule(matched, 0, 0, '"klass_code" IS NOT NULL', "matched"))
        root.appendChild(QgsRuleBasedRenderer.Rule(hatched, 0, 0, "ELSE", "without a code"))
        layer.setRenderer(QgsRuleBasedRenderer(root))

    def draw(self, layers) -> None:
        from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings
        from qgis.PyQt.QtCore import QSize
        from qgis.PyQt.QtGui import QColor

        settings = QgsMapSettings()
        settings.setLayers(layers)
        settings.setDestinationCrs(layers[1].crs())
        settings.setExtent(layers[1].extent().buffered(layers[1].extent().width() * 0.03))
        settings.setOutputSize(QSize(900, 1100))
        settings.setBackgroundColor(QColor("white"))
        job = QgsMapRendererSequentialJob(settings)
        job.start()
        job.waitForFinished()
        job.renderedImage().save(str(self.out / "map.png"))

    def save(self) -> None:
        from qgis.core import QgsReferencedRectangle

        root = self.project.layerTreeRoot().layerOrder()
        vectors = [layer for layer in root if layer.isSpatial()]
        self.project.setCrs(vectors[0].crs())
        self.project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(vectors[0].extent(), vectors[0].crs()))
        self.project.setTitle("Klasskart")
        if not self.project.write(str(self.out / "klasskart.qgz")):
            raise SystemExit(f"The project could not be written: {self.project.error()}")

    def report(self, layer, report) -> None:
        from klasskart.work import report_files

        report_files.save_csv(report, self.out / "report.csv")
        report_files.save_xlsx(report, self.out / "report.xlsx")
        (self.out / "report.html").write_text(page(layer.name(), self.day, report), "utf-8")


def page(name: str, day: datetime.date, report) -> str:
    """Write the match report on one page that prints without colour."""
    from klasskart.ui import match_words
    from klasskart.ui.match_groups import grouped
    from klasskart.ui.wording import day_text

    def bar(title: str, matched: int, rest: int) -> str:
        share = 100 * matched / max(1, matched + rest)
        bars = f'<div class="bar"><div style="width:{share:.1f}%"></div></div>'
        return f"<p>{title}: {matched} matched, {rest} not</p>{bars}"

    sections = []
    for group in grouped(report):
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in match_words.cells(group.key, miss)) + "</tr>"
            for miss in group.misses[:25]
        )
        more = f"<p>… and {len(group.misses) - 25} more in report.csv</p>" if len(group.misses) > 25 else ""
        heads = "".join(f"<th>{html.escape(head)}</th>" for head in match_words.headers())
        words = html.escape(match_words.explanation(group))
        sections.append(f"<h2>{words}</h2><table><tr>{heads}</tr>{rows}</table>{more}")
    codes = report.matched_codes
    return f"""<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Match report</title><style>
@page {{ size: A4; margin: 15mm }} body {{ font: 10pt sans-serif; max-width: 180mm; margin: auto; columns: 1 }}
h1 {{ font-size: 16pt }} h2 {{ font-size: 10pt; margin: 1em 0 .3em }} table {{ border-collapse: collapse; font-size: 8pt }}
td, th {{ text-align: left; padding: 0 1em 0 0 }} section {{ columns: 2; column-gap: 8mm }}
.bar {{ border: 1px solid #000; height: 4mm; background: repeating-linear-gradient(45deg, #fff 0 3px, #999 3px 4px) }}
.bar div {{ background: #0072b2; height: 100% }}</style>
<h1>{match_words.headline(report, day_text(day), emphasis="{}")}</h1>
<p>{html.escape(name)}</p>
{bar("Features in the layer", report.matched, report.unmatched_features)}
{bar("Codes in Klass", codes, report.unused)}
<section>{"".join(sections)}</section>
<p>Source: Statistisk sentralbyrå (Klass), CC BY 4.0. Boundaries: © Kartverket, CC BY 4.0.</p></html>"""


def say(what: str, words: str) -> None:
    print(f"{what:12} {words}", flush=True)


def print_requests(standin) -> None:
    print("\nrequests")
    for asked in standin.requests:
        query = f"?{asked.query}" if asked.query else ""
        print(
            f"  {asked.method:4} {asked.status} {asked.bytes_sent:>9} bytes  {asked.provenance:9} {(asked.path + query)[:120]}"
        )
    total = sum(asked.bytes_sent for asked in standin.requests)
    print(f"  {len(standin.requests)} requests, {total / 1e6:.1f} MB")
    kinds = sorted({asked.provenance for asked in standin.requests if asked.provenance})
    print(f"  data: {', '.join(kinds)} (recorded: real bodies; derived: rebuilt from real tables; made: by this project)")


def main() -> None:
    options = arguments()
    if options.real and not (options.real / "recordings").is_dir():
        raise SystemExit(f"{options.real} holds no recordings/ and data/: name a folder that does, or leave REAL out.")
    shutil.rmtree(options.out, ignore_errors=True)
    options.out.mkdir(parents=True)
    use_checkout()
    from standin import Standin

    given = os.environ.get("KLASSKART_TODAY")
    with Standin(today=datetime.date.fromisoformat(given) if given else None, real=options.real) as standin:
        os.environ.update(standin.environment())
        os.environ["KLASSKART_CACHE_DIR"] = str(options.out / "cache")
        from qgis.core import QgsApplication

        application = QgsApplication([], True)
        application.initQgis()
        from klasskart.core.errors import KlasskartError
        from klasskart.gis import messages

        try:
            Demo(options).run()
        except KlasskartError as error:
            raise SystemExit(messages.sentence(error).full) from None
        finally:
            print_requests(standin)
    print("\nleft in", options.out)
    for path in sorted(options.out.glob("*.*")):
        print(f"  {path.name:16} {path.stat().st_size:>9} bytes")
    sys.stdout.flush()
    os._exit(0)  # QGIS without its desktop does not always end well; all is written by now


if __name__ == "__main__":
    main()
