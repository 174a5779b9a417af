import { useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();

/** Says something to whoever listens instead of looking; polite, never interrupting. */
export function announce(text: string): void {
	// The same sentence twice is silent unless something changes: a no-break space does, and is not read.
	message = text === message ? `${text}\u00a0` : text;
	for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
	listeners.add(listener);
	return () => {
		listeners.delete(listener);
	};
};

/** The one live region of the page. */
export function LiveRegion() {
	const text = useSyncExternalStore(subscribe, () => message);
	return (
		<div role="status" aria-live="polite" className="visually-hidden">
			{text}
		</div>
	);
}
