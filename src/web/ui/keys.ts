import { useEffect } from 'react';

export type KeyMap = Record<string, () => void>;

const TYPING =
	'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"]';
/** What the Enter key presses already, before any meaning of ours. */
const PRESSED = 'a[href], button, summary';

/** Whether the key belongs to a text that somebody is writing or to the control in focus, and not to the page. */
function isTaken({ target, key }: KeyboardEvent): boolean {
	if (!(target instanceof Element)) return false;
	return target.closest(TYPING) !== null || (key === 'Enter' && target.closest(PRESSED) !== null);
}

/**
 * Single keys that act while nobody is typing. Combinations with Ctrl, Alt or Meta stay the browser's.
 * @param keys by `KeyboardEvent.key`
 */
export function useKeys(keys: KeyMap): void {
	useEffect(() => {
		const listen = (event: KeyboardEvent) => {
			if (event.ctrlKey || event.altKey || event.metaKey || isTaken(event)) return;
			const act = keys[event.key];
			if (!act) return;
			event.preventDefault();
			act();
		};
		window.addEventListener('keydown', listen);
		return () => window.removeEventListener('keydown', listen);
	}, [keys]);
}
