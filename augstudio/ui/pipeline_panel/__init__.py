"""The pipeline to the right: padding, and a card for every step with editors made from its declaration."""
