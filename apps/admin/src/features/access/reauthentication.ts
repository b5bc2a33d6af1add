import { type InjectionKey, type ShallowRef, inject, shallowReadonly, shallowRef } from 'vue';

/** What a refusal says of the proof that it asks for. */
export interface ProofAsked {
  /** A code of the second factor does as well as the password. */
  acceptsCode: boolean;
}

/** The question whether it is still the same person, which some acts need a fresh answer to. */
export interface Reauthentication {
  /** null = nothing is asked. */
  readonly asked: Readonly<ShallowRef<ProofAsked | null>>;
  /** true = it was proved; false = the person would rather not. Whoever asks while a question is open gets its answer. */
  prove(asked: ProofAsked): Promise<boolean>;
  answer(isProved: boolean): void;
}

export const reauthenticationKey: InjectionKey<Reauthentication> = Symbol('reauthentication');

export function useReauthentication(): Reauthentication {
  const reauthentication = inject(reauthenticationKey);
  if (!reauthentication) throw new Error('No reauthentication was provided.');
  return reauthentication;
}

export function createReauthentication(): Reauthentication {
  const asked = shallowRef<ProofAsked | null>(null);
  let waiting: ((isProved: boolean) => void)[] = [];
  return {
    asked: shallowReadonly(asked),
    prove(proof) {
      asked.value ??= proof;
      return new Promise((resolve) => waiting.push(resolve));
    },
    answer(isProved) {
      const answered = waiting;
      waiting = [];
      asked.value = null;
      for (const resolve of answered) resolve(isProved);
    },
  };
}
