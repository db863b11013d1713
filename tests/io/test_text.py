"""Files that can and cannot be read as text."""

import errno
import os
import sys
import time
from pathlib import Path

import pytest

from zest.errors import UnreadableFileError
from zest.io.files import MAX_BYTES, _cause, read_bytes
from zest.io.text import read_text

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and rights are those of POSIX")


def refusal(path: Path) -> str:
    """Give the sentence that refuses a file."""
    with pytest.raises(UnreadableFileError) as caught:
        read_text(path, shown="dossier.toml")
    return str(caught.value)


def written(folder: Path, data: bytes) -> Path:
    """Give a file that holds these bytes."""
    path = folder / "dossier.toml"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("métier = « é »\n".encode(), id="plain"),
        pytest.param("\ufeffmétier = « é »\n".encode(), id="byte order mark"),
        pytest.param("métier = « é »\r\n".encode(), id="Windows line ends"),
    ],
)
def test_utf8(tmp_path: Path, data: bytes) -> None:
    """A text is the same whatever its mark and its line ends."""
    assert "métier = « é »\n" == read_text(written(tmp_path, data))


def test_lone_carriage_return(tmp_path: Path) -> None:
    """A carriage return that ends no line is left as it is, for the syntax to refuse."""
    assert "a\rb\n" == read_text(written(tmp_path, b"a\rb\r\n"))


@pytest.mark.parametrize(
    "data, said",
    [
        (b"", "est vide"),
        (b" \n\t\r\n", "ne contient que des blancs"),
        (b"\xef\xbb\xbf\n", "ne contient que des blancs"),
        (b"a = 1\0", "contient un caractère nul"),
        ("métier = 1".encode("utf-16"), "est enregistré en UTF-16"),
        ("métier = 1".encode("utf-16-be").join((b"\xfe\xff", b"")), "est enregistré en UTF-16"),
        ("métier = 1".encode("utf-16-le"), "semble enregistré en UTF-16"),
        ("métier = 1".encode("utf-16-be"), "semble enregistré en UTF-16"),
        ("métier = 1".encode("utf-32"), "est enregistré en UTF-32"),
        (b"a = 1\nb = 'l\x92\xe9t\xe9'", "à partir de la ligne 2, il semble enregistré en Windows-1252 ;"),
        ("é = 1".encode("latin-1"), "ligne 1, il semble enregistré en Windows-1252 ou en ISO-8859-1"),
        (b"a = '\x81\x8d'", "dans un autre codage"),
        ("a = 'é'".encode()[:-2], "n'est pas en UTF-8"),
        (b"a = '\xed\xa0\x80'", "n'est pas en UTF-8"),
        (b"PK\x03\x04\x14\0", "est un classeur, un document ou une archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "est un ancien document bureautique"),
        (b"%PDF-1.7\n", "est un PDF"),
    ],
)
def test_not_a_text(tmp_path: Path, data: bytes, said: str) -> None:
    """A file that is not UTF-8 text is refused with what it seems to be."""
    sentence = refusal(written(tmp_path, data))

    assert said in sentence
    assert sentence.startswith("Le fichier « dossier.toml » ")
    assert sentence.endswith(".")


def test_absent(tmp_path: Path) -> None:
    """An absent file is said to be absent."""
    expected = "Le fichier « dossier.toml » n'existe pas ; vérifiez le chemin."

    assert expected == refusal(tmp_path / "rien.toml")


def test_path_is_shown_by_default(tmp_path: Path) -> None:
    """A file is named by its path when no other name is given."""
    with pytest.raises(UnreadableFileError, match=r"« .*/rien\.toml »"):
        read_text(tmp_path / "rien.toml")


def test_name_drives_no_terminal(tmp_path: Path) -> None:
    """What a terminal would obey in a name does not reach the message."""
    with pytest.raises(UnreadableFileError, match="« \ufffd\\[31mrouge »"):
        read_bytes(tmp_path / "rien.toml", shown="\x1b[31mrouge")


def test_directory(tmp_path: Path) -> None:
    """A folder is not a file."""
    assert "est un dossier ; donnez un fichier." in refusal(tmp_path)


def test_file_taken_for_a_folder(tmp_path: Path) -> None:
    """A path that goes through a file is said to be wrong."""
    assert "n'est pas un dossier" in refusal(written(tmp_path, b"a = 1") / "autre.toml")


def test_impossible_names(tmp_path: Path) -> None:
    """Names that no file can bear are refused like any other."""
    assert "qu'aucun fichier ne peut porter" in refusal(tmp_path / "a\0b.toml")
    assert "porte un nom trop long" in refusal(tmp_path / ("a" * 5000))


@posix
def test_pipe(tmp_path: Path) -> None:
    """A pipe that nobody writes to is refused at once."""
    path = tmp_path / "tube.toml"
    os.mkfifo(path)

    assert "est un tube ou un périphérique" in refusal(path)


@posix
def test_device() -> None:
    """A device is refused, were it without end."""
    assert "est un tube ou un périphérique" in refusal(Path("/dev/zero"))


@posix
def test_looping_link(tmp_path: Path) -> None:
    """A link to itself is refused."""
    path = tmp_path / "boucle.toml"
    path.symlink_to(path)

    assert "tourne en rond" in refusal(path)


@posix
def test_link(tmp_path: Path) -> None:
    """A link to a sound file is followed."""
    path = tmp_path / "lien.toml"
    path.symlink_to(written(tmp_path, b"a = 1"))

    assert "a = 1" == read_text(path)


@posix
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root reads everything")
def test_no_right(tmp_path: Path) -> None:
    """A file that one may not read is refused with whom to ask."""
    path = written(tmp_path, b"a = 1")
    path.chmod(0)

    assert "n'est pas lisible avec vos droits" in refusal(path)


@pytest.mark.parametrize(
    "code, said",
    [
        (errno.EACCES, "vos droits"),
        (errno.EPERM, "vos droits"),
        (errno.EIO, f"(erreur {errno.EIO} du système)"),
    ],
)
def test_system_refusals(code: int, said: str) -> None:
    """Each refusal of the system has its French cause, the unknown ones their number."""
    assert said in _cause(OSError(code, "refused"))


def test_largest(tmp_path: Path) -> None:
    """A file of just the size that is allowed is read."""
    assert MAX_BYTES == len(read_bytes(written(tmp_path, b"#" * MAX_BYTES)))


def test_too_large(tmp_path: Path) -> None:
    """One byte more is too many, and the message gives both sizes."""
    sentence = refusal(written(tmp_path, b"#" * (MAX_BYTES + 1)))

    assert "est trop gros (1048577 octets au moins, pour 1048576 octets au plus)" in sentence


def test_huge(tmp_path: Path) -> None:
    """A file of a gigabyte is refused without being read."""
    path = tmp_path / "grand.toml"
    with path.open("wb") as stream:
        stream.truncate(1_000_000_000)
    begun = time.process_time()
    sentence = refusal(path)

    assert "1000000000 octets" in sentence
    assert time.process_time() - begun < 0.2


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs a file longer than it says")
def test_longer_than_it_says() -> None:
    """The size is checked while reading too: this file says 0 and holds more."""
    with pytest.raises(UnreadableFileError, match=r"est trop gros \(11 octets au moins, pour 10 octets"):
        read_bytes(Path("/proc/self/status"), limit=10)
