"""Our own pages read back as a tree, so that paper says what the page says, word for word."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

import attrs


@attrs.define(kw_only=True)
class Tag:
    """One element.

    Attributes:
        tag: name.
        given: attributes.
        inside: elements and texts, in order.
    """

    tag: str
    given: Mapping[str, str]
    inside: "list[Tag | str]" = attrs.field(factory=list)

    @property
    def kinds(self) -> frozenset[str]:
        """Classes."""
        return frozenset(self.given.get("class", "").split())

    @property
    def words(self) -> str:
        """The text, without what is hidden from those who listen."""
        if self.given.get("aria-hidden") == "true":
            return ""
        return "".join(one if isinstance(one, str) else one.words for one in self.inside)

    def children(self) -> "Iterator[Tag]":
        """Yield the elements inside."""
        return (one for one in self.inside if isinstance(one, Tag))

    def every(self, tag: str) -> "Iterator[Tag]":
        """Yield the elements of that name, at any depth, in order."""
        for one in self.children():
            if one.tag == tag:
                yield one
            yield from one.every(tag)


class _Reader(HTMLParser):
    """Builds the tree; the page is our own, so every element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[Tag] = [Tag(tag="", given={})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Tag(tag=tag, given={name: value or "" for name, value in attrs})
        self.open[-1].inside.append(node)
        if tag != "meta":
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        del tag
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def tree(page: str) -> Tag:
    """Return the root of a page."""
    reader = _Reader()
    reader.feed(page)
    return reader.open[0]
