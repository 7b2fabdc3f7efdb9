<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>About</name>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s): {}</source>
        <translation>
            <numerusform>%n level: {}</numerusform>
            <numerusform>%n levels: {}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AboutDrill</name>
    <message numerus="yes">
        <source>%n pair(s) are in the project as the table “{}”.</source>
        <translation>
            <numerusform>%n pair is in the project as the table “{}”.</numerusform>
            <numerusform>%n pairs are in the project as the table “{}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoundaryForm</name>
    <message numerus="yes">
        <source>{} and %n more</source>
        <translation>
            <numerusform>{} and %n more</numerusform>
            <numerusform>{} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoundaryRenewal</name>
    <message numerus="yes">
        <source>%n layer(s) could not be looked after and are as before.</source>
        <translation>
            <numerusform>%n layer could not be looked after and is as before.</numerusform>
            <numerusform>%n layers could not be looked after and are as before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) now show newer boundaries.</source>
        <translation>
            <numerusform>%n layer now shows newer boundaries.</numerusform>
            <numerusform>%n layers now show newer boundaries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeDrill</name>
    <message numerus="yes">
        <source>%n choice(s) are taken from {}.</source>
        <translation>
            <numerusform>%n choice is taken from {}.</numerusform>
            <numerusform>%n choices are taken from {}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message numerus="yes">
        <source>Show %n More</source>
        <translation>
            <numerusform>Show %n More</numerusform>
            <numerusform>Show %n More</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message numerus="yes">
        <source>%n ended, and no code followed</source>
        <translation>
            <numerusform>%n ended, and no code followed</numerusform>
            <numerusform>%n ended, and no code followed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged with others</source>
        <translation>
            <numerusform>%n merged with others</numerusform>
            <numerusform>%n merged with others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown to Klass then</source>
        <translation>
            <numerusform>%n unknown to Klass then</numerusform>
            <numerusform>%n unknown to Klass then</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a new number</source>
        <translation>
            <numerusform>%n with a new number</numerusform>
            <numerusform>%n with a new number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a value</source>
        <translation>
            <numerusform>%n without a value</numerusform>
            <numerusform>%n without a value</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them with a new name</source>
        <translation>
            <numerusform>, %n of them with a new name</numerusform>
            <numerusform>, %n of them with a new name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n row(s) have their new code.</source>
        <translation>
            <numerusform>%n row has its new code.</numerusform>
            <numerusform>All %n rows have their new code.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} was split (%n row(s))</source>
        <translation>
            <numerusform>{} was split (%n row)</numerusform>
            <numerusform>{} was split (%n rows)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesDrill</name>
    <message numerus="yes">
        <source>%n row(s) are in the project as the table “{}”.</source>
        <translation>
            <numerusform>%n row is in the project as the table “{}”.</numerusform>
            <numerusform>%n rows are in the project as the table “{}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesWords</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDrill</name>
    <message numerus="yes">
        <source>%n value(s) are left empty in “{}”, in the field {}.</source>
        <translation>
            <numerusform>%n value is left empty in “{}”, in the field {}.</numerusform>
            <numerusform>%n values are left empty in “{}”, in the field {}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are mended in “{}”, in the field {}.</source>
        <translation>
            <numerusform>%n value is mended in “{}”, in the field {}.</numerusform>
            <numerusform>%n values are mended in “{}”, in the field {}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message numerus="yes">
        <source>Mend All %n Values</source>
        <translation>
            <numerusform>Mend %n Value</numerusform>
            <numerusform>Mend All %n Values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message numerus="yes">
        <source>%n code(s) apply {}</source>
        <translation>
            <numerusform>%n code applies {}</numerusform>
            <numerusform>%n codes apply {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) are in the project as the table “{}”.</source>
        <translation>
            <numerusform>%n code is in the project as the table “{}”.</numerusform>
            <numerusform>%n codes are in the project as the table “{}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeadAddresses</name>
    <message numerus="yes">
        <source>%n layer(s) have a new address: {}.</source>
        <translation>
            <numerusform>%n layer has a new address: {}.</numerusform>
            <numerusform>%n layers have a new address: {}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The map of %n layer(s) is no longer offered: {}.</source>
        <translation>
            <numerusform>The map of %n layer is no longer offered: {}.</numerusform>
            <numerusform>The maps of %n layers are no longer offered: {}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveredDrill</name>
    <message numerus="yes">
        <source>%n file(s) are saved in {}.</source>
        <translation>
            <numerusform>%n file is saved in {}.</numerusform>
            <numerusform>%n files are saved in {}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of that name were there already and stay as they are.</source>
        <translation>
            <numerusform>%n file of that name was there already and stays as it is.</numerusform>
            <numerusform>%n files of those names were there already and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n File(s)</source>
        <translation>
            <numerusform>Save %n File</numerusform>
            <numerusform>Save %n Files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message numerus="yes">
        <source>%n code(s) are not places</source>
        <translation>
            <numerusform>%n code is not a place</numerusform>
            <numerusform>%n codes are not places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) do not apply on {}</source>
        <translation>
            <numerusform>%n code does not apply on {}</numerusform>
            <numerusform>%n codes do not apply on {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) lack the zero in front</source>
        <translation>
            <numerusform>%n code lacks the zero in front</numerusform>
            <numerusform>%n codes lack the zero in front</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) look like {}</source>
        <translation>
            <numerusform>%n code looks like {}</numerusform>
            <numerusform>%n codes look like {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) occur more than once</source>
        <translation>
            <numerusform>%n code occurs more than once</numerusform>
            <numerusform>%n codes occur more than once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n different values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) have no value.</source>
        <translation>
            <numerusform>%n feature has no value.</numerusform>
            <numerusform>%n features have no value.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more name(s) of several places</source>
        <translation>
            <numerusform>%n more name of several places</numerusform>
            <numerusform>%n more names of several places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) instead of codes</source>
        <translation>
            <numerusform>%n name instead of a code</numerusform>
            <numerusform>%n names instead of codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are not written as codes</source>
        <translation>
            <numerusform>%n value is not written as a code</numerusform>
            <numerusform>%n values are not written as codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are unknown to Klass</source>
        <translation>
            <numerusform>%n value is unknown to Klass</numerusform>
            <numerusform>%n values are unknown to Klass</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them of several places</source>
        <translation>
            <numerusform>, %n of them of several places</numerusform>
            <numerusform>, %n of them of several places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresDrill</name>
    <message numerus="yes">
        <source>%n feature(s) without a value are hatched.</source>
        <translation>
            <numerusform>%n feature without a value is hatched.</numerusform>
            <numerusform>%n features without a value are hatched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindDrill</name>
    <message numerus="yes">
        <source>%n classification(s)</source>
        <translation>
            <numerusform>%n classification</numerusform>
            <numerusform>%n classifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message numerus="yes">
        <source>%n boundaries fetched</source>
        <translation>
            <numerusform>%n boundary fetched</numerusform>
            <numerusform>%n boundaries fetched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) fetched</source>
        <translation>
            <numerusform>%n change fetched</numerusform>
            <numerusform>%n changes fetched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) fetched</source>
        <translation>
            <numerusform>%n code fetched</numerusform>
            <numerusform>%n codes fetched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) joined</source>
        <translation>
            <numerusform>%n feature joined</numerusform>
            <numerusform>%n features joined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) of open data</source>
        <translation>
            <numerusform>%n layer of open data</numerusform>
            <numerusform>%n layers of open data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) recoded</source>
        <translation>
            <numerusform>%n row recoded</numerusform>
            <numerusform>%n rows recoded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message numerus="yes">
        <source>Join %n Feature(s)</source>
        <translation>
            <numerusform>Join %n Feature</numerusform>
            <numerusform>Join %n Features</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinTables</name>
    <message numerus="yes">
        <source>%n row(s) are shorter than the others</source>
        <translation>
            <numerusform>%n row is shorter than the others</numerusform>
            <numerusform>%n rows are shorter than the others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n line(s), “{}”</source>
        <translation>
            <numerusform>Left out: %n line, “{}”</numerusform>
            <numerusform>Left out: %n lines, “{}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} mean no value: %n time(s)</source>
        <translation>
            <numerusform>{} means no value: %n time</numerusform>
            <numerusform>{} mean no value: %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinWords</name>
    <message numerus="yes">
        <source>%n feature(s) are joined.</source>
        <translation>
            <numerusform>%n feature is joined.</numerusform>
            <numerusform>%n features are joined.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message numerus="yes">
        <source>%n layer(s) now lie beside the project, in {}.</source>
        <translation>
            <numerusform>%n layer now lies beside the project, in {}.</numerusform>
            <numerusform>%n layers now lie beside the project, in {}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayersPage</name>
    <message numerus="yes">
        <source>%n border(s) are in the map.</source>
        <translation>
            <numerusform>%n border is in the map.</numerusform>
            <numerusform>%n borders are in the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bydel(er) are in the map.</source>
        <translation>
            <numerusform>%n bydel is in the map.</numerusform>
            <numerusform>%n bydeler are in the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delområde(r) are in the map.</source>
        <translation>
            <numerusform>%n delområde is in the map.</numerusform>
            <numerusform>%n delområder are in the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fylke(r) are in the map.</source>
        <translation>
            <numerusform>%n fylke is in the map.</numerusform>
            <numerusform>%n fylker are in the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grunnkrets(er) are in the map.</source>
        <translation>
            <numerusform>%n grunnkrets is in the map.</numerusform>
            <numerusform>%n grunnkretser are in the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kommune(r) are in the map.</source>
        <translation>
            <numerusform>%n kommune is in the map.</numerusform>
            <numerusform>%n kommuner are in the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) are in the map.</source>
        <translation>
            <numerusform>%n layer is in the map.</numerusform>
            <numerusform>%n layers are in the map.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineagePanel</name>
    <message numerus="yes">
        <source>Draw what changed on %n earlier day(s), too</source>
        <translation>
            <numerusform>Draw what changed on %n earlier day, too</numerusform>
            <numerusform>Draw what changed on %n earlier days, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draw what changed on %n later day(s), too</source>
        <translation>
            <numerusform>Draw what changed on %n later day, too</numerusform>
            <numerusform>Draw what changed on %n later days, too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapArea</name>
    <message numerus="yes">
        <source>The map shows a part of %n kommune(r). They are the area now.</source>
        <translation>
            <numerusform>The map shows a part of %n kommune. It is the area now.</numerusform>
            <numerusform>The map shows a part of %n kommuner. They are the area now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapServices</name>
    <message numerus="yes">
        <source>Add %n Layer(s)</source>
        <translation>
            <numerusform>Add %n Layer</numerusform>
            <numerusform>Add %n Layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchBars</name>
    <message numerus="yes">
        <source>%n without code</source>
        <translation>
            <numerusform>%n without code</numerusform>
            <numerusform>%n without code</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without feature</source>
        <translation>
            <numerusform>%n without feature</numerusform>
            <numerusform>%n without feature</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchWords</name>
    <message numerus="yes">
        <source>%n code(s) left over</source>
        <translation>
            <numerusform>%n code left over</numerusform>
            <numerusform>%n codes left over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read as text with zero in front</source>
        <translation>
            <numerusform>%n code was read as text with zero in front</numerusform>
            <numerusform>%n codes were read as text with zero in front</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read by their first digits</source>
        <translation>
            <numerusform>%n code was read by its first digits</numerusform>
            <numerusform>%n codes were read by their first digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read with 00 behind</source>
        <translation>
            <numerusform>%n code was read with 00 behind</numerusform>
            <numerusform>%n codes were read with 00 behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read without blanks around</source>
        <translation>
            <numerusform>%n code was read without blanks around</numerusform>
            <numerusform>%n codes were read without blanks around</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read without decimals</source>
        <translation>
            <numerusform>%n code was read without decimals</numerusform>
            <numerusform>%n codes were read without decimals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were read without the text beside</source>
        <translation>
            <numerusform>%n code was read without the text beside</numerusform>
            <numerusform>%n codes were read without the text beside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s)</source>
        <translation>
            <numerusform>%n feature</numerusform>
            <numerusform>%n features</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n code(s) of {source} have several in {target}, such as {example}: {codes}. All of them are given, with semicolons between.</source>
        <translation>
            <numerusform>%n code of {source} has several in {target}: {example} has {codes}. All of them are given, with semicolons between.</numerusform>
            <numerusform>%n codes of {source} have several in {target}, such as {example}: {codes}. All of them are given, with semicolons between.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesList</name>
    <message numerus="yes">
        <source>Choose one of %n</source>
        <translation>
            <numerusform>Choose one of %n</numerusform>
            <numerusform>Choose one of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenDataAdding</name>
    <message numerus="yes">
        <source>%n layer(s) of {} are in the map.</source>
        <translation>
            <numerusform>%n layer of {} is in the map.</numerusform>
            <numerusform>%n layers of {} are in the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n Layer(s)</source>
        <translation>
            <numerusform>Add %n Layer</numerusform>
            <numerusform>Add %n Layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} has %n layer(s). Tick those to add.</source>
        <translation>
            <numerusform>{} has %n layer. Tick it to add it.</numerusform>
            <numerusform>{} has %n layers. Tick those to add.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenDataMenu</name>
    <message numerus="yes">
        <source>%n data set(s) are saved in {}.</source>
        <translation>
            <numerusform>%n data set is saved in {}.</numerusform>
            <numerusform>%n data sets are saved in {}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenDataModel</name>
    <message numerus="yes">
        <source>Can't be put on the map (%n)</source>
        <translation>
            <numerusform>Can't be put on the map (%n)</numerusform>
            <numerusform>Can't be put on the map (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenDataPage</name>
    <message numerus="yes">
        <source>%n data set(s)</source>
        <translation>
            <numerusform>%n data set</numerusform>
            <numerusform>%n data sets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message numerus="yes">
        <source>%n file(s) are in use and stay.</source>
        <translation>
            <numerusform>%n file is in use and stays.</numerusform>
            <numerusform>%n files are in use and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) removed: {}.</source>
        <translation>
            <numerusform>%n file removed: {}.</numerusform>
            <numerusform>%n files removed: {}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OthersBox</name>
    <message numerus="yes">
        <source>%n code(s) have several</source>
        <translation>
            <numerusform>%n code has several</numerusform>
            <numerusform>%n codes have several</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Selecting</name>
    <message numerus="yes">
        <source>%n feature(s) are selected in “{}”.</source>
        <translation>
            <numerusform>%n feature is selected in “{}”.</numerusform>
            <numerusform>%n features are selected in “{}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableReader</name>
    <message numerus="yes">
        <source>“{}” is added: %n row(s).</source>
        <translation>
            <numerusform>“{}” is added: %n row.</numerusform>
            <numerusform>“{}” is added: %n rows.</numerusform>
        </translation>
    </message>
</context>
</TS>
