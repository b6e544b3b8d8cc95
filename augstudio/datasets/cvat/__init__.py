"""Datasets of CVAT: pictures and one XML file, in the format "CVAT for images 1.1"."""
