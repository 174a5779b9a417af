import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PortalFooter } from './portal-footer.tsx';
import { PortalHeader } from './portal-header.tsx';

/** The frame around the portal's pages. */
export function PortalShell({ children }: { children?: ReactNode }) {
	return (
		<div className="portal">
			<PortalHeader />
			<main id="main" tabIndex={-1}>
				{children ?? <Outlet />}
			</main>
			<PortalFooter />
		</div>
	);
}
