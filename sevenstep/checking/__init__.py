"""The engine of the check: which rules run, on what, what is made of what they find, and what is fixed."""
