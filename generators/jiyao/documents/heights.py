"""Drawings whose height a document decides.

Office staff cannot write a tag into the height of a shape: it is an attribute, and Word's dialogue takes a number.
So the name of the shape, which the selection pane shows and lets them change, says which field its height is.
"""

from __future__ import annotations

import re

_SHAPE = re.compile(
    r"""
    (?P<extent> <wp:extent\b [^>]* \b cy= ) (?P<quote>["']) \d+ (?P=quote)
    (?P<between> (?: (?! <wp:extent\b | <wp:docPr\b ) . )*
                 <wp:docPr\b (?= [^>]* \b name= ["'] height: (?P<field> [a-z][a-z0-9_]* ) ["'] ) [^>]* >
                 (?: (?! <wp:docPr\b | <w:t\b | <a:ext\b [^>]* \b cy= ) . )*
                 <a:ext\b [^>]* \b cy= ) (?P<second>["']) \d+ (?P=second)
    """,
    re.DOTALL | re.VERBOSE,
)


def with_heights(xml: str) -> str:
    """The source of a part in which each shape named `height:FIELD` is as high as the field, in EMU, says.

    A shape has its height twice, for the text around it and for itself; both become `{{ FIELD }}`. For use before
    docxtpl's clean-up. All else, shapes of other names included, stays as it is.
    """
    return _SHAPE.sub(r'\g<extent>"{{ \g<field> }}"\g<between>"{{ \g<field> }}"', xml)
