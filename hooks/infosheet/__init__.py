"""The domain of infosheet: medicines, regimens, words and checks, without MkDocs."""
