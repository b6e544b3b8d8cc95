"""Datasets of Label Studio: pictures and one JSON file of tasks."""
