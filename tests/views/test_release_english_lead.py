"""The lead of an English release: who held what, where, when, why and how."""

from __future__ import annotations

import pytest

from english import headline_of, part_of

GROUP = "Party Leadership Group"
OFFICE = """
    name: {zh: 市检察院}
    organisations:
      - {id: zzb, name: {zh: 组织部, en: Organization Department of the CPC Shili Municipal Committee}}
      - {id: gw, name: {zh: 工委, en: Working Committee of Departments}}
"""
HOST = "hosts: {zh: 市检察院, en: Shili Municipal People's Procuratorate}\n"


def lead_of(fields: str, style: str = "spp") -> str:
    (paragraph,) = part_of("lead", fields, OFFICE, style)
    return paragraph


def test_the_office_holds_its_own_meeting() -> None:
    office = OFFICE.replace("{zh: 市检察院}", "{zh: 市检察院, en: Shili Municipal People's Procuratorate}")
    assert part_of("lead", "", office) == ["The Shili Municipal People's Procuratorate recently held a work meeting."]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ("", "A work meeting was recently held."),
        ("held: 2023-03-06", "A work meeting was held on March 6, 2023."),
        ("held: 2023年3月6日上午", "A work meeting was held on the morning of March 6, 2023."),
        ("held: 2023-03-06 15:00", "A work meeting was held on the afternoon of March 6, 2023."),
        ("held: {from: 2023-03-06, to: 2023-03-08}", "A work meeting was held on March 6-8, 2023."),
        (
            "held: {from: 2023-03-30, to: 2023-04-02}\npublication: {date: 2023-04-05}",
            "A work meeting was held from March 30 to April 2.",
        ),
        ("held: {shown: {zh: 三月上旬, en: in early March}}", "A work meeting was held in early March."),
        ("held: {date: 2023-03-06, shown: 近日}", "A work meeting was recently held."),
        (
            "place: {zh: 三楼, en: meeting room on the third floor}",
            "A work meeting was recently held in the meeting room",
        ),
        ("place: {zh: 北京, en: Beijing}", "A work meeting was recently held in Beijing."),
        (
            "place: {zh: 中心, en: Shili Convention Center}",
            "A work meeting was recently held at Shili Convention Center.",
        ),
        ("place: {zh: 校, en: at the Party School}", "A work meeting was recently held at the Party School."),
    ],
)
def test_what_is_unknown_is_left_out_and_an_unknown_day_is_recent(fields: str, sentence: str) -> None:
    assert lead_of(fields).startswith(sentence)


def test_a_host_holds_the_meeting_and_joint_hosts_hold_it_together() -> None:
    assert lead_of(HOST) == "The Shili Municipal People's Procuratorate recently held a work meeting."
    joint = "hosts: [{zh: 甲, en: Water Bureau}, {zh: 乙, en: Law School}, {zh: 丙, en: Fire Department}]\n"
    assert lead_of(joint) == (
        "The Water Bureau, together with Law School and the Fire Department, recently held a work meeting."
    )


def test_organizers_and_co_organizers_have_a_sentence_of_their_own() -> None:
    hosts = """
        hosts:
          - {zh: 甲, en: Water Bureau}
          - {organisation: {zh: 乙, en: Fire Department}, part: organiser}
          - {organisation: {zh: 丙, en: Law School}, part: co-organiser}
    """
    assert lead_of(hosts) == (
        "The Water Bureau recently held a work meeting. "
        "It was organized by the Fire Department and co-organized by Law School."
    )


@pytest.mark.parametrize(
    ("title", "series", "said"),
    [
        (
            "Meeting of the Board",
            "{term: {en: Second}, number: 12}",
            "held the 12th meeting of the Board in its second term.",
        ),
        ("work meeting", "{number: 5, year: 2023}", "held the fifth work meeting of 2023."),
        ("work meeting", "{year: 2023}", "held the 2023 work meeting."),
        (
            "Enlarged Meeting of the Party Leadership Group",
            "{term: {en: First}, number: 61, enlarged: true}",
            "held the 61st meeting of its first term, an Enlarged Meeting of the Party Leadership Group.",
        ),
        ("work meeting", "{number: 61, enlarged: true}", "held the 61st work meeting, an enlarged meeting."),
        ("61st work meeting", "{number: 61}", "held the 61st work meeting."),
        ("2023 annual meeting", "~", "held the 2023 annual meeting."),
        (
            "Annual meeting",
            "{together_with: {en: Safety Meeting}}",
            "held an annual meeting. It was held together with the",
        ),
        ("Meeting of the Board", "~", "held a meeting of the Board."),
        ("Annual Meeting", "~", "held an Annual Meeting."),
        ("The First Plenary Session", "~", "held the First Plenary Session."),
    ],
)
def test_a_meeting_is_named_with_its_place_in_its_series(title: str, series: str, said: str) -> None:
    recently = said.replace("held ", "recently held ", 1)
    assert recently in lead_of(f"title: {{en: {title}}}\nseries: {series}\n{HOST}")


def test_a_comma_behind_an_apposition_is_followed_by_the_day() -> None:
    assert lead_of("series: {number: 61, enlarged: true}\nheld: 2023-03-06") == (
        "The 61st work meeting, an enlarged meeting, was held on March 6, 2023."
    )


def test_purpose_and_basis_share_a_sentence_while_it_is_short() -> None:
    purpose = "purpose: {zh: 为了安全, en: to keep workplaces safe}\n"
    assert lead_of(purpose) == "A work meeting was recently held. It aimed to keep workplaces safe."
    assert lead_of(f"{purpose}basis: [gw]").endswith(
        " As required by the Working Committee of Departments, the meeting aimed to keep workplaces safe."
    )
    assert lead_of("basis: [gw, zzb]").endswith(
        " It was held as required by the Working Committee of Departments and the Organization Department of the CPC "
        "Shili Municipal Committee."
    )
    long = f"purpose: {{en: to {' '.join(['really'] * 30)} work}}\nbasis: [gw]"
    assert " work. It was held as required by the Working Committee of Departments." in lead_of(long)


@pytest.mark.parametrize(
    ("purpose", "said"),
    [
        ("in order to keep workplaces safe", "It was held in order to keep workplaces safe."),
        ("keep workplaces safe", "It aimed to keep workplaces safe."),
    ],
)
def test_a_purpose_is_joined_by_its_own_first_word(purpose: str, said: str) -> None:
    assert lead_of(f"purpose: {{en: {purpose}}}").endswith(said)


def test_the_form_and_the_branch_venues_are_told() -> None:
    branch = "venues: [{name: {en: room of the Flood Center}, type: branch}]\n"
    assert lead_of("mode: video").endswith(" It was held by video link.")
    assert lead_of(f"mode: mixed\n{branch}").endswith(
        " It was held both in person and by video link, with the room of the Flood Center as a branch venue."
    )
    assert lead_of(branch).endswith(" The room of the Flood Center served as a branch venue.")
    assert lead_of("mode: in-person") == "A work meeting was recently held."


DATELINE = (
    "publication: {date: 2026-01-08, dateline: {place: {zh: 北京, en: Beijing}, agency: {zh: 新华社, en: Xinhua}}}\n"
)


def test_a_dateline_stands_where_the_record_has_one_and_the_style_knows_it() -> None:
    assert lead_of(DATELINE, "xinhua") == "BEIJING, Jan. 8 (Xinhua) -- A work meeting was recently held."
    assert lead_of(DATELINE, "chinadaily").startswith("BEIJING, Jan 8 (Xinhua) -- ")
    assert lead_of(DATELINE, "spp") == "A work meeting was recently held."
    assert lead_of("publication: {date: 2026-01-08}", "xinhua") == "A work meeting was recently held."


def test_a_body_is_named_in_full_then_by_the_short_form_that_was_declared() -> None:
    names = "name: {en: Safety Committee of Shili Province}, short: {en: the Safety Committee}"
    office = f"{OFFICE}      - {{id: aw, {names}}}\n"
    conveyed = "conveyed: [{title: {en: Plan}, form: document, issuer: aw}]\n"
    once, again = part_of("", "basis: [aw]", office), part_of("", f"basis: [aw]\n{conveyed}", office)
    assert once[0].endswith(" It was held as required by the Safety Committee of Shili Province.")
    assert again[0].endswith(" as required by the Safety Committee of Shili Province (the Safety Committee).")
    assert again[1].endswith(" the “Plan,” issued by the Safety Committee.")


def test_an_abbreviation_is_declared_without_its_article() -> None:
    fields = "hosts: [spp]\nconveyed: [{title: {en: Plan}, form: document, issuer: spp}]"
    office = OFFICE.replace(
        "organisations:\n", "organisations:\n      - {id: spp, name: {en: Supreme Office}, short: {en: SO}}\n"
    )
    lead, told = part_of("", fields, office)
    assert lead == "The Supreme Office (SO) recently held a work meeting."
    assert told.endswith(" the “Plan,” issued by the SO.")


@pytest.mark.parametrize(
    ("fields", "headline"),
    [
        ("", "Work meeting held"),
        (HOST, "Shili Municipal People's Procuratorate holds work meeting"),
        (
            f"title: {{en: Enlarged Meeting of the {GROUP}}}\nhosts: {{en: {GROUP} of the Bureau}}",
            "Party Leadership Group of the Bureau holds enlarged meeting",
        ),
        (
            f"title: {{en: Meeting of the {GROUP}}}\nhosts: {{en: {GROUP} of the Bureau}}",
            "Party Leadership Group of the Bureau meets",
        ),
        ("hosts: [{en: Water Bureau}, {en: Law School}]", "Water Bureau and Law School hold work meeting"),
    ],
)
def test_a_headline_that_nobody_wrote_is_in_the_present_tense_without_a_full_stop(fields: str, headline: str) -> None:
    assert headline_of(fields, OFFICE) == headline
