// The lines of a results file: plain data, one JSON object per line.

/** What a case is big in, and the other choices that tell it from its siblings. */
export interface Size {
  /** The number that grows: definitions, rows or KPIs. */
  readonly n: number;
  readonly of: string;
  /** `parquet`, `8M rows`, `hub`: figures with other labels are never compared. */
  readonly labels: readonly string[];
}

export interface CaseId {
  readonly workload: string;
  readonly case: string;
  readonly size: Size;
}

/** One timed turn of one subject. */
export interface SampleRecord extends CaseId {
  readonly kind: 'sample';
  /** One start of the command; figures of two runs are never compared. */
  readonly run: string;
  /** 1, or 2 where the first attempt was noisy and all of it was repeated. */
  readonly attempt: number;
  readonly subject: string;
  readonly round: number;
  /** 0 or 1: within a round every subject has two turns. */
  readonly turn: number;
  readonly wall_ms: number;
  readonly cpu_ms: number;
  readonly max_rss_mb: number;
  /** Calls in this sample; the times are per call. */
  readonly batch: number;
  readonly checksum: string;
  readonly load: number;
  readonly versions: Readonly<Record<string, string>>;
  readonly revision: string;
  readonly at: string;
}

/** A subject that could not take part. Its column is absent, never 0. */
export interface AbsentRecord extends CaseId {
  readonly kind: 'absent';
  readonly run: string;
  readonly subject: string;
  readonly why: string;
}

/** The comparison of a subject's result with the reference's, made before anything is timed. */
export interface CheckRecord extends CaseId {
  readonly kind: 'check';
  readonly run: string;
  readonly subject: string;
  readonly against: string;
  readonly cells: number;
  readonly wrong: number;
  /** The first differences, in words. */
  readonly examples: readonly string[];
}

/** A fact beside the timings: a scan count, a size in bytes. */
export interface NoteRecord extends CaseId {
  readonly kind: 'note';
  readonly run: string;
  readonly subject: string;
  readonly note: string;
}

export type ResultRecord = SampleRecord | AbsentRecord | CheckRecord | NoteRecord;

/** `1M definitions, hub`. */
export function sizeLabel(size: Size): string {
  return [`${compact(size.n)} ${size.of}`, ...size.labels].join(', ');
}

/** 8000000 as `8M`, 1500 as `1500`. */
export function compact(n: number): string {
  if (n >= 1e6 && n % 1e5 === 0) return `${n / 1e6}M`;
  if (n >= 1e4 && n % 1e3 === 0) return `${n / 1e3}k`;
  return String(n);
}
