/** One failure that the API can answer with. */
export interface ProblemCode {
	code: string;
	/** HTTP status that the code is answered with unless the thrower says otherwise. */
	status: number;
	/** Locale namespace that holds its texts. */
	namespace: string;
	/** Section of the namespace: `<namespace>.<section>.<CODE>` is the text, or holds `title` and `detail`. */
	section: string;
}

const registry = new Map<string, ProblemCode>();

/**
 * Declares the problem codes of a room. Codes are unique in the whole house and never reused.
 * Texts: `<namespace>.problems.<CODE>.{title,detail}` (or `<namespace>.<section>.<CODE>` when a section is named).
 *
 * @throws Error when another room has declared the same code.
 */
export function defineProblems<const C extends Record<string, number>>(
	namespace: string,
	codes: C,
	section = 'problems',
): { readonly [K in keyof C]: K } {
	for (const [code, status] of Object.entries(codes)) {
		const known = registry.get(code);
		if (known && known.namespace !== namespace) {
			throw new Error(`problem code ${code} is declared by ${known.namespace} and by ${namespace}`);
		}
		registry.set(code, { code, status, namespace, section });
	}
	return Object.fromEntries(Object.keys(codes).map((code) => [code, code])) as { [K in keyof C]: K };
}

/** The declaration of a code, if some loaded room has made it. */
export function findProblemCode(code: string): ProblemCode | undefined {
	return registry.get(code);
}

/** Every declared code, in alphabetical order. */
export function problemCodes(): ProblemCode[] {
	return [...registry.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
