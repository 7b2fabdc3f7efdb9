"""The algorithms of the Processing provider: parameters in, the same functions as the dock, layers out."""
