import { describe, expect, it } from 'vitest';
import { createEditing } from './editing.ts';
import { anSmtpServer } from './testing-servers.ts';

describe('editing a server', () => {
  it('counts changes, and none after they were discarded', () => {
    const { draft, changeCount, reset } = createEditing(anSmtpServer());
    expect(changeCount.value).toBe(0);
    draft.name = 'Relay';
    draft.mimeAddressStrict = false;
    expect(changeCount.value).toBe(2);
    reset();
    expect(changeCount.value).toBe(0);
  });

  it('takes the port along with the encryption', () => {
    const { draft } = createEditing(null);
    draft.encryption = 'SMTPS';
    expect(draft.port).toBe(465);
  });

  it('leaves an unusual port alone when changes are discarded', () => {
    const { draft, reset } = createEditing(anSmtpServer({ port: 465 }));
    draft.encryption = 'SMTPS';
    reset();
    expect(draft).toMatchObject({ port: 465, encryption: 'STARTTLS_REQUIRED' });
  });

  it('makes a suggested change as it was suggested: the port stays', () => {
    const { draft, mend } = createEditing(anSmtpServer());
    mend({ protocol: 'SMTPS', startTls: null, port: null });
    expect(draft).toMatchObject({ port: 587, encryption: 'SMTPS' });
  });

  it('counts a typed password as a change only while the form asks for one', () => {
    const { draft, typed, changeCount } = createEditing(anSmtpServer());
    draft.port = 25;
    typed.password = 'secret';
    expect(changeCount.value).toBe(2);
    draft.port = 587;
    expect(changeCount.value).toBe(0);
  });

  it('keeps changes on top of what was saved elsewhere', () => {
    const { draft, rebase, changeCount } = createEditing(anSmtpServer());
    draft.name = 'Relay';
    rebase(anSmtpServer({ revision: 5, timeoutSeconds: 60 }));
    expect(draft).toMatchObject({ name: 'Relay', timeoutSeconds: 60 });
    expect(changeCount.value).toBe(1);
  });
});
