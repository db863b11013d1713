"""What the order form tells of a mission."""

from zest.model.activity import Mission, Order
from zest.model.dossier import Dossier
from zest.readings.order_form import asked_of_client, order_of, precise_task_of
from zest.rule import Case
from zest.testing.samples import AS_OF, core_assembly


def case(*orders: Order) -> Case:
    """Return a case whose dossier holds these orders."""
    catalogue = core_assembly().catalogue
    return Case(
        dossier=Dossier(orders=orders), as_of=AS_OF, law=catalogue.law.on(AS_OF), sectors=catalogue.sectors
    )


def test_an_order_answers_for_the_mission_that_does_not_tell() -> None:
    """The mission first, then its order; a strike is asked on the order form alone."""
    told = case(Order(key="C1", redundancies=True, strike=True, precise_task=" Ranger. "))
    mission = Mission(key="M", structure="ai", order="C1", listed_agents=False)

    assert asked_of_client(mission, "redundancies", told) is True
    assert asked_of_client(mission, "strike", told) is True
    assert asked_of_client(mission, "listed_agents", told) is False
    assert asked_of_client(mission, "same_post", told) is None
    assert "Ranger." == precise_task_of(mission, told)


def test_without_an_order_nobody_answers() -> None:
    """No order cited, or one that the dossier does not have."""
    for mission in (Mission(key="M", structure="ai"), Mission(key="M", structure="ai", order="C2")):
        assert order_of(mission, case(Order(key="", strike=True))) is None
        assert asked_of_client(mission, "strike", case(Order(key="", strike=True))) is None
        assert "" == precise_task_of(mission, case())


def test_the_first_order_of_a_key_is_the_one_cited() -> None:
    """As everywhere in a dossier."""
    told = case(Order(key="C1", strike=True), Order(key="C1", strike=False))

    assert asked_of_client(Mission(key="M", structure="ai", order="C1"), "strike", told) is True
