"""Masks: a picture of numbers or colours for each picture, in a folder beside."""
