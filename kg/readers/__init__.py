"""Files to records, one module an origin."""
