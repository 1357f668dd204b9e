/** Starts the language server, and adds what only this editor has: the tree of steps, the preview, the commands. */

import * as vscode from "vscode";
import { LanguageClient, RevealOutputChannelOn, TransportKind } from "vscode-languageclient/node";
import { languageArguments, startedBy } from "./command.js";
import { Preview } from "./preview.js";
import { references } from "./references.js";
import { StepsView } from "./steps.js";
import { runInTerminal } from "./terminal.js";
import { say } from "./words.js";

/** @type {LanguageClient | undefined} */
let client;

/** @param {vscode.ExtensionContext} context */
export async function activate(context) {
  const steps = new StepsView(() => client);
  const preview = new Preview(() => client);
  context.subscriptions.push(
    vscode.window.createTreeView("sevenstep.steps", { treeDataProvider: steps, showCollapseAll: true }),
    vscode.commands.registerCommand("sevenstep.showReferences", references),
    vscode.commands.registerCommand("sevenstep.refreshSteps", () => steps.refresh()),
    vscode.commands.registerCommand("sevenstep.preview", () => preview.show()),
    vscode.commands.registerCommand("sevenstep.check", () => runInTerminal("check")),
    vscode.commands.registerCommand("sevenstep.build", () => runInTerminal("build")),
    vscode.commands.registerCommand("sevenstep.ask", () => runInTerminal("ask")),
    vscode.commands.registerCommand("sevenstep.restart", restart),
    vscode.window.onDidChangeActiveTextEditor(() => steps.refresh()),
    vscode.workspace.onDidSaveTextDocument(() => steps.refresh()),
    vscode.window.onDidChangeTextEditorSelection(() => preview.follow()),
    preview,
  );
  await start();
  await vscode.commands.executeCommand("setContext", "sevenstep.active", true);
}

export async function deactivate() {
  await client?.stop();
}

async function restart() {
  await client?.stop();
  await start();
}

async function start() {
  const settings = vscode.workspace.getConfiguration("sevenstep");
  const { command, args } = startedBy(settings.get("command"));
  const run = {
    command,
    args: [...args, "lsp", ...languageArguments(settings.get("language"))],
    transport: TransportKind.stdio,
  };
  client = new LanguageClient(
    "sevenstep",
    "sevenstep",
    { run, debug: run },
    {
      documentSelector: [
        { scheme: "file", language: "yaml" },
        { scheme: "file", language: "markdown" },
      ],
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    },
  );
  try {
    await client.start();
  } catch (error) {
    const settingsButton = say("settings");
    const told = await vscode.window.showErrorMessage(say("cannotStart", command, String(error)), settingsButton);
    if (told === settingsButton) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "sevenstep.command");
    }
  }
}
