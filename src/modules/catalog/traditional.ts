import { Converter } from 'opencc-js/cn2t';

let converter: ReturnType<typeof Converter> | undefined;

/** The converter takes a quarter of a second to make: only when somebody first reads traditional Chinese. */
function convert(text: string): string {
	const known = converter ?? Converter({ from: 'cn', to: 'twp' });
	converter = known;
	return known(text);
}

/** Gives every text below `node` its `zh-TW`, worked out when it is first read. Texts that have one keep it. */
export function addTraditional(node: unknown): void {
	if (typeof node !== 'object' || node === null) return;
	const words = node as Record<string, unknown>;
	const source = words['zh-CN'];
	if (typeof source !== 'string') {
		for (const child of Object.values(words)) addTraditional(child);
		return;
	}
	if ('zh-TW' in words) return;
	let derived: string | undefined;
	Object.defineProperty(words, 'zh-TW', {
		enumerable: true,
		get: () => {
			derived ??= convert(source);
			return derived;
		},
	});
}
