"""The program of the child process: it sets one document and is gone.

A compile can't be stopped half-way and holds up every thread of its process, so it has a process
of its own, which steps back for the window and is killed to cancel. Its arguments tell nothing
private; the document comes in through standard input as JSON and goes to typst as data, never as
source. On standard output each page of a picture, or the one PDF, follows its length in eight
bytes, big end first. Nothing goes to standard error, since typst quotes the text it complains
about: the exit status tells all.

It imports next to nothing, so that a document takes hardly longer than typst itself.
"""

import os
import sys

ARGUMENT = "--typeset"
"""The bundled program, started with this as its first argument, is to call ``main``.

From source this file is started by itself; a bundle has no Python beside it to do that.
"""

REFUSED = 3
"""The exit status for a document that typst refuses."""

LENGTH_BYTES = 8


def main(arguments: list[str]) -> int:
    """Set the document of standard input; gives the exit status.

    The arguments are the kind (``pdf`` or ``png``), the folder of resources, the template in it,
    the folder of fonts, and the dots per inch of a picture.
    """
    kind, resources, template, fonts, ppi = arguments
    if hasattr(os, "nice"):
        os.nice(10)
    import typst

    # By number: a bundle without a console has no sys.stdin and sys.stdout on Windows.
    with os.fdopen(0, "rb", closefd=False) as standard_input:
        data = standard_input.read().decode()
    compiler = typst.Compiler(
        template,
        root=resources,
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
        ),
        sys_inputs={"data": data},
    )
    try:
        made = compiler.compile(
            format="pdf" if kind == "pdf" else "png",
            ppi=float(ppi),
            pdf_standards=["ua-1", "a-2a"] if kind == "pdf" else [],
        )
    except typst.TypstError:
        return REFUSED
    with os.fdopen(1, "wb", closefd=False) as standard_output:
        for page in made if isinstance(made, list) else [made or b""]:
            standard_output.write(len(page).to_bytes(LENGTH_BYTES, "big") + page)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
