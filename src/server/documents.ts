/** Documents kept, of each kind; beyond it the one that was asked for longest ago goes. */
const KEPT = 1_000;
/** Characters of a document that is worth keeping: an app's are small, and memory is bounded by both figures. */
const LONGEST = 20_000;

/** A bounded cache by the text of a document. */
export interface DocumentCache<T> {
  get(text: string): T | undefined;
  set(text: string, value: T): void;
}

export function createDocumentCache<T>(): DocumentCache<T> {
  const entries = new Map<string, T>();
  return {
    get: (text) => {
      const value = entries.get(text);
      if (value === undefined) return undefined;
      // A Map keeps the order of insertion: to insert again is to be young again.
      if (entries.size >= KEPT) {
        entries.delete(text);
        entries.set(text, value);
      }
      return value;
    },
    set: (text, value) => {
      if (text.length > LONGEST) return;
      entries.set(text, value);
      if (entries.size <= KEPT) return;
      for (const oldest of entries.keys()) {
        entries.delete(oldest);
        return;
      }
    },
  };
}
