"""Records that nobody would think of, as YAML texts: any allowed characters, any structure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from hypothesis import strategies as st

Value = str | Sequence["Value"] | Mapping[str, "Value"]
Fields = Mapping[str, Value]

NONCHARACTERS = [chr(plane | low) for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)]
LOST = "\ufffd"
MARKERS = ("{_{", "}_}", "{_%", "%_}")
"""What the template engine would turn into something else; the record refuses it."""

FORBIDDEN = st.one_of(
    st.sampled_from("\x00\x01\x08\x0b\x0c\x1f\x7f\x85\u2028\u2029\ufdd0\ufffe\uffff\U0001ffff"),
    st.sampled_from(MARKERS),
)
"""What makes a text an error wherever it stands in it."""

HANZI = "会议决定强调指出要求各科室完成自查事项甲乙丙丁龘𠮷"
HOSTILE = (
    "{{ 7*7 }}",
    "{% 讨论 %}",
    "{%p if x %}",
    "{{r mark }}",
    "{# 注 #}",
    "</w:t>",
    "<w:br/>",
    "&lt;&amp;&#10;",
    "]]>",
    "<!--",
    "${x}",
    "%(x)s {0} {x}",
    "\\a\\n",
    "'\"`",
    "=1+1",
    "\u202e反\u202c",
)
"""What is markup, or an order, to somebody on the way."""

_CHARACTER = st.one_of(
    st.sampled_from(HANZI),
    st.sampled_from("，。；：、！？“”‘’《》（）〔〕…—·\u3000 \t"),
    st.characters(
        codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters=[*NONCHARACTERS, LOST]
    ),
)
_LINE = st.lists(st.one_of(_CHARACTER, st.sampled_from(HOSTILE)), min_size=1, max_size=12).map("".join)


def is_allowed(text: str) -> bool:
    """Whether a record may hold the text: something is in it, and nothing that the engine would change."""
    return bool(text.strip()) and not any(marker in text for marker in MARKERS) and not _has_reserved(text)


def _has_reserved(text: str) -> bool:
    return any("\ufdd0" <= char <= "\ufdef" for char in text)


def lines() -> st.SearchStrategy[str]:
    """Texts of one line, in any allowed characters."""
    return _LINE.filter(is_allowed)


def prose() -> st.SearchStrategy[str]:
    """Texts of one or more lines; blank lines too."""
    return st.lists(st.one_of(_LINE, st.just("")), min_size=1, max_size=4).map("\n".join).filter(is_allowed)


def titles() -> st.SearchStrategy[str]:
    """Plain Chinese without a mark at its end."""
    return st.text(st.sampled_from("防汛采购自查隐患整改方案预案"), min_size=1, max_size=12)


def sentences() -> st.SearchStrategy[str]:
    """Plain Chinese as people write it: with a mark at its end, or without."""
    return st.builds(
        str.__add__, titles(), st.sampled_from(["", "。", "！", "；", "…", "：", "，", "）", "”", "》", "。”"])
    )


def records(title: st.SearchStrategy[str], text: st.SearchStrategy[str]) -> st.SearchStrategy[Fields]:
    """Records with any of the fields that minutes print, filled with these titles and texts."""
    return _fields(
        {"title": title},
        {
            "place": st.lists(title, min_size=1, max_size=2),
            "purpose": text,
            "chair": title.map(lambda name: {"name": name}),
            "attendees": st.lists(_attendees(title), max_size=6, unique_by=_only_text),
            "attachments": st.lists(title, max_size=3),
            "agenda": st.lists(_fields({"title": title}, _matters(title, text)), max_size=3),
            **_matters(title, text),
        },
    )


def yaml_of(fields: Mapping[str, Value]) -> str:
    """A record with a field on each line; JSON's quotes and brackets are YAML's too."""
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())


def texts_of(value: Value, *keys: str) -> Iterator[str]:
    """All texts of a record, or those below these keys, in its order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            if not keys or key in keys:
                yield from texts_of(each)
    else:
        for each in value:
            yield from texts_of(each, *keys)


def _fields(
    given: Mapping[str, st.SearchStrategy[Value]], optional: Mapping[str, st.SearchStrategy[Value]]
) -> st.SearchStrategy[Fields]:
    return st.fixed_dictionaries(dict(given), optional=dict(optional))


def _matters(title: st.SearchStrategy[str], text: st.SearchStrategy[str]) -> dict[str, st.SearchStrategy[Value]]:
    statement = _fields({"text": text}, {"items": st.lists(text, max_size=3)})
    decision = _fields({"text": text}, {"conditions": text})
    return {
        "conveyed": st.lists(_fields({"title": title}, {}), max_size=5),
        "statements": st.lists(statement, max_size=3),
        "requirements": st.lists(statement, max_size=3),
        "decisions": st.lists(decision, max_size=3),
    }


def _only_text(fields: Value) -> str:
    return next(texts_of(fields))


def _attendees(name: st.SearchStrategy[str]) -> st.SearchStrategy[Value]:
    return st.one_of(_fields({"name": name}, {}), _fields({"group": name}, {}))


# Records of releases: plain texts in both languages, any fields missing

ENGLISH_WORDS = ("flood", "control", "work", "safety", "annual", "review", "training", "inspection", "drill", "plan")


def bilingual(zh: st.SearchStrategy[str], en: st.SearchStrategy[str]) -> st.SearchStrategy[Fields]:
    """A text in both languages."""
    return st.fixed_dictionaries({"zh": zh, "en": en})


def english_titles() -> st.SearchStrategy[str]:
    """Plain English without a mark at its end."""
    return st.lists(st.sampled_from(ENGLISH_WORDS), min_size=1, max_size=6).map(" ".join)


FRAMED = (
    ("that", "the {} must go on."),
    ("to", "all departments to review the {}"),
    ("to", "strengthen the {}."),
    ("gerund", "holding the {} early"),
    ("verbatim", "The {} went well. More is to come."),
)
"""English of statements, each with the frame that it fits."""


def names() -> st.SearchStrategy[Fields]:
    """People as a record describes them, with posts or without."""
    people = [("张三", "Zhang San"), ("李四", "Li Si"), ("欧阳文", "Ouyang Wen"), ("张建安", "Zhang Jian'an")]
    post = st.sampled_from([("局长", "Director"), ("党组成员", "Member of the Party Leadership Group")])
    posts = st.lists(_fields({"title": post.map(_both)}, {}), max_size=2, unique_by=_only_text)
    return _fields({"name": st.sampled_from(people).map(_both), "posts": posts}, {})


def release_records() -> st.SearchStrategy[Fields]:
    """Records with any of the fields that releases print."""
    title = bilingual(titles(), english_titles())
    unit = st.sampled_from(
        [("甲市应急局", "Jia Municipal Emergency Bureau"), ("乙市水利局", "Yi Municipal Water Bureau")]
    ).map(_both)
    matters: dict[str, st.SearchStrategy[Value]] = {
        "conveyed": st.lists(_conveyed(title), max_size=3),
        "statements": st.lists(_spoken(verbs=True), max_size=3),
        "requirements": st.lists(_spoken(verbs=False), max_size=3),
        "decisions": st.lists(_resolved(), max_size=3),
    }
    return _fields(
        {"title": title},
        {
            "held": st.sampled_from(
                ["2023-03-06", "2023-03-06 15:00", "2023-03-06 至 2023-03-08", "2022年12月30日上午"]
            ),
            "place": bilingual(st.just("三楼会议室"), st.just("the third-floor meeting room")),
            "mode": st.sampled_from(["in-person", "video", "mixed"]),
            "series": st.sampled_from([{"number": "5"}, {"number": "61", "enlarged": "true"}]),
            "purpose": bilingual(st.just("为做好防汛工作"), st.just("to prepare for floods")),
            "basis": _fields({"name": unit}, {}),
            "hosts": st.lists(
                _fields({"organisation": _fields({"name": unit}, {})}, {}), max_size=2, unique_by=_only_text
            ),
            # Nobody else's name: the chair cannot be away.
            "chair": st.just({"name": _both(("赵六", "Zhao Liu")), "posts": [{"title": _both(("书记", "Secretary"))}]}),
            "attendees": st.lists(_participants(), max_size=4, unique_by=_who),
            "publication": _publications(),
            "agenda": st.lists(_fields({"title": title}, {**matters, "reporter": names()}), max_size=2),
            **matters,
        },
    )


def _both(words: tuple[str, str]) -> Fields:
    return {"zh": words[0], "en": words[1]}


def _who(participant: Value) -> str:
    """The name of whoever takes part, as nobody may stand in the attendance twice."""
    fields = cast(Fields, participant)
    name = cast(Fields, fields["person"])["name"] if "person" in fields else fields["group"]
    return str(cast(Fields, name)["zh"])


def _conveyed(title: st.SearchStrategy[Fields]) -> st.SearchStrategy[Fields]:
    form = st.sampled_from(["document", "speech", "conference"])
    return _fields({"title": title}, {"form": form, "number": st.just("省安委〔2023〕9号"), "by": names()})


def _spoken(*, verbs: bool) -> st.SearchStrategy[Fields]:
    verb = st.sampled_from(["point-out", "emphasise", "consider", "suggest", "hope"])
    how = _fields({}, {"verb": verb, "by": names()} if verbs else {})
    return st.tuples(titles(), english_titles(), st.sampled_from(FRAMED), how).map(_statement)


def _statement(drawn: tuple[str, str, tuple[str, str], Fields]) -> Fields:
    zh, en, (frame, form), how = drawn
    return {"text": {"zh": f"要抓好{zh}。", "en": form.format(en)}, "frame": frame, **how}


def _resolved() -> st.SearchStrategy[Fields]:
    text = bilingual(titles().map("同意{}。".format), english_titles().map("The {} was approved.".format))
    return _fields({"text": text, "result": st.just("adopted")}, {})


def _participants() -> st.SearchStrategy[Fields]:
    capacity = st.sampled_from(["attend", "join", "observe", "guide", "watch"])
    acts = st.sampled_from(["speak", "report", "exchange", "pledge", "summarise"])
    person = {
        "attend_as": capacity,
        "acts": st.lists(acts, max_size=2, unique=True),
        "status": st.sampled_from(["present", "online", "leave"]),
    }
    group = bilingual(st.just("各科室负责人"), st.just("heads of the sections"))
    count = st.sampled_from(["12", "30余人", "12人以上"])
    return st.one_of(
        _fields({"person": names()}, person), _fields({"group": group}, {"count": count, "attend_as": capacity})
    )


def _publications() -> st.SearchStrategy[Fields]:
    return _fields(
        {},
        {
            "date": st.just("2023-03-07"),
            "headline": bilingual(titles(), english_titles()),
            "source": bilingual(st.just("示例日报"), st.just("Shili Daily")),
            "reporters": st.lists(names(), max_size=2),
            "editor": names(),
        },
    )
