import { type ApiProblem, problemWords } from './api-texts.ts';
import { useLanguage } from './language-choice.ts';

export interface FailureWords {
  text: string;
  /** The API's own sentence, which has the details, where `text` is a translation. */
  original: string | null;
}

/** The sentences of the API as the reader is shown them. */
export function useApiWords() {
  const { apiTexts } = useLanguage();
  return {
    failure: ({ code, message }: { code: string; message: string }): FailureWords => {
      const text = apiTexts.value?.failures[code];
      return text === undefined ? { text: message, original: null } : { text, original: message };
    },
    hint: (sentence: string) => apiTexts.value?.hints[sentence] ?? sentence,
    problem: (problem: ApiProblem) => problemWords(problem, apiTexts.value),
    refusal: ({ code, message }: { code: string; message: string }) =>
      apiTexts.value?.refusals[code] ?? message,
  };
}
