"""Every text is there in bokmål and nynorsk, with what it is to hold; neither slips into the other, or into English."""

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
    *("Per", "{} per {}"),
    *("Type", "Variant", "Kommune", "Fylke", "Bydel", "Delområde", "Grunnkrets", "bokmål", "nynorsk"),
    *("Metadata (Geonorge)", "Grunnkretser (Geonorge)"),
    *("Kommuner", "Fylker", "Grunnkretser", "Bydeler", "Delområder"),
    *("kommuner", "fylker", "grunnkretser", "bydeler", "delområder"),
}
ENGLISH = listed("""
a and are can choose codes column date feature features field from has is it layer not of or that the there this was were
which with year you
""")

# A text may be the same in bokmål and nynorsk if all its words are.
SHARED = listed("""registrert
adresse aldri alle angre ark av avbryt bruk bydel csv dag dato datoen delomrade delt det eller er etter excel feilsporing
felt feltet fil filer fjern for fordel format formatet fylke fylkesgrenser fått geonorge gjaldt grenser grunnkrets har hatt hent
her i igjen ingen ingenting json kart kartet kb klass klassifikasjon klasskart la kode kodelister koden kolonnene kolonner komma
kommune kommunegrenser koordinatsystem krs kyst lag lagre legg les levekårssoner linjer livsløp livsløpet mb med merk
kartutsnittet levert mappe mellomrom merknader nivå prosjektet
nummer nummeret ny nytt og også omfordelt område området ord over panelet prefiks prøv på rad rader rapport rapporten rett
rette semikolon side sider sjekk som spør ssb standard status stil stå svar tabell tabellen tabellfelt tabulator til tilbake
tilpass tom tomt utgått verdi vis å årgang
sentralitet økonomisk region bokmål stort kartlag bakgrunnskart
alt deler denne engelsk familie finn inn klassifikasjonen kodeliste mindre nr nynorsk om seksjon sentralbyrå
andre fylkesgrense kommunegrense riksgrense
data datasett etter filtrer først inga katalog lisens nedlasting ser nei oppdatert publisert sa spør stikkord tittel
statistisk type variant
prosjektet
kopier kopiert historikk når slå først programtillegget prosessering python-kommando
delområde syntaks skjedde dagen flater kartdata
grensene mellomlageret skjema erstatt laget postgis geopackage databasen
metadata tillat adresser private nett lengste ventetid data filer mappe slag språk innlogging nettverk sjø stopp fjerne
qgis kartverket kartkatalogen rydd opp wms var
kolonne enn fargelegg utskriftslayout viser skrive ut målestokk per hjelp""")
BOKMÅL = listed("""
annet behold ble da datoer dem disse ennå fant fikk flere fra ganger gjelder hele heter hva hver hvert hvilke hvilken hvilket
hvor hvordan hvorfor ikke kobler koble koblet koblingen kodene koder kommer kommuner mangler måned navn navnet noe noen numre
nå passer samme sammen se senere sier skrevet steder stedet tall tallene tjenesten uten valg velg åpne
""")
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
Norge Noreg Processing Esc F1
Brønnøysund""")


def entries(*languages):
    """Give (language, text, form) of every form of every translation."""
    for language in languages:
        for text, forms in sorted(WORDS[language].items()):
            yield from ((language, text, form) for form in forms)


def words_of(text):
    plain = re.sub(r"data\.norge\.no|%l?n|\{\w*\}|\*\.\w+", " ", text.lower().replace("&", ""))
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
                assert re.findall("%L?n", form) == re.findall("%L?n", text.source), form
                assert "(s)" not in form
                assert "(er)" not in form


def test_a_counted_text_is_a_plural_everywhere():
    assert [text for text in SOURCES.texts if ("%n" in text.source or "%Ln" in text.source) != text.plural] == []


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
        'class Form(QWidget):\n    def f(self):\n        return lambda: self.tr("%n row(s)", "", len(self.rows))\n'
    )
    assert found.texts == {Text("Form", "%n row(s)", True)}
    assert found.faults == []


def test_tr_in_a_class_with_subclasses_is_a_fault(checkout):
    found = checkout('class Page(QWidget):\n    def f(self):\n        return self.tr("Back")\nclass Codes(Page):\n    pass\n')
    assert len(found.faults) == 1
    assert "Page has subclasses" in found.faults[0]


@pytest.mark.parametrize(
    "call", ['self.tr(f"{n} rows")', "self.tr(words)", 'translate("Words", "a" + b)', 'translate(name, "a")']
)
def test_what_is_no_literal_is_a_fault(checkout, call):
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
