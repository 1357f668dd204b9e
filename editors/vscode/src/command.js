/** How sevenstep is started, read from the settings. */

/**
 * The program and its arguments; what the setting does not say is the plain command.
 *
 * @param {unknown} setting
 * @returns {{command: string, args: string[]}}
 */
export function startedBy(setting) {
  const words = Array.isArray(setting) ? setting.filter((word) => typeof word === "string" && word !== "") : [];
  const [command = "sevenstep", ...args] = words;
  return { command, args };
}

/**
 * The option of the language; none where the editor's own counts.
 *
 * @param {unknown} setting
 * @returns {string[]}
 */
export function languageArguments(setting) {
  return setting === "zh" || setting === "en" ? ["--lang", setting] : [];
}

/**
 * A word of a command line as a shell of the system reads it: in quotes where it has to be.
 *
 * @param {string} word
 * @param {boolean} onWindows
 * @returns {string}
 */
export function quoted(word, onWindows) {
  if (/^[\w@%+=:,./\\-]+$/.test(word) && !(word.includes("\\") && !onWindows)) {
    return word;
  }
  return onWindows ? `"${word.replaceAll('"', '""')}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
