"""From (pipeline, picture, seed, copy) to pixels: a pure function in two halves.

:func:`~augstudio.render.resolve.resolve` draws every step and fuses neighbouring geometric steps; what it
gives is small, frozen and says exactly what will happen. :func:`~augstudio.render.pixels.render` makes the
pixels.
"""
