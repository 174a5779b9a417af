/** Ways into an item's source: reading, changing, and what they are called. Pure. */
import { formatPath } from '../../../../../platform/definitions/faults.ts';

export type Step = string | number;
export type Way = readonly Step[];

type Container = Record<string, unknown> | unknown[];

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

const childOf = (value: unknown, step: Step): unknown =>
	isContainer(value) ? (value as Record<Step, unknown>)[step] : undefined;

/** The value at a way; undefined where there is none. */
export function getAt(root: unknown, way: Way): unknown {
	return way.reduce<unknown>(childOf, root);
}

/**
 * The root with another value at a way; `undefined` takes the key out. Objects on the way are made where they are
 * missing. Nothing else is touched, so that unchanged parts stay the same objects.
 */
export function setAt<T>(root: T, way: Way, value: unknown): T {
	const [step, ...rest] = way;
	if (step === undefined) return value as T;
	const below = setAt(childOf(root, step), rest, value);
	if (Array.isArray(root)) {
		return (
			below === undefined
				? root.filter((_, index) => index !== step)
				: root.map((each, index) => (index === step ? below : each))
		) as T;
	}
	const { [step]: _old, ...others } = (isContainer(root) ? root : {}) as Record<Step, unknown>;
	if (below === undefined) return others as T;
	return { ...(isContainer(root) ? root : {}), [step]: below } as T;
}

/** The way as faults name it: `materials[2].code`. */
export const wayText = (way: Way): string => formatPath(way);

/** The element that shows the value at a way, for links that jump to a fault. */
export const elementAt = (way: string): string => `at-${way}`;

/** The way without positions, as labels are filed: `materials.code`. */
export const labelKey = (way: Way): string => way.filter((step) => typeof step === 'string').join('.');

/** The way and its parents, the nearest first: `a[0].b` → `a[0].b`, `a[0]`, `a`. */
export function upwards(way: string): string[] {
	const cut = Math.max(way.lastIndexOf('.'), way.lastIndexOf('['));
	return cut > 0 ? [way, ...upwards(way.slice(0, cut))] : [way];
}

/** Whether a way leads to `parent` or to something inside it. */
export const isWithin = (way: string, parent: string): boolean =>
	way === parent || way.startsWith(`${parent}.`) || way.startsWith(`${parent}[`);

/** The list with one member moved by so many places; the same list where it cannot move. */
export function moved<T>(list: readonly T[], index: number, by: number): T[] {
	const target = index + by;
	if (target < 0 || target >= list.length) return [...list];
	const others = list.filter((_, each) => each !== index);
	return [...others.slice(0, target), list[index] as T, ...others.slice(target)];
}
