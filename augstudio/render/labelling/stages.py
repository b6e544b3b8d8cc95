"""Pieces and maps through a stage that moves pixels."""

from __future__ import annotations

from augstudio.core.image import Size
from augstudio.core.padding import PaddingMode
from augstudio.render.labelling.maps import Maps
from augstudio.render.labelling.moving import moved, repeated
from augstudio.render.labelling.pieces import Pieces
from augstudio.render.labelling.tiles import tiles_seen
from augstudio.render.labelling.ways import way_of
from augstudio.render.resolve import Remapping, Resampling


def passed(
    pieces: Pieces,
    maps: Maps,
    stage: Resampling | Remapping,
    mode: PaddingMode,
    *,
    ellipses: bool,
    reduced: Size | None = None,
) -> tuple[Pieces, Maps]:
    """The pieces and maps of a stage's result.

    Args:
        pieces: What enters the stage.
        maps: The maps of the same picture.
        stage: The stage.
        mode: The padding mode.
        ellipses: Whether those in boxes are followed, too.
        reduced: Which size the maps shall have instead of the result's; for drafts.
    """
    way = way_of(stage)
    tiles = tiles_seen(mode, way.source, way.window)
    copies = repeated(pieces, way, tiles, ellipses=ellipses)
    after = maps.moved(stage, mode, tiles, copies, reduced)
    return after.settled(moved(copies.pieces, way, ellipses=ellipses), copies, maps, way), after
