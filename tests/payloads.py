"""Tags that are made to exhaust a machine: by turns, by text, by numbers, by depth, by comparing."""

from __future__ import annotations

EXHAUSTING: dict[str, object] = {"xs": tuple(range(100)), "long": "纪" * 10_000}
"""What the payloads multiply."""

BOMBS = [
    "{{ 9 ** 9 ** 9 }}",
    "{{ 999999999 * 999999999 * 999999999 }}",
    "{{ 'A' * 1000000000 }}",
    "{{ 1000000000 * 'A' }}",
    "{{ [1] * 1000000000 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%1000000000d' | format(1) }}",
    "{{ 'a' | center(1000000000) }}",
    "{{ 'a' | indent(1000000000) }}",
    "{{ 'aaaa' | replace('a', long) }}",
    "{{ '{:1000000000}'.format(1) }}",
    "{{ lipsum(n=100000) }}",
    "{% for a in range(100000000) %}1{% endfor %}",
    "{% set x = long %}" + "{% set x = x ~ x %}" * 30 + "{{ x }}",
    "{% set x = long %}" + "{% set x = x + x %}" * 30 + "{{ x }}",
    "{% set x = [long, long] %}" + "{% set x = [x | join, x | join] %}" * 30 + "{{ x | join }}",
    "{% for a in xs %}" * 5 + "{% endfor %}" * 5,
    "{% for a in xs %}" * 3 + "{{ long }}" + "{% endfor %}" * 3,
    "{{ " + "(" * 100_000 + "1" + ")" * 100_000 + " }}",
    "{{ " + "not " * 100_000 + "1 }}",
    "{{ 1" + " ~ 1" * 1_000 + "." + "a." * 1_000 + "b }}",
    "{% for a in xs %}" * 60 + "{% endfor %}" * 60,
    "{% if xs %}" * 200 + "{% endif %}" * 200,
    "{{ 1 / 0 }}",
    "{{ 1 % 0 }}",
    "{{ 1 &lt; 'a' }}",
    "{{ -'a' }}",
    "{{ xs['a':] }}",
    "{% if '%1000000000d' is odd %}1{% endif %}",
    "{% for a in xs %}" * 3 + "{% if 1 in xs %}{% endif %}" * 10 + "{% endfor %}" * 3,
    "{% for a in xs %}" * 2 + "{% for c in xs if [xs, xs] == [[xs], xs] %}{% endfor %}" * 9 + "{% endfor %}" * 2,
    "{% for a in xs %}" * 2 + "{% for b in xs if long in long %}{% endfor %}" * 9 + "{% endfor %}" * 2,
    "{% set a = [1] %}{% set b = [1] %}"
    + "{% set a = [a, a] %}{% set b = [b, b] %}" * 40
    + "{% if a == b %}{% endif %}",
    "{% set a = (1, 1) %}" + "{% set a = (a, a) %}" * 40 + "{% if a in {} %}{% endif %}",
    "{% set a = (1, 1) %}" + "{% set a = (a, a) %}" * 40 + "{{ {a: 1} | length }}",
    "{{ xs | join(long ~ long ~ long ~ long ~ long ~ long ~ long ~ long ~ long ~ long) }}" * 100,
    "{% for a in xs %}" * 3 + "{{ long | upper | length }}" + "{% endfor %}" * 3,
    "{% for a in xs %}" * 3 + "{{ long[1:] | length }}" + "{% endfor %}" * 3,
    "{% for a in xs %}" * 3 + "{{ a }}" * 20 + "{% endfor %}" * 3,
    "{% for a in xs %}" * 3 + "{% set b = a %}{{ b }}" * 5 + "{% endfor %}" * 3,
    "{% for a in xs %}" * 2 + "{% for b in xs | reverse | reverse | reverse %}{% endfor %}" * 101 + "{% endfor %}" * 2,
]
