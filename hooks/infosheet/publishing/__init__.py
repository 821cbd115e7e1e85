"""What becomes of built pages: search, sitemap, whole sheets, host files, the swap."""
