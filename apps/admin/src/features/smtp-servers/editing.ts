import {
  type ComputedRef,
  type InjectionKey,
  type ShallowRef,
  computed,
  inject,
  reactive,
  shallowRef,
  watch,
} from 'vue';
import type { SmtpServerSettingsFragment } from '../../generated/graphql.ts';
import { encryptionOf } from '../../smtp/encryption.ts';
import { type SuggestedFix, withFix } from '../../smtp/suggested-fix.ts';
import { mergeDrafts } from './edit-conflict.ts';
import { followedFields } from './followed-fields.ts';
import { isPasswordTyped, passwordSituation } from './password-situation.ts';
import { type SmtpServerDraft, changedFields, connectionOf, draftOf, newDraft } from './smtp-server-draft.ts';

/** A server that is being added or edited: what is saved, what the form holds, and how the two differ. */
export interface Editing {
  readonly saved: Readonly<ShallowRef<SmtpServerSettingsFragment | null>>;
  readonly draft: SmtpServerDraft;
  readonly typed: { password: string; repeat: string };
  readonly changeCount: ComputedRef<number>;
  /** Takes over what the API saved; with no argument, goes back to it. */
  reset(saved?: SmtpServerSettingsFragment): void;
  /** Makes a suggested change in the draft, and nothing that would follow a choice of one's own. */
  mend(fix: SuggestedFix): void;
  /** Writes known values into the draft, which as a whole stand as they are. */
  fillIn(values: Partial<SmtpServerDraft>): void;
  /** The server was saved elsewhere: lays the draft, or the one given, over it. */
  rebase(saved: SmtpServerSettingsFragment, draft?: SmtpServerDraft): void;
}

export const editingKey: InjectionKey<Editing> = Symbol('editing');

export function useEditing(): Editing {
  const editing = inject(editingKey);
  if (!editing) throw new Error('This stands outside of a server form.');
  return editing;
}

export function createEditing(server: SmtpServerSettingsFragment | null): Editing {
  const saved = shallowRef(server);
  const base = computed(() => (saved.value ? draftOf(saved.value) : newDraft()));
  const draft = reactive({ ...base.value });
  const typed = reactive({ password: '', repeat: '' });

  const changeCount = computed(() => {
    const isTyped = typed.password !== '' && isPasswordTyped(passwordSituation(saved.value, draft));
    return changedFields(base.value, draft).length + (isTyped ? 1 : 0);
  });

  // Only a choice made in the form takes others along; values that come from the API stand as they are.
  let isReplacing = false;
  function replace(values: SmtpServerDraft) {
    isReplacing = true;
    Object.assign(draft, values);
    isReplacing = false;
  }
  watch(
    () => ({ encryption: draft.encryption, hostname: draft.hostname, kind: draft.kind }),
    (_, before) => {
      if (!isReplacing) Object.assign(draft, followedFields(before, draft));
    },
    { flush: 'sync' },
  );

  return {
    saved,
    draft,
    typed,
    changeCount,
    reset(newest) {
      if (newest) saved.value = newest;
      replace(base.value);
      Object.assign(typed, { password: '', repeat: '' });
    },
    mend(fix) {
      const settings = withFix(fix, connectionOf(draft));
      replace({ ...draft, encryption: encryptionOf(settings), port: settings.port });
    },
    fillIn(values) {
      replace({ ...draft, ...values });
    },
    rebase(newest, merged) {
      const result = merged ?? mergeDrafts(base.value, draftOf(newest), { ...draft }).draft;
      saved.value = newest;
      replace(result);
    },
  };
}
