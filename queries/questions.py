"""A question's SQL, made whole: the questions it starts from, its measures, its lists of ids.

Nothing here joins strings: SQL is read into a tree by SQLGlot, changed there, and written in the
dialect of the engine that runs it. Values never enter the tree; they are bound.

A part (parts/*.sql) is written as a question is and others start from it, but nobody can ask it: it
holds what a reader may not see.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import sqlglot
from sqlglot import exp

from queries import measures

HERE = Path(__file__).parent
PARTS = HERE / "parts"
DIALECT = "duckdb"


class UnknownQuestion(LookupError):
    """No .sql file bears this name."""


@dataclass(frozen=True)
class Question:
    """A question as it stands in its file. `asks` is its first comment line."""

    name: str
    asks: str
    text: str


@cache
def names() -> tuple[str, ...]:
    """Every question's name, sorted."""
    return tuple(sorted(file.stem for file in HERE.glob("*.sql")))


@cache
def parts() -> tuple[str, ...]:
    """The names of what questions start from and nobody can ask, sorted."""
    return tuple(sorted(file.stem for file in PARTS.glob("*.sql")))


def question(name: str) -> Question:
    """The question of that name. Raises UnknownQuestion, for a part too."""
    if name not in names():
        raise UnknownQuestion(name)
    return read(name)


@cache
def read(name: str) -> Question:
    """A question or a part, as it stands in its file."""
    folder = PARTS if name in parts() else HERE
    text = (folder / f"{name}.sql").read_text("utf-8")
    return Question(name, text.partition("\n")[0].removeprefix("-- "), text)


@cache
def sql(name: str, lengths: tuple[tuple[str, int], ...] = (), dialect: str = DIALECT) -> str:
    """The whole SQL of a question, with `$name` for each value to bind.

    lengths: for each parameter that is a list, how many values it holds; `in ($theme)` becomes
    `in ($theme_1, $theme_2)`, and an empty list matches nothing.
    """
    tree = whole(name).copy()
    for placeholder in list(tree.find_all(exp.Placeholder)):
        count = dict(lengths).get(placeholder.name)
        if count is not None and isinstance(placeholder.parent, exp.In):
            placeholder.parent.set("expressions", numbered(placeholder.name, count))
    return tree.sql(dialect=dialect, pretty=True, comments=False)


def literal(name: str, values: Mapping[str, object]) -> str:
    """The whole SQL of a question with its values in place, to be read and run by a person."""
    tree = whole(name).copy()
    for placeholder in list(tree.find_all(exp.Placeholder)):
        value = values[placeholder.name]
        if isinstance(value, (tuple, list)) and isinstance(placeholder.parent, exp.In):
            nodes = [exp.convert(item) for item in value] or [exp.null()]
            placeholder.parent.set("expressions", nodes)
        else:
            placeholder.replace(exp.convert(value))
    return tree.sql(dialect=DIALECT, pretty=True, comments=False)


@cache
def parameters(name: str) -> tuple[str, ...]:
    """The names of the values that a question needs bound, sorted."""
    return tuple(sorted({found.name for found in whole(name).find_all(exp.Placeholder)}))


@cache
def whole(name: str) -> exp.Query:
    """The question's tree with measures expanded and every question it starts from as a CTE."""
    tree = expanded(name).copy()
    own = [*tree.find_all(exp.CTE)]
    ctes = [named(other) for other in foundations(name)]
    if ctes:
        tree.set("with_", exp.With(expressions=[*ctes, *own]))
    return tree


def named(name: str) -> exp.CTE:
    """A question as a table of another."""
    return exp.CTE(
        this=unordered(expanded(name)), alias=exp.TableAlias(this=exp.to_identifier(name))
    )


@cache
def foundations(name: str) -> tuple[str, ...]:
    """The questions that a question starts from, each after those it starts from itself."""
    known, found = {*names(), *parts()}, dict[str, None]()
    for table in expanded(name).find_all(exp.Table):
        if table.name in known and table.name != name:
            found.update(dict.fromkeys((*foundations(table.name), table.name)))
    return tuple(found)


@cache
def expanded(name: str) -> exp.Query:
    """One file's tree, with each `measure(x)` replaced by its SQL."""
    tree = sqlglot.parse_one(read(name).text, dialect=DIALECT).transform(measure_in_place)
    assert isinstance(tree, exp.Query), f"{name}.sql does not ask anything"
    return tree


def measure_in_place(node: exp.Expr) -> exp.Expr:
    if isinstance(node, exp.Anonymous) and node.name.lower() == "measure":
        declared = measures.load()[node.expressions[0].name]
        return sqlglot.parse_one(declared.sql, dialect=DIALECT)
    return node


def unordered(tree: exp.Query) -> exp.Query:
    """The same rows without ORDER BY, which means nothing inside another question."""
    copy = tree.copy()
    copy.set("order", None)
    return copy


def numbered(name: str, count: int) -> list[exp.Expr]:
    """Placeholders for the values of a list; NULL for an empty one."""
    many = [exp.Placeholder(this=f"{name}_{n}") for n in range(1, count + 1)]
    return [*many] or [exp.null()]
