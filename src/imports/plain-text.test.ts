import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each<[text: string, shown: string]>([
  ['Fresh tomatoes', 'Fresh tomatoes'],
  ['two  spaces\nand a line', 'two  spaces\nand a line'],
  ['<p>Red &amp; ripe</p><p>From <b>Nashik</b></p>', 'Red & ripe\n\nFrom Nashik'],
  ['One<br>two<br/>three', 'One\ntwo\nthree'],
  ['<ul><li>One</li><li class="x">Two</li></ul>', '- One\n\n- Two'],
  ['<table><tr><td>Size</td><td>XL</td></tr></table>', 'Size XL'],
  ['Before<script>alert("<b>x</b>")</script> after', 'Before after'],
  ['Before<!-- <b>hidden</b> --> after', 'Before after'],
  ['<script>never closed', ''],
  ['Tom &amp; Jerry&#39;s &euro;5 &#x1F345; &eacute;t&eacute;', "Tom & Jerry's €5 🍅 été"],
  ['&lt;p&gt;Escaped&lt;/p&gt;', 'Escaped'],
  ['5 < 7 > 3, <unknown> and a<b', '5 < 7 > 3, <unknown> and a<b'],
  ['&unknown; &amp &;', '&unknown; &amp &;'],
  ['&#0;&#xd800;&#9999999;', ''],
])('%j shows %j', (text, shown) => {
  expect(plainText(text)).toBe(shown);
});

test.each([['<script>'], ['<!--'], ['<a '], ['&'], ['<'], ['</p'], ['&#1']])(
  'a hundred thousand characters of %j take no time',
  (part) => {
    const started = performance.now();
    plainText(part.repeat(100_000 / part.length));
    expect(performance.now() - started).toBeLessThan(1_000);
  },
);
