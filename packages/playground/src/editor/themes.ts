// Monaco's themes, made of the same colours as the page.
import { monaco } from './setup.js';

interface Palette {
  readonly base: 'vs' | 'vs-dark' | 'hc-black' | 'hc-light';
  readonly ink: string;
  readonly ground: string;
  readonly soft: string;
  readonly line: string;
  readonly key: string;
  readonly text: string;
  readonly number: string;
  readonly word: string;
  readonly name: string;
  readonly metric: string;
  readonly data: string;
  readonly selection: string;
  readonly accent: string;
  /** What lies above the text, and its edge. */
  readonly above: string;
  readonly edge: string;
  readonly chosen: string;
}

const LIGHT: Palette = {
  base: 'vs',
  ink: '#1c2127',
  ground: '#ffffff',
  soft: '#6a737d',
  line: '#f3f5f7',
  key: '#1d4f86',
  text: '#2c6e49',
  number: '#9a4a00',
  word: '#8a2a72',
  name: '#1c2127',
  metric: '#0a6070',
  data: '#6b4a9e',
  selection: '#cfe0f5',
  accent: '#1d4f86',
  above: '#ffffff',
  edge: '#dfe3e7',
  chosen: '#e6eef8',
};

const DARK: Palette = {
  base: 'vs-dark',
  ink: '#dfe4ea',
  ground: '#151b21',
  soft: '#8b95a1',
  line: '#1c232a',
  key: '#8fbdec',
  text: '#9fd8ae',
  number: '#f0b67f',
  word: '#e29bd0',
  name: '#dfe4ea',
  metric: '#7fd3df',
  data: '#c9b3f5',
  selection: '#2a4a6e',
  accent: '#8fbdec',
  above: '#1b2229',
  edge: '#343d47',
  chosen: '#1b2d42',
};

const CONTRAST: Palette = {
  base: 'hc-black',
  ink: '#ffffff',
  ground: '#000000',
  soft: '#b8c4d0',
  line: '#000000',
  key: '#9cdcff',
  text: '#b5f5c4',
  number: '#ffc896',
  word: '#ffb0e8',
  name: '#ffffff',
  metric: '#7ff0ff',
  data: '#dcc8ff',
  selection: '#1a4a8a',
  accent: '#ffd34d',
  above: '#000000',
  edge: '#ffffff',
  chosen: '#2b2300',
};

const NAMES = { light: 'sextant-light', dark: 'sextant-dark', contrast: 'sextant-contrast' } as const;

export type Shade = keyof typeof NAMES;

export function defineThemes(): void {
  define(NAMES.light, LIGHT);
  define(NAMES.dark, DARK);
  define(NAMES.contrast, CONTRAST);
}

export function useTheme(shade: Shade): void {
  monaco.editor.setTheme(NAMES[shade]);
}

function define(name: string, palette: Palette): void {
  const {
    base,
    ink,
    ground,
    soft,
    line,
    key,
    text,
    number,
    word,
    name: plain,
    metric,
    data,
    selection,
    accent,
    above,
    edge,
    chosen,
  } = palette;
  const rule = (token: string, colour: string, fontStyle?: string): monaco.editor.ITokenThemeRule => ({
    token,
    foreground: colour.slice(1),
    ...(fontStyle === undefined ? {} : { fontStyle }),
  });
  monaco.editor.defineTheme(name, {
    base,
    inherit: true,
    rules: [
      rule('', ink),
      rule('type.yaml', key),
      rule('comment', soft),
      rule('string', text),
      rule('string.yaml', ink),
      rule('string.sql', text),
      rule('predefined.sql', word),
      rule('operator.sql', soft),
      rule('type', metric),
      rule('level', number),
      rule('period', number),
      rule('number', number),
      rule('keyword', word),
      rule('operators', soft),
      rule('delimiter', soft),
      // What the language service says of the words in formulas.
      rule('metric', metric),
      rule('kpi', metric),
      rule('function', word),
      rule('operator', word),
      rule('dataset', data),
      rule('class', data),
      rule('namespace', data),
      rule('field', data),
      rule('property', data),
      rule('dimension', data),
      rule('parameter', number),
      rule('unit', number),
      rule('test', plain),
      rule('question', plain),
      rule('incentive', plain),
      rule('role', data),
      rule('enumMember', number),
      rule('variable', plain),
      rule('owner', plain),
      rule('goal', plain),
    ],
    colors: {
      'editorBracketHighlight.foreground1': soft,
      'editorBracketHighlight.foreground2': soft,
      'editorBracketHighlight.foreground3': soft,
      'editor.background': ground,
      'editor.foreground': ink,
      'editor.lineHighlightBackground': line,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': selection,
      'editorLineNumber.foreground': soft,
      'editorLineNumber.activeForeground': ink,
      'editorCursor.foreground': accent,
      'editorInlayHint.foreground': soft,
      'editorInlayHint.background': '#00000000',
      'editorIndentGuide.background1': base === 'hc-black' ? '#4a545e' : edge,
      'editorIndentGuide.activeBackground1': soft,
      'editorWidget.background': above,
      'editorWidget.foreground': ink,
      'editorWidget.border': edge,
      'editorHoverWidget.background': above,
      'editorHoverWidget.foreground': ink,
      'editorHoverWidget.border': edge,
      'editorSuggestWidget.background': above,
      'editorSuggestWidget.foreground': ink,
      'editorSuggestWidget.border': edge,
      'editorSuggestWidget.selectedBackground': chosen,
      'editorSuggestWidget.selectedForeground': ink,
      'editorSuggestWidget.highlightForeground': accent,
      'editorSuggestWidget.focusHighlightForeground': accent,
      'list.hoverBackground': line,
      'list.focusBackground': chosen,
      'list.focusForeground': ink,
      'quickInput.background': above,
      'quickInput.foreground': ink,
      'quickInputList.focusBackground': chosen,
      'quickInputList.focusForeground': ink,
      'pickerGroup.foreground': accent,
      'menu.background': above,
      'menu.foreground': ink,
      'menu.border': edge,
      'menu.selectionBackground': chosen,
      'menu.selectionForeground': ink,
      'input.background': ground,
      'input.foreground': ink,
      'input.border': soft,
      'widget.shadow': '#00000022',
      'textLink.foreground': accent,
      'scrollbar.shadow': '#00000000',
      'scrollbarSlider.background': `${soft}40`,
      'scrollbarSlider.hoverBackground': `${soft}70`,
      'scrollbarSlider.activeBackground': `${soft}90`,
      focusBorder: accent,
    },
  });
}
