/** How long a lazily loaded step may take before looking for the place in it is given up. */
const PATIENCE_MS = 5000;

/** Focuses the element with this id as soon as it is there. Returns the way to stop waiting for it. */
export function focusPlace(id: string): () => void {
	const tryNow = (): boolean => {
		const element = document.getElementById(id);
		if (!element) return false;
		element.scrollIntoView({ block: 'center' });
		element.focus({ preventScroll: true });
		return true;
	};
	if (tryNow()) return () => undefined;
	const observer = new MutationObserver(() => {
		if (tryNow()) observer.disconnect();
	});
	observer.observe(document.body, { childList: true, subtree: true });
	const timer = setTimeout(() => observer.disconnect(), PATIENCE_MS);
	return () => {
		clearTimeout(timer);
		observer.disconnect();
	};
}

/**
 * Leaves the focus where it is while a button is pressed. Otherwise the field before it is left, tells its fault, pushes
 * the button away under the finger, and the press is lost.
 */
export function keepFocus(event: { preventDefault(): void }): void {
	event.preventDefault();
}
