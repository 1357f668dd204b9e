"""Writing a model: every change of its files is proposed, proved, shown, and then written whole or not at all."""
