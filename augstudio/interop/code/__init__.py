"""Pipelines as code: complete scripts for other libraries."""
