"""What is worked out once for an object."""

from zest.model.dossier import Dossier
from zest.once import once_for_each


def test_an_object_is_worked_on_once() -> None:
    """Told by identity: an equal one is another."""
    worked: list[str] = []

    @once_for_each
    def name(dossier: Dossier) -> str:
        worked.append(dossier.name)
        return f"{dossier.name} {len(worked)}"

    first, equal = Dossier(), Dossier()

    assert first == equal
    assert ["collectif sans nom 1", "collectif sans nom 1", "collectif sans nom 2"] == [
        name(first), name(first), name(equal)
    ]  # fmt: skip


def test_what_was_made_goes_with_its_object() -> None:
    """Each of a hundred objects that follow one another in the same memory gets its own."""
    worked: list[int] = []

    @once_for_each
    def count(dossier: Dossier) -> int:
        worked.append(id(dossier))
        return len(worked)

    assert list(range(1, 101)) == [count(Dossier()) for _ in range(100)]
