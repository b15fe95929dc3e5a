#!/usr/bin/env python3
"""Writes conformance.jsonl: templates, their data, and what Jinja2 3.1 makes of them.

Run it with a Python that has Jinja2:  python3 generate.py > conformance.jsonl
Each plain case is also nested: in a loop, in a macro, in a block of a child template, in an include.
"""
import json
import sys

from jinja2 import DictLoader, Environment

DATA = {
    "title": "Nodos & redes", "html": "<b>sí</b>", "n": 7, "f": 2.5, "neg": -3, "big": 1e20, "yes": True, "no": False,
    "nil": None, "empty": "", "words": "uno dos tres cuatro", "nums": [3, 1, 2, 10, 7], "names": ["Talos", "k3s", "ansible", "Zola"],
    "quote": "d'Artagnan dijo \"hola\"", "long": "El clúster gordito tiene tres nodos y cada uno ejecuta Talos Linux desde hace un año entero",
    "multi": "uno\n  dos\n\ntres", "map": {"b": 2, "a": 1, "C": 3}, "nested": {"x": {"y": [10, 20, {"z": "fin"}]}},
    "users": [
        {"name": "Ana", "age": 31, "city": "Vigo", "admin": True}, {"name": "bea", "age": 25, "city": "Lugo", "admin": False},
        {"name": "Carlos", "age": 31, "city": "Vigo", "admin": False}, {"name": "dani", "age": 19, "city": "Soria", "admin": True},
    ],
    "tree": [{"v": 1, "kids": [{"v": 2, "kids": []}, {"v": 3, "kids": [{"v": 4, "kids": []}]}]}, {"v": 5, "kids": []}],
    "pairs": [["a", 1], ["b", 2]], "mixed": [1, 2.0, "x", None, True, [1], {"k": "v"}], "dup": ["a", "B", "A", "b", "c"], "pct": "%s vale %d",
}

EXPRESSIONS = """
1 + 2|1 - 2 * 3|7 / 2|6 / 2|7 // 2|-7 // 2|7 % 3|-7 % 3|7 % -3|2 ** 10|2 ** -1|2 ** 3 ** 2|-2 ** 2|7.5 // 2|-7.5 % 2|1.5 + 1|0.1 + 0.2|1e3|1e16|123456789012345680.0|1.0
1_000|0x1f|0o17|0b101|1.5e-7|100000.0 * 100000000000.0|1 / 3|10 / 5|true + 1|- n|+n|--n|not n|not not n|n * 'ab'|'ab' * 2|[1] * 3|[1] + [2]|(1,) + (2,)|'a' + 'b'
'a' ~ 1 ~ none ~ true|1 ~ 2|title ~ '!'|n == 7|n == 7.0|n != 7|1 < 2|2 <= 2|3 > 4|4 >= 4|1 < 2 < 3|1 < 3 < 2|1 < n < 10 < 11|'a' < 'b'|[1, 2] < [1, 3]|'a' in 'abc'|'z' not in 'abc'|3 in nums|4 not in nums|'a' in map
true == 1|none == false|'1' == 1|[1, 2] == [1, 2]|{'a': 1} == {'a': 1}|(1, 2) == [1, 2]|yes and n|no and n|no or 'x'|yes or 'x'|'' or none|not no and yes|not (no or yes)|n if yes else f|n if no else f|n if no|'a' if no else 'b' if no else 'c'
true|false|none|True|False|None|'it\\'s'|"a\\tb"|'\\x41\\u00f1'|'a' 'b'|[1, 'a', 2.0, none, true]|(1, 2)|(1,)|()|[]|{}|{'a': 1, 2: 'b'}|{'a': [1, {'b': (1,)}]}|["it's", 'a"b', '\\n']
nested.x.y|nested.x.y.0|nested['x']['y'][1]|nested.x.y[2].z|nested.x.y[-1]['z']|map.b|map['a']|nums[0]|nums[-1]|words[0]|words[-1]|nums[1:3]|nums[:2]|nums[2:]|nums[::2]|nums[::-1]|nums[-2:]|nums[:-2]|nums[3:0:-1]|words[4:7]|words[::-1]|nums[10:]|(1,2,3)[1:]
nums.0|users[0].name|users.1.city|range(3)|range(3)|list|range(2, 8, 3)|list|range(5, 0, -2)|list|dict(a=1, b='x')|dict(map, d=4)|dict(pairs)
mixed|title|html|n|f|big|nil|yes|quote|users|map|long|multi|neg
""".strip()

TESTED = {
    "": """upper|lower|capitalize|title|length|trim|string|reverse|first|last|list|wordcount|striptags|escape|e|forceescape|safe|urlencode|tojson|center|center(9)|count|replace('a','o')|replace('a','o',1)|truncate(9)|truncate(9,true)|truncate(9,true,'…')|truncate(9,false,'',0)|wordwrap(12)|wordwrap(3)|wordwrap(12,false)|indent|indent(2)|indent(2,true)|indent(2,true,true)|indent('> ')|default('x')|default('x',true)|d('y')|pprint|unique|join|join('-')|batch(3)|list|int|float|int(5)|int(9)|string|e|upper|lower|title|list|join(',')""",
}

SUBJECTS_TEXT = ["title", "html", "words", "quote", "long", "multi", "empty", "'  hola  '", "'x-y z_w (a) [b]'", "'12'", "'3.7'", "'ÁÉ ñandú'"]
TEXT_FILTERS = ["upper", "lower", "capitalize", "title", "length", "trim", "trim('ho ')", "reverse", "first", "last", "list", "wordcount", "striptags", "escape", "safe", "forceescape", "urlencode", "tojson", "center(30)", "replace('a', 'o')", "replace('o', '<', 1)", "truncate(9)", "truncate(9, true)", "truncate(20, false, '>>', 0)", "wordwrap(12)", "wordwrap(5, false)", "wordwrap(8, true, '|')", "indent", "indent(2, true)", "indent(2, true, true)", "indent('> ')", "default('x')", "default('x', true)", "string", "join('-')", "int", "float", "int(5)", "batch(4)|list", "e|e", "safe|upper", "upper|safe|e", "replace(' ', '&')|safe", "unique|list", "sort|join", "min", "max", "length + 1", "pprint"]
NUMBERS = ["n", "f", "neg", "0", "1000000", "1234567890", "2.675", "0.5", "1.5", "-2.5", "1e20", "42.55", "true"]
NUMBER_FILTERS = ["abs", "round", "round(1)", "round(2)", "round(-1)", "round(1, 'ceil')", "round(0, 'floor')", "int", "float", "string", "filesizeformat", "filesizeformat(true)", "tojson", "default(9)", "e", "pprint"]
LIST_CASES = """nums|sort|nums|sort(true)|nums|sort(reverse=true)|names|sort|names|sort(case_sensitive=true)|users|sort(attribute='age')|map(attribute='name')|list|users|sort(attribute='age,name')|map(attribute='name')|list|users|sort(attribute='name',reverse=true)|map(attribute='name')|join(' ')
nums|sum|users|sum(attribute='age')|nums|sum(start=100)|nums|min|nums|max|names|min|names|max|users|min(attribute='age')|users|max(attribute='name')|nums|first|nums|last|nums|length|nums|reverse|list|nums|join|nums|join(', ')|users|join(', ', attribute='name')
nums|batch(2)|list|nums|batch(2,'x')|list|nums|slice(2)|list|nums|slice(3,'x')|list|dup|unique|list|dup|unique(true)|list|users|unique(attribute='city')|map(attribute='name')|list|users|groupby('city')|list|users|groupby('age')|map('first')|list|users|groupby('nope',default='-')|list
nums|map('string')|list|names|map('upper')|list|names|map('replace','a','4')|list|users|map(attribute='nope',default='?')|list|users|map(attribute='name')|map('lower')|join(',')|nums|select('odd')|list|nums|reject('odd')|list|nums|select('gt',2)|list|nums|select|list|mixed|select|list|mixed|reject|list
users|selectattr('admin')|map(attribute='name')|list|users|rejectattr('admin')|map(attribute='name')|list|users|selectattr('age','equalto',31)|map(attribute='name')|list|users|rejectattr('city','in',['Vigo'])|map(attribute='name')|list|users|selectattr('nope','defined')|list
map|dictsort|map|dictsort(true)|map|dictsort(by='value')|map|dictsort(reverse=true)|map|items|list|map|list|map|length|map|tojson|users|tojson|mixed|tojson|map|tojson(2)|{'class': 'a b', 'id': none, 'x': '<'}|xmlattr|{'a': 1}|xmlattr(false)|map|urlencode|pairs|urlencode|'a/b c'|urlencode
pct|format('x', 3)|'%05.2f|%x|%e|%g|%-5s|'|format(3.14159, 255, 12345.678, 0.0001, 'ab')|'%(a)s'|format(a='z')|'%s' % 'x'|'%d-%d' % (1, 2)|'%5d' % 3|'%+d' % 3|'%%'|format
map|attr('b')|users|map(attribute='age')|sum|users|first|tojson|[1,[2,3]]|tojson|'</script>'|tojson|'é'|tojson|nested|tojson|users|map(attribute='city')|unique|sort|join('/')|mixed|first|mixed|last|[]|first|[]|length|[]|sum|[]|join|{}|list
title.upper()|words.split()|words.split(' ', 1)|'a,b,c'.split(',')|words.startswith('uno')|words.endswith('x')|words.replace('o','0')|'  a '.strip()|'-'.join(['a','b'])|words.title()|'abc'.find('c')|'aXbX'.count('X')|'{} y {}'.format(1, 'b')|'{0}{1}{0}'.format('a','b')|'{x}'.format(x=3)|map.get('a')|map.get('z')|map.get('z', 9)|map.keys()|list|map.values()|list|map.items()|list|'abc'.isdigit()|'12'.isdigit()|'a-b'.partition('-')|'7'.zfill(3)|'a\\nb'.splitlines()|'ab'.center(6)|'x'.ljust(3) ~ '!'|'x'.rjust(3)|'AbC'.swapcase()|'abc'.upper().lower().capitalize()"""
TESTS = """n is defined|zzz is defined|zzz is undefined|n is not defined|nil is none|n is none|n is number|title is number|title is string|n is string|map is mapping|nums is mapping|nums is sequence|n is sequence|nums is iterable|n is iterable|n is odd|n is even|n is divisibleby 7|n is divisibleby(3)|yes is true|yes is false|no is false|yes is boolean|n is integer|f is integer|f is float|n is float|'abc' is lower|'ABC' is upper|'Abc' is lower|n is eq 7|n is ne 7|n is gt 3|n is lt 3|n is ge 7|n is le 7|n is equalto 7|n is greaterthan 8|n is lessthan 8|3 is in nums|4 is in [1]|4 is not in [1]|'upper' is filter|'nope' is filter|'odd' is test|'nope' is test|nil is sameas none|n is sameas none|range is callable|n is callable|html is escaped|(html|safe) is escaped|n is odd and n is number|not n is even|n is == 7|n is > 3"""

STATEMENTS = [
    "{% for x in nums %}{{ x }},{% endfor %}", "{% for x in [] %}a{% else %}vacío{% endfor %}", "{% for x in nums %}{{ loop.index }}/{{ loop.length }}:{{ x }} {% endfor %}",
    "{% for x in nums %}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }} {% endfor %}",
    "{% for x in nums %}{{ loop.cycle('a', 'b') }}{% endfor %}", "{% for x in nums %}{{ loop.previtem is defined }}{{ loop.nextitem|default('-') }};{% endfor %}",
    "{% for x in dup %}{% if loop.changed(x|lower) %}{{ x }}{% endif %}{% endfor %}", "{% for k, v in map.items() %}{{ k }}={{ v }};{% endfor %}", "{% for k in map %}{{ k }}{% endfor %}",
    "{% for a, b in pairs %}{{ a }}{{ b }}{% endfor %}", "{% for x in nums if x > 2 %}{{ loop.index }}{{ loop.length }}{{ x }} {% endfor %}", "{% for x in nums if x > 99 %}a{% else %}ninguno{% endfor %}",
    "{% for t in tree recursive %}[{{ t.v }}{{ loop(t.kids) }}]{% endfor %}", "{% for t in tree recursive %}{{ loop.depth }}{{ loop.depth0 }}{% if t.kids %}({{ loop(t.kids) }}){% endif %}{% endfor %}",
    "{% for t in tree recursive %}{{ t.v }}{{ loop.index }}{{ n }}{{ loop(t.kids) }}{% else %}.{% endfor %}", "{% for x in nums %}{% if x == 2 %}{% break %}{% endif %}{{ x }}{% endfor %}", "{% for x in nums %}{% if x == 2 %}{% continue %}{% endif %}{{ x }}{% endfor %}",
    "{% for x in nums %}{% for y in nums[:2] %}{{ loop.index }}{% endfor %}{{ loop.index }};{% endfor %}", "{% for x in nums %}{% set outer = loop %}{% for y in 'ab' %}{{ outer.index }}{{ y }}{% endfor %}{% endfor %}",
    "{% for x in words %}{{ x|upper }}{% endfor %}", "{% for x in range(4) %}{{ x }}{% endfor %}", "{% if n %}a{% endif %}", "{% if no %}a{% else %}b{% endif %}", "{% if no %}a{% elif n == 7 %}b{% else %}c{% endif %}", "{% if no %}a{% elif no %}b{% endif %}-",
    "{% set x = 1 %}{{ x }}", "{% set a, b = 1, 2 %}{{ a }}{{ b }}", "{% set x %}<i>{{ title }}</i>{% endset %}{{ x }}", "{% set x | upper %}hola{% endset %}{{ x }}", "{% set x | replace('o', '0') | upper %}hola {{ title }}{% endset %}{{ x }}",
    "{% set x = 1 %}{% for i in nums %}{% set x = i %}{% endfor %}{{ x }}", "{% set x = 1 %}{% for i in nums %}{{ x }}{% set x = i %}{% endfor %}", "{% set ns = namespace(t=0) %}{% for i in nums %}{% set ns.t = ns.t + i %}{% endfor %}{{ ns.t }}", "{% set ns = namespace() %}{% set ns.a = 'x' %}{{ ns.a }}{{ ns.b is defined }}",
    "{% if yes %}{% set x = 5 %}{% endif %}{{ x }}", "{% if no %}{% set n = 5 %}{% endif %}{{ n }}", "{% set l = [] %}{% for i in nums %}{% set _ = l.append(i * 2) %}{% endfor %}{{ l }}", "{% set l = [1] %}{% do l.append(2) %}{{ l }}", "{% set m = {} %}{% do m.update({'a': 1}) %}{{ m }}",
    "{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}{{ a is defined }}", "{% with %}{% set q = 3 %}{{ q }}{% endwith %}{{ q is defined }}", "{% with n = n + 1 %}{{ n }}{% endwith %}{{ n }}", "{% filter upper %}hola {{ title }}{% endfilter %}", "{% filter replace('a', 'o') | upper %}casa{% endfilter %}",
    "{% macro m(a, b=2) %}{{ a }}-{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, 3) }}{{ m(b=5, a=4) }}", "{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m() }}", "{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, x=3) }}", "{% macro m(a, b=a) %}{{ b }}{% endmacro %}{{ m('<') }}",
    "{% macro m(t) %}<{{ t }}>{{ caller() }}</{{ t }}>{% endmacro %}{% call m('p') %}hola {{ title }}{% endcall %}", "{% macro m() %}{% for x in nums %}{{ caller(x) }}{% endfor %}{% endmacro %}{% call(v) m() %}<{{ v }}>{% endcall %}", "{% macro m() %}{% if caller %}si{% else %}no{% endif %}{% endmacro %}{{ m() }}{% call m() %}{% endcall %}",
    "{% macro f(k) %}{{ k }}{% if k > 0 %}{{ f(k - 1) }}{% endif %}{% endmacro %}{{ f(3) }}", "{% macro m(x) %}{{ x }}{% endmacro %}{{ m.name }}{{ m(html) }}{{ m(html|safe) }}", "{% set x = 'fuera' %}{% macro m() %}{{ x }}{% endmacro %}{{ m() }}", "{% macro m() %}{{ x }}{% endmacro %}{% set x = 'luego' %}{{ m() }}", "{% macro a(x) %}({{ x }}){% endmacro %}{% macro b(x) %}{{ a(x) }}{{ a(a(x)) }}{% endmacro %}{{ b('<') }}",
    "{% raw %}{{ no }} {% if %}{% endraw %}", "a {%- raw -%} x {%- endraw -%} b", "{# nada #}a{#- b -#} c", " a {{- n -}} b ", " a {%- if yes -%} b {%- endif -%} c ", "\n{% if yes %}\n x\n{% endif %}\n", "a\n\n", "a\n", "{{ n }}\n", "{%+ if yes %}x{% endif +%}y", "  {%- if yes +%}  x{% endif %}",
    "{% autoescape true %}{{ html }}{% endautoescape %}{{ html }}", "{% autoescape false %}{{ html }}{% endautoescape %}", "{% autoescape true %}{{ html ~ ('<i>'|safe) }}{{ ('<i>'|safe) + html }}{% endautoescape %}", "{% autoescape true %}{{ [html, '<p>'|safe]|join('<') }}{% endautoescape %}", "{% autoescape true %}{{ quote }}{{ [quote] }}{{ ('<b>%s</b>'|safe)|format(html) }}{% endautoescape %}", "{% autoescape true %}{{ html|upper }}{{ html|safe|upper }}{{ html|striptags }}{{ html|replace('b', '<') }}{% endautoescape %}",
    "{% set c = cycler('a', 'b') %}{% for x in nums %}{{ c.next() }}{% endfor %}{{ c.current }}", "{% set j = joiner('|') %}{% for x in nums %}{{ j() }}{{ x }}{% endfor %}", "{% block a %}uno{% endblock %}-{{ self.a() }}", "{% for x in nums %}{% block q scoped %}{{ x }}{% endblock %}{% endfor %}", "{% block a %}{% block b %}x{% endblock %}{% endblock %}",
    "{{ zzz }}|{{ map.zzz }}|{{ nums[99] }}|{{ 'x' if no }}", "{{ zzz|default('d') }}{{ map.zzz|default('e') }}", "{% for x in zzz %}a{% else %}b{% endfor %}", "{{ zzz|length }}{{ zzz|join }}{{ zzz|upper }}", "{% if zzz %}a{% else %}b{% endif %}", "{{ zzz == none }}{{ zzz ~ 'x' }}", "{% print n %}{% print n, f %}", "{{ n, f }}", "{% do nums %}x", "{{ {'a': {'b': 1}}['a']['b'] }}", "{{ {'a': {'b': {}}} }}", "{% for a, (b, c) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}",
    "{% set x = 1 %}{% with x = 2 %}{% set x = 3 %}{{ x }}{% endwith %}{{ x }}", "{% for x in [1, 2] %}{% macro m() %}{{ x }}{% endmacro %}{{ m() }}{% endfor %}", "{% for x in [1,2,3] %}{% set y %}{{ x }}{% if x == 2 %}{% break %}{% endif %}{% endset %}{{ y }}{% endfor %}.", "{% if n is defined and n > 3 %}{{ n }}{% endif %}", "{{ loop is defined }}", "{% set loop_ = 3 %}{{ loop_ }}", "{{ [1,2,3]|map('string')|map('upper')|join }}", "á{{ title }}é{# ñ #}ü",
]

FILES = {
    "base.html": "<{% block title %}base{% endblock %}|{% block body %}cuerpo{% endblock %}>{% block pie %}pie {{ n }}{% endblock %}", "mid.html": "{% extends 'base.html' %}{% block body %}mid({{ super() }}){% endblock %}{% block extra %}{% endblock %}",
    "inc.html": "[{{ x|default('sin x') }}{{ n }}{% if loop is defined %}{{ loop.index }}{% endif %}]", "lib.html": "{% macro card(t) %}<{{ t }}>{% endmacro %}{% set v = 'valor' %}{% set _p = 1 %}{% macro ctx() %}{{ n|default('nada') }}{% endmacro %}", "set.html": "{% set fuera = 1 %}{{ fuera }}", "req.html": "{% block r required %}{% endblock %}",
    "scoped.html": "{% for i in nums %}{% block item scoped %}{{ i }}{% endblock %}{% endfor %}", "dyn.html": "{% if yes %}{% extends 'base.html' %}{% endif %}", "t.html": "{{ n }}", "loop.html": "{% for x in nums %}{% include 'inc.html' %}{% endfor %}",
}
TEMPLATES = [
    "{% extends 'base.html' %}{% block title %}hijo{% endblock %}", "{% extends 'mid.html' %}{% block body %}hijo({{ super() }}){% endblock %}", "{% extends 'mid.html' %}{% block body %}{{ super.super() }}{% endblock %}", "{% extends 'base.html' %}fuera{% set n = 99 %}{% block body %}{{ n }}{% endblock %}",
    "{% extends 'base.html' %}{% block title %}{{ self.body() }}{% endblock %}", "{% set p = 'base.html' %}{% extends p %}{% block body %}d{% endblock %}", "{% extends 'b' ~ 'ase.html' %}", "{% extends ['nope.html', 'base.html'] %}{% block pie %}.{% endblock %}", "{% extends 'scoped.html' %}{% block item %}<{{ i }}>{% endblock %}", "{% extends 'dyn.html' %}{% block title %}x{% endblock %}",
    "{% if yes %}{% extends 'base.html' %}{% endif %}a{% block title %}t{% endblock %}", "{% if no %}{% extends 'base.html' %}{% endif %}a{% block title %}t{% endblock %}", "{% extends 'req.html' %}{% block r %}lleno{% endblock %}", "{% extends 'base.html' %}{% macro m(a) %}({{ a }}){% endmacro %}{% block body %}{{ m(1) }}{% endblock %}", "{% extends 'base.html' %}{% import 'lib.html' as l %}{% block body %}{{ l.card('q') }}{% endblock %}", "{% extends 'base.html' %}{% block body %}{% block inner %}i{% endblock %}{% endblock %}",
    "{% include 'inc.html' %}", "{% set x = 5 %}{% include 'inc.html' %}", "{% for x in nums %}{% include 'inc.html' %}{% endfor %}", "{% for x in nums %}{{ loop.index }}{% include 'inc.html' %}{% endfor %}", "{% include 'nope.html' ignore missing %}-", "{% include ['nope.html', 'inc.html'] %}", "{% include ['a', 'b'] ignore missing %}x", "{% include 'inc.html' without context %}", "{% include 'inc.html' with context %}", "{% set x = 1 %}{% include 'set.html' %}{{ fuera is defined }}", "{% with x = 9 %}{% include 'inc.html' %}{% endwith %}", "{% macro m(x) %}{% include 'inc.html' %}{% endmacro %}{{ m('mm') }}", "{% include 'loop.html' %}", "{% set i = 'inc.html' %}{% include i %}",
    "{% import 'lib.html' as l %}{{ l.card('a') }}{{ l.v }}{{ l.ctx() }}", "{% import 'lib.html' as l with context %}{{ l.ctx() }}", "{% from 'lib.html' import card %}{{ card(1) }}", "{% from 'lib.html' import card as c, v %}{{ c(1) }}{{ v }}", "{% from 'lib.html' import card, ctx with context %}{{ ctx() }}", "{% for x in nums %}{% from 'lib.html' import card %}{{ card(x) }}{% endfor %}", "{% import 'lib.html' as l %}{{ l._p is defined }}{{ l.nope is defined }}", "{% macro m() %}{% import 'lib.html' as l %}{{ l.card('z') }}{% endmacro %}{{ m() }}{{ m() }}", "{% from 'lib.html' import nope %}{{ nope is defined }}", "{% block a %}{% import 'lib.html' as l %}{{ l.card('z') }}{% endblock %}", "{% include 'base.html' %}", "{% include 'mid.html' %}",
]


# Schemes in capitals are left out: there Jinja writes https://HTTPS://.
URLS = [
    "mira https://talos.dev.", "(http://k3s.io/a_(b))", "www.debian.org, y", "sitegen.org", "a@b.es", "mailto:ana@casa.net", "<https://x.org/?a=1&b=2>", "nada.local", "https://10.0.0.5:8006/#v1",
    "http://nodo1", "https://casa.lan/ruta/larga/de/verdad", "ftp://x.org", "ana@casa", "dos www.a.net www.b.net", "fin.com!", "k3s.io", "www.", "a@b.c.d", "x:a@b.es", "¿https://ñandú.es?", "[https://x.org]", "https://x.org/a,b.",
]
URL_FILTERS = ["urlize", "urlize(12)", "urlize(nofollow=true)", "urlize(target='_blank', rel='me')", "safe|urlize"]

ARGUED_TESTS = """9 is divisibleby 3|9 is divisibleby(4)|9 is not divisibleby 4|n is divisibleby n|f is divisibleby 2.5|1 is eq 1.0|'a' is eq 'A'|[1] is eq [1]|n is ne 8|n is lt 7|n is le 7.0|n is gt(6)|n is not gt 6|n is ge 8|'a' is lt 'b'|n is greaterthan neg|n is lessthan f
'uno' is in words|'x' is in words|'a' is in map|'z' is not in map|n is in nums|nil is in mixed|[1] is in mixed|(1, 2) is in [(1, 2)]|'k' is in []|nil is sameas none|yes is sameas true|no is sameas none|n is sameas 7|yes is sameas 1|n is == 7|n is != 7|n is < 8|n is <= 6|n is > 6|n is >= 8
nums|select('divisibleby', 2)|list§nums|reject('in', [3, 7])|list§nums|select('ge', 3)|list§nums|select('lt', 3)|sum§names|select('in', 'k3s y Zola')|list§users|selectattr('age', 'gt', 20)|map(attribute='name')|list§users|selectattr('age', 'ne', 31)|map(attribute='name')|join§users|rejectattr('age', 'divisibleby', 5)|map(attribute='name')|list§users|selectattr('city', 'in', ['Soria', 'Lugo'])|map(attribute='name')|list§mixed|select('sameas', none)|list§mixed|reject('string')|reject('none')|list§nums|select('==', 3)|list§nums|map('float')|select('float')|list"""

# How lists and groups are mostly written, each as one case.
HABITS = [
    "{% for g in users|groupby('city') %}{{ g.grouper }}:{% for u in g.list %} {{ u.name }}{% endfor %};{% endfor %}", "{% for city, list in users|groupby('city') %}{{ city }}={{ list|map(attribute='name')|join(',') }} {% endfor %}", "{{ users|groupby('city')|map(attribute='grouper')|join }}",
    "<ul>\n{% for u in users %}\n  <li>{{ u.name|e }}</li>\n{% endfor %}\n</ul>", "{% for row in nums|batch(3, '-') %}<tr>{% for c in row %}<td>{{ c }}</td>{% endfor %}</tr>{% endfor %}", "{% for col in nums|slice(2) %}<ul>{% for c in col %}<li>{{ c }}</li>{% endfor %}</ul>{% endfor %}",
    "{% macro field(name, value='', type='text', size=20) -%}<input type={{ type }} name={{ name }} value={{ value|e }} size={{ size }}>{%- endmacro %}{{ field('user') }}{{ field('pass', type='password') }}", "{% macro box(title, class='c') -%}<div class={{ class }}>{{ title }}:{{ caller() }}</div>{%- endmacro %}{% call box('Nota') %}cuerpo{% endcall %}", "{% macro each(users) -%}{% for u in users %}<li>{{ u.name }}{{ caller(u) }}</li>{% endfor %}{%- endmacro %}{% call(u) each(users) %} ({{ u.age }}){% endcall %}",
    "{% set ns = namespace(found=false) %}{% for u in users %}{% if u.admin %}{% set ns.found = true %}{% endif %}{% endfor %}{{ ns.found }}", "{% for u in users if not u.admin %}<li>{{ u.name }}</li>{% else %}<li>nadie</li>{% endfor %}", "<ol>{%- for t in tree recursive %}<li>{{ t.v }}{%- if t.kids -%}<ol>{{ loop(t.kids) }}</ol>{%- endif %}</li>{%- endfor %}</ol>",
    "{% for v in nums %}{% if loop.previtem is defined and v > loop.previtem %}sube{% endif %}{{ v }}{% if loop.nextitem is defined and loop.nextitem > v %}+{% endif %} {% endfor %}", "{% for k, v in map|dictsort %}{{ k }}={{ v }} {% endfor %}", "{% for k, v in map|items %}{{ k }}={{ v }} {% endfor %}", "{% set pipe = joiner('|') %}{% if yes %}{{ pipe() }}a{% endif %}{% if no %}{{ pipe() }}b{% endif %}{% if n %}{{ pipe() }}c{% endif %}",
    "{% with %}{% set x = 42 %}{{ x }}{% endwith %}", "{{ '%s, %s!'|format('Hola', title) }}", "{{ \"%(a)s y %(b)s\" % {'a': 1, 'b': 2} }}", "{% block t %}{{ title }}{% endblock %}<h1>{{ self.t() }}</h1>", "{% if loop is not defined %}fuera{% endif %}", "{{ [users[0].name, users[1].name]|join(' y ') }}", "{{ 'a' if zzz is defined else 'b' }}",
]

# What may be chosen about the language itself: trim_blocks, lstrip_blocks, keep_trailing_newline, the two prefixes.
LAYOUTS = [
    "<ul>\n    {% for x in nums %}\n    <li>{{ x }}</li>\n    {% endfor %}\n</ul>\n", "{% if yes %}\n\n  a\n{% endif %}\n\n", "  {# nota #}\n  a {# otra #}\nb\n", "a {% if yes %}\n b\n {% endif %} c\n", "  {%+ if yes %}\n  x\n  {%+ endif %}\n", "{% if yes +%}\nx\n{% endif +%}\ny", "\t{% set a = 1 %}\n\t{{ a }}\n\t{{ a }}\n", "  {% raw %}\n  {{ x }}\n  {% endraw %}\n.",
    "  {%- if yes -%}  \n  x  \n  {%- endif -%}  \n  y", "{{ n }}\n  {{ n }}  \n{{ n }}\n\n", "  {% if yes %}{% if yes %}\n x\n  {% endif %}{% endif %}\n", "{% macro m() %}\n  m\n{% endmacro %}\n[{{ m() }}]\n", "{% for x in nums %}\n  {% if x > 2 %}\n    {{ x }}\n  {% endif %}\n{% endfor %}", "x\r\n  {% if yes %}\r\n  y\r\n  {% endif %}\r\nz\r\n",
]
LINES = [
    "# for x in nums\n* {{ x }}\n# endfor\n", "# for x in nums:\n  - {{ x }}\n  # endfor\nfin", "  # if no\na\n  # elif yes\nb\n  # else\nc\n  # endif\n", "# set a = [1,\n  2]\n{{ a }}", "a ## nota\nb\n", "## sola\na\n", "# for x in nums ## nota\n{{ x }}\n# endfor", "# block t\n{{ n }}\n# endblock\n", "# macro m(a)\n[{{ a }}]\n# endmacro\n{{ m(1) }}", "{{ '# no' }} # si\n",
]
CHOICES = [{}, {"trim_blocks": True}, {"lstrip_blocks": True}, {"trim_blocks": True, "lstrip_blocks": True}, {"keep_trailing_newline": True}, {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True}]
PREFIXES = {"line_statement_prefix": "#", "line_comment_prefix": "##"}


def expressions():
    """The single expressions; those that hold a bar are written one to a line below."""
    for line in EXPRESSIONS.splitlines():
        for part in line.replace("range(3)|list", "range(3)§list").replace("3)|list", "3)§list").replace("-2)|list", "-2)§list").split("|"):
            yield part.replace("§", "|")
    for subject in SUBJECTS_TEXT:
        for name in TEXT_FILTERS:
            if (subject, name) != ("long", "pprint"):  # long values are not folded here
                yield f"{subject}|{name}"
    for subject in NUMBERS:
        for name in NUMBER_FILTERS:
            if (subject, name) != ("1e20", "int"):  # whole numbers have 64 bits here
                yield f"({subject})|{name}"
    for url in URLS:
        for name in URL_FILTERS:
            yield f"'{url}'|{name}"
    plain_tests, more_tests, chosen = ARGUED_TESTS.splitlines()
    yield from plain_tests.split("|") + more_tests.split("|") + chosen.split("§")
    yield from TESTS.split("|") if "(html|safe)" not in TESTS else [t.replace("§", "|") for t in TESTS.replace("(html|safe)", "(html§safe)").split("|")]
    heads = ("nums|", "names|", "users|", "map|", "dup|", "mixed|", "pairs|", "pct|", "nested|", "[]|", "{}|", "{'", "'", "[", "title.", "words.", "map.")
    for line in LIST_CASES.splitlines():
        current = ""
        for part in line.split("|"):
            starts = (part + "|").startswith(heads) or part.startswith(heads)
            if current and starts and current.count("'") % 2 == 0:
                yield current
                current = part
            else:
                current = f"{current}|{part}" if current else part
        yield current


def nestings(template):
    yield "loop", "{% for i in [1, 2] %}" + template + "{% endfor %}", {}
    yield "macro", "{% macro fuera() %}" + template + "{% endmacro %}{{ fuera() }}", {}
    yield "block", "{% extends 'capa' %}{% block b %}" + template + "{% endblock %}", {"capa": "<{% block b %}{% endblock %}>"}
    yield "include", "{% if yes %}{% include 'dentro' %}{% endif %}", {"dentro": template}


def layouts():
    """Templates with what is chosen about the language."""
    for template in LAYOUTS:
        for choice in CHOICES:
            yield template, choice
    for template in LINES:
        for choice in CHOICES[:4]:
            yield template, {**choice, **PREFIXES}


def render(template, files, escapes, choice={}):
    env = Environment(**choice, loader=DictLoader({**FILES, **files}), autoescape=escapes, extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"])
    return env.from_string(template).render(**DATA)


def main():
    print(json.dumps({"data": DATA, "files": FILES}, ensure_ascii=False))
    seen = set()
    plain = [("{{ " + e + " }}", e) for e in expressions()] + [(s, s) for s in STATEMENTS + HABITS] + [(t, t) for t in TEMPLATES]
    for index, (template, _) in enumerate(plain):
        variants = [("", template, {})]
        if "{% block" not in template and "{% extends" not in template:
            variants += [list(nestings(template))[index % 4]] if template.startswith("{{") else list(nestings(template))
        for name, text, files in variants:
            for escapes in (False, True) if not name else (True,):
                key = (text, escapes, name)
                if key in seen:
                    continue
                seen.add(key)
                try:
                    expected = render(text, files, escapes)
                except Exception as error:
                    print(f"left out: {text!r}: {error}", file=sys.stderr)
                    continue
                if "<generator" in expected or "object at 0x" in expected or "bound method" in expected or "<built-in" in expected:
                    continue
                case = {"t": text, "e": expected}
                if files:
                    case["f"] = files
                if escapes:
                    case["a"] = True
                print(json.dumps(case, ensure_ascii=False))
    for template, choice in layouts():
        try:
            print(json.dumps({"t": template, "e": render(template, {}, False, choice), "o": choice}, ensure_ascii=False))
        except Exception as error:
            print(f"left out: {template!r}: {error}", file=sys.stderr)


main()
