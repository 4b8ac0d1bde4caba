"""What can go wrong on disk: family D, from D200 on."""

from __future__ import annotations

from jiyao.problems import Binding, Finding, Message, Place, Severity, message, problem


@problem("D201", "file", binding=Binding.SAFETY)
def not_written(file: str, reason: Message) -> Finding:
    """A document could not be written: the folder is read-only, the disk is full, or another program holds the file.

    Close the file in Word, or choose another folder with `-o`. What stood there before is untouched.
    """
    return Finding(Place(file), message("cannot be written: {reason}", reason=reason))


@problem("D202", "file", severity=Severity.WARNING, binding=Binding.SAFETY)
def kept_beside(file: str, new: str) -> Finding:
    """The document stays as it is, and the new one was written beside it.

    Somebody has edited it since the program made it, or it is issued, or it was made of another record.

    Compare the two, carry over what should stay, and delete one. `--force` overwrites without asking.
    """
    said = message("it stays as it is; the new one is {new}", new=new)
    return Finding(Place(file), said, message("compare the two, then delete one"))
