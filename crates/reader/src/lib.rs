//! What a plan's text says, with spans, warnings and what was ignored.
