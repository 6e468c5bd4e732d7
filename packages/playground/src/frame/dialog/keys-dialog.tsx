// Which keys there are.
import type { VNode } from 'preact';
import { DialogFrame } from './dialog-frame.jsx';

const mac = /Mac|iP(hone|ad|od)/.test(navigator.userAgent);
/** Monaco has other keys there, since Shift+Alt+F is the system's. */
const linux = /Linux/.test(navigator.userAgent) && !/Android/.test(navigator.userAgent);
const control = mac ? '⌘' : 'Ctrl+';

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['F6, Shift+F6', 'to the next part of the page, and back'],
  [mac ? 'Ctrl+Shift+M' : 'Ctrl+M', 'in the editor: Tab moves the focus instead of indenting, and back'],
  [`${control}S`, 'copy a link to the project, or save it where it is a folder'],
  [`${control}Enter`, 'compute again'],
  [`${control}O`, 'examples'],
  ['F8, Shift+F8', 'to the next problem, and back'],
  ['F12', 'to the definition of a name'],
  ['Shift+F12', 'all places where a name is used'],
  ['F2', 'rename: a name in the editor, a file on its tab'],
  [`${control}Space`, 'what can be written here'],
  [`${control}.`, 'fixes of the problem under the cursor'],
  [linux ? 'Ctrl+Shift+I' : 'Shift+Alt+F', 'format the file'],
  [`${control}Shift+O`, 'outline of the file'],
  ['F1', 'all commands of the editor'],
  ['+, −, 0, 1', 'in the graph: larger, smaller, all of it, so that names can be read'],
  [
    'Arrow keys',
    'between tabs and the numbers of a table, along the lines of the graph, in the tree of an explanation',
  ],
];

export function KeysDialog(): VNode {
  return (
    <DialogFrame title="Keys" small>
      <table>
        <thead class="hidden">
          <tr>
            <th scope="col">Keys</th>
            <th scope="col">What they do</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(([keys, does]) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DialogFrame>
  );
}
