// The codes that a SARIF run speaks of, with their pages as help.
import { codes, type Diagnostic } from '@sextant/parser';

export interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: 'error' | 'warning' | 'note' };
}

/** Sorted by code. There is no address to link to: the page itself is the help. */
export function sarifRules(
  diagnostics: readonly Diagnostic[],
  page: (code: Diagnostic['code']) => string | null,
): readonly SarifRule[] {
  const used = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return used.map((code) => {
    const { title, severity } = codes[code];
    const markdown = page(code) ?? `# ${code}: ${title}\n`;
    return {
      id: code,
      shortDescription: { text: title },
      fullDescription: { text: firstParagraph(markdown) ?? title },
      help: { text: `kpi explain ${code}`, markdown },
      defaultConfiguration: { level: severity === 'error' || severity === 'warning' ? severity : 'note' },
    };
  });
}

/** GitHub shows a thousand characters of it. */
function firstParagraph(markdown: string): string | null {
  const paragraph = markdown
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .find((block) => block !== '' && !block.startsWith('#'));
  return paragraph === undefined ? null : paragraph.replace(/\s*\n\s*/g, ' ').slice(0, 1000);
}
