"""How winter, autumn, summer and night paint a photograph.

Each look works in two stages. ``maps`` decides in a small copy of the whole picture what is where: it adds up
evidence, each piece a map from 0 to 1 (how much this looks like plants, how flat it is, how far away), with
weights that were tuned by eye on the sample photographs. ``paint`` then works at full size, some rows at a
time, from the enlarged maps and the pixel's own light, so that fine detail is the photograph's. Edges come
from one trick: a map that shall follow the picture's outlines is kept as a factor of the pixel's light and a
constant (``factor`` and ``lying`` in winter), because a straight line in light, fitted in a neighbourhood, is
sharp where the picture is sharp. In winter, snow lies where that sum, ``light * factor + lying``, is above
zero: each term of ``lying`` is one reason for snow to stay (plants, flat ground, ledges, the random patches)
or to slide off (water, a scene that seems to be indoors).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from augstudio.core.arrays import Float32Array
from augstudio.core.randomness import noise_bytes
from augstudio.core.region import Region
from augstudio.kernels.colour.pixelwise import LUMA
from augstudio.kernels.noise.fractal import Pattern, fractal
from augstudio.kernels.weather.scene import WORKING_SIDE, Scene, follow, ramp, smoothed_mask
from augstudio.kernels.weather.season import Colours, Look, Maps

_Colour = tuple[float, float, float]


def _blend(colours: Colours, others: Colours, share: Float32Array | float) -> Colours:
    red, green, blue = (one + share * (other - one) for one, other in zip(colours, others, strict=True))
    return red, green, blue


def _toned(
    colours: Colours, light: Float32Array, colourful: float | Float32Array, tint: tuple[float, float, float]
) -> Colours:
    """Colours nearer to grey (or farther), then multiplied by a tint."""
    red, green, blue = (
        (light + colourful * (plane - light)) * np.float32(part)
        for plane, part in zip(colours, tint, strict=True)
    )
    return red, green, blue


def _pattern(scene: Scene, noise_seed: int, lane: int, cells: float, octaves: int) -> Float32Array:
    whole = Region.whole(scene.size)
    return fractal(noise_seed, lane, whole, scene.size, Pattern(cells, octaves))


def _bright(scene: Scene) -> float:
    """The luma that a tenth of what is not sky exceeds."""
    seen = scene.light[scene.sky < 0.5]
    counts = np.bincount((seen if seen.size else scene.light.ravel()).astype(np.int64), minlength=256)
    # Never 0, where nine of ten are black: shares of it are compared with.
    return max(1.0, float(np.searchsorted(np.cumsum(counts), 0.9 * np.sum(counts))))


class Winter(Look):
    """Snow on the ground, on plants and on ledges; a pale sky and cold colours elsewhere."""

    def share(self, strength: float) -> float:
        """Snow covers more with strength, but what it covers is covered."""
        return min(1.0, 2 * strength)

    def maps(self, scene: Scene, strength: float, noise_seed: int) -> Maps:
        """Where snow lies, how it is lit, and the sky."""
        flat = 1 - ramp(scene.spread, 8, 40)
        plants = smoothed_mask(scene.plants, max(1, scene.reach // 3))
        bright = _bright(scene)
        ground = 1 - ramp(scene.spread, 6, 28)
        ground *= ramp(scene.mean, 0.15 * bright, 0.4 * bright)
        ground *= np.float32(scene.wide) * (1 - ramp(scene.depth, 0.6, 1.2))
        patches = _pattern(scene, noise_seed, 0, 5, 5) - np.float32(0.5)
        lying = np.float32(-0.9) + np.maximum(plants * (np.float32(0.9) + flat), np.float32(1.35) * ground)
        lying += np.float32(1.6) * scene.ledge + np.float32(1.2) * patches
        lying += np.float32(2.4 * (strength - 1) + 3 * (scene.outdoors - 1)) - np.float32(4) * scene.water
        # What is out of focus is dusted evenly instead of in patches.
        dusted = np.maximum(np.float32(0.6 * scene.outdoors) * plants, np.float32(1.2) * ground)
        dusted = np.float32(strength) * dusted - np.float32(0.5) - scene.water
        lying = dusted + scene.sharp * (lying - dusted)
        factor = scene.sharp / (scene.spread + np.float32(9))
        lit = (scene.mean * np.float32(1 / max(40.0, bright))).clip(0, 1)
        return {
            "factor": factor,
            "lying": lying - scene.mean * factor,
            "mean": scene.mean,
            "faded": np.float32(0.3) * plants,
            "lit": np.sqrt(lit),
            **_sky_maps(scene, scene.outdoors),
            "mist": ramp(scene.depth, 0.5, 1) * np.float32(0.3 * scene.outdoors),
        }

    def paint(self, colours: Colours, light: Float32Array, maps: Maps) -> Colours:
        """White where snow lies, cold elsewhere."""
        snow = ramp(light * maps["factor"] + maps["lying"], -0.5, 0.6)
        sky = _sky_share(light, maps)
        cold = _toned(colours, light, np.float32(0.6) - maps["faded"], (0.95, 0.99, 1.05))
        cold = _blend(cold, _plain((214, 220, 228)), maps["mist"])
        white = np.float32(158) + np.float32(88) * maps["lit"] + np.float32(0.4) * (light - maps["mean"])
        shade = (np.float32(1) - (white - np.float32(130)) * np.float32(1 / 115)).clip(0, 1)
        snowy = (white - np.float32(24) * shade, white - np.float32(8) * shade, white + np.float32(4))
        grey = np.float32(0.5) * light + np.float32(120)
        over = _toned(colours, light, 0.35, (1, 1, 1))
        over = _blend(over, (grey - 4, grey, grey + 6), 0.6)
        return _blend(_blend(cold, snowy, snow), over, sky)


class Autumn(Look):
    """Yellow, orange and red leaves in patches, browner grass, a low warm light."""

    _LEAVES: Final = ((236, 186, 40), (222, 116, 26), (160, 54, 30))
    _GRASS: Final = (172, 150, 62)

    def maps(self, scene: Scene, strength: float, noise_seed: int) -> Maps:
        """Where plants are, which of them are trees, and the colours of their leaves."""
        patches = _pattern(scene, noise_seed, 0, 6, 4)
        turned = smoothed_mask(scene.plants, scene.reach // 2)
        return {
            "plants": turned * np.float32(min(1.0, 1.2 * strength)),
            "trees": smoothed_mask(ramp(scene.spread, 10, 26), scene.reach),
            "hue": ramp(patches, 0.25, 0.75),
            "tone": _pattern(scene, noise_seed, 1, 9, 3),
        }

    def paint(self, colours: Colours, light: Float32Array, maps: Maps) -> Colours:
        """Leaves and grass in their colours, the rest in a warmer light."""
        warm = _toned(colours, light, 1.05, (1.06, 1.0, 0.9))
        yellow, orange, red = (_plain(colour) for colour in self._LEAVES)
        leaves = _blend(yellow, orange, ramp(maps["hue"], 0, 0.6))
        leaves = _blend(leaves, red, ramp(maps["hue"], 0.55, 1) * maps["tone"])
        colour = _blend(_plain(self._GRASS), leaves, maps["trees"])
        share = _greenness(colours) * maps["plants"] * (np.float32(0.75) + np.float32(0.2) * maps["trees"])
        return _blend(warm, _lit_like(colour, np.float32(1.06) * light), share)


class Summer(Look):
    """Fresh green where plants are dry or brown, a blue sky with light clouds, strong light and colours."""

    def maps(self, scene: Scene, strength: float, noise_seed: int) -> Maps:
        """Where plants may be, and the sky with its clouds."""
        # What is brown counts as dry plants where others are not far.
        rough = smoothed_mask(ramp(scene.spread, 4, 10), scene.reach) * np.float32(scene.wide)
        rough *= ramp(smoothed_mask(scene.plants, max(scene.size) // 5), 0.02, 0.15)
        height = scene.light.shape[0]
        rows = np.arange(height, dtype=np.float32)[:, np.newaxis] * np.float32(1 / height)
        clouds = ramp(_pattern(scene, noise_seed, 0, 2.5, 5), 0.5, 0.8)
        return {
            "plants": smoothed_mask(scene.plants, scene.reach // 2),
            "rough": rough * (1 - scene.sky),
            **_sky_maps(scene, scene.wide),
            "low": np.broadcast_to(ramp(rows, 0, 0.8), scene.light.shape),
            "clouds": clouds,
        }

    def paint(self, colours: Colours, light: Float32Array, maps: Maps) -> Colours:
        """Greener, bluer and brighter."""
        bright = light + np.float32(0.12) * (light - np.float32(110)) + np.float32(6)
        lively = _toned(_lit_like(colours, bright), bright, 1.2, (1.03, 1.01, 0.95))
        green = _lit_like(_plain((104, 148, 44)), np.float32(1.05) * light)
        share = np.maximum(
            np.float32(0.5) * _greenness(colours) * maps["plants"],
            np.float32(0.85) * _brownness(colours) * maps["rough"],
        )
        lively = _blend(lively, green, share)
        blue = _blend(_plain((62, 128, 216)), _plain((172, 208, 242)), maps["low"])
        blue = _blend(blue, _plain((246, 248, 252)), np.float32(0.8) * maps["clouds"])
        sky = _sky_share(light, maps)
        sunny = _blend(colours, blue, np.float32(0.75) - np.float32(0.5) * ramp(light, 225, 255))
        return _blend(lively, sunny, sky)


class Night(Look):
    """Moonlight: dark, bluish and pale colours, a deep sky with stars."""

    _STARS: Final = 40

    def maps(self, scene: Scene, strength: float, noise_seed: int) -> Maps:
        """The sky, its gradient and its stars."""
        return {
            **_sky_maps(scene),
            "low": _down_the_sky(scene),
            "stars": self._stars(scene, noise_seed) * np.float32(min(1.0, max(0.0, strength - 0.3) / 0.6)),
        }

    def paint(self, colours: Colours, light: Float32Array, maps: Maps) -> Colours:
        """Darker the darker it was, with little colour but blue."""
        moonlit = light * (np.float32(0.22) + np.float32(0.0009) * light)
        sky = _sky_share(light, maps)
        ground = _toned(_lit_like(colours, moonlit), moonlit, 0.5, (0.72, 0.92, 1.4))
        cloud = np.float32(0.12) * (light - np.float32(150))
        deep = _blend(_plain((9, 14, 36)), _plain((34, 48, 84)), maps["low"])
        deep = _plus(deep, cloud + np.float32(190) * maps["stars"] * sky)
        return _blend(ground, deep, sky)

    def _stars(self, scene: Scene, noise_seed: int) -> Float32Array:
        """Points of light, one in some cells of a grid; nearly all faint."""
        height, width = scene.light.shape
        cell = max(width, height) / self._STARS
        rows, columns = int(height / cell) + 1, int(width / cell) + 1
        down, across, light = (
            noise_bytes(noise_seed, lane, Region(0, 0, columns, rows)) / np.float64(256) for lane in (2, 3, 4)
        )
        y = ((np.arange(rows)[:, np.newaxis] + down) * cell).astype(np.int64).clip(0, height - 1)
        x = ((np.arange(columns) + across) * cell).astype(np.int64).clip(0, width - 1)
        stars = np.zeros((height, width), np.float32)
        # In a small picture a pixel is a larger part of the sky.
        light = light * (max(width, height) / WORKING_SIDE)
        np.maximum.at(stars, (y.ravel(), x.ravel()), (light * light * light).ravel().astype(np.float32))
        return stars * (scene.sky > 0.5)


LOOKS: Final[Mapping[str, Look]] = {
    "winter": Winter(),
    "autumn": Autumn(),
    "summer": Summer(),
    "night": Night(),
}
"""The seasons by name."""


def _sky_maps(scene: Scene, sure: float = 1.0) -> Maps:
    """What :func:`_sky_share` needs: the mask that follows edges, and how light the sky is close by."""
    factor, constant = follow(scene.sky, scene.light, max(1, scene.reach // 2))
    near = smoothed_mask(scene.sky, scene.reach)
    level = smoothed_mask(scene.sky * scene.light * np.float32(1 / 255), scene.reach) * np.float32(255)
    return {
        "sky": factor,
        "sky_off": constant,
        "sky_near": ramp(near, 0.02, 0.2) * np.float32(sure),
        "sky_level": level / np.maximum(near, np.float32(0.02)),
    }


def _sky_share(light: Float32Array, maps: Maps) -> Float32Array:
    """How much of each pixel is sky: by the mask's edges, and where a bright sky is close by and as light."""
    edge = ramp(light * maps["sky"] + maps["sky_off"], 0.2, 0.8)
    level = np.maximum(maps["sky_level"], np.float32(1))
    alike = ramp(np.asarray(light / level, np.float32), 0.7, 0.92) * ramp(level, 140, 180)
    return np.asarray(np.maximum(edge, alike) * maps["sky_near"], np.float32)


def _down_the_sky(scene: Scene) -> Float32Array:
    """0 at the top edge, 1 at the lowest row where there is sky."""
    height = scene.light.shape[0]
    lowest = int(np.max(np.nonzero(np.max(scene.sky, axis=1) > 0.5)[0], initial=1))
    rows = np.arange(height, dtype=np.float32)[:, np.newaxis] * np.float32(1 / lowest)
    return np.asarray(np.broadcast_to(ramp(rows, 0, 1), scene.light.shape), np.float32)


def _plain(colour: _Colour) -> Colours:
    red, green, blue = (np.full((1, 1), level, np.float32) for level in colour)
    return red, green, blue


def _plus(colours: Colours, more: Float32Array) -> Colours:
    red, green, blue = (plane + more for plane in colours)
    return red, green, blue


def _lit_like(colours: Colours, light: Float32Array) -> Colours:
    """Colours made as light as something else, except that little light has little colour."""
    red, green, blue = colours
    own = np.float32(LUMA[0]) * red + np.float32(LUMA[1]) * green + np.float32(LUMA[2]) * blue
    factor = (light + np.float32(1)) / (own + np.float32(1))
    return red * factor, green * factor, blue * factor


def _greenness(colours: Colours) -> Float32Array:
    red, green, blue = colours
    total = red + green + blue + np.float32(30)
    return ramp((2 * green - red - blue) / total, 0, 0.1)


def _brownness(colours: Colours) -> Float32Array:
    """Ochre, orange and brown: between red and yellow, with little blue."""
    red, green, blue = colours
    total = red + green + blue + np.float32(30)
    warm = ramp((red - blue) / total, 0.06, 0.2) * (1 - ramp(total, 480, 620))
    return warm * ramp((green - blue) / (np.maximum(red - blue, 0) + np.float32(1)), 0.15, 0.4)
