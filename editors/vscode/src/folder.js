/** The engagement that a file belongs to. */

import * as vscode from "vscode";

/**
 * The folder above the file that holds an engagement.yaml, the nearest; without a file, the first of the workspace.
 *
 * @param {vscode.Uri | undefined} file
 * @returns {Promise<string | undefined>}
 */
export async function folderOf(file) {
  let uri = file?.scheme === "file" ? vscode.Uri.joinPath(file, "..") : undefined;
  while (uri !== undefined) {
    if (await exists(vscode.Uri.joinPath(uri, "engagement.yaml"))) {
      return uri.fsPath;
    }
    const above = vscode.Uri.joinPath(uri, "..");
    uri = above.path === uri.path ? undefined : above;
  }
  const [found] = await vscode.workspace.findFiles("**/engagement.yaml", "**/node_modules/**", 1);
  return found === undefined ? undefined : vscode.Uri.joinPath(found, "..").fsPath;
}

/** @param {vscode.Uri} uri */
async function exists(uri) {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
