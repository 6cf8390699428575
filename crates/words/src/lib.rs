//! Vietnamese and English words of everything that is not a page.
