"""The one place that makes XML: https://www.w3.org/TR/xml/ (1.0, fifth edition)."""

import re
from xml.etree.ElementTree import Element, indent, tostring

from sevenstep.source.characters import named

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(root: Element) -> str:
    """The document of `root`, indented, with a newline at the end.

    The reader lets no character into a model that XML forbids; a message can still quote one (a file name, the text of
    a crash), and then it is named. A carriage return is escaped, or it would be read back as a newline.
    """
    indent(root)
    text = tostring(root, encoding="unicode").replace("\r", "&#13;")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _NOT_IN_XML.sub(lambda match: named(match[0]), text) + "\n"
