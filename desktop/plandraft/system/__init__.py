"""The machine around the program: folders, settings, files, messages, diagnostics."""
