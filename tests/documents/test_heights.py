from __future__ import annotations

import pytest

from jiyao.documents.heights import with_heights

BOX = (
    '<wp:anchor><wp:extent cx="10" cy="20"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    '<wp:docPr id="1" name="{name}"/><a:graphic><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="10" cy="20"/></a:xfrm>'
    "</wps:spPr><wps:txbx><w:t>{text}</w:t></wps:txbx></a:graphic></wp:anchor>"
)


def test_both_heights_of_a_named_shape_become_the_field() -> None:
    xml = with_heights(BOX.format(name="height:imprint_height", text="印发"))
    assert xml == BOX.format(name="height:imprint_height", text="印发").replace('cy="20"', 'cy="{{ imprint_height }}"')


@pytest.mark.parametrize(
    "name", ["", "Picture 1", "height:", "height:2", "height:a b", "height:Total", "the height:total"]
)
def test_a_shape_of_another_name_keeps_its_height(name: str) -> None:
    xml = BOX.format(name=name, text="height:total")
    assert with_heights(xml) == xml


def test_each_shape_is_as_high_as_its_own_field() -> None:
    xml = with_heights("".join(BOX.format(name=name, text="") for name in ("height:one", "plain", "height:two")))
    heights = ["{{ one }}", "{{ one }}", "20", "20", "{{ two }}", "{{ two }}"]
    assert [piece.partition('"')[0] for piece in xml.split('cy="')[1:]] == heights


def test_a_shape_within_the_text_of_another_keeps_its_height() -> None:
    inner = BOX.format(name="plain", text="")
    outer = with_heights(BOX.format(name="height:total", text=f"</w:t>{inner}<w:t>"))
    assert inner in outer
    assert outer.count("{{ total }}") == 2


def test_an_extension_of_a_picture_is_not_taken_for_its_height() -> None:
    extension = '<a:ext uri="{28A0092B-C50C-407E-A947-70E740481C1C}"/>'
    xml = with_heights(BOX.format(name="height:total", text="").replace("<a:graphic>", f"<a:graphic>{extension}"))
    assert extension in xml
    assert xml.count("{{ total }}") == 2


def test_a_shape_without_a_height_of_its_own_stays_as_it_is() -> None:
    xml = BOX.format(name="height:total", text="").replace('<a:ext cx="10" cy="20"/>', "")
    assert with_heights(xml + BOX.format(name="plain", text="")) == xml + BOX.format(name="plain", text="")
