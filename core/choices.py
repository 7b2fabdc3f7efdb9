"""The words that users choose between. They stand here by themselves, so that offering them costs nothing at start."""

LANGUAGES = ("nb", "nn", "en")
# The first is the usual one.
UNIT_KEYS = ("kommune", "fylke", "fylkesgrense", "kommunegrense", "delomrade", "grunnkrets", "bydel")
COASTS = ("sea", "coast")  # as registered, to the territorial limit; without the sea

# What recoding does with a code that was split, and what it says of each row: what a reader must look at comes first.
ON_SPLIT = ("empty", "keep")
STATUSES = ("split", "unknown", "ended", "merged", "renumbered", "renamed", "unchanged")

# Columns of klasskart:opendata, and of a list of data sets that is saved.
OPEN_DATA_COLUMNS = (
    "title", "publisher", "kommune", "catalogues", "kind", "url", "licence", "updated", "identifier", "why_not",
)  # fmt: skip
