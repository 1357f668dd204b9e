/** The seven steps, and what stands around them, as a tree of elements. */

import * as vscode from "vscode";

/**
 * @typedef {{name: string, title: string, uri?: string, line?: number, inner?: Entry[]}} Entry
 * @typedef {{sendRequest: (method: string, params: object) => Promise<any>, isRunning: () => boolean}} Client
 */

/** @implements {vscode.TreeDataProvider<Entry>} */
export class StepsView {
  /** @param {() => (Client | undefined)} client */
  constructor(client) {
    this.client = client;
    this.changed = new vscode.EventEmitter();
    this.onDidChangeTreeData = this.changed.event;
  }

  refresh() {
    this.changed.fire(undefined);
  }

  /** @param {Entry} entry */
  getTreeItem(entry) {
    const states = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(entry.title || entry.name, entry.inner?.length ? states.Collapsed : states.None);
    if (entry.uri !== undefined) {
      const line = entry.line ?? 0;
      const selection = new vscode.Range(line, 0, line, 0);
      item.description = entry.name;
      item.command = {
        command: "vscode.open",
        title: entry.title,
        arguments: [vscode.Uri.parse(entry.uri), { selection }],
      };
    } else if (entry.inner !== undefined) {
      item.description = entry.inner.length ? String(count(entry)) : "";
    }
    return item;
  }

  /** @param {Entry} [entry] */
  async getChildren(entry) {
    if (entry !== undefined) {
      return entry.inner ?? [];
    }
    const uri = vscode.window.activeTextEditor?.document.uri ?? (await firstEngagement());
    const client = this.client();
    if (uri === undefined || !client?.isRunning()) {
      return [];
    }
    return client.sendRequest("sevenstep/steps", { uri: uri.toString() });
  }
}

/**
 * How many elements there are below.
 *
 * @param {Entry} entry
 * @returns {number}
 */
const count = (entry) => (entry.inner ? entry.inner.reduce((sum, one) => sum + count(one), 0) : 1);

async function firstEngagement() {
  const [found] = await vscode.workspace.findFiles("**/engagement.yaml", "**/node_modules/**", 1);
  return found;
}
