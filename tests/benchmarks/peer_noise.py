"""Pairs of transforms that chance has a part in: noise, and weather."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.peers import Pair, ours, ours_by_default, theirs_a, theirs_t

SIGMA = 10
LOUD = 0.2
SEED = 3
WEAKER = "theirs cuts the noise's fractions off, so it is weaker by 4 %"


def noise() -> list[Pair]:
    """Noise of the same strength on plain mid grey."""
    soft = ours("gaussian_noise", sigma=float(SIGMA), noise_seed=1)
    grey = ours("gaussian_noise", sigma=float(SIGMA), noise_seed=1, options={"per_channel": False})
    share = (SIGMA / 255, SIGMA / 255)
    return [
        Pair(
            theirs_a("GaussNoise", "std=10/255", std_range=share),
            soft,
            WEAKER,
        ),
        Pair(
            theirs_t("gaussian_noise", "sigma=10/255", sigma=share[0]),
            soft,
            WEAKER,
        ),
        Pair(
            theirs_a("GaussNoise", "std=10/255, per_channel=False", std_range=share, per_channel=False),
            grey,
            WEAKER,
        ),
        Pair(
            theirs_a("SaltAndPepper", amount=(0.02, 0.02), salt_vs_pepper=(0.5, 0.5)),
            ours("salt_and_pepper", amount=0.02, noise_seed=1),
        ),
        Pair(
            theirs_a(
                "MultiplicativeNoise", multiplier=(1 - LOUD, 1 + LOUD), elementwise=True, per_channel=True
            ),
            ours("speckle", sigma=LOUD / 3**0.5, noise_seed=1),
            "theirs is uniform and cuts fractions off (half a level darker), ours normal and rounded",
        ),
    ]


def related() -> list[Pair]:
    """What has no common definition: by picture only."""

    def pair(there: str, here: str, why: str, **options: Any) -> Pair:
        return Pair(theirs_a(there, **options), ours_by_default(here, SEED), why)

    return [
        pair("ElasticTransform", "elastic", "theirs blurs noise, ours is a spline", alpha=300, sigma=20),
        pair("GridDistortion", "grid_distortion", "theirs rounds cells to whole pixels"),
        pair("ShotNoise", "shot_noise", "theirs counts photons of linear light, ours of levels"),
        pair("ISONoise", "iso_noise", "theirs grows with the picture's contrast, ours with the light"),
        pair("RandomSnow", "snow", "theirs bleaches what is bright, ours lets flakes fall"),
        pair("RandomRain", "rain", "ours has near and far drops"),
        pair("RandomFog", "fog", "theirs is round puffs and a blur, ours thickens towards the horizon"),
        pair("RandomShadow", "shadow", "ours has soft edges"),
        pair("RandomSunFlare", "sun_flare", "both draw a sun and reflections on a line"),
        pair("CoarseDropout", "cutout", "defaults: theirs black, ours grey"),
    ]
