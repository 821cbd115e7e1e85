"""The project that all files together are: languages, pages, words, translations."""
