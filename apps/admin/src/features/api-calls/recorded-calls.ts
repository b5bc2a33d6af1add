import type { Operation } from '@urql/vue';
import { type InjectionKey, type ShallowRef, inject, shallowReadonly, shallowRef } from 'vue';
import type { ApiCall } from './call-texts.ts';
import { withoutSecrets } from './without-secrets.ts';

export interface RecordedCall extends ApiCall {
  /** The same for the same operation with the same variables. */
  key: number;
  kind: 'query' | 'mutation' | 'subscription';
  /** Of the operation. */
  name: string;
  /** RFC 3339. */
  at: string;
}

/** What the panel asked of the API since it was opened, newest first, without secrets. */
export interface RecordedCalls {
  readonly calls: Readonly<ShallowRef<readonly RecordedCall[]>>;
  record(operation: Operation, at: Date): void;
}

/** More than a page makes; polling repeats one and the same. */
const mostKept = 30;

export const recordedCallsKey: InjectionKey<RecordedCalls> = Symbol('recorded calls');

export function useRecordedCalls(): RecordedCalls {
  const recorded = inject(recordedCallsKey);
  if (!recorded) throw new Error('No calls are recorded.');
  return recorded;
}

export function recordCalls(): RecordedCalls {
  const calls = shallowRef<readonly RecordedCall[]>([]);
  return {
    calls: shallowReadonly(calls),
    record({ key, kind, query: document, variables }, at) {
      // A teardown is the end of a call, and none.
      if (kind === 'teardown') return;
      const others = calls.value.filter((call) => call.key !== key);
      const call = {
        ...{ key, kind, document, name: operationName(document) },
        variables: withoutSecrets(variables) as object,
        at: at.toISOString(),
      };
      calls.value = [call, ...others].slice(0, mostKept);
    },
  };
}

function operationName(document: ApiCall['document']): string {
  for (const definition of document.definitions)
    if ('operation' in definition && definition.name) return definition.name.value;
  return '';
}
