import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../../../web/announce.tsx';
import { api } from '../../../../../web/api/client.ts';
import type { CaseView, CommandBody } from '../../../cases.schema.ts';
import { caseQuery } from '../cases-queries.ts';

type Sent = Pick<CommandBody, 'command'> & { form?: Record<string, unknown> };

/** Gives the case a command, on the version that the person was looking at. */
export function useCommand(view: Pick<CaseView, 'id' | 'version'>) {
	const client = useQueryClient();
	const { t } = useTranslation('web');
	const key = caseQuery(view.id).queryKey;
	return useMutation({
		mutationFn: (sent: Sent) =>
			api.post<CaseView>(`/api/cases/${view.id}/commands`, { expectedVersion: view.version, ...sent }),
		onSuccess: (fresh) => {
			client.setQueryData(key, fresh);
			void client.invalidateQueries({ queryKey: ['cases'] });
			announce(t(`portal.standing.${fresh.stage}.title`));
		},
		onError: () => client.invalidateQueries({ queryKey: key }),
	});
}
