"""Read users' files into documents."""
