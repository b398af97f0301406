import type { BundleContent } from '../bundle.ts';
import type { MemberItems } from '../bundles/merge-bundle.ts';
import type { Finding } from '../finding.ts';
import type { Field, Form } from '../form.ts';
import { error } from './findings.ts';

const findField = (form: Form | undefined, key: string): Field | undefined =>
  form?.sections.flatMap((section) => section.fields).find((field) => field.key === key);

/** What the bundle asks for once fills parts that the members have, of the same kind. */
export function checkFills(bundle: BundleContent, items: MemberItems): Finding[] {
  return [
    ...checkFieldFills(bundle, items),
    ...checkQuestionFills(bundle, items),
    ...checkPaperFills(bundle, items),
  ];
}

function checkFieldFills(bundle: BundleContent, items: MemberItems): Finding[] {
  return bundle.commonFields.flatMap(({ field, fills }) => {
    const common = findField(bundle.form, field);
    if (common === undefined) return [missing(`commonFields.${field}`, '共用字段', field)];
    return fills.flatMap((fill) => {
      const place = `commonFields.${field}.${fill.member}`;
      const own = findField(items[fill.member]?.form, fill.field);
      if (own === undefined) return [missing(place, '事项字段', `${fill.member}.${fill.field}`)];
      if (own.kind === common.kind) return [];
      return [
        error(
          'bundle',
          place,
          `共用字段「${field}」与事项字段「${fill.field}」类型不同`,
          `The common field ${field} is of another kind than ${fill.field} of the member`,
        ),
      ];
    });
  });
}

function checkQuestionFills(bundle: BundleContent, items: MemberItems): Finding[] {
  return bundle.commonQuestions.flatMap(({ question, fills }) => {
    const common = bundle.questions.find(({ key }) => key === question);
    if (common === undefined) return [missing(`commonQuestions.${question}`, '共用问题', question)];
    return fills.flatMap((fill) => {
      const place = `commonQuestions.${question}.${fill.member}`;
      const own = items[fill.member]?.questions.find(({ key }) => key === fill.question);
      if (own === undefined) return [missing(place, '事项问题', `${fill.member}.${fill.question}`)];
      return fill.options.flatMap(({ from, to }) => [
        ...(common.options.some(({ key }) => key === from) ? [] : [missing(place, '选项', from)]),
        ...(own.options.some(({ key }) => key === to) ? [] : [missing(place, '选项', to)]),
      ]);
    });
  });
}

function checkPaperFills(bundle: BundleContent, items: MemberItems): Finding[] {
  return bundle.materialMerge.flatMap((merged) =>
    merged.fills
      .filter((fill) => items[fill.member]?.papers.some(({ key }) => key === fill.paper) !== true)
      .map((fill) =>
        missing(`materialMerge.${merged.key}`, '事项材料', `${fill.member}.${fill.paper}`),
      ),
  );
}

const ENGLISH: Readonly<Record<string, string>> = {
  共用字段: 'common field',
  事项字段: 'field of a member',
  共用问题: 'common question',
  事项问题: 'question of a member',
  选项: 'option',
  事项材料: 'paper of a member',
};

const missing = (place: string, what: string, key: string) =>
  error('bundle', place, `没有这个${what}：${key}`, `No such ${ENGLISH[what] ?? what}: ${key}`);
