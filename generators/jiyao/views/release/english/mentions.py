"""Who and what a release has named so far: in full the first time, shorter after that."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jiyao.languages.english.articles import head_noun, with_the
from jiyao.languages.english.numbers import in_a_row
from jiyao.languages.english.posts import plural_post, post_after_name
from jiyao.languages.romanisation import english_name, family_name
from jiyao.records.derived import posts_on
from jiyao.records.people import Organisation
from jiyao.views.release.story import Attendance, Reported, Said, Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiyao.records.people import Person, Post
    from jiyao.views.release.story import Story


class Mentions:
    """Names people and bodies in the order in which a text mentions them, and remembers whom it has named.

    A person is named in full, with the posts of the day, at first mention, and by surname after it; in full for ever
    where two people of the story share the surname. A body is named in full, then by its short form, which is
    declared in brackets at first mention where the body is `named_again`.
    """

    def __init__(self, story: Story, named_again: frozenset[str] = frozenset()) -> None:
        self.style = story.office.house.english.style
        self._story = story
        self._named_again = named_again
        surnames = Counter(family_name(each.name) for each in _different(story))
        self._shared = {surname for surname, people in surnames.items() if people > 1}
        self._people: set[str] = set()
        self._bodies: Counter[str] = Counter()
        self._shortened: set[str] = set()
        self._texts: list[str] = []

    @property
    def named_again(self) -> frozenset[str]:
        """The bodies that have been named by their short form."""
        return frozenset(self._shortened)

    def remember(self, text: str) -> None:
        """Take note of a text of the record that may have named a body in full."""
        self._texts.append(text)

    def person(self, person: Person) -> str:
        """A person as the next mention names them; posts at the first are closed by a comma that the sentence needs.

        "Cheng Lixin, Director of the bureau," at first mention, "Cheng" after it.
        """
        name, posts = self.apposition(person)
        return f"{name}, {posts}," if posts else name

    def apposition(self, person: Person) -> tuple[str, str]:
        """The name and, at first mention, the posts behind it; nothing without an English name.

        Who has no post is of a body: Wei Ruochuan of the bureau.
        """
        name = english_name(person.name)
        if not name:
            return "", ""
        if name in self._people:
            surname = family_name(person.name)
            return (name if surname in self._shared else surname), ""
        self._people.add(name)
        posts = self._posts(person)
        body = self.body(person.unit) if person.unit and not posts else ""
        return f"{name} of {body}" if body else name, posts

    def people(self, people: Sequence[Person]) -> str:
        """Several people as the subject of a sentence."""
        named = [name for each in people if (name := self.person(each))]
        closed = in_a_row([each.rstrip(",") for each in named], serial_comma=self.style.serial_comma)
        return f"{closed}," if named and named[-1].endswith(",") else closed

    def _posts(self, person: Person) -> str:
        """The posts of the day in their order; a body is said once, behind the last of its posts."""
        posts = [each for each in posts_on(person, self._story.day) if each.title.en]
        said = [self._post(person, posts, index) for index in range(len(posts))]
        return in_a_row(said, serial_comma=self.style.serial_comma)

    def _post(self, person: Person, posts: Sequence[Post], index: int) -> str:
        post = posts[index]
        title = post_after_name(post.title.en, capitals=self.style.post_capitals)
        follows = posts[index + 1] if index + 1 < len(posts) else None
        body = post.organisation or (None if " of " in title else self._own_office(person))
        if body is None or not _names(body) or any(name in title for name in _names(body)):
            return title
        if follows and (follows.organisation or self._own_office(person)) == body:
            return title
        if self._is_office(body) and self._is_named(body) and (head := head_noun(body.name.en)):
            return f"{title} of the {head}"
        return f"{title} of {self.body(body)}"

    def _own_office(self, person: Person) -> Organisation | None:
        """The office, of a person whom it lists: a post that names no body is one of its own."""
        office = self._story.office
        listed = any(person.same_as(each) for each in office.people)
        return Organisation(name=office.name, short=office.short) if listed and office.name.en else None

    def _is_office(self, body: Organisation) -> bool:
        return body.name == self._story.office.name

    def _is_named(self, body: Organisation) -> bool:
        """Whether the text has said the full name, be it within a longer one."""
        return any(body.name.en in each for each in (*self._bodies, *self._texts))

    def body(self, body: Organisation) -> str:
        """A body as the next mention names it; "" where the record has no English for it."""
        full, short = body.name.en, body.short.en if body.short else ""
        if not full:
            return with_the(short) if short else ""
        self._bodies[full] += 1
        if self._bodies[full] > 1 and short:
            self._shortened.add(full)
            return with_the(short)
        if short and short != full and full in self._named_again:
            return f"{with_the(full)} ({_declared(short)})"
        return with_the(full)

    def bodies(self, bodies: Sequence[Organisation]) -> str:
        """Several bodies in a row; those without English are left out."""
        named = [name for name in map(self.body, bodies) if name]
        return in_a_row(named, serial_comma=self.style.serial_comma)


def shared_posts(people: Sequence[tuple[str, str]]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Neighbours with the very same posts, together: the posts are said once, in the plural."""
    names: list[str] = []
    for index, (name, posts) in enumerate(people):
        names.append(name)
        following = people[index + 1][1] if index + 1 < len(people) else None
        if posts and posts == following:
            continue
        yield tuple(names), _several(posts, len(names)) if posts and len(names) > 1 else posts
        names = []


def _several(posts: str, people: int) -> str:
    plural = " and ".join(plural_post(each) for each in posts.split(" and "))
    return f"both {plural}" if people == len(("one", "other")) else plural


def _declared(short: str) -> str:
    """SPP for the SPP, which reads "the SPP" ever after; other short forms as they will stand."""
    bare = short.removeprefix("the ").removeprefix("The ")
    return bare if bare.isupper() else with_the(short)


def _names(body: Organisation) -> tuple[str, ...]:
    return tuple(name for name in (body.name.en, body.short.en if body.short else "") if name)


def _different(story: Story) -> Iterator[Person]:
    """Everybody whom the story names, each once."""
    seen: set[str] = set()
    for person in _everybody(story):
        if (name := english_name(person.name)) and name not in seen:
            seen.add(name)
            yield person


def _everybody(story: Story) -> Iterator[Person]:
    for part in story.parts:
        match part:
            case Attendance(chair=chair, participants=participants):
                yield from (chair,) if chair else ()
                for attendee in (each for role in participants for each in role.who):
                    yield from (attendee.person,) if attendee.person else ()
                    yield from attendee.on_behalf_of
            case Told(by=by):
                yield from by
            case Reported(item=item):
                yield from item.reporter
            case Said(statement=statement):
                yield from (statement.by,) if statement.by else ()
            case _:
                pass
