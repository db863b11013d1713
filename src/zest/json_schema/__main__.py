"""Write again the schemas that are made from the model."""

from zest.json_schema.published import generated

if __name__ == "__main__":
    for file, text in generated():
        file.write_text(text, "utf-8", newline="\n")
