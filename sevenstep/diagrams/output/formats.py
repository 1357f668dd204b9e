"""The formats of pictures as files, a row for each, by the word that a person asks for.

The module of a row has ``files(scenes, engine, font)``, which gives each scene as a file, in the order given.
"""

from sevenstep.output.format import Format


class PictureFormat(Format):
    """What a picture can be written as."""

    SVG = "svg", "sevenstep.diagrams.output.as_svg"
    DOT = "dot", "sevenstep.diagrams.output.as_dot"
    PNG = "png", "sevenstep.diagrams.output.as_png"
