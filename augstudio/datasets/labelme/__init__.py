"""Datasets of LabelMe: pictures, each with a JSON file beside it."""
