import { useEffect } from 'react';

export type KeyMap = Record<string, () => void>;

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"]';

/** Whether the key belongs to a text that somebody is writing, and not to the desk. */
function isTyping(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest(TYPING) !== null;
}

/**
 * Single keys that act while nobody is typing. Combinations with Ctrl, Alt or Meta stay the browser's.
 * @param keys by `KeyboardEvent.key`
 */
export function useKeys(keys: KeyMap): void {
	useEffect(() => {
		const listen = (event: KeyboardEvent) => {
			if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
			const act = keys[event.key];
			if (!act) return;
			event.preventDefault();
			act();
		};
		window.addEventListener('keydown', listen);
		return () => window.removeEventListener('keydown', listen);
	}, [keys]);
}
