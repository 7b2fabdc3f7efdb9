"""Whole records of data sets as ISO 19139, with translations, links without address, and persons."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from .datasets import DataSet

CODES = "http://standards.iso.org/ittf/PubliclyAvailableStandards/ISO_19139_Schemas/resources/codelist/ML_gmxCodelists.xml"
NAMES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "gmd": "http://www.isotc211.org/2005/gmd",
        "gco": "http://www.isotc211.org/2005/gco",
        "gmx": "http://www.isotc211.org/2005/gmx",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
OPEN = "http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations"


def record(dataset: DataSet | None) -> str:
    """Write the record of a data set of boundaries; "" for none."""
    return _record(dataset) if dataset else ""


def _record(dataset: DataSet) -> str:
    about = (
        f"<gmd:citation><gmd:CI_Citation>{_text('title', dataset.title, dataset.title.replace('enheter', 'units'))}"
        f"{_date('2007-01-01', 'publication')}{_date(dataset.updated, 'revision')}</gmd:CI_Citation></gmd:citation>"
        f"{_text('abstract', f'Inndelingen per 1.1.{dataset.year}.')}"
        f"{_party('Kari Nordmann', 'Kartverket', 'owner')}{_party('', 'Geonorge', 'pointOfContact')}"
        f"<gmd:descriptiveKeywords><gmd:MD_Keywords>{_text('keyword', 'Administrative inndelinger', 'Administrative units')}"
        "</gmd:MD_Keywords></gmd:descriptiveKeywords>"
        f"{_constraint('accessConstraints', OPEN, 'Åpne data')}"
        f"{_constraint('useConstraints', LICENCE, 'Creative Commons BY 4.0 (CC BY 4.0)')}{_box(2, 57, 33, 72)}"
    )
    links = [
        _link("WWW:LINK-1.0-http--related", "", "produktark"),
        _link("GEONORGE:DOWNLOAD", "https://nedlasting.geonorge.no/api/capabilities/", ""),
    ]
    return (
        f"<gmd:MD_Metadata {NAMES}>{_text('fileIdentifier', dataset.uuid)}"
        f"<gmd:dateStamp><gco:Date>{dataset.updated}</gco:Date></gmd:dateStamp>"
        "<gmd:referenceSystemInfo><gmd:MD_ReferenceSystem><gmd:referenceSystemIdentifier><gmd:RS_Identifier><gmd:code>"
        '<gmx:Anchor xlink:href="http://www.opengis.net/def/crs/EPSG/0/25833">EPSG:25833</gmx:Anchor></gmd:code>'
        "</gmd:RS_Identifier></gmd:referenceSystemIdentifier></gmd:MD_ReferenceSystem></gmd:referenceSystemInfo>"
        f"<gmd:identificationInfo><gmd:MD_DataIdentification>{about}</gmd:MD_DataIdentification></gmd:identificationInfo>"
        "<gmd:distributionInfo><gmd:MD_Distribution><gmd:transferOptions><gmd:MD_DigitalTransferOptions>"
        f"{''.join(links)}</gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo>"
        "</gmd:MD_Metadata>"
    )


def _text(name: str, words: str, english: str = "") -> str:
    """A text; with a translation beside it, as most have."""
    inner = f"<gco:CharacterString>{escape(words)}</gco:CharacterString>" if words else ""
    if not english:
        return f"<gmd:{name}>{inner}</gmd:{name}>"
    other = f'<gmd:LocalisedCharacterString locale="#ENG">{escape(english)}</gmd:LocalisedCharacterString>'
    free = f"<gmd:PT_FreeText><gmd:textGroup>{other}</gmd:textGroup></gmd:PT_FreeText>"
    return f'<gmd:{name} xsi:type="gmd:PT_FreeText_PropertyType">{inner}{free}</gmd:{name}>'


def _date(day: str, kind: str) -> str:
    code = f'<gmd:CI_DateTypeCode codeList="{CODES}#CI_DateTypeCode" codeListValue="{kind}"/>'
    date = f"<gmd:date><gco:Date>{day}</gco:Date></gmd:date><gmd:dateType>{code}</gmd:dateType>"
    return f"<gmd:date><gmd:CI_Date>{date}</gmd:CI_Date></gmd:date>"


def _party(person: str, organisation: str, role: str) -> str:
    code = f'<gmd:role><gmd:CI_RoleCode codeList="{CODES}#CI_RoleCode" codeListValue="{role}"/></gmd:role>'
    named = _text("individualName", person) + _text("organisationName", organisation)
    party = f"<gmd:CI_ResponsibleParty>{named}{code}</gmd:CI_ResponsibleParty>"
    return f"<gmd:pointOfContact>{party}</gmd:pointOfContact>"


def _constraint(kind: str, address: str, words: str) -> str:
    code = f'<gmd:MD_RestrictionCode codeList="{CODES}#MD_RestrictionCode" codeListValue="otherRestrictions"/>'
    anchor = f"<gmx:Anchor xlink:href={quoteattr(address)}>{escape(words)}</gmx:Anchor>"
    legal = f"<gmd:{kind}>{code}</gmd:{kind}><gmd:otherConstraints>{anchor}</gmd:otherConstraints>"
    return f"<gmd:resourceConstraints><gmd:MD_LegalConstraints>{legal}</gmd:MD_LegalConstraints></gmd:resourceConstraints>"


def _box(west: int, south: int, east: int, north: int) -> str:
    sides = {"westBoundLongitude": west, "eastBoundLongitude": east, "southBoundLatitude": south, "northBoundLatitude": north}
    box = "".join(f"<gmd:{name}><gco:Decimal>{value}.00</gco:Decimal></gmd:{name}>" for name, value in sides.items())
    box = f"<gmd:EX_GeographicBoundingBox>{box}</gmd:EX_GeographicBoundingBox>"
    return f"<gmd:extent><gmd:EX_Extent><gmd:geographicElement>{box}</gmd:geographicElement></gmd:EX_Extent></gmd:extent>"


def _link(protocol: str, address: str, name: str) -> str:
    linkage = f"<gmd:linkage><gmd:URL>{address}</gmd:URL></gmd:linkage>" if address else "<gmd:linkage/>"
    resource = f"{linkage}{_text('protocol', protocol)}{_text('name', name)}"
    return f"<gmd:onLine><gmd:CI_OnlineResource>{resource}</gmd:CI_OnlineResource></gmd:onLine>"
