/** What this extension says, in the language of the editor. */

import * as vscode from "vscode";

const WORDS = {
  cannotStart: [
    'sevenstep 启动不了（{0}）：{1}。请运行 pip install "sevenstep[lsp]"，或在设置里写出命令。',
    'sevenstep cannot be started ({0}): {1}. Run pip install "sevenstep[lsp]", or say the command in the settings.',
  ],
  noElement: [
    "光标不在任何要素里，或模型还没有检查完。",
    "The cursor is in no element, or the model is still being checked.",
  ],
  noEngagement: ["没有找到 engagement.yaml。", "There is no engagement.yaml."],
  preview: ["预览", "Preview"],
  settings: ["打开设置", "Open settings"],
  siteEnded: ["站点停了。", "The site has ended."],
};

/**
 * @param {keyof typeof WORDS} what
 * @param {...string} values put in place of {0}, {1} …
 */
export function say(what, ...values) {
  const [zh, en] = WORDS[what];
  const said = vscode.env.language.startsWith("zh") ? zh : en;
  return said.replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? "");
}
