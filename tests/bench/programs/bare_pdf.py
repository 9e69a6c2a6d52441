"""The floor of a PDF: typst alone, in a process that does nothing else.

Takes the folder of resources, the template, the folder of fonts and the file to write; the document
comes in as JSON on standard input.
"""

import sys

import typst

resources, template, fonts, output = sys.argv[1:]
compiler = typst.Compiler(
    template,
    root=resources,
    font_paths=typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
    ),
    sys_inputs={"data": sys.stdin.read()},
)
compiler.compile(output=output, format="pdf", pdf_standards=["ua-1", "a-2a"])
