"""The words that users choose between. They stand here by themselves, so that offering them costs nothing at start."""

LANGUAGES = ("nb", "nn", "en")
UNIT_KEYS = ("kommune", "fylke", "fylkesgrense", "kommunegrense", "grunnkrets")  # the first is the usual one

# What recoding does with a code that was split, and what it says of each row: what a reader must look at comes first.
ON_SPLIT = ("empty", "keep")
STATUSES = ("split", "unknown", "ended", "merged", "renumbered", "renamed", "unchanged")
