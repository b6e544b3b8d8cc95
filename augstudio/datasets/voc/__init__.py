"""Datasets as those of the Pascal VOC challenges: pictures, an XML file for each, and lists of the splits."""
