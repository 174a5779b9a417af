import type { VersionLine } from '../../../../desk/desk.schema.ts';

export type Standing = 'IN_EFFECT' | 'FUTURE' | 'PAST' | 'CANCELLED' | 'WITHDRAWN';

type Line = Pick<VersionLine, 'version' | 'effectiveFrom' | 'cancelledFrom' | 'withdrawn'>;

/** Where a version stands on a day: the newest one whose day has come is in effect. Plain dates compare as text. */
export function standingOf(line: Line, all: readonly Line[], today: string): Standing {
	if (line.withdrawn) return 'WITHDRAWN';
	if (line.effectiveFrom > today) return 'FUTURE';
	const begun = all.filter((each) => !each.withdrawn && each.effectiveFrom <= today);
	const newest = Math.max(...begun.map(({ version }) => version));
	if (line.version !== newest) return 'PAST';
	return line.cancelledFrom !== null && line.cancelledFrom <= today ? 'CANCELLED' : 'IN_EFFECT';
}
