/**
 * The time, injected. Nothing else in the server asks the machine for the time of a legal act;
 * only sessions, which are about security and not about law, live on the machine's own time.
 */
export interface Clock {
	/** The instant now. */
	now(): Date;
}

/** The time of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until somebody moves it: for tests. */
export interface ManualClock extends Clock {
	/** Sets the instant, forwards or backwards. */
	set(instant: string | Date): void;
	/** Moves by milliseconds. */
	advance(milliseconds: number): void;
}

/**
 * A clock that a test holds in its hand.
 * @param start the first instant, e.g. `2026-09-18T09:00:00+08:00`
 * @throws RangeError when an instant cannot be read
 */
export function manualClock(start: string | Date): ManualClock {
	let instant = parseInstant(start);
	return {
		now: () => new Date(instant),
		set: (next) => {
			instant = parseInstant(next);
		},
		advance: (milliseconds) => {
			instant += milliseconds;
		},
	};
}

/**
 * Reads an instant, or a plain date, which means nine in the morning in China (the bureau opens).
 * @returns milliseconds since 1970
 * @throws RangeError when it is neither
 */
export function parseInstant(value: string | Date): number {
	const text = value instanceof Date ? value.toISOString() : value;
	const milliseconds = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T09:00:00+08:00` : text);
	if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${text}`);
	return milliseconds;
}

const shanghai = new Intl.DateTimeFormat('en-CA', {
	timeZone: 'Asia/Shanghai',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
});

/** The day in China at an instant, `YYYY-MM-DD`, whatever the time zone of the host. */
export function chinaDay(instant: Date): string {
	return shanghai.format(instant);
}
