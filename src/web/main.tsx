import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSessionLapsed } from './api/client.ts';
import { sessionQuery } from './api/session.ts';
import { applyTextSize } from './frame/text-size.ts';
import { startI18n } from './i18n.ts';
import { queryClient, router } from './router.tsx';
import './tokens.css';
import './base.css';
import './ui/ui.css';
import './frame/frame.css';

onSessionLapsed(() => {
	if (queryClient.getQueryData(sessionQuery.queryKey)?.principal)
		void queryClient.invalidateQueries(sessionQuery);
});
applyTextSize();
await startI18n();

const place = document.getElementById('root');
if (place) {
	createRoot(place).render(
		<StrictMode>
			<RouterProvider router={router} />
		</StrictMode>,
	);
}
