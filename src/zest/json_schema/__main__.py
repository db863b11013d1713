"""Write again the schemas that are made from classes."""

from zest.json_schema.published import generated


def main() -> None:
    """Write each one where it is shipped from."""
    for file, text in generated():
        file.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
