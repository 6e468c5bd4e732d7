// What a page and its workers say to each other: requests with a number, their answers, and news that nobody asked for.

/** A table of methods: what each takes and gives. */
export type Methods<M> = { readonly [K in keyof M]: { readonly params: unknown; readonly result: unknown } };

export type ToWorker =
  | { readonly kind: 'request'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress };

/** How a request ended. What a person did wrong is part of a value; `failed` is a fault of ours. */
export type Reply<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

export interface Progress {
  /** What is being done, in words: `reading orders.csv`. */
  readonly doing: string;
  /** 0 to 1; null where nobody knows. */
  readonly share: number | null;
}
