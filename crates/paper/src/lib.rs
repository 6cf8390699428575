//! Files in as Source; the document model out as DOCX.
