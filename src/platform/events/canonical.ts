import { createHash } from 'node:crypto';
import type { Json, NewEvent } from './event.ts';

/** Hash that the first event of a stream follows. */
export const GENESIS = '0'.repeat(64);

/** What the hash of an event covers: everything but the wall clock of the database. */
export interface Hashed extends NewEvent {
	jurisdiction: string;
	stream: string;
	version: number;
	previousHash: string;
}

/** SM3 (GB/T 32905) over the canonical JSON of an event and the hash before it; 64 hexadecimal digits. */
export function hashEvent(event: Hashed): string {
	const { jurisdiction, stream, version, type, data, actor, at, previousHash } = event;
	const text = canonicalJson({ jurisdiction, stream, version, type, data, actor, at, previousHash });
	return createHash('sm3').update(text, 'utf8').digest('hex');
}

/**
 * JSON with sorted keys and without white space: the same text before a value goes into a `jsonb` column and after
 * it comes out. Numbers are written as JavaScript writes them, so `1.0` and `1e0` are `1`.
 *
 * @throws TypeError for what `jsonb` cannot carry: NUL, half a surrogate pair, NaN, infinity, or no JSON at all.
 */
export function canonicalJson(value: Json): string {
	if (value === null || typeof value === 'boolean') return String(value);
	if (typeof value === 'string') return quote(value);
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) throw new TypeError(`${value} is not JSON`);
		return JSON.stringify(value);
	}
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (typeof value !== 'object' || !isPlain(value)) throw new TypeError(`${typeof value} is not JSON`);
	const members = Object.keys(value)
		.filter((key) => value[key] !== undefined)
		.sort()
		.map((key) => `${quote(key)}:${canonicalJson(value[key] as Json)}`);
	return `{${members.join(',')}}`;
}

function quote(text: string): string {
	if (text.includes('\0') || !text.isWellFormed())
		throw new TypeError('text with NUL or half a surrogate pair');
	return JSON.stringify(text);
}

function isPlain(value: object): boolean {
	const prototype = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}

/**
 * Reads the text of a `jsonb` column strictly: a number that JavaScript would round (and the hash therefore
 * overlook) is refused.
 *
 * @throws SyntaxError naming the number.
 */
export function parseStrictly(text: string): Json {
	return JSON.parse(text, (_key, value: Json, context?: { source?: string }) => {
		const source = context?.source;
		if (typeof value === 'number' && source !== undefined && source !== plainDecimal(value)) {
			throw new SyntaxError(`number ${source} is not as it was written`);
		}
		return value;
	});
}

/** A number as PostgreSQL prints it when it was given in JavaScript's way: without an exponent. */
function plainDecimal(value: number): string {
	const [, sign = '', whole = '', fraction = '', exponent = '0'] =
		/^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(JSON.stringify(value)) ?? [];
	const shift = Number(exponent);
	const digits = whole + fraction;
	const point = whole.length + shift;
	if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
	if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
	return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
