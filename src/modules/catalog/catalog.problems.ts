import { defineProblems } from '../../platform/http/problem.ts';

export const catalogProblems = defineProblems('catalog', { ITEM_NOT_FOUND: 404 });
