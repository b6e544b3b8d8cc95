"""Folders of pictures with ``metadata.jsonl`` or ``metadata.csv``, as Hugging Face datasets reads them."""
