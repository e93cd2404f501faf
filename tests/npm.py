"""npm.py - packages that tests use and that only npm has, fetched once into a build folder."""

import shutil
import subprocess


def package_missing(folder, name, version):
    """Why the package is not in the folder, or an empty string."""
    if not shutil.which("npm") or not shutil.which("node"):
        return "npm is not installed"
    if (folder / "node_modules" / name).is_dir():
        return ""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text("{}\n", encoding="utf-8")
    result = subprocess.run(
        ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1",
         f"{name}@{version}"], cwd=folder, capture_output=True, text=True, timeout=300)
    return "" if result.returncode == 0 else f"npm could not fetch {name}"
