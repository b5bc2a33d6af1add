import type { InputProblem } from './refusal.ts';

// U+2028, U+2029 and the bidirectional controls would forge lines and directions wherever the text is shown.
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

export function hasControlCharacter(text: string): boolean {
  return CONTROL.test(text);
}

/**
 * What is wrong with a line of text that somebody typed, at most one problem. `longest` counts UTF-16 units; an empty text is a problem
 * where `whenEmpty` says what to enter.
 */
export function textProblems(
  path: string,
  text: string,
  { longest, whenEmpty }: { longest: number; whenEmpty?: string | undefined },
): InputProblem[] {
  if (text === '' && whenEmpty !== undefined) return [{ path, code: 'REQUIRED', message: whenEmpty }];
  if (text.length > longest) {
    return [{ path, code: 'TOO_LONG', message: `Shorten it to at most ${String(longest)} characters.` }];
  }
  if (hasControlCharacter(text)) {
    return [{ path, code: 'CONTROL_CHARACTER', message: 'Remove the line break or control character.' }];
  }
  if (!text.isWellFormed()) {
    return [{ path, code: 'BAD_FORMAT', message: 'Remove the character that is not valid Unicode.' }];
  }
  return [];
}

/** Line ends stay, to be refused: nobody types them, and what pastes them may have pasted more. */
export function withoutOuterSpace(text: string): string {
  return text.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, '');
}
