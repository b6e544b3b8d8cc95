"""The same pipelines in other programs: in training loops."""
