"""The security scan of QGIS's plugin repository, on what `make zip` packs:  scan.py

There any finding of bandit or detect-secrets keeps a version from being approved. Exit status 1: there is one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from make_zip import ROOT, members


def findings() -> Iterator[str]:
    """Tell what either scanner finds, each with its file and line."""
    with tempfile.TemporaryDirectory() as folder:
        for path in members():
            copy = Path(folder, path.relative_to(ROOT))
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
        told = _run(folder, "bandit", "-r", ".", "-f", "json", "-q")
        for one in told["results"]:
            yield f"{one['filename']}:{one['line_number']}: {one['test_id']} {one['issue_text'].splitlines()[0]}"
        for one in told["errors"]:
            yield f"{one['filename']}: bandit: {one['reason']}"
        told = _run(folder, "detect_secrets", "scan", "--all-files", ".")
        for path, found in told["results"].items():
            for one in found:
                yield f"{path}:{one['line_number']}: {one['type']}"


def _run(folder: str, module: str, *arguments: str) -> dict:
    """Run a scanner; its exit status does not tell a finding from a failure, its answer does."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    try:
        return json.loads(done.stdout)
    except ValueError:
        raise SystemExit(f"{module} did not run:\n{done.stderr}") from None


def main() -> int:
    found = sorted(findings())
    print(*found, f"bandit and detect-secrets: {len(found)} findings", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
