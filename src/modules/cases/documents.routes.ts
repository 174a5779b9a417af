import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import { readerOf, visibleCase } from './case-access.ts';
import type { CaseDesk } from './case-commands.ts';
import { documentsOf } from './case-view.ts';
import { caseProblems } from './cases.problems.ts';
import { type NoticeInput, renderNotice } from './documents/index.ts';
import { noticeInput } from './notice-input.ts';

const Params = Type.Object({
	id: Type.String({ format: 'uuid' }),
	document: Type.String({ pattern: '^\\d{1,6}-[A-Z_]+\\.pdf$' }),
});

/**
 * The legal documents of a case as PDF. They are made from the log each time, and the same log gives the same bytes:
 * so there is nothing to keep, and nothing that could be exchanged.
 */
export function documentRoutes(app: FastifyInstance, desk: CaseDesk, bureau: NoticeInput['bureau']): void {
	app
		.withTypeProvider<TypeBoxTypeProvider>()
		.get(
			'/api/cases/:id/documents/:document',
			{ schema: { tags: ['cases'], summary: 'A legal document (PDF)', params: Params } },
			async (request, reply) => {
				const { id, document } = request.params;
				const row = await visibleCase(desk, id, readerOf(request), 'readPersonal');
				const events = await desk.store.read(id);
				const issued = documentsOf(desk, id, row.state.content.number, events, request.language);
				const wanted = issued.find((each) => `${each.id}.pdf` === document);
				if (!wanted) throw documentNotFound(id);
				const pdf = await renderNotice(noticeInput(desk, { bureau, events, wanted, caseId: id }));
				return reply
					.type('application/pdf')
					.header('content-disposition', `inline; filename="${row.state.content.number}-${wanted.id}.pdf"`)
					.header('cache-control', 'private, no-store')
					.send(pdf);
			},
		);
}

function documentNotFound(id: string): Problem {
	return new Problem({
		code: caseProblems.DOCUMENT_NOT_FOUND,
		signposts: [{ code: 'MY_CASES', action: 'OPEN', href: `/cases/${id}` }, signposts.hotline],
	});
}
