"""Datasets in the formats of YOLO: pictures, a text file of rows for each, and a file of their classes."""
