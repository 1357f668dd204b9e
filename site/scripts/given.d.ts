/* What Python hands a script when it is built: `given` in the file that begins the script. */

declare global {
  const given: unknown;
}

export interface GivenToPictures {
  /** The marks that findings begin with. */
  findingMarks: string[];
  /** What the script says itself, by language. */
  words: Record<string, PictureWords>;
}

export interface PictureWords {
  asPicture: string;
  more: string;
  ledToBy: string;
  leadsTo: string;
}

export interface GivenToReview {
  /** Words by language and name. */
  words: Record<string, Record<string, string>>;
  file: CommentsFileFormat;
}

/** The file of comments as the toolkit reads it. */
export interface CommentsFileFormat {
  format: string;
  formatVersion: number;
  stances: string[];
  idPattern: string;
  /** Characters that nobody sees. */
  invisible: string;
  maxBytes: number;
  maxComments: number;
  /** The longest that each field may be. */
  maxLengths: Record<"element" | "title" | "text" | "by" | "when" | "version" | "page", number>;
}

export interface GivenToTables {
  /** What the columns of a file are called that a quantity is told in, by language. */
  columns: Record<string, { unit: string; low: string; high: string; shown: string }>;
}

export interface GivenToPreview {
  /** The address that tells which version is shown. */
  stateAddress: string;
}

declare global {
  interface Window {
    /** Pictures that were fetched, by the path of their script: the whole one, then its rows for paper. */
    sevenstepPictures?: Record<string, string[]>;
  }
}
