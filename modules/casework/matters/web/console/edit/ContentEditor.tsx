import type { z } from 'zod';

import { useLanguage } from '#web/kit/language.tsx';
import { Section } from '#web/kit/staff/index.ts';

import type { Form, ScenarioQuestion, SubjectKind } from '../../../contract.ts';
import { BundleContent, HandlingItem, MatterContent } from '../../../contract.ts';
import { FormDesigner } from '../designer/FormDesigner.tsx';
import { type ContentEditorProps, itemsOf, type Plain } from './content.ts';
import { Contents } from './Contents.tsx';
import { EditingContext } from './editing.ts';
import { SchemaFields } from './SchemaFields.tsx';
import { bundleSections, type EditSection, itemSections, matterSections } from './sections.ts';

import './edit.css';

const NO_FORM: Form = { sections: [] };

/** All that an edition says, a section at a time, beside its table of contents. */
export function ContentEditor(props: ContentEditorProps) {
  const { kind, content, onChange, isReadOnly, remarks, at } = props;
  const { say } = useLanguage();
  const place = findPlace(kind, content, at);
  const { section, part, prefix, schema, index } = place;
  const change = (next: unknown) =>
    onChange(index === undefined ? (next as Plain) : withItem(content, index, next));
  const form = (part['form'] as Form | undefined) ?? NO_FORM;
  const questions = (part['questions'] as readonly ScenarioQuestion[] | undefined) ?? [];
  const editing = { isReadOnly, remarks, questions, form, Fields: SchemaFields };
  return (
    <EditingContext value={editing}>
      <div className="ow-edit">
        <Contents {...props} />
        <Section key={at} title={say(section.title)}>
          {section.key === 'form' ? (
            <FormDesigner
              form={form}
              questions={questions}
              place={prefix === '' ? 'form' : `${prefix}.form`}
              onChange={(next) => change({ ...part, form: next })}
            />
          ) : (
            <SchemaFields
              schema={schema}
              value={part}
              place={prefix}
              only={section.fields}
              onChange={change}
            />
          )}
        </Section>
      </div>
    </EditingContext>
  );
}

interface Place {
  readonly section: EditSection;
  /** The content itself, or the item. */
  readonly part: Plain;
  readonly prefix: string;
  readonly schema: z.ZodType;
  readonly index?: number;
}

function findPlace(kind: SubjectKind, content: Plain, at: string): Place {
  const sections = kind === 'bundle' ? bundleSections : matterSections;
  const [first] = sections;
  const [number = '', key = ''] = at.split('.');
  const items = itemsOf(content);
  const item = /^\d+$/u.test(number) ? items[Number(number)] : undefined;
  const own = itemSections.find((one) => one.key === key);
  if (item !== undefined && own !== undefined)
    return {
      section: own,
      part: item,
      prefix: `items.${String(item['key'])}`,
      schema: HandlingItem,
      index: Number(number),
    };
  return {
    section: sections.find((one) => one.key === at) ?? (first as EditSection),
    part: content,
    prefix: '',
    schema: kind === 'bundle' ? BundleContent : MatterContent,
  };
}

function withItem(content: Plain, index: number, item: unknown): Plain {
  const items = itemsOf(content).map((one, other) => (other === index ? item : one));
  return { ...content, items };
}
