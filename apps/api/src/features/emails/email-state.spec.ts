import { describe, expect, it } from 'vitest';
import { after, EmailEvent, EmailState, FINAL_STATES, statesBefore, WAITING_STATES } from './email-state.ts';

/** What becomes of an email in the state of its row by the event of its column; '.' = that cannot happen. */
const DIAGRAM = `
            CLAIM    PROBE    ACCEPT    DEFER     HOLD  RELEASE  REFUSE  LOSE_VERDICT  LOSE_WORKER  RETRY   CANCEL
QUEUED      SENDING  SENDING  .         .         HELD  .        .       .             .            QUEUED  CANCELLED
SENDING     .        .        ACCEPTED  DEFERRED  HELD  .        FAILED  UNCERTAIN     QUEUED       .       .
DEFERRED    SENDING  SENDING  .         .         HELD  .        .       .             .            QUEUED  CANCELLED
HELD        .        SENDING  .         .         .     QUEUED   .       .             .            QUEUED  CANCELLED
ACCEPTED    .        .        .         .         .     .        .       .             .            .       .
FAILED      .        .        .         .         .     .        .       .             .            QUEUED  .
UNCERTAIN   .        .        ACCEPTED  DEFERRED  .     .        FAILED  .             .            QUEUED  .
CANCELLED   .        .        .         .         .     .        .       .             .            .       .
`;

const [columns = [], ...rows] = DIAGRAM.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([state, ...results]) =>
  columns.map((event, index) => ({ state, event, result: results[index] })),
);

describe('the diagram', () => {
  it('has every state and every event', () => {
    expect(rows.map(([state]) => state)).toEqual(Object.values(EmailState));
    expect(columns).toEqual(Object.values(EmailEvent));
  });

  it.each(cells)('$state and $event: $result', ({ state, event, result }) => {
    expect(after(state as EmailState, event as EmailEvent)).toBe(result === '.' ? null : result);
  });

  it('brings nothing back from where it was accepted or cancelled', () => {
    for (const state of [EmailState.ACCEPTED, EmailState.CANCELLED]) {
      expect(Object.values(EmailEvent).filter((event) => after(state, event) !== null)).toEqual([]);
    }
  });

  it('lets a person alone bring back what failed', () => {
    const events = Object.values(EmailEvent).filter((event) => after('FAILED', event) !== null);
    expect(events).toEqual([EmailEvent.RETRY]);
  });

  it('comes to SENDING by a claim alone', () => {
    const events = Object.values(EmailEvent).filter((event) =>
      Object.values(EmailState).some((state) => after(state, event) === 'SENDING'),
    );
    expect(events).toEqual([EmailEvent.CLAIM, EmailEvent.PROBE]);
  });
});

it('the guards of the statements are the columns of the diagram', () => {
  expect(statesBefore(EmailEvent.ACCEPT)).toEqual(['SENDING', 'UNCERTAIN']);
  expect(statesBefore(EmailEvent.CANCEL)).toEqual(['QUEUED', 'DEFERRED', 'HELD']);
});

it('a state is final or something is still to come', () => {
  expect([...WAITING_STATES, ...FINAL_STATES].sort()).toEqual(Object.values(EmailState).sort());
});
