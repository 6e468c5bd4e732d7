// A link to the open project, as it is now.
import type { SourceFile } from '@sextant/parser';
import { copyText } from '../parts/copy-text.js';
import { openDialog } from '../state/actions.js';
import type { AppState, DataFile } from '../state/app-state.js';
import { state } from '../state/store.js';
import { isPath, linkText, LONGEST_LINK } from './link-text.js';
import { viewOf } from './view-in-link.js';

export interface Link {
  readonly href: string;
  readonly tooLong: boolean;
  /** Data that the link does not carry, though the project needs it. */
  readonly missing: readonly string[];
}

export async function linkTo(now: AppState, withData: boolean): Promise<Link> {
  const { origin, opened } = now.project;
  const libraries = now.project.libraries.filter(({ path }) => isPath(path) && !path.startsWith('std/'));
  const files = [...now.project.files, ...libraries];
  const example = origin.kind === 'example' ? origin.id : null;
  const changed = example === null ? files : files.filter((file) => !has(opened, file));
  const gone = example === null ? [] : opened.filter(({ path }) => !files.some((file) => file.path === path));
  const own = ownData(now);
  const data = withData ? await Promise.all(own.map(async ({ path, blob }) => [path, await blob.text()] as const)) : [];
  const text = await linkText({
    example,
    files: changed.map(({ path, text }) => [path, text] as const),
    gone: gone.map(({ path }) => path),
    data,
    view: viewOf(now),
  });
  const href = new URL(`#${text}`, document.baseURI.split('#')[0]).href;
  return {
    href,
    tooLong: text.length > LONGEST_LINK,
    missing: withData ? [] : own.map(({ path }) => path),
  };
}

/** Data that no example brings along. */
export function ownData({ project }: AppState): readonly DataFile[] {
  const { origin, data, openedData } = project;
  return origin.kind === 'example' ? data.filter((file) => !openedData.includes(file)) : data;
}

function has(files: readonly SourceFile[], { path, text }: SourceFile): boolean {
  return files.some((file) => file.path === path && file.text === text);
}

/** Ctrl+S: a link that fits is copied at once; where there is something to be decided, the dialog opens. */
export async function copyLink(): Promise<void> {
  const link = await linkTo(state.peek(), false);
  if (link.tooLong || link.missing.length > 0) openDialog({ kind: 'share' });
  else await copyText(link.href, 'a link to this project');
}
