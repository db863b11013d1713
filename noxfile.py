# /// script
# requires-python = ">=3.11"
# dependencies = ["nox[uv]>=2025.11"]
# ///
"""Every task of the project: ``python3 noxfile.py`` needs only Python and pip; ``nox`` works too.

Sessions run what users get, the built wheels, never the source tree.
"""

import functools
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
NOX = "nox[uv]>=2025.11"


def bootstrap() -> int:
    """Put nox into a private environment of this folder, hand over to it, return its exit code."""
    home = ROOT / ".nox" / "_bootstrap"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = home / "ready"
    if Path(sys.prefix) == home:
        sys.exit(f"{home} is damaged: delete it and start again.")
    if not ready.exists():
        print("First run: setting up nox and uv in .nox/ (once).", flush=True)
        # Without pip and driven by the caller's own: quicker, and lawful on externally managed Pythons.
        subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", home], check=True)
        pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", NOX]
        subprocess.run(pip, check=True)
        ready.touch()
    return subprocess.run([python, __file__, *sys.argv[1:]], check=False).returncode


if __name__ == "__main__":
    try:
        import nox
    except ModuleNotFoundError:
        sys.exit(bootstrap())
    os.chdir(ROOT)

import nox  # noqa: E402 - not there before the bootstrap

nox.needs_version = ">=2025.11"
nox.options.default_venv_backend = "uv"
nox.options.download_python = "never"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "types", "tests", "docs"]

PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
# What the tests need of it: all but the engines that few install.
EXTRAS = "yaml,testing,records,tableur,completion,watch,kit,word,pptx,report"
CORE = PROJECT["project"]["name"]
PLUGINS = sorted(ROOT.glob("plugins/*/pyproject.toml"))
SECTORS = [path.parent.name for path in PLUGINS]
PAGES = [
    "docs",
    "examples/README.md",
    "README.md",
    "LISEZMOI.md",
    *(f"plugins/{name}/README.md" for name in SECTORS),
]
DIST = ROOT / ".nox" / "dist"


def group(*names: str) -> list[str]:
    """Return the requirements of dependency groups of ``pyproject.toml``."""
    return list(nox.project.dependency_groups(PROJECT, *names))


@functools.cache
def wheels() -> dict[str, Path]:
    """Build every distribution once per run: source archive, then wheel from it. Wheel by name."""
    shutil.rmtree(DIST, ignore_errors=True)
    build = [nox.virtualenv.UV, "build", "--quiet", "--all-packages", "--out-dir", DIST]
    subprocess.run(build, check=True, cwd=ROOT)
    return {path.name.split("-")[0].replace("_", "-"): path for path in sorted(DIST.glob("*.whl"))}


def extended(sector: str) -> list[str]:
    """Return the sectors of ours that a plugin asks for: a regional edition is nothing without its own."""
    asked = nox.project.load_toml(ROOT / "plugins" / sector / "pyproject.toml")["project"]["dependencies"]
    return [name for name in SECTORS if any(re.match(rf"{name}(?![\w-])", line) for line in asked)]


def install(session: nox.Session, *requirements: str, sectors: list[str] = SECTORS, extras: str = "") -> None:
    """Install the wheels of the core and of those sectors, and what else the session needs."""
    built = wheels()
    fresh = [flag for name in (CORE, *sectors) for flag in ("--reinstall-package", name)]
    own = [f"{built[CORE]}{extras}", *(str(built[name]) for name in sectors)]
    session.install("--quiet", *fresh, *own, *requirements)


def unpacked(session: nox.Session) -> Path:
    """Unpack the source archive of the core; return where it is."""
    [packed] = DIST.glob(f"{CORE.replace('-', '_')}-*.tar.gz")
    home = Path(session.create_tmp()).resolve() / "unpacked"
    shutil.rmtree(home, ignore_errors=True)
    shutil.unpack_archive(packed, home)
    return home / packed.name.removesuffix(".tar.gz")


def npm(session: nox.Session, *packages: str) -> Path:
    """Install packages of npm into the session's own folder; return where they are."""
    home = Path(session.create_tmp()).resolve()
    quiet = ["--silent", "--no-audit", "--no-fund"]
    session.run("npm", "install", *quiet, "--prefix", str(home), *packages, external=True)
    return home / "node_modules"


@nox.session
def demo(session: nox.Session) -> None:
    """Do the main job on a shipped example (or on what follows ``--``)."""
    install(session)
    session.run("zest", *(session.posargs or ["check", "examples/caen-exemplaire", "--as-of", "2026-11-23"]))


@nox.session
def lint(session: nox.Session) -> None:
    """Style, layers, and no trace of a machine in what is tracked."""
    install(session, *group("lint", "test"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports", "--no-logo")
    session.run("pytest", "-q", "tests/project/test_tracked_files.py")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy and pyright, and that the public API is typed in full."""
    install(session, *group("types", "test"), extras=f"[{EXTRAS},duckdb]")
    session.run("mypy")
    session.run("pyright")
    session.run("pyright", "--verifytypes", "zest", "--ignoreexternal")


@nox.session
def tests(session: nox.Session) -> None:
    """Test the installed wheels and every example of the documentation, at 100 % branch coverage."""
    install(session, *group("test"), extras=f"[{EXTRAS},duckdb]")
    session.run("coverage", "erase")
    if session.posargs:
        session.run("coverage", "run", "-m", "pytest", *session.posargs)
        return
    # One order in continuous integration, so that what fails there fails again; at home, another each time.
    order = ["--randomly-seed=2081754174"] if os.environ.get("CI") else []
    session.run("coverage", "run", "-m", "pytest", "-n", "auto", *order)
    # In order: the examples of a page follow from each other.
    session.run("coverage", "run", "-m", "pytest", "-p", "no:randomly", *PAGES)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning is an error; nothing is fetched."""
    install(session, *group("docs"), extras=f"[{EXTRAS}]")
    strict = ["-W", "-n", "--keep-going", "-q", "-j", "auto"]
    session.run("sphinx-build", *strict, "-b", "html", "docs", "docs/_build/html")


@nox.session(name="wheels")
def check_wheels(session: nox.Session) -> None:
    """Check what would be published: metadata, contents, and that the archive of the core passes its own tests."""
    install(session, *group("wheels", "test"), extras=f"[{EXTRAS}]")
    archives = sorted(str(path) for path in DIST.glob("*zest*"))
    session.run("twine", "check", "--strict", *archives)
    session.run("check-wheel-contents", *[path for path in archives if path.endswith(".whl")])
    session.run("pytest", "-q", "tests/project/test_wheels.py")
    with session.chdir(unpacked(session)):
        # Those that look for other files of the tree; `plugins` runs them all, with nothing beside the core.
        tests = sorted(Path("tests").rglob("test_*.py"))
        looking = [str(file) for file in tests if "parents[" in file.read_text("utf-8")]
        # What they draw was drawn enough by `tests`: it is the files that are looked for.
        session.run("pytest", "-q", "-n", "auto", *looking, env={"HYPOTHESIS_PROFILE": "smoke"})


@nox.session
@nox.parametrize("sector", [*SECTORS, "none"])
def plugins(session: nox.Session, sector: str) -> None:
    """Test each sector alone beside the core (an edition beside its sector), then the core alone."""
    sectors = [] if sector == "none" else [sector, *extended(sector)]
    install(session, *group("test"), sectors=sectors, extras=f"[{EXTRAS}]")
    if sectors:
        session.run("pytest", "-q", "-n", "auto", f"plugins/{sector}/tests")
        return
    # As whoever packs the core for a system does: from its archive, with nothing beside it.
    with session.chdir(unpacked(session)):
        session.run("pytest", "-q", "-n", "auto", "tests")


@nox.session
def user(session: nox.Session) -> None:
    """Install the wheels in each way that the README tells, and beside zest.releaser."""
    wheels()
    session.install("--quiet", "pip", "pipx")
    here = Path(session.create_tmp()).resolve()
    links = ["--find-links", str(DIST)]

    def fresh(name: str, *requirements: str) -> Path:
        session.run("python", "-m", "venv", "--clear", str(here / name))
        commands = here / name / ("Scripts" if os.name == "nt" else "bin")
        session.run(str(commands / "pip"), "install", "--quiet", *links, *requirements, external=True)
        return commands

    def shows_btp(*command: str, env: dict[str, str] | None = None) -> None:
        shown = session.run(*command, "sectors", env=env, external=True, silent=True)
        if "btp" not in str(shown):
            session.error(f"{' '.join(command)} sectors does not show btp:\n{shown}")

    shows_btp(str(fresh("pip", f"{CORE}[btp]") / "zest"))
    for source in ([f"{CORE}[tous]"], [CORE, "--with", "zest-btp"]):
        shows_btp(str(nox.virtualenv.UV), "tool", "run", *links, "--refresh", "--from", *source, "zest")
    home = {"PIPX_HOME": str(here / "pipx"), "PIPX_BIN_DIR": str(here / "bin")}
    options = [f"--pip-args=--find-links={DIST}", "--force", "--quiet"]
    session.run("pipx", "install", CORE, *options, env=home)
    session.run("pipx", "inject", CORE, "zest-btp", *options, env=home)
    shows_btp(str(here / "bin" / "zest"), env=home)
    # It owns a namespace of our name: from wheels, in either order, both can be imported.
    for name, both in {"before": [CORE, "zest.releaser"], "after": ["zest.releaser", CORE]}.items():
        commands = fresh(name, both[0])
        session.run(str(commands / "pip"), "install", "--quiet", *links, both[1], external=True)
        session.run(str(commands / "python"), "-c", "import zest.releaser, zest.model", external=True)
        session.run(str(commands / "zest"), "--version", external=True)
        session.run(str(commands / "fullrelease"), "--help", external=True, silent=True)


@nox.session
def tutorial(session: nox.Session) -> None:
    """Follow the tutorial of sector authors word for word, its installations included; print how long it takes."""
    wheels()
    env = {"PIP_FIND_LINKS": str(DIST), "ZEST_DATA": session.create_tmp()}
    session.run("python", "docs/_ext/follow.py", "docs/tutoriel/secteur.md", "--install", env=env)


@nox.session(python=["3.11", "3.12", "3.13"])
def versions(session: nox.Session) -> None:
    """Test on every supported Python that this machine has."""
    install(session, *group("test"), extras=f"[{EXTRAS}]")
    session.run("pytest", "-q", "-n", "auto", *session.posargs)


@nox.session
def minimal(session: nox.Session) -> None:
    """Test with the oldest dependencies that we claim to work with."""
    lowest = Path(session.create_tmp()) / "lowest.txt"
    compiled = ["uv", "pip", "compile", "-q", "--no-header", "--no-annotate", "--no-sources"]
    asked = f"{EXTRAS},duckdb"
    extras = [word for name in asked.split(",") for word in ("--extra", name)]
    direct = ["--resolution", "lowest-direct", *extras, "pyproject.toml", "-o", str(lowest)]
    session.run_install(*compiled, *direct, external=True)
    install(session, "--constraint", str(lowest), *group("test"), extras=f"[{asked}]")
    session.run("pytest", "-q", "-n", "auto", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Time zest beside its peers, in the same run; prints ratios. Numbers after ``--`` are sizes of tables."""
    install(session, *group("bench"), extras=f"[{EXTRAS},duckdb]")
    sizes = [word for word in session.posargs if word.isdigit()]
    named = [word for word in session.posargs if not word.isdigit()]
    sized = ["benchmarks/bench_records.py"] if sizes else []
    for script in named or sized or sorted(str(path) for path in Path("benchmarks").glob("bench_*.py")):
        # Without bytecode every import is twice as slow, and that is all one would measure.
        session.run("python", script, *sizes, env={"PYTHONDONTWRITEBYTECODE": None})


@nox.session
def scale(session: nox.Session) -> None:
    """Find what is planted in a million rows, then in ten million (or in as many as follow ``--``)."""
    install(session, *group("test"), extras=f"[{EXTRAS},duckdb]")
    for rows in session.posargs or ["1000000", "10000000"]:
        env = {"ZEST_ROWS": rows, "ZEST_BREACHES": str(max(3, int(rows) // 20_000))}
        session.run("pytest", "-q", "-p", "no:randomly", "tests/measuring/test_planted.py", env=env)


@nox.session
def spark(session: nox.Session) -> None:
    """Give the same answers on a real Spark session; Java is installed where Debian's archive can be used."""
    if shutil.which("java") is None:
        if shutil.which("apt-get") is None or os.geteuid() != 0:
            session.error("Spark needs Java 17: install openjdk-17-jre-headless, then start again.")
        session.run("apt-get", "update", "-qq", external=True)
        session.run("apt-get", "install", "-y", "-qq", "openjdk-17-jre-headless", external=True)
    install(session, *group("test"), extras=f"[{EXTRAS},duckdb,spark]")
    measuring = [f"tests/measuring/test_{name}.py" for name in ("answers", "planted", "unread")]
    tests = session.posargs or ["tests/engines", *measuring]
    # Spark leaves its sockets to the collector of garbage.
    quiet = ["-W", "ignore::ResourceWarning", "-W", "ignore::pytest.PytestUnraisableExceptionWarning"]
    session.run("pytest", "-q", "-p", "no:randomly", *quiet, *tests, env={"ZEST_SPARK": "1"})


@nox.session
def office(session: nox.Session) -> None:
    """Open every Word and PowerPoint document in LibreOffice, which is installed where Debian's archive can be used."""
    needed = {"soffice": ("libreoffice-writer", "libreoffice-impress"), "pdftotext": ("poppler-utils",)}
    absent = [name for command, names in needed.items() if shutil.which(command) is None for name in names]
    if absent:
        if shutil.which("apt-get") is None or os.geteuid() != 0:
            session.error(f"Install {' '.join(absent)}, then start again.")
        session.run("apt-get", "update", "-qq", external=True)
        session.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *absent, external=True)
    install(session, *group("test"), extras=f"[{EXTRAS}]")
    session.run("pytest", "-q", "-n", "0", "tests/documents/office", env={"ZEST_OFFICE": "1"})


@nox.session
def calc(session: nox.Session) -> None:
    """Have LibreOffice save workbooks again, and read them; it is installed where Debian's archive can be used."""
    if shutil.which("soffice") is None:
        if shutil.which("apt-get") is None or os.geteuid() != 0:
            session.error("Install libreoffice-calc, then start again.")
        session.run("apt-get", "update", "-qq", external=True)
        session.run(
            "apt-get", "install", "-y", "-qq", "--no-install-recommends", "libreoffice-calc", external=True
        )
    install(session, *group("test"), extras=f"[{EXTRAS}]")
    session.run(
        "pytest", "-q", "-p", "no:randomly", *(session.posargs or ["tests/calc"]), env={"ZEST_CALC": "1"}
    )


@nox.session
def pages(session: nox.Session) -> None:
    """Open the pages in a browser, wide, narrow and on paper; checkers find nothing. Pictures are kept."""
    if shutil.which("chromium") is None or shutil.which("npm") is None:
        if shutil.which("apt-get") is None or os.geteuid() != 0:
            session.error("The pages need a browser and npm: install chromium and npm, then start again.")
        session.run("apt-get", "update", "-qq", external=True)
        session.run("apt-get", "install", "-y", "-qq", "chromium", "npm", external=True)
    home = Path(session.create_tmp()).resolve()
    modules = npm(session, "axe-core@4", "puppeteer-core@24", "html-validate@10")
    install(session, *group("test"), extras=f"[{EXTRAS}]")
    env = {"ZEST_PAGES": str(modules), "ZEST_PICTURES": str(home / "pictures")}
    session.run(
        "pytest", "-q", "-p", "no:randomly", *(session.posargs or ["tests/pages/test_browser.py"]), env=env
    )
    session.log(f"pictures: {home / 'pictures'}")


@nox.session
def formats(session: nox.Session) -> None:
    """Judge annotations, issues and an editor's help by the packages of GitHub, Code Climate and VS Code's TOML."""
    if shutil.which("npm") is None:
        if shutil.which("apt-get") is None or os.geteuid() != 0:
            session.error("Install npm, then start again.")
        session.run("apt-get", "update", "-qq", external=True)
        session.run("apt-get", "install", "-y", "-qq", "npm", external=True)
    modules = npm(session, "@actions/core@1", "codeclimate-types@0.3", "typescript@5", "@taplo/lsp@0.8")
    install(session, *group("test"), extras=f"[{EXTRAS}]")
    session.run(
        "pytest",
        "-q",
        "-n",
        "0",
        "tests/formats",
        "tests/json_schema/test_editor.py",
        env={"ZEST_FORMATS": str(modules)},
    )


@nox.session
def changelog(session: nox.Session) -> None:
    """Draft the next section of the changelog from the fragments."""
    session.install("--quiet", *group("changelog"))
    session.run("towncrier", "build", "--draft", *(session.posargs or ["--version", "à paraître"]))


if __name__ == "__main__":
    nox.main()
