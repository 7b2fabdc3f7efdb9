<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- Grunnkretser: grey -->
<qgis version="3.22.0" styleCategories="Symbology|Labeling">
  <renderer-v2 type="singleSymbol">
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="color" value="85,85,85,20"/>
            <Option type="QString" name="style" value="solid"/>
            <Option type="QString" name="outline_color" value="85,85,85,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.12"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="joinstyle" value="round"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="coalesce(nullif(&quot;grunnkretsnavn&quot;, ''), &quot;grunnkretsnummer&quot;)" isExpression="1" fontSize="7.5" fontSizeUnit="Point" fontWeight="50" textColor="85,85,85,255" textOpacity="1" multilineHeight="0.9">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128" bufferNoFill="1"/>
      </text-style>
      <text-format wrapChar=" - " multilineAlign="1" formatNumbers="0" decimals="3"/>
      <placement placement="4" centroidWhole="1" centroidInside="1" priority="5"/>
      <rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="75000" obstacle="1" obstacleType="1" limitNumLabels="0" maxNumLabels="2000"/>
    </settings>
  </labeling>
</qgis>
