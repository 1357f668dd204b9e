/** Commands that are run where the person sees them. */

import * as path from "node:path";
import * as vscode from "vscode";
import { quoted, startedBy } from "./command.js";
import { folderOf } from "./folder.js";
import { say } from "./words.js";

/** @param {string} name */
export async function runInTerminal(name) {
  const folder = await folderOf(vscode.window.activeTextEditor?.document.uri);
  if (folder === undefined) {
    await vscode.window.showInformationMessage(say("noEngagement"));
    return;
  }
  const { command, args } = startedBy(vscode.workspace.getConfiguration("sevenstep").get("command"));
  const out = name === "build" ? ["--out", path.join(path.dirname(folder), `${path.basename(folder)}-site`)] : [];
  const onWindows = process.platform === "win32";
  const words = [command, ...args, name, folder, ...out].map((word) => quoted(word, onWindows));
  const terminal = vscode.window.terminals.find((one) => one.name === "sevenstep");
  const shown = terminal ?? vscode.window.createTerminal("sevenstep");
  shown.show(true);
  // PowerShell takes a quoted program for a text unless it is told to run it
  shown.sendText(onWindows && words[0].startsWith('"') ? `& ${words.join(" ")}` : words.join(" "));
}
