import { type ReactNode, useEffect, useId, useRef } from 'react';

interface DialogProps {
	open: boolean;
	title: string;
	onClose: () => void;
	children: ReactNode;
}

/** A modal over the native element, which keeps the focus inside and gives it back. Never one over another. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
	const id = useId();
	const place = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const dialog = place.current;
		if (!dialog) return;
		if (open && !dialog.open) dialog.showModal();
		if (!open && dialog.open) dialog.close();
	}, [open]);
	return (
		<dialog ref={place} className="dialog" aria-labelledby={id} onClose={onClose}>
			<h2 id={id}>{title}</h2>
			{open ? children : null}
		</dialog>
	);
}
