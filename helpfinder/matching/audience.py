"""For whom a service or a number is: the person who writes, in the directory's words."""

_ADULT = frozenset({"parent", "adult", "child"})  # may call for a child, so a child's line is open too
_WORDS = {
    "child": frozenset({"child"}),
    "young_adult": frozenset({"young-adult"}),
    "professional": frozenset({"professional", "child"}),
    **dict.fromkeys(("parent", "grandparent", "foster_parent", "other"), _ADULT),
}


def is_for(audience: frozenset[str], person: str | None) -> bool:
    """Whether somebody belongs to an audience. An empty one is everybody; an unknown person may be anybody.

    ``person`` is a value of ``helpfinder.people.Person``.
    """
    words = _WORDS.get(person or "")
    return not audience or words is None or bool(audience & words)
