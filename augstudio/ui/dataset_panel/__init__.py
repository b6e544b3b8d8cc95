"""The dataset to the left: lazy thumbnails, search, class and split."""
