"""Every service is asked one small question, and what is wrong comes as an error that can be worded."""

import pytest
from klasskart.core.errors import BadFile, Cancelled, Faulty, Refused, UnexpectedAnswer, Unreachable
from klasskart.core.feedback import Feedback
from klasskart.core.settings import Config
from klasskart.work import verifying
from klasskart.work.services import open_services

OVER_HTTP = [name for name in verifying.QUESTIONS if name != verifying.PORTALS]


def opened(tmp_path, environment):
    return open_services(Config.read(environment={"KLASSKART_CACHE_DIR": str(tmp_path), **environment}))


@pytest.mark.parametrize("name", verifying.QUESTIONS)
def test_a_service_at_the_right_address_is_right(services, standin, name):
    verifying.verify(services, name)
    assert len(standin.requests) <= 2, "a small question"


@pytest.mark.parametrize("name", OVER_HTTP)
def test_an_address_with_another_service_behind_it_is_told(standin, tmp_path, name):
    other = standin.environment()["KLASSKART_BRREG_URL" if name != "brreg" else "KLASSKART_WMS_URL"]
    services = opened(tmp_path, {**standin.environment(), f"KLASSKART_{name.upper()}_URL": other + "/nowhere"})
    with pytest.raises((Refused, UnexpectedAnswer, Faulty)):
        verifying.verify(services, name)
    services.close()


def test_a_machine_that_is_not_there_is_told(tmp_path):
    services = opened(tmp_path, {"KLASSKART_KLASS_URL": "http://127.0.0.1:9/klass", "KLASSKART_CONNECT_TIMEOUT": "1"})
    with pytest.raises(Unreachable):
        verifying.verify(services, "klass")
    services.close()


def test_a_service_that_fails_is_told(services, standin):
    standin.break_next("/klass", status=500, times=100)
    with pytest.raises(Faulty):
        verifying.verify(services, "klass")


def test_a_list_of_portals_that_is_none_is_told(tmp_path):
    services = opened(tmp_path, {"KLASSKART_PORTALS_FILE": str(tmp_path / "none.csv")})
    with pytest.raises(BadFile):
        verifying.verify(services, verifying.PORTALS)
    services.close()


def test_a_question_can_be_cancelled(services, standin):
    with pytest.raises(Cancelled):
        verifying.verify(services, "klass", feedback=Feedback(is_cancelled=lambda: True))
