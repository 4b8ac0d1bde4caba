"""The headline of a record that gives none: sentence case, present tense, no full stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.languages.english.numbers import in_a_row
from jiyao.views.release.english.lead import in_sentence
from jiyao.views.release.english.sentences import Runs, capitalised, joined, printed, text_of

if TYPE_CHECKING:
    from jiyao.views.release.story import Story


def headline(story: Story) -> Runs:
    """Who meets, or who holds what: Party Leadership Group of the … Bureau holds enlarged meeting."""
    meeting = story.meeting
    hosts = [each.name.en for each in story.hosts if each.name.en and each.name.en not in meeting.title.en]
    hosts = [name.removeprefix("the ").removeprefix("The ") for name in hosts]
    title, who = printed(meeting.title), in_a_row(hosts)
    if not who:
        return capitalised(joined(title, " held")) if title else joined("Meeting held")
    enlarged = "enlarged" in text_of(title).lower() or bool(meeting.series and meeting.series.enlarged)
    body = text_of(title).rpartition(" of the ")[2]
    if not title or (body and hosts[0].startswith(body)):
        several = len(hosts) > 1
        meets = f"hold{'' if several else 's'} enlarged meeting" if enlarged else f"meet{'' if several else 's'}"
        return capitalised(joined(f"{who} {meets}"))
    return capitalised(joined(f"{who} hold{'' if len(hosts) > 1 else 's'} ", in_sentence(title)))
