<#-- 证照套打模板：尺寸单位毫米，纸张为 A4 横向 -->
<#-- BG-2025-0001 WX-2025-0003 2025-10-21 周五: 左边距取参数 marginLeft, 不再写死 -->
<html lang="zh-CN">
<head>
  <style>
    @page { size: A4 landscape; margin: 0; }
    .paper { position: relative; width: 297mm; height: 210mm; }
    .field { position: absolute; font-family: FangSong; font-size: 16pt; }
    .holder { left: ${marginLeft + 62}mm; top: 71mm; }
    .name { left: ${marginLeft + 62}mm; top: 88mm; }
    .number { left: ${marginLeft + 62}mm; top: 105mm; }
    .valid { left: ${marginLeft + 62}mm; top: 122mm; }
    .seal { position: absolute; right: 34mm; bottom: 28mm; width: 42mm; }
  </style>
</head>
<body>
  <div class="paper">
    <div class="field holder">${cert.holderName?html}</div>
    <div class="field name">${cert.certName?html}</div>
    <div class="field number">${cert.certNo}</div>
    <div class="field valid">${cert.validFrom} 至 ${cert.validTo!"长期"}</div>
    <#if sealImage??><img class="seal" src="${sealImage}" alt="印章"/></#if>
  </div>
</body>
</html>
