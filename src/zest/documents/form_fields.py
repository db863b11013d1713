"""A PDF that is filled in on a screen: Typst writes no field, so that a template marks them as links of ours.

Each mark has its place in the tags already: it becomes a field there, and the file stays accessible (PDF/UA-1).
"""

import importlib.util
import io
from typing import Any

from zest.documents.document import Data, Format, Renderer
from zest.documents.typesetting import typeset_by
from zest.errors import MissingExtraError
from zest.model.charter import Charter

_MARK = "zest-field:"
_SEVERAL_LINES = 1 << 12
_TALL = 26
"""Height from which a field takes several lines, in points."""
_TYPE = "/Helv 9 Tf 0 g"


def fillable(template: str) -> Renderer:
    """Return the renderer of a template as a PDF whose marks are fields."""
    printed = typeset_by(template, Format.PDF)

    def render(data: Data, charter: Charter) -> bytes | list[bytes]:
        made = printed(data, charter)
        return with_fields(made) if isinstance(made, bytes) else made

    return render


def with_fields(content: bytes) -> bytes:
    """Return a PDF with its marks turned into fields; the same content gives the same bytes.

    Raises:
        MissingExtraError: pikepdf is not installed.
    """
    if importlib.util.find_spec("pikepdf") is None:
        raise MissingExtraError(
            "Un formulaire à remplir demande pikepdf, qui n'est pas installé : « pip install 'zest-coorace[kit]' »."
        )
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        tags = _tags(pdf.Root)
        fields: list[Any] = []
        for page in pdf.pages:
            for mark in page.get("/Annots", []):
                kind, _, title = str(mark.get("/Contents", "")).removeprefix(_MARK).partition(":")
                if kind in ("text", "box"):
                    tags[int(mark.StructParent)].S = pikepdf.Name.Form
                    _become(mark, title, len(fields) + 1)
                    (_text if kind == "text" else _box)(pdf, mark)
                    fields.append(mark)
        _declare(pdf, fields)
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def _tags(root: Any) -> dict[int, Any]:
    """Return the structure element of each annotation, by its number in the tree of parents."""
    told = list(root.StructTreeRoot.ParentTree.Nums)
    return {int(number): element for number, element in zip(told[::2], told[1::2], strict=True)}


def _become(mark: Any, title: str, rank: int) -> None:
    """Make a field of a mark: a name of its own, and what a screen reader says of it."""
    import pikepdf

    for key in ("/A", "/Border", "/Contents"):
        del mark[key]
    mark.Subtype = pikepdf.Name.Widget
    mark.T = pikepdf.String(f"{rank}. {title.replace('.', ' ')}")
    mark.TU = pikepdf.String(title)


def _size(mark: Any) -> tuple[float, float]:
    left, low, right, high = (float(one) for one in mark.Rect)
    return right - left, high - low


def _drawn(pdf: Any, mark: Any, drawing: bytes) -> Any:
    """Return an appearance of the size of a field; it names no font, so that none need be embedded."""
    import pikepdf

    made = pdf.make_stream(drawing)
    made.Type, made.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    made.BBox, made.Resources = pikepdf.Array([0, 0, *_size(mark)]), pikepdf.Dictionary()
    return made


def _text(pdf: Any, mark: Any) -> None:
    import pikepdf

    mark.FT, mark.DA = pikepdf.Name.Tx, pikepdf.String(_TYPE)
    mark.Ff = _SEVERAL_LINES if _size(mark)[1] >= _TALL else 0
    mark.AP = pikepdf.Dictionary(N=_drawn(pdf, mark, b"/Tx BMC EMC"))


def _box(pdf: Any, mark: Any) -> None:
    import pikepdf

    wide, high = _size(mark)
    points = ((0.2, 0.5, "m"), (0.42, 0.25, "l"), (0.8, 0.78, "l"))
    tick = "1.4 w " + " ".join(f"{wide * x:.2f} {high * y:.2f} {step}" for x, y, step in points) + " S"
    mark.FT, mark.V, mark.AS = pikepdf.Name.Btn, pikepdf.Name.Off, pikepdf.Name.Off
    states = {"/Off": _drawn(pdf, mark, b""), "/Oui": _drawn(pdf, mark, tick.encode())}
    mark.AP = pikepdf.Dictionary(N=pikepdf.Dictionary(states))


def _declare(pdf: Any, fields: list[Any]) -> None:
    """Tell the document of its fields, and of the face that a reader types in, which every reader has."""
    import pikepdf

    face = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )  # fmt: skip
    shared = pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=pdf.make_indirect(face)))
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(fields), DA=pikepdf.String(_TYPE), DR=shared)
