import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../web/api/client.ts';

/** What the bureau holds about the signed-in person; numbers are masked. */
export interface Profile {
	kind: 'CITIZEN' | 'COMPANY';
	name: string;
	idNumber: string | null;
	phone: string | null;
	company: { name: string; creditCode: string | null } | null;
	complete: boolean;
	warnings: { path: string; code: string; text: string }[];
}

export const profileQuery = queryOptions({
	queryKey: ['profile'],
	queryFn: () => api.get<Profile>('/api/profile'),
});
