"""Turn matches into what a reader of two plans looks at."""
