"""The language server: what an editor asks while an engagement is written, answered by the model's declarations.

`server` is the only door to the library; one file answers one kind of question. Positions inside are those of the rest
of the toolkit (`Span`, counted in code points from 1): what an editor counts otherwise is converted at the door.
"""
