<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb">
<context>
    <name>About</name>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n kode</numerusform>
            <numerusform>%n koder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s): {}</source>
        <translation>
            <numerusform>%n nivå: {}</numerusform>
            <numerusform>%n nivåer: {}</numerusform>
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
        <translation>Bygger på</translation>
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
        <translation>Sist endret</translation>
    </message>
    <message>
        <source>Legal base</source>
        <translation>Hjemmel</translation>
    </message>
    <message>
        <source>Names in {}</source>
        <translation>Navn på {}</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>Publikasjoner</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Ansvarlig</translation>
    </message>
    <message>
        <source>Valid {}</source>
        <translation>Gjelder {}</translation>
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
            <numerusform>%n par ligger i prosjektet som tabellen «{}».</numerusform>
            <numerusform>%n par ligger i prosjektet som tabellen «{}».</numerusform>
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
        <translation>Legger parene i denne tabellen til i prosjektet</translation>
    </message>
    <message>
        <source>Could not be fetched</source>
        <translation>Kunne ikke hentes</translation>
    </message>
    <message>
        <source>Fetching the pairs of {} …</source>
        <translation>Henter parene i {} …</translation>
    </message>
    <message>
        <source>Fetching what Klass says about {} …</source>
        <translation>Henter det Klass sier om {} …</translation>
    </message>
    <message>
        <source>No network. What is told here is from {}.</source>
        <translation>Uten nett. Det som står her, er fra {}.</translation>
    </message>
    <message>
        <source>Show Codes</source>
        <translation>Vis koder</translation>
    </message>
    <message>
        <source>Shows the codes of what is chosen, on a date on which it applies</source>
        <translation>Viser kodene i det som er valgt, på en dato det gjelder</translation>
    </message>
    <message>
        <source>The names are in {}: others are not published.</source>
        <translation>Navnene er på {}: andre er ikke publisert.</translation>
    </message>
</context>
<context>
    <name>AboutPanel</name>
    <message>
        <source>Corrections</source>
        <translation>Rettinger</translation>
    </message>
    <message>
        <source>Klass has no version of this.</source>
        <translation>Klass har ingen utgave av denne.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Åpne i nettleseren</translation>
    </message>
    <message>
        <source>The CSV is written in Latin-1, where Sámi letters such as š and đ become question marks. JSON and XML have them all.</source>
        <translation>CSV-en er skrevet i Latin-1, der samiske bokstaver som š og đ blir spørsmålstegn. JSON og XML har alle.</translation>
    </message>
    <message>
        <source>The page of the classification at Statistics Norway</source>
        <translation>Siden til klassifikasjonen hos SSB</translation>
    </message>
    <message>
        <source>What is chosen above, as {} from the service</source>
        <translation>Det som er valgt over, som {} fra tjenesten</translation>
    </message>
</context>
<context>
    <name>AboutTree</name>
    <message>
        <source>Change tables</source>
        <translation>Endringer mellom utgaver</translation>
    </message>
    <message>
        <source>Correspondence tables</source>
        <translation>Koder side om side</translation>
    </message>
    <message>
        <source>Fetching …</source>
        <translation>Henter …</translation>
    </message>
    <message>
        <source>No variants and no tables</source>
        <translation>Ingen varianter og ingen tabeller</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gjelder</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianter</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Utgave</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Utgaver</translation>
    </message>
</context>
<context>
    <name>Algorithms</name>
    <message>
        <source>A day on which all codes applied; empty where there is none</source>
        <translation>En dag alle kodene gjaldt, tom der det ikke finnes noen</translation>
    </message>
    <message>
        <source>A number in Klass, or grunnkrets, delomrade, kommune, fylke or bydel.</source>
        <translation>Et nummer i Klass, eller grunnkrets, delomrade, kommune, fylke eller bydel.</translation>
    </message>
    <message>
        <source>A number in Klass, or grunnkrets, delomrade, kommune, fylke or bydel. With a table it only explains what does not match.</source>
        <translation>Et nummer i Klass, eller grunnkrets, delomrade, kommune, fylke eller bydel. Med en tabell forklarer den bare det som ikke passer.</translation>
    </message>
    <message>
        <source>A number or a name: 0301, Oslo.</source>
        <translation>Et nummer eller et navn: 0301, Oslo.</translation>
    </message>
    <message>
        <source>A table of yours whose columns are joined by the same cleaning, such as figures.</source>
        <translation>En egen tabell med for eksempel tall. Kolonnene kobles på med den samme vaskingen av kodene.</translation>
    </message>
    <message>
        <source>A table with the fields {}.</source>
        <translation>En tabell med feltene {}.</translation>
    </message>
    <message>
        <source>Adds the code and attributes from Klass (Statistics Norway) to every feature, or columns of a table of yours.

Field, classification and level are found by what matches, unless they are given. Codes are matched as text after cleaning: lost leading zeros (301), blanks, prefixes (K-0301), and the first digits of longer codes where the classification is of a higher level.

The report lists what did not match and why: expired codes with their successors, codes that are no places, values that are no codes, codes without a feature, and doubled codes. Where nothing matches there is no output.</source>
        <translation>Gir hvert objekt koden og kolonner fra Klass (Statistisk sentralbyrå), eller kolonner fra en tabell du har selv.

Felt, klassifikasjon og nivå finnes av det som passer, når du ikke oppgir dem. Kodene sammenlignes som tekst etter opprydding: nuller som mangler foran (301), mellomrom, prefikser (K-0301), og de første sifrene i lengre koder når klassifikasjonen er på et høyere nivå.

Rapporten viser hva som ikke passet, og hvorfor: utgåtte koder med det de ble til, koder som ikke er steder, verdier som ikke er koder, koder uten objekt, og samme kode flere ganger. Når ingenting passer, lages det ikke noe lag.</translation>
    </message>
    <message>
        <source>Adds to every row the code that applies on the second date, its name, what happened (unchanged, renamed, renumbered, merged, split, ended or unknown) and the way from code to code.

Without a first date each code starts on the last day on which it applied: so columns that mix divisions can be changed at once. The second date may be the earlier one.

A code that was split is never assigned by guessing: it is left empty, or kept as it is. A table of choices with the fields old_code, new_code and weight settles it. With weights a figure is shared out, and the heaviest is the new code.

With fields to add up there is one row for each new code: figures added up, shapes dissolved. That is refused where a code was split and no choice says how to share its figure.

Data: Statistics Norway, CC BY 4.0.</source>
        <translation>Gir hver rad koden som gjelder på den andre datoen, navnet på den, hva som skjedde (unchanged: uendret, renamed: nytt navn, renumbered: nytt nummer, merged: slått sammen, split: delt, ended: utgått, unknown: ukjent) og veien fra kode til kode.

Uten en første dato begynner hver kode på den siste dagen den gjaldt. Slik kan felt som blander inndelinger, byttes på én gang. Den andre datoen kan være den tidligste.

En kode som er delt, blir aldri gjettet: den blir stående tom, eller beholdes som den er. En tabell med valg, med feltene old_code, new_code og weight, avgjør det. Med vekter fordeles tallet, og den tyngste blir den nye koden.

Med felt som skal legges sammen, blir det én rad for hver ny kode: tallene lagt sammen, formene slått sammen. Det gjøres ikke når en kode er delt og ingen valg sier hvordan tallet skal fordeles.

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
        <translation>Også koder som ikke gjelder ennå</translation>
    </message>
    <message>
        <source>Any will do: what Geonorge does not offer is reprojected here.</source>
        <translation>Alle går. Det som Geonorge ikke tilbyr, blir regnet om her.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Attributes from Klass</source>
        <translation>Kolonner fra Klass</translation>
    </message>
    <message>
        <source>Bokmål, nynorsk or English. What is not published in it comes in bokmål, with a warning.</source>
        <translation>Bokmål, nynorsk eller engelsk. Det som ikke er publisert på språket, kommer på bokmål, med et varsel.</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Grenser</translation>
    </message>
    <message>
        <source>Boundaries of a year</source>
        <translation>Grenser fra et år</translation>
    </message>
    <message>
        <source>Boundaries of fylker, kommuner, delområder, grunnkretser or bydeler from Geonorge.</source>
        <translation>Grenser for fylker, kommuner, delområder, grunnkretser eller bydeler fra Geonorge.</translation>
    </message>
    <message>
        <source>CRS (empty: suited to the area)</source>
        <translation>KRS (tomt: passer området)</translation>
    </message>
    <message>
        <source>Carries a column of codes from one division to another, and says what became of each.</source>
        <translation>Fører et felt med koder fra én inndeling til en annen, og sier hva hver kode ble til.</translation>
    </message>
    <message>
        <source>Change codes to another date</source>
        <translation>Bytt koder til en annen dato</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Endringer</translation>
    </message>
    <message>
        <source>Changes between two dates</source>
        <translation>Endringer mellom to datoer</translation>
    </message>
    <message>
        <source>Choices (old_code, new_code, weight)</source>
        <translation>Valg (old_code, new_code, weight)</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifikasjon</translation>
    </message>
    <message>
        <source>Classification (empty: found)</source>
        <translation>Klassifikasjon (tom: den som passer)</translation>
    </message>
    <message>
        <source>Classification of the best division</source>
        <translation>Klassifikasjonen til den beste inndelingen</translation>
    </message>
    <message>
        <source>Classifications</source>
        <translation>Klassifikasjoner</translation>
    </message>
    <message>
        <source>Coast</source>
        <translation>Kyst</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Koder</translation>
    </message>
    <message>
        <source>Codes grouped in another way, by a variant that the version of the date has.</source>
        <translation>Koder gruppert på en annen måte, med en variant som finnes på datoen.</translation>
    </message>
    <message>
        <source>Codes in Klass</source>
        <translation>Koder i Klass</translation>
    </message>
    <message>
        <source>Codes of</source>
        <translation>Koder i</translation>
    </message>
    <message>
        <source>Codes of a classification in SSB's Klass that apply on a date or in a period.</source>
        <translation>Koder i en klassifikasjon i SSBs Klass som gjelder på en dato eller i en periode.</translation>
    </message>
    <message>
        <source>Codes of the table without a unit</source>
        <translation>Koder i tabellen uten enhet</translation>
    </message>
    <message>
        <source>Codes of two classifications side by side</source>
        <translation>Koder i to klassifikasjoner side om side</translation>
    </message>
    <message>
        <source>Codes on a date</source>
        <translation>Koder på en dato</translation>
    </message>
    <message>
        <source>Codes without a feature</source>
        <translation>Koder uten objekt</translation>
    </message>
    <message>
        <source>Codes, beginnings and ranges with commas between: 0301, 11*, 3001-3099.</source>
        <translation>Koder, begynnelser og områder med komma mellom: 0301, 11*, 3001-3099.</translation>
    </message>
    <message>
        <source>Columns of the table (empty: all)</source>
        <translation>Kolonner i tabellen (tomt: alle)</translation>
    </message>
    <message>
        <source>Compares a column with the codes of all years in Klass (Statistics Norway). Without a field the one that holds codes is found.

The table has a row for each division with the share of the different codes that applied then, the best first; date_to is the first day after it. Below come the problems, with how many values have each, an example and what it should be: lost zeros, values that are not written as codes, unknown codes, codes that occur twice, names instead of codes, codes that look like those of another classification, and codes that are not places.

The report is the same as a page to print or send. Nothing is changed in the layer.</source>
        <translation>Sammenligner et felt med kodene fra alle år i Klass (Statistisk sentralbyrå). Når du ikke oppgir et felt, finnes det som inneholder koder.

Tabellen har en rad for hver inndeling med andelen av de forskjellige kodene som gjaldt da, den beste først; date_to er den første dagen etter. Under kommer det som bør rettes, med hvor mange verdier det gjelder, et eksempel og hva det skulle være: nuller som mangler foran, verdier som ikke er skrevet som koder, ukjente koder, koder som står flere ganger, navn i stedet for koder, koder som ligner dem i en annen klassifikasjon, og koder som ikke er steder.

Rapporten er det samme som en side du kan skrive ut eller sende. Ingenting endres i laget.</translation>
    </message>
    <message>
        <source>Correspondence</source>
        <translation>Koder side om side</translation>
    </message>
    <message>
        <source>Counts what some kommuner publish in each catalogue.</source>
        <translation>Teller det noen kommuner gir ut i hver katalog.</translation>
    </message>
    <message>
        <source>Date (empty: today)</source>
        <translation>Dato (tom: i dag)</translation>
    </message>
    <message>
        <source>Diagnose a column of codes</source>
        <translation>Sjekk et felt med koder</translation>
    </message>
    <message>
        <source>Diagnoses the codes of a table, changes them to those that apply on a date, gets the boundaries of its year and joins the table to them.

Where codes were merged, name the fields to add up: there is one row for each new code then. A code that was split is never assigned by guessing: its figures are left out, and the report says so.

This is a model. It lies in the plugin's folder as resources/models/map.model3: open it in the model designer to make your own of it.

Data: Statistics Norway, © Kartverket, CC BY 4.0.</source>
        <translation>Sjekker kodene i en tabell, bytter dem til dem som gjelder på en dato, henter grensene for året og kobler tabellen til dem.

Der koder er slått sammen, velger du feltene som skal legges sammen. Da blir det én rad for hver ny kode. En kode som er delt, blir aldri plassert ved gjetning: Tallene utelates, og rapporten sier det.

Dette er en modell. Den ligger i mappen til programtillegget som resources/models/map.model3. Åpne den i modellbyggeren for å lage din egen av den.

Data: Statistisk sentralbyrå, © Kartverket, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Sjekk</translation>
    </message>
    <message>
        <source>Every feature of the layer, with the new fields; empty where nothing matched.</source>
        <translation>Alle objektene i laget, med de nye feltene, tomme der ingenting passet.</translation>
    </message>
    <message>
        <source>Extent (empty: all of the area)</source>
        <translation>Utsnitt (tomt: hele området)</translation>
    </message>
    <message>
        <source>Features with a code</source>
        <translation>Objekter med kode</translation>
    </message>
    <message>
        <source>Features without a code</source>
        <translation>Objekter uten kode</translation>
    </message>
    <message>
        <source>Field of codes</source>
        <translation>Felt med koder</translation>
    </message>
    <message>
        <source>Field of codes (empty: found)</source>
        <translation>Felt med koder (tomt: det som passer)</translation>
    </message>
    <message>
        <source>Fields to add up</source>
        <translation>Felt som skal legges sammen</translation>
    </message>
    <message>
        <source>Find classifications</source>
        <translation>Finn klassifikasjoner</translation>
    </message>
    <message>
        <source>For dates whose version is published, and not valid before then.</source>
        <translation>For datoer der kodene er publisert, men ikke gjelder ennå.</translation>
    </message>
    <message>
        <source>From a table with codes and figures to a map of them, in one step.</source>
        <translation>Fra en tabell med koder og tall til et kart over dem, i ett steg.</translation>
    </message>
    <message>
        <source>From codes on (empty: each from its last day)</source>
        <translation>Fra dato (tom: den siste dagen hver kode gjaldt)</translation>
    </message>
    <message>
        <source>Gets boundaries from Geonorge: the division valid on 1 January of a year, for the whole country, fylker (2 digits) or kommuner (4 digits).

Delområder and bydeler are put together from grunnkretser as Klass has it.

Without a year it is the newest division that is valid today; next year's can be had once it is published. Without a CRS it is the UTM zone that suits the area. What has been fetched before is used again while nothing newer exists.

As registered, units reach out to sea to the territorial limit: right for area and for places at sea. Without the sea they follow the coast: right for maps of land and people. Shapes that Geonorge has without sea are taken where there are any of the year; else the coastline of N250 or N1000 map data cuts.

Data: © Kartverket, CC BY 4.0.</source>
        <translation>Henter grenser fra Geonorge: inndelingen som gjaldt 1. januar et år, for hele landet, fylker (2 sifre) eller kommuner (4 sifre).

Delområder og bydeler settes sammen av grunnkretser slik Klass har dem.

Uten årgang er det den nyeste inndelingen som gjelder i dag; neste års kan hentes når den er publisert. Uten KRS er det UTM-sonen som passer området. Det som er hentet før, brukes igjen så lenge det ikke finnes noe nyere.

Slik enhetene er registrert, går de ut i sjøen til territorialgrensen: det passer for areal og for steder til havs. Uten sjøen følger de kysten: det passer for kart over land og folk. Har Geonorge former uten sjø for årgangen, brukes de; ellers klippes det med kystlinjen i N250 eller N1000 kartdata.

Data: © Kartverket, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Join codes</source>
        <translation>Koble koder</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Koblet</translation>
    </message>
    <message>
        <source>Joins codes of SSB's Klass, or the columns of a table, to the features of a layer.</source>
        <translation>Kobler koder fra SSBs Klass, eller kolonnene i en tabell, til objektene i et lag.</translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Kommuner</source>
        <translation>Kommuner</translation>
    </message>
    <message>
        <source>Language of names</source>
        <translation>Språk for navn</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Lag</translation>
    </message>
    <message>
        <source>Left empty, it is the field whose values fit those of the layer.</source>
        <translation>Står det tomt, brukes feltet med verdier som passer til laget.</translation>
    </message>
    <message>
        <source>Level (empty: all)</source>
        <translation>Nivå (tomt: alle)</translation>
    </message>
    <message>
        <source>Level (empty: found)</source>
        <translation>Nivå (tomt: det som passer)</translation>
    </message>
    <message>
        <source>Level of the best division</source>
        <translation>Nivået til den beste inndelingen</translation>
    </message>
    <message>
        <source>Lists the classifications in SSB's Klass, or finds some by words.</source>
        <translation>Viser klassifikasjonene i SSBs Klass, eller finner noen av dem med ord.</translation>
    </message>
    <message>
        <source>Lists what a kommune publishes, whichever catalogue holds it.</source>
        <translation>Lister opp det en kommune gir ut, uansett hvilken katalog det står i.</translation>
    </message>
    <message>
        <source>Lists what became of the codes of a classification in SSB's Klass between two dates.</source>
        <translation>Viser hva kodene i en klassifikasjon i SSBs Klass ble til mellom to datoer.</translation>
    </message>
    <message>
        <source>Lists which codes of one classification in SSB's Klass go with which of another.</source>
        <translation>Viser hvilke koder i én klassifikasjon i SSBs Klass som hører sammen med hvilke i en annen.</translation>
    </message>
    <message>
        <source>Makes a table of everything that took effect after the first date, up to and including the second: renamed, renumbered, merged, split, rearranged (several into several), new and ended codes.

The kind is judged by all rows of a day that hang together. A code that takes others in and keeps its number is part of the merge. Where Klass has no table for some day, a warning says so and the rest is shown.

Data: Statistics Norway, CC BY 4.0.</source>
        <translation>Lager en tabell med alt som trådte i kraft etter den første datoen, til og med den andre: koder med nytt navn eller nytt nummer, slått sammen, delt, omfordelt (flere til flere), nye og utgåtte.

Hva som skjedde, bedømmes etter alle radene fra samme dag som henger sammen. En kode som tar opp andre og beholder nummeret sitt, er en del av sammenslåingen. Når Klass ikke har noen tabell for en dag, får du et varsel, og resten er med.

Data: Statistisk sentralbyrå, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Makes a table of the classifications in Klass (Statistics Norway), all of them or those found by words or by a number, the best first. Each comes once, though the search answers in several languages.

Code lists are smaller classifications for a single statistic. What a search does not say is empty.

Data: Statistics Norway, CC BY 4.0.</source>
        <translation>Lager en tabell med klassifikasjonene i Klass (Statistisk sentralbyrå), alle eller dem som finnes med ord eller et nummer, den beste først. Hver av dem står én gang, selv om søket svarer på flere språk.

Kodelister er mindre klassifikasjoner for én enkelt statistikk. Det søket ikke sier noe om, står tomt.

Data: Statistisk sentralbyrå, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Makes a table of the codes of a classification in Klass (Statistics Norway) that apply on a date: kommuner, fylker, bydeler, grunnkretser and delområder by name, any other by its number.

With a second date the table has every code that applied at some time from the first date up to the day before the second; valid_from and valid_to then say when. valid_to is the first day on which it no longer applies.

Codes are text. Data: Statistics Norway, CC BY 4.0.</source>
        <translation>Lager en tabell med kodene i en klassifikasjon i Klass (Statistisk sentralbyrå) som gjelder på en dato: kommuner, fylker, bydeler, grunnkretser og delområder med navn, alle andre med nummeret sitt.

Med en andre dato får tabellen hver kode som gjaldt på et tidspunkt fra den første datoen til dagen før den andre; valid_from og valid_to sier da når. valid_to er den første dagen koden ikke gjelder lenger.

Koder er tekst. Data: Statistisk sentralbyrå, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Makes a table of the correspondence between two classifications in Klass (Statistics Norway), such as kommune and fylke, grunnkrets and bydel, or kommune and economic region (108), in either direction.

With a second date the table has every pair that applied at some time from the first date up to the day before the second, and when: valid_to is the first day on which it no longer applied.

Data: Statistics Norway, CC BY 4.0.</source>
        <translation>Lager en tabell over hvilke koder i to klassifikasjoner i Klass (Statistisk sentralbyrå) som hører sammen, for eksempel kommune og fylke, grunnkrets og bydel, eller kommune og økonomisk region (108), begge veier.

Med en andre dato får tabellen hvert par som gjaldt på et tidspunkt fra den første datoen til dagen før den andre, og når: valid_to er den første dagen det ikke gjaldt lenger.

Data: Statistisk sentralbyrå, CC BY 4.0.</translation>
    </message>
    <message>
        <source>Makes a table of the data sets that a kommune publishes in Geonorge, data.norge.no and its own portals (CKAN, ArcGIS Hub). A data set that stands in several of them is one row, and catalogues says in which.

What can be put on the map comes first. With all data sets, why_not says what stands in the way: restricted, untrusted (an address on a private network), no_place (a table without coordinates or codes), format, page, no_format or no_address.

A kommune of before a reform stands for what it became. A catalogue that can't be asked is named in a warning; most kommuner publish little, and then the table is empty.</source>
        <translation>Lager en tabell over datasettene en kommune gir ut i Geonorge, data.norge.no og sine egne portaler (CKAN, ArcGIS Hub). Et datasett som står i flere av dem, er én rad, og catalogues sier i hvilke.

Det som kan legges i kartet, kommer først. Med alle datasett sier why_not hva som er i veien: restricted (begrenset), untrusted (en adresse på et privat nett), no_place (en tabell uten koordinater eller koder), format, page (en nettside), no_format eller no_address.

En kommune fra før en reform står for den den ble til. En katalog som ikke kan spørres, blir nevnt i en advarsel; de fleste kommuner gir ut lite, og da er tabellen tom.</translation>
    </message>
    <message>
        <source>Makes a table with a row for each kommune: how many data sets Geonorge, data.norge.no, CKAN portals and ArcGIS Hub portals list of it. 0 means that nothing is published there, empty that the catalogue could not be asked.

A data set may stand in several catalogues, so the counts can't be added up. data.norge.no takes ten questions a minute and each kommune is two, so many kommuner take their time.</source>
        <translation>Lager en tabell med en rad for hver kommune: hvor mange datasett Geonorge, data.norge.no, CKAN-portaler og ArcGIS Hub-portaler har fra den. 0 betyr at ingenting er gitt ut der, tomt at katalogen ikke kunne spørres.

Et datasett kan stå i flere kataloger, så tallene kan ikke legges sammen. data.norge.no tar imot ti spørsmål i minuttet, og hver kommune er to, så mange kommuner tar tid.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kart</translation>
    </message>
    <message>
        <source>Map of a table of codes</source>
        <translation>Kart av en tabell med koder</translation>
    </message>
    <message>
        <source>Map services, and files with coordinates or codes. Otherwise all data sets, with why_not for the rest.</source>
        <translation>Karttjenester, og filer med koordinater eller koder. Ellers alle datasett, der why_not sier hva som er i veien.</translation>
    </message>
    <message>
        <source>New code of what was split</source>
        <translation>Ny kode for det som er delt</translation>
    </message>
    <message>
        <source>Number of codes</source>
        <translation>Antall koder</translation>
    </message>
    <message>
        <source>Number of features</source>
        <translation>Antall objekter</translation>
    </message>
    <message>
        <source>Number of rows</source>
        <translation>Antall rader</translation>
    </message>
    <message>
        <source>Numbers of fylker and kommuner with commas between; 0000 is the whole country.</source>
        <translation>Numre på fylker og kommuner med komma mellom; 0000 er hele landet.</translation>
    </message>
    <message>
        <source>Numbers or names with commas between: 0301, Bergen.</source>
        <translation>Numre eller navn med komma mellom: 0301, Bergen.</translation>
    </message>
    <message>
        <source>Numbers stay numbers.</source>
        <translation>Tall forblir tall.</translation>
    </message>
    <message>
        <source>Of name, level, parent_code, parent_name, short_name, presentation_name, valid_from, valid_to and notes, with commas between. to:104 adds the code and name in another classification; several go, too: to:104,to:108. Where a code has several there, all of them are given, with semicolons between.</source>
        <translation>Av name, level, parent_code, parent_name, short_name, presentation_name, valid_from, valid_to og notes, med komma mellom. to:104 gir kode og navn i en annen klassifikasjon; flere går også an: to:104,to:108. Der en kode har flere, står alle, med semikolon mellom.</translation>
    </message>
    <message>
        <source>One feature for each unit, with its number and name in fields such as kommunenummer and kommunenavn.</source>
        <translation>Ett objekt for hver enhet, med nummer og navn i felt som kommunenummer og kommunenavn.</translation>
    </message>
    <message>
        <source>Only these codes</source>
        <translation>Bare disse kodene</translation>
    </message>
    <message>
        <source>Only units that the extent meets, each of them whole.</source>
        <translation>Bare enheter som utsnittet berører, hver av dem hel.</translation>
    </message>
    <message>
        <source>Only what can be put on the map</source>
        <translation>Bare det som kan legges i kartet</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Åpne data</translation>
    </message>
    <message>
        <source>Open data of a kommune</source>
        <translation>Åpne data fra en kommune</translation>
    </message>
    <message>
        <source>Open data of several kommuner, counted</source>
        <translation>Åpne data fra flere kommuner, talt opp</translation>
    </message>
    <message>
        <source>Open data, counted</source>
        <translation>Åpne data, talt opp</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parametere</translation>
    </message>
    <message>
        <source>Prefix of the new fields</source>
        <translation>Prefiks for de nye feltene</translation>
    </message>
    <message>
        <source>Presentation names</source>
        <translation>Presentasjonsnavn</translation>
    </message>
    <message>
        <source>Recoded</source>
        <translation>Med nye koder</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultater</translation>
    </message>
    <message>
        <source>Rows with status {}</source>
        <translation>Rader med status {}</translation>
    </message>
    <message>
        <source>Says for codes that were split which new code is meant, or how a figure is shared out.</source>
        <translation>Sier for koder som er delt, hvilken ny kode som menes, eller hvordan et tall skal fordeles.</translation>
    </message>
    <message>
        <source>Share of the codes in the best division</source>
        <translation>Andelen av kodene i den beste inndelingen</translation>
    </message>
    <message>
        <source>Smaller lists, made for a single statistic.</source>
        <translation>Mindre lister, laget for én enkelt statistikk.</translation>
    </message>
    <message>
        <source>Stands before the names of the fields from Klass, so that none is taken twice.</source>
        <translation>Står foran navnene på feltene fra Klass, så ingen navn blir brukt to ganger.</translation>
    </message>
    <message>
        <source>Table instead of Klass</source>
        <translation>Tabell i stedet for Klass</translation>
    </message>
    <message>
        <source>Table of codes</source>
        <translation>Tabell med koder</translation>
    </message>
    <message>
        <source>Tells which classification and years the codes of a column belong to, and what to mend.</source>
        <translation>Sier hvilken klassifikasjon og hvilke år kodene i et felt hører til, og hva som bør rettes.</translation>
    </message>
    <message>
        <source>The boundaries with the columns of the table.</source>
        <translation>Grensene med kolonnene fra tabellen.</translation>
    </message>
    <message>
        <source>The codes become those of this day, and the boundaries are those of its year.</source>
        <translation>Kodene blir dem som gjelder denne dagen, og grensene er fra det året.</translation>
    </message>
    <message>
        <source>The codes that apply on this day. Text such as 2024-01-01 will do.</source>
        <translation>Kodene som gjelder denne dagen, gjerne skrevet som 2024-01-01.</translation>
    </message>
    <message>
        <source>The day whose codes are wanted. It may be the earlier of the two.</source>
        <translation>Dagen kodene skal være fra. Den kan være den tidligste av de to.</translation>
    </message>
    <message>
        <source>The day whose codes the field holds. Empty is right for a field with codes of several years.</source>
        <translation>Dagen kodene i feltet er fra. Tomt er riktig for et felt med koder fra flere år.</translation>
    </message>
    <message>
        <source>The diagnosis as a page to print or to send.</source>
        <translation>Resultatet som en side du kan skrive ut eller sende.</translation>
    </message>
    <message>
        <source>The division valid on 1 January of this year, such as 2024.</source>
        <translation>Inndelingen som gjelder 1. januar dette året, for eksempel 2024.</translation>
    </message>
    <message>
        <source>The field with the codes.</source>
        <translation>Feltet med kodene.</translation>
    </message>
    <message>
        <source>The field with the codes. Left empty, it is the one whose values are codes.</source>
        <translation>Feltet med kodene. Står det tomt, brukes det som inneholder koder.</translation>
    </message>
    <message>
        <source>The layer or table with the codes. A selection of it will do.</source>
        <translation>Laget eller tabellen med kodene, gjerne bare de valgte objektene.</translation>
    </message>
    <message>
        <source>The model {} can't be read.</source>
        <translation>Modellen {} kan ikke leses.</translation>
    </message>
    <message>
        <source>The number of a level: 1 is the top. In Klass 1 delområder are level 1 and grunnkretser level 2.</source>
        <translation>Nummeret på et nivå, der 1 er øverst. I Klass 1 er delområder nivå 1 og grunnkretser nivå 2.</translation>
    </message>
    <message>
        <source>The rows of the input with the fields {} added.</source>
        <translation>Radene i laget, med feltene {} i tillegg.</translation>
    </message>
    <message>
        <source>The table covers the time up to the day before it. Without it: the first date alone.</source>
        <translation>Tabellen dekker tiden fram til dagen før. Uten den: bare den første datoen.</translation>
    </message>
    <message>
        <source>The table with the codes of the date.</source>
        <translation>Tabellen med kodene fra datoen.</translation>
    </message>
    <message>
        <source>The table's field of codes (empty: found)</source>
        <translation>Feltet med koder i tabellen (tomt: det som passer)</translation>
    </message>
    <message>
        <source>To codes on (empty: today)</source>
        <translation>Til dato (tom: i dag)</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <source>Units as areas; fylkesgrense and kommunegrense are the border lines between them.</source>
        <translation>Enheter som flater. Med fylkesgrense og kommunegrense blir det linjene mellom dem.</translation>
    </message>
    <message>
        <source>Units of the map with a row of the table</source>
        <translation>Enheter i kartet som har en rad i tabellen</translation>
    </message>
    <message>
        <source>Units of the map without one</source>
        <translation>Enheter i kartet uten rad</translation>
    </message>
    <message>
        <source>Up to and including (empty: today)</source>
        <translation>Til og med (tom: i dag)</translation>
    </message>
    <message>
        <source>Up to, but not including (empty: only that date)</source>
        <translation>Fram til, men ikke med (tom: bare den datoen)</translation>
    </message>
    <message>
        <source>Variant (its name)</source>
        <translation>Variant (navnet på den)</translation>
    </message>
    <message>
        <source>What did not match, and why.</source>
        <translation>Det som ikke passet, og hvorfor.</translation>
    </message>
    <message>
        <source>What presentation_name is made by: {code}, {name} and {shortname}, also as {capitalize(name)}, {lowercase(name)} and {uppercase(name)}.</source>
        <translation>Det presentation_name lages av: {code}, {name} og {shortname}, også som {capitalize(name)}, {lowercase(name)} og {uppercase(name)}.</translation>
    </message>
    <message>
        <source>What the codes belong to.</source>
        <translation>Hva kodene hører til.</translation>
    </message>
    <message>
        <source>What the codes stand for, and what the map is made of.</source>
        <translation>Det kodene står for, og det kartet er laget av.</translation>
    </message>
    <message>
        <source>What took effect on this day is taken in.</source>
        <translation>Det som skjedde denne dagen, er med.</translation>
    </message>
    <message>
        <source>What took effect on this day itself is left out.</source>
        <translation>Det som skjedde denne dagen, er ikke med.</translation>
    </message>
    <message>
        <source>With codes of</source>
        <translation>Med koder i</translation>
    </message>
    <message>
        <source>With them there is one row for each new code.</source>
        <translation>Med dem blir det én rad for hver ny kode.</translation>
    </message>
    <message>
        <source>Words (empty: all)</source>
        <translation>Ord (tomt: alle)</translation>
    </message>
    <message>
        <source>Words of a name or a description, such as næring, or the number of a classification.</source>
        <translation>Ord i et navn eller en beskrivelse, for eksempel næring, eller nummeret på en klassifikasjon.</translation>
    </message>
    <message>
        <source>Words of a title, a description or a keyword, as each catalogue searches for them.</source>
        <translation>Ord i en tittel, en beskrivelse eller et stikkord, slik hver katalog søker.</translation>
    </message>
    <message>
        <source>Words or number (empty: all)</source>
        <translation>Ord eller nummer (tomt: alle)</translation>
    </message>
    <message>
        <source>Year (empty: the newest)</source>
        <translation>Årgang (tom: den nyeste)</translation>
    </message>
    <message>
        <source>Your own data</source>
        <translation>Dine egne data</translation>
    </message>
    <message>
        <source>empty: none, until someone has said which. keep: the old code stays.</source>
        <translation>empty: ingen, til noen har sagt hvilken. keep: den gamle koden blir stående.</translation>
    </message>
    <message>
        <source>sea: as registered, to the territorial limit. coast: without the sea.</source>
        <translation>sea: som registrert, til territorialgrensen. coast: uten sjøen.</translation>
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
        <translation>Ingen fylker eller kommuner denne datoen heter «{}»</translation>
    </message>
    <message>
        <source>Point in Map …</source>
        <translation>Velg i kartet …</translation>
    </message>
    <message>
        <source>Several places are called “{}”: {}</source>
        <translation>Flere steder heter «{}»: {}</translation>
    </message>
    <message>
        <source>Whole country</source>
        <translation>Hele landet</translation>
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
        <translation>Bydeler</translation>
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
        <translation>Delområder</translation>
    </message>
    <message>
        <source>Delområder, bydeler, and borders as lines</source>
        <translation>Delområder, bydeler, og grenser som linjer</translation>
    </message>
    <message>
        <source>Fylke Borders</source>
        <translation>Fylkesgrenser</translation>
    </message>
    <message>
        <source>Fylker</source>
        <translation>Fylker</translation>
    </message>
    <message>
        <source>Geonorge's own files in a folder of yours: GeoJSON, GML, FGDB, SOSI or PostGIS</source>
        <translation>Filene fra Geonorge i en mappe du velger: GeoJSON, GML, FGDB, SOSI eller PostGIS</translation>
    </message>
    <message>
        <source>Grunnkretser</source>
        <translation>Grunnkretser</translation>
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
        <translation>Kommuner</translation>
    </message>
    <message>
        <source>Map Extent Only</source>
        <translation>Bare kartutsnittet</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Flere</translation>
    </message>
    <message>
        <source>More Choices</source>
        <translation>Flere valg</translation>
    </message>
    <message>
        <source>Only those that the map shows a part of when you get them come into the layer, each of them whole.</source>
        <translation>Bare de som kartet viser noe av når du henter dem, kommer med i laget, hver av dem hel.</translation>
    </message>
    <message>
        <source>Other CRS</source>
        <translation>Annet KRS</translation>
    </message>
    <message>
        <source>Save as Delivered…</source>
        <translation>Lagre som levert…</translation>
    </message>
    <message>
        <source>Several Kommuner</source>
        <translation>Flere kommuner</translation>
    </message>
    <message>
        <source>Several kommuner</source>
        <translation>Flere kommuner</translation>
    </message>
    <message>
        <source>Suited to the area</source>
        <translation>Passer området</translation>
    </message>
    <message>
        <source>Whole country</source>
        <translation>Hele landet</translation>
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
        <translation>{}, passer området</translation>
    </message>
    <message>
        <source>{}, suits the whole country</source>
        <translation>{}, passer hele landet</translation>
    </message>
    <message>
        <source>{}, within the map extent</source>
        <translation>{}, innenfor kartutsnittet</translation>
    </message>
</context>
<context>
    <name>BoundaryRenewal</name>
    <message numerus="yes">
        <source>%n layer(s) could not be looked after and are as before.</source>
        <translation>
            <numerusform>%n lag kunne ikke undersøkes og er som før.</numerusform>
            <numerusform>%n lag kunne ikke undersøkes og er som før.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) now show newer boundaries.</source>
        <translation>
            <numerusform>%n lag viser nå nyere grenser.</numerusform>
            <numerusform>%n lag viser nå nyere grenser.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for newer boundaries …</source>
        <translation>Ser etter nyere grenser …</translation>
    </message>
    <message>
        <source>New tables, the older ones stay: {}</source>
        <translation>Nye tabeller, de gamle blir stående: {}</translation>
    </message>
    <message>
        <source>None of the layers holds boundaries that Klasskart fetched from Geonorge.</source>
        <translation>Ingen av lagene har grenser som Klasskart har hentet fra Geonorge.</translation>
    </message>
    <message>
        <source>There is nothing newer at Geonorge.</source>
        <translation>Geonorge har ikke noe nyere.</translation>
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
        <translation>Spør Geonorge om årganger …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Getting boundaries …</source>
        <translation>Henter grenser …</translation>
    </message>
    <message>
        <source>Opening the map service …</source>
        <translation>Åpner karttjenesten …</translation>
    </message>
    <message>
        <source>Reading the map service …</source>
        <translation>Leser karttjenesten …</translation>
    </message>
    <message>
        <source>Remove Again</source>
        <translation>Fjern igjen</translation>
    </message>
    <message>
        <source>{service} has no layer {name} any more.</source>
        <translation>{service} har ikke laget {name} lenger.</translation>
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
        <translation>Administrative enheter (Geonorge)</translation>
    </message>
    <message>
        <source>Administrative units as features (Geonorge)</source>
        <translation>Administrative enheter som objekter (Geonorge)</translation>
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
        <translation>Favoritter</translation>
    </message>
    <message>
        <source>Find Other Years</source>
        <translation>Finn andre årganger</translation>
    </message>
    <message>
        <source>Grunnkretser (Geonorge)</source>
        <translation>Grunnkretser (Geonorge)</translation>
    </message>
    <message>
        <source>Map Services</source>
        <translation>Karttjenester</translation>
    </message>
    <message>
        <source>Read the Layers</source>
        <translation>Les lagene</translation>
    </message>
    <message>
        <source>Remove from Favourites</source>
        <translation>Fjern fra favoritter</translation>
    </message>
    <message>
        <source>{units} as they were on 1.1.{year}, the whole country</source>
        <translation>{units} slik de var 1.1.{year}, hele landet</translation>
    </message>
    <message>
        <source>{units} of {fylke} as they were on 1.1.{year}</source>
        <translation>{units} i {fylke} slik de var 1.1.{year}</translation>
    </message>
    <message>
        <source>{} (not yet valid)</source>
        <translation>{} (gjelder ikke ennå)</translation>
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
        <translation>ikke spurt ferdig</translation>
    </message>
</context>
<context>
    <name>ChangeDrill</name>
    <message numerus="yes">
        <source>%n choice(s) are taken from {}.</source>
        <translation>
            <numerusform>%n valg er hentet fra {}.</numerusform>
            <numerusform>%n valg er hentet fra {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding up …</source>
        <translation>Legger sammen …</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle filer (*)</translation>
    </message>
    <message>
        <source>Load Choices</source>
        <translation>Hent valg</translation>
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
        <translation>Leser kodene …</translation>
    </message>
    <message>
        <source>Reading {} …</source>
        <translation>Leser {} …</translation>
    </message>
    <message>
        <source>Save Choices</source>
        <translation>Lagre valgene</translation>
    </message>
    <message>
        <source>Save List</source>
        <translation>Lagre listen</translation>
    </message>
    <message>
        <source>Saving the list …</source>
        <translation>Lagrer listen …</translation>
    </message>
    <message>
        <source>Tables ({})</source>
        <translation>Tabeller ({})</translation>
    </message>
    <message>
        <source>The choices are saved as {}.</source>
        <translation>Valgene er lagret som {}.</translation>
    </message>
    <message>
        <source>The list is saved as {}.</source>
        <translation>Listen er lagret som {}.</translation>
    </message>
    <message>
        <source>The new layer was taken back.</source>
        <translation>Det nye laget ble tatt bort.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>Writing codes …</source>
        <translation>Skriver koder …</translation>
    </message>
    <message>
        <source>{name}, codes of {year}</source>
        <translation>{name}, koder fra {year}</translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message>
        <source>A&amp;dd up</source>
        <translation>Legg sa&amp;mmen</translation>
    </message>
    <message>
        <source>Fields to add up</source>
        <translation>Felt som skal legges sammen</translation>
    </message>
    <message>
        <source>Gives one row for each new code, with these figures added up</source>
        <translation>Gir én rad for hver ny kode, der disse tallene er lagt sammen</translation>
    </message>
    <message>
        <source>Load Choices…</source>
        <translation>Hent valg…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Ingenting er endret ennå.</translation>
    </message>
    <message>
        <source>SSB does not say which of the new codes your figures belong to. Choose one, or leave it empty.</source>
        <translation>SSB sier ikke hvilken av de nye kodene tallene dine hører til. Velg en, eller la den stå tom.</translation>
    </message>
    <message>
        <source>Save Choices…</source>
        <translation>Lagre valgene…</translation>
    </message>
    <message>
        <source>Save List…</source>
        <translation>Lagre listen…</translation>
    </message>
    <message>
        <source>Save the list and choices</source>
        <translation>Lagre listen og valgene</translation>
    </message>
    <message>
        <source>Save what becomes of each code, and your choices for what was split</source>
        <translation>Lagre hva hver kode blir til, og valgene dine for det som ble delt</translation>
    </message>
    <message>
        <source>Select Rows</source>
        <translation>Velg rader</translation>
    </message>
    <message>
        <source>Selects these rows in the layer</source>
        <translation>Velger disse radene i laget</translation>
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
            <numerusform>%n er utgått, og ingen kode kom etter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged with others</source>
        <translation>
            <numerusform>%n slått sammen med andre</numerusform>
            <numerusform>%n slått sammen med andre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n uendret</numerusform>
            <numerusform>%n uendret</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown to Klass then</source>
        <translation>
            <numerusform>%n som Klass ikke kjente da</numerusform>
            <numerusform>%n som Klass ikke kjente da</numerusform>
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
            <numerusform>%n uten verdi</numerusform>
            <numerusform>%n uten verdi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them with a new name</source>
        <translation>
            <numerusform>, %n av dem med nytt navn</numerusform>
            <numerusform>, %n av dem med nytt navn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n row(s) have their new code.</source>
        <translation>
            <numerusform>%n rad har fått ny kode.</numerusform>
            <numerusform>Alle %n radene har fått ny kode.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change Codes to {}</source>
        <translation>Bytt koder til {}</translation>
    </message>
    <message>
        <source>Change Codes: {} → {}</source>
        <translation>Bytt koder: {} → {}</translation>
    </message>
    <message>
        <source>choices {}</source>
        <translation>valg {}</translation>
    </message>
    <message>
        <source>codes {}</source>
        <translation>koder {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} av {}</translation>
    </message>
    <message>
        <source>{} of {} rows have their new code, the rest is left empty.</source>
        <translation>{} av {} rader har fått ny kode, de andre er tomme.</translation>
    </message>
    <message>
        <source>{} rows are settled</source>
        <translation>{} rader er avklart</translation>
    </message>
    <message>
        <source>{} rows become {}.</source>
        <translation>{} rader blir til {}.</translation>
    </message>
    <message numerus="yes">
        <source>{} was split (%n row(s))</source>
        <translation>
            <numerusform>{} ble delt (%n rad)</numerusform>
            <numerusform>{} ble delt (%n rader)</numerusform>
        </translation>
    </message>
    <message>
        <source>“{}” is in the project.</source>
        <translation>«{}» er i prosjektet.</translation>
    </message>
</context>
<context>
    <name>ChangesDrill</name>
    <message numerus="yes">
        <source>%n row(s) are in the project as the table “{}”.</source>
        <translation>
            <numerusform>%n rad er i prosjektet som tabellen «{}».</numerusform>
            <numerusform>%n rader er i prosjektet som tabellen «{}».</numerusform>
        </translation>
    </message>
    <message>
        <source>Add Changes as Table</source>
        <translation>Legg til som tabell</translation>
    </message>
    <message>
        <source>Adds every change of this time; the search does not limit them</source>
        <translation>Legger til alle endringene i tiden; søket begrenser dem ikke</translation>
    </message>
    <message>
        <source>Changes: {}</source>
        <translation>Endringer: {}</translation>
    </message>
    <message>
        <source>Fetching changes …</source>
        <translation>Henter endringer …</translation>
    </message>
    <message>
        <source>Save Changes</source>
        <translation>Lagre endringene</translation>
    </message>
    <message>
        <source>Saving the changes …</source>
        <translation>Lagrer endringene …</translation>
    </message>
    <message>
        <source>The changes are saved as {}.</source>
        <translation>Endringene er lagret som {}.</translation>
    </message>
    <message>
        <source>{}, changes after {} through {}</source>
        <translation>{}, endringer etter {} til og med {}</translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message>
        <source>Copy Changes</source>
        <translation>Kopier endringene</translation>
    </message>
    <message>
        <source>Fetch Changes</source>
        <translation>Hent endringer</translation>
    </message>
    <message>
        <source>No changes match “{}”.</source>
        <translation>Ingen endringer passer med «{}».</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Ingenting ble endret</translation>
    </message>
    <message>
        <source>SSB has no tables of changes here</source>
        <translation>SSB har ingen endringstabeller her</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Lagre som CSV…</translation>
    </message>
    <message>
        <source>Search code or name</source>
        <translation>Søk etter kode eller navn</translation>
    </message>
    <message>
        <source>Swap the Dates</source>
        <translation>Bytt om datoene</translation>
    </message>
    <message>
        <source>The changes could not be fetched</source>
        <translation>Endringene kunne ikke hentes</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>What became of the codes of {} after {}, up to and including {}, is not published.</source>
        <translation>Hva som ble av kodene i {} etter {}, til og med {}, er ikke publisert.</translation>
    </message>
    <message>
        <source>{} has had one division only.</source>
        <translation>{} har bare hatt én inndeling.</translation>
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
        <translation>Endringer</translation>
    </message>
    <message>
        <source>Copy Changes</source>
        <translation>Kopier endringene</translation>
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
            <numerusform>%n endringer</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes that came from no other.</source>
        <translation>Koder som ikke kom fra noen annen.</translation>
    </message>
    <message>
        <source>Codes that no other followed.</source>
        <translation>Koder som ingen annen fulgte etter.</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Utgått</translation>
    </message>
    <message>
        <source>Klass has no table for the day, or codes came or went without a word.</source>
        <translation>Klass har ingen tabell for dagen, eller koder kom eller gikk uten et ord.</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Slått sammen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nytt navn</translation>
    </message>
    <message>
        <source>New number</source>
        <translation>Nytt nummer</translation>
    </message>
    <message>
        <source>On {date}, {old} became {new}.</source>
        <translation>{date} ble {old} til {new}.</translation>
    </message>
    <message>
        <source>One code became several.</source>
        <translation>Én kode ble til flere.</translation>
    </message>
    <message>
        <source>Rearranged</source>
        <translation>Omfordelt</translation>
    </message>
    <message>
        <source>SSB does not tell</source>
        <translation>SSB sier det ikke</translation>
    </message>
    <message>
        <source>Several codes became one.</source>
        <translation>Flere koder ble til én.</translation>
    </message>
    <message>
        <source>Several codes became several others, with parts of each other.</source>
        <translation>Flere koder ble til flere andre, med deler av hverandre.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Delt</translation>
    </message>
    <message>
        <source>The same code under another name.</source>
        <translation>Samme kode med et annet navn.</translation>
    </message>
    <message>
        <source>The same place under another code.</source>
        <translation>Samme sted med en annen kode.</translation>
    </message>
    <message>
        <source>{new} is new on {date}.</source>
        <translation>{new} er ny {date}.</translation>
    </message>
    <message>
        <source>{old} ended on {date}.</source>
        <translation>{old} utgikk {date}.</translation>
    </message>
    <message>
        <source>{} on {}</source>
        <translation>{} {}</translation>
    </message>
    <message>
        <source>{} on {} days</source>
        <translation>{} på {} dager</translation>
    </message>
</context>
<context>
    <name>CheckDrill</name>
    <message numerus="yes">
        <source>%n value(s) are left empty in “{}”, in the field {}.</source>
        <translation>
            <numerusform>%n verdi står tom i «{}», i feltet {}.</numerusform>
            <numerusform>%n verdier står tomme i «{}», i feltet {}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are mended in “{}”, in the field {}.</source>
        <translation>
            <numerusform>%n verdi er rettet i «{}», i feltet {}.</numerusform>
            <numerusform>%n verdier er rettet i «{}», i feltet {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the Rest</source>
        <translation>Sjekk det som gjenstår</translation>
    </message>
    <message>
        <source>Check: {}</source>
        <translation>Sjekk: {}</translation>
    </message>
    <message>
        <source>Reading the codes …</source>
        <translation>Leser kodene …</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>Lagre rapport</translation>
    </message>
    <message>
        <source>Saving the report …</source>
        <translation>Lagrer rapporten …</translation>
    </message>
    <message>
        <source>The report is saved as {}.</source>
        <translation>Rapporten er lagret som {}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>Writing codes …</source>
        <translation>Skriver koder …</translation>
    </message>
    <message>
        <source>{name}, mended</source>
        <translation>{name}, rettet</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Change to {} Codes</source>
        <translation>Bytt til {}-koder</translation>
    </message>
    <message>
        <source>Get Boundaries</source>
        <translation>Hent grenser</translation>
    </message>
    <message>
        <source>Gets the boundaries of the time in which the codes applied</source>
        <translation>Henter grensene fra den tiden kodene gjaldt</translation>
    </message>
    <message>
        <source>Lineage of {}, which did not apply then</source>
        <translation>Livsløpet til {}, som ikke gjaldt da</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Rett</translation>
    </message>
    <message numerus="yes">
        <source>Mend All %n Values</source>
        <translation>
            <numerusform>Rett %n verdi</numerusform>
            <numerusform>Rett alle %n verdier</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Ingenting er endret.</translation>
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
        <translation>Lagre rapporten som en side du kan skrive ut eller sende, eller som en tabell</translation>
    </message>
    <message>
        <source>Shows first what becomes of each code</source>
        <translation>Viser først hva hver kode blir til</translation>
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
        <translation>Bruker koder og grenser slik de var denne dagen</translation>
    </message>
    <message>
        <source>Writes a new layer with the codes as they should be in a field of their own</source>
        <translation>Skriver et nytt lag med kodene slik de skal være, i et eget felt</translation>
    </message>
    <message>
        <source>Writes a new layer with the codes of these places in a field of their own</source>
        <translation>Skriver et nytt lag med kodene til disse stedene i et eget felt</translation>
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
        <translation>Slik grensene er registrert, går kommunene langt ut i sjøen, til territorialgrensen. Velg det når du regner areal eller har punkter til havs. Uten sjø følger formen kysten. Velg det for kart over land og folk.</translation>
    </message>
    <message>
        <source>Without sea</source>
        <translation>Uten sjø</translation>
    </message>
</context>
<context>
    <name>CodeDetails</name>
    <message>
        <source>Short name {}</source>
        <translation>Kortnavn {}</translation>
    </message>
    <message>
        <source>Valid {}</source>
        <translation>Gjelder {}</translation>
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
        <translation>Navn</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gjelder</translation>
    </message>
    <message>
        <source>{} – not a place</source>
        <translation>{} – ikke et sted</translation>
    </message>
    <message>
        <source>{}, applies {}</source>
        <translation>{}, gjelder {}</translation>
    </message>
</context>
<context>
    <name>CodeTreeView</name>
    <message>
        <source>Codes</source>
        <translation>Koder</translation>
    </message>
</context>
<context>
    <name>CodesDescribed</name>
    <message>
        <source>Fetching levels and variants …</source>
        <translation>Henter nivåer og varianter …</translation>
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
        <translation>Endringer</translation>
    </message>
    <message>
        <source>See what changed between two dates</source>
        <translation>Se hva som ble endret mellom to datoer</translation>
    </message>
    <message>
        <source>Show Lineage</source>
        <translation>Vis livsløp</translation>
    </message>
    <message>
        <source>What the chosen classification is about, its versions and tables</source>
        <translation>Hva den valgte klassifikasjonen handler om, utgavene og tabellene</translation>
    </message>
</context>
<context>
    <name>CodesFilter</name>
    <message>
        <source>All levels</source>
        <translation>Alle nivåer</translation>
    </message>
    <message>
        <source>Also future codes</source>
        <translation>Også koder som kommer</translation>
    </message>
    <message>
        <source>Another grouping of the same codes, where the version of the date has some</source>
        <translation>En annen gruppering av de samme kodene, når utgaven på datoen har noen</translation>
    </message>
    <message>
        <source>As in Klass</source>
        <translation>Som i Klass</translation>
    </message>
    <message>
        <source>Codes, beginnings with * and ranges with -, separated by comma</source>
        <translation>Koder, begynnelser med * og områder med -, med komma mellom</translation>
    </message>
    <message>
        <source>Delområder</source>
        <translation>Delområder</translation>
    </message>
    <message>
        <source>Every code that applied at some time from the date above until this day</source>
        <translation>Alle koder som gjaldt på et tidspunkt fra datoen over til og med denne dagen</translation>
    </message>
    <message>
        <source>For days to come: next year's codes are published before they apply</source>
        <translation>For dager som kommer: neste års koder publiseres før de gjelder</translation>
    </message>
    <message>
        <source>Grunnkretser</source>
        <translation>Grunnkretser</translation>
    </message>
    <message>
        <source>How names are written: {code}, {name} and {shortname}, also as {capitalize(name)} or {uppercase(name)}</source>
        <translation>Hvordan navn skrives: {code}, {name} og {shortname}, også som {capitalize(name)} eller {uppercase(name)}</translation>
    </message>
    <message>
        <source>Last Day of the Period</source>
        <translation>Siste dag i perioden</translation>
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
        <translation>Navn</translation>
    </message>
    <message>
        <source>No variant</source>
        <translation>Ingen variant</translation>
    </message>
    <message>
        <source>Only codes</source>
        <translation>Bare koder</translation>
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
            <numerusform>%n kode gjelder {}</numerusform>
            <numerusform>%n koder gjelder {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) are in the project as the table “{}”.</source>
        <translation>
            <numerusform>%n kode er i prosjektet som tabellen «{}».</numerusform>
            <numerusform>%n koder er i prosjektet som tabellen «{}».</numerusform>
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
        <translation>Legger til alle koder i området og på nivået; søket avgrenser dem ikke</translation>
    </message>
    <message>
        <source>Copy Codes</source>
        <translation>Kopier koder</translation>
    </message>
    <message>
        <source>Fetch Again</source>
        <translation>Hent på nytt</translation>
    </message>
    <message>
        <source>Fetch Codes</source>
        <translation>Hent koder</translation>
    </message>
    <message>
        <source>Fetched {}. Fetch again</source>
        <translation>Hentet {}. Hent på nytt</translation>
    </message>
    <message>
        <source>Fetching {} …</source>
        <translation>Henter {} …</translation>
    </message>
    <message>
        <source>Include Future Codes</source>
        <translation>Ta med koder som kommer</translation>
    </message>
    <message>
        <source>Klass has no names in {} here: they are in {}.</source>
        <translation>Klass har ikke navn på {} her: de er på {}.</translation>
    </message>
    <message>
        <source>Level, Period, Selection, Variant</source>
        <translation>Nivå, periode, utvalg, variant</translation>
    </message>
    <message>
        <source>No network. The codes are from {}.</source>
        <translation>Uten nett. Kodene er fra {}.</translation>
    </message>
    <message>
        <source>Search code or name</source>
        <translation>Søk etter kode eller navn</translation>
    </message>
    <message>
        <source>The date is now {}, when “{}” applies.</source>
        <translation>Datoen er nå {}, da gjelder «{}».</translation>
    </message>
    <message>
        <source>Without Selection</source>
        <translation>Uten utvalg</translation>
    </message>
    <message>
        <source>Without Variant</source>
        <translation>Uten variant</translation>
    </message>
    <message>
        <source>from {} to {}</source>
        <translation>fra {} til {}</translation>
    </message>
    <message>
        <source>on {}</source>
        <translation>{}</translation>
    </message>
    <message>
        <source>{} of {} codes apply {}</source>
        <translation>{} av {} koder gjelder {}</translation>
    </message>
</context>
<context>
    <name>CodesTold</name>
    <message>
        <source>Choose a classification and a date above.</source>
        <translation>Velg klassifikasjon og dato over.</translation>
    </message>
    <message>
        <source>Fetch Codes</source>
        <translation>Hent koder</translation>
    </message>
    <message>
        <source>No codes are fetched yet</source>
        <translation>Ingen koder er hentet ennå</translation>
    </message>
    <message>
        <source>No codes {} in {} match “{}”.</source>
        <translation>Ingen koder {} i {} passer med «{}».</translation>
    </message>
    <message>
        <source>No codes {} match “{}”.</source>
        <translation>Ingen koder {} passer med «{}».</translation>
    </message>
    <message>
        <source>Search Whole Country</source>
        <translation>Søk i hele landet</translation>
    </message>
    <message>
        <source>Show Lineage</source>
        <translation>Vis livsløp</translation>
    </message>
    <message>
        <source>The codes could not be fetched</source>
        <translation>Kodene kunne ikke hentes</translation>
    </message>
    <message>
        <source>There are no codes {}.</source>
        <translation>Det finnes ingen koder {}.</translation>
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
        <translation>{} gjelder fra {}.</translation>
    </message>
    <message>
        <source>{} has no codes here {}.</source>
        <translation>{} har ingen koder her {}.</translation>
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
        <translation>visningsnavn</translation>
    </message>
    <message>
        <source>level</source>
        <translation>nivå</translation>
    </message>
    <message>
        <source>name</source>
        <translation>navn</translation>
    </message>
    <message>
        <source>name above</source>
        <translation>navnet over</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>merknader</translation>
    </message>
    <message>
        <source>short name</source>
        <translation>kortnavn</translation>
    </message>
    <message>
        <source>valid from</source>
        <translation>gjelder fra</translation>
    </message>
    <message>
        <source>valid to</source>
        <translation>gjelder til</translation>
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
        <translation>Koder og grenser slik de var denne dagen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Divisions</source>
        <translation>Inndelinger</translation>
    </message>
    <message>
        <source>Fetching the divisions …</source>
        <translation>Henter inndelingene …</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Help on what is in sight (F1)</source>
        <translation>Hjelp til det du ser nå (F1)</translation>
    </message>
    <message>
        <source>Klass did not answer: type the date</source>
        <translation>Klass svarte ikke: skriv datoen</translation>
    </message>
    <message>
        <source>Language of Names</source>
        <translation>Språk for navn</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>{}, applies from {}</source>
        <translation>{}, gjelder fra {}</translation>
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
        <translation>Spør tjenestene som har tatt over …</translation>
    </message>
    <message>
        <source>MetaSearch now asks Geonorge's catalogue at its new address.</source>
        <translation>MetaSearch spør nå Geonorges katalog på den nye adressen.</translation>
    </message>
    <message>
        <source>No address of these layers is known to be dead.</source>
        <translation>Ingen av disse lagene har en adresse som vi vet er lagt ned.</translation>
    </message>
    <message>
        <source>Remove from Project</source>
        <translation>Fjern fra prosjektet</translation>
    </message>
    <message numerus="yes">
        <source>The map of %n layer(s) is no longer offered: {}.</source>
        <translation>
            <numerusform>Kartet i %n lag tilbys ikke lenger: {}.</numerusform>
            <numerusform>Kartene i %n lag tilbys ikke lenger: {}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveredDrill</name>
    <message numerus="yes">
        <source>%n file(s) are saved in {}.</source>
        <translation>
            <numerusform>%n fil er lagret i {}.</numerusform>
            <numerusform>%n filer er lagret i {}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of that name were there already and stay as they are.</source>
        <translation>
            <numerusform>%n fil med det navnet var der fra før, og er som den var.</numerusform>
            <numerusform>%n filer med de navnene var der fra før, og er som de var.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking Geonorge what there is …</source>
        <translation>Spør Geonorge hva som finnes …</translation>
    </message>
    <message>
        <source>Geonorge has no file of these: Klasskart puts them together from grunnkretser, which are in this one.</source>
        <translation>Geonorge har ingen fil med disse: Klasskart setter dem sammen av grunnkretser, og det er de som er i filen.</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Åpne mappen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Erstatt dem</translation>
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
        <translation>Lagrer filer …</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stoppet.</translation>
    </message>
    <message>
        <source>The file holds the areas as well as their borders.</source>
        <translation>Filen har både områdene og grensene deres.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>{} is missing. The rest is saved.</source>
        <translation>{} mangler. Resten er lagret.</translation>
    </message>
</context>
<context>
    <name>DeliveredPanel</name>
    <message>
        <source>A dump that a PostGIS database takes in. QGIS does not open it as a layer.</source>
        <translation>En kopi som leses inn i en PostGIS-database. QGIS åpner den ikke som lag.</translation>
    </message>
    <message>
        <source>Asking Geonorge what there is …</source>
        <translation>Spør Geonorge hva som finnes …</translation>
    </message>
    <message>
        <source>CRS</source>
        <translation>KRS</translation>
    </message>
    <message>
        <source>Choose Folder</source>
        <translation>Velg mappe</translation>
    </message>
    <message>
        <source>Coordinate System</source>
        <translation>Koordinatsystem</translation>
    </message>
    <message>
        <source>Degrees</source>
        <translation>Grader</translation>
    </message>
    <message>
        <source>Europe, equal area</source>
        <translation>Europa, arealtro</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Mappe</translation>
    </message>
    <message>
        <source>Folder for the Files</source>
        <translation>Mappe for filene</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Geonorge did not say what there is.</source>
        <translation>Geonorge svarte ikke på hva som finnes.</translation>
    </message>
    <message>
        <source>QGIS opens this once it is unpacked.</source>
        <translation>QGIS åpner dette når det er pakket ut.</translation>
    </message>
    <message>
        <source>Saved as Geonorge sends them, in zips. Nothing comes into the map.</source>
        <translation>Lagres som Geonorge sender dem, i zip. Ingenting kommer i kartet.</translation>
    </message>
    <message>
        <source>This QGIS can't open {}. Choose another format, unless another program is to read it.</source>
        <translation>Denne QGIS-en kan ikke åpne {}. Velg et annet format, med mindre et annet program skal lese filen.</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message numerus="yes">
        <source>%n code(s) are not places</source>
        <translation>
            <numerusform>%n kode er ikke et sted</numerusform>
            <numerusform>%n koder er ikke steder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) do not apply on {}</source>
        <translation>
            <numerusform>%n kode gjelder ikke {}</numerusform>
            <numerusform>%n koder gjelder ikke {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) lack the zero in front</source>
        <translation>
            <numerusform>%n kode mangler null foran</numerusform>
            <numerusform>%n koder mangler null foran</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) look like {}</source>
        <translation>
            <numerusform>%n kode ligner på {}</numerusform>
            <numerusform>%n koder ligner på {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) occur more than once</source>
        <translation>
            <numerusform>%n kode står flere ganger</numerusform>
            <numerusform>%n koder står flere ganger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different value(s)</source>
        <translation>
            <numerusform>%n verdi</numerusform>
            <numerusform>%n forskjellige verdier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) have no value.</source>
        <translation>
            <numerusform>%n objekt har ingen verdi.</numerusform>
            <numerusform>%n objekter har ingen verdi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more name(s) of several places</source>
        <translation>
            <numerusform>%n navn til på flere steder</numerusform>
            <numerusform>%n navn til på flere steder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) instead of codes</source>
        <translation>
            <numerusform>%n navn i stedet for kode</numerusform>
            <numerusform>%n navn i stedet for koder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are not written as codes</source>
        <translation>
            <numerusform>%n verdi er ikke skrevet som kode</numerusform>
            <numerusform>%n verdier er ikke skrevet som koder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are unknown to Klass</source>
        <translation>
            <numerusform>%n verdi er ukjent i Klass</numerusform>
            <numerusform>%n verdier er ukjente i Klass</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them of several places</source>
        <translation>
            <numerusform>, %n av dem er navn på flere steder</numerusform>
            <numerusform>, %n av dem er navn på flere steder</numerusform>
        </translation>
    </message>
    <message>
        <source>At most {matched} of {distinct} codes applied at the same time.</source>
        <translation>Høyst {matched} av {distinct} koder gjaldt samtidig.</translation>
    </message>
    <message>
        <source>Change the codes without a first date: each is then read on the last day it applied.</source>
        <translation>Bytt kodene uten en første dato: da leses hver kode på den siste dagen den gjaldt.</translation>
    </message>
    <message>
        <source>Codes that applied, by division</source>
        <translation>Koder som gjaldt, etter inndeling</translation>
    </message>
    <message>
        <source>Names of several places are told apart by the field {}.</source>
        <translation>Navn på flere steder skilles ved feltet {}.</translation>
    </message>
    <message>
        <source>Names of {}, not codes</source>
        <translation>Navn på {}, ikke koder</translation>
    </message>
    <message>
        <source>No codes that Klass knows</source>
        <translation>Ingen koder som Klass kjenner</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>Å rette</translation>
    </message>
    <message>
        <source>Use the boundaries and codes of {year}, or change the codes from {date}.</source>
        <translation>Bruk grenser og koder fra {year}, eller bytt kodene fra {date}.</translation>
    </message>
    <message>
        <source>delområder</source>
        <translation>delområder</translation>
    </message>
    <message>
        <source>delområder and grunnkretser</source>
        <translation>delområder og grunnkretser</translation>
    </message>
    <message>
        <source>economic regions</source>
        <translation>økonomiske regioner</translation>
    </message>
    <message>
        <source>zones of living conditions</source>
        <translation>levekårssoner</translation>
    </message>
    <message>
        <source>{layer}, field {field}, {date}. Codes: Statistics Norway (Klass), CC BY 4.0. Made with Klasskart.</source>
        <translation>{layer}, felt {field}, {date}. Koder: Statistisk sentralbyrå (Klass), CC BY 4.0. Laget med Klasskart.</translation>
    </message>
    <message>
        <source>{matched} of {distinct} codes applied then.</source>
        <translation>{matched} av {distinct} koder gjaldt da.</translation>
    </message>
    <message>
        <source>{units}, mostly {years}</source>
        <translation>{units}, flest fra {years}</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <source>{} from several divisions</source>
        <translation>{} fra flere inndelinger</translation>
    </message>
    <message>
        <source>{}, such as {}</source>
        <translation>{}, for eksempel {}</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Codes</source>
        <translation>Koder</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historikk</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Koble</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kart</translation>
    </message>
    <message>
        <source>Open Data</source>
        <translation>Åpne data</translation>
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
        <translation>Argumenter</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Eksempler</translation>
    </message>
    <message>
        <source>Expressions ask nobody: they know the changes that were fetched before, with the lineage of a code on the Codes page or by {algorithm}, and give null for others. The log of QGIS then says, under Klasskart, what to fetch.</source>
        <translation>Uttrykk spør ingen tjeneste. De kjenner endringene som er hentet før, med livsløpet til en kode på kodesiden eller med {algorithm}, og gir null ellers. Loggen i QGIS sier da, under Klasskart, hva som må hentes.</translation>
    </message>
    <message>
        <source>Expressions ask nobody: they know the codes that were fetched before, on the Codes page or by {algorithm}, and give null for others. The log of QGIS then says, under Klasskart, what to fetch.</source>
        <translation>Uttrykk spør ingen tjeneste. De kjenner kodene som er hentet før, på kodesiden eller med {algorithm}, og gir null ellers. Loggen i QGIS sier da, under Klasskart, hva som må hentes.</translation>
    </message>
    <message>
        <source>For very large layers this is quicker still, since the names are looked up only once:</source>
        <translation>For svært store lag går dette enda raskere, fordi navnene bare slås opp én gang:</translation>
    </message>
    <message>
        <source>Gives the code above a code on a date: the delområde of a grunnkrets, the kommune of a delområde or a bydel, the fylke of a kommune, in other classifications the code one level up. Null at the top.</source>
        <translation>Gir koden over en kode på en dato: delområdet til en grunnkrets, kommunen til et delområde eller en bydel, fylket til en kommune, i andre klassifikasjoner koden ett nivå opp. Null på øverste nivå.</translation>
    </message>
    <message>
        <source>Gives the code that took the place of another between two dates, backwards too. Null for a code that was split, since nobody says which part is meant, or that has no successor. Without the first date a code counts from the last day on which it was valid.</source>
        <translation>Gir koden som har tatt plassen til en annen mellom to datoer, også bakover. Null for en kode som er delt, fordi ingen sier hvilken del som menes, og for en kode uten etterfølger. Uten den første datoen regnes en kode fra den siste dagen den gjaldt.</translation>
    </message>
    <message>
        <source>Gives the level of a code on a date, as text: '1' is the top.</source>
        <translation>Gir nivået til en kode på en dato, som tekst: '1' er øverst.</translation>
    </message>
    <message>
        <source>Gives the name that a code had on a date; null for what was no code then.</source>
        <translation>Gir navnet en kode hadde på en dato, null for det som ikke var en kode da.</translation>
    </message>
    <message>
        <source>Gives the names of all codes on a date as a map, for map_get.</source>
        <translation>Gir navnene på alle koder på en dato som et oppslag (map), til bruk i map_get.</translation>
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
        <translation>Sier om en kode gjaldt på en dato. Null der kodene for datoen ikke er kjent.</translation>
    </message>
    <message>
        <source>a code; a number will do, and so will a lost zero</source>
        <translation>en kode, gjerne som tall eller uten null foran</translation>
    </message>
    <message>
        <source>a date, or text such as '2024-01-01'; today where it is left out, null for null</source>
        <translation>en dato, eller tekst som '2024-01-01'; i dag der den mangler, null for null</translation>
    </message>
    <message>
        <source>a number in Klass, or 'kommune', 'fylke', 'grunnkrets', 'delomrade' or 'bydel'</source>
        <translation>et nummer i Klass, eller 'kommune', 'fylke', 'grunnkrets', 'delomrade' eller 'bydel'</translation>
    </message>
    <message>
        <source>the date of the new code; today where it is left out, null for null</source>
        <translation>datoen for den nye koden; i dag der den mangler, null for null</translation>
    </message>
    <message>
        <source>the date that the code is of; NULL: the last day on which it was valid</source>
        <translation>datoen koden er fra. NULL er den siste dagen den gjaldt</translation>
    </message>
</context>
<context>
    <name>FiguresDrill</name>
    <message numerus="yes">
        <source>%n feature(s) without a value are hatched.</source>
        <translation>
            <numerusform>%n objekt uten verdi er skravert.</numerusform>
            <numerusform>%n objekter uten verdi er skravert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No column of “{}” holds anything that could be shown.</source>
        <translation>Ingen kolonner i «{}» inneholder noe som kan vises.</translation>
    </message>
    <message>
        <source>Other Column…</source>
        <translation>Annen kolonne…</translation>
    </message>
    <message>
        <source>Reading the figures …</source>
        <translation>Leser tallene …</translation>
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
        <translation>Stilen til «{}» er endret siden. Angre tar endringene med seg.</translation>
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
        <translation>{} inneholder ikke noe som kan vises.</translation>
    </message>
    <message>
        <source>{} per {} gives no numbers.</source>
        <translation>{} per {} gir ingen tall.</translation>
    </message>
    <message>
        <source>“{}” is a table: it has nothing to draw. Join it to boundaries first.</source>
        <translation>«{}» er en tabell og har ingenting å tegne. Koble den til grenser først.</translation>
    </message>
    <message>
        <source>“{}” is coloured after {}.</source>
        <translation>«{}» har fått farger etter {}.</translation>
    </message>
    <message>
        <source>“{}” shows {} as circles.</source>
        <translation>«{}» viser {} som sirkler.</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>A colour for each value</source>
        <translation>En farge for hver verdi</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Sirkler</translation>
    </message>
    <message>
        <source>Classes that would be drawn</source>
        <translation>Klassene slik de blir tegnet</translation>
    </message>
    <message>
        <source>Coloured classes</source>
        <translation>Fargede klasser</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolonne</translation>
    </message>
    <message>
        <source>Divide by another column, such as inhabitants or square kilometres of land. What the boundaries themselves enclose is no land area: many reach out to sea.</source>
        <translation>Del på en annen kolonne, som innbyggere eller kvadratkilometer land. Det grensene selv omslutter, er ikke landareal: Mange går langt ut i sjøen.</translation>
    </message>
    <message>
        <source>Large areas look like large numbers. Circles show how many there are.</source>
        <translation>Store områder ser ut som store tall. Sirkler viser hvor mange det er.</translation>
    </message>
    <message>
        <source>Nearly every feature has a value of its own: there is nothing to colour by. Choose another column, or join one that several share, such as fylke.</source>
        <translation>Nesten hvert objekt har en verdi for seg: Det er ikke noe å fargelegge etter. Velg en annen kolonne, eller koble på en som flere deler, for eksempel fylke.</translation>
    </message>
    <message>
        <source>Nothing changes before you press the button.</source>
        <translation>Ingenting endres før du trykker på knappen.</translation>
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
        <translation>Arealet av en sirkel er tallet.</translation>
    </message>
</context>
<context>
    <name>FindDrill</name>
    <message numerus="yes">
        <source>%n classification(s)</source>
        <translation>
            <numerusform>%n klassifikasjon</numerusform>
            <numerusform>%n klassifikasjoner</numerusform>
        </translation>
    </message>
    <message>
        <source>All Families and Sections</source>
        <translation>Alle familier og seksjoner</translation>
    </message>
    <message>
        <source>Also Code Lists</source>
        <translation>Også kodelister</translation>
    </message>
    <message>
        <source>Fetched {}. Fetch again</source>
        <translation>Hentet {}. Hent på nytt</translation>
    </message>
    <message>
        <source>Fetching the list of classifications …</source>
        <translation>Henter listen over klassifikasjoner …</translation>
    </message>
    <message>
        <source>Find Classification</source>
        <translation>Finn klassifikasjon</translation>
    </message>
    <message>
        <source>No classification matches “{}”.</source>
        <translation>Ingen klassifikasjon passer med «{}».</translation>
    </message>
    <message>
        <source>No network. The list is from {}.</source>
        <translation>Uten nett. Listen er fra {}.</translation>
    </message>
    <message>
        <source>Searching for {} …</source>
        <translation>Søker etter {} …</translation>
    </message>
    <message>
        <source>Show Codes</source>
        <translation>Vis koder</translation>
    </message>
    <message>
        <source>Shows the codes of this classification on the page's date</source>
        <translation>Viser kodene i denne klassifikasjonen på datoen øverst</translation>
    </message>
    <message>
        <source>The list could not be fetched</source>
        <translation>Listen kunne ikke hentes</translation>
    </message>
    <message>
        <source>There are no classifications here.</source>
        <translation>Her er det ingen klassifikasjoner.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>{} of {} classifications</source>
        <translation>{} av {} klassifikasjoner</translation>
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
        <translation>Navn</translation>
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
        <translation>Alle familier</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>Alle seksjoner</translation>
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
        <translation>Klassifikasjoner</translation>
    </message>
    <message>
        <source>Code lists are smaller classifications, made for a single statistic</source>
        <translation>Kodelister er mindre klassifikasjoner, laget for én enkelt statistikk</translation>
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
        <translation>Henter koder …</translation>
    </message>
    <message>
        <source>Getting the boundary of {} …</source>
        <translation>Henter grensen til {} …</translation>
    </message>
    <message>
        <source>{label} has no boundary in Geonorge's data of {year}.</source>
        <translation>{label} har ingen grense i dataene til Geonorge for {year}.</translation>
    </message>
    <message>
        <source>{label}: boundary of {year}, {credit}.</source>
        <translation>{label}: grense fra {year}, {credit}.</translation>
    </message>
    <message>
        <source>{} is copied.</source>
        <translation>{} ligger på utklippstavlen.</translation>
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
        <translation>Innhold</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Fremover</translation>
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
        <translation>Til listen over alle sidene</translation>
    </message>
    <message>
        <source>To the page before</source>
        <translation>Til siden før denne</translation>
    </message>
    <message>
        <source>To the page that was left</source>
        <translation>Til siden du gikk tilbake fra</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message numerus="yes">
        <source>%n boundaries fetched</source>
        <translation>
            <numerusform>%n grense hentet</numerusform>
            <numerusform>%n grenser hentet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) fetched</source>
        <translation>
            <numerusform>%n endring hentet</numerusform>
            <numerusform>%n endringer hentet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) fetched</source>
        <translation>
            <numerusform>%n kode hentet</numerusform>
            <numerusform>%n koder hentet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) joined</source>
        <translation>
            <numerusform>%n objekt koblet</numerusform>
            <numerusform>%n objekter koblet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) of open data</source>
        <translation>
            <numerusform>%n lag med åpne data</numerusform>
            <numerusform>%n lag med åpne data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) recoded</source>
        <translation>
            <numerusform>Koder byttet i %n rad</numerusform>
            <numerusform>Koder byttet i %n rader</numerusform>
        </translation>
    </message>
    <message>
        <source>A command for QGIS's Python console (Ctrl+C)</source>
        <translation>En kommando til Python-konsollen i QGIS. Snarvei: Ctrl+C</translation>
    </message>
    <message>
        <source>A command for qgis_process</source>
        <translation>En kommando til qgis_process</translation>
    </message>
    <message>
        <source>Boundaries, codes, changes, joins, changed codes and open data will be listed here: to be done again, or as commands for Python and a terminal.</source>
        <translation>Her kommer grenser, koder, endringer, koblinger, byttede koder og åpne data, så du kan gjøre dem om igjen eller kopiere dem som kommandoer til Python og terminalen.</translation>
    </message>
    <message>
        <source>C&amp;lear the List</source>
        <translation>&amp;Tøm listen</translation>
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
        <translation>Kopier for &amp;kommandolinjen</translation>
    </message>
    <message>
        <source>Do &amp;Again…</source>
        <translation>&amp;Gjør om igjen…</translation>
    </message>
    <message>
        <source>Forgets what was done. Layers stay.</source>
        <translation>Glemmer det som er gjort. Lagene blir der.</translation>
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
        <translation>Ingenting er gjort ennå</translation>
    </message>
    <message>
        <source>Opens the algorithm with the same parameters. Nothing runs before you have seen them.</source>
        <translation>Åpner algoritmen med de samme parameterne. Ingenting kjøres før du har sett dem.</translation>
    </message>
    <message>
        <source>Switch on the Processing plugin of QGIS first.</source>
        <translation>Slå på programtillegget Processing i QGIS først.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Når</translation>
    </message>
    <message>
        <source>“{}” was made from a layer in memory, which a terminal can't find. Save that layer to a file first.</source>
        <translation>«{}» er laget av et lag i minnet, og det finner ikke terminalen. Lagre det laget til en fil først.</translation>
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
        <translation>Se hvilken klassifikasjon og hvilke år kodene er fra, og hva som må rettes</translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message>
        <source>&amp;From</source>
        <translation>Fr&amp;a</translation>
    </message>
    <message>
        <source>Add Table…</source>
        <translation>Legg til tabell…</translation>
    </message>
    <message>
        <source>Columns from</source>
        <translation>Kolonner fra</translation>
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
        <translation>Levende &amp;kobling i prosjektet</translation>
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
        <translation>Les en CSV- eller Excel-fil med koder og tall</translation>
    </message>
    <message>
        <source>Where the columns come from: Klass, or a table of the project</source>
        <translation>Hvor kolonnene kommer fra: Klass eller en tabell i prosjektet</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Add a layer with codes, or get boundaries first.</source>
        <translation>Legg til et lag med koder, eller hent grenser først.</translation>
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
        <translation>Koble</translation>
    </message>
    <message numerus="yes">
        <source>Join %n Feature(s)</source>
        <translation>
            <numerusform>Koble %n objekt</numerusform>
            <numerusform>Koble %n objekter</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for codes …</source>
        <translation>Ser etter koder …</translation>
    </message>
    <message>
        <source>No codes match, so there is nothing to join. See what the column holds.</source>
        <translation>Ingen koder passer, så det er ingenting å koble. Se hva feltet inneholder.</translation>
    </message>
    <message>
        <source>No layer to join to</source>
        <translation>Ingen lag å koble til</translation>
    </message>
    <message>
        <source>No network. The codes are from {}.</source>
        <translation>Uten nett. Kodene er fra {}.</translation>
    </message>
    <message>
        <source>See the Column</source>
        <translation>Se feltet</translation>
    </message>
    <message>
        <source>See the Matches</source>
        <translation>Se treffene</translation>
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
        <translation>Kobler …</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Fargelegg</translation>
    </message>
    <message>
        <source>The join was taken back.</source>
        <translation>Koblingen er angret.</translation>
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
        <translation>Bydeler</translation>
    </message>
    <message>
        <source>Delområder</source>
        <translation>Delområder</translation>
    </message>
    <message>
        <source>Fylker</source>
        <translation>Fylker</translation>
    </message>
    <message>
        <source>Grunnkretser</source>
        <translation>Grunnkretser</translation>
    </message>
    <message>
        <source>Kommuner</source>
        <translation>Kommuner</translation>
    </message>
</context>
<context>
    <name>JoinTables</name>
    <message numerus="yes">
        <source>%n row(s) are shorter than the others</source>
        <translation>
            <numerusform>%n rad er kortere enn de andre</numerusform>
            <numerusform>%n rader er kortere enn de andre</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes kept as text: {}</source>
        <translation>Koder er lest som tekst: {}</translation>
    </message>
    <message>
        <source>Columns got other names: {}</source>
        <translation>Kolonner fikk andre navn: {}</translation>
    </message>
    <message>
        <source>Comma is the decimal sign in {}</source>
        <translation>Komma er desimaltegn i {}</translation>
    </message>
    <message>
        <source>Empty columns were left out: {}</source>
        <translation>Tomme kolonner er utelatt: {}</translation>
    </message>
    <message>
        <source>File: {} of {} in the zip</source>
        <translation>Fil: {} av {} i zip-filen</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n line(s), “{}”</source>
        <translation>
            <numerusform>Utelatt: %n linje, «{}»</numerusform>
            <numerusform>Utelatt: %n linjer, «{}»</numerusform>
        </translation>
    </message>
    <message>
        <source>Letters: {}</source>
        <translation>Tegnsett: {}</translation>
    </message>
    <message>
        <source>No names of columns were found: {}</source>
        <translation>Fant ingen kolonnenavn: {}</translation>
    </message>
    <message>
        <source>Separator: {}</source>
        <translation>Skilletegn: {}</translation>
    </message>
    <message>
        <source>Sheet: {} of {}</source>
        <translation>Ark: {} av {}</translation>
    </message>
    <message>
        <source>Thousands are parted in {}</source>
        <translation>Tall med tusenskille i {}</translation>
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
            <numerusform>{} betyr ingen verdi: %n gang</numerusform>
            <numerusform>{} betyr ingen verdi: %n ganger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinWords</name>
    <message numerus="yes">
        <source>%n feature(s) are joined.</source>
        <translation>
            <numerusform>%n objekt er koblet.</numerusform>
            <numerusform>%n objekter er koblet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Found in {}: {} of {} values match.</source>
        <translation>Funnet i {}: {} av {} verdier passer.</translation>
    </message>
    <message>
        <source>{} of {} are joined.</source>
        <translation>{} av {} er koblet.</translation>
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
        <translation>{} (kobling)</translation>
    </message>
</context>
<context>
    <name>KeepChoice</name>
    <message>
        <source>Another file …</source>
        <translation>En annen fil …</translation>
    </message>
    <message>
        <source>Empty: named as the layer, and no other table gets in the way</source>
        <translation>Tomt: samme navn som laget, og ingen annen tabell er i veien</translation>
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
        <translation>Klasskarts mellomlager</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Skjema</translation>
    </message>
    <message>
        <source>Schemas in which you may make tables</source>
        <translation>Skjemaer der du har lov til å lage tabeller</translation>
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
        <translation>Mellomlageret hører til Klasskart, og blir ryddet. En fil eller database er din: tabeller der blir aldri overskrevet uten at du sier det.</translation>
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
            <numerusform>%n lag ligger nå ved siden av prosjektet, i {}.</numerusform>
            <numerusform>%n lag ligger nå ved siden av prosjektet, i {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copying layers …</source>
        <translation>Kopierer lagene …</translation>
    </message>
    <message>
        <source>Save Project</source>
        <translation>Lagre prosjektet</translation>
    </message>
    <message>
        <source>Save the project to a file first. The layers are then kept beside it.</source>
        <translation>Lagre prosjektet i en fil først. Lagene legges så ved siden av det.</translation>
    </message>
    <message>
        <source>Save the project, and send both files together.</source>
        <translation>Lagre prosjektet, og send begge filene sammen.</translation>
    </message>
    <message>
        <source>These layers do not lie in Klasskart's cache: they are kept where they are.</source>
        <translation>Disse lagene ligger ikke i mellomlageret til Klasskart: de blir der de er.</translation>
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
        <translation>Lagret i {place}, tabell {table}.</translation>
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
        <translation>noe skjema</translation>
    </message>
</context>
<context>
    <name>KlasskartPlugin</name>
    <message>
        <source>Change Codes…</source>
        <translation>Bytt koder…</translation>
    </message>
    <message>
        <source>Check Codes…</source>
        <translation>Sjekk koder…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Join Codes…</source>
        <translation>Koble koder…</translation>
    </message>
    <message>
        <source>Keep with the Project</source>
        <translation>Behold sammen med prosjektet</translation>
    </message>
    <message>
        <source>Klasskart</source>
        <translation>Klasskart</translation>
    </message>
    <message>
        <source>Look for Newer Boundaries</source>
        <translation>Se etter nyere grenser</translation>
    </message>
    <message>
        <source>New Print Layout</source>
        <translation>Ny utskriftslayout</translation>
    </message>
    <message>
        <source>Open the Record at the Source</source>
        <translation>Åpne oppføringen hos kilden</translation>
    </message>
    <message>
        <source>Repair Dead Address</source>
        <translation>Rett nedlagt adresse</translation>
    </message>
    <message>
        <source>Show Figures on Map…</source>
        <translation>Vis tall i kartet…</translation>
    </message>
    <message>
        <source>Statistical Codes and Boundaries</source>
        <translation>Statistiske koder og grenser</translation>
    </message>
</context>
<context>
    <name>KommuneChoice</name>
    <message>
        <source>Point at a Kommune in the Map</source>
        <translation>Pek på en kommune i kartet</translation>
    </message>
    <message>
        <source>What is selected in “{}” has no single kommune number. Select one feature that has it.</source>
        <translation>Det som er valgt i «{}», har ikke ett kommunenummer. Velg ett objekt som har det.</translation>
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
        <translation>Områder: {}.</translation>
    </message>
    <message>
        <source>Changed at Geonorge: {}</source>
        <translation>Endret hos Geonorge: {}</translation>
    </message>
    <message>
        <source>Codes of Klass {number} that apply on {date}, from SSB.</source>
        <translation>Koder i Klass {number} som gjelder {date}, fra SSB.</translation>
    </message>
    <message>
        <source>Correspondence table {number} of Klass, from SSB: {source} – {target}.</source>
        <translation>Tabell {number} i Klass over koder side om side, fra SSB: {source} – {target}.</translation>
    </message>
    <message>
        <source>Data set revised on {}</source>
        <translation>Datasettet ble revidert {}</translation>
    </message>
    <message>
        <source>Data set updated on {}</source>
        <translation>Datasettet ble oppdatert {}</translation>
    </message>
    <message>
        <source>Downloaded file</source>
        <translation>Nedlastet fil</translation>
    </message>
    <message>
        <source>Fetched from Geonorge on {}</source>
        <translation>Hentet fra Geonorge {}</translation>
    </message>
    <message>
        <source>Fetched from {host} on {date}</source>
        <translation>Hentet fra {host} {date}</translation>
    </message>
    <message>
        <source>Put together from grunnkretser; the names are from SSB.</source>
        <translation>Satt sammen av grunnkretser; navnene er fra SSB.</translation>
    </message>
    <message>
        <source>The file does not say its coordinate system: {} was assumed from where it lies</source>
        <translation>Filen sier ikke hvilket koordinatsystem den har: {} er brukt ut fra hvor den ligger</translation>
    </message>
    <message>
        <source>What became of codes of Klass {number} after {after}, up to and including {until}, from SSB.</source>
        <translation>Hva som ble av koder i Klass {number} etter {after}, til og med {until}, fra SSB.</translation>
    </message>
    <message>
        <source>Without sea: cut with the coastline of {}.</source>
        <translation>Uten sjø: klippet med kystlinjen i {}.</translation>
    </message>
    <message>
        <source>Without sea: simplified shapes that Geonorge has of this year ({}).</source>
        <translation>Uten sjø: forenklede former som Geonorge har for årgangen ({}).</translation>
    </message>
    <message>
        <source>{title}, not valid before {date}</source>
        <translation>{title}, gjelder ikke før {date}</translation>
    </message>
    <message>
        <source>{title}. {credit}, {licence}. Source: {page}, fetched on {date}.</source>
        <translation>{title}. {credit}, {licence}. Kilde: {page}, hentet {date}.</translation>
    </message>
    <message>
        <source>{title}: the division valid on {date}, from Kartverket through Geonorge.</source>
        <translation>{title}: inndelingen som gjaldt {date}, fra Kartverket gjennom Geonorge.</translation>
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
        <translation>{} (punkter)</translation>
    </message>
    <message>
        <source>{} within an extent</source>
        <translation>{} i et utsnitt</translation>
    </message>
    <message>
        <source>{} without sea</source>
        <translation>{} uten sjø</translation>
    </message>
</context>
<context>
    <name>LayersPage</name>
    <message numerus="yes">
        <source>%n border(s) are in the map.</source>
        <translation>
            <numerusform>%n grenselinje er hentet.</numerusform>
            <numerusform>%n grenselinjer er hentet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bydel(er) are in the map.</source>
        <translation>
            <numerusform>%n bydel er hentet.</numerusform>
            <numerusform>%n bydeler er hentet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delområde(r) are in the map.</source>
        <translation>
            <numerusform>%n delområde er hentet.</numerusform>
            <numerusform>%n delområder er hentet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fylke(r) are in the map.</source>
        <translation>
            <numerusform>%n fylke er hentet.</numerusform>
            <numerusform>%n fylker er hentet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grunnkrets(er) are in the map.</source>
        <translation>
            <numerusform>%n grunnkrets er hentet.</numerusform>
            <numerusform>%n grunnkretser er hentet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kommune(r) are in the map.</source>
        <translation>
            <numerusform>%n kommune er hentet.</numerusform>
            <numerusform>%n kommuner er hentet.</numerusform>
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
        <translation>Gjelder per {}.</translation>
    </message>
    <message>
        <source>Asking Geonorge for its years …</source>
        <translation>Spør Geonorge om årganger …</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Grenser</translation>
    </message>
    <message>
        <source>Fetched once, used again while nothing newer exists</source>
        <translation>Hentes én gang, brukes igjen så lenge det ikke finnes noe nyere</translation>
    </message>
    <message>
        <source>Finding the coordinate system …</source>
        <translation>Finner koordinatsystemet …</translation>
    </message>
    <message>
        <source>Geonorge did not answer: this is what was fetched on {}.</source>
        <translation>Geonorge svarte ikke: dette ble hentet {}.</translation>
    </message>
    <message>
        <source>Geonorge's usual way was down: it came another way.</source>
        <translation>Den vanlige veien til Geonorge var nede, så det kom en annen vei.</translation>
    </message>
    <message>
        <source>Get Boundaries</source>
        <translation>Hent grenser</translation>
    </message>
    <message>
        <source>Getting boundaries …</source>
        <translation>Henter grenser …</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>Koble…</translation>
    </message>
    <message>
        <source>Keep Layers with the Project</source>
        <translation>Behold lagene sammen med prosjektet</translation>
    </message>
    <message>
        <source>Look for Newer Boundaries in the Project</source>
        <translation>Se etter nyere grenser i prosjektet</translation>
    </message>
    <message>
        <source>Not valid before {}.</source>
        <translation>Gjelder ikke før {}.</translation>
    </message>
    <message>
        <source>Opening the map service …</source>
        <translation>Åpner karttjenesten …</translation>
    </message>
    <message>
        <source>Reading the map service …</source>
        <translation>Leser karttjenesten …</translation>
    </message>
    <message>
        <source>Remove Again</source>
        <translation>Fjern igjen</translation>
    </message>
    <message>
        <source>Repair Dead Addresses of Map Services</source>
        <translation>Rett nedlagte adresser til karttjenester</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>You already had this, from {}.</source>
        <translation>Du har dette fra før, fra {}.</translation>
    </message>
    <message>
        <source>{} is missing. The rest is in the map.</source>
        <translation>{} mangler. Resten er i kartet.</translation>
    </message>
</context>
<context>
    <name>Lineage</name>
    <message>
        <source>On {date}, {old} became {new} ({kind}).</source>
        <translation>{date} ble {old} til {new} ({kind}).</translation>
    </message>
    <message>
        <source>SSB does not say what became of {} on {}.</source>
        <translation>SSB sier ikke hva det ble av {} den {}.</translation>
    </message>
    <message>
        <source>SSB does not say what {} was before {}.</source>
        <translation>SSB sier ikke hva {} var før {}.</translation>
    </message>
    <message>
        <source>SSB has no table for {}.</source>
        <translation>SSB har ingen tabell for {}.</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>endret</translation>
    </message>
    <message>
        <source>ended on {}</source>
        <translation>utgått {}</translation>
    </message>
    <message>
        <source>from {}</source>
        <translation>fra {}</translation>
    </message>
    <message>
        <source>from {} (merged from {})</source>
        <translation>fra {} (slått sammen av {})</translation>
    </message>
    <message>
        <source>from {} (new number for {})</source>
        <translation>fra {} (nytt nummer for {})</translation>
    </message>
    <message>
        <source>from {} (split from {})</source>
        <translation>fra {} (delt fra {})</translation>
    </message>
    <message>
        <source>from {} ({})</source>
        <translation>fra {} ({})</translation>
    </message>
    <message>
        <source>from {} ({}, came from {})</source>
        <translation>fra {} ({}, kom fra {})</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>slått sammen</translation>
    </message>
    <message>
        <source>merged on {} into {}</source>
        <translation>slått sammen {} til {}</translation>
    </message>
    <message>
        <source>new name</source>
        <translation>nytt navn</translation>
    </message>
    <message>
        <source>new number</source>
        <translation>nytt nummer</translation>
    </message>
    <message>
        <source>on {} given the new number {}</source>
        <translation>fikk {} det nye nummeret {}</translation>
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
        <translation>gjelder fortsatt</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} og {}</translation>
    </message>
    <message>
        <source>{} on {}, became {}</source>
        <translation>{} {}, ble {}</translation>
    </message>
</context>
<context>
    <name>LineageDrill</name>
    <message>
        <source>Fetching the lineage of {} …</source>
        <translation>Henter livsløpet til {} …</translation>
    </message>
    <message>
        <source>Klass has never had a code {}.</source>
        <translation>Klass har aldri hatt koden {}.</translation>
    </message>
    <message>
        <source>No network. The codes are from {}.</source>
        <translation>Uten nett. Kodene er fra {}.</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>Lagre bilde</translation>
    </message>
    <message>
        <source>Saving the picture …</source>
        <translation>Lagrer bildet …</translation>
    </message>
    <message>
        <source>Source: Statistics Norway, Klass {}. Fetched {}.</source>
        <translation>Kilde: Statistisk sentralbyrå, Klass {}. Hentet {}.</translation>
    </message>
    <message>
        <source>The picture is saved as {}.</source>
        <translation>Bildet er lagret som {}.</translation>
    </message>
</context>
<context>
    <name>LineagePanel</name>
    <message numerus="yes">
        <source>Draw what changed on %n earlier day(s), too</source>
        <translation>
            <numerusform>Tegn også det som ble endret på %n tidligere dag</numerusform>
            <numerusform>Tegn også det som ble endret på %n tidligere dager</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draw what changed on %n later day(s), too</source>
        <translation>
            <numerusform>Tegn også det som ble endret på %n senere dag</numerusform>
            <numerusform>Tegn også det som ble endret på %n senere dager</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier ({})</source>
        <translation>Tidligere ({})</translation>
    </message>
    <message>
        <source>Fit to the Panel</source>
        <translation>Tilpass til panelet</translation>
    </message>
    <message>
        <source>Later ({})</source>
        <translation>Senere ({})</translation>
    </message>
    <message>
        <source>Save Picture…</source>
        <translation>Lagre bilde…</translation>
    </message>
    <message>
        <source>Show Large</source>
        <translation>Vis stort</translation>
    </message>
    <message>
        <source>Show the lineage in a window of its own</source>
        <translation>Vis livsløpet i et eget vindu</translation>
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
        <translation>Legg til levende lag</translation>
    </message>
    <message>
        <source>Opening the live layer …</source>
        <translation>Åpner det levende laget …</translation>
    </message>
    <message>
        <source>Remove Again</source>
        <translation>Fjern igjen</translation>
    </message>
    <message>
        <source>{} is in the map as a live layer: what is shown comes from Geonorge while you look at the map.</source>
        <translation>{} er i kartet som levende lag: det som vises, hentes fra Geonorge mens du ser på kartet.</translation>
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
        <translation>Koder og steder</translation>
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
        <translation>Hent kodene for {} fra SSB, de gamle også, så finnes de her</translation>
    </message>
    <message>
        <source>Grunnkrets</source>
        <translation>Grunnkrets</translation>
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
        <translation>Klikk på et sted i kartet. Kommunen der blir området.</translation>
    </message>
    <message>
        <source>Finding kommuner in the map …</source>
        <translation>Finner kommuner i kartet …</translation>
    </message>
    <message numerus="yes">
        <source>The map shows a part of %n kommune(r). They are the area now.</source>
        <translation>
            <numerusform>Kartet viser noe av %n kommune. Den er området nå.</numerusform>
            <numerusform>Kartet viser noe av %n kommuner. De er området nå.</numerusform>
        </translation>
    </message>
    <message>
        <source>The map shows a part of every kommune. The whole country is the area now.</source>
        <translation>Kartet viser noe av alle kommuner. Hele landet er området nå.</translation>
    </message>
    <message>
        <source>The map shows no place yet. Add a layer first, or choose an area by name.</source>
        <translation>Kartet viser ikke noe sted ennå. Legg til et lag først, eller velg et område ved navn.</translation>
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
        <translation>Legg til i favoritter</translation>
    </message>
    <message>
        <source>Add to Map</source>
        <translation>Legg til i kartet</translation>
    </message>
    <message>
        <source>Administrative units (Geonorge)</source>
        <translation>Administrative enheter</translation>
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
        <translation>Velg lag å legge til</translation>
    </message>
    <message>
        <source>Choose, or type the address of any WMS, WMTS, WFS or OGC API</source>
        <translation>Velg, eller skriv adressen til en WMS, WMTS, WFS eller OGC API</translation>
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
        <translation>Grunnkretser</translation>
    </message>
    <message>
        <source>Live layers (Geonorge)</source>
        <translation>Levende lag</translation>
    </message>
    <message>
        <source>Map Service</source>
        <translation>Karttjeneste</translation>
    </message>
    <message>
        <source>Map Services</source>
        <translation>Karttjenester</translation>
    </message>
    <message>
        <source>Read the Layers</source>
        <translation>Les lagene</translation>
    </message>
    <message>
        <source>Reading what the service offers …</source>
        <translation>Leser hva tjenesten tilbyr …</translation>
    </message>
    <message>
        <source>Remove from Favourites</source>
        <translation>Fjern fra favoritter</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>This map does not come in {project}. QGIS redraws it from {shown}, which blurs it a little.</source>
        <translation>Kartet finnes ikke i {project}. QGIS tegner det om fra {shown}, og det blir litt uskarpt.</translation>
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
        <translation>Kilde: {}</translation>
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
            <numerusform>%n uten kode</numerusform>
            <numerusform>%n uten kode</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without feature</source>
        <translation>
            <numerusform>%n uten objekt</numerusform>
            <numerusform>%n uten objekt</numerusform>
        </translation>
    </message>
    <message>
        <source>Codes in {}</source>
        <translation>Koder i {}</translation>
    </message>
    <message>
        <source>Features in the layer</source>
        <translation>Objekter i laget</translation>
    </message>
    <message>
        <source>{} of {} features have a code, {} of {} codes have a feature.</source>
        <translation>{} av {} objekter har en kode, {} av {} koder har et objekt.</translation>
    </message>
</context>
<context>
    <name>MatchReportPanel</name>
    <message>
        <source>Change to {} Codes</source>
        <translation>Bytt til {}-koder</translation>
    </message>
    <message>
        <source>Codes and features that did not match</source>
        <translation>Koder og objekter som ikke passet</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Ingenting er endret ennå.</translation>
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
        <translation>Velg</translation>
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
        <translation>Viser først hva hver kode blir til</translation>
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
            <numerusform>%n koder til overs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read as text with zero in front</source>
        <translation>
            <numerusform>%n kode er lest som tekst med null foran</numerusform>
            <numerusform>%n koder er lest som tekst med null foran</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read by their first digits</source>
        <translation>
            <numerusform>%n kode er lest med de første sifrene</numerusform>
            <numerusform>%n koder er lest med de første sifrene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read with 00 behind</source>
        <translation>
            <numerusform>%n kode er lest med 00 bak</numerusform>
            <numerusform>%n koder er lest med 00 bak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read without blanks around</source>
        <translation>
            <numerusform>%n kode er lest uten mellomrom rundt</numerusform>
            <numerusform>%n koder er lest uten mellomrom rundt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read without decimals</source>
        <translation>
            <numerusform>%n kode er lest uten desimaler</numerusform>
            <numerusform>%n koder er lest uten desimaler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read without the text beside</source>
        <translation>
            <numerusform>%n kode er lest uten teksten ved siden av</numerusform>
            <numerusform>%n koder er lest uten teksten ved siden av</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s)</source>
        <translation>
            <numerusform>%n objekt</numerusform>
            <numerusform>%n objekter</numerusform>
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
        <translation>Alle {} passer {}</translation>
    </message>
    <message>
        <source>All {} match “{}”</source>
        <translation>Alle {} passer med «{}»</translation>
    </message>
    <message>
        <source>Became</source>
        <translation>Ble til</translation>
    </message>
    <message>
        <source>Code and Name</source>
        <translation>Kode og navn</translation>
    </message>
    <message>
        <source>Codes for what is unknown or unplaced. No map has them.</source>
        <translation>Koder for det som er ukjent eller uten sted. De finnes ikke på noe kart.</translation>
    </message>
    <message>
        <source>Codes that apply, but that no feature of the layer has.</source>
        <translation>Koder som gjelder, men som ingen objekter i laget har.</translation>
    </message>
    <message>
        <source>Codes that occur more than once.</source>
        <translation>Koder som står flere ganger.</translation>
    </message>
    <message>
        <source>Codes without feature</source>
        <translation>Koder uten objekt</translation>
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
        <translation>Utgått, og ingen kode kom etter.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Objekter</translation>
    </message>
    <message>
        <source>Features without a value in the field.</source>
        <translation>Objekter uten verdi i feltet.</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Slått sammen</translation>
    </message>
    <message>
        <source>Merged with others.</source>
        <translation>Slått sammen med andre.</translation>
    </message>
    <message>
        <source>New number</source>
        <translation>Nytt nummer</translation>
    </message>
    <message>
        <source>No codes match, so there is nothing to join. See what the column holds.</source>
        <translation>Ingen koder passer, så det er ingenting å koble. Se hva feltet inneholder.</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Ingen verdi</translation>
    </message>
    <message>
        <source>Not a code</source>
        <translation>Ikke en kode</translation>
    </message>
    <message>
        <source>Not a place</source>
        <translation>Ikke et sted</translation>
    </message>
    <message>
        <source>Not valid yet</source>
        <translation>Gjelder ikke ennå</translation>
    </message>
    <message>
        <source>Same code twice</source>
        <translation>Samme kode flere ganger</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Delt</translation>
    </message>
    <message>
        <source>Split into several. SSB does not say which of them your figures belong to.</source>
        <translation>Delt i flere. SSB sier ikke hvilken av dem tallene dine hører til.</translation>
    </message>
    <message>
        <source>The layer is from {}.</source>
        <translation>Laget er fra {}.</translation>
    </message>
    <message>
        <source>The same places under a new number.</source>
        <translation>De samme stedene med nytt nummer.</translation>
    </message>
    <message>
        <source>Then all {} codes apply.</source>
        <translation>Da gjelder alle {} kodene.</translation>
    </message>
    <message>
        <source>Then {} of {} codes apply.</source>
        <translation>Da gjelder {} av {} koder.</translation>
    </message>
    <message>
        <source>These codes apply from a later day.</source>
        <translation>Disse kodene gjelder fra en senere dag.</translation>
    </message>
    <message>
        <source>They look like codes, but no such codes are known.</source>
        <translation>De ser ut som koder, men ingen slike koder er kjent.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Ukjent</translation>
    </message>
    <message>
        <source>Values that don't look like codes.</source>
        <translation>Verdier som ikke ser ut som koder.</translation>
    </message>
    <message>
        <source>applied until {}</source>
        <translation>gjaldt til og med {}</translation>
    </message>
    <message>
        <source>applies from {}</source>
        <translation>gjelder fra {}</translation>
    </message>
    <message>
        <source>became {}</source>
        <translation>ble til {}</translation>
    </message>
    <message>
        <source>split into {}</source>
        <translation>delt i {}</translation>
    </message>
    <message>
        <source>{} features have a code in “{}”</source>
        <translation>{} objekter har en kode i «{}»</translation>
    </message>
    <message>
        <source>{} features have a code that applies on {}</source>
        <translation>{} objekter har en kode som gjelder {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} av {}</translation>
    </message>
    <message>
        <source>{} or earlier</source>
        <translation>{} eller tidligere</translation>
    </message>
    <message>
        <source>{} or later</source>
        <translation>{} eller senere</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n code(s) of {source} have several in {target}, such as {example}: {codes}. All of them are given, with semicolons between.</source>
        <translation>
            <numerusform>%n kode for {source} har flere blant {target}: {example} har {codes}. Alle står, med semikolon mellom.</numerusform>
            <numerusform>%n koder for {source} har flere blant {target}, som {example}: {codes}. Alle står, med semikolon mellom.</numerusform>
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
        <translation>Begge datoene er {}, så ingenting kan ha endret seg mellom dem. Velg en tidligere første dato.</translation>
    </message>
    <message>
        <source>Changing codes …</source>
        <translation>Bytter koder …</translation>
    </message>
    <message>
        <source>Choosing what the map shows …</source>
        <translation>Velger ut det kartet viser …</translation>
    </message>
    <message>
        <source>Cutting at the coast …</source>
        <translation>Klipper ved kysten …</translation>
    </message>
    <message>
        <source>Downloading {} of {} …</source>
        <translation>Laster ned {} av {} …</translation>
    </message>
    <message>
        <source>Downloading …</source>
        <translation>Laster ned …</translation>
    </message>
    <message>
        <source>Downloading … {}</source>
        <translation>Laster ned … {}</translation>
    </message>
    <message>
        <source>Expressions don't know what is above the codes of {units} on {date}. Show them for that date on the Codes page once, or run {algorithm}.</source>
        <translation>Uttrykk vet ikke hva som ligger over kodene for {units} {date}. Vis dem for den datoen på kodesiden én gang, eller kjør {algorithm}.</translation>
    </message>
    <message>
        <source>Expressions find no new codes for {units}: the changes up to {date} have not been fetched. Show the lineage of one of them on the Codes page once, or run {algorithm}.</source>
        <translation>Uttrykk finner ingen nye koder for {units}, for endringene fram til {date} er ikke hentet. Vis livsløpet til en av kodene på kodesiden én gang, eller kjør {algorithm}.</translation>
    </message>
    <message>
        <source>Expressions find no {units} on {date}: they have not been fetched. Show them for that date on the Codes page once, or run {algorithm}.</source>
        <translation>Uttrykk finner ingen {units} {date}, for de er ikke hentet. Vis dem for den datoen på kodesiden én gang, eller kjør {algorithm}.</translation>
    </message>
    <message>
        <source>Expressions use codes of {units} that were fetched on {date}. There may be newer ones: show them on the Codes page once.</source>
        <translation>Uttrykk bruker koder for {units} som ble hentet {date}. Det kan finnes nyere. Vis dem på kodesiden én gang.</translation>
    </message>
    <message>
        <source>Fetching the list of classifications …</source>
        <translation>Henter listen over klassifikasjoner …</translation>
    </message>
    <message>
        <source>Fetching what became of old codes …</source>
        <translation>Henter hva gamle koder ble til …</translation>
    </message>
    <message>
        <source>Fetching {area} through {route} …</source>
        <translation>Henter {area} gjennom {route} …</translation>
    </message>
    <message>
        <source>Fetching {} …</source>
        <translation>Henter {} …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Geonorge does not deliver {}.</source>
        <translation>Geonorge leverer ikke {}.</translation>
    </message>
    <message>
        <source>It delivers {}. Choose one of these.</source>
        <translation>Det leverer {}. Velg en av disse.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Joining shapes …</source>
        <translation>Slår sammen former …</translation>
    </message>
    <message>
        <source>Klass has no classification {}. Use its number, or grunnkrets, delomrade, kommune, fylke or bydel.</source>
        <translation>Klass har ingen klassifikasjon {}. Bruk nummeret, eller grunnkrets, delomrade, kommune, fylke eller bydel.</translation>
    </message>
    <message>
        <source>Klass has no codes for {units} on {date}. Choose another date.</source>
        <translation>Klass har ingen koder for {units} {date}. Velg en annen dato.</translation>
    </message>
    <message>
        <source>Klass has no codes for {units} on {date}. It has them from {first} to {last}. Choose a date in between.</source>
        <translation>Klass har ingen koder for {units} {date}. Kodene finnes fra {first} til {last}. Velg en dato mellom dem.</translation>
    </message>
    <message>
        <source>Klass has no codes for {units} on {date}. It has them from {first}. Choose a later date.</source>
        <translation>Klass har ingen koder for {units} {date}. Kodene finnes fra {first}. Velg en senere dato.</translation>
    </message>
    <message>
        <source>Klass has no variant “{variant}” of {units} on {date}. Choose another date, or no variant.</source>
        <translation>Klass har ingen variant «{variant}» av {units} {date}. Velg en annen dato, eller ingen variant.</translation>
    </message>
    <message>
        <source>Klass says {}.</source>
        <translation>Klass sier {}.</translation>
    </message>
    <message>
        <source>Left out, because Klass does not say which of the {units} they belong to: {count} {parts} ({codes}).</source>
        <translation>Utelatt fordi Klass ikke sier hvilke {units} de hører til: {count} {parts} ({codes}).</translation>
    </message>
    <message>
        <source>Left out, because nothing of them is land on the map that was used: {count} {units} ({codes}).</source>
        <translation>Utelatt fordi ingenting av dem er land på kartet som ble brukt: {count} {units} ({codes}).</translation>
    </message>
    <message>
        <source>Making a layer of the file …</source>
        <translation>Lager et lag av filen …</translation>
    </message>
    <message>
        <source>Matching …</source>
        <translation>Sammenligner …</translation>
    </message>
    <message>
        <source>Names of {units} are not published in the language “{language}”. They are in bokmål.</source>
        <translation>Navn på {units} finnes ikke på språket «{language}». De er på bokmål.</translation>
    </message>
    <message>
        <source>No codes in {field} of “{layer}” match, so there is nothing to join.</source>
        <translation>Ingen koder i {field} i «{layer}» passer, så det er ingenting å koble.</translation>
    </message>
    <message>
        <source>No contact with the database “{database}”. Look at its connection in QGIS. Nothing was changed.</source>
        <translation>Fikk ikke kontakt med databasen «{database}». Se på tilkoblingen i QGIS. Ingenting er endret.</translation>
    </message>
    <message>
        <source>No contact with {service}. No machine called {host} was found. Check that you are on the network. Nothing was changed.</source>
        <translation>Fikk ikke kontakt med {service}. Fant ingen maskin som heter {host}. Sjekk at du er på nett. Ingenting er endret.</translation>
    </message>
    <message>
        <source>No contact with {service}. The proxy did not let it through: {words}. Check the proxy in QGIS's options, under Network. Nothing was changed.</source>
        <translation>Fikk ikke kontakt med {service}. Proxyen slapp det ikke gjennom: {words}. Sjekk proxyen i innstillingene til QGIS, under Nettverk. Ingenting er endret.</translation>
    </message>
    <message>
        <source>No contact with {service}. What was fetched on {date} is used.</source>
        <translation>Fikk ikke kontakt med {service}. Det som ble hentet {date}, brukes.</translation>
    </message>
    <message>
        <source>No contact with {service}. {host} did not answer within {seconds} seconds. A proxy may have stopped it. Nothing was changed.</source>
        <translation>Fikk ikke kontakt med {service}. {host} svarte ikke innen {seconds} sekunder. En proxy kan ha stoppet svaret. Ingenting er endret.</translation>
    </message>
    <message>
        <source>No contact with {service}. {host} takes no connections now. Check the network, or try again in a few minutes. Nothing was changed.</source>
        <translation>Fikk ikke kontakt med {service}. {host} tar ikke imot nå. Sjekk nettet, eller prøv igjen om noen minutter. Ingenting er endret.</translation>
    </message>
    <message>
        <source>No field of “{layer}” holds the codes of “{table}”. Choose the fields of both yourself.</source>
        <translation>Ingen felt i «{layer}» har kodene i «{table}». Velg feltene i begge selv.</translation>
    </message>
    <message>
        <source>No field of “{}” holds codes that match. Choose the field and the classification yourself.</source>
        <translation>Ingen felt i «{}» inneholder koder som passer. Velg felt og klassifikasjon selv.</translation>
    </message>
    <message>
        <source>No safe connection with {service}. The certificate of {host} was not accepted: {words}. A proxy may have put in its own: then add its authority in QGIS's options, under Authentication. Nothing was changed.</source>
        <translation>Fikk ikke trygg kontakt med {service}. Sertifikatet til {host} ble ikke godtatt: {words}. En proxy kan ha satt inn sitt eget: legg da til utstederen i innstillingene til QGIS, under Autentisering. Ingenting er endret.</translation>
    </message>
    <message>
        <source>Nothing is given for “{}”, which is needed.</source>
        <translation>«{}» er tomt, men må fylles ut.</translation>
    </message>
    <message>
        <source>On {map}, these {units} do not reach the sea: they are as registered.</source>
        <translation>På {map} når ikke disse {units} sjøen: de er som registrert.</translation>
    </message>
    <message>
        <source>QGIS has no connection called “{database}” any more. Choose again where to keep boundaries.</source>
        <translation>QGIS har ikke lenger noen tilkobling som heter «{database}». Velg på nytt hvor grensene skal lagres.</translation>
    </message>
    <message>
        <source>Reading the layer …</source>
        <translation>Leser laget …</translation>
    </message>
    <message>
        <source>SSB does not say what became of {codes} ({units}) on {date}. They are left without a new code.</source>
        <translation>SSB sier ikke hva {codes} ({units}) ble til {date}. De står uten ny kode.</translation>
    </message>
    <message>
        <source>SSB has no table between {source} and {target} for the time from {start} to before {end}. The rest is shown.</source>
        <translation>SSB har ingen tabell mellom {source} og {target} for tiden fra {start} til før {end}. Resten er med.</translation>
    </message>
    <message>
        <source>SSB has no table between {source} and {target} on {date}. Choose another date, or another classification.</source>
        <translation>SSB har ingen tabell mellom {source} og {target} {date}. Velg en annen dato eller en annen klassifikasjon.</translation>
    </message>
    <message>
        <source>SSB has no table of changes for {units} on {date}. What became of codes that ended then is not known; the rest is shown.</source>
        <translation>SSB har ingen tabell over endringer for {units} {date}. Hva koder som gikk ut da, ble til, er ikke kjent. Resten er med.</translation>
    </message>
    <message>
        <source>Somebody is using the table in “{database}”. Try again when it is free. Nothing was changed.</source>
        <translation>Noen bruker tabellen i «{database}». Prøv igjen når den er ledig. Ingenting er endret.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Stoppet. Ingenting er endret.</translation>
    </message>
    <message>
        <source>The answer from {host} is not what it should be: got {got}, expected {expected}. Open the address in a browser to see why. Nothing was changed.</source>
        <translation>Svaret fra {host} er ikke som det skal: fikk {got}, ventet {expected}. Åpne adressen i en nettleser for å se hvorfor. Ingenting er endret.</translation>
    </message>
    <message>
        <source>The answer from {service} is larger than {size}, so it was left. Choose a smaller area. Nothing was changed.</source>
        <translation>Svaret fra {service} er større enn {size}, så det ble ikke hentet. Velg et mindre område. Ingenting er endret.</translation>
    </message>
    <message>
        <source>The choice {} can't be used: in Klass, {} became {}. Choose one of these.</source>
        <translation>Valget {} kan ikke brukes: i Klass ble {} til {}. Velg en av disse.</translation>
    </message>
    <message>
        <source>The choice {} lacks a code. Each row needs old_code and new_code.</source>
        <translation>Valget {} mangler en kode. Hver rad trenger old_code og new_code.</translation>
    </message>
    <message>
        <source>The choice {} needs a weight: a number above 0 for each new code of the same old code, such as 0.7 and 0.3.</source>
        <translation>Valget {} trenger en vekt: et tall over 0 for hver ny kode for den samme gamle koden, for eksempel 0.7 og 0.3.</translation>
    </message>
    <message>
        <source>The choice {} stands twice in the table of choices. Keep one of them.</source>
        <translation>Valget {} står to ganger i tabellen med valg. Behold én av dem.</translation>
    </message>
    <message>
        <source>The codes for {units} on {date} do not apply yet: they do from {future}. Choose to include future codes.</source>
        <translation>Kodene for {units} {date} gjelder ikke ennå: de gjelder fra {future}. Velg å ta med koder som ikke gjelder ennå.</translation>
    </message>
    <message>
        <source>The database “{database}” did not accept user and password. Nothing was changed.</source>
        <translation>Databasen «{database}» godtok ikke bruker og passord. Ingenting er endret.</translation>
    </message>
    <message>
        <source>The database “{database}” did not take the boundaries: {words}. Nothing was changed.</source>
        <translation>Databasen «{database}» tok ikke imot grensene: {words}. Ingenting er endret.</translation>
    </message>
    <message>
        <source>The disk is full. Make room, and try again. Nothing was changed.</source>
        <translation>Disken er full. Lag plass, og prøv igjen. Ingenting er endret.</translation>
    </message>
    <message>
        <source>The disk is full: {size} more were needed. Make room, and try again. Nothing was changed.</source>
        <translation>Disken er full: det trengtes {size} til. Lag plass, og prøv igjen. Ingenting er endret.</translation>
    </message>
    <message>
        <source>The field holds {}. Choose another field, classification or date.</source>
        <translation>Feltet inneholder {}. Velg et annet felt, en annen klassifikasjon eller en annen dato.</translation>
    </message>
    <message>
        <source>The file at {host} is larger than {size}, so it was left. Save it with a browser and open it from your disk, or choose another of the data set's formats.</source>
        <translation>Filen hos {host} er større enn {size}, så den ble ikke hentet. Lagre den med en nettleser og åpne den fra disken, eller velg et annet av formatene datasettet har.</translation>
    </message>
    <message>
        <source>The file at {host} is {size}, so it was left. Save it with a browser and open it from your disk, or choose another of the data set's formats.</source>
        <translation>Filen hos {host} er på {size}, så den ble ikke hentet. Lagre den med en nettleser og åpne den fra disken, eller velg et annet av formatene datasettet har.</translation>
    </message>
    <message>
        <source>The file {file} can't be used: {reason}. It was removed; try again.</source>
        <translation>Filen {file} kan ikke brukes: {reason}. Den er fjernet; prøv igjen.</translation>
    </message>
    <message>
        <source>The first date, {start}, must come before the second, {end}.</source>
        <translation>Den første datoen, {start}, må komme før den andre, {end}.</translation>
    </message>
    <message>
        <source>The map shows no {units} of {year} where it stands now. Move it, or choose an area by name or number.</source>
        <translation>Det er ingen {units} fra {year} i kartutsnittet. Flytt kartet, eller velg et område ved navn eller nummer.</translation>
    </message>
    <message>
        <source>The plugin has a fault ({}). The log of QGIS says more, under Klasskart. Try again, and report it if it comes back.</source>
        <translation>Programtillegget har en feil ({}). Loggen i QGIS sier mer, under Klasskart. Prøv igjen, og meld fra hvis det skjer flere ganger.</translation>
    </message>
    <message>
        <source>The shapes of {} are left out: weights share out figures, but no shape. The figures are right.</source>
        <translation>Formene til {} er utelatt: vekter fordeler tall, men ingen form. Tallene er riktige.</translation>
    </message>
    <message>
        <source>The zip from {host} holds nothing that can be put on the map, only {names}. Tell the publisher.</source>
        <translation>Zip-filen fra {host} inneholder ingenting som kan legges i kartet, bare {names}. Si fra til utgiveren.</translation>
    </message>
    <message>
        <source>There are no {units} in {areas}. The kommuner that have them are {known}.</source>
        <translation>Det er ingen {units} i {areas}. Kommunene som har det, er {known}.</translation>
    </message>
    <message>
        <source>There is already a file {}. It was left as it is. Choose another folder.</source>
        <translation>Det finnes allerede en fil {}. Den er som før. Velg en annen mappe.</translation>
    </message>
    <message>
        <source>There is no area {area} in the division of {year}. Did you mean {known}?</source>
        <translation>Det finnes ikke noe område {area} i inndelingen fra {year}. Mente du {known}?</translation>
    </message>
    <message>
        <source>There is no area {area} in the division of {year}. Use a number of that year, or choose another year.</source>
        <translation>Det finnes ikke noe område {area} i inndelingen fra {year}. Bruk et nummer fra det året, eller velg et annet år.</translation>
    </message>
    <message>
        <source>There is no kommune {}. Write its number or its name, such as 0301 or Oslo.</source>
        <translation>Det finnes ingen kommune {}. Skriv nummeret eller navnet, for eksempel 0301 eller Oslo.</translation>
    </message>
    <message>
        <source>There is nothing at this address of {host} any more ({status}). The catalogue has an old link: look for the data set in another, or tell the publisher.</source>
        <translation>Det er ikke lenger noe på denne adressen hos {host} ({status}). Katalogen har en gammel lenke: se etter datasettet i en annen, eller si fra til utgiveren.</translation>
    </message>
    <message>
        <source>These boundaries are published, but not valid before {}.</source>
        <translation>Disse grensene er publisert, men gjelder ikke før {}.</translation>
    </message>
    <message>
        <source>This QGIS can't write to PostGIS: a driver of GDAL is missing. Choose a file instead.</source>
        <translation>Denne QGIS-en kan ikke skrive til PostGIS: en driver i GDAL mangler. Velg en fil i stedet.</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Feilsporing</translation>
    </message>
    <message>
        <source>Trying the codes on each year …</source>
        <translation>Prøver kodene på hvert år …</translation>
    </message>
    <message>
        <source>Unpacking …</source>
        <translation>Pakker ut …</translation>
    </message>
    <message>
        <source>Waiting for another window that fetches the same …</source>
        <translation>Venter på et annet vindu som henter det samme …</translation>
    </message>
    <message>
        <source>What {catalogue} lists of {kommune} is missing, because it could not be asked. {why}</source>
        <translation>Det {catalogue} har om {kommune}, mangler, for katalogen kunne ikke spørres. {why}</translation>
    </message>
    <message>
        <source>What {host} has at this address is {got}: it can't be put on the map. Open the address in a browser.</source>
        <translation>Det {host} har på denne adressen, er {got}: det kan ikke legges i kartet. Åpne adressen i en nettleser.</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Skriver …</translation>
    </message>
    <message>
        <source>You may not write to {words} in “{database}”. Choose another schema or table, or ask for the right. Nothing was changed.</source>
        <translation>Du har ikke lov til å skrive til {words} i «{database}». Velg et annet skjema eller en annen tabell, eller be om skrivetilgang. Ingenting er endret.</translation>
    </message>
    <message>
        <source>a description of an ArcGIS service</source>
        <translation>en beskrivelse av en ArcGIS-tjeneste</translation>
    </message>
    <message>
        <source>a description of map layers</source>
        <translation>en beskrivelse av kartlag</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>et dokument</translation>
    </message>
    <message>
        <source>a file of an unknown kind</source>
        <translation>en fil av ukjent slag</translation>
    </message>
    <message>
        <source>a list of files</source>
        <translation>en liste over filer</translation>
    </message>
    <message>
        <source>a packed file of a kind that can't be opened here</source>
        <translation>en pakket fil av et slag som ikke kan åpnes her</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>et bilde</translation>
    </message>
    <message>
        <source>a table without coordinates or codes of places</source>
        <translation>en tabell uten koordinater og uten koder for steder</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>en nettside</translation>
    </message>
    <message>
        <source>a zip</source>
        <translation>en zip</translation>
    </message>
    <message>
        <source>it can't be read</source>
        <translation>den kan ikke leses</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>den er skadet</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>den er tom</translation>
    </message>
    <message>
        <source>it is not whole</source>
        <translation>den er ikke hel</translation>
    </message>
    <message>
        <source>it would unpack to far more than it should</source>
        <translation>den ville bli langt større enn den skal når den pakkes ut</translation>
    </message>
    <message>
        <source>it would write outside its folder</source>
        <translation>den ville skrive utenfor mappen sin</translation>
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
        <translation>inndelingen fra {}</translation>
    </message>
    <message>
        <source>the format {}</source>
        <translation>formatet {}</translation>
    </message>
    <message>
        <source>the layer that was asked for is not in it</source>
        <translation>laget som trengs, er ikke i filen</translation>
    </message>
    <message>
        <source>{address} is not called: an address must begin with https:// or http://.</source>
        <translation>{address} er ikke spurt: en adresse må begynne med https:// eller http://.</translation>
    </message>
    <message>
        <source>{address} is not called: it can't be read as an address.</source>
        <translation>{address} er ikke spurt: det kan ikke leses som en adresse.</translation>
    </message>
    <message>
        <source>{address} is not called: the address holds a user name. Take it out, and choose a login in the settings instead.</source>
        <translation>{address} er ikke spurt: adressen inneholder et brukernavn. Ta det ut, og velg heller en innlogging i innstillingene.</translation>
    </message>
    <message>
        <source>{address} lies on a private network and is not called. If you trust it, allow private addresses in the settings.</source>
        <translation>{address} ligger på et privat nett og er ikke spurt. Hvis du stoler på den, kan du tillate private adresser i innstillingene.</translation>
    </message>
    <message>
        <source>{classification} have no level {level} in Klass. There are the levels {known}.</source>
        <translation>{classification} har ikke nivå {level} i Klass. Nivåene er {known}.</translation>
    </message>
    <message>
        <source>{code} {name} was split into {list} ({chain}). SSB does not say which of them your figures belong to. Choose one in a table of choices, or leave it empty.</source>
        <translation>{code} {name} ble delt i {list} ({chain}). SSB sier ikke hvilken av dem tallene dine hører til. Velg en i en tabell med valg, eller la den stå tom.</translation>
    </message>
    <message>
        <source>{failed} did not deliver {area}. It came through {taken} instead; the boundaries are the same.</source>
        <translation>{failed} leverte ikke {area}. Det kom gjennom {taken} i stedet; grensene er de samme.</translation>
    </message>
    <message>
        <source>{field} cannot be added up: {code} {name} was split, and its figure belongs to several places: {successors}. Choose one of them, share it out by weights, or leave this field out.</source>
        <translation>{field} kan ikke legges sammen: {code} {name} ble delt, og tallet hører til flere steder: {successors}. Velg ett av dem, fordel tallet med vekter, eller utelat dette feltet.</translation>
    </message>
    <message>
        <source>{field} of “{layer}” cannot be added up: it holds no numbers. Choose another field.</source>
        <translation>{field} i «{layer}» kan ikke legges sammen: det inneholder ikke tall. Velg et annet felt.</translation>
    </message>
    <message>
        <source>{host} has nothing at this address that can be put on the map.</source>
        <translation>{host} har ingenting på denne adressen som kan legges i kartet.</translation>
    </message>
    <message>
        <source>{place} already has a table called {table}. Nothing was changed.</source>
        <translation>{place} har allerede en tabell som heter {table}. Ingenting er endret.</translation>
    </message>
    <message>
        <source>{service} broke off before everything had come. Try again. Nothing was changed.</source>
        <translation>{service} brøt av før alt hadde kommet. Prøv igjen. Ingenting er endret.</translation>
    </message>
    <message>
        <source>{service} gives this only to those who log in. Choose your login in the settings.</source>
        <translation>{service} gir dette bare til dem som logger inn. Velg innloggingen din i innstillingene.</translation>
    </message>
    <message>
        <source>{service} gives this only to those who log in. If you may, add it with QGIS's own data source manager.</source>
        <translation>{service} gir dette bare til dem som logger inn. Har du tilgang, kan du legge det til med datakildebehandleren i QGIS.</translation>
    </message>
    <message>
        <source>{service} has a fault ({status}). Try again in a few minutes. Nothing was changed.</source>
        <translation>{service} har en feil ({status}). Prøv igjen om noen minutter. Ingenting er endret.</translation>
    </message>
    <message>
        <source>{service} listed data sets of others among those of {owner}. They are left out.</source>
        <translation>{service} tok med andres datasett blant dem fra {owner}. De er utelatt.</translation>
    </message>
    <message>
        <source>{service} listed everyone's data where only those of {owner} were asked for, so none of them are shown. The service may have changed: look for a newer version of the plugin.</source>
        <translation>{service} listet opp alles data der det bare ble spurt om dem fra {owner}, så ingen av dem vises. Tjenesten kan være endret: Se etter en nyere utgave av programtillegget.</translation>
    </message>
    <message>
        <source>{service} said no: {words}. Nothing was changed.</source>
        <translation>{service} sa nei: {words}. Ingenting er endret.</translation>
    </message>
    <message>
        <source>{service} was not asked. The login chosen for it in the settings can't be used: {words}. Choose another. Nothing was changed.</source>
        <translation>{service} er ikke spurt. Innloggingen som er valgt i innstillingene, kan ikke brukes: {words}. Velg en annen. Ingenting er endret.</translation>
    </message>
    <message>
        <source>{unit} can't be limited to the kommune {area}. Choose a fylke, or the whole country.</source>
        <translation>{unit} kan ikke avgrenses til kommunen {area}. Velg et fylke, eller hele landet.</translation>
    </message>
    <message>
        <source>{} can't be read as a table. Save it as CSV or xlsx with column names in one row, and add it again.</source>
        <translation>{} kan ikke leses som en tabell. Lagre den som CSV eller xlsx med kolonnenavn i én rad, og legg den til igjen.</translation>
    </message>
    <message>
        <source>{} can't be read: its letters are in an unknown encoding. Save it as UTF-8 first.</source>
        <translation>{} kan ikke leses: tegnsettet er ukjent. Lagre filen som UTF-8 først.</translation>
    </message>
    <message>
        <source>{} can't be written to. Choose another folder, or ask for the right to write. The folder of downloads is chosen in the settings. Nothing was changed.</source>
        <translation>Det kan ikke skrives til {}. Velg en annen mappe, eller be om skrivetilgang. Mappen for nedlastinger velges i innstillingene. Ingenting er endret.</translation>
    </message>
    <message>
        <source>{} does not answer well. Trying again in {} s …</source>
        <translation>{} svarer ikke som det skal. Prøver igjen om {} s …</translation>
    </message>
    <message>
        <source>{} is empty.</source>
        <translation>{} er tom.</translation>
    </message>
    <message>
        <source>{} is no GeoPackage, and is left as it is. Choose another file.</source>
        <translation>{} er ingen GeoPackage, og er ikke rørt. Velg en annen fil.</translation>
    </message>
    <message>
        <source>{} were split, too. Choose in a table of choices, or leave them empty.</source>
        <translation>Også {} er delt. Velg i en tabell med valg, eller la dem stå tomme.</translation>
    </message>
    <message>
        <source>“{database}” has no PostGIS, so it can't hold boundaries. Choose another database.</source>
        <translation>«{database}» har ikke PostGIS, og kan ikke ta imot grenser. Velg en annen database.</translation>
    </message>
    <message>
        <source>“{database}” has no schema {words}. Choose another. Nothing was changed.</source>
        <translation>«{database}» har ikke noe skjema {words}. Velg et annet. Ingenting er endret.</translation>
    </message>
    <message>
        <source>“{kommune}” may be {candidates}. Write the number.</source>
        <translation>«{kommune}» kan være {candidates}. Skriv nummeret.</translation>
    </message>
    <message>
        <source>“{layer}” has columns of your own ({columns}), which newer boundaries would not have. It stays as it is. Get the boundaries as a new layer, and join your columns to it.</source>
        <translation>«{layer}» har kolonner du har laget selv ({columns}), og de ville ikke vært med i nyere grenser. Laget er som før. Hent grensene som et nytt lag, og koble kolonnene dine til det.</translation>
    </message>
    <message>
        <source>“{layer}” has edits of your own, which newer boundaries would not have. It stays as it is. Get the boundaries as a new layer, or export this one first.</source>
        <translation>«{layer}» har endringer du har gjort selv, og de ville ikke vært med i nyere grenser. Laget er som før. Hent grensene som et nytt lag, eller eksporter dette først.</translation>
    </message>
    <message>
        <source>“{layer}” has no field called {field}. Choose another field.</source>
        <translation>«{layer}» har ikke noe felt som heter {field}. Velg et annet felt.</translation>
    </message>
    <message>
        <source>“{name}” can't be “{given}”. Choose one of these: {offered}.</source>
        <translation>«{name}» kan ikke være «{given}». Velg en av disse: {offered}.</translation>
    </message>
    <message>
        <source>“{table}” has several rows for some codes ({codes}), and only the first row of each is joined. Add the rows up first, or name the fields to add up.</source>
        <translation>«{table}» har flere rader for noen koder ({codes}), og bare den første raden for hver er koblet. Legg sammen radene først, eller velg felt som skal legges sammen.</translation>
    </message>
    <message>
        <source>“{term}” does not select codes. Write codes, beginnings and ranges with commas between: 0301, 11*, 3001-3099.</source>
        <translation>«{term}» velger ingen koder. Skriv koder, begynnelser og områder med komma mellom: 0301, 11*, 3001-3099.</translation>
    </message>
    <message>
        <source>“{}” can't be used for presentation names. Write code, name or shortname in curly brackets, inside of them also lowercase(name), uppercase(name) or capitalize(name).</source>
        <translation>«{}» kan ikke brukes til presentasjonsnavn. Skriv code, name eller shortname i krøllparenteser, inni dem også lowercase(name), uppercase(name) eller capitalize(name).</translation>
    </message>
    <message>
        <source>“{}” is being edited. Save or discard the edits first, and try again. Nothing was changed.</source>
        <translation>«{}» er under redigering. Lagre eller forkast endringene først, og prøv igjen. Ingenting er endret.</translation>
    </message>
    <message>
        <source>“{}” is busy with another run. Wait until it is done, and try again.</source>
        <translation>«{}» er opptatt med en annen kjøring. Vent til den er ferdig, og prøv igjen.</translation>
    </message>
    <message>
        <source>“{}” is not a coordinate system that QGIS knows. Write it such as EPSG:25833.</source>
        <translation>QGIS kjenner ikke koordinatsystemet «{}». Skriv det slik: EPSG:25833.</translation>
    </message>
    <message>
        <source>“{}” is not a date. Write year, month and day: 2024-01-01.</source>
        <translation>«{}» er ikke en dato. Skriv år, måned og dag: 2024-01-01.</translation>
    </message>
    <message>
        <source>“{}” is not a year. Write four digits, such as 2024.</source>
        <translation>«{}» er ikke et årstall. Skriv fire sifre, for eksempel 2024.</translation>
    </message>
    <message>
        <source>“{}” is not an area. Write numbers of fylker (2 digits) or kommuner (4 digits), or 0000 for the country.</source>
        <translation>«{}» er ikke et område. Skriv numre på fylker (2 sifre) eller kommuner (4 sifre), eller 0000 for landet.</translation>
    </message>
    <message>
        <source>“{}” was removed meanwhile. Nothing was changed.</source>
        <translation>«{}» ble fjernet imens. Ingenting er endret.</translation>
    </message>
</context>
<context>
    <name>NamesChoice</name>
    <message>
        <source>Kven names</source>
        <translation>Kvenske navn</translation>
    </message>
    <message>
        <source>Labels of kommuner and fylker. Where a place has no such name, all of its names stand.</source>
        <translation>Navn på kommuner og fylker i kartet. Der et sted ikke har slikt navn, står alle navnene.</translation>
    </message>
    <message>
        <source>Names in all languages</source>
        <translation>Navn på alle språk</translation>
    </message>
    <message>
        <source>Names on the Map</source>
        <translation>Navn i kartet</translation>
    </message>
    <message>
        <source>Norwegian names</source>
        <translation>Norske navn</translation>
    </message>
    <message>
        <source>Sámi names</source>
        <translation>Samiske navn</translation>
    </message>
</context>
<context>
    <name>NamesList</name>
    <message numerus="yes">
        <source>Choose one of %n</source>
        <translation>
            <numerusform>Velg en av %n</numerusform>
            <numerusform>Velg en av %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Names and the places that they stand for</source>
        <translation>Navn og stedene de står for</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Place that {} stands for</source>
        <translation>Stedet som {} står for</translation>
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
        <translation>Lukk meldingen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
</context>
<context>
    <name>OpenDataAdding</name>
    <message numerus="yes">
        <source>%n layer(s) of {} are in the map.</source>
        <translation>
            <numerusform>%n lag fra {} er i kartet.</numerusform>
            <numerusform>%n lag fra {} er i kartet.</numerusform>
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
        <translation>Koordinatsystemet er ikke oppgitt: det er lest som {}.</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>Koble…</translation>
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
        <translation>Ingen svarte: dette er det som ble hentet {}.</translation>
    </message>
    <message>
        <source>Opening {} …</source>
        <translation>Åpner {} …</translation>
    </message>
    <message>
        <source>Other Ways…</source>
        <translation>Andre veier…</translation>
    </message>
    <message>
        <source>Remove Again</source>
        <translation>Fjern igjen</translation>
    </message>
    <message>
        <source>Tick the layers to add first</source>
        <translation>Kryss av for lagene du vil ha, først</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message numerus="yes">
        <source>{} has %n layer(s). Tick those to add.</source>
        <translation>
            <numerusform>{} har %n lag. Kryss av for dem du vil ha.</numerusform>
            <numerusform>{} har %n lag. Kryss av for dem du vil ha.</numerusform>
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
        <translation>Funnet i</translation>
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
        <translation>Utgiver</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Oppdatert</translation>
    </message>
    <message>
        <source>Ways to the Data</source>
        <translation>Veier til dataene</translation>
    </message>
    <message>
        <source>Ways to the data</source>
        <translation>Veier til dataene</translation>
    </message>
    <message>
        <source>Zoom to Extent</source>
        <translation>Zoom til utstrekningen</translation>
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
        <translation>Alle kataloger</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle typer</translation>
    </message>
    <message>
        <source>All licences</source>
        <translation>Alle lisenser</translation>
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
        <translation>Nyeste først</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Rekkefølge</translation>
    </message>
</context>
<context>
    <name>OpenDataMenu</name>
    <message numerus="yes">
        <source>%n data set(s) are saved in {}.</source>
        <translation>
            <numerusform>%n datasett er lagret i {}.</numerusform>
            <numerusform>%n datasett er lagret i {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Count Several Kommuner…</source>
        <translation>Tell opp flere kommuner…</translation>
    </message>
    <message>
        <source>Counting several kommuner needs the Processing plugin. Turn it on first.</source>
        <translation>Å telle opp flere kommuner krever programtillegget Processing. Slå det på først.</translation>
    </message>
    <message>
        <source>From the Selected Feature</source>
        <translation>Fra det valgte objektet</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
    <message>
        <source>Open data of {}</source>
        <translation>Åpne data fra {}</translation>
    </message>
    <message>
        <source>Save List</source>
        <translation>Lagre listen</translation>
    </message>
    <message>
        <source>Save List…</source>
        <translation>Lagre listen…</translation>
    </message>
    <message>
        <source>Saving the list …</source>
        <translation>Lagrer listen …</translation>
    </message>
</context>
<context>
    <name>OpenDataModel</name>
    <message numerus="yes">
        <source>Can't be put on the map (%n)</source>
        <translation>
            <numerusform>Kan ikke legges i kartet (%n)</numerusform>
            <numerusform>Kan ikke legges i kartet (%n)</numerusform>
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
        <translation>Spør katalogene om {} …</translation>
    </message>
    <message>
        <source>Choose a data set first</source>
        <translation>Velg et datasett først</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Filtrer på ord</translation>
    </message>
    <message>
        <source>Kind, Licence, Catalogue, Order</source>
        <translation>Type, lisens, katalog, rekkefølge</translation>
    </message>
    <message>
        <source>No kommune chosen</source>
        <translation>Ingen kommune er valgt</translation>
    </message>
    <message>
        <source>What is told of the chosen data set, and the ways to it</source>
        <translation>Det som er fortalt om det valgte datasettet, og veiene til det</translation>
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
        <translation>Spør katalogene</translation>
    </message>
    <message>
        <source>Choose one kommune in the area above: several are chosen now.</source>
        <translation>Velg én kommune i området over: nå er flere valgt.</translation>
    </message>
    <message>
        <source>From the Selected Feature</source>
        <translation>Fra det valgte objektet</translation>
    </message>
    <message>
        <source>Geonorge has nothing that covers {}.</source>
        <translation>Geonorge har ingenting som dekker {}.</translation>
    </message>
    <message>
        <source>No catalogue could be asked</source>
        <translation>Ingen av katalogene kunne svare</translation>
    </message>
    <message>
        <source>No data set is left.</source>
        <translation>Ingen datasett er igjen.</translation>
    </message>
    <message>
        <source>No data set matches “{}”.</source>
        <translation>Ingen datasett passer med «{}».</translation>
    </message>
    <message>
        <source>Nothing of {} in the catalogues that answered.</source>
        <translation>Ingenting fra {} i katalogene som svarte.</translation>
    </message>
    <message>
        <source>Others may have data that cover the kommune.</source>
        <translation>Andre kan ha data som dekker kommunen.</translation>
    </message>
    <message>
        <source>Point in the Map</source>
        <translation>Pek i kartet</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Vis alle</translation>
    </message>
    <message>
        <source>Show What Covers It</source>
        <translation>Vis det som dekker den</translation>
    </message>
    <message>
        <source>The catalogues could not be asked</source>
        <translation>Fikk ikke spurt katalogene</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>Hvilken av dem?</translation>
    </message>
    <message>
        <source>Whose data?</source>
        <translation>Hvilken kommune gjelder det?</translation>
    </message>
    <message>
        <source>Write a kommune's number or name in the area above, or point at it in the map.</source>
        <translation>Skriv nummeret eller navnet til en kommune i området over, eller pek på den i kartet.</translation>
    </message>
    <message>
        <source>{} has published nothing here.</source>
        <translation>{} har ikke publisert noe her.</translation>
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
        <translation>Begrenset tilgang</translation>
    </message>
    <message>
        <source>Access is restricted. Those who have a right to it can get it through the page below.</source>
        <translation>Tilgangen er begrenset. Den som har rett til dataene, får dem gjennom siden nedenfor.</translation>
    </message>
    <message>
        <source>Address is not called</source>
        <translation>Adressen blir ikke brukt</translation>
    </message>
    <message>
        <source>Can be put on the map</source>
        <translation>Kan legges i kartet</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Nedlasting</translation>
    </message>
    <message>
        <source>Format is none for maps</source>
        <translation>Ikke et kartformat</translation>
    </message>
    <message>
        <source>Format is not told</source>
        <translation>Formatet er ikke oppgitt</translation>
    </message>
    <message>
        <source>Geonorge's records</source>
        <translation>Geonorges metadata</translation>
    </message>
    <message>
        <source>Licence not told</source>
        <translation>Lisens er ikke oppgitt</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>Ingen adresse</translation>
    </message>
    <message>
        <source>Open, licence not named</source>
        <translation>Åpne, uten navn på lisens</translation>
    </message>
    <message>
        <source>Other licence</source>
        <translation>Annen lisens</translation>
    </message>
    <message>
        <source>QGIS does not read any of its formats as a map.</source>
        <translation>QGIS leser ingen av formatene som kart.</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Noe annet</translation>
    </message>
    <message>
        <source>Table without places</source>
        <translation>Tabell uten steder</translation>
    </message>
    <message>
        <source>Table, not looked into</source>
        <translation>Tabell, ikke undersøkt</translation>
    </message>
    <message>
        <source>The address lies on a private network or is none at all, and is not called. If you trust private addresses, allow them in the settings.</source>
        <translation>Adressen ligger på et privat nett eller er ikke en adresse, og blir ikke brukt. Stoler du på private adresser, kan du tillate dem i innstillingene.</translation>
    </message>
    <message>
        <source>The catalogue does not say in which format the data are. Open the address to see.</source>
        <translation>Katalogen sier ikke hvilket format dataene har. Åpne adressen for å se.</translation>
    </message>
    <message>
        <source>The catalogue does not say where the data are. Ask those who publish them.</source>
        <translation>Katalogen sier ikke hvor dataene er. Spør den som gir dem ut.</translation>
    </message>
    <message>
        <source>There is only a web page to read. Open it below.</source>
        <translation>Det er bare en nettside å lese. Åpne den nedenfor.</translation>
    </message>
    <message>
        <source>This is a table without coordinates or codes of places. It can be opened from its page.</source>
        <translation>Dette er en tabell uten koordinater eller koder for steder. Den kan åpnes fra siden sin.</translation>
    </message>
    <message>
        <source>Web page only</source>
        <translation>Bare en nettside</translation>
    </message>
    <message>
        <source>Whether this table holds places is not known: it has not been fetched, or could not be.</source>
        <translation>Det er ukjent om denne tabellen har steder: den er ikke hentet, eller lot seg ikke hente.</translation>
    </message>
    <message>
        <source>could not be asked</source>
        <translation>fikk ikke spurt</translation>
    </message>
    <message>
        <source>did not answer</source>
        <translation>svarte ikke</translation>
    </message>
    <message>
        <source>does not know the kommune</source>
        <translation>kjenner ikke kommunen</translation>
    </message>
    <message>
        <source>listed everyone's data</source>
        <translation>listet opp alles data</translation>
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
            <numerusform>%n fil er i bruk og blir værende.</numerusform>
            <numerusform>%n filer er i bruk og blir værende.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) removed: {}.</source>
        <translation>
            <numerusform>%n fil er fjernet: {}.</numerusform>
            <numerusform>%n filer er fjernet: {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new language is seen when QGIS is started again. QGIS itself has no nynorsk.</source>
        <translation>Et nytt språk vises når QGIS startes på nytt. QGIS selv har ikke nynorsk.</translation>
    </message>
    <message>
        <source>Add a Map Service</source>
        <translation>Legg til en karttjeneste</translation>
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
        <translation>Svarer som den skal.</translation>
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
        <translation>Spør hver tjeneste på adressen som står her, lagret eller ikke</translation>
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
        <translation>Rydder opp …</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Koder</translation>
    </message>
    <message>
        <source>Codes (SSB Klass)</source>
        <translation>Koder (SSB Klass)</translation>
    </message>
    <message>
        <source>Descriptions of data sets</source>
        <translation>Beskrivelser av datasett</translation>
    </message>
    <message>
        <source>Empty is the usual address. Put in another where your organisation has a copy of its own.</source>
        <translation>Tomt felt er den vanlige adressen. Skriv en annen hvis virksomheten din har en egen kopi.</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoritter</translation>
    </message>
    <message>
        <source>Features (Geonorge WFS)</source>
        <translation>Objekter (Geonorge WFS)</translation>
    </message>
    <message>
        <source>Fetched Data</source>
        <translation>Hentede data</translation>
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
        <translation>Koblede koder</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Kommune at a point (Kartverket)</source>
        <translation>Kommune i et punkt (Kartverket)</translation>
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
        <translation>Lag du har laget selv</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Innlogging</translation>
    </message>
    <message>
        <source>Longest wait for a connection</source>
        <translation>Lengste ventetid på forbindelse</translation>
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
        <translation>Navn</translation>
    </message>
    <message>
        <source>Names from Klass</source>
        <translation>Navn fra Klass</translation>
    </message>
    <message>
        <source>Names on the map</source>
        <translation>Navn i kartet</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Nettverk</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Åpne data</translation>
    </message>
    <message>
        <source>Open data (data.norge.no)</source>
        <translation>Åpne data (data.norge.no)</translation>
    </message>
    <message>
        <source>Organisations (Brønnøysund)</source>
        <translation>Virksomheter (Brønnøysund)</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Annet</translation>
    </message>
    <message>
        <source>Otherwise an address in a catalogue, or one that you type, is not called where it leads into your network.</source>
        <translation>Ellers spørres ikke en adresse fra en katalog, eller en du skriver selv, når den fører inn i nettverket ditt.</translation>
    </message>
    <message>
        <source>Portals of kommuner (file)</source>
        <translation>Portaler hos kommuner (fil)</translation>
    </message>
    <message>
        <source>Register of kommuner (Geonorge)</source>
        <translation>Register over kommuner (Geonorge)</translation>
    </message>
    <message>
        <source>Remove the Chosen Map Services</source>
        <translation>Fjern de valgte karttjenestene</translation>
    </message>
    <message>
        <source>Removes what can be fetched again. What projects use stays, and what you made yourself.</source>
        <translation>Fjerner det som kan hentes på nytt. Det prosjekter bruker, blir værende, og det du har laget selv.</translation>
    </message>
    <message>
        <source>Sea and coast</source>
        <translation>Sjø og kyst</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Tjenester</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Størrelse</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Tables of codes</source>
        <translation>Tabeller med koder</translation>
    </message>
    <message>
        <source>The environment variable {} decides this.</source>
        <translation>Miljøvariabelen {} bestemmer dette.</translation>
    </message>
    <message>
        <source>The list can be read.</source>
        <translation>Listen kan leses.</translation>
    </message>
    <message>
        <source>The list that comes with Klasskart</source>
        <translation>Listen som følger med Klasskart</translation>
    </message>
    <message>
        <source>The login goes to the services below, and to nobody else.</source>
        <translation>Innloggingen sendes til tjenestene nedenfor, og ikke til andre.</translation>
    </message>
    <message>
        <source>There was nothing to remove.</source>
        <translation>Det var ingenting å fjerne.</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Sjekk tjenestene</translation>
    </message>
    <message>
        <source>What came in the last minutes stays for now.</source>
        <translation>Det som kom de siste minuttene, blir værende så lenge.</translation>
    </message>
    <message>
        <source>{} can't be read as a list of portals. It needs rows of kind, address and kommune.</source>
        <translation>{} kan ikke leses som en liste over portaler. Den må ha rader med type, adresse og kommune.</translation>
    </message>
    <message>
        <source>{} can't be written to. Choose another folder, or ask for the right to write.</source>
        <translation>Det går ikke an å skrive til {}. Velg en annen mappe, eller be om skrivetilgang.</translation>
    </message>
    <message>
        <source>{} is no whole path. Choose a folder with the button beside the field.</source>
        <translation>{} er ikke en hel sti. Velg en mappe med knappen ved siden av feltet.</translation>
    </message>
</context>
<context>
    <name>OtherTimes</name>
    <message>
        <source>Looking for {} at other times …</source>
        <translation>Ser etter {} på andre tider …</translation>
    </message>
</context>
<context>
    <name>OthersBox</name>
    <message numerus="yes">
        <source>%n code(s) have several</source>
        <translation>
            <numerusform>%n kode har flere</numerusform>
            <numerusform>%n koder har flere</numerusform>
        </translation>
    </message>
    <message>
        <source>Code and name from other classifications</source>
        <translation>Kode og navn fra andre klassifikasjoner</translation>
    </message>
    <message>
        <source>Could not ask SSB which others there are.</source>
        <translation>Fikk ikke spurt SSB hvilke andre som finnes.</translation>
    </message>
    <message>
        <source>Looking for more in Klass …</source>
        <translation>Ser etter flere i Klass …</translation>
    </message>
    <message>
        <source>More ({})</source>
        <translation>Flere ({})</translation>
    </message>
    <message>
        <source>More classifications</source>
        <translation>Flere klassifikasjoner</translation>
    </message>
    <message>
        <source>SSB has no table from these codes to others on this date.</source>
        <translation>SSB har ingen tabell fra disse kodene til andre denne datoen.</translation>
    </message>
    <message>
        <source>Search by name or number</source>
        <translation>Søk etter navn eller nummer</translation>
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
        <translation>fikk ikke hentet</translation>
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
        <translation>grunnkrets</translation>
    </message>
    <message>
        <source>in bokmål</source>
        <translation>på bokmål</translation>
    </message>
    <message>
        <source>not on this date</source>
        <translation>finnes ikke denne datoen</translation>
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
        <translation>{}. Klass sier ikke hvilken klassifikasjon den hører til.</translation>
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
        <translation>Endringer denne dagen er med</translation>
    </message>
    <message>
        <source>Changes of this day itself are left out</source>
        <translation>Endringer på selve denne dagen er ikke med</translation>
    </message>
    <message>
        <source>Everything since {}</source>
        <translation>Alt siden {}</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Perioder</translation>
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
        <translation>A4 liggende</translation>
    </message>
    <message>
        <source>A4 Portrait</source>
        <translation>A4 stående</translation>
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
        <translation>Utskriftslayouten «{}» ligger i prosjektet, med tittel, tegnforklaring, målestokk og kilder.</translation>
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
        <translation>La stå tom</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Rett</translation>
    </message>
    <message>
        <source>Select Rows</source>
        <translation>Velg rader</translation>
    </message>
    <message>
        <source>Selects the features with these values in the layer</source>
        <translation>Velger objektene med disse verdiene i laget</translation>
    </message>
    <message>
        <source>Writes a new layer that has no code where these stand</source>
        <translation>Skriver et nytt lag uten kode der disse står</translation>
    </message>
    <message>
        <source>Writes a new layer with these codes as they should be in a field of their own</source>
        <translation>Skriver et nytt lag med disse kodene slik de skal være i et eget felt</translation>
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
        <translation>Skriver tabellen …</translation>
    </message>
</context>
<context>
    <name>ReportDrill</name>
    <message>
        <source>Finding features …</source>
        <translation>Finner objekter …</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>Lagre rapport</translation>
    </message>
    <message>
        <source>Saving the report …</source>
        <translation>Lagrer rapporten …</translation>
    </message>
    <message>
        <source>The report is saved as {}.</source>
        <translation>Rapporten er lagret som {}.</translation>
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
        <translation>PNG-bilde (*.png)</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>Side (*.html)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-bilde (*.svg)</translation>
    </message>
</context>
<context>
    <name>ScopeBox</name>
    <message>
        <source>Covers {}</source>
        <translation>Dekker {}</translation>
    </message>
    <message>
        <source>Published by {}</source>
        <translation>Publisert av {}</translation>
    </message>
    <message>
        <source>What the kommune itself publishes, or what Geonorge has of its area from anybody</source>
        <translation>Det kommunen selv publiserer, eller det Geonorge har om området fra hvem som helst</translation>
    </message>
    <message>
        <source>Which Data Sets</source>
        <translation>Hvilke datasett</translation>
    </message>
</context>
<context>
    <name>Selecting</name>
    <message numerus="yes">
        <source>%n feature(s) are selected in “{}”.</source>
        <translation>
            <numerusform>%n objekt er valgt i «{}».</numerusform>
            <numerusform>%n objekter er valgt i «{}».</numerusform>
        </translation>
    </message>
    <message>
        <source>Finding features …</source>
        <translation>Finner objekter …</translation>
    </message>
</context>
<context>
    <name>SharesBox</name>
    <message>
        <source>What the others leave</source>
        <translation>Det de andre lar være igjen</translation>
    </message>
</context>
<context>
    <name>SourceBox</name>
    <message>
        <source>Klass: other number…</source>
        <translation>Klass: annet nummer…</translation>
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
        <translation>La stå tom</translation>
    </message>
    <message>
        <source>Lineage of {}</source>
        <translation>Livsløpet til {}</translation>
    </message>
    <message>
        <source>Select Rows</source>
        <translation>Velg rader</translation>
    </message>
    <message>
        <source>Selects these rows in the layer</source>
        <translation>Velger disse radene i laget</translation>
    </message>
    <message>
        <source>Share out</source>
        <translation>Fordel</translation>
    </message>
    <message>
        <source>Sums are shared out. The row itself gets the code that most of it belongs to.</source>
        <translation>Summer fordeles. Raden selv får koden som det meste hører til.</translation>
    </message>
</context>
<context>
    <name>Styles</name>
    <message>
        <source>Agreed line at sea</source>
        <translation>Avtalt linje til havs</translation>
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
        <translation>Leser {} …</translation>
    </message>
    <message>
        <source>Tables ({})</source>
        <translation>Tabeller ({})</translation>
    </message>
    <message numerus="yes">
        <source>“{}” is added: %n row(s).</source>
        <translation>
            <numerusform>«{}» er lagt til: %n rad.</numerusform>
            <numerusform>«{}» er lagt til: %n rader.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitBox</name>
    <message>
        <source>Bydeler</source>
        <translation>Bydeler</translation>
    </message>
    <message>
        <source>Choose, or type the number or words of any classification in Klass</source>
        <translation>Velg, eller skriv nummeret til eller ord fra en klassifikasjon i Klass</translation>
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
        <translation>Delområder og grunnkretser</translation>
    </message>
    <message>
        <source>Find Classification …</source>
        <translation>Finn klassifikasjon …</translation>
    </message>
    <message>
        <source>Fylker</source>
        <translation>Fylker</translation>
    </message>
    <message>
        <source>Kommuner</source>
        <translation>Kommuner</translation>
    </message>
    <message>
        <source>Press Enter to find it in Klass, or type a number, such as 7</source>
        <translation>Trykk enter for å finne den i Klass, eller skriv et nummer, for eksempel 7</translation>
    </message>
</context>
<context>
    <name>WmsTree</name>
    <message>
        <source>Layers of the Map Service</source>
        <translation>Lag i karttjenesten</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>from {}</source>
        <translation>fra {}</translation>
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
        <translation>Bydeler</translation>
    </message>
    <message>
        <source>Delområder</source>
        <translation>Delområder</translation>
    </message>
    <message>
        <source>Fylker</source>
        <translation>Fylker</translation>
    </message>
    <message>
        <source>Geonorge's ATOM feeds</source>
        <translation>Geonorges ATOM-lister</translation>
    </message>
    <message>
        <source>Geonorge's files</source>
        <translation>Geonorges filer</translation>
    </message>
    <message>
        <source>Geonorge's order service</source>
        <translation>Geonorges bestillingstjeneste</translation>
    </message>
    <message>
        <source>Grunnkretser</source>
        <translation>Grunnkretser</translation>
    </message>
    <message>
        <source>Kommuner</source>
        <translation>Kommuner</translation>
    </message>
    <message>
        <source>bydeler</source>
        <translation>bydeler</translation>
    </message>
    <message>
        <source>delområder</source>
        <translation>delområder</translation>
    </message>
    <message>
        <source>fylker</source>
        <translation>fylker</translation>
    </message>
    <message>
        <source>grunnkretser</source>
        <translation>grunnkretser</translation>
    </message>
    <message>
        <source>kommuner</source>
        <translation>kommuner</translation>
    </message>
    <message>
        <source>the whole country</source>
        <translation>hele landet</translation>
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
        <translation>Inndelingen som gjaldt 1. januar. Velg, eller skriv et år</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Årgang</translation>
    </message>
    <message>
        <source>{} (not yet valid)</source>
        <translation>{} (gjelder ikke ennå)</translation>
    </message>
</context>
</TS>
