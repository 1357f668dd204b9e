// @ts-check
/* What this browser keeps; where it refuses, what is said stays for as long as the page is open. */

const PREFIX = "sevenstep.review/";

export class Store {
  /** @param {() => Storage} open gives the browser's storage, or throws */
  constructor(open) {
    /** @private @type {Map<string, string>} */
    this.memory = new Map();
    /** @private @type {Storage | null} */
    this.storage = null;
    this.trying(() => {
      const storage = open();
      storage.setItem(`${PREFIX}?`, "1");
      storage.removeItem(`${PREFIX}?`);
      this.storage = storage;
    });
  }

  /** Whether things are kept when the page is closed. */
  get works() {
    return this.storage !== null;
  }

  /**
   * @param {string} key
   * @returns {string | null}
   */
  get(key) {
    const kept = this.trying(() => this.storage?.getItem(PREFIX + key));
    return (this.works ? kept : this.memory.get(key)) ?? null;
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  set(key, value) {
    this.memory.set(key, value);
    this.trying(() => this.storage?.setItem(PREFIX + key, value));
  }

  /**
   * The keys that begin so.
   * @param {string} start
   */
  keys(start) {
    const known = new Set(this.memory.keys());
    this.trying(() => {
      for (let index = 0; index < (this.storage?.length ?? 0); index++) {
        const key = this.storage?.key(index) ?? "";
        if (isOurs(key)) known.add(key.slice(PREFIX.length));
      }
    });
    return [...known].filter((key) => key.startsWith(start));
  }

  /**
   * Does something with the browser's storage; one that fails is not asked again.
   * @private
   * @template Value
   * @param {() => Value} act
   */
  trying(act) {
    try {
      return act();
    } catch {
      this.storage = null;
      return undefined;
    }
  }
}

/**
 * Whether a key of the browser's storage is one of this script's.
 * @param {string} key
 */
export function isOurs(key) {
  return key.startsWith(PREFIX);
}
