import { defineProblems } from '../../platform/http/problem.ts';

defineProblems('catalog', { ITEM_NOT_FOUND: 404 });
