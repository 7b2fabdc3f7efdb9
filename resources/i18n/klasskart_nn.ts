<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nn">
<context>
    <name>About</name>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n kode</numerusform>
            <numerusform>%n kodar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s): {}</source>
        <translation>
            <numerusform>%n nivå: {}</numerusform>
            <numerusform>%n nivå: {}</numerusform>
        </translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifikasjon</translation>
    </message>
    <message>
        <source>Code list</source>
        <translation>Kodeliste</translation>
    </message>
    <message>
        <source>Derived from</source>
        <translation>Byggjer på</translation>
    </message>
    <message>
        <source>Divides</source>
        <translation>Deler inn</translation>
    </message>
    <message>
        <source>English</source>
        <translation>engelsk</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Sist endra</translation>
    </message>
    <message>
        <source>Legal base</source>
        <translation>Heimel</translation>
    </message>
    <message>
        <source>Names in {}</source>
        <translation>Namn på {}</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>Publikasjonar</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Ansvarleg</translation>
    </message>
    <message>
        <source>Valid {}</source>
        <translation>Gjeld {}</translation>
    </message>
    <message>
        <source>bokmål</source>
        <translation>bokmål</translation>
    </message>
    <message>
        <source>nynorsk</source>
        <translation>nynorsk</translation>
    </message>
</context>
<context>
    <name>AboutDrill</name>
    <message numerus="yes">
        <source>%n pair(s) are in the project as the table “{}”.</source>
        <translation>
            <numerusform>%n par ligg i prosjektet som tabellen «{}».</numerusform>
            <numerusform>%n par ligg i prosjektet som tabellen «{}».</numerusform>
        </translation>
    </message>
    <message>
        <source>About Klass {}</source>
        <translation>Om Klass {}</translation>
    </message>
    <message>
        <source>Add as Table</source>
        <translation>Legg til som tabell</translation>
    </message>
    <message>
        <source>Adds the pairs of this table to the project</source>
        <translation>Legg para i denne tabellen til i prosjektet</translation>
    </message>
    <message>
        <source>Could not be fetched</source>
        <translation>Kunne ikkje hentast</translation>
    </message>
    <message>
        <source>Fetching the pairs of {} …</source>
        <translation>Hentar para i {} …</translation>
    </message>
    <message>
        <source>Fetching what Klass says about {} …</source>
        <translation>Hentar det Klass seier om {} …</translation>
    </message>
    <message>
        <source>No network. What is told here is from {}.</source>
        <translation>Utan nett. Det som står her, er frå {}.</translation>
    </message>
    <message>
        <source>Show Codes</source>
        <translation>Vis kodar</translation>
    </message>
    <message>
        <source>Shows the codes of what is chosen, on a date on which it applies</source>
        <translation>Viser kodane i det som er valt, på ein dato det gjeld</translation>
    </message>
    <message>
        <source>The names are in {}: others are not published.</source>
        <translation>Namna er på {}: andre er ikkje publiserte.</translation>
    </message>
</context>
<context>
    <name>AboutPanel</name>
    <message>
        <source>Corrections</source>
        <translation>Rettingar</translation>
    </message>
    <message>
        <source>Klass has no version of this.</source>
        <translation>Klass har inga utgåve av denne.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Opne i nettlesaren</translation>
    </message>
    <message>
        <source>The CSV is written in Latin-1, where Sámi letters such as š and đ become question marks. JSON and XML have them all.</source>
        <translation>CSV-en er skriven i Latin-1, der samiske bokstavar som š og đ blir spørjeteikn. JSON og XML har alle.</translation>
    </message>
    <message>
        <source>The page of the classification at Statistics Norway</source>
        <translation>Sida til klassifikasjonen hos SSB</translation>
    </message>
    <message>
        <source>What is chosen above, as {} from the service</source>
        <translation>Det som er valt over, som {} frå tenesta</translation>
    </message>
</context>
<context>
    <name>AboutTree</name>
    <message>
        <source>Change tables</source>
        <translation>Endringar mellom utgåver</translation>
    </message>
    <message>
        <source>Correspondence tables</source>
        <translation>Kodar side om side</translation>
    </message>
    <message>
        <source>Fetching …</source>
        <translation>Hentar …</translation>
    </message>
    <message>
        <source>No variants and no tables</source>
        <translation>Ingen variantar og ingen tabellar</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gjeld</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Variantar</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Utgåve</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Utgåver</translation>
    </message>
</context>
<context>
    <name>Algorithms</name>
    <message>
        <source>A day on which all codes applied; empty where there is none</source>
        <translation>Ein dag alle kodane gjaldt, tom der det ikkje finst nokon</translation>
    </message>
    <message>
        <source>A number in Klass, or grunnkrets, delomrade, kommune, fylke or bydel.</source>
        <translation>Eit nummer i Klass, eller grunnkrets, delomrade, kommune, fylke eller bydel.</translation>
    </message>
    <message>
        <source>A number in Klass, or grunnkrets, delomrade, kommune, fylke or bydel. With a table it only explains what does not match.</source>
        <translation>Eit nummer i Klass, eller grunnkrets, delomrade, kommune, fylke eller bydel. Med ein tabell forklarer han berre det som ikkje passar.</translation>
    </message>
    <message>
        <source>A number or a name: 0301, Oslo.</source>
        <translation>Eit nummer eller eit namn: 0301, Oslo.</translation>
    </message>
    <message>
        <source>A table of yours whose columns are joined by the same cleaning, such as figures.</source>
        <translation>Ein eigen tabell med til dømes tal. Kolonnane blir kopla på med den same vaskinga av kodane.</translation>
    </message>
    <message>
        <source>A table with the fields {}.</source>
        <translation>Ein tabell med felta {}.</translation>
    </message>
    <message>
        <source>Adds the code and attributes from Klass (Statistics Norway) to every feature, or columns of a table of yours.

Field, classification and level are found by what matches, unless they are given. Codes are matched as text after cleaning: lost leading zeros (301), blanks, prefixes (K-0301), and the first digits of longer codes where the classification is of a higher level.

The report lists what did not match and why: expired codes with their successors, codes that are no places, values that are no codes, codes without a feature, and doubled codes. Where nothing matches there is no output.</source>
        <translation>Gir kvart objekt koden og kolonner frå Klass (Statistisk sentralbyrå), eller kolonner frå ein tabell du har sjølv.

Felt, klassifikasjon og nivå blir funne av det som passar, når du ikkje oppgir dei. Kodane blir samanlikna som tekst etter opprydding: nullar som manglar framfor (301), mellomrom, prefiks (K-0301), og dei første siffera i lengre kodar når klassifikasjonen er på eit høgare nivå.

Rapporten viser kva som ikkje passa, og kvifor: utgåtte kodar med det dei vart til, kodar som ikkje er stader, verdiar som ikkje er kodar, kodar utan objekt, og same kode fleire gonger. Når ingenting passar, blir det ikkje laga noko lag.</translation>
    </message>
    <message>
        <source>Adds to every row the code that applies on the second date, its name, what happened (unchanged, renamed, renumbered, merged, split, ended or unknown) and the way from code to code.

Without a first date each code starts on the last day on which it applied: so columns that mix divisions can be changed at once. The second date may be the earlier one.

A code that was split is never assigned by guessing: it is left empty, or kept as it is. A table of choices with the fields old_code, new_code and weight settles it. With weights a figure is shared out, and the heaviest is the new code.

With fields to add up there is one row for each new code: figures added up, shapes dissolved. That is refused where a code was split and no choice says how to share its figure.

Data: Statistics Norway, CC BY 4.0.</source>
        <translation>Gir kvar rad koden som gjeld på den andre datoen, namnet på han, kva som hende (unchanged: uendra, renamed: nytt namn, renumbered: nytt nummer, merged: slått saman, split: delt, ended: utgått, unknown: ukjend) og vegen frå kode til kode.

Utan ein første dato byrjar kvar kode på den siste dagen han gjaldt. Slik kan felt som blandar inndelingar, bytast på éin gong. Den andre datoen kan vere den tidlegaste.

Ein kode som er delt, blir aldri gjetta: han blir ståande tom, eller blir som han er. Ein tabell med val, med felta old_code, new_code og weight, avgjer det. Med vekter blir talet fordelt, og den tyngste blir den nye koden.

Med felt som skal leggjast saman, blir det éi rad for kvar ny kode: tala lagde saman, formene slått saman. Det blir ikkje gjort når ein kode er delt og ingen val seier korleis talet skal fordelast.

Data: Statistisk sentralbyrå, CC BY 4.0.</translation>
    </message>
    <message>
        <source>After (empty: today)</source>
        <translation>Etter (tom: i dag)</translation>
    </message>
    <message>
        <source>Also code lists</source>
        <translation>Også kodelister</translation>
    </message>
    <message>
        <source>Also codes that are not valid yet</source>
        <translation>Også kodar som ikkje gjeld enno</translation>
    </message>
    <message>
        <source>Any will do: what Geonorge does not offer is reprojected here.</source>
        <translation>Alle går. Det som Geonorge ikkje tilbyr, blir rekna om her.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Attributes from Klass</source>
        <translation>Kolonner frå Klass</translation>
    </message>
    <message>
        <source>Bokmål, nynorsk or English. What is not published in it comes in bokmål, with a warning.</source>
        <translation>Bokmål, nynorsk eller engelsk. Det som ikkje er publisert på språket, kjem på bokmål, med eit varsel.</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Grenser</translation>
    </message>
    <message>
        <source>Boundaries of a year</source>
        <translation>Grenser frå eit år</translation>
    </message>
    <message>
        <source>Boundaries of fylker, kommuner, delområder, grunnkretser or bydeler from Geonorge.</source>
        <translation>Grenser for fylke, kommunar, delområde, grunnkrinsar eller bydelar frå Geonorge.</translation>
    </message>
    <message>
        <source>CRS (empty: suited to the area)</source>
        <translation>KRS (tomt: passar området)</translation>
    </message>
    <message>
        <source>Carries a column of codes from one division to another, and says what became of each.</source>
        <translation>Fører eit felt med kodar frå ei inndeling til ei anna, og seier kva kvar kode vart til.</translation>
    </message>
    <message>
        <source>Change codes to another date</source>
        <translation>Byt kodar til ein annan dato</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Endringar</translation>
    </message>
    <message>
        <source>Changes between two dates</source>
        <translation>Endringar mellom to datoar</translation>
    </message>
    <message>
        <source>Choices (old_code, new_code, weight)</source>
        <translation>Val (old_code, new_code, weight)</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifikasjon</translation>
    </message>
    <message>
        <source>Classification (empty: found)</source>
        <translation>Klassifikasjon (tom: den som passar)</translation>
    </message>
    <message>
        <source>Classification of the best division</source>
        <translation>Klassifikasjonen til den beste inndelinga</translation>
    </message>
    <message>
        <source>Classifications</source>
        <translation>Klassifikasjonar</translation>
    </message>
    <message>
        <source>Coast</source>
        <translation>Kyst</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Kodar</translation>
    </message>
    <message>
        <source>Codes grouped in another way, by a variant that the version of the date has.</source>
        <translation>Kodar grupperte på ein annan måte, med ein variant som finst på datoen.</translation>
    </message>
    <message>
        <source>Codes in Klass</source>
        <translation>Kodar i Klass</translation>
    </message>
    <message>
        <source>Codes of</source>
        <translation>Kodar i</translation>
    </message>
    <message>
        <source>Codes of a classification in SSB's Klass that apply on a date or in a period.</source>
        <translation>Kodar i ein klassifikasjon i Klass hos SSB som gjeld på ein dato eller i ein periode.</translation>
    </message>
    <message>
        <source>Codes of the table without a unit</source>
        <translation>Kodar i tabellen utan eining</translation>
    </message>
    <message>
        <source>Codes of two classifications side by side</source>
        <translation>Kodar i to klassifikasjonar side om side</translation>
    </message>
    <message>
        <source>Codes on a date</source>
        <translation>Kodar på ein dato</translation>
    </message>
    <message>
        <source>Codes without a feature</source>
        <translation>Kodar utan objekt</translation>
    </message>
    <message>
        <source>Codes, beginnings and ranges with commas between: 0301, 11*, 3001-3099.</source>
        <translation>Kodar, byrjingar og område med komma mellom: 0301, 11*, 3001-3099.</translation>
    </message>
    <message>
        <source>Columns of the table (empty: all)</source>
        <translation>Kolonner i tabellen (tomt: alle)</translation>
    </message>
    <message>
        <source>Compares a column with the codes of all years in Klass (Statistics Norway). Without a field the one that holds codes is found.

The table has a row for each division with the share of the different codes that applied then, the best first; date_to is the first day after it. Below come the problems, with how many values have each, an example and what it should be: lost zeros, values that are not written as codes, unknown codes, codes that occur twice, names instead of codes, codes that look like those of another classification, and codes that are not places.

The report is the same as a page to print or send. Nothing is changed in the layer.</source>
        <translation>Samanliknar eit felt med kodane frå alle år i Klass (Statistisk sentralbyrå). Når du ikkje oppgir eit felt, blir det som inneheld kodar, funne.

Tabellen har ei rad for kvar inndeling med delen av dei ulike kodane som gjaldt då, den beste først; date_to er den første dagen etter. Under kjem det som bør rettast, med kor mange verdiar det gjeld, eit døme og kva det skulle vere: nullar som manglar framfor, verdiar som ikkje er skrivne som kodar, ukjende kodar, kodar som står fleire gonger, namn i staden for kodar, kodar som liknar dei i ein annan klassifikasjon, og kodar som ikkje er stader.

Rapporten er det same som ei side du kan skrive ut eller sende. Ingenting blir endra i laget.</translation>
    </message>
    <message>
        <source>Correspondence</source>
        <translation>Kodar side om side</translation>
    </message>
    <message>
        <source>Counts what some kommuner publish in each catalogue.</source>
        <translation>Tel det nokre kommunar gir ut i kvar katalog.</translation>
    </message>
    <message>
        <source>Date (empty: today)</source>
        <translation>Dato (tom: i dag)</translation>
    </message>
    <message>
        <source>Diagnose a column of codes</source>
        <translation>Sjekk eit felt med kodar</translation>
    </message>
    <message>
        <source>Diagnoses the codes of a table, changes them to those that apply on a date, gets the boundaries of its year and joins the table to them.

Where codes were merged, name the fields to add up: there is one row for each new code then. A code that was split is never assigned by guessing: its figures are left out, and the report says so.

This is a model. It lies in the plugin's folder as resources/models/map.model3: open it in the model designer to make your own of it.

Data: Statistics Norway, © Kartverket, CC BY 4.0.</source>
        <translation>Sjekkar kodane i ein tabell, byter dei til dei som gjeld på ein dato, hentar grensene for året og koplar tabellen til dei.

Der kodar er slått saman, vel du felta som skal leggjast saman. Då blir det éi rad for kvar ny kode. Ein kode som er delt, blir aldri plassert ved gjetting: Tala blir utelatne, og rapporten seier det.

Dette er ein modell. Han ligg i mappa til programtillegget som resources/models/map.model3. Opne han i modellbyggjaren for å lage din eigen av han.

Data: Statistisk sentralbyrå, © Kartverket, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Sjekk</translation>
    </message>
    <message>
        <source>Every feature of the layer, with the new fields; empty where nothing matched.</source>
        <translation>Alle objekta i laget, med dei nye felta, tomme der ingenting passa.</translation>
    </message>
    <message>
        <source>Extent (empty: all of the area)</source>
        <translation>Utsnitt (tomt: heile området)</translation>
    </message>
    <message>
        <source>Features with a code</source>
        <translation>Objekt med kode</translation>
    </message>
    <message>
        <source>Features without a code</source>
        <translation>Objekt utan kode</translation>
    </message>
    <message>
        <source>Field of codes</source>
        <translation>Felt med kodar</translation>
    </message>
    <message>
        <source>Field of codes (empty: found)</source>
        <translation>Felt med kodar (tomt: det som passar)</translation>
    </message>
    <message>
        <source>Fields to add up</source>
        <translation>Felt som skal leggjast saman</translation>
    </message>
    <message>
        <source>Find classifications</source>
        <translation>Finn klassifikasjonar</translation>
    </message>
    <message>
        <source>For dates whose version is published, and not valid before then.</source>
        <translation>For datoar der kodane er publiserte, men ikkje gjeld enno.</translation>
    </message>
    <message>
        <source>From a table with codes and figures to a map of them, in one step.</source>
        <translation>Frå ein tabell med kodar og tal til eit kart over dei, i eitt steg.</translation>
    </message>
    <message>
        <source>From codes on (empty: each from its last day)</source>
        <translation>Frå dato (tom: den siste dagen kvar kode gjaldt)</translation>
    </message>
    <message>
        <source>Gets boundaries from Geonorge: the division valid on 1 January of a year, for the whole country, fylker (2 digits) or kommuner (4 digits).

Delområder and bydeler are put together from grunnkretser as Klass has it.

Without a year it is the newest division that is valid today; next year's can be had once it is published. Without a CRS it is the UTM zone that suits the area. What has been fetched before is used again while nothing newer exists.

As registered, units reach out to sea to the territorial limit: right for area and for places at sea. Without the sea they follow the coast: right for maps of land and people. Shapes that Geonorge has without sea are taken where there are any of the year; else the coastline of N250 or N1000 map data cuts.

Data: © Kartverket, CC BY 4.0.</source>
        <translation>Hentar grenser frå Geonorge: inndelinga som gjaldt 1. januar eit år, for heile landet, fylke (2 siffer) eller kommunar (4 siffer).

Delområde og bydelar blir sette saman av grunnkrinsar slik Klass har dei.

Utan årgang er det den nyaste inndelinga som gjeld i dag; inndelinga for neste år kan hentast når ho er publisert. Utan KRS er det UTM-sona som passar området. Det som er henta før, blir brukt igjen så lenge det ikkje finst noko nyare.

Slik einingane er registrerte, går dei ut i sjøen til territorialgrensa: det passar for areal og for stader til havs. Utan sjøen følgjer dei kysten: det passar for kart over land og folk. Har Geonorge former utan sjø for årgangen, blir dei brukte; elles blir det klipt med kystlinja i N250 eller N1000 kartdata.

Data: © Kartverket, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Join codes</source>
        <translation>Kople kodar</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Kopla</translation>
    </message>
    <message>
        <source>Joins codes of SSB's Klass, or the columns of a table, to the features of a layer.</source>
        <translation>Koplar kodar frå Klass hos SSB, eller kolonnene i ein tabell, til objekta i eit lag.</translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Kommuner</source>
        <translation>Kommunar</translation>
    </message>
    <message>
        <source>Language of names</source>
        <translation>Språk for namn</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Lag</translation>
    </message>
    <message>
        <source>Left empty, it is the field whose values fit those of the layer.</source>
        <translation>Står det tomt, blir feltet med verdiar som passar til laget brukt.</translation>
    </message>
    <message>
        <source>Level (empty: all)</source>
        <translation>Nivå (tomt: alle)</translation>
    </message>
    <message>
        <source>Level (empty: found)</source>
        <translation>Nivå (tomt: det som passar)</translation>
    </message>
    <message>
        <source>Level of the best division</source>
        <translation>Nivået til den beste inndelinga</translation>
    </message>
    <message>
        <source>Lists the classifications in SSB's Klass, or finds some by words.</source>
        <translation>Viser klassifikasjonane i Klass hos SSB, eller finn nokre av dei med ord.</translation>
    </message>
    <message>
        <source>Lists what a kommune publishes, whichever catalogue holds it.</source>
        <translation>Listar opp det ein kommune gir ut, uansett kva katalog det står i.</translation>
    </message>
    <message>
        <source>Lists what became of the codes of a classification in SSB's Klass between two dates.</source>
        <translation>Viser kva kodane i ein klassifikasjon i Klass hos SSB vart til mellom to datoar.</translation>
    </message>
    <message>
        <source>Lists which codes of one classification in SSB's Klass go with which of another.</source>
        <translation>Viser kva kodar i éin klassifikasjon i Klass hos SSB som høyrer saman med kva kodar i ein annan.</translation>
    </message>
    <message>
        <source>Makes a table of everything that took effect after the first date, up to and including the second: renamed, renumbered, merged, split, rearranged (several into several), new and ended codes.

The kind is judged by all rows of a day that hang together. A code that takes others in and keeps its number is part of the merge. Where Klass has no table for some day, a warning says so and the rest is shown.

Data: Statistics Norway, CC BY 4.0.</source>
        <translation>Lagar ein tabell med alt som tok til å gjelde etter den første datoen, til og med den andre: kodar med nytt namn eller nytt nummer, slått saman, delte, omfordelte (fleire til fleire), nye og utgåtte.

Kva som hende, blir vurdert etter alle radene frå same dag som heng saman. Ein kode som tek opp andre og held på nummeret sitt, er ein del av samanslåinga. Når Klass ikkje har nokon tabell for ein dag, får du eit varsel, og resten er med.

Data: Statistisk sentralbyrå, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Makes a table of the classifications in Klass (Statistics Norway), all of them or those found by words or by a number, the best first. Each comes once, though the search answers in several languages.

Code lists are smaller classifications for a single statistic. What a search does not say is empty.

Data: Statistics Norway, CC BY 4.0.</source>
        <translation>Lagar ein tabell med klassifikasjonane i Klass (Statistisk sentralbyrå), alle eller dei som blir funne med ord eller eit nummer, den beste først. Kvar av dei står éin gong, sjølv om søket svarar på fleire språk.

Kodelister er mindre klassifikasjonar for éin enkelt statistikk. Det søket ikkje seier noko om, står tomt.

Data: Statistisk sentralbyrå, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Makes a table of the codes of a classification in Klass (Statistics Norway) that apply on a date: kommuner, fylker, bydeler, grunnkretser and delområder by name, any other by its number.

With a second date the table has every code that applied at some time from the first date up to the day before the second; valid_from and valid_to then say when. valid_to is the first day on which it no longer applies.

Codes are text. Data: Statistics Norway, CC BY 4.0.</source>
        <translation>Lagar ein tabell med kodane i ein klassifikasjon i Klass (Statistisk sentralbyrå) som gjeld på ein dato: kommunar, fylke, bydelar, grunnkrinsar og delområde med namn, alle andre med nummeret sitt.

Med ein andre dato får tabellen kvar kode som gjaldt på eit tidspunkt frå den første datoen til dagen før den andre; valid_from og valid_to seier då når. valid_to er den første dagen koden ikkje gjeld lenger.

Kodar er tekst. Data: Statistisk sentralbyrå, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Makes a table of the correspondence between two classifications in Klass (Statistics Norway), such as kommune and fylke, grunnkrets and bydel, or kommune and economic region (108), in either direction.

With a second date the table has every pair that applied at some time from the first date up to the day before the second, and when: valid_to is the first day on which it no longer applied.

Data: Statistics Norway, CC BY 4.0.</source>
        <translation>Lagar ein tabell over kva kodar i to klassifikasjonar i Klass (Statistisk sentralbyrå) som høyrer saman, til dømes kommune og fylke, grunnkrins og bydel, eller kommune og økonomisk region (108), begge vegar.

Med ein andre dato får tabellen kvart par som gjaldt på eit tidspunkt frå den første datoen til dagen før den andre, og når: valid_to er den første dagen det ikkje gjaldt lenger.

Data: Statistisk sentralbyrå, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Makes a table of the data sets that a kommune publishes in Geonorge, data.norge.no and its own portals (CKAN, ArcGIS Hub). A data set that stands in several of them is one row, and catalogues says in which.

What can be put on the map comes first. With all data sets, why_not says what stands in the way: restricted, untrusted (an address on a private network), no_place (a table without coordinates or codes), format, page, no_format or no_address.

A kommune of before a reform stands for what it became. A catalogue that can't be asked is named in a warning; most kommuner publish little, and then the table is empty.</source>
        <translation>Lagar ein tabell over datasetta ein kommune gir ut i Geonorge, data.norge.no og sine eigne portalar (CKAN, ArcGIS Hub). Eit datasett som står i fleire av dei, er éi rad, og catalogues seier i kva for nokre.

Det som kan leggjast i kartet, kjem først. Med alle datasett seier why_not kva som er i vegen: restricted (avgrensa), untrusted (ei adresse på eit privat nett), no_place (ein tabell utan koordinatar eller kodar), format, page (ei nettside), no_format eller no_address.

Ein kommune frå før ei reform står for den han vart til. Ein katalog som ikkje kan spørjast, blir nemnd i ei åtvaring; dei fleste kommunar gir ut lite, og då er tabellen tom.</translation>
    </message>
    <message>
        <source>Makes a table with a row for each kommune: how many data sets Geonorge, data.norge.no, CKAN portals and ArcGIS Hub portals list of it. 0 means that nothing is published there, empty that the catalogue could not be asked.

A data set may stand in several catalogues, so the counts can't be added up. data.norge.no takes ten questions a minute and each kommune is two, so many kommuner take their time.</source>
        <translation>Lagar ein tabell med ei rad for kvar kommune: kor mange datasett Geonorge, data.norge.no, CKAN-portalar og ArcGIS Hub-portalar har frå han. 0 betyr at ingenting er gitt ut der, tomt at katalogen ikkje kunne spørjast.

Eit datasett kan stå i fleire katalogar, så tala kan ikkje leggjast saman. data.norge.no tek imot ti spørsmål i minuttet, og kvar kommune er to, så mange kommunar tek tid.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kart</translation>
    </message>
    <message>
        <source>Map of a table of codes</source>
        <translation>Kart av ein tabell med kodar</translation>
    </message>
    <message>
        <source>Map services, and files with coordinates or codes. Otherwise all data sets, with why_not for the rest.</source>
        <translation>Karttenester, og filer med koordinatar eller kodar. Elles alle datasett, der why_not seier kva som er i vegen.</translation>
    </message>
    <message>
        <source>New code of what was split</source>
        <translation>Ny kode for det som er delt</translation>
    </message>
    <message>
        <source>Number of codes</source>
        <translation>Talet på kodar</translation>
    </message>
    <message>
        <source>Number of features</source>
        <translation>Talet på objekt</translation>
    </message>
    <message>
        <source>Number of rows</source>
        <translation>Talet på rader</translation>
    </message>
    <message>
        <source>Numbers of fylker and kommuner with commas between; 0000 is the whole country.</source>
        <translation>Nummer på fylke og kommunar med komma mellom; 0000 er heile landet.</translation>
    </message>
    <message>
        <source>Numbers or names with commas between: 0301, Bergen.</source>
        <translation>Nummer eller namn med komma mellom: 0301, Bergen.</translation>
    </message>
    <message>
        <source>Numbers stay numbers.</source>
        <translation>Tal blir verande tal.</translation>
    </message>
    <message>
        <source>Of name, level, parent_code, parent_name, short_name, presentation_name, valid_from, valid_to and notes, with commas between. to:104 adds the code and name in another classification; several go, too: to:104,to:108. Where a code has several there, all of them are given, with semicolons between.</source>
        <translation>Av name, level, parent_code, parent_name, short_name, presentation_name, valid_from, valid_to og notes, med komma mellom. to:104 gir kode og namn i ein annan klassifikasjon; fleire går også an: to:104,to:108. Der ein kode har fleire, står alle, med semikolon mellom.</translation>
    </message>
    <message>
        <source>One feature for each unit, with its number and name in fields such as kommunenummer and kommunenavn.</source>
        <translation>Eitt objekt for kvar eining, med nummer og namn i felt som kommunenummer og kommunenavn.</translation>
    </message>
    <message>
        <source>Only these codes</source>
        <translation>Berre desse kodane</translation>
    </message>
    <message>
        <source>Only units that the extent meets, each of them whole.</source>
        <translation>Berre einingar som utsnittet rører ved, kvar av dei heil.</translation>
    </message>
    <message>
        <source>Only what can be put on the map</source>
        <translation>Berre det som kan leggjast i kartet</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Opne data</translation>
    </message>
    <message>
        <source>Open data of a kommune</source>
        <translation>Opne data frå ein kommune</translation>
    </message>
    <message>
        <source>Open data of several kommuner, counted</source>
        <translation>Opne data frå fleire kommunar, talde opp</translation>
    </message>
    <message>
        <source>Open data, counted</source>
        <translation>Opne data, talde opp</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parametrar</translation>
    </message>
    <message>
        <source>Prefix of the new fields</source>
        <translation>Prefiks for dei nye felta</translation>
    </message>
    <message>
        <source>Presentation names</source>
        <translation>Presentasjonsnamn</translation>
    </message>
    <message>
        <source>Recoded</source>
        <translation>Med nye kodar</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Rows with status {}</source>
        <translation>Rader med status {}</translation>
    </message>
    <message>
        <source>Says for codes that were split which new code is meant, or how a figure is shared out.</source>
        <translation>Seier for kodar som er delte, kva for ein ny kode som er meint, eller korleis eit tal skal fordelast.</translation>
    </message>
    <message>
        <source>Share of the codes in the best division</source>
        <translation>Delen av kodane i den beste inndelinga</translation>
    </message>
    <message>
        <source>Smaller lists, made for a single statistic.</source>
        <translation>Mindre lister, laga for éin enkelt statistikk.</translation>
    </message>
    <message>
        <source>Stands before the names of the fields from Klass, so that none is taken twice.</source>
        <translation>Står framfor namna på felta frå Klass, så ingen namn blir brukte to gonger.</translation>
    </message>
    <message>
        <source>Table instead of Klass</source>
        <translation>Tabell i staden for Klass</translation>
    </message>
    <message>
        <source>Table of codes</source>
        <translation>Tabell med kodar</translation>
    </message>
    <message>
        <source>Tells which classification and years the codes of a column belong to, and what to mend.</source>
        <translation>Seier kva klassifikasjon og kva år kodane i eit felt høyrer til, og kva som bør rettast.</translation>
    </message>
    <message>
        <source>The boundaries with the columns of the table.</source>
        <translation>Grensene med kolonnane frå tabellen.</translation>
    </message>
    <message>
        <source>The codes become those of this day, and the boundaries are those of its year.</source>
        <translation>Kodane blir dei som gjeld denne dagen, og grensene er frå det året.</translation>
    </message>
    <message>
        <source>The codes that apply on this day. Text such as 2024-01-01 will do.</source>
        <translation>Kodane som gjeld denne dagen, gjerne skrive som 2024-01-01.</translation>
    </message>
    <message>
        <source>The day whose codes are wanted. It may be the earlier of the two.</source>
        <translation>Dagen kodane skal vere frå. Han kan vere den tidlegaste av dei to.</translation>
    </message>
    <message>
        <source>The day whose codes the field holds. Empty is right for a field with codes of several years.</source>
        <translation>Dagen kodane i feltet er frå. Tomt er rett for eit felt med kodar frå fleire år.</translation>
    </message>
    <message>
        <source>The diagnosis as a page to print or to send.</source>
        <translation>Resultatet som ei side du kan skrive ut eller sende.</translation>
    </message>
    <message>
        <source>The division valid on 1 January of this year, such as 2024.</source>
        <translation>Inndelinga som gjeld 1. januar dette året, til dømes 2024.</translation>
    </message>
    <message>
        <source>The field with the codes.</source>
        <translation>Feltet med kodane.</translation>
    </message>
    <message>
        <source>The field with the codes. Left empty, it is the one whose values are codes.</source>
        <translation>Feltet med kodane. Står det tomt, blir det som inneheld kodar brukt.</translation>
    </message>
    <message>
        <source>The layer or table with the codes. A selection of it will do.</source>
        <translation>Laget eller tabellen med kodane, gjerne berre dei valde objekta.</translation>
    </message>
    <message>
        <source>The model {} can't be read.</source>
        <translation>Modellen {} kan ikkje lesast.</translation>
    </message>
    <message>
        <source>The number of a level: 1 is the top. In Klass 1 delområder are level 1 and grunnkretser level 2.</source>
        <translation>Nummeret på eit nivå, der 1 er øvst. I Klass 1 er delområde nivå 1 og grunnkrinsar nivå 2.</translation>
    </message>
    <message>
        <source>The rows of the input with the fields {} added.</source>
        <translation>Radene i laget, med felta {} i tillegg.</translation>
    </message>
    <message>
        <source>The table covers the time up to the day before it. Without it: the first date alone.</source>
        <translation>Tabellen dekkjer tida fram til dagen før. Utan han: berre den første datoen.</translation>
    </message>
    <message>
        <source>The table with the codes of the date.</source>
        <translation>Tabellen med kodane frå datoen.</translation>
    </message>
    <message>
        <source>The table's field of codes (empty: found)</source>
        <translation>Feltet med kodar i tabellen (tomt: det som passar)</translation>
    </message>
    <message>
        <source>To codes on (empty: today)</source>
        <translation>Til dato (tom: i dag)</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Eining</translation>
    </message>
    <message>
        <source>Units as areas; fylkesgrense and kommunegrense are the border lines between them.</source>
        <translation>Einingar som flater. Med fylkesgrense og kommunegrense blir det linjene mellom dei.</translation>
    </message>
    <message>
        <source>Units of the map with a row of the table</source>
        <translation>Einingar i kartet som har ei rad i tabellen</translation>
    </message>
    <message>
        <source>Units of the map without one</source>
        <translation>Einingar i kartet utan rad</translation>
    </message>
    <message>
        <source>Up to and including (empty: today)</source>
        <translation>Til og med (tom: i dag)</translation>
    </message>
    <message>
        <source>Up to, but not including (empty: only that date)</source>
        <translation>Fram til, men ikkje med (tom: berre den datoen)</translation>
    </message>
    <message>
        <source>Variant (its name)</source>
        <translation>Variant (namnet på han)</translation>
    </message>
    <message>
        <source>What did not match, and why.</source>
        <translation>Det som ikkje passa, og kvifor.</translation>
    </message>
    <message>
        <source>What presentation_name is made by: {code}, {name} and {shortname}, also as {capitalize(name)}, {lowercase(name)} and {uppercase(name)}.</source>
        <translation>Det presentation_name blir laga av: {code}, {name} og {shortname}, også som {capitalize(name)}, {lowercase(name)} og {uppercase(name)}.</translation>
    </message>
    <message>
        <source>What the codes belong to.</source>
        <translation>Kva kodane høyrer til.</translation>
    </message>
    <message>
        <source>What the codes stand for, and what the map is made of.</source>
        <translation>Det kodane står for, og det kartet er laga av.</translation>
    </message>
    <message>
        <source>What took effect on this day is taken in.</source>
        <translation>Det som hende denne dagen, er med.</translation>
    </message>
    <message>
        <source>What took effect on this day itself is left out.</source>
        <translation>Det som hende denne dagen, er ikkje med.</translation>
    </message>
    <message>
        <source>With codes of</source>
        <translation>Med kodar i</translation>
    </message>
    <message>
        <source>With them there is one row for each new code.</source>
        <translation>Med dei blir det éi rad for kvar ny kode.</translation>
    </message>
    <message>
        <source>Words (empty: all)</source>
        <translation>Ord (tomt: alle)</translation>
    </message>
    <message>
        <source>Words of a name or a description, such as næring, or the number of a classification.</source>
        <translation>Ord i eit namn eller ei skildring, til dømes næring, eller nummeret på ein klassifikasjon.</translation>
    </message>
    <message>
        <source>Words of a title, a description or a keyword, as each catalogue searches for them.</source>
        <translation>Ord i ein tittel, ei skildring eller eit stikkord, slik kvar katalog søkjer.</translation>
    </message>
    <message>
        <source>Words or number (empty: all)</source>
        <translation>Ord eller nummer (tomt: alle)</translation>
    </message>
    <message>
        <source>Year (empty: the newest)</source>
        <translation>Årgang (tom: den nyaste)</translation>
    </message>
    <message>
        <source>Your own data</source>
        <translation>Dine eigne data</translation>
    </message>
    <message>
        <source>empty: none, until someone has said which. keep: the old code stays.</source>
        <translation>empty: ingen, til nokon har sagt kva for ein. keep: den gamle koden blir ståande.</translation>
    </message>
    <message>
        <source>sea: as registered, to the territorial limit. coast: without the sea.</source>
        <translation>sea: som registrert, til territorialgrensa. coast: utan sjøen.</translation>
    </message>
</context>
<context>
    <name>AreaBox</name>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Map Extent</source>
        <translation>Kartutsnittet</translation>
    </message>
    <message>
        <source>No fylke or kommune on this date is called “{}”</source>
        <translation>Ingen fylke eller kommunar denne datoen heiter «{}»</translation>
    </message>
    <message>
        <source>Point in Map …</source>
        <translation>Vel i kartet …</translation>
    </message>
    <message>
        <source>Several places are called “{}”: {}</source>
        <translation>Fleire stader heiter «{}»: {}</translation>
    </message>
    <message>
        <source>Whole country</source>
        <translation>Heile landet</translation>
    </message>
</context>
<context>
    <name>BoundaryForm</name>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Bydeler</source>
        <translation>Bydelar</translation>
    </message>
    <message>
        <source>CRS</source>
        <translation>KRS</translation>
    </message>
    <message>
        <source>Coast</source>
        <translation>Kyst</translation>
    </message>
    <message>
        <source>Coordinate System</source>
        <translation>Koordinatsystem</translation>
    </message>
    <message>
        <source>Delområder</source>
        <translation>Delområde</translation>
    </message>
    <message>
        <source>Delområder, bydeler, and borders as lines</source>
        <translation>Delområde, bydelar, og grenser som linjer</translation>
    </message>
    <message>
        <source>Fylke Borders</source>
        <translation>Fylkesgrenser</translation>
    </message>
    <message>
        <source>Fylker</source>
        <translation>Fylke</translation>
    </message>
    <message>
        <source>Geonorge's own files in a folder of yours: GeoJSON, GML, FGDB, SOSI or PostGIS</source>
        <translation>Filene frå Geonorge i ei mappe du vel: GeoJSON, GML, FGDB, SOSI eller PostGIS</translation>
    </message>
    <message>
        <source>Grunnkretser</source>
        <translation>Grunnkrinsar</translation>
    </message>
    <message>
        <source>Keep in</source>
        <translation>Lagre i</translation>
    </message>
    <message>
        <source>Kommune Borders</source>
        <translation>Kommunegrenser</translation>
    </message>
    <message>
        <source>Kommuner</source>
        <translation>Kommunar</translation>
    </message>
    <message>
        <source>Map Extent Only</source>
        <translation>Berre kartutsnittet</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Fleire</translation>
    </message>
    <message>
        <source>More Choices</source>
        <translation>Fleire val</translation>
    </message>
    <message>
        <source>Only those that the map shows a part of when you get them come into the layer, each of them whole.</source>
        <translation>Berre dei som kartet viser noko av når du hentar dei, kjem med i laget, kvar av dei heil.</translation>
    </message>
    <message>
        <source>Other CRS</source>
        <translation>Anna KRS</translation>
    </message>
    <message>
        <source>Save as Delivered…</source>
        <translation>Lagre som levert…</translation>
    </message>
    <message>
        <source>Several Kommuner</source>
        <translation>Fleire kommunar</translation>
    </message>
    <message>
        <source>Several kommuner</source>
        <translation>Fleire kommunar</translation>
    </message>
    <message>
        <source>Suited to the area</source>
        <translation>Passar området</translation>
    </message>
    <message>
        <source>Whole country</source>
        <translation>Heile landet</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Årgang</translation>
    </message>
    <message numerus="yes">
        <source>{} and %n more</source>
        <translation>
            <numerusform>{} og %n til</numerusform>
            <numerusform>{} og %n til</numerusform>
        </translation>
    </message>
    <message>
        <source>{}, suits the area</source>
        <translation>{}, passar området</translation>
    </message>
    <message>
        <source>{}, suits the whole country</source>
        <translation>{}, passar heile landet</translation>
    </message>
    <message>
        <source>{}, within the map extent</source>
        <translation>{}, innanfor kartutsnittet</translation>
    </message>
</context>
<context>
    <name>BoundaryRenewal</name>
    <message numerus="yes">
        <source>%n layer(s) could not be looked after and are as before.</source>
        <translation>
            <numerusform>%n lag kunne ikkje undersøkjast og er som før.</numerusform>
            <numerusform>%n lag kunne ikkje undersøkjast og er som før.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) now show newer boundaries.</source>
        <translation>
            <numerusform>%n lag viser no nyare grenser.</numerusform>
            <numerusform>%n lag viser no nyare grenser.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for newer boundaries …</source>
        <translation>Ser etter nyare grenser …</translation>
    </message>
    <message>
        <source>New tables, the older ones stay: {}</source>
        <translation>Nye tabellar, dei gamle blir ståande: {}</translation>
    </message>
    <message>
        <source>None of the layers holds boundaries that Klasskart fetched from Geonorge.</source>
        <translation>Ingen av laga har grenser som Klasskart har henta frå Geonorge.</translation>
    </message>
    <message>
        <source>There is nothing newer at Geonorge.</source>
        <translation>Geonorge har ikkje noko nyare.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
</context>
<context>
    <name>Browsed</name>
    <message>
        <source>Asking Geonorge for its years …</source>
        <translation>Spør Geonorge om årgangar …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Getting boundaries …</source>
        <translation>Hentar grenser …</translation>
    </message>
    <message>
        <source>Opening the map service …</source>
        <translation>Opnar karttenesta …</translation>
    </message>
    <message>
        <source>Reading the map service …</source>
        <translation>Les karttenesta …</translation>
    </message>
    <message>
        <source>Remove Again</source>
        <translation>Fjern igjen</translation>
    </message>
    <message>
        <source>{service} has no layer {name} any more.</source>
        <translation>{service} har ikkje laget {name} lenger.</translation>
    </message>
    <message>
        <source>{} is in the map.</source>
        <translation>{} er i kartet.</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>Add to Map</source>
        <translation>Legg til i kartet</translation>
    </message>
    <message>
        <source>Administrative units (Geonorge)</source>
        <translation>Administrative einingar (Geonorge)</translation>
    </message>
    <message>
        <source>Administrative units as features (Geonorge)</source>
        <translation>Administrative einingar som objekt (Geonorge)</translation>
    </message>
    <message>
        <source>Background maps (Kartverket)</source>
        <translation>Bakgrunnskart (Kartverket)</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Grenser</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favorittar</translation>
    </message>
    <message>
        <source>Find Other Years</source>
        <translation>Finn andre årgangar</translation>
    </message>
    <message>
        <source>Grunnkretser (Geonorge)</source>
        <translation>Grunnkrinsar (Geonorge)</translation>
    </message>
    <message>
        <source>Map Services</source>
        <translation>Karttenester</translation>
    </message>
    <message>
        <source>Read the Layers</source>
        <translation>Les laga</translation>
    </message>
    <message>
        <source>Remove from Favourites</source>
        <translation>Fjern frå favorittar</translation>
    </message>
    <message>
        <source>{units} as they were on 1.1.{year}, the whole country</source>
        <translation>{units} slik dei var 1.1.{year}, heile landet</translation>
    </message>
    <message>
        <source>{units} of {fylke} as they were on 1.1.{year}</source>
        <translation>{units} i {fylke} slik dei var 1.1.{year}</translation>
    </message>
    <message>
        <source>{} (not yet valid)</source>
        <translation>{} (gjeld ikkje enno)</translation>
    </message>
</context>
<context>
    <name>CatalogueLines</name>
    <message>
        <source>Ask {} Again</source>
        <translation>Spør {} igjen</translation>
    </message>
    <message>
        <source>asking …</source>
        <translation>spør …</translation>
    </message>
    <message>
        <source>not asked to the end</source>
        <translation>ikkje spurt ferdig</translation>
    </message>
</context>
<context>
    <name>ChangeDrill</name>
    <message numerus="yes">
        <source>%n choice(s) are taken from {}.</source>
        <translation>
            <numerusform>%n val er henta frå {}.</numerusform>
            <numerusform>%n val er henta frå {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding up …</source>
        <translation>Legg saman …</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle filer (*)</translation>
    </message>
    <message>
        <source>Load Choices</source>
        <translation>Hent val</translation>
    </message>
    <message>
        <source>Make New Layer</source>
        <translation>Lag nytt lag</translation>
    </message>
    <message>
        <source>Make New Table</source>
        <translation>Lag ny tabell</translation>
    </message>
    <message>
        <source>Reading the codes …</source>
        <translation>Les kodane …</translation>
    </message>
    <message>
        <source>Reading {} …</source>
        <translation>Les {} …</translation>
    </message>
    <message>
        <source>Save Choices</source>
        <translation>Lagre vala</translation>
    </message>
    <message>
        <source>Save List</source>
        <translation>Lagre lista</translation>
    </message>
    <message>
        <source>Saving the list …</source>
        <translation>Lagrar lista …</translation>
    </message>
    <message>
        <source>Tables ({})</source>
        <translation>Tabellar ({})</translation>
    </message>
    <message>
        <source>The choices are saved as {}.</source>
        <translation>Vala er lagra som {}.</translation>
    </message>
    <message>
        <source>The list is saved as {}.</source>
        <translation>Lista er lagra som {}.</translation>
    </message>
    <message>
        <source>The new layer was taken back.</source>
        <translation>Det nye laget vart teke bort.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>Writing codes …</source>
        <translation>Skriv kodar …</translation>
    </message>
    <message>
        <source>{name}, codes of {year}</source>
        <translation>{name}, kodar frå {year}</translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message>
        <source>A&amp;dd up</source>
        <translation>Legg sa&amp;man</translation>
    </message>
    <message>
        <source>Fields to add up</source>
        <translation>Felt som skal leggjast saman</translation>
    </message>
    <message>
        <source>Gives one row for each new code, with these figures added up</source>
        <translation>Gir éi rad for kvar ny kode, der desse tala er lagde saman</translation>
    </message>
    <message>
        <source>Load Choices…</source>
        <translation>Hent val…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Ingenting er endra enno.</translation>
    </message>
    <message>
        <source>SSB does not say which of the new codes your figures belong to. Choose one, or leave it empty.</source>
        <translation>SSB seier ikkje kva for ein av dei nye kodane tala dine høyrer til. Vel ein, eller lat han stå tom.</translation>
    </message>
    <message>
        <source>Save Choices…</source>
        <translation>Lagre vala…</translation>
    </message>
    <message>
        <source>Save List…</source>
        <translation>Lagre lista…</translation>
    </message>
    <message>
        <source>Save the list and choices</source>
        <translation>Lagre lista og vala</translation>
    </message>
    <message>
        <source>Save what becomes of each code, and your choices for what was split</source>
        <translation>Lagre kva kvar kode blir til, og vala dine for det som vart delt</translation>
    </message>
    <message>
        <source>Select Rows</source>
        <translation>Vel rader</translation>
    </message>
    <message>
        <source>Selects these rows in the layer</source>
        <translation>Vel desse radene i laget</translation>
    </message>
    <message numerus="yes">
        <source>Show %n More</source>
        <translation>
            <numerusform>Vis %n til</numerusform>
            <numerusform>Vis %n til</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message numerus="yes">
        <source>%n ended, and no code followed</source>
        <translation>
            <numerusform>%n er utgått, og ingen kode kom etter</numerusform>
            <numerusform>%n er utgåtte, og ingen kode kom etter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged with others</source>
        <translation>
            <numerusform>%n slått saman med andre</numerusform>
            <numerusform>%n slåtte saman med andre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n uendra</numerusform>
            <numerusform>%n uendra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown to Klass then</source>
        <translation>
            <numerusform>%n som Klass ikkje kjende då</numerusform>
            <numerusform>%n som Klass ikkje kjende då</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a new number</source>
        <translation>
            <numerusform>%n med nytt nummer</numerusform>
            <numerusform>%n med nytt nummer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a value</source>
        <translation>
            <numerusform>%n utan verdi</numerusform>
            <numerusform>%n utan verdi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them with a new name</source>
        <translation>
            <numerusform>, %n av dei med nytt namn</numerusform>
            <numerusform>, %n av dei med nytt namn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n row(s) have their new code.</source>
        <translation>
            <numerusform>%n rad har fått ny kode.</numerusform>
            <numerusform>Alle dei %n radene har fått ny kode.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change Codes to {}</source>
        <translation>Byt kodar til {}</translation>
    </message>
    <message>
        <source>Change Codes: {} → {}</source>
        <translation>Byt kodar: {} → {}</translation>
    </message>
    <message>
        <source>choices {}</source>
        <translation>val {}</translation>
    </message>
    <message>
        <source>codes {}</source>
        <translation>kodar {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} av {}</translation>
    </message>
    <message>
        <source>{} of {} rows have their new code, the rest is left empty.</source>
        <translation>{} av {} rader har fått ny kode, dei andre er tomme.</translation>
    </message>
    <message>
        <source>{} rows are settled</source>
        <translation>{} rader er avklara</translation>
    </message>
    <message>
        <source>{} rows become {}.</source>
        <translation>Av {} rader blir det {}.</translation>
    </message>
    <message numerus="yes">
        <source>{} was split (%n row(s))</source>
        <translation>
            <numerusform>{} vart delt (%n rad)</numerusform>
            <numerusform>{} vart delt (%n rader)</numerusform>
        </translation>
    </message>
    <message>
        <source>“{}” is in the project.</source>
        <translation>«{}» ligg i prosjektet.</translation>
    </message>
</context>
<context>
    <name>ChangesDrill</name>
    <message numerus="yes">
        <source>%n row(s) are in the project as the table “{}”.</source>
        <translation>
            <numerusform>%n rad ligg i prosjektet som tabellen «{}».</numerusform>
            <numerusform>%n rader ligg i prosjektet som tabellen «{}».</numerusform>
        </translation>
    </message>
    <message>
        <source>Add Changes as Table</source>
        <translation>Legg til som tabell</translation>
    </message>
    <message>
        <source>Adds every change of this time; the search does not limit them</source>
        <translation>Legg til alle endringane i tida; søket avgrensar dei ikkje</translation>
    </message>
    <message>
        <source>Changes: {}</source>
        <translation>Endringar: {}</translation>
    </message>
    <message>
        <source>Fetching changes …</source>
        <translation>Hentar endringar …</translation>
    </message>
    <message>
        <source>Save Changes</source>
        <translation>Lagre endringane</translation>
    </message>
    <message>
        <source>Saving the changes …</source>
        <translation>Lagrar endringane …</translation>
    </message>
    <message>
        <source>The changes are saved as {}.</source>
        <translation>Endringane er lagra som {}.</translation>
    </message>
    <message>
        <source>{}, changes after {} through {}</source>
        <translation>{}, endringar etter {} til og med {}</translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message>
        <source>Copy Changes</source>
        <translation>Kopier endringane</translation>
    </message>
    <message>
        <source>Fetch Changes</source>
        <translation>Hent endringar</translation>
    </message>
    <message>
        <source>No changes match “{}”.</source>
        <translation>Ingen endringar passar med «{}».</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Ingenting vart endra</translation>
    </message>
    <message>
        <source>SSB has no tables of changes here</source>
        <translation>SSB har ingen endringstabellar her</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Lagre som CSV…</translation>
    </message>
    <message>
        <source>Search code or name</source>
        <translation>Søk etter kode eller namn</translation>
    </message>
    <message>
        <source>Swap the Dates</source>
        <translation>Byt om datoane</translation>
    </message>
    <message>
        <source>The changes could not be fetched</source>
        <translation>Endringane kunne ikkje hentast</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>What became of the codes of {} after {}, up to and including {}, is not published.</source>
        <translation>Kva som vart av kodane i {} etter {}, til og med {}, er ikkje publisert.</translation>
    </message>
    <message>
        <source>{} has had one division only.</source>
        <translation>{} har berre hatt éi inndeling.</translation>
    </message>
    <message>
        <source>{}: after {}, up to and including {}.</source>
        <translation>{}: etter {}, til og med {}.</translation>
    </message>
</context>
<context>
    <name>ChangesTree</name>
    <message>
        <source>Changes</source>
        <translation>Endringar</translation>
    </message>
    <message>
        <source>Copy Changes</source>
        <translation>Kopier endringane</translation>
    </message>
    <message>
        <source>Lineage of {}</source>
        <translation>Livsløpet til {}</translation>
    </message>
</context>
<context>
    <name>ChangesWords</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n endring</numerusform>
            <numerusform>%n endringar</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes that came from no other.</source>
        <translation>Kodar som ikkje kom frå nokon annan.</translation>
    </message>
    <message>
        <source>Codes that no other followed.</source>
        <translation>Kodar som ingen annan følgde etter.</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Utgått</translation>
    </message>
    <message>
        <source>Klass has no table for the day, or codes came or went without a word.</source>
        <translation>Klass har ingen tabell for dagen, eller kodar kom eller gjekk utan eit ord.</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Slått saman</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nytt namn</translation>
    </message>
    <message>
        <source>New number</source>
        <translation>Nytt nummer</translation>
    </message>
    <message>
        <source>On {date}, {old} became {new}.</source>
        <translation>{date} vart {old} til {new}.</translation>
    </message>
    <message>
        <source>One code became several.</source>
        <translation>Éin kode vart til fleire.</translation>
    </message>
    <message>
        <source>Rearranged</source>
        <translation>Omfordelt</translation>
    </message>
    <message>
        <source>SSB does not tell</source>
        <translation>SSB seier det ikkje</translation>
    </message>
    <message>
        <source>Several codes became one.</source>
        <translation>Fleire kodar vart til éin.</translation>
    </message>
    <message>
        <source>Several codes became several others, with parts of each other.</source>
        <translation>Fleire kodar vart til fleire andre, med delar av kvarandre.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Delt</translation>
    </message>
    <message>
        <source>The same code under another name.</source>
        <translation>Same kode med eit anna namn.</translation>
    </message>
    <message>
        <source>The same place under another code.</source>
        <translation>Same stad med ein annan kode.</translation>
    </message>
    <message>
        <source>{new} is new on {date}.</source>
        <translation>{new} er ny {date}.</translation>
    </message>
    <message>
        <source>{old} ended on {date}.</source>
        <translation>{old} gjekk ut {date}.</translation>
    </message>
    <message>
        <source>{} on {}</source>
        <translation>{} {}</translation>
    </message>
    <message>
        <source>{} on {} days</source>
        <translation>{} på {} dagar</translation>
    </message>
</context>
<context>
    <name>CheckDrill</name>
    <message numerus="yes">
        <source>%n value(s) are left empty in “{}”, in the field {}.</source>
        <translation>
            <numerusform>%n verdi står tom i «{}», i feltet {}.</numerusform>
            <numerusform>%n verdiar står tomme i «{}», i feltet {}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are mended in “{}”, in the field {}.</source>
        <translation>
            <numerusform>%n verdi er retta i «{}», i feltet {}.</numerusform>
            <numerusform>%n verdiar er retta i «{}», i feltet {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the Rest</source>
        <translation>Sjekk det som står igjen</translation>
    </message>
    <message>
        <source>Check: {}</source>
        <translation>Sjekk: {}</translation>
    </message>
    <message>
        <source>Reading the codes …</source>
        <translation>Les kodane …</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>Lagre rapport</translation>
    </message>
    <message>
        <source>Saving the report …</source>
        <translation>Lagrar rapporten …</translation>
    </message>
    <message>
        <source>The report is saved as {}.</source>
        <translation>Rapporten er lagra som {}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>Writing codes …</source>
        <translation>Skriv kodar …</translation>
    </message>
    <message>
        <source>{name}, mended</source>
        <translation>{name}, retta</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Change to {} Codes</source>
        <translation>Byt til {}-kodar</translation>
    </message>
    <message>
        <source>Get Boundaries</source>
        <translation>Hent grenser</translation>
    </message>
    <message>
        <source>Gets the boundaries of the time in which the codes applied</source>
        <translation>Hentar grensene frå den tida kodane gjaldt</translation>
    </message>
    <message>
        <source>Lineage of {}, which did not apply then</source>
        <translation>Livsløpet til {}, som ikkje gjaldt då</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Rett</translation>
    </message>
    <message numerus="yes">
        <source>Mend All %n Values</source>
        <translation>
            <numerusform>Rett %n verdi</numerusform>
            <numerusform>Rett alle %n verdiar</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Ingenting er endra.</translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>Ingenting å rette</translation>
    </message>
    <message>
        <source>Save Report…</source>
        <translation>Lagre rapport…</translation>
    </message>
    <message>
        <source>Save the report as a page to print or send, or as a table</source>
        <translation>Lagre rapporten som ei side du kan skrive ut eller sende, eller som ein tabell</translation>
    </message>
    <message>
        <source>Shows first what becomes of each code</source>
        <translation>Viser først kva kvar kode blir til</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>Å rette</translation>
    </message>
    <message>
        <source>Use {}</source>
        <translation>Bruk {}</translation>
    </message>
    <message>
        <source>Uses codes and boundaries as they were on this day</source>
        <translation>Bruker kodar og grenser slik dei var denne dagen</translation>
    </message>
    <message>
        <source>Writes a new layer with the codes as they should be in a field of their own</source>
        <translation>Skriv eit nytt lag med kodane slik dei skal vere, i eit eige felt</translation>
    </message>
    <message>
        <source>Writes a new layer with the codes of these places in a field of their own</source>
        <translation>Skriv eit nytt lag med kodane til desse stadene i eit eige felt</translation>
    </message>
</context>
<context>
    <name>CoastChoice</name>
    <message>
        <source>As registered</source>
        <translation>Som registrert</translation>
    </message>
    <message>
        <source>As registered, kommuner reach far out to sea, to the territorial limit. Choose this for area and for places at sea. Without sea, the shape follows the coast. Choose this for maps of land and people.</source>
        <translation>Slik grensene er registrerte, går kommunane langt ut i sjøen, til territorialgrensa. Vel det når du reknar areal eller har punkt til havs. Utan sjø følgjer forma kysten. Vel det for kart over land og folk.</translation>
    </message>
    <message>
        <source>Without sea</source>
        <translation>Utan sjø</translation>
    </message>
</context>
<context>
    <name>CodeDetails</name>
    <message>
        <source>Short name {}</source>
        <translation>Kortnamn {}</translation>
    </message>
    <message>
        <source>Valid {}</source>
        <translation>Gjeld {}</translation>
    </message>
</context>
<context>
    <name>CodeTreeModel</name>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gjeld</translation>
    </message>
    <message>
        <source>{} – not a place</source>
        <translation>{} – ikkje ein stad</translation>
    </message>
    <message>
        <source>{}, applies {}</source>
        <translation>{}, gjeld {}</translation>
    </message>
</context>
<context>
    <name>CodeTreeView</name>
    <message>
        <source>Codes</source>
        <translation>Kodar</translation>
    </message>
</context>
<context>
    <name>CodesDescribed</name>
    <message>
        <source>Fetching levels and variants …</source>
        <translation>Hentar nivå og variantar …</translation>
    </message>
</context>
<context>
    <name>CodesDrills</name>
    <message>
        <source>About</source>
        <translation>Om</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Endringar</translation>
    </message>
    <message>
        <source>See what changed between two dates</source>
        <translation>Sjå kva som vart endra mellom to datoar</translation>
    </message>
    <message>
        <source>Show Lineage</source>
        <translation>Vis livsløp</translation>
    </message>
    <message>
        <source>What the chosen classification is about, its versions and tables</source>
        <translation>Kva den valde klassifikasjonen handlar om, utgåvene og tabellane</translation>
    </message>
</context>
<context>
    <name>CodesFilter</name>
    <message>
        <source>All levels</source>
        <translation>Alle nivå</translation>
    </message>
    <message>
        <source>Also future codes</source>
        <translation>Også kodar som kjem</translation>
    </message>
    <message>
        <source>Another grouping of the same codes, where the version of the date has some</source>
        <translation>Ei anna gruppering av dei same kodane, når utgåva på datoen har nokon</translation>
    </message>
    <message>
        <source>As in Klass</source>
        <translation>Som i Klass</translation>
    </message>
    <message>
        <source>Codes, beginnings with * and ranges with -, separated by comma</source>
        <translation>Kodar, byrjingar med * og område med -, med komma mellom</translation>
    </message>
    <message>
        <source>Delområder</source>
        <translation>Delområde</translation>
    </message>
    <message>
        <source>Every code that applied at some time from the date above until this day</source>
        <translation>Alle kodar som gjaldt på eit tidspunkt frå datoen over til og med denne dagen</translation>
    </message>
    <message>
        <source>For days to come: next year's codes are published before they apply</source>
        <translation>For dagar som kjem: kodane for neste år blir publiserte før dei gjeld</translation>
    </message>
    <message>
        <source>Grunnkretser</source>
        <translation>Grunnkrinsar</translation>
    </message>
    <message>
        <source>How names are written: {code}, {name} and {shortname}, also as {capitalize(name)} or {uppercase(name)}</source>
        <translation>Korleis namn blir skrivne: {code}, {name} og {shortname}, også som {capitalize(name)} eller {uppercase(name)}</translation>
    </message>
    <message>
        <source>Last Day of the Period</source>
        <translation>Siste dagen i perioden</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivå</translation>
    </message>
    <message>
        <source>Level {}</source>
        <translation>Nivå {}</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>No variant</source>
        <translation>Ingen variant</translation>
    </message>
    <message>
        <source>Only codes</source>
        <translation>Berre kodar</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Til og med</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>until {}</source>
        <translation>til og med {}</translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message numerus="yes">
        <source>%n code(s) apply {}</source>
        <translation>
            <numerusform>%n kode gjeld {}</numerusform>
            <numerusform>%n kodar gjeld {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) are in the project as the table “{}”.</source>
        <translation>
            <numerusform>%n kode er i prosjektet som tabellen «{}».</numerusform>
            <numerusform>%n kodar er i prosjektet som tabellen «{}».</numerusform>
        </translation>
    </message>
    <message>
        <source>About This Classification</source>
        <translation>Om denne klassifikasjonen</translation>
    </message>
    <message>
        <source>Add as Table</source>
        <translation>Legg til som tabell</translation>
    </message>
    <message>
        <source>Adds every code of the area and level; the search does not limit them</source>
        <translation>Legg til alle kodar i området og på nivået; søket avgrensar dei ikkje</translation>
    </message>
    <message>
        <source>Copy Codes</source>
        <translation>Kopier kodar</translation>
    </message>
    <message>
        <source>Fetch Again</source>
        <translation>Hent på nytt</translation>
    </message>
    <message>
        <source>Fetch Codes</source>
        <translation>Hent kodar</translation>
    </message>
    <message>
        <source>Fetched {}. Fetch again</source>
        <translation>Henta {}. Hent på nytt</translation>
    </message>
    <message>
        <source>Fetching {} …</source>
        <translation>Hentar {} …</translation>
    </message>
    <message>
        <source>Include Future Codes</source>
        <translation>Ta med kodar som kjem</translation>
    </message>
    <message>
        <source>Klass has no names in {} here: they are in {}.</source>
        <translation>Klass har ikkje namn på {} her: dei er på {}.</translation>
    </message>
    <message>
        <source>Level, Period, Selection, Variant</source>
        <translation>Nivå, periode, utval, variant</translation>
    </message>
    <message>
        <source>No network. The codes are from {}.</source>
        <translation>Utan nett. Kodane er frå {}.</translation>
    </message>
    <message>
        <source>Search code or name</source>
        <translation>Søk etter kode eller namn</translation>
    </message>
    <message>
        <source>The date is now {}, when “{}” applies.</source>
        <translation>Datoen er no {}, då gjeld «{}».</translation>
    </message>
    <message>
        <source>Without Selection</source>
        <translation>Utan utval</translation>
    </message>
    <message>
        <source>Without Variant</source>
        <translation>Utan variant</translation>
    </message>
    <message>
        <source>from {} to {}</source>
        <translation>frå {} til {}</translation>
    </message>
    <message>
        <source>on {}</source>
        <translation>{}</translation>
    </message>
    <message>
        <source>{} of {} codes apply {}</source>
        <translation>{} av {} kodar gjeld {}</translation>
    </message>
</context>
<context>
    <name>CodesTold</name>
    <message>
        <source>Choose a classification and a date above.</source>
        <translation>Vel klassifikasjon og dato over.</translation>
    </message>
    <message>
        <source>Fetch Codes</source>
        <translation>Hent kodar</translation>
    </message>
    <message>
        <source>No codes are fetched yet</source>
        <translation>Ingen kodar er henta enno</translation>
    </message>
    <message>
        <source>No codes {} in {} match “{}”.</source>
        <translation>Ingen kodar {} i {} passar med «{}».</translation>
    </message>
    <message>
        <source>No codes {} match “{}”.</source>
        <translation>Ingen kodar {} passar med «{}».</translation>
    </message>
    <message>
        <source>Search Whole Country</source>
        <translation>Søk i heile landet</translation>
    </message>
    <message>
        <source>Show Lineage</source>
        <translation>Vis livsløp</translation>
    </message>
    <message>
        <source>The codes could not be fetched</source>
        <translation>Kodane kunne ikkje hentast</translation>
    </message>
    <message>
        <source>There are no codes {}.</source>
        <translation>Det finst ingen kodar {}.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Use Today</source>
        <translation>Bruk i dag</translation>
    </message>
    <message>
        <source>Use {}</source>
        <translation>Bruk {}</translation>
    </message>
    <message>
        <source>{} applied {}.</source>
        <translation>{} gjaldt {}.</translation>
    </message>
    <message>
        <source>{} applies from {}.</source>
        <translation>{} gjeld frå {}.</translation>
    </message>
    <message>
        <source>{} has no codes here {}.</source>
        <translation>{} har ingen kodar her {}.</translation>
    </message>
</context>
<context>
    <name>ColumnsBox</name>
    <message>
        <source>Columns</source>
        <translation>Kolonner</translation>
    </message>
    <message>
        <source>Columns: {}</source>
        <translation>Kolonner: {}</translation>
    </message>
    <message>
        <source>Prefi&amp;x</source>
        <translation>Prefik&amp;s</translation>
    </message>
    <message>
        <source>code above</source>
        <translation>koden over</translation>
    </message>
    <message>
        <source>display name</source>
        <translation>visingsnamn</translation>
    </message>
    <message>
        <source>level</source>
        <translation>nivå</translation>
    </message>
    <message>
        <source>name</source>
        <translation>namn</translation>
    </message>
    <message>
        <source>name above</source>
        <translation>namnet over</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>merknader</translation>
    </message>
    <message>
        <source>short name</source>
        <translation>kortnamn</translation>
    </message>
    <message>
        <source>valid from</source>
        <translation>gjeld frå</translation>
    </message>
    <message>
        <source>valid to</source>
        <translation>gjeld til</translation>
    </message>
    <message>
        <source>{}, empty here</source>
        <translation>{}, tom her</translation>
    </message>
</context>
<context>
    <name>ContextBar</name>
    <message>
        <source>Codes and boundaries as they were on this day</source>
        <translation>Kodar og grenser slik dei var denne dagen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Divisions</source>
        <translation>Inndelingar</translation>
    </message>
    <message>
        <source>Fetching the divisions …</source>
        <translation>Hentar inndelingane …</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Help on what is in sight (F1)</source>
        <translation>Hjelp til det du ser no (F1)</translation>
    </message>
    <message>
        <source>Klass did not answer: type the date</source>
        <translation>Klass svarte ikkje: skriv datoen</translation>
    </message>
    <message>
        <source>Language of Names</source>
        <translation>Språk for namn</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>{}, applies from {}</source>
        <translation>{}, gjeld frå {}</translation>
    </message>
</context>
<context>
    <name>DeadAddresses</name>
    <message numerus="yes">
        <source>%n layer(s) have a new address: {}.</source>
        <translation>
            <numerusform>%n kartlag har fått ny adresse: {}.</numerusform>
            <numerusform>%n kartlag har fått ny adresse: {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the services that took their place …</source>
        <translation>Spør tenestene som har teke over …</translation>
    </message>
    <message>
        <source>MetaSearch now asks Geonorge's catalogue at its new address.</source>
        <translation>MetaSearch spør no katalogen til Geonorge på den nye adressa.</translation>
    </message>
    <message>
        <source>No address of these layers is known to be dead.</source>
        <translation>Ingen av desse laga har ei adresse som vi veit er lagd ned.</translation>
    </message>
    <message>
        <source>Remove from Project</source>
        <translation>Fjern frå prosjektet</translation>
    </message>
    <message numerus="yes">
        <source>The map of %n layer(s) is no longer offered: {}.</source>
        <translation>
            <numerusform>Kartet i %n lag er ikkje lenger å få: {}.</numerusform>
            <numerusform>Karta i %n lag er ikkje lenger å få: {}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveredDrill</name>
    <message numerus="yes">
        <source>%n file(s) are saved in {}.</source>
        <translation>
            <numerusform>%n fil er lagra i {}.</numerusform>
            <numerusform>%n filer er lagra i {}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of that name were there already and stay as they are.</source>
        <translation>
            <numerusform>%n fil med det namnet var der frå før, og er som ho var.</numerusform>
            <numerusform>%n filer med dei namna var der frå før, og er som dei var.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking Geonorge what there is …</source>
        <translation>Spør Geonorge kva som finst …</translation>
    </message>
    <message>
        <source>Geonorge has no file of these: Klasskart puts them together from grunnkretser, which are in this one.</source>
        <translation>Geonorge har inga fil med desse: Klasskart set dei saman av grunnkrinsar, og det er dei som er i fila.</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Opne mappa</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Erstatt dei</translation>
    </message>
    <message numerus="yes">
        <source>Save %n File(s)</source>
        <translation>
            <numerusform>Lagre %n fil</numerusform>
            <numerusform>Lagre %n filer</numerusform>
        </translation>
    </message>
    <message>
        <source>Save Files</source>
        <translation>Lagre filer</translation>
    </message>
    <message>
        <source>Save as Delivered</source>
        <translation>Lagre som levert</translation>
    </message>
    <message>
        <source>Saving files …</source>
        <translation>Lagrar filer …</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stoppa.</translation>
    </message>
    <message>
        <source>The file holds the areas as well as their borders.</source>
        <translation>Fila har både områda og grensene deira.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>{} is missing. The rest is saved.</source>
        <translation>{} manglar. Resten er lagra.</translation>
    </message>
</context>
<context>
    <name>DeliveredPanel</name>
    <message>
        <source>A dump that a PostGIS database takes in. QGIS does not open it as a layer.</source>
        <translation>Ein kopi som blir lesen inn i ein PostGIS-database. QGIS opnar han ikkje som lag.</translation>
    </message>
    <message>
        <source>Asking Geonorge what there is …</source>
        <translation>Spør Geonorge kva som finst …</translation>
    </message>
    <message>
        <source>CRS</source>
        <translation>KRS</translation>
    </message>
    <message>
        <source>Choose Folder</source>
        <translation>Vel mappe</translation>
    </message>
    <message>
        <source>Coordinate System</source>
        <translation>Koordinatsystem</translation>
    </message>
    <message>
        <source>Degrees</source>
        <translation>Gradar</translation>
    </message>
    <message>
        <source>Europe, equal area</source>
        <translation>Europa, arealtru</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Mappe</translation>
    </message>
    <message>
        <source>Folder for the Files</source>
        <translation>Mappe til filene</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Geonorge did not say what there is.</source>
        <translation>Geonorge svarte ikkje på kva som finst.</translation>
    </message>
    <message>
        <source>QGIS opens this once it is unpacked.</source>
        <translation>QGIS opnar dette når det er pakka ut.</translation>
    </message>
    <message>
        <source>Saved as Geonorge sends them, in zips. Nothing comes into the map.</source>
        <translation>Blir lagra slik Geonorge sender dei, i zip. Ingenting kjem i kartet.</translation>
    </message>
    <message>
        <source>This QGIS can't open {}. Choose another format, unless another program is to read it.</source>
        <translation>Denne QGIS-en kan ikkje opne {}. Vel eit anna format, med mindre eit anna program skal lese fila.</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message numerus="yes">
        <source>%n code(s) are not places</source>
        <translation>
            <numerusform>%n kode er ikkje ein stad</numerusform>
            <numerusform>%n kodar er ikkje stader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) do not apply on {}</source>
        <translation>
            <numerusform>%n kode gjeld ikkje {}</numerusform>
            <numerusform>%n kodar gjeld ikkje {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) lack the zero in front</source>
        <translation>
            <numerusform>%n kode manglar null framfor</numerusform>
            <numerusform>%n kodar manglar null framfor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) look like {}</source>
        <translation>
            <numerusform>%n kode liknar på {}</numerusform>
            <numerusform>%n kodar liknar på {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) occur more than once</source>
        <translation>
            <numerusform>%n kode står fleire gonger</numerusform>
            <numerusform>%n kodar står fleire gonger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different value(s)</source>
        <translation>
            <numerusform>%n verdi</numerusform>
            <numerusform>%n ulike verdiar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) have no value.</source>
        <translation>
            <numerusform>%n objekt har ingen verdi.</numerusform>
            <numerusform>%n objekt har ingen verdi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more name(s) of several places</source>
        <translation>
            <numerusform>%n namn til på fleire stader</numerusform>
            <numerusform>%n namn til på fleire stader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) instead of codes</source>
        <translation>
            <numerusform>%n namn i staden for kode</numerusform>
            <numerusform>%n namn i staden for kodar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are not written as codes</source>
        <translation>
            <numerusform>%n verdi er ikkje skriven som kode</numerusform>
            <numerusform>%n verdiar er ikkje skrivne som kodar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are unknown to Klass</source>
        <translation>
            <numerusform>%n verdi er ukjend i Klass</numerusform>
            <numerusform>%n verdiar er ukjende i Klass</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them of several places</source>
        <translation>
            <numerusform>, %n av dei er namn på fleire stader</numerusform>
            <numerusform>, %n av dei er namn på fleire stader</numerusform>
        </translation>
    </message>
    <message>
        <source>At most {matched} of {distinct} codes applied at the same time.</source>
        <translation>Høgst {matched} av {distinct} kodar gjaldt samtidig.</translation>
    </message>
    <message>
        <source>Change the codes without a first date: each is then read on the last day it applied.</source>
        <translation>Byt kodane utan ein første dato: då blir kvar kode lesen på den siste dagen han gjaldt.</translation>
    </message>
    <message>
        <source>Codes that applied, by division</source>
        <translation>Kodar som gjaldt, etter inndeling</translation>
    </message>
    <message>
        <source>Names of several places are told apart by the field {}.</source>
        <translation>Namn på fleire stader blir skilde ved feltet {}.</translation>
    </message>
    <message>
        <source>Names of {}, not codes</source>
        <translation>Namn på {}, ikkje kodar</translation>
    </message>
    <message>
        <source>No codes that Klass knows</source>
        <translation>Ingen kodar som Klass kjenner</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>Å rette</translation>
    </message>
    <message>
        <source>Use the boundaries and codes of {year}, or change the codes from {date}.</source>
        <translation>Bruk grenser og kodar frå {year}, eller byt kodane frå {date}.</translation>
    </message>
    <message>
        <source>delområder</source>
        <translation>delområde</translation>
    </message>
    <message>
        <source>delområder and grunnkretser</source>
        <translation>delområde og grunnkrinsar</translation>
    </message>
    <message>
        <source>economic regions</source>
        <translation>økonomiske regionar</translation>
    </message>
    <message>
        <source>zones of living conditions</source>
        <translation>levekårssoner</translation>
    </message>
    <message>
        <source>{layer}, field {field}, {date}. Codes: Statistics Norway (Klass), CC BY 4.0. Made with Klasskart.</source>
        <translation>{layer}, felt {field}, {date}. Kodar: Statistisk sentralbyrå (Klass), CC BY 4.0. Laga med Klasskart.</translation>
    </message>
    <message>
        <source>{matched} of {distinct} codes applied then.</source>
        <translation>{matched} av {distinct} kodar gjaldt då.</translation>
    </message>
    <message>
        <source>{units}, mostly {years}</source>
        <translation>{units}, flest frå {years}</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <source>{} from several divisions</source>
        <translation>{} frå fleire inndelingar</translation>
    </message>
    <message>
        <source>{}, such as {}</source>
        <translation>{}, til dømes {}</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Codes</source>
        <translation>Kodar</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historikk</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Kople</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kart</translation>
    </message>
    <message>
        <source>Open Data</source>
        <translation>Opne data</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sider</translation>
    </message>
</context>
<context>
    <name>Expressions</name>
    <message>
        <source>Arguments</source>
        <translation>Argument</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Døme</translation>
    </message>
    <message>
        <source>Expressions ask nobody: they know the changes that were fetched before, with the lineage of a code on the Codes page or by {algorithm}, and give null for others. The log of QGIS then says, under Klasskart, what to fetch.</source>
        <translation>Uttrykk spør inga teneste. Dei kjenner endringane som er henta før, med livsløpet til ein kode på kodesida eller med {algorithm}, og gir null elles. Loggen i QGIS seier då, under Klasskart, kva som må hentast.</translation>
    </message>
    <message>
        <source>Expressions ask nobody: they know the codes that were fetched before, on the Codes page or by {algorithm}, and give null for others. The log of QGIS then says, under Klasskart, what to fetch.</source>
        <translation>Uttrykk spør inga teneste. Dei kjenner kodane som er henta før, på kodesida eller med {algorithm}, og gir null elles. Loggen i QGIS seier då, under Klasskart, kva som må hentast.</translation>
    </message>
    <message>
        <source>For very large layers this is quicker still, since the names are looked up only once:</source>
        <translation>For svært store lag går dette endå raskare, fordi namna berre blir slått opp éin gong:</translation>
    </message>
    <message>
        <source>Gives the code above a code on a date: the delområde of a grunnkrets, the kommune of a delområde or a bydel, the fylke of a kommune, in other classifications the code one level up. Null at the top.</source>
        <translation>Gir koden over ein kode på ein dato: delområdet til ein grunnkrins, kommunen til eit delområde eller ein bydel, fylket til ein kommune, i andre klassifikasjonar koden eitt nivå opp. Null på øvste nivå.</translation>
    </message>
    <message>
        <source>Gives the code that took the place of another between two dates, backwards too. Null for a code that was split, since nobody says which part is meant, or that has no successor. Without the first date a code counts from the last day on which it was valid.</source>
        <translation>Gir koden som har teke plassen til ein annan mellom to datoar, også bakover. Null for ein kode som er delt, fordi ingen seier kva for ein del som er meint, og for ein kode utan etterfølgjar. Utan den første datoen blir ein kode rekna frå den siste dagen han gjaldt.</translation>
    </message>
    <message>
        <source>Gives the level of a code on a date, as text: '1' is the top.</source>
        <translation>Gir nivået til ein kode på ein dato, som tekst: '1' er øvst.</translation>
    </message>
    <message>
        <source>Gives the name that a code had on a date; null for what was no code then.</source>
        <translation>Gir namnet ein kode hadde på ein dato, null for det som ikkje var ein kode då.</translation>
    </message>
    <message>
        <source>Gives the names of all codes on a date as a map, for map_get.</source>
        <translation>Gir namna på alle kodar på ein dato som eit oppslag (map), til bruk i map_get.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Merknader</translation>
    </message>
    <message>
        <source>Syntax</source>
        <translation>Syntaks</translation>
    </message>
    <message>
        <source>Tells whether a code was valid on a date. Null where the codes of that date are not known.</source>
        <translation>Seier om ein kode gjaldt på ein dato. Null der kodane for datoen ikkje er kjende.</translation>
    </message>
    <message>
        <source>a code; a number will do, and so will a lost zero</source>
        <translation>ein kode, gjerne som tal eller utan null framfor</translation>
    </message>
    <message>
        <source>a date, or text such as '2024-01-01'; today where it is left out, null for null</source>
        <translation>ein dato, eller tekst som '2024-01-01'; i dag der han manglar, null for null</translation>
    </message>
    <message>
        <source>a number in Klass, or 'kommune', 'fylke', 'grunnkrets', 'delomrade' or 'bydel'</source>
        <translation>eit nummer i Klass, eller 'kommune', 'fylke', 'grunnkrets', 'delomrade' eller 'bydel'</translation>
    </message>
    <message>
        <source>the date of the new code; today where it is left out, null for null</source>
        <translation>datoen for den nye koden; i dag der han manglar, null for null</translation>
    </message>
    <message>
        <source>the date that the code is of; NULL: the last day on which it was valid</source>
        <translation>datoen koden er frå. NULL er den siste dagen han gjaldt</translation>
    </message>
</context>
<context>
    <name>FiguresDrill</name>
    <message numerus="yes">
        <source>%n feature(s) without a value are hatched.</source>
        <translation>
            <numerusform>%n objekt utan verdi er skravert.</numerusform>
            <numerusform>%n objekt utan verdi er skraverte.</numerusform>
        </translation>
    </message>
    <message>
        <source>No column of “{}” holds anything that could be shown.</source>
        <translation>Ingen kolonnar i «{}» inneheld noko som kan visast.</translation>
    </message>
    <message>
        <source>Other Column…</source>
        <translation>Annan kolonne…</translation>
    </message>
    <message>
        <source>Reading the figures …</source>
        <translation>Les tala …</translation>
    </message>
    <message>
        <source>Show on Map</source>
        <translation>Vis i kartet</translation>
    </message>
    <message>
        <source>The layer looks as it did before.</source>
        <translation>Laget ser ut som før igjen.</translation>
    </message>
    <message>
        <source>The style of “{}” was changed since. Undo takes that along.</source>
        <translation>Stilen til «{}» er endra sidan. Angre tek endringane med seg.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>Undo Anyway</source>
        <translation>Angre likevel</translation>
    </message>
    <message>
        <source>{} holds nothing that could be shown.</source>
        <translation>{} inneheld ikkje noko som kan visast.</translation>
    </message>
    <message>
        <source>{} per {} gives no numbers.</source>
        <translation>{} per {} gir ingen tal.</translation>
    </message>
    <message>
        <source>“{}” is a table: it has nothing to draw. Join it to boundaries first.</source>
        <translation>«{}» er ein tabell og har ingenting å teikne. Kople han til grenser først.</translation>
    </message>
    <message>
        <source>“{}” is coloured after {}.</source>
        <translation>«{}» har fått fargar etter {}.</translation>
    </message>
    <message>
        <source>“{}” shows {} as circles.</source>
        <translation>«{}» viser {} som sirklar.</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>A colour for each value</source>
        <translation>Ein farge for kvar verdi</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Sirklar</translation>
    </message>
    <message>
        <source>Classes that would be drawn</source>
        <translation>Klassane slik dei blir teikna</translation>
    </message>
    <message>
        <source>Coloured classes</source>
        <translation>Farga klassar</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolonne</translation>
    </message>
    <message>
        <source>Divide by another column, such as inhabitants or square kilometres of land. What the boundaries themselves enclose is no land area: many reach out to sea.</source>
        <translation>Del på ein annan kolonne, som innbyggjarar eller kvadratkilometer land. Det grensene sjølve omsluttar, er ikkje landareal: Mange går langt ut i sjøen.</translation>
    </message>
    <message>
        <source>Large areas look like large numbers. Circles show how many there are.</source>
        <translation>Store område ser ut som store tal. Sirklar viser kor mange det er.</translation>
    </message>
    <message>
        <source>Nearly every feature has a value of its own: there is nothing to colour by. Choose another column, or join one that several share, such as fylke.</source>
        <translation>Nesten kvart objekt har ein verdi for seg: Det er ikkje noko å fargeleggje etter. Vel ein annan kolonne, eller kople på ein som fleire deler, til dømes fylke.</translation>
    </message>
    <message>
        <source>Nothing changes before you press the button.</source>
        <translation>Ingenting blir endra før du trykkjer på knappen.</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>Per</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Vis som</translation>
    </message>
    <message>
        <source>The area of a circle is the number.</source>
        <translation>Arealet av ein sirkel er talet.</translation>
    </message>
</context>
<context>
    <name>FindDrill</name>
    <message numerus="yes">
        <source>%n classification(s)</source>
        <translation>
            <numerusform>%n klassifikasjon</numerusform>
            <numerusform>%n klassifikasjonar</numerusform>
        </translation>
    </message>
    <message>
        <source>All Families and Sections</source>
        <translation>Alle familiar og seksjonar</translation>
    </message>
    <message>
        <source>Also Code Lists</source>
        <translation>Også kodelister</translation>
    </message>
    <message>
        <source>Fetched {}. Fetch again</source>
        <translation>Henta {}. Hent på nytt</translation>
    </message>
    <message>
        <source>Fetching the list of classifications …</source>
        <translation>Hentar lista over klassifikasjonar …</translation>
    </message>
    <message>
        <source>Find Classification</source>
        <translation>Finn klassifikasjon</translation>
    </message>
    <message>
        <source>No classification matches “{}”.</source>
        <translation>Ingen klassifikasjon passar med «{}».</translation>
    </message>
    <message>
        <source>No network. The list is from {}.</source>
        <translation>Utan nett. Lista er frå {}.</translation>
    </message>
    <message>
        <source>Searching for {} …</source>
        <translation>Søkjer etter {} …</translation>
    </message>
    <message>
        <source>Show Codes</source>
        <translation>Vis kodar</translation>
    </message>
    <message>
        <source>Shows the codes of this classification on the page's date</source>
        <translation>Viser kodane i denne klassifikasjonen på datoen øvst</translation>
    </message>
    <message>
        <source>The list could not be fetched</source>
        <translation>Lista kunne ikkje hentast</translation>
    </message>
    <message>
        <source>There are no classifications here.</source>
        <translation>Her er det ingen klassifikasjonar.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>{} of {} classifications</source>
        <translation>{} av {} klassifikasjonar</translation>
    </message>
</context>
<context>
    <name>FindModel</name>
    <message>
        <source>Classification</source>
        <translation>Klassifikasjon</translation>
    </message>
    <message>
        <source>Code list</source>
        <translation>Kodeliste</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>All families</source>
        <translation>Alle familiar</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>Alle seksjonar</translation>
    </message>
    <message>
        <source>Also code lists</source>
        <translation>Også kodelister</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifikasjon</translation>
    </message>
    <message>
        <source>Classifications</source>
        <translation>Klassifikasjonar</translation>
    </message>
    <message>
        <source>Code lists are smaller classifications, made for a single statistic</source>
        <translation>Kodelister er mindre klassifikasjonar, laga for éin enkelt statistikk</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Fetch Again</source>
        <translation>Hent på nytt</translation>
    </message>
    <message>
        <source>Section of Statistics Norway</source>
        <translation>Seksjon i Statistisk sentralbyrå</translation>
    </message>
    <message>
        <source>Words or Number of the Classification</source>
        <translation>Ord eller nummer for klassifikasjonen</translation>
    </message>
    <message>
        <source>Words or number</source>
        <translation>Ord eller nummer</translation>
    </message>
</context>
<context>
    <name>FoldedText</name>
    <message>
        <source>Show All</source>
        <translation>Vis alt</translation>
    </message>
    <message>
        <source>Show Less</source>
        <translation>Vis mindre</translation>
    </message>
</context>
<context>
    <name>FoundUnits</name>
    <message>
        <source>Add as a Layer</source>
        <translation>Legg til som lag</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Getting codes …</source>
        <translation>Hentar kodar …</translation>
    </message>
    <message>
        <source>Getting the boundary of {} …</source>
        <translation>Hentar grensa til {} …</translation>
    </message>
    <message>
        <source>{label} has no boundary in Geonorge's data of {year}.</source>
        <translation>{label} har inga grense i dataa til Geonorge for {year}.</translation>
    </message>
    <message>
        <source>{label}: boundary of {year}, {credit}.</source>
        <translation>{label}: grense frå {year}, {credit}.</translation>
    </message>
    <message>
        <source>{} is copied.</source>
        <translation>{} ligg på utklippstavla.</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Back</source>
        <translation>Tilbake</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Innhald</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Framover</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Help: {}</source>
        <translation>Hjelp: {}</translation>
    </message>
    <message>
        <source>To the list of all pages</source>
        <translation>Til lista over alle sidene</translation>
    </message>
    <message>
        <source>To the page before</source>
        <translation>Til sida før denne</translation>
    </message>
    <message>
        <source>To the page that was left</source>
        <translation>Til sida du gjekk tilbake frå</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message numerus="yes">
        <source>%n boundaries fetched</source>
        <translation>
            <numerusform>%n grense henta</numerusform>
            <numerusform>%n grenser henta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) fetched</source>
        <translation>
            <numerusform>%n endring henta</numerusform>
            <numerusform>%n endringar henta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) fetched</source>
        <translation>
            <numerusform>%n kode henta</numerusform>
            <numerusform>%n kodar henta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) joined</source>
        <translation>
            <numerusform>%n objekt kopla</numerusform>
            <numerusform>%n objekt kopla</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) of open data</source>
        <translation>
            <numerusform>%n lag med opne data</numerusform>
            <numerusform>%n lag med opne data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) recoded</source>
        <translation>
            <numerusform>Kodar bytte i %n rad</numerusform>
            <numerusform>Kodar bytte i %n rader</numerusform>
        </translation>
    </message>
    <message>
        <source>A command for QGIS's Python console (Ctrl+C)</source>
        <translation>Ein kommando til Python-konsollen i QGIS. Snarvei: Ctrl+C</translation>
    </message>
    <message>
        <source>A command for qgis_process</source>
        <translation>Ein kommando til qgis_process</translation>
    </message>
    <message>
        <source>Boundaries, codes, changes, joins, changed codes and open data will be listed here: to be done again, or as commands for Python and a terminal.</source>
        <translation>Her kjem grenser, kodar, endringar, koplingar, bytte kodar og opne data, så du kan gjere dei om igjen eller kopiere dei som kommandoar til Python og terminalen.</translation>
    </message>
    <message>
        <source>C&amp;lear the List</source>
        <translation>&amp;Tøm lista</translation>
    </message>
    <message>
        <source>Copied: {}</source>
        <translation>Kopiert: {}</translation>
    </message>
    <message>
        <source>Copy as &amp;Python Command</source>
        <translation>Kopier som &amp;Python-kommando</translation>
    </message>
    <message>
        <source>Copy for the &amp;Command Line</source>
        <translation>Kopier for &amp;kommandolinja</translation>
    </message>
    <message>
        <source>Do &amp;Again…</source>
        <translation>&amp;Gjer om igjen…</translation>
    </message>
    <message>
        <source>Forgets what was done. Layers stay.</source>
        <translation>Gløymer det som er gjort. Laga blir der.</translation>
    </message>
    <message>
        <source>History of Klasskart</source>
        <translation>Historikk for Klasskart</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Lag</translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation>Ingenting er gjort enno</translation>
    </message>
    <message>
        <source>Opens the algorithm with the same parameters. Nothing runs before you have seen them.</source>
        <translation>Opnar algoritmen med dei same parametrane. Ingenting blir køyrt før du har sett dei.</translation>
    </message>
    <message>
        <source>Switch on the Processing plugin of QGIS first.</source>
        <translation>Slå på programtillegget Processing i QGIS først.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Kva</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Når</translation>
    </message>
    <message>
        <source>“{}” was made from a layer in memory, which a terminal can't find. Save that layer to a file first.</source>
        <translation>«{}» er laga av eit lag i minnet, og det finn ikkje terminalen. Lagre det laget til ei fil først.</translation>
    </message>
</context>
<context>
    <name>JoinDrills</name>
    <message>
        <source>Check</source>
        <translation>Sjekk</translation>
    </message>
    <message>
        <source>See which classification and years the codes are from, and what to mend</source>
        <translation>Sjå kva klassifikasjon og kva år kodane er frå, og kva som må rettast</translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message>
        <source>&amp;From</source>
        <translation>Fr&amp;å</translation>
    </message>
    <message>
        <source>Add Table…</source>
        <translation>Legg til tabell…</translation>
    </message>
    <message>
        <source>Columns from</source>
        <translation>Kolonner frå</translation>
    </message>
    <message>
        <source>F&amp;ield</source>
        <translation>&amp;Felt</translation>
    </message>
    <message>
        <source>I&amp;ts field</source>
        <translation>&amp;Tabellfelt</translation>
    </message>
    <message>
        <source>L&amp;ayer</source>
        <translation>La&amp;g</translation>
    </message>
    <message>
        <source>Live joi&amp;n in the project</source>
        <translation>Levande &amp;kopling i prosjektet</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>N&amp;ummer</translation>
    </message>
    <message>
        <source>New la&amp;yer with the columns</source>
        <translation>&amp;Nytt lag med kolonnene</translation>
    </message>
    <message>
        <source>Read a CSV or Excel file with codes and figures</source>
        <translation>Les ei CSV- eller Excel-fil med kodar og tal</translation>
    </message>
    <message>
        <source>Where the columns come from: Klass, or a table of the project</source>
        <translation>Kvar kolonnene kjem frå: Klass eller ein tabell i prosjektet</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Add a layer with codes, or get boundaries first.</source>
        <translation>Legg til eit lag med kodar, eller hent grenser først.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Sjekk</translation>
    </message>
    <message>
        <source>Check the Table</source>
        <translation>Sjekk tabellen</translation>
    </message>
    <message>
        <source>Get Boundaries…</source>
        <translation>Hent grenser…</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Kople</translation>
    </message>
    <message numerus="yes">
        <source>Join %n Feature(s)</source>
        <translation>
            <numerusform>Kople %n objekt</numerusform>
            <numerusform>Kople %n objekt</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for codes …</source>
        <translation>Ser etter kodar …</translation>
    </message>
    <message>
        <source>No codes match, so there is nothing to join. See what the column holds.</source>
        <translation>Ingen kodar passar, så det er ingenting å kople. Sjå kva feltet inneheld.</translation>
    </message>
    <message>
        <source>No layer to join to</source>
        <translation>Ingen lag å kople til</translation>
    </message>
    <message>
        <source>No network. The codes are from {}.</source>
        <translation>Utan nett. Kodane er frå {}.</translation>
    </message>
    <message>
        <source>See the Column</source>
        <translation>Sjå feltet</translation>
    </message>
    <message>
        <source>See the Matches</source>
        <translation>Sjå treffa</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
</context>
<context>
    <name>JoinRun</name>
    <message>
        <source>Joining …</source>
        <translation>Koplar …</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Fargelegg</translation>
    </message>
    <message>
        <source>The join was taken back.</source>
        <translation>Koplinga er angra.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Angre</translation>
    </message>
</context>
<context>
    <name>JoinSource</name>
    <message>
        <source>Bydeler</source>
        <translation>Bydelar</translation>
    </message>
    <message>
        <source>Delområder</source>
        <translation>Delområde</translation>
    </message>
    <message>
        <source>Fylker</source>
        <translation>Fylke</translation>
    </message>
    <message>
        <source>Grunnkretser</source>
        <translation>Grunnkrinsar</translation>
    </message>
    <message>
        <source>Kommuner</source>
        <translation>Kommunar</translation>
    </message>
</context>
<context>
    <name>JoinTables</name>
    <message numerus="yes">
        <source>%n row(s) are shorter than the others</source>
        <translation>
            <numerusform>%n rad er kortare enn dei andre</numerusform>
            <numerusform>%n rader er kortare enn dei andre</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes kept as text: {}</source>
        <translation>Kodar er lesne som tekst: {}</translation>
    </message>
    <message>
        <source>Columns got other names: {}</source>
        <translation>Kolonner fekk andre namn: {}</translation>
    </message>
    <message>
        <source>Comma is the decimal sign in {}</source>
        <translation>Komma er desimalteikn i {}</translation>
    </message>
    <message>
        <source>Empty columns were left out: {}</source>
        <translation>Tomme kolonner er utelatne: {}</translation>
    </message>
    <message>
        <source>File: {} of {} in the zip</source>
        <translation>Fil: {} av {} i zip-fila</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n line(s), “{}”</source>
        <translation>
            <numerusform>Utelate: %n linje, «{}»</numerusform>
            <numerusform>Utelate: %n linjer, «{}»</numerusform>
        </translation>
    </message>
    <message>
        <source>Letters: {}</source>
        <translation>Teiknsett: {}</translation>
    </message>
    <message>
        <source>No names of columns were found: {}</source>
        <translation>Fann ingen kolonnenamn: {}</translation>
    </message>
    <message>
        <source>Separator: {}</source>
        <translation>Skiljeteikn: {}</translation>
    </message>
    <message>
        <source>Sheet: {} of {}</source>
        <translation>Ark: {} av {}</translation>
    </message>
    <message>
        <source>Thousands are parted in {}</source>
        <translation>Tal med tusenskilje i {}</translation>
    </message>
    <message>
        <source>blanks</source>
        <translation>mellomrom</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulator</translation>
    </message>
    <message numerus="yes">
        <source>{} mean no value: %n time(s)</source>
        <translation>
            <numerusform>{} betyr ingen verdi: %n gong</numerusform>
            <numerusform>{} betyr ingen verdi: %n gonger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinWords</name>
    <message numerus="yes">
        <source>%n feature(s) are joined.</source>
        <translation>
            <numerusform>%n objekt er kopla.</numerusform>
            <numerusform>%n objekt er kopla.</numerusform>
        </translation>
    </message>
    <message>
        <source>Found in {}: {} of {} values match.</source>
        <translation>Funne i {}: {} av {} verdiar passar.</translation>
    </message>
    <message>
        <source>{} of {} are joined.</source>
        <translation>{} av {} er kopla.</translation>
    </message>
    <message>
        <source>“{}” got {} and {} more.</source>
        <translation>«{}» har fått {} og {} til.</translation>
    </message>
    <message>
        <source>“{}” got {}.</source>
        <translation>«{}» har fått {}.</translation>
    </message>
</context>
<context>
    <name>JoinWork</name>
    <message>
        <source>{name} with columns</source>
        <translation>{name} med kolonner</translation>
    </message>
</context>
<context>
    <name>Joins</name>
    <message>
        <source>{} (join)</source>
        <translation>{} (kopling)</translation>
    </message>
</context>
<context>
    <name>KeepChoice</name>
    <message>
        <source>Another file …</source>
        <translation>Ei anna fil …</translation>
    </message>
    <message>
        <source>Empty: named as the layer, and no other table gets in the way</source>
        <translation>Tomt: same namn som laget, og ingen annan tabell er i vegen</translation>
    </message>
    <message>
        <source>File …</source>
        <translation>Fil …</translation>
    </message>
    <message>
        <source>Keep Boundaries In</source>
        <translation>Lagre grensene i</translation>
    </message>
    <message>
        <source>Keep In</source>
        <translation>Lagre i</translation>
    </message>
    <message>
        <source>Klasskart's cache</source>
        <translation>Klasskart-mellomlageret</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Skjema</translation>
    </message>
    <message>
        <source>Schemas in which you may make tables</source>
        <translation>Skjema der du har lov til å lage tabellar</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Table: as the layer</source>
        <translation>Tabell: som laget</translation>
    </message>
    <message>
        <source>The cache belongs to Klasskart, and is cleaned up. A file or a database is yours: tables in it are never overwritten unless you say so.</source>
        <translation>Mellomlageret høyrer til Klasskart, og blir rydda. Ei fil eller ein database er din: tabellar der blir aldri overskrivne utan at du seier det.</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>grenser</translation>
    </message>
    <message>
        <source>{} (PostGIS)</source>
        <translation>{} (PostGIS)</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message numerus="yes">
        <source>%n layer(s) now lie beside the project, in {}.</source>
        <translation>
            <numerusform>%n lag ligg no ved sida av prosjektet, i {}.</numerusform>
            <numerusform>%n lag ligg no ved sida av prosjektet, i {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copying layers …</source>
        <translation>Kopierer laga …</translation>
    </message>
    <message>
        <source>Save Project</source>
        <translation>Lagre prosjektet</translation>
    </message>
    <message>
        <source>Save the project to a file first. The layers are then kept beside it.</source>
        <translation>Lagre prosjektet i ei fil først. Laga blir så lagde ved sida av det.</translation>
    </message>
    <message>
        <source>Save the project, and send both files together.</source>
        <translation>Lagre prosjektet, og send begge filene saman.</translation>
    </message>
    <message>
        <source>These layers do not lie in Klasskart's cache: they are kept where they are.</source>
        <translation>Desse laga ligg ikkje i mellomlageret til Klasskart: dei blir der dei er.</translation>
    </message>
</context>
<context>
    <name>KeepingElsewhere</name>
    <message>
        <source>Asking the database …</source>
        <translation>Spør databasen …</translation>
    </message>
    <message>
        <source>Kept in {place}, table {table}.</source>
        <translation>Lagra i {place}, tabell {table}.</translation>
    </message>
    <message>
        <source>New Table {}</source>
        <translation>Ny tabell {}</translation>
    </message>
    <message>
        <source>Replace {}</source>
        <translation>Erstatt {}</translation>
    </message>
    <message>
        <source>any schema</source>
        <translation>noko skjema</translation>
    </message>
</context>
<context>
    <name>KlasskartPlugin</name>
    <message>
        <source>Change Codes…</source>
        <translation>Byt kodar…</translation>
    </message>
    <message>
        <source>Check Codes…</source>
        <translation>Sjekk kodar…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Join Codes…</source>
        <translation>Kople kodar…</translation>
    </message>
    <message>
        <source>Keep with the Project</source>
        <translation>Behald saman med prosjektet</translation>
    </message>
    <message>
        <source>Klasskart</source>
        <translation>Klasskart</translation>
    </message>
    <message>
        <source>Look for Newer Boundaries</source>
        <translation>Sjå etter nyare grenser</translation>
    </message>
    <message>
        <source>New Print Layout</source>
        <translation>Ny utskriftslayout</translation>
    </message>
    <message>
        <source>Open the Record at the Source</source>
        <translation>Opne oppføringa hos kjelda</translation>
    </message>
    <message>
        <source>Repair Dead Address</source>
        <translation>Rett nedlagd adresse</translation>
    </message>
    <message>
        <source>Show Figures on Map…</source>
        <translation>Vis tal i kartet…</translation>
    </message>
    <message>
        <source>Statistical Codes and Boundaries</source>
        <translation>Statistiske kodar og grenser</translation>
    </message>
</context>
<context>
    <name>KommuneChoice</name>
    <message>
        <source>Point at a Kommune in the Map</source>
        <translation>Peik på ein kommune i kartet</translation>
    </message>
    <message>
        <source>What is selected in “{}” has no single kommune number. Select one feature that has it.</source>
        <translation>Det som er valt i «{}», har ikkje eitt kommunenummer. Vel eitt objekt som har det.</translation>
    </message>
</context>
<context>
    <name>LayerChoicePanel</name>
    <message>
        <source>Filter by words</source>
        <translation>Filtrer på ord</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Kartlag</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>Areas: {}.</source>
        <translation>Område: {}.</translation>
    </message>
    <message>
        <source>Changed at Geonorge: {}</source>
        <translation>Endra hos Geonorge: {}</translation>
    </message>
    <message>
        <source>Codes of Klass {number} that apply on {date}, from SSB.</source>
        <translation>Kodar i Klass {number} som gjeld {date}, frå SSB.</translation>
    </message>
    <message>
        <source>Correspondence table {number} of Klass, from SSB: {source} – {target}.</source>
        <translation>Tabell {number} i Klass over kodar side om side, frå SSB: {source} – {target}.</translation>
    </message>
    <message>
        <source>Data set revised on {}</source>
        <translation>Datasettet vart revidert {}</translation>
    </message>
    <message>
        <source>Data set updated on {}</source>
        <translation>Datasettet vart oppdatert {}</translation>
    </message>
    <message>
        <source>Downloaded file</source>
        <translation>Nedlasta fil</translation>
    </message>
    <message>
        <source>Fetched from Geonorge on {}</source>
        <translation>Henta frå Geonorge {}</translation>
    </message>
    <message>
        <source>Fetched from {host} on {date}</source>
        <translation>Henta frå {host} {date}</translation>
    </message>
    <message>
        <source>Put together from grunnkretser; the names are from SSB.</source>
        <translation>Sett saman av grunnkrinsar; namna er frå SSB.</translation>
    </message>
    <message>
        <source>The file does not say its coordinate system: {} was assumed from where it lies</source>
        <translation>Fila seier ikkje kva koordinatsystem ho har: {} er brukt ut frå kvar ho ligg</translation>
    </message>
    <message>
        <source>What became of codes of Klass {number} after {after}, up to and including {until}, from SSB.</source>
        <translation>Kva som vart av kodar i Klass {number} etter {after}, til og med {until}, frå SSB.</translation>
    </message>
    <message>
        <source>Without sea: cut with the coastline of {}.</source>
        <translation>Utan sjø: klipt med kystlinja i {}.</translation>
    </message>
    <message>
        <source>Without sea: simplified shapes that Geonorge has of this year ({}).</source>
        <translation>Utan sjø: forenkla former som Geonorge har for årgangen ({}).</translation>
    </message>
    <message>
        <source>{title}, not valid before {date}</source>
        <translation>{title}, gjeld ikkje før {date}</translation>
    </message>
    <message>
        <source>{title}. {credit}, {licence}. Source: {page}, fetched on {date}.</source>
        <translation>{title}. {credit}, {licence}. Kjelde: {page}, henta {date}.</translation>
    </message>
    <message>
        <source>{title}: the division valid on {date}, from Kartverket through Geonorge.</source>
        <translation>{title}: inndelinga som gjaldt {date}, frå Kartverket gjennom Geonorge.</translation>
    </message>
    <message>
        <source>{} (areas)</source>
        <translation>{} (flater)</translation>
    </message>
    <message>
        <source>{} (lines)</source>
        <translation>{} (linjer)</translation>
    </message>
    <message>
        <source>{} (points)</source>
        <translation>{} (punkt)</translation>
    </message>
    <message>
        <source>{} within an extent</source>
        <translation>{} i eit utsnitt</translation>
    </message>
    <message>
        <source>{} without sea</source>
        <translation>{} utan sjø</translation>
    </message>
</context>
<context>
    <name>LayersPage</name>
    <message numerus="yes">
        <source>%n border(s) are in the map.</source>
        <translation>
            <numerusform>%n grenselinje er henta.</numerusform>
            <numerusform>%n grenselinjer er henta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bydel(er) are in the map.</source>
        <translation>
            <numerusform>%n bydel er henta.</numerusform>
            <numerusform>%n bydelar er henta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delområde(r) are in the map.</source>
        <translation>
            <numerusform>%n delområde er henta.</numerusform>
            <numerusform>%n delområde er henta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fylke(r) are in the map.</source>
        <translation>
            <numerusform>%n fylke er henta.</numerusform>
            <numerusform>%n fylke er henta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grunnkrets(er) are in the map.</source>
        <translation>
            <numerusform>%n grunnkrins er henta.</numerusform>
            <numerusform>%n grunnkrinsar er henta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kommune(r) are in the map.</source>
        <translation>
            <numerusform>%n kommune er henta.</numerusform>
            <numerusform>%n kommunar er henta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) are in the map.</source>
        <translation>
            <numerusform>%n lag er i kartet.</numerusform>
            <numerusform>%n lag er i kartet.</numerusform>
        </translation>
    </message>
    <message>
        <source>As of {}.</source>
        <translation>Gjeld per {}.</translation>
    </message>
    <message>
        <source>Asking Geonorge for its years …</source>
        <translation>Spør Geonorge om årgangar …</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Grenser</translation>
    </message>
    <message>
        <source>Fetched once, used again while nothing newer exists</source>
        <translation>Blir henta éin gong, og brukt igjen så lenge det ikkje finst noko nyare</translation>
    </message>
    <message>
        <source>Finding the coordinate system …</source>
        <translation>Finn koordinatsystemet …</translation>
    </message>
    <message>
        <source>Geonorge did not answer: this is what was fetched on {}.</source>
        <translation>Geonorge svarte ikkje: dette vart henta {}.</translation>
    </message>
    <message>
        <source>Geonorge's usual way was down: it came another way.</source>
        <translation>Den vanlege vegen til Geonorge var nede, så det kom ein annan veg.</translation>
    </message>
    <message>
        <source>Get Boundaries</source>
        <translation>Hent grenser</translation>
    </message>
    <message>
        <source>Getting boundaries …</source>
        <translation>Hentar grenser …</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>Kople…</translation>
    </message>
    <message>
        <source>Keep Layers with the Project</source>
        <translation>Behald laga saman med prosjektet</translation>
    </message>
    <message>
        <source>Look for Newer Boundaries in the Project</source>
        <translation>Sjå etter nyare grenser i prosjektet</translation>
    </message>
    <message>
        <source>Not valid before {}.</source>
        <translation>Gjeld ikkje før {}.</translation>
    </message>
    <message>
        <source>Opening the map service …</source>
        <translation>Opnar karttenesta …</translation>
    </message>
    <message>
        <source>Reading the map service …</source>
        <translation>Les karttenesta …</translation>
    </message>
    <message>
        <source>Remove Again</source>
        <translation>Fjern igjen</translation>
    </message>
    <message>
        <source>Repair Dead Addresses of Map Services</source>
        <translation>Rett nedlagde adresser til karttenester</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>You already had this, from {}.</source>
        <translation>Du har dette frå før, frå {}.</translation>
    </message>
    <message>
        <source>{} is missing. The rest is in the map.</source>
        <translation>{} manglar. Resten er i kartet.</translation>
    </message>
</context>
<context>
    <name>Lineage</name>
    <message>
        <source>On {date}, {old} became {new} ({kind}).</source>
        <translation>{date} vart {old} til {new} ({kind}).</translation>
    </message>
    <message>
        <source>SSB does not say what became of {} on {}.</source>
        <translation>SSB seier ikkje kva det vart av {} den {}.</translation>
    </message>
    <message>
        <source>SSB does not say what {} was before {}.</source>
        <translation>SSB seier ikkje kva {} var før {}.</translation>
    </message>
    <message>
        <source>SSB has no table for {}.</source>
        <translation>SSB har ingen tabell for {}.</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>endra</translation>
    </message>
    <message>
        <source>ended on {}</source>
        <translation>utgått {}</translation>
    </message>
    <message>
        <source>from {}</source>
        <translation>frå {}</translation>
    </message>
    <message>
        <source>from {} (merged from {})</source>
        <translation>frå {} (slått saman av {})</translation>
    </message>
    <message>
        <source>from {} (new number for {})</source>
        <translation>frå {} (nytt nummer for {})</translation>
    </message>
    <message>
        <source>from {} (split from {})</source>
        <translation>frå {} (delt frå {})</translation>
    </message>
    <message>
        <source>from {} ({})</source>
        <translation>frå {} ({})</translation>
    </message>
    <message>
        <source>from {} ({}, came from {})</source>
        <translation>frå {} ({}, kom frå {})</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>slått saman</translation>
    </message>
    <message>
        <source>merged on {} into {}</source>
        <translation>slått saman {} til {}</translation>
    </message>
    <message>
        <source>new name</source>
        <translation>nytt namn</translation>
    </message>
    <message>
        <source>new number</source>
        <translation>nytt nummer</translation>
    </message>
    <message>
        <source>on {} given the new number {}</source>
        <translation>fekk {} det nye nummeret {}</translation>
    </message>
    <message>
        <source>rearranged</source>
        <translation>omfordelt</translation>
    </message>
    <message>
        <source>split</source>
        <translation>delt</translation>
    </message>
    <message>
        <source>split on {} into {}</source>
        <translation>delt {} i {}</translation>
    </message>
    <message>
        <source>still applies</source>
        <translation>gjeld framleis</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} og {}</translation>
    </message>
    <message>
        <source>{} on {}, became {}</source>
        <translation>{} {}, vart {}</translation>
    </message>
</context>
<context>
    <name>LineageDrill</name>
    <message>
        <source>Fetching the lineage of {} …</source>
        <translation>Hentar livsløpet til {} …</translation>
    </message>
    <message>
        <source>Klass has never had a code {}.</source>
        <translation>Klass har aldri hatt koden {}.</translation>
    </message>
    <message>
        <source>No network. The codes are from {}.</source>
        <translation>Utan nett. Kodane er frå {}.</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>Lagre bilete</translation>
    </message>
    <message>
        <source>Saving the picture …</source>
        <translation>Lagrar biletet …</translation>
    </message>
    <message>
        <source>Source: Statistics Norway, Klass {}. Fetched {}.</source>
        <translation>Kjelde: Statistisk sentralbyrå, Klass {}. Henta {}.</translation>
    </message>
    <message>
        <source>The picture is saved as {}.</source>
        <translation>Biletet er lagra som {}.</translation>
    </message>
</context>
<context>
    <name>LineagePanel</name>
    <message numerus="yes">
        <source>Draw what changed on %n earlier day(s), too</source>
        <translation>
            <numerusform>Teikn også det som vart endra på %n tidlegare dag</numerusform>
            <numerusform>Teikn også det som vart endra på %n tidlegare dagar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draw what changed on %n later day(s), too</source>
        <translation>
            <numerusform>Teikn også det som vart endra på %n seinare dag</numerusform>
            <numerusform>Teikn også det som vart endra på %n seinare dagar</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier ({})</source>
        <translation>Tidlegare ({})</translation>
    </message>
    <message>
        <source>Fit to the Panel</source>
        <translation>Tilpass til panelet</translation>
    </message>
    <message>
        <source>Later ({})</source>
        <translation>Seinare ({})</translation>
    </message>
    <message>
        <source>Save Picture…</source>
        <translation>Lagre bilete…</translation>
    </message>
    <message>
        <source>Show Large</source>
        <translation>Vis stort</translation>
    </message>
    <message>
        <source>Show the lineage in a window of its own</source>
        <translation>Vis livsløpet i eit eige vindauge</translation>
    </message>
</context>
<context>
    <name>LineageView</name>
    <message>
        <source>Lineage of {}</source>
        <translation>Livsløpet til {}</translation>
    </message>
</context>
<context>
    <name>LineageWindow</name>
    <message>
        <source>Lineage of {}</source>
        <translation>Livsløpet til {}</translation>
    </message>
</context>
<context>
    <name>LiveBoundaries</name>
    <message>
        <source>Add Live Layer</source>
        <translation>Legg til levande lag</translation>
    </message>
    <message>
        <source>Opening the live layer …</source>
        <translation>Opnar det levande laget …</translation>
    </message>
    <message>
        <source>Remove Again</source>
        <translation>Fjern igjen</translation>
    </message>
    <message>
        <source>{} is in the map as a live layer: what is shown comes from Geonorge while you look at the map.</source>
        <translation>{} er i kartet som levande lag: det som blir vist, blir henta frå Geonorge medan du ser på kartet.</translation>
    </message>
</context>
<context>
    <name>Locator</name>
    <message>
        <source>Bydel</source>
        <translation>Bydel</translation>
    </message>
    <message>
        <source>Codes and Places</source>
        <translation>Kodar og stader</translation>
    </message>
    <message>
        <source>Copy {}</source>
        <translation>Kopier {}</translation>
    </message>
    <message>
        <source>Delområde</source>
        <translation>Delområde</translation>
    </message>
    <message>
        <source>Fylke</source>
        <translation>Fylke</translation>
    </message>
    <message>
        <source>Get the codes of {} from SSB, former ones too, to find them here</source>
        <translation>Hent kodane for {} frå SSB, dei gamle også, så finst dei her</translation>
    </message>
    <message>
        <source>Grunnkrets</source>
        <translation>Grunnkrins</translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>{kind} until {date}: show its lineage</source>
        <translation>{kind} til og med {date}: vis livsløpet</translation>
    </message>
</context>
<context>
    <name>MapArea</name>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Click a place in the map. The kommune there becomes the area.</source>
        <translation>Klikk på ein stad i kartet. Kommunen der blir området.</translation>
    </message>
    <message>
        <source>Finding kommuner in the map …</source>
        <translation>Finn kommunar i kartet …</translation>
    </message>
    <message numerus="yes">
        <source>The map shows a part of %n kommune(r). They are the area now.</source>
        <translation>
            <numerusform>Kartet viser noko av %n kommune. Han er området no.</numerusform>
            <numerusform>Kartet viser noko av %n kommunar. Dei er området no.</numerusform>
        </translation>
    </message>
    <message>
        <source>The map shows a part of every kommune. The whole country is the area now.</source>
        <translation>Kartet viser noko av alle kommunar. Heile landet er området no.</translation>
    </message>
    <message>
        <source>The map shows no place yet. Add a layer first, or choose an area by name.</source>
        <translation>Kartet viser ikkje nokon stad enno. Legg til eit lag først, eller vel eit område ved namn.</translation>
    </message>
</context>
<context>
    <name>MapServices</name>
    <message numerus="yes">
        <source>Add %n Layer(s)</source>
        <translation>
            <numerusform>Legg til %n lag</numerusform>
            <numerusform>Legg til %n lag</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to Favourites</source>
        <translation>Legg til i favorittar</translation>
    </message>
    <message>
        <source>Add to Map</source>
        <translation>Legg til i kartet</translation>
    </message>
    <message>
        <source>Administrative units (Geonorge)</source>
        <translation>Administrative einingar</translation>
    </message>
    <message>
        <source>Background maps (Kartverket)</source>
        <translation>Bakgrunnskart</translation>
    </message>
    <message>
        <source>CRS</source>
        <translation>KRS</translation>
    </message>
    <message>
        <source>Choose Layers to Add</source>
        <translation>Vel lag å leggje til</translation>
    </message>
    <message>
        <source>Choose, or type the address of any WMS, WMTS, WFS or OGC API</source>
        <translation>Vel, eller skriv adressa til ein WMS, WMTS, WFS eller OGC API</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Grunnkretser (Geonorge)</source>
        <translation>Grunnkrinsar</translation>
    </message>
    <message>
        <source>Live layers (Geonorge)</source>
        <translation>Levande lag</translation>
    </message>
    <message>
        <source>Map Service</source>
        <translation>Kartteneste</translation>
    </message>
    <message>
        <source>Map Services</source>
        <translation>Karttenester</translation>
    </message>
    <message>
        <source>Read the Layers</source>
        <translation>Les laga</translation>
    </message>
    <message>
        <source>Reading what the service offers …</source>
        <translation>Les kva tenesta tilbyr …</translation>
    </message>
    <message>
        <source>Remove from Favourites</source>
        <translation>Fjern frå favorittar</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>This map does not come in {project}. QGIS redraws it from {shown}, which blurs it a little.</source>
        <translation>Kartet finst ikkje i {project}. QGIS teiknar det om frå {shown}, og det blir litt uskarpt.</translation>
    </message>
</context>
<context>
    <name>MapStyles</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Area with a value</source>
        <translation>Område med verdi</translation>
    </message>
    <message>
        <source>Boundaries: {}</source>
        <translation>Grenser: {}</translation>
    </message>
    <message>
        <source>No value ({})</source>
        <translation>Ingen verdi ({})</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andre</translation>
    </message>
    <message>
        <source>Source: {}</source>
        <translation>Kjelde: {}</translation>
    </message>
    <message>
        <source>under {}</source>
        <translation>under {}</translation>
    </message>
    <message>
        <source>{} and over</source>
        <translation>{} og over</translation>
    </message>
    <message>
        <source>{} per {}</source>
        <translation>{} per {}</translation>
    </message>
    <message>
        <source>{} to under {}</source>
        <translation>{} til under {}</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} til {}</translation>
    </message>
</context>
<context>
    <name>MatchBars</name>
    <message numerus="yes">
        <source>%n without code</source>
        <translation>
            <numerusform>%n utan kode</numerusform>
            <numerusform>%n utan kode</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without feature</source>
        <translation>
            <numerusform>%n utan objekt</numerusform>
            <numerusform>%n utan objekt</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes in {}</source>
        <translation>Kodar i {}</translation>
    </message>
    <message>
        <source>Features in the layer</source>
        <translation>Objekt i laget</translation>
    </message>
    <message>
        <source>{} of {} features have a code, {} of {} codes have a feature.</source>
        <translation>{} av {} objekt har ein kode, {} av {} kodar har eit objekt.</translation>
    </message>
</context>
<context>
    <name>MatchReportPanel</name>
    <message>
        <source>Change to {} Codes</source>
        <translation>Byt til {}-kodar</translation>
    </message>
    <message>
        <source>Codes and features that did not match</source>
        <translation>Kodar og objekt som ikkje passa</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Ingenting er endra enno.</translation>
    </message>
    <message>
        <source>Save Report…</source>
        <translation>Lagre rapport…</translation>
    </message>
    <message>
        <source>Save the report as CSV or Excel</source>
        <translation>Lagre rapporten som CSV eller Excel</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Vel</translation>
    </message>
    <message>
        <source>Show Lineage</source>
        <translation>Vis livsløp</translation>
    </message>
    <message>
        <source>Show on Map</source>
        <translation>Vis i kartet</translation>
    </message>
    <message>
        <source>Shows first what becomes of each code</source>
        <translation>Viser først kva kvar kode blir til</translation>
    </message>
    <message>
        <source>Use {}</source>
        <translation>Bruk {}</translation>
    </message>
</context>
<context>
    <name>MatchWords</name>
    <message>
        <source> and </source>
        <translation> og </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) left over</source>
        <translation>
            <numerusform>%n kode til overs</numerusform>
            <numerusform>%n kodar til overs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read as text with zero in front</source>
        <translation>
            <numerusform>%n kode er lesen som tekst med null framfor</numerusform>
            <numerusform>%n kodar er lesne som tekst med null framfor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read by their first digits</source>
        <translation>
            <numerusform>%n kode er lesen med dei første siffera</numerusform>
            <numerusform>%n kodar er lesne med dei første siffera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read with 00 behind</source>
        <translation>
            <numerusform>%n kode er lesen med 00 bak</numerusform>
            <numerusform>%n kodar er lesne med 00 bak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read without blanks around</source>
        <translation>
            <numerusform>%n kode er lesen utan mellomrom rundt</numerusform>
            <numerusform>%n kodar er lesne utan mellomrom rundt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read without decimals</source>
        <translation>
            <numerusform>%n kode er lesen utan desimalar</numerusform>
            <numerusform>%n kodar er lesne utan desimalar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read without the text beside</source>
        <translation>
            <numerusform>%n kode er lesen utan teksten ved sida av</numerusform>
            <numerusform>%n kodar er lesne utan teksten ved sida av</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s)</source>
        <translation>
            <numerusform>%n objekt</numerusform>
            <numerusform>%n objekt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n rad</numerusform>
            <numerusform>%n rader</numerusform>
        </translation>
    </message>
    <message>
        <source>All {} match {}</source>
        <translation>Alle {} passar {}</translation>
    </message>
    <message>
        <source>All {} match “{}”</source>
        <translation>Alle {} passar med «{}»</translation>
    </message>
    <message>
        <source>Became</source>
        <translation>Vart til</translation>
    </message>
    <message>
        <source>Code and Name</source>
        <translation>Kode og namn</translation>
    </message>
    <message>
        <source>Codes for what is unknown or unplaced. No map has them.</source>
        <translation>Kodar for det som er ukjent eller utan stad. Dei finst ikkje på noko kart.</translation>
    </message>
    <message>
        <source>Codes that apply, but that no feature of the layer has.</source>
        <translation>Kodar som gjeld, men som ingen objekt i laget har.</translation>
    </message>
    <message>
        <source>Codes that occur more than once.</source>
        <translation>Kodar som står fleire gonger.</translation>
    </message>
    <message>
        <source>Codes without feature</source>
        <translation>Kodar utan objekt</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Tomt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Utgått</translation>
    </message>
    <message>
        <source>Ended, and no code followed.</source>
        <translation>Utgått, og ingen kode kom etterpå.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Features without a value in the field.</source>
        <translation>Objekt utan verdi i feltet.</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Slått saman</translation>
    </message>
    <message>
        <source>Merged with others.</source>
        <translation>Slått saman med andre.</translation>
    </message>
    <message>
        <source>New number</source>
        <translation>Nytt nummer</translation>
    </message>
    <message>
        <source>No codes match, so there is nothing to join. See what the column holds.</source>
        <translation>Ingen kodar passar, så det er ingenting å kople. Sjå kva feltet inneheld.</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Ingen verdi</translation>
    </message>
    <message>
        <source>Not a code</source>
        <translation>Ikkje ein kode</translation>
    </message>
    <message>
        <source>Not a place</source>
        <translation>Ikkje ein stad</translation>
    </message>
    <message>
        <source>Not valid yet</source>
        <translation>Gjeld ikkje enno</translation>
    </message>
    <message>
        <source>Same code twice</source>
        <translation>Same kode fleire gonger</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Delt</translation>
    </message>
    <message>
        <source>Split into several. SSB does not say which of them your figures belong to.</source>
        <translation>Delt i fleire. SSB seier ikkje kva for ei av dei tala dine høyrer til.</translation>
    </message>
    <message>
        <source>The layer is from {}.</source>
        <translation>Laget er frå {}.</translation>
    </message>
    <message>
        <source>The same places under a new number.</source>
        <translation>Dei same stadene med nytt nummer.</translation>
    </message>
    <message>
        <source>Then all {} codes apply.</source>
        <translation>Då gjeld alle {} kodane.</translation>
    </message>
    <message>
        <source>Then {} of {} codes apply.</source>
        <translation>Då gjeld {} av {} kodar.</translation>
    </message>
    <message>
        <source>These codes apply from a later day.</source>
        <translation>Desse kodane gjeld frå ein seinare dag.</translation>
    </message>
    <message>
        <source>They look like codes, but no such codes are known.</source>
        <translation>Dei ser ut som kodar, men ingen slike kodar er kjende.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Ukjend</translation>
    </message>
    <message>
        <source>Values that don't look like codes.</source>
        <translation>Verdiar som ikkje ser ut som kodar.</translation>
    </message>
    <message>
        <source>applied until {}</source>
        <translation>gjaldt til og med {}</translation>
    </message>
    <message>
        <source>applies from {}</source>
        <translation>gjeld frå {}</translation>
    </message>
    <message>
        <source>became {}</source>
        <translation>vart til {}</translation>
    </message>
    <message>
        <source>split into {}</source>
        <translation>delt i {}</translation>
    </message>
    <message>
        <source>{} features have a code in “{}”</source>
        <translation>{} objekt har ein kode i «{}»</translation>
    </message>
    <message>
        <source>{} features have a code that applies on {}</source>
        <translation>{} objekt har ein kode som gjeld {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} av {}</translation>
    </message>
    <message>
        <source>{} or earlier</source>
        <translation>{} eller tidlegare</translation>
    </message>
    <message>
        <source>{} or later</source>
        <translation>{} eller seinare</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n code(s) of {source} have several in {target}, such as {example}: {codes}. All of them are given, with semicolons between.</source>
        <translation>
            <numerusform>%n kode for {source} har fleire blant {target}: {example} har {codes}. Alle står, med semikolon mellom.</numerusform>
            <numerusform>%n kodar for {source} har fleire blant {target}, som {example}: {codes}. Alle står, med semikolon mellom.</numerusform>
        </translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Asking Geonorge …</source>
        <translation>Spør Geonorge …</translation>
    </message>
    <message>
        <source>Asking {} …</source>
        <translation>Spør {} …</translation>
    </message>
    <message>
        <source>Both dates are {}, so nothing can have changed between them. Choose an earlier first date.</source>
        <translation>Begge datoane er {}, så ingenting kan ha endra seg mellom dei. Vel ein tidlegare første dato.</translation>
    </message>
    <message>
        <source>Changing codes …</source>
        <translation>Byter kodar …</translation>
    </message>
    <message>
        <source>Choosing what the map shows …</source>
        <translation>Vel ut det kartet viser …</translation>
    </message>
    <message>
        <source>Cutting at the coast …</source>
        <translation>Klipper langs kysten …</translation>
    </message>
    <message>
        <source>Downloading {} of {} …</source>
        <translation>Lastar ned {} av {} …</translation>
    </message>
    <message>
        <source>Downloading …</source>
        <translation>Lastar ned …</translation>
    </message>
    <message>
        <source>Downloading … {}</source>
        <translation>Lastar ned … {}</translation>
    </message>
    <message>
        <source>Expressions don't know what is above the codes of {units} on {date}. Show them for that date on the Codes page once, or run {algorithm}.</source>
        <translation>Uttrykk veit ikkje kva som ligg over kodane for {units} {date}. Vis dei for den datoen på kodesida éin gong, eller køyr {algorithm}.</translation>
    </message>
    <message>
        <source>Expressions find no new codes for {units}: the changes up to {date} have not been fetched. Show the lineage of one of them on the Codes page once, or run {algorithm}.</source>
        <translation>Uttrykk finn ingen nye kodar for {units}, for endringane fram til {date} er ikkje henta. Vis livsløpet til ein av kodane på kodesida éin gong, eller køyr {algorithm}.</translation>
    </message>
    <message>
        <source>Expressions find no {units} on {date}: they have not been fetched. Show them for that date on the Codes page once, or run {algorithm}.</source>
        <translation>Uttrykk finn ingen {units} {date}, for dei er ikkje henta. Vis dei for den datoen på kodesida éin gong, eller køyr {algorithm}.</translation>
    </message>
    <message>
        <source>Expressions use codes of {units} that were fetched on {date}. There may be newer ones: show them on the Codes page once.</source>
        <translation>Uttrykk bruker kodar for {units} som vart henta {date}. Det kan finnast nyare. Vis dei på kodesida éin gong.</translation>
    </message>
    <message>
        <source>Fetching the list of classifications …</source>
        <translation>Hentar lista over klassifikasjonar …</translation>
    </message>
    <message>
        <source>Fetching what became of old codes …</source>
        <translation>Hentar kva gamle kodar vart til …</translation>
    </message>
    <message>
        <source>Fetching {area} through {route} …</source>
        <translation>Hentar {area} gjennom {route} …</translation>
    </message>
    <message>
        <source>Fetching {} …</source>
        <translation>Hentar {} …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Geonorge does not deliver {}.</source>
        <translation>Geonorge leverer ikkje {}.</translation>
    </message>
    <message>
        <source>It delivers {}. Choose one of these.</source>
        <translation>Det leverer {}. Vel ein av desse.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Joining shapes …</source>
        <translation>Slår saman former …</translation>
    </message>
    <message>
        <source>Klass has no classification {}. Use its number, or grunnkrets, delomrade, kommune, fylke or bydel.</source>
        <translation>Klass har ingen klassifikasjon {}. Bruk nummeret, eller grunnkrets, delomrade, kommune, fylke eller bydel.</translation>
    </message>
    <message>
        <source>Klass has no codes for {units} on {date}. Choose another date.</source>
        <translation>Klass har ingen kodar for {units} {date}. Vel ein annan dato.</translation>
    </message>
    <message>
        <source>Klass has no codes for {units} on {date}. It has them from {first} to {last}. Choose a date in between.</source>
        <translation>Klass har ingen kodar for {units} {date}. Kodane finst frå {first} til {last}. Vel ein dato mellom dei.</translation>
    </message>
    <message>
        <source>Klass has no codes for {units} on {date}. It has them from {first}. Choose a later date.</source>
        <translation>Klass har ingen kodar for {units} {date}. Kodane finst frå {first}. Vel ein seinare dato.</translation>
    </message>
    <message>
        <source>Klass has no variant “{variant}” of {units} on {date}. Choose another date, or no variant.</source>
        <translation>Klass har ingen variant «{variant}» av {units} {date}. Vel ein annan dato, eller ingen variant.</translation>
    </message>
    <message>
        <source>Klass says {}.</source>
        <translation>Klass seier {}.</translation>
    </message>
    <message>
        <source>Left out, because Klass does not say which of the {units} they belong to: {count} {parts} ({codes}).</source>
        <translation>Utelate fordi Klass ikkje seier kva {units} dei høyrer til: {count} {parts} ({codes}).</translation>
    </message>
    <message>
        <source>Left out, because nothing of them is land on the map that was used: {count} {units} ({codes}).</source>
        <translation>Utelate fordi ingenting av dei er land på kartet som vart brukt: {count} {units} ({codes}).</translation>
    </message>
    <message>
        <source>Making a layer of the file …</source>
        <translation>Lagar eit lag av fila …</translation>
    </message>
    <message>
        <source>Matching …</source>
        <translation>Samanliknar …</translation>
    </message>
    <message>
        <source>Names of {units} are not published in the language “{language}”. They are in bokmål.</source>
        <translation>Namn på {units} finst ikkje på språket «{language}». Dei er på bokmål.</translation>
    </message>
    <message>
        <source>No codes in {field} of “{layer}” match, so there is nothing to join.</source>
        <translation>Ingen kodar i {field} i «{layer}» passar, så det er ingenting å kople.</translation>
    </message>
    <message>
        <source>No contact with the database “{database}”. Look at its connection in QGIS. Nothing was changed.</source>
        <translation>Fekk ikkje kontakt med databasen «{database}». Sjå på tilkoplinga i QGIS. Ingenting er endra.</translation>
    </message>
    <message>
        <source>No contact with {service}. No machine called {host} was found. Check that you are on the network. Nothing was changed.</source>
        <translation>Fekk ikkje kontakt med {service}. Fann inga maskin som heiter {host}. Sjekk at du er på nett. Ingenting er endra.</translation>
    </message>
    <message>
        <source>No contact with {service}. The proxy did not let it through: {words}. Check the proxy in QGIS's options, under Network. Nothing was changed.</source>
        <translation>Fekk ikkje kontakt med {service}. Proxyen sleppte det ikkje gjennom: {words}. Sjekk proxyen i innstillingane til QGIS, under Nettverk. Ingenting er endra.</translation>
    </message>
    <message>
        <source>No contact with {service}. What was fetched on {date} is used.</source>
        <translation>Fekk ikkje kontakt med {service}. Det som vart henta {date}, blir brukt.</translation>
    </message>
    <message>
        <source>No contact with {service}. {host} did not answer within {seconds} seconds. A proxy may have stopped it. Nothing was changed.</source>
        <translation>Fekk ikkje kontakt med {service}. {host} svarte ikkje innan {seconds} sekund. Ein proxy kan ha stoppa svaret. Ingenting er endra.</translation>
    </message>
    <message>
        <source>No contact with {service}. {host} takes no connections now. Check the network, or try again in a few minutes. Nothing was changed.</source>
        <translation>Fekk ikkje kontakt med {service}. {host} tek ikkje imot no. Sjekk nettet, eller prøv igjen om nokre minutt. Ingenting er endra.</translation>
    </message>
    <message>
        <source>No field of “{layer}” holds the codes of “{table}”. Choose the fields of both yourself.</source>
        <translation>Ingen felt i «{layer}» har kodane i «{table}». Vel felta i begge sjølv.</translation>
    </message>
    <message>
        <source>No field of “{}” holds codes that match. Choose the field and the classification yourself.</source>
        <translation>Ingen felt i «{}» inneheld kodar som passar. Vel felt og klassifikasjon sjølv.</translation>
    </message>
    <message>
        <source>No safe connection with {service}. The certificate of {host} was not accepted: {words}. A proxy may have put in its own: then add its authority in QGIS's options, under Authentication. Nothing was changed.</source>
        <translation>Fekk ikkje trygg kontakt med {service}. Sertifikatet til {host} vart ikkje godteke: {words}. Ein proxy kan ha sett inn sitt eige: legg då til utferdaren i innstillingane til QGIS, under Autentisering. Ingenting er endra.</translation>
    </message>
    <message>
        <source>Nothing is given for “{}”, which is needed.</source>
        <translation>«{}» er tomt, men må fyllast ut.</translation>
    </message>
    <message>
        <source>On {map}, these {units} do not reach the sea: they are as registered.</source>
        <translation>På {map} når ikkje desse {units} sjøen: dei er som registrerte.</translation>
    </message>
    <message>
        <source>QGIS has no connection called “{database}” any more. Choose again where to keep boundaries.</source>
        <translation>QGIS har ikkje lenger noka tilkopling som heiter «{database}». Vel på nytt kvar grensene skal lagrast.</translation>
    </message>
    <message>
        <source>Reading the layer …</source>
        <translation>Les laget …</translation>
    </message>
    <message>
        <source>SSB does not say what became of {codes} ({units}) on {date}. They are left without a new code.</source>
        <translation>SSB seier ikkje kva {codes} ({units}) vart til {date}. Dei står utan ny kode.</translation>
    </message>
    <message>
        <source>SSB has no table between {source} and {target} for the time from {start} to before {end}. The rest is shown.</source>
        <translation>SSB har ingen tabell mellom {source} og {target} for tida frå {start} til før {end}. Resten er med.</translation>
    </message>
    <message>
        <source>SSB has no table between {source} and {target} on {date}. Choose another date, or another classification.</source>
        <translation>SSB har ingen tabell mellom {source} og {target} {date}. Vel ein annan dato eller ein annan klassifikasjon.</translation>
    </message>
    <message>
        <source>SSB has no table of changes for {units} on {date}. What became of codes that ended then is not known; the rest is shown.</source>
        <translation>SSB har ingen tabell over endringar for {units} {date}. Kva kodar som gjekk ut då, vart til, er ikkje kjent. Resten er med.</translation>
    </message>
    <message>
        <source>Somebody is using the table in “{database}”. Try again when it is free. Nothing was changed.</source>
        <translation>Nokon bruker tabellen i «{database}». Prøv igjen når han er ledig. Ingenting er endra.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Stoppa. Ingenting er endra.</translation>
    </message>
    <message>
        <source>The answer from {host} is not what it should be: got {got}, expected {expected}. Open the address in a browser to see why. Nothing was changed.</source>
        <translation>Svaret frå {host} er ikkje som det skal: fekk {got}, venta {expected}. Opne adressa i ein nettlesar for å sjå kvifor. Ingenting er endra.</translation>
    </message>
    <message>
        <source>The answer from {service} is larger than {size}, so it was left. Choose a smaller area. Nothing was changed.</source>
        <translation>Svaret frå {service} er større enn {size}, så det vart ikkje henta. Vel eit mindre område. Ingenting er endra.</translation>
    </message>
    <message>
        <source>The choice {} can't be used: in Klass, {} became {}. Choose one of these.</source>
        <translation>Valet {} kan ikkje brukast: i Klass vart {} til {}. Vel ein av desse.</translation>
    </message>
    <message>
        <source>The choice {} lacks a code. Each row needs old_code and new_code.</source>
        <translation>Valet {} manglar ein kode. Kvar rad treng old_code og new_code.</translation>
    </message>
    <message>
        <source>The choice {} needs a weight: a number above 0 for each new code of the same old code, such as 0.7 and 0.3.</source>
        <translation>Valet {} treng ei vekt: eit tal over 0 for kvar ny kode for den same gamle koden, til dømes 0.7 og 0.3.</translation>
    </message>
    <message>
        <source>The choice {} stands twice in the table of choices. Keep one of them.</source>
        <translation>Valet {} står to gonger i tabellen med val. Ta vare på éin av dei.</translation>
    </message>
    <message>
        <source>The codes for {units} on {date} do not apply yet: they do from {future}. Choose to include future codes.</source>
        <translation>Kodane for {units} {date} gjeld ikkje enno: dei gjeld frå {future}. Vel å ta med kodar som ikkje gjeld enno.</translation>
    </message>
    <message>
        <source>The database “{database}” did not accept user and password. Nothing was changed.</source>
        <translation>Databasen «{database}» godtok ikkje brukar og passord. Ingenting er endra.</translation>
    </message>
    <message>
        <source>The database “{database}” did not take the boundaries: {words}. Nothing was changed.</source>
        <translation>Databasen «{database}» tok ikkje imot grensene: {words}. Ingenting er endra.</translation>
    </message>
    <message>
        <source>The disk is full. Make room, and try again. Nothing was changed.</source>
        <translation>Disken er full. Lag plass, og prøv igjen. Ingenting er endra.</translation>
    </message>
    <message>
        <source>The disk is full: {size} more were needed. Make room, and try again. Nothing was changed.</source>
        <translation>Disken er full: det trongst {size} til. Lag plass, og prøv igjen. Ingenting er endra.</translation>
    </message>
    <message>
        <source>The field holds {}. Choose another field, classification or date.</source>
        <translation>Feltet inneheld {}. Vel eit anna felt, ein annan klassifikasjon eller ein annan dato.</translation>
    </message>
    <message>
        <source>The file at {host} is larger than {size}, so it was left. Save it with a browser and open it from your disk, or choose another of the data set's formats.</source>
        <translation>Fila hos {host} er større enn {size}, så ho vart ikkje henta. Lagre ho med ein nettlesar og opne ho frå disken, eller vel eit anna av formata datasettet har.</translation>
    </message>
    <message>
        <source>The file at {host} is {size}, so it was left. Save it with a browser and open it from your disk, or choose another of the data set's formats.</source>
        <translation>Fila hos {host} er på {size}, så ho vart ikkje henta. Lagre ho med ein nettlesar og opne ho frå disken, eller vel eit anna av formata datasettet har.</translation>
    </message>
    <message>
        <source>The file {file} can't be used: {reason}. It was removed; try again.</source>
        <translation>Fila {file} kan ikkje brukast: {reason}. Ho er fjerna; prøv igjen.</translation>
    </message>
    <message>
        <source>The first date, {start}, must come before the second, {end}.</source>
        <translation>Den første datoen, {start}, må kome før den andre, {end}.</translation>
    </message>
    <message>
        <source>The map shows no {units} of {year} where it stands now. Move it, or choose an area by name or number.</source>
        <translation>Det er ingen {units} frå {year} i kartutsnittet. Flytt kartet, eller vel eit område ved namn eller nummer.</translation>
    </message>
    <message>
        <source>The plugin has a fault ({}). The log of QGIS says more, under Klasskart. Try again, and report it if it comes back.</source>
        <translation>Programtillegget har ein feil ({}). Loggen i QGIS seier meir, under Klasskart. Prøv igjen, og meld frå om det hender fleire gonger.</translation>
    </message>
    <message>
        <source>The shapes of {} are left out: weights share out figures, but no shape. The figures are right.</source>
        <translation>Formene til {} er utelatne: vekter fordeler tal, men inga form. Tala er rette.</translation>
    </message>
    <message>
        <source>The zip from {host} holds nothing that can be put on the map, only {names}. Tell the publisher.</source>
        <translation>Zip-fila frå {host} inneheld ikkje noko som kan leggjast i kartet, berre {names}. Sei frå til utgivaren.</translation>
    </message>
    <message>
        <source>There are no {units} in {areas}. The kommuner that have them are {known}.</source>
        <translation>Det er ingen {units} i {areas}. Kommunane som har det, er {known}.</translation>
    </message>
    <message>
        <source>There is already a file {}. It was left as it is. Choose another folder.</source>
        <translation>Det finst alt ei fil {}. Ho er som før. Vel ei anna mappe.</translation>
    </message>
    <message>
        <source>There is no area {area} in the division of {year}. Did you mean {known}?</source>
        <translation>Det finst ikkje noko område {area} i inndelinga frå {year}. Meinte du {known}?</translation>
    </message>
    <message>
        <source>There is no area {area} in the division of {year}. Use a number of that year, or choose another year.</source>
        <translation>Det finst ikkje noko område {area} i inndelinga frå {year}. Bruk eit nummer frå det året, eller vel eit anna år.</translation>
    </message>
    <message>
        <source>There is no kommune {}. Write its number or its name, such as 0301 or Oslo.</source>
        <translation>Det finst ingen kommune {}. Skriv nummeret eller namnet, til dømes 0301 eller Oslo.</translation>
    </message>
    <message>
        <source>There is nothing at this address of {host} any more ({status}). The catalogue has an old link: look for the data set in another, or tell the publisher.</source>
        <translation>Det er ikkje lenger noko på denne adressa hos {host} ({status}). Katalogen har ei gammal lenkje: sjå etter datasettet i ein annan, eller sei frå til utgivaren.</translation>
    </message>
    <message>
        <source>These boundaries are published, but not valid before {}.</source>
        <translation>Desse grensene er publiserte, men gjeld ikkje før {}.</translation>
    </message>
    <message>
        <source>This QGIS can't write to PostGIS: a driver of GDAL is missing. Choose a file instead.</source>
        <translation>Denne QGIS-en kan ikkje skrive til PostGIS: ein drivar i GDAL manglar. Vel ei fil i staden.</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Feilsporing</translation>
    </message>
    <message>
        <source>Trying the codes on each year …</source>
        <translation>Prøver kodane på kvart år …</translation>
    </message>
    <message>
        <source>Unpacking …</source>
        <translation>Pakkar ut …</translation>
    </message>
    <message>
        <source>Waiting for another window that fetches the same …</source>
        <translation>Ventar på eit anna vindauge som hentar det same …</translation>
    </message>
    <message>
        <source>What {catalogue} lists of {kommune} is missing, because it could not be asked. {why}</source>
        <translation>Det {catalogue} har om {kommune}, manglar, for katalogen kunne ikkje spørjast. {why}</translation>
    </message>
    <message>
        <source>What {host} has at this address is {got}: it can't be put on the map. Open the address in a browser.</source>
        <translation>Det {host} har på denne adressa, er {got}: det kan ikkje leggjast i kartet. Opne adressa i ein nettlesar.</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Skriv …</translation>
    </message>
    <message>
        <source>You may not write to {words} in “{database}”. Choose another schema or table, or ask for the right. Nothing was changed.</source>
        <translation>Du har ikkje lov til å skrive til {words} i «{database}». Vel eit anna skjema eller ein annan tabell, eller be om skrivetilgang. Ingenting er endra.</translation>
    </message>
    <message>
        <source>a description of an ArcGIS service</source>
        <translation>ei skildring av ei ArcGIS-teneste</translation>
    </message>
    <message>
        <source>a description of map layers</source>
        <translation>ei skildring av kartlag</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>eit dokument</translation>
    </message>
    <message>
        <source>a file of an unknown kind</source>
        <translation>ei fil av ukjent slag</translation>
    </message>
    <message>
        <source>a list of files</source>
        <translation>ei liste over filer</translation>
    </message>
    <message>
        <source>a packed file of a kind that can't be opened here</source>
        <translation>ei pakka fil av eit slag som ikkje kan opnast her</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>eit bilete</translation>
    </message>
    <message>
        <source>a table without coordinates or codes of places</source>
        <translation>ein tabell utan koordinatar og utan kodar for stader</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>ei nettside</translation>
    </message>
    <message>
        <source>a zip</source>
        <translation>ein zip</translation>
    </message>
    <message>
        <source>it can't be read</source>
        <translation>ho kan ikkje lesast</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>ho er skadd</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>ho er tom</translation>
    </message>
    <message>
        <source>it is not whole</source>
        <translation>ho er ikkje heil</translation>
    </message>
    <message>
        <source>it would unpack to far more than it should</source>
        <translation>ho ville bli langt større enn ho skal når ho blir pakka ut</translation>
    </message>
    <message>
        <source>it would write outside its folder</source>
        <translation>ho ville skrive utanfor mappa si</translation>
    </message>
    <message>
        <source>map data</source>
        <translation>kartdata</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ingenting</translation>
    </message>
    <message>
        <source>the CRS {}</source>
        <translation>KRS {}</translation>
    </message>
    <message>
        <source>the area {}</source>
        <translation>området {}</translation>
    </message>
    <message>
        <source>the division of {}</source>
        <translation>inndelinga frå {}</translation>
    </message>
    <message>
        <source>the format {}</source>
        <translation>formatet {}</translation>
    </message>
    <message>
        <source>the layer that was asked for is not in it</source>
        <translation>laget som trengst, er ikkje i fila</translation>
    </message>
    <message>
        <source>{address} is not called: an address must begin with https:// or http://.</source>
        <translation>{address} er ikkje spurd: ei adresse må byrje med https:// eller http://.</translation>
    </message>
    <message>
        <source>{address} is not called: it can't be read as an address.</source>
        <translation>{address} er ikkje spurd: det kan ikkje lesast som ei adresse.</translation>
    </message>
    <message>
        <source>{address} is not called: the address holds a user name. Take it out, and choose a login in the settings instead.</source>
        <translation>{address} er ikkje spurd: adressa inneheld eit brukarnamn. Ta det ut, og vel heller ei innlogging i innstillingane.</translation>
    </message>
    <message>
        <source>{address} lies on a private network and is not called. If you trust it, allow private addresses in the settings.</source>
        <translation>{address} ligg på eit privat nett og er ikkje spurd. Om du stolar på ho, kan du tillate private adresser i innstillingane.</translation>
    </message>
    <message>
        <source>{classification} have no level {level} in Klass. There are the levels {known}.</source>
        <translation>{classification} har ikkje nivå {level} i Klass. Nivåa er {known}.</translation>
    </message>
    <message>
        <source>{code} {name} was split into {list} ({chain}). SSB does not say which of them your figures belong to. Choose one in a table of choices, or leave it empty.</source>
        <translation>{code} {name} vart delt i {list} ({chain}). SSB seier ikkje kva for ei av dei tala dine høyrer til. Vel ei i ein tabell med val, eller lat ho stå tom.</translation>
    </message>
    <message>
        <source>{failed} did not deliver {area}. It came through {taken} instead; the boundaries are the same.</source>
        <translation>{failed} leverte ikkje {area}. Det kom gjennom {taken} i staden; grensene er dei same.</translation>
    </message>
    <message>
        <source>{field} cannot be added up: {code} {name} was split, and its figure belongs to several places: {successors}. Choose one of them, share it out by weights, or leave this field out.</source>
        <translation>{field} kan ikkje leggjast saman: {code} {name} vart delt, og talet høyrer til fleire stader: {successors}. Vel éin av dei, fordel talet med vekter, eller utelat dette feltet.</translation>
    </message>
    <message>
        <source>{field} of “{layer}” cannot be added up: it holds no numbers. Choose another field.</source>
        <translation>{field} i «{layer}» kan ikkje leggjast saman: det inneheld ikkje tal. Vel eit anna felt.</translation>
    </message>
    <message>
        <source>{host} has nothing at this address that can be put on the map.</source>
        <translation>{host} har ikkje noko på denne adressa som kan leggjast i kartet.</translation>
    </message>
    <message>
        <source>{place} already has a table called {table}. Nothing was changed.</source>
        <translation>{place} har alt ein tabell som heiter {table}. Ingenting er endra.</translation>
    </message>
    <message>
        <source>{service} broke off before everything had come. Try again. Nothing was changed.</source>
        <translation>{service} braut av før alt hadde kome. Prøv igjen. Ingenting er endra.</translation>
    </message>
    <message>
        <source>{service} gives this only to those who log in. Choose your login in the settings.</source>
        <translation>{service} gir dette berre til dei som loggar inn. Vel innlogginga di i innstillingane.</translation>
    </message>
    <message>
        <source>{service} gives this only to those who log in. If you may, add it with QGIS's own data source manager.</source>
        <translation>{service} gir dette berre til dei som loggar inn. Har du tilgang, kan du leggje det til med datakjeldehandsamaren i QGIS.</translation>
    </message>
    <message>
        <source>{service} has a fault ({status}). Try again in a few minutes. Nothing was changed.</source>
        <translation>{service} har ein feil ({status}). Prøv igjen om nokre minutt. Ingenting er endra.</translation>
    </message>
    <message>
        <source>{service} listed data sets of others among those of {owner}. They are left out.</source>
        <translation>{service} tok med datasett frå andre blant dei frå {owner}. Dei er utelatne.</translation>
    </message>
    <message>
        <source>{service} listed everyone's data where only those of {owner} were asked for, so none of them are shown. The service may have changed: look for a newer version of the plugin.</source>
        <translation>{service} lista opp data frå alle der det berre vart spurt om dei frå {owner}, så ingen av dei blir viste. Tenesta kan vere endra: Sjå etter ei nyare utgåve av programtillegget.</translation>
    </message>
    <message>
        <source>{service} said no: {words}. Nothing was changed.</source>
        <translation>{service} sa nei: {words}. Ingenting er endra.</translation>
    </message>
    <message>
        <source>{service} was not asked. The login chosen for it in the settings can't be used: {words}. Choose another. Nothing was changed.</source>
        <translation>{service} er ikkje spurd. Innlogginga som er vald i innstillingane, kan ikkje brukast: {words}. Vel ei anna. Ingenting er endra.</translation>
    </message>
    <message>
        <source>{unit} can't be limited to the kommune {area}. Choose a fylke, or the whole country.</source>
        <translation>{unit} kan ikkje avgrensast til kommunen {area}. Vel eit fylke, eller heile landet.</translation>
    </message>
    <message>
        <source>{} can't be read as a table. Save it as CSV or xlsx with column names in one row, and add it again.</source>
        <translation>{} kan ikkje lesast som ein tabell. Lagre han som CSV eller xlsx med kolonnenamn i éi rad, og legg han til igjen.</translation>
    </message>
    <message>
        <source>{} can't be read: its letters are in an unknown encoding. Save it as UTF-8 first.</source>
        <translation>{} kan ikkje lesast: teiknsettet er ukjent. Lagre fila som UTF-8 først.</translation>
    </message>
    <message>
        <source>{} can't be written to. Choose another folder, or ask for the right to write. The folder of downloads is chosen in the settings. Nothing was changed.</source>
        <translation>Det kan ikkje skrivast til {}. Vel ei anna mappe, eller be om skrivetilgang. Mappa for nedlastingar vel du i innstillingane. Ingenting er endra.</translation>
    </message>
    <message>
        <source>{} does not answer well. Trying again in {} s …</source>
        <translation>{} svarer ikkje som det skal. Prøver igjen om {} s …</translation>
    </message>
    <message>
        <source>{} is empty.</source>
        <translation>{} er tom.</translation>
    </message>
    <message>
        <source>{} is no GeoPackage, and is left as it is. Choose another file.</source>
        <translation>{} er ingen GeoPackage, og er ikkje rørt. Vel ei anna fil.</translation>
    </message>
    <message>
        <source>{} were split, too. Choose in a table of choices, or leave them empty.</source>
        <translation>Også {} er delte. Vel i ein tabell med val, eller lat dei stå tomme.</translation>
    </message>
    <message>
        <source>“{database}” has no PostGIS, so it can't hold boundaries. Choose another database.</source>
        <translation>«{database}» har ikkje PostGIS, og kan ikkje ta imot grenser. Vel ein annan database.</translation>
    </message>
    <message>
        <source>“{database}” has no schema {words}. Choose another. Nothing was changed.</source>
        <translation>«{database}» har ikkje noko skjema {words}. Vel eit anna. Ingenting er endra.</translation>
    </message>
    <message>
        <source>“{kommune}” may be {candidates}. Write the number.</source>
        <translation>«{kommune}» kan vere {candidates}. Skriv nummeret.</translation>
    </message>
    <message>
        <source>“{layer}” has columns of your own ({columns}), which newer boundaries would not have. It stays as it is. Get the boundaries as a new layer, and join your columns to it.</source>
        <translation>«{layer}» har kolonner du har laga sjølv ({columns}), og dei ville ikkje vore med i nyare grenser. Laget er som før. Hent grensene som eit nytt lag, og kople kolonnane dine til det.</translation>
    </message>
    <message>
        <source>“{layer}” has edits of your own, which newer boundaries would not have. It stays as it is. Get the boundaries as a new layer, or export this one first.</source>
        <translation>«{layer}» har endringar du har gjort sjølv, og dei ville ikkje vore med i nyare grenser. Laget er som før. Hent grensene som eit nytt lag, eller eksporter dette først.</translation>
    </message>
    <message>
        <source>“{layer}” has no field called {field}. Choose another field.</source>
        <translation>«{layer}» har ikkje noko felt som heiter {field}. Vel eit anna felt.</translation>
    </message>
    <message>
        <source>“{name}” can't be “{given}”. Choose one of these: {offered}.</source>
        <translation>«{name}» kan ikkje vere «{given}». Vel ein av desse: {offered}.</translation>
    </message>
    <message>
        <source>“{table}” has several rows for some codes ({codes}), and only the first row of each is joined. Add the rows up first, or name the fields to add up.</source>
        <translation>«{table}» har fleire rader for nokre kodar ({codes}), og berre den første rada for kvar er kopla. Legg saman radene først, eller vel felt som skal leggjast saman.</translation>
    </message>
    <message>
        <source>“{term}” does not select codes. Write codes, beginnings and ranges with commas between: 0301, 11*, 3001-3099.</source>
        <translation>«{term}» vel ingen kodar. Skriv kodar, byrjingar og område med komma mellom: 0301, 11*, 3001-3099.</translation>
    </message>
    <message>
        <source>“{}” can't be used for presentation names. Write code, name or shortname in curly brackets, inside of them also lowercase(name), uppercase(name) or capitalize(name).</source>
        <translation>«{}» kan ikkje brukast til presentasjonsnamn. Skriv code, name eller shortname i krøllparentesar, inni dei også lowercase(name), uppercase(name) eller capitalize(name).</translation>
    </message>
    <message>
        <source>“{}” is being edited. Save or discard the edits first, and try again. Nothing was changed.</source>
        <translation>«{}» er under redigering. Lagre eller forkast endringane først, og prøv igjen. Ingenting er endra.</translation>
    </message>
    <message>
        <source>“{}” is busy with another run. Wait until it is done, and try again.</source>
        <translation>«{}» er oppteke med ei anna køyring. Vent til ho er ferdig, og prøv igjen.</translation>
    </message>
    <message>
        <source>“{}” is not a coordinate system that QGIS knows. Write it such as EPSG:25833.</source>
        <translation>QGIS kjenner ikkje koordinatsystemet «{}». Skriv det slik: EPSG:25833.</translation>
    </message>
    <message>
        <source>“{}” is not a date. Write year, month and day: 2024-01-01.</source>
        <translation>«{}» er ikkje ein dato. Skriv år, månad og dag: 2024-01-01.</translation>
    </message>
    <message>
        <source>“{}” is not a year. Write four digits, such as 2024.</source>
        <translation>«{}» er ikkje eit årstal. Skriv fire siffer, til dømes 2024.</translation>
    </message>
    <message>
        <source>“{}” is not an area. Write numbers of fylker (2 digits) or kommuner (4 digits), or 0000 for the country.</source>
        <translation>«{}» er ikkje eit område. Skriv nummer på fylke (2 siffer) eller kommunar (4 siffer), eller 0000 for landet.</translation>
    </message>
    <message>
        <source>“{}” was removed meanwhile. Nothing was changed.</source>
        <translation>«{}» vart fjerna imens. Ingenting er endra.</translation>
    </message>
</context>
<context>
    <name>NamesChoice</name>
    <message>
        <source>Kven names</source>
        <translation>Kvenske namn</translation>
    </message>
    <message>
        <source>Labels of kommuner and fylker. Where a place has no such name, all of its names stand.</source>
        <translation>Namn på kommunar og fylke i kartet. Der ein stad ikkje har slikt namn, står alle namna.</translation>
    </message>
    <message>
        <source>Names in all languages</source>
        <translation>Namn på alle språk</translation>
    </message>
    <message>
        <source>Names on the Map</source>
        <translation>Namn i kartet</translation>
    </message>
    <message>
        <source>Norwegian names</source>
        <translation>Norske namn</translation>
    </message>
    <message>
        <source>Sámi names</source>
        <translation>Samiske namn</translation>
    </message>
</context>
<context>
    <name>NamesList</name>
    <message numerus="yes">
        <source>Choose one of %n</source>
        <translation>
            <numerusform>Vel ein av %n</numerusform>
            <numerusform>Vel ein av %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Names and the places that they stand for</source>
        <translation>Namn og stadene dei står for</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stad</translation>
    </message>
    <message>
        <source>Place that {} stands for</source>
        <translation>Staden som {} står for</translation>
    </message>
    <message>
        <source>by the field {}</source>
        <translation>etter feltet {}</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Close Note</source>
        <translation>Lukk meldinga</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detaljar</translation>
    </message>
</context>
<context>
    <name>OpenDataAdding</name>
    <message numerus="yes">
        <source>%n layer(s) of {} are in the map.</source>
        <translation>
            <numerusform>%n lag frå {} er i kartet.</numerusform>
            <numerusform>%n lag frå {} er i kartet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n Layer(s)</source>
        <translation>
            <numerusform>Legg til %n lag</numerusform>
            <numerusform>Legg til %n lag</numerusform>
        </translation>
    </message>
    <message>
        <source>Add Layers</source>
        <translation>Legg til lag</translation>
    </message>
    <message>
        <source>Its coordinate system is not told: {} is assumed.</source>
        <translation>Koordinatsystemet er ikkje oppgitt: det er lese som {}.</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>Kople…</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Kartlag</translation>
    </message>
    <message>
        <source>Looking at {} …</source>
        <translation>Ser på {} …</translation>
    </message>
    <message>
        <source>Nobody answered: this is what was fetched on {}.</source>
        <translation>Ingen svarte: dette er det som vart henta {}.</translation>
    </message>
    <message>
        <source>Opening {} …</source>
        <translation>Opnar {} …</translation>
    </message>
    <message>
        <source>Other Ways…</source>
        <translation>Andre vegar…</translation>
    </message>
    <message>
        <source>Remove Again</source>
        <translation>Fjern igjen</translation>
    </message>
    <message>
        <source>Tick the layers to add first</source>
        <translation>Kryss av for laga du vil ha, først</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message numerus="yes">
        <source>{} has %n layer(s). Tick those to add.</source>
        <translation>
            <numerusform>{} har %n lag. Kryss av for dei du vil ha.</numerusform>
            <numerusform>{} har %n lag. Kryss av for dei du vil ha.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{}” is in the map.</source>
        <translation>«{}» er i kartet.</translation>
    </message>
</context>
<context>
    <name>OpenDataDetails</name>
    <message>
        <source>Found in</source>
        <translation>Funne i</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Stikkord</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lisens</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Utgivar</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Oppdatert</translation>
    </message>
    <message>
        <source>Ways to the Data</source>
        <translation>Vegar til dataa</translation>
    </message>
    <message>
        <source>Ways to the data</source>
        <translation>Vegar til dataa</translation>
    </message>
    <message>
        <source>Zoom to Extent</source>
        <translation>Zoom til utstrekninga</translation>
    </message>
</context>
<context>
    <name>OpenDataDrill</name>
    <message>
        <source>Data Set</source>
        <translation>Datasett</translation>
    </message>
</context>
<context>
    <name>OpenDataLimits</name>
    <message>
        <source>All catalogues</source>
        <translation>Alle katalogar</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle typar</translation>
    </message>
    <message>
        <source>All licences</source>
        <translation>Alle lisensar</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Etter tittel</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lisens</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Nyaste først</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Rekkjefølgje</translation>
    </message>
</context>
<context>
    <name>OpenDataMenu</name>
    <message numerus="yes">
        <source>%n data set(s) are saved in {}.</source>
        <translation>
            <numerusform>%n datasett er lagra i {}.</numerusform>
            <numerusform>%n datasett er lagra i {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Count Several Kommuner…</source>
        <translation>Tel opp fleire kommunar…</translation>
    </message>
    <message>
        <source>Counting several kommuner needs the Processing plugin. Turn it on first.</source>
        <translation>Å telje opp fleire kommunar krev programtillegget Processing. Slå det på først.</translation>
    </message>
    <message>
        <source>From the Selected Feature</source>
        <translation>Frå det valde objektet</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meir</translation>
    </message>
    <message>
        <source>Open data of {}</source>
        <translation>Opne data frå {}</translation>
    </message>
    <message>
        <source>Save List</source>
        <translation>Lagre lista</translation>
    </message>
    <message>
        <source>Save List…</source>
        <translation>Lagre lista…</translation>
    </message>
    <message>
        <source>Saving the list …</source>
        <translation>Lagrar lista …</translation>
    </message>
</context>
<context>
    <name>OpenDataModel</name>
    <message numerus="yes">
        <source>Can't be put on the map (%n)</source>
        <translation>
            <numerusform>Kan ikkje leggjast i kartet (%n)</numerusform>
            <numerusform>Kan ikkje leggjast i kartet (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenDataPage</name>
    <message numerus="yes">
        <source>%n data set(s)</source>
        <translation>
            <numerusform>%n datasett</numerusform>
            <numerusform>%n datasett</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to Map</source>
        <translation>Legg til i kartet</translation>
    </message>
    <message>
        <source>Ask Again</source>
        <translation>Spør igjen</translation>
    </message>
    <message>
        <source>Asking the catalogues about {} …</source>
        <translation>Spør katalogane om {} …</translation>
    </message>
    <message>
        <source>Choose a data set first</source>
        <translation>Vel eit datasett først</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detaljar</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Filtrer på ord</translation>
    </message>
    <message>
        <source>Kind, Licence, Catalogue, Order</source>
        <translation>Type, lisens, katalog, rekkjefølgje</translation>
    </message>
    <message>
        <source>No kommune chosen</source>
        <translation>Ingen kommune er vald</translation>
    </message>
    <message>
        <source>What is told of the chosen data set, and the ways to it</source>
        <translation>Det som er fortalt om det valde datasettet, og vegane til det</translation>
    </message>
    <message>
        <source>{} of {} data sets</source>
        <translation>{} av {} datasett</translation>
    </message>
</context>
<context>
    <name>OpenDataTold</name>
    <message>
        <source>Ask All Again</source>
        <translation>Spør alle igjen</translation>
    </message>
    <message>
        <source>Ask the Catalogues</source>
        <translation>Spør katalogane</translation>
    </message>
    <message>
        <source>Choose one kommune in the area above: several are chosen now.</source>
        <translation>Vel éin kommune i området over: no er fleire valde.</translation>
    </message>
    <message>
        <source>From the Selected Feature</source>
        <translation>Frå det valde objektet</translation>
    </message>
    <message>
        <source>Geonorge has nothing that covers {}.</source>
        <translation>Geonorge har ingenting som dekkjer {}.</translation>
    </message>
    <message>
        <source>No catalogue could be asked</source>
        <translation>Ingen av katalogane kunne svare</translation>
    </message>
    <message>
        <source>No data set is left.</source>
        <translation>Ingen datasett er igjen.</translation>
    </message>
    <message>
        <source>No data set matches “{}”.</source>
        <translation>Ingen datasett passar med «{}».</translation>
    </message>
    <message>
        <source>Nothing of {} in the catalogues that answered.</source>
        <translation>Ingenting frå {} i katalogane som svarte.</translation>
    </message>
    <message>
        <source>Others may have data that cover the kommune.</source>
        <translation>Andre kan ha data som dekkjer kommunen.</translation>
    </message>
    <message>
        <source>Point in the Map</source>
        <translation>Peik i kartet</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Vis alle</translation>
    </message>
    <message>
        <source>Show What Covers It</source>
        <translation>Vis det som dekkjer han</translation>
    </message>
    <message>
        <source>The catalogues could not be asked</source>
        <translation>Fekk ikkje spurt katalogane</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>Kva for ein av dei?</translation>
    </message>
    <message>
        <source>Whose data?</source>
        <translation>Kva kommune gjeld det?</translation>
    </message>
    <message>
        <source>Write a kommune's number or name in the area above, or point at it in the map.</source>
        <translation>Skriv nummeret eller namnet til ein kommune i området over, eller peik på han i kartet.</translation>
    </message>
    <message>
        <source>{} has published nothing here.</source>
        <translation>{} har ikkje publisert noko her.</translation>
    </message>
</context>
<context>
    <name>OpenDataView</name>
    <message>
        <source>Data Sets</source>
        <translation>Datasett</translation>
    </message>
</context>
<context>
    <name>OpenDataWords</name>
    <message>
        <source>Access is restricted</source>
        <translation>Avgrensa tilgang</translation>
    </message>
    <message>
        <source>Access is restricted. Those who have a right to it can get it through the page below.</source>
        <translation>Tilgangen er avgrensa. Den som har rett til dataa, får dei gjennom sida nedanfor.</translation>
    </message>
    <message>
        <source>Address is not called</source>
        <translation>Adressa blir ikkje brukt</translation>
    </message>
    <message>
        <source>Can be put on the map</source>
        <translation>Kan leggjast i kartet</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Nedlasting</translation>
    </message>
    <message>
        <source>Format is none for maps</source>
        <translation>Ikkje eit kartformat</translation>
    </message>
    <message>
        <source>Format is not told</source>
        <translation>Formatet er ikkje oppgitt</translation>
    </message>
    <message>
        <source>Geonorge's records</source>
        <translation>Metadata frå Geonorge</translation>
    </message>
    <message>
        <source>Licence not told</source>
        <translation>Lisens er ikkje oppgitt</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>Inga adresse</translation>
    </message>
    <message>
        <source>Open, licence not named</source>
        <translation>Opne, utan namn på lisens</translation>
    </message>
    <message>
        <source>Other licence</source>
        <translation>Annan lisens</translation>
    </message>
    <message>
        <source>QGIS does not read any of its formats as a map.</source>
        <translation>QGIS les ingen av formata som kart.</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Noko anna</translation>
    </message>
    <message>
        <source>Table without places</source>
        <translation>Tabell utan stader</translation>
    </message>
    <message>
        <source>Table, not looked into</source>
        <translation>Tabell, ikkje undersøkt</translation>
    </message>
    <message>
        <source>The address lies on a private network or is none at all, and is not called. If you trust private addresses, allow them in the settings.</source>
        <translation>Adressa ligg på eit privat nett eller er inga adresse, og blir ikkje brukt. Stoler du på private adresser, kan du tillate dei i innstillingane.</translation>
    </message>
    <message>
        <source>The catalogue does not say in which format the data are. Open the address to see.</source>
        <translation>Katalogen seier ikkje kva format dataa har. Opne adressa for å sjå.</translation>
    </message>
    <message>
        <source>The catalogue does not say where the data are. Ask those who publish them.</source>
        <translation>Katalogen seier ikkje kvar dataa er. Spør den som gir dei ut.</translation>
    </message>
    <message>
        <source>There is only a web page to read. Open it below.</source>
        <translation>Det er berre ei nettside å lese. Opne ho nedanfor.</translation>
    </message>
    <message>
        <source>This is a table without coordinates or codes of places. It can be opened from its page.</source>
        <translation>Dette er ein tabell utan koordinatar eller kodar for stader. Han kan opnast frå sida si.</translation>
    </message>
    <message>
        <source>Web page only</source>
        <translation>Berre ei nettside</translation>
    </message>
    <message>
        <source>Whether this table holds places is not known: it has not been fetched, or could not be.</source>
        <translation>Det er ukjent om denne tabellen har stader: han er ikkje henta, eller lét seg ikkje hente.</translation>
    </message>
    <message>
        <source>could not be asked</source>
        <translation>fekk ikkje spurt</translation>
    </message>
    <message>
        <source>did not answer</source>
        <translation>svarte ikkje</translation>
    </message>
    <message>
        <source>does not know the kommune</source>
        <translation>kjenner ikkje kommunen</translation>
    </message>
    <message>
        <source>listed everyone's data</source>
        <translation>lista opp data frå alle</translation>
    </message>
    <message>
        <source>nothing published</source>
        <translation>ingenting publisert</translation>
    </message>
    <message>
        <source>said no ({})</source>
        <translation>sa nei ({})</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message numerus="yes">
        <source>%n file(s) are in use and stay.</source>
        <translation>
            <numerusform>%n fil er i bruk og blir verande.</numerusform>
            <numerusform>%n filer er i bruk og blir verande.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) removed: {}.</source>
        <translation>
            <numerusform>%n fil er fjerna: {}.</numerusform>
            <numerusform>%n filer er fjerna: {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new language is seen when QGIS is started again. QGIS itself has no nynorsk.</source>
        <translation>Eit nytt språk viser seg når QGIS blir starta på nytt. QGIS sjølv har ikkje nynorsk.</translation>
    </message>
    <message>
        <source>Add a Map Service</source>
        <translation>Legg til ei kartteneste</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Allow addresses on private networks</source>
        <translation>Tillat adresser på private nett</translation>
    </message>
    <message>
        <source>Answers as it should.</source>
        <translation>Svarar som ho skal.</translation>
    </message>
    <message>
        <source>As QGIS</source>
        <translation>Som QGIS</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>Spør …</translation>
    </message>
    <message>
        <source>Asks every service at the address that stands here, stored or not</source>
        <translation>Spør kvar teneste på adressa som står her, lagra eller ikkje</translation>
    </message>
    <message>
        <source>Background maps (Kartverket)</source>
        <translation>Bakgrunnskart (Kartverket)</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Grenser</translation>
    </message>
    <message>
        <source>Boundaries (Geonorge)</source>
        <translation>Grenser (Geonorge)</translation>
    </message>
    <message>
        <source>Catalogue of maps (Geonorge)</source>
        <translation>Kartkatalogen (Geonorge)</translation>
    </message>
    <message>
        <source>Clean Up</source>
        <translation>Rydd opp</translation>
    </message>
    <message>
        <source>Cleaning up …</source>
        <translation>Ryddar opp …</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Kodar</translation>
    </message>
    <message>
        <source>Codes (SSB Klass)</source>
        <translation>Kodar (SSB Klass)</translation>
    </message>
    <message>
        <source>Descriptions of data sets</source>
        <translation>Skildringar av datasett</translation>
    </message>
    <message>
        <source>Empty is the usual address. Put in another where your organisation has a copy of its own.</source>
        <translation>Tomt felt er den vanlege adressa. Skriv ei anna dersom verksemda di har ein eigen kopi.</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favorittar</translation>
    </message>
    <message>
        <source>Features (Geonorge WFS)</source>
        <translation>Objekt (Geonorge WFS)</translation>
    </message>
    <message>
        <source>Fetched Data</source>
        <translation>Henta data</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Mappe</translation>
    </message>
    <message>
        <source>Joined codes</source>
        <translation>Kopla kodar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Kommune at a point (Kartverket)</source>
        <translation>Kommune i eit punkt (Kartverket)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Language of Klasskart</source>
        <translation>Språk i Klasskart</translation>
    </message>
    <message>
        <source>Layers that you made</source>
        <translation>Lag du har laga sjølv</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Innlogging</translation>
    </message>
    <message>
        <source>Longest wait for a connection</source>
        <translation>Lengste ventetid på samband</translation>
    </message>
    <message>
        <source>Longest wait for data</source>
        <translation>Lengste ventetid på data</translation>
    </message>
    <message>
        <source>Maps (Geonorge WMS)</source>
        <translation>Kart (Geonorge WMS)</translation>
    </message>
    <message>
        <source>Metadata (Geonorge)</source>
        <translation>Metadata (Geonorge)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Names from Klass</source>
        <translation>Namn frå Klass</translation>
    </message>
    <message>
        <source>Names on the map</source>
        <translation>Namn i kartet</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Nettverk</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Opne data</translation>
    </message>
    <message>
        <source>Open data (data.norge.no)</source>
        <translation>Opne data (data.norge.no)</translation>
    </message>
    <message>
        <source>Organisations (Brønnøysund)</source>
        <translation>Verksemder (Brønnøysund)</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anna</translation>
    </message>
    <message>
        <source>Otherwise an address in a catalogue, or one that you type, is not called where it leads into your network.</source>
        <translation>Elles blir ikkje ei adresse frå ein katalog, eller ei du skriv sjølv, spurd når ho fører inn i nettverket ditt.</translation>
    </message>
    <message>
        <source>Portals of kommuner (file)</source>
        <translation>Portalar hos kommunar (fil)</translation>
    </message>
    <message>
        <source>Register of kommuner (Geonorge)</source>
        <translation>Register over kommunar (Geonorge)</translation>
    </message>
    <message>
        <source>Remove the Chosen Map Services</source>
        <translation>Fjern dei valde karttenestene</translation>
    </message>
    <message>
        <source>Removes what can be fetched again. What projects use stays, and what you made yourself.</source>
        <translation>Fjernar det som kan hentast på nytt. Det prosjekt bruker, blir verande, og det du har laga sjølv.</translation>
    </message>
    <message>
        <source>Sea and coast</source>
        <translation>Sjø og kyst</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Tenester</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Storleik</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Tables of codes</source>
        <translation>Tabellar med kodar</translation>
    </message>
    <message>
        <source>The environment variable {} decides this.</source>
        <translation>Miljøvariabelen {} avgjer dette.</translation>
    </message>
    <message>
        <source>The list can be read.</source>
        <translation>Lista kan lesast.</translation>
    </message>
    <message>
        <source>The list that comes with Klasskart</source>
        <translation>Lista som følgjer med Klasskart</translation>
    </message>
    <message>
        <source>The login goes to the services below, and to nobody else.</source>
        <translation>Innlogginga blir send til tenestene nedanfor, og ikkje til andre.</translation>
    </message>
    <message>
        <source>There was nothing to remove.</source>
        <translation>Det var ingenting å fjerne.</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Sjekk tenestene</translation>
    </message>
    <message>
        <source>What came in the last minutes stays for now.</source>
        <translation>Det som kom dei siste minutta, blir verande så lenge.</translation>
    </message>
    <message>
        <source>{} can't be read as a list of portals. It needs rows of kind, address and kommune.</source>
        <translation>{} kan ikkje lesast som ei liste over portalar. Ho må ha rader med type, adresse og kommune.</translation>
    </message>
    <message>
        <source>{} can't be written to. Choose another folder, or ask for the right to write.</source>
        <translation>Det går ikkje an å skrive til {}. Vel ei anna mappe, eller be om skrivetilgang.</translation>
    </message>
    <message>
        <source>{} is no whole path. Choose a folder with the button beside the field.</source>
        <translation>{} er ikkje ein heil sti. Vel ei mappe med knappen ved sida av feltet.</translation>
    </message>
</context>
<context>
    <name>OtherTimes</name>
    <message>
        <source>Looking for {} at other times …</source>
        <translation>Ser etter {} til andre tider …</translation>
    </message>
</context>
<context>
    <name>OthersBox</name>
    <message numerus="yes">
        <source>%n code(s) have several</source>
        <translation>
            <numerusform>%n kode har fleire</numerusform>
            <numerusform>%n kodar har fleire</numerusform>
        </translation>
    </message>
    <message>
        <source>Code and name from other classifications</source>
        <translation>Kode og namn frå andre klassifikasjonar</translation>
    </message>
    <message>
        <source>Could not ask SSB which others there are.</source>
        <translation>Fekk ikkje spurt SSB kva andre som finst.</translation>
    </message>
    <message>
        <source>Looking for more in Klass …</source>
        <translation>Ser etter fleire i Klass …</translation>
    </message>
    <message>
        <source>More ({})</source>
        <translation>Fleire ({})</translation>
    </message>
    <message>
        <source>More classifications</source>
        <translation>Fleire klassifikasjonar</translation>
    </message>
    <message>
        <source>SSB has no table from these codes to others on this date.</source>
        <translation>SSB har ingen tabell frå desse kodane til andre denne datoen.</translation>
    </message>
    <message>
        <source>Search by name or number</source>
        <translation>Søk etter namn eller nummer</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>centrality</source>
        <translation>sentralitet</translation>
    </message>
    <message>
        <source>could not be fetched</source>
        <translation>fekk ikkje henta</translation>
    </message>
    <message>
        <source>economic region</source>
        <translation>økonomisk region</translation>
    </message>
    <message>
        <source>empty here</source>
        <translation>tom her</translation>
    </message>
    <message>
        <source>grunnkrets</source>
        <translation>grunnkrins</translation>
    </message>
    <message>
        <source>in bokmål</source>
        <translation>på bokmål</translation>
    </message>
    <message>
        <source>not on this date</source>
        <translation>finst ikkje denne datoen</translation>
    </message>
    <message>
        <source>{} (Klass {})</source>
        <translation>{} (Klass {})</translation>
    </message>
    <message>
        <source>{} (code)</source>
        <translation>{} (kode)</translation>
    </message>
    <message>
        <source>{}. Klass does not say which classification this belongs to.</source>
        <translation>{}. Klass seier ikkje kva klassifikasjon han høyrer til.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Back</source>
        <translation>Tilbake</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
</context>
<context>
    <name>PeriodBox</name>
    <message>
        <source>After</source>
        <translation>Etter</translation>
    </message>
    <message>
        <source>Changes of this day are included</source>
        <translation>Endringar denne dagen er med</translation>
    </message>
    <message>
        <source>Changes of this day itself are left out</source>
        <translation>Endringar på sjølve denne dagen er ikkje med</translation>
    </message>
    <message>
        <source>Everything since {}</source>
        <translation>Alt sidan {}</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Periodar</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Til og med</translation>
    </message>
</context>
<context>
    <name>PrintPages</name>
    <message>
        <source>Map</source>
        <translation>Kart</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>A4 Landscape</source>
        <translation>A4 liggjande</translation>
    </message>
    <message>
        <source>A4 Portrait</source>
        <translation>A4 ståande</translation>
    </message>
    <message>
        <source>New Print Layout of What the Map Shows</source>
        <translation>Ny utskriftslayout av det kartet viser</translation>
    </message>
    <message>
        <source>Remove Again</source>
        <translation>Fjern igjen</translation>
    </message>
    <message>
        <source>The print layout “{}” is in the project, with title, legend, scale and credit.</source>
        <translation>Utskriftslayouten «{}» ligg i prosjektet, med tittel, teiknforklaring, målestokk og kjelder.</translation>
    </message>
    <message>
        <source>There is nothing on the map to print.</source>
        <translation>Det er ingenting i kartet å skrive ut.</translation>
    </message>
</context>
<context>
    <name>ProblemRow</name>
    <message>
        <source>Leave Empty</source>
        <translation>Lat stå tom</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Rett</translation>
    </message>
    <message>
        <source>Select Rows</source>
        <translation>Vel rader</translation>
    </message>
    <message>
        <source>Selects the features with these values in the layer</source>
        <translation>Vel objekta med desse verdiane i laget</translation>
    </message>
    <message>
        <source>Writes a new layer that has no code where these stand</source>
        <translation>Skriv eit nytt lag utan kode der desse står</translation>
    </message>
    <message>
        <source>Writes a new layer with these codes as they should be in a field of their own</source>
        <translation>Skriv eit nytt lag med desse kodane slik dei skal vere i eit eige felt</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>ProjectTables</name>
    <message>
        <source>Remove Again</source>
        <translation>Fjern igjen</translation>
    </message>
    <message>
        <source>Writing the table …</source>
        <translation>Skriv tabellen …</translation>
    </message>
</context>
<context>
    <name>ReportDrill</name>
    <message>
        <source>Finding features …</source>
        <translation>Finn objekt …</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>Lagre rapport</translation>
    </message>
    <message>
        <source>Saving the report …</source>
        <translation>Lagrar rapporten …</translation>
    </message>
    <message>
        <source>The report is saved as {}.</source>
        <translation>Rapporten er lagra som {}.</translation>
    </message>
</context>
<context>
    <name>SaveFiles</name>
    <message>
        <source>CSV with semicolons (*.csv)</source>
        <translation>CSV med semikolon (*.csv)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-bilete (*.png)</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>Side (*.html)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-bilete (*.svg)</translation>
    </message>
</context>
<context>
    <name>ScopeBox</name>
    <message>
        <source>Covers {}</source>
        <translation>Dekkjer {}</translation>
    </message>
    <message>
        <source>Published by {}</source>
        <translation>Publisert av {}</translation>
    </message>
    <message>
        <source>What the kommune itself publishes, or what Geonorge has of its area from anybody</source>
        <translation>Det kommunen sjølv publiserer, eller det Geonorge har om området frå kven som helst</translation>
    </message>
    <message>
        <source>Which Data Sets</source>
        <translation>Kva datasett</translation>
    </message>
</context>
<context>
    <name>Selecting</name>
    <message numerus="yes">
        <source>%n feature(s) are selected in “{}”.</source>
        <translation>
            <numerusform>%n objekt er valt i «{}».</numerusform>
            <numerusform>%n objekt er valde i «{}».</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding features …</source>
        <translation>Finn objekt …</translation>
    </message>
</context>
<context>
    <name>SharesBox</name>
    <message>
        <source>What the others leave</source>
        <translation>Det dei andre lèt vere igjen</translation>
    </message>
</context>
<context>
    <name>SourceBox</name>
    <message>
        <source>Klass: other number…</source>
        <translation>Klass: anna nummer…</translation>
    </message>
    <message>
        <source>Klass: {}</source>
        <translation>Klass: {}</translation>
    </message>
</context>
<context>
    <name>SplitRow</name>
    <message>
        <source>Leave empty</source>
        <translation>Lat stå tom</translation>
    </message>
    <message>
        <source>Lineage of {}</source>
        <translation>Livsløpet til {}</translation>
    </message>
    <message>
        <source>Select Rows</source>
        <translation>Vel rader</translation>
    </message>
    <message>
        <source>Selects these rows in the layer</source>
        <translation>Vel desse radene i laget</translation>
    </message>
    <message>
        <source>Share out</source>
        <translation>Fordel</translation>
    </message>
    <message>
        <source>Sums are shared out. The row itself gets the code that most of it belongs to.</source>
        <translation>Summar blir fordelte. Rada sjølv får koden som det meste høyrer til.</translation>
    </message>
</context>
<context>
    <name>Styles</name>
    <message>
        <source>Agreed line at sea</source>
        <translation>Avtala linje til havs</translation>
    </message>
    <message>
        <source>Border of fylker</source>
        <translation>Fylkesgrense</translation>
    </message>
    <message>
        <source>Border of kommuner</source>
        <translation>Kommunegrense</translation>
    </message>
    <message>
        <source>National border</source>
        <translation>Riksgrense</translation>
    </message>
    <message>
        <source>Other borders</source>
        <translation>Andre grenser</translation>
    </message>
    <message>
        <source>Territorial limit at sea</source>
        <translation>Territorialgrense til havs</translation>
    </message>
</context>
<context>
    <name>TableReader</name>
    <message>
        <source>Add Table</source>
        <translation>Legg til tabell</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle filer (*)</translation>
    </message>
    <message>
        <source>Read “{}”</source>
        <translation>Les «{}»</translation>
    </message>
    <message>
        <source>Reading {} …</source>
        <translation>Les {} …</translation>
    </message>
    <message>
        <source>Tables ({})</source>
        <translation>Tabellar ({})</translation>
    </message>
    <message numerus="yes">
        <source>“{}” is added: %n row(s).</source>
        <translation>
            <numerusform>«{}» er lagd til: %n rad.</numerusform>
            <numerusform>«{}» er lagd til: %n rader.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitBox</name>
    <message>
        <source>Bydeler</source>
        <translation>Bydelar</translation>
    </message>
    <message>
        <source>Choose, or type the number or words of any classification in Klass</source>
        <translation>Vel, eller skriv nummeret til eller ord frå ein klassifikasjon i Klass</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifikasjon</translation>
    </message>
    <message>
        <source>Classification {}</source>
        <translation>Klassifikasjon {}</translation>
    </message>
    <message>
        <source>Delområder and grunnkretser</source>
        <translation>Delområde og grunnkrinsar</translation>
    </message>
    <message>
        <source>Find Classification …</source>
        <translation>Finn klassifikasjon …</translation>
    </message>
    <message>
        <source>Fylker</source>
        <translation>Fylke</translation>
    </message>
    <message>
        <source>Kommuner</source>
        <translation>Kommunar</translation>
    </message>
    <message>
        <source>Press Enter to find it in Klass, or type a number, such as 7</source>
        <translation>Trykk enter for å finne han i Klass, eller skriv eit nummer, til dømes 7</translation>
    </message>
</context>
<context>
    <name>WmsTree</name>
    <message>
        <source>Layers of the Map Service</source>
        <translation>Lag i karttenesta</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>from {}</source>
        <translation>frå {}</translation>
    </message>
    <message>
        <source>until {}</source>
        <translation>til og med {}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Borders of fylker</source>
        <translation>Fylkesgrenser</translation>
    </message>
    <message>
        <source>Borders of kommuner</source>
        <translation>Kommunegrenser</translation>
    </message>
    <message>
        <source>Bydeler</source>
        <translation>Bydelar</translation>
    </message>
    <message>
        <source>Delområder</source>
        <translation>Delområde</translation>
    </message>
    <message>
        <source>Fylker</source>
        <translation>Fylke</translation>
    </message>
    <message>
        <source>Geonorge's ATOM feeds</source>
        <translation>Geonorge sine ATOM-lister</translation>
    </message>
    <message>
        <source>Geonorge's files</source>
        <translation>Geonorge sine filer</translation>
    </message>
    <message>
        <source>Geonorge's order service</source>
        <translation>Geonorge si bestillingsteneste</translation>
    </message>
    <message>
        <source>Grunnkretser</source>
        <translation>Grunnkrinsar</translation>
    </message>
    <message>
        <source>Kommuner</source>
        <translation>Kommunar</translation>
    </message>
    <message>
        <source>bydeler</source>
        <translation>bydelar</translation>
    </message>
    <message>
        <source>delområder</source>
        <translation>delområde</translation>
    </message>
    <message>
        <source>fylker</source>
        <translation>fylke</translation>
    </message>
    <message>
        <source>grunnkretser</source>
        <translation>grunnkrinsar</translation>
    </message>
    <message>
        <source>kommuner</source>
        <translation>kommunar</translation>
    </message>
    <message>
        <source>the whole country</source>
        <translation>heile landet</translation>
    </message>
    <message>
        <source>{} MB</source>
        <translation>{} MB</translation>
    </message>
    <message>
        <source>{} kB</source>
        <translation>{} kB</translation>
    </message>
    <message>
        <source>“{}”</source>
        <translation>«{}»</translation>
    </message>
</context>
<context>
    <name>YearBox</name>
    <message>
        <source>As the date ({})</source>
        <translation>Som datoen ({})</translation>
    </message>
    <message>
        <source>The division that applied on 1 January. Choose, or type a year</source>
        <translation>Inndelinga som gjaldt 1. januar. Vel, eller skriv eit år</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Årgang</translation>
    </message>
    <message>
        <source>{} (not yet valid)</source>
        <translation>{} (gjeld ikkje enno)</translation>
    </message>
</context>
</TS>
