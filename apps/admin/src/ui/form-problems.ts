import type { Form, FormSchema } from '@nuxt/ui/runtime/types/form.js';
import { type ShallowRef, nextTick, shallowRef } from 'vue';
import { useApiWords } from '../i18n/api-words.ts';

/** One thing to mend in a form: as the API reports it, or found here before asking the API. */
export interface Problem {
  /** Name of the field. One that no field shows appears above the form. */
  path: string;
  /** Of the API: the message is then shown in the reader's language. */
  code?: string;
  message: string;
}

/** A form that can be told what is wrong with it. */
export interface ShowsProblems {
  show(found: readonly Problem[]): Promise<void>;
}

type FormElement = Pick<Form<FormSchema>, 'setErrors' | 'getErrors' | 'clear'> & { $el: HTMLFormElement };

/** Puts problems at their fields and the focus on the first of them. */
export function useFormProblems(form: Readonly<ShallowRef<unknown>>) {
  const words = useApiWords();
  const problems = shallowRef<readonly Problem[]>([]);
  /** Those that belong to no field on the screen. */
  const unplaced = shallowRef<readonly Problem[]>([]);
  // The template's ref is typed by the schema, which we do not use.
  const api = () => form.value as FormElement | null;

  async function show(reported: readonly Problem[]) {
    const found = reported.map((problem) => ({ ...problem, message: words.problem(problem) }));
    problems.value = found;
    // What a problem is about may have to be unfolded first.
    await nextTick();
    api()?.setErrors(found.map(({ path, message }) => ({ name: path, message })));
    unplaced.value = found.filter(({ path }) => !api()?.getErrors(path).length);
    await nextTick();
    focus();
  }

  function clear(path?: string) {
    const others = (problem: Problem) => path !== undefined && problem.path !== path;
    problems.value = problems.value.filter(others);
    unplaced.value = unplaced.value.filter(others);
    api()?.clear(path);
  }

  function focus(path?: string) {
    const invalid = [...(api()?.$el.querySelectorAll<HTMLElement>('[aria-invalid="true"]') ?? [])];
    const id = path && api()?.getErrors(path)[0]?.id;
    const element = invalid.find((candidate) => candidate.id === id) ?? invalid[0];
    const target = element?.matches('fieldset')
      ? element.querySelector<HTMLElement>('[role=radio]')
      : element;
    target?.focus();
  }

  return { problems, unplaced, show, clear, focus };
}

/**
 * Numbers that cannot even be sent, because GraphQL's Int is whole and has 32 bits, and text in a number
 * field, which a browser reports as empty. Everything else about a number is for the API to judge.
 */
export function unsendableNumbers(form: HTMLFormElement, values: object, message: string): Problem[] {
  const notInt = Object.entries(values)
    .filter(([, value]) => typeof value === 'number' && (value | 0) !== value)
    .map(([path]) => path);
  const notNumber = [...form.querySelectorAll<HTMLInputElement>('input[type=number]')]
    .filter(({ validity }) => validity.badInput)
    .map(({ name }) => name);
  return [...notInt, ...notNumber].map((path) => ({ path, message }));
}
