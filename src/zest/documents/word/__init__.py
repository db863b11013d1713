"""Word: models built from code, filled by docxtpl in a closed language, edited by people, looked at before use."""
