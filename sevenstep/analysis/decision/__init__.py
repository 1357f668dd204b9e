"""Decisions: which options meet what they have to, and how those rank."""
