"""The colours of charts, wherever they are drawn."""

from __future__ import annotations

COLORS = ("1F4E79", "C8702A", "8FAADC", "5B7F3B", "BFBFBF", "7B4F8E", "E3B23C", "3E8E8A", "9E2A2B", "404040")
"""Neighbours differ in lightness too, for those who print in black and those who do not see red and green."""
