"""Run the stand-in by hand: python tests/standin/__main__.py --port 8000 --today 2026-10-01 [--real FOLDER]"""

from __future__ import annotations

import argparse
import datetime
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from standin import Standin


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve Klass and Geonorge on this machine.")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--real", type=Path, help="a folder that holds recordings/ and data/")
    parser.add_argument("--today", type=datetime.date.fromisoformat, help="yyyy-MM-dd")
    parser.add_argument("--generation", default="B", help="layout of GeoJSON deliveries: A, B, C, C1, GML or FGDB")
    arguments = parser.parse_args()
    with Standin(today=arguments.today, real=arguments.real, port=arguments.port) as standin:
        standin.generation = arguments.generation
        print(standin.url, flush=True)
        for variable, value in standin.environment().items():
            print(f"export {variable}={value}", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print("stopped")


if __name__ == "__main__":
    main()
