// Modules that the build makes: the examples of the gallery.
declare module 'virtual:examples' {
  export interface ExampleFiles {
    readonly files: readonly { readonly path: string; readonly text: string }[];
    readonly data: readonly { readonly path: string; readonly text: string }[];
  }
  export const examples: Readonly<Record<string, () => Promise<{ readonly example: ExampleFiles }>>>;
}

/** The pages about codes: Markdown by code. */
declare module 'virtual:error-pages' {
  export const pages: Readonly<Record<string, string>>;
}

/** Where the database of the browser lies. */
declare module 'virtual:duckdb' {
  export const files: { readonly worker: string; readonly wasm: string };
}

/** The standard library: the files of each library by its folder, `std/leads`, and the heads of all. */
declare module 'virtual:libraries' {
  export interface LibraryFiles {
    readonly files: readonly { readonly path: string; readonly text: string }[];
  }
  export const libraries: Readonly<Record<string, () => Promise<LibraryFiles>>>;
  export const heads: () => Promise<LibraryFiles>;
}
