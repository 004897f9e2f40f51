/** An event as somebody was told of it, and as it stands in the log. */
export interface Told {
  readonly id: string;
  /** As the API writes it: ORDER_PLACED. */
  readonly type: string;
  readonly sequence: number;
  readonly position: number;
}

const MOST_SHOWN = 5;

/** What is wrong with a record that should be the log: empty when it is, event for event. */
export function differences(log: readonly Told[], record: readonly Told[]): string[] {
  const places = new Map(log.map((event, place) => [event.id, place]));
  const seen = new Set<string>();
  const found: string[] = [];
  let furthest = -1;
  for (const told of record) {
    const place = places.get(told.id);
    const event = place === undefined ? undefined : log[place];
    if (place === undefined || event === undefined) found.push(`not for it: ${nameOf(told)}`);
    else if (seen.has(told.id)) found.push(`twice: ${nameOf(told)}`);
    else if (place < furthest) found.push(`late: ${nameOf(told)}`);
    else if (!isSame(event, told)) found.push(`altered: ${nameOf(told)}, in the log ${nameOf(event)}`);
    seen.add(told.id);
    furthest = Math.max(furthest, place ?? -1);
  }
  for (const event of log) if (!seen.has(event.id)) found.push(`missing: ${nameOf(event)}`);
  const more = found.length - MOST_SHOWN;
  return more > 0 ? [...found.slice(0, MOST_SHOWN), `and ${more} more`] : found;
}

function isSame(one: Told, other: Told): boolean {
  return one.type === other.type && one.sequence === other.sequence && one.position === other.position;
}

function nameOf({ id, type, sequence, position }: Told): string {
  return `${type} ${id} (${sequence} of its subject, position ${position})`;
}

/** Ways in which a stream could break its promise, each made of a record that keeps it. */
const SPOILED: Readonly<Record<string, (good: readonly Told[], at: number) => Told[]>> = {
  dropped: (good, at) => good.filter((_, place) => place !== at),
  doubled: (good, at) => good.flatMap((told, place) => (place === at ? [told, told] : [told])),
  swapped: (good, at) => good.with(at, good[at + 1] ?? blank).with(at + 1, good[at] ?? blank),
  invented: (good, at) => good.toSpliced(at, 0, blank),
};
const blank: Told = { id: 'nobody', type: 'NOTHING', sequence: 1, position: 0 };

/** The ways of spoiling a record that the comparison would overlook: none, or it proves nothing. */
export function overlooked(log: readonly Told[], random: () => number): string[] {
  const at = Math.floor(random() * (log.length - 1));
  return Object.entries(SPOILED).flatMap(([way, spoil]) =>
    differences(log, spoil(log, at)).length === 0 ? [way] : [],
  );
}
