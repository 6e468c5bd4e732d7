// Templates escape whatever is put into them.
import { expect, test } from 'vitest';
import { escaped, html, idOf } from '../../../packages/engine/src/report/html/markup.js';

test('texts and attributes cannot end what they stand in', () => {
  const evil = `"><script>alert('x')</script>&amp;`;
  expect(html`<p title="${evil}">${evil}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;">' +
      '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;</p>',
  );
});

test('templates in templates and lists of them stay as they are; null is nothing', () => {
  const items = ['a<', 'b'].map((one) => html`<li>${one}</li>`);
  expect(
    html`<ul>
      ${items}${null}
    </ul>`.text,
  ).toBe('<ul>\n<li>a&lt;</li><li>b</li>\n</ul>');
});

test('the indentation of templates is not part of the page, line breaks of texts are', () => {
  const text = 'a\n    b';
  const made = html`<div>
    <pre>${text}</pre>
  </div>`;
  expect(made.text).toBe('<div>\n<pre>a\n    b</pre>\n</div>');
});

test('characters that nobody sees or that turn the text around are shown as replaced', () => {
  expect(escaped('a\u202eb\u2066c\u0000d\u0007e\tf\ng')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\tf\ng');
});

test('ids keep names apart', () => {
  const names = ['a b', 'a.b', 'a-b', 'ab', 'ä', 'a"b', '.20.'];
  const ids = names.map((name) => idOf('kpi', name));
  expect(new Set(ids).size).toBe(names.length);
  for (const id of ids) expect(id).toMatch(/^kpi-[A-Za-z0-9._-]+$/);
});
