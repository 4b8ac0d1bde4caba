"""Minutes and all that follows from them, out of one record of a meeting; `docs/ARCHITECTURE.md` shows the way."""
