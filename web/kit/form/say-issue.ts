import type { core } from 'zod';

import { describeIssue } from '#kernel/http/describe-issue.ts';

import type { Say } from '../words.ts';
import type { messages } from './messages.ts';

type Words = (typeof messages)['zh-CN'];

/** What is wrong with a field, as one would say it to a person; the library's own words are the last resort. */
export function sayIssue(issue: core.$ZodIssue, isEmpty: boolean, t: Say<Words>): string {
  if (isEmpty) return t('required');
  switch (issue.code) {
    case 'too_small':
      return t(issue.origin === 'string' ? 'tooShort' : 'tooLow', { limit: Number(issue.minimum) });
    case 'too_big':
      return t(issue.origin === 'string' ? 'tooLong' : 'tooHigh', { limit: Number(issue.maximum) });
    case 'invalid_format':
    case 'invalid_type':
    case 'invalid_value':
      return t('wrongFormat');
    case 'custom':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return describeIssue(issue)[t.language];
  }
}
