"""Which addresses are called: the configured services, and others only on the open internet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.addresses import SERVICES, AddressBook, resolve_here
from klasskart.core.errors import UntrustedAddress

NAMES = {
    "open.example.org": ["93.184.216.34"],
    "inside.example.org": ["10.1.2.3"],
    "both.example.org": ["93.184.216.34", "::1"],
}


def book(configured=None, *, allow_private=False):
    return AddressBook(configured, allow_private=allow_private, resolve=lambda host: NAMES.get(host, []))


def refused(url, addresses=None):
    with pytest.raises(UntrustedAddress) as error:
        (addresses or book()).check(url)
    assert error.value.address == url
    return error.value.reason


# --- where the services are --------------------------------------------------------------------


def test_every_service_has_its_real_address_unless_configured():
    addresses = book({"klass": "http://127.0.0.1:8000/klass/v1/", "wms": " ", "wfs": None})
    assert addresses.url("klass", "classifications/131") == "http://127.0.0.1:8000/klass/v1/classifications/131"
    assert addresses.url("klass", "/x") == "http://127.0.0.1:8000/klass/v1/x"
    assert addresses.url("klass") == "http://127.0.0.1:8000/klass/v1"
    assert addresses.url("wms") == "https://wms.geonorge.no"
    assert all(book().url(service.name) == service.default for service in SERVICES.values())
    assert not any(service.default.endswith("/") for service in SERVICES.values())


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://data.ssb.no/api/klass/v1/classifications/131", "klass"),
        ("https://data.ssb.no/other", "klass"),
        ("https://www.geonorge.no/geonetwork/srv", "geonetwork"),
        ("https://example.org/x", "example.org"),
        ("http://[", "http://["),
    ],
)
def test_an_address_names_its_service_else_its_host(url, name):
    assert book().service_of(url) == name


def test_services_on_one_host_are_told_apart_by_path():
    one = {name: f"http://127.0.0.1:9/{name}" for name in SERVICES}
    addresses = book(one)
    assert all(addresses.service_of(f"http://127.0.0.1:9/{name}/x") == name for name in SERVICES)
    assert addresses.service_of("http://127.0.0.1:9/wms?request=GetCapabilities") == "wms"


# --- moving links -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("link", "moved"),
    [
        ("https://data.ssb.no/api/klass/v1/versions/398", "http://localhost:9/klass/versions/398"),
        ("http://data.ssb.no/api/klass/v1/versions/398?language=nb", "http://localhost:9/klass/versions/398?language=nb"),
        ("https://data.ssb.no/api/klass/v10/x", "http://localhost:9/klass/api/klass/v10/x"),
        ("https://DATA.ssb.no/api/klass/v1", "http://localhost:9/klass"),
        ("https://example.org/api/klass/v1/x", "https://example.org/api/klass/v1/x"),
        ("/relative", "/relative"),
        ("http://[", "http://["),
    ],
)
def test_links_to_the_default_host_go_where_the_service_is_configured(link, moved):
    assert book({"klass": "http://localhost:9/klass"}).moved(link) == moved


def test_old_links_to_an_unconfigured_service_become_https():
    assert book().moved("http://nedlasting.geonorge.no/x?y=1") == "https://nedlasting.geonorge.no/x?y=1"
    assert book().moved("http://nedlasting.geonorge.no:80/x") == "https://nedlasting.geonorge.no/x"
    assert book().moved("http://nedlasting.geonorge.no:8080/x") == "http://nedlasting.geonorge.no:8080/x"
    assert book().moved("http://nedlasting.geonorge.no:port/x") == "http://nedlasting.geonorge.no:port/x"


@given(st.sampled_from(sorted(SERVICES)), st.from_regex(r"(/[a-z0-9.]{1,5}){0,3}", fullmatch=True))
def test_whatever_lies_below_a_service_is_found_below_its_mirror(name, path):
    mirror = f"https://mirror.example.org/{name}"
    addresses = book({name: mirror})
    assert addresses.moved(SERVICES[name].default + path) == mirror + path
    assert addresses.trusted(mirror + path)


# --- trust -------------------------------------------------------------------------------------


def test_configured_hosts_and_ports_are_trusted_loopback_included():
    addresses = book({"klass": "http://127.0.0.1:8000/klass"})
    assert addresses.check("http://127.0.0.1:8000/anything") == "http://127.0.0.1:8000/anything"
    assert addresses.trusted("http://127.0.0.1:8000/")
    assert not addresses.trusted("ftp://127.0.0.1:8000/")
    assert refused("http://127.0.0.1:8001/", addresses) == "private"
    assert refused("http://localhost:8000/", addresses) == "private"


@pytest.mark.parametrize(
    "url", ["https://open.example.org/x", "http://open.example.org:8080/", "https://unknown.example.org/", "https://1.1.1.1/"]
)
def test_the_open_internet_may_be_called_also_where_only_a_proxy_knows_the_name(url):
    assert book().check(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://0/",
        "http://10.0.0.1/",
        "http://192.168.1.1:8080/x",
        "http://172.16.0.1/",
        "http://169.254.169.254/latest",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://[::1]/",
        "http://[fe80::1]/",
        "http://[fe80::1%25eth0]/",
        "http://[fd00::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://localhost/",
        "http://LOCALHOST/",
        "http://a.localhost/",
        "http://localhost./",
        "https://inside.example.org/",
        "https://both.example.org/",
    ],
)
def test_private_addresses_are_not_called_however_they_are_written(url):
    assert refused(url) == "private"


def test_private_addresses_may_be_allowed():
    assert book(allow_private=True).check("http://10.0.0.1/x") == "http://10.0.0.1/x"
    assert refused("file:///etc/passwd", book(allow_private=True)) == "scheme"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "scheme"),
        ("ftp://open.example.org/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("open.example.org/x", "scheme"),
        ("", "scheme"),
        ("http://", "malformed"),
        ("http:///x", "malformed"),
        ("http://[", "malformed"),
        ("http://open.example.org:port/", "malformed"),
        ("http://open.example.org:99999/", "malformed"),
        ("http://open.example.org\\@127.0.0.1/", "malformed"),
        ("http://open.example.org\t/", "malformed"),
        ("http://open.example .org/", "malformed"),
        ("http://user:word@open.example.org/", "credentials"),
        ("http://user@open.example.org/", "credentials"),
    ],
)
def test_what_is_no_plain_web_address_is_told_with_the_reason(url, reason):
    assert refused(url) == reason


def test_a_trusted_host_lends_no_trust_to_what_only_looks_like_it():
    addresses = book({"klass": "http://127.0.0.1:8000/klass"})
    assert refused("http://127.0.0.1:8000\\@10.0.0.1/", addresses) == "malformed"
    assert refused("http://127.0.0.1:8000@10.0.0.1/", addresses) == "credentials"
    assert refused("http://127.0.0.1:8000\n.example.org/", addresses) == "malformed"


@given(st.text(max_size=40))
def test_no_text_however_odd_is_more_than_refused(text):
    addresses = book()
    addresses.moved(text)
    addresses.service_of(text)
    for url in (text, "http://" + text, "https://" + text + "/x"):
        try:
            assert addresses.check(url) == url
        except UntrustedAddress as error:
            assert error.reason in ("scheme", "private", "credentials", "malformed")


def test_a_name_that_this_machine_cannot_even_ask_for_has_no_address():
    assert resolve_here("a" * 300 + ".example.invalid") == []
