//! The document model out as PDF.
