"""What a pipeline does to one picture, for window and command line: requests, rendering, measures."""
