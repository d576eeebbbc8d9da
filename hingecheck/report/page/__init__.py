"""The review page: one HTML file that opens offline and shows what was found, and where."""
