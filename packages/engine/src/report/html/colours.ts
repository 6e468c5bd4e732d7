// The colours of a report, light and dark, as variables of the style sheet. Texts have a contrast of 4.5 to 1 at least on
// every ground that they stand on; test/engine/report/colours.test.ts computes it.

export type Colours = Readonly<Record<string, string>>;

export const LIGHT: Colours = {
  paper: '#f7f7f5',
  card: '#ffffff',
  ink: '#1c2127',
  soft: '#565e68',
  line: '#dfe1e4',
  accent: '#1d4f86',
  focus: '#0b5cd5',
  series: '#1d4f86',
  target: '#30363d',
  grid: '#e6e8ea',
  'zone-good': '#e4f1e6',
  'zone-fair': '#fbf0d9',
  rest: '#dfe4ea',
  'achieved-ink': '#0a5566',
  'achieved-ground': '#dcf0f4',
  'on_track-ink': '#1b6430',
  'on_track-ground': '#e4f3e6',
  'at_risk-ink': '#7a4a00',
  'at_risk-ground': '#fcefd2',
  'off_track-ink': '#a0181c',
  'off_track-ground': '#fbe6e4',
  'stale-ink': '#5a3d8f',
  'stale-ground': '#efe9f9',
  'not_due-ink': '#4b5560',
  'not_due-ground': '#eceff2',
  'no_data-ink': '#4b5560',
  'no_data-ground': '#f4f5f6',
};

export const DARK: Colours = {
  paper: '#101419',
  card: '#171c22',
  ink: '#e8ebee',
  soft: '#a7b0ba',
  line: '#2c343d',
  accent: '#8fbdec',
  focus: '#79b4ff',
  series: '#8fbdec',
  target: '#ccd3da',
  grid: '#262e36',
  'zone-good': '#173022',
  'zone-fair': '#332a14',
  rest: '#343d47',
  'achieved-ink': '#84d6e8',
  'achieved-ground': '#0f333c',
  'on_track-ink': '#93d5a3',
  'on_track-ground': '#14321f',
  'at_risk-ink': '#f3c671',
  'at_risk-ground': '#3a2c0d',
  'off_track-ink': '#ffa49c',
  'off_track-ground': '#421815',
  'stale-ink': '#cbb7f4',
  'stale-ground': '#2d2344',
  'not_due-ink': '#b9c2cc',
  'not_due-ground': '#242c34',
  'no_data-ink': '#b9c2cc',
  'no_data-ground': '#1e252c',
};

export function colourVariables(colours: Colours): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
}
