"""Stateless functions on arrays: the only place with OpenCV's image maths."""
