"""The ontologies as pages for people, made with pyLODE."""
