"""The JSON Schema of engagement files: what an editor completes, explains and underlines while a file is written."""
