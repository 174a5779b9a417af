import { Link } from '@tanstack/react-router';
import type { ButtonHTMLAttributes, ReactNode } from 'react';

/** `primary` once per screen; `danger` for what cannot be taken back. */
export type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; busy?: boolean };

/** A button; while `busy` it says so and takes no second press. */
export function Button({ look = 'secondary', busy = false, children, onClick, ...rest }: ButtonProps) {
	return (
		<button
			type="button"
			{...rest}
			className={`button ${look}`}
			aria-busy={busy}
			aria-disabled={busy || undefined}
			onClick={busy ? (event) => event.preventDefault() : onClick}
		>
			{busy ? <span className="spinner" aria-hidden="true" /> : null}
			{children}
		</button>
	);
}

interface ButtonLinkProps {
	to: string;
	look?: Look;
	search?: Record<string, string>;
	children: ReactNode;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({ to, look = 'secondary', search, children }: ButtonLinkProps) {
	return (
		<Link to={to} {...(search ? { search } : {})} className={`button ${look}`}>
			{children}
		</Link>
	);
}
