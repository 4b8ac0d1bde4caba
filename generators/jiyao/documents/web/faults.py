"""What can be wrong with a template of a web page, beside what is wrong with a tag: family T, 3xx."""

from __future__ import annotations

from jiyao.documents.filling.faults import Spot
from jiyao.problems import Binding, Finding, Message, Place, message, problem


@problem("T301", "file")
def not_utf8(file: str) -> Finding:
    """A template of a web page is a text in UTF-8, and this file is none.

    Old editors save Chinese in GB18030. Save the file again and choose UTF-8.
    """
    return Finding(Place(file), message("this template is no text in UTF-8"), message("save it as UTF-8"))


@problem("T302", "safety", binding=Binding.SAFETY)
def no_policy(file: str) -> Finding:
    """The page would be without a content policy (Content-Security-Policy).

    The policy lets the page's own style and script work, and nothing else: nothing is fetched, and no script runs that
    came in with a text. The program works it out; the template prints it at the top of its head.
    Right: <meta http-equiv="Content-Security-Policy" content="{{ policy }}">.
    """
    return Finding(
        Place(file),
        message("this template does not print `{{ policy }}` in a meta tag"),
        message('put <meta http-equiv="Content-Security-Policy" content="{{ policy }}"> at the top of the head'),
    )


@problem("T303", "safety", binding=Binding.SAFETY)
def tag_in_code(spot: Spot) -> Finding:
    """A tag stands inside a script or a style, where the text of a record could become a command.

    A script and a style are the same on every page: the content policy knows them by their hash. Let the template
    choose a class or an attribute instead, and the style look at that.
    Right: <article class="{{ language }}">. Wrong: <style>p { color: {{ color }} }</style>.
    """
    return Finding(
        spot.place,
        message("a tag cannot stand in a script or a style: {around}", around=spot.around),
        message("print it as an attribute or as text, and let the script or the style look there"),
    )


@problem("T305", "safety", binding=Binding.SAFETY)
def unquoted(spot: Spot) -> Finding:
    """A tag prints the value of an attribute, and there are no quotes around it.

    A blank in a text would end the value, and what follows would become attributes of its own.
    Right: <img alt="{{ block.photo.alt }}">. Wrong: <img alt={{ block.photo.alt }}>.
    """
    return Finding(
        spot.place,
        message("the value that is printed here needs quotes around it: {around}", around=spot.around),
        message('write name="{{ … }}"'),
    )


@problem("T304", "safety", binding=Binding.SAFETY)
def against_policy(spot: Spot, what: Message) -> Finding:
    """The template holds something that the content policy of the page forbids, so it could never work.

    A page of ours is one file that fetches nothing: style and script stand in it, and pictures come as
    `{{ block.photo.source }}`. Handlers such as `onclick` are refused with everything else that a text could bring in:
    listen in the script.
    """
    return Finding(
        spot.place,
        message("{what} cannot work in a page that fetches nothing: {around}", what=what, around=spot.around),
        message("put style and script into the template itself, and listen to events in the script"),
    )
