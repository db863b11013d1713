"""How a text or a fact is read, once, where rules, measures and documents all ask for it.

A rule says what is forbidden; a reading says what a word of the law means in a dossier: which hours count, which day a
delay ends on, who is a temporary worker.
"""
