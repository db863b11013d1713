"""What employers want to hire here: the BMO survey as published, crossed with sectors and with a collective.

Importing this package loads no data-frame library.
"""
