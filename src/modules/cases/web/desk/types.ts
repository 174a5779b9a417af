import type { Static } from 'typebox';
import type { Light, Procedure } from '../../../../law/index.ts';
import type { Action, AuditEvent, CaseList, CaseView, ClockViewSchema } from '../../cases.schema.ts';
import type { CaseCommand } from '../../command.schema.ts';

export type { CaseSummary, FileMeta, TimelineEntry } from '../../cases.schema.ts';
export type { CaseCommand, CaseList, CaseView, Light, Procedure };
export type CaseAction = Static<typeof Action>;
export type ClockView = Static<typeof ClockViewSchema>;
export type StoredEvent = Static<typeof AuditEvent>;

/** Commands that may be given to a case. */
export type DeskCommand = CaseCommand['type'];
