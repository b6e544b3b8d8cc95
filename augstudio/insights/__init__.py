"""What is said of a dataset and a pipeline beside pictures: what makes no sense, what leaks, what pays."""
