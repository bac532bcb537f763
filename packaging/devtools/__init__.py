"""The parts of dev.py: standard library only, importable without the package itself."""
