"""What is shown outside the terminal: HTML pages, a spreadsheet, a calendar.

A page is one file: no script, nothing from the network, a content policy that allows its own style and nothing else.
Elements are made by htpy, which escapes every text; what is not text never comes from a dossier.
"""
