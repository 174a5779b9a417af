import { Converter } from 'opencc-js/cn2t';
import { Converter as fromTraditional } from 'opencc-js/t2cn';

let converter: ReturnType<typeof Converter> | undefined;

/**
 * Simplified to traditional Chinese, characters only (`tw`, not `twp`): the terms are those of a mainland statute
 * and must stay its own. The converter takes a quarter of a second to make: only when it is first needed.
 */
export function toTraditional(text: string): string {
	converter ??= Converter({ from: 'cn', to: 'tw' });
	return converter(text);
}

let backwards: ReturnType<typeof Converter> | undefined;

/** Traditional to simplified Chinese, for what people type. */
export function toSimplified(text: string): string {
	backwards ??= fromTraditional({ from: 'tw', to: 'cn' });
	return backwards(text);
}
