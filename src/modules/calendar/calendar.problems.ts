import { defineProblems } from '../../platform/http/problem.ts';

defineProblems('calendar', { INVALID_DATE: 400 });

/** The law's own refusal, in the law's words; the cases room declares the others. */
defineProblems('law', { CALENDAR_YEAR_MISSING: 409 }, 'refusals');
