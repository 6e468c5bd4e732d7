// The whole page: definitions on one side, what they mean on the other.
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { set, state } from '../state/store.js';
import { Bottom } from './bottom.jsx';
import { Dialogs } from './dialogs.jsx';
import { listenToDrops } from './drop-files.js';
import { EditorHost } from './editor-host.jsx';
import { FileTabs } from './file-tabs.jsx';
import { Header } from './header.jsx';
import { listenToKeys } from './keys.js';
import { LiveRegion } from './live-region.jsx';
import { NoticeBar } from './notice-bar.jsx';
import { PaneSide } from './pane-side.jsx';
import { SideSwitch } from './side-switch.jsx';
import { Splitter } from './splitter.jsx';

export function App(): VNode {
  useEffect(listenToKeys, []);
  // Where there is little room, what is asked for comes first.
  useEffect(() => {
    if (matchMedia('(max-width: 560px), (max-height: 560px)').matches) set({ lessonOpen: false });
  }, []);
  useEffect(listenToDrops, []);
  const { side, split, dialog } = state.value;
  return (
    <div class="app" data-side={side} style={{ '--split': `${(split * 100).toFixed(2)}%` }}>
      <Header />
      <main class="work">
        <section class="left" aria-label="Definitions" id="definitions">
          <FileTabs />
          <EditorHost />
          <Bottom />
        </section>
        <Splitter />
        <PaneSide />
      </main>
      <SideSwitch />
      <LiveRegion />
      {dialog === null ? <NoticeBar /> : null}
      <Dialogs />
    </div>
  );
}
