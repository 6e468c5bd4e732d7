// The bar at the top: what is open, and what can be done with all of it.
import type { VNode } from 'preact';
import { Icon, type IconName } from '../parts/icon.jsx';
import { downloadProject } from '../project/download.js';
import { saveToFolder } from '../project/folder.js';
import { gallery } from '../project/gallery.js';
import { openDialog } from '../state/actions.js';
import type { Origin, Theme } from '../state/app-state.js';
import { isEdited, sameFiles } from '../state/is-edited.js';
import { state } from '../state/store.js';
import { chooseTheme } from '../flow/shade.js';

export function Header(): VNode {
  const { project, checked, theme } = state.value;
  const isFolder = project.origin.kind === 'folder';
  const edited = isEdited(project);
  return (
    <header class="bar">
      <h1 class="brand">
        <Logo />
        <span>Sextant</span>
      </h1>
      <button type="button" class="project" onClick={() => openDialog({ kind: 'gallery' })} aria-haspopup="dialog">
        <span class="project-name">{titleOf(project.origin, checked.outline.project)}</span>
        {edited ? <span class="edited">edited</span> : null}
        <Icon name="down" size={14} />
      </button>
      {edited ? <Tool icon="reset" word="Reset" onClick={() => openDialog({ kind: 'reset' })} /> : null}
      <nav class="tools" aria-label="Project">
        {isFolder ? (
          <Tool
            icon="save"
            word="Save"
            disabled={sameFiles(project.files, project.opened)}
            onClick={() => void saveToFolder()}
          />
        ) : null}
        <Tool icon="book" word="Examples" twice={true} onClick={() => openDialog({ kind: 'gallery' })} />
        <Tool icon="upload" word="Add data" onClick={() => openDialog({ kind: 'upload' })} />
        <Tool icon="download" word="Download" onClick={() => void downloadProject()} />
        <Tool icon="link" word="Share" main={true} onClick={() => openDialog({ kind: 'share' })} />
        <Tool icon="keys" word="Keys" small={true} onClick={() => openDialog({ kind: 'keys' })} />
        <label class="theme" title="Theme">
          <Icon name="theme" />
          <span class="hidden">Theme</span>
          <select value={theme} onChange={(event) => chooseTheme(themeOf(event.currentTarget.value))}>
            <option value="system">System</option>
            <option value="light">Light</option>
            <option value="dark">Dark</option>
            <option value="contrast">High contrast</option>
          </select>
        </label>
      </nav>
    </header>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly word: string;
  readonly disabled?: boolean;
  /** The one that most people come for. */
  readonly main?: boolean;
  /** The same can be done elsewhere, where there is little room. */
  readonly twice?: boolean;
  /** Its word is only said. */
  readonly small?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon, word, disabled = false, main = false, twice = false, small = false, onClick }: ToolProps): VNode {
  const name = `tool${main ? ' main' : ''}${twice ? ' twice' : ''}`;
  return (
    <button type="button" class={name} disabled={disabled} title={word} onClick={onClick}>
      <Icon name={icon} />
      <span class={small ? 'hidden' : 'tool-word'}>{word}</span>
    </button>
  );
}

function Logo(): VNode {
  return (
    <svg class="logo" viewBox="0 0 32 32" width="24" height="24" aria-hidden="true" focusable="false">
      <path class="frame-line" d="M16 4 6 25a24 24 0 0 0 20 0Z" />
      <path class="arm" d="M16 4l4.4 22.6" />
      <circle class="frame-dot" cx="16" cy="4.6" r="2.2" />
    </svg>
  );
}

function titleOf(origin: Origin, name: string): string {
  switch (origin.kind) {
    case 'example':
      return gallery.find(({ id }) => id === origin.id)?.title ?? name;
    case 'folder':
      return origin.name;
    case 'link':
      return name === '' ? 'From a link' : name;
    case 'blank':
      return name === '' ? 'New project' : name;
  }
}

function themeOf(text: string): Theme {
  return text === 'light' || text === 'dark' || text === 'contrast' ? text : 'system';
}
