"""Texts of a readable size that hang, crash or bloat a plain parser; too long to be kept as files.

Run as a script, it parses the worst of them with little memory and says which are not refused.
"""

import sys

from zest.io.document import SyntaxFault, parse_document

MEGABYTES = 400

HOSTILE = {
    "toml lists nested 100 000 deep": ("toml", "a = " + "[" * 100_000),
    "toml tables nested 100 000 deep": ("toml", "a = " + "{a = " * 100_000),
    "toml lists nested 100 000 deep, closed": ("toml", "a = " + "[" * 100_000 + "]" * 100_000),
    "toml lists nested 400 deep around 150 000 values": (
        "toml",
        "a = " + "[" * 400 + "0," * 150_000 + "]" * 400,
    ),
    "toml the same and a key twice": (
        "toml",
        "a = " + "[" * 400 + "0," * 150_000 + "]" * 400 + "\na = 1",
    ),
    "toml key of 200 000 parts": ("toml", ".".join("a" * 200_000) + " = 1"),
    "toml quoted key of 100 000 parts": ("toml", " . ".join(['"a"'] * 100_000) + " = 1"),
    "toml title of 200 000 parts": ("toml", "[" + ".".join("a" * 200_000) + "]"),
    "toml 500 keys of 990 parts": (
        "toml",
        "\n".join(f"k{n}." + ".".join("a" * 990) + " = 1" for n in range(500)),
    ),
    "toml key of 200 000 parts in a table": ("toml", "a = {b = '...', " + ".".join("a" * 200_000) + " = 1}"),
    "toml integer of 100 000 digits": ("toml", "b = 1\na = " + "9" * 100_000),
    "toml hexadecimal of 1 000 000 digits": ("toml", "a = 0x" + "f" * 1_000_000),
    "toml fraction beyond floats": ("toml", "a = " + "9" * 100_000 + ".0"),
    "toml 1e400": ("toml", "a = 1e400"),
    "toml quotes only": ("toml", "a = " + '"' * 1_000_000),
    "toml apostrophes only": ("toml", "a = " + "'" * 1_000_001),
    "toml long texts opened on each line": ("toml", '"""........."\n' * 70_000),
    "toml backslashes in a long text": ("toml", 'a = """' + "\\\\" * 500_000),
    "toml points only": ("toml", "." * 1_000_000),
    "toml one line without end": ("toml", "a" * 1_000_000),
    "toml broken at the end of a long line": ("toml", "a = [" + "0, " * 300_000 + "x"),
    "toml a key twice after much": ("toml", "".join(f"k{n} = 1\n" for n in range(80_000)) + "k7 = 1"),
    "toml many repeated tables": ("toml", "[[a]]\n" * 110_000),
    "toml lone carriage returns": ("toml", "a = 1\r" * 100_000),
    "json lists nested 100 000 deep": ("json", '{"a":' + "[" * 100_000),
    "json tables nested 100 000 deep": ("json", '{"a":' * 100_000),
    "json with an open text": ("json", '{"a":' * 100_000 + '"' + "[" * 1000),
    "json integer of 100 000 digits": ("json", '{"a": ' + "9" * 100_000 + "}"),
    "json fraction of 1 000 000 digits": ("json", '{"a": ' + "9" * 1_000_000 + ".5}"),
    "json lone surrogates": ("json", '{"a": "' + "\\ud800" * 100_000 + '"}'),
    "json same key again and again": ("json", "{" + '"a":1,' * 150_000 + '"a":1}'),
    "json blanks only, or nearly": ("json", " " * 1_000_000 + "x"),
    "yaml alias bomb": (
        "yaml",
        "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)),
    ),
    "yaml self-reference": ("yaml", "&a [*a]"),
    "yaml lists nested 100 000 deep": ("yaml", "[" * 100_000),
    "yaml tables nested 100 000 deep": ("yaml", "{" * 100_000),
    "yaml keys nested 100 000 deep": ("yaml", "? " * 100_000),
    "yaml dashes nested 100 000 deep": ("yaml", "- " * 100_000),
    "yaml 70 000 directives": ("yaml", "".join(f"%TAG !{n}! x\n" for n in range(70_000)) + "--- a"),
    "yaml directives after a document": ("yaml", "a: 1\n...\n" + "%TAG !a! x\n" * 50_000),
    "yaml values without end": ("yaml", "a: [" + "x," * 500_000),
    "yaml integer of 1 000 000 digits": ("yaml", "a: " + "9" * 1_000_000),
    "yaml hexadecimal of 1 000 000 digits": ("yaml", "a: 0x" + "f" * 1_000_000),
    "yaml fraction of 1 000 000 digits": ("yaml", "a: " + "9" * 1_000_000 + "e1"),
    "yaml tabs only": ("yaml", "\t" * 1_000_000 + "a"),
    "yaml quotes only": ("yaml", "a: " + '"' * 1_000_000),
}


BLOATING = (
    "toml key of 200 000 parts",
    "toml 500 keys of 990 parts",
    "toml lists nested 400 deep around 150 000 values",
    "toml the same and a key twice",
    "toml backslashes in a long text",
    "json same key again and again",
    "yaml alias bomb",
    "yaml values without end",
)


def main() -> None:
    """Parse the texts that would take most memory, in a process that has little."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1_000_000, MEGABYTES * 1_000_000))
    sound = [name for name in BLOATING if not refused(*HOSTILE[name])]
    sys.stdout.write(f"Not refused: {sound}\n")


def refused(form: str, text: str) -> bool:
    """Tell whether a text ends in a fault."""
    return isinstance(parse_document(text, "d", form), SyntaxFault)


if __name__ == "__main__":
    main()
