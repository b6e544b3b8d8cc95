"""Colours under alpha: weighed, counted, and hidden where nobody can see them."""
