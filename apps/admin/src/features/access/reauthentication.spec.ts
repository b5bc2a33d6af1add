import { expect, it } from 'vitest';
import { createReauthentication } from './reauthentication.ts';

it('asks once for everything that waits for the same answer', async () => {
  const { asked, prove, answer } = createReauthentication();
  const acts = [prove({ acceptsCode: true }), prove({ acceptsCode: false })];
  expect(asked.value).toEqual({ acceptsCode: true });
  answer(true);
  expect(await Promise.all(acts)).toEqual([true, true]);
  expect(asked.value).toBeNull();
});

it('asks anew after an answer, whichever it was', async () => {
  const { asked, prove, answer } = createReauthentication();
  const first = prove({ acceptsCode: false });
  answer(false);
  const second = prove({ acceptsCode: true });
  expect(asked.value).toEqual({ acceptsCode: true });
  answer(true);
  expect([await first, await second]).toEqual([false, true]);
});
