"""Services over a stand-in whose waits are counted, not waited for."""

from klasskart.core.settings import Config
from klasskart.work.services import open_services


def opened(standin, folder, **environment):
    return open_services(Config.read(environment={**standin.environment(), "KLASSKART_CACHE_DIR": str(folder), **environment}))
