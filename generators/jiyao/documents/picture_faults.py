"""What can be wrong with a picture that a record names: family D, 3xx."""

from __future__ import annotations

from jiyao.problems import Binding, Finding, Message, Place, message, problem


@problem("D401", "picture", binding=Binding.SAFETY)
def outside_workspace(place: Place, file: str) -> Finding:
    """A picture lies outside the workspace, or is named by an address of the network.

    Only files of the workspace are published: those below the folder of `office.yaml`, or of the record where there is
    none. Give the path from the folder of the record, or from the folder of `office.yaml`, without `..`; a link that
    leads out of the workspace is refused like a path that does.
    Right: `file: 图片/会场.jpg`. Wrong: `file: ../会场.jpg`, `file: https://example.com/a.jpg`.
    """
    hint = message("copy the picture into the folder of the record, and write its name")
    return Finding(place, message("the picture {file} lies outside the workspace", file=file), hint)


@problem("D402", "picture")
def unread(place: Place, file: str, reason: Message) -> Finding:
    """A picture that the record names is not there, or cannot be read.

    It is looked for in the folder of the record, then in the folder of `office.yaml`. Large and small letters are
    different on most systems.
    """
    return Finding(place, message("the picture {file} cannot be read: {reason}", file=file, reason=reason))


@problem("D403", "picture")
def no_picture(place: Place, form: str) -> Finding:
    """A picture is neither JPEG nor PNG. What counts is what is in the file, not how its name ends.

    Every browser, Word and WPS show these two. Open the picture and save it as JPEG; a phone that takes HEIC can be
    set to take JPEG.
    """
    hint = message("open it in a picture program and save it as JPEG or PNG")
    if form:
        return Finding(place, message("this picture is {form}, not JPEG or PNG", form=form), hint)
    return Finding(place, message("this file is no JPEG or PNG picture"), hint)


@problem("D404", "picture", binding=Binding.SAFETY)
def too_many_bytes(place: Place) -> Finding:
    """A picture has more bytes than a photo of a meeting needs: over 20 MB.

    Save it smaller: 1600 pixels wide are shown, whatever it has.
    """
    said = message("this picture is larger than 20 MB")
    return Finding(place, said, message("save it smaller; 1600 pixels wide are shown"))


@problem("D405", "picture", binding=Binding.SAFETY)
def too_many_pixels(place: Place) -> Finding:
    """A picture has more than 50 million pixels. A small file can claim so many, and would fill the memory.

    Save it smaller: 1600 pixels wide are shown, whatever it has.
    """
    said = message("this picture has more than 50 million pixels")
    return Finding(place, said, message("save it smaller; 1600 pixels wide are shown"))


@problem("D406", "picture")
def damaged(place: Place) -> Finding:
    """A picture begins like a JPEG or PNG and cannot be read to its end. Mostly a copy broke off."""
    return Finding(place, message("this picture is damaged"), message("copy it again from where it came from"))
