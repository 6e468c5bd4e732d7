// Links as they stand on a page.

/** Makes a link from the root of the handbook one from this page, so that it holds wherever the folder is put. */
export type To = (href: string) => string;

export function toFrom(path: string): To {
  const up = '../'.repeat(path.split('/').length - 1);
  return (href) => `${up}${href}`;
}
