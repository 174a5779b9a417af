import { Converter } from 'opencc-js/cn2t';

let converter: ReturnType<typeof Converter> | undefined;

/**
 * Simplified to traditional Chinese, characters only (`tw`, not `twp`): the terms are those of a mainland statute
 * and must stay its own. The converter takes a quarter of a second to make: only when it is first needed.
 */
export function toTraditional(text: string): string {
	converter ??= Converter({ from: 'cn', to: 'tw' });
	return converter(text);
}
