//! Numbers as Vietnamese write them (con số): read exactly, never through floats.
