"""A neural network of the user's own."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Final

from augstudio.core.draws import Draw
from augstudio.core.image import Image, Size, size_of
from augstudio.core.parameters import Choice, Files, Range, Slider, Toggle
from augstudio.core.randomness import Stream
from augstudio.core.reference import Reference
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, View
from augstudio.images.suffixes import ALL_SUFFIXES
from augstudio.kernels.alpha.counting import nothing_visible
from augstudio.kernels.networks.values import AUTOMATIC
from augstudio.transforms.model_files import model_file
from augstudio.transforms.reference_images import reference_picture

WINTER: Final = Reference(
    "shipped:models/winter.onnx", "8d9fbb79c3ce197ca1cafcd431e372d131debb955637f71d68fb47b6ae9dd864"
)
"""The network that comes with the program, which turns summer to winter."""

_TILES: Final = "tiles"
# How large a network sees a draft, as a share of its longer side.
_DRAFT_SHARE: Final = 0.75


_STRENGTH: Final = Slider(
    0, 1, step=0.01, unit="%", shown_as=100, help="How far to go; 0 leaves the picture."
)


class ImageModelDraw(Draw):
    """The strength."""

    strength: Annotated[float, _STRENGTH.drawn]


class ImageModel(Pixel[ImageModelDraw]):
    """Pass the picture through a neural network in an ONNX file, such as a CycleGAN or style network."""

    NAME = "image_model"
    TITLE = "Image model"
    FACTOR = "2-4x"
    GROUP = "Style"
    NEUTRAL: ClassVar[Mapping[str, Any] | None] = {"strength_range": (0, 0)}
    COSTLY: ClassVar[bool] = True

    model: Annotated[
        tuple[Reference, ...],
        Files(
            (".onnx",),
            several=False,
            shipped="models",
            help="The network as an ONNX file. The one that comes with the program, winter, was trained on "
            "free photographs and what the step Season makes of them. Without a file the picture stays.",
        ),
    ] = (WINTER,)
    style: Annotated[
        tuple[Reference, ...],
        Files(
            ALL_SUFFIXES,
            several=False,
            shipped="gallery",
            optional=True,
            label="Reference picture",
            help="For networks with a second input: the picture whose style they follow.",
        ),
    ] = ()
    values: Annotated[
        str,
        Choice(
            {
                AUTOMATIC: "Automatic",
                "cyclegan": "CycleGAN: RGB, −1 to 1",
                "unit": "RGB, 0 to 1",
                "fast_neural_style": "Fast neural style: RGB, 0 to 255",
                "imagenet": "ImageNet: RGB, mean and std",
                "imagenet_unit": "ImageNet in, RGB 0 to 1 out",
                "cartoongan": "CartoonGAN: BGR, −1 to 1",
                "caffe": "Caffe: BGR, 0 to 255 less the mean",
            },
            help="What numbers the network takes and gives; automatic finds the range by a trial, but not "
            "the order of the colours.",
        ),
    ] = AUTOMATIC
    side: Annotated[
        str,
        Choice(
            {
                "256": "Reduced to 256 px",
                "512": "Reduced to 512 px",
                "1024": "Reduced to 1024 px",
                _TILES: "Full size, in tiles",
            },
            label="Large pictures",
            help="Longer side at which the network sees a large picture; tiles take longer, and with some "
            "networks differ from each other in tone.",
        ),
    ] = "512"
    keep_detail: Annotated[
        bool,
        Toggle(help="Give a picture that was reduced for the network its own fine detail back."),
    ] = True
    strength_range: Annotated[Range, _STRENGTH] = Range(0.6, 1)

    def prepare(self) -> None:
        """Load the network and see whether it has all that it takes.

        Raises:
            PipelineError: It cannot be used, or the reference picture cannot.
        """
        from augstudio.kernels.networks.image_model import ready

        style = self._style
        if self.model:
            ready(model_file(self.model[0]), style)

    def extra_bytes(self, size: Size) -> int:
        """What the network takes, as its trial showed."""
        from augstudio.kernels.networks.image_model import run_bytes

        if not self.model:
            return 0
        return run_bytes(model_file(self.model[0]), self._style, self._side, size)

    def version_info(self) -> Mapping[str, str]:
        """The version of what runs the network."""
        from augstudio.kernels.networks.network import runtime_version

        return {"onnxruntime": runtime_version()} if self.model else {}

    def draw(self, stream: Stream, size: Size) -> ImageModelDraw:
        """Draw the strength."""
        return ImageModelDraw(strength=stream.uniform(*self.strength_range))

    def apply(self, image: Image, draw: ImageModelDraw, view: View) -> Image:
        """Run the network and mix its result in; a draft runs it on fewer pixels.

        Raises:
            PipelineError: A file is missing, or is no network that can be used.
        """
        from augstudio.kernels.networks.image_model import mixed_in, through_network

        strength = draw.strength
        if not self.model or strength == 0 or nothing_visible(image):
            return image.copy()
        model = model_file(self.model[0])
        side = self._side if view.scale == 1 else self._draft_side(size_of(image))
        made = through_network(image, model, self._style, self.values, side, self.keep_detail)
        return mixed_in(image, made, strength)

    def needs(self, part: Region, draw: ImageModelDraw, view: View) -> Region:
        """The whole picture: the network may look at all of it."""
        return view.frame

    @property
    def _side(self) -> int | None:
        return None if self.side == _TILES else int(self.side)

    def _draft_side(self, size: Size) -> int:
        side = max(1, round(max(size) * _DRAFT_SHARE))
        return min(self._side or side, side)

    @property
    def _style(self) -> Image | None:
        return reference_picture(self.style[0]) if self.style else None
