"""What the inspection of a template finds beside what filling refuses: family T, from T120 on."""

from __future__ import annotations

from collections.abc import Collection

from jiyao.documents.filling.faults import Spot, did_you_mean
from jiyao.problems import Binding, Finding, Message, Place, Severity, message, problem


@problem("T120", "syntax")
def outside_of(spot: Spot, prefix: str, unit: Message) -> Finding:
    """A tag stands for a whole row, cell or paragraph, and stands in none.

    `{%tr … %}` and `{%tc … %}`, and the tags `colspan`, `cellbg`, `vm` and `hm`, belong into a table; `{%p … %}`
    belongs into a paragraph, not into the properties of the file. Move the tag, or leave out the letters behind its
    sign.
    """
    return Finding(
        spot.place,
        message("`{prefix}` stands outside of {unit}: {around}", prefix=prefix, unit=unit, around=spot.around),
        message("move the tag, or write it without `{prefix}`", prefix=prefix),
    )


@problem("T121", "signs", severity=Severity.WARNING)
def curly_quotes(spot: Spot, quotes: str) -> Finding:
    """A tag holds typographic quotes, which Word puts in by itself.

    Within a tag they are read as straight ones, so a text that is compared or printed with them is another one than
    it looks. Type straight quotes; after Word has changed them, Ctrl+Z takes back this change alone. Quotes that
    should be printed belong outside of the tag. `--fix` writes a copy with straight ones where that is certain.
    Right: {% if paragraph.role == "body" %}. Wrong: {% if paragraph.role == “body” %}.
    """
    return Finding(
        spot.place,
        message("the quotes {quotes} in a tag are read as straight ones: {around}", quotes=quotes, around=spot.around),
        message("write straight quotes in tags"),
    )


@problem("T122", "signs")
def full_width(spot: Spot, signs: str) -> Finding:
    """A tag is written with full-width signs, as a Chinese input method types them.

    The signs of tags are half-width: `{{ }}`, `{% %}`, `|`, `( )`, `,`, `.`, `==` and straight quotes. Switch the
    input method to half-width punctuation, or to English. `--fix` writes a copy with half-width signs.
    Right: {{ title }}. Wrong: ｛｛ title ｝｝.
    """
    return Finding(
        spot.place,
        message("a tag with full-width signs ({signs}): {around}", signs=signs, around=spot.around),
        message("write half-width signs in tags"),
    )


@problem("T123", "syntax")
def torn(spot: Spot, what: Message) -> Finding:
    """A tag reaches over something that it would tear apart or swallow.

    Word splits tags over runs as it likes, and that does no harm. But when a tag begins within a link and ends
    outside of it, or has a picture, a note or a field in it, then that would be lost. Write the tag anew in one go.
    """
    return Finding(
        spot.place,
        message("a tag cannot reach over {what}: {around}", what=what, around=spot.around),
        message("delete the tag and type it anew, in one go"),
    )


@problem("T124", "changes")
def deleted_tag(spot: Spot, text: str) -> Finding:
    """Text that tracked changes mark as deleted holds a tag, or a piece of one.

    Word still keeps such text, and so it would be filled like any other and show up in the changes of each document.
    Accept or reject all changes (Review, Accept), and save the template again.
    """
    return Finding(
        spot.place,
        message("a tag is marked as deleted, and would still be filled: {text}", text=text),
        message("accept or reject all tracked changes"),
    )


@problem("T125", "changes", severity=Severity.WARNING)
def tracked(spot: Spot, what: Message) -> Finding:
    """The template holds tracked changes, which every document made of it would show.

    Accept or reject all changes (Review, Accept), turn the tracking off, and save the template again.
    """
    return Finding(
        spot.place,
        message("the text marked as {what} would be so in every document: {around}", what=what, around=spot.around),
        message("accept or reject all tracked changes"),
    )


@problem("T126", "syntax")
def unlike_pair(spot: Spot, opening: str) -> Finding:
    """A loop or a condition begins with one kind of tag and ends with another.

    What begins with `{%p` ends with `{%p`, and in between `{%p else %}`; so with `{%tr`, `{%tc` and `{%`. Else one
    end would take away its whole paragraph and the other would not.
    Right: {%p if title %} … {%p endif %}. Wrong: {%p if title %} … {% endif %}.
    """
    return Finding(
        spot.place,
        message("this belongs to {opening}, which has another sign: {around}", opening=opening, around=spot.around),
        message("write p, tr or tc behind the sign of both or of neither"),
    )


@problem("T127", "syntax")
def spaced_prefix(spot: Spot, prefix: str) -> Finding:
    """There is a space between the sign of a tag and the letters that make it stand for a paragraph, row or cell.

    The letters follow the sign at once. `--fix` writes a copy without the space.
    Right: {%tr for p in people %}. Wrong: {% tr for p in people %}.
    """
    return Finding(
        spot.place,
        message("a space stands before `{prefix}`: {around}", prefix=prefix, around=spot.around),
        message("write {tag}, without a space", tag=f"{{%{prefix} … %}}"),
    )


@problem("T128", "syntax")
def sign_in_tag(spot: Spot, sign: str) -> Finding:
    """A tag for a whole paragraph, row or cell has a `%` or a brace in it, which hides its end.

    Work the value out before, with a tag of its own: {% set odd = number % 2 %}.
    """
    return Finding(
        spot.place,
        message("`{sign}` cannot stand in a tag with p, tr, tc or r: {around}", sign=sign, around=spot.around),
        message("work it out before with {% set … %}"),
    )


@problem("T129", "text")
def lost_text(spot: Spot, tag: str, text: str) -> Finding:
    """Text stands beside a tag that replaces the whole paragraph, row or cell, and would vanish with it.

    `{%p … %}`, `{%tr … %}` and `{%tc … %}` stand alone. Give the text a paragraph, row or cell of its own.
    """
    return Finding(
        spot.place,
        message("this text would vanish, because {tag} replaces all around it: {text}", tag=tag, text=text),
        message("give the tag a paragraph, row or cell of its own"),
    )


@problem("T130", "names")
def outside_loop(spot: Spot, name: str) -> Finding:
    """A name that a loop gives is used outside of that loop.

    `{%p for paragraph in body %}` gives the name `paragraph` up to its `{%p endfor %}`, and so does `{% set %}` within
    a loop. Move the tag into the loop.
    """
    return Finding(
        spot.place,
        message("`{name}` is known only within its loop: {around}", name=name, around=spot.around),
        message("move the tag between {% for … %} and {% endfor %}"),
    )


@problem("T131", "text", severity=Severity.WARNING)
def empty_block(spot: Spot) -> Finding:
    """A loop or a condition has nothing in it, so that it prints nothing.

    Most often its contents were deleted or moved. Put them back, or delete both tags.
    """
    return Finding(
        spot.place,
        message("there is nothing between this and its end: {around}", around=spot.around),
        message("put something in, or delete both tags"),
    )


@problem("T132", "syntax", severity=Severity.WARNING)
def stray_sign(spot: Spot, sign: str) -> Finding:
    """A closing sign of a tag stands alone, and would be printed as it is.

    Perhaps the opening sign was deleted, or one of its braces. To print the signs themselves write `}_}` or `%_}`.
    """
    return Finding(
        spot.place,
        message("`{sign}` closes nothing: {around}", sign=sign, around=spot.around),
        message("write the opening sign, or delete this one"),
    )


@problem("T133", "styles", severity=Severity.WARNING)
def missing_style(place: Place, style: str) -> Finding:
    """A paragraph, a run or a table has a style that the template does not define; Word sets it as plain text.

    This happens when text is copied between files by programs other than Word. Choose a style for it again.
    """
    return Finding(
        place,
        message("the style `{style}` is not in this template", style=style),
        message("choose one of its styles in Word"),
    )


@problem("T134", "styles", severity=Severity.WARNING)
def needed_style(place: Place, style: str, face: str | Message) -> Finding:
    """The template prints formatted text, and lacks a character style that this text asks for.

    The program marks labels and numbers in formatted text with the character styles `Heading`, `Label` and `Strong`;
    how these look is the template's business. Without them the words stand in the face of their paragraph.
    Copy the built-in template (`jiyao template copy`), or create the style in Word with this very name.
    """
    return Finding(
        place,
        message("the character style `{style}`, for {face}, is not in this template", style=style, face=face),
        message("create it, or start from `jiyao template copy`"),
    )


@problem("T135", "styles", severity=Severity.NOTE, binding=Binding.PRACTICE)
def other_font(place: Place, font: str, known: Collection[str]) -> Finding:
    """The template names a font that the layout of official documents does not have.

    GB/T 9704-2012 sets text in 仿宋, titles in 小标宋, headings in 黑体 and 楷体; English stands in Times New Roman.
    An office may have reasons for another font, such as one for digits.
    """
    return Finding(
        place,
        message("the font {font} is none of those of the layout: {known}", font=font, known=tuple(known)),
    )


@problem("T136", "values", severity=Severity.WARNING)
def never_equal(spot: Spot, word: str, known: Collection[str]) -> Finding:
    """A field is compared with a word that it never is, so that the condition never holds.

    Most often the word is misspelt. `jiyao template fields` lists the words that a field may be.
    """
    return Finding(
        spot.place,
        message("it is never `{word}`: {around}", word=word, around=spot.around),
        did_you_mean(word, known),
    )


@problem("T137", "values", severity=Severity.NOTE, binding=Binding.PRACTICE)
def needs_docxtpl(spot: Spot) -> Finding:
    """The tag prints whole paragraphs that come from outside of the record, as docxtpl's sub-documents do.

    No record has such a thing; a program that uses this one may give it. The part of the template with this tag is
    then filled through docxtpl's own package, which takes many times as long. All other tags stay fast.
    Right: {{p appendix }} alone in its paragraph, filled with a sub-document.
    """
    return Finding(
        spot.place,
        message("this part is filled through docxtpl, which takes longer: {around}", around=spot.around),
        message("only sub-documents and paragraphs of docxtpl can be printed with {{p … }}"),
    )


@problem("T138", "syntax", severity=Severity.WARNING)
def unproved(spot: Spot) -> Finding:
    """A loop or a condition does not begin and end at the same level of the document, so not every document is made.

    If it begins in a paragraph and ends in a table, or the other way round, then what it repeats or leaves out is no
    whole paragraph, row or cell. Such a document is read again when it has been filled, which takes longer, and is
    not made if it is in pieces then (T111). Put both tags into the same paragraph, or each alone into a paragraph as
    `{%p … %}` or into a row as `{%tr … %}`.
    """
    return Finding(
        spot.place,
        message("what begins here does not end at the same level of the document: {around}", around=spot.around),
        message("use {%p … %} for whole paragraphs, {%tr … %} for rows and {%tc … %} for cells"),
    )
