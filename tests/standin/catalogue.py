"""What Klass says about each classification that the stand-in has: names, levels, family, the section that keeps it.

Ids and names of classifications are SSB's; descriptions, and families and sections but for 15 and 320, are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

GRUNNKRETS, BYDEL, FYLKE, REGION, KOMMUNE = 1, 103, 104, 108, 131
SEX, INDUSTRY, MARITAL, KOSTRA, CENTRALITY, LEVEKAR = 2, 6, 19, 112, 128, 745

LANGUAGES = ("nb", "nn", "en")
TYPES = {
    "Klassifikasjon": {"nb": "Klassifikasjon", "nn": "Klassifikasjon", "en": "Classification"},
    "Kodeliste": {"nb": "Kodeliste", "nn": "Kodeliste", "en": "Codelist"},
}
POPULATION, ACCOUNTS, BUSINESS = (
    "320 - Seksjon for befolkningsstatistikk",
    "365 - Seksjon for offentlige finanser",
    "810 - Seksjon for næringslivets strukturer",
)
# In the order in which Klass lists them: by name.
FAMILIES = {
    1: {"nb": "Befolkning", "nn": "Befolkning", "en": "Population"},
    8: {"nb": "Næringsliv", "nn": "Næringsliv", "en": "Business"},
    12: {"nb": "Offentlig sektor", "nn": "Offentleg sektor", "en": "Public sector"},
    15: {"nb": "Region", "nn": "Region", "en": "Region"},
}


@dataclass(frozen=True)
class Entry:
    """`version` is what versions are called before their year; `levels` are named from the top."""

    name: str
    english: str
    version: str
    levels: tuple[str, ...]
    description: str
    family: int = 15
    section: str = POPULATION
    type: str = "Klassifikasjon"
    changed: str = "2026-01-07T07:31:55.000+0000"
    published: tuple[str, ...] = LANGUAGES

    def called(self, language: str) -> str:
        return self.english if language == "en" else self.name


ENTRIES = {
    GRUNNKRETS: Entry(
        "Standard for delområde- og grunnkretsinndeling",
        "Classification of statistical tracts and basic units",
        "Delområde- og grunnkretsinndeling",
        ("Delområde", "Grunnkrets"),
        "Kommunene er delt i delområder, og de i grunnkretser, for statistikk over små områder.",
        changed="2025-12-03T10:05:55.000+0000",
    ),
    SEX: Entry(
        "Standard for kjønn", "Classification of sex", "Kjønn", ("Kjønn",), "Kjønn etter fødselsnummeret.", 1,
        changed="2019-06-14T09:00:00.000+0000",
    ),
    INDUSTRY: Entry(
        "Standard for næringsgruppering (SN)",
        "Standard industrial classification (SIC)",
        "Næringsgruppering",
        ("Næringshovedområde", "Næring"),
        "Virksomheter etter det de for det meste driver med, fra jordbruk til tjenester.",
        8, BUSINESS, changed="2024-02-29T12:00:00.000+0000",
    ),
    MARITAL: Entry(
        "Standard for sivilstand", "Classification of marital status", "Sivilstand", ("Sivilstand",),
        "Stilling etter ekteskapsloven.", 1, changed="2019-06-14T09:05:00.000+0000",
    ),
    BYDEL: Entry(
        "Standard for bydelsinndeling", "Classification of city districts", "Bydelsinndeling", ("Bydel",),
        "De fire største kommunene er delt i bydeler.",
    ),
    FYLKE: Entry(
        "Standard for fylkesinndeling", "Classification of counties", "Fylkesinndeling", ("Fylke",),
        "Landet er delt i fylker, og de i kommuner.",
    ),
    REGION: Entry(
        "Standard for økonomiske regioner", "Classification of economic regions", "Økonomiske regioner", ("Region",),
        "Kommuner som hører sammen i arbeid og handel.",
    ),
    KOSTRA: Entry(
        "KOSTRA kommunegrupper", "KOSTRA groups of municipalities", "KOSTRA kommunegrupper", ("Kommunegruppe",),
        "Kommuner gruppert etter folkemengde, bundne kostnader og frie inntekter.", 12, ACCOUNTS, "Kodeliste",
        "2023-06-14T08:00:00.000+0000", ("nb", "nn"),
    ),
    CENTRALITY: Entry(
        "Standard for sentralitet", "Classification of centrality", "Sentralitet", ("Sentralitet",),
        "Kommuner i seks grupper etter reisetid til arbeidsplasser og tjenester.", changed="2024-03-01T08:00:00.000+0000",
    ),
    KOMMUNE: Entry(
        "Standard for kommuneinndeling", "Classification of municipalities", "Kommuneinndeling", ("Kommune",),
        "Landets kommuner, fra 1838 til i dag.",
    ),
    LEVEKAR: Entry(
        "Standard for levekårssoner", "Classification of living condition zones", "Levekårssoner", ("Levekårssone",),
        "Grunnkretser lagt sammen til soner for statistikk over levekår i noen kommuner.",
        changed="2024-01-31T08:00:00.000+0000", published=("nb",),
    ),
}  # fmt: skip
