"""Every text is there in bokmål and nynorsk, with what it is to hold; neither slips into the other, or into English."""

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
from collections import Counter

import pytest
from conftest import ROOT

spec = importlib.util.spec_from_file_location("translations", ROOT / "tools" / "translations.py")
translations = importlib.util.module_from_spec(spec)
sys.modules["translations"] = translations  # dataclasses look it up there
spec.loader.exec_module(translations)
Text = translations.Text

SOURCES = translations.Sources()
WORDS = {language: translations.read(translations.I18N / f"klasskart_{language}.ts") for language in translations.LANGUAGES}
NORWEGIAN = ("nb", "nn")
JOIN_PAGE = ("JoinForm", "ColumnsBox")  # what stands on one page shares its mnemonics


def listed(words):
    return set(words.split())


# Names, file types and words that are the same in English and Norwegian.
SAME_AS_SOURCE = {
    *("Klasskart", "Klass: {}", "JSON", "Excel (*.xlsx)", "Format", "Status", "{} kB", "{} MB", "{} %", "{} (Klass {})"),
    *("{} (PostGIS)", "GeoPackage (*.gpkg)"),
    *("Per", "{} per {}", "under {}"),
    *("Type", "Variant", "Kommune", "Fylke", "Bydel", "Delområde", "Grunnkrets", "grunnkrets", "bokmål", "nynorsk"),
    *("Metadata (Geonorge)", "Grunnkretser (Geonorge)"),
    *("Kommuner", "Fylker", "Grunnkretser", "Bydeler", "Delområder"),
    *("kommuner", "fylker", "grunnkretser", "bydeler", "delområder"),
}
ENGLISH = listed("""
a and are can choose codes column date feature features field from has is it layer not of or that the there this was were
which with year you
""")

# A text may be the same in bokmål and nynorsk if all its words are.
SHARED = listed("""
adresse adresser aldri alle alt andre angre ark av avbryt bakgrunnskart bokmål bruk bydel csv dag data databasen datasett dato
datoen deler delomrade delområde delt denne det eller engelsk er erstatt etter excel familie fargelegg feilsporing felt
feltet fil filer filtrer finn fjern fjerne flater for fordel format formatet fylke fylkesgrense fylkesgrenser fått før først
geonorge geopackage gjaldt grensene grenser grunnkrets har hatt havs hent her historikk hjelp i igjen ingen ingenting inn
innlogging json kart kartdata kartet kartkatalogen kartlag kartutsnittet kartverket katalog kb klass klassifikasjon
klassifikasjonen klasskart kode kodeliste kodelister koden kolonne kolonnene kolonner komma kommune kommunegrense
kommunegrenser koordinatsystem kopier kopiert krs kyst lag laget lagre legg lengste les levekårssoner levert linjer lisens
likevel livsløp livsløpet mappe mb med mellomrom merknader metadata mindre nedlasting nei nett nettverk nivå nr nummer
nummeret ny nynorsk nytt når og også om omfordelt område området opp oppdatert ord over panelet per postgis prefiks private
processing programtillegget prosjektet prøv publisert python-kommando på qgis rad rader rapport rapporten region registrert
rett rette riksgrense rydd sa seksjon semikolon sentralbyrå sentralitet ser side sider sjekk sjø skjema skrive slå som språk
spør ssb standard statistisk status stikkord stil stopp stort svar syntaks tabell tabellen tabellfelt tabulator
territorialgrense til tilbake tillat tilpass tittel tom tomt type under ut utgått utskriftslayout var variant ventetid verdi vis
viser wms å årgang økonomisk
""")
BOKMÅL = listed("""
annet behold ble da datoer dem disse ennå fant fikk flere fra ganger gjelder hele heter hva hver hvert hvilke hvilken hvilket
hvor hvordan hvorfor ikke kobler koble koblet koblingen kodene koder kommer kommuner mangler måned navn navnet noe noen numre
nå passer samme sammen se senere sier skrevet steder stedet tall tallene tjenesten uten valg velg åpne
""")
# Where nynorsk allows two forms, one of them is ours; so has bokmål, where both languages allow one.
OTHER_FORMS = {
    "nn": listed("""
gjev gjeve gjevne utgjevar oppgjeve vert verte galdt svara òg óg att tyder einskild offentleggjord grunnkretsar
skjer skjedde bilde senere kommer mens hvis utgave blei hjå fyrst ikring millom særs syner nytta nyttar
"""),
    "nb": listed("""
blei fila sida mappa lista boka grensa inndelinga sjøl åssen nåtid offentliggjort frem etterhvert hvorvidt vedrørende
ifølge ihht foreta benytte benytter benyttes anvende anvendes kun samt dersom
"""),
}
NYNORSK = listed("""
berre brukast byt dei desse då ei ein eining eit endra enno fann fekk fila fleire frå funne gjeld gonger heile heiter henta ho
ikkje inneheld kodane kodar kommunar kople kopla korleis kva kvar kvart kvifor laga manglar namn no noko nokre opne passar
saman same seier sjå sjølv stad stader tal tenesta utan vart vel vere
""")
JARGON = listed("kodeverk versjon valid korrespondanse mapping endpoint request ugyldig input join default")
NAMES = listed("""N250 N1000
Klass Klasskart Geonorge Kartverket SSB SSBs QGIS KRS CSV WMS JSON Excel UTF UTM CC BY HTML K Latin Statistisk
XML Data Nettverk Autentisering ATOM WMTS WFS OGC API MetaSearch Geonorges CKAN ArcGIS Hub Oslo Bergen
GeoPackage PostGIS GDAL GeoJSON GML FGDB SOSI
Norge Noreg Processing Python Esc F1
Brønnøysund""")


def entries(*languages):
    """Give (language, text, form) of every form of every translation."""
    for language in languages:
        for text, forms in sorted(WORDS[language].items()):
            yield from ((language, text, form) for form in forms)


def words_of(text):
    plain = re.sub(r"data\.norge\.no|%n|\{\w*\}|\*\.\w+", " ", text.lower().replace("&", ""))
    return re.findall(r"[\w-]+", plain)


def wrong(check, *languages):
    """Give the translations that fail a check, to be read."""
    return [
        f"{language} {text.context}: {text.source!r} → {form!r}"
        for language, text, form in entries(*languages)
        if check(text, form)
    ]


# --- nothing is missing -----------------------------------------------------------------


def test_qt_finds_a_translation_for_every_call():
    assert SOURCES.faults == []


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_every_text_of_the_sources_is_translated_and_none_is_left_over(language):
    needed = set(translations.needed(SOURCES.texts, language))
    assert set(WORDS[language]) == needed, "run `make strings` and translate what is new"
    assert wrong(lambda text, form: not form.strip(), language) == []


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_files_stand_as_the_tool_writes_them(language, tmp_path):
    """So that a change of one word is a change of one line."""
    again = tmp_path / "again.ts"
    translations.write(again, language, WORDS[language])
    assert again.read_text("utf-8") == (translations.I18N / f"klasskart_{language}.ts").read_text("utf-8")
    assert "unfinished" not in again.read_text("utf-8")


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_qt_makes_its_own_files_of_them(language, tmp_path):
    lrelease = shutil.which("lrelease")
    if lrelease is None:
        pytest.skip("Qt's lrelease is not installed")
    command = [lrelease, str(translations.I18N / f"klasskart_{language}.ts"), "-qm", str(tmp_path / "words.qm")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    count = len(WORDS[language])
    assert f"Generated {count} translation(s) ({count} finished and 0 unfinished)" in done.stdout


# --- numbers and days are the locale's ----------------------------------------------------

# What is no word for a user: sizes for style sheets and symbols, and errors of the network's own.
OTHERS_NUMBERS = {"gis/diagnosis_report.py: .1f", "gis/map_symbols.py: .2f", "gis/transport.py: g"}


def written_here(tree):
    """Yield every way of writing a number or a day that knows nothing of locales."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue) and node.format_spec:
            spec = "".join(str(part.value) for part in node.format_spec.values if isinstance(part, ast.Constant))
            if re.search(r"[,_%eEfFgGn]", spec):
                yield spec
        elif isinstance(node, ast.Name) and node.id == "QLocale":
            yield "QLocale"
        elif isinstance(node, ast.Attribute) and node.attr in ("strftime", "toLocaleString"):
            yield node.attr


def test_only_one_module_writes_numbers_and_days_for_users():
    found = {
        f"{path.relative_to(ROOT).as_posix()}: {how}"
        for path in translations.source_files(ROOT)
        for how in written_here(ast.parse(path.read_text("utf-8")))
    }
    asked_for_its_name, stamp_of_a_file = "plugin.py: QLocale", "ui/new_layers.py: strftime"
    assert found - {"gis/wording.py: QLocale"} == {*OTHERS_NUMBERS, asked_for_its_name, stamp_of_a_file}


# --- what a translation has to keep ---------------------------------------------------------


def test_placeholders_are_kept():
    def fields(text):
        return Counter(re.findall(r"\{\w*\}", text))

    assert wrong(lambda text, form: fields(text.source) != fields(form), *translations.LANGUAGES) == []


def test_plurals_have_two_forms_and_each_says_how_many():
    for language in translations.LANGUAGES:
        for text, forms in WORDS[language].items():
            assert len(forms) == (2 if text.plural else 1)
            for form in forms:
                assert form.count("%n") == text.source.count("%n"), form
                assert "(s)" not in form
                assert "(er)" not in form


def test_a_counted_text_is_a_plural_everywhere():
    assert [text for text in SOURCES.texts if text.source.count("%n") != text.plural or "%L" in text.source] == []


def test_letters_for_the_keyboard_are_kept_and_none_is_given_twice_on_a_page():
    assert wrong(lambda text, form: form.count("&") != text.source.count("&"), *NORWEGIAN) == []
    for language in (*NORWEGIAN, "source"):
        on_page = [text for text in SOURCES.texts if text.context in JOIN_PAGE and "&" in text.source]
        texts = [text.source if language == "source" else WORDS[language][text][0] for text in on_page]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert len(letters) == len(set(letters)), f"{language}: {sorted(texts)}"


def test_a_translation_ends_as_its_source_does():
    def ending(text):
        return re.search(r"(?: ?…|[.:,]| )?$", text)[0]

    assert wrong(lambda text, form: ending(text.source) != ending(form), *NORWEGIAN) == []


# --- the languages are kept apart -----------------------------------------------------------


def test_only_names_are_the_same_as_in_english():
    same = {text.source for _, text, form in entries(*NORWEGIAN) if form == text.source}
    assert same == SAME_AS_SOURCE


def test_no_english_is_left():
    assert wrong(lambda text, form: set(words_of(form)) & ENGLISH, *NORWEGIAN) == []


def test_bokmål_and_nynorsk_are_the_same_only_where_all_the_words_are():
    for text, forms in WORDS["nb"].items():
        if forms == WORDS["nn"][text]:
            apart = [word for word in words_of(" ".join(forms)) if word not in SHARED]
            assert not apart, f"{forms} in both: {apart}"


def test_neither_slips_into_the_other():
    assert wrong(lambda text, form: set(words_of(form)) & BOKMÅL, "nn") == []
    assert wrong(lambda text, form: set(words_of(form)) & NYNORSK, "nb") == []


def test_of_two_forms_one_is_ours():
    for language, others in OTHER_FORMS.items():
        assert wrong(lambda text, form, others=others: set(words_of(form)) & others, language) == []


def test_what_the_languages_may_share_is_a_list_of_what_they_do_share():
    forms = " ".join(form for text, forms in WORDS["nb"].items() if forms == WORDS["nn"][text] for form in forms)
    assert SHARED - set(words_of(forms)) == set(), "nobody needs these any more"


# --- plain words ------------------------------------------------------------------------------


def test_norwegian_uses_capitals_for_names_and_first_words_only():
    def wrong_capital(text, form):
        inside = re.findall(r"(?<=[\w,»)&] )[«(]?&?([A-ZÆØÅ]\w*)", form)
        return any(word not in NAMES for word in inside)

    assert wrong(wrong_capital, *NORWEGIAN) == []


def test_nobody_is_shouted_at_and_no_jargon_is_used():
    assert wrong(lambda text, form: "!" in form or set(words_of(form)) & JARGON, *NORWEGIAN) == []
    assert wrong(lambda text, form: "“" in form or "”" in form, *NORWEGIAN) == []


# --- the tool ---------------------------------------------------------------------------------


@pytest.fixture
def checkout(tmp_path):
    """Make a checkout of one file, and read it."""
    (tmp_path / "gis").mkdir()
    (tmp_path / "ui").mkdir()
    (tmp_path / "plugin.py").write_text("", "utf-8")

    def read(source):
        (tmp_path / "ui" / "part.py").write_text(source, "utf-8")
        return translations.Sources(tmp_path)

    return read


def test_long_texts_are_found_with_a_comma_after_them(checkout):
    found = checkout('translate(\n    "Words",\n    "One "\n    "two.",\n).format(1)\n')
    assert found.texts == {Text("Words", "One two.")}


def test_a_text_belongs_to_the_class_that_it_stands_in(checkout):
    found = checkout(
        'class Form(QWidget):\n    def f(self):\n        return lambda: counted("Form", "%n row(s)", len(self.rows))\n'
    )
    assert found.texts == {Text("Form", "%n row(s)", True)}
    assert found.faults == []


def test_tr_in_a_class_with_subclasses_is_a_fault(checkout):
    found = checkout('class Page(QWidget):\n    def f(self):\n        return self.tr("Back")\nclass Codes(Page):\n    pass\n')
    assert len(found.faults) == 1
    assert "Page has subclasses" in found.faults[0]


@pytest.mark.parametrize(
    "call",
    [
        'self.tr("%n rows", "", n)',
        'counted(name, "%n rows", n)',
        'self.tr(f"{n} rows")',
        "self.tr(words)",
        'translate("Words", "a" + b)',
        'translate(name, "a")',
    ],
)
def test_what_is_no_literal_or_counts_without_gaps_is_a_fault(checkout, call):
    assert checkout(f"class Form(QWidget):\n    def f(self):\n        return {call}\n").faults


def test_other_translations_are_nobodys_business(checkout):
    found = checkout('text.translate(table)\nattr("a", "b")\n')
    assert not found.texts
    assert not found.faults


def test_new_texts_wait_for_words_and_gone_ones_go(tmp_path):
    path = tmp_path / "klasskart_nb.ts"
    kept, gone = Text("A", "kept <&> “it”"), Text("A", "gone")
    translations.write(path, "nb", {kept: ("beholdt <&>",), gone: ("borte",)})
    now = {kept, Text("B", "%n new", True)}
    words = translations.merged(now, "nb", translations.read(path))
    assert words == {kept: ("beholdt <&>",), Text("B", "%n new", True): ("", "")}
    translations.write(path, "nb", words)
    assert translations.read(path) == words
    assert path.read_text("utf-8").count("unfinished") == 1
