"""Laying out a file in one way: order, spacing, quotes; every comment stays at what it stands by."""
