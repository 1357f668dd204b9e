"""``python -m sevenstep`` does what ``sevenstep`` does."""

from sevenstep.cli.app import main

main()
