//! The product in a real browser, found by visible names.
