// Modules that the build makes: the examples of the gallery.
declare module 'virtual:examples' {
  export interface ExampleFiles {
    readonly files: readonly { readonly path: string; readonly text: string }[];
    readonly data: readonly { readonly path: string; readonly text: string }[];
  }
  export const examples: Readonly<Record<string, () => Promise<{ readonly example: ExampleFiles }>>>;
}
