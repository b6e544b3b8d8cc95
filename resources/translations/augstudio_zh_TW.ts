<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AbView</name>
    <message>
        <source>A | B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B · now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B · now, the same as A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to show A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How A and B are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times larger differences are shown than they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows A while it is held; so does the key `, or Space on the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept at {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A from file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About AugStudio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add step…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed: draw everything anew (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hatch invented pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep current as A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open pipeline…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sample dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save comparison as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save pipeline as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>Nothing matches.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>1 leaves the size, 2 zooms in twice, 0.5 zooms out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add normal noise, as from a sensor in poor light; alpha stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle to turn by; positive is counter-clockwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coloured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut out a random part of the picture and resize it back to the picture&apos;s size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grow canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height relative to width; above 1 makes things taller. The area stays the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizontal flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Independent noise in red, green and blue; else grey noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the picture&apos;s size and pad its corners, grow the canvas so that nothing is cut off, or crop to the largest rectangle that needs no padding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror the picture left to right; give it a probability of 0.5 to get both kinds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror the picture top to bottom; sensible where up and down do not matter, as from above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarter turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salt and pepper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salt share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the height; positive is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the picture&apos;s area that is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the pixels that are hit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the specks that are white.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the width; positive is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift the picture by whole pixels, so that a shift alone loses no sharpness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation in grey levels of 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn random pixels white or black, as dead pixels and dust do; alpha stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the picture about its centre; positive angles turn counter-clockwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the picture by 90, 180 or 270 degrees counter-clockwise without any loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns to choose from, counter-clockwise; each copy draws one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width to height of the part, relative to the picture; 1 keeps its proportions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in or out about the centre; the picture&apos;s size stays, padding fills what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Cannot open the pipeline: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as A. Change the pipeline and compare: F7.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonSharing</name>
    <message>
        <source>Cannot save {0}: {1}. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the comparison: {0} × {1} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save comparison as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture on show that could be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lies in the dataset, which is never written to. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>AugStudio met an error that it did not expect: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save pipeline…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were {0} errors since this window opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work is still there and kept safe; you can go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DatasetPanel</name>
    <message>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All splits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Cannot open the dataset: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot open the pipeline: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot save the pipeline: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended without being closed. The pipeline is as you left it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended without being closed. The pipeline of that time was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the sample dataset. Open a folder of your own images, or drop one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovery of the pipeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag to reorder (Alt+Up, Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawBar</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed draws the same numbers, here and in an export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which augmented copy of the picture is on show.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a folder of images, a picture or a pipeline to open it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DuoPane</name>
    <message>
        <source>A {0}, B {1}, laid centre on centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference × {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {0} of 255   {1} % of pixels differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pixel differs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>An export is running; it can be cancelled below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the export and close? The same export can go on later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>A new or empty folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies per image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the originals too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} images × {1} = up to {2} files, drawn with seed {3}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the export; it can go on later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExtremesView</name>
    <message>
        <source>All in the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extremes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No extremes: no step that is switched on has a range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Reset {0} to its default</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Add step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistogramPanel</name>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of original and result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each level of red, green and blue occurs, from black to white.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines: original. Filled: result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines: original, filled: result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPopup</name>
    <message>
        <source>As it was at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Host</name>
    <message>
        <source>The language changes at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImagePane</name>
    <message>
        <source>{0} % invented</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InfoBar</name>
    <message>
        <source>A fast approximation; exact pixels follow at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pixels are what an export writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>, 1 class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {0} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {0} skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See image data augmentation before you pay for it.
Version {0}, MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removal of all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>return to the default pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More messages are waiting: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaddingEditor</name>
    <message>
        <source>Fill colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outermost pixels, repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture again from its other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture mirrored, with its outermost pixels repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture mirrored, without repeating its outermost pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fills the places outside the picture, as numpy.pad names it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaddingView</name>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding modes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of padding</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaneMenu</name>
    <message>
        <source>Cannot write the pipeline for the command: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the command: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command that makes this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy seed and copy number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work with copy {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>Add step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for the pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready pipelines, and your own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PipelinePanel</name>
    <message>
        <source>No steps yet. Add one to see what it does to your pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adding of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplication of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removal of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use of preset {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetBrowser</name>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a kind of picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renamed to “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetFooter</name>
    <message>
        <source>Name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save current as preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Aerial and satellite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animals, plants, things and scenes: mirrored, slightly turned and cropped, with a little noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents and digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From above there is no up: all flips, quarter turns and angles, at changing heights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right matter, so nothing is flipped; small changes of place, grey noise, black outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medical greyscale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Natural photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text has a reading direction, so nothing is flipped; scans are a little askew, off centre and grainy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The road stays below: mirrored left to right only, with small changes of zoom and crop.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewKeys</name>
    <message>
        <source>100 % at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangeField</name>
    <message>
        <source>{0}, highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, lowest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>&quot;augstudio&quot; must be the version of the file format, got {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;steps&quot; must be a list, got {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a link that leads nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a link to a folder that is listed already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a preset needs a name; type one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a preset&apos;s name cannot hold line breaks or other characters that do not print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a preset&apos;s name has at most {0} characters, this has {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an export keeps a file of its own under the name {0}; rename the dataset&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>animated or of several pages; save the page you want as a picture of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be deleted: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be made: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be renamed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot write {0}: {1}; the same export goes on once this is solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot write: {0}; the same export goes on once this is solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copies: must be at least 1 where no originals are written, got 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged, or of a kind that is not supported ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format: must be one of {0}, got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has transparency, which {0} cannot hold; choose png or webp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was made with another pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its dataset was another one (files were added, removed or changed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name differs from another one only in its Unicode form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its output {0} would replace that of {1}; rename one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its worker process ended unexpectedly, twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {0} is not one of this program&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {0} is {1}, not {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list with {0}, got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number {0}, got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of {0}, got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be three whole numbers from 0 to 255, got {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be two numbers [low, high] {0}, got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {0}, got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have its low end first, got [{0}, {1}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie {0}, got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no images found in {0}; expected a folder with pictures ({1}) or with a sub-folder of pictures for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no permission to write in {0}; choose another output folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a picture of a known kind (JPEG, PNG, WebP, TIFF, BMP, PPM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a pipeline file: it has no &quot;augstudio&quot; version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a pipeline file: it is not UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a pipeline file: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a regular file but {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding: must be an object with a mode and a fill, got {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures with more than 8 bits per channel are not supported yet; convert it to 8 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>splits: must be any of {0}, got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dataset&apos;s link {0} leads to the output folder {1} or to one around it; choose another output folder, or remove the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has version {0}, this program knows {1}; please update AugStudio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is damaged; get a fresh copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is larger than {0} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is truncated: its end is missing; get a complete copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be read: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder {0} cannot be read: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key {0} stands twice in one object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is not valid UTF-8; rename it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of its output would be longer than {0} bytes; shorten it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output folder {0} cannot be used: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output folder {0} has the dataset inside it; choose another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output folder {0} holds another export: {1}; choose another folder, or delete this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output folder {0} holds other files, such as {1}; choose a new or empty one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output folder {0} is the dataset or lies inside it; choose another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output {0} is a file; name a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the worker processes keep ending unexpectedly; try again with one worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there already is a preset named {0}; choose another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no folder {0}; check the spelling, or create it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no step with the id {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large for a pipeline file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large for this computer&apos;s memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large: it would unpack to too many pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large: {0} x {1} is more than the limit of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two steps have the id {0}; every step needs its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown preset {0}; known are {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown transform {0}; known are {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workers: must be at least 1, got {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); choose another output folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exists and is not an empty folder; name a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a folder; name another output folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a folder; name the folder that holds the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a number that a pipeline may hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} would enlarge it to {1} × {2} pixels, more than the {3} allowed; let this step or an earlier one keep the size, or take smaller pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} x {1} pixels cannot be written as {2}: {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, enabled: must be true or false, got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, id: must be a whole number from 1 to {1}, got {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, probability: must be a number from 0 to 1, got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: has no &quot;transform&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: must be a whole number from {1} to {2}, got {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: must be a whole number, got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: must be an object with a transform, got {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: unknown field {1}; allowed are {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Copy list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export finished, some files were skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the same export again to go on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files were already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files were skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files written in {1} s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>open of pipeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBySideView</name>
    <message>
        <source>Copy {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepBrowser</name>
    <message>
        <source>Search steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times this step can sensibly multiply a dataset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the step is applied, from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not drawn for this copy: its probability left it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of {0}: probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switching off of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switching on of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, probability</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>Nothing to sweep: no step that is switched on has a parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter to sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariationsView</name>
    <message>
        <source>Copy {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} copies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomeCard</name>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the sample dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are only ever read; an export writes to a folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See augmentation on your own pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… or drop a folder here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
