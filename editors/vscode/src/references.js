/** The places where an element is named, as a lens leads to them. */

import * as vscode from "vscode";

/**
 * @param {string} uri
 * @param {{line: number, character: number}} position
 * @param {{uri: string, range: {start: {line: number, character: number}, end: {line: number, character: number}}}[]} places
 */
export async function references(uri, position, places) {
  await vscode.commands.executeCommand(
    "editor.action.showReferences",
    vscode.Uri.parse(uri),
    at(position),
    places.map(
      ({ uri: file, range }) =>
        new vscode.Location(vscode.Uri.parse(file), new vscode.Range(at(range.start), at(range.end))),
    ),
  );
}

/** @param {{line: number, character: number}} position */
const at = ({ line, character }) => new vscode.Position(line, character);
