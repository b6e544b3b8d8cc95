"""Labels on their way through the stages of a picture: pieces of instances, and maps."""
