//! The document model (văn bản): a finished value that becomes DOCX, PDF or HTML.
