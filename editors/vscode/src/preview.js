/** The page of the element under the cursor, from the site that `sevenstep serve` shows. */

import { spawn } from "node:child_process";
import * as vscode from "vscode";
import { startedBy } from "./command.js";
import { addressIn, freePort, pageShell } from "./page.js";
import { say } from "./words.js";

export class Preview {
  /** @param {() => (import("./steps.js").Client | undefined)} client */
  constructor(client) {
    this.client = client;
    /** @type {Map<string, {address: Promise<string>, stop: () => void}>} */
    this.sites = new Map();
    /** @type {vscode.WebviewPanel | undefined} */
    this.panel = undefined;
    this.shown = "";
  }

  async show() {
    const page = await this.page();
    if (page === undefined) {
      await vscode.window.showInformationMessage(say("noElement"));
      return;
    }
    this.panel ??= this.open();
    this.panel.reveal(undefined, true);
    await this.lead(page);
  }

  async follow() {
    if (!this.panel?.visible) {
      return;
    }
    const page = await this.page();
    if (page !== undefined) {
      await this.lead(page);
    }
  }

  /** The page of the element in which the cursor stands, and the folder of its engagement. */
  async page() {
    const editor = vscode.window.activeTextEditor;
    const client = this.client();
    if (editor === undefined || !client?.isRunning()) {
      return undefined;
    }
    const { line, character } = editor.selection.active;
    const found = await client.sendRequest("sevenstep/elementAt", {
      uri: editor.document.uri.toString(),
      position: { line, character },
    });
    return found ?? undefined;
  }

  /** @param {{page: string, folder: string}} page */
  async lead({ page, folder }) {
    const site = this.sites.get(folder) ?? this.serve(folder);
    try {
      const address = `${await site.address}${page.split("/").map(encodeURIComponent).join("/")}`;
      if (this.panel !== undefined && address !== this.shown) {
        this.shown = address;
        const outside = await vscode.env.asExternalUri(vscode.Uri.parse(address));
        this.panel.webview.html = pageShell(outside.toString(true), say("preview"));
      }
    } catch (error) {
      this.sites.delete(folder);
      await vscode.window.showErrorMessage(String(error));
    }
  }

  open() {
    const panel = vscode.window.createWebviewPanel(
      "sevenstep.preview",
      say("preview"),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, retainContextWhenHidden: true },
    );
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.shown = "";
    });
    return panel;
  }

  /**
   * Start the site of an engagement; it ends with the editor.
   *
   * @param {string} folder
   */
  serve(folder) {
    const { command, args } = startedBy(vscode.workspace.getConfiguration("sevenstep").get("command"));
    /** @type {() => void} */
    let stop = () => {};
    const address = freePort().then(
      (port) =>
        /** @type {Promise<string>} */ (
          new Promise((resolve, reject) => {
            const site = spawn(command, [...args, "serve", folder, "--port", String(port)], {
              env: { ...process.env, PYTHONIOENCODING: "utf-8" },
            });
            stop = () => site.kill();
            let said = "";
            /** @param {Buffer} data */
            const listen = (data) => {
              said += data.toString("utf-8");
              const found = addressIn(said);
              if (found !== undefined) {
                resolve(found);
              }
            };
            site.stdout.on("data", listen);
            site.stderr.on("data", listen);
            site.on("error", reject);
            site.on("exit", () => {
              this.sites.delete(folder);
              reject(new Error(said.trim() || say("siteEnded")));
            });
          })
        ),
    );
    const site = { address, stop: () => stop() };
    this.sites.set(folder, site);
    return site;
  }

  dispose() {
    for (const site of this.sites.values()) {
      site.stop();
    }
    this.panel?.dispose();
  }
}
