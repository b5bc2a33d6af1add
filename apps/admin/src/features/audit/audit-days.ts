export interface Day<Event> {
  /** What the day is called. */
  name: string;
  events: Event[];
}

/** Events in their order, those of one day together. */
export function byDay<Event extends { at: string }>(
  events: readonly Event[],
  nameOf: (at: string) => string,
): Day<Event>[] {
  const days: Day<Event>[] = [];
  for (const event of events) {
    const name = nameOf(event.at);
    const last = days.at(-1);
    if (last?.name === name) last.events.push(event);
    else days.push({ name, events: [event] });
  }
  return days;
}
