/** The version of this package. */
export declare const version: string;

/**
 * Fetches the program and the rules, once; in Node they are read from the package. Everything else does so by itself.
 * @param files the bytes of the files, where they are not to be fetched
 * @throws {MingbaiError}
 */
export declare function ready(files?: Files): Promise<Ready>;

/**
 * Assesses answers: the result is that of the command `policies evaluate`.
 * @throws {Error} where an answer cannot be read; the message names the field
 */
export declare function assess(answers: Answers, options: AssessOptions): Promise<Assessment>;

/** What can be answered, and in which form. */
export declare function facts(): Promise<Fact[]>;

/**
 * Shows the questionnaire in an open shadow root of an element. In a page only.
 * @throws {MingbaiError}
 */
export declare function mount(element: Element, options?: MountOptions): Promise<Questionnaire>;

/** The bytes of files of the package. */
export interface Files {
  /** `mingbai.wasm` */
  wasm: BufferSource;
  /** `mingbai.pack` */
  pack: Uint8Array | ArrayBuffer;
  /** `mingbai.en.pack`, the English words; fetched when they are needed, if they are not given. */
  english?: Uint8Array | ArrayBuffer;
}

/** What the program says of itself once it stands. */
export interface Ready {
  version: string;
  /** What tells these rules from all others: 16 digits. */
  rules: string;
}

/** What went wrong, as an error and as the `code` of the event `mingbai-error`. */
export type ErrorCode = "network" | "integrity" | "pack" | "wasm" | "crash" | "option";

export interface MingbaiError extends Error {
  code: ErrorCode;
}

/** What a questionnaire is asked for. What is left out is as by default. */
export interface Options {
  /** Names of regions chosen beforehand, with spaces between them. */
  regions?: string | null;
  /** Names of kinds of applicant chosen beforehand, with spaces between them. */
  applicant?: string | null;
  /** The name of the only measure to ask about and to show. */
  measure?: string | null;
  /** A language tag: Chinese (also by default) or English. */
  lang?: string | null;
  /** Light, dark, or as the device is set. */
  theme?: "auto" | "light" | "dark" | null;
  textSize?: "normal" | "large" | null;
  /** The level of the first heading, 1 to 4; 1 by default. */
  headingLevel?: 1 | 2 | 3 | 4 | `${1 | 2 | 3 | 4}` | null;
  /** Whether head and tools are left out. */
  compact?: boolean;
  /** The day of assessment, such as "2026-11-21"; the visitor's by default. */
  asOf?: string | null;
}

export interface MountOptions extends Options {
  /** Whether the page has the window to itself: its back button then goes back through the questions, and it asks before one
      leaves and loses what was entered. */
  fullPage?: boolean;
  /** Called with the step the person is at, from 1, and how many there are. */
  onStep?: (step: number, total: number) => void;
}

/** A questionnaire that is shown. */
export interface Questionnaire {
  /** Whether it stands; no longer once it was destroyed or the program has crashed. */
  readonly stands: boolean;
  /** Changes options; what was entered stays. A value that cannot be used is told of and changes nothing. */
  set(options: Options): void;
  /** Takes it away for good. */
  destroy(): void;
}

/** The element; its attributes are the options, in small letters with hyphens. */
export interface MingbaiCheckerElement extends HTMLElement {}

/** The events of the element. None carries an answer or a result. */
export interface MingbaiEventMap {
  "mingbai-ready": CustomEvent<Ready>;
  "mingbai-step": CustomEvent<{ step: number; total: number }>;
  "mingbai-error": CustomEvent<{ code: ErrorCode }>;
  "mingbai-resize": CustomEvent<{ height: number }>;
}

/** What is known: the names of facts, each with its answer. A fact left out is not answered. */
export interface Answers {
  [fact: string]: Answer;
}

/**
 * `"yes"`, `"120万元"`, `"80万元..120万元"`, `"2026-03-01"`, `"granted"`, `"not_sure"`; a whole number in the unit of the fact;
 * options or measures; rows of a list.
 */
export type Answer = string | number | readonly string[] | readonly Row[] | { rows: readonly Row[]; more?: boolean };

/** A row of a list: the names of its columns, each with its answer. */
export interface Row {
  [column: string]: Answer;
}

export interface AssessOptions {
  /** The day of assessment, such as "2026-11-21". */
  asOf: string;
  /** The id of the only document to assess; all by default. */
  document?: string;
}

export interface Text {
  zh: string;
  en: string;
}

export type FactKind = "yes_no" | "choice" | "choices" | "quantity" | "date" | "recognition" | "text" | "country" | "list" | "measures";

/** A fact that can be answered, or a column of a list. */
export interface Fact {
  name: string;
  /** The page it is asked on; not of columns. */
  page?: Text;
  kind: FactKind;
  question: Text;
  short: Text;
  help?: Text;
  unit?: string;
  /** The usual range. */
  plausible?: [string, string];
  most?: string;
  changeable?: boolean;
  changeable_to?: string[];
  options?: { name: string; text: Text }[];
  derived?: Text;
  /** What one row is called. */
  item?: Text;
  columns?: Fact[];
}

export type Outcome = "qualifies" | "subject_to_review" | "needs_answers" | "does_not_qualify" | "not_applicable";
export type Claimable = "not_yet" | "in_force" | "check" | "expired" | "draft" | "not_stated" | "background";
export type Kind = "exact" | "ceiling" | "assessed" | "elsewhere" | "unstated" | "none";
export type Verdict = "yes" | "no" | "unknown";

export interface Assessment {
  form: number;
  engine: string;
  pack: number;
  rules?: string;
  rules_checked?: string;
  as_of: string;
  answers: Answers;
  documents: DocumentResult[];
  /** The facts still worth asking, the next one first. */
  questions: string[];
}

export interface DocumentResult {
  id: string;
  number: string;
  claimable: Claimable;
  sums: Sums;
  measures: MeasureResult[];
  combined: Combined[];
}

/** Never added to each other. */
export interface Sums {
  exact?: Estimate;
  ceiling?: Estimate;
  assessed?: Estimate;
  wide?: boolean;
  beside: string[];
}

export interface Estimate {
  /** What is paid at least, if it is paid. */
  least: string;
  /** At most; a range while answers are missing. */
  most: string;
}

/** What something unknown waits for. */
export interface Open {
  missing: string[];
  authority: boolean;
  text: boolean;
  list: boolean;
}

export interface MeasureResult extends Open {
  id: string;
  clause: string;
  outcome: Outcome;
  kind: Kind;
  estimate?: Estimate;
  paid_by?: string;
  settled_by?: string;
  why?: Reason;
  arithmetic: Line[];
  rows: { list: string; row: number; inner_list?: string; inner_row?: number; fate: string }[];
  readings: { id: string; verdict: Verdict; estimate?: Estimate }[];
  margins?: { fact?: string; test: string; known: string; met: boolean; by: string; decisive: boolean }[];
}

export interface Reason {
  verdict: Verdict;
  test?: string;
  known?: string;
  all?: Reason[];
  any?: Reason[];
  not?: Reason;
  fact?: string;
}

export interface Line {
  list?: string;
  row?: number;
  inner_list?: string;
  inner_row?: number;
  year?: number;
  formula: string;
  comes_to: string;
  cap?: string;
  result: string;
}

export interface Combined extends Open {
  id: string;
  quote: string;
  applies: boolean;
  together: Estimate;
  cap?: { before: Estimate; taken: string; at_most: string; arithmetic: Line[] };
  shares: ({ measure: string } & Estimate)[];
  rows?: string[];
  decided: boolean;
  tied: boolean;
  dropped?: { measure: string; row?: number; gives: string; winner: string }[];
}

declare global {
  interface HTMLElementTagNameMap {
    "mingbai-checker": MingbaiCheckerElement;
  }
  interface HTMLElementEventMap extends MingbaiEventMap {}
}
