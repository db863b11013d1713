"""A dossier as a workbook that a person fills, and back, without loss.

One sheet for each kind of object. An object that another one has once (*garantie financière*) is columns of that
one's sheet; objects that it has several of (*conventions avec l'État*) have a sheet of their own, whose first column
names the row that they belong to.
"""
