// What the page may do: show itself. Its own style sheet and script are known by their hashes; all else is refused.
import { sha256 } from '@sextant/parser';

export function policyFor(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${base64OfHex(sha256(style))}'`,
    `script-src 'sha256-${base64OfHex(sha256(script))}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Without `btoa`, whose input is no bytes. */
function base64OfHex(hex: string): string {
  const bits = hex.replace(/./g, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0'));
  const padded = bits.padEnd(Math.ceil(bits.length / 6) * 6, '0');
  const text = (padded.match(/.{6}/g) ?? []).map((six) => DIGITS[Number.parseInt(six, 2)] ?? '').join('');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
