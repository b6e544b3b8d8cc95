"""Datasets in COCO's JSON: pictures, categories and annotations in one file for each split, or for all."""
