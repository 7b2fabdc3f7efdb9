"""CKAN portals: the packages of an organisation. `success` says whether an answer is one, whatever its status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..core.errors import FilterIgnored, Refused, UnexpectedAnswer
from ..core.feedback import SILENT, Feedback
from ..core.opendata import Dataset, Distribution, day_of, plain_text
from ..core.portals import Portal
from .http import Http
from .json_values import Row, list_of, object_of, text_of

PAGE = 100  # larger ones than the server's own limit are cut without a word


class Ckan:
    """Questions to CKAN portals."""

    def __init__(self, http: Http):
        self._http = http

    def datasets(self, portal: Portal, *, feedback: Feedback = SILENT) -> Iterator[Dataset]:
        """Give the packages of the portal's organisation. Raises FilterIgnored where only others' come."""
        url, start = f"{portal.address}/api/3/action/package_search", 0
        while True:
            asked = {"q": "", "fq": f"organization:{portal.organisation}", "rows": str(PAGE), "start": str(start)}
            result = self._result(url, {**asked, "sort": "metadata_modified desc"}, feedback)
            packages = [one for one in list_of(result.get("results")) if isinstance(one, Mapping)]
            own = [one for one in packages if text_of(object_of(one.get("organization")).get("name")) == portal.organisation]
            if packages and not own:
                raise FilterIgnored(self._http.service_of(url), url, portal.organisation)
            yield from filter(None, (dataset_of(one, portal.address) for one in own))
            start += len(packages)
            count = result.get("count")
            if not packages or not isinstance(count, int) or start >= count:
                return

    def _result(self, url: str, params: Mapping[str, str], feedback: Feedback) -> Row:
        answer = self._http.get_json(url, params, feedback=feedback)
        body = object_of(answer)
        if body.get("success") is False:
            error = object_of(body.get("error"))
            raise Refused(self._http.service_of(url), url, 200, text_of(error.get("message")) or text_of(error.get("__type")))
        result = body.get("result")
        if not isinstance(result, Mapping) or not isinstance(result.get("results"), list):
            raise UnexpectedAnswer(self._http.service_of(url), url, "search results", "other JSON", str(answer)[:100])
        return result


def dataset_of(package: Row, address: str = "") -> Dataset | None:
    """Read a package; None for a deleted or private one."""
    name, title = text_of(package.get("name")), text_of(package.get("title"))
    if not name or package.get("private") is True or text_of(package.get("state")) not in ("", "active"):
        return None
    page = f"{address}/dataset/{name}" if address else ""
    ways = [_way(one) for one in list_of(package.get("resources")) if isinstance(one, Mapping)]
    return Dataset(
        title=title or name,
        catalogues=("ckan",),
        identifiers=tuple(one for one in (text_of(package.get("id")), page) if one) or (name,),
        publisher=text_of(object_of(package.get("organization")).get("title")),
        description=plain_text(text_of(package.get("notes"))),
        distributions=tuple(way for way in ways if way),
        licence=text_of(package.get("license_title")) or text_of(package.get("license_id")),
        licence_url=text_of(package.get("license_url")),
        updated=day_of(package.get("metadata_modified")),
        page=page,
        keywords=tuple(text_of(tag.get("display_name")) for tag in list_of(package.get("tags")) if isinstance(tag, Mapping)),
    )


def _way(resource: Row) -> Distribution | None:
    if text_of(resource.get("state")) not in ("", "active"):
        return None
    formats, media = (text_of(resource.get("format")),), text_of(resource.get("mimetype"))
    return Distribution.of(text_of(resource.get("url")), media=media, formats=formats, title=text_of(resource.get("name")))
