"""Properties by which layers say that they are ours; who only asks need not load what the work on them needs."""

from __future__ import annotations

BOUNDARIES = "klasskart/boundaries"  # where boundaries came from, see `origins`
CODES = "klasskart/codes"  # tables of codes: they are no figures of the user's
JOIN = "klasskart/join"  # tables that live joins go through: what was joined
