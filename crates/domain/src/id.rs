//! Identities (định danh): 128 random bits each, one type per kind of thing.
