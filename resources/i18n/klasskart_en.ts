<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>About</name>
    <message numerus="yes">
        <source>%Ln code(s)</source>
        <translation>
            <numerusform>%Ln code</numerusform>
            <numerusform>%Ln codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln level(s): {}</source>
        <translation>
            <numerusform>%Ln level: {}</numerusform>
            <numerusform>%Ln levels: {}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AboutDrill</name>
    <message numerus="yes">
        <source>%Ln pair(s) are in the project as the table “{}”.</source>
        <translation>
            <numerusform>%Ln pair is in the project as the table “{}”.</numerusform>
            <numerusform>%Ln pairs are in the project as the table “{}”.</numerusform>
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
        <source>%Ln choice(s) are taken from {}.</source>
        <translation>
            <numerusform>%Ln choice is taken from {}.</numerusform>
            <numerusform>%Ln choices are taken from {}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message numerus="yes">
        <source>Show %Ln More</source>
        <translation>
            <numerusform>Show %Ln More</numerusform>
            <numerusform>Show %Ln More</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message numerus="yes">
        <source>%Ln ended, and no code followed</source>
        <translation>
            <numerusform>%Ln ended, and no code followed</numerusform>
            <numerusform>%Ln ended, and no code followed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merged with others</source>
        <translation>
            <numerusform>%Ln merged with others</numerusform>
            <numerusform>%Ln merged with others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown to Klass then</source>
        <translation>
            <numerusform>%Ln unknown to Klass then</numerusform>
            <numerusform>%Ln unknown to Klass then</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a new number</source>
        <translation>
            <numerusform>%Ln with a new number</numerusform>
            <numerusform>%Ln with a new number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a value</source>
        <translation>
            <numerusform>%Ln without a value</numerusform>
            <numerusform>%Ln without a value</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln of them with a new name</source>
        <translation>
            <numerusform>, %Ln of them with a new name</numerusform>
            <numerusform>, %Ln of them with a new name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln row(s) have their new code.</source>
        <translation>
            <numerusform>The %Ln row has its new code.</numerusform>
            <numerusform>All %Ln rows have their new code.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} was split (%Ln row(s))</source>
        <translation>
            <numerusform>{} was split (%Ln row)</numerusform>
            <numerusform>{} was split (%Ln rows)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesDrill</name>
    <message numerus="yes">
        <source>%Ln row(s) are in the project as the table “{}”.</source>
        <translation>
            <numerusform>%Ln row is in the project as the table “{}”.</numerusform>
            <numerusform>%Ln rows are in the project as the table “{}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesWords</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDrill</name>
    <message numerus="yes">
        <source>%Ln value(s) are left empty in “{}”, in the field {}.</source>
        <translation>
            <numerusform>%Ln value is left empty in “{}”, in the field {}.</numerusform>
            <numerusform>%Ln values are left empty in “{}”, in the field {}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) are mended in “{}”, in the field {}.</source>
        <translation>
            <numerusform>%Ln value is mended in “{}”, in the field {}.</numerusform>
            <numerusform>%Ln values are mended in “{}”, in the field {}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message numerus="yes">
        <source>Mend All %Ln Values</source>
        <translation>
            <numerusform>Mend %Ln Value</numerusform>
            <numerusform>Mend All %Ln Values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message numerus="yes">
        <source>%Ln code(s) apply {}</source>
        <translation>
            <numerusform>%Ln code applies {}</numerusform>
            <numerusform>%Ln codes apply {}</numerusform>
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
        <source>%Ln feature(s) without a value are hatched.</source>
        <translation>
            <numerusform>%Ln feature without a value is hatched.</numerusform>
            <numerusform>%Ln features without a value are hatched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindDrill</name>
    <message numerus="yes">
        <source>%Ln classification(s)</source>
        <translation>
            <numerusform>%Ln classification</numerusform>
            <numerusform>%Ln classifications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message numerus="yes">
        <source>Join %Ln Feature(s)</source>
        <translation>
            <numerusform>Join %Ln Feature</numerusform>
            <numerusform>Join %Ln Features</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinTables</name>
    <message numerus="yes">
        <source>%Ln row(s) are shorter than the others</source>
        <translation>
            <numerusform>%Ln row is shorter than the others</numerusform>
            <numerusform>%Ln rows are shorter than the others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %Ln line(s), “{}”</source>
        <translation>
            <numerusform>Left out: %Ln line, “{}”</numerusform>
            <numerusform>Left out: %Ln lines, “{}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} mean no value: %Ln time(s)</source>
        <translation>
            <numerusform>{} means no value: %Ln time</numerusform>
            <numerusform>{} mean no value: %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinWords</name>
    <message numerus="yes">
        <source>%Ln feature(s) are joined.</source>
        <translation>
            <numerusform>%Ln feature is joined.</numerusform>
            <numerusform>%Ln features are joined.</numerusform>
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
        <source>Draw what changed on %Ln earlier day(s), too</source>
        <translation>
            <numerusform>Draw what changed on %Ln earlier day, too</numerusform>
            <numerusform>Draw what changed on %Ln earlier days, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draw what changed on %Ln later day(s), too</source>
        <translation>
            <numerusform>Draw what changed on %Ln later day, too</numerusform>
            <numerusform>Draw what changed on %Ln later days, too</numerusform>
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
        <source>%Ln code(s) left over</source>
        <translation>
            <numerusform>%Ln code left over</numerusform>
            <numerusform>%Ln codes left over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s) were read as text with zero in front</source>
        <translation>
            <numerusform>%Ln code was read as text with zero in front</numerusform>
            <numerusform>%Ln codes were read as text with zero in front</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s) were read by their first digits</source>
        <translation>
            <numerusform>%Ln code was read by its first digits</numerusform>
            <numerusform>%Ln codes were read by their first digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s) were read with 00 behind</source>
        <translation>
            <numerusform>%Ln code was read with 00 behind</numerusform>
            <numerusform>%Ln codes were read with 00 behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s) were read without blanks around</source>
        <translation>
            <numerusform>%Ln code was read without blanks around</numerusform>
            <numerusform>%Ln codes were read without blanks around</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s) were read without decimals</source>
        <translation>
            <numerusform>%Ln code was read without decimals</numerusform>
            <numerusform>%Ln codes were read without decimals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s) were read without the text beside</source>
        <translation>
            <numerusform>%Ln code was read without the text beside</numerusform>
            <numerusform>%Ln codes were read without the text beside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln feature(s)</source>
        <translation>
            <numerusform>%Ln feature</numerusform>
            <numerusform>%Ln features</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
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
        <source>Choose one of %Ln</source>
        <translation>
            <numerusform>Choose one of %Ln</numerusform>
            <numerusform>Choose one of %Ln</numerusform>
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
        <source>%Ln data set(s) are saved in {}.</source>
        <translation>
            <numerusform>%Ln data set is saved in {}.</numerusform>
            <numerusform>%Ln data sets are saved in {}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenDataModel</name>
    <message numerus="yes">
        <source>Can't be put on the map (%Ln)</source>
        <translation>
            <numerusform>Can't be put on the map (%Ln)</numerusform>
            <numerusform>Can't be put on the map (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenDataPage</name>
    <message numerus="yes">
        <source>%Ln data set(s)</source>
        <translation>
            <numerusform>%Ln data set</numerusform>
            <numerusform>%Ln data sets</numerusform>
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
        <source>%Ln feature(s) are selected in “{}”.</source>
        <translation>
            <numerusform>%Ln feature is selected in “{}”.</numerusform>
            <numerusform>%Ln features are selected in “{}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableReader</name>
    <message numerus="yes">
        <source>“{}” is added: %Ln row(s).</source>
        <translation>
            <numerusform>“{}” is added: %Ln row.</numerusform>
            <numerusform>“{}” is added: %Ln rows.</numerusform>
        </translation>
    </message>
</context>
</TS>
