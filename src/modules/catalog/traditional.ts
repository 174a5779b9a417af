import { toTraditional } from '../../platform/traditional.ts';

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
			derived ??= toTraditional(source);
			return derived;
		},
	});
}
