"""Outputs packed into shards: tar files that readers of WebDataset take as they are."""
