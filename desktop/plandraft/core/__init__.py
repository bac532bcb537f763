"""Pure values and functions: no I/O, no clock, no globals, no Qt."""
