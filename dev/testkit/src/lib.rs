//! The little union everyone knows, builders, a fixed clock, both databases.
