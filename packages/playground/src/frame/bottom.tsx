// Below the editor: what is wrong in all files, and the data of the project.
import type { VNode } from 'preact';
import { Icon } from '../parts/icon.jsx';
import { Tabs } from '../parts/tabs.jsx';
import { set, state } from '../state/store.js';
import { DataList } from './data-list.jsx';
import { OfflineMark } from './offline-mark.jsx';
import { Problems } from './problems.jsx';

/** Monaco's own key; a screen reader hears of it in the editor's name. */
const LEAVE = /Mac|iP(hone|ad|od)/.test(navigator.userAgent) ? 'Ctrl+Shift+M' : 'Ctrl+M';

export function Bottom(): VNode {
  const { bottom, checked, project } = state.value;
  const { errors, warnings, problems } = checked;
  const choose = (id: string): void => set({ bottom: { open: true, tab: id === 'data' ? 'data' : 'problems' } });
  const words =
    checked.revision < 0
      ? 'Reading …'
      : problems.length === 0
        ? 'No problems'
        : countWords(errors, warnings, problems.length);
  return (
    <section class={`bottom ${bottom.open ? 'open' : 'closed'}`} aria-label="Problems and data">
      <div class="bottom-head">
        <Tabs
          label="Problems and data"
          prefix="bottom"
          panel="bottom-panel"
          chosen={bottom.tab}
          onChoose={choose}
          items={[
            {
              id: 'problems',
              label: (
                <span
                  class={`summary-text ${errors > 0 ? 'error' : warnings > 0 ? 'warning' : checked.revision < 0 ? '' : 'fine'}`}
                >
                  <Icon name={problems.length === 0 ? 'check' : 'warn'} size={14} /> {words}
                </span>
              ),
            },
            {
              id: 'data',
              label: (
                <span class="tab-text">
                  <Icon name="table" size={14} /> Data <span class="soft">{project.data.length}</span>
                </span>
              ),
            },
          ]}
        />
        <span class="leave-hint" aria-hidden="true">
          <kbd>{LEAVE}</kbd> lets Tab leave the editor
        </span>
        <OfflineMark />
        <button
          type="button"
          class="quiet"
          aria-expanded={bottom.open}
          aria-controls="bottom-panel"
          aria-label={bottom.open ? 'Close the list' : 'Open the list'}
          onClick={() => set({ bottom: { ...bottom, open: !bottom.open } })}
        >
          <Icon name={bottom.open ? 'down' : 'up'} />
        </button>
      </div>
      <div
        class="bottom-panel"
        id="bottom-panel"
        role="tabpanel"
        aria-label={bottom.tab === 'data' ? 'Data' : 'Problems'}
        hidden={!bottom.open}
      >
        {bottom.tab === 'problems' ? <Problems /> : <DataList />}
      </div>
    </section>
  );
}

export function countWords(errors: number, warnings: number, all: number): string {
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  const rest = all - errors - warnings;
  return [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(rest > 0 ? [count(rest, 'hint')] : []),
  ].join(', ');
}
