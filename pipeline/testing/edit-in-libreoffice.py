"""DOCX files -> PDFs of them as an officer leaves them in LibreOffice: cells edited, rows added and removed, indexes updated.

usage: edit-in-libreoffice.py jobs.json -env:UserInstallation=file:///...; one LibreOffice serves all jobs, with the
settings that lie there.

A job: {"file": ..., "pdf": ..., "edits": [edit, ...]}. An edit names the cell that it begins at by a part of its text:
  {"do": "append", "cell": ..., "lines": [...]}      more paragraphs at the end of the cell
  {"do": "insert-rows", "cell": ..., "rows": [...]}  a row below for each, with this text in the cell's own column
  {"do": "delete-rows", "cells": [...]}              the rows of these cells
  {"do": "update-indexes"}
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def cells_of(document):
    """Every cell of every table, with its table, in the order of the text."""
    for table in document.TextTables:
        for name in table.CellNames:
            yield table, table.getCellByName(name)


def cell_with(document, text):
    for table, cell in cells_of(document):
        if text in cell.String.replace("\n", ""):
            return table, cell
    raise LookupError(f"no cell says {text}")


def select(document, cell):
    document.CurrentController.select(cell)
    cursor = document.CurrentController.ViewCursor
    cursor.gotoRange(cell.Text.Start, False)
    return cursor


class Office:
    def __init__(self, profile):
        pipe = f"huibian-{os.getpid()}"
        accept = f"--accept=pipe,name={pipe};urp"
        self.process = subprocess.Popen(
            ["soffice", profile, "--headless", "--norestore", "--nologo", accept],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        context = uno.getComponentContext()
        resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
        for _ in range(600):
            try:
                url = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
                self.context = resolver.resolve(url)
                break
            except NoConnectException:
                if self.process.poll() not in (None, 81):
                    raise
                time.sleep(0.1)
        self.desktop = self.service("com.sun.star.frame.Desktop")
        self.dispatcher = self.service("com.sun.star.frame.DispatchHelper")

    def service(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def open(self, file):
        return self.desktop.loadComponentFromURL(Path(file).as_uri(), "_blank", 0, properties(Hidden=True))

    def command(self, document, name, **arguments):
        frame = document.CurrentController.Frame
        self.dispatcher.executeDispatch(frame, f".uno:{name}", "", 0, properties(**arguments))

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:  # the bridge goes down with the program
            pass
        self.process.wait(60)


def append(office, document, edit):
    _, cell = cell_with(document, edit["cell"])
    text = cell.Text
    for line in edit["lines"]:
        text.insertControlCharacter(text.End, 0, False)  # PARAGRAPH_BREAK
        text.insertString(text.End, line, False)


def insert_rows(office, document, edit):
    for line in reversed(edit["rows"]):
        _, cell = cell_with(document, edit["cell"])
        cursor = select(document, cell)
        office.command(document, "InsertRowsAfter", Amount=1)
        cursor.gotoRange(cell.Text.End, False)
        cursor.goDown(1, False)
        cursor.Text.insertString(cursor, line, False)


def delete_rows(office, document, edit):
    for text in edit["cells"]:
        _, cell = cell_with(document, text)
        select(document, cell)
        office.command(document, "DeleteRows")


def update_indexes(office, document, edit):
    for index in document.DocumentIndexes:
        index.update()
    document.TextFields.refresh()


edits = {
    "append": append,
    "insert-rows": insert_rows,
    "delete-rows": delete_rows,
    "update-indexes": update_indexes,
}


def run(office, job):
    document = office.open(job["file"])
    try:
        for edit in job["edits"]:
            edits[edit["do"]](office, document, edit)
        export = properties(FilterName="writer_pdf_Export")
        document.storeToURL(Path(job["pdf"]).as_uri(), export)
    finally:
        document.close(True)


def main():
    jobs = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    office = Office(sys.argv[2])
    try:
        for job in jobs:
            run(office, job)
    finally:
        office.close()


main()
