/** A sentence in both languages; `{name}` places are filled from the problem's values. */
export interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

export type Locale = keyof Words;

/** One way in which a request can be refused: a stable code, an HTTP status and the sentence shown. */
export interface ProblemKind {
  /** `module/what`, stable for ever: clients and how-to pages rely on it. */
  readonly code: string;
  readonly status: number;
  readonly title: Words;
}

/** Declares a kind of refusal. Kinds live in the contract of the module that refuses. */
export function problem(code: string, status: number, title: Words): ProblemKind {
  return { code, status, title };
}

/** What stands in the places of a sentence; what has a name in each language is said in that of the sentence. */
export type WordValues = Readonly<Record<string, string | number | Words>>;

/** Fills the `{name}` places of a sentence. */
export function fillWords(words: Words, locale: Locale, values: WordValues = {}): string {
  return words[locale].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name] ?? whole;
    return typeof value === 'object' ? value[locale] : String(value);
  });
}

/** Kinds that any route may answer with. */
export const commonProblems = {
  invalidInput: problem('request/invalid-input', 400, {
    'zh-CN': '提交的内容有误，请按提示修改。',
    en: 'Some of what you sent is not right; please correct the fields named below.',
  }),
  notSignedIn: problem('access/not-signed-in', 401, {
    'zh-CN': '请先登录。',
    en: 'Please sign in first.',
  }),
  forbidden: problem('access/forbidden', 403, {
    'zh-CN': '您没有办理此项操作的权限。',
    en: 'You do not have permission to do this.',
  }),
  badOrigin: problem('access/bad-origin', 403, {
    'zh-CN': '请求来源未通过校验，请刷新页面后重试。',
    en: 'The request did not come from this site; reload the page and try again.',
  }),
  notFound: problem('request/not-found', 404, { 'zh-CN': '没有找到。', en: 'Not found.' }),
  methodNotAllowed: problem('request/method-not-allowed', 405, {
    'zh-CN': '不支持这种请求方式。',
    en: 'This method is not allowed here.',
  }),
  staleVersion: problem('request/stale-version', 409, {
    'zh-CN': '{who}已先修改了这条记录，请查看最新内容后再保存。',
    en: '{who} changed this record first; look at the newest version, then save again.',
  }),
  duplicate: problem('request/duplicate', 409, {
    'zh-CN': '已有相同的记录：{value}。',
    en: 'There is already one like this: {value}.',
  }),
  keyReused: problem('request/idempotency-key-reused', 409, {
    'zh-CN': '同一幂等键已用于不同的内容。',
    en: 'This idempotency key was already used with different content.',
  }),
  inProgress: problem('request/in-progress', 409, {
    'zh-CN': '相同的请求正在处理，请稍候。',
    en: 'The same request is still being handled; please wait.',
  }),
  tooLarge: problem('request/too-large', 413, {
    'zh-CN': '提交的内容过大。',
    en: 'What you sent is too large.',
  }),
  unsupportedMedia: problem('request/unsupported-media', 415, {
    'zh-CN': '不支持这种内容格式。',
    en: 'This content type is not supported.',
  }),
  keyMissing: problem('request/idempotency-key-missing', 428, {
    'zh-CN': '缺少幂等键（Idempotency-Key），为防止重复提交已拒绝。',
    en: 'An Idempotency-Key is required so that a repeat cannot act twice.',
  }),
  tooMany: problem('request/too-many', 429, {
    'zh-CN': '操作过于频繁，请在 {seconds} 秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  }),
  internal: problem('server/internal', 500, {
    'zh-CN': '系统出现故障，已记录，请稍后再试。编号：{requestId}',
    en: 'Something failed on our side and was recorded; please try again. Reference: {requestId}',
  }),
  unavailable: problem('server/unavailable', 503, {
    'zh-CN': '系统正在启动或维护，请稍后再试。',
    en: 'The system is starting or under maintenance; please try again shortly.',
  }),
} as const;
