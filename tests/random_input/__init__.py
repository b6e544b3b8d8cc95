"""Real input at random for the real window: clicks, drags, keys, drops; nothing may break, hang or lie."""
