"""Puts the reasons that the floors below give, in English, into the user's language.

The command line and the library speak English; what they say is known here by its wording, so that they need
know nothing of languages. A text that is not known stays as it is.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

PICTURES = (
    "the file is empty",
    "the file is larger than {0} MB",
    "the file is truncated: its end is missing; get a complete copy",
    "the file is damaged; get a fresh copy",
    "there is no such file any more",
    "cannot be read: {0}",
    "not a regular file but {0}",
    "a folder",
    "a pipe",
    "a socket",
    "a device",
    "something else",
    "not a picture of a known kind ({0})",
    "the file is damaged, or of a kind that is not supported; save it anew as PNG or JPEG",
    "a PNG packed for iPhone programs, which cannot be read; save it as a usual PNG",
    "a big-endian BigTIFF, which cannot be read; save it as a usual TIFF",
    "compressed as {0}, which cannot be read from TIFF; save it with LZW or Deflate",
    "its levels are floating-point numbers, which is more than 8 bits per channel; convert it to 8 bits",
    "it has signed levels, which can be below zero; convert it to unsigned levels of 8 bits",
    "pictures with more than 8 bits per channel are not supported yet; convert it to 8 bits",
    "it has a channel of no stated meaning, which would be lost; save it without",
    "its channels have fewer than 8 bits, which are read wrongly from this kind; save it as PNG",
    "its colours stand in a palette, which is read wrongly from JPEG 2000; save it as PNG",
    "its colours are held in a way that is read wrongly from this kind; save it as PNG",
    "a part of it is to be cut away when it is shown, which is not done here; save it as PNG",
    "animated or of several pages; save the page you want as a picture of its own",
    "{0} is read by {1}, which is not installed; install {2}",
    "{0} does not work here; install {1} anew",
    "too large: {0} x {1} is more than the limit of {2}",
    "too large: it would unpack to too many pixels",
    "too large for this computer's memory",
    "it is wholly transparent; choose another file in the step",
    "has transparency, which {0} cannot hold; choose png, webp or tiff, or a background colour",
    "{0} x {1} pixels cannot be written as {2}: it has at most {3} on a side; choose another format",
    "{0} x {1} pixels cannot be written as {2}",
    "it cannot be written as JPEG",
    "{0} would enlarge it to {1} × {2} pixels, more than the {3} allowed; let this step or an earlier one "
    "keep the size, or take smaller pictures",
)
DATASETS = (
    "there is no folder {0}; check the spelling, or create it",
    "{0} is not a folder; name the folder that holds the pictures",
    "the folder {0} cannot be read: {1}",
    "the folder cannot be read: {0}",
    "no images found in {0}; expected a folder with pictures ({1}) or with a sub-folder of pictures for each "
    "class",
    "{0} exists and is not an empty folder; name a new one",
    "{0} cannot be read: {1}",
    "{0} cannot be written: {1}",
    "a link that leads nowhere",
    "no picture in {0} can be used; {1}: {2}",
    "a link to a folder that is listed already",
    "the name is not valid UTF-8; rename it",
    "its name differs from another one only in its Unicode form",
)
PIPELINES = (
    "from {0} to {1}",
    "any of {0}",
    "files of the kinds {0}",
    "one file of the kinds {0}",
    "one of {0}",
    "true or false",
    "a pipeline has at most {0} steps, not {1}; take some out",
    "must be {0}, got {1}",
    "must be one of {0}, got {1}",
    "must be a number {0}, got {1}",
    "must be a whole number {0}, got {1}",
    "must be two numbers [low, high] {0}, got {1}",
    "must be a list with {0}, got {1}",
    "must be three or four whole numbers from 0 to 255, got {0}",
    "must lie {0}, got {1}",
    "must have its low end first, got [{0}, {1}]",
    "{0}: {1}",
    "{0}, {1}: {2}",
    "padding: must be an object with a mode and a fill, got {0}",
    "{0}: must be an object with a transform, got {1}",
    '{0}: has no "transform"',
    "{0}, id: must be a whole number from 1 to {1}, got {2}",
    "{0}, probability: must be a number from 0 to 1, got {1}",
    "{0}, enabled: must be true or false, got {1}",
    "{0}: unknown field {1}; allowed are {2}",
    "step {0}",
    "step {0} ({1})",
    "none",
    "unknown transform {0}; known are {1}",
    "two steps have the id {0}; every step needs its own",
    "there is no step with the id {0}",
    "the key {0} stands twice in one object",
    "{0} is not a number that a pipeline may hold",
    '"steps" must be a list, got {0}',
    '"augstudio" must be the version of the file format, got {0}',
    "the file has version {0}, this program knows {1}; please update AugStudio",
    "not a pipeline file: {0}",
    "it is nested too deeply",
    "not a regular file",
    'not a pipeline file: it has no "augstudio" version',
    "not a pipeline file: it is not UTF-8 text",
    "too large for a pipeline file",
    "cannot be written: {0}",
    "cannot be renamed: {0}",
    "cannot be deleted: {0}",
    "cannot be made: {0}",
    "there already is a preset named {0}; choose another name",
    "a preset needs a name; type one",
    "the preset named {0} cannot be read; choose another name, or delete it first",
    "must be a list of files, got {0}",
    "must be at most one file, got {0}",
    "must name files by path and sha256, got {0}",
    "the sha256 of a file has 64 hexadecimal digits, got {0}",
    "the file {0} is missing; put it back, or choose another one in the step",
    "the file {0} cannot be read: {1}",
    "{0} does not come with this program; choose another file in the step",
    "the file {0} is no longer the one that was chosen; put that one back, or choose this one again in the "
    "step",
    "the picture {0} cannot be used: {1}",
    "the model {0} cannot be used: {1}; choose another file in the step",
    "the model {0} cannot be used: {1}, or choose another file in the step",
    "the model {0} takes a second picture, whose style it follows; choose one in the step",
    'neural networks need onnxruntime, which is not installed; run: pip install "augstudio[models]"',
    "it is empty",
    "it is no ONNX file, or its end is missing",
    "it keeps its weights in another file; save it as a single file",
    "its bytes may be read in more than one way; save it again with the program that made it",
    "its operator {0} draws random numbers, so that no two runs give the same; export it for use, not for "
    "training",
    "its input {0} holds pictures of {1} pixels; expected sides of at least {2} and at most {3} "
    "pixels in all",
    "its output {0} holds pictures of {1} pixels; expected sides of at least {2} and at most {3} "
    "pixels in all",
    "it cannot be loaded: {0}",
    "there is not enough memory for it",
    "it would make {0} × {1} pixels of {2} × {3}, more than the {4} allowed",
    "it was made for a newer onnxruntime; update onnxruntime here",
    "onnxruntime does not know its operator {0}",
    "its operator {0} fails for a picture of {1} × {2} pixels",
    "it fails for a picture of {0} × {1} pixels",
    "it takes pictures of none of the sizes that were tried: {0}",
    "it gave no result within {0} s",
    "an earlier run of it has not come to its end yet",
    "trying it out did not end within {0} s",
    "the process that tried it out ended unexpectedly ({0})",
    "two runs of it on the same picture give different results",
    "a model cannot be tried out: {0}",
    "it takes {0} inputs; expected a picture, or a picture and a reference",
    "it has no output",
    "its input {0} holds {1}; expected pictures",
    "its output {0} holds {1}; expected pictures",
    "its input {0} has the shape {1}; expected pictures of three channels or of one",
    "its output {0} has the shape {1}; expected pictures of three channels or of one",
    "of a single number",
    "its result is no picture but has the shape {0}",
    "its results have another shape than the picture",
    "its results are no numbers; choose other values",
    "a preset's name has at most {0} characters, this has {1}",
    "a preset's name cannot hold line breaks or other characters that do not print",
)
EXPORTS = (
    "workers: must be at least 1, got {0}",
    "format: must be one of {0}, got {1}",
    "splits: must be any of {0}, got {1}",
    "background: must be a colour such as #ffffff, got {0}",
    "{0}: must be a whole number, got {1}",
    "{0}: must be a whole number from {1} to {2}, got {3}",
    "copies: must be at least 1 where no originals are written, got 0",
    "balance: must be off, max or a whole number from 1 to {0}, got {1}",
    "balance: only the train split can be balanced; let splits be train",
    "balance: there are no classes to be balanced; put the pictures of each class into a folder of its own",
    "balance: the class {0} has too few pictures for {1}: {2}, each with at most {3} copies; choose a target "
    "of at most {4}",
    "the dataset has no train and validation folders; if the export is divided later, copies of one picture "
    "can land on both sides and make validation look better than it is: divide the dataset first (train/, "
    "val/), or keep each picture and its copies together",
    "Hugging Face datasets takes these names for those of a split, and drops or mixes "
    "pictures: {0}; rename them",
    "Hugging Face datasets sees no split in {0} and would train on all of it; rename the folders to "
    "train, val and test in lower case",
    "no folder is the train split, so no picture is augmented unless that is asked for",
    "{0}, which are not exported",
    "{0}; labels are not moved with the pixels yet, so the copies would have wrong ones or none: --as "
    "image-folder exports the pictures alone",
    "the pictures have labels ({0}: {1})",
    "splits: {0}",
    "no splits",
    "classes from folders",
    "no classes",
    "only {0} augmented",
    "taken as classes: {0}",
    "not augmented: {0}",
    "pictures beside the folders are not augmented",
    "left out: {0}",
    "hidden pictures left out: {0}",
    "pictures left out because {0} is an export of this program: {1}",
    "pictures left out because {0} is a system's folder: {1}",
    "augmented copies left out, such as {0}: {1}",
    "the pictures in {0} are augmented copies; open the export itself, or say that copies shall be taken in",
    "must be FOLDER=ROLE, as dev=val, with a role of {0}; got {1}",
    "split_folders: must be any of {0}, got {1}",
    "classes: must be names of classes, got {0}",
    "split folders: there is no folder {0} in {1}",
    "classes: there is no class {0}; there are {1}",
    "kinds that are read, but not written, become PNG: {0}",
    "Keras reads no WebP and TIFF files and leaves them out silently; for it, choose PNG or JPEG",
    "Hugging Face datasets takes the innermost folder for the class, other programs the outermost: {0}",
    "pictures outside the class folders take all labels away in Hugging Face datasets: {0}",
    "classes without pictures in {0}: {1}; torchvision numbers classes in each split by "
    "itself, so give all splits the class_to_idx of one that has all classes",
    "Hugging Face datasets gives no labels to the pictures of a train split with a single class: {0}",
    "Keras reads no PPM and PGM files and leaves them out silently: {0}; for it, choose PNG or JPEG",
    "torchvision, Keras and Ultralytics leave out files that end in .jfif or .jpe silently: {0}; "
    "rename them to .jpg, or choose JPEG",
    "the manifest changed since the export was opened; open it again",
    "its source {0} changed since the export",
    "its source {0} is missing in {1}",
    "the folder of the pictures that it was made from is not known; choose it",
    "the source is not the file it was made from",
    "the pixels are not those of the manifest",
    "the file is not the one that was exported",
    "the line is damaged",
    "a copy of it might replace {0}; rename one of them",
    "the output {0} is a file; name a folder",
    "the output folder {0} is the dataset or lies inside it; choose another one",
    "the output folder {0} has the dataset inside it; choose another one",
    "the output folder {0} holds other files, such as {1}; choose a new or empty one",
    "the dataset's link {0} leads to the output folder {1} or to one around it; choose another output "
    "folder, or remove the link",
    "the output folder {0} cannot be used: {1}",
    "it is a link, and an export makes none; remove the link, or choose another folder",
    "it is no file of this export, but has another name elsewhere or is a pipe or a device",
    "{0} is not a lock of an export; rename it, or choose another folder",
    "the output folder {0} holds another export: {1}; choose another folder, or delete this one",
    "its {0} is not one of this program's",
    "it was made with another pipeline",
    "its dataset was another one (none of its pictures is in this one)",
    "the output folder holds an export of this dataset as it was, or of another one: of {0} in it, 1 picture "
    "is not in this dataset, and what was written of it will be removed",
    "the output folder holds an export of this dataset as it was, or of another one: of {0} in it, {1} "
    "pictures are not in this dataset, and what was written of them will be removed",
    "the output folder holds an export of another picture under the same name, as 1 of {0} looked at shows; "
    "what was written of it will be replaced",
    "the output folder holds an export of other pictures under the same names, as {0} of {1} looked at show; "
    "what was written of them will be replaced",
    "another {0}",
    "its {0} is {1}, not {2}",
    "{0} cannot be read ({1}); choose another output folder",
    "it is not JSON",
    "{0} is not a folder; name another output folder",
    "no permission to write in {0}; choose another output folder",
    "cannot write: {0}; the same export goes on once this is solved",
    "cannot write {0}: {1}; the same export goes on once this is solved",
    "the worker processes keep ending unexpectedly; try again with one worker",
    "Python was started with -E, under which its processes would run files from the current folder; "
    "start it with -P as well, or use one worker",
    "its worker process ended unexpectedly, twice",
    "{0} was changed by something else while the export ran; export again: what is missing then is made anew",
    "its process ended unexpectedly; export again to go on where it stopped",
    "it hung instead of stopping, and was ended; export again to go on where it stopped",
    "nothing came of it for {0} s, so it was given up; export again to try it once more, with a longer "
    "timeout if it only takes long",
    "{0}: must be above 0, got {1}",
    "an export keeps a file of its own under the name {0}; rename the dataset's folder",
    "the name of its output would be longer than {0} bytes; shorten it",
    "its output {0} would replace that of {1}; rename one of them",
    "it was changed after the export wrote it, and stays as it is; move it away, or let edited files be "
    "replaced, and export again",
    "it was changed after the export wrote it, so it was not removed with the others",
    "the line of the records that names it was changed, so it stays; move it away if it is not needed",
    "it is not exported any more, so its outputs were removed",
    "the export does not write it any more, but it was changed after the export wrote it, so it stays; "
    "move it away if it is not needed",
    "its output {0} is there already and was not written by this export; move it away, or let edited files "
    "be replaced, and export again",
    "its output {0} cannot be written: something that is no file is in its place; move it away",
    "its output {0} cannot be written: {1} is no folder; move it away, and export again",
    "its output {0} cannot be written: {1}; see to that place, and export again",
    "another disk or folder is mounted there",
    "it is no file, but a folder, a pipe or a device",
    "the output folder {0} is the dataset's folder {1} under another name, or lies inside it; choose another "
    "one",
    "{0} in the output folder is the dataset's folder {1} under another name; unmount it there, or choose "
    "another output folder",
    "the output folder {0} lies inside the export in {1}; choose one outside it",
    "{0}; {1}, which was written before, cannot be removed: {2}",
    "{0}; {1}, which this export did not write, stays",
    "it cannot be removed: {0}",
    "{0} is not what an export keeps under this name, but something else; move it away, or choose another "
    "folder",
    "{0} is not the file that the pipeline uses any more; move it away, or let edited files be replaced",
    "{0} is not an export: there is no {1} in it",
    "the export in {0} is not finished; run the same export again, it goes on",
    "{0} has 1 line; there is no line {1}",
    "{0} has {1} lines; there is no line {2}",
    "1 picture disappeared while the export ran; export again",
    "{0} pictures disappeared while the export ran; export again",
    "{0} is no line of a manifest; give the whole line, or FILE:NUMBER",
    "line {0} of {1} is damaged",
    "the draw {0} is of no step of this pipeline; name the pipeline that drew it",
    "the draws are incomplete or damaged: {0}",
    "the draws are damaged: {0} is {1}",
)
SYSTEM = (
    "No such file or directory",
    "Permission denied",
    "Operation not permitted",
    "Input/output error",
    "No space left on device",
    "Disk quota exceeded",
    "File exists",
    "Is a directory",
    "Not a directory",
    "Read-only file system",
    "File name too long",
    "Too many open files",
    "Too many levels of symbolic links",
)
REASONS = (*PICTURES, *DATASETS, *PIPELINES, *EXPORTS, *SYSTEM)
"""Every wording that may reach a window."""

_HOLE = re.compile(r"\{\d\}")


def explained(reason: object) -> str:
    """A reason, or an error with one, in the user's language."""
    text = str(reason)
    for source, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            translated = QCoreApplication.translate("Reasons", source)
            return translated.format(*(explained(part) for part in found.groups()))
    return text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """All wordings as patterns, those that say most first: a shorter one may fit the same text."""
    ordered = sorted(REASONS, key=lambda source: -len(_HOLE.sub("", source)))
    return tuple((source, re.compile(_pattern(source), re.DOTALL)) for source in ordered)


def _pattern(source: str) -> str:
    return "(.+?)".join(re.escape(part) for part in _HOLE.split(source))


def sentence(reason: str) -> str:
    """A reason that stands alone."""
    return f"{reason[:1].upper()}{reason[1:]}"
