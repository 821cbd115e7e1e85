"""A medicine and its regimen: doses, durations and civil dates."""
