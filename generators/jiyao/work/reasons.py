"""Why the operating system refused, in the user's words."""

from __future__ import annotations

import errno

from jiyao.problems import Message, message

REASONS = {
    errno.ENOENT: message("there is no such file"),
    errno.EACCES: message("you have no right to it"),
    errno.EPERM: message("you have no right to it"),
    errno.EISDIR: message("it is a folder"),
    errno.ENODEV: message("it is a pipe or a device, not a file"),
    errno.ENOTDIR: message("a file stands where a folder should be"),
    errno.ELOOP: message("it is a link"),
    errno.EROFS: message("the disk is read-only"),
    errno.ENOSPC: message("the disk is full"),
    errno.EDQUOT: message("the disk is full"),
    errno.EFBIG: message("the file would be too large"),
    errno.ETIMEDOUT: message("another run is still writing there"),
    errno.ENAMETOOLONG: message("its name is too long"),
}
"""What the errors mean that people meet; Windows maps its own onto the same numbers."""

NO_SUCH_FILE = REASONS[errno.ENOENT]


def reason(error: OSError) -> Message:
    """Why it failed; in the system's own words where we have none."""
    known = REASONS.get(error.errno or 0)
    return known or message("{words}", words=error.strerror or str(error))
