const KEY = 'onevisit.type';

/** Whether large type (长者模式) is on. */
export function isLargeText(): boolean {
	return localStorage.getItem(KEY) === 'large';
}

/** Puts the chosen size on the page; called before the first paint. */
export function applyTextSize(): void {
	if (isLargeText()) document.documentElement.dataset.type = 'large';
	else delete document.documentElement.dataset.type;
}

/** Chooses a size and keeps it in this browser. */
export function setLargeText(large: boolean): void {
	localStorage.setItem(KEY, large ? 'large' : 'normal');
	applyTextSize();
}
